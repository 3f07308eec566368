//! What a seat sees depends on what it may know, and on nothing else.

use demarche::bots;
use demarche::bots::Bot;
use demarche::bots::LookAhead;
use demarche::engine::act::Act;
use demarche::engine::apply;
use demarche::engine::dice::Dice;
use demarche::engine::event::Cause;
use demarche::engine::event::Event;
use demarche::engine::event::Readings;
use demarche::engine::event::Step;
use demarche::engine::event::What;
use demarche::engine::ledger::duties::DutyEvent;
use demarche::engine::ledger::facts::FactEvent;
use demarche::engine::ledger::harm::HarmEvent;
use demarche::engine::ledger::meters::MeterEvent;
use demarche::engine::ledger::norms::NormEvent;
use demarche::engine::ledger::spread::SpreadEvent;
use demarche::engine::ledger::trust::TrustEvent;
use demarche::engine::lens::Lens;
use demarche::model::ExprId;
use demarche::model::SeatId;
use demarche::model::effect::HarmKind;
use demarche::model::ledger::facts::Fact;
use demarche::model::ledger::facts::Truth;
use demarche::model::norm::Bearing;
use demarche::model::norm::Norm;
use demarche::model::time::ExerciseTime;

use crate::contract::driver::Check;
use crate::contract::driver::chosen;
use crate::contract::hidden::of_the_book;
use crate::support::table::Table;

/// A view has no fact that its seat does not hold.
pub(super) struct Holdings;

impl Check for Holdings {
    fn look(&mut self, table: &Table, what: &str) {
        for seat in &table.scenario().seats {
            let view = table.view(seat.id);
            let truth = table.truth();
            for fact in &view.facts {
                let holding = truth.holding(seat.actor, fact.fact);
                assert!(holding.is_some(), "{what}: {:?}", fact.title);
                let holding = holding.unwrap();
                assert_eq!(holding.derived, fact.derived, "{what}: {:?}", fact.title);
                assert_eq!(holding.marking, fact.marking, "{what}: {:?}", fact.title);
            }
            for share in &view.shares {
                assert!(truth.holding(seat.actor, share.fact).is_some(), "{what}");
            }
        }
    }
}

/// Changes whatever a seat may not know, and looks whether the seat's view or a bot's choice changes.
#[derive(Default)]
pub(super) struct Secrets {
    /// How many secrets have been changed so far.
    pub(super) changed: usize,
}

impl Check for Secrets {
    fn look(&mut self, table: &Table, what: &str) {
        if !matches!(table.truth().step(), Step::Commit | Step::Reveal) {
            return;
        }
        let scenario = table.scenario();
        for seat in scenario.seats.iter().map(|seat| seat.id) {
            let before = table.view(seat);
            let mut other = twin(table);
            let conditions = conditions(table, seat);
            let mut told = Vec::new();
            for event in secrets(table, seat) {
                let mut state = other.state.clone();
                let lens = Lens::new(&table.playable, &state, std::slice::from_ref(&seat));
                assert!(!lens.may_see(&event), "{what}: {event:?} is no secret");
                apply(&mut state, &event);
                std::mem::swap(&mut other.state, &mut state);
                // Where an author lets a seat's own choice depend on it, its possibility tells, as the author meant it to.
                if conditions.iter().any(|expr| {
                    let truth = demarche::engine::truth::Truth::new(&table.playable, &state);
                    truth.eval(*expr) != other.truth().eval(*expr)
                }) {
                    other.state = state;
                    continue;
                }
                other.events.push(event.clone());
                told.push(event);
                self.changed += 1;
                if told.len().is_multiple_of(500) {
                    same(table, &other, seat, &before, what, &told);
                }
            }
            same(table, &other, seat, &before, what, &told);
        }
    }
}

/// A table that stands where another does.
fn twin(table: &Table) -> Table {
    let mut other = Table::at(std::sync::Arc::clone(&table.playable), 0);
    other.state = table.state.clone();
    other.events.clone_from(&table.events);
    other
}

