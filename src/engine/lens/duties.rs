//! What a seat may know of duties, and what it can do about them.

use crate::engine::act::Act;
use crate::engine::ledger::duties::Answer;
use crate::engine::ledger::duties::DutyEvent;
use crate::engine::ledger::duties::DutyNotes;
use crate::engine::ledger::duties::DutyState;
use crate::engine::ledger::duties::end_of;
use crate::engine::lens::Lens;
use crate::engine::rejection::Obstacle;
use crate::model::ActorId;
use crate::model::DutyId;
use crate::model::SeatId;
use crate::model::ledger::Ledger;
use crate::model::ledger::duties::Duty;
use crate::model::ledger::duties::Follows;
use crate::model::ledger::duties::Payload;
use crate::model::time::ExerciseTime;

impl<'a> Lens<'a> {
    /// What else is known of a duty of one's own; since when one is said to have known, only once that is found out.
    pub fn duty_notes(&self, duty: DutyId) -> Option<DutyNotes> {
        let holder = self.scenario().duties[duty.index()].holder;
        let notes = self.state.world.duty_notes[duty.index()];
        (self.has(Ledger::Duties) && self.is_own(holder)).then_some(DutyNotes {
            known: notes.known.filter(|_| notes.found_out),
            ..notes
        })
    }

    /// The reports that have come in and wait for one's own answer.
    pub fn unanswered(&self) -> impl Iterator<Item = (&'a Duty, Answer)> + use<'a, '_> {
        let duties = self.scenario().duties.iter();
        duties.filter_map(|duty| {
            let answer = self.state.world.duty_notes[duty.id.index()].answer;
            let is_ours = self.has(Ledger::Duties) && self.is_own_actor(duty.recipient);
            (is_ours && answer.is_waited_for()).then_some((duty, answer))
        })
    }

    /// Whether who reports is not held to account for it; everybody may know.
    pub fn has_safe_harbour(&self) -> bool {
        self.state.world.safe_harbour
    }

    /// Who owes a duty's report: who sits where is no secret.
    pub fn reporter(&self, duty: &Duty) -> ActorId {
        self.scenario().seats[duty.holder.index()].actor
    }

    /// Whether these seats may see that an event happened to a duty.
    pub(super) fn may_see_duty(&self, event: &DutyEvent) -> bool {
        let Some(duty) = event.duty() else {
            // A safe harbour is made known, or it would keep nobody safe.
            return true;
        };
        let row = &self.scenario().duties[duty.index()];
        let passes_between = matches!(
            event,
            DutyEvent::Met { .. }
                | DutyEvent::Late { .. }
                | DutyEvent::FoundOut { .. }
                | DutyEvent::Noise { .. }
                | DutyEvent::Extended { .. }
                | DutyEvent::ExtensionRefused { .. }
                | DutyEvent::Leaked { .. }
                | DutyEvent::AnswerOwed { .. }
                | DutyEvent::Answered { .. }
                | DutyEvent::Unanswered { .. }
        );
        let is_secret = matches!(event, DutyEvent::Knowable { .. });
        !is_secret
            && (self.is_own(row.holder) || (passes_between && self.is_own_actor(row.recipient)))
    }

    /// The determinations of a seat's own that would start a report's clock, which neither runs nor has run: that duty's, and
    /// those of the duties whose start it follows.
    pub(super) fn starters(&self, seat: SeatId, duty: DutyId) -> Vec<DutyId> {
        let mut found = Vec::new();
        let mut next = Some(duty);
        // A chain that came round again would have passed every duty.
        for _ in &self.scenario().duties {
            let Some(duty) = next else { break };
            if self.state.world.duties[duty.index()] != DutyState::Idle {
                break;
            }
            if self.can_on_duty(seat, Act::Determine { duty }, &[]).is_ok() {
                found.push(duty);
            }
            next = match self.scenario().duties[duty.index()].follows {
                Some(Follows::Start(first)) => Some(first),
                _ => None,
            };
        }
        found
    }

    /// The acts of a seat any one of which, in the same plan, makes another possible.
    pub fn openers(&self, seat: SeatId, act: &Act) -> Vec<Act> {
        let Act::Report { duty, .. } = *act else {
            return Vec::new();
        };
        let alone = self.alone(seat);
        let determinations = alone.starters(seat, duty).into_iter();
        determinations
            .map(|duty| Act::Determine { duty })
            .filter(|determines| alone.can_beside(seat, act, &[*determines]).is_ok())
            .collect()
    }

