//! What can stand at a place: a word that names nothing is put there, and the loader says what it would have taken.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;
use std::path::PathBuf;

use serde_json::Value;
use serde_json::json;

use crate::author::lsp::describe;
use crate::author::lsp::project::Project;
use crate::author::lsp::project::root;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::PROBE;
use crate::scenario::tree::Bracket;
use crate::scenario::tree::Token;
use crate::scenario::tree::TokenKind;
use crate::scenario::tree::Tree;
use crate::script;
use crate::text::Arg;
use crate::text::Words;

/// A place in a text about which something is asked.
pub(super) struct Asked<'a> {
    pub(super) unsaved: &'a BTreeMap<PathBuf, String>,
    pub(super) path: &'a Path,
    pub(super) text: &'a str,
    pub(super) offset: usize,
}

/// The protocol's numbers for kinds of completions.
const FUNCTION: u8 = 3;
const FIELD: u8 = 5;
const VARIABLE: u8 = 6;
const WORD: u8 = 12;
const ID: u8 = 18;

impl Asked<'_> {
    /// The word around the place: letters, digits and underscores.
    pub(super) fn word(&self) -> Range<usize> {
        let is_part = |c: char| c.is_alphanumeric() || c == '_';
        let before = self.text[..self.offset].trim_end_matches(is_part).len();
        let behind = &self.text[self.offset..];
        let end = self.text.len() - behind.trim_start_matches(is_part).len();
        before..end
    }

    /// What is said about the probe when it stands in a text in the place of some bytes.
    pub(super) fn probe(&self, bytes: &Range<usize>, new: &str) -> Vec<Diagnostic> {
        let text = format!(
            "{}{new}{}",
            &self.text[..bytes.start],
            &self.text[bytes.end..]
        );
        let mut open = self.unsaved.clone();
        open.insert(self.path.to_owned(), text);
        let project = Project::asked(&root(self.path, &open), &open);
        let is_asked = |arg: &Arg| matches!(arg, Arg::Text(text) if text.as_str() == PROBE);
        let about_it = |wrong: &Diagnostic| {
            wrong.args.iter().any(|(_, arg)| is_asked(arg))
                || project.sources.slice(wrong.span).contains(PROBE)
        };
        project.diagnostics.into_iter().filter(about_it).collect()
    }

    fn is_script(&self) -> bool {
        self.path.extension().is_some_and(|kind| kind == "rhai")
    }
}

/// Everything that can stand at a place, as the protocol writes it.
pub(super) fn items(asked: &Asked<'_>, words: &Words) -> Value {
    let word = asked.word();
    let mut items = Items {
        all: BTreeMap::new(),
        words,
    };
    if asked.is_script() {
        code(asked, &word, &mut items);
        return items.value();
    }
    let tree = Tree::parse(asked.text);
    let tokens = tree.tokens();
    let at = tokens.partition_point(|token| (token.range.end as usize) < asked.offset.max(1));
    let here = tokens.get(at).copied();
    let is_inside = |token: &Token| {
        token.kind.is_string()
            && (token.range.start as usize) < asked.offset
            && asked.offset < token.range.end as usize
    };
    if here
        .is_some_and(|token| matches!(token.kind, TokenKind::LineComment | TokenKind::BlockComment))
    {
        return items.value();
    }
    if tokens.iter().any(|token| is_inside(token)) {
        code(asked, &word, &mut items);
        return items.value();
    }
    // What stands before the word says what may follow.
    let before = tokens[..tokens.partition_point(|token| (token.range.end as usize) <= word.start)]
        .iter()
        .rfind(|token| !token.kind.is_trivia())
        .map(|token| token.kind);
    if matches!(
        before,
        Some(TokenKind::Open(Bracket::Paren) | TokenKind::Comma)
    ) {
        let behind = asked.text[word.end..].trim_start();
        let new = match behind.chars().next() {
            Some(':') => PROBE.to_owned(),
            Some(')' | ',') => format!("{PROBE}: 0"),
            _ => format!("{PROBE}: 0, "),
        };
        for wrong in asked.probe(&word, &new) {
            if wrong.code == Code::UnknownField {
                let about = |name: &str| describe::field(&wrong, name, words);
                let suffix = if behind.starts_with(':') { "" } else { ": " };
                items.add(&wrong.known, FIELD, suffix, &about);
            }
        }
        if !items.all.is_empty() {
            return items.value();
        }
    }
    for wrong in asked.probe(&word, PROBE) {
        match wrong.code {
            Code::UnknownVariant | Code::UnknownTlp => {
                items.add(&wrong.known, WORD, "", &describe::effect);
            }
            Code::WrongType if is_truth(&wrong) => {
                let both = ["true".to_owned(), "false".to_owned()];
                items.add(&both, WORD, "", &|_| None);
            }
            Code::UnquotedText => {
                for wrong in asked.probe(&word, &format!("\"{PROBE}\"")) {
                    items.add_quoted(&wrong);
                }
            }
            _ => {}
        }
    }
    items.value()
}

