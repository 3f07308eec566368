//! The course of every number that moved, turn by turn.

use crate::engine::truth::Truth;
use crate::model::ActorId;
use crate::model::ledger::Ledger;
use crate::model::ledger::meters::SeenBy;
use crate::model::roster::Seat;
use crate::report::debrief::Chart;
use crate::report::debrief::ChartGroup;
use crate::report::debrief::Series;
use crate::report::debrief::build::Maker;
use crate::report::debrief::graph::is_flag;
use crate::text::SafeText;

/// How many lines one chart of trust has.
const MOST_LINES: usize = 5;

impl Maker<'_> {
    pub(super) fn charts(&self) -> Vec<Chart> {
        let mut charts = Vec::new();
        let has = |ledger| self.scenario.ledgers.contains(&ledger);
        if has(Ledger::Meters) {
            charts.extend(self.meters());
        }
        if has(Ledger::Spread) {
            charts.extend(self.zones());
        }
        if has(Ledger::Harm) {
            charts.extend(self.people());
        }
        if has(Ledger::Trust) {
            let mut seats: Vec<&Seat> = self.scenario.seats.iter().collect();
            seats.sort_by_key(|seat| !self.is_own(seat.id));
            charts.extend(seats.iter().filter_map(|seat| self.trust_in(seat)));
            charts.extend(seats.iter().filter_map(|seat| self.trust_out(seat)));
        }
        charts
    }

    fn course(&self, of: impl Fn(Truth<'_>) -> i32) -> Vec<i32> {
        self.truths().map(of).collect()
    }

    fn chart(&self, group: ChartGroup, title: SafeText, scale: (i32, i32)) -> Chart {
        let turns = self.course.ends.iter().enumerate();
        Chart {
            group,
            title,
            about: SafeText::empty(),
            floor: scale.0,
            ceiling: scale.1.max(scale.0.saturating_add(1)),
            ticks: turns
                .map(|(place, (turn, _))| {
                    if place == 0 {
                        self.words.say("debrief-chart-start")
                    } else {
                        SafeText::from(i64::from(*turn))
                    }
                })
                .collect(),
            series: Vec::new(),
            more_is_better: None,
        }
    }

    fn meters(&self) -> impl Iterator<Item = Chart> + '_ {
        let all = self.scenario.meters.iter();
        let shown = all.filter(|meter| {
            let values = self.course(|truth| truth.meter(meter.id));
            let has_moved = values.iter().any(|value| *value != meter.start);
            // What nobody could see and never moved is the author's bookkeeping.
            !is_flag(meter) && (has_moved || meter.seen_by != SeenBy::Nobody)
        });
        shown.map(|meter| {
            let scale = (meter.min, meter.max);
            let mut chart = self.chart(ChartGroup::Situation, meter.name.clone(), scale);
            chart.about = meter.about.clone();
            chart.more_is_better = Some(meter.more_is_better);
            chart.series.push(Series {
                label: meter.name.clone(),
                values: self.course(|truth| truth.meter(meter.id)),
            });
            chart
        })
    }

    fn zones(&self) -> impl Iterator<Item = Chart> + '_ {
        let series = |key, values: Vec<i32>| Series {
            label: self.words.say(key),
            values,
        };
        self.scenario.spread.zones.iter().map(move |zone| {
            let compromised = self.course(|truth| truth.zone(zone.id).compromised);
            let contained = self.course(|truth| truth.zone(zone.id).contained);
            let scale = (0, self.truth_at_end().zone(zone.id).total());
            let mut chart = self.chart(ChartGroup::Spread, zone.name.clone(), scale);
            chart
                .series
                .push(series("debrief-chart-compromised", compromised));
            chart
                .series
                .push(series("debrief-chart-contained", contained));
            chart
        })
    }

    fn people(&self) -> impl Iterator<Item = Chart> + '_ {
        let communities = &self.scenario.harm.communities;
        let end = self.truth_at_end();
        let all = communities.iter().map(|community| {
            let now = end.harm(community.id);
            now.felt().max(now.latent)
        });
        let most = all.max().unwrap_or_default();
        let series = |key, values: Vec<i32>| Series {
            label: self.words.say(key),
            values,
        };
        communities.iter().map(move |community| {
            let harm = |truth: Truth<'_>| *truth.harm(community.id);
            let mut chart = self.chart(
                ChartGroup::People,
                community.name.clone(),
                (0, rounded(most)),
            );
            chart.about = community.about.clone();
            chart.more_is_better = Some(false);
            let direct = self.course(|truth| harm(truth).direct);
            let secondary = self.course(|truth| harm(truth).secondary);
            let latent = self.course(|truth| harm(truth).latent);
            chart.series.push(series("debrief-chart-direct", direct));
            if secondary.iter().any(|value| *value != 0) {
                chart
                    .series
                    .push(series("debrief-chart-secondary", secondary));
            }
            if latent.iter().any(|value| *value != 0) {
                chart.series.push(series("debrief-chart-latent", latent));
            }
            chart
        })
    }

    fn trust_in(&self, seat: &Seat) -> Option<Chart> {
        let lines = self.trusts(|other| (other, seat.actor));
        let name = ("name", self.teller.actor(seat.actor).into());
        let title = self.fill("debrief-chart-trust-in", &[name]);
        self.trust_chart(ChartGroup::TrustIn, title, lines)
    }

    fn trust_out(&self, seat: &Seat) -> Option<Chart> {
        let lines = self.trusts(|other| (seat.actor, other));
        let name = ("name", self.teller.actor(seat.actor).into());
        let title = self.fill("debrief-chart-trust-out", &[name]);
        self.trust_chart(ChartGroup::TrustOut, title, lines)
    }

    fn trust_chart(&self, group: ChartGroup, title: SafeText, lines: Vec<Series>) -> Option<Chart> {
        (!lines.is_empty()).then(|| {
            let mut chart = self.chart(group, title, (0, 100));
            chart.more_is_better = Some(true);
            chart.series = lines;
            chart
        })
    }

    /// The pairs whose trust moved most, by the name of the other one.
    fn trusts(&self, pair: impl Fn(ActorId) -> (ActorId, ActorId)) -> Vec<Series> {
        let actors = self.scenario.actors.iter();
        let mut moved: Vec<(i32, Series)> = actors
            .filter_map(|other| {
                let (from, to) = pair(other.id);
                let values = self.course(|truth| truth.trust(from, to));
                let most = values.iter().max()?;
                let least = values.iter().min()?;
                let swing = most - least;
                (from != to && swing > 0).then(|| {
                    let label = if other.short.is_empty() {
                        other.name.clone()
                    } else {
                        other.short.clone()
                    };
                    (swing, Series { label, values })
                })
            })
            .collect();
        moved.sort_by_key(|(swing, _)| std::cmp::Reverse(*swing));
        moved.truncate(MOST_LINES);
        moved.into_iter().map(|(_, series)| series).collect()
    }
}

/// The end of a scale that reaches some number: a multiple of ten, or of two for small numbers.
fn rounded(most: i32) -> i32 {
    let step = if most > 20 { 10 } else { 2 };
    most.saturating_add(step - 1) / step * step
}
