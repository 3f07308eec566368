//! A tally as JSON: keys sorted, ids as words, counts as whole numbers; shares and intervals in millionths.

use serde_json::Map;
use serde_json::Value;
use serde_json::json as value;

use crate::lab::batch::Batch;
use crate::lab::count::Chosen;
use crate::lab::count::Count;
use crate::lab::count::Course;
use crate::lab::count::Distribution;
use crate::lab::count::DutyCount;
use crate::lab::seen::ACTS;
use crate::lab::share::Share;
use crate::lab::tally::Tally;
use crate::model::id::Kind;
use crate::model::scenario::Scenario;

/// What is raised when a reader of an earlier one could misread it.
const FORMAT: u32 = 1;

/// A batch's tally as JSON, ending in a line break. The same batch gives the same bytes.
pub fn json(batch: &Batch<'_>, tally: &Tally) -> String {
    let scenario = batch.playable.scenario();
    let table = |kind: Kind, values: Vec<Value>| named(scenario, kind, values);
    let faults: Map<String, Value> = scenario
        .exprs
        .iter()
        .zip(&tally.faults)
        .filter(|(_, fault)| fault.times > 0)
        .map(|(source, fault)| (source.text.to_string(), count(fault)))
        .collect();
    let top = value!({
        "format": FORMAT,
        "scenario": &*scenario.about.id,
        "seed": batch.seed,
        "from": batch.plays.start,
        "to": batch.plays.end,
        "bots": batch.bots.names().collect::<Vec<_>>(),
        "plays": tally.plays,
        "broken": count(&tally.broken),
        "events": tally.events,
        "early": tally.early,
        "endings": table(Kind::Ending, tally.endings.iter().map(|of| ending(of, tally.plays)).collect()),
        "injects": table(Kind::Inject, tally.injects.iter().map(count).collect()),
        "decisions": table(Kind::Decision, decisions(tally)),
        "choices": table(Kind::Choice, tally.choices.iter().map(|of| chosen(of, batch)).collect()),
        "actions": table(Kind::Action, tally.actions.iter().map(|of| chosen(of, batch)).collect()),
        "rules": table(Kind::Rule, tally.rules.iter().map(count).collect()),
        "functions": table(Kind::Function, functions(tally)),
        "faults": faults,
        "acts": acts(&tally.acts),
        "lapses": acts(&tally.lapses),
        "breaches": {"made": count(&tally.breaches), "found": count(&tally.breaches_found)},
        "duties": table(Kind::Duty, tally.duties.iter().map(duty).collect()),
        "tasks": table(Kind::Task, tally.tasks.iter().map(|held| value!(held)).collect()),
        "meters": table(Kind::Meter, tally.meters.iter().map(course).collect()),
        "zones": table(Kind::Zone, tally.zones.iter().map(course).collect()),
        "harm": table(Kind::Community, tally.harm.iter().map(course).collect()),
        "trust": table(Kind::Actor, tally.trust.iter().map(course).collect()),
    });
    format!("{top:#}\n")
}

fn named(scenario: &Scenario, kind: Kind, values: Vec<Value>) -> Value {
    let words = scenario.names.all(kind).map(str::to_owned);
    Value::Object(words.zip(values).collect())
}

fn count(of: &Count) -> Value {
    value!({"plays": of.plays, "times": of.times, "first": of.first})
}

fn ending(of: &Count, plays: u64) -> Value {
    let share = Share {
        count: of.plays,
        of: plays,
    };
    let (low, high) = share.interval();
    let interval = [millionths(low), millionths(high)];
    value!({
        "plays": of.plays,
        "first": of.first,
        "millionths": millionths(share.value()),
        "interval": interval,
    })
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a share lies between 0 and 1"
)]
fn millionths(share: f64) -> u64 {
    (share * 1_000_000.0).round() as u64
}

fn decisions(tally: &Tally) -> Vec<Value> {
    let opened = tally.opened.iter().zip(&tally.unanswered);
    opened
        .map(|(opened, unanswered)| value!({"opened": opened, "unanswered": unanswered}))
        .collect()
}

fn chosen(of: &Chosen, batch: &Batch<'_>) -> Value {
    let bots = batch.bots.names().zip(&of.bots);
    let bots: Map<String, Value> = bots
        .map(|(name, (offered, taken))| {
            let row = value!({"offered": offered, "taken": taken});
            (name.to_owned(), row)
        })
        .collect();
    value!({
        "offered": of.offered,
        "barred": of.barred,
        "taken": count(&of.taken),
        "default": of.by_default,
        "bots": bots,
    })
}

fn functions(tally: &Tally) -> Vec<Value> {
    let functions = tally.called.iter().zip(&tally.failed);
    functions
        .map(|(called, failed)| value!({"called": count(called), "failed": count(failed)}))
        .collect()
}

fn acts(counts: &[Count]) -> Value {
    let words = ACTS.iter().cloned();
    Value::Object(words.zip(counts.iter().map(count)).collect())
}

fn duty(of: &DutyCount) -> Value {
    value!({"started": of.started, "met": of.met, "missed": of.missed, "late": of.late})
}

fn course(of: &Course) -> Value {
    let turns: Vec<Value> = of.turns.iter().map(distribution).collect();
    value!({"end": distribution(&of.end), "turns": turns})
}

/// Squares can outgrow what JSON's numbers hold everywhere, so they are text.
fn distribution(of: &Distribution) -> Value {
    let (least, most) = of.range.unzip();
    value!({
        "plays": of.plays,
        "sum": of.sum.to_string(),
        "squares": of.squares.to_string(),
        "least": least,
        "most": most,
    })
}
