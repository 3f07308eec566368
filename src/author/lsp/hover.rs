//! What stands at a place, in a few lines: ids, fields, effects, words of expressions.

use serde_json::Value;
use serde_json::json;

use crate::author::lsp::complete::Asked;
use crate::author::lsp::describe;
use crate::author::lsp::place;
use crate::author::lsp::project::Project;
use crate::diag::Code;
use crate::diag::PROBE;
use crate::scenario::tree::Node;
use crate::scenario::tree::NodeKind;
use crate::scenario::tree::Tree;
use crate::text::Words;

/// What stands at a place; null if there is nothing to say.
pub(super) fn hover(project: &Project, asked: &Asked<'_>, words: &Words) -> Value {
    let word = asked.word();
    let about = about(project, asked, words);
    match about {
        Some(about) => json!({
            "contents": { "kind": "markdown", "value": about },
            "range": place::range(asked.text, word),
        }),
        None => Value::Null,
    }
}

fn about(project: &Project, asked: &Asked<'_>, words: &Words) -> Option<String> {
    let word = asked.word();
    let span = project.span(asked.path, asked.offset);
    if let Some(found) = span.and_then(|span| project.index.at(span)) {
        return Some(describe::id(project, found, words));
    }
    let name = &asked.text[word.clone()];
    if name.is_empty() {
        return None;
    }
    let is_called = asked.text[word.end..].trim_start().starts_with('(');
    if asked.path.extension().is_some_and(|kind| kind == "rhai") {
        return describe::code(name, is_called);
    }
    let tree = Tree::parse(asked.text);
    let offset = u32::try_from(asked.offset).ok()?;
    match named_at(&tree, offset)? {
        // The loader says whose field it would have been.
        Named::Field => asked
            .probe(&word, PROBE)
            .iter()
            .find(|wrong| wrong.code == Code::UnknownField)
            .and_then(|wrong| describe::field(wrong, name, words)),
        Named::Word => describe::effect(name),
        Named::Text => describe::code(name, is_called),
    }
}

/// What a word of a scenario file is.
enum Named {
    /// The name of a field.
    Field,
    /// A bare word: an effect, a choice.
    Word,
    /// A part of a text in quotation marks.
    Text,
}

fn named_at(tree: &Tree, at: u32) -> Option<Named> {
    let holds = |start: u32, end: u32| start <= at && at <= end;
    let mut node = tree.value()?;
    loop {
        if let Some(range) = node.name_range()
            && holds(range.start, range.end)
        {
            return Some(match node.kind() {
                NodeKind::Field => Named::Field,
                _ => Named::Word,
            });
        }
        let inside = |kid: &Node<'_>| holds(kid.range().start, kid.range().end);
        match node.kids().find(inside) {
            Some(kid) => node = kid,
            None => break,
        }
    }
    match node.kind() {
        NodeKind::Word => Some(Named::Word),
        NodeKind::Literal if node.first_token().kind.is_string() => Some(Named::Text),
        _ => None,
    }
}
