//! Passing something on: which fact, to whom, under which label, and what that would mean.

use ratatui::Frame;
use ratatui::layout::Constraint;
use ratatui::layout::Layout;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use crate::engine::act::Act;
use crate::engine::view::FactView;
use crate::engine::view::ShareView;
use crate::model::FactId;
use crate::model::SeatId;
use crate::model::marking::Tlp;
use crate::text::Arg;
use crate::text::SafeText;
use crate::text::clip;
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

/// Which fact, to whom, under which label.
#[derive(Debug)]
pub struct Share {
    column: usize,
    fact: usize,
    to: usize,
    /// `None` is the usual label.
    label: Option<usize>,
}

/// What can be passed on by a seat: the fact itself or its derived version.
type Item = (SeatId, FactId, bool);

impl Share {
    /// Starts at a fact, if one was selected.
    pub fn new(fact: Option<FactId>, scene: &Scene<'_>) -> Self {
        let items = items(scene);
        let place = items.iter().position(|(_, one, _)| Some(*one) == fact);
        Self {
            column: usize::from(place.is_some()),
            fact: place.unwrap_or(0),
            to: 0,
            label: None,
        }
    }

    fn audience<'a>(&self, scene: &Scene<'a>) -> Vec<&'a ShareView> {
        let items = items(scene);
        let Some(item) = items.get(self.fact) else {
            return Vec::new();
        };
        let shares = scene.view.shares.iter();
        let mut audience: Vec<&ShareView> = shares
            .filter(|share| (share.seat, share.fact, share.derived) == *item)
            .collect();
        audience.sort_by_key(|share| share.obstacle.is_some());
        audience
    }

    fn share<'a>(&self, scene: &Scene<'a>) -> Option<&'a ShareView> {
        self.audience(scene).get(self.to).copied()
    }

    fn label(&self, share: &ShareView) -> usize {
        let usual = share.labels.iter().position(|(tlp, _)| *tlp == share.usual);
        let last = share.labels.len().saturating_sub(1);
        self.label.or(usual).unwrap_or(0).min(last)
    }

    fn act(&self, scene: &Scene<'_>) -> Option<(SeatId, Act)> {
        let share = self.share(scene)?;
        let (tlp, _) = share.labels.get(self.label(share))?;
        let act = Act::Share {
            fact: share.fact,
            to: share.to,
            tlp: *tlp,
            derived: share.derived,
        };
        Some((share.seat, act))
    }

    fn step(&mut self, by: isize, scene: &Scene<'_>) {
        match self.column {
            0 => {
                self.fact = list::moved(self.fact, by, items(scene).len());
                self.to = 0;
                self.label = None;
            }
            1 => {
                self.to = list::moved(self.to, by, self.audience(scene).len());
                self.label = None;
            }
            _ => {
                if let Some(share) = self.share(scene) {
                    let here = self.label(share);
                    self.label = Some(list::moved(here, by, share.labels.len()));
                }
            }
        }
    }

    fn enter(&mut self, scene: &Scene<'_>) -> Option<Request> {
        let share = self.share(scene)?;
        if self.column > 0
            && let Some(obstacle) = &share.obstacle
        {
            return Some(Request::Say(obstacle.clone()));
        }
        if self.column < 2 {
            self.column += 1;
            return None;
        }
        let (seat, act) = self.act(scene)?;
        Some(Request::Toggle(seat, act))
    }

    /// What the selected share would mean, in words.
    fn meaning(&self, width: u16, scene: &Scene<'_>) -> Page {
        let theme = scene.theme;
        let mut page = Page::new(width.saturating_sub(1));
        let Some(share) = self.share(scene) else {
            page.say(&scene.say("play-share-nothing"), theme.dim);
            return page;
        };
        if let Some(obstacle) = &share.obstacle {
            let text = scene.fill("decision-impossible", &[("why", Arg::from(obstacle))]);
            page.hang(
                vec![mark(glyph::BARRED, theme.warn), blanks(1)],
                &text,
                theme.warn,
            );
            return page;
        }
        let Some((tlp, leaves)) = share.labels.get(self.label(share)) else {
            return page;
        };
        let args = [
            ("fact", Arg::from(&share.fact_title)),
            ("to", Arg::from(&share.to_name)),
            ("label", Arg::from(tlp.label())),
            ("hours", Arg::from(share.hours)),
        ];
        page.say(&scene.fill("play-share-says", &args), Style::new());
        page.say(&scene.say(boundary(*tlp)), theme.dim);
        if *leaves {
            page.gap();
            let lead = vec![mark("!", theme.bad), blanks(1)];
            page.hang(lead, &scene.say("play-share-breach"), theme.bad);
        }
        if let Some((seat, act)) = self.act(scene)
            && scene.draft.has(seat, act)
        {
            page.gap();
            page.say(&scene.say("play-in-plan"), theme.good);
        }
        page
    }
}

/// The catalogue's key for what a label allows.
fn boundary(tlp: Tlp) -> &'static str {
    match tlp {
        Tlp::Clear => "play-tlp-clear",
        Tlp::Green => "play-tlp-green",
        Tlp::Amber => "play-tlp-amber",
        Tlp::AmberStrict => "play-tlp-amber-strict",
        Tlp::Red => "play-tlp-red",
    }
}

fn items(scene: &Scene<'_>) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for share in &scene.view.shares {
        let item = (share.seat, share.fact, share.derived);
        if !items.contains(&item) {
            items.push(item);
        }
    }
    items
}

impl Layer for Share {
    fn place(&self) -> Place {
        Place::Share
    }

