//! Where luck decided: what a die had to do with something that happened, in words.

use crate::engine::act::Act;
use crate::engine::event::Cause;
use crate::engine::event::EngineRule;
use crate::engine::event::Event;
use crate::engine::event::What;
use crate::engine::ledger::book::BookEvent;
use crate::engine::ledger::facts::FactEvent;
use crate::engine::ledger::spread::SpreadEvent;
use crate::engine::ledger::statements;
use crate::engine::tell::Teller;
use crate::model::effect::Effect;
use crate::text::SafeText;

impl Teller<'_> {
    /// What a die had to do with an event; `None` where none was rolled for it. An author's odds are told only to
    /// whoever knows everything.
    pub(in crate::engine) fn luck(&self, event: &Event, knows_all: bool) -> Option<SafeText> {
        if let Some(odds) = self.odds(event) {
            return Some(if knows_all {
                self.fill("cause-die-odds", &[("odds", odds.into())])
            } else {
                self.words.say("cause-die")
            });
        }
        let key = match event.cause {
            _ if is_rolled(&event.what) => "cause-die",
            _ if self.drew(&event.what) => "cause-die-lot",
            Cause::Engine(rule) if rule.is_rolled() => "cause-die-part",
            _ => return None,
        };
        Some(self.words.say(key))
    }

    /// The odds that were rolled against, per mille, where the scenario or the event says them.
    fn odds(&self, event: &Event) -> Option<i32> {
        let odds = match (event.cause, &event.what) {
            (Cause::Inject(inject), _) => {
                i32::from(self.scenario.injects[inject.index()].when.chance)
            }
            (Cause::Rule(rule), _) => i32::from(self.scenario.rules[rule.index()].chance),
            (_, What::Spread(SpreadEvent::RequestAnswered { odds, .. })) => *odds,
            (_, What::Book(BookEvent::Statements(statements::Event::Retaliated { odds, .. }))) => {
                *odds
            }
            _ => return None,
        };
        (1..1000).contains(&odds).then_some(odds)
    }

    /// Whether something was drawn among the effects of what happened.
    fn drew(&self, what: &What) -> bool {
        let scenario = self.scenario;
        match what {
            What::Acted {
                act: Act::Answer { choice },
                ..
            } => draws(&scenario.choices[choice.index()].effects),
            What::Acted {
                act: Act::Take { action },
                ..
            } => draws(&scenario.actions[action.index()].effects),
            What::Delivered { inject, .. } => draws(&scenario.injects[inject.index()].effects),
            What::RuleFired { rule, .. } => draws(&scenario.rules[rule.index()].effects),
            _ => false,
        }
    }
}

/// Whether an event is itself what a roll came to.
fn is_rolled(what: &What) -> bool {
    matches!(
        what,
        What::Declined { .. }
            | What::Facts(FactEvent::Misfired { .. })
            | What::Spread(SpreadEvent::Objected { .. } | SpreadEvent::Agreed { .. })
            | What::Book(BookEvent::Statements(
                statements::Event::Mistranslated { .. } | statements::Event::LeakFound { .. }
            ))
    )
}

/// Whether a list of effects has a draw in it.
fn draws(effects: &[Effect]) -> bool {
    effects.iter().any(|effect| match effect {
        Effect::Draw { .. } => true,
        Effect::Later { effects, .. } => draws(effects),
        Effect::If {
            then, otherwise, ..
        } => draws(then) || draws(otherwise),
        _ => false,
    })
}

impl EngineRule {
    /// Whether a die decides if, when or how much this rule moves.
    fn is_rolled(self) -> bool {
        match self {
            EngineRule::Growth
            | EngineRule::Crossing
            | EngineRule::Dependence
            | EngineRule::Aftermath
            | EngineRule::Surfacing
            | EngineRule::Discovery
            | EngineRule::Desk
            | EngineRule::Instructions
            | EngineRule::Rumour
            | EngineRule::Staleness
            | EngineRule::Misunderstanding
            | EngineRule::Approval
            | EngineRule::Extortion
            | EngineRule::Routine
            | EngineRule::Leaking
            | EngineRule::Localising
            | EngineRule::Racing
            | EngineRule::Deploying
            | EngineRule::Disclosing
            | EngineRule::Adversary
            | EngineRule::TearLine
            | EngineRule::AccusedAnswers
            | EngineRule::Deterrence
            | EngineRule::Unmasking
            | EngineRule::CourtTime => true,
            EngineRule::Fading
            | EngineRule::Settling
            | EngineRule::Recovery
            | EngineRule::Deadline
            | EngineRule::Trigger
            | EngineRule::Agenda
            | EngineRule::PenHolder
            | EngineRule::Assent
            | EngineRule::Calming
            | EngineRule::Pressure
            | EngineRule::Silence
            | EngineRule::Correspondence
            | EngineRule::Threshold
            | EngineRule::Fatigue
            | EngineRule::Helping
            | EngineRule::Lapsing
            | EngineRule::Held
            | EngineRule::HeldByOrder
            | EngineRule::QuietWork
            | EngineRule::Chill
            | EngineRule::GateTime => false,
        }
    }
}
