//! The briefing: the role cards of the seats at this screen.

use ratatui::Frame;
use ratatui::layout::Constraint;
use ratatui::layout::Layout;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::engine::view::RoleView;
use crate::text::SafeText;
use crate::tui::msg::Msg;
use crate::tui::msg::Place;
use crate::tui::piece::glyph;
use crate::tui::piece::mark;
use crate::tui::piece::page::Page;
use crate::tui::piece::pane;
use crate::tui::piece::pane::Title;
use crate::tui::request::Request;
use crate::tui::scene::Scene;
use crate::tui::screen::Layer;

/// The role cards.
#[derive(Debug, Default)]
pub struct Briefing {
    scroll: usize,
}

/// From this width on the role card stands in two columns.
const TWO: u16 = 110;

impl Layer for Briefing {
    fn place(&self) -> Place {
        Place::Briefing
    }

    fn update(&mut self, msg: Msg, scene: &Scene<'_>) -> Option<Request> {
        let inner = pane::below(scene.area, 1);
        let furthest = pages(inner.width, scene)
            .iter()
            .map(|page| page.furthest(inner.height))
            .max()
            .unwrap_or(0);
        let step = usize::from(inner.height.saturating_sub(2)).max(1);
        match msg {
            Msg::Up => self.scroll = self.scroll.saturating_sub(1),
            Msg::Down => self.scroll = (self.scroll + 1).min(furthest),
            Msg::PageUp => self.scroll = self.scroll.saturating_sub(step),
            Msg::PageDown => self.scroll = (self.scroll + step).min(furthest),
            Msg::First => self.scroll = 0,
            Msg::Last => self.scroll = furthest,
            Msg::Enter | Msg::Back => return Some(Request::Back),
            _ => {}
        }
        None
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
        let theme = scene.theme;
        let titles = scene.view.roles.iter().map(|role| &role.title);
        let title = SafeText::joined(titles, " · ");
        let inner = pane::titled(frame, area, &Title::new(title).focused(true), theme);
        let pages = pages(inner.width, scene);
        frame.set_cursor_position((inner.x, inner.y));
        if let [left, right] = pages.as_slice() {
            let [one, _, two] = Layout::horizontal([
                Constraint::Length(column(inner.width)),
                Constraint::Length(4),
                Constraint::Length(column(inner.width)),
            ])
            .areas(inner);
            left.draw(frame, one, self.scroll, theme);
            right.draw(frame, two, self.scroll, theme);
            return;
        }
        for page in pages {
            page.draw(frame, inner, self.scroll, theme);
        }
    }
}

/// The role cards, in one column or two.
fn pages(width: u16, scene: &Scene<'_>) -> Vec<Page> {
    if width >= TWO {
        let mut story = Page::new(column(width));
        let mut rules = Page::new(column(width));
        for role in &scene.view.roles {
            tell(&mut story, role, scene);
            bind(&mut rules, role, scene);
        }
        return vec![story, rules];
    }
    let mut page = Page::new(width.saturating_sub(2));
    for role in &scene.view.roles {
        tell(&mut page, role, scene);
        bind(&mut page, role, scene);
    }
    vec![page]
}

fn column(width: u16) -> u16 {
    ((width.saturating_sub(4)) / 2).min(76)
}

/// Who one is, and what one wants.
fn tell(page: &mut Page, role: &RoleView, scene: &Scene<'_>) {
    let theme = scene.theme;
    page.gap();
    page.say(&role.organisation, theme.strong);
    page.gap();
    page.say(&role.brief, Style::new());
    points(page, "seat-aims", &role.aims, glyph::BULLET, scene);
}

/// What one may, may not, and whom one knows.
fn bind(page: &mut Page, role: &RoleView, scene: &Scene<'_>) {
    points(page, "seat-authority", &role.authority, glyph::DONE, scene);
    points(page, "seat-limits", &role.limits, glyph::BARRED, scene);
    if role.contacts.is_empty() {
        return;
    }
    page.heading(&scene.say("seat-contacts"), scene.theme);
    for (name, about, remark) in &role.contacts {
        page.hang(
            vec![
                mark(glyph::BULLET, scene.theme.dim),
                mark(" ", Style::new()),
            ],
            name,
            scene.theme.strong,
        );
        for text in [about, remark] {
            if !text.is_empty() {
                page.hang(vec![mark("  ", Style::new())], text, scene.theme.dim);
            }
        }
    }
}

fn points(
    page: &mut Page,
    heading: &str,
    points: &[SafeText],
    sign: &'static str,
    scene: &Scene<'_>,
) {
    if points.is_empty() {
        return;
    }
    let theme = scene.theme;
    page.heading(&scene.say(heading), theme);
    for point in points {
        let lead = vec![mark(sign, theme.dim), mark(" ", Style::new())];
        page.hang(lead, point, Style::new());
    }
}
