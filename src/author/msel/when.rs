//! When an inject is due, as a cell says it: `T+01:30`, `after welcome; chance 500`, `by hand`, `when turn >= 2`.
//!
//! A moment can be written as `T+01:30`, as `D+2 H+3 M+45` (days, hours and minutes since the start), or as a clock time of
//! the story: `13:20`, `Thu 13:20`, `day 2 13:20` (the first at or after the start).

use std::fmt::Write as _;

use crate::model::time::ExerciseTime;
use crate::model::time::StoryClock;

/// Minutes of a day.
const DAY: i32 = 24 * 60;

/// What a delivery cell holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Due {
    pub at: Option<ExerciseTime>,
    /// The inject it comes after, as the cell names it, and at least how many turns later if it says so.
    pub after: Option<(String, Option<i64>)>,
    /// Per mille.
    pub chance: Option<i64>,
    pub by_hand: bool,
    pub condition: Option<String>,
}

impl Due {
    /// Reads a cell. What cannot be read is given back.
    pub fn parse(cell: &str, clock: StoryClock) -> Result<Self, String> {
        let mut due = Self::default();
        let mut rest = cell.trim();
        while !rest.is_empty() {
            if let Some(condition) = word(rest, "when") {
                due.condition = Some(condition.to_owned());
                return Ok(due);
            }
            let (part, next) = rest.split_once(';').unwrap_or((rest, ""));
            let part = part.trim();
            if let Some(after) = word(part, "after") {
                due.after = Some(match after.rsplit_once('+') {
                    Some((inject, turns)) => {
                        let turns = turns.trim().parse().map_err(|_| part.to_owned())?;
                        (inject.trim().to_owned(), Some(turns))
                    }
                    None => (after.to_owned(), None),
                });
            } else if let Some(chance) = word(part, "chance") {
                due.chance = Some(chance.parse().map_err(|_| part.to_owned())?);
            } else if part.eq_ignore_ascii_case("by hand") {
                due.by_hand = true;
            } else if !part.is_empty() {
                due.at = Some(moment(part, clock).ok_or_else(|| part.to_owned())?);
            }
            rest = next.trim();
        }
        Ok(due)
    }

    /// The cell that says it.
    pub fn cell(&self) -> String {
        let mut parts = Vec::new();
        parts.extend(self.at.map(|at| at.to_string()));
        parts.extend(self.after.as_ref().map(|(inject, turns)| match turns {
            Some(turns) => format!("after {inject} +{turns}"),
            None => format!("after {inject}"),
        }));
        parts.extend(self.chance.map(|chance| format!("chance {chance}")));
        if self.by_hand {
            parts.push("by hand".to_owned());
        }
        let condition = self.condition.as_ref();
        parts.extend(condition.map(|condition| format!("when {condition}")));
        parts.join("; ")
    }
}

/// What follows a word at the beginning of a part.
fn word<'a>(part: &'a str, word: &str) -> Option<&'a str> {
    let head = part.get(..word.len())?;
    let rest = part.get(word.len()..)?;
    (head.eq_ignore_ascii_case(word) && rest.starts_with(char::is_whitespace)).then(|| rest.trim())
}

/// A moment in any of the forms that planners write.
pub fn moment(text: &str, clock: StoryClock) -> Option<ExerciseTime> {
    let text = text.trim();
    let upper = text.to_uppercase();
    if let Some(time) = ExerciseTime::parse(&upper.replace(' ', "")) {
        return Some(time);
    }
    counted(&upper).or_else(|| on_the_clock(&upper, clock))
}

/// `D+2 H+3 M+45`, any of the three left out.
fn counted(text: &str) -> Option<ExerciseTime> {
    let mut minutes = 0_i32;
    let mut units = "DHM".chars();
    for part in text.split_whitespace() {
        let (unit, number) = part.split_once('+')?;
        let unit = unit.chars().next().filter(|_| unit.len() == 1)?;
        units.find(|known| *known == unit)?;
        let number: i32 = number
            .parse()
            .ok()
            .filter(|number| (0..=9999).contains(number))?;
        let worth = match unit {
            'D' => DAY,
            'H' => 60,
            _ => 1,
        };
        minutes = minutes.checked_add(number.checked_mul(worth)?)?;
    }
    (!text.is_empty()).then_some(ExerciseTime(minutes))
}

/// `13:20`, `THU 13:20`, `DAY 2 13:20`, `DAY 2, THU 13:20`.
fn on_the_clock(text: &str, clock: StoryClock) -> Option<ExerciseTime> {
    let words: Vec<&str> = text
        .split([' ', ','])
        .filter(|word| !word.is_empty())
        .collect();
    let (time, before) = words.split_last()?;
    let (hours, minutes) = time.split_once(':')?;
    let digits = |word: &str| {
        let plain = (1..=2).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| word.parse::<i32>().ok())?
    };
    let (hours, minutes) = (digits(hours)?, digits(minutes)?);
    if hours > 23 || minutes > 59 {
        return None;
    }
    let minute = hours * 60 + minutes - clock.minute;
    let weekday = |word: &str| {
        (0..7).find(|day| format!("{:?}", clock.weekday.plus(*day)).to_uppercase() == word)
    };
    let day = match before {
        [] => i32::from(minute < 0),
        ["DAY", number] | ["DAY", number, _] => {
            let day = digits(number)? - 1;
            if let [_, _, name] = before
                && weekday(name)? != day.rem_euclid(7)
            {
                return None;
            }
            day
        }
        [name] => {
            let day = weekday(name)?;
            if day == 0 && minute < 0 { 7 } else { day }
        }
        _ => return None,
    };
    Some(ExerciseTime(day * DAY + minute))
}

/// What the story's clock shows: `day 1, Thu 13:20`.
pub fn story_time(at: ExerciseTime, clock: StoryClock) -> String {
    let (day, weekday, hour, minute) = clock.at(at);
    let mut text = String::new();
    let _ = write!(text, "day {}, {weekday:?} {hour:02}:{minute:02}", day + 1);
    text
}
