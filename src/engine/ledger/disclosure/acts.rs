//! What seats can do about flaws: which acts there are, what stands in their way, what they cost and do.

use serde::Deserialize;
use serde::Serialize;

use crate::engine::decide::Origin;
use crate::engine::decide::Play;
use crate::engine::event::Cause;
use crate::engine::ledger::disclosure::embargo;
use crate::engine::ledger::disclosure::mending;
use crate::engine::ledger::disclosure::sight;
use crate::engine::ledger::disclosure::state::Case;
use crate::engine::ledger::disclosure::state::Embargo;
use crate::engine::ledger::disclosure::state::Event;
use crate::engine::ledger::disclosure::state::How;
use crate::engine::ledger::disclosure::state::Party;
use crate::engine::ledger::disclosure::state::Report;
use crate::engine::ledger::disclosure::state::Stance;
use crate::engine::ledger::disclosure::telling;
use crate::engine::ledger::disclosure::telling::emit;
use crate::engine::ledger::duties;
use crate::engine::ledger::trust;
use crate::engine::lens::Lens;
use crate::engine::rejection::Obstacle;
use crate::model::ActorId;
use crate::model::CaseId;
use crate::model::SeatId;
use crate::model::ZoneId;
use crate::model::decision::Cost;
use crate::model::family::Family;
use crate::model::id::Kind;
use crate::model::id::Names;
use crate::model::ledger::disclosure;
use crate::model::ledger::disclosure::Read;
use crate::model::ledger::disclosure::Size;
use crate::model::roster::ActorKind;
use crate::model::roster::SeatKind;

/// What a seat can do by its rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Act {
    /// Reports the flaw to somebody, or brings them in.
    Inform {
        case: CaseId,
        who: ActorId,
    },
    /// Sends the report to the authority that the law of one's region names.
    ReportToState {
        case: CaseId,
    },
    /// Checks the report and takes it on, or puts it off.
    Validate {
        case: CaseId,
    },
    Defer {
        case: CaseId,
    },
    ProposeEmbargo {
        case: CaseId,
    },
    AcceptEmbargo {
        case: CaseId,
    },
    RejectEmbargo {
        case: CaseId,
    },
    /// Proposes a later end.
    ReviseEmbargo {
        case: CaseId,
    },
    LeaveEmbargo {
        case: CaseId,
    },
    /// Tells one's partners what one is about to do, and how far one is.
    TellPartners {
        case: CaseId,
    },
    AskHelp {
        case: CaseId,
        of: ActorId,
    },
    BuildFix {
        case: CaseId,
    },
    TestFix {
        case: CaseId,
    },
    ShipFix {
        case: CaseId,
    },
    PublishAdvisory {
        case: CaseId,
    },
    Mitigate {
        case: CaseId,
    },
    UrgeDeployment {
        case: CaseId,
        zone: ZoneId,
    },
    CreditFinder {
        case: CaseId,
    },
    /// Publishes what one knows of who uses the flaw, and how.
    ThreatReport {
        case: CaseId,
    },
    PublishPolicy,
    OpenGateway,
    PromiseSafeHarbour,
    JoinCoalition,
    Pledge,
}

impl Act {
    /// The case it is about.
    pub fn case(self) -> Option<CaseId> {
        match self {
            Act::Inform { case, .. }
            | Act::ReportToState { case }
            | Act::Validate { case }
            | Act::Defer { case }
            | Act::ProposeEmbargo { case }
            | Act::AcceptEmbargo { case }
            | Act::RejectEmbargo { case }
            | Act::ReviseEmbargo { case }
            | Act::LeaveEmbargo { case }
            | Act::TellPartners { case }
            | Act::AskHelp { case, .. }
            | Act::BuildFix { case }
            | Act::TestFix { case }
            | Act::ShipFix { case }
            | Act::PublishAdvisory { case }
            | Act::Mitigate { case }
            | Act::UrgeDeployment { case, .. }
            | Act::CreditFinder { case }
            | Act::ThreatReport { case } => Some(case),
            Act::PublishPolicy
            | Act::OpenGateway
            | Act::PromiseSafeHarbour
            | Act::JoinCoalition
            | Act::Pledge => None,
        }
    }

