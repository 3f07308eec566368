//! Wall clocks and working calendars: when it is where, and when a term ends there.

use demarche::model::calendar::Calendar;
use demarche::model::calendar::Holiday;
use demarche::model::calendar::Local;
use demarche::model::calendar::MonthDay;
use demarche::model::calendar::Term;
use demarche::model::calendar::UtcOffset;
use demarche::model::time::ExerciseTime;
use demarche::model::time::StoryClock;
use demarche::model::time::Weekday;

fn clock(weekday: Weekday, time: &str, offset: &str, date: &str) -> StoryClock {
    let (hour, minute) = time.split_once(':').unwrap();
    StoryClock {
        weekday,
        minute: hour.parse::<i32>().unwrap() * 60 + minute.parse::<i32>().unwrap(),
        offset: UtcOffset::parse(offset).unwrap(),
        date: MonthDay::parse(date),
    }
}

/// When a term that begins at `T+00:00` ends, as the place's own clock shows it: `Thu 17:00 12 Mar`.
fn ends(clock: StoryClock, offset: &str, calendar: &Calendar, term: &str) -> String {
    let local = Local {
        clock,
        offset: UtcOffset::parse(offset).unwrap(),
        calendar,
    };
    let Some(end) = local.end_of(Term::parse(term).unwrap(), ExerciseTime(0)) else {
        return "never".to_owned();
    };
    let at = local.at(end);
    let date = at.date.map_or(String::new(), |date| format!(" {date}"));
    format!(
        "{:?} {:02}:{:02}{date}",
        at.weekday,
        at.minute / 60,
        at.minute % 60
    )
}

fn with_holidays(holidays: &[Holiday]) -> Calendar {
    Calendar {
        holidays: holidays.to_vec(),
        ..Calendar::default()
    }
}

/// A24 to A29: one discovery, Friday 17:00 at UTC-3, and what each law makes of it where it applies.
#[test]
fn a_friday_evening_at_utc_minus_three_ends_elsewhere_on_another_day() {
    let friday = clock(Weekday::Fri, "17:00", "UTC-3", "6 Mar");
    let usual = Calendar::default();
    for (offset, term, end) in [
        ("UTC-3", "3h", "Fri 20:00 6 Mar"),
        ("UTC+9", "3h", "Sat 08:00 7 Mar"),
        ("UTC-3", "72h", "Mon 17:00 9 Mar"),
        ("UTC+5:45", "72h", "Tue 01:45 10 Mar"),
        ("UTC-3", "4bd", "Thu 17:00 12 Mar"),
        // It is Saturday there already; the first day that counts is Monday all the same, which is twelve hours sooner.
        ("UTC+9", "4bd", "Thu 17:00 12 Mar"),
        ("UTC-3", "1mo", "Mon 17:00 6 Apr"),
        ("UTC+9", "1mo", "Tue 05:00 7 Apr"),
        ("UTC-3", "2d", "Sun 17:00 8 Mar"),
    ] {
        assert_eq!(
            ends(friday, offset, &usual, term),
            end,
            "{term} at {offset}"
        );
    }
    let at = |offset| Local {
        clock: friday,
        offset: UtcOffset::parse(offset).unwrap(),
        calendar: &usual,
    };
    let due = |offset| {
        at(offset)
            .end_of(Term::BusinessDays(4), ExerciseTime(0))
            .unwrap()
    };
    assert_eq!(due("UTC-3").since(due("UTC+9")), 12 * 60);
}

