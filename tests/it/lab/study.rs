//! Studies: the same bytes in any shards and with any number of threads; witnesses, baselines, rules for CI.

use demarche::lab;
use demarche::lab::Case;
use demarche::lab::Casting;
use demarche::lab::Demand;
use demarche::lab::Distribution;
use demarche::lab::Findings;
use demarche::lab::Mismatch;
use demarche::lab::NoBaseline;
use demarche::lab::NotRead;
use demarche::lab::Part;
use demarche::lab::Plan;
use demarche::lab::Shard;
use demarche::lab::ShardFile;
use demarche::lab::Study;
use demarche::report;
use demarche::script::Playable;
use demarche::text::SafeText;
use demarche::text::Words;
use proptest::prelude::*;

use crate::lab::shipped;
use crate::support::effort;

pub(super) fn study(playable: &Playable, plan: Plan, threads: usize) -> Study<'_> {
    Study {
        playable,
        seed: 20_261_123,
        bots: Casting::standard(),
        plan,
        threads,
    }
}

/// Everything that is written of a study.
fn written(study: &Study<'_>, part: &Part) -> [String; 4] {
    let words = Words::default();
    let findings = Findings::of(study, part, true, &words);
    let sheet = lab::sheet(&findings, &words);
    let sheet: Vec<&str> = sheet.iter().map(SafeText::as_str).collect();
    [
        sheet.join("\n"),
        lab::json(&findings),
        lab::csv(&findings),
        report::lab(&findings, &words),
    ]
}

#[test]
fn any_threads_and_any_shards_give_the_same_bytes() {
    let ready = shipped("first-call");
    let plan = Plan {
        plays: 40 * effort(),
        trials: 3,
        twins: 5,
    };
    let whole = study(&ready.playable, plan, 1);
    let once = written(&whole, &whole.run(Shard::WHOLE, &|_, _| {}));
    for (threads, of) in [(2, 1), (7, 1), (1, 2), (2, 3), (1, 7)] {
        let study = study(&ready.playable, plan, threads);
        let mut files: Vec<ShardFile> = (1..=of)
            .map(|number| {
                let shard = Shard { number, of };
                let part = study.run(shard, &|_, _| {});
                let kept = ShardFile::new(&study, "content".to_owned(), shard, part).to_json();
                ShardFile::read(&kept).unwrap()
            })
            .collect();
        files.reverse();
        lab::check(&files).unwrap();
        let part = lab::join(&study, &files).unwrap();
        let again = written(&study, &part);
        for (one, other) in once.iter().zip(&again) {
            assert!(one == other, "{threads} threads, {of} shards");
        }
    }
}

#[test]
fn a_share_of_what_varies_is_a_share_however_few_plays_were_repeated() {
    let ready = shipped("first-call");
    for twins in 2..6 {
        let plan = Plan {
            plays: 12,
            trials: 0,
            twins,
        };
        let study = study(&ready.playable, plan, 2);
        let part = study.run(Shard::WHOLE, &|_, _| {});
        let findings = Findings::of(&study, &part, true, &Words::default());
        for mover in &findings.movers {
            for of in [mover.choices, mover.luck] {
                let is_share = 0.0 <= of.low && of.low <= of.share && of.share <= of.high;
                assert!(is_share && of.high <= 1.0, "{twins} twins: {of:?}");
            }
        }
        // That every one of so few ended differently proves little.
        let ending = findings.movers.first().unwrap();
        assert!(ending.choices.low < ending.choices.high, "{ending:?}");
    }
}

#[test]
fn shards_that_do_not_belong_together_are_not_joined() {
    let ready = shipped("first-call");
    let plan = Plan {
        plays: 2,
        trials: 0,
        twins: 0,
    };
    let file = |seed, number, of| {
        let study = Study {
            seed,
            ..study(&ready.playable, plan, 1)
        };
        let shard = Shard { number, of };
        let part = study.run(shard, &|_, _| {});
        ShardFile::new(&study, "content".to_owned(), shard, part)
    };
    assert_eq!(lab::check(&[file(1, 1, 2), file(1, 2, 2)]), Ok(()));
    assert_eq!(
        lab::check(&[file(1, 1, 2), file(2, 2, 2)]),
        Err(Mismatch::Strangers(0, 1))
    );
    assert_eq!(
        lab::check(&[file(1, 2, 2), file(1, 2, 2)]),
        Err(Mismatch::Twice(0, 1))
    );
    let missing = Mismatch::Missing {
        numbers: vec![2, 4],
        of: 4,
    };
    assert_eq!(lab::check(&[file(1, 1, 4), file(1, 3, 4)]), Err(missing));
    let broken = ["", "{}", "[1]", "{\"demarche_lab_shard\": 99}"];
    for text in broken {
        assert!(matches!(
            ShardFile::read(text),
            Err(Mismatch::Unreadable(_))
        ));
    }
}

