//! What was found as JSON: ids as words, means and intervals as decimal numbers.

use serde_json::Value;
use serde_json::json as value;

use crate::lab::whatif::aside::Aside;
use crate::lab::whatif::ask::Answer;
use crate::lab::whatif::find::Mattered;
use crate::lab::whatif::findings::Findings;
use crate::lab::whatif::outcome::Outcome;
use crate::lab::whatif::paired::Paired;
use crate::lab::whatif::past::Past;
use crate::model::id::Kind;
use crate::text::Words;

/// What is raised when a reader of an earlier one could misread it.
const FORMAT: u32 = 1;

/// What was found as JSON, ending in a line break. The same question gives the same bytes.
pub fn json(past: &Past, findings: &Findings, words: &Words) -> String {
    let scenario = past.playable().scenario();
    let luck = &findings.luck;
    let standing = scenario.seats.iter().map(|seat| {
        let standing = luck.standing(|outcome| outcome.points_of(seat.id));
        value!({
            "seat": word(past, Kind::Seat, seat.id.0),
            "own": standing.own,
            "usual": paired(standing.usual),
            "percentile": standing.percentile,
        })
    });
    let references = findings.references.iter().map(|reference| {
        value!({
            "path": reference.change.say(past, words).as_str(),
            "own_luck": outcome(past, &reference.path.outcome),
            "points": points(past, &reference.many),
            "endings": endings(past, &reference.many),
        })
    });
    let top = value!({
        "format": FORMAT,
        "scenario": &*scenario.about.id,
        "seed": past.seed(),
        "answer": findings.answer.as_ref().map(|one| answer(past, one, words)),
        "mattered": findings.mattered.iter().map(|one| mattered(past, one)).collect::<Vec<_>>(),
        "luck": {
            "plays": luck.others.len(),
            "own": outcome(past, &luck.own),
            "standing": standing.collect::<Vec<_>>(),
            "endings": endings(past, &luck.others),
        },
        "references": references.collect::<Vec<_>>(),
    });
    let mut text = serde_json::to_string_pretty(&top).unwrap_or_default();
    text.push('\n');
    text
}

fn word(past: &Past, kind: Kind, place: u16) -> &str {
    past.playable().scenario().names.word(kind, place)
}

fn answer(past: &Past, answer: &Answer, words: &Words) -> Value {
    let many = &answer.many;
    let seats = past.playable().scenario().seats.iter();
    let more = seats.map(|seat| {
        let wants = seat.wants.iter().enumerate().map(|(place, want)| {
            let more = many.more(|outcome| outcome.wants[seat.id.index()][place]);
            value!({"want": want.text.as_str(), "more": paired(more)})
        });
        value!({
            "seat": word(past, Kind::Seat, seat.id.0),
            "more": paired(many.more(|outcome| outcome.points_of(seat.id))),
            "wants": wants.collect::<Vec<_>>(),
        })
    });
    value!({
        "change": answer.change.say(past, words).as_str(),
        "others": answer.others.word(),
        "own_luck": {
            "played": outcome(past, &answer.played.outcome),
            "changed": outcome(past, &answer.changed.outcome),
            "differences": answer.asides.iter().map(aside).collect::<Vec<_>>(),
        },
        "many": {
            "plays": many.plays,
            "from_turn": many.from,
            "more": more.collect::<Vec<_>>(),
            "endings_played": endings(past, &many.played),
            "endings_changed": endings(past, &many.changed),
        },
    })
}

fn aside(aside: &Aside) -> Value {
    let differences = aside.differences.iter().map(|one| {
        value!({
            "what": one.what.as_str(),
            "played": one.one.as_str(),
            "changed": one.other.as_str(),
        })
    });
    value!({"turn": aside.turn, "differences": differences.collect::<Vec<_>>()})
}

fn mattered(past: &Past, one: &Mattered) -> Value {
    value!({
        "turn": one.turn,
        "seat": word(past, Kind::Seat, one.seat.0),
        "decision": word(past, Kind::Decision, one.decision.0),
        "taken": one.taken.map(|choice| word(past, Kind::Choice, choice.0)),
        "instead": word(past, Kind::Choice, one.instead.0),
        "more": paired(one.effect),
        "other_ending": {"count": one.other_ending.0, "of": one.other_ending.1},
        "ending_on_own_luck": one.ending.map(|ending| word(past, Kind::Ending, ending.0)),
    })
}

fn outcome(past: &Past, outcome: &Outcome) -> Value {
    value!({
        "ending": outcome.ending.map(|ending| word(past, Kind::Ending, ending.0)),
        "points": outcome.points,
        "wants": outcome.wants,
        "tasks": outcome.tasks,
    })
}

fn points(past: &Past, many: &[Outcome]) -> Vec<Value> {
    let seats = past.playable().scenario().seats.iter();
    seats
        .map(|seat| {
            let numbers: Vec<i64> = many.iter().map(|one| one.points_of(seat.id)).collect();
            value!({
                "seat": word(past, Kind::Seat, seat.id.0),
                "mean": paired(Paired::of(&numbers)),
            })
        })
        .collect()
}

fn endings(past: &Past, many: &[Outcome]) -> Value {
    let endings = past.playable().scenario().endings.iter();
    endings
        .map(|ending| {
            let count = many.iter().filter(|one| one.ending == Some(ending.id));
            let name = word(past, Kind::Ending, ending.id.0).to_owned();
            (name, Value::from(count.count()))
        })
        .collect::<serde_json::Map<_, _>>()
        .into()
}

fn paired(of: Paired) -> Value {
    let (low, high) = of.interval();
    value!({
        "mean": of.mean,
        "low": of.half.is_finite().then_some(low),
        "high": of.half.is_finite().then_some(high),
        "better": of.better,
        "same": of.same,
        "worse": of.worse,
    })
}
