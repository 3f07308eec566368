//! Bots at the helm: as they are, or made to answer some decisions as they are told.

use crate::bots::Sealed;
use crate::engine::act::Act;
use crate::engine::dice::Dice;
use crate::engine::lens::Lens;
use crate::lab::casting::Casting;
use crate::lab::stage::Helm;
use crate::model::ChoiceId;
use crate::model::DecisionId;
use crate::model::SeatId;
use crate::script::Playable;

/// Bots that play as in an ordinary exercise.
pub(super) struct Bots<'a> {
    pub(super) casting: &'a Casting,
    /// Who plays each seat, by its place in the casting.
    pub(super) cast: &'a [usize],
    pub(super) dice: Dice,
}

impl Helm for Bots<'_> {
    fn seal(&mut self, lens: &Lens<'_>, seat: SeatId, sealed: &mut Sealed) {
        let bot = self.casting.bot(self.cast[seat.index()]);
        bot.choose(lens, seat, &self.dice, sealed);
    }
}

/// Bots on every seat, made to answer some decisions as they are told.
#[derive(Clone)]
pub(super) struct Hands<'a> {
    pub(super) casting: &'a Casting,
    pub(super) cast: Vec<usize>,
    /// The seed of each seat's own draws.
    pub(super) minds: Vec<u64>,
    /// What is answered where it can be, in the first turn it can.
    pub(super) told: Vec<(DecisionId, ChoiceId)>,
    /// How many of those were sealed.
    pub(super) obeyed: usize,
}

impl<'a> Hands<'a> {
    /// Bots that are told nothing yet, as in an ordinary exercise with that seed.
    pub(super) fn of(casting: &'a Casting, playable: &Playable, seed: u64) -> Self {
        let scenario = playable.scenario();
        Self {
            casting,
            cast: casting.places(scenario, seed),
            minds: vec![seed; scenario.seats.len()],
            told: Vec::new(),
            obeyed: 0,
        }
    }
}

impl Helm for Hands<'_> {
    fn seal(&mut self, lens: &Lens<'_>, seat: SeatId, sealed: &mut Sealed) {
        let at = seat.index();
        let dice = Dice::new(self.minds[at]);
        let bot = self.casting.bot(self.cast[at]);
        bot.choose(lens, seat, &dice, sealed);
        if self.told.is_empty() {
            return;
        }
        for (decision, _) in lens.open_decisions() {
            let told = self.told.iter().find(|(of, _)| *of == decision.id);
            if let Some((_, choice)) = told
                && let Some(imposed) = impose(lens, seat, &sealed.acts, *choice)
            {
                sealed.acts = imposed;
                self.obeyed += 1;
            }
        }
    }
}

/// A seal with that answer in it, and with as much of the rest as there are hours and capital for; `None` if the answer is
/// not possible.
fn impose(lens: &Lens<'_>, seat: SeatId, acts: &[Act], choice: ChoiceId) -> Option<Vec<Act>> {
    let answer = Act::Answer { choice };
    let decision = lens.decision_of(choice);
    let mut kept = vec![answer];
    kept.extend(acts.iter().copied().filter(|act| match act {
        Act::Answer { choice } => lens.decision_of(*choice) != decision,
        other => *other != Act::Hold,
    }));
    loop {
        if lens.judge(seat, &kept).is_ok() {
            return Some(kept);
        }
        let mut rest = kept
            .iter()
            .rposition(|act| !matches!(act, Act::Answer { .. }));
        rest = rest.or(Some(kept.len() - 1)).filter(|place| *place > 0);
        kept.remove(rest?);
    }
}
