//! The little Markdown that the handbook's pages are written in, as lines for a terminal.

use crate::text::SafeText;
use crate::text::wrap;

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A heading, by its order from 1.
    Heading(u8),
    Text,
    /// As it would be typed.
    Code,
    Empty,
}

/// One line, wrapped already; it begins behind so many columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub kind: Kind,
    pub indent: usize,
    pub text: SafeText,
}

/// The lines of a Markdown text in so many columns. Lines of code longer than that are wrapped too.
pub fn lines(text: &str, columns: usize) -> Vec<Line> {
    let mut page = Lines {
        all: Vec::new(),
        columns,
    };
    let mut paragraph = String::new();
    let mut in_code = false;
    for line in text.lines() {
        let trimmed = line.trim();
        if trimmed.starts_with("```") {
            page.paragraph(&mut paragraph);
            in_code = !in_code;
            page.gap();
        } else if in_code {
            page.code(line);
        } else if trimmed.is_empty() {
            page.paragraph(&mut paragraph);
            page.gap();
        } else if let Some(order) = heading(line) {
            page.paragraph(&mut paragraph);
            page.gap();
            let title = inline(line.trim_start_matches('#').trim());
            page.say(Kind::Heading(order), 0, 0, &title);
        } else if trimmed.starts_with('|') {
            page.paragraph(&mut paragraph);
            page.row(trimmed);
        } else if trimmed.starts_with("- ") || paragraph.is_empty() {
            page.paragraph(&mut paragraph);
            paragraph.push_str(line);
        } else {
            paragraph.push(' ');
            paragraph.push_str(trimmed);
        }
    }
    page.paragraph(&mut paragraph);
    while page.all.last().is_some_and(|line| line.kind == Kind::Empty) {
        page.all.pop();
    }
    page.all
}

/// The order of a heading; `None` if the line is none.
fn heading(line: &str) -> Option<u8> {
    let order = line.bytes().take_while(|byte| *byte == b'#').count();
    let is_heading = (1..=6).contains(&order) && line[order..].starts_with(' ');
    is_heading.then(|| u8::try_from(order).unwrap_or(6))
}

/// A text without what makes parts of it bold or a link; what is typed keeps its backticks.
pub(super) fn inline(text: &str) -> SafeText {
    let mut out = String::new();
    let mut rest = text;
    let mut in_code = false;
    while let Some(letter) = rest.chars().next() {
        if letter == '`' {
            in_code = !in_code;
        }
        if !in_code && rest.starts_with("**") {
            rest = &rest[2..];
            continue;
        }
        if !in_code
            && letter == '['
            && let Some((label, target, behind)) = link(rest)
        {
            out.push_str(label);
            let topic = target
                .strip_suffix(".md")
                .filter(|topic| !topic.contains('/'));
            match topic {
                Some(topic) => out.push_str(&format!(" (`demarche help {topic}`)")),
                None if target.starts_with("http") => out.push_str(&format!(" <{target}>")),
                None => {}
            }
            rest = behind;
            continue;
        }
        // A single star leans a word over, unless it stands alone.
        let is_star =
            !in_code && letter == '*' && rest[1..].starts_with(|c: char| c.is_alphanumeric())
                || !in_code
                    && letter == '*'
                    && out.ends_with(|c: char| c.is_alphanumeric() || c == '.');
        if !is_star {
            out.push(letter);
        }
        rest = &rest[letter.len_utf8()..];
    }
    // A paragraph is longer than a line may be.
    SafeText::block(&out)
}

/// The label and the target of a link, and what is behind it.
fn link(text: &str) -> Option<(&str, &str, &str)> {
    let (label, rest) = text[1..].split_once("](")?;
    let (target, behind) = rest.split_once(')')?;
    (!label.contains('[')).then_some((label, target, behind))
}

struct Lines {
    all: Vec<Line>,
    columns: usize,
}

impl Lines {
    fn gap(&mut self) {
        if self.all.last().is_some_and(|line| line.kind != Kind::Empty) {
            self.all.push(Line {
                kind: Kind::Empty,
                indent: 0,
                text: SafeText::empty(),
            });
        }
    }

    /// A text wrapped; its later lines begin `hang` columns further in.
    fn say(&mut self, kind: Kind, indent: usize, hang: usize, text: &SafeText) {
        let room = self.columns.saturating_sub(indent + hang).max(16);
        for (place, text) in wrap(text, room).into_iter().enumerate() {
            let indent = if place == 0 { indent } else { indent + hang };
            self.all.push(Line { kind, indent, text });
        }
    }

    fn code(&mut self, line: &str) {
        let spaces = line.len() - line.trim_start().len();
        if line.trim().is_empty() {
            self.gap();
        } else {
            self.say(Kind::Code, 4 + spaces, 2, &SafeText::block(line.trim()));
        }
    }

    fn paragraph(&mut self, text: &mut String) {
        let written = std::mem::take(text);
        let trimmed = written.trim();
        if trimmed.is_empty() {
            return;
        }
        let indent = written.len() - written.trim_start().len();
        let hang = if trimmed.starts_with("- ") { 2 } else { 0 };
        self.say(Kind::Text, indent, hang, &inline(trimmed));
    }

    /// A row of a table: its first cell, and below it the others. The line under the head and empty heads are left out.
    fn row(&mut self, row: &str) {
        let cells = cells(row);
        let is_rule = cells
            .iter()
            .all(|cell| cell.chars().all(|c| matches!(c, '-' | ':')));
        let Some((first, rest)) = cells.split_first().filter(|_| !is_rule) else {
            return;
        };
        self.say(Kind::Text, 2, 2, &inline(first));
        for cell in rest.iter().filter(|cell| !cell.is_empty()) {
            self.say(Kind::Text, 6, 0, &inline(cell));
        }
    }
}

/// The cells of a table's row; a bar in backticks or behind a backslash parts nothing.
fn cells(row: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let (mut in_code, mut escaped) = (false, false);
    let inner = row.trim_start_matches('|');
    let inner = inner.strip_suffix('|').unwrap_or(inner);
    for letter in inner.chars() {
        match letter {
            '\\' if !escaped => {
                escaped = true;
                continue;
            }
            '`' => in_code = !in_code,
            '|' if !in_code && !escaped => {
                cells.push(String::new());
                continue;
            }
            _ => {}
        }
        if let Some(cell) = cells.last_mut() {
            if escaped && letter != '|' {
                cell.push('\\');
            }
            cell.push(letter);
        }
        escaped = false;
    }
    cells
        .into_iter()
        .map(|cell| cell.trim().to_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_stays_and_the_rest_is_read() {
        assert_eq!(
            inline("a **bold** `x * y` and *lean* [page](a.md)").as_str(),
            "a bold `x * y` and lean page (`demarche help a`)"
        );
        let lines = lines("| a | b \\| c |\n|---|---|\n| `x|y` | z |", 40);
        let texts: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(texts, ["a", "b | c", "`x|y`", "z"]);
    }
}
