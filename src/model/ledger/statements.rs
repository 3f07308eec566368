//! Statements: texts that several states, or several firms, agree on together. The drafts' clauses, who decides in which forum,
//! what each would sign, and who answers afterwards.
//!
//! A condemnation is negotiated: in brackets, under a silence procedure, against red lines. What a text weighs is its strength
//! times the breadth of those who carry it, divided by the time it took; and breadth is also what shields them afterwards.

use serde::Deserialize;
use serde::Serialize;

use crate::model::ActorId;
use crate::model::ClauseId;
use crate::model::FactId;
use crate::model::ForumId;
use crate::model::effect::Amount;
use crate::model::effect::Effect as AnyEffect;
use crate::model::ledger::shape::effects;
use crate::model::ledger::shape::parameters;
use crate::model::ledger::shape::reads;
use crate::model::ledger::shape::words;
use crate::model::norm::Norm;
use crate::model::region::DecisionRule;
use crate::text::SafeText;

words! {
    /// What a clause does.
    pub enum ClauseKind {
        /// Condemns the act.
        Condemn,
        /// Says which norm the act strained.
        Cite,
        /// Says what the act is in law.
        Characterise,
        /// Says who did it.
        Name,
        /// Announces a measure.
        Measure,
        /// Offers help to those who were hit.
        Offer,
        /// Calls for dialogue.
        Dialogue,
    }
}

/// Where states or firms agree on texts: a regional body, an alliance, an ad-hoc group, an industry call.
#[derive(Clone, Debug)]
pub struct Forum {
    pub id: ForumId,
    pub name: SafeText,
    pub about: SafeText,
    /// In speaking order, which is the author's and not one of size.
    pub members: Vec<ActorId>,
    /// When a text is adopted. `Agency` means that whoever signs, signs: nobody can stop it, and nobody is bound.
    pub decides: DecisionRule,
    /// Turns of the silence procedure; with none, only who signed counts.
    pub silence: u16,
    /// Language tags of its texts; with more than one a translation can go wrong.
    pub languages: Vec<Box<str>>,
    /// Working relations at the start, 0 to 100.
    pub relations: i32,
    /// Who may put out a text of its own when there is none in common.
    pub chair: Option<ActorId>,
    /// Only the sponsor and whom it invites are in the room; otherwise every member is from the start.
    pub by_invitation: bool,
    /// Whether a member may stand aside without stopping the others.
    pub abstention: bool,
    /// Whether texts can be drafted there from the start.
    pub open: bool,
}

/// One way to say a clause.
#[derive(Clone, Debug)]
pub struct Version {
    pub text: SafeText,
    /// How strong it is, 0 to 100.
    pub strength: i32,
}

/// A sentence that can stand in a text.
#[derive(Clone, Debug)]
pub struct Clause {
    pub id: ClauseId,
    pub kind: ClauseKind,
    /// A few words for lists: “names the service”.
    pub title: SafeText,
    /// Whether it is agreed language: cheap, and nobody stumbles over it.
    pub agreed: bool,
    /// The norm it cites, for `Cite`.
    pub norm: Option<Norm>,
    /// Whom it names, for `Name`; or whom a measure is aimed at.
    pub names: Option<ActorId>,
    /// Facts one of which its sponsor should hold; putting it forward without any costs credibility. None: needs no evidence.
    pub supported_by: Vec<FactId>,
    /// Facts one of which somebody must hold to think of it at all; empty: anybody can.
    pub occasion: Vec<FactId>,
    /// The strongest first; there is one at least.
    pub versions: Vec<Version>,
}

/// Clauses a sponsor may begin a text from.
#[derive(Clone, Debug)]
pub struct Outline {
    pub title: SafeText,
    /// Where it can be tabled; empty: everywhere.
    pub forums: Vec<ForumId>,
    pub clauses: Vec<ClauseId>,
}

/// What a line of a position is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    Clause(ClauseId),
    Kind(ClauseKind),
}

/// A red line or a wish.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    pub about: About,
    /// What is no stronger than this does not count.
    pub above: i32,
    /// Points it is worth; a red line without is absolute.
    pub weight: Option<i32>,
}

/// What one actor would sign. Known to itself; to others only through what it answers.
#[derive(Clone, Debug)]
pub struct Position {
    pub actor: ActorId,
    /// How it reads responsibility; shown in the debrief.
    pub reading: SafeText,
    /// How ready it is to sign a text of which nothing else is said, in points.
    pub leaning: i32,
    pub red_lines: Vec<Line>,
    pub wishes: Vec<Line>,
    /// How many must approve at home before it may sign; if the author does not say, as its region decides.
    pub approvals: Option<u16>,
    /// How much it has to lose where somebody answers a text, 1000 being usual.
    pub exposure: i32,
}

