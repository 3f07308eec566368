//! Makes a seat's view from its lens.

use crate::engine::command::Holder;
use crate::engine::event::Event;
use crate::engine::event::Step;
use crate::engine::event::What;
use crate::engine::ledger::book::BookView;
use crate::engine::lens::Lens;
use crate::engine::tell::Teller;
use crate::engine::view::EndingView;
use crate::engine::view::HolderView;
use crate::engine::view::RoleView;
use crate::engine::view::SeatView;
use crate::engine::why::Asker;
use crate::model::SeatId;
use crate::model::calendar;
use crate::model::calendar::Local;
use crate::model::time::ExerciseTime;
use crate::model::time::StoryClock;
use crate::model::time::Weekday;
use crate::text::SafeText;
use crate::text::Words;

/// What the parts of a view are made from.
pub(super) struct Maker<'a> {
    pub(super) lens: Lens<'a>,
    pub(super) events: &'a [Event],
    pub(super) words: &'a Words,
    pub(super) teller: Teller<'a>,
    /// The place of the first event since the Reveal before the last.
    pub(super) since: usize,
}

impl SeatView {
    /// The view of a lens. `events` are all events of the exercise so far; only what the lens may see of them is used.
    pub fn of(lens: &Lens<'_>, events: &[Event], words: &Words) -> SeatView {
        let maker = Maker::new(*lens, events, words);
        let card = lens.turn_card();
        let scenario = lens.scenario();
        let phase = card
            .phase
            .map(|phase| scenario.phases[phase.index()].title.clone());
        SeatView {
            title: scenario.about.title.clone(),
            is_tutorial: scenario.about.is_tutorial,
            roles: lens.seats().iter().map(|seat| maker.role(*seat)).collect(),
            table: maker.table(),
            turn: lens.turn(),
            last_turn: lens.last_turn(),
            turn_title: card.title.clone(),
            phase: phase.unwrap_or_default(),
            step: lens.step(),
            paused: lens.is_paused(),
            from: card.from,
            to: card.to,
            story_from: story(scenario.clock, card.from, words),
            story_to: story(scenario.clock, card.to, words),
            story_zone: maker.story_zone(),
            story_own: maker.story_own(),
            inbox: maker.inbox(),
            decisions: maker.decisions(),
            actions: maker.actions(),
            shares: maker.shares(),
            purses: maker.purses(),
            panels: maker.panels(),
            book: BookView::of(lens, maker.teller),
            facts: maker.facts(),
            duties: maker.duties(),
            ledgers: maker.ledgers(),
            reveal: maker.reveal(),
            ending: maker.ending(),
        }
    }
}

/// The catalogue's key for a day of the week.
pub(super) fn weekday_key(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Mon => "weekday-mon",
        Weekday::Tue => "weekday-tue",
        Weekday::Wed => "weekday-wed",
        Weekday::Thu => "weekday-thu",
        Weekday::Fri => "weekday-fri",
        Weekday::Sat => "weekday-sat",
        Weekday::Sun => "weekday-sun",
    }
}

/// The story's wall clock at a moment: `Tue 11:30`, or `Wed 09:00, day 2`.
pub fn story(clock: StoryClock, time: ExerciseTime, words: &Words) -> SafeText {
    let (day, weekday, hour, minute) = clock.at(time);
    let weekday = words.say(weekday_key(weekday));
    let time = format!("{hour:02}:{minute:02}");
    if day == 0 {
        words.fill(
            "story-time",
            &[("weekday", weekday.into()), ("time", time.into())],
        )
    } else {
        let args = [
            ("weekday", weekday.into()),
            ("time", time.into()),
            ("day", (day + 1).into()),
        ];
        words.fill("story-time-later", &args)
    }
}

impl<'a> Maker<'a> {
    /// The zone of the story's clock, where one of the viewer's own shows another time.
    fn story_zone(&self) -> SafeText {
        let scenario = self.lens.scenario();
        if self.clocks_elsewhere().next().is_some() {
            SafeText::line(&scenario.clock.offset.to_string())
        } else {
            SafeText::empty()
        }
    }

