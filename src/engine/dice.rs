//! Keyed dice: a roll is a function of the seed and of what it is for, never of what was rolled before.
//!
//! The generator is a counter-based 64-bit mixer (`SplitMix64`'s finisher) behind rand's traits; ranges are cut by our own
//! function, so that no library's release changes a roll.

use std::convert::Infallible;

use rand::TryRng;

/// The dice of one exercise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dice {
    /// The seed, mixed once for all rolls.
    seed: u64,
}

/// The dice of one rule in one turn, for many subjects: what they have in common is mixed once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stem(u64);

impl Stem {
    /// The same, for one more subject.
    #[must_use]
    pub fn with(self, subject: u64) -> Self {
        Self(fold(self.0, subject))
    }

    /// The die.
    pub fn die(self) -> Die {
        Die {
            key: mix(self.0),
            count: 0,
        }
    }
}

fn fold(key: u64, word: u64) -> u64 {
    mix(key.wrapping_add(GOLDEN) ^ word).wrapping_add(key.rotate_left(23))
}

/// What a roll is for. A rule's number is part of the promise: it never changes and is never used again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u16)]
pub enum Roll {
    InjectChance = 1,
    RuleChance = 2,
    Draw = 3,
    Script = 4,
    Discovery = 5,
    Relabel = 6,
    Exposure = 7,
    Misfire = 8,
    Answer = 9,
    AnswerPick = 10,
    Growth = 11,
    Crossing = 12,
    Request = 13,
    Dependence = 14,
    Bot = 15,
    TieBreak = 16,
    Casting = 17,
    /// What a seat imagines of what it cannot see, and the luck of the world it imagines.
    Imagine = 18,
    /// Whether whoever a text was aimed at answers, and whom it falls on.
    Retaliation = 130,
    RetaliationTarget = 131,
    /// One of those at home who must approve a signature.
    HomeApproval = 132,
    Mistranslation = 133,
    TextLeakFound = 134,
    /// What somebody supposes another would sign.
    Mood = 135,
    /// Whether a measure drafted without asking is badly drafted.
    Drafting = 140,
    /// Whether a member assents to a measure.
    Assent = 141,
    /// When and how far a measure deters.
    Deterrence = 142,
    /// Whether something is held back by firms and banks that stay away to be safe.
    HeldBack = 143,
    /// Whether an ambiguous act is misread.
    Misreading = 150,
    /// Whether a statement is found out.
    FoundOut = 190,
    /// Whether a newspaper asks.
    PressAsks = 191,
    /// What people do on a rumour.
    Rumour = 192,
    /// Whether a release is granted, and how long the answer takes.
    Release = 120,
    /// How an accused state answers.
    Accused = 121,
    /// Whether being named deters.
    Deters = 122,
    /// A wrong attribution comes to light.
    FoundWrong = 123,
    /// That somebody bought its certainty comes to light.
    Temptation = 124,
    /// What becomes of a case in court.
    Court = 125,
    /// Whether an ally that watches intruders objects to taking them down.
    Objection = 20,
    /// Whether an adversary goes quiet.
    GoesQuiet = 21,
    /// Which move an adversary makes.
    Move = 22,
    /// Whether a move leaves a trace.
    Trace = 23,
    Extension = 40,
    ReportAnswer = 41,
    ReportLeak = 42,
    LateKnowledge = 43,
    /// Which addresses of a directory are stale when the exercise begins.
    StaleAtFirst = 110,
    GoesStale = 111,
    /// Whether a message without an address gets through.
    Cold = 112,
    /// Whether a message to or from a listed entity does.
    Listed = 113,
    Search = 114,
    /// Whether somebody agrees to an arrangement, a door or a meeting.
    Bond = 115,
    /// Whether a fact in another community's words is taken for what it does not say.
    Grasp = 116,
    /// Whether a misreading comes to light.
    CameApart = 117,
    /// Whether a registry files what came under a label as classified.
    Filed = 118,
    /// How long an approval takes, and whether it is given.
    Approval = 170,
    /// What becomes of a demand for ransom: whether it is paid, whether that works, is reported, is followed by a second bill.
    Ransom = 171,
    /// How many routine tickets come in.
    Tickets = 180,
    /// Whether a tired house gets a routine act wrong.
    Slip = 181,
    /// Whether the signal is found among the tickets.
    Signal = 182,
    /// Whether somebody asked for help has any.
    Help = 183,
    /// Whether volunteers go, and whether they go wrong.
    Volunteers = 184,
    /// Disclosure: how much less, or more again, is reported in a region.
    Chill = 160,
    Leak = 161,
    /// An adversary finds a flaw, or turns what is public against others; attacks are noticed.
    Preying = 162,
    /// Whether and where a finder takes its report.
    Finder = 163,
    /// An exploit is published.
    Race = 164,
    /// Whom attacks hit.
    Attack = 165,
    /// What somebody without a seat says to an embargo.
    EmbargoAnswer = 166,
    /// A fix breaks something.
    Regress = 167,
    /// Operators deploy a fix.
    Rollout = 168,
    /// What those without a seat are in the habit of: helping, crediting, keeping a law, copying one.
    Habit = 169,
}

