//! Every key of every screen.

use crate::tui::key::Key;
use crate::tui::keys::Binding;
use crate::tui::msg::Msg;
use crate::tui::msg::Place;

const fn key(
    place: Place,
    keys: &'static [Key],
    does: &'static str,
    msg: Msg,
    rank: u8,
) -> Binding {
    Binding {
        place,
        keys,
        shown: None,
        does,
        msg,
        rank,
    }
}

const fn pair(
    place: Place,
    keys: &'static [Key],
    shown: &'static str,
    does: &'static str,
    msg: Msg,
    rank: u8,
) -> Binding {
    Binding {
        place,
        keys,
        shown: Some(shown),
        does,
        msg,
        rank,
    }
}

const UP: &[Key] = &[Key::Up, Key::Char('k')];
const DOWN: &[Key] = &[Key::Down, Key::Char('j')];
const LEFT: &[Key] = &[Key::Left, Key::Char('h')];
const RIGHT: &[Key] = &[Key::Right, Key::Char('l')];
const ENTER: &[Key] = &[Key::Enter];
const ESC: &[Key] = &[Key::Esc];
const TAB: &[Key] = &[Key::Tab];
const BACK_TAB: &[Key] = &[Key::BackTab];
const SPACE: &[Key] = &[Key::Char(' ')];

