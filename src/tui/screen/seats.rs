//! Seat choice: who sits where, and the content note before anything is shown.
//!
//! Moving the cursor moves one's own place; a seat marked with Space is a person's whatever the cursor does.

use std::collections::BTreeSet;

use ratatui::Frame;
use ratatui::layout::Constraint;
use ratatui::layout::Layout;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use crate::model::SeatId;
use crate::text::Arg;
use crate::text::SafeText;
use crate::text::clip;
use crate::tui::lists::Form;
use crate::tui::lists::ProfileCard;
use crate::tui::lists::ScenarioCard;
use crate::tui::lists::SeatCard;
use crate::tui::msg::Msg;
use crate::tui::msg::Place;
use crate::tui::piece::glyph;
use crate::tui::piece::ink;
use crate::tui::piece::list;
use crate::tui::piece::list::Focus;
use crate::tui::piece::list::Row;
use crate::tui::piece::mark;
use crate::tui::piece::page::Page;
use crate::tui::piece::pane;
use crate::tui::piece::pane::Title;
use crate::tui::request::Ask;
use crate::tui::request::Request;
use crate::tui::scene::Scene;
use crate::tui::screen::Layer;

/// Who sits where.
#[derive(Debug)]
pub struct Seats {
    card: ScenarioCard,
    selected: usize,
    /// Seats marked as held by people; empty means the one under the cursor.
    people: BTreeSet<SeatId>,
    /// Each seat's profile, by place in the list of profiles; `None` is the scenario's own wish.
    bots: Vec<Option<usize>>,
    table: bool,
    more: bool,
    seed: u64,
    scroll: usize,
}

impl Seats {
    /// The seats of a scenario.
    pub fn new(card: &ScenarioCard, seed: u64) -> Self {
        Self {
            bots: vec![None; card.seats.len()],
            card: card.clone(),
            selected: 0,
            people: BTreeSet::new(),
            table: false,
            more: false,
            seed,
            scroll: 0,
        }
    }

    /// Takes over a freshly drawn seed.
    pub fn reseed(&mut self, seed: u64) {
        self.seed = seed;
    }

    fn is_person(&self, place: usize) -> bool {
        let seat = self.card.seats.get(place).map(|seat| seat.seat);
        if self.people.is_empty() {
            return self.table || place == self.selected;
        }
        seat.is_some_and(|seat| self.people.contains(&seat))
    }

    fn form(&self, scene: &Scene<'_>) -> Form {
        let mut people = Vec::new();
        let mut bots = Vec::new();
        for (place, seat) in self.card.seats.iter().enumerate() {
            if self.is_person(place) {
                people.push(seat.seat);
            } else {
                let profile = self.profile(place, &scene.lists.profiles);
                let key = profile.map(|profile| profile.key.clone());
                bots.push((seat.seat, key.unwrap_or_default()));
            }
        }
        Form {
            scenario: self.card.key.clone(),
            seed: self.seed,
            table: self.table && people.len() > 1,
            people,
            bots,
        }
    }

    fn profile<'a>(&self, place: usize, profiles: &'a [ProfileCard]) -> Option<&'a ProfileCard> {
        let wish = self.card.seats.get(place)?.profile.as_deref();
        match self.bots.get(place).copied().flatten() {
            Some(chosen) => profiles.get(chosen),
            None => profiles
                .iter()
                .find(|profile| Some(profile.key.as_str()) == wish)
                .or_else(|| profiles.first()),
        }
    }

    fn turn_profile(&mut self, by: isize, profiles: &[ProfileCard]) {
        if profiles.is_empty() || self.is_person(self.selected) {
            return;
        }
        let now = self
            .profile(self.selected, profiles)
            .and_then(|profile| profiles.iter().position(|one| one.key == profile.key))
            .unwrap_or(0);
        let next = (now + profiles.len()).saturating_add_signed(by) % profiles.len();
        if let Some(slot) = self.bots.get_mut(self.selected) {
            *slot = Some(next);
        }
    }

    fn page(&self, width: u16, scene: &Scene<'_>) -> Page {
        let theme = scene.theme;
        let mut page = Page::new(width);
        if !self.card.content_note.is_empty() {
            page.say(&scene.say("home-content-note"), theme.warn);
            page.say(&self.card.content_note, Style::new());
            page.say(&scene.say("seat-content-skip"), theme.dim);
            page.gap();
        }
        let Some(seat) = self.card.seats.get(self.selected) else {
            return page;
        };
        page.say(&seat.organisation, theme.strong);
        page.gap();
        page.say(&seat.brief, Style::new());
        if !self.is_person(self.selected)
            && let Some(profile) = self.profile(self.selected, &scene.lists.profiles)
        {
            page.heading(&profile.name, theme);
            page.say(&profile.about, Style::new());
        }
        page
    }
}

