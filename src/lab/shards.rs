//! What a shard has shown, as a file: exact whole numbers in JSON, with all that is needed to join it to the others.

use serde::Deserialize;
use serde::Serialize;

use crate::lab::casting::Casting;
use crate::lab::study::Part;
use crate::lab::study::Plan;
use crate::lab::study::Shard;
use crate::lab::study::Study;

/// Raised when an earlier program could misread a file.
const FORMAT: u32 = 1;

/// A shard as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShardFile {
    /// The file's format.
    demarche_lab_shard: u32,
    /// The scenario's id, and what its content hashes to.
    pub scenario: String,
    pub content: String,
    pub seed: u64,
    /// The word that `--bots` was given.
    pub bots: String,
    /// Of the whole study.
    pub plan: Plan,
    pub shard: Shard,
    pub part: Part,
}

/// Why a text is not what the lab wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotRead {
    /// It is damaged or cut short, found at this line and column, counted from 1.
    Damaged { line: usize, column: usize },
    /// It is something else.
    Foreign,
    /// It was written in another format.
    Format(u64),
}

impl From<serde_json::Error> for NotRead {
    fn from(why: serde_json::Error) -> Self {
        if why.is_data() {
            Self::Foreign
        } else {
            Self::Damaged {
                line: why.line(),
                column: why.column(),
            }
        }
    }
}

/// Why shards cannot be joined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mismatch {
    /// It is no shard, or not of this format.
    Unreadable(NotRead),
    /// Two files are not of the same study: another scenario, seed, plan or number of shards.
    Strangers(usize, usize),
    /// Two files are the same shard.
    Twice(usize, usize),
    /// Shards that no file is of.
    Missing { numbers: Vec<u64>, of: u64 },
    /// The scenario is not the one that was played, or the tallies do not fit it.
    Changed,
}

impl ShardFile {
    /// The file of one shard.
    pub fn new(study: &Study<'_>, content: String, shard: Shard, part: Part) -> Self {
        Self {
            demarche_lab_shard: FORMAT,
            scenario: study.playable.scenario().about.id.to_string(),
            content,
            seed: study.seed,
            bots: study.bots.word().to_owned(),
            plan: study.plan,
            shard,
            part,
        }
    }

    /// The file's bytes.
    ///
    /// # Panics
    /// Never: whole numbers and words are always written.
    pub fn to_json(&self) -> String {
        let mut text = serde_json::to_string(self).expect("numbers and words are always written");
        text.push('\n');
        text
    }

    /// Reads a file.
    pub fn read(text: &str) -> Result<Self, Mismatch> {
        let file: Self =
            serde_json::from_str(text).map_err(|why| Mismatch::Unreadable(why.into()))?;
        if file.demarche_lab_shard == FORMAT {
            Ok(file)
        } else {
            let format = u64::from(file.demarche_lab_shard);
            Err(Mismatch::Unreadable(NotRead::Format(format)))
        }
    }

    /// Whether two files are of the same study.
    fn is_kin(&self, other: &Self) -> bool {
        let key = |file: &Self| {
            (
                file.content.clone(),
                file.seed,
                file.bots.clone(),
                file.plan,
                file.shard.of,
            )
        };
        key(self) == key(other)
    }
}

/// Checks that files are the shards of one study, each once; then their parts can be added up in any order.
pub fn check(files: &[ShardFile]) -> Result<(), Mismatch> {
    let Some(first) = files.first() else {
        return Err(Mismatch::Missing {
            numbers: vec![1],
            of: 1,
        });
    };
    for (place, file) in files.iter().enumerate() {
        if !file.is_kin(first) {
            return Err(Mismatch::Strangers(0, place));
        }
        let mut before = files[..place].iter();
        if let Some(twin) = before.position(|other| other.shard == file.shard) {
            return Err(Mismatch::Twice(twin, place));
        }
    }
    let of = first.shard.of;
    // No more numbers than files are looked for: `of` is what a file says.
    let has = |number: u64| files.iter().any(|file| file.shard.number == number);
    let mut numbers: Vec<u64> = (1..=of).filter(|number| !has(*number)).take(5).collect();
    numbers.sort_unstable();
    if numbers.is_empty() {
        Ok(())
    } else {
        Err(Mismatch::Missing { numbers, of })
    }
}

/// Adds up the parts of files that [`check`] has passed.
pub fn join(study: &Study<'_>, files: &[ShardFile]) -> Result<Part, Mismatch> {
    let mut sum = Part::new(study.playable.scenario(), &study.bots);
    for file in files {
        if !has_shape(&file.part, &sum) {
            return Err(Mismatch::Changed);
        }
        sum.merge(&file.part);
    }
    Ok(sum)
}

/// The study that a file is of, on a scenario; `None` if this program does not know its bots.
pub fn study<'a>(
    file: &ShardFile,
    playable: &'a crate::script::Playable,
    threads: usize,
) -> Option<Study<'a>> {
    Some(Study {
        playable,
        seed: file.seed,
        bots: Casting::named(&file.bots)?,
        plan: file.plan,
        threads,
    })
}

/// Whether a part has as many rows as the scenario has.
fn has_shape(part: &Part, like: &Part) -> bool {
    let (one, other) = (&part.tally, &like.tally);
    let lengths = |tally: &crate::lab::tally::Tally| {
        [
            tally.endings.len(),
            tally.injects.len(),
            tally.opened.len(),
            tally.choices.len(),
            tally.actions.len(),
            tally.rules.len(),
            tally.courses.len(),
            tally.sides.len(),
            tally.seats.len(),
            tally.reached.len(),
        ]
    };
    lengths(one) == lengths(other)
        && part.trials.decisions.len() == like.trials.decisions.len()
        && part.twins.seats.len() == like.twins.seats.len()
}
