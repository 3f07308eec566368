//! What seats can do about flaws: which acts there are, what they cost, and which a seat can think of.

use crate::engine::ledger::disclosure::sight;
use crate::engine::ledger::disclosure::state::Case;
use crate::engine::ledger::disclosure::telling;
use crate::engine::lens::Lens;
use crate::model::ActorId;
use crate::model::CaseId;
use crate::model::SeatId;
use crate::model::ZoneId;
use crate::model::decision::Cost;
use crate::model::family::Family;
use crate::model::id::Kind;
use crate::model::id::Names;
use crate::model::ledger::Ledger;
use crate::model::ledger::disclosure;
use crate::model::ledger::disclosure::Size;
use crate::model::ledger::measures::Form;
use crate::model::roster::ActorKind;
use crate::model::roster::SeatKind;
use serde::Deserialize;
use serde::Serialize;

/// What a seat can do by its rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Act {
    /// Reports the flaw to somebody, or brings them in.
    Inform { case: CaseId, who: ActorId },
    /// Sends the report to the authority that the law of one's region names.
    ReportToState { case: CaseId },
    /// Checks the report and takes it on, or puts it off.
    Validate { case: CaseId },
    /// A vendor puts a report off: it does not take it on for now.
    Defer { case: CaseId },
    /// Proposes to everybody who knows that nobody publishes before a day.
    ProposeEmbargo { case: CaseId },
    /// Says yes to an embargo that is proposed, or to its new end.
    AcceptEmbargo { case: CaseId },
    /// Says no to it, and stays free.
    RejectEmbargo { case: CaseId },
    /// Proposes a later end.
    ReviseEmbargo { case: CaseId },
    /// Leaves an embargo, having said so; the partners think a little less of one.
    LeaveEmbargo { case: CaseId },
    /// Tells one's partners what one is about to do, and how far one is.
    TellPartners { case: CaseId },
    /// Asks a member of the coalition to lend hands for the fix.
    AskHelp { case: CaseId, of: ActorId },
    /// Works on one's own fix.
    BuildFix { case: CaseId },
    /// Tests the fix that is ready: an untested one breaks things.
    TestFix { case: CaseId },
    /// Ships the fix, which starts the race between those who deploy it and those who take it apart.
    ShipFix { case: CaseId },
    /// Publishes the flaw: from now on everybody knows, and no embargo holds.
    PublishAdvisory { case: CaseId },
    /// Tells one's customers what to switch off until there is a fix.
    Mitigate { case: CaseId },
    /// Urges the owners in a zone to deploy the fix that is there.
    UrgeDeployment { case: CaseId, zone: ZoneId },
    /// Thanks the finder by name, as the finder wants to be named.
    CreditFinder { case: CaseId },
    /// Publishes what one knows of who uses the flaw, and how.
    ThreatReport { case: CaseId },
    /// Publishes how one takes reports of flaws: finders find the door.
    PublishPolicy,
    /// Agrees beforehand on a lawful way to tell colleagues abroad what the law sends to the state first.
    OpenGateway,
    /// Promises finders in good faith that they are not prosecuted.
    PromiseSafeHarbour,
    /// Joins the coalition of vendors that lend each other hands.
    JoinCoalition,
    /// Pledges in public to help mend what one did not break.
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
        // Where the response menu has a pledge for it, it is made there.
        let mut menu = scenario.book.measures.menu.iter();
        let is_on_menu = lens.has(Ledger::Measures)
            && menu.any(|row| row.form == Form::Pledge && row.is_for(lens.seat(seat)));
        if !is_on_menu {
            acts.push(Act::Pledge);
        }
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
