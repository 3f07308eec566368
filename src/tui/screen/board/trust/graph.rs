//! Trust as a graph: one's own in the middle, the others at both sides by region, a line to each as dense as one's trust.

use ratatui::Frame;
use ratatui::layout::Position;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::text::Span;
use ratatui::widgets::Block;
use ratatui::widgets::BorderType;

use crate::engine::lens::Openness;
use crate::engine::view::board::trust;
use crate::engine::view::ledgers::ActorView;
use crate::engine::view::ledgers::TrustView;
use crate::text::SafeText;
use crate::text::clip;
use crate::tui::piece::bar;
use crate::tui::piece::blanks;
use crate::tui::piece::fitted;
use crate::tui::piece::fitted_right;
use crate::tui::piece::glyph;
use crate::tui::piece::ink;
use crate::tui::piece::list::Focus;
use crate::tui::piece::mark;
use crate::tui::piece::stroke;
use crate::tui::piece::stroke::Dash;
use crate::tui::piece::stroke::Stroke;
use crate::tui::scene::Scene;
use crate::tui::screen::board::Look;
use crate::tui::screen::board::sign;
use crate::tui::screen::board::tint;

/// One of the others, with its pairs by their place among the rows.
struct Node<'a> {
    other: &'a ActorView,
    pairs: Vec<(usize, &'a TrustView)>,
}

/// What stands in one row of a side.
enum Item<'n, 'a> {
    Region(&'a SafeText),
    Node(&'n Node<'a>),
}

/// Columns of a label beside its name: mark, sign, number, change.
const AROUND: usize = 2 + 2 + 4 + 5;
/// Columns that lines need at each side of the middle to be told apart.
const LINES: usize = 6;
/// Columns a name gets at least.
const LEAST_NAME: usize = 12;

/// Draws the graph.
pub(super) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    look: &Look<'_>,
    scene: &Scene<'_>,
) -> Option<Position> {
    if area.height < 5 {
        return None;
    }
    let owns: Vec<&ActorView> = trust::owns(scene.view).collect();
    let pairs = trust::pairs(scene.view);
    let nodes = nodes(&pairs);
    let legend = Rect {
        y: area.bottom() - 1,
        height: 1,
        ..area
    };
    let area = Rect {
        height: area.height - 1,
        ..area
    };
    let height = usize::from(area.height);
    let shown = notable(&nodes, 2 * height, look.selected, scene);
    let (left, right) = sides(&shown, height);
    let middle = owns.iter().map(|own| own.short.width()).max().unwrap_or(0) + 4;
    let (name, is_full) = name_columns(usize::from(area.width), middle, &nodes);
    let label = name + AROUND;
    let heart = heart(area, middle, owns.len());
    let spots: Vec<(Position, &Item<'_, '_>)> = placed(area, &left, area.x)
        .chain(placed(
            area,
            &right,
            area.right().saturating_sub(columns(label)),
        ))
        .collect();
    let strokes = strokes(area, &spots, label, &heart, &owns, look, scene);
    stroke::draw(frame, area, &strokes, scene.theme);
    for (own, place) in owns.iter().zip(&heart) {
        let block = Block::bordered()
            .border_type(BorderType::Rounded)
            .border_style(scene.theme.accent);
        let inside = block.inner(*place);
        frame.render_widget(ratatui::widgets::Clear, *place);
        frame.buffer_mut().set_style(*place, scene.theme.base);
        frame.render_widget(block, *place);
        let text = ink(&own.short, scene.theme.strong);
        frame
            .buffer_mut()
            .set_span(inside.x + 1, inside.y, &text, inside.width);
    }
    let mut cursor = None;
    for (at, item) in &spots {
        let strip = Rect::new(at.x, at.y, columns(label), 1).intersection(area);
        let spans = match item {
            Item::Region(name) => vec![blanks(2), ink(&clip(name, label - 2), scene.theme.dim)],
            Item::Node(node) => {
                if node.pairs.iter().any(|(place, _)| *place == look.selected) {
                    cursor = Some(*at);
                    let style = match look.focus {
                        Focus::Here => scene.theme.selected,
                        _ => scene.theme.marked,
                    };
                    frame.buffer_mut().set_style(strip, style);
                }
                label_of(node, (name, is_full), look, scene)
            }
        };
        frame
            .buffer_mut()
            .set_line(strip.x, strip.y, &Line::from(spans), strip.width);
    }
    let hidden = nodes.len() - shown.len();
    let mut text = scene.say("board-trust-legend");
    if hidden > 0 {
        text = SafeText::joined([&scene.count("board-trust-more", hidden), &text], " · ");
    }
    let text = ink(&clip(&text, usize::from(legend.width)), scene.theme.dim);
    frame
        .buffer_mut()
        .set_span(legend.x, legend.y, &text, legend.width);
    cursor
}

