//! Plays an exercise to its end with bots, and checks the engine's contract at every step.

use std::sync::Arc;

use demarche::bots::Bot;
use demarche::bots::Sealed;
use demarche::engine::act::Act;
use demarche::engine::command::Command;
use demarche::engine::decide;
use demarche::engine::dice::Dice;
use demarche::engine::event::Event;
use demarche::engine::event::Step;
use demarche::engine::event::What;
use demarche::engine::lens::Lens;
use demarche::engine::rejection::Rejection;
use demarche::model::SeatId;
use demarche::model::scenario::CommitMode;
use demarche::script::Fuse;
use demarche::script::Playable;

use crate::support::table::Table;

/// Looks at an exercise at every step.
pub(crate) trait Check {
    fn look(&mut self, table: &Table, what: &str);
}

/// Plays to the end; `Table::send` holds folding and refusing to the contract on the way.
pub(crate) fn play(
    playable: &Arc<Playable>,
    seed: u64,
    bot: impl Fn(SeatId) -> &'static dyn Bot,
    what: &str,
    checks: &mut [&mut dyn Check],
) -> Table {
    let mut table = Table::at(Arc::clone(playable), seed);
    let scenario = table.scenario();
    let seats: Vec<SeatId> = scenario.seats.iter().map(|seat| seat.id).collect();
    let in_turn = scenario.commit == CommitMode::InTurn;
    let most = scenario.turns.len() * (7 + seats.len());
    for _ in 0..most {
        for check in &mut *checks {
            check.look(&table, what);
        }
        if table.truth().step() == Step::Commit && table.truth().ending().is_none() {
            let next = table.truth().next_to_resolve();
            for &seat in &seats {
                if !in_turn || next == Some(seat) {
                    let sealed = chosen(&table, bot(seat), seat, seed);
                    if let Err(rejection) = table.send(&sealed.command(seat)) {
                        panic!("{what}: {sealed:?}: {}", table.said(&rejection));
                    }
                }
            }
        }
        match table.send(&Command::Advance) {
            Ok(()) => {}
            Err(Rejection::Over) => {
                let ends = table.count(|what| matches!(what, What::Ended { .. }));
                assert_eq!(ends, 1, "{what}");
                return table;
            }
            Err(rejection) => panic!("{what}: {}", table.said(&rejection)),
        }
    }
    panic!("{what}: it does not end");
}

pub(crate) fn chosen(table: &Table, bot: &dyn Bot, seat: SeatId, seed: u64) -> Sealed {
    let mut sealed = Sealed::default();
    let lens = Lens::new(&table.playable, &table.state, std::slice::from_ref(&seat));
    bot.choose(&lens, seat, &Dice::new(seed), &mut sealed);
    assert!(sealed.reason.is_some());
    sealed
}

/// Everything that is possible is accepted, and what is not is refused without a trace.
pub(super) struct Legality;

impl Check for Legality {
    fn look(&mut self, table: &Table, what: &str) {
        let seats = table.scenario().seats.iter().map(|seat| seat.id);
        for seat in seats {
            let lens = Lens::new(&table.playable, &table.state, std::slice::from_ref(&seat));
            let possible = lens.possible(seat);
            let sealing = |acts: Vec<Act>| try_out(table, &Command::Seal { seat, acts }, what);
            if table.truth().step() != Step::Commit || table.truth().ending().is_some() {
                assert!(sealing(vec![Act::Hold]).is_err(), "{what}");
                continue;
            }
            let next = table.truth().next_to_resolve();
            if table.scenario().commit == CommitMode::InTurn && next != Some(seat) {
                assert!(sealing(vec![Act::Hold]).is_err(), "{what}");
                continue;
            }
            for act in lens.conceivable(seat) {
                let answer = sealing(vec![act]);
                let should = possible.contains(&act);
                assert_eq!(answer.is_ok(), should, "{what}: {act:?}: {answer:?}");
            }
            for act in &possible {
                assert!(sealing(vec![*act, *act]).is_err(), "{what}: {act:?} twice");
            }
            assert!(sealing(vec![Act::Hold; 30]).is_err(), "{what}");
            let other = table.scenario().seats.iter().find(|row| row.id != seat);
            for act in possible {
                let is_own = matches!(act, Act::Answer { .. } | Act::Report { .. });
                if let Some(other) = other.filter(|_| is_own) {
                    let command = Command::Seal {
                        seat: other.id,
                        acts: vec![act],
                    };
                    assert!(try_out(table, &command, what).is_err(), "{what}: {act:?}");
                }
            }
        }
        assert!(try_out(table, &Command::Resume, what).is_err(), "{what}");
    }
}

/// What the engine says to a command; a refusal must leave no trace.
fn try_out(table: &Table, command: &Command, what: &str) -> Result<(), Rejection> {
    let mut state = table.state.clone();
    let mut out = Vec::new();
    let answer = decide(
        &table.playable,
        &mut state,
        command,
        &Fuse::never(),
        &mut out,
    );
    if answer.is_err() {
        assert!(
            out.is_empty() && state == table.state,
            "{what}: {command:?}"
        );
    }
    answer
}

/// Commands and events are the same after a way through text.
pub(super) struct Words;

impl Check for Words {
    fn look(&mut self, table: &Table, what: &str) {
        let Some((command, count)) = table.log.last() else {
            return;
        };
        table.scenario().names.scope(|| {
            let text = serde_json::to_string(command).unwrap();
            let back: Command = serde_json::from_str(&text).unwrap();
            assert_eq!(&back, command, "{what}: {text}");
            for event in &table.events[table.events.len() - count..] {
                let text = serde_json::to_string(event).unwrap();
                let back: Event = serde_json::from_str(&text).unwrap();
                assert_eq!(&back, event, "{what}: {text}");
            }
        });
    }
}

/// The same seed and commands give the same bytes.
pub(super) fn replays(table: &Table, seed: u64, what: &str) {
    let mut again = Table::at(Arc::clone(&table.playable), seed);
    for (command, _) in &table.log {
        again.send(command).unwrap();
    }
    let bytes = |events: &Vec<Event>| {
        let names = &table.scenario().names;
        names.scope(|| serde_json::to_vec(events).unwrap())
    };
    assert!(bytes(&again.events) == bytes(&table.events), "{what}");
    assert!(again.state == table.state, "{what}");
}

/// Seats that seal in the reverse order change nothing but the seals' own places.
pub(super) fn reorders(table: &Table, seed: u64, what: &str) {
    if table.scenario().commit == CommitMode::InTurn {
        return;
    }
    let mut again = Table::at(Arc::clone(&table.playable), seed);
    let is_seal = |command: &Command| matches!(command, Command::Seal { .. });
    for group in table
        .log
        .chunk_by(|(one, _), (other, _)| is_seal(one) && is_seal(other))
    {
        for (command, _) in group.iter().rev() {
            again.send(command).unwrap();
        }
    }
    let rest = |events: &Vec<Event>| {
        let mut rest = events.clone();
        rest.retain(|event| !matches!(event.what, What::Sealed { .. }));
        rest
    };
    assert!(rest(&again.events) == rest(&table.events), "{what}");
    assert!(again.state == table.state, "{what}");
}
