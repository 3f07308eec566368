//! Where luck decided: what a die had to do with something that happened, in words.

use crate::engine::act::Act;
use crate::engine::adversary::AdversaryEvent;
use crate::engine::event::Cause;
use crate::engine::event::EngineRule;
use crate::engine::event::Event;
use crate::engine::event::What;
use crate::engine::ledger::book::BookEvent;
use crate::engine::ledger::capacity;
use crate::engine::ledger::capacity::Volunteers;
use crate::engine::ledger::contacts;
use crate::engine::ledger::disclosure;
use crate::engine::ledger::duties::DutyEvent;
use crate::engine::ledger::facts::FactEvent;
use crate::engine::ledger::mandate;
use crate::engine::ledger::mandate::Ransom;
use crate::engine::ledger::measures;
use crate::engine::ledger::spread::SpreadEvent;
use crate::engine::ledger::statements;
use crate::engine::tell::Teller;
use crate::model::effect;
use crate::model::effect::Effect;
use crate::model::scenario::Scenario;
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
            Cause::Engine(rule) if rule.is_always_rolled() => "cause-die-part",
            _ if is_rolled(event) || is_rolled_in_act(self.scenario, &event.what) => "cause-die",
            _ if self.drew(&event.what) => "cause-die-lot",
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

/// Whether an event is itself what a roll came to, where what causes it does not always roll.
fn is_rolled(event: &Event) -> bool {
    let what = match &event.what {
        What::Book(what) => what,
        What::Duties(DutyEvent::Answered { .. }) => {
            return event.cause == Cause::Engine(EngineRule::Desk);
        }
        What::Facts(FactEvent::Misfired { .. })
        | What::Spread(SpreadEvent::Objected { .. } | SpreadEvent::Agreed { .. })
        | What::Adversary(AdversaryEvent::Moved { .. }) => return true,
        _ => return false,
    };
    match (event.cause, what) {
        (_, BookEvent::Statements(what)) => matches!(
            what,
            statements::Event::Mistranslated { .. }
                | statements::Event::LeakFound { .. }
                | statements::Event::Approved { .. }
        ),
        (Cause::Engine(EngineRule::Disclosing), BookEvent::Disclosure(what)) => matches!(
            what,
            disclosure::Event::Withheld { .. }
                | disclosure::Event::Sold { .. }
                | disclosure::Event::Answered { .. }
                | disclosure::Event::Helped { .. }
        ),
        (Cause::Engine(EngineRule::Localising), BookEvent::Disclosure(what)) => {
            matches!(what, disclosure::Event::LawAdopted { .. })
        }
        (Cause::Engine(EngineRule::Routine), BookEvent::Capacity(what)) => matches!(
            what,
            capacity::Event::TicketsMoved { .. } | capacity::Event::Unearthed { .. }
        ),
        (Cause::Engine(EngineRule::Extortion), BookEvent::Mandate(what)) => matches!(
            what,
            mandate::Event::Ransom(Ransom::Paid { .. } | Ransom::Leaked { .. })
        ),
        _ => false,
    }
}

/// Whether what came of an act was rolled for, whoever's act it was.
fn is_rolled_in_act(scenario: &Scenario, what: &What) -> bool {
    let what = match what {
        What::Book(what) => what,
        What::Facts(what) => {
            return matches!(
                what,
                FactEvent::RelabelRefused { .. } | FactEvent::SourceExposed { .. }
            );
        }
        What::Duties(what) => {
            return matches!(what, DutyEvent::Extended { .. } | DutyEvent::Leaked { .. });
        }
        _ => return false,
    };
    match what {
        BookEvent::Contacts(what) => match *what {
            // Somebody at the table decides for itself.
            contacts::Event::Linked { b, bond, .. } => {
                let is_answered = bond != contacts::Bond::Door && !scenario.is_seated(b);
                bond == contacts::Bond::Found || is_answered
            }
            contacts::Event::NotAgreed { .. } => true,
            contacts::Event::DeadEnd { searching, .. } => searching,
            _ => false,
        },
        BookEvent::Mandate(what) => {
            matches!(what, mandate::Event::Ransom(Ransom::Tried { .. }))
        }
        BookEvent::Measures(what) => matches!(what, measures::Event::BadlyDrafted { .. }),
        BookEvent::Capacity(capacity::Event::Volunteers(what)) => matches!(
            what,
            Volunteers::StayedHome { .. } | Volunteers::WentWrong { .. }
        ),
        _ => false,
    }
}

fn draws(effects: &[Effect]) -> bool {
    effect::any(effects, &|effect| matches!(effect, Effect::Draw { .. }))
}

impl EngineRule {
    /// Whether a die decides if, when or how much of everything that this rule moves.
    fn is_always_rolled(self) -> bool {
        matches!(
            self,
            EngineRule::Growth
                | EngineRule::Crossing
                | EngineRule::Dependence
                | EngineRule::Aftermath
                | EngineRule::Surfacing
                | EngineRule::Discovery
                | EngineRule::Rumour
                | EngineRule::Staleness
                | EngineRule::Misunderstanding
                | EngineRule::Approval
                | EngineRule::Leaking
                | EngineRule::Racing
                | EngineRule::Deploying
                | EngineRule::TearLine
                | EngineRule::AccusedAnswers
                | EngineRule::Deterrence
                | EngineRule::Unmasking
                | EngineRule::CourtTime
        )
    }
}