    fn update(&mut self, msg: Msg, scene: &Scene<'_>) -> Option<Request> {
        match msg {
            Msg::Up => self.step(-1, scene),
            Msg::Down => self.step(1, scene),
            Msg::Right | Msg::Next => self.column = (self.column + 1).min(2),
            Msg::Left | Msg::Previous => self.column = self.column.saturating_sub(1),
            Msg::Remove => {
                let (seat, act) = self.act(scene)?;
                if scene.draft.has(seat, act) {
                    return Some(Request::Toggle(seat, act));
                }
            }
            Msg::Back => return Some(Request::Back),
            Msg::Enter => return self.enter(scene),
            _ => {}
        }
        None
    }

    fn next(&self, scene: &Scene<'_>) -> Option<SafeText> {
        let share = self.share(scene)?;
        Some(match self.column {
            0 => scene.say("play-share-next-to"),
            _ if share.obstacle.is_some() => scene.say("decision-next-why-not"),
            1 => scene.say("play-share-next-label"),
            _ => match self.act(scene) {
                Some((seat, act)) if scene.draft.has(seat, act) => scene.say("play-next-remove"),
                _ => scene.say("play-next-add"),
            },
        })
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
        let theme = scene.theme;
        let tail = (area.height / 3).clamp(3, 9).min(area.height);
        let [top, bottom] =
            Layout::vertical([Constraint::Min(0), Constraint::Length(tail)]).areas(area);
        let label = 20.min(area.width / 4);
        let columns: [Rect; 3] = Layout::horizontal([
            Constraint::Fill(4),
            Constraint::Fill(3),
            Constraint::Length(label),
        ])
        .spacing(3)
        .areas(top);
        let share = self.share(scene);
        let heads = ["play-share-what", "play-share-whom", "play-share-label"];
        for (place, (column, head)) in columns.into_iter().zip(heads).enumerate() {
            let focused = self.column == place;
            if place > 0 {
                pane::wall(frame, column, theme);
            }
            let title = Title::new(scene.say(head)).focused(focused);
            let inner = pane::titled(frame, column, &title, theme);
            let width = list::room(inner.width);
            let (rows, selected) = match place {
                0 => (fact_rows(width, scene), self.fact),
                1 => (self.audience_rows(width, scene), self.to),
                _ => (
                    share
                        .map(|share| label_rows(share, width, scene))
                        .unwrap_or_default(),
                    share.map_or(0, |share| self.label(share)),
                ),
            };
            let focus = if focused {
                Focus::Here
            } else {
                Focus::Elsewhere
            };
            let cursor = list::draw(frame, inner, &rows, selected, focus, theme);
            if focused {
                frame.set_cursor_position(cursor.unwrap_or_else(|| inner.as_position()));
            }
        }
        let inner = pane::titled(
            frame,
            bottom,
            &Title::new(scene.say("play-share-means")),
            theme,
        );
        self.meaning(inner.width, scene)
            .draw(frame, inner, 0, theme);
    }
}

impl Share {
    fn audience_rows(&self, width: usize, scene: &Scene<'_>) -> Vec<Row> {
        let theme = scene.theme;
        self.audience(scene)
            .iter()
            .map(|share| {
                let room = width.saturating_sub(2);
                let planned = scene.draft.acts(share.seat).iter().any(|act| {
                    matches!(act, Act::Share { fact, to, derived, .. }
                        if (*fact, *to, *derived) == (share.fact, share.to, share.derived))
                });
                let (sign, style, words) = match (&share.obstacle, planned) {
                    (_, true) => (glyph::PLANNED, theme.good, theme.strong),
                    (Some(_), _) => (glyph::BARRED, theme.dim, theme.dim),
                    (None, _) => (glyph::OPEN, theme.dim, Style::new()),
                };
                Row::line(Line::from(vec![
                    mark(sign, style),
                    blanks(1),
                    ink(&clip(&share.to_name, room), words),
                ]))
            })
            .collect()
    }
}

fn label_rows(share: &ShareView, width: usize, scene: &Scene<'_>) -> Vec<Row> {
    let theme = scene.theme;
    share
        .labels
        .iter()
        .map(|(tlp, leaves)| {
            let label = SafeText::line(tlp.label());
            let mut spans = vec![ink(&label, theme.tlp(*tlp))];
            if *leaves && width > label.width() + 1 {
                spans.push(blanks(1));
                spans.push(mark("!", theme.bad));
            }
            Row::line(Line::from(spans))
        })
        .collect()
}

fn fact_rows(width: usize, scene: &Scene<'_>) -> Vec<Row> {
    let theme = scene.theme;
    items(scene)
        .iter()
        .map(|(seat, fact, derived)| {
            let title = scene
                .view
                .shares
                .iter()
                .find(|share| share.fact == *fact)
                .map(|share| share.fact_title.clone())
                .unwrap_or_default();
            let held: Option<&FactView> = scene.view.facts.iter().find(|one| one.fact == *fact);
            let mut second = Vec::new();
            if let Some(held) = held {
                second.push(ink(&held.label, theme.marking(held.marking)));
                second.push(blanks(1));
            }
            if *derived {
                second.push(ink(&scene.say("play-derived-short"), theme.dim));
                second.push(blanks(1));
            }
            if scene.together {
                second.push(ink(&scene.seat_title(*seat), theme.dim));
            }
            Row::new(vec![
                Line::from(ink(&clip(&title, width), Style::new())),
                Line::from(crate::tui::piece::cut(second, width)),
            ])
        })
        .collect()
}
