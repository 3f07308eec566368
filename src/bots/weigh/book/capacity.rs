//! What a profile makes of its people, its tickets and offers of help.

use crate::bots::weigh::act::Scored;
use crate::bots::weigh::act::Weigh;
use crate::bots::weigh::why::Why;
use crate::engine::ledger::capacity::Act;
use crate::model::OfferId;

/// What is worth preparing is worth more before it begins.
const IN_TIME: i32 = 8;

impl<'a> Weigh<'_, 'a> {
    pub(super) fn capacity(&self, scored: &mut Scored<'a>, act: Act) {
        scored.take(scored.points / 2);
        let (profile, lens) = (self.profile, self.lens);
        let alarm = profile.alarm * self.sight.alarm() / 1000;
        let fatigue = lens.fatigue(self.seat).unwrap_or(0);
        if lens.turn() == 0 {
            scored.add(IN_TIME, Why::Prepares);
        }
        match act {
            Act::Triage => {
                // The more lies about the more may lie among it.
                let heap = lens.tickets(self.seat).unwrap_or(0).min(40);
                scored.add(heap * (profile.evidence + 12) / 30, Why::Tickets);
            }
            Act::Rest => {
                scored.take(alarm + 20);
                scored.add((fatigue - 20).max(0) * (profile.hours + 6) / 10, Why::Tired);
            }
            Act::Surge => {
                scored.add(alarm * 2, Why::Surge);
                scored.take(fatigue / 2 + profile.hours * 3);
            }
            Act::Rota => scored.add(profile.duty / 8 + fatigue / 4, Why::Tired),
            Act::ReadNorms | Act::AskNorms { .. } => {
                scored.add(profile.prudence + profile.breach / 10, Why::Norms);
            }
            Act::Accept { offer } => {
                let (worth, from) = self.offered(offer);
                scored.add(worth + fatigue / 3 + alarm / 2, Why::Helped(from));
            }
            Act::Decline { offer } => {
                let (worth, from) = self.offered(offer);
                scored.add(-worth / 2, Why::Strings(from));
                scored.take(fatigue / 3);
            }
            Act::BriefVolunteers { .. } => {
                scored.add(
                    profile.audiences.public / 2 + profile.prudence / 2,
                    Why::Volunteers,
                );
            }
            Act::AnswerFor { from } => {
                let worth = self.audience(from) / 2 + profile.repair / 2;
                scored.add(worth, Why::AnswersFor(self.name(from)));
            }
            Act::SendVolunteers { .. } => {
                scored.add(alarm / 2 + profile.audiences.public, Why::Volunteers);
            }
            Act::Plead { from } => {
                scored.add(fatigue / 3 + alarm / 2, Why::Helped(self.name(from)));
                scored.take(profile.prudence / 2);
            }
        }
    }

    /// What an offer is worth once those who mind are counted, and who makes it.
    fn offered(&self, offer: OfferId) -> (i32, &'a crate::text::SafeText) {
        let row = self.lens.offer_card(offer);
        let minded: i32 = row
            .wary
            .iter()
            .map(|wary| self.audience(*wary).max(0))
            .sum();
        let gain = row.hours * 6 + row.tickets * 2 + row.tier * 8 + self.audience(row.from) / 2;
        (gain - minded * row.wary_cost / 4, self.name(row.from))
    }
}
