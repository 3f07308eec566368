//! `demarche explain`: what a code means, why it hurts, and how to mend it.

use crate::author;
use crate::cli::Code;
use crate::cli::FINE;
use crate::cli::world::World;
use crate::diag;

#[derive(clap::Args, Debug)]
pub(super) struct Options {
    /// The code, as `check` prints it: S304
    code: String,
}

pub(super) fn run(world: &World, options: &Options) -> Code {
    let Some(code) = diag::Code::named(&options.code) else {
        let all: Vec<&str> = diag::Code::ALL.iter().map(|code| code.as_str()).collect();
        let near = diag::near(&options.code, all);
        let args = [
            ("code", (&options.code).into()),
            ("near", near.first().cloned().unwrap_or_default().into()),
        ];
        return world.give_up(&world.fill("cli-no-code", &args));
    };
    let explanation = author::explain(code, &world.words);
    let parts = [
        world.fill(
            "cli-explain-title",
            &[
                ("code", code.as_str().into()),
                ("title", explanation.title.into()),
            ],
        ),
        explanation.text,
        world.words.say("cli-explain-before"),
        explanation.before,
        world.words.say("cli-explain-after"),
        explanation.after,
    ];
    for part in parts {
        world.print(&part);
    }
    FINE
}
