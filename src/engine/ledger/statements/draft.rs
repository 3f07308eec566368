//! A text in the making: its clauses, who is in the room, and where each of them stands.

use serde::Deserialize;
use serde::Serialize;

use crate::engine::event::EventNo;
use crate::engine::ledger::statements::Answer;
use crate::engine::ledger::statements::Edit;
use crate::engine::ledger::statements::Event;
use crate::engine::ledger::statements::Outcome;
use crate::model::ActorId;
use crate::model::ClauseId;
use crate::model::ForumId;
use crate::model::ledger::statements::Clause;
use crate::model::ledger::statements::ClauseKind;
use crate::model::ledger::statements::DraftNo;
use crate::model::ledger::statements::MOST_CLAUSES;
use crate::model::ledger::statements::Rules;
use crate::model::scenario::Scenario;

/// What is in the world for statements.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::engine) struct State {
    pub(in crate::engine) forums: Vec<ForumState>,
    /// In the order of their numbers.
    pub(in crate::engine) drafts: Vec<Draft>,
    /// Texts that came out, per forum and signatory.
    signed: Vec<u16>,
    /// Texts that came out naming the actor; answers that fell on it.
    pub(in crate::engine) named: Vec<u16>,
    pub(in crate::engine) answered: Vec<u16>,
}

/// Where a forum stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::engine) struct ForumState {
    pub(in crate::engine) open: bool,
    /// The turn from which its delay is counted.
    pub(in crate::engine) since: u16,
    pub(in crate::engine) relations: i32,
    pub(in crate::engine) adopted: u16,
    pub(in crate::engine) chair_texts: u16,
    /// Of its weightiest text.
    pub(in crate::engine) weight: i32,
}

/// A text somebody began.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::engine) struct Draft {
    pub(in crate::engine) no: DraftNo,
    pub(in crate::engine) forum: ForumId,
    pub(in crate::engine) sponsor: ActorId,
    pub(in crate::engine) opened: u16,
    /// The turn of the last change that asks for new answers.
    pub(in crate::engine) edited: u16,
    /// In the order of the scenario.
    pub(in crate::engine) clauses: Vec<Placed>,
    /// In speaking order, the sponsor among them.
    pub(in crate::engine) parties: Vec<Party>,
    pub(in crate::engine) stage: Stage,
    /// The turn in which it was consulted on.
    pub(in crate::engine) consulted: Option<u16>,
    pub(in crate::engine) is_translated: bool,
    /// Who wrote a technical annex, and whether it may be quoted.
    pub(in crate::engine) annexes: Vec<(ActorId, bool)>,
    pub(in crate::engine) is_leaked: bool,
    pub(in crate::engine) is_extended: bool,
    /// How often the forum could not agree on it, by a break of silence or at its end.
    pub(in crate::engine) stopped: u16,
    /// What it weighed when it came out.
    pub(in crate::engine) weight: i32,
    /// The event that moved it on last: opened, circulated, came out.
    pub(in crate::engine) event: EventNo,
    /// Which retaliators, by their place, have answered.
    pub(in crate::engine) answered_by: Vec<u16>,
}

/// A clause in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::engine) struct Placed {
    pub(in crate::engine) clause: ClauseId,
    /// Which of its versions, the strongest being 0.
    pub(in crate::engine) version: u8,
    /// In brackets it binds nobody, and falls out when the text is adopted.
    pub(in crate::engine) bracketed: bool,
}

/// Somebody in the room.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::engine) struct Party {
    pub(in crate::engine) actor: ActorId,
    pub(in crate::engine) standing: Standing,
    /// Since when it has had the text as it is, or has stood so.
    pub(in crate::engine) since: u16,
    /// How many have approved at home.
    pub(in crate::engine) approvals: u16,
}

/// Where somebody in the room stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum Standing {
    /// Has not answered.
    Invited,
    /// Advises and signs nothing.
    Adviser,
    /// Would sign once enough have approved at home.
    Approving,
    Signed,
    /// Would sign if all of this were done.
    Asks(Vec<Change>),
    Abstains,
    Refuses,
}

