//! How raw text becomes safe text: whole escape sequences go, what hides or reorders is shown, stacks are capped.
//!
//! A few passes, each linear: sequences and controls; NFC; hiding characters; overlong clusters and length. Cleaning what
//! is clean changes nothing.

use std::fmt::Write;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthChar;

/// Marks kept on one base character.
const MARKS: usize = 8;
/// Code points kept in one cluster: the longest honest emoji has ten, the longest honest conjunct nine.
const CLUSTER: usize = 16;
/// Stands where something was cut off.
const CUT: char = '…';
/// The joiners, which are honest only between what they join.
const JOINERS: [char; 2] = ['\u{200c}', '\u{200d}'];

/// Cleans `raw`, keeping line feeds if `lines`, cutting at `chars` characters and `bytes` bytes.
pub(super) fn sanitise(raw: &str, lines: bool, chars: usize, bytes: usize) -> String {
    let is_plain = |byte| matches!(byte, b' '..=b'~') || (lines && byte == b'\n');
    if raw.len() <= bytes && raw.len() <= chars && raw.bytes().all(is_plain) {
        return raw.to_owned();
    }
    // What follows shrinks the text by less than four times, so nothing beyond this can be seen.
    let enough = bytes
        .min(chars.saturating_mul(4 * CLUSTER))
        .saturating_mul(4);
    // Composing reorders marks and may add some, so they are counted again, and only then have all their last neighbours.
    let mut marks = Marks::default();
    let composed: String = plain(raw, lines, enough)
        .nfc()
        .filter(|character| marks.has_room_for(*character))
        .collect();
    shortened(&revealed(&composed), chars, bytes)
}

/// Where the reader stands in an escape sequence.
#[derive(Clone, Copy, PartialEq)]
enum Inside {
    Text,
    /// After ESC.
    Escape,
    /// After ESC and an intermediate: one more final character belongs to it.
    Intermediate,
    /// In a control sequence, until its final character.
    Sequence,
    /// In a control string, until BEL, ST or the end of the text.
    Payload,
    /// ESC inside a control string: a backslash ends it, anything else starts a new sequence.
    PayloadEscape,
}

/// The text without sequences, controls and surplus marks, stopping once `enough` bytes are there.
fn plain(raw: &str, lines: bool, enough: usize) -> String {
    let mut out = String::with_capacity(raw.len().min(enough));
    let mut inside = Inside::Text;
    let mut marks = Marks::default();
    let mut characters = raw.chars().peekable();
    while let Some(character) = characters.next() {
        let (now, is_text) = step(inside, character);
        inside = now;
        if !is_text {
            continue;
        }
        let has_room = marks.has_room_for(character);
        match character {
            '\r' if characters.peek() == Some(&'\n') => {}
            '\n' | '\r' | '\x0b' | '\x0c' => out.push(if lines { '\n' } else { ' ' }),
            '\t' => out.push_str(if lines { "    " } else { " " }),
            '\0'..='\x1f' | '\x7f'..='\u{9f}' => {}
            _ if has_room => out.push(character),
            _ => {}
        }
        if out.len() > enough {
            break;
        }
    }
    out
}

/// Counts the characters without a width of their own since the last base.
#[derive(Default)]
struct Marks {
    count: usize,
}

impl Marks {
    fn has_room_for(&mut self, character: char) -> bool {
        let is_mark = character >= '\u{300}'
            && (is_combining_mark(character) || character.width() == Some(0));
        self.count = if is_mark { self.count + 1 } else { 0 };
        self.count <= MARKS
    }
}

/// The text with hiding characters written out.
fn revealed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        if hides(
            character,
            out.chars().next_back(),
            characters.peek().copied(),
        ) {
            // Writing into a String cannot fail.
            let _ = write!(out, "⟨U+{:04X}⟩", u32::from(character));
        } else {
            out.push(character);
        }
    }
    out
}

/// One step through escape sequences as a terminal takes them: where one stands after `character`, and whether it is text.
fn step(inside: Inside, character: char) -> (Inside, bool) {
    use Inside::{Escape, Intermediate, Payload, PayloadEscape, Sequence, Text};
    match (inside, character) {
        (Payload, '\x07' | '\u{9c}' | '\x18' | '\x1a') | (PayloadEscape, '\\') => (Text, false),
        (Payload, '\x1b') => (PayloadEscape, false),
        // A terminal that decodes 8-bit controls would start anew inside a payload; it is no text either way.
        (Payload, _)
        | (Escape, ']' | 'P' | '_' | '^' | 'X' | 'k')
        | (_, '\u{90}' | '\u{98}' | '\u{9d}' | '\u{9e}' | '\u{9f}') => (Payload, false),
        (_, '\x1b') => (Escape, false),
        (PayloadEscape, _) => step(Escape, character),
        (_, '\u{9b}') | (Escape, '[') | (Sequence, ' '..='?') => (Sequence, false),
        (_, '\x18' | '\x1a' | '\u{80}'..='\u{9f}')
        | (Escape | Intermediate, '0'..='~')
        | (Sequence, '@'..='~') => (Text, false),
        (Text, _) => (Text, true),
        // Other controls inside a sequence are carried out by a terminal without leaving it.
        (_, '\0'..='\x1f' | '\x7f') => (inside, false),
        (Escape | Intermediate, ' '..='/') => (Intermediate, false),
        // No sequence goes on with such a character: what came before is dropped, and it is text.
        (_, _) => (Text, true),
    }
}

