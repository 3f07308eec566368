//! How much an event weighs: the change it is, measured against what it changes, so that ledgers can be compared.

use std::collections::BTreeSet;

use crate::engine::adversary::AdversaryEvent;
use crate::engine::event::Event;
use crate::engine::event::What;
use crate::engine::ledger::duties::DutyEvent;
use crate::engine::ledger::facts::FactEvent;
use crate::engine::ledger::harm::HarmEvent;
use crate::engine::ledger::meters::MeterEvent;
use crate::engine::ledger::spread::SpreadEvent;
use crate::engine::ledger::trust::TrustEvent;
use crate::engine::truth::Truth;
use crate::engine::view::Subject;
use crate::engine::why::subject;
use crate::model::ActorId;
use crate::model::FactId;
use crate::model::ZoneId;
use crate::model::expr::Read;
use crate::model::ledger::facts::Truth as Truthfulness;
use crate::model::scenario::Scenario;
use crate::report::record::Record;

/// A count of a few things, or a mere yes or no, is measured as if it had this range.
const LEAST_RANGE: i32 = 10;
/// For how many turns knowledge that slows a spread is counted.
const TURNS_OF_USE: i64 = 3;

/// Weighs the events of one exercise. A whole range moved through, or all people harmed, is 1000.
pub(super) struct Weigher<'a> {
    scenario: &'a Scenario,
    /// All harm done, in points.
    harm: i64,
    /// Numbers that the ending was decided by; they count twice.
    decisive: BTreeSet<Subject>,
}

impl<'a> Weigher<'a> {
    pub(super) fn new(record: Record<'a>) -> Self {
        let scenario = record.playable.scenario();
        let mut harm = 0;
        let mut decisive = BTreeSet::new();
        for event in record.events {
            match &event.what {
                What::Harm(HarmEvent::Harmed { by, .. }) => harm += i64::from((*by).max(0)),
                What::Ended { ending, .. } => {
                    let condition = scenario.endings[ending.index()].condition;
                    let reads = condition.map_or(&[][..], |expr| record.playable.reads(expr));
                    decisive.extend(reads.iter().filter_map(|read| subject_of(*read)));
                }
                _ => {}
            }
        }
        Self {
            scenario,
            harm: harm.max(1),
            decisive,
        }
    }

    /// The weight of an event that is about to happen.
    pub(super) fn weigh(&self, truth: Truth<'_>, event: &Event) -> u64 {
        let weight = self.plain(truth, event).unsigned_abs();
        match subject(event) {
            Some(about) if self.decisive.contains(&about) => weight * 2,
            _ => weight,
        }
    }

    fn plain(&self, truth: Truth<'_>, event: &Event) -> i64 {
        match &event.what {
            What::Delivered { .. } | What::Declined { .. } => 10,
            What::CapitalMoved { seat, by, .. } if *by > 0 => {
                let most = self.scenario.seats[seat.index()].capital.max(1);
                i64::from(*by) * 150 / i64::from(most)
            }
            What::HoursMoved { seat, by } => {
                let most = self.scenario.seats[seat.index()].hours.max(1);
                i64::from(*by) * 100 / i64::from(most)
            }
            What::Meters(MeterEvent::Moved { meter, by, .. }) => {
                let row = &self.scenario.meters[meter.index()];
                let range = row.max.saturating_sub(row.min).max(LEAST_RANGE);
                i64::from(*by) * 1000 / i64::from(range)
            }
            What::Trust(TrustEvent::Moved { by, .. }) => i64::from(*by) * 10,
            What::Facts(event) => self.fact(truth, event),
            What::Spread(event) => self.spread(truth, event),
            What::Harm(HarmEvent::Harmed { by, .. }) => i64::from(*by) * 1000 / self.harm,
            What::Harm(HarmEvent::Evidenced { by, .. }) => i64::from(*by),
            What::Harm(HarmEvent::Notified { .. }) => 30,
            What::Duties(event) => match event {
                DutyEvent::Met { .. } => 80,
                DutyEvent::Missed { .. } => 150,
                DutyEvent::FoundOut { .. } | DutyEvent::Leaked { .. } => 120,
                _ => 20,
            },
            What::Norms(_) => 40,
            What::Adversary(AdversaryEvent::Moved { .. }) => 60,
            What::Adversary(AdversaryEvent::Rotated { .. }) => 50,
            _ => 0,
        }
    }

