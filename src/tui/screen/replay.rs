//! The replay: the whole exercise on a timeline, forwards and backwards, as anybody at the table saw it or as it was.

mod timeline;

use std::time::Duration;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use crate::engine::view::Subject;
use crate::model::SeatId;
use crate::session::Entry;
use crate::session::EntryKind;
use crate::text::Arg;
use crate::text::SafeText;
use crate::text::clip;
use crate::text::wrap;
use crate::tui::msg::Msg;
use crate::tui::msg::Place;
use crate::tui::piece::bar;
use crate::tui::piece::blanks;
use crate::tui::piece::ends;
use crate::tui::piece::glyph;
use crate::tui::piece::ink;
use crate::tui::piece::list;
use crate::tui::piece::list::Focus;
use crate::tui::piece::list::Row;
use crate::tui::piece::mark;
use crate::tui::piece::pane;
use crate::tui::piece::pane::Title;
use crate::tui::replay::ReplayView;
use crate::tui::request::Ask;
use crate::tui::request::ReplayAsk;
use crate::tui::request::Request;
use crate::tui::scene::Scene;
use crate::tui::screen::Layer;
use crate::tui::screen::Typing;
use crate::tui::screen::fork::Fork;

/// Events a second, slowest first.
const SPEEDS: [u64; 6] = [1, 2, 4, 8, 16, 32];
/// How many entries before and after the one one is at are laid out: more than any terminal shows.
const AROUND: usize = 120;
/// From this width on, what happened and where things stand are side by side.
const BESIDE: u16 = 72;

/// The replay.
#[derive(Debug)]
pub struct Replay {
    view: ReplayView,
    /// The entry one is at: the last that has happened.
    at: usize,
    playing: bool,
    speed: usize,
    /// The numbers have the focus, not the events.
    on_numbers: bool,
    number: usize,
    /// What is being typed to be found.
    typing: Option<String>,
    wanted: String,
}

impl Replay {
    /// The replay at the exercise's beginning.
    pub fn new(view: ReplayView) -> Self {
        Self {
            view,
            at: 0,
            playing: false,
            speed: 1,
            on_numbers: false,
            number: 0,
            typing: None,
            wanted: String::new(),
        }
    }

    /// The same moment through other eyes.
    pub fn look_through(&mut self, view: ReplayView) -> Option<Ask> {
        let event = self.here().map_or(0, |entry| entry.place);
        self.at = view.at(event);
        self.view = view;
        self.look()
    }

    /// Asks for what was so at this moment.
    pub fn look(&self) -> Option<Ask> {
        let place = self.here()?.place;
        let seat = self.view.seat;
        Some(Ask::Replay(ReplayAsk::Look { place, seat }))
    }

    fn here(&self) -> Option<&Entry> {
        self.view.entries.get(self.at)
    }

    fn go(&mut self, to: usize) -> Option<Request> {
        let to = to.min(self.view.entries.len().saturating_sub(1));
        if to == self.at {
            return None;
        }
        self.at = to;
        self.look().map(Request::Ask)
    }

    fn find(&mut self, scene: &Scene<'_>) -> Option<Request> {
        if self.wanted.is_empty() {
            return None;
        }
        if let Some(place) = self.view.find(self.at, &self.wanted) {
            self.go(place)
        } else {
            let args = [("text", Arg::from(&self.wanted))];
            Some(Request::Say(scene.fill("replay-not-found", &args)))
        }
    }

    fn typed(&mut self, msg: Msg, scene: &Scene<'_>) -> Option<Request> {
        let text = self.typing.as_mut()?;
        match msg {
            Msg::Type(letter) => text.push(letter),
            Msg::Paste(pasted) => text.extend(pasted.chars().filter(|letter| !letter.is_control())),
            Msg::Erase => {
                text.pop();
            }
            Msg::Enter => {
                self.wanted = text.trim().to_owned();
                self.typing = None;
                return self.find(scene);
            }
            Msg::Back => self.typing = None,
            _ => {}
        }
        None
    }

