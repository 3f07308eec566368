//! An ending or a script that reads a number no seat ever sees.

use crate::author::check::rule::Rule;
use crate::author::check::sight;
use crate::author::check::study::Study;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::model::id::Kind;
use crate::model::ledger::meters::SeenBy;

pub(super) const RULE: Rule = Rule {
    code: Code::UnseenDecides,
    check,
    bad: include_str!("unseen_decides/bad.ron"),
    good: include_str!("unseen_decides/good.ron"),
};

fn check(study: &Study<'_>, found: &mut Vec<Diagnostic>) {
    let scenario = study.scenario;
    let endings = scenario
        .endings
        .iter()
        .filter(|ending| ending.note.is_empty());
    for ending in endings {
        let Some(condition) = ending.condition else {
            continue;
        };
        let reads = study.playable.reads(condition);
        let hidden = reads.iter().find_map(|read| {
            sight::number(study, *read).filter(|(_, seen)| **seen == SeenBy::Nobody)
        });
        if let Some((number, _)) = hidden {
            let wrong = study.of(Code::UnseenDecides, (Kind::Ending, ending.id.0), condition);
            found.push(wrong.with("other", study.word(number)));
        }
    }
    for meter in scenario
        .meters
        .iter()
        .filter(|meter| meter.seen_by == SeenBy::Nobody)
    {
        let name = study.word((Kind::Meter, meter.id.0));
        for script in &scenario.scripts {
            // What a script reads of a number that nobody sees and only the script itself could explain.
            let read = format!("meter.{name}");
            if let Some(at) = script.text.find(&read).filter(|_| meter.about.is_empty()) {
                let file = crate::diag::FileId(script.file);
                let span = crate::diag::Span::of(file, at..at + read.len());
                let wrong = Diagnostic::new(Code::UnseenDecides, span).with("name", &*script.name);
                found.push(wrong.with("other", name));
            }
        }
    }
}
