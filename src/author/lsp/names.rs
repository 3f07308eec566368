//! Where an id is declared and used, and another name for it everywhere at once.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;

use serde_json::Value;
use serde_json::json;

use crate::author::lsp::place;
use crate::author::lsp::place::Position;
use crate::author::lsp::project::Project;
use crate::author::lsp::uri;
use crate::diag::Span;
use crate::model::id::Kind;
use crate::scenario::is_id;
use crate::scenario::tree::Node;
use crate::scenario::tree::Tree;
use crate::script::Use;
use crate::script::is_reserved;
use crate::text::SafeText;
use crate::text::Words;

/// The id at a place of a file.
pub(super) fn at(project: &Project, path: &Path, position: Position) -> Option<Use> {
    let file = project.file(path)?;
    let offset = place::offset(project.sources.text(file), position);
    project.index.at(project.span(path, offset)?)
}

/// Where what stands at a place is declared; for the name of a further file, its beginning.
pub(super) fn definition(project: &Project, path: &Path, position: Position) -> Value {
    let declared = at(project, path, position).and_then(|found| project.index.declaration(found));
    if let Some(declared) = declared {
        return location(project, declared.span).unwrap_or(Value::Null);
    }
    file_named(project, path, position).unwrap_or(Value::Null)
}

fn file_named(project: &Project, path: &Path, position: Position) -> Option<Value> {
    let text = project.sources.text(project.file(path)?);
    let offset = u32::try_from(place::offset(text, position)).ok()?;
    let tree = Tree::parse(text);
    let mut named = tree.value()?.field("files")?.kids();
    let is_here = |node: &Node<'_>| node.range().start <= offset && offset <= node.range().end;
    let name = named.find(is_here)?.text().trim_matches('"').to_owned();
    let named = path.parent()?.join(name);
    project.file(&named)?;
    Some(json!({ "uri": uri::of(&named), "range": place::Range::default() }))
}

/// Everywhere that the same thing stands, its declaration first.
pub(super) fn references(project: &Project, path: &Path, position: Position) -> Value {
    let Some(found) = at(project, path, position) else {
        return json!([]);
    };
    let all = everywhere(project, found);
    all.iter()
        .filter_map(|found| location(project, found.span))
        .collect()
}

fn everywhere(project: &Project, of: Use) -> Vec<Use> {
    let mut all: Vec<Use> = project.index.declaration(of).into_iter().collect();
    all.extend(project.index.uses(of));
    all
}

fn location(project: &Project, span: Span) -> Option<Value> {
    let path = project.path(span.file)?;
    let range = place::range(project.sources.text(span.file), span.range());
    Some(json!({ "uri": uri::of(&path), "range": range }))
}

/// The part of an id's word that is its own: a choice's is behind its decision's.
pub(super) fn own_word(project: &Project, found: Use) -> String {
    let word = project.index.word(found);
    let own = match found.kind {
        Kind::Choice | Kind::Task => word.split_once('.').map(|(_, own)| own),
        _ => None,
    };
    own.unwrap_or(word).to_owned()
}

/// Where the bare word stands in the text of a use; `None` if the text does not spell it out.
fn bare(project: &Project, found: Use) -> Option<Range<usize>> {
    let written = project.sources.slice(found.span);
    let word = own_word(project, found);
    let start = written.find(&word)?;
    let around = (&written[..start], &written[start + word.len()..]);
    let is_quotes = |text: &str| {
        text.chars()
            .all(|c| matches!(c, '"' | '\\' | 'r' | '#' | '`'))
    };
    let from = found.span.range().start + start;
    (is_quotes(around.0) && is_quotes(around.1)).then(|| from..from + word.len())
}

/// The stretch and the name that would be changed; nothing where no id stands.
pub(super) fn prepare(project: &Project, path: &Path, position: Position) -> Value {
    let Some(found) = at(project, path, position) else {
        return Value::Null;
    };
    let text = project.sources.text(found.span.file);
    match bare(project, found) {
        Some(bytes) => {
            json!({ "range": place::range(text, bytes), "placeholder": own_word(project, found) })
        }
        None => Value::Null,
    }
}

/// The edits that give a thing another name in every file.
///
/// # Errors
/// If the name cannot be one, is taken, or something that must be changed cannot be.
pub(super) fn rename(
    project: &Project,
    path: &Path,
    position: Position,
    name: &str,
    words: &Words,
) -> Result<Value, SafeText> {
    let found = at(project, path, position).ok_or_else(|| words.say("lsp-nothing-to-rename"))?;
    if !is_id(name) || is_reserved(name) {
        return Err(words.fill("lsp-bad-name", &[("name", name.into())]));
    }
    let old = project.index.word(found);
    let whole = match (found.kind, old.split_once('.')) {
        (Kind::Choice | Kind::Task, Some((of, _))) => format!("{of}.{name}"),
        _ => name.to_owned(),
    };
    if whole != old && project.index.names().find(found.kind, &whole).is_some() {
        return Err(words.fill("lsp-name-taken", &[("name", name.into())]));
    }
    if project.index.declaration(found).is_none() {
        return Err(words.fill("lsp-not-yours", &[("name", old.into())]));
    }
    let mut changes: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for used in everywhere(project, found) {
        let text = project.sources.text(used.span.file);
        let place = place::position(text, used.span.range().start);
        let (Some(bytes), Some(path)) = (bare(project, used), project.path(used.span.file)) else {
            let args = [
                ("file", project.sources.name(used.span.file).into()),
                ("line", (place.line + 1).into()),
            ];
            return Err(words.fill("lsp-cannot-rename-in", &args));
        };
        let edit = json!({ "range": place::range(text, bytes), "newText": name });
        let edits = changes.entry(uri::of(&path)).or_default();
        if !edits.contains(&edit) {
            edits.push(edit);
        }
    }
    Ok(json!({ "changes": changes }))
}
