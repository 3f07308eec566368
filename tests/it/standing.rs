//! An exercise without any decision, action, inject or rule of an author's: seats and ledgers alone tell a story and end it.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::sync::Arc;

use demarche::bots;
use demarche::engine::event::Step;
use demarche::engine::event::What;
use demarche::model::ledger::Ledger;
use demarche::scenario;
use demarche::scenario::Package;
use demarche::script::Playable;

use crate::contract::driver::Check;
use crate::contract::driver::play;
use crate::support::effort;
use crate::support::table::Table;

pub(crate) fn strait() -> Arc<Playable> {
    let files = vec![(
        "scenario.ron".to_owned(),
        include_bytes!("standing/strait.ron").to_vec(),
    )];
    let opened = scenario::open(&Package::from_files(files));
    Arc::new(opened.playable.expect("it loads"))
}

/// The ledger an event moved, if one did.
fn ledger(what: &What) -> Option<Ledger> {
    Some(match what {
        What::Meters(_) => Ledger::Meters,
        What::Facts(_) => Ledger::Facts,
        What::Trust(_) => Ledger::Trust,
        What::Spread(_) => Ledger::Spread,
        What::Harm(_) => Ledger::Harm,
        What::Duties(_) => Ledger::Duties,
        What::Norms(_) => Ledger::Norms,
        What::Book(event) => event.ledger(),
        _ => return None,
    })
}

/// Counts the lines of every Reveal that say to a seat what changed for it.
#[derive(Default)]
struct Told {
    lines: usize,
    silent: usize,
}

impl Check for Told {
    fn look(&mut self, table: &Table, _: &str) {
        if table.truth().step() == Step::Reveal {
            for seat in &table.scenario().seats {
                let lines = table.view(seat.id).reveal.len();
                self.lines += lines;
                self.silent += usize::from(lines == 0);
            }
        }
    }
}

#[test]
fn standing_actions_alone_tell_a_story_and_end_it() {
    let playable = strait();
    let scenario = playable.scenario();
    assert!(scenario.decisions.is_empty() && scenario.actions.is_empty());
    assert!(scenario.injects.is_empty() && scenario.rules.is_empty());
    let mut endings = BTreeMap::new();
    let mut moved = BTreeSet::new();
    for seed in 0..12 * effort() {
        let standard = bots::standard();
        let turn = usize::try_from(seed).unwrap();
        let bot = |seat: demarche::model::SeatId| {
            let name = standard[(seat.index() + turn) % standard.len()];
            bots::named(name).unwrap()
        };
        let mut told = Told::default();
        let what = format!("strait, seed {seed}");
        let table = play(&playable, seed, bot, &what, &mut [&mut told]);
        *endings.entry(table.truth().ending()).or_insert(0) += 1;
        moved.extend(table.events.iter().filter_map(|event| ledger(&event.what)));
        // Five seats in eleven Reveals.
        assert!(told.lines > 100, "{what}: only {} lines", told.lines);
        assert!(told.silent < 25, "{what}: {} silent Reveals", told.silent);
    }
    assert!(endings.len() > 1, "{endings:?}");
    // Meters are an author's own; nobody else moves them.
    let all = Ledger::ALL
        .into_iter()
        .filter(|ledger| *ledger != Ledger::Meters);
    let still: Vec<Ledger> = all.filter(|ledger| !moved.contains(ledger)).collect();
    assert!(still.is_empty(), "nothing happened in {still:?}");
}
