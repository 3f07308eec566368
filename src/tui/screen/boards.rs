//! The boards: one ledger each, a tab a board; beside it what there is to say of the selected row and what can be done.
//!
//! ```text
//!  80 columns            120 columns and more
//!  1 Trust  2 Map …      1 Trust  2 Map …
//!  board                 board            │ what is selected
//!  ─────────┬─────────                    │
//!  selected │ acts                        │ acts
//! ```
//!
//! What a board shows is told in [`crate::engine::view::board`], which also says how to add one; how it is drawn in
//! [`crate::tui::screen::board`].

mod places;

use std::cell::OnceCell;
use std::collections::BTreeMap;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::text::Span;

use crate::engine::view::ActionView;
use crate::engine::view::board;
use crate::engine::view::board::Board;
use crate::engine::view::board::BoardRow;
use crate::text::SafeText;
use crate::text::wrap;
use crate::tui::msg::Msg;
use crate::tui::msg::Place;
use crate::tui::piece::bar;
use crate::tui::piece::blanks;
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
use crate::tui::screen::actions;
use crate::tui::screen::actions::Actions;
use crate::tui::screen::board::Look;
use crate::tui::screen::board::drawing;
use crate::tui::screen::board::tint;
use crate::tui::screen::boards::places::Places;
use crate::tui::screen::plan::Plan;
use crate::tui::screen::share::Share;

/// The boards.
#[derive(Debug, Default)]
pub struct Boards {
    /// The word of the board that is open; the first there is if it is none of them.
    open: &'static str,
    /// Which row is selected on each board, and how it is looked at.
    selected: BTreeMap<&'static str, usize>,
    ways: BTreeMap<&'static str, usize>,
    /// Among the acts rather than on the board.
    among_acts: bool,
    act: usize,
    scroll: usize,
}

/// A board with its rows, as it is open now.
struct Open {
    board: &'static Board,
    rows: Vec<BoardRow>,
    selected: usize,
    way: usize,
}

impl Open {
    fn look(&self, among_acts: bool) -> Look<'_> {
        Look {
            rows: &self.rows,
            selected: self.selected,
            way: self.way,
            focus: if among_acts {
                Focus::Elsewhere
            } else {
                Focus::Here
            },
        }
    }

    fn row(&self) -> Option<&BoardRow> {
        self.rows.get(self.selected)
    }

    fn acts<'a>(&self, scene: &Scene<'a>) -> Vec<&'a ActionView> {
        let places = self
            .row()
            .map(|row| row.acts.as_slice())
            .unwrap_or_default();
        let acts = places.iter();
        let found = acts.filter_map(|place| scene.view.actions.get(*place));
        let mut found: Vec<&ActionView> = found.collect();
        if scene.together {
            found.sort_by_key(|action| action.seat);
        }
        found
    }
}

impl Boards {
    /// Opens the board with that word, if there is one.
    pub(crate) fn reopen(&mut self, word: &'static str) {
        self.open = word;
    }

