//! How temperaments report: when they say that they know, how much they say, when they ask for time, when they answer.

use demarche::bots;
use demarche::engine::act::Act;
use demarche::model::DutyId;
use demarche::model::FactId;
use demarche::model::calendar::Term;
use demarche::model::effect::Effect;
use demarche::model::ledger::duties::Duty;
use demarche::model::ledger::duties::Payload;
use demarche::model::marking::Tlp;
use demarche::model::time::Span;

use crate::contract::driver::chosen;
use crate::support::story::Story;
use crate::support::table::Table;

const NOTICE: DutyId = DutyId(0);

/// Four temperaments; the fifth is somebody else's business.
const PROFILES: [&str; 4] = [
    "cautious_committee",
    "assertive_agency",
    "compliance_first_vendor",
    "understaffed_cert",
];

/// A duty of the CERT's whose clock runs from turn 1 if it is not its own to start; turns last four hours.
fn story(change: impl FnOnce(&mut Duty)) -> Story {
    let mut story = Story::border(4);
    let duty = story.duty("notice", "ncert");
    duty.within = Term::Span(Span(3 * 60));
    change(duty);
    if !duty.determined {
        story.inject("plea", "ncert", 1).effects = vec![Effect::StartDuty { duty: NOTICE }];
    }
    story
}

/// What a profile seals in turn 1.
fn seals(profile: &str, story: &Story) -> Vec<Act> {
    let table = Table::new(story.clone(), 7).turn(1);
    chosen(
        &table,
        bots::named(profile).unwrap(),
        table.seat("ncert"),
        0,
    )
    .acts
}

fn determines(acts: &[Act]) -> bool {
    acts.contains(&Act::Determine { duty: NOTICE })
}

#[test]
fn nobody_puts_on_record_what_it_has_nothing_in_hand_for() {
    let mut empty = story(|duty| {
        duty.determined = true;
        duty.tells = vec![FactId(0)];
    });
    empty.fact("dump", "acme", Tlp::Amber);
    let mut held = story(|duty| {
        duty.determined = true;
        duty.tells = vec![FactId(0)];
    });
    held.fact("dump", "ncert", Tlp::Amber);
    for profile in PROFILES {
        assert!(!determines(&seals(profile, &empty)), "{profile}");
        assert!(determines(&seals(profile, &held)), "{profile}");
    }
}

/// Turns last four hours: a clock of three that is started now is missed before anybody sits down again.
#[test]
fn who_starts_a_short_clock_reports_with_it() {
    for (hours, goes_along) in [(3, true), (12, false)] {
        let mut story = story(|duty| {
            duty.determined = true;
            duty.within = Term::Span(Span(hours * 60));
            duty.tells = vec![FactId(0)];
        });
        story.fact("dump", "ncert", Tlp::Amber);
        for profile in PROFILES {
            let acts = seals(profile, &story);
            let reports = acts.iter().any(|act| matches!(act, Act::Report { .. }));
            assert!(determines(&acts), "{profile}");
            assert_eq!(reports, goes_along, "{profile}, {hours} hours");
        }
    }
}

#[test]
fn who_minds_labels_says_the_minimum_where_it_would_get_out() {
    let payload = |profile: &str, leak: i32| {
        let mut story = story(|duty| {
            duty.hours = 2;
            duty.leak = leak;
            duty.tells_in_full = vec![FactId(0)];
        });
        story.fact("dump", "ncert", Tlp::Amber);
        let reports: Vec<_> = seals(profile, &story)
            .into_iter()
            .filter_map(|act| match act {
                Act::Report { payload, .. } => Some(payload),
                _ => None,
            })
            .collect();
        assert_eq!(reports.len(), 1, "{profile} files one report");
        reports[0]
    };
    assert_eq!(payload("compliance_first_vendor", 1000), Payload::Minimal);
    assert_eq!(payload("cautious_committee", 1000), Payload::Minimal);
    for profile in [
        "cautious_committee",
        "assertive_agency",
        "compliance_first_vendor",
    ] {
        assert_eq!(payload(profile, 1), Payload::Full, "{profile}");
    }
}

#[test]
fn time_is_asked_for_when_the_report_does_not_fit() {
    let asks = |hours: i32| {
        let story = story(|duty| {
            duty.hours = hours;
            duty.extension = Some(Term::Span(Span(24 * 60)));
        });
        let acts = seals("compliance_first_vendor", &story);
        (
            acts.contains(&Act::AskExtension { duty: NOTICE }),
            acts.iter().any(|act| matches!(act, Act::Report { .. })),
        )
    };
    assert_eq!(asks(2), (false, true));
    assert_eq!(asks(9), (true, false));
}

#[test]
fn a_report_on_the_desk_is_answered() {
    let mut story = story(|duty| duty.answer = Some(Span(8 * 60)));
    let mfa = story.actor("mfa");
    story.scenario.duties[0].recipient = mfa;
    let table = Table::new(story, 7)
        .turn(1)
        .does("ncert", "report notice")
        .turn(2);
    for profile in ["cautious_committee", "compliance_first_vendor"] {
        let acts = chosen(&table, bots::named(profile).unwrap(), table.seat("mfa"), 0).acts;
        assert!(
            acts.contains(&Act::Respond { duty: NOTICE }),
            "{profile}: {acts:?}"
        );
    }
}