/// A change somebody asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Change {
    /// By one version.
    Soften(ClauseId),
    Drop(ClauseId),
    Add(ClauseId),
}

impl From<Change> for Edit {
    fn from(change: Change) -> Self {
        match change {
            Change::Soften(clause) => Edit::Softened(clause),
            Change::Drop(clause) => Edit::Dropped(clause),
            Change::Add(clause) => Edit::Added(clause),
        }
    }
}

/// How far a text has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Stage {
    Drafting,
    /// Under silence since a turn; it ends with another.
    Silence {
        since: u16,
        until: u16,
    },
    /// It came out, in a turn.
    Out {
        how: Outcome,
        turn: u16,
    },
    Withdrawn,
}

impl State {
    pub(super) fn start(scenario: &Scenario) -> Self {
        let rules = &scenario.book.statements;
        let actors = scenario.actors.len();
        let forums = rules.forums.iter().map(|forum| ForumState {
            open: forum.open,
            since: 1,
            relations: forum.relations,
            adopted: 0,
            chair_texts: 0,
            weight: 0,
        });
        Self {
            forums: forums.collect(),
            drafts: Vec::new(),
            signed: vec![0; actors * rules.forums.len()],
            named: vec![0; actors],
            answered: vec![0; actors],
        }
    }

    pub(in crate::engine) fn signed(&self, actor: ActorId, forum: ForumId) -> u16 {
        self.signed[self.named.len() * forum.index() + actor.index()]
    }

    fn signed_mut(&mut self, actor: ActorId, forum: ForumId) -> &mut u16 {
        &mut self.signed[self.named.len() * forum.index() + actor.index()]
    }

    pub(in crate::engine) fn draft(&self, no: DraftNo) -> Option<&Draft> {
        self.drafts.iter().find(|draft| draft.no == no)
    }

    fn draft_mut(&mut self, no: DraftNo) -> Option<&mut Draft> {
        self.drafts.iter_mut().find(|draft| draft.no == no)
    }

    /// The number of the next text an actor begins.
    pub(super) fn next_of(&self, sponsor: ActorId) -> Option<DraftNo> {
        let begun = self.drafts.iter().filter(|draft| draft.sponsor == sponsor);
        let next = DraftNo::of(sponsor, u16::try_from(begun.count()).unwrap_or(u16::MAX));
        self.draft(next).is_none().then_some(next)
    }

    pub(super) fn apply(&mut self, turn: u16, event: &Event, no: EventNo) {
        match event {
            Event::Relations { forum, now, .. } => self.forums[forum.index()].relations = *now,
            Event::ForumOpened { forum } => {
                let forum = &mut self.forums[forum.index()];
                forum.open = true;
                forum.since = turn.max(1);
            }
            Event::ForumClosed { forum } => self.forums[forum.index()].open = false,
            Event::Opened {
                draft,
                forum,
                clauses,
                parties,
            } => self.open(Draft::new(*draft, *forum, clauses, parties, turn, no)),
            Event::Retaliated { on, .. } => {
                let hits = &mut self.answered[on.index()];
                *hits = hits.saturating_add(1);
                self.on_draft(turn, event, no);
            }
            Event::CameOut {
                forum,
                how,
                signatories,
                names,
                now,
                ..
            } => {
                let row = &mut self.forums[forum.index()];
                row.weight = *now;
                match how {
                    Outcome::Adopted => row.adopted = row.adopted.saturating_add(1),
                    Outcome::Chair => row.chair_texts = row.chair_texts.saturating_add(1),
                    Outcome::Alone => {}
                }
                for actor in signatories {
                    let signed = self.signed_mut(*actor, *forum);
                    *signed = signed.saturating_add(1);
                }
                for actor in names {
                    let named = &mut self.named[actor.index()];
                    *named = named.saturating_add(1);
                }
                self.on_draft(turn, event, no);
            }
            _ => self.on_draft(turn, event, no),
        }
    }

    fn open(&mut self, draft: Draft) {
        let place = self.drafts.partition_point(|other| other.no < draft.no);
        self.drafts.insert(place, draft);
    }

