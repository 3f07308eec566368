//! Says what states came to, and what could be ready next time.

use std::io;

use crate::plain::debrief::items;
use crate::plain::debrief::line;
use crate::plain::prompt::Prompt;
use crate::report::Debrief;

pub(super) fn states(debrief: &Debrief, prompt: &mut Prompt<'_>) -> io::Result<()> {
    for part in &debrief.states {
        let args = [("actor", (&part.state).into())];
        line(prompt, "plain-debrief-profile", &args)?;
        for (key, stood) in [
            ("report-continuity", part.continuity),
            ("report-institutions", part.trust),
        ] {
            let Some(stood) = stood else { continue };
            let args = [
                ("start", stood.start.into()),
                ("worst", stood.worst.into()),
                ("end", stood.end.into()),
            ];
            line(prompt, key, &args)?;
        }
        for pillar in &part.pillars {
            let args = [
                ("pillar", (&pillar.name).into()),
                ("count", pillar.acts.len().into()),
            ];
            line(prompt, "plain-debrief-pillar", &args)?;
            items(prompt, &pillar.acts)?;
        }
    }
    Ok(())
}

pub(super) fn unprepared(debrief: &Debrief, prompt: &mut Prompt<'_>) -> io::Result<()> {
    if debrief.unprepared.is_empty() {
        return Ok(());
    }
    prompt.say(&prompt.words().say("report-unprepared"))?;
    for part in &debrief.unprepared {
        let when = match part.turn {
            Some(turn) => {
                let args = [("turn", turn.into())];
                prompt.words().fill("report-unprepared-late", &args)
            }
            None => prompt.words().say("report-unprepared-never"),
        };
        let args = [
            ("seat", (&part.seat).into()),
            ("act", (&part.act).into()),
            ("hours", part.hours.into()),
            ("when", when.into()),
        ];
        line(prompt, "report-unprepared-line", &args)?;
    }
    Ok(())
}
