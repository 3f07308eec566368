//! What the packs in the binary say, for whoever looks up where a clock comes from.

use crate::diag::FileId;
use crate::model::calendar::Term;
use crate::model::date::Date;
use crate::model::ledger::duties::Trigger;
use crate::model::ledger::duties::ValidFrom;
use crate::scenario::embedded;
use crate::scenario::file;
use crate::scenario::file::Pack;
use crate::scenario::file::Template;
use crate::scenario::read::read;
use crate::scenario::tree::Tree;
use crate::text::SafeText;

/// A pack that comes with the program.
#[derive(Clone, Debug)]
pub struct Shipped {
    pub id: String,
    pub name: SafeText,
    /// When somebody last compared it with its sources: `2026-11-01`.
    pub checked_on: SafeText,
    pub source: SafeText,
    /// What keeps it from being taken for advice.
    pub disclaimer: SafeText,
    pub duties: Vec<Clock>,
}

/// A duty that a pack lends.
#[derive(Clone, Debug)]
pub struct Clock {
    pub id: String,
    pub name: SafeText,
    pub about: SafeText,
    pub trigger: Trigger,
    pub within: Term,
    /// The name of the duty whose start starts this clock too.
    pub with: Option<SafeText>,
    /// The name of the duty whose report starts this clock.
    pub after: Option<SafeText>,
    pub source: SafeText,
    pub valid_from: Option<ValidFrom>,
}

/// Every pack in the binary, in the order of their ids.
pub fn shipped() -> Vec<Shipped> {
    let ids = embedded::packs().into_iter();
    ids.filter_map(|id| {
        let text = std::str::from_utf8(embedded::pack(id)?).ok()?;
        let tree = Tree::parse(text);
        let pack = read::<Pack>(tree.value()?, FileId::default(), &mut Vec::new())?;
        Some(told(&pack))
    })
    .collect()
}

fn told(pack: &Pack) -> Shipped {
    let line = |text: &file::Text| SafeText::line(&text.value);
    let name = |id: &Option<file::Text>| {
        let id = id.as_ref()?;
        let duty = pack.duties.iter().find(|duty| duty.id == *id)?;
        Some(line(&duty.name))
    };
    let clock = |duty: &Template| Clock {
        id: duty.id.value.clone(),
        name: line(&duty.name),
        about: line(&duty.about),
        trigger: duty.trigger,
        within: Term::parse(duty.within.value.trim()).unwrap_or_default(),
        with: name(&duty.with),
        after: name(&duty.after),
        source: line(&duty.source),
        valid_from: match &duty.valid_from {
            file::ValidFrom::Since(day) => Date::parse(day.value.trim()).map(ValidFrom::Since),
            file::ValidFrom::AsEnacted(words) => Some(ValidFrom::AsEnacted(line(words))),
        },
    };
    Shipped {
        id: pack.id.value.clone(),
        name: line(&pack.name),
        checked_on: line(&pack.checked_on),
        source: line(&pack.source),
        disclaimer: line(&pack.disclaimer),
        duties: pack.duties.iter().map(clock).collect(),
    }
}
