//! What states came to, what could have been prepared, and what a group can vote on before and after.

use crate::report::debrief::Stood;
use crate::report::markdown::Writer;
use crate::report::markdown::lines;
use crate::report::markdown::number;
use crate::text::SafeText;

/// The motions, each with a probing question from policy and one from technicians.
const MOTIONS: [[&str; 3]; 3] = [
    [
        "report-motion-diplomacy",
        "report-motion-diplomacy-policy",
        "report-motion-diplomacy-technical",
    ],
    [
        "report-motion-help",
        "report-motion-help-policy",
        "report-motion-help-technical",
    ],
    [
        "report-motion-formal",
        "report-motion-formal-policy",
        "report-motion-formal-technical",
    ],
];

impl Writer<'_> {
    pub(super) fn states(&mut self) {
        self.section("report-states", Some("report-states-about"));
        if self.debrief.states.is_empty() {
            self.none();
        }
        for part in &self.debrief.states {
            let name = self.owned(&part.state, part.is_own);
            self.page.heading(3, &name);
            let indicators = [
                ("report-continuity", part.continuity),
                ("report-institutions", part.trust),
            ];
            let said: Vec<SafeText> = indicators
                .into_iter()
                .filter_map(|(key, stood)| Some(self.stood(key, stood?)))
                .collect();
            self.page.list(&said);
            let rows: Vec<_> = part
                .pillars
                .iter()
                .map(|pillar| {
                    let count = number(i64::try_from(pillar.acts.len()).unwrap_or(i64::MAX));
                    vec![pillar.name.clone(), count, lines(&pillar.acts)]
                })
                .collect();
            self.table(
                &["report-pillar", "report-pillar-count", "report-acts"],
                &rows,
            );
        }
    }

    fn stood(&self, key: &str, stood: Stood) -> SafeText {
        let args = [
            ("start", stood.start.into()),
            ("worst", stood.worst.into()),
            ("end", stood.end.into()),
        ];
        self.fill(key, &args)
    }

    /// What could have been prepared, for those who write the improvement plan.
    pub(super) fn unprepared(&mut self) {
        if self.debrief.unprepared.is_empty() {
            return;
        }
        self.page.heading(3, &self.words.say("report-unprepared"));
        self.page.quiet(&self.words.say("report-unprepared-about"));
        let rows: Vec<_> = self
            .debrief
            .unprepared
            .iter()
            .map(|part| {
                let done = match part.turn {
                    Some(turn) => self.fill("report-unprepared-late", &[("turn", turn.into())]),
                    None => self.say("report-unprepared-never"),
                };
                let seat = self.owned(&part.seat, part.is_own);
                vec![seat, part.act.clone(), number(part.hours), done]
            })
            .collect();
        let heads = [
            "report-seat",
            "report-unprepared-act",
            "report-unprepared-hours",
            "report-unprepared-when",
        ];
        self.table(&heads, &rows);
    }

    /// Motions for a group, to be voted on before and after.
    pub(super) fn motions(&mut self) {
        self.section("report-motions", Some("report-motions-about"));
        let rows: Vec<_> = MOTIONS
            .iter()
            .map(|[motion, policy, technical]| {
                let probing = [self.say(policy), self.say(technical)];
                let blank = SafeText::empty();
                let said = vec![self.say(motion), lines(&probing)];
                said.into_iter()
                    .chain([blank.clone(), blank.clone(), blank])
                    .collect()
            })
            .collect();
        let heads = [
            "report-motion",
            "report-motion-probing",
            "report-motion-before",
            "report-motion-after",
            "report-motion-shift",
        ];
        self.table(&heads, &rows);
    }
}
