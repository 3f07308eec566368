//! A key as the screens know it, whatever decoded it: the local terminal, a channel, or a test.

use std::fmt;

use crossterm::event::KeyCode;
use crossterm::event::KeyEvent;
use crossterm::event::KeyEventKind;
use crossterm::event::KeyModifiers;

/// One key press.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// A printable character, as typed.
    Char(char),
    Ctrl(char),
    Enter,
    Esc,
    Tab,
    BackTab,
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    Home,
    End,
    Backspace,
    Delete,
    F(u8),
}

impl Key {
    /// The key press in a terminal event, if it is one that the screens know.
    pub fn of(event: &KeyEvent) -> Option<Key> {
        if event.kind == KeyEventKind::Release {
            return None;
        }
        let control = event.modifiers.contains(KeyModifiers::CONTROL);
        let alt = event.modifiers.contains(KeyModifiers::ALT);
        match event.code {
            // Some terminals send Ctrl-J for Enter and Ctrl-H for Backspace.
            KeyCode::Char('j') if control => Some(Key::Enter),
            KeyCode::Char('h') if control => Some(Key::Backspace),
            KeyCode::Char(letter) if control => Some(Key::Ctrl(letter.to_ascii_lowercase())),
            KeyCode::Char(_) if alt => None,
            KeyCode::Char(letter) => Some(Key::Char(letter)),
            KeyCode::Enter => Some(Key::Enter),
            KeyCode::Esc => Some(Key::Esc),
            KeyCode::Tab => Some(Key::Tab),
            KeyCode::BackTab => Some(Key::BackTab),
            KeyCode::Up => Some(Key::Up),
            KeyCode::Down => Some(Key::Down),
            KeyCode::Left => Some(Key::Left),
            KeyCode::Right => Some(Key::Right),
            KeyCode::PageUp => Some(Key::PageUp),
            KeyCode::PageDown => Some(Key::PageDown),
            KeyCode::Home => Some(Key::Home),
            KeyCode::End => Some(Key::End),
            KeyCode::Backspace => Some(Key::Backspace),
            KeyCode::Delete => Some(Key::Delete),
            KeyCode::F(number) => Some(Key::F(number)),
            _ => None,
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Key::Char(' ') => f.pad("Space"),
            Key::Char(letter) => f.pad(&letter.to_string()),
            Key::Ctrl(letter) => f.pad(&format!("Ctrl-{}", letter.to_ascii_uppercase())),
            Key::Enter => f.pad("Enter"),
            Key::Esc => f.pad("Esc"),
            Key::Tab => f.pad("Tab"),
            Key::BackTab => f.pad("Shift-Tab"),
            Key::Up => f.pad("↑"),
            Key::Down => f.pad("↓"),
            Key::Left => f.pad("←"),
            Key::Right => f.pad("→"),
            Key::PageUp => f.pad("PgUp"),
            Key::PageDown => f.pad("PgDn"),
            Key::Home => f.pad("Home"),
            Key::End => f.pad("End"),
            Key::Backspace => f.pad("Backspace"),
            Key::Delete => f.pad("Del"),
            Key::F(number) => f.pad(&format!("F{number}")),
        }
    }
}