/// Who answers a text that is aimed at it.
#[derive(Clone, Debug)]
pub struct Retaliator {
    pub actor: ActorId,
    /// Clauses it answers; a text that names it, it always answers.
    pub answers: Vec<ClauseKind>,
    /// Odds a turn against a lone signatory, per mille.
    pub odds: i32,
    /// Turns after the text, first and last.
    pub after: u16,
    pub until: u16,
    /// What it costs whom it falls on: political capital, and how much the two trust each other.
    pub capital: i32,
    pub trust: i32,
    /// What was done, in words: “expels two attachés”.
    pub text: SafeText,
    /// What else comes of it.
    pub effects: Vec<AnyEffect>,
}

/// The most versions of a clause, clauses of a text, and texts a sponsor may have begun in one exercise.
pub const MOST_VERSIONS: usize = 6;
pub const MOST_CLAUSES: usize = 16;
pub const MOST_DRAFTS: u16 = 8;

/// A text somebody began: eight numbers for each actor, so that a number says nothing about texts one does not know of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DraftNo(pub u16);

impl DraftNo {
    /// The text an actor began after so many others.
    pub fn of(sponsor: ActorId, count: u16) -> Self {
        Self(
            sponsor
                .0
                .saturating_mul(MOST_DRAFTS)
                .saturating_add(count.min(MOST_DRAFTS - 1)),
        )
    }

    /// Which of its sponsor's it is, from 0.
    pub fn count(self) -> u16 {
        self.0 % MOST_DRAFTS
    }

    /// Who began it.
    pub fn sponsor(self) -> ActorId {
        ActorId(self.0 / MOST_DRAFTS)
    }
}

parameters! {
    /// How texts are made, what they weigh, and who pays for them.
    pub struct Rules {
        numbers {
            /// Opening a text.
            open_hours: 2, 0 to 100, "hours";
            /// Putting in agreed language.
            agreed_hours: 1, 0 to 100, "hours";
            /// Putting in new language.
            new_hours: 3, 0 to 100, "hours";
            /// Any other change of a text, and asking for one.
            edit_hours: 1, 0 to 100, "hours";
            /// Circulating a text, or breaking silence.
            silence_hours: 1, 0 to 100, "hours";
            /// Signing, abstaining or refusing.
            sign_hours: 1, 0 to 100, "hours";
            /// Consulting states, firms, researchers and civil society.
            consult_hours: 4, 0 to 100, "hours";
            /// Paying for a translation and time to read it.
            translate_hours: 3, 0 to 100, "hours";
            /// A technical annex.
            annex_hours: 4, 0 to 100, "hours";
            /// Putting a text out alone.
            publish_hours: 2, 0 to 100, "hours";
            /// Signing, or putting out, a text.
            sign_capital: 1, 0 to 100, "political capital";
            /// The same, added for a text that names somebody.
            name_capital: 2, 0 to 100, "political capital";
            /// Breaking silence.
            break_capital: 1, 0 to 100, "political capital";
            /// How ready a state is to sign if the author says nothing else.
            leaning: 10, -1000 to 1000, "points";
            /// Taken off a signatory's readiness for each name it has not wished for.
            naming: 18, 0 to 1000, "points";
            /// The same for saying what the act is in law.
            law: 8, 0 to 1000, "points";
            /// The same for new language.
            novelty: 3, 0 to 1000, "points";
            /// Points of trust in the sponsor, or of working relations, that make one of readiness.
            regard: 5, 1 to 1000, "points";
            /// Added for each signatory of the same region, up to three.
            company: 3, 0 to 1000, "points";
            /// Added for a text that was widely consulted on.
            consulted: 6, 0 to 1000, "points";
            /// Odds that one of those at home who must approve does so in a turn.
            approval: 600, 0 to 1000, "per mille";
            /// Odds that a translation nobody paid for is wrong.
            mistranslation: 250, 0 to 1000, "per mille";
            /// Odds that it comes out who leaked a text.
            leak_found: 300, 0 to 1000, "per mille";
            /// Breadth that a signatory from a new region adds; the first counts 1000.
            region_breadth: 1000, 0 to 10000, "per mille";
            /// Breadth that any other signatory adds.
            member_breadth: 200, 0 to 10000, "per mille";
            /// What a turn of delay takes, as if the weight were shared out: 250 makes it four fifths after one turn.
            delay: 250, 0 to 10000, "per mille";
            /// What wide consultation adds to the weight.
            consult_weight: 150, 0 to 1000, "per mille";
            /// What a technical annex adds to the weight.
            annex_weight: 150, 0 to 1000, "per mille";
            /// The same where the annex is of a CERT of a signatory's own state.
            joint_weight: 250, 0 to 1000, "per mille";
            /// What a text weighs that the chair puts out for want of a common one.
            chair_weight: 300, 0 to 1000, "per mille";
            /// Gained by all signatories with each other.
            together: 2, 0 to 100, "points of trust";
            /// Lost with the sponsor by all in the room for each clause put forward without evidence.
            unsupported: 4, 0 to 100, "points of trust";
            /// Lost with everybody in the room by who is found to have leaked.
            leaker: 12, 0 to 100, "points of trust";
            /// Working relations gained when a text is adopted.
            adopt_relations: 6, 0 to 100, "points";
            /// Lost when silence is broken.
            break_relations: 8, 0 to 100, "points";
            /// Lost when a refusal stops a text.
            block_relations: 12, 0 to 100, "points";
            /// Lost when a text is leaked.
            leak_relations: 10, 0 to 100, "points";
            /// Below this no text can be opened.
            least_relations: 15, 0 to 100, "points";
            /// What of the odds is left against a text that names nobody.
            unnamed: 300, 0 to 1000, "per mille";
            /// How much a region beyond the first shields: odds are divided by 1000 and this for each.
            region_shield: 800, 0 to 10000, "per mille";
            /// The same for any other signatory beyond the first.
            member_shield: 250, 0 to 10000, "per mille";
        }
        rows {
            /// Where texts are agreed on.
            forums: Vec<Forum>,
            /// What can stand in them.
            clauses: Vec<Clause>,
            /// What a sponsor may begin from.
            outlines: Vec<Outline>,
            /// What each actor would sign.
            positions: Vec<Position>,
            /// Who answers.
            retaliation: Vec<Retaliator>,
        }
    }
}

