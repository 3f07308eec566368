//! Acts as a person would say them: `share beacon with clinic as red`, `answer call.help`, `hold`.

mod text;

use demarche::engine::act::Act;
use demarche::model::ActionId;
use demarche::model::ActorId;
use demarche::model::ChoiceId;
use demarche::model::CommunityId;
use demarche::model::DutyId;
use demarche::model::FactId;
use demarche::model::ZoneId;
use demarche::model::id::Kind;
use demarche::model::ledger::duties::Payload;
use demarche::model::marking::Tlp;
use demarche::model::scenario::Scenario;

/// The acts of a line, separated by semicolons.
#[track_caller]
pub(crate) fn acts(scenario: &Scenario, line: &str) -> Vec<Act> {
    line.split(';')
        .map(|deed| act(scenario, deed.trim()))
        .collect()
}

#[track_caller]
fn act(scenario: &Scenario, deed: &str) -> Act {
    let find = |kind: Kind, word: &str| {
        scenario
            .names
            .find(kind, word)
            .unwrap_or_else(|| panic!("no {} `{word}`", kind.word()))
    };
    let fact = |word| FactId(find(Kind::Fact, word));
    let actor = |word| ActorId(find(Kind::Actor, word));
    let words: Vec<&str> = deed.split_whitespace().collect();
    match words[..] {
        ["hold"] => Act::Hold,
        ["text", ref rest @ ..] => text::act(scenario, rest),
        ["answer", choice] => Act::Answer {
            choice: ChoiceId(find(Kind::Choice, choice)),
        },
        ["take", action] => Act::Take {
            action: ActionId(find(Kind::Action, action)),
        },
        ["share", what, "with", to, "as", label] => Act::Share {
            fact: fact(what),
            to: actor(to),
            tlp: tlp(label),
            derived: false,
        },
        ["share", "derived", what, "with", to, "as", label] => Act::Share {
            fact: fact(what),
            to: actor(to),
            tlp: tlp(label),
            derived: true,
        },
        ["derive", what] => Act::Derive { fact: fact(what) },
        ["relabel", what, "as", label] => Act::AskRelabel {
            fact: fact(what),
            tlp: tlp(label),
        },
        ["advise", what] => Act::Advise {
            fact: fact(what),
            derived: false,
        },
        ["advise", "derived", what] => Act::Advise {
            fact: fact(what),
            derived: true,
        },
        ["analyse", what] => Act::Analyse { fact: fact(what) },
        ["ask", of] => Act::Ask { of: actor(of) },
        ["contain", zone] => Act::RequestContainment {
            zone: ZoneId(find(Kind::Zone, zone)),
        },
        ["notify", community] => Act::Notify {
            community: CommunityId(find(Kind::Community, community)),
        },
        ["report", duty] => Act::Report {
            duty: DutyId(find(Kind::Duty, duty)),
            payload: Payload::Full,
        },
        ["report", "minimal", duty] => Act::Report {
            duty: DutyId(find(Kind::Duty, duty)),
            payload: Payload::Minimal,
        },
        ["report", "flagged", duty] => Act::Report {
            duty: DutyId(find(Kind::Duty, duty)),
            payload: Payload::Flagged,
        },
        ["determine", duty] => Act::Determine {
            duty: DutyId(find(Kind::Duty, duty)),
        },
        ["extend", duty] => Act::AskExtension {
            duty: DutyId(find(Kind::Duty, duty)),
        },
        ["respond", duty] => Act::Respond {
            duty: DutyId(find(Kind::Duty, duty)),
        },
        ["ring", with] => Act::KeepInTouch { with: actor(with) },
        _ => panic!("what is `{deed}`?"),
    }
}

#[track_caller]
fn tlp(label: &str) -> Tlp {
    match label {
        "clear" => Tlp::Clear,
        "green" => Tlp::Green,
        "amber" => Tlp::Amber,
        "strict" => Tlp::AmberStrict,
        "red" => Tlp::Red,
        _ => panic!("no label `{label}`"),
    }
}