    fn on_draft(&mut self, turn: u16, event: &Event, no: EventNo) {
        if let Some(draft) = event.draft().and_then(|draft| self.draft_mut(draft)) {
            draft.apply(turn, event, no);
        }
    }
}

impl Draft {
    pub(super) fn new(
        no: DraftNo,
        forum: ForumId,
        clauses: &[ClauseId],
        parties: &[ActorId],
        turn: u16,
        event: EventNo,
    ) -> Self {
        let party = |actor: &ActorId| Party {
            actor: *actor,
            standing: if *actor == no.sponsor() {
                Standing::Signed
            } else {
                Standing::Invited
            },
            since: turn,
            approvals: 0,
        };
        let mut draft = Self {
            no,
            forum,
            sponsor: no.sponsor(),
            opened: turn,
            edited: turn,
            clauses: Vec::new(),
            parties: parties.iter().map(party).collect(),
            stage: Stage::Drafting,
            consulted: None,
            is_translated: false,
            annexes: Vec::new(),
            is_leaked: false,
            is_extended: false,
            stopped: 0,
            weight: 0,
            event,
            answered_by: Vec::new(),
        };
        for clause in clauses {
            draft.edit(Edit::Added(*clause));
        }
        draft
    }

    fn apply(&mut self, turn: u16, event: &Event, no: EventNo) {
        match event {
            Event::Changed { edit, .. } => {
                self.edit(*edit);
                self.edited = turn;
                // More than was agreed to asks for a new answer.
                if matches!(edit, Edit::Added(_) | Edit::Hardened(_) | Edit::Cleared(_)) {
                    self.ask_again(turn);
                }
            }
            Event::Invited { actor, adviser, .. } => self.parties.push(Party {
                actor: *actor,
                standing: if *adviser {
                    Standing::Adviser
                } else {
                    Standing::Invited
                },
                since: turn,
                approvals: 0,
            }),
            Event::Consulted { .. } => self.consulted = Some(turn),
            Event::Translated { .. } => self.is_translated = true,
            Event::Annexed { by, quoted, .. } => self.annexes.push((*by, *quoted)),
            Event::Circulated { until, .. } => {
                self.event = no;
                self.is_extended = false;
                self.stage = Stage::Silence {
                    since: turn,
                    until: *until,
                };
            }
            Event::Extended { until, .. } => {
                self.is_extended = true;
                if let Stage::Silence { until: end, .. } = &mut self.stage {
                    *end = *until;
                }
            }
            Event::Mistranslated { clause, .. } => self.reopen(turn, Some(*clause)),
            Event::SilenceBroken { clause, .. } => {
                self.stopped = self.stopped.saturating_add(1);
                self.reopen(turn, *clause);
            }
            Event::Stopped { .. } => {
                self.stopped = self.stopped.saturating_add(1);
                self.reopen(turn, None);
            }
            Event::Answered { actor, answer, .. } => {
                if let Some(party) = self.party_mut(*actor) {
                    party.since = turn;
                    party.standing = match answer {
                        Answer::Signed => Standing::Signed,
                        Answer::Approving => Standing::Approving,
                        Answer::Asks(changes) => Standing::Asks(changes.clone()),
                        Answer::Abstains => Standing::Abstains,
                        Answer::Refuses => Standing::Refuses,
                    };
                }
            }
            Event::Approved { actor, now, .. } => {
                if let Some(party) = self.party_mut(*actor) {
                    party.approvals = *now;
                }
            }
            Event::Leaked { .. } => self.is_leaked = true,
            Event::Withdrawn { .. } => self.stage = Stage::Withdrawn,
            Event::CameOut { how, weight, .. } => {
                self.event = no;
                self.weight = *weight;
                self.stage = Stage::Out { how: *how, turn };
                self.clauses.retain(|placed| !placed.bracketed);
            }
            Event::Retaliated { place, .. } => self.answered_by.push(*place),
            Event::Relations { .. }
            | Event::ForumOpened { .. }
            | Event::ForumClosed { .. }
            | Event::Opened { .. }
            | Event::LeakFound { .. } => {}
        }
    }

