//! What may have happened by the rules of the book's ledgers without a seat's knowing.

use demarche::engine::event::Cause;
use demarche::engine::event::Event;
use demarche::engine::event::What;
use demarche::engine::ledger::book::BookEvent;
use demarche::engine::ledger::capacity;
use demarche::engine::ledger::contacts;
use demarche::engine::ledger::mandate;
use demarche::engine::ledger::measures;
use demarche::engine::ledger::narrative;
use demarche::engine::ledger::politicisation;
use demarche::engine::ledger::tension;
use demarche::engine::lens::Lens;
use demarche::model::ActorId;
use demarche::model::SeatId;
use demarche::model::family::Family;
use demarche::model::ledger::Ledger;
use demarche::model::ledger::mandate::Line;
use demarche::model::ledger::mandate::Role;
use demarche::model::ledger::politicisation::Order;
use demarche::model::ledger::tension::Ambiguous;
use demarche::model::ledger::tension::Channel;
use demarche::model::scenario::Scenario;

use crate::support::table::Table;

/// Events of the book's ledgers that the seat may not see.
pub(super) fn of_the_book(table: &Table, seat: SeatId) -> Vec<What> {
    let scenario = table.scenario();
    let mut events = Vec::new();
    let on = |ledger| scenario.ledgers.contains(&ledger);
    if on(Ledger::Measures) {
        of_measures(scenario, &mut events);
    }
    if on(Ledger::Tension) {
        of_tension(scenario, &mut events);
    }
    if on(Ledger::Contacts) {
        of_contacts(scenario, &mut events);
    }
    if on(Ledger::Mandate) {
        of_mandate(scenario, seat, &mut events);
    }
    if on(Ledger::Capacity) {
        of_capacity(scenario, seat, &mut events);
    }
    if on(Ledger::Narrative) {
        of_narrative(scenario, &mut events);
    }
    if on(Ledger::Politicisation) {
        of_politicisation(scenario, &mut events);
    }
    let seats = [seat];
    let lens = Lens::new(&table.playable, &table.state, &seats);
    let is_secret = |what: &What| {
        !lens.may_see(&Event {
            cause: Cause::StartEx,
            what: what.clone(),
        })
    };
    let all = events.into_iter().map(What::Book);
    all.filter(is_secret).collect()
}

/// Each actor with the next.
fn pairs(scenario: &Scenario) -> impl Iterator<Item = (ActorId, ActorId)> {
    let actors = scenario.actors.iter();
    let next = actors.clone().skip(1);
    actors.zip(next).map(|(one, two)| (one.id, two.id))
}

fn of_measures(scenario: &Scenario, events: &mut Vec<BookEvent>) {
    use measures::Event;
    for row in &scenario.book.measures.menu {
        let measure = row.id;
        events.push(BookEvent::Measures(Event::DeterrenceDrawn {
            measure,
            turn: 99,
            by: 300,
        }));
        events.push(BookEvent::Measures(Event::Checked { measure }));
        events.push(BookEvent::Measures(Event::Consulted { measure }));
        for &(member, _) in &row.members {
            events.push(BookEvent::Measures(Event::Lobbied { measure, member }));
        }
        for (from, to) in pairs(scenario) {
            events.push(BookEvent::Measures(Event::HeldBack { measure, from, to }));
        }
    }
    for seat in &scenario.seats {
        events.push(BookEvent::Measures(Event::Pressed {
            seat: seat.id,
            by: 5,
            now: 60,
        }));
    }
}

fn of_tension(scenario: &Scenario, events: &mut Vec<BookEvent>) {
    use tension::Event;
    for one in &scenario.book.tension.blocs {
        for two in scenario
            .book
            .tension
            .blocs
            .iter()
            .filter(|two| two.id != one.id)
        {
            let (a, b) = (one.id, two.id);
            events.extend(
                [
                    Event::Noticed {
                        by: a,
                        seen_by: b,
                        act: Ambiguous::Scan,
                    },
                    Event::WasRead {
                        by: a,
                        seen_by: b,
                        act: Ambiguous::Scan,
                        odds: 400,
                        wrongly: false,
                    },
                    Event::Consulted {
                        a,
                        b,
                        channel: Channel::Hotline,
                    },
                    Event::Allied { own: a, about: b },
                ]
                .map(BookEvent::Tension),
            );
        }
    }
}

