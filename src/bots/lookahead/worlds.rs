//! The worlds a plan is tried in: imagined once, each played on again and again with the same luck.

use crate::bots::Bot;
use crate::bots::Sealed;
use crate::bots::profiles;
use crate::engine::act::Act;
use crate::engine::dice::Dice;
use crate::engine::dice::Roll;
use crate::engine::event::Step;
use crate::engine::imagined::Imagined;
use crate::engine::lens::Lens;
use crate::model::SeatId;

/// The worlds a plan is tried in.
pub(super) struct Worlds<'a> {
    seat: SeatId,
    each: Vec<World<'a>>,
    /// The last turn that is played on.
    until: u16,
}

/// One of them, in which the others have sealed.
struct World<'a> {
    imagined: Imagined<'a>,
    /// Who plays on for the seat itself.
    own: &'static dyn Bot,
    dice: Dice,
}

/// How a plan went in all the worlds together.
#[derive(Clone, Debug)]
pub(super) struct Outcome {
    /// What each of the seat's wants came to, times its weight, added up.
    pub(super) wants: Vec<i64>,
    /// What the plan is judged by.
    pub(super) worth: i64,
}

impl<'a> Worlds<'a> {
    /// So many worlds, each with another guess at what is out of sight, other luck, and other people in the other seats.
    pub(super) fn imagine(
        lens: &Lens<'a>,
        seat: SeatId,
        dice: Dice,
        many: u32,
        turns: u16,
    ) -> Self {
        let profiles = profiles();
        let worlds = (0..many).map(|place| {
            let mut die = dice.of(Roll::Imagine, &[lens.word(seat)], 1, lens.turn(), place);
            let own = Dice::new(die.below(u64::MAX));
            let mut imagined = lens.imagine(own);
            let everybody: Vec<SeatId> = lens.table().collect();
            for other in everybody.into_iter().filter(|other| !lens.is_own(*other)) {
                let many = u64::try_from(profiles.len()).unwrap_or(1);
                let who = usize::try_from(die.below(many)).unwrap_or(0);
                seal(&mut imagined, &profiles[who], other, own);
            }
            let who = usize::try_from(place).unwrap_or(0) % profiles.len();
            World {
                imagined,
                own: &profiles[who],
                dice: own,
            }
        });
        Self {
            seat,
            each: worlds.collect(),
            until: lens.turn().saturating_add(turns),
        }
    }

    /// Tries a plan in all of them. An act that a world does not allow is left out there.
    pub(super) fn try_out(&self, acts: &[Act]) -> Outcome {
        let mut outcome = Outcome {
            wants: Vec::new(),
            worth: 0,
        };
        for world in &self.each {
            let mut imagined = world.imagined.clone();
            if imagined.seal(self.seat, acts).is_err() {
                let mut kept = acts.to_vec();
                let seats = [self.seat];
                let lens = imagined.lens(&seats);
                kept.retain(|act| lens.can_beside(self.seat, act, acts).is_ok());
                while !kept.is_empty() && imagined.seal(self.seat, &kept).is_err() {
                    kept.pop();
                }
            }
            self.play_on(&mut imagined, world);
            for (place, (_, value)) in imagined.wants(self.seat).enumerate() {
                if outcome.wants.len() == place {
                    outcome.wants.push(0);
                }
                outcome.wants[place] += value;
                outcome.worth += value;
            }
        }
        outcome
    }

    fn play_on(&self, imagined: &mut Imagined<'_>, world: &World<'_>) {
        loop {
            let seats = [self.seat];
            let lens = imagined.lens(&seats);
            if lens.turn() >= self.until || (lens.has_ended() && lens.step() > Step::Commit) {
                return;
            }
            if lens.step() == Step::Commit && !lens.has_sealed(self.seat) {
                seal(imagined, world.own, self.seat, world.dice);
            }
            if imagined.advance().is_err() {
                return;
            }
        }
    }
}

/// Lets a bot seal for a seat; where it cannot, the seat holds.
fn seal(imagined: &mut Imagined<'_>, bot: &dyn Bot, seat: SeatId, dice: Dice) {
    let seats = [seat];
    let lens = imagined.lens(&seats);
    if lens.step() != Step::Commit || lens.has_ended() {
        return;
    }
    let mut sealed = Sealed::default();
    bot.choose(&lens, seat, &dice, &mut sealed);
    let _held = imagined.seal(seat, &sealed.acts);
}
