//! Plays a scenario from end to end: as written in words, a line a turn (`answer pass_on.ask, report early_notice`), or by bots.

use demarche::bots::Bot;
use demarche::bots::Sealed;
use demarche::engine::State;
use demarche::engine::act::Act;
use demarche::engine::command::Command;
use demarche::engine::decide;
use demarche::engine::dice::Dice;
use demarche::engine::event::Step;
use demarche::engine::lens::Lens;
use demarche::engine::truth::Truth;
use demarche::model::ActionId;
use demarche::model::ActorId;
use demarche::model::ChoiceId;
use demarche::model::CommunityId;
use demarche::model::DutyId;
use demarche::model::FactId;
use demarche::model::InjectId;
use demarche::model::SeatId;
use demarche::model::ZoneId;
use demarche::model::id::Kind;
use demarche::model::id::Names;
use demarche::model::marking::Tlp;
use demarche::script::Fuse;
use demarche::script::Playable;

/// Deciding needs more stack than a test's thread has.
const STACK: usize = 16 << 20;

/// Plays the first seat as written, the others holding, and gives the ending's word. Every act must be accepted.
pub(super) fn ending(playable: &Playable, seed: u64, turns: &[&str]) -> String {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK);
        let thread = thread.spawn_scoped(scope, || play(playable, seed, turns));
        thread.unwrap().join().unwrap()
    })
}

fn play(playable: &Playable, seed: u64, turns: &[&str]) -> String {
    let names = &playable.scenario().names;
    let mut state = State::new(playable.scenario(), seed);
    let mut events = Vec::new();
    let mut command = |state: &mut State, command: Command| {
        let decided = decide(playable, state, &command, &Fuse::never(), &mut events);
        assert_eq!(decided, Ok(()), "{command:?}");
    };
    let mut sealed = 0;
    loop {
        let (turn, may_seal, ending) = {
            let truth = Truth::new(playable, &state);
            let may_seal = truth.step() == Step::Commit;
            (usize::from(truth.turn()), may_seal, truth.ending())
        };
        if let Some(ending) = ending {
            assert_eq!(sealed, turns.len(), "the exercise ended before its script");
            return names.word(Kind::Ending, ending.0).to_owned();
        }
        if may_seal && let Some(words) = turns.get(turn - 1) {
            let acts = words.split(", ").map(|words| act(names, words)).collect();
            let seat = SeatId::at(0);
            command(&mut state, Command::Seal { seat, acts });
            sealed += 1;
        }
        command(&mut state, Command::Advance);
    }
}

/// Lets a bot play every seat, and gives the words of the injects delivered and of the ending.
pub(super) fn met_by(playable: &Playable, bot: &dyn Bot, seed: u64) -> Vec<String> {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK);
        let thread = thread.spawn_scoped(scope, || bots_play(playable, bot, seed));
        thread.unwrap().join().unwrap()
    })
}

fn bots_play(playable: &Playable, bot: &dyn Bot, seed: u64) -> Vec<String> {
    let scenario = playable.scenario();
    let mut state = State::new(scenario, seed);
    let mut events = Vec::new();
    loop {
        let truth = Truth::new(playable, &state);
        if let Some(ending) = truth.ending() {
            let injects = (0..scenario.injects.len()).map(InjectId::at);
            let delivered = injects.filter(|inject| truth.delivered(*inject).is_some());
            let mut met: Vec<String> = delivered
                .map(|inject| scenario.names.word(Kind::Inject, inject.0).to_owned())
                .collect();
            met.push(scenario.names.word(Kind::Ending, ending.0).to_owned());
            return met;
        }
        let mut commands = Vec::new();
        if truth.step() == Step::Commit {
            for seat in (0..scenario.seats.len()).map(SeatId::at) {
                let seats = [seat];
                let mut sealed = Sealed::default();
                let lens = Lens::new(playable, &state, &seats);
                bot.choose(&lens, seat, &Dice::new(seed), &mut sealed);
                commands.push(sealed.command(seat));
            }
        }
        commands.push(Command::Advance);
        for command in commands {
            let decided = decide(playable, &mut state, &command, &Fuse::never(), &mut events);
            assert_eq!(decided, Ok(()), "{command:?}");
        }
    }
}

fn act(names: &Names, words: &str) -> Act {
    let parts: Vec<&str> = words.split(' ').collect();
    let id = |kind, at: usize| {
        let found = names.find(kind, parts[at]);
        found.unwrap_or_else(|| panic!("no {} `{}`", kind.word(), parts[at]))
    };
    let fact = || FactId(id(Kind::Fact, 1));
    let tlp = |at: usize| {
        let found = Tlp::ALL.into_iter().find(|tlp| tlp.label() == parts[at]);
        found.unwrap_or_else(|| panic!("no label {}", parts[at]))
    };
    match parts[0] {
        "answer" => Act::Answer {
            choice: ChoiceId(id(Kind::Choice, 1)),
        },
        "take" => Act::Take {
            action: ActionId(id(Kind::Action, 1)),
        },
        verb @ ("share" | "share-derived") => Act::Share {
            fact: fact(),
            to: ActorId(id(Kind::Actor, 2)),
            tlp: tlp(3),
            derived: verb == "share-derived",
        },
        "derive" => Act::Derive { fact: fact() },
        "relabel" => Act::AskRelabel {
            fact: fact(),
            tlp: tlp(2),
        },
        "analyse" => Act::Analyse { fact: fact() },
        "contain" => Act::RequestContainment {
            zone: ZoneId(id(Kind::Zone, 1)),
        },
        "notify" => Act::Notify {
            community: CommunityId(id(Kind::Community, 1)),
        },
        "report" => Act::Report {
            duty: DutyId(id(Kind::Duty, 1)),
            payload: demarche::model::ledger::duties::Payload::Full,
        },
        "hold" => Act::Hold,
        verb => panic!("no act is called `{verb}`"),
    }
}