fn columns(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

fn nodes<'a>(pairs: &[(&'a TrustView, &'a ActorView)]) -> Vec<Node<'a>> {
    let mut nodes: Vec<Node<'a>> = Vec::new();
    for (place, (pair, other)) in pairs.iter().copied().enumerate() {
        match nodes
            .last_mut()
            .filter(|node| node.other.actor == other.actor)
        {
            Some(node) => node.pairs.push((place, pair)),
            None => nodes.push(Node {
                other,
                pairs: vec![(place, pair)],
            }),
        }
    }
    nodes
}

/// The nodes there is room for: those that moved, that feel unusual, or that one knows go first.
fn notable<'n, 'a>(
    nodes: &'n [Node<'a>],
    room: usize,
    selected: usize,
    scene: &Scene<'_>,
) -> Vec<&'n Node<'a>> {
    // Every region takes a heading, and one more where it is split between the sides.
    let room = room.saturating_sub(scene.view.ledgers.regions.len() + 2);
    let weight = |node: &Node<'_>| {
        let pairs = node.pairs.iter();
        let most = pairs.map(|(place, pair)| {
            i32::from(*place == selected) * 1000
                + i32::from(pair.change != 0) * 100
                + i32::from(pair.openness != Openness::Open) * 50
                + (pair.trust - 50).abs()
        });
        most.max().unwrap_or(0) + i32::from(!node.other.remark.is_empty()) * 30
    };
    let mut order: Vec<usize> = (0..nodes.len()).collect();
    order.sort_by_key(|place| std::cmp::Reverse(weight(&nodes[*place])));
    order.truncate(room.max(1));
    order.sort_unstable();
    order.into_iter().map(|place| &nodes[place]).collect()
}

/// The nodes under their regions, half of them at each side.
fn sides<'n, 'a>(nodes: &[&'n Node<'a>], height: usize) -> (Vec<Item<'n, 'a>>, Vec<Item<'n, 'a>>) {
    let mut regions: Vec<_> = nodes.iter().map(|node| node.other.region).collect();
    regions.dedup();
    let half = (nodes.len() + regions.len()).div_ceil(2).min(height);
    let (mut left, mut right) = (Vec::new(), Vec::new());
    let mut last = None;
    for node in nodes {
        let is_new = last != Some(node.other.region);
        let wanted = left.len() + 1 + usize::from(is_new);
        let side = if right.is_empty() && wanted <= half.max(2) {
            &mut left
        } else {
            &mut right
        };
        if is_new || side.is_empty() {
            side.push(Item::Region(&node.other.region_name));
        }
        side.push(Item::Node(node));
        last = Some(node.other.region);
    }
    (left, right)
}

