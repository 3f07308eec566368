//! Diagnostics for the programs that collect them: SARIF, and the lines that GitHub's workflows read.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde_json::Value;
use serde_json::json;

use crate::diag::code::Code;
use crate::diag::code::Severity;
use crate::diag::diagnostic::Diagnostic;
use crate::diag::explain::explain;
use crate::diag::sources::Sources;
use crate::diag::sources::Span;
use crate::diag::wording::Wording;
use crate::diag::wording::word;
use crate::diag::wording::word_label;
use crate::text::SafeText;
use crate::text::Words;

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// A log in the Static Analysis Results Interchange Format, version 2.1.0 (OASIS, 2020).
pub(super) fn sarif(diagnostics: &[&Diagnostic], sources: &Sources, words: &Words) -> String {
    let codes: BTreeSet<Code> = diagnostics
        .iter()
        .map(|diagnostic| diagnostic.code)
        .collect();
    let codes: Vec<Code> = codes.into_iter().collect();
    let rules: Vec<Value> = codes.iter().map(|code| rule(*code, words)).collect();
    let results: Vec<Value> = diagnostics
        .iter()
        .map(|diagnostic| {
            let at = codes.iter().position(|code| *code == diagnostic.code);
            result(diagnostic, at.unwrap_or_default(), sources, words)
        })
        .collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "demarche",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    // A value of our own making always prints.
    serde_json::to_string_pretty(&log).unwrap_or_default() + "\n"
}

fn rule(code: Code, words: &Words) -> Value {
    let explanation = explain(code, words);
    json!({
        "id": code.as_str(),
        "shortDescription": { "text": explanation.title },
        "fullDescription": { "text": explanation.text },
        "defaultConfiguration": { "level": level(code.severity()) },
    })
}

fn result(diagnostic: &Diagnostic, rule: usize, sources: &Sources, words: &Words) -> Value {
    let Wording { message, help } = word(diagnostic, words);
    let mut text = message.into_string();
    for help in help {
        let _ = write!(text, "; {help}");
    }
    let mut result = json!({
        "ruleId": diagnostic.code.as_str(),
        "ruleIndex": rule,
        "level": level(diagnostic.severity()),
        "message": { "text": text },
        "locations": [{ "physicalLocation": place(diagnostic.span, sources) }],
    });
    let labels = diagnostic.labels.iter().enumerate().map(|(at, label)| {
        json!({
            "id": at,
            "physicalLocation": place(label.span, sources),
            "message": { "text": word_label(diagnostic, label, words) },
        })
    });
    let labels: Vec<Value> = labels.collect();
    if !labels.is_empty() {
        result["relatedLocations"] = labels.into();
    }
    if let Some(fix) = &diagnostic.fix {
        let place = place(fix.span, sources);
        result["fixes"] = json!([{
            "artifactChanges": [{
                "artifactLocation": place["artifactLocation"],
                "replacements": [{
                    "deletedRegion": place["region"],
                    "insertedContent": { "text": SafeText::block(&fix.text) },
                }],
            }],
        }]);
    }
    result
}

fn place(span: Span, sources: &Sources) -> Value {
    let (start, end) = (sources.place(span), sources.end(span));
    json!({
        "artifactLocation": { "uri": uri(sources.name(span.file)) },
        "region": {
            "startLine": start.line, "startColumn": start.column,
            "endLine": end.line, "endColumn": end.column,
        },
    })
}

/// A path as a relative reference (RFC 3986).
fn uri(path: &str) -> String {
    path.bytes().fold(String::new(), |mut uri, byte| {
        match byte {
            b'\\' => uri.push('/'),
            b'/' | b'.' | b'-' | b'_' | b'~' => uri.push(char::from(byte)),
            byte if byte.is_ascii_alphanumeric() => uri.push(char::from(byte)),
            byte => {
                let _ = write!(uri, "%{byte:02X}");
            }
        }
        uri
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "note",
    }
}

/// Workflow commands: `::error file=…,line=…,col=…::message`.
pub(super) fn github(diagnostics: &[&Diagnostic], sources: &Sources, words: &Words) -> String {
    let mut out = String::new();
    for diagnostic in diagnostics {
        let Wording { message, help } = word(diagnostic, words);
        let (start, end) = (sources.place(diagnostic.span), sources.end(diagnostic.span));
        let kind = match diagnostic.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Advice => "notice",
        };
        let file = SafeText::line(sources.name(diagnostic.span.file));
        let mut text = message.into_string();
        for help in help {
            let _ = write!(text, "\n{help}");
        }
        let _ = write!(
            out,
            "::{kind} file={},line={},col={}",
            escaped(file.as_str(), true),
            start.line,
            start.column
        );
        // Columns mean something to GitHub only within one line.
        if end.line == start.line {
            let _ = write!(out, ",endLine={},endColumn={}", end.line, end.column);
        }
        let _ = writeln!(out, ",title={}::{}", diagnostic.code, escaped(&text, false));
    }
    out
}

/// Text with what has a meaning in a workflow command replaced; properties have two more such signs.
fn escaped(text: &str, is_property: bool) -> String {
    let text = text
        .replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A");
    if is_property {
        text.replace(':', "%3A").replace(',', "%2C")
    } else {
        text
    }
}
