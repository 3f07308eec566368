//! Holds forecasts to what comes of the acts they are about.

use std::collections::BTreeMap;

use demarche::engine::act::Act;
use demarche::engine::event::Cause;
use demarche::engine::event::Event;
use demarche::engine::event::EventNo;
use demarche::engine::event::Step;
use demarche::engine::event::What;
use demarche::engine::forecast::Forecast;
use demarche::engine::ledger::book::BookEvent;
use demarche::engine::ledger::capacity;
use demarche::engine::ledger::contacts;
use demarche::engine::ledger::duties::DutyEvent;
use demarche::engine::ledger::facts::FactEvent;
use demarche::engine::ledger::mandate;
use demarche::engine::ledger::spread::SpreadEvent;
use demarche::engine::lens::Lens;
use demarche::model::SeatId;

use crate::contract::driver::Check;
use crate::support::table::Table;

/// What was foreseen of one sort of act, and what came of it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Kept {
    pub(super) tried: i64,
    /// How often it went well, per mille in all.
    pub(super) went_well: i64,
    pub(super) low: i64,
    pub(super) high: i64,
}

impl Kept {
    pub(super) fn add(&mut self, other: Self) {
        self.tried += other.tried;
        self.went_well += other.went_well;
        self.low += other.low;
        self.high += other.high;
    }
}

/// What was foreseen in a turn, and how it came out, by message.
#[derive(Default)]
pub(super) struct Forecasts {
    foreseen: BTreeMap<(SeatId, Act), Vec<Forecast>>,
    /// The events that have been looked at.
    seen: usize,
    pub(super) kept: BTreeMap<&'static str, Kept>,
}

impl Forecasts {
    fn note(&mut self, key: &'static str, is_good: bool, low: i32, high: i32) {
        let kept = self.kept.entry(key).or_default();
        kept.add(Kept {
            tried: 1,
            went_well: if is_good { 1000 } else { 0 },
            low: i64::from(low),
            high: i64::from(high),
        });
    }
}

impl Check for Forecasts {
    fn look(&mut self, table: &Table, _: &str) {
        if table.truth().step() == Step::Commit {
            self.foreseen.clear();
            self.seen = table.events.len();
            for seat in table.scenario().seats.iter().map(|seat| seat.id) {
                let lens = Lens::new(&table.playable, &table.state, std::slice::from_ref(&seat));
                for act in lens.possible(seat) {
                    let forecasts = lens.forecasts(seat, &act);
                    if !forecasts.is_empty() {
                        self.foreseen.insert((seat, act), forecasts);
                    }
                }
            }
            return;
        }
        for (place, event) in table.events.iter().enumerate().skip(self.seen) {
            let What::Acted { seat, act, .. } = &event.what else {
                continue;
            };
            let Some(forecasts) = self.foreseen.get(&(*seat, *act)).cloned() else {
                continue;
            };
            let cause = Cause::Event(EventNo(u32::try_from(place).unwrap()));
            let mut after = table.events.iter().filter(|later| later.cause == cause);
            let Some((is_good, amount)) = after.find_map(outcome) else {
                continue;
            };
            for forecast in forecasts {
                if forecast.is_odds && GRANTED.contains(&forecast.key) {
                    self.note(forecast.key, is_good, forecast.low, forecast.high);
                }
                if let Some((odds, units)) = amount {
                    match forecast.key {
                        "forecast-acts" => {
                            let inside = (forecast.low..=forecast.high).contains(&odds);
                            self.note("the odds of containment", inside, 900, 1000);
                        }
                        "forecast-frees" if units > 0 => {
                            let inside = (forecast.low..=forecast.high).contains(&units);
                            self.note("what is contained", inside, 900, 1000);
                        }
                        _ => {}
                    }
                }
            }
        }
        self.seen = table.events.len();
    }
}

/// The forecasts whose outcome can be told from what follows at once.
const GRANTED: [&str; 5] = [
    "forecast-agrees",
    "forecast-answers",
    "forecast-acts",
    "forecast-finds",
    "forecast-copies",
];

/// Whether what follows an act is what its forecast gave odds for; for containment the true odds and the amount too.
fn outcome(event: &Event) -> Option<(bool, Option<(i32, i32)>)> {
    let is_good = match &event.what {
        What::Spread(SpreadEvent::RequestAnswered { odds, units, .. }) => {
            return Some((*units > 0, Some((*odds, *units))));
        }
        What::Facts(FactEvent::Relabelled { .. }) => true,
        What::Facts(FactEvent::RelabelRefused { .. }) => false,
        What::Duties(DutyEvent::Extended { .. }) => true,
        What::Duties(DutyEvent::ExtensionRefused { .. }) => false,
        What::Book(BookEvent::Contacts(event)) => match event {
            contacts::Event::Linked { .. } | contacts::Event::Refreshed { .. } => true,
            contacts::Event::NotAgreed { .. }
            | contacts::Event::DeadEnd {
                searching: true, ..
            } => false,
            _ => return None,
        },
        What::Book(BookEvent::Capacity(capacity::Event::Offered { .. })) => true,
        What::Book(BookEvent::Capacity(capacity::Event::NoHelp { .. })) => false,
        What::Book(BookEvent::Mandate(mandate::Event::Ransom(mandate::Ransom::Tried {
            restored,
            ..
        }))) => *restored,
        _ => return None,
    };
    Some((is_good, None))
}
