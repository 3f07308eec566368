//! What an actor would do with a text: sign, sign if something were changed, stand aside, refuse.

use crate::engine::ledger::statements::draft::Change;
use crate::engine::ledger::statements::draft::Draft;
use crate::engine::ledger::statements::draft::Standing;
use crate::engine::ledger::statements::draft::State;
use crate::model::ActorId;
use crate::model::ClauseId;
use crate::model::FactId;
use crate::model::ledger::statements::About;
use crate::model::ledger::statements::Clause;
use crate::model::ledger::statements::ClauseKind;
use crate::model::ledger::statements::Line;
use crate::model::ledger::statements::Position;
use crate::model::ledger::statements::Rules;
use crate::model::region::DecisionRule;
use crate::model::scenario::Scenario;

/// What an actor would do with a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stance {
    Signs,
    /// Would sign if all of this were done.
    Asks(Vec<Change>),
    Abstains,
    Refuses,
}

/// The most changes somebody asks for at once.
const MOST_CHANGES: usize = 3;
/// What an absolute red line takes off while changes are compared.
const ABSOLUTE: i32 = 10_000;

/// Whose stance, and on what it rests.
#[derive(Clone, Copy)]
pub(in crate::engine) struct Judge<'a> {
    pub(in crate::engine) scenario: &'a Scenario,
    pub(in crate::engine) state: &'a State,
    pub(in crate::engine) actor: ActorId,
    /// Its red lines and wishes, as far as whoever asks may know them.
    pub(in crate::engine) position: Option<&'a Position>,
    /// Its trust in the sponsor.
    pub(in crate::engine) trust: i32,
    /// What is drawn in place of a position that is not known, in points.
    pub(in crate::engine) mood: i32,
}

impl Judge<'_> {
    /// What it would do with a text; `holds` says which facts it holds.
    pub(in crate::engine) fn stance(
        &self,
        draft: &Draft,
        holds: impl Fn(FactId) -> bool,
    ) -> Stance {
        if self.readiness(draft) >= 0 {
            return Stance::Signs;
        }
        let mut better = draft.clone();
        let mut asked = Vec::new();
        while asked.len() < MOST_CHANGES {
            let now = self.readiness(&better);
            let changes = self.thinkable(&better, &holds);
            let best = changes.into_iter().map(|change| {
                let mut tried = better.clone();
                make(&mut tried, change);
                (self.readiness(&tried), change, tried)
            });
            // Of two changes that help as much, the one thought of first: softening before dropping before adding.
            let best = best.fold(
                None,
                |best: Option<(i32, Change, Draft)>, next| match best {
                    Some(best) if best.0 >= next.0 => Some(best),
                    _ => Some(next),
                },
            );
            let Some((after, change, tried)) = best.filter(|(after, ..)| *after > now) else {
                break;
            };
            asked.push(change);
            better = tried;
            if after >= 0 {
                return Stance::Asks(asked);
            }
        }
        let may_abstain = self.scenario.book.statements.forums[draft.forum.index()].abstention;
        if may_abstain && !self.crosses(draft) {
            Stance::Abstains
        } else {
            Stance::Refuses
        }
    }

    /// How ready it is to sign, in points; not at all below 0.
    pub(in crate::engine) fn readiness(&self, draft: &Draft) -> i32 {
        let rules = &self.scenario.book.statements;
        let wishes: &[Line] = self.position.map_or(&[], |position| &position.wishes);
        let red_lines: &[Line] = self.position.map_or(&[], |position| &position.red_lines);
        let leaning = self
            .position
            .map_or(rules.leaning, |position| position.leaning);
        let mut points = leaning.saturating_add(self.mood);
        for (clause, strength) in draft.binding(rules) {
            let wished = wishes
                .iter()
                .filter(|line| concerns(line, clause, strength))
                .map(|line| line.weight.unwrap_or(0))
                .max();
            points += wished.unwrap_or(0);
            if wished.is_none() {
                points -= match clause.kind {
                    ClauseKind::Name => rules.naming,
                    ClauseKind::Characterise => rules.law,
                    _ => 0,
                };
                points -= if clause.agreed { 0 } else { rules.novelty };
            }
            let crossed = red_lines
                .iter()
                .filter(|line| concerns(line, clause, strength))
                .map(|line| line.weight.unwrap_or(ABSOLUTE))
                .max();
            points = points.saturating_sub(crossed.unwrap_or(0));
        }
        let relations = self.state.forums[draft.forum.index()].relations;
        points += (relations - 50) / rules.regard + (self.trust - 50) / rules.regard;
        points += if draft.consulted.is_some() {
            rules.consulted
        } else {
            0
        };
        points.saturating_add(self.company(draft))
    }

    /// Company: who of its region has signed.
    fn company(&self, draft: &Draft) -> i32 {
        let region = |actor: ActorId| self.scenario.actors[actor.index()].region;
        let near = draft.parties.iter().filter(|party| {
            party.actor != self.actor
                && party.actor != draft.sponsor
                && party.standing == Standing::Signed
                && region(party.actor) == region(self.actor)
        });
        let near = i32::try_from(near.count()).unwrap_or(3).min(3);
        near * self.scenario.book.statements.company
    }

    /// Whether the text crosses a red line that nothing makes up for.
    fn crosses(&self, draft: &Draft) -> bool {
        is_crossed(&self.scenario.book.statements, self.position, draft)
    }

    /// The changes it could ask for.
    fn thinkable(&self, draft: &Draft, holds: impl Fn(FactId) -> bool) -> Vec<Change> {
        let rules = &self.scenario.book.statements;
        let binding = draft.clauses.iter().filter(|placed| !placed.bracketed);
        let softer = binding.clone().filter(|placed| {
            usize::from(placed.version) + 1 < rules.clauses[placed.clause.index()].versions.len()
        });
        let mut changes: Vec<Change> = softer.map(|placed| Change::Soften(placed.clause)).collect();
        changes.extend(binding.map(|placed| Change::Drop(placed.clause)));
        let wishes: &[Line] = self.position.map_or(&[], |position| &position.wishes);
        let wished = rules.clauses.iter().filter(|clause| {
            let strongest = clause
                .versions
                .first()
                .map_or(0, |version| version.strength);
            draft.placed(clause.id).is_none()
                && wishes.iter().any(|line| concerns(line, clause, strongest))
                && is_thinkable(clause, &holds)
        });
        changes.extend(wished.map(|clause| Change::Add(clause.id)));
        changes
    }
}

