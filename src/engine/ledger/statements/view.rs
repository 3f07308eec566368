//! What the statement editor is drawn from: forums, texts and who stands where, as far as the seats may know.

use serde::Serialize;

use crate::engine::ledger::book::Row;
use crate::engine::ledger::statements::draft::Change;
use crate::engine::ledger::statements::draft::Draft;
use crate::engine::ledger::statements::draft::Stage;
use crate::engine::ledger::statements::draft::Standing;
use crate::engine::ledger::statements::outcome;
use crate::engine::ledger::statements::words;
use crate::engine::lens::Lens;
use crate::engine::tell::Teller;
use crate::engine::view::Subject;
use crate::model::ActorId;
use crate::model::ClauseId;
use crate::model::ForumId;
use crate::model::ledger::Ledger;
use crate::model::ledger::statements::ClauseKind;
use crate::model::ledger::statements::DraftNo;
use crate::model::ledger::statements::Line;
use crate::text::SafeText;

/// The columns of a forum's row.
pub(super) const RELATIONS: u16 = 0;
pub(super) const WEIGHT: u16 = 1;

/// What seats see of statements.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct View {
    /// The forums one is a member of.
    pub forums: Vec<ForumView>,
    /// Texts one is in the room for, and texts everybody can read; what is being negotiated first.
    pub drafts: Vec<DraftView>,
    /// One's own red lines and wishes, in words.
    pub red_lines: Vec<SafeText>,
    pub wishes: Vec<SafeText>,
}

/// A forum one is a member of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ForumView {
    pub forum: ForumId,
    pub name: SafeText,
    pub about: SafeText,
    /// How it decides, in words.
    pub rule: SafeText,
    pub members: Vec<SafeText>,
    pub relations: i32,
    pub adopted: u16,
    pub weight: i32,
    pub is_open: bool,
}

/// A text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DraftView {
    pub draft: DraftNo,
    pub title: SafeText,
    pub forum: ForumId,
    pub forum_name: SafeText,
    pub sponsor: ActorId,
    pub is_mine: bool,
    /// Whether one is in the room; otherwise nothing is known but the text.
    pub in_room: bool,
    pub stage: Stage,
    /// The same in words.
    pub status: SafeText,
    pub clauses: Vec<ClauseView>,
    pub parties: Vec<PartyView>,
    /// What it would weigh with all who have signed if it came out now, or what it weighed.
    pub weight: i32,
    pub is_consulted: bool,
    pub is_translated: bool,
    pub is_leaked: bool,
    /// Who wrote a technical annex.
    pub annexes: Vec<SafeText>,
}

/// A clause of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ClauseView {
    pub clause: ClauseId,
    pub kind: ClauseKind,
    pub kind_word: SafeText,
    pub title: SafeText,
    pub text: SafeText,
    pub strength: i32,
    /// The version in it, and how many there are.
    pub version: usize,
    pub versions: usize,
    pub agreed: bool,
    pub bracketed: bool,
    /// Whether one of one's own actors has evidence for it; true for what needs none.
    pub supported: bool,
    /// It crosses a red line of one's own, or is something one wished for.
    pub crosses: bool,
    pub wished: bool,
}

/// Somebody in the room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PartyView {
    pub actor: ActorId,
    pub name: SafeText,
    pub is_own: bool,
    pub is_sponsor: bool,
    pub standing: Standing,
    /// The same in words: “would sign if “names the service” were softer”.
    pub says: SafeText,
}

pub(super) fn view(lens: &Lens<'_>, teller: Teller<'_>) -> View {
    let rules = &lens.scenario().book.statements;
    let state = &lens.book().statements;
    let is_member = |members: &[ActorId]| lens.own_actors().any(|own| members.contains(&own));
    let forums = rules
        .forums
        .iter()
        .filter(|forum| is_member(&forum.members));
    let mut drafts: Vec<DraftView> = state
        .drafts
        .iter()
        .filter(|draft| draft.is_public() || is_in_room(lens, draft))
        .map(|draft| one(lens, teller, draft))
        .collect();
    drafts.sort_by_key(|draft| {
        let is_live = matches!(draft.stage, Stage::Drafting | Stage::Silence { .. });
        (!is_live, !draft.is_mine, draft.draft)
    });
    let own = lens.own_actors().filter_map(|own| rules.position(own));
    let lines = own.fold((Vec::new(), Vec::new()), |(mut red, mut wished), own| {
        red.extend(own.red_lines.iter().map(|line| words::line(teller, line)));
        wished.extend(own.wishes.iter().map(|line| words::line(teller, line)));
        (red, wished)
    });
    View {
        forums: forums
            .map(|forum| {
                let now = &state.forums[forum.id.index()];
                let members = forum.members.iter();
                ForumView {
                    forum: forum.id,
                    name: forum.name.clone(),
                    about: forum.about.clone(),
                    rule: words::rule(teller, forum),
                    members: members.map(|actor| teller.actor(*actor).clone()).collect(),
                    relations: now.relations,
                    adopted: now.adopted,
                    weight: now.weight,
                    is_open: now.open,
                }
            })
            .collect(),
        drafts,
        red_lines: lines.0,
        wishes: lines.1,
    }
}