    /// The numbers that can be seen, in the order in which they are drawn.
    fn subjects(scene: &Scene<'_>) -> Vec<Subject> {
        let panels = scene.view.panels.iter();
        let rows = panels.flat_map(|panel| &panel.rows);
        rows.map(|row| row.subject).collect()
    }

    fn next_seat(&self) -> Option<SeatId> {
        let seats = &self.view.seats;
        match self.view.seat {
            None => seats.first().map(|(seat, _)| *seat),
            Some(here) => {
                let place = seats.iter().position(|(seat, _)| *seat == here)?;
                seats.get(place + 1).map(|(seat, _)| *seat)
            }
        }
    }

    fn why(&self, scene: &Scene<'_>) -> Option<Request> {
        let place = self.here()?.place;
        let seat = self.view.seat;
        let ask = if self.on_numbers {
            let subject = Self::subjects(scene).get(self.number).copied()?;
            ReplayAsk::Why {
                place,
                seat,
                subject,
            }
        } else {
            ReplayAsk::Cause { place, seat }
        };
        Some(Request::Ask(Ask::Replay(ask)))
    }

    fn fork(&self, scene: &Scene<'_>) -> Option<Request> {
        let entry = self.here()?;
        let last = self.view.entries.last()?;
        let over = self
            .view
            .entries
            .iter()
            .position(|one| one.kind == EntryKind::Ending);
        if over.is_some_and(|over| self.at >= over) || entry.place == last.place {
            return Some(Request::Say(scene.say("replay-fork-ended")));
        }
        let seat = self.view.seat;
        let title = seat.and_then(|seat| {
            let mut seats = self.view.seats.iter();
            seats
                .find(|(one, _)| *one == seat)
                .map(|(_, title)| title.clone())
        });
        let where_ = scene.fill(
            "replay-fork-at",
            &[
                ("turn", turn_name(entry.turn, scene).into()),
                ("step", scene.say(entry.step.key()).into()),
            ],
        );
        let fork = Fork::new(entry.place, seat, where_, title);
        Some(Request::Open(fork.into()))
    }

    fn state(&self, scene: &Scene<'_>) -> SafeText {
        let key = if self.playing {
            "replay-playing"
        } else {
            "replay-still"
        };
        scene.fill(key, &[("speed", Arg::from(SPEEDS[self.speed]))])
    }

    /// Where what happened is drawn, and where things stand; the second is empty where there is room for one only.
    fn areas(area: Rect) -> (Rect, Rect) {
        let body = pane::below(area, timeline::ROWS + 2);
        if area.width < BESIDE {
            return (body, Rect::default());
        }
        let right = (body.width * 2 / 5).min(90);
        let left = Rect {
            width: body.width - right - 3,
            ..body
        };
        let right = Rect {
            x: body.right() - right,
            width: right,
            ..body
        };
        (left, right)
    }

    fn draw_events(&self, frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
        let title = Title::new(scene.say("replay-events")).focused(!self.on_numbers);
        let inner = pane::titled(frame, area, &title, scene.theme);
        let from = self.at.saturating_sub(AROUND);
        let to = (self.at + AROUND).min(self.view.entries.len());
        let room = list::room(inner.width);
        let rows: Vec<Row> = self.view.entries[from..to]
            .iter()
            .enumerate()
            .map(|(place, entry)| event_row(entry, from + place > self.at, room, scene))
            .collect();
        if rows.is_empty() {
            let text = Line::from(ink(&scene.say("replay-nothing-seen"), scene.theme.dim));
            frame
                .buffer_mut()
                .set_line(inner.x, inner.y, &text, inner.width);
            return;
        }
        let focus = if self.on_numbers {
            Focus::Elsewhere
        } else {
            Focus::Here
        };
        let cursor = list::draw(frame, inner, &rows, self.at - from, focus, scene.theme);
        if let Some(cursor) = cursor {
            frame.set_cursor_position(cursor);
        }
    }

