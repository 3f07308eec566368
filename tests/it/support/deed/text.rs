//! Acts on statements as a person would say them: `text open council 0`, `text soften condemn alder`, `text sign alder.1`.

use demarche::engine::act::Act;
use demarche::engine::ledger::book::BookAct;
use demarche::engine::ledger::statements::Act as Deed;
use demarche::engine::ledger::statements::Change;
use demarche::model::ActorId;
use demarche::model::ClauseId;
use demarche::model::ForumId;
use demarche::model::id::Kind;
use demarche::model::ledger::statements::DraftNo;
use demarche::model::scenario::Scenario;

/// The act of these words; a text is said by its sponsor, and its count where it is not the first.
#[track_caller]
pub(super) fn act(scenario: &Scenario, words: &[&str]) -> Act {
    let find = |kind: Kind, word: &str| scenario.names.find(kind, word).unwrap();
    let text = |word: &str| {
        let (sponsor, count) = word.split_once('.').unwrap_or((word, "0"));
        DraftNo::of(ActorId(find(Kind::Actor, sponsor)), count.parse().unwrap())
    };
    let clause = |word: &str| ClauseId(find(Kind::Clause, word));
    let deed = match *words {
        ["open", forum] => Deed::OpenDraft {
            forum: ForumId(find(Kind::Forum, forum)),
            outline: None,
        },
        ["open", forum, outline] => Deed::OpenDraft {
            forum: ForumId(find(Kind::Forum, forum)),
            outline: Some(outline.parse().unwrap()),
        },
        ["invite", actor, draft] => Deed::Invite {
            draft: text(draft),
            actor: ActorId(find(Kind::Actor, actor)),
        },
        ["annex", draft] => Deed::Annex {
            draft: text(draft),
            quoted: true,
        },
        ["annex", "unquoted", draft] => Deed::Annex {
            draft: text(draft),
            quoted: false,
        },
        ["ask", how, what, draft] => Deed::AskFor {
            draft: text(draft),
            change: match how {
                "soften" => Change::Soften(clause(what)),
                "drop" => Change::Drop(clause(what)),
                _ => Change::Add(clause(what)),
            },
        },
        [how, what, draft] => {
            let (draft, clause) = (text(draft), clause(what));
            match how {
                "add" => Deed::AddClause { draft, clause },
                "harden" => Deed::Harden { draft, clause },
                "soften" => Deed::Soften { draft, clause },
                "bracket" => Deed::Bracket { draft, clause },
                "clear" => Deed::Clear { draft, clause },
                "drop" => Deed::DropClause { draft, clause },
                "break" => Deed::BreakSilence { draft, clause },
                _ => panic!("what is `{words:?}`?"),
            }
        }
        [how, draft] => {
            let draft = text(draft);
            match how {
                "consult" => Deed::Consult { draft },
                "translate" => Deed::Translate { draft },
                "circulate" => Deed::Circulate { draft },
                "sign" => Deed::Sign { draft },
                "abstain" => Deed::Abstain { draft },
                "refuse" => Deed::Refuse { draft },
                "leak" => Deed::Leak { draft },
                "withdraw" => Deed::Withdraw { draft },
                "publish" => Deed::Publish { draft },
                _ => panic!("what is `{words:?}`?"),
            }
        }
        _ => panic!("what is `{words:?}`?"),
    };
    Act::Book(BookAct::Statements(deed))
}
