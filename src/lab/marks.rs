//! Counts of one play that are mostly nothing: what was counted is remembered, so that the rest need not be looked at.

use crate::lab::count::Count;

/// A count for each thing of a list.
#[derive(Clone, Debug, Default)]
pub(super) struct Marks {
    times: Vec<u32>,
    /// Those that are not nothing, in the order in which they came up.
    seen: Vec<usize>,
}

impl Marks {
    /// As many counts of nothing.
    pub(super) fn new(many: usize) -> Self {
        Self {
            times: vec![0; many],
            seen: Vec::new(),
        }
    }

    /// Counts one thing once more.
    pub(super) fn mark(&mut self, place: usize) {
        let times = &mut self.times[place];
        if *times == 0 {
            self.seen.push(place);
        }
        *times += 1;
    }

    /// Makes room for the next play.
    pub(super) fn forget(&mut self) {
        for place in self.seen.drain(..) {
            self.times[place] = 0;
        }
    }

    /// Adds the counts to those of other plays.
    pub(super) fn add_to(&self, counts: &mut [Count], play: u64) {
        for place in &self.seen {
            counts[*place].add(play, self.times[*place]);
        }
    }

    /// Adds one where there is anything.
    pub(super) fn add_plays_to(&self, plays: &mut [u64]) {
        for place in &self.seen {
            plays[*place] += 1;
        }
    }
}