    /// Back to the table, with a clause in brackets.
    fn reopen(&mut self, turn: u16, clause: Option<ClauseId>) {
        self.stage = Stage::Drafting;
        self.edited = turn;
        if let Some(clause) = clause {
            self.edit(Edit::Bracketed(clause));
        }
    }

    fn ask_again(&mut self, turn: u16) {
        let sponsor = self.sponsor;
        for party in &mut self.parties {
            let agreed = matches!(party.standing, Standing::Signed | Standing::Approving);
            if agreed && party.actor != sponsor {
                party.standing = Standing::Invited;
                party.since = turn;
                party.approvals = 0;
            }
        }
    }

    /// Makes a change in the text; one that makes no sense changes nothing.
    pub(super) fn edit(&mut self, edit: Edit) {
        let clause = edit.clause();
        let place = self
            .clauses
            .binary_search_by_key(&clause, |placed| placed.clause);
        match (edit, place) {
            (Edit::Added(_), Err(place)) if self.clauses.len() < MOST_CLAUSES => {
                let placed = Placed {
                    clause,
                    version: 0,
                    bracketed: false,
                };
                self.clauses.insert(place, placed);
            }
            (Edit::Hardened(_), Ok(place)) => {
                let placed = &mut self.clauses[place];
                placed.version = placed.version.saturating_sub(1);
            }
            (Edit::Softened(_), Ok(place)) => {
                let placed = &mut self.clauses[place];
                placed.version = placed.version.saturating_add(1);
            }
            (Edit::Bracketed(_), Ok(place)) => self.clauses[place].bracketed = true,
            (Edit::Cleared(_), Ok(place)) => self.clauses[place].bracketed = false,
            (Edit::Dropped(_), Ok(place)) => {
                self.clauses.remove(place);
            }
            _ => {}
        }
    }

    pub(in crate::engine) fn party(&self, actor: ActorId) -> Option<&Party> {
        self.parties.iter().find(|party| party.actor == actor)
    }

    fn party_mut(&mut self, actor: ActorId) -> Option<&mut Party> {
        self.parties.iter_mut().find(|party| party.actor == actor)
    }

    pub(in crate::engine) fn placed(&self, clause: ClauseId) -> Option<Placed> {
        let found = self.clauses.iter().find(|placed| placed.clause == clause);
        found.copied()
    }

    /// Whether it is still being negotiated.
    pub(in crate::engine) fn is_live(&self) -> bool {
        matches!(self.stage, Stage::Drafting | Stage::Silence { .. })
    }

    /// Whether everybody can read it.
    pub(in crate::engine) fn is_public(&self) -> bool {
        self.is_leaked || matches!(self.stage, Stage::Out { .. })
    }

    /// Whether somebody is in the room: at the table or advising.
    pub(in crate::engine) fn has(&self, actor: ActorId) -> bool {
        self.party(actor).is_some()
    }

    /// The clauses that bind, in the versions they have.
    pub(in crate::engine) fn binding<'a>(
        &'a self,
        rules: &'a Rules,
    ) -> impl Iterator<Item = (&'a Clause, i32)> + 'a {
        self.clauses
            .iter()
            .filter(|placed| !placed.bracketed)
            .map(|placed| {
                (
                    &rules.clauses[placed.clause.index()],
                    strength(rules, *placed),
                )
            })
    }

    /// Whom it names.
    pub(in crate::engine) fn names(&self, rules: &Rules) -> Vec<ActorId> {
        let clauses = self.binding(rules);
        let mut names: Vec<ActorId> = clauses
            .filter(|(clause, _)| clause.kind == ClauseKind::Name)
            .filter_map(|(clause, _)| clause.names)
            .collect();
        names.sort();
        names.dedup();
        names
    }
}

/// How strong a clause in a text is.
pub(super) fn strength(rules: &Rules, placed: Placed) -> i32 {
    let versions = &rules.clauses[placed.clause.index()].versions;
    let last = versions.len().saturating_sub(1);
    let version = versions.get(usize::from(placed.version).min(last));
    version.map_or(0, |version| version.strength)
}
