//! Each tab of the debrief, told in blocks.

use crate::engine::view::DutyStatus;
use crate::model::norm::Bearing;
use crate::report::Debrief;
use crate::report::debrief::HeldBy;
use crate::report::debrief::Series;
use crate::text::Arg;
use crate::text::SafeText;
use crate::text::Words;
use crate::tui::debrief::Block;
use crate::tui::debrief::Tone;
use crate::tui::debrief::beneath;
use crate::tui::debrief::chosen;
use crate::tui::debrief::states;

type Tell = fn(&Debrief, &Words) -> Vec<Block>;

/// The tabs, in the order in which one reads them.
pub(super) const TABS: &[(&str, Tell)] = &[
    ("reveal-tab-ending", ending),
    ("reveal-tab-points", turning_points),
    ("reveal-tab-choices", chosen::own),
    ("reveal-tab-others", chosen::others),
    ("reveal-tab-known", known),
    ("reveal-tab-sharing", sharing),
    ("reveal-tab-norms", norms),
    ("reveal-tab-duties", duties),
    ("reveal-tab-harm", harm),
    ("reveal-tab-numbers", numbers),
    ("reveal-tab-objectives", objectives),
    ("reveal-tab-facts", beneath::facts),
    ("reveal-tab-notes", notes),
];

/// Pieces that are not empty, with dots between them.
pub(super) fn dotted(pieces: &[&SafeText]) -> SafeText {
    SafeText::joined(
        pieces.iter().copied().filter(|piece| !piece.is_empty()),
        " · ",
    )
}

pub(super) fn turn(words: &Words, turn: u16) -> SafeText {
    match turn {
        0 => words.say("play-preparation"),
        turn => words.fill("play-turn", &[("n", Arg::from(turn))]),
    }
}

/// Notes that say something.
pub(super) fn noted<'a>(
    texts: impl IntoIterator<Item = &'a SafeText>,
) -> impl Iterator<Item = Block> {
    texts
        .into_iter()
        .filter(|text| !text.is_empty())
        .map(|text| Block::Note(text.clone()))
}

fn ending(debrief: &Debrief, words: &Words) -> Vec<Block> {
    let Some(ending) = &debrief.ending else {
        return Vec::new();
    };
    let mut blocks = vec![
        Block::Heading(ending.title.clone()),
        Block::Text(ending.text.clone()),
        Block::Gap,
        Block::Text(ending.note.clone()),
    ];
    let points = |texts: &[SafeText]| -> Vec<Block> {
        let texts = texts.iter();
        texts
            .map(|text| Block::Point(Tone::Plain, text.clone()))
            .collect()
    };
    if !ending.decided_by.is_empty() {
        blocks.push(Block::Heading(words.say("reveal-decided-by")));
        blocks.extend(points(&ending.decided_by));
    }
    if !ending.others.is_empty() {
        blocks.push(Block::Heading(words.say("reveal-other-endings")));
    }
    for other in &ending.others {
        blocks.push(Block::Gap);
        blocks.push(Block::Text(other.title.clone()));
        blocks.extend(noted([&other.note]));
        blocks.extend(noted(&other.decided_by));
    }
    blocks
}

fn turning_points(debrief: &Debrief, words: &Words) -> Vec<Block> {
    let mut blocks = Vec::new();
    for point in &debrief.turning_points {
        let head = dotted(&[
            &turn(words, point.at.turn),
            &point.at.story,
            &point.who,
            &point.kind_word,
        ]);
        blocks.push(Block::Heading(head));
        let tone = if point.is_own {
            Tone::Warn
        } else {
            Tone::Plain
        };
        blocks.push(Block::Point(tone, point.what.clone()));
        blocks.extend(noted(&point.followed));
    }
    blocks
}

pub(super) fn holders(held: &[HeldBy], words: &Words) -> SafeText {
    let names = held.iter().map(|held| {
        let args = [
            ("actor", Arg::from(&held.actor)),
            ("label", Arg::from(&held.label)),
            ("turn", Arg::from(held.since)),
        ];
        words.fill("reveal-held-by", &args)
    });
    let names: Vec<SafeText> = names.collect();
    SafeText::joined(&names, "; ")
}

/// What one had been shown when one decided, and what others held meanwhile.
fn known(debrief: &Debrief, words: &Words) -> Vec<Block> {
    let mut blocks = Vec::new();
    for fog in debrief.fog.iter().filter(|fog| fog.is_own) {
        let missing: Vec<_> = fog.missing.iter().filter(|fact| fact.is_new).collect();
        let wrong: Vec<_> = fog
            .shown
            .iter()
            .filter(|fact| fact.is_new && !fact.is_true)
            .collect();
        if missing.is_empty() && wrong.is_empty() {
            continue;
        }
        blocks.push(Block::Heading(dotted(&[&turn(words, fog.turn), &fog.seat])));
        for fact in wrong {
            let args = [
                ("fact", Arg::from(&fact.title)),
                ("truth", Arg::from(&fact.truth)),
            ];
            blocks.push(Block::Point(
                Tone::Bad,
                words.fill("reveal-was-wrong", &args),
            ));
            blocks.extend(noted([&fact.reality]));
        }
        for fact in missing {
            let args = [("fact", Arg::from(&fact.title))];
            blocks.push(Block::Point(
                Tone::Warn,
                words.fill("reveal-not-held", &args),
            ));
            blocks.extend(noted([&fact.reality, &holders(&fact.held_by, words)]));
            if let Some(reached) = fact.reached {
                let args = [("n", Arg::from(reached))];
                blocks.push(Block::Note(words.fill("reveal-reached", &args)));
            }
        }
    }
    blocks
}

