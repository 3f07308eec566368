//! Two choices of a decision that cost the same and do the same.

use crate::author::check::rule::Rule;
use crate::author::check::study::Study;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::model::id::Kind;

pub(super) const RULE: Rule = Rule {
    code: Code::ChoicesAlike,
    check,
    bad: include_str!("choices_alike/bad.ron"),
    good: include_str!("choices_alike/good.ron"),
};

fn check(study: &Study<'_>, found: &mut Vec<Diagnostic>) {
    let scenario = study.scenario;
    for decision in &scenario.decisions {
        for (at, one) in decision.choices.iter().enumerate() {
            let one = &scenario.choices[one.index()];
            let same = decision.choices[at + 1..].iter().find(|other| {
                let other = &scenario.choices[other.index()];
                let does_something = !one.effects.is_empty() || !one.norms.is_empty();
                does_something
                    && one.effects == other.effects
                    && one.norms == other.norms
                    && one.cost == other.cost
                    && one.family == other.family
                    && !is_read(study, one.id)
                    && !is_read(study, other.id)
            });
            if let Some(same) = same {
                let wrong = study.about(Code::ChoicesAlike, (Kind::Choice, same.0));
                let wrong = wrong.label(study.row((Kind::Choice, one.id.0)), "diag-label-first");
                found.push(wrong.with("other", study.word((Kind::Choice, one.id.0))));
            }
        }
    }
}

/// Whether some expression or script asks for the choice: then it does something there.
fn is_read(study: &Study<'_>, choice: crate::model::ChoiceId) -> bool {
    let wanted = crate::model::expr::Read::Chose(choice);
    let mut exprs = (0..study.scenario.exprs.len()).map(crate::model::ExprId::at);
    exprs.any(|expr| study.playable.reads(expr).contains(&wanted))
        || study.is_in_script((Kind::Choice, choice.0))
}
