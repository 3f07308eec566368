//! Speaking to other blocs: who asks first, and who calls its friends.

use crate::bots::weigh::act::Scored;
use crate::bots::weigh::act::Weigh;
use crate::bots::weigh::why::Why;
use crate::engine::ledger::tension::Act;
use crate::model::ledger::tension::Channel;

/// Added where something has been noticed and not been read yet.
const DOUBT: i32 = 14;
/// Taken off where the two have just spoken.
const SPOKE: i32 = 22;

impl<'a> Weigh<'_, 'a> {
    pub(super) fn tension(&self, scored: &mut Scored<'a>, act: Act) {
        let (Act::Consult { with: bloc, .. } | Act::Allies { about: bloc }) = act;
        let Some(pair) = self.lens.bloc(self.own, bloc) else {
            return;
        };
        let profile = self.profile;
        scored.take(scored.points / 2);
        let calms = profile.calms * pair.points / 50;
        match act {
            Act::Consult { channel, .. } => {
                scored.add(calms, Why::Tension(pair.name));
                scored.add(
                    if pair.doubted { DOUBT } else { 0 },
                    Why::Misread(pair.name),
                );
                scored.take(if pair.spoke { SPOKE } else { 0 });
                match channel {
                    Channel::Hotline => {}
                    // The slower, the earlier one has to begin.
                    Channel::PointOfContact => scored.add(profile.evidence / 4, Why::Prudence),
                    Channel::Police => {
                        scored.take(calms / 2);
                        scored.add(profile.evidence / 3, Why::Homework(pair.name));
                    }
                }
            }
            Act::Allies { .. } => {
                scored.add(profile.presses / 2, Why::Allies(pair.name));
                scored.take(calms);
            }
        }
    }
}
