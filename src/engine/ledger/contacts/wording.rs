//! What gets there is not always what was sent: the same fact in the words of response teams, of diplomats and of lawyers, what
//! is taken for something else on the way, and labels that a registry has no drawer for.

use crate::engine::decide::Play;
use crate::engine::dice::Roll;
use crate::engine::event::Cause;
use crate::engine::event::EngineRule;
use crate::engine::event::What;
use crate::engine::ledger::contacts::Act;
use crate::engine::ledger::contacts::Event;
use crate::engine::ledger::contacts::Grasp;
use crate::engine::ledger::contacts::emit;
use crate::engine::ledger::facts;
use crate::engine::ledger::facts::FactEvent;
use crate::engine::ledger::trust;
use crate::engine::lens::Lens;
use crate::model::ActorId;
use crate::model::FactId;
use crate::model::id::Kind;
use crate::model::ledger::Ledger;
use crate::model::ledger::contacts::Register;
use crate::model::ledger::contacts::Rendering;
use crate::model::marking::Marking;
use crate::model::marking::Tlp;
use crate::model::scenario::Scenario;
use crate::text::SafeText;

/// Exchanges that halve the odds of a misreading.
const HALVED_BY: i32 = 4;

fn rendering(scenario: &Scenario, fact: FactId) -> Option<&Rendering> {
    let mut rows = scenario.book.contacts.renderings.iter();
    rows.find(|row| row.fact == fact)
}

/// The words an actor reads and writes.
fn words_of(scenario: &Scenario, actor: ActorId) -> Register {
    Register::of(scenario.actors[actor.index()].kind)
}

impl<'a> Lens<'a> {
    /// What a fact says to a holder, if that is not what its source wrote: in the words of its own community, or wrongly.
    pub fn wording(&self, holder: ActorId, fact: FactId) -> Option<&'a SafeText> {
        let scenario = self.scenario();
        if !self.is_own_actor(holder) || !self.has(Ledger::Contacts) {
            return None;
        }
        let row = rendering(scenario, fact)?;
        match self.book().contacts.grasp(holder, fact)? {
            Grasp::Wrong => Some(&row.misread),
            Grasp::Words => row.text(words_of(scenario, holder)),
            Grasp::Asked => None,
        }
    }
}

pub(super) fn conceivable(lens: &Lens<'_>, own: ActorId, found: &mut Vec<Act>) {
    let scenario = lens.scenario();
    let rules = &scenario.book.contacts;
    let words = words_of(scenario, own);
    for (fact, holding) in lens.facts_of(own) {
        let Some(row) = rendering(scenario, fact.id) else {
            continue;
        };
        if row.own == words && !holding.derived {
            let others = row.texts.iter().filter(|(register, _)| *register != words);
            found.extend(others.map(|(register, _)| Act::Render {
                fact: fact.id,
                register: *register,
            }));
        } else if row.own != words && holding.from.is_some() {
            found.push(Act::Clarify { fact: fact.id });
        }
    }
    let registries = rules.registries.iter().filter(|with| **with != own);
    let is_registry = rules.registries.contains(&own);
    let state = scenario.actors[own.index()].acts_for;
    if !is_registry {
        found.extend(registries.map(|with| Act::AgreeMarkings { with: *with }));
    } else if let Some(state) = state {
        // A registry settles it with those of its own state.
        let near = lens.actors().filter(|actor| {
            actor.acts_for == Some(state) && actor.id != own && actor.kind.is_technical()
        });
        found.extend(near.map(|actor| Act::AgreeMarkings { with: actor.id }));
    }
}

/// Somebody receives a fact for the first time: understands it, or takes it for something else, and files it.
pub(in crate::engine) fn take_in(
    play: &mut Play<'_>,
    from: ActorId,
    fact: FactId,
    reader: ActorId,
    derived: bool,
    cause: Cause,
) {
    if !play.has(Ledger::Contacts) {
        return;
    }
    file(play, from, fact, reader, derived, cause);
    let scenario = play.scenario();
    let words = words_of(scenario, reader);
    if rendering(scenario, fact).is_none_or(|row| row.own == words) {
        return;
    }
    let state = &play.state.world.book.contacts;
    let handed_on = state.grasp(from, fact) == Some(Grasp::Wrong);
    let grasp = if !handed_on && state.rendered.contains(&(from, fact, words)) {
        Grasp::Words
    } else {
        let known = i32::from(play.state.contact(from, reader).1);
        let odds = scenario.book.contacts.misread_odds * HALVED_BY / (HALVED_BY + known);
        let subjects = key(scenario, reader, fact);
        let mut die = play.state.dice.of(Roll::Grasp, &subjects, 0, 0, 0);
        // Who passes on what it has misread itself passes on what it took it for.
        if !handed_on && !die.per_mille(odds) {
            return;
        }
        Grasp::Wrong
    };
    let taken = Event::Taken {
        reader,
        fact,
        from,
        grasp,
    };
    emit(play, cause, taken);
}

