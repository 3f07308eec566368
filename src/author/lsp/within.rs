//! Ids that stand within a longer text: in the acts of the expert path, and a decision before the dot of its choice.

use crate::diag::FileId;
use crate::diag::Sources;
use crate::diag::Span;
use crate::lab::ids_of_act;
use crate::model::id::Kind;
use crate::scenario::Index;
use crate::scenario::overlay::said;
use crate::scenario::tree::Node;
use crate::scenario::tree::Tree;
use crate::script::Use;

/// The index with every id by itself.
pub(super) fn with_ids_within(index: Index, sources: &Sources) -> Index {
    let mut found: Vec<Use> = index.used().to_vec();
    for file in sources.files() {
        acts(&index, file, sources.text(file), &mut found);
    }
    let used = found.into_iter();
    let used = used.flat_map(|used| parts(&index, sources.slice(used.span), used));
    let used = used.collect();
    index.with_used(used)
}

/// The ids in the acts of a file's rows of the expert path.
fn acts(index: &Index, file: FileId, text: &str, found: &mut Vec<Use>) {
    if !text.contains("acts") {
        return;
    }
    let tree = Tree::parse(text);
    let expert = tree.value().and_then(|value| value.field("expert"));
    let rows = expert.into_iter().flat_map(Node::kids);
    let acts = rows.filter_map(|row| row.field("acts"));
    for act in acts.flat_map(Node::kids) {
        let range = act.range().bytes();
        let mut from = range.start;
        let ids = said(act).map(|said| ids_of_act(&said, index.names()));
        for (kind, place) in ids.into_iter().flatten() {
            let word = index.names().word(kind, place);
            let Some(at) = quoted(&text[from..range.end], word) else {
                break;
            };
            let start = from + at;
            from = start + word.len();
            let span = Span::of(file, start..from);
            found.push(Use { span, kind, place });
        }
    }
}

/// Where a word stands between quotation marks, escaped or not.
fn quoted(text: &str, word: &str) -> Option<usize> {
    let mut all = text.match_indices(word);
    let is_it = |at: &usize| {
        let after = text[at + word.len()..].trim_start_matches('\\');
        text[..*at].ends_with('"') && after.starts_with('"')
    };
    all.find_map(|(at, _)| Some(at).filter(is_it))
}

/// A choice's word is its decision's and its own: two ids, if both are spelled out.
fn parts(index: &Index, written: &str, used: Use) -> Vec<Use> {
    let outer = match used.kind {
        Kind::Choice => Kind::Decision,
        Kind::Task => Kind::Objective,
        _ => return vec![used],
    };
    let word = index.word(used);
    let both = written.find(word).zip(word.split_once('.'));
    let Some((at, (head, own))) = both else {
        return vec![used];
    };
    let Some(place) = index.names().find(outer, head) else {
        return vec![used];
    };
    let start = used.span.range().start + at;
    let dot = start + head.len();
    let part = |from: usize, to: usize| Span::of(used.span.file, from..to);
    vec![
        Use {
            span: part(start, dot),
            kind: outer,
            place,
        },
        Use {
            span: part(dot + 1, dot + 1 + own.len()),
            ..used
        },
    ]
}
