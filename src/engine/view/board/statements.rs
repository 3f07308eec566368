//! The statement editor: texts with their brackets, who stands where and what would make them sign, and where to begin one.

use crate::engine::act::Act as AnyAct;
use crate::engine::ledger::book::BookAct;
use crate::engine::ledger::statements::Act;
use crate::engine::ledger::statements::Change;
use crate::engine::ledger::statements::ClauseView;
use crate::engine::ledger::statements::DraftView;
use crate::engine::ledger::statements::ForumView;
use crate::engine::ledger::statements::PartyView;
use crate::engine::ledger::statements::Stage;
use crate::engine::ledger::statements::Standing;
use crate::engine::ledger::statements::history;
use crate::engine::view::SeatView;
use crate::engine::view::Subject;
use crate::engine::view::board::Board;
use crate::engine::view::board::BoardRow;
use crate::engine::view::board::Tone;
use crate::engine::view::board::acts;
use crate::model::ledger::Ledger;
use crate::text::SafeText;
use crate::text::Words;

/// The board of statements.
pub(super) const BOARD: Board = Board {
    word: "statements",
    title: "board-statements",
    about: "board-statements-about",
    is_there: |view| {
        let statements = &view.book.statements;
        !statements.forums.is_empty() || !statements.drafts.is_empty()
    },
    rows,
};

fn rows(view: &SeatView, words: &Words) -> Vec<BoardRow> {
    let statements = &view.book.statements;
    let is_live = |draft: &&DraftView| {
        draft.in_room && matches!(draft.stage, Stage::Drafting | Stage::Silence { .. })
    };
    let live = statements.drafts.iter().filter(is_live);
    let over = statements.drafts.iter().filter(|draft| !is_live(draft));
    let mut rows: Vec<BoardRow> = live.flat_map(|draft| text(draft, view, words)).collect();
    rows.extend(statements.forums.iter().map(|one| forum(one, view, words)));
    rows.extend(lines(view, words));
    rows.extend(over.flat_map(|draft| text(draft, view, words)));
    rows
}

/// The places of the acts on statements that something holds for.
fn places(view: &SeatView, holds: impl Fn(Act) -> bool) -> Vec<usize> {
    acts(view, |action| match action.act {
        AnyAct::Book(BookAct::Statements(act)) => holds(act),
        _ => false,
    })
}

/// A text: as a whole, clause by clause, and those in the room.
fn text(draft: &DraftView, view: &SeatView, words: &Words) -> Vec<BoardRow> {
    let args = [
        ("title", (&draft.title).into()),
        ("status", (&draft.status).into()),
    ];
    let group = words.fill("board-text-group", &args);
    let mut rows = vec![whole(draft, view, words)];
    rows.extend(
        draft
            .clauses
            .iter()
            .map(|one| clause(one, draft, view, words)),
    );
    let more = places(view, |act| match act {
        Act::AddClause { draft: of, .. } => of == draft.draft,
        Act::AskFor {
            draft: of,
            change: Change::Add(_),
        } => of == draft.draft,
        _ => false,
    });
    if !more.is_empty() {
        let count = i64::try_from(more.len()).unwrap_or(0);
        let shown = words.fill("board-text-more-shown", &[("count", count.into())]);
        let row = BoardRow::new(words.say("board-text-more"), shown).tone(Tone::Quiet);
        rows.push(row.say(words.say("board-text-more-about")).acts(more));
    }
    rows.extend(
        draft
            .parties
            .iter()
            .map(|one| party(one, draft, view, words)),
    );
    let invited = places(
        view,
        |act| matches!(act, Act::Invite { draft: of, .. } if of == draft.draft),
    );
    if !invited.is_empty() {
        let count = i64::try_from(invited.len()).unwrap_or(0);
        let shown = words.fill("board-text-invite-shown", &[("count", count.into())]);
        let row = BoardRow::new(words.say("board-text-invite"), shown).tone(Tone::Quiet);
        rows.push(row.acts(invited));
    }
    rows.into_iter().map(|row| row.under(&group)).collect()
}

