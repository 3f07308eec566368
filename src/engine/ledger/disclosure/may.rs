//! What stands in the way of what a seat would do about a flaw: judged on what it knows, and on nothing else.

use crate::engine::ledger::disclosure::acts;
use crate::engine::ledger::disclosure::acts::Act;
use crate::engine::ledger::disclosure::sight;
use crate::engine::ledger::disclosure::state::Case;
use crate::engine::ledger::disclosure::state::Embargo;
use crate::engine::ledger::disclosure::state::Party;
use crate::engine::ledger::disclosure::state::Report;
use crate::engine::ledger::disclosure::state::Stance;
use crate::engine::ledger::disclosure::telling;
use crate::engine::lens::Lens;
use crate::engine::rejection::Obstacle;
use crate::model::ActorId;
use crate::model::SeatId;
use crate::model::ZoneId;
use crate::model::ledger::disclosure;

fn bars(key: &'static str) -> Result<(), Obstacle> {
    Err(Obstacle::Rule {
        key,
        actor: None,
        until: None,
    })
}

/// What stands in the way of an act.
pub(super) fn can(lens: &Lens<'_>, seat: SeatId, act: Act) -> Result<(), Obstacle> {
    let mut conceived = Vec::new();
    acts::conceivable(lens, seat, &mut conceived);
    if !conceived.contains(&act) {
        return Err(Obstacle::NotYours);
    }
    let own = lens.seat(seat).actor;
    let scenario = lens.scenario();
    let book = &lens.book().disclosure;
    let region = scenario.actors[own.index()].region;
    let Some(case) = act.case() else {
        let is_done = match act {
            Act::PublishPolicy => book.policies[own.index()],
            Act::OpenGateway => book.gateways[own.index()],
            Act::PromiseSafeHarbour => match region {
                Some(region) => book.harbours[region.index()],
                None => return Err(Obstacle::NotYours),
            },
            Act::JoinCoalition => book.members[own.index()],
            _ => book.pledged[own.index()],
        };
        return if is_done {
            bars("obstacle-case-done")
        } else {
            Ok(())
        };
    };
    let Some(known) = sight::known(lens, case) else {
        return Err(Obstacle::NotYours);
    };
    let row = &scenario.book.disclosure.cases[case.index()];
    let party = sight::own_party(lens, seat, &known);
    if lens.turn() == 0 && !matches!(act, Act::Inform { .. }) {
        return Err(Obstacle::NotInPreparation);
    }
    match act {
        Act::UrgeDeployment { zone, .. } => can_urge(lens, row, &known, zone),
        Act::ThreatReport { .. } => match (known.attacked, known.threat_reported) {
            (None, _) => bars("obstacle-case-no-attacks"),
            (Some(_), true) => bars("obstacle-case-done"),
            (Some(_), false) => Ok(()),
        },
        _ => match party {
            Some(party) => as_party(lens, row, &known, &party, act),
            None => Err(Obstacle::NotYours),
        },
    }
}

fn can_urge(
    lens: &Lens<'_>,
    row: &disclosure::Case,
    known: &Case,
    zone: ZoneId,
) -> Result<(), Obstacle> {
    let mut runs = row
        .runs
        .iter()
        .enumerate()
        .filter(|(_, runs)| runs.zone == zone);
    if !runs.clone().any(|(_, runs)| known.has_shipped(runs.vendor)) {
        return bars("obstacle-case-no-fix-out");
    }
    if runs.any(|(place, _)| known.urged[place] >= lens.turn() && lens.turn() > 0) {
        return bars("obstacle-case-urged");
    }
    Ok(())
}

