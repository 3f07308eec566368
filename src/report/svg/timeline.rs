//! The timeline: a column a turn, a lane for what arrived, one for each seat, and the clocks.

use crate::engine::view::DutyStatus;
use crate::model::family::Family;
use crate::report::debrief::ActPart;
use crate::report::debrief::Debrief;
use crate::report::debrief::TurnPart;
use crate::report::svg::Drawing;
use crate::report::svg::fit;
use crate::report::svg::wide;
use crate::text::SafeText;
use crate::text::Words;

const WIDTH: i64 = 10_000;
/// Room for the lanes' names.
const LEFT: i64 = 1700;
const HEAD: i64 = 850;
const LETTERS: i64 = 130;
/// The size of the letters of a turn's title and time.
const SMALL: i64 = 112;
/// From one line to the next.
const LEADING: i64 = 150;
/// A mark and the room around it.
const MARK: i64 = 210;
const CELL: i64 = 260;
/// Space above and below what a lane holds.
const PAD: i64 = 90;

/// The timeline of an exercise.
pub(in crate::report) fn timeline(debrief: &Debrief, words: &Words) -> String {
    let columns = i64::try_from(debrief.turns.len()).unwrap_or(1).max(1);
    let layout = Layout {
        column: (WIDTH - LEFT) / columns,
    };
    let lanes: Vec<Lane<'_>> = lanes(debrief, words);
    let heights: Vec<i64> = lanes
        .iter()
        .map(|lane| layout.height(lane, debrief))
        .collect();
    let height = HEAD + heights.iter().sum::<i64>() + PAD;
    let counts = [
        ("turns", debrief.turns.len().into()),
        (
            "injects",
            debrief
                .turns
                .iter()
                .map(|turn| turn.injects.len())
                .sum::<usize>()
                .into(),
        ),
        ("acts", acts_in(debrief).into()),
    ];
    let said = words.fill("report-timeline-text", &counts);
    let title = words.say("report-timeline");
    let mut drawing = Drawing::new(
        "timeline",
        "timeline",
        (WIDTH, height),
        &title,
        said.as_str(),
    );
    layout.head(&mut drawing, debrief, height - PAD);
    let mut top = HEAD;
    for (lane, height) in lanes.iter().zip(heights) {
        drawing.line("grid", (0, top), (WIDTH, top));
        let room = usize::try_from((height - PAD) / LEADING).unwrap_or(1);
        let at = (0, top + PAD + LETTERS);
        drawing.lines("lane", at, LEADING, &lane.name, (LEFT - 100, room), LETTERS);
        layout.lane(&mut drawing, lane, debrief, top);
        top += height;
    }
    drawing.finish()
}

fn acts_in(debrief: &Debrief) -> usize {
    debrief.turns.iter().map(|turn| turn.acts.len()).sum()
}

/// A row of the timeline.
struct Lane<'a> {
    name: SafeText,
    holds: Holds<'a>,
}

enum Holds<'a> {
    Injects,
    /// The acts of the seat at a place of the debrief's list.
    Acts(usize),
    Duty(&'a crate::report::debrief::DutyPart),
}

fn lanes<'a>(debrief: &'a Debrief, words: &Words) -> Vec<Lane<'a>> {
    let mut lanes = vec![Lane {
        name: words.say("report-lane-injects"),
        holds: Holds::Injects,
    }];
    for (place, seat) in debrief.seats.iter().enumerate() {
        lanes.push(Lane {
            name: seat.title.clone(),
            holds: Holds::Acts(place),
        });
    }
    for duty in &debrief.duties {
        if duty.started.is_some() {
            lanes.push(Lane {
                name: duty.name.clone(),
                holds: Holds::Duty(duty),
            });
        }
    }
    lanes
}

struct Layout {
    /// The width of a turn.
    column: i64,
}

impl Layout {
    fn x(&self, place: usize) -> i64 {
        LEFT + self.column * i64::try_from(place).unwrap_or_default()
    }

    /// Where a moment lies: turns are drawn equally wide, however long they last.
    fn when(&self, debrief: &Debrief, minutes: i32) -> i64 {
        let turns = debrief.turns.iter().enumerate();
        let mut latest = LEFT;
        for (place, turn) in turns {
            let (from, to) = (turn.from.minutes, turn.to.minutes);
            if minutes < from {
                break;
            }
            let part = i64::from(minutes.min(to) - from) * self.column;
            latest = self.x(place) + part / i64::from((to - from).max(1));
        }
        latest
    }

    /// How many marks of a width fit side by side in a turn.
    fn across(&self, width: i64) -> usize {
        usize::try_from((self.column - 100) / width)
            .unwrap_or(1)
            .max(1)
    }

    fn height(&self, lane: &Lane<'_>, debrief: &Debrief) -> i64 {
        let rows = |count: usize, across: usize| count.div_ceil(across.max(1));
        let turns = debrief.turns.iter();
        let most = match lane.holds {
            Holds::Injects => turns
                .map(|turn| rows(turn.injects.len(), self.across(chip(debrief))))
                .max(),
            Holds::Acts(seat) => turns
                .map(|turn| rows(acts(turn, seat).count(), self.across(CELL)))
                .max(),
            Holds::Duty(_) => None,
        };
        let rows = i64::try_from(most.unwrap_or(1).max(1)).unwrap_or(1);
        rows * CELL + 2 * PAD
    }

    fn head(&self, drawing: &mut Drawing, debrief: &Debrief, bottom: i64) {
        for (place, turn) in debrief.turns.iter().enumerate() {
            let x = self.x(place);
            drawing.line("grid", (x, 0), (x, bottom));
            let room = self.column - 80;
            let number = SafeText::from(i64::from(turn.turn));
            drawing.text("turn", (x + 50, 170), number.as_str());
            let at = (x + 50, 330);
            drawing.lines("small", at, LEADING, &turn.title, (room, 3), SMALL);
            // The day of the story stands in the table.
            let story = turn.from.story.as_str();
            let story = story.split(',').next().unwrap_or(story);
            drawing.text("small", (x + 50, HEAD - 60), story);
        }
    }