    /// The word of the board that is open; empty if it is the first.
    pub(crate) fn word(&self) -> &'static str {
        self.open
    }

    fn open(&self, scene: &Scene<'_>) -> Option<Open> {
        let mut there = board::there(scene.view);
        let first = there.next()?;
        let board = std::iter::once(first)
            .chain(there)
            .find(|board| board.word == self.open)
            .unwrap_or(first);
        let rows = (board.rows)(scene.view, scene.words);
        let selected = self.selected.get(board.word).copied().unwrap_or(0);
        let selected = selected.min(rows.len().saturating_sub(1));
        let way = self.ways.get(board.word).copied().unwrap_or(0);
        Some(Open {
            board,
            rows,
            selected,
            way,
        })
    }

    fn turn_to(&mut self, place: usize, scene: &Scene<'_>) {
        if let Some(board) = board::there(scene.view).nth(place) {
            self.open = board.word;
            self.among_acts = false;
            self.act = 0;
            self.scroll = 0;
        }
    }

    fn turn_by(&mut self, by: usize, open: &Open, scene: &Scene<'_>) {
        let count = board::there(scene.view).count().max(1);
        let here = board::there(scene.view).position(|one| one.word == open.board.word);
        self.turn_to((here.unwrap_or(0) + by) % count, scene);
    }

    fn move_to(&mut self, open: &Open, scene: &Scene<'_>, to: impl Fn(usize, usize) -> usize) {
        self.scroll = 0;
        if self.among_acts {
            self.act = to(self.act, open.acts(scene).len());
        } else {
            let place = to(open.selected, open.rows.len());
            self.selected.insert(open.board.word, place);
            self.act = 0;
        }
    }

    /// What is said of the selected row, or of the selected act.
    fn page(&self, open: &Open, width: u16, scene: &Scene<'_>) -> Page {
        if self.among_acts
            && let Some(action) = open.acts(scene).get(self.act)
        {
            return act_page(action, width, scene);
        }
        row_page(open, width, scene)
    }

    fn scroll_by(&mut self, forward: bool, open: &Open, scene: &Scene<'_>) {
        let acts = open.acts(scene);
        let told = Told::new(open, &acts, scene);
        let places = Places::of(scene.area, |width| told.heights(width));
        let inner = pane::below(places.detail, 1);
        let furthest = self.page(open, inner.width, scene).furthest(inner.height);
        let step = usize::from(inner.height.saturating_sub(1)).max(1);
        self.scroll = if forward {
            (self.scroll + step).min(furthest)
        } else {
            self.scroll.saturating_sub(step)
        };
    }

    fn enter(&mut self, open: &Open, scene: &Scene<'_>) -> Option<Request> {
        let acts = open.acts(scene);
        if !self.among_acts {
            if acts.is_empty() {
                return Some(why(open, scene));
            }
            self.among_acts = true;
            self.act = 0;
            self.scroll = 0;
            return None;
        }
        let action = acts.get(self.act)?;
        Some(match scene.obstacle(action) {
            Some(obstacle) => Request::Say(obstacle.clone()),
            None => Request::Toggle(action.seat, action.act),
        })
    }
}

fn why(open: &Open, scene: &Scene<'_>) -> Request {
    match open.row().and_then(|row| row.subject) {
        Some(subject) => Request::Ask(Ask::Why(subject)),
        None => Request::Say(scene.say("play-why-of-what")),
    }
}

impl Layer for Boards {
    fn place(&self) -> Place {
        Place::Boards
    }

    fn update(&mut self, msg: Msg, scene: &Scene<'_>) -> Option<Request> {
        let Some(open) = self.open(scene) else {
            return matches!(msg, Msg::Back | Msg::Enter).then_some(Request::Back);
        };
        self.among_acts &= !open.acts(scene).is_empty();
        let look = open.look(self.among_acts);
        if !self.among_acts
            && let Some(request) = drawing(open.board).update(&msg, &look, scene)
        {
            return Some(request);
        }
        match msg {
            Msg::Left => self.turn_by(board::there(scene.view).count() - 1, &open, scene),
            Msg::Right => self.turn_by(1, &open, scene),
            Msg::Part(number) => self.turn_to(usize::from(number).saturating_sub(1), scene),
            Msg::Next | Msg::Previous => {
                self.among_acts = !self.among_acts && !open.acts(scene).is_empty();
                self.scroll = 0;
            }
            Msg::Up => self.move_to(&open, scene, |here, count| list::moved(here, -1, count)),
            Msg::Down => self.move_to(&open, scene, |here, count| list::moved(here, 1, count)),
            Msg::First => self.move_to(&open, scene, |_, _| 0),
            Msg::Last => self.move_to(&open, scene, |_, count| count.saturating_sub(1)),
            Msg::PageDown => self.scroll_by(true, &open, scene),
            Msg::PageUp => self.scroll_by(false, &open, scene),
            Msg::View => {
                let ways = drawing(open.board).ways().len().max(1);
                self.ways.insert(open.board.word, (open.way + 1) % ways);
            }
            Msg::Why => return Some(why(&open, scene)),
            Msg::Enter => return self.enter(&open, scene),
            Msg::Actions => return Some(Request::Open(Actions::default().into())),
            Msg::Share => return Some(Request::Open(Share::new(None, scene).into())),
            Msg::Plan => return Some(Request::Open(Plan::default().into())),
            Msg::Back if self.among_acts => self.among_acts = false,
            Msg::Back => return Some(Request::Back),
            _ => {}
        }
        None
    }

