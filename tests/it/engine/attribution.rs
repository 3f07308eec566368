//! Attribution: what evidence says, what can be shown of it, how a state decides, and what comes back.
//!
//! Each test names the row of the source texts it carries, if there is one.

mod after;

use demarche::engine::act::Act as Any;
use demarche::engine::command::Command;
use demarche::engine::event::Step;
use demarche::engine::event::What;
use demarche::engine::ledger::attribution::Act;
use demarche::engine::ledger::attribution::Event;
use demarche::engine::ledger::book::BookAct;
use demarche::engine::ledger::book::BookEvent;
use demarche::engine::ledger::norms::NormEvent;
use demarche::model::ActorId;
use demarche::model::FactId;
use demarche::model::HypothesisId;
use demarche::model::id::Kind;
use demarche::model::ledger::attribution::Certainty;
use demarche::model::ledger::attribution::Contribution;
use demarche::model::ledger::attribution::Doctrine;
use demarche::model::ledger::attribution::Gate;
use demarche::model::ledger::shape::Few;
use demarche::model::norm::Bearing;
use demarche::model::norm::Norm;
use demarche::model::scenario::Scenario;
use demarche::scenario::Package;
use demarche::session;

use crate::support::table::Table;

const RON: &str = include_str!("whodunit.ron");

/// The scenario with some of its lines changed.
#[track_caller]
pub(super) fn table(seed: u64, changes: &[(&str, &str)]) -> Table {
    let mut text = RON.to_owned();
    for (from, to) in changes {
        assert!(text.contains(from), "no `{from}`");
        text = text.replace(from, to);
    }
    let files = [("scenario.ron".to_owned(), text.into_bytes())];
    let (ready, found, _) = session::ready(Package::from_files(files));
    let ready = ready.unwrap_or_else(|| panic!("{found:#?}"));
    Table::at(ready.playable, seed)
}

/// The scenario with everything that comes to light coming soon, for the contract tests.
pub(crate) fn wild() -> std::sync::Arc<demarche::script::Playable> {
    let rules = [
        ("release_from", 1),
        ("release_to", 30),
        ("found_wrong", 400),
        ("deter", 500),
        ("court_turns", 1),
    ];
    with(0, &rules, &[]).playable
}

/// A rule's number set otherwise.
fn rule(name: &str, value: i32) -> (String, String) {
    let section = "    attribution: (\n";
    (
        section.into(),
        format!("{section}        {name}: {value},\n"),
    )
}

#[track_caller]
pub(super) fn with(seed: u64, rules: &[(&str, i32)], changes: &[(&str, &str)]) -> Table {
    let own: Vec<_> = rules
        .iter()
        .map(|(name, value)| rule(name, *value))
        .collect();
    let mut all: Vec<(&str, &str)> = own
        .iter()
        .map(|(from, to)| (from.as_str(), to.as_str()))
        .collect();
    all.extend(changes);
    table(seed, &all)
}

pub(super) fn hypothesis(scenario: &Scenario, word: &str) -> HypothesisId {
    HypothesisId(scenario.names.find(Kind::Hypothesis, word).unwrap())
}

pub(super) fn fact(scenario: &Scenario, word: &str) -> FactId {
    FactId(scenario.names.find(Kind::Fact, word).unwrap())
}

fn norms(words: &str) -> Few {
    words.chars().fold(Few::default(), |few, word| {
        few.with(usize::from(u8::try_from(word).unwrap() - b'a'))
    })
}

