//! What a profile makes of leave, holds, charters and roles.

use crate::bots::weigh::act::Scored;
use crate::bots::weigh::act::Weigh;
use crate::bots::weigh::why::Why;
use crate::engine::ledger::mandate::Act;
use crate::engine::ledger::mandate::Status;
use crate::model::ledger::mandate::Advice;
use crate::model::ledger::mandate::PayLine;

/// What is worth preparing is worth more before it begins.
const IN_TIME: i32 = 12;
/// Taken off for what a house does not do lightly.
const GRAVE: i32 = 30;

impl<'a> Weigh<'_, 'a> {
    pub(super) fn mandate(&self, scored: &mut Scored<'a>, act: Act) {
        scored.take(scored.points / 2);
        let (profile, lens) = (self.profile, self.lens);
        let likes = profile.audiences;
        let alarm = profile.alarm * self.sight.alarm() / 1000;
        if lens.turn() == 0 && !matches!(act, Act::ReportTo { .. }) {
            scored.add(IN_TIME, Why::Prepares);
        }
        match act {
            Act::AskPermit { permit } => {
                let (name, status) = lens.permit(permit);
                // Those who keep within bounds want them drawn before they reach them.
                let worth = profile.breach / 6 + profile.duty / 10 + alarm / 3;
                scored.add(worth, Why::Leave(name));
                if status == Status::Refused {
                    scored.take(worth / 2);
                }
            }
            Act::GivePermit { permit } => {
                let (name, status) = lens.permit(permit);
                let asked = if status == Status::Asked {
                    profile.repair
                } else {
                    0
                };
                scored.add(alarm + likes.state / 2 + asked, Why::Leave(name));
                scored.take(profile.prudence / 2);
            }
            Act::PutHold { cert } => {
                scored.take(GRAVE + alarm);
                let low = profile.prudence * self.sight.low / 500;
                scored.add(low, Why::Holds(self.name(cert)));
            }
            Act::LiftHold { cert } => {
                scored.add(alarm + likes.state / 2, Why::Lifts(self.name(cert)));
            }
            Act::Designate { cert } => {
                scored.add(
                    likes.peers / 2 + profile.prudence / 2,
                    Why::Designates(self.name(cert)),
                );
            }
            Act::SignCharter => scored.add(likes.peers + profile.repair / 2, Why::Charter),
            Act::AcceptRole => {
                scored.add(likes.authorities, Why::Role);
                scored.take(likes.peers + likes.operators);
            }
            Act::RefuseRole => {
                scored.add(likes.peers + likes.operators, Why::Independent);
                scored.take(likes.authorities);
            }
            Act::BringIn { ministry } => {
                let worth = alarm / 2 + likes.state / 2;
                scored.add(worth, Why::BringsIn(self.name(ministry)));
                // Most of it is solved among technical people.
                scored.take(likes.peers);
            }
            Act::PublishProcess => scored.add(profile.repair, Why::Open),
            Act::ReportTo { .. } => scored.take(GRAVE),
            Act::AdviseVictim { victim, advice } => {
                let leans = match advice {
                    Advice::Against => profile.breach / 4,
                    Advice::Facts => profile.evidence / 2,
                    Advice::Stall => profile.prudence / 2,
                };
                let worth = self.audience(victim) / 2 + alarm / 2 + leans;
                scored.add(worth, Why::Ransom(self.name(victim)));
            }
            Act::TryCopies { victim } => {
                let worth = self.audience(victim) / 2 + alarm + likes.operators / 2;
                scored.add(worth, Why::Copies(self.name(victim)));
            }
            Act::PaymentLine { line } => {
                let leans = match line {
                    PayLine::Forbid => profile.breach / 6 + alarm / 2,
                    PayLine::Report => profile.duty / 8 + profile.prudence / 2,
                };
                scored.add(leans, Why::PaymentLine);
                // Before anybody is asked for money it sounds like an invitation.
                scored.take(if lens.turn() == 0 { GRAVE } else { 0 });
            }
        }
    }
}
