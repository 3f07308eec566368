//! Says the debrief: how it ended, and why.

use std::io;

use crate::plain::prompt::Prompt;
use crate::session::Seating;
use crate::session::Session;

pub(super) fn tell(
    session: &Session,
    seating: &Seating,
    prompt: &mut Prompt<'_>,
) -> io::Result<()> {
    let words = session.shared_words();
    let seats = seating.views().concat();
    let view = session.view(&seats);
    if let Some(ending) = &view.ending {
        prompt.heading(&words.fill("plain-ending", &[("title", (&ending.title).into())]))?;
        prompt.block(&ending.text)?;
    }
    Ok(())
}
