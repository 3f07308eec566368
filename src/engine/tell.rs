//! Says in one line what an event was, and what it came from.

mod adversary;
pub mod duties;
mod ledgers;
mod luck;

use crate::engine::act::Act;
use crate::engine::event::Cause;
use crate::engine::event::EngineRule;
use crate::engine::event::Event;
use crate::engine::event::Outcome;
use crate::engine::event::Wait;
use crate::engine::event::What;
use crate::engine::ledger::meters::MeterEvent;
use crate::engine::ledger::norms::NormEvent;
use crate::engine::ledger::trust::TrustEvent;
use crate::model::ActorId;
use crate::model::CommunityId;
use crate::model::DutyId;
use crate::model::FactId;
use crate::model::SeatId;
use crate::model::ZoneId;
use crate::model::marking::Marking;
use crate::model::norm::Bearing;
use crate::model::scenario::Scenario;
use crate::text::Arg;
use crate::text::SafeText;
use crate::text::Words;

/// Who says it: the scenario's names and the catalogue's words.
#[derive(Clone, Copy)]
pub struct Teller<'a> {
    pub scenario: &'a Scenario,
    pub words: &'a Words,
}

/// A change with its sign: `+3`, `-12`.
pub fn signed(by: i32) -> String {
    if by > 0 {
        format!("+{by}")
    } else {
        by.to_string()
    }
}