#[test]
fn weekends_holidays_and_short_months_are_those_of_the_place() {
    let sunday_to_thursday = Calendar {
        days: [
            Weekday::Sun,
            Weekday::Mon,
            Weekday::Tue,
            Weekday::Wed,
            Weekday::Thu,
        ]
        .into(),
        ..Calendar::default()
    };
    let eve = clock(Weekday::Wed, "15:00", "UTC", "24 Dec");
    let christmas = MonthDay::parse("25 Dec").unwrap();
    let never_open = with_holidays(&(-10..2000).map(Holiday::Day).collect::<Vec<_>>());
    for (clock, calendar, term, end) in [
        (eve, &Calendar::default(), "1bd", "Thu 17:00 25 Dec"),
        (
            eve,
            &with_holidays(&[Holiday::Date(christmas)]),
            "1bd",
            "Fri 17:00 26 Dec",
        ),
        (
            eve,
            &with_holidays(&[Holiday::Day(1), Holiday::Day(2)]),
            "1bd",
            "Mon 17:00 29 Dec",
        ),
        (eve, &sunday_to_thursday, "2bd", "Sun 17:00 28 Dec"),
        (eve, &Calendar::default(), "10d", "Sat 15:00 3 Jan"),
        // The last day of January plus a month is the last of February; the story has no leap years.
        (
            clock(Weekday::Sat, "09:00", "UTC", "31 Jan"),
            &Calendar::default(),
            "1mo",
            "Sat 09:00 28 Feb",
        ),
        (
            clock(Weekday::Sat, "09:00", "UTC", "30 Nov"),
            &Calendar::default(),
            "3mo",
            "Fri 09:00 28 Feb",
        ),
        // Without a date nobody knows how long a month is, and a holiday with a date falls on no day.
        (
            clock(Weekday::Wed, "15:00", "UTC", "-"),
            &Calendar::default(),
            "1mo",
            "never",
        ),
        (
            clock(Weekday::Wed, "15:00", "UTC", "-"),
            &with_holidays(&[Holiday::Date(christmas)]),
            "1bd",
            "Thu 17:00",
        ),
    ] {
        assert_eq!(ends(clock, "UTC", calendar, term), end, "{term}");
    }
    let local = Local {
        clock: eve,
        offset: UtcOffset(0),
        calendar: &never_open,
    };
    assert!(
        local
            .end_of(Term::BusinessDays(1), ExerciseTime(0))
            .unwrap()
            > ExerciseTime(0)
    );
}

#[test]
fn people_are_at_work_in_their_own_hours() {
    let friday = clock(Weekday::Fri, "17:00", "UTC-3", "6 Mar");
    let usual = Calendar::default();
    let at = |offset| Local {
        clock: friday,
        offset: UtcOffset::parse(offset).unwrap(),
        calendar: &usual,
    };
    let hours = |hours: i32| ExerciseTime(hours * 60);
    for (offset, time, opens) in [
        ("UTC-3", hours(-1), hours(-1)),
        ("UTC-3", hours(0), hours(64)),
        ("UTC+9", hours(0), hours(52)),
        ("UTC-8", hours(0), hours(0)),
    ] {
        assert_eq!(at(offset).opens_next(time), opens, "{offset}");
        assert_eq!(at(offset).is_open(time), time == opens, "{offset}");
    }
}

#[test]
fn what_is_no_offset_date_or_term_is_refused() {
    for (text, offset) in [
        ("UTC", Some("UTC")),
        ("UTC-3", Some("UTC-3")),
        ("-03:00", Some("UTC-3")),
        ("+5:45", Some("UTC+5:45")),
        ("UTC+14", Some("UTC+14")),
        ("UTC+15", None),
        ("UTC-12:30", None),
        ("3", None),
        ("", None),
        ("UTC+1:60", None),
        ("é", None),
    ] {
        assert_eq!(
            UtcOffset::parse(text)
                .map(|offset| offset.to_string())
                .as_deref(),
            offset,
            "{text}"
        );
    }
    for (text, is_date) in [
        ("29 Feb", false),
        ("28 Feb", true),
        ("31 Apr", false),
        ("0 Jan", false),
        ("6 mar", false),
    ] {
        assert_eq!(MonthDay::parse(text).is_some(), is_date, "{text}");
    }
    for (text, term) in [
        ("4bd", Some(Term::BusinessDays(4))),
        ("1mo", Some(Term::Months(1))),
        ("61mo", None),
        ("251bd", None),
        ("bd", None),
        ("-1bd", None),
    ] {
        assert_eq!(Term::parse(text), term, "{text}");
    }
}
