//! Days of the calendar with their year: when something was checked, since when it applies.

use std::fmt;

/// A day of the calendar, for telling how old something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    pub year: i32,
    pub month: i32,
    pub day: i32,
}

impl Date {
    /// Reads `2026-11-01`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let mut part = |length: usize| {
            let word = parts.next()?;
            let is_number = word.len() == length && word.bytes().all(|byte| byte.is_ascii_digit());
            is_number.then(|| word.parse::<i32>().ok())?
        };
        let (year, month, day) = (part(4)?, part(2)?, part(2)?);
        let fits = (1..=12).contains(&month) && (1..=31).contains(&day);
        (fits && parts.next().is_none()).then_some(Self { year, month, day })
    }

    /// The day so many days after 1 January 1970, after Howard Hinnant's `civil_from_days`.
    pub fn of_unix_day(days: i64) -> Self {
        let days = days + 719_468;
        let era = days.div_euclid(146_097);
        let of_era = days.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted = (5 * of_year + 2) / 153;
        let day = of_year - (153 * shifted + 2) / 5 + 1;
        let month = if shifted < 10 {
            shifted + 3
        } else {
            shifted - 9
        };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        let small = |number: i64| i32::try_from(number).unwrap_or_default();
        Self {
            year: small(year),
            month: small(month),
            day: small(day),
        }
    }

    /// Whether it is more than twelve months after another day.
    pub fn is_over_a_year_after(self, other: Self) -> bool {
        let later = Self {
            year: other.year + 1,
            ..other
        };
        self > later
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!(
            "{:04}-{:02}-{:02}",
            self.year, self.month, self.day
        ))
    }
}
