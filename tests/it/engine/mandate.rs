//! Mandate: what was not cleared beforehand is cleared when there is least time.

use demarche::engine::act::Act;
use demarche::engine::event::What;
use demarche::engine::ledger::mandate::Act as Mandate;
use demarche::engine::ledger::mandate::Status;
use demarche::engine::ledger::spread::SpreadEvent;
use demarche::model::ledger::mandate::Advice;
use demarche::model::ledger::mandate::Line;
use demarche::model::ledger::mandate::PayLine;
use demarche::model::ledger::mandate::Type;

use crate::engine::house::M;
use crate::engine::house::house;
use crate::engine::house::house_with;
use crate::support::table::Table;

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

/// The clinic is asked for a ransom in turn 1, with these rules and odds.
fn extorted(rules: &str, row: &str) -> Table {
    let demand = format!(
        "approval_odds: 1000, {rules} demands: [(victim: \"clinic\", fact: \"odd\", opens: 1, zone: \"wards\", units: 5, reports_to: \"agency\", {row})],"
    );
    let told = (
        "id: \"odd\", kind: Report, source: \"clinic\", marking: Green,",
        "id: \"odd\", kind: Report, source: \"clinic\", marking: Green, holders: [\"cert\"],",
    );
    house_with(1, &[("approval_odds: 1000,", &demand), told]).turn(1)
}

/// Rules, row, what the team does, what the ministry does, and what is so two turns later.
type Extorted<'a> = (
    &'a str,
    &'a str,
    Option<Mandate>,
    Option<Mandate>,
    &'a [&'a str],
);

/// A rule book of ransoms.
#[test]
fn realism_12_a_victim_decides_and_advice_lines_and_copies_move_it() {
    let clinic = extorted("", "").who("clinic");
    let advise = |advice| Mandate::AdviseVictim {
        victim: clinic,
        advice,
    };
    let copies = Mandate::TryCopies { victim: clinic };
    let line = |line| Mandate::PaymentLine { line };
    let table: &[Extorted<'_>] = &[
        // Left alone it pays; what works contains, what must be reported is, and no second bill comes.
        (
            "works_odds: 1000, reported_odds: 1000, again_odds: 0,",
            "pays: 1000",
            None,
            None,
            &[
                "ransom_paid.clinic",
                "ransom_reported.clinic",
                "contained.wards >= 5",
            ],
        ),
        // What is paid for may not work.
        (
            "works_odds: 0,",
            "pays: 1000",
            None,
            None,
            &["ransom_paid.clinic", "contained.wards == 0"],
        ),
        // Advice against paying takes its weight off the odds.
        (
            "advice_weight: 1000,",
            "pays: 1000",
            Some(advise(Advice::Against)),
            None,
            &["ransom_advised.clinic", "!ransom_paid.clinic"],
        ),
        // Where payment is forbidden it may happen all the same, and nobody reports it.
        (
            "forbid_weight: 0, hidden_odds: 0, reported_odds: 1000,",
            "pays: 1000",
            None,
            Some(line(PayLine::Forbid)),
            &[
                "ransom_line.mfa",
                "ransom_paid.clinic",
                "!ransom_reported.clinic",
            ],
        ),
        // A line that forbids keeps some from paying.
        (
            "forbid_weight: 1000,",
            "pays: 1000",
            None,
            Some(line(PayLine::Forbid)),
            &["!ransom_paid.clinic"],
        ),
        // Whoever runs again from copies has nothing to pay for.
        (
            "",
            "pays: 1000, copies: 1000",
            Some(copies),
            None,
            &[
                "ransom_restored.clinic",
                "!ransom_paid.clinic",
                "contained.wards >= 5",
            ],
        ),
        // Nobody paid, and what was stolen is published.
        (
            "leak_after: 1, leak_odds: 1000,",
            "pays: 0, on_leaked: [Trust(from: \"clinic\", to: \"cert\", by: -1)]",
            None,
            None,
            &["ransom_leaked.clinic"],
        ),
        // Where nothing was stolen nothing is.
        (
            "leak_after: 1, leak_odds: 1000,",
            "pays: 0",
            None,
            None,
            &["!ransom_leaked.clinic"],
        ),
        // Going on talking buys two turns.
        (
            "leak_after: 1, leak_odds: 1000,",
            "pays: 0, on_leaked: [Trust(from: \"clinic\", to: \"cert\", by: -1)]",
            Some(advise(Advice::Stall)),
            None,
            &["!ransom_leaked.clinic"],
        ),
        // A second bill follows, and then the page.
        (
            "again_odds: 1000, leak_after: 0, leak_odds: 1000,",
            "pays: 1000, on_leaked: [Trust(from: \"clinic\", to: \"cert\", by: -1)]",
            None,
            None,
            &["ransom_paid.clinic", "ransom_leaked.clinic"],
        ),
    ];
    for (rules, row, team, ministry, then) in table {
        let mut sitting = extorted(rules, row);
        if let Some(act) = *team {
            sitting = sitting.resolves_to("cert", M(act));
        }
        if let Some(act) = *ministry {
            sitting = sitting.resolves_to("mfa", M(act));
        }
        sitting.advance().turn(2).advance().holds(then);
    }
}

#[test]
fn who_does_not_hold_the_fact_knows_of_no_demand_and_who_advised_once_is_told_so() {
    let table = extorted("", "pays: 0");
    let victim = table.who("clinic");
    let advise = || {
        M(Mandate::AdviseVictim {
            victim,
            advice: Advice::Facts,
        })
    };
    assert!(table.sight_of("mfa").book.mandate.demands.is_empty());
    assert_eq!(table.sight_of("cert").book.mandate.demands.len(), 1);
    table
        .undertakes("cert", advise())
        .turn(2)
        .forbids("cert", advise(), "has been advised");
}

#[test]
fn b7_a_network_provider_is_obeyed_and_a_university_team_is_told_more() {
    let odds = |kind: &str| {
        let changes = [
            ("kind: National", format!("kind: {kind}")),
            (
                "power: Contain, by: \"agency\"",
                "power: Contain, by: \"agency\", granted: true".to_owned(),
            ),
        ];
        let changes = changes.each_ref().map(|(old, new)| (*old, new.as_str()));
        let table = house_with(7, &changes)
            .turn(1)
            .does("cert", "contain wards")
            .turn(3);
        table.events.iter().find_map(|event| match event.what {
            What::Spread(SpreadEvent::RequestAnswered { odds, .. }) => Some(odds),
            _ => None,
        })
    };
    let [provider, national, academic] = ["Provider", "National", "Academic"].map(odds);
    assert!(
        provider > national && national > academic,
        "{provider:?} {national:?} {academic:?}"
    );
    // Nobody wonders whom a university's team reports to.
    assert!(Type::Academic.reach() > Type::National.reach());
    assert!(Type::Commercial.reach() < Type::National.reach());
}
