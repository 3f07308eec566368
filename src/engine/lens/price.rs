//! What an act costs anybody, before distance and policy.

use crate::engine::act::Act;
use crate::engine::lens::Lens;
use crate::model::decision::Cost;

impl Lens<'_> {
    /// What an act costs the first of these seats.
    pub fn cost(&self, act: &Act) -> Cost {
        match self.seats().first() {
            Some(seat) => self.price(*seat, act),
            None => self.base_cost(act),
        }
    }

    /// What an act costs anybody.
    pub(super) fn base_cost(&self, act: &Act) -> Cost {
        let scenario = self.scenario();
        let facts = &scenario.fact_rules;
        let hours = match *act {
            Act::Answer { choice } => return scenario.choices[choice.index()].cost,
            Act::Take { action } => return scenario.actions[action.index()].cost,
            Act::Book(act) => return act.cost(self),
            Act::Share { .. } => facts.share_hours,
            Act::Derive { .. } => facts.derive_hours,
            Act::AskRelabel { .. } => facts.relabel_hours,
            Act::Advise { .. } => facts.advise_hours,
            Act::Analyse { .. } => facts.analyse_hours,
            Act::Ask { .. } => facts.ask_hours,
            Act::RequestContainment { .. } => scenario.spread.contain_hours,
            Act::Notify { .. } => scenario.harm.notify_hours,
            Act::Report { .. }
            | Act::Determine { .. }
            | Act::AskExtension { .. }
            | Act::Respond { .. } => self.duty_hours(act),
            Act::KeepInTouch { .. } => scenario.trust.contact_hours,
            Act::Hold => 0,
        };
        Cost { hours, capital: 0 }
    }
}
