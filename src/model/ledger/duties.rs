//! Duties: reporting clocks with their trigger words.

use serde::Deserialize;
use serde::Serialize;

use crate::model::ActorId;
use crate::model::DutyId;
use crate::model::ExprId;
use crate::model::SeatId;
use crate::model::effect::Effect;
use crate::model::time::Span;
use crate::text::SafeText;

/// The word the law starts the clock with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Trigger {
    Aware,
    Determines,
    Detects,
    Knows,
    Learns,
    ReasonablyBelieves,
}

/// A reporting duty.
#[derive(Clone, Debug)]
pub struct Duty {
    pub id: DutyId,
    pub name: SafeText,
    /// What it asks for and of whom, a sentence or two.
    pub about: SafeText,
    pub holder: SeatId,
    pub recipient: ActorId,
    pub trigger: Trigger,
    /// Starts the clock in the Brief or Resolve in which it becomes true; effects can start it too.
    pub starts: Option<ExprId>,
    /// From the start of the clock to the deadline.
    pub within: Span,
    /// Hours the report costs.
    pub hours: i32,
    pub on_met: Vec<Effect>,
    pub on_missed: Vec<Effect>,
    /// What the debrief says it is modelled on.
    pub modelled_on: SafeText,
}
