//! The standing actions: what a seat can do in any turn, by family, those of a kind in one row; typing narrows them.

mod fold;

use ratatui::Frame;
use ratatui::layout::Constraint;
use ratatui::layout::Layout;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use crate::engine::act::Act;
use crate::engine::view::ActionView;
use crate::model::SeatId;
use crate::model::family::Family;
use crate::text::Arg;
use crate::text::SafeText;
use crate::text::clip;
use crate::text::wrap;
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
use crate::tui::screen::actions::fold::Entry;
use crate::tui::screen::actions::fold::Verb;
use crate::tui::screen::actions::fold::common;
use crate::tui::screen::actions::fold::folded;
use crate::tui::screen::decision::family_spans;
use crate::tui::screen::decision::family_word;

/// The standing actions.
#[derive(Debug, Default)]
pub struct Actions {
    filter: String,
    /// The row of several that is open.
    open: Option<Verb>,
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
        found.sort_by_key(|action| (head(action, scene), action.obstacle.is_some()));
        found
    }

    /// The rows as they stand: those of a kind in one, but for what typing has found.
    fn entries<'a>(&self, scene: &Scene<'a>) -> Vec<Entry<'a>> {
        let found = self.found(scene);
        if self.filter.is_empty() {
            return folded(&found, self.open.as_ref());
        }
        let inside = false;
        let ones = found.into_iter();
        ones.map(|action| Entry::One { action, inside }).collect()
    }

    /// Opens a row of several, or closes it, and stays on it.
    fn turn_over(&mut self, verb: &Verb, scene: &Scene<'_>) {
        self.open = if self.open.as_ref() == Some(verb) {
            None
        } else {
            Some(verb.clone())
        };
        let entries = self.entries(scene);
        let here = entries
            .iter()
            .position(|entry| matches!(entry, Entry::Fold { verb: other, .. } if other == verb));
        self.select(here.unwrap_or(0));
    }

    fn select(&mut self, place: usize) {
        self.selected = place;
        self.scroll = 0;
    }

    fn jump(&mut self, forward: bool, scene: &Scene<'_>) {
        let found = self.entries(scene);
        let under = |entry: &Entry<'_>| head(entry.action(), scene);
        let Some(here) = found.get(self.selected).map(under) else {
            return;
        };
        let mut heads: Vec<_> = found.iter().map(under).collect();
        heads.dedup();
        let place = heads.iter().position(|one| *one == here).unwrap_or(0);
        let step = if forward { 1 } else { heads.len() - 1 };
        let next = heads[(place + step) % heads.len()];
        let first = found.iter().position(|entry| under(entry) == next);
        self.select(first.unwrap_or(0));
    }

    fn page(&self, width: u16, scene: &Scene<'_>) -> Page {
        let theme = scene.theme;
        let mut page = Page::new(width.saturating_sub(2));
        let entries = self.entries(scene);
        match entries.get(self.selected) {
            None => page.say(&scene.say("play-no-match"), theme.dim),
            Some(Entry::One { action, .. }) => {
                // What the title has no room for is said in full.
                if action.label.width() > usize::from(width) {
                    page.say(&action.label, theme.strong);
                    page.gap();
                }
                tell(&mut page, action, scene);
            }
            Some(Entry::Fold { members, .. }) => tell_all(&mut page, members, scene),
        }
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
        let count = self.entries(scene).len();
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
            // Whoever is used to begin a search with it finds the search begun.
            Msg::Type('/') if self.filter.is_empty() => {}
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
            Msg::Back => match self.open.clone() {
                Some(verb) => self.turn_over(&verb, scene),
                None => return Some(Request::Back),
            },
            Msg::Enter => {
                let entries = self.entries(scene);
                let entry = entries.get(self.selected)?;
                if let Entry::Fold { verb, .. } = entry {
                    self.turn_over(verb, scene);
                    return None;
                }
                let action = entry.action();
                if let Some(obstacle) = scene.obstacle(action) {
                    return Some(Request::Say(obstacle.clone()));
                }
                return Some(Request::Toggle(action.seat, action.act));
            }
            _ => {}
        }
        None
    }

    fn next(&self, scene: &Scene<'_>) -> Option<SafeText> {
        let entries = self.entries(scene);
        Some(match entries.get(self.selected)? {
            Entry::One { action, .. } => next(action, scene),
            Entry::Fold { is_open: true, .. } => scene.say("play-next-close"),
            Entry::Fold { .. } => scene.say("play-next-open"),
        })
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
        let theme = scene.theme;
        let [left, right] = columns(area);
        let entries = self.entries(scene);
        let title = Title::new(scene.say("play-actions"))
            .badge(scene.count("play-count", self.found(scene).len()))
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
        let mut above = None;
        for entry in &entries {
            let action = entry.action();
            let here = head(action, scene);
            if above != Some(here) {
                above = Some(here);
                let mut line = family_spans(action.family, scene);
                if let Some(seat) = here.0 {
                    line.push(blanks(1));
                    line.push(ink(&scene.seat_title(seat), theme.dim));
                }
                rows.push(Row::heading(Line::from(line)));
            }
            rows.push(match entry {
                Entry::One { action, inside } => row(action, *inside, width, scene),
                Entry::Fold {
                    members, is_open, ..
                } => row_of_several(members, *is_open, width, scene),
            });
        }
        let selected = self.selected.min(entries.len().saturating_sub(1));
        if let Some(cursor) = list::draw(frame, inner, &rows, selected, Focus::Here, theme) {
            frame.set_cursor_position(cursor);
        }
        if right.is_empty() {
            return;
        }
        pane::wall(frame, right, theme);
        let title = match entries.get(selected) {
            None => scene.say("play-actions"),
            Some(Entry::One { action, .. }) => action.label.clone(),
            Some(Entry::Fold { members, .. }) => common(members),
        };
        let inner = pane::titled(frame, right, &Title::new(title), theme);
        self.page(inner.width, scene)
            .draw(frame, inner, self.scroll, theme);
    }
}

