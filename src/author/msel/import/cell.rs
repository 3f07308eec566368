//! The cells of one row against its inject.

use crate::author::edit::Edit;
use crate::author::msel::Book;
use crate::author::msel::Cells;
use crate::author::msel::Column;
use crate::author::msel::TableRow;
use crate::author::msel::import::Import;
use crate::author::msel::import::Problem;
use crate::author::msel::import::Told;
use crate::author::msel::import::What;
use crate::author::msel::import::words::LABELS;
use crate::author::msel::import::words::METHODS;
use crate::author::msel::import::words::STATUSES;
use crate::author::msel::ron;
use crate::author::msel::ron::Field;
use crate::author::msel::row::strings;
use crate::author::msel::when::Due;
use crate::author::msel::when::moment;
use crate::diag;
use crate::diag::FileId;
use crate::model::norm::Norm;
use crate::scenario::outdented;
use crate::scenario::tree::Node;
use crate::text::SafeText;

/// Behind which fields a new one goes.
const TIMES: [&str; 7] = ["id", "number", "turn", "at", "when", "after", "chance"];
const HEAD: [&str; 14] = [
    "id",
    "number",
    "turn",
    "at",
    "when",
    "after",
    "chance",
    "by_hand",
    "to",
    "from",
    "from_other",
    "channel",
    "marking",
    "status",
];

/// One row of the table and the inject it is about.
pub(super) struct Change<'a> {
    pub(super) book: &'a Book,
    pub(super) row: &'a TableRow,
    pub(super) node: Node<'a>,
    pub(super) file: FileId,
    pub(super) base: &'a Cells,
    /// The control numbers of the rows that are new, and the ids they get.
    pub(super) added: &'a [(String, String)],
}

