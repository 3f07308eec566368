//! What a seat is about to seal.

use std::collections::BTreeMap;

use crate::engine::act::Act;
use crate::engine::view::ActionView;
use crate::model::SeatId;
use crate::session::Session;
use crate::text::SafeText;

/// The acts gathered so far, by seat, and the reasons given for them.
#[derive(Default)]
pub(super) struct Plan {
    acts: BTreeMap<SeatId, Vec<Act>>,
    pub(super) rationale: Option<String>,
}

impl Plan {
    pub(super) fn of(&self, seat: SeatId) -> &[Act] {
        self.acts.get(&seat).map_or(&[], Vec::as_slice)
    }

    /// Adds an act if the seal would still be accepted with it.
    pub(super) fn add(
        &mut self,
        session: &Session,
        seat: SeatId,
        act: Act,
    ) -> Result<(), SafeText> {
        let mut acts = self.of(seat).to_vec();
        acts.push(act);
        session.check(seat, &acts)?;
        self.acts.insert(seat, acts);
        Ok(())
    }

    /// Whether the seal would still be accepted with an act.
    pub(super) fn allows(&self, session: &Session, seat: SeatId, act: Act) -> bool {
        let mut acts = self.of(seat).to_vec();
        acts.push(act);
        session.check(seat, &acts).is_ok()
    }

    /// Why an action is not possible now, unless something in its seat's plan makes it so.
    pub(super) fn obstacle<'a>(&self, action: &'a ActionView) -> Option<&'a SafeText> {
        action.obstacle_in(self.of(action.seat))
    }

    pub(super) fn clear(&mut self) {
        self.acts.clear();
        self.rationale = None;
    }
}
