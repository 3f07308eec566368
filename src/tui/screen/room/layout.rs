//! Where the parts of the room stand, by how much space there is.

use ratatui::layout::Constraint;
use ratatui::layout::Layout;
use ratatui::layout::Rect;

use crate::tui::piece::list;
use crate::tui::scene::Scene;
use crate::tui::screen::room::Part;
use crate::tui::screen::room::parts;

/// From this width on the situation stands in a column of its own.
const THREE: u16 = 108;
/// From this width on there are four columns.
const FOUR: u16 = 184;

/// The columns of the room.
pub(super) struct Places {
    /// The parts in each column, with its area.
    columns: Vec<(Rect, Vec<Part>)>,
    pub(super) detail: Rect,
    /// The plan, where there is room to show it all the time.
    pub(super) plan: Option<Rect>,
}

impl Places {
    /// The columns with a wall on their left.
    pub(super) fn walls(&self) -> impl Iterator<Item = Rect> {
        std::iter::once(self.detail).chain(self.columns.iter().skip(1).map(|(area, _)| *area))
    }
}

/// The columns for an area.
pub(super) fn places(area: Rect) -> Places {
    use Part::{Decisions, Duties, Facts, Inbox, Situation};
    let gap = Constraint::Length(3);
    if area.width >= FOUR {
        let [one, _, detail, _, three, _, four] = Layout::horizontal([
            Constraint::Length(40),
            gap,
            Constraint::Length(area.width.saturating_sub(40 + 38 + 9 + 46).min(78)),
            gap,
            Constraint::Length(38),
            gap,
            Constraint::Min(0),
        ])
        .areas(area);
        let [three, plan] =
            Layout::vertical([Constraint::Fill(1), Constraint::Fill(1)]).areas(three);
        return Places {
            columns: vec![
                (one, vec![Inbox, Facts]),
                (three, vec![Decisions, Duties]),
                (four, vec![Situation]),
            ],
            detail,
            plan: Some(plan),
        };
    }
    if area.width >= THREE {
        let [one, _, detail, _, three] = Layout::horizontal([
            Constraint::Length(36),
            gap,
            Constraint::Min(0),
            gap,
            Constraint::Length(34),
        ])
        .areas(area);
        return Places {
            columns: vec![
                (one, vec![Inbox, Decisions, Facts]),
                (three, vec![Situation, Duties]),
            ],
            detail,
            plan: None,
        };
    }
    let left = (area.width * 2 / 5).clamp(22, 36);
    let [one, _, detail] =
        Layout::horizontal([Constraint::Length(left), gap, Constraint::Min(0)]).areas(area);
    Places {
        columns: vec![(one, Part::ALL.to_vec())],
        detail,
        plan: None,
    }
}

/// Each part with its area: the focused part gets what it needs first, the others some lines each.
pub(super) fn spots(places: &Places, focus: Part, scene: &Scene<'_>) -> Vec<(Part, Rect)> {
    let mut spots = Vec::new();
    for (area, column) in &places.columns {
        let width = list::room(area.width);
        let wanted: Vec<u16> = column
            .iter()
            .map(|part| u16::try_from(parts::height(*part, width, scene)).unwrap_or(u16::MAX))
            .collect();
        let lead = column.iter().position(|part| *part == focus);
        let heights = shared(area.height, &wanted, lead);
        let mut y = area.y;
        for (part, height) in column.iter().zip(heights) {
            spots.push((*part, Rect::new(area.x, y, area.width, height)));
            y += height;
        }
    }
    spots
}

/// Splits `height` among parts that want so many lines below their title, the one in the lead first.
fn shared(height: u16, wanted: &[u16], lead: Option<usize>) -> Vec<u16> {
    const LEAST: u16 = 2;
    let count = u16::try_from(wanted.len()).unwrap_or(1).max(1);
    // Between parts stands one empty line where there is plenty of room.
    let air = u16::from(height >= 8 * count);
    let titles = count * (1 + air);
    let mut rest = height.saturating_sub(titles);
    let mut given: Vec<u16> = wanted
        .iter()
        .map(|want| {
            let share = (*want).clamp(1, LEAST).min(rest);
            rest -= share;
            share
        })
        .collect();
    let mut order: Vec<usize> = lead.into_iter().collect();
    order.extend((0..wanted.len()).filter(|place| Some(*place) != lead));
    for place in order {
        let more = wanted[place].saturating_sub(given[place]).min(rest);
        given[place] += more;
        rest -= more;
    }
    // What nobody wants goes to the last, so that the column ends at the bottom.
    if let Some(last) = given.last_mut() {
        *last += rest;
    }
    given.iter().map(|lines| lines + 1 + air).collect()
}
