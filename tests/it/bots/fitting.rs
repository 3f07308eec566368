//! The sentence that says why fits what is done.

use std::sync::Arc;

use demarche::bots;
use demarche::engine::act::Act;
use demarche::engine::event::Step;
use demarche::model::family::Family;
use demarche::scenario;
use demarche::text::Words;

use crate::contract::driver::Check;
use crate::contract::driver::chosen;
use crate::contract::driver::play;
use crate::support::effort;
use crate::support::table::Table;

/// What can speak for an answer: nothing that is about a single act of another kind.
const OF_ANSWERS: [&str; 12] = [
    "bot-why-share",
    "bot-why-condemn",
    "bot-why-escalate",
    "bot-why-contain",
    "bot-why-hold",
    "bot-why-orders",
    "bot-why-spread",
    "bot-why-spread-told",
    "bot-why-spread-raised",
    "bot-why-people",
    "bot-why-prudence",
    "bot-why-want",
];

/// Compares what would be sealed with what would be said of it.
#[derive(Default)]
struct Fitting {
    words: Words,
    answers: usize,
    several: usize,
}

impl Check for Fitting {
    fn look(&mut self, table: &Table, what: &str) {
        if table.truth().step() != Step::Commit {
            return;
        }
        let scenario = table.scenario();
        for seat in &scenario.seats {
            let sealed = chosen(table, bots::named(what).unwrap(), seat.id, 0);
            let reason = sealed.reason.unwrap();
            let said = reason.say(&self.words);
            let answered = scenario.decisions.iter().filter(|decision| {
                let has = |choice| decision.choices.contains(&choice);
                let is_one = |act: &Act| matches!(act, Act::Answer { choice } if has(*choice));
                sealed.acts.iter().any(is_one)
            });
            let titles: Vec<&str> = answered.map(|decision| decision.title.as_str()).collect();
            if !titles.is_empty() {
                assert!(OF_ANSWERS.contains(&reason.key), "{titles:?}: {said}");
                self.answers += 1;
            }
            if titles.len() > 1 {
                let named = titles
                    .iter()
                    .filter(|title| said.as_str().contains(**title));
                let named = named.count();
                // What speaks for all of them alike is said once, and of none by name.
                assert!(named == titles.len() || named == 0, "{titles:?}: {said}");
                self.several += usize::from(named > 0);
            }
            let mut stops = said.as_str().matches("..");
            assert!(stops.next().is_none(), "{said}");
            if said.as_str().contains("”: ") {
                assert!(said.as_str().ends_with('.'), "{said}");
            }
            let mut families = sealed.acts.iter().map(|act| act.family(scenario));
            match reason.key {
                "bot-why-spread" => assert!(families.any(|one| one == Family::Contain), "{said}"),
                "bot-why-contain" => assert!(table.truth().turn() > 0, "{said}"),
                _ => {}
            }
        }
    }
}

#[test]
fn why_a_bot_answers_is_said_of_its_answers_and_of_each_by_name() {
    let mut fitting = Fitting::default();
    for id in ["common-voice", "open-fix"] {
        let opened = scenario::open(&scenario::load_embedded(id).unwrap());
        let playable = Arc::new(opened.playable.unwrap());
        for profile in bots::standard() {
            if profile == "random" {
                continue;
            }
            let bot = bots::named(profile).unwrap();
            for seed in 0..2 * effort() {
                play(&playable, seed, |_| bot, profile, &mut [&mut fitting]);
            }
        }
    }
    assert!(fitting.answers > 100, "{} answers", fitting.answers);
    assert!(fitting.several > 10, "{} at once", fitting.several);
}
