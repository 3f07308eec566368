//! One's own exercises: the logs of one folder.

use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::SystemTime;

use etcetera::BaseStrategy;

use crate::log::contents::Contents;
use crate::log::disk::Access;
use crate::log::disk::Disk;
use crate::log::disk::DiskFile;
use crate::log::disk::Found;
use crate::log::error::Doing;
use crate::log::error::LogError;
use crate::log::error::While;
use crate::log::header::Header;
use crate::log::package;
use crate::log::replace;
use crate::log::replace::beside;
use crate::log::times;

/// The ending of a log's file name.
const ENDING: &str = "jsonl";
/// A display name is cut after this many characters.
const MAX_NAME: usize = 80;
/// Less than this left on the disk is worth a warning before an exercise and at each turn.
pub const LITTLE_SPACE: u64 = 64 * 1024 * 1024;

/// A folder of exercises.
#[derive(Clone)]
pub struct Library {
    disk: Arc<dyn Disk>,
    dir: PathBuf,
}

/// One exercise of a library, by its header: what a list shows without reading whole logs.
#[derive(Debug)]
pub struct Listed {
    pub path: PathBuf,
    /// What its owner calls it.
    pub name: Option<String>,
    /// Which exercise it is, or why that cannot be read.
    pub header: Result<Header, LogError>,
    pub bytes: u64,
    /// When it was last played, as far as the disk knows.
    pub modified: Option<SystemTime>,
}

impl Library {
    /// The exercises of a folder, which need not be there yet.
    pub fn new(disk: Arc<dyn Disk>, dir: PathBuf) -> Self {
        Self { disk, dir }
    }

