//! What the lab has found, as one self-contained page: no scripts, nothing fetched, charts drawn here.

use minijinja::AutoEscape;
use minijinja::Environment;
use minijinja::Value;
use minijinja::context;
use serde::Serialize;

use crate::engine::act::Act;
use crate::lab::Course;
use crate::lab::Estimate;
use crate::lab::Findings;
use crate::lab::Gauge;
use crate::lab::RemarkKind;
use crate::lab::Share;
use crate::lab::figure;
use crate::lab::written;
use crate::model::id::Kind;
use crate::model::ledger::Ledger;
use crate::report::html::say;
use crate::report::svg;
use crate::report::svg::Bar;
use crate::report::svg::Slice;
use crate::text::SafeText;
use crate::text::Words;

const PAGE: &str = include_str!("lab/page.html");
const STYLE: &str = include_str!("html/style.css");
const OWN_STYLE: &str = include_str!("lab/style.css");

/// The quantiles that a fan shows, in per mille.
const QUANTILES: [u64; 5] = [50, 250, 500, 750, 950];
/// Decisions named beside each outcome.
const FOREMOST: usize = 5;

/// The findings of a study as a page. The same study gives the same bytes.
///
/// # Panics
/// Never: the template is part of this program.
pub fn lab(findings: &Findings<'_>, words: &Words) -> String {
    let spoken = Words::new(words.language());
    let mut page = Environment::new();
    page.set_auto_escape_callback(|_| AutoEscape::Html);
    page.set_trim_blocks(true);
    page.set_lstrip_blocks(true);
    page.add_function("t", move |key: &str, named: minijinja::value::Kwargs| {
        say(&spoken, key, &named)
    });
    let (study, tally) = (findings.study, &findings.part.tally);
    let scenario = study.playable.scenario();
    let context = context! {
        style => Value::from_safe_string(format!("{STYLE}{OWN_STYLE}")),
        language => words.language(),
        title => &scenario.about.title,
        tagline => &scenario.about.tagline,
        id => &*scenario.about.id,
        plays => tally.plays,
        trials => findings.part.trials.plays,
        twins => findings.part.twins.plays,
        seed => study.seed.to_string(),
        bots => study.bots.names().map(str::to_owned).collect::<Vec<_>>(),
        endings => Value::from_safe_string(endings(findings, words)),
        coverage => coverage(findings),
        unseen => remarks(findings, RemarkKind::is_coverage),
        balance => remarks(findings, |kind| !kind.is_coverage()),
        matter => movers(findings, words),
        witnesses => witnesses(findings, words),
        decisions => decisions(findings),
        seats => seats(findings),
        turns => (1..scenario.turns.len()).collect::<Vec<_>>(),
        duties => duties(findings),
        ledgers => ledgers(findings, words),
        best => tally.best,
        worst => tally.worst,
        strangest => findings.deep.strangest.map(|(play, _)| play),
    };
    page.render_str(PAGE, context)
        .expect("the template is part of this program and is rendered by its tests")
}

fn endings(findings: &Findings<'_>, words: &Words) -> String {
    let tally = &findings.part.tally;
    let endings = findings.study.playable.scenario().endings.iter();
    let rows = endings.zip(&tally.endings).map(|(ending, seen)| {
        let share = Share {
            count: seen.plays,
            of: tally.plays,
        };
        let (low, high) = share.interval();
        Bar {
            label: ending.title.clone(),
            share: millionths(share.value()),
            interval: (millionths(low), millionths(high)),
        }
    });
    let rows: Vec<Bar> = rows.collect();
    svg::bars("endings", &words.say("lab-page-endings"), &rows)
}

#[expect(clippy::cast_possible_truncation, reason = "a share of at most a few")]
fn millionths(share: f64) -> i64 {
    (share * 1_000_000.0).round() as i64
}

/// What was seen, of how many.
#[derive(Serialize)]
struct Covered {
    key: &'static str,
    seen: usize,
    all: usize,
}

fn coverage(findings: &Findings<'_>) -> Vec<Covered> {
    let rows = findings.coverage().into_iter();
    rows.map(|(key, seen, all)| Covered { key, seen, all })
        .collect()
}

#[derive(Serialize)]
struct Said {
    kind: &'static str,
    text: SafeText,
}

fn remarks(findings: &Findings<'_>, wanted: impl Fn(RemarkKind) -> bool) -> Vec<Said> {
    let remarks = findings.remarks.iter().filter(|remark| wanted(remark.kind));
    remarks
        .map(|remark| Said {
            kind: remark.kind.word(),
            text: remark.text.clone(),
        })
        .collect()
}

