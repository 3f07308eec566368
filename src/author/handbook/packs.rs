//! The page of the regional packs: the clocks each lends, where they come from and since when they apply.

use crate::model::calendar::Term;
use crate::scenario;
use crate::scenario::PackClock;
use crate::text::SafeText;
use crate::text::Words;

/// The page, in Markdown.
pub(super) fn packs(words: &Words) -> String {
    let mut out = format!(
        "# {}\n\n{}\n",
        words.say("handbook-packs"),
        words.say("handbook-packs-about")
    );
    for pack in scenario::shipped_packs() {
        let args = [
            ("id", pack.id.as_str().into()),
            ("name", (&pack.name).into()),
            ("source", (&pack.source).into()),
            ("checked", (&pack.checked_on).into()),
            ("disclaimer", (&pack.disclaimer).into()),
        ];
        let title = words.fill("handbook-pack", &args);
        let about = words.fill("handbook-pack-about", &args);
        out.push_str(&format!("\n## {title}\n\n{about}\n\n"));
        if pack.duties.is_empty() {
            out.push_str(&format!("{}\n", words.say("handbook-pack-no-clock")));
        }
        for duty in &pack.duties {
            out.push_str(&format!("- {}\n", clock(duty, words)));
        }
    }
    out
}

fn clock(duty: &PackClock, words: &Words) -> SafeText {
    let since = duty.valid_from.as_ref().map(|from| from.told(words));
    let first = duty.after.as_ref().or(duty.with.as_ref());
    let start = match (&duty.after, &duty.with) {
        (Some(_), _) => "handbook-pack-after",
        (None, Some(_)) => "handbook-pack-with",
        (None, None) => "handbook-pack-trigger",
    };
    let args = [
        ("first", first.cloned().unwrap_or_default().into()),
        ("trigger", words.say(duty.trigger.key()).into()),
    ];
    let start = words.fill(start, &args);
    let args = [
        ("name", (&duty.name).into()),
        ("id", duty.id.as_str().into()),
        ("term", term(duty.within, words).into()),
        ("start", start.into()),
        ("about", (&duty.about).into()),
        ("source", (&duty.source).into()),
        ("since", since.unwrap_or_default().into()),
    ];
    words.fill("handbook-pack-clock", &args)
}

fn term(term: Term, words: &Words) -> SafeText {
    match term {
        Term::Span(span) => SafeText::line(&span.to_string()),
        Term::BusinessDays(count) => words.fill("handbook-pack-days", &[("count", count.into())]),
        Term::Months(count) => words.fill("handbook-pack-months", &[("count", count.into())]),
    }
}
