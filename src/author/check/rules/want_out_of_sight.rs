//! A seat that wants more of a number it may not see.

use crate::author::check::rule::Rule;
use crate::author::check::sight;
use crate::author::check::study::Study;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::model::id::Kind;

pub(super) const RULE: Rule = Rule {
    code: Code::WantOutOfSight,
    check,
    bad: include_str!("want_out_of_sight/bad.ron"),
    good: include_str!("want_out_of_sight/good.ron"),
};

fn check(study: &Study<'_>, found: &mut Vec<Diagnostic>) {
    for seat in &study.scenario.seats {
        for want in &seat.wants {
            let reads = study.playable.reads(want.value);
            let hidden = reads.iter().find_map(|read| {
                sight::number(study, *read).filter(|(_, seen)| !seen.includes(seat.id))
            });
            if let Some((number, _)) = hidden {
                let wrong = study.of(Code::WantOutOfSight, (Kind::Seat, seat.id.0), want.value);
                found.push(wrong.with("other", study.word(number)));
            }
        }
    }
}
