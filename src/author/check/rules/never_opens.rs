//! A decision that waits for an inject that comes after its last turn.

use crate::author::check::rule::Rule;
use crate::author::check::study::Study;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::model::id::Kind;

pub(super) const RULE: Rule = Rule {
    code: Code::DecisionCannotOpen,
    check,
    bad: include_str!("never_opens/bad.ron"),
    good: include_str!("never_opens/good.ron"),
};

fn check(study: &Study<'_>, found: &mut Vec<Diagnostic>) {
    let sent = study.sent();
    for decision in &study.scenario.decisions {
        let Some(after) = decision.opens.after.filter(|after| !sent.contains(after)) else {
            continue;
        };
        let inject = &study.scenario.injects[after.index()];
        let comes = study.window(inject);
        // One that the facilitator sends may come in any turn.
        let is_late = comes.is_some_and(|(from, _)| from > decision.opens.to);
        if is_late {
            found.push(study.at(
                Code::DecisionCannotOpen,
                (Kind::Decision, decision.id.0),
                "turn",
            ));
        }
    }
}
