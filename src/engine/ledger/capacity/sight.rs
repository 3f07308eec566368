//! What a seat gets to see of capacity: its own people, its own tickets, the offers made to it.

use serde::Serialize;

use crate::engine::ledger::book::News;
use crate::engine::ledger::book::Row;
use crate::engine::ledger::capacity::Event;
use crate::engine::ledger::capacity::OfferState;
use crate::engine::ledger::capacity::volunteers;
use crate::engine::ledger::capacity::volunteers::SiteView;
use crate::engine::ledger::capacity::words;
use crate::engine::lens::Lens;
use crate::engine::state::State;
use crate::engine::tell::Teller;
use crate::engine::view::Subject;
use crate::model::OfferId;
use crate::model::SeatId;
use crate::model::ledger::Ledger;
use crate::model::ledger::capacity::Offer;
use crate::text::SafeText;

/// What a seat gets to see of it beside its rows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct View {
    pub crews: Vec<CrewView>,
    pub offers: Vec<OfferView>,
    /// Where volunteers can be sent, to those who may send them.
    pub sites: Vec<SiteView>,
}

/// The people of a seat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CrewView {
    pub seat: SeatId,
    /// 0 to 100, and in words.
    pub fatigue: i32,
    pub fatigue_shown: SafeText,
    /// Hours at work since the last rest, and how many leave one fresh.
    pub worked: i32,
    pub fresh: i32,
    /// 0 to 4, and in words.
    pub tier: i32,
    pub tier_shown: SafeText,
    pub tickets: i32,
    /// Tickets that may lie about before they cost hours.
    pub room: i32,
    pub has_rota: bool,
    pub knows_norms: bool,
}

/// An offer of help.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OfferView {
    pub offer: OfferId,
    pub to: SeatId,
    pub name: SafeText,
    /// What it is, strings and all.
    pub about: SafeText,
    pub from: SafeText,
    pub help: SafeText,
    pub standing: Standing,
    pub shown: SafeText,
}

/// Where an offer stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Standing {
    Open,
    Accepted,
    Declined,
    Over,
}

impl<'a> Lens<'a> {
    /// How tired the people of a seat of one's own are, 0 to 100.
    pub fn fatigue(&self, seat: SeatId) -> Option<i32> {
        let crew = self.book().capacity.crews[seat.index()];
        crew.filter(|_| self.is_own(seat)).map(|crew| crew.fatigue)
    }

    /// Tickets nobody has gone through at a seat of one's own.
    pub fn tickets(&self, seat: SeatId) -> Option<i32> {
        let crew = self.book().capacity.crews[seat.index()];
        crew.filter(|_| self.is_own(seat)).map(|crew| crew.tickets)
    }

    /// What is offered: whoever is offered something reads it whole.
    pub fn offer_card(&self, offer: OfferId) -> &'a Offer {
        &self.scenario().book.capacity.offers[offer.index()]
    }
}

/// Whether an offer was made to one of these seats, or by one.
pub(super) fn is_concerned(lens: &Lens<'_>, offer: OfferId) -> bool {
    let row = &lens.scenario().book.capacity.offers[offer.index()];
    lens.is_own(row.to) || lens.is_own_actor(row.from)
}

pub(super) fn may_see(lens: &Lens<'_>, event: &Event) -> bool {
    match *event {
        Event::Tired { seat, .. }
        | Event::TicketsMoved { seat, .. }
        | Event::Unearthed { seat, .. }
        | Event::Slipped { seat, .. }
        | Event::RotaMade { seat }
        | Event::Learned { seat, .. }
        | Event::TierMoved { seat, .. }
        | Event::NoHelp { seat, .. } => lens.is_own(seat),
        // The hours at work show in the fatigue; what lies among the tickets nobody knows.
        Event::Worked { .. } | Event::Buried { .. } => false,
        Event::Volunteers(ref event) => volunteers::may_see(lens, event),
        Event::Offered { offer, .. } | Event::Declined { offer } | Event::Withdrawn { offer } => {
            is_concerned(lens, offer)
        }
        // Whose help is taken is noted by those who mind.
        Event::Accepted { offer, .. } => {
            let row = &lens.scenario().book.capacity.offers[offer.index()];
            is_concerned(lens, offer) || row.wary.iter().any(|wary| lens.is_own_actor(*wary))
        }
    }
}

