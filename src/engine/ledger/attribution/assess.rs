//! What the evidence says: computed from the facts somebody holds, never stored.

use crate::engine::ledger::attribution::state::Sheet;
use crate::engine::ledger::attribution::state::State;
use crate::engine::ledger::facts::Holding;
use crate::engine::lens::Lens;
use crate::engine::world::Readable;
use crate::model::ActorId;
use crate::model::FactId;
use crate::model::HypothesisId;
use crate::model::ledger::Ledger;
use crate::model::ledger::attribution::Evidence;
use crate::model::ledger::facts::Truth;
use crate::model::marking::Marking;
use crate::model::marking::Tlp;

/// What the evidence says for a hypothesis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Assessment {
    /// 0 to 100.
    pub points: i32,
    /// If all that nobody has verified turned out against it, and for it.
    pub low: i32,
    pub high: i32,
    /// Facts held that bear on it.
    pub held: usize,
}

/// How deep hypotheses build on each other.
const DEEPEST: usize = 4;

impl Sheet {
    /// Assesses a hypothesis by how each fact is held; `beyond` are points that come of no fact.
    pub(super) fn assess<'h>(
        &self,
        hypothesis: HypothesisId,
        holding: &impl Fn(FactId) -> Option<&'h Holding>,
        beyond: &impl Fn(HypothesisId) -> i32,
    ) -> Assessment {
        self.level(hypothesis, holding, beyond, DEEPEST)
    }

    fn level<'h>(
        &self,
        hypothesis: HypothesisId,
        holding: &impl Fn(FactId) -> Option<&'h Holding>,
        beyond: &impl Fn(HypothesisId) -> i32,
        deep: usize,
    ) -> Assessment {
        let start = self.prior.saturating_add(beyond(hypothesis));
        let (mut points, mut low, mut high, mut held) = (start, start, start, 0);
        let rows = self.evidence.iter();
        for row in rows.filter(|row| row.hypothesis == hypothesis) {
            let Some(holding) = holding(row.fact) else {
                continue;
            };
            held += 1;
            points = points.saturating_add(self.says(row, holding));
            let whole = self.part(row.weight, holding);
            if holding.finding.is_some() {
                let says = self.says(row, holding);
                low = low.saturating_add(says);
                high = high.saturating_add(says);
            } else if whole > 0 {
                high = high.saturating_add(whole);
            } else {
                low = low.saturating_add(whole);
            }
        }
        let mut found = Assessment {
            points: points.clamp(0, 100),
            low: low.clamp(0, 100),
            high: high.clamp(0, 100),
            held,
        };
        let below = self.builds_on.get(hypothesis.index()).copied().flatten();
        if let Some(below) = below.filter(|_| deep > 0) {
            // Who cannot tell the group cannot tell whose it is.
            let below = self.level(below, holding, beyond, deep - 1);
            found.points = found.points.min(below.points);
            found.low = found.low.min(below.low);
            found.high = found.high.min(below.high);
        }
        found
    }

    /// What one fact adds as it is held: whole once verified, a part before that, nothing where it does not hold; and a trail
    /// that was laid speaks against it once it is found out.
    fn says(&self, row: &Evidence, holding: &Holding) -> i32 {
        let whole = self.part(row.weight, holding);
        match holding.finding {
            Some(Truth::True) => whole,
            Some(Truth::Partly) => whole / 2,
            Some(Truth::False) if row.planted => (-whole).saturating_mul(self.unplanted) / 1000,
            Some(Truth::False) => 0,
            None => whole.saturating_mul(self.unverified) / 1000,
        }
    }

    fn part(&self, weight: i32, holding: &Holding) -> i32 {
        if holding.derived {
            weight.saturating_mul(self.sourceless) / 1000
        } else {
            weight
        }
    }
}

