//! What a seat gets: owned, serialisable, texts included; made from a [`crate::engine::lens::Lens`] alone.
//!
//! **Invariant:** nothing here comes from anywhere but a lens and the events that lens may see.

pub mod board;
mod build;
mod duties;
pub mod ledgers;
mod letters;
mod offers;
mod panels;
mod reveal;

pub use build::story;
pub use letters::channel_word;
pub use letters::sender;

use serde::Serialize;

use crate::engine::act::Act;
use crate::engine::event::EventNo;
use crate::engine::event::Step;
use crate::engine::ledger::book::BookView;
use crate::engine::view::ledgers::LedgerViews;
use crate::model::ActorId;
use crate::model::ChoiceId;
use crate::model::CommunityId;
use crate::model::DecisionId;
use crate::model::DutyId;
use crate::model::FactId;
use crate::model::InjectId;
use crate::model::MeterId;
use crate::model::SeatId;
use crate::model::ZoneId;
use crate::model::family::Family;
use crate::model::ledger::Ledger;
use crate::model::ledger::duties::Payload;
use crate::model::marking::Marking;
use crate::model::marking::Tlp;
use crate::model::msel::Channel;
use crate::model::time::ExerciseTime;
use crate::text::SafeText;

/// Everything one seat, or the seats of one table together, may know now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SeatView {
    pub title: SafeText,
    pub is_tutorial: bool,
    /// The seats whose knowledge this is; several in table mode.
    pub roles: Vec<RoleView>,
    /// Every seat of the exercise and who holds it.
    pub table: Vec<HolderView>,
    pub turn: u16,
    pub last_turn: u16,
    pub turn_title: SafeText,
    pub phase: SafeText,
    pub step: Step,
    pub paused: bool,
    pub from: ExerciseTime,
    pub to: ExerciseTime,
    /// The story's wall clock at `from` and `to`: `Tue 09:00`.
    pub story_from: SafeText,
    pub story_to: SafeText,
    /// The zone of that clock, `UTC-3`; empty unless a clock of the viewer's own shows another time.
    pub story_zone: SafeText,
    /// What the viewer's own clock shows at `from`: `Sat 05:00 with you`; empty where it is the story's, or there are several.
    pub story_own: SafeText,
    /// Oldest first.
    pub inbox: Vec<LetterView>,
    pub decisions: Vec<DecisionView>,
    /// Standing actions, but for sharing.
    pub actions: Vec<ActionView>,
    /// What could be passed on to whom.
    pub shares: Vec<ShareView>,
    pub purses: Vec<PurseView>,
    pub panels: Vec<PanelView>,
    /// What the ledgers of the book show beside their panels.
    pub book: BookView,
    pub facts: Vec<FactView>,
    pub duties: Vec<DutyView>,
    /// What the boards are drawn from, ledger by ledger.
    pub ledgers: LedgerViews,
    /// What changed since the last Reveal, each with its reason.
    pub reveal: Vec<RevealLine>,
    pub ending: Option<EndingView>,
}

/// A role card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RoleView {
    pub seat: SeatId,
    pub title: SafeText,
    pub actor: ActorId,
    pub organisation: SafeText,
    pub brief: SafeText,
    pub aims: Vec<SafeText>,
    pub authority: Vec<SafeText>,
    pub limits: Vec<SafeText>,
    /// Name of an organisation, what it is, a remark.
    pub contacts: Vec<(SafeText, SafeText, SafeText)>,
}

/// Who holds a seat, which everybody at the table knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HolderView {
    pub seat: SeatId,
    pub title: SafeText,
    /// A person's name or a profile's.
    pub holder: SafeText,
    pub is_bot: bool,
    pub has_sealed: bool,
}

/// One thing in the inbox: an inject, or what another actor sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LetterView {
    /// The event that brought it; unique, and stays the same.
    pub no: EventNo,
    /// `None` for what another seat or actor sent in play.
    pub inject: Option<InjectId>,
    /// The MSEL's control number; empty for what was sent in play.
    pub number: SafeText,
    pub turn: u16,
    pub time: ExerciseTime,
    /// `Tue 11:30`.
    pub story_time: SafeText,
    pub from: SafeText,
    pub to: SafeText,
    pub channel: Channel,
    pub channel_word: SafeText,
    pub marking: Marking,
    /// `TLP:AMBER`, or the word for a national marking.
    pub label: SafeText,
    pub title: SafeText,
    pub body: SafeText,
    /// Titles of the facts it brought.
    pub facts: Vec<SafeText>,
    /// It came in this turn.
    pub is_new: bool,
}

/// An open decision of one seat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DecisionView {
    pub decision: DecisionId,
    pub seat: SeatId,
    pub seat_title: SafeText,
    pub title: SafeText,
    pub text: SafeText,
    /// The last turn in which it can be answered.
    pub until: u16,
    /// What happens without an answer: the label of the default, if there is one.
    pub default: Option<SafeText>,
    pub choices: Vec<ChoiceView>,
}

/// One alternative of an open decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChoiceView {
    pub choice: ChoiceId,
    pub family: Family,
    pub label: SafeText,
    pub text: SafeText,
    pub hours: i32,
    pub capital: i32,
    /// Why it is not possible now.
    pub obstacle: Option<SafeText>,
    pub technical: SafeText,
    pub legal: SafeText,
    pub political: SafeText,
}

/// A standing action of one seat, possible or not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ActionView {
    pub seat: SeatId,
    pub act: Act,
    pub family: Family,
    pub label: SafeText,
    pub text: SafeText,
    pub hours: i32,
    pub capital: i32,
    pub obstacle: Option<SafeText>,
    /// Acts any one of which, in the same plan, takes the obstacle away.
    pub beside: Vec<Act>,
    /// Odds and amounts a professional would expect beforehand, as ranges where they hang on what the seat cannot know; empty
    /// where nobody would guess.
    pub forecasts: Vec<SafeText>,
}

