//! Reads a record into a debrief.

use std::collections::BTreeMap;

use crate::bots;
use crate::engine::command::Holder;
use crate::engine::event::Cause;
use crate::engine::event::Event;
use crate::engine::event::What;
use crate::engine::tell::Teller;
use crate::engine::truth::Truth;
use crate::engine::view::story;
use crate::model::SeatId;
use crate::model::family::Family;
use crate::model::scenario::Scenario;
use crate::model::time::ExerciseTime;
use crate::report::debrief::Debrief;
use crate::report::debrief::Exercise;
use crate::report::debrief::Moment;
use crate::report::debrief::SeatPart;
use crate::report::debrief::WantPart;
use crate::report::debrief::course::Course;
use crate::report::debrief::graph::Graph;
use crate::report::record::Provenance;
use crate::report::record::Record;
use crate::report::record::Viewer;
use crate::session::Session;
use crate::text::Arg;
use crate::text::SafeText;
use crate::text::Words;

impl Debrief {
    /// The debrief of an exercise in play, or of a log that is looked at.
    pub fn of_session(session: &Session, viewer: &Viewer) -> Self {
        let provenance = Provenance::of(session);
        Self::of(&Record::of(session, &provenance), viewer)
    }

    /// The debrief of an exercise: of one that still runs, as far as it has come.
    pub fn of(record: &Record<'_>, viewer: &Viewer) -> Self {
        let course = Course::of(*record);
        let maker = Maker::new(*record, viewer, &course);
        let objectives = maker.objectives();
        let profiles = maker.profiles();
        let sharing = maker.sharing();
        Self {
            exercise: maker.exercise(),
            seats: maker.seats(),
            ending: maker.ending(),
            turning_points: maker.turning_points(),
            decisions: maker.decisions(),
            turns: maker.turns(),
            fog: maker.fog(),
            terms: maker.terms(),
            sharing,
            profiles,
            duties: maker.duties(),
            harm: maker.harm(),
            borders: maker.borders(),
            diplomacy: maker.diplomacy(),
            states: maker.states(),
            charts: maker.charts(),
            objectives,
            unprepared: maker.unprepared(),
            facts: maker.facts(),
            truths: maker.beneath(),
            readings: maker.readings(),
            overrides: maker.overrides(),
            troubles: maker.troubles(),
            notes: maker.notes(),
            modelled_on: maker.modelled_on(),
        }
    }
}

/// What the parts of a debrief are made from.
pub(super) struct Maker<'a> {
    pub(super) record: Record<'a>,
    pub(super) viewer: &'a Viewer,
    pub(super) scenario: &'a Scenario,
    pub(super) events: &'a [Event],
    pub(super) words: &'a Words,
    pub(super) teller: Teller<'a>,
    pub(super) course: &'a Course<'a>,
    pub(super) graph: Graph<'a>,
    /// What stands for each participant's name, if they are not to be named.
    masks: BTreeMap<&'a str, SafeText>,
}

impl<'a> Maker<'a> {
    fn new(record: Record<'a>, viewer: &'a Viewer, course: &'a Course<'a>) -> Self {
        let scenario = record.playable.scenario();
        let words = record.words;
        Self {
            record,
            viewer,
            scenario,
            events: record.events,
            words,
            teller: Teller { scenario, words },
            course,
            graph: Graph::of(record.events),
            masks: if viewer.anonymous {
                masks(record.events, words)
            } else {
                BTreeMap::new()
            },
        }
    }

    pub(super) fn fill(&self, key: &str, args: &[(&str, Arg)]) -> SafeText {
        self.words.fill(key, args)
    }

    pub(super) fn is_own(&self, seat: SeatId) -> bool {
        self.viewer.seats.contains(&seat)
    }

