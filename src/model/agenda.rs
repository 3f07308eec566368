//! What can come in each turn: looked up instead of going through everything that a scenario has.

use crate::model::DecisionId;
use crate::model::InjectId;
use crate::model::decision::Decision;
use crate::model::msel::Inject;
use crate::model::msel::Status;

/// By turn, in the scenario's order: the injects that may be delivered and the decisions that may open.
#[derive(Clone, Debug, Default)]
pub struct Agenda {
    injects: Vec<Vec<InjectId>>,
    decisions: Vec<Vec<DecisionId>>,
}

impl Agenda {
    /// The agenda of so many turns, 0 among them.
    pub fn new(turns: usize, injects: &[Inject], decisions: &[Decision]) -> Self {
        let mut agenda = Self {
            injects: vec![Vec::new(); turns],
            decisions: vec![Vec::new(); turns],
        };
        for inject in injects {
            let when = &inject.when;
            if inject.status == Status::Approved && !when.by_hand {
                for turn in window(&mut agenda.injects, when.from, when.to) {
                    turn.push(inject.id);
                }
            }
        }
        for decision in decisions {
            let opens = &decision.opens;
            for turn in window(&mut agenda.decisions, opens.from, opens.to) {
                turn.push(decision.id);
            }
        }
        agenda
    }

    /// The injects whose window a turn lies in, if they come by themselves.
    pub fn injects(&self, turn: u16) -> &[InjectId] {
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
