//! Says what the adversary did: to a seat the author's words for why something moved, never who it was.

use crate::engine::adversary::AdversaryEvent;
use crate::engine::tell::Teller;
use crate::text::SafeText;

impl Teller<'_> {
    pub(super) fn adversary_event(&self, event: &AdversaryEvent, sees_inside: bool) -> SafeText {
        let rules = &self.scenario.adversary;
        let who = rules
            .actor
            .map_or_else(SafeText::empty, |actor| self.actor(actor).clone());
        let who = ("actor", (&who).into());
        match *event {
            AdversaryEvent::Moved { place, .. } => match rules.moves.get(usize::from(place)) {
                Some(row) if sees_inside => {
                    self.fill("tell-adversary-moved", &[who, ("move", (&row.name).into())])
                }
                Some(row) => row.why.clone(),
                None => SafeText::empty(),
            },
            AdversaryEvent::Gained { by } => {
                self.fill("tell-adversary-gained", &[who, ("by", by.into())])
            }
            AdversaryEvent::Rotated { fact, .. } => self.fill(
                "tell-adversary-rotated",
                &[("fact", self.fact(fact).into())],
            ),
            AdversaryEvent::Evicted { zone, .. } => self.fill(
                "tell-adversary-evicted",
                &[who, ("zone", self.zone(zone).into())],
            ),
            AdversaryEvent::WentQuiet { .. } => self.fill("tell-adversary-quiet", &[who]),
            AdversaryEvent::Escalated => self.fill("tell-adversary-escalated", &[who]),
            AdversaryEvent::SawItselfNamed => self.fill("tell-adversary-named", &[who]),
            AdversaryEvent::Slept => self.fill("tell-adversary-slept", &[who]),
        }
    }
}
