//! Ids: small `Copy` numbers in memory, words on disk.
//!
//! A number means nothing without the scenario it was made for, so reading or writing one needs that scenario's
//! [`Names`] in scope: see [`Names::scope`].

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fmt;
use std::sync::Arc;

use serde::Deserialize;
use serde::Deserializer;
use serde::Serialize;
use serde::Serializer;
use serde::de::Error as _;
use serde::ser::Error as _;

macro_rules! ids {
    ($($(#[doc = $doc:literal])* $id:ident is $kind:ident, $word:literal;)*) => {
        /// What an id names.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind { $($kind,)* }

        impl Kind {
            /// Every kind, in the order of the enum.
            pub const ALL: &'static [Kind] = &[$(Kind::$kind,)*];

            /// The author's word for it: `inject`, `seat`.
            pub fn word(self) -> &'static str {
                match self { $(Kind::$kind => $word,)* }
            }
        }

        $(
            $(#[doc = $doc])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub struct $id(pub u16);

            impl $id {
                /// What it names.
                pub const KIND: Kind = Kind::$kind;

                /// Its place in the scenario's list.
                pub fn index(self) -> usize {
                    usize::from(self.0)
                }

                /// The id at a place in the scenario's list; lists are capped far below `u16::MAX` at load.
                pub fn at(index: usize) -> Self {
                    Self(u16::try_from(index).unwrap_or(u16::MAX))
                }
            }

            impl Serialize for $id {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    write(Kind::$kind, self.0, serializer)
                }
            }

            impl<'de> Deserialize<'de> for $id {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    read(Kind::$kind, deserializer).map($id)
                }
            }
        )*
    };
}

ids! {
    /// An organisation in the story.
    ActorId is Actor, "actor";
    /// A position at the table.
    SeatId is Seat, "seat";
    /// A row of the MSEL.
    InjectId is Inject, "inject";
    /// A question put to a seat.
    DecisionId is Decision, "decision";
    /// One alternative of a decision; its word is `decision.choice`.
    ChoiceId is Choice, "choice";
    /// A standing action of the author's.
    ActionId is Action, "action";
    /// Something that can be known.
    FactId is Fact, "fact";
    /// A number the author names.
    MeterId is Meter, "meter";
    /// A part of the world.
    RegionId is Region, "region";
    /// One sector of one region, where an incident spreads.
    ZoneId is Zone, "zone";
    /// People who can be harmed.
    CommunityId is Community, "community";
    /// A reporting duty.
    DutyId is Duty, "duty";
    /// A when/then row the author wrote.
    RuleId is Rule, "rule";
    /// A way the exercise can end.
    EndingId is Ending, "ending";
    /// What is exercised.
    ObjectiveId is Objective, "objective";
    /// A critical task of an objective; its word is `objective.task`.
    TaskId is Task, "task";
    /// A chapter of the exercise.
    PhaseId is Phase, "phase";
    /// A vulnerability on its way from finder to fix.
    CaseId is Case, "case";
    /// One answer to who did it.
    HypothesisId is Hypothesis, "hypothesis";
    /// A body in which states draft texts together.
    ForumId is Forum, "forum";
    /// A sentence that a statement can be made of.
    ClauseId is Clause, "clause";
    /// An entry of the response menu.
    MeasureId is Measure, "measure";
    /// An entry of a directory.
    ContactId is Contact, "contact";
    /// A group of states that stand together.
    BlocId is Bloc, "bloc";
    /// A pre-authorisation.
    PermitId is Permit, "permit";
    /// An offer of help.
    OfferId is Offer, "offer";
    /// What is told in public.
    StoryId is Story, "story";
    /// A function in a script file.
    FunctionId is Function, "function";
    /// An expression of the author's; it has no word of its own.
    ExprId is Expr, "expression";
}

/// The words of one scenario's ids, and each word's hash for the dice.
#[derive(Clone, Debug, Default)]
pub struct Names {
    words: BTreeMap<Kind, Vec<Box<str>>>,
    /// By kind, as [`Kind::ALL`] has them: looked up for every roll.
    hashes: Vec<Vec<u64>>,
    places: BTreeMap<Kind, BTreeMap<Box<str>, u16>>,
}

thread_local! {
    static SCOPE: RefCell<Option<Arc<Names>>> = const { RefCell::new(None) };
    /// The ids read so far, where somebody wants to know.
    static READ: RefCell<Option<Vec<(Kind, u16)>>> = const { RefCell::new(None) };
}

