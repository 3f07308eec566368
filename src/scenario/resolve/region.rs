//! Regions, and when places work.

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::model::RegionId;
use crate::model::calendar::Calendar;
use crate::model::calendar::Holiday;
use crate::model::calendar::MonthDay;
use crate::model::calendar::UtcOffset;
use crate::model::id::Kind;
use crate::model::region::DecisionRule;
use crate::model::region::Region;
use crate::model::time::StoryClock;
use crate::scenario::file;
use crate::scenario::file::Text;
use crate::scenario::resolve::Resolver;

impl Resolver<'_> {
    pub(super) fn regions(&mut self, regions: &[file::Region], clock: StoryClock) -> Vec<Region> {
        let one = |region| self.one_region(region, clock);
        regions.iter().map(one).collect()
    }

    fn one_region(&mut self, region: &file::Region, clock: StoryClock) -> Region {
        let pack = region.pack.as_ref().and_then(|id| self.pack(id));
        let languages = region
            .languages
            .as_deref()
            .or(pack.map(|pack| &pack.languages[..]));
        let own = self.offset(region.utc.as_ref());
        let offset = own.or_else(|| self.offset(pack?.utc.as_ref()));
        let own = self.calendar(region.working.as_ref(), clock);
        // A pack's holidays have dates; in a story without one they fall on no day, which is nobody's mistake.
        let calendar = own.or_else(|| {
            let working = pack?.working.as_ref();
            self.calendar_of(working, clock, true)
        });
        let decides = region
            .decides
            .as_ref()
            .or(pack.and_then(|pack| pack.decides.as_ref()));
        Region {
            id: RegionId(self.own(Kind::Region, &region.id)),
            name: self.line(&region.name, "name"),
            about: self.block_or_none(region.about.as_ref()),
            utc_offset: offset.unwrap_or(clock.offset),
            calendar: calendar.unwrap_or_default(),
            languages: languages
                .unwrap_or_default()
                .iter()
                .map(|tag| tag.value.as_str().into())
                .collect(),
            decision_rule: decides
                .map(|rule| self.decision_rule(&rule.value))
                .unwrap_or_default(),
            institutions: pack
                .map(|pack| self.lines(&pack.institutions, "institutions"))
                .unwrap_or_default(),
            measures: pack
                .map(|pack| self.lines(&pack.measures, "measures"))
                .unwrap_or_default(),
            pack: pack.map(|pack| self.pack_note(pack)),
        }
    }

    pub(in crate::scenario) fn decision_rule(&mut self, rule: &file::Decides) -> DecisionRule {
        match rule {
            file::Decides::Unanimity => DecisionRule::Unanimity,
            file::Decides::QualifiedMajority { per_mille } => DecisionRule::QualifiedMajority {
                per_mille: self.count(Some(per_mille), 650, 501, 1000),
            },
            file::Decides::Committee { approvals } => DecisionRule::Committee {
                approvals: self.count(Some(approvals), 1, 1, 50),
            },
            file::Decides::Agency => DecisionRule::Agency,
        }
    }

    /// An offset from UTC.
    pub(super) fn offset(&mut self, text: Option<&Text>) -> Option<UtcOffset> {
        let text = text?;
        let offset = UtcOffset::parse(text.value.trim());
        if offset.is_none() {
            self.bad_form(text, "expects-offset");
        }
        offset
    }

    /// A day of the year.
    pub(super) fn date(&mut self, text: Option<&Text>) -> Option<MonthDay> {
        let text = text?;
        let date = MonthDay::parse(text.value.trim());
        if date.is_none() {
            self.bad_form(text, "expects-date");
        }
        date
    }

    /// When a place works.
    pub(super) fn calendar(
        &mut self,
        working: Option<&file::Working>,
        clock: StoryClock,
    ) -> Option<Calendar> {
        self.calendar_of(working, clock, false)
    }

    fn calendar_of(
        &mut self,
        working: Option<&file::Working>,
        clock: StoryClock,
        is_pack: bool,
    ) -> Option<Calendar> {
        let working = working?;
        let mut calendar = Calendar::default();
        if let Some(days) = &working.days {
            if days.value.is_empty() {
                self.tell(Diagnostic::new(Code::EmptyList, days.span).with("name", "days"));
            } else {
                calendar.days = days.value.iter().copied().collect();
            }
        }
        if let Some(hours) = &working.hours {
            let (opens, closes) = &hours.value;
            let from = self.day_minute(opens);
            let to = if closes.value.trim() == "24:00" {
                Some(24 * 60)
            } else {
                self.day_minute(closes)
            };
            match (from, to) {
                (Some(from), Some(to)) if from < to => {
                    (calendar.opens, calendar.closes) = (from, to);
                }
                (Some(_), Some(_)) => {
                    let wrong = Diagnostic::new(Code::WindowReversed, hours.span);
                    self.tell(wrong.with("from", &opens.value).with("to", &closes.value));
                }
                _ => {}
            }
        }
        calendar.holidays = working
            .holidays
            .iter()
            .filter_map(|holiday| self.holiday(holiday, clock, is_pack))
            .collect();
        Some(calendar)
    }

    /// `25 Dec`, or `day 3` of the story.
    fn holiday(&mut self, text: &Text, clock: StoryClock, is_pack: bool) -> Option<Holiday> {
        let word = text.value.trim();
        if let Some(day) = word.strip_prefix("day ").and_then(|day| day.parse().ok()) {
            let day: u16 = day;
            return Some(Holiday::Day(i32::from(day) - 1));
        }
        let Some(date) = MonthDay::parse(word) else {
            self.bad_form(text, "expects-holiday");
            return None;
        };
        if clock.date.is_none() && !is_pack {
            self.tell(Diagnostic::new(Code::StoryWithoutDate, text.span).with("found", word));
        }
        Some(Holiday::Date(date))
    }

    fn day_minute(&mut self, text: &Text) -> Option<i32> {
        let minute = day_minute(text.value.trim());
        if minute.is_none() {
            self.bad_form(text, "expects-clock");
        }
        minute
    }
}

/// Minutes after midnight of `"09:00"`.
pub(super) fn day_minute(text: &str) -> Option<i32> {
    let (hour, minute) = text.split_once(':')?;
    let digits = |word: &str| {
        (word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| word.parse().ok())?
    };
    let (hour, minute): (i32, i32) = (digits(hour)?, digits(minute)?);
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}
