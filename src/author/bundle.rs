//! A scenario in one file to hand over, named by a hash of what is in it; the controller's part sealed if so wished.
//!
//! A bundle is a gzipped tar archive: `bundle.json` (what it is), `about.md` (what everybody may read: title, summary, role
//! cards), and the scenario's files below `scenario/`, or all of them inside `scenario.age`, which only the passphrase opens.
//! Whoever holds a sealed bundle holds no inject, no expected action and no ending.

mod about;
mod archive;
mod seal;

pub use crate::author::bundle::seal::WrongPassphrase;

use std::fs;
use std::io;
use std::path::Path;

use serde::Deserialize;
use serde::Serialize;

use crate::author::bundle::archive::Limits;
use crate::author::disk;
use crate::model::scenario::Scenario;
use crate::scenario::Package;
use crate::text::Words;

/// The ending of a bundle's name.
pub const ENDING: &str = "demarche";
/// The largest bundle that is read, in bytes.
pub const LARGEST: u64 = 32 << 20;

const MANIFEST: &str = "bundle.json";
const ABOUT: &str = "about.md";
const SEALED: &str = "scenario.age";
const FOLDER: &str = "scenario/";

/// What a bundle says of itself in the open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The format, 1.
    pub demarche_bundle: u32,
    pub id: String,
    pub title: String,
    /// SHA-256 over the names, lengths and bytes of the files and of `about.md`.
    pub hash: String,
    /// Whether a passphrase is needed.
    pub sealed: bool,
}

/// A bundle that was read.
#[derive(Debug, Clone)]
pub struct Bundle {
    pub manifest: Manifest,
    /// What everybody may read, as Markdown.
    pub about: String,
    content: Content,
}

#[derive(Debug, Clone)]
enum Content {
    Open(Vec<(String, Vec<u8>)>),
    Sealed(Vec<u8>),
}

/// Why a bundle cannot be made or read. The catalogue has a sentence for each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// It is no archive of ours.
    NotABundle,
    /// The format of a later version.
    Newer,
    /// A name that leads out of the folder, or that no scenario's file has.
    Name(String),
    /// A link, a device, a folder: anything but a plain file.
    NotAFile(String),
    /// The same name twice.
    Twice(String),
    /// More files, or more bytes, than a scenario may have.
    TooMuch,
    /// The content is not what the hash names.
    Changed,
    /// It needs a passphrase.
    Sealed,
    WrongPassphrase,
}

impl Refusal {
    /// The catalogue's key for it, with `name` to fill in.
    pub fn key(&self) -> &'static str {
        match self {
            Refusal::NotABundle => "bundle-not-one",
            Refusal::Newer => "bundle-newer",
            Refusal::Name(_) => "bundle-bad-name",
            Refusal::NotAFile(_) => "bundle-not-a-file",
            Refusal::Twice(_) => "bundle-twice",
            Refusal::TooMuch => "bundle-too-much",
            Refusal::Changed => "bundle-changed",
            Refusal::Sealed => "bundle-sealed",
            Refusal::WrongPassphrase => "bundle-wrong-passphrase",
        }
    }

    /// The file that it is about.
    pub fn name(&self) -> &str {
        match self {
            Refusal::Name(name) | Refusal::NotAFile(name) | Refusal::Twice(name) => name,
            _ => "",
        }
    }
}

impl From<WrongPassphrase> for Refusal {
    fn from(_: WrongPassphrase) -> Self {
        Refusal::WrongPassphrase
    }
}

/// The files of a scenario to be bundled: those it is played from, and what else of its folder belongs to it (tests,
/// translations, pages). Names that no bundle may hold are left out.
pub fn files(package: &Package, folder: Option<&Path>) -> io::Result<Vec<(String, Vec<u8>)>> {
    let own = package
        .files()
        .map(|(name, bytes)| (name.to_owned(), bytes.to_vec()));
    let mut files: Vec<(String, Vec<u8>)> = own.collect();
    let Some(folder) = folder else {
        return Ok(files);
    };
    for ending in ["ron", "rhai", "md"] {
        for path in disk::files_below(folder, ending)? {
            let name = path.strip_prefix(folder).ok().and_then(Path::to_str);
            let name = name.map(|name| name.replace('\\', "/"));
            let Some(name) = name.filter(|name| archive::is_plain(name)) else {
                continue;
            };
            if files.iter().all(|(known, _)| *known != name) {
                files.push((name, fs::read(&path)?));
            }
        }
    }
    files.sort();
    Ok(files)
}

