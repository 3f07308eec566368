//! What a profile makes of reporting: when to say that one knows, how much to say, when to ask for time, when to answer.

use crate::bots::weigh::act::Scored;
use crate::bots::weigh::act::Weigh;
use crate::bots::weigh::why::Why;
use crate::engine::ledger::duties::Answer;
use crate::engine::ledger::duties::DutyState;
use crate::model::DutyId;
use crate::model::FactId;
use crate::model::ledger::duties::Duty;
use crate::model::ledger::duties::Payload;
use crate::model::ledger::facts::Truth;

/// Taken off for putting on record what one has nothing in hand for.
const NOISE: i32 = 60;
/// Taken off for a flag on a report: the recipient can do less with it.
const FLAGGED: i32 = 12;
/// Taken off for asking for time that one does not need.
const HAS_TIME: i32 = 40;

impl<'a> Weigh<'_, 'a> {
    fn row(&self, duty: DutyId) -> Option<(&'a Duty, DutyState)> {
        self.lens.duties().find(|(row, _)| row.id == duty)
    }

    pub(super) fn report(&self, scored: &mut Scored<'a>, duty: DutyId, payload: Payload) {
        let Some((row, state)) = self.row(duty) else {
            return;
        };
        let turn = self.lens.turn_card();
        let due = match state {
            DutyState::Running { due, .. } => Some(due),
            // Beside the determination that starts it, as early as that can be.
            DutyState::Idle => Some(self.lens.would_end(row, turn.from)),
            _ => None,
        };
        match due {
            Some(due) => {
                let length = turn.to.since(turn.from).max(1);
                let felt = turn.to.plus(length.saturating_mul(self.profile.ahead));
                scored.is_due = due < turn.to || self.lens.turn() >= self.lens.last_turn();
                let points = if due <= felt || scored.is_due {
                    self.profile.duty
                } else {
                    self.profile.duty / 4
                };
                scored.add(points, Why::Due(&row.name));
            }
            None => scored.add(self.profile.duty / 2, Why::Overdue(&row.name)),
        }
        // What helps the recipient may get out: whoever minds labels more than the recipient says less.
        if payload != Payload::Minimal && row.tells_in_full.iter().any(|fact| self.holds(*fact)) {
            scored.add(self.audience(row.recipient) / 2, Why::Due(&row.name));
        }
        if payload == Payload::Flagged {
            scored.take(FLAGGED);
        }
        scored.take(row.leak_of(payload).saturating_mul(self.profile.breach) / 1000);
    }

    /// A profile says that it knows once it has something in hand; a careful one wants it verified first.
    pub(super) fn determine(&self, scored: &mut Scored<'a>, duty: DutyId) {
        let Some((row, _)) = self.row(duty) else {
            return;
        };
        let told = || row.tells.iter().chain(&row.tells_in_full).copied();
        let has_list = told().next().is_some();
        let in_hand = told().filter(|fact| self.holds(*fact)).count();
        let verified = told().any(|fact| {
            let held = self.lens.held(self.own, fact);
            held.and_then(|held| held.finding)
                .is_some_and(|finding| finding != Truth::False)
        });
        if has_list && in_hand == 0 {
            scored.take(NOISE);
            return;
        }
        let ready = if has_list || verified {
            1000
        } else {
            self.sight.alarm().max(self.sight.suffering())
        };
        scored.add(self.profile.duty * ready / 1000, Why::Due(&row.name));
        if has_list && !verified {
            scored.take(self.profile.evidence / 2);
        }
    }

    /// More time is worth asking for when the report does not fit into what is left of the turn.
    pub(super) fn ask_extension(&self, scored: &mut Scored<'a>, duty: DutyId) {
        let Some((row, DutyState::Running { due, .. })) = self.row(duty) else {
            return;
        };
        scored.take(scored.points / 2);
        let turn = self.lens.turn_card();
        let is_near = due <= turn.to.plus(turn.to.since(turn.from));
        let is_short = self.lens.hours(row.holder) < row.hours_of(Payload::Full);
        if is_near && is_short {
            scored.add(self.profile.duty * 3 / 4, Why::Due(&row.name));
        } else {
            scored.take(HAS_TIME);
        }
    }

    pub(super) fn respond(&self, scored: &mut Scored<'a>, duty: DutyId) {
        let mut received = self.lens.unanswered();
        let Some((row, answer)) = received.find(|(row, _)| row.id == duty) else {
            return;
        };
        let holder = self.lens.reporter(row);
        scored.add(self.audience(holder) / 2, Why::Answers(&row.name));
        let points = match answer {
            Answer::Overdue => self.profile.duty / 2,
            _ => self.profile.duty / 3,
        };
        scored.add(points, Why::Answers(&row.name));
    }

    fn holds(&self, fact: FactId) -> bool {
        self.lens.held(self.own, fact).is_some()
    }
}
