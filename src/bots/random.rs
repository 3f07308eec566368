//! Random legal play: whatever is possible, odd labels and breaches among it, as far as hours and capital go.

use smallvec::SmallVec;

use crate::bots::Bot;
use crate::bots::Reason;
use crate::bots::Sealed;
use crate::bots::fit::Fit;
use crate::engine::act::Act;
use crate::engine::dice::Dice;
use crate::engine::dice::Die;
use crate::engine::dice::Roll;
use crate::engine::lens::Lens;
use crate::model::SeatId;
use crate::model::marking::Tlp;

/// The word people choose it by.
pub(super) const NAME: &str = "random";

/// How many acts of a kind are drawn from as if each were the only one; of sharings, of which there are most, some more.
const FEW: u64 = 2;
const SOME: u64 = 6;

/// Plays at random within the rules.
#[derive(Clone, Copy, Debug)]
pub struct Random;

impl Bot for Random {
    fn name(&self) -> &str {
        NAME
    }

    fn choose(&self, lens: &Lens<'_>, seat: SeatId, dice: &Dice, sealed: &mut Sealed) {
        let (own, turn) = (lens.word(seat), lens.turn());
        let mut mood = dice.of(Roll::Bot, &[own], 0, turn, 0);
        sealed.reason = Some(Reason::plain("bot-why-random"));
        let rests = mood.below(10) == 0;
        let appetite = 100 + mood.below(800);
        let mut room = Vec::new();
        let possible = lens.all_possible(seat, &mut room);
        let kinds = counted(possible);
        let lots = dice.stem(Roll::Bot, 1, turn, 0).with(own);
        let mut drawn: SmallVec<[(u64, Act); 8]> = SmallVec::new();
        for &act in possible {
            let chance = match act {
                // What nobody decides now, and nothing decides for them, would be lost.
                Act::Answer { choice } if lens.is_now_or_never(choice) => 1000,
                Act::Hold => 0,
                _ if rests => 0,
                Act::Answer { .. } => 900,
                // However many there are of a kind, a few of it are drawn: what is rare is not crowded out by what is not.
                _ => {
                    let like = kinds.iter().find(|(other, _)| is_like(act, *other));
                    let most = if matches!(act, Act::Share { .. }) {
                        SOME
                    } else {
                        FEW
                    };
                    appetite * most / like.map_or(most, |(_, count)| *count).max(most)
                }
            };
            if chance == 0 {
                continue;
            }
            let mut lot = lots.with(lens.act_word(&act)).die();
            let act = relabelled(lens, seat, act, &mut lot);
            if chance >= 1000 {
                // It is drawn whatever the lot says.
                lot.skip(1);
            } else if lot.below(1000) >= chance {
                continue;
            }
            drawn.push((lot.below(u64::MAX), act));
        }
        drawn.sort_unstable();
        let room = std::mem::take(&mut sealed.acts);
        let mut fit = Fit::new(lens, seat, 1000, 1000).in_room(room);
        for (_, act) in drawn {
            fit.add(act);
        }
        // A report that a determination makes possible goes with it every other time.
        for act in lens.opened(seat, &fit.acts) {
            if lots.with(lens.act_word(&act)).die().below(2) == 0 {
                fit.add(act);
            }
        }
        sealed.acts = fit.acts;
        if sealed.acts.is_empty() && rests {
            sealed.acts.push(Act::Hold);
        }
    }
}

/// One act of each kind, and how many of the kind there are. Answers are not counted, since each has its own odds.
fn counted(possible: &[Act]) -> SmallVec<[(Act, u64); 8]> {
    let mut kinds: SmallVec<[(Act, u64); 8]> = SmallVec::new();
    for act in possible {
        if matches!(act, Act::Answer { .. } | Act::Hold) {
            continue;
        }
        match kinds.iter_mut().find(|(known, _)| is_like(*act, *known)) {
            Some((_, count)) => *count += 1,
            None => kinds.push((*act, 1)),
        }
    }
    kinds
}

/// Whether two acts are of one kind.
fn is_like(one: Act, other: Act) -> bool {
    match (one, other) {
        (Act::Book(one), Act::Book(other)) => one.kind() == other.kind(),
        _ => std::mem::discriminant(&one) == std::mem::discriminant(&other),
    }
}

/// More than every second sharing goes out under a label drawn by lot, often not one it may.
fn relabelled(lens: &Lens<'_>, seat: SeatId, act: Act, lot: &mut Die) -> Act {
    let Act::Share {
        fact, to, derived, ..
    } = act
    else {
        lot.skip(1);
        return act;
    };
    let odd = usize::try_from(lot.below(8))
        .ok()
        .and_then(|lot| Tlp::ALL.get(lot))
        .map(|&tlp| Act::Share {
            fact,
            to,
            tlp,
            derived,
        });
    odd.filter(|odd| lens.can(seat, odd).is_ok()).unwrap_or(act)
}
