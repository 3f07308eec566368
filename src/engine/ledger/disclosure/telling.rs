//! Who learns of a flaw: how its finder reports it, how it becomes public, and what reporting suffers.

use crate::engine::decide::Play;
use crate::engine::dice::Die;
use crate::engine::dice::Roll;
use crate::engine::event::Cause;
use crate::engine::event::EngineRule;
use crate::engine::event::EventNo;
use crate::engine::event::What;
use crate::engine::ledger::book::BookEvent;
use crate::engine::ledger::disclosure::embargo;
use crate::engine::ledger::disclosure::event::Event;
use crate::engine::ledger::disclosure::law;
use crate::engine::ledger::disclosure::state::Case;
use crate::engine::ledger::disclosure::state::End;
use crate::engine::ledger::disclosure::state::How;
use crate::engine::ledger::facts;
use crate::engine::ledger::norms;
use crate::engine::ledger::trust;
use crate::model::ActorId;
use crate::model::CaseId;
use crate::model::RegionId;
use crate::model::id::Kind;
use crate::model::ledger::Ledger;
use crate::model::ledger::disclosure;
use crate::model::ledger::disclosure::VendorRole;
use crate::model::norm::Bearing;
use crate::model::norm::Norm;

/// Emits an event of this ledger.
pub(super) fn emit(play: &mut Play<'_>, cause: Cause, event: Event) -> EventNo {
    play.emit(cause, What::Book(BookEvent::Disclosure(event)))
}

pub(super) fn row<'a>(play: &Play<'a>, case: CaseId) -> &'a disclosure::Case {
    &play.scenario().book.disclosure.cases[case.index()]
}

pub(super) fn now<'p>(play: &'p Play<'_>, case: CaseId) -> &'p Case {
    play.state.world.book.disclosure.case(case)
}

/// The die of a rule for a case and an actor, or one of its zones.
pub(super) fn die(
    play: &Play<'_>,
    roll: Roll,
    case: CaseId,
    of: Option<(Kind, u16)>,
    index: u32,
) -> Die {
    let names = &play.scenario().names;
    let words = [
        names.hash(Kind::Case, case.0),
        of.map_or(0, |(kind, place)| names.hash(kind, place)),
    ];
    play.state
        .dice
        .of(roll, &words, 0, play.state.turn(), index)
}

pub(super) fn is_seated(play: &Play<'_>, actor: ActorId) -> bool {
    play.scenario().is_seated(actor)
}

pub(super) fn region(play: &Play<'_>, actor: ActorId) -> Option<RegionId> {
    play.scenario().actors[actor.index()].region
}

/// The finder finds it. A finder that is a seat reports it itself; another does so now, unless reporting is chilled.
pub(super) fn find(play: &mut Play<'_>, case: CaseId, cause: Cause) {
    if now(play, case).found.is_none() {
        let no = emit(play, cause, Event::Found { case });
        let finder = row(play, case).finder;
        inform(play, case, finder, None, Cause::Event(no));
        if !is_seated(play, finder) {
            report(play, case);
        }
    }
}

/// A finder without a seat takes its report somewhere: to a maintainer that has published how, else to the coordinator, a broker
/// or the press.
pub(super) fn report(play: &mut Play<'_>, case: CaseId) {
    let cause = Cause::Engine(EngineRule::Disclosing);
    let row = row(play, case);
    let book = &play.state.world.book.disclosure;
    let chill = region(play, row.finder).map_or(0, |region| book.chill[region.index()]);
    if die(play, Roll::Finder, case, None, 0).per_mille(chill.min(900)) {
        emit(play, cause, Event::Withheld { case });
        return;
    }
    let maintainer = row.vendors.first().map(|vendor| vendor.actor);
    let welcomes = maintainer.filter(|vendor| book.policies[vendor.index()]);
    let weights = [500 * u64::from(row.coordinator.is_some()), 250, 250];
    let way = die(play, Roll::Finder, case, None, 1).weighted(weights.into_iter());
    let (finder, coordinator) = (row.finder, row.coordinator);
    match (welcomes, way, coordinator) {
        (Some(vendor), ..) => inform(play, case, vendor, Some(finder), cause),
        (None, 0, Some(coordinator)) => inform(play, case, coordinator, Some(finder), cause),
        (None, 1, _) => publicise(play, case, None, How::Press, cause),
        _ => {
            emit(play, cause, Event::Sold { case });
        }
    }
}

