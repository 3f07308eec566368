//! The ledgers' parameters.

use std::collections::BTreeSet;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::model::CommunityId;
use crate::model::FactId;
use crate::model::MeterId;
use crate::model::ZoneId;
use crate::model::id::Kind;
use crate::model::ledger::Ledger;
use crate::model::ledger::facts::Derived;
use crate::model::ledger::facts::Fact;
use crate::model::ledger::facts::FactRules;
use crate::model::ledger::facts::Truth;
use crate::model::ledger::harm::Community;
use crate::model::ledger::harm::HarmRules;
use crate::model::ledger::meters::Meter;
use crate::model::ledger::meters::Settles;
use crate::model::ledger::norms::Baseline;
use crate::model::ledger::norms::NormRules;
use crate::model::ledger::spread::Link;
use crate::model::ledger::spread::SpreadRules;
use crate::model::ledger::spread::Zone;
use crate::model::ledger::trust::TrustRules;
use crate::model::marking::Marking;
use crate::model::marking::Tlp;
use crate::model::scenario::ScriptSource;
use crate::scenario::file;
use crate::scenario::file::Sheet;
use crate::scenario::file::Text;
use crate::scenario::resolve::Resolver;
use crate::scenario::resolve::values::marking;
use crate::text::Arg;

/// As far as a meter goes either way.
const FAR: i32 = 1_000_000;
/// The most organisations of a zone.
const MANY: i32 = 1_000_000;

