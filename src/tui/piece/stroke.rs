//! Lines across a part of the screen, on a canvas: how close a tie is shows in how dense the line is, and only then in colour.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Color;
use ratatui::style::Style;
use ratatui::symbols::Marker;
use ratatui::widgets::canvas::Canvas;
use ratatui::widgets::canvas::Points;

use crate::tui::theme::Theme;

/// How dense a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Dash {
    Dotted,
    Dashed,
    Solid,
}

impl Dash {
    /// Of so many steps, how many are drawn.
    fn pattern(self) -> (usize, usize) {
        match self {
            Dash::Dotted => (1, 6),
            Dash::Dashed => (6, 9),
            Dash::Solid => (1, 1),
        }
    }
}

/// One line, in columns and rows from the top left corner of the area; a cell's middle is at a half.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stroke {
    pub(crate) from: (f64, f64),
    pub(crate) to: (f64, f64),
    pub(crate) dash: Dash,
    pub(crate) style: Style,
}

impl Stroke {
    /// The dots of the line: four to a column, so that no cell on the way is missed.
    fn dots(&self, height: f64) -> Vec<(f64, f64)> {
        let (wide, high) = (self.to.0 - self.from.0, self.to.1 - self.from.1);
        let steps = (wide.abs() * 2.0).max(high.abs() * 4.0).ceil().max(1.0);
        let (on, of) = self.dash.pattern();
        let mut dots = Vec::new();
        let mut step = 0.0;
        let mut count = 0_usize;
        while step <= steps {
            if count % of < on {
                let part = step / steps;
                let (x, y) = (self.from.0 + wide * part, self.from.1 + high * part);
                // A canvas counts upwards.
                dots.push((x, height - y));
            }
            step += 1.0;
            count += 1;
        }
        dots
    }
}

/// Draws the lines, later ones over earlier ones. What is written in the area afterwards stands above them.
pub(crate) fn draw(frame: &mut Frame<'_>, area: Rect, strokes: &[Stroke], theme: &Theme) {
    if area.is_empty() {
        return;
    }
    let (width, height) = (f64::from(area.width), f64::from(area.height));
    let ground = theme.base.bg.unwrap_or(Color::Reset);
    let marker = if theme.ascii {
        Marker::Custom('.')
    } else {
        Marker::Braille
    };
    let dots: Vec<(Vec<(f64, f64)>, Color)> = strokes
        .iter()
        .map(|stroke| (stroke.dots(height), stroke.style.fg.unwrap_or(Color::Reset)))
        .collect();
    let canvas = Canvas::default()
        .marker(marker)
        .background_color(ground)
        .x_bounds([0.0, width])
        .y_bounds([0.0, height])
        .paint(|context| {
            for (coords, color) in &dots {
                context.draw(&Points {
                    coords,
                    color: *color,
                });
            }
        });
    frame.render_widget(canvas, area);
}

/// The head of an arrow that goes in a direction.
pub(crate) fn head(from: (f64, f64), to: (f64, f64)) -> &'static str {
    let (wide, high) = (to.0 - from.0, to.1 - from.1);
    // A row is about as high as two columns are wide.
    if wide.abs() >= high.abs() * 2.0 {
        if wide >= 0.0 { "▸" } else { "◂" }
    } else if high >= 0.0 {
        "▾"
    } else {
        "▴"
    }
}
