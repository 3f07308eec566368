//! What one play shows, before it is added to a tally.

use std::sync::LazyLock;

use crate::engine::act::Act;
use crate::engine::command::Called;
use crate::engine::event::Event;
use crate::engine::event::Step;
use crate::engine::event::What;
use crate::engine::ledger::book::BookAct;
use crate::engine::ledger::duties::DutyEvent;
use crate::engine::ledger::facts::FactEvent;
use crate::engine::lens::Lens;
use crate::engine::truth::Truth;
use crate::lab::marks::Marks;
use crate::lab::play::Watch;
use crate::model::ActionId;
use crate::model::EndingId;
use crate::model::SeatId;
use crate::model::ledger::Ledger;
use crate::model::scenario::Scenario;

/// The kinds of acts of the exercise itself and of the first ledgers, by the words that the output has for them.
const FIRST: [&str; 16] = [
    "answer",
    "take",
    "share",
    "derive",
    "ask_relabel",
    "advise",
    "analyse",
    "ask",
    "request_containment",
    "notify",
    "report",
    "keep_in_touch",
    "hold",
    "determine",
    "ask_extension",
    "respond",
];

/// The kinds of acts by their words; those of the book's ledgers as `ledger.act`.
pub static ACTS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let book = BookAct::KINDS.iter();
    let book = book.map(|(ledger, act)| format!("{}.{act}", ledger.word()));
    FIRST
        .iter()
        .map(|word| (*word).to_owned())
        .chain(book)
        .collect()
});

/// The place of an act's kind in [`ACTS`].
fn kind(act: Act) -> usize {
    match act {
        Act::Answer { .. } => 0,
        Act::Take { .. } => 1,
        Act::Share { .. } => 2,
        Act::Derive { .. } => 3,
        Act::AskRelabel { .. } => 4,
        Act::Advise { .. } => 5,
        Act::Analyse { .. } => 6,
        Act::Ask { .. } => 7,
        Act::RequestContainment { .. } => 8,
        Act::Notify { .. } => 9,
        Act::Report { .. } => 10,
        Act::KeepInTouch { .. } => 11,
        Act::Hold => 12,
        Act::Determine { .. } => 13,
        Act::AskExtension { .. } => 14,
        Act::Respond { .. } => 15,
        Act::Book(act) => {
            let kind = act.kind();
            let found = BookAct::KINDS.iter().position(|known| *known == kind);
            FIRST.len() + found.unwrap_or_default()
        }
    }
}

/// What one play shows. Every list has the order of the scenario's; the room is used again from play to play.
#[derive(Clone, Debug, Default)]
pub(super) struct Seen {
    pub(super) events: u64,
    pub(super) ending: Option<EndingId>,
    pub(super) is_early: bool,
    /// Of the command that is being looked at: whether it came to a Reveal, and to `EndEx`.
    is_told: bool,
    has_ended: bool,
    pub(super) injects: Marks,
    pub(super) opened: Marks,
    pub(super) unanswered: Marks,
    pub(super) choices: Vec<Choosing>,
    /// Per action and seat: a row of seats for each action.
    pub(super) actions: Vec<Choosing>,
    pub(super) rules: Marks,
    pub(super) called: Marks,
    pub(super) failed: Marks,
    /// Expressions that failed to run.
    pub(super) faults: Marks,
    pub(super) duties: Vec<Clock>,
    pub(super) acts: Marks,
    pub(super) lapses: Marks,
    pub(super) breaches: u32,
    pub(super) breaches_found: u32,
    /// Which tasks' evidence held at the end.
    pub(super) tasks: Vec<bool>,
    /// Per turn reached, the numbers of the world: meters, then compromised by zone, harm by community, and trust in each
    /// actor, all others' together.
    pub(super) turns: Vec<Vec<i32>>,
    pub(super) last: usize,
}

/// What became of one choice, or of one seat's standing action.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Choosing {
    pub(super) is_offered: bool,
    pub(super) is_barred: bool,
    pub(super) is_default: bool,
    pub(super) taken: u32,
}

impl Choosing {
    /// Whether it came up at all.
    pub(super) fn is_known(&self) -> bool {
        self.is_offered || self.is_barred || self.is_default || self.taken > 0
    }
}

/// What became of one duty.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Clock {
    pub(super) started: bool,
    pub(super) met: bool,
    pub(super) missed: bool,
    pub(super) late: bool,
}

impl Seen {
    pub(super) fn new(scenario: &Scenario) -> Self {
        use crate::model::id::Kind;
        let functions = scenario.names.all(Kind::Function).count();
        Self {
            injects: Marks::new(scenario.injects.len()),
            opened: Marks::new(scenario.decisions.len()),
            unanswered: Marks::new(scenario.decisions.len()),
            choices: vec![Choosing::default(); scenario.choices.len()],
            actions: vec![Choosing::default(); scenario.actions.len() * scenario.seats.len()],
            rules: Marks::new(scenario.rules.len()),
            called: Marks::new(functions),
            failed: Marks::new(functions),
            faults: Marks::new(scenario.exprs.len()),
            duties: vec![Clock::default(); scenario.duties.len()],
            acts: Marks::new(ACTS.len()),
            lapses: Marks::new(ACTS.len()),
            tasks: vec![false; scenario.tasks.len()],
            turns: vec![Vec::new(); scenario.turns.len()],
            ..Self::default()
        }
    }

