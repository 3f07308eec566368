//! What comes of what a seat does about a flaw.

use crate::engine::decide::Origin;
use crate::engine::decide::Play;
use crate::engine::event::Cause;
use crate::engine::forecast::Forecast;
use crate::engine::ledger::disclosure::acts::Act;
use crate::engine::ledger::disclosure::embargo;
use crate::engine::ledger::disclosure::event::Event;
use crate::engine::ledger::disclosure::mending;
use crate::engine::ledger::disclosure::sight;
use crate::engine::ledger::disclosure::state::Embargo;
use crate::engine::ledger::disclosure::state::How;
use crate::engine::ledger::disclosure::state::Report;
use crate::engine::ledger::disclosure::telling;
use crate::engine::ledger::disclosure::telling::emit;
use crate::engine::ledger::duties;
use crate::engine::ledger::trust;
use crate::engine::lens::Lens;
use crate::model::ActorId;
use crate::model::SeatId;
use crate::model::id::Kind;
use crate::model::ledger::Ledger;
use crate::model::ledger::disclosure::Read;
use crate::model::roster::ActorKind;

/// An act takes effect.
pub(super) fn take(play: &mut Play<'_>, seat: SeatId, act: Act, origin: Origin) {
    let cause = origin.cause();
    let scenario = play.scenario();
    let by = scenario.seats[seat.index()].actor;
    let region = scenario.actors[by.index()].region;
    match act {
        Act::Inform { case, who } => {
            // Who reports while an embargo is talked about has agreed to it.
            if matches!(telling::now(play, case).embargo, Embargo::Proposed { .. }) {
                embargo::answer(play, case, by, true, cause);
            }
            telling::inform(play, case, who, Some(by), cause);
        }
        Act::ReportToState { case } => {
            if let Some(law) = play.state.world.book.disclosure.law(scenario, region) {
                if embargo::is_silent(play, case, by) {
                    embargo::break_it(play, case, by, cause);
                }
                telling::inform(play, case, law.state, Some(by), cause);
            }
        }
        Act::Validate { case } => {
            emit(
                play,
                cause,
                Event::Judged {
                    case,
                    by,
                    report: Report::Accepted,
                },
            );
        }
        Act::Defer { case } => {
            emit(
                play,
                cause,
                Event::Judged {
                    case,
                    by,
                    report: Report::Deferred,
                },
            );
        }
        Act::ProposeEmbargo { case } => {
            let turns = telling::row(play, case).embargo;
            embargo::propose(play, case, by, turns, cause);
        }
        Act::AcceptEmbargo { case } => embargo::answer(play, case, by, true, cause),
        Act::RejectEmbargo { case } => embargo::answer(play, case, by, false, cause),
        Act::ReviseEmbargo { case } => embargo::revise(play, case, by, cause),
        Act::LeaveEmbargo { case } => embargo::leave(play, case, by, cause),
        Act::TellPartners { case } => {
            let ready = telling::now(play, case)
                .party(by)
                .is_some_and(|party| party.ready.is_some());
            emit(play, cause, Event::PartnersTold { case, by, ready });
        }
        Act::AskHelp { case, of } => {
            telling::inform(play, case, of, Some(by), cause);
            emit(
                play,
                cause,
                Event::Helped {
                    case,
                    who: by,
                    by: of,
                },
            );
        }
        Act::BuildFix { case } => mending::build(play, case, by, cause),
        Act::TestFix { case } => {
            emit(play, cause, Event::Tested { case, by });
        }
        Act::ShipFix { case } => mending::ship(play, case, by, cause),
        Act::PublishAdvisory { case } => {
            if embargo::is_silent(play, case, by) {
                embargo::break_it(play, case, by, cause);
            }
            telling::publicise(play, case, Some(by), How::Advisory, cause);
        }
        Act::Mitigate { case } => mending::mitigate(play, case, by, cause),
        Act::UrgeDeployment { case, zone } => mending::urge(play, case, zone, by, cause),
        Act::CreditFinder { case } => telling::credit(play, case, by, cause),
        Act::ThreatReport { case } => {
            let no = emit(play, cause, Event::ThreatReported { case, by });
            let cause = Cause::Event(no);
            telling::publicise(play, case, Some(by), How::ThreatReport, cause);
            for runs in &telling::row(play, case).runs {
                mending::urge(play, case, runs.zone, by, cause);
            }
        }
        Act::PublishPolicy => {
            emit(play, cause, Event::PolicyPublished { by });
        }
        Act::OpenGateway => {
            emit(play, cause, Event::GatewayOpened { by });
        }
        Act::PromiseSafeHarbour => {
            if let Some(region) = region {
                let no = emit(play, cause, Event::SafeHarbour { region, by });
                duties::safe_harbour(play, true, Cause::Event(no));
                let thaw = scenario.book.disclosure.thaw;
                let key = scenario.names.hash(Kind::Seat, seat.0);
                telling::chill(play, region, -thaw, key, Cause::Event(no));
            }
        }
        Act::JoinCoalition => {
            let mut members = scenario.book.disclosure.coalition.iter();
            let capacity = members
                .find(|member| member.actor == by)
                .map_or(1, |member| member.capacity);
            emit(play, cause, Event::Joined { by, capacity });
        }
        Act::Pledge => pledge(play, by, cause),
    }
}