    /// Where the exercises lie.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    pub fn disk(&self) -> &dyn Disk {
        self.disk.as_ref()
    }

    /// The exercises, the one played last first.
    pub fn list(&self) -> Result<Vec<Listed>, LogError> {
        let mut listed: Vec<Listed> = self
            .logs()?
            .into_iter()
            .map(|found| self.describe(found))
            .collect();
        listed.sort_by(|a, b| {
            b.modified
                .cmp(&a.modified)
                .then_with(|| b.path.cmp(&a.path))
        });
        Ok(listed)
    }

    /// A path for a new exercise that nothing has yet.
    pub fn free_path(
        &self,
        scenario: &str,
        unix_seconds: u64,
        seed: u64,
    ) -> Result<PathBuf, LogError> {
        let stem = file_name(scenario, unix_seconds, seed);
        let mut path = self.dir.join(format!("{stem}.{ENDING}"));
        let mut again = 2;
        while self.disk.exists(&path).while_doing(Doing::Open, &path)? {
            path = self.dir.join(format!("{stem}-{again}.{ENDING}"));
            again += 1;
        }
        Ok(path)
    }

    /// Gives an exercise a name to be listed by; an empty one takes the name away.
    pub fn rename(&self, log: &Path, name: &str) -> Result<(), LogError> {
        let _held = self.hold(log)?;
        let name_path = name_path(log);
        let words: Vec<&str> = name
            .split(|c: char| c.is_whitespace() || c.is_control())
            .collect();
        let name: String = words.join(" ").trim().chars().take(MAX_NAME).collect();
        if name.is_empty() {
            return self.remove_if_there(&name_path);
        }
        replace::replace(self.disk(), &name_path, name.as_bytes())
    }

    /// Removes an exercise and what lies beside it, also its scenario if no other exercise of the folder was played with it.
    pub fn delete(&self, log: &Path) -> Result<(), LogError> {
        let guard_path = package::guard_path(log);
        replace::make_folder_of(self.disk(), &guard_path)?;
        let guard = self
            .disk
            .open(&guard_path, Access::Create)
            .while_doing(Doing::Open, &guard_path)?;
        guard.lock().while_doing(Doing::Lock, &guard_path)?;
        let held = self.hold(log)?;
        self.disk.remove(log).while_doing(Doing::Remove, log)?;
        drop(held);
        self.remove_if_there(&times::path(log))?;
        self.remove_if_there(&name_path(log))?;
        self.remove_orphans(log)?;
        replace::sync_folder(self.disk(), log)
    }

    /// Bytes left on the disk the exercises lie on, where the system can say; see [`LITTLE_SPACE`].
    pub fn free_space(&self) -> Result<Option<u64>, LogError> {
        replace::make_folder_of(self.disk(), &self.dir.join(ENDING))?;
        self.disk
            .free_space(&self.dir)
            .while_doing(Doing::Measure, &self.dir)
    }

    /// Takes a log for a moment, so that it is nobody else's.
    fn hold(&self, log: &Path) -> Result<Box<dyn DiskFile>, LogError> {
        let file = self
            .disk
            .open(log, Access::Write)
            .while_doing(Doing::Open, log)?;
        if !file.try_lock().while_doing(Doing::Lock, log)? {
            return Err(LogError::InUse {
                path: log.to_owned(),
            });
        }
        Ok(file)
    }

    /// Removes the packages that no log of the folder names. If any log's header cannot be read, it might name any of
    /// them, and all stay.
    fn remove_orphans(&self, removed: &Path) -> Result<(), LogError> {
        let mut named = Vec::new();
        for found in self.logs()? {
            match Contents::header_of(self.disk(), &found.path) {
                Ok(header) => named.push(package::path(removed, header.package)),
                Err(_) => return Ok(()),
            }
        }
        let packages = self.dir.join("packages");
        for found in self
            .disk
            .list(&packages)
            .while_doing(Doing::List, &packages)?
        {
            let is_package = found
                .path
                .extension()
                .is_some_and(|ending| ending == "pack");
            if is_package && !named.contains(&found.path) {
                self.disk
                    .remove(&found.path)
                    .while_doing(Doing::Remove, &found.path)?;
            }
        }
        Ok(())
    }

    fn remove_if_there(&self, path: &Path) -> Result<(), LogError> {
        if self.disk.exists(path).while_doing(Doing::Open, path)? {
            self.disk.remove(path).while_doing(Doing::Remove, path)?;
        }
        Ok(())
    }

    fn logs(&self) -> Result<Vec<Found>, LogError> {
        let mut found = self
            .disk
            .list(&self.dir)
            .while_doing(Doing::List, &self.dir)?;
        found.retain(|file| file.path.extension().is_some_and(|ending| ending == ENDING));
        Ok(found)
    }

    fn describe(&self, found: Found) -> Listed {
        let name = self
            .disk
            .open(&name_path(&found.path), Access::Read)
            .and_then(|mut file| file.read(0, 4096));
        Listed {
            name: name.ok().and_then(|bytes| String::from_utf8(bytes).ok()),
            header: Contents::header_of(self.disk(), &found.path),
            path: found.path,
            bytes: found.bytes,
            modified: found.modified,
        }
    }
}

/// Where exercises lie on this system unless somebody says otherwise; nothing if the user has no home.
pub fn default_dir() -> Option<PathBuf> {
    let places = etcetera::choose_base_strategy().ok()?;
    Some(places.data_dir().join("demarche").join("exercises"))
}

/// The name of a new exercise's log, without its ending: scenario, moment (UTC) and seed.
pub fn file_name(scenario: &str, unix_seconds: u64, seed: u64) -> String {
    let (days, seconds) = (unix_seconds / 86_400, unix_seconds % 86_400);
    let (year, month, day) = date(days);
    let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    format!("{scenario}-{year:04}{month:02}{day:02}-{hour:02}{minute:02}{second:02}-{seed}")
}

/// The Gregorian date that many days after 1 January 1970.
fn date(days: u64) -> (u64, u64, u64) {
    // Counted from 1 March of year 0, a leap day is the last of its year and months follow one formula.
    let days = days + 719_468;
    let (era, day_of_era) = (days / 146_097, days % 146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 {
        month_from_march + 3
    } else {
        month_from_march - 9
    };
    (era * 400 + year_of_era + u64::from(month <= 2), month, day)
}

fn name_path(log: &Path) -> PathBuf {
    beside(log, ".name")
}
