//! The lists of the room, row by row.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use crate::engine::event::EventNo;
use crate::engine::view::DecisionView;
use crate::engine::view::DutyStatus;
use crate::engine::view::DutyView;
use crate::engine::view::FactView;
use crate::engine::view::LetterView;
use crate::engine::view::PanelView;
use crate::engine::view::RowView;
use crate::engine::view::SeatView;
use crate::model::time::Span as TimeSpan;
use crate::text::Arg;
use crate::text::SafeText;
use crate::text::clip;
use crate::tui::draft;
use crate::tui::piece::bar;
use crate::tui::piece::blanks;
use crate::tui::piece::ends;
use crate::tui::piece::fitted;
use crate::tui::piece::fitted_right;
use crate::tui::piece::glyph;
use crate::tui::piece::ink;
use crate::tui::piece::list::Row;
use crate::tui::piece::mark;
use crate::tui::piece::page::Page;
use crate::tui::piece::pane;
use crate::tui::piece::pane::Title;
use crate::tui::scene::Scene;
use crate::tui::screen::room::Part;

/// The letters as they are listed: this turn's first, then the turn before; within a turn oldest first.
pub(super) fn letters(view: &SeatView) -> Vec<&LetterView> {
    let mut letters: Vec<&LetterView> = view.inbox.iter().collect();
    letters.sort_by_key(|letter| (!letter.is_new, std::cmp::Reverse(letter.turn)));
    letters
}

/// Every number of every panel, in order.
pub(super) fn numbers(view: &SeatView) -> impl Iterator<Item = &RowView> {
    view.panels.iter().flat_map(|panel| &panel.rows)
}

/// The title of the panel that the number at that place is on.
pub(super) fn panel_title(view: &SeatView, place: usize) -> Option<SafeText> {
    let mut passed = 0;
    view.panels.iter().find_map(|panel| {
        passed += panel.rows.len();
        (place < passed).then(|| panel.title.clone())
    })
}

/// The catalogue's key for a part's title.
pub(super) fn title(part: Part) -> &'static str {
    match part {
        Part::Inbox => "play-inbox",
        Part::Decisions => "play-decisions",
        Part::Situation => "play-situation",
        Part::Facts => "play-facts",
        Part::Duties => "play-duties",
    }
}

/// How many things a part lists.
pub(super) fn count(part: Part, scene: &Scene<'_>) -> usize {
    match part {
        Part::Inbox => scene.view.inbox.len(),
        Part::Decisions => scene.view.decisions.len(),
        Part::Situation => numbers(scene.view).count(),
        Part::Facts => scene.view.facts.len(),
        Part::Duties => scene.view.duties.len(),
    }
}

/// Lines a part would take in full.
pub(super) fn height(part: Part, width: usize, scene: &Scene<'_>) -> usize {
    let count = count(part, scene);
    match part {
        Part::Inbox => {
            let turns: std::collections::BTreeSet<u16> =
                scene.view.inbox.iter().map(|letter| letter.turn).collect();
            2 * count + turns.len()
        }
        Part::Situation => {
            let panels = scene.view.panels.iter();
            let panels = panels.filter(|panel| !panel.rows.is_empty());
            panels
                .map(|panel| 1 + panel.rows.len() * if in_one_line(panel, width) { 1 } else { 2 })
                .sum()
        }
        Part::Decisions | Part::Duties => 2 * count,
        Part::Facts => count,
    }
    .max(1)
}

