//! The adversary: somebody without a seat who acts by its own aims, adapts to what it sees, and has limits.
//!
//! After "The Cuckoo's Egg" and every incident report since: intruders read what is published about them, leave what is watched,
//! lie low or strike back when they are named, keep office hours, and make mistakes that leave traces.

use crate::model::ActorId;
use crate::model::ExprId;
use crate::model::FactId;
use crate::model::ZoneId;
use crate::model::effect::Effect;
use crate::model::ledger::shape::parameters;
use crate::model::ledger::shape::words;
use crate::text::SafeText;

words! {
    /// What a move is for.
    pub enum Aim {
        /// Getting further in.
        Spread,
        /// Doing damage, or threatening it.
        Damage,
        /// Money: encrypting, extorting, leaking what was not paid for.
        Money,
        /// Setting people against each other or on a false trail.
        Discord,
        /// Not being found: cleaning up, changing tools.
        Hide,
    }
}

/// Something an adversary can do.
#[derive(Clone, Debug)]
pub struct Move {
    /// The author's word for it: what its dice are keyed by.
    pub word: Box<str>,
    /// What it is, for the debrief.
    pub name: SafeText,
    /// What it takes of the adversary's resources.
    pub cost: i32,
    pub condition: Option<ExprId>,
    pub from: u16,
    pub to: u16,
    pub once: bool,
    pub cooldown: u16,
    pub aim: Aim,
    /// Where it is made, if it is made somewhere: a zone in which it was just taken down is left alone.
    pub zone: Option<ZoneId>,
    /// How much it is preferred over others.
    pub weight: i32,
    pub effects: Vec<Effect>,
    /// What a seat that sees a number moved by it is told; never who it was.
    pub why: SafeText,
    /// What it may leave behind, for whom to find, and how likely in per mille.
    pub traces: Vec<Trace>,
}

/// What a move may leave behind.
#[derive(Clone, Debug)]
pub struct Trace {
    pub fact: FactId,
    pub to: ActorId,
    pub chance: i32,
}

parameters! {
    /// Who it is, what it has and how careful it is.
    pub struct AdversaryRules {
        numbers {
            /// What it has at the start.
            start: 4, 0 to 1000, "points";
            /// What it gains a turn.
            resources: 2, 0 to 1000, "points";
            /// The most it can save up.
            reserve: 8, 0 to 1000, "points";
            /// How much it shuns what may leave traces, and how likely it goes quiet after a takedown and lies low when named.
            caution: 500, 0 to 1000, "per mille";
            /// How long it goes quiet; twice as long when it was named.
            quiet_turns: 1, 0 to 100, "turns";
            /// 1 if it works in the office hours of where it is; 0 if it never sleeps.
            sleeps: 0, 0 to 1, "yes or no";
            /// What it costs to change what a published indicator gives away; it does so as soon as it can afford it.
            rotate_cost: 1, 0 to 1000, "points";
            /// What an indicator is still worth to defenders after that.
            rotated_worth: 400, 0 to 1000, "per mille";
            /// How much more it wants to do damage, or less, once it was named and did not lie low.
            escalates: 3000, 0 to 10000, "per mille";
        }
        rows {
            /// Who it is; without one, nobody acts.
            actor: Option<ActorId>,
            /// What it can do.
            moves: Vec<Move>,
        }
    }
}