/// A share to be drawn as a bar, in whole per cent.
#[derive(Serialize)]
struct Drawn {
    name: String,
    share: i64,
    low: i64,
    high: i64,
    /// How long the bar is: never more than all.
    bar: i64,
}

impl Drawn {
    fn new(name: String, of: Estimate) -> Self {
        let percent = |share: f64| (millionths(share) + 5000) / 10_000;
        Self {
            name,
            share: percent(of.share),
            low: percent(of.low),
            high: percent(of.high),
            bar: percent(of.share).clamp(0, 100),
        }
    }
}

#[derive(Serialize)]
struct Outcome {
    name: String,
    choices: Drawn,
    luck: Drawn,
    seats: Vec<Drawn>,
    decisions: Vec<Drawn>,
}

fn movers(findings: &Findings<'_>, words: &Words) -> Vec<Outcome> {
    let scenario = findings.study.playable.scenario();
    let title = |decision: crate::model::DecisionId| {
        scenario.decisions[decision.index()]
            .title
            .as_str()
            .to_owned()
    };
    let seat = |seat: crate::model::SeatId| scenario.seats[seat.index()].title.as_str().to_owned();
    let movers = findings.movers.iter();
    movers
        .map(|mover| Outcome {
            name: mover
                .outcome
                .clone()
                .unwrap_or_else(|| words.say("lab-which-ending").into_string()),
            choices: Drawn::new(String::new(), mover.choices),
            luck: Drawn::new(String::new(), mover.luck),
            seats: mover
                .seats
                .iter()
                .map(|(id, of)| Drawn::new(seat(*id), *of))
                .collect(),
            decisions: mover
                .decisions
                .iter()
                .take(FOREMOST)
                .filter(|(_, of)| of.share > 0.0)
                .map(|(id, of)| Drawn::new(title(*id), *of))
                .collect(),
        })
        .collect()
}

#[derive(Serialize)]
struct Reached {
    ending: SafeText,
    seed: String,
    acts: Vec<String>,
}

fn witnesses(findings: &Findings<'_>, words: &Words) -> Vec<Reached> {
    let scenario = findings.study.playable.scenario();
    let rows = findings.deep.witnesses.iter();
    rows.map(|witness| {
        let given = witness.case.given.iter();
        let acts = given.flat_map(|given| given.acts.iter().map(move |act| (given, act)));
        let acts = acts.map(|(given, act)| {
            let args = [
                ("turn", given.turn.into()),
                ("seat", (&scenario.seats[given.seat.index()].title).into()),
                ("act", act_label(findings, act).into()),
            ];
            words.fill("lab-page-act", &args).into_string()
        });
        Reached {
            ending: scenario.endings[witness.ending.index()].title.clone(),
            seed: witness.case.seed.to_string(),
            acts: acts.collect(),
        }
    })
    .collect()
}

fn act_label(findings: &Findings<'_>, act: &Act) -> String {
    let scenario = findings.study.playable.scenario();
    match act {
        Act::Answer { choice } => scenario.choices[choice.index()].label.as_str().to_owned(),
        Act::Take { action } => scenario.actions[action.index()].label.as_str().to_owned(),
        other => written(other, scenario),
    }
}

#[derive(Serialize)]
struct Asked {
    title: SafeText,
    seat: SafeText,
    opened: i64,
    unanswered: i64,
    choices: Vec<Taken>,
}

#[derive(Serialize)]
struct Taken {
    label: SafeText,
    word: String,
    #[serde(rename = "taken")]
    times: i64,
    possible: i64,
    is_trap: bool,
}

fn decisions(findings: &Findings<'_>) -> Vec<Asked> {
    let scenario = findings.study.playable.scenario();
    let tally = &findings.part.tally;
    let percent = |count: u64, of: u64| (millionths(Share { count, of }.value()) + 5000) / 10_000;
    let rows = scenario.decisions.iter().enumerate();
    rows.map(|(place, decision)| {
        let opened = tally.opened[place];
        let choices = decision.choices.iter().map(|id| {
            let (choice, seen) = (&scenario.choices[id.index()], &tally.choices[id.index()]);
            Taken {
                label: choice.label.clone(),
                word: scenario.names.word(Kind::Choice, id.0).to_owned(),
                times: percent(seen.taken.plays, opened),
                possible: percent(seen.offered, opened),
                is_trap: choice.intended_trap,
            }
        });
        Asked {
            title: decision.title.clone(),
            seat: scenario.seats[decision.seat.index()].title.clone(),
            opened: percent(opened, tally.plays),
            unanswered: percent(tally.unanswered[place], opened),
            choices: choices.collect(),
        }
    })
    .collect()
}

