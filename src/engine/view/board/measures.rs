//! Measures: the response menu by category, how far along each entry is, and what it does to channels and to people.

use crate::engine::act::Act;
use crate::engine::ledger::book::BookAct;
use crate::engine::ledger::measures::MeasureView;
use crate::engine::ledger::measures::Stage;
use crate::engine::view::SeatView;
use crate::engine::view::Subject;
use crate::engine::view::board::Board;
use crate::engine::view::board::BoardRow;
use crate::engine::view::board::Tone;
use crate::engine::view::board::acts;
use crate::engine::view::board::moved;
use crate::model::ledger::Ledger;
use crate::model::ledger::measures::Category;
use crate::model::ledger::measures::Lane;
use crate::text::SafeText;
use crate::text::Words;

/// The board of measures.
pub(super) const BOARD: Board = Board {
    word: "measures",
    title: "board-measures",
    about: "board-measures-about",
    is_there: |view| !view.book.measures.menu.is_empty(),
    rows,
};

fn rows(view: &SeatView, words: &Words) -> Vec<BoardRow> {
    let mut rows = Vec::new();
    for call in &view.book.measures.pressed {
        let key = if call.is_loud {
            "measures-pressure-loud"
        } else {
            "measures-pressure"
        };
        let about = Subject::Row(Ledger::Measures, call.seat.0, 1);
        let shown = words.fill(key, &[("points", call.points.into())]);
        let row = BoardRow::new(words.say("board-measures-call"), shown)
            .under(&words.say("board-measures-home"))
            .bar(call.points, call.points, 100)
            .tone(if call.is_loud {
                Tone::Open
            } else {
                Tone::Quiet
            })
            .say(words.say("board-measures-call-about"));
        rows.push(moved(view, row, about));
    }
    // The categories are no rungs; what is in force comes first in each.
    for &category in Category::ALL {
        let mut menu: Vec<&MeasureView> = view
            .book
            .measures
            .menu
            .iter()
            .filter(|measure| measure.category == category)
            .collect();
        menu.sort_by_key(|measure| !matches!(measure.stage, Stage::Taken(..)));
        let group = words.say(category_word(category));
        rows.extend(menu.into_iter().map(|measure| {
            let about = Subject::Row(Ledger::Measures, measure.measure.0, 0);
            moved(view, row(measure, view, words).under(&group), about)
        }));
    }
    rows
}

fn category_word(category: Category) -> &'static str {
    match category {
        Category::Preventive => "measures-preventive",
        Category::Cooperative => "measures-cooperative",
        Category::Stability => "measures-stability",
        Category::Restrictive => "measures-restrictive",
        Category::LawfulResponse => "measures-lawful",
    }
}

fn row(measure: &MeasureView, view: &SeatView, words: &Words) -> BoardRow {
    let is_taken = matches!(measure.stage, Stage::Taken(..));
    let narrow = is_taken && measure.channel < 1000;
    let percent = measure.channel / 10;
    let mut row = BoardRow::new(measure.name.clone(), stage(measure, words));
    if is_taken && !measure.cuts.is_empty() {
        row = row.bar(percent, percent, 100);
    }
    row.tone(match measure.stage {
        Stage::Taken(..) if measure.badly_drafted || (narrow && percent < 50) => Tone::Bad,
        Stage::Taken(..) => Tone::Good,
        Stage::Proposed(_) => Tone::Open,
        Stage::Open => Tone::Plain,
        Stage::Ended(_) => Tone::Quiet,
    })
    .say(measure.about.clone())
    .say(aimed(measure, words))
    .say(prepared(measure, words))
    .say(drafted(measure, words))
    .say(cut(measure, words))
    .say(felt(measure, words))
    .say(lasts(measure, words))
    .say(voted(measure, words))
    .say(deters(measure, words))
    .acts(acts(view, |action| {
        matches!(action.act, Act::Book(BookAct::Measures(act)) if act.measure() == measure.measure)
    }))
}

fn stage(measure: &MeasureView, words: &Words) -> SafeText {
    let said = |key: &str, turn: u16| words.fill(key, &[("turn", turn.into())]);
    match measure.stage {
        Stage::Open => words.say("measures-stage-open"),
        Stage::Proposed(turn) => said("measures-stage-proposed", turn),
        Stage::Ended(turn) => said("measures-stage-ended", turn),
        Stage::Taken(_, Some(until)) => said("measures-stage-until", until),
        Stage::Taken(turn, None) => said("measures-stage-taken", turn),
    }
}

