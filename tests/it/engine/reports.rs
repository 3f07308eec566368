//! What passes between who reports and who is reported to. The letters are rows of the source texts' table of mechanics.

use demarche::engine::event::What;
use demarche::engine::ledger::duties::DutyEvent;
use demarche::model::DutyId;
use demarche::model::FactId;
use demarche::model::RegionId;
use demarche::model::calendar::Calendar;
use demarche::model::calendar::MonthDay;
use demarche::model::calendar::Term;
use demarche::model::calendar::UtcOffset;
use demarche::model::effect::Effect;
use demarche::model::ledger::duties::Duty;
use demarche::model::ledger::duties::Follows;
use demarche::model::ledger::meters::SeenBy;
use demarche::model::marking::Tlp;
use demarche::model::time::ExerciseTime;
use demarche::model::time::Span;
use demarche::model::time::StoryClock;
use demarche::model::time::Weekday;
use proptest::prelude::ProptestConfig;
use proptest::prelude::any;
use proptest::proptest;

use crate::support::story::Story;
use crate::support::story::moves;
use crate::support::table::Table;

const HOUR: i32 = 60;

/// One duty of the CERT's to the regulator, started by an inject as turn 1 begins; turns last four hours.
fn with_duty(change: impl FnOnce(&mut Duty)) -> Story {
    let mut story = Story::border(6);
    let duty = story.duty("notice", "ncert");
    duty.within = Term::Span(Span(24 * HOUR));
    change(duty);
    story.inject("plea", "ncert", 1).effects = vec![Effect::StartDuty { duty: DutyId(0) }];
    story
}

fn is(what: &What, of: impl Fn(&DutyEvent) -> bool) -> bool {
    matches!(what, What::Duties(event) if of(event))
}

fn due_of(table: &Table, duty: u16) -> ExerciseTime {
    let started = table.events.iter().find_map(|event| match event.what {
        What::Duties(DutyEvent::Started { duty: of, due, .. }) if of == DutyId(duty) => Some(due),
        _ => None,
    });
    started.expect("the clock has started")
}

/// A41, A50: the same discovery, Friday 17:00 at UTC-3, under a regulator here and one at UTC+9.
#[test]
fn four_business_days_end_where_the_recipient_is() {
    let at = |offset: i32, holidays: &[&str], calendar: Option<u16>| {
        let mut story = with_duty(|duty| {
            duty.within = Term::BusinessDays(4);
            duty.calendar = calendar.map(RegionId);
        });
        story.scenario.clock = StoryClock {
            weekday: Weekday::Fri,
            minute: 17 * HOUR,
            offset: UtcOffset(-3 * HOUR),
            date: MonthDay::parse("6 Mar"),
        };
        story.scenario.regions[0].utc_offset = UtcOffset(offset * HOUR);
        let holidays = holidays.iter().map(|day| MonthDay::parse(day).unwrap());
        story.scenario.regions[0].calendar = Calendar {
            holidays: holidays
                .map(demarche::model::calendar::Holiday::Date)
                .collect(),
            ..Calendar::default()
        };
        due_of(&Table::new(story, 7).turn(1), 0)
    };
    let days = |days: i32| ExerciseTime(days * 24 * HOUR);
    // Thursday 17:00 at home; the same hour of the same day comes twelve hours sooner at UTC+9.
    assert_eq!(at(-3, &[], None), days(6));
    assert_eq!(at(9, &[], None), days(6).plus(-12 * HOUR));
    // A holiday on the Monday moves it by a day; the weekend's own moves nothing.
    assert_eq!(at(-3, &["9 Mar", "7 Mar"], None), days(7));
    // A named calendar counts instead of the recipient's: the southern region stands at UTC.
    assert_eq!(at(9, &["9 Mar"], Some(1)), days(6).plus(-3 * HOUR));
}

/// A41: early warning, notification and final report: two clocks from one trigger, the third from the report before it.
#[test]
fn stages_follow_a_trigger_or_a_report() {
    let mut story = with_duty(|_| {});
    story.scenario.clock.date = MonthDay::parse("31 Jan");
    story.scenario.clock.weekday = Weekday::Sat;
    let second = story.duty("second", "ncert");
    second.follows = Some(Follows::Start(DutyId(0)));
    second.within = Term::Span(Span(72 * HOUR));
    let last = story.duty("last", "ncert");
    last.follows = Some(Follows::Report(DutyId(1)));
    last.within = Term::Months(1);
    let table = Table::new(story, 7)
        .turn(1)
        .holds(&["running.notice && running.second && !running.last"])
        .does("ncert", "report second")
        .holds(&["running.notice && met.second && running.last"]);
    // Reported an hour into 31 January: due an hour into 28 February.
    assert_eq!(due_of(&table, 2), ExerciseTime(28 * 24 * HOUR + HOUR));
    table
        .turn(2)
        .does("ncert", "report notice")
        .holds(&["met.notice"]);
}

