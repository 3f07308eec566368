//! Places in time: offsets from UTC, dates without a year, working calendars, and what follows for deadlines.
//!
//! The story's year has 365 days: no year is ever named, so there is none to leap in. All arithmetic is on whole minutes.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::LazyLock;

use serde::Deserialize;
use serde::Serialize;

use crate::model::time::ExerciseTime;
use crate::model::time::Span;
use crate::model::time::StoryClock;
use crate::model::time::Weekday;

const HOUR: i32 = 60;
const DAY: i32 = 24 * HOUR;
const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];
const LENGTHS: [i32; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const YEAR: i32 = 365;

/// How far a place's wall clock is ahead of UTC, in minutes: -720 to 840. Shown as `UTC-3` or `UTC+5:45`.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct UtcOffset(pub i32);

impl UtcOffset {
    /// Reads `UTC`, `UTC-3`, `UTC+05:45`, or the same without `UTC`.
    pub fn parse(text: &str) -> Option<Self> {
        let rest = text.strip_prefix("UTC").unwrap_or(text);
        if rest.is_empty() && !text.is_empty() {
            return Some(Self(0));
        }
        let (sign, rest) = match rest.split_at_checked(1)? {
            ("+", rest) => (1, rest),
            ("-", rest) => (-1, rest),
            _ => return None,
        };
        let (hours, minutes) = rest.split_once(':').unwrap_or((rest, "00"));
        if !(1..=2).contains(&hours.len()) || minutes.len() != 2 {
            return None;
        }
        let (hours, minutes) = (digits(hours)?, digits(minutes)?);
        let offset = sign * (hours * HOUR + minutes);
        (minutes < HOUR && (-12 * HOUR..=14 * HOUR).contains(&offset)).then_some(Self(offset))
    }
}

impl fmt::Display for UtcOffset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let minutes = self.0.unsigned_abs();
        let sign = if self.0 < 0 { '-' } else { '+' };
        let text = match (minutes / 60, minutes % 60) {
            (0, 0) => "UTC".to_owned(),
            (hours, 0) => format!("UTC{sign}{hours}"),
            (hours, minutes) => format!("UTC{sign}{hours}:{minutes:02}"),
        };
        f.pad(&text)
    }
}

fn digits(word: &str) -> Option<i32> {
    word.bytes()
        .all(|byte| byte.is_ascii_digit())
        .then(|| word.parse().ok())?
}

/// A day of the year without the year. Shown and written as `25 Dec`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct MonthDay {
    /// 1 to 12.
    month: u8,
    /// 1 to the month's length.
    day: u8,
}

impl MonthDay {
    /// `None` if there is no such day in a year of 365.
    pub fn new(month: u8, day: u8) -> Option<Self> {
        let length = LENGTHS.get(usize::from(month).checked_sub(1)?)?;
        (day > 0 && i32::from(day) <= *length).then_some(Self { month, day })
    }

    /// Reads `25 Dec`.
    pub fn parse(text: &str) -> Option<Self> {
        let (day, month) = text.split_once(' ')?;
        let month = MONTHS.iter().position(|name| *name == month)? + 1;
        Self::new(u8::try_from(month).ok()?, u8::try_from(digits(day)?).ok()?)
    }

    /// 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// 1 to 31.
    pub fn day(self) -> u8 {
        self.day
    }

    /// The day so many days later, or earlier if negative.
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        let mut left = (self.ordinal() + days.rem_euclid(YEAR)).rem_euclid(YEAR);
        for (month, length) in (1..).zip(LENGTHS) {
            if left < length {
                let day = u8::try_from(left + 1).unwrap_or(1);
                return Self { month, day };
            }
            left -= length;
        }
        self
    }

    /// Days from here to the same day so many months later; the month's last day if it has no such day.
    pub fn days_to_month_after(self, months: u16) -> i32 {
        let first = i32::from(self.month) - 1;
        let target = first + i32::from(months);
        let between: i32 = (first..target).map(length_of).sum();
        let day = i32::from(self.day).min(length_of(target));
        between + day - i32::from(self.day)
    }

    /// Days since 1 January.
    fn ordinal(self) -> i32 {
        let before: i32 = LENGTHS[..usize::from(self.month) - 1].iter().sum();
        before + i32::from(self.day) - 1
    }
}

/// The length of a month counted from January, 0, on and on.
fn length_of(month: i32) -> i32 {
    usize::try_from(month.rem_euclid(12)).map_or(31, |month| LENGTHS[month])
}

impl fmt::Display for MonthDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let month = MONTHS[usize::from(self.month) - 1];
        f.pad(&format!("{} {month}", self.day))
    }
}

/// A day nobody works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Holiday {
    /// Every year on this day; it counts only in a story that has a date.
    Date(MonthDay),
    /// A day of the story: 0 is the story's first.
    Day(i32),
}

/// When a place works that no region and no author says anything about.
pub(super) static USUAL: LazyLock<Calendar> = LazyLock::new(Calendar::default);

/// When a place works.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// The days of the week that are worked; never empty.
    pub days: BTreeSet<Weekday>,
    /// Minutes after midnight, 0 to 1439.
    pub opens: i32,
    /// Minutes after midnight, after `opens` and at most 1440.
    pub closes: i32,
    pub holidays: Vec<Holiday>,
}

