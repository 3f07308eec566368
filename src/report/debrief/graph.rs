//! What came of what: every event's parent, and what followed from it.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::engine::act::Act;
use crate::engine::event::Cause;
use crate::engine::event::Event;
use crate::engine::event::EventNo;
use crate::engine::event::What;
use crate::engine::ledger::book::row_name;
use crate::engine::ledger::duties::DutyEvent;
use crate::engine::ledger::facts::FactEvent;
use crate::engine::ledger::harm::HarmEvent;
use crate::engine::ledger::meters::MeterEvent;
use crate::engine::ledger::norms::NormEvent;
use crate::engine::ledger::spread::SpreadEvent;
use crate::engine::ledger::trust::TrustEvent;
use crate::engine::tell::Teller;
use crate::engine::tell::signed;
use crate::engine::view::Subject;
use crate::model::effect::HarmKind;
use crate::model::expr::Read;
use crate::model::ledger::meters::Meter;
use crate::model::norm::Norm;
use crate::text::SafeText;

/// How many lines say what followed.
const MOST_LINES: usize = 4;

/// The parents of the events of one exercise.
///
/// An event's own cause comes first. Where that is no event, an inject or rule whose condition read something that was
/// done hangs on what was done last, and a leak that came to light hangs on the leak.
pub(super) struct Graph<'a> {
    events: &'a [Event],
    parents: Vec<Option<usize>>,
}

impl<'a> Graph<'a> {
    pub(super) fn of(events: &'a [Event]) -> Self {
        let mut done = Done::default();
        let mut parents = Vec::with_capacity(events.len());
        for (place, event) in events.iter().enumerate() {
            let parent = match (&event.what, event.cause) {
                (_, Cause::Event(EventNo(no))) => usize::try_from(no).ok().filter(|no| *no < place),
                (What::Facts(FactEvent::BreachFound { breach, .. }), _) => {
                    done.breaches.get(usize::from(*breach)).copied()
                }
                (What::Delivered { read, .. }, Cause::Inject(_))
                | (What::RuleFired { read, .. }, Cause::Rule(_)) => done.latest_behind(read),
                _ => None,
            };
            parents.push(parent);
            done.note(place, event);
        }
        Self { events, parents }
    }

    /// The nearest ancestor, itself included, of a kind.
    pub(super) fn nearest(&self, place: usize, is_it: impl Fn(&Event) -> bool) -> Option<usize> {
        let mut now = Some(place);
        while let Some(place) = now {
            if is_it(&self.events[place]) {
                return Some(place);
            }
            now = self.parents[place];
        }
        None
    }

    /// The farthest ancestor, itself included, of a kind.
    pub(super) fn farthest(&self, place: usize, is_it: impl Fn(&Event) -> bool) -> Option<usize> {
        let (mut now, mut found) = (Some(place), None);
        while let Some(place) = now {
            if is_it(&self.events[place]) {
                found = Some(place);
            }
            now = self.parents[place];
        }
        found
    }

    pub(super) fn parent(&self, place: usize) -> Option<usize> {
        self.parents[place]
    }

    /// Everything that came of an event, in order, without itself.
    pub(super) fn descendants(&self, of: usize) -> Vec<usize> {
        let mut is_of = vec![false; self.events.len()];
        is_of[of] = true;
        (of + 1..self.events.len())
            .filter(|&place| {
                is_of[place] = self.parents[place].is_some_and(|parent| is_of[parent]);
                is_of[place]
            })
            .collect()
    }