fn is_truth(wrong: &Diagnostic) -> bool {
    wrong
        .args
        .iter()
        .any(|(name, arg)| *name == "expected" && *arg == Arg::Key("expects-yes-no"))
}

/// Inside quotation marks or a script: an id, or a word of an expression.
fn code(asked: &Asked<'_>, word: &Range<usize>, items: &mut Items<'_>) {
    let is_behind_dot = asked.text[..word.start].ends_with('.');
    for wrong in asked.probe(word, PROBE) {
        match wrong.code {
            Code::UnknownId | Code::WrongKind => items.add_ids(&wrong),
            Code::UnknownTlp | Code::UnknownVariant => items.add(&wrong.known, WORD, "", &|_| None),
            Code::UnknownName if !is_behind_dot => {
                // The readings of one thing stand among them whole; the first words alone are enough.
                let first = |name: &&String| !name.contains('.');
                let roots: Vec<String> = wrong.known.iter().filter(first).cloned().collect();
                items.add(&roots, VARIABLE, "", &|name| describe::code(name, false));
                let reads = |known: &script::Signature| asked.is_script() || !known.makes_an_effect;
                let functions = script::signatures().into_iter().filter(reads);
                let functions: Vec<String> = functions.map(|known| known.name.to_owned()).collect();
                items.add(&functions, FUNCTION, "()", &|name| {
                    describe::code(name, true)
                });
            }
            Code::UnknownFunction => items.add(&wrong.known, FUNCTION, "", &|name| {
                describe::code(name, true)
            }),
            _ => {}
        }
    }
}

/// Completions by label, so that each stands there once.
struct Items<'w> {
    all: BTreeMap<String, Value>,
    words: &'w Words,
}

impl Items<'_> {
    /// Takes in words; `suffix` is written behind each.
    fn add(
        &mut self,
        known: &[String],
        kind: u8,
        suffix: &str,
        about: &dyn Fn(&str) -> Option<String>,
    ) {
        for name in known {
            if name == PROBE || self.all.contains_key(name) {
                continue;
            }
            let suffix = suffix.strip_suffix(')').unwrap_or(suffix);
            let mut item =
                json!({ "label": name, "kind": kind, "insertText": format!("{name}{suffix}") });
            if let Some(about) = about(name) {
                item["documentation"] = json!({ "kind": "markdown", "value": about });
            }
            self.all.insert(name.clone(), item);
        }
    }

    /// Takes in ids with what they are ids of.
    fn add_ids(&mut self, wrong: &Diagnostic) {
        let kind = wrong
            .args
            .iter()
            .find_map(|(name, arg)| match (*name, arg) {
                ("kind" | "expected", Arg::Key(key)) => Some(self.words.say(key)),
                _ => None,
            });
        let detail = kind
            .map(crate::text::SafeText::into_string)
            .unwrap_or_default();
        for name in wrong.known.iter().filter(|name| *name != PROBE) {
            let item = json!({ "label": name, "kind": ID, "detail": detail });
            self.all.entry(name.clone()).or_insert(item);
        }
    }

    /// Takes in ids that want quotation marks around them.
    fn add_quoted(&mut self, wrong: &Diagnostic) {
        if !matches!(
            wrong.code,
            Code::UnknownId | Code::WrongKind | Code::UnknownFunction
        ) {
            return;
        }
        self.add_ids(wrong);
        for (name, item) in &mut self.all {
            item["insertText"] = json!(format!("\"{name}\""));
        }
    }

    fn value(self) -> Value {
        let items: Vec<Value> = self.all.into_values().collect();
        json!({ "isIncomplete": false, "items": items })
    }
}
