//! The scenarios that come with the program.

use include_dir::Dir;
use include_dir::include_dir;

use crate::scenario::folder::named_files;
use crate::scenario::overlay;
use crate::scenario::package::ENTRY;
use crate::scenario::package::Package;
use crate::scenario::packs;
use crate::scenario::packs::file_name;

static SCENARIOS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/scenarios");
static SCRIPTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/scripts");

/// The ids of the embedded scenarios, in alphabetical order.
pub fn embedded() -> Vec<&'static str> {
    let mut ids: Vec<_> = SCENARIOS
        .dirs()
        .filter(|folder| folder.get_file(folder.path().join(ENTRY)).is_some())
        .filter_map(|folder| folder.path().to_str())
        .collect();
    ids.sort_unstable();
    ids
}

/// A regional pack that comes with the program.
pub(super) fn pack(id: &str) -> Option<&'static [u8]> {
    SCENARIOS
        .get_file(file_name(id))
        .map(include_dir::File::contents)
}

/// The ids of the regional packs that come with the program, in alphabetical order.
pub fn packs() -> Vec<&'static str> {
    let folder = SCENARIOS.get_dir("packs").into_iter();
    let mut ids: Vec<_> = folder
        .flat_map(Dir::files)
        .filter_map(|file| file.path().file_stem()?.to_str())
        .collect();
    ids.sort_unstable();
    ids
}

/// The paths and texts of the tests beside an embedded scenario.
pub fn embedded_tests(id: &str) -> Vec<(&'static str, &'static str)> {
    let folder = SCENARIOS.get_dir(format!("{id}/tests")).into_iter();
    let tests = folder.flat_map(Dir::files).filter(|file| {
        let ending = file.path().extension();
        ending.is_some_and(|ending| ending == "ron")
    });
    tests
        .filter_map(|file| file.path().to_str().zip(file.contents_utf8()))
        .collect()
}

/// The files of an embedded scenario; `None` if there is none of this id.
pub fn load_embedded(id: &str) -> Option<Package> {
    let id = embedded().into_iter().find(|known| *known == id)?;
    let file = |name: &str| {
        SCENARIOS
            .get_file(format!("{id}/{name}"))
            .map(include_dir::File::contents)
    };
    let entry = file(ENTRY)?;
    let mut files = vec![(ENTRY.to_owned(), entry)];
    for name in named_files(entry) {
        files.extend(file(&name).map(|bytes| (name, bytes)));
    }
    let folder = SCENARIOS.get_dir(id).into_iter().flat_map(Dir::files);
    for other in folder {
        let name = other.path().file_name().and_then(|name| name.to_str());
        if let Some(name) = name.filter(|name| overlay::tag(name).is_some())
            && files.iter().all(|(known, _)| known != name)
        {
            files.push((name.to_owned(), other.contents()));
        }
    }
    let named: Vec<String> = files
        .iter()
        .flat_map(|(_, bytes)| packs::named(bytes))
        .collect();
    for id in named {
        files.extend(pack(&id).map(|bytes| (file_name(&id), bytes)));
    }
    let alone = SCRIPTS.get_file(format!("{id}.rhai")).into_iter();
    let several = SCRIPTS.get_dir(id).into_iter().flat_map(Dir::files);
    for script in alone.chain(several) {
        if let Some(name) = script.path().file_name().and_then(|name| name.to_str()) {
            files.push((format!("scripts/{name}"), script.contents()));
        }
    }
    Some(Package::from_files(files).under(format!("scenarios/{id}/")))
}
