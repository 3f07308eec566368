//! `demarche list`: what can be played.

use crate::cli::Code;
use crate::cli::FINE;
use crate::cli::world::World;
use crate::model::SeatId;
use crate::model::scenario::Difficulty;
use crate::model::scenario::Scenario;
use crate::scenario;
use crate::session;

pub(super) fn run(world: &World) -> Code {
    for id in scenario::embedded() {
        let Some(package) = scenario::load_embedded(id) else {
            continue;
        };
        let (Some(ready), ..) = session::ready(package) else {
            continue;
        };
        tell(world, ready.playable.scenario());
    }
    world.print(&world.words.say("cli-list-own"));
    FINE
}

fn tell(world: &World, scenario: &Scenario) {
    let about = &scenario.about;
    let difficulty = world.words.say(match about.difficulty {
        Difficulty::Introductory => "difficulty-introductory",
        Difficulty::Intermediate => "difficulty-intermediate",
        Difficulty::Advanced => "difficulty-advanced",
    });
    let seats: Vec<&str> = scenario
        .seats
        .iter()
        .map(|seat| scenario.names.word(SeatId::KIND, seat.id.0))
        .collect();
    let args = [
        ("id", (&*about.id).into()),
        ("title", (&about.title).into()),
        ("tagline", (&about.tagline).into()),
        ("from", about.minutes.0.into()),
        ("to", about.minutes.1.into()),
        ("difficulty", difficulty.into()),
        ("seats", seats.join(", ").into()),
    ];
    let same = about.minutes.0 == about.minutes.1;
    world.print(&world.fill("cli-list-title", &args));
    world.print(&world.fill(
        if same {
            "cli-list-card-one"
        } else {
            "cli-list-card"
        },
        &args,
    ));
    world.print(&world.fill("cli-list-tagline", &args));
    for line in &about.learn {
        world.print(&world.fill("cli-list-learn", &[("line", line.into())]));
    }
    world.print(&crate::text::SafeText::empty());
}
