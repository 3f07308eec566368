//! Whether something gets from one to another, by which path, and what that costs.

use crate::engine::act::Act;
use crate::engine::decide::Origin;
use crate::engine::decide::Play;
use crate::engine::dice::Roll;
use crate::engine::forecast::Forecast;
use crate::engine::ledger::book::BookState;
use crate::engine::ledger::contacts::Bond;
use crate::engine::ledger::contacts::Event;
use crate::engine::ledger::contacts::State;
use crate::engine::ledger::contacts::WIDE;
use crate::engine::ledger::contacts::emit;
use crate::engine::ledger::measures;
use crate::engine::lens::Lens;
use crate::engine::rejection::Obstacle;
use crate::engine::world::Readable;
use crate::model::ActorId;
use crate::model::ContactId;
use crate::model::MeasureId;
use crate::model::SeatId;
use crate::model::decision::Cost;
use crate::model::id::Kind;
use crate::model::ledger::Ledger;
use crate::model::ledger::contacts::Route;
use crate::model::scenario::Scenario;

/// What an arrangement for lawful sharing lets through to a listed entity all the same, in per mille.
const ARRANGED: i32 = 300;

/// What becomes of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::engine) enum Carried {
    Through,
    /// It arrives in a later turn.
    Later(u16),
    /// Nobody answered.
    Lost,
}

/// The best way its sender believes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// In the same region, or well known by now: no address is needed.
    Known,
    By(ContactId, Route),
    /// Without an address.
    Cold,
}

/// Whom an act goes to.
fn goes_to(act: &Act) -> Option<ActorId> {
    match *act {
        Act::Share { to, .. } => Some(to),
        Act::Ask { of } => Some(of),
        Act::KeepInTouch { with } => Some(with),
        _ => None,
    }
}

impl State {
    /// Whether two are so far apart that a path is needed, and there is a directory to find it in.
    pub(super) fn is_apart(&self, from: ActorId, to: ActorId) -> bool {
        let (here, there) = (self.regions[from.index()], self.regions[to.index()]);
        self.is_kept && here.is_some() && there.is_some() && here != there
    }

    fn linked(&self, from: ActorId, to: ActorId, turn: u16) -> bool {
        let is_link = self
            .links
            .iter()
            .any(|link| link.bond != Bond::Markings && link.joins(from, to) && link.holds(turn));
        let same_club = |(body, member): &(ActorId, ActorId)| {
            *member == from && self.members.contains(&(*body, to))
        };
        is_link || self.members.iter().any(same_club)
    }

    /// Whether there is a good path, in truth.
    pub(super) fn has_path(&self, from: ActorId, to: ActorId, turn: u16) -> bool {
        let good = |entry: &super::Address| {
            (entry.holder, entry.reaches) == (from, to) && !entry.stale && !entry.is_dead
        };
        self.through(from, to) > 0
            && (!self.is_apart(from, to)
                || self.linked(from, to, turn)
                || self.entries.iter().any(good))
    }

    /// Of a thousand messages between two, those that get through to who is listed.
    fn through(&self, from: ActorId, to: ActorId) -> i32 {
        let open = self.open[from.index()].min(self.open[to.index()]);
        if self.is_arranged(from, to) {
            open.max(ARRANGED)
        } else {
            open
        }
    }

    /// Whether the two have an arrangement for lawful sharing.
    fn is_arranged(&self, from: ActorId, to: ActorId) -> bool {
        let mut links = self.links.iter();
        links.any(|link| link.bond == Bond::Gateway && link.joins(from, to))
    }

    /// The way one would take by what one believes, after so many exchanges.
    pub(super) fn way(
        &self,
        scenario: &Scenario,
        (from, to): (ActorId, ActorId),
        exchanges: u16,
        turn: u16,
    ) -> Way {
        let rules = &scenario.book.contacts;
        let is_warm = i32::from(exchanges) >= rules.warm_after;
        if !self.is_apart(from, to) || is_warm || self.linked(from, to, turn) {
            return Way::Known;
        }
        let believed = rules.directory.iter().filter(|entry| {
            (entry.holder, entry.reaches) == (from, to) && !self.entries[entry.id.index()].is_dead
        });
        let best = believed.min_by_key(|entry| (entry.route == Route::Formal, entry.id));
        best.map_or(Way::Cold, |entry| Way::By(entry.id, entry.route))
    }
}

