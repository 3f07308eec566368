//! Quotation marks: which are wrong, and where a text ends whose closing one is missing.

/// Quotation marks that word processors put in place of `"` and `'`.
pub(super) fn is_smart(c: char) -> bool {
    matches!(
        c,
        '\u{2018}'..='\u{201F}' | '\u{AB}' | '\u{BB}' | '\u{2039}' | '\u{203A}' | '\u{FF02}'
    )
}

/// Whether `c` can end a text begun with the smart quotation mark `first`.
pub(super) fn ends_smart(first: char, c: char) -> bool {
    let single = matches!(first, '\u{2018}'..='\u{201B}');
    if single {
        matches!(c, '\u{2018}'..='\u{201B}' | '\'')
    } else {
        is_smart(c) && !matches!(c, '\u{2018}'..='\u{201B}') || c == '"'
    }
}

/// The length of a character in single quotes at the start of `text`, if there is one.
pub(super) fn char_length(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('\'')?;
    let first = inner.chars().next()?;
    let content = if first == '\\' {
        let escape = &inner[1..];
        1 + match escape.chars().next()? {
            'u' => escape.bytes().take(10).position(|b| b == b'}')? + 1,
            'x' => 3,
            other => other.len_utf8(),
        }
    } else {
        first.len_utf8()
    };
    inner
        .get(content..)?
        .starts_with('\'')
        .then_some(content + 2)
}

/// Where the string at the start of `rest` should have ended, if its closing quote seems to be missing.
///
/// `whole` is its length as written. The sign of a missing quote is that the quote which ends it looks
/// like one that opens the next text (`body: "`), or that there is none.
pub(super) fn mend(rest: &str, whole: usize, closed: bool) -> Option<usize> {
    let text = &rest[..whole];
    if closed && !closes_by_mistake(text, &rest[whole..]) {
        return None;
    }
    let Some(first_line) = text.find('\n') else {
        return before_next_field(text);
    };
    let end = line_before_next_row(text).unwrap_or(first_line);
    let line = text[..end].trim_end();
    let next = text[end..].trim_start();
    let line = if next.starts_with(['(', ']']) {
        line.strip_suffix("),").unwrap_or(line)
    } else {
        line
    };
    Some(line.strip_suffix(',').unwrap_or(line).len())
}

/// Whether the last quote of `text` opens something: a colon or an opening bracket before it, also with the
/// `r#` of a long text between, and after it neither a comma nor a closing bracket.
fn closes_by_mistake(text: &str, after: &str) -> bool {
    let before = &text[..text.len() - 1];
    let long = before.trim_end_matches('#').strip_suffix('r');
    let before = long.unwrap_or(before).trim_end_matches([' ', '\t']);
    let opens = before.ends_with([':', '(', '[', ',', '\n']);
    let window = after.bytes().take(200).find(|b| !b.is_ascii_whitespace());
    opens && !matches!(window, None | Some(b',' | b')' | b']' | b'}' | b':' | b'/'))
}

/// Where `"A call, body: "`, which swallowed the next field's name, should have ended.
fn before_next_field(text: &str) -> Option<usize> {
    let inner = text.strip_suffix('"')?.trim_end_matches([' ', '(', '[']);
    let inner = inner.strip_suffix(':').unwrap_or(inner).trim_end();
    let is_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    let before = inner.trim_end_matches(is_name).trim_end();
    let end = before.strip_suffix(',')?.trim_end().len();
    (end > 1).then_some(end)
}

/// The end of the line before the first one that looks like the next field, row or closing bracket.
fn line_before_next_row(text: &str) -> Option<usize> {
    let mut end = text.find('\n')?;
    loop {
        let line = &text[end + 1..];
        let line = &line[..line.find('\n').unwrap_or(line.len())];
        if looks_like_row(line) {
            return Some(end);
        }
        end += 1 + line.len();
        if end >= text.len() {
            return None;
        }
    }
}

fn looks_like_row(line: &str) -> bool {
    let line = line.trim();
    if line.starts_with([')', ']', '}']) {
        return line
            .trim_end_matches(',')
            .chars()
            .all(|c| matches!(c, ')' | ']' | '}'));
    }
    let (row, line) = match line.strip_prefix('(') {
        Some(line) => (true, line.trim_start()),
        None => (false, line),
    };
    let name = line
        .find(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_'))
        .unwrap_or(line.len());
    let Some(value) = line[name..].trim_start().strip_prefix(':') else {
        return false;
    };
    let value = value.trim_start();
    name > 0
        && (row
            || value.is_empty()
            || value.starts_with("r#")
            || value.starts_with([
                '"', '[', '(', '{', '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9',
            ])
            || (value.ends_with(',') && !value.contains(' ')))
}
