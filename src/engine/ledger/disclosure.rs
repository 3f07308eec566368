//! Disclosure: who knows of a flaw, and how it comes to be mended.
//!
//! A case stands where the Vultron protocol (CERT/CC) says it can: V and F for each vendor, D for each zone, P, X and A for the
//! case, an embargo among those who agreed to one. The rest is what practice adds: reports that a law sends elsewhere or that
//! are never made, the leak that comes with numbers, a race that begins with the fix, and operators who never deploy.
//!
//! Finders, coordinators, vendors and adversaries without a seat act by the rules in [`telling`] and [`mending`].

mod acts;
mod apply;
mod embargo;
mod event;
pub(in crate::engine) mod history;
mod law;
mod may;
mod mending;
mod show;
mod sight;
mod state;
mod take;
mod telling;
mod words;

pub use acts::Act;
pub use event::Event;
pub use show::CaseView;
pub use show::Light;
pub use show::PartyView;
pub use show::RunsView;
pub use show::View;
pub use sight::Flaw;
pub use state::Embargo;
pub use state::End;
pub use state::How;
pub use state::Report;
pub use state::Stance;
pub(in crate::engine) use state::State;
pub(in crate::engine) use take::pledge;

use crate::engine::decide::Origin;
use crate::engine::decide::Play;
use crate::engine::dice::Dice;
use crate::engine::event::Cause;
use crate::engine::event::EngineRule;
use crate::engine::event::EventNo;
use crate::engine::event::What;
use crate::engine::forecast::Forecast;
use crate::engine::ledger::book::BookEvent;
use crate::engine::ledger::book::Chapter;
use crate::engine::ledger::book::News;
use crate::engine::ledger::book::Row;
use crate::engine::ledger::disclosure::state::Case;
use crate::engine::lens::Lens;
use crate::engine::rejection::Obstacle;
use crate::engine::rejection::Rejection;
use crate::engine::tell::Teller;
use crate::engine::view::Subject;
use crate::engine::world::Readable;
use crate::model::CaseId;
use crate::model::SeatId;
use crate::model::decision::Cost;
use crate::model::family::Family;
use crate::model::id::Names;
use crate::model::ledger::Ledger;
use crate::model::ledger::disclosure;
use crate::model::ledger::disclosure::Effect;
use crate::model::ledger::disclosure::Read;
use crate::model::scenario::Scenario;
use crate::model::time::ExerciseTime;
use crate::text::SafeText;

/// Columns of the row of a region, and the row of the coalition: beyond any case.
const REGIONS: u16 = 10_000;
const COALITION: u16 = 20_000;

pub(in crate::engine) struct Book;

