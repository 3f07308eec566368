//! What people suffered, and home beside abroad.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::engine::event::What;
use crate::engine::ledger::harm::HarmEvent;
use crate::engine::ledger::spread::SpreadEvent;
use crate::engine::truth::Truth;
use crate::model::CommunityId;
use crate::model::RegionId;
use crate::model::ZoneId;
use crate::model::ledger::Ledger;
use crate::model::ledger::harm::Community;
use crate::model::roster::Seat;
use crate::report::debrief::BorderPart;
use crate::report::debrief::HarmPart;
use crate::report::debrief::Tally;
use crate::report::debrief::build::Maker;
use crate::text::SafeText;

/// How many origins of a community's harm are told.
const MOST_ORIGINS: usize = 4;

impl Maker<'_> {
    pub(super) fn harm(&self) -> Vec<HarmPart> {
        if !self.scenario.ledgers.contains(&Ledger::Harm) {
            return Vec::new();
        }
        let end = self.truth_at_end();
        let communities = self.scenario.harm.communities.iter();
        communities
            .map(|community| {
                let now = end.harm(community.id);
                let region = community.region.map(|region| self.region(region).clone());
                HarmPart {
                    community: community.name.clone(),
                    about: community.about.clone(),
                    region: region.unwrap_or_default(),
                    direct: now.direct,
                    secondary: now.secondary,
                    latent: now.latent,
                    evidence: now.evidence,
                    notified: now.notified,
                    course: self
                        .truths()
                        .map(|truth| truth.harm(community.id).felt())
                        .collect(),
                    came_from: self.came_from(community.id),
                }
            })
            .collect()
    }

    fn region(&self, region: RegionId) -> &SafeText {
        &self.scenario.regions[region.index()].name
    }

    /// What a community's harm came from, in points.
    fn came_from(&self, of: CommunityId) -> Vec<SafeText> {
        let mut sums: BTreeMap<SafeText, i32> = BTreeMap::new();
        for (place, event) in self.events.iter().enumerate() {
            let What::Harm(HarmEvent::Harmed {
                community,
                by,
                zone,
                ..
            }) = event.what
            else {
                continue;
            };
            if community != of {
                continue;
            }
            let origin = match (zone, self.doer(place)) {
                (Some(zone), _) => {
                    let name = ("name", self.teller.zone(zone).into());
                    self.fill("debrief-harm-zone", &[name])
                }
                (None, Some(doer)) => self.tell(doer),
                (None, None) => self.teller.root(&event.cause).unwrap_or_default(),
            };
            *sums.entry(origin).or_default() += by;
        }
        let mut sums: Vec<(SafeText, i32)> = sums.into_iter().filter(|(_, by)| *by != 0).collect();
        sums.sort_by_key(|(_, by)| Reverse(by.abs()));
        sums.into_iter()
            .take(MOST_ORIGINS)
            .map(|(origin, by)| {
                let args = [("origin", origin.into()), ("points", by.into())];
                self.fill("debrief-harm-from", &args)
            })
            .collect()
    }

    /// Home and abroad, for each home that seats have: an exercise is judged at home, the damage is not.
    pub(super) fn borders(&self) -> Vec<BorderPart> {
        let mut homes: BTreeMap<BTreeSet<ZoneId>, Vec<&Seat>> = BTreeMap::new();
        for seat in &self.scenario.seats {
            homes.entry(self.home(seat)).or_default().push(seat);
        }
        let parts = homes.into_iter().filter_map(|(zones, seats)| {
            let region = self.scenario.actors[seats[0].actor.index()].region;
            let is_home = |community: &Community| {
                let depends = &community.depends_on;
                let at_home = depends.iter().filter(|(zone, _)| zones.contains(zone));
                if depends.is_empty() {
                    community.region == region
                } else {
                    at_home.count() * 2 > depends.len()
                }
            };
            let home = self.tally(|zone| zones.contains(&zone), is_home);
            let abroad = self.tally(|zone| !zones.contains(&zone), |of| !is_home(of));
            let is_there = |tally: &Tally| tally.organisations > 0 || tally.harm > 0;
            (is_there(&home) && is_there(&abroad)).then(|| {
                let (went_out, came_in) = self.crossings(&zones);
                let names = seats.iter().map(|seat| self.teller.actor(seat.actor));
                BorderPart {
                    whose: SafeText::joined(names, ", "),
                    is_own: seats.iter().any(|seat| self.is_own(seat.id)),
                    home,
                    abroad,
                    went_out,
                    came_in,
                }
            })
        });
        let mut parts: Vec<BorderPart> = parts.collect();
        parts.sort_by_key(|part| !part.is_own);
        parts
    }

    /// The zones a seat is at home in: those of the state it acts for, by their owner or their CERT; for one that acts for no
    /// state, or whose state has none, those of its region.
    pub(super) fn home(&self, seat: &Seat) -> BTreeSet<ZoneId> {
        if !self.scenario.ledgers.contains(&Ledger::Spread) {
            return BTreeSet::new();
        }
        let actors = &self.scenario.actors;
        let own = self.state_of(seat.actor);
        let zones = &self.scenario.spread.zones;
        let of_state = zones.iter().filter(|zone| {
            let mut keepers = [zone.owner, zone.cert].into_iter().flatten();
            own.is_some() && keepers.any(|keeper| self.state_of(keeper) == own)
        });
        let home: BTreeSet<ZoneId> = of_state.map(|zone| zone.id).collect();
        if !home.is_empty() {
            return home;
        }
        let region = actors[seat.actor.index()].region;
        let in_region = zones.iter().filter(|zone| zone.region == region);
        in_region.map(|zone| zone.id).collect()
    }

    fn tally(
        &self,
        has_zone: impl Fn(ZoneId) -> bool,
        has_community: impl Fn(&Community) -> bool,
    ) -> Tally {
        let zones: Vec<ZoneId> = if self.scenario.ledgers.contains(&Ledger::Spread) {
            let zones = self.scenario.spread.zones.iter().map(|zone| zone.id);
            zones.filter(|zone| has_zone(*zone)).collect()
        } else {
            Vec::new()
        };
        let compromised = |truth: Truth<'_>| -> i32 {
            let zones = zones.iter();
            zones.map(|zone| truth.zone(*zone).compromised).sum()
        };
        let end = self.truth_at_end();
        let communities = self.scenario.harm.communities.iter();
        Tally {
            organisations: zones.iter().map(|zone| end.zone(*zone).total()).sum(),
            compromised: compromised(end),
            worst: self.truths().map(compromised).max().unwrap_or_default(),
            contained: zones.iter().map(|zone| end.zone(*zone).contained).sum(),
            harm: communities
                .filter(|community| has_community(community))
                .map(|community| end.harm(community.id).felt())
                .sum(),
        }
    }

    /// Organisations compromised elsewhere by way of some zones, and in them by way of others.
    fn crossings(&self, home: &BTreeSet<ZoneId>) -> (i32, i32) {
        let (mut out, mut into) = (0, 0);
        for event in self.events {
            if let What::Spread(SpreadEvent::Compromised {
                zone,
                by,
                from: Some(from),
            }) = event.what
            {
                match (home.contains(&from), home.contains(&zone)) {
                    (true, false) => out += by,
                    (false, true) => into += by,
                    _ => {}
                }
            }
        }
        (out, into)
    }
}
