//! Where the rows of a scenario stand: found again in its texts, and only when something has to be said about one.

use std::collections::BTreeMap;

use crate::diag::FileId;
use crate::diag::Sources;
use crate::diag::Span;
use crate::model::id::Kind;
use crate::scenario::tree::Node;
use crate::scenario::tree::NodeKind;
use crate::scenario::tree::TextRange;
use crate::scenario::tree::Tree;

/// The lists whose rows have ids, by the kind of what they hold.
const LISTS: &[(&str, Kind)] = &[
    ("actions", Kind::Action),
    ("actors", Kind::Actor),
    ("blocs", Kind::Bloc),
    ("cases", Kind::Case),
    ("choices", Kind::Choice),
    ("clauses", Kind::Clause),
    ("communities", Kind::Community),
    ("decisions", Kind::Decision),
    ("directory", Kind::Contact),
    ("duties", Kind::Duty),
    ("endings", Kind::Ending),
    ("facts", Kind::Fact),
    ("forums", Kind::Forum),
    ("hypotheses", Kind::Hypothesis),
    ("injects", Kind::Inject),
    ("menu", Kind::Measure),
    ("meters", Kind::Meter),
    ("objectives", Kind::Objective),
    ("offers", Kind::Offer),
    ("permits", Kind::Permit),
    ("phases", Kind::Phase),
    ("regions", Kind::Region),
    ("rules", Kind::Rule),
    ("seats", Kind::Seat),
    ("stories", Kind::Story),
    ("tasks", Kind::Task),
    ("zones", Kind::Zone),
];

/// Where one row stands.
struct Row {
    id: Span,
    fields: BTreeMap<String, Span>,
}

/// The places of rows and their fields.
pub(super) struct Places {
    rows: BTreeMap<(Kind, String), Row>,
    /// The fields of the files themselves: `minutes`, `content_note`, `seats`.
    heads: BTreeMap<String, Span>,
    entry: Span,
}

impl Places {
    /// Reads the texts again.
    pub(super) fn of(sources: &Sources) -> Self {
        let mut places = Self {
            rows: BTreeMap::new(),
            heads: BTreeMap::new(),
            entry: Span::default(),
        };
        for file in sources.files() {
            if sources.name(file).ends_with(".ron") {
                places.add(&Tree::parse(sources.text(file)), file);
            }
        }
        places
    }

    fn add(&mut self, tree: &Tree, file: FileId) {
        let Some(value) = tree.value() else { return };
        if file == FileId::default() {
            let start = value.first_token().range.start;
            self.entry = Span::new(file, start, start.saturating_add(1));
        }
        let fields = value.kids().filter(|kid| kid.kind() == NodeKind::Field);
        for (name, place) in fields.filter_map(|field| Some((field.name()?, field.name_range()?))) {
            let heads = self.heads.entry(name.to_owned());
            heads.or_insert(span(file, place));
        }
        // What is still to be looked through: the list a node stands in, and the ids of the row around it.
        let mut left: Vec<(Node<'_>, &str, String)> = vec![(value, "", String::new())];
        while let Some((node, list, around)) = left.pop() {
            match node.kind() {
                NodeKind::Struct => {
                    let around = self.note(node, list, &around, file).unwrap_or(around);
                    let fields = node.kids().filter(|kid| kid.kind() == NodeKind::Field);
                    left.extend(fields.filter_map(|field| {
                        Some((
                            field.value()?,
                            field.name().unwrap_or_default(),
                            around.clone(),
                        ))
                    }));
                }
                NodeKind::List | NodeKind::Tuple => {
                    left.extend(node.kids().map(|kid| (kid, list, around.clone())));
                }
                _ => {}
            }
        }
    }

    /// Notes a row that has an id; answers its word.
    fn note(&mut self, node: Node<'_>, list: &str, around: &str, file: FileId) -> Option<String> {
        let (_, kind) = LISTS.iter().find(|(name, _)| *name == list)?;
        let id = node.field("id")?;
        let word = id.text().trim_matches('"');
        let word = match kind {
            Kind::Choice | Kind::Task => format!("{around}.{word}"),
            _ => word.to_owned(),
        };
        let fields = node.kids().filter(|kid| kid.kind() == NodeKind::Field);
        let fields = fields.filter_map(|field| {
            let value = field.value()?;
            Some((field.name()?.to_owned(), span(file, value.range())))
        });
        let row = Row {
            id: span(file, id.range()),
            fields: fields.collect(),
        };
        self.rows.entry((*kind, word.clone())).or_insert(row);
        Some(word)
    }

    /// Where a row's id stands; the scenario's first bracket if it stands nowhere.
    pub(super) fn row(&self, kind: Kind, word: &str) -> Span {
        let row = self.rows.get(&(kind, word.to_owned()));
        row.map_or(self.entry, |row| row.id)
    }

    /// Where the value of a row's field stands; its id, if it has no such field.
    pub(super) fn field(&self, kind: Kind, word: &str, field: &str) -> Span {
        let row = self.rows.get(&(kind, word.to_owned()));
        row.map_or(self.entry, |row| {
            row.fields.get(field).copied().unwrap_or(row.id)
        })
    }

    /// Where a field of the scenario itself stands.
    pub(super) fn head(&self, field: &str) -> Span {
        self.heads.get(field).copied().unwrap_or(self.entry)
    }
}

fn span(file: FileId, range: TextRange) -> Span {
    Span::new(file, range.start, range.end)
}
