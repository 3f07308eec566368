//! `--baseline`: an earlier study, and what changed since.

use std::fs;
use std::path::Path;

use crate::cli::Code;
use crate::cli::lab::not_ours;
use crate::cli::lab::shown;
use crate::cli::lab::unreadable;
use crate::cli::world::World;
use crate::lab;
use crate::lab::Change;
use crate::lab::Findings;
use crate::lab::NoBaseline;
use crate::model::scenario::Scenario;

/// Whether there is an earlier study of a scenario that one can be compared with.
pub(super) fn is_there(world: &World, scenario: &Scenario, path: &Path) -> Result<(), Code> {
    let earlier = lab::earlier(scenario, &text(world, path)?);
    let refuse = |why| refuse(world, scenario, path, why);
    earlier.map(drop).map_err(refuse)
}

/// What changed since, and how many numbers were compared.
pub(super) fn changes(
    world: &World,
    findings: &Findings<'_>,
    path: &Path,
) -> Result<(Vec<Change>, usize), Code> {
    let scenario = findings.study.playable.scenario();
    let refuse = |why| refuse(world, scenario, path, why);
    lab::compare(findings, &text(world, path)?).map_err(refuse)
}

fn text(world: &World, path: &Path) -> Result<String, Code> {
    let text = fs::read_to_string(path);
    text.map_err(|error| unreadable(world, path, &error.to_string()))
}

fn refuse(world: &World, scenario: &Scenario, path: &Path, why: NoBaseline) -> Code {
    match why {
        NoBaseline::Unreadable(why) => not_ours(world, path, &why),
        NoBaseline::Scenario(id) => {
            let args = [
                ("path", shown(path)),
                ("other", id.into()),
                ("scenario", (&*scenario.about.id).into()),
            ];
            world.give_up(&world.fill("lab-baseline-scenario", &args))
        }
    }
}

/// Says what changed.
pub(super) fn tell(world: &World, (changes, compared): &(Vec<Change>, usize)) {
    let args = [
        ("changes", changes.len().into()),
        ("compared", (*compared).into()),
    ];
    world.complain(&world.fill("lab-changes", &args));
    for change in changes {
        let what = change.what();
        let line = match change {
            Change::New(_) => world.fill("lab-change-new", &[("what", what.into())]),
            Change::Gone(_) => world.fill("lab-change-gone", &[("what", what.into())]),
            Change::Moved {
                from, to, errors, ..
            } => {
                let args = [
                    ("what", what.into()),
                    ("from", format!("{from:.1}").into()),
                    ("to", format!("{to:.1}").into()),
                    ("errors", format!("{:.1}", errors.min(99.9)).into()),
                ];
                world.fill("lab-change-moved", &args)
            }
        };
        world.complain(&line);
    }
}
