//! What regional packs lend to regions and duties.

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::model::DutyId;
use crate::model::date::Date;
use crate::model::id::Kind;
use crate::model::ledger::duties::Follows;
use crate::model::ledger::duties::ValidFrom;
use crate::model::region::PackNote;
use crate::scenario::embedded;
use crate::scenario::file;
use crate::scenario::file::Pack;
use crate::scenario::file::Template;
use crate::scenario::file::Text;
use crate::scenario::packs;
use crate::scenario::resolve::Resolver;
use crate::text::Arg;

/// What a pack says of how the clock of one of its duties starts, in a scenario's own duties.
pub(super) enum Lent {
    Nothing,
    Follows(Follows),
    /// It follows a duty of the pack of which the holder has none.
    Lacks(Box<str>),
}

impl<'a> Resolver<'a> {
    /// The pack of this id; tells if there is none.
    pub(super) fn pack(&mut self, id: &Text) -> Option<&'a Pack> {
        let packs = self.packs;
        let pack = packs.get(&id.value);
        if pack.is_none() && !self.is_pack_file(id) {
            let wrong =
                Diagnostic::new(Code::UnknownId, id.span).with("kind", Arg::Key("kind-pack"));
            self.tell(wrong.with("name", &id.value).near(embedded::packs()));
        }
        pack
    }

    /// Whether there is such a file: what is wrong with it has been told.
    fn is_pack_file(&self, id: &Text) -> bool {
        let name = packs::file_name(&id.value);
        let mut files = self.sources.files();
        files.any(|file| self.sources.name(file).ends_with(&name))
    }

    /// A pack's duty, with its pack.
    pub(super) fn template(&mut self, pack: &Text, id: &Text) -> Option<(&'a Pack, &'a Template)> {
        let pack = self.pack(pack)?;
        let found = pack.duties.iter().find(|duty| duty.id.value == id.value);
        if found.is_none() {
            let wrong =
                Diagnostic::new(Code::UnknownId, id.span).with("kind", Arg::Key("kind-duty"));
            let known = pack.duties.iter().map(|duty| duty.id.value.as_str());
            self.tell(
                wrong
                    .with("name", &id.value)
                    .near(known.collect::<Vec<_>>()),
            );
        }
        Some((pack, found?))
    }

    /// What a pack says about itself.
    pub(super) fn pack_note(&mut self, pack: &Pack) -> PackNote {
        PackNote {
            pack: pack.id.value.as_str().into(),
            name: self.line(&pack.name, "name"),
            checked_on: self.checked_on(&pack.checked_on),
            source: self.line(&pack.source, "source"),
            disclaimer: self.line(&pack.disclaimer, "disclaimer"),
        }
    }

    /// The same for one of its duties.
    pub(super) fn template_note(&mut self, pack: &Pack, template: &Template) -> PackNote {
        let checked = template.checked_on.as_ref().unwrap_or(&pack.checked_on);
        PackNote {
            checked_on: self.checked_on(checked),
            ..self.pack_note(pack)
        }
    }

    /// What a pack lets a duty's clock follow, among the duties of the scenario that its holder has: the one made of the
    /// duty that the pack names; of several, the one with the same recipient.
    pub(super) fn lent(
        &mut self,
        duty: &file::Duty,
        template: &Template,
        duties: &[file::Duty],
    ) -> Lent {
        let (Some(first), Some(named)) = (template.first(), &duty.from_pack) else {
            return Lent::Nothing;
        };
        if duty.says_its_start() {
            return Lent::Nothing;
        }
        let is_of = |other: &&file::Duty| {
            let of = other.from_pack.as_ref().map(|of| &of.value);
            let is_one = of.is_some_and(|(pack, id)| pack == &named.value.0 && id == first);
            is_one && other.holder == duty.holder && other.id != duty.id
        };
        let mut firsts: Vec<&file::Duty> = duties.iter().filter(is_of).collect();
        if firsts.len() > 1 {
            let is_same = |other: &&file::Duty| other.recipient == duty.recipient;
            if firsts.iter().any(is_same) {
                firsts.retain(is_same);
            }
        }
        let [one] = firsts[..] else {
            if firsts.is_empty() {
                return Lent::Lacks(first.value.as_str().into());
            }
            let mut wrong = Diagnostic::new(Code::FollowsSeveral, named.span)
                .with("name", &duty.id.value)
                .with("first", &first.value);
            for one in firsts.iter().take(3) {
                wrong = wrong.label(one.id.span, "diag-label-perhaps");
            }
            self.tell(wrong);
            return Lent::Nothing;
        };
        let Some(id) = self.ids.names.find(Kind::Duty, &one.id.value) else {
            return Lent::Nothing;
        };
        Lent::Follows(if template.with.is_some() {
            Follows::Start(DutyId(id))
        } else {
            Follows::Report(DutyId(id))
        })
    }

    fn checked_on(&mut self, text: &Text) -> Box<str> {
        self.day(text);
        text.value.trim().into()
    }

    /// A day with its year; tells what is none.
    pub(super) fn day(&mut self, text: &Text) -> Option<Date> {
        let day = Date::parse(text.value.trim());
        if day.is_none() {
            self.bad_form(text, "expects-full-date");
        }
        day
    }

    /// Since when a law applies.
    pub(super) fn valid_from(&mut self, from: &file::ValidFrom) -> Option<ValidFrom> {
        match from {
            file::ValidFrom::Since(text) => self.day(text).map(ValidFrom::Since),
            file::ValidFrom::AsEnacted(text) => {
                Some(ValidFrom::AsEnacted(self.line(text, "valid_from")))
            }
        }
    }
}

/// A duty with what it leaves out taken from a pack's.
pub(super) fn filled(duty: &file::Duty, template: &Template) -> file::Duty {
    let or = |own: &Option<Text>, theirs: &Option<Text>| own.clone().or_else(|| theirs.clone());
    let some = |own: &Option<Text>, theirs: &Text| own.clone().or_else(|| Some(theirs.clone()));
    file::Duty {
        name: some(&duty.name, &template.name),
        about: some(&duty.about, &template.about),
        trigger: duty.trigger.or(Some(template.trigger)),
        determined: duty.determined.or(template.determined),
        within: some(&duty.within, &template.within),
        stops_note: or(&duty.stops_note, &template.stops_note),
        extension: or(&duty.extension, &template.extension),
        answer: or(&duty.answer, &template.answer),
        hours: duty.hours.clone().or_else(|| template.hours.clone()),
        accepts_minimal: duty.accepts_minimal.or(template.accepts_minimal),
        leak: duty.leak.clone().or_else(|| template.leak.clone()),
        modelled_on: some(&duty.modelled_on, &template.modelled_on),
        source: some(&duty.source, &template.source),
        valid_from: {
            let own = duty.valid_from.clone();
            own.or_else(|| Some(template.valid_from.clone()))
        },
        ..duty.clone()
    }
}
