//! The handbook: its pages are found, and the reference has everything that the loader reads.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use demarche::author::handbook;
use demarche::author::rulebook;
use demarche::author::schema;
use demarche::author::schema::Shape;
use demarche::diag::Code;
use demarche::diag::PROBE;
use demarche::model::ledger::Ledger;
use demarche::scenario;
use demarche::script;
use demarche::text::Arg;
use demarche::text::Words;
use demarche::text::width;

/// A value of a shape in which every row has a field that there is not.
fn probing(shape: &Shape) -> Option<String> {
    match shape {
        Shape::Row(place) => {
            let row = &schema::rows()[*place];
            let inner = row
                .fields
                .iter()
                .filter_map(|field| Some(format!("{}: {}", field.name, probing(&field.shape)?)));
            let inner: Vec<String> = inner.collect();
            let word = row.word.as_deref().unwrap_or_default();
            Some(format!("{word}({PROBE}: 0, {})", inner.join(", ")))
        }
        Shape::List(of) => probing(of).map(|of| format!("[{of}]")),
        _ => None,
    }
}

/// What the loader knows of each kind of row, out of what it says about a field that there is not.
fn known() -> BTreeMap<String, BTreeSet<String>> {
    let fields = schema::sheet()
        .iter()
        .filter_map(|(field, _)| Some(format!("{}: {}", field.name, probing(&field.shape)?)));
    let text = format!("({PROBE}: 0, {})", fields.collect::<Vec<_>>().join(", "));
    let opened = scenario::check_source("probe.ron", &text);
    let mut known: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for wrong in opened
        .diagnostics
        .iter()
        .filter(|wrong| wrong.code == Code::UnknownField)
    {
        if let Some((_, Arg::Key(what))) = wrong.args.iter().find(|(name, _)| *name == "what") {
            known
                .entry((*what).to_owned())
                .or_default()
                .extend(wrong.known.iter().cloned());
        }
    }
    known
}

#[test]
fn every_field_that_the_loader_reads_is_in_the_reference() {
    let words = Words::new("en");
    let reference = handbook::reference(&words);
    let known = known();
    assert!(
        known.len() > 45,
        "only {} kinds of rows were asked about",
        known.len()
    );
    for (what, fields) in &known {
        let ledger = if what == "what-section" {
            "facts"
        } else {
            what.trim_start_matches("what-")
        };
        for name in fields {
            if let Some(field) = schema::field(what, name) {
                assert!(
                    !field.about.is_empty(),
                    "{what}: nothing is said about `{name}`"
                );
                assert!(
                    reference.contains(&format!("**{name}** (")),
                    "{what}: `{name}`"
                );
                let says_default = field.is_needed || field.about.as_str().contains("Default");
                assert!(
                    says_default,
                    "{what}: what holds without `{name}`? {}",
                    field.about
                );
                assert!(
                    reference.contains(field.about.as_str()),
                    "{what}: {}",
                    field.about
                );
            } else {
                let parameter = rulebook::parameter(ledger, name, &words);
                assert!(parameter.is_some(), "{what}: `{name}` is explained nowhere");
                assert!(
                    reference.contains(&format!("- `{name}`: ")),
                    "{what}: `{name}`"
                );
            }
        }
    }
    // And the other way round: the reference has no field that the loader does not know.
    for row in schema::rows() {
        for field in &row.fields {
            let is_asked = known.get(&row.what).filter(|_| row.word.is_none());
            assert!(
                is_asked.is_none_or(|known| known.contains(&field.name)),
                "{}: {}",
                row.what,
                field.name
            );
        }
    }
}

#[test]
fn every_function_reading_effect_and_parameter_is_in_the_reference() {
    let words = Words::new("en");
    let reference = handbook::reference(&words);
    for known in script::signatures() {
        let line = reference
            .lines()
            .find(|line| line.starts_with(&format!("- `{}(", known.name)));
        let (_, about) = line
            .unwrap_or_else(|| panic!("{}", known.name))
            .split_once("`: ")
            .unwrap();
        assert!(about.len() > 8, "{}: {about}", known.name);
    }
    for (root, _) in script::roots() {
        let line = reference.lines().find(|line| {
            line.starts_with(&format!("- `{root}.")) || line.starts_with(&format!("- `{root}`"))
        });
        let (_, about) = line
            .unwrap_or_else(|| panic!("{root}"))
            .split_once("`: ")
            .unwrap();
        assert!(!about.is_empty(), "{root}");
    }
    for ledger in Ledger::ALL {
        let chapter = rulebook::chapter(ledger, &words);
        for entry in chapter.parameters.iter().chain(&chapter.effects) {
            let name = entry.name.as_str().split(['(', ' ']).next().unwrap();
            assert!(
                reference.contains(&format!("- `{name}")),
                "{}: {name}",
                ledger.word()
            );
        }
    }
}

