//! The handbook: its sections, which typing searches, and the one that is selected.

use ratatui::Frame;
use ratatui::layout::Constraint;
use ratatui::layout::Layout;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use crate::author::handbook;
use crate::author::handbook::Kind;
use crate::author::handbook::Section;
use crate::text::SafeText;
use crate::text::clip;
use crate::tui::msg::Msg;
use crate::tui::msg::Place;
use crate::tui::piece::blanks;
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

/// The longest word that is looked for.
const LONGEST: usize = 40;

/// The handbook.
#[derive(Debug)]
pub struct Handbook {
    sections: Vec<Section>,
    /// The title of each page, by topic.
    titles: Vec<(String, SafeText)>,
    wanted: String,
    selected: usize,
    scroll: usize,
}

impl Handbook {
    /// The handbook at its first page.
    pub fn new(scene: &Scene<'_>) -> Self {
        let pages = handbook::pages(scene.words);
        Self {
            sections: pages.iter().flat_map(handbook::sections).collect(),
            titles: pages
                .into_iter()
                .map(|page| (page.topic, page.title))
                .collect(),
            wanted: String::new(),
            selected: 0,
            scroll: 0,
        }
    }

    /// The sections with the word that is looked for.
    fn found(&self) -> Vec<&Section> {
        let wanted = self.wanted.trim().to_lowercase();
        let has = |text: &str| text.to_lowercase().contains(&wanted);
        let all = self.sections.iter();
        all.filter(|section| wanted.is_empty() || has(section.title.as_str()) || has(&section.text))
            .collect()
    }

    fn page(&self, width: u16, scene: &Scene<'_>) -> Page {
        let theme = scene.theme;
        let mut page = Page::new(width);
        let found = self.found();
        let Some(section) = found.get(self.selected) else {
            page.say(&scene.say("handbook-nothing"), theme.dim);
            return page;
        };
        for line in handbook::lines(&section.text, page.width()) {
            let style = match line.kind {
                Kind::Heading(_) => theme.strong,
                Kind::Code => theme.dim,
                Kind::Text | Kind::Empty => Style::new(),
            };
            match line.kind {
                Kind::Empty => page.gap(),
                _ => page.row(vec![blanks(line.indent), ink(&line.text, style)]),
            }
        }
        page
    }

    fn areas(area: Rect) -> [Rect; 2] {
        let left = (area.width * 2 / 5).clamp(24, 44);
        let [left, _, right] = Layout::horizontal([
            Constraint::Length(left),
            Constraint::Length(3),
            Constraint::Min(0),
        ])
        .areas(area);
        [left, right]
    }

    fn select(&mut self, place: usize) {
        self.selected = place;
        self.scroll = 0;
    }

    fn scroll_by(&mut self, by: isize, scene: &Scene<'_>) {
        let [_, right] = Self::areas(scene.area);
        let right = pane::below(right, 1);
        let furthest = self.page(right.width, scene).furthest(right.height);
        self.scroll = self.scroll.saturating_add_signed(by).min(furthest);
    }
}

impl Layer for Handbook {
    fn place(&self) -> Place {
        Place::Handbook
    }

    fn typing(&self) -> Typing {
        Typing::Filter
    }

    fn update(&mut self, msg: Msg, scene: &Scene<'_>) -> Option<Request> {
        let count = self.found().len();
        let page = isize::try_from(scene.area.height.saturating_sub(3)).unwrap_or(1);
        match msg {
            Msg::Up => self.select(list::moved(self.selected, -1, count)),
            Msg::Down => self.select(list::moved(self.selected, 1, count)),
            Msg::First => self.select(0),
            Msg::Last => self.select(count.saturating_sub(1)),
            Msg::PageUp => self.scroll_by(-page, scene),
            Msg::PageDown | Msg::Enter => self.scroll_by(page, scene),
            // The key that begins a search elsewhere: here typing alone does.
            Msg::Type('/') if self.wanted.is_empty() => {}
            Msg::Type(letter) if self.wanted.chars().count() < LONGEST => {
                self.wanted.push(letter);
                self.select(0);
            }
            Msg::Erase => {
                self.wanted.pop();
                self.select(0);
            }
            Msg::Back if !self.wanted.is_empty() => {
                self.wanted.clear();
                self.select(0);
            }
            Msg::Back => return Some(Request::Back),
            _ => {}
        }
        None
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
        let theme = scene.theme;
        let [left, right] = Self::areas(area);
        let title = if self.wanted.is_empty() {
            scene.say("handbook-entry")
        } else {
            scene.fill("handbook-search", &[("word", self.wanted.as_str().into())])
        };
        let title = Title {
            badge: scene.say("handbook-type"),
            ..Title::new(title).focused(true)
        };
        let inner = pane::titled(frame, left, &title, theme);
        let width = list::room(inner.width);
        let found = self.found();
        let mut rows = Vec::new();
        let mut topic = "";
        for section in &found {
            if section.topic != topic {
                topic = &section.topic;
                let mut titles = self.titles.iter().filter(|(known, _)| known == topic);
                let title = titles
                    .next()
                    .map(|(_, title)| title.clone())
                    .unwrap_or_default();
                if !rows.is_empty() {
                    rows.push(Row::heading(Line::default()));
                }
                rows.push(Row::heading(Line::from(ink(
                    &clip(&title, width),
                    theme.dim,
                ))));
            }
            let is_first = self.titles.iter().any(|(_, title)| *title == section.title);
            let title = if is_first {
                scene.say("handbook-beginning")
            } else {
                section.title.clone()
            };
            rows.push(Row::line(Line::from(ink(
                &clip(&title, width),
                Style::new(),
            ))));
        }
        if let Some(cursor) = list::draw(frame, inner, &rows, self.selected, Focus::Here, theme) {
            frame.set_cursor_position(cursor);
        }
        pane::wall(frame, right, theme);
        let title = found
            .get(self.selected)
            .map(|section| section.title.clone())
            .unwrap_or_default();
        let inner = pane::titled(frame, right, &Title::new(title), theme);
        self.page(inner.width, scene)
            .draw(frame, inner, self.scroll, theme);
    }
}
