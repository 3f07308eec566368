//! What seats know of cases: who knows of one sees its own part and what reached it, what partners said, and what is public.

use crate::engine::ledger::disclosure::event::Event;
use crate::engine::ledger::disclosure::state::Case;
use crate::engine::ledger::disclosure::state::Embargo;
use crate::engine::ledger::disclosure::state::Party;
use crate::engine::ledger::disclosure::state::Stance;
use crate::engine::ledger::disclosure::state::State;
use crate::engine::lens::Lens;
use crate::engine::state;
use crate::model::ActorId;
use crate::model::CaseId;
use crate::model::RegionId;
use crate::model::SeatId;
use crate::model::ledger::Ledger;
use crate::model::ledger::disclosure::Read;
use crate::model::ledger::disclosure::Vendor;
use crate::model::ledger::shape::Few;
use crate::model::roster::SeatKind;
use crate::text::SafeText;

/// A case as these seats know it: what they don't is as if it had not happened. `None` if they know nothing of it.
///
/// Legality, boards, numbers and imagined worlds are all made from this, so that none of them tells more.
pub(super) fn known(lens: &Lens<'_>, case: CaseId) -> Option<Case> {
    let scenario = lens.scenario();
    let row = &scenario.book.disclosure.cases[case.index()];
    let truth = lens.book().disclosure.case(case);
    let own: Vec<usize> = own_places(lens, truth);
    let is_public = truth.public.is_some();
    if own.is_empty() && !is_public {
        return None;
    }
    let is_within = own
        .iter()
        .any(|place| truth.parties[*place].stance != Stance::Outside);
    let sees = |party: &Party| own.iter().any(|place| party.seen_by.has(*place));
    let mut case = Case::start(row);
    case.found = truth
        .found
        .filter(|_| lens.is_own_actor(row.finder))
        .or(Some(0));
    for party in &truth.parties {
        let is_own = lens.is_own_actor(party.actor);
        let has_shipped = party.shipped.is_some();
        if is_own || sees(party) || has_shipped {
            let mut shown = if is_own {
                *party
            } else {
                Party {
                    report: party.report,
                    shipped: party.shipped,
                    ready: party.ready.filter(|_| party.said || has_shipped).map(|_| 0),
                    said: party.said,
                    helped: party.helped && sees(party),
                    ..Party::new(party.actor)
                }
            };
            shown.stance = if is_own || is_within && party.stance != Stance::Outside && sees(party)
            {
                party.stance
            } else {
                Stance::Outside
            };
            case.parties.push(shown);
        }
    }
    acquaint(lens, &mut case);
    if is_within {
        (case.embargo, case.broken) = (truth.embargo, truth.broken);
    }
    let is_party = !own.is_empty();
    (case.public, case.exploit) = (truth.public, truth.exploit);
    case.attacked = truth.attacked;
    case.preyed = truth.attacked.is_some();
    (case.leaked, case.credited, case.slighted) = (truth.leaked, truth.credited, truth.slighted);
    (case.wary, case.paused) = (truth.wary, truth.paused);
    case.mitigated = truth.mitigated;
    case.threat_reported = truth.threat_reported;
    if is_party && sees_law(lens, row.id, truth) {
        (case.due, case.law_missed) = (truth.due, truth.law_missed);
    }
    for (place, runs) in row.runs.iter().enumerate() {
        if sees_zone(lens, runs.zone) {
            (case.deployed[place], case.urged[place]) = (truth.deployed[place], truth.urged[place]);
        }
    }
    Some(case)
}

fn own_places(lens: &Lens<'_>, case: &Case) -> Vec<usize> {
    let parties = case.parties.iter().enumerate();
    parties
        .filter(|(_, party)| lens.is_own_actor(party.actor))
        .map(|(place, _)| place)
        .collect()
}

/// Who knows of whom, as far as these seats suppose: each of itself, their own of everybody, partners of each other.
fn acquaint(lens: &Lens<'_>, case: &mut Case) {
    let own: Few = own_places(lens, case)
        .into_iter()
        .fold(Few::default(), Few::with);
    let partners = case
        .parties
        .iter()
        .enumerate()
        .filter(|(_, party)| party.stance != Stance::Outside);
    let partners: Few = partners.fold(Few::default(), |few, (place, _)| few.with(place));
    for place in 0..case.parties.len() {
        let mut seen = own.with(place);
        if partners.has(place) {
            seen = Few(seen.0 | partners.0);
        }
        case.parties[place].seen_by = seen;
    }
}

/// A law's clock is known to the finder, to vendors of that region, and to who receives the report.
fn sees_law(lens: &Lens<'_>, case: CaseId, truth: &Case) -> bool {
    let scenario = lens.scenario();
    let row = &scenario.book.disclosure.cases[case.index()];
    let Some((_, region)) = truth.due else {
        return false;
    };
    lens.own_actors().any(|own| {
        let here = scenario.actors[own.index()].region == Some(region);
        let is_bound = own == row.finder || row.vendors.iter().any(|vendor| vendor.actor == own);
        let receives = scenario
            .book
            .disclosure
            .laws
            .iter()
            .any(|law| law.state == own && law.region == region);
        receives || here && is_bound
    }) && own_places(lens, truth).into_iter().next().is_some()
}

