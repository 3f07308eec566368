//! Addresses, domains and numbers that may exist in the world.
//!
//! Documentation has its own: RFC 5737 and RFC 3849 for addresses, RFC 2606 for domains, RFC 5398 for autonomous systems.

/// Endings of domains that are in use. What else has a dot in it is rather a file's name.
const ENDINGS: &[&str] = &[
    "com", "net", "org", "io", "gov", "edu", "int", "mil", "info", "biz", "eu", "uk", "de", "fr",
    "dev", "app",
];

/// The first thing in a text that may exist in the world.
pub(super) fn real(text: &str) -> Option<&str> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '@');
    text.split(|c: char| !is_part(c))
        .map(|word| word.trim_matches(['.', '-']))
        .find(|word| word.len() > 3 && (is_address(word) || is_domain(word) || is_number(word)))
}

/// An address of the fourth version outside the ranges for documentation.
fn is_address(word: &str) -> bool {
    let mut parts = [0_u8; 4];
    let mut count = 0;
    for part in word.split('.') {
        match (parts.get_mut(count), part.parse()) {
            (Some(place), Ok(number)) => *place = number,
            _ => return false,
        }
        count += 1;
    }
    let is_for_documents = matches!(parts, [192, 0, 2, _] | [198, 51, 100, _] | [203, 0, 113, _]);
    count == 4 && !is_for_documents
}

fn is_domain(word: &str) -> bool {
    let host = word.rsplit('@').next().unwrap_or(word);
    let Some((name, ending)) = host.rsplit_once('.') else {
        return false;
    };
    let is_name = name.split('.').all(|part| !part.is_empty())
        && name.starts_with(|c: char| c.is_ascii_alphanumeric());
    let is_for_documents = matches!(name.rsplit('.').next(), Some("example"));
    is_name && !is_for_documents && ENDINGS.contains(&ending)
}

/// A flaw's or an autonomous system's number.
fn is_number(word: &str) -> bool {
    let is_digits = |text: &str| text.len() >= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    if let Some((year, number)) = word
        .strip_prefix("CVE-")
        .and_then(|rest| rest.split_once('-'))
    {
        return is_digits(year) && is_digits(number);
    }
    let system = word.strip_prefix("AS").filter(|number| is_digits(number));
    system.is_some_and(|number| !matches!(number.parse(), Ok(64_496..=64_511_u32)))
}
