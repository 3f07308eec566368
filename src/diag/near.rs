//! Did you mean: the candidates a mistyped name is near to.

/// As many suggestions as still help.
const SUGGESTIONS: usize = 3;
/// Longer names are not compared letter by letter.
const LONGEST: usize = 64;

/// The candidates that `name` may have been meant for, likeliest first, at most three.
///
/// Case, hyphens and underscores hardly count; then single slips of the hand; then a part of the name, or its words in
/// another order; then what still shares two letters of three.
pub fn near<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    if name.is_empty() || name.chars().count() > LONGEST {
        return Vec::new();
    }
    let folded = folded(name);
    let mut ranked: Vec<(usize, u32, &str)> = candidates
        .into_iter()
        .filter(|candidate| *candidate != name)
        .filter_map(|candidate| {
            Some((
                cost(&folded, candidate)?,
                unlikeness(name, candidate),
                candidate,
            ))
        })
        .collect();
    ranked.sort_unstable();
    ranked.dedup_by_key(|(_, _, candidate)| *candidate);
    ranked
        .into_iter()
        .take(SUGGESTIONS)
        .map(|(_, _, candidate)| candidate.to_owned())
        .collect()
}

/// How far a candidate is from a folded name, if it is near at all.
fn cost(name: &str, candidate: &str) -> Option<usize> {
    let candidate = folded(candidate);
    let length = name.chars().count();
    if candidate.is_empty() || candidate.chars().count() > LONGEST {
        return None;
    }
    let slips = strsim::damerau_levenshtein(name, &candidate);
    let allowed = (length.max(candidate.chars().count()) / 3).max(1);
    let by_slips = (slips <= allowed).then_some(slips * 2);
    let is_part = length >= 3
        && (candidate.starts_with(name)
            || candidate.ends_with(name)
            || candidate.contains(&format!("_{name}_")));
    let has_it =
        candidate.len() >= 3 && (name.starts_with(&candidate) || name.ends_with(&candidate));
    let same_words = name.contains('_') && words(name) == words(&candidate);
    let by_parts = (is_part || has_it || same_words).then_some(3);
    by_slips.into_iter().chain(by_parts).min()
}

fn folded(name: &str) -> String {
    name.trim().to_lowercase().replace(['-', ' ', '.'], "_")
}

fn words(name: &str) -> Vec<&str> {
    let mut words: Vec<_> = name.split('_').collect();
    words.sort_unstable();
    words
}

/// Orders candidates of the same cost: those that begin alike come first.
fn unlikeness(name: &str, candidate: &str) -> u32 {
    let likeness = strsim::jaro_winkler(name, candidate);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and 1000 by construction"
    )]
    let thousandths = ((1.0 - likeness.clamp(0.0, 1.0)) * 1000.0) as u32;
    thousandths
}
