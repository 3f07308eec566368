//! Findings as one long table: a row for each number, so that any spreadsheet or statistics program reads it.

use crate::lab::findings::Findings;
use crate::lab::share::Share;
use crate::model::id::Kind;

/// The columns: the section, what the row is about, its turn if it has one, what is measured, the value, its 95 % interval.
const HEAD: &str = "section,name,turn,measure,value,low,high\n";

/// Findings as comma-separated values, with a line of column names. The same study gives the same bytes.
pub fn csv(findings: &Findings<'_>) -> String {
    let mut table = Table(HEAD.to_owned());
    let (study, tally) = (findings.study, &findings.part.tally);
    let scenario = study.playable.scenario();
    let plays = tally.plays;
    let word = |kind, place: usize| {
        let place = u16::try_from(place).unwrap_or(u16::MAX);
        scenario.names.word(kind, place).to_owned()
    };
    for (place, of) in tally.endings.iter().enumerate() {
        table.share(
            "ending",
            &word(Kind::Ending, place),
            "share",
            of.plays,
            plays,
        );
    }
    for (place, of) in tally.injects.iter().enumerate() {
        table.share(
            "inject",
            &word(Kind::Inject, place),
            "share",
            of.plays,
            plays,
        );
    }
    for (place, of) in tally.opened.iter().enumerate() {
        let name = word(Kind::Decision, place);
        table.share("decision", &name, "opened", *of, plays);
        table.share(
            "decision",
            &name,
            "unanswered",
            tally.unanswered[place],
            *of,
        );
    }
    for (section, kind, rows) in [
        ("choice", Kind::Choice, &tally.choices),
        ("action", Kind::Action, &tally.actions),
    ] {
        for (place, of) in rows.iter().enumerate() {
            let name = word(kind, place);
            table.share(section, &name, "possible", of.offered, plays);
            table.share(section, &name, "taken", of.taken.plays, plays);
        }
    }
    for (place, of) in tally.rules.iter().enumerate() {
        table.share("rule", &word(Kind::Rule, place), "share", of.plays, plays);
    }
    for (place, of) in tally.called.iter().enumerate() {
        table.share(
            "function",
            &word(Kind::Function, place),
            "share",
            of.plays,
            plays,
        );
    }
    for (place, of) in tally.duties.iter().enumerate() {
        let name = word(Kind::Duty, place);
        table.share("duty", &name, "started", of.started, plays);
        table.share("duty", &name, "met", of.met, of.met + of.missed);
    }
    for (place, of) in tally.tasks.iter().enumerate() {
        table.share("task", &word(Kind::Task, place), "held", *of, plays);
    }
    for (gauge, course) in findings.gauges.all.iter().zip(&tally.courses) {
        let ends = std::iter::once((String::new(), &course.end));
        let turns = course.turns.iter().enumerate();
        let turns = turns.map(|(turn, of)| (turn.to_string(), of));
        for (turn, of) in ends.chain(turns).filter(|(_, of)| of.plays() > 0) {
            let ((mean, deviation), (low, high)) = (of.mean(), of.interval());
            table.row(
                "course",
                &gauge.name,
                &turn,
                "mean",
                mean,
                Some((low, high)),
            );
            table.row("course", &gauge.name, &turn, "deviation", deviation, None);
            for per_mille in [50, 250, 500, 750, 950] {
                let measure = format!(
                    "quantile {}",
                    f64::from(u16::try_from(per_mille).unwrap_or(0)) / 1000.0
                );
                table.row(
                    "course",
                    &gauge.name,
                    &turn,
                    &measure,
                    f64::from(of.quantile(per_mille)),
                    None,
                );
            }
        }
    }
    for mover in &findings.movers {
        let name = mover.outcome.as_deref().unwrap_or("ending");
        let seats = mover
            .seats
            .iter()
            .map(|(id, of)| (word(Kind::Seat, id.index()), *of));
        let decisions = mover.decisions.iter();
        let decisions = decisions.map(|(id, of)| (word(Kind::Decision, id.index()), *of));
        let first = [
            ("choices".to_owned(), mover.choices),
            ("luck".to_owned(), mover.luck),
        ];
        for (measure, of) in first.into_iter().chain(seats).chain(decisions) {
            table.row(
                "matter",
                name,
                "",
                &measure,
                of.share,
                Some((of.low, of.high)),
            );
        }
    }
    table.0
}

struct Table(String);

impl Table {
    fn share(&mut self, section: &str, name: &str, measure: &str, count: u64, of: u64) {
        let share = Share { count, of };
        self.row(
            section,
            name,
            "",
            measure,
            share.value(),
            Some(share.interval()),
        );
    }

    fn row(
        &mut self,
        section: &str,
        name: &str,
        turn: &str,
        measure: &str,
        value: f64,
        interval: Option<(f64, f64)>,
    ) {
        let (low, high) = interval.map_or((String::new(), String::new()), |(low, high)| {
            (format!("{low:.6}"), format!("{high:.6}"))
        });
        let row = format!("{section},{name},{turn},{measure},{value:.6},{low},{high}\n");
        self.0.push_str(&row);
    }
}
