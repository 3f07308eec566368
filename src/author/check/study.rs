//! What a rule looks at: a scenario that can be played, its texts, and what is worked out from them once for all rules.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::FileId;
use crate::diag::Sources;
use crate::diag::Span;
use crate::model::ActorId;
use crate::model::ExprId;
use crate::model::InjectId;
use crate::model::MeterId;
use crate::model::ObjectiveId;
use crate::model::SeatId;
use crate::model::effect::Effect;
use crate::model::expr::Read;
use crate::model::id::Kind;
use crate::model::msel::Inject;
use crate::model::msel::Status;
use crate::model::scenario::Scenario;
use crate::scenario::Index;
use crate::script::Bounds;
use crate::script::Known;
use crate::script::Playable;

/// A row of the scenario: its kind and its number.
pub(super) type Row = (Kind, u16);

/// A scenario under study.
pub(super) struct Study<'a> {
    pub(super) playable: &'a Playable,
    pub(super) scenario: &'a Scenario,
    sources: &'a Sources,
    index: &'a Index,
    /// The meters that something moves.
    moved: OnceCell<BTreeSet<MeterId>>,
}

impl<'a> Study<'a> {
    pub(super) fn new(playable: &'a Playable, sources: &'a Sources, index: &'a Index) -> Self {
        Self {
            playable,
            scenario: playable.scenario(),
            sources,
            index,
            moved: OnceCell::new(),
        }
    }

    /// Every choice and action, with the condition of its being possible and the reason told where it is not.
    pub(super) fn conditional(&self) -> impl Iterator<Item = (Row, Option<ExprId>, &'a str)> {
        let choices = self.scenario.choices.iter().map(|choice| {
            let row = (Kind::Choice, choice.id.0);
            (row, choice.condition, choice.unless.as_str())
        });
        let actions = self.scenario.actions.iter().map(|action| {
            let row = (Kind::Action, action.id.0);
            (row, action.condition, action.unless.as_str())
        });
        choices.chain(actions)
    }

    /// The id of a row, as its author wrote it.
    pub(super) fn word(&self, (kind, place): Row) -> &'a str {
        let word = self.scenario.names.word(kind, place);
        match kind {
            Kind::Choice | Kind::Task => word.rsplit('.').next().unwrap_or(word),
            _ => word,
        }
    }

    /// Where a row's id stands.
    pub(super) fn row(&self, (kind, place): Row) -> Span {
        self.index.row(kind, place)
    }

    /// Where the value of a row's field stands; its id, if it has no such field.
    pub(super) fn field(&self, (kind, place): Row, field: &str) -> Span {
        self.index.field(kind, place, field, self.sources)
    }

    /// Where a field of the scenario itself stands.
    pub(super) fn head(&self, field: &str) -> Span {
        self.index.head(field)
    }

    /// Something about a row, told where its id stands; its message may name it.
    pub(super) fn about(&self, code: Code, row: Row) -> Diagnostic {
        Diagnostic::new(code, self.row(row)).with("name", self.word(row))
    }

    /// Something about a field of a row, told where its value stands.
    pub(super) fn at(&self, code: Code, row: Row, field: &str) -> Diagnostic {
        Diagnostic::new(code, self.field(row, field)).with("name", self.word(row))
    }

    /// Something about an expression of a row.
    pub(super) fn of(&self, code: Code, row: Row, expr: ExprId) -> Diagnostic {
        Diagnostic::new(code, self.expr(expr)).with("name", self.word(row))
    }

    /// Where an expression stands.
    pub(super) fn expr(&self, expr: ExprId) -> Span {
        let source = &self.scenario.exprs[expr.index()];
        Span::new(FileId(source.file), source.start, source.end)
    }

    /// The first and the last turn that is played.
    pub(super) fn turns(&self) -> (u16, u16) {
        let last = u16::try_from(self.scenario.turns.len().saturating_sub(1)).unwrap_or(u16::MAX);
        (u16::from(!self.scenario.has_prep), last)
    }

    /// The seat that speaks for an actor.
    pub(super) fn seat_of(&self, actor: ActorId) -> Option<SeatId> {
        let seats = &self.scenario.seats;
        let seat = seats.iter().find(|seat| seat.actor == actor)?;
        Some(seat.id)
    }

    /// Whether some script names a thing by its id.
    pub(super) fn is_in_script(&self, row: Row) -> bool {
        if self.scenario.scripts.is_empty() {
            return false;
        }
        let word = self.word(row);
        let (quoted, dotted) = (format!("\"{word}\""), format!(".{word}"));
        let mut scripts = self.scenario.scripts.iter();
        scripts.any(|script| script.text.contains(&quoted) || script.text.contains(&dotted))
    }

    /// The turns in which an inject can be delivered by itself; none if it waits for a hand, or is not approved.
    pub(super) fn window(&self, inject: &Inject) -> Option<(u16, u16)> {
        let (first, last) = self.turns();
        let window = (inject.when.from.max(first), inject.when.to.min(last));
        let comes = inject.status == Status::Approved
            && !inject.when.by_hand
            && inject.when.chance > 0
            && window.0 <= window.1;
        comes.then_some(window)
    }

    /// Whether an inject or a decision serves an objective.
    pub(super) fn is_trained(&self, objective: ObjectiveId) -> bool {
        let mut injects = self.scenario.injects.iter();
        let mut decisions = self.scenario.decisions.iter();
        injects.any(|inject| inject.objectives.contains(&objective))
            || decisions.any(|decision| decision.objectives.contains(&objective))
    }

    /// Every effect that the scenario asks for, those inside others too, with the row it belongs to and how many turns later
    /// it comes.
    pub(super) fn each_effect(&self, look: &mut dyn FnMut(Row, &Effect, u32)) {
        let scenario = self.scenario;
        for inject in &scenario.injects {
            every(&inject.effects, (Kind::Inject, inject.id.0), 0, look);
        }
        for choice in &scenario.choices {
            every(&choice.effects, (Kind::Choice, choice.id.0), 0, look);
        }
        for action in &scenario.actions {
            every(&action.effects, (Kind::Action, action.id.0), 0, look);
        }
        for rule in &scenario.rules {
            every(&rule.effects, (Kind::Rule, rule.id.0), 0, look);
        }
        for duty in &scenario.duties {
            let lists = [
                &duty.on_met,
                &duty.on_missed,
                &duty.on_full,
                &duty.on_leak,
                &duty.on_answer,
            ];
            for list in lists {
                every(list, (Kind::Duty, duty.id.0), 0, look);
            }
        }
        for measure in &scenario.book.measures.menu {
            for list in [&measure.on_taken, &measure.on_ended] {
                every(list, (Kind::Measure, measure.id.0), 0, look);
            }
        }
        for step in &scenario.adversary.moves {
            // A move has no id of a kind of its own.
            every(&step.effects, (Kind::Rule, u16::MAX), 0, look);
        }
        for offer in &scenario.book.capacity.offers {
            for list in [&offer.accept, &offer.decline] {
                every(list, (Kind::Offer, offer.id.0), 0, look);
            }
        }
    }

    /// The injects that some effect delivers, whatever their own time says.
    pub(super) fn sent(&self) -> BTreeSet<InjectId> {
        let mut sent = BTreeSet::new();
        self.each_effect(&mut |_, effect, _| {
            if let Effect::Deliver { inject } = effect {
                sent.insert(*inject);
            }
        });
        let injects = self.scenario.injects.iter().map(|inject| inject.id);
        sent.extend(injects.filter(|inject| self.is_in_script((Kind::Inject, inject.0))));
        sent
    }

    /// Whether something moves a meter.
    pub(super) fn moves(&self, meter: MeterId) -> bool {
        let moved = self.moved.get_or_init(|| {
            let mut moved = BTreeSet::new();
            self.each_effect(&mut |_, effect, _| {
                if let Effect::Meter { meter, .. } = effect {
                    moved.insert(*meter);
                }
            });
            let meters = self.scenario.meters.iter().map(|meter| meter.id);
            moved.extend(meters.filter(|meter| self.is_in_script((Kind::Meter, meter.0))));
            moved
        });
        moved.contains(&meter)
    }
}

