//! Rows that the scenario does not have yet.

use std::collections::BTreeMap;

use crate::author::edit::Edit;
use crate::author::ids::free_id;
use crate::author::ids::is_id;
use crate::author::msel::Book;
use crate::author::msel::Column;
use crate::author::msel::Table;
use crate::author::msel::TableRow;
use crate::author::msel::import::Import;
use crate::author::msel::import::Problem;
use crate::author::msel::import::Told;
use crate::author::msel::import::What;
use crate::author::msel::import::cell;
use crate::author::msel::import::cell::Read;
use crate::author::msel::import::cell::clean;
use crate::author::msel::import::words;
use crate::author::msel::ron;
use crate::author::msel::when::Due;
use crate::author::msel::when::moment;
use crate::diag::FileId;
use crate::scenario::outdented;
use crate::scenario::tree::Node;
use crate::text::SafeText;

/// The rows that are new, and where they go.
pub(super) struct Added {
    /// For each new row its control number and the id it gets.
    pub(super) numbers: Vec<(String, String)>,
    /// For each known row the new ones behind it; `None` for those before the first.
    rows: BTreeMap<Option<usize>, Vec<Vec<(&'static str, String)>>>,
    taken: usize,
}

impl Added {
    pub(super) fn new(book: &Book, table: &Table) -> Self {
        let mut numbers: Vec<(String, String)> = Vec::new();
        for row in &table.rows {
            let number = clean(row.text(Column::ControlNo).unwrap_or_default());
            if book.names.inject(&number).is_some() {
                continue;
            }
            let title = row.text(Column::Title).unwrap_or_default();
            let is_taken = |id: &str| {
                book.names.injects.iter().any(|(other, _)| other == id)
                    || numbers.iter().any(|(_, other)| other == id)
            };
            let id = if is_id(&number) && !is_taken(&number) {
                number.clone()
            } else {
                free_id(title, "inject", is_taken)
            };
            numbers.push((number, id));
        }
        Self {
            numbers,
            rows: BTreeMap::new(),
            taken: 0,
        }
    }

    /// Reads a new row, which comes behind the known row `last`.
    pub(super) fn take(
        &mut self,
        book: &Book,
        row: &TableRow,
        last: Option<usize>,
        import: &mut Import,
    ) {
        let (number, id) = self.numbers[self.taken].clone();
        self.taken += 1;
        let is_twice = |(other, _): &(String, String)| !number.is_empty() && *other == number;
        if self.numbers[..self.taken - 1].iter().any(is_twice) {
            import
                .problems
                .push(Problem::new(row, Column::ControlNo, "msel-twice", &number));
            return;
        }
        let before = import.problems.len();
        let fields = self.fields(book, row, &number, &id, import);
        if import.problems.len() > before {
            return;
        }
        import.changes.push(Told {
            cell: row.cell(Column::ControlNo),
            inject: if number.is_empty() { id } else { number },
            column: Column::Title,
            before: SafeText::empty(),
            after: SafeText::line(row.text(Column::Title).unwrap_or_default()),
            what: What::Added,
        });
        self.rows.entry(last).or_default().push(fields);
    }

