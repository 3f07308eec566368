//! A study's findings as a sheet to read: endings, what matters, what to look at, choices, duties, numbers.

mod lists;
mod matter;

use crate::lab::findings::Findings;
use crate::lab::remarks::RemarkKind;
use crate::lab::share::Share;
use crate::lab::tally::Tally;
use crate::model::id::Kind;
use crate::model::scenario::Scenario;
use crate::text::Arg;
use crate::text::SafeText;
use crate::text::Words;
use crate::text::wrap;

/// No line is wider.
const COLUMNS: usize = 80;

/// The sheet, line by line. It depends on the study alone, never on how long it took.
pub fn sheet(findings: &Findings<'_>, words: &Words) -> Vec<SafeText> {
    let study = findings.study;
    let scenario = study.playable.scenario();
    let mut sheet = Sheet {
        findings,
        scenario,
        tally: &findings.part.tally,
        words,
        lines: Vec::new(),
    };
    sheet.say(
        "lab-title",
        &[
            ("title", (&scenario.about.title).into()),
            ("plays", findings.part.tally.plays.into()),
            ("seed", text(study.seed.to_string())),
            ("bots", text(study.bots.word().to_owned())),
        ],
    );
    sheet.endings();
    sheet.remarks("lab-trouble", |kind| {
        matches!(kind, RemarkKind::Broken | RemarkKind::ScriptFailed)
    });
    sheet.coverage();
    sheet.remarks("lab-unseen", RemarkKind::is_coverage);
    sheet.remarks("lab-balance", |kind| {
        !kind.is_coverage() && !matches!(kind, RemarkKind::Broken | RemarkKind::ScriptFailed)
    });
    sheet.matter();
    sheet.witnesses();
    sheet.notable();
    sheet.seats();
    sheet.decisions();
    sheet.actions();
    sheet.acts();
    sheet.duties();
    sheet.tasks();
    sheet.numbers();
    sheet.lines
}

struct Sheet<'a> {
    findings: &'a Findings<'a>,
    scenario: &'a Scenario,
    tally: &'a Tally,
    words: &'a Words,
    lines: Vec<SafeText>,
}

impl Sheet<'_> {
    fn say(&mut self, key: &str, args: &[(&str, Arg)]) {
        let said = self.words.block(key, args);
        self.lines.extend(wrap(&said, COLUMNS));
    }

    fn head(&mut self, key: &str) {
        self.lines.push(SafeText::empty());
        self.say(key, &[]);
    }

    fn word(&self, kind: Kind, place: usize) -> Arg {
        let place = u16::try_from(place).unwrap_or(u16::MAX);
        text(self.scenario.names.word(kind, place).to_owned())
    }

    fn of_all(&self, count: u64) -> Share {
        Share {
            count,
            of: self.tally.plays,
        }
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

    fn coverage(&mut self) {
        self.head("lab-coverage");
        for (key, seen, all) in self.findings.coverage() {
            let args = [("seen", seen.into()), ("all", all.into())];
            self.say(&format!("lab-{key}"), &args);
        }
    }

    /// The remarks of some kinds under a heading; nothing if there are none.
    fn remarks(&mut self, head: &str, wanted: impl Fn(RemarkKind) -> bool) {
        let findings = self.findings;
        let mut remarks = findings
            .remarks
            .iter()
            .filter(|remark| wanted(remark.kind))
            .peekable();
        if remarks.peek().is_none() {
            return;
        }
        self.head(head);
        for remark in remarks {
            let args = [
                ("kind", text(remark.kind.word().to_owned())),
                ("text", (&remark.text).into()),
            ];
            self.say("lab-remark", &args);
        }
    }
}

/// A share of 0 to 1 in per cent.
fn percent(share: f64) -> Arg {
    text(format!("{:5.1}", share * 100.0))
}

fn text(raw: String) -> Arg {
    Arg::Text(SafeText::block(&raw))
}
