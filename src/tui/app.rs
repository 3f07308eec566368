//! The application: a stack of screens, what they look at, and what follows from what they ask for.
//!
//! It knows no terminal and no session: keys and replies come in, asks and frames go out.

mod flow;

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::engine::view::SeatView;
use crate::model::SeatId;
use crate::text::SafeText;
use crate::text::Words;
use crate::tui::chrome;
use crate::tui::draft::Draft;
use crate::tui::key::Key;
use crate::tui::keys;
use crate::tui::lists::Lists;
use crate::tui::msg::Msg;
use crate::tui::msg::Place;
use crate::tui::request::Ask;
use crate::tui::scene;
use crate::tui::scene::Scene;
use crate::tui::screen::Layer;
use crate::tui::screen::Screen;
use crate::tui::screen::Typing;
use crate::tui::screen::help::Help;
use crate::tui::screen::home::Home;
use crate::tui::screen::palette::Palette;
use crate::tui::settings::Settings;
use crate::tui::sweep;
use crate::tui::theme::Depth;
use crate::tui::theme::Theme;
use crate::tui::theme::ThemeName;

/// What the terminal and its user's environment are like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Environment {
    /// The theme where the settings leave it open.
    pub theme: ThemeName,
    pub depth: Depth,
    /// The locale has no more than ASCII.
    pub ascii: bool,
}

/// The application.
#[derive(Debug)]
pub struct App {
    world: World,
    screens: Vec<Screen>,
    /// The word of the board that was open last; none if none was.
    board: &'static str,
    /// What the status line says until the next key, and whether it is bad news.
    message: Option<(SafeText, bool)>,
    size: Rect,
    /// Something changed that a frame would show.
    dirty: bool,
}

/// What the screens look at.
#[derive(Debug)]
struct World {
    words: Arc<Words>,
    environment: Environment,
    settings: Settings,
    theme: Theme,
    lists: Lists,
    view: SeatView,
    /// An exercise is on.
    is_on: bool,
    draft: Draft,
    /// Seats held by people at this machine.
    people: Vec<SeatId>,
    /// All of them look at one screen.
    table: bool,
    /// Whose turn at the screen it is, by place in `people`.
    at: usize,
    /// Where seats seal one after another: whose turn it is.
    turn: Option<SeatId>,
    /// Who has seen this turn's Reveal.
    seen: BTreeSet<SeatId>,
    /// Who has read the role card.
    briefed: BTreeSet<SeatId>,
}

impl World {
    fn scene(&self, size: Rect) -> Scene<'_> {
        Scene {
            words: &self.words,
            theme: &self.theme,
            settings: &self.settings,
            lists: &self.lists,
            view: &self.view,
            draft: &self.draft,
            area: chrome::body(size),
            next_seat: self.next_seat(),
            turn: self.turn,
            together: self.view.purses.len() > 1,
        }
    }

    fn retheme(&mut self) {
        let name = self.settings.theme.unwrap_or(self.environment.theme);
        let ascii = self.settings.ascii || self.environment.ascii;
        self.theme = Theme::new(name, self.environment.depth, ascii);
    }
}

impl App {
    /// The application at its home screen, before anything is listed.
    pub fn new(words: Arc<Words>, environment: Environment, settings: Settings) -> Self {
        let mut world = World {
            words,
            environment,
            settings,
            theme: Theme::new(environment.theme, environment.depth, environment.ascii),
            lists: Lists::default(),
            view: scene::nothing(),
            is_on: false,
            draft: Draft::default(),
            people: Vec::new(),
            table: false,
            at: 0,
            turn: None,
            seen: BTreeSet::new(),
            briefed: BTreeSet::new(),
        };
        world.retheme();
        Self {
            world,
            screens: vec![Screen::Home(Home::default())],
            board: "",
            message: None,
            size: Rect::new(0, 0, 80, 24),
            dirty: true,
        }
    }

    /// Whether a frame would show something new; asking forgets it.
    pub fn take_dirty(&mut self) -> bool {
        std::mem::take(&mut self.dirty)
    }

