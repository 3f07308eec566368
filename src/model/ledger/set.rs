//! The ledgers that a scenario has switched on.

use crate::model::ledger::Ledger;

/// A set of ledgers, asked at every step of every rule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ledgers(u32);

impl Ledgers {
    /// Every ledger there is.
    pub fn all() -> Self {
        Ledger::ALL.into_iter().collect()
    }

    /// Whether a ledger is among them.
    pub fn contains(&self, ledger: &Ledger) -> bool {
        self.0 & bit(*ledger) != 0
    }

    /// Switches a ledger on.
    pub fn insert(&mut self, ledger: Ledger) {
        self.0 |= bit(ledger);
    }

    /// Switches a ledger off.
    pub fn remove(&mut self, ledger: &Ledger) {
        self.0 &= !bit(*ledger);
    }

    /// The ledgers, in the order in which they are shown.
    pub fn iter(&self) -> impl Iterator<Item = Ledger> + use<> {
        let set = *self;
        Ledger::ALL
            .into_iter()
            .filter(move |ledger| set.contains(ledger))
    }
}

impl FromIterator<Ledger> for Ledgers {
    fn from_iter<I: IntoIterator<Item = Ledger>>(ledgers: I) -> Self {
        let mut set = Self::default();
        ledgers.into_iter().for_each(|ledger| set.insert(ledger));
        set
    }
}

const fn bit(ledger: Ledger) -> u32 {
    1 << ledger as u32
}
