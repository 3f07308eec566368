//! Random legal play: whatever is possible, odd labels and breaches among it, as far as hours and capital go.

use smallvec::SmallVec;

use crate::bots::Bot;
use crate::bots::Reason;
use crate::bots::Sealed;
use crate::bots::fit::Fit;
use crate::engine::act::Act;
use crate::engine::dice::Dice;
use crate::engine::dice::Roll;
use crate::engine::lens::Lens;
use crate::model::SeatId;
use crate::model::marking::Tlp;

/// The word people choose it by.
pub(super) const NAME: &str = "random";

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
        let lots = dice.stem(Roll::Bot, 1, turn, 0).with(own);
        let mut drawn: SmallVec<[(u64, Act); 8]> = SmallVec::new();
        lens.each_possible(seat, &mut |act| {
            let chance = match act {
                // What nobody decides now, and nothing decides for them, would be lost.
                Act::Answer { choice } if lens.is_now_or_never(choice) => 1000,
                Act::Hold => 0,
                _ if rests => 0,
                Act::Answer { .. } => 900,
                _ => appetite,
            };
            if chance == 0 {
                return;
            }
            let mut lot = lots.with(lens.act_word(&act)).die();
            if let Act::Answer { .. } = act {
                // Only a sharing needs the first number, and what is certain not the second.
                lot.skip(if chance == 1000 { 2 } else { 1 });
                if chance == 1000 || lot.below(1000) < chance {
                    drawn.push((lot.below(u64::MAX), act));
                }
                return;
            }
            let act = relabelled(lens, seat, act, lot.below(20));
            if lot.below(1000) < chance {
                drawn.push((lot.below(u64::MAX), act));
            }
        });
        drawn.sort_unstable();
        let room = std::mem::take(&mut sealed.acts);
        let mut fit = Fit::new(lens, seat, 1000, 1000).in_room(room);
        for (_, act) in drawn {
            fit.add(act);
        }
        sealed.acts = fit.acts;
        if sealed.acts.is_empty() && rests {
            sealed.acts.push(Act::Hold);
        }
    }
}

/// One sharing in four goes out under a label drawn by lot, often not one it may.
fn relabelled(lens: &Lens<'_>, seat: SeatId, act: Act, lot: u64) -> Act {
    let Act::Share {
        fact, to, derived, ..
    } = act
    else {
        return act;
    };
    let odd = usize::try_from(lot)
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