    /// What followed, in a few lines: the weightiest, in the order in which they began. Changes of one number are added up.
    pub(super) fn followed(
        &self,
        places: &[usize],
        weights: &[u64],
        teller: Teller<'_>,
    ) -> Vec<SafeText> {
        let mut sums: BTreeMap<Change, Sum> = BTreeMap::new();
        for &place in places {
            if self.is_said_already(place) {
                continue;
            }
            let Some((change, by)) = change(&self.events[place], place) else {
                continue;
            };
            let sum = sums.entry(change).or_insert(Sum {
                by: 0,
                weight: 0,
                first: place,
            });
            sum.by += by;
            sum.weight += weights[place];
        }
        let mut lines: Vec<(Change, Sum)> = sums
            .into_iter()
            .filter(|(change, sum)| sum.by != 0 || matches!(change, Change::Event(_)))
            .collect();
        lines.sort_by_key(|(_, sum)| (Reverse(sum.weight), sum.first));
        lines.truncate(MOST_LINES);
        lines.sort_by_key(|(_, sum)| sum.first);
        lines
            .into_iter()
            .map(|(change, sum)| self.tell(change, sum.by, teller))
            .collect()
    }

    /// Whether what an event says stands in the act it came of, or in the event before it.
    fn is_said_already(&self, place: usize) -> bool {
        let event = &self.events[place];
        let parent = self.parents[place].map(|parent| &self.events[parent].what);
        match &event.what {
            What::Facts(FactEvent::Learned { .. }) => matches!(
                parent,
                Some(What::Acted {
                    act: Act::Share { .. },
                    ..
                })
            ),
            What::Norms(NormEvent::Noted {
                norm: Norm::Tlp, ..
            }) => {
                place > 0
                    && matches!(
                        self.events[place - 1].what,
                        What::Facts(FactEvent::Breached { .. })
                    )
            }
            What::Facts(FactEvent::Asked { .. }) => true,
            _ => false,
        }
    }

    fn tell(&self, change: Change, by: i64, teller: Teller<'_>) -> SafeText {
        let by = i32::try_from(by).unwrap_or(i32::MAX);
        let fill = |key: &str, name: &SafeText, by: String| {
            teller
                .words
                .fill(key, &[("name", name.into()), ("by", by.into())])
        };
        match change {
            Change::Event(place) => teller.event(&self.events[place], true),
            Change::Compromised(zone) => fill(
                "debrief-followed-compromised",
                teller.zone(zone),
                by.to_string(),
            ),
            Change::Contained(zone) => fill(
                "debrief-followed-contained",
                teller.zone(zone),
                by.to_string(),
            ),
            Change::Latent(community) => fill(
                "debrief-followed-latent",
                teller.community(community),
                signed(by),
            ),
            Change::Number(about) => match about {
                Subject::Meter(meter) => {
                    let meter = &teller.scenario.meters[meter.index()];
                    let key = match (is_flag(meter), by > 0) {
                        (true, true) => "debrief-followed-flag",
                        (true, false) => "debrief-followed-flag-gone",
                        (false, _) => "debrief-followed-meter",
                    };
                    fill(key, &meter.name, signed(by))
                }
                Subject::Trust(from, to) => teller.words.fill(
                    "debrief-followed-trust",
                    &[
                        ("from", teller.actor(from).into()),
                        ("to", teller.actor(to).into()),
                        ("by", signed(by).into()),
                    ],
                ),
                Subject::Community(community) => fill(
                    "debrief-followed-harm",
                    teller.community(community),
                    signed(by),
                ),
                Subject::Capital(seat) => {
                    fill("debrief-followed-capital", teller.seat(seat), signed(by))
                }
                Subject::Hours(seat) => {
                    fill("debrief-followed-hours", teller.seat(seat), signed(by))
                }
                Subject::Row(ledger, row, column) => fill(
                    "debrief-followed-meter",
                    &row_name(teller, ledger, row, column),
                    signed(by),
                ),
                Subject::Zone(_) | Subject::Duty(_) | Subject::Fact(_) | Subject::Profile(_) => {
                    SafeText::empty()
                }
            },
        }
    }
}

/// Whether a meter only says yes or no.
pub(super) fn is_flag(meter: &Meter) -> bool {
    (meter.min, meter.max) == (0, 1)
}

/// Changes of one number added up.
struct Sum {
    by: i64,
    weight: u64,
    /// The place of the first.
    first: usize,
}

/// What can be added up, or an event by itself.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Change {
    Number(Subject),
    Compromised(crate::model::ZoneId),
    Contained(crate::model::ZoneId),
    /// Harm not yet felt.
    Latent(crate::model::CommunityId),
    Event(usize),
}

