//! An author's own tests, run: each plays what its file gives and says where it came out otherwise.
//!
//! A test is `tests/NAME.ron` beside a scenario ([`crate::lab::Case`]). A file `tests/NAME.golden` beside it is the exercise as it went
//! when somebody last looked, told line by line; a test that has one fails when anything in it changes.

pub mod mutants;

use std::fs;
use std::io;
use std::ops::Range;
use std::path::Path;
use std::path::PathBuf;
use std::thread;

use crate::diag::Diagnostic;
use crate::diag::FileId;
use crate::diag::Severity;
use crate::diag::Sources;
use crate::diag::Span;
use crate::engine::State;
use crate::engine::act::Act;
use crate::engine::apply;
use crate::engine::event::Event;
use crate::engine::event::What;
use crate::engine::tell::Teller;
use crate::engine::truth::Truth;
use crate::lab::Case;
use crate::model::EndingId;
use crate::model::ExprId;
use crate::model::SeatId;
use crate::model::expr::ExprSource;
use crate::model::expr::Gives;
use crate::model::scenario::Scenario;
use crate::scenario;
use crate::scenario::overlay;
use crate::scenario::tree::Tree;
use crate::script;
use crate::script::Playable;
use crate::text::Words;

/// Deciding and compiling need more stack than a thread has by itself.
const STACK: usize = 16 << 20;
/// The largest test file, in bytes.
const LARGEST: u64 = 1 << 20;

/// A test file as it lies on the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseFile {
    /// Its name without folder and ending.
    pub name: String,
    pub path: PathBuf,
    pub text: String,
    /// The exercise as it went when somebody last looked.
    pub golden: Option<String>,
}

/// The tests beside a scenario, each list by name.
#[derive(Debug, Default)]
pub struct Found {
    pub files: Vec<CaseFile>,
    /// Those that cannot be read, and why.
    pub unread: Vec<(PathBuf, io::Error)>,
}

/// The tests beside a scenario.
///
/// # Errors
/// If the folder cannot be read; a folder that is missing has none.
pub fn found(scenario: &Path) -> io::Result<Found> {
    let folder = scenario.join("tests");
    let entries = match fs::read_dir(&folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Found::default()),
        Err(error) => return Err(error),
    };
    let mut found = Found::default();
    for entry in entries {
        let path = entry?.path();
        if path.extension().is_none_or(|kind| kind != "ron") {
            continue;
        }
        match read(&path) {
            Ok(file) => found.files.push(file),
            Err(error) => found.unread.push((path, error)),
        }
    }
    found.files.sort_by(|one, other| one.name.cmp(&other.name));
    found.unread.sort_by(|one, other| one.0.cmp(&other.0));
    Ok(found)
}

fn read(path: &Path) -> io::Result<CaseFile> {
    if fs::metadata(path)?.len() > LARGEST {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    let text = fs::read_to_string(path)?;
    let golden = match fs::read_to_string(golden_path(path)) {
        Ok(text) => Some(text),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    Ok(CaseFile {
        name: name(path),
        text,
        path: path.to_owned(),
        golden,
    })
}

/// A test's name: its file's without folder and ending.
pub fn name(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default();
    stem.to_string_lossy().into_owned()
}

/// The tests of a scenario that comes with the program, by name.
pub fn shipped(id: &str) -> Vec<CaseFile> {
    let files = scenario::embedded_tests(id).into_iter();
    let case = |(path, text): (&str, &str)| CaseFile {
        name: name(Path::new(path)),
        path: PathBuf::from(path),
        text: text.to_owned(),
        golden: None,
    };
    let mut files: Vec<CaseFile> = files.map(case).collect();
    files.sort_by(|one, other| one.name.cmp(&other.name));
    files
}

/// Where the told exercise of a test lies.
pub fn golden_path(test: &Path) -> PathBuf {
    test.with_extension("golden")
}

/// How a test came out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    pub name: String,
    /// What the author says that it shows.
    pub about: String,
    pub failures: Vec<Failure>,
    /// The exercise, told; nothing if it could not be played.
    pub told: String,
}

/// Why a test fails.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The file is no test.
    Unreadable {
        line: usize,
        why: String,
    },
    /// Conditions that cannot be compiled; the diagnostics point into the run's sources.
    Expressions(Vec<Diagnostic>),
    /// An act that the rules do not allow there.
    Refused {
        turn: u16,
        seat: SeatId,
        act: Act,
    },
    Ending {
        expected: EndingId,
        got: EndingId,
    },
    /// A condition that does not hold at the end, and what it read: `meter.doses = 71`.
    Expectation {
        text: String,
        read: Vec<String>,
    },
    /// The first line of the told exercise that is another now.
    Golden {
        line: usize,
        was: String,
        is: String,
    },
    /// The rules would not go on.
    Stuck,
}

/// What running tests needs of a scenario: checked, with the sources that its diagnostics point into.
pub struct Bench<'a> {
    pub scenario: &'a Scenario,
    pub sources: &'a mut Sources,
    pub words: &'a Words,
}

/// A test that was read, with its conditions among the scenario's.
struct Prepared<'a> {
    file: &'a CaseFile,
    source: FileId,
    case: Result<Case, Failure>,
    exprs: Range<usize>,
}

