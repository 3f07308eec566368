//! A seat for which nothing can arrive and nothing is asked for several turns.

use crate::author::check::conditions;
use crate::author::check::rule::Rule;
use crate::author::check::study::Study;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::model::id::Kind;

pub(super) const RULE: Rule = Rule {
    code: Code::SeatIdle,
    check,
    bad: include_str!("seat_idle/bad.ron"),
    good: include_str!("seat_idle/good.ron"),
};

fn check(study: &Study<'_>, found: &mut Vec<Diagnostic>) {
    /// As many turns as are several.
    const SEVERAL: u16 = 3;
    let (_, last) = study.turns();
    let sent = study.sent();
    for seat in &study.scenario.seats {
        let mut busy = vec![false; usize::from(last) + 1];
        let mut fill = |(from, to): (u16, u16)| {
            for turn in from..=to.min(last) {
                busy[usize::from(turn)] = true;
            }
        };
        for inject in study
            .scenario
            .injects
            .iter()
            .filter(|inject| inject.to.contains(&seat.actor))
        {
            let window = study.window(inject);
            let any = (inject.when.by_hand || sent.contains(&inject.id)).then_some((1, last));
            window.into_iter().chain(any).for_each(&mut fill);
        }
        let own = study
            .scenario
            .decisions
            .iter()
            .filter(|decision| decision.seat == seat.id);
        own.for_each(|decision| fill(conditions::open(study, decision)));
        let mut from = None;
        for turn in 1..=last + 1 {
            let is_idle = busy.get(usize::from(turn)).is_some_and(|busy| !busy);
            match (is_idle, from) {
                (true, None) => from = Some(turn),
                (false, Some(first)) => {
                    if turn - first >= SEVERAL {
                        let wrong = study.about(Code::SeatIdle, (Kind::Seat, seat.id.0));
                        found.push(wrong.with("from", first).with("to", turn - 1));
                    }
                    from = None;
                }
                _ => {}
            }
        }
    }
}