/// A25: "determines" is the seat's own word. Early it is noise, late it is found out, prompt it is neither.
#[test]
fn a_determination_is_noise_too_early_and_exposure_too_late() {
    let story = |known: &str| {
        let mut story = Story::border(6);
        let known = story.truth(known);
        let duty = story.duty("filing", "ncert");
        duty.determined = true;
        duty.known_since = Some(known);
        duty.grace = Span(8 * HOUR);
        duty.within = Term::Span(Span(24 * HOUR));
        story.scenario.duty_rules.exposure = 1000;
        story.scenario.trust.fades_after = 0;
        story
    };
    let trust = "trust.watchdog.ncert";
    let before = Table::new(story("false"), 7).turn(1).number(trust);
    let noise = |what: &What| is(what, |event| matches!(event, DutyEvent::Noise { .. }));
    let found = |what: &What| is(what, |event| matches!(event, DutyEvent::FoundOut { .. }));
    let early = Table::new(story("turn >= 5"), 7)
        .turn(1)
        .refuses(
            "ncert",
            "report filing",
            "put your determination for “Duty filing”",
        )
        .does("ncert", "determine filing")
        .holds(&["determined.filing && running.filing"])
        .turn(2)
        .refuses("ncert", "determine filing", "nothing to determine")
        .does("ncert", "report filing")
        .saw(1, noise);
    assert_eq!(early.number(trust), before - 3);
    let prompt = Table::new(story("turn >= 1"), 7)
        .turn(1)
        .does("ncert", "determine filing")
        .turn(2)
        .does("ncert", "report filing")
        .turn(6)
        .saw(0, noise)
        .saw(0, found);
    assert_eq!(prompt.number(trust), before);
    // Known at T+00:00, said at T+09:00.
    let late = Table::new(story("turn >= 1"), 7)
        .turn(3)
        .does("ncert", "determine filing")
        .turn(4)
        .saw(1, found)
        .holds(&["strained.ncert.inform == 1"]);
    assert_eq!(late.number(trust), before - 15);
    // Never said: found out all the same, and then the clock runs.
    Table::new(story("turn >= 1"), 7)
        .turn(4)
        .saw(1, found)
        .holds(&["running.filing && !determined.filing"]);
}

/// A clock that runs out before the next turn is kept by a report that goes with the determination that starts it.
#[test]
fn a_report_goes_with_the_determination_that_starts_its_clock() {
    let story = || {
        let mut story = Story::border(3);
        for (word, follows) in [("warning", None), ("annex", Some(0)), ("other", None)] {
            let duty = story.duty(word, "ncert");
            duty.determined = follows.is_none();
            duty.follows = follows.map(|first| Follows::Start(DutyId(first)));
            duty.within = Term::Span(Span(2 * HOUR));
            duty.hours = 1;
        }
        story
    };
    let table = || Table::new(story(), 7).turn(1);
    // In whatever order it is planned: the word comes first, then what hangs on it.
    for plan in [
        "determine warning; report warning; report annex",
        "report annex; report warning; determine warning",
    ] {
        table()
            .does("ncert", plan)
            .holds(&["met.warning && met.annex && !running.other"])
            .turn(2)
            .holds(&["!missed.warning && !missed.annex"]);
    }
    table()
        .refuses(
            "ncert",
            "report annex",
            "put your determination for “Duty warning”",
        )
        .refuses(
            "ncert",
            "report other; determine warning",
            "determination for “Duty other”",
        )
        .does("ncert", "determine warning")
        .turn(2)
        .holds(&["missed.warning && missed.annex"])
        // Late, but filed: nothing more needs to be determined.
        .does("ncert", "report warning");
}

