//! The checked scenario: data only, every id resolved. It never changes in play.

use std::sync::Arc;

use serde::Deserialize;
use serde::Serialize;

use crate::model::ActorId;
use crate::model::EndingId;
use crate::model::ExprId;
use crate::model::ObjectiveId;
use crate::model::PhaseId;
use crate::model::RegionId;
use crate::model::RuleId;
use crate::model::TaskId;
use crate::model::adversary::AdversaryRules;
use crate::model::calendar::Local;
use crate::model::calendar::USUAL;
use crate::model::decision::Action;
use crate::model::decision::Choice;
use crate::model::decision::Decision;
use crate::model::effect::Effect;
use crate::model::expert::ExpertRow;
use crate::model::expr::ExprSource;
use crate::model::id::Names;
use crate::model::ledger::Ledgers;
use crate::model::ledger::book::BookRules;
use crate::model::ledger::duties::Duty;
use crate::model::ledger::duties::DutyRules;
use crate::model::ledger::facts::Fact;
use crate::model::ledger::facts::FactRules;
use crate::model::ledger::harm::HarmRules;
use crate::model::ledger::meters::Meter;
use crate::model::ledger::norms::NormRules;
use crate::model::ledger::spread::SpreadRules;
use crate::model::ledger::trust::TrustRules;
use crate::model::msel::Inject;
use crate::model::region::Region;
use crate::model::roster::Actor;
use crate::model::roster::Seat;
use crate::model::time::ExerciseTime;
use crate::model::time::StoryClock;
use crate::text::SafeText;

/// The authored package. Every list is indexed by its id's number.
#[derive(Clone, Debug)]
pub struct Scenario {
    pub about: About,
    pub names: Arc<Names>,
    pub clock: StoryClock,
    pub commit: CommitMode,
    /// Index 0 is turn 0, the preparation; it spans no time if the author wrote none.
    pub turns: Vec<Turn>,
    /// Whether the exercise begins with turn 0 or straight with turn 1.
    pub has_prep: bool,
    pub phases: Vec<Phase>,
    pub regions: Vec<Region>,
    pub actors: Vec<Actor>,
    pub seats: Vec<Seat>,
    pub injects: Vec<Inject>,
    pub decisions: Vec<Decision>,
    pub choices: Vec<Choice>,
    pub actions: Vec<Action>,
    pub rules: Vec<Rule>,
    pub endings: Vec<Ending>,
    pub objectives: Vec<Objective>,
    pub tasks: Vec<CriticalTask>,
    pub exprs: Vec<ExprSource>,
    pub scripts: Vec<ScriptSource>,
    /// The ledgers that are switched on.
    pub ledgers: Ledgers,
    pub meters: Vec<Meter>,
    pub facts: Vec<Fact>,
    pub fact_rules: FactRules,
    pub trust: TrustRules,
    pub spread: SpreadRules,
    pub harm: HarmRules,
    pub duties: Vec<Duty>,
    pub duty_rules: DutyRules,
    pub norms: NormRules,
    pub book: BookRules,
    pub adversary: AdversaryRules,
    /// What somebody who knows the trade would do; empty if the author gives no such path.
    pub expert: Vec<ExpertRow>,
}

impl Scenario {
    /// Whether somebody at the table speaks for an actor.
    pub fn is_seated(&self, actor: ActorId) -> bool {
        self.seats.iter().any(|seat| seat.actor == actor)
    }

    /// The story's clock in a region.
    pub fn local_in(&self, region: RegionId) -> Local<'_> {
        let region = &self.regions[region.index()];
        Local {
            clock: self.clock,
            offset: region.utc_offset,
            calendar: &region.calendar,
        }
    }

    /// The story's clock where an actor is: its own, its region's, or the story's.
    pub fn local(&self, actor: ActorId) -> Local<'_> {
        let actor = &self.actors[actor.index()];
        let region = actor.region.map(|region| &self.regions[region.index()]);
        Local {
            clock: self.clock,
            offset: actor
                .utc_offset
                .or(region.map(|region| region.utc_offset))
                .unwrap_or(self.clock.offset),
            calendar: actor
                .calendar
                .as_ref()
                .or(region.map(|region| &region.calendar))
                .unwrap_or(&USUAL),
        }
    }
}

