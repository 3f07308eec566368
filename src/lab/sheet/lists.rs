//! The long lists of a sheet: decisions and their choices, acts, duties, tasks, numbers.

use crate::lab::count::Chosen;
use crate::lab::count::Count;
use crate::lab::distribution::Course;
use crate::lab::figure::figure;
use crate::lab::gauge::Gauge;
use crate::lab::seen::ACTS;
use crate::lab::share::Share;
use crate::lab::sheet::Sheet;
use crate::lab::sheet::percent;
use crate::lab::sheet::text;
use crate::model::id::Kind;
use crate::model::ledger::Ledger;
use crate::text::Arg;

impl Sheet<'_> {
    pub(super) fn decisions(&mut self) {
        if self.scenario.decisions.is_empty() {
            return;
        }
        self.head("lab-decisions");
        let scenario = self.scenario;
        for (place, decision) in scenario.decisions.iter().enumerate() {
            let opened = self.tally.opened[place];
            let unanswered = Share {
                count: self.tally.unanswered[place],
                of: opened,
            };
            let args = [
                ("word", self.word(Kind::Decision, place)),
                ("opened", percent(self.of_all(opened).value())),
                ("unanswered", percent(unanswered.value())),
            ];
            self.say("lab-decision", &args);
            for choice in &decision.choices {
                let seen = &self.tally.choices[choice.index()];
                let taken = Share {
                    count: seen.taken.plays,
                    of: opened,
                };
                self.taken("lab-choice", Kind::Choice, choice.index(), seen, taken);
            }
        }
    }

    fn taken(&mut self, key: &str, kind: Kind, place: usize, seen: &Chosen, taken: Share) {
        let offered = Share {
            count: seen.offered,
            of: taken.of,
        };
        let args = [
            ("word", self.word(kind, place)),
            ("taken", percent(taken.value())),
            ("offered", percent(offered.value())),
        ];
        self.say(key, &args);
    }

    pub(super) fn actions(&mut self) {
        if self.scenario.actions.is_empty() {
            return;
        }
        self.head("lab-actions");
        for (place, seen) in self.tally.actions.iter().enumerate() {
            let taken = self.of_all(seen.taken.plays);
            self.taken("lab-action", Kind::Action, place, seen, taken);
        }
    }

    pub(super) fn acts(&mut self) {
        self.head("lab-acts");
        let tally = self.tally;
        for (place, word) in ACTS.iter().enumerate() {
            let (taken, lapsed) = (tally.acts[place], tally.lapses[place]);
            if taken.times + lapsed.times > 0 {
                let args = [
                    ("word", text(word.clone())),
                    ("times", self.each(taken)),
                    ("lapsed", self.each(lapsed)),
                ];
                self.say("lab-act", &args);
            }
        }
        let args = [
            ("made", self.each(tally.breaches)),
            ("found", self.each(tally.breaches_found)),
        ];
        self.say("lab-breaches", &args);
    }

    /// How often a play.
    fn each(&self, count: Count) -> Arg {
        let times = Share {
            count: count.times,
            of: self.tally.plays,
        };
        text(format!("{:.2}", times.value()))
    }

    pub(super) fn duties(&mut self) {
        if self.scenario.duties.is_empty() {
            return;
        }
        self.head("lab-duties");
        for (place, duty) in self.tally.duties.iter().enumerate() {
            let met = Share {
                count: duty.met,
                of: duty.met + duty.missed,
            };
            let args = [
                ("word", self.word(Kind::Duty, place)),
                ("started", percent(self.of_all(duty.started).value())),
                ("met", percent(met.value())),
                ("late", percent(self.of_all(duty.late).value())),
            ];
            let key = if duty.started == 0 {
                "lab-duty-none"
            } else {
                "lab-duty"
            };
            self.say(key, &args);
        }
    }

    pub(super) fn tasks(&mut self) {
        let scenario = self.scenario;
        if scenario.tasks.iter().all(|task| task.evidence.is_none()) {
            return;
        }
        self.head("lab-tasks");
        for (place, task) in scenario.tasks.iter().enumerate() {
            if task.evidence.is_some() {
                let held = self.of_all(self.tally.tasks[place]);
                let args = [
                    ("word", self.word(Kind::Task, place)),
                    ("held", percent(held.value())),
                ];
                self.say("lab-task", &args);
            }
        }
    }

    /// The numbers at the end, ledger by ledger; those that never moved are left out.
    pub(super) fn numbers(&mut self) {
        let findings = self.findings;
        let mut last: Option<Option<Ledger>> = None;
        let gauges = findings.gauges.all.iter().zip(&findings.part.tally.courses);
        let mut rows: Vec<(&Gauge, _)> =
            gauges.filter(|(_, course)| !course.is_constant()).collect();
        rows.sort_by_key(|(gauge, _)| (gauge.ledger, gauge.seat));
        for (gauge, course) in rows {
            if last != Some(gauge.ledger) {
                last = Some(gauge.ledger);
                match gauge.ledger {
                    None => self.head("lab-numbers-outcomes"),
                    Some(ledger) => {
                        self.lines.push(crate::text::SafeText::empty());
                        let name = self.words.say(&format!("ledger-{}", ledger.word()));
                        self.say("lab-numbers", &[("ledger", name.into())]);
                    }
                }
            }
            let end = &course.end;
            let (mean, _) = end.mean();
            let (low, high) = end.interval();
            let (least, most) = end.range().unwrap_or_default();
            let args = [
                ("word", text(format!("{:<26}", gauge.name))),
                ("mean", text(format!("{:>7}", figure(mean)))),
                ("low", text(figure(low))),
                ("high", text(figure(high))),
                ("from", end.quantile(50).into()),
                ("to", end.quantile(950).into()),
                ("least", least.into()),
                ("most", most.into()),
            ];
            self.say("lab-number", &args);
            self.course(course);
        }
    }

    /// How a number moves from turn to turn: the median, and what nine plays in ten keep within.
    fn course(&mut self, course: &Course) {
        let reached = course.turns.iter().filter(|turn| turn.plays() > 0);
        let turns = reached.map(|turn| {
            let (low, middle, high) = (turn.quantile(50), turn.quantile(500), turn.quantile(950));
            if low == high {
                middle.to_string()
            } else {
                format!("{middle}\u{a0}({low}\u{2013}{high})")
            }
        });
        let turns: Vec<String> = turns.collect();
        self.say("lab-course", &[("turns", text(turns.join(", ")))]);
    }

    /// What each seat had to do: turns with a live decision, hours used.
    pub(super) fn seats(&mut self) {
        self.head("lab-seats");
        let scenario = self.scenario;
        for (place, sat) in self.tally.seats.iter().enumerate() {
            let last = scenario.turns.len().saturating_sub(1);
            let live: u64 = sat.live.iter().skip(1).sum();
            let reached: u64 = self.tally.reached.iter().skip(1).sum();
            let live = Share {
                count: live,
                of: reached,
            };
            let hours = sat.hours.iter();
            let (of, count) = hours.fold((0, 0), |sum, hours| (sum.0 + hours.0, sum.1 + hours.1));
            let used = Share { count, of };
            let args = [
                ("word", self.word(Kind::Seat, place)),
                ("live", percent(live.value())),
                ("turns", last.into()),
                ("idle", sat.idle.quantile(500).into()),
                ("worst", sat.idle.range().map_or(0, |(_, most)| most).into()),
                ("used", percent(used.value())),
            ];
            self.say("lab-seat", &args);
        }
    }
}
