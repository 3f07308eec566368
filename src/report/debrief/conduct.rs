//! How the exercise was run: overrides, scripts that failed; and what the fiction is modelled on.

use std::collections::BTreeSet;

use crate::engine::event::Cause;
use crate::engine::event::What;
use crate::engine::ledger::norms::NormEvent;
use crate::model::marking::Marking;
use crate::model::marking::Tlp;
use crate::model::norm::Norm;
use crate::model::region::PackNote;
use crate::report::debrief::Line;
use crate::report::debrief::ModelledOn;
use crate::report::debrief::TermPart;
use crate::report::debrief::build::Maker;
use crate::text::SafeText;
use crate::text::glossary;

impl Maker<'_> {
    /// What whoever ran the exercise did to its course.
    pub(super) fn overrides(&self) -> Vec<Line> {
        let mut began = false;
        let mut lines = Vec::new();
        for (place, event) in self.events.iter().enumerate() {
            began |= matches!(event.what, What::Started);
            let is_override = match event.what {
                What::Delivered { .. }
                | What::Queued { .. }
                | What::Cancelled { .. }
                | What::Paused
                | What::Resumed => true,
                What::Filled { .. } => began,
                _ => false,
            };
            if is_override && event.cause == Cause::Facilitator {
                let mut text = self.tell(place);
                if let Some(remark) = self.course.remark(place) {
                    let args = [("text", text.into()), ("why", self.voice(remark).into())];
                    text = self.fill("debrief-override-why", &args);
                }
                lines.push(Line {
                    at: self.at(place),
                    text,
                });
            }
        }
        lines
    }

    /// Scripts that failed or were left out.
    pub(super) fn troubles(&self) -> Vec<Line> {
        let places = (0..self.events.len()).filter(|&place| {
            matches!(
                self.events[place].what,
                What::ScriptFailed { .. } | What::ScriptSkipped { .. }
            )
        });
        places
            .map(|place| Line {
                at: self.at(place),
                text: self.tell(place),
            })
            .collect()
    }

    pub(super) fn modelled_on(&self) -> Vec<ModelledOn> {
        let whole = (&SafeText::empty(), &self.scenario.about.modelled_on);
        let duties = self.scenario.duties.iter();
        let duties = duties.map(|duty| (&duty.name, &duty.modelled_on));
        let told = std::iter::once(whole)
            .chain(duties)
            .filter(|(_, text)| !text.is_empty())
            .map(|(what, text)| ModelledOn {
                what: what.clone(),
                text: text.clone(),
            });
        let regions = self.scenario.regions.iter();
        let regions = regions.filter_map(|region| {
            let note = region.pack.as_ref()?;
            let text = self.of_pack(note, &note.source);
            let what = region.name.clone();
            Some(ModelledOn { what, text })
        });
        let duties = self.scenario.duties.iter().filter_map(|duty| {
            let text = match &duty.pack {
                Some(note) => self.of_pack(note, &duty.law(self.words)),
                None => duty.modelled(self.words),
            };
            let what = duty.name.clone();
            (!text.is_empty()).then_some(ModelledOn { what, text })
        });
        told.chain(regions).chain(duties).collect()
    }

    /// What a pack says of something, and what it is not.
    fn of_pack(&self, note: &PackNote, source: &SafeText) -> SafeText {
        let args = [
            ("pack", (&note.name).into()),
            ("source", source.into()),
            ("checked", note.checked_on.to_string().into()),
            ("disclaimer", (&note.disclaimer).into()),
        ];
        self.fill("debrief-pack", &args)
    }

    /// The glossary's entries for the labels and norms that came up, and for the terms the author's remarks use.
    pub(super) fn terms(&self) -> Vec<TermPart> {
        let mut wanted: BTreeSet<String> = BTreeSet::new();
        for fact in &self.scenario.facts {
            if let Marking::Tlp(tlp) = fact.marking {
                wanted.insert(tlp_entry(tlp).to_owned());
            }
        }
        for event in self.events {
            if let What::Norms(NormEvent::Noted { norm, .. }) = event.what
                && norm.speaks_to_states()
            {
                wanted.insert(norm_entry(norm).to_owned());
            }
        }
        let remarks: Vec<SafeText> = self
            .modelled_on()
            .into_iter()
            .map(|remark| remark.text)
            .collect();
        let entries = glossary::all(self.words).into_iter();
        entries
            .filter(|entry| {
                // Abbreviations only: a word such as "trust" stands in every text.
                let is_name = entry
                    .term
                    .as_str()
                    .chars()
                    .next()
                    .is_some_and(char::is_uppercase);
                let is_used = remarks
                    .iter()
                    .any(|remark| has_word(remark.as_str(), entry.term.as_str()));
                wanted.contains(entry.id) || (is_name && is_used)
            })
            .map(|entry| TermPart {
                term: entry.term,
                text: entry.text,
                source: entry.source,
            })
            .collect()
    }
}

/// The glossary's entry for a label.
fn tlp_entry(tlp: Tlp) -> &'static str {
    match tlp {
        Tlp::Clear => "tlp-clear",
        Tlp::Green => "tlp-green",
        Tlp::Amber => "tlp-amber",
        Tlp::AmberStrict => "tlp-amber-strict",
        Tlp::Red => "tlp-red",
    }
}

/// The glossary's entry for a norm of the eleven: its catalogue key.
fn norm_entry(norm: Norm) -> &'static str {
    norm.key()
}

/// Whether a text has a word, or words, standing by themselves.
fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(place, found)| {
        let before = text[..place].chars().next_back();
        let after = text[place + found.len()..].chars().next();
        let is_apart = |side: Option<char>| side.is_none_or(|side| !side.is_alphanumeric());
        is_apart(before) && is_apart(after)
    })
}