/// What stands at the right end of a part's title.
pub(super) fn badge(part: Part, scene: &Scene<'_>, unread: impl Fn(EventNo) -> bool) -> SafeText {
    match part {
        Part::Inbox => {
            let letters = scene.view.inbox.iter();
            let new = letters
                .filter(|letter| letter.is_new && unread(letter.no))
                .count();
            match new {
                0 => scene.count("play-count", scene.view.inbox.len()),
                new => scene.count("play-new", new),
            }
        }
        Part::Decisions => {
            let decisions = scene.view.decisions.iter();
            let open = decisions
                .filter(|decision| scene.draft.answered(decision).is_none())
                .count();
            match (open, scene.view.decisions.len()) {
                (_, 0) => SafeText::empty(),
                (0, _) => scene.say("play-all-answered"),
                (open, _) => scene.count("play-open", open),
            }
        }
        Part::Situation => SafeText::empty(),
        Part::Facts => scene.count("play-count", scene.view.facts.len()),
        Part::Duties => {
            let duties = scene.view.duties.iter();
            let running = duties
                .filter(|duty| duty.status == DutyStatus::Running)
                .count();
            match running {
                0 => SafeText::empty(),
                running => scene.count("play-running", running),
            }
        }
    }
}

/// The rows of a part.
pub(super) fn rows(
    part: Part,
    width: usize,
    scene: &Scene<'_>,
    unread: impl Fn(EventNo) -> bool,
) -> Vec<Row> {
    let rows = match part {
        Part::Inbox => inbox(width, scene, unread),
        Part::Decisions => {
            let decisions = scene.view.decisions.iter();
            decisions
                .map(|decision| decision_row(decision, width, scene))
                .collect()
        }
        Part::Situation => situation(width, scene),
        Part::Facts => {
            let facts = scene.view.facts.iter();
            facts.map(|fact| fact_row(fact, width, scene)).collect()
        }
        Part::Duties => {
            let duties = scene.view.duties.iter();
            duties.map(|duty| duty_row(duty, width, scene)).collect()
        }
    };
    if rows.is_empty() {
        let text = clip(&scene.say("play-none"), width);
        return vec![Row::heading(Line::from(ink(&text, scene.theme.dim)))];
    }
    rows
}

fn inbox(width: usize, scene: &Scene<'_>, unread: impl Fn(EventNo) -> bool) -> Vec<Row> {
    let theme = scene.theme;
    let mut rows = Vec::new();
    let mut turn = None;
    for letter in letters(scene.view) {
        if turn != Some(letter.turn) {
            turn = Some(letter.turn);
            let text = if letter.is_new {
                scene.say("play-this-turn")
            } else {
                scene.count("play-turn", usize::from(letter.turn))
            };
            rows.push(Row::heading(Line::from(ink(&text, theme.dim))));
        }
        let fresh = unread(letter.no) && letter.is_new;
        let (sign, style) = if fresh {
            (glyph::NEW, theme.strong)
        } else {
            (" ", Style::new())
        };
        let label = ink(&letter.label, theme.marking(letter.marking));
        let room = width.saturating_sub(2);
        rows.push(Row::new(vec![
            Line::from(vec![
                mark(sign, theme.accent),
                mark(" ", style),
                ink(&clip(&letter.title, room), style),
            ]),
            ends(
                vec![
                    blanks(2),
                    mark(glyph::channel(letter.channel), theme.dim),
                    blanks(1),
                    ink(&letter.from, theme.dim),
                ],
                vec![label],
                width,
            ),
        ]));
    }
    rows
}

fn decision_row(decision: &DecisionView, width: usize, scene: &Scene<'_>) -> Row {
    let theme = scene.theme;
    let answer = scene.draft.answered(decision).and_then(|answer| {
        decision
            .choices
            .iter()
            .find(|choice| choice.choice == answer)
    });
    let room = width.saturating_sub(2);
    let (sign, style) = match answer {
        Some(_) => (glyph::DONE, theme.good),
        None => (glyph::OPEN, theme.warn),
    };
    let second = match answer {
        Some(choice) => choice.label.clone(),
        None => until(decision.until, scene),
    };
    let second = if scene.together {
        SafeText::joined([&decision.seat_title, &second], " · ")
    } else {
        second
    };
    Row::new(vec![
        Line::from(vec![
            mark(sign, style),
            blanks(1),
            ink(&clip(&decision.title, room), Style::new()),
        ]),
        Line::from(vec![blanks(2), ink(&clip(&second, room), theme.dim)]),
    ])
}