impl Resolver<'_> {
    pub(super) fn meters(&mut self, meters: &[file::Meter]) -> Vec<Meter> {
        meters.iter().map(|meter| self.meter(meter)).collect()
    }

    fn meter(&mut self, meter: &file::Meter) -> Meter {
        self.needs(Ledger::Meters, meter.id.span);
        let (min, max) = meter.range.as_ref().map_or((0, 100), |range| {
            let (min, max) = &range.value;
            let (min, max) = (
                self.number(Some(min), 0, -FAR, FAR),
                self.number(Some(max), 100, -FAR, FAR),
            );
            if min >= max {
                let wrong = Diagnostic::new(Code::WindowReversed, range.span);
                self.tell(
                    wrong
                        .with("from", min.to_string())
                        .with("to", max.to_string()),
                );
            }
            (min, max)
        });
        let start = match &meter.start {
            Some(start) => {
                let value = self.number(Some(start), 0, -FAR, FAR);
                if !(min..=max.max(min)).contains(&value) {
                    let wrong = Diagnostic::new(Code::StartOutsideRange, start.span)
                        .with("name", &meter.id.value);
                    let wrong = wrong
                        .with("value", value.to_string())
                        .with("min", min.to_string());
                    self.tell(wrong.with("max", max.to_string()));
                }
                value
            }
            None => 50.clamp(min, max.max(min)),
        };
        Meter {
            id: MeterId(self.own(Kind::Meter, &meter.id)),
            name: self.line(&meter.name, "name"),
            about: self.block_or_none(meter.about.as_ref()),
            min,
            max,
            start,
            seen_by: self.seen_by(meter.seen_by.as_ref()),
            more_is_better: meter.more_is_better.unwrap_or(true),
            settles: meter.settles.as_ref().map(|settles| Settles {
                at: self.number(settles.at.as_ref(), start, min, max.max(min)),
                by: self.number(settles.by.as_ref(), 1, 0, FAR),
                share: self.number(settles.share.as_ref(), 0, 0, 1000),
                every: self.count(settles.every.as_ref(), 1, 1, 1000),
            }),
        }
    }

    pub(super) fn facts(&mut self, sheet: &Sheet, scripts: &[ScriptSource]) -> Vec<Fact> {
        let seats: BTreeSet<&str> = sheet
            .seats
            .iter()
            .map(|seat| seat.actor.value.as_str())
            .collect();
        let mut reach = self.told_facts.clone();
        reach.extend(
            sheet
                .injects
                .iter()
                .flat_map(|inject| &inject.facts)
                .map(|fact| fact.value.clone()),
        );
        let reports = sheet
            .disclosure
            .iter()
            .flat_map(|section| section.rows.facts());
        reach.extend(reports.map(|fact| fact.value.clone()));
        for fact in &sheet.facts {
            let is_told_by_script = || {
                scripts
                    .iter()
                    .any(|script| script.text.contains(&format!("\"{}\"", fact.id.value)))
            };
            if fact.holders.is_empty() && !reach.contains(&fact.id.value) && !is_told_by_script() {
                let wrong = Diagnostic::new(Code::NeverUsed, fact.id.span)
                    .with("kind", Arg::Key("kind-fact"));
                self.tell(wrong.with("name", &fact.id.value));
            }
            let is_secret = matches!(fact.marking, Some(file::Label::Red | file::Label::National));
            let holds = |seat: &&str| fact.holders.iter().any(|holder| holder.value == **seat);
            if is_secret && seats.len() > 1 && seats.iter().all(holds) {
                self.tell(
                    Diagnostic::new(Code::SecretForAll, fact.id.span).with("name", &fact.id.value),
                );
            }
        }
        sheet.facts.iter().map(|fact| self.one_fact(fact)).collect()
    }

    fn one_fact(&mut self, fact: &file::Fact) -> Fact {
        self.needs(Ledger::Facts, fact.id.span);
        let derived = fact.derived.as_ref().map(|derived| Derived {
            body: self.block(&derived.body, "body"),
            tlp: derived.tlp.unwrap_or(Tlp::Green),
            exposes: self.chance(derived.exposes.as_ref(), 0),
        });
        let guards = fact
            .guards
            .iter()
            .map(|(zone, by)| (self.zone(zone), self.number(Some(by), 0, 0, 1000)));
        let guards = guards.collect();
        Fact {
            id: FactId(self.own(Kind::Fact, &fact.id)),
            kind: fact.kind,
            title: self.line(&fact.title, "title"),
            body: self.block(&fact.body, "body"),
            source: self.actor(&fact.source),
            owner: fact.owner.as_ref().map(|owner| self.actor(owner)),
            marking: fact.marking.map_or(Marking::Tlp(Tlp::Amber), marking),
            machine: fact.machine,
            truth: fact.truth.unwrap_or(Truth::True),
            reality: self.block_or_none(fact.reality.as_ref()),
            holders: fact
                .holders
                .iter()
                .map(|holder| self.actor(holder))
                .collect(),
            half_life: self.count(fact.half_life.as_ref(), 0, 0, 1000),
            guards,
            derived,
        }
    }

    pub(super) fn fact_rules(&mut self, sheet: &Sheet) -> FactRules {
        self.section(sheet.sharing.as_ref(), |_, _, _| ())
    }

    pub(super) fn trust(&mut self, sheet: &Sheet) -> TrustRules {
        if let Some(place) = sheet.place("trust") {
            self.needs(Ledger::Trust, place);
        }
        self.section(sheet.trust.as_ref(), Self::trust_rows)
    }

    fn trust_rows(&mut self, rows: &file::TrustRows, rules: &mut TrustRules) {
        let one_way = rows.pairs.iter().map(|pair| (pair, false));
        for ((from, to, points), both) in one_way.chain(rows.both.iter().map(|pair| (pair, true))) {
            self.not_itself(from, to, Kind::Actor);
            let (from, to) = (self.actor(from), self.actor(to));
            let points = self.number(Some(points), 50, 0, 100);
            rules.pairs.push((from, to, points));
            if both {
                rules.pairs.push((to, from, points));
            }
        }
    }

    pub(super) fn spread(&mut self, sheet: &Sheet) -> SpreadRules {
        if let Some(place) = sheet.place("spread") {
            self.needs(Ledger::Spread, place);
        }
        self.section(sheet.spread.as_ref(), Self::spread_rows)
    }

    fn spread_rows(&mut self, rows: &file::SpreadRows, rules: &mut SpreadRules) {
        rules.zones = rows.zones.iter().map(|zone| self.one_zone(zone)).collect();
        for (from, to, rate) in &rows.links {
            self.not_itself(from, to, Kind::Zone);
            let link = Link {
                from: self.zone(from),
                to: self.zone(to),
                rate: self.number(Some(rate), 0, 0, 10_000),
            };
            rules.links.push(link);
        }
    }

    fn one_zone(&mut self, zone: &file::Zone) -> Zone {
        Zone {
            id: ZoneId(self.own(Kind::Zone, &zone.id)),
            name: self.line(&zone.name, "name"),
            region: self.region(zone.region.as_ref()),
            owner: zone.owner.as_ref().map(|owner| self.actor(owner)),
            cert: zone.cert.as_ref().map(|cert| self.actor(cert)),
            no_contract: zone.no_contract,
            watched_by: zone.watched_by.as_ref().map(|ally| self.actor(ally)),
            exposed: self.number(Some(&zone.exposed), 0, 0, MANY),
            compromised: self.number(zone.compromised.as_ref(), 0, 0, MANY),
            contained: self.number(zone.contained.as_ref(), 0, 0, MANY),
            rate: self.number(zone.rate.as_ref(), 250, 0, 10_000),
            seen_by: self.seen_by(zone.seen_by.as_ref()),
        }
    }

    pub(super) fn harm(&mut self, sheet: &Sheet) -> HarmRules {
        if let Some(place) = sheet.place("harm") {
            self.needs(Ledger::Harm, place);
        }
        self.section(sheet.harm.as_ref(), |resolver, rows, rules| {
            let communities = rows.communities.iter();
            rules.communities = communities.map(|row| resolver.community(row)).collect();
        })
    }

    fn community(&mut self, community: &file::Community) -> Community {
        let depends_on = community.depends_on.iter();
        let depends_on = depends_on
            .map(|(zone, by)| (self.zone(zone), self.number(Some(by), 0, 0, 100_000)))
            .collect();
        let last = self.last_turn();
        let surges = community.surges.iter().map(|(from, to, more)| {
            let from = self.count(Some(from), 1, 0, last);
            let to = self.count(Some(to), last, from, last);
            (from, to, self.number(Some(more), 1000, 0, 100_000))
        });
        let surges: Vec<_> = surges.collect();
        Community {
            id: CommunityId(self.own(Kind::Community, &community.id)),
            name: self.line(&community.name, "name"),
            about: self.block_or_none(community.about.as_ref()),
            region: self.region(community.region.as_ref()),
            depends_on,
            context: self.number(community.context.as_ref(), 1000, 0, 100_000),
            surges,
            secondary: self.number(community.secondary.as_ref(), 200, 0, 1000),
            evidence: self.number(community.evidence.as_ref(), 20, 0, 100),
            seen_by: self.seen_by(community.seen_by.as_ref()),
        }
    }

    pub(super) fn norms(&mut self, sheet: &Sheet) -> NormRules {
        let baselines = sheet
            .norms
            .as_ref()
            .map_or(&[][..], |norms| &norms.baselines);
        let one = |resolver: &mut Self, (actor, norm, text): &(Text, Text, Text)| Baseline {
            actor: resolver.actor(actor),
            norm: resolver.norm(norm),
            text: resolver.line(text, "baselines"),
        };
        NormRules {
            baselines: baselines.iter().map(|row| one(self, row)).collect(),
        }
    }
}
