//! Trust as a matrix: the others down, one's own actors across; in each cell the number, its change, and how it feels back.
//! Or as a graph.

mod graph;

use ratatui::Frame;
use ratatui::layout::Position;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::text::Span;

use crate::engine::view::board::BoardRow;
use crate::engine::view::board::trust;
use crate::engine::view::ledgers::ActorView;
use crate::engine::view::ledgers::TrustView;
use crate::text::SafeText;
use crate::tui::piece::bar;
use crate::tui::piece::blanks;
use crate::tui::piece::fitted;
use crate::tui::piece::fitted_right;
use crate::tui::piece::list;
use crate::tui::piece::list::Row;
use crate::tui::piece::mark;
use crate::tui::piece::pane;
use crate::tui::scene::Scene;
use crate::tui::screen::board::Drawing;
use crate::tui::screen::board::Look;
use crate::tui::screen::board::grouped;
use crate::tui::screen::board::sign;
use crate::tui::screen::board::tint;

/// The board of trust.
pub(super) struct TrustBoard;

impl Drawing for TrustBoard {
    fn ways(&self) -> &'static [&'static str] {
        &["board-trust-matrix", "board-trust-graph"]
    }

    fn draw(
        &self,
        frame: &mut Frame<'_>,
        area: Rect,
        look: &Look<'_>,
        scene: &Scene<'_>,
    ) -> Option<Position> {
        if look.way == 1 {
            return graph::draw(frame, area, look, scene);
        }
        let pairs = trust::pairs(scene.view);
        let owns: Vec<&ActorView> = trust::owns(scene.view).collect();
        let width = list::room(area.width);
        let columns = Columns::of(width, owns.len(), &pairs, scene);
        let head = Line::from(columns.head(&owns, scene));
        let start = area.x + 2.min(area.width);
        frame
            .buffer_mut()
            .set_line(start, area.y, &head, area.width.saturating_sub(3));
        // One line for each of the others, which may hold several rows: one for each of one's own actors.
        let mut selected = 0;
        let mut lines = 0;
        let first = |place: usize| place == 0 || pairs[place - 1].0.other != pairs[place].0.other;
        for place in 0..pairs.len() {
            lines += usize::from(first(place));
            if place == look.selected {
                selected = lines - 1;
            }
        }
        let rows = grouped(look.rows, width, scene, |place, _| {
            first(place).then(|| columns.row(place, &pairs, &owns, look, scene))
        });
        let below = pane::below(area, 1);
        list::draw(frame, below, &rows, selected, look.focus, scene.theme)
    }
}

/// How wide each column is.
struct Columns {
    name: usize,
    /// Columns of a bar, where there is room for one.
    bar: usize,
    /// Columns of the word for how a channel feels.
    feels: usize,
}

/// Columns of a number, and of a change: a sign, two digits, and whether it is for the worse.
const NUMBER: usize = 3;
const CHANGE: usize = 4;

impl Columns {
    fn of(
        width: usize,
        owns: usize,
        pairs: &[(&TrustView, &ActorView)],
        scene: &Scene<'_>,
    ) -> Self {
        let feels = pairs
            .iter()
            .map(|(pair, _)| scene.say(trust::openness_word(pair.openness)).width() + 2)
            .chain([scene.say("board-trust-theirs").width()])
            .max()
            .unwrap_or(0);
        let longest = pairs.iter().map(|(_, other)| other.name.width());
        let longest = longest.max().unwrap_or(0);
        let cell = NUMBER + 1 + CHANGE + 1 + feels + 2;
        let rest = width.saturating_sub(cell * owns);
        let name = longest.min(rest).max(12);
        // What the names leave goes to the bars, if it is worth one.
        let spare = rest.saturating_sub(name) / owns.max(1);
        let bar = if spare >= 9 { (spare - 1).min(32) } else { 0 };
        Self { name, bar, feels }
    }

    fn number(&self) -> usize {
        let bar = if self.bar > 0 { self.bar + 1 } else { 0 };
        bar + NUMBER + 1 + CHANGE
    }

    fn head(&self, owns: &[&ActorView], scene: &Scene<'_>) -> Vec<Span<'static>> {
        let dim = scene.theme.dim;
        let mut spans = vec![blanks(self.name)];
        for own in owns {
            let ours = if owns.len() > 1 {
                own.short.clone()
            } else {
                scene.say("board-trust-ours")
            };
            spans.push(blanks(2));
            spans.push(fitted(&ours, self.number(), dim));
            spans.push(blanks(1));
            spans.push(fitted(&scene.say("board-trust-theirs"), self.feels, dim));
        }
        spans
    }

    /// The line that begins with the pair at a place.
    fn row(
        &self,
        place: usize,
        pairs: &[(&TrustView, &ActorView)],
        owns: &[&ActorView],
        look: &Look<'_>,
        scene: &Scene<'_>,
    ) -> Row {
        let other = pairs[place].1;
        let theme = scene.theme;
        let name = if self.name < other.name.width() && self.name < 24 {
            &other.short
        } else {
            &other.name
        };
        let mut spans = vec![fitted(name, self.name, Style::new())];
        for own in owns {
            let mut cells = pairs.iter().enumerate().skip(place).take(owns.len());
            let cell =
                cells.find(|(_, (pair, _))| (pair.own, pair.other) == (own.actor, other.actor));
            let Some((at, (pair, _))) = cell else {
                // Of itself nobody is asked what it thinks.
                spans.push(blanks(2 + self.number() + 1 + self.feels));
                continue;
            };
            let is_selected = owns.len() > 1 && at == look.selected;
            let edge = if is_selected { "▸" } else { " " };
            spans.push(blanks(1));
            spans.push(mark(edge, theme.accent));
            spans.extend(self.cell(pair, &look.rows[at], scene));
        }
        Row::line(Line::from(spans))
    }

    fn cell(&self, pair: &TrustView, row: &BoardRow, scene: &Scene<'_>) -> Vec<Span<'static>> {
        let theme = scene.theme;
        let mut spans = Vec::new();
        if self.bar > 0 {
            spans.extend(bar::bar((pair.trust, pair.trust, 100), self.bar, theme));
            spans.push(blanks(1));
        }
        let number = SafeText::from(i64::from(pair.trust));
        spans.push(fitted_right(&number, NUMBER, theme.strong));
        spans.push(blanks(1));
        let change = bar::change(pair.change, pair.better, theme);
        let wide = bar::width(&change);
        spans.extend(change);
        spans.push(blanks(CHANGE.saturating_sub(wide) + 1));
        let tint = tint(row.tone, theme);
        spans.push(mark(sign(row.tone), tint));
        spans.push(blanks(1));
        let feels = scene.say(trust::openness_word(pair.openness));
        spans.push(fitted(&feels, self.feels.saturating_sub(2), tint));
        spans
    }
}