    fn fact(&self, truth: Truth<'_>, event: &FactEvent) -> i64 {
        match event {
            FactEvent::Learned { actor, fact, .. } => 15 + self.guarded(truth, *actor, *fact),
            FactEvent::Published { .. } | FactEvent::Breached { .. } => 60,
            FactEvent::Relabelled { .. } => 80,
            FactEvent::RelabelRefused { .. } => 40,
            FactEvent::Derived { .. } => 20,
            FactEvent::SourceExposed { .. } => 100,
            FactEvent::Verified { .. } => 30,
            FactEvent::BreachFound { .. } => 150,
            FactEvent::Misfired { .. } => 120,
            FactEvent::Asked { .. } => 0,
        }
    }

    /// What it is worth to a zone's defenders to learn something they can use.
    fn guarded(&self, truth: Truth<'_>, actor: ActorId, fact: FactId) -> i64 {
        let row = &self.scenario.facts[fact.index()];
        if row.truth == Truthfulness::False || truth.holding(actor, fact).is_some() {
            return 0;
        }
        let worth = row.guards.iter().filter_map(|&(zone, worth)| {
            let defends = &self.scenario.spread.zones[zone.index()];
            let is_theirs = defends.owner == Some(actor) || defends.cert == Some(actor);
            is_theirs.then(|| self.averted(truth, zone, i64::from(worth), TURNS_OF_USE))
        });
        worth.sum()
    }

    fn spread(&self, truth: Truth<'_>, event: &SpreadEvent) -> i64 {
        let part = |zone: ZoneId, by: i32| {
            i64::from(by) * 1000 / i64::from(truth.zone(zone).total().max(1))
        };
        match *event {
            SpreadEvent::Compromised { zone, by, .. }
            | SpreadEvent::Contained { zone, by }
            | SpreadEvent::Reopened { zone, by } => part(zone, by),
            SpreadEvent::Slowed { zone, to, until } => {
                let turns = i64::from(until.saturating_sub(truth.turn())) + 1;
                self.averted(truth, zone, i64::from(1000 - to), turns)
            }
            SpreadEvent::Frozen { on, .. } => {
                if on {
                    100
                } else {
                    60
                }
            }
            SpreadEvent::RequestAnswered { .. } | SpreadEvent::Agreed { .. } => 5,
            SpreadEvent::HoldCost { zone, by, .. } => part(zone, by),
            SpreadEvent::Objected { .. } => 40,
            SpreadEvent::Burned { .. } => 120,
        }
    }

    /// The part of a zone that a slower spread spares in some turns, by the zone's present numbers.
    fn averted(&self, truth: Truth<'_>, zone: ZoneId, slower: i64, turns: i64) -> i64 {
        let row = &self.scenario.spread.zones[zone.index()];
        let now = truth.zone(zone);
        let total = i64::from(now.total().max(1));
        let a_turn =
            i64::from(now.compromised) * i64::from(row.rate) * i64::from(now.exposed) / total;
        let all = a_turn * slower / 1000 * turns / total;
        all.clamp(-1000, 1000)
    }
}

/// The number behind something that a condition reads.
fn subject_of(read: Read) -> Option<Subject> {
    Some(match read {
        Read::Meter(meter) => Subject::Meter(meter),
        Read::Trust(from, to) => Subject::Trust(from, to),
        Read::Exposed(zone) | Read::Compromised(zone) | Read::Contained(zone) => {
            Subject::Zone(zone)
        }
        Read::Harm(community) => Subject::Community(community),
        Read::Met(duty)
        | Read::Missed(duty)
        | Read::Running(duty)
        | Read::Determined(duty)
        | Read::Answered(duty) => Subject::Duty(duty),
        Read::Upheld(actor, _) | Read::Strained(actor, _) => Subject::Profile(actor),
        Read::Holds(_, fact) | Read::Verified(_, fact) => Subject::Fact(fact),
        _ => return None,
    })
}
