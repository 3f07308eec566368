//! A diagnostic in words.

use crate::diag::diagnostic::Diagnostic;
use crate::diag::diagnostic::Label;
use crate::text::Arg;
use crate::text::SafeText;
use crate::text::Words;

/// What a diagnostic says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    pub message: SafeText,
    /// What to do next, the most useful first.
    pub help: Vec<SafeText>,
}

/// Words a diagnostic in the language of the catalogue.
pub fn word(diagnostic: &Diagnostic, words: &Words) -> Wording {
    let code = diagnostic.code.as_str();
    let message = words.fill(&format!("diag-{code}"), &diagnostic.args);
    let mut help = Vec::new();
    if !diagnostic.near.is_empty() {
        help.push(words.fill(
            "diag-did-you-mean",
            &[("names", listed(&diagnostic.near, words))],
        ));
    } else if !diagnostic.known.is_empty() {
        help.push(words.fill("diag-known", &[("names", listed(&diagnostic.known, words))]));
    }
    let next = format!("diag-{code}-help");
    if words.has(&next) {
        help.push(words.fill(&next, &diagnostic.args));
    }
    Wording { message, help }
}

/// What a label says.
pub(super) fn word_label(diagnostic: &Diagnostic, label: &Label, words: &Words) -> SafeText {
    words.fill(label.key, &diagnostic.args)
}

/// Names in backticks, with the catalogue's "or" before the last.
fn listed(names: &[String], words: &Words) -> Arg {
    let quoted: Vec<SafeText> = names
        .iter()
        .map(|name| SafeText::line(&format!("`{name}`")))
        .collect();
    match quoted.as_slice() {
        [rest @ .., last] if !rest.is_empty() => {
            let rest = SafeText::joined(rest, ", ");
            words
                .fill("diag-or", &[("rest", rest.into()), ("last", last.into())])
                .into()
        }
        _ => SafeText::joined(&quoted, ", ").into(),
    }
}
