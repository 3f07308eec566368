//! Why the rules refused a command. Part of play: the words are in `text`, under `rejection-…`.

use crate::engine::act::Act;
use crate::engine::command::CallKey;
use crate::engine::event::Step;
use crate::model::ActorId;
use crate::model::CommunityId;
use crate::model::DecisionId;
use crate::model::DutyId;
use crate::model::FactId;
use crate::model::InjectId;
use crate::model::SeatId;
use crate::model::ZoneId;
use crate::model::marking::Tlp;
use crate::text::SafeText;

/// Why the rules refused a command; carries ids and numbers only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rejection {
    /// The exercise has ended.
    Over,
    Paused,
    NotPaused,
    /// Sealing is for Commit.
    NotNow {
        step: Step,
    },
    /// In `InTurn` it is another seat's turn.
    NotYourTurn {
        seat: SeatId,
    },
    NotSealed {
        seat: SeatId,
    },
    /// More acts than a seat may seal.
    TooMany {
        most: usize,
    },
    /// The same act twice.
    Twice {
        act: Act,
    },
    /// Two answers to one decision.
    TwoAnswers {
        decision: DecisionId,
    },
    NotEnoughHours {
        needs: i32,
        has: i32,
    },
    NotEnoughCapital {
        needs: i32,
        has: i32,
    },
    /// One of the acts is not possible.
    Impossible {
        act: Act,
        why: Obstacle,
    },
    /// There is no such inject to fire or skip any more.
    AlreadyDelivered {
        inject: InjectId,
    },
    AlreadyCancelled {
        inject: InjectId,
    },
    /// The text is longer than a note may be.
    TooLong {
        most: usize,
    },
    /// A script's wall-clock fuse blew; state and events are worthless.
    Blown {
        call: CallKey,
    },
}

/// Why an act is not possible for a seat now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// The decision is not open to this seat.
    NotOpen {
        decision: DecisionId,
    },
    /// The author's condition does not hold; the author's own words say why.
    Author {
        unless: SafeText,
    },
    /// The standing action is another seat's.
    NotYours,
    /// Not in turn 0.
    NotInPreparation,
    /// Taken too recently, or once and for all.
    Cooling {
        until: Option<u16>,
    },
    /// The ledger is off in this scenario.
    LedgerOff,
    NotHeld {
        fact: FactId,
    },
    /// It would tell the actor nothing new.
    KnownAlready {
        fact: FactId,
        to: ActorId,
    },
    /// Its marking is national: it moves after a release decision only.
    NeedsRelease {
        fact: FactId,
    },
    /// There is no version without the source.
    CannotDerive {
        fact: FactId,
    },
    NotDerived {
        fact: FactId,
    },
    DerivedAlready {
        fact: FactId,
    },
    /// An advisory needs `TLP:CLEAR` or `TLP:GREEN`.
    LabelTooNarrow {
        fact: FactId,
        tlp: Tlp,
    },
    PublishedAlready {
        fact: FactId,
    },
    /// The label is as wide already.
    WideEnough {
        fact: FactId,
    },
    /// The asker is the source itself and may simply choose the label.
    YourOwn {
        fact: FactId,
    },
    VerifiedAlready {
        fact: FactId,
    },
    /// Not to oneself.
    Yourself,
    /// The other side answers nobody it trusts so little.
    ChannelClosed {
        to: ActorId,
    },
    /// Nobody shares with the adversary.
    NotReachable {
        to: ActorId,
    },
    /// A hold order keeps the CERT from acting in the zone.
    OnHold {
        zone: ZoneId,
    },
    NothingToContain {
        zone: ZoneId,
    },
    /// The seat has no business there.
    NotYourZone {
        zone: ZoneId,
    },
    NotYourCommunity {
        community: CommunityId,
    },
    NotRunning {
        duty: DutyId,
    },
    /// It alone costs more than a whole turn has.
    TooDear {
        hours: i32,
        has: i32,
    },
    TooDearCapital {
        capital: i32,
        has: i32,
    },
}