fn is_in_room(lens: &Lens<'_>, draft: &Draft) -> bool {
    lens.own_actors().any(|own| draft.has(own))
}

fn one(lens: &Lens<'_>, teller: Teller<'_>, draft: &Draft) -> DraftView {
    let scenario = lens.scenario();
    let rules = &scenario.book.statements;
    let in_room = is_in_room(lens, draft);
    let is_mine = lens.is_own_actor(draft.sponsor);
    let is_out = matches!(draft.stage, Stage::Out { .. });
    let signed = draft
        .parties
        .iter()
        .filter(|party| party.standing == Standing::Signed);
    let signed: Vec<ActorId> = signed.map(|party| party.actor).collect();
    let forum = &rules.forums[draft.forum.index()];
    let since = lens.book().statements.forums[draft.forum.index()].since;
    let delay = lens.turn().saturating_sub(since);
    let signatories = outcome::signatories(draft);
    // What was said in the room stays there; who signed what came out is known to all.
    let shown = draft
        .parties
        .iter()
        .filter(|party| in_room || signatories.contains(&party.actor));
    DraftView {
        draft: draft.no,
        title: words::draft(teller, draft.no, Some(draft)),
        forum: draft.forum,
        forum_name: forum.name.clone(),
        sponsor: draft.sponsor,
        is_mine,
        in_room,
        stage: draft.stage,
        status: words::status(teller, draft, in_room),
        clauses: draft
            .clauses
            .iter()
            .map(|placed| clause(lens, teller, draft, placed.clause))
            .collect(),
        parties: shown
            .map(|party| PartyView {
                actor: party.actor,
                name: teller.actor(party.actor).clone(),
                is_own: lens.is_own_actor(party.actor),
                is_sponsor: party.actor == draft.sponsor,
                standing: party.standing.clone(),
                says: words::standing(teller, party),
            })
            .collect(),
        weight: if is_out {
            draft.weight
        } else if in_room {
            let how = crate::engine::ledger::statements::Outcome::Adopted;
            outcome::weight(scenario, draft, &signed, how, delay)
        } else {
            0
        },
        is_consulted: in_room && draft.consulted.is_some(),
        is_translated: in_room && draft.is_translated,
        is_leaked: draft.is_leaked,
        annexes: draft
            .annexes
            .iter()
            .filter(|(_, quoted)| in_room || (*quoted && is_out))
            .map(|(by, _)| teller.actor(*by).clone())
            .collect(),
    }
}

fn clause(lens: &Lens<'_>, teller: Teller<'_>, draft: &Draft, id: ClauseId) -> ClauseView {
    let rules = &lens.scenario().book.statements;
    let row = &rules.clauses[id.index()];
    let placed = draft.placed(id);
    let version = placed.map_or(0, |placed| usize::from(placed.version));
    let version = version.min(row.versions.len().saturating_sub(1));
    let strength = row.versions.get(version).map_or(0, |said| said.strength);
    let is_about = |line: &Line| words::concerns(line, row, strength);
    let own = || lens.own_actors().filter_map(|own| rules.position(own));
    let crosses = own().any(|own| own.red_lines.iter().any(is_about));
    let wished = own().any(|own| own.wishes.iter().any(is_about));
    let mut facts = row.supported_by.iter();
    let holds =
        |fact: &crate::model::FactId| lens.own_actors().any(|own| lens.held(own, *fact).is_some());
    ClauseView {
        clause: id,
        kind: row.kind,
        kind_word: words::kind(teller, row.kind),
        title: row.title.clone(),
        text: row
            .versions
            .get(version)
            .map(|said| said.text.clone())
            .unwrap_or_default(),
        strength,
        version,
        versions: row.versions.len(),
        agreed: row.agreed,
        bracketed: placed.is_some_and(|placed| placed.bracketed),
        supported: row.supported_by.is_empty() || facts.any(holds),
        crosses,
        wished,
    }
}

/// Relations of the forums one is a member of, and the weight of what has come out of any.
pub(super) fn rows(lens: &Lens<'_>, teller: Teller<'_>) -> Vec<Row> {
    let rules = &lens.scenario().book.statements;
    let state = &lens.book().statements;
    let mut rows = Vec::new();
    for forum in &rules.forums {
        let now = &state.forums[forum.id.index()];
        let mut row = |column: u16, shown: i32, bar: Option<(i32, i32, i32)>| {
            rows.push(Row {
                subject: Subject::Row(Ledger::Statements, forum.id.0, column),
                label: words::row_label(teller, forum.id, column),
                shown: SafeText::line(&shown.to_string()),
                bar,
            });
        };
        if lens.own_actors().any(|own| forum.members.contains(&own)) {
            let relations = now.relations;
            row(RELATIONS, relations, Some((relations, relations, 100)));
        }
        if now.weight > 0 {
            row(WEIGHT, now.weight, None);
        }
    }
    rows
}

/// Used by words: which clause a change is about.
pub(super) fn changed(change: Change) -> ClauseId {
    match change {
        Change::Soften(clause) | Change::Drop(clause) | Change::Add(clause) => clause,
    }
}
