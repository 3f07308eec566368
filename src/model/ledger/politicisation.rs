//! Politicisation: how far a CERT is seen as an instrument of its state's politics.
//!
//! One number per CERT, from 0 to 100. It rises when the CERT's work is quoted in a public attribution, when it is put on a
//! podium, tasked for intelligence, used against others (norm k) or held by political order, and falls slowly with quiet
//! technical work. Two discussions stand behind it: that intervention by governments can damage networks of trust, and that
//! political decisions should not stop response teams. All sizes are illustrative: nobody has measured them.

use crate::model::ActorId;
use crate::model::effect::Amount;
use crate::model::ledger::shape::effects;
use crate::model::ledger::shape::parameters;
use crate::model::ledger::shape::reads;
use crate::model::ledger::shape::words;

words! {
    /// To whom a CERT answers: its line in the organigram.
    pub enum Line {
        /// Nobody but its own statute.
        Independent,
        /// A regulator or a communications authority.
        Regulator,
        /// A ministry.
        Ministry,
        /// An intelligence or security service.
        Service,
    }
}

impl Line {
    /// How much of what politicises reaches a team on this line, in per mille.
    pub fn exposure(self) -> i32 {
        match self {
            Line::Independent => 700,
            Line::Regulator => 900,
            Line::Ministry => 1100,
            Line::Service => 1500,
        }
    }
}

words! {
    /// What a ministry instructs a CERT to do.
    pub enum Order {
        /// Operational: extra hands and hours for the work it is doing anyway.
        Support,
        /// Political: stand on the minister's podium and be quoted.
        Podium,
        /// Political: collect for those who collect.
        Tasking,
    }
}

impl Order {
    /// Whether it is a political instruction and not an operational one.
    pub fn is_political(self) -> bool {
        self != Order::Support
    }
}

/// A CERT with a history.
#[derive(Clone, Debug)]
pub struct Team {
    pub cert: ActorId,
    /// Where it starts, 0 to 100.
    pub start: i32,
    pub line: Line,
}

parameters! {
    /// How it starts and moves.
    pub struct Rules {
        numbers {
            /// Where a CERT starts that is not listed.
            start: 10, 0 to 100, "points";
            /// Added when its ministry puts it on a podium.
            podium: 10, 0 to 100, "points";
            /// Added when it is tasked for intelligence.
            tasking: 15, 0 to 100, "points";
            /// Added when it is used against others, which strains norm k.
            offensive: 35, 0 to 100, "points";
            /// Added when its work is put in a public attribution.
            quoted: 12, 0 to 100, "points";
            /// Added when it contributes to an attribution in confidence.
            confidential: 3, 0 to 100, "points";
            /// Added when it contributes through a panel of peers.
            panel: 1, 0 to 100, "points";
            /// Added each turn in which a political order holds its work in a zone.
            held: 4, 0 to 100, "points";
            /// Taken off each turn in which nothing politicised it and it was left to its work.
            quiet: 1, 0 to 100, "points";
            /// Taken off when it is let to speak for itself.
            own_voice: 6, 0 to 100, "points";
            /// Taken off when it refuses to be quoted.
            refuse: 5, 0 to 100, "points";
            /// Taken off when it publishes how it works.
            process: 4, 0 to 100, "points";
            /// Trust a ministry loses in a CERT that refuses to be quoted.
            refuse_cost: 3, 0 to 100, "points";
            /// Turns for which a refusal keeps it off the podium.
            refuse_turns: 3, 0 to 100, "turns";
            /// From here on sharing from other regions narrows.
            narrows_at: 35, 0 to 100, "points";
            /// From here on nobody in other regions answers at all.
            shut_at: 80, 0 to 101, "points";
            /// Trust that teams of other regions lose in it each turn from `narrows_at` on.
            chill: 1, 0 to 100, "points";
            /// Of what insulates technical trust from politics, how much a fully politicised team has lost.
            insulation_lost: 800, 0 to 1000, "per mille";
            /// Trust that everybody gains in it by a process paper, two turns after it.
            process_gain: 2, 0 to 100, "points";
            /// Hours of a ministry's order.
            order_hours: 1, 0 to 100, "hours";
            /// Hours to let a team speak for itself.
            voice_hours: 1, 0 to 100, "hours";
            /// Hours to publish how one works.
            process_hours: 3, 0 to 100, "hours";
            /// Hours to put a team under another line of command.
            line_hours: 3, 0 to 100, "hours";
            /// Political capital that the podium gives.
            podium_gain: 1, 0 to 100, "capital";
            /// Political capital to let a team speak for itself.
            voice_capital: 1, 0 to 100, "capital";
            /// Political capital to put it under another line.
            line_capital: 2, 0 to 100, "capital";
            /// Hours that operational support adds to the CERT's next turn.
            support_hours: 2, 0 to 100, "hours";
        }
        rows {
            /// The CERTs it is kept for; where none is listed no seat has acts of this ledger.
            teams: Vec<Team>,
        }
    }
}

effects! {
    /// What an author asks of it.
    pub enum Effect {
        /// Moves how politicised a CERT is, in points from 0 to 100.
        Politicise "politicise" { cert: ActorId, by: Amount },
        /// Gives a CERT an instruction, which is logged as political or operational.
        Instruct "instruct" { cert: ActorId, order: Order },
        /// Uses a CERT against others: it strains norm k and politicises it at once.
        UseOffensively "use_offensively" { cert: ActorId },
        /// Puts a CERT on another line of the organigram.
        PutUnder "put_under" { cert: ActorId, line: Line },
    }
}

reads! {
    /// What expressions read of it.
    pub enum Read {
        /// `politicised.CERT`: 0 to 100.
        Politicised "politicised" (ActorId) -> Number,
        /// `political_orders.CERT`: political instructions it was given so far.
        PoliticalOrders "political_orders" (ActorId) -> Number,
        /// `operational_orders.CERT`: operational instructions it was given so far.
        OperationalOrders "operational_orders" (ActorId) -> Number,
    }
}
