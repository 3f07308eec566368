//! Decisions put to a seat, their choices, and the author's standing actions.

use crate::model::ActionId;
use crate::model::ChoiceId;
use crate::model::DecisionId;
use crate::model::ExprId;
use crate::model::InjectId;
use crate::model::ObjectiveId;
use crate::model::SeatId;
use crate::model::effect::Effect;
use crate::model::family::Family;
use crate::model::norm::Bearing;
use crate::model::norm::Norm;
use crate::text::SafeText;

/// A question put to a seat.
#[derive(Clone, Debug)]
pub struct Decision {
    pub id: DecisionId,
    pub seat: SeatId,
    pub title: SafeText,
    /// What is to be decided, a block of text.
    pub text: SafeText,
    pub opens: Opens,
    /// Turns it stays open, at least 1. Unanswered at the end of the last, the default is taken.
    pub stays: u16,
    /// At least two, in the author's order.
    pub choices: Vec<ChoiceId>,
    /// Taken when nobody answers in time; without one the decision just closes.
    pub default: Option<ChoiceId>,
    pub objectives: Vec<ObjectiveId>,
}

/// When a decision opens, in a Brief, once: when everything named here holds.
#[derive(Clone, Debug, Default)]
pub struct Opens {
    /// The first turn in which it may.
    pub from: u16,
    /// The last turn in which it may; `u16::MAX` for no last.
    pub to: u16,
    pub after: Option<InjectId>,
    pub condition: Option<ExprId>,
}

/// One alternative.
#[derive(Clone, Debug)]
pub struct Choice {
    pub id: ChoiceId,
    pub decision: DecisionId,
    pub family: Family,
    /// A short imperative line.
    pub label: SafeText,
    /// What it means in practice, a block of text.
    pub text: SafeText,
    pub cost: Cost,
    /// When it is possible; told as impossible otherwise, with `unless` as the reason.
    pub condition: Option<ExprId>,
    /// Why it is not possible when the condition fails.
    pub unless: SafeText,
    pub effects: Vec<Effect>,
    pub norms: Vec<(Norm, Bearing)>,
    pub advisers: Advisers,
    /// What the debrief says about it.
    pub note: SafeText,
    /// What every seat hears of it in the Reveal; empty if it stays unseen.
    pub seen: SafeText,
    /// The author means it to be a trap.
    pub intended_trap: bool,
}

/// What a choice costs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cost {
    pub hours: i32,
    pub capital: i32,
}

/// Three advisers' lines. They disagree for good reasons.
#[derive(Clone, Debug, Default)]
pub struct Advisers {
    pub technical: SafeText,
    pub legal: SafeText,
    pub political: SafeText,
}

/// Something a seat can do in any turn, beside the decisions.
#[derive(Clone, Debug)]
pub struct Action {
    pub id: ActionId,
    pub family: Family,
    /// Who may.
    pub seats: Vec<SeatId>,
    pub label: SafeText,
    pub text: SafeText,
    pub cost: Cost,
    pub condition: Option<ExprId>,
    pub unless: SafeText,
    /// Turns until the same seat may again; 0 for at once, `u16::MAX` for never.
    pub cooldown: u16,
    /// May be taken in turn 0.
    pub in_prep: bool,
    pub effects: Vec<Effect>,
    pub norms: Vec<(Norm, Bearing)>,
    pub note: SafeText,
    pub seen: SafeText,
}
