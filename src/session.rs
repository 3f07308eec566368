//! The authority over one exercise: commands in, views out. It has the clock, the log, the bots and the facilitator's view.
//!
//! **Invariant:** a command is acknowledged only after its line is in the log; state, events and lines are those of the log.
//! **Invariant:** decisions are taken on a clone of the state, on a thread with 16 MiB of stack; whatever goes wrong leaves the
//! exercise as it was.

mod control;
mod error;
mod fork;
mod open;
mod pace;
mod replay;
mod seating;
mod verify;

pub use control::ControlInject;
pub use control::ControlSeat;
pub use control::ControlView;
pub use control::InjectStatus;
pub use error::Refusal;
pub use error::SessionError;
pub use fork::Fork;
pub use open::Clock;
pub use open::Ready;
pub use open::Start;
pub use open::SystemClock;
pub use open::ready;
pub use pace::Stop;
pub use replay::Entry;
pub use replay::EntryKind;
pub use replay::Replay;
pub use replay::TurnMark;
pub use seating::Seating;
pub use verify::Difference;
pub use verify::Verified;
pub use verify::verify;

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use std::time::Instant;

use crate::engine::State;
use crate::engine::act::Act;
use crate::engine::command::CallKey;
use crate::engine::command::Command;
use crate::engine::command::Holder;
use crate::engine::decide;
use crate::engine::event::Event;
use crate::engine::event::Step;
use crate::engine::lens::Lens;
use crate::engine::rejection::Rejection;
use crate::engine::tell::Teller;
use crate::engine::truth::Truth;
use crate::engine::view::SeatView;
use crate::engine::view::Subject;
use crate::engine::view::WhyView;
use crate::engine::why::Asker;
use crate::engine::why::changes;
use crate::log::Damage;
use crate::log::Header;
use crate::log::Line;
use crate::log::Lineage;
use crate::log::Log;
use crate::log::LogError;
use crate::log::Recovered;
use crate::model::SeatId;
use crate::model::decision::Cost;
use crate::model::norm::Norm;
use crate::model::scenario::Scenario;
use crate::script::Fuse;
use crate::script::Playable;
use crate::text::SafeText;
use crate::text::Words;

/// How long the scripts of one command may take by the wall clock.
const FUSE: Duration = Duration::from_secs(1);
/// How many script calls one command may lose to the fuse before it is given up.
const MOST_SKIPS: usize = 16;
/// The stack a decision runs on.
const STACK: usize = 16 << 20;
/// The longest rationale, in characters.
const LONGEST_RATIONALE: usize = 4000;

/// One exercise in play.
pub struct Session {
    playable: Arc<Playable>,
    words: Arc<Words>,
    clock: Arc<dyn Clock>,
    header: Header,
    state: State,
    events: Vec<Event>,
    lines: Vec<Line<Command, Event>>,
    /// `None` for an exercise that is kept nowhere, as tests and previews are.
    log: Option<Log>,
    recovered: Option<Recovered>,
    /// The last line of a log that is only looked at.
    looked_at: Option<Lineage>,
    /// What of the log that is looked at could not be read.
    left_out: Option<(u32, Damage)>,
}

impl Session {
    /// Takes a command; its line is in the log when this returns.
    ///
    /// A seal for which a note is owed ([`Session::owes_note`]) is refused.
    ///
    /// # Errors
    /// The rules' refusal, or that the log could not be written: then the exercise is read-only.
    pub fn submit(&mut self, command: &Command, rationale: Option<&str>) -> Result<(), Refusal> {
        if let Some(norm) = self.owes_note(command, rationale) {
            let norm = self.words.say(norm.key());
            let why = self
                .words
                .fill("session-deviation", &[("norm", norm.into())]);
            return Err(Refusal::Rejected(why));
        }
        for _ in 0..=MOST_SKIPS {
            match self.decide(command) {
                Ok((state, events)) => return self.record(command, rationale, state, events),
                Err(Rejection::Blown { call }) => self.skip(call)?,
                Err(rejection) => return Err(self.refused(&rejection)),
            }
        }
        Err(Refusal::Rejected(self.words.say("rejection-blown")))
    }

