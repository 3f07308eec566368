//! How authors write statements.

use serde::Deserialize;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::model::ActorId;
use crate::model::ClauseId;
use crate::model::ForumId;
use crate::model::id::Kind;
use crate::model::ledger::Ledger;
use crate::model::ledger::statements as model;
use crate::model::ledger::statements::ClauseKind;
use crate::model::ledger::statements::MOST_CLAUSES;
use crate::model::ledger::statements::MOST_VERSIONS;
use crate::model::ledger::statements::Rules;
use crate::scenario::file;
use crate::scenario::file::Number;
use crate::scenario::file::Section;
use crate::scenario::file::Text;
use crate::scenario::read::Spanned;
use crate::scenario::read::out_of_range;
use crate::scenario::resolve::Resolver;
use crate::text::Arg;

/// The section of a scenario's files.
pub(in crate::scenario) type Sheet = Section<Rules, Rows>;

/// What it holds beside numbers.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-statements", default)]
pub(in crate::scenario) struct Rows {
    /// Where states or firms agree on texts. Default: none.
    forums: Vec<Forum>,
    /// Sentences that a text can be made of. Default: none.
    clauses: Vec<Clause>,
    /// What a sponsor can begin from. Default: none.
    outlines: Vec<Outline>,
    /// What each would sign. Default: everybody is open.
    positions: Vec<Position>,
    /// Who answers a text, and how. Default: nobody.
    retaliation: Vec<Retaliator>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-forum")]
struct Forum {
    /// Its id.
    id: Text,
    /// What it is called.
    name: Text,
    /// More about it. Default: nothing.
    about: Option<Text>,
    /// Its members, in speaking order.
    members: Vec<Text>,
    /// How they decide. Default `Unanimity`.
    decides: Option<file::Decides>,
    /// Turns of the silence procedure; 0 if only who signed counts. Default 1, 0 to 100.
    silence: Option<Number>,
    /// Its languages, as tags. Default: one.
    #[serde(default)]
    languages: Vec<Text>,
    /// How well its members work together. Default 60, 0 to 100.
    relations: Option<Number>,
    /// Who may put out a text of its own. Default: nobody.
    chair: Option<Text>,
    /// One must be asked in. Default false.
    by_invitation: Option<bool>,
    /// One may stand aside. Default true.
    abstention: Option<bool>,
    /// It can be used from the start. Default true.
    open: Option<bool>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-clause")]
struct Clause {
    /// Its id.
    id: Text,
    /// What kind of sentence it is.
    kind: ClauseKind,
    /// What it is called.
    title: Text,
    /// It is language that was agreed before. Default false.
    agreed: Option<bool>,
    /// The norm it cites. Default: none.
    norm: Option<Text>,
    /// Whom it names. Default: nobody.
    names: Option<Text>,
    /// Facts of which whoever puts it forward should hold one. Default: none.
    #[serde(default)]
    supported_by: Vec<Text>,
    /// Only who holds one of these facts thinks of it. Default: everybody does.
    #[serde(default)]
    occasion: Vec<Text>,
    /// Its wordings, one to six, from the strongest to the softest.
    versions: Spanned<Vec<Version>>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-version")]
struct Version {
    /// The wording.
    text: Text,
    /// How strong it is; 0 to 100.
    strength: Number,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-outline")]
struct Outline {
    /// What it is called.
    title: Text,
    /// Where it can be used. Default: everywhere.
    #[serde(default)]
    forums: Vec<Text>,
    /// What it is made of.
    clauses: Spanned<Vec<Text>>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-position")]
struct Position {
    /// Whose position it is.
    actor: Text,
    /// How it sees the matter, in words. Default: nothing.
    reading: Option<Text>,
    /// How ready it is to sign a text of which nothing else is said; -1000 to 1000. Default: the section's.
    leaning: Option<Number>,
    /// What it will not sign. Default: nothing.
    #[serde(default)]
    red_lines: Vec<Line>,
    /// What it would like to see. Default: nothing.
    #[serde(default)]
    wishes: Vec<Line>,
    /// How many must agree at home; 0 to 50. Default: by how its region decides.
    approvals: Option<Number>,
    /// How exposed it is to retaliation, per mille. Default 1000, 0 to 10000.
    exposure: Option<Number>,
}

/// A red line or a wish: of one clause, or of a kind of clause.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-line")]
enum Line {
    Clause {
        /// The clause.
        id: Text,
        /// Milder versions pass. Default 0, 0 to 100.
        above: Option<Number>,
        /// How much it matters; 0 to 1000. Default: a red line is absolute, a wish weighs 10.
        weight: Option<Number>,
    },
    Kind {
        /// The kind of clause.
        kind: ClauseKind,
        /// Milder versions pass. Default 0, 0 to 100.
        above: Option<Number>,
        /// How much it matters; 0 to 1000. Default: a red line is absolute, a wish weighs 10.
        weight: Option<Number>,
    },
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "what-retaliator")]
struct Retaliator {
    /// Who answers.
    actor: Text,
    /// What it does, in words.
    text: Text,
    /// The kinds of clauses it answers though the text does not name it. Default: none.
    #[serde(default)]
    answers: Vec<ClauseKind>,
    /// Odds that it does, per mille. Default 900, 0 to 1000.
    odds: Option<Number>,
    /// Turns after the text came out from which it may come. Default 1, 1 to 100.
    after: Option<Number>,
    /// Turns after which it comes no more; 1 to 100. Default: one more than `after`.
    until: Option<Number>,
    /// Political capital it costs whom it falls on. Default 2, 0 to 100.
    capital: Option<Number>,
    /// Trust it costs. Default 10, 0 to 100.
    trust: Option<Number>,
    /// What else it does. Default: nothing.
    #[serde(default)]
    effects: Vec<Spanned<file::Effect>>,
}

/// Resolves the rows into the rules.
pub(super) fn resolve(resolver: &mut Resolver<'_>, rows: &Rows, rules: &mut Rules) {
    for row in &rows.forums {
        resolver.needs(Ledger::Statements, row.id.span);
        let one = forum(resolver, row);
        rules.forums.push(one);
    }
    for row in &rows.clauses {
        resolver.needs(Ledger::Statements, row.id.span);
        let one = clause(resolver, row);
        rules.clauses.push(one);
    }
    for row in &rows.outlines {
        at_most(resolver, &row.clauses, MOST_CLAUSES);
        let one = model::Outline {
            title: resolver.line(&row.title, "title"),
            forums: row
                .forums
                .iter()
                .map(|forum| ForumId(resolver.find(Kind::Forum, forum)))
                .collect(),
            clauses: row
                .clauses
                .value
                .iter()
                .map(|clause| ClauseId(resolver.find(Kind::Clause, clause)))
                .collect(),
        };
        rules.outlines.push(one);
    }
    for row in &rows.positions {
        let one = position(resolver, row, rules.leaning);
        rules.positions.push(one);
    }
    for row in &rows.retaliation {
        let one = retaliator(resolver, row);
        rules.retaliation.push(one);
    }
}

fn actors(resolver: &mut Resolver<'_>, names: &[Text]) -> Vec<ActorId> {
    names.iter().map(|name| resolver.actor(name)).collect()
}

/// Tells that a list is longer than a text may be, or empty.
fn at_most<T>(resolver: &mut Resolver<'_>, list: &Spanned<Vec<T>>, most: usize) {
    let count = list.value.len();
    if count == 0 || count > most {
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        resolver.tell(out_of_range(&count.to_string(), 1, most, list.span));
    }
}

fn forum(resolver: &mut Resolver<'_>, row: &Forum) -> model::Forum {
    model::Forum {
        id: ForumId(resolver.own(Kind::Forum, &row.id)),
        name: resolver.line(&row.name, "name"),
        about: resolver.block_or_none(row.about.as_ref()),
        members: actors(resolver, &row.members),
        decides: row
            .decides
            .as_ref()
            .map(|rule| resolver.decision_rule(rule))
            .unwrap_or_default(),
        silence: resolver.count(row.silence.as_ref(), 1, 0, 100),
        languages: row
            .languages
            .iter()
            .map(|tag| tag.value.as_str().into())
            .collect(),
        relations: resolver.number(row.relations.as_ref(), 60, 0, 100),
        chair: row.chair.as_ref().map(|chair| resolver.actor(chair)),
        by_invitation: row.by_invitation.unwrap_or(false),
        abstention: row.abstention.unwrap_or(true),
        open: row.open.unwrap_or(true),
    }
}

fn clause(resolver: &mut Resolver<'_>, row: &Clause) -> model::Clause {
    at_most(resolver, &row.versions, MOST_VERSIONS);
    if row.kind == ClauseKind::Name && row.names.is_none() {
        let wrong = Diagnostic::new(Code::MissingField, row.id.span)
            .with("what", Arg::Key("what-clause"))
            .with("name", "names");
        resolver.tell(wrong);
    }
    if row.kind == ClauseKind::Cite && row.norm.is_none() {
        let wrong = Diagnostic::new(Code::MissingField, row.id.span)
            .with("what", Arg::Key("what-clause"))
            .with("name", "norm");
        resolver.tell(wrong);
    }
    let facts = |resolver: &mut Resolver<'_>, facts: &[Text]| {
        facts.iter().map(|fact| resolver.fact(fact)).collect()
    };
    model::Clause {
        id: ClauseId(resolver.own(Kind::Clause, &row.id)),
        kind: row.kind,
        title: resolver.line(&row.title, "title"),
        agreed: row.agreed.unwrap_or(false),
        norm: row.norm.as_ref().map(|norm| resolver.norm(norm)),
        names: row.names.as_ref().map(|actor| resolver.actor(actor)),
        supported_by: facts(resolver, &row.supported_by),
        occasion: facts(resolver, &row.occasion),
        versions: row
            .versions
            .value
            .iter()
            .map(|version| model::Version {
                text: resolver.block(&version.text, "text"),
                strength: resolver.number(Some(&version.strength), 0, 0, 100),
            })
            .collect(),
    }
}

fn position(resolver: &mut Resolver<'_>, row: &Position, leaning: i32) -> model::Position {
    let lines = |resolver: &mut Resolver<'_>, lines: &[Line], default: Option<i32>| {
        lines
            .iter()
            .map(|one| line(resolver, one, default))
            .collect()
    };
    model::Position {
        actor: resolver.actor(&row.actor),
        reading: resolver.block_or_none(row.reading.as_ref()),
        leaning: resolver.number(row.leaning.as_ref(), leaning, -1000, 1000),
        red_lines: lines(resolver, &row.red_lines, None),
        wishes: lines(resolver, &row.wishes, Some(10)),
        approvals: row
            .approvals
            .as_ref()
            .map(|number| resolver.count(Some(number), 0, 0, 50)),
        exposure: resolver.number(row.exposure.as_ref(), 1000, 0, 10_000),
    }
}

fn line(resolver: &mut Resolver<'_>, line: &Line, default: Option<i32>) -> model::Line {
    let (about, above, weight) = match line {
        Line::Clause { id, above, weight } => {
            let clause = ClauseId(resolver.find(Kind::Clause, id));
            (model::About::Clause(clause), above, weight)
        }
        Line::Kind {
            kind,
            above,
            weight,
        } => (model::About::Kind(*kind), above, weight),
    };
    model::Line {
        about,
        above: resolver.number(above.as_ref(), 0, 0, 100),
        weight: weight
            .as_ref()
            .map(|weight| resolver.number(Some(weight), 0, 0, 1000))
            .or(default),
    }
}

fn retaliator(resolver: &mut Resolver<'_>, row: &Retaliator) -> model::Retaliator {
    let after = resolver.count(row.after.as_ref(), 1, 1, 100);
    let until = resolver.count(row.until.as_ref(), after.saturating_add(1), 1, 100);
    if until < after
        && let Some(number) = &row.until
    {
        let wrong =
            Diagnostic::new(Code::WindowReversed, number.span).with("from", after.to_string());
        resolver.tell(wrong.with("to", until.to_string()));
    }
    model::Retaliator {
        actor: resolver.actor(&row.actor),
        answers: row.answers.clone(),
        odds: i32::from(resolver.chance(row.odds.as_ref(), 900)),
        after,
        until,
        capital: resolver.number(row.capital.as_ref(), 2, 0, 100),
        trust: resolver.number(row.trust.as_ref(), 10, 0, 100),
        text: resolver.line(&row.text, "text"),
        effects: resolver.effects(&row.effects),
    }
}
