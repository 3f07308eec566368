//! The map: regions as boxes without a place in the world, the zones in them, and the dependencies as arrows.
//!
//! Where there is no room to tell arrows apart, and on demand, it is a list.

mod layout;

use ratatui::Frame;
use ratatui::layout::Position;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::text::Span;
use ratatui::widgets::Block;
use ratatui::widgets::BorderType;

use crate::engine::view::board::map;
use crate::engine::view::ledgers::LinkView;
use crate::engine::view::ledgers::ZoneView;
use crate::text::SafeText;
use crate::text::clip;
use crate::tui::piece::bar;
use crate::tui::piece::blanks;
use crate::tui::piece::cut;
use crate::tui::piece::ends;
use crate::tui::piece::ink;
use crate::tui::piece::list::Focus;
use crate::tui::piece::mark;
use crate::tui::piece::stroke;
use crate::tui::piece::stroke::Dash;
use crate::tui::piece::stroke::Stroke;
use crate::tui::scene::Scene;
use crate::tui::screen::board::Drawing;
use crate::tui::screen::board::Look;
use crate::tui::screen::board::Rows;
use crate::tui::screen::board::sign;
use crate::tui::screen::board::tint;

/// The board of spread.
pub(super) struct MapBoard;

impl Drawing for MapBoard {
    fn ways(&self) -> &'static [&'static str] {
        &["board-map-drawn", "board-map-listed"]
    }

    fn draw(
        &self,
        frame: &mut Frame<'_>,
        area: Rect,
        look: &Look<'_>,
        scene: &Scene<'_>,
    ) -> Option<Position> {
        let zones = map::zones(scene.view);
        let notes = notes(area, &zones, scene);
        let height = u16::try_from(notes.len()).unwrap_or(0);
        let ground = Rect {
            height: area.height.saturating_sub(height),
            ..area
        };
        let counts = counts(&zones);
        let plan = layout::plan(ground, &counts);
        let Some(plan) = plan.filter(|_| look.way == 0) else {
            if look.way == 0 && !area.is_empty() {
                let text = clip(&scene.say("board-map-no-room"), usize::from(area.width));
                let text = ink(&text, scene.theme.warn);
                frame
                    .buffer_mut()
                    .set_span(area.x, area.bottom() - 1, &text, area.width);
                let rest = Rect {
                    height: area.height - 1,
                    ..area
                };
                return Rows.draw(frame, rest, look, scene);
            }
            return Rows.draw(frame, area, look, scene);
        };
        for (note, row) in notes
            .iter()
            .zip(area.rows().skip(usize::from(ground.height)))
        {
            frame.buffer_mut().set_line(row.x, row.y, note, row.width);
        }
        let mut first = 0;
        for (place, count) in plan.regions.iter().zip(&counts) {
            let name = clip(
                &zones[first].region_name,
                usize::from(place.width.saturating_sub(4)),
            );
            let block = Block::bordered()
                .border_type(BorderType::Rounded)
                .border_style(scene.theme.rule)
                .title(Line::from(vec![
                    blanks(1),
                    ink(&name, scene.theme.dim),
                    blanks(1),
                ]));
            frame.render_widget(block, *place);
            first += count;
        }
        arrows(frame, ground, &zones, &plan.cards, look, scene);
        let mut cursor = None;
        for (place, (zone, card)) in zones.iter().zip(&plan.cards).enumerate() {
            if place == look.selected {
                cursor = Some(card.as_position());
            }
            draw_card(frame, *card, zone, place, look, scene);
        }
        cursor
    }
}

/// How many zones each region has, region by region.
fn counts(zones: &[&ZoneView]) -> Vec<usize> {
    zones
        .chunk_by(|one, next| one.region == next.region)
        .map(<[&ZoneView]>::len)
        .collect()
}

/// What stands below the map: where one sees nothing, and what the signs mean.
fn notes(area: Rect, zones: &[&ZoneView], scene: &Scene<'_>) -> Vec<Line<'static>> {
    let dim = scene.theme.dim;
    let width = usize::from(area.width);
    let regions = scene.view.ledgers.regions.iter();
    let unseen: Vec<&SafeText> = regions
        .filter(|region| !zones.iter().any(|zone| zone.region == Some(region.region)))
        .map(|region| &region.name)
        .collect();
    let mut notes = Vec::new();
    if !unseen.is_empty() && area.height >= 9 {
        let names = SafeText::joined(unseen, ", ");
        let text = scene.fill("board-map-nothing", &[("names", names.into())]);
        notes.push(Line::from(ink(&clip(&text, width), dim)));
    }
    let mut bars = Vec::new();
    for (part, key) in Part::ALL.into_iter().zip([
        "board-map-compromised",
        "board-map-contained",
        "board-map-exposed",
    ]) {
        bars.push(mark(part.glyph(), part.style(scene)));
        bars.push(blanks(1));
        bars.push(ink(&scene.say(key), dim));
        bars.push(blanks(2));
    }
    bars.push(ink(&scene.say("board-map-signs"), dim));
    notes.push(Line::from(cut(bars, width)));
    if area.height >= 16 {
        let text = clip(&scene.say("board-map-lines"), width);
        notes.push(Line::from(ink(&text, dim)));
    }
    notes
}

/// A part of a zone's organisations.
#[derive(Clone, Copy)]
enum Part {
    Compromised,
    Contained,
    Exposed,
}

impl Part {
    const ALL: [Part; 3] = [Part::Compromised, Part::Contained, Part::Exposed];

    fn glyph(self) -> &'static str {
        match self {
            Part::Compromised => "█",
            Part::Contained => "▒",
            Part::Exposed => "░",
        }
    }

    fn style(self, scene: &Scene<'_>) -> Style {
        match self {
            Part::Compromised => scene.theme.bad,
            Part::Contained => scene.theme.good,
            Part::Exposed => scene.theme.dim,
        }
    }
}

