//! Measures: prepared or not, decided together, felt, reviewed and ended.

use demarche::engine::act::Act;
use demarche::engine::event::What;
use demarche::engine::ledger::book::BookAct;
use demarche::engine::ledger::book::BookEvent;
use demarche::engine::ledger::measures;
use demarche::engine::ledger::measures::Event;
use demarche::engine::ledger::measures::Stage;
use demarche::model::MeasureId;
use demarche::model::expr::Gives;
use demarche::model::id::Kind;
use demarche::model::ledger::measures::Form;
use demarche::model::ledger::measures::Lane;

use crate::engine::answers::table;
use crate::engine::answers::table_with;
use crate::support::table::Table;

fn is(what: &What, wanted: impl Fn(&Event) -> bool) -> bool {
    matches!(what, What::Book(BookEvent::Measures(event)) if wanted(event))
}

fn channel(table: &Table, measure: &str) -> i32 {
    let view = table.view(table.seat("mfa")).book.measures;
    let mut menu = view.menu.iter();
    menu.find(|row| row.name.as_str().contains(measure))
        .unwrap()
        .channel
}

#[test]
fn a3_b32_what_is_checked_asked_about_and_exempted_strains_nothing() {
    let table = table()
        .turn(1)
        .does(
            "mfa",
            "measure check listing; measure consult listing; measure exempt listing",
        )
        .holds(&["checked.listing && exempted.listing && !taken.listing"])
        .turn(2)
        .does("mfa", "measure take listing")
        // Six for a listing, one of the author's, less one for a quiet turn.
        .holds(&[
            "taken.listing && !badly_drafted.listing",
            "strained.norland.e == 0",
            "tension.northern.southern == 46",
        ]);
    assert_eq!(channel(&table, "yard"), 330);
    let table = table.turn(3).does("mfa", "measure guide listing");
    assert_eq!(channel(&table, "yard"), 850);
}

#[test]
fn a3_b30_b32_what_is_taken_in_a_hurry_is_remarked_badly_drafted_and_shuts_the_teams_out() {
    let table = table()
        .turn(1)
        .does("mfa", "measure take listing")
        .holds(&[
            "badly_drafted.listing",
            "strained.norland.e == 1",
            "tension.northern.southern == 49",
        ])
        .holds(&["trust.scert.ncert == 50 - 12", "trust.scert.mfa == 50"])
        .turn(2)
        .refuses("ncert", "ask scert", "leaves no channel to Suland's CERT")
        .refuses(
            "ncert",
            "share beacon with yard as green",
            "does not exempt incident response",
        )
        .does("mfa", "measure exempt listing")
        .turn(3);
    assert_eq!(channel(&table, "yard"), 330);
    // The Herald is not cut off, and neither is anybody who did not take part.
    table.does("ncert", "ask scert; ask herald");
}

#[test]
fn even_with_the_exemption_some_of_it_is_held_back_until_there_is_guidance() {
    let held = |guided: bool| {
        (0..40)
            .filter(|seed| {
                let prepared =
                    "measure check listing; measure consult listing; measure exempt listing";
                let mut table = table_with(&[], *seed).turn(1).does("mfa", prepared).turn(2);
                table = table.does("mfa", "measure take listing").turn(3);
                if guided {
                    table = table.does("mfa", "measure guide listing").turn(4);
                } else {
                    table = table.advance().turn(4);
                }
                let table = table.does("ncert", "share beacon with scert as green");
                table.count(|what| is(what, |event| matches!(event, Event::HeldBack { .. }))) > 0
            })
            .count()
    };
    let (before, after) = (held(false), held(true));
    // About two in three, and then about one in seven.
    assert!(
        (18..=35).contains(&before) && after <= 14,
        "{before} and {after} of 40"
    );
}

#[test]
fn a45_members_decide_together_and_instructions_take_a_night() {
    let table = table()
        .turn(1)
        .does("mfa", "measure check joint; measure take joint")
        .holds(&["proposed.joint && !taken.joint && assents.joint == 0"])
        .turn(2)
        .does("mfa", "lobby ally for joint; lobby friend for joint");
    let holds = |table: &Table, text| table.value(text, Gives::Truth) == 1;
    let mut table = table;
    for turn in 3..=6 {
        if holds(&table, "proposed.joint") {
            table = table.turn(turn).advance();
        }
    }
    let taken = holds(&table, "taken.joint");
    let assents = table.count(|what| is(what, |event| matches!(event, Event::Assented { .. })));
    assert_eq!(taken, assents == 2);
    assert!(
        !holds(&table, "proposed.joint"),
        "it is taken or off the table by now"
    );
    // Nobody is asked twice, and nobody whose assent it does not need.
    assert!(assents <= 2);
}

