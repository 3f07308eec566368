//! What happened: overview, ending, turning points, timeline, decisions.

use crate::report::debrief::DecisionRecord;
use crate::report::markdown::Writer;
use crate::report::markdown::lines;
use crate::report::markdown::number;
use crate::report::markdown::together;
use crate::text::SafeText;

impl Writer<'_> {
    pub(super) fn overview(&mut self) {
        let exercise = &self.debrief.exercise;
        self.page.quiet(&self.words.say("report-title"));
        self.page.heading(1, &exercise.title);
        self.page.quiet(&exercise.tagline);
        if !exercise.perspective.is_empty() {
            let seats = SafeText::joined(&exercise.perspective, ", ");
            self.page
                .text(&self.words.fill("report-for", &[("seats", seats.into())]));
        }
        if self.debrief.ending.is_none() {
            self.page.strong(&self.words.say("report-unfinished"));
        }
        self.section("report-overview", None);
        self.page.text(&exercise.summary);
        let length = [
            ("turns", exercise.turns.into()),
            ("length", (&exercise.length).into()),
        ];
        let mut rows = vec![
            vec![self.say("report-scenario"), exercise.title.clone()],
            vec![
                self.say("report-played"),
                self.fill("report-played-turns", &length),
            ],
        ];
        for key in [
            "report-date",
            "report-place",
            "report-director",
            "report-evaluators",
        ] {
            rows.push(vec![self.say(key), SafeText::empty()]);
        }
        if !exercise.content_note.is_empty() {
            rows.push(vec![
                self.say("report-content-note"),
                exercise.content_note.clone(),
            ]);
        }
        self.table(&["", ""], &rows);
        self.page.heading(3, &self.words.say("report-participants"));
        let seats = &self.debrief.seats;
        let rows: Vec<_> = seats
            .iter()
            .map(|seat| {
                let wants: Vec<SafeText> = seat
                    .wants
                    .iter()
                    .map(|want| match (want.start, want.end) {
                        (Some(start), Some(end)) => {
                            let course = SafeText::line(&format!("({start} → {end})"));
                            together([&want.text, &course], " ")
                        }
                        _ => want.text.clone(),
                    })
                    .collect();
                vec![
                    self.owned(&seat.title, seat.is_own),
                    seat.organisation.clone(),
                    seat.holder.clone(),
                    lines(if wants.is_empty() { &seat.aims } else { &wants }),
                ]
            })
            .collect();
        self.table(
            &[
                "report-seat",
                "report-organisation",
                "report-holder",
                "report-wanted",
            ],
            &rows,
        );
    }

    pub(super) fn ending(&mut self) {
        self.section("report-ending", None);
        let Some(ending) = &self.debrief.ending else {
            self.page.text(&self.words.say("report-unfinished"));
            return;
        };
        self.page.heading(3, &ending.title);
        self.page.text(&ending.text);
        self.page.quiet(&ending.note);
        if !ending.decided_by.is_empty() {
            self.page.text(&self.words.say("report-decided-by"));
            self.page.list(&ending.decided_by);
        }
        self.page
            .heading(3, &self.words.say("report-other-endings"));
        for other in &ending.others {
            self.page.strong(&other.title);
            self.page.text(&other.note);
            self.page.list(&other.decided_by);
        }
    }

    pub(super) fn points(&mut self) {
        self.section("report-points", Some("report-points-about"));
        if self.debrief.turning_points.is_empty() {
            self.none();
        }
        for (place, point) in self.debrief.turning_points.iter().enumerate() {
            let order = SafeText::line(&format!("{}.", place + 1));
            self.page.heading(3, &together([&order, &point.what], " "));
            let who = self.owned(&point.who, point.is_own);
            let percent = ("percent", point.weight.div_ceil(10).into());
            let weight = self.fill("report-point-share", &[percent]);
            let at = self.at(&point.at);
            self.page
                .text(&together([&at, &who, &point.kind_word, &weight], " · "));
            self.page.list(&point.followed);
        }
    }

    pub(super) fn timeline(&mut self) {
        self.section("report-timeline", None);
        let turns = &self.debrief.turns;
        let rows: Vec<_> = turns
            .iter()
            .map(|turn| {
                let injects: Vec<SafeText> = turn
                    .injects
                    .iter()
                    .map(|inject| together([&inject.number, &inject.title, &inject.label], " · "))
                    .collect();
                let acts: Vec<SafeText> = turn
                    .acts
                    .iter()
                    .map(|act| together([&act.seat_title, &act.text], ": "))
                    .collect();
                let happenings: Vec<SafeText> = turn
                    .happenings
                    .iter()
                    .map(|line| line.text.clone())
                    .collect();
                let title = [&number(turn.turn), &turn.title, &turn.from.story];
                vec![
                    together(title, " · "),
                    lines(&injects),
                    lines(&acts),
                    lines(&happenings),
                ]
            })
            .collect();
        self.table(
            &[
                "report-turn",
                "report-arrived",
                "report-done",
                "report-happened",
            ],
            &rows,
        );
    }

    pub(super) fn decisions(&mut self) {
        self.section("report-decisions", Some("report-decisions-about"));
        let records = self.debrief.decisions.iter();
        for record in records.filter(|record| !record.question.is_empty()) {
            self.decision(record);
        }
    }

    fn decision(&mut self, record: &DecisionRecord) {
        self.page.heading(3, &record.question);
        let seat = self.owned(&record.seat, record.is_own);
        let put = together([&self.say("report-put-by"), &record.inject], " ");
        let at = self.at(&record.at);
        self.page
            .text(&together([&at, &seat, &record.holder, &put], " · "));
        let taken = self.say(if record.by_default {
            "report-by-default"
        } else if record.lapsed {
            "report-lapsed"
        } else {
            "report-taken"
        });
        let rows: Vec<_> = record
            .options
            .iter()
            .map(|option| {
                let mark = if option.taken {
                    taken.clone()
                } else {
                    SafeText::empty()
                };
                vec![
                    together([&option.label, &mark], " · "),
                    option.technical.clone(),
                    option.legal.clone(),
                    option.political.clone(),
                ]
            })
            .collect();
        self.table(
            &[
                "report-options",
                "report-technical",
                "report-legal",
                "report-political",
            ],
            &rows,
        );
        if !record.rationale.is_empty() {
            let key = if record.is_of_plan {
                "report-rationale-plan"
            } else {
                "report-rationale"
            };
            self.page.strong(&self.words.say(key));
            self.page.quote(&record.rationale);
        }
        self.page.quiet(&record.note);
        self.page.list(&record.followed);
    }

    pub(super) fn standing(&mut self) {
        self.page.heading(3, &self.words.say("report-standing"));
        let records = self.debrief.decisions.iter();
        let rows: Vec<_> = records
            .filter(|record| record.question.is_empty())
            .map(|record| {
                let lapsed = if record.lapsed {
                    self.say("report-lapsed")
                } else {
                    SafeText::empty()
                };
                vec![
                    self.at(&record.at),
                    self.owned(&record.seat, record.is_own),
                    together([&record.choice, &record.family_word, &lapsed], " · "),
                    self.fill("report-hours", &[("hours", record.hours.into())]),
                    if record.is_of_plan && !record.rationale.is_empty() {
                        self.fill("debrief-of-plan", &[("text", (&record.rationale).into())])
                    } else {
                        record.rationale.clone()
                    },
                    lines(&record.followed),
                ]
            })
            .collect();
        self.table(
            &[
                "report-time",
                "report-owner",
                "report-did",
                "report-cost",
                "report-rationale",
                "report-followed",
            ],
            &rows,
        );
    }
}
