//! The facilitator's console: pause, fire or skip an inject, fill a seat, note. It shows what no seat may see.

use ratatui::Frame;
use ratatui::layout::Constraint;
use ratatui::layout::Layout;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use crate::engine::command::Command;
use crate::engine::command::Holder;
use crate::text::SafeText;
use crate::text::clip;
use crate::tui::console::ConsoleView;
use crate::tui::console::InjectLine;
use crate::tui::console::InjectStatus;
use crate::tui::console::SeatLine;
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
    view: ConsoleView,
    part: usize,
    selected: [usize; 3],
}

/// Injects, seats, critical tasks.
const PARTS: usize = 3;

impl Console {
    /// The console over what is true now.
    pub fn new(view: ConsoleView) -> Self {
        Self {
            view,
            part: 0,
            selected: [0; PARTS],
        }
    }

    /// Takes over a fresh view and stays where one was.
    pub fn refresh(&mut self, view: ConsoleView) {
        self.view = view;
    }

    fn count(&self) -> usize {
        match self.part {
            0 => self.view.injects.len(),
            1 => self.view.seats.len(),
            _ => self.view.tasks.len(),
        }
    }

    fn inject(&self) -> Option<&InjectLine> {
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

    /// A person's seat goes to the first bot, a bot's to the next one or a person in the end.
    fn fill(&self, scene: &Scene<'_>) -> Option<Request> {
        let line = self.view.seats.get(self.selected[1])?;
        let by = match &line.holder {
            Holder::Person { .. } => self.bot(0),
            Holder::Bot { profile } => {
                let here = self
                    .view
                    .profiles
                    .iter()
                    .position(|(key, _)| key == profile);
                self.bot(here.map_or(0, |place| place + 1))
            }
        }
        .unwrap_or_else(|| Holder::Person {
            name: scene.say("seat-person-name").into_string(),
        });
        Some(Request::Ask(Ask::Control(Command::Fill {
            seat: line.seat,
            by,
        })))
    }

    fn bot(&self, place: usize) -> Option<Holder> {
        let (profile, _) = self.view.profiles.get(place)?;
        Some(Holder::Bot {
            profile: profile.clone(),
        })
    }

    fn note(&self) -> Request {
        let task = (self.part == 2)
            .then(|| self.view.tasks.get(self.selected[2]))
            .flatten();
        Request::Open(Field::note(task.map(|(task, _)| *task)).into())
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
                .map(|(_, text)| Row::line(Line::from(ink(&clip(text, width), theme.dim))))
                .collect(),
        }
    }

    /// The facilitator's note on the selected inject, and what went wrong in scripts.
    fn about(&self, width: u16, scene: &Scene<'_>) -> Page {
        let theme = scene.theme;
        let mut page = Page::new(width);
        if let Some(inject) = self.inject() {
            page.pair(&scene.say("play-to"), 4, &inject.to, theme);
            page.say(&inject.note, Style::new());
        }
        if !self.view.troubles.is_empty() {
            page.heading(&scene.say("seat-console-troubles"), theme);
        }
        for trouble in &self.view.troubles {
            page.hang(vec![mark("!", theme.bad), blanks(1)], trouble, Style::new());
        }
        page
    }
}

fn inject_row(line: &InjectLine, width: usize, scene: &Scene<'_>) -> Row {
    let theme = scene.theme;
    let (sign, word, style) = match line.status {
        InjectStatus::Waiting => (glyph::OPEN, "seat-inject-waiting", Style::new()),
        InjectStatus::Delivered => (glyph::DONE, "seat-inject-delivered", theme.good),
        InjectStatus::Cancelled => (glyph::BARRED, "seat-inject-cancelled", theme.dim),
        InjectStatus::ByHand => (glyph::STEADY, "seat-inject-by-hand", theme.warn),
    };
    let number = line.number.width().max(4);
    let left = vec![
        mark(sign, style),
        blanks(1),
        fitted(&line.number, number, theme.dim),
        blanks(1),
        ink(&line.title, Style::new()),
    ];
    let state = SafeText::joined([&line.when, &scene.say(word)], " ");
    Row::line(ends(
        left,
        vec![ink(&clip(&state, width / 2), style)],
        width,
    ))
}

fn seat_row(line: &SeatLine, width: usize, scene: &Scene<'_>) -> Row {
    let theme = scene.theme;
    let sealed = if line.sealed {
        "play-sealed"
    } else {
        "play-not-sealed"
    };
    Row::new(vec![
        Line::from(ink(&clip(&line.title, width), theme.strong)),
        ends(
            vec![ink(&line.holder_name, Style::new())],
            vec![ink(&scene.say(sealed), theme.dim)],
            width,
        ),
    ])
}