/// Minimal, full or flagged. What it costs, what the recipient learns, and what may get out.
#[test]
fn a_report_says_as_much_as_one_chooses() {
    for (deed, hours, learns_first, learns_second, leaks) in [
        ("report minimal notice", 2, true, false, 0),
        ("report notice", 4, true, true, 1),
        ("report flagged notice", 5, true, true, 0),
    ] {
        let mut story = with_duty(|duty| {
            duty.hours = 4;
            duty.tells = vec![FactId(0)];
            duty.tells_in_full = vec![FactId(1)];
            duty.leak = 1000;
        });
        let pressure = story.meter("pressure", SeenBy::All);
        story.scenario.duties[0].on_leak = vec![moves(pressure, 7)];
        story.fact("that", "ncert", Tlp::Amber);
        story.fact("how", "ncert", Tlp::Red);
        // A quarter of the leaks remain when it is flagged; this seed has none of them.
        let table = Table::new(story, 7)
            .turn(1)
            .does("ncert", deed)
            .saw(leaks, |what| {
                is(what, |event| matches!(event, DutyEvent::Leaked { .. }))
            });
        let learned = |fact: &str| {
            table.number(&format!("if holds.watchdog.{fact} {{ 1 }} else {{ 0 }}")) == 1
        };
        assert_eq!(learned("that"), learns_first, "{deed}");
        assert_eq!(learned("how"), learns_second, "{deed}");
        // A legal duty is no breach of a label.
        assert_eq!(table.number("breaches.ncert"), 0, "{deed}");
        let spent = table.events.iter().find_map(|event| match event.what {
            What::Acted { hours, .. } => Some(hours),
            _ => None,
        });
        assert_eq!(spent, Some(hours), "{deed}");
    }
    let story = with_duty(|duty| {
        duty.accepts_minimal = false;
        duty.leak = 100;
    });
    Table::new(story, 7)
        .turn(1)
        .refuses("ncert", "report minimal notice", "more than the minimum")
        .refuses("ncert", "report notice; report flagged notice", "twice");
}

/// An extension is asked for before the deadline, once; asking stops nothing.
#[test]
fn more_time_is_granted_by_trust_and_once() {
    for (base, is_granted) in [(1000, true), (-1000, false)] {
        let mut story = with_duty(|duty| {
            duty.within = Term::Span(Span(6 * HOUR));
            duty.extension = Some(Term::Span(Span(4 * HOUR)));
        });
        story.scenario.duty_rules.extension_odds = base;
        // The most there is are 950 in a thousand: this seed's roll is below.
        let table = Table::new(story, 7)
            .turn(1)
            .does("ncert", "extend notice")
            .turn(2)
            .refuses("ncert", "extend notice", "no further extension")
            .turn(3);
        // Due at T+06:00, or T+10:00; turn 3 begins at T+08:00.
        let expected = if is_granted {
            "running.notice"
        } else {
            "missed.notice"
        };
        table.holds(&[expected]);
    }
    Table::new(with_duty(|_| {}), 7).turn(1).refuses(
        "ncert",
        "extend notice",
        "no further extension",
    );
}

/// The recipient owes an answer; a loaded desk answers less, and silence costs.
#[test]
fn an_answer_is_owed() {
    let story = |odds: i32| {
        let mut story = with_duty(|duty| duty.answer = Some(Span(8 * HOUR)));
        story.scenario.duty_rules.answer_odds = odds;
        story
    };
    let trust = "trust.ncert.watchdog";
    let before = Table::new(story(0), 7).turn(1).number(trust);
    let answered = Table::new(story(1000), 11)
        .turn(1)
        .does("ncert", "report notice")
        .turn(2)
        .holds(&["answered.notice"]);
    assert_eq!(answered.number(trust), before + 2);
    let silent = Table::new(story(0), 7)
        .turn(1)
        .does("ncert", "report notice")
        .turn(4)
        .saw(1, |what| {
            is(what, |event| matches!(event, DutyEvent::Unanswered { .. }))
        });
    assert_eq!(silent.number(trust), before - 4);
    // A seat reads it and answers itself: an hour for reading in its next turn, an hour for the answer.
    let mut read = story(0);
    let mfa = read.actor("mfa");
    read.scenario.duties[0].recipient = mfa;
    Table::new(read, 7)
        .turn(1)
        .refuses("mfa", "respond notice", "no such report")
        .does("ncert", "report notice")
        .saw(1, |what| matches!(what, What::HoursMoved { by: -1, .. }))
        .turn(2)
        .does("mfa", "respond notice")
        .holds(&["answered.notice"]);
}

/// A62: each duty adds hours to one person; more clocks than hours miss.
#[test]
fn more_clocks_than_hours_miss() {
    let mut story = with_duty(|duty| duty.hours = 5);
    for word in ["second", "third"] {
        let duty = story.duty(word, "ncert");
        duty.follows = Some(Follows::Start(DutyId(0)));
        duty.within = Term::Span(Span(3 * HOUR));
        duty.hours = 5;
    }
    Table::new(story, 7)
        .turn(1)
        .refuses("ncert", "report notice; report second", "hours")
        .does("ncert", "report second")
        .turn(2)
        .holds(&["missed.second && missed.third && running.notice"]);
}

/// A duty ends with what it was about.
#[test]
fn a_condition_stops_a_clock() {
    let mut story = with_duty(|_| {});
    let over = story.truth("turn >= 2");
    story.scenario.duties[0].stops = Some(over);
    Table::new(story, 7)
        .turn(1)
        .holds(&["running.notice"])
        .turn(2)
        .holds(&["!running.notice && !missed.notice"])
        .saw(1, |what| {
            is(what, |event| matches!(event, DutyEvent::Stopped { .. }))
        });
}

