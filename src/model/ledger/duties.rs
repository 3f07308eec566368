//! Duties: reporting clocks with their trigger words.
//!
//! After the statutes in use: one event starts several clocks, each with its own trigger word, unit, calendar and recipient.
//! "Aware" and "determines" can be a seat's own decision; reports are short or full; the recipient owes an answer.

use serde::Deserialize;
use serde::Serialize;

use crate::model::ActorId;
use crate::model::DutyId;
use crate::model::ExprId;
use crate::model::FactId;
use crate::model::RegionId;
use crate::model::SeatId;
use crate::model::calendar::Term;
use crate::model::date::Date;
use crate::model::effect::Effect;
use crate::model::ledger::shape::parameters;
use crate::model::region::PackNote;
use crate::model::time::Span;
use crate::text::SafeText;
use crate::text::Words;

/// The word the law starts the clock with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Trigger {
    Aware,
    Determines,
    Detects,
    Knows,
    Learns,
    ReasonablyBelieves,
}

impl Trigger {
    /// The catalogue's key for the law's words.
    pub fn key(self) -> &'static str {
        match self {
            Trigger::Aware => "trigger-aware",
            Trigger::Determines => "trigger-determines",
            Trigger::Detects => "trigger-detects",
            Trigger::Knows => "trigger-knows",
            Trigger::Learns => "trigger-learns",
            Trigger::ReasonablyBelieves => "trigger-reasonably-believes",
        }
    }

    /// The catalogue's key for the bare word.
    pub fn word_key(self) -> &'static str {
        match self {
            Trigger::Aware => "trigger-word-aware",
            Trigger::Determines => "trigger-word-determines",
            Trigger::Detects => "trigger-word-detects",
            Trigger::Knows => "trigger-word-knows",
            Trigger::Learns => "trigger-word-learns",
            Trigger::ReasonablyBelieves => "trigger-word-reasonably-believes",
        }
    }
}

/// How much a report says.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum Payload {
    /// What the law needs and no more; half the work, and an embargo's partners can live with it.
    Minimal,
    /// Everything; it tells the recipient most, and whoever reads over the recipient's shoulder.
    #[default]
    Full,
    /// Everything, marked as sensitive: an hour more, and a quarter of the leaks.
    Flagged,
}

impl Payload {
    /// Every payload, the shortest first.
    pub const ALL: [Payload; 3] = [Payload::Minimal, Payload::Full, Payload::Flagged];

    /// Whether it is the one a log need not name.
    pub fn is_usual(&self) -> bool {
        *self == Payload::Full
    }
}

/// What starts a clock beside its own trigger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Follows {
    /// The same moment that starts another clock.
    Start(DutyId),
    /// The report that another duty asks for.
    Report(DutyId),
}

/// Since when a law applies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ValidFrom {
    Since(Date),
    /// Since no one day, in words that go on after “in force”.
    AsEnacted(SafeText),
}

impl ValidFrom {
    /// In words that go on after “in force”.
    pub fn told(&self, words: &Words) -> SafeText {
        match self {
            ValidFrom::Since(day) => words.fill("duty-since", &[("day", day.to_string().into())]),
            ValidFrom::AsEnacted(text) => text.clone(),
        }
    }
}

/// A reporting duty.
#[derive(Clone, Debug)]
pub struct Duty {
    pub id: DutyId,
    pub name: SafeText,
    /// What it asks for and of whom, a sentence or two.
    pub about: SafeText,
    pub holder: SeatId,
    pub recipient: ActorId,
    pub trigger: Trigger,
    /// Starts the clock in the Brief or Resolve in which it becomes true; effects can start it too.
    pub starts: Option<ExprId>,
    /// The clock starts with the holder's own determination, a standing act; `starts` starts it all the same.
    pub determined: bool,
    /// When an outsider would say the holder knew: what it is judged by if it determines late.
    pub known_since: Option<ExprId>,
    /// How long after that a determination still counts as prompt.
    pub grace: Span,
    /// Its clock follows another duty's.
    pub follows: Option<Follows>,
    /// The duty of its pack that its clock follows there, if nothing here is made of that and nothing else is said to start it.
    pub lacks: Option<Box<str>>,
    /// From the start of the clock to the deadline.
    pub within: Term,
    /// Whose calendar counts; the recipient's if none is named.
    pub calendar: Option<RegionId>,
    /// Stops a running clock in the Brief or Resolve in which it becomes true.
    pub stops: Option<ExprId>,
    /// What that is, in words the holder reads.
    pub stops_note: SafeText,
    /// By how much the deadline moves if the recipient grants it, once; counted from the old one.
    pub extension: Option<Term>,
    /// Within this time the recipient owes the holder an answer.
    pub answer: Option<Span>,
    /// Hours a full report costs; a minimal one half of it, rounded up.
    pub hours: i32,
    /// Whether a minimal report is enough for the law.
    pub accepts_minimal: bool,
    /// Facts the recipient learns of any report, if the holder holds them.
    pub tells: Vec<FactId>,
    /// Facts it learns of a full one beside those.
    pub tells_in_full: Vec<FactId>,
    /// Per mille: how likely a full report gets out; a flagged one is a quarter as likely, a minimal one never does.
    pub leak: i32,
    pub on_met: Vec<Effect>,
    pub on_missed: Vec<Effect>,
    /// Happens with `on_met` or a late report when the report is full or flagged.
    pub on_full: Vec<Effect>,
    /// Happens when a report gets out.
    pub on_leak: Vec<Effect>,
    /// Happens when the recipient answers.
    pub on_answer: Vec<Effect>,
    /// What the debrief says it is modelled on.
    pub modelled_on: SafeText,
    /// The regional pack it comes from, if from one.
    pub pack: Option<PackNote>,
    /// Where the law it is modelled on can be read; empty if nothing is said.
    pub source: SafeText,
    /// Since when that law applies, if anything is said.
    pub valid_from: Option<ValidFrom>,
}

