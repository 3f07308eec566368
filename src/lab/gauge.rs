//! What a batch measures after every turn: the outcomes that decisions are judged by, and the numbers of every ledger.

use crate::engine::ledger::duties::DutyState;
use crate::engine::truth::Truth;
use crate::model::ActorId;
use crate::model::SeatId;
use crate::model::expr::Read;
use crate::model::id::Kind;
use crate::model::id::Names;
use crate::model::ledger::Ledger;
use crate::model::ledger::book::BookRead;
use crate::model::ledger::shape::Form;
use crate::model::norm::Bearing;
use crate::model::norm::Norm;
use crate::model::scenario::Scenario;
use crate::script;

/// A root of more readings than this is left out: nobody looks at forty charts of a kind.
const MOST_OF_A_ROOT: usize = 24;
/// No number is counted beyond.
const WIDEST: i64 = 1_000_000;

/// One number that is measured after every turn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gauge {
    /// How an expression reads it, where one can; else words of the lab's own, `score.SEAT` and the like.
    pub name: String,
    /// The ledger it is of; `None` for the outcomes.
    pub ledger: Option<Ledger>,
    /// The seat it is about, if it is about one.
    pub seat: Option<SeatId>,
    source: Source,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Source {
    Read(Read),
    /// What a seat's wants come to, each times its weight.
    Score(SeatId),
    HarmInAll,
    CompromisedInAll,
    /// Facts that an actor holds.
    Held(ActorId),
    /// What the other actors think of one, on average.
    Confidence(ActorId),
    /// Over all norms.
    Norms(ActorId, Bearing),
    /// A seat's duties that were met, or missed.
    Duties(SeatId, bool),
}

/// The numbers that a batch of one scenario measures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gauges {
    /// The main outcomes come first.
    pub all: Vec<Gauge>,
    /// How many of them are main outcomes: each seat's score, harm and organisations compromised in all.
    pub outcomes: usize,
    /// How many of those are seats' scores.
    pub scores: usize,
}

impl Gauges {
    /// What is measured of a scenario: the same for every batch of it.
    pub fn of(scenario: &Scenario) -> Self {
        let has = |ledger| scenario.ledgers.contains(&ledger);
        let names = &scenario.names;
        let mut all = Vec::new();
        let outcome = |name: String, seat, source| Gauge {
            name,
            ledger: None,
            seat,
            source,
        };
        for seat in scenario.seats.iter().filter(|seat| !seat.wants.is_empty()) {
            let name = format!("score.{}", names.word(Kind::Seat, seat.id.0));
            all.push(outcome(name, Some(seat.id), Source::Score(seat.id)));
        }
        let scores = all.len();
        if has(Ledger::Harm) && !scenario.harm.communities.is_empty() {
            all.push(outcome("harm in all".to_owned(), None, Source::HarmInAll));
        }
        if has(Ledger::Spread) && !scenario.spread.zones.is_empty() {
            let name = "compromised in all".to_owned();
            all.push(outcome(name, None, Source::CompromisedInAll));
        }
        let outcomes = all.len();
        all.extend(plain(scenario));
        all.extend(of_seats(scenario));
        all.extend(of_the_book(scenario));
        Self {
            all,
            outcomes,
            scores,
        }
    }

    /// Measures a state; as many numbers as there are gauges, in their order.
    pub(super) fn measure(&self, truth: Truth<'_>, into: &mut Vec<i32>) {
        into.clear();
        into.extend(self.all.iter().map(|gauge| gauge.source.measure(truth)));
    }
}

impl Source {
    fn measure(self, truth: Truth<'_>) -> i32 {
        let scenario = truth.scenario();
        let value: i64 = match self {
            Source::Read(read) => truth.read(read),
            Source::Score(seat) => {
                let wants = scenario.seats[seat.index()].wants.iter();
                wants
                    .map(|want| truth.eval(want.value).unwrap_or(0) * i64::from(want.weight))
                    .fold(0, i64::saturating_add)
            }
            Source::HarmInAll => {
                let communities = scenario.harm.communities.iter();
                communities
                    .map(|community| i64::from(truth.harm(community.id).felt()))
                    .sum()
            }
            Source::CompromisedInAll => {
                let zones = scenario.spread.zones.iter();
                zones
                    .map(|zone| i64::from(truth.zone(zone.id).compromised))
                    .sum()
            }
            Source::Held(actor) => {
                let facts = scenario.facts.iter();
                let held = facts.filter(|fact| truth.holding(actor, fact.id).is_some());
                count(held.count())
            }
            Source::Confidence(actor) => {
                let others = scenario.actors.iter().filter(|other| other.id != actor);
                let (sum, many) = others.fold((0, 0), |(sum, many), other| {
                    (sum + i64::from(truth.trust(other.id, actor)), many + 1)
                });
                sum / i64::max(many, 1)
            }
            Source::Norms(actor, bearing) => {
                let norms = Norm::ALL.into_iter();
                norms
                    .map(|norm| i64::from(truth.norm(actor, norm, bearing)))
                    .sum()
            }
            Source::Duties(seat, met) => {
                let own = scenario.duties.iter().filter(|duty| duty.holder == seat);
                let states = own.map(|duty| truth.duty(duty.id));
                let so = states.filter(|state| match state {
                    DutyState::Met { .. } => met,
                    DutyState::Missed { .. } => !met,
                    _ => false,
                });
                count(so.count())
            }
        };
        i32::try_from(value.clamp(-WIDEST, WIDEST)).unwrap_or(0)
    }
}

