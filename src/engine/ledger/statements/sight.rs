//! What seats may know of texts: those in the room the text and who stands where, everybody what is out.

use crate::engine::forecast::Forecast;
use crate::engine::ledger::statements::Act;
use crate::engine::ledger::statements::Edit;
use crate::engine::ledger::statements::Event;
use crate::engine::ledger::statements::draft::Change;
use crate::engine::ledger::statements::draft::Draft;
use crate::engine::ledger::statements::draft::Stage;
use crate::engine::ledger::statements::draft::Standing;
use crate::engine::ledger::statements::draft::State;
use crate::engine::ledger::statements::outcome;
use crate::engine::ledger::statements::stance::Judge;
use crate::engine::ledger::statements::stance::Stance;
use crate::engine::lens::Lens;
use crate::engine::state::State as World;
use crate::model::ActorId;
use crate::model::ClauseId;
use crate::model::ForumId;
use crate::model::SeatId;
use crate::model::ledger::Ledger;
use crate::model::ledger::statements::DraftNo;
use crate::model::ledger::statements::Read;
use crate::model::region::DecisionRule;
use crate::text::SafeText;

/// What somebody in the room, who knows its own red lines, makes of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftSight {
    /// Whether it is one's own.
    pub is_mine: bool,
    pub is_silent: bool,
    /// What one would do with it.
    pub stance: Stance,
    /// How ready one is to sign, in points; not at all below 0.
    pub readiness: i32,
    /// Where one stands now.
    pub standing: Standing,
    /// How many at the table there are, have signed, ask for something, and refuse.
    pub table: i32,
    pub signed: i32,
    pub asking: i32,
    pub refusing: i32,
    /// Who asks for a change, in speaking order.
    pub asked: Vec<(ActorId, Change)>,
    /// The turn in which it was begun.
    pub opened: u16,
    /// Whether one refusal stops it.
    pub is_unanimous: bool,
    /// How often the forum could not agree on it.
    pub stopped: u16,
}

/// What a member sees of a forum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForumSight<'a> {
    pub name: &'a SafeText,
    /// Texts being negotiated there that one is in the room for, and texts adopted.
    pub live: i32,
    pub adopted: i32,
    pub turns_left: u16,
}

impl DraftSight {
    /// Whether somebody asks for less of a clause, or for none.
    pub fn minds(&self, clause: ClauseId) -> bool {
        let less = [Change::Soften(clause), Change::Drop(clause)];
        self.asked.iter().any(|(_, asked)| less.contains(asked))
    }
}

impl<'a> Lens<'a> {
    /// What a seat sees of a forum it is a member of.
    pub fn forum(&self, seat: SeatId, forum: ForumId) -> Option<ForumSight<'a>> {
        let own = self.seat(seat).actor;
        let row = self.scenario().book.statements.forums.get(forum.index())?;
        if !self.is_own(seat) || !row.members.contains(&own) {
            return None;
        }
        let state = &self.book().statements;
        let live = state
            .drafts
            .iter()
            .filter(|draft| draft.is_live() && draft.forum == forum && draft.has(own));
        Some(ForumSight {
            name: &row.name,
            live: i32::try_from(live.count()).unwrap_or(i32::MAX),
            adopted: i32::from(state.forums[forum.index()].adopted),
            turns_left: self.last_turn().saturating_sub(self.turn()),
        })
    }

    /// What a seat in the room makes of a text.
    pub fn draft(&self, seat: SeatId, draft: DraftNo) -> Option<DraftSight> {
        let own = self.seat(seat).actor;
        let text = self.book().statements.draft(draft);
        let text = text.filter(|text| self.is_own(seat) && text.is_live())?;
        let standing = text.party(own)?.standing.clone();
        let judge = judge(self, own, text);
        let holds = |fact| self.held(own, fact).is_some();
        let count = |is: fn(&Standing) -> bool| {
            let table = text.parties.iter();
            let found = table.filter(|party| is(&party.standing)).count();
            i32::try_from(found).unwrap_or(i32::MAX)
        };
        let asked = text.parties.iter().flat_map(|party| {
            let changes = match &party.standing {
                Standing::Asks(changes) => changes.as_slice(),
                _ => &[],
            };
            changes.iter().map(|change| (party.actor, *change))
        });
        let forum = &self.scenario().book.statements.forums[text.forum.index()];
        Some(DraftSight {
            is_mine: text.sponsor == own,
            is_silent: matches!(text.stage, Stage::Silence { .. }),
            stance: judge.stance(text, holds),
            readiness: judge.readiness(text),
            standing,
            table: count(|standing| *standing != Standing::Adviser),
            signed: count(|standing| matches!(standing, Standing::Signed | Standing::Approving)),
            asking: count(|standing| matches!(standing, Standing::Asks(_))),
            refusing: count(|standing| *standing == Standing::Refuses),
            asked: asked.collect(),
            opened: text.opened,
            is_unanimous: forum.decides == DecisionRule::Unanimity,
            stopped: text.stopped,
        })
    }

    /// Whether a seat would sign its own text after a change.
    pub fn lives_with(&self, seat: SeatId, draft: DraftNo, change: Edit) -> bool {
        let own = self.seat(seat).actor;
        let text = self.book().statements.draft(draft);
        let Some(text) = text.filter(|text| self.is_own(seat) && text.has(own)) else {
            return false;
        };
        let mut tried = text.clone();
        tried.edit(change);
        tried.clauses.iter().any(|placed| !placed.bracketed)
            && judge(self, own, &tried).readiness(&tried) >= 0
    }

    /// What a seat would make of an outline: how ready it would be to sign it, and whether it names somebody.
    pub fn outline(&self, seat: SeatId, forum: ForumId, outline: u16) -> Option<(i32, bool)> {
        let rules = &self.scenario().book.statements;
        let own = self.seat(seat).actor;
        let row = rules.outlines.get(usize::from(outline))?;
        let draft = Draft::new(
            DraftNo::of(own, 0),
            forum,
            &row.clauses,
            &[own],
            self.turn(),
            crate::engine::event::EventNo(0),
        );
        let readiness = judge(self, own, &draft).readiness(&draft);
        Some((readiness, !draft.names(rules).is_empty()))
    }
}

