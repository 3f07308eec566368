//! Says what happened in a ledger.

use crate::engine::ledger::facts::FactEvent;
use crate::engine::ledger::harm::HarmEvent;
use crate::engine::ledger::spread::SpreadEvent;
use crate::engine::tell::Teller;
use crate::model::ActorId;
use crate::model::FactId;
use crate::model::ZoneId;
use crate::model::effect::HarmKind;
use crate::text::Arg;
use crate::text::SafeText;

impl Teller<'_> {
    pub(super) fn fact_event(&self, event: &FactEvent, sees_inside: bool) -> SafeText {
        let about = |fact: FactId, actor: ActorId| {
            [
                ("fact", self.fact(fact).into()),
                ("actor", self.actor(actor).into()),
            ]
        };
        match event {
            FactEvent::Learned {
                actor,
                fact,
                marking,
                from,
                ..
            } => {
                let [fact, actor] = about(*fact, *actor);
                let label = ("label", Arg::from(self.marking(*marking)));
                match from {
                    Some(from) => self.fill(
                        "tell-learned-from",
                        &[fact, actor, label, ("from", self.actor(*from).into())],
                    ),
                    None => self.fill("tell-learned", &[fact, actor, label]),
                }
            }
            FactEvent::Published { fact, by, .. } => {
                self.fill("tell-published", &about(*fact, *by))
            }
            FactEvent::Relabelled { fact, tlp } => self.fill(
                "tell-relabelled",
                &[
                    ("fact", self.fact(*fact).into()),
                    ("tlp", tlp.label().into()),
                ],
            ),
            FactEvent::RelabelRefused { fact, by, .. } => {
                self.fill("tell-relabel-refused", &about(*fact, *by))
            }
            FactEvent::Derived { fact, by } => self.fill("tell-derived", &about(*fact, *by)),
            FactEvent::SourceExposed { fact, by } => {
                self.fill("tell-source-exposed", &about(*fact, *by))
            }
            FactEvent::Verified { fact, by, finding } => {
                use crate::model::ledger::facts::Truth;
                let key = match finding {
                    Truth::True => "tell-verified-true",
                    Truth::Partly => "tell-verified-partly",
                    Truth::False => "tell-verified-false",
                };
                self.fill(key, &about(*fact, *by))
            }
            FactEvent::Breached {
                fact,
                by,
                to,
                label,
            } => {
                let [fact, actor] = about(*fact, *by);
                let args = [
                    fact,
                    actor,
                    ("to", self.actor(*to).into()),
                    ("label", self.marking(*label).into()),
                ];
                self.fill("tell-breached", &args)
            }
            FactEvent::BreachFound {
                fact, by, source, ..
            } => {
                let [fact, actor] = about(*fact, *by);
                let key = if sees_inside {
                    "tell-breach-found"
                } else {
                    "tell-breach-found-somewhere"
                };
                self.fill(key, &[fact, actor, ("source", self.actor(*source).into())])
            }
            FactEvent::Misfired {
                fact,
                from,
                at,
                zone,
            } => {
                let [fact, actor] = about(*fact, *at);
                let args = [
                    fact,
                    actor,
                    ("from", self.actor(*from).into()),
                    ("zone", self.zone(*zone).into()),
                ];
                let key = if sees_inside {
                    "tell-misfired"
                } else {
                    "tell-misfired-somewhere"
                };
                self.fill(key, &args)
            }
            FactEvent::Asked { of, by } => self.fill(
                "tell-asked",
                &[
                    ("of", self.actor(*of).into()),
                    ("by", self.actor(*by).into()),
                ],
            ),
        }
    }

    pub(super) fn spread_event(&self, event: &SpreadEvent, sees_inside: bool) -> SafeText {
        let count =
            |zone: ZoneId, by: i32| [("zone", Arg::from(self.zone(zone))), ("by", by.into())];
        match event {
            SpreadEvent::Compromised {
                zone,
                by,
                from: Some(from),
            } if sees_inside => {
                let [zone, by] = count(*zone, *by);
                self.fill(
                    "tell-crossed",
                    &[zone, by, ("from", self.zone(*from).into())],
                )
            }
            SpreadEvent::Compromised { zone, by, .. } => {
                self.fill("tell-compromised", &count(*zone, *by))
            }
            SpreadEvent::Contained { zone, by } => self.fill("tell-contained", &count(*zone, *by)),
            SpreadEvent::Reopened { zone, by } => self.fill("tell-reopened", &count(*zone, *by)),
            SpreadEvent::Slowed { zone, to, .. } => self.fill(
                "tell-slowed",
                &[
                    ("zone", self.zone(*zone).into()),
                    ("percent", (*to / 10).into()),
                ],
            ),
            SpreadEvent::Frozen { zone, on: true } => {
                self.fill("tell-frozen", &[("zone", self.zone(*zone).into())])
            }
            SpreadEvent::Frozen { zone, on: false } => {
                self.fill("tell-thawed", &[("zone", self.zone(*zone).into())])
            }
            SpreadEvent::HoldCost { zone, by, sum } => {
                let [zone, by] = count(*zone, *by);
                self.fill("tell-hold-cost", &[zone, by, ("sum", (*sum).into())])
            }
            SpreadEvent::Objected { zone, ally, .. } => self.watched("tell-objected", *zone, *ally),
            SpreadEvent::Agreed { zone, ally, .. } => self.watched("tell-agreed", *zone, *ally),
            SpreadEvent::Burned { zone, ally, .. } => self.watched("tell-burned", *zone, *ally),
            SpreadEvent::RequestAnswered {
                zone,
                by_owner,
                units,
                ..
            } => {
                let owner = by_owner.map_or_else(|| self.zone(*zone), |owner| self.actor(owner));
                let args = [
                    ("zone", self.zone(*zone).into()),
                    ("owner", owner.into()),
                    ("units", (*units).into()),
                ];
                let key = if *units > 0 {
                    "tell-request-met"
                } else {
                    "tell-request-unmet"
                };
                self.fill(key, &args)
            }
        }
    }

    fn watched(&self, key: &str, zone: ZoneId, ally: ActorId) -> SafeText {
        let args = [
            ("zone", self.zone(zone).into()),
            ("ally", self.actor(ally).into()),
        ];
        self.fill(key, &args)
    }

    pub(super) fn harm_event(&self, event: &HarmEvent, sees_inside: bool) -> SafeText {
        match event {
            HarmEvent::Harmed {
                community,
                kind,
                zone,
                by,
            } => {
                let name = ("community", Arg::from(self.community(*community)));
                match (kind, zone) {
                    (_, _) if *by < 0 => self.fill("tell-relieved", &[name]),
                    (HarmKind::Direct, Some(zone)) if sees_inside => {
                        self.fill("tell-harmed-by", &[name, ("zone", self.zone(*zone).into())])
                    }
                    (HarmKind::Direct, _) => self.fill("tell-harmed", &[name]),
                    (HarmKind::Secondary, _) => self.fill("tell-harmed-after", &[name]),
                    (HarmKind::Latent, _) => self.fill("tell-harmed-latent", &[name]),
                }
            }
            HarmEvent::Evidenced { community, now, .. } => {
                let args = [
                    ("community", self.community(*community).into()),
                    ("now", (*now).into()),
                ];
                self.fill("tell-evidenced", &args)
            }
            HarmEvent::Notified { community } => self.fill(
                "tell-notified",
                &[("community", self.community(*community).into())],
            ),
        }
    }
}
