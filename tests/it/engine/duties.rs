//! Duties and norms: clocks that start, are met, missed or late; and whom a norm speaks to.

use demarche::engine::event::What;
use demarche::engine::ledger::duties::DutyEvent;
use demarche::model::DutyId;
use demarche::model::calendar::Term;
use demarche::model::effect::Effect;
use demarche::model::family::Family;
use demarche::model::ledger::meters::SeenBy;
use demarche::model::norm::Bearing;
use demarche::model::norm::Norm;
use demarche::model::time::Span;

use crate::support::story::Story;
use crate::support::story::moves;
use crate::support::table::Table;

const EARLY: DutyId = DutyId(0);

/// A duty whose clock an inject starts at the beginning of turn 1; turns last four hours.
fn clocked(minutes: i32) -> Story {
    let mut story = Story::border(5);
    let pressure = story.meter("pressure", SeenBy::All);
    let duty = story.duty("early", "ncert");
    duty.within = Term::Span(Span(minutes));
    duty.on_met = vec![moves(pressure, 1)];
    duty.on_missed = vec![moves(pressure, -10)];
    story.inject("plea", "ncert", 1).effects = vec![Effect::StartDuty { duty: EARLY }];
    story
}

#[test]
fn a_report_in_time_meets_the_duty() {
    Table::new(clocked(360), 7)
        .turn(1)
        .holds(&["running.early"])
        .refuses("mfa", "report early", "no clock is running")
        .turn(2)
        // At T+04:00 and one hour's work: T+05:00, due T+06:00.
        .does("ncert", "report early")
        .holds(&["met.early && !missed.early", "meter.pressure == 51"])
        .turn(3)
        .refuses("ncert", "report early", "no clock is running");
}

#[test]
fn hours_spent_before_the_report_count() {
    let mut story = clocked(60);
    story.scenario.fact_rules.analyse_hours = 3;
    story.fact("finding", "ncert", demarche::model::marking::Tlp::Clear);
    // Sharing resolves before escalation, so its hour comes first.
    Table::new(story.clone(), 7)
        .turn(1)
        .does("ncert", "report early; share finding with mfa as clear")
        .holds(&["missed.early && !met.early", "meter.pressure == 40"])
        .saw(1, |what| {
            matches!(what, What::Duties(DutyEvent::Late { .. }))
        });
    // Containment comes after it.
    Table::new(story, 7)
        .turn(1)
        .does("ncert", "report early; analyse finding")
        .holds(&["met.early"]);
}

#[test]
fn a_deadline_passes_and_a_late_report_stays_late() {
    Table::new(clocked(360), 7)
        .turn(2)
        .holds(&["running.early"])
        .turn(3)
        .holds(&["missed.early", "meter.pressure == 40"])
        .does("ncert", "report early")
        .holds(&["missed.early && !met.early", "meter.pressure == 40"])
        .turn(4)
        .refuses("ncert", "report early", "no clock is running");
}

#[test]
fn a_deadline_at_the_very_end_is_kept_until_then() {
    // Due at T+04:00, which is when turn 2 begins: not missed before it.
    Table::new(clocked(240), 7)
        .turn(1)
        .does("ncert", "report early")
        .holds(&["met.early"]);
    // Due in the last turn: missed before the ending is judged.
    let mut story = clocked(19 * 60);
    story.ending("sloppy", Some("missed.early"), false);
    let table = Table::new(story, 7)
        .turn(5)
        .until(demarche::engine::event::Step::Note);
    assert_eq!(table.truth().ending().unwrap().0, 0);
}

#[test]
fn a_trigger_starts_the_clock_once() {
    let mut story = Story::border(5);
    let compromised = story.truth("turn >= 2");
    story.duty("early", "ncert").starts = Some(compromised);
    Table::new(story, 7)
        .turn(1)
        .holds(&["!running.early"])
        .turn(2)
        .holds(&["running.early"])
        .does("ncert", "report early")
        .turn(4)
        .holds(&["met.early"])
        .saw(1, |what| {
            matches!(what, What::Duties(DutyEvent::Started { .. }))
        });
}

#[test]
fn a_stopped_clock_is_neither_met_nor_missed() {
    let mut story = clocked(360);
    story.inject("exempt", "ncert", 2).effects = vec![Effect::StopDuty { duty: EARLY }];
    Table::new(story, 7)
        .turn(4)
        .holds(&["!met.early && !missed.early && !running.early"])
        .refuses("ncert", "report early", "no clock is running");
}

#[test]
fn the_eleven_norms_speak_to_states_alone() {
    let mut story = Story::border(2);
    for seat in ["ncert", "mfa", "acme"] {
        story
            .action(&format!("by_{seat}"), &[seat], Family::Hold)
            .norms = vec![
            (Norm::K, Bearing::Strained),
            (Norm::Credit, Bearing::Upheld),
        ];
    }
    Table::new(story, 7)
        .turn(1)
        .seals("ncert", "take by_ncert")
        .seals("acme", "take by_acme")
        .does("mfa", "take by_mfa")
        .holds(&[
            // What the CERT and the ministry did is noted for the state they act for; the firm acts for none.
            "strained.norland.k == 2",
            "strained.ncert.k == 0 && strained.mfa.k == 0 && strained.acme.k == 0",
            "upheld.ncert.credit == 1 && upheld.acme.credit == 1 && upheld.norland.credit == 0",
        ]);
}
