//! Ransom: what a victim is asked for, what it is advised, what its state says, and whether it pays.
//!
//! The victim owns the decision and the fact. Paying may not work, may not be the last bill and may never be reported; not paying
//! may end on the extortionists' page. Copies that can be restored end it, and nobody knows whether they can before trying.

mod sight;

use serde::Deserialize;
use serde::Serialize;

use crate::engine::decide::Origin;
use crate::engine::decide::Play;
use crate::engine::dice::Die;
use crate::engine::dice::Roll;
use crate::engine::event::Cause;
use crate::engine::event::EngineRule;
use crate::engine::event::EventNo;
use crate::engine::forecast::Forecast;
use crate::engine::ledger::mandate::Act;
use crate::engine::ledger::mandate::Event;
use crate::engine::ledger::mandate::acts::rule;
use crate::engine::ledger::mandate::emit;
use crate::engine::ledger::trust;
use crate::engine::lens::Lens;
use crate::engine::rejection::Obstacle;
use crate::engine::rejection::Rejection;
use crate::model::ActorId;
use crate::model::SeatId;
use crate::model::effect::Amount;
use crate::model::effect::Effect as Any;
use crate::model::effect::HarmKind;
use crate::model::id::Kind;
use crate::model::ledger::mandate::Advice;
use crate::model::ledger::mandate::Demand;
use crate::model::ledger::mandate::PayLine;
use crate::model::ledger::mandate::Read;
use crate::model::roster::SeatKind;
use crate::model::scenario::Scenario;

pub use sight::DemandView;
pub(super) use sight::advice_key;
use sight::hears;
pub(super) use sight::imagine;
pub(super) use sight::is_better;
use sight::knows;
pub(super) use sight::line_key;
pub(super) use sight::may_read;
pub(super) use sight::may_see;
pub(super) use sight::tell;
pub(super) use sight::views;

/// Turns that a victim gains which goes on talking.
const TALK: u16 = 2;
/// What a victim thinks more of who gave it advice that came with something.
const THANKS: i32 = 4;

/// What happens to demands for ransom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ransom {
    Demanded {
        victim: ActorId,
    },
    Advised {
        victim: ActorId,
        by: ActorId,
        advice: Advice,
    },
    /// Somebody tried to restore it from copies.
    Tried {
        victim: ActorId,
        by: ActorId,
        restored: bool,
    },
    /// A ministry said whether ransoms may be paid.
    LineTaken {
        by: ActorId,
        line: PayLine,
    },
    /// The victim paid; whether what it got works it finds out at once.
    Paid {
        victim: ActorId,
        works: bool,
    },
    /// It told who must hear of it.
    Reported {
        victim: ActorId,
    },
    /// A second bill came.
    Again {
        victim: ActorId,
    },
    /// What was stolen was published.
    Leaked {
        victim: ActorId,
    },
}

impl Ransom {
    /// Whose demand it is about; a line on payment is about nobody's.
    pub(super) fn victim(&self) -> Option<ActorId> {
        match *self {
            Ransom::LineTaken { .. } => None,
            Ransom::Demanded { victim }
            | Ransom::Advised { victim, .. }
            | Ransom::Tried { victim, .. }
            | Ransom::Paid { victim, .. }
            | Ransom::Reported { victim }
            | Ransom::Again { victim }
            | Ransom::Leaked { victim } => Some(victim),
        }
    }
}

/// Where the demands stand.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Ransoms {
    demands: Vec<DemandState>,
    /// What each ministry has said.
    lines: Vec<(ActorId, PayLine)>,
}

/// Where one stands.
#[derive(Clone, Copy, Debug, PartialEq)]
struct DemandState {
    victim: ActorId,
    since: Option<u16>,
    advice: Option<Advice>,
    was_tried: bool,
    restored: bool,
    paid: bool,
    works: bool,
    reported: bool,
    again: bool,
    leaked: bool,
}

