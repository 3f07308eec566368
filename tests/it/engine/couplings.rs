//! Couplings: what one ledger asks of another, and what several seats at one table can do.

use demarche::engine::act::Act as Any;
use demarche::engine::adversary::AdversaryEvent;
use demarche::engine::command::Command;
use demarche::engine::event::What;
use demarche::engine::ledger::book::BookAct;
use demarche::engine::ledger::capacity;
use demarche::engine::ledger::contacts;
use demarche::engine::ledger::mandate;
use demarche::engine::ledger::narrative;
use demarche::engine::ledger::politicisation;
use demarche::engine::lens::Lens;
use demarche::model::ActorId;
use demarche::model::StoryId;
use demarche::model::id::Kind;
use demarche::model::ledger::narrative::Stance;

use crate::engine::answers::table;
use crate::engine::answers::table_with;
use crate::engine::house::P;
use crate::engine::house::house_with;
use crate::support::table::Table;

fn who(table: &Table, word: &str) -> ActorId {
    ActorId(table.scenario().names.find(Kind::Actor, word).unwrap())
}

fn book(table: &Table, seat: &str, act: BookAct) -> Command {
    let acts = vec![Any::Book(act)];
    let seat = table.seat(seat);
    Command::Seal { seat, acts }
}

/// What stands before the response menu in the scenario.
const MENU: &str = "    measures: (\n";

fn with(section: &str, seed: u64) -> Table {
    table_with(&[(MENU, &format!("{section}{MENU}"))], seed)
}

#[test]
fn a31_an_arrangement_made_beforehand_lets_something_through_a_closed_channel() {
    let directory = "    contacts: (directory: [(id: \"desk\", holder: \"ncert\", reaches: \"scert\", concern: Technical, route: Personal)], stale_odds: 0),\n";
    let mut arranged = 0;
    for seed in 0..6 {
        let table = with(directory, seed).turn(1);
        let with = who(&table, "scert");
        let arrange = BookAct::Contacts(contacts::Act::Arrange { with });
        let command = book(&table, "ncert", arrange);
        let table = table.accepts(&command).does("mfa", "measure take listing");
        let view = table.view(table.seat("ncert"));
        let has_one = !view.book.contacts.links.is_empty();
        let table = table.turn(2);
        if has_one {
            arranged += 1;
            table.does("ncert", "ask scert");
        } else {
            table.refuses("ncert", "ask scert", "leaves no channel to Suland's CERT");
        }
    }
    assert!((1..6).contains(&arranged), "{arranged} were agreed");
}

#[test]
fn who_proposes_a_measure_to_its_members_assents_as_one_of_them() {
    let joint = [("[(\"ally\", 400)", "[(\"mfa\", 400), (\"ally\", 400)")];
    table_with(&joint, 7)
        .turn(1)
        .does("mfa", "measure take joint")
        .holds(&["assents.joint == 1", "proposed.joint"]);
    table()
        .turn(1)
        .does("mfa", "measure take joint")
        .holds(&["assents.joint == 0"]);
}

#[test]
fn what_nobody_spoke_about_is_told_in_one_line() {
    let both = [(
        "truth: True, belief: 30",
        "truth: True, from: 1, belief: 30",
    )];
    let table = table_with(&both, 7).turn(3).does("mfa", "hold").advance();
    let view = table.view(table.seat("mfa"));
    let told = view.reveal.iter().map(|line| line.text.as_str());
    let silent: Vec<_> = told
        .filter(|line| line.starts_with("Nobody spoke"))
        .collect();
    assert_eq!(
        silent,
        ["Nobody spoke about “The crews did it”, “Help comes late”, and others did"]
    );
}

const TEAM: &str = "    politicisation: (teams: [(cert: \"ncert\", start: 20)]),\n";

#[test]
fn b28_a_team_that_refuses_to_be_quoted_stands_on_no_podium() {
    let table = with(TEAM, 7).turn(1);
    let story = StoryId(table.scenario().names.find(Kind::Story, "strike").unwrap());
    let podium = narrative::Act::Brief {
        story,
        stance: Stance::Denies,
        podium: true,
    };
    let brief = book(&table, "mfa", BookAct::Narrative(podium));
    let refuse = BookAct::Politicisation(politicisation::Act::Refuse);
    let refuse = book(&table, "ncert", refuse);
    let table = table.accepts(&refuse).advance().turn(2);
    table.rejects(&brief, "refuses to be quoted until turn 5");
    let table = with(TEAM, 7).turn(2);
    table.accepts(&brief);
}

#[test]
fn b15_a_hold_politicises_a_team_that_has_no_zone_to_hold() {
    let house = "    mandate: (houses: [(actor: \"ncert\", answers_to: \"mfa\")]),\n";
    let sections = format!("{TEAM}{house}{MENU}");
    let zoneless = [
        (MENU, sections.as_str()),
        ("owner: \"ncert\", cert: \"ncert\"", "owner: \"ncert\""),
    ];
    let table = table_with(&zoneless, 7).turn(1);
    let cert = who(&table, "ncert");
    let hold = BookAct::Mandate(mandate::Act::PutHold { cert });
    let hold = book(&table, "mfa", hold);
    table
        .accepts(&hold)
        .advance()
        .holds(&["on_hold.ncert", "politicised.ncert == 24"]);
}