/// A value for a field, or why a cell gives none.
pub(super) type Read<T> = Result<T, (&'static str, String, Vec<String>)>;

impl Change<'_> {
    pub(super) fn compare(&self, edits: &mut Vec<Edit>, import: &mut Import) {
        let mut changed: Vec<Field> = Vec::new();
        for column in Column::ALL {
            let Some(cell) = self.row.text(column) else {
                continue;
            };
            let base = &self.base[column.place()];
            if clean(cell) == clean(base) {
                continue;
            }
            match self.fields(column, &clean(cell)) {
                Ok(fields) => {
                    let is_change = |(name, _, value): &Field| {
                        value.as_deref() != self.node.field(name).map(Node::text)
                    };
                    if fields.iter().any(is_change) {
                        import.changes.push(self.told(column, base, cell));
                        changed.extend(fields);
                    }
                }
                Err((key, found, near)) => {
                    let problem = Problem::new(self.row, column, key, &found).near(near);
                    if key.starts_with("msel-note") {
                        import.notes.push(problem);
                    } else {
                        import.problems.push(problem);
                    }
                }
            }
        }
        edits.extend(ron::edits(self.file, self.node, &changed));
    }

    fn told(&self, column: Column, base: &str, cell: &str) -> Told {
        Told {
            cell: self.row.cell(column),
            inject: self.base[Column::ControlNo.place()].clone(),
            column,
            before: SafeText::line(base),
            after: SafeText::line(&clean(cell)),
            what: What::Changed,
        }
    }

    /// What a changed cell puts into which fields.
    fn fields(&self, column: Column, cell: &str) -> Read<Vec<Field>> {
        let indent = ron::indent_of(self.node) + 4;
        let book = self.book;
        let ron_text = |text: &str| ron::text(text, indent);
        let optional = |text: String| (!text.is_empty()).then_some(text);
        let one = |name, value: Option<String>| Ok(vec![(name, HEAD.as_slice(), value)]);
        match column {
            // The row was found by it.
            Column::ControlNo => Ok(Vec::new()),
            Column::Group => Err(("msel-note-group", cell.to_owned(), Vec::new())),
            Column::Move => self.moves(cell),
            Column::StoryTime => self.story(cell),
            Column::DeliveryTime => self.due(cell),
            Column::FromOrg => Ok(sender(book, cell)),
            Column::Title | Column::Description if cell.is_empty() => {
                Err(("msel-empty", String::new(), Vec::new()))
            }
            Column::ToOrg => match actors(book, cell)? {
                same if same == strings(self.node.field("to")) => Ok(Vec::new()),
                actors => one("to", Some(ron::list(&actors))),
            },
            Column::Method => one("channel", Some(word(cell, &METHODS, "msel-method")?)),
            Column::Tlp => match label(cell)? {
                same if same == label(&self.base[column.place()])? => Ok(Vec::new()),
                label => one("marking", Some(label)),
            },
            Column::Title => one("title", Some(ron_text(cell))),
            Column::Description => {
                let text = outdented(cell);
                let was = outdented(&self.base[column.place()]);
                if text == was {
                    Ok(Vec::new())
                } else {
                    one("body", Some(ron_text(&text)))
                }
            }
            Column::ExpectedAction => one("expected", optional(self.expected(cell, indent))),
            Column::ObjectiveIds => {
                let ids = objectives(book, cell)?;
                if ids == strings(self.node.field("objectives")) {
                    return Ok(Vec::new());
                }
                one("objectives", (!ids.is_empty()).then(|| ron::list(&ids)))
            }
            Column::NormIds => {
                let ids = norms(cell)?;
                if ids == strings(self.node.field("norms")) {
                    return Ok(Vec::new());
                }
                one("norms", (!ids.is_empty()).then(|| ron::list(&ids)))
            }
            Column::ControllerNote => one(
                "note",
                optional(outdented(cell)).map(|text| ron_text(&text)),
            ),
            Column::Status => {
                let status = if cell.is_empty() { "Approved" } else { cell };
                match word(status, &STATUSES, "msel-status")? {
                    same if same == self.base[column.place()] => Ok(Vec::new()),
                    status => one("status", Some(status)),
                }
            }
            Column::ContingencyOf => {
                let main = optional(cell.to_owned())
                    .map(|cell| self.inject(&cell))
                    .transpose()?;
                one("contingency_of", main.map(|id| ron::text(&id, 0)))
            }
        }
    }

    fn inject(&self, cell: &str) -> Read<String> {
        inject(self.book, self.added, cell)
    }

    fn moves(&self, cell: &str) -> Read<Vec<Field>> {
        let follows = self.node.field("turn").is_none() && self.sheet_time().is_some();
        if follows {
            return Err(("msel-note-move", cell.to_owned(), Vec::new()));
        }
        let value = window(cell)?;
        Ok(vec![("turn", &TIMES[..2], value)])
    }

    /// The moment that the row's delivery cell gives.
    fn sheet_time(&self) -> Option<i32> {
        let clock = self.book.scenario.clock;
        let cell = self.row.text(Column::DeliveryTime);
        let cell = cell.unwrap_or(&self.base[Column::DeliveryTime.place()]);
        Due::parse(cell, clock).ok()?.at.map(|at| at.0)
    }

    /// The story's clock counts only where there is no delivery time.
    fn story(&self, cell: &str) -> Read<Vec<Field>> {
        let clock = self.book.scenario.clock;
        if cell.is_empty() {
            return Ok(Vec::new());
        }
        let Some(time) = moment(cell, clock) else {
            return Err(("msel-time", cell.to_owned(), Vec::new()));
        };
        match self.sheet_time() {
            Some(at) if at == time.0 => Ok(Vec::new()),
            Some(_) => Err(("msel-note-story", cell.to_owned(), Vec::new())),
            None => Ok(vec![("at", &TIMES[..3], Some(format!("\"{time}\"")))]),
        }
    }

    fn due(&self, cell: &str) -> Read<Vec<Field>> {
        let clock = self.book.scenario.clock;
        let wrong = |part: String| ("msel-time", part, Vec::new());
        let mut due = Due::parse(cell, clock).map_err(wrong)?;
        let was = Due::parse(&self.base[Column::DeliveryTime.place()], clock).map_err(wrong)?;
        if due.at.is_none() {
            // The moment may stand in the other column.
            let story = self.row.text(Column::StoryTime).unwrap_or_default();
            due.at = moment(story, clock);
        }
        let mut fields: Vec<Field> = Vec::new();
        let mut put = |name, value| fields.push((name, TIMES.as_slice(), value));
        if due.at != was.at {
            put("at", due.at.map(|at| format!("\"{at}\"")));
        }
        if due.condition != was.condition {
            put(
                "when",
                due.condition.as_ref().map(|text| ron::text(text, 0)),
            );
        }
        if due.after != was.after {
            put("after", self.after(due.after.as_ref())?);
        }
        if due.chance != was.chance {
            put("chance", due.chance.map(|chance| chance.to_string()));
        }
        if due.by_hand != was.by_hand {
            put("by_hand", due.by_hand.then(|| "true".to_owned()));
        }
        Ok(fields)
    }

    fn after(&self, after: Option<&(String, Option<i64>)>) -> Read<Option<String>> {
        let Some((inject, turns)) = after else {
            return Ok(None);
        };
        let id = ron::text(&self.inject(inject)?, 0);
        Ok(Some(match turns {
            Some(turns) => format!("({id}, {turns})"),
            None => id,
        }))
    }

    /// The list of expected actions; rows whose line is unchanged stay as they are written.
    fn expected(&self, cell: &str, indent: usize) -> String {
        let rows: Vec<Node<'_>> = self
            .node
            .field("expected")
            .into_iter()
            .flat_map(Node::kids)
            .collect();
        let base = self.base[Column::ExpectedAction.place()].lines();
        let written: Vec<(&str, &str)> = base.zip(rows.iter().map(|row| row.text())).collect();
        expected(cell, &written, indent)
    }
}