impl State {
    /// Whether somebody may use a fact in public as it holds it: its label has no boundary, it is its own, or it was released.
    /// A national marking counts for nothing until then.
    pub(super) fn is_showable(&self, actor: ActorId, fact: FactId, holding: &Holding) -> bool {
        let is_own = self.sheet.sources[fact.index()] == Some(actor);
        match holding.marking {
            Marking::Tlp(Tlp::Clear) => true,
            Marking::Tlp(_) if is_own => true,
            _ => self.is_released(actor, fact),
        }
    }

    fn beyond_of(&self, actor: ActorId, hypothesis: HypothesisId) -> i32 {
        let public = self.public[hypothesis.index()].saturating_mul(self.sheet.public_share) / 1000;
        self.beyond(actor, hypothesis).saturating_add(public)
    }
}

/// What the facts that an actor holds say.
pub(in crate::engine) fn confidence(
    world: &Readable,
    actor: ActorId,
    hypothesis: HypothesisId,
) -> Assessment {
    together(world, &[actor], hypothesis)
}

/// What the facts say that several actors hold together, as a paper has them that all of them contributed to.
pub(super) fn together(
    world: &Readable,
    actors: &[ActorId],
    hypothesis: HypothesisId,
) -> Assessment {
    let state = &world.book.attribution;
    let best = |fact: FactId| {
        let held = actors
            .iter()
            .filter_map(|actor| world.holding(*actor, fact));
        held.max_by_key(|held| (held.finding.is_some(), !held.derived))
    };
    let beyond = |hypothesis: HypothesisId| {
        let each = actors
            .iter()
            .map(|actor| state.beyond_of(*actor, hypothesis));
        each.max().unwrap_or(0)
    };
    state.sheet.assess(hypothesis, &best, &beyond)
}

/// The same of what can be shown in public.
pub(in crate::engine) fn showable(
    world: &Readable,
    actor: ActorId,
    hypothesis: HypothesisId,
) -> Assessment {
    let state = &world.book.attribution;
    let shown = |fact: FactId| {
        let held = world.holding(actor, fact)?;
        state.is_showable(actor, fact, held).then_some(held)
    };
    let public = |hypothesis: HypothesisId| state.public[hypothesis.index()];
    state.sheet.assess(hypothesis, &shown, &public)
}

impl<'a> Lens<'a> {
    /// What the facts of one's own say for a hypothesis; several at one table put theirs together.
    pub fn confidence(&self, hypothesis: HypothesisId) -> Assessment {
        let state = &self.book().attribution;
        let best = |fact: FactId| {
            let held = self.own_actors().filter_map(|own| self.held(own, fact));
            held.max_by_key(|held| (held.finding.is_some(), !held.derived))
        };
        let beyond = |hypothesis: HypothesisId| {
            let own = self.own_actors();
            own.map(|own| state.beyond_of(own, hypothesis))
                .max()
                .unwrap_or(0)
        };
        state.sheet.assess(hypothesis, &best, &beyond)
    }

    /// The same of one's own actor alone, if it is one's own.
    pub fn confidence_of(&self, own: ActorId, hypothesis: HypothesisId) -> Option<Assessment> {
        let state = &self.book().attribution;
        (self.is_own_actor(own) && self.has(Ledger::Attribution)).then(|| {
            let held = |fact: FactId| self.held(own, fact);
            let beyond = |hypothesis: HypothesisId| state.beyond_of(own, hypothesis);
            state.sheet.assess(hypothesis, &held, &beyond)
        })
    }

    /// The same of what one's own actor may show in public.
    pub fn showable_of(&self, own: ActorId, hypothesis: HypothesisId) -> Option<Assessment> {
        let state = &self.book().attribution;
        (self.is_own_actor(own) && self.has(Ledger::Attribution)).then(|| {
            let shown = |fact: FactId| {
                let held: &'a Holding = self.held(own, fact)?;
                state.is_showable(own, fact, held).then_some(held)
            };
            let public = |hypothesis: HypothesisId| state.public[hypothesis.index()];
            state.sheet.assess(hypothesis, &shown, &public)
        })
    }
}
