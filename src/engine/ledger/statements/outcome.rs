//! What comes of a text once it is out: its weight, its bearing on trust and norms, and the answer of whoever it was aimed at.

use crate::engine::decide::Origin;
use crate::engine::decide::Play;
use crate::engine::dice::Roll;
use crate::engine::event::Cause;
use crate::engine::ledger::attribution;
use crate::engine::ledger::norms;
use crate::engine::ledger::politicisation;
use crate::engine::ledger::politicisation::Why;
use crate::engine::ledger::statements::Event;
use crate::engine::ledger::statements::Outcome;
use crate::engine::ledger::statements::deeds::emit;
use crate::engine::ledger::statements::deeds::is_own_cert;
use crate::engine::ledger::statements::deeds::words_of;
use crate::engine::ledger::statements::draft::Draft;
use crate::engine::ledger::statements::draft::Stage;
use crate::engine::ledger::statements::draft::Standing;
use crate::engine::ledger::trust;
use crate::engine::rejection::Rejection;
use crate::engine::world::Readable;
use crate::model::ActorId;
use crate::model::ForumId;
use crate::model::id::Kind;
use crate::model::ledger::statements::DraftNo;
use crate::model::ledger::statements::Retaliator;
use crate::model::ledger::statements::Rules;
use crate::model::norm::Bearing;
use crate::model::norm::Norm;
use crate::model::roster::ActorKind;
use crate::model::scenario::Scenario;

/// Odds of an answer where the author's are not to be known.
const SUPPOSED: i32 = 500;

/// Moves a forum's working relations within 0 to 100.
pub(super) fn relations(play: &mut Play<'_>, forum: ForumId, by: i32, cause: Cause) {
    let was = play.state.world.book.statements.forums[forum.index()].relations;
    let now = was.saturating_add(by).clamp(0, 100);
    if now != was {
        let by = now - was;
        emit(play, cause, Event::Relations { forum, by, now });
    }
}

/// How many regions sign, and how many signatories there are beyond one a region.
pub(super) fn breadth(scenario: &Scenario, signatories: &[ActorId]) -> (i64, i64) {
    let mut regions: Vec<_> = signatories
        .iter()
        .map(|actor| scenario.actors[actor.index()].region)
        .collect();
    regions.sort();
    regions.dedup();
    let regions = i64::try_from(regions.len()).unwrap_or(0);
    let many = i64::try_from(signatories.len()).unwrap_or(0);
    (regions, many - regions)
}

/// What a text weighs: its strength times the breadth of who signs, over its delay. A signatory from a new region never makes it
/// weigh less.
pub(super) fn weight(
    scenario: &Scenario,
    draft: &Draft,
    signatories: &[ActorId],
    how: Outcome,
    delay: u16,
) -> i32 {
    let rules = &scenario.book.statements;
    let strength: i64 = draft
        .binding(rules)
        .map(|(_, strength)| i64::from(strength))
        .sum();
    let (regions, more) = breadth(scenario, signatories);
    let breadth = match regions {
        0 => 0,
        _ => {
            1000 + (regions - 1) * i64::from(rules.region_breadth)
                + more * i64::from(rules.member_breadth)
        }
    };
    let time = 1000 + i64::from(rules.delay) * i64::from(delay);
    let mut weight = strength * breadth / time;
    let mut add = |by: i32| weight += weight * i64::from(by) / 1000;
    if draft.consulted.is_some() {
        add(rules.consult_weight);
    }
    let joint = |by: ActorId| {
        signatories
            .iter()
            .any(|actor| is_own_cert(scenario, *actor, by))
    };
    let annexes = draft.annexes.iter().map(|(by, _)| {
        if joint(*by) {
            // Whose state signs never makes an annex worth less.
            rules.joint_weight.max(rules.annex_weight)
        } else {
            rules.annex_weight
        }
    });
    add(annexes.max().unwrap_or(0));
    if how == Outcome::Chair {
        weight = weight * i64::from(rules.chair_weight) / 1000;
    }
    i32::try_from(weight).unwrap_or(i32::MAX)
}

