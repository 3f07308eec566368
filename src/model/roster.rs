//! Who is in the story, and who sits at the table.

use serde::Deserialize;
use serde::Serialize;

use crate::model::ActorId;
use crate::model::ExprId;
use crate::model::RegionId;
use crate::model::SeatId;
use crate::model::calendar::Calendar;
use crate::model::calendar::UtcOffset;
use crate::text::SafeText;

/// What an organisation is. It decides what the engine's rules let it do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ActorKind {
    /// A computer emergency response team.
    Cert,
    /// A ministry of foreign affairs.
    Ministry,
    /// Another part of a government.
    Government,
    /// A maker of software, hardware or services.
    Vendor,
    /// A supervisory authority.
    Regulator,
    /// Police or prosecution.
    Police,
    /// An intelligence service.
    Service,
    /// A non-governmental organisation.
    Ngo,
    /// A newspaper, agency or station.
    Press,
    /// A university or laboratory.
    Academic,
    /// A regional body or other convener.
    Body,
    /// An operator of infrastructure or another firm.
    Operator,
    /// Who is behind the incident.
    Adversary,
}

impl ActorKind {
    /// Whether it is an organ of a state.
    pub fn is_state(self) -> bool {
        matches!(
            self,
            ActorKind::Ministry
                | ActorKind::Government
                | ActorKind::Regulator
                | ActorKind::Police
                | ActorKind::Service
        )
    }

    /// Whether it works in the technical community, whose trust is insulated from politics.
    pub fn is_technical(self) -> bool {
        matches!(
            self,
            ActorKind::Cert | ActorKind::Vendor | ActorKind::Academic
        )
    }
}

/// An organisation in the story.
#[derive(Clone, Debug)]
pub struct Actor {
    pub id: ActorId,
    pub name: SafeText,
    /// A short form of at most 12 columns, for tables.
    pub short: SafeText,
    pub kind: ActorKind,
    pub region: Option<RegionId>,
    /// One or two sentences a seat may read about it from the start.
    pub about: SafeText,
    /// The state it acts for: norms speak to states, and an act reaches a state's profile only through this.
    pub acts_for: Option<ActorId>,
    /// Where its clocks are, if not where its region's are.
    pub utc_offset: Option<UtcOffset>,
    /// When it works, if not when its region does.
    pub calendar: Option<Calendar>,
}

/// What a seat is for; decides which standing actions it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum SeatKind {
    Cert,
    Ministry,
    Vendor,
    Regulator,
    Ngo,
    Press,
}

/// A position at the table.
#[derive(Clone, Debug)]
pub struct Seat {
    pub id: SeatId,
    /// The organisation it speaks for; no two seats share one.
    pub actor: ActorId,
    pub kind: SeatKind,
    pub title: SafeText,
    /// The role card's story, a block of text.
    pub brief: SafeText,
    pub aims: Vec<SafeText>,
    pub authority: Vec<SafeText>,
    /// What the seat may not do.
    pub limits: Vec<SafeText>,
    /// Whom it knows, by name of organisation, with a remark.
    pub contacts: Vec<Contact>,
    /// Working hours a turn.
    pub hours: i32,
    /// Political capital at `StartEx`.
    pub capital: i32,
    /// Capital regained a turn, up to the start value.
    pub capital_regain: i32,
    /// What the seat wants, for bots, the debrief and the lab.
    pub wants: Vec<Want>,
    /// The profile that typically plays it (a word of the bots' data).
    pub bot: Option<Box<str>>,
}

/// Somebody a seat knows from the start.
#[derive(Clone, Debug)]
pub struct Contact {
    pub actor: ActorId,
    pub remark: SafeText,
}

/// One thing a seat wants: more of `value`, times `weight`.
#[derive(Clone, Debug)]
pub struct Want {
    pub text: SafeText,
    /// A number; read through the seat's lens, so it should name only what the seat can see.
    pub value: ExprId,
    pub weight: i32,
}
