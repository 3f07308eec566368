//! Promotes a rule: the condition of a row, or what comes of it, becomes a script function that says the same, without any
//! change in play. An edit of the author's text, not a rewrite.

mod effects;

use crate::author::edit;
use crate::author::edit::Edit;
use crate::author::edit::EditError;
use crate::diag::FileId;
use crate::diag::Span;
use crate::model::ExprId;
use crate::model::id::Kind;
use crate::model::scenario::Scenario;
use crate::scenario;
use crate::scenario::Opened;
use crate::scenario::Package;
use crate::scenario::tree::Tree;
use crate::script;

/// Where functions go if a scenario has no script yet, or none with room left.
const MORE_SCRIPTS: [&str; 3] = [
    "scripts/rules.rhai",
    "scripts/rules_2.rhai",
    "scripts/rules_3.rhai",
];
/// The kinds of rows that something comes of by a list.
const WITH_EFFECTS: [Kind; 4] = [Kind::Inject, Kind::Choice, Kind::Action, Kind::Rule];
/// The longest name of a function that is made of an id.
const LONGEST: usize = 48;

/// What a promotion changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promotion {
    /// The file that the row stands in, what is written there, and what takes its place.
    pub file: String,
    pub before: String,
    pub after: String,
    /// The file that the function goes into, its name and its text.
    pub script: String,
    pub function: String,
    pub text: String,
    /// The files' new texts.
    pub files: Vec<(String, String)>,
}

/// Why nothing is promoted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotPromoted {
    /// The scenario has mistakes that keep it from being played.
    Broken,
    /// Nothing of that id has a condition, or nothing comes of it.
    Unknown,
    /// It is a function already: as it is written.
    Already(String),
    /// No script can say this effect, or not without a change in play.
    NoForm(String),
    /// It does not stand in a file of the scenario.
    NoPlace,
    /// No script of the scenario can take in one more function.
    NoRoom,
}

/// Makes a function of the condition of an inject, a decision, a choice, an action, a rule or an ending.
///
/// # Errors
/// Why it cannot be done. Nothing is changed here in any case: the new texts are handed back.
pub fn promote(package: &Package, id: &str) -> Result<Promotion, NotPromoted> {
    let opened = scenario::open(package);
    let playable = opened.playable.as_ref().ok_or(NotPromoted::Broken)?;
    let scenario = playable.scenario();
    let expr = condition_of(scenario, id).ok_or(NotPromoted::Unknown)?;
    let source = &scenario.exprs[expr.index()];
    if source.called(&scenario.names).is_some() {
        return Err(NotPromoted::Already(source.text.to_string()));
    }
    let function = free_name(scenario, "when", id);
    let span = Span::new(FileId(source.file), source.start, source.end);
    // The span may or may not take in the quotation marks.
    let call = format!("{function}()");
    let before = opened.sources.slice(span);
    let after = if before.contains('"') && before.ends_with(['"', '#']) {
        format!("\"{call}\"")
    } else {
        call
    };
    let text = format!("fn {function}() {{\n    {}\n}}\n", source.text.trim());
    moved(package, &opened, span, after, function, text)
}

/// Makes a function of what comes of an inject, a choice, an action or a rule.
///
/// # Errors
/// Why it cannot be done. Nothing is changed here in any case: the new texts are handed back.
pub fn promote_effects(package: &Package, id: &str) -> Result<Promotion, NotPromoted> {
    let opened = scenario::open(package);
    let playable = opened.playable.as_ref().ok_or(NotPromoted::Broken)?;
    let scenario = playable.scenario();
    let span = WITH_EFFECTS
        .into_iter()
        .filter_map(|kind| Some((kind, scenario.names.find(kind, id)?)))
        .map(|(kind, place)| opened.index.field(kind, place, "effects", &opened.sources))
        .find(|span| opened.sources.slice(*span).starts_with('['))
        .ok_or(NotPromoted::Unknown)?;
    let tree = Tree::parse(opened.sources.slice(span));
    let list = tree.value().ok_or(NotPromoted::NoPlace)?;
    let mut kids = list.kids();
    match (kids.next(), kids.next()) {
        (None, _) => return Err(NotPromoted::Unknown),
        (Some(only), None) if only.name() == Some("Call") => {
            return Err(NotPromoted::Already(only.text().to_owned()));
        }
        _ => {}
    }
    let body = effects::body(list).map_err(NotPromoted::NoForm)?;
    let function = free_name(scenario, "then", id);
    let after = format!("[Call(\"{function}\")]");
    let text = format!("fn {function}() {{\n{body}}}\n");
    moved(package, &opened, span, after, function, text)
}