/// `begin sponsor`, `paper`, `skip legal`, `name f`, `confide sponsor`.
fn act(scenario: &Scenario, deed: &str) -> Any {
    let words: Vec<&str> = deed.split(' ').collect();
    let of = ActorId(scenario.names.find(Kind::Actor, "mfa").unwrap());
    let gate = |word| match word {
        "input" => Gate::Input,
        "paper" => Gate::Paper,
        _ => Gate::Legal,
    };
    let contribute = |word, how| Act::Contribute {
        hypothesis: hypothesis(scenario, word),
        how,
    };
    let act = match words[..] {
        ["doctrine", "names"] => Act::AdoptDoctrine {
            doctrine: Doctrine::Names,
        },
        ["doctrine", "reserves"] => Act::AdoptDoctrine {
            doctrine: Doctrine::Reserves,
        },
        ["threshold"] => Act::SetThreshold {
            certainty: Certainty::High,
        },
        ["begin", word] => Act::OpenCase {
            hypothesis: hypothesis(scenario, word),
        },
        ["pass", word] => Act::PassGate {
            of,
            gate: gate(word),
        },
        ["skip", word] => Act::SkipGate { gate: gate(word) },
        ["confide", word] => contribute(word, Contribution::Confidential),
        ["declare", word] => contribute(word, Contribution::Public),
        ["panel", word] => contribute(word, Contribution::Panel),
        ["decline", word] => contribute(word, Contribution::Nothing),
        ["release", word] => Act::AskRelease {
            fact: fact(scenario, word),
        },
        ["preserve", word] => Act::Preserve {
            fact: fact(scenario, word),
        },
        ["brief"] => Act::BriefAllies,
        ["name"] => Act::Name {
            cites: Few::default(),
        },
        ["name", cites] => Act::Name {
            cites: norms(cites),
        },
        ["unnamed"] => Act::Unnamed {
            cites: Few::default(),
        },
        ["demarche"] => Act::Demarche,
        ["defer"] => Act::Defer,
        ["publish", word] => Act::PublishReport {
            hypothesis: hypothesis(scenario, word),
        },
        ["court", word] => Act::GoToCourt {
            hypothesis: hypothesis(scenario, word),
        },
        _ => panic!("what is `{deed}`?"),
    };
    Any::Book(BookAct::Attribution(act))
}

pub(super) trait Deeds: Sized {
    fn seal(self, seat: &str, deeds: &str) -> Self;
    fn cannot(self, seat: &str, deed: &str, because: &str) -> Self;
    fn next(self) -> Self;
}

impl Deeds for Table {
    #[track_caller]
    fn seal(self, seat: &str, deeds: &str) -> Self {
        let acts = deeds
            .split("; ")
            .map(|deed| act(self.scenario(), deed))
            .collect();
        let seat = self.seat(seat);
        self.accepts(&Command::Seal { seat, acts })
    }

    #[track_caller]
    fn cannot(self, seat: &str, deed: &str, because: &str) -> Self {
        let acts = vec![act(self.scenario(), deed)];
        let seat = self.seat(seat);
        self.rejects(&Command::Seal { seat, acts }, because)
    }

    /// The next turn's Commit.
    #[track_caller]
    fn next(self) -> Self {
        self.until(Step::Reveal).until(Step::Commit)
    }
}

/// After a ministry named whoever is the adversary, of so much caution.
pub(super) fn named_with(caution: i32) -> Table {
    let section = "    attribution: (\n";
    let adversary = format!("    adversary: (actor: \"sgov\", caution: {caution}),\n{section}");
    ripe(table(7, &[(section, &adversary)]), "sponsor")
        .seal("mfa", "name")
        .next()
}

pub(super) fn said(table: &Table, is: impl Fn(&Event) -> bool) -> usize {
    table.count(|what| matches!(what, What::Book(BookEvent::Attribution(event)) if is(event)))
}

/// A ministry that has come to its decision on a hypothesis, in turn 3; the CERT has confided what it has.
pub(super) fn ripe(table: Table, word: &str) -> Table {
    table
        .turn(1)
        .seal("mfa", &format!("begin {word}"))
        .next()
        .seal("ncert", &format!("confide {word}"))
        .next()
        .seal("mfa", "pass paper; pass legal")
        .next()
}

#[test]
fn confidence_is_what_the_facts_say_and_a_laid_trail_turns_when_it_is_found_a44() {
    table(7, &[])
        .turn(1)
        .holds(&[
            // A suspicion, and half of what nobody has verified: 10 + 30 + 15.
            "confidence.ncert.loom == 55",
            "confidence.ncert.rival == 10 + 30",
            "confidence.mfa.loom == 10",
        ])
        .does("ncert", "analyse tools; analyse strings")
        .holds(&[
            "confidence.ncert.loom == 10 + 60 + 15",
            // The false flag drops out, and that it was laid speaks against it.
            "confidence.ncert.rival == 0",
            // What another found out does not reach who was not told.
            "confidence.acme.loom == 10 + 30",
        ]);
}

