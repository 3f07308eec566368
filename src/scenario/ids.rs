//! The ids the files declare, found before anything else is read, so that a mistake in a row never makes
//! its id unknown elsewhere.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::FileId;
use crate::diag::Span;
use crate::model::id::Kind;
use crate::model::id::Names;
use crate::scenario::form;
use crate::scenario::read::read;
use crate::scenario::tree::Node;
use crate::scenario::tree::NodeKind;
use crate::scenario::tree::TextRange;
use crate::scenario::tree::TokenKind;
use crate::scenario::tree::Tree;
use crate::script::is_reserved;
use crate::text::Arg;

/// The most characters of an id.
const LONGEST: usize = 48;

/// The lists of rows that have ids: the field, what its rows are, and how many a scenario may have.
const LISTS: [(&str, Kind, usize); 13] = [
    ("phases", Kind::Phase, 50),
    ("regions", Kind::Region, 100),
    ("actors", Kind::Actor, 200),
    ("seats", Kind::Seat, 40),
    ("injects", Kind::Inject, 10_000),
    ("decisions", Kind::Decision, 500),
    ("actions", Kind::Action, 300),
    ("rules", Kind::Rule, 1000),
    ("endings", Kind::Ending, 50),
    ("objectives", Kind::Objective, 100),
    ("meters", Kind::Meter, 100),
    ("facts", Kind::Fact, 1000),
    ("duties", Kind::Duty, 100),
];

/// The lists of rows with ids inside a ledger's section.
const SECTIONS: [(&str, &str, Kind); 12] = [
    ("spread", "zones", Kind::Zone),
    ("harm", "communities", Kind::Community),
    ("disclosure", "cases", Kind::Case),
    ("attribution", "hypotheses", Kind::Hypothesis),
    ("statements", "forums", Kind::Forum),
    ("statements", "clauses", Kind::Clause),
    ("measures", "menu", Kind::Measure),
    ("contacts", "directory", Kind::Contact),
    ("tension", "blocs", Kind::Bloc),
    ("mandate", "permits", Kind::Permit),
    ("capacity", "offers", Kind::Offer),
    ("narrative", "stories", Kind::Story),
];

/// The most choices a decision may have, tasks an objective, rows a list of a ledger's section.
const MOST_CHOICES: usize = 12;
const MOST_TASKS: usize = 50;
const MOST_ROWS: usize = 200;

/// The declared ids, in the order of the files.
#[derive(Debug, Default)]
pub(super) struct Ids {
    pub(super) names: Names,
    /// Where the rows stand, by kind and number.
    pub(super) rows: BTreeMap<Kind, Vec<Row>>,
    /// Words that look declared in files whose brackets don't match: nobody is told that these are unknown.
    pub(super) perhaps: BTreeSet<String>,
    /// The kinds of which some row has no id.
    pub(super) nameless: BTreeSet<Kind>,
}

/// Where a row with an id stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    pub(super) id: Span,
    pub(super) whole: Span,
}

/// The catalogue's key for a kind.
pub(super) fn kind_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Actor => "kind-actor",
        Kind::Seat => "kind-seat",
        Kind::Inject => "kind-inject",
        Kind::Decision => "kind-decision",
        Kind::Choice => "kind-choice",
        Kind::Action => "kind-action",
        Kind::Fact => "kind-fact",
        Kind::Meter => "kind-meter",
        Kind::Region => "kind-region",
        Kind::Zone => "kind-zone",
        Kind::Community => "kind-community",
        Kind::Duty => "kind-duty",
        Kind::Rule => "kind-rule",
        Kind::Ending => "kind-ending",
        Kind::Objective => "kind-objective",
        Kind::Task => "kind-task",
        Kind::Phase => "kind-phase",
        Kind::Case => "kind-case",
        Kind::Hypothesis => "kind-hypothesis",
        Kind::Forum => "kind-forum",
        Kind::Clause => "kind-clause",
        Kind::Measure => "kind-measure",
        Kind::Contact => "kind-contact",
        Kind::Bloc => "kind-bloc",
        Kind::Permit => "kind-permit",
        Kind::Offer => "kind-offer",
        Kind::Story => "kind-story",
        Kind::Function => "kind-function",
        Kind::Expr => "kind-expression",
    }
}

impl Ids {
    /// Takes in the ids of one file.
    pub(super) fn add(&mut self, tree: &Tree, file: FileId, found: &mut Vec<Diagnostic>) {
        if form::is_shaken(tree) {
            self.add_declared(tree);
        }
        let Some(value) = tree.value() else { return };
        for (field, kind, most) in LISTS {
            self.list(lists(value, field), kind, most, None, file, found);
        }
        for (section, field, kind) in SECTIONS {
            let inner = lists(value, section).flat_map(|value| lists(value, field));
            self.list(inner, kind, MOST_ROWS, None, file, found);
        }
        for (field, inner, kind, most) in [
            ("decisions", "choices", Kind::Choice, MOST_CHOICES),
            ("objectives", "tasks", Kind::Task, MOST_TASKS),
        ] {
            for row in lists(value, field).flat_map(Node::kids) {
                let Some((of, _)) = id_of(row, file) else {
                    continue;
                };
                self.list(lists(row, inner), kind, most, Some(&of), file, found);
            }
        }
    }

