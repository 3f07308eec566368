//! Home: what was begun, what can be played, and the settings.
//!
//! ```text
//!  what can be chosen │ what it is
//! ```

use ratatui::Frame;
use ratatui::layout::Constraint;
use ratatui::layout::Layout;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use crate::model::scenario::Difficulty;
use crate::text::Arg;
use crate::text::SafeText;
use crate::text::clip;
use crate::tui::lists::ExerciseCard;
use crate::tui::lists::ScenarioCard;
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
use crate::tui::request::Ask;
use crate::tui::request::Request;
use crate::tui::scene::Scene;
use crate::tui::screen::Layer;
use crate::tui::screen::handbook::Handbook;
use crate::tui::screen::seats::Seats;
use crate::tui::screen::settings::SettingsScreen;

/// The first screen.
#[derive(Debug, Default)]
pub struct Home {
    selected: usize,
    scroll: usize,
}

/// What one row of the home screen stands for.
enum Entry<'a> {
    Exercise(&'a ExerciseCard),
    Scenario(&'a ScenarioCard),
    Handbook,
    Settings,
    Quit,
}

impl Layer for Home {
    fn place(&self) -> Place {
        Place::Home
    }

    fn update(&mut self, msg: Msg, scene: &Scene<'_>) -> Option<Request> {
        let entries = entries(scene);
        let go = |to: usize| to.min(entries.len().saturating_sub(1));
        match msg {
            Msg::Up => self.select(list::moved(self.selected, -1, entries.len())),
            Msg::Down => self.select(list::moved(self.selected, 1, entries.len())),
            Msg::First => self.select(0),
            Msg::Last => self.select(go(usize::MAX)),
            Msg::PageDown => {
                let [_, right] = columns(scene.area);
                let page = about(entries.get(self.selected)?, right.width, scene);
                let furthest = page.furthest(pane::below(right, 1).height);
                self.scroll = (self.scroll + usize::from(right.height / 2)).min(furthest);
            }
            Msg::PageUp => {
                self.scroll = self
                    .scroll
                    .saturating_sub(usize::from(scene.area.height / 2));
            }
            Msg::Settings => return Some(Request::Open(SettingsScreen::default().into())),
            Msg::Handbook => return Some(Request::Open(Handbook::new(scene).into())),
            Msg::Enter => {
                return Some(match entries.get(self.selected)? {
                    Entry::Exercise(exercise) => Request::Ask(Ask::Resume(exercise.path.clone())),
                    Entry::Scenario(card) => {
                        Request::Open(Seats::new(card, scene.lists.seed).into())
                    }
                    Entry::Handbook => Request::Open(Handbook::new(scene).into()),
                    Entry::Settings => Request::Open(SettingsScreen::default().into()),
                    Entry::Quit => Request::Ask(Ask::Quit),
                });
            }
            _ => {}
        }
        None
    }

    fn next(&self, scene: &Scene<'_>) -> Option<SafeText> {
        Some(match entries(scene).get(self.selected)? {
            Entry::Exercise(_) => scene.say("home-next-continue"),
            Entry::Scenario(_) => scene.say("home-next-play"),
            Entry::Handbook => scene.say("handbook-next"),
            Entry::Settings => scene.say("home-next-settings"),
            Entry::Quit => scene.say("home-next-quit"),
        })
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
        let theme = scene.theme;
        let [left, right] = columns(area);
        let entries = entries(scene);
        let inner = pane::titled(
            frame,
            left,
            &Title::new(scene.say("home-choose")).focused(true),
            theme,
        );
        let width = list::room(inner.width);
        let rows = rows(&entries, width, scene);
        if let Some(cursor) = list::draw(frame, inner, &rows, self.selected, Focus::Here, theme) {
            frame.set_cursor_position(cursor);
        }
        if right.is_empty() {
            return;
        }
        pane::wall(frame, right, theme);
        if let Some(entry) = entries.get(self.selected) {
            let title = match entry {
                Entry::Exercise(exercise) => exercise.title.clone(),
                Entry::Scenario(card) => card.title.clone(),
                Entry::Handbook => scene.say("handbook-entry"),
                Entry::Settings => scene.say("home-settings"),
                Entry::Quit => scene.say("home-quit"),
            };
            let inner = pane::titled(frame, right, &Title::new(title), theme);
            about(entry, inner.width, scene).draw(frame, inner, self.scroll, theme);
        }
    }
}

impl Home {
    fn select(&mut self, place: usize) {
        self.selected = place;
        self.scroll = 0;
    }
}

fn columns(area: Rect) -> [Rect; 2] {
    let left = (area.width * 2 / 5).clamp(26, 52);
    let [left, _, right] = Layout::horizontal([
        Constraint::Length(left),
        Constraint::Length(3),
        Constraint::Min(0),
    ])
    .areas(area);
    [left, right]
}

fn entries<'a>(scene: &Scene<'a>) -> Vec<Entry<'a>> {
    let lists = scene.lists;
    lists
        .unfinished
        .iter()
        .map(Entry::Exercise)
        .chain(lists.scenarios.iter().map(Entry::Scenario))
        .chain([Entry::Handbook, Entry::Settings, Entry::Quit])
        .collect()
}