    fn fields(
        &self,
        book: &Book,
        row: &TableRow,
        number: &str,
        id: &str,
        import: &mut Import,
    ) -> Vec<(&'static str, String)> {
        let text = |column| clean(row.text(column).unwrap_or_default());
        let mut fields: Vec<(&'static str, String)> = vec![("id", ron::text(id, 0))];
        let mut wrong = |column, (key, found, near): (&'static str, String, Vec<String>)| {
            import
                .problems
                .push(Problem::new(row, column, key, &found).near(near));
        };
        let mut put = |column, name, value: Read<Option<String>>| match value {
            Ok(value) => fields.extend(value.map(|value| (name, value))),
            Err(error) => wrong(column, error),
        };
        let said = |text: String| -> Read<Option<String>> {
            if text.is_empty() {
                Err(("msel-empty", String::new(), Vec::new()))
            } else {
                Ok(Some(text))
            }
        };
        if number != id && !number.is_empty() {
            put(Column::ControlNo, "number", Ok(Some(ron::text(number, 0))));
        }
        let clock = book.scenario.clock;
        let due = Due::parse(&text(Column::DeliveryTime), clock);
        let mut due = match due {
            Ok(due) => due,
            Err(part) => {
                put(
                    Column::DeliveryTime,
                    "at",
                    Err(("msel-time", part, Vec::new())),
                );
                Due::default()
            }
        };
        if due.at.is_none() {
            due.at = moment(&text(Column::StoryTime), clock);
        }
        if due.at.is_none() {
            put(Column::Move, "turn", cell::window(&text(Column::Move)));
        }
        let quoted = |text: &str| ron::text(text, 0);
        put(
            Column::DeliveryTime,
            "at",
            Ok(due.at.map(|at| format!("\"{at}\""))),
        );
        put(
            Column::DeliveryTime,
            "when",
            Ok(due.condition.as_deref().map(quoted)),
        );
        let after = due.after.as_ref().map(|(inject, turns)| {
            let id = quoted(&cell::inject(book, &self.numbers, inject)?);
            Ok(turns.map_or_else(|| id.clone(), |turns| format!("({id}, {turns})")))
        });
        put(Column::DeliveryTime, "after", after.transpose());
        put(
            Column::DeliveryTime,
            "chance",
            Ok(due.chance.map(|chance| chance.to_string())),
        );
        put(
            Column::DeliveryTime,
            "by_hand",
            Ok(due.by_hand.then(|| "true".to_owned())),
        );
        let list = |ids: Vec<String>| (!ids.is_empty()).then(|| ron::list(&ids));
        put(
            Column::ToOrg,
            "to",
            cell::actors(book, &text(Column::ToOrg)).map(list),
        );
        let from = text(Column::FromOrg);
        put(Column::FromOrg, "from", said(from.clone()).map(|_| None));
        for (name, _, value) in cell::sender(book, &from) {
            put(
                Column::FromOrg,
                name,
                Ok(value.filter(|_| !from.is_empty())),
            );
        }
        put(
            Column::Method,
            "channel",
            cell::word(&text(Column::Method), &words::METHODS, "msel-method").map(Some),
        );
        put(
            Column::Tlp,
            "marking",
            cell::label(&text(Column::Tlp)).map(Some),
        );
        let status = text(Column::Status);
        if !status.is_empty() {
            put(
                Column::Status,
                "status",
                cell::word(&status, &words::STATUSES, "msel-status").map(Some),
            );
        }
        put(
            Column::Title,
            "title",
            said(text(Column::Title)).map(|text| text.as_deref().map(quoted)),
        );
        let body = said(outdented(&text(Column::Description)));
        put(Column::Description, "body", body);
        let expected = text(Column::ExpectedAction);
        put(
            Column::ExpectedAction,
            "expected",
            Ok((!expected.is_empty()).then_some(expected)),
        );
        put(
            Column::ObjectiveIds,
            "objectives",
            cell::objectives(book, &text(Column::ObjectiveIds)).map(list),
        );
        put(
            Column::NormIds,
            "norms",
            cell::norms(&text(Column::NormIds)).map(list),
        );
        let note = outdented(&text(Column::ControllerNote));
        put(
            Column::ControllerNote,
            "note",
            Ok((!note.is_empty()).then_some(note)),
        );
        let main = text(Column::ContingencyOf);
        if !main.is_empty() {
            let id = cell::inject(book, &self.numbers, &main).map(|id| Some(quoted(&id)));
            put(Column::ContingencyOf, "contingency_of", id);
        }
        fields
    }

    /// Puts the new rows behind the rows they follow in the table.
    pub(super) fn place(
        &self,
        book: &Book,
        injects: &[(FileId, Node<'_>)],
        edits: &mut Vec<Edit>,
        import: &mut Import,
    ) {
        for (last, rows) in &self.rows {
            let anchor = last
                .or_else(|| injects.len().checked_sub(1))
                .and_then(|place| injects.get(place));
            let Some((file, node)) = anchor else {
                import.problems.push(Problem {
                    cell: String::new(),
                    column: Column::ControlNo,
                    key: "msel-no-list",
                    found: book.files[0].name.clone(),
                    near: String::new(),
                    told: None,
                });
                continue;
            };
            let indent = ron::indent_of(*node);
            let texts = rows
                .iter()
                .map(|fields| format!(",\n{}{}", " ".repeat(indent), written(fields, indent)));
            edits.push(Edit::insert(
                *file,
                node.range().end,
                texts.collect::<String>(),
            ));
        }
    }
}

/// A row as the shipped scenarios write theirs: what it is on one line, then a line for each text.
fn written(fields: &[(&'static str, String)], indent: usize) -> String {
    let inner = " ".repeat(indent + 4);
    let mut head = Vec::new();
    let mut lines = Vec::new();
    for (name, value) in fields {
        match *name {
            "body" | "note" => lines.push(format!("{name}: {}", ron::text(value, indent + 4))),
            "expected" => lines.push(format!(
                "{name}: {}",
                cell::expected(value, &[], indent + 4)
            )),
            "title" | "contingency_of" => lines.push(format!("{name}: {value}")),
            _ => head.push(format!("{name}: {value}")),
        }
    }
    let mut out = format!("(\n{inner}{},\n", head.join(", "));
    for line in lines {
        out.push_str(&inner);
        out.push_str(&line);
        out.push_str(",\n");
    }
    out.push_str(&" ".repeat(indent));
    out.push(')');
    out
}
