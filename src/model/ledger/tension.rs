//! Tension: how near blocs are to a quarrel nobody wants, and how easily an act is misread.
//!
//! After the discussion of confidence-building measures: most escalation is an accident. A scan, a takedown abroad or an
//! outage nobody claimed has to be read by somebody, and who is tense reads badly. Asking first is cheap. Deterrence is not
//! counted on here.

use crate::model::ActorId;
use crate::model::BlocId;
use crate::model::effect::Amount;
use crate::model::ledger::shape::effects;
use crate::model::ledger::shape::parameters;
use crate::model::ledger::shape::reads;
use crate::model::ledger::shape::words;
use crate::text::SafeText;

parameters! {
    /// How it starts and moves.
    pub struct Rules {
        numbers {
            /// Tension between two blocs of which the author says nothing.
            start: 20, 0 to 100, "points";
            /// How much tension falls towards its start in a turn by itself.
            calming: 1, 0 to 100, "points a turn";
            /// Chance that an ambiguous act is misread where there is no tension.
            misread: 60, 0 to 1000, "per mille";
            /// What each point of tension adds to it.
            misread_each: 6, 0 to 100, "per mille";
            /// What is left of the chance if the two have spoken since.
            explained: 250, 0 to 1000, "per mille";
            /// What a misread act adds to the tension.
            misread_rise: 12, 0 to 100, "points";
            /// What a call on the hotline of the confidence-building measures takes off, at once.
            hotline_lowers: 3, 0 to 100, "points";
            /// What a consultation between the political points of contact takes off, when the answer comes a turn later.
            contact_lowers: 6, 0 to 100, "points";
            /// What a request through the 24/7 network of law enforcement takes off, at once.
            police_lowers: 1, 0 to 100, "points";
            /// What consulting one's allies adds.
            alliance_raises: 6, 0 to 100, "points";
            /// What allies who were consulted think better of one.
            alliance_trust: 4, 0 to 100, "points of trust";
            /// What a call on the hotline costs.
            hotline_hours: 1, 0 to 100, "hours";
            /// What a consultation between the political points of contact costs.
            contact_hours: 3, 0 to 100, "hours";
            /// What a request through law enforcement costs.
            police_hours: 2, 0 to 100, "hours";
            /// What consulting one's allies costs.
            alliance_hours: 2, 0 to 100, "hours";
            /// From here on it is called high.
            high: 70, 1 to 100, "points";
            /// How much a call for sanctions at home adds to the tension in a turn.
            pressure_raises: 1, 0 to 100, "points a turn";
        }
        rows {
            /// Who stands together.
            blocs: Vec<Bloc>,
            /// Where tension starts, for each pair the author names.
            pairs: Vec<(BlocId, BlocId, i32)>,
        }
    }
}

/// Actors who stand together.
#[derive(Clone, Debug)]
pub struct Bloc {
    pub id: BlocId,
    pub name: SafeText,
    pub members: Vec<ActorId>,
}

words! {
    /// What can be read in two ways.
    pub enum Ambiguous {
        /// Somebody's systems were looked at from outside.
        Scan,
        /// Something was taken down on another's ground.
        Takedown,
        /// Something failed, and nobody has said why.
        Outage,
    }
}

words! {
    /// The ways two blocs speak, of different speed and weight in law.
    pub enum Channel {
        /// The hotline of the confidence-building measures: at once, and binds nobody.
        Hotline,
        /// The political points of contact: an answer a turn later, on paper.
        PointOfContact,
        /// The 24/7 network of law enforcement: keeps evidence in a form a court can use.
        Police,
    }
}

effects! {
    /// What an author asks of it.
    pub enum Effect {
        /// Moves the tension between two blocs, in points from 0 to 100.
        MoveTension "move_tension" { a: BlocId, b: BlocId, by: Amount },
        /// One bloc notices something that may have been the other's doing; a turn later it is read, rightly or not.
        NoticeAct "notice_act" { by: BlocId, seen_by: BlocId, act: Ambiguous },
        /// Two blocs speak, by one of the channels.
        ConsultBlocs "consult_blocs" { a: BlocId, b: BlocId, channel: Channel },
    }
}

reads! {
    /// What expressions read of it.
    pub enum Read {
        /// `tension.BLOC.BLOC`: 0 to 100.
        Tension "tension" (BlocId, BlocId) -> Number,
        /// `misread.BLOC.BLOC`: how many acts have been misread between them.
        Misread "misread" (BlocId, BlocId) -> Number,
        /// `consulted.BLOC.BLOC`: whether they have spoken in this turn or the last.
        Consulted "consulted" (BlocId, BlocId) -> Truth,
        /// `evidence_kept.BLOC.BLOC`: how often law enforcement has kept evidence for the other.
        EvidenceKept "evidence_kept" (BlocId, BlocId) -> Number,
    }
}
