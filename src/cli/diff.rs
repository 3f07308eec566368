//! `demarche diff OLD NEW`: what a change to a scenario means, as it is written and in play.

use clap::Args;

use crate::author::diff;
use crate::author::diff::Difference;
use crate::cli::Code;
use crate::cli::FINE;
use crate::cli::pick;
use crate::cli::world::World;
use crate::lab;
use crate::lab::Casting;
use crate::lab::Change;
use crate::lab::Findings;
use crate::lab::Plan;
use crate::lab::Shard;
use crate::lab::Study;
use crate::script::Playable;
use crate::session::Ready;
use crate::text::SafeText;

#[derive(Args, Debug)]
pub(super) struct Options {
    /// The scenario as it was: a path, or the id of one that is shipped
    old: String,
    /// The scenario as it is
    new: String,
    /// How often each is played; 0 compares only what is written
    #[arg(long, value_name = "N", default_value_t = 1000)]
    plays: u64,
    /// The luck of the plays, the same for both
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
}

pub(super) fn run(world: &World, options: &Options) -> Code {
    let both = pick::ready(world, &options.old)
        .and_then(|old| Ok((old, pick::ready(world, &options.new)?)));
    let (old, new) = match both {
        Ok(both) => both,
        Err(code) => return code,
    };
    written(world, &old, &new);
    if options.plays > 0 {
        world.print(&SafeText::empty());
        played(world, options, &old, &new);
    }
    FINE
}

fn written(world: &World, old: &Ready, new: &Ready) {
    let rows = diff::rows(&old.package, &new.package);
    world.print(&world.fill("diff-written", &[("count", rows.len().into())]));
    for row in &rows {
        let (key, fields) = match &row.difference {
            Difference::New => ("diff-new", &[][..]),
            Difference::Gone => ("diff-gone", &[][..]),
            Difference::Reworded(fields) => ("diff-reworded", &fields[..]),
            Difference::Changed(fields) => ("diff-changed", &fields[..]),
        };
        let fields = fields.join(", ");
        let args = [
            ("name", row.name.as_str().into()),
            ("fields", fields.into()),
        ];
        world.print(&world.fill(key, &args));
    }
}

fn played(world: &World, options: &Options, old: &Ready, new: &Ready) {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let study = |playable| Study {
        playable,
        seed: options.seed,
        bots: Casting::standard(),
        plan: Plan {
            plays: options.plays,
            trials: 0,
            twins: 0,
        },
        threads,
    };
    let earlier = with_findings(world, &study(&old.playable), lab::json);
    let compared = with_findings(world, &study(&new.playable), |findings| {
        lab::compare(findings, &earlier)
    });
    // Both come of this very program, so there is nothing that it could not read.
    let Ok((changes, compared)) = compared else {
        return;
    };
    let args = [
        ("plays", options.plays.into()),
        ("changes", changes.len().into()),
        ("compared", compared.into()),
    ];
    world.print(&world.fill("diff-played", &args));
    for change in &changes {
        world.print(&told(world, change, options.plays, &new.playable));
    }
}

fn with_findings<T>(world: &World, study: &Study<'_>, work: impl FnOnce(&Findings<'_>) -> T) -> T {
    let part = study.run(Shard::WHOLE, &|_, _| {});
    work(&Findings::of(study, &part, false, &world.words))
}

/// A change in a sentence.
fn told(world: &World, change: &Change, plays: u64, playable: &Playable) -> SafeText {
    let (section, name) = change.what().split_once('.').unwrap_or((change.what(), ""));
    let title = title(section, name, playable);
    match change {
        Change::New(_) => world.fill("diff-play-new", &[("what", change.what().into())]),
        Change::Gone(_) => world.fill("diff-play-gone", &[("what", change.what().into())]),
        Change::Moved { from, to, .. } => {
            let args = [
                ("name", name.into()),
                ("title", title.into()),
                ("from", format!("{from:.1}").into()),
                ("to", format!("{to:.1}").into()),
                ("plays", plays.into()),
            ];
            let key = match section {
                "endings" => "diff-ending",
                "injects" if *to <= 0.0 => "diff-inject-lost",
                "injects" => "diff-inject",
                "choices" | "actions" if *to <= 0.0 => "diff-choice-lost",
                "choices" | "actions" => "diff-choice",
                "decisions" if *to <= 0.0 => "diff-decision-lost",
                "decisions" => "diff-decision",
                "rules" => "diff-rule",
                "functions" => "diff-function",
                "duties" => "diff-duty",
                "tasks" => "diff-task",
                _ => "diff-course",
            };
            world.fill(key, &args)
        }
    }
}

/// What players read of an ending or an inject, for its author to recognise it.
fn title(section: &str, name: &str, playable: &Playable) -> SafeText {
    use crate::model::id::Kind;
    let scenario = playable.scenario();
    let names = &scenario.names;
    let found = match section {
        "endings" => names
            .find(Kind::Ending, name)
            .map(|at| &scenario.endings[usize::from(at)].title),
        "injects" => names
            .find(Kind::Inject, name)
            .map(|at| &scenario.injects[usize::from(at)].title),
        "decisions" => names
            .find(Kind::Decision, name)
            .map(|at| &scenario.decisions[usize::from(at)].title),
        _ => None,
    };
    found.cloned().unwrap_or_default()
}
