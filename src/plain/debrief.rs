//! Says the debrief: how it ended and why it went as it went. First in short, then part by part as asked for.

mod states;

use std::io;

use crate::plain::prompt::Answer;
use crate::plain::prompt::Prompt;
use crate::report::Debrief;
use crate::report::Viewer;
use crate::report::debrief::DecisionRecord;
use crate::report::debrief::TurningPoint;
use crate::session::Seating;
use crate::session::Session;
use crate::text::Arg;
use crate::text::SafeText;

/// One part of the debrief.
type Part = fn(&Debrief, &mut Prompt<'_>) -> io::Result<()>;

/// What can be heard after the ending and the turning points, with the catalogue's key of its name.
const PARTS: &[(&str, Part)] = &[
    ("plain-debrief-decisions", decisions),
    ("plain-debrief-fog", fog),
    ("plain-debrief-others", others),
    ("plain-debrief-sharing", sharing),
    ("plain-debrief-duties", duties),
    ("plain-debrief-people", people),
    ("plain-debrief-norms", norms),
    ("plain-debrief-objectives", objectives),
    ("plain-debrief-facts", facts),
    ("plain-debrief-beneath", beneath),
    ("plain-debrief-modelled-on", modelled_on),
];

pub(super) fn tell(
    session: &Session,
    seating: &Seating,
    prompt: &mut Prompt<'_>,
) -> io::Result<()> {
    let words = prompt.words();
    let viewer = Viewer {
        seats: seating.views().concat(),
        anonymous: false,
    };
    let debrief = Debrief::of_session(session, &viewer);
    ending(&debrief, prompt)?;
    turning_points(&debrief, prompt)?;
    loop {
        let mut options = vec![words.say("plain-debrief-done")];
        options.extend(PARTS.iter().map(|(key, _)| words.say(key)));
        match prompt.ask(&words.say("plain-debrief"), &options)? {
            Answer::Pick(place @ 1..) => {
                let (key, part) = PARTS[place - 1];
                prompt.heading(&words.say(key))?;
                part(&debrief, prompt)?;
            }
            Answer::Pick(_) | Answer::End => break,
        }
    }
    if let Some(path) = session.path() {
        let path = path.display().to_string();
        prompt.copyable(&words.fill("plain-debrief-report", &[("path", path.into())]))?;
    }
    Ok(())
}

/// Says a line of the catalogue with its places filled.
fn line(prompt: &mut Prompt<'_>, key: &str, args: &[(&str, Arg)]) -> io::Result<()> {
    let text = prompt.words().fill(key, args);
    prompt.say(&text)
}

/// Says one thing a line.
fn items<'a>(
    prompt: &mut Prompt<'_>,
    lines: impl IntoIterator<Item = &'a SafeText>,
) -> io::Result<()> {
    lines
        .into_iter()
        .try_for_each(|text| line(prompt, "plain-item", &[("text", text.into())]))
}

/// Says that there is nothing to say, if there is nothing.
fn none(prompt: &mut Prompt<'_>, is_empty: bool) -> io::Result<()> {
    if is_empty {
        line(prompt, "plain-debrief-none", &[])
    } else {
        Ok(())
    }
}

fn ending(debrief: &Debrief, prompt: &mut Prompt<'_>) -> io::Result<()> {
    let Some(ending) = &debrief.ending else {
        return Ok(());
    };
    let words = prompt.words();
    prompt.heading(&words.fill("plain-ending", &[("title", (&ending.title).into())]))?;
    prompt.block(&ending.text)?;
    prompt.block(&ending.note)?;
    if !ending.others.is_empty() {
        line(prompt, "plain-debrief-other-endings", &[])?;
    }
    for other in &ending.others {
        line(
            prompt,
            "plain-debrief-other",
            &[
                ("title", (&other.title).into()),
                ("note", (&other.note).into()),
            ],
        )?;
    }
    Ok(())
}

fn turning_points(debrief: &Debrief, prompt: &mut Prompt<'_>) -> io::Result<()> {
    let words = prompt.words();
    prompt.heading(&words.say("plain-debrief-turning-points"))?;
    none(prompt, debrief.turning_points.is_empty())?;
    debrief
        .turning_points
        .iter()
        .try_for_each(|point| turning_point(point, prompt))
}

fn turning_point(point: &TurningPoint, prompt: &mut Prompt<'_>) -> io::Result<()> {
    let args = [
        ("turn", point.at.turn.into()),
        ("story", (&point.at.story).into()),
        ("kind", (&point.kind_word).into()),
        ("who", (&point.who).into()),
        ("what", (&point.what).into()),
    ];
    let key = if point.who.is_empty() {
        "plain-debrief-point"
    } else {
        "plain-debrief-point-by"
    };
    line(prompt, key, &args)?;
    items(prompt, &point.followed)
}