    /// Makes room for the next play.
    pub(super) fn forget(&mut self) {
        self.events = 0;
        self.ending = None;
        self.is_early = false;
        let marks = [
            &mut self.injects,
            &mut self.opened,
            &mut self.unanswered,
            &mut self.rules,
            &mut self.called,
            &mut self.failed,
            &mut self.faults,
            &mut self.acts,
            &mut self.lapses,
        ];
        for marks in marks {
            marks.forget();
        }
        self.choices.fill(Choosing::default());
        self.actions.fill(Choosing::default());
        self.duties.fill(Clock::default());
        self.breaches = 0;
        self.breaches_found = 0;
        self.tasks.fill(false);
        for turn in &mut self.turns {
            turn.clear();
        }
        self.last = 0;
    }

    fn action(&mut self, action: ActionId, seat: SeatId, seats: usize) -> &mut Choosing {
        &mut self.actions[action.index() * seats + seat.index()]
    }

    fn see(&mut self, event: &Event, scenario: &Scenario) {
        match &event.what {
            What::Delivered { inject, .. } => self.injects.mark(inject.index()),
            What::Opened { decision, .. } => self.opened.mark(decision.index()),
            What::Closed { decision, choice } => {
                // An answer has been seen as an act already.
                let answered = choice.is_some_and(|choice| self.choices[choice.index()].taken > 0);
                if !answered {
                    self.unanswered.mark(decision.index());
                    if let Some(choice) = choice {
                        self.choices[choice.index()].is_default = true;
                    }
                }
            }
            What::Acted { seat, act, .. } => {
                self.acts.mark(kind(*act));
                match *act {
                    Act::Answer { choice } => self.choices[choice.index()].taken += 1,
                    Act::Take { action } => {
                        self.action(action, *seat, scenario.seats.len()).taken += 1;
                    }
                    _ => {}
                }
            }
            What::Lapsed { act, .. } => self.lapses.mark(kind(*act)),
            What::RuleFired { rule, .. } => self.rules.mark(rule.index()),
            What::Called { function } => self.called.mark(function.index()),
            What::ScriptFailed { call, .. } => match call.what {
                Called::Function(function) => self.failed.mark(function.index()),
                Called::Expression(expr) => self.faults.mark(expr.index()),
            },
            What::Facts(FactEvent::Breached { .. }) => self.breaches += 1,
            What::Facts(FactEvent::BreachFound { .. }) => self.breaches_found += 1,
            What::Duties(event) => self.clock(event),
            What::Ended { ending, early } => {
                self.ending = Some(*ending);
                self.is_early = *early;
                self.has_ended = true;
            }
            What::Entered {
                step: Step::Reveal, ..
            } => self.is_told = true,
            _ => {}
        }
    }

    fn clock(&mut self, event: &DutyEvent) {
        match *event {
            DutyEvent::Started { duty, .. } => self.duties[duty.index()].started = true,
            DutyEvent::Met { duty, .. } => self.duties[duty.index()].met = true,
            DutyEvent::Missed { duty } => self.duties[duty.index()].missed = true,
            DutyEvent::Late { duty, .. } => self.duties[duty.index()].late = true,
            _ => {}
        }
    }

    fn measure(&mut self, truth: Truth<'_>) {
        let scenario = truth.scenario();
        self.last = usize::from(truth.turn());
        let numbers = &mut self.turns[self.last];
        let meters = scenario.meters.iter().map(|meter| truth.meter(meter.id));
        let zones = scenario.spread.zones.iter();
        let communities = scenario.harm.communities.iter();
        numbers.clear();
        numbers.extend(meters);
        numbers.extend(zones.map(|zone| truth.zone(zone.id).compromised));
        numbers.extend(communities.map(|community| truth.harm(community.id).felt()));
        if scenario.ledgers.contains(&Ledger::Trust) {
            let actors = || scenario.actors.iter().map(|actor| actor.id);
            numbers.extend(actors().map(|to| {
                let others = actors().filter(|from| *from != to);
                others.map(|from| truth.trust(from, to)).sum::<i32>()
            }));
        }
    }
}

impl Watch for Seen {
    fn choosing(&mut self, lens: &Lens<'_>, seat: SeatId, possible: &[Act]) {
        // Answers come first, then the author's standing actions, both in the scenario's order.
        let mut possible = possible.iter().peekable();
        for (decision, _) in lens.open_decisions() {
            if decision.seat != seat {
                continue;
            }
            for &choice in &decision.choices {
                let can = possible.next_if_eq(&&Act::Answer { choice }).is_some();
                let seen = &mut self.choices[choice.index()];
                seen.is_offered |= can;
                seen.is_barred |= !can;
            }
        }
        let seats = lens.table().count();
        for action in lens.actions_of(seat) {
            let action = action.id;
            let can = possible.next_if_eq(&&Act::Take { action }).is_some();
            let seen = self.action(action, seat, seats);
            seen.is_offered |= can;
            seen.is_barred |= !can;
        }
    }

    fn happened(&mut self, truth: Truth<'_>, events: &[Event]) {
        self.events += u64::try_from(events.len()).unwrap_or(0);
        self.is_told = false;
        self.has_ended = false;
        for event in events {
            self.see(event, truth.scenario());
        }
        // Nothing moves between Resolve and Reveal, so this is how the turn ended.
        if self.is_told {
            self.measure(truth);
        }
        if self.has_ended {
            for task in &truth.scenario().tasks {
                let held = task.evidence.and_then(|evidence| truth.eval(evidence));
                self.tasks[task.id.index()] = held == Some(1);
            }
        }
    }
}
