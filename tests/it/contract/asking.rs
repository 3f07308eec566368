//! Asks "why?" of every row of every board, from every seat.

use std::collections::BTreeMap;

use demarche::engine::event::Step;
use demarche::engine::lens::Lens;
use demarche::engine::tell::Teller;
use demarche::engine::view::Subject;
use demarche::engine::view::board;
use demarche::engine::view::board::Tone;
use demarche::engine::why;
use demarche::engine::why::Asker;
use demarche::text::Words;

use crate::contract::driver::Check;
use crate::support::table::Table;

/// What was asked of a board, and what was answered.
#[derive(Clone, Copy, Default)]
pub(super) struct Asked {
    pub(super) rows: usize,
    /// Changes that were told.
    pub(super) told: usize,
    /// Chains whose last link is a die.
    pub(super) by_luck: usize,
}

impl Asked {
    pub(super) fn add(&mut self, other: Self) {
        self.rows += other.rows;
        self.told += other.told;
        self.by_luck += other.by_luck;
    }
}

/// What was asked so far, by board.
#[derive(Default)]
pub(super) struct Asking {
    pub(super) boards: BTreeMap<&'static str, Asked>,
    words: Words,
}

impl Check for Asking {
    fn look(&mut self, table: &Table, what: &str) {
        if table.truth().step() != Step::Reveal {
            return;
        }
        let teller = Teller {
            scenario: table.scenario(),
            words: &self.words,
        };
        let dice = ["cause-die", "cause-die-part", "cause-die-lot"].map(|key| self.words.say(key));
        let lines = ["board-red-line", "board-wish"].map(|key| self.words.say(key));
        for seat in table.scenario().seats.iter().map(|seat| seat.id) {
            let view = table.view(seat);
            let lens = Lens::new(&table.playable, &table.state, std::slice::from_ref(&seat));
            for board in board::there(&view) {
                let asked = self.boards.entry(board.word).or_default();
                for row in (board.rows)(&view, &self.words) {
                    asked.rows += 1;
                    let Some(about) = row.subject else {
                        // What shows how something stands has a reason. One's own red lines and wishes are the author's and
                        // never change; other rows only offer acts.
                        let stands = !matches!(row.tone, Tone::Plain | Tone::Quiet);
                        let has_state = row.bar.is_some() || row.change != 0 || stands;
                        let has_state = has_state && !lines.contains(&row.shown);
                        assert!(!has_state, "{what}: {}: {:?}", board.word, row.name);
                        continue;
                    };
                    let named = view.named(about, &self.words);
                    assert!(named.is_some(), "{what}: {}: {:?}", board.word, row.name);
                    if let Subject::Profile(actor) = about {
                        let name = &table.scenario().actors[actor.index()].name;
                        assert_eq!(&named.unwrap().0, name, "{what}");
                    }
                    let (changes, _) =
                        why::changes(Asker::Seat(lens), &table.events, about, teller);
                    for change in changes {
                        asked.told += 1;
                        assert!(!change.text.is_empty(), "{what}: {}: {about:?}", board.word);
                        let has_end = change.hidden || !change.chain.is_empty();
                        assert!(has_end, "{what}: {}: {about:?}", board.word);
                        let last = change.chain.last();
                        asked.by_luck += usize::from(last.is_some_and(|last| dice.contains(last)));
                    }
                }
            }
        }
    }
}