    fn number(self) -> u64 {
        match self {
            Act::Inform { .. } => 1,
            Act::ReportToState { .. } => 2,
            Act::Validate { .. } => 3,
            Act::Defer { .. } => 4,
            Act::ProposeEmbargo { .. } => 5,
            Act::AcceptEmbargo { .. } => 6,
            Act::RejectEmbargo { .. } => 7,
            Act::ReviseEmbargo { .. } => 8,
            Act::LeaveEmbargo { .. } => 9,
            Act::TellPartners { .. } => 10,
            Act::AskHelp { .. } => 11,
            Act::BuildFix { .. } => 12,
            Act::TestFix { .. } => 13,
            Act::ShipFix { .. } => 14,
            Act::PublishAdvisory { .. } => 15,
            Act::Mitigate { .. } => 16,
            Act::UrgeDeployment { .. } => 17,
            Act::CreditFinder { .. } => 18,
            Act::ThreatReport { .. } => 19,
            Act::PublishPolicy => 20,
            Act::OpenGateway => 21,
            Act::PromiseSafeHarbour => 22,
            Act::JoinCoalition => 23,
            Act::Pledge => 24,
        }
    }
}

/// The words it is about, its own number first.
pub(super) fn key(names: &Names, act: Act) -> Vec<u64> {
    let mut key = vec![act.number()];
    key.extend(act.case().map(|case| names.hash(Kind::Case, case.0)));
    match act {
        Act::Inform { who, .. } => key.push(names.hash(Kind::Actor, who.0)),
        Act::AskHelp { of, .. } => key.push(names.hash(Kind::Actor, of.0)),
        Act::UrgeDeployment { zone, .. } => key.push(names.hash(Kind::Zone, zone.0)),
        _ => {}
    }
    key
}

pub(super) fn family(act: Act) -> Family {
    match act {
        Act::Inform { .. }
        | Act::ProposeEmbargo { .. }
        | Act::AcceptEmbargo { .. }
        | Act::ReviseEmbargo { .. }
        | Act::TellPartners { .. }
        | Act::AskHelp { .. }
        | Act::PublishAdvisory { .. }
        | Act::CreditFinder { .. }
        | Act::ThreatReport { .. }
        | Act::PublishPolicy
        | Act::OpenGateway => Family::Share,
        Act::JoinCoalition | Act::Pledge => Family::Condemn,
        Act::ReportToState { .. } | Act::LeaveEmbargo { .. } | Act::PromiseSafeHarbour => {
            Family::Escalate
        }
        Act::Validate { .. }
        | Act::BuildFix { .. }
        | Act::TestFix { .. }
        | Act::ShipFix { .. }
        | Act::Mitigate { .. }
        | Act::UrgeDeployment { .. } => Family::Contain,
        Act::Defer { .. } | Act::RejectEmbargo { .. } => Family::Hold,
    }
}

pub(super) fn cost(lens: &Lens<'_>, act: Act) -> Cost {
    let rules = &lens.scenario().book.disclosure;
    let (hours, capital) = match act {
        Act::Validate { .. } => (rules.validate_hours, 0),
        Act::BuildFix { .. } => (rules.build_hours, 0),
        Act::TestFix { .. } => (rules.test_hours, 0),
        Act::ShipFix { .. } => (rules.ship_hours, 0),
        Act::PublishAdvisory { .. } | Act::Mitigate { .. } | Act::ThreatReport { .. } => {
            (rules.publish_hours, 0)
        }
        Act::UrgeDeployment { .. } => (rules.urge_hours, 0),
        Act::PublishPolicy | Act::OpenGateway | Act::JoinCoalition => (rules.prepare_hours, 0),
        Act::PromiseSafeHarbour => (rules.prepare_hours, 1),
        Act::Pledge => (rules.inform_hours, 1),
        Act::Defer { .. } | Act::RejectEmbargo { .. } => (0, 0),
        _ => (rules.inform_hours, 0),
    };
    Cost { hours, capital }
}

