//! A turn whose texts take a seat longer to read than the turn lasts on the wall.

use crate::author::check::reading;
use crate::author::check::rule::Rule;
use crate::author::check::study::Study;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::model::id::Kind;

pub(super) const RULE: Rule = Rule {
    code: Code::TooMuchToRead,
    check,
    bad: include_str!("too_much_to_read/bad.ron"),
    good: include_str!("too_much_to_read/good.ron"),
};

fn check(study: &Study<'_>, found: &mut Vec<Diagnostic>) {
    let has = reading::words_a_turn(study);
    for load in reading::heaviest(study) {
        if load.words > has {
            let wrong = Diagnostic::new(Code::TooMuchToRead, study.head("minutes"));
            let wrong = wrong.with("name", study.word((Kind::Seat, load.seat.0)));
            found.push(
                wrong
                    .with("turn", load.turn)
                    .with("words", load.words)
                    .with("has", has),
            );
        }
    }
}
