//! How far an exercise has come, read off the end of its log.

use serde::Deserialize;
use serde_json::Value;

use crate::log::contents::Contents;

/// How far an exercise has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// The last turn that was entered; none before `StartEx`.
    pub turn: Option<u64>,
    /// Whether it reached `EndEx`.
    pub ended: bool,
}

/// As much of a line as progress needs. Its ids stay words, so that the scenario need not be loaded.
#[derive(Deserialize)]
struct Peeked {
    events: Vec<PeekedEvent>,
}

#[derive(Deserialize)]
struct PeekedEvent {
    what: Value,
}

impl Contents {
    /// How far the exercise has come. Cheap: the last lines say it.
    pub fn progress(&self) -> Progress {
        let mut progress = Progress::default();
        for line in self.raw().rev() {
            let Ok(peeked) = serde_json::from_slice::<Peeked>(line) else {
                continue;
            };
            for event in peeked.events.iter().rev() {
                progress.ended |= event.what.get("Ended").is_some();
                let Some(entered) = event.what.get("Entered") else {
                    continue;
                };
                progress.turn = progress.turn.or_else(|| entered.get("turn")?.as_u64());
                // EndEx falls into a turn's Resolve; before that turn's Brief there is nothing to learn.
                if entered.get("step").and_then(Value::as_str) == Some("Brief") {
                    return progress;
                }
            }
        }
        progress
    }
}
