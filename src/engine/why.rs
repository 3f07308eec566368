//! Why a number is what it is: its changes, and for each the chain of what it came from.

use crate::engine::event::Cause;
use crate::engine::event::Event;
use crate::engine::event::EventNo;
use crate::engine::event::What;
use crate::engine::ledger::book;
use crate::engine::ledger::facts::FactEvent;
use crate::engine::ledger::harm::HarmEvent;
use crate::engine::ledger::meters::MeterEvent;
use crate::engine::ledger::norms::NormEvent;
use crate::engine::ledger::spread::SpreadEvent;
use crate::engine::ledger::trust::TrustEvent;
use crate::engine::lens::Lens;
use crate::engine::tell::Teller;
use crate::engine::view::Subject;
use crate::engine::view::WhyChange;
use crate::text::SafeText;
use crate::text::Words;

/// How many changes of one number are told, the newest.
const MOST_CHANGES: usize = 40;

/// The number an event changed, if it changed one that can be asked after.
pub fn subject(event: &Event) -> Option<Subject> {
    Some(match &event.what {
        What::Meters(MeterEvent::Moved { meter, .. }) => Subject::Meter(*meter),
        What::Trust(TrustEvent::Moved { from, to, .. }) => Subject::Trust(*from, *to),
        What::Spread(event) => match event {
            SpreadEvent::Compromised { zone, .. }
            | SpreadEvent::Contained { zone, .. }
            | SpreadEvent::Reopened { zone, .. }
            | SpreadEvent::Slowed { zone, .. }
            | SpreadEvent::Frozen { zone, .. } => Subject::Zone(*zone),
            SpreadEvent::RequestAnswered { .. }
            | SpreadEvent::HoldCost { .. }
            | SpreadEvent::Objected { .. }
            | SpreadEvent::Agreed { .. }
            | SpreadEvent::Burned { .. } => return None,
        },
        What::Harm(
            HarmEvent::Harmed { community, .. } | HarmEvent::Evidenced { community, .. },
        ) => Subject::Community(*community),
        What::Duties(event) => Subject::Duty(event.duty()?),
        What::Facts(
            FactEvent::Learned { fact, .. }
            | FactEvent::Relabelled { fact, .. }
            | FactEvent::Derived { fact, .. }
            | FactEvent::Verified { fact, .. }
            | FactEvent::Published { fact, .. }
            | FactEvent::Breached { fact, .. },
        ) => Subject::Fact(*fact),
        What::Norms(NormEvent::Noted { actor, .. }) => Subject::Profile(*actor),
        What::Book(event) => event.subject()?.0,
        What::CapitalMoved { seat, .. } => Subject::Capital(*seat),
        What::HoursMoved { seat, .. } => Subject::Hours(*seat),
        _ => return None,
    })
}

/// Who asks: a seat through its lens, or somebody who may know everything.
#[derive(Clone, Copy)]
pub enum Asker<'a> {
    Seat(Lens<'a>),
    All,
}

impl Asker<'_> {
    /// Whether this one may see an event.
    pub fn may_see(&self, event: &Event) -> bool {
        match self {
            Asker::Seat(lens) => lens.may_see(event),
            Asker::All => true,
        }
    }

    /// Whether this one knows all that an event says: what an act was and not only what is said of it, where something came
    /// from and not only that it came.
    pub fn sees_inside(&self, event: &Event) -> bool {
        let Asker::Seat(lens) = self else { return true };
        match &event.what {
            What::Acted { seat, .. } => lens.is_own(*seat),
            What::Closed { decision, .. } => lens.decides(*decision),
            What::Spread(SpreadEvent::Compromised {
                from: Some(zone), ..
            })
            | What::Harm(HarmEvent::Harmed {
                zone: Some(zone), ..
            })
            | What::Facts(FactEvent::Misfired { zone, .. }) => lens.zone(*zone).is_some(),
            What::Book(event) => event.may_be_seen_inside(lens),
            // Who it was is nobody's to see.
            What::Adversary(_) => false,
            What::Facts(FactEvent::BreachFound { fact, .. }) => lens.fact(*fact).is_some(),
            _ => true,
        }
    }
}

