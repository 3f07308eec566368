//! Statements: bracketed texts, silence, red lines, and who pays for a sentence afterwards.
//!
//! Rows A6, A10, A12, A22, A46, A56, A57, B22 of the source texts, and what texts by silence procedure are like.

mod negotiation;
mod outcome;

use std::sync::Arc;

use demarche::engine::event::What;
use demarche::engine::ledger::book::BookEvent;
use demarche::engine::ledger::statements::Event;
use demarche::engine::ledger::statements::Outcome;
use demarche::engine::ledger::statements::Standing;
use demarche::scenario::Package;
use demarche::script::Playable;
use demarche::session;

use crate::support::table::Table;

/// The scenario beside this file, with some of its words replaced, at which a test sits down.
#[track_caller]
fn council(changes: &[(&str, &str)], seed: u64) -> Table {
    Table::at(scenario(changes), seed)
}

/// The scenario as it is, for tests of what holds for every ledger.
pub(crate) fn shared() -> Arc<Playable> {
    scenario(&[])
}

#[track_caller]
fn scenario(changes: &[(&str, &str)]) -> Arc<Playable> {
    let mut text = include_str!("statements.ron").to_owned();
    for (from, to) in changes {
        assert!(text.contains(from), "`{from}` is not in the scenario");
        text = text.replace(from, to);
    }
    let files = [("scenario.ron".to_owned(), text.into_bytes())];
    let (ready, found, _) = session::ready(Package::from_files(files));
    let ready = ready.unwrap_or_else(|| panic!("{found:#?}"));
    Arc::clone(&ready.playable)
}

fn is(what: &What, wanted: impl Fn(&Event) -> bool) -> bool {
    matches!(what, What::Book(BookEvent::Statements(event)) if wanted(event))
}

fn came_out(how: Outcome) -> impl Fn(&What) -> bool {
    move |what| {
        is(
            what,
            |event| matches!(event, Event::CameOut { how: out, .. } if *out == how),
        )
    }
}

/// What the party of that name says to the first text a seat sees.
fn says(table: &Table, seat: &str, party: &str) -> String {
    let view = table.view(table.seat(seat));
    let draft = &view.book.statements.drafts[0];
    let found = draft.parties.iter().find(|row| row.name.as_str() == party);
    found.unwrap().says.to_string()
}

#[test]
fn a10_a_region_condemns_together_over_several_turns_with_counter_offers() {
    let table = council(&[], 7)
        .turn(1)
        .does("alder", "text open council 0")
        .turn(2)
        .advance();
    // Instructions take a night: the answers come a turn later, and say what would make each sign.
    assert_eq!(
        says(&table, "alder", "Cedar"),
        "would sign if “offers help” were added"
    );
    assert_eq!(
        says(&table, "alder", "Dune"),
        "would sign if “condemns the act” were softer"
    );
    // Rule: a committee needs its approvals before it may sign.
    assert!(says(&table, "alder", "Elm").contains("approvals"));
    let table = table
        .turn(3)
        .seals("birch", "text sign alder")
        .does("alder", "text add help alder; text soften condemn alder")
        .turn(4)
        .advance();
    // More than was agreed to asks for a new answer; who asked has what it asked for.
    assert_eq!(says(&table, "alder", "Cedar"), "signs");
    assert_eq!(says(&table, "alder", "Dune"), "signs");
    let table = table
        .turn(5)
        .does("alder", "text circulate alder")
        .holds(&["adopted.council == 0", "drafts.council == 1"])
        // Birch says nothing: silence is assent.
        .turn(6)
        .advance();
    let table = if table.number("adopted.council") == 0 {
        // Elm's committee was late, and silence went on for a turn.
        table.turn(7).advance()
    } else {
        table
    };
    let table = table.saw(1, came_out(Outcome::Adopted));
    table.holds(&[
        "adopted.council == 1",
        "drafts.council == 0",
        "signed.birch.council == 1",
        "signed.cedar.council == 1",
        "signed.dune.council == 1",
        "text_weight.council > 0",
        "relations.council == 66",
        "named.rival == 0",
        "upheld.birch.a == 1",
        "trust.cedar.dune == 52",
    ]);
}

