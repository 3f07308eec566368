//! What a search is after: something a batch did not show, and how far a state is from it.

use crate::engine::event::Step;
use crate::engine::truth::Truth;
use crate::model::ActionId;
use crate::model::ChoiceId;
use crate::model::EndingId;
use crate::model::ExprId;
use crate::model::FunctionId;
use crate::model::InjectId;
use crate::model::RuleId;
use crate::model::effect;
use crate::model::effect::Effect;
use crate::model::scenario::Scenario;
use crate::script::Gap;

/// What stands before the condition itself counts so much.
const BEFORE: i64 = 1000;

/// Something that was not seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    Ending(EndingId),
    Inject(InjectId),
    /// A choice that could never be taken.
    Choice(ChoiceId),
    Rule(RuleId),
    Action(ActionId),
    /// A condition that was never seen to hold, of none of the above.
    Condition(ExprId),
}

/// How near a state is to a target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Nearness {
    /// 0 if all that it asks for holds.
    pub(super) size: i64,
    /// What must have happened before and has not: an inject, or that its decision is open.
    pub(super) before: Option<Before>,
    pub(super) gap: Gap,
}

/// What must have happened before the condition of a target is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Before {
    /// This inject has not come.
    Inject(InjectId),
    /// Its decision has not opened.
    Closed,
}

impl Target {
    /// How near a state is in which a step has just begun; `None` in a step or turn in which the target is not asked for.
    pub(super) fn nearness(self, truth: Truth<'_>, step: Step, ended: bool) -> Option<Nearness> {
        let scenario = truth.scenario();
        let turn = truth.turn();
        match self {
            Self::Ending(ending) => {
                let row = &scenario.endings[ending.index()];
                (ended || row.early && step == Step::Reveal).then(|| of(truth, row.condition, None))
            }
            Self::Inject(inject) => {
                let when = &scenario.injects[inject.index()].when;
                let before = when.after.and_then(|(after, _)| {
                    truth
                        .delivered(after)
                        .is_none()
                        .then_some(Before::Inject(after))
                });
                let is_time = step == Step::Brief && (when.from..=when.to).contains(&turn);
                is_time.then(|| of(truth, when.condition, before))
            }
            Self::Choice(choice) => {
                let row = &scenario.choices[choice.index()];
                let decision = &scenario.decisions[row.decision.index()];
                if truth.is_open(decision.id) {
                    return (step == Step::Commit).then(|| of(truth, row.condition, None));
                }
                let opens = &decision.opens;
                let is_time = step == Step::Brief && (opens.from..=opens.to).contains(&turn);
                is_time.then(|| of(truth, opens.condition, Some(Before::Closed)))
            }
            Self::Rule(rule) => {
                let row = &scenario.rules[rule.index()];
                let is_time = step == Step::Reveal && (row.from..=row.to).contains(&turn);
                is_time.then(|| of(truth, row.condition, None))
            }
            Self::Action(action) => {
                let row = &scenario.actions[action.index()];
                (step == Step::Commit).then(|| of(truth, row.condition, None))
            }
            Self::Condition(expr) => {
                matches!(step, Step::Brief | Step::Reveal).then(|| of(truth, Some(expr), None))
            }
        }
    }
}

/// The row that calls a script function first.
pub(super) fn caller(scenario: &Scenario, function: FunctionId) -> Option<Target> {
    let is_call = |effect: &Effect| matches!(effect, Effect::Call { function: called } if *called == function);
    let calls = |effects: &[Effect]| effect::any(effects, &is_call);
    let injects = scenario.injects.iter().filter(|row| calls(&row.effects));
    let choices = scenario.choices.iter().filter(|row| calls(&row.effects));
    let actions = scenario.actions.iter().filter(|row| calls(&row.effects));
    let rules = scenario.rules.iter().filter(|row| calls(&row.effects));
    let mut all = injects
        .map(|row| Target::Inject(row.id))
        .chain(choices.map(|row| Target::Choice(row.id)))
        .chain(actions.map(|row| Target::Action(row.id)))
        .chain(rules.map(|row| Target::Rule(row.id)));
    all.next()
}

fn of(truth: Truth<'_>, condition: Option<ExprId>, before: Option<Before>) -> Nearness {
    let gap = condition.map_or_else(Gap::default, |condition| truth.gap(condition));
    let size = gap.size + if before.is_some() { BEFORE } else { 0 };
    Nearness { size, before, gap }
}
