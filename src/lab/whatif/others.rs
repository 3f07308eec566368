//! What the other seats do once a course is no longer the log's.

use std::collections::BTreeMap;

use crate::bots;
use crate::bots::Bot;
use crate::bots::Sealed;
use crate::engine::act::Act;
use crate::engine::command::Holder;
use crate::engine::dice::Dice;
use crate::engine::lens::Lens;
use crate::lab::whatif::past::Past;
use crate::model::SeatId;

/// How far a number may be off for two states to match, in points.
const NEAR: i64 = 5;
/// Who stands for a person who did nothing that resembles a profile.
const USUAL: &str = "cautious_committee";

/// What the other seats do once a course is no longer the log's. As long as it is, they do what the log says in every mode.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Others {
    /// What they sealed then; what is no longer possible lapses.
    Frozen,
    /// They decide again by their profiles.
    Profiles,
    /// What they did where the state matches that of the log, as far as they can see it; by profile where it does not.
    #[default]
    Matching,
}

impl Others {
    pub const ALL: [Others; 3] = [Others::Frozen, Others::Profiles, Others::Matching];

    /// The word it is asked for by.
    pub fn word(self) -> &'static str {
        match self {
            Others::Frozen => "frozen",
            Others::Profiles => "profiles",
            Others::Matching => "matching",
        }
    }

    /// The catalogue's key of the sentence that says what it means.
    pub fn key(self) -> &'static str {
        match self {
            Others::Frozen => "whatif-others-frozen",
            Others::Profiles => "whatif-others-profiles",
            Others::Matching => "whatif-others-matching",
        }
    }
}

/// What a seat had before it when it decided: the acts that were possible, and where the numbers it wants stood.
#[derive(Clone, Debug)]
pub(super) struct Picture {
    acts: Vec<Act>,
    wants: Vec<Option<i64>>,
}

impl Picture {
    pub(super) fn of(lens: &Lens<'_>, seat: SeatId) -> Self {
        let wants = lens.seat(seat).wants.iter();
        Self {
            acts: lens.possible(seat),
            wants: wants.map(|want| lens.want(want.value)).collect(),
        }
    }

    /// Whether a seat in the one could not tell by what matters to it that it is not in the other.
    pub(super) fn matches(&self, other: &Self) -> bool {
        let near = |pair: (&Option<i64>, &Option<i64>)| match pair {
            (Some(one), Some(two)) => one.abs_diff(*two) <= NEAR.unsigned_abs(),
            (one, two) => one == two,
        };
        self.acts == other.acts && self.wants.iter().zip(&other.wants).all(near)
    }
}

pub(super) fn pictures(past: &Past) -> BTreeMap<(u16, SeatId), Picture> {
    let mut pictures = BTreeMap::new();
    for mark in past.marks() {
        for seat in &past.playable().scenario().seats {
            let seats = [seat.id];
            let lens = Lens::new(past.playable(), &mark.state, &seats);
            pictures.insert((mark.turn, seat.id), Picture::of(&lens, seat.id));
        }
    }
    pictures
}

pub(super) fn casts(past: &Past) -> Vec<&'static str> {
    let end = past.end();
    let seats = past.playable().scenario().seats.iter();
    seats
        .map(|seat| {
            let profile = match end.holder(seat.id) {
                Some(Holder::Bot { profile }) => bots::named(profile).map(Bot::name),
                _ => None,
            };
            profile.unwrap_or_else(|| nearest(past, seat.id))
        })
        .collect()
}

/// The profile whose acts, in the states of the log, have most in common with what the seat did.
fn nearest(past: &Past, seat: SeatId) -> &'static str {
    let dice = Dice::new(past.seed());
    let mut best = (0, 1, USUAL);
    for profile in bots::profiles() {
        let (mut both, mut either) = (0_u64, 0_u64);
        for mark in past.marks() {
            let did = past.sealed(mark.turn, seat).unwrap_or_default();
            let seats = [seat];
            let lens = Lens::new(past.playable(), &mark.state, &seats);
            let mut would = Sealed::default();
            profile.choose(&lens, seat, &dice, &mut would);
            let common = did.iter().filter(|act| would.acts.contains(act)).count();
            both += common as u64;
            either += (did.len() + would.acts.len() - common) as u64;
        }
        if both * best.1 > best.0 * either.max(1) {
            best = (both, either.max(1), profile.name());
        }
    }
    best.2
}