/// The text as it reads, and what can be done with all of it.
fn whole(draft: &DraftView, view: &SeatView, words: &Words) -> BoardRow {
    let signed = draft.parties.iter();
    let signed = signed.filter(|party| party.standing == Standing::Signed);
    let args = [
        ("weight", draft.weight.into()),
        ("signed", i64::try_from(signed.count()).unwrap_or(0).into()),
    ];
    let is_out = matches!(draft.stage, Stage::Out { .. });
    let key = match (is_out, draft.in_room) {
        (true, _) => "board-text-weighs",
        (false, true) => "board-text-would-weigh",
        (false, false) => "board-text-leaked",
    };
    let tone = match draft.stage {
        Stage::Drafting => Tone::Plain,
        Stage::Silence { .. } => Tone::Open,
        Stage::Out { .. } => Tone::Good,
        Stage::Withdrawn => Tone::Quiet,
    };
    let mut row = BoardRow::new(words.say("board-text-whole"), words.fill(key, &args)).tone(tone);
    row = row.say(draft.status.clone());
    for clause in &draft.clauses {
        row = row.say(sentence(clause, words));
    }
    if draft.is_consulted {
        row = row.say(words.say("board-text-consulted"));
    }
    if draft.is_leaked {
        row = row.say(words.say("board-text-is-leaked"));
    }
    for by in &draft.annexes {
        row = row.say(words.fill("board-text-annex", &[("actor", by.into())]));
    }
    let row = row.why(history::text(draft.draft));
    row.acts(places(view, |act| match act {
        Act::Circulate { draft: of }
        | Act::Sign { draft: of }
        | Act::Abstain { draft: of }
        | Act::Refuse { draft: of }
        | Act::Consult { draft: of }
        | Act::Translate { draft: of }
        | Act::Annex { draft: of, .. }
        | Act::Publish { draft: of }
        | Act::Withdraw { draft: of }
        | Act::Leak { draft: of } => of == draft.draft,
        _ => false,
    }))
}

/// A clause as it reads, in its brackets.
fn sentence(clause: &ClauseView, words: &Words) -> SafeText {
    if clause.bracketed {
        words.fill("board-clause-bracketed", &[("text", (&clause.text).into())])
    } else {
        clause.text.clone()
    }
}

fn clause(clause: &ClauseView, draft: &DraftView, view: &SeatView, words: &Words) -> BoardRow {
    let name = if clause.bracketed {
        words.fill(
            "board-clause-bracketed",
            &[("text", (&clause.title).into())],
        )
    } else {
        clause.title.clone()
    };
    let (key, tone) = match clause {
        _ if clause.crosses => ("board-clause-crosses", Tone::Bad),
        _ if clause.bracketed => ("board-clause-brackets", Tone::Open),
        _ if !clause.supported && draft.is_mine => ("board-clause-bare", Tone::Open),
        _ if clause.wished => ("board-clause-wished", Tone::Good),
        _ if clause.agreed => ("board-clause-agreed", Tone::Plain),
        _ => ("board-clause-new", Tone::Plain),
    };
    let shown = words.fill(key, &[("strength", clause.strength.into())]);
    let args = [
        ("kind", (&clause.kind_word).into()),
        (
            "version",
            i64::try_from(clause.version + 1).unwrap_or(1).into(),
        ),
        (
            "versions",
            i64::try_from(clause.versions).unwrap_or(1).into(),
        ),
        ("strength", clause.strength.into()),
    ];
    let mut row = BoardRow::new(name, shown)
        .tone(tone)
        .say(sentence(clause, words))
        .say(words.fill("board-clause-about", &args));
    let key = if clause.agreed {
        "board-clause-is-agreed"
    } else {
        "board-clause-is-new"
    };
    row = row.say(words.say(key));
    if clause.crosses {
        row = row.say(words.say("board-clause-red"));
    }
    if !clause.supported {
        row = row.say(words.say("board-clause-unsupported"));
    }
    let row = row.why(history::clause(draft.draft, clause.clause));
    row.acts(places(view, |act| match act {
        Act::Harden {
            draft: of,
            clause: id,
        }
        | Act::Soften {
            draft: of,
            clause: id,
        }
        | Act::Bracket {
            draft: of,
            clause: id,
        }
        | Act::Clear {
            draft: of,
            clause: id,
        }
        | Act::DropClause {
            draft: of,
            clause: id,
        }
        | Act::BreakSilence {
            draft: of,
            clause: id,
        }
        | Act::AskFor {
            draft: of,
            change: Change::Soften(id) | Change::Drop(id),
        } => of == draft.draft && id == clause.clause,
        _ => false,
    }))
}

