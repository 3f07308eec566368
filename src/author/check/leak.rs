//! Secrets that leak: two exercises that differ only in what a seat may not see must look the same to it.
//!
//! The engine shows a seat nothing by itself that it may not see; an author's condition can. A few plays are played by bots;
//! at each moment of choosing, what is hidden from a seat is changed, and the seat's view is made twice and compared.

use std::thread;

use serde_json::Value;

use crate::author::check::Checked;
use crate::author::check::study::Study;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::engine::State;
use crate::engine::apply;
use crate::engine::event::Cause;
use crate::engine::event::Event;
use crate::engine::event::Step;
use crate::engine::event::What;
use crate::engine::ledger::facts::FactEvent;
use crate::engine::ledger::meters::MeterEvent;
use crate::engine::ledger::trust::TrustEvent;
use crate::engine::lens::Lens;
use crate::engine::truth::Truth;
use crate::engine::view::SeatView;
use crate::lab::Batch;
use crate::lab::Casting;
use crate::model::ExprId;
use crate::model::SeatId;
use crate::model::expr::Read;
use crate::model::id::Kind;
use crate::text::Words;

/// An example of a condition that tells a secret.
pub(super) const BAD: &str = include_str!("leak/bad.ron");
/// The same without it.
pub(super) const GOOD: &str = include_str!("leak/good.ron");

/// The stack that expressions need.
const STACK: usize = 16 << 20;

