//! An inject that waits for something that comes too late, or for chance without any.

use crate::author::check::rule::Rule;
use crate::author::check::study::Study;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::model::id::Kind;
use crate::model::msel::Status;

pub(super) const RULE: Rule = Rule {
    code: Code::InjectCannotCome,
    check,
    bad: include_str!("never_comes/bad.ron"),
    good: include_str!("never_comes/good.ron"),
};

fn check(study: &Study<'_>, found: &mut Vec<Diagnostic>) {
    let scenario = study.scenario;
    let sent = study.sent();
    for inject in &scenario.injects {
        let is_planned = inject.status == Status::Approved && !inject.when.by_hand;
        if !is_planned || sent.contains(&inject.id) {
            continue;
        }
        let waits = inject.when.after.into_iter();
        let waits = waits.chain(inject.contingency_of.map(|main| (main, 1)));
        let earliest = |(main, gap): (crate::model::InjectId, u16)| {
            let main = &scenario.injects[main.index()];
            let window = study.window(main)?;
            let is_alone = !sent.contains(&main.id);
            is_alone.then_some(window.0.saturating_add(gap))
        };
        let is_late = |from: u16| from > inject.when.to;
        let cannot = inject.when.chance == 0 || waits.filter_map(earliest).any(is_late);
        if cannot {
            found.push(study.about(Code::InjectCannotCome, (Kind::Inject, inject.id.0)));
        }
    }
}
