//! The debrief as the screen shows it: tabs of blocks, every word of them safe.

mod beneath;
mod chosen;
mod states;
mod tell;

use crate::report::Debrief;
use crate::text::SafeText;
use crate::text::Words;

/// The debrief.
#[derive(Clone, Debug, Default)]
pub struct DebriefView {
    pub title: SafeText,
    pub tabs: Vec<Tab>,
}

/// One tab.
#[derive(Clone, Debug, Default)]
pub struct Tab {
    pub title: SafeText,
    pub blocks: Vec<Block>,
}

/// One block of a tab.
#[derive(Clone, Debug)]
pub enum Block {
    Heading(SafeText),
    Text(SafeText),
    /// Words that explain, in a quieter voice.
    Note(SafeText),
    /// A point with a sign before it.
    Point(Tone, SafeText),
    /// A label and what stands for it.
    Pair(SafeText, SafeText),
    /// A label, the value in words, and a bar: low, high, full.
    Bar(SafeText, SafeText, (i32, i32, i32)),
    Gap,
}

/// What a point is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Good,
    Bad,
    Warn,
    Plain,
}

impl DebriefView {
    /// The debrief of an exercise; tabs with nothing to tell are left out.
    pub fn of(debrief: &Debrief, words: &Words) -> Self {
        let tabs = tell::TABS
            .iter()
            .map(|(key, tell)| Tab {
                title: words.say(key),
                blocks: tell(debrief, words),
            })
            .filter(|tab| !tab.blocks.is_empty());
        Self {
            title: debrief.exercise.title.clone(),
            tabs: tabs.collect(),
        }
    }
}