#[test]
fn care_5_a_listing_ends_by_itself_unless_it_is_reviewed_and_people_feel_it_meanwhile() {
    let listed = table().turn(1).does("mfa", "measure take listing");
    let hurt = listed.number("harm.crews");
    assert_eq!(hurt, 4, "twice two, since nothing is exempted");
    listed
        .turn(4)
        .holds(&["!taken.listing"])
        .saw(1, |what| {
            is(what, |event| {
                matches!(event, Event::Ended { sunset: true, .. })
            })
        })
        .does("mfa", "hold")
        .holds(&["harm.crews == 12"]);
    table()
        .turn(1)
        .does("mfa", "measure take listing")
        .turn(3)
        .does("mfa", "measure review listing")
        .holds(&["upheld.norland.e == 1"])
        .turn(5)
        .holds(&["taken.listing"])
        .does("mfa", "measure end listing")
        .holds(&["!taken.listing"])
        .turn(6)
        .does("ncert", "ask scert");
}

#[test]
fn a59_resisting_the_call_costs_approval_and_yielding_quietens_it() {
    table()
        .turn(2)
        .fires("calls")
        .holds(&["pressed.mfa == 80", "capital.mfa == 20"])
        .does("mfa", "hold")
        // The loud call is heard abroad, and time takes it back.
        .holds(&["capital.mfa == 19 + 0", "tension.northern.southern == 40"])
        .turn(3)
        .does("mfa", "measure take listing")
        .holds(&["pressed.mfa == 80 - 45"]);
}

#[test]
fn a_measure_deters_late_and_little_if_at_all() {
    let mut felt = Vec::new();
    for seed in 0..10 {
        let table = table_with(&[], seed)
            .turn(1)
            .does("mfa", "measure take listing; measure exempt listing")
            .turn(5);
        let mut drawn = None;
        for event in &table.events {
            match &event.what {
                What::Book(BookEvent::Measures(Event::DeterrenceDrawn { turn, by, .. })) => {
                    drawn = Some((*turn, *by));
                }
                What::Book(BookEvent::Measures(Event::Deterred { by, .. })) => {
                    let (turn, hidden) = drawn.unwrap();
                    assert!((3..=4).contains(&turn) && hidden == *by && (0..=200).contains(by));
                    felt.push(*by);
                }
                _ => {}
            }
        }
        // Only the range is anybody's to see.
        let view = table.view(table.seat("mfa")).book.measures;
        assert!(view.menu.iter().any(|row| row.deters == Some((200, 2, 3))));
    }
    assert_eq!(felt.len(), 10);
    assert!(felt.iter().any(|by| *by != felt[0]));
}

#[test]
fn a55_a_case_in_court_needs_evidence_that_was_kept_and_raises_no_tension() {
    table()
        .turn(1)
        .refuses("mfa", "measure take court", "needs evidence that was kept")
        .does("mfa", "call southern by police")
        .turn(2)
        .does("mfa", "measure take court")
        .holds(&[
            "taken.court",
            "upheld.norland.d >= 2",
            "tension.northern.southern <= 40",
        ]);
}

#[test]
fn a_countermeasure_comes_after_a_call_to_comply() {
    table()
        .turn(1)
        .refuses("mfa", "measure take counter", "call to comply")
        .does(
            "mfa",
            "measure take note; measure check counter; measure consult counter",
        )
        .turn(2)
        .does("mfa", "measure take counter")
        .holds(&[
            "taken.counter && !badly_drafted.counter",
            "strained.norland.f == 0",
        ]);
}

#[test]
fn a42_a_diary_is_trusted_a_little_by_everybody() {
    table().turn(1).does("mfa", "measure take diary").holds(&[
        "trust.suland.mfa == 51",
        "trust.ally.mfa == 51",
        "upheld.norland.a == 1",
    ]);
}

#[test]
fn what_is_on_another_desk_is_not_seen_until_it_is_in_force() {
    let table = table()
        .turn(1)
        .does("mfa", "measure check listing; measure exempt listing")
        .turn(2);
    assert!(
        table
            .view(table.seat("ncert"))
            .book
            .measures
            .menu
            .is_empty()
    );
    let table = table.does("mfa", "measure take listing").turn(3);
    let seen = table.view(table.seat("ncert")).book.measures.menu;
    assert!(matches!(seen[0].stage, Stage::Taken(2, Some(5))) && !seen[0].is_own && seen[0].exempt);
    // An author's effect is as good as a choice.
    table_with(&[], 3)
        .turn(1)
        .fires("forced")
        .holds(&["taken.listing && exempted.listing"]);
}

/// The menu with more on it, in front of the countermeasure.
fn menu(more: &str) -> Vec<(String, String)> {
    let counter = "(id: \"counter\"";
    vec![(counter.to_owned(), format!("{more}, {counter}"))]
}

