//! What a study has found: everything that the sheet, the page and the tables are made from.

use crate::lab::balance::Balance;
use crate::lab::deep::Deep;
use crate::lab::gauge::Gauges;
use crate::lab::matter;
use crate::lab::matter::Mover;
use crate::lab::remarks;
use crate::lab::remarks::Remark;
use crate::lab::study::Part;
use crate::lab::study::Study;
use crate::lab::unseen;
use crate::lab::unseen::Unseen;
use crate::model::expr::Gives;
use crate::model::id::Kind;
use crate::text::Words;

/// What a whole study has found. The same study finds the same, wherever and in how many shards it was played.
pub struct Findings<'a> {
    pub study: &'a Study<'a>,
    pub part: &'a Part,
    pub gauges: Gauges,
    pub unseen: Unseen,
    pub balance: Balance,
    pub movers: Vec<Mover>,
    pub deep: Deep,
    /// What an author should look at, in sentences.
    pub remarks: Vec<Remark>,
}

impl<'a> Findings<'a> {
    /// What a study's parts, added up, have to say. With `deep`, near misses, witnesses and the strangest play are looked for too,
    /// which takes plays of its own.
    pub fn of(study: &'a Study<'a>, part: &'a Part, deep: bool, words: &Words) -> Self {
        let scenario = study.playable.scenario();
        let mut findings = Self {
            study,
            part,
            gauges: Gauges::of(scenario),
            unseen: Unseen::of(&part.tally, scenario, &study.bots),
            balance: Balance::of(study, part),
            movers: matter::movers(study, part),
            deep: if deep {
                Deep::of(study, part)
            } else {
                Deep::default()
            },
            remarks: Vec::new(),
        };
        findings.remarks = remarks::all(&findings, words);
        findings
    }

    /// What there is to be seen, by the end of its key in the catalogue: how much was, and how much there is. What a scenario has
    /// none of is left out.
    pub fn coverage(&self) -> Vec<(&'static str, usize, usize)> {
        let (scenario, unseen) = (self.study.playable.scenario(), &self.unseen);
        let conditions = scenario.exprs.iter();
        let conditions = conditions.filter(|source| source.gives == Gives::Truth);
        let choices = unseen.never_offered.len() + unseen.never_taken.len();
        let one_sided = unseen.never_true.len() + unseen.never_false.len();
        let functions = scenario.names.all(Kind::Function).count();
        let rows = [
            (
                "cover-endings",
                scenario.endings.len(),
                unseen.endings.len(),
            ),
            (
                "cover-injects",
                unseen::injects(scenario).count(),
                unseen.injects.len(),
            ),
            ("cover-choices", scenario.choices.len(), choices),
            (
                "cover-actions",
                scenario.actions.len(),
                unseen.actions.len(),
            ),
            ("cover-rules", scenario.rules.len(), unseen.rules.len()),
            ("cover-functions", functions, unseen.functions.len()),
            ("cover-conditions", conditions.count(), one_sided),
        ];
        let rows = rows.into_iter().filter(|(_, all, _)| *all > 0);
        rows.map(|(key, all, missing)| (key, all - missing, all))
            .collect()
    }
}
