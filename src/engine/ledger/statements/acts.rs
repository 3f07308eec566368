//! What a seat can do with texts, what stands in its way, and what it costs.

use crate::engine::ledger::measures;
use crate::engine::ledger::statements::Act;
use crate::engine::ledger::statements::deeds::is_own_cert;
use crate::engine::ledger::statements::deeds::words_of;
use crate::engine::ledger::statements::draft::Change;
use crate::engine::ledger::statements::draft::Draft;
use crate::engine::ledger::statements::draft::Stage;
use crate::engine::ledger::statements::draft::Standing;
use crate::engine::ledger::statements::stance;
use crate::engine::lens::Lens;
use crate::engine::rejection::Obstacle;
use crate::model::ActorId;
use crate::model::ClauseId;
use crate::model::FactId;
use crate::model::ForumId;
use crate::model::SeatId;
use crate::model::decision::Cost;
use crate::model::id::Kind;
use crate::model::id::Names;
use crate::model::id::hash;
use crate::model::ledger::statements::Clause;
use crate::model::ledger::statements::ClauseKind;
use crate::model::ledger::statements::DraftNo;
use crate::model::ledger::statements::MOST_CLAUSES;
use crate::model::ledger::statements::Rules;
use crate::model::roster::ActorKind;
use crate::model::scenario::Scenario;

fn no(key: &'static str) -> Obstacle {
    Obstacle::Rule {
        key,
        actor: None,
        until: None,
    }
}

fn need(holds: bool, key: &'static str) -> Result<(), Obstacle> {
    if holds { Ok(()) } else { Err(no(key)) }
}

/// Whether an actor would think of a clause.
fn thinks_of(lens: &Lens<'_>, own: ActorId, clause: &Clause) -> bool {
    stance::is_thinkable(clause, |fact: FactId| lens.held(own, fact).is_some())
}

pub(super) fn conceivable(lens: &Lens<'_>, seat: SeatId, acts: &mut Vec<Act>) {
    let own = lens.seat(seat).actor;
    let rules = &lens.scenario().book.statements;
    for forum in rules.forums.iter().filter(|f| f.members.contains(&own)) {
        let id = forum.id;
        acts.push(Act::OpenDraft {
            forum: id,
            outline: None,
        });
        let outlines = rules.outlines.iter().enumerate().filter(|(_, outline)| {
            let thinkable = outline
                .clauses
                .iter()
                .all(|clause| thinks_of(lens, own, &rules.clauses[clause.index()]));
            thinkable && (outline.forums.is_empty() || outline.forums.contains(&id))
        });
        acts.extend(outlines.map(|(place, _)| Act::OpenDraft {
            forum: id,
            outline: u16::try_from(place).ok(),
        }));
    }
    let drafts = lens.book().statements.drafts.iter();
    for draft in drafts.filter(|draft| draft.is_live() && draft.has(own)) {
        on_draft(lens, own, draft, acts);
    }
}

fn on_draft(lens: &Lens<'_>, own: ActorId, text: &Draft, acts: &mut Vec<Act>) {
    let rules = &lens.scenario().book.statements;
    let draft = text.no;
    let mine = text.sponsor == own;
    let absent = rules
        .clauses
        .iter()
        .filter(|clause| text.placed(clause.id).is_none() && thinks_of(lens, own, clause));
    for clause in absent.map(|clause| clause.id) {
        acts.push(if mine {
            Act::AddClause { draft, clause }
        } else {
            let change = Change::Add(clause);
            Act::AskFor { draft, change }
        });
    }
    for placed in &text.clauses {
        let clause = placed.clause;
        let changes = [Change::Soften(clause), Change::Drop(clause)];
        if mine {
            acts.push(Act::Harden { draft, clause });
            acts.push(Act::Soften { draft, clause });
            acts.push(Act::DropClause { draft, clause });
        } else {
            acts.extend(changes.map(|change| Act::AskFor { draft, change }));
            acts.push(Act::BreakSilence { draft, clause });
        }
        acts.push(if placed.bracketed {
            Act::Clear { draft, clause }
        } else {
            Act::Bracket { draft, clause }
        });
    }
    if mine {
        let others = lens.actors().map(|actor| actor.id);
        let others = others.filter(|actor| may_invite(lens.scenario(), text, own, *actor));
        acts.extend(others.map(|actor| Act::Invite { draft, actor }));
        acts.extend([Act::Consult { draft }, Act::Translate { draft }]);
        acts.extend([Act::Circulate { draft }, Act::Withdraw { draft }]);
    } else {
        acts.extend([Act::Sign { draft }, Act::Abstain { draft }]);
        acts.push(Act::Refuse { draft });
    }
    if lens.scenario().actors[own.index()].kind == ActorKind::Cert {
        acts.extend([true, false].map(|quoted| Act::Annex { draft, quoted }));
    }
    let chair = rules.forums[text.forum.index()].chair;
    if mine || chair == Some(own) {
        acts.push(Act::Publish { draft });
    }
    acts.push(Act::Leak { draft });
}

