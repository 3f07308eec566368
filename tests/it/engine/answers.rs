//! The small scenario in which states answer, and what holds however it is played.

use std::sync::Arc;

use demarche::bots;
use demarche::bots::Sealed;
use demarche::diag::Code;
use demarche::engine::command::Command;
use demarche::engine::dice::Dice;
use demarche::engine::event::Cause;
use demarche::engine::event::Event;
use demarche::engine::event::Step;
use demarche::engine::event::What;
use demarche::engine::ledger::book::BookEvent;
use demarche::engine::ledger::measures::Stage;
use demarche::engine::lens::Lens;
use demarche::engine::rejection::Rejection;
use demarche::scenario::Package;
use demarche::session;

use crate::support::table::Table;

/// The table with some of the scenario's text replaced.
#[track_caller]
pub(super) fn table_with(changes: &[(&str, &str)], seed: u64) -> Table {
    let mut text = include_str!("answers.ron").to_owned();
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replace(from, to);
    }
    let package = Package::from_files([("scenario.ron".to_owned(), text.into_bytes())]);
    let (ready, mut found, _) = session::ready(package);
    // It is played with standing actions alone.
    found.retain(|wrong| wrong.code != Code::NoDecisions);
    assert!(found.is_empty(), "{found:#?}");
    Table::at(Arc::clone(&ready.unwrap().playable), seed)
}

#[track_caller]
pub(super) fn table() -> Table {
    table_with(&[], 7)
}

/// What an event came from in the end.
fn root(events: &[Event], mut place: usize) -> Cause {
    loop {
        match events[place].cause {
            Cause::Event(no) => place = usize::try_from(no.0).unwrap(),
            root => return root,
        }
    }
}

/// Plays with bots to the end and looks at every Commit.
fn play(profile: &str, seed: u64, mut look: impl FnMut(&Table)) -> Table {
    let mut table = table_with(&[("bad_draft: 1000", "pressure: 20")], seed);
    let bot = bots::named(profile).unwrap();
    loop {
        if table.truth().step() == Step::Commit {
            look(&table);
            let seats: Vec<_> = table.scenario().seats.iter().map(|seat| seat.id).collect();
            for seat in seats {
                let mut sealed = Sealed::default();
                let own = [seat];
                let lens = Lens::new(&table.playable, &table.state, &own);
                bot.choose(&lens, seat, &Dice::new(seed), &mut sealed);
                let acts = sealed.acts;
                table = table.accepts(&Command::Seal { seat, acts });
            }
        }
        match table.send(&Command::Advance) {
            Ok(()) => {}
            Err(Rejection::Over) => return table,
            Err(rejection) => panic!("{rejection:?}"),
        }
    }
}

#[test]
fn however_it_is_played_measures_have_authors_and_numbers_have_bounds() {
    let mut taken = 0;
    for profile in [
        "random",
        "assertive_agency",
        "cautious_committee",
        "opportunistic_third_party",
    ] {
        for seed in 0..12 {
            let table = play(profile, seed, |table| {
                for number in [
                    "tension.northern.southern",
                    "belief.strike",
                    "belief.slow",
                    "pressed.mfa",
                ] {
                    let value = table.number(number);
                    assert!((0..=100).contains(&value), "{number} is {value}");
                }
                for measure in table.view(table.seat("mfa")).book.measures.menu {
                    // A text with the exemption never closes a channel altogether; one without always does.
                    if matches!(measure.stage, Stage::Taken(..)) && !measure.cuts.is_empty() {
                        assert_eq!(measure.channel > 0, measure.exempt, "{measure:?}");
                    }
                }
            });
            for (place, event) in table.events.iter().enumerate() {
                let What::Book(BookEvent::Measures(what)) = &event.what else {
                    continue;
                };
                // A58: no path from attribution to sanction; a seat chose, or the author's own effect did it.
                if what.measure().is_some() {
                    let root = root(&table.events, place);
                    assert!(
                        matches!(root, Cause::Choice { .. }),
                        "{what:?} from {root:?}"
                    );
                }
            }
            taken += table.count(|what| {
                matches!(
                    what,
                    What::Book(BookEvent::Measures(
                        demarche::engine::ledger::measures::Event::Taken { .. }
                    ))
                )
            });
        }
    }
    assert!(taken > 20, "{taken} measures were taken");
}
