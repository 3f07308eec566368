//! What keys make the screens ask for, without drawing.

use demarche::engine::act::Act;
use demarche::engine::command::Command;
use demarche::model::ChoiceId;
use demarche::model::DutyId;
use demarche::model::ledger::duties::Payload;
use demarche::text::SafeText;
use demarche::tui::app::App;
use demarche::tui::draft::Draft;
use demarche::tui::key::Key;
use demarche::tui::keys;
use demarche::tui::keys::BINDINGS;
use demarche::tui::msg::Place;
use demarche::tui::request::Ask;
use demarche::tui::request::Reply;
use demarche::tui::theme::ThemeName;

use crate::screens::fixture;
use crate::screens::frames::WALKS;
use crate::screens::frames::Walk;
use crate::screens::frames::app;
use crate::screens::frames::drawn;
use crate::screens::frames::room;

fn at(keys: &'static [Key]) -> App {
    let walk = Walk {
        name: "",
        replies: room,
        keys,
    };
    app(&walk, ThemeName::Dark, 80, 24)
}

fn named(name: &str) -> App {
    let walk = WALKS.iter().find(|walk| walk.name == name).unwrap();
    app(walk, ThemeName::Dark, 80, 24)
}

#[test]
fn enter_after_enter_answers_every_decision_and_seals() {
    let mut app = at(&[]);
    assert!(app.key(Key::Enter).is_empty());
    assert_eq!(app.place(), Place::Decision);
    assert!(
        matches!(app.key(Key::Enter).as_slice(), [Ask::Check(seat, acts)]
        if *seat == fixture::CERT && acts == &[Act::Answer { choice: ChoiceId(0) }])
    );
    assert_eq!(
        app.place(),
        Place::Decision,
        "the second decision comes by itself"
    );
    app.key(Key::Enter);
    assert_eq!(app.place(), Place::Plan);
    let asks = app.key(Key::Enter);
    let [Ask::Submit(commands)] = asks.as_slice() else {
        panic!("{asks:?}");
    };
    assert!(
        matches!(commands.as_slice(), [(Command::Seal { seat, acts }, None)]
        if *seat == fixture::CERT && acts.len() == 2)
    );
    app.reply(Reply::Submitted(Box::new(fixture::sealed())));
    assert!(matches!(app.key(Key::Enter).as_slice(), [Ask::Proceed]));
}

#[test]
fn what_is_not_possible_says_why_and_changes_nothing() {
    let mut app = at(&[Key::Enter, Key::Down, Key::Down]);
    assert!(app.key(Key::Enter).is_empty());
    assert_eq!(app.place(), Place::Decision);
    assert!(app.scene().draft.acts(fixture::CERT).is_empty());
}

#[test]
fn escape_goes_back_and_loses_nothing() {
    let mut app = at(&[Key::Enter, Key::Enter, Key::Esc]);
    assert_eq!(app.place(), Place::Room);
    assert_eq!(app.scene().draft.acts(fixture::CERT).len(), 1);
    app.key(Key::Char('a'));
    app.key(Key::Enter);
    app.key(Key::Esc);
    assert_eq!(app.scene().draft.acts(fixture::CERT).len(), 2);
    app.key(Key::Esc);
    assert_eq!(app.place(), Place::Leave);
    app.key(Key::Esc);
    assert_eq!(app.place(), Place::Room);
    assert_eq!(app.scene().draft.acts(fixture::CERT).len(), 2);
}

#[test]
fn a_rationale_is_kept_with_the_seal_and_hostile_text_stays_text() {
    let mut app = at(&[Key::Enter, Key::Char('r')]);
    assert_eq!(app.place(), Place::Field);
    app.paste("Partners\u{1b}]52;c;aGk=\u{7} first".to_owned());
    app.paste("x".repeat(1 << 20));
    app.key(Key::Enter);
    app.key(Key::Char('p'));
    assert_eq!(app.place(), Place::Decision);
    let kept = app.scene().draft.rationale(fixture::CERT).to_owned();
    assert!(kept.starts_with("Partners first"), "{kept:.40}");
    assert_eq!(kept.chars().count(), 2000);
}

#[test]
fn a_share_goes_out_under_the_label_that_was_chosen() {
    let mut app = at(&[Key::Char('s'), Key::Enter, Key::Enter]);
    assert!(
        matches!(app.key(Key::Enter).as_slice(), [Ask::Check(_, acts)]
        if matches!(acts.as_slice(), [Act::Share { tlp: demarche::model::marking::Tlp::Amber, .. }]))
    );
}