/// Holds the two to be the same to a seat, and names what told it if they are not.
fn same(
    table: &Table,
    other: &Table,
    seat: SeatId,
    before: &demarche::engine::view::SeatView,
    what: &str,
    told: &[Event],
) {
    let Some(how) = difference(table, other, seat, before) else {
        return;
    };
    // The newest first: what came before it was looked at already, but for the last few hundred.
    let alone = told.iter().rev().take(500).find_map(|event| {
        let mut other = twin(table);
        apply(&mut other.state, event);
        other.events.push(event.clone());
        difference(table, &other, seat, before).map(|how| format!("{event:?}: {how}"))
    });
    let title = &table.scenario().seats[seat.index()].title;
    let turn = table.truth().turn();
    match alone {
        Some(how) => panic!("{what}, turn {turn}, {title}: {how}"),
        None => panic!("{what}, turn {turn}, {title}: {how}: together only: {told:#?}"),
    }
}

/// What the seat would notice.
fn difference(
    table: &Table,
    other: &Table,
    seat: SeatId,
    before: &demarche::engine::view::SeatView,
) -> Option<String> {
    let after = other.view(seat);
    if *before != after {
        let (one, two) = (table.bytes(before), table.bytes(&after));
        let place = one
            .bytes()
            .zip(two.bytes())
            .position(|(one, two)| one != two)
            .unwrap_or(0);
        let near = |text: &str| {
            let bytes = &text.as_bytes()[place.saturating_sub(300)..(place + 200).min(text.len())];
            String::from_utf8_lossy(bytes).into_owned()
        };
        return Some(format!("its view shows\n{}\n{}", near(&one), near(&two)));
    }
    let seats = [seat];
    let [one, two] = [table, other].map(|table| {
        let lens = Lens::new(&table.playable, &table.state, &seats);
        lens.imagine(Dice::new(3))
    });
    if one != two {
        return Some("what it imagines tells".to_owned());
    }
    if table.truth().step() != Step::Commit {
        return None;
    }
    // Look-ahead is held to it with a smaller budget, in which it does the same things less often.
    let looks_ahead = LookAhead {
        plans: 12,
        worlds: 2,
        turns: 2,
    };
    bots::names().into_iter().find_map(|name| {
        let bot: &dyn Bot = match bots::named(name).unwrap() {
            bot if bot.name() == looks_ahead.name() => &looks_ahead,
            bot => bot,
        };
        let (one, two) = (chosen(table, bot, seat, 7), chosen(other, bot, seat, 7));
        (one != two).then(|| format!("{name} chooses otherwise"))
    })
}

/// The conditions of what a seat itself can do.
fn conditions(table: &Table, seat: SeatId) -> Vec<ExprId> {
    let scenario = table.scenario();
    let choices = scenario
        .choices
        .iter()
        .filter(|choice| scenario.decisions[choice.decision.index()].seat == seat);
    let actions = scenario
        .actions
        .iter()
        .filter(|action| action.seats.contains(&seat));
    choices
        .filter_map(|choice| choice.condition)
        .chain(actions.filter_map(|action| action.condition))
        .collect()
}

/// Things that may have happened without the seat's knowing.
fn secrets(table: &Table, seat: SeatId) -> Vec<Event> {
    let mut secrets = of_others(table, seat);
    secrets.extend(of_actors(table, seat));
    secrets.extend(of_the_msel(table, seat));
    secrets.extend(of_numbers(table, seat));
    secrets.extend(of_the_book(table, seat));
    let event = |what| Event {
        cause: Cause::StartEx,
        what,
    };
    secrets.into_iter().map(event).collect()
}

fn of_others(table: &Table, seat: SeatId) -> Vec<What> {
    let (scenario, truth) = (table.scenario(), table.truth());
    let mut secrets = Vec::new();
    for other in scenario.seats.iter().filter(|other| other.id != seat) {
        let other = other.id;
        secrets.push(What::CapitalMoved {
            seat: other,
            by: 1,
            now: 99,
        });
        secrets.push(What::HoursMoved { seat: other, by: 3 });
        secrets.push(What::Lapsed {
            seat: other,
            act: Act::Hold,
        });
        if truth.has_sealed(other) {
            secrets.push(What::Sealed {
                seat: other,
                acts: vec![Act::Hold].into(),
            });
        }
        secrets.push(What::Acted {
            seat: other,
            act: Act::Hold,
            at: ExerciseTime(1),
            hours: 0,
            capital: 0,
        });
    }
    for decision in &scenario.decisions {
        if decision.seat == seat {
            continue;
        }
        secrets.push(What::Opened {
            decision: decision.id,
            until: 99,
        });
        let unseen = decision
            .choices
            .iter()
            .find(|choice| scenario.choices[choice.index()].seen.is_empty());
        if let Some(choice) = unseen {
            secrets.push(What::Closed {
                decision: decision.id,
                choice: Some(*choice),
            });
        }
    }
    for duty in scenario.duties.iter().filter(|duty| duty.holder != seat) {
        secrets.push(What::Duties(DutyEvent::Started {
            duty: duty.id,
            at: ExerciseTime(0),
            due: ExerciseTime(9999),
        }));
    }
    secrets
}

