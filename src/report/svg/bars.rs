//! Shares as bars with the interval that chance leaves open, one below the other.

use crate::report::svg::Drawing;
use crate::report::svg::fit;
use crate::text::SafeText;

const WIDTH: i64 = 7200;
const ROW: i64 = 230;
const LEFT: i64 = 2500;
const RIGHT: i64 = 6100;
const TOP: i64 = 60;
const LETTERS: i64 = 110;
/// What a bar that reaches the right edge stands for.
const ALL: i64 = 1_000_000;

/// One bar: its label, and share and interval in millionths.
pub(in crate::report) struct Bar {
    pub(in crate::report) label: SafeText,
    pub(in crate::report) share: i64,
    pub(in crate::report) interval: (i64, i64),
}

/// A chart of bars; `id` is unique in the page. The scale ends at the next ten per cent above the longest.
pub(in crate::report) fn bars(id: &str, title: &SafeText, bars: &[Bar]) -> String {
    let rows = i64::try_from(bars.len()).unwrap_or(0);
    let said = bars
        .iter()
        .map(|bar| format!("{}: {}", bar.label, percent(bar.share)));
    let said = said.collect::<Vec<_>>().join("; ");
    let height = TOP + rows * ROW + 190;
    let mut drawing = Drawing::new(id, "chart bars", (WIDTH, height), title, &said);
    let longest = bars
        .iter()
        .map(|bar| bar.interval.1.max(bar.share))
        .max()
        .unwrap_or(0);
    let scale = (longest / (ALL / 10) + 1).clamp(1, 10) * (ALL / 10);
    let x = |share: i64| LEFT + (RIGHT - LEFT) * share.clamp(0, scale) / scale;
    let bottom = TOP + rows * ROW;
    for tick in [0, scale / 2, scale] {
        let class = if tick == 0 { "axis" } else { "grid" };
        drawing.line(class, (x(tick), TOP - 30), (x(tick), bottom));
        drawing.text("num mid", (x(tick), bottom + 140), &percent(tick));
    }
    for (row, bar) in (0..).zip(bars) {
        let y = TOP + row * ROW;
        drawing.text(
            "left",
            (LEFT - 70, y + 130),
            &fit(&bar.label, LEFT - 100, LETTERS),
        );
        drawing.rect("bar", (LEFT, y + 40), (x(bar.share) - LEFT, 110), 0);
        let (low, high) = bar.interval;
        let middle = y + 95;
        drawing.line("whisker", (x(low), middle), (x(high), middle));
        for end in [low, high] {
            drawing.line("whisker", (x(end), middle - 35), (x(end), middle + 35));
        }
        drawing.text("label", (RIGHT + 80, y + 130), &percent(bar.share));
    }
    drawing.finish()
}

/// Millionths as per cent, with one digit after the point.
fn percent(millionths: i64) -> String {
    let tenths = (millionths + 500) / 1000;
    format!("{}.{} %", tenths / 10, tenths % 10)
}
