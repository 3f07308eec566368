//! The handbook: its sections, which typing searches, and the one that is selected.

use std::ops::Range;

use ratatui::Frame;
use ratatui::layout::Constraint;
use ratatui::layout::Layout;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::text::Span;

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
/// Lines that are shown above the first place of that word.
const LEAD: usize = 3;

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
            if line.kind == Kind::Empty {
                page.gap();
                continue;
            }
            let mut row = vec![blanks(line.indent)];
            row.extend(self.lit(&line.text, style, scene));
            page.row(row);
        }
        page
    }

    /// A line with the word that is looked for in another ink.
    fn lit(&self, line: &SafeText, style: Style, scene: &Scene<'_>) -> Vec<Span<'static>> {
        let mut pieces = Vec::new();
        let mut rest = line.as_str();
        while let Some(Range { start, end }) = place_of(self.wanted.trim(), rest) {
            pieces.push(ink(&SafeText::line(&rest[..start]), style));
            let word = &SafeText::line(&rest[start..end]);
            pieces.push(ink(word, scene.theme.accent));
            rest = &rest[end..];
        }
        pieces.push(ink(&SafeText::line(rest), style));
        pieces
    }

    /// Goes to where the word that is looked for stands first in the selected section.
    fn show_word(&mut self, scene: &Scene<'_>) {
        let [_, right] = Self::areas(scene.area);
        let right = pane::below(right, 1);
        let page = self.page(right.width, scene);
        let found = self.found();
        let Some(section) = found.get(self.selected) else {
            return;
        };
        let lines = handbook::lines(&section.text, page.width());
        let first = lines
            .iter()
            .position(|line| place_of(self.wanted.trim(), line.text.as_str()).is_some());
        // With a few lines above it, so that one sees what it stands in.
        let first = first.unwrap_or(0).saturating_sub(LEAD);
        self.scroll = first.min(page.furthest(right.height));
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

    fn select(&mut self, place: usize, scene: &Scene<'_>) {
        self.selected = place;
        self.scroll = 0;
        self.show_word(scene);
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
            Msg::Up => self.select(list::moved(self.selected, -1, count), scene),
            Msg::Down => self.select(list::moved(self.selected, 1, count), scene),
            Msg::First => self.select(0, scene),
            Msg::Last => self.select(count.saturating_sub(1), scene),
            Msg::PageUp => self.scroll_by(-page, scene),
            Msg::PageDown | Msg::Enter => self.scroll_by(page, scene),
            // The key that begins a search elsewhere: here typing alone does.
            Msg::Type('/') if self.wanted.is_empty() => {}
            Msg::Type(letter) if self.wanted.chars().count() < LONGEST => {
                self.wanted.push(letter);
                self.select(0, scene);
            }
            Msg::Erase => {
                self.wanted.pop();
                self.select(0, scene);
            }
            Msg::Back if !self.wanted.is_empty() => {
                self.wanted.clear();
                self.select(0, scene);
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
        // Whoever types has found out, and needs the room for the word.
        let badge = if self.wanted.is_empty() {
            scene.say("handbook-type")
        } else {
            SafeText::empty()
        };
        let title = Title::new(title).badge(badge).focused(true);
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
        let cursor = list::draw(frame, inner, &rows, self.selected, Focus::Here, theme);
        frame.set_cursor_position(cursor.unwrap_or_else(|| inner.as_position()));
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

/// Where a word stands first in a line, in large letters or small ones.
fn place_of(word: &str, line: &str) -> Option<Range<usize>> {
    if word.is_empty() {
        return None;
    }
    let begins = |(start, _): &(usize, char)| {
        let part = line.get(*start..*start + word.len());
        part.is_some_and(|part| part.eq_ignore_ascii_case(word))
    };
    let (start, _) = line.char_indices().find(begins)?;
    Some(start..start + word.len())
}
