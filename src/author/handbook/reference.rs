//! The reference page, made from the code: every field with its type, default, range and an example, every parameter of every
//! ledger, every effect, reading and function.

use std::fmt::Write;

use crate::author::rulebook;
use crate::author::rulebook::Entry;
use crate::author::schema;
use crate::author::schema::FieldDoc;
use crate::author::schema::RowDoc;
use crate::author::schema::Shape;
use crate::model::ledger::Ledger;
use crate::script;
use crate::text::SafeText;
use crate::text::Words;

/// The reference, in Markdown.
pub fn reference(words: &Words) -> String {
    let mut page = Reference {
        out: String::new(),
        words,
        examples: schema::examples(),
    };
    page.line(&format!("# {}", words.say("reference-title")));
    page.line(words.say("reference-about").as_str());
    page.head();
    for (place, row) in schema::rows().iter().enumerate() {
        page.row(place, row);
    }
    page.parameters();
    page.effects();
    page.readings();
    page.functions();
    page.out
}

struct Reference<'w> {
    out: String,
    words: &'w Words,
    examples: std::collections::BTreeMap<(Option<usize>, String), String>,
}

impl Reference<'_> {
    fn line(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push_str("\n\n");
    }

    fn entry(&mut self, text: &str) {
        // Writing to a string does not fail.
        let _ = writeln!(self.out, "- {text}");
    }

    fn heading(&mut self, key: &str) {
        let title = self.words.say(key);
        self.line(&format!("\n## {title}"));
    }

    /// The fields of a file itself: first those of the entry alone.
    fn head(&mut self) {
        for (is_entry, key) in [(true, "reference-entry"), (false, "reference-any-file")] {
            self.heading(key);
            for (field, of_entry) in schema::sheet() {
                if *of_entry == is_entry {
                    self.field(None, field);
                }
            }
        }
    }

    fn row(&mut self, place: usize, row: &RowDoc) {
        let what = self.words.say(&row.what).into_string();
        let what = match &row.word {
            Some(word) => format!("{what}: `{word}( … )`"),
            None => what,
        };
        let mut letters = what.chars();
        let title: String = letters
            .next()
            .into_iter()
            .flat_map(char::to_uppercase)
            .chain(letters)
            .collect();
        self.line(&format!("\n## {title}"));
        for field in &row.fields {
            self.field(Some(place), field);
        }
    }

    fn field(&mut self, row: Option<usize>, field: &FieldDoc) {
        let shape = shape(&field.shape, self.words);
        let needed = self.words.say(if field.is_needed {
            "lsp-needed"
        } else {
            "lsp-optional"
        });
        let mut text = format!("**{}** ({shape}; {needed}): {}", field.name, field.about);
        let key = (row, field.name.clone());
        let example = self
            .examples
            .get(&key)
            .cloned()
            .unwrap_or_else(|| sample(&field.shape));
        let example = format!("`{}: {example}`", field.name);
        let example = self
            .words
            .fill("reference-example", &[("example", example.as_str().into())]);
        let _ = write!(text, " {example}");
        self.entry(&text);
    }

    fn parameters(&mut self) {
        for ledger in Ledger::ALL {
            let chapter = rulebook::chapter(ledger, self.words);
            if chapter.parameters.is_empty() {
                continue;
            }
            let args = [
                ("ledger", chapter.title.into()),
                ("word", ledger.word().into()),
            ];
            let title = self.words.fill("reference-parameters", &args);
            self.line(&format!("\n## {title}"));
            self.entries(&chapter.parameters);
        }
        let (_, parameters, _) = rulebook::adversary(self.words);
        self.heading("reference-adversary");
        self.entries(&parameters);
    }

    fn entries(&mut self, entries: &[Entry]) {
        for entry in entries {
            self.entry(&format!("`{}`: {}", entry.name, entry.about));
        }
    }

    fn effects(&mut self) {
        self.heading("reference-effects");
        for entry in rulebook::plain_effects() {
            self.entries(&[entry]);
        }
        for ledger in Ledger::ALL {
            let declared = rulebook::declared_effects(ledger);
            self.entries(&declared);
        }
    }

    fn readings(&mut self) {
        self.heading("reference-readings");
        for (root, parts) in script::roots() {
            let spelt: String = parts
                .iter()
                .map(|part| format!(".{}", part.to_uppercase()))
                .collect();
            let about = rulebook::reading(root).map_or_else(SafeText::empty, |entry| entry.about);
            self.entry(&format!("`{root}{spelt}`: {about}"));
        }
    }

    fn functions(&mut self) {
        self.heading("reference-functions");
        for known in script::signatures() {
            let needed = known.params.len() - known.optional;
            let params: Vec<String> = known
                .params
                .iter()
                .enumerate()
                .map(|(place, param)| {
                    if place < needed {
                        (*param).to_owned()
                    } else {
                        format!("{param}?")
                    }
                })
                .collect();
            let about = match known.reads {
                Some(root) => self
                    .words
                    .fill("reference-reads", &[("root", root.into())])
                    .into_string(),
                None if known.makes_an_effect => rulebook::effect(known.name)
                    .map_or_else(String::new, |entry| entry.about.into_string()),
                None => self.words.say(&plain_key(known.name)).into_string(),
            };
            self.entry(&format!("`{}({})`: {about}", known.name, params.join(", ")));
        }
    }
}

/// The catalogue's key for a function that is not about the scenario.
fn plain_key(name: &str) -> String {
    format!("function-{}", name.replace('_', "-"))
}

/// What a field holds, in words.
pub(in crate::author) fn shape(shape: &Shape, words: &Words) -> String {
    let key = match shape {
        Shape::Text => "schema-text",
        Shape::Number => "schema-number",
        Shape::Truth => "schema-truth",
        Shape::Amount => "schema-amount",
        Shape::Window => "schema-window",
        Shape::After => "schema-after",
        Shape::SeenBy => "schema-seen-by",
        Shape::ValidFrom => "schema-valid-from",
        Shape::Effect => "schema-effect",
        Shape::Parameters => "schema-parameters",
        Shape::Words(all) => return format!("`{}`", all.join("` | `")),
        Shape::Row(place) => {
            let what = schema::rows()
                .get(*place)
                .map_or("", |row| row.what.as_str());
            return words.say(what).into_string();
        }
        Shape::List(of) => return format!("[ {}, … ]", self::shape(of, words)),
        Shape::Tuple(of) => {
            let parts: Vec<String> = of.iter().map(|of| self::shape(of, words)).collect();
            return format!("( {} )", parts.join(", "));
        }
    };
    words.say(key).into_string()
}

/// A value of a shape, where no shipped scenario has one that is short enough to show.
fn sample(shape: &Shape) -> String {
    match shape {
        Shape::Text => "\"…\"".to_owned(),
        Shape::Number | Shape::Amount => "1".to_owned(),
        Shape::Truth => "true".to_owned(),
        Shape::Window => "(1, 2)".to_owned(),
        Shape::After => "(\"id\", 2)".to_owned(),
        Shape::SeenBy => "Only([\"id\"])".to_owned(),
        Shape::ValidFrom => "Since(\"2026-09-11\")".to_owned(),
        Shape::Effect => "Meter(meter: \"id\", by: 1)".to_owned(),
        Shape::Words(words) => words.first().cloned().unwrap_or_default(),
        Shape::Parameters | Shape::Row(_) => "( … )".to_owned(),
        Shape::List(of) => format!("[{}]", sample(of)),
        Shape::Tuple(of) => format!("({})", of.iter().map(sample).collect::<Vec<_>>().join(", ")),
    }
}
