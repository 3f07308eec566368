//! Who plays the seats of a batch.

use std::sync::Arc;

use crate::bots;
use crate::bots::Bot;
use crate::engine::command::Holder;
use crate::engine::dice::Dice;
use crate::engine::dice::Roll;
use crate::model::id::Kind;
use crate::model::scenario::Scenario;

/// The bots that a batch draws from, each as often as the others, seat by seat and play by play.
#[derive(Clone)]
pub struct Casting(Vec<Member>);

/// One of the bots, with its name as a seat's holder has it.
#[derive(Clone)]
struct Member {
    bot: &'static dyn Bot,
    profile: Arc<str>,
}

impl Member {
    fn named(name: &str) -> Option<Self> {
        let bot = bots::named(name)?;
        let profile = bot.name().into();
        Some(Self { bot, profile })
    }
}

impl Casting {
    /// What `--bots standard` means: the five profiles and random, in equal shares.
    pub fn standard() -> Self {
        Self(
            bots::standard()
                .into_iter()
                .filter_map(Member::named)
                .collect(),
        )
    }

    /// `standard`, or the one bot of that name on every seat; `None` if there is no such bot.
    pub fn named(name: &str) -> Option<Self> {
        if name == "standard" {
            return Some(Self::standard());
        }
        Member::named(name).map(|only| Self(vec![only]))
    }

    /// The names of the bots, in the order that [`Casting::places`] counts.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|member| member.bot.name())
    }

    /// The word that `--bots` takes for it.
    pub fn word(&self) -> &str {
        match self.0.as_slice() {
            [only] => only.bot.name(),
            _ => "standard",
        }
    }

    /// How many bots there are to draw from.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is nobody to draw.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Which bot plays each seat in the play with that seed. Drawn by the play's own dice and the seat's word, so that it
    /// depends neither on the other seats nor on who works on the batch.
    pub fn places(&self, scenario: &Scenario, seed: u64) -> Vec<usize> {
        let mut cast = Vec::new();
        self.cast(scenario, seed, &mut cast);
        cast
    }

    /// [`Casting::places`], in a list that has had its use.
    pub(super) fn cast(&self, scenario: &Scenario, seed: u64, cast: &mut Vec<usize>) {
        cast.clear();
        if self.0.len() == 1 {
            cast.resize(scenario.seats.len(), 0);
            return;
        }
        let dice = Dice::new(seed);
        let many = u64::try_from(self.0.len()).unwrap_or(1);
        let seats = scenario.seats.iter();
        cast.extend(seats.map(|seat| {
            let word = scenario.names.hash(Kind::Seat, seat.id.0);
            let place = dice.of(Roll::Casting, &[word], 0, 0, 0).below(many);
            usize::try_from(place).unwrap_or(0)
        }));
    }

    pub(super) fn bot(&self, place: usize) -> &'static dyn Bot {
        self.0[place].bot
    }

    /// The bot as the holder of a seat.
    pub(super) fn holder(&self, place: usize) -> Holder {
        let profile = Arc::clone(&self.0[place].profile);
        Holder::Bot { profile }
    }
}