/// Somebody learns of it, and of the report where that is a fact. A law that binds it begins to run.
pub(super) fn inform(
    play: &mut Play<'_>,
    case: CaseId,
    who: ActorId,
    by: Option<ActorId>,
    cause: Cause,
) {
    let is_first = now(play, case).party(who).is_none();
    let asks_again = by.is_some()
        && now(play, case).party(who).is_some_and(|party| {
            by.and_then(|by| now(play, case).place(by))
                .is_some_and(|place| !party.seen_by.has(place))
        });
    if !is_first && !asks_again {
        return;
    }
    let no = emit(play, cause, Event::Informed { case, who, by });
    if let Some(fact) = row(play, case).fact.filter(|_| play.has(Ledger::Facts)) {
        let marking = play.state.world.markings[fact.index()];
        facts::learn(play, who, fact, marking, by, false, Cause::Event(no));
    }
    if let Some(by) = by.filter(|_| is_first) {
        trust::exchange(play, by, who, Cause::Event(no));
    }
    if is_first {
        law::run(play, case, who, no);
        law::silence(play, case, who, no);
    }
}

/// Reporting falls in a region, or recovers where `most` is negative, by an amount that is drawn. Safe harbour halves a fall.
pub(super) fn chill(play: &mut Play<'_>, region: RegionId, most: i32, key: u64, cause: Cause) {
    let words = [play.scenario().names.hash(Kind::Region, region.0), key];
    let mut die = play
        .state
        .dice
        .of(Roll::Chill, &words, 0, play.state.turn(), 0);
    let book = &play.state.world.book.disclosure;
    let drawn = die.between(0, most.saturating_abs().min(1000));
    let by = match (most < 0, book.harbours[region.index()]) {
        (true, _) => -drawn.min(book.chill[region.index()]),
        (false, true) => drawn / 2,
        (false, false) => drawn,
    };
    if by != 0 {
        emit(play, cause, Event::Chilled { region, by });
    }
}

/// The flaw becomes public. An embargo in force ends at once, and every vendor reads of it.
pub(super) fn publicise(
    play: &mut Play<'_>,
    case: CaseId,
    by: Option<ActorId>,
    how: How,
    cause: Cause,
) {
    if now(play, case).public.is_some() {
        return;
    }
    let no = emit(play, cause, Event::Publicised { case, by, how });
    embargo::end(play, case, End::Public, Cause::Event(no));
    all_vendors(play, case, no);
}

/// An exploit becomes public, and with it the flaw.
pub(super) fn exploit(play: &mut Play<'_>, case: CaseId, cause: Cause) {
    if now(play, case).exploit.is_some() {
        return;
    }
    let no = emit(play, cause, Event::ExploitPublished { case });
    embargo::end(play, case, End::Exploit, Cause::Event(no));
    publicise(play, case, None, How::Attacks, Cause::Event(no));
}

/// Attacks are seen: whoever has to mend it learns of it, and an embargo has no reason any more.
pub(super) fn attacks(play: &mut Play<'_>, case: CaseId, cause: Cause) {
    if now(play, case).attacked.is_some() {
        return;
    }
    let no = emit(play, cause, Event::AttacksSeen { case });
    embargo::end(play, case, End::Attacks, Cause::Event(no));
    all_vendors(play, case, no);
}

fn all_vendors(play: &mut Play<'_>, case: CaseId, no: EventNo) {
    for vendor in &row(play, case).vendors {
        inform(play, case, vendor.actor, None, Cause::Event(no));
    }
}

