//! Exercise time: minutes since `StartEx`.

use std::fmt;

use serde::Deserialize;
use serde::Serialize;

/// A moment of the exercise, in minutes since `StartEx`; negative during turn 0. Shown as `T+01:30`.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct ExerciseTime(pub i32);

impl ExerciseTime {
    /// The moment so many minutes later.
    #[must_use]
    pub fn plus(self, minutes: i32) -> Self {
        Self(self.0.saturating_add(minutes))
    }

    /// Minutes from `earlier` to this moment.
    pub fn since(self, earlier: Self) -> i32 {
        self.0.saturating_sub(earlier.0)
    }

    /// Reads `T+01:30`, `T+26:00` or `T-02:00`.
    pub fn parse(text: &str) -> Option<Self> {
        let rest = text.strip_prefix('T')?;
        let sign = match rest.chars().next()? {
            '+' => 1,
            '-' => -1,
            _ => return None,
        };
        let (hours, minutes) = rest.get(1..)?.split_once(':')?;
        if hours.is_empty() || hours.len() > 4 || minutes.len() != 2 {
            return None;
        }
        let digits = |word: &str| {
            word.bytes()
                .all(|byte| byte.is_ascii_digit())
                .then(|| word.parse::<i32>().ok())?
        };
        let (hours, minutes) = (digits(hours)?, digits(minutes)?);
        (minutes < 60).then_some(Self(sign * (hours * 60 + minutes)))
    }
}

impl fmt::Display for ExerciseTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { '-' } else { '+' };
        let minutes = self.0.unsigned_abs();
        f.pad(&format!("T{sign}{:02}:{:02}", minutes / 60, minutes % 60))
    }
}

/// A length of time in minutes. Authors write `"90m"`, `"24h"`, `"3d"`.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Span(pub i32);

impl Span {
    /// Reads `"90m"`, `"24h"` or `"3d"`.
    pub fn parse(text: &str) -> Option<Self> {
        let unit = match text.chars().last()? {
            'm' => 1,
            'h' => 60,
            'd' => 24 * 60,
            _ => return None,
        };
        let number = &text[..text.len() - 1];
        if number.is_empty()
            || number.len() > 5
            || !number.bytes().all(|byte| byte.is_ascii_digit())
        {
            return None;
        }
        number.parse::<i32>().ok()?.checked_mul(unit).map(Self)
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let minutes = self.0;
        let words = match (minutes / 60, minutes % 60) {
            (0, minutes) => format!("{minutes} min"),
            (hours, 0) => format!("{hours} h"),
            (hours, minutes) => format!("{hours} h {minutes:02} min"),
        };
        f.pad(&words)
    }
}

/// A day of the week, for the wall clock of the story.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Weekday {
    #[default]
    Mon,
    Tue,
    Wed,
    Thu,
    Fri,
    Sat,
    Sun,
}

/// The story's own clock: what day and time it is when `T+00:00` strikes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoryClock {
    pub weekday: Weekday,
    /// Minutes after midnight, 0 to 1439.
    pub minute: i32,
}

impl StoryClock {
    /// Day, hour and minute of a moment: the day counts from the first (0), the weekday runs with it.
    pub fn at(self, time: ExerciseTime) -> (i32, Weekday, i32, i32) {
        const DAYS: [Weekday; 7] = [
            Weekday::Mon,
            Weekday::Tue,
            Weekday::Wed,
            Weekday::Thu,
            Weekday::Fri,
            Weekday::Sat,
            Weekday::Sun,
        ];
        let minutes = self.minute.saturating_add(time.0);
        let day = minutes.div_euclid(24 * 60);
        let rest = minutes.rem_euclid(24 * 60);
        let weekday = DAYS[usize::try_from((self.weekday as i32 + day).rem_euclid(7)).unwrap_or(0)];
        (day, weekday, rest / 60, rest % 60)
    }
}
