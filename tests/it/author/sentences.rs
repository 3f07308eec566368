//! Rows in plain sentences, and conditions promoted to functions without loss.

use demarche::author::promote;
use demarche::author::promote::NotPromoted;
use demarche::author::sentences::sentences;
use demarche::lab::Batch;
use demarche::lab::Casting;
use demarche::model::effect::Effect;
use demarche::model::id::Kind;
use demarche::model::scenario::Scenario;
use demarche::scenario;
use demarche::scenario::Package;
use demarche::script::Playable;
use demarche::text::Words;

fn open(package: &Package) -> Playable {
    let opened = scenario::open(package);
    opened.playable.expect("a shipped scenario can be played")
}

#[test]
fn every_row_of_the_shipped_scenarios_says_what_it_does() {
    let words = Words::new("en");
    for id in scenario::embedded() {
        let package = scenario::load_embedded(id).unwrap();
        let playable = open(&package);
        let rows = playable.scenario();
        let many = rows.injects.len()
            + rows.decisions.len()
            + rows.choices.len()
            + rows.actions.len()
            + rows.rules.len()
            + rows.endings.len();
        let told = sentences(&playable, &package, &words, None);
        assert_eq!(told.len(), many, "{id}");
        for sentence in &told {
            let sentence = sentence.as_str();
            assert!(sentence.ends_with(['.', ')', '”']), "{id}: {sentence}");
            assert!(!sentence.contains("sentence-"), "{id}: {sentence}");
            assert!(!sentence.contains("{ $"), "{id}: {sentence}");
        }
    }
}

#[test]
fn a_condition_reads_as_an_instructor_would_say_it() {
    let entry = scenario::load_embedded("first-call").unwrap();
    let text = std::str::from_utf8(entry.file("scenario.ron").unwrap()).unwrap();
    let row = "(id: \"said_plainly\", when: \"turn >= 2 && !(turn == 3 && turn > 4)\", turn: (2, 4), chance: 250, \
               effects: [If(when: \"turn < 3\", then: [Hours(seat: \"SEAT\", by: -2)])], why: \"\"),";
    let playable = open(&entry);
    let names = &playable.scenario().names;
    let row = row.replace("SEAT", names.word(Kind::Seat, 0));
    let text = text.replacen("    rules: [", &format!("    rules: [\n{row}"), 1);
    let package = entry.with("scenario.ron", text.into_bytes());
    let playable = open(&package);
    let told = sentences(&playable, &package, &Words::new("en"), Some("said_plainly"));
    let seat = playable.scenario().seats[0].title.as_str();
    let wanted = format!(
        "said_plainly · This rule takes effect from turn 2 on, if the turn is at least 2 and (the turn is not 3, or the turn is at \
         most 4), with a chance of 25 in 100, again after one turn at the earliest. Then if the turn is below 3: the number \
         of hours of {seat} in the next turn falls by 2."
    );
    assert_eq!(told[0].as_str(), wanted);
}

/// The ids of everything that has a condition of its own.
fn conditional(scenario: &Scenario) -> Vec<String> {
    let names = &scenario.names;
    let injects = scenario.injects.iter();
    let injects = injects.filter(|row| row.when.condition.is_some());
    let injects = injects.map(|row| names.word(Kind::Inject, row.id.0));
    let choices = scenario.choices.iter();
    let choices = choices.filter(|row| row.condition.is_some());
    let choices = choices.map(|row| names.word(Kind::Choice, row.id.0));
    let rules = scenario.rules.iter();
    let rules = rules.filter(|row| row.condition.is_some());
    let rules = rules.map(|row| names.word(Kind::Rule, row.id.0));
    let endings = scenario.endings.iter();
    let endings = endings.filter(|row| row.condition.is_some());
    let endings = endings.map(|row| names.word(Kind::Ending, row.id.0));
    injects
        .chain(choices)
        .chain(rules)
        .chain(endings)
        .map(str::to_owned)
        .collect()
}

#[test]
fn a_promoted_condition_plays_as_it_did() {
    let effort = crate::support::effort();
    for id in scenario::embedded() {
        let before = scenario::load_embedded(id).unwrap();
        let old = open(&before);
        let ids = conditional(old.scenario());
        let every = (ids.len() / (6 * usize::try_from(effort).unwrap())).max(1);
        let mut after = before.clone();
        let mut promoted = 0;
        for id in ids.iter().step_by(every) {
            match promote::promote(&after, id) {
                Ok(promotion) => {
                    promoted += 1;
                    for (name, text) in promotion.files {
                        after = after.with(&name, text.into_bytes());
                    }
                }
                Err(NotPromoted::Already(_)) => {}
                Err(why) => panic!("{id}: {why:?}"),
            }
        }
        assert!(promoted > 0, "{id}");
        let new = open(&after);
        let batch = |playable| Batch {
            playable,
            plays: 0..3,
            seed: 5,
            bots: Casting::standard(),
            threads: 1,
        };
        for play in 0..3 {
            let (old, new) = (batch(&old).events(play), batch(&new).events(play));
            assert!(old.unwrap() == new.unwrap(), "{id}, play {play}");
        }
        let told = promote::promote(&after, &ids[0]);
        assert!(matches!(told, Err(NotPromoted::Already(_))), "{told:?}");
    }
    let package = scenario::load_embedded("first-call").unwrap();
    let unknown = promote::promote(&package, "nobody");
    assert_eq!(unknown, Err(NotPromoted::Unknown));
}