/// The changes of one number, newest first, each with its chain of causes, and how many earlier ones there are.
///
/// `events` are all events of the exercise from its beginning, so that an [`EventNo`] is a place in it.
pub fn changes(
    asker: Asker<'_>,
    events: &[Event],
    about: Subject,
    teller: Teller<'_>,
) -> (Vec<WhyChange>, usize) {
    let turns = turns(events);
    let all: Vec<_> = events
        .iter()
        .enumerate()
        .rev()
        .filter(|(_, event)| {
            let is_about = subject(event) == Some(about)
                || book::bears_on(teller.scenario, &event.what, about);
            is_about && asker.may_see(event)
        })
        .collect();
    let earlier = all.len().saturating_sub(MOST_CHANGES);
    let told = all.into_iter().take(MOST_CHANGES);
    let told = told.map(|(place, event)| {
        let (chain, hidden) = chain(asker, events, event, teller);
        let text = teller.event(event, asker.sees_inside(event));
        WhyChange {
            turn: turns[place],
            text,
            chain,
            hidden,
        }
    });
    (told.collect(), earlier)
}

/// What an event came from, nearest cause first, and whether the chain goes on where the asker may not look.
pub fn chain(
    asker: Asker<'_>,
    events: &[Event],
    event: &Event,
    teller: Teller<'_>,
) -> (Vec<SafeText>, bool) {
    let mut lines = Vec::new();
    let mut cause = event.cause;
    // Luck is told of what one knows all of.
    let luck_of = |event: &Event| {
        let is_seen = asker.sees_inside(event);
        is_seen.then(|| teller.luck(event, matches!(asker, Asker::All)))?
    };
    let mut luck = luck_of(event);
    // A cause comes before its effect; a log that says otherwise was tampered with, and must not lead in a circle.
    let mut before = events.len();
    loop {
        let EventNo(no) = match cause {
            Cause::Event(no) => no,
            root => {
                lines.extend(teller.root(&root));
                // Where a die decided, that is where the chain ends.
                lines.extend(luck);
                return (lines, false);
            }
        };
        let place = usize::try_from(no).unwrap_or(usize::MAX);
        let Some(parent) = events.get(place).filter(|_| place < before) else {
            return (lines, true);
        };
        before = place;
        if !is_plumbing(parent) || matches!(asker, Asker::All) {
            if !asker.may_see(parent) {
                return (lines, true);
            }
            lines.push(teller.event(parent, asker.sees_inside(parent)));
        }
        luck = luck.or_else(|| luck_of(parent));
        // Another seat's act is where a seat's knowledge ends: what made it choose so is its own.
        if let (What::Acted { .. }, Asker::Seat(_)) = (&parent.what, asker) {
            lines.extend(luck);
            return (lines, false);
        }
        cause = parent.cause;
    }
}

/// The nearest cause that a person would name.
pub fn reason(
    asker: Asker<'_>,
    events: &[Event],
    event: &Event,
    words: &Words,
    teller: Teller<'_>,
) -> SafeText {
    let (mut chain, _) = chain(asker, events, event, teller);
    if chain.is_empty() {
        words.say("reason-hidden")
    } else {
        chain.swap_remove(0)
    }
}

/// Effects that were deferred, or asked for by a script, are passed over: what is behind them is what matters to a seat.
fn is_plumbing(event: &Event) -> bool {
    matches!(
        event.what,
        What::Deferred { .. } | What::CameDue { .. } | What::Called { .. }
    )
}

/// The turn of every event.
pub fn turns(events: &[Event]) -> Vec<u16> {
    let mut now = 0;
    events
        .iter()
        .map(|event| {
            if let What::Entered { turn, .. } = event.what {
                now = turn;
            }
            now
        })
        .collect()
}
