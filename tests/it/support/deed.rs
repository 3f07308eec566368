//! Acts as a person would say them: `share beacon with clinic as red`, `answer call.help`, `hold`.

mod text;

use demarche::engine::act::Act;
use demarche::engine::ledger::book::BookAct;
use demarche::engine::ledger::measures;
use demarche::engine::ledger::narrative;
use demarche::engine::ledger::tension;
use demarche::model::ActionId;
use demarche::model::ActorId;
use demarche::model::BlocId;
use demarche::model::ChoiceId;
use demarche::model::CommunityId;
use demarche::model::DutyId;
use demarche::model::FactId;
use demarche::model::MeasureId;
use demarche::model::StoryId;
use demarche::model::ZoneId;
use demarche::model::id::Kind;
use demarche::model::ledger::duties::Payload;
use demarche::model::ledger::narrative::Stance;
use demarche::model::ledger::tension::Channel;
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
        _ => book(scenario, &words).unwrap_or_else(|| panic!("what is `{deed}`?")),
    }
}

/// The acts of the ledgers of the book: `measure take listing`, `call southern by hotline`, `brief strike denies`.
fn book(scenario: &Scenario, words: &[&str]) -> Option<Act> {
    let find = |kind: Kind, word: &str| scenario.names.find(kind, word);
    let measure = |word| find(Kind::Measure, word).map(MeasureId);
    let bloc = |word| find(Kind::Bloc, word).map(BlocId);
    let story = |word| find(Kind::Story, word).map(StoryId);
    let act = match *words {
        ["measure", what, which] => {
            let measure = measure(which)?;
            BookAct::Measures(match what {
                "check" => measures::Act::Check { measure },
                "consult" => measures::Act::Consult { measure },
                "exempt" => measures::Act::Exempt { measure },
                "guide" => measures::Act::Guide { measure },
                "take" => measures::Act::Take { measure },
                "review" => measures::Act::Review { measure },
                "end" => measures::Act::End { measure },
                _ => return None,
            })
        }
        ["lobby", member, "for", which] => BookAct::Measures(measures::Act::Lobby {
            measure: measure(which)?,
            member: ActorId(find(Kind::Actor, member)?),
        }),
        ["call", with, "by", channel] => BookAct::Tension(tension::Act::Consult {
            with: bloc(with)?,
            channel: match channel {
                "hotline" => Channel::Hotline,
                "contact" => Channel::PointOfContact,
                "police" => Channel::Police,
                _ => return None,
            },
        }),
        ["allies", "about", about] => BookAct::Tension(tension::Act::Allies {
            about: bloc(about)?,
        }),
        ["line", "on", of] => BookAct::Narrative(narrative::Act::HoldLine { story: story(of)? }),
        ["brief", of, stance] => BookAct::Narrative(narrative::Act::Brief {
            story: story(of)?,
            stance: if stance == "confirms" {
                Stance::Confirms
            } else {
                Stance::Denies
            },
            podium: false,
        }),
        ["correct", of] => BookAct::Narrative(narrative::Act::Correct { story: story(of)? }),
        ["press", of] => BookAct::Narrative(narrative::Act::AnswerPress { story: story(of)? }),
        ["interview", of] => BookAct::Narrative(narrative::Act::Interview {
            community: CommunityId(find(Kind::Community, of)?),
        }),
        _ => return None,
    };
    Some(Act::Book(act))
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