#[track_caller]
fn with_menu(more: &str, changes: &[(&str, &str)]) -> Table {
    let menu = menu(more);
    let mut all: Vec<(&str, &str)> = changes.to_vec();
    all.extend(menu.iter().map(|(from, to)| (from.as_str(), to.as_str())));
    table_with(&all, 7)
}

#[test]
fn a37_a_compendium_slows_what_comes_at_once_if_it_was_adopted_beforehand() {
    let row = "(id: \"handbook\", name: \"The ports' handbook\", form: Compendium, by: [\"ncert\"], readies: [(\"ports\", 800)])";
    let prepared = [("turns: [", "prep: (title: \"Before\"), turns: [")];
    let hit = |when: Option<u16>, until: u16| {
        let mut table = with_menu(row, &prepared);
        if let Some(when) = when {
            table = table.turn(when).does("ncert", "measure take handbook");
        }
        table.turn(until).number("compromised.ports")
    };
    let (never, before, late) = (hit(None, 4), hit(Some(0), 4), hit(Some(1), 4));
    assert!(before < never, "{before} and {never}");
    assert_eq!(late, never, "owners need three turns");
    assert!(hit(Some(1), 8) < hit(None, 8), "then it is in place");
    with_menu(row, &prepared)
        .turn(0)
        .does("ncert", "measure take handbook")
        .holds(&["upheld.norland.g == 1"]);
}

#[test]
fn a54_a_fund_reaches_those_who_have_been_told() {
    let row = "(id: \"fund\", name: \"A fund\", form: Redress, relieves: [(\"riders\", 3)])";
    // The rumour about the crews hurts the riders.
    let table = || with_menu(row, &[("belief: 50", "belief: 90")]).turn(1);
    let left = |told: bool| {
        let mut table = table().does("mfa", "measure take fund").turn(2);
        if told {
            table = table.does("ncert", "notify riders");
        }
        table.turn(6).number("harm.riders")
    };
    let (told, untold) = (left(true), left(false));
    assert_eq!(untold, table().turn(6).number("harm.riders"));
    assert!(told < untold, "{told} and {untold}");
}

#[test]
fn a9_a_reading_of_the_law_binds_and_a_countermeasure_needs_one() {
    let rows = "(id: \"rule\", name: \"A rule\", form: Position, point: Sovereignty), \
                (id: \"principle\", name: \"A principle\", form: Position, point: Sovereignty), \
                (id: \"answering\", name: \"What one may do back\", form: Position, point: Countermeasures)";
    with_menu(rows, &[])
        .turn(1)
        .does("mfa", "measure take rule; measure take note")
        .holds(&["taken.rule", "trust.herald.mfa == 51"])
        .turn(2)
        .refuses("mfa", "measure take counter", "needs a reading of the law")
        .does("mfa", "measure take principle")
        // One reading on each point; whoever changes it is trusted less than before it said anything.
        .holds(&["taken.principle && !taken.rule", "trust.herald.mfa == 50"])
        .turn(3)
        .does("mfa", "measure take answering")
        .turn(4)
        .does("mfa", "measure check counter; measure take counter")
        .holds(&["taken.counter && taken.principle"]);
}

#[test]
fn a11_a66_an_item_on_the_agenda_is_cheaper_for_those_who_have_sat_there() {
    let row = |versed: &str| format!("(id: \"item\", name: \"An item\", form: AgendaItem{versed})");
    let hours = |versed: &str| {
        let table = with_menu(&row(versed), &[]);
        let found = table.scenario().names.find(Kind::Measure, "item");
        let measure = MeasureId(found.unwrap());
        let act = Act::Book(BookAct::Measures(measures::Act::Take { measure }));
        table.hours("mfa", &act)
    };
    assert_eq!(hours(""), 3);
    assert_eq!(hours(", versed: [\"mfa\"]"), 2);
    with_menu(&row(""), &[])
        .turn(1)
        .does("mfa", "measure take item")
        .holds(&["taken.item", "upheld.norland.a == 1"]);
}

/// Mechanics A38: four lanes of accountability, and what is in none of them.
#[test]
fn a38_every_form_is_in_the_lane_it_is_in() {
    for (form, lane) in [
        (Form::Signal, Some(Lane::Naming)),
        (Form::LegalCase, Some(Lane::Legal)),
        (Form::Listing, Some(Lane::Sanctions)),
        (Form::Diary, Some(Lane::Reputation)),
        (Form::Position, Some(Lane::Reputation)),
        (Form::Redress, None),
        (Form::Help, None),
    ] {
        assert_eq!(form.lane(), lane, "{form:?}");
    }
    for lane in Lane::ALL {
        assert!(Form::ALL.iter().any(|form| form.lane() == Some(*lane)));
    }
}