pub(super) fn start(scenario: &Scenario) -> Ransoms {
    let state = |row: &Demand| DemandState {
        victim: row.victim,
        since: None,
        advice: None,
        was_tried: false,
        restored: false,
        paid: false,
        works: false,
        reported: false,
        again: false,
        leaked: false,
    };
    let demands = scenario.book.mandate.demands.iter().map(state);
    Ransoms {
        demands: demands.collect(),
        lines: Vec::new(),
    }
}

impl DemandState {
    /// Whether anything is still to be decided.
    fn is_open(&self) -> bool {
        self.since.is_some() && !self.paid && !self.restored
    }
}

impl Ransoms {
    fn of(&self, victim: ActorId) -> Option<&DemandState> {
        self.demands.iter().find(|one| one.victim == victim)
    }

    /// What the victim's own state has said; the last ministry to speak counts.
    fn line(&self, scenario: &Scenario, victim: ActorId) -> Option<PayLine> {
        let region = |actor: ActorId| scenario.actors[actor.index()].region;
        let mut lines = self.lines.iter().rev();
        let line = lines.find(|(by, _)| region(*by) == region(victim));
        line.map(|(_, line)| *line)
    }

    pub(super) fn fold(&mut self, event: &Ransom, turn: u16) {
        if let Ransom::LineTaken { by, line } = *event {
            self.lines.retain(|(of, _)| *of != by);
            self.lines.push((by, line));
        }
        let victim = event.victim();
        let mut demands = self.demands.iter_mut();
        let Some(demand) = demands.find(|one| Some(one.victim) == victim) else {
            return;
        };
        match *event {
            Ransom::Demanded { .. } => demand.since = Some(turn),
            Ransom::Advised { advice, .. } => demand.advice = Some(advice),
            Ransom::Tried { restored, .. } => {
                demand.was_tried = true;
                demand.restored = restored;
            }
            Ransom::Paid { works, .. } => (demand.paid, demand.works) = (true, works),
            Ransom::Reported { .. } => demand.reported = true,
            Ransom::Again { .. } => demand.again = true,
            Ransom::Leaked { .. } => demand.leaked = true,
            Ransom::LineTaken { .. } => {}
        }
    }
}

pub(super) fn read(ransoms: &Ransoms, read: Read) -> bool {
    let of = |victim: ActorId, is: fn(&DemandState) -> bool| ransoms.of(victim).is_some_and(is);
    match read {
        Read::Demanded(victim) => of(victim, |one| one.since.is_some()),
        Read::Advised(victim) => of(victim, |one| one.advice.is_some()),
        Read::Paid(victim) => of(victim, |one| one.paid),
        Read::Reported(victim) => of(victim, |one| one.reported),
        Read::Restored(victim) => of(victim, |one| one.restored),
        Read::Leaked(victim) => of(victim, |one| one.leaked),
        Read::Line(by) => ransoms.lines.iter().any(|(of, _)| *of == by),
        _ => false,
    }
}

fn tells(play: &mut Play<'_>, cause: Cause, event: Ransom) -> EventNo {
    emit(play, cause, Event::Ransom(event))
}

fn row(scenario: &Scenario, victim: ActorId) -> Option<&Demand> {
    let mut rows = scenario.book.mandate.demands.iter();
    rows.find(|row| row.victim == victim)
}

fn now(play: &Play<'_>, victim: ActorId) -> Option<DemandState> {
    play.state.world.book.mandate.ransoms.of(victim).copied()
}

/// A victim is asked, once.
pub(super) fn demand(play: &mut Play<'_>, victim: ActorId, cause: Cause) {
    if now(play, victim).is_some_and(|demand| demand.since.is_none()) {
        tells(play, cause, Ransom::Demanded { victim });
    }
}

/// Demands whose turn has come.
pub(super) fn open(play: &mut Play<'_>) {
    let (scenario, turn) = (play.scenario(), play.state.turn());
    for row in &scenario.book.mandate.demands {
        if row.opens == Some(turn) {
            demand(play, row.victim, Cause::Engine(EngineRule::Agenda));
        }
    }
}

