//! What happens in attribution, and what a seat can do.

use serde::Deserialize;
use serde::Serialize;

use crate::model::ActorId;
use crate::model::FactId;
use crate::model::HypothesisId;
use crate::model::ledger::attribution::Certainty;
use crate::model::ledger::attribution::Contribution;
use crate::model::ledger::attribution::Doctrine;
use crate::model::ledger::attribution::Gate;
use crate::model::ledger::shape::Few;
use crate::model::time::ExerciseTime;

/// What a procedure ends in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Outcome {
    /// Named in public.
    Named,
    /// The act condemned, without a name.
    Unnamed,
    /// A private démarche.
    Demarche,
    Deferred,
}

/// How the accused answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Answer {
    Denies,
    AsksForProof,
    CounterAccuses,
}

/// Why a word is worth more or less.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Worth {
    /// As an author wrote it.
    Told,
    /// Gates of its own procedure were skipped.
    Skipped,
    /// It cited norms that the evidence does not support.
    Citation,
    /// It was asked for proof and had nothing to show.
    Proof,
    /// It was asked for proof and had it.
    Shown,
    /// It acted against its own doctrine or threshold.
    Doctrine,
    /// Its procedure was complete and the evidence carried it.
    Procedure,
    /// It waited where little was known.
    Patience,
    /// What it named was found wrong.
    Wrong,
    /// That it had bought its certainty came out.
    Bought,
    /// A court found for it.
    Court,
    /// A text it had put forward named somebody beyond what its evidence says.
    Text,
}

/// What happens in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Event {
    /// What an actor makes of a hypothesis beyond the facts it holds.
    ConfidenceMoved {
        actor: ActorId,
        hypothesis: HypothesisId,
        by: i32,
        now: i32,
    },
    /// Certainty was bought; it may come to light.
    Bought {
        by: ActorId,
        hypothesis: HypothesisId,
        leaks: i32,
    },
    BoughtOut {
        by: ActorId,
        hypothesis: HypothesisId,
    },
    PublicMoved {
        hypothesis: HypothesisId,
        by: i32,
        now: i32,
    },
    CredenceMoved {
        actor: ActorId,
        by: i32,
        now: i32,
        why: Worth,
    },
    DoctrineAdopted {
        by: ActorId,
        doctrine: Doctrine,
    },
    ThresholdSet {
        by: ActorId,
        certainty: Certainty,
    },
    CaseOpened {
        of: ActorId,
        hypothesis: HypothesisId,
    },
    GatePassed {
        of: ActorId,
        gate: Gate,
        by: ActorId,
    },
    GateSkipped {
        of: ActorId,
        gate: Gate,
    },
    /// The paper on confidence: what the evidence says, and what of it can be shown.
    PaperWritten {
        of: ActorId,
        points: i32,
        shown: i32,
        certainty: Certainty,
    },
    /// A CERT contributed, or declined to.
    Contributed {
        by: ActorId,
        hypothesis: HypothesisId,
        how: Contribution,
        to: Option<ActorId>,
        points: i32,
    },
    AlliesBriefed {
        by: ActorId,
        hypothesis: HypothesisId,
    },
    Decided {
        by: ActorId,
        hypothesis: HypothesisId,
        outcome: Outcome,
        cites: Few,
        shown: i32,
        has_briefed: bool,
    },
    Answered {
        by: ActorId,
        hypothesis: HypothesisId,
        accused: ActorId,
        answer: Answer,
    },
    /// Whether being named deterred.
    Weighed {
        by: ActorId,
        hypothesis: HypothesisId,
        deterred: bool,
    },
    FoundWrong {
        by: ActorId,
        hypothesis: HypothesisId,
    },
    ReleaseAsked {
        by: ActorId,
        fact: FactId,
        due: ExerciseTime,
    },
    ReleaseAnswered {
        by: ActorId,
        fact: FactId,
        granted: bool,
    },
    Preserved {
        by: ActorId,
        fact: FactId,
    },
    /// A firm or team published what it has on who did it.
    Reported {
        by: ActorId,
        hypothesis: HypothesisId,
        points: i32,
    },
    /// A public report came before a state had decided.
    Overtaken {
        of: ActorId,
        by: ActorId,
    },
    CourtAsked {
        by: ActorId,
        hypothesis: HypothesisId,
    },
    CourtFound {
        by: ActorId,
        hypothesis: HypothesisId,
        finds: bool,
    },
}

/// What a seat can do by its rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Act {
    /// A ministry says in public how its state attributes: it names, it speaks together with others, or it keeps its view to itself.
    AdoptDoctrine { doctrine: Doctrine },
    /// A CERT says from what confidence on it contributes.
    SetThreshold { certainty: Certainty },
    /// The request: the procedure begins.
    OpenCase { hypothesis: HypothesisId },
    /// Does one's own gate of a procedure.
    PassGate { of: ActorId, gate: Gate },
    /// Goes on without one of the gates: quicker, and each costs political capital and credence.
    SkipGate { gate: Gate },
    /// A CERT's part in its ministry's procedure: in public, in confidence, through a panel of peers, or nothing.
    Contribute {
        hypothesis: HypothesisId,
        how: Contribution,
    },
    /// Asks the owner of a fact that may not be shown for a version that may.
    AskRelease { fact: FactId },
    /// Keeps a fact as evidence for a court, before the restoration writes over it.
    Preserve { fact: FactId },
    /// Tells friendly states beforehand what is about to be said, so that they do not read it in the newspaper.
    BriefAllies,
    /// Names in public, citing these of the eleven norms.
    Name { cites: Few },
    /// Condemns the act without a name.
    Unnamed { cites: Few },
    /// Writes to the accused in private, and says nothing in public.
    Demarche,
    /// Puts the decision off: for lack of evidence, or of will.
    Defer,
    /// A firm or a team publishes what it has on who did it.
    PublishReport { hypothesis: HypothesisId },
    /// Takes a hypothesis to a court, with what was preserved.
    GoToCourt { hypothesis: HypothesisId },
}
