//! The plan: what would be sealed, what it costs, what is still open; then the seal.

use ratatui::Frame;
use ratatui::layout::Constraint;
use ratatui::layout::Layout;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use crate::engine::view::PurseView;
use crate::model::SeatId;
use crate::text::Arg;
use crate::text::SafeText;
use crate::text::clip;
use crate::text::wrap;
use crate::tui::draft;
use crate::tui::draft::Planned;
use crate::tui::msg::Msg;
use crate::tui::msg::Place;
use crate::tui::piece::bar;
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
use crate::tui::screen::actions::Actions;
use crate::tui::screen::decision::family_spans;
use crate::tui::screen::field::Field;
use crate::tui::screen::share::Share;

/// What would be sealed.
#[derive(Debug, Default)]
pub struct Plan {
    selected: usize,
}

impl Plan {
    fn planned(scene: &Scene<'_>) -> Vec<(SeatId, Planned)> {
        scene
            .view
            .purses
            .iter()
            .flat_map(|purse| {
                draft::planned(scene.view, scene.draft, purse.seat, scene.words)
                    .into_iter()
                    .map(|planned| (purse.seat, planned))
            })
            .collect()
    }

    fn seat(&self, scene: &Scene<'_>) -> Option<SeatId> {
        let planned = Self::planned(scene);
        let selected = planned.get(self.selected).map(|(seat, _)| *seat);
        selected.or_else(|| scene.view.purses.first().map(|purse| purse.seat))
    }
}

impl Layer for Plan {
    fn place(&self) -> Place {
        Place::Plan
    }

    fn answers(&self, msg: &Msg, scene: &Scene<'_>) -> bool {
        match msg {
            Msg::Withdraw => scene.has_sealed(),
            Msg::Remove => !Self::planned(scene).is_empty(),
            _ => true,
        }
    }

    fn update(&mut self, msg: Msg, scene: &Scene<'_>) -> Option<Request> {
        let planned = Self::planned(scene);
        match msg {
            Msg::Up => self.selected = list::moved(self.selected, -1, planned.len()),
            Msg::Down => self.selected = list::moved(self.selected, 1, planned.len()),
            Msg::Remove => {
                let (seat, one) = planned.get(self.selected)?;
                return Some(Request::Toggle(*seat, one.act));
            }
            Msg::Actions => return Some(Request::Open(Actions::default().into())),
            Msg::Share => return Some(Request::Open(Share::new(None, scene).into())),
            Msg::Rationale => {
                let seat = self.seat(scene)?;
                return Some(Request::Open(Field::rationale(seat, scene).into()));
            }
            Msg::Withdraw => return Some(Request::Withdraw),
            Msg::Back => return Some(Request::Back),
            Msg::Enter if scene.has_sealed() => return Some(Request::GoOn),
            Msg::Enter => return Some(Request::Seal),
            _ => {}
        }
        None
    }

    fn next(&self, scene: &Scene<'_>) -> Option<SafeText> {
        Some(match (scene.has_sealed(), scene.next_seat) {
            (false, _) if Self::planned(scene).is_empty() => scene.say("play-next-seal-hold"),
            (false, _) => scene.say("play-next-seal"),
            (true, Some(seat)) => {
                let title = scene.seat_title(seat);
                scene.fill("play-next-seat", &[("seat", Arg::from(title))])
            }
            (true, None) => scene.say("play-next-resolve"),
        })
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
        let theme = scene.theme;
        let right = (area.width * 2 / 5).clamp(24, 50);
        let [left, _, right] = Layout::horizontal([
            Constraint::Min(0),
            Constraint::Length(3),
            Constraint::Length(right),
        ])
        .areas(area);
        let badge = scene.say(if scene.has_sealed() {
            "play-sealed"
        } else {
            "play-not-sealed"
        });
        let title = Title::new(scene.say("play-plan"))
            .badge(badge)
            .focused(true);
        let inner = pane::titled(frame, left, &title, theme);
        let width = list::room(inner.width).min(78);
        let rows = rows(width, scene);
        match list::draw(frame, inner, &rows, self.selected, Focus::Here, theme) {
            Some(cursor) => frame.set_cursor_position(cursor),
            None => frame.set_cursor_position(inner.as_position()),
        }
        pane::wall(frame, right, theme);
        let inner = pane::titled(frame, right, &Title::new(scene.say("play-means")), theme);
        means(inner.width, scene).draw(frame, inner, 0, theme);
    }
}

