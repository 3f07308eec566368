//! Makes what the boards are drawn from: one method a ledger, each from the lens alone.

use crate::engine::event::What;
use crate::engine::ledger::duties::DutyEvent;
use crate::engine::ledger::norms::NormEvent;
use crate::engine::ledger::spread::SpreadEvent;
use crate::engine::view::Subject;
use crate::engine::view::build::Maker;
use crate::engine::view::build::story;
use crate::engine::view::ledgers::ActorView;
use crate::engine::view::ledgers::ClockView;
use crate::engine::view::ledgers::CommunityView;
use crate::engine::view::ledgers::LedgerViews;
use crate::engine::view::ledgers::LinkView;
use crate::engine::view::ledgers::NormView;
use crate::engine::view::ledgers::NoteView;
use crate::engine::view::ledgers::ProfileView;
use crate::engine::view::ledgers::RegionView;
use crate::engine::view::ledgers::TrustView;
use crate::engine::view::ledgers::ZoneView;
use crate::engine::why::reason;
use crate::engine::why::subject;
use crate::engine::why::turns;
use crate::model::ActorId;
use crate::model::RegionId;
use crate::model::ledger::Ledger;
use crate::model::norm::Bearing;
use crate::model::norm::Norm;
use crate::model::roster::Actor;
use crate::model::time::ExerciseTime;
use crate::text::SafeText;

