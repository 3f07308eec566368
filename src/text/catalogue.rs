//! The message catalogue: Fluent files in, safe text out.

use std::fmt;
use std::sync::OnceLock;

use fluent_bundle::FluentArgs;
use fluent_bundle::FluentResource;
use fluent_bundle::FluentValue;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentNumber;
use unic_langid::LanguageIdentifier;

use super::safe::SafeText;

/// The languages there are catalogues for; the first is complete and stands in for what another lacks.
pub const LANGUAGES: &[&str] = &["en"];

macro_rules! catalogue {
    ($language:literal: $($area:literal)*) => {
        &[$(($area, include_str!(concat!($language, "/", $area, ".ftl")))),*]
    };
}

/// The English catalogue by area. A new file is added here.
const ENGLISH: &[(&str, &str)] = catalogue!("en":
    "action" "attribution" "author" "board" "bots" "capacity" "cli" "contacts" "debrief" "decision" "diag"
    "disclosure" "duty" "explain" "glossary" "graph" "handbook" "help" "home" "keys" "lab" "ledger" "log" "lsp"
    "mandate" "measures" "narrative" "plain" "play" "politicisation" "reason" "rejection" "replay" "report" "reveal"
    "rules" "script" "seat" "sentence" "session" "statements" "tension" "watch" "whatif");

/// The files of a language as (area, Fluent source).
pub fn sources(language: &str) -> &'static [(&'static str, &'static str)] {
    match language {
        "en" => ENGLISH,
        _ => &[],
    }
}

/// The keys a Fluent source defines, in the order they stand in.
pub fn keys(source: &str) -> impl Iterator<Item = &str> {
    source.lines().filter_map(|line| {
        let (key, _) = line.split_once('=')?;
        let key = key.trim_end();
        key.starts_with(|first: char| first.is_ascii_alphabetic())
            .then_some(key)
    })
}

/// What fills a place in a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// A number; the message may choose its wording by it.
    Number(i64),
    /// Text, already safe.
    Text(SafeText),
    /// Another message of the catalogue, by its key: the name of a kind, say.
    Key(&'static str),
}

/// The catalogue in one language.
pub struct Words {
    language: &'static str,
    /// The primary language asked for, whether or not there is a catalogue for it.
    wanted: String,
    /// Its own, then the one that stands in. Read when something is said: much of the program's work says nothing.
    bundles: OnceLock<Vec<FluentBundle<FluentResource>>>,
}

impl Words {
    /// The catalogue of a language tag such as `es` or `es-CR`; English where there is none.
    pub fn new(language: &str) -> Self {
        // The environment says `es_CR.UTF-8`.
        let tag = language.split(['.', '@']).next().unwrap_or_default();
        let wanted: Option<LanguageIdentifier> = tag.parse().ok();
        let primary = wanted.as_ref().map_or("en", |tag| tag.language.as_str());
        let language = LANGUAGES
            .iter()
            .find(|known| **known == primary)
            .unwrap_or(&LANGUAGES[0]);
        Self {
            language,
            wanted: primary.to_owned(),
            bundles: OnceLock::new(),
        }
    }

    fn bundles(&self) -> &[FluentBundle<FluentResource>] {
        self.bundles.get_or_init(|| {
            let stand_in = Some(LANGUAGES[0]).filter(|other| *other != self.language);
            let languages = [self.language].into_iter().chain(stand_in);
            languages.map(bundle).collect()
        })
    }

    /// The language asked for, for texts that are not the catalogue's: `es`.
    pub fn wanted(&self) -> &str {
        &self.wanted
    }