/// The list of expected actions, of lines such as `Asks first [done: chose.a.b]`. `written` are rows to be kept, by line.
pub(super) fn expected(cell: &str, written: &[(&str, &str)], indent: usize) -> String {
    let lines: Vec<&str> = cell
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    if lines.is_empty() {
        return String::new();
    }
    let mut out = String::from("[\n");
    for line in lines {
        let row = match written.iter().find(|(known, _)| *known == line) {
            Some((_, row)) => (*row).to_owned(),
            None => {
                let (text, done) = match line
                    .strip_suffix(']')
                    .and_then(|line| line.rsplit_once("[done:"))
                {
                    Some((text, done)) => (text.trim(), Some(done.trim())),
                    None => (line, None),
                };
                let done = done.map(|done| format!(", done: {}", ron::text(done, 0)));
                format!("(text: {}{})", ron::text(text, 0), done.unwrap_or_default())
            }
        };
        out.push_str(&" ".repeat(indent + 4));
        out.push_str(&row);
        out.push_str(",\n");
    }
    out.push_str(&" ".repeat(indent));
    out.push(']');
    out
}

/// A cell without what a spreadsheet adds to it.
pub(super) fn clean(cell: &str) -> String {
    let cell = cell.replace("\r\n", "\n").replace('\r', "\n");
    cell.trim().to_owned()
}

/// The names of a list.
pub(super) fn items(cell: &str) -> impl Iterator<Item = &str> {
    let items = cell.split([';', '\n']).map(str::trim);
    items.filter(|item| !item.is_empty())
}

/// `2` or `2-4`.
pub(super) fn window(cell: &str) -> Read<Option<String>> {
    if cell.is_empty() {
        return Ok(None);
    }
    let number = |word: &str| word.trim().parse::<u16>().ok();
    let value = match cell.split_once(['-', '–']) {
        Some((from, to)) => number(from)
            .zip(number(to))
            .map(|(from, to)| format!("({from}, {to})")),
        None => number(cell).map(|turn| turn.to_string()),
    };
    value
        .map(Some)
        .ok_or_else(|| ("msel-move", cell.to_owned(), Vec::new()))
}

