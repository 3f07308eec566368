//! A play that can be steered: gone on with by any hands, forked at any step, measured at its end.

use crate::bots::Sealed;
use crate::engine::State;
use crate::engine::act::Act;
use crate::engine::command::Command;
use crate::engine::command::Holder;
use crate::engine::decide;
use crate::engine::dice::Dice;
use crate::engine::event::Event;
use crate::engine::event::Step;
use crate::engine::lens::Lens;
use crate::engine::rejection::Rejection;
use crate::engine::truth::Truth;
use crate::lab::casting::Casting;
use crate::lab::gauge::Gauges;
use crate::lab::play::Watch;
use crate::model::ChoiceId;
use crate::model::DecisionId;
use crate::model::SeatId;
use crate::model::scenario::CommitMode;
use crate::script::Fuse;
use crate::script::Playable;

/// Who seals for the seats of a steered play.
pub(super) trait Helm {
    /// What a seat seals in this Commit; empty means `Hold`.
    fn seal(&mut self, lens: &Lens<'_>, seat: SeatId) -> Vec<Act>;
}

/// A play somewhere between its beginning and its end. A clone goes on from the same state by itself.
#[derive(Clone)]
pub(super) struct Stage<'a> {
    playable: &'a Playable,
    state: State,
    fuse: Fuse,
    /// Those of one command; the room is used again.
    events: Vec<Event>,
}

impl<'a> Stage<'a> {
    /// A play with that luck, before its first command.
    pub(super) fn new(playable: &'a Playable, luck: u64) -> Self {
        Self {
            playable,
            state: State::new(playable.scenario(), luck),
            fuse: Fuse::never(),
            events: Vec::new(),
        }
    }

    /// Fills the seats with these bots, as a session would.
    pub(super) fn fill(&mut self, casting: &Casting, cast: &[usize]) -> Result<(), Rejection> {
        let seats = self.playable.scenario().seats.iter().zip(cast);
        for (seat, place) in seats {
            let profile = casting.bot(*place).name().to_owned();
            let by = Holder::Bot {
                profile: profile.into(),
            };
            self.decide(&Command::Fill { seat: seat.id, by }, &mut Unwatched)?;
        }
        Ok(())
    }

    pub(super) fn truth(&self) -> Truth<'_> {
        Truth::new(self.playable, &self.state)
    }

    pub(super) fn lens<'s>(&'s self, seats: &'s [SeatId]) -> Lens<'s> {
        Lens::new(self.playable, &self.state, seats)
    }

    /// Whether it has come to its hot wash.
    pub(super) fn is_over(&self) -> bool {
        let truth = self.truth();
        truth.ending().is_some() && truth.step() == Step::Note
    }

    /// Whether a seat is to seal now.
    pub(super) fn is_due(&self, seat: SeatId) -> bool {
        let truth = self.truth();
        let next = match self.playable.scenario().commit {
            CommitMode::Sealed => None,
            CommitMode::InTurn => truth.next_to_resolve(),
        };
        truth.step() == Step::Commit
            && next.is_none_or(|next| next == seat)
            && !truth.has_sealed(seat)
    }

    /// Lets whoever is to seal do so, and goes on by one step.
    pub(super) fn advance(
        &mut self,
        helm: &mut impl Helm,
        watch: &mut impl Watch,
    ) -> Result<(), Rejection> {
        for seat in &self.playable.scenario().seats {
            if self.is_due(seat.id) {
                let seats = [seat.id];
                let lens = self.lens(&seats);
                watch.choosing(&lens, seat.id);
                let acts = helm.seal(&lens, seat.id);
                self.decide(
                    &Command::Seal {
                        seat: seat.id,
                        acts,
                    },
                    watch,
                )?;
            }
        }
        self.decide(&Command::Advance, watch)
    }

    /// Goes on to the end.
    pub(super) fn finish(
        &mut self,
        helm: &mut impl Helm,
        watch: &mut impl Watch,
    ) -> Result<(), Rejection> {
        while !self.is_over() {
            self.advance(helm, watch)?;
        }
        Ok(())
    }

    fn decide(&mut self, command: &Command, watch: &mut impl Watch) -> Result<(), Rejection> {
        self.events.clear();
        decide(
            self.playable,
            &mut self.state,
            command,
            &self.fuse,
            &mut self.events,
        )?;
        watch.happened(Truth::new(self.playable, &self.state), &self.events);
        Ok(())
    }
}

/// Looks at nothing.
pub(super) struct Unwatched;

impl Watch for Unwatched {
    fn choosing(&mut self, _: &Lens<'_>, _: SeatId) {}

    fn happened(&mut self, _: Truth<'_>, _: &[Event]) {}
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
    /// Bots that play as in an ordinary exercise with that seed.
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
    fn seal(&mut self, lens: &Lens<'_>, seat: SeatId) -> Vec<Act> {
        let at = seat.index();
        let mut sealed = Sealed::default();
        let dice = Dice::new(self.minds[at]);
        let bot = self.casting.bot(self.cast[at]);
        bot.choose(lens, seat, &dice, &mut sealed);
        let mut acts = sealed.acts;
        if self.told.is_empty() {
            return acts;
        }
        for (decision, _) in lens.open_decisions() {
            let told = self.told.iter().find(|(of, _)| *of == decision.id);
            if let Some((_, choice)) = told
                && let Some(imposed) = impose(lens, seat, &acts, *choice)
            {
                acts = imposed;
                self.obeyed += 1;
            }
        }
        acts
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

/// What a play came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Outcome {
    /// The place of its ending.
    pub(super) ending: usize,
    /// The gauges, the main outcomes first.
    pub(super) numbers: Vec<i32>,
    /// The value of every want, seat by seat, without its weight.
    pub(super) wants: Vec<i32>,
}

impl Outcome {
    /// What a play that is over came to.
    pub(super) fn of(stage: &Stage<'_>, gauges: &Gauges) -> Self {
        let truth = stage.truth();
        let mut numbers = Vec::new();
        gauges.measure(truth, &mut numbers);
        let wants = truth.scenario().seats.iter().flat_map(|seat| &seat.wants);
        let wants = wants.map(|want| {
            let value = truth.eval(want.value).unwrap_or(0);
            i32::try_from(value.clamp(-1_000_000, 1_000_000)).unwrap_or(0)
        });
        Self {
            ending: truth.ending().map_or(0, crate::model::EndingId::index),
            wants: wants.collect(),
            numbers,
        }
    }
}
