//! Would the author's tests notice? Small faults are put into a copy of a scenario, one at a time, and the tests are run.
//!
//! A mutant that no test fails on is a place where the scenario could go wrong without anybody hearing of it.

use std::sync::Mutex;
use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering;
use std::thread;

use crate::author::cases::Bench;
use crate::author::cases::CaseFile;
use crate::author::cases::run;
use crate::author::cases::with_stack;
use crate::scenario;
use crate::scenario::Package;
use crate::scenario::tree::Node;
use crate::scenario::tree::NodeKind;
use crate::scenario::tree::Tree;
use crate::text::Words;

/// The lists of effects that one can be dropped from.
const EFFECTS: &[&str] = &[
    "effects",
    "then",
    "otherwise",
    "on_met",
    "on_missed",
    "on_full",
    "on_leak",
    "on_answer",
    "on_taken",
    "on_ended",
];
/// The conditions that can be turned round.
const CONDITIONS: &[&str] = &["when", "starts", "stops", "known_since", "done"];

/// What was done to the scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// A condition holds where it did not.
    Flip,
    /// An effect is gone.
    Drop,
    /// An effect goes the other way.
    Reverse,
    /// Two choices of a decision have each other's effects.
    Swap,
    /// A deadline is another one.
    Deadline,
}

/// A small fault that can be put into a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mutant {
    pub fault: Fault,
    /// The file it is in, and the line, from 1.
    pub file: String,
    pub line: usize,
    /// What stands there, on one line.
    pub was: String,
    /// Stretches of the file in bytes and what replaces them, in order.
    changes: Vec<(usize, usize, String)>,
}

/// Whether the tests noticed a mutant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// A test failed.
    Noticed,
    /// Every test passed all the same.
    Survived,
    /// The scenario cannot be played with it, which `check` tells without any test.
    Refused,
}

/// All mutants of a scenario, in the order of its files; `files` are the names of those with its rows.
pub fn all(package: &Package) -> Vec<Mutant> {
    let mut found = Vec::new();
    for (name, text) in scenario::overlay::row_files(package) {
        let tree = Tree::parse(text);
        if let Some(value) = tree.value() {
            walk(value, &[], &name, &mut found);
        }
    }
    found
}

/// So many of them, spread evenly; all if there are no more.
pub fn sample(mutants: Vec<Mutant>, most: usize) -> Vec<Mutant> {
    let all = mutants.len();
    if all <= most {
        return mutants;
    }
    let is_taken = |place: usize| (place * most) / all != ((place + 1) * most) / all;
    let numbered = mutants.into_iter().enumerate();
    numbered
        .filter(|(place, _)| is_taken(*place))
        .map(|(_, mutant)| mutant)
        .collect()
}

/// Runs the tests on each mutant, on so many threads. The fates are in the mutants' order.
pub fn judge(
    package: &Package,
    mutants: &[Mutant],
    cases: &[CaseFile],
    words: impl Fn() -> Words + Sync,
    threads: usize,
    progress: &(dyn Fn(usize) + Sync),
) -> Vec<Fate> {
    let fates = Mutex::new(vec![Fate::Survived; mutants.len()]);
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..threads.max(1) {
            scope.spawn(|| {
                let words = words();
                loop {
                    let place = next.fetch_add(1, Ordering::Relaxed);
                    let Some(mutant) = mutants.get(place) else {
                        return;
                    };
                    let fate = with_stack(|| fate(package, mutant, cases, &words));
                    if let Ok(mut fates) = fates.lock() {
                        fates[place] = fate;
                    }
                    progress(place + 1);
                }
            });
        }
    });
    fates.into_inner().unwrap_or_default()
}

fn fate(package: &Package, mutant: &Mutant, cases: &[CaseFile], words: &Words) -> Fate {
    let mut checked = scenario::check(&mutant.applied(package));
    let Some(scenario) = &checked.scenario else {
        return Fate::Refused;
    };
    let mut bench = Bench {
        scenario,
        sources: &mut checked.sources,
        words,
    };
    let verdicts = run(&mut bench, cases);
    if verdicts.iter().all(|verdict| verdict.failures.is_empty()) {
        Fate::Survived
    } else {
        Fate::Noticed
    }
}

