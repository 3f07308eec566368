//! What every screen looks like: file snapshots in a plain theme at two sizes, and no panic at absurd ones.

use std::sync::Arc;

use demarche::engine::view::SeatView;
use demarche::session::ControlInject;
use demarche::session::ControlSeat;
use demarche::session::ControlView;
use demarche::session::InjectStatus;
use demarche::text::SafeText;
use demarche::text::Words;
use demarche::tui::app::App;
use demarche::tui::app::Environment;
use demarche::tui::debrief::Block;
use demarche::tui::debrief::DebriefView;
use demarche::tui::debrief::Tab;
use demarche::tui::debrief::Tone;
use demarche::tui::key::Key;
use demarche::tui::request::Reply;
use demarche::tui::settings::Settings;
use demarche::tui::theme::Depth;
use demarche::tui::theme::Theme;
use demarche::tui::theme::ThemeName;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::style::Color;
use ratatui::style::Style;

use crate::screens::fixture;
use crate::screens::written;

/// A screen by its name, and how one gets there.
pub(crate) struct Walk {
    pub(crate) name: &'static str,
    /// What comes back first.
    pub(crate) replies: fn() -> Vec<Reply>,
    pub(crate) keys: &'static [Key],
}

const fn walk(name: &'static str, replies: fn() -> Vec<Reply>, keys: &'static [Key]) -> Walk {
    Walk {
        name,
        replies,
        keys,
    }
}

fn nothing() -> Vec<Reply> {
    Vec::new()
}

fn lists() -> Vec<Reply> {
    vec![Reply::Lists(fixture::lists())]
}

pub(crate) fn began(view: SeatView) -> Vec<Reply> {
    vec![Reply::Began {
        people: view.roles.iter().map(|role| role.seat).collect(),
        table: view.roles.len() > 1,
        turn: None,
        is_new: false,
        view: Box::new(view),
    }]
}

pub(crate) fn room() -> Vec<Reply> {
    began(fixture::view())
}

fn fresh() -> Vec<Reply> {
    vec![Reply::Began {
        people: vec![fixture::CERT],
        table: false,
        turn: None,
        is_new: true,
        view: Box::new(fixture::view()),
    }]
}

fn table() -> Vec<Reply> {
    began(fixture::table_view())
}

fn sealed() -> Vec<Reply> {
    began(fixture::sealed())
}

fn revealed() -> Vec<Reply> {
    began(fixture::revealed())
}

fn ended() -> Vec<Reply> {
    began(fixture::ended())
}

fn why() -> Vec<Reply> {
    let mut replies = room();
    replies.push(Reply::Why(Box::new(fixture::why())));
    replies
}

fn paused() -> Vec<Reply> {
    let mut view = fixture::view();
    view.paused = true;
    began(view)
}

/// A long title, and a clock of its own.
fn abroad() -> Vec<Reply> {
    let mut view = fixture::view();
    view.roles[0].title = SafeText::line("Head of product security, keeper of plait");
    view.story_zone = SafeText::line("UTC+2");
    view.story_own = SafeText::line("Wed 03:00 with you");
    began(view)
}

fn curtain() -> Vec<Reply> {
    let mut view = fixture::sealed();
    view.table[1].is_bot = false;
    view.table[1].has_sealed = false;
    vec![Reply::Began {
        people: vec![fixture::CERT, fixture::MINISTRY],
        table: false,
        turn: None,
        is_new: false,
        view: Box::new(view),
    }]
}

fn debrief() -> Vec<Reply> {
    let text = |text: &str| SafeText::block(text);
    let mut replies = ended();
    replies.push(Reply::Debrief(Box::new(DebriefView {
        title: text("A common voice"),
        tabs: vec![
            Tab {
                title: text("Ending"),
                blocks: vec![
                    Block::Heading(text("Together, and in time")),
                    Block::Text(text(
                        "The five states spoke with one voice before the second wave.",
                    )),
                    Block::Gap,
                    Block::Point(
                        Tone::Good,
                        text("The regional network had the indicators in turn 3."),
                    ),
                    Block::Note(text("That cut what followed in customs by half.")),
                    Block::Point(Tone::Bad, text("The regulator read of it in the paper.")),
                    Block::Pair(text("Turns"), text("9")),
                    Block::Bar(text("Small importers"), text("30–55"), (30, 55, 200)),
                ],
            },
            Tab {
                title: text("Turning points"),
                blocks: vec![Block::Text(text("Turn 3."))],
            },
            Tab {
                title: text("What the others knew"),
                blocks: Vec::new(),
            },
        ],
    })));
    replies
}