/// A firm says in public that it does not weaponise its products, here or by an entry of the response menu: it is one pledge.
pub(in crate::engine) fn pledge(play: &mut Play<'_>, by: ActorId, cause: Cause) {
    if !play.has(Ledger::Disclosure) || play.state.world.book.disclosure.pledged[by.index()] {
        return;
    }
    let no = emit(play, cause, Event::Pledged { by });
    // Customers asked for it.
    for actor in &play.scenario().actors {
        if actor.kind == ActorKind::Operator {
            trust::shift(play, actor.id, by, 2, Cause::Event(no));
        }
    }
}

/// What to expect of an act beforehand: whether a fix holds, how much work is done at it and how much it lacks.
pub(super) fn forecasts(lens: &Lens<'_>, seat: SeatId, act: Act) -> Vec<Forecast> {
    let (Act::ShipFix { case } | Act::BuildFix { case }) = act else {
        return Vec::new();
    };
    let Some(known) = sight::known(lens, case) else {
        return Vec::new();
    };
    let Some(party) = sight::own_party(lens, seat, &known) else {
        return Vec::new();
    };
    let scenario = lens.scenario();
    if let Act::ShipFix { .. } = act {
        let odds = mending::holds(scenario, party.tested);
        return vec![Forecast::odds("forecast-fix-holds", odds)];
    }
    let rules = &scenario.book.disclosure;
    let row = &rules.cases[case.index()];
    let does = mending::units(rules, row, &known, lens.seat(seat).actor);
    let lacks = row.work.saturating_sub(party.work).max(0);
    let amount = |key, units| Forecast::amount(key, units, units);
    vec![
        amount("forecast-work-does", does),
        amount("forecast-work-lacks", lacks),
    ]
}

/// What an act changes at once, in sight of its seat.
pub(super) fn shifts(lens: &Lens<'_>, seat: SeatId, act: Act) -> Vec<(Read, i64)> {
    let own = lens.seat(seat).actor;
    let scenario = lens.scenario();
    match act {
        Act::Inform { case, who } => vec![(Read::Aware(case, who), 1)],
        Act::BuildFix { case } => {
            let row = &scenario.book.disclosure.cases[case.index()];
            let Some(known) = sight::known(lens, case) else {
                return Vec::new();
            };
            let units = mending::units(&scenario.book.disclosure, row, &known, own);
            let done = known.party(own).map_or(0, |party| party.work);
            if done.saturating_add(units) >= row.work {
                vec![(Read::FixReady(case, own), 1)]
            } else {
                Vec::new()
            }
        }
        Act::ShipFix { case } => {
            let is_public = sight::known(lens, case).is_some_and(|case| case.public.is_some());
            let mut shifts = vec![(Read::FixShipped(case, own), 1)];
            shifts.extend((!is_public).then_some((Read::Disclosed(case), 1)));
            shifts
        }
        Act::PublishAdvisory { case } => vec![(Read::Disclosed(case), 1)],
        Act::CreditFinder { case } => vec![(Read::Credited(case), 1)],
        Act::PublishPolicy => vec![(Read::Policy(own), 1)],
        Act::OpenGateway => vec![(Read::Gateway(own), 1)],
        Act::JoinCoalition => vec![(Read::Coalition(own), 1)],
        Act::Pledge => vec![(Read::Pledged(own), 1)],
        _ => Vec::new(),
    }
}