/// Somebody in the room, with what would make it sign; the acts are those that would.
fn party(party: &PartyView, draft: &DraftView, view: &SeatView, words: &Words) -> BoardRow {
    let (key, tone) = match party.standing {
        _ if party.is_sponsor => ("board-party-sponsor", Tone::Good),
        Standing::Invited => ("board-party-invited", Tone::Quiet),
        Standing::Adviser => ("board-party-adviser", Tone::Quiet),
        Standing::Approving => ("board-party-approving", Tone::Open),
        Standing::Signed => ("board-party-signed", Tone::Good),
        Standing::Asks(_) => ("", Tone::Open),
        Standing::Abstains => ("board-party-abstains", Tone::Quiet),
        Standing::Refuses => ("board-party-refuses", Tone::Bad),
    };
    let asked: &[Change] = match &party.standing {
        Standing::Asks(asked) => asked,
        _ => &[],
    };
    // What somebody asks for is what one looks for here.
    let shown = match party.standing {
        Standing::Asks(_) => party.says.clone(),
        _ => words.say(key),
    };
    let row = BoardRow::new(party.name.clone(), shown).tone(tone);
    let row = row.why(history::party(draft.draft, party.actor));
    row.say(party.says.clone()).acts(places(view, |act| {
        let does = match act {
            Act::Soften { draft, clause } => (draft, Change::Soften(clause)),
            Act::DropClause { draft, clause } => (draft, Change::Drop(clause)),
            Act::AddClause { draft, clause } => (draft, Change::Add(clause)),
            _ => return false,
        };
        does.0 == draft.draft && asked.contains(&does.1)
    }))
}

fn forum(forum: &ForumView, view: &SeatView, words: &Words) -> BoardRow {
    let members: Vec<&str> = forum.members.iter().map(SafeText::as_str).collect();
    let relations = forum.relations;
    let args = [
        ("rule", (&forum.rule).into()),
        ("members", SafeText::line(&members.join(", ")).into()),
        ("relations", relations.into()),
        ("adopted", forum.adopted.into()),
        ("weight", forum.weight.into()),
    ];
    let mut row = BoardRow::new(forum.name.clone(), words.fill("board-forum-shown", &args))
        .under(&words.say("board-forums"))
        .bar(relations, relations, 100)
        .tone(if forum.is_open {
            Tone::Plain
        } else {
            Tone::Quiet
        })
        .say(words.fill("board-forum-rule", &args))
        .say(words.fill("board-forum-members", &args))
        .say(forum.about.clone());
    if forum.adopted > 0 {
        row = row.say(words.fill("board-forum-adopted", &args));
    }
    row.why(Subject::Row(Ledger::Statements, forum.forum.0, 0))
        .acts(places(
            view,
            |act| matches!(act, Act::OpenDraft { forum: of, .. } if of == forum.forum),
        ))
}

/// One's own red lines and wishes, which nobody else sees.
fn lines(view: &SeatView, words: &Words) -> Vec<BoardRow> {
    let group = words.say("board-own-lines");
    let one = |line: &SafeText, key: &str, tone: Tone| {
        let row = BoardRow::new(line.clone(), words.say(key)).tone(tone);
        row.say(words.say("board-own-lines-about")).under(&group)
    };
    let statements = &view.book.statements;
    let red = statements.red_lines.iter();
    let wishes = statements.wishes.iter();
    red.map(|line| one(line, "board-red-line", Tone::Bad))
        .chain(wishes.map(|line| one(line, "board-wish", Tone::Good)))
        .collect()
}
