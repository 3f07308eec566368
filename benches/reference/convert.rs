//! The reference workload's JSON as an ordinary scenario, declared or scripted.
//!
//! Its eight numbers are meters and its fifteen pairs of trust are fifteen of the ordered pairs; a ninth meter remembers a
//! collapse. Upkeep is what meters and trust do by themselves, seats go one after another and have no hours for anything but
//! answering, and the other ledgers are off.

use std::fmt::Write;

use serde::Deserialize;

/// Functions of a script file, at most: as many as the interpreter takes.
const FUNCTIONS: usize = 64;
/// Rows of a file that is not the entry.
const ROWS: usize = 400;

/// The workload.
#[derive(Deserialize)]
pub(crate) struct Workload {
    rounds: u32,
    meters: Vec<i32>,
    trust: Vec<i32>,
    /// By role and card.
    decks: Vec<Vec<Vec<Alternative>>>,
    injects: Vec<Inject>,
}

#[derive(Deserialize)]
struct Alternative {
    req: Option<(usize, i32)>,
    gate: usize,
    main: (usize, i32),
    side: Vec<(usize, i32)>,
    trust: (usize, i32),
}

#[derive(Deserialize)]
struct Inject {
    frm: u32,
    to: u32,
    once: bool,
    cooldown: u32,
    cond: Vec<Condition>,
    prob: u32,
    meters: Vec<(usize, i32)>,
    trust: (usize, i32),
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Condition {
    Compare(String, usize, String, i32),
    /// The word `after`, and the inject.
    After(After, usize),
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum After {
    After,
}

/// How an inject's condition and effects are written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Version {
    /// As data and expressions.
    Declared,
    /// Each as a function of a script file.
    Scripted,
}

/// The pairs of actors, in the workload's order.
fn pairs() -> Vec<(usize, usize)> {
    (0..6)
        .flat_map(|from| (from + 1..6).map(move |to| (from, to)))
        .collect()
}

/// The files of the scenario, by name.
pub(crate) fn convert(workload: &Workload, version: Version) -> Vec<(String, String)> {
    let mut files = Vec::new();
    let (mut decisions, mut injects, mut functions) = (Vec::new(), Vec::new(), Vec::new());
    for round in 1..=workload.rounds {
        for role in 0..workload.decks.len() {
            decisions.push(decision(workload, round, role));
        }
    }
    for (place, inject) in workload.injects.iter().enumerate() {
        injects.push(one_inject(place, inject, version));
        if version == Version::Scripted {
            functions.push(format!("fn i{place}_comes() {{ {} }}\n", condition(inject)));
            functions.push(format!(
                "fn i{place}_does() {{ [{}] }}\n",
                called_effects(inject)
            ));
        }
    }
    let mut names = Vec::new();
    for (list, rows) in [("decisions", decisions), ("injects", injects)] {
        for (number, rows) in rows.chunks(ROWS).enumerate() {
            let name = format!("{list}-{}.ron", number + 1);
            files.push((name.clone(), format!("({list}: [\n{}])\n", rows.concat())));
            names.push(format!("\"{name}\""));
        }
    }
    for (number, functions) in functions.chunks(FUNCTIONS).enumerate() {
        let name = format!("scripts/injects-{}.rhai", number + 1);
        files.push((name, functions.concat()));
    }
    files.push(("scenario.ron".to_owned(), entry(workload, &names)));
    files
}

fn entry(workload: &Workload, names: &[String]) -> String {
    let lines = |rows: Vec<String>| rows.concat();
    let turns = (1..=workload.rounds)
        .map(|round| format!("        (lasts: \"1h\", title: \"Round {round}\"),\n"));
    let kinds = ["Cert", "Ministry", "Vendor", "Regulator", "Ngo", "Operator"];
    let actors = kinds.iter().enumerate().map(|(place, kind)| {
        format!("        (id: \"a{place}\", name: \"Actor {place}\", kind: {kind}),\n")
    });
    let sum: Vec<String> = pairs()
        .iter()
        .map(|(from, to)| format!("trust.a{from}.a{to}"))
        .collect();
    let sum = sum.join(" + ");
    let seats = kinds.iter().take(workload.decks.len()).enumerate();
    let seats = seats.map(|(place, kind)| {
        // The workload asks for the sum once.
        let wants = if place == 0 {
            format!("(text: \"Trust all round\", value: \"{sum}\")")
        } else {
            String::new()
        };
        format!(
            "        (id: \"role{place}\", actor: \"a{place}\", kind: {kind}, title: \"Role {place}\", brief: \"Answers one card a \
             round.\", aims: [\"To answer\"], hours: 0, capital: 0, capital_regain: 0, wants: [{wants}]),\n"
        )
    });
    let meters = workload.meters.iter().enumerate().map(|(place, start)| {
        format!(
            "        (id: \"m{place}\", name: \"Number {place}\", start: {start}, settles: (at: 50, by: 1, share: 125)),\n"
        )
    });
    let trust = pairs().into_iter().zip(&workload.trust);
    let trust = trust.map(|((from, to), points)| format!("(\"a{from}\", \"a{to}\", {points}), "));
    let endings = [
        ("collapse", Some("meter.collapsed == 1".to_owned())),
        (
            "accord",
            Some(format!("meter.m0 >= 50 && meter.m1 >= 65 && {sum} >= 735")),
        ),
        (
            "bargain",
            Some("meter.m0 >= 55 && meter.m3 < 55".to_owned()),
        ),
        ("rift", Some(format!("{sum} < 715"))),
        ("drift", Some("meter.m2 >= 50".to_owned())),
        ("stalemate", None),
    ];
    let endings = endings.iter().map(|(id, when)| {
        let when = when.as_ref();
        let when = when.map_or(String::new(), |when| format!(", when: \"{when}\""));
        format!("        (id: \"{id}\", title: \"{id}\", text: \"It ends.\"{when}),\n")
    });
    format!(
        r#"(
    format: 1, id: "reference", title: "The reference workload", tagline: "A branching crisis without a story.",
    summary: "Three roles answer a card a round; injects move eight numbers and fifteen pairs of trust.",
    learn: ["How fast it plays"], minutes: (1, 1), difficulty: Introductory, commit: InTurn, ledgers: ["meters", "trust"],
    files: [{names}],
    turns: [
{turns}    ],
    actors: [
{actors}    ],
    seats: [
{seats}    ],
    meters: [
{meters}        (id: "collapsed", name: "Collapsed", range: (0, 1), start: 0, seen_by: Nobody),
    ],
    trust: (fades_after: 0, settles_at: 50, settles_by: 1, settles_every: 3, pairs: [{trust}]),
    rules: [(
        id: "collapses", when: "meter.m0 <= 25 || meter.m1 <= 25 || meter.m2 <= 25", once: true,
        effects: [Meter(meter: "collapsed", by: 1)], why: "It collapses",
    )],
    endings: [
{endings}    ],
)
"#,
        names = names.join(", "),
        turns = lines(turns.collect()),
        actors = lines(actors.collect()),
        seats = lines(seats.collect()),
        meters = lines(meters.collect()),
        trust = lines(trust.collect()),
        endings = lines(endings.collect()),
    )
}