/// What a person reads before choosing the scenario.
#[derive(Clone, Debug)]
pub struct About {
    /// The scenario's own id; may have hyphens.
    pub id: Box<str>,
    pub title: SafeText,
    /// One line.
    pub tagline: SafeText,
    /// A block of text.
    pub summary: SafeText,
    /// What one learns.
    pub learn: Vec<SafeText>,
    /// Playing time in minutes, from and to.
    pub minutes: (u16, u16),
    pub difficulty: Difficulty,
    /// Shown before such an exercise; empty if there is nothing to say.
    pub content_note: SafeText,
    /// What the debrief says the fiction is modelled on.
    pub modelled_on: SafeText,
    /// Language tag of the texts.
    pub language: Box<str>,
    /// The scenario teaches the screen as it goes.
    pub is_tutorial: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Difficulty {
    Introductory,
    Intermediate,
    Advanced,
}

/// How choices are committed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum CommitMode {
    /// All seats seal, then all resolve together.
    #[default]
    Sealed,
    /// Seats seal and resolve one after another, in roster order.
    InTurn,
}

/// One turn: the exercise time [from, to).
#[derive(Clone, Debug)]
pub struct Turn {
    pub from: ExerciseTime,
    pub to: ExerciseTime,
    pub title: SafeText,
    pub phase: Option<PhaseId>,
    /// Multiplies every seat's hours, in per mille: a night shift has fewer.
    pub hours: i32,
}

/// A chapter of the exercise.
#[derive(Clone, Debug)]
pub struct Phase {
    pub id: PhaseId,
    pub title: SafeText,
    pub text: SafeText,
}

/// A when/then row: judged in every Resolve, in the author's order, each seeing the effects of those before it.
#[derive(Clone, Debug)]
pub struct Rule {
    pub id: RuleId,
    /// The actor without a seat whose move it is, the adversary's for one.
    pub actor: Option<ActorId>,
    pub condition: Option<ExprId>,
    pub from: u16,
    pub to: u16,
    /// Per mille.
    pub chance: u16,
    pub once: bool,
    pub cooldown: u16,
    pub effects: Vec<Effect>,
    /// Why the numbers it moves moved: what a seat that sees such a number is told.
    pub why: SafeText,
}

/// A way the exercise can end. The first in the list whose condition holds is taken.
#[derive(Clone, Debug)]
pub struct Ending {
    pub id: EndingId,
    pub title: SafeText,
    /// What everybody reads, a block of text.
    pub text: SafeText,
    /// What the debrief says about how one gets here.
    pub note: SafeText,
    /// `None` only for the last: it is what happens otherwise.
    pub condition: Option<ExprId>,
    /// Judged after every turn, not only after the last.
    pub early: bool,
}

/// What is exercised.
#[derive(Clone, Debug)]
pub struct Objective {
    pub id: ObjectiveId,
    pub text: SafeText,
    /// Which seats it is for; empty means all.
    pub seats: Vec<crate::model::SeatId>,
    pub tasks: Vec<TaskId>,
}

/// What performing an objective takes.
#[derive(Clone, Debug)]
pub struct CriticalTask {
    pub id: TaskId,
    pub objective: ObjectiveId,
    pub text: SafeText,
    /// Judged at `EndEx`; proposes a rating that a human disposes of. `None`: only the evaluator can tell.
    pub evidence: Option<ExprId>,
}

/// One script file; its functions are compiled at load.
#[derive(Clone, Debug)]
pub struct ScriptSource {
    /// The number of the file in the loader's list of sources.
    pub file: u32,
    pub name: Box<str>,
    pub text: Box<str>,
}
