//! What a batch showed: whole numbers, by the scenario's own lists.

use crate::lab::count::Chosen;
use crate::lab::count::Count;
use crate::lab::count::Course;
use crate::lab::count::DutyCount;
use crate::lab::seen::ACTS;
use crate::lab::seen::Choosing;
use crate::lab::seen::Seen;
use crate::model::id::Kind;
use crate::model::ledger::Ledger;
use crate::model::scenario::Scenario;

/// What a batch showed. Every list has the order of the scenario's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// Plays that came to an end; only they are counted below.
    pub plays: u64,
    /// Plays that the rules refused to go on with, left out of everything else.
    pub broken: Count,
    /// Events in all.
    pub events: u64,
    pub endings: Vec<Count>,
    /// Plays that ended before the last turn.
    pub early: u64,
    pub injects: Vec<Count>,
    /// Plays in which each decision opened, and in which nobody answered it in time.
    pub opened: Vec<u64>,
    pub unanswered: Vec<u64>,
    pub choices: Vec<Chosen>,
    pub actions: Vec<Chosen>,
    pub rules: Vec<Count>,
    /// Script functions that asked for something, and that failed.
    pub called: Vec<Count>,
    pub failed: Vec<Count>,
    /// Expressions that failed to run.
    pub faults: Vec<Count>,
    pub duties: Vec<DutyCount>,
    /// By kind, as [`ACTS`] has them.
    pub acts: Vec<Count>,
    /// Sealed acts that were no longer possible, by kind.
    pub lapses: Vec<Count>,
    pub breaches: Count,
    pub breaches_found: Count,
    /// Plays in which each task's evidence held at the end.
    pub tasks: Vec<u64>,
    pub meters: Vec<Course>,
    /// Organisations compromised.
    pub zones: Vec<Course>,
    /// Direct and secondary harm, in points.
    pub harm: Vec<Course>,
    /// What all others together think of each actor, in points; nothing if the ledger is off.
    pub trust: Vec<Course>,
}

impl Tally {
    /// A tally of nothing, for a scenario and so many bots to draw from.
    pub fn new(scenario: &Scenario, bots: usize) -> Self {
        let count = |of: usize| vec![Count::default(); of];
        let course = |of: usize| vec![Course::new(scenario.turns.len()); of];
        let functions = scenario.names.all(Kind::Function).count();
        Self {
            plays: 0,
            broken: Count::default(),
            events: 0,
            endings: count(scenario.endings.len()),
            early: 0,
            injects: count(scenario.injects.len()),
            opened: vec![0; scenario.decisions.len()],
            unanswered: vec![0; scenario.decisions.len()],
            choices: vec![Chosen::new(bots); scenario.choices.len()],
            actions: vec![Chosen::new(bots); scenario.actions.len()],
            rules: count(scenario.rules.len()),
            called: count(functions),
            failed: count(functions),
            faults: count(scenario.exprs.len()),
            duties: vec![DutyCount::default(); scenario.duties.len()],
            acts: count(ACTS.len()),
            lapses: count(ACTS.len()),
            breaches: Count::default(),
            breaches_found: Count::default(),
            tasks: vec![0; scenario.tasks.len()],
            meters: course(scenario.meters.len()),
            zones: course(scenario.spread.zones.len()),
            harm: course(scenario.harm.communities.len()),
            trust: course(if scenario.ledgers.contains(&Ledger::Trust) {
                scenario.actors.len()
            } else {
                0
            }),
        }
    }

    /// Counts a play that did not come to an end.
    pub(super) fn broken(&mut self, play: u64) {
        self.broken.add(play, 1);
    }

