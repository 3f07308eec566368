//! Statements in words.

use crate::engine::ledger::statements::Act;
use crate::engine::ledger::statements::Answer;
use crate::engine::ledger::statements::Edit;
use crate::engine::ledger::statements::Event;
use crate::engine::ledger::statements::Outcome;
use crate::engine::ledger::statements::draft::Change;
use crate::engine::ledger::statements::draft::Draft;
use crate::engine::ledger::statements::draft::Party;
use crate::engine::ledger::statements::draft::Stage;
use crate::engine::ledger::statements::draft::Standing;
use crate::engine::ledger::statements::stance;
use crate::engine::ledger::statements::view;
use crate::engine::tell::Teller;
use crate::model::ActorId;
use crate::model::ClauseId;
use crate::model::ForumId;
use crate::model::ledger::statements::About;
use crate::model::ledger::statements::Clause;
use crate::model::ledger::statements::ClauseKind;
use crate::model::ledger::statements::DraftNo;
use crate::model::ledger::statements::Forum;
use crate::model::ledger::statements::Line;
use crate::model::ledger::statements::Read;
use crate::model::region::DecisionRule;
use crate::text::Arg;
use crate::text::SafeText;

fn fill(teller: Teller<'_>, key: &str, args: &[(&str, Arg)]) -> SafeText {
    teller.words.fill(key, args)
}

fn title(teller: Teller<'_>, id: ClauseId) -> Arg {
    let clause = &teller.scenario.book.statements.clauses[id.index()];
    (&clause.title).into()
}

fn forum(teller: Teller<'_>, id: ForumId) -> Arg {
    let forum = &teller.scenario.book.statements.forums[id.index()];
    (&forum.name).into()
}

/// Several names in one line.
fn names(teller: Teller<'_>, actors: &[ActorId]) -> Arg {
    let names: Vec<&str> = actors
        .iter()
        .map(|actor| teller.actor(*actor).as_str())
        .collect();
    SafeText::line(&names.join(", ")).into()
}

/// A text: whose it is, and where.
pub(super) fn draft(teller: Teller<'_>, no: DraftNo, draft: Option<&Draft>) -> SafeText {
    let number = no.count().saturating_add(1);
    let args = [
        ("actor", Arg::from(teller.actor(no.sponsor()))),
        ("number", number.into()),
    ];
    match draft {
        // As a heading it has little room: the short name does.
        Some(draft) => {
            let short = &teller.scenario.actors[no.sponsor().index()].short;
            let [_, number] = args;
            let args = [
                ("actor", short.into()),
                number,
                ("forum", forum(teller, draft.forum)),
            ];
            fill(teller, "text-of-in", &args)
        }
        None => fill(teller, "text-of", &args),
    }
}

fn text(teller: Teller<'_>, no: DraftNo) -> Arg {
    draft(teller, no, None).into()
}

pub(super) fn kind(teller: Teller<'_>, kind: ClauseKind) -> SafeText {
    teller.words.say(match kind {
        ClauseKind::Condemn => "clause-condemn",
        ClauseKind::Cite => "clause-cite",
        ClauseKind::Characterise => "clause-characterise",
        ClauseKind::Name => "clause-name",
        ClauseKind::Measure => "clause-measure",
        ClauseKind::Offer => "clause-offer",
        ClauseKind::Dialogue => "clause-dialogue",
    })
}

/// How a forum decides.
pub(super) fn rule(teller: Teller<'_>, forum: &Forum) -> SafeText {
    let silence = ("silence", Arg::from(forum.silence));
    match forum.decides {
        DecisionRule::Unanimity => fill(teller, "forum-unanimity", &[silence]),
        DecisionRule::QualifiedMajority { per_mille } => {
            let share = i64::from(per_mille.div_ceil(10));
            fill(
                teller,
                "forum-majority",
                &[silence, ("share", share.into())],
            )
        }
        DecisionRule::Committee { approvals } => fill(
            teller,
            "forum-committee",
            &[silence, ("many", approvals.into())],
        ),
        DecisionRule::Agency => fill(teller, "forum-agency", &[silence]),
    }
}

