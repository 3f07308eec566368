//! The author's expert path: what somebody who knows the trade would do, for the lab and the debrief to compare with.

use crate::model::ActionId;
use crate::model::ActorId;
use crate::model::ChoiceId;
use crate::model::CommunityId;
use crate::model::DutyId;
use crate::model::FactId;
use crate::model::SeatId;
use crate::model::ZoneId;
use crate::model::marking::Tlp;

/// What one seat does in one turn of the expert path. Turns without a row are held.
#[derive(Clone, Debug)]
pub struct ExpertRow {
    pub seat: SeatId,
    pub turn: u16,
    /// In the order in which they are sealed.
    pub deeds: Vec<Deed>,
}

/// One thing an expert does: an answer to a decision, or a standing action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    Answer(ChoiceId),
    /// A standing action of the author's.
    Take(ActionId),
    /// Passes a fact, or its derived version, on.
    Share {
        fact: FactId,
        to: ActorId,
        tlp: Tlp,
        derived: bool,
    },
    Analyse(FactId),
    Derive(FactId),
    Advise(FactId),
    Report(DutyId),
    Determine(DutyId),
    Respond(DutyId),
    RequestContainment(ZoneId),
    Notify(CommunityId),
    Ask(ActorId),
    KeepInTouch(ActorId),
    /// Any act, as its author wrote it.
    Written(Box<WrittenAct>),
}

/// An act as in an author's test: `Mandate(AskPermit(permit: "abroad"))`. Row `lab` reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenAct {
    pub text: Box<str>,
    /// Where it stands: the number of the file in the loader's list of sources, and the bytes in it.
    pub file: u32,
    pub start: u32,
    pub end: u32,
}
