//! One course as a person reads it: turn by turn what was chosen, what came, and where the numbers stood.

use std::collections::BTreeMap;

use crate::engine::State;
use crate::engine::apply;
use crate::engine::event::Event;
use crate::engine::event::Step;
use crate::engine::event::What;
use crate::engine::lens::Lens;
use crate::engine::tell::Teller;
use crate::engine::truth::Truth;
use crate::engine::view::SeatView;
use crate::engine::view::Subject;
use crate::lab::whatif::course::Course;
use crate::lab::whatif::outcome::Outcome;
use crate::lab::whatif::past::Past;
use crate::model::SeatId;
use crate::text::SafeText;
use crate::text::Words;

/// A course, read.
#[derive(Clone, Debug)]
pub struct Path {
    pub turns: Vec<TurnCard>,
    pub outcome: Outcome,
    /// The ending's title; empty if there is none yet.
    pub ending: SafeText,
}

/// One turn of a course.
#[derive(Clone, Debug, Default)]
pub struct TurnCard {
    pub turn: u16,
    /// What took effect, by seat in roster order.
    pub acts: Vec<(SeatId, SafeText)>,
    /// What arrived, by title.
    pub injects: Vec<SafeText>,
    /// Where the numbers stood at the turn's end: label and value.
    pub numbers: BTreeMap<Subject, (SafeText, SafeText)>,
}

impl Path {
    /// Reads a course.
    pub fn of(past: &Past, course: &Course, words: &Words) -> Self {
        let scenario = past.playable().scenario();
        let teller = Teller { scenario, words };
        let events: Vec<&Event> = course.lines.iter().flat_map(|line| &line.events).collect();
        let all: Vec<Event> = events.iter().map(|event| (*event).clone()).collect();
        let mut state = State::new(scenario, past.seed());
        let mut turns: Vec<TurnCard> = Vec::new();
        for (place, event) in all.iter().enumerate() {
            apply(&mut state, event);
            match &event.what {
                What::Entered { turn, step, .. } => {
                    if turns.last().is_none_or(|card| card.turn != *turn) {
                        let turn = *turn;
                        turns.push(TurnCard {
                            turn,
                            ..TurnCard::default()
                        });
                    }
                    if *step == Step::Reveal
                        && let Some(card) = turns.last_mut()
                    {
                        card.numbers = numbers(past, &state, &all[..=place], words);
                    }
                }
                What::Acted { seat, act, .. } => {
                    if let Some(card) = turns.last_mut() {
                        card.acts.push((*seat, teller.act(act)));
                    }
                }
                What::Delivered { inject, .. } => {
                    if let Some(card) = turns.last_mut() {
                        let row = &scenario.injects[inject.index()];
                        card.injects.push(row.title.clone());
                    }
                }
                _ => {}
            }
        }
        for card in &mut turns {
            card.acts.sort_by_key(|(seat, _)| *seat);
        }
        let outcome = Outcome::of(Truth::new(past.playable(), &course.end));
        let ending = outcome.ending;
        Self {
            turns,
            ending: ending
                .map(|ending| scenario.endings[ending.index()].title.clone())
                .unwrap_or_default(),
            outcome,
        }
    }
}

/// Every number that any seat can see, as all of them at one table would.
fn numbers(
    past: &Past,
    state: &State,
    events: &[Event],
    words: &Words,
) -> BTreeMap<Subject, (SafeText, SafeText)> {
    let scenario = past.playable().scenario();
    let seats: Vec<SeatId> = scenario.seats.iter().map(|seat| seat.id).collect();
    let lens = Lens::new(past.playable(), state, &seats);
    let view = SeatView::of(&lens, events, words);
    let mut numbers = BTreeMap::new();
    for panel in view.panels {
        for row in panel.rows {
            // At a table of all seats, whose trust it is has to be said.
            let label = match row.subject {
                Subject::Trust(from, to) => SafeText::joined(
                    [
                        &scenario.actors[from.index()].short,
                        &scenario.actors[to.index()].short,
                    ],
                    " → ",
                ),
                _ => row.label,
            };
            let args = [
                ("panel", panel.title.clone().into()),
                ("label", label.into()),
            ];
            let label = words.fill("whatif-number", &args);
            numbers.entry(row.subject).or_insert((label, row.shown));
        }
    }
    numbers
}
