//! The catalogue holds together.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::path::PathBuf;

use demarche::text::Arg;
use demarche::text::LANGUAGES;
use demarche::text::SafeText;
use demarche::text::Words;
use demarche::text::clip;
use demarche::text::glossary;
use demarche::text::keys;
use demarche::text::sources;
use demarche::text::wrap;
use fluent_bundle::FluentResource;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, extension: &str, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, extension, out);
        } else if path.extension().is_some_and(|found| found == extension) {
            out.push(path);
        }
    }
}

#[test]
fn every_catalogue_file_is_embedded_and_parses() {
    for language in LANGUAGES {
        let mut on_disk = Vec::new();
        files(&root().join("src/text").join(language), "ftl", &mut on_disk);
        let mut on_disk: Vec<_> = on_disk
            .iter()
            .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
            .collect();
        on_disk.sort();
        let mut embedded: Vec<_> = sources(language)
            .iter()
            .map(|(area, _)| (*area).to_owned())
            .collect();
        embedded.sort();
        assert_eq!(
            on_disk, embedded,
            "{language}: add the file to src/text/catalogue.rs"
        );
        for (area, source) in sources(language) {
            if let Err((_, errors)) = FluentResource::try_new((*source).to_owned()) {
                let at = |place: usize| source[..place].lines().count();
                let errors: Vec<_> = errors
                    .iter()
                    .map(|error| format!("line {}: {}", at(error.pos.start), error.kind))
                    .collect();
                panic!("src/text/{language}/{area}.ftl: {errors:#?}");
            }
        }
    }
}

#[test]
fn no_key_is_there_twice() {
    for language in LANGUAGES {
        let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
        for (area, source) in sources(language) {
            for key in keys(source) {
                if let Some(other) = seen.insert(key, area) {
                    panic!("`{key}` is in {other}.ftl and in {area}.ftl");
                }
            }
        }
    }
}

#[test]
fn every_key_the_code_names_is_in_the_catalogue() {
    let words = Words::new("en");
    let mut areas: Vec<String> = sources("en")
        .iter()
        .map(|(area, _)| format!("{area}-"))
        .collect();
    areas.extend(["kind-", "expects-", "found-", "what-"].map(str::to_owned));
    let mut code = Vec::new();
    files(&root().join("src"), "rs", &mut code);
    let mut missing = Vec::new();
    let mut count = 0;
    for path in code {
        let source = fs::read_to_string(&path).unwrap();
        for literal in source.split('"').skip(1) {
            let is_key = areas.iter().any(|area| literal.starts_with(area)) && is_kebab(literal);
            if is_key {
                count += 1;
            }
            if is_key && !words.has(literal) {
                missing.push(format!(
                    "{}: {literal}",
                    path.strip_prefix(root()).unwrap().display()
                ));
            }
        }
        for call in [".say(", ".fill(", ".block(", "Arg::Key("] {
            for (place, _) in source.match_indices(call) {
                let rest = source[place + call.len()..].trim_start();
                let Some(key) = rest
                    .strip_prefix('"')
                    .and_then(|rest| rest.split('"').next())
                else {
                    continue;
                };
                if !words.has(key) {
                    missing.push(format!(
                        "{}: {key}",
                        path.strip_prefix(root()).unwrap().display()
                    ));
                }
            }
        }
    }
    assert!(count > 50, "the scan found only {count} keys");
    missing.sort();
    missing.dedup();
    assert!(missing.is_empty(), "not in src/text/en: {missing:#?}");
}

fn is_kebab(literal: &str) -> bool {
    literal
        .bytes()
        .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        && !literal.ends_with('-')
}

#[test]
fn messages_are_filled_and_missing_ones_show_their_key() {
    fn shared<T: Send + Sync>(_: &T) {}
    let words = Words::new("es-CR");
    shared(&words);
    assert_eq!(words.say("no-such-key"), "⟨no-such-key⟩");
    assert_eq!(
        words.fill("diag-more", &[("count", 1.into())]),
        "… and one more."
    );
    assert_eq!(
        words.fill("diag-more", &[("count", 1200_usize.into())]),
        "… and 1200 more."
    );
    assert_eq!(
        words
            .fill(
                "diag-S004",
                &[
                    ("size", i64::MAX.into()),
                    ("limit", "a\x1b]0;x\x07\tb".into())
                ]
            )
            .as_str(),
        "the scenario is too large: 9223372036854775807 KiB in all its files, and a b are allowed"
    );
    let kinds = [("kind", Arg::Key("kind-seat")), ("name", "x".into())];
    assert_eq!(words.fill("diag-S304", &kinds), "there is no seat `x`");
}

#[test]
fn the_glossary_is_found_by_any_name() {
    let words = Words::default();
    let all = glossary::all(&words);
    assert!(all.len() >= 45, "{}", all.len());
    for entry in &all {
        assert!(entry.text.as_str().len() > 30, "{}", entry.id);
        assert_eq!(
            glossary::lookup(&words, entry.term.as_str()).as_ref(),
            Some(entry),
            "{}",
            entry.id
        );
        assert_eq!(
            glossary::lookup(&words, entry.id).as_ref(),
            Some(entry),
            "{}",
            entry.id
        );
        for name in &entry.also {
            assert_eq!(
                glossary::lookup(&words, &name.as_str().to_uppercase()).as_ref(),
                Some(entry),
                "{name}"
            );
        }
    }
    for norm in 'a'..='k' {
        let entry = glossary::lookup(&words, &format!("norm {norm}")).unwrap();
        assert!(entry.source.unwrap().as_str().contains("A/70/174"));
    }
    assert!(glossary::lookup(&words, "xyzzy").is_none());
}

#[test]
fn wrapping_counts_columns() {
    let wrapped = |text: &str, columns| -> Vec<String> {
        wrap(&SafeText::block(text), columns)
            .into_iter()
            .map(SafeText::into_string)
            .collect()
    };
    assert_eq!(wrapped("one two three", 7), ["one two", "three"]);
    assert_eq!(
        wrapped("  indented text goes on", 12),
        ["  indented", "  text goes", "  on"]
    );
    assert_eq!(wrapped("日本語の文章", 5), ["日本", "語の", "文章"]);
    assert_eq!(wrapped("a\n\nb", 5), ["a", "", "b"]);
    assert_eq!(wrapped("abcdefgh ij", 3), ["abc", "def", "gh", "ij"]);
    assert_eq!(wrapped("", 3), [""]);
    assert_eq!(wrapped("日", 1), ["日"]);
    assert_eq!(clip(&SafeText::line("日本語"), 5), "日本…");
    assert_eq!(clip(&SafeText::line("abc"), 3), "abc");
    assert_eq!(clip(&SafeText::line("abc def"), 5), "abc…");
    assert_eq!(clip(&SafeText::line("abc"), 0), "");
}

/// What an author calls a group of people begins with a capital: in a sentence it stands in quotation marks, or behind a colon.
#[test]
fn names_of_groups_of_people_are_set_off_from_sentences() {
    let mut count = 0;
    for line in sources("en").iter().flat_map(|(_, source)| source.lines()) {
        for (at, _) in line.match_indices("{ $community }") {
            let before = line[..at].trim_end_matches(' ');
            let is_set_off = ["“", ":", "="].iter().any(|sign| before.ends_with(sign));
            assert!(is_set_off, "{line}");
            count += 1;
        }
    }
    assert!(count > 10, "only {count} lines were looked at");
}
