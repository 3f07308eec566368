//! What can come in each turn: looked up instead of going through everything that a scenario has.

use crate::model::DecisionId;
use crate::model::InjectId;
use crate::model::id::Kind;
use crate::model::msel::Status;
use crate::model::scenario::Scenario;

/// By turn, in the scenario's order: the injects that may be delivered and the decisions that may open.
#[derive(Clone, Debug, Default)]
pub struct Agenda {
    injects: Vec<Vec<Row>>,
    decisions: Vec<Vec<DecisionId>>,
}

/// An inject that may be delivered, and all that its luck depends on.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    pub inject: InjectId,
    /// The hash of its word.
    pub word: u64,
    /// Per mille.
    pub chance: u16,
}

impl Agenda {
    /// The agenda of a scenario's turns.
    pub fn new(scenario: &Scenario) -> Self {
        let turns = scenario.turns.len();
        let mut agenda = Self {
            injects: vec![Vec::new(); turns],
            decisions: vec![Vec::new(); turns],
        };
        for inject in &scenario.injects {
            let when = &inject.when;
            if inject.status == Status::Approved && !when.by_hand {
                let row = Row {
                    inject: inject.id,
                    word: scenario.names.hash(Kind::Inject, inject.id.0),
                    chance: when.chance,
                };
                for turn in window(&mut agenda.injects, when.from, when.to) {
                    turn.push(row);
                }
            }
        }
        for decision in &scenario.decisions {
            let opens = &decision.opens;
            for turn in window(&mut agenda.decisions, opens.from, opens.to) {
                turn.push(decision.id);
            }
        }
        agenda
    }

    /// The injects whose window a turn lies in, if they come by themselves.
    pub fn injects(&self, turn: u16) -> &[Row] {
        self.injects
            .get(usize::from(turn))
            .map_or(&[], Vec::as_slice)
    }

    /// The decisions that may open in a turn.
    pub fn decisions(&self, turn: u16) -> &[DecisionId] {
        self.decisions
            .get(usize::from(turn))
            .map_or(&[], Vec::as_slice)
    }
}

/// The turns of a window, as far as there are any.
fn window<T>(turns: &mut [T], from: u16, to: u16) -> &mut [T] {
    let end = usize::from(to).saturating_add(1).min(turns.len());
    let start = usize::from(from).min(end);
    &mut turns[start..end]
}