    pub(super) fn truth_at_end(&self) -> Truth<'a> {
        Truth::new(self.record.playable, self.course.last())
    }

    pub(super) fn truth_at_start(&self) -> Truth<'a> {
        Truth::new(self.record.playable, self.course.first())
    }

    /// The truth at the beginning and after each turn.
    pub(super) fn truths(&self) -> impl Iterator<Item = Truth<'a>> + '_ {
        self.course
            .ends
            .iter()
            .map(|(_, state)| Truth::new(self.record.playable, state))
    }

    /// The moment of an event.
    pub(super) fn at(&self, place: usize) -> Moment {
        self.moment(self.course.turns[place], self.course.times[place])
    }

    pub(super) fn moment(&self, turn: u16, time: ExerciseTime) -> Moment {
        Moment {
            turn,
            minutes: time.0,
            time: SafeText::line(&time.to_string()),
            story: story(self.scenario.clock, time, self.words),
        }
    }

    /// A moment in whichever turn it falls; one after the last turn belongs to that.
    pub(super) fn moment_of(&self, time: ExerciseTime) -> Moment {
        let turns = &self.scenario.turns;
        let first = usize::from(!self.scenario.has_prep);
        let turn = (first..turns.len())
            .find(|turn| time < turns[*turn].to)
            .unwrap_or(turns.len().saturating_sub(1));
        self.moment(u16::try_from(turn).unwrap_or(u16::MAX), time)
    }

    /// What a person wrote, with the participants' names masked if they are to be.
    pub(super) fn voice(&self, raw: &str) -> SafeText {
        let mut text = raw.to_owned();
        for (name, mask) in self.masks.iter().rev() {
            if name.chars().count() >= 2 {
                text = text.replace(name, mask.as_str());
            }
        }
        SafeText::block(&text)
    }

    /// What an event was, as told to those who may know everything.
    pub(super) fn tell(&self, place: usize) -> SafeText {
        match &self.events[place].what {
            What::Filled { seat, by } => {
                let key = match by {
                    Holder::Person { .. } => "tell-filled",
                    Holder::Bot { .. } => "tell-filled-bot",
                };
                let seat = ("seat", self.teller.seat(*seat).into());
                self.fill(key, &[seat, ("name", self.holder_name(by).into())])
            }
            What::Noted { text, .. } => {
                self.fill("tell-noted", &[("text", self.voice(text).into())])
            }
            _ => self.teller.event(&self.events[place], true),
        }
    }

    fn holder_name(&self, holder: &Holder) -> SafeText {
        match holder {
            Holder::Person { name } => self
                .masks
                .get(name.as_str())
                .cloned()
                .unwrap_or_else(|| SafeText::line(name)),
            Holder::Bot { profile } => {
                let key = bots::key(profile);
                if self.words.has(&key) {
                    self.words.say(&key)
                } else {
                    SafeText::line(profile)
                }
            }
        }
    }

    /// Who holds a seat at the end, and whether that is a program.
    pub(super) fn holder(&self, seat: SeatId) -> (SafeText, bool) {
        match self.truth_at_end().holder(seat) {
            Some(by @ Holder::Bot { .. }) => {
                let name = ("name", self.holder_name(by).into());
                (self.fill("debrief-holder-bot", &[name]), true)
            }
            Some(by) => (self.holder_name(by), false),
            None => (SafeText::empty(), false),
        }
    }

    pub(super) fn family(&self, family: Family) -> SafeText {
        self.words.say(match family {
            Family::Share => "family-share",
            Family::Condemn => "family-condemn",
            Family::Escalate => "family-escalate",
            Family::Contain => "family-contain",
            Family::Hold => "family-hold",
        })
    }

    /// The nearest thing that somebody did, or that arrived, or a rule of the author's, behind an event.
    pub(super) fn doer(&self, place: usize) -> Option<usize> {
        self.graph.nearest(place, |event| {
            matches!(
                event.what,
                What::Acted { .. }
                    | What::Delivered { .. }
                    | What::RuleFired { .. }
                    | What::Adversary(_)
            ) || matches!(
                (&event.what, event.cause),
                (What::Closed { .. }, Cause::Engine(_))
            )
        })
    }

    fn exercise(&self) -> Exercise {
        let about = &self.scenario.about;
        let provenance = self.record.provenance;
        let perspective = self.viewer.seats.iter();
        let last = self.course.times.last().copied().unwrap_or_default();
        Exercise {
            title: about.title.clone(),
            tagline: about.tagline.clone(),
            summary: about.summary.clone(),
            content_note: about.content_note.clone(),
            scenario: SafeText::line(&about.id),
            language: SafeText::line(&about.language),
            perspective: perspective
                .map(|seat| self.teller.seat(*seat).clone())
                .collect(),
            anonymous: self.viewer.anonymous,
            turns: self.course.turns.last().copied().unwrap_or_default(),
            length: SafeText::line(&last.to_string()),
            log: SafeText::line(&provenance.log),
            lines: provenance.lines,
            forked_from: SafeText::line(&provenance.parent),
            package: SafeText::line(&provenance.scenario),
            seed: provenance.seed,
            version: SafeText::line(&provenance.version),
        }
    }

    fn seats(&self) -> Vec<SeatPart> {
        let (start, end) = (self.truth_at_start(), self.truth_at_end());
        let seats = self.scenario.seats.iter();
        seats
            .map(|seat| {
                let (holder, is_bot) = self.holder(seat.id);
                SeatPart {
                    title: seat.title.clone(),
                    organisation: self.teller.actor(seat.actor).clone(),
                    holder,
                    is_bot,
                    is_own: self.is_own(seat.id),
                    aims: seat.aims.clone(),
                    wants: seat
                        .wants
                        .iter()
                        .map(|want| WantPart {
                            text: want.text.clone(),
                            start: start.eval(want.value),
                            end: end.eval(want.value),
                        })
                        .collect(),
                }
            })
            .collect()
    }
}

/// A number for every person who held a seat, in the order in which they took one.
fn masks<'a>(events: &'a [Event], words: &Words) -> BTreeMap<&'a str, SafeText> {
    let mut masks = BTreeMap::new();
    for event in events {
        if let What::Filled {
            by: Holder::Person { name },
            ..
        } = &event.what
        {
            let number = masks.len() + 1;
            masks
                .entry(name.as_str())
                .or_insert_with(|| words.fill("debrief-participant", &[("number", number.into())]));
        }
    }
    masks
}
