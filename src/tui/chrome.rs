//! What stands around every screen: the EXERCISE marking and the safe word, the clock, the status line, the keys.

use ratatui::Frame;
use ratatui::layout::Constraint;
use ratatui::layout::Layout;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::text::Span;

use crate::engine::view::SeatView;
use crate::text::Arg;
use crate::text::SafeText;
use crate::text::clip;
use crate::tui::draft;
use crate::tui::keys;
use crate::tui::keys::Binding;
use crate::tui::msg::Msg;
use crate::tui::msg::Place;
use crate::tui::piece::bar;
use crate::tui::piece::blanks;
use crate::tui::piece::cut;
use crate::tui::piece::ends;
use crate::tui::piece::ink;
use crate::tui::piece::mark;
use crate::tui::scene::Scene;
use crate::tui::screen::Layer;
use crate::tui::screen::Screen;
use crate::tui::screen::Typing;

/// The smallest terminal that the screens fit in.
pub const LEAST: (u16, u16) = (60, 18);

/// Rows above and below a screen.
const ABOVE: u16 = 3;
const BELOW: u16 = 2;

/// Columns that a seat's title keeps when the times need the line.
const LEAST_SEAT: usize = 16;

/// The area of a screen in a terminal of that size, between its margins.
pub fn body(size: Rect) -> Rect {
    let [_, body, _] = Layout::vertical([
        Constraint::Length(ABOVE),
        Constraint::Min(0),
        Constraint::Length(BELOW),
    ])
    .areas(size);
    Rect {
        x: body.x + 1.min(body.width),
        width: body.width.saturating_sub(2),
        ..body
    }
}

/// Says that the terminal is too small.
pub fn draw_too_small(frame: &mut Frame<'_>, scene: &Scene<'_>) {
    let size = frame.area();
    let args = [
        ("columns", Arg::from(size.width)),
        ("rows", Arg::from(size.height)),
        ("least-columns", Arg::from(LEAST.0)),
        ("least-rows", Arg::from(LEAST.1)),
    ];
    let text = scene.fill("play-too-small", &args);
    let lines = crate::text::wrap(&text, usize::from(size.width));
    for (line, row) in lines.iter().zip(size.rows()) {
        let line = Line::from(ink(line, Style::new()));
        frame.buffer_mut().set_line(row.x, row.y, &line, row.width);
    }
}

/// Draws header, status line and footer around `screen`.
pub fn draw(
    frame: &mut Frame<'_>,
    screen: &Screen,
    scene: &Scene<'_>,
    message: Option<&(SafeText, bool)>,
) {
    let size = frame.area();
    // Behind the curtain nothing of anybody's is told.
    let curtained = matches!(screen, Screen::Curtain(_));
    let rows: Vec<Rect> = size.rows().collect();
    let [first, second, .., status, footer] = rows.as_slice() else {
        return;
    };
    line(frame, *first, &marking(*first, scene));
    if !curtained {
        line(frame, *second, &clock(*second, scene));
    }
    if scene.view.paused {
        frame.buffer_mut().set_style(*status, scene.theme.banner);
        let text = ink(&scene.say("play-paused"), scene.theme.banner);
        line(frame, *status, &Line::from(vec![blanks(1), text]));
    } else if let Some((text, is_bad)) = message {
        let (sign, style) = if *is_bad {
            ("! ", scene.theme.warn)
        } else {
            ("> ", scene.theme.good)
        };
        let text = clip(text, usize::from(status.width.saturating_sub(4)));
        line(
            frame,
            *status,
            &Line::from(vec![blanks(1), mark(sign, style), ink(&text, style)]),
        );
    } else if !curtained {
        line(frame, *status, &state(*status, scene));
    }
    line(frame, *footer, &keys_line(*footer, screen, scene));
}

fn line(frame: &mut Frame<'_>, area: Rect, line: &Line<'static>) {
    frame
        .buffer_mut()
        .set_line(area.x, area.y, line, area.width);
}

