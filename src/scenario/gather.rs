//! A package's files into the mirror: texts, trees, rows and ids, file after file.

use std::ops::Range;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::FileId;
use crate::diag::Sources;
use crate::diag::Span;
use crate::model::id::Kind;
use crate::model::scenario::ScriptSource;
use crate::scenario::conflict;
use crate::scenario::file::Pack;
use crate::scenario::file::Sheet;
use crate::scenario::file::Text;
use crate::scenario::form;
use crate::scenario::ids::Ids;
use crate::scenario::overlay;
use crate::scenario::package::ENTRY;
use crate::scenario::package::LARGEST_FILE;
use crate::scenario::package::LARGEST_PACKAGE;
use crate::scenario::package::LONGEST_SCRIPT;
use crate::scenario::package::MOST_FILES;
use crate::scenario::package::MOST_SCRIPTS;
use crate::scenario::package::Package;
use crate::scenario::package::Trouble;
use crate::scenario::package::is_script;
use crate::scenario::package::name_trouble;
use crate::scenario::packs;
use crate::scenario::read::read;
use crate::scenario::tree::Tree;
use crate::script;
use crate::text::Arg;

/// As many values as all files may hold together. A written scenario has a hundredth of that; without it the
/// memory would be many times that of the text.
const MOST_VALUES: usize = 1_000_000;

/// What the files say, and what is wrong with them one by one.
#[derive(Default)]
pub(super) struct Gathered {
    pub(super) sheet: Sheet,
    pub(super) ids: Ids,
    pub(super) scripts: Vec<ScriptSource>,
    pub(super) sources: Sources,
    pub(super) found: Vec<Diagnostic>,
    /// Where the entry begins; `None` if it cannot be read at all.
    pub(super) entry: Option<Span>,
    /// Whether rows may be in the wrong place, or not there at all.
    pub(super) is_shaken: bool,
}

/// Reads all files of a package.
pub(super) fn gather(package: &Package) -> Gathered {
    let mut gathered = Gathered::default();
    if let Some(trouble) = package.troubles.get("") {
        let root = package.root.trim_end_matches('/');
        let file = gathered.sources.add(root, "");
        gathered.found.push(told(trouble, root, Span::whole(file)));
        return gathered;
    }
    let Some((entry, tree)) = gathered.open(package, ENTRY) else {
        return gathered;
    };
    let start = tree
        .value()
        .map_or(0, |value| value.first_token().range.start);
    gathered.entry = Some(Span::new(entry, start, start.saturating_add(1)));
    let mut names = files_named(&tree, entry);
    if let Some((_, span)) = names.get(MOST_FILES) {
        gathered.found.push(told(&Trouble::TooMany, "", *span));
        gathered.is_missing(Kind::ALL);
        names.truncate(MOST_FILES);
    }
    let mut values = 0;
    gathered.take(&tree, entry, true, &mut values);
    drop(tree);
    for (at, (name, span)) in names.iter().enumerate() {
        let is_twice = name == ENTRY || names[..at].iter().any(|(earlier, _)| earlier == name);
        if is_twice {
            let wrong =
                Diagnostic::new(Code::DuplicateId, *span).with("kind", Arg::Key("kind-file"));
            gathered.found.push(wrong.with("name", name));
        } else if package.file(name).is_some() {
            match gathered.open(package, name) {
                Some((file, tree)) => gathered.take(&tree, file, false, &mut values),
                None => gathered.is_missing(Kind::ALL),
            }
        } else {
            let trouble = package.troubles.get(name).cloned();
            let trouble = trouble
                .or_else(|| name_trouble(name))
                .unwrap_or(Trouble::NotFound);
            gathered.found.push(told(&trouble, name, *span));
            gathered.is_missing(Kind::ALL);
        }
    }
    gathered.take_scripts(package);
    gathered.take_packs(package);
    let sources = &mut gathered.sources;
    let mut told = overlay::take(package, |title, text| sources.add(title, text));
    gathered.found.append(&mut told);
    gathered
}

