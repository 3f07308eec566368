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

/// Those of the words that some text has in small letters or with a capital too: no acronyms, but words said aloud.
pub(super) fn said_aloud(study: &Study<'_>, words: &BTreeSet<String>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    if words.is_empty() {
        return found;
    }
    texts::each(study, &mut |_, _, text| {
        for word in text.as_str().split(|c: char| !c.is_alphanumeric()) {
            if (2..=6).contains(&word.len()) && !is_capital(word) {
                let loud = word.to_ascii_uppercase();
                if words.contains(&loud) {
                    found.insert(loud);
                }
            }
        }
    });
    found
}