fn change(event: &Event, place: usize) -> Option<(Change, i64)> {
    let number = |about, by: i32| Some((Change::Number(about), i64::from(by)));
    match &event.what {
        What::Meters(MeterEvent::Moved { meter, by, .. }) => number(Subject::Meter(*meter), *by),
        What::Trust(TrustEvent::Moved { from, to, by, .. }) => {
            number(Subject::Trust(*from, *to), *by)
        }
        What::Harm(HarmEvent::Harmed {
            community,
            kind: HarmKind::Latent,
            by,
            ..
        }) => Some((Change::Latent(*community), i64::from(*by))),
        What::Harm(HarmEvent::Harmed { community, by, .. }) => {
            number(Subject::Community(*community), *by)
        }
        What::CapitalMoved { seat, by, .. } => number(Subject::Capital(*seat), *by),
        What::HoursMoved { seat, by } => number(Subject::Hours(*seat), *by),
        What::Spread(SpreadEvent::Compromised { zone, by, .. }) => {
            Some((Change::Compromised(*zone), i64::from(*by)))
        }
        What::Spread(SpreadEvent::Reopened { zone, by }) => {
            Some((Change::Compromised(*zone), -i64::from(*by)))
        }
        What::Spread(SpreadEvent::Contained { zone, by }) => {
            Some((Change::Contained(*zone), i64::from(*by)))
        }
        What::Trust(TrustEvent::Contacted { .. })
        | What::Closed { .. }
        | What::Deferred { .. }
        | What::CameDue { .. }
        | What::Called { .. }
        | What::Queued { .. }
        | What::Opened { .. }
        | What::Harm(HarmEvent::Evidenced { .. }) => None,
        _ => Some((Change::Event(place), 0)),
    }
}

/// Where things were done, so that what read them later can be hung on them.
#[derive(Default)]
struct Done {
    choices: BTreeMap<crate::model::ChoiceId, usize>,
    actions: BTreeMap<crate::model::ActionId, usize>,
    met: BTreeMap<crate::model::DutyId, usize>,
    missed: BTreeMap<crate::model::DutyId, usize>,
    /// Every breach, in order, and the last of each actor.
    breaches: Vec<usize>,
    breached: BTreeMap<crate::model::ActorId, usize>,
    learned: BTreeMap<(crate::model::ActorId, crate::model::FactId), usize>,
}

impl Done {
    fn note(&mut self, place: usize, event: &Event) {
        match &event.what {
            What::Acted {
                act: Act::Answer { choice },
                ..
            } => {
                self.choices.insert(*choice, place);
            }
            What::Closed {
                choice: Some(choice),
                ..
            } => {
                self.choices.entry(*choice).or_insert(place);
            }
            What::Acted {
                act: Act::Take { action },
                ..
            } => {
                self.actions.insert(*action, place);
            }
            What::Duties(DutyEvent::Met { duty, .. }) => {
                self.met.insert(*duty, place);
            }
            What::Duties(DutyEvent::Missed { duty }) => {
                self.missed.insert(*duty, place);
            }
            What::Facts(FactEvent::Breached { by, .. }) => {
                self.breaches.push(place);
                self.breached.insert(*by, place);
            }
            What::Facts(FactEvent::Learned { actor, fact, .. }) => {
                self.learned.entry((*actor, *fact)).or_insert(place);
            }
            _ => {}
        }
    }

    /// The last thing done that a condition read as done.
    fn latest_behind(&self, read: &[(Read, i64)]) -> Option<usize> {
        read.iter()
            .filter(|(_, value)| *value > 0)
            .filter_map(|(read, _)| match read {
                Read::Chose(choice) => self.choices.get(choice),
                Read::Done(action) => self.actions.get(action),
                Read::Met(duty) => self.met.get(duty),
                Read::Missed(duty) => self.missed.get(duty),
                Read::Breaches(actor) => self.breached.get(actor),
                Read::Holds(actor, fact) => self.learned.get(&(*actor, *fact)),
                _ => None,
            })
            .max()
            .copied()
    }
}