fn console() -> Vec<Reply> {
    let text = |text: &str| SafeText::line(text);
    let view = fixture::view();
    let statuses = [
        InjectStatus::Delivered { turn: 2 },
        InjectStatus::Delivered { turn: 2 },
        InjectStatus::Waiting,
        InjectStatus::Cancelled,
    ];
    let injects = view.inbox.iter().zip(statuses);
    let mut replies = lists();
    replies.extend(room());
    replies.push(Reply::Console(Box::new(ControlView {
        paused: false,
        over: false,
        injects: injects
            .map(|(letter, status)| ControlInject {
                inject: letter.inject.unwrap(),
                number: letter.number.clone(),
                title: letter.title.clone(),
                body: letter.body.clone(),
                from: letter.from.clone(),
                to: letter.to.clone(),
                note: text("If nobody asks about the bridges, let the phone ring again."),
                expected: vec![text(
                    "The CERT asks the customs administration for samples.",
                )],
                status,
                window: (3, 5),
                by_hand: false,
                is_contingency: false,
            })
            .collect(),
        seats: view
            .table
            .iter()
            .map(|holder| ControlSeat {
                seat: holder.seat,
                title: holder.title.clone(),
                holder: holder
                    .is_bot
                    .then(|| demarche::engine::command::Holder::Bot {
                        profile: "committee".into(),
                    }),
                has_sealed: holder.has_sealed,
            })
            .collect(),
        failures: vec![text(
            "turn 2, function second_wave, line 14: no such meter `calm`",
        )],
        notes: Vec::new(),
        tasks: vec![(
            demarche::model::TaskId(0),
            text("Tells partners in time"),
            text("Share across borders under the right label"),
        )],
    })));
    replies
}

