//! What the home screen lists: shipped scenarios and one's own unfinished exercises.

use std::time::SystemTime;
use std::time::UNIX_EPOCH;

use crate::bots;
use crate::log::Contents;
use crate::log::Library;
use crate::log::Listed;
use crate::model::scenario::Scenario;
use crate::scenario;
use crate::session;
use crate::text::Arg;
use crate::text::SafeText;
use crate::text::Words;
use crate::tui::desk::Desk;
use crate::tui::lists::ExerciseCard;
use crate::tui::lists::Lists;
use crate::tui::lists::ProfileCard;
use crate::tui::lists::ScenarioCard;
use crate::tui::lists::SeatCard;

/// How many exercises the home screen lists; `demarche logs` lists them all.
const MOST: usize = 8;
/// How many logs are looked into for them.
const LOOKED_INTO: usize = 24;

impl Desk {
    /// What can be played and what was begun.
    pub(super) fn lists(&mut self) -> Lists {
        let words = self.words();
        for id in scenario::embedded() {
            if self.ready.contains_key(id) {
                continue;
            }
            if let Some(package) = scenario::load_embedded(id)
                && let (Some(ready), ..) =
                    session::ready(scenario::translated(&package, words.wanted()))
            {
                self.ready.insert(id.to_owned(), ready);
            }
        }
        let mut scenarios: Vec<ScenarioCard> = self
            .ready
            .iter()
            .map(|(key, ready)| card(key, ready.playable.scenario()))
            .collect();
        // The tutorial first, then the shorter before the longer.
        scenarios.sort_by_key(|card| (!card.is_tutorial, card.minutes));
        let mut lists = Lists {
            scenarios,
            unfinished: Vec::new(),
            profiles: profiles(&words),
            seed: seed(),
            troubles: Vec::new(),
        };
        match &self.place.library {
            Some(library) => unfinished(library, &words, &mut lists),
            None => lists.troubles.push(words.say("cli-no-home")),
        }
        lists
    }
}

fn card(key: &str, scenario: &Scenario) -> ScenarioCard {
    let about = &scenario.about;
    let standard = bots::standard();
    let seats = scenario
        .seats
        .iter()
        .enumerate()
        .map(|(place, seat)| SeatCard {
            seat: seat.id,
            title: seat.title.clone(),
            organisation: scenario.actors[seat.actor.index()].name.clone(),
            brief: seat.brief.clone(),
            profile: seat
                .bot
                .as_deref()
                .or(standard.get(place % standard.len()).copied())
                .map(ToOwned::to_owned),
        });
    ScenarioCard {
        key: key.to_owned(),
        title: about.title.clone(),
        tagline: about.tagline.clone(),
        summary: about.summary.clone(),
        learn: about.learn.clone(),
        minutes: about.minutes,
        difficulty: about.difficulty,
        turns: u16::try_from(scenario.turns.len().saturating_sub(1)).unwrap_or(u16::MAX),
        seats: seats.collect(),
        content_note: about.content_note.clone(),
        is_tutorial: about.is_tutorial,
    }
}

fn profiles(words: &Words) -> Vec<ProfileCard> {
    bots::names()
        .into_iter()
        .map(|name| {
            let key = bots::key(name);
            ProfileCard {
                key: name.to_owned(),
                name: words.say(&key),
                about: words.attribute(&key, "about").unwrap_or_default(),
            }
        })
        .collect()
}

fn unfinished(library: &Library, words: &Words, lists: &mut Lists) {
    let listed = match library.list() {
        Ok(listed) => listed,
        Err(error) => {
            lists.troubles.push(error.words(words));
            return;
        }
    };
    let now = SystemTime::now();
    lists.unfinished = listed
        .iter()
        .take(LOOKED_INTO)
        .filter_map(|listed| exercise(library, listed, now, words))
        .take(MOST)
        .collect();
}

fn exercise(
    library: &Library,
    listed: &Listed,
    now: SystemTime,
    words: &Words,
) -> Option<ExerciseCard> {
    let header = listed.header.as_ref().ok()?;
    let progress = Contents::read(library.disk(), &listed.path)
        .ok()?
        .progress();
    if progress.ended {
        return None;
    }
    let turn = progress.turn.unwrap_or(0);
    let state = match turn {
        0 => words.say("play-preparation"),
        turn => words.fill("play-turn", &[("n", Arg::from(turn))]),
    };
    let title = listed.name.clone().unwrap_or_else(|| header.title.clone());
    Some(ExerciseCard {
        path: listed.path.clone(),
        title: SafeText::line(&title),
        state,
        when: listed
            .modified
            .map(|modified| ago(modified, now, words))
            .unwrap_or_default(),
    })
}

/// How long ago a moment was, in words.
fn ago(moment: SystemTime, now: SystemTime, words: &Words) -> SafeText {
    let minutes = now.duration_since(moment).unwrap_or_default().as_secs() / 60;
    let (key, number) = match minutes {
        0 => return words.say("home-just-now"),
        1..60 => ("home-minutes-ago", minutes),
        60..1440 => ("home-hours-ago", minutes / 60),
        _ => ("home-days-ago", minutes / 1440),
    };
    words.fill(key, &[("n", Arg::from(number))])
}

/// Seconds since 1970, for the name of a log.
pub(super) fn seconds_now() -> u64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default()
        .as_secs()
}

/// A seed nobody chose: small enough to be told to somebody.
pub(super) fn seed() -> u64 {
    let nanos = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default()
        .subsec_nanos();
    (seconds_now() ^ u64::from(nanos)) % 1_000_000
}
