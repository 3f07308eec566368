//! A study beside an earlier one: what changed beyond chance.
//!
//! Shares are compared by the difference of proportions, courses by the difference of means, each in standard errors. With a
//! thousand comparisons some differ by chance, so the limit rises with their number (Bonferroni's, at five in a hundred for
//! all together).

use serde_json::Value;

use crate::lab::findings::Findings;
use crate::lab::json;
use crate::lab::shards::NotRead;
use crate::model::scenario::Scenario;

/// For how many comparisons so many standard errors are enough.
const LIMITS: [(usize, f64); 8] = [
    (1, 1.96),
    (3, 2.40),
    (10, 2.81),
    (30, 3.15),
    (100, 3.48),
    (300, 3.77),
    (1000, 4.06),
    (3000, 4.32),
];
/// The same for any more.
const FURTHEST: f64 = 4.75;

/// Something that changed.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// It is only in the newer study, or only in the earlier one.
    New(String),
    Gone(String),
    /// From what to what, with how many standard errors lie between; shares are in per cent.
    Moved {
        what: String,
        from: f64,
        to: f64,
        errors: f64,
    },
}

impl Change {
    /// What changed, in the author's word.
    pub fn what(&self) -> &str {
        match self {
            Self::New(what) | Self::Gone(what) | Self::Moved { what, .. } => what,
        }
    }
}

/// Why there is nothing to compare with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoBaseline {
    /// It is not the JSON of a study.
    Unreadable(NotRead),
    /// It is of another scenario, by its id.
    Scenario(String),
}

/// A number with its standard error, by name.
struct Measure {
    name: String,
    value: f64,
    /// The square of the standard error.
    error: f64,
}

/// Reads an earlier study that one of this scenario can be compared with.
///
/// # Errors
/// If the text is not the JSON of a study, or of a study of another scenario.
pub fn earlier(scenario: &Scenario, text: &str) -> Result<Value, NoBaseline> {
    let unreadable = NoBaseline::Unreadable;
    let old: Value = serde_json::from_str(text).map_err(|why| unreadable(why.into()))?;
    match old["format"].as_u64() {
        Some(format) if format == u64::from(json::FORMAT) => {}
        Some(format) => return Err(unreadable(NotRead::Format(format))),
        None => return Err(unreadable(NotRead::Foreign)),
    }
    match old["scenario"].as_str() {
        Some(id) if id == &*scenario.about.id => Ok(old),
        Some(id) => Err(NoBaseline::Scenario(id.to_owned())),
        None => Err(unreadable(NotRead::Foreign)),
    }
}

/// What changed since an earlier study, of which this is the JSON; the surest first. Also how many comparisons there were.
///
/// # Errors
/// As [`earlier`].
pub fn compare(findings: &Findings<'_>, text: &str) -> Result<(Vec<Change>, usize), NoBaseline> {
    let old = earlier(findings.study.playable.scenario(), text)?;
    let (old, new) = (measures(&old), measures(&json::tree(findings)));
    let mut changes: Vec<Change> = Vec::new();
    let mut moved = Vec::new();
    let mut compared = 0;
    for measure in &new {
        let Some(before) = old.iter().find(|old| old.name == measure.name) else {
            changes.push(Change::New(measure.name.clone()));
            continue;
        };
        compared += 1;
        let error = (measure.error + before.error).sqrt();
        let by = (measure.value - before.value).abs();
        if by > 0.0 {
            let errors = if error > 0.0 {
                by / error
            } else {
                f64::INFINITY
            };
            moved.push((errors, before, measure));
        }
    }
    let gone = old
        .iter()
        .filter(|old| !new.iter().any(|new| new.name == old.name));
    changes.extend(gone.map(|measure| Change::Gone(measure.name.clone())));
    let limit = LIMITS
        .iter()
        .find(|(most, _)| compared <= *most)
        .map_or(FURTHEST, |(_, limit)| *limit);
    moved.retain(|(errors, ..)| *errors > limit);
    moved.sort_by(|(a, _, one), (b, _, other)| b.total_cmp(a).then(one.name.cmp(&other.name)));
    changes.extend(
        moved
            .into_iter()
            .map(|(errors, before, now)| Change::Moved {
                what: now.name.clone(),
                from: before.value,
                to: now.value,
                errors,
            }),
    );
    Ok((changes, compared))
}

/// Everything in a study that can be compared.
fn measures(study: &Value) -> Vec<Measure> {
    let mut all = Vec::new();
    let plays = number(&study["plays"]);
    for (section, path) in [
        ("endings", &["plays"][..]),
        ("injects", &["plays"]),
        ("decisions", &["opened"]),
        ("choices", &["taken", "plays"]),
        ("actions", &["taken", "plays"]),
        ("rules", &["plays"]),
        ("functions", &["called", "plays"]),
        ("duties", &["met"]),
        ("tasks", &[]),
    ] {
        for (name, row) in rows(&study[section]) {
            let count = path.iter().fold(row, |row, step| &row[*step]);
            let share = number(count) / plays.max(1.0);
            // A share of nothing or all is not known exactly either: one play is added on both sides.
            let cautious = (number(count) + 1.0) / (plays + 2.0);
            all.push(Measure {
                name: format!("{section}.{name}"),
                value: share * 100.0,
                error: cautious * (1.0 - cautious) / plays.max(1.0) * 10_000.0,
            });
        }
    }
    for (name, row) in rows(&study["courses"]) {
        let end = &row["end"];
        let (mean, deviation) = (
            number(&end["mean"]) / 1000.0,
            number(&end["deviation"]) / 1000.0,
        );
        all.push(Measure {
            name: format!("courses.{name}"),
            value: mean,
            error: deviation * deviation / number(&end["plays"]).max(1.0),
        });
    }
    all
}

fn rows(table: &Value) -> impl Iterator<Item = (&String, &Value)> {
    table.as_object().into_iter().flatten()
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or(0.0)
}
