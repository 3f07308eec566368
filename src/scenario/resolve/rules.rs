//! When/then rows, endings, objectives.

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::model::EndingId;
use crate::model::ObjectiveId;
use crate::model::RuleId;
use crate::model::TaskId;
use crate::model::id::Kind;
use crate::model::scenario::CriticalTask;
use crate::model::scenario::Ending;
use crate::model::scenario::Objective;
use crate::model::scenario::Rule;
use crate::scenario::file;
use crate::scenario::resolve::Resolver;

impl Resolver<'_> {
    pub(super) fn rules(&mut self, rules: &[file::Rule]) -> Vec<Rule> {
        rules.iter().map(|rule| self.rule(rule)).collect()
    }

    fn rule(&mut self, rule: &file::Rule) -> Rule {
        let last = self.last_turn();
        let (from, to) = rule.turn.as_ref().map_or((1, last), |turn| {
            let (from, to) = self.window(turn);
            if to > last {
                let wrong = crate::scenario::read::out_of_range(
                    &to.to_string(),
                    0,
                    i64::from(last),
                    turn.span,
                );
                self.tell(wrong);
            }
            (from, to)
        });
        Rule {
            id: RuleId(self.own(Kind::Rule, &rule.id)),
            actor: rule.actor.as_ref().map(|actor| self.actor(actor)),
            condition: self.condition(rule.when.as_ref()),
            from,
            to,
            chance: self.chance(rule.chance.as_ref(), 1000),
            once: rule.once,
            cooldown: self.count(rule.cooldown.as_ref(), 1, 1, 1000),
            effects: self.effects(&rule.effects),
            why: self.line(&rule.why, "why"),
        }
    }

    pub(super) fn endings(&mut self, endings: &[file::Ending]) -> Vec<Ending> {
        let certain = endings.iter().position(|ending| ending.when.is_none());
        match certain {
            None => {
                if let Some(last) = endings.last() {
                    self.tell(Diagnostic::new(Code::NoFallbackEnding, last.id.span));
                }
            }
            Some(certain) => {
                let earlier = &endings[certain].id;
                for ending in &endings[certain + 1..] {
                    let wrong = Diagnostic::new(Code::EndingShadowed, ending.id.span)
                        .with("name", &ending.id.value)
                        .with("earlier", &earlier.value);
                    self.tell(wrong.label(earlier.span, "diag-label-earlier"));
                }
            }
        }
        let one = |resolver: &mut Self, ending: &file::Ending| Ending {
            id: EndingId(resolver.own(Kind::Ending, &ending.id)),
            title: resolver.line(&ending.title, "title"),
            text: resolver.block(&ending.text, "text"),
            note: resolver.block_or_none(ending.note.as_ref()),
            condition: resolver.condition(ending.when.as_ref()),
            early: ending.early,
        };
        endings.iter().map(|ending| one(self, ending)).collect()
    }

    /// All critical tasks in the order of the objectives, and the objectives.
    pub(super) fn objectives(
        &mut self,
        objectives: &[file::Objective],
    ) -> (Vec<CriticalTask>, Vec<Objective>) {
        let mut tasks = Vec::new();
        let objectives = objectives
            .iter()
            .map(|objective| self.objective(objective, &mut tasks))
            .collect();
        (tasks, objectives)
    }

    fn objective(
        &mut self,
        objective: &file::Objective,
        tasks: &mut Vec<CriticalTask>,
    ) -> Objective {
        let id = ObjectiveId(self.own(Kind::Objective, &objective.id));
        let first = tasks.len();
        for task in &objective.tasks {
            let whole = format!("{}.{}", objective.id.value, task.id.value);
            tasks.push(CriticalTask {
                id: TaskId(self.ids.names.find(Kind::Task, &whole).unwrap_or_default()),
                objective: id,
                text: self.line(&task.text, "text"),
                evidence: self.condition(task.evidence.as_ref()),
            });
        }
        Objective {
            id,
            text: self.line(&objective.text, "text"),
            seats: objective.seats.iter().map(|seat| self.seat(seat)).collect(),
            tasks: tasks[first..].iter().map(|task| task.id).collect(),
        }
    }
}
