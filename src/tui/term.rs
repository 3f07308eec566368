//! The terminal: taken, drawn on, and always given back: after quitting, an error, a panic or a signal.

use std::io;
use std::io::IsTerminal;
use std::io::Stdout;
use std::io::Write;
use std::panic;
use std::sync::Once;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering;
use std::sync::mpsc::Receiver;
use std::sync::mpsc::RecvTimeoutError;
use std::sync::mpsc::Sender;
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use crossterm::cursor::Show;
use crossterm::event;
use crossterm::event::DisableBracketedPaste;
use crossterm::event::EnableBracketedPaste;
use crossterm::event::Event;
use crossterm::execute;
use crossterm::terminal::EnterAlternateScreen;
use crossterm::terminal::LeaveAlternateScreen;
use crossterm::terminal::disable_raw_mode;
use crossterm::terminal::enable_raw_mode;
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;

use crate::tui::app::App;
use crate::tui::app::Environment;
use crate::tui::key::Key;
use crate::tui::theme::Depth;
use crate::tui::theme::ThemeName;

/// Whether the terminal is ours and must be given back.
static TAKEN: AtomicBool = AtomicBool::new(false);
static HOOK: Once = Once::new();

/// What comes from outside.
#[derive(Debug)]
pub(crate) enum Input {
    Key(Key),
    Paste(String),
    Resize,
    /// The terminal has gone away.
    Gone(io::Error),
    /// A signal that ends the program.
    End(i32),
    /// Ctrl-Z, as a key or as a signal.
    Stop,
    /// A file that is being watched was saved.
    Saved,
}

/// The terminal while it is ours.
pub(crate) struct Term {
    terminal: Terminal<CrosstermBackend<Stdout>>,
    inputs: Receiver<Input>,
    sender: Sender<Input>,
}

/// Whether a person sits at both ends and the terminal can do more than print.
pub(crate) fn is_terminal() -> bool {
    let dumb = std::env::var("TERM").is_ok_and(|term| term == "dumb");
    io::stdin().is_terminal() && io::stdout().is_terminal() && !dumb
}

/// What the environment says about colours and characters.
pub(crate) fn environment() -> Environment {
    let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let locale = set("LC_ALL")
        .or_else(|| set("LC_CTYPE"))
        .or_else(|| set("LANG"));
    let is_utf8 = |locale: &str| {
        let locale = locale.to_ascii_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    };
    let deep = set("COLORTERM").is_some_and(|word| word == "truecolor" || word == "24bit");
    let term = set("TERM").unwrap_or_default();
    Environment {
        theme: if set("NO_COLOR").is_some() {
            ThemeName::Mono
        } else {
            ThemeName::Dark
        },
        depth: if deep || term.ends_with("-direct") {
            Depth::True
        } else {
            Depth::Indexed
        },
        // A machine that says nothing about its locale gets the lines and arrows: nearly all of them can show these.
        ascii: locale.is_some_and(|locale| !is_utf8(&locale)),
    }
}

impl Term {
    /// Takes the terminal, and listens to keys and signals from now on.
    pub(crate) fn enter() -> io::Result<Self> {
        hook();
        let (sender, inputs) = channel();
        // The signals are caught before the terminal is changed, so that none of them finds it changed.
        signals(sender.clone())?;
        take()?;
        keys(sender.clone())?;
        let terminal = Terminal::new(CrosstermBackend::new(io::stdout()));
        match terminal {
            Ok(terminal) => Ok(Self {
                terminal,
                inputs,
                sender,
            }),
            Err(error) => {
                restore();
                Err(error)
            }
        }
    }

    /// Columns and rows now.
    pub(crate) fn size(&self) -> io::Result<(u16, u16)> {
        let size = self.terminal.size()?;
        Ok((size.width, size.height))
    }

    /// By which others say that something has happened.
    pub(crate) fn sender(&self) -> Sender<Input> {
        self.sender.clone()
    }

    /// Draws a frame; only what differs from the last one is written.
    pub(crate) fn draw(&mut self, app: &App) -> io::Result<()> {
        self.terminal.draw(|frame| app.draw(frame))?;
        Ok(())
    }

