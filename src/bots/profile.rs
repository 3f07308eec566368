//! Doctrine profiles: temperaments as data. Each plays any seat; its name only says where it is typical.

use std::sync::OnceLock;

use serde::Deserialize;

use crate::bots::Bot;
use crate::bots::Sealed;
use crate::bots::weigh;
use crate::engine::dice::Dice;
use crate::engine::lens::Lens;
use crate::model::SeatId;
use crate::model::family::Family;

/// A temperament. Weights are points that add up to an act's score; shares and chances are in per mille.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    name: String,
    pub(super) families: Families,
    pub(super) audiences: Audiences,
    /// Taken off for each hour and each point of political capital.
    pub(super) hours: i32,
    pub(super) capital: i32,
    /// Shares of the turn's hours and of the capital at hand that it spends without need.
    pub(super) spends: i32,
    pub(super) stakes: i32,
    /// Taken off for leaving a label's boundary.
    pub(super) breach: i32,
    /// Added for a report that is due, and how many turns ahead it begins to feel so.
    pub(super) duty: i32,
    pub(super) ahead: i32,
    /// Added for containment where everything is compromised; in part, in proportion.
    pub(super) alarm: i32,
    /// Added for the people concerned when harm is in sight.
    pub(super) people: i32,
    /// Added for verifying, and taken off for passing on what nobody has verified.
    pub(super) evidence: i32,
    /// How eager it is to say in public who did it.
    pub(super) names: i32,
    /// How much it cares for a text in common, and how readily it gives way to win a signature.
    pub(super) gathers: i32,
    pub(super) yields: i32,
    /// How much it guards a response team's standing as a technical one.
    pub(super) insulates: i32,
    /// Added for looking after a relationship that has suffered.
    pub(super) repair: i32,
    /// Added to quiet families and taken off loud ones when its own standing is low: numbers it sees at a third or less.
    pub(super) prudence: i32,
    /// Added for restrictive and forceful entries of the response menu.
    pub(super) presses: i32,
    /// Added for speaking to the other side, at a tension of 50; in proportion at others.
    pub(super) calms: i32,
    /// Added for speaking in public.
    pub(super) speaks: i32,
    /// Of what it foresees for the seat's wants, how much counts.
    pub(super) wants: i32,
    /// Chance to sleep on a decision that can wait.
    pub(super) sleeps: i32,
    /// Up to so many points by lot.
    pub(super) noise: i32,
    /// What scores less is left.
    pub(super) bar: i32,
}

/// Leaning towards each family.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Families {
    share: i32,
    condemn: i32,
    escalate: i32,
    contain: i32,
    hold: i32,
}

/// Whom it likes to tell things.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Audiences {
    /// Whoever acts for the same state.
    pub(super) state: i32,
    /// The technical community of its own region, and of others.
    pub(super) peers: i32,
    pub(super) abroad: i32,
    /// Operators, who run the systems.
    pub(super) operators: i32,
    /// Regulators, police, other governments.
    pub(super) authorities: i32,
    /// The press, NGOs and everybody: the public.
    pub(super) public: i32,
}

impl Families {
    pub(super) fn of(self, family: Family) -> i32 {
        match family {
            Family::Share => self.share,
            Family::Condemn => self.condemn,
            Family::Escalate => self.escalate,
            Family::Contain => self.contain,
            Family::Hold => self.hold,
        }
    }
}

impl Profile {
    /// The word people choose it by.
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl Bot for Profile {
    fn name(&self) -> &str {
        &self.name
    }

    fn choose(&self, lens: &Lens<'_>, seat: SeatId, dice: &Dice, sealed: &mut Sealed) {
        weigh::choose(self, lens, seat, *dice, sealed);
    }
}

/// Every profile, in the order of the data.
///
/// # Panics
/// If the data that is built in is not what this program reads, which a test rules out.
pub fn profiles() -> &'static [Profile] {
    static PROFILES: OnceLock<Vec<Profile>> = OnceLock::new();
    PROFILES.get_or_init(|| {
        ron::from_str(include_str!("profiles.ron"))
            .expect("the profiles that are built in parse, as a test checks")
    })
}
