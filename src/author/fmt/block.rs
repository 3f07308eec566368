//! Long texts in `r#" … "#`: moved in together with the row they stand in.

/// The text with its lines moved so that the leftmost stands one step further in than the line it begins on, if it begins
/// behind a line break, as blocks do. Any other text stays as it is.
pub(super) fn indented(text: &str, line_indent: usize, step: usize, newline: &str) -> String {
    let hashes = text[1..].bytes().take_while(|byte| *byte == b'#').count();
    let (opening, closing) = (hashes + 2, hashes + 1);
    let inner = text.get(opening..text.len().saturating_sub(closing));
    let Some((first, rest)) = inner.and_then(|inner| inner.split_once('\n')) else {
        return text.to_owned();
    };
    let (lines, last) = rest.rsplit_once('\n').unwrap_or(("", rest));
    // A tab's width is nobody's to say, and a block ends on a line that says nothing.
    if !first.trim().is_empty() || !last.trim().is_empty() || rest.contains('\t') {
        return text.to_owned();
    }
    let spaces = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let lines: Vec<&str> = lines.split('\n').map(str::trim_end).collect();
    let shared = lines
        .iter()
        .filter(|line| !line.trim().is_empty())
        .map(|line| spaces(line))
        .min()
        .unwrap_or(0);
    let mut out = text[..opening].to_owned();
    for line in lines {
        out.push_str(newline);
        if let Some(line) = line.get(shared..).filter(|line| !line.is_empty()) {
            out.push_str(&" ".repeat(line_indent + step));
            out.push_str(line);
        }
    }
    out.push_str(newline);
    out.push_str(&" ".repeat(line_indent));
    out.push_str(&text[text.len() - closing..]);
    out
}