/// By when a decision must be answered, in words.
pub(super) fn until(turn: u16, scene: &Scene<'_>) -> SafeText {
    if turn <= scene.view.turn {
        return scene.say("play-until-now");
    }
    scene.count("play-until", usize::from(turn))
}

/// The least columns a bar is worth showing in.
const SHORTEST: usize = 6;
/// Columns of a change: a sign, two digits, and whether it is for the worse.
const CHANGE: usize = 4;

/// Whether every number of a panel stands in one line with its name, its value, a bar and its change.
fn in_one_line(panel: &PanelView, width: usize) -> bool {
    let (name, value) = columns_of(panel);
    name + value + SHORTEST + CHANGE + 3 <= width
}

/// Columns of the longest name and of the longest value of a panel.
fn columns_of(panel: &PanelView) -> (usize, usize) {
    let widest = |text: fn(&RowView) -> &SafeText| {
        let rows = panel.rows.iter();
        rows.map(|row| text(row).width()).max().unwrap_or(0)
    };
    (widest(|row| &row.label), widest(|row| &row.shown))
}

fn situation(width: usize, scene: &Scene<'_>) -> Vec<Row> {
    let theme = scene.theme;
    let mut rows = Vec::new();
    for panel in scene
        .view
        .panels
        .iter()
        .filter(|panel| !panel.rows.is_empty())
    {
        rows.push(Row::heading(Line::from(ink(
            &clip(&panel.title, width),
            theme.dim,
        ))));
        rows.extend(
            panel
                .rows
                .iter()
                .map(|row| number_row(row, panel, width, scene)),
        );
    }
    rows
}

/// The numbers that moved since the last Reveal, under their panels' titles; all of them if none did.
pub(crate) fn moved_rows(width: usize, scene: &Scene<'_>) -> Vec<Row> {
    let dim = scene.theme.dim;
    let any = numbers(scene.view).any(|row| row.change != 0);
    let mut rows = Vec::new();
    for panel in &scene.view.panels {
        let mut moved = panel
            .rows
            .iter()
            .filter(|row| row.change != 0 || !any)
            .peekable();
        if moved.peek().is_some() {
            rows.push(Row::heading(Line::from(ink(
                &clip(&panel.title, width),
                dim,
            ))));
        }
        rows.extend(moved.map(|row| number_row(row, panel, width, scene)));
    }
    rows
}

fn number_row(row: &RowView, panel: &PanelView, width: usize, scene: &Scene<'_>) -> Row {
    let theme = scene.theme;
    let change = bar::change(row.change, row.better, theme);
    let drawn = |columns: usize| match row.bar {
        Some(range) => bar::bar(range, columns, theme),
        None => vec![blanks(columns)],
    };
    if !in_one_line(panel, width) {
        let long = (width / 3).clamp(SHORTEST, 16).min(width);
        let mut second = drawn(long);
        second.push(blanks(1));
        second.push(ink(
            &clip(&row.shown, width.saturating_sub(long + 1)),
            theme.strong,
        ));
        return Row::new(vec![
            ends(vec![ink(&row.label, Style::new())], change, width),
            Line::from(second),
        ]);
    }
    let (_, value) = columns_of(panel);
    let long = (width / 3).clamp(SHORTEST, 24);
    let name = width.saturating_sub(long + value + CHANGE + 3);
    // Where names are short, the bar takes what they leave.
    let (longest, _) = columns_of(panel);
    let long = long + name.saturating_sub(longest.max(18));
    let name = name.min(longest.max(18));
    let (long, name) = if name < longest {
        (long - (longest - name), longest)
    } else {
        (long, name)
    };
    let mut spans = vec![
        fitted(&row.label, name, Style::new()),
        blanks(1),
        fitted_right(&row.shown, value, theme.strong),
        blanks(1),
    ];
    spans.extend(drawn(long.min(28)));
    spans.push(blanks(1));
    spans.extend(change);
    Row::line(Line::from(spans))
}

