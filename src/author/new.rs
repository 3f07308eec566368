//! `demarche new`: a scenario to begin from, written from a template.
//!
//! A template is a whole scenario with a few places for the author's own words. What comes out is commented, has nothing
//! wrong with it, and plays; a test plays each.

use crate::author::fmt::format;
use crate::diag;

/// The longest title and objective, in characters.
pub const LONGEST: usize = 80;
/// The longest name of a state, in characters.
pub const LONGEST_STATE: usize = 30;
/// The longest exercise, in minutes.
pub const MOST_MINUTES: u32 = 1000;

/// What to begin from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Template {
    /// The word by which it is chosen.
    pub name: &'static str,
    /// The catalogue's key for what it is.
    pub about: &'static str,
    /// What somebody can do afterwards, if the author says nothing else.
    pub learn: &'static str,
    /// How many minutes it takes, at least and at most.
    pub minutes: (u32, u32),
    text: &'static str,
}

/// The templates, the simplest first.
pub const TEMPLATES: [Template; 6] = [
    Template {
        name: "minimum",
        about: "new-about-minimum",
        learn: "Tell others what they need without giving away who told you",
        minutes: (10, 20),
        text: include_str!("new/minimum.ron"),
    },
    Template {
        name: "course",
        about: "new-about-course",
        learn: "Put together what three desks know before the deadline does it for them",
        minutes: (45, 60),
        text: include_str!("new/course.ron"),
    },
    Template {
        name: "negotiation",
        about: "new-about-negotiation",
        learn: "Agree on a common text that says something and that all can sign",
        minutes: (45, 75),
        text: include_str!("new/negotiation.ron"),
    },
    Template {
        name: "disclosure",
        about: "new-about-disclosure",
        learn: "Answer whoever reports a flaw, and keep those together who know of it",
        minutes: (45, 75),
        text: include_str!("new/disclosure.ron"),
    },
    Template {
        name: "roster",
        about: "new-about-roster",
        learn: "Tell what each of six stakeholders can do that no other can",
        minutes: (45, 60),
        text: include_str!("new/roster.ron"),
    },
    Template {
        name: "blank",
        about: "new-about-blank",
        learn: "What somebody can do after this exercise",
        minutes: (10, 20),
        text: include_str!("new/blank.ron"),
    },
];

impl Template {
    /// The template of this name; if there is none, those whose names are near.
    pub fn named(name: &str) -> Result<Self, Vec<String>> {
        let wanted = name.to_lowercase();
        let found = TEMPLATES
            .into_iter()
            .find(|template| template.name == wanted);
        found.ok_or_else(|| diag::near(&wanted, TEMPLATES.map(|template| template.name)))
    }
}

/// What the author has answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answers {
    pub template: Template,
    /// The scenario's id: see [`id_of`].
    pub id: String,
    pub title: String,
    /// What somebody can do afterwards.
    pub learn: String,
    /// How many minutes it takes, at least and at most.
    pub minutes: (u32, u32),
    /// The invented state that it plays in.
    pub state: String,
}

/// What is wrong with an answer, as the catalogue's key.
pub type Wrong = &'static str;

impl Answers {
    /// A template with nothing but a name.
    pub fn of(template: Template, id: &str) -> Self {
        Self {
            template,
            id: id.to_owned(),
            title: title_of(id),
            learn: template.learn.to_owned(),
            minutes: template.minutes,
            state: "Ardenmoor".to_owned(),
        }
    }

    /// Whether they can be written into a scenario.
    pub fn check(&self) -> Result<(), Wrong> {
        if id_of(&self.id).as_deref() != Some(self.id.as_str()) {
            return Err("new-wrong-id");
        }
        is_line(&self.title, LONGEST)?;
        is_line(&self.learn, LONGEST)?;
        is_name(&self.state)?;
        is_minutes(self.minutes)
    }

    /// The text of `scenario.ron`.
    pub fn scenario(&self) -> String {
        let (least, most) = self.minutes;
        let text = self
            .template
            .text
            .replace("{{id}}", &self.id)
            .replace("{{title}}", &escaped(&self.title))
            .replace("{{learn}}", &escaped(&self.learn))
            .replace("{{state}}", &self.state)
            .replace("{{least}}", &least.to_string())
            .replace("{{most}}", &most.to_string());
        // A template is laid out; the author's words cannot make it anything but RON.
        format(&text).unwrap_or(text)
    }
}

/// A line that says something and fits where it is shown.
pub fn is_line(text: &str, longest: usize) -> Result<(), Wrong> {
    if text.trim().is_empty() {
        Err("new-wrong-empty")
    } else if text.chars().any(char::is_control) {
        Err("new-wrong-letters")
    } else if text.chars().count() > longest {
        Err("new-wrong-long")
    } else {
        Ok(())
    }
}

/// A name in which nothing can end a text early, wherever it stands.
pub fn is_name(text: &str) -> Result<(), Wrong> {
    is_line(text, LONGEST_STATE)?;
    let is_plain = |letter: char| letter.is_alphabetic() || matches!(letter, ' ' | '-' | '\'');
    if text.chars().all(is_plain) {
        Ok(())
    } else {
        Err("new-wrong-name")
    }
}

/// A time that somebody has.
pub fn is_minutes((least, most): (u32, u32)) -> Result<(), Wrong> {
    if least > 0 && least <= most && most <= MOST_MINUTES {
        Ok(())
    } else {
        Err("new-wrong-minutes")
    }
}

/// The id that a name gives: its letters in lower case with hyphens between the words; `None` if nothing is left of it.
pub fn id_of(name: &str) -> Option<String> {
    let mut id = String::new();
    for letter in name.to_lowercase().chars() {
        if letter.is_ascii_alphanumeric() {
            id.push(letter);
        } else if !id.is_empty() && !id.ends_with('-') && !letter.is_alphabetic() {
            id.push('-');
        }
    }
    let id: String = id
        .trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == '-')
        .chars()
        .take(48)
        .collect();
    let id = id.trim_end_matches('-').to_owned();
    (!id.is_empty()).then_some(id)
}

/// The title that an id suggests: its words with capitals.
fn title_of(id: &str) -> String {
    let words = id.split('-').filter(|word| !word.is_empty()).map(|word| {
        let mut letters = word.chars();
        let first = letters.next().map(|first| first.to_ascii_uppercase());
        first.into_iter().chain(letters).collect::<String>()
    });
    words.collect::<Vec<_>>().join(" ")
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"")
}
