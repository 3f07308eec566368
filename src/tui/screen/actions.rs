//! The standing actions: what a seat can do in any turn, by family; typing narrows them.

use ratatui::Frame;
use ratatui::layout::Constraint;
use ratatui::layout::Layout;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use crate::engine::view::ActionView;
use crate::model::family::Family;
use crate::text::Arg;
use crate::text::SafeText;
use crate::text::clip;
use crate::tui::msg::Msg;
use crate::tui::msg::Place;
use crate::tui::piece::blanks;
use crate::tui::piece::ends;
use crate::tui::piece::glyph;
use crate::tui::piece::ink;
use crate::tui::piece::list;
use crate::tui::piece::list::Focus;
use crate::tui::piece::list::Row;
use crate::tui::piece::mark;
use crate::tui::piece::page::Page;
use crate::tui::piece::pane;
use crate::tui::piece::pane::Title;
use crate::tui::request::Request;
use crate::tui::scene::Scene;
use crate::tui::screen::Layer;
use crate::tui::screen::Typing;
use crate::tui::screen::decision::family_spans;
use crate::tui::screen::decision::family_word;

/// The standing actions.
#[derive(Debug, Default)]
pub struct Actions {
    filter: String,
    selected: usize,
    scroll: usize,
}

/// The longest filter.
const LONGEST: usize = 40;

impl Actions {
    /// The actions that match, by family, possible ones first.
    fn found<'a>(&self, scene: &Scene<'a>) -> Vec<&'a ActionView> {
        let wanted = self.filter.to_lowercase();
        let mut found: Vec<&ActionView> = scene
            .view
            .actions
            .iter()
            .filter(|action| {
                let family = scene.say(family_word(action.family));
                [&action.label, &action.text, &family]
                    .iter()
                    .any(|text| text.as_str().to_lowercase().contains(&wanted))
            })
            .collect();
        found.sort_by_key(|action| (action.family, action.obstacle.is_some()));
        found
    }

    fn select(&mut self, place: usize) {
        self.selected = place;
        self.scroll = 0;
    }

    fn jump(&mut self, forward: bool, scene: &Scene<'_>) {
        let found = self.found(scene);
        let Some(here) = found.get(self.selected).map(|action| action.family) else {
            return;
        };
        let others = |family: &Family| found.iter().position(|one| one.family == *family);
        let mut families: Vec<Family> = found.iter().map(|one| one.family).collect();
        families.dedup();
        let place = families
            .iter()
            .position(|family| *family == here)
            .unwrap_or(0);
        let step = if forward { 1 } else { families.len() - 1 };
        let next = families[(place + step) % families.len()];
        self.select(others(&next).unwrap_or(0));
    }

    fn page(&self, width: u16, scene: &Scene<'_>) -> Page {
        let theme = scene.theme;
        let mut page = Page::new(width.saturating_sub(2));
        let found = self.found(scene);
        let Some(action) = found.get(self.selected) else {
            page.say(&scene.say("play-no-match"), theme.dim);
            return page;
        };
        tell(&mut page, action, scene);
        page
    }
}

impl Layer for Actions {
    fn place(&self) -> Place {
        Place::Actions
    }

    fn typing(&self) -> Typing {
        Typing::Filter
    }

    fn update(&mut self, msg: Msg, scene: &Scene<'_>) -> Option<Request> {
        let count = self.found(scene).len();
        self.selected = self.selected.min(count.saturating_sub(1));
        match msg {
            Msg::Up => self.select(list::moved(self.selected, -1, count)),
            Msg::Down => self.select(list::moved(self.selected, 1, count)),
            Msg::First => self.select(0),
            Msg::Last => self.select(count.saturating_sub(1)),
            Msg::Next => self.jump(true, scene),
            Msg::Previous => self.jump(false, scene),
            Msg::PageDown => {
                let [_, right] = columns(scene.area);
                let inner = pane::below(right, 1);
                let furthest = self.page(inner.width, scene).furthest(inner.height);
                self.scroll = (self.scroll + usize::from(inner.height / 2)).min(furthest);
            }
            Msg::PageUp => {
                self.scroll = self
                    .scroll
                    .saturating_sub(usize::from(scene.area.height / 2));
            }
            Msg::Type(letter) if self.filter.chars().count() < LONGEST => {
                self.filter.push(letter);
                self.select(0);
            }
            Msg::Erase => {
                self.filter.pop();
                self.select(0);
            }
            Msg::Back if !self.filter.is_empty() => {
                self.filter.clear();
                self.select(0);
            }
            Msg::Back => return Some(Request::Back),
            Msg::Enter => {
                let found = self.found(scene);
                let action = found.get(self.selected)?;
                if let Some(obstacle) = &action.obstacle {
                    return Some(Request::Say(obstacle.clone()));
                }
                return Some(Request::Toggle(action.seat, action.act));
            }
            _ => {}
        }
        None
    }

