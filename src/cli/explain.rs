//! `demarche explain`: what a code means, why it hurts, and how to mend it.

use crate::author;
use crate::cli::Code;
use crate::cli::FINE;
use crate::cli::world::World;
use crate::diag;
use crate::text::SafeText;
use crate::text::wrap;

/// Columns of a line of prose.
const COLUMNS: usize = 80;

#[derive(clap::Args, Debug)]
pub(super) struct Options {
    /// The code, as `check` prints it: S304
    code: String,
}

pub(super) fn run(world: &World, options: &Options) -> Code {
    let Some(code) = diag::Code::named(&options.code) else {
        let all: Vec<&str> = diag::Code::ALL.iter().map(|code| code.as_str()).collect();
        let near = diag::near(&options.code, all);
        let code = ("code", (&options.code).into());
        return world.give_up(&match near.first() {
            Some(near) => world.fill("cli-no-code", &[code, ("near", near.clone().into())]),
            None => world.fill("cli-no-such-code", &[code]),
        });
    };
    let explanation = author::explain(code, &world.words);
    let text = SafeText::joined(&wrap(&explanation.text, COLUMNS), "\n");
    let parts = [
        world.fill(
            "cli-explain-title",
            &[
                ("code", code.as_str().into()),
                ("title", explanation.title.into()),
            ],
        ),
        text,
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
