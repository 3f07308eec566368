//! What acts, readings and rows of attribution are called.

use crate::engine::ledger::attribution::CREDENCE;
use crate::engine::ledger::attribution::PUBLIC;
use crate::engine::ledger::attribution::event::Act;
use crate::engine::tell::Teller;
use crate::model::ActorId;
use crate::model::HypothesisId;
use crate::model::ledger::attribution::Certainty;
use crate::model::ledger::attribution::Contribution;
use crate::model::ledger::attribution::Doctrine;
use crate::model::ledger::attribution::Gate;
use crate::model::ledger::attribution::Label;
use crate::model::ledger::attribution::Level;
use crate::model::ledger::attribution::Read;
use crate::model::ledger::shape::Few;
use crate::model::norm::Norm;
use crate::text::Arg;
use crate::text::SafeText;
use crate::text::Words;

/// The name of a hypothesis.
pub(super) fn hypothesis(teller: Teller<'_>, id: HypothesisId) -> &SafeText {
    let Teller { scenario, .. } = teller;
    &scenario.book.attribution.hypotheses[id.index()].name
}

/// The norms that are cited, or that none is.
pub(super) fn cited(teller: Teller<'_>, cites: Few) -> SafeText {
    if cites.is_empty() {
        return teller.words.say("cites-none");
    }
    let norms = cites.places().filter_map(|place| Norm::ALL.get(place));
    let names: Vec<SafeText> = norms.map(|norm| teller.words.say(norm.key())).collect();
    SafeText::joined(names.iter(), ", ")
}