impl Layer for Seats {
    fn place(&self) -> Place {
        Place::Seats
    }

    fn update(&mut self, msg: Msg, scene: &Scene<'_>) -> Option<Request> {
        let count = self.card.seats.len();
        match msg {
            Msg::Up => {
                self.selected = list::moved(self.selected, -1, count);
                self.scroll = 0;
            }
            Msg::Down => {
                self.selected = list::moved(self.selected, 1, count);
                self.scroll = 0;
            }
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
            Msg::Toggle => {
                let seat = self.card.seats.get(self.selected)?.seat;
                if !self.people.remove(&seat) {
                    self.people.insert(seat);
                }
            }
            Msg::Right => self.turn_profile(1, &scene.lists.profiles),
            Msg::Left => self.turn_profile(-1, &scene.lists.profiles),
            Msg::Table => self.table = !self.table,
            Msg::More => self.more = !self.more,
            Msg::Reseed => return Some(Request::Ask(Ask::Seed)),
            Msg::Back => return Some(Request::Back),
            Msg::Enter => return Some(Request::Ask(Ask::Start(self.form(scene)))),
            _ => {}
        }
        None
    }

    fn next(&self, scene: &Scene<'_>) -> Option<SafeText> {
        let form = self.form(scene);
        let first = self
            .card
            .seats
            .iter()
            .find(|seat| form.people.first() == Some(&seat.seat))?;
        Some(match form.people.len() {
            1 => scene.fill("seat-next-one", &[("seat", Arg::from(&first.title))]),
            count => scene.count("seat-next-many", count),
        })
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
        let theme = scene.theme;
        let [left, right] = columns(area);
        let title = Title::new(self.card.title.clone()).focused(true);
        let inner = pane::titled(frame, left, &title, theme);
        let width = list::room(inner.width);
        let rows: Vec<Row> = self
            .card
            .seats
            .iter()
            .enumerate()
            .map(|(place, seat)| self.row(place, seat, width, scene))
            .collect();
        let options = self.options(inner.width, scene);
        let tail = u16::try_from(options.len())
            .unwrap_or(0)
            .min(inner.height / 2);
        let [top, bottom] =
            Layout::vertical([Constraint::Min(0), Constraint::Length(tail)]).areas(inner);
        if let Some(cursor) = list::draw(frame, top, &rows, self.selected, Focus::Here, theme) {
            frame.set_cursor_position(cursor);
        }
        options.draw(frame, bottom, 0, theme);
        if right.is_empty() {
            return;
        }
        pane::wall(frame, right, theme);
        let title = self
            .card
            .seats
            .get(self.selected)
            .map(|seat| seat.title.clone())
            .unwrap_or_default();
        let inner = pane::titled(frame, right, &Title::new(title), theme);
        self.page(inner.width, scene)
            .draw(frame, inner, self.scroll, theme);
    }
}

impl Seats {
    fn row(&self, place: usize, seat: &SeatCard, width: usize, scene: &Scene<'_>) -> Row {
        let theme = scene.theme;
        let person = self.is_person(place);
        let who = if person && self.people.is_empty() && !self.table {
            scene.say("seat-you")
        } else if person {
            scene.say("seat-person")
        } else {
            let name = self
                .profile(place, &scene.lists.profiles)
                .map(|profile| profile.name.clone())
                .unwrap_or_default();
            scene.fill("seat-bot", &[("profile", Arg::from(name))])
        };
        let (sign, style) = if person {
            (glyph::PLANNED, theme.accent)
        } else {
            (glyph::OPEN, theme.dim)
        };
        Row::new(vec![
            Line::from(ink(&clip(&seat.title, width), theme.strong)),
            Line::from(vec![
                mark(sign, style),
                mark(" ", style),
                ink(&clip(&who, width.saturating_sub(2)), style),
            ]),
            Line::default(),
        ])
    }

    fn options(&self, width: u16, scene: &Scene<'_>) -> Page {
        let theme = scene.theme;
        let mut page = Page::new(width);
        let many = (0..self.card.seats.len())
            .filter(|place| self.is_person(*place))
            .count();
        if self.table {
            page.say(&scene.say("seat-table-on"), Style::new());
        } else if many > 1 {
            page.say(&scene.say("seat-curtain-on"), theme.dim);
        } else if self.card.seats.len() > 1 {
            page.say(&scene.say("seat-hint-more-people"), theme.dim);
        }
        if self.more {
            page.gap();
            let seed = SafeText::line(&self.seed.to_string());
            page.say(
                &scene.fill("seat-seed", &[("seed", Arg::from(seed))]),
                Style::new(),
            );
            page.say(&scene.say("seat-seed-about"), theme.dim);
        }
        page
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