/// `EXERCISE` and whose it is; at the right what to say if something real happens.
fn marking(area: Rect, scene: &Scene<'_>) -> Line<'static> {
    let theme = scene.theme;
    let name = if scene.view.title.is_empty() {
        scene.say("home-name")
    } else {
        scene.view.title.clone()
    };
    let width = usize::from(area.width.saturating_sub(1));
    let long = scene.say("play-safe-word");
    let safe = if width >= 100 {
        long
    } else {
        scene.say("play-safe-word-short")
    };
    let tag = SafeText::joined([&scene.say("play-exercise")], "");
    ends(
        vec![
            mark(" ", theme.exercise),
            ink(&tag, theme.exercise),
            mark(" ", theme.exercise),
            blanks(1),
            ink(&name, theme.strong),
        ],
        vec![ink(&safe, theme.dim)],
        width,
    )
}

/// Whose view it is, the turn, the story's time; at the right what is left to spend.
fn clock(area: Rect, scene: &Scene<'_>) -> Line<'static> {
    let theme = scene.theme;
    let view = scene.view;
    let width = usize::from(area.width.saturating_sub(1));
    if view.title.is_empty() {
        return Line::from(vec![blanks(1), ink(&scene.say("home-tagline"), theme.dim)]);
    }
    let seats = if view.roles.is_empty() {
        scene.say("replay-truth")
    } else {
        SafeText::joined(view.roles.iter().map(|role| &role.title), " + ")
    };
    let turn = if view.turn == 0 {
        scene.say("play-preparation")
    } else {
        scene.fill(
            "play-turn-of",
            &[
                ("n", Arg::from(view.turn)),
                ("of", Arg::from(view.last_turn)),
            ],
        )
    };
    let dot = SafeText::line(" · ");
    let dotted = |text: &SafeText, style| [ink(&dot, theme.dim), ink(text, style)];
    let mut times = dotted(&turn, theme.strong).to_vec();
    if !view.story_from.is_empty() {
        times.extend(dotted(&story(view), Style::new()));
    }
    // A seat's long title gives way to the times; what comes after them fits beside it or is left out.
    let whole = bar::width(&[ink(&seats, theme.accent)]);
    let least = whole.min(LEAST_SEAT);
    let step = scene.say(view.step.key());
    let since = SafeText::line(&view.from.to_string());
    for (text, seat) in [
        (&view.story_own, least),
        (&step, least),
        (&since, least),
        (&view.phase, whole),
        (&view.turn_title, whole),
    ] {
        let more = dotted(text, theme.dim);
        // Half a title says less than none.
        if !text.is_empty() && 1 + seat + bar::width(&times) + bar::width(&more) <= width {
            times.extend(more);
        }
    }
    let room = width.saturating_sub(1 + bar::width(&times));
    let seats = clip(&seats, room.max(LEAST_SEAT));
    let mut left = vec![blanks(1), ink(&seats, theme.accent)];
    left.extend(times);
    ends(left, Vec::new(), width)
}

/// `Wed 08:00–16:00`, `Thu 23:00–Fri 07:00, day 2`: what is the same is said once, and days are counted at the end.
fn story(view: &SeatView) -> SafeText {
    let (from, to) = (view.story_from.as_str(), view.story_to.as_str());
    let [is_same_day, is_same_count] = [
        [from, to].map(|time| time.split_once(' ').map(|(day, _)| day)),
        [from, to].map(|time| time.split_once(", ").map(|(_, count)| count)),
    ]
    .map(|[one, other]| one == other);
    let span = match (is_same_day, is_same_count) {
        // The same weekday of another week: only the counts tell them apart.
        (true, false) => format!("{from}–{to}"),
        (same_day, _) => {
            let begins = from.split_once(", ").map_or(from, |(time, _)| time);
            let ends = to.split_once(' ').filter(|_| same_day);
            format!("{begins}–{}", ends.map_or(to, |(_, time)| time))
        }
    };
    SafeText::line(format!("{span} {}", view.story_zone.as_str()).trim_end())
}

/// What is planned and what is left: hours and capital, with bars.
fn state(area: Rect, scene: &Scene<'_>) -> Line<'static> {
    let theme = scene.theme;
    let width = usize::from(area.width.saturating_sub(1));
    let mut spans = vec![blanks(1)];
    for purse in &scene.view.purses {
        let (hours, capital) = draft::spent(scene.view, scene.draft, purse.seat);
        let (has_hours, has_capital) = draft::means(purse);
        if scene.together {
            spans.push(ink(&purse.title, theme.dim));
            spans.push(blanks(1));
        }
        let left_hours = has_hours - hours;
        let left_capital = has_capital - capital;
        let args = [
            ("left", Arg::from(left_hours)),
            ("has", Arg::from(has_hours)),
        ];
        let style = if left_hours < 0 {
            theme.bad
        } else {
            theme.strong
        };
        spans.push(ink(&scene.fill("play-hours-left", &args), style));
        spans.push(blanks(1));
        spans.extend(bar::bar(
            (left_hours, left_hours, has_hours.max(1)),
            8,
            theme,
        ));
        spans.push(blanks(2));
        if has_capital > 0 || capital > 0 {
            let args = [
                ("left", Arg::from(left_capital)),
                ("has", Arg::from(has_capital)),
            ];
            let style = if left_capital < 0 {
                theme.bad
            } else {
                theme.strong
            };
            spans.push(ink(&scene.fill("play-capital-left", &args), style));
            spans.push(blanks(2));
        }
        let planned = scene.draft.acts(purse.seat).len();
        let (key, style) = match (purse.has_sealed, planned) {
            (true, _) => ("play-state-sealed", theme.good),
            (false, 0) => ("play-state-empty", theme.dim),
            (false, _) => ("play-state-planned", theme.warn),
        };
        spans.push(ink(&scene.count(key, planned), style));
        spans.push(blanks(3));
    }
    Line::from(cut(spans, width))
}

/// The keys of the screen, the most natural first, as many as fit; help is always there.
fn keys_line(area: Rect, screen: &Screen, scene: &Scene<'_>) -> Line<'static> {
    let width = usize::from(area.width.saturating_sub(2));
    let place = screen.place();
    let mut shown: Vec<&Binding> = keys::of(place)
        .filter(|binding| binding.rank > 0 && screen.answers(&binding.msg, scene))
        .collect();
    shown.sort_by_key(|binding| binding.rank);
    let text = screen.typing() == Typing::Text;
    let mut always: Vec<&Binding> = keys::of(Place::Anywhere)
        .filter(|binding| binding.rank > 0 && !text && place != Place::Help)
        .collect();
    always.sort_by_key(|binding| std::cmp::Reverse(binding.rank));
    let mut tail: Vec<Span<'static>> = Vec::new();
    for binding in &always {
        if binding.msg == Msg::Help || width >= 110 {
            tail.extend(key_spans(binding, &scene.say(binding.does), scene));
        }
    }
    let room = width.saturating_sub(bar::width(&tail) + 1);
    let mut spans = vec![blanks(1)];
    for binding in shown {
        let words = match (&binding.msg, screen.next(scene)) {
            (Msg::Enter, Some(next)) => clip(&next, (room / 3).max(20)),
            _ => scene.say(binding.does),
        };
        let key = key_spans(binding, &words, scene);
        if bar::width(&spans) + bar::width(&key) > room {
            continue;
        }
        spans.extend(key);
    }
    ends(spans, tail, usize::from(area.width))
}

fn key_spans(binding: &Binding, words: &SafeText, scene: &Scene<'_>) -> Vec<Span<'static>> {
    let label = SafeText::line(&binding.label());
    let does = if binding.msg == Msg::Enter {
        scene.theme.strong
    } else {
        scene.theme.dim
    };
    vec![
        ink(&label, scene.theme.accent),
        blanks(1),
        ink(words, does),
        blanks(2),
    ]
}
