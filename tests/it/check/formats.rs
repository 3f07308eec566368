//! What programs read of a check, and what a screen reader does.

use demarche::author;
use demarche::diag::Style;
use demarche::diag::render;
use demarche::diag::word;
use demarche::text::Words;
use demarche::text::width;
use serde_json::Value;

use crate::check::mistakes;

/// A scenario with mistakes of several kinds: a second place, a fix, a warning.
fn rendered(style: Style) -> String {
    let checked = author::check(&mistakes());
    let words = Words::default();
    render(&checked.diagnostics, &checked.sources, &words, style)
}

#[test]
fn sarif_has_what_its_version_requires() {
    let log: Value = serde_json::from_str(&rendered(Style::Sarif)).unwrap();
    assert_eq!(log["version"], "2.1.0");
    let [run] = log["runs"].as_array().unwrap().as_slice() else {
        panic!("one run")
    };
    let driver = &run["tool"]["driver"];
    assert_eq!(driver["name"], "demarche");
    let rules = driver["rules"].as_array().unwrap();
    let results = run["results"].as_array().unwrap();
    assert!(results.len() >= 4, "{results:#?}");
    let is_region = |place: &Value| {
        let number = |name: &str| place["region"][name].as_u64().unwrap();
        let (start, end) = (
            (number("startLine"), number("startColumn")),
            (number("endLine"), number("endColumn")),
        );
        assert!(start.0 >= 1 && start.1 >= 1 && start <= end, "{place}");
        let uri = place["artifactLocation"]["uri"].as_str().unwrap();
        assert!(!uri.is_empty() && !uri.contains([' ', '\\']), "{uri}");
    };
    let (mut fixes, mut related) = (0, 0);
    for result in results {
        let at = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[at]["id"], result["ruleId"]);
        assert!(["error", "warning", "note"].contains(&result["level"].as_str().unwrap()));
        assert!(!result["message"]["text"].as_str().unwrap().is_empty());
        for place in result["locations"].as_array().unwrap() {
            is_region(&place["physicalLocation"]);
        }
        for place in result["relatedLocations"].as_array().into_iter().flatten() {
            is_region(&place["physicalLocation"]);
            related += 1;
        }
        for fix in result["fixes"].as_array().into_iter().flatten() {
            let change = &fix["artifactChanges"][0];
            assert!(change["artifactLocation"]["uri"].is_string());
            let replacement = &change["replacements"][0];
            assert!(replacement["deletedRegion"]["startLine"].is_u64());
            assert!(replacement["insertedContent"]["text"].is_string());
            fixes += 1;
        }
    }
    assert!(fixes > 0 && related > 0, "{fixes} fixes, {related} related");
    for rule in rules {
        assert!(rule["id"].is_string() && rule["shortDescription"]["text"].is_string());
    }
}

#[test]
fn github_reads_one_line_each() {
    let checked = author::check(&mistakes());
    let lines = rendered(Style::GitHub);
    assert_eq!(lines.lines().count(), checked.diagnostics.len());
    for line in lines.lines() {
        let (properties, message) = line[2..].split_once("::").unwrap();
        let (kind, properties) = properties.split_once(' ').unwrap();
        assert!(["error", "warning", "notice"].contains(&kind), "{line}");
        let names: Vec<&str> = properties
            .split(',')
            .map(|property| property.split_once('=').unwrap().0)
            .collect();
        assert!(names.starts_with(&["file", "line", "col"]), "{line}");
        assert!(names.ends_with(&["title"]) && !message.is_empty(), "{line}");
    }
}

#[test]
fn narrated_draws_nothing() {
    let text = rendered(Style::Narrated);
    assert!(text.contains("scenario.ron, line "));
    for sign in ["-->", " | ", "^^", ":::", "│", "╭"] {
        assert!(!text.contains(sign), "{sign} in {text}");
    }
}

#[test]
fn every_line_fits_eighty_columns() {
    let words = Words::default();
    let mut packages = vec![mistakes()];
    packages
        .extend(author::check::codes().filter_map(|code| Some(author::check::examples(code)?.0)));
    for package in packages {
        let checked = author::check(&package);
        let text = render(&checked.diagnostics, &checked.sources, &words, Style::Text);
        for line in text.lines() {
            assert!(width(line) <= 80, "{line}");
        }
        for wrong in &checked.diagnostics {
            let message = word(wrong, &words).message;
            assert!(!message.as_str().contains("{ $"), "{message}");
            assert!(!message.as_str().contains("{$"), "{message}");
        }
    }
}
