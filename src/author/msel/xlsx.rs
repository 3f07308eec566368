//! A workbook's sheet as lines of cells.

use std::io::Cursor;

use calamine::DataRef;
use calamine::Reader;
use calamine::Xlsx;

use crate::author::msel::Column;
use crate::author::msel::Table;
use crate::author::msel::sheet::MOST_COLUMNS;
use crate::author::msel::sheet::MOST_ROWS;
use crate::author::msel::sheet::MOST_TEXT;
use crate::author::msel::sheet::Unreadable;
use crate::author::msel::sheet::table;
use crate::author::msel::zip;

/// Reads the first sheet that has a column of control numbers.
pub(super) fn read(bytes: &[u8]) -> Result<Table, Unreadable> {
    let archive = zip::checked(bytes)?;
    let broken = |error: calamine::XlsxError| Unreadable::new("msel-bad-xlsx", error);
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(archive)).map_err(broken)?;
    for name in book.sheet_names().clone() {
        let lines = lines(&mut book, &name)?;
        let wanted = Column::ControlNo.name();
        let has_head = |(_, cells): &(u32, Vec<String>)| {
            cells
                .iter()
                .any(|cell| cell.trim().to_lowercase().replace([' ', '-'], "_") == wanted)
        };
        if let Some(head) = lines.iter().position(has_head) {
            return table(lines[head..].to_vec());
        }
    }
    Err(Unreadable::new("msel-no-head", ""))
}

/// The lines of a sheet, cell by cell as they come: what a sheet claims of its size is not believed.
fn lines(
    book: &mut Xlsx<Cursor<Vec<u8>>>,
    name: &str,
) -> Result<Vec<(u32, Vec<String>)>, Unreadable> {
    let broken = |error: calamine::XlsxError| Unreadable::new("msel-bad-xlsx", error);
    let mut cells = book.worksheet_cells_reader(name).map_err(broken)?;
    let mut lines: Vec<(u32, Vec<String>)> = Vec::new();
    let mut total = 0;
    while let Some(cell) = cells.next_cell().map_err(broken)? {
        let (row, column) = cell.get_position();
        let text = text(cell.get_value());
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        if text.is_empty() || column >= MOST_COLUMNS {
            continue;
        }
        total += text.len();
        if total > MOST_TEXT {
            return Err(Unreadable::new("msel-bomb", ""));
        }
        let number = row.saturating_add(1);
        if lines.last().is_none_or(|(last, _)| *last != number) {
            if lines.len() > MOST_ROWS {
                return Err(Unreadable::new("msel-many-rows", MOST_ROWS));
            }
            lines.push((number, Vec::new()));
        }
        if let Some((_, line)) = lines.last_mut() {
            line.resize(line.len().max(column + 1), String::new());
            line[column] = text;
        }
    }
    Ok(lines)
}

/// What a cell says. Times of day and lengths of time come as they are read by the delivery column.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            text.clone()
        }
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(truth) => truth.to_string(),
        DataRef::DateTime(time) => {
            let days = time.as_f64();
            let (_, _, _, hour, minute, _, _) = time.to_ymd_hms_milli();
            if time.is_duration() {
                let minutes = (days * 24.0 * 60.0).round();
                format!("T+{:02}:{:02}", (minutes / 60.0).trunc(), minutes % 60.0)
            } else if days < 1.0 {
                format!("{hour:02}:{minute:02}")
            } else {
                let (year, month, day, ..) = time.to_ymd_hms_milli();
                format!("{year}-{month:02}-{day:02} {hour:02}:{minute:02}")
            }
        }
        DataRef::Error(error) => format!("{error:?}"),
    }
}
