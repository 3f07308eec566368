//! Responsibility profiles, and what technical work meant between states.

use std::collections::BTreeMap;

use crate::engine::event::What;
use crate::engine::ledger::norms::NormEvent;
use crate::engine::ledger::trust::TrustEvent;
use crate::engine::tell::signed;
use crate::model::ActorId;
use crate::model::family::Family;
use crate::model::ledger::Ledger;
use crate::model::norm::Bearing;
use crate::model::norm::Norm;
use crate::model::roster::Seat;
use crate::model::roster::SeatKind;
use crate::report::debrief::DiplomacyPart;
use crate::report::debrief::NormAct;
use crate::report::debrief::NormPart;
use crate::report::debrief::ProfilePart;
use crate::report::debrief::build::Maker;
use crate::text::SafeText;

/// How many changes of trust are told of one seat's technical work.
const MOST_TRUST: usize = 5;

impl Maker<'_> {
    pub(super) fn profiles(&self) -> Vec<ProfilePart> {
        if !self.scenario.ledgers.contains(&Ledger::Norms) {
            return Vec::new();
        }
        let mut acts: BTreeMap<(ActorId, Norm), Vec<NormAct>> = BTreeMap::new();
        for (place, event) in self.events.iter().enumerate() {
            if let What::Norms(NormEvent::Noted {
                actor,
                norm,
                bearing,
                contested,
            }) = event.what
            {
                let mut baselines = self.scenario.norms.baselines.iter();
                let departs = bearing == Bearing::Strained
                    && baselines.any(|row| (row.actor, row.norm) == (actor, norm));
                let act = self.norm_act(place, bearing, contested, departs);
                acts.entry((actor, norm)).or_default().push(act);
            }
        }
        let baseline = |actor: ActorId, norm: Norm| {
            let mut baselines = self.scenario.norms.baselines.iter();
            baselines.find(|baseline| baseline.actor == actor && baseline.norm == norm)
        };
        let actors = self.scenario.actors.iter();
        let profiles = actors.map(|actor| {
            let rows = Norm::ALL.into_iter().filter_map(|norm| {
                let acts = acts.remove(&(actor.id, norm)).unwrap_or_default();
                let baseline = baseline(actor.id, norm).map(|baseline| baseline.text.clone());
                (baseline.is_some() || !acts.is_empty()).then(|| NormPart {
                    norm: self.words.say(norm.key()),
                    baseline: baseline.unwrap_or_default(),
                    acts,
                })
            });
            ProfilePart {
                actor: actor.name.clone(),
                is_state: actor.kind.is_state(),
                is_own: self.speaks_for(actor.id),
                rows: rows.collect(),
            }
        });
        let mut profiles: Vec<ProfilePart> = profiles
            .filter(|profile| !profile.rows.is_empty())
            .collect();
        profiles.sort_by_key(|profile| !profile.is_own);
        profiles
    }

    /// Whether one of the viewer's seats is an actor, or acts for it.
    fn speaks_for(&self, actor: ActorId) -> bool {
        self.viewer.seats.iter().any(|seat| {
            let own = self.scenario.seats[seat.index()].actor;
            own == actor || self.scenario.actors[own.index()].acts_for == Some(actor)
        })
    }

    fn norm_act(&self, place: usize, bearing: Bearing, contested: bool, departs: bool) -> NormAct {
        let doer = self.doer(place);
        let rationale = doer.and_then(|doer| match &self.events[doer].what {
            What::Acted { seat, .. } => {
                let turn = self.course.turns[doer];
                let text = self.voice(self.course.rationale(turn, *seat)?);
                Some(if self.course.is_of_plan(turn, *seat) {
                    self.fill("debrief-of-plan", &[("text", (&text).into())])
                } else {
                    text
                })
            }
            _ => None,
        });
        NormAct {
            at: self.at(place),
            bearing,
            bearing_word: self.words.say(match (bearing, contested) {
                (Bearing::Upheld, _) => "debrief-upheld",
                (Bearing::Strained, false) => "debrief-strained",
                (Bearing::Strained, true) => "debrief-contested",
            }),
            contested,
            // What nobody at a seat did is evidence by itself: a text that came out, a fix that was shipped.
            evidence: doer
                .or_else(|| self.graph.parent(place))
                .map(|evidence| self.tell(evidence))
                .unwrap_or_default(),
            rationale: match rationale {
                Some(text) if departs => {
                    self.fill("debrief-deviation", &[("text", (&text).into())])
                }
                Some(text) => text,
                None if departs => self.words.say("debrief-deviation-none"),
                None => SafeText::default(),
            },
        }
    }

    pub(super) fn diplomacy(&self) -> Vec<DiplomacyPart> {
        let seats = self.scenario.seats.iter();
        seats
            .filter(|seat| matches!(seat.kind, SeatKind::Cert | SeatKind::Vendor))
            .map(|seat| DiplomacyPart {
                seat: seat.title.clone(),
                is_own: self.is_own(seat.id),
                lines: self.diplomacy_of(seat),
            })
            .collect()
    }

    /// How others abroad and organs of states came to see a technical seat by its technical acts, and what those meant for the
    /// state it acts for.
    fn diplomacy_of(&self, seat: &Seat) -> Vec<SafeText> {
        let actors = &self.scenario.actors;
        let own = &actors[seat.actor.index()];
        let mut moved: BTreeMap<ActorId, i32> = BTreeMap::new();
        let mut norms: BTreeMap<(ActorId, Norm, Bearing), u16> = BTreeMap::new();
        for (place, event) in self.events.iter().enumerate() {
            let is_noted = match event.what {
                What::Trust(TrustEvent::Moved { from, to, .. }) => {
                    let other = &actors[from.index()];
                    to == own.id && (other.region != own.region || other.kind.is_state())
                }
                What::Norms(NormEvent::Noted { actor, .. }) => actor != own.id,
                _ => false,
            };
            if !is_noted || !self.is_technical_act_of(place, seat) {
                continue;
            }
            match event.what {
                What::Trust(TrustEvent::Moved { from, by, .. }) => {
                    *moved.entry(from).or_default() += by;
                }
                What::Norms(NormEvent::Noted {
                    actor,
                    norm,
                    bearing,
                    ..
                }) => *norms.entry((actor, norm, bearing)).or_default() += 1,
                _ => {}
            }
        }
        let mut moved: Vec<(ActorId, i32)> = moved.into_iter().filter(|(_, by)| *by != 0).collect();
        moved.sort_by_key(|(actor, by)| (std::cmp::Reverse(by.abs()), *actor));
        let trust = moved.into_iter().take(MOST_TRUST).map(|(actor, by)| {
            let args = [
                ("from", self.teller.actor(actor).into()),
                ("to", (&own.name).into()),
                ("by", signed(by).into()),
            ];
            self.fill("debrief-followed-trust", &args)
        });
        let norms = norms.into_iter().map(|((actor, norm, bearing), times)| {
            let args = [
                ("actor", self.teller.actor(actor).into()),
                ("norm", self.words.say(norm.key()).into()),
                ("times", times.into()),
            ];
            match bearing {
                Bearing::Upheld => self.fill("debrief-diplomacy-upheld", &args),
                Bearing::Strained => self.fill("debrief-diplomacy-strained", &args),
            }
        });
        trust.chain(norms).collect()
    }

    fn is_technical_act_of(&self, place: usize, of: &Seat) -> bool {
        self.doer(place)
            .is_some_and(|doer| match &self.events[doer].what {
                What::Acted { seat, act, .. } => {
                    let family = act.family(self.scenario);
                    *seat == of.id
                        && matches!(family, Family::Share | Family::Contain | Family::Hold)
                }
                _ => false,
            })
    }
}