#[derive(Serialize)]
struct Sat {
    title: SafeText,
    /// By turn from 1 on, in per cent, with the step of ten it falls in.
    live: Vec<(i64, i64)>,
    hours: Vec<(i64, i64)>,
    usual: i32,
    worst: i32,
}

fn seats(findings: &Findings<'_>) -> Vec<Sat> {
    let scenario = findings.study.playable.scenario();
    let tally = &findings.part.tally;
    let cell = |count: u64, of: u64| {
        let percent = (millionths(Share { count, of }.value()) + 5000) / 10_000;
        (percent, (percent / 10).clamp(0, 10))
    };
    let rows = scenario.seats.iter().zip(&tally.seats);
    rows.map(|(seat, sat)| Sat {
        title: seat.title.clone(),
        live: sat
            .live
            .iter()
            .zip(&tally.reached)
            .skip(1)
            .map(|(live, of)| cell(*live, *of))
            .collect(),
        hours: sat
            .hours
            .iter()
            .skip(1)
            .map(|(of, used)| cell(*used, *of))
            .collect(),
        usual: sat.idle.quantile(500),
        worst: sat.idle.range().map_or(0, |(_, most)| most),
    })
    .collect()
}

#[derive(Serialize)]
struct Due {
    word: String,
    started: i64,
    met: i64,
    late: i64,
}

fn duties(findings: &Findings<'_>) -> Vec<Due> {
    let scenario = findings.study.playable.scenario();
    let tally = &findings.part.tally;
    let percent = |count: u64, of: u64| (millionths(Share { count, of }.value()) + 5000) / 10_000;
    let rows = scenario.names.all(Kind::Duty).zip(&tally.duties);
    rows.map(|(word, seen)| Due {
        word: word.to_owned(),
        started: percent(seen.started, tally.plays),
        met: percent(seen.met, seen.met + seen.missed),
        late: percent(seen.late, tally.plays),
    })
    .collect()
}

#[derive(Serialize)]
struct Group {
    title: SafeText,
    charts: Vec<Chart>,
}

#[derive(Serialize)]
struct Chart {
    name: String,
    seat: Option<SafeText>,
    svg: Value,
    mean: String,
    low: String,
    high: String,
}

/// A fan for every number that ever moved, ledger by ledger, the outcomes first.
fn ledgers(findings: &Findings<'_>, words: &Words) -> Vec<Group> {
    let scenario = findings.study.playable.scenario();
    let rows = findings.gauges.all.iter().zip(&findings.part.tally.courses);
    let rows: Vec<(usize, (&Gauge, &Course))> = rows
        .enumerate()
        .filter(|(_, (_, course))| !course.is_constant())
        .collect();
    let ledgers = std::iter::once(None).chain(Ledger::ALL.into_iter().map(Some));
    let groups = ledgers.map(|ledger| {
        let own = rows.iter().filter(|(_, (gauge, _))| gauge.ledger == ledger);
        let charts = own.map(|(place, (gauge, course))| {
            let turns = course.turns.iter().enumerate();
            let slices: Vec<Slice> = turns
                .filter(|(_, of)| of.plays() > 0)
                .map(|(turn, of)| Slice {
                    turn,
                    quantiles: QUANTILES.map(|per_mille| of.quantile(per_mille)),
                })
                .collect();
            let (mean, _) = course.end.mean();
            let (low, high) = course.end.interval();
            let drawn = svg::fan(
                &format!("fan-{place}"),
                &SafeText::line(&gauge.name),
                &slices,
            );
            Chart {
                name: gauge.name.clone(),
                seat: gauge
                    .seat
                    .map(|seat| scenario.seats[seat.index()].title.clone()),
                svg: Value::from_safe_string(drawn),
                mean: figure(mean),
                low: figure(low),
                high: figure(high),
            }
        });
        Group {
            title: match ledger {
                None => words.say("lab-page-outcomes"),
                Some(ledger) => words.say(&format!("ledger-{}", ledger.word())),
            },
            charts: charts.collect(),
        }
    });
    groups.filter(|group| !group.charts.is_empty()).collect()
}