/// What finder, coordinator and maintainer do in a turn where they have no seat: bring in who is missing, propose an embargo,
/// lose patience.
pub(super) fn coordinate(play: &mut Play<'_>, case: CaseId) {
    let cause = Cause::Engine(EngineRule::Disclosing);
    let (row, turn) = (row(play, case), play.state.turn());
    if now(play, case).public.is_some() {
        return;
    }
    let leads = [
        row.coordinator,
        row.vendors.first().map(|vendor| vendor.actor),
    ];
    let lead = leads
        .into_iter()
        .flatten()
        .find(|lead| now(play, case).party(*lead).is_some());
    if let Some(lead) = lead.filter(|lead| !is_seated(play, *lead)) {
        // The maintainer first, the coordinator beside it, then one of those downstream a turn.
        let missing = |actor: &ActorId| now(play, case).party(*actor).is_none();
        let next = row
            .vendors
            .iter()
            .map(|vendor| vendor.actor)
            .chain(row.coordinator)
            .find(missing);
        if let Some(next) = next {
            inform(play, case, next, Some(lead), cause);
        }
        let many = now(play, case).parties.len() > 1;
        if many && !now(play, case).is_out() {
            embargo::propose(play, case, lead, row.embargo, cause);
        }
    }
    let rules = &play.scenario().book.disclosure;
    let patience = u16::try_from(rules.patience).unwrap_or(u16::MAX);
    let waited = now(play, case)
        .found
        .is_some_and(|found| turn >= found.saturating_add(patience));
    let is_heard = now(play, case).embargo.is_in_force()
        || now(play, case)
            .parties
            .iter()
            .any(|party| party.ready.is_some());
    let has_reported = now(play, case).parties.len() > 1;
    if patience > 0 && waited && has_reported && !is_heard && !is_seated(play, row.finder) {
        publicise(play, case, Some(row.finder), How::Finder, cause);
    }
}

/// The more know of it, the likelier it leaks; an adversary may find it for itself.
pub(super) fn leak(play: &mut Play<'_>, case: CaseId) {
    let rules = &play.scenario().book.disclosure;
    if now(play, case).public.is_none() {
        let actors = &play.scenario().actors;
        let ears = now(play, case).parties.iter();
        let ears = ears.map(|party| {
            if actors[party.actor.index()].kind.is_state() {
                2
            } else {
                1
            }
        });
        // The finder alone does not leak: it reports, or it does not.
        let odds = rules.leak.saturating_mul(ears.sum::<i32>() - 1).max(0);
        if die(play, Roll::Leak, case, None, 0).per_mille(odds) {
            publicise(
                play,
                case,
                None,
                How::Leak,
                Cause::Engine(EngineRule::Leaking),
            );
        }
    }
}

/// A finder that nobody has credited in time is slighted, and tells its colleagues.
pub(super) fn owe(play: &mut Play<'_>, case: CaseId) {
    let rules = &play.scenario().book.disclosure;
    let row = row(play, case);
    let state = now(play, case);
    let owed = u16::try_from(rules.owed).unwrap_or(u16::MAX);
    let is_late = state
        .public
        .is_some_and(|since| play.state.turn() > since.saturating_add(owed));
    let vendors: Vec<ActorId> = row
        .vendors
        .iter()
        .map(|vendor| vendor.actor)
        .filter(|vendor| state.has_shipped(*vendor))
        .collect();
    if !is_late || state.credited || state.slighted || state.found.is_none() || vendors.is_empty() {
        return;
    }
    let cause = Cause::Engine(EngineRule::Disclosing);
    let no = emit(play, cause, Event::Slighted { case });
    for vendor in vendors {
        trust::shift(play, row.finder, vendor, -rules.credit, Cause::Event(no));
        norms::note(
            play,
            vendor,
            Norm::Credit,
            Bearing::Strained,
            false,
            Cause::Event(no),
        );
    }
    if let Some(region) = region(play, row.finder) {
        let key = play.scenario().names.hash(Kind::Case, case.0);
        chill(play, region, rules.thaw, key, Cause::Event(no));
    }
}

/// The finder is credited: the next report comes more readily.
pub(super) fn credit(play: &mut Play<'_>, case: CaseId, by: ActorId, cause: Cause) {
    if now(play, case).credited {
        return;
    }
    let rules = &play.scenario().book.disclosure;
    let finder = row(play, case).finder;
    let no = emit(play, cause, Event::Credited { case, by });
    trust::shift(play, finder, by, rules.credit, Cause::Event(no));
    norms::note(
        play,
        by,
        Norm::Credit,
        Bearing::Upheld,
        false,
        Cause::Event(no),
    );
    if let Some(region) = region(play, finder) {
        let key = play.scenario().names.hash(Kind::Case, case.0);
        chill(play, region, -rules.thaw, key, Cause::Event(no));
    }
}

/// The role a vendor has in a case.
pub(super) fn vendor(row: &disclosure::Case, actor: ActorId) -> Option<&disclosure::Vendor> {
    row.vendors.iter().find(|vendor| vendor.actor == actor)
}

pub(super) fn is_maintainer(row: &disclosure::Case, actor: ActorId) -> bool {
    vendor(row, actor).is_some_and(|vendor| vendor.role == VendorRole::Maintainer)
}