/// At whom it is aimed, and where it holds somebody to account.
fn aimed(measure: &MeasureView, words: &Words) -> SafeText {
    let lane = words.say(match measure.lane {
        Some(Lane::Naming) => "measures-lane-naming",
        Some(Lane::Legal) => "measures-lane-legal",
        Some(Lane::Sanctions) => "measures-lane-sanctions",
        Some(Lane::Reputation) => "measures-lane-reputation",
        None => "measures-lane-none",
    });
    match &measure.target {
        Some(target) => words.fill(
            "board-measures-target",
            &[("target", target.into()), ("lane", lane.into())],
        ),
        None => words.fill("board-measures-lane", &[("lane", lane.into())]),
    }
}

/// What has been done before it is taken.
fn prepared(measure: &MeasureView, words: &Words) -> SafeText {
    if !measure.is_weighty || !measure.is_own {
        return SafeText::empty();
    }
    words.say(match (measure.checked, measure.consulted) {
        (true, true) => "board-measures-prepared",
        (true, false) => "board-measures-checked",
        (false, true) => "board-measures-consulted",
        (false, false) => "board-measures-unprepared",
    })
}

fn drafted(measure: &MeasureView, words: &Words) -> SafeText {
    if measure.badly_drafted {
        words.say("board-measures-bad")
    } else {
        SafeText::empty()
    }
}

/// Whom it cuts off, and how far.
fn cut(measure: &MeasureView, words: &Words) -> SafeText {
    if measure.cuts.is_empty() {
        return SafeText::empty();
    }
    let names = SafeText::joined(measure.cuts.iter(), ", ");
    let args = [
        ("names", names.into()),
        ("percent", (measure.channel / 10).into()),
    ];
    words.fill(
        match (measure.exempt, measure.guided) {
            (false, _) => "board-measures-cut",
            (true, false) => "board-measures-cut-exempt",
            (true, true) => "board-measures-cut-guided",
        },
        &args,
    )
}

/// What it does to people who had no part in anything.
fn felt(measure: &MeasureView, words: &Words) -> SafeText {
    if measure.hurts.is_empty() {
        return SafeText::empty();
    }
    let hurts = measure.hurts.iter().map(|(name, by)| {
        let args = [("name", name.into()), ("by", (*by).into())];
        words.fill("board-measures-hurts-one", &args)
    });
    let hurts: Vec<SafeText> = hurts.collect();
    let names = SafeText::joined(hurts.iter(), ", ");
    words.fill("board-measures-hurts", &[("names", names.into())])
}

fn voted(measure: &MeasureView, words: &Words) -> SafeText {
    if measure.members.is_empty() {
        return SafeText::empty();
    }
    let members = measure.members.iter().map(|(name, assents)| {
        let key = if *assents {
            "board-measures-assents"
        } else {
            "board-measures-waits"
        };
        words.fill(key, &[("name", name.into())])
    });
    let members: Vec<SafeText> = members.collect();
    let names = SafeText::joined(members.iter(), ", ");
    words.fill("board-measures-members", &[("names", names.into())])
}

fn deters(measure: &MeasureView, words: &Words) -> SafeText {
    let Some((most, from, to)) = measure.deters else {
        return SafeText::empty();
    };
    let args = [
        ("most", (most / 10).into()),
        ("from", from.into()),
        ("to", to.into()),
    ];
    words.fill("board-measures-deters", &args)
}

/// What it does for as long as it stands: where it slows what spreads, whom it relieves.
fn lasts(measure: &MeasureView, words: &Words) -> SafeText {
    let readies = measure.readies.iter().map(|(name, by)| {
        let args = [("name", name.into()), ("by", (*by / 10).into())];
        words.fill("board-measures-readies", &args)
    });
    let relieves = measure.relieves.iter().map(|(name, by, was_told)| {
        let args = [("name", name.into()), ("by", (*by).into())];
        let key = if *was_told {
            "board-measures-relieves"
        } else {
            "board-measures-relieves-untold"
        };
        words.fill(key, &args)
    });
    let lines: Vec<SafeText> = readies.chain(relieves).collect();
    SafeText::joined(lines.iter(), " ")
}
