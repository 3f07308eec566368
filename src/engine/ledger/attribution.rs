//! Attribution: who did it: what the evidence says, and how far the national procedure has come.
//!
//! Technical confidence is computed from the facts an actor holds: verified ones count whole, others in part, what was found
//! false drops out, and a trail that was laid speaks the other way once it is found out. Whether a hypothesis is true is never
//! read by anything a seat sees; it decides only what comes to light later.

mod acts;
mod assess;
mod can;
mod decided;
mod event;
mod rules;
mod sight;
mod state;
mod told;
mod view;
mod words;

use crate::engine::decide::Origin;
use crate::engine::decide::Play;
use crate::engine::dice::Dice;
use crate::engine::event::EventNo;
use crate::engine::event::What;
use crate::engine::forecast::Forecast;
use crate::engine::ledger::book::BookEvent;
use crate::engine::ledger::book::Chapter;
use crate::engine::ledger::book::Row;
use crate::engine::ledger::facts::FactEvent;
use crate::engine::lens::Lens;
use crate::engine::rejection::Obstacle;
use crate::engine::rejection::Rejection;
use crate::engine::tell::Teller;
use crate::engine::view::Subject;
use crate::engine::world::Readable;
use crate::model::ActorId;
use crate::model::HypothesisId;
use crate::model::SeatId;
use crate::model::decision::Cost;
use crate::model::effect::Amount;
use crate::model::family::Family;
use crate::model::id::Names;
use crate::model::ledger::Ledger;
use crate::model::ledger::attribution::Effect;
use crate::model::ledger::attribution::Gate;
use crate::model::ledger::attribution::Read;
use crate::model::scenario::Scenario;
use crate::model::time::ExerciseTime;
use crate::text::SafeText;

pub use assess::Assessment;
pub(in crate::engine) use assess::confidence;
pub(in crate::engine) use assess::showable;
pub(in crate::engine) use decided::judge_name;
pub use event::Act;
pub use event::Answer;
pub use event::Event;
pub use event::Outcome;
pub use event::Worth;
pub use state::Passed;
pub(in crate::engine) use state::State;
pub(in crate::engine) use state::is_named;
pub use view::CaseView;
pub use view::EvidenceView;
pub use view::GateView;
pub use view::HypothesisView;
pub use view::StanceView;
pub use view::View;
pub use words::level;

use assess::together;

/// The rows of this ledger: confidence by hypothesis and actor from 0, what is public from here, credence from there.
const PUBLIC: u16 = 10_000;
const CREDENCE: u16 = 20_000;
/// Columns of a state for the gates of its procedure.
const GATES: u16 = 30_000;

/// A gate of a state's procedure.
pub(in crate::engine) fn gate(of: ActorId, gate: Gate) -> Subject {
    let place = Gate::ALL.iter().position(|known| *known == gate);
    let place = place.and_then(|place| u16::try_from(place).ok());
    let column = GATES.saturating_add(place.unwrap_or_default());
    Subject::Row(Ledger::Attribution, of.0, column)
}

pub(in crate::engine) struct Book;

impl Chapter for Book {
    const LEDGER: Ledger = Ledger::Attribution;
    type State = State;
    type Event = Event;
    type Act = Act;
    type Effect = Effect;
    type Read = Read;
    type View = View;

    fn start(scenario: &Scenario) -> State {
        State::start(scenario)
    }

    fn apply(state: &mut crate::engine::state::State, event: &Event, _: EventNo) {
        let turn = state.turn();
        state.world_mut().book.attribution.apply(event, turn);
    }

    fn effect(play: &mut Play<'_>, effect: &Effect, origin: Origin) -> Result<(), Rejection> {
        rules::effect(play, effect, origin)
    }

    fn brief(play: &mut Play<'_>) -> Result<(), Rejection> {
        rules::brief(play);
        Ok(())
    }

    fn resolve(play: &mut Play<'_>) -> Result<(), Rejection> {
        rules::resolve(play);
        Ok(())
    }

