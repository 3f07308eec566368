//! Two paths side by side: only what differs.

use std::collections::BTreeMap;

use crate::engine::tell::Teller;
use crate::lab::whatif::path::Path;
use crate::lab::whatif::path::TurnCard;
use crate::model::scenario::Scenario;
use crate::text::SafeText;
use crate::text::Words;

/// What differs in one turn.
#[derive(Clone, Debug)]
pub struct Aside {
    pub turn: u16,
    pub differences: Vec<Difference>,
}

/// One thing that differs: what it is, in the one path and in the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    pub what: SafeText,
    /// Empty if the one path has nothing of it.
    pub one: SafeText,
    pub other: SafeText,
}

/// The turns in which two paths differ, in order.
pub fn beside(one: &Path, other: &Path, scenario: &Scenario, words: &Words) -> Vec<Aside> {
    let last = |path: &Path| path.turns.last().map_or(0, |card| card.turn);
    let nothing = TurnCard::default();
    let mut asides = Vec::new();
    let mut told: BTreeMap<SafeText, (SafeText, SafeText)> = BTreeMap::new();
    for turn in 0..=last(one).max(last(other)) {
        let of = |path: &Path| path.turns.iter().position(|card| card.turn == turn);
        let card = |path: &Path| of(path).map(|place| path.turns[place].clone());
        let left = card(one).unwrap_or_else(|| nothing.clone());
        let right = card(other).unwrap_or_else(|| nothing.clone());
        let mut differences = Vec::new();
        choices(&left, &right, scenario, words, &mut differences);
        injects(&left, &right, words, &mut differences);
        numbers(&left, &right, &mut told, &mut differences);
        if !differences.is_empty() {
            asides.push(Aside { turn, differences });
        }
    }
    asides
}

fn choices(
    left: &TurnCard,
    right: &TurnCard,
    scenario: &Scenario,
    words: &Words,
    into: &mut Vec<Difference>,
) {
    let teller = Teller { scenario, words };
    for seat in &scenario.seats {
        let of = |card: &TurnCard, than: &TurnCard| -> Vec<SafeText> {
            let acts = card.acts.iter();
            acts.filter(|act| act.0 == seat.id && !than.acts.contains(act))
                .map(|(_, text)| text.clone())
                .collect()
        };
        let (one, other) = (of(left, right), of(right, left));
        if !one.is_empty() || !other.is_empty() {
            into.push(Difference {
                what: teller.seat(seat.id).clone(),
                one: SafeText::joined(&one, "; "),
                other: SafeText::joined(&other, "; "),
            });
        }
    }
}

fn injects(left: &TurnCard, right: &TurnCard, words: &Words, into: &mut Vec<Difference>) {
    let only = |card: &TurnCard, than: &TurnCard| -> Vec<SafeText> {
        let injects = card.injects.iter();
        injects
            .filter(|title| !than.injects.contains(title))
            .cloned()
            .collect()
    };
    let (one, other) = (only(left, right), only(right, left));
    if !one.is_empty() || !other.is_empty() {
        into.push(Difference {
            what: words.say("whatif-arrived"),
            one: SafeText::joined(&one, "; "),
            other: SafeText::joined(&other, "; "),
        });
    }
}

/// The numbers that stand otherwise, unless they stood just so in the turn before.
fn numbers(
    left: &TurnCard,
    right: &TurnCard,
    told: &mut BTreeMap<SafeText, (SafeText, SafeText)>,
    into: &mut Vec<Difference>,
) {
    let mut subjects: Vec<_> = left.numbers.keys().chain(right.numbers.keys()).collect();
    subjects.sort();
    subjects.dedup();
    for subject in subjects {
        let (one, other) = (left.numbers.get(subject), right.numbers.get(subject));
        let shown = |of: Option<&(SafeText, SafeText)>| {
            of.map(|(_, shown)| shown.clone()).unwrap_or_default()
        };
        let label = one.or(other).map(|(label, _)| label.clone());
        let what = label.unwrap_or_default();
        let (one, other) = (shown(one), shown(other));
        if one == other {
            told.remove(&what);
            continue;
        }
        let pair = (one.clone(), other.clone());
        if told.insert(what.clone(), pair.clone()) != Some(pair) {
            into.push(Difference { what, one, other });
        }
    }
}