fn key(scenario: &Scenario, reader: ActorId, fact: FactId) -> [u64; 2] {
    [
        scenario.names.hash(Kind::Actor, reader.0),
        scenario.names.hash(Kind::Fact, fact.0),
    ]
}

/// A registry without a drawer for a label files what came under it as classified: it goes nowhere from there without a release.
fn file(
    play: &mut Play<'_>,
    from: ActorId,
    fact: FactId,
    reader: ActorId,
    derived: bool,
    cause: Cause,
) {
    let scenario = play.scenario();
    let rules = &scenario.book.contacts;
    let labelled = play.state.world.holding(reader, fact);
    let is_labelled = labelled
        .is_some_and(|holding| matches!(holding.marking, Marking::Tlp(tlp) if tlp != Tlp::Clear));
    let state = &play.state.world.book.contacts;
    if !rules.registries.contains(&reader)
        || !is_labelled
        || rules.registries.contains(&from)
        || state.has_markings(from, reader, play.state.turn())
    {
        return;
    }
    let subjects = key(scenario, reader, fact);
    let mut die = play.state.dice.of(Roll::Filed, &subjects, 0, 0, 0);
    if die.per_mille(rules.filed_odds) {
        let filed = Event::Filed {
            reader,
            fact,
            from,
            on: true,
        };
        let no = emit(play, cause, filed);
        // Not learnt anew, which would never narrow a label.
        let learned = FactEvent::Learned {
            actor: reader,
            fact,
            marking: Marking::National,
            from: Some(from),
            derived,
        };
        play.emit(Cause::Event(no), What::Facts(learned));
    }
}

/// Two agreed what a label is called: what one of them had filed of the other comes out of its drawer.
pub(super) fn unfile(play: &mut Play<'_>, a: ActorId, b: ActorId, cause: Cause) {
    let between =
        |reader: ActorId, from: ActorId| (reader, from) == (a, b) || (reader, from) == (b, a);
    let filed = play.state.world.book.contacts.filed.clone();
    for (reader, fact, from) in filed.into_iter().filter(|row| between(row.0, row.2)) {
        let world = &play.state.world;
        let sent = world.holding(from, fact).map(|holding| holding.marking);
        let kept = world.holding(reader, fact).copied();
        let (Some(Marking::Tlp(tlp)), Some(kept)) = (sent, kept) else {
            continue;
        };
        let unfiled = Event::Filed {
            reader,
            fact,
            from,
            on: false,
        };
        let no = emit(play, cause, unfiled);
        let (marking, cause) = (Marking::Tlp(tlp), Cause::Event(no));
        facts::learn(play, reader, fact, marking, Some(from), kept.derived, cause);
    }
}

/// A fact is written in the words of another community, and those of it who took it wrong from here are put right.
pub(super) fn render(
    play: &mut Play<'_>,
    by: ActorId,
    fact: FactId,
    register: Register,
    cause: Cause,
) {
    let scenario = play.scenario();
    let no = emit(play, cause, Event::Rendered { by, fact, register });
    let readings = play.state.world.book.contacts.readings.clone();
    for row in readings {
        if row.fact == fact
            && row.from == by
            && row.grasp == Grasp::Wrong
            && words_of(scenario, row.reader) == register
        {
            let (reader, from) = (row.reader, row.from);
            let right = Event::PutRight { reader, fact, from };
            emit(play, Cause::Event(no), right);
        }
    }
}

/// A reader asks what a fact means, and is told.
pub(super) fn clarify(play: &mut Play<'_>, reader: ActorId, fact: FactId, cause: Cause) {
    let from = play.state.world.holding(reader, fact);
    let Some(from) = from.and_then(|holding| holding.from) else {
        return;
    };
    let grasp = Grasp::Asked;
    let told = match play.state.world.book.contacts.grasp(reader, fact) {
        Some(Grasp::Wrong) => Event::PutRight { reader, fact, from },
        _ => Event::Taken {
            reader,
            fact,
            from,
            grasp,
        },
    };
    emit(play, cause, told);
}

/// What was misread comes to light, where others hear it: both lose by it.
pub(super) fn come_to_light(play: &mut Play<'_>) {
    let (scenario, turn) = (play.scenario(), play.state.turn());
    let rules = &scenario.book.contacts;
    let readings = play.state.world.book.contacts.readings.clone();
    for row in readings.iter().filter(|row| row.grasp == Grasp::Wrong) {
        let (reader, fact, from) = (row.reader, row.fact, row.from);
        let subjects = key(scenario, reader, fact);
        let mut die = play.state.dice.of(Roll::CameApart, &subjects, 0, turn, 0);
        if die.per_mille(rules.misread_shows) {
            let cause = Cause::Engine(EngineRule::Misunderstanding);
            let no = emit(play, cause, Event::CameApart { reader, fact, from });
            let cause = Cause::Event(no);
            trust::shift(play, reader, from, -rules.misread_cost, cause);
            trust::shift(play, from, reader, -rules.misread_cost, cause);
        }
    }
}
