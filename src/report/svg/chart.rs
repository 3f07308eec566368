//! Lines over the turns, each labelled where it ends.

use std::fmt::Write;

use crate::report::debrief::Chart;
use crate::report::debrief::Series;
use crate::report::svg::Drawing;
use crate::report::svg::fit;

const WIDTH: i64 = 3400;
const HEIGHT: i64 = 1500;
const LEFT: i64 = 330;
/// Room for the label at the end of a single line, and for those of several with their names.
const RIGHT_ALONE: i64 = 380;
const RIGHT: i64 = 1120;
const TOP: i64 = 90;
const BOTTOM: i64 = 1270;
/// The size of letters, and the least distance between two labels.
const LETTERS: i64 = 110;
const APART: i64 = 125;

/// How many ways to draw a line the style sheet knows.
const STYLES: usize = 5;

/// A chart; `id` is unique in the page.
pub(in crate::report) fn chart(chart: &Chart, id: &str) -> String {
    let said = chart.series.iter().map(describe).collect::<Vec<_>>();
    let mut drawing = Drawing::new(id, "chart", (WIDTH, HEIGHT), &chart.title, &said.join("; "));
    let plot = Plot::new(chart);
    plot.frame(&mut drawing, chart);
    for (place, series) in chart.series.iter().enumerate() {
        plot.line(&mut drawing, series, place % STYLES + 1);
    }
    plot.labels(&mut drawing, chart);
    drawing.finish()
}

/// A line in words: `compromised: 6 → 0 (0–9)`.
fn describe(series: &Series) -> String {
    let values = &series.values;
    let (Some(first), Some(last)) = (values.first(), values.last()) else {
        return series.label.to_string();
    };
    let lowest = values.iter().min().unwrap_or(first);
    let highest = values.iter().max().unwrap_or(first);
    format!("{}: {first} → {last} ({lowest}–{highest})", series.label)
}

struct Plot {
    floor: i64,
    ceiling: i64,
    /// How many values a line has.
    points: i64,
    /// Where the lines end.
    right: i64,
}

impl Plot {
    fn new(chart: &Chart) -> Self {
        Self {
            floor: i64::from(chart.floor),
            ceiling: i64::from(chart.ceiling),
            points: i64::try_from(chart.ticks.len()).unwrap_or(1),
            right: WIDTH
                - if chart.series.len() == 1 {
                    RIGHT_ALONE
                } else {
                    RIGHT
                },
        }
    }

    fn x(&self, place: usize) -> i64 {
        let place = i64::try_from(place).unwrap_or_default();
        let room = self.right - LEFT;
        LEFT + room * place / (self.points - 1).max(1)
    }

    fn y(&self, value: i32) -> i64 {
        let value = i64::from(value).clamp(self.floor, self.ceiling);
        BOTTOM - (BOTTOM - TOP) * (value - self.floor) / (self.ceiling - self.floor).max(1)
    }

    fn frame(&self, drawing: &mut Drawing, chart: &Chart) {
        let end = self.right;
        let middle = chart.floor.midpoint(chart.ceiling);
        for value in [chart.floor, middle, chart.ceiling] {
            let y = self.y(value);
            let class = if value == chart.floor { "axis" } else { "grid" };
            drawing.line(class, (LEFT, y), (end, y));
            drawing.text("num left", (LEFT - 50, y + 38), &value.to_string());
        }
        // Every tick where there is room for it, else every second one, and so on; the first and the last always.
        let last = chart.ticks.len().saturating_sub(1);
        let step = last / 8 + 1;
        for (place, tick) in chart.ticks.iter().enumerate() {
            if place == 0 || (last - place).is_multiple_of(step) && place >= step {
                let text = fit(tick, 400, LETTERS);
                drawing.text("num mid", (self.x(place), BOTTOM + 150), &text);
            }
        }
    }

    fn line(&self, drawing: &mut Drawing, series: &Series, style: usize) {
        let mut path = String::new();
        for (place, value) in series.values.iter().enumerate() {
            let _ = write!(path, "{},{} ", self.x(place), self.y(*value));
        }
        let path = path.trim_end();
        drawing.put(format_args!(
            "<polyline class=\"line s{style}\" points=\"{path}\"/>"
        ));
        if let Some(last) = series.values.last() {
            let (x, y) = (self.x(series.values.len() - 1), self.y(*last));
            drawing.put(format_args!(
                "<circle class=\"dot f{style}\" cx=\"{x}\" cy=\"{y}\" r=\"42\"/>"
            ));
        }
    }

    /// The last value and the name of each line beside its end, moved apart where they would touch.
    fn labels(&self, drawing: &mut Drawing, chart: &Chart) {
        let mut labels: Vec<(i64, usize)> = chart
            .series
            .iter()
            .enumerate()
            .map(|(place, series)| {
                let last = series.values.last().copied().unwrap_or(chart.floor);
                (self.y(last) + 38, place)
            })
            .collect();
        labels.sort_unstable();
        for place in 1..labels.len() {
            labels[place].0 = labels[place].0.max(labels[place - 1].0 + APART);
        }
        // What was pushed below the axis is pushed up again, from the lowest on.
        let mut lowest = BOTTOM + 40;
        for label in labels.iter_mut().rev() {
            label.0 = label.0.min(lowest);
            lowest = label.0 - APART;
        }
        let is_alone = chart.series.len() == 1;
        for (y, place) in labels {
            let series = &chart.series[place];
            let last = series.values.last().copied().unwrap_or(chart.floor);
            let at = (self.right + 80, y);
            let style = place % STYLES + 1;
            if is_alone {
                drawing.text(&format!("label t{style}"), at, &last.to_string());
            } else {
                let number = last.to_string();
                let room = RIGHT - 100 - i64::try_from(number.len()).unwrap_or(0) * 75 - 60;
                let name = fit(&series.label, room, LETTERS);
                drawing.text(&format!("label t{style}"), at, &format!("{number} {name}"));
            }
        }
    }
}