    /// The language that is spoken, as a tag.
    pub fn language(&self) -> &'static str {
        self.language
    }

    /// Whether the catalogue has a message under this key.
    pub fn has(&self, key: &str) -> bool {
        self.bundles().iter().any(|bundle| bundle.has_message(key))
    }

    /// A message without places to fill, on one line. A key that is missing is shown itself, as `⟨key⟩`.
    pub fn say(&self, key: &str) -> SafeText {
        self.fill(key, &[])
    }

    /// A message with its places filled, on one line.
    pub fn fill(&self, key: &str, args: &[(&str, Arg)]) -> SafeText {
        self.raw(key, None, args)
            .map_or_else(|| missing(key), |raw| SafeText::paragraph(&raw))
    }

    /// A message with its places filled, its line breaks kept.
    pub fn block(&self, key: &str, args: &[(&str, Arg)]) -> SafeText {
        self.raw(key, None, args)
            .map_or_else(|| missing(key), |raw| SafeText::block(&raw))
    }

    /// An attribute of a message (`.text = …` in the file), its line breaks kept, if it has one of that name.
    pub fn attribute(&self, key: &str, attribute: &str) -> Option<SafeText> {
        self.raw(key, Some(attribute), &[])
            .map(|raw| SafeText::block(&raw))
    }

    fn raw(&self, key: &str, attribute: Option<&str>, args: &[(&str, Arg)]) -> Option<String> {
        let mut filling = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            let value = match arg {
                Arg::Number(number) if number.unsigned_abs() < EXACT => {
                    FluentNumber::from(*number).into()
                }
                Arg::Number(number) => FluentValue::from(number.to_string()),
                Arg::Text(text) => FluentValue::from(text.as_str()),
                Arg::Key(key) => FluentValue::from(self.say(key).into_string()),
            };
            filling.set(*name, value);
        }
        self.bundles().iter().find_map(|bundle| {
            let message = bundle.get_message(key)?;
            let pattern = match attribute {
                Some(attribute) => message.get_attribute(attribute)?.value(),
                None => message.value()?,
            };
            // A place that nothing filled shows its own name, which a reader can report.
            let mut ignored = Vec::new();
            Some(
                bundle
                    .format_pattern(pattern, Some(&filling), &mut ignored)
                    .into_owned(),
            )
        })
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Words")
            .field("language", &self.language)
            .finish_non_exhaustive()
    }
}

impl Default for Words {
    fn default() -> Self {
        Self::new(LANGUAGES[0])
    }
}

fn missing(key: &str) -> SafeText {
    SafeText::line(&format!("⟨{key}⟩"))
}

fn bundle(language: &str) -> FluentBundle<FluentResource> {
    let tag: LanguageIdentifier = language.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // Isolating marks are bidi controls, which is what safe text takes out.
    bundle.set_use_isolating(false);
    for (_, source) in sources(language) {
        // A faulty message is left out and its key shown instead; the tests parse every file.
        let resource =
            FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(partial, _)| partial);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// Whole numbers beyond this are not exact in Fluent, so they are shown as text.
const EXACT: u64 = 1 << 53;

macro_rules! arg_from_number {
    ($($number:ty)*) => {$(
        impl From<$number> for Arg {
            fn from(number: $number) -> Self {
                i64::try_from(number).map_or_else(|_| Arg::Text(SafeText::line(&number.to_string())), Arg::Number)
            }
        }
    )*};
}
arg_from_number!(i8 i16 i32 i64 u8 u16 u32 u64 usize);

impl From<&str> for Arg {
    /// On one line, as [`SafeText::line`] makes it.
    fn from(raw: &str) -> Self {
        Arg::Text(SafeText::line(raw))
    }
}

impl From<&String> for Arg {
    fn from(raw: &String) -> Self {
        Arg::from(raw.as_str())
    }
}

impl From<String> for Arg {
    fn from(raw: String) -> Self {
        Arg::from(raw.as_str())
    }
}

impl From<SafeText> for Arg {
    fn from(text: SafeText) -> Self {
        Arg::Text(text)
    }
}

impl From<&SafeText> for Arg {
    fn from(text: &SafeText) -> Self {
        Arg::Text(text.clone())
    }
}