    /// The terminal has another size, or must be drawn anew.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.size = Rect::new(0, 0, columns, rows);
        self.dirty = true;
    }

    /// What the screens look at now: for tests.
    pub fn scene(&self) -> Scene<'_> {
        self.world.scene(self.size)
    }

    /// The place of the screen on top.
    pub fn place(&self) -> Place {
        self.top().place()
    }

    /// A key was pressed; says what the world is asked for.
    pub fn key(&mut self, key: Key) -> Vec<Ask> {
        let quits = keys::binding(Place::Anywhere, key).is_some_and(|one| one.msg == Msg::Quit);
        if quits {
            return vec![Ask::Quit];
        }
        // Nobody should act on what cannot be read.
        if self.is_too_small() {
            return Vec::new();
        }
        let top = self.top();
        let typed = match (top.typing(), key) {
            (Typing::Filter, Key::Char('?' | ':')) | (Typing::Keys, _) => None,
            (_, Key::Char(letter)) => Some(Msg::Type(letter)),
            (_, Key::Backspace) => Some(Msg::Erase),
            (Typing::Text, Key::Delete) => Some(Msg::EraseNext),
            _ => None,
        };
        let bound = keys::binding(top.place(), key).map(|binding| binding.msg.clone());
        match typed.or(bound) {
            Some(msg) => self.happen(msg),
            None => Vec::new(),
        }
    }

    /// After how long the screen wants to be told that time has passed, if it moves by itself.
    pub fn pulse(&self) -> Option<Duration> {
        self.top().pulse()
    }

    /// Time has passed.
    pub fn tick(&mut self) -> Vec<Ask> {
        let scene = self.world.scene(self.size);
        let request = match self.screens.last_mut() {
            Some(screen) => screen.update(Msg::Tick, &scene),
            None => None,
        };
        self.dirty = true;
        match request {
            Some(request) => self.follow(request),
            None => Vec::new(),
        }
    }

    /// Text was pasted.
    pub fn paste(&mut self, text: String) -> Vec<Ask> {
        if self.is_too_small() || self.top().typing() != Typing::Text {
            return Vec::new();
        }
        self.happen(Msg::Paste(text))
    }

    /// Draws the whole frame and sweeps it.
    pub fn draw(&self, frame: &mut Frame<'_>) {
        let size = frame.area();
        let scene = self.world.scene(size);
        frame.buffer_mut().set_style(size, scene.theme.base);
        if size.width < chrome::LEAST.0 || size.height < chrome::LEAST.1 {
            chrome::draw_too_small(frame, &scene);
        } else {
            // Dialogs show what is below them; anything else hides it.
            let from = self
                .screens
                .iter()
                .rposition(|screen| !screen.is_dialog())
                .unwrap_or(0);
            for screen in &self.screens[from..] {
                screen.draw(frame, scene.area, &scene);
            }
            chrome::draw(frame, self.top(), &scene, self.message.as_ref());
        }
        sweep::sweep(frame.buffer_mut(), scene.theme.ascii);
    }

    fn is_too_small(&self) -> bool {
        self.size.width < chrome::LEAST.0 || self.size.height < chrome::LEAST.1
    }

    fn top(&self) -> &Screen {
        self.screens
            .last()
            .expect("the home screen is never taken off the stack")
    }

    /// Something happened: to everything, or to the screen on top.
    fn happen(&mut self, msg: Msg) -> Vec<Ask> {
        self.dirty = true;
        self.message = None;
        let place = self.top().place();
        let scene = self.world.scene(self.size);
        match msg {
            Msg::Quit => return vec![Ask::Quit],
            Msg::Help if place != Place::Help => {
                let help = Help::new(place, &scene);
                self.screens.push(Screen::Help(help));
                return Vec::new();
            }
            Msg::Palette if place != Place::Palette => {
                self.screens.push(Screen::Palette(Palette::new(place)));
                return Vec::new();
            }
            Msg::Console if place != Place::Console => {
                if self.world.is_on && place != Place::Field {
                    return vec![Ask::Console];
                }
                return Vec::new();
            }
            Msg::Pause if place == Place::Room => return self.pause(),
            _ => {}
        }
        let request = match self.screens.last_mut() {
            Some(screen) => screen.update(msg, &scene),
            None => None,
        };
        match request {
            Some(request) => self.follow(request),
            None => Vec::new(),
        }
    }
}