/// One die: a stream of numbers for one roll.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Die {
    key: u64,
    count: u64,
}

const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

fn mix(mut bits: u64) -> u64 {
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}

impl Dice {
    /// The dice of an exercise with that seed.
    pub fn new(seed: u64) -> Self {
        Self {
            seed: mix(seed ^ GOLDEN),
        }
    }

    /// The seed of play `number` of a batch.
    pub fn seed_of_play(batch: u64, number: u64) -> u64 {
        mix(mix(batch ^ GOLDEN).wrapping_add(number.wrapping_mul(GOLDEN)))
    }

    /// The die for a rule, its subjects (hashes of their words), the hash of what caused it, the turn, and an index for
    /// several rolls of the same rule with the same subjects.
    pub fn of(self, roll: Roll, subjects: &[u64], cause: u64, turn: u16, index: u32) -> Die {
        let stem = self.stem(roll, cause, turn, index);
        let stem = subjects.iter().copied().fold(stem, Stem::with);
        stem.die()
    }

    /// What the dice of a rule have in common in a turn, whatever its subjects.
    pub fn stem(self, roll: Roll, cause: u64, turn: u16, index: u32) -> Stem {
        let place = (roll as u64) << 48 | u64::from(turn) << 32 | u64::from(index);
        Stem(fold(fold(self.seed, place), cause))
    }
}

impl Die {
    /// The die with a key that another die told, moved on by an index.
    pub(super) fn at(key: u64, index: u32) -> Self {
        Self {
            key,
            count: u64::from(index) << 8,
        }
    }

    /// The key of its stream.
    pub(super) fn key(&self) -> u64 {
        self.key
    }

    fn next(&mut self) -> u64 {
        self.count = self.count.wrapping_add(1);
        mix(self.key.wrapping_add(self.count.wrapping_mul(GOLDEN)))
    }

    /// Passes over so many numbers.
    pub fn skip(&mut self, numbers: u64) {
        self.count = self.count.wrapping_add(numbers);
    }

    /// A number from 0 to `n - 1`; 0 if `n` is 0. The bias is below n / 2^64.
    pub fn below(&mut self, n: u64) -> u64 {
        let wide = u128::from(self.next()) * u128::from(n);
        u64::try_from(wide >> 64).unwrap_or(0)
    }

    /// A number from `low` to `high`, both inclusive; `low` if there is nothing between.
    pub(in crate::engine) fn between(&mut self, low: i32, high: i32) -> i32 {
        let many = i64::from(high) - i64::from(low) + 1;
        let drawn = self.below(u64::try_from(many).unwrap_or(0));
        let value = i64::from(low).saturating_add(i64::try_from(drawn).unwrap_or(0));
        i32::try_from(value).unwrap_or(low)
    }

    /// True with a chance in per mille.
    pub fn per_mille(&mut self, chance: i32) -> bool {
        self.below(1000) < u64::try_from(chance).unwrap_or(0)
    }

    /// `amount / 1000` with the remainder decided by the die, so that small rates add up to the right mean.
    pub fn thousandths(&mut self, amount: i64) -> i32 {
        let whole = amount.div_euclid(1000);
        let rest = amount.rem_euclid(1000);
        let more = i64::from(self.below(1000) < u64::try_from(rest).unwrap_or(0));
        i32::try_from(whole + more).unwrap_or(i32::MAX)
    }

    /// The place drawn from a list of weights; 0 if they are all 0.
    pub fn weighted(&mut self, weights: impl Iterator<Item = u64> + Clone) -> usize {
        let mut left = self.below(weights.clone().sum());
        for (place, weight) in weights.enumerate() {
            if left < weight {
                return place;
            }
            left -= weight;
        }
        0
    }
}

impl TryRng for Die {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok(u32::try_from(self.next() >> 32).unwrap_or(0))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        Ok(self.next())
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        for chunk in bytes.chunks_mut(8) {
            chunk.copy_from_slice(&self.next().to_le_bytes()[..chunk.len()]);
        }
        Ok(())
    }
}
