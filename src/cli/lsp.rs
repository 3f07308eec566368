//! `demarche lsp`: the language server, on standard input and output.

use std::sync::Arc;

use crate::author::lsp;
use crate::cli::Code;
use crate::cli::FINE;
use crate::cli::world::World;

#[derive(clap::Args, Debug)]
pub(super) struct Options {
    /// Speak on standard input and output, which is what happens anyway; some editors insist on saying so
    #[arg(long)]
    stdio: bool,
}

pub(super) fn run(world: &World, options: &Options) -> Code {
    // There is no other way to speak, so what was said about it changes nothing.
    let Options { stdio: _ } = options;
    match lsp::serve(Arc::clone(&world.words)) {
        Ok(()) => FINE,
        Err(error) => world.give_up(&error.words(&world.words)),
    }
}
