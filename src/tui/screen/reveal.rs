//! The Reveal: what happened, each change with its reason; beside it the numbers that moved.

use ratatui::Frame;
use ratatui::layout::Constraint;
use ratatui::layout::Layout;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use crate::engine::view::RevealLine;
use crate::text::Arg;
use crate::text::SafeText;
use crate::text::wrap;
use crate::tui::msg::Msg;
use crate::tui::msg::Place;
use crate::tui::piece::blanks;
use crate::tui::piece::glyph;
use crate::tui::piece::ink;
use crate::tui::piece::list;
use crate::tui::piece::list::Focus;
use crate::tui::piece::list::Row;
use crate::tui::piece::mark;
use crate::tui::piece::pane;
use crate::tui::piece::pane::Title;
use crate::tui::request::Ask;
use crate::tui::request::Request;
use crate::tui::scene::Scene;
use crate::tui::screen::Layer;
use crate::tui::screen::leave::Leave;
use crate::tui::screen::room;

/// What happened this turn.
#[derive(Debug, Default)]
pub struct Reveal {
    selected: usize,
}

/// From this width on the numbers stand beside the story.
const TWO: u16 = 104;

impl Layer for Reveal {
    fn place(&self) -> Place {
        Place::Reveal
    }

    fn update(&mut self, msg: Msg, scene: &Scene<'_>) -> Option<Request> {
        let count = scene.view.reveal.len();
        let page = usize::from(scene.area.height / 3).max(1).cast_signed();
        match msg {
            Msg::Up => self.selected = list::moved(self.selected, -1, count),
            Msg::Down => self.selected = list::moved(self.selected, 1, count),
            Msg::PageUp => self.selected = list::moved(self.selected, -page, count),
            Msg::PageDown => self.selected = list::moved(self.selected, page, count),
            Msg::First => self.selected = 0,
            Msg::Last => self.selected = count.saturating_sub(1),
            Msg::Why => {
                let line = scene.view.reveal.get(self.selected);
                return Some(match line.and_then(|line| line.subject) {
                    Some(subject) => Request::Ask(Ask::Why(subject)),
                    None => Request::Say(scene.say("reveal-no-number")),
                });
            }
            Msg::Enter => return Some(Request::GoOn),
            Msg::Back => return Some(Request::Open(Leave.into())),
            _ => {}
        }
        None
    }

    fn next(&self, scene: &Scene<'_>) -> Option<SafeText> {
        Some(match (&scene.view.ending, scene.next_seat) {
            (_, Some(seat)) => {
                let title = scene.seat_title(seat);
                scene.fill("play-next-seat", &[("seat", Arg::from(title))])
            }
            (Some(_), None) => scene.say("reveal-next-debrief"),
            (None, None) => scene.count("reveal-next-turn", usize::from(scene.view.turn) + 1),
        })
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
        let theme = scene.theme;
        let side = if area.width >= TWO {
            (area.width / 3).min(60)
        } else {
            0
        };
        let gap = if side > 0 { 3 } else { 0 };
        let [story, _, right] = Layout::horizontal([
            Constraint::Min(0),
            Constraint::Length(gap),
            Constraint::Length(side),
        ])
        .areas(area);
        let story = Rect {
            width: story.width.min(100),
            ..story
        };
        let title = match scene.view.turn {
            0 => scene.say("reveal-title-preparation"),
            turn => scene.count("reveal-title", usize::from(turn)),
        };
        let title = Title::new(title)
            .badge(scene.count("play-count", scene.view.reveal.len()))
            .focused(true);
        let mut inner = pane::titled(frame, story, &title, theme);
        if let Some(ending) = &scene.view.ending {
            let text = scene.fill("reveal-ending", &[("title", Arg::from(&ending.title))]);
            let line = Line::from(ink(&text, theme.accent));
            frame
                .buffer_mut()
                .set_line(inner.x, inner.y, &line, inner.width);
            inner = pane::below(inner, 2);
        }
        let width = list::room(inner.width);
        let mut rows: Vec<Row> = scene
            .view
            .reveal
            .iter()
            .map(|line| row(line, width, scene))
            .collect();
        if rows.is_empty() {
            rows.push(Row::heading(Line::from(ink(
                &scene.say("reveal-nothing"),
                theme.dim,
            ))));
        }
        match list::draw(frame, inner, &rows, self.selected, Focus::Here, theme) {
            Some(cursor) => frame.set_cursor_position(cursor),
            None => frame.set_cursor_position(inner.as_position()),
        }
        if right.is_empty() {
            return;
        }
        pane::wall(frame, right, theme);
        let title = Title::new(scene.say("reveal-moved"));
        let inner = pane::titled(frame, right, &title, theme);
        let width = list::room(inner.width);
        let rows = room::moved_rows(width, scene);
        list::draw(frame, inner, &rows, 0, Focus::Nowhere, theme);
    }
}

fn row(line: &RevealLine, width: usize, scene: &Scene<'_>) -> Row {
    let theme = scene.theme;
    let (sign, style) = match line.better {
        Some(true) => ("+", theme.good),
        Some(false) => ("!", theme.bad),
        None => (glyph::STEADY, theme.dim),
    };
    let mut lines = Vec::new();
    let mut lead = vec![mark(sign, style), blanks(1)];
    for piece in wrap(&line.text, width.saturating_sub(2)) {
        let mut spans = std::mem::replace(&mut lead, vec![blanks(2)]);
        spans.push(ink(&piece, Style::new()));
        lines.push(Line::from(spans));
    }
    if !line.reason.is_empty() {
        let mut lead = vec![blanks(2), mark(glyph::BECAUSE, theme.dim), blanks(1)];
        for piece in wrap(&line.reason, width.saturating_sub(4)) {
            let mut spans = std::mem::replace(&mut lead, vec![blanks(4)]);
            spans.push(ink(&piece, theme.dim));
            lines.push(Line::from(spans));
        }
    }
    Row::new(lines)
}