/// Members sign; the CERT of the sponsor's own state advises.
fn may_invite(scenario: &Scenario, text: &Draft, own: ActorId, actor: ActorId) -> bool {
    let forum = &scenario.book.statements.forums[text.forum.index()];
    !text.has(actor) && (forum.members.contains(&actor) || is_own_cert(scenario, own, actor))
}

pub(super) fn can(lens: &Lens<'_>, own: ActorId, act: Act) -> Result<(), Obstacle> {
    let scenario = lens.scenario();
    let rules = &scenario.book.statements;
    let (draft, clause) = match act {
        Act::OpenDraft { forum, outline } => return can_open(lens, own, forum, outline),
        Act::AddClause { draft, clause }
        | Act::Harden { draft, clause }
        | Act::Soften { draft, clause }
        | Act::Bracket { draft, clause }
        | Act::Clear { draft, clause }
        | Act::DropClause { draft, clause }
        | Act::BreakSilence { draft, clause } => (draft, Some(clause)),
        Act::AskFor { draft, .. }
        | Act::Invite { draft, .. }
        | Act::Consult { draft }
        | Act::Translate { draft }
        | Act::Annex { draft, .. }
        | Act::Circulate { draft }
        | Act::Sign { draft }
        | Act::Abstain { draft }
        | Act::Refuse { draft }
        | Act::Leak { draft }
        | Act::Withdraw { draft }
        | Act::Publish { draft } => (draft, None),
    };
    let text = lens.book().statements.draft(draft);
    let Some(text) = text.filter(|text| text.is_live() && text.has(own)) else {
        return Err(no("obstacle-text-not-there"));
    };
    if clause.is_some_and(|clause| clause.index() >= rules.clauses.len()) {
        return Err(no("obstacle-clause-not-in-it"));
    }
    let placed = clause.and_then(|clause| text.placed(clause));
    let forum = &rules.forums[text.forum.index()];
    let mine = need(text.sponsor == own, "obstacle-text-not-yours");
    let theirs = need(text.sponsor != own, "obstacle-text-is-yours");
    let drafting = need(text.stage == Stage::Drafting, "obstacle-text-circulates");
    let inside = placed.ok_or(no("obstacle-clause-not-in-it"));
    let party = text.party(own).map(|party| &party.standing);
    let at_table = need(party != Some(&Standing::Adviser), "obstacle-only-adviser");
    let other = |standing: Standing| need(party != Some(&standing), "obstacle-stands-so");
    match act {
        Act::OpenDraft { .. } => Ok(()),
        Act::AddClause { clause, .. } => {
            mine.and(drafting)?;
            need(placed.is_none(), "obstacle-clause-in-it")?;
            need(text.clauses.len() < MOST_CLAUSES, "obstacle-text-full")?;
            let row = &rules.clauses[clause.index()];
            need(thinks_of(lens, own, row), "obstacle-clause-not-in-it")
        }
        Act::Harden { .. } => {
            mine.and(drafting)?;
            need(inside?.version > 0, "obstacle-strongest")
        }
        Act::Soften { clause, .. } => {
            mine.and(drafting)?;
            inside?;
            need(
                stance::can_soften(scenario, text, clause),
                "obstacle-softest",
            )
        }
        Act::Bracket { .. } => {
            drafting.and(at_table)?;
            need(!inside?.bracketed, "obstacle-bracketed")
        }
        Act::Clear { .. } => {
            mine.and(drafting)?;
            need(inside?.bracketed, "obstacle-not-bracketed")
        }
        Act::DropClause { .. } => {
            mine.and(drafting)?;
            inside?;
            need(text.clauses.len() > 1, "obstacle-last-clause")
        }
        Act::Invite { actor, .. } => {
            mine.and(drafting)?;
            need(!text.has(actor), "obstacle-in-the-room")?;
            need(
                lens.is_known(actor) && may_invite(scenario, text, own, actor),
                "obstacle-not-to-invite",
            )
        }
        Act::Consult { .. } => {
            mine.and(drafting)?;
            need(text.consulted.is_none(), "obstacle-consulted")
        }
        Act::Translate { .. } => {
            // It is done in the turn in which the text goes round.
            let goes_round =
                matches!(text.stage, Stage::Silence { since, .. } if since == lens.turn());
            mine.and(if goes_round { Ok(()) } else { drafting })?;
            need(forum.languages.len() > 1, "obstacle-one-language")?;
            need(!text.is_translated, "obstacle-translated")
        }
        Act::Annex { .. } => {
            let kind = scenario.actors[own.index()].kind;
            need(kind == ActorKind::Cert, "obstacle-annex-is-technical")?;
            let wrote = text.annexes.iter().any(|(by, _)| *by == own);
            need(!wrote, "obstacle-annexed")
        }
        Act::AskFor { change, .. } => {
            theirs.and(at_table).and(drafting)?;
            other(Standing::Asks(vec![change]))?;
            can_ask(lens, own, text, change)
        }
        Act::Circulate { .. } => {
            mine.and(drafting)?;
            let binds = text.binding(rules).next().is_some();
            need(binds, "obstacle-text-empty")?;
            need(text.consulted != Some(lens.turn()), "obstacle-consulting")?;
            let table = text.parties.iter();
            let others = table.filter(|party| party.standing != Standing::Adviser);
            need(others.count() > 1, "obstacle-nobody-else")
        }
        Act::Sign { .. } => {
            theirs.and(at_table)?;
            other(Standing::Approving)?;
            other(Standing::Signed)
        }
        Act::Abstain { .. } => {
            theirs.and(at_table)?;
            need(forum.abstention, "obstacle-no-abstention")?;
            other(Standing::Abstains)
        }
        Act::Refuse { .. } => {
            theirs.and(at_table).and(drafting)?;
            other(Standing::Refuses)
        }
        Act::BreakSilence { .. } => {
            theirs.and(at_table)?;
            let silent = matches!(text.stage, Stage::Silence { .. });
            need(silent, "obstacle-no-silence")?;
            inside.map(|_| ())
        }
        Act::Leak { .. } => need(!text.is_leaked, "obstacle-leaked"),
        Act::Withdraw { .. } => mine,
        Act::Publish { .. } => {
            let as_chair = forum.chair == Some(own) && text.stopped > 0;
            need(text.sponsor == own || as_chair, "obstacle-not-chair")?;
            let crosses = text.sponsor != own && stance::crosses(scenario, own, text);
            need(!crosses, "obstacle-crosses-own-line")?;
            need(text.binding(rules).next().is_some(), "obstacle-text-empty")
        }
    }
}

