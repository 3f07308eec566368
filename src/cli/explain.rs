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
        return world.give_up(&unknown(world, &options.code));
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

/// There is no such code. Another number means something else, so only a code that is written otherwise has one near it.
fn unknown(world: &World, wanted: &str) -> SafeText {
    let code = ("code", wanted.into());
    let is_code = wanted.len() == 4
        && wanted.starts_with(['s', 'S'])
        && wanted.bytes().skip(1).all(|byte| byte.is_ascii_digit());
    if is_code {
        return world.fill("cli-code-unused", &[code]);
    }
    let all = diag::Code::ALL.iter().map(|code| code.as_str());
    match diag::near(wanted, all).first() {
        Some(near) => world.fill("cli-no-code", &[code, ("near", near.into())]),
        None => world.fill("cli-no-such-code", &[code]),
    }
}
