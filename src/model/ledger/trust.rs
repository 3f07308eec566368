//! Trust: one number per ordered pair of actors. Slow to earn, fast to lose.

use crate::model::ActorId;

/// How trust starts and moves. Points on a scale from 0 to 100.
#[derive(Clone, Debug)]
pub struct TrustRules {
    /// Where a pair that is not listed starts.
    pub start: i32,
    /// Pairs that start elsewhere: who trusts whom, and how much.
    pub pairs: Vec<(ActorId, ActorId, i32)>,
    /// What receiving something useful adds to the receiver's trust in the giver.
    pub exchange: i32,
    /// Added on top when giver and receiver are in different regions and have exchanged before.
    pub across_regions: i32,
    /// Turns without contact until trust fades by one point a turn towards `floor`; 0 for never.
    pub fades_after: u16,
    /// Trust does not fade below this.
    pub floor: i32,
    /// Below this an actor answers no requests.
    pub closed_below: i32,
    /// Per mille of a political loss that reaches trust between two technical actors.
    pub insulation: i32,
    /// Hours for keeping in touch with somebody, and what it adds.
    pub contact_hours: i32,
    pub contact_gain: i32,
}

impl Default for TrustRules {
    fn default() -> Self {
        Self {
            start: 50,
            pairs: Vec::new(),
            exchange: 3,
            across_regions: 2,
            fades_after: 4,
            floor: 30,
            closed_below: 25,
            insulation: 300,
            contact_hours: 1,
            contact_gain: 2,
        }
    }
}
