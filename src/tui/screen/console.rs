//! The facilitator's console: pause, fire or skip an inject, fill a seat, note. It shows what no seat may see.

use ratatui::Frame;
use ratatui::layout::Constraint;
use ratatui::layout::Layout;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use crate::engine::command::Command;
use crate::engine::command::Holder;
use crate::session::ControlInject;
use crate::session::ControlSeat;
use crate::session::ControlView;
use crate::session::InjectStatus;
use crate::text::Arg;
use crate::text::SafeText;
use crate::text::clip;
use crate::tui::msg::Msg;
use crate::tui::msg::Place;
use crate::tui::piece::blanks;
use crate::tui::piece::ends;
use crate::tui::piece::fitted;
use crate::tui::piece::glyph;
use crate::tui::piece::ink;
use crate::tui::piece::list;
use crate::tui::piece::list::Focus;
use crate::tui::piece::list::Row;
use crate::tui::piece::mark;
use crate::tui::piece::page::Page;
use crate::tui::piece::pane;
use crate::tui::piece::pane::Title;
use crate::tui::request::Ask;
use crate::tui::request::Request;
use crate::tui::scene::Scene;
use crate::tui::screen::Layer;
use crate::tui::screen::field::Field;

/// The facilitator's console.
#[derive(Debug)]
pub struct Console {
    view: ControlView,
    part: usize,
    selected: [usize; 3],
}

/// Injects, seats, critical tasks.
const PARTS: usize = 3;

impl Console {
    /// The console over what is true now.
    pub fn new(view: ControlView) -> Self {
        Self {
            view,
            part: 0,
            selected: [0; PARTS],
        }
    }

    /// Takes over a fresh view and stays where one was.
    pub fn refresh(&mut self, view: ControlView) {
        self.view = view;
    }

    fn count(&self) -> usize {
        match self.part {
            0 => self.view.injects.len(),
            1 => self.view.seats.len(),
            _ => self.view.tasks.len(),
        }
    }

    fn inject(&self) -> Option<&ControlInject> {
        self.view.injects.get(self.selected[0])
    }

    fn pause(&self) -> Request {
        let command = if self.view.paused {
            Command::Resume
        } else {
            Command::Pause
        };
        Request::Ask(Ask::Control(command))
    }

    /// A person's seat goes to the first bot, a bot's to the next one or to a person in the end.
    fn fill(&self, scene: &Scene<'_>) -> Option<Request> {
        let line = self.view.seats.get(self.selected[1])?;
        let profiles = &scene.lists.profiles;
        let next = match &line.holder {
            Some(Holder::Bot { profile }) => {
                let here = profiles.iter().position(|one| *one.key == **profile);
                here.map_or(0, |place| place + 1)
            }
            _ => 0,
        };
        let by = match profiles.get(next) {
            Some(profile) => Holder::Bot {
                profile: profile.key.as_str().into(),
            },
            None => Holder::Person {
                name: line.title.as_str().to_owned(),
            },
        };
        Some(Request::Ask(Ask::Control(Command::Fill {
            seat: line.seat,
            by,
        })))
    }

    fn note(&self) -> Request {
        let task = (self.part == 2)
            .then(|| self.view.tasks.get(self.selected[2]))
            .flatten();
        Request::Open(Field::note(task.map(|(task, ..)| *task)).into())
    }
}

impl Layer for Console {
    fn place(&self) -> Place {
        Place::Console
    }

    fn update(&mut self, msg: Msg, scene: &Scene<'_>) -> Option<Request> {
        let here = self.selected[self.part];
        match msg {
            Msg::Up => self.selected[self.part] = list::moved(here, -1, self.count()),
            Msg::Down => self.selected[self.part] = list::moved(here, 1, self.count()),
            Msg::First => self.selected[self.part] = 0,
            Msg::Last => self.selected[self.part] = self.count().saturating_sub(1),
            Msg::Next => self.part = (self.part + 1) % PARTS,
            Msg::Previous => self.part = (self.part + PARTS - 1) % PARTS,
            Msg::Pause => return Some(self.pause()),
            Msg::Fire => {
                let inject = self.inject()?.inject;
                return Some(Request::Ask(Ask::Control(Command::Fire { inject })));
            }
            Msg::Skip => {
                let inject = self.inject()?.inject;
                return Some(Request::Ask(Ask::Control(Command::Skip { inject })));
            }
            Msg::Fill => return self.fill(scene),
            Msg::Note => return Some(self.note()),
            Msg::Enter => {
                return match self.part {
                    0 => Some(self.pause()),
                    1 => self.fill(scene),
                    _ => Some(self.note()),
                };
            }
            Msg::Back => return Some(Request::Back),
            _ => {}
        }
        None
    }

