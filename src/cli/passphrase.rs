//! Asks for a passphrase without showing it; at a pipe the first line is the passphrase.

use std::io::BufRead;
use std::io::IsTerminal;
use std::io::Read;
use std::path::Path;

use crossterm::event::Event;
use crossterm::event::KeyCode;
use crossterm::event::KeyEventKind;
use crossterm::event::KeyModifiers;
use crossterm::event::read;
use crossterm::terminal::disable_raw_mode;
use crossterm::terminal::enable_raw_mode;

use crate::cli::Code;
use crate::cli::world::World;
use crate::text::SafeText;

/// The longest passphrase, in bytes.
const LONGEST: u64 = 1024;

/// The passphrase: from a file, from whoever sits there, or from the pipe. `twice` to have it repeated.
pub(super) fn ask(world: &World, file: Option<&Path>, twice: bool) -> Result<String, Code> {
    let given = match file {
        Some(path) => std::fs::read_to_string(path).map_err(|error| {
            let why = SafeText::line(&error.to_string());
            let shown = SafeText::line(&path.to_string_lossy());
            let args = [("path", shown.into()), ("why", why.into())];
            world.give_up(&world.fill("cli-fmt-unreadable", &args))
        })?,
        None if std::io::stdin().is_terminal() => {
            let first = typed(world, "bundle-passphrase")?;
            if twice && typed(world, "bundle-passphrase-again")? != first {
                return Err(world.give_up(&world.words.say("bundle-passphrase-differs")));
            }
            first
        }
        None => {
            let mut line = String::new();
            // An input that cannot be read gives no passphrase, which is told below.
            let _ = std::io::stdin().lock().take(LONGEST).read_line(&mut line);
            line
        }
    };
    let given = given.trim_end_matches(['\r', '\n']).to_owned();
    if given.is_empty() {
        return Err(world.give_up(&world.words.say("bundle-no-passphrase")));
    }
    Ok(given)
}

/// What is typed up to Enter, without an echo.
fn typed(world: &World, key: &str) -> Result<String, Code> {
    world.complain(&world.words.say(key));
    let stopped = || world.give_up(&world.words.say("bundle-no-passphrase"));
    enable_raw_mode().map_err(|_| stopped())?;
    let mut text = String::new();
    let done = loop {
        let Ok(Event::Key(key)) = read() else {
            continue;
        };
        if key.kind == KeyEventKind::Release {
            continue;
        }
        let with_control = key.modifiers.contains(KeyModifiers::CONTROL);
        match key.code {
            KeyCode::Enter => break Ok(()),
            KeyCode::Esc => break Err(()),
            KeyCode::Char('c' | 'd') if with_control => break Err(()),
            KeyCode::Backspace => {
                text.pop();
            }
            KeyCode::Char(letter) if !with_control && (text.len() as u64) < LONGEST => {
                text.push(letter)
            }
            _ => {}
        }
    };
    let _ = disable_raw_mode();
    done.map(|()| text).map_err(|()| stopped())
}
