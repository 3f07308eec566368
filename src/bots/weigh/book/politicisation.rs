//! What a profile makes of politicising a CERT, or of letting it be one.

use crate::bots::weigh::act::Scored;
use crate::bots::weigh::act::Weigh;
use crate::bots::weigh::why::Why;
use crate::engine::ledger::politicisation::Act;
use crate::model::ActorId;
use crate::model::family::Family;
use crate::model::ledger::politicisation::Order;

impl<'a> Weigh<'_, 'a> {
    pub(super) fn politicisation(&self, scored: &mut Scored<'a>, act: Act) {
        // Whoever wins by speaking leans to the podium; whoever guards the team's standing leans away from it.
        let loud = self.profile.families.of(Family::Condemn);
        let guards = self.profile.insulates;
        scored.take(scored.points);
        match act {
            Act::Instruct { cert, order } => match order {
                Order::Support => {
                    let alarm = self.profile.alarm * self.sight.alarm() / 1000;
                    scored.add(alarm / 2 + guards / 4, Why::Supports(self.name(cert)));
                }
                Order::Podium => {
                    let standing = self.profile.prudence * self.sight.low / 1000;
                    scored.add(loud / 2 + standing, Why::Podium(self.name(cert)));
                    scored.take(guards + self.spent(cert) / 2);
                }
                Order::Tasking => {
                    let escalates = self.profile.families.of(Family::Escalate);
                    scored.add(escalates / 3, Why::Family(Family::Escalate));
                    scored.take(guards + self.spent(cert));
                }
            },
            Act::OwnVoice { cert } => {
                let spent = self.spent(cert);
                scored.add(guards * spent / 60, Why::OwnVoice(self.name(cert)));
            }
            Act::PutUnder { cert, line } => {
                // The organigram is not changed for less than a standing that is lost.
                let safer = i32::from(line.exposure() < 1000);
                let spent = (self.spent(cert) - 40).max(0);
                scored.add(guards * spent / 60 * safer, Why::OwnVoice(self.name(cert)));
                scored.take(10);
            }
            Act::Refuse => {
                let spent = self.spent(self.own);
                scored.add(guards * spent / 60, Why::OwnVoice(self.name(self.own)));
            }
            Act::Process => {
                scored.add(guards / 2, Why::Process);
            }
        }
    }

    /// How much of a team's standing is spent, as far as one knows.
    fn spent(&self, cert: ActorId) -> i32 {
        self.lens.politicised(cert).unwrap_or(0)
    }
}
