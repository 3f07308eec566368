//! The table as CSV and as XLSX, written and read.
//!
//! Cells that a spreadsheet would take for a formula are text: in CSV behind an apostrophe, in XLSX as strings.

use rust_xlsxwriter::DataValidation;
use rust_xlsxwriter::DocProperties;
use rust_xlsxwriter::ExcelDateTime;
use rust_xlsxwriter::Format;
use rust_xlsxwriter::FormatAlign;
use rust_xlsxwriter::Workbook;
use rust_xlsxwriter::XlsxError;

use crate::author::msel::Cells;
use crate::author::msel::Column;
use crate::author::msel::Table;
use crate::author::msel::TableRow;
use crate::author::msel::xlsx;

/// The largest spreadsheet that is read, in bytes.
pub const LARGEST: u64 = 16 << 20;
/// The most rows that are read, and the most text in all cells together.
pub(super) const MOST_ROWS: usize = 5000;
pub(super) const MOST_TEXT: usize = 16 << 20;
/// The most columns that are looked at.
pub(super) const MOST_COLUMNS: usize = 256;

/// The sheet's name in a workbook.
const SHEET: &str = "MSEL";

/// Why a spreadsheet cannot be read, as the catalogue's key and what to fill in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    pub key: &'static str,
    pub why: String,
}

impl Unreadable {
    pub(super) fn new(key: &'static str, why: impl ToString) -> Self {
        Self {
            key,
            why: why.to_string(),
        }
    }
}

/// The table as CSV, with a mark at its beginning by which spreadsheets know the encoding.
pub fn csv(rows: &[Cells]) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{FEFF}".as_bytes().to_vec());
    let head = Column::ALL.map(|column| column.name().to_owned());
    for row in std::iter::once(&head).chain(rows) {
        let cells = row.iter().map(|cell| guarded(cell));
        writer
            .write_record(cells)
            .expect("rows of one length can be written to memory");
    }
    writer.into_inner().unwrap_or_default()
}

/// A cell that no spreadsheet takes for a formula.
fn guarded(cell: &str) -> String {
    if is_formula(cell.trim_start_matches('\'')) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

/// The cell that was guarded.
fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if is_formula(rest.trim_start_matches('\'')) => rest,
        _ => cell,
    }
}

