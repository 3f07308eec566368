//! The MSEL as a table, out of a scenario and back into it.
//!
//! Out: each inject becomes a row of seventeen cells of text. Back: a row is known again by its control number, each cell
//! is compared with what the scenario says, and a difference becomes an edit of the file where the inject stands. What
//! the table does not show (effects, facts, cooldowns) and every comment stay as they are.

pub mod import;
pub mod sheet;
pub mod when;

mod book;
mod ron;
mod row;
mod xlsx;
mod zip;

pub use crate::author::msel::book::Book;

/// The columns, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// The inject's number, or its id if it has none.
    ControlNo,
    /// The turn or turns; follows from the delivery time where that is given.
    Move,
    /// The seats it reaches; follows from `to_org`.
    Group,
    /// When it is due, in words that can be edited: see [`crate::author::msel::when`].
    DeliveryTime,
    /// What the story's clock shows then; follows from the delivery time.
    StoryTime,
    FromOrg,
    ToOrg,
    /// The channel.
    Method,
    Tlp,
    Title,
    /// The body.
    Description,
    /// One action a line, with its condition in square brackets.
    ExpectedAction,
    ObjectiveIds,
    NormIds,
    ControllerNote,
    Status,
    /// The control number of the inject it stands in for.
    ContingencyOf,
}

impl Column {
    pub const ALL: [Column; 17] = [
        Column::ControlNo,
        Column::Move,
        Column::Group,
        Column::DeliveryTime,
        Column::StoryTime,
        Column::FromOrg,
        Column::ToOrg,
        Column::Method,
        Column::Tlp,
        Column::Title,
        Column::Description,
        Column::ExpectedAction,
        Column::ObjectiveIds,
        Column::NormIds,
        Column::ControllerNote,
        Column::Status,
        Column::ContingencyOf,
    ];

    /// What stands at the head of the column.
    pub fn name(self) -> &'static str {
        match self {
            Column::ControlNo => "control_no",
            Column::Move => "move",
            Column::Group => "group",
            Column::DeliveryTime => "delivery_time",
            Column::StoryTime => "story_time",
            Column::FromOrg => "from_org",
            Column::ToOrg => "to_org",
            Column::Method => "method",
            Column::Tlp => "tlp",
            Column::Title => "title",
            Column::Description => "description",
            Column::ExpectedAction => "expected_action",
            Column::ObjectiveIds => "objective_ids",
            Column::NormIds => "norm_ids",
            Column::ControllerNote => "controller_note",
            Column::Status => "status",
            Column::ContingencyOf => "contingency_of",
        }
    }

    /// Its place, from 0.
    pub fn place(self) -> usize {
        self as usize
    }
}

/// The cells of one inject, in the order of the columns.
pub type Cells = [String; 17];

/// A table as it was read.
#[derive(Debug, Clone, Default)]
pub struct Table {
    pub rows: Vec<TableRow>,
    /// Heads that are no column of ours; what stands below them is not read.
    pub unknown: Vec<String>,
}

/// One row of a table.
#[derive(Debug, Clone)]
pub struct TableRow {
    /// Its number as the spreadsheet shows it, from 1.
    pub number: u32,
    /// For each of our columns its letters in the spreadsheet and its text; `None` where the table has no such column.
    pub cells: [Option<(String, String)>; 17],
}

impl TableRow {
    /// The text of a cell, if the table has its column.
    pub fn text(&self, column: Column) -> Option<&str> {
        self.cells[column.place()]
            .as_ref()
            .map(|(_, text)| text.as_str())
    }

    /// The cell's name as the spreadsheet shows it, such as `H12`.
    pub fn cell(&self, column: Column) -> String {
        let letters = self.cells[column.place()].as_ref();
        let letters = letters.map_or("A", |(letters, _)| letters);
        format!("{letters}{}", self.number)
    }
}
