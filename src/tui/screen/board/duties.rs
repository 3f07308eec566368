//! The duty clocks: a bar of the time left for each that runs, all on one scale, and by whose clock it is due.

use ratatui::Frame;
use ratatui::layout::Position;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use crate::engine::view::DutyStatus;
use crate::engine::view::DutyView;
use crate::engine::view::board::BoardRow;
use crate::engine::view::board::duties;
use crate::text::SafeText;
use crate::text::clip;
use crate::tui::piece::bar;
use crate::tui::piece::blanks;
use crate::tui::piece::ends;
use crate::tui::piece::fitted_right;
use crate::tui::piece::ink;
use crate::tui::piece::list;
use crate::tui::piece::list::Row;
use crate::tui::piece::mark;
use crate::tui::scene::Scene;
use crate::tui::screen::board::Drawing;
use crate::tui::screen::board::Look;
use crate::tui::screen::board::grouped;
use crate::tui::screen::board::sign;
use crate::tui::screen::board::tint;

/// The board of duties.
pub(super) struct DutiesBoard;

impl Drawing for DutiesBoard {
    fn draw(
        &self,
        frame: &mut Frame<'_>,
        area: Rect,
        look: &Look<'_>,
        scene: &Scene<'_>,
    ) -> Option<Position> {
        let duties = duties::duties(scene.view);
        let furthest = duties
            .iter()
            .filter(|duty| duty.status == DutyStatus::Running)
            .filter_map(|duty| duty.minutes_left);
        let furthest = furthest.max().unwrap_or(0).max(60);
        let names = look.rows.iter().map(|row| row.name.width());
        // A clock stands near its name, however wide the screen is.
        let width = list::room(area.width).min(names.max().unwrap_or(0) + 64);
        let rows = grouped(look.rows, width, scene, |place, row| {
            let duty = duties.get(place)?;
            Some(clock(duty, row, furthest, width, scene))
        });
        list::draw(frame, area, &rows, look.selected, look.focus, scene.theme)
    }
}

fn clock(duty: &DutyView, row: &BoardRow, furthest: i32, width: usize, scene: &Scene<'_>) -> Row {
    let theme = scene.theme;
    let tint = tint(row.tone, theme);
    let lead = vec![
        mark(sign(row.tone), tint),
        blanks(1),
        ink(&row.name, Style::new()),
    ];
    let mut right = Vec::new();
    if duty.status == DutyStatus::Running {
        let minutes = duty.minutes_left.unwrap_or(0);
        let columns = (width / 4).clamp(8, 32);
        right.extend(bar::bar((minutes, minutes, furthest), columns, theme));
        right.push(blanks(1));
        let style = if minutes <= 0 {
            theme.bad
        } else {
            theme.strong
        };
        let text = duties::left(duty, scene.words);
        right.push(fitted_right(&text, text.width().max(18), style));
    } else {
        right.push(ink(&clip(&row.shown, width / 2), theme.dim));
    }
    let second = match duties::clock(scene.view, duty).filter(|_| duty.due.is_some()) {
        Some(clock) => {
            let args = [
                ("recipient", (&duty.recipient).into()),
                ("holder-due", (&clock.holder_due).into()),
                ("recipient-due", (&clock.recipient_due).into()),
            ];
            let key = if clock.holder_due == clock.recipient_due {
                "board-duties-due-one"
            } else {
                "board-duties-due-both"
            };
            scene.fill(key, &args)
        }
        None => SafeText::joined([&duty.recipient], ""),
    };
    let second = vec![
        blanks(2),
        ink(&clip(&second, width.saturating_sub(2)), theme.dim),
    ];
    Row::new(vec![ends(lead, right, width), Line::from(second)])
}