impl Chapter for Book {
    const LEDGER: Ledger = Ledger::Disclosure;
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
        apply::apply(&mut state.world_mut().book.disclosure, event, turn);
    }

    fn effect(play: &mut Play<'_>, effect: &Effect, origin: Origin) -> Result<(), Rejection> {
        do_effect(play, effect, origin);
        Ok(())
    }

    fn brief(play: &mut Play<'_>) -> Result<(), Rejection> {
        let turn = play.state.turn();
        let from = play.scenario().turns[usize::from(turn)].from;
        // What an author has in store is not found in a world that a seat only imagines.
        let is_imagined = play.state.imagined.is_some();
        for row in &play.scenario().book.disclosure.cases {
            let case = row.id;
            if row.found == Some(turn) && !is_imagined {
                telling::find(play, case, Cause::Engine(EngineRule::Disclosing));
            } else if is_kept(row, telling::now(play, case), turn)
                && !is_imagined
                && !telling::is_seated(play, row.finder)
            {
                telling::report(play, case);
            }
            law::keep(play, case, from);
        }
        Ok(())
    }

    fn resolve(play: &mut Play<'_>) -> Result<(), Rejection> {
        let turn = play.state.turn();
        let to = play.scenario().turns[usize::from(turn)].to;
        for row in &play.scenario().book.disclosure.cases {
            let case = row.id;
            if telling::now(play, case).found.is_none()
                && telling::now(play, case).parties.is_empty()
            {
                continue;
            }
            law::keep(play, case, to);
            law::duties_met(play, case);
            // Nothing moves by itself during the preparation.
            if turn > 0 {
                telling::coordinate(play, case);
                embargo::settle(play, case);
                mending::work(play, case);
                telling::leak(play, case);
                mending::roll_out(play, case);
                mending::race(play, case);
                telling::owe(play, case);
            }
        }
        if turn > 0 {
            law::copy(play);
        }
        Ok(())
    }

    fn read(world: &Readable, read: Read) -> i64 {
        value(&world.book.disclosure, read)
    }

    fn may_read(lens: &Lens<'_>, read: Read) -> bool {
        sight::may_read(lens, read)
    }

    fn may_see(lens: &Lens<'_>, event: &Event) -> bool {
        sight::may_see(lens, event)
    }

    fn subject(event: &Event) -> Option<(Subject, i32)> {
        let row = |row, column, by| Some((Subject::Row(Ledger::Disclosure, row, column), by));
        match *event {
            Event::Deployed {
                case, place, by, ..
            } => row(case.0, place, by),
            Event::Chilled { region, by } => row(REGIONS.saturating_add(region.0), 0, by / 10),
            Event::Joined { capacity, .. } => row(COALITION, 0, capacity),
            _ => None,
        }
    }

    fn bears_on(_: &Scenario, what: &What, row: u16, column: u16) -> bool {
        matches!(what, What::Book(BookEvent::Disclosure(event)) if history::bears_on(event, row, column))
    }

    fn news(_: &Lens<'_>, event: &Event) -> News {
        let better = match event {
            // Told by its number, or by what made it public.
            Event::Deployed { .. }
            | Event::Chilled { .. }
            | Event::Worked { .. }
            | Event::Publicised {
                how: How::Fix | How::ThreatReport,
                ..
            } => return News::Quiet,
            Event::Ready { .. }
            | Event::Shipped { wary: None, .. }
            | Event::Began { .. }
            | Event::Credited { .. }
            | Event::PolicyPublished { .. }
            | Event::Mitigated { .. } => Some(true),
            Event::Publicised {
                how: How::Leak | How::Press | How::Attacks,
                ..
            }
            | Event::Shipped { wary: Some(_), .. }
            | Event::ExploitPublished { .. }
            | Event::AttacksSeen { .. }
            | Event::Broken { .. }
            | Event::Slighted { .. }
            | Event::LawMissed { .. } => Some(false),
            _ => None,
        };
        News::Told { better }
    }

    fn more_is_better(row: u16, _: u16) -> Option<bool> {
        Some(!(REGIONS..COALITION).contains(&row))
    }

    fn family(_: &Scenario, act: Act) -> Family {
        acts::family(act)
    }

    fn conceivable(lens: &Lens<'_>, seat: SeatId, acts: &mut Vec<Act>) {
        acts::conceivable(lens, seat, acts);
    }

    fn can(lens: &Lens<'_>, seat: SeatId, act: Act) -> Result<(), Obstacle> {
        may::can(lens, seat, act)
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
        _: ExerciseTime,
        origin: Origin,
    ) -> Result<(), Rejection> {
        take::take(play, seat, act, origin);
        Ok(())
    }

    fn shifts(lens: &Lens<'_>, seat: SeatId, act: Act) -> Vec<(Read, i64)> {
        take::shifts(lens, seat, act)
    }

    fn expected(lens: &Lens<'_>, effect: &Effect) -> Vec<(Read, i64)> {
        let read = match *effect {
            Effect::LearnOfCase { case, who } => Read::Aware(case, who),
            Effect::PublishFlaw { case } | Effect::LeakCase { case } => Read::Disclosed(case),
            Effect::PublishExploit { case } => Read::Exploited(case),
            Effect::AttackFlaw { case } => Read::Attacked(case),
            Effect::ReadyFix { case, vendor } => Read::FixReady(case, vendor),
            Effect::ShipFix { case, vendor } => Read::FixShipped(case, vendor),
            Effect::PublishPolicy { vendor } => Read::Policy(vendor),
            Effect::OpenGateway { actor } => Read::Gateway(actor),
            _ => return Vec::new(),
        };
        let is_seen = sight::may_read(lens, read);
        if is_seen && sight::read(lens, read) == 0 {
            vec![(read, 1)]
        } else {
            Vec::new()
        }
    }

    fn forecasts(lens: &Lens<'_>, seat: SeatId, act: Act) -> Vec<Forecast> {
        take::forecasts(lens, seat, act)
    }

    fn imagine(lens: &Lens<'_>, state: &mut crate::engine::state::State, _: Dice) {
        sight::imagine(lens, state);
    }

    fn tell(teller: Teller<'_>, event: &Event, _: bool) -> SafeText {
        words::tell(teller, event)
    }

    fn name(teller: Teller<'_>, act: Act) -> SafeText {
        words::name(teller, act)
    }

    fn explain(teller: Teller<'_>, act: Act) -> SafeText {
        words::explain(teller, act)
    }

    fn row_name(teller: Teller<'_>, row: u16, column: u16) -> SafeText {
        words::row_name(teller, row, column)
    }

    fn read_name(teller: Teller<'_>, read: Read) -> SafeText {
        words::read_name(teller, read)
    }

    fn rows(lens: &Lens<'_>, teller: Teller<'_>) -> Vec<Row> {
        show::rows(lens, teller)
    }

    fn view(lens: &Lens<'_>, teller: Teller<'_>) -> View {
        show::view(lens, teller)
    }
}

