//! A number as a person reads it.

/// One digit after the point; what rounds to nothing has no sign.
pub fn figure(number: f64) -> String {
    let number = if number.abs() < 0.05 { 0.0 } else { number };
    format!("{number:.1}")
}