/// A red line or a wish, in words.
pub fn line(teller: Teller<'_>, line: &Line) -> SafeText {
    let about: Arg = match line.about {
        About::Clause(clause) => title(teller, clause),
        About::Kind(what) => kind(teller, what).into(),
    };
    match (line.above, line.weight) {
        (0, None) => fill(teller, "line-absolute", &[("about", about)]),
        (0, Some(_)) => fill(teller, "line-plain", &[("about", about)]),
        (above, _) => fill(
            teller,
            "line-above",
            &[("about", about), ("above", above.into())],
        ),
    }
}

/// Whether a line is about a clause of this strength.
pub(super) fn concerns(line: &Line, clause: &Clause, strength: i32) -> bool {
    stance::concerns(line, clause, strength)
}

/// How far a text has come.
pub(super) fn status(teller: Teller<'_>, draft: &Draft, in_room: bool) -> SafeText {
    match draft.stage {
        Stage::Drafting | Stage::Silence { .. } if !in_room => teller.words.say("text-leaked"),
        Stage::Drafting if draft.stopped > 0 => teller.words.say("text-stopped"),
        Stage::Drafting => teller.words.say("text-drafting"),
        Stage::Silence { until, .. } => fill(teller, "text-silence", &[("until", until.into())]),
        Stage::Out { how, turn } => {
            let key = match how {
                Outcome::Adopted => "text-adopted",
                Outcome::Chair => "text-chair",
                Outcome::Alone => "text-alone",
            };
            fill(teller, key, &[("turn", turn.into())])
        }
        Stage::Withdrawn => teller.words.say("text-withdrawn"),
    }
}

/// Where somebody in the room stands.
pub(super) fn standing(teller: Teller<'_>, party: &Party) -> SafeText {
    match &party.standing {
        Standing::Invited => teller.words.say("standing-invited"),
        Standing::Adviser => teller.words.say("standing-adviser"),
        Standing::Approving => teller.words.say("standing-approving"),
        Standing::Signed => teller.words.say("standing-signed"),
        Standing::Asks(changes) => {
            let asked = asked(teller, changes);
            fill(teller, "standing-asks", &[("changes", asked.into())])
        }
        Standing::Abstains => teller.words.say("standing-abstains"),
        Standing::Refuses => teller.words.say("standing-refuses"),
    }
}

/// What somebody asks for, as the end of “would sign if …”.
fn asked(teller: Teller<'_>, changes: &[Change]) -> SafeText {
    let and = teller.words.say("change-and");
    let said: Vec<String> = changes
        .iter()
        .map(|change| {
            let key = match change {
                Change::Soften(_) => "change-soften",
                Change::Drop(_) => "change-drop",
                Change::Add(_) => "change-add",
            };
            let clause = title(teller, view::changed(*change));
            fill(teller, key, &[("clause", clause)]).to_string()
        })
        .collect();
    SafeText::line(&said.join(&format!(" {and} ")))
}

pub(super) fn tell(teller: Teller<'_>, event: &Event, sees_inside: bool) -> SafeText {
    let say = |key: &str, args: &[(&str, Arg)]| fill(teller, key, args);
    let actor = |actor: &ActorId| Arg::from(teller.actor(*actor));
    match event {
        Event::Relations { forum: id, by, now } => say(
            "tell-relations",
            &[
                ("forum", forum(teller, *id)),
                ("by", crate::engine::tell::signed(*by).into()),
                ("now", (*now).into()),
            ],
        ),
        Event::ForumOpened { forum: id } => {
            say("tell-forum-opened", &[("forum", forum(teller, *id))])
        }
        Event::ForumClosed { forum: id } => {
            say("tell-forum-closed", &[("forum", forum(teller, *id))])
        }
        Event::Opened {
            draft, forum: id, ..
        } => say(
            "tell-text-opened",
            &[
                ("actor", actor(&draft.sponsor())),
                ("forum", forum(teller, *id)),
            ],
        ),
        Event::Changed { draft, by, edit } => {
            let key = match edit {
                Edit::Added(_) => "tell-clause-added",
                Edit::Hardened(_) => "tell-clause-hardened",
                Edit::Softened(_) => "tell-clause-softened",
                Edit::Bracketed(_) => "tell-clause-bracketed",
                Edit::Cleared(_) => "tell-clause-cleared",
                Edit::Dropped(_) => "tell-clause-dropped",
            };
            say(
                key,
                &[
                    ("actor", actor(by)),
                    ("clause", title(teller, edit.clause())),
                    ("text", text(teller, *draft)),
                ],
            )
        }
        Event::CameOut {
            forum: id,
            how,
            signatories,
            weight,
            ..
        } => {
            let key = match how {
                Outcome::Adopted => "tell-text-adopted",
                Outcome::Chair => "tell-text-chair",
                Outcome::Alone => "tell-text-alone",
            };
            say(
                key,
                &[
                    ("forum", forum(teller, *id)),
                    ("who", names(teller, signatories)),
                    ("weight", (*weight).into()),
                ],
            )
        }
        Event::Retaliated {
            place,
            by,
            on,
            odds,
            ..
        } => {
            let row = &teller.scenario.book.statements.retaliation[usize::from(*place)];
            let by = if sees_inside {
                actor(by)
            } else {
                teller.words.say("somebody").into()
            };
            let args = [
                ("by", by),
                ("on", actor(on)),
                ("what", (&row.text).into()),
                ("odds", (*odds / 10).into()),
            ];
            say("tell-retaliated", &args)
        }
        _ => in_the_room(teller, event, sees_inside),
    }
}

