//! What is done otherwise.

use crate::bots;
use crate::bots::Bot;
use crate::engine::act::Act;
use crate::engine::lens::Lens;
use crate::engine::rejection::Rejection;
use crate::engine::tell::Teller;
use crate::lab::whatif::course::legal;
use crate::lab::whatif::past::Mark;
use crate::lab::whatif::past::Past;
use crate::model::ActionId;
use crate::model::ChoiceId;
use crate::model::DecisionId;
use crate::model::SeatId;
use crate::model::id::Kind;
use crate::text::SafeText;
use crate::text::Words;

/// What is done otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Nothing.
    Same,
    /// A seat seals these acts in one turn instead of its own.
    Acts {
        turn: u16,
        seat: SeatId,
        acts: Vec<Act>,
    },
    /// A seat is played by a bot from a turn on.
    Conduct {
        seat: SeatId,
        from: u16,
        profile: &'static str,
    },
    /// A seat does nothing from a turn on; without a seat nobody does anything.
    Hold { seat: Option<SeatId>, from: u16 },
    /// The seats that the author's expert path names follow it; the others do nothing.
    Expert,
}

/// What somebody asks to have been otherwise, in the words of the command line.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wish<'a> {
    /// Without one: the turn in which the seat decided the question, or its whole act.
    pub turn: Option<u16>,
    /// Without one: the seat whose question it is.
    pub seat: Option<SeatId>,
    /// A choice's id, a standing action's, `hold`, or the name of a bot that plays the seat.
    pub choice: &'a str,
}

impl Change {
    /// The seat that does something else; `None` if nobody or everybody does.
    pub fn seat(&self) -> Option<SeatId> {
        match self {
            Change::Acts { seat, .. } | Change::Conduct { seat, .. } => Some(*seat),
            Change::Hold { seat, .. } => *seat,
            Change::Same | Change::Expert => None,
        }
    }

    /// The first turn in which something else is done.
    pub fn from(&self) -> u16 {
        match self {
            Change::Acts { turn, .. } => *turn,
            Change::Conduct { from, .. } | Change::Hold { from, .. } => *from,
            Change::Same | Change::Expert => 0,
        }
    }

    /// Whether it says what a seat does in a turn.
    pub(super) fn bears_on(&self, turn: u16, seat: SeatId) -> bool {
        match self {
            Change::Same => false,
            Change::Acts {
                turn: at, seat: of, ..
            } => *at == turn && *of == seat,
            Change::Conduct { seat: of, from, .. } => *of == seat && turn >= *from,
            Change::Hold { seat: of, from } => of.is_none_or(|of| of == seat) && turn >= *from,
            Change::Expert => true,
        }
    }

    /// Reads a wish against an exercise.
    ///
    /// # Errors
    /// What is not known or was not possible, and what was.
    pub fn read(past: &Past, wish: Wish<'_>, words: &Words) -> Result<Self, SafeText> {
        let scenario = past.playable().scenario();
        let find = |kind| scenario.names.find(kind, wish.choice);
        // Where only one question has such a choice, its own word is enough.
        let ending = format!(".{}", wish.choice);
        let mut fitting = scenario.names.all(Kind::Choice).enumerate();
        let mut alike = fitting.by_ref().filter(|(_, word)| word.ends_with(&ending));
        let only = match (alike.next(), alike.next()) {
            (Some((place, _)), None) => Some(ChoiceId::at(place)),
            _ => None,
        };
        if let Some(choice) = find(Kind::Choice).map(ChoiceId).or(only) {
            return answer(past, wish, choice, words);
        }
        let seat = wish
            .seat
            .or_else(|| past.people().first().copied())
            .unwrap_or(SeatId(0));
        let first = past.turns().next().unwrap_or_default();
        if let Some(action) = find(Kind::Action).map(ActionId) {
            let turn = wish.turn.unwrap_or(first);
            let mark = past.mark(turn).ok_or_else(|| no_turn(past, turn, words))?;
            let acts = past.sealed(turn, seat).unwrap_or_default();
            return with(past, mark, seat, Act::Take { action }, acts, words);
        }
        if wish.choice == "hold" {
            return match wish.turn {
                Some(turn) if past.mark(turn).is_none() => Err(no_turn(past, turn, words)),
                Some(turn) => Ok(Self::acts(past, turn, seat, Vec::new())),
                None => Ok(Change::Hold {
                    seat: Some(seat),
                    from: 0,
                }),
            };
        }
        if let Some(bot) = bots::named(wish.choice) {
            return Ok(Change::Conduct {
                seat,
                from: wish.turn.unwrap_or(0),
                profile: Bot::name(bot),
            });
        }
        let could = possible(past, wish, seat, words);
        let args = [("choice", wish.choice.into()), ("could", could.into())];
        Err(words.fill("whatif-no-choice", &args))
    }