impl Default for Calendar {
    /// Monday to Friday, nine to five, no holidays.
    fn default() -> Self {
        Self {
            days: [
                Weekday::Mon,
                Weekday::Tue,
                Weekday::Wed,
                Weekday::Thu,
                Weekday::Fri,
            ]
            .into(),
            opens: 9 * HOUR,
            closes: 17 * HOUR,
            holidays: Vec::new(),
        }
    }
}

/// What a wall clock and a calendar on the wall show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LocalMoment {
    /// Days since the story's first day, where it was at `T+00:00`; may be negative.
    pub day: i32,
    pub weekday: Weekday,
    /// Minutes after midnight, 0 to 1439.
    pub minute: i32,
    /// If the story has a date.
    pub date: Option<MonthDay>,
}

/// The story's clock as a place sees it.
#[derive(Clone, Copy, Debug)]
pub struct Local<'a> {
    pub clock: StoryClock,
    pub offset: UtcOffset,
    pub calendar: &'a Calendar,
}

impl Local<'_> {
    /// What the clock on the wall shows at a moment.
    pub fn at(&self, time: ExerciseTime) -> LocalMoment {
        let minutes = self.clock.minutes(time, self.offset);
        let day = minutes.div_euclid(DAY);
        LocalMoment {
            day,
            weekday: self.clock.weekday.plus(day),
            minute: minutes.rem_euclid(DAY),
            date: self.clock.date.map(|date| date.plus(day)),
        }
    }

    /// Whether people are at work.
    pub fn is_open(&self, time: ExerciseTime) -> bool {
        let now = self.at(time);
        self.is_business_day(now.day)
            && (self.calendar.opens..self.calendar.closes).contains(&now.minute)
    }

    /// When people are at work next: now, if they are.
    pub fn opens_next(&self, time: ExerciseTime) -> ExerciseTime {
        if self.is_open(time) {
            return time;
        }
        let now = self.at(time);
        let is_later_today = self.is_business_day(now.day) && now.minute < self.calendar.opens;
        let day = if is_later_today {
            now.day
        } else {
            self.business_day_after(now.day, 1)
        };
        self.moment(day, self.calendar.opens)
    }

    /// Whether a day since the story's first is worked.
    pub fn is_business_day(&self, day: i32) -> bool {
        let is_holiday = |holiday: &Holiday| match *holiday {
            Holiday::Day(holiday) => holiday == day,
            Holiday::Date(date) => self.clock.date.is_some_and(|first| first.plus(day) == date),
        };
        self.calendar.days.contains(&self.clock.weekday.plus(day))
            && !self.calendar.holidays.iter().any(is_holiday)
    }

    /// When a term that begins at a moment ends, in the local calendar. `None` if it counts months and the story has no date.
    ///
    /// Business days count from the day after; the term ends when the last of them closes (after the counting of the financial
    /// regulators' four days). Months end at the same hour of the day with the same number, or of the month's last day.
    pub fn end_of(&self, term: Term, start: ExerciseTime) -> Option<ExerciseTime> {
        let now = self.at(start);
        match term {
            Term::Span(span) => Some(start.plus(span.0)),
            Term::BusinessDays(days) => {
                let last = self.business_day_after(now.day, days);
                Some(self.moment(last, self.calendar.closes))
            }
            Term::Months(months) => {
                let days = now.date?.days_to_month_after(months);
                Some(start.plus(days.saturating_mul(DAY)))
            }
        }
    }

    /// The n-th worked day after a day.
    fn business_day_after(&self, day: i32, n: u16) -> i32 {
        let mut left = n;
        // Whoever never works, because every day is a holiday, is taken to work again after two years.
        let horizon = day + i32::from(n).saturating_mul(7) + 2 * YEAR;
        let mut last = day;
        while left > 0 && last < horizon {
            last += 1;
            if self.is_business_day(last) {
                left -= 1;
            }
        }
        last
    }

    /// When a local clock shows a minute of a day.
    fn moment(&self, day: i32, minute: i32) -> ExerciseTime {
        let midnight = self.clock.minutes(ExerciseTime::default(), self.offset);
        ExerciseTime(day.saturating_mul(DAY) + minute - midnight)
    }
}

/// How long a law gives. Authors write `"72h"`, `"3d"` (calendar days, to the minute), `"4bd"` or `"1mo"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Term {
    /// So many minutes.
    Span(Span),
    /// So many working days of the local calendar, not counting the first.
    BusinessDays(u16),
    /// So many months of the calendar; needs a story with a date.
    Months(u16),
}

impl Default for Term {
    fn default() -> Self {
        Self::Span(Span::default())
    }
}

impl Term {
    /// Reads `"90m"`, `"24h"`, `"3d"`, `"4bd"` or `"1mo"`.
    pub fn parse(text: &str) -> Option<Self> {
        let count = |number: &str, most: i32| {
            let number = (1..=4).contains(&number.len()).then(|| digits(number))??;
            u16::try_from(number.min(most + 1))
                .ok()
                .filter(|n| i32::from(*n) <= most)
        };
        if let Some(number) = text.strip_suffix("bd") {
            return count(number, 250).map(Term::BusinessDays);
        }
        if let Some(number) = text.strip_suffix("mo") {
            return count(number, 60).map(Term::Months);
        }
        Span::parse(text).map(Term::Span)
    }

    /// Whether it is no time at all.
    pub fn is_empty(self) -> bool {
        match self {
            Term::Span(span) => span.0 <= 0,
            Term::BusinessDays(count) | Term::Months(count) => count == 0,
        }
    }
}

/// A minute of the day as a clock shows it: `09:05`.
pub fn face(minute: i32) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}