/// A text comes out.
pub(super) fn come_out(
    play: &mut Play<'_>,
    draft: DraftNo,
    how: Outcome,
    signatories: Vec<ActorId>,
    cause: Cause,
) {
    let scenario = play.scenario();
    let rules = &scenario.book.statements;
    let state = &play.state.world.book.statements;
    let Some(text) = state.draft(draft).cloned() else {
        return;
    };
    let forum = text.forum;
    let row = state.forums[forum.index()];
    let delay = play.state.turn().saturating_sub(row.since);
    let weight = weight(scenario, &text, &signatories, how, delay);
    // A text that somebody puts out alone is not the forum's.
    let now = match how {
        Outcome::Alone => row.weight,
        _ => row.weight.max(weight),
    };
    let event = Event::CameOut {
        draft,
        forum,
        how,
        signatories: signatories.clone(),
        names: text.names(rules),
        weight,
        by: now.saturating_sub(row.weight),
        now,
    };
    let no = Cause::Event(emit(play, cause, event));
    unsupported(play, &text, no);
    if how != Outcome::Chair {
        unproven(play, &text, no);
    }
    quote(play, &text, no);
    if how != Outcome::Adopted {
        return;
    }
    relations(play, forum, rules.adopt_relations, no);
    for from in &signatories {
        for to in &signatories {
            trust::shift(play, *from, *to, rules.together, no);
        }
        norms::note(play, *from, Norm::A, Bearing::Upheld, false, no);
    }
}

/// An annex with its author's name on it politicises that team, whoever put the text out.
fn quote(play: &mut Play<'_>, text: &Draft, cause: Cause) {
    let scenario = play.scenario();
    let quoted = scenario.book.politicisation.quoted;
    for (by, _) in text.annexes.iter().filter(|(_, quoted)| *quoted) {
        // A text that names somebody makes a witness of its technical author; any other, half of one.
        let share = if text.names(&scenario.book.statements).is_empty() {
            2
        } else {
            1
        };
        politicisation::politicise(play, *by, quoted / share, Why::Quoted, cause);
        norms::note(play, *by, Norm::Evidence, Bearing::Upheld, false, cause);
    }
}

/// Who is named has a hypothesis that accuses it: where the sponsor's own evidence is low on every one, it is the sponsor's word
/// that pays for the name.
fn unproven(play: &mut Play<'_>, text: &Draft, cause: Cause) {
    for named in text.names(&play.scenario().book.statements) {
        attribution::judge_name(play, text.sponsor, named, cause);
    }
}

/// A clause put forward without evidence costs its sponsor credibility with all who read it first.
fn unsupported(play: &mut Play<'_>, text: &Draft, cause: Cause) {
    let rules = &play.scenario().book.statements;
    let bare = text
        .binding(rules)
        .filter(|(clause, _)| !clause.supported_by.is_empty())
        .filter(|(clause, _)| {
            let world = &play.state.world;
            let holds = |fact: &crate::model::FactId| world.holding(text.sponsor, *fact).is_some();
            !clause.supported_by.iter().any(holds)
        })
        .count();
    if bare == 0 {
        return;
    }
    let lost = i32::try_from(bare)
        .unwrap_or(1)
        .saturating_mul(rules.unsupported);
    for party in &text.parties {
        trust::shift(play, party.actor, text.sponsor, -lost, cause);
    }
    norms::note(
        play,
        text.sponsor,
        Norm::Evidence,
        Bearing::Strained,
        true,
        cause,
    );
}

/// Whoever a text was aimed at answers, in the turns the author gives it.
pub(super) fn retaliate(play: &mut Play<'_>) -> Result<(), Rejection> {
    let drafts: Vec<DraftNo> = play
        .state
        .world
        .book
        .statements
        .drafts
        .iter()
        .filter(|draft| matches!(draft.stage, Stage::Out { .. }))
        .map(|draft| draft.no)
        .collect();
    for draft in drafts {
        for place in 0..play.scenario().book.statements.retaliation.len() {
            answer(play, draft, place)?;
        }
    }
    Ok(())
}

/// Whether a text that came out names an actor, or the state it acts for.
pub(in crate::engine) fn is_named(scenario: &Scenario, world: &Readable, actor: ActorId) -> bool {
    let named = |actor: ActorId| world.book.statements.named[actor.index()] > 0;
    named(actor) || scenario.actors[actor.index()].acts_for.is_some_and(named)
}

/// Who stands behind a text that came out.
pub(super) fn signatories(draft: &Draft) -> Vec<ActorId> {
    let Stage::Out { how, .. } = draft.stage else {
        return Vec::new();
    };
    match how {
        Outcome::Adopted => draft
            .parties
            .iter()
            .filter(|party| party.standing == Standing::Signed)
            .map(|party| party.actor)
            .collect(),
        Outcome::Alone => vec![draft.sponsor],
        Outcome::Chair => Vec::new(),
    }
}

