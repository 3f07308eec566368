//! Norms: who upheld or strained what, with the act as evidence.

use crate::model::ActorId;
use crate::model::norm::Norm;
use crate::text::SafeText;

/// The baseline the responsibility profile starts from.
#[derive(Clone, Debug, Default)]
pub struct NormRules {
    /// What is expected of an actor in this story, shown beside its deviations.
    pub baselines: Vec<Baseline>,
}

/// One expectation of one actor.
#[derive(Clone, Debug)]
pub struct Baseline {
    pub actor: ActorId,
    pub norm: Norm,
    pub text: SafeText,
}