/// B10: mandatory reporting chills what firms volunteer, and a safe harbour warms it again.
#[test]
fn a_safe_harbour_keeps_firms_talking() {
    let told = |chill: i32, is_safe: bool| {
        let mut story = with_duty(|_| {});
        story.scenario.duty_rules.chill = chill;
        story.fact("one", "utility", Tlp::Green);
        if is_safe {
            story.inject("haven", "ncert", 1).effects = vec![Effect::SafeHarbour { on: true }];
        }
        (0..40)
            .filter(|seed| {
                let table = Table::new(story.clone(), *seed)
                    .turn(1)
                    .does("ncert", "ask utility");
                table.count(|what| matches!(what, What::Declined { .. })) == 0
            })
            .count()
    };
    let (free, chilled, safe) = (told(0, false), told(1000, false), told(1000, true));
    assert!(free > 10, "{free}");
    assert_eq!(chilled, 0);
    assert_eq!(safe, free);
}

/// What the holder's desk shows: both walls, the terms, the choice of payload, what else is to be known.
#[test]
fn the_desk_shows_whose_clock_it_is() {
    let mut story = with_duty(|duty| {
        duty.within = Term::BusinessDays(4);
        duty.leak = 50;
        duty.hours = 2;
        duty.extension = Some(Term::BusinessDays(1));
        duty.answer = Some(Span(24 * HOUR));
    });
    story.scenario.clock = StoryClock {
        weekday: Weekday::Fri,
        minute: 17 * HOUR,
        offset: UtcOffset(-3 * HOUR),
        date: MonthDay::parse("6 Mar"),
    };
    story.scenario.regions[0].utc_offset = UtcOffset(9 * HOUR);
    let ncert = story.actor("ncert");
    story.scenario.actors[ncert.index()].utc_offset = Some(UtcOffset(-3 * HOUR));
    let table = Table::new(story, 7).turn(1);
    let lines = |table: &Table| {
        let view = table.view(table.seat("ncert"));
        let duty = &view.duties[0];
        let texts = [&duty.terms]
            .into_iter()
            .chain(&duty.local_due)
            .chain(&duty.notes);
        let payloads = duty
            .payloads
            .iter()
            .map(|row| format!("{} {}", row.label, row.hours));
        texts
            .map(ToString::to_string)
            .chain(payloads)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        lines(&table),
        [
            "4 business days of watchdog, ending 17:00",
            "Here: Thu 12 Mar 05:00 (UTC-3)",
            "At watchdog: Thu 12 Mar 17:00 (UTC+9)",
            "One extension can be asked for, before the deadline.",
            "full 2",
            "minimal 1",
            "flagged as sensitive 3",
        ]
    );
    let later = lines(&table.does("ncert", "report minimal notice"));
    assert!(later.contains(&"Filed: minimal".to_owned()), "{later:?}");
    assert!(
        later
            .iter()
            .any(|line| line.starts_with("watchdog owes you an answer until")),
        "{later:?}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever the calendar: no deadline lies before its start, and a later start never has an earlier deadline.
    #[test]
    fn a_deadline_never_lies_before_its_start(
        start in -20_000..60_000_i32,
        later in 0..20_000_i32,
        weekday in 0..7_i32,
        days in 1..128_u8,
        offsets in (-12..15_i32, -12..15_i32),
        ordinal in 0..365_i32,
        holidays in proptest::collection::vec(-10..60_i32, 0..12),
        (unit, count) in (0..3_u8, 0..40_u16),
        dated in any::<bool>(),
    ) {
        let calendar = Calendar {
            days: (0..7).filter(|day| days & (1 << day) != 0).map(|day| Weekday::Mon.plus(day)).collect(),
            holidays: holidays.into_iter().map(demarche::model::calendar::Holiday::Day).collect(),
            ..Calendar::default()
        };
        let first = MonthDay::parse("1 Jan").unwrap().plus(ordinal);
        let local = demarche::model::calendar::Local {
            clock: StoryClock {
                weekday: Weekday::Mon.plus(weekday),
                minute: 600,
                offset: UtcOffset(offsets.0 * 60),
                date: dated.then_some(first),
            },
            offset: UtcOffset(offsets.1 * 60),
            calendar: &calendar,
        };
        let term = match unit {
            0 => Term::Span(Span(i32::from(count) * 60)),
            1 => Term::BusinessDays(count.max(1)),
            _ => Term::Months(count),
        };
        let (from, after) = (ExerciseTime(start), ExerciseTime(start + later));
        let (one, two) = (local.end_of(term, from), local.end_of(term, after));
        assert_eq!(one.is_none(), unit == 2 && !dated);
        assert!(one.is_none_or(|end| end >= from));
        assert!(unit == 2 || one <= two);
    }
}