#[test]
fn each_level_needs_evidence_of_its_own() {
    table(7, &[]).turn(1).holds(&[
        // The ministry holds the intercept, and nothing that says which crew it was.
        "confidence.mfa.sponsor == 10",
        // The CERT holds all of it: 10 + 35 + 5, and the crew carries it at 45.
        "confidence.ncert.crew == 10 + 15 + 20",
        "confidence.ncert.sponsor == 45",
    ]);
}

#[test]
fn what_is_held_is_not_what_can_be_shown() {
    table(7, &[]).turn(1).holds(&[
        "confidence.ncert.sponsor == 45",
        // Its own findings it may show; a national marking counts for nothing.
        "showable.ncert.crew == 45",
        "showable.ncert.sponsor == 10 + 5",
        "!released.mfa.intercept",
    ]);
    let granted = with(7, &[("release_odds", 1000)], &[])
        .turn(1)
        .seal("mfa", "release intercept")
        .until(Step::Reveal);
    assert_eq!(
        said(&granted, |event| matches!(
            event,
            Event::ReleaseAnswered { .. }
        )),
        0
    );
    // One to three days, in turns of a day each.
    let granted = granted
        .turn(2)
        .cannot("mfa", "release intercept", "asked for already");
    let granted = granted.turn(5);
    assert_eq!(
        said(&granted, |event| matches!(
            event,
            Event::ReleaseAnswered { granted: true, .. }
        )),
        1
    );
    granted.holds(&["released.mfa.intercept"]);
    let refused = with(7, &[("release_odds", 0), ("release_trust", 0)], &[])
        .turn(1)
        .seal("mfa", "release intercept")
        .until(Step::Reveal)
        .turn(5);
    assert_eq!(
        said(&refused, |event| matches!(
            event,
            Event::ReleaseAnswered { granted: false, .. }
        )),
        1
    );
    refused.holds(&["!released.mfa.intercept"]);
}

#[test]
fn a_state_without_a_doctrine_cannot_name_until_it_adopts_one_a5() {
    table(7, &[("doctrine: Names", "doctrine: Missing")])
        .turn(0)
        .cannot("mfa", "begin sponsor", "before StartEx")
        .turn(1)
        .holds(&["!has_doctrine.mfa"])
        .cannot("mfa", "begin sponsor", "no doctrine")
        .seal("mfa", "doctrine names")
        .next()
        .holds(&["has_doctrine.mfa", "credence.mfa == 60"])
        .seal("mfa", "begin sponsor")
        .next()
        .holds(&["gates.mfa == 1"]);
}

#[test]
fn the_procedure_has_gates_with_owners_and_its_paper_needs_the_team_a43() {
    let table = table(7, &[]).turn(1).seal("mfa", "begin sponsor").next();
    let table = table
        .cannot("mfa", "name", "gates of the procedure")
        .cannot("acme", "pass input", "not yours")
        .seal("ncert", "confide sponsor")
        .next()
        .holds(&["gates.mfa == 2"])
        .seal("mfa", "pass paper; pass legal")
        .next()
        .holds(&["gates.mfa == 4"]);
    let paper = table.events.iter().find_map(|event| match event.what {
        What::Book(BookEvent::Attribution(Event::PaperWritten { points, shown, .. })) => {
            Some((points, shown))
        }
        _ => None,
    });
    // With what the team holds it is moderate; what the ministry may show of it carries nothing.
    assert_eq!(paper, Some((45, 10)));
    let narrow = with(7, &[], &[])
        .turn(1)
        .seal("mfa", "begin sponsor")
        .next()
        .seal("mfa", "skip input; pass paper; pass legal")
        .next();
    let count = said(&narrow, |event| {
        matches!(event, Event::PaperWritten { points: 10, .. })
    });
    assert_eq!(count, 1, "without the team the paper is narrow");
    narrow
        .holds(&["capital.mfa == 20 - 1 + 1"])
        .seal("mfa", "demarche")
        .next()
        .holds(&["credence.mfa == 60 - 3", "demarched.mfa"]);
}

