//! Turns a command into events: the rules of a turn, in the order of `design`'s six steps.

mod brief;
mod delay;
mod effects;
mod facilitate;
mod resolve;
mod seal;

use std::borrow::Cow;

use crate::engine::apply::apply;
use crate::engine::command::CallKey;
use crate::engine::command::Called;
use crate::engine::command::Command;
use crate::engine::dice::Roll;
use crate::engine::event::Cause;
use crate::engine::event::Event;
use crate::engine::event::EventNo;
use crate::engine::event::Readings;
use crate::engine::event::Step;
use crate::engine::event::What;
use crate::engine::lens::Lens;
use crate::engine::rejection::Rejection;
use crate::engine::state::State;
use crate::model::ExprId;
use crate::model::FunctionId;
use crate::model::SeatId;
use crate::model::effect::Effect;
use crate::model::id::Kind;
use crate::model::ledger::Ledger;
use crate::model::scenario::CommitMode;
use crate::model::scenario::Scenario;
use crate::model::time::ExerciseTime;
use crate::script;
use crate::script::Fuse;
use crate::script::Playable;
use crate::script::Trouble;
use crate::script::World;

/// Decides a command: refuses before its first event or not at all, but for [`Rejection::Blown`], after which state and `out`
/// are worthless.
///
/// # Errors
/// A [`Rejection`], with state and `out` untouched unless it is `Blown`.
pub fn decide(
    playable: &Playable,
    state: &mut State,
    command: &Command,
    fuse: &Fuse,
    out: &mut Vec<Event>,
) -> Result<(), Rejection> {
    if playable.interprets() {
        state.world.be_ready();
    }
    let mut play = Play {
        playable,
        state,
        fuse,
        out,
        calls: Vec::new(),
    };
    match command {
        Command::Seal { seat, acts } => seal::seal(&mut play, *seat, acts),
        Command::Unseal { seat } => seal::unseal(&mut play, *seat),
        Command::Advance => advance(&mut play),
        Command::Fire { inject } => facilitate::fire(&mut play, *inject),
        Command::Skip { inject } => facilitate::skip(&mut play, *inject),
        Command::Pause => facilitate::pause(&mut play),
        Command::Resume => facilitate::resume(&mut play),
        Command::Fill { seat, by } => facilitate::fill(&mut play, *seat, by),
        Command::Note {
            by,
            about,
            rating,
            text,
        } => facilitate::note(&mut play, *by, *about, *rating, text),
        Command::SkipScript { call } => {
            play.emit(Cause::Facilitator, What::SkipNoted { call: *call });
            Ok(())
        }
    }
}

fn advance(play: &mut Play<'_>) -> Result<(), Rejection> {
    if play.state.paused {
        return Err(Rejection::Paused);
    }
    let turn = play.state.turn();
    let from = play.scenario().turns[usize::from(turn)].from;
    let entered = |step| What::Entered { turn, step, from };
    match play.state.step {
        // EndEx came before the choices could take effect: what is left is to show it.
        Step::Brief | Step::Discuss | Step::Commit if play.state.ended.is_some() => {
            play.emit(Cause::StartEx, entered(Step::Reveal));
            Ok(())
        }
        Step::Setup => {
            play.emit(Cause::StartEx, What::Started);
            brief::enter(play, turn)
        }
        Step::Brief => {
            play.emit(Cause::StartEx, entered(Step::Discuss));
            Ok(())
        }
        Step::Discuss => {
            play.emit(Cause::StartEx, entered(Step::Commit));
            Ok(())
        }
        Step::Commit => match play.scenario().commit {
            CommitMode::Sealed => resolve::together(play),
            CommitMode::InTurn => resolve::next_seat(play),
        },
        Step::Resolve => {
            play.emit(Cause::StartEx, entered(Step::Reveal));
            Ok(())
        }
        Step::Reveal => {
            play.emit(Cause::StartEx, entered(Step::Note));
            Ok(())
        }
        Step::Note
            if play.state.ended.is_some()
                || usize::from(turn) + 1 >= play.scenario().turns.len() =>
        {
            Err(Rejection::Over)
        }
        Step::Note => brief::enter(play, turn + 1),
    }
}

/// One decision in the making. **Invariant:** [`Play::emit`] is the only way it changes the state.
pub(in crate::engine) struct Play<'a> {
    pub(in crate::engine) playable: &'a Playable,
    pub(in crate::engine) state: &'a mut State,
    fuse: &'a Fuse,
    out: &'a mut Vec<Event>,
    /// How often each piece of Rhai has been called again for the same cause in this command, in order.
    calls: Vec<((Called, u64), u16)>,
}

/// Where effects come from: the event that causes them, and the key of their dice.
#[derive(Clone, Copy)]
pub(in crate::engine) struct Origin {
    event: EventNo,
    key: u64,
    /// The moment of the choice or inject it comes from; `None` for what happens at a step's own time.
    at: Option<ExerciseTime>,
    /// A loss of trust that comes of it is of political origin, which the technical community is insulated from.
    is_political: bool,
}

impl Origin {
    /// `key` is the hash of the word of the choice, inject or rule, so that luck never depends on a log's positions.
    pub(in crate::engine) fn new(event: EventNo, key: u64) -> Self {
        Self {
            event,
            key,
            at: None,
            is_political: false,
        }
    }

