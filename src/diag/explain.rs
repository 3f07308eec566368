//! What `demarche explain CODE` says.

use crate::diag::code::Code;
use crate::text::SafeText;
use crate::text::Words;

/// A code explained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    pub code: Code,
    pub title: SafeText,
    /// What is wrong and why it hurts.
    pub text: SafeText,
    /// An example with the mistake.
    pub before: SafeText,
    /// The same without it.
    pub after: SafeText,
}

/// Explains a code: what it means, why it hurts, an example before and after.
pub fn explain(code: Code, words: &Words) -> Explanation {
    let key = format!("explain-{code}");
    let part = |name| words.attribute(&key, name).unwrap_or_default();
    Explanation {
        code,
        title: words.say(&key),
        text: part("text"),
        before: part("before"),
        after: part("after"),
    }
}