/// Puts `after` in the place of what stands in a row, and a function into a script.
fn moved(
    package: &Package,
    opened: &Opened,
    span: Span,
    after: String,
    function: String,
    text: String,
) -> Result<Promotion, NotPromoted> {
    let before = opened.sources.slice(span).to_owned();
    let edits = [Edit::new(span, after.clone())];
    let texts = match edit::apply(&opened.sources, &edits) {
        Ok(texts) => texts,
        Err(EditError::Overlap { .. } | EditError::NoSuchPlace(_)) => {
            return Err(NotPromoted::NoPlace);
        }
    };
    let (_, row_file) = texts.into_iter().next().ok_or(NotPromoted::NoPlace)?;
    let file = package.named(opened.sources.name(span.file));
    let file = file.ok_or(NotPromoted::NoPlace)?.to_owned();
    let scripts = package.files().map(|(name, _)| name);
    let scripts = scripts.filter(|name| name.ends_with(".rhai"));
    // A script that has grown as large as it may is left alone.
    for script in scripts.chain(MORE_SCRIPTS) {
        let old = package.file(script).unwrap_or_default();
        let old = String::from_utf8_lossy(old);
        let gap = match old.as_ref() {
            "" => "",
            old if old.ends_with('\n') => "\n",
            _ => "\n\n",
        };
        let files = vec![
            (file.clone(), row_file.clone()),
            (script.to_owned(), format!("{old}{gap}{text}")),
        ];
        let changed = files.iter().fold(package.clone(), |package, (name, text)| {
            package.with(name, text.as_bytes())
        });
        if scenario::open(&changed).playable.is_some() {
            return Ok(Promotion {
                file,
                before,
                after,
                script: script.to_owned(),
                function,
                text,
                files,
            });
        }
    }
    Err(NotPromoted::NoRoom)
}

/// The condition under an id.
fn condition_of(scenario: &Scenario, id: &str) -> Option<ExprId> {
    let find = |kind| scenario.names.find(kind, id).map(usize::from);
    let inject = find(Kind::Inject).and_then(|place| scenario.injects[place].when.condition);
    let decision = || find(Kind::Decision).and_then(|at| scenario.decisions[at].opens.condition);
    let choice = || find(Kind::Choice).and_then(|at| scenario.choices[at].condition);
    let action = || find(Kind::Action).and_then(|at| scenario.actions[at].condition);
    let rule = || find(Kind::Rule).and_then(|at| scenario.rules[at].condition);
    let ending = || find(Kind::Ending).and_then(|at| scenario.endings[at].condition);
    inject
        .or_else(decision)
        .or_else(choice)
        .or_else(action)
        .or_else(rule)
        .or_else(ending)
}

/// A name for the function that nothing has yet.
fn free_name(scenario: &Scenario, verb: &str, id: &str) -> String {
    let plain = |letter: char| {
        if letter.is_ascii_alphanumeric() {
            letter
        } else {
            '_'
        }
    };
    let stem: String = id.chars().take(LONGEST).map(plain).collect();
    let is_free = |name: &String| {
        !script::is_reserved(name) && scenario.names.find(Kind::Function, name).is_none()
    };
    let first = format!("{verb}_{stem}");
    let more = (2..).map(|number: u32| format!("{first}_{number}"));
    std::iter::once(first.clone())
        .chain(more)
        .find(is_free)
        .unwrap_or(first)
}
