//! Mandate: what was not cleared beforehand is cleared when there is least time.

use demarche::engine::act::Act;
use demarche::engine::event::What;
use demarche::engine::ledger::mandate::Act as Mandate;
use demarche::engine::ledger::mandate::Status;
use demarche::model::ledger::mandate::Line;

use crate::engine::house::M;
use crate::engine::house::house;
use crate::engine::house::house_with;

fn postponed(what: &What) -> bool {
    matches!(what, What::Postponed { .. })
}

#[test]
fn a20_a_missing_pre_authorisation_surfaces_as_a_delay_at_the_worst_time() {
    let late = house(1).turn(1).does("cert", "contain wards");
    late.saw(1, postponed)
        .holds(&["contained.wards == 0"])
        .turn(2)
        .advance()
        .saw(1, |what| matches!(what, What::CameThrough { .. }));
    let table = house(1);
    let permit = table.permit("may_contain");
    table
        .undertakes("cert", M(Mandate::AskPermit { permit }))
        .holds(&["granted.may_contain"])
        .turn(1)
        .does("cert", "contain wards")
        .saw(0, postponed);
}

#[test]
fn a20_an_approval_may_be_refused() {
    house_with(1, &[("approval_odds: 1000", "approval_odds: 0")])
        .turn(1)
        .does("cert", "contain wards")
        .turn(2)
        .advance()
        .holds(&["contained.wards == 0"])
        .saw(1, |what| {
            matches!(
                what,
                What::CameThrough {
                    outcome: demarche::engine::event::Outcome::Refused,
                    ..
                }
            )
        });
}

#[test]
fn a_strict_permit_is_no_delay_but_a_bar_and_somebody_at_the_table_gives_it() {
    let table = house(1).turn(1);
    let permit = table.permit("may_publish");
    let table = table
        .refuses("cert", "advise beacon", "pre-authorisation")
        .undertakes("cert", M(Mandate::AskPermit { permit }));
    let status = table.sight_of("mfa").book.mandate.permits[0].status;
    assert_eq!(status, Status::Asked);
    table
        .turn(2)
        .forbids("cert", M(Mandate::AskPermit { permit }), "has been asked")
        .undertakes("mfa", M(Mandate::GivePermit { permit }))
        .holds(&["granted.may_publish"])
        .turn(3)
        .does("cert", "advise beacon")
        .holds(&["holds.peer.beacon"]);
}

#[test]
fn a7_a_committee_adds_its_turns_to_a_public_act() {
    let instead = [
        ("holders: [\"cert\"]", "holders: [\"cert\", \"mfa\"]"),
        (
            "approval_turns: 1",
            "committee_odds: 1000, approval_turns: 1",
        ),
    ];
    let table = house_with(1, &instead).turn(1).does("mfa", "advise beacon");
    let due = table.events.iter().find_map(|event| match event.what {
        What::Postponed { turn, .. } => Some(turn),
        _ => None,
    });
    assert_eq!(due, Some(4), "three members, a turn each");
    table
        .turn(4)
        .holds(&["!holds.peer.beacon"])
        .advance()
        .holds(&["holds.peer.beacon"]);
}

#[test]
fn a1_what_matches_a_declared_priority_is_cheaper_and_what_contradicts_it_costs_credibility() {
    let table = house_with(1, &[("fades_after: 0)", "fades_after: 0, floor: 10)")]).turn(1);
    let zone = demarche::model::ZoneId(0);
    let cheap = table.hours("cert", &Act::RequestContainment { zone });
    assert_eq!(cheap, table.scenario().spread.contain_hours - 1);
    table.does("mfa", "take protest").holds(&[
        "contradictions.mfa == 1",
        "trust.farmfa.mfa == 57",
        // Within the same state everybody knows why.
        "trust.cert.mfa == 50",
    ]);
}

