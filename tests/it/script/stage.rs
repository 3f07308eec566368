//! A small scenario for tests of expressions and scripts: names, and whatever code the test brings.

use std::sync::Arc;

use demarche::diag::Diagnostic;
use demarche::model::ExprId;
use demarche::model::FunctionId;
use demarche::model::effect::Effect;
use demarche::model::expr::ExprSource;
use demarche::model::expr::Gives;
use demarche::model::expr::Read;
use demarche::model::id::Kind;
use demarche::model::id::Names;
use demarche::model::ledger::Ledgers;
use demarche::model::ledger::duties::DutyRules;
use demarche::model::ledger::facts::FactRules;
use demarche::model::ledger::harm::HarmRules;
use demarche::model::ledger::norms::NormRules;
use demarche::model::ledger::spread::SpreadRules;
use demarche::model::ledger::trust::TrustRules;
use demarche::model::scenario::About;
use demarche::model::scenario::CommitMode;
use demarche::model::scenario::Difficulty;
use demarche::model::scenario::Scenario;
use demarche::model::scenario::ScriptSource;
use demarche::model::time::StoryClock;
use demarche::script;
use demarche::script::Call;
use demarche::script::Fuse;
use demarche::script::Lowering;
use demarche::script::Options;
use demarche::script::Playable;
use demarche::script::Roll;
use demarche::script::Trouble;
use demarche::script::World;
use demarche::text::SafeText;

/// What the tests' scenario has of each kind.
const WORDS: &[(Kind, &[&str])] = &[
    (Kind::Actor, &["ncert", "mfa", "acme"]),
    (Kind::Seat, &["ncert", "mfa"]),
    (Kind::Meter, &["pressure", "alarm", "low"]),
    (Kind::Fact, &["beacon", "report"]),
    (Kind::Zone, &["power", "health"]),
    (Kind::Community, &["patients"]),
    (Kind::Duty, &["early_warning"]),
    (Kind::Inject, &["first_call", "leak"]),
    (Kind::Decision, &["answer"]),
    (Kind::Choice, &["answer.share", "answer.wait"]),
    (Kind::Action, &["press_line"]),
    (Kind::Ending, &["calm", "storm"]),
];

/// The names, with one function for each that the scripts define.
pub(crate) fn names(scripts: &[&str]) -> Names {
    let mut names = Names::default();
    for (kind, words) in WORDS {
        for word in *words {
            names.add(*kind, word);
        }
    }
    for script in scripts {
        for (function, _) in script::functions(script) {
            names.add(Kind::Function, function);
        }
    }
    names
}

/// A scenario with these expressions, each the whole text of a file of its own from 0 on, and these scripts in files after them.
pub(crate) fn scenario(exprs: &[(&str, Gives)], scripts: &[&str]) -> Scenario {
    let number = |count: usize| u32::try_from(count).unwrap();
    let none = SafeText::default;
    Scenario {
        about: About {
            id: "stage".into(),
            title: none(),
            tagline: none(),
            summary: none(),
            learn: Vec::new(),
            minutes: (1, 1),
            difficulty: Difficulty::Introductory,
            content_note: none(),
            modelled_on: none(),
            language: "en".into(),
            is_tutorial: false,
        },
        names: Arc::new(names(scripts)),
        clock: StoryClock::default(),
        commit: CommitMode::Sealed,
        turns: Vec::new(),
        has_prep: false,
        phases: Vec::new(),
        regions: Vec::new(),
        actors: Vec::new(),
        seats: Vec::new(),
        injects: Vec::new(),
        decisions: Vec::new(),
        choices: Vec::new(),
        actions: Vec::new(),
        rules: Vec::new(),
        endings: Vec::new(),
        objectives: Vec::new(),
        tasks: Vec::new(),
        exprs: exprs
            .iter()
            .enumerate()
            .map(|(file, (text, gives))| ExprSource {
                text: (*text).into(),
                gives: *gives,
                file: number(file),
                start: 0,
                end: number(text.len()),
            })
            .collect(),
        scripts: scripts
            .iter()
            .enumerate()
            .map(|(file, text)| ScriptSource {
                file: number(exprs.len() + file),
                name: format!("scripts/{file}.rhai").into(),
                text: (*text).into(),
            })
            .collect(),
        ledgers: Ledgers::default(),
        meters: Vec::new(),
        facts: Vec::new(),
        fact_rules: FactRules::default(),
        trust: TrustRules::default(),
        spread: SpreadRules::default(),
        harm: HarmRules::default(),
        duties: Vec::new(),
        duty_rules: DutyRules::default(),
        book: demarche::model::ledger::book::BookRules::default(),
        adversary: demarche::model::adversary::AdversaryRules::default(),
        expert: Vec::new(),
        norms: NormRules::default(),
    }
}

/// A world in which every reading is a fixed number of its own.
pub(crate) struct Still;

impl World for Still {
    fn read(&self, read: Read) -> i64 {
        match read {
            Read::Turn => 3,
            Read::Time => 360,
            Read::Meter(meter) => [50, 7, i64::MIN][meter.index()],
            Read::Trust(from, to) => 10 * i64::from(from.0) + i64::from(to.0) + 60,
            Read::Holds(actor, fact) => i64::from(actor.0 == fact.0),
            Read::Delivered(inject) => i64::from(inject.0 == 0),
            Read::SinceInject(_) => 9999,
            Read::Chose(choice) => i64::from(choice.0 == 1),
            Read::Compromised(_) => 12,
            Read::Capital(_) => 10,
            _ => 0,
        }
    }
}

/// Dice that can be told apart: the index times ten, plus one.
pub(crate) fn dice() -> Roll {
    Roll::new(1, |key, index, sides| (u64::from(index) * 10 + key) % sides)
}

/// Compiles one expression, alone.
pub(crate) fn expression(
    text: &str,
    gives: Gives,
    lowering: bool,
) -> Result<Playable, Vec<Diagnostic>> {
    let lowering = if lowering {
        Lowering::All
    } else {
        Lowering::Nothing
    };
    let (playable, found) =
        script::compile_with(scenario(&[(text, gives)], &[]), Options { lowering });
    playable.ok_or(found)
}

/// The value of the only expression.
pub(crate) fn value(playable: &Playable) -> Result<i64, Trouble> {
    let fuse = Fuse::never();
    playable.eval(
        ExprId(0),
        &Arc::new(Still),
        &Call {
            fuse: &fuse,
            roll: dice(),
        },
    )
}

/// Compiles one script, alone.
pub(crate) fn script(text: &str) -> Result<Playable, Vec<Diagnostic>> {
    let (playable, found) = script::compile(scenario(&[], &[text]));
    playable.ok_or(found)
}

/// What the first function of the script returns.
pub(crate) fn call(playable: &Playable) -> Result<Vec<Effect>, Trouble> {
    call_with(playable, &Fuse::never())
}

/// What the first function of the script returns before a fuse blows.
pub(crate) fn call_with(playable: &Playable, fuse: &Fuse) -> Result<Vec<Effect>, Trouble> {
    let call = Call { fuse, roll: dice() };
    let effects = playable.call(FunctionId(0), &Arc::new(Still), &call)?;
    Ok(effects.into_owned())
}
