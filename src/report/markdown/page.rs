//! Markdown in the making: every text goes through [`escape`], whoever wrote it.

use std::fmt::Write;

use crate::text::SafeText;

/// A document in the making.
#[derive(Default)]
pub(super) struct Page {
    out: String,
}

impl Page {
    pub(super) fn finish(self) -> String {
        self.out
    }

    fn raw(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push_str("\n\n");
    }

    pub(super) fn heading(&mut self, level: usize, text: &SafeText) {
        let text = format!("{} {}", "#".repeat(level), inline(text));
        self.raw(&text);
    }

    /// The paragraphs of a block of text.
    pub(super) fn text(&mut self, text: &SafeText) {
        for paragraph in text.as_str().split("\n\n") {
            let lines: Vec<String> = paragraph
                .lines()
                .map(escape)
                .filter(|line| !line.is_empty())
                .collect();
            if !lines.is_empty() {
                self.raw(&lines.join("\n"));
            }
        }
    }

    /// A paragraph that explains.
    pub(super) fn quiet(&mut self, text: &SafeText) {
        if !text.is_empty() {
            let text = format!("*{}*", inline(text));
            self.raw(&text);
        }
    }

    /// A paragraph in bold.
    pub(super) fn strong(&mut self, text: &SafeText) {
        let text = format!("**{}**", inline(text));
        self.raw(&text);
    }

    /// What somebody said.
    pub(super) fn quote(&mut self, text: &SafeText) {
        let lines: Vec<String> = text
            .as_str()
            .lines()
            .map(|line| format!("> {}", escape(line)).trim_end().to_owned())
            .collect();
        self.raw(&lines.join("\n"));
    }

    pub(super) fn list<'a>(&mut self, items: impl IntoIterator<Item = &'a SafeText>) {
        let mut any = false;
        for item in items {
            let _ = writeln!(self.out, "- {}", inline(item));
            any = true;
        }
        if any {
            self.out.push('\n');
        }
    }

    pub(super) fn rule(&mut self) {
        self.raw("---");
    }

    /// A table; cells may hold several lines, which stand one after another.
    pub(super) fn table(&mut self, head: &[SafeText], rows: &[Vec<SafeText>]) {
        let line = |cells: &[SafeText]| {
            let cells: Vec<String> = cells.iter().map(inline).collect();
            format!("| {} |\n", cells.join(" | "))
        };
        self.out.push_str(&line(head));
        self.out.push('|');
        self.out.push_str(&" --- |".repeat(head.len()));
        self.out.push('\n');
        for row in rows {
            self.out.push_str(&line(row));
        }
        self.out.push('\n');
    }
}

/// A text on one line: what were lines or items of a list stand one after another.
fn inline(text: &SafeText) -> String {
    let lines: Vec<String> = text
        .as_str()
        .lines()
        .map(escape)
        .filter(|line| !line.is_empty())
        .collect();
    lines.join(" / ")
}

/// One line of text that means nothing but itself: no emphasis, link, image, code, heading, list, table or HTML.
pub(super) fn escape(line: &str) -> String {
    let line = line.trim();
    let mut safe = String::with_capacity(line.len() + 8);
    let numbered = line
        .trim_start_matches(|digit: char| digit.is_ascii_digit())
        .len();
    let number = line.len() - numbered;
    for (place, letter) in line.char_indices() {
        let means_something = match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$' | '^' | '{'
            | '}' => true,
            // Where a line begins these make headings, lists and rules.
            '#' | '+' | '-' | '=' | ':' if place == 0 => true,
            '.' | ')' if place == number && number > 0 => true,
            // Where addresses are made links by themselves.
            ':' => line[place..].starts_with("://"),
            '.' => line[..place].to_ascii_lowercase().ends_with("www"),
            '!' => line[place..].starts_with("!["),
            _ => false,
        };
        if means_something {
            safe.push('\\');
        }
        safe.push(letter);
    }
    safe
}
