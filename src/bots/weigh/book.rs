//! What a profile makes of the acts of the book's ledgers: one file a ledger below this one.

mod attribution;
mod capacity;
mod contacts;
mod disclosure;
mod mandate;
mod measures;
mod narrative;
mod politicisation;
mod statements;
mod tension;

use crate::bots::weigh::act::Scored;
use crate::bots::weigh::act::Weigh;
use crate::engine::ledger::book::BookAct;

impl<'a> Weigh<'_, 'a> {
    pub(super) fn book(&self, scored: &mut Scored<'a>, act: BookAct) {
        match act {
            BookAct::Politicisation(act) => self.politicisation(scored, act),
            BookAct::Contacts(act) => self.contacts(scored, act),
            BookAct::Attribution(act) => self.attribution(scored, act),
            BookAct::Statements(act) => self.statements(scored, act),
            BookAct::Measures(act) => self.measures(scored, act),
            BookAct::Tension(act) => self.tension(scored, act),
            BookAct::Disclosure(act) => self.disclosure(scored, act),
            BookAct::Mandate(act) => self.mandate(scored, act),
            BookAct::Capacity(act) => self.capacity(scored, act),
            BookAct::Narrative(act) => self.narrative(scored, act),
        }
    }
}
