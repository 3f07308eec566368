//! What lay beneath: who did it, what was told and what it was worth, and what each state would have signed.

use crate::engine::event::What;
use crate::engine::ledger::attribution;
use crate::engine::ledger::book::BookEvent;
use crate::engine::ledger::statements;
use crate::model::HypothesisId;
use crate::model::ledger::Ledger;
use crate::model::ledger::facts::Truth as Truthfulness;
use crate::model::ledger::statements::Line as PositionLine;
use crate::report::debrief::ReadingPart;
use crate::report::debrief::TruthPart;
use crate::report::debrief::build::Maker;
use crate::text::SafeText;

impl Maker<'_> {
    /// Every answer to who did it and every story that was told, with what really was.
    pub(super) fn beneath(&self) -> Vec<TruthPart> {
        let mut parts = Vec::new();
        if self.scenario.ledgers.contains(&Ledger::Attribution) {
            let rows = self.scenario.book.attribution.hypotheses.iter();
            parts.extend(rows.map(|row| {
                let truth = if row.is_true {
                    Truthfulness::True
                } else {
                    Truthfulness::False
                };
                TruthPart {
                    kind: attribution::level(self.words, row.level),
                    name: row.name.clone(),
                    truth: self.truth_word(truth),
                    is_true: row.is_true,
                    reality: row.reality.clone(),
                    said_by: self.named_by(row.id),
                }
            }));
        }
        if self.scenario.ledgers.contains(&Ledger::Narrative) {
            let rows = self.scenario.book.narrative.stories.iter();
            parts.extend(rows.map(|row| TruthPart {
                kind: self.words.say("debrief-story"),
                name: row.name.clone(),
                truth: self.truth_word(row.truth),
                is_true: row.truth == Truthfulness::True,
                reality: row.text.clone(),
                said_by: Vec::new(),
            }));
        }
        parts
    }

    /// Who named a hypothesis in public, in order.
    fn named_by(&self, hypothesis: HypothesisId) -> Vec<SafeText> {
        let mut named = Vec::new();
        for event in self.events {
            if let What::Book(BookEvent::Attribution(attribution::Event::Decided {
                by,
                hypothesis: of,
                outcome: attribution::Outcome::Named,
                ..
            })) = event.what
                && of == hypothesis
            {
                named.push(self.teller.actor(by).clone());
            }
        }
        named
    }

    /// What each state would have signed, and what not at any price.
    pub(super) fn readings(&self) -> Vec<ReadingPart> {
        if !self.scenario.ledgers.contains(&Ledger::Statements) {
            return Vec::new();
        }
        let says = |lines: &[PositionLine]| {
            let lines = lines.iter();
            lines
                .map(|line| statements::line(self.teller, line))
                .collect()
        };
        let rows = self.scenario.book.statements.positions.iter();
        rows.map(|row| ReadingPart {
            actor: self.teller.actor(row.actor).clone(),
            reading: row.reading.clone(),
            red_lines: says(&row.red_lines),
            wishes: says(&row.wishes),
        })
        .collect()
    }
}