/// Who it comes from: an actor, or somebody who is not in the cast.
pub(super) fn sender(book: &Book, cell: &str) -> Vec<Field> {
    let head = HEAD.as_slice();
    match book.names.actor(cell) {
        Some(id) => vec![
            ("from", head, Some(ron::text(id, 0))),
            ("from_other", head, None),
        ],
        None => vec![
            ("from", head, None),
            ("from_other", head, Some(ron::text(cell, 0))),
        ],
    }
}

pub(super) fn actors(book: &Book, cell: &str) -> Read<Vec<String>> {
    let known = book.names.actors.iter();
    let known: Vec<&str> = known
        .flat_map(|(id, shown, _)| [id.as_str(), shown.as_str()])
        .collect();
    let found = items(cell).map(|item| match book.names.actor(item) {
        Some(id) => Ok(id.to_owned()),
        None => Err((
            "msel-actor",
            item.to_owned(),
            diag::near(item, known.iter().copied()),
        )),
    });
    let found: Vec<String> = found.collect::<Result<_, _>>()?;
    if found.is_empty() {
        return Err(("msel-nobody", String::new(), Vec::new()));
    }
    Ok(found)
}

pub(super) fn objectives(book: &Book, cell: &str) -> Read<Vec<String>> {
    let known = &book.names.objectives;
    let found = items(cell).map(|item| {
        if known.iter().any(|id| id == item) {
            return Ok(item.to_owned());
        }
        let near = diag::near(item, known.iter().map(String::as_str));
        Err(("msel-objective", item.to_owned(), near))
    });
    found.collect()
}

pub(super) fn norms(cell: &str) -> Read<Vec<String>> {
    let known = Norm::ALL.map(|norm| norm.key().trim_start_matches("norm-").replace('-', "_"));
    let found = items(cell).map(|item| {
        if known.contains(&item.replace('-', "_")) {
            return Ok(item.to_owned());
        }
        let near = diag::near(item, known.iter().map(String::as_str));
        Err(("msel-norm", item.to_owned(), near))
    });
    found.collect()
}

/// One of few words, in any case and with spaces.
pub(super) fn word(cell: &str, words: &[&'static str], key: &'static str) -> Read<String> {
    let plain: String = cell
        .chars()
        .filter(|letter| letter.is_alphanumeric())
        .collect();
    let found = words.iter().find(|word| word.eq_ignore_ascii_case(&plain));
    found.map(|word| (*word).to_owned()).ok_or_else(|| {
        (
            key,
            cell.to_owned(),
            diag::near(cell, words.iter().copied()),
        )
    })
}

/// A label, printed or as the file writes it.
pub(super) fn label(cell: &str) -> Read<String> {
    let plain = |text: &str| -> String {
        let text = text.to_uppercase();
        let text = text.strip_prefix("TLP").unwrap_or(&text);
        text.chars()
            .filter(|letter| letter.is_alphanumeric())
            .collect()
    };
    let wanted = if cell.is_empty() {
        "CLEAR".to_owned()
    } else {
        plain(cell)
    };
    let found = LABELS.iter().find(|(shown, _)| plain(shown) == wanted);
    found
        .map(|(_, written)| (*written).to_owned())
        .ok_or_else(|| {
            let near = diag::near(cell, LABELS.map(|(shown, _)| shown));
            ("msel-tlp", cell.to_owned(), near)
        })
}

/// The id of an inject of the scenario, or of one that the table adds.
pub(super) fn inject(book: &Book, added: &[(String, String)], cell: &str) -> Read<String> {
    if let Some(id) = book.names.inject(cell) {
        return Ok(id.to_owned());
    }
    if let Some((_, id)) = added
        .iter()
        .find(|(number, id)| number == cell || id == cell)
    {
        return Ok(id.clone());
    }
    let known = book.names.injects.iter().map(|(_, number)| number.as_str());
    Err(("msel-inject", cell.to_owned(), diag::near(cell, known)))
}