/// Who wonders where a clock comes from looks it up: every pack, every duty of it, its source and since when it applies.
#[test]
fn the_packs_have_a_page_with_every_clock_and_where_it_comes_from() {
    let words = Words::new("en");
    let pages = handbook::pages(&words);
    let page = pages.iter().find(|page| page.topic == "packs").unwrap();
    let packs = scenario::shipped_packs();
    let ids: Vec<&str> = packs.iter().map(|pack| pack.id.as_str()).collect();
    assert_eq!(ids, scenario::embedded_packs());
    let sections = handbook::sections(page);
    for pack in &packs {
        let section = sections.iter().find(|one| one.title == pack.name).unwrap();
        assert!(section.text.contains(pack.checked_on.as_str()));
        let lines: Vec<&str> = section.text.lines().collect();
        for duty in &pack.duties {
            let known = format!("(`{}`)", duty.id);
            let line = lines.iter().find(|line| line.contains(&known)).unwrap();
            let since = duty.valid_from.as_ref().unwrap().told(&words);
            assert!(line.contains(duty.source.as_str()), "{line}");
            assert!(line.contains(since.as_str()), "{line}");
            if let Some(first) = &duty.after {
                assert!(line.contains(&format!("“{first}”")), "{line}");
            }
        }
    }
    let hits = handbook::search(&words, "Law 21.663");
    assert!(hits.iter().any(|hit| hit.topic == "packs"));
}

#[test]
fn pages_are_found_by_topic_by_section_and_by_word() {
    let words = Words::new("en");
    let pages = handbook::pages(&words);
    let topics: Vec<&str> = pages.iter().map(|page| page.topic.as_str()).collect();
    for topic in ["tutorial", "authoring", "editors", "mechanics", "reference"] {
        assert!(topics.contains(&topic), "{topics:?}");
    }
    for page in &pages {
        assert!(!handbook::sections(page).is_empty(), "{}", page.topic);
        for line in handbook::lines(&page.text, 80) {
            assert!(
                line.indent + width(line.text.as_str()) <= 80,
                "{}: {}",
                page.topic,
                line.text
            );
        }
    }
    // A paragraph is told to its end, however long it is.
    let editors = pages.iter().find(|page| page.topic == "editors").unwrap();
    let lines: Vec<String> = handbook::lines(&editors.text, 80)
        .iter()
        .map(|line| line.text.as_str().to_owned())
        .collect();
    assert!(
        lines
            .join(" ")
            .contains("repairs what has one meaning only.")
    );
    let hits = handbook::search(&words, "contingency_of");
    assert!(
        hits.iter().any(|hit| hit.topic == "authoring")
            && hits.iter().any(|hit| hit.topic == "reference")
    );
    assert_eq!(
        handbook::search(&words, "Neovim")[0].section.as_str(),
        "Neovim"
    );
    assert!(handbook::search(&words, "no such word anywhere").is_empty());
}

#[test]
fn what_stands_in_brackets_is_not_called_a_text() {
    let (sharing, _) = schema::sheet()
        .iter()
        .find(|(field, _)| field.name == "sharing")
        .unwrap();
    assert_eq!(sharing.shape, Shape::Parameters);
    let examples = schema::examples();
    for (field, _) in schema::sheet() {
        let example = examples.get(&(None, field.name.clone()));
        let is_bracket = example.is_some_and(|example| example.starts_with(['(', '[']));
        assert!(
            !is_bracket || field.shape != Shape::Text,
            "{}: {example:?}",
            field.name
        );
    }
}

/// `UPDATE=1` writes it anew; read it before keeping it.
#[test]
fn the_reference_in_the_docs_is_the_one_the_code_makes() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/reference.md");
    let made = handbook::reference(&Words::new("en"));
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &made).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    let differs = made
        .lines()
        .zip(kept.lines())
        .find(|(made, kept)| made != kept);
    assert!(
        made == kept,
        "docs/reference.md is out of date: {differs:?}"
    );
}
