//! Where the parts of the boards stand.

use ratatui::layout::Constraint;
use ratatui::layout::Layout;
use ratatui::layout::Rect;

/// From this width on, what is selected stands in a column of its own.
const WIDE: u16 = 108;

/// Where the parts stand.
pub(super) struct Places {
    pub(super) tabs: Rect,
    pub(super) board: Rect,
    pub(super) detail: Rect,
    pub(super) acts: Rect,
    wide: bool,
}

impl Places {
    /// `lines` says how many lines in so many columns there are to say of the selected row, and how many its acts take:
    /// the acts stand where they always do, and give way to a row that has more to say.
    pub(super) fn of(area: Rect, lines: impl Fn(u16) -> (usize, usize)) -> Self {
        let [tabs, body] =
            Layout::vertical([Constraint::Length(1), Constraint::Min(0)]).areas(area);
        if area.width >= WIDE {
            let side = (area.width / 3).clamp(36, 60);
            let [board, _, side] = Layout::horizontal([
                Constraint::Min(0),
                Constraint::Length(3),
                Constraint::Length(side),
            ])
            .areas(body);
            let (said, done) = lines(side.width);
            let with_title = |lines: usize| u16::try_from(lines + 1).unwrap_or(u16::MAX);
            let left = side.height.saturating_sub(with_title(said));
            let low = with_title(done)
                .max(left.min(side.height * 2 / 5))
                .min(side.height / 2);
            let [detail, acts] =
                Layout::vertical([Constraint::Min(0), Constraint::Length(low)]).areas(side);
            return Self {
                tabs,
                board,
                detail,
                acts,
                wide: true,
            };
        }
        let low = (body.height * 2 / 5).clamp(4, 14);
        let [board, low] =
            Layout::vertical([Constraint::Min(0), Constraint::Length(low)]).areas(body);
        let [detail, _, acts] = Layout::horizontal([
            Constraint::Fill(1),
            Constraint::Length(3),
            Constraint::Fill(1),
        ])
        .areas(low);
        Self {
            tabs,
            board,
            detail,
            acts,
            wide: false,
        }
    }

    /// The parts with a wall on their left.
    pub(super) fn walls(&self) -> impl Iterator<Item = Rect> {
        let detail = self.wide.then_some(self.detail);
        detail.into_iter().chain([self.acts])
    }
}
