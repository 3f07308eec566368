//! The loop: inputs go to the application, what it asks for is done, and a frame is drawn when something changed.

use std::io;
use std::path::PathBuf;

use thiserror::Error;

use crate::author::watch::Move;
use crate::author::watch::Preview;
use crate::author::watch::Saved;
use crate::author::watch::WatchError;
use crate::model::SeatId;
use crate::session::Seating;
use crate::session::Session;
use crate::text::SafeText;
use crate::text::Words;
use crate::tui::app::App;
use crate::tui::desk::Desk;
use crate::tui::desk::Place;
use crate::tui::request::Ask;
use crate::tui::term;
use crate::tui::term::Input;
use crate::tui::term::Term;
use crate::tui::theme::ThemeName;

/// Where the screens begin.
pub enum Entry {
    Home,
    /// In an exercise that was started or resumed.
    Exercise(Box<Session>, Seating),
    /// At the preview of the scenario that is being written at this path.
    Watch(Box<Preview>, PathBuf),
    /// At the timeline of the exercise whose log lies there.
    Replay(Box<Session>, PathBuf, Option<SeatId>),
}

/// Why the screens could not be shown.
#[derive(Debug, Error)]
pub enum TuiError {
    /// Standard input or output is no terminal, or one that can only print.
    #[error("no terminal at both ends")]
    NotATerminal,
    #[error("the terminal failed")]
    Terminal(#[source] io::Error),
    #[error("the files cannot be watched")]
    Watch(#[source] WatchError),
}

impl TuiError {
    /// What the operator reads.
    pub fn words(&self, words: &Words) -> SafeText {
        match self {
            TuiError::NotATerminal => words.say("cli-no-terminal"),
            TuiError::Watch(error) => error.words(words),
            TuiError::Terminal(error) => {
                words.fill("play-terminal-failed", &[("why", error.to_string().into())])
            }
        }
    }
}

/// Shows the screens until the person quits.
///
/// # Errors
/// If there is no terminal, or it fails.
pub fn run(place: Place, theme: Option<ThemeName>, entry: Entry) -> Result<(), TuiError> {
    if !term::is_terminal() {
        return Err(TuiError::NotATerminal);
    }
    let mut environment = term::environment();
    let mut desk = Desk::new(place);
    let mut settings = desk.settings();
    if let Some(theme) = theme {
        // What the command line says holds for this time, and is not kept.
        environment.theme = theme;
        settings.theme = None;
    }
    let mut app = App::new(desk.words(), environment, settings);
    let mut term = Term::enter().map_err(TuiError::Terminal)?;
    let mut saved = None;
    let first = match entry {
        Entry::Home => vec![Ask::Lists],
        Entry::Exercise(session, seating) => {
            let mut asks = app.reply(desk.take(*session, seating));
            asks.push(Ask::Lists);
            asks
        }
        Entry::Watch(preview, path) => {
            let sender = term.sender();
            let listened = Saved::listen(&path, move || sender.send(Input::Saved).is_ok());
            saved = Some(listened.map_err(TuiError::Watch)?);
            let mut asks = app.reply(desk.watch(*preview));
            // What was saved between the first look at the files and now has not been told.
            asks.push(Ask::Preview(Move::Reload));
            asks
        }
        Entry::Replay(session, path, seat) => {
            let mut asks = app.reply(desk.look_back(*session, path, seat));
            asks.push(Ask::Lists);
            asks
        }
    };
    let end = turn(&mut app, &mut desk, &mut term, first).map_err(TuiError::Terminal)?;
    drop(saved);
    drop(term);
    if let Some(signal) = end {
        // The log is whole before anything is acknowledged, so nothing has to be saved here.
        drop(desk);
        term::end(signal);
    }
    Ok(())
}

/// Runs until the person quits, or a signal says so.
fn turn(
    app: &mut App,
    desk: &mut Desk,
    term: &mut Term,
    first: Vec<Ask>,
) -> io::Result<Option<i32>> {
    let (columns, rows) = term.size()?;
    app.resize(columns, rows);
    // The first frame comes before anything is looked up.
    draw(app, term)?;
    let mut asks = first;
    loop {
        if perform(app, desk, asks) {
            return Ok(None);
        }
        draw(app, term)?;
        let mut next = match app.pulse() {
            Some(pulse) => {
                let next = term.next_within(pulse);
                if next.is_none() {
                    asks = app.tick();
                    continue;
                }
                next
            }
            None => term.next(),
        };
        asks = Vec::new();
        while let Some(input) = next {
            match input {
                Input::Key(key) => asks.extend(app.key(key)),
                Input::Paste(text) => asks.extend(app.paste(text)),
                Input::Resize => {
                    let (columns, rows) = term.size()?;
                    app.resize(columns, rows);
                }
                Input::Saved => asks.push(Ask::Preview(Move::Reload)),
                Input::Stop => {
                    term.stop()?;
                    let (columns, rows) = term.size()?;
                    app.resize(columns, rows);
                }
                Input::End(signal) => return Ok(Some(signal)),
                Input::Gone(error) => return Err(error),
            }
            // What a key asks for is done before the next key means anything.
            next = if asks.is_empty() {
                term.pending()
            } else {
                None
            };
        }
    }
}

fn draw(app: &mut App, term: &mut Term) -> io::Result<()> {
    if app.take_dirty() {
        term.draw(app)
    } else {
        Ok(())
    }
}

/// Does what is asked for, and what the answers ask for; true if the person quits.
fn perform(app: &mut App, desk: &mut Desk, asks: Vec<Ask>) -> bool {
    let mut open: std::collections::VecDeque<Ask> = asks.into();
    while let Some(ask) = open.pop_front() {
        if matches!(ask, Ask::Quit) {
            return true;
        }
        if let Some(reply) = desk.perform(ask) {
            open.extend(app.reply(reply));
        }
    }
    false
}