    fn read(world: &Readable, read: Read) -> i64 {
        let state = &world.book.attribution;
        match read {
            Read::Confidence(actor, hypothesis) => {
                i64::from(confidence(world, actor, hypothesis).points)
            }
            Read::Showable(actor, hypothesis) => {
                i64::from(showable(world, actor, hypothesis).points)
            }
            Read::PublicEvidence(hypothesis) => i64::from(state.public[hypothesis.index()]),
            Read::Attributed(hypothesis) => {
                i64::from(state.has_said(None, Some(hypothesis), Outcome::Named))
            }
            Read::AttributedBy(by, hypothesis) => {
                i64::from(state.has_said(Some(by), Some(hypothesis), Outcome::Named))
            }
            Read::Condemned(by) => i64::from(state.has_said(Some(by), None, Outcome::Unnamed)),
            Read::Demarched(by) => i64::from(state.has_said(Some(by), None, Outcome::Demarche)),
            Read::Gates(of) => state.cases[of.index()].map_or(0, |case| {
                let left = case.gates.iter().filter(|gate| **gate != Passed::Waiting);
                i64::try_from(left.count()).unwrap_or(0)
            }),
            Read::HasDoctrine(actor) => i64::from(
                state.doctrines[actor.index()]
                    != crate::model::ledger::attribution::Doctrine::Missing,
            ),
            Read::Credence(actor) => i64::from(state.credence[actor.index()]),
            Read::Released(actor, fact) => i64::from(
                world
                    .holding(actor, fact)
                    .is_some_and(|held| state.is_showable(actor, fact, held)),
            ),
            Read::Preserved(fact) => i64::from(state.is_preserved(fact)),
            Read::CourtReady(hypothesis) => {
                i64::from(state.for_court(hypothesis) >= state.sheet.court_needs)
            }
            Read::FoundWrong(actor) => {
                let mut said = state.said.iter();
                i64::from(said.any(|said| said.by == actor && said.is_found))
            }
        }
    }

    fn may_read(lens: &Lens<'_>, read: Read) -> bool {
        sight::may_read(lens, read)
    }

    fn may_see(lens: &Lens<'_>, event: &Event) -> bool {
        sight::may_see(lens, event)
    }

    fn sees_inside(lens: &Lens<'_>, event: &Event) -> bool {
        match *event {
            // That something is kept is known in the house; what it is, to who holds it.
            Event::Preserved { fact, .. } => lens.fact(fact).is_some(),
            _ => true,
        }
    }

    fn subject(event: &Event) -> Option<(Subject, i32)> {
        let row = |row: u16, column: u16| Subject::Row(Ledger::Attribution, row, column);
        match *event {
            Event::ConfidenceMoved {
                actor,
                hypothesis,
                by,
                ..
            } => Some((row(hypothesis.0, actor.0), by)),
            Event::PublicMoved { hypothesis, by, .. } => {
                Some((row(PUBLIC.saturating_add(hypothesis.0), 0), by))
            }
            Event::CredenceMoved { actor, by, .. } => {
                Some((row(CREDENCE.saturating_add(actor.0), 0), by))
            }
            _ => None,
        }
    }

    fn bears_on(scenario: &Scenario, what: &What, row: u16, column: u16) -> bool {
        if let Some(gate) = column.checked_sub(GATES) {
            return matches!(
                *what,
                What::Book(BookEvent::Attribution(
                    Event::GatePassed { of, gate: at, .. } | Event::GateSkipped { of, gate: at },
                )) if of == ActorId(row) && Gate::ALL.get(usize::from(gate)) == Some(&at)
            );
        }
        // Confidence is not kept anywhere: what one learned and found is what made it.
        let (fact, actor) = match *what {
            What::Facts(FactEvent::Learned { fact, actor, .. }) => (fact, actor),
            What::Facts(FactEvent::Verified { fact, by, .. }) => (fact, by),
            _ => return false,
        };
        let mut evidence = scenario.book.attribution.evidence.iter();
        row < PUBLIC
            && actor == ActorId(column)
            && evidence.any(|says| (says.fact, says.hypothesis) == (fact, HypothesisId(row)))
    }

    fn more_is_better(row: u16, _: u16) -> Option<bool> {
        (row >= CREDENCE).then_some(true)
    }

    fn family(_: &Scenario, act: Act) -> Family {
        acts::family(act)
    }

    fn conceivable(lens: &Lens<'_>, seat: SeatId, acts: &mut Vec<Act>) {
        can::conceivable(lens, seat, acts);
    }

    fn can(lens: &Lens<'_>, seat: SeatId, act: Act) -> Result<(), Obstacle> {
        can::can(lens, seat, act)
    }

