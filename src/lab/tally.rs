//! What a batch showed: whole numbers, by the scenario's own lists.

use serde::Deserialize;
use serde::Serialize;

use crate::lab::count::Chosen;
use crate::lab::count::Count;
use crate::lab::count::DutyCount;
use crate::lab::distribution::Course;
use crate::lab::distribution::Distribution;
use crate::lab::gauge::Gauges;
use crate::lab::seen::ACTS;
use crate::lab::seen::Choosing;
use crate::lab::seen::Seen;
use crate::model::id::Kind;
use crate::model::scenario::Scenario;

/// What a batch showed. Every list has the order of the scenario's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    /// The course of every gauge, as [`Gauges`] has them.
    pub courses: Vec<Course>,
    /// Plays in which a decision was open and nothing it offers could be taken.
    pub stuck: Vec<u64>,
    /// By turn, plays that reached it.
    pub reached: Vec<u64>,
    pub seats: Vec<Sat>,
    /// Plays in which the conditions were judged, and by expression those in which it was seen false, and true.
    pub judged: u64,
    pub sides: Vec<[u64; 2]>,
    /// The plays with the highest and the lowest scores of all seats together, and the score; the first first.
    pub best: Vec<(i64, u64)>,
    pub worst: Vec<(i64, u64)>,
}

/// What a batch was like for one seat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sat {
    /// By turn, plays in which it had a live decision: one with at least two choices that could be taken.
    pub live: Vec<u64>,
    /// By turn, hours at hand and hours spent, in all plays together.
    pub hours: Vec<(u64, u64)>,
    /// The most turns in a row without a live decision.
    pub idle: Distribution,
}

/// How many of the best and of the worst plays are kept in mind.
const KEPT: usize = 3;

impl Tally {
    /// A tally of nothing, for a scenario and so many bots to draw from.
    pub fn new(scenario: &Scenario, bots: usize) -> Self {
        let count = |of: usize| vec![Count::default(); of];
        let turns = scenario.turns.len();
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
            courses: vec![Course::new(turns); Gauges::of(scenario).all.len()],
            stuck: vec![0; scenario.decisions.len()],
            reached: vec![0; turns],
            seats: vec![
                Sat {
                    live: vec![0; turns],
                    hours: vec![(0, 0); turns],
                    idle: Distribution::default(),
                };
                scenario.seats.len()
            ],
            judged: 0,
            sides: vec![[0; 2]; scenario.exprs.len()],
            best: Vec::new(),
            worst: Vec::new(),
        }
    }

    /// Counts a play that did not come to an end.
    pub(super) fn broken(&mut self, play: u64) {
        self.broken.add(play, 1);
    }

    /// Adds what a play showed; `cast` says which bot played each seat.
    pub(super) fn add(&mut self, play: u64, seen: &Seen, cast: &[usize]) {
        self.plays += 1;
        self.events += seen.events;
        if let Some(ending) = seen.ending {
            self.endings[ending.index()].add(play, 1);
        }
        self.early += u64::from(seen.is_early);
        let counts: [(&mut Vec<Count>, &[u32]); 7] = [
            (&mut self.injects, &seen.injects),
            (&mut self.rules, &seen.rules),
            (&mut self.called, &seen.called),
            (&mut self.failed, &seen.failed),
            (&mut self.faults, &seen.faults),
            (&mut self.acts, &seen.acts),
            (&mut self.lapses, &seen.lapses),
        ];
        for (counts, times) in counts {
            for (count, times) in counts.iter_mut().zip(times) {
                count.add(play, *times);
            }
        }
        self.breaches.add(play, seen.breaches);
        self.breaches_found.add(play, seen.breaches_found);
        add_where(&mut self.opened, seen.opened.iter().map(|times| *times > 0));
        let unanswered = seen.unanswered.iter().map(|times| *times > 0);
        add_where(&mut self.unanswered, unanswered);
        add_where(&mut self.tasks, seen.tasks.iter().copied());
        let rows = self.choices.iter_mut().zip(&seen.choices);
        for ((chosen, seen), seat) in rows.zip(&seen.choosers) {
            choose(chosen, play, &[(cast[seat.index()], *seen)]);
        }
        let mut row = Vec::with_capacity(cast.len());
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
        for (turn, numbers) in seen.turns.iter().enumerate() {
            self.reached[turn] += u64::from(!numbers.is_empty());
            for (course, number) in self.courses.iter_mut().zip(numbers) {
                course.turns[turn].add(*number);
                if turn == seen.last {
                    course.end.add(*number);
                }
            }
        }
        add_where(&mut self.stuck, seen.stuck.iter().copied());
        for (sat, sitting) in self.seats.iter_mut().zip(&seen.seats) {
            add_where(&mut sat.live, sitting.live.iter().copied());
            for (sum, hours) in sat.hours.iter_mut().zip(&sitting.hours) {
                sum.0 += u64::from(hours.0);
                sum.1 += u64::from(hours.1);
            }
            sat.idle.add(i32::from(sitting.longest));
        }
        if seen.judges {
            self.judged += 1;
            for (sum, sides) in self.sides.iter_mut().zip(seen.sides()) {
                sum[0] += u64::from(sides[0]);
                sum[1] += u64::from(sides[1]);
            }
        }
        let score = [(seen.score(), play)];
        keep(&mut self.best, &score, i64::saturating_neg);
        keep(&mut self.worst, &score, |score| score);
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
            (&mut self.stuck, &other.stuck),
            (&mut self.reached, &other.reached),
        ];
        for (mine, theirs) in plays {
            each(mine, theirs, |mine, theirs| *mine += theirs);
        }
        each(&mut self.choices, &other.choices, Chosen::merge);
        each(&mut self.actions, &other.actions, Chosen::merge);
        each(&mut self.duties, &other.duties, DutyCount::merge);
        each(&mut self.courses, &other.courses, Course::merge);
        each(&mut self.seats, &other.seats, Sat::merge);
        self.judged += other.judged;
        each(&mut self.sides, &other.sides, |mine, theirs| {
            mine[0] += theirs[0];
            mine[1] += theirs[1];
        });
        keep(&mut self.best, &other.best, i64::saturating_neg);
        keep(&mut self.worst, &other.worst, |score| score);
    }
}

impl Sat {
    fn merge(&mut self, other: &Self) {
        each(&mut self.live, &other.live, |mine, theirs| *mine += theirs);
        each(&mut self.hours, &other.hours, |mine, theirs| {
            mine.0 += theirs.0;
            mine.1 += theirs.1;
        });
        self.idle.merge(&other.idle);
    }
}

/// Keeps the first few of two lists of plays: by score as `rank` has it, and of two alike the earlier play.
fn keep(plays: &mut Vec<(i64, u64)>, more: &[(i64, u64)], rank: fn(i64) -> i64) {
    plays.extend_from_slice(more);
    plays.sort_unstable_by_key(|(score, play)| (rank(*score), *play));
    plays.truncate(KEPT);
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
    if seats.iter().all(|(_, seen)| seen.is_nothing()) {
        return;
    }
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