/// Every act a seat could think of, by its kind, its part in each case it knows of, and what exists.
pub(super) fn conceivable(lens: &Lens<'_>, seat: SeatId, acts: &mut Vec<Act>) {
    let scenario = lens.scenario();
    let rules = &scenario.book.disclosure;
    if rules.cases.is_empty() {
        return;
    }
    let kind = lens.seat(seat).kind;
    let own = lens.seat(seat).actor;
    for row in &rules.cases {
        if let Some(known) = sight::known(lens, row.id) {
            of_case(lens, seat, row, &known, acts);
        }
    }
    if kind == SeatKind::Vendor {
        acts.push(Act::PublishPolicy);
        acts.push(Act::Pledge);
        if rules.coalition.iter().any(|member| member.actor == own) {
            acts.push(Act::JoinCoalition);
        }
    }
    if matches!(
        kind,
        SeatKind::Cert | SeatKind::Ministry | SeatKind::Regulator
    ) {
        acts.push(Act::OpenGateway);
    }
    if matches!(kind, SeatKind::Ministry | SeatKind::Regulator) {
        acts.push(Act::PromiseSafeHarbour);
    }
}

fn of_case(
    lens: &Lens<'_>,
    seat: SeatId,
    row: &disclosure::Case,
    known: &Case,
    acts: &mut Vec<Act>,
) {
    let scenario = lens.scenario();
    let (case, own, kind) = (row.id, lens.seat(seat).actor, lens.seat(seat).kind);
    let region = scenario.actors[own.index()].region;
    let is_party = known.party(own).is_some();
    if is_party && known.public.is_none() {
        let vendors = row
            .vendors
            .iter()
            .map(|vendor| vendor.actor)
            .chain(row.coordinator);
        let certs = lens
            .actors()
            .filter(|actor| actor.kind == ActorKind::Cert)
            .map(|actor| actor.id);
        let mut listed: Vec<ActorId> = Vec::new();
        for who in vendors.chain(certs).filter(|who| *who != own) {
            if !listed.contains(&who) {
                listed.push(who);
                acts.push(Act::Inform { case, who });
            }
        }
        acts.extend([
            Act::ReportToState { case },
            Act::ProposeEmbargo { case },
            Act::AcceptEmbargo { case },
            Act::RejectEmbargo { case },
            Act::ReviseEmbargo { case },
            Act::LeaveEmbargo { case },
            Act::TellPartners { case },
            Act::PublishAdvisory { case },
        ]);
    }
    if let Some(vendor) = telling::vendor(row, own).filter(|_| is_party) {
        acts.extend([
            Act::Validate { case },
            Act::Defer { case },
            Act::BuildFix { case },
            Act::TestFix { case },
            Act::ShipFix { case },
        ]);
        if vendor.size == Size::Small {
            let certs = lens
                .actors()
                .filter(|actor| actor.kind == ActorKind::Cert && actor.region == region);
            let helpers = row
                .coordinator
                .into_iter()
                .chain(certs.map(|actor| actor.id));
            let mut listed: Vec<ActorId> = Vec::new();
            for of in helpers.filter(|of| *of != own) {
                if !listed.contains(&of) {
                    listed.push(of);
                    acts.push(Act::AskHelp { case, of });
                }
            }
        }
    }
    if is_party && matches!(kind, SeatKind::Vendor | SeatKind::Cert) {
        acts.push(Act::Mitigate { case });
        acts.push(Act::CreditFinder { case });
    }
    if kind == SeatKind::Vendor {
        acts.push(Act::ThreatReport { case });
    }
    if matches!(
        kind,
        SeatKind::Cert | SeatKind::Ministry | SeatKind::Regulator
    ) {
        for runs in &row.runs {
            let is_here = scenario.spread.zones[runs.zone.index()].region == region;
            if is_here && sight::sees_zone(lens, runs.zone) {
                acts.push(Act::UrgeDeployment {
                    case,
                    zone: runs.zone,
                });
            }
        }
    }
}

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
    conceivable(lens, seat, &mut conceived);
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
        Act::Pledge => {
            let no = emit(play, cause, Event::Pledged { by });
            // Customers asked for it.
            for actor in scenario
                .actors
                .iter()
                .filter(|actor| actor.kind == ActorKind::Operator)
            {
                trust::shift(play, actor.id, by, 2, Cause::Event(no));
            }
        }
    }
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
