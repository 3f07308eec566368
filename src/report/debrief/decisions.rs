//! The decision record: time, inject, options, owner, decision, rationale, follow-up.

use crate::engine::act::Act;
use crate::engine::event::Cause;
use crate::engine::event::What;
use crate::model::ChoiceId;
use crate::model::DecisionId;
use crate::model::SeatId;
use crate::report::debrief::DecisionRecord;
use crate::report::debrief::OptionPart;
use crate::report::debrief::build::Maker;
use crate::text::SafeText;

impl Maker<'_> {
    pub(super) fn decisions(&self) -> Vec<DecisionRecord> {
        let mut records = Vec::new();
        for (place, event) in self.events.iter().enumerate() {
            match &event.what {
                What::Acted {
                    seat,
                    act,
                    hours,
                    capital,
                    ..
                } => {
                    let mut record = self.decision(place, *seat, *act);
                    (record.hours, record.capital) = (*hours, *capital);
                    record.followed = self.came_of(place);
                    records.push(record);
                }
                What::Lapsed { seat, act } => {
                    let mut record = self.decision(place, *seat, *act);
                    record.lapsed = true;
                    records.push(record);
                }
                What::Closed {
                    decision,
                    choice: Some(choice),
                } if matches!(event.cause, Cause::Engine(_)) => {
                    let seat = self.scenario.decisions[decision.index()].seat;
                    let act = Act::Answer { choice: *choice };
                    let mut record = self.decision(place, seat, act);
                    record.by_default = true;
                    record.rationale = SafeText::empty();
                    record.followed = self.came_of(place);
                    records.push(record);
                }
                _ => {}
            }
        }
        records
    }

    fn came_of(&self, place: usize) -> Vec<SafeText> {
        let of = self.graph.descendants(place);
        self.graph.followed(&of, &self.course.weights, self.teller)
    }

    fn decision(&self, place: usize, seat: SeatId, act: Act) -> DecisionRecord {
        let at = self.at(place);
        let family = act.family(self.scenario);
        let (question, inject, note, options) = match act {
            Act::Answer { choice } => {
                let row = &self.scenario.choices[choice.index()];
                let decision = &self.scenario.decisions[row.decision.index()];
                (
                    decision.title.clone(),
                    self.put_by(row.decision),
                    row.note.clone(),
                    decision
                        .choices
                        .iter()
                        .map(|option| self.option(*option, choice))
                        .collect(),
                )
            }
            Act::Take { action } => {
                let row = &self.scenario.actions[action.index()];
                (
                    SafeText::empty(),
                    SafeText::empty(),
                    row.note.clone(),
                    Vec::new(),
                )
            }
            _ => (
                SafeText::empty(),
                SafeText::empty(),
                SafeText::empty(),
                Vec::new(),
            ),
        };
        let rationale = self.course.rationale(at.turn, seat);
        DecisionRecord {
            seat: self.teller.seat(seat).clone(),
            holder: self.holder(seat).0,
            is_own: self.is_own(seat),
            question,
            inject,
            choice: self.teller.act(&act),
            family,
            family_word: self.family(family),
            by_default: false,
            lapsed: false,
            hours: 0,
            capital: 0,
            rationale: rationale.map(|text| self.voice(text)).unwrap_or_default(),
            is_of_plan: self.course.is_of_plan(at.turn, seat),
            note,
            options,
            followed: Vec::new(),
            at,
        }
    }

    /// The inject that put a question, as the MSEL numbers it; else that the agenda did.
    fn put_by(&self, decision: DecisionId) -> SafeText {
        let opens = &self.scenario.decisions[decision.index()].opens;
        match opens.after {
            Some(inject) => {
                let row = &self.scenario.injects[inject.index()];
                let args = [
                    ("number", (&row.number).into()),
                    ("title", (&row.title).into()),
                ];
                self.fill("debrief-put-by", &args)
            }
            None => self.words.say("debrief-put-by-agenda"),
        }
    }

    fn option(&self, option: ChoiceId, taken: ChoiceId) -> OptionPart {
        let row = &self.scenario.choices[option.index()];
        OptionPart {
            label: row.label.clone(),
            taken: option == taken,
            family: row.family,
            family_word: self.family(row.family),
            technical: row.advisers.technical.clone(),
            legal: row.advisers.legal.clone(),
            political: row.advisers.political.clone(),
            note: row.note.clone(),
        }
    }
}