#[test]
fn each_outcome_costs_and_gains_a6() {
    // Outcome · political capital · what its word is worth · what the accused and an ally think of the ministry.
    let rows = [
        ("name", 3, 0, -18, -6),
        ("brief; name", 3, 0, -18, 1 + 2),
        ("unnamed", 1, 0, 0, 2),
        ("demarche", 1, 0, -4, 0),
        ("defer", 0, 0, 0, 0),
    ];
    for (deeds, capital, credence, accused, ally) in rows {
        let mut table = ripe(table(7, &[]), "sponsor");
        let before = table.number("capital.mfa");
        for deed in deeds.split("; ") {
            let turn = table.truth().turn();
            table = table.seal("mfa", deed).until(Step::Reveal);
            if deed == "brief" {
                table = table.turn(turn + 1);
            }
        }
        let spent = before - table.number("capital.mfa");
        assert!((spent - capital).abs() <= 1, "{deeds} costs {spent}");
        assert_eq!(table.number("credence.mfa"), 60 + credence, "{deeds}");
        assert_eq!(table.number("trust.sgov.mfa"), 50 + accused, "{deeds}");
        assert_eq!(table.number("trust.ally.mfa"), 50 + ally, "{deeds}");
        assert_eq!(
            table.number("if attributed.sponsor { 1 } else { 0 }"),
            i64::from(deeds.ends_with("name") && deeds != "unnamed"),
            "{deeds}"
        );
    }
}

#[test]
fn citing_what_the_evidence_does_not_carry_costs_what_a_word_is_worth_a22() {
    // Cited · what it costs: the pump supports f, the call supports c, nothing supports k.
    for (cites, costs) in [
        ("name", 0),
        ("name f", 0),
        ("name fc", 0),
        ("name fk", 6),
        ("name k", 6),
    ] {
        let table = ripe(table(7, &[]), "sponsor")
            .seal("mfa", cites)
            .until(Step::Reveal);
        assert_eq!(table.number("credence.mfa"), 60 - costs, "{cites}");
        let noted = |what: &What| {
            matches!(
                what,
                What::Norms(NormEvent::Noted {
                    norm: Norm::F,
                    bearing: Bearing::Strained,
                    contested: true,
                    ..
                })
            )
        };
        // A norm is contested against the accused, never broken.
        assert_eq!(
            table.count(noted),
            usize::from(cites.contains('f')),
            "{cites}"
        );
    }
    let hasty = table(7, &[])
        .turn(1)
        .seal("mfa", "begin sponsor")
        .next()
        .seal("mfa", "skip input; pass paper; skip legal")
        .next()
        .seal("mfa", "name k")
        .until(Step::Reveal);
    hasty.holds(&["credence.mfa == 60 - 2 * 3 - 2 * 6"]);
}

#[test]
fn a_teams_contribution_has_its_price_b28() {
    // How · how politicised it is then (20, and a quiet turn less) · what a peer abroad and its ministry think of it.
    let rows = [
        ("declare", 20 - 1 + 11, 50 - 2, 50),
        ("confide", 20 - 1 + 3, 50, 50),
        ("panel", 20 - 1 + 1, 50 + 1, 50),
        ("decline", 20 - 1 - 2, 50, 50 - 4),
    ];
    for (how, politicised, peer, ministry) in rows {
        let table = table(7, &[])
            .turn(1)
            .seal("mfa", "begin sponsor")
            .next()
            .seal("ncert", &format!("{how} sponsor"))
            .until(Step::Reveal);
        assert_eq!(table.number("politicised.ncert"), politicised, "{how}");
        assert_eq!(table.number("trust.scert.ncert"), peer, "{how}");
        assert_eq!(table.number("trust.mfa.ncert"), ministry, "{how}");
        assert_eq!(table.number("gates.mfa"), 2, "{how}");
    }
    // A team that said beforehand how sure it must be may refuse below that, and pays for speaking.
    let declared = |deed: &str| {
        table(7, &[])
            .turn(0)
            .seal("ncert", "threshold")
            .until(Step::Reveal)
            .turn(1)
            .seal("mfa", "begin sponsor")
            .next()
            .seal("ncert", deed)
            .until(Step::Reveal)
    };
    declared("decline sponsor").holds(&["trust.mfa.ncert == 50", "credence.ncert == 60"]);
    declared("confide sponsor").holds(&["credence.ncert == 60 - 6"]);
}
