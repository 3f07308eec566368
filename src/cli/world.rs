//! What the process gives: standard streams, environment, the folder of exercises, the language.

use std::io::IsTerminal;
use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::OnceLock;

use crate::cli::Code;
use crate::cli::Common;
use crate::cli::ENVIRONMENT;
use crate::log::Library;
use crate::log::RealDisk;
use crate::log::default_dir;
use crate::session::Session;
use crate::session::SessionError;
use crate::text::Arg;
use crate::text::SafeText;
use crate::text::Words;
use crate::text::wrap;

/// What the process gives.
pub(super) struct World {
    pub(super) words: Arc<Words>,
    pub(super) theme: Option<String>,
    pub(super) disk: Arc<RealDisk>,
    /// The folder of one's own exercises; `None` if the system has no place for it.
    home: Option<PathBuf>,
    /// Why something did not reach standard output, once it did not.
    lost: OnceLock<String>,
}

impl World {
    pub(super) fn new(common: &Common) -> Self {
        let language = common
            .lang
            .clone()
            .or_else(|| std::env::var("LANG").ok())
            .unwrap_or_default();
        let home = std::env::var_os("DEMARCHE_HOME")
            .filter(|path| !path.is_empty())
            .map(PathBuf::from);
        Self {
            words: Arc::new(Words::new(&language)),
            theme: common.theme.clone(),
            disk: Arc::new(RealDisk),
            home: home.or_else(default_dir),
            lost: OnceLock::new(),
        }
    }

    /// The library of one's own exercises.
    pub(super) fn library(&self) -> Result<Library, SafeText> {
        let dir = self
            .home
            .clone()
            .ok_or_else(|| self.words.say("cli-no-home"))?;
        Ok(Library::new(self.disk.clone(), dir))
    }

    /// Prints one line to standard output: in a terminal, in as many as it takes there.
    pub(super) fn print(&self, text: &SafeText) {
        let text = fitted(text, std::io::stdout().is_terminal());
        self.print_raw(&format!("{text}\n"));
    }

    /// Prints what was rendered already, line by line as it stands.
    pub(super) fn print_raw(&self, text: &str) {
        self.print_bytes(text.as_bytes());
    }

    /// Prints bytes as they are. A reader that has gone away is no reason to complain; a full disk is, at the end.
    pub(super) fn print_bytes(&self, bytes: &[u8]) {
        let mut out = std::io::stdout().lock();
        if let Err(error) = out.write_all(bytes).and_then(|()| out.flush())
            && error.kind() != std::io::ErrorKind::BrokenPipe
        {
            self.lost.get_or_init(|| error.to_string());
        }
    }

    /// The code to end with: whoever keeps what was printed learns that a part of it is missing.
    pub(super) fn ended(&self, code: Code) -> Code {
        match self.lost.get() {
            Some(why) => {
                let args = [("why", SafeText::line(why).into())];
                self.give_up(&self.fill("cli-print-failed", &args))
            }
            None => code,
        }
    }

    /// Prints one line to standard error.
    pub(super) fn complain(&self, text: &SafeText) {
        let text = fitted(text, std::io::stderr().is_terminal());
        let _ = writeln!(std::io::stderr().lock(), "{text}");
    }

    /// Complains and says that the environment is to blame.
    pub(super) fn give_up(&self, text: &SafeText) -> Code {
        self.complain(text);
        ENVIRONMENT
    }

    pub(super) fn give_up_on(&self, error: &SessionError) -> Code {
        self.give_up(&error.words(&self.words))
    }

    pub(super) fn fill(&self, key: &str, args: &[(&str, Arg)]) -> SafeText {
        self.words.fill(key, args)
    }

    /// Says what of a log could not be read, if anything.
    pub(super) fn warn_of_damage(&self, session: &Session) {
        if let Some((line, damage)) = session.damage() {
            let args = [
                ("line", line.into()),
                ("damage", damage.words(&self.words).into()),
            ];
            self.complain(&self.fill("cli-left-out", &args));
        }
    }

    /// Whether a person sits at both ends.
    pub(super) fn is_terminal(&self) -> bool {
        std::io::stdin().is_terminal() && std::io::stdout().is_terminal()
    }
}

/// The text in lines that break between words where the terminal's would break anywhere.
fn fitted(text: &SafeText, is_terminal: bool) -> SafeText {
    let columns = is_terminal.then(crossterm::terminal::size);
    match columns {
        Some(Ok((columns, _))) if columns > 0 => {
            SafeText::joined(&wrap(text, usize::from(columns)), "\n")
        }
        _ => text.clone(),
    }
}
