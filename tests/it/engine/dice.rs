//! The dice: numbers that must never change, or every saved exercise would go another way.

use std::sync::Arc;

use demarche::engine::event::Cause;
use demarche::engine::event::EngineRule;
use demarche::engine::event::What;
use demarche::engine::ledger::book::BookEvent;
use demarche::engine::ledger::contacts;
use demarche::engine::ledger::duties::DutyEvent;
use demarche::engine::ledger::facts::FactEvent;
use demarche::engine::tell::Teller;
use demarche::engine::why;
use demarche::engine::why::Asker;
use demarche::text::Words;

use crate::contract::driver::play;
use demarche::engine::dice::Dice;
use demarche::engine::dice::Roll;
use demarche::model::id::hash;

#[test]
fn rolls_are_what_they_have_always_been() {
    let dice = Dice::new(7);
    let mut rolled = dice.of(Roll::InjectChance, &[hash("plea")], 0, 3, 0);
    let rolls: Vec<u64> = (0..6).map(|_| rolled.below(1000)).collect();
    assert_eq!(rolls, GOLDEN_INJECT);
    let mut rolled = dice.of(Roll::Growth, &[hash("health"), hash("power")], 42, 1, 5);
    let rolls: Vec<u64> = (0..6).map(|_| rolled.below(u64::MAX)).collect();
    assert_eq!(rolls, GOLDEN_GROWTH);
    assert_eq!(Dice::seed_of_play(7, 0), GOLDEN_PLAYS[0]);
    assert_eq!(Dice::seed_of_play(7, 1), GOLDEN_PLAYS[1]);
    assert_eq!(hash("plea"), GOLDEN_HASH);
}

const GOLDEN_INJECT: [u64; 6] = [50, 72, 794, 217, 739, 248];
const GOLDEN_GROWTH: [u64; 6] = [
    16_274_882_858_322_624_488,
    11_848_276_554_571_474_660,
    2_535_011_986_103_934_291,
    10_452_767_139_380_994_621,
    5_668_683_318_442_919_894,
    4_717_097_374_304_835_873,
];
const GOLDEN_PLAYS: [u64; 2] = [4_571_192_990_666_087_778, 9_048_807_721_209_015_062];
const GOLDEN_HASH: u64 = 3_914_532_456_293_836_476;

#[test]
fn a_roll_depends_on_what_it_is_for_and_on_nothing_else() {
    let dice = Dice::new(7);
    let roll = |roll, subject: &str, cause, turn, index| {
        dice.of(roll, &[hash(subject)], cause, turn, index)
            .below(u64::MAX)
    };
    let base = roll(Roll::Growth, "health", 0, 1, 0);
    assert_eq!(base, roll(Roll::Growth, "health", 0, 1, 0));
    let others = [
        roll(Roll::Crossing, "health", 0, 1, 0),
        roll(Roll::Growth, "power", 0, 1, 0),
        roll(Roll::Growth, "health", 1, 1, 0),
        roll(Roll::Growth, "health", 0, 2, 0),
        roll(Roll::Growth, "health", 0, 1, 1),
        Dice::new(8)
            .of(Roll::Growth, &[hash("health")], 0, 1, 0)
            .below(u64::MAX),
    ];
    for other in others {
        assert_ne!(base, other);
    }
}

#[test]
fn small_rates_add_up_and_weights_hold() {
    let dice = Dice::new(1);
    let at = |index| dice.of(Roll::Draw, &[], 0, 0, index);
    let sum: i64 = (0..4000)
        .map(|index| i64::from(at(index).thousandths(250)))
        .sum();
    assert!((900..1100).contains(&sum), "{sum}");
    let sum: i64 = (0..4000)
        .map(|index| i64::from(at(index).thousandths(-1250)))
        .sum();
    assert!((-5200..-4800).contains(&sum), "{sum}");
    let mut counts = [0; 3];
    for index in 0..4000 {
        counts[at(index).weighted([1, 0, 3].into_iter())] += 1;
    }
    assert_eq!(counts[1], 0);
    assert!((900..1100).contains(&counts[0]), "{counts:?}");
    assert!(!at(0).per_mille(0) && at(0).per_mille(1000) && !at(0).per_mille(-5));
}

#[test]
fn a_chain_ends_in_a_die_where_one_was_rolled_and_only_there() {
    let words = Words::default();
    let dice = ["cause-die", "cause-die-part", "cause-die-lot"].map(|key| words.say(key));
    let (mut rolled, mut fixed, mut answered) = (0, 0, 0);
    for id in ["common-voice", "open-fix"] {
        let package = demarche::scenario::load_embedded(id).unwrap();
        let playable = Arc::new(demarche::scenario::open(&package).playable.unwrap());
        let random = |_| demarche::bots::named("random").unwrap();
        let table = play(&playable, 5, random, id, &mut []);
        let teller = Teller {
            scenario: table.scenario(),
            words: &words,
        };
        for event in &table.events {
            let (chain, _) = why::chain(Asker::All, &table.events, event, teller);
            let by_luck = chain.last().is_some_and(|last| dice.contains(last));
            let Cause::Engine(rule) = event.cause else {
                // What was asked of somebody who decides by a die.
                if let What::Facts(FactEvent::RelabelRefused { .. })
                | What::Book(BookEvent::Contacts(
                    contacts::Event::NotAgreed { .. }
                    | contacts::Event::DeadEnd {
                        searching: true, ..
                    },
                )) = &event.what
                {
                    answered += 1;
                    assert!(chain.contains(&words.say("cause-die")), "{id}: {event:?}");
                }
                continue;
            };
            match (rule, &event.what) {
                (EngineRule::Desk, What::Duties(DutyEvent::Unanswered { .. }))
                | (
                    EngineRule::Fading
                    | EngineRule::Recovery
                    | EngineRule::Deadline
                    | EngineRule::Trigger
                    | EngineRule::Calming
                    | EngineRule::Silence
                    | EngineRule::Fatigue,
                    _,
                ) => {
                    fixed += 1;
                    assert!(!by_luck, "{id}: {event:?}: {chain:?}");
                }
                (
                    EngineRule::Growth
                    | EngineRule::Crossing
                    | EngineRule::Dependence
                    | EngineRule::Rumour
                    | EngineRule::TearLine
                    | EngineRule::Leaking,
                    _,
                )
                | (EngineRule::Desk, What::Duties(DutyEvent::Answered { .. })) => {
                    rolled += 1;
                    assert!(by_luck, "{id}: {event:?}: {chain:?}");
                }
                _ => {}
            }
        }
    }
    let counted = (rolled, fixed, answered);
    assert!(rolled > 20 && fixed > 20 && answered > 2, "{counted:?}");
}