impl Gathered {
    /// A file's text and tree, if it is in the package and is text.
    fn open(&mut self, package: &Package, name: &str) -> Option<(FileId, Tree)> {
        let title = package.title(name);
        let Some(bytes) = package.file(name) else {
            let trouble = package.troubles.get(name).unwrap_or(&Trouble::NotFound);
            let folder = package.root.trim_end_matches('/');
            let wrong = if name == ENTRY && *trouble == Trouble::NotFound {
                let file = self.sources.add(folder, "");
                Diagnostic::new(Code::NoScenarioFile, Span::whole(file)).with("name", folder)
            } else {
                let file = self.sources.add(title, "");
                told(trouble, name, Span::whole(file))
            };
            self.found.push(wrong);
            return None;
        };
        let (file, text) = self.text(title, bytes)?;
        Some((file, Tree::parse(text)))
    }

    /// Adds a file to the sources, if its bytes are text.
    fn text<'b>(&mut self, title: String, bytes: &'b [u8]) -> Option<(FileId, &'b str)> {
        match text(bytes) {
            Ok(text) => Some((self.sources.add(title, text), text)),
            Err(NotText { code, shown, at }) => {
                let file = self.sources.add(title, shown);
                self.found.push(Diagnostic::new(code, Span::of(file, at)));
                None
            }
        }
    }

    /// Takes in one file's rows and ids.
    fn take(&mut self, tree: &Tree, file: FileId, is_entry: bool, values: &mut usize) {
        *values += tree.size();
        if *values > MOST_VALUES {
            let wrong = Diagnostic::new(Code::TooMany, Span::new(file, 0, 0))
                .with("kind", Arg::Key("kind-value"));
            self.found
                .push(wrong.with("count", *values).with("limit", MOST_VALUES));
            self.is_missing(Kind::ALL);
            return;
        }
        self.found.append(&mut form::diagnostics(tree, file));
        self.is_shaken |= form::is_shaken(tree);
        self.ids.add(tree, file, &mut self.found);
        if let Some(value) = tree.value() {
            self.sheet.add(tree, value, file, is_entry, &mut self.found);
        }
    }

    /// A file could not be read: what it would declare is nobody's mistake elsewhere.
    fn is_missing(&mut self, kinds: &[Kind]) {
        self.ids.nameless.extend(kinds);
        self.is_shaken = true;
    }

    /// Reads the regional packs that the rows name; one that there is not is told where it is used.
    fn take_packs(&mut self, package: &Package) {
        for name in packs::named_in(&self.sheet) {
            let Some(bytes) = packs::bytes(package, &name.value) else {
                continue;
            };
            let title = package.title(&packs::file_name(&name.value));
            let Some((file, text)) = self.text(title, bytes) else {
                continue;
            };
            let tree = Tree::parse(text);
            self.found.append(&mut form::diagnostics(&tree, file));
            let pack = tree
                .value()
                .and_then(|value| read::<Pack>(value, file, &mut self.found));
            if let Some(pack) = pack {
                self.found.append(&mut packs::misled(&pack));
                self.sheet.packs.insert(name.value, pack);
            }
        }
    }

    fn take_scripts(&mut self, package: &Package) {
        let names: Vec<&str> = package
            .files()
            .map(|(name, _)| name)
            .filter(|name| is_script(name))
            .collect();
        if names.len() > MOST_SCRIPTS {
            let file = self.sources.add(package.title("scripts/"), "");
            let wrong =
                Diagnostic::new(Code::TooManyScripts, Span::whole(file)).with("count", names.len());
            self.found.push(wrong.with("limit", MOST_SCRIPTS));
            self.is_missing(&[Kind::Function]);
        }
        for (name, trouble) in package.troubles.iter().filter(|(name, _)| is_script(name)) {
            let file = self.sources.add(package.title(name), "");
            self.found.push(told(trouble, name, Span::whole(file)));
            self.is_missing(&[Kind::Function]);
        }
        for name in names.into_iter().take(MOST_SCRIPTS) {
            let Some((file, text)) =
                self.text(package.title(name), package.file(name).unwrap_or_default())
            else {
                self.is_missing(&[Kind::Function]);
                continue;
            };
            for (function, _) in script::functions(text) {
                self.ids.names.add(Kind::Function, function);
            }
            self.scripts.push(ScriptSource {
                file: file.0,
                name: name.into(),
                text: text.into(),
            });
        }
    }
}

