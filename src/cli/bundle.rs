//! `demarche bundle`: a scenario as one file, made and opened.

use std::fs;
use std::io::Read;
use std::path::Path;
use std::path::PathBuf;

use clap::Subcommand;

use crate::author::bundle;
use crate::author::bundle::Bundle;
use crate::author::bundle::Refusal;
use crate::author::disk;
use crate::cli::CONTENT;
use crate::cli::Code;
use crate::cli::ENVIRONMENT;
use crate::cli::FINE;
use crate::cli::passphrase;
use crate::cli::pick;
use crate::cli::world::World;
use crate::scenario::Package;
use crate::session;
use crate::text::Arg;
use crate::text::SafeText;

#[derive(clap::Args, Debug)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(super) struct Options {
    /// The path of a scenario's folder, or the id of one that is shipped
    #[arg(required = true)]
    scenario: Option<String>,
    /// Where to (default: the scenario's id with .demarche, here)
    #[arg(long, value_name = "PATH")]
    out: Option<PathBuf>,
    /// Seal everything but title and role cards under a passphrase
    #[arg(long)]
    seal: bool,
    /// Read the passphrase from a file instead of asking
    #[arg(long, value_name = "PATH")]
    passphrase_file: Option<PathBuf>,
    #[command(subcommand)]
    open: Option<Opening>,
}

#[derive(Subcommand, Debug)]
enum Opening {
    /// Verify a bundle and unpack it into a new folder
    Open {
        file: PathBuf,
        /// The folder to be made (default: the scenario's id, here)
        #[arg(long, value_name = "PATH", alias = "to")]
        out: Option<PathBuf>,
        /// The hash it must have
        #[arg(long)]
        hash: Option<String>,
        /// Read the passphrase from a file instead of asking
        #[arg(long, value_name = "PATH")]
        passphrase_file: Option<PathBuf>,
    },
    /// Say what a bundle is, and show the page that everybody may read
    Show { file: PathBuf },
}

pub(super) fn run(world: &World, options: &Options) -> Code {
    let done = match (&options.open, &options.scenario) {
        (Some(Opening::Show { file }), _) => show(world, file),
        (
            Some(Opening::Open {
                file,
                out,
                hash,
                passphrase_file,
            }),
            _,
        ) => open(
            world,
            file,
            out.as_deref(),
            hash.as_deref(),
            passphrase_file.as_deref(),
        ),
        (None, Some(scenario)) => make(world, scenario, options),
        (None, None) => Err(ENVIRONMENT),
    };
    done.unwrap_or_else(|code| code)
}

/// The scenario in a bundle, to be played from it.
pub(super) fn package(world: &World, path: &Path) -> Result<Package, Code> {
    let bundle = read(world, path)?;
    let passphrase = unlocked(world, &bundle, None)?;
    bundle
        .package(passphrase.as_deref())
        .map_err(|refusal| refused(world, path, &refusal))
}

fn make(world: &World, wanted: &str, options: &Options) -> Result<Code, Code> {
    let package = pick::package(world, wanted)?;
    let folder = Path::new(wanted);
    let folder = if folder.is_dir() {
        Some(folder)
    } else {
        folder.parent().filter(|_| folder.is_file())
    };
    let (ready, _, _) = session::ready(package.clone());
    let Some(ready) = ready else {
        let args = [("path", SafeText::line(wanted).into())];
        world.complain(&world.fill("bundle-broken", &args));
        return Err(CONTENT);
    };
    let scenario = ready.playable.scenario();
    let name = format!("{}.{}", scenario.about.id, bundle::ENDING);
    let out = options.out.clone().unwrap_or_else(|| PathBuf::from(name));
    if fs::symlink_metadata(&out).is_ok() {
        return Err(world.give_up(&world.fill("new-exists", &[("path", shown(&out))])));
    }
    let files = bundle::files(&package, folder)
        .map_err(|error| failed(world, "cli-fmt-unreadable", folder.unwrap_or(&out), &error))?;
    let passphrase = if options.seal || options.passphrase_file.is_some() {
        Some(passphrase::ask(
            world,
            options.passphrase_file.as_deref(),
            true,
        )?)
    } else {
        None
    };
    let (manifest, bytes) = bundle::make(scenario, &files, passphrase.as_deref(), &world.words)
        .map_err(|refusal| refused(world, Path::new(wanted), &refusal))?;
    disk::replace(&out, &bytes)
        .map_err(|error| failed(world, "cli-fmt-unwritable", &out, &error))?;
    let args = [
        ("path", shown(&out)),
        ("count", Arg::from(files.len())),
        ("hash", manifest.hash.as_str().into()),
    ];
    let key = if manifest.sealed {
        "bundle-made-sealed"
    } else {
        "bundle-made"
    };
    world.print(&world.fill(key, &args));
    world.print(&world.fill("bundle-hash", &args));
    Ok(FINE)
}

