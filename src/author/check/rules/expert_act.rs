//! An act of the expert path that there is not, or about something that there is not: the path would do without it.

use crate::author::check::rule::Rule;
use crate::author::check::study::Study;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::FileId;
use crate::diag::Span;
use crate::lab::read_act;
use crate::model::expert::Deed;
use crate::model::id::Kind;
use crate::text::SafeText;

pub(super) const RULE: Rule = Rule {
    code: Code::ExpertActUnknown,
    check,
    bad: include_str!("expert_act/bad.ron"),
    good: include_str!("expert_act/good.ron"),
};

fn check(study: &Study<'_>, found: &mut Vec<Diagnostic>) {
    for row in &study.scenario.expert {
        for deed in &row.deeds {
            let Deed::Written(act) = deed else {
                continue;
            };
            if read_act(&act.text, study.scenario).is_none() {
                let place = Span::new(FileId(act.file), act.start, act.end);
                let wrong = Diagnostic::new(Code::ExpertActUnknown, place)
                    .with("name", study.word((Kind::Seat, row.seat.0)))
                    .with("turn", row.turn)
                    .with("act", SafeText::line(&act.text));
                found.push(wrong);
            }
        }
    }
}
