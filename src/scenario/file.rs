//! The mirror of the files: what authors write, field by field, before anything in it is resolved.
//!
//! Private to the loader; the rest of the crate sees the checked `model::Scenario` only. A field that may
//! be left out is an `Option` or a list here; its default is given where it is resolved.

mod duties;
mod effects;
mod expert;
mod msel;
mod pack;
mod roster;
mod rules;
mod section;
mod verbs;

pub(super) use crate::scenario::file::duties::Duty;
pub(super) use crate::scenario::file::duties::Reporting;
pub(super) use crate::scenario::file::duties::ValidFrom;
pub(super) use crate::scenario::file::effects::After;
pub(super) use crate::scenario::file::effects::Amount;
pub(super) use crate::scenario::file::effects::Branch;
pub(super) use crate::scenario::file::effects::Effect;
pub(super) use crate::scenario::file::effects::Label;
pub(super) use crate::scenario::file::effects::SeenBy;
pub(super) use crate::scenario::file::effects::Window;
pub(super) use crate::scenario::file::expert::Expert;
pub(super) use crate::scenario::file::msel::Action;
pub(super) use crate::scenario::file::msel::Choice;
pub(super) use crate::scenario::file::msel::Decision;
pub(super) use crate::scenario::file::msel::Inject;
pub(super) use crate::scenario::file::pack::Pack;
pub(super) use crate::scenario::file::pack::Template;
pub(super) use crate::scenario::file::roster::Actor;
pub(super) use crate::scenario::file::roster::Decides;
pub(super) use crate::scenario::file::roster::Phase;
pub(super) use crate::scenario::file::roster::Prep;
pub(super) use crate::scenario::file::roster::Region;
pub(super) use crate::scenario::file::roster::Seat;
pub(super) use crate::scenario::file::roster::StoryTime;
pub(super) use crate::scenario::file::roster::Turn;
pub(super) use crate::scenario::file::roster::Working;
pub(super) use crate::scenario::file::rules::Community;
pub(super) use crate::scenario::file::rules::Ending;
pub(super) use crate::scenario::file::rules::Fact;
pub(super) use crate::scenario::file::rules::Harm;
pub(super) use crate::scenario::file::rules::Meter;
pub(super) use crate::scenario::file::rules::Norms;
pub(super) use crate::scenario::file::rules::Objective;
pub(super) use crate::scenario::file::rules::Rule;
pub(super) use crate::scenario::file::rules::Sharing;
pub(super) use crate::scenario::file::rules::Spread;
pub(super) use crate::scenario::file::rules::SpreadRows;
pub(super) use crate::scenario::file::rules::Trust;
pub(super) use crate::scenario::file::rules::TrustRows;
pub(super) use crate::scenario::file::rules::Zone;

pub(super) use crate::scenario::file::effects::Plain;
pub(super) use crate::scenario::file::section::NoRows;
pub(super) use crate::scenario::file::section::Section;
pub(super) use crate::scenario::file::verbs::Raw;
pub(super) use crate::scenario::file::verbs::RawRow;

use std::collections::BTreeMap;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::FileId;
use crate::diag::Span;
use crate::diag::near;
use crate::model::scenario::CommitMode;
use crate::model::scenario::Difficulty;
use crate::scenario::form;
use crate::scenario::ledger::adversary;
use crate::scenario::ledger::attribution;
use crate::scenario::ledger::capacity;
use crate::scenario::ledger::contacts;
use crate::scenario::ledger::disclosure;
use crate::scenario::ledger::mandate;
use crate::scenario::ledger::measures;
use crate::scenario::ledger::narrative;
use crate::scenario::ledger::politicisation;
use crate::scenario::ledger::statements;
use crate::scenario::ledger::tension;
use crate::scenario::read::Spanned;
use crate::scenario::read::found_key;
use crate::scenario::read::read;
use crate::scenario::tree::Node;
use crate::scenario::tree::NodeKind;
use crate::scenario::tree::Tree;
use crate::text::Arg;

/// A text, an id, an expression or a time, as it stands in quotes.
pub(super) type Text = Spanned<String>;
/// A whole number.
pub(super) type Number = Spanned<i64>;

