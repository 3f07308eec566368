//! Help: the keys of the screen one came from, and the glossary, which typing searches.

use ratatui::Frame;
use ratatui::layout::Constraint;
use ratatui::layout::Layout;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use crate::text::SafeText;
use crate::text::clip;
use crate::text::glossary;
use crate::text::glossary::Entry;
use crate::tui::keys;
use crate::tui::keys::Binding;
use crate::tui::msg::Msg;
use crate::tui::msg::Place;
use crate::tui::piece::blanks;
use crate::tui::piece::fitted;
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
use crate::tui::screen::Typing;

/// Help for a screen.
#[derive(Debug)]
pub struct Help {
    of: Place,
    /// The glossary rather than the keys.
    terms: bool,
    entries: Vec<Entry>,
    wanted: String,
    selected: usize,
    scroll: usize,
}

impl Help {
    /// Help for the screen one comes from.
    pub fn new(of: Place, scene: &Scene<'_>) -> Self {
        Self {
            of,
            terms: false,
            entries: glossary::all(scene.words),
            wanted: String::new(),
            selected: 0,
            scroll: 0,
        }
    }

    fn found(&self) -> Vec<&Entry> {
        let wanted = self.wanted.trim().to_lowercase();
        let has = |text: &SafeText| text.as_str().to_lowercase().contains(&wanted);
        let named = |entry: &&Entry| has(&entry.term) || entry.also.iter().any(has);
        // Names first, then texts that only mention it.
        let mut found: Vec<&Entry> = self.entries.iter().filter(named).collect();
        found.extend(
            self.entries
                .iter()
                .filter(|entry| !named(entry) && has(&entry.text)),
        );
        found
    }

    fn keys_page(&self, width: u16, scene: &Scene<'_>) -> Page {
        let theme = scene.theme;
        let mut page = Page::new(width);
        page.say(&scene.say("help-about"), Style::new());
        for place in [self.of, Place::Anywhere] {
            page.heading(&scene.say(place.title()), theme);
            let bindings: Vec<&Binding> = keys::of(place).collect();
            // Keys that stand together and do the same are one line.
            for alike in bindings.chunk_by(|one, next| one.does == next.does) {
                let binding = alike[0];
                let keys: Vec<SafeText> = alike
                    .iter()
                    .flat_map(|binding| binding.keys)
                    .map(|key| SafeText::line(&key.to_string()))
                    .collect();
                let label = SafeText::joined(&keys, ", ");
                let lead = vec![
                    fitted(&label, 16.max(label.width()), theme.strong),
                    blanks(1),
                ];
                page.hang(lead, &scene.say(binding.does), Style::new());
            }
        }
        page.heading(&scene.say("help-signs"), theme);
        for sign in [
            "help-sign-open",
            "help-sign-planned",
            "help-sign-done",
            "help-sign-barred",
            "help-sign-change",
            "help-sign-bar",
        ] {
            page.bullet(&scene.say(sign), theme);
        }
        page
    }

    fn entry_page(&self, width: u16, scene: &Scene<'_>) -> Page {
        let theme = scene.theme;
        let mut page = Page::new(width);
        let found = self.found();
        let Some(entry) = found.get(self.selected) else {
            page.say(&scene.say("help-no-term"), theme.dim);
            return page;
        };
        page.say(&entry.term, theme.strong);
        page.say(&SafeText::joined(&entry.also, ", "), theme.dim);
        page.gap();
        page.say(&entry.text, Style::new());
        if let Some(source) = &entry.source {
            page.gap();
            page.say(source, theme.dim);
        }
        page
    }

    fn scroll_to(&mut self, by: isize, scene: &Scene<'_>) {
        let inner = pane::below(scene.area, 1);
        let furthest = self.keys_page(inner.width, scene).furthest(inner.height);
        self.scroll = self.scroll.saturating_add_signed(by).min(furthest);
    }
}

impl Layer for Help {
    fn place(&self) -> Place {
        Place::Help
    }

    fn typing(&self) -> Typing {
        if self.terms {
            Typing::Filter
        } else {
            Typing::Keys
        }
    }

    fn update(&mut self, msg: Msg, scene: &Scene<'_>) -> Option<Request> {
        let page = usize::from(scene.area.height.saturating_sub(3)).cast_signed();
        match msg {
            Msg::Next | Msg::Previous => {
                self.terms = !self.terms;
                self.scroll = 0;
            }
            Msg::Back if self.terms && !self.wanted.is_empty() => self.wanted.clear(),
            Msg::Back | Msg::Enter | Msg::Help => return Some(Request::Back),
            Msg::Type(letter) if self.terms && self.wanted.chars().count() < 40 => {
                self.wanted.push(letter);
                self.selected = 0;
            }
            Msg::Erase => {
                self.wanted.pop();
                self.selected = 0;
            }
            Msg::Up | Msg::Down | Msg::PageUp | Msg::PageDown => {
                let by = match msg {
                    Msg::Up => -1,
                    Msg::Down => 1,
                    Msg::PageUp => -page,
                    _ => page,
                };
                if self.terms {
                    self.selected = list::moved(self.selected, by, self.found().len());
                } else {
                    self.scroll_to(by, scene);
                }
            }
            _ => {}
        }
        None
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
        let theme = scene.theme;
        let badge = scene.say(if self.terms {
            "help-to-keys"
        } else {
            "help-to-terms"
        });
        if !self.terms {
            let title = Title::new(scene.say("help-keys"))
                .badge(badge)
                .focused(true);
            let inner = pane::titled(frame, area, &title, theme);
            self.keys_page(inner.width, scene)
                .draw(frame, inner, self.scroll, theme);
            frame.set_cursor_position(inner.as_position());
            return;
        }
        let left = (area.width / 3).clamp(22, 40);
        let [left, _, right] = Layout::horizontal([
            Constraint::Length(left),
            Constraint::Length(3),
            Constraint::Min(0),
        ])
        .areas(area);
        let inner = pane::titled(
            frame,
            left,
            &Title::new(scene.say("help-terms")).focused(true),
            theme,
        );
        let typed = SafeText::line(&self.wanted);
        let line = if typed.is_empty() {
            Line::from(ink(
                &clip(&scene.say("help-search"), usize::from(inner.width)),
                theme.dim,
            ))
        } else {
            Line::from(ink(&typed, theme.strong))
        };
        frame
            .buffer_mut()
            .set_line(inner.x, inner.y, &line, inner.width);
        let inner = pane::below(inner, 1);
        let width = list::room(inner.width);
        let rows: Vec<Row> = self
            .found()
            .iter()
            .map(|entry| Row::line(Line::from(ink(&clip(&entry.term, width), Style::new()))))
            .collect();
        match list::draw(frame, inner, &rows, self.selected, Focus::Here, theme) {
            Some(cursor) => frame.set_cursor_position(cursor),
            None => frame.set_cursor_position(inner.as_position()),
        }
        pane::wall(frame, right, theme);
        let inner = pane::titled(
            frame,
            right,
            &Title::new(SafeText::empty()).badge(badge),
            theme,
        );
        self.entry_page(inner.width, scene)
            .draw(frame, inner, 0, theme);
    }
}
