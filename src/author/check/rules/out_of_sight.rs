//! A choice whose being possible tells its seat a number that it may not see.

use crate::author::check::rule::Rule;
use crate::author::check::sight;
use crate::author::check::study::Study;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::model::id::Kind;

pub(super) const RULE: Rule = Rule {
    code: Code::ConditionOutOfSight,
    check,
    bad: include_str!("out_of_sight/bad.ron"),
    good: include_str!("out_of_sight/good.ron"),
};

fn check(study: &Study<'_>, found: &mut Vec<Diagnostic>) {
    let scenario = study.scenario;
    let choices = scenario.choices.iter().map(|choice| {
        let seat = scenario.decisions[choice.decision.index()].seat;
        ((Kind::Choice, choice.id.0), vec![seat], choice.condition)
    });
    let actions = scenario.actions.iter();
    let actions = actions.map(|action| {
        (
            (Kind::Action, action.id.0),
            action.seats.clone(),
            action.condition,
        )
    });
    for (row, seats, condition) in choices.chain(actions) {
        let Some(condition) = condition else { continue };
        for read in study.playable.reads(condition) {
            let hidden = sight::number(study, *read);
            let blind = hidden.and_then(|(number, seen)| {
                let seat = seats.iter().find(|seat| !seen.includes(**seat))?;
                Some((number, *seat))
            });
            if let Some((number, seat)) = blind {
                let wrong = study.of(Code::ConditionOutOfSight, row, condition);
                let wrong = wrong.with("other", study.word(number));
                found.push(wrong.with("seat", study.word((Kind::Seat, seat.0))));
                break;
            }
        }
    }
}