/// The zone's organisations in exactly so many columns; whatever there is at all gets one.
fn parts(zone: &ZoneView, columns: usize, scene: &Scene<'_>) -> Vec<Span<'static>> {
    let total = i64::from(zone.total().max(1));
    let share = |count: i32| {
        let cells = i64::from(count) * i64::try_from(columns).unwrap_or(0);
        let cells = usize::try_from((cells + total / 2) / total).unwrap_or(0);
        cells.max(usize::from(count > 0)).min(columns)
    };
    let compromised = share(zone.compromised);
    let contained = share(zone.contained).min(columns - compromised);
    let widths = [compromised, contained, columns - compromised - contained];
    Part::ALL
        .into_iter()
        .zip(widths)
        .map(|(part, width)| Span::styled(part.glyph().repeat(width), part.style(scene)))
        .collect()
}

fn draw_card(
    frame: &mut Frame<'_>,
    card: Rect,
    zone: &ZoneView,
    place: usize,
    look: &Look<'_>,
    scene: &Scene<'_>,
) {
    let theme = scene.theme;
    let width = usize::from(card.width);
    let is_selected = place == look.selected;
    frame.render_widget(ratatui::widgets::Clear, card);
    frame.buffer_mut().set_style(card, theme.base);
    if is_selected {
        let style = match look.focus {
            Focus::Here => theme.selected,
            _ => theme.marked,
        };
        frame.buffer_mut().set_style(card, style);
    }
    let tone = look.rows[place].tone;
    let lead = if is_selected { "›" } else { " " };
    let name = if is_selected {
        theme.strong
    } else {
        Style::new()
    };
    let hold = if zone.frozen {
        vec![ink(&scene.say("board-map-hold"), theme.warn)]
    } else {
        Vec::new()
    };
    let first = ends(
        vec![
            mark(lead, theme.accent),
            mark(sign(tone), tint(tone, theme)),
            blanks(1),
            ink(&zone.name, name),
        ],
        hold,
        width,
    );
    let args = [
        ("compromised", zone.compromised.into()),
        ("total", zone.total().into()),
        ("exposed", zone.exposed.into()),
        ("contained", zone.contained.into()),
    ];
    let mut right = vec![
        blanks(1),
        ink(&scene.fill("board-map-count", &args), tint(tone, theme)),
    ];
    let change = bar::change(zone.change, zone.better, theme);
    if !change.is_empty() {
        right.push(blanks(1));
        right.extend(change);
    }
    let columns = width.saturating_sub(bar::width(&right) + 2).min(24);
    let mut second = vec![blanks(2)];
    second.extend(parts(zone, columns, scene));
    second.extend(right);
    let third = scene.fill("board-map-rest", &args);
    let third = Line::from(vec![
        blanks(2),
        ink(&clip(&third, width.saturating_sub(2)), theme.dim),
    ]);
    let lines = [first, Line::from(cut(second, width)), third];
    for (line, row) in lines.iter().zip(card.rows()) {
        frame.buffer_mut().set_line(row.x, row.y, line, row.width);
    }
}

/// Draws the dependencies between cards, those of the selected one last and strongest.
fn arrows(
    frame: &mut Frame<'_>,
    area: Rect,
    zones: &[&ZoneView],
    cards: &[Rect],
    look: &Look<'_>,
    scene: &Scene<'_>,
) {
    let theme = scene.theme;
    let links = &scene.view.ledgers.links;
    let card = |id| {
        let place = zones.iter().position(|zone| zone.zone == id)?;
        Some((place, *cards.get(place)?))
    };
    let mut drawn: Vec<(bool, &LinkView, layout::Way)> = links
        .iter()
        .filter_map(|link| {
            let ((from, a), (to, b)) = (card(link.from)?, card(link.to)?);
            let is_double = links
                .iter()
                .any(|other| (other.from, other.to) == (link.to, link.from));
            let way = layout::way(area, a, b, is_double);
            Some((from == look.selected || to == look.selected, link, way))
        })
        .collect();
    drawn.sort_by_key(|(is_chosen, ..)| *is_chosen);
    let style = |is_chosen: bool, link: &LinkView| match (is_chosen, link.crossed) {
        (_, true) => theme.bad,
        (true, false) => theme.accent,
        (false, false) => theme.dim,
    };
    let strokes: Vec<Stroke> = drawn
        .iter()
        .map(|(is_chosen, link, way)| Stroke {
            from: way.from,
            to: way.to,
            dash: match link.strength {
                ..=1 => Dash::Dotted,
                2 => Dash::Dashed,
                _ => Dash::Solid,
            },
            style: style(*is_chosen, link),
        })
        .collect();
    stroke::draw(frame, area, &strokes, theme);
    for (is_chosen, link, way) in &drawn {
        let style = style(*is_chosen, link);
        let buffer = frame.buffer_mut();
        if link.crossed
            && let Some(at) = way.middle
        {
            buffer.set_span(at.x, at.y, &mark("!", style), 1);
        }
        if let Some(at) = way.head {
            let head = stroke::head(way.from, way.to);
            buffer.set_span(at.x, at.y, &mark(head, style), 1);
        }
    }
}