fn sharing(debrief: &Debrief, words: &Words) -> Vec<Block> {
    let mut blocks = Vec::new();
    for breach in &debrief.sharing.breaches {
        if blocks.is_empty() {
            blocks.push(Block::Heading(words.say("reveal-breaches")));
        }
        let args = [
            ("fact", Arg::from(&breach.fact)),
            ("by", Arg::from(&breach.by)),
            ("to", Arg::from(&breach.to)),
            ("label", Arg::from(&breach.label)),
        ];
        blocks.push(Block::Point(Tone::Bad, words.fill("reveal-breach", &args)));
        blocks.push(Block::Note(SafeText::joined(&breach.path, " → ")));
        let found = match &breach.found {
            Some(found) => words.fill("reveal-breach-found", &[("n", Arg::from(found.turn))]),
            None => words.say("reveal-breach-unseen"),
        };
        blocks.push(Block::Note(found));
        blocks.extend(noted(&breach.cost));
    }
    let mut last = None;
    for passing in &debrief.sharing.passed {
        if last != Some(passing.at.turn) {
            last = Some(passing.at.turn);
            blocks.push(Block::Heading(turn(words, passing.at.turn)));
        }
        let args = [
            ("fact", Arg::from(&passing.fact)),
            ("from", Arg::from(&passing.from)),
            ("to", Arg::from(&passing.to)),
            ("label", Arg::from(&passing.label)),
        ];
        let tone = if passing.breach {
            Tone::Bad
        } else {
            Tone::Plain
        };
        blocks.push(Block::Point(tone, words.fill("reveal-passed", &args)));
    }
    if !debrief.sharing.kept.is_empty() {
        blocks.push(Block::Heading(words.say("reveal-kept")));
        let kept = debrief.sharing.kept.iter();
        blocks.extend(kept.map(|fact| Block::Point(Tone::Plain, fact.clone())));
    }
    blocks
}

fn norms(debrief: &Debrief, words: &Words) -> Vec<Block> {
    let mut blocks = vec![Block::Note(words.say("reveal-norms-about"))];
    let mut profiles: Vec<_> = debrief.profiles.iter().collect();
    profiles.sort_by_key(|profile| !profile.is_own);
    for profile in profiles {
        blocks.push(Block::Heading(profile.actor.clone()));
        for row in &profile.rows {
            blocks.push(Block::Text(row.norm.clone()));
            blocks.extend(noted([&row.baseline]));
            for act in &row.acts {
                let tone = match act.bearing {
                    Bearing::Upheld => Tone::Good,
                    Bearing::Strained => Tone::Bad,
                };
                let text = dotted(&[&act.bearing_word, &turn(words, act.at.turn), &act.evidence]);
                blocks.push(Block::Point(tone, text));
                blocks.extend(noted([&act.rationale]));
            }
        }
    }
    if blocks.len() == 1 {
        blocks.clear();
    }
    blocks.extend(states::states(debrief, words));
    blocks
}

fn duties(debrief: &Debrief, words: &Words) -> Vec<Block> {
    let mut blocks = Vec::new();
    for duty in &debrief.duties {
        let tone = match duty.status {
            DutyStatus::Met => Tone::Good,
            DutyStatus::Missed => Tone::Bad,
            DutyStatus::Running => Tone::Warn,
            DutyStatus::Idle | DutyStatus::Stopped => Tone::Plain,
        };
        blocks.push(Block::Heading(dotted(&[&duty.name, &duty.seat])));
        blocks.push(Block::Point(tone, duty.status_word.clone()));
        let pairs = [
            ("play-to", Some(&duty.recipient)),
            ("play-trigger", Some(&duty.trigger)),
            ("reveal-started", duty.started.as_ref().map(|at| &at.story)),
            ("play-due", duty.due.as_ref().map(|at| &at.story)),
            (
                "reveal-reported",
                duty.reported.as_ref().map(|at| &at.story),
            ),
        ];
        for (key, text) in pairs {
            if let Some(text) = text.filter(|text| !text.is_empty()) {
                blocks.push(Block::Pair(words.say(key), text.clone()));
            }
        }
        let remarks = duty.remarks.iter();
        blocks.extend(remarks.map(|remark| Block::Point(Tone::Plain, remark.clone())));
        blocks.extend(noted([&duty.about, &duty.modelled_on]));
    }
    blocks
}

