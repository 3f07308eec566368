//! What a person reads before choosing, the clock and the turns.

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Span;
use crate::model::PhaseId;
use crate::model::id::Kind;
use crate::model::ledger::Ledger;
use crate::model::ledger::Ledgers;
use crate::model::scenario::About;
use crate::model::scenario::Difficulty;
use crate::model::scenario::Phase;
use crate::model::scenario::Turn;
use crate::model::time::ExerciseTime;
use crate::model::time::StoryClock;
use crate::scenario::file;
use crate::scenario::file::Sheet;
use crate::scenario::resolve::Resolver;
use crate::scenario::resolve::region::day_minute;
use crate::text::Arg;
use crate::text::SafeText;

/// The one format there is. Raise it when a file that was right before is read differently or not at all.
const FORMAT: i64 = 1;
/// The most turns beside the preparation.
const MOST_TURNS: usize = 100;

impl Resolver<'_> {
    pub(super) fn about(&mut self, sheet: &Sheet) -> About {
        if let Some(format) = sheet
            .format
            .as_ref()
            .filter(|format| format.value != FORMAT)
        {
            let wrong = Diagnostic::new(Code::UnknownFormat, format.span)
                .with("found", format.value.to_string());
            self.tell(wrong.with("known", FORMAT.to_string()));
        }
        let id = sheet.id.as_ref().map_or("", |id| id.value.as_str());
        if let Some(id) = sheet.id.as_ref().filter(|id| !is_scenario_id(&id.value)) {
            self.tell(Diagnostic::new(Code::BadId, id.span).with("name", &id.value));
        }
        let minutes = sheet.minutes.as_ref().map_or((0, 0), |minutes| {
            let (from, to) = &minutes.value;
            let (from, to) = (
                self.count(Some(from), 0, 1, 1000),
                self.count(Some(to), 0, 1, 1000),
            );
            if from > to {
                let wrong = Diagnostic::new(Code::WindowReversed, minutes.span);
                self.tell(
                    wrong
                        .with("from", from.to_string())
                        .with("to", to.to_string()),
                );
            }
            (from, to)
        });
        if let Some(written) = &sheet.written_on {
            self.day(written);
        }
        let line = |resolver: &mut Self, text: &Option<file::Text>, field| match text {
            Some(text) => resolver.line(text, field),
            None => SafeText::default(),
        };
        About {
            id: id.into(),
            title: line(self, &sheet.title, "title"),
            tagline: line(self, &sheet.tagline, "tagline"),
            summary: sheet
                .summary
                .as_ref()
                .map(|text| self.block(text, "summary"))
                .unwrap_or_default(),
            learn: self.lines(sheet.learn.as_deref().unwrap_or_default(), "learn"),
            minutes,
            difficulty: sheet.difficulty.unwrap_or(Difficulty::Introductory),
            content_note: self.block_or_none(sheet.content_note.as_ref()),
            modelled_on: self.block_or_none(sheet.modelled_on.as_ref()),
            language: sheet
                .language
                .as_ref()
                .map_or("en", |language| language.value.as_str())
                .into(),
            is_tutorial: sheet.tutorial.unwrap_or_default(),
        }
    }

    pub(super) fn ledgers(&mut self, sheet: &Sheet) -> Ledgers {
        let Some(words) = &sheet.ledgers else {
            return Ledgers::all();
        };
        let mut ledgers = Ledgers::default();
        for word in words {
            if let Some(ledger) = Ledger::ALL
                .into_iter()
                .find(|ledger| ledger.word() == word.value)
            {
                ledgers.insert(ledger);
                continue;
            }
            let wrong =
                Diagnostic::new(Code::UnknownId, word.span).with("kind", Arg::Key("kind-ledger"));
            self.tell(
                wrong
                    .with("name", &word.value)
                    .near(Ledger::ALL.map(Ledger::word)),
            );
        }
        ledgers
    }

    pub(super) fn clock(&mut self, sheet: &Sheet) -> StoryClock {
        let Some(clock) = &sheet.clock else {
            return StoryClock {
                minute: 9 * 60,
                ..StoryClock::default()
            };
        };
        let minute = day_minute(&clock.time.value);
        if minute.is_none() {
            self.bad_form(&clock.time, "expects-clock");
        }
        StoryClock {
            weekday: clock.weekday,
            minute: minute.unwrap_or_default(),
            offset: self.offset(clock.utc.as_ref()).unwrap_or_default(),
            date: self.date(clock.date.as_ref()),
        }
    }

    /// Turn 0 and those after it, one after another from `StartEx`.
    pub(super) fn turns(&mut self, sheet: &Sheet) -> Vec<Turn> {
        let start = ExerciseTime::default();
        let mut turns = vec![match &sheet.prep {
            Some(prep) => {
                let lasts = prep
                    .lasts
                    .as_ref()
                    .map_or(240, |lasts| self.span(lasts, 240).0);
                Turn {
                    from: start.plus(-lasts),
                    to: start,
                    title: self.line(&prep.title, "title"),
                    phase: None,
                    hours: self.number(prep.hours.as_ref(), 500, 0, 10_000),
                }
            }
            None => Turn {
                from: start,
                to: start,
                title: SafeText::default(),
                phase: None,
                hours: 0,
            },
        }];
        if sheet.turns.len() > MOST_TURNS {
            let wrong = Diagnostic::new(Code::TooMany, sheet.place("turns").unwrap_or_default())
                .with("kind", Arg::Key("kind-turn"));
            self.tell(
                wrong
                    .with("count", sheet.turns.len())
                    .with("limit", MOST_TURNS),
            );
        }
        let mut from = start;
        for turn in sheet.turns.iter().take(MOST_TURNS) {
            let lasts = self.span(&turn.lasts, 60).0;
            if lasts == 0 {
                self.bad_form(&turn.lasts, "expects-span");
            }
            let to = from.plus(lasts);
            turns.push(Turn {
                from,
                to,
                title: self.line(&turn.title, "title"),
                phase: turn
                    .phase
                    .as_ref()
                    .map(|phase| PhaseId(self.find(Kind::Phase, phase))),
                hours: self.number(turn.hours.as_ref(), 1000, 0, 10_000),
            });
            from = to;
        }
        turns
    }

    pub(super) fn phases(&mut self, phases: &[file::Phase]) -> Vec<Phase> {
        let one = |resolver: &mut Self, phase: &file::Phase| Phase {
            id: PhaseId(resolver.own(Kind::Phase, &phase.id)),
            title: resolver.line(&phase.title, "title"),
            text: resolver.block_or_none(phase.text.as_ref()),
        };
        phases.iter().map(|phase| one(self, phase)).collect()
    }
}

/// What a scenario cannot do without: seats, turns, an ending; and what it should have.
pub(in crate::scenario) fn has_the_needful(
    sheet: &Sheet,
    entry: Span,
    found: &mut Vec<Diagnostic>,
) {
    let place = |field: &str| sheet.place(field).unwrap_or(entry);
    let mut missing = |is_empty: bool, code: Code, field: &str| {
        if is_empty {
            found.push(Diagnostic::new(code, place(field)));
        }
    };
    missing(sheet.seats.is_empty(), Code::NoSeats, "seats");
    missing(sheet.turns.is_empty(), Code::NoTurns, "turns");
    missing(sheet.endings.is_empty(), Code::NoEndings, "endings");
    missing(sheet.decisions.is_empty(), Code::NoDecisions, "decisions");
}

/// A scenario's own id may have hyphens: it is a folder's name, not a word in an expression.
fn is_scenario_id(id: &str) -> bool {
    id.len() <= 48
        && id.starts_with(|c: char| c.is_ascii_lowercase())
        && id
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"_-".contains(&byte))
}
