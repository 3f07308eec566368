//! What things are, in a few lines of Markdown: ids by their rows, fields, effects, readings and functions by their own docs.

use crate::author::handbook::shape;
use crate::author::lsp::project::Project;
use crate::author::rulebook;
use crate::author::schema;
use crate::diag::Diagnostic;
use crate::scenario::tree::Node;
use crate::scenario::tree::NodeKind;
use crate::scenario::tree::Tree;
use crate::script;
use crate::script::Use;
use crate::text::Arg;
use crate::text::Words;

/// The longest text that is quoted on one line.
const SHORT: usize = 60;

/// A text on one line, cut if it is long.
pub(super) fn short(text: &str) -> String {
    let line = text
        .trim_matches('"')
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    if line.chars().count() <= SHORT {
        return line;
    }
    line.chars().take(SHORT - 1).chain(['…']).collect()
}

/// What a row is called: its title, name, label or text.
pub(super) fn title(row: Node<'_>) -> Option<String> {
    let found = ["title", "name", "label", "text", "why"]
        .into_iter()
        .find_map(|name| row.field(name))?;
    Some(short(found.text()))
}

/// An id: what it names, what that is called, what it does, and how often it is used.
pub(super) fn id(project: &Project, found: Use, words: &Words) -> String {
    let mut out = format!("**{}** `{}`", found.kind.word(), project.index.word(found));
    if let Some(declared) = project.index.declaration(found) {
        let tree = Tree::parse(project.sources.text(declared.span.file));
        if let Some(row) = row_at(&tree, declared.span.start) {
            if let Some(title) = title(row) {
                out.push_str(&format!("\n\n{title}"));
            }
            for name in ["text", "body", "about", "brief"] {
                if let Some(text) = row.field(name) {
                    let text: String = text
                        .text()
                        .trim_matches(['"', '#', 'r'])
                        .chars()
                        .take(240)
                        .collect();
                    out.push_str(&format!(
                        "\n\n{}",
                        text.split_whitespace().collect::<Vec<_>>().join(" ")
                    ));
                    break;
                }
            }
        }
    }
    if let Some(sentence) = project.sentence(project.index.word(found), words) {
        out.push_str(&format!("\n\n{sentence}"));
    }
    let uses = project.index.uses(found).count();
    out.push_str(&format!(
        "\n\n{}",
        words.fill("lsp-uses", &[("count", uses.into())])
    ));
    out
}

/// The narrowest row that holds a byte.
fn row_at(tree: &Tree, at: u32) -> Option<Node<'_>> {
    let mut node = tree.value()?;
    let mut row = None;
    loop {
        if node.kind() == NodeKind::Struct {
            row = Some(node);
        }
        let holds = |kid: &Node<'_>| kid.range().start <= at && at < kid.range().end;
        match node.kids().find(holds) {
            Some(kid) => node = kid,
            None => return row,
        }
    }
}

/// A field of what a diagnostic calls its `what`.
pub(super) fn field(diagnostic: &Diagnostic, name: &str, words: &Words) -> Option<String> {
    let what = diagnostic
        .args
        .iter()
        .find(|(key, _)| *key == "what")
        .map(|(_, what)| what)?;
    match what {
        Arg::Key(what) => {
            if let Some(field) = schema::field(what, name) {
                let needed = if field.is_needed {
                    "lsp-needed"
                } else {
                    "lsp-optional"
                };
                let shape = shape(&field.shape, words);
                return Some(format!(
                    "`{name}`: {shape} ({})\n\n{}",
                    words.say(needed),
                    field.about
                ));
            }
            let ledger = match *what {
                "what-section" => "facts",
                what => what.trim_start_matches("what-"),
            };
            let entry = rulebook::parameter(ledger, name, words)?;
            Some(format!("`{name}`\n\n{}", entry.about))
        }
        // An effect's fields are told by the effect.
        Arg::Text(effect) => self::effect(effect.as_str().trim_matches('`')),
        Arg::Number(_) => None,
    }
}

/// An effect, by the name of RON or of Rhai.
pub(super) fn effect(name: &str) -> Option<String> {
    let entry = rulebook::effect(name)?;
    Some(format!("`{}`\n\n{}", entry.name, entry.about))
}

/// A word of an expression or a script: a reading, or a function.
pub(super) fn code(word: &str, is_called: bool) -> Option<String> {
    let signature = script::signatures()
        .into_iter()
        .find(|known| known.name == word);
    if let (true, Some(signature)) = (is_called, signature) {
        let call = format!("`{word}({})`", signature.params.join(", "));
        let about = match signature.reads {
            Some(root) => rulebook::reading(root).map(|entry| entry.about),
            None if signature.makes_an_effect => rulebook::effect(word).map(|entry| entry.about),
            None => None,
        };
        return Some(match about {
            Some(about) => format!("{call}\n\n{about}"),
            None => call,
        });
    }
    let (_, parts) = script::roots()
        .into_iter()
        .find(|(root, _)| *root == word)?;
    let spelt: String = parts
        .iter()
        .map(|part| format!(".{}", part.to_uppercase()))
        .collect();
    let about = rulebook::reading(word)
        .map(|entry| entry.about.into_string())
        .unwrap_or_default();
    Some(format!("`{word}{spelt}`\n\n{about}"))
}