    fn key(names: &Names, act: Act) -> Vec<u64> {
        acts::key(names, act)
    }

    fn cost(lens: &Lens<'_>, act: Act) -> Cost {
        acts::cost(lens, act)
    }

    fn take(
        play: &mut Play<'_>,
        seat: SeatId,
        act: Act,
        at: ExerciseTime,
        origin: Origin,
    ) -> Result<(), Rejection> {
        acts::take(play, seat, act, at, origin);
        Ok(())
    }

    fn shifts(lens: &Lens<'_>, seat: SeatId, act: Act) -> Vec<(Read, i64)> {
        let own = lens.seat(seat).actor;
        let case = lens.book().attribution.cases[own.index()];
        match (act, case) {
            (Act::Name { .. }, Some(case)) => vec![
                (Read::Attributed(case.hypothesis), 1),
                (Read::AttributedBy(own, case.hypothesis), 1),
            ],
            (Act::Unnamed { .. }, Some(_)) => vec![(Read::Condemned(own), 1)],
            (Act::Demarche, Some(_)) => vec![(Read::Demarched(own), 1)],
            (Act::AdoptDoctrine { .. }, _) => vec![(Read::HasDoctrine(own), 1)],
            (Act::PassGate { of, gate }, _) if gate != Gate::Input || of == own => {
                vec![(Read::Gates(of), 1)]
            }
            (Act::OpenCase { .. } | Act::SkipGate { .. }, _) => vec![(Read::Gates(own), 1)],
            _ => Vec::new(),
        }
    }

    fn expected(lens: &Lens<'_>, effect: &Effect) -> Vec<(Read, i64)> {
        match *effect {
            Effect::MoveConfidence {
                actor,
                hypothesis,
                by: Amount::Fixed(by),
            }
            | Effect::BuyCertainty {
                actor,
                hypothesis,
                by: Amount::Fixed(by),
                ..
            } if lens.is_own_actor(actor) => {
                vec![(Read::Confidence(actor, hypothesis), i64::from(by))]
            }
            Effect::MovePublicEvidence {
                hypothesis,
                by: Amount::Fixed(by),
            } => vec![(Read::PublicEvidence(hypothesis), i64::from(by))],
            Effect::MoveCredence {
                actor,
                by: Amount::Fixed(by),
            } => vec![(Read::Credence(actor), i64::from(by))],
            Effect::AdoptDoctrine { actor, .. } => vec![(Read::HasDoctrine(actor), 1)],
            _ => Vec::new(),
        }
    }

    fn forecasts(lens: &Lens<'_>, seat: SeatId, act: Act) -> Vec<Forecast> {
        let Act::AskRelease { fact } = act else {
            return Vec::new();
        };
        let scenario = lens.scenario();
        let rules = &scenario.book.attribution;
        let source = scenario.facts[fact.index()].source;
        let felt = lens.felt_trust(source, lens.seat(seat).actor);
        let odds = |trust| rules::release_odds(rules.release_odds, rules.release_trust, trust);
        let most = rules.release_to.max(rules.release_from);
        vec![
            Forecast::felt("forecast-agrees", felt, odds),
            Forecast::amount("forecast-hours", rules.release_from, most),
        ]
    }

    fn imagine(lens: &Lens<'_>, state: &mut crate::engine::state::State, dice: Dice) {
        sight::imagine(lens, state, dice);
    }

    fn tell(teller: Teller<'_>, event: &Event, sees_inside: bool) -> SafeText {
        told::tell(teller, event, sees_inside)
    }

    fn name(teller: Teller<'_>, act: Act) -> SafeText {
        words::say(teller, act, false)
    }

    fn explain(teller: Teller<'_>, act: Act) -> SafeText {
        words::say(teller, act, true)
    }

    fn row_name(teller: Teller<'_>, row: u16, column: u16) -> SafeText {
        words::row_name(teller, row, column)
    }

    fn read_name(teller: Teller<'_>, read: Read) -> SafeText {
        words::read_name(teller, read)
    }

    fn rows(lens: &Lens<'_>, teller: Teller<'_>) -> Vec<Row> {
        view::rows(lens, teller)
    }

    fn view(lens: &Lens<'_>, teller: Teller<'_>) -> View {
        view::view(lens, teller)
    }
}