    /// The rows of one list; the word of a choice begins with its decision's.
    fn list<'t>(
        &mut self,
        lists: impl Iterator<Item = Node<'t>>,
        kind: Kind,
        most: usize,
        of: Option<&str>,
        file: FileId,
        found: &mut Vec<Diagnostic>,
    ) {
        for list in lists {
            if list.kind() != NodeKind::List {
                self.add_perhaps(list.tree(), list.range());
                continue;
            }
            let before = if of.is_some() {
                0
            } else {
                self.names.all(kind).count()
            };
            let rows = list.kids().count();
            if before + rows > most {
                let range = list.first_token().range;
                let wrong = Diagnostic::new(Code::TooMany, Span::new(file, range.start, range.end))
                    .with("kind", Arg::Key(kind_key(kind)));
                found.push(wrong.with("count", before + rows).with("limit", most));
                self.add_perhaps(list.tree(), list.range());
                continue;
            }
            for row in list.kids() {
                match id_of(row, file) {
                    Some((word, id)) => {
                        let range = row.range();
                        let whole = Span::new(file, range.start, range.end);
                        self.declare(kind, &word, of, Row { id, whole }, found);
                    }
                    None if row.kind() == NodeKind::Struct => {
                        self.nameless.insert(kind);
                    }
                    None => self.add_perhaps(row.tree(), row.range()),
                }
            }
        }
    }

    fn declare(
        &mut self,
        kind: Kind,
        word: &str,
        of: Option<&str>,
        row: Row,
        found: &mut Vec<Diagnostic>,
    ) {
        let span = row.id;
        if !is_id(word) {
            found.push(Diagnostic::new(Code::BadId, span).with("name", word));
        } else if is_reserved(word) {
            found.push(Diagnostic::new(Code::ReservedId, span).with("name", word));
        }
        let whole = of.map_or_else(|| Cow::from(word), |of| Cow::from(format!("{of}.{word}")));
        if self.names.add(kind, &whole).is_some() {
            self.rows.entry(kind).or_default().push(row);
        } else if let Some(first) = self.row(kind, &whole) {
            let wrong =
                Diagnostic::new(Code::DuplicateId, span).with("kind", Arg::Key(kind_key(kind)));
            found.push(wrong.with("name", word).label(first.id, "diag-label-first"));
        }
    }

    /// Where the row of a word stands.
    pub(super) fn row(&self, kind: Kind, word: &str) -> Option<Row> {
        let place = self.names.find(kind, word)?;
        self.rows.get(&kind)?.get(usize::from(place)).copied()
    }

    /// Every `id: "…"` of a file whose rows may be in the wrong place.
    fn add_declared(&mut self, tree: &Tree) {
        let tokens: Vec<_> = tree
            .tokens()
            .iter()
            .filter(|token| !token.kind.is_trivia())
            .collect();
        for three in tokens.windows(3) {
            let is_id = tree.text(three[0].range) == "id" && three[1].kind == TokenKind::Colon;
            if is_id && three[2].kind.is_string() {
                self.add_perhaps(tree, three[2].range);
            }
        }
    }

    /// Every short text of a stretch whose rows cannot be told apart.
    fn add_perhaps(&mut self, tree: &Tree, range: TextRange) {
        let tokens = tree.tokens();
        let first = tokens.partition_point(|token| token.range.start < range.start);
        let inside = tokens[first..]
            .iter()
            .take_while(|token| token.range.end <= range.end);
        for token in inside.filter(|token| token.kind.is_string()) {
            let word = tree.text(token.range).trim_matches(['"', '“', '”', '\'']);
            if is_id(word) {
                self.perhaps.insert(word.to_owned());
            }
        }
    }
}

/// The values of all fields of this name: a second one is a mistake, and what it holds is meant all the same.
fn lists<'t>(value: Node<'t>, name: &str) -> impl Iterator<Item = Node<'t>> + use<'t> {
    let name = name.to_owned();
    let fields = value
        .kids()
        .filter(move |field| field.kind() == NodeKind::Field && field.name() == Some(&name));
    fields.filter_map(Node::value)
}

/// Whether a word can stand bare in an expression.
pub fn is_id(word: &str) -> bool {
    word.len() <= LONGEST
        && word.starts_with(|c: char| c.is_ascii_lowercase())
        && word
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}

/// The id of a row, if it can be read; what is wrong with it is told when the row is read.
fn id_of(row: Node<'_>, file: FileId) -> Option<(String, Span)> {
    let node = row.field("id")?;
    let word: String = read(node, file, &mut Vec::new())?;
    let range = node.range();
    Some((word, Span::new(file, range.start, range.end)))
}