/// One's own judgement of a text: with one's own red lines, and no others'.
fn judge<'a>(lens: &Lens<'a>, own: ActorId, text: &Draft) -> Judge<'a> {
    let scenario = lens.scenario();
    Judge {
        scenario,
        state: &lens.book().statements,
        actor: own,
        position: scenario.book.statements.position(own),
        trust: lens.trust(own, text.sponsor).unwrap_or(50),
        mood: 0,
    }
}

fn in_room(lens: &Lens<'_>, draft: &Draft) -> bool {
    lens.own_actors().any(|own| draft.has(own))
}

fn is_member(lens: &Lens<'_>, forum: ForumId) -> bool {
    let forum = &lens.scenario().book.statements.forums[forum.index()];
    lens.own_actors().any(|own| forum.members.contains(&own))
}

pub(super) fn read(state: &State, read: Read) -> i64 {
    match read {
        Read::Adopted(forum) => i64::from(state.forums[forum.index()].adopted),
        Read::Weight(forum) => i64::from(state.forums[forum.index()].weight),
        Read::Signed(actor, forum) => i64::from(state.signed(actor, forum)),
        Read::Drafts(forum) => {
            let drafts = state.drafts.iter();
            let live = drafts.filter(|draft| draft.is_live() && draft.forum == forum);
            i64::try_from(live.count()).unwrap_or(i64::MAX)
        }
        Read::Relations(forum) => i64::from(state.forums[forum.index()].relations),
        Read::ChairTexts(forum) => i64::from(state.forums[forum.index()].chair_texts),
        Read::Named(actor) => i64::from(state.named[actor.index()]),
        Read::Answered(actor) => i64::from(state.answered[actor.index()]),
    }
}

pub(super) fn may_read(lens: &Lens<'_>, read: Read) -> bool {
    match read {
        Read::Adopted(_)
        | Read::Weight(_)
        | Read::Signed(..)
        | Read::ChairTexts(_)
        | Read::Named(_)
        | Read::Answered(_) => true,
        Read::Relations(forum) => is_member(lens, forum),
        // Where one must be invited, there may be texts one has not heard of.
        Read::Drafts(forum) => {
            let row = &lens.scenario().book.statements.forums[forum.index()];
            is_member(lens, forum) && !row.by_invitation
        }
    }
}

pub(super) fn may_see(lens: &Lens<'_>, event: &Event) -> bool {
    match event {
        Event::ForumOpened { .. }
        | Event::ForumClosed { .. }
        | Event::Leaked { .. }
        | Event::LeakFound { .. }
        | Event::CameOut { .. }
        | Event::Retaliated { .. } => true,
        Event::Relations { forum, .. } => is_member(lens, *forum),
        Event::Opened { parties, .. } => parties.iter().any(|actor| lens.is_own_actor(*actor)),
        // How far a signature has come at home is its own affair.
        Event::Approved { actor, .. } => lens.is_own_actor(*actor),
        _ => {
            let draft = event.draft();
            let draft = draft.and_then(|draft| lens.book().statements.draft(draft));
            draft.is_some_and(|draft| in_room(lens, draft))
        }
    }
}