fn is_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// The table as a workbook: a frozen head, lists to choose from, text everywhere.
pub fn xlsx(rows: &[Cells]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // Equal tables are equal files.
    let made = ExcelDateTime::from_ymd(2026, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let head = Format::new().set_bold();
    let plain = Format::new()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_num_format("@");
    let quoted = plain.clone().set_quote_prefix();
    let sheet = book.add_worksheet();
    sheet.set_name(SHEET)?;
    sheet.set_freeze_panes(1, 1)?;
    for column in Column::ALL {
        let place = u16::try_from(column.place()).unwrap_or_default();
        sheet.write_string_with_format(0, place, column.name(), &head)?;
        sheet.set_column_width(place, width(column))?;
        sheet.set_column_format(place, &plain)?;
    }
    for (number, row) in (1_u32..).zip(rows) {
        for (place, cell) in (0_u16..).zip(row) {
            let format = if is_formula(cell) { &quoted } else { &plain };
            if !cell.is_empty() {
                sheet.write_string_with_format(number, place, cell.as_str(), format)?;
            }
        }
    }
    let last = u32::try_from(rows.len()).unwrap_or_default();
    sheet.autofilter(0, 0, last.max(1), 16)?;
    for (column, words) in choices() {
        let place = u16::try_from(column.place()).unwrap_or_default();
        let list = DataValidation::new().allow_list_strings(&words)?;
        sheet.add_data_validation(1, place, last + 200, place, &list)?;
    }
    book.save_to_buffer()
}

fn choices() -> [(Column, Vec<&'static str>); 3] {
    use crate::author::msel::import::words;
    [
        (Column::Method, words::METHODS.to_vec()),
        (Column::Tlp, words::LABELS.map(|(shown, _)| shown).to_vec()),
        (Column::Status, words::STATUSES.to_vec()),
    ]
}

/// How wide a column stands, in characters.
fn width(column: Column) -> f64 {
    match column {
        Column::Move => 6.0,
        Column::Description => 80.0,
        Column::ExpectedAction | Column::ControllerNote | Column::Title => 40.0,
        Column::FromOrg | Column::ToOrg | Column::Group | Column::DeliveryTime => 26.0,
        _ => 18.0,
    }
}

/// Reads a table by what its bytes are: a workbook, or CSV with commas, semicolons or tabs.
pub fn read(bytes: &[u8]) -> Result<Table, Unreadable> {
    if bytes.len() as u64 > LARGEST {
        return Err(Unreadable::new("msel-large", ""));
    }
    if bytes.starts_with(b"PK") {
        return xlsx::read(bytes);
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(Unreadable::new("msel-old-excel", ""));
    }
    let text = std::str::from_utf8(bytes).map_err(|_| Unreadable::new("msel-not-utf8", ""))?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if text.contains('\0') {
        return Err(Unreadable::new("msel-not-utf8", ""));
    }
    let first = text.lines().next().unwrap_or_default();
    let count = |mark: char| first.matches(mark).count();
    let mark = [',', ';', '\t'].into_iter().max_by_key(|mark| count(*mark));
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(u8::try_from(mark.unwrap_or(',')).unwrap_or(b','))
        .from_reader(text.as_bytes());
    let mut lines = Vec::new();
    for (number, record) in (1_u32..).zip(reader.records()) {
        let record = record.map_err(|error| Unreadable::new("msel-bad-csv", error))?;
        if lines.len() > MOST_ROWS {
            return Err(Unreadable::new("msel-many-rows", MOST_ROWS));
        }
        let cells = record
            .iter()
            .take(MOST_COLUMNS)
            .map(|cell| unguarded(cell).to_owned());
        lines.push((number, cells.collect()));
    }
    table(lines)
}

/// Lines of cells, the first of them heads, as a table.
pub(super) fn table(lines: Vec<(u32, Vec<String>)>) -> Result<Table, Unreadable> {
    let is_blank = |cells: &Vec<String>| cells.iter().all(|cell| cell.trim().is_empty());
    let mut lines = lines.into_iter().filter(|(_, cells)| !is_blank(cells));
    let Some((_, head)) = lines.next() else {
        return Err(Unreadable::new("msel-no-head", ""));
    };
    let mut unknown = Vec::new();
    let mut places = [None; 17];
    for (place, name) in head.iter().enumerate() {
        let wanted = name.trim().to_lowercase().replace([' ', '-'], "_");
        match Column::ALL
            .into_iter()
            .find(|column| column.name() == wanted)
        {
            Some(column) if places[column.place()].is_none() => {
                places[column.place()] = Some(place)
            }
            Some(column) => return Err(Unreadable::new("msel-head-twice", column.name())),
            None if wanted.is_empty() => {}
            None => unknown.push(name.trim().to_owned()),
        }
    }
    if places[Column::ControlNo.place()].is_none() {
        return Err(Unreadable::new("msel-no-head", ""));
    }
    let rows = lines.map(|(number, cells)| TableRow {
        number,
        cells: places.map(|place: Option<usize>| {
            let place = place?;
            let text = cells.get(place).cloned().unwrap_or_default();
            Some((letters(place), text))
        }),
    });
    Ok(Table {
        rows: rows.collect(),
        unknown,
    })
}

/// What a spreadsheet calls a column: A to Z, then AA.
fn letters(place: usize) -> String {
    let letter = |place: usize| char::from(b'A' + u8::try_from(place % 26).unwrap_or_default());
    match place.checked_sub(26) {
        None => letter(place).to_string(),
        Some(rest) => format!("{}{}", letter(rest / 26), letter(rest)),
    }
}
