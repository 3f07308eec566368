//! The rule book, made from the code's own documentation: what each ledger models, its parameters, rules, acts, effects and
//! readings.

mod source;

use crate::author::rulebook::source::Item;
use crate::model::adversary::AdversaryRules;
use crate::model::ledger::Ledger;
use crate::model::ledger::attribution;
use crate::model::ledger::book::BookEffect;
use crate::model::ledger::book::BookRead;
use crate::model::ledger::book::chapters;
use crate::model::ledger::capacity;
use crate::model::ledger::contacts;
use crate::model::ledger::disclosure;
use crate::model::ledger::duties::DutyRules;
use crate::model::ledger::facts::FactRules;
use crate::model::ledger::harm::HarmRules;
use crate::model::ledger::mandate;
use crate::model::ledger::measures;
use crate::model::ledger::narrative;
use crate::model::ledger::politicisation;
use crate::model::ledger::shape::Form;
use crate::model::ledger::shape::Parameter;
use crate::model::ledger::shape::Parameters;
use crate::model::ledger::spread::SpreadRules;
use crate::model::ledger::statements;
use crate::model::ledger::tension;
use crate::model::ledger::trust::TrustRules;
use crate::text::SafeText;
use crate::text::Words;

/// One thing of a ledger, and what its documentation says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub name: SafeText,
    pub about: SafeText,
}

/// A ledger's pages in the rule book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter {
    pub ledger: Ledger,
    pub title: SafeText,
    /// What it models and where the idea comes from.
    pub about: SafeText,
    /// Numbers an author may set, each with its default, range and unit.
    pub parameters: Vec<Entry>,
    /// What moves by itself, or follows from an act.
    pub rules: Vec<Entry>,
    /// What seats can do by its rules.
    pub acts: Vec<Entry>,
    /// What authors can ask for, in RON and in Rhai.
    pub effects: Vec<Entry>,
    /// What expressions can read.
    pub readings: Vec<Entry>,
}

/// Every ledger with its first sentence, in the order in which they are shown.
pub fn contents() -> Vec<(Ledger, Entry)> {
    let entry = |ledger: Ledger| Entry {
        name: SafeText::line(ledger.word()),
        about: {
            let about = source::about(ledger);
            let end = about.find(". ").map_or(about.len(), |end| end + 1);
            SafeText::line(&about[..end])
        },
    };
    Ledger::ALL
        .into_iter()
        .map(|ledger| (ledger, entry(ledger)))
        .collect()
}

/// A ledger's pages.
pub fn chapter(ledger: Ledger, words: &Words) -> Chapter {
    Chapter {
        ledger,
        title: words.say(&format!("ledger-{}", ledger.word())),
        about: SafeText::line(&source::about(ledger)),
        parameters: parameters(ledger)
            .iter()
            .map(|parameter| parameter_entry(parameter, words))
            .collect(),
        rules: entries(source::rules(ledger)),
        acts: entries(source::acts(ledger)),
        effects: effects(ledger),
        readings: readings(ledger),
    }
}

/// What the rule book says of the adversary, which is no ledger: what it is, its parameters and its rules.
pub fn adversary(words: &Words) -> (SafeText, Vec<Entry>, Vec<Entry>) {
    let (about, rules) = source::adversary();
    let parameters = AdversaryRules::PARAMETERS.iter();
    (
        SafeText::line(&about),
        parameters.map(|row| parameter_entry(row, words)).collect(),
        entries(rules),
    )
}

fn entries(items: Vec<Item>) -> Vec<Entry> {
    let entry = |item: Item| Entry {
        name: SafeText::line(&item.name),
        about: SafeText::line(&item.about),
    };
    items.into_iter().map(entry).collect()
}

macro_rules! parameters_of_chapters {
    ($($variant:ident $module:ident,)*) => {
        /// The numbers an author may set.
        fn parameters(ledger: Ledger) -> &'static [Parameter] {
            match ledger {
                $(Ledger::$variant => $module::Rules::PARAMETERS,)*
                Ledger::Facts => FactRules::PARAMETERS,
                Ledger::Trust => TrustRules::PARAMETERS,
                Ledger::Spread => SpreadRules::PARAMETERS,
                Ledger::Harm => HarmRules::PARAMETERS,
                Ledger::Duties => DutyRules::PARAMETERS,
                // A meter and a baseline each have their own numbers, row by row.
                Ledger::Meters | Ledger::Norms => &[],
            }
        }
    };
}
chapters!(parameters_of_chapters);

