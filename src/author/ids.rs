//! Ids for what comes from elsewhere and has only words.

use crate::script::is_reserved;

/// The longest id that is made up, in characters.
const LONGEST: usize = 40;

/// Whether a word can be the id of an authored thing.
pub(super) fn is_id(text: &str) -> bool {
    let mut letters = text.chars();
    letters
        .next()
        .is_some_and(|first| first.is_ascii_lowercase())
        && letters
            .all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_')
        && text.len() <= LONGEST
        && !is_reserved(text)
}

/// An id made of words that nothing has yet; `kind` stands before those that would be none.
pub(super) fn free_id(words: &str, kind: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let mut id = String::new();
    for letter in words.to_lowercase().chars() {
        if letter.is_ascii_alphanumeric() {
            id.push(letter);
        } else if !id.is_empty() && !id.ends_with('_') {
            id.push('_');
        }
    }
    let id: String = id.chars().take(LONGEST - 12).collect();
    let id = id.trim_matches('_').to_owned();
    let id = if is_id(&id) {
        id
    } else {
        format!("{kind}_{id}").trim_end_matches('_').to_owned()
    };
    let mut free = id.clone();
    let mut number = 2;
    while is_taken(&free) {
        free = format!("{id}_{number}");
        number += 1;
    }
    free
}
