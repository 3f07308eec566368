//! What a profile makes of flaws: whom to tell, what to keep, and how soon a fix goes out.

use crate::bots::weigh::act::Scored;
use crate::bots::weigh::act::Weigh;
use crate::bots::weigh::why::Why;
use crate::engine::ledger::disclosure::Act;
use crate::engine::ledger::disclosure::Flaw;
use crate::model::ActorId;
use crate::model::ledger::disclosure::Size;
use crate::model::ledger::disclosure::VendorRole;

/// What is worth preparing is worth more before it begins.
const IN_TIME: i32 = 12;
/// Work on a fix goes before talk about it.
const MENDS: i32 = 18;
/// Taken off for what is done once the moment is there and not before.
const TOO_SOON: i32 = 30;

impl<'a> Weigh<'_, 'a> {
    pub(super) fn disclosure(&self, scored: &mut Scored<'a>, act: Act) {
        let Some(flaw) = act.case().and_then(|case| self.lens.flaw(case, self.own)) else {
            self.prepares(scored, act);
            return;
        };
        // Nobody argues from the whole of an alarm about a flaw that is merely bad.
        let urgent = self.profile.alarm * flaw.severity / 10;
        let is_used = flaw.is_attacked || flaw.is_exploited;
        match act {
            Act::Inform { who, .. } => self.inform(scored, &flaw, who, urgent),
            Act::ReportToState { .. } => self.report_to_state(scored, &flaw),
            Act::Validate { .. } => scored.add(urgent + MENDS, Why::Flaw(flaw.title)),
            Act::Defer { .. } => scored.take(urgent + MENDS),
            Act::ProposeEmbargo { .. } | Act::AcceptEmbargo { .. } => {
                let keeps = self.profile.breach / 3 + self.profile.prudence;
                scored.add(keeps, Why::Embargo(flaw.title));
                scored.take(self.profile.audiences.public.max(0) / 2);
            }
            Act::RejectEmbargo { .. } => {
                scored.add(self.profile.audiences.public, Why::Free(flaw.title));
                scored.take(self.profile.breach / 2);
            }
            Act::ReviseEmbargo { .. } => {
                scored.take(scored.points / 2);
                let is_short = !flaw.most_are_ready && flaw.ends_soon;
                let keeps = if is_short && !is_used {
                    self.profile.breach / 3 + MENDS
                } else {
                    -TOO_SOON
                };
                scored.add(keeps, Why::Embargo(flaw.title));
            }
            Act::LeaveEmbargo { .. } => scored.take(self.profile.breach / 2 + TOO_SOON / 2),
            Act::TellPartners { .. } => self.tell_partners(scored, &flaw),
            Act::AskHelp { of, .. } => {
                scored.add(urgent / 2 + MENDS, Why::Helped(self.name(of)));
                scored.take(self.profile.breach / 10);
            }
            Act::BuildFix { .. } => scored.add(urgent + MENDS * 2, Why::Flaw(flaw.title)),
            Act::TestFix { .. } => {
                scored.add(
                    self.profile.evidence + self.profile.prudence + MENDS,
                    Why::Tests(flaw.title),
                );
                scored.take(if is_used { urgent / 2 } else { 0 });
            }
            Act::ShipFix { .. } => self.ship(scored, &flaw, urgent, is_used),
            Act::PublishAdvisory { .. } => {
                scored.take(scored.points / 2);
                self.keeps_word(scored, &flaw);
                let worth =
                    self.profile.audiences.public + if is_used { urgent } else { -TOO_SOON };
                scored.add(worth, Why::Race(flaw.title));
            }
            Act::Mitigate { .. } => {
                let worth = if is_used || flaw.is_public {
                    urgent
                } else {
                    urgent / 3
                };
                scored.add(worth, Why::Race(flaw.title));
                scored.take(scored.points / 3);
            }
            Act::UrgeDeployment { .. } => {
                scored.add(
                    self.profile.audiences.operators + urgent / 3,
                    Why::Race(flaw.title),
                );
            }
            Act::CreditFinder { .. } => {
                scored.add(
                    self.profile.repair + self.profile.audiences.peers / 2,
                    Why::Finder(flaw.title),
                );
            }
            Act::ThreatReport { .. } => {
                scored.take(scored.points / 2);
                scored.add(
                    self.profile.audiences.public
                        + self
                            .profile
                            .families
                            .of(crate::model::family::Family::Condemn)
                            / 2,
                    Why::Race(flaw.title),
                );
            }
            _ => {}
        }
    }

    fn inform(&self, scored: &mut Scored<'a>, flaw: &Flaw<'a>, who: ActorId, urgent: i32) {
        scored.take(scored.points / 2);
        let fear = self.profile.breach / 4;
        if let Some(vendor) = flaw.vendors.iter().find(|vendor| vendor.actor == who) {
            // Who mends most comes first; the small ones are those who are left out.
            let worth = match (vendor.role, vendor.size) {
                (VendorRole::Maintainer, _) | (_, Size::Large) => urgent + MENDS,
                (_, Size::Medium) => urgent,
                (_, Size::Small) => urgent / 3 + self.profile.audiences.peers - fear,
            };
            scored.add(worth, Why::Flaw(flaw.title));
            if flaw
                .coordinator
                .is_some_and(|calls_in| calls_in != self.own)
            {
                scored.take(fear + urgent / 2 + MENDS);
            }
        } else {
            scored.add(self.audience(who) + urgent / 4, Why::Tells(self.name(who)));
            // Each who knows makes a leak likelier.
            scored.take(fear);
        }
        if flaw.is_bound {
            scored.take(fear);
        }
    }

    fn report_to_state(&self, scored: &mut Scored<'a>, flaw: &Flaw<'a>) {
        scored.take(scored.points / 2);
        let bound = if flaw.is_due {
            self.profile.duty
        } else {
            self.profile.duty / 2
        };
        scored.add(bound, Why::Law(flaw.title));
        scored.add(self.profile.audiences.authorities / 2, Why::Law(flaw.title));
        self.keeps_word(scored, flaw);
    }

    fn tell_partners(&self, scored: &mut Scored<'a>, flaw: &Flaw<'a>) {
        scored.take(scored.points / 2);
        let news = flaw.is_ready && !flaw.has_said;
        let worth = match (news, flaw.is_due, flaw.is_silent) {
            (true, ..) => self.profile.repair + MENDS,
            (false, true, true) => self.profile.breach / 2,
            (false, false, true) => self.profile.repair / 2,
            (false, _, false) => -TOO_SOON,
        };
        scored.add(worth, Why::Word(flaw.title));
    }

    fn ship(&self, scored: &mut Scored<'a>, flaw: &Flaw<'a>, urgent: i32, is_used: bool) {
        scored.add(urgent + MENDS, Why::Flaw(flaw.title));
        if !flaw.is_tested {
            let rush = if is_used || flaw.is_public {
                urgent / 2
            } else {
                0
            };
            scored.take(
                self.profile.evidence + self.profile.prudence - rush.min(self.profile.evidence),
            );
        }
        if !flaw.most_are_ready {
            self.keeps_word(scored, flaw);
        }
    }

    /// Taken off for acting against an embargo of which the partners have not been told.
    fn keeps_word(&self, scored: &mut Scored<'a>, flaw: &Flaw<'a>) {
        if flaw.is_bound {
            scored.take(if flaw.is_silent {
                self.profile.breach
            } else {
                self.profile.breach / 3
            });
        }
    }

    fn prepares(&self, scored: &mut Scored<'a>, act: Act) {
        scored.take(scored.points / 2);
        let likes = self.profile.audiences;
        let is_early = self.lens.turn() == 0;
        let worth = match act {
            Act::PublishPolicy => self.profile.duty / 4 + likes.peers / 2,
            Act::OpenGateway => likes.abroad + self.profile.breach / 8,
            Act::PromiseSafeHarbour => likes.peers / 2 + self.profile.repair,
            Act::JoinCoalition => likes.peers + likes.operators / 2,
            _ => likes.operators / 2 + likes.public,
        };
        scored.add(worth + if is_early { IN_TIME } else { 0 }, Why::Prepares);
    }
}
