//! How members decide together on a measure: from the turn after it was proposed, until its time on the table is over.

use crate::engine::decide::Origin;
use crate::engine::decide::Play;
use crate::engine::dice::Roll;
use crate::engine::event::Cause;
use crate::engine::ledger::measures::Event;
use crate::engine::ledger::measures::rules;
use crate::engine::rejection::Rejection;
use crate::model::MeasureId;
use crate::model::id::Kind;
use crate::model::ledger::measures::Measure;
use crate::model::ledger::measures::Rules;

/// The odds, in per mille, that a member assents: its own leaning, what it thinks of whoever asks, and how the text was prepared.
pub(super) fn assent_odds(
    numbers: &Rules,
    leaning: i32,
    trust: i32,
    now: (bool, bool, bool),
) -> i32 {
    let (checked, consulted, lobbied) = now;
    leaning
        .saturating_add((trust - 50) * 4)
        .saturating_add(if checked { 100 } else { 0 })
        .saturating_add(if consulted { 50 } else { 0 })
        .saturating_add(if lobbied { numbers.lobby } else { 0 })
        .clamp(20, 980)
}

/// Instructions take a night: a proposal is voted on from the turn after it was made.
pub(super) fn vote(play: &mut Play<'_>, row: &Measure) -> Result<(), Rejection> {
    let scenario = play.scenario();
    let numbers = &scenario.book.measures;
    let turn = play.state.turn();
    let Some((since, seat)) = rules::standing(play, row.id).proposed else {
        return Ok(());
    };
    if turn > since {
        for &(member, leaning) in &row.members {
            let now = rules::standing(play, row.id);
            let is_seated = scenario.is_seated(member);
            if is_seated || now.assents.contains(&member) {
                continue;
            }
            let prepared = (now.checked, now.consulted, now.lobbied.contains(&member));
            let asker = scenario.seats[seat.index()].actor;
            let trust = play.state.world.trust(member, asker);
            let odds = assent_odds(numbers, leaning, trust, prepared);
            let proposed = now.no;
            let words = [
                scenario.names.hash(Kind::Measure, row.id.0),
                scenario.names.hash(Kind::Actor, member.0),
            ];
            let mut die = play.state.dice.of(Roll::Assent, &words, 0, turn, 0);
            if die.per_mille(odds) {
                let measure = row.id;
                rules::emit(
                    play,
                    Cause::Event(proposed),
                    Event::Assented { measure, member },
                );
            }
        }
    }
    carry(play, row.id, since)
}

/// Whether enough have assented; then it is taken. After its time it is dropped.
fn carry(play: &mut Play<'_>, measure: MeasureId, since: u16) -> Result<(), Rejection> {
    let scenario = play.scenario();
    let numbers = &scenario.book.measures;
    let row = &numbers.menu[measure.index()];
    let now = rules::standing(play, measure);
    let (no, by) = (now.no, now.proposed.map(|(_, seat)| seat));
    let assents = now.assents.len() * 1000;
    let quorum = usize::try_from(numbers.quorum).unwrap_or(1000);
    if assents >= row.members.len() * quorum {
        let key = scenario.names.hash(Kind::Measure, measure.0);
        return rules::enact(play, measure, by, Origin::new(no, key));
    }
    let left = u16::try_from(numbers.vote_turns).unwrap_or(u16::MAX);
    if play.state.turn() >= since.saturating_add(left) {
        rules::emit(play, Cause::Event(no), Event::Dropped { measure });
    }
    Ok(())
}