    fn decide(&self, command: &Command) -> Result<(State, Vec<Event>), Rejection> {
        let (playable, mut state) = (&self.playable, self.state.clone());
        with_stack(move || {
            let began = Instant::now();
            let fuse = Fuse::new(move || began.elapsed() > FUSE);
            let mut events = Vec::new();
            decide(playable, &mut state, command, &fuse, &mut events)?;
            Ok((state, events))
        })
    }

    fn skip(&mut self, call: CallKey) -> Result<(), Refusal> {
        let command = Command::SkipScript { call };
        match self.decide(&command) {
            Ok((state, events)) => self.record(&command, None, state, events),
            Err(rejection) => Err(self.refused(&rejection)),
        }
    }

    fn record(
        &mut self,
        command: &Command,
        rationale: Option<&str>,
        state: State,
        events: Vec<Event>,
    ) -> Result<(), Refusal> {
        let rationale = rationale.map(clean).filter(|text| !text.is_empty());
        let line = Line {
            command: command.clone(),
            rationale,
            events,
        };
        if let Some(log) = &mut self.log {
            let milliseconds = self.clock.milliseconds();
            let names = Arc::clone(&self.playable.scenario().names);
            names
                .scope(|| log.append(&line, milliseconds))
                .map_err(|error| {
                    let said = error.words(&self.words);
                    Refusal::Broken(said, Box::new(error))
                })?;
        }
        self.state = state;
        self.events.extend(line.events.iter().cloned());
        self.lines.push(line);
        Ok(())
    }

    fn refused(&self, rejection: &Rejection) -> Refusal {
        Refusal::Rejected(rejection.words(self.teller()))
    }

    /// The norm from whose baseline a person's seal departs without a note that says why. Nothing is owed for what departs from nothing, by a bot, which always says why, or by whoever was asked and
    /// has nothing to say: its rationale is empty.
    pub fn owes_note(&self, command: &Command, rationale: Option<&str>) -> Option<Norm> {
        let Command::Seal { seat, acts } = command else {
            return None;
        };
        let is_bot = matches!(self.truth().holder(*seat), Some(Holder::Bot { .. }));
        if rationale.is_some() || is_bot {
            return None;
        }
        let seats = [*seat];
        let lens = self.lens(&seats);
        // What is refused anyway is refused for its own reason.
        lens.judge(*seat, acts).ok()?;
        lens.departure(*seat, acts)
    }

    /// Whether a seal would be accepted now.
    ///
    /// # Errors
    /// Why not, in the words the player would read.
    pub fn check(&self, seat: SeatId, acts: &[Act]) -> Result<(), SafeText> {
        let seats = [seat];
        let judged = self.lens(&seats).judge(seat, acts);
        judged
            .map(|_| ())
            .map_err(|rejection| rejection.words(self.teller()))
    }

    /// What the seats of a table may know together.
    pub fn view(&self, seats: &[SeatId]) -> SeatView {
        SeatView::of(&self.lens(seats), &self.events, &self.words)
    }

    /// Why a number is what it is, as far as these seats may know.
    pub fn why(&self, seats: &[SeatId], about: Subject) -> WhyView {
        let lens = self.lens(seats);
        let view = SeatView::of(&lens, &self.events, &self.words);
        let teller = self.teller();
        let (named, shown) = view.named(about, &self.words).unwrap_or_default();
        let label = match about {
            Subject::Duty(duty) => teller.duty(duty).clone(),
            Subject::Fact(fact) => teller.fact(fact).clone(),
            Subject::Capital(_) => self.words.say("why-capital"),
            Subject::Hours(_) => self.words.say("why-hours"),
            _ => named,
        };
        let (changes, earlier) = changes(Asker::Seat(lens), &self.events, about, teller);
        WhyView {
            label,
            shown,
            changes,
            earlier,
        }
    }