/// Whether a finder still keeps it from everybody who could mend it.
fn is_kept(row: &disclosure::Case, case: &Case, turn: u16) -> bool {
    let vendors = row.vendors.iter().map(|vendor| vendor.actor);
    let is_heard = vendors
        .chain(row.coordinator)
        .any(|actor| case.party(actor).is_some());
    let is_old = case.found.is_some_and(|found| found < turn);
    is_old && !is_heard && !case.sold && case.public.is_none()
}

/// What is read of the state. Who asks must be allowed to.
fn value(book: &State, read: Read) -> i64 {
    let case = |case: CaseId| book.case(case);
    let truth = i64::from;
    match read {
        Read::Disclosed(id) => truth(case(id).public.is_some()),
        Read::Exploited(id) => truth(case(id).exploit.is_some()),
        Read::Attacked(id) => truth(case(id).attacked.is_some()),
        Read::Embargo(id) => truth(case(id).embargo.is_in_force()),
        Read::Aware(id, actor) => truth(case(id).party(actor).is_some()),
        Read::Forewarned(id, actor) => {
            truth(case(id).party(actor).is_some_and(|party| party.forewarned))
        }
        Read::FixReady(id, actor) => truth(
            case(id)
                .party(actor)
                .is_some_and(|party| party.ready.is_some()),
        ),
        Read::FixShipped(id, actor) => truth(case(id).has_shipped(actor)),
        Read::Deployed(id, zone) => {
            let mut zones = case(id).zones.iter().zip(&case(id).deployed);
            zones
                .find(|(at, _)| **at == zone)
                .map_or(0, |(_, deployed)| i64::from(*deployed))
        }
        Read::Knowers(id) => i64::try_from(case(id).parties.len()).unwrap_or(i64::MAX),
        Read::Leaked(id) => truth(case(id).leaked),
        Read::Broken(id) => i64::from(case(id).broken),
        Read::LawMissed(id) => truth(case(id).law_missed),
        Read::Credited(id) => truth(case(id).credited),
        Read::Chill(region) => i64::from(book.chill[region.index()]),
        Read::StateFirst(region) => {
            let mut laws = book.law_regions.iter().zip(&book.laws);
            truth(laws.any(|(at, in_force)| *at == region && *in_force))
        }
        Read::Policy(actor) => truth(book.policies[actor.index()]),
        Read::Gateway(actor) => truth(book.gateways[actor.index()]),
        Read::Coalition(actor) => truth(book.members[actor.index()]),
        Read::Pledged(actor) => truth(book.pledged[actor.index()]),
    }
}

/// Does what an author asks. What it needs first happens first, so that no case ever goes back or skips a step.
fn do_effect(play: &mut Play<'_>, effect: &Effect, origin: Origin) {
    let cause = origin.cause();
    match *effect {
        Effect::FindFlaw { case } => telling::find(play, case, cause),
        Effect::LearnOfCase { case, who } => telling::inform(play, case, who, None, cause),
        Effect::ProposeEmbargo { case, by, turns } => {
            telling::inform(play, case, by, None, cause);
            let turns = u16::try_from(turns.clamp(1, 1000)).unwrap_or(1);
            embargo::propose(play, case, by, turns, cause);
        }
        Effect::ExitEmbargo { case } => embargo::end(play, case, End::Story, cause),
        Effect::PublishFlaw { case } => telling::publicise(play, case, None, How::Story, cause),
        Effect::PublishExploit { case } => telling::exploit(play, case, cause),
        Effect::AttackFlaw { case } => telling::attacks(play, case, cause),
        Effect::ReadyFix { case, vendor } => {
            telling::inform(play, case, vendor, None, cause);
            mending::ready(play, case, vendor, cause);
        }
        Effect::ShipFix { case, vendor } => {
            telling::inform(play, case, vendor, None, cause);
            mending::ready(play, case, vendor, cause);
            mending::ship(play, case, vendor, cause);
        }
        Effect::DeployFix { case, zone, by } => mending::deploy(play, case, zone, by, cause),
        Effect::LeakCase { case } => telling::publicise(play, case, None, How::Leak, cause),
        Effect::ChillReports { region, most } => {
            telling::chill(play, region, most, origin.key(), cause);
        }
        Effect::AdoptLaw { region } => law::adopt(play, region, cause),
        Effect::PublishPolicy { vendor } => {
            if !play.state.world.book.disclosure.policies[vendor.index()] {
                telling::emit(play, cause, Event::PolicyPublished { by: vendor });
            }
        }
        Effect::OpenGateway { actor } => {
            if !play.state.world.book.disclosure.gateways[actor.index()] {
                telling::emit(play, cause, Event::GatewayOpened { by: actor });
            }
        }
    }
}