fn rows(entries: &[Entry<'_>], width: usize, scene: &Scene<'_>) -> Vec<Row> {
    let theme = scene.theme;
    let mut rows: Vec<Row> = Vec::new();
    let mut section = "";
    for entry in entries {
        let now = match entry {
            Entry::Exercise(_) => "home-continue",
            Entry::Scenario(_) => "home-scenarios",
            Entry::Handbook | Entry::Settings | Entry::Quit => "home-settings",
        };
        if now != section {
            if !rows.is_empty() {
                rows.push(Row::heading(Line::default()));
            }
            if now != "home-settings" {
                rows.push(Row::heading(Line::from(ink(&scene.say(now), theme.dim))));
            }
            section = now;
        }
        rows.push(match entry {
            Entry::Exercise(exercise) => Row::new(vec![
                Line::from(ink(&clip(&exercise.title, width), theme.strong)),
                ends(
                    vec![ink(&exercise.state, theme.dim)],
                    vec![ink(&exercise.when, theme.dim)],
                    width,
                ),
            ]),
            Entry::Scenario(card) => Row::new(vec![
                Line::from(ink(&clip(&card.title, width), theme.strong)),
                ends(
                    vec![ink(&length(card, scene), theme.dim)],
                    vec![ink(&difficulty(card.difficulty, scene), theme.dim)],
                    width,
                ),
            ]),
            Entry::Handbook => {
                Row::line(Line::from(ink(&scene.say("handbook-entry"), Style::new())))
            }
            Entry::Settings => {
                Row::line(Line::from(ink(&scene.say("home-settings"), Style::new())))
            }
            Entry::Quit => Row::line(Line::from(ink(&scene.say("home-quit"), Style::new()))),
        });
    }
    rows
}

fn about(entry: &Entry<'_>, width: u16, scene: &Scene<'_>) -> Page {
    let theme = scene.theme;
    let mut page = Page::new(width);
    match entry {
        Entry::Exercise(exercise) => {
            page.say(&exercise.state, Style::new());
            page.say(&exercise.when, theme.dim);
            page.gap();
            page.say(&scene.say("home-continue-about"), Style::new());
        }
        Entry::Scenario(card) => {
            page.say(&card.tagline, theme.strong);
            page.gap();
            let facts = [
                length(card, scene),
                difficulty(card.difficulty, scene),
                scene.count("home-seats", card.seats.len()),
                scene.count("home-turns", usize::from(card.turns)),
            ];
            page.say(&SafeText::joined(&facts, " · "), theme.dim);
            if !card.content_note.is_empty() {
                page.heading(&scene.say("home-content-note"), theme);
                page.say(&card.content_note, Style::new());
            }
            page.gap();
            page.say(&card.summary, Style::new());
            if !card.learn.is_empty() {
                page.heading(&scene.say("home-learn"), theme);
                for point in &card.learn {
                    page.bullet(point, theme);
                }
            }
            page.heading(&scene.say("home-table"), theme);
            for seat in &card.seats {
                let both = [&seat.title, &seat.organisation];
                page.bullet(&SafeText::joined(both, " · "), theme);
            }
        }
        Entry::Handbook => page.say(&scene.say("handbook-entry-about"), Style::new()),
        Entry::Settings => page.say(&scene.say("home-settings-about"), Style::new()),
        Entry::Quit => page.say(&scene.say("home-quit-about"), Style::new()),
    }
    if scene.lists.scenarios.is_empty() && scene.lists.troubles.is_empty() {
        page.gap();
        page.say(&scene.say("home-loading"), theme.dim);
    }
    for trouble in &scene.lists.troubles {
        page.gap();
        page.say(trouble, theme.warn);
    }
    page
}

fn length(card: &ScenarioCard, scene: &Scene<'_>) -> SafeText {
    let (from, to) = card.minutes;
    if from == to {
        return scene.count("home-minutes", usize::from(from));
    }
    scene.fill(
        "home-minutes-range",
        &[("from", Arg::from(from)), ("to", Arg::from(to))],
    )
}

/// The catalogue's word for how hard a scenario is.
fn difficulty(difficulty: Difficulty, scene: &Scene<'_>) -> SafeText {
    scene.say(match difficulty {
        Difficulty::Introductory => "home-introductory",
        Difficulty::Intermediate => "home-intermediate",
        Difficulty::Advanced => "home-advanced",
    })
}