#[test]
fn promoted_effects_play_as_they_did() {
    let effort = usize::try_from(crate::support::effort()).unwrap();
    for id in scenario::embedded() {
        let before = scenario::load_embedded(id).unwrap();
        let old = open(&before);
        let names = &old.scenario().names;
        let kinds = [Kind::Inject, Kind::Choice, Kind::Action, Kind::Rule];
        let ids = kinds.into_iter().flat_map(|kind| names.all(kind));
        let ids: Vec<String> = ids.map(str::to_owned).collect();
        let every = (ids.len() / (40 * effort)).max(1);
        let mut after = before.clone();
        let (mut promoted, mut kept) = (0, 0);
        for id in ids.iter().step_by(every) {
            match promote::promote_effects(&after, id) {
                Ok(promotion) => {
                    promoted += 1;
                    for (name, text) in promotion.files {
                        after = after.with(&name, text.into_bytes());
                    }
                }
                Err(NotPromoted::NoForm(_)) => kept += 1,
                Err(NotPromoted::Already(_) | NotPromoted::Unknown) => {}
                Err(why) => panic!("{id}: {why:?}"),
            }
        }
        // Of all rows it is four to one in the two big exercises; a sample may do worse.
        assert!(2 * promoted > 3 * kept, "{id}: {promoted}, {kept}");
        let new = open(&after);
        let tally = |playable| {
            let batch = Batch {
                playable,
                plays: 0..12 * u64::try_from(effort).unwrap(),
                seed: 5,
                bots: Casting::standard(),
                threads: 2,
            };
            let mut tally = batch.run(&|_| ());
            // That a function was called is an event more, and a condition inside it none that is judged by itself.
            tally.events = 0;
            for counts in [&mut tally.called, &mut tally.failed, &mut tally.faults] {
                counts.clear();
            }
            tally.sides.clear();
            tally
        };
        assert!(tally(&old) == tally(&new), "{id}");
        let told = promote::promote_effects(&after, &ids[0]);
        assert!(told.is_err(), "{told:?}");
    }
}

#[test]
fn promoted_effects_keep_their_comments_and_what_has_no_form_stays() {
    let entry = scenario::load_embedded("first-call").unwrap();
    let text = std::str::from_utf8(entry.file("scenario.ron").unwrap()).unwrap();
    let rows = "(id: \"said\", effects: [ // first\n Hours(seat: \"SEAT\", by: -2), Later(turns: 1, effects: [Hours(seat: \"SEAT\", by: 1)]),\n], why: \"\"),
        (id: \"under\", effects: [If(when: \"turn < 3\", then: [Hours(seat: \"SEAT\", by: -2)])], why: \"\"),
        (id: \"drawn\", effects: [Draw(branches: [(effects: [Hours(seat: \"SEAT\", by: -2)])])], why: \"\"),
        (id: \"counted\", effects: [Hours(seat: \"SEAT\", by: \"turn\")], why: \"\"),";
    let playable = open(&entry);
    let seat = playable.scenario().names.word(Kind::Seat, 0);
    let text = text.replacen(
        "    rules: [",
        &format!("    rules: [\n{}", rows.replace("SEAT", seat)),
        1,
    );
    let package = entry.with("scenario.ron", text.into_bytes());
    let said = promote::promote_effects(&package, "said").unwrap();
    let wanted = format!(
        "fn then_said() {{\n    [\n        // first\n        hours(\"{seat}\", -2),\n        later(1, [hours(\"{seat}\", 1)]),\n    ]\n}}\n"
    );
    assert_eq!(said.text, wanted);
    assert_eq!(said.after, "[Call(\"then_said\")]");
    let under = promote::promote_effects(&package, "under").unwrap();
    let wanted = format!(
        "fn then_under() {{\n    if turn < 3 {{\n        [\n            hours(\"{seat}\", -2),\n        ]\n    }} else {{\n        []\n    }}\n}}\n"
    );
    assert_eq!(under.text, wanted);
    let no_form = |id| promote::promote_effects(&package, id).unwrap_err();
    assert_eq!(no_form("drawn"), NotPromoted::NoForm("Draw".to_owned()));
    assert_eq!(no_form("counted"), NotPromoted::NoForm("Hours".to_owned()));
}

fn calls(effects: &[Effect]) -> bool {
    effects.iter().any(|effect| match effect {
        Effect::Call { .. } => true,
        Effect::Later { effects, .. } => calls(effects),
        Effect::If {
            then, otherwise, ..
        } => calls(then) || calls(otherwise),
        Effect::Draw { branches } => branches.iter().any(|branch| calls(&branch.effects)),
        _ => false,
    })
}

#[test]
fn shipped_scenarios_need_scripts_for_fewer_than_a_fifth_of_their_rows() {
    for id in scenario::embedded() {
        let package = scenario::load_embedded(id).unwrap();
        let playable = open(&package);
        let rows = playable.scenario();
        let is_called = |condition: Option<demarche::model::ExprId>| {
            condition.is_some_and(|expr| rows.exprs[expr.index()].called(&rows.names).is_some())
        };
        let injects = rows.injects.iter();
        let injects = injects.map(|row| is_called(row.when.condition) || calls(&row.effects));
        let choices = rows.choices.iter();
        let choices = choices.map(|row| is_called(row.condition) || calls(&row.effects));
        let rules = rows.rules.iter();
        let rules = rules.map(|row| is_called(row.condition) || calls(&row.effects));
        let all: Vec<bool> = injects.chain(choices).chain(rules).collect();
        let scripted = all.iter().filter(|scripted| **scripted).count();
        assert!(
            scripted * 5 < all.len(),
            "{id}: {scripted} of {}",
            all.len()
        );
    }
}