#[test]
fn sealed_choices_are_not_changed_in_passing() {
    let mut app = named("plan-sealed");
    assert!(app.key(Key::Char('x')).is_empty());
    assert_eq!(app.scene().draft.acts(fixture::CERT).len(), 1);
    assert!(
        matches!(app.key(Key::Char('u')).as_slice(), [Ask::Submit(commands)]
        if matches!(commands.as_slice(), [(Command::Unseal { .. }, None)]))
    );
}

#[test]
fn a_seal_is_offered_back_only_once_there_is_one() {
    for (name, is_offered) in [("plan", false), ("plan-sealed", true)] {
        let shown = drawn(&named(name), 160, 24).backend().to_string();
        assert_eq!(shown.contains("withdraw the seal"), is_offered, "{shown}");
    }
}

#[test]
fn the_curtain_hides_everything_until_the_next_person_is_there() {
    let mut app = named("curtain");
    assert_eq!(app.place(), Place::Curtain);
    for key in [Key::Esc, Key::Down, Key::Char('p'), Key::Char('2')] {
        assert!(app.key(key).is_empty());
        assert_eq!(app.place(), Place::Curtain);
    }
    assert!(matches!(app.key(Key::Enter).as_slice(), [Ask::Look(seats)]
        if seats == &[fixture::MINISTRY]));
}

#[test]
fn a_table_seals_all_its_seats_at_once() {
    let mut app = named("plan-table");
    let asks = app.key(Key::Enter);
    assert!(
        matches!(asks.as_slice(), [Ask::Submit(commands)] if commands.len() == 2),
        "{asks:?}"
    );
}

#[test]
fn the_facilitator_can_come_from_every_screen_of_an_exercise() {
    for walk in WALKS {
        let mut app = app(walk, ThemeName::Dark, 80, 24);
        let is_elsewhere = matches!(app.place(), Place::Console | Place::Watch);
        if app.scene().view.title.is_empty() || is_elsewhere {
            continue;
        }
        let place = app.place();
        let asks = app.key(Key::F(9));
        let writes = matches!(place, Place::Field);
        assert_eq!(
            matches!(asks.as_slice(), [Ask::Console]),
            !writes,
            "{}",
            walk.name
        );
    }
}

#[test]
fn no_place_gives_one_key_two_meanings_and_each_is_described() {
    let words = demarche::text::Words::default();
    for place in Place::ALL {
        let mut seen = Vec::new();
        for binding in keys::of(place) {
            for key in binding.keys {
                assert!(!seen.contains(key), "{place:?}: {key}");
                seen.push(*key);
            }
        }
        assert!(words.has(place.title()), "{}", place.title());
    }
    for binding in BINDINGS {
        assert!(words.has(binding.does), "{}", binding.does);
    }
}

#[test]
fn nothing_is_redrawn_when_nothing_changes() {
    let mut app = at(&[]);
    assert!(app.take_dirty());
    assert!(!app.take_dirty());
    app.key(Key::F(7));
    assert!(!app.take_dirty(), "a key without a meaning");
    app.key(Key::Down);
    assert!(app.take_dirty());
}

#[test]
fn what_is_possible_only_beside_another_act_comes_and_goes_with_it() {
    let duty = DutyId(0);
    let determine = Act::Determine { duty };
    let report = Act::Report {
        duty,
        payload: Payload::Full,
    };
    let mut view = fixture::view();
    let mut actions = view.actions.iter_mut();
    let action = actions.find(|action| action.act == report).unwrap();
    action.obstacle = Some(SafeText::line("no clock is running"));
    action.beside = vec![determine];
    let action = action.clone();
    let mut draft = Draft::default();
    assert!(draft.obstacle(&action).is_some());
    draft.toggle(fixture::CERT, determine);
    assert_eq!(draft.obstacle(&action), None);
    draft.toggle(fixture::CERT, report);
    draft.leave_orphans(&view, fixture::CERT);
    assert_eq!(draft.acts(fixture::CERT), [determine, report]);
    draft.toggle(fixture::CERT, determine);
    draft.leave_orphans(&view, fixture::CERT);
    assert!(draft.acts(fixture::CERT).is_empty());
}