effects! {
    /// What an author asks of it.
    pub enum Effect {
        /// Lets texts be drafted in a forum from now on.
        OpenForum "open_forum" { forum: ForumId },
        /// Ends drafting in a forum; texts there are withdrawn.
        CloseForum "close_forum" { forum: ForumId },
        /// Moves a forum's working relations within 0 to 100.
        ForumRelations "forum_relations" { forum: ForumId, by: Amount },
        /// An actor, with a seat or without, puts a text of these clauses before a forum.
        TableDraft "table_draft" { forum: ForumId, actor: ActorId, clauses: Vec<ClauseId> },
        /// An actor's text in a forum gets the next softer version of a clause.
        SoftenClause "soften_clause" { forum: ForumId, actor: ActorId, clause: ClauseId },
        /// An actor takes a clause out of its text in a forum; a text under silence comes back to the table for it.
        StrikeClause "strike_clause" { forum: ForumId, actor: ActorId, clause: ClauseId },
        /// An actor puts its text in a forum under silence.
        CirculateDraft "circulate_draft" { forum: ForumId, actor: ActorId },
        /// The chair of a forum puts out the text that is being negotiated there as its own.
        ChairText "chair_text" { forum: ForumId },
        /// An actor signs the texts it has before it in a forum, whatever its red lines.
        SignDraft "sign_draft" { forum: ForumId, actor: ActorId },
        /// An actor refuses the texts it has before it in a forum.
        RefuseDraft "refuse_draft" { forum: ForumId, actor: ActorId },
        /// The texts in a forum become known to everybody; nobody knows through whom.
        LeakDraft "leak_draft" { forum: ForumId },
        /// An actor answers the last text that came out of a forum, and it falls on a signatory.
        Retaliate "retaliate" { forum: ForumId, actor: ActorId, on: Option<ActorId> },
    }
}

reads! {
    /// What expressions read of it.
    pub enum Read {
        /// `adopted.FORUM`: how many texts it has adopted.
        Adopted "adopted" (ForumId) -> Number,
        /// `text_weight.FORUM`: what its weightiest text weighs, adopted or of the chair's.
        Weight "text_weight" (ForumId) -> Number,
        /// `signed.ACTOR.FORUM`: how many texts of the forum that came out the actor has signed.
        Signed "signed" (ActorId, ForumId) -> Number,
        /// `drafts.FORUM`: how many texts are being negotiated there.
        Drafts "drafts" (ForumId) -> Number,
        /// `relations.FORUM`: working relations there, 0 to 100.
        Relations "relations" (ForumId) -> Number,
        /// `chair_texts.FORUM`: how often its chair put out a text of its own.
        ChairTexts "chair_texts" (ForumId) -> Number,
        /// `named.ACTOR`: how many texts that came out name the actor.
        Named "named" (ActorId) -> Number,
        /// `retaliated.ACTOR`: how often somebody answered a text at this actor's expense.
        Answered "retaliated" (ActorId) -> Number,
    }
}

impl Rules {
    /// What an actor would sign, if the author says.
    pub fn position(&self, actor: ActorId) -> Option<&Position> {
        self.positions
            .iter()
            .find(|position| position.actor == actor)
    }
}