    fn lane(&self, drawing: &mut Drawing, lane: &Lane<'_>, debrief: &Debrief, top: i64) {
        let top = top + PAD;
        match lane.holds {
            Holds::Injects => {
                let width = chip(debrief);
                for (place, turn) in debrief.turns.iter().enumerate() {
                    for (number, inject) in turn.injects.iter().enumerate() {
                        let at = self.cell(place, number, width, top);
                        let class = if inject.by_hand { "chip hand" } else { "chip" };
                        drawing.rect(class, at, (width - 50, MARK), 40);
                        let text = fit(&inject.number, width, LETTERS);
                        drawing.text(
                            "num mid",
                            (at.0 + (width - 50) / 2, at.1 + MARK - 60),
                            &text,
                        );
                    }
                }
            }
            Holds::Acts(seat) => {
                for (place, turn) in debrief.turns.iter().enumerate() {
                    for (number, act) in acts(turn, seat).enumerate() {
                        let at = self.cell(place, number, CELL, top);
                        mark(drawing, act.family, act.is_answer, at);
                    }
                }
            }
            Holds::Duty(duty) => self.duty(drawing, duty, debrief, top),
        }
    }

    /// Where the mark of a number stands in a turn.
    fn cell(&self, place: usize, number: usize, width: i64, top: i64) -> (i64, i64) {
        let across = self.across(width);
        let at = |count: usize| i64::try_from(count).unwrap_or_default();
        (
            self.x(place) + 60 + at(number % across) * width,
            top + at(number / across) * CELL,
        )
    }

    /// A clock: a bar from where it started to where it was due, and how it ended.
    fn duty(
        &self,
        drawing: &mut Drawing,
        duty: &crate::report::debrief::DutyPart,
        debrief: &Debrief,
        top: i64,
    ) {
        let (Some(started), Some(due)) = (&duty.started, &duty.due) else {
            return;
        };
        let (start, end) = (
            self.when(debrief, started.minutes),
            self.when(debrief, due.minutes),
        );
        drawing.rect("clock", (start, top + 60), ((end - start).max(90), 90), 45);
        let class = match duty.status {
            DutyStatus::Met => "good",
            DutyStatus::Missed => "bad",
            _ => "num",
        };
        let at = duty
            .reported
            .as_ref()
            .map_or(end, |reported| self.when(debrief, reported.minutes));
        let sign = match duty.status {
            DutyStatus::Met => "✓ ",
            DutyStatus::Missed => "✕ ",
            _ => "",
        };
        let text = format!("{sign}{}", duty.status_word);
        let width = wide(&text, LETTERS) + 120;
        let at = at.clamp(LEFT + width / 2, WIDTH - width / 2);
        drawing.rect("paper", (at - width / 2, top), (width, MARK), 40);
        drawing.text(&format!("mid {class}"), (at, top + 155), &text);
    }
}

fn acts(turn: &TurnPart, seat: usize) -> impl Iterator<Item = &ActPart> {
    turn.acts.iter().filter(move |act| act.seat == seat)
}

/// The width of an inject's chip: that of the longest control number.
fn chip(debrief: &Debrief) -> i64 {
    let injects = debrief.turns.iter().flat_map(|turn| &turn.injects);
    let most = injects.map(|inject| wide(inject.number.as_str(), LETTERS));
    most.max().unwrap_or(0).clamp(300, 1200) + 130
}

/// The sign of a family: a shape and a letter; an answer to a decision has a rim.
fn mark(drawing: &mut Drawing, family: Family, is_answer: bool, (x, y): (i64, i64)) {
    let (class, letter) = match family {
        Family::Share => ("share", "S"),
        Family::Condemn => ("condemn", "C"),
        Family::Escalate => ("escalate", "E"),
        Family::Contain => ("contain", "T"),
        Family::Hold => ("hold", "H"),
    };
    let half = MARK / 2;
    let class = format!("mark {class}{}", if is_answer { " answer" } else { "" });
    match family {
        Family::Share => drawing.put(format_args!(
            "<circle class=\"{class}\" cx=\"{}\" cy=\"{}\" r=\"{half}\"/>",
            x + half,
            y + half
        )),
        Family::Condemn => drawing.put(format_args!(
            "<polygon class=\"{class}\" points=\"{},{} {},{} {},{} {},{}\"/>",
            x + half,
            y - 15,
            x + MARK + 15,
            y + half,
            x + half,
            y + MARK + 15,
            x - 15,
            y + half
        )),
        Family::Escalate => drawing.put(format_args!(
            "<polygon class=\"{class}\" points=\"{},{} {},{} {},{}\"/>",
            x + half,
            y - 25,
            x + MARK + 20,
            y + MARK,
            x - 20,
            y + MARK
        )),
        Family::Contain => drawing.rect(&class, (x, y), (MARK, MARK), 30),
        Family::Hold => drawing.rect(&class, (x - 10, y + 25), (MARK + 20, MARK - 50), 80),
    }
    let low = if family == Family::Escalate { 30 } else { 0 };
    drawing.text("letter", (x + half, y + half + 45 + low), letter);
}

/// The sign of a family by itself, for a legend. `id` is unique in the page.
pub(in crate::report) fn sign(family: Family, name: &SafeText, id: &str) -> String {
    let mut drawing = Drawing::new(id, "sign", (MARK + 60, MARK + 60), name, "");
    mark(&mut drawing, family, false, (30, 30));
    drawing.finish()
}