fn can_open(
    lens: &Lens<'_>,
    own: ActorId,
    forum: ForumId,
    outline: Option<u16>,
) -> Result<(), Obstacle> {
    let rules = &lens.scenario().book.statements;
    let row = rules.forums.get(forum.index());
    let Some(row) = row.filter(|row| row.members.contains(&own)) else {
        return Err(no("obstacle-not-member"));
    };
    let state = &lens.book().statements;
    let now = &state.forums[forum.index()];
    need(now.open, "obstacle-forum-closed")?;
    need(
        now.relations >= rules.least_relations,
        "obstacle-relations-low",
    )?;
    let mut own_texts = state.drafts.iter().filter(|draft| draft.sponsor == own);
    let another = own_texts.any(|draft| draft.is_live() && draft.forum == row.id);
    need(!another, "obstacle-text-open")?;
    need(state.next_of(own).is_some(), "obstacle-texts-enough")?;
    let Some(outline) = outline else {
        return Ok(());
    };
    let outline = rules
        .outlines
        .get(usize::from(outline))
        .filter(|outline| outline.forums.is_empty() || outline.forums.contains(&forum));
    let thinkable = outline.is_some_and(|outline| {
        let mut clauses = outline.clauses.iter();
        clauses.all(|clause| thinks_of(lens, own, &rules.clauses[clause.index()]))
    });
    need(thinkable, "obstacle-not-member")
}

fn can_ask(lens: &Lens<'_>, own: ActorId, text: &Draft, change: Change) -> Result<(), Obstacle> {
    let scenario = lens.scenario();
    let rules = &scenario.book.statements;
    match change {
        Change::Soften(clause) => need(
            stance::can_soften(scenario, text, clause),
            "obstacle-softest",
        ),
        Change::Drop(clause) => need(text.placed(clause).is_some(), "obstacle-clause-not-in-it"),
        Change::Add(clause) => {
            need(text.placed(clause).is_none(), "obstacle-clause-in-it")?;
            let row = rules.clauses.get(clause.index());
            let thinks = row.is_some_and(|row| thinks_of(lens, own, row));
            need(thinks, "obstacle-clause-not-in-it")
        }
    }
}

