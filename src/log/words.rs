//! What a log has to say, in the words of the catalogue.

use std::error::Error;
use std::path::Path;

use crate::log::error::Damage;
use crate::log::error::LogError;
use crate::log::library::LITTLE_SPACE;
use crate::log::writer::Recovered;
use crate::text::Arg;
use crate::text::SafeText;
use crate::text::Words;

impl LogError {
    /// What went wrong with which file, and what to do about it.
    pub fn words(&self, words: &Words) -> SafeText {
        match self {
            Self::Disk {
                path,
                doing,
                source,
            } => words.fill(
                "log-disk",
                &[
                    ("path", shown(path)),
                    ("doing", Arg::Text(words.say(doing.key()))),
                    ("reason", Arg::from(&source.to_string())),
                ],
            ),
            Self::InUse { path } => words.fill("log-in-use", &[("path", shown(path))]),
            Self::Exists { path } => words.fill("log-exists", &[("path", shown(path))]),
            Self::NotALog { path } => words.fill("log-not-a-log", &[("path", shown(path))]),
            Self::Newer {
                path,
                format,
                newest,
            } => words.fill(
                "log-newer",
                &[
                    ("path", shown(path)),
                    ("format", Arg::from(*format)),
                    ("newest", Arg::from(*newest)),
                ],
            ),
            Self::Damaged {
                path,
                line: 1,
                damage,
            } => words.fill(
                "log-damaged-header",
                &[
                    ("path", shown(path)),
                    ("damage", Arg::Text(damage.words(words))),
                ],
            ),
            Self::Damaged { path, line, damage } => words.fill(
                "log-damaged",
                &[
                    ("path", shown(path)),
                    ("line", Arg::from(*line)),
                    ("damage", Arg::Text(damage.words(words))),
                ],
            ),
            Self::NotUnderstood { path, line, source } => {
                words.fill("log-not-understood", &at(path, *line, source))
            }
            Self::Encode { path, line, source } => {
                words.fill("log-encode", &at(path, *line, source))
            }
            Self::TooLarge { path, limit } => words.fill(
                "log-too-large",
                &[("path", shown(path)), ("limit", Arg::from(limit >> 20))],
            ),
            Self::Replaced { path } => words.fill("log-replaced", &[("path", shown(path))]),
            Self::ReadOnly { path } => words.fill("log-read-only", &[("path", shown(path))]),
            Self::NoPackage { path } => words.fill("log-no-package", &[("path", shown(path))]),
            Self::BadPackage { path } => words.fill("log-bad-package", &[("path", shown(path))]),
        }
    }
}

impl Damage {
    /// What is wrong with the line, as the end of a sentence about it.
    /// What is wrong, in words.
    pub fn words(self, words: &Words) -> SafeText {
        match self {
            Self::Checksum => words.say("log-damage-checksum"),
            Self::Shape => words.say("log-damage-shape"),
            Self::Order { says } => words.fill("log-damage-order", &[("says", Arg::from(says))]),
            Self::Chain => words.say("log-damage-chain"),
        }
    }
}

impl Recovered {
    /// What was repaired when the log was opened.
    pub fn words(self, words: &Words) -> SafeText {
        words.fill("log-recovered", &[("bytes", Arg::from(self.dropped_bytes))])
    }
}

/// A warning if so many bytes are little for an exercise.
pub fn little_space(words: &Words, bytes: u64) -> Option<SafeText> {
    let mebibytes = Arg::from(bytes >> 20);
    (bytes < LITTLE_SPACE).then(|| words.fill("log-little-space", &[("mebibytes", mebibytes)]))
}

fn at(path: &Path, line: u32, source: &dyn Error) -> [(&'static str, Arg); 3] {
    [
        ("path", shown(path)),
        ("line", Arg::from(line)),
        ("reason", Arg::from(&source.to_string())),
    ]
}

fn shown(path: &Path) -> Arg {
    Arg::from(path.to_string_lossy().as_ref())
}
