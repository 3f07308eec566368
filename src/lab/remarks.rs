//! What an author should look at: one sentence a finding, each of a kind that `--fail-on` knows.

use crate::lab::balance::PATIENCE;
use crate::lab::findings::Findings;
use crate::lab::search::Miss;
use crate::lab::target;
use crate::lab::target::Before;
use crate::lab::target::Target;
use crate::model::ChoiceId;
use crate::model::ExprId;
use crate::model::id::Kind;
use crate::script;
use crate::text::Arg;
use crate::text::SafeText;
use crate::text::Words;

/// The longest condition that is quoted, in columns.
const QUOTED: usize = 70;

/// What a remark is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RemarkKind {
    Broken,
    ScriptFailed,
    UnseenEnding,
    UnseenInject,
    UnseenChoice,
    UnseenAction,
    UnseenRule,
    UnseenFunction,
    UnseenCondition,
    UnseenAct,
    Shunned,
    Dominated,
    NoTrap,
    NoEffect,
    Deadlock,
    Idle,
    ImpossibleDuty,
    UnusedHours,
}

impl RemarkKind {
    /// Every kind.
    pub const ALL: [Self; 18] = [
        Self::Broken,
        Self::ScriptFailed,
        Self::UnseenEnding,
        Self::UnseenInject,
        Self::UnseenChoice,
        Self::UnseenAction,
        Self::UnseenRule,
        Self::UnseenFunction,
        Self::UnseenCondition,
        Self::UnseenAct,
        Self::Shunned,
        Self::Dominated,
        Self::NoTrap,
        Self::NoEffect,
        Self::Deadlock,
        Self::Idle,
        Self::ImpossibleDuty,
        Self::UnusedHours,
    ];

    /// The word that `--fail-on` and the tables have for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Broken => "broken",
            Self::ScriptFailed => "failed-script",
            Self::UnseenEnding => "unseen-ending",
            Self::UnseenInject => "unseen-inject",
            Self::UnseenChoice => "unseen-choice",
            Self::UnseenAction => "unseen-action",
            Self::UnseenRule => "unseen-rule",
            Self::UnseenFunction => "unseen-function",
            Self::UnseenCondition => "unseen-condition",
            Self::UnseenAct => "unseen-act",
            Self::Shunned => "shunned",
            Self::Dominated => "dominated",
            Self::NoTrap => "no-trap",
            Self::NoEffect => "no-effect",
            Self::Deadlock => "deadlock",
            Self::Idle => "idle",
            Self::ImpossibleDuty => "impossible-duty",
            Self::UnusedHours => "unused-hours",
        }
    }

    /// Whether it is about something that was not seen, rather than about balance.
    pub fn is_coverage(self) -> bool {
        self.word().starts_with("unseen")
    }
}

/// One thing to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    pub kind: RemarkKind,
    /// The author's word for what it is about.
    pub about: String,
    pub text: SafeText,
}

/// Everything there is to remark, by kind and then in the scenario's order.
pub(super) fn all(findings: &Findings<'_>, words: &Words) -> Vec<Remark> {
    let mut remarks = Remarks {
        findings,
        words,
        all: Vec::new(),
    };
    remarks.trouble();
    remarks.unseen();
    remarks.choices();
    remarks.balance();
    remarks.all.sort_by_key(|remark| remark.kind);
    remarks.all
}

struct Remarks<'a> {
    findings: &'a Findings<'a>,
    words: &'a Words,
    all: Vec<Remark>,
}