/// Every screen.
pub(crate) const WALKS: &[Walk] = &[
    walk("home-empty", nothing, &[]),
    walk("home", lists, &[]),
    walk("home-scenario", lists, &[Key::Down, Key::Down]),
    walk("settings", lists, &[Key::Char('s')]),
    walk("seats", lists, &[Key::Down, Key::Down, Key::Enter]),
    walk(
        "seats-more",
        lists,
        &[
            Key::Down,
            Key::Down,
            Key::Enter,
            Key::Char(' '),
            Key::Down,
            Key::Char(' '),
            Key::Char('t'),
            Key::Char('m'),
        ],
    ),
    walk("briefing", fresh, &[]),
    walk("room", room, &[]),
    walk("room-letter", room, &[Key::Char(' ')]),
    walk("room-decisions", room, &[Key::Char('2')]),
    walk(
        "room-situation",
        room,
        &[Key::Char('3'), Key::Down, Key::Down, Key::Down, Key::Down],
    ),
    walk("room-facts", room, &[Key::Char('4')]),
    walk("room-duties", room, &[Key::Char('5')]),
    walk("room-table", table, &[]),
    walk("room-paused", paused, &[]),
    walk("room-abroad", abroad, &[]),
    walk("boards-trust", room, &[Key::Char('b'), Key::Down]),
    walk("boards-trust-table", table, &[Key::Char('b'), Key::Down]),
    walk("boards-graph", room, &[Key::Char('b'), Key::Char('v')]),
    walk(
        "boards-graph-table",
        table,
        &[Key::Char('b'), Key::Char('v'), Key::End],
    ),
    walk("boards-map", room, &[Key::Char('b'), Key::Right]),
    walk(
        "boards-map-acts",
        room,
        &[Key::Char('b'), Key::Char('2'), Key::Enter, Key::Enter],
    ),
    walk(
        "boards-map-list",
        room,
        &[Key::Char('b'), Key::Char('2'), Key::Char('v')],
    ),
    walk("boards-people", room, &[Key::Char('b'), Key::Char('3')]),
    walk("boards-duties", room, &[Key::Char('b'), Key::Char('4')]),
    walk("boards-norms", room, &[Key::Char('b'), Key::Left]),
    walk("boards-help", room, &[Key::Char('b'), Key::Char('?')]),
    walk("decision", room, &[Key::Enter]),
    walk(
        "decision-not-possible",
        room,
        &[Key::Enter, Key::Down, Key::Down, Key::Enter],
    ),
    walk(
        "rationale",
        room,
        &[Key::Enter, Key::Char('r'), Key::Char('H'), Key::Char('i')],
    ),
    walk("actions", room, &[Key::Char('a')]),
    walk(
        "actions-filter",
        room,
        &[
            Key::Char('a'),
            Key::Char('a'),
            Key::Char('s'),
            Key::Char('k'),
            Key::Enter,
        ],
    ),
    walk("share", room, &[Key::Char('s')]),
    walk(
        "share-breach",
        room,
        &[Key::Char('s'), Key::Enter, Key::Enter, Key::Up, Key::Enter],
    ),
    walk(
        "plan",
        room,
        &[Key::Enter, Key::Enter, Key::Down, Key::Enter],
    ),
    walk(
        "plan-table",
        table,
        &[Key::Enter, Key::Enter, Key::Down, Key::Enter],
    ),
    walk("plan-sealed", sealed, &[Key::Char('p')]),
    walk("reveal", revealed, &[]),
    walk("reveal-ended", ended, &[Key::Down, Key::Down]),
    walk("why", why, &[]),
    walk("help", room, &[Key::Char('?')]),
    walk("help-terms", room, &[Key::Char('?'), Key::Tab]),
    walk("debrief", debrief, &[]),
    walk("console", console, &[]),
    walk("console-note", console, &[Key::Char('n')]),
    walk("curtain", curtain, &[Key::Enter]),
    walk("palette", room, &[Key::Char(':')]),
    walk("watch", written::playing, &[]),
    walk(
        "watch-injects",
        written::playing,
        &[Key::Char('3'), Key::Down],
    ),
    walk("watch-broken", written::broken, &[Key::Char('4')]),
    walk("watch-nothing", written::nothing, &[]),
    walk("handbook", lists, &[Key::Char('m')]),
    walk(
        "handbook-search",
        lists,
        &[
            Key::Char('m'),
            Key::Char('s'),
            Key::Char('a'),
            Key::Char('f'),
            Key::Char('e'),
            Key::Char(' '),
            Key::Char('d'),
            Key::Char('e'),
            Key::Char('t'),
        ],
    ),
    walk(
        "handbook-nothing",
        lists,
        &[Key::Char('m'), Key::Char('q'), Key::Char('q')],
    ),
    walk(
        "leave",
        room,
        &[Key::Enter, Key::Down, Key::Enter, Key::Esc, Key::Esc],
    ),
];

/// The application after a walk.
pub(crate) fn app(walk: &Walk, theme: ThemeName, columns: u16, rows: u16) -> App {
    let mut app = opened((walk.replies)(), theme, columns, rows);
    for key in walk.keys {
        app.key(*key);
    }
    app
}

/// The application in the situation room, with what a seat sees.
pub(crate) fn of_view(view: SeatView, theme: ThemeName, columns: u16, rows: u16) -> App {
    opened(began(view), theme, columns, rows)
}

fn opened(replies: Vec<Reply>, theme: ThemeName, columns: u16, rows: u16) -> App {
    let environment = Environment {
        theme,
        depth: Depth::True,
        ascii: false,
    };
    let mut app = App::new(Arc::new(Words::default()), environment, Settings::default());
    app.resize(columns, rows);
    for reply in replies {
        app.reply(reply);
    }
    app
}

pub(crate) fn drawn(app: &App, columns: u16, rows: u16) -> Terminal<TestBackend> {
    let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
    terminal.draw(|frame| app.draw(frame)).unwrap();
    terminal
}

#[test]
fn every_screen_looks_as_it_did() {
    for walk in WALKS {
        for (columns, rows) in [(80, 24), (120, 36)] {
            let app = app(walk, ThemeName::Mono, columns, rows);
            let terminal = drawn(&app, columns, rows);
            insta::assert_snapshot!(
                format!("{}-{columns}x{rows}", walk.name),
                terminal.backend()
            );
        }
    }
}