pub(super) fn sees_inside(lens: &Lens<'_>, event: &Event) -> bool {
    match event {
        Event::Leaked { by, .. } => by.is_some_and(|by| lens.is_own_actor(by)),
        Event::Retaliated { by, .. } => lens.is_known(*by),
        _ => true,
    }
}

/// What one may expect at once: a signature counts once the text is out, and silence may bring it there.
pub(super) fn shifts(lens: &Lens<'_>, own: ActorId, act: Act) -> Vec<(Read, i64)> {
    let forum = |draft| {
        let text = lens.book().statements.draft(draft);
        text.filter(|text| text.has(own)).map(|text| text.forum)
    };
    match act {
        Act::OpenDraft { forum, .. } => vec![(Read::Drafts(forum), 1)],
        Act::Sign { draft } => forum(draft)
            .map(|forum| vec![(Read::Signed(own, forum), 1)])
            .unwrap_or_default(),
        Act::BreakSilence { draft, .. } => forum(draft)
            .map(|forum| {
                let lost = lens.scenario().book.statements.break_relations;
                vec![(Read::Relations(forum), -i64::from(lost))]
            })
            .unwrap_or_default(),
        Act::Circulate { draft } => forum(draft)
            .filter(|_| odds(lens, act).is_some_and(|odds| odds >= 500))
            .map(|forum| vec![(Read::Adopted(forum), 1)])
            .unwrap_or_default(),
        _ => Vec::new(),
    }
}

pub(super) fn forecasts(lens: &Lens<'_>, act: Act) -> Vec<Forecast> {
    let forecast = match act {
        Act::Circulate { .. } => {
            odds(lens, act).map(|odds| Forecast::odds("forecast-adopted", odds))
        }
        Act::Leak { .. } => {
            let odds = lens.scenario().book.statements.leak_found;
            Some(Forecast::odds("forecast-traced", odds))
        }
        _ => None,
    };
    forecast.into_iter().collect()
}

/// The odds that a text now circulated is adopted, as those in the room would guess them by what has been said.
fn odds(lens: &Lens<'_>, act: Act) -> Option<i32> {
    let Act::Circulate { draft } = act else {
        return None;
    };
    let text = lens.book().statements.draft(draft)?;
    if !in_room(lens, text) {
        return None;
    }
    let forum = &lens.scenario().book.statements.forums[text.forum.index()];
    let table = text
        .parties
        .iter()
        .filter(|party| party.standing != Standing::Adviser);
    let each = table.map(|party| match party.standing {
        Standing::Signed => 1000,
        Standing::Approving => 800,
        Standing::Invited => 600,
        Standing::Asks(_) => 150,
        Standing::Abstains | Standing::Adviser => 0,
        Standing::Refuses => -1000,
    });
    let each: Vec<i32> = each.collect();
    let many = i32::try_from(each.len()).unwrap_or(1).max(1);
    let odds = match forum.decides {
        DecisionRule::Agency => 1000,
        DecisionRule::Unanimity if each.contains(&-1000) => 0,
        DecisionRule::Unanimity => each.iter().filter(|odds| **odds > 0).min().copied()?,
        DecisionRule::QualifiedMajority { per_mille } => {
            let likely: i32 = each.iter().map(|odds| (*odds).max(0)).sum();
            likely / many * 700 / i32::from(per_mille).max(1)
        }
        DecisionRule::Committee { approvals } => {
            let likely: i32 = each.iter().map(|odds| (*odds).max(0)).sum();
            likely * 7 / 10 / i32::from(approvals).max(1)
        }
    };
    Some(odds.clamp(0, 1000))
}

/// What is out is known to all, what is in the making to those in the room. Others' approvals at home are not.
pub(super) fn imagine(lens: &Lens<'_>, state: &mut World) {
    let rules = &lens.scenario().book.statements;
    let truth = &lens.book().statements;
    let mut known = truth.clone();
    for forum in rules
        .forums
        .iter()
        .filter(|forum| !is_member(lens, forum.id))
    {
        known.forums[forum.id.index()].relations = forum.relations;
    }
    known
        .drafts
        .retain(|draft| in_room(lens, draft) || draft.is_public());
    for draft in &mut known.drafts {
        let is_inside = in_room(lens, draft);
        let signatories = outcome::signatories(draft);
        if !is_inside {
            draft.annexes.retain(|(_, quoted)| *quoted);
        }
        for party in &mut draft.parties {
            if !lens.is_own_actor(party.actor) {
                party.approvals = 0;
            }
            // What was said in a room one was not in stays there; who signed what came out is known to all.
            if !is_inside && !signatories.contains(&party.actor) {
                party.standing = Standing::Invited;
            }
        }
    }
    if lens.has(Ledger::Statements) {
        state.world_mut().book.statements = known;
    }
}