    fn draw_numbers(&self, frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
        let title = Title::new(scene.say("replay-numbers")).focused(self.on_numbers);
        let inner = pane::titled(frame, area, &title, scene.theme);
        let room = list::room(inner.width);
        // What just moved is looked at, until somebody picks another number.
        let moved = match self.here().map(|entry| entry.kind) {
            Some(EntryKind::Number(subject)) => Some(subject),
            _ => None,
        };
        let mut rows = Vec::new();
        let mut selected = self.number;
        let mut place = 0;
        for panel in &scene.view.panels {
            if panel.rows.is_empty() {
                continue;
            }
            rows.push(Row::heading(Line::from(ink(&panel.title, scene.theme.dim))));
            for row in &panel.rows {
                if !self.on_numbers && moved == Some(row.subject) {
                    selected = place;
                }
                place += 1;
                rows.push(number_row(row, room, scene));
            }
        }
        if rows.is_empty() {
            let text = Line::from(ink(&scene.say("replay-no-numbers"), scene.theme.dim));
            frame
                .buffer_mut()
                .set_line(inner.x, inner.y, &text, inner.width);
            return;
        }
        let focus = match (self.on_numbers, moved) {
            (true, _) => Focus::Here,
            (false, Some(_)) => Focus::Elsewhere,
            (false, None) => Focus::Nowhere,
        };
        if let Some(cursor) = list::draw(frame, inner, &rows, selected, focus, scene.theme) {
            frame.set_cursor_position(cursor);
        }
    }
}

fn event_row(entry: &Entry, is_ahead: bool, room: usize, scene: &Scene<'_>) -> Row {
    let theme = scene.theme;
    let (sign, style) = match entry.kind {
        EntryKind::Turn => (glyph::HEAVY, theme.accent),
        EntryKind::Step => (glyph::RULE, theme.dim),
        EntryKind::Inject => (glyph::CAPITAL, theme.accent),
        EntryKind::Question => (glyph::OPEN, theme.warn),
        EntryKind::Act => (glyph::PLANNED, theme.good),
        EntryKind::Ending => ("■", theme.strong),
        EntryKind::Number(_) | EntryKind::Other => (glyph::STEADY, theme.dim),
    };
    let text = match entry.kind {
        EntryKind::Turn => theme.accent,
        EntryKind::Step => theme.dim,
        EntryKind::Ending => theme.strong,
        _ => Style::new(),
    };
    // What is still to come is quieter than what has been.
    let (style, text) = if is_ahead {
        (theme.dim, theme.dim)
    } else {
        (style, text)
    };
    let mut sign = Some(mark(sign, style));
    let lines = wrap(&entry.text, room.saturating_sub(2).max(8));
    let lines = lines.iter().map(|line| {
        let lead = sign.take().unwrap_or_else(|| blanks(1));
        Line::from(vec![lead, blanks(1), ink(line, text)])
    });
    Row::new(lines.collect())
}

fn number_row(row: &crate::engine::view::RowView, room: usize, scene: &Scene<'_>) -> Row {
    let theme = scene.theme;
    let mut right = vec![ink(&row.shown, theme.strong)];
    if row.change != 0 {
        right.push(blanks(1));
        right.extend(bar::change(row.change, row.better, theme));
    }
    let wide = bar::width(&right);
    let beside = room.saturating_sub(wide + 2);
    if row.label.width() <= beside {
        let line = ends(vec![ink(&row.label, Style::new())], right, room);
        return Row::line(line);
    }
    // A long name has lines of its own; the value stands at the end of the last, or below.
    let mut names = wrap(&row.label, room);
    let last = names.pop().unwrap_or_default();
    let mut lines: Vec<Line<'static>> = names
        .iter()
        .map(|name| Line::from(ink(name, Style::new())))
        .collect();
    if last.width() <= beside {
        lines.push(ends(vec![ink(&last, Style::new())], right, room));
    } else {
        lines.push(Line::from(ink(&last, Style::new())));
        for part in wrap(&row.shown, room.saturating_sub(2)) {
            lines.push(Line::from(vec![blanks(2), ink(&part, theme.strong)]));
        }
    }
    Row::new(lines)
}

fn turn_name(turn: u16, scene: &Scene<'_>) -> SafeText {
    match turn {
        0 => scene.say("play-preparation"),
        turn => scene.count("play-turn", usize::from(turn)),
    }
}

impl Layer for Replay {
    fn place(&self) -> Place {
        if self.typing.is_some() {
            Place::Search
        } else {
            Place::Replay
        }
    }

