//! What must not break it: scripts that would hang, exhaust or leave their fence.

mod files;
mod made;
mod scripts;

use std::process::Command;
use std::sync::Arc;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;
use std::time::Instant;

use demarche::diag::has_errors;
use demarche::model::FunctionId;
use demarche::model::expr::Read;
use demarche::script;
use demarche::script::Call;
use demarche::script::Fuse;
use demarche::script::Roll;
use demarche::script::Trouble;
use demarche::script::World;

use crate::script::stage;

/// The stack that whoever runs scripts gives the thread they run on.
const STACK: usize = 16 * 1024 * 1024;
/// The fuse a session sets.
const FUSE: Duration = Duration::from_millis(250);
/// What a script may take, with its fuse blown and all, on a machine that is busy with other tests.
const WATCHDOG: Duration = Duration::from_secs(10);
/// What all of them together may leave in memory, in KiB.
const LEFT_BEHIND: u64 = 64 * 1024;

/// A world that notices when somebody keeps it.
struct Quiet;

impl World for Quiet {
    fn read(&self, _: Read) -> i64 {
        1
    }
}

/// How one script ended: refused, or with so many effects, or in trouble.
type End = Option<Result<usize, Trouble>>;

/// Compiles a script and calls its first function, as the engine would; with a fuse or with nothing but the limits.
fn run(source: &str, has_fuse: bool) -> End {
    let (playable, found) = script::compile(stage::scenario(&[], &[source]));
    let Some(playable) = playable else {
        assert!(has_errors(&found), "refused without a word");
        return None;
    };
    let started = Instant::now();
    let fuse = if has_fuse {
        Fuse::new(move || started.elapsed() > FUSE)
    } else {
        Fuse::never()
    };
    let world = Arc::new(Quiet);
    let end = playable.call(
        FunctionId(0),
        &world,
        &Call {
            fuse: &fuse,
            roll: Roll::none(),
        },
    );
    assert_eq!(Arc::strong_count(&world), 1, "the call kept the world");
    Some(end.map(|effects| effects.len()))
}

/// The most memory the process has had so far, in KiB.
fn memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:"));
    line.and_then(|line| line.split_whitespace().nth(1))
        .and_then(|value| value.parse().ok())
        .unwrap_or(0)
}

/// Set for the process that really runs the corpus.
const INSIDE: &str = "DEMARCHE_HOSTILE";

/// In a process of its own, so that what it takes can be told from what other tests take, and so that one that dies is seen.
#[test]
fn every_hostile_script_ends() {
    if std::env::var_os(INSIDE).is_some() {
        let before = memory();
        let (fused, free) = (all_end(true), all_end(false));
        let most = memory();
        for ((name, fused), (_, free)) in fused.into_iter().zip(free) {
            assert!(
                fused == free || fused == Some(Err(Trouble::Blown)),
                "`{name}` ended as {fused:?} and as {free:?}"
            );
        }
        assert!(most - before < LEFT_BEHIND, "{} KiB more", most - before);
        return;
    }
    let mut itself = Command::new(std::env::current_exe().unwrap());
    let arguments = [
        "--exact",
        "hostile::every_hostile_script_ends",
        "--nocapture",
    ];
    let output = itself.args(arguments).env(INSIDE, "1").output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success(),
        "{}: {}",
        output.status,
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(said.contains("1 passed"), "the corpus did not run");
}

/// Runs the whole corpus.
fn all_end(has_fuse: bool) -> Vec<(String, End)> {
    let corpus = scripts::all();
    assert!(corpus.len() >= 300, "{} scripts", corpus.len());
    let (done, ends) = mpsc::channel();
    let names: Vec<String> = corpus.iter().map(|(name, _)| name.clone()).collect();
    // One thread for all of them: what one leaves behind, the next would meet.
    let runner = move || {
        for (_, source) in corpus {
            if done.send(run(&source, has_fuse)).is_err() {
                return;
            }
        }
    };
    thread::Builder::new()
        .stack_size(STACK)
        .spawn(runner)
        .unwrap();
    let mut all = Vec::new();
    for name in names {
        let Ok(end) = ends.recv_timeout(WATCHDOG) else {
            panic!("`{name}` does not end")
        };
        assert!(
            !matches!(end, Some(Ok(effects)) if effects > 512),
            "`{name}` returned too many effects"
        );
        all.push((name, end));
    }
    all
}
