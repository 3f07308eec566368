//! A decision: the question above, the choices on the left, the selected choice and its three advisers on the right.

use ratatui::Frame;
use ratatui::layout::Constraint;
use ratatui::layout::Layout;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::text::Span;

use crate::engine::view::ChoiceView;
use crate::engine::view::DecisionView;
use crate::model::DecisionId;
use crate::model::family::Family;
use crate::text::Arg;
use crate::text::SafeText;
use crate::text::clip;
use crate::text::wrap;
use crate::tui::msg::Msg;
use crate::tui::msg::Place;
use crate::tui::piece::blanks;
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
use crate::tui::screen::field::Field;

/// A decision of one seat.
#[derive(Debug)]
pub struct Decision {
    about: DecisionId,
    selected: usize,
    scroll: usize,
}

/// From this width of the right side on, the three advisers stand side by side.
const ABREAST: u16 = 96;

/// The catalogue's key for a family's word.
pub(crate) fn family_word(family: Family) -> &'static str {
    match family {
        Family::Share => "play-family-share",
        Family::Condemn => "play-family-condemn",
        Family::Escalate => "play-family-escalate",
        Family::Contain => "play-family-contain",
        Family::Hold => "play-family-hold",
    }
}

/// A family's glyph and word.
pub(crate) fn family_spans(family: Family, scene: &Scene<'_>) -> Vec<Span<'static>> {
    let style = scene.theme.family(family);
    vec![
        mark(glyph::family(family), style),
        blanks(1),
        ink(&scene.say(family_word(family)), style),
    ]
}

impl Decision {
    /// The decision, with the cursor on what is planned or else on what is possible.
    pub fn new(decision: DecisionId, scene: &Scene<'_>) -> Self {
        let mut screen = Self {
            about: decision,
            selected: 0,
            scroll: 0,
        };
        if let Some(view) = screen.view(scene) {
            let answer = scene.draft.answered(view);
            let place = view
                .choices
                .iter()
                .position(|choice| Some(choice.choice) == answer)
                .or_else(|| {
                    view.choices
                        .iter()
                        .position(|choice| choice.obstacle.is_none())
                });
            screen.selected = place.unwrap_or(0);
        }
        screen
    }

    fn view<'a>(&self, scene: &Scene<'a>) -> Option<&'a DecisionView> {
        let mut decisions = scene.view.decisions.iter();
        decisions.find(|decision| decision.decision == self.about)
    }

    fn choice<'a>(&self, scene: &Scene<'a>) -> Option<&'a ChoiceView> {
        self.view(scene)?.choices.get(self.selected)
    }

    /// Another open decision, so many further on.
    fn turn(&mut self, by: usize, scene: &Scene<'_>) {
        let open = &scene.view.decisions;
        let here = open
            .iter()
            .position(|decision| decision.decision == self.about)
            .unwrap_or(0);
        if let Some(next) = open.get((here + by) % open.len().max(1)) {
            *self = Self::new(next.decision, scene);
        }
    }

    fn enter(&self, scene: &Scene<'_>) -> Option<Request> {
        let decision = self.view(scene)?;
        let choice = self.choice(scene)?;
        if let Some(obstacle) = &choice.obstacle {
            return Some(Request::Say(obstacle.clone()));
        }
        Some(Request::Answer {
            seat: decision.seat,
            others: decision.choices.iter().map(|one| one.choice).collect(),
            choice: Some(choice.choice),
        })
    }

    fn places(&self, area: Rect, scene: &Scene<'_>) -> [Rect; 3] {
        let question = u16::try_from(self.question(area.width, scene).len()).unwrap_or(u16::MAX);
        let choices = self.view(scene).map_or(0, |view| view.choices.len());
        let needed = u16::try_from(choices * 3 + 1).unwrap_or(u16::MAX);
        // The choices come first; the question gets a third at least.
        let most = area.height.saturating_sub(needed + 1).max(area.height / 3);
        let [top, bottom] = Layout::vertical([
            Constraint::Length((question + 2).min(most.max(3))),
            Constraint::Min(0),
        ])
        .areas(area);
        let left = (area.width * 2 / 5).clamp(26, 60);
        let [left, _, right] = Layout::horizontal([
            Constraint::Length(left),
            Constraint::Length(3),
            Constraint::Min(0),
        ])
        .areas(bottom);
        [top, left, right]
    }

    fn question(&self, width: u16, scene: &Scene<'_>) -> Page {
        let mut page = Page::new(width.saturating_sub(2));
        if let Some(decision) = self.view(scene) {
            page.say(&decision.text, Style::new());
            if let Some(default) = &decision.default {
                let text = scene.fill("play-default", &[("choice", Arg::from(default))]);
                page.say(&text, scene.theme.dim);
            }
        }
        page
    }

    /// The selected choice; with its advisers below unless they stand abreast.
    fn detail(&self, width: u16, scene: &Scene<'_>) -> Page {
        let theme = scene.theme;
        let mut page = Page::new(width.saturating_sub(2));
        let Some(choice) = self.choice(scene) else {
            return page;
        };
        let mut line = family_spans(choice.family, scene);
        line.push(blanks(2));
        line.push(ink(&scene.cost(choice.hours, choice.capital), theme.dim));
        page.row(line);
        if let Some(obstacle) = &choice.obstacle {
            let text = scene.fill("decision-impossible", &[("why", Arg::from(obstacle))]);
            page.hang(
                vec![mark(glyph::BARRED, theme.warn), blanks(1)],
                &text,
                theme.warn,
            );
        }
        page.gap();
        page.say(&choice.text, Style::new());
        if width < ABREAST {
            for (heading, text) in advisers(choice) {
                if !text.is_empty() {
                    page.heading(&scene.say(heading), theme);
                    page.say(text, Style::new());
                }
            }
        }
        page
    }

    fn scroll_by(&mut self, down: bool, scene: &Scene<'_>) {
        let [_, _, right] = self.places(scene.area, scene);
        let inner = pane::below(right, 1);
        let step = usize::from(inner.height.saturating_sub(2)).max(1);
        let furthest = self.detail(inner.width, scene).furthest(inner.height);
        self.scroll = if down {
            (self.scroll + step).min(furthest)
        } else {
            self.scroll.saturating_sub(step)
        };
    }
}