/// What a row stands under: its seat, where several look at one screen, and its family.
fn head(action: &ActionView, scene: &Scene<'_>) -> (Option<SeatId>, Family) {
    (scene.together.then_some(action.seat), action.family)
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
    if let Some(obstacle) = scene.obstacle(action) {
        let text = scene.fill("decision-impossible", &[("why", Arg::from(obstacle))]);
        page.hang(
            vec![mark(glyph::BARRED, theme.warn), blanks(1)],
            &text,
            theme.warn,
        );
    }
    page.gap();
    page.say(&action.text, Style::new());
    if !action.forecasts.is_empty() {
        page.heading(&scene.say("play-forecast"), theme);
    }
    for forecast in &action.forecasts {
        page.say(forecast, Style::new());
    }
    if scene.draft.has(action.seat, action.act) {
        page.gap();
        page.say(&scene.say("play-in-plan"), theme.good);
    }
}

/// What several of a kind are: what is true of all of them, and which there are.
fn tell_all(page: &mut Page, members: &[&ActionView], scene: &Scene<'_>) {
    let theme = scene.theme;
    let Some(first) = members.first() else { return };
    let line = family_spans(first.family, scene);
    page.row(line);
    if scene.together {
        page.say(&scene.seat_title(first.seat), theme.dim);
    }
    page.gap();
    if members.iter().all(|action| action.text == first.text) {
        page.say(&first.text, Style::new());
    } else {
        let is_report = matches!(first.act, Act::Report { .. });
        let key = if is_report {
            "play-several-reports"
        } else {
            "play-several-differ"
        };
        page.say(&scene.say(key), Style::new());
    }
    page.gap();
    for action in members {
        let (sign, style, words) = sign(action, scene);
        page.hang(vec![mark(sign, style), blanks(1)], &action.label, words);
    }
}

/// What Enter does with a standing action, in words.
pub(crate) fn next(action: &ActionView, scene: &Scene<'_>) -> SafeText {
    scene.say(match scene.obstacle(action) {
        Some(_) => "decision-next-why-not",
        None if scene.draft.has(action.seat, action.act) => "play-next-remove",
        None => "play-next-add",
    })
}

/// Whether an action is planned or barred, and how it is written.
fn sign(action: &ActionView, scene: &Scene<'_>) -> (&'static str, Style, Style) {
    let theme = scene.theme;
    let planned = scene.draft.has(action.seat, action.act);
    match (scene.obstacle(action), planned) {
        (_, true) => (glyph::PLANNED, theme.good, theme.strong),
        (Some(_), _) => (glyph::BARRED, theme.dim, theme.dim),
        (None, _) => (glyph::OPEN, theme.dim, Style::new()),
    }
}

/// Several of a kind in one row: what their names have in common, and how many there are.
fn row_of_several(members: &[&ActionView], is_open: bool, width: usize, scene: &Scene<'_>) -> Row {
    let theme = scene.theme;
    let is_planned = |action: &&&ActionView| scene.draft.has(action.seat, action.act);
    let planned = members.iter().find(is_planned);
    let possible = members
        .iter()
        .find(|action| scene.obstacle(action).is_none());
    let shown = planned.or(possible).or(members.first());
    let (_, style, words) = shown.map_or_else(
        || (glyph::OPEN, theme.dim, Style::new()),
        |action| sign(action, scene),
    );
    let sign = if is_open {
        glyph::UNFOLDED
    } else {
        glyph::FOLDED
    };
    let count = scene.count("play-several", members.len());
    Row::line(ends(
        vec![mark(sign, style), blanks(1), ink(&common(members), words)],
        vec![ink(&count, theme.dim)],
        width,
    ))
}

/// One standing action in a list: whether it is planned or barred, its name, its cost.
pub(crate) fn row(action: &ActionView, inside: bool, width: usize, scene: &Scene<'_>) -> Row {
    let theme = scene.theme;
    let (sign, style, words) = sign(action, scene);
    let lead = if inside { 2 } else { 0 };
    Row::line(ends(
        vec![
            blanks(lead),
            mark(sign, style),
            blanks(1),
            ink(&action.label, words),
        ],
        vec![ink(&short_cost(action.hours, action.capital), theme.dim)],
        width,
    ))
}

/// The same with the whole of its name, in as many lines as it takes.
pub(crate) fn whole_row(action: &ActionView, width: usize, scene: &Scene<'_>) -> Row {
    let theme = scene.theme;
    let (sign, style, words) = sign(action, scene);
    let cost = short_cost(action.hours, action.capital);
    let room = width.saturating_sub(cost.width() + 3).max(8);
    let mut pieces = wrap(&action.label, room).into_iter();
    let first = pieces.next().unwrap_or_else(SafeText::empty);
    let mut lines = vec![ends(
        vec![mark(sign, style), blanks(1), ink(&first, words)],
        vec![ink(&cost, theme.dim)],
        width,
    )];
    lines.extend(pieces.map(|piece| Line::from(vec![blanks(2), ink(&piece, words)])));
    Row::new(lines)
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
