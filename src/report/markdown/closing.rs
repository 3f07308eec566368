//! What a course does with it: objectives, the improvement plan, conduct, facts and sources.

use crate::report::debrief::Line;
use crate::report::markdown::Writer;
use crate::report::markdown::lines;
use crate::report::markdown::together;
use crate::text::SafeText;
use crate::text::glossary;

/// Rows left for a person to fill.
const EMPTY_ROWS: usize = 3;

impl Writer<'_> {
    pub(super) fn objectives(&mut self) {
        self.section("report-objectives", Some("report-objectives-about"));
        for (place, objective) in self.debrief.objectives.iter().enumerate() {
            let order = SafeText::line(&format!("{}.", place + 1));
            self.page
                .heading(3, &together([&order, &objective.text], " "));
            let rows: Vec<_> = objective
                .tasks
                .iter()
                .map(|task| {
                    let evidence = match (task.evidence, task.since) {
                        (None, _) => self.say("report-no-evidence-rule"),
                        (Some(true), Some(turn)) => {
                            self.fill("report-holds-since", &[("turn", turn.into())])
                        }
                        (Some(true), None) => self.say("report-holds"),
                        (Some(false), _) => self.say("report-does-not-hold"),
                    };
                    vec![
                        task.text.clone(),
                        evidence,
                        task.proposed_word.clone(),
                        together([&task.rated_word, &lines(&task.remarks)], "\n"),
                    ]
                })
                .collect();
            self.table(
                &[
                    "report-task",
                    "report-evidence-log",
                    "report-proposed",
                    "report-rated",
                ],
                &rows,
            );
            for key in ["report-strengths", "report-areas"] {
                self.page.heading(4, &self.words.say(key));
                self.page
                    .list(std::iter::repeat_n(&SafeText::line("…"), EMPTY_ROWS));
            }
        }
        self.page.text(&self.words.say("report-ratings-legend"));
    }

    pub(super) fn plan(&mut self) {
        self.section("report-plan", Some("report-plan-about"));
        let rows = vec![vec![SafeText::empty(); 7]; EMPTY_ROWS];
        self.table(
            &[
                "report-plan-area",
                "report-plan-action",
                "report-plan-element",
                "report-plan-owner",
                "report-plan-start",
                "report-plan-due",
                "report-plan-retest",
            ],
            &rows,
        );
        self.unprepared();
    }

    pub(super) fn conduct(&mut self) {
        self.section("report-conduct", None);
        self.page.heading(3, &self.words.say("report-overrides"));
        let overrides = self.said(&self.debrief.overrides);
        self.list_or(&overrides, "report-no-overrides");
        self.page.heading(3, &self.words.say("report-troubles"));
        let troubles = self.said(&self.debrief.troubles);
        self.list_or(&troubles, "report-no-troubles");
        self.page.heading(3, &self.words.say("report-notes"));
        let notes: Vec<SafeText> = self
            .debrief
            .notes
            .iter()
            .map(|note| {
                let at = self.at(&note.at);
                let said = [&at, &note.by, &note.about, &note.rating_word, &note.text];
                together(said, " · ")
            })
            .collect();
        self.list_or(&notes, "report-no-notes");
    }

    fn said(&self, lines: &[Line]) -> Vec<SafeText> {
        lines
            .iter()
            .map(|line| together([&self.at(&line.at), &line.text], " · "))
            .collect()
    }

    fn list_or(&mut self, items: &[SafeText], none: &str) {
        if items.is_empty() {
            self.page.quiet(&self.words.say(none));
        }
        self.page.list(items);
    }

    pub(super) fn facts(&mut self) {
        self.section("report-facts", Some("report-facts-about"));
        let facts = &self.debrief.facts;
        let rows: Vec<_> = facts
            .iter()
            .map(|fact| {
                let held: Vec<SafeText> =
                    fact.held_by.iter().map(|held| held.actor.clone()).collect();
                vec![
                    together([&fact.title, &fact.kind, &fact.source], " · "),
                    fact.label.clone(),
                    together([&fact.truth, &fact.reality], ": "),
                    lines(&held),
                ]
            })
            .collect();
        self.table(
            &[
                "report-fact",
                "report-label",
                "report-was-true",
                "report-held-at-end",
            ],
            &rows,
        );
    }

    /// Who did it, what stories were worth, and what each state would have signed.
    pub(super) fn beneath(&mut self) {
        let debrief = self.debrief;
        if debrief.truths.is_empty() && debrief.readings.is_empty() {
            return;
        }
        self.section("report-beneath", Some("report-beneath-about"));
        if !debrief.truths.is_empty() {
            let rows: Vec<_> = debrief
                .truths
                .iter()
                .map(|part| {
                    vec![
                        together([&part.name, &part.kind], " · "),
                        together([&part.truth, &part.reality], ": "),
                        lines(&part.said_by),
                    ]
                })
                .collect();
            let heads = ["report-said", "report-was-true", "report-said-by"];
            self.table(&heads, &rows);
        }
        if !debrief.readings.is_empty() {
            let rows: Vec<_> = debrief
                .readings
                .iter()
                .map(|part| {
                    vec![
                        together([&part.actor, &part.reading], ": "),
                        lines(&part.wishes),
                        lines(&part.red_lines),
                    ]
                })
                .collect();
            let heads = ["report-state-reads", "report-wishes", "report-red-lines"];
            self.table(&heads, &rows);
        }
    }

    pub(super) fn sources(&mut self) {
        self.section("report-sources", None);
        for part in &self.debrief.modelled_on {
            if !part.what.is_empty() {
                self.page.strong(&part.what);
            }
            self.page.text(&part.text);
        }
        self.page.quiet(&self.words.say("report-no-advice"));
        self.page.heading(3, &self.words.say("report-tlp"));
        let labels = [
            "tlp-clear",
            "tlp-green",
            "tlp-amber",
            "tlp-amber-strict",
            "tlp-red",
        ];
        let labels: Vec<SafeText> = labels
            .into_iter()
            .filter_map(|id| glossary::lookup(self.words, id))
            .map(|entry| together([&entry.term, &entry.text], ": "))
            .collect();
        self.page.list(&labels);
        if !self.debrief.terms.is_empty() {
            self.page.heading(3, &self.words.say("report-terms"));
        }
        let terms = self.debrief.terms.iter();
        let terms: Vec<SafeText> = terms
            .map(|entry| together([&entry.term, &entry.text], ": "))
            .collect();
        self.page.list(&terms);
        self.page.heading(3, &self.words.say("report-provenance"));
        let exercise = &self.debrief.exercise;
        let log = if exercise.log.is_empty() {
            self.say("report-no-log")
        } else {
            let lines = self.fill("report-log-lines", &[("lines", exercise.lines.into())]);
            together([&exercise.log, &lines], ", ")
        };
        let seed = SafeText::line(&exercise.seed.to_string());
        let mut rows = vec![
            vec![self.say("report-log"), log],
            vec![self.say("report-package"), exercise.package.clone()],
            vec![self.say("report-seed"), seed],
            vec![self.say("report-version"), exercise.version.clone()],
        ];
        if !exercise.forked_from.is_empty() {
            let parent = exercise.forked_from.clone();
            rows.insert(1, vec![self.say("report-forked-from"), parent]);
        }
        self.table(&["", ""], &rows);
        self.page.text(&self.words.say("report-rederive"));
    }
}