    /// Other acts in one turn; nothing, if they are the same.
    pub fn acts(past: &Past, turn: u16, seat: SeatId, acts: Vec<Act>) -> Self {
        let real = |acts: &[Act]| -> Vec<Act> {
            let acts = acts.iter().filter(|act| **act != Act::Hold);
            acts.copied().collect()
        };
        if real(past.sealed(turn, seat).unwrap_or_default()) == real(&acts) {
            Change::Same
        } else {
            Change::Acts { turn, seat, acts }
        }
    }

    /// The change in words.
    pub fn say(&self, past: &Past, words: &Words) -> SafeText {
        let scenario = past.playable().scenario();
        let teller = Teller { scenario, words };
        match self {
            Change::Same => words.say("whatif-change-same"),
            Change::Acts { turn, seat, acts } => {
                let then = past.sealed(*turn, *seat).unwrap_or_default();
                let told: Vec<SafeText> = acts
                    .iter()
                    .filter(|act| !then.contains(act))
                    .map(|act| teller.act(act))
                    .collect();
                let what = if told.is_empty() {
                    words.say("whatif-nothing")
                } else {
                    SafeText::joined(&told, "; ")
                };
                let args = [
                    ("turn", (*turn).into()),
                    ("seat", teller.seat(*seat).into()),
                    ("what", what.into()),
                ];
                words.fill("whatif-change-acts", &args)
            }
            Change::Conduct {
                seat,
                from,
                profile,
            } => {
                let args = [
                    ("seat", teller.seat(*seat).into()),
                    ("turn", (*from).into()),
                    ("bot", teller.bot(profile).into()),
                ];
                words.fill("whatif-change-conduct", &args)
            }
            Change::Hold { seat: None, .. } => words.say("whatif-nobody"),
            Change::Hold {
                seat: Some(seat), ..
            } => words.fill("whatif-change-hold", &[("seat", teller.seat(*seat).into())]),
            Change::Expert => words.say("whatif-expert"),
        }
    }
}

/// The change that a choice makes.
fn answer(
    past: &Past,
    wish: Wish<'_>,
    choice: ChoiceId,
    words: &Words,
) -> Result<Change, SafeText> {
    let scenario = past.playable().scenario();
    let decision = &scenario.decisions[scenario.choices[choice.index()].decision.index()];
    let turn = wish
        .turn
        .or_else(|| decided_in(past, decision.id))
        .or_else(|| opened_in(past, decision.id))
        .unwrap_or_default();
    let mark = past.mark(turn).ok_or_else(|| no_turn(past, turn, words))?;
    let acts = past.sealed(turn, decision.seat).unwrap_or_default();
    with(
        past,
        mark,
        decision.seat,
        Act::Answer { choice },
        acts,
        words,
    )
}

