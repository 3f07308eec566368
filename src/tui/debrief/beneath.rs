//! The tab of the debrief that says what was true, and what lay beneath.

use crate::report::Debrief;
use crate::text::Arg;
use crate::text::SafeText;
use crate::text::Words;
use crate::tui::debrief::Block;
use crate::tui::debrief::Tone;
use crate::tui::debrief::tell::holders;
use crate::tui::debrief::tell::noted;

/// Every fact and how true it was, and what lay beneath.
pub(super) fn facts(debrief: &Debrief, words: &Words) -> Vec<Block> {
    let mut blocks = Vec::new();
    for fact in &debrief.facts {
        let tone = if fact.is_true { Tone::Good } else { Tone::Bad };
        let args = [
            ("fact", Arg::from(&fact.title)),
            ("truth", Arg::from(&fact.truth)),
        ];
        blocks.push(Block::Point(tone, words.fill("reveal-truth", &args)));
        blocks.extend(noted([&fact.reality, &holders(&fact.held_by, words)]));
    }
    blocks.extend(beneath(debrief, words));
    blocks
}

/// Who did it, what stories were worth, and what each state would have signed.
fn beneath(debrief: &Debrief, words: &Words) -> Vec<Block> {
    let mut blocks = Vec::new();
    if !debrief.truths.is_empty() {
        blocks.push(Block::Heading(words.say("reveal-truths")));
    }
    for part in &debrief.truths {
        let tone = if part.is_true { Tone::Good } else { Tone::Bad };
        let args = [
            ("fact", Arg::from(&part.name)),
            ("truth", Arg::from(&part.truth)),
        ];
        blocks.push(Block::Point(tone, words.fill("reveal-truth", &args)));
        let who = SafeText::joined(&part.said_by, ", ");
        let named = words.fill("reveal-said-by", &[("who", Arg::from(&who))]);
        let named = if part.said_by.is_empty() {
            SafeText::empty()
        } else {
            named
        };
        blocks.extend(noted([&part.reality, &named]));
    }
    if !debrief.readings.is_empty() {
        blocks.push(Block::Heading(words.say("reveal-readings")));
    }
    for part in &debrief.readings {
        let lines = |key: &str, lines: &[SafeText]| {
            let lines = SafeText::joined(lines, "; ");
            if lines.is_empty() {
                return SafeText::empty();
            }
            words.fill(key, &[("lines", Arg::from(&lines))])
        };
        blocks.push(Block::Point(Tone::Plain, part.actor.clone()));
        blocks.extend(noted([
            &part.reading,
            &lines("reveal-wishes", &part.wishes),
            &lines("reveal-red-lines", &part.red_lines),
        ]));
    }
    blocks
}