/// The odds of an answer in a turn, per mille: breadth shields.
pub(super) fn odds(
    scenario: &Scenario,
    draft: &Draft,
    row: &Retaliator,
    full: i32,
    signatories: &[ActorId],
) -> i32 {
    let rules = &scenario.book.statements;
    let named = draft.names(rules).contains(&row.actor);
    let provoked = draft
        .binding(rules)
        .any(|(clause, _)| row.answers.contains(&clause.kind));
    let full = match (named, provoked) {
        (true, _) => i64::from(full),
        (false, true) => i64::from(full) * i64::from(rules.unnamed) / 1000,
        (false, false) => 0,
    };
    i32::try_from(full * 1000 / shield(scenario, rules, signatories)).unwrap_or(0)
}

fn shield(scenario: &Scenario, rules: &Rules, signatories: &[ActorId]) -> i64 {
    let (regions, more) = breadth(scenario, signatories);
    1000 + (regions - 1).max(0) * i64::from(rules.region_shield)
        + more * i64::from(rules.member_shield)
}

fn answer(play: &mut Play<'_>, draft: DraftNo, place: usize) -> Result<(), Rejection> {
    let scenario = play.scenario();
    let row = &scenario.book.statements.retaliation[place];
    let number = u16::try_from(place).unwrap_or(u16::MAX);
    let state = &play.state.world.book.statements;
    let Some(text) = state.draft(draft).cloned() else {
        return Ok(());
    };
    let Stage::Out { turn: out, .. } = text.stage else {
        return Ok(());
    };
    let turn = play.state.turn();
    let within = (out.saturating_add(row.after)..=out.saturating_add(row.until)).contains(&turn);
    let signatories = signatories(&text);
    if !within || text.answered_by.contains(&number) || signatories.is_empty() {
        return Ok(());
    }
    let full = if play.state.imagined.is_some() {
        SUPPOSED
    } else {
        row.odds
    };
    let odds = odds(scenario, &text, row, full, &signatories);
    let [sponsor, count] = words_of(&scenario.names, draft);
    let by = scenario.names.hash(Kind::Actor, row.actor.0);
    let dice = play.state.dice;
    let mut die = dice.of(Roll::Retaliation, &[sponsor, count, by], 0, turn, 0);
    if odds <= 0 || !die.per_mille(odds) {
        return Ok(());
    }
    let target = target(play, &text, &signatories, by);
    hit(play, &text, number, target, odds, Cause::Event(text.event))
}

/// Whom an answer of this actor falls on.
pub(super) fn drawn(
    play: &Play<'_>,
    text: &Draft,
    signatories: &[ActorId],
    by: ActorId,
) -> Option<ActorId> {
    let by = play.scenario().names.hash(Kind::Actor, by.0);
    (!signatories.is_empty()).then(|| target(play, text, signatories, by))
}

/// Whom it falls on: drawn by what each has to lose, and the sponsor stands out.
fn target(play: &Play<'_>, text: &Draft, signatories: &[ActorId], by: u64) -> ActorId {
    let scenario = play.scenario();
    let rules = &scenario.book.statements;
    let is_imagined = play.state.imagined.is_some();
    let exposures = signatories.iter().map(|actor| {
        let position = rules.position(*actor).filter(|_| !is_imagined);
        let exposure = position.map_or(1000, |position| position.exposure);
        let stands_out = if *actor == text.sponsor { 2 } else { 1 };
        u64::try_from(exposure).unwrap_or(0) * stands_out
    });
    let [sponsor, count] = words_of(&scenario.names, text.no);
    let turn = play.state.turn();
    let subjects = [sponsor, count, by];
    let mut die = play
        .state
        .dice
        .of(Roll::RetaliationTarget, &subjects, 0, turn, 0);
    signatories[die.weighted(exposures)]
}

/// The answer falls on somebody; everybody sees it.
pub(super) fn hit(
    play: &mut Play<'_>,
    text: &Draft,
    place: u16,
    on: ActorId,
    odds: i32,
    cause: Cause,
) -> Result<(), Rejection> {
    let scenario = play.scenario();
    let row = &scenario.book.statements.retaliation[usize::from(place)];
    let event = Event::Retaliated {
        draft: text.no,
        place,
        by: row.actor,
        on,
        odds,
    };
    let no = emit(play, cause, event);
    let cause = Cause::Event(no);
    if let Some(seat) = scenario.seats.iter().find(|seat| seat.actor == on) {
        play.capital(seat.id, -row.capital, cause);
    }
    if scenario.actors[row.actor.index()].kind != ActorKind::Adversary {
        trust::shift(play, row.actor, on, -row.trust, cause);
        trust::shift(play, on, row.actor, -row.trust, cause);
    }
    let key = scenario.names.hash(Kind::Actor, row.actor.0);
    play.effects(&row.effects, Origin::new(no, key))
}
