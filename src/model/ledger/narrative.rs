//! Narrative: what the public hears, from whom, and believes.
//!
//! After the discussions of who speaks first: silence is filled by others, a correction costs less than being found out, and
//! a summary nobody checked is believed because it was there.

use crate::model::ActorId;
use crate::model::CommunityId;
use crate::model::FactId;
use crate::model::SeatId;
use crate::model::StoryId;
use crate::model::effect::Amount;
use crate::model::ledger::facts::Truth;
use crate::model::ledger::shape::effects;
use crate::model::ledger::shape::parameters;
use crate::model::ledger::shape::reads;
use crate::model::ledger::shape::words;
use crate::text::SafeText;

parameters! {
    /// How it starts and moves.
    pub struct Rules {
        numbers {
            /// How much belief in a story grows in a turn in which nobody spoke.
            silence: 6, 0 to 100, "points a turn";
            /// How much it fades in a turn in which somebody did.
            fading: 1, 0 to 100, "points a turn";
            /// How much a holding line takes off a story, or keeps from it.
            holding: 2, 0 to 100, "points";
            /// How much a briefing moves belief towards what it says.
            briefing: 14, 0 to 100, "points";
            /// What being the first to speak adds to that.
            first: 6, 0 to 100, "points";
            /// How much a correction moves belief back.
            correction: 8, 0 to 100, "points";
            /// Chance in a turn that a false statement is found out; half of it for one that is true in part, a third for one that
            /// nothing verified stands behind.
            found_out: 300, 0 to 1000, "per mille";
            /// What being found out costs in capital.
            found_cost: 3, 0 to 100, "points of capital";
            /// What being found out costs in trust with everybody.
            found_trust: 5, 0 to 100, "points of trust";
            /// What a correction costs in capital.
            correct_cost: 1, 0 to 100, "points of capital";
            /// What it costs to leave a journalist's question without an answer.
            no_answer_cost: 1, 0 to 100, "points of capital";
            /// How much belief grows when a paper prints that somebody did not respond.
            no_answer: 5, 0 to 100, "points";
            /// Belief from which on a newspaper asks.
            asked_from: 45, 0 to 101, "points";
            /// How many turns a newspaper gives.
            deadline: 1, 1 to 100, "turns";
            /// Belief from which on people act on a story.
            acted_on_from: 50, 0 to 101, "points";
            /// What a holding line costs.
            holding_hours: 1, 0 to 100, "hours";
            /// What a briefing costs.
            briefing_hours: 2, 0 to 100, "hours";
            /// What a correction costs.
            correction_hours: 1, 0 to 100, "hours";
            /// What answering a journalist costs.
            answer_hours: 1, 0 to 100, "hours";
            /// What an interview for a study costs.
            interview_hours: 2, 0 to 100, "hours";
            /// What an interview brings in evidence about a community's harm.
            interview_evidence: 10, 0 to 100, "points of evidence";
            /// How many turns later.
            interview_after: 2, 1 to 100, "turns";
        }
        rows {
            /// What is told.
            stories: Vec<Story>,
        }
    }
}

/// Something that is told in public.
#[derive(Clone, Debug)]
pub struct Story {
    pub id: StoryId,
    /// What it is about, in a few words.
    pub name: SafeText,
    /// What is told.
    pub text: SafeText,
    /// Hidden until somebody is found out.
    pub truth: Truth,
    /// Who tells it where nobody else speaks.
    pub teller: Option<ActorId>,
    /// The turn in which it begins to be told; `None` if an effect lets it out.
    pub from: Option<u16>,
    /// How far it is believed when it begins, 0 to 100.
    pub belief: i32,
    /// The seats that newspapers ask about it; if empty the ministries, and every seat where there is none.
    pub asked: Vec<SeatId>,
    /// Facts that a statement about it can stand on.
    pub facts: Vec<FactId>,
    /// People who act on it: in per mille of a point of harm a turn for each point of belief.
    pub hurts: Vec<(CommunityId, i32)>,
}

words! {
    /// What a briefing says of a story.
    pub enum Stance {
        /// It is so.
        Confirms,
        /// It is not so.
        Denies,
    }
}

effects! {
    /// What an author asks of it.
    pub enum Effect {
        /// Moves how far the public believes a story, in points from 0 to 100.
        Believe "believe" { story: StoryId, by: Amount },
        /// A story begins to be told.
        TellStory "tell_story" { story: StoryId },
        /// A journalist asks a seat about a story and gives it so many turns.
        PressAsks "press_asks" { seat: SeatId, story: StoryId, turns: i32 },
        /// It comes out what a story is worth; whoever said otherwise is found out.
        RevealStory "reveal_story" { story: StoryId },
    }
}

reads! {
    /// What expressions read of it.
    pub enum Read {
        /// `belief.STORY`: 0 to 100.
        Belief "belief" (StoryId) -> Number,
        /// `told.STORY`: whether it is being told.
        Told "told" (StoryId) -> Truth,
        /// `silence.STORY`: how many turns in a row nobody has spoken.
        Silence "silence" (StoryId) -> Number,
        /// `spoke_first.STORY.SEAT`: whether this seat was the first to speak.
        SpokeFirst "spoke_first" (StoryId, SeatId) -> Truth,
        /// `found_out.SEAT`: how often a seat has been found out.
        FoundOut "found_out" (SeatId) -> Number,
        /// `left_unanswered.SEAT`: how many questions of journalists it left without an answer.
        LeftUnanswered "left_unanswered" (SeatId) -> Number,
    }
}
