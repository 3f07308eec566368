//! An author's test: a seed and choices that are given, and what must come of them. A file `tests/NAME.ron` beside a scenario.

use std::fmt::Write;
use std::sync::Arc;

use serde::Deserialize;
use serde::Serialize;

use crate::bots::Sealed;
use crate::engine::act::Act;
use crate::engine::event::Event;
use crate::engine::ledger::book::BookAct;
use crate::engine::lens::Lens;
use crate::engine::rejection::Rejection;
use crate::lab::stage::Everything;
use crate::lab::stage::Helm;
use crate::lab::stage::Stage;
use crate::lab::stage::Unwatched;
use crate::lab::stage::Watch;
use crate::model::EndingId;
use crate::model::SeatId;
use crate::model::id::Kind;
use crate::model::id::Names;
use crate::model::scenario::Scenario;
use crate::script::Playable;

/// An author's test.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// What it shows, in a sentence of the author's.
    #[serde(default)]
    pub about: String,
    /// The luck of the exercise.
    #[serde(default)]
    pub seed: u64,
    /// What is sealed; a seat that is given nothing in a turn holds.
    #[serde(default)]
    pub given: Vec<Given>,
    /// How it must end.
    #[serde(default)]
    pub ending: Option<EndingId>,
    /// Conditions that must hold at the end, as an author writes them anywhere.
    #[serde(default)]
    pub expect: Vec<String>,
}

/// What one seat seals in one turn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Given {
    pub turn: u16,
    pub seat: SeatId,
    pub acts: Vec<Act>,
}

/// What came of a test's choices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ran {
    pub ending: EndingId,
    /// What was given and could not be sealed in its turn.
    pub refused: Vec<(u16, SeatId, Act)>,
    pub events: Vec<Event>,
}

impl Case {
    /// Reads a test of a scenario.
    ///
    /// # Errors
    /// What is wrong, and where, as the reader of RON says it.
    pub fn read(text: &str, scenario: &Scenario) -> Result<Self, ron::error::SpannedError> {
        scenario.names.scope(|| ron_options().from_str(text))
    }

    /// The test as a file, one act a line.
    pub fn write(&self, scenario: &Scenario) -> String {
        scenario.names.scope(|| {
            let mut out = String::from("(\n");
            // Writing to a string does not fail.
            let _ = writeln!(out, "    about: {},", ron(&self.about));
            let _ = writeln!(out, "    seed: {},", self.seed);
            out.push_str("    given: [\n");
            for given in &self.given {
                let seat = ron(&given.seat);
                let _ = writeln!(out, "        (turn: {}, seat: {seat}, acts: [", given.turn);
                for act in &given.acts {
                    let _ = writeln!(out, "            {},", ron(act));
                }
                out.push_str("        ]),\n");
            }
            out.push_str("    ],\n");
            if let Some(ending) = &self.ending {
                let _ = writeln!(out, "    ending: {},", ron(ending));
            }
            let _ = writeln!(out, "    expect: {},", ron(&self.expect));
            out.push_str(")\n");
            out
        })
    }

    /// Plays it.
    ///
    /// # Errors
    /// If the rules refuse to go on.
    pub fn run(&self, playable: &Playable) -> Result<Ran, Rejection> {
        self.watched(playable, &mut Everything::default(), |kept| {
            std::mem::take(&mut kept.0)
        })
    }

    /// Plays it while somebody looks on, without the events.
    pub(super) fn reaches(&self, playable: &Playable) -> Option<EndingId> {
        let ran = self.watched(playable, &mut Unwatched, |_| Vec::new());
        ran.ok().map(|ran| ran.ending)
    }

    fn watched<W: Watch>(
        &self,
        playable: &Playable,
        watch: &mut W,
        events: impl FnOnce(&mut W) -> Vec<Event>,
    ) -> Result<Ran, Rejection> {
        let mut stage = Stage::new(playable, self.seed);
        let mut helm = Reciting {
            case: self,
            refused: Vec::new(),
        };
        stage.finish(&mut helm, watch)?;
        Ok(Ran {
            ending: stage.truth().ending().unwrap_or(EndingId(0)),
            refused: helm.refused,
            events: events(watch),
        })
    }
}

/// An act as a test has it.
pub fn written(act: &Act, scenario: &Scenario) -> String {
    scenario.names.scope(|| ron(act))
}

/// An act that is written as in a test; those of the book's ledgers may stand without `Book`. `None` if there is no such act,
/// or it is about something that is not in the scenario.
pub fn read_act(text: &str, scenario: &Scenario) -> Option<Act> {
    scenario.names.scope(|| {
        let options = ron_options();
        let own = options.from_str::<Act>(text);
        own.or_else(|_| options.from_str::<BookAct>(text).map(Act::Book))
            .ok()
    })
}

/// The ids in an act that is written as in a test, in the order in which they stand; none if it is no act.
pub fn ids_of_act(text: &str, names: &Arc<Names>) -> Vec<(Kind, u16)> {
    let options = ron_options();
    let (own, ids) = names.noting(|| options.from_str::<Act>(text).is_ok());
    if own {
        return ids;
    }
    let (is_of_book, ids) = names.noting(|| options.from_str::<BookAct>(text).is_ok());
    if is_of_book { ids } else { Vec::new() }
}

/// How RON is written here, as in the scenario's own files.
fn ron_options() -> ron::Options {
    ron::Options::default()
        .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
        .with_default_extension(ron::extensions::Extensions::UNWRAP_NEWTYPES)
}

/// A value as RON on one line. Ids are written as words, which the names in scope give.
fn ron(value: &impl Serialize) -> String {
    ron_options().to_string(value).unwrap_or_default()
}

/// Seals what a test gives, as far as the rules allow.
struct Reciting<'a> {
    case: &'a Case,
    refused: Vec<(u16, SeatId, Act)>,
}

impl Helm for Reciting<'_> {
    const ASKS: bool = false;

    fn seal(&mut self, lens: &Lens<'_>, seat: SeatId, sealed: &mut Sealed) {
        let turn = lens.turn();
        let given = self.case.given.iter();
        let mut given = given.filter(|given| given.turn == turn && given.seat == seat);
        let Some(given) = given.next() else {
            return;
        };
        let acts = &mut sealed.acts;
        if lens.judge(seat, &given.acts).is_ok() {
            acts.clone_from(&given.acts);
            return;
        }
        for act in &given.acts {
            acts.push(*act);
            if lens.judge(seat, acts).is_err() {
                acts.pop();
                self.refused.push((turn, seat, *act));
            }
        }
    }
}
