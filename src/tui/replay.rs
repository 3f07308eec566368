//! What the replay's screen shows: what happened, and the turns it happened in.

use crate::model::SeatId;
use crate::session::Entry;
use crate::session::EntryKind;
use crate::session::TurnMark;
use crate::text::SafeText;

/// What one who looks on sees of an exercise.
#[derive(Clone, Debug, Default)]
pub struct ReplayView {
    /// In order; never none in an exercise that began.
    pub entries: Vec<Entry>,
    pub turns: Vec<TurnMark>,
    /// Whose eyes one can look through, in roster order.
    pub seats: Vec<(SeatId, SafeText)>,
    /// Whose eyes these are; `None` for the whole truth.
    pub seat: Option<SeatId>,
    /// What is said where the log is damaged, and what stands behind the damage is not shown; empty if it is whole.
    pub damage: SafeText,
}

/// What one hops to the next of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hop {
    Turn,
    Step,
    Inject,
    /// A question, or what was done about one.
    Act,
}

impl Hop {
    /// Whether an entry is one of these.
    pub fn is_at(self, entry: &Entry) -> bool {
        match self {
            Hop::Turn => entry.kind == EntryKind::Turn,
            Hop::Step => matches!(entry.kind, EntryKind::Turn | EntryKind::Step),
            Hop::Inject => entry.kind == EntryKind::Inject,
            Hop::Act => matches!(entry.kind, EntryKind::Act | EntryKind::Question),
        }
    }
}

impl ReplayView {
    /// The place of the last entry that had happened when an event had; the first if none had.
    pub fn at(&self, event: usize) -> usize {
        let after = self.entries.partition_point(|entry| entry.place <= event);
        after.saturating_sub(1)
    }

    /// The next entry of a kind after one, or the one before it.
    pub fn hop(&self, from: usize, hop: Hop, ahead: bool) -> Option<usize> {
        let is_at = |place: &usize| hop.is_at(&self.entries[*place]);
        if ahead {
            (from + 1..self.entries.len()).find(is_at)
        } else {
            (0..from.min(self.entries.len())).rev().find(is_at)
        }
    }

    /// The next entry after one, around the end, whose words hold these, whatever their case.
    pub fn find(&self, from: usize, wanted: &str) -> Option<usize> {
        let wanted = wanted.to_lowercase();
        let count = self.entries.len();
        let mut places = (from + 1..count).chain(0..(from + 1).min(count));
        places.find(|place| {
            let text = self.entries[*place].text.as_str().to_lowercase();
            text.contains(&wanted)
        })
    }

    /// The turn of an entry, as one of [`Self::turns`].
    pub fn turn_of(&self, entry: &Entry) -> Option<&TurnMark> {
        self.turns.iter().find(|mark| mark.turn == entry.turn)
    }
}