impl Teller<'_> {
    pub fn actor(&self, actor: ActorId) -> &SafeText {
        &self.scenario.actors[actor.index()].name
    }

    pub fn seat(&self, seat: SeatId) -> &SafeText {
        &self.scenario.seats[seat.index()].title
    }

    pub fn fact(&self, fact: FactId) -> &SafeText {
        &self.scenario.facts[fact.index()].title
    }

    pub fn zone(&self, zone: ZoneId) -> &SafeText {
        &self.scenario.spread.zones[zone.index()].name
    }

    pub fn community(&self, community: CommunityId) -> &SafeText {
        &self.scenario.harm.communities[community.index()].name
    }

    pub fn duty(&self, duty: DutyId) -> &SafeText {
        &self.scenario.duties[duty.index()].name
    }

    /// A profile's name as people read it.
    pub fn bot(&self, profile: &str) -> SafeText {
        let key = format!("bot-{}", profile.replace('_', "-"));
        if self.words.has(&key) {
            self.words.say(&key)
        } else {
            SafeText::line(profile)
        }
    }

    /// A marking as it is printed: TLP labels stay as FIRST writes them in every language.
    pub fn marking(&self, marking: Marking) -> SafeText {
        match marking {
            Marking::Tlp(tlp) => SafeText::line(tlp.label()),
            Marking::National => self.words.say("marking-national"),
        }
    }

    fn fill(&self, key: &str, args: &[(&str, Arg)]) -> SafeText {
        self.words.fill(key, args)
    }

    /// What an act is, in the imperative: the line of a palette or a plan.
    pub fn act(&self, act: &Act) -> SafeText {
        let fact = |fact: FactId| Arg::from(self.fact(fact));
        let actor = |actor: ActorId| Arg::from(self.actor(actor));
        match *act {
            Act::Answer { choice } => self.scenario.choices[choice.index()].label.clone(),
            Act::Take { action } => self.scenario.actions[action.index()].label.clone(),
            Act::Share {
                fact: what,
                to,
                tlp,
                derived,
            } => {
                let args = [
                    ("fact", fact(what)),
                    ("to", actor(to)),
                    ("tlp", tlp.label().into()),
                ];
                if derived {
                    self.fill("act-share-derived", &args)
                } else {
                    self.fill("act-share", &args)
                }
            }
            Act::Derive { fact: what } => self.fill("act-derive", &[("fact", fact(what))]),
            Act::AskRelabel { fact: what, tlp } => self.fill(
                "act-relabel",
                &[("fact", fact(what)), ("tlp", tlp.label().into())],
            ),
            Act::Advise {
                fact: what,
                derived: true,
            } => self.fill("act-advise-derived", &[("fact", fact(what))]),
            Act::Advise {
                fact: what,
                derived: false,
            } => self.fill("act-advise", &[("fact", fact(what))]),
            Act::Analyse { fact: what } => self.fill("act-analyse", &[("fact", fact(what))]),
            Act::Ask { of } => self.fill("act-ask", &[("of", actor(of))]),
            Act::RequestContainment { zone } => {
                self.fill("act-contain", &[("zone", self.zone(zone).into())])
            }
            Act::Notify { community } => self.fill(
                "act-notify",
                &[("community", self.community(community).into())],
            ),
            Act::Report { .. }
            | Act::Determine { .. }
            | Act::AskExtension { .. }
            | Act::Respond { .. } => self.duty_act(act),
            Act::KeepInTouch { with } => self.fill("act-contact", &[("with", actor(with))]),
            Act::Book(act) => act.name(*self),
            Act::Hold => self.words.say("act-hold"),
        }
    }

    /// What happened. Where `sees_inside` is false less is said: of another seat's act the author's public words, of the rest
    /// that it happened.
    pub fn event(&self, event: &Event, sees_inside: bool) -> SafeText {
        match &event.what {
            What::Started => self.words.say("tell-started"),
            What::Entered { turn, .. } => self.fill("tell-turn", &[("turn", (*turn).into())]),
            What::Delivered { inject, .. } => {
                let inject = &self.scenario.injects[inject.index()];
                self.fill(
                    "tell-delivered",
                    &[
                        ("number", (&inject.number).into()),
                        ("title", (&inject.title).into()),
                    ],
                )
            }
            What::Queued { inject } => self.of_inject("tell-queued", *inject),
            What::Cancelled { inject } => self.of_inject("tell-cancelled", *inject),
            What::Opened { decision, .. } => self.of_decision("tell-opened", *decision),
            What::Closed {
                decision,
                choice: None,
            } => self.of_decision("tell-closed", *decision),
            What::Closed {
                decision,
                choice: Some(choice),
            } => {
                let (decision, choice) = (
                    &self.scenario.decisions[decision.index()],
                    &self.scenario.choices[choice.index()],
                );
                if sees_inside || choice.seen.is_empty() {
                    let args = [
                        ("decision", (&decision.title).into()),
                        ("choice", (&choice.label).into()),
                    ];
                    self.fill("tell-decided", &args)
                } else {
                    choice.seen.clone()
                }
            }
            What::Postponed {
                seat,
                act,
                turn,
                wait,
            } => {
                let key = match wait {
                    Wait::Route => "tell-postponed-route",
                    Wait::Approval { .. } => "tell-postponed-approval",
                };
                let args = [
                    ("seat", self.seat(*seat).into()),
                    ("act", self.act(act).into()),
                    ("turn", (*turn).into()),
                ];
                self.fill(key, &args)
            }
            What::CameThrough {
                seat, act, outcome, ..
            } => {
                let key = match outcome {
                    Outcome::TakesEffect => "tell-carried-out",
                    Outcome::Refused => "tell-refused",
                    Outcome::Lapsed => "tell-lapsed-later",
                };
                let args = [
                    ("seat", self.seat(*seat).into()),
                    ("act", self.act(act).into()),
                ];
                self.fill(key, &args)
            }
            What::Sealed { seat, .. } => self.of_seat("tell-sealed", *seat),
            What::Unsealed { seat } => self.of_seat("tell-unsealed", *seat),
            What::Resolved { seat } => self.of_seat("tell-resolved", *seat),
            What::Acted { seat, act, .. } => self.acted(*seat, *act, sees_inside),
            What::Lapsed { seat, act } => self.fill(
                "tell-lapsed",
                &[
                    ("seat", self.seat(*seat).into()),
                    ("act", self.act(act).into()),
                ],
            ),
            What::Deferred { turn, .. } => self.fill("tell-deferred", &[("turn", (*turn).into())]),
            What::CameDue { .. } => self.words.say("tell-came-due"),
            What::RuleFired { rule, .. } => {
                let why = &self.scenario.rules[rule.index()].why;
                if why.is_empty() {
                    let word = self
                        .scenario
                        .names
                        .word(crate::model::id::Kind::Rule, rule.0);
                    self.fill("tell-rule", &[("rule", word.into())])
                } else {
                    why.clone()
                }
            }
            What::Called { function } => {
                let word = self
                    .scenario
                    .names
                    .word(crate::model::id::Kind::Function, function.0);
                self.fill("tell-called", &[("function", word.into())])
            }
            What::CapitalMoved { seat, by, now } => {
                let args = [
                    ("seat", self.seat(*seat).into()),
                    ("by", signed(*by).into()),
                    ("now", (*now).into()),
                ];
                self.fill("tell-capital", &args)
            }
            What::HoursMoved { seat, by } => self.fill(
                "tell-hours",
                &[
                    ("seat", self.seat(*seat).into()),
                    ("by", signed(*by).into()),
                ],
            ),
            What::Meters(MeterEvent::Moved { meter, by, now }) => {
                let name = &self.scenario.meters[meter.index()].name;
                self.moved("tell-meter", name, *by, *now)
            }
            What::Facts(event) => self.fact_event(event, sees_inside),
            What::Trust(TrustEvent::Moved { from, to, by, now }) => {
                let args = [
                    ("from", self.actor(*from).into()),
                    ("to", self.actor(*to).into()),
                    ("by", signed(*by).into()),
                    ("now", (*now).into()),
                ];
                self.fill("tell-trust", &args)
            }
            What::Trust(TrustEvent::Contacted { a, b, .. }) => self.fill(
                "tell-contact",
                &[("a", self.actor(*a).into()), ("b", self.actor(*b).into())],
            ),
            What::Spread(event) => self.spread_event(event, sees_inside),
            What::Harm(event) => self.harm_event(event, sees_inside),
            What::Duties(event) => self.duty_event(event),
            What::Book(event) => event.tell(*self, sees_inside),
            What::Adversary(event) => self.adversary_event(event, sees_inside),
            What::Norms(NormEvent::Noted {
                actor,
                norm,
                bearing,
                contested,
            }) => {
                let args = [
                    ("actor", self.actor(*actor).into()),
                    ("norm", self.words.say(norm.key()).into()),
                ];
                match (bearing, contested) {
                    (Bearing::Upheld, _) => self.fill("tell-norm-upheld", &args),
                    (Bearing::Strained, false) => self.fill("tell-norm-strained", &args),
                    (Bearing::Strained, true) => self.fill("tell-norm-contested", &args),
                }
            }
            What::Declined { of, to } => self.fill(
                "tell-declined",
                &[
                    ("of", self.actor(*of).into()),
                    ("to", self.actor(*to).into()),
                ],
            ),
            What::ScriptFailed { line, why, .. } => self.fill(
                "tell-script-failed",
                &[
                    ("line", (*line).into()),
                    ("why", self.words.say(why.key()).into()),
                ],
            ),
            What::ScriptSkipped { .. } | What::SkipNoted { .. } => {
                self.words.say("tell-script-skipped")
            }
            What::Paused => self.words.say("tell-paused"),
            What::Resumed => self.words.say("tell-resumed"),
            What::Filled { seat, by } => {
                use crate::engine::command::Holder;
                match by {
                    Holder::Person { name } => self.fill(
                        "tell-filled",
                        &[("seat", self.seat(*seat).into()), ("name", name.into())],
                    ),
                    Holder::Bot { profile } => self.fill(
                        "tell-filled-bot",
                        &[
                            ("seat", self.seat(*seat).into()),
                            ("name", self.bot(profile).into()),
                        ],
                    ),
                }
            }
            What::Noted { text, .. } => self.fill("tell-noted", &[("text", text.into())]),
            What::Ended { ending, .. } => self.fill(
                "tell-ended",
                &[(
                    "title",
                    (&self.scenario.endings[ending.index()].title).into(),
                )],
            ),
        }
    }

    /// What an event that has no event for a parent came from.
    pub fn root(&self, cause: &Cause) -> Option<SafeText> {
        match cause {
            Cause::StartEx => Some(self.words.say("cause-startex")),
            Cause::Facilitator => Some(self.words.say("cause-facilitator")),
            Cause::Choice { seat } => Some(self.of_seat("cause-choice", *seat)),
            Cause::Inject(inject) => {
                let when = &self.scenario.injects[inject.index()].when;
                Some(match (when.condition, when.after, when.chance < 1000) {
                    (Some(_), _, _) => self.words.say("cause-condition"),
                    (None, Some((earlier, _)), _) => self.of_inject("cause-after", earlier),
                    (None, None, true) => self.words.say("cause-chance"),
                    (None, None, false) => self.words.say("cause-schedule"),
                })
            }
            Cause::Rule(_) => Some(self.words.say("cause-rule")),
            Cause::Engine(rule) => Some(self.words.say(match rule {
                EngineRule::Growth => "cause-growth",
                EngineRule::Crossing => "cause-crossing",
                EngineRule::Dependence => "cause-dependence",
                EngineRule::Aftermath => "cause-aftermath",
                EngineRule::Fading => "cause-fading",
                EngineRule::Settling => "cause-settling",
                EngineRule::Recovery => "cause-recovery",
                EngineRule::Discovery => "cause-discovery",
                EngineRule::Deadline => "cause-deadline",
                EngineRule::Trigger => "cause-trigger",
                EngineRule::Desk => "cause-desk",
                EngineRule::Agenda => "cause-agenda",
                EngineRule::Instructions => "cause-instructions",
                EngineRule::PenHolder => "cause-pen-holder",
                EngineRule::Assent => "cause-assent",
                EngineRule::Calming => "cause-calming",
                EngineRule::Pressure => "cause-pressure",
                EngineRule::Silence => "cause-silence",
                EngineRule::Rumour => "cause-rumour",
                EngineRule::Staleness => "cause-staleness",
                EngineRule::Correspondence => "cause-correspondence",
                EngineRule::Extortion => "cause-extortion",
                EngineRule::Misunderstanding => "cause-misunderstanding",
                EngineRule::Approval => "cause-approval",
                EngineRule::Threshold => "cause-threshold",
                EngineRule::Fatigue => "cause-fatigue",
                EngineRule::Routine => "cause-routine",
                EngineRule::Helping => "cause-helping",
                EngineRule::Disclosing => "cause-disclosing",
                EngineRule::Leaking => "cause-leaking",
                EngineRule::Localising => "cause-localising",
                EngineRule::Racing => "cause-racing",
                EngineRule::Deploying => "cause-deploying",
                EngineRule::Lapsing => "cause-lapsing",
                EngineRule::Surfacing => "cause-surfacing",
                EngineRule::Adversary => "cause-adversary",
                EngineRule::Held => "cause-held",
                EngineRule::HeldByOrder => "cause-held-by-order",
                EngineRule::QuietWork => "cause-quiet-work",
                EngineRule::Chill => "cause-chill",
                EngineRule::TearLine => "cause-tear-line",
                EngineRule::GateTime => "cause-gate-time",
                EngineRule::AccusedAnswers => "cause-accused-answers",
                EngineRule::Deterrence => "cause-deterrence",
                EngineRule::Unmasking => "cause-unmasking",
                EngineRule::CourtTime => "cause-court-time",
            })),
            Cause::Event(_) => None,
        }
    }

    fn acted(&self, seat: SeatId, act: Act, sees_inside: bool) -> SafeText {
        let seen = match act {
            Act::Answer { choice } => &self.scenario.choices[choice.index()].seen,
            Act::Take { action } => &self.scenario.actions[action.index()].seen,
            _ => &SafeText::empty(),
        };
        if sees_inside || seen.is_empty() {
            self.fill(
                "tell-acted",
                &[
                    ("seat", self.seat(seat).into()),
                    ("act", self.act(&act).into()),
                ],
            )
        } else {
            seen.clone()
        }
    }

    fn of_seat(&self, key: &str, seat: SeatId) -> SafeText {
        self.fill(key, &[("seat", self.seat(seat).into())])
    }

    fn of_inject(&self, key: &str, inject: crate::model::InjectId) -> SafeText {
        self.fill(
            key,
            &[(
                "title",
                (&self.scenario.injects[inject.index()].title).into(),
            )],
        )
    }

    fn of_decision(&self, key: &str, decision: crate::model::DecisionId) -> SafeText {
        self.fill(
            key,
            &[(
                "title",
                (&self.scenario.decisions[decision.index()].title).into(),
            )],
        )
    }

    fn moved(&self, key: &str, name: &SafeText, by: i32, now: i32) -> SafeText {
        self.fill(
            key,
            &[
                ("name", name.into()),
                ("by", signed(by).into()),
                ("now", now.into()),
            ],
        )
    }
}
