//! The timeline: every turn as wide as the others, what happened in it as signs, and where one is.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::text::Span;

use crate::session::EntryKind;
use crate::text::Arg;
use crate::text::SafeText;
use crate::tui::piece::blanks;
use crate::tui::piece::glyph;
use crate::tui::piece::ink;
use crate::tui::piece::mark;
use crate::tui::replay::ReplayView;
use crate::tui::scene::Scene;

/// Rows it takes.
pub(super) const ROWS: u16 = 3;

/// What stands in one column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Sign {
    #[default]
    Nothing,
    Something,
    Question,
    Inject,
    Act,
    Ending,
}

impl Sign {
    fn of(kind: EntryKind) -> Self {
        match kind {
            EntryKind::Inject => Sign::Inject,
            EntryKind::Question => Sign::Question,
            EntryKind::Act => Sign::Act,
            EntryKind::Ending => Sign::Ending,
            EntryKind::Number(_) | EntryKind::Other => Sign::Something,
            EntryKind::Turn | EntryKind::Step => Sign::Nothing,
        }
    }

    fn glyph(self) -> &'static str {
        match self {
            Sign::Nothing => glyph::RULE,
            Sign::Something => glyph::HEAVY,
            Sign::Question => glyph::OPEN,
            Sign::Inject => glyph::CAPITAL,
            Sign::Act => glyph::PLANNED,
            Sign::Ending => "■",
        }
    }

    fn style(self, scene: &Scene<'_>) -> Style {
        let theme = scene.theme;
        match self {
            Sign::Nothing => theme.rule,
            Sign::Something => theme.dim,
            Sign::Question => theme.warn,
            Sign::Inject => theme.accent,
            Sign::Act => theme.good,
            Sign::Ending => theme.strong,
        }
    }
}

/// Draws the timeline with entry `at` as where one is; `state` says at its right end what is going on.
pub(super) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    view: &ReplayView,
    at: usize,
    state: &SafeText,
    scene: &Scene<'_>,
) {
    let theme = scene.theme;
    let columns = usize::from(area.width);
    let places = Columns::new(view, columns);
    let mut signs = vec![Sign::default(); columns];
    for (place, entry) in view.entries.iter().enumerate() {
        if let Some(sign) = signs.get_mut(places.of(place)) {
            *sign = (*sign).max(Sign::of(entry.kind));
        }
    }
    let here = places.of(at);
    let rows: Vec<Rect> = area.rows().collect();
    let [labels, line, below, ..] = rows.as_slice() else {
        return;
    };
    let now = view.entries.get(at).map(|entry| entry.turn);
    for (number, turn) in view.turns.iter().enumerate() {
        let from = places.starts[number];
        let wide = places.starts[number + 1].saturating_sub(from);
        let style = if Some(turn.turn) == now {
            theme.accent
        } else {
            theme.dim
        };
        let name = turn_name(turn.turn, wide, scene);
        let label = Line::from(vec![mark(glyph::WALL, theme.rule), ink(&name, style)]);
        let x = labels.x + u16::try_from(from).unwrap_or(0);
        let room = u16::try_from(wide).unwrap_or(0);
        frame.buffer_mut().set_line(x, labels.y, &label, room);
    }
    let spans: Vec<Span<'static>> = signs
        .iter()
        .enumerate()
        .map(|(column, sign)| match column.cmp(&here) {
            std::cmp::Ordering::Less => mark(sign.glyph(), sign.style(scene)),
            std::cmp::Ordering::Equal => mark(sign.glyph(), theme.selected),
            std::cmp::Ordering::Greater => mark(sign.glyph(), theme.rule),
        })
        .collect();
    let strip = Line::from(spans);
    frame
        .buffer_mut()
        .set_line(line.x, line.y, &strip, line.width);
    let pointer = pointer(view, at, here, columns, state, scene);
    frame
        .buffer_mut()
        .set_line(below.x, below.y, &pointer, below.width);
}

/// The arrow below where one is, what that is, and at the other end what is going on.
fn pointer(
    view: &ReplayView,
    at: usize,
    here: usize,
    columns: usize,
    state: &SafeText,
    scene: &Scene<'_>,
) -> Line<'static> {
    let theme = scene.theme;
    let count = scene.fill(
        "replay-count",
        &[
            ("n", Arg::from(at + 1)),
            ("of", Arg::from(view.entries.len())),
        ],
    );
    let arrow = mark(glyph::UP, theme.accent);
    let (wide, free) = (count.width() + 1, state.width() + 2);
    if here + 1 + wide + free <= columns {
        let gap = columns - here - 1 - wide - state.width();
        return Line::from(vec![
            blanks(here),
            arrow,
            blanks(1),
            ink(&count, theme.strong),
            blanks(gap),
            ink(state, theme.dim),
        ]);
    }
    let left = here.saturating_sub(wide + state.width());
    if here >= wide + free {
        return Line::from(vec![
            ink(state, theme.dim),
            blanks(left),
            ink(&count, theme.strong),
            blanks(1),
            arrow,
        ]);
    }
    Line::from(vec![
        blanks(here.saturating_sub(wide)),
        ink(&count, theme.strong),
        blanks(1),
        arrow,
    ])
}

fn turn_name(turn: u16, wide: usize, scene: &Scene<'_>) -> SafeText {
    let long = match turn {
        0 => scene.say("play-preparation"),
        turn => scene.count("play-turn", usize::from(turn)),
    };
    if long.width() + 2 <= wide {
        long
    } else {
        SafeText::from(i64::from(turn))
    }
}

/// Which column each entry stands in.
struct Columns<'a> {
    view: &'a ReplayView,
    /// The first column of each turn, and where the last ends.
    starts: Vec<usize>,
    /// The first entry of each turn, and how many there are.
    firsts: Vec<usize>,
}

impl<'a> Columns<'a> {
    fn new(view: &'a ReplayView, columns: usize) -> Self {
        let count = view.turns.len().max(1);
        let firsts = view.turns.iter().map(|mark| {
            let before = view
                .entries
                .iter()
                .position(|entry| entry.turn >= mark.turn);
            before.unwrap_or(view.entries.len())
        });
        let mut firsts: Vec<usize> = firsts.collect();
        if let Some(first) = firsts.first_mut() {
            *first = 0;
        }
        firsts.push(view.entries.len());
        Self {
            view,
            starts: (0..=count).map(|turn| turn * columns / count).collect(),
            firsts,
        }
    }

    fn of(&self, place: usize) -> usize {
        let Some(entry) = self.view.entries.get(place) else {
            return 0;
        };
        let mut turns = self.view.turns.iter();
        let turn = turns.position(|mark| mark.turn == entry.turn).unwrap_or(0);
        let (from, to) = (self.starts[turn], self.starts[turn + 1]);
        let first = self.firsts[turn].min(place);
        let many = self.firsts[turn + 1].saturating_sub(first).max(1);
        let wide = to.saturating_sub(from).max(1);
        (from + (place - first) * wide / many).min(to.saturating_sub(1).max(from))
    }
}