fn as_party(
    lens: &Lens<'_>,
    row: &disclosure::Case,
    known: &Case,
    party: &Party,
    act: Act,
) -> Result<(), Obstacle> {
    let barred_if = |is: bool, key: &'static str| if is { bars(key) } else { Ok(()) };
    match act {
        Act::Inform { who, .. } => can_inform(lens, row, known, party, who),
        Act::ReportToState { .. } => {
            let scenario = lens.scenario();
            let region = scenario.actors[party.actor.index()].region;
            match lens.book().disclosure.law(scenario, region) {
                None => bars("obstacle-case-no-law"),
                Some(law) if law.state == party.actor => Err(Obstacle::Yourself),
                Some(law) => barred_if(
                    known.party(law.state).is_some(),
                    "obstacle-case-state-knows",
                ),
            }
        }
        Act::Validate { .. } => barred_if(
            !matches!(party.report, Report::Received | Report::Deferred) || party.ready.is_some(),
            "obstacle-case-judged",
        ),
        Act::Defer { .. } => barred_if(party.report != Report::Received, "obstacle-case-judged"),
        Act::BuildFix { .. } if party.ready.is_some() => bars("obstacle-case-fix-ready"),
        Act::BuildFix { .. } => barred_if(
            party.report != Report::Accepted,
            "obstacle-case-not-accepted",
        ),
        Act::TestFix { .. } | Act::ShipFix { .. } if party.ready.is_none() => {
            bars("obstacle-case-no-fix")
        }
        Act::TestFix { .. } | Act::ShipFix { .. } if party.shipped.is_some() => {
            bars("obstacle-case-shipped")
        }
        Act::TestFix { .. } => barred_if(party.tested, "obstacle-case-tested"),
        Act::ShipFix { .. } => Ok(()),
        Act::AskHelp { .. } => barred_if(party.helped, "obstacle-case-helped"),
        Act::Mitigate { .. } => barred_if(known.mitigated, "obstacle-case-done"),
        Act::CreditFinder { .. } if known.public.is_none() => bars("obstacle-case-not-public"),
        Act::CreditFinder { .. } => barred_if(
            known.credited || row.finder == party.actor,
            "obstacle-case-credited",
        ),
        Act::PublishAdvisory { .. } => barred_if(known.public.is_some(), "obstacle-case-public"),
        _ => of_embargo(known, party, act),
    }
}

fn can_inform(
    lens: &Lens<'_>,
    row: &disclosure::Case,
    known: &Case,
    party: &Party,
    who: ActorId,
) -> Result<(), Obstacle> {
    let scenario = lens.scenario();
    if known.public.is_some() {
        return bars("obstacle-case-public");
    }
    if known.party(who).is_some() {
        return Err(Obstacle::Rule {
            key: "obstacle-case-knows",
            actor: Some(who),
            until: None,
        });
    }
    // Where the law sends reports to the state first, what nobody has published may go abroad to the product's vendors alone,
    // unless a lawful gateway was made beforehand.
    let region = |actor: ActorId| scenario.actors[actor.index()].region;
    let book = &lens.book().disclosure;
    let is_bound =
        book.law(scenario, region(party.actor)).is_some() && region(who) != region(party.actor);
    if is_bound && telling::vendor(row, who).is_none() && !book.gateways[party.actor.index()] {
        return bars("obstacle-case-localised");
    }
    Ok(())
}

fn of_embargo(known: &Case, party: &Party, act: Act) -> Result<(), Obstacle> {
    let is_open = known.embargo.is_in_force() || matches!(known.embargo, Embargo::Proposed { .. });
    match act {
        Act::ProposeEmbargo { .. } if known.is_out() => bars("obstacle-embargo-too-late"),
        Act::ProposeEmbargo { .. } if known.embargo == Embargo::Exited => {
            bars("obstacle-embargo-over")
        }
        Act::ProposeEmbargo { .. } if known.embargo != Embargo::None => {
            bars("obstacle-embargo-there")
        }
        Act::ProposeEmbargo { .. } if known.parties.len() < 2 => bars("obstacle-embargo-alone"),
        Act::AcceptEmbargo { .. } | Act::RejectEmbargo { .. } => {
            if is_open && matches!(party.stance, Stance::Asked | Stance::Reviewing) {
                Ok(())
            } else {
                bars("obstacle-embargo-not-asked")
            }
        }
        Act::ReviseEmbargo { .. } if !matches!(known.embargo, Embargo::Active { .. }) => {
            bars("obstacle-embargo-none")
        }
        Act::LeaveEmbargo { .. } if !known.embargo.is_in_force() => bars("obstacle-embargo-none"),
        Act::TellPartners { .. } if !is_open => bars("obstacle-embargo-none"),
        Act::ReviseEmbargo { .. } | Act::LeaveEmbargo { .. } | Act::TellPartners { .. }
            if !party.stance.is_partner() =>
        {
            bars("obstacle-embargo-not-partner")
        }
        _ => Ok(()),
    }
}