/// Whether `character` would hide, reorder or pass for nothing between these neighbours.
fn hides(character: char, before: Option<char>, after: Option<char>) -> bool {
    match character {
        ' '..='~' => false,
        // Joiners shape honest words and join emoji; anywhere else they only make two texts look the same.
        '\u{200c}' | '\u{200d}' => !joins(character, before, after),
        '\u{fe0e}' | '\u{fe0f}' => {
            !before.is_some_and(|base| pictures(base) || matches!(base, '0'..='9' | '#' | '*'))
        }
        '\u{fe00}'..='\u{fe0d}' | '\u{e0100}'..='\u{e01ef}' => !before.is_some_and(is_ideograph),
        '\u{180b}'..='\u{180d}' | '\u{180f}' => {
            !before.is_some_and(|base| matches!(base, '\u{1820}'..='\u{18aa}'))
        }
        '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{17b4}'
        | '\u{17b5}'
        | '\u{180e}'
        | '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{2800}'
        | '\u{3164}'
        | '\u{e000}'..='\u{f8ff}'
        | '\u{fdd0}'..='\u{fdef}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffc}'
        | '\u{13430}'..='\u{1345f}'
        | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}'
        | '\u{f0000}'..='\u{10ffff}' => true,
        _ => u32::from(character) & 0xfffe == 0xfffe,
    }
}

/// Whether a joiner belongs where it stands: after a virama, inside a word of a joining script, or between two pictures.
fn joins(joiner: char, before: Option<char>, after: Option<char>) -> bool {
    const VIRAMA: u8 = 9;
    let (Some(before), Some(after)) = (before, after) else {
        return false;
    };
    let letters = cursive(before) && cursive(after);
    let emoji =
        joiner == '\u{200d}' && (pictures(before) || before == '\u{fe0f}') && pictures(after);
    canonical_combining_class(before) == VIRAMA || letters || emoji
}

/// Letters and marks of scripts whose letters join: Arabic, Syriac, N'Ko, Mongolian and the scripts of South Asia.
fn cursive(character: char) -> bool {
    matches!(character, '\u{620}'..='\u{65f}' | '\u{66e}'..='\u{6d3}' | '\u{6d5}'..='\u{6ff}' | '\u{710}'..='\u{7fa}'
        | '\u{8a0}'..='\u{8ff}' | '\u{900}'..='\u{dff}' | '\u{1820}'..='\u{18aa}' | '\u{fb50}'..='\u{fdcf}'
        | '\u{fe70}'..='\u{fefc}')
}

/// Blocks that hold pictures and symbols with an emoji form.
fn pictures(character: char) -> bool {
    matches!(character, '©' | '®' | '‼' | '⁉' | '™' | 'ℹ' | '\u{2190}'..='\u{21ff}' | '\u{2300}'..='\u{23ff}' | 'Ⓜ'
        | '\u{25a0}'..='\u{27bf}' | '\u{2900}'..='\u{297f}' | '\u{2b00}'..='\u{2bff}' | '〰' | '〽' | '㊗' | '㊙'
        | '\u{1f000}'..='\u{1faff}')
}

fn is_ideograph(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Cuts overlong clusters and then the whole, always between clusters, and says so with an ellipsis.
fn shortened(text: &str, chars: usize, bytes: usize) -> String {
    let mut out = String::with_capacity(text.len().min(bytes));
    let mut count = 0;
    // The last place where an ellipsis still fits.
    let mut last_fit = 0;
    for cluster in text.graphemes(true) {
        let points = cluster.chars().count();
        let kept = if points > CLUSTER {
            cut_cluster(cluster)
        } else {
            cluster.to_owned()
        };
        let length = points.min(CLUSTER);
        if count < chars && out.len() + CUT.len_utf8() <= bytes {
            last_fit = out.len();
        }
        if count + length > chars || out.len() + kept.len() > bytes {
            out.truncate(out[..last_fit].trim_end_matches(JOINERS).len());
            out.push(CUT);
            return out;
        }
        out.push_str(&kept);
        count += length;
    }
    out
}

/// The first code points of a cluster that goes on for too long, and an ellipsis.
fn cut_cluster(cluster: &str) -> String {
    let kept: String = cluster.chars().take(CLUSTER - 1).collect();
    let mut kept = kept.trim_end_matches(JOINERS).to_owned();
    kept.push(CUT);
    kept
}