/// Makes a bundle. Equal files give equal bundles, unless they are sealed.
pub fn make(
    scenario: &Scenario,
    files: &[(String, Vec<u8>)],
    passphrase: Option<&str>,
    words: &Words,
) -> Result<(Manifest, Vec<u8>), Refusal> {
    let about = about::page(scenario, words);
    archive::admits(files)?;
    let manifest = Manifest {
        demarche_bundle: 1,
        id: scenario.about.id.to_string(),
        title: scenario.about.title.as_str().to_owned(),
        hash: hash(files, &about),
        sealed: passphrase.is_some(),
    };
    let text = serde_json::to_vec_pretty(&manifest).map_err(|_| Refusal::NotABundle)?;
    let mut entries = vec![
        (MANIFEST.to_owned(), text),
        (ABOUT.to_owned(), about.into_bytes()),
    ];
    match passphrase {
        Some(passphrase) => {
            let inner = archive::packed(files);
            entries.push((SEALED.to_owned(), seal::seal(&inner, passphrase)));
        }
        None => entries.extend(
            files
                .iter()
                .map(|(name, bytes)| (format!("{FOLDER}{name}"), bytes.clone())),
        ),
    }
    Ok((manifest, archive::packed(&entries)))
}

/// Whether bytes begin as bundles do.
pub fn is_bundle(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0x1F, 0x8B])
}

impl Bundle {
    /// Reads a bundle. An open one is compared with its hash at once.
    pub fn read(bytes: &[u8]) -> Result<Self, Refusal> {
        let mut manifest = None;
        let mut about = None;
        let mut files = Vec::new();
        let mut sealed = None;
        for (name, bytes) in archive::unpacked(bytes, &Limits::OUTER)? {
            match name.as_str() {
                MANIFEST => manifest = Some(manifest_of(&bytes)?),
                ABOUT => about = String::from_utf8(bytes).ok(),
                SEALED => sealed = Some(bytes),
                _ => match name.strip_prefix(FOLDER) {
                    Some(inner) if archive::is_plain(inner) => {
                        files.push((inner.to_owned(), bytes))
                    }
                    _ => return Err(Refusal::Name(name)),
                },
            }
        }
        let (Some(manifest), Some(about)) = (manifest, about) else {
            return Err(Refusal::NotABundle);
        };
        let content = match (manifest.sealed, sealed) {
            (true, Some(sealed)) if files.is_empty() => Content::Sealed(sealed),
            (false, None) => Content::Open(files),
            _ => return Err(Refusal::NotABundle),
        };
        let bundle = Self {
            manifest,
            about,
            content,
        };
        if let Content::Open(files) = &bundle.content {
            bundle.verify(files)?;
        }
        Ok(bundle)
    }

    /// The scenario's files, verified; those of a sealed bundle only with its passphrase.
    pub fn files(&self, passphrase: Option<&str>) -> Result<Vec<(String, Vec<u8>)>, Refusal> {
        match (&self.content, passphrase) {
            (Content::Open(files), _) => Ok(files.clone()),
            (Content::Sealed(_), None) => Err(Refusal::Sealed),
            (Content::Sealed(sealed), Some(passphrase)) => {
                let inner = seal::open(sealed, passphrase, archive::Limits::INNER.bytes)?;
                let files = archive::unpacked(&inner, &Limits::INNER)?;
                self.verify(&files)?;
                Ok(files)
            }
        }
    }

    /// The scenario, to be played without unpacking it.
    pub fn package(&self, passphrase: Option<&str>) -> Result<Package, Refusal> {
        let package = Package::from_files(self.files(passphrase)?);
        Ok(package.under(format!("{}/", self.manifest.id)))
    }

    fn verify(&self, files: &[(String, Vec<u8>)]) -> Result<(), Refusal> {
        archive::admits(files)?;
        if hash(files, &self.about) == self.manifest.hash {
            Ok(())
        } else {
            Err(Refusal::Changed)
        }
    }
}

/// Whether a scenario may hold these files: plain names inside its folder, each once, none and not all too large.
pub fn admits(files: &[(String, Vec<u8>)]) -> Result<(), Refusal> {
    archive::admits(files)
}

/// Puts files into a new folder: all of them, or nothing.
pub fn unpack(files: &[(String, Vec<u8>)], to: &Path) -> io::Result<()> {
    if fs::symlink_metadata(to).is_ok() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    let mut beside = to.as_os_str().to_owned();
    beside.push(".unpacking");
    let beside = Path::new(&beside);
    fs::create_dir(beside)?;
    let written = (|| {
        for (name, bytes) in files {
            let path = beside.join(name);
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder)?;
            }
            disk::replace(&path, bytes)?;
        }
        fs::rename(beside, to)
    })();
    if written.is_err() {
        let _ = fs::remove_dir_all(beside);
    }
    written
}

fn manifest_of(bytes: &[u8]) -> Result<Manifest, Refusal> {
    let value: serde_json::Value =
        serde_json::from_slice(bytes).map_err(|_| Refusal::NotABundle)?;
    match value
        .get("demarche_bundle")
        .and_then(serde_json::Value::as_u64)
    {
        Some(1) => serde_json::from_value(value).map_err(|_| Refusal::NotABundle),
        Some(_) => Err(Refusal::Newer),
        None => Err(Refusal::NotABundle),
    }
}

fn hash(files: &[(String, Vec<u8>)], about: &str) -> String {
    let page = (format!("{FOLDER}{ABOUT}"), about.as_bytes().to_vec());
    let all = files.iter().cloned().chain([page]);
    Package::from_files(all.collect::<Vec<_>>()).hash()
}