    /// Waits for what comes next; with something there already, does not wait.
    pub(crate) fn next(&self) -> Option<Input> {
        self.inputs.recv().ok()
    }

    /// Waits for what comes next, but no longer than that.
    pub(crate) fn next_within(&self, wait: Duration) -> Option<Input> {
        match self.inputs.recv_timeout(wait) {
            Ok(input) => Some(input),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => {
                Some(Input::Gone(io::ErrorKind::BrokenPipe.into()))
            }
        }
    }

    /// What has come already.
    pub(crate) fn pending(&self) -> Option<Input> {
        self.inputs.try_recv().ok()
    }

    /// Gives the terminal back, stops like any program at Ctrl-Z, and takes it again when it goes on.
    pub(crate) fn stop(&mut self) -> io::Result<()> {
        restore();
        #[cfg(unix)]
        signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)?;
        take()?;
        // A new one knows nothing of what stood there before, and draws the whole frame.
        self.terminal = Terminal::new(CrosstermBackend::new(io::stdout()))?;
        Ok(())
    }
}

impl Drop for Term {
    fn drop(&mut self) {
        restore();
    }
}

/// Does what the signal would have done, once the terminal is given back.
pub(crate) fn end(signal: i32) {
    restore();
    // If the default could not be carried out, the program ends by itself a moment later.
    let _ = signal_hook::low_level::emulate_default_handler(signal);
}

/// Gives the terminal back if it is ours. Whatever fails here cannot be helped: there may be no terminal any more.
pub(crate) fn restore() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = io::stdout();
    let _ = execute!(out, DisableBracketedPaste, LeaveAlternateScreen, Show);
    let _ = disable_raw_mode();
    let _ = out.flush();
}

fn take() -> io::Result<()> {
    TAKEN.store(true, Ordering::SeqCst);
    let taken = enable_raw_mode()
        .and_then(|()| execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste));
    if taken.is_err() {
        restore();
    }
    taken
}

/// A panic gives the terminal back before it is reported.
fn hook() {
    HOOK.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            restore();
            before(info);
        }));
    });
}

#[cfg(unix)]
fn signals(sender: Sender<Input>) -> io::Result<()> {
    use signal_hook::consts::SIGHUP;
    use signal_hook::consts::SIGINT;
    use signal_hook::consts::SIGQUIT;
    use signal_hook::consts::SIGTERM;
    use signal_hook::consts::SIGTSTP;

    let mut caught =
        signal_hook::iterator::Signals::new([SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP])?;
    thread::Builder::new()
        .name("signals".to_owned())
        .spawn(move || {
            for signal in &mut caught {
                let input = if signal == SIGTSTP {
                    Input::Stop
                } else {
                    Input::End(signal)
                };
                if sender.send(input).is_err() {
                    break;
                }
            }
        })?;
    Ok(())
}

#[cfg(not(unix))]
fn signals(_sender: Sender<Input>) -> io::Result<()> {
    Ok(())
}

fn keys(sender: Sender<Input>) -> io::Result<()> {
    thread::Builder::new()
        .name("keys".to_owned())
        .spawn(move || {
            loop {
                let input = match event::read() {
                    Ok(Event::Key(key)) => match Key::of(&key) {
                        Some(Key::Ctrl('z')) => Input::Stop,
                        Some(key) => Input::Key(key),
                        None => continue,
                    },
                    Ok(Event::Paste(text)) => Input::Paste(text),
                    Ok(Event::Resize(..)) => Input::Resize,
                    Ok(_) => continue,
                    Err(error) => {
                        // Nobody listens any more if this fails, which is as good.
                        let _ = sender.send(Input::Gone(error));
                        break;
                    }
                };
                if sender.send(input).is_err() {
                    break;
                }
            }
        })?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_gives_the_terminal_back_before_it_is_reported() {
        hook();
        TAKEN.store(true, Ordering::SeqCst);
        let panicked = panic::catch_unwind(|| panic!("on purpose"));
        assert!(panicked.is_err());
        assert!(!TAKEN.load(Ordering::SeqCst));
    }
}
