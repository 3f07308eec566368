//! `demarche replay`: what happened, or the whole exercise decided again.

use std::path::PathBuf;
use std::sync::Arc;

use crate::cli::CONTENT;
use crate::cli::Code;
use crate::cli::FINE;
use crate::cli::screens;
use crate::cli::screens::Entry;
use crate::cli::world::World;
use crate::engine::event::What;
use crate::engine::why::Asker;
use crate::log::Ending;
use crate::model::SeatId;
use crate::session;
use crate::session::Difference;
use crate::session::Session;

#[derive(clap::Args, Debug)]
pub(super) struct Options {
    /// The log of the exercise
    log: PathBuf,
    /// Decide every command again and compare
    #[arg(long)]
    verify: bool,
    /// Only what this seat could see
    #[arg(long, value_name = "ID")]
    seat: Option<String>,
    /// As lines of text instead of the timeline; also used where there is no terminal
    #[arg(long)]
    text: bool,
}

pub(super) fn run(world: &World, options: &Options) -> Code {
    if options.verify {
        return verify(world, options);
    }
    let session = match Session::look(world.disk.as_ref(), &options.log, Arc::clone(&world.words)) {
        Ok(session) => session,
        Err(error) => return world.give_up_on(&error),
    };
    world.warn_of_damage(&session);
    let seat = match seat(world, options, &session) {
        Ok(seat) => seat,
        Err(code) => return code,
    };
    if options.text || !world.is_terminal() || session.events().is_empty() {
        return tell(world, &session, seat);
    }
    let path = options.log.clone();
    screens::open(world, Entry::Replay(Box::new(session), path, seat))
}

fn seat(world: &World, options: &Options, session: &Session) -> Result<Option<SeatId>, Code> {
    let Some(word) = &options.seat else {
        return Ok(None);
    };
    let names = &session.scenario().names;
    if let Some(seat) = names.find(SeatId::KIND, word) {
        return Ok(Some(SeatId(seat)));
    }
    let all: Vec<&str> = names.all(SeatId::KIND).collect();
    let args = [("name", word.into()), ("seats", all.join(", ").into())];
    Err(world.give_up(&world.fill("cli-no-seat", &args)))
}

fn verify(world: &World, options: &Options) -> Code {
    let verified = match session::verify(world.disk.as_ref(), &options.log) {
        Ok(verified) => verified,
        Err(error) => return world.give_up_on(&error),
    };
    let counts = [
        ("commands", verified.commands.into()),
        ("events", verified.events.into()),
    ];
    match verified.ending {
        Ending::Whole => {}
        Ending::Torn { bytes } => {
            let bytes = i64::try_from(bytes).unwrap_or(i64::MAX);
            world.print(&world.fill("cli-verify-torn", &[("bytes", bytes.into())]));
        }
        Ending::Damaged { line, damage } => {
            let args = [
                ("line", line.into()),
                ("damage", damage.words(&world.words).into()),
            ];
            world.complain(&world.fill("cli-verify-damaged", &args));
            return CONTENT;
        }
    }
    match verified.difference {
        None => {
            world.print(&world.fill("cli-verified", &counts));
            FINE
        }
        Some((line, difference)) => {
            let key = match difference {
                Difference::Refused => "cli-verify-refused",
                Difference::Events => "cli-verify-events",
            };
            world.complain(&world.fill(key, &[("line", line.into())]));
            CONTENT
        }
    }
}

fn tell(world: &World, session: &Session, seat: Option<SeatId>) -> Code {
    let seat = seat.map(|seat| [seat]);
    let asker = match &seat {
        Some(seats) => Asker::Seat(session.lens(seats)),
        None => Asker::All,
    };
    let teller = session.teller();
    for event in session.events().iter().filter(|event| asker.may_see(event)) {
        if let What::Entered { turn, step, .. } = event.what {
            if step == crate::engine::event::Step::Brief {
                world.print(&world.fill("cli-replay-turn", &[("turn", turn.into())]));
            }
            continue;
        }
        // A rule is heard of through the numbers it moved, never by itself.
        if seat.is_some() && matches!(event.what, What::RuleFired { .. }) {
            continue;
        }
        let text = teller.event(event, asker.sees_inside(event));
        world.print(&world.fill("cli-replay-line", &[("text", text.into())]));
    }
    FINE
}
