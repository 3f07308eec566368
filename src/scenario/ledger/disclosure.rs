//! How authors write disclosure.

use serde::Deserialize;

use crate::model::CaseId;
use crate::model::DutyId;
use crate::model::RegionId;
use crate::model::id::Kind;
use crate::model::ledger::Ledger;
use crate::model::ledger::disclosure;
use crate::model::ledger::disclosure::Rules;
use crate::model::ledger::disclosure::Size;
use crate::model::ledger::disclosure::VendorRole;
use crate::model::time::Span;
use crate::scenario::file::Number;
use crate::scenario::file::Section;
use crate::scenario::file::Text;
use crate::scenario::resolve::Resolver;

/// The section of a scenario's files.
pub(in crate::scenario) type Sheet = Section<Rules, Rows>;

/// What it holds beside numbers.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-disclosure", default)]
pub(in crate::scenario) struct Rows {
    /// Flaws and how they stand. Default: none.
    cases: Vec<Case>,
    /// Who has to report flaws to a state. Default: none.
    laws: Vec<Law>,
    /// Actors that have published how to report. Default: none.
    policies: Vec<Text>,
    /// Actors with a lawful gateway for sharing abroad. Default: none.
    gateways: Vec<Text>,
    /// Firms that act together. Default: none.
    coalition: Vec<Member>,
}