#[test]
fn a59_a_loud_call_at_home_is_heard_in_a_pair_nobody_named() {
    let pressed = |pairs: &str| {
        table_with(&[("pairs: [(\"northern\", \"southern\", 40)],", pairs)], 7)
            .turn(1)
            .fires("calls")
            .does("mfa", "hold")
            .number("tension.northern.southern")
    };
    // A point by the call; time takes it off again down to where it began.
    assert_eq!(pressed("calming: 0,"), 21);
    assert_eq!(pressed("calming: 0, pressure_raises: 0,"), 20);
}

/// A forum in which the ministry can say who did it.
const FORUM: &str = r#"    statements: (
        forums: [(id: "council", name: "the Council", members: ["mfa", "ally"], decides: Agency)],
        clauses: [
            (id: "who", kind: Name, names: "suland", title: "names Suland", versions: [(text: "It was Suland.", strength: 40)]),
            (id: "them", kind: Name, names: "ghost", title: "names Ghost", versions: [(text: "It was Ghost.", strength: 40)]),
        ],
        outlines: [(title: "Suland did it", clauses: ["who"]), (title: "Ghost did it", clauses: ["them"])],
    ),
"#;

#[test]
fn a22_a_text_that_names_somebody_beyond_what_its_sponsor_knows_costs_its_word() {
    let says = |weight: i32, outline: usize| {
        let hypothesis = format!(
            "    attribution: (\n        hypotheses: [(id: \"su\", name: \"Suland\", level: State, accused: \"suland\")],\n        \
             evidence: [(fact: \"beacon\", hypothesis: \"su\", weight: {weight})],\n    ),\n"
        );
        with(&format!("{FORUM}{hypothesis}"), 7)
            .turn(1)
            .does("mfa", &format!("text open council {outline}"))
            .turn(2)
            .does("mfa", "text publish mfa")
            .number("credence.mfa")
    };
    assert_eq!(says(10, 0), 60 - 6, "low confidence");
    assert_eq!(
        says(100, 0),
        60,
        "half of it, since nobody has verified it, is moderate"
    );
    assert_eq!(says(10, 1), 60, "nobody asks who Ghost is");
}

#[test]
fn an_adversary_that_a_text_names_sees_itself_named() {
    let hunted = format!("{FORUM}    adversary: (actor: \"ghost\", caution: 0),\n");
    let named = |outline: &str| {
        let table = with(&hunted, 7)
            .turn(1)
            .does("mfa", outline)
            .turn(2)
            .does("mfa", "text publish mfa")
            .turn(3)
            .advance();
        table.count(|what| matches!(what, What::Adversary(AdversaryEvent::Escalated)))
    };
    assert_eq!(named("text open council 1"), 1);
    assert_eq!(named("text open council 0"), 0);
}

#[test]
fn a14_a_pledge_is_one_pledge_wherever_it_is_made() {
    let firm = [
        (
            "name: \"Sound Yard\", kind: Operator",
            "name: \"Sound Yard\", kind: Vendor",
        ),
        (
            "aims: [\"Contain\"]),\n",
            "aims: [\"Contain\"]),\n        (id: \"yard\", actor: \"yard\", kind: Vendor, title: \"Yard\", brief: \"You build.\", hours: 8, capital: 5, aims: [\"Build\"]),\n",
        ),
        (
            "        menu: [\n",
            "        menu: [\n            (id: \"pledge\", name: \"A pledge\", form: Pledge),\n",
        ),
    ];
    table_with(&firm, 7)
        .turn(1)
        .does("yard", "measure take pledge")
        .holds(&["taken.pledge", "pledged.yard"]);
}

#[test]
fn help_that_is_offered_at_the_end_of_a_turn_can_be_accepted_in_the_next() {
    let late = [
        ("hours: 3, tickets: 8", "stays: 1, hours: 3, tickets: 8"),
        (
            "effects: [Grant(permit: \"may_contain\")]",
            "effects: [MakeOffer(offer: \"hands\")]",
        ),
    ];
    let table = house_with(1, &late)
        .turn(1)
        .does("mfa", "take give_leave")
        .turn(2);
    let offer = table.offer("hands");
    table
        .undertakes("cert", P(capacity::Act::Accept { offer }))
        .holds(&["accepted.hands"]);
}

#[test]
fn several_at_one_table_each_pay_their_own_price_and_act_on_what_they_hold() {
    let crews = [
        (
            "crews: [(seat: \"cert\", tier: 1, tickets: 10)]",
            "crews: [(seat: \"cert\", tier: 1, tickets: 10), (seat: \"mfa\")]",
        ),
        (
            "title: \"Desk officer\", brief: \"You have the telephone.\", hours: 12",
            "title: \"Desk officer\", brief: \"You have the telephone.\", hours: 6",
        ),
    ];
    let table = house_with(1, &crews).turn(1);
    let seats = [table.seat("cert"), table.seat("mfa")];
    let together = Lens::new(&table.playable, &table.state, &seats);
    let rest = Any::Book(BookAct::Capacity(capacity::Act::Rest));
    assert_eq!(together.price(seats[0], &rest).hours, 6);
    assert_eq!(together.price(seats[1], &rest).hours, 3);
    // What is possible at a table is what each is allowed when it acts.
    for seat in seats {
        let own = [seat];
        let alone = Lens::new(&table.playable, &table.state, &own);
        for act in together.possible(seat) {
            assert!(alone.can(seat, &act).is_ok(), "{act:?}");
        }
    }
}
