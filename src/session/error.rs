//! What can go wrong with an exercise.

use std::path::PathBuf;

use thiserror::Error;

use crate::log::LogError;
use crate::text::SafeText;
use crate::text::Words;

/// Why a command was not taken, in words for whoever gave it.
#[derive(Debug, Error)]
pub enum Refusal {
    /// The rules say no; part of play.
    #[error("{0}")]
    Rejected(SafeText),
    /// The log could not be written: nothing more is acknowledged.
    #[error("{0}")]
    Broken(SafeText, #[source] Box<LogError>),
}

impl Refusal {
    /// What the person reads.
    pub fn words(&self) -> &SafeText {
        match self {
            Refusal::Rejected(words) | Refusal::Broken(words, _) => words,
        }
    }
}

/// Why an exercise could not be started, opened or verified.
#[derive(Debug, Error)]
pub enum SessionError {
    #[error(transparent)]
    Log(#[from] LogError),
    /// The scenario kept beside the log cannot be played by this release.
    #[error("the scenario kept beside {path} cannot be played by this release")]
    Scenario { path: PathBuf },
    /// The log's lines are whole, and speak of a turn that its scenario does not have.
    #[error("{path} speaks of a turn that its scenario does not have")]
    Unfit { path: PathBuf },
    /// A seat could not be filled when the exercise began.
    #[error("{0}")]
    Refused(#[from] Refusal),
}

impl SessionError {
    /// What the operator reads.
    pub fn words(&self, words: &Words) -> SafeText {
        match self {
            SessionError::Log(error) => error.words(words),
            SessionError::Unfit { path } => words.fill(
                "session-unfit",
                &[("path", path.display().to_string().into())],
            ),
            SessionError::Scenario { path } => words.fill(
                "session-scenario",
                &[("path", path.display().to_string().into())],
            ),
            SessionError::Refused(refusal) => refusal.words().clone(),
        }
    }
}
