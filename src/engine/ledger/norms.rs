//! Norms: who upheld or strained what, with the causing event as evidence. A profile, never a score.

use serde::Deserialize;
use serde::Serialize;

use crate::model::ActorId;
use crate::model::norm::Bearing;
use crate::model::norm::Norm;

/// What happens to responsibility profiles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NormEvent {
    Noted {
        actor: ActorId,
        norm: Norm,
        bearing: Bearing,
        contested: bool,
    },
}
