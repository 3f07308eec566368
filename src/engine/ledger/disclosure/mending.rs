//! How a flaw is mended, and how it is used meanwhile: fixes built, tested, shipped and deployed; exploits, attacks, mitigations.

use crate::engine::decide::Play;
use crate::engine::dice::Roll;
use crate::engine::event::Cause;
use crate::engine::event::EngineRule;
use crate::engine::ledger::disclosure::embargo;
use crate::engine::ledger::disclosure::event::Event;
use crate::engine::ledger::disclosure::state::Case;
use crate::engine::ledger::disclosure::state::End;
use crate::engine::ledger::disclosure::state::How;
use crate::engine::ledger::disclosure::state::Report;
use crate::engine::ledger::disclosure::telling;
use crate::engine::ledger::disclosure::telling::die;
use crate::engine::ledger::disclosure::telling::emit;
use crate::engine::ledger::disclosure::telling::is_seated;
use crate::engine::ledger::disclosure::telling::now;
use crate::engine::ledger::disclosure::telling::row;
use crate::engine::ledger::norms;
use crate::engine::ledger::spread;
use crate::model::ActorId;
use crate::model::CaseId;
use crate::model::ZoneId;
use crate::model::id::Kind;
use crate::model::ledger::Ledger;
use crate::model::ledger::disclosure;
use crate::model::ledger::disclosure::Rules;
use crate::model::ledger::disclosure::Size;
use crate::model::ledger::disclosure::VendorRole;
use crate::model::norm::Bearing;
use crate::model::norm::Norm;
use crate::model::scenario::Scenario;

/// Turns for which a mitigation slows the spread and urging lasts.
const LASTS: u16 = 2;

/// Units of work a vendor does at a fix in one go.
pub(super) fn units(rules: &Rules, row: &disclosure::Case, state: &Case, vendor: ActorId) -> i32 {
    let Some(card) = telling::vendor(row, vendor) else {
        return 0;
    };
    let own = match card.size {
        Size::Large => rules.large,
        Size::Medium => rules.medium,
        Size::Small => rules.small,
    };
    let is_helped = state.party(vendor).is_some_and(|party| party.helped);
    // What the maintainer has ready need only be built in.
    let mended_above = card.role != VendorRole::Maintainer
        && row.vendors.iter().any(|other| {
            other.role == VendorRole::Maintainer
                && state
                    .party(other.actor)
                    .is_some_and(|party| party.ready.is_some())
        });
    let more = i32::from(is_helped) + i32::from(mended_above);
    own.saturating_add(rules.helped.saturating_mul(more)).max(1)
}

/// A vendor works at its fix; with enough work done it is ready.
pub(super) fn build(play: &mut Play<'_>, case: CaseId, by: ActorId, cause: Cause) {
    let rules = &play.scenario().book.disclosure;
    let row = row(play, case);
    let units = units(rules, row, now(play, case), by);
    let no = emit(play, cause, Event::Worked { case, by, units });
    let done = now(play, case).party(by).map_or(0, |party| party.work);
    if done >= row.work {
        ready(play, case, by, Cause::Event(no));
    }
}

/// A vendor that knows of it has a fix ready; partners without a seat say so to each other.
pub(super) fn ready(play: &mut Play<'_>, case: CaseId, by: ActorId, cause: Cause) {
    let state = now(play, case);
    let Some(party) = state.party(by).filter(|party| party.ready.is_none()) else {
        return;
    };
    let tells = state.embargo.is_in_force() && party.stance.is_partner() && !is_seated(play, by);
    let no = emit(play, cause, Event::Ready { case, by });
    if tells {
        emit(
            play,
            Cause::Event(no),
            Event::PartnersTold {
                case,
                by,
                ready: true,
            },
        );
    }
}