fn in_the_room(teller: Teller<'_>, event: &Event, sees_inside: bool) -> SafeText {
    let say = |key: &str, draft: &DraftNo, args: &[(&str, Arg)]| {
        let mut all = vec![("text", text(teller, *draft))];
        all.extend_from_slice(args);
        fill(teller, key, &all)
    };
    let actor = |actor: &ActorId| ("actor", Arg::from(teller.actor(*actor)));
    match event {
        Event::Invited {
            draft,
            actor: whom,
            adviser,
        } => {
            let key = if *adviser {
                "tell-adviser-invited"
            } else {
                "tell-invited"
            };
            say(key, draft, &[actor(whom)])
        }
        Event::Consulted { draft } => say("tell-consulted", draft, &[]),
        Event::Translated { draft } => say("tell-translated", draft, &[]),
        Event::Annexed { draft, by, quoted } => {
            let key = if *quoted {
                "tell-annexed"
            } else {
                "tell-annexed-unquoted"
            };
            say(key, draft, &[actor(by)])
        }
        Event::Circulated { draft, until } => {
            say("tell-circulated", draft, &[("until", (*until).into())])
        }
        Event::Extended { draft, until } => {
            say("tell-extended", draft, &[("until", (*until).into())])
        }
        Event::Mistranslated { draft, clause } => {
            let clause = ("clause", title(teller, *clause));
            say("tell-mistranslated", draft, &[clause])
        }
        Event::Answered {
            draft,
            actor: who,
            answer,
        } => match answer {
            Answer::Signed => say("tell-signed", draft, &[actor(who)]),
            Answer::Approving => say("tell-approving", draft, &[actor(who)]),
            Answer::Asks(changes) => {
                let changes = ("changes", asked(teller, changes).into());
                say("tell-asks", draft, &[actor(who), changes])
            }
            Answer::Abstains => say("tell-abstains", draft, &[actor(who)]),
            Answer::Refuses => say("tell-refuses", draft, &[actor(who)]),
        },
        Event::Approved {
            draft,
            actor: who,
            now,
        } => {
            let needed = stance::approvals(teller.scenario, *who);
            let args = [actor(who), ("now", (*now).into()), ("of", needed.into())];
            say("tell-approved", draft, &args)
        }
        Event::SilenceBroken { draft, by, clause } => match clause {
            Some(clause) => {
                let clause = ("clause", title(teller, *clause));
                say("tell-silence-broken-over", draft, &[actor(by), clause])
            }
            None => say("tell-silence-broken", draft, &[actor(by)]),
        },
        Event::Stopped { draft } => say("tell-stopped", draft, &[]),
        Event::Leaked {
            draft,
            by: Some(by),
        } if sees_inside => say("tell-leaked-by", draft, &[actor(by)]),
        Event::Leaked { draft, .. } => say("tell-leaked", draft, &[]),
        Event::LeakFound { draft, by } => say("tell-leak-found", draft, &[actor(by)]),
        Event::Withdrawn { draft } => say("tell-withdrawn", draft, &[]),
        _ => SafeText::empty(),
    }
}