/// Every key of every screen: one row each, which formatting would break into eight lines.
#[rustfmt::skip]
pub static BINDINGS: &[Binding] = &[
    key(Place::Anywhere, &[Key::Char('?'), Key::F(1)], "keys-do-help", Msg::Help, 90),
    key(Place::Anywhere, &[Key::Char(':'), Key::Ctrl('p')], "keys-do-palette", Msg::Palette, 80),
    key(Place::Anywhere, &[Key::Char('F'), Key::F(9)], "keys-do-console", Msg::Console, 0),
    key(Place::Anywhere, &[Key::PageUp, Key::Ctrl('b')], "keys-do-page-up", Msg::PageUp, 0),
    key(Place::Anywhere, &[Key::PageDown, Key::Ctrl('f')], "keys-do-page-down", Msg::PageDown, 0),
    key(Place::Anywhere, &[Key::Home, Key::Char('g')], "keys-do-first", Msg::First, 0),
    key(Place::Anywhere, &[Key::End, Key::Char('G')], "keys-do-last", Msg::Last, 0),
    key(Place::Anywhere, UP, "keys-do-up", Msg::Up, 0),
    key(Place::Anywhere, DOWN, "keys-do-down", Msg::Down, 0),
    key(Place::Anywhere, ESC, "keys-do-back", Msg::Back, 0),
    key(Place::Anywhere, &[Key::Ctrl('c'), Key::Ctrl('q')], "keys-do-quit-now", Msg::Quit, 0),
    // Home
    key(Place::Home, ENTER, "keys-do-choose", Msg::Enter, 1),
    pair(Place::Home, UP, "↑↓", "keys-do-move", Msg::Up, 2),
    key(Place::Home, DOWN, "keys-do-down", Msg::Down, 0),
    key(Place::Home, &[Key::Char('s')], "keys-do-settings", Msg::Settings, 3),
    key(Place::Home, &[Key::Char('m')], "keys-do-handbook", Msg::Handbook, 5),
    key(Place::Home, &[Key::Char('q')], "keys-do-quit", Msg::Quit, 4),
    // Settings
    key(Place::Settings, ENTER, "keys-do-change", Msg::Enter, 1),
    pair(Place::Settings, UP, "↑↓", "keys-do-move", Msg::Up, 2),
    key(Place::Settings, DOWN, "keys-do-down", Msg::Down, 0),
    key(Place::Settings, SPACE, "keys-do-change", Msg::Toggle, 0),
    key(Place::Settings, RIGHT, "keys-do-change", Msg::Right, 0),
    key(Place::Settings, LEFT, "keys-do-change-back", Msg::Left, 0),
    key(Place::Settings, ESC, "keys-do-back", Msg::Back, 3),
    // Seats
    key(Place::Seats, ENTER, "keys-do-take-seat", Msg::Enter, 1),
    pair(Place::Seats, UP, "↑↓", "keys-do-seat", Msg::Up, 2),
    key(Place::Seats, DOWN, "keys-do-down", Msg::Down, 0),
    key(Place::Seats, SPACE, "keys-do-who", Msg::Toggle, 3),
    pair(Place::Seats, RIGHT, "→", "keys-do-profile", Msg::Right, 6),
    key(Place::Seats, LEFT, "keys-do-profile-back", Msg::Left, 0),
    key(Place::Seats, &[Key::Char('t')], "keys-do-table", Msg::Table, 4),
    key(Place::Seats, &[Key::Char('m')], "keys-do-more", Msg::More, 5),
    key(Place::Seats, &[Key::Char('r')], "keys-do-reseed", Msg::Reseed, 0),
    key(Place::Seats, ESC, "keys-do-back", Msg::Back, 7),
    // Briefing
    key(Place::Briefing, ENTER, "keys-do-enter-room", Msg::Enter, 1),
    pair(Place::Briefing, UP, "↑↓", "keys-do-scroll", Msg::Up, 2),
    key(Place::Briefing, DOWN, "keys-do-down", Msg::Down, 0),
    key(Place::Briefing, SPACE, "keys-do-page-down", Msg::PageDown, 3),
    key(Place::Briefing, ESC, "keys-do-back", Msg::Back, 4),
    // Situation room
    key(Place::Room, ENTER, "keys-do-next", Msg::Enter, 1),
    key(Place::Room, SPACE, "keys-do-read-on", Msg::ReadOn, 2),
    key(Place::Room, &[Key::Char('a')], "keys-do-actions", Msg::Actions, 3),
    key(Place::Room, &[Key::Char('s')], "keys-do-share", Msg::Share, 4),
    key(Place::Room, &[Key::Char('p')], "keys-do-plan", Msg::Plan, 6),
    key(Place::Room, &[Key::Char('b')], "keys-do-boards", Msg::Boards, 5),
    pair(Place::Room, TAB, "Tab", "keys-do-next-part", Msg::Next, 7),
    key(Place::Room, BACK_TAB, "keys-do-previous-part", Msg::Previous, 0),
    pair(Place::Room, UP, "↑↓", "keys-do-move", Msg::Up, 9),
    key(Place::Room, DOWN, "keys-do-down", Msg::Down, 0),
    key(Place::Room, RIGHT, "keys-do-next-part", Msg::Next, 0),
    key(Place::Room, LEFT, "keys-do-previous-part", Msg::Previous, 0),
    key(Place::Room, &[Key::Char('w')], "keys-do-why", Msg::Why, 8),
    key(Place::Room, &[Key::Char('1')], "keys-do-part-1", Msg::Part(1),
        0,
    ),
    key(Place::Room, &[Key::Char('2')], "keys-do-part-2", Msg::Part(2),
        0,
    ),
    key(Place::Room, &[Key::Char('3')], "keys-do-part-3", Msg::Part(3),
        0,
    ),
    key(Place::Room, &[Key::Char('4')], "keys-do-part-4", Msg::Part(4),
        0,
    ),
    key(Place::Room, &[Key::Char('5')], "keys-do-part-5", Msg::Part(5),
        0,
    ),
    key(Place::Room, &[Key::Char('u')], "keys-do-withdraw", Msg::Withdraw, 0),
    key(Place::Room, &[Key::Char('c')], "keys-do-briefing", Msg::Briefing, 0),
    key(Place::Room, &[Key::Char('P')], "keys-do-pause", Msg::Pause, 0),
    key(Place::Room, &[Key::Esc, Key::Char('q')], "keys-do-leave", Msg::Back, 10),
    // Boards
    key(Place::Boards, ENTER, "keys-do-enter-board", Msg::Enter, 1),
    pair(Place::Boards, RIGHT, "←→", "keys-do-board", Msg::Right, 2),
    key(Place::Boards, LEFT, "keys-do-board", Msg::Left, 0),
    pair(Place::Boards, UP, "↑↓", "keys-do-move", Msg::Up, 3),
    key(Place::Boards, DOWN, "keys-do-down", Msg::Down, 0),
    key(Place::Boards, &[Key::Char('w'), Key::Char('y')], "keys-do-why", Msg::Why, 4),
    key(Place::Boards, &[Key::Char('v')], "keys-do-view", Msg::View, 5),
    pair(Place::Boards, TAB, "Tab", "keys-do-acts", Msg::Next, 0),
    key(Place::Boards, BACK_TAB, "keys-do-acts", Msg::Previous, 0),
    key(Place::Boards, SPACE, "keys-do-page-down", Msg::PageDown, 0),
    key(Place::Boards, &[Key::Char('1')], "keys-do-board-number", Msg::Part(1), 0),
    key(Place::Boards, &[Key::Char('2')], "keys-do-board-number", Msg::Part(2), 0),
    key(Place::Boards, &[Key::Char('3')], "keys-do-board-number", Msg::Part(3), 0),
    key(Place::Boards, &[Key::Char('4')], "keys-do-board-number", Msg::Part(4), 0),
    key(Place::Boards, &[Key::Char('5')], "keys-do-board-number", Msg::Part(5), 0),
    key(Place::Boards, &[Key::Char('6')], "keys-do-board-number", Msg::Part(6), 0),
    key(Place::Boards, &[Key::Char('7')], "keys-do-board-number", Msg::Part(7), 0),
    key(Place::Boards, &[Key::Char('8')], "keys-do-board-number", Msg::Part(8), 0),
    key(Place::Boards, &[Key::Char('9')], "keys-do-board-number", Msg::Part(9), 0),
    key(Place::Boards, &[Key::Char('a')], "keys-do-actions", Msg::Actions, 7),
    key(Place::Boards, &[Key::Char('s')], "keys-do-share", Msg::Share, 0),
    key(Place::Boards, &[Key::Char('p')], "keys-do-plan", Msg::Plan, 8),
    key(Place::Boards, ESC, "keys-do-back", Msg::Back, 6),
    // Decision
    key(Place::Decision, ENTER, "keys-do-decide", Msg::Enter, 1),
    pair(Place::Decision, UP, "↑↓", "keys-do-compare", Msg::Up, 2),
    key(Place::Decision, DOWN, "keys-do-down", Msg::Down, 0),
    key(Place::Decision, &[Key::Char('r')], "keys-do-rationale", Msg::Rationale, 3),
    key(Place::Decision, &[Key::Char('x'), Key::Delete], "keys-do-unchoose", Msg::Remove, 6),
    pair(Place::Decision, TAB, "Tab", "keys-do-next-decision", Msg::Next, 4),
    key(Place::Decision, BACK_TAB, "keys-do-previous-decision", Msg::Previous, 0),
    key(Place::Decision, RIGHT, "keys-do-next-decision", Msg::Next, 0),
    key(Place::Decision, LEFT, "keys-do-previous-decision", Msg::Previous, 0),
    key(Place::Decision, SPACE, "keys-do-page-down", Msg::PageDown, 7),
    key(Place::Decision, ESC, "keys-do-back", Msg::Back, 5),
    // Standing actions
    key(Place::Actions, ENTER, "keys-do-plan-act", Msg::Enter, 1),
    pair(Place::Actions, &[Key::Up], "↑↓", "keys-do-move", Msg::Up, 2),
    key(Place::Actions, &[Key::Down], "keys-do-down", Msg::Down, 0),
    pair(Place::Actions, TAB, "Tab", "keys-do-next-family", Msg::Next, 3),
    key(Place::Actions, BACK_TAB, "keys-do-previous-family", Msg::Previous, 0),
    key(Place::Actions, ESC, "keys-do-back", Msg::Back, 5),
    // Share
    key(Place::Share, ENTER, "keys-do-share-next", Msg::Enter, 1),
    pair(Place::Share, UP, "↑↓", "keys-do-move", Msg::Up, 2),
    key(Place::Share, DOWN, "keys-do-down", Msg::Down, 0),
    pair(Place::Share, RIGHT, "←→", "keys-do-column", Msg::Right, 3),
    key(Place::Share, LEFT, "keys-do-column", Msg::Left, 0),
    key(Place::Share, TAB, "keys-do-column", Msg::Next, 0),
    key(Place::Share, BACK_TAB, "keys-do-column", Msg::Previous, 0),
    key(Place::Share, &[Key::Char('x'), Key::Delete], "keys-do-remove", Msg::Remove, 0),
    key(Place::Share, ESC, "keys-do-back", Msg::Back, 5),
    // Plan
    key(Place::Plan, ENTER, "keys-do-seal", Msg::Enter, 1),
    pair(Place::Plan, UP, "↑↓", "keys-do-move", Msg::Up, 6),
    key(Place::Plan, DOWN, "keys-do-down", Msg::Down, 0),
    key(Place::Plan, &[Key::Char('x'), Key::Delete], "keys-do-remove", Msg::Remove, 2),
    key(Place::Plan, &[Key::Char('a')], "keys-do-actions", Msg::Actions, 3),
    key(Place::Plan, &[Key::Char('s')], "keys-do-share", Msg::Share, 4),
    key(Place::Plan, &[Key::Char('r')], "keys-do-rationale", Msg::Rationale, 5),
    key(Place::Plan, &[Key::Char('u')], "keys-do-withdraw", Msg::Withdraw, 7),
    key(Place::Plan, ESC, "keys-do-back", Msg::Back, 8),
    // A text field
    key(Place::Field, ENTER, "keys-do-keep", Msg::Enter, 1),
    key(Place::Field, ESC, "keys-do-back", Msg::Back, 2),
    pair(Place::Field, &[Key::Left], "←→", "keys-do-caret", Msg::Left, 0),
    key(Place::Field, &[Key::Right], "keys-do-caret", Msg::Right, 0),
    key(Place::Field, TAB, "keys-do-rate", Msg::Next, 0),
    // Reveal
    key(Place::Reveal, ENTER, "keys-do-next", Msg::Enter, 1),
    pair(Place::Reveal, UP, "↑↓", "keys-do-move", Msg::Up, 2),
    key(Place::Reveal, DOWN, "keys-do-down", Msg::Down, 0),
    key(Place::Reveal, SPACE, "keys-do-page-down", Msg::PageDown, 0),
    key(Place::Reveal, &[Key::Char('w')], "keys-do-why", Msg::Why, 3),
    key(Place::Reveal, ESC, "keys-do-leave", Msg::Back, 4),
    // Why?
    key(Place::Why, ENTER, "keys-do-back", Msg::Back, 1),
    pair(Place::Why, UP, "↑↓", "keys-do-scroll", Msg::Up, 2),
    key(Place::Why, DOWN, "keys-do-down", Msg::Down, 0),
    key(Place::Why, SPACE, "keys-do-page-down", Msg::PageDown, 0),
    // Help
    pair(Place::Help, TAB, "Tab", "keys-do-help-part", Msg::Next, 1),
    key(Place::Help, BACK_TAB, "keys-do-help-part", Msg::Previous, 0),
    pair(Place::Help, &[Key::Up], "↑↓", "keys-do-move", Msg::Up, 2),
    key(Place::Help, &[Key::Down], "keys-do-down", Msg::Down, 0),
    key(Place::Help, ENTER, "keys-do-back", Msg::Back, 0),
    key(Place::Help, ESC, "keys-do-back", Msg::Back, 3),
    // Debrief
    pair(Place::Debrief, TAB, "Tab", "keys-do-next-tab", Msg::Next, 1),
    key(Place::Debrief, RIGHT, "keys-do-next-tab", Msg::Next, 0),
    key(Place::Debrief, BACK_TAB, "keys-do-previous-tab", Msg::Previous, 0),
    key(Place::Debrief, LEFT, "keys-do-previous-tab", Msg::Previous, 0),
    pair(Place::Debrief, UP, "↑↓", "keys-do-scroll", Msg::Up, 3),
    key(Place::Debrief, DOWN, "keys-do-down", Msg::Down, 0),
    key(Place::Debrief, SPACE, "keys-do-page-down", Msg::PageDown, 2),
    key(Place::Debrief, ENTER, "keys-do-read-on", Msg::Enter, 0),
    key(Place::Debrief, ESC, "keys-do-to-home", Msg::Back, 4),
    // Facilitator's console
    key(Place::Console, ENTER, "keys-do-console-enter", Msg::Enter, 1),
    pair(Place::Console, UP, "↑↓", "keys-do-move", Msg::Up, 7),
    key(Place::Console, DOWN, "keys-do-down", Msg::Down, 0),
    pair(Place::Console, TAB, "Tab", "keys-do-next-part", Msg::Next, 6),
    key(Place::Console, BACK_TAB, "keys-do-previous-part", Msg::Previous, 0),
    key(Place::Console, &[Key::Char('p'), Key::Char('P')], "keys-do-pause", Msg::Pause, 2),
    key(Place::Console, &[Key::Char('f')], "keys-do-fire", Msg::Fire, 3),
    key(Place::Console, &[Key::Char('s')], "keys-do-skip", Msg::Skip, 4),
    key(Place::Console, &[Key::Char('t')], "keys-do-fill", Msg::Fill, 5),
    key(Place::Console, &[Key::Char('n')], "keys-do-note", Msg::Note, 5),
    key(Place::Console, ESC, "keys-do-back", Msg::Back, 8),
    // Curtain
    key(Place::Curtain, ENTER, "keys-do-curtain", Msg::Enter, 1),
    // Command palette
    key(Place::Palette, ENTER, "keys-do-run", Msg::Enter, 1),
    pair(Place::Palette, &[Key::Up], "↑↓", "keys-do-move", Msg::Up, 2),
    key(Place::Palette, &[Key::Down], "keys-do-down", Msg::Down, 0),
    key(Place::Palette, ESC, "keys-do-back", Msg::Back, 3),
    // Leave?
    key(Place::Leave, ENTER, "keys-do-leave", Msg::Enter, 1),
    key(Place::Leave, ESC, "keys-do-stay", Msg::Back, 2),
    // Handbook
    key(Place::Handbook, ENTER, "keys-do-page-down", Msg::Enter, 1),
    pair(Place::Handbook, &[Key::Up], "↑↓", "keys-do-move", Msg::Up, 2),
    key(Place::Handbook, &[Key::Down], "keys-do-down", Msg::Down, 0),
    key(Place::Handbook, ESC, "keys-do-back", Msg::Back, 3),
    // Preview
    key(Place::Watch, ENTER, "keys-do-jump", Msg::Enter, 1),
    pair(Place::Watch, RIGHT, "←→", "keys-do-step", Msg::Right, 2),
    key(Place::Watch, LEFT, "keys-do-step-back", Msg::Left, 0),
    key(Place::Watch, &[Key::Char('s')], "keys-do-other-seat", Msg::View, 3),
    pair(Place::Watch, TAB, "Tab", "keys-do-next-part", Msg::Next, 4),
    key(Place::Watch, BACK_TAB, "keys-do-previous-part", Msg::Previous, 0),
    key(Place::Watch, &[Key::Char('f')], "keys-do-send-inject", Msg::Fire, 5),
    pair(Place::Watch, UP, "↑↓", "keys-do-scroll", Msg::Up, 6),
    key(Place::Watch, DOWN, "keys-do-down", Msg::Down, 0),
    key(Place::Watch, SPACE, "keys-do-page-down", Msg::PageDown, 0),
    key(Place::Watch, &[Key::Char('r')], "keys-do-other-luck", Msg::Reseed, 7),
    key(Place::Watch, &[Key::Char('1')], "keys-do-part-1", Msg::Part(1), 0),
    key(Place::Watch, &[Key::Char('2')], "keys-do-part-2", Msg::Part(2), 0),
    key(Place::Watch, &[Key::Char('3')], "keys-do-part-3", Msg::Part(3), 0),
    key(Place::Watch, &[Key::Char('4')], "keys-do-part-4", Msg::Part(4), 0),
    key(Place::Watch, &[Key::Char('q'), Key::Esc], "keys-do-quit", Msg::Back, 8),
];