impl Duty {
    /// Where the law it is modelled on can be read, and since when that applies; empty if neither is said.
    pub fn law(&self, words: &Words) -> SafeText {
        let since = self.valid_from.as_ref().map(|from| from.told(words));
        let since = since.unwrap_or_default();
        let args = [
            ("source", (&self.source).into()),
            ("since", (&since).into()),
        ];
        match (self.source.is_empty(), since.is_empty()) {
            (_, true) => self.source.clone(),
            (false, false) => words.fill("duty-law-since", &args),
            (true, false) => words.fill("duty-in-force", &args),
        }
    }

    /// The same as a sentence.
    pub fn modelled(&self, words: &Words) -> SafeText {
        let law = self.law(words);
        let key = if law.is_empty() {
            return law;
        } else if self.source.is_empty() {
            "duty-modelled-in-force"
        } else {
            "duty-modelled"
        };
        words.fill(key, &[("law", law.into())])
    }

    /// The kinds of report between which there is a choice, the usual one first.
    pub fn payloads(&self) -> &'static [Payload] {
        let differ = !self.tells_in_full.is_empty() || !self.on_full.is_empty() || self.leak > 0;
        match (differ, self.accepts_minimal) {
            (false, _) => &[Payload::Full],
            (true, false) => &[Payload::Full, Payload::Flagged],
            (true, true) => &[Payload::Full, Payload::Minimal, Payload::Flagged],
        }
    }

    /// What a report costs in hours.
    pub fn hours_of(&self, payload: Payload) -> i32 {
        match payload {
            Payload::Minimal => (self.hours + 1) / 2,
            Payload::Full => self.hours,
            Payload::Flagged => self.hours.saturating_add(1),
        }
    }

    /// How likely such a report gets out, in per mille.
    pub fn leak_of(&self, payload: Payload) -> i32 {
        match payload {
            Payload::Minimal => 0,
            Payload::Full => self.leak,
            Payload::Flagged => self.leak / 4,
        }
    }
}

parameters! {
    /// How reporting works.
    pub struct DutyRules {
        numbers {
            /// Hours of counsel that a determination costs.
            determine_hours: 1, 0 to 100, "hours";
            /// Hours that asking for an extension costs.
            extension_hours: 1, 0 to 100, "hours";
            /// Base odds that a recipient grants an extension; its trust in the asker (0 to 100) times 8 is added.
            extension_odds: 100, 0 to 1000, "per mille";
            /// Odds in each turn that a late determination, or none, comes to light.
            exposure: 200, 0 to 1000, "per mille";
            /// Trust the recipient loses in a holder who was found to have known long before.
            exposure_cost: 15, 0 to 100, "points of trust";
            /// Trust it loses over a report of something nobody could know yet.
            noise_cost: 3, 0 to 100, "points of trust";
            /// Base odds in each turn that a recipient without a seat answers a report.
            answer_odds: 450, 0 to 1000, "per mille";
            /// Taken from them for every other report that waits for its answer.
            answer_load: 150, 0 to 1000, "per mille";
            /// Trust a holder gains in a recipient that answers.
            answer_gain: 2, 0 to 100, "points of trust";
            /// Trust it loses in one that does not.
            silence_cost: 4, 0 to 100, "points of trust";
            /// Hours a recipient with a seat pays in its next turn for each report it gets.
            hours_per_report: 1, 0 to 100, "hours";
            /// Hours its answer costs.
            answer_hours: 1, 0 to 100, "hours";
            /// Taken off the odds that firms and NGOs volunteer what they know, until a safe harbour is in force.
            chill: 0, 0 to 1000, "per mille";
        }
        rows {}
    }
}
