//! What was found as lines of text, in columns that fit the width of any terminal.

use crate::lab::whatif::tables::Row;
use crate::lab::whatif::tables::Section;
use crate::text::SafeText;
use crate::text::wrap;

/// Columns between two cells.
const GAP: usize = 2;
/// Columns before a row.
const INDENT: usize = 2;

/// The sections as lines no wider than `columns`.
pub fn sheet(sections: &[Section], columns: usize) -> Vec<SafeText> {
    let mut lines = Vec::new();
    for section in sections {
        if !lines.is_empty() {
            lines.push(SafeText::empty());
        }
        lines.extend(wrap(&section.title, columns));
        for note in &section.notes {
            let room = columns.saturating_sub(INDENT).max(20);
            lines.extend(wrap(note, room).iter().map(|line| padded(line, INDENT)));
        }
        if section.head.is_empty() || section.rows.is_empty() {
            continue;
        }
        lines.push(SafeText::empty());
        for laid in lay_out(section, columns.saturating_sub(INDENT)) {
            let by = if laid.is_heading { 1 } else { INDENT };
            lines.extend(laid.lines.iter().map(|line| padded(line, by)));
            if laid.is_head {
                let rules: Vec<SafeText> = widths(section, columns.saturating_sub(INDENT))
                    .iter()
                    .map(|width| SafeText::line(&"-".repeat(*width)))
                    .collect();
                let rules = cells(&rules, &widths(section, columns.saturating_sub(INDENT)));
                lines.extend(rules.iter().map(|line| padded(line, INDENT)));
            }
        }
    }
    lines
}

/// A row of a table as lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Laid {
    /// The columns' heads.
    pub is_head: bool,
    /// A heading over the rows that follow.
    pub is_heading: bool,
    pub lines: Vec<SafeText>,
}

/// A section's table in columns, its head first.
pub fn lay_out(section: &Section, columns: usize) -> Vec<Laid> {
    let widths = widths(section, columns);
    let head = Laid {
        is_head: true,
        lines: cells(&section.head, &widths),
        ..Laid::default()
    };
    let rows = section.rows.iter().map(|row| match row {
        Row::Heading(text) => Laid {
            is_heading: true,
            lines: wrap(text, columns),
            ..Laid::default()
        },
        Row::Cells(row) => Laid {
            lines: cells(row, &widths),
            ..Laid::default()
        },
    });
    std::iter::once(head).chain(rows).collect()
}

/// How wide each column may be: what it needs, and where that is too much, what the others leave, shared out fairly.
fn widths(section: &Section, columns: usize) -> Vec<usize> {
    let count = section.head.len().max(1);
    let mut needs: Vec<usize> = section.head.iter().map(SafeText::width).collect();
    for row in &section.rows {
        if let Row::Cells(cells) = row {
            for (need, cell) in needs.iter_mut().zip(cells) {
                *need = (*need).max(cell.width());
            }
        }
    }
    let room = columns.saturating_sub(GAP * (count - 1));
    let mut widths = vec![0; count];
    let mut left = room;
    let mut open: Vec<usize> = (0..count).collect();
    // The narrowest columns first get all that they need; the rest share what is left.
    open.sort_by_key(|place| needs[*place]);
    for (done, place) in open.iter().enumerate() {
        let fair = left / (count - done);
        widths[*place] = needs[*place].min(fair).max(6);
        left = left.saturating_sub(widths[*place]);
    }
    widths
}

/// One row of cells, each wrapped in its column.
fn cells(row: &[SafeText], widths: &[usize]) -> Vec<SafeText> {
    let wrapped: Vec<Vec<SafeText>> = row
        .iter()
        .zip(widths)
        .map(|(cell, width)| wrap(cell, *width))
        .collect();
    let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
    (0..height)
        .map(|at| {
            let mut line = String::new();
            for (cell, width) in wrapped.iter().zip(widths) {
                let part = cell.get(at).cloned().unwrap_or_default();
                line.push_str(part.as_str());
                line.push_str(&" ".repeat((width + GAP).saturating_sub(part.width())));
            }
            SafeText::block(line.trim_end())
        })
        .collect()
}

fn padded(text: &SafeText, by: usize) -> SafeText {
    SafeText::block(&format!("{}{}", " ".repeat(by), text.as_str()))
}