    fn typing(&self) -> Typing {
        if self.typing.is_some() {
            Typing::Text
        } else {
            Typing::Keys
        }
    }

    fn pulse(&self) -> Option<Duration> {
        self.playing
            .then(|| Duration::from_millis(1000 / SPEEDS[self.speed]))
    }

    fn update(&mut self, msg: Msg, scene: &Scene<'_>) -> Option<Request> {
        if self.typing.is_some() {
            return self.typed(msg, scene);
        }
        // Whoever moves by hand wants to look, not to be carried on.
        let is_pace = matches!(
            msg,
            Msg::Tick | Msg::Faster | Msg::Slower | Msg::View | Msg::Next
        );
        let was_playing = self.playing;
        self.playing &= is_pace;
        let count = Self::subjects(scene).len();
        match msg {
            Msg::Tick if self.at + 1 >= self.view.entries.len() => self.playing = false,
            Msg::Tick | Msg::Right => return self.go(self.at + 1),
            Msg::Left => return self.go(self.at.saturating_sub(1)),
            Msg::Up if self.on_numbers => self.number = list::moved(self.number, -1, count),
            Msg::Down if self.on_numbers => self.number = list::moved(self.number, 1, count),
            Msg::Up => return self.go(self.at.saturating_sub(1)),
            Msg::Down => return self.go(self.at + 1),
            Msg::First => return self.go(0),
            Msg::Last => return self.go(usize::MAX),
            Msg::Ahead(hop) | Msg::Behind(hop) => {
                let ahead = matches!(msg, Msg::Ahead(_));
                return match self.view.hop(self.at, hop, ahead) {
                    Some(place) => self.go(place),
                    None => Some(Request::Say(scene.say("replay-no-more"))),
                };
            }
            Msg::Toggle => self.playing = !was_playing && self.at + 1 < self.view.entries.len(),
            Msg::Faster => self.speed = (self.speed + 1).min(SPEEDS.len() - 1),
            Msg::Slower => self.speed = self.speed.saturating_sub(1),
            Msg::Next | Msg::Previous => self.on_numbers = !self.on_numbers && count > 0,
            Msg::View => {
                let seat = self.next_seat();
                return Some(Request::Ask(Ask::Replay(ReplayAsk::Through(seat))));
            }
            Msg::Why | Msg::Enter => return self.why(scene),
            Msg::Find => self.typing = Some(String::new()),
            Msg::FindNext => return self.find(scene),
            Msg::Fork => return self.fork(scene),
            Msg::WhatIf => return Some(Request::Ask(Ask::Inquire(None))),
            Msg::Back => return Some(Request::Ask(Ask::Replay(ReplayAsk::Close))),
            _ => {}
        }
        None
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
        let state = self.state(scene);
        timeline::draw(frame, area, &self.view, self.at, &state, scene);
        let row = Rect {
            y: area.y + timeline::ROWS,
            height: 1.min(area.height),
            ..area
        };
        if let Some(text) = &self.typing {
            let label = scene.say("replay-search");
            let line = Line::from(vec![
                ink(&label, scene.theme.accent),
                blanks(1),
                ink(&SafeText::line(text), scene.theme.strong),
                mark("_", scene.theme.accent),
                blanks(2),
                ink(&scene.say("replay-search-hint"), scene.theme.dim),
            ]);
            frame.buffer_mut().set_line(row.x, row.y, &line, row.width);
        } else {
            let legend = if self.view.damage.is_empty() {
                ink(&scene.say("replay-legend"), scene.theme.dim)
            } else {
                let text = clip(&self.view.damage, usize::from(row.width));
                ink(&text, scene.theme.warn)
            };
            let legend = Line::from(legend);
            frame
                .buffer_mut()
                .set_line(row.x, row.y, &legend, row.width);
        }
        let (left, right) = Self::areas(area);
        if right.is_empty() && self.on_numbers {
            self.draw_numbers(frame, left, scene);
            return;
        }
        self.draw_events(frame, left, scene);
        if !right.is_empty() {
            pane::wall(frame, right, scene.theme);
            self.draw_numbers(frame, right, scene);
        }
    }
}
