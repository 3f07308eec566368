//! The boards that the hand-made view leaves empty, in the middle of real exercises.

use std::collections::BTreeSet;
use std::sync::Arc;

use demarche::bots;
use demarche::engine::event::Step;
use demarche::engine::view::SeatView;
use demarche::engine::view::board;
use demarche::scenario;
use demarche::text::Words;
use demarche::tui::key::Key;
use demarche::tui::theme::ThemeName;

use crate::contract::driver::Check;
use crate::contract::driver::play;
use crate::screens::frames;
use crate::support::table::Table;

/// Where one looks: an exercise, a turn of it, and a seat.
const PLACES: [(&str, u16, &str); 2] = [("common-voice", 7, "mfa"), ("open-fix", 4, "millrace")];

/// What a seat sees in a turn before it decides.
struct Glance<'a> {
    turn: u16,
    seat: &'a str,
    seen: Option<SeatView>,
}

impl Check for Glance<'_> {
    fn look(&mut self, table: &Table, _: &str) {
        let truth = table.truth();
        if truth.turn() == self.turn && truth.step() == Step::Commit && self.seen.is_none() {
            self.seen = Some(table.view(table.seat(self.seat)));
        }
    }
}

fn glance(id: &str, turn: u16, seat: &str) -> SeatView {
    let package = scenario::load_embedded(id).unwrap();
    let playable = Arc::new(scenario::open(&package).playable.unwrap());
    let mut glance = Glance {
        turn,
        seat,
        seen: None,
    };
    let bot = |_| bots::named("assertive_agency").unwrap();
    play(&playable, 3, bot, id, &mut [&mut glance]);
    glance.seen.unwrap()
}

#[test]
fn every_board_looks_as_it_did_in_the_middle_of_an_exercise() {
    let words = Words::default();
    let mut shown = BTreeSet::new();
    for (id, turn, seat) in PLACES {
        let view = glance(id, turn, seat);
        for (place, board) in board::there(&view).enumerate() {
            if (board.rows)(&view, &words).is_empty() || !shown.insert(board.word) {
                continue;
            }
            for (columns, rows) in [(80, 24), (120, 36)] {
                let mut app = frames::of_view(view.clone(), ThemeName::Mono, columns, rows);
                app.key(Key::Char('b'));
                for _ in 0..place {
                    app.key(Key::Right);
                }
                let terminal = frames::drawn(&app, columns, rows);
                let name = format!("board-{}-{columns}x{rows}", board.word);
                insta::assert_snapshot!(name, terminal.backend());
            }
        }
    }
    let missing = board::BOARDS
        .iter()
        .filter(|board| !shown.contains(board.word));
    let missing: Vec<&str> = missing.map(|board| board.word).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
