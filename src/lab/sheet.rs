//! A tally as a sheet to read: endings, coverage, choices, duties, numbers.

use crate::lab::batch::Batch;
use crate::lab::count::Chosen;
use crate::lab::count::Count;
use crate::lab::distribution::Distribution;
use crate::lab::gauge::Gauges;
use crate::lab::seen::ACTS;
use crate::lab::share::Share;
use crate::lab::tally::Tally;
use crate::lab::unseen;
use crate::lab::unseen::Unseen;
use crate::model::ChoiceId;
use crate::model::id::Kind;
use crate::model::scenario::Scenario;
use crate::text::Arg;
use crate::text::SafeText;
use crate::text::Words;

/// The sheet, line by line. It depends on the batch alone, never on how long it took.
pub fn sheet(batch: &Batch<'_>, tally: &Tally, words: &Words) -> Vec<SafeText> {
    let scenario = batch.playable.scenario();
    let mut sheet = Sheet {
        scenario,
        tally,
        words,
        lines: Vec::new(),
    };
    let names: Vec<&str> = batch.bots.names().collect();
    sheet.say(
        "lab-title",
        &[
            ("title", (&scenario.about.title).into()),
            ("plays", tally.plays.into()),
            ("seed", text(batch.seed.to_string())),
            ("bots", text(names.join(", "))),
        ],
    );
    sheet.trouble();
    sheet.endings();
    sheet.coverage(&Unseen::of(tally, scenario, &batch.bots));
    sheet.decisions();
    sheet.actions();
    sheet.acts();
    sheet.duties();
    sheet.tasks();
    sheet.numbers();
    sheet.lines
}

struct Sheet<'a> {
    scenario: &'a Scenario,
    tally: &'a Tally,
    words: &'a Words,
    lines: Vec<SafeText>,
}