/// Runs all tests of a scenario, in their order.
pub fn run(bench: &mut Bench<'_>, files: &[CaseFile]) -> Vec<Verdict> {
    let mut all = bench.scenario.clone();
    let prepared: Vec<Prepared<'_>> = files
        .iter()
        .map(|file| prepare(file, bench, &mut all))
        .collect();
    let words = bench.words;
    with_stack(|| {
        let (playable, told) = script::compile(all);
        prepared
            .iter()
            .map(|prepared| {
                let wrong = told.iter().filter(|wrong| {
                    wrong.span.file == prepared.source && wrong.severity() == Severity::Error
                });
                verdict(prepared, playable.as_ref(), wrong.cloned().collect(), words)
            })
            .collect()
    })
}

/// Reads a test and adds its conditions to the scenario's expressions.
fn prepare<'a>(file: &'a CaseFile, bench: &mut Bench<'_>, all: &mut Scenario) -> Prepared<'a> {
    let title = file.path.display().to_string();
    let source = bench.sources.add(title, file.text.as_str());
    let case = Case::read(&file.text, bench.scenario).map_err(|error| Failure::Unreadable {
        line: error.span.start.line,
        why: error.code.to_string(),
    });
    let first = all.exprs.len();
    let mut from = 0;
    for text in case.iter().flat_map(|case| &case.expect) {
        // A condition that is written with escapes is not found again; its place is then the file's beginning.
        let found = file.text[from..].find(text.as_str());
        let range = found.map_or(0..0, |at| from + at..from + at + text.len());
        from = range.end.max(from);
        let span = Span::of(source, range);
        all.exprs.push(ExprSource {
            text: text.as_str().into(),
            gives: Gives::Truth,
            file: source.0,
            start: span.start,
            end: span.end,
        });
    }
    Prepared {
        file,
        source,
        case,
        exprs: first..all.exprs.len(),
    }
}

fn verdict(
    prepared: &Prepared<'_>,
    playable: Option<&Playable>,
    wrong: Vec<Diagnostic>,
    words: &Words,
) -> Verdict {
    let mut verdict = Verdict {
        name: prepared.file.name.clone(),
        ..Verdict::default()
    };
    let case = match &prepared.case {
        Ok(case) => case,
        Err(failure) => {
            let tree = Tree::parse(&prepared.file.text);
            let about = tree.value().and_then(|value| value.field("about"));
            verdict.about = about.and_then(overlay::said).unwrap_or_default();
            verdict.failures.push(failure.clone());
            return verdict;
        }
    };
    verdict.about.clone_from(&case.about);
    match playable {
        _ if !wrong.is_empty() => verdict.failures.push(Failure::Expressions(wrong)),
        Some(playable) => judge(&mut verdict, prepared, case, playable, words),
        // Another test's conditions keep the whole from being compiled; they are told there.
        None => verdict.failures.push(Failure::Stuck),
    }
    verdict
}

/// Plays a test and compares.
fn judge(
    verdict: &mut Verdict,
    prepared: &Prepared<'_>,
    case: &Case,
    playable: &Playable,
    words: &Words,
) {
    let Ok(ran) = case.run(playable) else {
        verdict.failures.push(Failure::Stuck);
        return;
    };
    let refused = ran
        .refused
        .iter()
        .map(|(turn, seat, act)| Failure::Refused {
            turn: *turn,
            seat: *seat,
            act: *act,
        });
    verdict.failures.extend(refused);
    if let Some(expected) = case.ending
        && expected != ran.ending
    {
        verdict.failures.push(Failure::Ending {
            expected,
            got: ran.ending,
        });
    }
    let mut state = State::new(playable.scenario(), case.seed);
    for event in &ran.events {
        apply(&mut state, event);
    }
    let truth = Truth::new(playable, &state);
    for (text, expr) in case.expect.iter().zip(prepared.exprs.clone()) {
        let id = ExprId::at(expr);
        if truth.eval(id) != Some(1) {
            let scenario = playable.scenario();
            let source = &scenario.exprs[expr];
            let mut read: Vec<String> = playable
                .reads(id)
                .iter()
                .filter_map(|read| {
                    let name = script::spelled(source, *read, &scenario.names)?;
                    Some(format!("{name} = {}", truth.read(*read)))
                })
                .collect();
            read.dedup();
            let text = text.clone();
            verdict.failures.push(Failure::Expectation { text, read });
        }
    }
    verdict.told = tell(&ran.events, playable.scenario(), words);
    if let Some(golden) = &prepared.file.golden
        && *golden != verdict.told
    {
        verdict.failures.push(difference(golden, &verdict.told));
    }
}

/// The exercise line by line, whole truth.
fn tell(events: &[Event], scenario: &Scenario, words: &Words) -> String {
    let teller = Teller { scenario, words };
    let mut told = String::new();
    for event in events {
        if let What::Entered { turn, step, .. } = event.what {
            told.push_str(&format!("{turn} {step:?}\n"));
            continue;
        }
        let line = teller.event(event, true);
        for line in line.as_str().lines() {
            told.push_str("  ");
            told.push_str(line.trim_end());
            told.push('\n');
        }
    }
    told
}

/// The first line in which two tellings differ; one that ends early differs behind its end.
fn difference(was: &str, is: &str) -> Failure {
    let (mut before, mut now) = (was.lines(), is.lines());
    let mut line = 1;
    loop {
        let (one, other) = (before.next(), now.next());
        if one != other || one.is_none() {
            return Failure::Golden {
                line,
                was: one.unwrap_or_default().trim().to_owned(),
                is: other.unwrap_or_default().trim().to_owned(),
            };
        }
        line += 1;
    }
}

pub(super) fn with_stack<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    thread::scope(|scope| {
        let thread = thread::Builder::new()
            .stack_size(STACK)
            .spawn_scoped(scope, work);
        let thread = thread.expect("a machine that plays can start a thread");
        thread
            .join()
            .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}