/// A vendor ships its fix: the flaw is public, and operators begin to deploy it. Under an embargo that holds it breaks it, unless
/// partners were told or most vendors are ready.
pub(super) fn ship(play: &mut Play<'_>, case: CaseId, by: ActorId, cause: Cause) {
    let state = now(play, case);
    let Some(party) = state
        .party(by)
        .filter(|party| party.ready.is_some() && party.shipped.is_none())
    else {
        return;
    };
    let tested = party.tested;
    if embargo::has_quorum(play, case) {
        embargo::end(play, case, End::Quorum, cause);
    } else if embargo::is_silent(play, case, by) {
        embargo::break_it(play, case, by, cause);
    }
    let rules = &play.scenario().book.disclosure;
    let odds = if tested {
        rules.regress_tested
    } else {
        rules.regress
    };
    let regresses = die(play, Roll::Regress, case, Some((Kind::Actor, by.0)), 0).per_mille(odds);
    let wary = regresses.then_some(rules.wary);
    let no = emit(play, cause, Event::Shipped { case, by, wary });
    norms::note(
        play,
        by,
        Norm::Disclosure,
        Bearing::Upheld,
        false,
        Cause::Event(no),
    );
    telling::publicise(play, case, Some(by), How::Fix, Cause::Event(no));
    let row = row(play, case);
    if telling::vendor(row, by).is_some_and(|vendor| vendor.role == VendorRole::Hosted) {
        // Who runs it for others deploys it for all of them at once.
        for runs in row.runs.iter().filter(|runs| runs.vendor == by) {
            deploy(play, case, runs.zone, 1000 - runs.tail, Cause::Event(no));
        }
    }
}

/// So many per mille more deploy a fix; nobody deploys what has not been shipped.
pub(super) fn deploy(play: &mut Play<'_>, case: CaseId, zone: ZoneId, by: i32, cause: Cause) {
    for (at, runs) in row(play, case).runs.iter().enumerate() {
        let state = now(play, case);
        let by = by.min(1000 - state.deployed[at]);
        if runs.zone == zone && by > 0 && state.has_shipped(runs.vendor) {
            let place = u16::try_from(at).unwrap_or(u16::MAX);
            emit(
                play,
                cause,
                Event::Deployed {
                    case,
                    zone,
                    place,
                    by,
                },
            );
        }
    }
}

/// A turn of deployment: part of those who ever will, more where they are urged, nobody while a fix is known to break things.
pub(super) fn roll_out(play: &mut Play<'_>, case: CaseId) {
    let rules = &play.scenario().book.disclosure;
    let turn = play.state.turn();
    for (at, runs) in row(play, case).runs.iter().enumerate() {
        let state = now(play, case);
        if !state.has_shipped(runs.vendor) || state.paused >= turn {
            continue;
        }
        let urged = if state.urged[at] >= turn {
            rules.urged
        } else {
            0
        };
        let ever = (1000 - runs.tail - state.wary).max(0);
        let rest = i64::from((ever - state.deployed[at]).max(0));
        let book = &play.state.world.book.disclosure;
        let joint = if book.members[runs.vendor.index()] {
            rules.joint.saturating_mul(book.strength(play.scenario()))
        } else {
            0
        };
        let rate = rules.rollout.saturating_add(urged).saturating_add(joint);
        let rate = i64::from(rate.min(1000));
        let mut die = die(
            play,
            Roll::Rollout,
            case,
            Some((Kind::Zone, runs.zone.0)),
            0,
        );
        let by = die.thousandths(rest * rate);
        deploy(
            play,
            case,
            runs.zone,
            by,
            Cause::Engine(EngineRule::Deploying),
        );
    }
}

/// A mitigation is published to those who run it: it slows, and mends nothing.
pub(super) fn mitigate(play: &mut Play<'_>, case: CaseId, by: ActorId, cause: Cause) {
    let no = emit(play, cause, Event::Mitigated { case, by });
    let until = play.state.turn().saturating_add(LASTS - 1);
    let to = play.scenario().book.disclosure.slowed;
    for runs in &row(play, case).runs {
        spread::slow(play, runs.zone, to, until, Cause::Event(no));
    }
}

/// The operators of a zone are urged to deploy, for some turns.
pub(super) fn urge(play: &mut Play<'_>, case: CaseId, zone: ZoneId, by: ActorId, cause: Cause) {
    let until = play.state.turn().saturating_add(LASTS - 1);
    for (at, runs) in row(play, case).runs.iter().enumerate() {
        if runs.zone == zone {
            let place = u16::try_from(at).unwrap_or(u16::MAX);
            emit(
                play,
                cause,
                Event::Urged {
                    case,
                    zone,
                    place,
                    by,
                    until,
                },
            );
        }
    }
}