    /// What the clock of a seat that looks alone shows when the turn begins, if it is another than the story's.
    fn story_own(&self) -> SafeText {
        let is_alone = self.lens.seats().len() == 1;
        let Some(own) = self.clocks_elsewhere().next().filter(|_| is_alone) else {
            return SafeText::empty();
        };
        let moment = own.at(self.lens.turn_card().from);
        let weekday = self.words.say(weekday_key(moment.weekday));
        let clock = calendar::face(moment.minute);
        let args = [("weekday", weekday.into()), ("time", clock.into())];
        self.words.fill("story-time-own", &args)
    }

    /// The clocks of one's own seats that are not the story's.
    fn clocks_elsewhere(&self) -> impl Iterator<Item = Local<'_>> {
        let scenario = self.lens.scenario();
        let seats = self.lens.seats().iter();
        seats
            .map(|seat| scenario.local(self.lens.seat(*seat).actor))
            .filter(|wall| wall.offset != scenario.clock.offset)
    }

    fn new(lens: Lens<'a>, events: &'a [Event], words: &'a Words) -> Self {
        let reveals = events
            .iter()
            .enumerate()
            .rev()
            .filter_map(|(place, event)| {
                matches!(
                    event.what,
                    What::Entered {
                        step: Step::Reveal,
                        ..
                    }
                )
                .then_some(place)
            });
        let since = reveals.take(2).last().unwrap_or(0);
        // With a single Reveal so far, everything since the beginning is new.
        let only_one = events
            .iter()
            .filter(|event| {
                matches!(
                    event.what,
                    What::Entered {
                        step: Step::Reveal,
                        ..
                    }
                )
            })
            .take(2)
            .count()
            < 2;
        Self {
            lens,
            events,
            words,
            teller: Teller {
                scenario: lens.scenario(),
                words,
            },
            since: if only_one { 0 } else { since },
        }
    }

    pub(super) fn asker(&self) -> Asker<'a> {
        Asker::Seat(self.lens)
    }

    /// The events since the Reveal before the last that the lens may see.
    pub(super) fn recent(&self) -> impl Iterator<Item = &'a Event> + '_ {
        self.events[self.since..]
            .iter()
            .filter(|event| self.lens.may_see(event))
    }

    fn role(&self, seat: SeatId) -> RoleView {
        let card = self.lens.seat(seat);
        let contacts = card.contacts.iter().map(|contact| {
            let actor = &self.lens.scenario().actors[contact.actor.index()];
            (
                actor.name.clone(),
                actor.about.clone(),
                contact.remark.clone(),
            )
        });
        RoleView {
            seat,
            title: card.title.clone(),
            actor: card.actor,
            organisation: self.teller.actor(card.actor).clone(),
            brief: card.brief.clone(),
            aims: card.aims.clone(),
            authority: card.authority.clone(),
            limits: card.limits.clone(),
            contacts: contacts.collect(),
        }
    }

    fn table(&self) -> Vec<HolderView> {
        let seats = self.lens.scenario().seats.iter();
        seats
            .map(|seat| {
                let (holder, is_bot) = match self.lens.holder(seat.id) {
                    Some(Holder::Person { name }) => (SafeText::line(name), false),
                    Some(Holder::Bot { profile }) => (self.teller.bot(profile), true),
                    None => (SafeText::empty(), false),
                };
                HolderView {
                    seat: seat.id,
                    title: seat.title.clone(),
                    holder,
                    is_bot,
                    has_sealed: self.lens.has_sealed(seat.id),
                }
            })
            .collect()
    }

    fn ending(&self) -> Option<EndingView> {
        let ended = self
            .events
            .iter()
            .rev()
            .find_map(|event| match event.what {
                What::Ended { ending, .. } => Some(ending),
                _ => None,
            })?;
        // The last turn is still to be revealed before the ending is.
        let shown = self.lens.step() == Step::Note && self.lens.has_ended();
        let ending = &self.lens.scenario().endings[ended.index()];
        shown.then(|| EndingView {
            title: ending.title.clone(),
            text: ending.text.clone(),
        })
    }
}
