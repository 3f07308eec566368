//! Look-ahead: tries plans in worlds it imagines, and seals the one that serves the seat's wants best there.
//!
//! It knows what its lens knows. What it cannot see it imagines anew for each world, and what an author has in store it does not
//! foresee; so it is good at what the rules of the trade do to a plan, and can be surprised like anybody else.

mod plan;
mod worlds;

use crate::bots::Bot;
use crate::bots::Reason;
use crate::bots::Sealed;
use crate::bots::lookahead::plan::Search;
use crate::bots::lookahead::worlds::Worlds;
use crate::engine::act::Act;
use crate::engine::dice::Dice;
use crate::engine::lens::Lens;
use crate::model::SeatId;
use crate::text::Arg;

/// The word people choose it by.
pub(super) const NAME: &str = "look_ahead";

/// Searches within a budget counted in plays, so that what it chooses depends on no machine's speed.
#[derive(Clone, Copy, Debug)]
pub struct LookAhead {
    /// How many plans it tries at most.
    pub plans: usize,
    /// In how many imagined worlds it tries each.
    pub worlds: u32,
    /// How many turns it plays on in each, this one included.
    pub turns: u16,
}

impl LookAhead {
    /// What people get who choose it by its name.
    pub const DEFAULT: Self = Self {
        plans: 50,
        worlds: 8,
        turns: 4,
    };
}

impl Bot for LookAhead {
    fn name(&self) -> &'static str {
        NAME
    }

    fn choose(&self, lens: &Lens<'_>, seat: SeatId, dice: &Dice, sealed: &mut Sealed) {
        let worlds = Worlds::imagine(lens, seat, *dice, self.worlds, self.turns);
        let mut search = Search::new(lens, seat, *dice, &worlds);
        search.run(self.plans);
        let best = search.best();
        sealed.reason = Some(reason(lens, seat, &search, self.worlds));
        sealed.acts.clone_from(&best.acts);
        if sealed.acts.is_empty() {
            sealed.acts.push(Act::Hold);
        }
    }
}

/// What was compared, and what speaks most for the plan against waiting.
fn reason(lens: &Lens<'_>, seat: SeatId, search: &Search<'_, '_>, worlds: u32) -> Reason {
    let (best, waiting) = (search.best(), search.waiting());
    let wants = lens.seat(seat).wants.iter();
    let gains = wants.zip(best.wants.iter().zip(&waiting.wants));
    let gains = gains.map(|(want, (with, without))| (want, with - without));
    let most = gains.max_by_key(|(_, gain)| *gain);
    let tried = i64::try_from(search.tried()).unwrap_or(i64::MAX);
    let mut args = vec![
        ("plans", Arg::Number(tried)),
        ("worlds", Arg::Number(i64::from(worlds))),
    ];
    match most {
        Some((want, gain)) if gain > 0 => {
            let scale = i64::from(worlds) * i64::from(want.weight.abs().max(1));
            args.push(("name", Arg::from(&want.text)));
            args.push(("by", Arg::Number((gain + scale / 2) / scale)));
            Reason::filled("bot-why-look-ahead", args)
        }
        _ => Reason::filled("bot-why-look-ahead-waits", args),
    }
}