fn advisers(choice: &ChoiceView) -> [(&'static str, &SafeText); 3] {
    [
        ("decision-technical", &choice.technical),
        ("decision-legal", &choice.legal),
        ("decision-political", &choice.political),
    ]
}

impl Layer for Decision {
    fn place(&self) -> Place {
        Place::Decision
    }

    fn update(&mut self, msg: Msg, scene: &Scene<'_>) -> Option<Request> {
        let count = self.view(scene).map_or(0, |view| view.choices.len());
        match msg {
            Msg::Up => {
                self.selected = list::moved(self.selected, -1, count);
                self.scroll = 0;
            }
            Msg::Down => {
                self.selected = list::moved(self.selected, 1, count);
                self.scroll = 0;
            }
            Msg::First => self.selected = 0,
            Msg::Last => self.selected = count.saturating_sub(1),
            Msg::PageDown => self.scroll_by(true, scene),
            Msg::PageUp => self.scroll_by(false, scene),
            Msg::Next => self.turn(1, scene),
            Msg::Previous => self.turn(scene.view.decisions.len().saturating_sub(1), scene),
            Msg::Rationale => {
                let seat = self.view(scene)?.seat;
                return Some(Request::Open(Field::rationale(seat, scene).into()));
            }
            Msg::Remove => {
                let decision = self.view(scene)?;
                return Some(Request::Answer {
                    seat: decision.seat,
                    others: decision.choices.iter().map(|one| one.choice).collect(),
                    choice: None,
                });
            }
            Msg::Enter => return self.enter(scene),
            Msg::Back => return Some(Request::Back),
            _ => {}
        }
        None
    }

    fn next(&self, scene: &Scene<'_>) -> Option<SafeText> {
        let choice = self.choice(scene)?;
        if choice.obstacle.is_some() {
            return Some(scene.say("decision-next-why-not"));
        }
        Some(scene.say("decision-next-choose"))
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
        let theme = scene.theme;
        let Some(decision) = self.view(scene) else {
            return;
        };
        let [top, left, right] = self.places(area, scene);
        let by = if decision.until <= scene.view.turn {
            scene.say("play-until-now")
        } else {
            scene.count("play-until", usize::from(decision.until))
        };
        let title = if scene.together {
            SafeText::joined([&decision.seat_title, &decision.title], " · ")
        } else {
            decision.title.clone()
        };
        let inner = pane::titled(frame, top, &Title::new(title).badge(by), theme);
        self.question(area.width, scene)
            .draw(frame, inner, 0, theme);

        let number = decision_number(decision, scene);
        let heading = Title::new(scene.say("decision-choices"))
            .badge(number)
            .focused(true);
        let inner = pane::titled(frame, left, &heading, theme);
        let width = list::room(inner.width);
        let answer = scene.draft.answered(decision);
        let rows: Vec<Row> = decision
            .choices
            .iter()
            .map(|choice| choice_row(choice, answer == Some(choice.choice), width, scene))
            .collect();
        if let Some(cursor) = list::draw(frame, inner, &rows, self.selected, Focus::Here, theme) {
            frame.set_cursor_position(cursor);
        }
        self.draw_detail(frame, right, scene);
    }
}

impl Decision {
    fn draw_detail(&self, frame: &mut Frame<'_>, right: Rect, scene: &Scene<'_>) {
        let theme = scene.theme;
        let Some(choice) = self.choice(scene) else {
            return;
        };
        pane::wall(frame, right, theme);
        let inner = pane::titled(frame, right, &Title::new(choice.label.clone()), theme);
        let page = self.detail(inner.width, scene);
        if inner.width < ABREAST {
            page.draw(frame, inner, self.scroll, theme);
            return;
        }
        let rows = u16::try_from(page.len() + 1)
            .unwrap_or(u16::MAX)
            .min(inner.height / 2);
        page.draw(frame, inner, 0, theme);
        let below = pane::below(inner, rows);
        let columns: [Rect; 3] = Layout::horizontal([Constraint::Fill(1); 3])
            .spacing(3)
            .areas(below);
        for ((heading, text), column) in advisers(choice).into_iter().zip(columns) {
            let inner = pane::titled(frame, column, &Title::new(scene.say(heading)), theme);
            let mut page = Page::new(inner.width);
            page.say(text, Style::new());
            page.draw(frame, inner, 0, theme);
        }
    }
}

fn decision_number(decision: &DecisionView, scene: &Scene<'_>) -> SafeText {
    let open = &scene.view.decisions;
    let place = open
        .iter()
        .position(|one| one.decision == decision.decision);
    match (place, open.len()) {
        (Some(place), count) if count > 1 => scene.fill(
            "decision-number",
            &[("n", Arg::from(place + 1)), ("of", Arg::from(count))],
        ),
        _ => SafeText::empty(),
    }
}

fn choice_row(choice: &ChoiceView, chosen: bool, width: usize, scene: &Scene<'_>) -> Row {
    let theme = scene.theme;
    let room = width.saturating_sub(2);
    let (sign, style) = match (&choice.obstacle, chosen) {
        (_, true) => (glyph::PLANNED, theme.good),
        (Some(_), _) => (glyph::BARRED, theme.dim),
        (None, _) => (glyph::OPEN, theme.dim),
    };
    let words = if choice.obstacle.is_some() {
        theme.dim
    } else {
        theme.strong
    };
    let mut lines: Vec<Line<'static>> = Vec::new();
    let label = wrap(&choice.label, room);
    let shown = label.len().min(2);
    for (number, line) in label.iter().take(shown).enumerate() {
        let lead = if number == 0 {
            vec![mark(sign, style), blanks(1)]
        } else {
            vec![blanks(2)]
        };
        let line = if number == 1 && label.len() > 2 {
            clip(&SafeText::joined([line, &SafeText::line("……")], " "), room)
        } else {
            line.clone()
        };
        let mut spans = lead;
        spans.push(ink(&line, words));
        lines.push(Line::from(spans));
    }
    let mut second = vec![blanks(2)];
    second.extend(family_spans(choice.family, scene));
    second.push(blanks(2));
    second.push(ink(&scene.cost(choice.hours, choice.capital), theme.dim));
    lines.push(Line::from(crate::tui::piece::cut(second, width)));
    Row::new(lines)
}