fn of_contacts(scenario: &Scenario, events: &mut Vec<BookEvent>) {
    use contacts::Bond;
    use contacts::Event;
    for entry in &scenario.book.contacts.directory {
        let contact = entry.id;
        events.extend(
            [
                Event::WentStale { contact },
                Event::Found {
                    contact,
                    alive: false,
                },
                Event::NoteSent { contact, due: 99 },
                Event::Refreshed { contact },
            ]
            .map(BookEvent::Contacts),
        );
    }
    for (by, with) in pairs(scenario) {
        let (a, b) = (by, with);
        events.extend(
            [
                Event::DeadEnd {
                    from: by,
                    to: with,
                    searching: true,
                },
                Event::Agreed {
                    by,
                    with,
                    bond: Bond::Found,
                },
                Event::NotAgreed {
                    by,
                    with,
                    bond: Bond::Found,
                },
                Event::Linked {
                    a,
                    b,
                    bond: Bond::Found,
                    until: None,
                },
            ]
            .map(BookEvent::Contacts),
        );
    }
}

fn of_mandate(scenario: &Scenario, whose: SeatId, events: &mut Vec<BookEvent>) {
    use mandate::Event;
    let rules = &scenario.book.mandate;
    for permit in rules.permits.iter().map(|permit| permit.id) {
        events.extend(
            [
                Event::PermitAsked {
                    permit,
                    until: Some(99),
                    grants: true,
                },
                Event::PermitGranted { permit },
            ]
            .map(BookEvent::Mandate),
        );
    }
    for house in &rules.houses {
        let actor = house.actor;
        events.extend(
            [
                Event::IndependenceMoved {
                    actor,
                    by: 9,
                    now: 99,
                },
                Event::LineMoved {
                    actor,
                    line: Line::Service,
                },
                Event::Contradicted {
                    actor,
                    family: Family::Share,
                },
                Event::CharterBroken { actor },
            ]
            .map(BookEvent::Mandate),
        );
        // A ministry knows how well it was briefed.
        let own = scenario.seats[whose.index()].actor;
        let others = scenario.actors.iter().map(|other| other.id);
        for by in others.filter(|other| *other != actor && *other != own) {
            let cert = actor;
            events.push(BookEvent::Mandate(Event::RoleAsked {
                cert,
                by,
                role: Role::Collect,
            }));
            events.push(BookEvent::Mandate(Event::HandedOver {
                cert,
                ministry: by,
                briefed: 50,
                early: true,
            }));
        }
    }
}

fn of_capacity(scenario: &Scenario, whose: SeatId, events: &mut Vec<BookEvent>) {
    use capacity::Event;
    // One's own hours at work are no event that is told; the seat knows them.
    let crews = scenario.book.capacity.crews.iter();
    for seat in crews.map(|crew| crew.seat).filter(|seat| *seat != whose) {
        let own = [
            Event::Tired {
                seat,
                by: 9,
                now: 77,
            },
            Event::Worked { seat, now: 30 },
            Event::TicketsMoved {
                seat,
                by: 9,
                now: 33,
            },
            Event::TierMoved {
                seat,
                by: 1,
                now: 4,
            },
            Event::RotaMade { seat },
        ];
        events.extend(own.map(BookEvent::Capacity));
        for fact in scenario.facts.iter().map(|fact| fact.id) {
            events.push(BookEvent::Capacity(Event::Unearthed { seat, fact }));
        }
    }
    for offer in scenario.book.capacity.offers.iter().map(|offer| offer.id) {
        events.extend(
            [
                Event::Offered { offer, until: 99 },
                Event::Accepted { offer, until: 99 },
                Event::Declined { offer },
            ]
            .map(BookEvent::Capacity),
        );
    }
}

fn of_narrative(scenario: &Scenario, events: &mut Vec<BookEvent>) {
    use narrative::Event;
    for seat in scenario.seats.iter().map(|seat| seat.id) {
        for story in scenario.book.narrative.stories.iter().map(|story| story.id) {
            events.push(BookEvent::Narrative(Event::Asked {
                story,
                seat,
                due: 99,
            }));
        }
        for community in &scenario.harm.communities {
            events.push(BookEvent::Narrative(Event::Interviewed {
                community: community.id,
                seat,
                due: 99,
            }));
        }
    }
}

fn of_politicisation(scenario: &Scenario, events: &mut Vec<BookEvent>) {
    use politicisation::Event;
    for cert in scenario
        .book
        .politicisation
        .teams
        .iter()
        .map(|team| team.cert)
    {
        events.push(BookEvent::Politicisation(Event::Instructed {
            cert,
            by: None,
            order: Order::Tasking,
        }));
    }
}