/// Of a thousand messages between two, those that get through: as far as neither is listed, no measure in force closes the
/// channel, and for all that as far as an arrangement goes. With the measure that leaves least.
fn lets_through(
    scenario: &Scenario,
    book: &BookState,
    from: ActorId,
    to: ActorId,
) -> (i32, Option<MeasureId>) {
    let open = book.contacts.through(from, to);
    let (left, measure) = measures::channel(scenario, &book.measures, from, to);
    match measure {
        Some(_) if book.contacts.is_arranged(from, to) => (open.min(left.max(ARRANGED)), measure),
        Some(_) if left < open => (left, measure),
        _ => (open, None),
    }
}

/// Whether a good path leads from one to another, in truth.
pub(in crate::engine) fn is_path(
    scenario: &Scenario,
    world: &Readable,
    from: ActorId,
    to: ActorId,
) -> bool {
    let (through, _) = lets_through(scenario, &world.book, from, to);
    through > 0 && world.book.contacts.has_path(from, to, world.turn)
}

/// What a listed entity's closed channel keeps an act from.
pub(in crate::engine) fn blocked(lens: &Lens<'_>, seat: SeatId, act: &Act) -> Option<Obstacle> {
    let to = goes_to(act).filter(|_| lens.has(Ledger::Contacts))?;
    let own = lens.seat(seat).actor;
    let state = &lens.book().contacts;
    let listed = if state.open[own.index()] < WIDE {
        own
    } else {
        to
    };
    match lets_through(lens.scenario(), lens.book(), own, to) {
        (0, Some(_)) => Some(measures::closed(to)),
        (0, None) => Some(Obstacle::Rule {
            key: "obstacle-listed",
            actor: Some(listed),
            until: None,
        }),
        _ => None,
    }
}

/// What an act costs more since nobody near is at the other end.
pub(in crate::engine) fn dearer(lens: &Lens<'_>, seat: SeatId, act: &Act, cost: Cost) -> Cost {
    let Some(to) = goes_to(act).filter(|_| lens.has(Ledger::Contacts)) else {
        return cost;
    };
    let (scenario, own) = (lens.scenario(), lens.seat(seat).actor);
    let state = &lens.book().contacts;
    if own == to || !state.is_apart(own, to) {
        return cost;
    }
    let rules = &scenario.book.contacts;
    let exchanges = lens.contact(own, to).map_or(0, |(_, exchanges)| exchanges);
    let more = match state.way(scenario, (own, to), exchanges, lens.turn()) {
        Way::Known => 0,
        Way::Cold => {
            let left = rules.cold_hours.saturating_sub(i32::from(exchanges));
            left.max(0) + foreign(scenario, own, to, None, rules.language_hours)
        }
        Way::By(contact, route) => {
            let asleep = !scenario.local(to).is_open(lens.turn_card().from);
            let night = if asleep && route == Route::Personal {
                rules.night_hours
            } else {
                0
            };
            night + foreign(scenario, own, to, Some(contact), rules.language_hours)
        }
    };
    Cost {
        hours: cost.hours.saturating_add(more),
        ..cost
    }
}

/// The hours it takes more to be understood.
fn foreign(
    scenario: &Scenario,
    from: ActorId,
    to: ActorId,
    contact: Option<ContactId>,
    hours: i32,
) -> i32 {
    let spoken = |actor: ActorId| {
        let region = scenario.actors[actor.index()].region;
        region.map_or(&[][..], |region| {
            scenario.regions[region.index()].languages.as_slice()
        })
    };
    let own = spoken(from);
    let theirs = contact
        .map(|contact| &scenario.book.contacts.directory[contact.index()].languages)
        .filter(|languages| !languages.is_empty())
        .map_or(spoken(to), Vec::as_slice);
    let is_common =
        own.is_empty() || theirs.is_empty() || own.iter().any(|tag| theirs.contains(tag));
    if is_common { 0 } else { hours }
}

