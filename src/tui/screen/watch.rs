//! The preview of a scenario that is being written: what a seat sees beside the whole truth, the MSEL, and what is wrong.
//!
//! ```text
//!  MSEL │ what a seat sees │ the truth        in a wide terminal; the MSEL takes the seat's place in a narrow one
//!  ─ problems ─────────────────────────
//! ```

use ratatui::Frame;
use ratatui::layout::Constraint;
use ratatui::layout::Layout;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::author::watch::InjectLine;
use crate::author::watch::Move;
use crate::author::watch::Problem;
use crate::author::watch::Shown;
use crate::author::watch::Told;
use crate::diag::Severity;
use crate::session::InjectStatus;
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
use crate::tui::request::Ask;
use crate::tui::request::Request;
use crate::tui::scene::Scene;
use crate::tui::screen::Layer;

/// From this width on the MSEL has a column of its own.
const WIDE: u16 = 110;

/// The parts of the screen, in the order of their numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Seat,
    Truth,
    Msel,
    Problems,
}

const PARTS: [Part; 4] = [Part::Seat, Part::Truth, Part::Msel, Part::Problems];

/// The preview.
#[derive(Debug)]
pub struct Watch {
    shown: Box<Shown>,
    part: Part,
    /// The selected row of the MSEL.
    inject: usize,
    /// How far each part is scrolled, by its place.
    scroll: [usize; 4],
}

/// Where each part is drawn; empty if it is not.
struct Areas {
    seat: Rect,
    truth: Rect,
    msel: Rect,
    problems: Rect,
}

impl Watch {
    /// The preview as it is now.
    pub fn new(shown: Box<Shown>) -> Self {
        Self {
            shown,
            part: Part::Seat,
            inject: 0,
            scroll: [0; 4],
        }
    }

    /// Takes over what there is to show now, and stays where one was reading if the exercise did.
    pub fn refresh(&mut self, shown: Box<Shown>) {
        let place = |shown: &Shown| {
            let view = shown.view.as_ref();
            view.map(|view| {
                (
                    view.turn,
                    view.step,
                    view.roles.first().map(|role| role.seat),
                )
            })
        };
        if place(&shown) != place(&self.shown) {
            self.scroll = [0; 4];
        }
        // What is selected is known by its id: an inject that is written above it moves it down.
        let selected = self
            .shown
            .injects
            .get(self.inject)
            .map(|line| line.word.clone());
        let now = shown
            .injects
            .iter()
            .position(|line| Some(&line.word) == selected.as_ref());
        self.inject = now
            .unwrap_or(self.inject)
            .min(shown.injects.len().saturating_sub(1));
        self.shown = shown;
    }

    fn areas(&self, area: Rect, scene: &Scene<'_>) -> Areas {
        let wanted = self.problems_page(area.width, scene).len();
        let wanted = u16::try_from(wanted).unwrap_or(u16::MAX);
        let most = if self.part == Part::Problems {
            area.height * 2 / 3
        } else {
            area.height / 3
        };
        let strip = wanted.clamp(1, most.max(2)) + 1;
        let [body, problems] =
            Layout::vertical([Constraint::Min(4), Constraint::Length(strip)]).areas(area);
        if area.width >= WIDE {
            let [msel, _, seat, _, truth] = Layout::horizontal([
                Constraint::Length(area.width / 4),
                Constraint::Length(3),
                Constraint::Fill(1),
                Constraint::Length(3),
                Constraint::Fill(1),
            ])
            .areas(body);
            return Areas {
                seat,
                truth,
                msel,
                problems,
            };
        }
        let [left, _, truth] = Layout::horizontal([
            Constraint::Fill(1),
            Constraint::Length(3),
            Constraint::Fill(1),
        ])
        .areas(body);
        let (seat, msel) = if self.part == Part::Msel {
            (Rect::ZERO, left)
        } else {
            (left, Rect::ZERO)
        };
        Areas {
            seat,
            truth,
            msel,
            problems,
        }
    }

    fn page(told: &[Told], width: u16, scene: &Scene<'_>) -> Page {
        let mut page = Page::new(width);
        for line in told {
            match line {
                Told::Heading(text) => page.heading(text, scene.theme),
                Told::Line(text) => page.say(text, Style::new()),
                Told::Aside(text) => page.say(text, scene.theme.dim),
            }
        }
        page
    }

    fn problems_page(&self, width: u16, scene: &Scene<'_>) -> Page {
        let mut page = Page::new(width);
        for note in &self.shown.notes {
            page.hang(vec![mark("> ", scene.theme.accent)], note, Style::new());
        }
        if self.shown.problems.is_empty() {
            page.say(&scene.say("watch-no-problems"), scene.theme.good);
        }
        for problem in &self.shown.problems {
            say_problem(&mut page, problem, scene);
        }
        page
    }