#[test]
fn b16_a_hold_lets_the_incident_run_and_costs_independence() {
    let table = house(1);
    let cert = table.who("cert");
    table
        .forbids("mfa", M(Mandate::PutHold { cert }), "before StartEx")
        .turn(1)
        .undertakes("mfa", M(Mandate::PutHold { cert }))
        .holds(&[
            "on_hold.cert",
            "independence.cert == 54",
            "trust.cert.mfa == 44",
        ])
        .turn(2)
        .refuses("cert", "contain wards", "hold")
        .refuses("cert", "share beacon with peer as green", "hold")
        .undertakes("mfa", M(Mandate::LiftHold { cert }))
        .holds(&["!on_hold.cert"])
        .turn(3)
        .seals("cert", "contain wards");
}

#[test]
fn b12_the_ministry_comes_in_as_well_briefed_as_it_was_told() {
    house(1)
        .turn(1)
        .seals("cert", "share beacon with mfa as green")
        .turn(4)
        .holds(&["!handed_over.cert"])
        .advance()
        .holds(&["handed_over.cert"]);
    // Nobody told it anything, and it was called in before the criteria were met.
    let table = house_with(1, &[("fact: \"odd\", from: 1", "fact: \"odd\", from: 900")]).turn(1);
    let ministry = table.who("mfa");
    table
        .undertakes("cert", M(Mandate::BringIn { ministry }))
        .holds(&[
            "handed_over.cert",
            "briefing.cert == 0",
            "capital.cert == 5",
        ])
        .saw(1, |what| matches!(what, What::HoursMoved { by: -2, .. }));
}

#[test]
fn b18_designating_the_authorised_team_is_public_and_upholds_norm_k() {
    let table = house(1);
    let cert = table.who("cert");
    table
        .undertakes("cert", M(Mandate::Designate { cert }))
        .holds(&["designated.cert", "upheld.home.k == 1"])
        .turn(1)
        .forbids("mfa", M(Mandate::Designate { cert }), "designated");
}

#[test]
fn b29_a_signatory_that_breaks_the_charter_is_seen_to() {
    let narrow = [
        (
            "marking: Green, holders: [\"cert\"]",
            "marking: Red, holders: [\"cert\"]",
        ),
        (
            "source: \"cert\", marking: Red",
            "source: \"peer\", marking: Red",
        ),
    ];
    let table = house_with(1, &narrow).undertakes("cert", M(Mandate::SignCharter));
    table
        .holds(&["charter.cert"])
        .turn(1)
        .does("cert", "share beacon with clinic as green")
        .holds(&["charter_breaches.cert == 1"]);
}

#[test]
fn a26_a_further_role_pleases_who_asks_and_not_those_who_report() {
    let asked = || house(1).turn(1).does("mfa", "take drift").turn(2);
    asked().undertakes("cert", M(Mandate::AcceptRole)).holds(&[
        "drifted.cert",
        "trust.clinic.cert == 42",
        "independence.cert == 52",
        "trust.mfa.cert == 54",
    ]);
    asked().undertakes("cert", M(Mandate::RefuseRole)).holds(&[
        "!drifted.cert",
        "trust.clinic.cert == 50",
        "trust.mfa.cert == 46",
    ]);
}

#[test]
fn b38_a_paper_on_ones_own_process_is_read_two_turns_later() {
    house(1)
        .turn(1)
        .undertakes("cert", M(Mandate::PublishProcess))
        .holds(&["trust.clinic.cert == 50", "papers.cert == 1"])
        .turn(2)
        .forbids("cert", M(Mandate::PublishProcess), "turn 4")
        .turn(3)
        .advance()
        .holds(&["trust.clinic.cert == 52"]);
}

#[test]
fn b24_whom_one_reports_to_is_chosen_while_it_is_quiet() {
    let line = Line::Service;
    house(1)
        .undertakes("cert", M(Mandate::ReportTo { line }))
        .holds(&["independence.cert == 20", "trust.peer.cert == 65"])
        .turn(1)
        .forbids(
            "cert",
            M(Mandate::ReportTo { line: Line::Board }),
            "it is not yours to do",
        );
}
