//! How authors write mandate.

use serde::Deserialize;

use crate::model::CommunityId;
use crate::model::FactId;
use crate::model::PermitId;
use crate::model::SeatId;
use crate::model::ZoneId;
use crate::model::family::Family;
use crate::model::id::Kind;
use crate::model::ledger::Ledger;
use crate::model::ledger::mandate::Demand;
use crate::model::ledger::mandate::Handover;
use crate::model::ledger::mandate::House;
use crate::model::ledger::mandate::Line;
use crate::model::ledger::mandate::Permit;
use crate::model::ledger::mandate::Policy;
use crate::model::ledger::mandate::Power;
use crate::model::ledger::mandate::Rules;
use crate::model::ledger::mandate::Type;
use crate::scenario::file::Effect;
use crate::scenario::file::Number;
use crate::scenario::file::Section;
use crate::scenario::file::Text;
use crate::scenario::read::Spanned;
use crate::scenario::resolve::Resolver;

/// The section of a scenario's files.
pub(in crate::scenario) type Sheet = Section<Rules, Rows>;

/// What it holds beside numbers.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-mandate", default)]
pub(in crate::scenario) struct Rows {
    /// What each organisation is and answers to. Default: as usual.
    houses: Vec<HouseRow>,
    /// Pre-authorisations. Default: none.
    permits: Vec<PermitRow>,
    /// What each has declared. Default: none.
    policies: Vec<PolicyRow>,
    /// Teams under a common charter. Default: none.
    charter: Vec<Text>,
    /// Where a team hands over to a ministry. Default: none.
    handovers: Vec<HandoverRow>,
    /// Who may be asked for a ransom. Default: nobody.
    demands: Vec<DemandRow>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-demand")]
struct DemandRow {
    /// Who is asked.
    victim: Text,
    /// The fact that says so: who holds it knows. Default: everybody knows.
    fact: Option<Text>,
    /// The turn it is made in, 0 to the last. Default: an effect makes it.
    opens: Option<Number>,
    /// Odds in each turn that it pays, per mille. Default 150, 0 to 1000.
    pays: Option<Number>,
    /// Odds that it can be restored from copies, per mille. Default 400, 0 to 1000.
    copies: Option<Number>,
    /// Where its systems are. Default: nowhere.
    zone: Option<Text>,
    /// Organisations that run again once it is settled. Default 1, 0 to 1000.
    units: Option<Number>,
    /// Whose data was stolen. Default: nobody's.
    community: Option<Text>,
    /// Who must hear of a payment. Default: nobody.
    reports_to: Option<Text>,
    /// What follows when it pays. Default: nothing.
    #[serde(default)]
    on_paid: Vec<Spanned<Effect>>,
    /// What follows when what was stolen is published. Default: nothing.
    #[serde(default)]
    on_leaked: Vec<Spanned<Effect>>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-house")]
struct HouseRow {
    /// The organisation.
    actor: Text,
    /// What kind of team it is. Default: by the kind of actor.
    kind: Option<Type>,
    /// How independent it is; 0 to 100. Default: as usual for its kind.
    independence: Option<Number>,
    /// Who may put it on hold. Default: nobody.
    answers_to: Option<Text>,
    /// What line of command it is under. Default: as usual for its kind.
    line: Option<Line>,
    /// Members of a committee that must agree. Default 0, 0 to 20.
    approvals: Option<Number>,
    /// It has been named as the national team. Default false.
    #[serde(default)]
    designated: bool,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-permit")]
struct PermitRow {
    /// Its id.
    id: Text,
    /// What it is called.
    name: Text,
    /// What it allows, in words. Default: nothing.
    about: Option<Text>,
    /// The seat that needs it.
    holder: Text,
    /// What it allows.
    power: Power,
    /// Who gives it.
    by: Text,
    /// It is there from the start. Default false.
    #[serde(default)]
    granted: bool,
    /// Without it the act is barred and not just delayed. Default false.
    #[serde(default)]
    strict: bool,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-policy")]
struct PolicyRow {
    /// Whose policy it is.
    actor: Text,
    /// The family of acts it is about.
    family: Family,
    /// Whether it is for them. Default true.
    #[serde(default = "yes")]
    favours: bool,
    /// What it says.
    text: Text,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-handover")]
struct HandoverRow {
    /// The team.
    cert: Text,
    /// Who takes over.
    ministry: Text,
    /// The condition from which it is due. Default: any time.
    when: Option<Text>,
}

fn yes() -> bool {
    true
}

/// Resolves the rows into the rules.
pub(super) fn resolve(resolver: &mut Resolver<'_>, rows: &Rows, rules: &mut Rules) {
    for row in &rows.houses {
        resolver.needs(Ledger::Mandate, row.actor.span);
        let line = row.line.unwrap_or(Line::Agency);
        let usual = match line {
            Line::Board => 80,
            Line::Agency => 60,
            Line::Ministry => 40,
            Line::Service => 20,
        };
        let house = House {
            actor: resolver.actor(&row.actor),
            kind: row.kind.unwrap_or(Type::Office),
            independence: resolver.number(row.independence.as_ref(), usual, 0, 100),
            answers_to: row.answers_to.as_ref().map(|to| resolver.actor(to)),
            line,
            approvals: resolver.number(row.approvals.as_ref(), 0, 0, 20),
            designated: row.designated,
        };
        rules.houses.push(house);
    }
    for row in &rows.permits {
        resolver.needs(Ledger::Mandate, row.id.span);
        let permit = Permit {
            id: PermitId(resolver.own(Kind::Permit, &row.id)),
            name: resolver.line(&row.name, "name"),
            about: resolver.block_or_none(row.about.as_ref()),
            holder: SeatId(resolver.find(Kind::Seat, &row.holder)),
            power: row.power,
            by: resolver.actor(&row.by),
            granted: row.granted,
            strict: row.strict,
        };
        rules.permits.push(permit);
    }
    for row in &rows.policies {
        resolver.needs(Ledger::Mandate, row.actor.span);
        let policy = Policy {
            actor: resolver.actor(&row.actor),
            family: row.family,
            favours: row.favours,
            text: resolver.line(&row.text, "text"),
        };
        rules.policies.push(policy);
    }
    rules.charter = rows
        .charter
        .iter()
        .map(|actor| resolver.actor(actor))
        .collect();
    for row in &rows.handovers {
        resolver.needs(Ledger::Mandate, row.cert.span);
        let handover = Handover {
            cert: resolver.actor(&row.cert),
            ministry: resolver.actor(&row.ministry),
            condition: resolver.condition(row.when.as_ref()),
        };
        rules.handovers.push(handover);
    }
    for row in &rows.demands {
        resolver.needs(Ledger::Mandate, row.victim.span);
        let opens = row.opens.as_ref();
        let zone = row.zone.as_ref();
        let community = row.community.as_ref();
        let demand = Demand {
            victim: resolver.actor(&row.victim),
            fact: row
                .fact
                .as_ref()
                .map(|fact| FactId(resolver.find(Kind::Fact, fact))),
            opens: opens.map(|opens| resolver.count(Some(opens), 0, 0, 1000)),
            pays: i32::from(resolver.chance(row.pays.as_ref(), 150)),
            copies: i32::from(resolver.chance(row.copies.as_ref(), 400)),
            zone: zone.map(|zone| ZoneId(resolver.find(Kind::Zone, zone))),
            units: resolver.number(row.units.as_ref(), 1, 0, 1000),
            community: community.map(|of| CommunityId(resolver.find(Kind::Community, of))),
            reports_to: row.reports_to.as_ref().map(|to| resolver.actor(to)),
            on_paid: resolver.effects(&row.on_paid),
            on_leaked: resolver.effects(&row.on_leaked),
        };
        rules.demands.push(demand);
    }
}
