//! Findings as JSON: keys sorted, ids as words, counts as whole numbers; shares in millionths, means in thousandths.

use serde_json::Map;
use serde_json::Value;
use serde_json::json as value;

use crate::lab::count::Chosen;
use crate::lab::count::Count;
use crate::lab::count::DutyCount;
use crate::lab::distribution::Distribution;
use crate::lab::findings::Findings;
use crate::lab::matter::Estimate;
use crate::lab::seen::ACTS;
use crate::lab::share::Share;
use crate::lab::tally::Tally;
use crate::lab::trial::Versus;
use crate::model::expr::Gives;
use crate::model::id::Kind;
use crate::model::scenario::Scenario;

/// What is raised when a reader of an earlier one could misread it.
pub(super) const FORMAT: u32 = 2;
/// The quantiles of a course, in per mille.
const QUANTILES: [u64; 5] = [50, 250, 500, 750, 950];

/// Findings as JSON, ending in a line break. The same study gives the same bytes.
pub fn json(findings: &Findings<'_>) -> String {
    format!("{:#}\n", tree(findings))
}

/// Findings as a JSON tree.
pub(super) fn tree(findings: &Findings<'_>) -> Value {
    let (study, tally) = (findings.study, &findings.part.tally);
    let scenario = study.playable.scenario();
    let table = |kind: Kind, values: Vec<Value>| named(scenario, kind, values);
    let names: Vec<String> = study.bots.names().map(str::to_owned).collect();
    let faults: Map<String, Value> = scenario
        .exprs
        .iter()
        .zip(&tally.faults)
        .filter(|(_, fault)| fault.times > 0)
        .map(|(source, fault)| (source.text.to_string(), count(fault)))
        .collect();
    value!({
        "format": FORMAT,
        "scenario": &*scenario.about.id,
        "seed": study.seed,
        "plan": study.plan,
        "bots": names,
        "plays": tally.plays,
        "broken": count(&tally.broken),
        "events": tally.events,
        "early": tally.early,
        "endings": table(Kind::Ending, tally.endings.iter().map(|of| ending(of, tally.plays)).collect()),
        "injects": table(Kind::Inject, tally.injects.iter().map(count).collect()),
        "decisions": table(Kind::Decision, decisions(tally)),
        "choices": table(Kind::Choice, tally.choices.iter().map(|of| chosen(of, &names)).collect()),
        "actions": table(Kind::Action, tally.actions.iter().map(|of| chosen(of, &names)).collect()),
        "rules": table(Kind::Rule, tally.rules.iter().map(count).collect()),
        "functions": table(Kind::Function, functions(tally)),
        "conditions": conditions(scenario, tally),
        "faults": faults,
        "acts": acts(&tally.acts),
        "lapses": acts(&tally.lapses),
        "breaches": {"made": count(&tally.breaches), "found": count(&tally.breaches_found)},
        "duties": table(Kind::Duty, tally.duties.iter().map(duty).collect()),
        "tasks": table(Kind::Task, tally.tasks.iter().map(|held| value!(held)).collect()),
        "courses": courses(findings),
        "seats": table(Kind::Seat, seats(findings)),
        "remarks": remarks(findings),
        "trials": trials(findings),
        "matter": matter(findings),
        "witnesses": witnesses(findings),
        "notable": {
            "best": tally.best,
            "worst": tally.worst,
            "strangest": findings.deep.strangest.map(|(play, _)| play),
        },
    })
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
    value!({
        "plays": of.plays,
        "first": of.first,
        "millionths": millionths(share.value()),
        "interval": [millionths(low), millionths(high)],
    })
}

fn millionths(share: f64) -> i64 {
    scaled(share, 1_000_000.0)
}

fn thousandths(number: f64) -> i64 {
    scaled(number, 1000.0)
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a cast of a float stops at the ends of the range"
)]
fn scaled(number: f64, by: f64) -> i64 {
    (number * by).round() as i64
}

fn decisions(tally: &Tally) -> Vec<Value> {
    let opened = tally.opened.iter().zip(&tally.unanswered).zip(&tally.stuck);
    opened
        .map(|((opened, unanswered), stuck)| {
            value!({"opened": opened, "unanswered": unanswered, "stuck": stuck})
        })
        .collect()
}

