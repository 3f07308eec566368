//! The settings: theme and borders. A change shows at once and is kept.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::text::SafeText;
use crate::tui::msg::Msg;
use crate::tui::msg::Place;
use crate::tui::piece::ends;
use crate::tui::piece::ink;
use crate::tui::piece::list;
use crate::tui::piece::list::Focus;
use crate::tui::piece::list::Row;
use crate::tui::piece::page::Page;
use crate::tui::piece::pane;
use crate::tui::piece::pane::Title;
use crate::tui::request::Request;
use crate::tui::scene::Scene;
use crate::tui::screen::Layer;
use crate::tui::settings::Settings;
use crate::tui::theme::ThemeName;

/// The settings.
#[derive(Debug, Default)]
pub struct SettingsScreen {
    selected: usize,
}

const ROWS: usize = 2;

impl Layer for SettingsScreen {
    fn place(&self) -> Place {
        Place::Settings
    }

    fn update(&mut self, msg: Msg, scene: &Scene<'_>) -> Option<Request> {
        let mut settings = *scene.settings;
        match msg {
            Msg::Up => self.selected = list::moved(self.selected, -1, ROWS),
            Msg::Down => self.selected = list::moved(self.selected, 1, ROWS),
            Msg::Back => return Some(Request::Back),
            Msg::Enter | Msg::Toggle | Msg::Right | Msg::Left => {
                let step = if msg == Msg::Left { -1 } else { 1 };
                if self.selected == 0 {
                    settings.theme = turned(settings.theme, step);
                } else {
                    settings.ascii = !settings.ascii;
                }
                return Some(Request::Set(settings));
            }
            _ => {}
        }
        None
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
        let theme = scene.theme;
        let area = Rect {
            width: area.width.min(72),
            ..area
        };
        let inner = pane::titled(
            frame,
            area,
            &Title::new(scene.say("home-settings")).focused(true),
            theme,
        );
        let width = list::room(inner.width);
        let row = |label: &str, value: SafeText| {
            Row::line(ends(
                vec![ink(&scene.say(label), Style::new())],
                vec![ink(&value, theme.strong)],
                width,
            ))
        };
        let rows = [
            row("home-theme", theme_word(*scene.settings, scene)),
            row(
                "home-borders",
                scene.say(if scene.settings.ascii {
                    "home-borders-ascii"
                } else {
                    "home-borders-auto"
                }),
            ),
        ];
        if let Some(cursor) = list::draw(frame, inner, &rows, self.selected, Focus::Here, theme) {
            frame.set_cursor_position(cursor);
        }
        let mut page = Page::new(inner.width);
        page.say(
            &scene.say(if self.selected == 0 {
                "home-theme-about"
            } else {
                "home-borders-about"
            }),
            theme.dim,
        );
        page.gap();
        page.row(vec![
            ink(&scene.say("home-sample-good"), theme.good),
            ink(&SafeText::line("   "), Style::new()),
            ink(&scene.say("home-sample-bad"), theme.bad),
            ink(&SafeText::line("   "), Style::new()),
            ink(&scene.say("home-sample-warn"), theme.warn),
        ]);
        let text = pane::below(inner, 3);
        page.draw(frame, text, 0, theme);
    }
}

fn theme_word(settings: Settings, scene: &Scene<'_>) -> SafeText {
    scene.say(match settings.theme {
        None => "home-theme-auto",
        Some(ThemeName::Dark) => "home-theme-dark",
        Some(ThemeName::Light) => "home-theme-light",
        Some(ThemeName::Contrast) => "home-theme-contrast",
        Some(ThemeName::Mono) => "home-theme-mono",
    })
}

/// The theme after or before this one; `None` is the environment's choice.
fn turned(theme: Option<ThemeName>, step: isize) -> Option<ThemeName> {
    let count = ThemeName::ALL.len() + 1;
    let place = theme.map_or(0, |theme| {
        1 + ThemeName::ALL
            .iter()
            .position(|name| *name == theme)
            .unwrap_or(0)
    });
    let next = (place + count).saturating_add_signed(step) % count;
    next.checked_sub(1).map(|place| ThemeName::ALL[place])
}
