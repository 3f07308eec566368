//! Tension as a matrix of blocs over the list of pairs; the selected pair stands out in both.

use ratatui::Frame;
use ratatui::layout::Position;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::text::Span;

use crate::engine::ledger::tension::BlocView;
use crate::engine::ledger::tension::Level;
use crate::engine::ledger::tension::PairView;
use crate::engine::view::board::Tone;
use crate::engine::view::board::tension;
use crate::text::SafeText;
use crate::tui::piece::blanks;
use crate::tui::piece::fitted;
use crate::tui::piece::list;
use crate::tui::piece::mark;
use crate::tui::piece::pane;
use crate::tui::scene::Scene;
use crate::tui::screen::board::Drawing;
use crate::tui::screen::board::Look;
use crate::tui::screen::board::Rows;
use crate::tui::screen::board::sign;
use crate::tui::screen::board::tint;

/// The widest a bloc's name is drawn.
const NAME: usize = 20;
/// The narrowest a column can be: a mark, three digits, a sign.
const CELL: usize = 8;

/// The board of tension.
pub(super) struct TensionBoard;

impl Drawing for TensionBoard {
    fn draw(
        &self,
        frame: &mut Frame<'_>,
        area: Rect,
        look: &Look<'_>,
        scene: &Scene<'_>,
    ) -> Option<Position> {
        let blocs = &scene.view.book.tension.blocs;
        let width = list::room(area.width);
        let cell = width.saturating_sub(NAME) / blocs.len().max(1);
        let lines = u16::try_from(blocs.len() + 2).unwrap_or(u16::MAX);
        // Two blocs are one pair, which the list says as well; and where there is no room the list goes first.
        let fits = cell >= CELL && area.height >= lines.saturating_add(6);
        if blocs.len() < 3 || !fits {
            return Rows.draw(frame, area, look, scene);
        }
        let cell = cell.min(NAME);
        let pairs = tension::pairs(scene.view);
        let selected = pairs.get(look.selected).copied();
        let start = area.x + 2.min(area.width);
        let mut put = |y: u16, line: &Line<'_>| {
            let room = area.width.saturating_sub(3);
            frame.buffer_mut().set_line(start, area.y + y, line, room);
        };
        let mut head = vec![blanks(NAME)];
        head.extend(blocs.iter().flat_map(|bloc| {
            let name = fitted(&bloc.name, cell.saturating_sub(1), scene.theme.dim);
            [name, blanks(1)]
        }));
        put(0, &Line::from(head));
        for (y, bloc) in (1..).zip(blocs) {
            put(y, &line(bloc, blocs, selected, cell, scene));
        }
        Rows.draw(frame, pane::below(area, lines), look, scene)
    }
}

/// One bloc's line: how it stands with each of them.
fn line(
    bloc: &BlocView,
    blocs: &[BlocView],
    selected: Option<&PairView>,
    cell: usize,
    scene: &Scene<'_>,
) -> Line<'static> {
    let theme = scene.theme;
    let style = if bloc.is_own {
        theme.strong
    } else {
        Style::new()
    };
    let mut spans: Vec<Span<'static>> = vec![fitted(&bloc.name, NAME, style)];
    for other in blocs {
        let wanted = [bloc.bloc.min(other.bloc), bloc.bloc.max(other.bloc)];
        let mut pairs = scene.view.book.tension.pairs.iter();
        let Some(pair) = pairs.find(|pair| [pair.a, pair.b] == wanted) else {
            spans.push(blanks(1));
            spans.push(fitted(
                &SafeText::line("·"),
                cell.saturating_sub(1),
                theme.dim,
            ));
            continue;
        };
        let is_selected = selected.is_some_and(|pair| [pair.a, pair.b] == wanted);
        let tone = match pair.level {
            Level::Calm => Tone::Good,
            Level::Uneasy => Tone::Open,
            Level::High => Tone::Bad,
        };
        spans.push(mark(if is_selected { "▸" } else { " " }, theme.accent));
        let points = SafeText::from(i64::from(pair.points));
        spans.push(fitted(&points, 4, theme.strong));
        spans.push(mark(sign(tone), tint(tone, theme)));
        spans.push(blanks(cell.saturating_sub(6)));
    }
    Line::from(spans)
}
