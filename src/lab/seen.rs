//! What one play shows, before it is added to a tally.

use std::collections::BTreeMap;
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
use crate::lab::gauge::Gauges;
use crate::lab::stage::Watch;
use crate::model::ActionId;
use crate::model::EndingId;
use crate::model::ExprId;
use crate::model::SeatId;
use crate::model::expr::Gives;
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
    pub(super) injects: Vec<u32>,
    pub(super) opened: Vec<u32>,
    pub(super) unanswered: Vec<u32>,
    pub(super) choices: Vec<Choosing>,
    /// Per choice, the seat that can take it.
    pub(super) choosers: Vec<SeatId>,
    /// Per action and seat: a row of seats for each action.
    pub(super) actions: Vec<Choosing>,
    pub(super) rules: Vec<u32>,
    pub(super) called: Vec<u32>,
    pub(super) failed: Vec<u32>,
    /// Expressions that failed to run.
    pub(super) faults: Vec<u32>,
    pub(super) duties: Vec<Clock>,
    pub(super) acts: Vec<u32>,
    pub(super) lapses: Vec<u32>,
    pub(super) breaches: u32,
    pub(super) breaches_found: u32,
    /// Which tasks' evidence held at the end.
    pub(super) tasks: Vec<bool>,
    /// Per turn reached, the numbers of the gauges.
    pub(super) turns: Vec<Vec<i32>>,
    pub(super) last: usize,
    /// Per decision: it was open, and nothing it offers could be taken.
    pub(super) stuck: Vec<bool>,
    pub(super) seats: Vec<Sitting>,
    /// Per condition: seen to be false, seen to be true. Judged in some plays only.
    sides: Vec<[bool; 2]>,
    /// The conditions that are judged: one of those that are written alike.
    conditions: Vec<ExprId>,
    /// Per expression, the place of the condition it is written like.
    alike: Vec<Option<usize>>,
    pub(super) judges: bool,
    turn: usize,
    gauges: Gauges,
}

/// What a play was like for one seat.
#[derive(Clone, Debug, Default)]
pub(super) struct Sitting {
    /// Per turn: there was a decision with at least two choices that could be taken.
    pub(super) live: Vec<bool>,
    /// Per turn: hours at hand, and spent.
    pub(super) hours: Vec<(u32, u32)>,
    /// Turns in a row, from turn 1 on, without a live decision: now, and at the most.
    idle: u16,
    pub(super) longest: u16,
}

/// What became of one choice, or of one seat's standing action.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Choosing {
    pub(super) is_offered: bool,
    pub(super) is_barred: bool,
    pub(super) is_default: bool,
    pub(super) taken: u32,
}

/// What became of one duty.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Clock {
    pub(super) started: bool,
    pub(super) met: bool,
    pub(super) missed: bool,
    pub(super) late: bool,
}

impl Choosing {
    /// Whether nothing became of it.
    pub(super) fn is_nothing(&self) -> bool {
        !(self.is_offered || self.is_barred || self.is_default) && self.taken == 0
    }
}

impl Seen {
    pub(super) fn new(scenario: &Scenario) -> Self {
        use crate::model::id::Kind;
        let choosers = scenario.choices.iter();
        let choosers = choosers.map(|choice| scenario.decisions[choice.decision.index()].seat);
        let (mut conditions, mut places) = (Vec::new(), BTreeMap::new());
        let exprs = scenario.exprs.iter().enumerate();
        let alike = exprs.map(|(place, source)| {
            (source.gives == Gives::Truth).then(|| {
                *places.entry(&source.text).or_insert_with(|| {
                    conditions.push(ExprId::at(place));
                    conditions.len() - 1
                })
            })
        });
        let alike: Vec<_> = alike.collect();
        let functions = scenario.names.all(Kind::Function).count();
        Self {
            injects: vec![0; scenario.injects.len()],
            opened: vec![0; scenario.decisions.len()],
            unanswered: vec![0; scenario.decisions.len()],
            choices: vec![Choosing::default(); scenario.choices.len()],
            choosers: choosers.collect(),
            actions: vec![Choosing::default(); scenario.actions.len() * scenario.seats.len()],
            rules: vec![0; scenario.rules.len()],
            called: vec![0; functions],
            failed: vec![0; functions],
            faults: vec![0; scenario.exprs.len()],
            duties: vec![Clock::default(); scenario.duties.len()],
            acts: vec![0; ACTS.len()],
            lapses: vec![0; ACTS.len()],
            tasks: vec![false; scenario.tasks.len()],
            turns: vec![Vec::new(); scenario.turns.len()],
            stuck: vec![false; scenario.decisions.len()],
            seats: vec![
                Sitting {
                    live: vec![false; scenario.turns.len()],
                    hours: vec![(0, 0); scenario.turns.len()],
                    ..Sitting::default()
                };
                scenario.seats.len()
            ],
            sides: vec![[false; 2]; conditions.len()],
            conditions,
            alike,
            gauges: Gauges::of(scenario),
            ..Self::default()
        }
    }

