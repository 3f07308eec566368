//! Who plays an empty seat: random legal play, doctrine profiles that weigh what
//! their lens shows, and look-ahead, which plays its plans out in worlds it imagines.
//!
//! **Invariant:** a bot reads a [`Lens`] and nothing else, and remembers nothing; the same lens and dice give the same seal.

mod fit;
mod lookahead;
mod profile;
mod random;
mod reason;
mod sealed;
mod weigh;

pub use lookahead::LookAhead;
pub use profile::Profile;
pub use profile::profiles;
pub use random::Random;
pub use reason::Reason;
pub use sealed::Sealed;

use crate::engine::dice::Dice;
use crate::engine::lens::Lens;
use crate::model::SeatId;

/// A program holding a seat.
pub trait Bot: Send + Sync {
    /// The word people choose it by: `random`, `cautious_committee`.
    fn name(&self) -> &str;

    /// Chooses what the seat seals in this turn's Commit, and says why in one sentence. Nothing chosen means `Hold`.
    fn choose(&self, lens: &Lens<'_>, seat: SeatId, dice: &Dice, sealed: &mut Sealed);
}

/// The key of a bot's name in the catalogue; its attribute `.about` says in a sentence how it plays.
pub fn key(name: &str) -> String {
    format!("bot-{}", name.replace('_', "-"))
}

/// The bot of that name.
pub fn named(name: &str) -> Option<&'static dyn Bot> {
    match name {
        random::NAME => return Some(&Random),
        lookahead::NAME => return Some(&LookAhead::DEFAULT),
        _ => {}
    }
    let profile = profiles().iter().find(|profile| profile.name() == name)?;
    Some(profile)
}

/// The names of all there are, `random` last.
pub fn names() -> Vec<&'static str> {
    let profiles = profiles().iter().map(Profile::name);
    profiles.chain([lookahead::NAME, random::NAME]).collect()
}

/// The five profiles and random that `--bots standard` means; these stay the same when more are added.
pub fn standard() -> [&'static str; 6] {
    [
        "cautious_committee",
        "assertive_agency",
        "compliance_first_vendor",
        "understaffed_cert",
        "opportunistic_third_party",
        random::NAME,
    ]
}