#[test]
fn a12_one_break_reopens_a_clause_and_relations_pay() {
    let table = council(&[], 7)
        .turn(1)
        .does("alder", "text open council 2")
        .turn(2)
        .does("alder", "text circulate alder")
        .turn(3)
        .does("birch", "text break talk alder")
        .holds(&["relations.council == 60 - 8", "adopted.council == 0"]);
    let view = table.view(table.seat("alder"));
    let draft = &view.book.statements.drafts[0];
    let talk = draft
        .clauses
        .iter()
        .find(|clause| clause.bracketed)
        .unwrap();
    assert_eq!(talk.title.as_str(), "calls for dialogue");
    // In brackets it binds nobody; what is left is circulated again, and there is still a text.
    table
        .turn(4)
        .does("alder", "text circulate alder")
        .turn(5)
        .advance()
        .saw(1, came_out(Outcome::Adopted));
}

#[test]
fn who_broke_silence_is_known_in_the_room_only() {
    let room = &[(
        "members: [\"alder\", \"birch\", \"cedar\", \"dune\", \"elm\"], decides: Unanimity",
        "members: [\"alder\", \"cedar\", \"dune\"], decides: Unanimity",
    )];
    let table = council(room, 7)
        .turn(1)
        .does("alder", "text open council 1")
        .turn(2)
        .does("alder", "text circulate alder")
        .turn(3)
        .advance()
        // Cedar does not sign names: silence is broken.
        .saw(1, |what| {
            is(what, |event| matches!(event, Event::SilenceBroken { .. }))
        })
        .advance();
    let told = |seat: &str| {
        let view = table.view(table.seat(seat));
        view.reveal
            .iter()
            .any(|line| line.text.as_str().contains("broke silence"))
    };
    assert!(told("alder"));
    assert!(!told("birch"));
    assert!(
        table
            .view(table.seat("birch"))
            .book
            .statements
            .drafts
            .is_empty()
    );
}

#[test]
fn a_qualified_majority_adopts_without_those_who_refuse() {
    council(&[], 7)
        .turn(1)
        .does("alder", "text open assembly 0")
        .turn(2)
        .seals("birch", "text refuse alder")
        .does("alder", "text add help alder; text soften condemn alder")
        .turn(4)
        .does("alder", "text circulate alder")
        .turn(5)
        .advance()
        .turn(6)
        .advance()
        .holds(&[
            "adopted.assembly == 1",
            "signed.birch.assembly == 0",
            "signed.cedar.assembly == 1",
        ]);
}

#[test]
fn a_refusal_stops_unanimity_until_the_chair_speaks_for_itself() {
    council(&[], 7)
        .turn(1)
        .does("alder", "text open council 2")
        .turn(2)
        .does("birch", "text refuse alder")
        .turn(3)
        .does("alder", "text circulate alder")
        .turn(4)
        .advance()
        .holds(&["relations.council == 60 - 12", "chair_texts.council == 0"])
        .turn(5)
        .does("alder", "text circulate alder")
        .turn(6)
        .advance()
        .saw(0, came_out(Outcome::Adopted))
        .saw(1, came_out(Outcome::Chair))
        .holds(&["chair_texts.council == 1", "signed.alder.council == 0"]);
}

#[test]
fn constructive_abstention_stops_nobody() {
    council(&[], 7)
        .turn(1)
        .does("alder", "text open council 2")
        .turn(2)
        .seals("birch", "text abstain alder")
        .does("alder", "text circulate alder")
        .turn(3)
        .advance()
        .turn(4)
        .advance()
        .holds(&["adopted.council == 1", "signed.birch.council == 0"]);
    council(
        &[("chair: \"bureau\"", "chair: \"bureau\", abstention: false")],
        7,
    )
    .turn(1)
    .does("alder", "text open council 2")
    .turn(2)
    .refuses("birch", "text abstain alder", "nobody can stand aside");
}

#[test]
fn a22_what_the_evidence_does_not_bear_costs_credibility() {
    let says_who = |sponsor: &str| {
        council(&[("holders: [\"acert\"]", sponsor)], 7)
            .turn(1)
            .does("alder", "text open circle 1")
            .turn(2)
            .does("alder", "text invite birch alder")
            .turn(3)
            .does("alder", "text publish alder")
            .number("trust.birch.alder")
    };
    assert_eq!(says_who("holders: [\"acert\", \"alder\"]"), 50);
    assert_eq!(says_who("holders: [\"acert\"]"), 46);
}

