//! How what happened in attribution is told.

use crate::engine::ledger::attribution::event::Answer;
use crate::engine::ledger::attribution::event::Event;
use crate::engine::ledger::attribution::event::Outcome;
use crate::engine::ledger::attribution::event::Worth;
use crate::engine::ledger::attribution::words::certainty_key;
use crate::engine::ledger::attribution::words::cited;
use crate::engine::ledger::attribution::words::doctrine_key;
use crate::engine::ledger::attribution::words::gate_key;
use crate::engine::ledger::attribution::words::hypothesis;
use crate::engine::tell::Teller;
use crate::engine::tell::signed;
use crate::model::ActorId;
use crate::model::HypothesisId;
use crate::model::ledger::attribution::Contribution;
use crate::text::Arg;
use crate::text::SafeText;

pub(super) fn tell(teller: Teller<'_>, event: &Event, sees_inside: bool) -> SafeText {
    let say = |key: &str| Arg::from(teller.words.say(key));
    let actor = |name: &'static str, actor: ActorId| (name, Arg::from(teller.actor(actor)));
    let about = |id: HypothesisId| ("hypothesis", Arg::from(hypothesis(teller, id)));
    let fact = |fact| ("fact", Arg::from(teller.fact(fact)));
    let fill = |key: &str, args: &[(&str, Arg)]| teller.words.fill(key, args);
    match *event {
        Event::ConfidenceMoved {
            actor: of,
            hypothesis,
            by,
            ..
        } => fill(
            "tell-confidence",
            &[
                actor("actor", of),
                about(hypothesis),
                ("by", signed(by).into()),
            ],
        ),
        Event::Bought { by, hypothesis, .. } => {
            fill("tell-bought", &[actor("by", by), about(hypothesis)])
        }
        Event::BoughtOut { by, hypothesis } => {
            fill("tell-bought-out", &[actor("by", by), about(hypothesis)])
        }
        Event::PublicMoved {
            hypothesis,
            by,
            now,
        } => fill(
            "tell-public-evidence",
            &[
                about(hypothesis),
                ("by", signed(by).into()),
                ("now", now.into()),
            ],
        ),
        Event::CredenceMoved {
            actor: of,
            by,
            now,
            why,
        } => fill(
            "tell-credence",
            &[
                actor("actor", of),
                ("by", signed(by).into()),
                ("now", now.into()),
                ("why", say(worth_key(why))),
            ],
        ),
        Event::DoctrineAdopted { by, doctrine } => {
            let doctrine = ("doctrine", say(doctrine_key(doctrine)));
            fill("tell-doctrine", &[actor("by", by), doctrine])
        }
        Event::ThresholdSet { by, certainty } => {
            let certainty = ("certainty", say(certainty_key(certainty)));
            fill("tell-threshold", &[actor("by", by), certainty])
        }
        Event::CaseOpened { of, hypothesis } => {
            fill("tell-case-opened", &[actor("of", of), about(hypothesis)])
        }
        Event::GatePassed { of, gate, by } => {
            let gate = ("gate", say(gate_key(gate)));
            fill(
                "tell-gate-passed",
                &[actor("of", of), gate, actor("by", by)],
            )
        }
        Event::GateSkipped { of, gate } => {
            let gate = ("gate", say(gate_key(gate)));
            fill("tell-gate-skipped", &[actor("of", of), gate])
        }
        Event::PaperWritten {
            of,
            points,
            shown,
            certainty,
        } => fill(
            "tell-paper",
            &[
                actor("of", of),
                ("points", points.into()),
                ("shown", shown.into()),
                ("certainty", say(certainty_key(certainty))),
            ],
        ),
        Event::Contributed {
            by,
            hypothesis,
            how,
            ..
        } => {
            let key = match how {
                Contribution::Public => "tell-contributed-public",
                Contribution::Confidential => "tell-contributed-confidential",
                Contribution::Panel => "tell-contributed-panel",
                Contribution::Nothing => "tell-contributed-nothing",
            };
            fill(key, &[actor("by", by), about(hypothesis)])
        }
        Event::AlliesBriefed { by, hypothesis } => {
            fill("tell-allies-briefed", &[actor("by", by), about(hypothesis)])
        }
        Event::Decided {
            by,
            hypothesis,
            outcome,
            cites,
            ..
        } => {
            let key = match outcome {
                Outcome::Named => "tell-named",
                Outcome::Unnamed => "tell-unnamed",
                Outcome::Demarche => "tell-demarche",
                Outcome::Deferred => "tell-deferred-naming",
            };
            let cites = ("cites", Arg::from(cited(teller, cites)));
            fill(key, &[actor("by", by), about(hypothesis), cites])
        }
        Event::Answered {
            by,
            hypothesis,
            accused,
            answer,
        } => {
            let key = match answer {
                Answer::Denies => "tell-denies",
                Answer::AsksForProof => "tell-asks-for-proof",
                Answer::CounterAccuses => "tell-counter-accuses",
            };
            fill(
                key,
                &[
                    actor("by", by),
                    about(hypothesis),
                    actor("accused", accused),
                ],
            )
        }
        Event::Weighed {
            hypothesis,
            deterred,
            ..
        } => {
            let key = if deterred {
                "tell-deterred"
            } else {
                "tell-not-deterred"
            };
            fill(key, &[about(hypothesis)])
        }
        Event::FoundWrong { by, hypothesis } => {
            fill("tell-found-wrong", &[actor("by", by), about(hypothesis)])
        }
        Event::ReleaseAsked { by, fact: of, .. } => {
            fill("tell-release-asked", &[actor("by", by), fact(of)])
        }
        Event::ReleaseAnswered {
            by,
            fact: of,
            granted,
        } => {
            let key = if granted {
                "tell-release-granted"
            } else {
                "tell-release-refused"
            };
            fill(key, &[actor("by", by), fact(of)])
        }
        Event::Preserved { by, .. } if !sees_inside => {
            fill("tell-preserved-something", &[actor("by", by)])
        }
        Event::Preserved { by, fact: of } => fill("tell-preserved", &[actor("by", by), fact(of)]),
        Event::Reported { by, hypothesis, .. } => {
            fill("tell-reported", &[actor("by", by), about(hypothesis)])
        }
        Event::Overtaken { of, by } => fill("tell-overtaken", &[actor("of", of), actor("by", by)]),
        Event::CourtAsked { by, hypothesis } => {
            fill("tell-court-asked", &[actor("by", by), about(hypothesis)])
        }
        Event::CourtFound {
            by,
            hypothesis,
            finds,
        } => {
            let key = if finds {
                "tell-court-finds"
            } else {
                "tell-court-closes"
            };
            fill(key, &[actor("by", by), about(hypothesis)])
        }
    }
}

fn worth_key(why: Worth) -> &'static str {
    match why {
        Worth::Told => "worth-told",
        Worth::Skipped => "worth-skipped",
        Worth::Citation => "worth-citation",
        Worth::Proof => "worth-proof",
        Worth::Shown => "worth-shown",
        Worth::Doctrine => "worth-doctrine",
        Worth::Procedure => "worth-procedure",
        Worth::Patience => "worth-patience",
        Worth::Wrong => "worth-wrong",
        Worth::Bought => "worth-bought",
        Worth::Court => "worth-court",
        Worth::Text => "worth-text",
    }
}
