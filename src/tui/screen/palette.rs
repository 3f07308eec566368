//! The command palette: everything that can be done from here, with its key; typing narrows it.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use crate::text::SafeText;
use crate::text::clip;
use crate::tui::keys;
use crate::tui::keys::Binding;
use crate::tui::msg::Msg;
use crate::tui::msg::Place;
use crate::tui::piece::ends;
use crate::tui::piece::ink;
use crate::tui::piece::list;
use crate::tui::piece::list::Focus;
use crate::tui::piece::list::Row;
use crate::tui::piece::pane;
use crate::tui::request::Request;
use crate::tui::scene::Scene;
use crate::tui::screen::Layer;
use crate::tui::screen::Typing;

/// Everything that can be done from a screen.
#[derive(Debug)]
pub struct Palette {
    of: Place,
    filter: String,
    selected: usize,
}

impl Palette {
    /// The palette of the screen one comes from.
    pub fn new(of: Place) -> Self {
        Self {
            of,
            filter: String::new(),
            selected: 0,
        }
    }

    fn found(&self, scene: &Scene<'_>) -> Vec<(&'static Binding, SafeText)> {
        let wanted = self.filter.to_lowercase();
        let mut seen: Vec<&Msg> = vec![&Msg::Palette];
        let mut found = Vec::new();
        for place in [self.of, Place::Anywhere] {
            for binding in keys::of(place) {
                let words = scene.say(binding.does);
                // A number needs the number: it is no command to choose from a list.
                let is_numbered = place == Place::Boards && matches!(binding.msg, Msg::Part(_));
                // Nor is moving the selection, which the palette would hide.
                let is_moving = matches!(binding.msg, Msg::Up | Msg::Down);
                if is_numbered
                    || is_moving
                    || seen.contains(&&binding.msg)
                    || !words.as_str().to_lowercase().contains(&wanted)
                {
                    continue;
                }
                seen.push(&binding.msg);
                found.push((binding, words));
            }
        }
        found
    }
}

impl Layer for Palette {
    fn place(&self) -> Place {
        Place::Palette
    }

    fn typing(&self) -> Typing {
        Typing::Text
    }

    fn is_dialog(&self) -> bool {
        true
    }

    fn update(&mut self, msg: Msg, scene: &Scene<'_>) -> Option<Request> {
        let count = self.found(scene).len();
        match msg {
            Msg::Up => self.selected = list::moved(self.selected, -1, count),
            Msg::Down => self.selected = list::moved(self.selected, 1, count),
            Msg::Type(letter) if self.filter.chars().count() < 40 => {
                self.filter.push(letter);
                self.selected = 0;
            }
            Msg::Erase => {
                self.filter.pop();
                self.selected = 0;
            }
            Msg::Back => return Some(Request::Back),
            Msg::Enter => {
                let found = self.found(scene);
                let (binding, _) = found.get(self.selected)?;
                return Some(Request::Run(binding.msg.clone()));
            }
            _ => {}
        }
        None
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
        let theme = scene.theme;
        let rows = area.height.saturating_sub(2).min(24);
        let title = scene.say("keys-palette");
        let inner = pane::dialog(frame, area, 64, rows, &title, theme);
        let typed = SafeText::line(&self.filter);
        let line = if typed.is_empty() {
            Line::from(ink(&scene.say("play-type-to-filter"), theme.dim))
        } else {
            Line::from(ink(&typed, theme.strong))
        };
        frame
            .buffer_mut()
            .set_line(inner.x, inner.y, &line, inner.width);
        let inner = pane::below(inner, 2);
        let width = list::room(inner.width);
        let rows: Vec<Row> = self
            .found(scene)
            .iter()
            .map(|(binding, words)| {
                let key = SafeText::line(&binding.label());
                Row::line(ends(
                    vec![ink(&clip(words, width), Style::new())],
                    vec![ink(&key, theme.accent)],
                    width,
                ))
            })
            .collect();
        match list::draw(frame, inner, &rows, self.selected, Focus::Here, theme) {
            Some(cursor) => frame.set_cursor_position(cursor),
            None => frame.set_cursor_position(inner.as_position()),
        }
    }
}
