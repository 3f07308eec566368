//! `demarche convert`: RON to JSON and back, and first drafts out of Twine, ink and CEXF.

use std::fs;
use std::io::Read;
use std::path::Path;
use std::path::PathBuf;

use crate::author::bundle;
use crate::author::convert::Draft;
use crate::author::convert::Unconvertible;
use crate::author::convert::cexf;
use crate::author::convert::draft;
use crate::author::convert::ink;
use crate::author::convert::json;
use crate::author::convert::twine;
use crate::author::disk;
use crate::author::new::id_of;
use crate::cli::CONTENT;
use crate::cli::Code;
use crate::cli::ENVIRONMENT;
use crate::cli::FINE;
use crate::cli::pick;
use crate::cli::world::World;
use crate::scenario::ENTRY;
use crate::scenario::load_embedded;
use crate::text::Arg;
use crate::text::SafeText;

/// The largest file that is read, in bytes.
const LARGEST: u64 = 40 << 20;

#[derive(clap::Args, Debug)]
pub(super) struct Options {
    /// A scenario's folder or id (becomes JSON), or a file: JSON of a scenario, Twee, Twine's HTML, ink, CEXF
    source: String,
    /// Where to: a file for JSON (default: standard output), a new folder for a scenario (default: the source's name)
    #[arg(long, value_name = "PATH")]
    out: Option<PathBuf>,
}

pub(super) fn run(world: &World, options: &Options) -> Code {
    let path = Path::new(&options.source);
    let is_ron = path
        .extension()
        .is_some_and(|ending| ending == "ron" || ending == bundle::ENDING);
    let done = if load_embedded(&options.source).is_some() || !path.is_file() || is_ron {
        to_json(world, options)
    } else {
        from_file(world, path, options.out.as_deref())
    };
    done.unwrap_or_else(|code| code)
}

fn to_json(world: &World, options: &Options) -> Result<Code, Code> {
    let package = pick::package(world, &options.source)?;
    if package.file(ENTRY).is_none() {
        let args = [("path", SafeText::line(&options.source).into())];
        return Err(world.give_up(&world.fill("convert-no-scenario", &args)));
    }
    let text = json::of_package(&package)
        .map_err(|wrong| refused(world, Path::new(&options.source), &wrong))?;
    if json::has_comments(&package) {
        world.complain(&world.words.say("convert-comments"));
    }
    let Some(out) = &options.out else {
        world.print_raw(&text);
        return Ok(FINE);
    };
    disk::replace(out, text.as_bytes())
        .map_err(|error| failed(world, "cli-fmt-unwritable", out, &error))?;
    world.print(&world.fill("msel-written", &[("path", shown(out))]));
    Ok(FINE)
}

fn from_file(world: &World, path: &Path, out: Option<&Path>) -> Result<Code, Code> {
    let name = path
        .file_stem()
        .map(|name| name.to_string_lossy().into_owned());
    let name = name.unwrap_or_default();
    let folder = out.map_or_else(
        || PathBuf::from(id_of(&name).unwrap_or_else(|| "draft".to_owned())),
        Path::to_owned,
    );
    if fs::symlink_metadata(&folder).is_ok() {
        return Err(world.give_up(&world.fill("new-exists", &[("path", shown(&folder))])));
    }
    let mut text = String::new();
    fs::File::open(path)
        .and_then(|file| file.take(LARGEST).read_to_string(&mut text))
        .map_err(|error| failed(world, "cli-fmt-unreadable", path, &error))?;
    // Inklecate, like many editors under Windows, begins a file with a byte order mark.
    if text.starts_with('\u{feff}') {
        text.remove(0);
    }
    let id = folder
        .file_name()
        .and_then(|name| id_of(&name.to_string_lossy()));
    let id = id.unwrap_or_else(|| "draft".to_owned());
    let refused = |wrong: Unconvertible| refused(world, path, &wrong);
    let ending = path
        .extension()
        .map(|ending| ending.to_string_lossy().to_lowercase());
    if ink::is_compiled(&text) {
        return Err(refused(Unconvertible {
            key: "convert-compiled-ink",
            found: String::new(),
        }));
    }
    if text.trim().is_empty() {
        return Err(refused(Unconvertible {
            key: "convert-empty",
            found: String::new(),
        }));
    }
    let story = match ending.as_deref() {
        Some("json") if !cexf::is_cexf(&text) => {
            let files = json::to_files(&text).map_err(refused)?;
            return whole(world, &files, &folder);
        }
        Some("json") => cexf::cexf(&text).map_err(refused)?,
        Some("ink") => ink::ink(&text),
        _ if twine::is_html(&text) => twine::html(&text),
        _ if twine::is_twee(&text) => twine::twee(&text),
        _ if ink::is_ink(&text) => ink::ink(&text),
        _ => {
            return Err(refused(Unconvertible {
                key: "convert-unknown",
                found: String::new(),
            }));
        }
    };
    let Draft { scenario, lost } = draft::draft(story, &id).map_err(refused)?;
    fs::create_dir_all(&folder)
        .and_then(|()| disk::replace(&folder.join(ENTRY), scenario.as_bytes()))
        .map_err(|error| failed(world, "cli-fmt-unwritable", &folder, &error))?;
    world.print(&world.fill("convert-draft", &[("path", shown(&folder))]));
    if !lost.is_empty() {
        world.print(&world.fill("convert-lost", &[("count", Arg::from(lost.len()))]));
    }
    for lost in &lost {
        world.print(&world.fill(lost.key, &[("what", SafeText::line(&lost.what).into())]));
    }
    Ok(FINE)
}

/// Writes all files of a scenario into a new folder.
fn whole(world: &World, files: &[(String, String)], folder: &Path) -> Result<Code, Code> {
    let files: Vec<(String, Vec<u8>)> = files
        .iter()
        .map(|(name, text)| (name.clone(), text.clone().into_bytes()))
        .collect();
    if let Err(refusal) = bundle::admits(&files) {
        let args = [
            ("path", shown(folder)),
            ("name", SafeText::line(refusal.name()).into()),
        ];
        world.complain(&world.fill(refusal.key(), &args));
        return Err(CONTENT);
    }
    bundle::unpack(&files, folder)
        .map_err(|error| failed(world, "cli-fmt-unwritable", folder, &error))?;
    let args = [("path", shown(folder)), ("count", Arg::from(files.len()))];
    world.print(&world.fill("convert-done", &args));
    Ok(FINE)
}

fn refused(world: &World, path: &Path, wrong: &Unconvertible) -> Code {
    let args = [
        ("path", shown(path)),
        ("found", SafeText::line(&wrong.found).into()),
    ];
    world.complain(&world.fill(wrong.key, &args));
    CONTENT
}

fn failed(world: &World, key: &str, path: &Path, error: &std::io::Error) -> Code {
    let why = SafeText::line(&error.to_string());
    world.complain(&world.fill(key, &[("path", shown(path)), ("why", why.into())]));
    ENVIRONMENT
}

fn shown(path: &Path) -> Arg {
    SafeText::line(&path.to_string_lossy()).into()
}
