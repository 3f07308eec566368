//! Why the rules refused a command. Part of play: the words are in `text`, under `rejection-…`.

use crate::engine::act::Act;
use crate::engine::command::CallKey;
use crate::engine::event::Step;
use crate::engine::tell::Teller;
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
    NotHeld,
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
    /// Its clock starts with a determination of the seat's own, which the same plan may hold.
    NotDetermined {
        duty: DutyId,
    },
    /// Its clock runs or has run, or needs nobody's word.
    NothingToDetermine {
        duty: DutyId,
    },
    /// The law foresees none, or it has been asked for.
    NoExtension {
        duty: DutyId,
    },
    /// The law asks for more than a minimal report.
    MinimalNotEnough {
        duty: DutyId,
    },
    /// No report of this kind waits for an answer.
    NothingToAnswer {
        duty: DutyId,
    },
    /// A rule of one of the book's ledgers: the catalogue's key, and whom or until when it concerns.
    Rule {
        key: &'static str,
        actor: Option<ActorId>,
        until: Option<u16>,
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

impl Rejection {
    /// What the player reads: lower case, second person, no full stop.
    pub fn words(&self, teller: Teller<'_>) -> SafeText {
        let words = teller.words;
        match self {
            Rejection::Over => words.say("rejection-over"),
            Rejection::Paused => words.say("rejection-paused"),
            Rejection::NotPaused => words.say("rejection-not-paused"),
            Rejection::NotNow { step } => {
                let key = if *step < Step::Commit {
                    "rejection-too-early"
                } else {
                    "rejection-too-late"
                };
                words.say(key)
            }
            Rejection::NotYourTurn { seat } => words.fill(
                "rejection-not-your-turn",
                &[("seat", teller.seat(*seat).into())],
            ),
            Rejection::NotSealed { .. } => words.say("rejection-not-sealed"),
            Rejection::TooMany { most } => {
                words.fill("rejection-too-many", &[("most", (*most).into())])
            }
            Rejection::Twice { act } => {
                words.fill("rejection-twice", &[("act", teller.act(act).into())])
            }
            Rejection::TwoAnswers { decision } => {
                let title = &teller.scenario.decisions[decision.index()].title;
                words.fill("rejection-two-answers", &[("decision", title.into())])
            }
            Rejection::NotEnoughHours { needs, has } => words.fill(
                "rejection-hours",
                &[("needs", (*needs).into()), ("has", (*has).into())],
            ),
            Rejection::NotEnoughCapital { needs, has } => words.fill(
                "rejection-capital",
                &[("needs", (*needs).into()), ("has", (*has).into())],
            ),
            // What is not one's own is not named: it may be somebody's secret.
            Rejection::Impossible { why, .. } if why.is_of_others() => {
                words.fill("rejection-not-yours", &[("why", why.words(teller).into())])
            }
            Rejection::Impossible { act, why } => {
                let args = [
                    ("act", teller.act(act).into()),
                    ("why", why.words(teller).into()),
                ];
                words.fill("rejection-impossible", &args)
            }
            Rejection::AlreadyDelivered { inject } => {
                let title = &teller.scenario.injects[inject.index()].title;
                words.fill("rejection-delivered", &[("inject", title.into())])
            }
            Rejection::AlreadyCancelled { inject } => {
                let title = &teller.scenario.injects[inject.index()].title;
                words.fill("rejection-cancelled", &[("inject", title.into())])
            }
            Rejection::TooLong { most } => {
                words.fill("rejection-too-long", &[("most", (*most).into())])
            }
            Rejection::Blown { .. } => words.say("rejection-blown"),
        }
    }
}

impl Obstacle {
    /// Whether it stands in the way since the thing is another's, which a seat may not even know of.
    fn is_of_others(&self) -> bool {
        matches!(
            self,
            Obstacle::NotYours
                | Obstacle::NotOpen { .. }
                | Obstacle::NotHeld
                | Obstacle::NotYourZone { .. }
                | Obstacle::NotYourCommunity { .. }
                | Obstacle::NotRunning { .. }
                | Obstacle::NothingToAnswer { .. }
                | Obstacle::NotReachable { .. }
        )
    }

    /// What the player reads: why the act is not possible.
    pub fn words(&self, teller: Teller<'_>) -> SafeText {
        let words = teller.words;
        let fact =
            |key: &str, fact: &FactId| words.fill(key, &[("fact", teller.fact(*fact).into())]);
        let actor =
            |key: &str, actor: &ActorId| words.fill(key, &[("actor", teller.actor(*actor).into())]);
        match self {
            Obstacle::NotOpen { .. } => words.say("obstacle-not-open"),
            Obstacle::Author { unless } if unless.is_empty() => words.say("obstacle-condition"),
            Obstacle::Author { unless } => unless.clone(),
            Obstacle::NotYours => words.say("obstacle-not-yours"),
            Obstacle::NotInPreparation => words.say("obstacle-not-in-preparation"),
            Obstacle::Cooling { until: Some(turn) } => {
                words.fill("obstacle-cooling", &[("turn", (*turn).into())])
            }
            Obstacle::Cooling { until: None } => words.say("obstacle-once"),
            Obstacle::LedgerOff => words.say("obstacle-ledger-off"),
            Obstacle::NotHeld => words.say("obstacle-not-held"),
            Obstacle::KnownAlready { to, .. } => actor("obstacle-known", to),
            Obstacle::NeedsRelease { fact: what } => fact("obstacle-release", what),
            Obstacle::CannotDerive { fact: what } => fact("obstacle-cannot-derive", what),
            Obstacle::NotDerived { fact: what } => fact("obstacle-not-derived", what),
            Obstacle::DerivedAlready { fact: what } => fact("obstacle-derived-already", what),
            Obstacle::LabelTooNarrow { tlp, .. } => {
                words.fill("obstacle-label", &[("tlp", tlp.label().into())])
            }
            Obstacle::PublishedAlready { fact: what } => fact("obstacle-published", what),
            Obstacle::WideEnough { fact: what } => fact("obstacle-wide-enough", what),
            Obstacle::YourOwn { fact: what } => fact("obstacle-your-own", what),
            Obstacle::VerifiedAlready { fact: what } => fact("obstacle-verified", what),
            Obstacle::Yourself => words.say("obstacle-yourself"),
            Obstacle::ChannelClosed { to } => actor("obstacle-closed", to),
            Obstacle::NotReachable { to } => actor("obstacle-not-reachable", to),
            Obstacle::OnHold { zone } => {
                words.fill("obstacle-on-hold", &[("zone", teller.zone(*zone).into())])
            }
            Obstacle::NothingToContain { zone } => words.fill(
                "obstacle-nothing-down",
                &[("zone", teller.zone(*zone).into())],
            ),
            Obstacle::NotYourZone { .. } => words.say("obstacle-not-your-zone"),
            Obstacle::NotYourCommunity { .. } => words.say("obstacle-not-your-community"),
            Obstacle::NotRunning { .. } => words.say("obstacle-not-running"),
            Obstacle::NotDetermined { duty } => {
                let name = teller.duty(*duty);
                words.fill("obstacle-not-determined", &[("duty", name.into())])
            }
            Obstacle::NothingToDetermine { .. } => words.say("obstacle-nothing-to-determine"),
            Obstacle::NoExtension { .. } => words.say("obstacle-no-extension"),
            Obstacle::MinimalNotEnough { .. } => words.say("obstacle-minimal-not-enough"),
            Obstacle::NothingToAnswer { .. } => words.say("obstacle-nothing-to-answer"),
            Obstacle::Rule { key, actor, until } => {
                let name = actor.map(|actor| teller.actor(actor).clone());
                let args = [
                    ("actor", name.unwrap_or_default().into()),
                    ("turn", until.unwrap_or_default().into()),
                ];
                words.fill(key, &args)
            }
            Obstacle::TooDear { hours, has } => words.fill(
                "obstacle-hours",
                &[("needs", (*hours).into()), ("has", (*has).into())],
            ),
            Obstacle::TooDearCapital { capital, has } => words.fill(
                "obstacle-capital",
                &[("needs", (*capital).into()), ("has", (*has).into())],
            ),
        }
    }
}