/// The catalogue's key for an act, without its prefix.
fn word(act: Act) -> &'static str {
    match act {
        Act::OpenDraft { outline: None, .. } => "open-empty",
        Act::OpenDraft { .. } => "open",
        Act::AddClause { .. } => "add",
        Act::Harden { .. } => "harden",
        Act::Soften { .. } => "soften",
        Act::Bracket { .. } => "bracket",
        Act::Clear { .. } => "clear",
        Act::DropClause { .. } => "drop",
        Act::Invite { .. } => "invite",
        Act::Consult { .. } => "consult",
        Act::Translate { .. } => "translate",
        Act::Annex { quoted: true, .. } => "annex",
        Act::Annex { quoted: false, .. } => "annex-unquoted",
        Act::AskFor { change, .. } => match change {
            Change::Soften(_) => "ask-soften",
            Change::Drop(_) => "ask-drop",
            Change::Add(_) => "ask-add",
        },
        Act::Circulate { .. } => "circulate",
        Act::Sign { .. } => "sign",
        Act::Abstain { .. } => "abstain",
        Act::Refuse { .. } => "refuse",
        Act::BreakSilence { .. } => "break",
        Act::Leak { .. } => "leak",
        Act::Withdraw { .. } => "withdraw",
        Act::Publish { .. } => "publish",
    }
}

pub(super) fn name(teller: Teller<'_>, act: Act) -> SafeText {
    let rules = &teller.scenario.book.statements;
    let mut args: Vec<(&str, Arg)> = Vec::new();
    match act {
        Act::OpenDraft { forum: id, outline } => {
            args.push(("forum", forum(teller, id)));
            let outline = outline.and_then(|place| rules.outlines.get(usize::from(place)));
            if let Some(outline) = outline {
                args.push(("outline", (&outline.title).into()));
            }
        }
        Act::AddClause { draft, clause }
        | Act::Harden { draft, clause }
        | Act::Soften { draft, clause }
        | Act::Bracket { draft, clause }
        | Act::Clear { draft, clause }
        | Act::DropClause { draft, clause }
        | Act::BreakSilence { draft, clause } => {
            args.push(("text", text(teller, draft)));
            args.push(("clause", title(teller, clause)));
        }
        Act::AskFor { draft, change } => {
            args.push(("text", text(teller, draft)));
            args.push(("clause", title(teller, view::changed(change))));
        }
        Act::Invite { draft, actor } => {
            args.push(("text", text(teller, draft)));
            args.push(("actor", teller.actor(actor).into()));
        }
        Act::Consult { draft }
        | Act::Translate { draft }
        | Act::Annex { draft, .. }
        | Act::Circulate { draft }
        | Act::Sign { draft }
        | Act::Abstain { draft }
        | Act::Refuse { draft }
        | Act::Leak { draft }
        | Act::Withdraw { draft }
        | Act::Publish { draft } => args.push(("text", text(teller, draft))),
    }
    fill(teller, &format!("act-text-{}", word(act)), &args)
}

pub(super) fn explain(teller: Teller<'_>, act: Act) -> SafeText {
    teller.words.say(&format!("explain-text-{}", word(act)))
}

pub(super) fn row_name(teller: Teller<'_>, id: ForumId, column: u16) -> SafeText {
    let key = if column == view::RELATIONS {
        "row-relations"
    } else {
        "row-weight"
    };
    fill(teller, key, &[("forum", forum(teller, id))])
}

/// The same for a narrow panel.
pub(super) fn row_label(teller: Teller<'_>, id: ForumId, column: u16) -> SafeText {
    let key = if column == view::RELATIONS {
        "row-relations-short"
    } else {
        "row-weight-short"
    };
    fill(teller, key, &[("forum", forum(teller, id))])
}

pub(super) fn read_name(teller: Teller<'_>, read: Read) -> SafeText {
    let of = |key: &str, id: ForumId| fill(teller, key, &[("forum", forum(teller, id))]);
    let actor = |actor: ActorId| ("actor", Arg::from(teller.actor(actor)));
    match read {
        Read::Adopted(id) => of("read-adopted", id),
        Read::Weight(id) => of("row-weight", id),
        Read::Signed(who, id) => fill(
            teller,
            "read-signed",
            &[actor(who), ("forum", forum(teller, id))],
        ),
        Read::Drafts(id) => of("read-drafts", id),
        Read::Relations(id) => of("row-relations", id),
        Read::ChairTexts(id) => of("read-chair-texts", id),
        Read::Named(who) => fill(teller, "read-named", &[actor(who)]),
        Read::Answered(who) => fill(teller, "read-answered", &[actor(who)]),
    }
}