/// An act in the imperative, or what it is and does.
pub(super) fn say(teller: Teller<'_>, act: Act, explains: bool) -> SafeText {
    let mut args: Vec<(&'static str, Arg)> = Vec::new();
    let say = |key: &str| Arg::from(teller.words.say(key));
    let (name, about) = match act {
        Act::AdoptDoctrine { doctrine } => {
            args.push(("doctrine", say(doctrine_key(doctrine))));
            ("act-adopt-doctrine", doctrine_about(doctrine))
        }
        Act::SetThreshold { certainty } => {
            args.push(("certainty", say(certainty_key(certainty))));
            ("act-set-threshold", "about-set-threshold")
        }
        Act::OpenCase { hypothesis: of } => {
            args.push(("hypothesis", hypothesis(teller, of).into()));
            ("act-open-case", "about-open-case")
        }
        Act::PassGate { gate, .. } => match gate {
            Gate::Request | Gate::Input => ("act-pass-input", "about-pass-input"),
            Gate::Paper => ("act-pass-paper", "about-pass-paper"),
            Gate::Legal | Gate::Decision => ("act-pass-legal", "about-pass-legal"),
        },
        Act::SkipGate { gate } => {
            args.push(("gate", say(gate_key(gate))));
            let about = match gate {
                Gate::Legal => "about-skip-legal",
                Gate::Input => "about-skip-input",
                _ => "about-skip-paper",
            };
            ("act-skip-gate", about)
        }
        Act::Contribute {
            hypothesis: of,
            how,
        } => {
            args.push(("hypothesis", hypothesis(teller, of).into()));
            match how {
                Contribution::Public => ("act-contribute-public", "about-contribute-public"),
                Contribution::Confidential => (
                    "act-contribute-confidential",
                    "about-contribute-confidential",
                ),
                Contribution::Panel => ("act-contribute-panel", "about-contribute-panel"),
                Contribution::Nothing => ("act-contribute-nothing", "about-contribute-nothing"),
            }
        }
        Act::AskRelease { fact } => {
            args.push(("fact", teller.fact(fact).into()));
            let rules = &teller.scenario.book.attribution;
            args.push(("from", rules.release_from.into()));
            args.push(("to", rules.release_to.into()));
            ("act-ask-release", "about-ask-release")
        }
        Act::Preserve { fact } => {
            args.push(("fact", teller.fact(fact).into()));
            ("act-preserve", "about-preserve")
        }
        Act::BriefAllies => ("act-brief-allies", "about-brief-allies"),
        Act::Name { cites } => {
            args.push(("cites", cited(teller, cites).into()));
            let most = teller.scenario.book.attribution.deter / 10;
            args.push(("deter", most.into()));
            ("act-name", "about-name")
        }
        Act::Unnamed { cites } => {
            args.push(("cites", cited(teller, cites).into()));
            ("act-unnamed", "about-unnamed")
        }
        Act::Demarche => ("act-demarche", "about-demarche"),
        Act::Defer => ("act-defer-naming", "about-defer-naming"),
        Act::PublishReport { hypothesis: of } => {
            args.push(("hypothesis", hypothesis(teller, of).into()));
            ("act-publish-report", "about-publish-report")
        }
        Act::GoToCourt { hypothesis: of } => {
            args.push(("hypothesis", hypothesis(teller, of).into()));
            ("act-go-to-court", "about-go-to-court")
        }
    };
    teller
        .words
        .fill(if explains { about } else { name }, &args)
}

pub(super) fn row_name(teller: Teller<'_>, row: u16, column: u16) -> SafeText {
    let read = match row {
        row if row >= CREDENCE => Read::Credence(ActorId(row - CREDENCE)),
        row if row >= PUBLIC => Read::PublicEvidence(HypothesisId(row - PUBLIC)),
        row => Read::Confidence(ActorId(column), HypothesisId(row)),
    };
    read_name(teller, read)
}

pub(super) fn read_name(teller: Teller<'_>, read: Read) -> SafeText {
    let actor = |actor: ActorId| ("actor", Arg::from(teller.actor(actor)));
    let about = |of: HypothesisId| ("hypothesis", Arg::from(hypothesis(teller, of)));
    let fact = |fact| ("fact", Arg::from(teller.fact(fact)));
    let fill = |key: &str, args: &[(&str, Arg)]| teller.words.fill(key, args);
    match read {
        Read::Confidence(of, what) => fill("read-confidence", &[actor(of), about(what)]),
        Read::Showable(of, what) => fill("read-showable", &[actor(of), about(what)]),
        Read::PublicEvidence(what) => fill("read-public-evidence", &[about(what)]),
        Read::Attributed(what) => fill("read-attributed", &[about(what)]),
        Read::AttributedBy(of, what) => fill("read-attributed-by", &[actor(of), about(what)]),
        Read::Condemned(of) => fill("read-condemned", &[actor(of)]),
        Read::Demarched(of) => fill("read-demarched", &[actor(of)]),
        Read::Gates(of) => fill("read-gates", &[actor(of)]),
        Read::HasDoctrine(of) => fill("read-has-doctrine", &[actor(of)]),
        Read::Credence(of) => fill("read-credence", &[actor(of)]),
        Read::Released(of, what) => fill("read-released", &[actor(of), fact(what)]),
        Read::Preserved(what) => fill("read-preserved", &[fact(what)]),
        Read::CourtReady(what) => fill("read-court-ready", &[about(what)]),
        Read::FoundWrong(of) => fill("read-found-wrong", &[actor(of)]),
    }
}

pub(super) fn certainty_key(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Low => "certainty-low",
        Certainty::Moderate => "certainty-moderate",
        Certainty::High => "certainty-high",
    }
}

pub(super) fn gate_key(gate: Gate) -> &'static str {
    match gate {
        Gate::Request => "gate-request",
        Gate::Input => "gate-input",
        Gate::Paper => "gate-paper",
        Gate::Legal => "gate-legal",
        Gate::Decision => "gate-decision",
    }
}

pub(super) fn doctrine_key(doctrine: Doctrine) -> &'static str {
    match doctrine {
        Doctrine::Missing => "doctrine-missing",
        Doctrine::Names => "doctrine-names",
        Doctrine::Together => "doctrine-together",
        Doctrine::Reserves => "doctrine-reserves",
    }
}

fn doctrine_about(doctrine: Doctrine) -> &'static str {
    match doctrine {
        Doctrine::Missing | Doctrine::Names => "about-doctrine-names",
        Doctrine::Together => "about-doctrine-together",
        Doctrine::Reserves => "about-doctrine-reserves",
    }
}

/// What a hypothesis is about, in words: `a group`.
pub fn level(words: &Words, level: Level) -> SafeText {
    words.say(level_key(level))
}

pub(super) fn level_key(level: Level) -> &'static str {
    match level {
        Level::Cluster => "level-cluster",
        Level::Group => "level-group",
        Level::State => "level-state",
    }
}

pub(super) fn label_key(label: Label) -> &'static str {
    match label {
        Label::Hacktivist => "label-hacktivist",
        Label::Criminal => "label-criminal",
        Label::State => "label-state",
        Label::Unclear => "label-unclear",
    }
}