fn decisions(debrief: &Debrief, prompt: &mut Prompt<'_>) -> io::Result<()> {
    let own = debrief.decisions.iter().filter(|decision| decision.is_own);
    own.clone()
        .try_for_each(|decision| decided(decision, prompt))?;
    none(prompt, own.count() == 0)
}

fn decided(decision: &DecisionRecord, prompt: &mut Prompt<'_>) -> io::Result<()> {
    let args = [
        ("turn", decision.at.turn.into()),
        ("question", (&decision.question).into()),
        ("choice", (&decision.choice).into()),
    ];
    let key = if decision.question.is_empty() {
        "plain-debrief-did"
    } else {
        "plain-debrief-decided"
    };
    line(prompt, key, &args)?;
    if !decision.rationale.is_empty() {
        let key = if decision.is_of_plan {
            "plain-debrief-rationale-plan"
        } else {
            "plain-debrief-rationale"
        };
        line(prompt, key, &[("text", (&decision.rationale).into())])?;
    }
    if !decision.note.is_empty() {
        prompt.say(&decision.note)?;
    }
    items(prompt, &decision.followed)?;
    for option in decision.options.iter().filter(|option| !option.taken) {
        let args = [
            ("label", (&option.label).into()),
            ("note", (&option.note).into()),
        ];
        line(prompt, "plain-debrief-not-taken", &args)?;
    }
    Ok(())
}

fn others(debrief: &Debrief, prompt: &mut Prompt<'_>) -> io::Result<()> {
    for turn in &debrief.turns {
        let args = [("turn", turn.turn.into()), ("title", (&turn.title).into())];
        line(prompt, "plain-debrief-turn", &args)?;
        for act in turn.acts.iter().filter(|act| !act.is_own) {
            let args = [
                ("seat", (&act.seat_title).into()),
                ("text", (&act.text).into()),
            ];
            line(prompt, "plain-debrief-act", &args)?;
        }
    }
    Ok(())
}

fn fog(debrief: &Debrief, prompt: &mut Prompt<'_>) -> io::Result<()> {
    let mut said = false;
    for part in debrief.fog.iter().filter(|part| part.is_own) {
        for missing in part.missing.iter().filter(|missing| missing.is_new) {
            said = true;
            let holders = SafeText::joined(missing.held_by.iter().map(|held| &held.actor), ", ");
            let args = [
                ("turn", part.turn.into()),
                ("title", (&missing.title).into()),
                ("holders", holders.into()),
                ("reached", missing.reached.unwrap_or(0).into()),
            ];
            let key = match missing.reached {
                Some(_) => "plain-debrief-missing-reached",
                None => "plain-debrief-missing",
            };
            line(prompt, key, &args)?;
        }
    }
    none(prompt, !said)
}

fn sharing(debrief: &Debrief, prompt: &mut Prompt<'_>) -> io::Result<()> {
    for passing in &debrief.sharing.passed {
        let args = [
            ("turn", passing.at.turn.into()),
            ("from", (&passing.from).into()),
            ("to", (&passing.to).into()),
            ("fact", (&passing.fact).into()),
            ("label", (&passing.label).into()),
        ];
        let key = if passing.breach {
            "plain-debrief-passed-breach"
        } else {
            "plain-debrief-passed"
        };
        line(prompt, key, &args)?;
    }
    for breach in &debrief.sharing.breaches {
        let path = SafeText::joined(&breach.path, ", ");
        let args = [
            ("fact", (&breach.fact).into()),
            ("path", path.into()),
            (
                "turn",
                breach.found.as_ref().map_or(0, |found| found.turn).into(),
            ),
        ];
        let key = if breach.found.is_some() {
            "plain-debrief-leak-found"
        } else {
            "plain-debrief-leak"
        };
        line(prompt, key, &args)?;
    }
    none(prompt, debrief.sharing.passed.is_empty())
}

fn duties(debrief: &Debrief, prompt: &mut Prompt<'_>) -> io::Result<()> {
    for duty in &debrief.duties {
        let args = [
            ("name", (&duty.name).into()),
            ("seat", (&duty.seat).into()),
            ("status", (&duty.status_word).into()),
            (
                "due",
                duty.due
                    .as_ref()
                    .map(|due| due.story.clone())
                    .unwrap_or_default()
                    .into(),
            ),
        ];
        let key = if duty.due.is_some() {
            "plain-debrief-duty-due"
        } else {
            "plain-debrief-duty"
        };
        line(prompt, key, &args)?;
        for remark in &duty.remarks {
            line(prompt, "plain-duty-more", &[("text", remark.into())])?;
        }
    }
    none(prompt, debrief.duties.is_empty())
}

