//! A number's course over the turns as it was spread over many plays: a wide band, a narrow one, and the middle.

use std::fmt::Write;

use crate::report::svg::Drawing;
use crate::text::SafeText;

const WIDTH: i64 = 3400;
const HEIGHT: i64 = 1400;
const LEFT: i64 = 400;
const RIGHT: i64 = 3050;
const TOP: i64 = 90;
const BOTTOM: i64 = 1180;

/// What a number was in many plays after one turn: quantiles, going up. The first and the last span the wide band, the second
/// and the fourth the narrow one, the third is the middle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::report) struct Slice {
    pub(in crate::report) turn: usize,
    pub(in crate::report) quantiles: [i32; 5],
}

/// A fan chart; `id` is unique in the page. Nothing of no slices.
pub(in crate::report) fn fan(id: &str, title: &SafeText, slices: &[Slice]) -> String {
    let (Some(first), Some(last)) = (slices.first(), slices.last()) else {
        return String::new();
    };
    let said = format!(
        "{} → {} ({}–{})",
        first.quantiles[2], last.quantiles[2], last.quantiles[0], last.quantiles[4]
    );
    let mut drawing = Drawing::new(id, "chart fan", (WIDTH, HEIGHT), title, &said);
    let values = slices.iter().flat_map(|slice| slice.quantiles);
    let floor = i64::from(values.clone().min().unwrap_or(0));
    let ceiling = i64::from(values.max().unwrap_or(0)).max(floor + 1);
    let y = |value: i32| BOTTOM - (BOTTOM - TOP) * (i64::from(value) - floor) / (ceiling - floor);
    let steps = i64::try_from(slices.len().saturating_sub(1))
        .unwrap_or(1)
        .max(1);
    let x = |place: usize| LEFT + (RIGHT - LEFT) * i64::try_from(place).unwrap_or(0) / steps;
    for value in [floor, floor.midpoint(ceiling), ceiling] {
        let at = y(i32::try_from(value).unwrap_or(0));
        let class = if value == floor { "axis" } else { "grid" };
        drawing.line(class, (LEFT, at), (RIGHT, at));
        drawing.text("num left", (LEFT - 50, at + 38), &value.to_string());
    }
    for (place, slice) in slices.iter().enumerate() {
        let every = slices.len() / 8 + 1;
        let is_last = place + 1 == slices.len();
        // The last turn is always told; whichever would touch it is not.
        let is_clear = place + every / 2 + 1 < slices.len();
        if is_last || place.is_multiple_of(every) && is_clear {
            drawing.text("num mid", (x(place), BOTTOM + 150), &slice.turn.to_string());
        }
    }
    for (class, low, high) in [("wide", 0, 4), ("narrow", 1, 3)] {
        let mut path = String::new();
        let there = slices.iter().enumerate();
        let back = slices.iter().enumerate().rev();
        for (place, value) in there
            .map(|(place, slice)| (place, slice.quantiles[high]))
            .chain(back.map(|(place, slice)| (place, slice.quantiles[low])))
        {
            let _ = write!(path, "{},{} ", x(place), y(value));
        }
        let path = path.trim_end();
        drawing.put(format_args!(
            "<polygon class=\"band {class}\" points=\"{path}\"/>"
        ));
    }
    let mut path = String::new();
    for (place, slice) in slices.iter().enumerate() {
        let _ = write!(path, "{},{} ", x(place), y(slice.quantiles[2]));
    }
    let path = path.trim_end();
    drawing.put(format_args!(
        "<polyline class=\"line s1\" points=\"{path}\"/>"
    ));
    let end = (RIGHT + 60, y(last.quantiles[2]) + 38);
    drawing.text("label t1", end, &last.quantiles[2].to_string());
    drawing.finish()
}
