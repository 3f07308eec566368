//! Mending what has one meaning only: commas, quotation marks, brackets, misspelt fields, missing ids.

use std::collections::BTreeMap;

use crate::author::edit;
use crate::author::edit::Edit;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Place;
use crate::diag::Sources;
use crate::diag::Span;
use crate::scenario;
use crate::scenario::Package;
use crate::scenario::tree::Node;
use crate::scenario::tree::NodeKind;
use crate::scenario::tree::Tree;
use crate::text::Arg;

/// As many times as mended files are looked at again: one mistake can hide another.
const ROUNDS: usize = 8;

/// One thing that was mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mended {
    pub code: Code,
    /// The file's name as diagnostics show it, and where it was before the edit.
    pub file: String,
    pub place: Place,
    /// What stood there, and what stands there now.
    pub before: String,
    pub after: String,
}

/// A package with its mistakes mended as far as they have one meaning, and what was done.
#[derive(Clone, Debug)]
pub struct Fixed {
    pub package: Package,
    pub mended: Vec<Mended>,
    /// The new texts of the files that changed, by their names in the package.
    pub files: BTreeMap<String, String>,
}

/// Mends a package. What a change would mean differently, or could mean two things, is left alone.
pub fn fix(package: &Package) -> Fixed {
    let mut fixed = Fixed {
        package: package.clone(),
        mended: Vec::new(),
        files: BTreeMap::new(),
    };
    for _ in 0..ROUNDS {
        let opened = scenario::open(&fixed.package);
        let errors = opened.diagnostics.len();
        let wanted = opened.diagnostics.iter();
        let wanted =
            wanted.filter_map(|wrong| Some((wrong.code, edit_for(wrong, &opened.sources)?)));
        let wanted: Vec<(Code, Edit)> = wanted.collect();
        let edits = edit::compatible(wanted.iter().map(|(_, edit)| edit.clone()));
        let Ok(texts) = edit::apply(&opened.sources, &edits) else {
            break;
        };
        let mut next = fixed.package.clone();
        let mut files = BTreeMap::new();
        for (file, text) in texts {
            // A pack of the program's own has no file to write to.
            if let Some(name) = next.named(opened.sources.name(file)).map(str::to_owned) {
                next = next.with(&name, text.clone().into_bytes());
                files.insert(name, text);
            }
        }
        if files.is_empty() || scenario::open(&next).diagnostics.len() > errors {
            break;
        }
        let done = wanted.iter().filter(|(_, edit)| edits.contains(edit));
        fixed.mended.extend(done.map(|(code, edit)| Mended {
            code: *code,
            file: opened.sources.name(edit.span.file).to_owned(),
            place: opened.sources.place(edit.span),
            before: opened.sources.slice(edit.span).to_owned(),
            after: edit.text.clone(),
        }));
        fixed.package = next;
        fixed.files.append(&mut files);
    }
    fixed
}

/// The edit that mends a mistake, if there is one that cannot be meant differently.
fn edit_for(wrong: &Diagnostic, sources: &Sources) -> Option<Edit> {
    if let Some(fix) = &wrong.fix {
        return Some(Edit::from(fix));
    }
    let name = || {
        wrong.args.iter().find_map(|(name, arg)| match arg {
            Arg::Text(text) if *name == "name" => Some(text.as_str()),
            _ => None,
        })
    };
    match wrong.code {
        Code::UnknownField | Code::UnknownVariant => {
            let [only] = wrong.near.as_slice() else {
                return None;
            };
            let written = sources.slice(wrong.span);
            let is_slip =
                strsim::damerau_levenshtein(&written.to_lowercase(), &only.to_lowercase()) <= 1;
            (is_slip && Some(written) == name()).then(|| Edit::new(wrong.span, only))
        }
        Code::MissingField if name() == Some("id") => missing_id(wrong.span, sources),
        _ => None,
    }
}

/// An id for a row that has none, made of its title or name.
fn missing_id(row: Span, sources: &Sources) -> Option<Edit> {
    let tree = Tree::parse(sources.text(row.file));
    let node = row_at(tree.root(), row.start)?;
    let named = ["title", "name", "label", "text"]
        .into_iter()
        .find_map(|field| node.field(field));
    let slug = named.map_or_else(|| "row".to_owned(), |text| slug(text.text()));
    let is_free = |word: &str| {
        let quoted = format!("\"{word}\"");
        sources
            .files()
            .all(|file| !sources.text(file).contains(&quoted))
    };
    let numbered = (2..100).map(|number| format!("{slug}_{number}"));
    let id = std::iter::once(slug.clone())
        .chain(numbered)
        .find(|word| is_free(word))?;
    Some(Edit::insert(
        row.file,
        row.start + 1,
        format!("id: \"{id}\", "),
    ))
}

/// The row whose bracket opens at a byte.
fn row_at(root: Node<'_>, start: u32) -> Option<Node<'_>> {
    let mut left = vec![root];
    while let Some(node) = left.pop() {
        if node.kind() == NodeKind::Struct && node.first_token().range.start == start {
            return Some(node);
        }
        let around = node
            .kids()
            .filter(|kid| kid.range().start <= start && start < kid.range().end);
        left.extend(around);
    }
    None
}

/// A text as an id: small letters, digits and underscores, its first words.
fn slug(text: &str) -> String {
    const LONGEST: usize = 24;
    let mut slug = String::new();
    for word in text
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
    {
        if slug.len() + word.len() >= LONGEST {
            break;
        }
        if !slug.is_empty() {
            slug.push('_');
        }
        slug.push_str(&word.to_ascii_lowercase());
    }
    if !slug.starts_with(|c: char| c.is_ascii_lowercase()) || crate::script::is_reserved(&slug) {
        slug.insert_str(0, "row_");
    }
    slug
}