/// A zone whose numbers these seats see; without the spread ledger, what is public is all there is.
pub(super) fn sees_zone(lens: &Lens<'_>, zone: crate::model::ZoneId) -> bool {
    if lens.has(Ledger::Spread) {
        lens.zone(zone).is_some()
    } else {
        let row = &lens.scenario().spread.zones[zone.index()];
        lens.seats().iter().any(|seat| row.seen_by.includes(*seat))
    }
}

/// How much less is reported is known to the CERT, the regulator and the ministry of the region.
pub(super) fn sees_chill(lens: &Lens<'_>, region: RegionId) -> bool {
    lens.seats().iter().any(|seat| {
        let row = lens.seat(*seat);
        let here = lens.scenario().actors[row.actor.index()].region == Some(region);
        here && matches!(
            row.kind,
            SeatKind::Cert | SeatKind::Regulator | SeatKind::Ministry
        )
    })
}

/// Whether these seats may know what is read.
pub(super) fn may_read(lens: &Lens<'_>, read: Read) -> bool {
    let within = |case: &Case| {
        let mut parties = case.parties.iter();
        parties.any(|party| lens.is_own_actor(party.actor) && party.stance != Stance::Outside)
    };
    let is = |case: CaseId, holds: &dyn Fn(&Case) -> bool| {
        known(lens, case).is_some_and(|case| holds(&case))
    };
    match read {
        Read::Disclosed(case)
        | Read::Exploited(case)
        | Read::Credited(case)
        | Read::Leaked(case)
        | Read::Attacked(case) => is(case, &|_| true),
        Read::Embargo(case) | Read::Broken(case) => is(case, &within),
        Read::Aware(case, actor) => {
            lens.is_own_actor(actor) || is(case, &|case| case.party(actor).is_some())
        }
        Read::Forewarned(_, actor) => lens.is_own_actor(actor),
        Read::FixReady(case, actor) | Read::FixShipped(case, actor) => {
            lens.is_own_actor(actor)
                || is(case, &|case| {
                    case.party(actor).is_some_and(|party| party.ready.is_some())
                })
        }
        Read::Deployed(case, zone) => sees_zone(lens, zone) && is(case, &|_| true),
        Read::Knowers(_) => false,
        Read::LawMissed(case) => is(case, &|_| {
            sees_law(lens, case, lens.book().disclosure.case(case))
        }),
        Read::Chill(region) => sees_chill(lens, region),
        Read::Gateway(actor) => lens.is_own_actor(actor),
        Read::StateFirst(_) | Read::Policy(_) | Read::Coalition(_) | Read::Pledged(_) => true,
    }
}

/// What is read, for who may read it.
pub(super) fn read(lens: &Lens<'_>, read: Read) -> i64 {
    super::value(&lens.book().disclosure, read)
}

/// Whether these seats may see that it happened. Judged on the state after it.
pub(super) fn may_see(lens: &Lens<'_>, event: &Event) -> bool {
    let own = |actor: ActorId| lens.is_own_actor(actor);
    let scenario = lens.scenario();
    match *event {
        Event::PolicyPublished { .. }
        | Event::Joined { .. }
        | Event::Pledged { .. }
        | Event::SafeHarbour { .. }
        | Event::LawAdopted { .. } => true,
        Event::GatewayOpened { by } => own(by),
        Event::Chilled { region, .. } => sees_chill(lens, region),
        Event::Withheld { .. } | Event::Sold { .. } | Event::Preyed { .. } => false,
        _ => {
            let Some(case) = event.case() else {
                return false;
            };
            let truth = lens.book().disclosure.case(case);
            let row = &scenario.book.disclosure.cases[case.index()];
            let places = own_places(lens, truth);
            let is_party = !places.is_empty();
            let is_within = places
                .iter()
                .any(|place| truth.parties[*place].stance != Stance::Outside);
            let sees = |who: ActorId| {
                own(who)
                    || truth
                        .party(who)
                        .is_some_and(|party| places.iter().any(|place| party.seen_by.has(*place)))
            };
            let is_public = truth.public.is_some();
            match *event {
                Event::Found { .. } => own(row.finder),
                Event::Informed { who, by, .. } => own(who) || by.is_some_and(own),
                Event::LawRan { .. } | Event::LawMissed { .. } => sees_law(lens, case, truth),
                Event::Judged { by, .. } | Event::Helped { who: by, .. } => sees(by),
                Event::Proposed { .. }
                | Event::Answered { .. }
                | Event::Began { .. }
                | Event::Revising { .. }
                | Event::Revised { .. }
                | Event::Left { .. }
                | Event::Ended { .. }
                | Event::PartnersTold { .. }
                | Event::Broken { .. } => is_within,
                // Everybody who knew was asked.
                Event::CameToNothing { .. } => is_party,
                Event::Worked { by, .. } | Event::Tested { by, .. } => own(by),
                Event::Ready { by, .. } => own(by),
                Event::Shipped { .. }
                | Event::Publicised { .. }
                | Event::ExploitPublished { .. }
                | Event::Credited { .. }
                | Event::Slighted { .. }
                | Event::ThreatReported { .. } => true,
                Event::AttacksSeen { .. } => is_party || is_public,
                Event::Mitigated { .. } => is_party || is_public,
                Event::Deployed { zone, .. } | Event::Urged { zone, .. } => {
                    (is_party || is_public) && sees_zone(lens, zone)
                }
                _ => false,
            }
        }
    }
}

