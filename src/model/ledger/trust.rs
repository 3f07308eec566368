//! Trust: one number per ordered pair of actors. Slow to earn, fast to lose.

use crate::model::ActorId;
use crate::model::ledger::shape::parameters;

parameters! {
    /// How trust starts and moves. Points on a scale from 0 to 100.
    pub struct TrustRules {
        numbers {
            /// Where a pair that is not listed starts.
            start: 50, 0 to 100, "points";
            /// What receiving something useful adds to the receiver's trust in the giver.
            exchange: 3, 0 to 100, "points";
            /// Added on top when giver and receiver are in different regions and have exchanged before.
            across_regions: 2, 0 to 100, "points";
            /// Turns without contact until trust fades by one point a turn towards `floor`; 0 for never.
            fades_after: 4, 0 to 1000, "turns";
            /// Trust does not fade below this.
            floor: 30, 0 to 100, "points";
            /// Below this an actor answers no requests.
            closed_below: 25, 0 to 100, "points";
            /// The part of a political loss that reaches trust between two technical actors.
            insulation: 300, 0 to 1000, "per mille";
            /// For keeping in touch with somebody.
            contact_hours: 1, 0 to 100, "hours";
            /// What keeping in touch adds.
            contact_gain: 2, 0 to 100, "points";
            /// What trust settles towards by itself, in every Resolve after everything else.
            settles_at: 50, 0 to 100, "points";
            /// How much it settles at a time; 0 for not at all.
            settles_by: 0, 0 to 100, "points";
            /// It settles in the turns whose number this divides.
            settles_every: 1, 1 to 1000, "turns";
        }
        rows {
            /// Pairs that start elsewhere: who trusts whom, and how much.
            pairs: Vec<(ActorId, ActorId, i32)>,
        }
    }
}