/// A file that cannot be read as what it should be: why, as much of it as can be shown, and the place in that.
struct NotText<'b> {
    code: Code,
    shown: &'b str,
    at: Range<usize>,
}

/// The text of a file, if it is one, and one text.
fn text(bytes: &[u8]) -> Result<&str, NotText<'_>> {
    let not = |code, shown: &'static str| NotText {
        code,
        shown,
        at: 0..0,
    };
    let is_wide = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
    match std::str::from_utf8(bytes) {
        Ok(text) if text.contains('\0') => Err(not(Code::BinaryFile, "")),
        Ok(text) => match conflict::first(text) {
            None => Ok(text),
            Some(at) => Err(NotText {
                code: Code::MergeConflict,
                shown: text,
                at,
            }),
        },
        Err(_) if !is_wide && bytes.iter().take(4096).any(|byte| *byte == 0) => {
            Err(not(Code::BinaryFile, ""))
        }
        Err(_) if is_wide => Err(not(Code::NotUtf8, "")),
        Err(error) => {
            let end = error.valid_up_to();
            Err(NotText {
                code: Code::NotUtf8,
                shown: std::str::from_utf8(&bytes[..end]).unwrap_or_default(),
                at: end..end,
            })
        }
    }
}

/// The names in the entry's `files`, with their places. What is wrong with the list is told when it is read.
fn files_named(tree: &Tree, entry: FileId) -> Vec<(String, Span)> {
    let list = tree.value().and_then(|value| value.field("files"));
    let names = list.and_then(|list| read::<Vec<Text>>(list, entry, &mut Vec::new()));
    names
        .unwrap_or_default()
        .into_iter()
        .map(|name| (name.value, name.span))
        .collect()
}

/// A trouble with a file, told where the file is named.
fn told(trouble: &Trouble, name: &str, span: Span) -> Diagnostic {
    let kib = |bytes: u64| bytes.div_ceil(1024);
    match trouble {
        Trouble::NotFound => Diagnostic::new(Code::FileNotFound, span).with("name", name),
        Trouble::Unreadable(why) => Diagnostic::new(Code::FileUnreadable, span)
            .with("name", name)
            .with("why", why),
        Trouble::TooLarge {
            size,
            limit: LONGEST_SCRIPT,
        } => Diagnostic::new(Code::ScriptTooLong, span)
            .with("size", kib(*size))
            .with("limit", kib(LONGEST_SCRIPT)),
        Trouble::TooLarge { size, .. } => Diagnostic::new(Code::FileTooLarge, span)
            .with("name", name)
            .with("size", kib(*size))
            .with("limit", kib(LARGEST_FILE)),
        Trouble::NoRoom => Diagnostic::new(Code::ScenarioTooLarge, span)
            .with("size", kib(LARGEST_PACKAGE) + 1)
            .with("limit", kib(LARGEST_PACKAGE)),
        Trouble::TooMany => Diagnostic::new(Code::TooManyFiles, span)
            .with("count", MOST_FILES + 1)
            .with("limit", MOST_FILES),
        Trouble::Outside => Diagnostic::new(Code::PathOutside, span).with("name", name),
        Trouble::BadName => Diagnostic::new(Code::BadFileName, span).with("name", name),
        Trouble::NotAFile => Diagnostic::new(Code::NotAFile, span).with("name", name),
    }
}