/// Puts what these seats know into an imagined state. What they don't know has not happened there.
pub(super) fn imagine(lens: &Lens<'_>, state: &mut state::State) {
    let scenario = lens.scenario();
    let truth = &lens.book().disclosure;
    let mut book = State::start(scenario);
    for row in &scenario.book.disclosure.cases {
        if let Some(case) = known(lens, row.id) {
            book.cases[row.id.index()] = case;
        }
    }
    book.policies.clone_from(&truth.policies);
    book.pledged.clone_from(&truth.pledged);
    book.members.clone_from(&truth.members);
    book.harbours.clone_from(&truth.harbours);
    book.laws.clone_from(&truth.laws);
    for own in lens.own_actors() {
        book.gateways[own.index()] = truth.gateways[own.index()];
    }
    for region in &scenario.regions {
        if sees_chill(lens, region.id) {
            book.chill[region.id.index()] = truth.chill[region.id.index()];
        }
    }
    state.world_mut().book.disclosure = book;
}

/// The seat's own part in a case it knows of.
pub(super) fn own_party(lens: &Lens<'_>, seat: SeatId, case: &Case) -> Option<Party> {
    case.party(lens.seat(seat).actor).copied()
}

/// What stands in an embargo that these seats know of.
pub(super) fn end_of(embargo: Embargo) -> Option<u16> {
    match embargo {
        Embargo::Proposed { until, .. }
        | Embargo::Active { until }
        | Embargo::Revise { until, .. } => Some(until),
        Embargo::None | Embargo::Exited => None,
    }
}

/// A case in short, for whoever weighs what to do about it.
#[derive(Clone, Debug)]
pub struct Flaw<'a> {
    pub title: &'a SafeText,
    /// 1 to 10.
    pub severity: i32,
    pub vendors: &'a [Vendor],
    /// Who calls in the parties.
    pub coordinator: Option<ActorId>,
    pub is_public: bool,
    pub is_exploited: bool,
    pub is_attacked: bool,
    /// One's own fix.
    pub is_ready: bool,
    pub is_tested: bool,
    /// The partners know that it is ready.
    pub has_said: bool,
    /// One is a partner of an embargo in force.
    pub is_bound: bool,
    /// It ends within four turns, which is soon for whoever builds a fix.
    pub ends_soon: bool,
    /// The partners have not been told of late what one does.
    pub is_silent: bool,
    /// As far as one knows, most vendors have a fix.
    pub most_are_ready: bool,
    /// A law's clock runs for a report to the state.
    pub is_due: bool,
}

impl<'a> Lens<'a> {
    /// A case as one of one's own actors knows it; `None` if it does not.
    pub fn flaw(&self, case: CaseId, own: ActorId) -> Option<Flaw<'a>> {
        let row = &self.scenario().book.disclosure.cases[case.index()];
        let known = known(self, case)?;
        let party = known.party(own).copied();
        let vendors = row.vendors.iter();
        let aware = vendors.filter_map(|vendor| known.party(vendor.actor));
        let aware: Vec<bool> = aware.map(|party| party.ready.is_some()).collect();
        let ready = aware.iter().filter(|ready| **ready).count();
        let is = |holds: fn(&Party) -> bool| party.as_ref().is_some_and(holds);
        let turn = self.turn();
        Some(Flaw {
            title: &row.title,
            severity: row.severity,
            vendors: &row.vendors,
            coordinator: row.coordinator,
            is_public: known.public.is_some(),
            is_exploited: known.exploit.is_some(),
            is_attacked: known.attacked.is_some(),
            is_ready: is(|party| party.ready.is_some()),
            is_tested: is(|party| party.tested),
            has_said: is(|party| party.said),
            is_bound: known.embargo.is_in_force() && is(|party| party.stance.is_partner()),
            ends_soon: end_of(known.embargo).is_some_and(|end| end <= turn.saturating_add(4)),
            is_silent: party
                .and_then(|party| party.told)
                .is_none_or(|told| told.saturating_add(1) < turn),
            most_are_ready: ready * 2 > aware.len(),
            is_due: known.due.is_some() && !known.law_missed,
        })
    }
}
