//! The glyphs: each one column wide, each beside a word, each with a stand-in in ASCII.

use crate::model::family::Family;
use crate::model::msel::Channel;

pub(crate) const SELECTED: &str = "›";
pub(crate) const PLANNED: &str = "●";
pub(crate) const OPEN: &str = "○";
pub(crate) const FOLDED: &str = "▸";
pub(crate) const UNFOLDED: &str = "▾";
pub(crate) const DONE: &str = "✓";
pub(crate) const BARRED: &str = "×";
pub(crate) const UP: &str = "▲";
pub(crate) const DOWN: &str = "▼";
pub(crate) const STEADY: &str = "·";
pub(crate) const BULLET: &str = "•";
pub(crate) const BECAUSE: &str = "└";
pub(crate) const RULE: &str = "─";
pub(crate) const HEAVY: &str = "━";
pub(crate) const WALL: &str = "│";
pub(crate) const MORE_ABOVE: &str = "▴";
pub(crate) const MORE_BELOW: &str = "▾";
pub(crate) const NEW: &str = "•";
pub(crate) const CAPITAL: &str = "◆";

/// A family's glyph.
pub(crate) fn family(family: Family) -> &'static str {
    match family {
        Family::Share => "⇄",
        Family::Condemn => "¶",
        Family::Escalate => "↑",
        Family::Contain => "□",
        Family::Hold => "=",
    }
}

/// A channel's glyph.
pub(crate) fn channel(channel: Channel) -> &'static str {
    match channel {
        Channel::Email => "@",
        Channel::EncryptedEmail => "*",
        Channel::Phone => "☎",
        Channel::Chat => "#",
        Channel::Portal => "≡",
        Channel::Ticket => "+",
        Channel::Feed => "~",
        Channel::Meeting => "&",
        Channel::NoteVerbale => "§",
        Channel::Letter => "¶",
        Channel::Wire => "»",
        Channel::Broadcast => "◦",
        Channel::Social => "%",
        Channel::Advisory => "!",
    }
}

/// Characters that have a stand-in, and the ASCII that stands for each of them.
const STAND_INS: &[(&str, char)] = &[
    ("›»▸→⟩", '>'),
    ("‹«←⟨", '<'),
    ("”“„", '"'),
    ("’‘‚", '\''),
    ("●•◆■", '*'),
    ("○◦øð°", 'o'),
    ("✓▼▾↓", 'v'),
    ("×", 'x'),
    ("▲▴↑", '^'),
    ("·…", '.'),
    ("└├", '`'),
    ("─–—‐‑−▃▄", '-'),
    ("━═≡", '='),
    ("╍╌≈", '~'),
    ("│┃▌▎", '|'),
    ("╭╮╰╯┌┐┘┼┬┴", '+'),
    ("⇄", '&'),
    ("□", '#'),
    ("¶", 'P'),
    ("§", 'S'),
    ("☎Þ", 'T'),
    ("þ", 't'),
    ("\u{a0}\u{202f}\u{2009}", ' '),
    ("ß", 's'),
    ("Æ", 'A'),
    ("æ", 'a'),
    ("ØŒ", 'O'),
    ("œ", 'o'),
    ("Ł£", 'L'),
    ("ł", 'l'),
    ("ĐÐ", 'D'),
    ("đ", 'd'),
    ("▁▂", '_'),
    ("▅▆", '='),
    ("▇█", '#'),
    ("▒", '%'),
    ("░", '.'),
    ("€", 'E'),
    ("½", '/'),
];

/// What stands for a character where only ASCII can be shown; `None` if nothing does.
pub(crate) fn ascii(character: char) -> Option<char> {
    STAND_INS
        .iter()
        .find(|(characters, _)| characters.contains(character))
        .map(|(_, stand_in)| *stand_in)
}
