//! What fits into a turn: hours, political capital, and no act in another's way.

use crate::engine::act::Act;
use crate::engine::ledger::book::BookAct;
use crate::engine::ledger::statements::Act as Text;
use crate::engine::lens::Lens;
use crate::model::SeatId;
use crate::model::decision::Cost;

/// The most acts a bot seals in a turn; a person wouldn't do more either.
const MOST: usize = 12;

/// A seal in the making.
pub(super) struct Fit<'a> {
    lens: &'a Lens<'a>,
    seat: SeatId,
    /// What may still be spent.
    left: Cost,
    pub(super) acts: Vec<Act>,
}

impl<'a> Fit<'a> {
    /// An empty seal, to be filled up to a share of the seat's hours and capital, in per mille.
    pub(super) fn new(lens: &'a Lens<'a>, seat: SeatId, hours: i32, capital: i32) -> Self {
        let share = |of: i32, part: i32| {
            i32::try_from(i64::from(of) * i64::from(part) / 1000).unwrap_or(i32::MAX)
        };
        Self {
            lens,
            seat,
            left: Cost {
                hours: share(lens.hours(seat), hours),
                capital: share(lens.capital(seat), capital),
            },
            acts: Vec::new(),
        }
    }

    /// The same, in a list that has had its use.
    pub(super) fn in_room(mut self, mut room: Vec<Act>) -> Self {
        room.clear();
        self.acts = room;
        self
    }

    /// Lets the whole budget be spent from now on: for what can't wait.
    pub(super) fn stretch(&mut self) {
        let mut spent = Cost::default();
        for act in &self.acts {
            let cost = self.lens.cost(act);
            spent.hours += cost.hours;
            spent.capital += cost.capital;
        }
        self.left = Cost {
            hours: self.lens.hours(self.seat) - spent.hours,
            capital: self.lens.capital(self.seat) - spent.capital,
        };
    }

    /// Whether an act still fits.
    pub(super) fn takes(&self, act: Act) -> bool {
        self.room_for(act).is_some()
    }

    /// What an act costs, if it still fits.
    fn room_for(&self, act: Act) -> Option<Cost> {
        let clashes = |taken: &Act| clash(self.lens, *taken, act);
        if self.acts.len() >= MOST || self.acts.iter().any(clashes) {
            return None;
        }
        let cost = self.lens.cost(&act);
        (cost.hours <= self.left.hours && cost.capital <= self.left.capital).then_some(cost)
    }

    /// Adds an act if it fits.
    pub(super) fn add(&mut self, act: Act) -> bool {
        let Some(cost) = self.room_for(act) else {
            return false;
        };
        self.left.hours -= cost.hours;
        self.left.capital -= cost.capital;
        self.acts.push(act);
        true
    }
}

/// Whether doing both makes no sense: two answers to one decision, the same fact to the same actor twice, two reports of one
/// duty, asking for a label while ignoring it.
fn clash(lens: &Lens<'_>, one: Act, other: Act) -> bool {
    match (one, other) {
        (Act::Answer { choice: one }, Act::Answer { choice: other }) => {
            lens.decision_of(one) == lens.decision_of(other)
        }
        (
            Act::Share { fact, to, .. },
            Act::Share {
                fact: other,
                to: whom,
                ..
            },
        ) => fact == other && to == whom,
        (Act::Advise { fact, .. }, Act::Advise { fact: other, .. })
        | (Act::Advise { fact, .. }, Act::Share { fact: other, .. })
        | (Act::Share { fact, .. }, Act::Advise { fact: other, .. }) => fact == other,
        (Act::Report { duty, .. }, Act::Report { duty: other, .. }) => duty == other,
        // One text at a time.
        (
            Act::Book(BookAct::Statements(Text::OpenDraft { .. })),
            Act::Book(BookAct::Statements(Text::OpenDraft { .. })),
        ) => true,
        _ => one == other,
    }
}
