//! The response menu: who likes to press, and who does the homework first.

use crate::bots::weigh::act::Scored;
use crate::bots::weigh::act::Weigh;
use crate::bots::weigh::why::Why;
use crate::engine::ledger::measures::Act;
use crate::model::ledger::measures::Category;

/// Taken off a measure that nobody calls for and that presses.
const UNCALLED: i32 = 30;
/// Added for what is quick and reopens a channel.
const REOPENS: i32 = 12;

impl<'a> Weigh<'_, 'a> {
    pub(super) fn measures(&self, scored: &mut Scored<'a>, act: Act) {
        let Some(measure) = self.lens.measure(act.measure()) else {
            return;
        };
        let profile = self.profile;
        let row = measure.row;
        let name = &row.name;
        let presses = matches!(
            row.form.category(),
            Category::Restrictive | Category::LawfulResponse
        );
        // What somebody is going to press with is worth preparing; the rest can lie.
        let called = measure.pressed / 3;
        let likes = if presses {
            profile.presses + called - UNCALLED
        } else {
            profile.calms
        };
        match act {
            Act::Check { .. } | Act::Consult { .. } => {
                scored.take(scored.points / 2);
                scored.add(profile.evidence + likes.min(0), Why::Homework(name));
            }
            Act::Exempt { .. } => {
                scored.take(scored.points / 2);
                let needed = if measure.taken { REOPENS } else { likes.min(0) };
                scored.add(profile.repair + needed, Why::Channel(name));
            }
            Act::Guide { .. } => scored.add(profile.repair + REOPENS, Why::Channel(name)),
            Act::Take { .. } => {
                scored.take(scored.points / 2);
                let why = if measure.pressed > 0 && presses {
                    Why::Called(name)
                } else {
                    Why::Menu(name)
                };
                scored.add(likes, why);
                if row.form.is_weighty() {
                    scored.take(if measure.checked { 0 } else { profile.evidence });
                    let asked = i32::from(!measure.consulted);
                    scored.take(asked * profile.evidence / 2);
                }
                if !row.cuts.is_empty() && !measure.exempt {
                    scored.take(profile.repair);
                }
            }
            Act::Lobby { member, .. } => {
                scored.take(scored.points / 2);
                scored.add(profile.presses / 2 + 8, Why::Menu(name));
                self.tone(scored, member);
            }
            Act::Assent { .. } => scored.add(likes + UNCALLED / 2, Why::Menu(name)),
            Act::Review { .. } => {
                scored.take(scored.points / 2);
                scored.add(profile.evidence / 2 + likes.min(8), Why::Homework(name));
            }
            Act::End { .. } => {
                let harms = !row.hurts.is_empty() || measure.channel < 500;
                scored.take(scored.points + profile.presses);
                scored.add(if harms { profile.repair } else { 0 }, Why::Channel(name));
            }
        }
    }
}