#[test]
fn a46_consultation_takes_the_turn_and_adds_legitimacy() {
    let weigh = |prepare: &str| {
        let table = council(&[], 7)
            .turn(1)
            .does("alder", "text open assembly 2")
            .turn(2)
            .does("alder", prepare)
            .turn(3)
            .does("alder", "text circulate alder");
        table
            .turn(4)
            .advance()
            .turn(5)
            .advance()
            .number("text_weight.assembly")
    };
    assert!(weigh("text consult alder") > weigh("hold"));
    council(&[], 7)
        .turn(1)
        .does("alder", "text open assembly 2")
        .turn(2)
        .does("alder", "text consult alder; text circulate alder")
        .holds(&["drafts.assembly == 1"])
        .saw(1, |what| matches!(what, What::Lapsed { .. }));
}

#[test]
fn b22_a_technical_annex_of_ones_own_cert_makes_it_weigh_more() {
    let weigh = |annex: &str| {
        let table = council(&[], 7)
            .turn(1)
            .does("alder", "text open assembly 2")
            .turn(2)
            .does("alder", "text invite acert alder")
            .turn(3)
            .seals("acert", annex)
            .does("alder", "text circulate alder")
            .turn(4)
            .advance()
            .turn(5)
            .advance();
        let quoted = table.number("upheld.acert.evidence");
        (table.number("text_weight.assembly"), quoted)
    };
    let (plain, _) = weigh("hold");
    let (joint, quoted) = weigh("text annex alder");
    let (unquoted, unnamed) = weigh("text annex unquoted alder");
    assert!(joint > plain);
    assert_eq!(joint, unquoted);
    assert_eq!((quoted, unnamed), (1, 0));
    council(&[], 7)
        .turn(1)
        .does("alder", "text open assembly 2")
        .turn(2)
        .refuses("acert", "text annex alder", "no such text");
}

#[test]
fn a_translation_nobody_paid_for_reopens_new_language() {
    let wrong = [("mistranslation: 0", "mistranslation: 1000")];
    let reopened = |event: &What| is(event, |event| matches!(event, Event::Mistranslated { .. }));
    let circulated = |prepare: &str| {
        council(&wrong, 7)
            .turn(1)
            .does("alder", "text open assembly 0")
            .turn(2)
            .does("alder", prepare)
            .turn(3)
            .does("alder", "text circulate alder")
            .count(reopened)
    };
    assert_eq!(circulated("text add law alder"), 1);
    assert_eq!(circulated("text add law alder; text translate alder"), 0);
    // It can be paid for in the turn in which the text goes round.
    let at_once = council(&wrong, 7)
        .turn(1)
        .does("alder", "text open assembly 0")
        .turn(2)
        .does("alder", "text add law alder")
        .turn(3)
        .does("alder", "text translate alder; text circulate alder");
    assert_eq!(at_once.count(reopened), 0);
    // Agreed language was translated long ago.
    assert_eq!(circulated("text add talk alder"), 0);
}

#[test]
fn a_leak_shows_the_text_to_all_and_the_leaker_only_if_found() {
    let told = |changes: &[(&str, &str)]| {
        let table = council(changes, 7)
            .turn(1)
            .does("alder", "text open circle 1")
            .turn(2)
            .does("alder", "text invite birch alder")
            .turn(3)
            .does("birch", "text leak alder")
            .advance();
        let view = table.view(table.seat("acert"));
        assert_eq!(view.book.statements.drafts[0].clauses.len(), 2);
        assert!(view.book.statements.drafts[0].parties.is_empty());
        let lines = view.reveal.iter().map(|line| line.text.to_string());
        let lines: Vec<String> = lines.filter(|line| line.contains("leaked")).collect();
        (lines.join("; "), table.number("trust.alder.birch"))
    };
    let (lines, trust) = told(&[]);
    assert!(!lines.contains("Birch"), "{lines}");
    assert_eq!(trust, 50);
    let (lines, trust) = told(&[("leak_found: 0", "leak_found: 1000")]);
    assert!(lines.contains("Birch had leaked"), "{lines}");
    assert_eq!(trust, 38);
}

