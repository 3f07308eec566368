//! Acronyms, and those that everybody can look up.

use std::collections::BTreeSet;

use crate::author::check::study::Study;
use crate::author::check::texts;
use crate::text;

/// What nobody has to be told.
const COMMON: &[&str] = &[
    "AM", "API", "CEO", "CET", "CERT", "DNS", "EU", "EXERCISE", "GMT", "HTTP", "HTTPS", "ID", "GB",
    "II", "III", "IP", "IT", "IV", "KB", "MB", "NATIONAL", "NGO", "OK", "PC", "PDF", "PM", "SMS",
    "TLP", "TV", "UN", "URL", "USB", "UTC", "VPN",
];

/// The acronyms of a text: words of two to six capitals, not among others in capitals, which are headlines.
pub(super) fn of(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut before = false;
    let mut words = text
        .split(|c: char| c.is_whitespace() || matches!(c, '/' | '-' | '–'))
        .peekable();
    while let Some(word) = words.next() {
        let word = bare(word);
        let is_loud = is_capital(word);
        let goes_on = words.peek().is_some_and(|next| is_capital(bare(next)));
        if is_loud && !before && !goes_on && word.len() <= 6 {
            found.push(word);
        }
        before = is_loud;
    }
    found
}

fn bare(word: &str) -> &str {
    let word = word
        .strip_suffix("'s")
        .or_else(|| word.strip_suffix("’s"))
        .unwrap_or(word);
    word.trim_matches(|c: char| !c.is_ascii_alphanumeric())
}

fn is_capital(word: &str) -> bool {
    word.len() >= 2 && word.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// What is known before the first text: common ones, those of the glossary, names of the cast, and whatever stands in round
/// brackets behind its own words.
pub(super) fn known(study: &Study<'_>) -> BTreeSet<String> {
    let mut known: BTreeSet<String> = COMMON.iter().map(|word| (*word).to_owned()).collect();
    let mut add = |text: &str| {
        let words = text.split(|c: char| !c.is_ascii_alphanumeric());
        known.extend(words.filter(|word| is_capital(word)).map(str::to_owned));
    };
    for (area, source) in text::sources("en") {
        if *area == "glossary" {
            add(source);
        }
    }
    for actor in &study.scenario.actors {
        add(actor.name.as_str());
        add(actor.short.as_str());
        let words = actor.name.as_str().split_whitespace();
        let initials: String = words
            .filter_map(|word| word.chars().next())
            .filter(|first| first.is_uppercase())
            .collect();
        add(&initials);
    }
    study
        .scenario
        .regions
        .iter()
        .for_each(|region| add(region.name.as_str()));
    texts::each(study, &mut |_, _, text| {
        let parts = text.as_str().split('(').skip(1);
        let inner = parts.filter_map(|part| part.split(')').next());
        inner
            .filter(|inner| is_capital(inner.trim()))
            .for_each(&mut add);
    });
    known
}

/// Whether a text has the word in small letters or with a capital.
pub(super) fn is_word(study: &Study<'_>, word: &str) -> bool {
    let mut found = false;
    texts::each(study, &mut |_, _, text| {
        let mut words = text.as_str().split(|c: char| !c.is_alphanumeric());
        found = found || words.any(|other| other != word && other.eq_ignore_ascii_case(word));
    });
    found
}