impl Rows {
    /// The facts that travel with reports.
    pub(in crate::scenario) fn facts(&self) -> impl Iterator<Item = &Text> {
        self.cases.iter().filter_map(|case| case.fact.as_ref())
    }
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-case")]
struct Case {
    /// Its id.
    id: Text,
    /// What it is called.
    title: Text,
    /// What it is, in words. Default: nothing.
    #[serde(default)]
    about: Option<Text>,
    /// What it is in.
    product: Text,
    /// Who finds it.
    finder: Text,
    /// Who coordinates. Default: nobody.
    #[serde(default)]
    coordinator: Option<Text>,
    /// How bad it is. Default 7, 1 to 10.
    #[serde(default)]
    severity: Option<Number>,
    /// What a fix takes, in units of work. Default 8, 1 to 1000.
    #[serde(default)]
    work: Option<Number>,
    /// The turn in whose Brief it is found, 0 to the last. Default: only an effect finds it.
    #[serde(default)]
    found: Option<Number>,
    /// Turns an embargo lasts if nobody says otherwise. Default 6, 1 to 1000.
    #[serde(default)]
    embargo: Option<Number>,
    /// The fact that travels with the report. Default: none.
    #[serde(default)]
    fact: Option<Text>,
    /// Who can mend it, the one that a finder writes to first. Default: none.
    #[serde(default)]
    vendors: Vec<Vendor>,
    /// The zones that run it. Default: none.
    #[serde(default)]
    runs: Vec<Runs>,
    /// Duties whose report tells their recipient of the flaw. Default: none.
    #[serde(default)]
    duties: Vec<Text>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-case-vendor")]
struct Vendor {
    /// The vendor.
    actor: Text,
    /// How large it is. Default `Medium`.
    #[serde(default)]
    size: Option<Size>,
    /// What it is to the product. Default `Maintainer`.
    #[serde(default)]
    role: Option<VendorRole>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-case-runs")]
struct Runs {
    /// The zone.
    zone: Text,
    /// How many of it run the product, per mille. Default 1000, 0 to 1000.
    #[serde(default)]
    share: Option<Number>,
    /// How many of those never deploy anything, per mille; 0 to 1000. Default: the section's.
    #[serde(default)]
    tail: Option<Number>,
    /// Whose fix they wait for. Default: the first vendor's.
    #[serde(default)]
    vendor: Option<Text>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-law")]
struct Law {
    /// Whom it binds.
    region: Text,
    /// To whom a report is due.
    state: Text,
    /// Whether it holds from the start. Default true.
    #[serde(default)]
    in_force: Option<bool>,
    /// Within what time. Default `"48h"`.
    #[serde(default)]
    within: Option<Text>,
    /// Odds that somebody without a seat complies, per mille. Default 800, 0 to 1000.
    #[serde(default)]
    complies: Option<Number>,
    /// The clock of a seat that it binds. Default: none.
    #[serde(default)]
    duty: Option<Text>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-member")]
struct Member {
    /// The firm.
    actor: Text,
    /// What it adds to the coalition's strength. Default 1, 1 to 10.
    #[serde(default)]
    capacity: Option<Number>,
    /// Whether it is a member from the start. Default true.
    #[serde(default)]
    joined: Option<bool>,
}

/// Resolves the rows into the rules.
pub(super) fn resolve(resolver: &mut Resolver<'_>, rows: &Rows, rules: &mut Rules) {
    rules.cases = rows
        .cases
        .iter()
        .map(|case| one_case(resolver, case, rules.tail))
        .collect();
    rules.laws = rows.laws.iter().map(|law| one_law(resolver, law)).collect();
    rules.policies = actors(resolver, &rows.policies);
    rules.gateways = actors(resolver, &rows.gateways);
    let one = |resolver: &mut Resolver<'_>, member: &Member| disclosure::Member {
        actor: resolver.actor(&member.actor),
        capacity: resolver.number(member.capacity.as_ref(), 1, 1, 10),
        joined: member.joined.unwrap_or(true),
    };
    rules.coalition = rows
        .coalition
        .iter()
        .map(|member| one(resolver, member))
        .collect();
}

fn actors(resolver: &mut Resolver<'_>, ids: &[Text]) -> Vec<crate::model::ActorId> {
    ids.iter().map(|id| resolver.actor(id)).collect()
}

fn one_case(resolver: &mut Resolver<'_>, case: &Case, tail: i32) -> disclosure::Case {
    resolver.needs(Ledger::Disclosure, case.id.span);
    let finder = resolver.actor(&case.finder);
    let vendors: Vec<disclosure::Vendor> = case
        .vendors
        .iter()
        .map(|vendor| disclosure::Vendor {
            actor: resolver.actor(&vendor.actor),
            size: vendor.size.unwrap_or(Size::Medium),
            role: vendor.role.unwrap_or(VendorRole::Maintainer),
        })
        .collect();
    // Where nobody is named, it is the maintainer's fix that mends.
    let first = vendors.first().map_or(finder, |vendor| vendor.actor);
    let runs = case
        .runs
        .iter()
        .map(|runs| disclosure::Runs {
            zone: resolver.zone(&runs.zone),
            share: resolver.number(runs.share.as_ref(), 1000, 0, 1000),
            tail: resolver.number(runs.tail.as_ref(), tail, 0, 1000),
            vendor: runs
                .vendor
                .as_ref()
                .map_or(first, |vendor| resolver.actor(vendor)),
        })
        .collect();
    let duties = case
        .duties
        .iter()
        .map(|duty| DutyId(resolver.find(Kind::Duty, duty)))
        .collect();
    let found = case
        .found
        .as_ref()
        .map(|turn| resolver.count(Some(turn), 1, 0, 1000));
    disclosure::Case {
        id: CaseId(resolver.own(Kind::Case, &case.id)),
        title: resolver.line(&case.title, "title"),
        about: resolver.block_or_none(case.about.as_ref()),
        product: resolver.line(&case.product, "product"),
        finder,
        coordinator: case.coordinator.as_ref().map(|actor| resolver.actor(actor)),
        severity: resolver.number(case.severity.as_ref(), 7, 1, 10),
        work: resolver.number(case.work.as_ref(), 8, 1, 1000),
        found,
        embargo: resolver.count(case.embargo.as_ref(), 6, 1, 1000),
        fact: case.fact.as_ref().map(|fact| resolver.fact(fact)),
        vendors,
        runs,
        duties,
    }
}

fn one_law(resolver: &mut Resolver<'_>, law: &Law) -> disclosure::Law {
    disclosure::Law {
        region: RegionId(resolver.find(Kind::Region, &law.region)),
        state: resolver.actor(&law.state),
        in_force: law.in_force.unwrap_or(true),
        within: law
            .within
            .as_ref()
            .map_or(Span(48 * 60), |within| resolver.span(within, 48 * 60)),
        complies: resolver.number(law.complies.as_ref(), 800, 0, 1000),
        duty: law
            .duty
            .as_ref()
            .map(|duty| DutyId(resolver.find(Kind::Duty, duty))),
    }
}