/// How the Reveal tells of it.
pub(super) fn news(event: &Event) -> News {
    let better = match *event {
        Event::Tired { .. } | Event::Worked { .. } | Event::TicketsMoved { .. } => {
            return News::Quiet;
        }
        Event::Slipped { .. } | Event::NoHelp { .. } => Some(false),
        Event::Unearthed { .. } | Event::Learned { .. } => Some(true),
        Event::TierMoved { by, .. } => Some(by > 0),
        Event::Volunteers(ref event) => volunteers::is_better(event),
        _ => None,
    };
    News::Told { better }
}

pub(super) fn view(lens: &Lens<'_>, teller: Teller<'_>) -> View {
    let rules = &lens.scenario().book.capacity;
    let crews = lens
        .seats()
        .iter()
        .filter_map(|seat| crew(lens, teller, *seat));
    let offers = rules.offers.iter().filter(|row| lens.is_own(row.to));
    View {
        crews: crews.collect(),
        offers: offers.filter_map(|row| offer(lens, teller, row)).collect(),
        sites: volunteers::views(lens, teller),
    }
}

fn crew(lens: &Lens<'_>, teller: Teller<'_>, seat: SeatId) -> Option<CrewView> {
    let rules = &lens.scenario().book.capacity;
    let now = lens.book().capacity.crews[seat.index()]?;
    let fresh = if now.has_rota {
        rules.fresh_hours + rules.fresh_hours / 2
    } else {
        rules.fresh_hours
    };
    Some(CrewView {
        seat,
        fatigue: now.fatigue,
        fatigue_shown: teller.words.say(words::fatigue_key(rules, now.fatigue)),
        worked: now.worked,
        fresh,
        tier: now.tier,
        tier_shown: teller.words.say(words::tier_key(now.tier)),
        tickets: now.tickets,
        room: rules.queue_room,
        has_rota: now.has_rota,
        knows_norms: now.knows_norms,
    })
}

fn offer(lens: &Lens<'_>, teller: Teller<'_>, row: &Offer) -> Option<OfferView> {
    let turn = lens.turn();
    let (standing, key, until) = match lens.book().capacity.offers[row.id.index()] {
        OfferState::Unmade => return None,
        OfferState::Open(until) => (Standing::Open, "capacity-offer-open", until),
        OfferState::Accepted(until) if until > turn => {
            (Standing::Accepted, "capacity-offer-accepted", until)
        }
        OfferState::Accepted(_) => (Standing::Over, "capacity-offer-spent", turn),
        OfferState::Declined => (Standing::Declined, "capacity-offer-declined", turn),
        OfferState::Over => (Standing::Over, "capacity-offer-over", turn),
    };
    Some(OfferView {
        offer: row.id,
        to: row.to,
        name: row.name.clone(),
        about: row.about.clone(),
        from: teller.actor(row.from).clone(),
        help: teller.words.say(words::help_key(row.help)),
        standing,
        shown: teller.words.fill(key, &[("turn", until.into())]),
    })
}

pub(super) fn rows(lens: &Lens<'_>, teller: Teller<'_>) -> Vec<Row> {
    let rules = &lens.scenario().book.capacity;
    let mut rows = Vec::new();
    for &seat in lens.seats() {
        let Some(now) = lens.book().capacity.crews[seat.index()] else {
            continue;
        };
        let mut row = |column: u16, shown: SafeText, bar| {
            rows.push(Row {
                subject: Subject::Row(Ledger::Capacity, seat.0, column),
                label: words::row_name(teller, seat.0, column),
                shown,
                bar,
            });
        };
        let word = teller.words.say(words::fatigue_key(rules, now.fatigue));
        let args = [("now", now.fatigue.into()), ("word", word.into())];
        let fatigue = teller.words.fill("capacity-shown-fatigue", &args);
        row(0, fatigue, Some((now.fatigue, now.fatigue, 100)));
        let tickets = SafeText::line(&now.tickets.to_string());
        row(1, tickets, None);
        let tier = teller.words.say(words::tier_key(now.tier));
        row(2, tier, None);
        if now.slips > 0 {
            row(3, SafeText::line(&now.slips.to_string()), None);
        }
    }
    rows
}

/// One's own people are known, and which offers were made; what lies among the tickets is not.
pub(super) fn imagine(lens: &Lens<'_>, state: &mut State) {
    let known = &lens.book().capacity;
    let imagined = &mut state.world_mut().book.capacity;
    for seat in lens.seats() {
        imagined.crews[seat.index()] = known.crews[seat.index()];
    }
    for row in &lens.scenario().book.capacity.offers {
        if is_concerned(lens, row.id) {
            imagined.offers[row.id.index()] = known.offers[row.id.index()];
        }
    }
    volunteers::imagine(lens, &known.corps, &mut imagined.corps);
}