    /// Makes room for the play of that number.
    pub(super) fn forget(&mut self, number: u64) {
        self.judges = judges(number);
        self.events = 0;
        self.ending = None;
        self.is_early = false;
        let counts = [
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
        for count in counts {
            count.fill(0);
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
        self.stuck.fill(false);
        self.sides.fill([false; 2]);
        for seat in &mut self.seats {
            seat.live.fill(false);
            seat.hours.fill((0, 0));
            (seat.idle, seat.longest) = (0, 0);
        }
    }

    fn action(&mut self, action: ActionId, seat: SeatId, seats: usize) -> &mut Choosing {
        &mut self.actions[action.index() * seats + seat.index()]
    }

    fn see(&mut self, event: &Event, scenario: &Scenario) {
        match &event.what {
            What::Delivered { inject, .. } => self.injects[inject.index()] += 1,
            What::Opened { decision, .. } => self.opened[decision.index()] += 1,
            What::Closed { decision, choice } => {
                // An answer has been seen as an act already.
                let answered = choice.is_some_and(|choice| self.choices[choice.index()].taken > 0);
                if !answered {
                    self.unanswered[decision.index()] += 1;
                    if let Some(choice) = choice {
                        self.choices[choice.index()].is_default = true;
                    }
                }
            }
            What::Acted {
                seat, act, hours, ..
            } => {
                self.seats[seat.index()].hours[self.turn].1 += u32::try_from(*hours).unwrap_or(0);
                self.acts[kind(*act)] += 1;
                match *act {
                    Act::Answer { choice } => self.choices[choice.index()].taken += 1,
                    Act::Take { action } => {
                        self.action(action, *seat, scenario.seats.len()).taken += 1;
                    }
                    _ => {}
                }
            }
            What::Lapsed { act, .. } => self.lapses[kind(*act)] += 1,
            What::RuleFired { rule, .. } => self.rules[rule.index()] += 1,
            What::Called { function } => self.called[function.index()] += 1,
            What::ScriptFailed { call, .. } => match call.what {
                Called::Function(function) => self.failed[function.index()] += 1,
                Called::Expression(expr) => self.faults[expr.index()] += 1,
            },
            What::Facts(FactEvent::Breached { .. }) => self.breaches += 1,
            What::Facts(FactEvent::BreachFound { .. }) => self.breaches_found += 1,
            What::Duties(event) => self.clock(event),
            What::Ended { ending, early } => {
                self.ending = Some(*ending);
                self.is_early = *early;
            }
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
        self.last = usize::from(truth.turn());
        self.gauges.measure(truth, &mut self.turns[self.last]);
        if self.last == 0 {
            return;
        }
        for seat in &mut self.seats {
            seat.idle = if seat.live[self.last] {
                0
            } else {
                seat.idle + 1
            };
            seat.longest = seat.longest.max(seat.idle);
        }
    }

    /// What the wants of all seats came to at the end.
    pub(super) fn score(&self) -> i64 {
        let scores = self.turns[self.last].iter().take(self.gauges.scores);
        scores.map(|own| i64::from(*own)).sum()
    }

    /// Judges the conditions of the scenario on what is true now, but for those that have been seen both ways.
    fn judge(&mut self, truth: Truth<'_>) {
        for (condition, sides) in self.conditions.iter().zip(&mut self.sides) {
            if *sides != [true; 2]
                && let Some(value) = truth.eval(*condition)
            {
                sides[usize::from(value != 0)] = true;
            }
        }
    }

    /// Per expression: seen to be false, seen to be true.
    pub(super) fn sides(&self) -> impl Iterator<Item = [bool; 2]> + '_ {
        let alike = self.alike.iter();
        alike.map(|condition| condition.map_or([false; 2], |place| self.sides[place]))
    }
}

/// Whether the conditions are judged in a play: in the first two hundred, and in every sixty-fourth.
fn judges(number: u64) -> bool {
    number < 200 || number.is_multiple_of(64)
}

impl Watch for Seen {
    fn choosing(&mut self, lens: &Lens<'_>, seat: SeatId) {
        let turn = usize::from(lens.turn());
        for (decision, _) in lens.open_decisions() {
            if decision.seat != seat {
                continue;
            }
            let mut possible = 0;
            for choice in lens.choices(decision) {
                let can = lens.is_possible(seat, &Act::Answer { choice: choice.id });
                let seen = &mut self.choices[choice.id.index()];
                seen.is_offered |= can;
                seen.is_barred |= !can;
                possible += u16::from(can);
            }
            self.stuck[decision.id.index()] |= possible == 0;
            self.seats[seat.index()].live[turn] |= possible > 1;
        }
        let at_hand = u32::try_from(lens.hours(seat)).unwrap_or(0);
        self.seats[seat.index()].hours[turn].0 = at_hand;
        let seats = lens.table().count();
        for action in lens.actions_of(seat) {
            let can = lens.is_possible(seat, &Act::Take { action: action.id });
            let seen = self.action(action.id, seat, seats);
            seen.is_offered |= can;
            seen.is_barred |= !can;
        }
    }

    fn happened(&mut self, truth: Truth<'_>, events: &[Event]) {
        self.events += u64::try_from(events.len()).unwrap_or(0);
        self.turn = usize::from(truth.turn());
        let mut has_ended = false;
        let mut is_reveal = false;
        let mut is_judged = false;
        for event in events {
            match event.what {
                // What most events are, and nothing to count.
                What::Meters(_) | What::Trust(_) => {}
                What::Entered { step, .. } => {
                    is_reveal |= step == Step::Reveal;
                    is_judged |= matches!(step, Step::Brief | Step::Reveal);
                }
                _ => {
                    self.see(event, truth.scenario());
                    has_ended |= matches!(event.what, What::Ended { .. });
                }
            }
        }
        if is_judged && self.judges {
            self.judge(truth);
        }
        // Nothing moves between Resolve and Reveal, so this is how the turn ended.
        if is_reveal {
            self.measure(truth);
        }
        if has_ended {
            for task in &truth.scenario().tasks {
                let held = task.evidence.and_then(|evidence| truth.eval(evidence));
                self.tasks[task.id.index()] = held == Some(1);
            }
        }
    }
}