fn show(world: &World, path: &Path) -> Result<Code, Code> {
    let bundle = read(world, path)?;
    let manifest = &bundle.manifest;
    let args = [
        ("title", SafeText::line(&manifest.title).into()),
        ("id", SafeText::line(&manifest.id).into()),
        ("hash", SafeText::line(&manifest.hash).into()),
    ];
    let key = if manifest.sealed {
        "bundle-is-sealed"
    } else {
        "bundle-is"
    };
    world.print(&world.fill(key, &args));
    world.print(&world.fill("bundle-hash", &args));
    world.print(&SafeText::empty());
    world.print(&SafeText::block(&bundle.about));
    Ok(FINE)
}

fn open(
    world: &World,
    path: &Path,
    to: Option<&Path>,
    hash: Option<&str>,
    passphrase_file: Option<&Path>,
) -> Result<Code, Code> {
    let bundle = read(world, path)?;
    if hash.is_some_and(|hash| !bundle.manifest.hash.eq_ignore_ascii_case(hash.trim())) {
        let args = [
            ("path", shown(path)),
            ("hash", SafeText::line(&bundle.manifest.hash).into()),
        ];
        world.complain(&world.fill("bundle-other-hash", &args));
        return Err(CONTENT);
    }
    let id = &bundle.manifest.id;
    let is_id = id
        .bytes()
        .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"_-".contains(&byte));
    let to = match to {
        Some(to) => to.to_owned(),
        None if is_id && !id.is_empty() => PathBuf::from(id),
        None => return Err(refused(world, path, &Refusal::NotABundle)),
    };
    if fs::symlink_metadata(&to).is_ok() {
        return Err(world.give_up(&world.fill("new-exists", &[("path", shown(&to))])));
    }
    let passphrase = unlocked(world, &bundle, passphrase_file)?;
    let files = bundle
        .files(passphrase.as_deref())
        .map_err(|refusal| refused(world, path, &refusal))?;
    bundle::unpack(&files, &to)
        .map_err(|error| failed(world, "cli-fmt-unwritable", &to, &error))?;
    let args = [
        ("path", shown(&to)),
        ("count", Arg::from(files.len())),
        ("hash", bundle.manifest.hash.as_str().into()),
    ];
    world.print(&world.fill("bundle-opened", &args));
    world.print(&world.fill("bundle-hash", &args));
    Ok(FINE)
}

/// The passphrase, if the bundle needs one.
fn unlocked(world: &World, bundle: &Bundle, file: Option<&Path>) -> Result<Option<String>, Code> {
    if bundle.manifest.sealed {
        passphrase::ask(world, file, false).map(Some)
    } else {
        Ok(None)
    }
}

fn read(world: &World, path: &Path) -> Result<Bundle, Code> {
    let mut bytes = Vec::new();
    fs::File::open(path)
        .and_then(|file| file.take(bundle::LARGEST + 1).read_to_end(&mut bytes))
        .map_err(|error| failed(world, "cli-fmt-unreadable", path, &error))?;
    if bytes.len() as u64 > bundle::LARGEST {
        return Err(refused(world, path, &Refusal::TooMuch));
    }
    Bundle::read(&bytes).map_err(|refusal| refused(world, path, &refusal))
}

fn refused(world: &World, path: &Path, refusal: &Refusal) -> Code {
    let args = [
        ("path", shown(path)),
        ("name", SafeText::line(refusal.name()).into()),
    ];
    world.complain(&world.fill(refusal.key(), &args));
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