fn chosen(of: &Chosen, bots: &[String]) -> Value {
    let bots: Map<String, Value> = bots
        .iter()
        .zip(&of.bots)
        .map(|(name, (offered, taken))| {
            let row = value!({"offered": offered, "taken": taken});
            (name.clone(), row)
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

/// Each condition in the author's words, with the plays in which it was seen not to hold and to hold.
fn conditions(scenario: &Scenario, tally: &Tally) -> Value {
    let rows = scenario.exprs.iter().zip(&tally.sides);
    let rows = rows.filter(|(source, _)| source.gives == Gives::Truth);
    let rows: Vec<Value> = rows
        .map(|(source, [no, yes])| value!({"text": &*source.text, "false": no, "true": yes}))
        .collect();
    value!({"judged": tally.judged, "all": rows})
}

fn acts(counts: &[Count]) -> Map<String, Value> {
    ACTS.iter().cloned().zip(counts.iter().map(count)).collect()
}

fn duty(of: &DutyCount) -> Value {
    value!({"started": of.started, "met": of.met, "missed": of.missed, "late": of.late})
}

fn courses(findings: &Findings<'_>) -> Map<String, Value> {
    let gauges = findings.gauges.all.iter().zip(&findings.part.tally.courses);
    gauges
        .map(|(gauge, course)| {
            let seats = &findings.study.playable.scenario().names;
            let seat = gauge.seat.map(|seat| seats.word(Kind::Seat, seat.0));
            let turns: Vec<Value> = course.turns.iter().map(distribution).collect();
            let row = value!({
                "ledger": gauge.ledger.map(crate::model::ledger::Ledger::word),
                "seat": seat,
                "end": distribution(&course.end),
                "turns": turns,
            });
            (gauge.name.clone(), row)
        })
        .collect()
}

/// Sums as words where they may be larger than a reader's numbers.
fn distribution(of: &Distribution) -> Value {
    let (mean, deviation) = of.mean();
    let (low, high) = of.interval();
    let (sum, squares) = of.totals();
    value!({
        "plays": of.plays(),
        "sum": sum.to_string(),
        "squares": squares.to_string(),
        "mean": thousandths(mean),
        "interval": [thousandths(low), thousandths(high)],
        "deviation": thousandths(deviation),
        "range": of.range(),
        "quantiles": QUANTILES.map(|per_mille| of.quantile(per_mille)),
    })
}

fn seats(findings: &Findings<'_>) -> Vec<Value> {
    let rows = findings.part.tally.seats.iter();
    rows.map(|sat| {
        value!({
            "live": sat.live,
            "hours": sat.hours,
            "idle": distribution(&sat.idle),
        })
    })
    .collect()
}

fn remarks(findings: &Findings<'_>) -> Vec<Value> {
    let rows = findings.remarks.iter();
    rows.map(|remark| {
        value!({
            "kind": remark.kind.word(),
            "about": remark.about,
            "text": remark.text.as_str(),
        })
    })
    .collect()
}

/// Every two choices of each decision against each other.
fn trials(findings: &Findings<'_>) -> Value {
    let scenario = findings.study.playable.scenario();
    let word = |choice: crate::model::ChoiceId| scenario.names.word(Kind::Choice, choice.0);
    let decisions = scenario
        .decisions
        .iter()
        .zip(&findings.part.trials.decisions);
    let rows = decisions.map(|(decision, tried)| {
        let pairs = crate::lab::balance::pairs(decision, &tried.pairs);
        let pairs: Vec<Value> = pairs
            .into_iter()
            .map(|(one, other, versus)| against(word(one), word(other), versus))
            .collect();
        value!({"trials": tried.trials, "moved": tried.moved, "pairs": pairs})
    });
    value!({
        "plays": findings.part.trials.plays,
        "decisions": named(scenario, Kind::Decision, rows.collect()),
    })
}

fn against(one: &str, other: &str, versus: &Versus) -> Value {
    let (gain, error) = versus.score.mean(versus.trials);
    value!({
        "first": one,
        "second": other,
        "trials": versus.trials,
        "gain": thousandths(gain),
        "error": thousandths(error),
        "first_better": versus.first,
        "second_better": versus.second,
    })
}

fn matter(findings: &Findings<'_>) -> Vec<Value> {
    let scenario = findings.study.playable.scenario();
    let rows = findings.movers.iter();
    rows.map(|mover| {
        let seats: Map<String, Value> = mover
            .seats
            .iter()
            .map(|(seat, of)| {
                (
                    scenario.names.word(Kind::Seat, seat.0).to_owned(),
                    estimate(*of),
                )
            })
            .collect();
        let decisions: Map<String, Value> = mover
            .decisions
            .iter()
            .map(|(id, of)| {
                (
                    scenario.names.word(Kind::Decision, id.0).to_owned(),
                    estimate(*of),
                )
            })
            .collect();
        value!({
            "outcome": mover.outcome.as_deref().unwrap_or("ending"),
            "choices": estimate(mover.choices),
            "luck": estimate(mover.luck),
            "seats": seats,
            "decisions": decisions,
        })
    })
    .collect()
}

fn estimate(of: Estimate) -> Value {
    value!([
        millionths(of.share),
        millionths(of.low),
        millionths(of.high)
    ])
}

fn witnesses(findings: &Findings<'_>) -> Map<String, Value> {
    let scenario = findings.study.playable.scenario();
    let rows = findings.deep.witnesses.iter();
    rows.map(|witness| {
        let word = scenario
            .names
            .word(Kind::Ending, witness.ending.0)
            .to_owned();
        let row = value!({
            "play": witness.play,
            "acts": witness.acts,
            "test": witness.case.write(scenario),
        });
        (word, row)
    })
    .collect()
}
