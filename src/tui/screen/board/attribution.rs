//! Who did it as a table: hypotheses across by their letters, the facts held down, and in each cell how a fact speaks.

use ratatui::Frame;
use ratatui::layout::Position;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::text::Span;

use crate::engine::ledger::attribution::EvidenceView;
use crate::engine::view::board::BoardRow;
use crate::engine::view::board::attribution;
use crate::text::SafeText;
use crate::text::clip;
use crate::tui::piece::blanks;
use crate::tui::piece::fitted;
use crate::tui::piece::ink;
use crate::tui::piece::list;
use crate::tui::piece::list::Row;
use crate::tui::piece::mark;
use crate::tui::scene::Scene;
use crate::tui::screen::board::Drawing;
use crate::tui::screen::board::Look;
use crate::tui::screen::board::line;
use crate::tui::screen::board::sign;
use crate::tui::screen::board::tint;

/// The board of attribution.
pub(super) struct AttributionBoard;

/// Columns of one cell: at most two signs and a blank on either side.
const CELL: usize = 4;

impl Drawing for AttributionBoard {
    fn draw(
        &self,
        frame: &mut Frame<'_>,
        area: Rect,
        look: &Look<'_>,
        scene: &Scene<'_>,
    ) -> Option<Position> {
        let width = list::room(area.width);
        let book = &scene.view.book.attribution;
        let (first, last) = (
            book.hypotheses.len(),
            book.hypotheses.len() + book.evidence.len(),
        );
        let table = Columns::of(width, book.hypotheses.len(), scene);
        let mut drawn = Vec::new();
        let mut group: Option<&SafeText> = None;
        for (place, row) in look.rows.iter().enumerate() {
            let is_fact = (first..last).contains(&place);
            if group != Some(&row.group) && !row.group.is_empty() {
                drawn.push(if is_fact {
                    Row::heading(table.head(&row.group, scene))
                } else {
                    let text = clip(&row.group, width);
                    Row::heading(Line::from(ink(&text, scene.theme.dim)))
                });
            }
            group = Some(&row.group);
            // Rows are measured against those of their own group, so that long evidence does not push the dials away.
            let alike: Vec<BoardRow> = look
                .rows
                .iter()
                .filter(|other| other.group == row.group)
                .cloned()
                .collect();
            drawn.push(match book.evidence.get(place.wrapping_sub(first)) {
                Some(fact) if is_fact => table.row(row, fact, scene),
                _ => line(row, &alike, width, scene),
            });
        }
        list::draw(frame, area, &drawn, look.selected, look.focus, scene.theme)
    }
}

/// How wide each column is.
struct Columns {
    name: usize,
    cells: usize,
    verified: usize,
    /// Columns of whether it can be shown, where there is room for it.
    shows: usize,
}

impl Columns {
    fn of(width: usize, cells: usize, scene: &Scene<'_>) -> Self {
        let widest = |keys: &[&str]| {
            let widths = keys.iter().map(|key| scene.say(key).width());
            widths.max().unwrap_or(0)
        };
        let verified = widest(&[
            "board-attribution-unverified",
            "board-attribution-verified",
            "board-attribution-false",
        ]);
        let shows = widest(&["board-attribution-may-show", "board-attribution-held"]);
        let rest = width.saturating_sub(2 + cells * CELL + 1 + verified);
        let has_room = rest >= shows + 2 + 16;
        let shows = if has_room { shows } else { 0 };
        let name = rest.saturating_sub(if shows > 0 { shows + 2 } else { 0 });
        Self {
            name: name.clamp(8, 48),
            cells,
            verified,
            shows,
        }
    }

    fn head(&self, group: &SafeText, scene: &Scene<'_>) -> Line<'static> {
        let dim = scene.theme.dim;
        let mut spans = vec![fitted(&clip(group, self.name + 2), self.name + 2, dim)];
        for place in 0..self.cells {
            spans.push(blanks(1));
            spans.push(fitted(
                &attribution::letter(place),
                CELL - 1,
                scene.theme.strong,
            ));
        }
        Line::from(spans)
    }

    fn row(&self, row: &BoardRow, fact: &EvidenceView, scene: &Scene<'_>) -> Row {
        let theme = scene.theme;
        let tone = tint(row.tone, theme);
        let mut spans: Vec<Span<'static>> = vec![
            mark(sign(row.tone), tone),
            blanks(1),
            fitted(&row.name, self.name, Style::new()),
        ];
        for cell in &fact.marks {
            let style = match *cell {
                "++" | "+" => theme.good,
                "-" | "--" => theme.bad,
                _ => theme.dim,
            };
            let text = if cell.is_empty() { "·" } else { cell };
            spans.push(blanks(1));
            spans.push(fitted(&SafeText::line(text), CELL - 1, style));
        }
        spans.push(blanks(1));
        let verified = attribution::verified(scene.words, fact);
        spans.push(fitted(&verified, self.verified, tone));
        if self.shows > 0 {
            spans.push(blanks(2));
            let shows = attribution::shows(scene.words, fact);
            let style = if fact.is_showable {
                theme.good
            } else {
                theme.dim
            };
            spans.push(fitted(&shows, self.shows, style));
        }
        Row::line(Line::from(spans))
    }
}
