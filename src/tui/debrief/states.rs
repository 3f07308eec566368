//! What states came to, and what could be ready next time.

use crate::report::Debrief;
use crate::text::Arg;
use crate::text::SafeText;
use crate::text::Words;
use crate::tui::debrief::Block;
use crate::tui::debrief::Tone;
use crate::tui::debrief::tell::noted;

/// The two indicators of each state, and what it did for each pillar.
pub(super) fn states(debrief: &Debrief, words: &Words) -> Vec<Block> {
    let mut blocks = Vec::new();
    for part in &debrief.states {
        blocks.push(Block::Heading(part.state.clone()));
        for (key, stood) in [
            ("report-continuity", part.continuity),
            ("report-institutions", part.trust),
        ] {
            let Some(stood) = stood else { continue };
            let args = [
                ("start", Arg::from(stood.start)),
                ("worst", Arg::from(stood.worst)),
                ("end", Arg::from(stood.end)),
            ];
            blocks.push(Block::Text(words.fill(key, &args)));
        }
        for pillar in &part.pillars {
            let count = i64::try_from(pillar.acts.len()).unwrap_or(i64::MAX);
            blocks.push(Block::Pair(pillar.name.clone(), SafeText::from(count)));
            blocks.extend(noted(&pillar.acts));
        }
    }
    if !blocks.is_empty() {
        blocks.insert(0, Block::Note(words.say("report-states-about")));
    }
    blocks
}

/// What could have been prepared and was not.
pub(super) fn unprepared(debrief: &Debrief, words: &Words) -> Vec<Block> {
    if debrief.unprepared.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![
        Block::Heading(words.say("report-unprepared")),
        Block::Note(words.say("report-unprepared-about")),
    ];
    for part in &debrief.unprepared {
        let when = match part.turn {
            Some(turn) => words.fill("report-unprepared-late", &[("turn", turn.into())]),
            None => words.say("report-unprepared-never"),
        };
        let args = [
            ("seat", Arg::from(&part.seat)),
            ("act", Arg::from(&part.act)),
            ("hours", Arg::from(part.hours)),
            ("when", Arg::from(&when)),
        ];
        let tone = part.turn.map_or(Tone::Plain, |_| Tone::Warn);
        let text = words.fill("report-unprepared-line", &args);
        blocks.push(Block::Point(tone, text));
    }
    blocks
}