macro_rules! sheet {
    (
        entry { $($(#[doc = $entry_doc:literal])* $entry:ident: $entry_type:ty,)* }
        once { $($(#[doc = $once_doc:literal])* $once:ident: $once_type:ty,)* }
        rows { $($(#[doc = $row_doc:literal])* $rows:ident: $row_type:ty,)* }
    ) => {
        /// Everything the files of a scenario say, file after file.
        #[derive(Debug, Default)]
        pub(super) struct Sheet {
            $(pub(super) $entry: Option<$entry_type>,)*
            $(pub(super) $once: Option<$once_type>,)*
            $(pub(super) $rows: Vec<$row_type>,)*
            /// Where each field stands, in the order of the files.
            pub(super) places: Vec<(&'static str, Span)>,
            /// The rows in which something is wrong already.
            pub(super) troubled: Vec<Span>,
            /// The regional packs that it names, by id.
            pub(super) packs: BTreeMap<String, Pack>,
        }

        /// What only `scenario.ron` may say.
        const ENTRY: &[&str] = &[$(stringify!($entry)),*];
        /// What any file may say, once.
        const ONCE: &[&str] = &[$(stringify!($once)),*];
        /// What any file may add rows to.
        const ROWS: &[&str] = &[$(stringify!($rows)),*];

        impl Sheet {
            fn take(&mut self, name: &str, value: Node<'_>, file: FileId, found: &mut Vec<Diagnostic>) {
                let troubled = &mut self.troubled;
                match name {
                    $(stringify!($entry) => self.$entry = unspoilt(value, file, troubled, found),)*
                    $(stringify!($once) => self.$once = unspoilt(value, file, troubled, found),)*
                    $(stringify!($rows) => rows(&mut self.$rows, value, file, troubled, found),)*
                    _ => {}
                }
            }
        }

        #[cfg(test)]
        fn agrees(name: &str, value: Node<'_>) {
            match name {
                $(stringify!($entry) => tests::agrees::<$entry_type>(value),)*
                $(stringify!($once) => tests::agrees::<$once_type>(value),)*
                $(stringify!($rows) => value.kids().for_each(tests::agrees::<$row_type>),)*
                _ => {}
            }
        }
    };
}

sheet! {
    entry {
        /// The version of the notation: 1.
        format: Number,
        /// The scenario's own id; it alone may have hyphens.
        id: Text,
        /// What it is called on the home screen.
        title: Text,
        /// One line below the title.
        tagline: Text,
        /// What it is about, a block of text.
        summary: Text,
        /// What one learns, a line each. Default: none.
        learn: Vec<Text>,
        /// How long it takes, from and to, in minutes; 1 to 1000.
        minutes: Spanned<(Number, Number)>,
        /// How hard it is.
        difficulty: Difficulty,
        /// Shown before it begins, where people are harmed in it. Default: nothing.
        content_note: Text,
        /// What the debrief says the fiction is modelled on, with sources. Default: nothing.
        modelled_on: Text,
        /// The language of the texts, as a tag. Default `en`.
        language: Text,
        /// The day it was written, `2026-11-20`; packs checked more than twelve months before give a warning, and so do duties of laws that apply only later. Default: none.
        written_on: Text,
        /// It teaches the screens as it goes. Default false.
        tutorial: bool,
        /// Further files of the folder, joined in this order. Default: none.
        files: Vec<Text>,
        /// How choices are committed: all at once, or one seat after another. Default `Sealed`.
        commit: CommitMode,
        /// The ledgers it uses, by their words. Default: all of them.
        ledgers: Vec<Text>,
    }
    once {
        /// The story's wall clock at T+00:00. Default Monday, 09:00.
        clock: StoryTime,
        /// A turn 0 before the exercise starts. Default: none.
        prep: Prep,
        /// How sharing of facts works. Default: the usual numbers, and no rows.
        sharing: Sharing,
        /// How much actors trust each other at the start, and how trust moves. Default: the usual numbers, and no rows.
        trust: Trust,
        /// Where an incident spreads, and how. Default: the usual numbers, and no rows.
        spread: Spread,
        /// Who can be harmed, and how. Default: the usual numbers, and no rows.
        harm: Harm,
        /// What is expected of whom. Default: the usual numbers, and no rows.
        norms: Norms,
        /// How reporting duties work. Default: the usual numbers, and no rows.
        reporting: Reporting,
        /// Somebody without a seat who acts by its own aims. Default: nobody.
        adversary: adversary::Sheet,
        /// What could have happened, and what speaks for it. Default: the usual numbers, and no rows.
        attribution: attribution::Sheet,
        /// How much people can do. Default: the usual numbers, and no rows.
        capacity: capacity::Sheet,
        /// Who can reach whom. Default: the usual numbers, and no rows.
        contacts: contacts::Sheet,
        /// Flaws and how they become known. Default: the usual numbers, and no rows.
        disclosure: disclosure::Sheet,
        /// What each house may do. Default: the usual numbers, and no rows.
        mandate: mandate::Sheet,
        /// The response menu. Default: the usual numbers, and no rows.
        measures: measures::Sheet,
        /// What is told in public. Default: the usual numbers, and no rows.
        narrative: narrative::Sheet,
        /// How political each CERT's work has become. Default: the usual numbers, and no rows.
        politicisation: politicisation::Sheet,
        /// Where states or firms agree on texts, and what each would sign. Default: the usual numbers, and no rows.
        statements: statements::Sheet,
        /// Blocs that may misread each other. Default: the usual numbers, and no rows.
        tension: tension::Sheet,
    }
    rows {
        /// The turns, one after another from T+00:00.
        turns: Turn,
        /// Chapters of the exercise. Default: none.
        phases: Phase,
        /// Parts of the world. Default: none.
        regions: Region,
        /// The organisations of the story.
        actors: Actor,
        /// The positions at the table.
        seats: Seat,
        /// What arrives: the MSEL.
        injects: Inject,
        /// Questions put to seats.
        decisions: Decision,
        /// What seats can do in any turn, beside what the program gives them. Default: none.
        actions: Action,
        /// What happens by itself, in every Resolve. Default: none.
        rules: Rule,
        /// The ways it can end, tried from the first to the last.
        endings: Ending,
        /// What is trained. Default: none.
        objectives: Objective,
        /// Numbers of your own. Default: none.
        meters: Meter,
        /// What can be known. Default: none.
        facts: Fact,
        /// Reporting duties. Default: none.
        duties: Duty,
        /// What the author would do, seat by seat and turn by turn: shown beside every *what if*. Default: none.
        expert: Expert,
    }
}

/// After this many mistakes the rest of the rows are left unread: the file is of another kind altogether.
const MOST_TOLD: usize = 2000;

/// What `scenario.ron` cannot do without, beside rows.
const NEEDED: [&str; 7] = [
    "format",
    "id",
    "title",
    "tagline",
    "summary",
    "minutes",
    "difficulty",
];

impl Sheet {
    /// Adds what one file says. `is_entry` for `scenario.ron`.
    pub(super) fn add(
        &mut self,
        tree: &Tree,
        value: Node<'_>,
        file: FileId,
        is_entry: bool,
        found: &mut Vec<Diagnostic>,
    ) {
        let span =
            |range: crate::scenario::tree::TextRange| Span::new(file, range.start, range.end);
        let is_row = value.kind() == NodeKind::Struct
            || (value.kind() == NodeKind::Tuple && value.kids().next().is_none());
        if !is_row {
            let wrong = Diagnostic::new(Code::WrongType, span(value.first_token().range));
            found.push(
                wrong
                    .with("expected", Arg::Key("expects-row"))
                    .with("found", Arg::Key(found_key(value))),
            );
            self.troubled.push(span(value.range()));
            return;
        }
        let first_here = self.places.len();
        let mut unknown = Vec::new();
        for field in value.kids().filter(|kid| kid.kind() == NodeKind::Field) {
            let (Some(name), Some(place)) = (field.name(), field.name_range()) else {
                continue;
            };
            let known: Vec<&'static str> =
                [if is_entry { ENTRY } else { &[] }, ONCE, ROWS].concat();
            let Some(name) = known.iter().copied().find(|known| *known == name) else {
                let what = if is_entry {
                    "what-scenario"
                } else {
                    "what-extra-file"
                };
                let wrong =
                    Diagnostic::new(Code::UnknownField, span(place)).with("what", Arg::Key(what));
                found.push(wrong.with("name", name).near(known));
                unknown.push(name);
                continue;
            };
            let earlier = if ROWS.contains(&name) { first_here } else { 0 };
            if let Some((_, first)) = self.places[earlier..]
                .iter()
                .find(|(known, _)| *known == name)
            {
                let wrong = Diagnostic::new(Code::DuplicateField, span(place)).with("name", name);
                found.push(wrong.label(*first, "diag-label-first"));
                continue;
            }
            self.places.push((name, span(place)));
            if let Some(value) = field.value() {
                self.take(name, value, file, found);
            }
        }
        if is_entry && !form::is_shaken(tree) {
            // A misspelt field is told as one that is unknown; that it is missing goes without saying.
            let is_misspelt = |name: &str| {
                unknown
                    .iter()
                    .any(|unknown| !near(unknown, [name]).is_empty())
            };
            let missing = NEEDED
                .into_iter()
                .filter(|name| self.place(name).is_none() && !is_misspelt(name));
            for name in missing.collect::<Vec<_>>() {
                let wrong = Diagnostic::new(Code::MissingField, span(value.first_token().range));
                found.push(
                    wrong
                        .with("what", Arg::Key("what-scenario"))
                        .with("name", name),
                );
            }
        }
    }

    /// Whether a diagnostic says that something is absent which may be there, in a row that could not be
    /// read in full. `is_shaken` if rows may be in the wrong place altogether.
    pub(super) fn is_echo(&self, wrong: &Diagnostic, is_shaken: bool) -> bool {
        let within = |row: &Span| {
            row.file == wrong.span.file
                && row.start <= wrong.span.start
                && wrong.span.end <= row.end
        };
        match wrong.code {
            Code::MissingField
            | Code::InjectWithoutTime
            | Code::EmptyList
            | Code::TooFewChoices
            | Code::ChoiceWithoutEffect => self.troubled.iter().any(within),
            Code::NeverUsed
            | Code::NoSeats
            | Code::NoTurns
            | Code::NoEndings
            | Code::NoDecisions
            | Code::NoFallbackEnding
            | Code::EndingShadowed => is_shaken || !self.troubled.is_empty(),
            _ => false,
        }
    }

    /// Where the fields of the files themselves stand, in the order of the files.
    pub(super) fn places(&self) -> &[(&'static str, Span)] {
        &self.places
    }

    /// Where a field of this name stands first.
    pub(super) fn place(&self, name: &str) -> Option<Span> {
        self.places
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, span)| *span)
    }
}

/// Reads each row of a list by itself, so that a mistake in one leaves the others whole.
fn rows<T: serde::de::DeserializeOwned>(
    into: &mut Vec<T>,
    value: Node<'_>,
    file: FileId,
    troubled: &mut Vec<Span>,
    found: &mut Vec<Diagnostic>,
) {
    if value.kind() == NodeKind::List {
        let elements = value.kids().filter(|row| row.kind() != NodeKind::Field);
        into.extend(elements.filter_map(|row| unspoilt(row, file, troubled, found)));
    } else {
        // Anything but a list has one mistake, which reading tells.
        into.extend(
            unspoilt::<Vec<T>>(value, file, troubled, found)
                .into_iter()
                .flatten(),
        );
    }
}

/// Reads a node. What is wrong with it is told unless a mistake of form in it has been told already, which
/// may be all there is.
fn unspoilt<T: serde::de::DeserializeOwned>(
    node: Node<'_>,
    file: FileId,
    troubled: &mut Vec<Span>,
    found: &mut Vec<Diagnostic>,
) -> Option<T> {
    let before = found.len();
    if before >= MOST_TOLD {
        return None;
    }
    let value = read(node, file, found);
    if found.len() > before || form::has_fault(node.tree(), node.range()) {
        troubled.push(Span::new(file, node.range().start, node.range().end));
    }
    if form::is_spoilt(node.tree(), node.range()) {
        found.truncate(before);
    }
    value
}

#[cfg(test)]
mod tests {
    use std::fmt::Debug;
    use std::path::Path;

    use ron::Options;
    use ron::extensions::Extensions;
    use serde::de::DeserializeOwned;

    use crate::diag::FileId;
    use crate::scenario::read::read;
    use crate::scenario::tree::Node;
    use crate::scenario::tree::NodeKind;
    use crate::scenario::tree::Tree;

    /// What `ron` reads, we read to the same value; what it refuses, we refuse.
    pub(super) fn agrees<T: DeserializeOwned + Debug + PartialEq>(node: Node<'_>) {
        if super::form::has_fault(node.tree(), node.range()) {
            return;
        }
        let options = Options::default()
            .with_default_extension(Extensions::IMPLICIT_SOME | Extensions::UNWRAP_NEWTYPES)
            .with_recursion_limit(64);
        let mut found = Vec::new();
        let ours = read::<T>(node, FileId::default(), &mut found).filter(|_| found.is_empty());
        match options.from_str::<T>(node.text()) {
            Ok(theirs) => assert_eq!(ours, Some(theirs), "{}: {found:?}", node.text()),
            // A number beyond all is refused later, where it is known which numbers make sense.
            Err(error) if error.code == ron::Error::IntegerOutOfBounds => {}
            Err(error) => assert_eq!(ours, None, "{}: {error}", node.text()),
        }
    }

    fn files_below(folder: &Path, files: &mut Vec<std::path::PathBuf>) {
        for entry in std::fs::read_dir(folder)
            .expect("the folder is there")
            .flatten()
        {
            if entry.path().is_dir() {
                files_below(&entry.path(), files);
            } else if entry.path().extension().is_some_and(|kind| kind == "ron") {
                files.push(entry.path());
            }
        }
    }

    #[test]
    fn rows_are_read_as_ron_reads_them() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut files = Vec::new();
        files_below(&root.join("scenarios"), &mut files);
        files_below(&root.join("tests/fixtures"), &mut files);
        let mut rows = 0;
        for text in files.iter().flat_map(std::fs::read_to_string) {
            let tree = Tree::parse(text);
            let fields = tree
                .value()
                .into_iter()
                .flat_map(Node::kids)
                .filter(|kid| kid.kind() == NodeKind::Field);
            for (name, value) in fields.filter_map(|field| Some((field.name()?, field.value()?))) {
                super::agrees(name, value);
                rows += 1;
            }
        }
        assert!(rows > 1000, "only {rows} fields were compared");
    }
}
