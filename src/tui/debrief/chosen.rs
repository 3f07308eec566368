//! The tabs of the debrief that say what was chosen: by those who look, and by the others.

use crate::report::Debrief;
use crate::report::debrief::DecisionRecord;
use crate::text::Arg;
use crate::text::SafeText;
use crate::text::Words;
use crate::tui::debrief::Block;
use crate::tui::debrief::Tone;
use crate::tui::debrief::tell::dotted;
use crate::tui::debrief::tell::noted;
use crate::tui::debrief::tell::turn;

/// What was sealed together: the acts of a seat in a turn, in the order in which each plan's first took effect.
fn plans(debrief: &Debrief, is_own: bool) -> Vec<Vec<&DecisionRecord>> {
    let mut plans: Vec<Vec<&DecisionRecord>> = Vec::new();
    for record in debrief.decisions.iter().filter(|one| one.is_own == is_own) {
        let is_same = |plan: &&mut Vec<&DecisionRecord>| {
            (plan[0].at.turn, &plan[0].seat) == (record.at.turn, &record.seat)
        };
        match plans.iter_mut().find(is_same) {
            Some(plan) => plan.push(record),
            None => plans.push(vec![record]),
        }
    }
    plans
}

/// What was said of all of a plan and not of one act in it.
fn said_of_plan<'a>(plan: &[&'a DecisionRecord]) -> Option<&'a SafeText> {
    let mut said = plan.iter().filter(|record| record.is_of_plan);
    said.find_map(|record| Some(&record.rationale).filter(|text| !text.is_empty()))
}

/// The choices of those who look, with what they passed by.
pub(super) fn own(debrief: &Debrief, words: &Words) -> Vec<Block> {
    let mut blocks = Vec::new();
    let you_said = |why: &SafeText| {
        let why = [("why", Arg::from(why))];
        Block::Note(words.fill("reveal-you-said", &why))
    };
    for plan in plans(debrief, true) {
        if let Some(why) = said_of_plan(&plan) {
            let title = words.say("reveal-whole-plan");
            let head = dotted(&[&turn(words, plan[0].at.turn), &title]);
            blocks.push(Block::Heading(head));
            blocks.push(you_said(why));
        }
        for record in plan {
            blocks.push(Block::Heading(dotted(&[
                &turn(words, record.at.turn),
                &record.question,
            ])));
            blocks.push(chosen(record, words));
            if !record.rationale.is_empty() && !record.is_of_plan {
                blocks.push(you_said(&record.rationale));
            }
            blocks.extend(noted([&record.note]));
            blocks.extend(noted(&record.followed));
            for option in record.options.iter().filter(|option| !option.taken) {
                blocks.push(Block::Point(Tone::Plain, option.label.clone()));
                blocks.extend(noted([&option.note]));
            }
        }
    }
    blocks
}

fn chosen(record: &DecisionRecord, words: &Words) -> Block {
    let key = match (record.by_default, record.lapsed) {
        (_, true) => "reveal-chosen-lapsed",
        (true, _) => "reveal-chosen-default",
        _ => "reveal-chosen",
    };
    let args = [
        ("choice", Arg::from(&record.choice)),
        ("family", Arg::from(&record.family_word)),
    ];
    Block::Point(Tone::Warn, words.fill(key, &args))
}

/// What the other seats chose, turn by turn.
pub(super) fn others(debrief: &Debrief, words: &Words) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut last = None;
    for plan in plans(debrief, false) {
        let at = plan[0].at.turn;
        if last != Some(at) {
            last = Some(at);
            blocks.push(Block::Heading(turn(words, at)));
        }
        for record in &plan {
            let text = dotted(&[&record.seat, &record.question, &record.choice]);
            blocks.push(Block::Point(Tone::Plain, text));
            if !record.is_of_plan {
                blocks.extend(noted([&record.rationale]));
            }
        }
        if let Some(why) = said_of_plan(&plan) {
            let args = [("text", Arg::from(why))];
            blocks.push(Block::Note(words.fill("debrief-of-plan", &args)));
        }
    }
    blocks
}