/// A turn of the race: an exploit is made of what is public, attacks begin, are noticed, and hit who has not deployed.
pub(super) fn race(play: &mut Play<'_>, case: CaseId) {
    let cause = Cause::Engine(EngineRule::Racing);
    let rules = &play.scenario().book.disclosure;
    let row = row(play, case);
    let state = now(play, case);
    if state.public.is_some() && state.exploit.is_none() {
        let can_compare = state.parties.iter().any(|party| party.shipped.is_some());
        let odds = if can_compare {
            rules.race
        } else {
            rules.race / 2
        };
        // The worse the flaw, the more look for it.
        let odds = odds * (row.severity + 5) / 12;
        if die(play, Roll::Race, case, None, 0).per_mille(odds) {
            telling::exploit(play, case, cause);
        }
    }
    let state = now(play, case);
    if !state.preyed {
        let odds = match (state.exploit, state.public, state.sold) {
            (Some(_), ..) => rules.attacks_exploit,
            (None, Some(_), _) => rules.attacks,
            (None, None, true) => rules.sold,
            (None, None, false) => rules.finds,
        };
        if die(play, Roll::Preying, case, None, 0).per_mille(odds) {
            emit(play, cause, Event::Preyed { case });
        }
    }
    let state = now(play, case);
    if state.preyed && state.attacked.is_none() {
        let is_seen = state.exploit.is_some()
            || die(play, Roll::Preying, case, None, 1).per_mille(rules.noticed);
        if is_seen {
            telling::attacks(play, case, cause);
        }
    }
    if now(play, case).preyed && play.has(Ledger::Spread) {
        hit(play, case, rules);
    }
}

/// Of those who run it unmended, some are compromised.
fn hit(play: &mut Play<'_>, case: CaseId, rules: &Rules) {
    let row = row(play, case);
    for (at, runs) in row.runs.iter().enumerate() {
        let state = now(play, case);
        let exposed = i64::from(play.state.world.zones[runs.zone.index()].exposed);
        let open =
            exposed * i64::from(runs.share) / 1000 * i64::from(1000 - state.deployed[at]) / 1000;
        let mitigated = if state.mitigated {
            rules.mitigated
        } else {
            1000
        };
        let amount = open * i64::from(rules.hit) * i64::from(row.severity) / 10
            * i64::from(mitigated)
            / 1000;
        let by =
            die(play, Roll::Attack, case, Some((Kind::Zone, runs.zone.0)), 0).thousandths(amount);
        spread::infect(play, runs.zone, by, None, Cause::Engine(EngineRule::Racing));
    }
}

/// What vendors without a seat do in a turn: check the report, build, test, ship, credit the finder. A coordinator without a
/// seat helps the small ones.
pub(super) fn work(play: &mut Play<'_>, case: CaseId) {
    let cause = Cause::Engine(EngineRule::Disclosing);
    let row = row(play, case);
    for vendor in &row.vendors {
        let by = vendor.actor;
        let Some(party) = now(play, case).party(by).copied() else {
            continue;
        };
        help(play, case, by, vendor.size);
        if is_seated(play, by) {
            continue;
        }
        let state = now(play, case);
        match (party.report, party.ready, party.shipped) {
            (Report::Received | Report::Deferred, None, _) => {
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
            (_, None, _) => build(play, case, by, cause),
            (_, Some(_), None) => {
                let hurries = state.is_out();
                if !party.tested && !hurries {
                    emit(play, cause, Event::Tested { case, by });
                } else if !state.embargo.is_in_force() || embargo::has_quorum(play, case) {
                    ship(play, case, by, cause);
                }
            }
            (_, Some(_), Some(_)) => thank(play, case, by, cause),
        }
    }
}

fn help(play: &mut Play<'_>, case: CaseId, who: ActorId, size: Size) {
    let helper = row(play, case)
        .coordinator
        .filter(|helper| !is_seated(play, *helper));
    let Some(by) = helper.filter(|helper| now(play, case).party(*helper).is_some()) else {
        return;
    };
    let needs =
        size == Size::Small && !now(play, case).party(who).is_some_and(|party| party.helped);
    if needs
        && !is_seated(play, who)
        && die(play, Roll::Habit, case, Some((Kind::Actor, who.0)), 2).per_mille(400)
    {
        emit(
            play,
            Cause::Engine(EngineRule::Disclosing),
            Event::Helped { case, who, by },
        );
    }
}

/// A maintainer with a published policy credits as it says there; another as often as not.
fn thank(play: &mut Play<'_>, case: CaseId, by: ActorId, cause: Cause) {
    if !telling::is_maintainer(row(play, case), by) {
        return;
    }
    let has_policy = play.state.world.book.disclosure.policies[by.index()];
    if has_policy || die(play, Roll::Habit, case, Some((Kind::Actor, by.0)), 3).per_mille(250) {
        telling::credit(play, case, by, cause);
    }
}

/// How likely a fix breaks nothing, in per mille.
pub(super) fn holds(scenario: &Scenario, tested: bool) -> i32 {
    let rules = &scenario.book.disclosure;
    1000 - if tested {
        rules.regress_tested
    } else {
        rules.regress
    }
}
