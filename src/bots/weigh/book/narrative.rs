//! Speaking in public: who speaks early, who only when it knows, and who would rather not.

use crate::bots::weigh::act::Scored;
use crate::bots::weigh::act::Weigh;
use crate::bots::weigh::why::Why;
use crate::engine::ledger::narrative::Act;

/// Added for answering whoever has a deadline.
const ASKED: i32 = 26;
/// Added for taking back what one has found to be wrong.
const WRONG: i32 = 40;
/// Taken off for saying what one knows to be otherwise.
const LIE: i32 = 80;

impl<'a> Weigh<'_, 'a> {
    pub(super) fn narrative(&self, scored: &mut Scored<'a>, act: Act) {
        let profile = self.profile;
        let (Act::HoldLine { story }
        | Act::Brief { story, .. }
        | Act::Correct { story }
        | Act::AnswerPress { story }) = act
        else {
            scored.take(scored.points / 2);
            let hurt = profile.people * self.sight.suffering() / 4000;
            scored.add(profile.evidence / 3 + hurt, Why::Study);
            return;
        };
        let Some(told) = self.lens.story(self.own, story) else {
            return;
        };
        let name = &told.row.name;
        scored.take(scored.points / 2);
        match act {
            Act::HoldLine { .. } => {
                scored.add(
                    profile.speaks + told.belief / 8 + told.silence * 4,
                    Why::Silence(name),
                );
                scored.take(if told.silence == 0 && told.is_spoken_of {
                    LIE / 4
                } else {
                    0
                });
            }
            Act::AnswerPress { .. } => scored.add(ASKED + profile.speaks, Why::Pressed(name)),
            Act::Brief { stance, podium, .. } => {
                scored.add(profile.speaks + told.belief / 6, Why::Silence(name));
                match told.known {
                    Some(known) if known == stance => scored.add(ASKED, Why::Knows(name)),
                    Some(_) => scored.take(LIE),
                    None => scored.take(profile.evidence * 3 / 2 + 10),
                }
                // Whoever leans on relations keeps the team off the podium.
                scored.take(if podium { profile.repair } else { 0 });
            }
            Act::Correct { .. } => match (told.said, told.known) {
                (Some(said), Some(known)) if said != known => {
                    scored.add(WRONG, Why::Knows(name));
                }
                _ => scored.take(LIE),
            },
            Act::Interview { .. } => {}
        }
    }
}
