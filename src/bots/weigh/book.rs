//! What a profile makes of the acts of the book's ledgers: one file a ledger below this one.

use crate::bots::weigh::act::Scored;
use crate::bots::weigh::act::Weigh;
use crate::engine::ledger::book::BookAct;

impl<'a> Weigh<'_, 'a> {
    pub(super) fn book(&self, _: &mut Scored<'a>, act: BookAct) {
        match act {
            BookAct::Politicisation(act) => match act {},
            BookAct::Contacts(act) => match act {},
            BookAct::Attribution(act) => match act {},
            BookAct::Statements(_) => {}
            BookAct::Measures(act) => match act {},
            BookAct::Tension(act) => match act {},
            BookAct::Disclosure(act) => match act {},
            BookAct::Mandate(act) => match act {},
            BookAct::Capacity(act) => match act {},
            BookAct::Narrative(act) => match act {},
        }
    }
}
