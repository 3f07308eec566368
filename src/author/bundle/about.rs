//! The page that everybody may read: what the exercise is, and the role cards.

use crate::model::scenario::Scenario;
use crate::text::SafeText;
use crate::text::Words;

/// The page as Markdown: nothing in it that a participant does not read on the first screen.
pub(super) fn page(scenario: &Scenario, words: &Words) -> String {
    let about = &scenario.about;
    let (least, most) = about.minutes;
    let mut blocks = vec![
        format!("# {}", plain(&about.title)),
        words.say("bundle-exercise").to_string(),
        plain(&about.tagline),
        plain(&about.summary),
        words
            .fill(
                "bundle-minutes",
                &[
                    ("least", i64::from(least).into()),
                    ("most", i64::from(most).into()),
                ],
            )
            .to_string(),
    ];
    if !about.content_note.is_empty() {
        blocks.push(plain(&about.content_note));
    }
    for seat in &scenario.seats {
        blocks.push(format!("## {}", plain(&seat.title)));
        blocks.push(plain(&seat.brief));
        let aims = seat.aims.iter().map(|aim| format!("- {}", plain(aim)));
        blocks.push(aims.collect::<Vec<_>>().join("\n"));
    }
    blocks.retain(|block| !block.is_empty());
    blocks.join("\n\n") + "\n"
}

/// A text in which nothing begins a link, a picture or a tag.
fn plain(text: &SafeText) -> String {
    let mut out = String::new();
    for letter in text.as_str().chars() {
        if matches!(letter, '<' | '>' | '[' | ']' | '`' | '\\' | '*' | '_' | '#') {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}
