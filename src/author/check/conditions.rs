//! Every condition of a scenario, with the turns in which it is asked.

use crate::author::check::study::Row;
use crate::author::check::study::Study;
use crate::author::check::study::Within;
use crate::model::ExprId;
use crate::model::decision::Decision;
use crate::model::effect::Effect;
use crate::model::id::Kind;
use crate::script::Bounds;

/// A condition, the row that asks it and the first and last turn in which it does.
pub(super) struct Condition {
    pub(super) expr: ExprId,
    pub(super) row: Row,
    pub(super) turns: (u16, u16),
}

impl Condition {
    /// What it can give in its turns; nothing, if only running it would tell.
    pub(super) fn bounds(&self, study: &Study<'_>) -> Option<Bounds> {
        let turns = self.turns;
        study.playable.bounds(self.expr, &Within { study, turns })
    }
}

/// The turns in which a decision can be open.
pub(super) fn open(study: &Study<'_>, decision: &Decision) -> (u16, u16) {
    let (first, last) = study.turns();
    let to = decision.opens.to.min(last);
    let until = to
        .saturating_add(decision.stays.saturating_sub(1))
        .min(last);
    (decision.opens.from.max(first), until)
}

/// All of them but those that say whether an expected action was done.
pub(super) fn all(study: &Study<'_>) -> Vec<Condition> {
    let (scenario, turns) = (study.scenario, study.turns());
    let mut all = Vec::new();
    let mut add = |row: Row, expr: Option<ExprId>, turns: (u16, u16)| {
        all.extend(expr.map(|expr| Condition { expr, row, turns }));
    };
    for inject in &scenario.injects {
        let window = study.window(inject).unwrap_or(turns);
        add((Kind::Inject, inject.id.0), inject.when.condition, window);
    }
    for decision in &scenario.decisions {
        let row = (Kind::Decision, decision.id.0);
        let window = (
            decision.opens.from.max(turns.0),
            decision.opens.to.min(turns.1),
        );
        add(row, decision.opens.condition, window);
        let window = open(study, decision);
        for choice in &decision.choices {
            let condition = scenario.choices[choice.index()].condition;
            add((Kind::Choice, choice.0), condition, window);
        }
    }
    for action in &scenario.actions {
        add((Kind::Action, action.id.0), action.condition, turns);
    }
    for rule in &scenario.rules {
        add(
            (Kind::Rule, rule.id.0),
            rule.condition,
            (rule.from, rule.to),
        );
    }
    for ending in &scenario.endings {
        add((Kind::Ending, ending.id.0), ending.condition, turns);
    }
    for task in &scenario.tasks {
        add((Kind::Task, task.id.0), task.evidence, turns);
    }
    for duty in &scenario.duties {
        add((Kind::Duty, duty.id.0), duty.starts, turns);
        add((Kind::Duty, duty.id.0), duty.stops, turns);
    }
    study.each_effect(&mut |row, effect, _| {
        if let Effect::If { when, .. } = effect {
            add(row, Some(*when), turns);
        }
    });
    all
}