fn harm(debrief: &Debrief, words: &Words) -> Vec<Block> {
    let mut blocks = Vec::new();
    let parts = debrief.harm.iter();
    let full = parts
        .flat_map(|part| [part.direct, part.secondary, part.latent])
        .max()
        .unwrap_or(0)
        .max(1);
    for part in &debrief.harm {
        blocks.push(Block::Heading(dotted(&[&part.community, &part.region])));
        blocks.extend(noted([&part.about]));
        for (key, points) in [
            ("reveal-direct", part.direct),
            ("reveal-secondary", part.secondary),
            ("reveal-latent", part.latent),
        ] {
            let shown = SafeText::from(i64::from(points));
            blocks.push(Block::Bar(words.say(key), shown, (points, points, full)));
        }
        let args = [("n", Arg::from(part.evidence))];
        blocks.push(Block::Note(words.fill("reveal-evidence", &args)));
        blocks.extend(noted(&part.came_from));
    }
    for border in &debrief.borders {
        blocks.push(Block::Heading(border.whose.clone()));
        let args = [
            ("home", Arg::from(border.home.worst)),
            ("of", Arg::from(border.home.organisations)),
            ("abroad", Arg::from(border.abroad.worst)),
            ("out", Arg::from(border.went_out)),
            ("in", Arg::from(border.came_in)),
        ];
        blocks.push(Block::Text(words.fill("reveal-border", &args)));
    }
    for part in &debrief.diplomacy {
        blocks.push(Block::Heading(part.seat.clone()));
        let lines = part.lines.iter();
        blocks.extend(lines.map(|line| Block::Point(Tone::Plain, line.clone())));
    }
    blocks
}

/// The course of a number as small columns.
fn course(series: &Series, floor: i32, ceiling: i32) -> SafeText {
    const STEPS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    let span = i64::from(ceiling) - i64::from(floor);
    let columns: String = series
        .values
        .iter()
        .map(|value| {
            let above = (i64::from(*value) - i64::from(floor)).clamp(0, span.max(1));
            let step = above * 7 / span.max(1);
            STEPS[usize::try_from(step).unwrap_or(0).min(7)]
        })
        .collect();
    let last = series.values.last().copied().unwrap_or(0);
    SafeText::line(&format!("{columns} {last}"))
}

fn numbers(debrief: &Debrief, words: &Words) -> Vec<Block> {
    let mut blocks = Vec::new();
    for chart in &debrief.charts {
        // A chart of one line needs no heading that says the same.
        let is_alone = matches!(chart.series.as_slice(), [one] if one.label == chart.title);
        if !is_alone {
            blocks.push(Block::Heading(chart.title.clone()));
        }
        for series in &chart.series {
            let shown = course(series, chart.floor, chart.ceiling);
            blocks.push(Block::Pair(series.label.clone(), shown));
        }
    }
    if !blocks.is_empty() {
        blocks.insert(0, Block::Note(words.say("reveal-numbers-about")));
    }
    blocks
}

fn objectives(debrief: &Debrief, words: &Words) -> Vec<Block> {
    let mut blocks = Vec::new();
    for objective in &debrief.objectives {
        blocks.push(Block::Heading(objective.text.clone()));
        for task in &objective.tasks {
            let tone = match task.evidence {
                Some(true) => Tone::Good,
                Some(false) => Tone::Bad,
                None => Tone::Plain,
            };
            blocks.push(Block::Point(tone, task.text.clone()));
            if !task.proposed_word.is_empty() {
                let args = [("rating", Arg::from(&task.proposed_word))];
                blocks.push(Block::Note(words.fill("reveal-proposed", &args)));
            }
            if !task.rated_word.is_empty() {
                let args = [("rating", Arg::from(&task.rated_word))];
                blocks.push(Block::Note(words.fill("reveal-rated", &args)));
            }
            blocks.extend(noted(&task.remarks));
        }
    }
    if !blocks.is_empty() {
        blocks.insert(0, Block::Note(words.say("reveal-objectives-about")));
    }
    blocks.extend(states::unprepared(debrief, words));
    blocks
}

/// What whoever ran the exercise did and noted, what scripts did wrong, what it is modelled on.
fn notes(debrief: &Debrief, words: &Words) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (key, lines) in [
        ("reveal-overrides", &debrief.overrides),
        ("seat-console-troubles", &debrief.troubles),
    ] {
        if !lines.is_empty() {
            blocks.push(Block::Heading(words.say(key)));
        }
        for line in lines {
            let text = dotted(&[&turn(words, line.at.turn), &line.text]);
            blocks.push(Block::Point(Tone::Warn, text));
        }
    }
    if !debrief.notes.is_empty() {
        blocks.push(Block::Heading(words.say("reveal-notes")));
    }
    for note in &debrief.notes {
        let head = dotted(&[
            &turn(words, note.at.turn),
            &note.by,
            &note.about,
            &note.rating_word,
        ]);
        blocks.push(Block::Point(Tone::Plain, head));
        blocks.extend(noted([&note.text]));
    }
    if !debrief.modelled_on.is_empty() {
        blocks.push(Block::Heading(words.say("reveal-modelled-on")));
    }
    for part in &debrief.modelled_on {
        blocks.push(Block::Text(dotted(&[&part.what, &part.text])));
    }
    blocks
}