fn count(of: usize) -> i64 {
    i64::try_from(of).unwrap_or(WIDEST)
}

/// Meters, zones and people.
fn plain(scenario: &Scenario) -> Vec<Gauge> {
    let names = &scenario.names;
    let gauge = |root: &str, kind, place, ledger, read| Gauge {
        name: format!("{root}.{}", names.word(kind, place)),
        ledger: Some(ledger),
        seat: None,
        source: Source::Read(read),
    };
    let mut all = Vec::new();
    if scenario.ledgers.contains(&Ledger::Meters) {
        for meter in &scenario.meters {
            let read = Read::Meter(meter.id);
            all.push(gauge(
                "meter",
                Kind::Meter,
                meter.id.0,
                Ledger::Meters,
                read,
            ));
        }
    }
    if scenario.ledgers.contains(&Ledger::Spread) {
        for zone in &scenario.spread.zones {
            for (root, read) in [
                ("compromised", Read::Compromised(zone.id)),
                ("contained", Read::Contained(zone.id)),
            ] {
                all.push(gauge(root, Kind::Zone, zone.id.0, Ledger::Spread, read));
            }
        }
    }
    if scenario.ledgers.contains(&Ledger::Harm) {
        for community in &scenario.harm.communities {
            let read = Read::Harm(community.id);
            all.push(gauge(
                "harm",
                Kind::Community,
                community.id.0,
                Ledger::Harm,
                read,
            ));
        }
    }
    all
}

/// What each seat has: capital, facts, breaches, what others think of it, its duties and its conduct.
fn of_seats(scenario: &Scenario) -> Vec<Gauge> {
    let names = &scenario.names;
    let mut all = Vec::new();
    for seat in &scenario.seats {
        let (word, actor) = (
            names.word(Kind::Seat, seat.id.0),
            names.word(Kind::Actor, seat.actor.0),
        );
        let rows = [
            (
                None,
                format!("capital.{word}"),
                Source::Read(Read::Capital(seat.id)),
            ),
            (
                Some(Ledger::Facts),
                format!("facts of {actor}"),
                Source::Held(seat.actor),
            ),
            (
                Some(Ledger::Facts),
                format!("breaches.{actor}"),
                Source::Read(Read::Breaches(seat.actor)),
            ),
            (
                Some(Ledger::Trust),
                format!("trust in {actor}"),
                Source::Confidence(seat.actor),
            ),
            (
                Some(Ledger::Duties),
                format!("duties met by {word}"),
                Source::Duties(seat.id, true),
            ),
            (
                Some(Ledger::Duties),
                format!("duties missed by {word}"),
                Source::Duties(seat.id, false),
            ),
            (
                Some(Ledger::Norms),
                format!("norms upheld by {actor}"),
                Source::Norms(seat.actor, Bearing::Upheld),
            ),
            (
                Some(Ledger::Norms),
                format!("norms strained by {actor}"),
                Source::Norms(seat.actor, Bearing::Strained),
            ),
        ];
        for (ledger, name, source) in rows {
            if ledger.is_none_or(|ledger| scenario.ledgers.contains(&ledger)) {
                all.push(Gauge {
                    name,
                    ledger,
                    seat: Some(seat.id),
                    source,
                });
            }
        }
    }
    all
}

/// The numbers that the ledgers of the book declare, of actors with a seat alone.
fn of_the_book(scenario: &Scenario) -> Vec<Gauge> {
    let names = &scenario.names;
    let mut all = Vec::new();
    for root in BookRead::roots().filter(|root| !root.is_truth) {
        let ledger = BookRead::ledger_of(root.name);
        if ledger.is_none_or(|ledger| !scenario.ledgers.contains(&ledger)) {
            continue;
        }
        let mut spelled = vec![(root.name.to_owned(), None)];
        for part in root.parts {
            let Form::Id(kind) = part else {
                spelled.clear();
                break;
            };
            let words: Vec<(&str, Option<SeatId>)> = words(scenario, names, *kind);
            spelled = spelled
                .iter()
                .flat_map(|(name, seat)| {
                    let more = words.iter();
                    more.map(move |(word, own)| (format!("{name}.{word}"), seat.or(*own)))
                })
                .collect();
        }
        // Tension is the same both ways, and nothing is between a bloc and itself.
        let is_pair = root.parts == [Form::Id(Kind::Bloc), Form::Id(Kind::Bloc)];
        spelled.retain(|(name, _)| {
            let mut parts = name.split('.').skip(1);
            !is_pair || parts.next() < parts.next()
        });
        if spelled.len() > MOST_OF_A_ROOT {
            continue;
        }
        for (name, seat) in spelled {
            if let Some(read) = script::reading(&name, names) {
                all.push(Gauge {
                    name,
                    ledger,
                    seat,
                    source: Source::Read(read),
                });
            }
        }
    }
    all
}

/// The words that one part of a reading can be, with the seat each means.
fn words<'n>(scenario: &Scenario, names: &'n Names, kind: Kind) -> Vec<(&'n str, Option<SeatId>)> {
    match kind {
        Kind::Actor => {
            let seats = scenario.seats.iter();
            seats
                .map(|seat| (names.word(Kind::Actor, seat.actor.0), Some(seat.id)))
                .collect()
        }
        Kind::Seat => {
            let seats = scenario.seats.iter();
            seats
                .map(|seat| (names.word(Kind::Seat, seat.id.0), Some(seat.id)))
                .collect()
        }
        _ => names.all(kind).map(|word| (word, None)).collect(),
    }
}
