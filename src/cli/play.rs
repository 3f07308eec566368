//! `demarche play` and the home screen.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::SystemTime;
use std::time::UNIX_EPOCH;

use crate::bots;
use crate::cli::Code;
use crate::cli::ENVIRONMENT;
use crate::cli::FINE;
use crate::cli::pick;
use crate::cli::screens;
use crate::cli::screens::Entry;
use crate::cli::world::World;
use crate::diag;
use crate::engine::command::Holder;
use crate::log::little_space;
use crate::model::SeatId;
use crate::model::scenario::Scenario;
use crate::plain;
use crate::plain::Left;
use crate::session::Seating;
use crate::session::Session;
use crate::session::Start;
use crate::session::SystemClock;

#[derive(clap::Args, Debug)]
pub(super) struct Options {
    /// A scenario's id (see `demarche list`) or the path of a scenario's folder
    scenario: Option<String>,
    /// A seat held by a person at this machine; give it once for each (default: the scenario's first, or all with --table)
    #[arg(long = "seat", value_name = "ID")]
    seats: Vec<String>,
    /// The luck of the exercise; the same seed and the same choices give the same exercise
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    /// Who plays the other seats
    #[arg(long, value_name = "PROFILE")]
    bots: Option<String>,
    /// One screen for all seats held by people, showing what they know together
    #[arg(long)]
    table: bool,
    /// Questions and answers on standard input and output instead of screens
    #[arg(long)]
    plain: bool,
    /// Where to keep the log (default: your folder of exercises)
    #[arg(long, value_name = "PATH")]
    log: Option<PathBuf>,
}

/// The home screen.
pub(super) fn home(world: &World) -> Code {
    screens::open(world, Entry::Home)
}

pub(super) fn run(world: &World, options: &Options) -> Code {
    // Looked at first, so that no exercise is begun that nobody can play.
    if !options.plain && !world.is_terminal() {
        return world.give_up(&world.words.say("cli-no-terminal"));
    }
    match prepare(world, options) {
        Ok((session, seating)) if options.plain => run_plain(world, session, &seating),
        Ok((session, seating)) => screens::open(world, Entry::Session(Box::new(session), seating)),
        Err(code) => code,
    }
}

fn prepare(world: &World, options: &Options) -> Result<(Session, Seating), Code> {
    let Some(wanted) = &options.scenario else {
        return Err(if options.plain {
            world.give_up(&world.words.say("cli-which-scenario"))
        } else {
            home(world)
        });
    };
    let ready = pick::ready(world, wanted)?;
    let scenario = ready.playable.scenario();
    let people = people(world, scenario, &options.seats, options.table)?;
    let holders = holders(world, scenario, &people, options.bots.as_deref())?;
    let seed = options.seed.unwrap_or_else(seed_of_now);
    let path = if let Some(path) = &options.log {
        path.clone()
    } else {
        let library = world.library().map_err(|text| world.give_up(&text))?;
        if let Ok(Some(bytes)) = library.free_space()
            && let Some(warning) = little_space(&world.words, bytes)
        {
            world.complain(&warning);
        }
        let free = library.free_path(&scenario.about.id, seconds_now(), seed);
        free.map_err(|error| world.give_up(&error.words(&world.words)))?
    };
    let session = Session::start(Start {
        ready: &ready,
        seed,
        holders,
        log: Some((world.disk.as_ref(), &path)),
        words: Arc::clone(&world.words),
        clock: Arc::new(SystemClock),
    });
    let session = session.map_err(|error| world.give_up_on(&error))?;
    let seating = if options.table {
        Seating::Table(people)
    } else {
        Seating::Apart(people)
    };
    Ok((session, seating))
}

/// The seats that people hold; the first of the scenario if none is named, or all of them at a table.
fn people(
    world: &World,
    scenario: &Scenario,
    wanted: &[String],
    table: bool,
) -> Result<Vec<SeatId>, Code> {
    let mut people = Vec::new();
    for word in wanted {
        let words = scenario
            .seats
            .iter()
            .map(|seat| scenario.names.word(SeatId::KIND, seat.id.0));
        if let Some(seat) = scenario.names.find(SeatId::KIND, word) {
            people.push(SeatId(seat));
        } else {
            let all: Vec<&str> = words.collect();
            let args = [("name", word.into()), ("seats", all.join(", ").into())];
            return Err(world.give_up(&world.fill("cli-no-seat", &args)));
        }
    }
    if people.is_empty() {
        // At a table everybody has a seat unless seats are named; alone one has the first.
        let seats = if table { scenario.seats.len() } else { 1 };
        people.extend(scenario.seats.iter().take(seats).map(|seat| seat.id));
    }
    people.sort_unstable();
    people.dedup();
    Ok(people)
}

/// Who holds each seat: people where they sit, and elsewhere the profile named, or the one the scenario says is typical.
pub(super) fn holders(
    world: &World,
    scenario: &Scenario,
    people: &[SeatId],
    profile: Option<&str>,
) -> Result<Vec<(SeatId, Holder)>, Code> {
    let profile = profile.map(|name| self::profile(world, name)).transpose()?;
    let holders = scenario.seats.iter().enumerate().map(|(place, seat)| {
        let by = if people.contains(&seat.id) {
            Holder::Person {
                name: seat.title.as_str().to_owned(),
            }
        } else {
            let standard = bots::standard();
            let profile = match profile {
                Some("standard") => standard[place % standard.len()],
                Some(profile) => profile,
                None => seat
                    .bot
                    .as_deref()
                    .unwrap_or(standard[place % standard.len()]),
            };
            Holder::Bot {
                profile: profile.into(),
            }
        };
        (seat.id, by)
    });
    Ok(holders.collect())
}

/// The name of a profile, or `standard`; anything else is complained about.
pub(super) fn profile<'a>(world: &World, name: &'a str) -> Result<&'a str, Code> {
    if name == "standard" || bots::named(name).is_some() {
        return Ok(name);
    }
    let near = diag::near(name, bots::names());
    let near = near.first().cloned().unwrap_or_default();
    let args = [
        ("name", name.into()),
        ("all", bots::names().join(", ").into()),
        ("near", near.into()),
    ];
    Err(world.give_up(&world.fill("cli-no-profile", &args)))
}

/// Plays in line mode on the standard streams.
pub(super) fn run_plain(world: &World, mut session: Session, seating: &Seating) -> Code {
    let mut input = std::io::stdin().lock();
    let mut out = std::io::stdout().lock();
    match plain::run(&mut session, seating, &mut input, &mut out) {
        Ok(Left::Ended | Left::Early) => FINE,
        // The reader has gone away; the exercise is kept all the same.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => FINE,
        Err(error) => {
            let args = [("why", error.to_string().into())];
            world.complain(&world.fill("cli-streams", &args));
            ENVIRONMENT
        }
    }
}

/// Seconds since 1970, for the name of a log.
pub(super) fn seconds_now() -> u64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default()
        .as_secs()
}

/// A seed nobody chose: small enough to be told to somebody.
fn seed_of_now() -> u64 {
    let nanos = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default()
        .subsec_nanos();
    (seconds_now() ^ u64::from(nanos)) % 1_000_000
}