    fn next(&self, scene: &Scene<'_>) -> Option<SafeText> {
        let Some(open) = self.open(scene) else {
            return Some(scene.say("keys-do-back"));
        };
        let acts = open.acts(scene);
        if self.among_acts
            && let Some(action) = acts.get(self.act)
        {
            return Some(actions::next(action, scene));
        }
        let own = drawing(open.board).next(&open.look(false), scene);
        Some(own.unwrap_or_else(|| {
            scene.say(if acts.is_empty() {
                "boards-next-why"
            } else {
                "boards-next-acts"
            })
        }))
    }

    /// Most boards are shown in one way.
    fn answers(&self, msg: &Msg, scene: &Scene<'_>) -> bool {
        let has_ways = |open: Open| drawing(open.board).ways().len() > 1;
        *msg != Msg::View || self.open(scene).is_some_and(has_ways)
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
        let theme = scene.theme;
        let Some(open) = self.open(scene) else {
            let title = Title::new(scene.say("boards")).focused(true);
            let inner = pane::titled(frame, area, &title, theme);
            let mut page = Page::new(inner.width);
            page.say(&scene.say("boards-none"), theme.dim);
            page.draw(frame, inner, 0, theme);
            frame.set_cursor_position(inner.as_position());
            return;
        };
        let acts = open.acts(scene);
        let among_acts = self.among_acts && !acts.is_empty();
        let told = Told::new(&open, &acts, scene);
        let places = Places::of(area, |width| told.heights(width));
        tabs(frame, places.tabs, open.board, scene);
        let ways = drawing(open.board).ways();
        let badge = ways.get(open.way).map(|way| {
            let next = scene.say(ways[(open.way + 1) % ways.len()]);
            let args = [("view", scene.say(way).into()), ("next", next.into())];
            scene.fill("boards-view", &args)
        });
        let title = Title::new(scene.say(open.board.title))
            .badge(badge.unwrap_or_default())
            .focused(!among_acts);
        let inner = pane::titled(frame, places.board, &title, theme);
        let look = open.look(among_acts);
        let cursor = drawing(open.board).draw(frame, inner, &look, scene);
        if !among_acts {
            frame.set_cursor_position(cursor.unwrap_or_else(|| inner.as_position()));
        }
        for area in places.walls() {
            pane::wall(frame, area, theme);
        }
        let name = match (acts.get(self.act).filter(|_| among_acts), open.row()) {
            (Some(action), _) => action.label.clone(),
            (None, Some(row)) => row.name.clone(),
            (None, None) => scene.say(open.board.title),
        };
        let inner = pane::titled(frame, places.detail, &Title::new(name), theme);
        let act = acts.get(self.act).filter(|_| among_acts);
        match act.map(|action| act_page(action, inner.width, scene)) {
            Some(page) => page.draw(frame, inner, self.scroll, theme),
            None => told
                .page(inner.width)
                .draw(frame, inner, self.scroll, theme),
        }
        self.draw_acts(frame, places.acts, &told, among_acts);
    }
}

impl Boards {
    fn draw_acts(&self, frame: &mut Frame<'_>, area: Rect, told: &Told<'_>, focused: bool) {
        let scene = told.scene;
        let theme = scene.theme;
        let title = Title::new(scene.say("boards-do")).focused(focused);
        let inner = pane::titled(frame, area, &title, theme);
        if told.acts.is_empty() {
            let mut page = Page::new(inner.width.saturating_sub(1));
            page.say(&scene.say("boards-do-nothing"), theme.dim);
            page.draw(frame, inner, 0, theme);
            return;
        }
        let rows = told.rows(inner.width);
        let focus = if focused { Focus::Here } else { Focus::Nowhere };
        if let Some(cursor) = list::draw(frame, inner, rows, self.act, focus, theme) {
            frame.set_cursor_position(cursor);
        }
    }
}

/// What there is to say of the selected row and what can be done about it, laid out once a frame: where it is measured it has the
/// width in which it is drawn.
struct Told<'a> {
    open: &'a Open,
    acts: &'a [&'a ActionView],
    scene: &'a Scene<'a>,
    page: OnceCell<Page>,
    rows: OnceCell<Vec<Row>>,
}

