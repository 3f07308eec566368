//! What every screen may look at while it updates and draws.

use ratatui::layout::Rect;

use crate::engine::event::Step;
use crate::engine::view::ActionView;
use crate::engine::view::PurseView;
use crate::engine::view::SeatView;
use crate::engine::view::ledgers::LedgerViews;
use crate::model::SeatId;
use crate::model::time::ExerciseTime;
use crate::text::Arg;
use crate::text::SafeText;
use crate::text::Words;
use crate::tui::draft::Draft;
use crate::tui::lists::Lists;
use crate::tui::settings::Settings;
use crate::tui::theme::Theme;

/// What every screen may look at: never the truth, only what the seats at this screen may know.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    pub words: &'a Words,
    pub theme: &'a Theme,
    pub settings: &'a Settings,
    pub lists: &'a Lists,
    /// Empty as long as no exercise is on.
    pub view: &'a SeatView,
    pub draft: &'a Draft,
    /// Where the screen is drawn: without header and footer.
    pub area: Rect,
    /// Whom the screen goes to next, if another person plays at this machine.
    pub next_seat: Option<SeatId>,
    /// Where seats seal one after another: the seat whose turn it is.
    pub turn: Option<SeatId>,
    /// Whether the title of each seat must stand beside what is its own.
    pub together: bool,
}

impl Scene<'_> {
    /// Why an action is not possible now, as the plan stands.
    pub fn obstacle<'a>(&self, action: &'a ActionView) -> Option<&'a SafeText> {
        self.draft.obstacle(action)
    }

    /// A message of the catalogue.
    pub fn say(&self, key: &str) -> SafeText {
        self.words.say(key)
    }

    /// A message of the catalogue with its places filled.
    pub fn fill(&self, key: &str, args: &[(&str, Arg)]) -> SafeText {
        self.words.fill(key, args)
    }

    /// A message with one number in it, called `n`.
    pub fn count(&self, key: &str, number: usize) -> SafeText {
        self.words.fill(key, &[("n", Arg::from(number))])
    }

    /// Whether seats can plan and seal now.
    pub fn can_plan(&self) -> bool {
        self.view.step == Step::Commit && self.view.ending.is_none()
    }

    /// Whether every seat at this screen that may seal now has sealed.
    pub fn has_sealed(&self) -> bool {
        let mut purses = self.view.purses.iter();
        let waits = |purse: &PurseView| {
            !purse.has_sealed && self.turn.is_none_or(|turn| turn == purse.seat)
        };
        !self.view.purses.is_empty() && !purses.any(waits)
    }

    /// A seat's purse.
    pub fn purse(&self, seat: SeatId) -> Option<&PurseView> {
        self.view.purses.iter().find(|purse| purse.seat == seat)
    }

    /// The title of a seat.
    pub fn seat_title(&self, seat: SeatId) -> SafeText {
        self.view
            .table
            .iter()
            .find(|holder| holder.seat == seat)
            .map(|holder| holder.title.clone())
            .unwrap_or_default()
    }

    /// What something costs, in words; empty if it costs nothing.
    pub fn cost(&self, hours: i32, capital: i32) -> SafeText {
        let key = match (hours, capital) {
            (0, 0) => return self.say("play-cost-none"),
            (_, 0) => "play-cost-hours",
            (0, _) => "play-cost-capital",
            _ => "play-cost",
        };
        self.fill(
            key,
            &[("hours", Arg::from(hours)), ("capital", Arg::from(capital))],
        )
    }
}

/// A view of nothing, before an exercise is on.
pub fn nothing() -> SeatView {
    SeatView {
        title: SafeText::empty(),
        is_tutorial: false,
        roles: Vec::new(),
        table: Vec::new(),
        turn: 0,
        last_turn: 0,
        turn_title: SafeText::empty(),
        phase: SafeText::empty(),
        step: Step::Setup,
        paused: false,
        from: ExerciseTime(0),
        to: ExerciseTime(0),
        story_from: SafeText::empty(),
        story_to: SafeText::empty(),
        story_zone: SafeText::empty(),
        story_own: SafeText::empty(),
        inbox: Vec::new(),
        decisions: Vec::new(),
        actions: Vec::new(),
        shares: Vec::new(),
        purses: Vec::new(),
        panels: Vec::new(),
        book: crate::engine::ledger::book::BookView::default(),
        facts: Vec::new(),
        duties: Vec::new(),
        ledgers: LedgerViews::default(),
        reveal: Vec::new(),
        ending: None,
    }
}
