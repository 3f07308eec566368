//! What a seat sees of each ledger: rows one can ask "why?" of, its facts, its duties.

use crate::engine::event::Event;
use crate::engine::event::What;
use crate::engine::ledger::book;
use crate::engine::ledger::facts::FactEvent;
use crate::engine::ledger::harm::HarmEvent;
use crate::engine::ledger::meters::MeterEvent;
use crate::engine::ledger::spread::SpreadEvent;
use crate::engine::ledger::trust::TrustEvent;
use crate::engine::lens::Openness;
use crate::engine::view::FactView;
use crate::engine::view::PanelView;
use crate::engine::view::RowView;
use crate::engine::view::Subject;
use crate::engine::view::build::Maker;
use crate::engine::why::subject;
use crate::model::ActorId;
use crate::model::FactId;
use crate::model::ledger::Ledger;
use crate::model::ledger::facts::Fact;
use crate::model::ledger::facts::FactKind;
use crate::model::ledger::facts::Truth;
use crate::text::Arg;
use crate::text::SafeText;

/// How much one event changed the number it is about; for a zone, the organisations compromised.
pub(super) fn amount(event: &Event) -> i32 {
    match event.what {
        What::Meters(MeterEvent::Moved { by, .. })
        | What::Trust(TrustEvent::Moved { by, .. })
        | What::Spread(SpreadEvent::Compromised { by, .. })
        | What::Harm(HarmEvent::Harmed { by, .. })
        | What::CapitalMoved { by, .. }
        | What::HoursMoved { by, .. } => by,
        What::Book(ref event) => event.subject().map_or(0, |(_, by)| by),
        What::Spread(SpreadEvent::Contained { by, .. } | SpreadEvent::Reopened { by, .. }) => {
            by.saturating_neg()
        }
        _ => 0,
    }
}