/// Plays a scenario so many times and tells each of an author's conditions through which a seat learns what it may not see.
/// Conditions on numbers whose author says who sees them are told without playing.
///
/// # Panics
/// If the machine cannot start a thread.
pub fn leaks(checked: &Checked, plays: u64, seed: u64) -> Vec<Diagnostic> {
    let Some(playable) = &checked.playable else {
        return Vec::new();
    };
    let batch = Batch {
        playable,
        plays: 0..plays,
        seed,
        bots: Casting::standard(),
        threads: 1,
    };
    thread::scope(|scope| {
        let thread = thread::Builder::new().stack_size(STACK);
        let thread = thread.spawn_scoped(scope, || {
            let mut search = Search {
                study: Study::new(playable, &checked.sources, &checked.index),
                words: Words::default(),
                told: Vec::new(),
                found: Vec::new(),
            };
            for number in 0..plays {
                if let Ok(events) = batch.events(number) {
                    search.play(
                        State::new(playable.scenario(), batch.seed_of(number)),
                        &events,
                    );
                }
            }
            search.found
        });
        let thread = thread.expect("a machine that plays can start a thread");
        thread
            .join()
            .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}

struct Search<'a> {
    study: Study<'a>,
    words: Words,
    told: Vec<(SeatId, String)>,
    found: Vec<Diagnostic>,
}

impl Search<'_> {
    /// Follows one play and looks at each moment of choosing.
    fn play(&mut self, mut state: State, events: &[Event]) {
        let mut choosing = false;
        for (at, event) in events.iter().enumerate() {
            apply(&mut state, event);
            let step = Truth::new(self.study.playable, &state).step();
            if step == Step::Commit && !choosing {
                for seat in &self.study.scenario.seats {
                    self.look(&state, &events[..=at], seat.id);
                }
            }
            choosing = step == Step::Commit;
        }
    }

    fn view(&self, state: &State, events: &[Event], seat: SeatId) -> Value {
        let seats = [seat];
        let lens = Lens::new(self.study.playable, state, &seats);
        let view = SeatView::of(&lens, events, &self.words);
        let names = &self.study.scenario.names;
        names
            .scope(|| serde_json::to_value(&view))
            .unwrap_or_default()
    }

    /// Changes each thing that the seat may not see, where one of the seat's own conditions asks for it.
    fn look(&mut self, state: &State, events: &[Event], seat: SeatId) {
        let mut before = None;
        for (row, condition) in self.conditions(seat) {
            for secret in self.secrets(state, condition, seat) {
                let mut other = state.clone();
                apply(&mut other, &secret);
                let before = before.get_or_insert_with(|| self.view(state, events, seat));
                let after = self.view(&other, events, seat);
                let Some(field) = differs(before, &after, String::new()) else {
                    continue;
                };
                let key = (seat, format!("{row:?}"));
                if self.told.contains(&key) {
                    continue;
                }
                self.told.push(key);
                let wrong = self.study.of(Code::SecretLeaks, row, condition);
                let wrong = wrong.with("seat", self.study.word((Kind::Seat, seat.0)));
                self.found.push(wrong.with("field", field));
            }
        }
    }

    /// The conditions of what a seat itself can do.
    fn conditions(&self, seat: SeatId) -> Vec<((Kind, u16), ExprId)> {
        let scenario = self.study.scenario;
        let choices = scenario.choices.iter();
        let own = choices.filter(|choice| scenario.decisions[choice.decision.index()].seat == seat);
        let own = own.map(|choice| ((Kind::Choice, choice.id.0), choice.condition));
        let actions = scenario.actions.iter();
        let mine = actions.filter(|action| action.seats.contains(&seat));
        let mine = mine.map(|action| ((Kind::Action, action.id.0), action.condition));
        own.chain(mine)
            .filter_map(|(row, condition)| Some((row, condition?)))
            .collect()
    }

    /// Events that change what a condition reads and that the seat would not be told of.
    fn secrets(&self, state: &State, condition: ExprId, seat: SeatId) -> Vec<Event> {
        let scenario = self.study.scenario;
        let own = scenario.seats[seat.index()].actor;
        let truth = Truth::new(self.study.playable, state);
        let seats = [seat];
        let lens = Lens::new(self.study.playable, state, &seats);
        let of = |read: &Read| match *read {
            Read::Meter(meter) => {
                let row = &scenario.meters[meter.index()];
                // Told without playing.
                let () = row.seen_by.includes(seat).then_some(())?;
                Some(What::Meters(MeterEvent::Moved {
                    meter,
                    by: 1,
                    now: row.max,
                }))
            }
            // What others think of one's own house is felt in how they answer.
            Read::Trust(from, to) if from != own && to != own => {
                let now = if truth.eval(condition) == Some(1) {
                    0
                } else {
                    100
                };
                Some(What::Trust(TrustEvent::Moved {
                    from,
                    to,
                    by: 1,
                    now,
                }))
            }
            Read::Holds(actor, fact) if truth.holding(actor, fact).is_none() => {
                let marking = scenario.facts[fact.index()].marking;
                let source = scenario.facts[fact.index()].source;
                Some(What::Facts(FactEvent::Learned {
                    actor,
                    fact,
                    marking,
                    from: Some(source),
                    derived: false,
                }))
            }
            Read::Verified(actor, fact) => Some(What::Facts(FactEvent::Verified {
                fact,
                by: actor,
                finding: crate::model::ledger::facts::Truth::True,
            })),
            _ => None,
        };
        let reads = self.study.playable.reads(condition).iter();
        let events = reads.filter_map(of).map(|what| Event {
            cause: Cause::StartEx,
            what,
        });
        events.filter(|event| !lens.may_see(event)).collect()
    }
}

/// The path of the first field in which two views differ.
fn differs(one: &Value, other: &Value, path: String) -> Option<String> {
    match (one, other) {
        (Value::Object(one), Value::Object(other)) => one.iter().find_map(|(key, value)| {
            // Which kind of thing it is says nothing to an author.
            let is_kind = key.starts_with(|c: char| c.is_uppercase());
            let next = match (path.is_empty(), is_kind) {
                (_, true) => path.clone(),
                (true, _) => key.clone(),
                _ => format!("{path}.{key}"),
            };
            differs(value, other.get(key).unwrap_or(&Value::Null), next)
        }),
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
            let mut pairs = one.iter().zip(other).enumerate();
            pairs.find_map(|(at, (one, other))| differs(one, other, format!("{path}[{at}]")))
        }
        (one, other) => (one != other).then_some(path),
    }
}
