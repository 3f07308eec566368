//! The rule book made from the code's documentation: complete, and in step with the code.

use std::collections::BTreeSet;

use demarche::author::rulebook;
use demarche::engine::ledger::book::BookAct;
use demarche::model::ledger::Ledger;
use demarche::text::Words;

#[test]
fn every_ledger_has_its_pages() {
    let words = Words::new("en");
    assert_eq!(rulebook::contents().len(), 17);
    for ledger in Ledger::ALL {
        let chapter = rulebook::chapter(ledger, &words);
        let word = ledger.word();
        assert!(
            chapter.about.as_str().len() > 20,
            "{word}: {}",
            chapter.about
        );
        // What an author names without rules moves by effects only.
        assert!(
            !chapter.rules.is_empty() || ledger == Ledger::Meters,
            "{word} has no rules"
        );
        // Meters and baselines have their numbers row by row.
        assert!(
            !chapter.parameters.is_empty() || [Ledger::Meters, Ledger::Norms].contains(&ledger),
            "{word} has no parameters"
        );
        assert!(!chapter.effects.is_empty(), "{word} has no effects");
        assert!(!chapter.readings.is_empty(), "{word} has no readings");
        let all = [
            &chapter.parameters,
            &chapter.rules,
            &chapter.acts,
            &chapter.effects,
            &chapter.readings,
        ];
        let mut rules = BTreeSet::new();
        for rule in &chapter.rules {
            let is_new = rules.insert(rule.name.as_str());
            assert!(is_new, "{word}: {} is there twice", rule.name);
        }
        for entry in all.into_iter().flatten() {
            assert!(!entry.name.is_empty(), "{word}: {}", entry.about);
            let about = entry.about.as_str();
            assert!(
                about.len() > 3 && !about.starts_with("Default "),
                "{word}: {} says nothing",
                entry.name
            );
        }
    }
}

/// A kind's word as its variant is written: `ask_for` is `AskFor`.
fn written(word: &str) -> String {
    let parts = word.split('_').map(|part| {
        let (first, rest) = part.split_at(1);
        first.to_uppercase() + rest
    });
    parts.collect()
}

#[test]
fn every_act_that_a_seat_can_do_is_told() {
    let words = Words::new("en");
    for ledger in Ledger::ALL {
        let kinds = BookAct::KINDS.iter().filter(|(of, _)| *of == ledger);
        let kinds: BTreeSet<String> = kinds.map(|(_, word)| written(word)).collect();
        let chapter = rulebook::chapter(ledger, &words);
        let told = chapter.acts.iter().map(|entry| entry.name.to_string());
        let told: BTreeSet<String> = told.collect();
        if !kinds.is_empty() {
            assert_eq!(told, kinds, "{}", ledger.word());
        }
    }
}

#[test]
fn the_adversary_has_its_pages_too() {
    let (about, parameters, rules) = rulebook::adversary(&Words::new("en"));
    assert!(about.as_str().contains("adapts"), "{about}");
    assert!(parameters.iter().any(|row| row.name.as_str() == "caution"));
    let told: Vec<&str> = rules.iter().map(|row| row.name.as_str()).collect();
    assert!(
        told.contains(&"notice takedowns") && told.contains(&"rotate"),
        "{told:?}"
    );
}

#[test]
fn a_parameter_tells_its_default_range_and_unit() {
    let trust = rulebook::chapter(Ledger::Trust, &Words::new("en"));
    let named = |name: &str| {
        trust
            .parameters
            .iter()
            .find(|entry| entry.name.as_str() == name)
    };
    let insulation = named("insulation").unwrap().about.to_string();
    assert!(
        insulation.ends_with("Default 300, from 0 to 1000 per mille."),
        "{insulation}"
    );
    let acts: Vec<&str> = trust.acts.iter().map(|entry| entry.name.as_str()).collect();
    assert_eq!(acts, ["KeepInTouch"]);
}