impl Sheet<'_> {
    fn say(&mut self, key: &str, args: &[(&str, Arg)]) {
        self.lines.push(self.words.block(key, args));
    }

    fn head(&mut self, key: &str) {
        self.lines.push(SafeText::empty());
        self.say(key, &[]);
    }

    fn word(&self, kind: Kind, place: usize) -> Arg {
        let place = u16::try_from(place).unwrap_or(u16::MAX);
        text(self.scenario.names.word(kind, place).to_owned())
    }

    /// What went wrong with plays, scripts and expressions; nothing if nothing did.
    fn trouble(&mut self) {
        let tally = self.tally;
        if let Some(first) = tally.broken.first {
            let args = [
                ("plays", tally.broken.plays.into()),
                ("first", first.into()),
            ];
            self.say("lab-broken", &args);
        }
        for (place, failed) in tally.failed.iter().enumerate() {
            if let Some(first) = failed.first {
                let word = self.word(Kind::Function, place);
                self.failed("lab-function-failed", word, failed.plays, first);
            }
        }
        let scenario = self.scenario;
        for (source, fault) in scenario.exprs.iter().zip(&tally.faults) {
            if let Some(first) = fault.first {
                let word = text(source.text.to_string());
                self.failed("lab-expression-failed", word, fault.plays, first);
            }
        }
    }

    fn failed(&mut self, key: &str, word: Arg, plays: u64, first: u64) {
        let args = [
            ("word", word),
            ("plays", plays.into()),
            ("first", first.into()),
        ];
        self.say(key, &args);
    }

    fn endings(&mut self) {
        self.head("lab-endings");
        let scenario = self.scenario;
        for (place, ending) in scenario.endings.iter().enumerate() {
            let seen = self.tally.endings[place];
            let share = self.of_all(seen.plays);
            let (low, high) = share.interval();
            let args = [
                ("share", percent(share.value())),
                ("low", percent(low)),
                ("high", percent(high)),
                ("word", self.word(Kind::Ending, place)),
                ("title", (&ending.title).into()),
                ("first", seen.first.unwrap_or(0).into()),
            ];
            let key = if seen.plays == 0 {
                "lab-ending-none"
            } else {
                "lab-ending"
            };
            self.say(key, &args);
        }
    }

    fn of_all(&self, count: u64) -> Share {
        Share {
            count,
            of: self.tally.plays,
        }
    }

    fn coverage(&mut self, unseen: &Unseen) {
        let (scenario, tally) = (self.scenario, self.tally);
        self.head("lab-coverage");
        let functions = scenario.names.all(Kind::Function).count();
        let choices = unseen.never_offered.len() + unseen.never_taken.len();
        for (key, all, missing) in [
            (
                "lab-cover-endings",
                scenario.endings.len(),
                unseen.endings.len(),
            ),
            (
                "lab-cover-injects",
                unseen::injects(scenario).count(),
                unseen.injects.len(),
            ),
            ("lab-cover-choices", scenario.choices.len(), choices),
            (
                "lab-cover-actions",
                scenario.actions.len(),
                unseen.actions.len(),
            ),
            ("lab-cover-rules", scenario.rules.len(), unseen.rules.len()),
            ("lab-cover-functions", functions, unseen.functions.len()),
        ] {
            if all > 0 {
                let args = [("seen", (all - missing).into()), ("all", all.into())];
                self.say(key, &args);
            }
        }
        let plays = tally.plays;
        let ids = |ids: &mut dyn Iterator<Item = usize>| ids.collect::<Vec<_>>();
        let endings = ids(&mut unseen.endings.iter().map(|id| id.index()));
        self.missing("lab-unseen-ending", Kind::Ending, &endings, plays);
        let injects = ids(&mut unseen.injects.iter().map(|id| id.index()));
        self.missing("lab-unseen-inject", Kind::Inject, &injects, plays);
        for (key, choices) in [
            ("lab-never-offered", &unseen.never_offered),
            ("lab-never-taken", &unseen.never_taken),
            ("lab-only-random", &unseen.only_at_random),
        ] {
            self.choices(key, choices);
        }
        let actions = ids(&mut unseen.actions.iter().map(|id| id.index()));
        self.missing("lab-unseen-action", Kind::Action, &actions, plays);
        let rules = ids(&mut unseen.rules.iter().map(|id| id.index()));
        self.missing("lab-unseen-rule", Kind::Rule, &rules, plays);
        let functions = ids(&mut unseen.functions.iter().map(|id| id.index()));
        self.missing("lab-unseen-function", Kind::Function, &functions, plays);
        for act in &unseen.acts {
            let args = [("word", text((*act).to_owned())), ("plays", plays.into())];
            self.say("lab-unseen-act", &args);
        }
    }

    fn missing(&mut self, key: &str, kind: Kind, places: &[usize], plays: u64) {
        for place in places {
            let args = [("word", self.word(kind, *place)), ("plays", plays.into())];
            self.say(key, &args);
        }
    }

    fn choices(&mut self, key: &str, choices: &[ChoiceId]) {
        for choice in choices {
            let seen = &self.tally.choices[choice.index()];
            let opened = self.scenario.choices[choice.index()].decision;
            let args = [
                ("word", self.word(Kind::Choice, choice.index())),
                ("plays", self.tally.plays.into()),
                ("offered", seen.offered.into()),
                ("opened", self.tally.opened[opened.index()].into()),
                ("taken", seen.taken.plays.into()),
            ];
            self.say(key, &args);
        }
    }

    fn decisions(&mut self) {
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

    fn actions(&mut self) {
        if self.scenario.actions.is_empty() {
            return;
        }
        self.head("lab-actions");
        for (place, seen) in self.tally.actions.iter().enumerate() {
            let taken = self.of_all(seen.taken.plays);
            self.taken("lab-action", Kind::Action, place, seen, taken);
        }
    }

    fn acts(&mut self) {
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

    fn duties(&mut self) {
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

    fn tasks(&mut self) {
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

    fn numbers(&mut self) {
        self.head("lab-meters");
        let gauges = Gauges::of(self.scenario);
        for (gauge, course) in gauges.all.into_iter().zip(&self.tally.courses) {
            self.number(gauge.name, &course.end);
        }
    }

    fn number(&mut self, name: String, end: &Distribution) {
        let (mean, deviation) = end.mean();
        let (least, most) = end.range.unwrap_or_default();
        let args = [
            ("word", text(name)),
            ("mean", text(format!("{mean:.1}"))),
            ("deviation", text(format!("{deviation:.1}"))),
            ("least", least.into()),
            ("most", most.into()),
        ];
        self.say("lab-number", &args);
    }
}

/// A share of 0 to 1 in per cent.
fn percent(share: f64) -> Arg {
    text(format!("{:5.1}", share * 100.0))
}

fn text(raw: String) -> Arg {
    Arg::Text(SafeText::block(&raw))
}
