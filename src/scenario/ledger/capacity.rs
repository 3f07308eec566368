//! How authors write capacity.

use serde::Deserialize;

use crate::model::OfferId;
use crate::model::SeatId;
use crate::model::id::Kind;
use crate::model::ledger::Ledger;
use crate::model::ledger::capacity::Crew;
use crate::model::ledger::capacity::Help;
use crate::model::ledger::capacity::Offer;
use crate::model::ledger::capacity::Rules;
use crate::model::ledger::capacity::Signal;
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
    crews: Vec<CrewRow>,
    offers: Vec<OfferRow>,
    signals: Vec<SignalRow>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-crew")]
struct CrewRow {
    seat: Text,
    tier: Option<Number>,
    tickets: Option<Number>,
    fatigue: Option<Number>,
    #[serde(default)]
    knows_norms: bool,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-offer")]
struct OfferRow {
    id: Text,
    name: Text,
    about: Text,
    from: Text,
    to: Text,
    help: Help,
    opens: Option<Number>,
    stays: Option<Number>,
    lasts: Option<Number>,
    hours: Option<Number>,
    tickets: Option<Number>,
    tier: Option<Number>,
    #[serde(default)]
    wary: Vec<Text>,
    wary_cost: Option<Number>,
    #[serde(default)]
    accept: Vec<Spanned<Effect>>,
    #[serde(default)]
    decline: Vec<Spanned<Effect>>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-signal")]
struct SignalRow {
    seat: Text,
    fact: Text,
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
}
