//! The answer to one question: both paths on the exercise's own luck, and on many others.

use crate::engine::truth::Truth;
use crate::lab::whatif::aside::Aside;
use crate::lab::whatif::aside::beside;
use crate::lab::whatif::change::Change;
use crate::lab::whatif::course::go_on;
use crate::lab::whatif::course::play;
use crate::lab::whatif::course::play_on;
use crate::lab::whatif::others::Others;
use crate::lab::whatif::outcome::Outcome;
use crate::lab::whatif::paired::Paired;
use crate::lab::whatif::past::Past;
use crate::lab::whatif::path::Path;
use crate::lab::whatif::spread::Effort;
use crate::text::Words;

/// The answer to "what if".
pub struct Answer {
    pub change: Change,
    pub others: Others,
    /// On the exercise's own luck.
    pub played: Path,
    pub changed: Path,
    pub asides: Vec<Aside>,
    pub many: Many,
}

/// Two courses on many lucks, pair by pair.
pub struct Many {
    pub plays: u64,
    /// The turn from whose Commit on luck is another; before it is the log's.
    pub from: u16,
    /// As played, and with the change, on the same lucks in the same order.
    pub played: Vec<Outcome>,
    pub changed: Vec<Outcome>,
}

impl Many {
    /// How much more the change makes of a number, luck by luck.
    pub fn more(&self, of: impl Fn(&Outcome) -> i64) -> Paired {
        let pairs = self.played.iter().zip(&self.changed);
        let differences: Vec<i64> = pairs
            .map(|(played, changed)| of(changed).saturating_sub(of(played)))
            .collect();
        Paired::of(&differences)
    }
}

/// What always stands beside an answer: nobody acted, or the author's expert path.
pub struct Reference {
    pub change: Change,
    /// On the exercise's own luck.
    pub path: Path,
    /// From the beginning, on many lucks.
    pub many: Vec<Outcome>,
}

/// Answers a question. `None` if it was given up.
pub fn ask(
    past: &Past,
    change: &Change,
    others: Others,
    words: &Words,
    effort: &Effort<'_>,
) -> Option<Answer> {
    let changes = [&Change::Same, change];
    let mut paths = paths(past, &changes, others, words, effort)?;
    let (changed, played) = (paths.pop()?, paths.pop()?);
    let asides = beside(&played, &changed, past.playable().scenario(), words);
    let many = on_many(past, change, others, effort)?;
    Some(Answer {
        change: change.clone(),
        others,
        played,
        changed,
        asides,
        many,
    })
}

/// Nobody acted, and the author's expert path if there is one, from the beginning.
pub(super) fn references(
    past: &Past,
    words: &Words,
    effort: &Effort<'_>,
) -> Option<Vec<Reference>> {
    let mut changes = vec![Change::Hold {
        seat: None,
        from: 0,
    }];
    if !past.playable().scenario().expert.is_empty() {
        changes.push(Change::Expert);
    }
    let all: Vec<&Change> = changes.iter().collect();
    let paths = paths(past, &all, Others::Frozen, words, effort)?;
    let lucks = effort.lucks(past);
    let many = effort.spread(changes.len() * lucks.len(), |job| {
        let (change, luck) = (job / lucks.len(), job % lucks.len());
        let course = play_on(past, &changes[change], Others::Frozen, lucks[luck]);
        Outcome::of(Truth::new(past.playable(), &course.end))
    })?;
    let mut many = many.into_iter();
    let references = changes
        .into_iter()
        .zip(paths)
        .map(|(change, path)| Reference {
            change,
            path,
            many: many.by_ref().take(lucks.len()).collect(),
        });
    Some(references.collect())
}

fn paths(
    past: &Past,
    changes: &[&Change],
    others: Others,
    words: &Words,
    effort: &Effort<'_>,
) -> Option<Vec<Path>> {
    effort.spread(changes.len(), |place| {
        Path::of(past, &play(past, changes[place], others), words)
    })
}

fn on_many(past: &Past, change: &Change, others: Others, effort: &Effort<'_>) -> Option<Many> {
    let first = past.turns().next().unwrap_or_default();
    let from = change.from().max(first);
    let lucks = effort.lucks(past);
    let changes = [&Change::Same, change];
    let outcomes = effort.spread(2 * lucks.len(), |job| {
        let (place, luck) = (job / lucks.len(), job % lucks.len());
        let state = go_on(past, changes[place], others, from, lucks[luck])?;
        Some(Outcome::of(Truth::new(past.playable(), &state)))
    })?;
    let mut outcomes: Vec<Outcome> = outcomes.into_iter().flatten().collect();
    let changed = outcomes.split_off(outcomes.len() / 2);
    Some(Many {
        plays: effort.plays,
        from,
        played: outcomes,
        changed,
    })
}
