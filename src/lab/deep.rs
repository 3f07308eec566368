//! What is looked into once everything is counted: nearest misses, witnesses, and the plays worth looking at.

use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering;
use std::thread;

use crate::lab::batch::Batch;
use crate::lab::batch::join;
use crate::lab::batch::spawn;
use crate::lab::count::Count;
use crate::lab::search;
use crate::lab::search::Miss;
use crate::lab::seen::Seen;
use crate::lab::study::Part;
use crate::lab::study::Shard;
use crate::lab::study::Study;
use crate::lab::target::Target;
use crate::lab::unseen::Unseen;
use crate::lab::witness;
use crate::lab::witness::Witness;
use crate::model::EndingId;
use crate::model::ExprId;
use crate::model::scenario::Scenario;

/// No more than so many targets are searched for; the rest are named as not seen, without a nearest miss.
const MOST_TARGETS: usize = 24;
/// Plays of the batch that a search begins with, and changes it makes.
const SAMPLE: u64 = 200;
const STEPS: u32 = 300;
/// Plays among which the strangest is looked for.
const CANDIDATES: usize = 40;

/// What is looked into once everything is counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deep {
    pub misses: Vec<Miss>,
    /// For every ending that was seen.
    pub witnesses: Vec<Witness>,
    /// The play with the rarest things in it: its number, and how rare they are together, in sixteenths of a bit.
    pub strangest: Option<(u64, u64)>,
}

impl Deep {
    /// Looks into what a whole study has shown.
    pub fn of(study: &Study<'_>, part: &Part) -> Self {
        let batch = study.batch(Shard::WHOLE);
        let scenario = study.playable.scenario();
        let unseen = Unseen::of(&part.tally, scenario, &study.bots);
        let targets = targets(scenario, &unseen);
        let misses = each(study.threads, &targets, |target| {
            search::nearest(&batch, *target, SAMPLE, STEPS)
        });
        let reached: Vec<(EndingId, u64)> = part
            .tally
            .endings
            .iter()
            .enumerate()
            .filter_map(|(place, ending)| Some((EndingId::at(place), ending.first?)))
            .collect();
        let witnesses = each(study.threads, &reached, |(ending, play)| {
            witness::find(&batch, *ending, *play)
        });
        let candidates = candidates(part);
        let strange = each(study.threads, &candidates, |number| {
            strangeness(&batch, part, *number).map(|rare| (*number, rare))
        });
        let strange = strange.into_iter().flatten();
        Self {
            misses: misses.into_iter().flatten().collect(),
            witnesses: witnesses.into_iter().flatten().collect(),
            strangest: strange.max_by_key(|(number, rare)| (*rare, std::cmp::Reverse(*number))),
        }
    }
}

/// What is searched for, the weightiest first.
fn targets(scenario: &Scenario, unseen: &Unseen) -> Vec<Target> {
    let endings = unseen.endings.iter().map(|id| Target::Ending(*id));
    let injects = unseen.injects.iter().map(|id| Target::Inject(*id));
    let choices = unseen.never_offered.iter().map(|id| Target::Choice(*id));
    let rules = unseen.rules.iter().map(|id| Target::Rule(*id));
    let actions = unseen.actions.iter().map(|id| Target::Action(*id));
    let mut all: Vec<Target> = endings
        .chain(injects)
        .chain(choices)
        .chain(rules)
        .chain(actions)
        .collect();
    let owned: Vec<ExprId> = all
        .iter()
        .filter_map(|target| condition(scenario, *target))
        .collect();
    let more = unseen
        .never_true
        .iter()
        .filter(|expr| !owned.contains(expr));
    all.extend(more.map(|expr| Target::Condition(*expr)));
    all.truncate(MOST_TARGETS);
    all
}

/// The condition that a target asks for.
fn condition(scenario: &Scenario, target: Target) -> Option<ExprId> {
    match target {
        Target::Ending(id) => scenario.endings[id.index()].condition,
        Target::Inject(id) => scenario.injects[id.index()].when.condition,
        Target::Choice(id) => scenario.choices[id.index()].condition,
        Target::Rule(id) => scenario.rules[id.index()].condition,
        Target::Action(id) => scenario.actions[id.index()].condition,
        Target::Condition(id) => Some(id),
    }
}

/// What can be rare in a play.
fn rarities(part: &Part) -> impl Iterator<Item = &Count> {
    let tally = &part.tally;
    let choices = tally.choices.iter().chain(&tally.actions);
    let counts = tally
        .endings
        .iter()
        .chain(&tally.injects)
        .chain(&tally.rules);
    choices.map(|chosen| &chosen.taken).chain(counts)
}

/// The first plays of the rarest things, in the order of their numbers.
fn candidates(part: &Part) -> Vec<u64> {
    let mut rare: Vec<(u64, u64)> = rarities(part)
        .filter_map(|count| Some((count.plays, count.first?)))
        .collect();
    rare.sort_unstable();
    let mut plays: Vec<u64> = rare
        .into_iter()
        .map(|(_, first)| first)
        .take(CANDIDATES)
        .collect();
    plays.sort_unstable();
    plays.dedup();
    plays
}

/// How rare the things in a play are together.
fn strangeness(batch: &Batch<'_>, part: &Part, number: u64) -> Option<u64> {
    let scenario = batch.playable.scenario();
    let mut seen = Seen::new(scenario);
    seen.forget(number);
    batch.watched(number, &mut seen).ok()?;
    let seats = scenario.seats.len();
    let choices = seen.choices.iter().map(|choice| choice.taken > 0);
    let actions = seen
        .actions
        .chunks(seats.max(1))
        .map(|row| row.iter().any(|own| own.taken > 0));
    let endings = (0..scenario.endings.len()).map(|place| seen.ending == Some(EndingId::at(place)));
    let injects = seen.injects.iter().map(|times| *times > 0);
    let rules = seen.rules.iter().map(|times| *times > 0);
    let happened = choices
        .chain(actions)
        .chain(endings)
        .chain(injects)
        .chain(rules);
    let rare = happened
        .zip(rarities(part))
        .filter(|(happened, _)| *happened);
    Some(
        rare.map(|(_, count)| bits(part.tally.plays, count.plays))
            .sum(),
    )
}

/// The logarithm to base two of `of / count`, in sixteenths: whole numbers, the same on every machine.
fn bits(of: u64, count: u64) -> u64 {
    let mut ratio = (u128::from(of) << 32) / u128::from(count.max(1));
    let mut bits = u64::from(ratio.max(1).ilog2()).saturating_sub(32) * 16;
    ratio >>= ratio.max(1).ilog2().saturating_sub(32);
    // What is left lies between 1 and 2; between powers of two a straight line is near enough.
    let rest = ratio.saturating_sub(1 << 32) >> 28;
    bits += u64::try_from(rest).unwrap_or(0).min(15);
    bits
}

/// Does something with each of a list on all threads; what comes of it has the order of the list.
fn each<T: Sync, R: Send>(threads: usize, list: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let work = &work;
    thread::scope(|scope| {
        let workers: Vec<_> = (0..threads.max(1).min(list.len()))
            .map(|_| {
                spawn(scope, || {
                    let mut own = Vec::new();
                    loop {
                        let place = next.fetch_add(1, Ordering::Relaxed);
                        let Some(item) = list.get(place) else {
                            return own;
                        };
                        own.push((place, work(item)));
                    }
                })
            })
            .collect();
        let mut all: Vec<(usize, R)> = workers.into_iter().flat_map(join).collect();
        all.sort_by_key(|(place, _)| *place);
        all.into_iter().map(|(_, result)| result).collect()
    })
}