/// A die for one of the questions about a demand.
fn die(play: &Play<'_>, victim: ActorId, question: u64) -> Die {
    let word = play.scenario().names.hash(Kind::Actor, victim.0);
    let turn = play.state.turn();
    play.state.dice.of(Roll::Ransom, &[word], question, turn, 0)
}

/// Victims decide whether to pay, and what was stolen from those who did not, or were billed twice, may be published.
pub(super) fn extort(play: &mut Play<'_>) -> Result<(), Rejection> {
    let (scenario, turn) = (play.scenario(), play.state.turn());
    let rules = &scenario.book.mandate;
    for row in &rules.demands {
        let victim = row.victim;
        let Some(demand) = now(play, victim) else {
            continue;
        };
        let Some(since) = demand.since else { continue };
        let cause = Cause::Engine(EngineRule::Extortion);
        // In the turn it is asked nobody decides yet.
        if demand.is_open() && turn > since && row.pays > 0 {
            let line = play.state.world.book.mandate.ransoms.line(scenario, victim);
            let advised = match demand.advice {
                Some(Advice::Against | Advice::Stall) => rules.advice_weight,
                Some(Advice::Facts) => rules.advice_weight / 2,
                None => 0,
            };
            let said = match line {
                Some(PayLine::Forbid) => -rules.forbid_weight,
                Some(PayLine::Report) => rules.report_weight,
                None => 0,
            };
            let odds = (row.pays - advised + said).clamp(0, 950);
            if die(play, victim, 0).per_mille(odds) {
                pay(play, victim, cause)?;
            }
        }
        let talks = demand.advice == Some(Advice::Stall);
        let wait = u16::try_from(rules.leak_after).unwrap_or(u16::MAX);
        let from = since
            .saturating_add(wait)
            .saturating_add(if talks { TALK } else { 0 });
        let Some(demand) = now(play, victim) else {
            continue;
        };
        let was_stolen = row.community.is_some() || !row.on_leaked.is_empty();
        if was_stolen
            && !demand.leaked
            && (!demand.paid || demand.again)
            && turn >= from
            && die(play, victim, 1).per_mille(rules.leak_odds)
        {
            let no = tells(play, cause, Ransom::Leaked { victim });
            let origin = Origin::new(no, scenario.names.hash(Kind::Actor, victim.0));
            if let Some(community) = row.community {
                let harm = Any::Harm {
                    community,
                    kind: HarmKind::Latent,
                    by: Amount::Fixed(rules.leak_harm),
                };
                play.effects(&[harm], origin)?;
            }
            play.effects(&row.on_leaked, origin)?;
        }
    }
    Ok(())
}

/// The victim pays: it may work, it may be reported, and it may not be the last bill.
pub(super) fn pay(play: &mut Play<'_>, victim: ActorId, cause: Cause) -> Result<(), Rejection> {
    let scenario = play.scenario();
    let rules = &scenario.book.mandate;
    let (Some(row), Some(demand)) = (row(scenario, victim), now(play, victim)) else {
        return Ok(());
    };
    if !demand.is_open() {
        return Ok(());
    }
    let works = die(play, victim, 2).per_mille(rules.works_odds);
    let no = tells(play, cause, Ransom::Paid { victim, works });
    let cause = Cause::Event(no);
    let origin = Origin::new(no, scenario.names.hash(Kind::Actor, victim.0));
    if works {
        runs_again(play, row, origin)?;
    }
    let ransoms = &play.state.world.book.mandate.ransoms;
    let odds = match ransoms.line(scenario, victim) {
        Some(PayLine::Forbid) => rules.hidden_odds,
        _ => rules.reported_odds,
    };
    if row.reports_to.is_some() && die(play, victim, 3).per_mille(odds) {
        tells(play, cause, Ransom::Reported { victim });
    }
    if die(play, victim, 4).per_mille(rules.again_odds) {
        tells(play, cause, Ransom::Again { victim });
    }
    play.effects(&row.on_paid, origin)
}