    /// The reports that a plan's determinations make possible beside them.
    pub fn opened(&self, seat: SeatId, plan: &[Act]) -> Vec<Act> {
        let determines = plan.iter().any(|act| matches!(act, Act::Determine { .. }));
        let mut reports = Vec::new();
        if determines {
            self.conceivable_on_duties(seat, &mut reports);
            reports.retain(|act| {
                let is_report = matches!(act, Act::Report { .. });
                is_report
                    && self.can(seat, act).is_err()
                    && self.can_beside(seat, act, plan).is_ok()
            });
        }
        reports
    }

    /// When a clock ends that is started at a moment.
    pub fn would_end(&self, duty: &Duty, at: ExerciseTime) -> ExerciseTime {
        end_of(self.scenario(), duty, duty.within, at)
    }

    /// What stands in the way of an act on a duty, in a plan with others.
    pub(super) fn can_on_duty(&self, seat: SeatId, act: Act, plan: &[Act]) -> Result<(), Obstacle> {
        let (Act::Report { duty, .. }
        | Act::Determine { duty }
        | Act::AskExtension { duty }
        | Act::Respond { duty }) = act
        else {
            return Ok(());
        };
        let row = &self.scenario().duties[duty.index()];
        let state = self.state.world.duties[duty.index()];
        let notes = &self.state.world.duty_notes[duty.index()];
        if let Act::Respond { .. } = act {
            let is_recipient = row.recipient == self.seat(seat).actor;
            return if is_recipient && notes.answer.is_waited_for() {
                Ok(())
            } else {
                Err(Obstacle::NothingToAnswer { duty })
            };
        }
        if row.holder != seat {
            return Err(Obstacle::NotRunning { duty });
        }
        let is_running = matches!(state, DutyState::Running { .. });
        match act {
            Act::Determine { .. }
                if !row.determined || state != DutyState::Idle || notes.determined.is_some() =>
            {
                Err(Obstacle::NothingToDetermine { duty })
            }
            Act::AskExtension { .. } if !is_running => Err(Obstacle::NotRunning { duty }),
            Act::AskExtension { .. } if row.extension.is_none() || notes.extended.is_some() => {
                Err(Obstacle::NoExtension { duty })
            }
            Act::Report { .. } if !state.is_open() && !self.opens(seat, duty, plan)? => {
                Err(Obstacle::NotRunning { duty })
            }
            Act::Report {
                payload: Payload::Minimal,
                ..
            } if !row.accepts_minimal => Err(Obstacle::MinimalNotEnough { duty }),
            _ => Ok(()),
        }
    }

    /// Whether a determination in a plan starts a duty's clock.
    ///
    /// # Errors
    /// That one would, and is not in it.
    fn opens(&self, seat: SeatId, duty: DutyId, plan: &[Act]) -> Result<bool, Obstacle> {
        let starters = self.starters(seat, duty);
        let planned = |duty: &DutyId| plan.contains(&Act::Determine { duty: *duty });
        match starters.first() {
            Some(_) if starters.iter().any(planned) => Ok(true),
            Some(&duty) => Err(Obstacle::NotDetermined { duty }),
            None => Ok(false),
        }
    }

    /// The hours an act on a duty costs.
    pub(super) fn duty_hours(&self, act: &Act) -> i32 {
        let rules = &self.scenario().duty_rules;
        match *act {
            Act::Report { duty, payload } => self.scenario().duties[duty.index()].hours_of(payload),
            Act::Determine { .. } => rules.determine_hours,
            Act::AskExtension { .. } => rules.extension_hours,
            Act::Respond { .. } => rules.answer_hours,
            _ => 0,
        }
    }

    /// Every act on duties that a seat could think of.
    pub(super) fn conceivable_on_duties(&self, seat: SeatId, acts: &mut Vec<Act>) {
        for (duty, _) in self.duties().filter(|(duty, _)| duty.holder == seat) {
            let payloads = duty.payloads().iter();
            acts.extend(payloads.map(|&payload| Act::Report {
                duty: duty.id,
                payload,
            }));
            if duty.determined {
                acts.push(Act::Determine { duty: duty.id });
            }
            if duty.extension.is_some() {
                acts.push(Act::AskExtension { duty: duty.id });
            }
        }
        let own = self.seat(seat).actor;
        let received = self.unanswered().filter(|(duty, _)| duty.recipient == own);
        acts.extend(received.map(|(duty, _)| Act::Respond { duty: duty.id }));
    }
}