impl ActionView {
    /// Why it is not possible now, unless something in its seat's plan makes it so.
    pub fn obstacle_in(&self, plan: &[Act]) -> Option<&SafeText> {
        let is_opened = self.beside.iter().any(|act| plan.contains(act));
        self.obstacle.as_ref().filter(|_| !is_opened)
    }
}

/// A fact that could be passed on to an actor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ShareView {
    pub seat: SeatId,
    pub fact: FactId,
    pub fact_title: SafeText,
    pub derived: bool,
    pub to: ActorId,
    pub to_name: SafeText,
    pub hours: i32,
    pub obstacle: Option<SafeText>,
    /// The label one would share it under if nothing speaks for another.
    pub usual: Tlp,
    /// Labels under which it could go out, widest first, and whether that would leave the boundary it was received under.
    pub labels: Vec<(Tlp, bool)>,
}

/// What a seat can spend, and what it has sealed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PurseView {
    pub seat: SeatId,
    pub title: SafeText,
    /// Hours of this turn, and what the sealed acts leave of them.
    pub hours: i32,
    pub hours_left: i32,
    pub capital: i32,
    pub capital_left: i32,
    pub has_sealed: bool,
    pub sealed: Vec<SealedView>,
}

/// One sealed act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SealedView {
    pub act: Act,
    pub label: SafeText,
    pub family: Family,
    pub hours: i32,
    pub capital: i32,
}

/// What a seat sees of one ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PanelView {
    pub ledger: Ledger,
    pub title: SafeText,
    pub rows: Vec<RowView>,
}

/// One number a seat can see, and can ask "why?" of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RowView {
    pub subject: Subject,
    pub label: SafeText,
    /// The value in words or digits: `62`, `30–45`, `12 of 40`.
    pub shown: SafeText,
    /// For a bar: lowest and highest it may be, on a scale from 0 to `full`.
    pub bar: Option<(i32, i32, i32)>,
    /// Change since the last Reveal.
    pub change: i32,
    /// Whether the change is for the better; `None` if nobody can say, or nothing changed.
    pub better: Option<bool>,
}

/// A number one can ask "why?" of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Subject {
    Meter(MeterId),
    Trust(ActorId, ActorId),
    Zone(ZoneId),
    Community(CommunityId),
    Duty(DutyId),
    Fact(FactId),
    /// An actor's responsibility profile.
    Profile(ActorId),
    Capital(SeatId),
    Hours(SeatId),
    /// A row of one of the book's ledgers, and the column for what is kept of pairs; numbered as that ledger does.
    Row(Ledger, u16, u16),
}

/// A fact the seat holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FactView {
    pub fact: FactId,
    /// The actor at this table who holds it.
    pub holder: ActorId,
    pub kind: SafeText,
    pub title: SafeText,
    pub body: SafeText,
    pub source: SafeText,
    /// Whom it identifies, where that one's consent matters.
    pub owner: Option<SafeText>,
    pub marking: Marking,
    pub label: SafeText,
    pub since: u16,
    /// Who passed it on.
    pub from: Option<SafeText>,
    pub derived: bool,
    /// What one's own analysis found.
    pub finding: Option<SafeText>,
    /// How much an indicator is still worth, in per mille.
    pub fresh: i32,
    /// Who else is known to hold it, since they sent it or were sent it.
    pub also_held_by: Vec<SafeText>,
}

/// A reporting duty of the seat's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DutyView {
    pub duty: DutyId,
    pub seat: SeatId,
    pub name: SafeText,
    pub about: SafeText,
    pub recipient: SafeText,
    /// The law's word that starts the clock.
    pub trigger: SafeText,
    pub status: DutyStatus,
    pub due: Option<ExerciseTime>,
    pub story_due: SafeText,
    /// Minutes from the start of this turn to the deadline.
    pub minutes_left: Option<i32>,
    /// How long it gives, and in which calendar.
    pub terms: SafeText,
    /// The real law it is modelled on, and since when that applies; empty if its author says neither.
    pub modelled: SafeText,
    /// The deadline on the wall clocks that count: the holder's, and the recipient's where it is another.
    pub local_due: Vec<SafeText>,
    /// The kinds of report there is a choice of, with what each costs in hours; empty where there is none.
    pub payloads: Vec<PayloadView>,
    /// What else the holder knows: what stops it, whether it may be extended, whether an answer is owed.
    pub notes: Vec<SafeText>,
}

/// One kind of report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PayloadView {
    pub payload: Payload,
    pub label: SafeText,
    pub hours: i32,
}

/// Where a duty stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum DutyStatus {
    Idle,
    Running,
    Met,
    Missed,
    Stopped,
}

/// One line of the Reveal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RevealLine {
    pub ledger: Option<Ledger>,
    pub text: SafeText,
    /// Why, as far as the seat may know.
    pub reason: SafeText,
    pub better: Option<bool>,
    pub subject: Option<Subject>,
}

/// How the exercise ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EndingView {
    pub title: SafeText,
    pub text: SafeText,
}

/// The answer to "why?": the changes of one number, newest first, each with its chain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WhyView {
    pub label: SafeText,
    pub shown: SafeText,
    pub changes: Vec<WhyChange>,
    /// How many changes there were before these.
    pub earlier: usize,
}

/// One change of a number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WhyChange {
    pub turn: u16,
    pub text: SafeText,
    /// From the nearest cause to the first; ends in a choice, an inject, a rule, a script function, dice or `StartEx`.
    pub chain: Vec<SafeText>,
    /// The chain goes on where this seat may not look; the debrief shows the rest.
    pub hidden: bool,
}