impl Mutant {
    /// The scenario with this fault in it.
    pub fn applied(&self, package: &Package) -> Package {
        let file = |(name, bytes): (&str, &[u8])| {
            let text = std::str::from_utf8(bytes)
                .ok()
                .filter(|_| name == self.file);
            let bytes = text.map_or_else(|| bytes.to_vec(), |text| self.changed(text));
            (name.to_owned(), bytes)
        };
        Package::from_files(package.files().map(file))
    }

    fn changed(&self, text: &str) -> Vec<u8> {
        let mut out = String::with_capacity(text.len() + 16);
        let mut at = 0;
        for (from, to, new) in &self.changes {
            out.push_str(&text[at..*from]);
            out.push_str(new);
            at = *to;
        }
        out.push_str(&text[at..]);
        out.into_bytes()
    }
}

fn walk(node: Node<'_>, path: &[&str], file: &str, found: &mut Vec<Mutant>) {
    for kid in node.kids() {
        let Some(value) = (if kid.kind() == NodeKind::Field {
            kid.value()
        } else {
            Some(kid)
        }) else {
            continue;
        };
        let name = if kid.kind() == NodeKind::Field {
            kid.name().unwrap_or_default()
        } else {
            ""
        };
        look(value, name, path, file, found);
        let path: Vec<&str> = path.iter().copied().chain([name]).collect();
        walk(value, &path, file, found);
    }
}

/// The mutants of one field.
fn look(value: Node<'_>, name: &str, path: &[&str], file: &str, found: &mut Vec<Mutant>) {
    let range = value.range().bytes();
    let text = value.text();
    let mut add = |fault, node: Node<'_>, changes| {
        found.push(Mutant {
            fault,
            file: file.to_owned(),
            line: line(node),
            was: one_line(node.text()),
            changes,
        });
    };
    let is_text = value.kind() == NodeKind::Literal && value.first_token().kind.is_string();
    let quoted = text
        .strip_prefix('"')
        .and_then(|text| text.strip_suffix('"'));
    if CONDITIONS.contains(&name)
        && is_text
        && let Some(inner) = quoted
    {
        let new = format!("\"!({inner})\"");
        add(Fault::Flip, value, vec![(range.start, range.end, new)]);
    } else if EFFECTS.contains(&name) && value.kind() == NodeKind::List {
        for effect in value.kids() {
            let own = effect.range().bytes();
            let source = value.tree().source();
            let rest = &source[own.end..];
            let comma = rest.trim_start().starts_with(',');
            let to = if comma {
                own.end + (rest.len() - rest.trim_start().len()) + 1
            } else {
                own.end
            };
            add(Fault::Drop, effect, vec![(own.start, to, String::new())]);
        }
    } else if name == "by" && value.kind() == NodeKind::Literal && !is_text && text != "0" {
        let new = match text.strip_prefix('-') {
            Some(rest) => rest.to_owned(),
            None => format!("-{text}"),
        };
        add(Fault::Reverse, value, vec![(range.start, range.end, new)]);
    } else if name == "choices" && value.kind() == NodeKind::List {
        let choices: Vec<Node<'_>> = value
            .kids()
            .filter_map(|choice| choice.field("effects"))
            .collect();
        for pair in choices.windows(2) {
            let (one, other) = (pair[0], pair[1]);
            if one.text() != other.text() {
                let (first, second) = (one.range().bytes(), other.range().bytes());
                let changes = vec![
                    (first.start, first.end, other.text().to_owned()),
                    (second.start, second.end, one.text().to_owned()),
                ];
                add(Fault::Swap, one, changes);
            }
        }
    } else if name == "within" && is_text && path.contains(&"duties") {
        let new = if text == "\"1h\"" { "\"9h\"" } else { "\"1h\"" };
        add(
            Fault::Deadline,
            value,
            vec![(range.start, range.end, new.to_owned())],
        );
    }
}

fn line(node: Node<'_>) -> usize {
    let before = &node.tree().source()[..node.range().bytes().start];
    before.matches('\n').count() + 1
}

/// A piece of a file as it is shown in a list: without line breaks, and not too long.
fn one_line(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut words = text.split_whitespace();
    let mut line = words.next().unwrap_or_default().to_owned();
    for word in words {
        line.push(' ');
        line.push_str(word);
    }
    if line.chars().count() > LONGEST {
        line = line.chars().take(LONGEST - 1).collect();
        line.push('…');
    }
    line
}
