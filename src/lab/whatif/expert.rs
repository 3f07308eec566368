//! The author's expert path: what it says to do, and whether it plays.

use crate::engine::State;
use crate::engine::act::Act;
use crate::engine::command::Command;
use crate::engine::decide;
use crate::engine::event::Step;
use crate::engine::lens::Lens;
use crate::engine::rejection::Rejection;
use crate::engine::truth::Truth;
use crate::lab::case;
use crate::model::EndingId;
use crate::model::SeatId;
use crate::model::expert::Deed;
use crate::model::ledger::duties::Payload;
use crate::model::scenario::CommitMode;
use crate::model::scenario::Scenario;
use crate::script::Fuse;
use crate::script::Playable;

/// What the path says a seat does in a turn.
pub(super) fn acts(playable: &Playable, seat: SeatId, turn: u16) -> Vec<Act> {
    let scenario = playable.scenario();
    let rows = scenario.expert.iter();
    rows.filter(|row| row.seat == seat && row.turn == turn)
        .flat_map(|row| row.deeds.iter())
        .filter_map(|deed| act(deed, scenario))
        .collect()
}

/// A deed of the path as the engine takes it; `None` for a written one that `check` reports.
fn act(deed: &Deed, scenario: &Scenario) -> Option<Act> {
    Some(match *deed {
        Deed::Answer(choice) => Act::Answer { choice },
        Deed::Take(action) => Act::Take { action },
        Deed::Share {
            fact,
            to,
            tlp,
            derived,
        } => Act::Share {
            fact,
            to,
            tlp,
            derived,
        },
        Deed::Analyse(fact) => Act::Analyse { fact },
        Deed::Derive(fact) => Act::Derive { fact },
        Deed::Advise(fact) => Act::Advise {
            fact,
            derived: false,
        },
        Deed::Report(duty) => Act::Report {
            duty,
            payload: Payload::default(),
        },
        Deed::Determine(duty) => Act::Determine { duty },
        Deed::Respond(duty) => Act::Respond { duty },
        Deed::RequestContainment(zone) => Act::RequestContainment { zone },
        Deed::Notify(community) => Act::Notify { community },
        Deed::Ask(of) => Act::Ask { of },
        Deed::KeepInTouch(with) => Act::KeepInTouch { with },
        Deed::Written(ref act) => return case::read_act(&act.text, scenario),
    })
}

/// Plays the author's expert path on one luck: every deed of every turn, by the seats it names, but for answers to questions that
/// are not put on this luck. Says how it ended.
///
/// # Errors
/// The turn and seat whose deeds the rules refuse, and why; deeds of a turn that never came are refused as over.
pub fn is_legal_to_the_end(
    playable: &Playable,
    seed: u64,
) -> Result<EndingId, (u16, SeatId, Rejection)> {
    let scenario = playable.scenario();
    let mut state = State::new(scenario, seed);
    let (fuse, mut done) = (Fuse::never(), 0);
    loop {
        let truth = Truth::new(playable, &state);
        let (turn, step, ending) = (truth.turn(), truth.step(), truth.ending());
        if let Some(ending) = ending.filter(|_| step == Step::Note) {
            return match scenario.expert.iter().find(|row| row.turn > done) {
                Some(row) => Err((row.turn, row.seat, Rejection::Over)),
                None => Ok(ending),
            };
        }
        if step == Step::Commit && ending.is_none() {
            done = turn;
            let next = match scenario.commit {
                CommitMode::Sealed => None,
                CommitMode::InTurn => truth.next_to_resolve(),
            };
            for seat in &scenario.seats {
                if next.is_some_and(|next| next != seat.id) {
                    continue;
                }
                let acts = acts(playable, seat.id, turn);
                let acts = open_only(playable, &state, seat.id, acts);
                let seal = Command::Seal {
                    seat: seat.id,
                    acts,
                };
                decide(playable, &mut state, &seal, &fuse, &mut Vec::new())
                    .map_err(|why| (turn, seat.id, why))?;
            }
        }
        decide(
            playable,
            &mut state,
            &Command::Advance,
            &fuse,
            &mut Vec::new(),
        )
        .map_err(|why| (turn, SeatId(0), why))?;
    }
}

/// The acts without answers to questions that are not open.
fn open_only(playable: &Playable, state: &State, seat: SeatId, mut acts: Vec<Act>) -> Vec<Act> {
    let seats = [seat];
    let lens = Lens::new(playable, state, &seats);
    let open: Vec<_> = lens
        .open_decisions()
        .map(|(decision, _)| decision.id)
        .collect();
    acts.retain(|act| match act {
        Act::Answer { choice } => open.contains(&lens.decision_of(*choice)),
        _ => true,
    });
    acts
}
