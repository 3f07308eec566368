//! What can happen in the book's ledgers out of a seat's sight.

use demarche::engine::event::Cause;
use demarche::engine::event::Event;
use demarche::engine::event::What;
use demarche::engine::ledger::attribution;
use demarche::engine::ledger::book::BookEvent;
use demarche::engine::ledger::capacity;
use demarche::engine::ledger::contacts;
use demarche::engine::ledger::disclosure;
use demarche::engine::ledger::mandate;
use demarche::engine::ledger::measures;
use demarche::engine::ledger::narrative;
use demarche::engine::ledger::politicisation;
use demarche::engine::ledger::statements;
use demarche::engine::ledger::tension;
use demarche::engine::lens::Lens;
use demarche::model::ActorId;
use demarche::model::SeatId;
use demarche::model::ledger::attribution::Certainty;
use demarche::model::ledger::attribution::Contribution;
use demarche::model::ledger::attribution::Gate;
use demarche::model::ledger::contacts::Register;
use demarche::model::ledger::politicisation::Order;
use demarche::model::ledger::statements::DraftNo;
use demarche::model::scenario::Scenario;
use demarche::model::time::ExerciseTime;

use crate::support::table::Table;

/// The events among them that the seat may not see.
pub(super) fn of_the_book(table: &Table, seat: SeatId) -> Vec<What> {
    let scenario = table.scenario();
    let own = scenario.seats[seat.index()].actor;
    let others: Vec<ActorId> = scenario
        .actors
        .iter()
        .map(|actor| actor.id)
        .filter(|actor| *actor != own)
        .collect();
    let seats = [seat];
    let lens = Lens::new(&table.playable, &table.state, &seats);
    let all = [
        flaws(scenario, &others),
        addresses(scenario, &others),
        texts(scenario, &others),
        doubts(table, &others),
        politics(scenario, &others),
        houses(scenario, &others),
        desks(scenario, seat),
    ];
    // A part of the many in each turn, another part in the next.
    let turn = usize::from(table.truth().turn());
    all.into_iter()
        .flatten()
        .enumerate()
        .filter(|(place, _)| (place + turn).is_multiple_of(4))
        .map(|(_, event)| What::Book(event))
        // What is public is no secret.
        .filter(|what| {
            !lens.may_see(&Event {
                cause: Cause::StartEx,
                what: what.clone(),
            })
        })
        .collect()
}

/// Who learns of a flaw, how far others' fixes are, who uses it.
fn flaws(scenario: &Scenario, others: &[ActorId]) -> Vec<BookEvent> {
    use disclosure::Event;
    let mut found = Vec::new();
    for case in scenario.book.disclosure.cases.iter().map(|row| row.id) {
        found.extend([
            Event::Preyed { case },
            Event::Sold { case },
            Event::Withheld { case },
        ]);
        for &by in others {
            found.extend([
                Event::Informed {
                    case,
                    who: by,
                    by: None,
                },
                Event::Worked { case, by, units: 2 },
                Event::Ready { case, by },
                Event::Tested { case, by },
                Event::GatewayOpened { by },
            ]);
        }
    }
    found.into_iter().map(BookEvent::Disclosure).collect()
}

/// Addresses that have gone stale, paths between others, and how others take what they are sent.
fn addresses(scenario: &Scenario, others: &[ActorId]) -> Vec<BookEvent> {
    use contacts::Event;
    let mut found = Vec::new();
    for contact in scenario.book.contacts.directory.iter().map(|row| row.id) {
        found.extend([
            Event::WentStale { contact },
            Event::NoteSent { contact, due: 9 },
            Event::Found {
                contact,
                alive: false,
            },
            Event::Refreshed { contact },
        ]);
    }
    for pair in others.windows(2) {
        let (a, b) = (pair[0], pair[1]);
        found.extend([
            Event::DeadEnd {
                from: a,
                to: b,
                searching: false,
            },
            Event::Agreed {
                by: a,
                with: b,
                bond: contacts::Bond::Gateway,
            },
            Event::Linked {
                a,
                b,
                bond: contacts::Bond::Found,
                until: None,
            },
        ]);
        for fact in scenario.facts.iter().map(|fact| fact.id).take(6) {
            found.extend([
                Event::Rendered {
                    by: a,
                    fact,
                    register: Register::Legal,
                },
                Event::Taken {
                    reader: a,
                    fact,
                    from: b,
                    grasp: contacts::Grasp::Asked,
                },
                Event::Filed {
                    reader: a,
                    fact,
                    from: b,
                    on: true,
                },
            ]);
        }
    }
    found.into_iter().map(BookEvent::Contacts).collect()
}

/// Texts that others negotiate among themselves.
fn texts(scenario: &Scenario, others: &[ActorId]) -> Vec<BookEvent> {
    use statements::Event;
    let mut found = Vec::new();
    let clauses = scenario.book.statements.clauses.iter();
    let clauses: Vec<_> = clauses.map(|row| row.id).take(2).collect();
    for forum in &scenario.book.statements.forums {
        found.push(Event::Relations {
            forum: forum.id,
            by: -3,
            now: 11,
        });
        for pair in others.windows(2) {
            // The last text an actor can begin: hardly a play comes so far.
            let draft = DraftNo::of(pair[0], 7);
            found.push(Event::Opened {
                draft,
                forum: forum.id,
                clauses: clauses.clone(),
                parties: vec![pair[1]],
            });
            found.push(Event::Approved {
                draft,
                actor: pair[1],
                now: 1,
            });
        }
    }
    found.into_iter().map(BookEvent::Statements).collect()
}

