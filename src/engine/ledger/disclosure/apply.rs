//! Folds what happened into where cases stand.

use crate::engine::ledger::disclosure::event::Event;
use crate::engine::ledger::disclosure::state::Case;
use crate::engine::ledger::disclosure::state::Embargo;
use crate::engine::ledger::disclosure::state::How;
use crate::engine::ledger::disclosure::state::Party;
use crate::engine::ledger::disclosure::state::Report;
use crate::engine::ledger::disclosure::state::Stance;
use crate::engine::ledger::disclosure::state::State;
use crate::model::ActorId;

/// Folds an event. Total.
pub(super) fn apply(state: &mut State, event: &Event, turn: u16) {
    match *event {
        Event::PolicyPublished { by } => state.policies[by.index()] = true,
        Event::GatewayOpened { by } => state.gateways[by.index()] = true,
        Event::SafeHarbour { region, .. } => state.harbours[region.index()] = true,
        Event::Joined { by, .. } => state.members[by.index()] = true,
        Event::Pledged { by } => state.pledged[by.index()] = true,
        Event::Chilled { region, by } => {
            let chill = &mut state.chill[region.index()];
            *chill = chill.saturating_add(by).clamp(0, 1000);
        }
        Event::LawAdopted { place, .. } => state.laws[usize::from(place)] = true,
        _ => {
            if let Some(case) = event.case() {
                of_case(&mut state.cases[case.index()], event, turn);
            }
        }
    }
}

fn of_case(case: &mut Case, event: &Event, turn: u16) {
    match *event {
        Event::Found { .. } => case.found = case.found.or(Some(turn)),
        Event::Sold { .. } => case.sold = true,
        Event::Informed { who, by, .. } => informed(case, who, by),
        Event::LawRan { region, due, .. } => case.due = Some((due, region)),
        Event::LawMissed { .. } => case.law_missed = true,
        Event::Judged { by, report, .. } => with(case, by, |party| party.report = report),
        Event::Proposed { by, at, until, .. } => {
            case.embargo = Embargo::Proposed { by, at, until };
            for party in &mut case.parties {
                party.stance = if party.actor == by {
                    Stance::Partner
                } else {
                    Stance::Asked
                };
            }
            acquainted(case);
        }
        Event::Answered { by, yes, .. } => {
            with(case, by, |party| {
                party.stance = match (party.stance, yes) {
                    (Stance::Reviewing, false) => Stance::Objecting,
                    (_, true) => Stance::Partner,
                    (_, false) => Stance::Declined,
                };
            });
            acquainted(case);
        }
        Event::Began { until, .. } => {
            case.embargo = Embargo::Active { until };
            acquainted(case);
        }
        Event::CameToNothing { .. } => {
            case.embargo = Embargo::None;
            for party in &mut case.parties {
                party.stance = Stance::Outside;
            }
        }
        Event::Revising { by, at, new, .. } => {
            if let Embargo::Active { until } = case.embargo {
                case.embargo = Embargo::Revise { by, at, until, new };
            }
            for party in &mut case.parties {
                if party.stance == Stance::Partner && party.actor != by {
                    party.stance = Stance::Reviewing;
                }
            }
        }
        Event::Revised { until, .. } => {
            case.embargo = Embargo::Active { until };
            for party in &mut case.parties {
                if party.stance.is_partner() {
                    party.stance = Stance::Partner;
                }
            }
        }
        Event::Left { by, .. } => with(case, by, |party| party.stance = Stance::Left),
        Event::Ended { .. } => case.embargo = Embargo::Exited,
        Event::PartnersTold { by, ready, .. } => with(case, by, |party| {
            party.told = Some(turn);
            party.said |= ready;
        }),
        Event::Broken { by, .. } => {
            case.broken = case.broken.saturating_add(1);
            with(case, by, |party| party.stance = Stance::Left);
        }
        Event::Helped { who, .. } => with(case, who, |party| party.helped = true),
        Event::Worked { by, units, .. } => {
            with(case, by, |party| {
                party.work = party.work.saturating_add(units);
            });
        }
        Event::Ready { by, .. } => with(case, by, |party| {
            party.ready = party.ready.or(Some(turn));
        }),
        Event::Tested { by, .. } => with(case, by, |party| party.tested = true),
        Event::Shipped { by, wary, .. } => {
            with(case, by, |party| {
                party.shipped = party.shipped.or(Some(turn));
                party.report = Report::Closed;
            });
            if let Some(wary) = wary {
                case.wary = case.wary.saturating_add(wary).min(1000);
                case.paused = turn.saturating_add(1);
            }
        }
        Event::Publicised { how, .. } => {
            case.public = case.public.or(Some(turn));
            case.leaked |= matches!(how, How::Leak | How::Press);
        }
        Event::ExploitPublished { .. } => case.exploit = case.exploit.or(Some(turn)),
        Event::Preyed { .. } => case.preyed = true,
        Event::AttacksSeen { .. } => {
            case.attacked = case.attacked.or(Some(turn));
            case.preyed = true;
        }
        Event::Deployed { place, by, .. } => {
            let deployed = &mut case.deployed[usize::from(place)];
            *deployed = deployed.saturating_add(by.max(0)).min(1000);
        }
        Event::Urged { place, until, .. } => case.urged[usize::from(place)] = until,
        Event::Mitigated { .. } => case.mitigated = true,
        Event::Credited { .. } => case.credited = true,
        Event::Slighted { .. } => case.slighted = true,
        Event::ThreatReported { .. } => case.threat_reported = true,
        _ => {}
    }
}

fn with(case: &mut Case, actor: ActorId, change: impl FnOnce(&mut Party)) {
    if let Some(place) = case.place(actor) {
        change(&mut case.parties[place]);
    }
}

fn informed(case: &mut Case, who: ActorId, by: Option<ActorId>) {
    let place = case.place(who).unwrap_or_else(|| {
        let mut party = Party::new(who);
        party.forewarned = case.public.is_none();
        // Who is brought in while an embargo is talked about or in force is asked too.
        if matches!(case.embargo, Embargo::Proposed { .. }) || case.embargo.is_in_force() {
            let is_within = by
                .and_then(|by| case.party(by))
                .is_some_and(|by| by.stance != Stance::Outside);
            party.stance = if is_within {
                Stance::Asked
            } else {
                Stance::Outside
            };
        }
        case.parties.push(party);
        case.parties.len() - 1
    });
    let own = case.parties[place].seen_by.with(place);
    case.parties[place].seen_by = own;
    if let Some(other) = by.and_then(|by| case.place(by)) {
        case.parties[place].seen_by = own.with(other);
        let known = case.parties[other].seen_by.with(place);
        case.parties[other].seen_by = known;
    }
}

/// Those who talk about an embargo, or are in one, know of each other.
fn acquainted(case: &mut Case) {
    let within: Vec<usize> = (0..case.parties.len())
        .filter(|place| !matches!(case.parties[*place].stance, Stance::Outside))
        .collect();
    for one in &within {
        for other in &within {
            let seen = case.parties[*one].seen_by.with(*other);
            case.parties[*one].seen_by = seen;
        }
    }
}