    fn next(&self, scene: &Scene<'_>) -> Option<SafeText> {
        let found = self.found(scene);
        let action = found.get(self.selected)?;
        Some(next(action, scene))
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
        let theme = scene.theme;
        let [left, right] = columns(area);
        let found = self.found(scene);
        let title = Title::new(scene.say("play-actions"))
            .badge(scene.count("play-count", found.len()))
            .focused(true);
        let inner = pane::titled(frame, left, &title, theme);
        let field = Rect {
            height: inner.height.min(1),
            ..inner
        };
        let typed = SafeText::line(&self.filter);
        let line = if typed.is_empty() {
            Line::from(ink(
                &clip(&scene.say("play-type-to-filter"), usize::from(field.width)),
                theme.dim,
            ))
        } else {
            Line::from(vec![
                ink(&scene.say("play-filter"), theme.dim),
                blanks(1),
                ink(&typed, theme.strong),
            ])
        };
        frame
            .buffer_mut()
            .set_line(field.x, field.y, &line, field.width);
        let inner = pane::below(inner, 1);
        let width = list::room(inner.width);
        let mut rows = Vec::new();
        let mut family = None;
        for action in &found {
            if family != Some(action.family) {
                family = Some(action.family);
                rows.push(Row::heading(Line::from(family_spans(action.family, scene))));
            }
            rows.push(row(action, width, scene));
        }
        let selected = self.selected.min(found.len().saturating_sub(1));
        if let Some(cursor) = list::draw(frame, inner, &rows, selected, Focus::Here, theme) {
            frame.set_cursor_position(cursor);
        }
        if right.is_empty() {
            return;
        }
        pane::wall(frame, right, theme);
        let title = found
            .get(selected)
            .map_or_else(|| scene.say("play-actions"), |action| action.label.clone());
        let inner = pane::titled(frame, right, &Title::new(title), theme);
        self.page(inner.width, scene)
            .draw(frame, inner, self.scroll, theme);
    }
}

/// What a standing action is: family, cost, obstacle, text, forecast, and whether it is planned.
pub(crate) fn tell(page: &mut Page, action: &ActionView, scene: &Scene<'_>) {
    let theme = scene.theme;
    let mut line = family_spans(action.family, scene);
    line.push(blanks(2));
    line.push(ink(&scene.cost(action.hours, action.capital), theme.dim));
    page.row(line);
    if scene.together {
        page.say(&scene.seat_title(action.seat), theme.dim);
    }
    if let Some(obstacle) = &action.obstacle {
        let text = scene.fill("decision-impossible", &[("why", Arg::from(obstacle))]);
        page.hang(
            vec![mark(glyph::BARRED, theme.warn), blanks(1)],
            &text,
            theme.warn,
        );
    }
    page.gap();
    page.say(&action.text, Style::new());
    if !action.forecast.is_empty() {
        page.heading(&scene.say("play-forecast"), theme);
        page.say(&action.forecast, Style::new());
    }
    if scene.draft.has(action.seat, action.act) {
        page.gap();
        page.say(&scene.say("play-in-plan"), theme.good);
    }
}

/// What Enter does with a standing action, in words.
pub(crate) fn next(action: &ActionView, scene: &Scene<'_>) -> SafeText {
    scene.say(match &action.obstacle {
        Some(_) => "decision-next-why-not",
        None if scene.draft.has(action.seat, action.act) => "play-next-remove",
        None => "play-next-add",
    })
}

/// One standing action in a list: whether it is planned or barred, its name, its cost.
pub(crate) fn row(action: &ActionView, width: usize, scene: &Scene<'_>) -> Row {
    let theme = scene.theme;
    let planned = scene.draft.has(action.seat, action.act);
    let (sign, style, words) = match (&action.obstacle, planned) {
        (_, true) => (glyph::PLANNED, theme.good, theme.strong),
        (Some(_), _) => (glyph::BARRED, theme.dim, theme.dim),
        (None, _) => (glyph::OPEN, theme.dim, Style::new()),
    };
    Row::line(ends(
        vec![mark(sign, style), blanks(1), ink(&action.label, words)],
        vec![ink(&short_cost(action.hours, action.capital), theme.dim)],
        width,
    ))
}

/// A cost in as few columns as can be: `2h 1◆`.
fn short_cost(hours: i32, capital: i32) -> SafeText {
    SafeText::line(&match (hours, capital) {
        (0, 0) => String::new(),
        (hours, 0) => format!("{hours}h"),
        (0, capital) => format!("{capital}{}", glyph::CAPITAL),
        _ => format!("{hours}h {capital}{}", glyph::CAPITAL),
    })
}

fn columns(area: Rect) -> [Rect; 2] {
    let left = (area.width / 2).clamp(30, 60);
    let [left, _, right] = Layout::horizontal([
        Constraint::Length(left),
        Constraint::Length(3),
        Constraint::Min(0),
    ])
    .areas(area);
    [left, right]
}