#[test]
fn a56_a_position_is_its_owners_alone() {
    let other = [(
        "leaning: 5, red_lines: [Clause(id: \"condemn\", above: 20)]",
        "leaning: 9, wishes: [Kind(kind: Dialogue)]",
    )];
    let begin = |changes: &[(&str, &str)]| {
        council(changes, 7)
            .turn(1)
            .does("alder", "text open council 0")
            .turn(2)
    };
    let (one, two) = (begin(&[]), begin(&other));
    for seat in ["alder", "birch", "acert"] {
        let [one, two] = [&one, &two].map(|table| table.bytes(&table.view(table.seat(seat))));
        assert_eq!(one, two, "{seat}");
    }
    let view = one.view(one.seat("birch"));
    assert_eq!(view.book.statements.red_lines.len(), 1);
}

#[test]
fn a_clause_is_thought_of_by_who_knows_what_it_is_about() {
    council(&[], 7)
        .turn(1)
        .does("alder", "text open council 0")
        .turn(2)
        .refuses("alder", "text add hint alder", "not in the text");
    council(
        &[("holders: [\"acert\"]", "holders: [\"acert\", \"alder\"]")],
        7,
    )
    .turn(1)
    .does("alder", "text open council 0")
    .turn(2)
    .does("alder", "text add hint alder");
}

#[test]
fn a57_a_text_of_somebody_without_a_seat_is_moved_on_by_its_pen_holder() {
    let tabled = [(
        "body: \"It stands still.\"",
        "body: \"It stands still.\", effects: [TableDraft(forum: \"council\", actor: \"cedar\", clauses: [\"help\", \"condemn\"])]",
    )];
    let table = council(&tabled, 7).turn(2).advance();
    let view = table.view(table.seat("birch"));
    assert_eq!(view.book.statements.drafts.len(), 1);
    let table = table.turn(8).advance();
    table.holds(&["adopted.council == 1", "signed.cedar.council == 1"]);
}

#[test]
fn the_order_of_sealing_does_not_matter() {
    let play = |order: [(&str, &str); 3]| {
        let mut table = council(&[], 7)
            .turn(1)
            .does("alder", "text open council 0")
            .turn(2);
        for (seat, deeds) in order {
            table = table.seals(seat, deeds);
        }
        let table = table.advance().turn(3);
        let names = Arc::clone(&table.scenario().names);
        names.scope(|| serde_json::to_string(&table.events[table.events.len() - 20..]).unwrap())
    };
    let ours = ("alder", "text add help alder; text soften condemn alder");
    let theirs = ("birch", "text ask drop norm alder; text bracket norm alder");
    let reversed = ("birch", "text bracket norm alder; text ask drop norm alder");
    let hold = ("acert", "hold");
    let seals = |events: &str| events.replace("Sealed", "");
    let one = play([ours, theirs, hold]);
    let two = play([hold, theirs, ours]);
    let three = play([
        reversed,
        ("alder", "text soften condemn alder; text add help alder"),
        hold,
    ]);
    let after = |events: &str| events.split_once("Resolve").unwrap().1.to_owned();
    assert_eq!(after(&seals(&one)), after(&seals(&two)));
    assert_eq!(after(&seals(&one)), after(&seals(&three)));
}

#[test]
fn standing_is_shown_to_those_in_the_room() {
    let table = council(&[], 7)
        .turn(1)
        .does("alder", "text open council 0")
        .turn(2)
        .does("birch", "text ask soften condemn alder");
    let view = table.view(table.seat("alder"));
    let draft = &view.book.statements.drafts[0];
    let birch = draft
        .parties
        .iter()
        .find(|row| row.name.as_str() == "Birch");
    assert!(matches!(&birch.unwrap().standing, Standing::Asks(asked) if asked.len() == 1));
    let own = table.view(table.seat("acert"));
    assert!(own.book.statements.drafts.is_empty());
}

#[test]
fn naming_narrows_the_coalition() {
    let elm = |outline: &str, naming: &str| {
        let table = council(&[("mistranslation: 0,", naming)], 7)
            .turn(1)
            .does("alder", &format!("text open assembly {outline}"))
            .turn(2)
            .advance();
        says(&table, "alder", "Elm")
    };
    let usual = "mistranslation: 0,";
    // The same committee, which has no red line at all: it waits for its approvals, or it asks for another text.
    assert!(elm("0", usual).contains("approvals"), "{}", elm("0", usual));
    assert!(
        elm("1", usual).contains("would sign if"),
        "{}",
        elm("1", usual)
    );
    let free = "mistranslation: 0, naming: 0,";
    assert!(elm("1", free).contains("approvals"), "{}", elm("1", free));
}