    fn next(&self, scene: &Scene<'_>) -> Option<SafeText> {
        Some(scene.say(match (self.part, self.view.paused) {
            (0, true) => "seat-next-resume",
            (0, false) => "seat-next-pause",
            (1, _) => "seat-next-fill",
            _ => "seat-next-note",
        }))
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
        let theme = scene.theme;
        let right = (area.width * 2 / 5).clamp(24, 64);
        let [left, _, right] = Layout::horizontal([
            Constraint::Min(0),
            Constraint::Length(3),
            Constraint::Length(right),
        ])
        .areas(area);
        let [seats, tasks, about] = Layout::vertical([
            Constraint::Length(u16::try_from(self.view.seats.len() * 2 + 2).unwrap_or(8)),
            Constraint::Fill(1),
            Constraint::Fill(1),
        ])
        .areas(right);
        pane::wall(frame, right, theme);
        let heads = [
            "seat-console-injects",
            "seat-console-seats",
            "seat-console-tasks",
        ];
        for (part, (spot, head)) in [left, seats, tasks].into_iter().zip(heads).enumerate() {
            let focused = self.part == part;
            let title = Title::new(scene.say(head)).focused(focused);
            let inner = pane::titled(frame, spot, &title, theme);
            let width = list::room(inner.width);
            let rows = self.rows(part, width, scene);
            let focus = if focused {
                Focus::Here
            } else {
                Focus::Elsewhere
            };
            let cursor = list::draw(frame, inner, &rows, self.selected[part], focus, theme);
            if focused {
                frame.set_cursor_position(cursor.unwrap_or_else(|| inner.as_position()));
            }
        }
        let title = Title::new(scene.say("seat-console-note"));
        let inner = pane::titled(frame, about, &title, theme);
        self.about(inner.width, scene).draw(frame, inner, 0, theme);
    }
}

impl Console {
    fn rows(&self, part: usize, width: usize, scene: &Scene<'_>) -> Vec<Row> {
        let theme = scene.theme;
        match part {
            0 => self
                .view
                .injects
                .iter()
                .map(|line| inject_row(line, width, scene))
                .collect(),
            1 => self
                .view
                .seats
                .iter()
                .map(|line| seat_row(line, width, scene))
                .collect(),
            _ => self
                .view
                .tasks
                .iter()
                .map(|(_, text, _)| Row::line(Line::from(ink(&clip(text, width), theme.dim))))
                .collect(),
        }
    }

    /// What stands behind the selection: the inject for the facilitator, or the objective; and what went wrong in scripts.
    fn about(&self, width: u16, scene: &Scene<'_>) -> Page {
        let theme = scene.theme;
        let mut page = Page::new(width);
        let task = self.view.tasks.get(self.selected[2]);
        match (self.part, self.inject(), task) {
            (2, _, Some((_, text, objective))) => {
                page.say(text, theme.strong);
                page.say(objective, theme.dim);
            }
            (_, Some(inject), _) => {
                page.say(&inject.title, theme.strong);
                page.pair(&scene.say("play-from"), 5, &inject.from, theme);
                page.pair(&scene.say("play-to"), 5, &inject.to, theme);
                page.gap();
                page.say(&inject.note, Style::new());
                for expected in &inject.expected {
                    page.bullet(expected, theme);
                }
                page.gap();
                page.say(&inject.body, theme.dim);
            }
            _ => {}
        }
        if !self.view.failures.is_empty() {
            page.heading(&scene.say("seat-console-troubles"), theme);
        }
        for failure in &self.view.failures {
            page.hang(vec![mark("!", theme.bad), blanks(1)], failure, Style::new());
        }
        page
    }
}

fn inject_row(line: &ControlInject, width: usize, scene: &Scene<'_>) -> Row {
    let theme = scene.theme;
    let (from, to) = line.window;
    let args = [
        ("from", Arg::from(from)),
        ("to", Arg::from(to.min(scene.view.last_turn))),
    ];
    let (sign, state, style) = match line.status {
        InjectStatus::Delivered { turn } => {
            let state = scene.count("seat-inject-delivered", usize::from(turn));
            (glyph::DONE, state, theme.good)
        }
        InjectStatus::Cancelled => (glyph::BARRED, scene.say("seat-inject-cancelled"), theme.dim),
        InjectStatus::Waiting if line.by_hand => {
            (glyph::STEADY, scene.say("seat-inject-by-hand"), theme.warn)
        }
        InjectStatus::Waiting if from == to => {
            let state = scene.count("play-turn", usize::from(from));
            (glyph::OPEN, state, Style::new())
        }
        InjectStatus::Waiting => (
            glyph::OPEN,
            scene.fill("seat-inject-window", &args),
            Style::new(),
        ),
    };
    let number = line.number.width().max(4);
    let left = vec![
        mark(sign, style),
        blanks(1),
        fitted(&line.number, number, theme.dim),
        blanks(1),
        ink(&line.title, Style::new()),
    ];
    Row::line(ends(
        left,
        vec![ink(&clip(&state, width / 2), style)],
        width,
    ))
}

fn seat_row(line: &ControlSeat, width: usize, scene: &Scene<'_>) -> Row {
    let theme = scene.theme;
    let sealed = if line.has_sealed {
        "play-sealed"
    } else {
        "play-not-sealed"
    };
    let holder = match &line.holder {
        Some(Holder::Bot { profile }) => {
            let mut profiles = scene.lists.profiles.iter();
            let name = profiles
                .find(|one| *one.key == **profile)
                .map_or_else(|| SafeText::line(profile), |one| one.name.clone());
            scene.fill("seat-bot", &[("profile", Arg::from(name))])
        }
        Some(Holder::Person { .. }) | None => scene.say("seat-person"),
    };
    Row::new(vec![
        Line::from(ink(&clip(&line.title, width), theme.strong)),
        ends(
            vec![ink(&holder, Style::new())],
            vec![ink(&scene.say(sealed), theme.dim)],
            width,
        ),
    ])
}