    /// What the seats of a table may know, borrowed.
    pub fn lens<'a>(&'a self, seats: &'a [SeatId]) -> Lens<'a> {
        Lens::new(&self.playable, &self.state, seats)
    }

    /// Everything; for the facilitator, and for everybody after `EndEx`.
    pub fn truth(&self) -> Truth<'_> {
        Truth::new(&self.playable, &self.state)
    }

    /// All events since the beginning: an event's number is its place here.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// The lines of the log: command, rationale, events.
    pub fn lines(&self) -> &[Line<Command, Event>] {
        &self.lines
    }

    /// The scenario as it is played.
    pub fn playable(&self) -> &Playable {
        &self.playable
    }

    /// The scenario as it is played, to be kept while the session goes on.
    pub fn shared_playable(&self) -> Arc<Playable> {
        Arc::clone(&self.playable)
    }

    /// Where the log that was looked at is damaged, and how; everything from that line on is left out.
    pub fn damage(&self) -> Option<(u32, Damage)> {
        self.left_out
    }

    /// The log's last line, whose hash stands for everything before it too; `None` for an exercise that is kept nowhere.
    pub fn lineage(&self) -> Option<Lineage> {
        self.log
            .as_ref()
            .map_or_else(|| self.looked_at.clone(), |log| Some(log.lineage()))
    }

    pub fn header(&self) -> &Header {
        &self.header
    }

    /// Where the log lies.
    pub fn path(&self) -> Option<&Path> {
        self.log.as_ref().map(Log::path)
    }

    /// Whether a write has failed, so that nothing more is acknowledged.
    pub fn is_read_only(&self) -> bool {
        self.log.as_ref().is_some_and(Log::is_read_only)
    }

    /// What had to be cut off the log's end when it was opened.
    pub fn recovered(&self) -> Option<Recovered> {
        self.recovered
    }

    pub fn scenario(&self) -> &Scenario {
        self.playable.scenario()
    }

    pub fn words(&self) -> &Words {
        &self.words
    }

    /// The catalogue, to be kept while the session is changed.
    pub fn shared_words(&self) -> Arc<Words> {
        Arc::clone(&self.words)
    }

    /// What an act would cost a seat, whether it is possible or not.
    pub fn cost(&self, seat: SeatId, act: &Act) -> Cost {
        let seats = [seat];
        self.lens(&seats).cost(act)
    }

    /// Says events and acts in words.
    pub fn teller(&self) -> Teller<'_> {
        Teller {
            scenario: self.playable.scenario(),
            words: &self.words,
        }
    }

    pub fn step(&self) -> Step {
        self.truth().step()
    }

    /// Whether `EndEx` has come and the last turn has been revealed.
    pub fn is_over(&self) -> bool {
        self.truth().ending().is_some() && self.step() == Step::Note
    }

    pub fn is_paused(&self) -> bool {
        self.truth().is_paused()
    }

    /// The seats that people hold, in roster order.
    pub fn people(&self) -> Vec<SeatId> {
        let seats = self.scenario().seats.iter().map(|seat| seat.id);
        seats
            .filter(|seat| !matches!(self.truth().holder(*seat), Some(Holder::Bot { .. })))
            .collect()
    }
}

/// Runs work on a thread with the stack that scripts may need.
fn with_stack<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new()
            .stack_size(STACK)
            .spawn_scoped(scope, work);
        let thread = thread.expect("a machine that plays can start a thread");
        thread
            .join()
            .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}

/// A rationale as it is kept: text only, and not without end.
fn clean(text: &str) -> String {
    let cut: String = text.chars().take(LONGEST_RATIONALE).collect();
    SafeText::block(&cut).as_str().trim().to_owned()
}

/// The log's own error, for whoever prints the chain.
impl Refusal {
    /// What went wrong with the log, if that is why.
    pub fn log_error(&self) -> Option<&LogError> {
        match self {
            Refusal::Broken(_, error) => Some(error),
            Refusal::Rejected(_) => None,
        }
    }
}
