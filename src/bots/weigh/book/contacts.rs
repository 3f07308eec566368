//! What a profile makes of looking after its contacts.

use crate::bots::weigh::act::Scored;
use crate::bots::weigh::act::Weigh;
use crate::bots::weigh::why::Why;
use crate::engine::ledger::contacts::Act;
use crate::engine::ledger::contacts::Freshness;

/// What is worth preparing is worth more before it begins.
const IN_TIME: i32 = 10;

impl<'a> Weigh<'_, 'a> {
    pub(super) fn contacts(&self, scored: &mut Scored<'a>, act: Act) {
        scored.take(scored.points / 2);
        let (profile, lens) = (self.profile, self.lens);
        let likes = profile.audiences;
        if lens.turn() == 0 {
            scored.add(IN_TIME, Why::Prepares);
        }
        match act {
            Act::Ping { contact } => {
                let (whom, freshness) = lens.entry(contact);
                let worth = self.audience(whom) / 2;
                let doubt = if freshness == Freshness::Unproven {
                    worth
                } else {
                    0
                };
                scored.add(doubt, Why::Reach(self.name(whom)));
                // A ping is cheap, and those who check things check addresses too.
                scored.add(profile.evidence / 4, Why::Reach(self.name(whom)));
            }
            Act::SendNote { contact } => {
                let (whom, freshness) = lens.entry(contact);
                let worth = self.audience(whom) / 2;
                let worth = match freshness {
                    Freshness::Dead => worth + profile.repair / 2,
                    Freshness::Unproven => worth / 3,
                    _ => 0,
                };
                scored.add(worth, Why::Reach(self.name(whom)));
                // Those who like it on the record.
                scored.add(profile.breach / 12, Why::Reach(self.name(whom)));
            }
            Act::Search { to } => {
                scored.add(self.audience(to), Why::Reach(self.name(to)));
            }
            Act::Arrange { with } => {
                let worth = self.audience(with) / 2 + profile.breach / 6;
                scored.add(worth, Why::Reach(self.name(with)));
            }
            Act::OpenDoor { to } => {
                let worth = i32::midpoint(self.audience(to), profile.prudence);
                scored.add(worth, Why::Reach(self.name(to)));
            }
            Act::Join { body } => {
                scored.add(
                    i32::midpoint(likes.peers, likes.abroad),
                    Why::Reach(self.name(body)),
                );
            }
            Act::Convene { with, .. } => {
                let worth = profile.prudence + profile.repair / 2 + self.audience(with) / 3;
                scored.add(worth, Why::Reach(self.name(with)));
            }
            Act::Render { fact, .. } => {
                let Some(title) = lens.fact(fact).map(|row| &row.title) else {
                    return;
                };
                let worth = i32::midpoint(likes.state, profile.repair) + profile.prudence / 4;
                scored.add(worth, Why::Words(title));
            }
            Act::Clarify { fact } => {
                let Some(title) = lens.fact(fact).map(|row| &row.title) else {
                    return;
                };
                let worth = profile.evidence / 2 + profile.prudence / 2;
                scored.add(worth, Why::Means(title));
            }
            Act::AgreeMarkings { with } => {
                let worth = self.audience(with) / 2 + profile.breach / 6;
                scored.add(worth, Why::Words(self.name(with)));
            }
        }
    }
}
