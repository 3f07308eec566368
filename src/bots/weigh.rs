//! How a profile chooses: decisions that can't wait, reports that are due, then whatever scores best within what it spends.

mod act;
mod book;
mod duties;
mod sight;
mod why;

use std::cmp::Reverse;

use crate::bots::Profile;
use crate::bots::Reason;
use crate::bots::Sealed;
use crate::bots::fit::Fit;
use crate::bots::weigh::act::Scored;
use crate::bots::weigh::sight::Sight;
use crate::bots::weigh::why::Why;
use crate::engine::act::Act;
use crate::engine::dice::Dice;
use crate::engine::dice::Roll;
use crate::engine::lens::Lens;
use crate::model::SeatId;
use crate::model::decision::Decision;

/// Taken off for each act of the same family that is in the seal already: nobody does one thing only.
const MORE_OF_THE_SAME: i32 = 9;

/// Chooses what a seat seals.
pub(super) fn choose(
    profile: &Profile,
    lens: &Lens<'_>,
    seat: SeatId,
    dice: Dice,
    sealed: &mut Sealed,
) {
    let sight = Sight::of(lens, seat);
    let possible = lens.possible(seat).into_iter();
    let mut scored: Vec<Scored<'_>> = possible
        .filter(|act| *act != Act::Hold)
        .map(|act| act::score(profile, lens, seat, &sight, dice, act))
        .collect();
    // The score decides; of two alike the act that comes first in the rules' own order.
    scored.sort_by_key(|scored| (Reverse(scored.points), scored.act));
    let mut fit = Fit::new(lens, seat, profile.spends, profile.stakes);
    let mut chosen: Vec<&Scored<'_>> = Vec::new();
    let slept = answer(profile, lens, seat, dice, &scored, &mut fit, &mut chosen);
    report(&scored, &mut fit, &mut chosen);
    let mut starts = |fit: &mut Fit<'_>| report_at_once(profile, lens, seat, &sight, dice, fit);
    fill(profile, lens, &scored, &mut fit, &mut chosen, &mut starts);
    sealed.reason = Some(sentence(lens, &chosen, slept));
    sealed.acts = fit.acts;
}

/// Answers the open decisions: at the last moment always, before it unless the profile would rather sleep on it.
/// Gives the title of one it has put off.
fn answer<'l, 's>(
    profile: &Profile,
    lens: &Lens<'l>,
    seat: SeatId,
    dice: Dice,
    scored: &'s [Scored<'l>],
    fit: &mut Fit<'_>,
    chosen: &mut Vec<&'s Scored<'l>>,
) -> Option<&'l Decision> {
    let turn = lens.turn();
    let mut slept = None;
    let mut open: Vec<(&Decision, u16)> = lens
        .open_decisions()
        .filter(|(decision, _)| decision.seat == seat)
        .collect();
    open.sort_by_key(|(decision, until)| (*until, decision.id));
    for (decision, until) in open {
        let is_due = until <= turn || turn >= lens.last_turn();
        let words = [lens.word(seat), lens.decision_word(decision.id)];
        let sleeps = || {
            dice.of(Roll::Bot, &words, 2, turn, 0)
                .per_mille(profile.sleeps)
        };
        if is_due {
            fit.stretch();
        } else if sleeps() {
            slept = Some(decision);
            continue;
        }
        let best = scored.iter().find(|scored| {
            let answers = matches!(scored.act, Act::Answer { choice } if lens.decision_of(choice) == decision.id);
            answers && fit.takes(scored.act)
        });
        if let Some(best) = best
            && (is_due || best.points >= profile.bar)
            && fit.add(best.act)
        {
            chosen.push(best);
        }
    }
    slept
}

/// Files the reports that fall due before the next turn is over, whatever else there is to do.
fn report<'l, 's>(scored: &'s [Scored<'l>], fit: &mut Fit<'_>, chosen: &mut Vec<&'s Scored<'l>>) {
    for report in scored.iter().filter(|scored| scored.is_due) {
        fit.stretch();
        if fit.add(report.act) {
            chosen.push(report);
        }
    }
}

/// Fills what is left with whatever scores above the profile's bar, best first; `starts` follows each determination.
fn fill<'l, 's>(
    profile: &Profile,
    lens: &Lens<'l>,
    scored: &'s [Scored<'l>],
    fit: &mut Fit<'_>,
    chosen: &mut Vec<&'s Scored<'l>>,
    starts: &mut impl FnMut(&mut Fit<'_>),
) {
    for next in scored {
        if matches!(next.act, Act::Answer { .. }) || fit.acts.contains(&next.act) {
            continue;
        }
        let family = lens.family(&next.act);
        let same = fit
            .acts
            .iter()
            .filter(|act| lens.family(act) == family)
            .count();
        let tired = i32::try_from(same).unwrap_or(i32::MAX) * MORE_OF_THE_SAME;
        if next.points - tired >= profile.bar && fit.add(next.act) {
            chosen.push(next);
            if matches!(next.act, Act::Determine { .. }) {
                starts(fit);
            }
        }
    }
}

/// Files beside a determination what would be overdue before the seat sits down again.
fn report_at_once(
    profile: &Profile,
    lens: &Lens<'_>,
    seat: SeatId,
    sight: &Sight,
    dice: Dice,
    fit: &mut Fit<'_>,
) {
    let opened = lens.opened(seat, &fit.acts).into_iter();
    let mut scored: Vec<Scored<'_>> = opened
        .map(|act| act::score(profile, lens, seat, sight, dice, act))
        .filter(|scored| scored.is_due)
        .collect();
    scored.sort_by_key(|scored| (Reverse(scored.points), scored.act));
    for report in scored {
        fit.stretch();
        fit.add(report.act);
    }
}

/// Why: what spoke most for the answers, each by its question if there are several; without any, for the act that scored best.
fn sentence(lens: &Lens<'_>, chosen: &[&Scored<'_>], slept: Option<&Decision>) -> Reason {
    let answers = chosen.iter().filter_map(|scored| match scored.act {
        Act::Answer { choice } => Some((lens.decision_of(choice), scored)),
        _ => None,
    });
    let answers: Vec<_> = answers.collect();
    if let [(_, first), others @ ..] = &answers[..] {
        let reason = first.why.reason();
        // What speaks for all of them is said once.
        if others.iter().all(|(_, other)| other.why.reason() == reason) {
            return reason;
        }
    }
    let of = |decision| {
        let mut open = lens.open_decisions();
        open.find(|(open, _)| open.id == decision)
    };
    let told = answers.iter().map(|(decision, scored)| {
        let reason = scored.why.reason();
        match of(*decision) {
            Some((open, _)) => reason.of(&open.title),
            None => reason,
        }
    });
    if let Some(all) = told.reduce(Reason::and) {
        return all;
    }
    let best = chosen.iter().max_by_key(|scored| scored.points);
    match (best, slept) {
        (Some(best), _) => best.why.reason(),
        (None, Some(decision)) => Why::Sleeps(&decision.title).reason(),
        (None, None) => Why::Waits.reason(),
    }
}