    /// The part that is read now, as wide and high as it is drawn.
    fn reading(&self, scene: &Scene<'_>) -> (Page, u16) {
        let areas = self.areas(scene.area, scene);
        let (told, area) = match self.part {
            Part::Seat => (&self.shown.seen, areas.seat),
            Part::Truth => (&self.shown.truth, areas.truth),
            Part::Msel | Part::Problems => {
                let area = pane::below(areas.problems, 1);
                return (self.problems_page(area.width, scene), area.height);
            }
        };
        let area = pane::below(area, 1);
        (Self::page(told, area.width, scene), area.height)
    }

    fn move_by(&mut self, by: isize, scene: &Scene<'_>) {
        if self.part == Part::Msel {
            self.inject = list::moved(self.inject, by, self.shown.injects.len());
            return;
        }
        let (page, height) = self.reading(scene);
        let scroll = &mut self.scroll[self.part as usize];
        *scroll = scroll.saturating_add_signed(by).min(page.furthest(height));
    }

    fn turn_to(&mut self, by: usize) {
        let here = PARTS
            .iter()
            .position(|part| *part == self.part)
            .unwrap_or(0);
        self.part = PARTS[(here + by) % PARTS.len()];
    }

    fn selected(&self) -> Option<&InjectLine> {
        self.shown.injects.get(self.inject)
    }
}

impl Layer for Watch {
    fn place(&self) -> Place {
        Place::Watch
    }

    fn update(&mut self, msg: Msg, scene: &Scene<'_>) -> Option<Request> {
        let page = isize::try_from(scene.area.height / 2).unwrap_or(1);
        let ask = |wanted| Some(Request::Ask(Ask::Preview(wanted)));
        match msg {
            Msg::Up => self.move_by(-1, scene),
            Msg::Down => self.move_by(1, scene),
            Msg::PageUp => self.move_by(-page, scene),
            Msg::PageDown => self.move_by(page, scene),
            Msg::First => self.move_by(isize::MIN, scene),
            Msg::Last => self.move_by(isize::MAX, scene),
            Msg::Next => self.turn_to(1),
            Msg::Previous => self.turn_to(PARTS.len() - 1),
            Msg::Part(number) => {
                if let Some(part) = usize::from(number)
                    .checked_sub(1)
                    .and_then(|at| PARTS.get(at))
                {
                    self.part = *part;
                }
            }
            Msg::Enter if self.part == Part::Msel => {
                return ask(Move::Jump(self.selected()?.inject));
            }
            Msg::Enter | Msg::Right => return ask(Move::Next),
            Msg::Left => return ask(Move::Back),
            Msg::View => return ask(Move::Seat),
            Msg::Reseed => return ask(Move::Reseed),
            Msg::Fire => return ask(Move::Fire(self.selected()?.inject)),
            Msg::Back => return Some(Request::Ask(Ask::Quit)),
            _ => {}
        }
        None
    }

    fn next(&self, scene: &Scene<'_>) -> Option<SafeText> {
        let key = if self.part == Part::Msel {
            "watch-jump"
        } else {
            "watch-next-step"
        };
        Some(scene.say(key))
    }

    fn answers(&self, msg: &Msg, _scene: &Scene<'_>) -> bool {
        let can_play = self.shown.view.is_some();
        match msg {
            Msg::Fire => self.part == Part::Msel && can_play,
            Msg::View => self.shown.seats > 1,
            Msg::Enter | Msg::Right | Msg::Left | Msg::Reseed => can_play,
            _ => true,
        }
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
        let theme = scene.theme;
        let areas = self.areas(area, scene);
        let seat = self.shown.view.as_ref().and_then(|view| view.roles.first());
        let title = Title::new(match seat {
            Some(role) => scene.fill("watch-seat", &[("seat", role.title.clone().into())]),
            None => scene.say("watch-preview"),
        });
        let title = title.number(1).focused(self.part == Part::Seat);
        let inner = pane::titled(frame, areas.seat, &title, theme);
        // Where the keys go; the selected row of the MSEL says so itself.
        let here = match self.part {
            Part::Seat => areas.seat,
            Part::Truth => areas.truth,
            Part::Msel => areas.msel,
            Part::Problems => areas.problems,
        };
        frame.set_cursor_position(pane::below(here, 1).as_position());
        if self.shown.view.is_none() && !inner.is_empty() {
            let mut page = Page::new(inner.width);
            page.say(&scene.say("watch-nothing-yet"), theme.warn);
            page.draw(frame, inner, 0, theme);
        } else {
            Self::page(&self.shown.seen, inner.width, scene).draw(
                frame,
                inner,
                self.scroll[0],
                theme,
            );
        }
        let title = Title::new(scene.say("watch-truth"))
            .number(2)
            .focused(self.part == Part::Truth);
        pane::wall(frame, areas.truth, theme);
        let inner = pane::titled(frame, areas.truth, &title, theme);
        Self::page(&self.shown.truth, inner.width, scene).draw(frame, inner, self.scroll[1], theme);
        self.draw_msel(frame, areas.msel, scene);
        if areas.msel.width > 0 && areas.seat.width > 0 {
            pane::wall(frame, areas.seat, theme);
        }
        let title = Title::new(scene.say("watch-problems")).badge(self.badge(scene));
        let title = title.number(4).focused(self.part == Part::Problems);
        let inner = pane::titled(frame, areas.problems, &title, theme);
        let page = self.problems_page(inner.width, scene);
        page.draw(frame, inner, self.scroll[3], theme);
    }
}