/// What others make of who it was, and how far their procedures are.
fn doubts(table: &Table, others: &[ActorId]) -> Vec<BookEvent> {
    use attribution::Event;
    let scenario = table.scenario();
    let mut found = Vec::new();
    for hypothesis in scenario
        .book
        .attribution
        .hypotheses
        .iter()
        .map(|row| row.id)
    {
        for &by in others {
            found.extend([
                Event::ConfidenceMoved {
                    actor: by,
                    hypothesis,
                    by: 9,
                    now: 77,
                },
                Event::Bought {
                    by,
                    hypothesis,
                    leaks: 1,
                },
                Event::CaseOpened { of: by, hypothesis },
                Event::GatePassed {
                    of: by,
                    gate: Gate::Request,
                    by,
                },
                Event::PaperWritten {
                    of: by,
                    points: 61,
                    shown: 12,
                    certainty: Certainty::ALL[0],
                },
                Event::Weighed {
                    by,
                    hypothesis,
                    deterred: true,
                },
                Event::CourtAsked { by, hypothesis },
            ]);
            let procedures = scenario.book.attribution.procedures.iter();
            let asks = procedures.map(|row| row.of).find(|of| {
                let state = scenario.actors[by.index()].acts_for;
                by != *of && state.is_some() && scenario.actors[of.index()].acts_for == state
            });
            // Whoever has spoken in public cannot take it back.
            let asks = asks.filter(|_| !table.events.iter().any(|event| contributed(event, by)));
            found.extend(asks.map(|of| Event::Contributed {
                by,
                hypothesis,
                how: Contribution::Confidential,
                to: Some(of),
                points: 20,
            }));
            found.extend(scenario.facts.iter().take(4).flat_map(|fact| {
                [
                    Event::ReleaseAsked {
                        by,
                        fact: fact.id,
                        due: ExerciseTime(99),
                    },
                    Event::Preserved { by, fact: fact.id },
                ]
            }));
        }
    }
    found.into_iter().map(BookEvent::Attribution).collect()
}

fn contributed(event: &Event, who: ActorId) -> bool {
    matches!(
        event.what,
        What::Book(BookEvent::Attribution(attribution::Event::Contributed { by, .. })) if by == who
    )
}

/// How others' teams are seen at home, what capitals prepare, and what one bloc wonders about another.
fn politics(scenario: &Scenario, others: &[ActorId]) -> Vec<BookEvent> {
    let mut found = Vec::new();
    for row in &scenario.book.politicisation.teams {
        found.push(BookEvent::Politicisation(
            politicisation::Event::Instructed {
                cert: row.cert,
                by: others.first().copied(),
                order: Order::Tasking,
            },
        ));
    }
    for measure in scenario.book.measures.menu.iter().map(|row| row.id) {
        use measures::Event;
        let mut more = vec![
            Event::Checked { measure },
            Event::Consulted { measure },
            Event::DeterrenceDrawn {
                measure,
                turn: 99,
                by: 4,
            },
        ];
        more.extend(
            others
                .iter()
                .map(|&member| Event::Assented { measure, member }),
        );
        found.extend(more.into_iter().map(BookEvent::Measures));
    }
    let blocs = &scenario.book.tension.blocs;
    for (one, two) in blocs.iter().zip(blocs.iter().skip(1)) {
        found.extend([
            BookEvent::Tension(tension::Event::Answered {
                a: one.id,
                b: two.id,
            }),
            BookEvent::Tension(tension::Event::Allied {
                own: one.id,
                about: two.id,
            }),
        ]);
    }
    for story in scenario.book.narrative.stories.iter().map(|row| row.id) {
        for seat in &scenario.seats {
            found.push(BookEvent::Narrative(narrative::Event::Asked {
                story,
                seat: seat.id,
                due: 9,
            }));
        }
    }
    found
}

/// Leave that others have, and who they stand under.
fn houses(scenario: &Scenario, others: &[ActorId]) -> Vec<BookEvent> {
    use mandate::Event;
    let mut found = Vec::new();
    for permit in scenario.book.mandate.permits.iter().map(|row| row.id) {
        found.extend([
            Event::PermitAsked {
                permit,
                until: Some(99),
                grants: false,
            },
            Event::PermitGranted { permit },
            Event::PermitRevoked { permit },
        ]);
    }
    for row in &scenario.book.mandate.houses {
        found.extend([
            Event::IndependenceMoved {
                actor: row.actor,
                by: -2,
                now: 17,
            },
            Event::HeldUp {
                cert: row.actor,
                by: others.first().copied(),
                on: true,
            },
            Event::Contradicted {
                actor: row.actor,
                family: demarche::model::family::Family::Share,
            },
        ]);
    }
    found.into_iter().map(BookEvent::Mandate).collect()
}

/// How tired others are, and how much lies on their desks.
fn desks(scenario: &Scenario, own: SeatId) -> Vec<BookEvent> {
    use capacity::Event;
    if scenario.book.capacity.crews.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for seat in scenario.seats.iter().map(|seat| seat.id) {
        if seat != own {
            found.extend([
                Event::Worked { seat, now: 31 },
                Event::Tired {
                    seat,
                    by: 3,
                    now: 55,
                },
                Event::TicketsMoved {
                    seat,
                    by: 4,
                    now: 44,
                },
                Event::Slipped {
                    seat,
                    act: demarche::engine::act::Act::Hold,
                },
                Event::RotaMade { seat },
            ]);
        }
    }
    found.into_iter().map(BookEvent::Capacity).collect()
}
