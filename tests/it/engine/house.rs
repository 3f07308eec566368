//! The house in which contacts, mandate and capacity are tested, and its acts by name.

use std::sync::Arc;

use demarche::diag::Code;
use demarche::engine::act::Act;
use demarche::engine::command::Command;
use demarche::engine::ledger::book::BookAct;
use demarche::engine::ledger::capacity;
use demarche::engine::ledger::contacts;
use demarche::engine::ledger::mandate;
use demarche::engine::view::SeatView;
use demarche::model::ActorId;
use demarche::model::ContactId;
use demarche::model::OfferId;
use demarche::model::PermitId;
use demarche::model::id::Kind;
use demarche::scenario::Package;
use demarche::session;

use crate::support::table::Table;

/// A table in the house, in the Commit of turn 0.
#[track_caller]
pub(super) fn house(seed: u64) -> Table {
    house_with(seed, &[])
}

/// The same with some words of its file replaced.
#[track_caller]
pub(super) fn house_with(seed: u64, instead: &[(&str, &str)]) -> Table {
    let mut text = include_str!("house.ron").to_owned();
    for (old, new) in instead {
        assert!(text.contains(old), "the house has no {old}");
        text = text.replace(old, new);
    }
    let files = [("scenario.ron".to_owned(), text.into_bytes())];
    let (ready, found, _) = session::ready(Package::from_files(files));
    let ready = ready.unwrap_or_else(|| panic!("{found:#?}"));
    // That there is nothing to decide is the point of it: everything here is done with standing acts.
    let others = found.iter().filter(|one| one.code != Code::NoDecisions);
    let others: Vec<_> = others.collect();
    assert!(others.is_empty(), "{others:#?}");
    Table::at(Arc::clone(&ready.playable), seed).turn(0)
}

impl Table {
    fn id(&self, kind: Kind, word: &str) -> u16 {
        let found = self.scenario().names.find(kind, word);
        found.unwrap_or_else(|| panic!("no {} `{word}`", kind.word()))
    }

    pub(super) fn who(&self, word: &str) -> ActorId {
        ActorId(self.id(Kind::Actor, word))
    }

    pub(super) fn contact(&self, word: &str) -> ContactId {
        ContactId(self.id(Kind::Contact, word))
    }

    pub(super) fn permit(&self, word: &str) -> PermitId {
        PermitId(self.id(Kind::Permit, word))
    }

    pub(super) fn offer(&self, word: &str) -> OfferId {
        OfferId(self.id(Kind::Offer, word))
    }

    fn command(&self, seat: &str, act: impl Into<BookAct>) -> Command {
        Command::Seal {
            seat: self.seat(seat),
            acts: vec![Act::Book(act.into())],
        }
    }

    /// In Commit: the seat does this by the rules of a ledger of the book.
    #[track_caller]
    pub(super) fn undertakes(self, seat: &str, act: impl Into<BookAct>) -> Self {
        let command = self.command(seat, act);
        self.accepts(&command).advance()
    }

    /// The same, without going on.
    #[track_caller]
    pub(super) fn resolves_to(self, seat: &str, act: impl Into<BookAct>) -> Self {
        let command = self.command(seat, act);
        self.accepts(&command)
    }

    /// The seat may not, and is told why.
    #[track_caller]
    pub(super) fn forbids(self, seat: &str, act: impl Into<BookAct>, because: &str) -> Self {
        let command = self.command(seat, act);
        self.rejects(&command, because)
    }

    pub(super) fn sight_of(&self, seat: &str) -> SeatView {
        self.view(self.seat(seat))
    }

    /// What an act that is spelled out in a line of deeds costs the seat in hours.
    pub(super) fn hours(&self, seat: &str, act: &Act) -> i32 {
        let seats = [self.seat(seat)];
        let lens = demarche::engine::lens::Lens::new(&self.playable, &self.state, &seats);
        lens.price(seats[0], act).hours
    }
}

/// Wraps an act of a chapter as one of the book's.
pub(super) struct C(pub(super) contacts::Act);
pub(super) struct M(pub(super) mandate::Act);
pub(super) struct P(pub(super) capacity::Act);

impl From<C> for BookAct {
    fn from(act: C) -> Self {
        BookAct::Contacts(act.0)
    }
}

impl From<M> for BookAct {
    fn from(act: M) -> Self {
        BookAct::Mandate(act.0)
    }
}

impl From<P> for BookAct {
    fn from(act: P) -> Self {
        BookAct::Capacity(act.0)
    }
}
