//! Finding one's way: acts of a kind in one row that opens, and boards that stand where one left them.

use demarche::engine::act::Act;
use demarche::model::ActorId;
use demarche::model::DutyId;
use demarche::model::family::Family;
use demarche::model::ledger::duties::Payload;
use demarche::text::SafeText;
use demarche::tui::key::Key;
use demarche::tui::request::Reply;
use demarche::tui::theme::ThemeName;

use crate::screens::fixture;
use crate::screens::frames::Walk;
use crate::screens::frames::app;
use crate::screens::frames::began;
use crate::screens::frames::drawn;
use crate::screens::frames::room;

/// A seat that can keep in touch with four, and do nothing else.
fn of_a_kind() -> Vec<Reply> {
    let mut view = fixture::view();
    let like = view.actions[0].clone();
    view.actions = (0..4)
        .map(|number| {
            let mut action = like.clone();
            action.act = Act::KeepInTouch {
                with: ActorId(number),
            };
            action.family = Family::Hold;
            action.obstacle = None;
            action.label = SafeText::line(&format!("Keep in touch with Team {number}"));
            action
        })
        .collect();
    began(view)
}

fn seen(replies: fn() -> Vec<Reply>, keys: &'static [Key]) -> String {
    let walk = Walk {
        name: "finding",
        replies,
        keys,
    };
    let app = app(&walk, ThemeName::Mono, 80, 24);
    drawn(&app, 80, 24).backend().to_string()
}

#[test]
fn acts_of_a_kind_stand_in_one_row_that_opens() {
    let rows = |text: &str| text.matches("○ Keep in touch with").count();
    let folded = seen(of_a_kind, &[Key::Char('a')]);
    assert!(folded.contains("▸ Keep in touch with Team …"), "{folded}");
    let opened = seen(of_a_kind, &[Key::Char('a'), Key::Enter]);
    assert!(opened.contains("▾ Keep in touch with Team …"), "{opened}");
    assert!(rows(&opened) > rows(&folded), "{opened}");
    // Escape folds it together before it leaves.
    let closed = seen(of_a_kind, &[Key::Char('a'), Key::Enter, Key::Esc]);
    assert_eq!(closed, folded);
    // Typing finds what is inside.
    let found = seen(of_a_kind, &[Key::Char('a'), Key::Char('2')]);
    assert!(found.contains("○ Keep in touch with Team 2"), "{found}");
    assert!(!found.contains("Team 3"), "{found}");
    // A search that is begun by habit is the same search.
    let slashed = seen(of_a_kind, &[Key::Char('a'), Key::Char('/'), Key::Char('2')]);
    assert_eq!(slashed, found);
}

/// A seat with two clocks: each can be reported in full, one of them at the minimum as well.
fn reports() -> Vec<Reply> {
    let mut view = fixture::view();
    let like = view.actions[0].clone();
    let rows = [
        (0, Payload::Full, "Report: Early warning"),
        (0, Payload::Minimal, "Report, the minimum: Early warning"),
        (1, Payload::Full, "Report: Filing"),
    ];
    view.actions = rows
        .into_iter()
        .map(|(duty, payload, label)| {
            let mut action = like.clone();
            let duty = DutyId(duty);
            action.act = Act::Report { duty, payload };
            action.family = Family::Escalate;
            action.label = SafeText::line(label);
            action.text = SafeText::line(&format!("What “{label}” is."));
            action
        })
        .collect();
    began(view)
}

#[test]
fn reports_of_every_kind_stand_in_one_row_that_speaks_of_all() {
    let folded = seen(reports, &[Key::Char('a')]);
    assert!(folded.contains("▸ Report …"), "{folded}");
    assert!(folded.contains("clocks of yours"), "{folded}");
    assert!(!folded.contains("What “"), "{folded}");
    let opened = seen(reports, &[Key::Char('a'), Key::Enter, Key::Down]);
    assert!(opened.contains("What “Report: Early"), "{opened}");
}

#[test]
fn boards_open_where_one_left_them() {
    const BACK: &[Key] = &[
        Key::Char('b'),
        Key::Right,
        Key::Right,
        Key::Esc,
        Key::Char('b'),
    ];
    let left = seen(room, &[Key::Char('b'), Key::Right, Key::Right]);
    assert_eq!(seen(room, BACK), left);
    assert_ne!(seen(room, &[Key::Char('b')]), left);
}