fn runs_again(play: &mut Play<'_>, row: &Demand, origin: Origin) -> Result<(), Rejection> {
    match row.zone {
        Some(zone) if row.units > 0 => {
            let by = Amount::Fixed(row.units);
            play.effects(&[Any::Contain { zone, by }], origin)
        }
        _ => Ok(()),
    }
}

/// Whether there are copies that can be restored, the victim's people say in odds.
pub(super) fn forecasts(scenario: &Scenario, victim: ActorId) -> Vec<Forecast> {
    let odds = row(scenario, victim).map(|row| Forecast::odds("forecast-copies", row.copies));
    odds.into_iter().collect()
}

pub(super) fn conceivable(lens: &Lens<'_>, seat: SeatId, found: &mut Vec<Act>) {
    let rows = &lens.scenario().book.mandate.demands;
    if rows.is_empty() {
        return;
    }
    match lens.seat(seat).kind {
        SeatKind::Cert => {
            let ransoms = &lens.book().mandate.ransoms;
            let open = ransoms.demands.iter().filter(|one| one.since.is_some());
            for demand in open.filter(|one| knows(lens, one.victim)) {
                let victim = demand.victim;
                let advice = Advice::ALL.iter();
                found.extend(advice.map(|advice| Act::AdviseVictim {
                    victim,
                    advice: *advice,
                }));
                found.push(Act::TryCopies { victim });
            }
        }
        SeatKind::Ministry => {
            let lines = PayLine::ALL.iter();
            found.extend(lines.map(|line| Act::PaymentLine { line: *line }));
        }
        _ => {}
    }
}

pub(super) fn obstacle(lens: &Lens<'_>, own: ActorId, act: Act) -> Option<Obstacle> {
    let ransoms = &lens.book().mandate.ransoms;
    let settled = |victim: ActorId| {
        // Whether it has paid only those know who hear of it.
        let demand = ransoms.of(victim)?;
        let is_over = demand.restored || (demand.paid && hears(lens, victim));
        is_over.then(|| rule("obstacle-ransom-settled", Some(victim)))
    };
    match act {
        Act::AdviseVictim { victim, .. } => settled(victim).or_else(|| {
            let demand = ransoms.of(victim)?;
            let advised = demand.advice.is_some();
            advised.then(|| rule("obstacle-ransom-advised", Some(victim)))
        }),
        Act::TryCopies { victim } => settled(victim).or_else(|| {
            let demand = ransoms.of(victim)?;
            demand
                .was_tried
                .then(|| rule("obstacle-copies-tried", Some(victim)))
        }),
        Act::PaymentLine { line } => {
            let mut lines = ransoms.lines.iter();
            let said = lines.any(|said| *said == (own, line));
            said.then(|| rule("obstacle-line-taken", None))
        }
        _ => None,
    }
}

pub(super) fn take(
    play: &mut Play<'_>,
    own: ActorId,
    act: Act,
    origin: Origin,
) -> Result<(), Rejection> {
    let scenario = play.scenario();
    let cause = origin.cause();
    match act {
        Act::AdviseVictim { victim, advice } => {
            let by = own;
            let no = tells(play, cause, Ransom::Advised { victim, by, advice });
            if advice != Advice::Against {
                trust::shift(play, victim, own, THANKS, Cause::Event(no));
            }
        }
        Act::TryCopies { victim } => {
            let Some(row) = row(scenario, victim) else {
                return Ok(());
            };
            let settled = now(play, victim).is_none_or(|demand| !demand.is_open());
            let restored = !settled && die(play, victim, 5).per_mille(row.copies);
            let by = own;
            let no = tells(
                play,
                cause,
                Ransom::Tried {
                    victim,
                    by,
                    restored,
                },
            );
            trust::shift(play, victim, own, THANKS, Cause::Event(no));
            if restored {
                return runs_again(play, row, origin);
            }
        }
        Act::PaymentLine { line } => {
            tells(play, cause, Ransom::LineTaken { by: own, line });
        }
        _ => {}
    }
    Ok(())
}
