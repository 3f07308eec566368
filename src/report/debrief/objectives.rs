//! Objectives, their critical tasks, and the rating that the evidence proposes.

use crate::engine::command::Rating;
use crate::engine::command::Role;
use crate::engine::event::What;
use crate::model::ObjectiveId;
use crate::model::TaskId;
use crate::model::scenario::CriticalTask;
use crate::report::debrief::NotePart;
use crate::report::debrief::ObjectivePart;
use crate::report::debrief::TaskPart;
use crate::report::debrief::build::Maker;
use crate::text::SafeText;

impl Maker<'_> {
    pub(super) fn objectives(&self) -> Vec<ObjectivePart> {
        let objectives = self.scenario.objectives.iter();
        objectives
            .map(|objective| ObjectivePart {
                text: objective.text.clone(),
                seats: objective
                    .seats
                    .iter()
                    .map(|seat| self.teller.seat(*seat).clone())
                    .collect(),
                tasks: objective
                    .tasks
                    .iter()
                    .map(|task| self.task(&self.scenario.tasks[task.index()]))
                    .collect(),
                exercised_by: self.exercised_by(objective.id),
            })
            .collect()
    }

    fn task(&self, task: &CriticalTask) -> TaskPart {
        let evidence = task
            .evidence
            .and_then(|expr| self.truth_at_end().eval(expr))
            .map(|value| value != 0);
        let proposed = match evidence {
            Some(true) => Some(Rating::P),
            // An exercise that still runs may yet bring it.
            Some(false) if self.truth_at_end().ending().is_some() => Some(Rating::U),
            _ => None,
        };
        let rated = self.rated(task.id);
        TaskPart {
            text: task.text.clone(),
            evidence,
            since: self.held_since(task),
            proposed,
            proposed_word: proposed.map_or_else(
                || self.words.say("debrief-for-the-evaluator"),
                |rating| self.rating(rating),
            ),
            rated,
            rated_word: rated.map(|rating| self.rating(rating)).unwrap_or_default(),
            remarks: self.remarks(task.id),
        }
    }

    /// The turn from whose end on the evidence held until the exercise's end.
    fn held_since(&self, task: &CriticalTask) -> Option<u16> {
        let evidence = task.evidence?;
        let mut since = None;
        for (truth, (turn, _)) in self.truths().zip(&self.course.ends).skip(1) {
            let holds = truth.eval(evidence).is_some_and(|value| value != 0);
            since = match (holds, since) {
                (true, None) => Some(*turn),
                (true, since) => since,
                (false, _) => None,
            };
        }
        since
    }

    /// The last rating an evaluator, or else anybody, gave.
    fn rated(&self, of: TaskId) -> Option<Rating> {
        let ratings = || {
            self.events
                .iter()
                .rev()
                .filter_map(|event| match &event.what {
                    What::Noted {
                        by,
                        about: Some(task),
                        rating: Some(rating),
                        ..
                    } if *task == of => Some((*by, *rating)),
                    _ => None,
                })
        };
        ratings()
            .find(|(by, _)| *by == Role::Evaluator)
            .or_else(|| ratings().next())
            .map(|(_, rating)| rating)
    }

    fn remarks(&self, of: TaskId) -> Vec<SafeText> {
        let noted = self.events.iter().filter_map(|event| match &event.what {
            What::Noted {
                about: Some(task),
                text,
                ..
            } if *task == of && !text.is_empty() => Some(self.voice(text)),
            _ => None,
        });
        noted.collect()
    }

    /// The decisions that opened and the injects that arrived for an objective.
    fn exercised_by(&self, objective: ObjectiveId) -> Vec<SafeText> {
        let mut by = Vec::new();
        for event in self.events {
            let title = match event.what {
                What::Opened { decision, .. } => {
                    let row = &self.scenario.decisions[decision.index()];
                    row.objectives.contains(&objective).then_some(&row.title)
                }
                What::Delivered { inject, .. } => {
                    let row = &self.scenario.injects[inject.index()];
                    row.objectives.contains(&objective).then_some(&row.title)
                }
                _ => None,
            };
            by.extend(title.cloned());
        }
        by
    }

    /// A rating in HSEEP's words.
    pub(super) fn rating(&self, rating: Rating) -> SafeText {
        self.words.say(match rating {
            Rating::P => "debrief-rating-p",
            Rating::S => "debrief-rating-s",
            Rating::M => "debrief-rating-m",
            Rating::U => "debrief-rating-u",
        })
    }

    pub(super) fn notes(&self) -> Vec<NotePart> {
        let mut notes = Vec::new();
        for (place, event) in self.events.iter().enumerate() {
            if let What::Noted {
                by,
                about,
                rating,
                text,
            } = &event.what
            {
                let task = about.map(|task| self.scenario.tasks[task.index()].text.clone());
                notes.push(NotePart {
                    at: self.at(place),
                    by: self.role(*by),
                    about: task.unwrap_or_default(),
                    rating: *rating,
                    rating_word: rating.map(|rating| self.rating(rating)).unwrap_or_default(),
                    text: self.voice(text),
                });
            }
        }
        notes
    }

    fn role(&self, role: Role) -> SafeText {
        self.words.say(match role {
            Role::Player => "debrief-role-player",
            Role::Facilitator => "debrief-role-facilitator",
            Role::Controller => "debrief-role-controller",
            Role::Evaluator => "debrief-role-evaluator",
            Role::Observer => "debrief-role-observer",
        })
    }
}