fn people(debrief: &Debrief, prompt: &mut Prompt<'_>) -> io::Result<()> {
    for harm in &debrief.harm {
        let args = [
            ("community", (&harm.community).into()),
            ("direct", harm.direct.into()),
            ("secondary", harm.secondary.into()),
            ("latent", harm.latent.into()),
        ];
        line(prompt, "plain-debrief-harm", &args)?;
        items(prompt, &harm.came_from)?;
    }
    for border in &debrief.borders {
        let args = [
            ("region", (&border.whose).into()),
            ("home", border.home.harm.into()),
            ("abroad", border.abroad.harm.into()),
            ("out", border.went_out.into()),
            ("came", border.came_in.into()),
        ];
        line(prompt, "plain-debrief-border", &args)?;
    }
    none(prompt, debrief.harm.is_empty())
}

fn norms(debrief: &Debrief, prompt: &mut Prompt<'_>) -> io::Result<()> {
    for profile in &debrief.profiles {
        line(
            prompt,
            "plain-debrief-profile",
            &[("actor", (&profile.actor).into())],
        )?;
        for row in &profile.rows {
            let args = [
                ("norm", (&row.norm).into()),
                ("baseline", (&row.baseline).into()),
            ];
            let key = if row.baseline.is_empty() {
                "plain-debrief-norm"
            } else {
                "plain-debrief-norm-baseline"
            };
            line(prompt, key, &args)?;
            for act in &row.acts {
                let args = [
                    ("turn", act.at.turn.into()),
                    ("bearing", (&act.bearing_word).into()),
                    ("evidence", (&act.evidence).into()),
                ];
                line(prompt, "plain-debrief-norm-act", &args)?;
            }
        }
    }
    states::states(debrief, prompt)?;
    none(
        prompt,
        debrief.profiles.is_empty() && debrief.states.is_empty(),
    )
}

fn objectives(debrief: &Debrief, prompt: &mut Prompt<'_>) -> io::Result<()> {
    for objective in &debrief.objectives {
        prompt.say(&objective.text)?;
        for task in &objective.tasks {
            let args = [
                ("task", (&task.text).into()),
                ("proposed", (&task.proposed_word).into()),
            ];
            line(prompt, "plain-debrief-task", &args)?;
        }
    }
    states::unprepared(debrief, prompt)?;
    none(prompt, debrief.objectives.is_empty())
}

fn facts(debrief: &Debrief, prompt: &mut Prompt<'_>) -> io::Result<()> {
    for fact in &debrief.facts {
        let args = [
            ("title", (&fact.title).into()),
            ("source", (&fact.source).into()),
            ("truth", (&fact.truth).into()),
            ("reality", (&fact.reality).into()),
        ];
        line(prompt, "plain-debrief-fact", &args)?;
    }
    none(prompt, debrief.facts.is_empty())
}

/// Who did it, what stories were worth, and what each state would have signed.
fn beneath(debrief: &Debrief, prompt: &mut Prompt<'_>) -> io::Result<()> {
    for part in &debrief.truths {
        let args = [
            ("title", (&part.name).into()),
            ("source", (&part.kind).into()),
            ("truth", (&part.truth).into()),
            ("reality", (&part.reality).into()),
        ];
        line(prompt, "plain-debrief-truth", &args)?;
    }
    for part in &debrief.readings {
        let args = [
            ("actor", (&part.actor).into()),
            ("reading", (&part.reading).into()),
        ];
        line(prompt, "plain-debrief-reading", &args)?;
        for (key, lines) in [
            ("reveal-wishes", &part.wishes),
            ("reveal-red-lines", &part.red_lines),
        ] {
            if !lines.is_empty() {
                let lines = SafeText::joined(lines, "; ");
                line(prompt, key, &[("lines", lines.into())])?;
            }
        }
    }
    none(
        prompt,
        debrief.truths.is_empty() && debrief.readings.is_empty(),
    )
}

fn modelled_on(debrief: &Debrief, prompt: &mut Prompt<'_>) -> io::Result<()> {
    for part in &debrief.modelled_on {
        let args = [
            ("subject", (&part.what).into()),
            ("text", (&part.text).into()),
        ];
        line(prompt, "plain-debrief-model", &args)?;
    }
    none(prompt, debrief.modelled_on.is_empty())
}
