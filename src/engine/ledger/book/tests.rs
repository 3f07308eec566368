//! Each chapter is its own.

use crate::engine::ledger::book::ledgers;
use crate::model::ledger::Ledger;

#[test]
fn every_chapter_is_of_its_own_ledger() {
    let first = ledgers();
    let mut each: Vec<Ledger> = first.clone();
    each.sort();
    each.dedup();
    assert_eq!(first.len(), each.len());
}
