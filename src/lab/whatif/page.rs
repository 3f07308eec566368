//! What was found as one self-contained page.

use std::fmt::Write;

use crate::lab::whatif::tables::Row;
use crate::lab::whatif::tables::Section;
use crate::text::SafeText;
use crate::text::Words;

const STYLE: &str = "body{font:16px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem;color:#1a1f24;background:#fff}\
h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem;border-bottom:2px solid #245a8d}\
table{border-collapse:collapse;width:100%;margin:.5rem 0}th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #d5dbe1}\
th{background:#eef2f6}tr.over th{background:#fff;color:#245a8d;padding-top:.8rem}p{margin:.3rem 0;max-width:52rem}\
@media(prefers-color-scheme:dark){body{color:#dfe5ea;background:#14181c}th{background:#222a31}tr.over th{background:#14181c;color:#86b7e5}th,td{border-color:#39434c}}";

/// A page with all sections, which needs nothing from anywhere else.
pub fn page(title: &SafeText, sections: &[Section], words: &Words) -> String {
    let mut page = String::new();
    let escaped = escape(title);
    let _ = write!(
        page,
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{escaped}</title>\n\
         <style>{STYLE}</style>\n</head>\n<body>\n<h1>{escaped}</h1>\n",
        words.language()
    );
    for section in sections {
        let _ = writeln!(page, "<h2>{}</h2>", escape(&section.title));
        for note in &section.notes {
            let _ = writeln!(page, "<p>{}</p>", escape(note));
        }
        if !section.head.is_empty() && !section.rows.is_empty() {
            table(&mut page, section);
        }
    }
    page.push_str("</body>\n</html>\n");
    page
}

fn table(page: &mut String, section: &Section) {
    page.push_str("<table>\n<thead><tr>");
    for head in &section.head {
        let _ = write!(page, "<th scope=\"col\">{}</th>", escape(head));
    }
    page.push_str("</tr></thead>\n<tbody>\n");
    for row in &section.rows {
        match row {
            Row::Heading(text) => {
                let _ = writeln!(
                    page,
                    "<tr class=\"over\"><th colspan=\"{}\" scope=\"rowgroup\">{}</th></tr>",
                    section.head.len(),
                    escape(text)
                );
            }
            Row::Cells(cells) => {
                page.push_str("<tr>");
                for cell in cells {
                    let _ = write!(page, "<td>{}</td>", escape(cell));
                }
                page.push_str("</tr>\n");
            }
        }
    }
    page.push_str("</tbody>\n</table>\n");
}

fn escape(text: &SafeText) -> String {
    let mut escaped = String::with_capacity(text.as_str().len());
    for character in text.as_str().chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}