impl Remarks<'_> {
    fn put(&mut self, kind: RemarkKind, about: String, key: &str, args: &[(&str, Arg)]) {
        let mut named = vec![("word", Arg::from(&about))];
        named.extend_from_slice(args);
        let text = self.words.fill(key, &named);
        self.all.push(Remark { kind, about, text });
    }

    fn word(&self, kind: Kind, place: usize) -> String {
        let place = u16::try_from(place).unwrap_or(u16::MAX);
        let names = &self.findings.study.playable.scenario().names;
        names.word(kind, place).to_owned()
    }

    /// A target's word, if it has one.
    fn word_of(&self, target: Target) -> Option<String> {
        let (kind, place) = match target {
            Target::Ending(id) => (Kind::Ending, id.index()),
            Target::Inject(id) => (Kind::Inject, id.index()),
            Target::Choice(id) => (Kind::Choice, id.index()),
            Target::Rule(id) => (Kind::Rule, id.index()),
            Target::Action(id) => (Kind::Action, id.index()),
            Target::Condition(_) => return None,
        };
        Some(self.word(kind, place))
    }

    fn quoted(&self, expr: ExprId) -> String {
        let source = &self.findings.study.playable.scenario().exprs[expr.index()];
        let text = source.text.split_whitespace().collect::<Vec<_>>().join(" ");
        crate::text::clip(&SafeText::line(&text), QUOTED).into_string()
    }

    /// Plays, scripts and expressions that failed.
    fn trouble(&mut self) {
        let tally = &self.findings.part.tally;
        let mut failed = Vec::new();
        for (place, count) in tally.failed.iter().enumerate() {
            if let Some(first) = count.first {
                failed.push((self.word(Kind::Function, place), count.plays, first));
            }
        }
        for (place, count) in tally.faults.iter().enumerate() {
            if let Some(first) = count.first {
                failed.push((self.quoted(ExprId::at(place)), count.plays, first));
            }
        }
        for (word, plays, first) in failed {
            let args = [("plays", plays.into()), ("first", first.into())];
            self.put(RemarkKind::ScriptFailed, word, "lab-script-failed", &args);
        }
        if let Some(first) = tally.broken.first {
            let args = [
                ("plays", tally.broken.plays.into()),
                ("first", first.into()),
            ];
            self.put(RemarkKind::Broken, String::new(), "lab-broken", &args);
        }
    }

    fn unseen(&mut self) {
        let unseen = &self.findings.unseen;
        let scenario = self.findings.study.playable.scenario();
        let plays = self.findings.part.tally.plays;
        let mut rows: Vec<(RemarkKind, String, &str, Option<Target>)> = Vec::new();
        for id in &unseen.endings {
            let word = self.word(Kind::Ending, id.index());
            rows.push((
                RemarkKind::UnseenEnding,
                word,
                "lab-unseen-ending",
                Some(Target::Ending(*id)),
            ));
        }
        for id in &unseen.injects {
            let word = self.word(Kind::Inject, id.index());
            rows.push((
                RemarkKind::UnseenInject,
                word,
                "lab-unseen-inject",
                Some(Target::Inject(*id)),
            ));
        }
        for id in &unseen.actions {
            let word = self.word(Kind::Action, id.index());
            rows.push((
                RemarkKind::UnseenAction,
                word,
                "lab-unseen-action",
                Some(Target::Action(*id)),
            ));
        }
        for id in &unseen.rules {
            let word = self.word(Kind::Rule, id.index());
            rows.push((
                RemarkKind::UnseenRule,
                word,
                "lab-unseen-rule",
                Some(Target::Rule(*id)),
            ));
        }
        for (kind, word, key, target) in rows {
            self.put(kind, word, key, &[("plays", plays.into())]);
            self.add_miss(target);
        }
        for id in &unseen.functions {
            let word = self.word(Kind::Function, id.index());
            let args = [("plays", plays.into())];
            self.put(
                RemarkKind::UnseenFunction,
                word,
                "lab-unseen-function",
                &args,
            );
            // What keeps a function from being called is what keeps its row away.
            let caller = target::caller(scenario, *id);
            if let Some(word) = caller.and_then(|caller| self.word_of(caller)) {
                let said = self.words.fill("lab-called-by", &[("word", word.into())]);
                self.add(&said);
            }
            self.add_miss(caller);
        }
        for word in &unseen.acts {
            let args = [("plays", plays.into())];
            self.put(
                RemarkKind::UnseenAct,
                (*word).to_owned(),
                "lab-unseen-act",
                &args,
            );
        }
        let judged = self.findings.part.tally.judged;
        for (exprs, key) in [
            (&unseen.never_true, "lab-never-true"),
            (&unseen.never_false, "lab-never-false"),
        ] {
            for expr in exprs {
                let quoted = self.quoted(*expr);
                let args = [("plays", judged.into())];
                self.put(RemarkKind::UnseenCondition, quoted, key, &args);
                self.add_miss((key == "lab-never-true").then_some(Target::Condition(*expr)));
            }
        }
    }

    fn choices(&mut self) {
        let findings = self.findings;
        let unseen = &findings.unseen;
        let tally = &findings.part.tally;
        let scenario = findings.study.playable.scenario();
        for (kind, key, choices) in [
            (
                RemarkKind::UnseenChoice,
                "lab-never-offered",
                &unseen.never_offered,
            ),
            (
                RemarkKind::UnseenChoice,
                "lab-never-taken",
                &unseen.never_taken,
            ),
            (
                RemarkKind::Shunned,
                "lab-only-random",
                &unseen.only_at_random,
            ),
        ] {
            for choice in choices {
                let seen = &tally.choices[choice.index()];
                let decision = scenario.choices[choice.index()].decision;
                let args = [
                    ("plays", tally.plays.into()),
                    ("offered", seen.offered.into()),
                    ("opened", tally.opened[decision.index()].into()),
                    ("taken", seen.taken.plays.into()),
                ];
                let word = self.word(Kind::Choice, choice.index());
                self.put(kind, word, key, &args);
                self.add_miss((key == "lab-never-offered").then_some(Target::Choice(*choice)));
            }
        }
    }

    /// Says of the last remark how near a search has come.
    fn add_miss(&mut self, target: Option<Target>) {
        let misses = self.findings.deep.misses.iter();
        let mut found = misses.filter(|miss| Some(miss.target) == target);
        let Some(miss) = found.next() else { return };
        let said = self.miss(miss);
        self.add(&said);
    }

    /// Says more in the last remark.
    fn add(&mut self, said: &SafeText) {
        if let Some(last) = self.all.last_mut() {
            last.text = SafeText::joined([&last.text, said], " ");
        }
    }

    fn miss(&self, miss: &Miss) -> SafeText {
        let scenario = self.findings.study.playable.scenario();
        let mut lacks: Vec<String> = Vec::new();
        match miss.before {
            Some(Before::Inject(inject)) => {
                let word = self.word(Kind::Inject, inject.index());
                lacks.push(format!("delivered.{word}"));
            }
            Some(Before::Closed) => {
                lacks.push(self.words.say("lab-miss-closed").into_string());
            }
            None => {}
        }
        for lack in &miss.lacks {
            let mut sources = scenario.exprs.iter();
            let spelled =
                sources.find_map(|source| script::spelled(source, lack.read, &scenario.names));
            let name = spelled.unwrap_or_else(|| "?".to_owned());
            let args = [
                ("name", Arg::from(name)),
                ("sign", Arg::from(lack.sign)),
                ("wanted", Arg::from(lack.wanted.to_string())),
                ("is", Arg::from(lack.is.to_string())),
            ];
            let key = match lack.read.gives() {
                crate::model::expr::Gives::Truth if lack.wanted == 1 => "lab-lack-true",
                crate::model::expr::Gives::Truth => "lab-lack-false",
                crate::model::expr::Gives::Number => "lab-lack",
            };
            lacks.push(self.words.fill(key, &args).into_string());
        }
        let key = match (miss.is_met, lacks.is_empty()) {
            (true, _) => "lab-miss-met",
            (false, true) => "lab-miss-dark",
            (false, false) => "lab-miss",
        };
        let args = [
            ("plays", Arg::from(miss.plays)),
            ("seed", Arg::from(miss.seed.to_string())),
            ("turn", Arg::from(miss.turn)),
            ("lacks", Arg::from(lacks.join("; "))),
        ];
        let said = self.words.fill(key, &args);
        match miss.raised {
            Some((choice, gain)) if !miss.is_met => {
                let word = self.word(Kind::Choice, choice.index());
                let by = format!("{}.{:02}", gain / 100, gain % 100);
                let args = [("word", word.into()), ("by", by.into())];
                let raised = self.words.fill("lab-miss-raised", &args);
                SafeText::joined([&said, &raised], " ")
            }
            _ => said,
        }
    }

    fn balance(&mut self) {
        let findings = self.findings;
        let balance = &findings.balance;
        let plays = findings.part.tally.plays;
        for found in &balance.dominated {
            let args = [
                ("by", self.word(Kind::Choice, found.by.index()).into()),
                ("gain", decimal(found.gain)),
                ("low", decimal(found.interval.0)),
                ("high", decimal(found.interval.1)),
                ("trials", found.trials.into()),
                ("exceptions", found.exceptions.into()),
            ];
            let word = self.word(Kind::Choice, found.choice.index());
            self.put(RemarkKind::Dominated, word, "lab-dominated", &args);
        }
        for choice in &balance.no_traps {
            let word = self.choice(*choice);
            self.put(RemarkKind::NoTrap, word, "lab-no-trap", &[]);
        }
        for (decision, trials) in &balance.inert {
            let word = self.word(Kind::Decision, decision.index());
            let args = [("trials", (*trials).into())];
            self.put(RemarkKind::NoEffect, word, "lab-no-effect", &args);
        }
        for (decision, stuck) in &balance.stuck {
            let word = self.word(Kind::Decision, decision.index());
            let args = [("stuck", (*stuck).into()), ("plays", plays.into())];
            self.put(RemarkKind::Deadlock, word, "lab-deadlock", &args);
        }
        for idle in &balance.idle {
            let word = self.word(Kind::Seat, idle.seat.index());
            let args = [
                ("most", PATIENCE.into()),
                ("share", percent(idle.plays.value())),
                ("usual", idle.usual.into()),
                ("worst", idle.worst.into()),
            ];
            self.put(RemarkKind::Idle, word, "lab-idle", &args);
        }
        for (duty, started) in &balance.impossible {
            let word = self.word(Kind::Duty, duty.index());
            let args = [("started", (*started).into())];
            self.put(
                RemarkKind::ImpossibleDuty,
                word,
                "lab-impossible-duty",
                &args,
            );
        }
        for (seat, used) in &balance.unused {
            let word = self.word(Kind::Seat, seat.index());
            let args = [("share", percent(used.value()))];
            self.put(RemarkKind::UnusedHours, word, "lab-unused-hours", &args);
        }
    }

    fn choice(&self, choice: ChoiceId) -> String {
        self.word(Kind::Choice, choice.index())
    }
}

/// A share of 0 to 1 in per cent, with one digit after the point.
fn percent(share: f64) -> Arg {
    decimal(share * 100.0)
}

fn decimal(value: f64) -> Arg {
    Arg::from(format!("{value:.1}"))
}
