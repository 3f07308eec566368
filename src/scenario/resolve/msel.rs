//! Injects, decisions with their choices, and standing actions.

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Span;
use crate::model::ActionId;
use crate::model::ChoiceId;
use crate::model::DecisionId;
use crate::model::InjectId;
use crate::model::decision::Action;
use crate::model::decision::Advisers;
use crate::model::decision::Choice;
use crate::model::decision::Cost;
use crate::model::decision::Decision;
use crate::model::decision::Opens;
use crate::model::id::Kind;
use crate::model::ledger::Ledger;
use crate::model::marking::Marking;
use crate::model::marking::Tlp;
use crate::model::msel::ExpectedAction;
use crate::model::msel::Inject;
use crate::model::msel::Sender;
use crate::model::msel::When;
use crate::model::norm::Bearing;
use crate::model::norm::Norm;
use crate::model::time::ExerciseTime;
use crate::scenario::file;
use crate::scenario::file::Number;
use crate::scenario::file::Text;
use crate::scenario::resolve::Resolver;
use crate::scenario::resolve::values::marking;
use crate::text::Arg;
use crate::text::SafeText;

impl Resolver<'_> {
    pub(super) fn injects(&mut self, injects: &[file::Inject]) -> Vec<Inject> {
        injects
            .iter()
            .enumerate()
            .map(|(at, inject)| self.one_inject(at, inject))
            .collect()
    }

    fn one_inject(&mut self, at: usize, inject: &file::Inject) -> Inject {
        let number = match inject
            .number
            .as_ref()
            .filter(|number| !number.value.is_empty())
        {
            Some(number) => self.line(number, "number"),
            None => SafeText::line(&(at + 1).to_string()),
        };
        if inject.to.is_empty() {
            let wrong = Diagnostic::new(Code::EmptyList, inject.id.span).with("name", "to");
            self.tell(wrong);
        }
        let expected = inject.expected.iter().map(|expected| ExpectedAction {
            text: self.line(&expected.text, "text"),
            done: self.condition(expected.done.as_ref()),
        });
        let expected = expected.collect();
        if let Some(fact) = inject.facts.first() {
            self.needs(Ledger::Facts, fact.span);
        }
        Inject {
            id: InjectId(self.own(Kind::Inject, &inject.id)),
            number,
            when: self.when(inject),
            to: inject.to.iter().map(|actor| self.actor(actor)).collect(),
            from: self.sender(inject),
            channel: inject.channel,
            marking: inject.marking.map_or(Marking::Tlp(Tlp::Clear), marking),
            title: self.line(&inject.title, "title"),
            body: self.block(&inject.body, "body"),
            facts: inject.facts.iter().map(|fact| self.fact(fact)).collect(),
            effects: self.effects(&inject.effects),
            expected,
            objectives: self.objectives_named(&inject.objectives),
            norms: self.norms_named(&inject.norms),
            note: self.block_or_none(inject.note.as_ref()),
            contingency_of: inject.contingency_of.as_ref().map(|main| {
                self.not_itself(&inject.id, main, Kind::Inject);
                self.inject(main)
            }),
            status: inject.status.unwrap_or_default(),
        }
    }

    fn sender(&mut self, inject: &file::Inject) -> Sender {
        match (&inject.from, &inject.from_other) {
            (Some(actor), None) => Sender::Actor(self.actor(actor)),
            (None, Some(name)) => Sender::Other(self.line(name, "from_other")),
            (Some(_), Some(name)) => {
                let wrong = Diagnostic::new(Code::DuplicateField, name.span).with("name", "from");
                self.tell(wrong);
                Sender::Other(SafeText::default())
            }
            (None, None) => {
                let wrong = Diagnostic::new(Code::MissingField, inject.id.span);
                self.tell(
                    wrong
                        .with("what", Arg::Key("what-inject"))
                        .with("name", "from"),
                );
                Sender::Other(SafeText::default())
            }
        }
    }

    fn when(&mut self, inject: &file::Inject) -> When {
        let last = self.last_turn();
        let at = inject.at.as_ref().and_then(|at| {
            let time = ExerciseTime::parse(at.value.trim());
            if time.is_none() {
                self.bad_form(at, "expects-time");
            }
            time
        });
        let (mut from, mut to) = inject
            .turn
            .as_ref()
            .map_or((0, last), |turn| self.window(turn));
        if let Some(turn) = inject.turn.as_ref().filter(|_| from > last) {
            self.never_due(&inject.id, turn.span, Arg::from(from));
        }
        if let (Some(at), Some(text)) = (at, &inject.at) {
            let spans = |turn: u16| {
                self.turns
                    .get(usize::from(turn))
                    .is_some_and(|turn| turn.from <= at && at < turn.to)
            };
            match (from..=to.min(last)).find(|turn| spans(*turn)) {
                Some(turn) => (from, to) = (turn, turn),
                None if self.turns.last().is_some_and(|last| at >= last.to) => {
                    self.never_due(&inject.id, text.span, SafeText::line(&text.value).into());
                }
                None => {
                    let wrong = Diagnostic::new(Code::TimeOutsideTurns, text.span)
                        .with("name", &inject.id.value);
                    let wrong = wrong.with("when", &text.value);
                    let first = if self.has_prep { from } else { from.max(1) };
                    self.tell(wrong.with("from", first).with("to", to.min(last)));
                }
            }
        }
        let is_timed = inject.turn.is_some()
            || inject.at.is_some()
            || inject.when.is_some()
            || inject.after.is_some();
        if !is_timed && !inject.by_hand {
            self.tell(
                Diagnostic::new(Code::InjectWithoutTime, inject.id.span)
                    .with("name", &inject.id.value),
            );
        }
        let after = inject.after.as_ref().map(|after| {
            let text = Text {
                value: after.value.inject.clone(),
                span: after.span,
            };
            self.not_itself(&inject.id, &text, Kind::Inject);
            (
                self.inject(&text),
                self.count(after.value.turns.as_ref(), 1, 0, 100),
            )
        });
        When {
            from,
            to: to.min(last),
            at,
            condition: self.condition(inject.when.as_ref()),
            after,
            chance: self.chance(inject.chance.as_ref(), 1000),
            once: inject.once.unwrap_or(true),
            cooldown: self.count(inject.cooldown.as_ref(), 1, 1, 1000),
            by_hand: inject.by_hand,
        }
    }

    fn never_due(&mut self, id: &Text, span: Span, when: Arg) {
        let wrong = Diagnostic::new(Code::InjectNeverDue, span)
            .with("name", &id.value)
            .with("when", when);
        self.tell(wrong.with("last", self.last_turn()));
    }

    /// All choices in the order of the decisions, and the decisions.
    pub(super) fn decisions(
        &mut self,
        decisions: &[file::Decision],
    ) -> (Vec<Choice>, Vec<Decision>) {
        let mut choices = Vec::new();
        let decisions = decisions
            .iter()
            .map(|decision| self.decision(decision, &mut choices))
            .collect();
        (choices, decisions)
    }

    fn decision(&mut self, decision: &file::Decision, choices: &mut Vec<Choice>) -> Decision {
        let id = DecisionId(self.own(Kind::Decision, &decision.id));
        if decision.choices.len() < 2 {
            let wrong = Diagnostic::new(Code::TooFewChoices, decision.id.span)
                .with("name", &decision.id.value);
            self.tell(wrong.with("count", decision.choices.len()));
        }
        let first = choices.len();
        for choice in &decision.choices {
            let choice = self.choice(id, &decision.id, choice);
            choices.push(choice);
        }
        let whole = |choice: &Text| format!("{}.{}", decision.id.value, choice.value);
        let default = decision.default.as_ref().map(|choice| {
            ChoiceId(self.find_as(Kind::Choice, &whole(choice), &choice.value, choice.span))
        });
        Decision {
            id,
            seat: self.seat(&decision.seat),
            title: self.line(&decision.title, "title"),
            text: self.block(&decision.text, "text"),
            opens: self.opens(decision),
            stays: self.count(decision.stays.as_ref(), 1, 1, 100),
            choices: (first..choices.len())
                .map(|at| ChoiceId(choices[at].id.0))
                .collect(),
            default,
            objectives: self.objectives_named(&decision.objectives),
        }
    }

    fn opens(&mut self, decision: &file::Decision) -> Opens {
        let last = self.last_turn();
        let has_cause = decision.after.is_some() || decision.when.is_some();
        let (from, to) = match &decision.turn {
            Some(turn) => {
                let (from, to) = self.window(turn);
                if from > last {
                    let wrong = Diagnostic::new(Code::DecisionNobodyTakes, turn.span);
                    self.tell(
                        wrong
                            .with("name", &decision.id.value)
                            .with("when", from)
                            .with("last", last),
                    );
                }
                (from, to)
            }
            None => (u16::from(!has_cause), u16::MAX),
        };
        Opens {
            from,
            to,
            after: decision.after.as_ref().map(|inject| self.inject(inject)),
            condition: self.condition(decision.when.as_ref()),
        }
    }

    fn choice(&mut self, decision: DecisionId, of: &Text, choice: &file::Choice) -> Choice {
        let whole = format!("{}.{}", of.value, choice.id.value);
        let cost = self.cost(choice.hours.as_ref(), 0, choice.capital.as_ref());
        let is_idle = choice.effects.is_empty()
            && choice.norms.is_empty()
            && cost == Cost::default()
            && choice
                .note
                .as_ref()
                .is_none_or(|note| note.value.trim().is_empty());
        if is_idle {
            let wrong = Diagnostic::new(Code::ChoiceWithoutEffect, choice.id.span);
            self.tell(wrong.with("name", &choice.id.value));
        }
        Choice {
            id: ChoiceId(
                self.ids
                    .names
                    .find(Kind::Choice, &whole)
                    .unwrap_or_default(),
            ),
            decision,
            family: choice.family,
            label: self.line(&choice.label, "label"),
            text: self.block_or_none(choice.text.as_ref()),
            cost,
            condition: self.condition(choice.when.as_ref()),
            unless: self.line_or_none(choice.unless.as_ref()),
            effects: self.effects(&choice.effects),
            norms: self.bearings(&choice.norms),
            advisers: Advisers {
                technical: self.line_or_none(choice.technical.as_ref()),
                legal: self.line_or_none(choice.legal.as_ref()),
                political: self.line_or_none(choice.political.as_ref()),
            },
            note: self.block_or_none(choice.note.as_ref()),
            seen: self.line_or_none(choice.seen.as_ref()),
            intended_trap: choice.trap,
        }
    }

    fn cost(&mut self, hours: Option<&Number>, default: i32, capital: Option<&Number>) -> Cost {
        Cost {
            hours: self.number(hours, default, 0, 1000),
            capital: self.number(capital, 0, 0, 1000),
        }
    }

    fn bearings(&mut self, norms: &[(Text, Bearing)]) -> Vec<(Norm, Bearing)> {
        if let Some((norm, _)) = norms.first() {
            self.needs(Ledger::Norms, norm.span);
        }
        norms
            .iter()
            .map(|(norm, bearing)| (self.norm(norm), *bearing))
            .collect()
    }

    pub(super) fn actions(&mut self, actions: &[file::Action]) -> Vec<Action> {
        actions.iter().map(|action| self.action(action)).collect()
    }

    fn action(&mut self, action: &file::Action) -> Action {
        if action.seats.is_empty() {
            self.tell(Diagnostic::new(Code::EmptyList, action.id.span).with("name", "seats"));
        }
        let cooldown = self.count(action.cooldown.as_ref(), 0, 0, 1000);
        Action {
            id: ActionId(self.own(Kind::Action, &action.id)),
            family: action.family,
            seats: action.seats.iter().map(|seat| self.seat(seat)).collect(),
            label: self.line(&action.label, "label"),
            text: self.block_or_none(action.text.as_ref()),
            cost: self.cost(action.hours.as_ref(), 1, action.capital.as_ref()),
            condition: self.condition(action.when.as_ref()),
            unless: self.line_or_none(action.unless.as_ref()),
            cooldown: if action.once { u16::MAX } else { cooldown },
            in_prep: action.prep,
            effects: self.effects(&action.effects),
            norms: self.bearings(&action.norms),
            note: self.block_or_none(action.note.as_ref()),
            seen: self.line_or_none(action.seen.as_ref()),
        }
    }
}