impl Maker<'_> {
    /// The sum of what changed a number since the Reveal before the last. Harm is known as a range only, so its change is not a number.
    pub(super) fn change(&self, about: Subject) -> i32 {
        self.recent()
            .filter(|event| subject(event) == Some(about))
            .map(amount)
            .fold(0, i32::saturating_add)
    }

    /// Whether a change of a number is for the better.
    pub(super) fn better(&self, about: Subject, change: i32) -> Option<bool> {
        let up_is_good = match about {
            Subject::Meter(meter) => self.lens.scenario().meters[meter.index()].more_is_better,
            Subject::Trust(..) | Subject::Capital(_) | Subject::Hours(_) => true,
            Subject::Zone(_) | Subject::Community(_) => false,
            Subject::Row(ledger, row, column) => book::more_is_better(ledger, row, column)?,
            Subject::Duty(_) | Subject::Fact(_) | Subject::Profile(_) => return None,
        };
        (change != 0).then_some((change > 0) == up_is_good)
    }

    pub(super) fn panels(&self) -> Vec<PanelView> {
        let panels = [
            (
                Ledger::Meters,
                self.words.say("ledger-meters"),
                self.meters(),
            ),
            (
                Ledger::Spread,
                self.words.say("ledger-spread"),
                self.zones(),
            ),
            (
                Ledger::Harm,
                self.words.say("ledger-harm"),
                self.communities(),
            ),
            (Ledger::Trust, self.words.say("ledger-trust"), self.trust()),
            (Ledger::Norms, self.words.say("ledger-norms"), self.norms()),
        ];
        let book = book::rows(&self.lens, self.teller).into_iter();
        let book = book.map(|(ledger, rows)| {
            let rows = rows.into_iter();
            let rows = rows.map(|row| self.row(row.subject, row.label, row.shown, row.bar));
            let title = self.words.say(&format!("ledger-{}", ledger.word()));
            (ledger, title, rows.collect())
        });
        panels
            .into_iter()
            .chain(book)
            .filter(|(_, _, rows)| !rows.is_empty())
            .map(|(ledger, title, rows)| PanelView {
                ledger,
                title,
                rows,
            })
            .collect()
    }

    fn row(
        &self,
        about: Subject,
        label: SafeText,
        shown: SafeText,
        bar: Option<(i32, i32, i32)>,
    ) -> RowView {
        let change = self.change(about);
        RowView {
            subject: about,
            label,
            shown,
            bar,
            change,
            better: self.better(about, change),
        }
    }

    fn meters(&self) -> Vec<RowView> {
        let meters = self.lens.scenario().meters.iter();
        meters
            .filter_map(|meter| {
                let now = self.lens.meter(meter.id)?;
                let above = now.saturating_sub(meter.min);
                let bar = (above, above, meter.max - meter.min);
                let shown = SafeText::from(i64::from(now));
                Some(self.row(
                    Subject::Meter(meter.id),
                    meter.name.clone(),
                    shown,
                    Some(bar),
                ))
            })
            .collect()
    }

    fn zones(&self) -> Vec<RowView> {
        let zones = self.lens.scenario().spread.zones.iter();
        zones
            .filter_map(|zone| {
                let now = self.lens.zone(zone.id)?;
                let args = [
                    ("compromised", Arg::from(now.compromised)),
                    ("total", now.total().into()),
                    ("contained", now.contained.into()),
                ];
                let key = match (now.frozen, now.contained) {
                    (true, _) => "shown-zone-frozen",
                    (false, 0) => "shown-zone",
                    (false, _) => "shown-zone-contained",
                };
                let bar = (now.compromised, now.compromised, now.total());
                Some(self.row(
                    Subject::Zone(zone.id),
                    zone.name.clone(),
                    self.words.fill(key, &args),
                    Some(bar),
                ))
            })
            .collect()
    }

    fn communities(&self) -> Vec<RowView> {
        let communities = self.lens.scenario().harm.communities.iter();
        communities
            .filter_map(|community| {
                let ((low, high), _) = self.lens.harm(community.id)?;
                let args = [("low", low.into()), ("high", high.into())];
                let shown = if low == high {
                    SafeText::from(i64::from(low))
                } else {
                    self.words.fill("shown-range", &args)
                };
                let about = Subject::Community(community.id);
                // The exact change would give the exact harm away.
                let change = self.change(about).signum();
                Some(RowView {
                    subject: about,
                    label: community.name.clone(),
                    shown,
                    bar: Some((low, high, high.max(100))),
                    change: 0,
                    better: self.better(about, change),
                })
            })
            .collect()
    }

    fn trust(&self) -> Vec<RowView> {
        let mut rows = Vec::new();
        for own in self.lens.own_actors() {
            for other in self.lens.actors() {
                let (Some(trust), Some(openness)) = (
                    self.lens.trust(own, other.id),
                    self.lens.openness(other.id, own),
                ) else {
                    continue;
                };
                let openness = self.words.say(match openness {
                    Openness::Closed => "openness-closed",
                    Openness::Guarded => "openness-guarded",
                    Openness::Open => "openness-open",
                    Openness::Close => "openness-close",
                });
                let shown = self.words.fill(
                    "shown-trust",
                    &[("trust", trust.into()), ("openness", openness.into())],
                );
                rows.push(self.row(
                    Subject::Trust(own, other.id),
                    other.name.clone(),
                    shown,
                    Some((trust, trust, 100)),
                ));
            }
        }
        rows
    }

    fn norms(&self) -> Vec<RowView> {
        let actors = self
            .lens
            .scenario()
            .actors
            .iter()
            .filter(|actor| self.lens.is_own_profile(actor.id));
        actors
            .filter_map(|actor| {
                let (mut upheld, mut strained) = (0, 0);
                for (_, up, down) in self.lens.profile(actor.id) {
                    upheld += i32::from(up);
                    strained += i32::from(down);
                }
                if upheld + strained == 0 {
                    return None;
                }
                let args = [("upheld", upheld.into()), ("strained", strained.into())];
                let shown = self.words.fill("shown-norm", &args);
                Some(self.row(Subject::Profile(actor.id), actor.name.clone(), shown, None))
            })
            .collect()
    }

    pub(super) fn facts(&self) -> Vec<FactView> {
        let mut facts = Vec::new();
        for own in self.lens.own_actors() {
            for (fact, holding) in self.lens.facts_of(own) {
                let body = match (&fact.derived, holding.derived) {
                    (Some(version), true) => &version.body,
                    _ => &fact.body,
                };
                let body = self.lens.wording(own, fact.id).unwrap_or(body).clone();
                facts.push(FactView {
                    fact: fact.id,
                    holder: own,
                    kind: self.fact_kind(fact),
                    title: fact.title.clone(),
                    body,
                    source: if holding.derived {
                        SafeText::empty()
                    } else {
                        self.teller.actor(fact.source).clone()
                    },
                    owner: fact
                        .owner
                        .filter(|_| !holding.derived)
                        .map(|owner| self.teller.actor(owner).clone()),
                    marking: holding.marking,
                    label: self.teller.marking(holding.marking),
                    since: holding.since,
                    from: holding.from.map(|from| self.teller.actor(from).clone()),
                    derived: holding.derived,
                    finding: holding.finding.map(|finding| {
                        self.words.say(match finding {
                            Truth::True => "finding-true",
                            Truth::Partly => "finding-partly",
                            Truth::False => "finding-false",
                        })
                    }),
                    fresh: self.lens.freshness(fact.id, holding.since),
                    also_held_by: self.also_held_by(own, fact.id),
                });
            }
        }
        facts
    }

    /// What a fact is, with where it comes from if a machine wrote it.
    fn fact_kind(&self, fact: &Fact) -> SafeText {
        let kind = self.words.say(match fact.kind {
            FactKind::Indicator => "fact-indicator",
            FactKind::Report => "fact-report",
            FactKind::Claim => "fact-claim",
            FactKind::Assessment => "fact-assessment",
            FactKind::Victim => "fact-victim",
        });
        if fact.machine {
            self.words.fill("fact-machine", &[("kind", (&kind).into())])
        } else {
            kind
        }
    }

    fn also_held_by(&self, own: ActorId, fact: FactId) -> Vec<SafeText> {
        let mut names: Vec<ActorId> = Vec::new();
        for event in self.events.iter().filter(|event| self.lens.may_see(event)) {
            if let What::Facts(FactEvent::Learned {
                actor,
                fact: learned,
                from,
                ..
            }) = event.what
                && learned == fact
            {
                names.extend([Some(actor), from].into_iter().flatten());
            }
        }
        names.sort_unstable();
        names.dedup();
        names
            .into_iter()
            .filter(|actor| *actor != own)
            .map(|actor| self.teller.actor(actor).clone())
            .collect()
    }
}
