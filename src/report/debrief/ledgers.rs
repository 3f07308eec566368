//! What the ledgers come to: sharing, profiles, duties, harm, home and abroad, the course of every number.

use serde::Serialize;

use crate::engine::view::DutyStatus;
use crate::model::norm::Bearing;
use crate::report::debrief::Moment;
use crate::text::SafeText;

/// Who told whom what.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct SharingPart {
    pub passed: Vec<Passing>,
    pub breaches: Vec<BreachPart>,
    /// Facts that never left whoever had them at the beginning.
    pub kept: Vec<SafeText>,
}

/// A fact passed on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Passing {
    pub at: Moment,
    pub fact: SafeText,
    pub from: SafeText,
    pub to: SafeText,
    pub label: SafeText,
    pub derived: bool,
    pub breach: bool,
    /// How it went: shared, by inject, by advisory, on request.
    pub way: SafeText,
}

/// A fact that left the boundary of its label.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BreachPart {
    pub at: Moment,
    pub fact: SafeText,
    pub by: SafeText,
    pub to: SafeText,
    pub label: SafeText,
    /// From its source to where it leaked.
    pub path: Vec<SafeText>,
    /// When it came to light.
    pub found: Option<Moment>,
    /// What it cost, once found.
    pub cost: Vec<SafeText>,
}

/// An actor's responsibility profile: a baseline and what departed from it. Never a score.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProfilePart {
    pub actor: SafeText,
    pub is_state: bool,
    pub is_own: bool,
    pub rows: Vec<NormPart>,
}

/// One norm in a profile.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NormPart {
    pub norm: SafeText,
    /// What was expected of this actor in this story; empty if the author wrote nothing.
    pub baseline: SafeText,
    pub acts: Vec<NormAct>,
}

/// An act that bore on a norm.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NormAct {
    pub at: Moment,
    pub bearing: Bearing,
    pub bearing_word: SafeText,
    pub contested: bool,
    /// The act, as evidence.
    pub evidence: SafeText,
    /// Why, in the words of whoever did it: the note to a departure.
    pub rationale: SafeText,
}

/// A reporting duty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DutyPart {
    pub name: SafeText,
    pub about: SafeText,
    pub seat: SafeText,
    pub is_own: bool,
    pub recipient: SafeText,
    pub trigger: SafeText,
    pub status: DutyStatus,
    pub status_word: SafeText,
    pub started: Option<Moment>,
    pub due: Option<Moment>,
    /// When it was reported, in time or late.
    pub reported: Option<Moment>,
    /// What else there is to say: how much was reported, what was known when, who answered, whose calendar would have given longer.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub remarks: Vec<SafeText>,
    pub modelled_on: SafeText,
}

/// What a community suffered. True numbers, in points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HarmPart {
    pub community: SafeText,
    pub about: SafeText,
    pub region: SafeText,
    pub direct: i32,
    pub secondary: i32,
    pub latent: i32,
    /// 0 (nobody knew) to 100 (documented).
    pub evidence: i32,
    /// When its people were last told, by turn.
    pub notified: Option<u16>,
    /// Direct and secondary harm at the end of each turn.
    pub course: Vec<i32>,
    /// What it came from, most first.
    pub came_from: Vec<SafeText>,
}

/// What a home went through, and what went out of it to others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BorderPart {
    /// The organisations that are at home there.
    pub whose: SafeText,
    pub is_own: bool,
    pub home: Tally,
    pub abroad: Tally,
    /// Organisations compromised elsewhere by way of here, and here by way of elsewhere.
    pub went_out: i32,
    pub came_in: i32,
}

/// Numbers of several zones and communities together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Organisations in all.
    pub organisations: i32,
    /// Compromised at the end, and when it was worst.
    pub compromised: i32,
    pub worst: i32,
    pub contained: i32,
    /// Direct and secondary harm, in points.
    pub harm: i32,
}

/// What a technical seat's work meant between states.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DiplomacyPart {
    pub seat: SafeText,
    pub is_own: bool,
    pub lines: Vec<SafeText>,
}

/// A way of taking agreed norms seriously.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Pillar {
    Implement,
    Monitor,
    Capacitate,
    Attribute,
}

impl Pillar {
    pub const ALL: [Pillar; 4] = [
        Pillar::Implement,
        Pillar::Monitor,
        Pillar::Capacitate,
        Pillar::Attribute,
    ];

    /// The catalogue's key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Pillar::Implement => "debrief-pillar-implement",
            Pillar::Monitor => "debrief-pillar-monitor",
            Pillar::Capacitate => "debrief-pillar-capacitate",
            Pillar::Attribute => "debrief-pillar-attribute",
        }
    }
}

/// What a state came to, and what it did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StatePart {
    pub state: SafeText,
    pub is_own: bool,
    /// Of a hundred organisations at home, how many were not compromised; `None` if nobody counts them.
    pub continuity: Option<Stood>,
    /// What others think of its organs, 0 to 100, on average of those whose mind changed; `None` if nobody's did.
    pub trust: Option<Stood>,
    /// All four, in their order.
    pub pillars: Vec<PillarPart>,
}

/// A number at the beginning, when it was worst, and at the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Stood {
    pub start: i32,
    pub worst: i32,
    pub end: i32,
}

/// What a state did for one pillar, each act with its turn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PillarPart {
    pub pillar: Pillar,
    pub name: SafeText,
    pub acts: Vec<SafeText>,
}

/// What a chart is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum ChartGroup {
    Situation,
    Spread,
    People,
    /// What the others think of a seat's organisation.
    TrustIn,
    /// What a seat's organisation thinks of the others.
    TrustOut,
}

/// The course of one or more numbers over the turns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Chart {
    pub group: ChartGroup,
    pub title: SafeText,
    pub about: SafeText,
    /// The scale.
    pub floor: i32,
    pub ceiling: i32,
    /// `start`, `1`, `2` …: one for each value of a series.
    pub ticks: Vec<SafeText>,
    pub series: Vec<Series>,
    /// Whether more is better; `None` if nobody can say.
    pub more_is_better: Option<bool>,
}

/// One number over the turns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Series {
    pub label: SafeText,
    pub values: Vec<i32>,
}
