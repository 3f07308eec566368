//! The sections of the rule book's ledgers: how authors write each, and what is wrong with it. One file a ledger.

pub(super) mod adversary;
pub(super) mod attribution;
pub(super) mod capacity;
pub(super) mod contacts;
pub(super) mod disclosure;
pub(super) mod mandate;
pub(super) mod measures;
pub(super) mod narrative;
pub(super) mod politicisation;
pub(super) mod statements;
pub(super) mod tension;

use crate::model::ledger::book::BookRules;
use crate::scenario::file::Sheet;
use crate::scenario::resolve::Resolver;

impl Resolver<'_> {
    /// The parameters of the ledgers of the book.
    pub(super) fn book(&mut self, sheet: &Sheet) -> BookRules {
        BookRules {
            politicisation: self.section(sheet.politicisation.as_ref(), politicisation::resolve),
            contacts: self.section(sheet.contacts.as_ref(), contacts::resolve),
            attribution: self.section(sheet.attribution.as_ref(), attribution::resolve),
            statements: self.section(sheet.statements.as_ref(), statements::resolve),
            measures: self.section(sheet.measures.as_ref(), measures::resolve),
            tension: self.section(sheet.tension.as_ref(), tension::resolve),
            disclosure: self.section(sheet.disclosure.as_ref(), disclosure::resolve),
            mandate: self.section(sheet.mandate.as_ref(), mandate::resolve),
            capacity: self.section(sheet.capacity.as_ref(), capacity::resolve),
            narrative: self.section(sheet.narrative.as_ref(), narrative::resolve),
        }
    }
}
