//! A scenario's folder on disk into a package.
//!
//! Nothing outside the folder is read but the scripts of a scenario that lies among the program's own; no link is followed, no
//! device is opened, and a file's size is looked at before its first byte.

use std::collections::BTreeMap;
use std::fs;
use std::fs::File;
use std::io;
use std::io::Read;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;

use crate::diag::FileId;
use crate::scenario::embedded;
use crate::scenario::overlay;
use crate::scenario::package::ENTRY;
use crate::scenario::package::LARGEST_FILE;
use crate::scenario::package::MOST_FILES;
use crate::scenario::package::Package;
use crate::scenario::package::Trouble;
use crate::scenario::package::is_script;
use crate::scenario::package::name_trouble;
use crate::scenario::packs;
use crate::scenario::read;
use crate::scenario::tree::Tree;

/// As many entries of `scripts/` as are looked at.
const MOST_ENTRIES: usize = 4096;

/// Texts that count instead of the files of these names: what an editor has not saved yet.
pub type Unsaved = BTreeMap<String, Arc<[u8]>>;

/// Reads the scenario in a folder, or the one a path to its `scenario.ron` names.
pub(super) fn package(path: &Path, unsaved: &Unsaved) -> Package {
    let is_entry = path.file_name().is_some_and(|name| name == ENTRY) && !path.is_dir();
    let folder = if is_entry {
        path.parent().unwrap_or(Path::new(""))
    } else {
        path
    };
    let mut root = folder.to_string_lossy().into_owned();
    if !root.is_empty() && !root.ends_with(['/', '\\']) {
        root.push('/');
    }
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    let mut package = Package::default().under(root);
    if !folder.is_dir() {
        // In a file nothing lies: what is missing is the scenario's own.
        let missing = if folder.exists() { ENTRY } else { "" };
        package.put(missing, Err(Trouble::NotFound));
        return package;
    }
    let entry = file(folder, ENTRY, &package, unsaved);
    let names = entry
        .as_ref()
        .map(|entry| named_files(entry))
        .unwrap_or_default();
    package.put(ENTRY, entry);
    for name in names
        .into_iter()
        .take(MOST_FILES + 1)
        .chain(scripts(folder))
        .chain(unsaved.keys().filter(|name| is_script(name)).cloned())
        .chain(translations(folder))
    {
        if package.file(&name).is_none() && !package.troubles.contains_key(&name) {
            let file = file(folder, &name, &package, unsaved);
            package.put(&name, file);
        }
    }
    take_scripts_beside(folder, &mut package);
    take_packs(folder, &mut package, unsaved);
    package
}

/// Takes in the scripts of a scenario `scenarios/ID` that lie in `scripts/ID.rhai` or `scripts/ID/` beside `scenarios`, as those
/// of the program's own do.
fn take_scripts_beside(folder: &Path, package: &mut Package) {
    let Ok(whole) = fs::canonicalize(folder) else {
        return;
    };
    let (Some(id), Some(shelf)) = (whole.file_name(), whole.parent()) else {
        return;
    };
    let (id, house) = (id.to_string_lossy(), shelf.parent());
    let Some(house) = house.filter(|_| shelf.file_name().is_some_and(|name| name == "scenarios"))
    else {
        return;
    };
    let mut found = vec![(format!("scripts/{id}.rhai"), format!("scripts/{id}.rhai"))];
    let several = listed(&house.join("scripts").join(&*id));
    found.extend(several.map(|name| (format!("scripts/{id}/{name}"), format!("scripts/{name}"))));
    found.retain(|(_, name)| is_script(name) && package.file(name).is_none());
    found.sort();
    // As the folder was given, so are they shown.
    let given = folder.parent().and_then(Path::parent);
    let given = given.filter(|_| folder.is_relative());
    for (place, name) in found {
        let script = plain(house, &place, &name, package);
        if script != Err(Trouble::NotFound) {
            let shown = given.unwrap_or(house).join(&place);
            package.show_as(&name, shown.to_string_lossy().into_owned());
            package.put(&name, script);
        }
    }
}

/// The names of what lies in a folder; of a great many only some.
fn listed(folder: &Path) -> impl Iterator<Item = String> + use<> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let entries = entries.take(MOST_ENTRIES).flatten();
    entries.map(|entry| entry.file_name().to_string_lossy().into_owned())
}

/// Takes in the regional packs that the files name: the folder's own, or the program's, so that what is kept of a package
/// plays alike when the program's packs have changed.
fn take_packs(folder: &Path, package: &mut Package, unsaved: &Unsaved) {
    let named: Vec<String> = package
        .files()
        .flat_map(|(_, bytes)| packs::named(bytes))
        .collect();
    for id in named {
        let name = packs::file_name(&id);
        if package.file(&name).is_some() {
            continue;
        }
        let own = match file(folder, &name, package, unsaved) {
            Err(Trouble::NotFound) => match embedded::pack(&id) {
                Some(bytes) => Ok(bytes.into()),
                None => continue,
            },
            own => own,
        };
        package.put(&name, own);
    }
}

/// The files that `scenario.ron` names.
pub(super) fn named_files(entry: &[u8]) -> Vec<String> {
    let Ok(text) = std::str::from_utf8(entry) else {
        return Vec::new();
    };
    let tree = Tree::parse(text);
    let files = tree.value().and_then(|value| value.field("files"));
    // What is wrong with the list is told when the package is checked.
    let names: Option<Vec<String>> =
        files.and_then(|files| read::read(files, FileId::default(), &mut Vec::new()));
    names.unwrap_or_default()
}

/// The names of the folder's scripts.
fn scripts(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = listed(&folder.join("scripts"))
        .map(|name| format!("scripts/{name}"))
        .filter(|name| is_script(name))
        .collect();
    names.sort();
    names
}

/// The names of the folder's translations.
fn translations(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = listed(folder)
        .filter(|name| overlay::tag(name).is_some())
        .collect();
    names.sort();
    names
}

/// One file of the folder, if it is a plain file of an allowed size inside it.
fn file(
    folder: &Path,
    name: &str,
    package: &Package,
    unsaved: &Unsaved,
) -> Result<Arc<[u8]>, Trouble> {
    if let Some(trouble) = name_trouble(name) {
        return Err(trouble);
    }
    if let Some(bytes) = unsaved.get(name) {
        package.admits(name, bytes.len() as u64)?;
        return Ok(Arc::clone(bytes));
    }
    plain(folder, name, name, package)
}

/// A plain file of an allowed size below a folder, to be known by a name.
fn plain(folder: &Path, place: &str, name: &str, package: &Package) -> Result<Arc<[u8]>, Trouble> {
    let mut path = PathBuf::from(folder);
    let mut size = 0;
    let parts: Vec<_> = place.split('/').collect();
    for (at, part) in parts.iter().enumerate() {
        path.push(part);
        let metadata = fs::symlink_metadata(&path).map_err(|error| trouble(&error))?;
        if metadata.is_symlink() {
            return Err(Trouble::Outside);
        }
        let is_last = at + 1 == parts.len();
        if is_last && !metadata.is_file() {
            return Err(Trouble::NotAFile);
        }
        size = metadata.len();
    }
    package.admits(name, size)?;
    let mut bytes = Vec::new();
    File::open(&path)
        .and_then(|file| file.take(LARGEST_FILE + 1).read_to_end(&mut bytes))
        .map_err(|error| trouble(&error))?;
    package.admits(name, bytes.len() as u64)?;
    Ok(bytes.into())
}

fn trouble(error: &io::Error) -> Trouble {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Trouble::NotFound,
        _ => Trouble::Unreadable(error.to_string()),
    }
}
