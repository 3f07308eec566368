//! How far a study is: a bar on standard error, when that is a terminal.

use std::io;
use std::io::IsTerminal as _;
use std::time::Duration;

use indicatif::ProgressBar;
use indicatif::ProgressStyle;

use crate::cli::world::World;
use crate::lab::Shard;
use crate::lab::Stretch;
use crate::lab::Study;

/// Between two drawings of what has no end in sight.
const TICK: Duration = Duration::from_millis(200);

/// Tells how far a study is. The estimate is what is left of the stretch at the pace of late.
pub(super) struct Progress {
    bars: Vec<(Stretch, ProgressBar)>,
}

impl Progress {
    /// A bar for each stretch of a shard; each shows itself when it begins.
    pub(super) fn new(world: &World, study: &Study<'_>, shard: Shard) -> Self {
        let stretches = [
            (Stretch::Plays, "lab-stretch-plays"),
            (Stretch::Trials, "lab-stretch-trials"),
            (Stretch::Twins, "lab-stretch-twins"),
        ];
        let shown = stretches.into_iter().filter(|_| io::stderr().is_terminal());
        let bars = shown.map(|(stretch, key)| {
            let bar = ProgressBar::hidden();
            bar.set_length(study.size(shard, stretch));
            bar.set_style(style(
                "{msg:14} {wide_bar} {human_pos} / {human_len}  {eta} ",
            ));
            bar.set_message(world.words.say(key).into_string());
            (stretch, bar)
        });
        Self {
            bars: bars.collect(),
        }
    }

    /// A sign of life while what was counted is looked into.
    pub(super) fn waiting(world: &World, shows: bool) -> Self {
        if !shows {
            return Self { bars: Vec::new() };
        }
        let bar = ProgressBar::new_spinner();
        bar.set_style(style("{msg} {elapsed}"));
        bar.set_message(world.words.say("lab-stretch-deep").into_string());
        bar.enable_steady_tick(TICK);
        Self {
            bars: vec![(Stretch::Plays, bar)],
        }
    }

    /// So much of a stretch is done.
    pub(super) fn tell(&self, stretch: Stretch, done: u64) {
        for (of, bar) in &self.bars {
            if *of == stretch {
                if bar.is_hidden() && bar.position() == 0 {
                    bar.set_draw_target(indicatif::ProgressDrawTarget::stderr());
                    bar.reset();
                }
                bar.set_position(done);
            } else if *of < stretch && !bar.is_finished() {
                bar.finish_and_clear();
            }
        }
    }

    /// Takes the bars off the screen.
    pub(super) fn clear(&self) {
        for (_, bar) in &self.bars {
            bar.finish_and_clear();
        }
    }
}

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}