/// Looks at effects and at those inside them. Nesting is capped where files are read.
fn every(effects: &[Effect], row: Row, later: u32, look: &mut dyn FnMut(Row, &Effect, u32)) {
    for effect in effects {
        look(row, effect, later);
        match effect {
            Effect::Later { turns, effects } => {
                every(effects, row, later + u32::from(*turns), look);
            }
            Effect::If {
                then, otherwise, ..
            } => {
                every(then, row, later, look);
                every(otherwise, row, later, look);
            }
            Effect::Draw { branches } => {
                for branch in branches {
                    every(&branch.effects, row, later, look);
                }
            }
            _ => {}
        }
    }
}

/// What can be read in some of the turns.
pub(super) struct Within<'s, 'a> {
    pub(super) study: &'s Study<'a>,
    pub(super) turns: (u16, u16),
}

impl Known for Within<'_, '_> {
    fn bounds(&self, read: Read) -> Bounds {
        const COUNT: i64 = 1_000_000;
        let scenario = self.study.scenario;
        let time = |turn: u16| {
            let turn = scenario.turns.get(usize::from(turn));
            turn.map_or(0, |turn| i64::from(turn.from.0))
        };
        match read {
            Read::Turn => (i64::from(self.turns.0), i64::from(self.turns.1)),
            Read::Time => (time(self.turns.0), time(self.turns.1)),
            Read::Meter(id) => {
                let meter = &scenario.meters[id.index()];
                if self.study.moves(id) {
                    (i64::from(meter.min), i64::from(meter.max))
                } else {
                    (i64::from(meter.start), i64::from(meter.start))
                }
            }
            Read::Trust(..) => (0, 100),
            Read::SinceInject(_) => (0, 9999),
            Read::Capital(_) => (-COUNT, COUNT),
            read if read.gives() == crate::model::expr::Gives::Truth => (0, 1),
            Read::Book(_) => (i64::MIN, i64::MAX),
            _ => (0, i64::MAX),
        }
    }

    fn exclude(&self, one: Read, other: Read) -> bool {
        let (Read::Chose(one), Read::Chose(other)) = (one, other) else {
            return false;
        };
        let choices = &self.study.scenario.choices;
        choices[one.index()].decision == choices[other.index()].decision
    }
}