#[test]
fn a_witness_is_a_test_that_reaches_its_ending_with_nothing_to_spare() {
    let ready = shipped("first-call");
    let scenario = ready.playable.scenario();
    let plan = Plan {
        plays: 60,
        trials: 0,
        twins: 0,
    };
    let study = study(&ready.playable, plan, 2);
    let part = study.run(Shard::WHOLE, &|_, _| {});
    let findings = Findings::of(&study, &part, true, &Words::default());
    let seen = part.tally.endings.iter().filter(|seen| seen.plays > 0);
    assert_eq!(findings.deep.witnesses.len(), seen.count());
    for witness in &findings.deep.witnesses {
        let file = witness.case.write(scenario);
        let case = Case::read(&file, scenario).unwrap_or_else(|why| panic!("{why}:\n{file}"));
        assert_eq!(case, witness.case, "{file}");
        let ran = case.run(&ready.playable).unwrap();
        assert_eq!(Some(ran.ending), case.ending, "{file}");
        assert_eq!(ran.refused, [], "{file}");
        for (row, given) in case.given.iter().enumerate() {
            for act in 0..given.acts.len() {
                let mut less = case.clone();
                less.given[row].acts.remove(act);
                let ran = less.run(&ready.playable).unwrap();
                assert_ne!(
                    Some(ran.ending),
                    case.ending,
                    "{act} of {row} can go:\n{file}"
                );
            }
        }
    }
}

#[test]
fn a_baseline_of_the_same_study_has_not_changed_and_one_of_another_scenario_has() {
    let words = Words::default();
    let plan = Plan {
        plays: 150 * effort(),
        trials: 0,
        twins: 0,
    };
    let ready = shipped("first-call");
    let whole = study(&ready.playable, plan, 2);
    let part = whole.run(Shard::WHOLE, &|_, _| {});
    let findings = Findings::of(&whole, &part, false, &words);
    let earlier = lab::json(&findings);
    let (same, compared) = lab::compare(&findings, &earlier).unwrap();
    assert!(same.is_empty() && compared > 50, "{same:?}");
    // Other luck alone is no change either.
    let other = Study {
        seed: 7,
        ..whole.clone()
    };
    let part = other.run(Shard::WHOLE, &|_, _| {});
    let findings = Findings::of(&other, &part, false, &words);
    let (lucky, _) = lab::compare(&findings, &earlier).unwrap();
    assert!(lucky.is_empty(), "{lucky:?}");
    let bots = Study {
        bots: Casting::named("random").unwrap(),
        ..whole.clone()
    };
    let part = bots.run(Shard::WHOLE, &|_, _| {});
    let findings = Findings::of(&bots, &part, false, &words);
    let (changed, _) = lab::compare(&findings, &earlier).unwrap();
    assert!(!changed.is_empty());
    let foreign = NoBaseline::Unreadable(NotRead::Foreign);
    assert_eq!(lab::compare(&findings, "{}"), Err(foreign));
    let cut = &earlier[..earlier.len() / 2];
    let cut = lab::compare(&findings, cut);
    let is_damaged =
        |why: &NoBaseline| matches!(why, NoBaseline::Unreadable(NotRead::Damaged { .. }));
    assert!(cut.as_ref().is_err_and(is_damaged), "{cut:?}");
    let other = earlier.replace("\"first-call\"", "\"second-call\"");
    let of = NoBaseline::Scenario("second-call".to_owned());
    assert_eq!(lab::compare(&findings, &other), Err(of));
}

#[test]
fn rules_for_ci_are_read_and_a_mistyped_one_is_named() {
    let rules = Demand::read("unseen-inject, ending<2%,ending>50% , dominated,choices<50%,changed");
    assert_eq!(rules.map(|rules| rules.len()), Ok(6));
    for wrong in [
        "endings<2%",
        "ending<2",
        "ending<200%",
        "choices>5%",
        "dominted",
    ] {
        assert_eq!(Demand::read(wrong), Err(wrong.to_owned()));
    }
    let ready = shipped("first-call");
    let plan = Plan {
        plays: 40,
        trials: 0,
        twins: 0,
    };
    let study = study(&ready.playable, plan, 2);
    let part = study.run(Shard::WHOLE, &|_, _| {});
    let findings = Findings::of(&study, &part, false, &Words::default());
    let broken = |rule: &str| Demand::read(rule).unwrap()[0].broken_by(&findings, &[]);
    assert_eq!(broken("ending<0%"), Vec::<String>::new());
    assert_eq!(broken("ending<100%").len(), part.tally.endings.len());
    assert!(!broken("ending>0%").is_empty());
}

proptest! {
    #[test]
    fn distributions_add_up_in_any_order_and_know_their_quantiles(
        values in prop::collection::vec(prop_oneof![-600..600, any::<i32>()], 1..80),
        cut in 0_usize..80,
    ) {
        let of = |values: &[i32]| {
            let mut distribution = Distribution::default();
            for value in values {
                distribution.add(*value);
            }
            distribution
        };
        let (one, other) = values.split_at(cut.min(values.len()));
        let mut sum = of(other);
        sum.merge(&of(one));
        prop_assert_eq!(&sum, &of(&values));
        let mut sorted = values.clone();
        sorted.sort_unstable();
        for per_mille in [1_u64, 250, 500, 950, 1000] {
            let rank = (values.len() as u64 * per_mille).div_ceil(1000).max(1) - 1;
            let exact = f64::from(sorted[usize::try_from(rank).unwrap()]);
            let told = f64::from(sum.quantile(per_mille));
            prop_assert!((exact - told).abs() <= exact.abs() / 200.0, "{exact} {told}");
        }
        prop_assert_eq!(sum.counts().map(|(_, plays)| plays).sum::<u64>(), values.len() as u64);
    }
}
