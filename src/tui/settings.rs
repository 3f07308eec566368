//! What a person has chosen about the screens; kept as lines of `word=value`.

use crate::tui::theme::ThemeName;

/// What a person has chosen about the screens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// `None` leaves it to the environment.
    pub theme: Option<ThemeName>,
    /// ASCII only, whatever the locale says.
    pub ascii: bool,
}

impl Settings {
    /// Reads what [`Settings::write`] wrote; what it does not know it passes over.
    pub fn read(text: &str) -> Self {
        let mut settings = Self::default();
        for line in text.lines() {
            match line.split_once('=') {
                Some(("theme", word)) => settings.theme = ThemeName::of(word.trim()),
                Some(("ascii", word)) => settings.ascii = word.trim() == "yes",
                _ => {}
            }
        }
        settings
    }

    /// The lines of the settings file.
    pub fn write(&self) -> String {
        let theme = self.theme.map_or("auto", ThemeName::word);
        let ascii = if self.ascii { "yes" } else { "no" };
        format!("theme={theme}\nascii={ascii}\n")
    }
}
