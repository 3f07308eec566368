//! The last line of defence: every finished frame is swept before a terminal gets it.
//!
//! Whatever reached a cell, what leaves is printable, at most two columns wide, and ASCII where only that can be shown.

use ratatui::buffer::Buffer;
use unicode_normalization::UnicodeNormalization;

use crate::text::SafeText;
use crate::text::width;
use crate::tui::piece::glyph;

/// Stands where nothing better can be shown.
const UNKNOWN: char = '?';

/// Cleans every cell of a finished frame; with `ascii`, leaves ASCII only.
pub fn sweep(buffer: &mut Buffer, ascii: bool) {
    for cell in &mut buffer.content {
        let symbol = cell.symbol();
        if is_plain(symbol) {
            continue;
        }
        if ascii {
            let plain = as_ascii(symbol);
            cell.set_char(plain);
        } else if !is_safe(symbol) {
            cell.set_char(UNKNOWN);
        }
    }
}

/// One printable ASCII character: nearly every cell.
fn is_plain(symbol: &str) -> bool {
    matches!(symbol.as_bytes(), [b' '..=b'~'])
}

fn is_safe(symbol: &str) -> bool {
    let mut characters = symbol.chars();
    match (characters.next(), characters.next()) {
        // The cell behind a wide character; our own lines and shapes, and the letters of most languages.
        (None, _)
        | (Some('\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{2500}'..='\u{25ff}'), None) => {
            true
        }
        _ => width(symbol) <= 2 && SafeText::line(symbol).as_str() == symbol,
    }
}

fn as_ascii(symbol: &str) -> char {
    let Some(first) = symbol.chars().next() else {
        return ' ';
    };
    if let Some(stand_in) = glyph::ascii(first) {
        return stand_in;
    }
    // An accented letter is shown without its accents.
    let base = symbol.nfd().next().filter(|base| matches!(base, ' '..='~'));
    base.unwrap_or(UNKNOWN)
}