fn decision(workload: &Workload, round: u32, role: usize) -> String {
    let cards = &workload.decks[role];
    let card = (round as usize - 1) % cards.len();
    let mut row = format!(
        "    (id: \"d{round}_{role}\", seat: \"role{role}\", title: \"Card {card}\", text: \"What now?\", turn: {round}, choices: [\n"
    );
    let pairs = pairs();
    for (place, option) in cards[card].iter().enumerate() {
        let when = option.req.map_or(String::new(), |(meter, least)| {
            format!(" when: \"meter.m{meter} >= {least}\", unless: \"Too little\",")
        });
        let (meter, by) = option.main;
        let (from, to) = pairs[option.gate];
        let mut effects = format!(
            "If(when: \"trust.a{from}.a{to} < 40\", then: [Meter(meter: \"m{meter}\", by: {})], otherwise: [Meter(meter: \"m{meter}\", by: \
             {by})])",
            by / 2
        );
        effects.push_str(&declared_effects(&option.side, option.trust));
        let _ = writeln!(
            row,
            "        (id: \"o{place}\", family: Contain, label: \"Choice {place}\",{when} effects: [{effects}]),"
        );
    }
    row.push_str("    ]),\n");
    row
}

fn one_inject(place: usize, inject: &Inject, version: Version) -> String {
    let Inject {
        frm,
        to,
        once,
        cooldown,
        prob,
        ..
    } = inject;
    let (when, effects) = match version {
        Version::Declared => (
            condition(inject),
            declared_effects(&inject.meters, inject.trust)
                .trim_start_matches(", ")
                .to_owned(),
        ),
        Version::Scripted => (
            format!("i{place}_comes()"),
            format!("Call(\"i{place}_does\")"),
        ),
    };
    format!(
        "    (id: \"i{place}\", turn: ({frm}, {to}), once: {once}, cooldown: {cooldown}, chance: {prob}, when: \"{when}\", \
         to: [\"a0\"], from_other: \"The world\", channel: Feed, title: \"Inject {place}\", body: \"It happens.\", effects: [{effects}]),\n"
    )
}

/// An inject's condition as an expression.
fn condition(inject: &Inject) -> String {
    let pairs = pairs();
    let parts = inject.cond.iter().map(|condition| match condition {
        Condition::Compare(what, place, sign, number) if what == "meter" => {
            format!("meter.m{place} {sign} {number}")
        }
        Condition::Compare(_, place, sign, number) => {
            let (from, to) = pairs[*place];
            format!("trust.a{from}.a{to} {sign} {number}")
        }
        Condition::After(After::After, earlier) => format!("delivered.i{earlier}"),
    });
    parts.collect::<Vec<_>>().join(" && ")
}

fn declared_effects(meters: &[(usize, i32)], (pair, points): (usize, i32)) -> String {
    let mut effects = String::new();
    for (meter, by) in meters {
        let _ = write!(effects, ", Meter(meter: \"m{meter}\", by: {by})");
    }
    let (from, to) = pairs()[pair];
    let _ = write!(
        effects,
        ", Trust(from: \"a{from}\", to: \"a{to}\", by: {points})"
    );
    effects
}

fn called_effects(inject: &Inject) -> String {
    let meters = inject.meters.iter();
    let mut effects: Vec<String> = meters
        .map(|(meter, by)| format!("meter(\"m{meter}\", {by})"))
        .collect();
    let (from, to) = pairs()[inject.trust.0];
    effects.push(format!("trust(\"a{from}\", \"a{to}\", {})", inject.trust.1));
    effects.join(", ")
}
