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
use crate::model::ledger::Ledger;
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

    /// Home and abroad, for each region a seat is at home in: an exercise is judged at home, the damage is not.
    pub(super) fn borders(&self) -> Vec<BorderPart> {
        let regions: BTreeSet<RegionId> = self
            .scenario
            .seats
            .iter()
            .filter_map(|seat| self.scenario.actors[seat.actor.index()].region)
            .collect();
        let parts = regions.into_iter().filter_map(|region| {
            let home = self.tally(|other| other == Some(region));
            let abroad = self.tally(|other| other != Some(region));
            let is_there = |tally: &Tally| tally.organisations > 0 || tally.harm > 0;
            (is_there(&home) || is_there(&abroad)).then(|| {
                let (went_out, came_in) = self.crossings(region);
                BorderPart {
                    region: self.region(region).clone(),
                    is_own: self.is_home(region),
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

    fn is_home(&self, region: RegionId) -> bool {
        self.viewer.seats.iter().any(|seat| {
            let actor = self.scenario.seats[seat.index()].actor;
            self.scenario.actors[actor.index()].region == Some(region)
        })
    }

    fn tally(&self, is_in: impl Fn(Option<RegionId>) -> bool) -> Tally {
        let zones: Vec<_> = if self.scenario.ledgers.contains(&Ledger::Spread) {
            let zones = self.scenario.spread.zones.iter();
            zones.filter(|zone| is_in(zone.region)).collect()
        } else {
            Vec::new()
        };
        let compromised = |truth: Truth<'_>| -> i32 {
            let zones = zones.iter();
            zones.map(|zone| truth.zone(zone.id).compromised).sum()
        };
        let end = self.truth_at_end();
        let communities = self.scenario.harm.communities.iter();
        Tally {
            organisations: zones.iter().map(|zone| end.zone(zone.id).total()).sum(),
            compromised: compromised(end),
            worst: self.truths().map(compromised).max().unwrap_or_default(),
            contained: zones.iter().map(|zone| end.zone(zone.id).contained).sum(),
            harm: communities
                .filter(|community| is_in(community.region))
                .map(|community| end.harm(community.id).felt())
                .sum(),
        }
    }

    /// Organisations compromised abroad by way of a region, and in it by way of others.
    fn crossings(&self, region: RegionId) -> (i32, i32) {
        let (mut out, mut into) = (0, 0);
        let zones = &self.scenario.spread.zones;
        for event in self.events {
            if let What::Spread(SpreadEvent::Compromised {
                zone,
                by,
                from: Some(from),
            }) = event.what
            {
                let (from, to) = (zones[from.index()].region, zones[zone.index()].region);
                let home = Some(region);
                if from == home && to != home {
                    out += by;
                } else if from != home && to == home {
                    into += by;
                }
            }
        }
        (out, into)
    }
}
