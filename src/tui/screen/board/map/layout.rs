//! Where regions, zones and arrows stand: by their number and the room there is, the same every time.

use ratatui::layout::Constraint;
use ratatui::layout::Layout;
use ratatui::layout::Position;
use ratatui::layout::Rect;

/// Where everything stands.
pub(super) struct Plan {
    /// A box for each region.
    pub(super) regions: Vec<Rect>,
    /// A card for each zone, in the order of the regions.
    pub(super) cards: Vec<Rect>,
}

/// The least columns of a card, and the most that are worth having.
const LEAST: u16 = 16;
const MOST: u16 = 36;
/// The least columns of a region's box beside another.
const BESIDE: u16 = 22;

/// Boxes and cards for regions with so many zones each; `None` if they do not fit.
pub(super) fn plan(area: Rect, counts: &[usize]) -> Option<Plan> {
    let weights: Vec<Constraint> = counts
        .iter()
        .map(|count| Constraint::Fill(u16::try_from(count.div_ceil(2)).unwrap_or(1)))
        .collect();
    let across = Layout::horizontal(weights.clone()).spacing(2).split(area);
    let down = Layout::vertical(weights).split(area);
    let is_wide = across.iter().all(|place| place.width >= BESIDE);
    [across, down]
        .into_iter()
        .skip(usize::from(!is_wide))
        .find_map(|regions| {
            let mut cards = Vec::new();
            for (place, count) in regions.iter().zip(counts) {
                cards.extend(grid(inside(*place), *count)?);
            }
            Some(Plan {
                regions: regions.to_vec(),
                cards,
            })
        })
}

fn inside(place: Rect) -> Rect {
    let inner = Rect {
        x: place.x + 2,
        y: place.y + 1,
        width: place.width.saturating_sub(4),
        height: place.height.saturating_sub(2),
    };
    inner.intersection(place)
}

/// Cards in a grid with room for arrows between them.
fn grid(area: Rect, count: usize) -> Option<Vec<Rect>> {
    let preferred = if count >= 3 { 2 } else { 1 };
    [preferred, 2, 1, 3]
        .into_iter()
        .find_map(|columns| grid_of(area, count, columns))
}

fn grid_of(area: Rect, count: usize, columns: u16) -> Option<Vec<Rect>> {
    let rows = u16::try_from(count.div_ceil(usize::from(columns))).ok()?;
    let pitch = area.height / rows.max(1);
    let gap = (area.width / 6).clamp(4, 16);
    let width = area.width.saturating_sub(gap * (columns - 1)) / columns;
    // Cards that touch leave no room for arrows between them.
    if pitch < 2 || (pitch == 2 && rows > 1 && columns == 1) || width < LEAST {
        return None;
    }
    // One below the other, every second one steps aside, so that an arrow can pass.
    let steps_aside = columns == 1 && rows >= 3;
    let width = width.min(if steps_aside {
        (area.width * 2 / 3).max(LEAST)
    } else {
        area.width
    });
    let width = width.min(MOST);
    let height = if pitch >= 5 { 3 } else { 2 };
    let cards = (0..count).map(|place| {
        let place = u16::try_from(place).unwrap_or(0);
        let (row, column) = (place / columns, place % columns);
        let spare = area.width - width;
        let x = match (columns, steps_aside) {
            (1, true) => spare * (row % 2),
            (1, false) => spare / 2,
            _ => spare * column / (columns - 1),
        };
        let y = row * pitch + (pitch - height) / 2;
        Rect::new(area.x + x, area.y + y, width, height)
    });
    Some(cards.collect())
}

/// The way of an arrow, in columns and rows from the corner of the area.
pub(super) struct Way {
    pub(super) from: (f64, f64),
    pub(super) to: (f64, f64),
    /// The cell of its head, and of its middle, if it is long enough to have them.
    pub(super) head: Option<Position>,
    pub(super) middle: Option<Position>,
}

/// From the edge of one card to the edge of another; where there is one each way, they keep apart.
pub(super) fn way(area: Rect, from: Rect, to: Rect, is_double: bool) -> Way {
    let middle = |card: Rect| {
        (
            f64::from(card.x - area.x) + f64::from(card.width) / 2.0,
            // The middle of a row, so that a level arrow runs beside words and not between them.
            f64::from(card.y - area.y) + f64::from((card.height.max(1) - 1) / 2) + 0.5,
        )
    };
    let (mut a, b) = (middle(from), middle(to));
    let (wide, high) = (b.0 - a.0, b.1 - a.1);
    if is_double {
        // To the right of where it goes, as seen on the way.
        let (x, y) = if wide.abs() > 2.0 * high.abs() {
            (0.0, 0.5 * wide.signum())
        } else {
            (-2.0 * high.signum(), 0.0)
        };
        a = (a.0 + x, a.1 + y);
    }
    let part = |card: Rect| {
        let across = (f64::from(card.width) / 2.0 + 1.0) / wide.abs().max(0.01);
        let down = (f64::from(card.height) / 2.0 + 0.3) / high.abs().max(0.01);
        across.min(down).min(0.5)
    };
    let (start, end) = (part(from), part(to));
    let at = |part: f64| (a.0 + wide * part, a.1 + high * part);
    let (from, to) = (at(start), at(1.0 - end));
    let cell = |(x, y): (f64, f64)| {
        let columns = (0..area.width)
            .rev()
            .find(|column| f64::from(*column) <= x)?;
        let rows = (0..area.height).rev().find(|row| f64::from(*row) <= y)?;
        Some(Position::new(area.x + columns, area.y + rows))
    };
    let length = (to.0 - from.0).abs() + (to.1 - from.1).abs() * 2.0;
    // The head's cell lies just before the card.
    let before = if length > 0.0 { 0.7 / length } else { 0.0 };
    let along = |part: f64| {
        (
            from.0 + (to.0 - from.0) * part,
            from.1 + (to.1 - from.1) * part,
        )
    };
    let is_long = length >= 2.0;
    Way {
        from,
        to,
        head: cell(along(1.0 - before.min(0.5))).filter(|_| length >= 1.0),
        middle: cell(along(0.5)).filter(|_| is_long),
    }
}