#[test]
fn no_size_makes_a_screen_panic() {
    for walk in WALKS {
        for (columns, rows) in [
            (1, 1),
            (20, 5),
            (10, 500),
            (500, 200),
            (60, 18),
            (60, 200),
            (200, 18),
            (0, 0),
            (65, 19),
        ] {
            let mut app = app(walk, ThemeName::Dark, 80, 24);
            app.resize(columns, rows);
            drawn(&app, columns, rows);
            for key in [Key::Down, Key::PageDown, Key::Tab, Key::Char(' '), Key::Up] {
                app.key(key);
                drawn(&app, columns, rows);
            }
        }
    }
}

#[test]
fn every_screen_puts_the_cursor_where_the_focus_is() {
    for walk in WALKS {
        for (columns, rows) in [(80, 24), (120, 36), (200, 60)] {
            let app = app(walk, ThemeName::Dark, columns, rows);
            let mut terminal = drawn(&app, columns, rows);
            let cursor = terminal.get_cursor_position().unwrap();
            assert!(
                cursor.y > 0,
                "{} at {columns}x{rows}: the cursor is not set",
                walk.name
            );
        }
    }
}

#[test]
fn every_screen_says_exercise_and_the_safe_word() {
    for walk in WALKS {
        let app = app(walk, ThemeName::Dark, 80, 24);
        let text = drawn(&app, 80, 24).backend().to_string();
        assert!(text.contains("EXERCISE"), "{}", walk.name);
        assert!(text.contains("NO DUFF"), "{}", walk.name);
        assert!(
            !text.contains('⟨'),
            "{}: a message is missing:\n{text}",
            walk.name
        );
    }
}

#[test]
fn ascii_frames_hold_ascii_only() {
    for walk in WALKS {
        for (columns, rows) in [(80, 24), (200, 60)] {
            let environment = Environment {
                theme: ThemeName::Mono,
                depth: Depth::Indexed,
                ascii: true,
            };
            let mut app = App::new(Arc::new(Words::default()), environment, Settings::default());
            app.resize(columns, rows);
            for reply in (walk.replies)() {
                app.reply(reply);
            }
            for key in walk.keys {
                app.key(*key);
            }
            let terminal = drawn(&app, columns, rows);
            for cell in terminal.backend().buffer().content() {
                let symbol = cell.symbol();
                assert!(symbol.is_ascii(), "{}: {symbol:?}", walk.name);
            }
        }
    }
}

/// Relative luminance as WCAG 2 defines it.
fn luminance(colour: Color) -> f64 {
    let Color::Rgb(red, green, blue) = colour else {
        panic!("{colour:?} is no colour of ours");
    };
    let linear = |value: u8| {
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

fn contrast(ink: Style, on: Style) -> f64 {
    let (one, two) = (luminance(ink.fg.unwrap()), luminance(on.bg.unwrap()));
    (one.max(two) + 0.05) / (one.min(two) + 0.05)
}

#[test]
fn every_ink_is_readable_on_every_ground() {
    for (name, least) in [
        (ThemeName::Dark, 4.5),
        (ThemeName::Light, 4.5),
        (ThemeName::Contrast, 7.0),
    ] {
        let theme = Theme::new(name, Depth::True, false);
        for (ink, on) in theme.readable() {
            let found = contrast(ink, on);
            // FIRST's own red on black.
            let is_tlp_red = ink.fg == Some(Color::Rgb(0xff, 0x2b, 0x2b));
            assert!(
                found >= least || is_tlp_red && found >= 4.5,
                "{name:?}: {ink:?} on {on:?} has {found:.2}"
            );
        }
    }
}

#[test]
fn mono_uses_no_colour() {
    for walk in WALKS {
        let app = app(walk, ThemeName::Mono, 120, 36);
        let terminal = drawn(&app, 120, 36);
        for cell in terminal.backend().buffer().content() {
            assert_eq!(
                (cell.fg, cell.bg),
                (Color::Reset, Color::Reset),
                "{}",
                walk.name
            );
        }
    }
}
