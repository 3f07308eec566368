//! The program: everything is in the library.

use std::process::ExitCode;

/// The stack of the thread everything runs on: scripts and deeply nested files need it.
const STACK: usize = 16 << 20;

fn main() -> ExitCode {
    let program = std::thread::Builder::new()
        .name("demarche".to_owned())
        .stack_size(STACK)
        .spawn(demarche::cli::run);
    match program.map(std::thread::JoinHandle::join) {
        Ok(Ok(code)) => ExitCode::from(code),
        // The panic has been reported and the terminal given back by the hook.
        Ok(Err(_)) => ExitCode::from(2),
        Err(_) => ExitCode::from(demarche::cli::run()),
    }
}
