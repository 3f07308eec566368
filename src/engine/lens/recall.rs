//! What seats remember of what they saw happen, for whoever imagines how it may go on.

use std::collections::BTreeMap;

use crate::engine::ledger::book::BookState;
use crate::engine::ledger::facts::Breach;
use crate::engine::ledger::facts::Holding;
use crate::engine::ledger::facts::reads_advisories;
use crate::engine::lens::Lens;
use crate::engine::state::DecisionState;
use crate::model::ActionId;
use crate::model::ActorId;
use crate::model::ChoiceId;
use crate::model::CommunityId;
use crate::model::EndingId;
use crate::model::ExprId;
use crate::model::FactId;
use crate::model::InjectId;
use crate::model::SeatId;
use crate::script::Playable;

impl<'a> Lens<'a> {
    pub(in crate::engine) fn playable(&self) -> &'a Playable {
        self.playable
    }

    /// The ledgers of the book as they truly are. Each chapter shows of it what these seats may know, and nothing else.
    pub(in crate::engine) fn adversary(&self) -> &'a crate::engine::adversary::Adversary {
        &self.state.world.adversary
    }

    pub(in crate::engine) fn book(&self) -> &'a BookState {
        &self.state.world.book
    }

    /// How it ended, once `EndEx` has come.
    pub(in crate::engine) fn ending(&self) -> Option<EndingId> {
        self.state.ended
    }

    /// In `InTurn`, whether a seat's choices have taken effect this turn.
    pub(in crate::engine) fn has_resolved(&self, seat: SeatId) -> bool {
        self.state.resolved[seat.index()]
    }

    /// Hours given to a seat of one's own (or taken from it) for this turn and for the next.
    pub(in crate::engine) fn hours_moved(&self, seat: SeatId) -> (i32, i32) {
        if !self.is_own(seat) {
            return (0, 0);
        }
        let place = seat.index();
        (self.state.hours_extra[place], self.state.hours_next[place])
    }

    /// The turn in which a seat of one's own last took a standing action.
    pub(in crate::engine) fn taken(&self, seat: SeatId, action: ActionId) -> Option<u16> {
        let place = seat.index() * self.scenario().actions.len() + action.index();
        self.state.taken[place].filter(|_| self.is_own(seat))
    }

    /// Whether a choice was taken, by a seat of one's own or for all to hear.
    pub(in crate::engine) fn chose(&self, choice: ChoiceId) -> bool {
        let row = &self.scenario().choices[choice.index()];
        let hears = self.decides(row.decision) || !row.seen.as_str().is_empty();
        hears && self.state.world.chosen[choice.index()]
    }

    /// How often a standing action was taken, as far as one knows.
    pub(in crate::engine) fn done(&self, action: ActionId) -> u16 {
        let row = &self.scenario().actions[action.index()];
        let hears =
            !row.seen.as_str().is_empty() || row.seats.iter().all(|seat| self.is_own(*seat));
        if hears {
            return self.state.world.done[action.index()];
        }
        let own = self.seats().iter();
        let taken = own.filter(|seat| self.taken(**seat, action).is_some());
        u16::try_from(taken.count()).unwrap_or(u16::MAX)
    }

    /// The turn in which an inject last reached one's own.
    pub(in crate::engine) fn delivered(&self, inject: InjectId) -> Option<u16> {
        let row = &self.scenario().injects[inject.index()];
        let reached = row.to.iter().any(|actor| self.is_own_actor(*actor));
        self.state.world.delivered[inject.index()].filter(|_| reached)
    }

    /// Whether a fact one holds is out as an advisory.
    pub(in crate::engine) fn is_published(&self, fact: FactId) -> bool {
        self.marking(fact).is_some() && self.state.published[fact.index()]
    }

    /// How another actor holds a fact, as far as one knows: one's own sent it, has it from there, or read it in the same advisory.
    pub(in crate::engine) fn known_holding(&self, actor: ActorId, fact: FactId) -> Option<Holding> {
        let own = self.own_actors();
        let held = own.filter_map(|own| self.state.world.holding(own, fact));
        let mine = held.min_by_key(|held| held.derived)?;
        let theirs = self.state.world.holding(actor, fact);
        let sent = theirs
            .and_then(|theirs| theirs.from)
            .filter(|from| self.is_own_actor(*from));
        let read = self.is_published(fact) && reads_advisories(self.scenario(), actor);
        let knows = sent.is_some() || read || self.knows_that_holds(actor, fact);
        knows.then_some(Holding {
            from: sent,
            finding: None,
            ..*mine
        })
    }

    /// The times one's own left a label's boundary. Whether it has come to light one learns with everybody else.
    pub(in crate::engine) fn own_breaches(&self) -> impl Iterator<Item = Breach> + use<'a> {
        let lens = *self;
        let breaches = self.state.breaches.iter().copied();
        breaches.filter(move |breach| lens.is_own_actor(breach.by))
    }

    /// Whether a version without its source gave one's own away as that source.
    pub(in crate::engine) fn is_exposed(&self, fact: FactId) -> bool {
        let source = self.scenario().facts[fact.index()].source;
        self.is_own_actor(source) && self.state.exposed[fact.index()]
    }

    /// The turn of the last contact of two actors, one of them one's own, and how often they have exchanged something.
    pub(in crate::engine) fn contact(&self, a: ActorId, b: ActorId) -> Option<(u16, u16)> {
        let is_own = self.is_own_actor(a) || self.is_own_actor(b);
        (is_own && self.is_known(a) && self.is_known(b)).then(|| self.state.contact(a, b))
    }

    /// The turn in which the people of a community in sight were last told.
    pub(in crate::engine) fn notified(&self, community: CommunityId) -> Option<u16> {
        self.harm(community)?;
        self.state.world.communities[community.index()].notified
    }

    /// Whether a condition of an act of one's own holds: whoever may do it or not can tell.
    pub(super) fn is_met(&self, condition: ExprId) -> bool {
        if let Some(imagined) = &self.state.imagined
            && let Some(found) = imagined.found.get(&condition)
        {
            return *found;
        }
        match self.playable.natively(condition, &*self.state.world) {
            Some(value) => value == Ok(1),
            None => self.eval(condition) == Some(1),
        }
    }

    /// The conditions of one's own acts that read what is out of sight, as one finds them now.
    pub(in crate::engine) fn found(&self) -> BTreeMap<ExprId, bool> {
        let scenario = self.scenario();
        let choices = scenario.choices.iter().filter(|choice| {
            let state = self.state.decision(choice.decision);
            self.decides(choice.decision) && matches!(state, DecisionState::Open { .. })
        });
        let mut own = scenario.actions.iter().map(|action| {
            let is_own = action.seats.iter().any(|seat| self.is_own(*seat));
            action.condition.filter(|_| is_own)
        });
        let conditions = choices
            .filter_map(|choice| choice.condition)
            .chain(own.by_ref().flatten());
        let hidden = conditions.filter(|condition| {
            let mut reads = self.playable.reads(*condition).iter();
            reads.any(|read| !self.may_read(*read))
        });
        hidden
            .map(|condition| (condition, self.is_met(condition)))
            .collect()
    }
}