fn fact_row(fact: &FactView, width: usize, scene: &Scene<'_>) -> Row {
    let theme = scene.theme;
    Row::line(ends(
        vec![ink(&fact.title, Style::new())],
        vec![ink(&fact.label, theme.marking(fact.marking))],
        width,
    ))
}

fn duty_row(duty: &DutyView, width: usize, scene: &Scene<'_>) -> Row {
    let (sign, style) = duty_sign(duty, scene);
    let room = width.saturating_sub(2);
    Row::new(vec![
        Line::from(vec![
            mark(sign, style),
            blanks(1),
            ink(&clip(&duty.name, room), Style::new()),
        ]),
        Line::from(vec![
            blanks(2),
            ink(&fitting_state(duty, room, scene), style),
        ]),
    ])
}

fn duty_sign(duty: &DutyView, scene: &Scene<'_>) -> (&'static str, Style) {
    let theme = scene.theme;
    match duty.status {
        DutyStatus::Idle | DutyStatus::Stopped => (glyph::STEADY, theme.dim),
        DutyStatus::Running => (glyph::OPEN, theme.warn),
        DutyStatus::Met => (glyph::DONE, theme.good),
        DutyStatus::Missed => (glyph::BARRED, theme.bad),
    }
}

/// Where a duty stands in so many columns: without the deadline's date if it does not fit.
fn fitting_state(duty: &DutyView, columns: usize, scene: &Scene<'_>) -> SafeText {
    let whole = duty_state(duty, scene);
    if whole.width() <= columns || duty.status != DutyStatus::Running {
        return clip(&whole, columns);
    }
    let (span, late) = time_left(duty);
    let key = if late {
        "play-duty-late-short"
    } else {
        "play-duty-left"
    };
    clip(&scene.fill(key, &[("left", Arg::from(span))]), columns)
}

/// The time to a duty's deadline, and whether it has passed.
fn time_left(duty: &DutyView) -> (SafeText, bool) {
    let left = duty.minutes_left.unwrap_or(0);
    (SafeText::line(&TimeSpan(left.abs()).to_string()), left < 0)
}

/// Where a duty stands, in words, with the time left.
pub(super) fn duty_state(duty: &DutyView, scene: &Scene<'_>) -> SafeText {
    match duty.status {
        DutyStatus::Idle => scene.fill("play-duty-idle", &[("trigger", Arg::from(&duty.trigger))]),
        DutyStatus::Met => scene.say("play-duty-met"),
        DutyStatus::Missed => scene.say("play-duty-missed"),
        DutyStatus::Stopped => scene.say("play-duty-stopped"),
        DutyStatus::Running => {
            let (span, late) = time_left(duty);
            let key = if late {
                "play-duty-late"
            } else {
                "play-duty-running"
            };
            scene.fill(
                key,
                &[
                    ("left", Arg::from(span)),
                    ("due", Arg::from(&duty.story_due)),
                ],
            )
        }
    }
}

/// The plan, where there is room to show it all the time.
pub(super) fn draw_plan(frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
    let theme = scene.theme;
    let badge = scene.say(if scene.has_sealed() {
        "play-sealed"
    } else {
        "play-not-sealed"
    });
    let title = Title::new(scene.say("play-plan")).badge(badge);
    let inner = pane::titled(frame, area, &title, theme);
    let mut page = Page::new(inner.width);
    for purse in &scene.view.purses {
        if scene.together {
            page.gap();
            page.say(&purse.title, theme.dim);
        }
        let planned = draft::planned(scene.view, scene.draft, purse.seat, scene.words);
        if planned.is_empty() {
            page.say(&scene.say("play-plan-empty"), theme.dim);
        }
        for one in &planned {
            let lead = vec![
                mark(glyph::family(one.family), theme.family(one.family)),
                blanks(1),
            ];
            page.hang(lead, &one.label, Style::new());
            let cost = vec![
                blanks(2),
                ink(&scene.cost(one.hours, one.capital), theme.dim),
            ];
            page.row(cost);
        }
    }
    page.draw(frame, inner, 0, theme);
}