fn rows(width: usize, scene: &Scene<'_>) -> Vec<Row> {
    let theme = scene.theme;
    let mut rows = Vec::new();
    for purse in &scene.view.purses {
        if scene.together {
            let sealed = if purse.has_sealed {
                "play-sealed"
            } else {
                "play-not-sealed"
            };
            rows.push(Row::heading(ends(
                vec![ink(&purse.title, theme.strong)],
                vec![ink(&scene.say(sealed), theme.dim)],
                width,
            )));
        }
        let planned = draft::planned(scene.view, scene.draft, purse.seat, scene.words);
        if planned.is_empty() {
            let text = clip(&scene.say("play-plan-empty"), width);
            rows.push(Row::heading(Line::from(ink(&text, theme.dim))));
        }
        for one in planned {
            rows.push(row(&one, width, scene));
        }
    }
    rows
}

fn row(one: &Planned, width: usize, scene: &Scene<'_>) -> Row {
    let theme = scene.theme;
    let mut lines = Vec::new();
    let mut lead = vec![mark(glyph::PLANNED, theme.good), blanks(1)];
    for piece in wrap(&one.label, width.saturating_sub(2)) {
        let mut spans = std::mem::replace(&mut lead, vec![blanks(2)]);
        spans.push(ink(&piece, theme.strong));
        lines.push(Line::from(spans));
    }
    if !one.about.is_empty() {
        let about = clip(&one.about, width.saturating_sub(2));
        lines.push(Line::from(vec![blanks(2), ink(&about, theme.dim)]));
    }
    let mut last = vec![blanks(2)];
    last.extend(family_spans(one.family, scene));
    let cost = vec![ink(&scene.cost(one.hours, one.capital), theme.dim)];
    lines.push(ends(last, cost, width));
    Row::new(lines)
}

/// What there is to spend, what is still open, what the rules say.
fn means(width: u16, scene: &Scene<'_>) -> Page {
    let theme = scene.theme;
    let mut page = Page::new(width);
    for purse in &scene.view.purses {
        spend(&mut page, purse, scene);
    }
    if let Some(refusal) = &scene.draft.refusal {
        page.gap();
        let lead = vec![mark("!", theme.bad), blanks(1)];
        let text = scene.fill("play-would-refuse", &[("why", Arg::from(refusal))]);
        page.hang(lead, &text, theme.bad);
    }
    if scene.has_sealed() {
        page.gap();
        page.say(&scene.say("play-sealed-about"), theme.good);
        waiting(&mut page, scene);
        return page;
    }
    if Plan::planned(scene).is_empty() {
        page.gap();
        page.say(&scene.say("play-plan-hint"), theme.dim);
    }
    let open: Vec<_> = scene
        .view
        .decisions
        .iter()
        .filter(|decision| scene.draft.answered(decision).is_none())
        .collect();
    if !open.is_empty() {
        page.heading(&scene.say("play-unanswered"), theme);
    }
    for decision in open {
        let (key, style) = if decision.until > scene.view.turn {
            ("play-stays-open", theme.dim)
        } else if decision.default.is_some() {
            ("play-default-taken", theme.warn)
        } else {
            ("play-closes", theme.warn)
        };
        page.bullet(&decision.title, theme);
        let default = decision.default.clone().unwrap_or_default();
        let text = scene.fill(
            key,
            &[
                ("turn", Arg::from(decision.until)),
                ("choice", Arg::from(default)),
            ],
        );
        page.hang(vec![blanks(2)], &text, style);
    }
    page
}

fn spend(page: &mut Page, purse: &PurseView, scene: &Scene<'_>) {
    let theme = scene.theme;
    let (hours, capital) = draft::spent(scene.view, scene.draft, purse.seat);
    let (has_hours, has_capital) = draft::means(purse);
    if scene.together {
        page.gap();
        page.say(&purse.title, theme.strong);
    }
    for (key, used, has) in [
        ("play-hours-spent", hours, has_hours),
        ("play-capital-spent", capital, has_capital),
    ] {
        let style = if used > has { theme.bad } else { Style::new() };
        let text = scene.fill(key, &[("used", Arg::from(used)), ("has", Arg::from(has))]);
        page.say(&text, style);
        let columns = page.width().min(32);
        page.row(bar::bar(
            (used.min(has), used.min(has), has.max(1)),
            columns,
            theme,
        ));
    }
    let rationale = scene.draft.rationale(purse.seat);
    if !rationale.is_empty() {
        page.gap();
        page.say(&scene.say("play-rationale"), theme.accent);
        page.say(&SafeText::block(rationale), Style::new());
    }
}

/// Who has sealed and who has not.
fn waiting(page: &mut Page, scene: &Scene<'_>) {
    let theme = scene.theme;
    page.heading(&scene.say("play-at-the-table"), theme);
    for holder in &scene.view.table {
        let (sign, style) = if holder.has_sealed {
            (glyph::DONE, theme.good)
        } else {
            (glyph::OPEN, theme.dim)
        };
        let names = if holder.title == holder.holder {
            holder.title.clone()
        } else {
            SafeText::joined([&holder.title, &holder.holder], " · ")
        };
        page.hang(vec![mark(sign, style), blanks(1)], &names, Style::new());
    }
}
