//! Tells when a scenario's files were saved, in whatever way an editor saves: by writing, or by putting a new file in the
//! place of the old one.

use std::path::Path;
use std::sync::mpsc::Receiver;
use std::sync::mpsc::Sender;
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;
use std::time::Instant;

use notify::EventKind;
use notify::RecommendedWatcher;
use notify::RecursiveMode;
use notify::Watcher;
use thiserror::Error;

use crate::text::SafeText;
use crate::text::Words;

/// How long the files must be quiet before a save is over: an editor renames, writes and touches within a moment.
const QUIET: Duration = Duration::from_millis(15);
/// How long a save may take at most before it is told all the same.
const LONGEST: Duration = Duration::from_millis(100);

/// Why saves cannot be told.
#[derive(Debug, Error)]
pub enum WatchError {
    #[error("the folder cannot be watched")]
    Notify(#[source] notify::Error),
    #[error("no thread could be started")]
    Thread(#[source] std::io::Error),
}

impl WatchError {
    /// What the operator reads.
    pub fn words(&self, words: &Words) -> SafeText {
        let why = match self {
            WatchError::Notify(error) => error.to_string(),
            WatchError::Thread(error) => error.to_string(),
        };
        words.fill("watch-cannot-watch", &[("why", why.into())])
    }
}

/// Listens as long as it is kept.
pub struct Saved {
    _watcher: RecommendedWatcher,
}

impl Saved {
    /// Calls `on_save` after each save of a file in the folder of a scenario, or of the one that `path` names.
    ///
    /// # Errors
    /// If the system cannot watch the folder.
    pub fn listen(
        path: &Path,
        on_save: impl Fn() -> bool + Send + 'static,
    ) -> Result<Self, WatchError> {
        let folder = if path.is_dir() {
            path
        } else {
            path.parent()
                .filter(|parent| !parent.as_os_str().is_empty())
                .unwrap_or(Path::new("."))
        };
        let (sender, changes) = channel();
        let mut watcher =
            notify::recommended_watcher(handler(sender)).map_err(WatchError::Notify)?;
        // The folder and not its files: whoever saves by renaming puts another file in the place of the watched one.
        watcher
            .watch(folder, RecursiveMode::Recursive)
            .map_err(WatchError::Notify)?;
        thread::Builder::new()
            .name("saved".to_owned())
            .spawn(move || gather(&changes, on_save))
            .map_err(WatchError::Thread)?;
        Ok(Self { _watcher: watcher })
    }
}

fn handler(sender: Sender<()>) -> impl Fn(notify::Result<notify::Event>) {
    move |event| {
        let is_change = match event {
            Ok(event) => !matches!(event.kind, EventKind::Access(_)),
            // What the system lost track of may be a change.
            Err(_) => true,
        };
        if is_change {
            // If nobody listens any more, nobody wants to know.
            let _ = sender.send(());
        }
    }
}

/// Makes one save of the many changes it is made of.
fn gather(changes: &Receiver<()>, on_save: impl Fn() -> bool) {
    while changes.recv().is_ok() {
        let began = Instant::now();
        while began.elapsed() < LONGEST && changes.recv_timeout(QUIET).is_ok() {}
        if !on_save() {
            break;
        }
    }
}
