//! What an author asks the ledgers for. Data: a ledger turns it into events, and only what is deferred is logged as it is.

use serde::Deserialize;
use serde::Serialize;

use crate::model::ActorId;
use crate::model::CommunityId;
use crate::model::DutyId;
use crate::model::EndingId;
use crate::model::ExprId;
use crate::model::FactId;
use crate::model::FunctionId;
use crate::model::InjectId;
use crate::model::MeterId;
use crate::model::SeatId;
use crate::model::ZoneId;
use crate::model::ledger::book::BookEffect;
use crate::model::marking::Tlp;
use crate::model::norm::Bearing;
use crate::model::norm::Norm;

/// A whole number, written down or computed when the effect is applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Amount {
    Fixed(i32),
    /// Clamped to plus or minus one million.
    Computed(ExprId),
}

/// One thing an author asks for. RON writes it as `Trust(from: "ncert", to: "mfa", by: 3)`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Effect {
    /// Moves a meter; clamped to its range.
    Meter { meter: MeterId, by: Amount },
    /// Moves the trust `from` has in `to`; clamped to 0 to 100.
    Trust {
        from: ActorId,
        to: ActorId,
        by: Amount,
    },
    /// Gives a fact to an actor, under a label (the fact's own if none is named).
    Tell {
        fact: FactId,
        to: ActorId,
        tlp: Option<Tlp>,
    },
    /// The source changes the label of a fact for everybody who holds it.
    Relabel { fact: FactId, tlp: Tlp },
    /// Makes exposed organisations of a zone compromised (or back, when negative).
    Infect { zone: ZoneId, by: Amount },
    /// Makes compromised organisations of a zone contained.
    Contain { zone: ZoneId, by: Amount },
    /// Changes how fast a zone's incident spreads, in per mille of its own rate; 1000 is unchanged. Lasts `turns`.
    Slow { zone: ZoneId, to: i32, turns: u8 },
    /// Stops or lets go requests for containment in a zone: a hold on the CERT.
    Freeze { zone: ZoneId, on: bool },
    /// Harm to a community.
    Harm {
        community: CommunityId,
        kind: HarmKind,
        by: Amount,
    },
    /// Evidence about a community's harm, 0 to 100: narrows the range everybody sees.
    Evidence { community: CommunityId, by: Amount },
    /// An act that bore on a norm.
    Norm {
        actor: ActorId,
        norm: Norm,
        bearing: Bearing,
        contested: bool,
    },
    /// Starts a duty's clock now.
    StartDuty { duty: DutyId },
    /// Meets a duty now.
    MeetDuty { duty: DutyId },
    /// Stops a duty's clock without meeting or missing it.
    StopDuty { duty: DutyId },
    /// From now on who reports is not held to account for it, or is again.
    SafeHarbour { on: bool },
    /// Gives or takes political capital.
    Capital { seat: SeatId, by: Amount },
    /// Gives or takes hours in the seat's next turn.
    Hours { seat: SeatId, by: Amount },
    /// Delivers an inject in the next Brief, whatever its own condition says.
    Deliver { inject: InjectId },
    /// Keeps an inject from being delivered from now on.
    Cancel { inject: InjectId },
    /// Ends the exercise with this ending at the end of the turn.
    End { ending: EndingId },
    /// What one of the rule book's ledgers does; RON and Rhai name it by itself.
    Book(BookEffect),
    /// Effects that come so many turns later.
    Later { turns: u8, effects: Vec<Effect> },
    /// Effects under a condition.
    If {
        when: ExprId,
        then: Vec<Effect>,
        otherwise: Vec<Effect>,
    },
    /// One of several, drawn by weight.
    Draw { branches: Vec<Branch> },
    /// Whatever a script function returns.
    Call { function: FunctionId },
}

/// One branch of an [`Effect::Draw`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Branch {
    pub weight: u16,
    pub effects: Vec<Effect>,
}

/// What harm is (after the harm-methodology literature): done to people, following from it, or not yet felt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum HarmKind {
    Direct,
    Secondary,
    Latent,
}

/// Whether a list of effects has one of a kind in it, at once, later, or in a branch.
pub fn any(effects: &[Effect], is: &impl Fn(&Effect) -> bool) -> bool {
    effects.iter().any(|effect| {
        is(effect)
            || match effect {
                Effect::Later { effects, .. } => any(effects, is),
                Effect::Draw { branches, .. } => {
                    let mut branches = branches.iter();
                    branches.any(|branch| any(&branch.effects, is))
                }
                Effect::If {
                    then, otherwise, ..
                } => any(then, is) || any(otherwise, is),
                _ => false,
            }
    })
}
