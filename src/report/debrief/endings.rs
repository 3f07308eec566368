//! How it ended, how else it could have, and the turning points.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::engine::act::Act;
use crate::engine::event::Cause;
use crate::engine::event::EngineRule;
use crate::engine::event::Event;
use crate::engine::event::What;
use crate::engine::ledger::duties::DutyEvent;
use crate::engine::ledger::facts::FactEvent;
use crate::engine::ledger::spread::SpreadEvent;
use crate::model::ExprId;
use crate::model::expr::Read;
use crate::model::msel::Sender;
use crate::report::debrief::EndingPart;
use crate::report::debrief::OtherEnding;
use crate::report::debrief::PointKind;
use crate::report::debrief::TurningPoint;
use crate::report::debrief::build::Maker;
use crate::text::SafeText;

/// How many turning points are told.
const MOST_POINTS: usize = 6;
/// A rule that applies more often than this is the weather, not a turning point.
const MOST_FIRINGS: usize = 2;
/// What a choice weighs that the ending's condition names.
const NAMED_BY_ENDING: u64 = 200;

impl Maker<'_> {
    pub(super) fn ending(&self) -> Option<EndingPart> {
        let (ending, early) = self.ended()?;
        let row = &self.scenario.endings[ending.index()];
        let others = self.scenario.endings.iter();
        Some(EndingPart {
            title: row.title.clone(),
            text: row.text.clone(),
            note: row.note.clone(),
            early,
            decided_by: self.decided_by(row.condition),
            others: others
                .filter(|other| other.id != ending)
                .map(|other| OtherEnding {
                    title: other.title.clone(),
                    note: other.note.clone(),
                    decided_by: self.decided_by(other.condition),
                })
                .collect(),
        })
    }

    fn ended(&self) -> Option<(crate::model::EndingId, bool)> {
        self.events.iter().find_map(|event| match event.what {
            What::Ended { ending, early } => Some((ending, early)),
            _ => None,
        })
    }

    /// What a condition reads, each with its value at the end.
    fn decided_by(&self, condition: Option<ExprId>) -> Vec<SafeText> {
        let reads = condition.map_or(&[][..], |expr| self.record.playable.reads(expr));
        let reads: BTreeSet<Read> = reads.iter().copied().collect();
        reads
            .into_iter()
            .filter_map(|read| self.reading(read))
            .collect()
    }

    /// The few things that most came of: what came of each is added up along the causes, and whatever has something of the
    /// kind behind it counts for that.
    pub(super) fn turning_points(&self) -> Vec<TurningPoint> {
        let firings = self.firings();
        let crossings = self.first_crossings();
        let can_turn = |place: usize, event: &Event| match &event.what {
            What::Acted { .. }
            | What::Delivered { .. }
            | What::Facts(FactEvent::BreachFound { .. }) => true,
            What::RuleFired { rule, .. } => firings.get(rule).is_some_and(|&n| n <= MOST_FIRINGS),
            What::Closed { .. } | What::Duties(DutyEvent::Missed { .. }) => {
                matches!(event.cause, Cause::Engine(_))
            }
            What::Spread(SpreadEvent::Compromised { .. }) => crossings.contains(&place),
            _ => false,
        };
        let turns: Vec<bool> = self
            .events
            .iter()
            .enumerate()
            .map(|(place, event)| can_turn(place, event))
            .collect();
        let mut sums: BTreeMap<usize, u64> = BTreeMap::new();
        let mut owner: Vec<Option<usize>> = Vec::with_capacity(turns.len());
        for (place, turns) in turns.iter().enumerate() {
            let above = self.graph.parent(place).and_then(|parent| owner[parent]);
            let mine = above.or(turns.then_some(place));
            owner.push(mine);
            if let Some(mine) = mine {
                *sums.entry(mine).or_default() += self.course.weights[place];
            }
        }
        for named in self.named_by_ending() {
            if let Some(mine) = owner[named] {
                *sums.entry(mine).or_default() += NAMED_BY_ENDING;
            }
        }
        let all: u64 = sums.values().sum();
        let mut ranked: Vec<(usize, u64)> = sums.into_iter().filter(|(_, sum)| *sum > 0).collect();
        ranked.sort_by_key(|(place, sum)| (Reverse(*sum), *place));
        ranked
            .into_iter()
            .filter_map(|(place, sum)| {
                let of: Vec<usize> = (place + 1..owner.len())
                    .filter(|later| owner[*later] == Some(place))
                    .collect();
                self.point(place, &of, sum * 1000 / all.max(1))
            })
            .take(MOST_POINTS)
            .collect()
    }

    fn point(&self, place: usize, of: &[usize], weight: u64) -> Option<TurningPoint> {
        let event = &self.events[place];
        let (kind, who, what) = match &event.what {
            What::Acted { seat, act, .. } => {
                let what = match act {
                    Act::Answer { choice } => self.answer(*choice),
                    _ => self.teller.act(act),
                };
                (PointKind::Choice, self.teller.seat(*seat).clone(), what)
            }
            What::Closed { decision, .. } => {
                let seat = self.scenario.decisions[decision.index()].seat;
                let who = self.teller.seat(seat).clone();
                (PointKind::Default, who, self.tell(place))
            }
            What::Delivered { inject, .. } => {
                let who = match &self.scenario.injects[inject.index()].from {
                    Sender::Actor(actor) => self.teller.actor(*actor).clone(),
                    Sender::Other(name) => name.clone(),
                };
                let kind = if matches!(event.cause, Cause::Facilitator) {
                    PointKind::Override
                } else {
                    PointKind::Inject
                };
                (kind, who, self.tell(place))
            }
            What::RuleFired { rule, .. } => {
                let actor = self.scenario.rules[rule.index()].actor;
                let who = actor.map(|actor| self.teller.actor(actor).clone());
                (PointKind::Rule, who.unwrap_or_default(), self.tell(place))
            }
            What::Duties(DutyEvent::Missed { duty }) => {
                let seat = self.scenario.duties[duty.index()].holder;
                let who = self.teller.seat(seat).clone();
                (PointKind::Deadline, who, self.tell(place))
            }
            _ => (PointKind::Luck, SafeText::empty(), self.tell(place)),
        };
        let own = self
            .viewer
            .seats
            .iter()
            .any(|seat| *self.teller.seat(*seat) == who);
        let followed = self.graph.followed(of, &self.course.weights, self.teller);
        // Something that nothing can be said to have come of is no turning point.
        (!followed.is_empty() || kind == PointKind::Deadline || kind == PointKind::Luck).then(
            || TurningPoint {
                at: self.at(place),
                kind,
                kind_word: self.words.say(match kind {
                    PointKind::Choice => "debrief-point-choice",
                    PointKind::Default => "debrief-point-default",
                    PointKind::Inject => "debrief-point-inject",
                    PointKind::Rule => "debrief-point-rule",
                    PointKind::Luck => "debrief-point-luck",
                    PointKind::Deadline => "debrief-point-deadline",
                    PointKind::Override => "debrief-point-override",
                }),
                is_own: own && matches!(kind, PointKind::Choice | PointKind::Default),
                who,
                what,
                followed,
                weight: u32::try_from(weight).unwrap_or(u32::MAX),
            },
        )
    }

    /// A decision and how it was answered: `What goes to Lampwick: Write a version Lampwick may have`.
    fn answer(&self, choice: crate::model::ChoiceId) -> SafeText {
        let row = &self.scenario.choices[choice.index()];
        let decision = &self.scenario.decisions[row.decision.index()];
        let args = [
            ("decision", (&decision.title).into()),
            ("choice", (&row.label).into()),
        ];
        self.fill("tell-decided", &args)
    }

    /// How often each of the author's rules applied.
    fn firings(&self) -> BTreeMap<crate::model::RuleId, usize> {
        let mut firings = BTreeMap::new();
        for event in self.events {
            if let What::RuleFired { rule, .. } = event.what {
                *firings.entry(rule).or_default() += 1;
            }
        }
        firings
    }

    /// Where the incident crossed from one zone to another for the first time.
    fn first_crossings(&self) -> BTreeSet<usize> {
        let mut seen = BTreeSet::new();
        let mut places = BTreeSet::new();
        for (place, event) in self.events.iter().enumerate() {
            if let What::Spread(SpreadEvent::Compromised {
                zone,
                from: Some(from),
                ..
            }) = event.what
                && event.cause == Cause::Engine(EngineRule::Crossing)
                && seen.insert((zone, from))
            {
                places.insert(place);
            }
        }
        places
    }

    /// The answers that the reached ending's condition names.
    fn named_by_ending(&self) -> Vec<usize> {
        let condition = self
            .ended()
            .and_then(|(ending, _)| self.scenario.endings[ending.index()].condition);
        let reads = condition.map_or(&[][..], |expr| self.record.playable.reads(expr));
        let is_named = |event: &Event| match event.what {
            What::Acted {
                act: Act::Answer { choice },
                ..
            } => reads.contains(&Read::Chose(choice)),
            _ => false,
        };
        self.events
            .iter()
            .enumerate()
            .filter(|(_, event)| is_named(event))
            .map(|(place, _)| place)
            .collect()
    }
}
