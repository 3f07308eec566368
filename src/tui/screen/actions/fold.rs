//! Many acts of one kind in one row: `Keep in touch with …`, with what they are about inside.

use std::mem::Discriminant;
use std::mem::discriminant;

use crate::engine::act::Act;
use crate::engine::view::ActionView;
use crate::model::SeatId;
use crate::model::ledger::Ledger;
use crate::text::SafeText;

/// From how many on they are told in one row.
const LEAST: usize = 3;

/// What makes acts alike: whose they are, what kind they are of, and the word their names begin with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Verb {
    seat: SeatId,
    kind: Kind,
    word: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    Own(Discriminant<Act>),
    Book(Ledger, &'static str),
}

impl Verb {
    /// What an act's row is folded by; what the author wrote is one of its kind.
    pub(super) fn of(action: &ActionView) -> Option<Self> {
        let kind = match action.act {
            Act::Take { .. } | Act::Hold => return None,
            Act::Book(act) => {
                let (ledger, word) = act.kind();
                Kind::Book(ledger, word)
            }
            act => Kind::Own(discriminant(&act)),
        };
        let word = action.label.as_str().split_whitespace().next()?;
        Some(Self {
            seat: action.seat,
            kind,
            word: bare(word).to_owned(),
        })
    }
}

/// A word without what sets it off from the next: `Report:` and `Report,` begin the same.
fn bare(word: &str) -> &str {
    word.trim_end_matches([':', ',', ';'])
}

/// A row of the list.
#[derive(Debug)]
pub(super) enum Entry<'a> {
    /// One act; inside an open row of its kind, or by itself.
    One {
        action: &'a ActionView,
        inside: bool,
    },
    /// Several of a kind.
    Fold {
        verb: Verb,
        members: Vec<&'a ActionView>,
        is_open: bool,
    },
}

impl<'a> Entry<'a> {
    /// The act it is about; of several the first.
    pub(super) fn action(&self) -> &'a ActionView {
        match self {
            Entry::One { action, .. } => action,
            // A row of several has several.
            Entry::Fold { members, .. } => members[0],
        }
    }
}

/// Folds acts of one kind, each at the place of its first; of the one that is open the members follow.
pub(super) fn folded<'a>(actions: &[&'a ActionView], open: Option<&Verb>) -> Vec<Entry<'a>> {
    let mut groups: Vec<(Option<Verb>, Vec<&'a ActionView>)> = Vec::new();
    for &action in actions {
        let verb = Verb::of(action);
        let same = groups.iter_mut().find(|(other, members)| {
            verb.is_some() && *other == verb && members[0].family == action.family
        });
        match same {
            Some((_, members)) => members.push(action),
            None => groups.push((verb, vec![action])),
        }
    }
    let mut entries = Vec::new();
    for (verb, members) in groups {
        let ones = |inside| {
            let members = members.clone().into_iter();
            members.map(move |action| Entry::One { action, inside })
        };
        match verb.filter(|_| members.len() >= LEAST) {
            None => entries.extend(ones(false)),
            Some(verb) => {
                let is_open = open == Some(&verb);
                let members = members.clone();
                entries.push(Entry::Fold {
                    verb,
                    members,
                    is_open,
                });
                if is_open {
                    entries.extend(ones(true));
                }
            }
        }
    }
    entries
}

/// What the names of several have in common: the words they all begin with, and those they all end with.
pub(super) fn common(members: &[&ActionView]) -> SafeText {
    let split = |action: &&ActionView| -> Vec<String> {
        let words = action.label.as_str().split_whitespace();
        words.map(str::to_owned).collect()
    };
    let names: Vec<Vec<String>> = members.iter().map(split).collect();
    let Some(first) = names.first() else {
        return SafeText::empty();
    };
    let shortest = names.iter().map(Vec::len).min().unwrap_or(0);
    let begins = (0..shortest)
        .take_while(|at| {
            let same = |name: &Vec<String>| bare(&name[*at]) == bare(&first[*at]);
            names.iter().all(same)
        })
        .count();
    let from_end = |name: &Vec<String>, at: usize| name[name.len() - 1 - at].clone();
    let ends = (0..shortest - begins)
        .take_while(|at| {
            let last = from_end(first, *at);
            names.iter().all(|name| from_end(name, *at) == last)
        })
        .count();
    let begun = (0..begins).map(|at| {
        let is_same = names.iter().all(|name| name[at] == first[at]);
        if is_same {
            &first[at]
        } else {
            bare(&first[at])
        }
    });
    let mut words: Vec<&str> = begun.collect();
    words.push("…");
    words.extend(first[first.len() - ends..].iter().map(String::as_str));
    SafeText::line(&words.join(" "))
}
