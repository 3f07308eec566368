//! The exercise played through once more, by folding its events: what was so when.

use std::collections::BTreeMap;

use crate::engine::State;
use crate::engine::apply;
use crate::engine::command::Command;
use crate::engine::event::Cause;
use crate::engine::event::Event;
use crate::engine::event::EventNo;
use crate::engine::event::Step;
use crate::engine::event::What;
use crate::engine::ledger::duties::DutyEvent;
use crate::engine::truth::Truth;
use crate::engine::why;
use crate::model::SeatId;
use crate::model::time::ExerciseTime;
use crate::report::debrief::weigh;
use crate::report::record::Record;

/// What was so when.
pub(super) struct Course<'a> {
    /// The turn of every event.
    pub(super) turns: Vec<u16>,
    /// The moment of every event.
    pub(super) times: Vec<ExerciseTime>,
    /// How much every event weighs.
    pub(super) weights: Vec<u64>,
    /// The state before anything happened, then after each turn that began, with that turn.
    pub(super) ends: Vec<(u16, State)>,
    /// The state in which a seat last sealed in a turn.
    sealed: BTreeMap<(u16, SeatId), State>,
    /// The state in which a turn's choices began to take effect.
    resolved: BTreeMap<u16, State>,
    /// How many acts a seat last sealed in a turn.
    plans: BTreeMap<(u16, SeatId), usize>,
    /// Why a seat sealed what took effect in a turn.
    rationales: BTreeMap<(u16, SeatId), &'a str>,
    /// Why a line that was no seal was written, by its first event.
    remarks: BTreeMap<usize, &'a str>,
}

impl<'a> Course<'a> {
    pub(super) fn of(record: Record<'a>) -> Self {
        let scenario = record.playable.scenario();
        let turns = why::turns(record.events);
        // The seed decides nothing once the events are there.
        let mut state = State::new(scenario, record.provenance.seed);
        let mut course = Self {
            times: times(record, &turns),
            turns,
            weights: Vec::with_capacity(record.events.len()),
            ends: Vec::new(),
            sealed: BTreeMap::new(),
            resolved: BTreeMap::new(),
            plans: BTreeMap::new(),
            rationales: BTreeMap::new(),
            remarks: BTreeMap::new(),
        };
        let weigher = weigh::Weigher::new(record);
        let mut began = false;
        for event in record.events {
            match &event.what {
                What::Entered {
                    turn,
                    step: Step::Brief,
                    ..
                } => {
                    let ended = if began { turn.saturating_sub(1) } else { 0 };
                    course.ends.push((ended, state.clone()));
                    began = true;
                }
                What::Sealed { seat, acts } => {
                    let turn = Truth::new(record.playable, &state).turn();
                    course.plans.insert((turn, *seat), acts.len());
                    course.sealed.insert((turn, *seat), state.clone());
                }
                What::Entered {
                    turn,
                    step: Step::Resolve,
                    ..
                } => {
                    course.resolved.insert(*turn, state.clone());
                }
                _ => {}
            }
            let weight = weigher.weigh(Truth::new(record.playable, &state), event);
            course.weights.push(weight);
            apply(&mut state, event);
        }
        let turn = Truth::new(record.playable, &state).turn();
        course.ends.push((turn, state));
        course.read_lines(record);
        course
    }

    fn read_lines(&mut self, record: Record<'a>) {
        let mut place = 0;
        for line in record.lines {
            let turn = self.turns.get(place).copied().unwrap_or_default();
            match (&line.command, line.rationale.as_deref()) {
                (Command::Seal { seat, .. }, Some(rationale)) => {
                    self.rationales.insert((turn, *seat), rationale);
                }
                (Command::Seal { seat, .. } | Command::Unseal { seat }, _) => {
                    self.rationales.remove(&(turn, *seat));
                }
                (_, Some(rationale)) if !line.events.is_empty() => {
                    self.remarks.insert(place, rationale);
                }
                _ => {}
            }
            place += line.events.len();
        }
    }

    /// The state at the end.
    pub(super) fn last(&self) -> &State {
        &self.ends[self.ends.len() - 1].1
    }

    /// The state before anything happened.
    pub(super) fn first(&self) -> &State {
        &self.ends[0].1
    }

    /// What was so when a seat decided in a turn.
    pub(super) fn when_deciding(&self, turn: u16, seat: SeatId) -> &State {
        self.sealed
            .get(&(turn, seat))
            .or_else(|| self.resolved.get(&turn))
            .unwrap_or_else(|| self.last())
    }

    /// Why a seat did in a turn what it did, in its own words.
    pub(super) fn rationale(&self, turn: u16, seat: SeatId) -> Option<&'a str> {
        self.rationales.get(&(turn, seat)).copied()
    }

    /// Whether what a seat gave as its reason in a turn was said of a plan of several acts.
    pub(super) fn is_of_plan(&self, turn: u16, seat: SeatId) -> bool {
        let acts = self.plans.get(&(turn, seat));
        acts.is_some_and(|acts| *acts > 1)
    }

    /// Why a line that was no seal was written, by the place of its first event.
    pub(super) fn remark(&self, place: usize) -> Option<&'a str> {
        self.remarks.get(&place).copied()
    }
}

/// The moment of every event: its own where it has one, its cause's in the same turn, the turn's beginning before Resolve
/// and its end from then on.
fn times(record: Record<'_>, turns: &[u16]) -> Vec<ExerciseTime> {
    let scenario = record.playable.scenario();
    let mut times: Vec<ExerciseTime> = Vec::with_capacity(record.events.len());
    let mut step = Step::Setup;
    for (place, event) in record.events.iter().enumerate() {
        if let What::Entered { step: now, .. } = event.what {
            step = now;
        }
        let time = own_time(event).or_else(|| match event.cause {
            Cause::Event(EventNo(no)) => {
                let no = usize::try_from(no).ok()?;
                (turns.get(no) == turns.get(place)).then(|| times.get(no).copied())?
            }
            _ => None,
        });
        let card = scenario.turns.get(usize::from(turns[place]));
        let default = card.map_or_else(ExerciseTime::default, |card| {
            if step >= Step::Resolve {
                card.to
            } else {
                card.from
            }
        });
        times.push(time.unwrap_or(default));
    }
    times
}

fn own_time(event: &Event) -> Option<ExerciseTime> {
    match &event.what {
        What::Acted { at, .. }
        | What::Duties(
            DutyEvent::Started { at, .. }
            | DutyEvent::Met { at, .. }
            | DutyEvent::Late { at, .. }
            | DutyEvent::Determined { at, .. }
            | DutyEvent::Answered { at, .. },
        ) => Some(*at),
        What::Delivered { time, .. } => Some(*time),
        What::Entered { from, step, .. } if *step < Step::Resolve => Some(*from),
        _ => None,
    }
}
