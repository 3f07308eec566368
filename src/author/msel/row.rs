//! One inject as cells.

use crate::author::msel::Book;
use crate::author::msel::Cells;
use crate::author::msel::Column;
use crate::author::msel::book::string;
use crate::author::msel::when::Due;
use crate::author::msel::when::story_time;
use crate::model::marking::Marking;
use crate::model::msel::Inject;
use crate::model::time::ExerciseTime;
use crate::scenario::outdented;
use crate::scenario::tree::Node;

/// What stands between the names of a list.
pub(super) const SEPARATOR: &str = "; ";

/// The cells of an inject: `node` as written, `inject` as checked.
pub(super) fn cells(book: &Book, node: Node<'_>, inject: &Inject) -> Cells {
    let text = |name: &str| node.field(name).and_then(string);
    let ids = |name: &str| strings(node.field(name));
    let names = &book.names;
    let mut cells = Cells::default();
    let mut put = |column: Column, text: String| cells[column.place()] = text;
    put(
        Column::ControlNo,
        names.number(&text("id").unwrap_or_default()).to_owned(),
    );
    put(Column::Move, moves(node, inject));
    put(Column::Group, group(book, inject));
    put(Column::DeliveryTime, due(book, node).cell());
    let at = inject.when.at.map(|at| story_time(at, book.scenario.clock));
    put(Column::StoryTime, at.unwrap_or_default());
    let from = text("from").map(|id| names.shown(&id).to_owned());
    put(
        Column::FromOrg,
        from.or_else(|| text("from_other")).unwrap_or_default(),
    );
    let to: Vec<_> = ids("to")
        .iter()
        .map(|id| names.shown(id).to_owned())
        .collect();
    put(Column::ToOrg, to.join(SEPARATOR));
    put(Column::Method, format!("{:?}", inject.channel));
    put(Column::Tlp, marking(inject.marking));
    put(Column::Title, text("title").unwrap_or_default());
    put(
        Column::Description,
        outdented(&text("body").unwrap_or_default()),
    );
    put(Column::ExpectedAction, expected(node).join("\n"));
    put(Column::ObjectiveIds, ids("objectives").join(SEPARATOR));
    put(Column::NormIds, ids("norms").join(SEPARATOR));
    put(
        Column::ControllerNote,
        outdented(&text("note").unwrap_or_default()),
    );
    put(Column::Status, format!("{:?}", inject.status));
    let main = text("contingency_of").map(|id| names.number(&id).to_owned());
    put(Column::ContingencyOf, main.unwrap_or_default());
    cells
}

/// The texts of a list.
pub(super) fn strings(list: Option<Node<'_>>) -> Vec<String> {
    let kids = list.into_iter().flat_map(Node::kids);
    kids.filter_map(string).collect()
}

/// The label as it is printed, or `NATIONAL`.
pub(super) fn marking(marking: Marking) -> String {
    match marking {
        Marking::Tlp(tlp) => tlp.to_string(),
        Marking::National => "NATIONAL".to_owned(),
    }
}

/// When it is due, as written, with the control number of the inject it comes after.
pub(super) fn due(book: &Book, node: Node<'_>) -> Due {
    let text = |name: &str| node.field(name).and_then(string);
    let number = |node: Node<'_>| node.text().parse::<i64>().ok();
    let after = node.field("after").and_then(|after| {
        let plain = string(after).map(|inject| (inject, None));
        plain.or_else(|| {
            let mut kids = after.kids();
            Some((string(kids.next()?)?, kids.next().and_then(number)))
        })
    });
    Due {
        at: text("at").and_then(|at| ExerciseTime::parse(at.trim())),
        after: after.map(|(inject, turns)| (book.names.number(&inject).to_owned(), turns)),
        chance: node.field("chance").and_then(number),
        by_hand: node
            .field("by_hand")
            .is_some_and(|node| node.text() == "true"),
        condition: text("when").map(|condition| condition.trim().to_owned()),
    }
}

/// The turn as written, or the one that the delivery time falls in.
fn moves(node: Node<'_>, inject: &Inject) -> String {
    match node.field("turn") {
        Some(turn) if turn.kids().next().is_none() => turn.text().to_owned(),
        Some(window) => {
            let turns: Vec<_> = window.kids().map(Node::text).collect();
            turns.join("-")
        }
        None if inject.when.at.is_some() => inject.when.from.to_string(),
        None => String::new(),
    }
}

/// The titles of the seats it reaches.
fn group(book: &Book, inject: &Inject) -> String {
    let seats = book.scenario.seats.iter();
    let reached = seats.filter(|seat| inject.to.contains(&seat.actor));
    let titles: Vec<_> = reached.map(|seat| seat.title.as_str()).collect();
    titles.join(SEPARATOR)
}

/// A line for each expected action, its condition behind it.
fn expected(node: Node<'_>) -> Vec<String> {
    let rows = node.field("expected").into_iter().flat_map(Node::kids);
    let line = |row: Node<'_>| {
        let text = row.field("text").and_then(string)?.replace('\n', " ");
        Some(match row.field("done").and_then(string) {
            Some(done) => format!("{text} [done: {}]", done.trim()),
            None => text,
        })
    };
    rows.filter_map(line).collect()
}