    /// The same origin, at a moment of the turn.
    pub(in crate::engine) fn at(self, at: ExerciseTime) -> Self {
        Self {
            at: Some(at),
            ..self
        }
    }

    /// The same origin, known to be an act of politics or not.
    pub(in crate::engine) fn of_politics(self, is_political: bool) -> Self {
        Self {
            is_political,
            ..self
        }
    }

    pub(in crate::engine) fn cause(self) -> Cause {
        Cause::Event(self.event)
    }

    /// The key of its dice.
    pub(in crate::engine) fn key(self) -> u64 {
        self.key
    }

    /// The origin of the effect at a place of a list.
    fn child(self, place: usize) -> Self {
        let place = u64::try_from(place).unwrap_or(u64::MAX);
        Self {
            key: self
                .key
                .rotate_left(7)
                .wrapping_mul(0x9e37_79b9_7f4a_7c15)
                .wrapping_add(place + 1),
            ..self
        }
    }
}

impl<'a> Play<'a> {
    pub(in crate::engine) fn scenario(&self) -> &'a Scenario {
        self.playable.scenario()
    }

    /// Whether a ledger is switched on.
    pub(in crate::engine) fn has(&self, ledger: Ledger) -> bool {
        self.scenario().ledgers.contains(&ledger)
    }

    /// Applies one event and appends it to `out`.
    pub(in crate::engine) fn emit(&mut self, cause: Cause, what: What) -> EventNo {
        let no = self.state.next();
        self.out.push(Event { cause, what });
        if let Some(event) = self.out.last() {
            apply(self.state, event);
        }
        no
    }

    /// What a seat may know, for judging its acts.
    pub(in crate::engine) fn lens(&self, seat: SeatId) -> Lens<'_> {
        Lens::new(
            self.playable,
            self.state,
            std::slice::from_ref(&self.scenario().seats[seat.index()].id),
        )
    }

    /// Whether a condition holds; one that fails to run counts as false, and the failure is logged.
    pub(in crate::engine) fn holds(&mut self, expr: ExprId, cause: u64) -> Result<bool, Rejection> {
        self.number(expr, cause)
            .map(|value| value.unwrap_or(0) != 0)
    }

    /// The value of an expression; `None` if it fails to run, which is logged.
    fn number(&mut self, expr: ExprId, cause: u64) -> Result<Option<i64>, Rejection> {
        if let Some(Ok(value)) = self.playable.natively(expr, &*self.state.world) {
            return Ok(Some(value));
        }
        self.run(Called::Expression(expr), cause, |play, call| {
            play.playable.eval(expr, &play.state.world, call)
        })
    }

    /// The effects a script function asks for; none if it fails to run, which is logged.
    fn effects_of(
        &mut self,
        function: FunctionId,
        cause: u64,
    ) -> Result<Cow<'a, [Effect]>, Rejection> {
        let playable = self.playable;
        let effects = self.run(Called::Function(function), cause, |play, call| {
            playable.call(function, &play.state.world, call)
        })?;
        Ok(effects.unwrap_or_default())
    }

    fn run<T>(
        &mut self,
        what: Called,
        cause: u64,
        work: impl FnOnce(&Self, &script::Call<'_>) -> Result<T, Trouble>,
    ) -> Result<Option<T>, Rejection> {
        let is_native = match what {
            Called::Expression(expr) => self.playable.is_native(expr),
            Called::Function(function) => self.playable.is_native_function(function),
        };
        let count = if is_native {
            0
        } else {
            self.count(what, cause)
        };
        let key = CallKey {
            what,
            cause,
            turn: self.state.turn(),
            index: count,
        };
        if !is_native && self.state.skips.contains(&key) {
            self.emit(Cause::Facilitator, What::ScriptSkipped { call: key });
            return Ok(None);
        }
        let words = [self.hash_of(what)];
        let die = self
            .state
            .dice
            .of(Roll::Script, &words, cause, key.turn, u32::from(count));
        let roll = script::Roll::new(die.key(), |key, index, sides| {
            crate::engine::dice::Die::at(key, index).below(sides)
        });
        match work(
            self,
            &script::Call {
                fuse: self.fuse,
                roll,
            },
        ) {
            Ok(value) => Ok(Some(value)),
            Err(Trouble::Failed { line, why }) => {
                self.emit(
                    Cause::StartEx,
                    What::ScriptFailed {
                        call: key,
                        line,
                        why,
                    },
                );
                Ok(None)
            }
            Err(Trouble::Blown) => Err(Rejection::Blown { call: key }),
        }
    }

    fn count(&mut self, what: Called, cause: u64) -> u16 {
        let call = (what, cause);
        match self.calls.binary_search_by_key(&call, |(call, _)| *call) {
            Ok(place) => {
                let count = &mut self.calls[place].1;
                *count = count.saturating_add(1);
                *count
            }
            Err(place) => {
                self.calls.insert(place, (call, 0));
                0
            }
        }
    }

    fn hash_of(&self, what: Called) -> u64 {
        let names = &self.scenario().names;
        match what {
            Called::Function(function) => names.hash(Kind::Function, function.0),
            Called::Expression(expr) => self.playable.word(expr),
        }
    }

    /// What a condition reads now, for the log.
    fn readings(&self, expr: Option<ExprId>) -> Readings {
        let Some(expr) = expr else {
            return Readings::new();
        };
        self.playable
            .reads(expr)
            .iter()
            .map(|&read| (read, self.state.world.read(read)))
            .collect()
    }
}