impl<'a> Told<'a> {
    fn new(open: &'a Open, acts: &'a [&'a ActionView], scene: &'a Scene<'a>) -> Self {
        Self {
            open,
            acts,
            scene,
            page: OnceCell::new(),
            rows: OnceCell::new(),
        }
    }

    fn page(&self, width: u16) -> &Page {
        let page = || row_page(self.open, width, self.scene);
        self.page.get_or_init(page)
    }

    fn rows(&self, width: u16) -> &[Row] {
        let rows = || act_rows(self.acts, width, self.scene);
        self.rows.get_or_init(rows)
    }

    /// How many lines there are to say of the selected row, and how many its acts take.
    fn heights(&self, width: u16) -> (usize, usize) {
        let said = self.page(width).len();
        if self.acts.is_empty() {
            let text = self.scene.say("boards-do-nothing");
            let lines = wrap(&text, usize::from(width.saturating_sub(1)));
            return (said, lines.len());
        }
        (said, self.rows(width).iter().map(Row::height).sum())
    }
}

/// What is said of an act.
fn act_page(action: &ActionView, width: u16, scene: &Scene<'_>) -> Page {
    let mut page = Page::new(width.saturating_sub(1));
    actions::tell(&mut page, action, scene);
    page
}

/// What is said of the selected row, or of the board where there is none.
fn row_page(open: &Open, width: u16, scene: &Scene<'_>) -> Page {
    let theme = scene.theme;
    let mut page = Page::new(width.saturating_sub(1));
    let Some(row) = open.row() else {
        page.say(&scene.say(open.board.about), theme.dim);
        return page;
    };
    if !row.shown.is_empty() {
        let mut value = vec![ink(&row.shown, tint(row.tone, theme)), blanks(2)];
        value.extend(bar::change(row.change, row.better, theme));
        page.row(value);
    }
    for sentence in &row.says {
        page.say(sentence, Style::new());
    }
    page.gap();
    page.say(&scene.say(open.board.about), theme.dim);
    page
}

/// The acts in a list so wide, under their seats where several share a screen.
fn act_rows(acts: &[&ActionView], columns: u16, scene: &Scene<'_>) -> Vec<Row> {
    let width = list::room(columns);
    let mut rows: Vec<Row> = Vec::new();
    let mut above = None;
    for action in acts {
        if scene.together && above != Some(action.seat) {
            above = Some(action.seat);
            let title = scene.seat_title(action.seat);
            rows.push(Row::heading(Line::from(ink(&title, scene.theme.dim))));
        }
        rows.push(actions::whole_row(action, width, scene));
    }
    rows
}

/// The tabs, as many as fit around the one that is open.
fn tabs(frame: &mut Frame<'_>, area: Rect, open: &Board, scene: &Scene<'_>) {
    let theme = scene.theme;
    let there: Vec<&Board> = board::there(scene.view).collect();
    let here = there.iter().position(|board| board.word == open.word);
    let here = here.unwrap_or(0);
    let tabs: Vec<Vec<Span<'static>>> = there
        .iter()
        .enumerate()
        .map(|(place, board)| {
            let number = SafeText::from(i64::try_from(place + 1).unwrap_or(0));
            let (edges, style) = if place == here {
                (("[", "]"), theme.accent)
            } else {
                ((" ", " "), Style::new())
            };
            vec![
                mark(edges.0, style),
                ink(&number, theme.dim),
                blanks(1),
                ink(&scene.say(board.title), style),
                mark(edges.1, style),
            ]
        })
        .collect();
    let width = usize::from(area.width).saturating_sub(4);
    let wide = |from: usize, to: usize| -> usize {
        tabs[from..to].iter().map(|tab| bar::width(tab)).sum()
    };
    // The window grows from the open tab to whichever side still fits.
    let (mut from, mut to) = (here, here + 1);
    loop {
        if to < tabs.len() && wide(from, to + 1) <= width {
            to += 1;
        } else if from > 0 && wide(from - 1, to) <= width {
            from -= 1;
        } else {
            break;
        }
    }
    let mut spans = vec![mark(if from > 0 { "‹" } else { " " }, theme.accent)];
    spans.extend(tabs[from..to].iter().flatten().cloned());
    if to < tabs.len() {
        spans.push(mark("›", theme.accent));
    }
    frame.buffer_mut().set_line(
        area.x.saturating_sub(1),
        area.y,
        &Line::from(spans),
        area.width,
    );
}
