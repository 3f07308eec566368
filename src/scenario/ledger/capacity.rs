//! How authors write capacity.

use serde::Deserialize;

use crate::model::CommunityId;
use crate::model::OfferId;
use crate::model::SeatId;
use crate::model::id::Kind;
use crate::model::ledger::Ledger;
use crate::model::ledger::capacity::Corps;
use crate::model::ledger::capacity::Crew;
use crate::model::ledger::capacity::Help;
use crate::model::ledger::capacity::Offer;
use crate::model::ledger::capacity::Rules;
use crate::model::ledger::capacity::Signal;
use crate::model::ledger::capacity::Site;
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
#[serde(deny_unknown_fields, rename = "what-capacity", default)]
pub(in crate::scenario) struct Rows {
    /// What each seat's people can do. Default: everybody is as usual.
    crews: Vec<CrewRow>,
    /// Offers of help. Default: none.
    offers: Vec<OfferRow>,
    /// Facts that lie among the routine tickets. Default: none.
    signals: Vec<SignalRow>,
    /// Volunteers that can be sent where nobody has a contract. Default: none.
    corps: Vec<CorpsRow>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-corps")]
struct CorpsRow {
    /// Whose they are.
    from: Text,
    /// How many can be out at the same time. Default 4, 1 to 1000.
    people: Option<Number>,
    /// Turns they stay. Default 3, 1 to 1000.
    lasts: Option<Number>,
    /// Who may brief them, answer for them and send them.
    seats: Vec<Text>,
    /// Where they can be sent.
    sites: Vec<SiteRow>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-site")]
struct SiteRow {
    /// Whose harm they make less.
    community: Text,
    /// Whom they work with.
    host: Text,
    /// How many it takes. Default 2, 1 to 1000.
    people: Option<Number>,
    /// Latent harm they take away each turn. Default 3, 0 to 1000.
    relief: Option<Number>,
    /// Evidence they bring each turn. Default 8, 0 to 100.
    evidence: Option<Number>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-crew")]
struct CrewRow {
    /// Whose people they are.
    seat: Text,
    /// What they are able to do. Default 2, 0 to 4.
    tier: Option<Number>,
    /// Routine tickets a turn. Default 0, 0 to 1000.
    tickets: Option<Number>,
    /// How tired they are at the start. Default 0, 0 to 100.
    fatigue: Option<Number>,
    /// They know what the norms say of them. Default false.
    #[serde(default)]
    knows_norms: bool,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-offer")]
struct OfferRow {
    /// Its id.
    id: Text,
    /// What it is called.
    name: Text,
    /// What is read before it is accepted.
    about: Text,
    /// Who offers.
    from: Text,
    /// Who is offered it.
    to: Text,
    /// What kind of help it is.
    help: Help,
    /// The turn it is made in, 0 to the last. Default: it has to be asked for.
    opens: Option<Number>,
    /// Turns it stays open. Default 2, 1 to 1000.
    stays: Option<Number>,
    /// Turns the help lasts. Default 3, 1 to 1000.
    lasts: Option<Number>,
    /// Hours a turn that it gives. Default 0, 0 to 100.
    hours: Option<Number>,
    /// Tickets a turn that it takes off. Default 0, 0 to 1000.
    tickets: Option<Number>,
    /// Tiers that it adds. Default 0, 0 to 4.
    tier: Option<Number>,
    /// Who thinks less of whoever accepts. Default: nobody.
    #[serde(default)]
    wary: Vec<Text>,
    /// Trust that costs. Default 4, 0 to 100.
    wary_cost: Option<Number>,
    /// What follows when it is accepted. Default: nothing.
    #[serde(default)]
    accept: Vec<Spanned<Effect>>,
    /// What follows when it is declined. Default: nothing.
    #[serde(default)]
    decline: Vec<Spanned<Effect>>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-signal")]
struct SignalRow {
    /// In whose tickets it lies.
    seat: Text,
    /// The fact.
    fact: Text,
    /// Since which turn. Default 1, 0 to 1000.
    from: Option<Number>,
}

/// Resolves the rows into the rules.
pub(super) fn resolve(resolver: &mut Resolver<'_>, rows: &Rows, rules: &mut Rules) {
    for row in &rows.crews {
        resolver.needs(Ledger::Capacity, row.seat.span);
        let crew = Crew {
            seat: SeatId(resolver.find(Kind::Seat, &row.seat)),
            tier: resolver.number(row.tier.as_ref(), 2, 0, 4),
            tickets: resolver.number(row.tickets.as_ref(), 0, 0, 1000),
            fatigue: resolver.number(row.fatigue.as_ref(), 0, 0, 100),
            knows_norms: row.knows_norms,
        };
        rules.crews.push(crew);
    }
    for row in &rows.offers {
        resolver.needs(Ledger::Capacity, row.id.span);
        let opens = row.opens.as_ref();
        let opens = opens.map(|opens| resolver.count(Some(opens), 0, 0, 1000));
        let offer = Offer {
            id: OfferId(resolver.own(Kind::Offer, &row.id)),
            name: resolver.line(&row.name, "name"),
            about: resolver.block(&row.about, "about"),
            from: resolver.actor(&row.from),
            to: SeatId(resolver.find(Kind::Seat, &row.to)),
            help: row.help,
            opens,
            stays: resolver.count(row.stays.as_ref(), 2, 1, 1000),
            lasts: resolver.count(row.lasts.as_ref(), 3, 1, 1000),
            hours: resolver.number(row.hours.as_ref(), 0, 0, 100),
            tickets: resolver.number(row.tickets.as_ref(), 0, 0, 1000),
            tier: resolver.number(row.tier.as_ref(), 0, 0, 4),
            wary: row.wary.iter().map(|actor| resolver.actor(actor)).collect(),
            wary_cost: resolver.number(row.wary_cost.as_ref(), 4, 0, 100),
            accept: resolver.effects(&row.accept),
            decline: resolver.effects(&row.decline),
        };
        rules.offers.push(offer);
    }
    for row in &rows.signals {
        resolver.needs(Ledger::Capacity, row.seat.span);
        let signal = Signal {
            seat: SeatId(resolver.find(Kind::Seat, &row.seat)),
            // It is told, to whoever goes through the tickets.
            fact: resolver.tells(&row.fact),
            from: resolver.count(row.from.as_ref(), 1, 0, 1000),
        };
        rules.signals.push(signal);
    }
    for row in &rows.corps {
        resolver.needs(Ledger::Capacity, row.from.span);
        resolver.needs(Ledger::Harm, row.from.span);
        let sites = row.sites.iter().map(|site| Site {
            community: CommunityId(resolver.find(Kind::Community, &site.community)),
            host: resolver.actor(&site.host),
            people: resolver.number(site.people.as_ref(), 2, 1, 1000),
            relief: resolver.number(site.relief.as_ref(), 3, 0, 1000),
            evidence: resolver.number(site.evidence.as_ref(), 8, 0, 100),
        });
        let sites = sites.collect();
        let corps = Corps {
            from: resolver.actor(&row.from),
            people: resolver.number(row.people.as_ref(), 4, 1, 1000),
            lasts: resolver.count(row.lasts.as_ref(), 3, 1, 1000),
            seats: row.seats.iter().map(|seat| resolver.seat(seat)).collect(),
            sites,
        };
        rules.corps.push(corps);
    }
}
