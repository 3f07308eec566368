//! What is wrong, file by file, and the repairs that can be made at once.

use std::collections::BTreeMap;
use std::path::Path;
use std::path::PathBuf;

use serde_json::Value;
use serde_json::json;

use crate::author::lsp::place;
use crate::author::lsp::project::Project;
use crate::author::lsp::uri;
use crate::diag;
use crate::diag::Diagnostic;
use crate::diag::Fix;
use crate::diag::Severity;
use crate::diag::Span;
use crate::text::Words;

/// The diagnostics of every file that has any, as the protocol writes them.
pub(super) fn diagnostics(project: &Project, words: &Words) -> BTreeMap<PathBuf, Value> {
    let mut by_file: BTreeMap<PathBuf, Vec<Value>> = BTreeMap::new();
    for diagnostic in &project.diagnostics {
        if let Some(path) = project.path(diagnostic.span.file) {
            by_file
                .entry(path)
                .or_default()
                .push(one(project, diagnostic, words));
        }
    }
    by_file
        .into_iter()
        .map(|(path, all)| (path, Value::Array(all)))
        .collect()
}

fn one(project: &Project, diagnostic: &Diagnostic, words: &Words) -> Value {
    let wording = diag::word(diagnostic, words);
    let mut message = wording.message.into_string();
    for help in &wording.help {
        message.push('\n');
        message.push_str(help.as_str());
    }
    let severity = match diagnostic.severity() {
        Severity::Error => 1,
        Severity::Warning => 2,
        Severity::Advice => 4,
    };
    let related = diagnostic.labels.iter().filter_map(|label| {
        let path = project.path(label.span.file)?;
        let said = words.fill(label.key, &diagnostic.args);
        Some(json!({
            "location": { "uri": uri::of(&path), "range": range(project, label.span) },
            "message": said.as_str(),
        }))
    });
    json!({
        "range": range(project, diagnostic.span),
        "severity": severity,
        "code": diagnostic.code.as_str(),
        "source": "demarche",
        "message": message,
        "relatedInformation": related.collect::<Vec<_>>(),
    })
}

/// The stretch of a span in its file.
pub(super) fn range(project: &Project, span: Span) -> place::Range {
    place::range(project.sources.text(span.file), span.range())
}

/// The repairs of what is wrong in a stretch of a file: those a diagnostic brings, and the nearest word that was meant.
pub(super) fn actions(
    project: &Project,
    path: &Path,
    range: Option<place::Range>,
    words: &Words,
) -> Value {
    let (Some(file), Some(range)) = (project.file(path), range) else {
        return json!([]);
    };
    let mut actions = Vec::new();
    for diagnostic in project
        .diagnostics
        .iter()
        .filter(|wrong| wrong.span.file == file)
    {
        let here = self::range(project, diagnostic.span);
        if here.end < range.start || range.end < here.start {
            continue;
        }
        for fix in fixes(project, diagnostic) {
            let Some(path) = project.path(fix.span.file) else {
                continue;
            };
            let title = words.fill("lsp-replace", &[("text", fix.text.as_str().into())]);
            let edit = json!({ "range": self::range(project, fix.span), "newText": fix.text });
            let mut changes = serde_json::Map::new();
            changes.insert(uri::of(&path), json!([edit]));
            actions.push(json!({
                "title": title.as_str(),
                "kind": "quickfix",
                "diagnostics": [one(project, diagnostic, words)],
                "edit": { "changes": changes },
            }));
        }
    }
    Value::Array(actions)
}

/// A diagnostic's own fix, or the words it suggests in the place of what stands there.
fn fixes(project: &Project, diagnostic: &Diagnostic) -> Vec<Fix> {
    if let Some(fix) = &diagnostic.fix {
        return vec![fix.clone()];
    }
    let written = project.sources.slice(diagnostic.span);
    let is_quoted = written.len() >= 2 && written.starts_with('"') && written.ends_with('"');
    let is_word = |text: &str| {
        !text.is_empty()
            && text
                .chars()
                .all(|c| c.is_alphanumeric() || "_.".contains(c))
    };
    let bare = written.trim_matches('"');
    let near = diagnostic
        .near
        .iter()
        .filter(|near| is_word(bare) && is_word(near));
    let fix = |near: &String| Fix {
        span: diagnostic.span,
        text: if is_quoted {
            format!("\"{near}\"")
        } else {
            near.clone()
        },
    };
    near.take(3).map(fix).collect()
}