pub(super) fn cost(lens: &Lens<'_>, act: Act) -> Cost {
    let rules = &lens.scenario().book.statements;
    let hours = match act {
        Act::OpenDraft { .. } => rules.open_hours,
        Act::AddClause { clause, .. } => match rules.clauses.get(clause.index()) {
            Some(clause) if clause.agreed => rules.agreed_hours,
            // Who has said how it reads the law has the words.
            Some(clause)
                if clause.kind == ClauseKind::Characterise && measures::has_position(lens) =>
            {
                rules.agreed_hours
            }
            _ => rules.new_hours,
        },
        Act::Consult { .. } => rules.consult_hours,
        Act::Translate { .. } => rules.translate_hours,
        Act::Annex { .. } => rules.annex_hours,
        Act::Circulate { .. } | Act::BreakSilence { .. } => rules.silence_hours,
        Act::Sign { .. } | Act::Abstain { .. } | Act::Refuse { .. } => rules.sign_hours,
        Act::Publish { .. } => rules.publish_hours,
        Act::Withdraw { .. } => 0,
        _ => rules.edit_hours,
    };
    let capital = match act {
        Act::Sign { draft } | Act::Publish { draft } => to_sign(lens, rules, draft),
        Act::BreakSilence { .. } => rules.break_capital,
        _ => 0,
    };
    Cost { hours, capital }
}

/// What it takes at home to stand behind a text.
fn to_sign(lens: &Lens<'_>, rules: &Rules, draft: DraftNo) -> i32 {
    let text = lens.book().statements.draft(draft);
    // What a text says is known to those in the room.
    let text = text.filter(|text| lens.own_actors().any(|own| text.has(own)));
    let names = text.is_some_and(|text| {
        text.binding(rules)
            .any(|(clause, _)| clause.kind == ClauseKind::Name)
    });
    rules.sign_capital + if names { rules.name_capital } else { 0 }
}

pub(super) fn key(names: &Names, act: Act) -> Vec<u64> {
    let clause = |clause: ClauseId| names.hash(Kind::Clause, clause.0);
    let about = |number: u64, draft: DraftNo, more: u64| {
        let [sponsor, count] = words_of(names, draft);
        vec![number, sponsor, count, more]
    };
    match act {
        Act::OpenDraft { forum, outline } => {
            let outline = outline.map_or(0, |place| hash("outline") ^ u64::from(place));
            vec![1, names.hash(Kind::Forum, forum.0), outline]
        }
        Act::AddClause {
            draft,
            clause: what,
        } => about(2, draft, clause(what)),
        Act::Harden {
            draft,
            clause: what,
        } => about(3, draft, clause(what)),
        Act::Soften {
            draft,
            clause: what,
        } => about(4, draft, clause(what)),
        Act::Bracket {
            draft,
            clause: what,
        } => about(5, draft, clause(what)),
        Act::Clear {
            draft,
            clause: what,
        } => about(6, draft, clause(what)),
        Act::DropClause {
            draft,
            clause: what,
        } => about(7, draft, clause(what)),
        Act::Invite { draft, actor } => about(8, draft, names.hash(Kind::Actor, actor.0)),
        Act::Consult { draft } => about(9, draft, 0),
        Act::Translate { draft } => about(10, draft, 0),
        Act::Annex { draft, quoted } => about(11, draft, u64::from(quoted)),
        Act::AskFor { draft, change } => match change {
            Change::Soften(what) => about(12, draft, clause(what)),
            Change::Drop(what) => about(13, draft, clause(what)),
            Change::Add(what) => about(14, draft, clause(what)),
        },
        Act::Circulate { draft } => about(15, draft, 0),
        Act::Sign { draft } => about(16, draft, 0),
        Act::Abstain { draft } => about(17, draft, 0),
        Act::Refuse { draft } => about(18, draft, 0),
        Act::BreakSilence {
            draft,
            clause: what,
        } => about(19, draft, clause(what)),
        Act::Leak { draft } => about(20, draft, 0),
        Act::Withdraw { draft } => about(21, draft, 0),
        Act::Publish { draft } => about(22, draft, 0),
    }
}