fn parameter_entry(parameter: &Parameter, words: &Words) -> Entry {
    let args = [
        ("about", joined(parameter.about).into()),
        ("default", i64::from(parameter.default).into()),
        ("min", i64::from(parameter.min).into()),
        ("max", i64::from(parameter.max).into()),
        ("unit", parameter.unit.into()),
    ];
    Entry {
        name: SafeText::line(parameter.name),
        about: words.fill("rules-parameter", &args),
    }
}

/// The lines of a documentation as one.
fn joined(lines: &[&str]) -> String {
    let lines: Vec<&str> = lines.iter().map(|line| line.trim()).collect();
    lines.join(" ")
}

/// A field as the author writes its value.
fn shown(form: Form) -> String {
    match form {
        Form::Id(kind) => kind.word().to_uppercase(),
        Form::Norm => "NORM".to_owned(),
        Form::Amount | Form::Number => "N".to_owned(),
        Form::Truth => "true".to_owned(),
        Form::Tlp => "TLP".to_owned(),
        Form::Word(words) => words.join("|"),
        Form::List(of) => format!("[{}, …]", shown(*of)),
        Form::Optional(of) => format!("{}?", shown(*of)),
    }
}

/// The effect of this name, as RON or Rhai spells it, with its fields and what it does.
pub fn effect(name: &str) -> Option<Entry> {
    let mut declared = Ledger::ALL.into_iter().flat_map(declared_effects);
    let is_it = |entry: &Entry| {
        let (ron, rhai) = entry
            .name
            .as_str()
            .split_once('(')
            .unwrap_or((entry.name.as_str(), ""));
        ron == name || rhai.contains(&format!("  {name}("))
    };
    declared.find(is_it).or_else(|| {
        source::plain_effect(name).map(|item| Entry {
            name: SafeText::line(&item.name),
            about: SafeText::line(&item.about),
        })
    })
}

/// What a dotted read gives that begins with this word.
pub fn reading(root: &str) -> Option<Entry> {
    let mut declared = Ledger::ALL.into_iter().flat_map(readings);
    let is_it = |entry: &Entry| {
        let spelt = entry.name.as_str().split(", ");
        spelt
            .into_iter()
            .any(|spelt| spelt.split('.').next() == Some(root))
    };
    declared.find(is_it).or_else(|| {
        source::plain_reading(root).map(|item| Entry {
            name: SafeText::line(&item.name),
            about: SafeText::line(&item.about),
        })
    })
}

/// The number of this name that an author may set in a ledger's section.
pub fn parameter(ledger: &str, name: &str, words: &Words) -> Option<Entry> {
    let all = match ledger {
        "adversary" => AdversaryRules::PARAMETERS,
        _ => parameters(
            Ledger::ALL
                .into_iter()
                .find(|known| known.word() == ledger)?,
        ),
    };
    let found = all.iter().find(|parameter| parameter.name == name)?;
    Some(parameter_entry(found, words))
}

fn effects(ledger: Ledger) -> Vec<Entry> {
    entries(source::effects(ledger))
        .into_iter()
        .chain(declared_effects(ledger))
        .collect()
}

/// The effects of the first ledgers and of the exercise itself.
pub(super) fn plain_effects() -> Vec<Entry> {
    entries(source::every_effect())
}

/// The effects that a ledger of the book declares.
pub(super) fn declared_effects(ledger: Ledger) -> Vec<Entry> {
    let declared = BookEffect::verbs().filter(|(of, _)| *of == ledger);
    let declared = declared.map(|(_, verb)| {
        let fields = verb.fields.iter().zip(verb.forms);
        let fields: Vec<String> = fields
            .map(|(field, form)| format!("{field}: {}", shown(*form)))
            .collect();
        let name = format!("{}({})  {}(…)", verb.name, fields.join(", "), verb.function);
        Entry {
            name: SafeText::line(&name),
            about: SafeText::line(&joined(verb.about)),
        }
    });
    declared.collect()
}

fn readings(ledger: Ledger) -> Vec<Entry> {
    let samples = BookRead::roots();
    let declared = samples.filter(|root| BookRead::ledger_of(root.name) == Some(ledger));
    let declared = declared.map(|root| {
        let parts = root.parts.iter().map(|form| format!(".{}", shown(*form)));
        let name = format!("{}{}", root.name, parts.collect::<String>());
        let about = joined(root.about);
        // The documentation begins with the spelling, which is the name here.
        let about = about
            .split_once("`: ")
            .map_or(about.as_str(), |(_, about)| about);
        Entry {
            name: SafeText::line(&name),
            about: SafeText::line(&source::capital(about)),
        }
    });
    entries(source::readings(ledger))
        .into_iter()
        .chain(declared)
        .collect()
}