impl Watch {
    fn draw_msel(&self, frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
        if area.is_empty() {
            return;
        }
        let is_here = self.part == Part::Msel;
        let title = Title::new(scene.say("watch-msel"))
            .number(3)
            .focused(is_here);
        let inner = pane::titled(frame, area, &title, scene.theme);
        let width = list::room(inner.width);
        let rows: Vec<Row> = self
            .shown
            .injects
            .iter()
            .map(|line| inject_row(line, width, scene))
            .collect();
        let focus = if is_here {
            Focus::Here
        } else {
            Focus::Elsewhere
        };
        if let Some(cursor) = list::draw(frame, inner, &rows, self.inject, focus, scene.theme) {
            frame.set_cursor_position(cursor);
        }
    }

    /// Whether what is shown is what was saved, and how much is wrong with that.
    fn badge(&self, scene: &Scene<'_>) -> SafeText {
        let is_last_good = self.shown.is_stale && self.shown.view.is_some();
        let mut pieces = Vec::new();
        for (severity, key) in [
            (Severity::Error, "watch-errors"),
            (Severity::Warning, "watch-warnings"),
            (Severity::Advice, "watch-advice"),
        ] {
            let problems = self.shown.problems.iter();
            let count = problems.filter(|one| one.severity == severity).count();
            if count > 0 {
                pieces.push(scene.count(key, count));
            }
        }
        let state = if is_last_good {
            "watch-stale"
        } else {
            "watch-fresh"
        };
        pieces.push(scene.say(state));
        SafeText::joined(&pieces, " · ")
    }
}

fn say_problem(page: &mut Page, problem: &Problem, scene: &Scene<'_>) {
    let theme = scene.theme;
    let (sign, style) = match problem.severity {
        Severity::Error => ("x ", theme.bad),
        Severity::Warning => ("! ", theme.warn),
        Severity::Advice => ("· ", theme.dim),
    };
    // The place and the code stand before the message as its first words: a lead of their own would leave it a narrow column.
    let lead = SafeText::joined([&problem.place, &problem.code], " ");
    let whole = SafeText::joined([&lead, &problem.message], " ");
    let mut lines = wrap(&whole, page.width().saturating_sub(2)).into_iter();
    let first = lines.next().unwrap_or_default();
    let rest = first.as_str().strip_prefix(lead.as_str());
    page.row(match rest {
        Some(rest) => vec![
            mark(sign, style),
            ink(&problem.place, theme.strong),
            blanks(1),
            ink(&problem.code, theme.dim),
            ink(&SafeText::line(rest), Style::new()),
        ],
        None => vec![mark(sign, style), ink(&first, theme.strong)],
    });
    for line in lines {
        page.row(vec![blanks(2), ink(&line, Style::new())]);
    }
    for help in &problem.help {
        page.hang(vec![blanks(2)], help, theme.dim);
    }
}

fn inject_row(line: &InjectLine, width: usize, scene: &Scene<'_>) -> Row {
    let theme = scene.theme;
    let (from, to) = line.window;
    let to = to.min(scene.view.last_turn);
    let (sign, state, style) = match line.status {
        InjectStatus::Delivered { turn } => {
            let style = if line.is_now {
                theme.accent
            } else {
                theme.good
            };
            (
                glyph::DONE,
                scene.fill("watch-came", &[("turn", Arg::from(turn))]),
                style,
            )
        }
        InjectStatus::Cancelled => (glyph::BARRED, scene.say("watch-cancelled"), theme.dim),
        InjectStatus::Waiting => {
            let key = if from == to {
                "watch-window-one"
            } else {
                "watch-window"
            };
            let args = [("from", Arg::from(from)), ("to", Arg::from(to))];
            (glyph::OPEN, scene.fill(key, &args), theme.dim)
        }
    };
    let room = width.saturating_sub(state.width() + 3);
    let left = vec![
        mark(sign, style),
        blanks(1),
        ink(&clip(&line.word, room), Style::new()),
    ];
    Row::line(ends(left, vec![ink(&state, style)], width))
}
