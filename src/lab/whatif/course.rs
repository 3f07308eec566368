//! One course: the log's commands given again, with a change, on this luck or another.

use crate::bots;
use crate::bots::Sealed;
use crate::engine::State;
use crate::engine::act::Act;
use crate::engine::command::Command;
use crate::engine::dice::Dice;
use crate::engine::event::Event;
use crate::engine::lens::Lens;
use crate::lab::stage::Stage;
use crate::lab::stage::Unwatched;
use crate::lab::whatif::change::Change;
use crate::lab::whatif::expert;
use crate::lab::whatif::others::Others;
use crate::lab::whatif::others::Picture;
use crate::lab::whatif::past::Past;
use crate::log::Line;
use crate::model::SeatId;

/// A course from the beginning to its end.
pub struct Course {
    /// As a log of it would have them.
    pub lines: Vec<Line<Command, Event>>,
    /// The state at its end is told by this alone.
    pub(super) end: State,
    /// The first line that differs from the log's, if one does.
    pub parted: Option<usize>,
}

/// Plays a change on the exercise's own luck, from the beginning to the end.
///
/// Runs on the caller's thread, which needs the stack that scripts may want.
pub fn play(past: &Past, change: &Change, others: Others) -> Course {
    play_on(past, change, others, past.seed())
}

/// Plays a change from the beginning on a luck of its own.
pub(super) fn play_on(past: &Past, change: &Change, others: Others, seed: u64) -> Course {
    let stage = Stage::new(past.playable(), seed);
    let mut player = Player::new(past, change, others, stage, seed);
    let mut lines = Vec::new();
    player.play(0, &mut |line| lines.push(line));
    let parted = (0..lines.len().max(past.lines().len()))
        .find(|place| lines.get(*place) != past.lines().get(*place));
    Course {
        lines,
        end: player.stage.into_state(),
        parted,
    }
}

/// Plays on from a turn's Commit with other luck; the past up to there is the log's. `None` if the log never came there.
pub(super) fn go_on(
    past: &Past,
    change: &Change,
    others: Others,
    turn: u16,
    seed: u64,
) -> Option<State> {
    let mark = past.mark(turn)?;
    let state = mark.state.clone().with_luck(seed);
    let stage = Stage::at(past.playable(), state);
    let mut player = Player::new(past, change, others, stage, seed);
    player.play(mark.line, &mut |_| {});
    Some(player.stage.into_state())
}

struct Player<'a> {
    past: &'a Past,
    change: &'a Change,
    others: Others,
    stage: Stage<'a>,
    dice: Dice,
    /// Something happened that the log does not have.
    diverged: bool,
}

impl<'a> Player<'a> {
    fn new(
        past: &'a Past,
        change: &'a Change,
        others: Others,
        stage: Stage<'a>,
        seed: u64,
    ) -> Self {
        Self {
            past,
            change,
            others,
            stage,
            dice: Dice::new(seed),
            diverged: false,
        }
    }

    /// Gives the log's commands from a line on, and then whatever it takes to reach the end.
    fn play(&mut self, from: usize, told: &mut dyn FnMut(Line<Command, Event>)) {
        let past = self.past;
        for line in &past.lines()[from..] {
            match &line.command {
                Command::Seal { seat, .. } | Command::Unseal { seat } => {
                    if !self.diverged && !self.changes(*seat) {
                        self.give(&line.command, line.rationale.clone(), told);
                    }
                }
                Command::Advance => {
                    if self.stage.is_over() {
                        continue;
                    }
                    self.fill_in(told);
                    let events = self.give(&Command::Advance, line.rationale.clone(), told);
                    self.diverged |= events.is_none_or(|events| events != line.events);
                }
                command => {
                    let events = self.give(command, line.rationale.clone(), told);
                    self.diverged |= events.is_none_or(|events| events != line.events);
                }
            }
        }
        // The log's exercise ended before this one: from here on everybody decides by profile.
        while past.is_over() && !self.stage.is_over() {
            self.diverged = true;
            self.fill_in(told);
            if self.give(&Command::Advance, None, told).is_none()
                && self.give(&Command::Resume, None, told).is_none()
            {
                return;
            }
        }
    }

    fn changes(&self, seat: SeatId) -> bool {
        self.change.bears_on(self.stage.truth().turn(), seat)
    }

    /// Before choices take effect: whoever has to decide otherwise, or anew, seals.
    fn fill_in(&mut self, told: &mut dyn FnMut(Line<Command, Event>)) {
        for seat in &self.past.playable().scenario().seats {
            let decides = self.diverged || self.changes(seat.id);
            if decides && self.stage.is_due(seat.id) {
                let acts = self.choose(seat.id);
                let command = Command::Seal {
                    seat: seat.id,
                    acts,
                };
                self.give(&command, None, told);
            }
        }
    }

    fn choose(&self, seat: SeatId) -> Vec<Act> {
        let turn = self.stage.truth().turn();
        let seats = [seat];
        let lens = self.stage.lens(&seats);
        if self.change.bears_on(turn, seat) {
            return match self.change {
                Change::Acts { acts, .. } => legal(&lens, seat, acts),
                Change::Conduct { profile, .. } => self.by_profile(&lens, seat, profile),
                Change::Expert => {
                    legal(&lens, seat, &expert::acts(self.past.playable(), seat, turn))
                }
                Change::Same | Change::Hold { .. } => Vec::new(),
            };
        }
        let logged = self.past.mark(turn).is_some();
        let as_then = || {
            legal(
                &lens,
                seat,
                self.past.sealed(turn, seat).unwrap_or_default(),
            )
        };
        if !logged {
            return self.by_profile(&lens, seat, self.past.casts()[seat.index()]);
        }
        let is_own = self.change.seat() == Some(seat);
        match self.others {
            _ if is_own => as_then(),
            Others::Frozen => as_then(),
            Others::Matching
                if self
                    .past
                    .picture(turn, seat)
                    .is_some_and(|then| then.matches(&Picture::of(&lens, seat))) =>
            {
                as_then()
            }
            Others::Matching | Others::Profiles => {
                self.by_profile(&lens, seat, self.past.casts()[seat.index()])
            }
        }
    }

    fn by_profile(&self, lens: &Lens<'_>, seat: SeatId, profile: &str) -> Vec<Act> {
        let mut sealed = Sealed::default();
        let bot = bots::named(profile).unwrap_or(&bots::Random);
        bot.choose(lens, seat, &self.dice, &mut sealed);
        sealed.acts
    }

    /// Gives a command; `None` if the rules refuse it now, which they may once things have come differently.
    fn give(
        &mut self,
        command: &Command,
        rationale: Option<String>,
        told: &mut dyn FnMut(Line<Command, Event>),
    ) -> Option<Vec<Event>> {
        self.stage.give(command, &mut Unwatched).ok()?;
        let events = self.stage.events().to_vec();
        told(Line {
            command: command.clone(),
            rationale,
            events: events.clone(),
        });
        Some(events)
    }
}

/// As many of these acts, in order, as are possible and can be paid for together.
pub(super) fn legal(lens: &Lens<'_>, seat: SeatId, acts: &[Act]) -> Vec<Act> {
    let mut kept = Vec::new();
    for act in acts {
        kept.push(*act);
        if lens.judge(seat, &kept).is_err() {
            kept.pop();
        }
    }
    kept
}