    /// Adds what a play showed; `cast` says which bot played each seat.
    pub(super) fn add(&mut self, play: u64, seen: &Seen, cast: &[usize], scenario: &Scenario) {
        self.plays += 1;
        self.events += seen.events;
        if let Some(ending) = seen.ending {
            self.endings[ending.index()].add(play, 1);
        }
        self.early += u64::from(seen.is_early);
        seen.injects.add_to(&mut self.injects, play);
        seen.rules.add_to(&mut self.rules, play);
        seen.called.add_to(&mut self.called, play);
        seen.failed.add_to(&mut self.failed, play);
        seen.faults.add_to(&mut self.faults, play);
        seen.acts.add_to(&mut self.acts, play);
        seen.lapses.add_to(&mut self.lapses, play);
        self.breaches.add(play, seen.breaches);
        self.breaches_found.add(play, seen.breaches_found);
        seen.opened.add_plays_to(&mut self.opened);
        seen.unanswered.add_plays_to(&mut self.unanswered);
        add_where(&mut self.tasks, seen.tasks.iter().copied());
        for (choice, chosen) in self.choices.iter_mut().enumerate() {
            let decision = scenario.choices[choice].decision;
            let seat = scenario.decisions[decision.index()].seat;
            let seen = seen.choices[choice];
            if seen.is_known() {
                chosen.add(play, cast[seat.index()], seen);
            }
        }
        let mut row = Vec::new();
        for (action, chosen) in self.actions.iter_mut().enumerate() {
            let start = action * cast.len();
            row.clear();
            row.extend(
                cast.iter()
                    .copied()
                    .zip(seen.actions[start..].iter().copied()),
            );
            choose(chosen, play, &row);
        }
        for (count, clock) in self.duties.iter_mut().zip(&seen.duties) {
            count.started += u64::from(clock.started);
            count.met += u64::from(clock.met);
            count.missed += u64::from(clock.missed);
            count.late += u64::from(clock.late);
        }
        // In the order in which a play measures them.
        for (turn, numbers) in seen.turns.iter().enumerate() {
            let mut rest = numbers.as_slice();
            for courses in [
                &mut self.meters,
                &mut self.zones,
                &mut self.harm,
                &mut self.trust,
            ] {
                let own;
                (own, rest) = rest.split_at(courses.len().min(rest.len()));
                for (course, number) in courses.iter_mut().zip(own) {
                    course.turns[turn].add(*number);
                    if turn == seen.last {
                        course.end.add(*number);
                    }
                }
            }
        }
    }

    /// Adds what another part of the batch showed.
    pub fn merge(&mut self, other: &Self) {
        self.plays += other.plays;
        self.broken.merge(&other.broken);
        self.events += other.events;
        self.early += other.early;
        self.breaches.merge(&other.breaches);
        self.breaches_found.merge(&other.breaches_found);
        let counts = [
            (&mut self.endings, &other.endings),
            (&mut self.injects, &other.injects),
            (&mut self.rules, &other.rules),
            (&mut self.called, &other.called),
            (&mut self.failed, &other.failed),
            (&mut self.faults, &other.faults),
            (&mut self.acts, &other.acts),
            (&mut self.lapses, &other.lapses),
        ];
        for (mine, theirs) in counts {
            each(mine, theirs, Count::merge);
        }
        let plays = [
            (&mut self.opened, &other.opened),
            (&mut self.unanswered, &other.unanswered),
            (&mut self.tasks, &other.tasks),
        ];
        for (mine, theirs) in plays {
            each(mine, theirs, |mine, theirs| *mine += theirs);
        }
        each(&mut self.choices, &other.choices, Chosen::merge);
        each(&mut self.actions, &other.actions, Chosen::merge);
        each(&mut self.duties, &other.duties, DutyCount::merge);
        each(&mut self.meters, &other.meters, Course::merge);
        each(&mut self.zones, &other.zones, Course::merge);
        each(&mut self.harm, &other.harm, Course::merge);
        each(&mut self.trust, &other.trust, Course::merge);
    }
}

fn each<T>(mine: &mut [T], theirs: &[T], add: impl Fn(&mut T, &T)) {
    for (mine, theirs) in mine.iter_mut().zip(theirs) {
        add(mine, theirs);
    }
}

fn add_where(counts: &mut [u64], happened: impl Iterator<Item = bool>) {
    for (count, happened) in counts.iter_mut().zip(happened) {
        *count += u64::from(happened);
    }
}

/// Adds what became of one choice or action in a play, seat by seat: which bot played it, and what it did.
fn choose(chosen: &mut Chosen, play: u64, seats: &[(usize, Choosing)]) {
    let any = |claim: fn(&Choosing) -> bool| seats.iter().any(|(_, seen)| claim(seen));
    chosen.offered += u64::from(any(|seen| seen.is_offered));
    chosen.barred += u64::from(any(|seen| seen.is_barred));
    chosen.by_default += u64::from(any(|seen| seen.is_default));
    chosen
        .taken
        .add(play, seats.iter().map(|(_, seen)| seen.taken).sum());
    for (bot, (offered, taken)) in chosen.bots.iter_mut().enumerate() {
        let mut own = seats.iter().filter(|(place, _)| *place == bot);
        if own.clone().any(|(_, seen)| seen.is_offered) {
            *offered += 1;
            *taken += u64::from(own.any(|(_, seen)| seen.taken > 0));
        }
    }
}
