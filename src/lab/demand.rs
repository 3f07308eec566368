//! What an author's CI asks for: `unseen-inject,ending<2%,dominated` fails a study that shows any of it.

use crate::lab::findings::Findings;
use crate::lab::remarks::RemarkKind;
use crate::lab::study::Plan;
use crate::model::id::Kind;

/// One thing that must not be.
#[derive(Clone, Debug, PartialEq)]
pub enum Demand {
    /// A remark of that kind.
    Remark(RemarkKind),
    /// Anything that was not seen.
    Unseen,
    /// An ending with a share below or above so many hundredths of a per cent.
    Ending { is_below: bool, limit: u64 },
    /// A main outcome of whose variance the choices have a hand in less than so many hundredths of a per cent.
    Choices { limit: u64 },
    /// Anything that changed beyond chance against the baseline.
    Changed,
}

impl Demand {
    /// Reads a list of rules, separated by commas.
    ///
    /// # Errors
    /// The rule that is none.
    pub fn read(text: &str) -> Result<Vec<Self>, String> {
        let rules = text
            .split(',')
            .map(str::trim)
            .filter(|rule| !rule.is_empty());
        rules
            .map(|rule| Self::one(rule).ok_or_else(|| rule.to_owned()))
            .collect()
    }

    fn one(rule: &str) -> Option<Self> {
        let kind = RemarkKind::ALL.into_iter().find(|kind| kind.word() == rule);
        if let Some(kind) = kind {
            return Some(Self::Remark(kind));
        }
        match rule {
            "unseen" => return Some(Self::Unseen),
            "changed" => return Some(Self::Changed),
            _ => {}
        }
        let rest = rule.strip_suffix('%')?;
        let (what, is_below, number) = rest
            .split_once('<')
            .map(|(what, number)| (what, true, number))
            .or_else(|| {
                rest.split_once('>')
                    .map(|(what, number)| (what, false, number))
            })?;
        let limit = hundredths(number.trim())?;
        match (what.trim(), is_below) {
            ("ending", is_below) => Some(Self::Ending { is_below, limit }),
            ("choices", true) => Some(Self::Choices { limit }),
            _ => None,
        }
    }

    /// What a study has to do before it can tell whether this holds, if it does not: nothing that was not looked at passes.
    pub fn lacks(&self, plan: &Plan, has_baseline: bool) -> Option<&'static str> {
        match self {
            Self::Changed if !has_baseline => Some("lab-lacks-baseline"),
            Self::Choices { .. } if plan.twins == 0 => Some("lab-lacks-twins"),
            Self::Remark(RemarkKind::Dominated | RemarkKind::NoTrap | RemarkKind::NoEffect)
                if plan.trials == 0 =>
            {
                Some("lab-lacks-trials")
            }
            _ => None,
        }
    }

    /// The rules' words, for whoever mistyped one.
    pub fn words() -> Vec<&'static str> {
        let kinds = RemarkKind::ALL.into_iter().map(RemarkKind::word);
        kinds
            .chain([
                "unseen",
                "ending<2%",
                "ending>50%",
                "choices<50%",
                "changed",
            ])
            .collect()
    }

    /// What breaks the rule, each by the author's word for it; `changed` is what a comparison found.
    pub fn broken_by(&self, findings: &Findings<'_>, changed: &[String]) -> Vec<String> {
        let about = |wanted: &dyn Fn(RemarkKind) -> bool| {
            let remarks = findings.remarks.iter();
            let remarks = remarks.filter(|remark| wanted(remark.kind));
            remarks.map(|remark| remark.about.clone()).collect()
        };
        match self {
            Self::Remark(kind) => about(&|found| found == *kind),
            Self::Unseen => about(&RemarkKind::is_coverage),
            Self::Changed => changed.to_vec(),
            Self::Ending { is_below, limit } => {
                let tally = &findings.part.tally;
                let of = u128::from(tally.plays) * u128::from(*limit);
                let names = findings.study.playable.scenario().names.all(Kind::Ending);
                let endings = names.zip(&tally.endings);
                let wrong = endings.filter(|(_, seen)| {
                    let share = u128::from(seen.plays) * 10_000;
                    if *is_below { share < of } else { share > of }
                });
                wrong.map(|(word, _)| word.to_owned()).collect()
            }
            Self::Choices { limit } => {
                let movers = findings.movers.iter();
                let limit = f64::from(u32::try_from(*limit).unwrap_or(u32::MAX)) / 10_000.0;
                let little = movers.filter(|mover| mover.choices.share < limit);
                little
                    .map(|mover| mover.outcome.clone().unwrap_or_else(|| "ending".to_owned()))
                    .collect()
            }
        }
    }
}

/// A number of per cent with at most two digits after the point, in hundredths.
fn hundredths(text: &str) -> Option<u64> {
    let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
    if rest.len() > 2 || whole.is_empty() || whole.len() > 3 {
        return None;
    }
    let whole: u64 = whole.parse().ok()?;
    let rest: u64 = format!("{rest:0<2}").parse().ok()?;
    Some(whole * 100 + rest).filter(|limit| *limit <= 10_000)
}
