//! What the ledgers say: knowledge, sharing, duties, people, norms, and the course of every number.

use crate::report::debrief::FogPart;
use crate::report::markdown::Writer;
use crate::report::markdown::lines;
use crate::report::markdown::number;
use crate::report::markdown::together;
use crate::text::SafeText;

impl Writer<'_> {
    pub(super) fn fog(&mut self) {
        self.section("report-fog", Some("report-fog-about"));
        if self.debrief.fog.is_empty() {
            self.none();
        }
        for part in &self.debrief.fog {
            let turn = self.fill("report-turn-short", &[("turn", part.turn.into())]);
            let seat = self.owned(&part.seat, part.is_own);
            self.page.heading(3, &together([&turn, &seat], ", "));
            self.page.list(&part.questions);
            let rows = self.fog_rows(part);
            self.table(
                &["report-shown", "report-was-true", "report-missing"],
                &rows,
            );
        }
    }

    fn fog_rows(&self, part: &FogPart) -> Vec<Vec<SafeText>> {
        let shown = part.shown.iter().filter(|fact| fact.is_new).map(|fact| {
            vec![
                together([&fact.title, &fact.label, &fact.from], " · "),
                together([&fact.truth, &fact.reality], ": "),
                SafeText::empty(),
            ]
        });
        let missing = part.missing.iter().filter(|fact| fact.is_new).map(|fact| {
            let held: Vec<SafeText> = fact
                .held_by
                .iter()
                .map(|held| {
                    let args = [
                        ("actor", (&held.actor).into()),
                        ("turn", held.since.into()),
                        ("label", (&held.label).into()),
                    ];
                    self.fill("report-held-by", &args)
                })
                .collect();
            let reached = match fact.reached {
                Some(turn) => self.fill("report-reached", &[("turn", turn.into())]),
                None => self.say("report-never-reached"),
            };
            vec![
                self.say("report-not-shown"),
                together([&fact.title, &fact.reality], ": "),
                together([&lines(&held), &reached], "\n"),
            ]
        });
        shown.chain(missing).collect()
    }

    pub(super) fn sharing(&mut self) {
        self.section("report-sharing", None);
        let sharing = &self.debrief.sharing;
        let rows: Vec<_> = sharing
            .passed
            .iter()
            .map(|passing| {
                let word = |on: bool, key: &str| if on { self.say(key) } else { SafeText::empty() };
                let derived = word(passing.derived, "report-derived");
                let breach = word(passing.breach, "report-breach");
                vec![
                    self.at(&passing.at),
                    passing.from.clone(),
                    passing.to.clone(),
                    together([&passing.fact, &derived], " · "),
                    together([&passing.label, &breach], " · "),
                    passing.way.clone(),
                ]
            })
            .collect();
        self.table(
            &[
                "report-time",
                "report-from-col",
                "report-to-col",
                "report-what",
                "report-label",
                "report-way",
            ],
            &rows,
        );
        self.page.heading(3, &self.words.say("report-breaches"));
        if sharing.breaches.is_empty() {
            self.page.quiet(&self.words.say("report-no-breach"));
        }
        for breach in &sharing.breaches {
            let path = SafeText::joined(&breach.path, " → ");
            let found = match &breach.found {
                Some(found) => self.fill(
                    "report-found",
                    &[("time", (&found.story).into()), ("turn", found.turn.into())],
                ),
                None => self.say("report-not-found"),
            };
            let at = self.at(&breach.at);
            let line = together([&at, &breach.fact, &breach.label, &path, &found], " · ");
            self.page.text(&line);
            self.page.list(&breach.cost);
        }
        if !sharing.kept.is_empty() {
            self.page.heading(3, &self.words.say("report-kept"));
            self.page.list(&sharing.kept);
        }
    }

    pub(super) fn duties(&mut self) {
        self.section("report-duties", None);
        let duties = &self.debrief.duties;
        let rows: Vec<_> = duties
            .iter()
            .map(|duty| {
                let at = |moment: &Option<_>| {
                    moment
                        .as_ref()
                        .map_or_else(SafeText::empty, |moment| self.at(moment))
                };
                vec![
                    together([&duty.name, &duty.trigger, &duty.recipient], " · "),
                    self.owned(&duty.seat, duty.is_own),
                    at(&duty.started),
                    at(&duty.due),
                    at(&duty.reported),
                    together(
                        std::iter::once(&duty.status_word).chain(&duty.remarks),
                        " · ",
                    ),
                ]
            })
            .collect();
        self.table(
            &[
                "report-duty",
                "report-owner",
                "report-started",
                "report-due",
                "report-reported",
                "report-outcome",
            ],
            &rows,
        );
    }

    pub(super) fn people(&mut self) {
        self.section("report-people", Some("report-people-about"));
        let harm = &self.debrief.harm;
        let rows: Vec<_> = harm
            .iter()
            .map(|part| {
                vec![
                    together([&part.community, &part.region], " · "),
                    number(part.direct),
                    number(part.secondary),
                    number(part.latent),
                    number(part.evidence),
                    lines(&part.came_from),
                ]
            })
            .collect();
        self.table(
            &[
                "report-community",
                "report-direct",
                "report-secondary",
                "report-latent",
                "report-evidence",
                "report-came-from",
            ],
            &rows,
        );
        if self.debrief.borders.is_empty() {
            return;
        }
        self.page.heading(3, &self.words.say("report-borders"));
        self.page.quiet(&self.words.say("report-borders-about"));
        let mut rows = Vec::new();
        for part in &self.debrief.borders {
            for (key, tally) in [("report-home", part.home), ("report-abroad", part.abroad)] {
                rows.push(vec![
                    together([&part.whose, &self.say(key)], " · "),
                    number(tally.organisations),
                    number(tally.worst),
                    number(tally.compromised),
                    number(tally.contained),
                    number(tally.harm),
                ]);
            }
        }
        self.table(
            &[
                "report-home-of",
                "report-organisations",
                "report-worst",
                "report-at-end",
                "report-contained",
                "report-harm",
            ],
            &rows,
        );
        for part in &self.debrief.borders {
            let out = self.fill("report-went-out", &[("count", part.went_out.into())]);
            let into = self.fill("report-came-in", &[("count", part.came_in.into())]);
            self.page.text(&together([&part.whose, &out, &into], " · "));
        }
    }

    pub(super) fn norms(&mut self) {
        self.section("report-norms", Some("report-norms-about"));
        if self.debrief.profiles.is_empty() {
            self.none();
        }
        for profile in &self.debrief.profiles {
            let name = self.owned(&profile.actor, profile.is_own);
            self.page.heading(3, &name);
            let rows: Vec<_> = profile
                .rows
                .iter()
                .map(|row| {
                    let acts: Vec<SafeText> = row
                        .acts
                        .iter()
                        .map(|act| {
                            let at = self.at(&act.at);
                            let said = [&act.bearing_word, &at, &act.evidence, &act.rationale];
                            together(said, " · ")
                        })
                        .collect();
                    vec![row.norm.clone(), row.baseline.clone(), lines(&acts)]
                })
                .collect();
            self.table(&["report-norm", "report-baseline", "report-acts"], &rows);
        }
        if !self.debrief.diplomacy.is_empty() {
            self.page.heading(3, &self.words.say("report-diplomacy"));
            self.page.quiet(&self.words.say("report-diplomacy-about"));
        }
        for part in &self.debrief.diplomacy {
            let seat = self.owned(&part.seat, part.is_own);
            self.page.strong(&seat);
            if part.lines.is_empty() {
                self.page.quiet(&self.words.say("report-diplomacy-none"));
            }
            self.page.list(&part.lines);
        }
    }

    pub(super) fn course(&mut self) {
        self.section("report-course", None);
        for chart in &self.debrief.charts {
            self.page.heading(3, &chart.title);
            let mut head = vec![SafeText::empty()];
            head.extend(chart.ticks.iter().cloned());
            let rows: Vec<Vec<SafeText>> = chart
                .series
                .iter()
                .map(|series| {
                    let values = series.values.iter().map(|value| number(*value));
                    std::iter::once(series.label.clone())
                        .chain(values)
                        .collect()
                })
                .collect();
            self.page.table(&head, &rows);
        }
    }
}
