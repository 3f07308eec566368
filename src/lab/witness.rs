//! Witnesses: for each ending, the fewest choices found that reach it.

use crate::bots::Sealed;
use crate::engine::act::Act;
use crate::engine::lens::Lens;
use crate::lab::batch::Batch;
use crate::lab::case::Case;
use crate::lab::case::Given;
use crate::lab::hands::Hands;
use crate::lab::stage::Helm;
use crate::lab::stage::Stage;
use crate::lab::stage::Unwatched;
use crate::model::EndingId;
use crate::model::SeatId;

/// One act that somebody sealed.
type Deed = (u16, SeatId, Act);

/// No ending gets more tries than this.
const MOST_TRIES: usize = 2000;

/// The fewest choices found that reach an ending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Witness {
    pub ending: EndingId,
    /// The play it was made from, by its number in the batch.
    pub play: u64,
    /// The choices as an author's test, with the play's seed.
    pub case: Case,
    /// How many acts there are; leaving out any one of them ends differently, unless the tries ran out.
    pub acts: usize,
}

/// The witness of an ending that a play of a batch has reached; `None` if the play cannot be told again.
pub(super) fn find(batch: &Batch<'_>, ending: EndingId, play: u64) -> Option<Witness> {
    let seed = batch.seed_of(play);
    let deeds = record(batch, play)?;
    let mut tries = 0;
    let mut reaches = |deeds: &[Deed]| {
        tries += 1;
        tries <= MOST_TRIES && case(seed, deeds).reaches(batch.playable) == Some(ending)
    };
    let only = |keep: fn(&Act) -> bool| {
        let kept = deeds.iter().copied().filter(|(_, _, act)| keep(act));
        kept.collect::<Vec<Deed>>()
    };
    // What the author wrote is easier to read than what the ledgers give, so it is tried alone first.
    let written = |act: &Act| matches!(act, Act::Answer { .. } | Act::Take { .. });
    let starts = [
        Vec::new(),
        only(|act| matches!(act, Act::Answer { .. })),
        only(written),
        deeds.clone(),
    ];
    let start = starts.into_iter().find(|start| reaches(start))?;
    let fewest = reduce(start, &mut reaches);
    let mut case = case(seed, &fewest);
    case.ending = Some(ending);
    Some(Witness {
        ending,
        play,
        acts: fewest.len(),
        case,
    })
}

/// Leaves out ever smaller pieces as long as the rest still does (delta debugging); at the end no single one can go.
fn reduce(mut deeds: Vec<Deed>, reaches: &mut impl FnMut(&[Deed]) -> bool) -> Vec<Deed> {
    let mut piece = deeds.len().div_ceil(2);
    while piece > 0 {
        let mut from = 0;
        let mut is_smaller = false;
        while from < deeds.len() {
            let to = (from + piece).min(deeds.len());
            let rest: Vec<Deed> = deeds[..from].iter().chain(&deeds[to..]).copied().collect();
            if reaches(&rest) {
                deeds = rest;
                is_smaller = true;
            } else {
                from = to;
            }
        }
        // Whatever went may have been what another needed.
        piece = match piece {
            1 if is_smaller => 1,
            1 => 0,
            _ => piece.div_ceil(2),
        };
    }
    deeds
}

fn case(seed: u64, deeds: &[Deed]) -> Case {
    let mut given: Vec<Given> = Vec::new();
    for &(turn, seat, act) in deeds {
        match given.last_mut() {
            Some(last) if (last.turn, last.seat) == (turn, seat) => last.acts.push(act),
            _ => given.push(Given {
                turn,
                seat,
                acts: vec![act],
            }),
        }
    }
    Case {
        seed,
        given,
        ..Case::default()
    }
}

/// Everything that is sealed in a play.
fn record(batch: &Batch<'_>, play: u64) -> Option<Vec<Deed>> {
    struct Recording<'a> {
        hands: Hands<'a>,
        deeds: Vec<Deed>,
    }
    impl Helm for Recording<'_> {
        fn seal(&mut self, lens: &Lens<'_>, seat: SeatId, sealed: &mut Sealed) {
            self.hands.seal(lens, seat, sealed);
            let kept = sealed.acts.iter().filter(|act| **act != Act::Hold);
            self.deeds.extend(kept.map(|act| (lens.turn(), seat, *act)));
        }
    }
    let seed = batch.seed_of(play);
    let hands = Hands::of(&batch.bots, batch.playable, seed);
    let mut stage = Stage::new(batch.playable, seed);
    let mut helm = Recording {
        hands,
        deeds: Vec::new(),
    };
    stage.finish(&mut helm, &mut Unwatched).ok()?;
    Some(helm.deeds)
}
