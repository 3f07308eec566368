//! What a seat gets to see of ransoms: the victim owns the fact, and a payment is heard of where it is reported.

use serde::Serialize;

use crate::engine::ledger::mandate::ransom::DemandState;
use crate::engine::ledger::mandate::ransom::Ransom;
use crate::engine::ledger::mandate::ransom::Ransoms;
use crate::engine::ledger::mandate::ransom::row;
use crate::engine::lens::Lens;
use crate::engine::tell::Teller;
use crate::model::ActorId;
use crate::model::ledger::mandate::Advice;
use crate::model::ledger::mandate::PayLine;
use crate::model::ledger::mandate::Read;
use crate::text::SafeText;

/// A demand that a seat knows of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DemandView {
    pub victim: ActorId,
    pub name: SafeText,
    /// Where it stands, in words.
    pub shown: SafeText,
    pub is_open: bool,
}

/// Whether these seats know of a demand: by the fact that says so, or since it is published.
pub(super) fn knows(lens: &Lens<'_>, victim: ActorId) -> bool {
    let Some(row) = row(lens.scenario(), victim) else {
        return false;
    };
    let leaked = lens.book().mandate.ransoms.of(victim);
    lens.is_own_actor(victim)
        || leaked.is_some_and(|demand| demand.leaked)
        || row.fact.is_none_or(|fact| {
            let mut own = lens.own_actors();
            own.any(|own| lens.held(own, fact).is_some())
        })
}

pub(in crate::engine::ledger::mandate) fn may_read(lens: &Lens<'_>, read: Read) -> bool {
    match read {
        Read::Demanded(victim)
        | Read::Advised(victim)
        | Read::Reported(victim)
        | Read::Restored(victim) => knows(lens, victim),
        Read::Paid(victim) => hears(lens, victim),
        Read::Leaked(_) | Read::Line(_) => true,
        _ => false,
    }
}

/// Whether these seats hear of a payment: the victim's own, and, once it is reported, those who know of the demand.
pub(super) fn hears(lens: &Lens<'_>, victim: ActorId) -> bool {
    let demand = lens.book().mandate.ransoms.of(victim);
    lens.is_own_actor(victim)
        || (demand.is_some_and(|demand| demand.reported)
            && (knows(lens, victim) || must_hear(lens, victim)))
}

fn must_hear(lens: &Lens<'_>, victim: ActorId) -> bool {
    let row = row(lens.scenario(), victim);
    let to = row.and_then(|row| row.reports_to);
    to.is_some_and(|to| lens.is_own_actor(to))
}

pub(in crate::engine::ledger::mandate) fn may_see(lens: &Lens<'_>, event: &Ransom) -> bool {
    match *event {
        Ransom::LineTaken { .. } | Ransom::Leaked { .. } => true,
        Ransom::Demanded { victim } => knows(lens, victim),
        Ransom::Advised { victim, by, .. } | Ransom::Tried { victim, by, .. } => {
            lens.is_own_actor(victim) || lens.is_own_actor(by)
        }
        Ransom::Paid { victim, .. } | Ransom::Again { victim } => hears(lens, victim),
        Ransom::Reported { victim } => knows(lens, victim) || must_hear(lens, victim),
    }
}

/// Whether what happened is for the better.
pub(in crate::engine::ledger::mandate) fn is_better(event: &Ransom) -> Option<bool> {
    match *event {
        Ransom::Tried { restored, .. } => Some(restored),
        Ransom::Demanded { .. }
        | Ransom::Paid { .. }
        | Ransom::Again { .. }
        | Ransom::Leaked { .. } => Some(false),
        Ransom::Reported { .. } => Some(true),
        Ransom::Advised { .. } | Ransom::LineTaken { .. } => None,
    }
}

pub(in crate::engine::ledger::mandate) fn imagine(
    lens: &Lens<'_>,
    known: &Ransoms,
    imagined: &mut Ransoms,
) {
    imagined.lines.clone_from(&known.lines);
    for (place, demand) in known.demands.iter().enumerate() {
        if demand.since.is_some() && knows(lens, demand.victim) {
            let hears = hears(lens, demand.victim);
            imagined.demands[place] = DemandState {
                paid: demand.paid && hears,
                works: demand.works && hears,
                again: demand.again && hears,
                ..*demand
            };
        }
    }
}

pub(in crate::engine::ledger::mandate) fn advice_key(advice: Advice) -> &'static str {
    match advice {
        Advice::Against => "ransom-against",
        Advice::Facts => "ransom-facts",
        Advice::Stall => "ransom-stall",
    }
}

pub(in crate::engine::ledger::mandate) fn line_key(line: PayLine) -> &'static str {
    match line {
        PayLine::Forbid => "ransom-forbid",
        PayLine::Report => "ransom-report",
    }
}

pub(in crate::engine::ledger::mandate) fn tell(teller: Teller<'_>, event: &Ransom) -> SafeText {
    let words = teller.words;
    let one = |key: &str, actor: ActorId| words.fill(key, &[("actor", teller.actor(actor).into())]);
    match *event {
        Ransom::Demanded { victim } => one("tell-ransom-demanded", victim),
        Ransom::Advised { victim, by, advice } => {
            let args = [
                ("actor", teller.actor(victim).into()),
                ("by", teller.actor(by).into()),
                ("advice", words.say(advice_key(advice)).into()),
            ];
            words.fill("tell-ransom-advised", &args)
        }
        Ransom::Tried {
            victim,
            by,
            restored,
        } => {
            let key = if restored {
                "tell-copies-restored"
            } else {
                "tell-copies-useless"
            };
            let args = [
                ("actor", teller.actor(victim).into()),
                ("by", teller.actor(by).into()),
            ];
            words.fill(key, &args)
        }
        Ransom::LineTaken { by, line } => {
            let args = [
                ("actor", teller.actor(by).into()),
                ("line", words.say(line_key(line)).into()),
            ];
            words.fill("tell-ransom-line", &args)
        }
        Ransom::Paid {
            victim,
            works: true,
        } => one("tell-ransom-paid", victim),
        Ransom::Paid { victim, .. } => one("tell-ransom-paid-in-vain", victim),
        Ransom::Reported { victim } => one("tell-ransom-reported", victim),
        Ransom::Again { victim } => one("tell-ransom-again", victim),
        Ransom::Leaked { victim } => one("tell-ransom-leaked", victim),
    }
}

/// The demands these seats know of, for the board.
pub(in crate::engine::ledger::mandate) fn views(
    lens: &Lens<'_>,
    teller: Teller<'_>,
) -> Vec<DemandView> {
    let ransoms = &lens.book().mandate.ransoms;
    let known = ransoms.demands.iter().filter(|demand| {
        let told = demand.since.is_some() && knows(lens, demand.victim);
        told || demand.leaked
    });
    let views = known.map(|demand| {
        let hears = hears(lens, demand.victim);
        let key = match demand {
            demand if demand.restored => "ransom-shown-restored",
            demand if demand.paid && hears => "ransom-shown-paid",
            demand if demand.leaked => "ransom-shown-leaked",
            demand if demand.advice.is_some() => "ransom-shown-advised",
            _ => "ransom-shown-open",
        };
        DemandView {
            victim: demand.victim,
            name: teller.actor(demand.victim).clone(),
            shown: teller.words.say(key),
            is_open: !(demand.restored || demand.paid && hears),
        }
    });
    views.collect()
}