/// The seat's acts of a turn with one more; an answer takes the place of another to the same question. What cannot be paid for
/// any more is left out.
pub(super) fn with(
    past: &Past,
    mark: &Mark,
    seat: SeatId,
    act: Act,
    then: &[Act],
    words: &Words,
) -> Result<Change, SafeText> {
    let scenario = past.playable().scenario();
    let seats = [seat];
    let lens = Lens::new(past.playable(), &mark.state, &seats);
    lens.can_beside(seat, &act, then).map_err(|why| {
        let teller = Teller { scenario, words };
        let why = Rejection::Impossible { act, why }.words(teller);
        let args = [("turn", mark.turn.into()), ("why", why.into())];
        words.fill("whatif-not-possible", &args)
    })?;
    Ok(Change::acts(
        past,
        mark.turn,
        seat,
        instead(&lens, seat, act, then),
    ))
}

/// The acts with one more, or with another answer in its place; what cannot be paid for any more is left out.
pub(super) fn instead(lens: &Lens<'_>, seat: SeatId, act: Act, then: &[Act]) -> Vec<Act> {
    let same = |other: &Act| match (other, &act) {
        (Act::Answer { choice: one }, Act::Answer { choice: two }) => {
            lens.decision_of(*one) == lens.decision_of(*two)
        }
        (other, act) => other == act,
    };
    // The order of the others stays, so that what is unchanged is sealed as it was.
    let mut acts: Vec<Act> = then
        .iter()
        .map(|other| if same(other) { act } else { *other })
        .collect();
    if !acts.contains(&act) {
        acts.push(act);
    }
    // The act itself is paid for first.
    let mut first = vec![act];
    first.extend(acts.iter().filter(|other| **other != act));
    let kept = legal(lens, seat, &first);
    acts.retain(|act| kept.contains(act));
    acts
}

/// The turn in which a question was answered.
fn decided_in(past: &Past, decision: DecisionId) -> Option<u16> {
    let scenario = past.playable().scenario();
    let seat = scenario.decisions[decision.index()].seat;
    let mut turns = past.turns();
    turns.find(|turn| {
        let mut acts = past.sealed(*turn, seat).unwrap_or_default().iter();
        acts.any(|act| {
            matches!(act, Act::Answer { choice } if scenario.choices[choice.index()].decision == decision)
        })
    })
}

/// The last turn in which a question stood open.
fn opened_in(past: &Past, decision: DecisionId) -> Option<u16> {
    let seat = past.playable().scenario().decisions[decision.index()].seat;
    let mut marks = past.marks().iter().rev();
    let is_open = |mark: &&Mark| {
        let seats = [seat];
        let lens = Lens::new(past.playable(), &mark.state, &seats);
        lens.open_decisions().any(|(open, _)| open.id == decision)
    };
    marks.find(is_open).map(|mark| mark.turn)
}

fn no_turn(past: &Past, turn: u16, words: &Words) -> SafeText {
    let first = past.turns().next().unwrap_or_default();
    let last = past.turns().last().unwrap_or_default();
    let args = [
        ("turn", turn.into()),
        ("first", first.into()),
        ("last", last.into()),
    ];
    words.fill("whatif-no-turn", &args)
}

/// The ids a seat could have been given in a turn, for whoever asked for something else.
fn possible(past: &Past, wish: Wish<'_>, seat: SeatId, words: &Words) -> SafeText {
    let names = &past.playable().scenario().names;
    let turns: Vec<u16> = wish
        .turn
        .map_or_else(|| past.turns().collect(), |turn| vec![turn]);
    let mut ids: Vec<SafeText> = Vec::new();
    for mark in turns.iter().filter_map(|turn| past.mark(*turn)) {
        let seats = [seat];
        let lens = Lens::new(past.playable(), &mark.state, &seats);
        for act in lens.possible(seat) {
            let word = match act {
                Act::Answer { choice } => names.word(Kind::Choice, choice.0),
                Act::Take { action } => names.word(Kind::Action, action.0),
                _ => continue,
            };
            let word = SafeText::line(word);
            if !ids.contains(&word) {
                ids.push(word);
            }
        }
    }
    let bots = bots::names().into_iter().map(SafeText::line);
    ids.push(words.fill(
        "whatif-or-bots",
        &[(
            "bots",
            SafeText::joined(&bots.collect::<Vec<_>>(), ", ").into(),
        )],
    ));
    SafeText::joined(&ids, ", ")
}
