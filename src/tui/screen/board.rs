//! How boards are drawn: as a list of rows, unless a board has a drawing of its own.
//!
//! What a board shows comes from [`crate::engine::view::board`], where it is told how to add one. A board that wants more
//! than a list has a file here with a type that is a [`Drawing`], and one line in [`DRAWINGS`].

mod attribution;
mod duties;
mod map;
mod tension;
mod trust;

use ratatui::Frame;
use ratatui::layout::Position;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use crate::engine::view::board::Board;
use crate::engine::view::board::BoardRow;
use crate::engine::view::board::Tone;
use crate::text::SafeText;
use crate::text::clip;
use crate::text::wrap;
use crate::tui::msg::Msg;
use crate::tui::piece::bar;
use crate::tui::piece::blanks;
use crate::tui::piece::ends;
use crate::tui::piece::fitted_right;
use crate::tui::piece::glyph;
use crate::tui::piece::ink;
use crate::tui::piece::list;
use crate::tui::piece::list::Focus;
use crate::tui::piece::list::Row;
use crate::tui::piece::mark;
use crate::tui::request::Request;
use crate::tui::scene::Scene;
use crate::tui::theme::Theme;

/// What a drawing has to go by.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Look<'a> {
    pub(crate) rows: &'a [BoardRow],
    /// The place of the selected row.
    pub(crate) selected: usize,
    /// Which of [`Drawing::ways`] it is looked at.
    pub(crate) way: usize,
    /// [`Focus::Here`], or [`Focus::Elsewhere`] while one is among the acts.
    pub(crate) focus: Focus,
}

/// How a board is drawn, and which keys it has for itself. All of it has a default but for drawing.
pub(crate) trait Drawing: Sync {
    /// The catalogue's keys for the ways to look at it; `v` goes from one to the next.
    fn ways(&self) -> &'static [&'static str] {
        &[]
    }

    /// Draws the board with its selected row; says where the cursor belongs.
    fn draw(
        &self,
        frame: &mut Frame<'_>,
        area: Rect,
        look: &Look<'_>,
        scene: &Scene<'_>,
    ) -> Option<Position>;

    /// What the board does itself with something that happened, before the frame looks at it: Enter may open a screen.
    fn update(&self, _msg: &Msg, _look: &Look<'_>, _scene: &Scene<'_>) -> Option<Request> {
        None
    }

    /// What Enter does, in words, where the board does it itself.
    fn next(&self, _look: &Look<'_>, _scene: &Scene<'_>) -> Option<SafeText> {
        None
    }
}

/// The boards with a drawing of their own, by their word.
static DRAWINGS: &[(&str, &dyn Drawing)] = &[
    ("trust", &trust::TrustBoard),
    ("attribution", &attribution::AttributionBoard),
    ("map", &map::MapBoard),
    ("duties", &duties::DutiesBoard),
    ("tension", &tension::TensionBoard),
];

/// How a board is drawn.
pub(crate) fn drawing(board: &Board) -> &'static dyn Drawing {
    let mut drawings = DRAWINGS.iter();
    drawings
        .find(|(word, _)| *word == board.word)
        .map_or(&Rows, |(_, drawing)| *drawing)
}

/// The rows as a list under their groups.
struct Rows;

impl Drawing for Rows {
    fn draw(
        &self,
        frame: &mut Frame<'_>,
        area: Rect,
        look: &Look<'_>,
        scene: &Scene<'_>,
    ) -> Option<Position> {
        let width = list::room(area.width);
        let rows = grouped(look.rows, width, scene, |_, row| {
            Some(line(row, look.rows, width, scene))
        });
        list::draw(frame, area, &rows, look.selected, look.focus, scene.theme)
    }
}

/// The rows of a list with a heading wherever a new group begins; `draw` may leave a row out.
pub(crate) fn grouped(
    rows: &[BoardRow],
    width: usize,
    scene: &Scene<'_>,
    draw: impl Fn(usize, &BoardRow) -> Option<Row>,
) -> Vec<Row> {
    let mut drawn = Vec::new();
    let mut group: Option<&SafeText> = None;
    for (place, row) in rows.iter().enumerate() {
        if group != Some(&row.group) && !row.group.is_empty() {
            let text = clip(&row.group, width);
            drawn.push(Row::heading(Line::from(ink(&text, scene.theme.dim))));
        }
        group = Some(&row.group);
        drawn.extend(draw(place, row));
    }
    drawn
}

/// The sign of a tone; it never stands alone, words are beside it.
pub(crate) fn sign(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain | Tone::Quiet => glyph::STEADY,
        Tone::Good => glyph::DONE,
        Tone::Open => glyph::OPEN,
        Tone::Bad => glyph::BARRED,
    }
}

/// The style of a tone.
pub(crate) fn tint(tone: Tone, theme: &Theme) -> Style {
    match tone {
        Tone::Plain => Style::new(),
        Tone::Good => theme.good,
        Tone::Open => theme.warn,
        Tone::Bad => theme.bad,
        Tone::Quiet => theme.dim,
    }
}

/// Columns of a change: a sign, three digits, and whether it is for the worse.
const CHANGE: usize = 5;

/// Columns that a name takes at least before the rest of it goes to a line below.
const NAME: usize = 16;

/// One row: its sign, its name, its value, a bar if there is room, its change. A long name goes on below itself.
fn line(row: &BoardRow, rows: &[BoardRow], width: usize, scene: &Scene<'_>) -> Row {
    let theme = scene.theme;
    let widest = |text: fn(&BoardRow) -> &SafeText| {
        let rows = rows.iter();
        rows.map(|row| text(row).width()).max().unwrap_or(0)
    };
    let shown = widest(|row| &row.shown).min(width / 2);
    let has_bars = rows.iter().any(|row| row.bar.is_some());
    let has_changes = rows.iter().any(|row| row.change != 0);
    let change = if has_changes { CHANGE } else { 0 };
    let bars = if has_bars && width >= 46 + shown + change {
        (width / 5).clamp(8, 24)
    } else {
        0
    };
    // A value stands near its name, however wide the screen is.
    let width = width.min(widest(|row| &row.name) + 8 + shown + bars + change);
    // A short value leaves its room to a long name.
    let own = shown.min(row.shown.width());
    let mut right = vec![fitted_right(&row.shown, own, tint(row.tone, theme))];
    if bars > 0 {
        right.push(blanks(1));
        right.extend(match row.bar {
            Some(range) => bar::bar(range, bars, theme),
            None => vec![blanks(bars)],
        });
    }
    if has_changes {
        let moved = bar::change(row.change, row.better, theme);
        right.push(blanks(1));
        let wide = bar::width(&moved);
        right.extend(moved);
        right.push(blanks((CHANGE - 1).saturating_sub(wide)));
    }
    let sign = mark(sign(row.tone), tint(row.tone, theme));
    let beside = width.saturating_sub(2 + bar::width(&right) + 2).max(NAME);
    let mut lead = vec![sign, blanks(1)];
    let lines = wrap(&row.name, beside).into_iter().map(|name| {
        let mut left = std::mem::replace(&mut lead, vec![blanks(2)]);
        left.push(ink(&name, Style::new()));
        ends(left, std::mem::take(&mut right), width)
    });
    Row::new(lines.collect())
}