/// How many columns a name gets, and whether all stand in full there; if not all can, all stand with their short names.
fn name_columns(width: usize, middle: usize, nodes: &[Node<'_>]) -> (usize, bool) {
    let widest = |name: fn(&ActorView) -> &SafeText| {
        let names = nodes.iter().map(|node| name(node.other).width());
        names.max().unwrap_or(0).max(LEAST_NAME)
    };
    let longest = widest(|actor| &actor.name);
    let room = (width.saturating_sub(middle + 2 * LINES) / 2).saturating_sub(AROUND);
    if longest <= room {
        (longest, true)
    } else {
        (
            widest(|actor| &actor.short).min(room.max(LEAST_NAME)),
            false,
        )
    }
}

/// Where one's own stand: boxes above each other in the middle.
fn heart(area: Rect, width: usize, count: usize) -> Vec<Rect> {
    let width = columns(width).min(area.width);
    let count = columns(count);
    let pitch = if area.height >= count * 4 { 4 } else { 3 };
    let high = count * pitch;
    let top = area.y + area.height.saturating_sub(high) / 2;
    let x = area.x + (area.width - width) / 2;
    (0..count)
        .map(|place| Rect::new(x, top + place * pitch, width, 3).intersection(area))
        .collect()
}

/// The items of a side one below another, with air between them where there is room.
fn placed<'i, 'n, 'a>(
    area: Rect,
    items: &'i [Item<'n, 'a>],
    x: u16,
) -> impl Iterator<Item = (Position, &'i Item<'n, 'a>)> {
    let count = columns(items.len()).max(1);
    let pitch = (area.height / count).clamp(1, 2);
    let top = area.y + area.height.saturating_sub(count * pitch) / 2;
    (top..)
        .step_by(usize::from(pitch))
        .zip(items)
        .map(move |(y, item)| (Position::new(x, y), item))
}

fn strokes(
    area: Rect,
    spots: &[(Position, &Item<'_, '_>)],
    label: usize,
    heart: &[Rect],
    owns: &[&ActorView],
    look: &Look<'_>,
    scene: &Scene<'_>,
) -> Vec<Stroke> {
    let mut strokes = Vec::new();
    let mut chosen = None;
    for (at, item) in spots {
        let Item::Node(node) = item else { continue };
        let is_left = at.x == area.x;
        let (x, y) = (f64::from(at.x - area.x), f64::from(at.y - area.y) + 0.5);
        let x = if is_left {
            x + f64::from(columns(label)) + 0.5
        } else {
            x - 0.5
        };
        for (place, pair) in &node.pairs {
            let Some(heart) = owns
                .iter()
                .position(|own| own.actor == pair.own)
                .and_then(|own| heart.get(own))
            else {
                continue;
            };
            let edge = if is_left { heart.x } else { heart.right() };
            let to = (f64::from(edge - area.x), f64::from(heart.y - area.y) + 1.5);
            let is_chosen = *place == look.selected;
            let stroke = Stroke {
                from: (x, y),
                to,
                dash: dash(pair.trust),
                style: if is_chosen {
                    scene.theme.accent
                } else {
                    faint(tint(look.rows[*place].tone, scene.theme), scene)
                },
            };
            if is_chosen {
                chosen = Some(stroke);
            } else {
                strokes.push(stroke);
            }
        }
    }
    strokes.extend(chosen);
    strokes
}

/// A line without a tone of its own steps back behind the words.
fn faint(style: Style, scene: &Scene<'_>) -> Style {
    if style.fg.is_some() {
        style
    } else {
        scene.theme.dim
    }
}

fn dash(trust: i32) -> Dash {
    match trust {
        60.. => Dash::Solid,
        45..60 => Dash::Dashed,
        _ => Dash::Dotted,
    }
}

fn label_of(
    node: &Node<'_>,
    (name, is_full): (usize, bool),
    look: &Look<'_>,
    scene: &Scene<'_>,
) -> Vec<Span<'static>> {
    let theme = scene.theme;
    let mut pairs = node.pairs.iter();
    let chosen = pairs.clone().find(|(place, _)| *place == look.selected);
    let is_one = node.pairs.len() == 1;
    let Some((place, pair)) = chosen.or_else(|| pairs.next()) else {
        return Vec::new();
    };
    let row = &look.rows[*place];
    let tone = tint(row.tone, theme);
    let words = if is_full {
        &node.other.name
    } else {
        &node.other.short
    };
    let mut spans = vec![
        if chosen.is_some() {
            mark(glyph::SELECTED, theme.accent)
        } else {
            blanks(1)
        },
        blanks(1),
        mark(sign(row.tone), tone),
        blanks(1),
        fitted(words, name, Style::new()),
    ];
    // With several of one's own, a number says nothing before it is said whose it is.
    if is_one || chosen.is_some() {
        let number = SafeText::from(i64::from(pair.trust));
        spans.push(fitted_right(&number, 4, theme.strong));
        spans.push(blanks(1));
        spans.extend(bar::change(pair.change, pair.better, theme));
    }
    spans
}