/// What a formal route adds to the odds of an answer.
pub(in crate::engine) fn formal_weight(
    scenario: &Scenario,
    world: &Readable,
    by: ActorId,
    of: ActorId,
) -> i32 {
    let entries = &world.book.contacts.entries;
    weight_by(scenario, (by, of), |contact| {
        !entries[contact.index()].stale
    })
}

/// The most that a formal route can add, whether its address still holds or not.
pub(in crate::engine) fn most_formal_weight(scenario: &Scenario, by: ActorId, of: ActorId) -> i32 {
    weight_by(scenario, (by, of), |_| true)
}

fn weight_by(
    scenario: &Scenario,
    (by, of): (ActorId, ActorId),
    holds: impl Fn(ContactId) -> bool,
) -> i32 {
    let rules = &scenario.book.contacts;
    let formal = rules.directory.iter().any(|entry| {
        (entry.holder, entry.reaches, entry.route) == (by, of, Route::Formal) && holds(entry.id)
    });
    if formal && scenario.ledgers.contains(&Ledger::Contacts) {
        rules.formal_weight
    } else {
        0
    }
}

/// The odds that an act without an address gets through at all.
pub(in crate::engine) fn forecast_of_reach(
    lens: &Lens<'_>,
    own: ActorId,
    act: &Act,
) -> Option<Forecast> {
    let to = goes_to(act).filter(|to| !lens.has_way(own, *to))?;
    let scenario = lens.scenario();
    let (through, _) = lets_through(scenario, lens.book(), own, to);
    let cold = scenario.book.contacts.cold_odds;
    Some(Forecast::odds(
        "forecast-gets-through",
        cold * through.min(WIDE) / WIDE,
    ))
}

/// Whether an act that has been paid for gets to whom it is meant for.
pub(in crate::engine) fn carries(
    play: &mut Play<'_>,
    seat: SeatId,
    act: &Act,
    origin: Origin,
) -> Carried {
    let scenario = play.scenario();
    let Some(to) = goes_to(act).filter(|_| play.has(Ledger::Contacts)) else {
        return Carried::Through;
    };
    let own = scenario.seats[seat.index()].actor;
    let (turn, cause) = (play.state.turn(), origin.cause());
    let words = [own, to].map(|actor| scenario.names.hash(Kind::Actor, actor.0));
    let dead_end = Event::DeadEnd {
        from: own,
        to,
        searching: false,
    };
    let (through, measure) = lets_through(scenario, &play.state.world.book, own, to);
    if through < WIDE {
        let mut die = play.state.dice.of(Roll::Listed, &words, 0, turn, 0);
        if !die.per_mille(through) {
            match measure {
                Some(measure) => measures::hold_back(play, measure, own, to, cause),
                None => {
                    emit(play, cause, dead_end);
                }
            }
            return Carried::Lost;
        }
    }
    let state = &play.state.world.book.contacts;
    let exchanges = play.state.contact(own, to).1;
    match state.way(scenario, (own, to), exchanges, turn) {
        Way::Known => Carried::Through,
        Way::Cold => {
            let mut die = play.state.dice.of(Roll::Cold, &words, 0, turn, 0);
            if die.per_mille(scenario.book.contacts.cold_odds) {
                return Carried::Through;
            }
            emit(play, cause, dead_end);
            Carried::Lost
        }
        Way::By(contact, route) => {
            let entry = state.entries[contact.index()];
            let alive = !entry.stale;
            if !alive || entry.confirmed != Some(turn) {
                emit(play, cause, Event::Found { contact, alive });
            }
            if !alive {
                emit(play, cause, dead_end);
                return Carried::Lost;
            }
            // What is prepared has the time it takes.
            if route == Route::Formal && turn > 0 && !matches!(act, Act::KeepInTouch { .. }) {
                Carried::Later(turn.saturating_add(1))
            } else {
                Carried::Through
            }
        }
    }
}
