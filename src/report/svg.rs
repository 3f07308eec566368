//! Charts as SVG, to stand inside a page whose style sheet colours them.
//!
//! Whole numbers only, ten units to a pixel, so that the same numbers give the same bytes everywhere. Nothing is told by colour
//! alone: lines differ in dashes and are labelled where they end, marks differ in shape and carry letters.

mod bars;
mod chart;
mod fan;
mod timeline;

pub(super) use bars::Bar;
pub(super) use bars::bars;
pub(super) use chart::chart;
pub(super) use fan::Slice;
pub(super) use fan::fan;
pub(super) use timeline::sign;
pub(super) use timeline::timeline;

use std::fmt::Write;

use crate::text::SafeText;
use crate::text::escape;

/// A drawing in the making.
struct Drawing {
    out: String,
}

impl Drawing {
    /// A drawing of a size, named and described for those who do not see it. `id` is unique in the page.
    fn new(id: &str, class: &str, size: (i64, i64), title: &SafeText, description: &str) -> Self {
        let (width, height) = size;
        let (title, description) = (escape(title.as_str()), escape(description));
        let mut drawing = Self { out: String::new() };
        drawing.put(format_args!(
            "<svg class=\"{class}\" role=\"img\" aria-labelledby=\"{id}-title {id}-text\" \
             viewBox=\"0 0 {width} {height}\">\
             <title id=\"{id}-title\">{title}</title><desc id=\"{id}-text\">{description}</desc>"
        ));
        drawing
    }

    fn put(&mut self, what: std::fmt::Arguments<'_>) {
        // Writing to a string does not fail.
        let _ = self.out.write_fmt(what);
    }

    fn line(&mut self, class: &str, (x1, y1): (i64, i64), (x2, y2): (i64, i64)) {
        self.put(format_args!(
            "<line class=\"{class}\" x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\"/>"
        ));
    }

    fn rect(&mut self, class: &str, (x, y): (i64, i64), (width, height): (i64, i64), round: i64) {
        self.put(format_args!(
            "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{round}\"/>"
        ));
    }

    fn text(&mut self, class: &str, (x, y): (i64, i64), text: &str) {
        let text = escape(text);
        self.put(format_args!(
            "<text class=\"{class}\" x=\"{x}\" y=\"{y}\">{text}</text>"
        ));
    }

    /// A text on as many lines as it takes and there is room for: the room's width, and lines.
    fn lines(
        &mut self,
        class: &str,
        (x, y): (i64, i64),
        leading: i64,
        text: &SafeText,
        (room, most): (i64, usize),
        size: i64,
    ) {
        let lines = crate::text::wrap(text, columns(room, size));
        let count = lines.len();
        let mut y = y;
        for (place, line) in lines.into_iter().take(most).enumerate() {
            let is_cut = place + 1 == most && count > most;
            let line = if is_cut {
                SafeText::joined([&line, &SafeText::line("…")], "")
            } else {
                line
            };
            self.text(class, (x, y), &fit(&line, room, size));
            y += leading;
        }
    }

    fn finish(mut self) -> String {
        self.out.push_str("</svg>");
        self.out
    }
}

/// About how wide a text is drawn, in units, at a size of letters.
fn wide(text: &str, size: i64) -> i64 {
    let columns = i64::try_from(crate::text::width(text)).unwrap_or(i64::MAX);
    columns.saturating_mul(size) * 56 / 100
}

/// As much of a text as fits.
fn fit(text: &SafeText, room: i64, size: i64) -> String {
    crate::text::clip(text, columns(room, size)).into_string()
}

/// How many columns of letters there is room for.
fn columns(room: i64, size: i64) -> usize {
    usize::try_from((room * 100 / (size * 56)).max(1)).unwrap_or(1)
}
