//! Exercise time: minutes since `StartEx`.

use std::fmt;

use serde::Deserialize;
use serde::Serialize;

use crate::model::calendar::MonthDay;
use crate::model::calendar::UtcOffset;

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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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

impl Weekday {
    const ALL: [Weekday; 7] = [
        Weekday::Mon,
        Weekday::Tue,
        Weekday::Wed,
        Weekday::Thu,
        Weekday::Fri,
        Weekday::Sat,
        Weekday::Sun,
    ];

    /// The day of the week so many days later, or earlier if negative.
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        let place = (self as i32)
            .saturating_add(days.rem_euclid(7))
            .rem_euclid(7);
        usize::try_from(place).map_or(self, |place| Self::ALL[place])
    }
}

/// The story's own clock: what day and time it is when `T+00:00` strikes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoryClock {
    pub weekday: Weekday,
    /// Minutes after midnight, 0 to 1439.
    pub minute: i32,
    /// Where this clock hangs.
    pub offset: UtcOffset,
    /// The day of the year, if the author names one: months and dated holidays need it.
    pub date: Option<MonthDay>,
}

impl StoryClock {
    /// Day, hour and minute of a moment: the day counts from the first (0), the weekday runs with it.
    pub fn at(self, time: ExerciseTime) -> (i32, Weekday, i32, i32) {
        let minutes = self.minutes(time, self.offset);
        let day = minutes.div_euclid(24 * 60);
        let rest = minutes.rem_euclid(24 * 60);
        (day, self.weekday.plus(day), rest / 60, rest % 60)
    }

    /// Minutes from the midnight with which the story's first day began, on a clock that hangs elsewhere.
    pub fn minutes(self, time: ExerciseTime, offset: UtcOffset) -> i32 {
        let here = self.minute.saturating_add(time.0);
        here.saturating_add(offset.0 - self.offset.0)
    }
}