/// Whether a text crosses a red line of an actor that nothing makes up for.
pub(super) fn crosses(scenario: &Scenario, actor: ActorId, draft: &Draft) -> bool {
    let rules = &scenario.book.statements;
    is_crossed(rules, rules.position(actor), draft)
}

fn is_crossed(rules: &Rules, position: Option<&Position>, draft: &Draft) -> bool {
    let red_lines: &[Line] = position.map_or(&[], |position| &position.red_lines);
    draft.binding(rules).any(|(clause, strength)| {
        red_lines
            .iter()
            .any(|line| line.weight.is_none() && concerns(line, clause, strength))
    })
}

/// Makes a change in a text.
pub(super) fn make(draft: &mut Draft, change: Change) {
    draft.edit(change.into());
}

/// Whether a line is about a clause as strong as this.
pub(super) fn concerns(line: &Line, clause: &Clause, strength: i32) -> bool {
    let is_about = match line.about {
        About::Clause(id) => id == clause.id,
        About::Kind(kind) => kind == clause.kind,
    };
    is_about && strength > line.above
}

/// Whether somebody who holds these facts would think of the clause.
pub(super) fn is_thinkable(clause: &Clause, holds: impl Fn(FactId) -> bool) -> bool {
    clause.occasion.is_empty() || clause.occasion.iter().any(|fact| holds(*fact))
}

/// Whether one more softening is possible.
pub(super) fn can_soften(scenario: &Scenario, draft: &Draft, clause: ClauseId) -> bool {
    let rules = &scenario.book.statements;
    draft.placed(clause).is_some_and(|placed| {
        usize::from(placed.version) + 1 < rules.clauses[clause.index()].versions.len()
    })
}

/// How many must approve at home before an actor may sign.
pub(in crate::engine) fn approvals(scenario: &Scenario, actor: ActorId) -> u16 {
    let rules = &scenario.book.statements;
    let said = rules
        .position(actor)
        .and_then(|position| position.approvals);
    let region = scenario.actors[actor.index()].region;
    said.unwrap_or_else(|| {
        let rule = region.map(|region| scenario.regions[region.index()].decision_rule);
        match rule {
            Some(DecisionRule::Committee { approvals }) => approvals,
            _ => 0,
        }
    })
}
