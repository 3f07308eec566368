//! The commands of an exercise on a changed scenario: ids go by their words, and what no longer holds is said.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::author::watch::Playing;
use crate::engine::command::Command;
use crate::engine::command::Holder;
use crate::engine::event::What;
use crate::session::Ready;
use crate::session::Session;
use crate::session::Stop;
use crate::text::SafeText;
use crate::text::Words;

/// The most differences that are told one by one.
const MOST_TOLD: usize = 8;

/// A new exercise brought to where the old one is, and what is different there.
///
/// # Errors
/// If the new one cannot even begin.
pub(super) fn carry(
    old: &Playing,
    ready: Ready,
    seed: u64,
    words: &Arc<Words>,
) -> Result<(Playing, Vec<SafeText>), SafeText> {
    let mut fresh = Playing::blank(ready, seed, words)?;
    let mut notes = Vec::new();
    let mut stops = old.stops.iter().peekable();
    for (at, line) in old.session.lines().iter().enumerate() {
        if fresh.session.is_over() {
            break;
        }
        give(old, &mut fresh, &line.command, &mut notes, words);
        if stops.peek().is_some_and(|stop| **stop == at + 1) {
            stops.next();
            fresh.stops.push(fresh.session.lines().len());
        }
    }
    // A seat that is new, or whose choice was lost, chooses here too.
    if matches!(fresh.session.stop(), Some(Stop::Commit(_))) {
        let sealed = fresh.session.seal_bots();
        sealed.map_err(|refusal| refusal.words().clone())?;
    }
    match fresh.stops.last_mut() {
        Some(last) => *last = fresh.session.lines().len(),
        None => fresh.next()?,
    }
    let (before, now) = (old.session.truth(), fresh.session.truth());
    if now.turn() != before.turn() || now.step() != before.step() {
        let args = [("turn", before.turn().into()), ("now", now.turn().into())];
        notes.insert(0, words.fill("watch-lost-place", &args));
    }
    notes.extend(differences(&old.session, &fresh.session, words));
    Ok((fresh, notes))
}

fn give(
    old: &Playing,
    fresh: &mut Playing,
    command: &Command,
    notes: &mut Vec<SafeText>,
    words: &Arc<Words>,
) {
    let turn = fresh.session.truth().turn();
    match command {
        // The new exercise has its own bots on its seats.
        Command::Fill {
            by: Holder::Bot { .. },
            ..
        } => return,
        Command::Advance => {
            // Seats that are new, and seats whose choice was lost, still want somebody to choose.
            let sealed = match fresh.session.stop() {
                Some(Stop::Commit(_)) => fresh.session.seal_bots(),
                _ => Ok(()),
            };
            let advanced = sealed.and_then(|()| fresh.session.submit(command, None));
            if let Err(refusal) = advanced {
                let args = [
                    ("turn", turn.into()),
                    ("why", refusal.words().clone().into()),
                ];
                notes.push(words.fill("watch-stuck", &args));
            }
            return;
        }
        _ => {}
    }
    let given = translated(&old.session, &fresh.session, command);
    let submitted = match &given {
        Some(command) => fresh
            .session
            .submit(command, None)
            .map_err(|refusal| refusal.words().clone()),
        None => Err(words.say("watch-names-gone")),
    };
    if let Err(why) = submitted
        && notes.len() < MOST_TOLD
    {
        let who = match command {
            Command::Seal { seat, .. } => old.session.teller().seat(*seat).clone(),
            _ => words.say("watch-facilitator"),
        };
        let args = [
            ("turn", turn.into()),
            ("who", who.into()),
            ("why", why.into()),
        ];
        notes.push(words.fill("watch-chose-anew", &args));
    }
}

/// A command in the numbers of another scenario; `None` if something it names is not there any more.
fn translated(old: &Session, fresh: &Session, command: &Command) -> Option<Command> {
    let written = old
        .scenario()
        .names
        .scope(|| serde_json::to_value(command))
        .ok()?;
    fresh
        .scenario()
        .names
        .scope(|| serde_json::from_value(written))
        .ok()
}

/// The turn in which each inject came, by its word.
fn delivered(session: &Session) -> BTreeMap<String, u16> {
    let mut turns = BTreeMap::new();
    let mut turn = 0;
    for event in session.events() {
        match event.what {
            What::Entered { turn: entered, .. } => turn = entered,
            What::Delivered { inject, .. } => {
                let word = session
                    .scenario()
                    .names
                    .word(crate::model::InjectId::KIND, inject.0);
                turns.entry(word.to_owned()).or_insert(turn);
            }
            _ => {}
        }
    }
    turns
}

/// The injects that come now and did not, come no more, or come in another turn.
fn differences(old: &Session, fresh: &Session, words: &Words) -> Vec<SafeText> {
    let (before, now) = (delivered(old), delivered(fresh));
    let mut told = Vec::new();
    let mut tell = |key: &str, word: &str, turn: u16| {
        told.push(words.fill(key, &[("inject", word.into()), ("turn", turn.into())]));
    };
    for (word, turn) in &before {
        match now.get(word) {
            None => tell("watch-comes-no-more", word, *turn),
            Some(other) if other != turn => tell("watch-comes-now", word, *other),
            Some(_) => {}
        }
    }
    for (word, turn) in now.iter().filter(|(word, _)| !before.contains_key(*word)) {
        tell("watch-comes-now", word, *turn);
    }
    let more = told.len().saturating_sub(MOST_TOLD);
    told.truncate(MOST_TOLD);
    if more > 0 {
        told.push(words.fill("watch-more-differences", &[("count", more.into())]));
    }
    told
}