impl Maker<'_> {
    pub(in crate::engine::view) fn ledgers(&self) -> LedgerViews {
        let regions = self.lens.scenario().regions.iter();
        LedgerViews {
            actors: self.actor_views(),
            regions: regions
                .map(|region| RegionView {
                    region: region.id,
                    name: region.name.clone(),
                })
                .collect(),
            trust: self.trust_views(),
            zones: self.zone_views(),
            links: self.link_views(),
            communities: self.community_views(),
            clocks: self.clock_views(),
            profiles: self.profile_views(),
        }
    }

    fn region_name(&self, region: Option<RegionId>) -> SafeText {
        region
            .map(|region| self.lens.scenario().regions[region.index()].name.clone())
            .unwrap_or_default()
    }

    fn name_of(&self, actor: Option<ActorId>) -> SafeText {
        actor
            .filter(|actor| self.lens.is_known(*actor))
            .map(|actor| self.teller.actor(actor).clone())
            .unwrap_or_default()
    }

    fn actor_views(&self) -> Vec<ActorView> {
        let remark = |actor: ActorId| {
            let seats = self.lens.seats().iter();
            let mut contacts = seats.flat_map(|seat| &self.lens.seat(*seat).contacts);
            contacts
                .find(|contact| contact.actor == actor)
                .map(|contact| contact.remark.clone())
                .unwrap_or_default()
        };
        let mut actors: Vec<&Actor> = self.lens.actors().collect();
        actors.sort_by_key(|actor| (!self.lens.is_own_actor(actor.id), actor.region));
        actors
            .into_iter()
            .map(|actor| ActorView {
                actor: actor.id,
                name: actor.name.clone(),
                short: actor.short.clone(),
                kind: actor.kind,
                region: actor.region,
                region_name: self.region_name(actor.region),
                about: actor.about.clone(),
                remark: remark(actor.id),
                is_own: self.lens.is_own_actor(actor.id),
            })
            .collect()
    }

    fn trust_views(&self) -> Vec<TrustView> {
        let mut rows = Vec::new();
        for own in self.lens.own_actors() {
            for other in self.lens.actors() {
                let (Some(trust), Some(openness)) = (
                    self.lens.trust(own, other.id),
                    self.lens.openness(other.id, own),
                ) else {
                    continue;
                };
                let about = Subject::Trust(own, other.id);
                let change = self.change(about);
                rows.push(TrustView {
                    own,
                    other: other.id,
                    trust,
                    change,
                    better: self.better(about, change),
                    openness,
                });
            }
        }
        rows
    }

    fn zone_views(&self) -> Vec<ZoneView> {
        self.lens
            .zones()
            .map(|(zone, now)| {
                let about = Subject::Zone(zone.id);
                let change = self.change(about);
                ZoneView {
                    zone: zone.id,
                    name: zone.name.clone(),
                    region: zone.region,
                    region_name: self.region_name(zone.region),
                    owner: self.name_of(zone.owner),
                    cert: self.name_of(zone.cert),
                    exposed: now.exposed,
                    compromised: now.compromised,
                    contained: now.contained,
                    change,
                    better: self.better(about, change),
                    frozen: now.frozen,
                    held: now.held,
                }
            })
            .collect()
    }

    fn link_views(&self) -> Vec<LinkView> {
        let crossings: Vec<_> = self
            .recent()
            .filter_map(|event| match event.what {
                What::Spread(SpreadEvent::Compromised {
                    zone,
                    from: Some(from),
                    ..
                }) => Some((from, zone)),
                _ => None,
            })
            .collect();
        self.lens
            .links()
            .map(|link| LinkView {
                from: link.from,
                to: link.to,
                // A professional knows a close dependency from a loose one, not its rate.
                strength: match link.rate {
                    ..40 => 1,
                    40..90 => 2,
                    _ => 3,
                },
                crossed: crossings.contains(&(link.from, link.to)),
            })
            .collect()
    }

    fn community_views(&self) -> Vec<CommunityView> {
        self.lens
            .communities()
            .map(|(community, (low, high), evidence)| {
                let about = Subject::Community(community.id);
                let zones = community.depends_on.iter();
                CommunityView {
                    community: community.id,
                    name: community.name.clone(),
                    about: community.about.clone(),
                    region_name: self.region_name(community.region),
                    low,
                    high,
                    evidence,
                    // The exact change would give the exact harm away.
                    better: self.better(about, self.change(about).signum()),
                    services: zones
                        .filter(|(zone, _)| self.lens.zone(*zone).is_some())
                        .map(|(zone, _)| self.teller.zone(*zone).clone())
                        .collect(),
                }
            })
            .collect()
    }

    fn clock_views(&self) -> Vec<ClockView> {
        let scenario = self.lens.scenario();
        let turns = turns(self.events);
        let now = self.lens.turn_card().from;
        self.duties()
            .into_iter()
            .map(|view| {
                let duty = &scenario.duties[view.duty.index()];
                let own = self.lens.seat(duty.holder).actor;
                // Where all clocks hang together, a zone says nothing.
                let zones = [own, duty.recipient].map(|actor| scenario.local(actor).offset);
                let has_zone = zones.iter().any(|zone| *zone != scenario.clock.offset);
                let wall = |actor, time| self.wall_of(actor, time, has_zone);
                let due = |actor| view.due.map(|due| wall(actor, due)).unwrap_or_default();
                let about = Subject::Duty(view.duty);
                let mut started = None;
                let mut notes = Vec::new();
                for (place, event) in self.events.iter().enumerate() {
                    if subject(event) != Some(about) || !self.lens.may_see(event) {
                        continue;
                    }
                    if let What::Duties(DutyEvent::Started { at, .. }) = event.what {
                        started = Some(at);
                    }
                    let inside = self.asker().sees_inside(event);
                    notes.push((turns[place], self.teller.event(event, inside)));
                }
                ClockView {
                    duty: view.duty,
                    started,
                    holder: self.teller.actor(own).clone(),
                    holder_now: wall(own, now),
                    holder_due: due(own),
                    recipient_now: wall(duty.recipient, now),
                    recipient_due: due(duty.recipient),
                    recipient_open: scenario.local(duty.recipient).is_open(now),
                    notes,
                }
            })
            .collect()
    }

    /// What an actor's clock shows: with the date where the story has one, or else with the day it is.
    fn wall_of(&self, actor: ActorId, time: ExerciseTime, has_zone: bool) -> SafeText {
        let local = self.lens.scenario().local(actor);
        let moment = if local.clock.date.is_some() {
            self.wall(local, time)
        } else {
            let ahead = local.offset.0 - local.clock.offset.0;
            story(local.clock, time.plus(ahead), self.words)
        };
        if has_zone {
            SafeText::joined([&moment, &SafeText::line(&local.offset.to_string())], " ")
        } else {
            moment
        }
    }

    fn profile_views(&self) -> Vec<ProfileView> {
        if !self.lens.has(Ledger::Norms) {
            return Vec::new();
        }
        let turns = turns(self.events);
        let actors = self.lens.scenario().actors.iter();
        actors
            .filter(|actor| self.lens.is_own_profile(actor.id))
            .map(|actor| ProfileView {
                actor: actor.id,
                name: actor.name.clone(),
                norms: Norm::ALL
                    .into_iter()
                    .filter(|norm| self.answers(actor, *norm))
                    .map(|norm| self.norm_view(actor.id, norm, &turns))
                    .collect(),
            })
            .filter(|profile| !profile.norms.is_empty())
            .collect()
    }

    /// Whether a norm speaks to an actor: the eleven to states themselves, the rest to whoever sits at this table.
    fn answers(&self, actor: &Actor, norm: Norm) -> bool {
        if norm.speaks_to_states() {
            actor.acts_for.is_none() && actor.kind.is_state()
        } else {
            self.lens.is_own_actor(actor.id)
        }
    }

    fn norm_view(&self, actor: ActorId, norm: Norm, turns: &[u16]) -> NormView {
        let mut evidence = Vec::new();
        for (place, event) in self.events.iter().enumerate() {
            if let What::Norms(NormEvent::Noted {
                actor: who,
                norm: what,
                bearing,
                contested,
            }) = event.what
                && (who, what) == (actor, norm)
                && self.lens.may_see(event)
            {
                evidence.push(NoteView {
                    turn: turns[place],
                    upheld: bearing == Bearing::Upheld,
                    contested,
                    text: reason(self.asker(), self.events, event, self.words, self.teller),
                });
            }
        }
        let count = |wanted: &dyn Fn(&NoteView) -> bool| {
            let count = evidence.iter().filter(|note| wanted(note)).count();
            u16::try_from(count).unwrap_or(u16::MAX)
        };
        let baselines = &self.lens.scenario().norms.baselines;
        NormView {
            norm,
            name: self.words.say(norm.key()),
            baseline: baselines
                .iter()
                .find(|row| (row.actor, row.norm) == (actor, norm))
                .map(|row| row.text.clone())
                .unwrap_or_default(),
            upheld: count(&|note| note.upheld),
            strained: count(&|note| !note.upheld),
            contested: count(&|note| note.contested),
            evidence,
        }
    }
}
