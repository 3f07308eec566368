//! `demarche new`: every template checks clean and plays, whatever the author answers.

use std::collections::BTreeSet;
use std::fs;

use demarche::author;
use demarche::author::fmt::format;
use demarche::author::new::Answers;
use demarche::author::new::TEMPLATES;
use demarche::author::new::Template;
use demarche::author::new::id_of;
use demarche::bots;
use demarche::lab::Batch;
use demarche::lab::Casting;
use demarche::lab::Unseen;
use demarche::scenario::ENTRY;
use demarche::scenario::Package;
use tempfile::TempDir;

use crate::cli::err;
use crate::cli::feed;
use crate::cli::ones;
use crate::cli::out;
use crate::cli::run;
use crate::support::effort;

#[track_caller]
fn package(answers: &Answers) -> Package {
    assert_eq!(answers.check(), Ok(()));
    Package::from_files([(ENTRY.to_owned(), answers.scenario().into_bytes())])
}

#[test]
fn every_template_is_clean_laid_out_and_plays_to_its_endings() {
    for template in TEMPLATES {
        let name = template.name;
        let answers = Answers::of(template, "night-buoy");
        let text = answers.scenario();
        assert!(text.contains("//"), "{name} has comments");
        assert!(!text.contains("{{"), "{name} has places left");
        assert!(format(&text).as_ref() == Ok(&text), "{name} is laid out");
        let checked = author::check(&package(&answers));
        assert!(
            checked.diagnostics.is_empty(),
            "{name}: {:#?}",
            checked.diagnostics
        );
        let playable = checked.playable.unwrap();
        let batch = Batch {
            playable: &playable,
            plays: 0..24 * effort(),
            seed: 5,
            bots: Casting::named("standard").unwrap(),
            threads: 2,
        };
        let tally = batch.run(&|_| {});
        assert_eq!(tally.plays, 24 * effort(), "{name}");
        let unseen = Unseen::of(&tally, playable.scenario(), &batch.bots);
        assert_eq!(unseen.endings, [], "{name}: endings nobody reaches");
        assert_eq!(unseen.injects, [], "{name}: injects nobody sees");
    }
}

#[test]
fn b33_the_roster_seats_six_kinds_of_stakeholder_each_with_a_bot_of_its_own_temper() {
    let answers = Answers::of(Template::named("roster").unwrap(), "six-chairs");
    let playable = author::check(&package(&answers)).playable.unwrap();
    let scenario = playable.scenario();
    assert_eq!(scenario.seats.len(), 6);
    for seat in &scenario.seats {
        let decisions = &scenario.decisions;
        assert!(decisions.iter().any(|decision| decision.seat == seat.id));
        assert!(!seat.wants.is_empty() && !seat.aims.is_empty());
        let bot = seat.bot.as_deref();
        assert!(bots::standard().contains(&bot.unwrap()), "{bot:?}");
    }
    let kinds = scenario
        .seats
        .iter()
        .map(|seat| scenario.actors[seat.actor.index()].kind);
    let kinds: BTreeSet<_> = kinds.collect();
    assert_eq!(
        kinds.len(),
        5,
        "the institute and the university are both academic"
    );
}

#[test]
fn the_authors_words_cannot_break_the_file() {
    for template in TEMPLATES {
        let mut answers = Answers::of(template, "x");
        answers.title = r"He said ".to_owned() + "\"no\\\" \"# // (";
        answers.learn = "Say \"yes\", and \\ mean it".to_owned();
        answers.state = "L'Île-aux-Buoys".to_owned();
        answers.minutes = (1, 1000);
        let checked = author::check(&package(&answers));
        assert!(
            checked.playable.is_some(),
            "{}: {:#?}",
            template.name,
            checked.diagnostics
        );
        let scenario = checked.playable.unwrap();
        assert_eq!(scenario.scenario().about.title.as_str(), answers.title);
    }
    let answers = Answers::of(TEMPLATES[0], "x");
    for (title, state, minutes) in [
        ("", "A", (1, 2)),
        ("T", "A\"#", (1, 2)),
        ("T", "A", (2, 1)),
        ("a\nb", "A", (1, 1)),
    ] {
        let wrong = Answers {
            title: title.to_owned(),
            state: state.to_owned(),
            minutes,
            ..answers.clone()
        };
        assert!(wrong.check().is_err(), "{wrong:?}");
    }
}

#[test]
fn names_become_ids() {
    for (name, id) in [
        ("Night Buoy", Some("night-buoy")),
        ("2026: The  Strait!", Some("the-strait")),
        ("harbour_2", Some("harbour-2")),
        ("Ärger im Café", Some("rger-im-caf")),
        ("42", None),
        ("港", None),
    ] {
        assert_eq!(id_of(name).as_deref(), id, "{name}");
    }
    assert!(
        Template::named("negotation")
            .unwrap_err()
            .contains(&"negotiation".to_owned())
    );
}

#[test]
fn questions_are_asked_and_nothing_is_overwritten() {
    let home = TempDir::new().unwrap();
    let folder = home.path().join("my-buoy");
    let path = folder.to_str().unwrap();
    // A template by number, a title, what is learnt as it is, a time that is none and one that is, a state.
    let asked = feed(
        home.path(),
        &["new", path],
        "9\n2\nThe Buoy\n\nnever\n30-40\nSolmark\n",
    );
    assert_eq!(asked.status.code(), Some(0), "{}", err(&asked));
    let text = fs::read_to_string(folder.join(ENTRY)).unwrap();
    for part in [
        "id: \"my-buoy\"",
        "title: \"The Buoy\"",
        "minutes: (30, 40)",
        "National CERT of Solmark",
        "Tallywell",
    ] {
        assert!(text.contains(part), "{part}");
    }
    assert!(out(&asked).contains(&format!("demarche check {path}")));
    let again = run(home.path(), &["new", path, "--yes"]);
    assert_eq!(again.status.code(), Some(2));
    assert_eq!(fs::read_to_string(folder.join(ENTRY)).unwrap(), text);
    let played = feed(
        home.path(),
        &["play", path, "--plain", "--seed", "3"],
        &ones(400),
    );
    assert_eq!(played.status.code(), Some(0), "{}", err(&played));

    // A pipe that ends takes what the template says.
    let short = home.path().join("short");
    let ended = feed(home.path(), &["new", short.to_str().unwrap()], "5\n");
    assert_eq!(ended.status.code(), Some(0), "{}", err(&ended));
    assert!(short.join(ENTRY).exists());
    let unknown = run(home.path(), &["new", "x/y", "--template", "corse"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(
        err(&unknown).contains("Did you mean `course`?"),
        "{}",
        err(&unknown)
    );
}
