//! What a profile makes of saying who it was.
//!
//! A profile has an eagerness to name and a care for evidence. The eager open a procedure early, skip gates and name on
//! moderate evidence; the careful write the paper, brief allies, preserve, and defer where little is known.

use crate::bots::weigh::act::Scored;
use crate::bots::weigh::act::Weigh;
use crate::bots::weigh::why::Why;
use crate::engine::ledger::attribution::Act;
use crate::model::HypothesisId;
use crate::model::family::Family;
use crate::model::ledger::attribution::Certainty;
use crate::model::ledger::attribution::Contribution;
use crate::model::ledger::attribution::Doctrine;
use crate::model::ledger::attribution::Gate;

/// How far an open procedure draws whoever opened it.
const UNDER_WAY: i32 = 24;

impl<'a> Weigh<'_, 'a> {
    pub(super) fn attribution(&self, scored: &mut Scored<'a>, act: Act) {
        let (names, evidence) = (self.profile.names, self.profile.evidence);
        scored.take(scored.points);
        match act {
            Act::AdoptDoctrine { doctrine } => self.doctrine(scored, doctrine),
            Act::SetThreshold { certainty } => {
                let fits = match certainty {
                    Certainty::Low => names - evidence,
                    Certainty::Moderate => 12,
                    Certainty::High => evidence - names / 2,
                };
                let has = self.lens.threshold(self.own).is_some();
                scored.add(fits / 2 - if has { 40 } else { 0 }, Why::Threshold);
            }
            Act::OpenCase { hypothesis } => {
                let found = self.points(hypothesis);
                scored.add(
                    names * found / 50,
                    Why::Evident(self.hypothesis(hypothesis)),
                );
                scored.take(evidence * (60 - found).max(0) / 60);
            }
            Act::PassGate { gate, .. } => {
                // What a team will add is waited for, by those who care for evidence.
                let waits = if gate == Gate::Input { evidence } else { 0 };
                scored.add(UNDER_WAY + evidence / 2 - waits, Why::Procedure);
            }
            Act::SkipGate { .. } => scored.add(names - evidence * 2, Why::Haste),
            Act::Contribute { hypothesis, how } => self.contribute(scored, hypothesis, how),
            Act::AskRelease { .. } => scored.add(8 + evidence / 2 + names / 4, Why::Releases),
            Act::Preserve { .. } => scored.add(evidence / 2, Why::Preserves),
            Act::BriefAllies => scored.add(UNDER_WAY / 2 + evidence, Why::Briefs),
            Act::Name { cites } => self.name_in_public(scored, cites.len()),
            Act::Unnamed { cites } => {
                let Some(hypothesis) = self.lens.case_about(self.own) else {
                    return;
                };
                let unsupported = self.unsupported(hypothesis, cites.len());
                let condemns = self.profile.families.of(Family::Condemn);
                scored.add(condemns, Why::Family(Family::Condemn));
                scored.take(unsupported * (6 + evidence / 2));
            }
            Act::Demarche => {
                let Some(hypothesis) = self.lens.case_about(self.own) else {
                    return;
                };
                let found = self.points(hypothesis);
                scored.add(
                    evidence + found / 4 - names / 2,
                    Why::Quietly(self.hypothesis(hypothesis)),
                );
            }
            Act::Defer => {
                let Some(hypothesis) = self.lens.case_about(self.own) else {
                    return;
                };
                let doubt = 40 - self.points(hypothesis);
                let left = self.lens.last_turn().saturating_sub(self.lens.turn());
                // Who has just begun does not put it off; who can't finish says so.
                let begun = if left < 3 { 0 } else { UNDER_WAY / 2 };
                scored.add(
                    evidence * doubt / 30 + 4 - begun,
                    Why::Doubts(self.hypothesis(hypothesis)),
                );
            }
            Act::PublishReport { hypothesis } => {
                let found = self.points(hypothesis);
                let likes = self.profile.audiences.public + names;
                scored.add(
                    likes * found / 60,
                    Why::Evident(self.hypothesis(hypothesis)),
                );
                scored.take(evidence * (70 - found).max(0) / 40);
            }
            Act::GoToCourt { hypothesis } => {
                let found = self.points(hypothesis);
                scored.add(evidence * found / 60, Why::Court);
            }
        }
    }

    fn doctrine(&self, scored: &mut Scored<'a>, doctrine: Doctrine) {
        let (names, evidence) = (self.profile.names, self.profile.evidence);
        if self.lens.has_doctrine(self.own) {
            // A policy is not changed in a crisis.
            scored.take(60);
            return;
        }
        let fits = match doctrine {
            Doctrine::Missing => 0,
            Doctrine::Names => names,
            Doctrine::Together => self.profile.audiences.abroad + evidence / 2,
            Doctrine::Reserves => evidence - names / 2,
        };
        scored.add(fits + 10, Why::Doctrine);
    }

    fn contribute(&self, scored: &mut Scored<'a>, hypothesis: HypothesisId, how: Contribution) {
        let (evidence, guards) = (self.profile.evidence, self.profile.insulates);
        let found = self.points(hypothesis);
        let below = self
            .lens
            .threshold(self.own)
            .is_some_and(|least| self.lens.certainty_of(hypothesis) < least);
        let name = self.hypothesis(hypothesis);
        match how {
            Contribution::Public => {
                scored.add(self.profile.names * found / 60, Why::Evident(name));
                scored.take(guards * 2);
            }
            Contribution::Confidential => {
                scored.add(
                    self.profile.audiences.state + found / 5,
                    Why::Contributes(name),
                );
                scored.take(guards / 2);
            }
            Contribution::Panel => {
                scored.add(evidence / 2 + guards * found / 80, Why::Peers(name));
            }
            Contribution::Nothing => {
                let refuses = guards - self.profile.audiences.state / 2;
                let below = if below { 30 } else { 0 };
                scored.add(refuses + below - found / 4, Why::StaysOut(name));
            }
        }
        if below && how != Contribution::Nothing {
            scored.take(guards + evidence);
        }
    }

    fn name_in_public(&self, scored: &mut Scored<'a>, cites: usize) {
        let (names, evidence) = (self.profile.names, self.profile.evidence);
        let Some(hypothesis) = self.lens.case_about(self.own) else {
            return;
        };
        let found = self.points(hypothesis);
        let shown = self
            .lens
            .showable_of(self.own, hypothesis)
            .map_or(0, |shown| shown.points);
        let condemns = self.profile.families.of(Family::Condemn);
        scored.add(
            names * (found + shown) / 80 + condemns / 3,
            Why::Names(self.hypothesis(hypothesis)),
        );
        // Doubt weighs with those who ask for proof before others do.
        scored.take(evidence * (75 - found).max(0) / 25);
        scored.take(evidence * (40 - shown).max(0) / 60);
        scored.take(self.unsupported(hypothesis, cites) * (6 + evidence / 2));
        scored.add(
            i32::try_from(cites).unwrap_or(0),
            Why::Names(self.hypothesis(hypothesis)),
        );
    }

    /// How many of so many norms cited the evidence at hand does not carry.
    fn unsupported(&self, hypothesis: HypothesisId, cites: usize) -> i32 {
        let carried = self.lens.citable(self.own, hypothesis);
        i32::try_from(cites.saturating_sub(carried)).unwrap_or(0)
    }

    fn points(&self, hypothesis: HypothesisId) -> i32 {
        let found = self.lens.confidence_of(self.own, hypothesis);
        found.map_or(0, |found| found.points)
    }

    fn hypothesis(&self, hypothesis: HypothesisId) -> &'a crate::text::SafeText {
        self.lens.hypothesis_name(hypothesis)
    }
}