fn of_actors(table: &Table, seat: SeatId) -> Vec<What> {
    let (scenario, truth) = (table.scenario(), table.truth());
    let own = scenario.seats[seat.index()].actor;
    let mut secrets = Vec::new();
    let others = || scenario.actors.iter().filter(|actor| actor.id != own);
    for (actor, next) in others().zip(others().skip(1)) {
        let (a, b) = (actor.id, next.id);
        secrets.push(What::Trust(TrustEvent::Moved {
            from: a,
            to: b,
            by: 1,
            now: 99,
        }));
        secrets.push(What::Trust(TrustEvent::Contacted {
            a,
            b,
            exchange: true,
        }));
        if scenario.actors[own.index()].acts_for != Some(a) {
            secrets.push(What::Norms(NormEvent::Noted {
                actor: a,
                norm: Norm::B,
                bearing: Bearing::Strained,
                contested: false,
            }));
        }
        secrets.push(What::Declined { of: a, to: b });
        secrets.push(What::Facts(FactEvent::Asked { of: a, by: b }));
        // A part of the many pairs in each turn, another part in the next.
        let part = |fact: &Fact| {
            (fact.id.index() + a.index() + usize::from(truth.turn())).is_multiple_of(5)
        };
        for fact in scenario.facts.iter().filter(|fact| part(fact)) {
            if truth.holding(a, fact.id).is_none() {
                secrets.push(What::Facts(FactEvent::Learned {
                    actor: a,
                    fact: fact.id,
                    marking: fact.marking,
                    from: Some(b),
                    derived: false,
                }));
            }
            secrets.push(What::Facts(FactEvent::Verified {
                fact: fact.id,
                by: a,
                finding: Truth::False,
            }));
            secrets.push(What::Facts(FactEvent::Derived {
                fact: fact.id,
                by: a,
            }));
            secrets.push(What::Facts(FactEvent::Breached {
                fact: fact.id,
                by: a,
                to: b,
                label: fact.marking,
            }));
            if fact.source != own {
                secrets.push(What::Facts(FactEvent::SourceExposed {
                    fact: fact.id,
                    by: a,
                }));
            }
        }
    }
    secrets
}

fn of_the_msel(table: &Table, seat: SeatId) -> Vec<What> {
    let scenario = table.scenario();
    let own = scenario.seats[seat.index()].actor;
    let mut secrets = Vec::new();
    for inject in &scenario.injects {
        if inject.to.contains(&own) {
            secrets.push(What::Queued { inject: inject.id });
            secrets.push(What::Cancelled { inject: inject.id });
        } else {
            secrets.push(What::Delivered {
                inject: inject.id,
                time: ExerciseTime(3),
                read: Readings::new(),
            });
        }
    }
    for rule in scenario.rules.iter().filter(|rule| rule.why.is_empty()) {
        secrets.push(What::RuleFired {
            rule: rule.id,
            read: Readings::new(),
        });
    }
    secrets.push(What::Deferred {
        political: false,
        turn: 99,
        key: 1,
        effects: Vec::new(),
    });
    secrets
}

fn of_numbers(table: &Table, seat: SeatId) -> Vec<What> {
    let (scenario, truth) = (table.scenario(), table.truth());
    let mut secrets = Vec::new();
    for meter in &scenario.meters {
        if !meter.seen_by.includes(seat) {
            secrets.push(What::Meters(MeterEvent::Moved {
                meter: meter.id,
                by: 1,
                now: meter.max,
            }));
        }
    }
    for zone in &scenario.spread.zones {
        if !zone.seen_by.includes(seat) && truth.zone(zone.id).exposed > 0 {
            secrets.push(What::Spread(SpreadEvent::Compromised {
                zone: zone.id,
                by: 1,
                from: None,
            }));
            secrets.push(What::Spread(SpreadEvent::Frozen {
                zone: zone.id,
                on: true,
            }));
        }
    }
    for community in &scenario.harm.communities {
        if !community.seen_by.includes(seat) {
            secrets.push(What::Harm(HarmEvent::Harmed {
                community: community.id,
                kind: HarmKind::Direct,
                by: 40,
                zone: None,
            }));
        }
    }
    secrets
}