impl Names {
    /// Adds a word at the end of its kind's list; `None` if the kind has the word already.
    pub fn add(&mut self, kind: Kind, word: &str) -> Option<u16> {
        let words = self.words.entry(kind).or_default();
        let place = u16::try_from(words.len()).ok()?;
        let Entry::Vacant(free) = self.places.entry(kind).or_default().entry(word.into()) else {
            return None;
        };
        free.insert(place);
        words.push(word.into());
        self.hashes.resize(Kind::ALL.len(), Vec::new());
        self.hashes[kind as usize].push(hash(word));
        Some(place)
    }

    /// The number of a word.
    pub fn find(&self, kind: Kind, word: &str) -> Option<u16> {
        self.places.get(&kind)?.get(word).copied()
    }

    /// The word of a number; empty if there is none.
    pub fn word(&self, kind: Kind, place: u16) -> &str {
        self.words
            .get(&kind)
            .and_then(|words| words.get(usize::from(place)))
            .map_or("", |word| word)
    }

    /// The hash of a number's word, which the dice use so that a roll never depends on a list's order.
    pub fn hash(&self, kind: Kind, place: u16) -> u64 {
        self.hashes
            .get(kind as usize)
            .and_then(|hashes| hashes.get(usize::from(place)))
            .copied()
            .unwrap_or(0)
    }

    /// Every word of a kind, in the scenario's order.
    pub fn all(&self, kind: Kind) -> impl Iterator<Item = &str> {
        self.words
            .get(&kind)
            .into_iter()
            .flatten()
            .map(AsRef::as_ref)
    }

    /// Runs `work` with these names in scope, so that ids can be written and read as words.
    pub fn scope<T>(self: &Arc<Self>, work: impl FnOnce() -> T) -> T {
        struct Restore(Option<Arc<Names>>);
        impl Drop for Restore {
            fn drop(&mut self) {
                SCOPE.with(|scope| *scope.borrow_mut() = self.0.take());
            }
        }
        let _restore = Restore(SCOPE.with(|scope| scope.borrow_mut().replace(Arc::clone(self))));
        work()
    }

    /// Runs `work` with these names in scope, and says which ids it read, in the order in which they stood.
    pub fn noting<T>(self: &Arc<Self>, work: impl FnOnce() -> T) -> (T, Vec<(Kind, u16)>) {
        READ.set(Some(Vec::new()));
        let done = self.scope(work);
        (done, READ.take().unwrap_or_default())
    }
}

/// A stable 64-bit hash of a word (FNV-1a with a finishing mix): the same on every machine, for ever.
pub fn hash(word: &str) -> u64 {
    let mut mixed = word.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    mixed ^= mixed >> 32;
    mixed = mixed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed ^ (mixed >> 29)
}

fn write<S: Serializer>(kind: Kind, place: u16, serializer: S) -> Result<S::Ok, S::Error> {
    SCOPE.with(|scope| match scope.borrow().as_ref() {
        Some(names) => match names.word(kind, place) {
            "" if kind == Kind::Expr => serializer.serialize_str(&place.to_string()),
            "" => Err(S::Error::custom(format_args!(
                "no {} number {place}",
                kind.word()
            ))),
            word => serializer.serialize_str(word),
        },
        None => Err(S::Error::custom("ids are written inside `Names::scope`")),
    })
}

fn read<'de, D: Deserializer<'de>>(kind: Kind, deserializer: D) -> Result<u16, D::Error> {
    struct Word(Kind);
    impl serde::de::Visitor<'_> for Word {
        type Value = u16;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "the id of a {}", self.0.word())
        }

        fn visit_str<E: serde::de::Error>(self, word: &str) -> Result<u16, E> {
            SCOPE.with(|scope| match scope.borrow().as_ref() {
                Some(names) => match (names.find(self.0, word), self.0) {
                    (Some(place), kind) => {
                        READ.with_borrow_mut(|read| {
                            if let Some(read) = read {
                                read.push((kind, place));
                            }
                        });
                        Ok(place)
                    }
                    (None, Kind::Expr) => word.parse().map_err(E::custom),
                    (None, kind) => Err(E::custom(format_args!(
                        "the scenario has no {} `{word}`",
                        kind.word()
                    ))),
                },
                None => Err(E::custom("ids are read inside `Names::scope`")),
            })
        }
    }
    if SCOPE.with(|scope| scope.borrow().is_none()) {
        return Err(D::Error::custom("ids are read inside `Names::scope`"));
    }
    deserializer.deserialize_str(Word(kind))
}
