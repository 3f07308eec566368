//! The narrative in words.

use crate::engine::ledger::narrative::Act;
use crate::engine::ledger::narrative::Event;
use crate::engine::ledger::narrative::Line;
use crate::engine::ledger::narrative::Public;
use crate::engine::ledger::narrative::Speech;
use crate::engine::tell::Teller;
use crate::engine::tell::signed;
use crate::model::SeatId;
use crate::model::StoryId;
use crate::model::ledger::narrative::Read;
use crate::model::ledger::narrative::Stance;
use crate::text::SafeText;

fn named(teller: Teller<'_>, story: StoryId) -> &SafeText {
    &teller.scenario.book.narrative.stories[story.index()].name
}

/// A message about a story.
pub(super) fn of(teller: Teller<'_>, key: &str, story: StoryId) -> SafeText {
    teller
        .words
        .fill(key, &[("story", named(teller, story).into())])
}

/// A message about a story and a seat.
fn by(teller: Teller<'_>, key: &str, story: StoryId, seat: SeatId) -> SafeText {
    let args = [
        ("story", named(teller, story).into()),
        ("seat", teller.seat(seat).into()),
    ];
    teller.words.fill(key, &args)
}

pub(super) fn tell(teller: Teller<'_>, event: &Event) -> SafeText {
    match *event {
        Event::Began { story } => of(teller, "narrative-began", story),
        Event::Moved { story, by, now } => {
            let args = [
                ("story", named(teller, story).into()),
                ("by", signed(by).into()),
                ("now", now.into()),
            ];
            teller.words.fill("narrative-moved", &args)
        }
        Event::Spoke {
            story,
            seat,
            speech,
            podium,
            ..
        } => {
            let key = match (speech, podium) {
                (Speech::HoldingLine, _) => "narrative-held",
                (Speech::Answer, _) => "narrative-answered",
                (Speech::Briefing(Stance::Confirms), None) => "narrative-confirmed",
                (Speech::Briefing(Stance::Denies), None) => "narrative-denied",
                (Speech::Briefing(_), Some(team)) => {
                    let args = [
                        ("story", named(teller, story).into()),
                        ("seat", teller.seat(seat).into()),
                        ("team", teller.actor(team).into()),
                    ];
                    return teller.words.fill("narrative-podium", &args);
                }
            };
            by(teller, key, story, seat)
        }
        Event::Corrected { story, seat } => by(teller, "narrative-corrected", story, seat),
        Event::Silent { story } => of(teller, "narrative-silent", story),
        Event::Asked { story, seat, due } => {
            let args = [
                ("story", named(teller, story).into()),
                ("seat", teller.seat(seat).into()),
                ("turn", due.into()),
            ];
            teller.words.fill("narrative-asked", &args)
        }
        Event::Unanswered { story, seat } => by(teller, "narrative-unanswered", story, seat),
        Event::FoundOut { story, seat } => by(teller, "narrative-found-out", story, seat),
        Event::Revealed { story } => of(teller, "narrative-revealed", story),
        Event::Interviewed {
            community,
            seat,
            due,
        } => {
            let args = [
                ("community", teller.community(community).into()),
                ("seat", teller.seat(seat).into()),
                ("turn", due.into()),
            ];
            teller.words.fill("narrative-interviewed", &args)
        }
        Event::Printed { community } => {
            let args = [("community", teller.community(community).into())];
            teller.words.fill("narrative-printed", &args)
        }
    }
}

/// A line of the timeline.
pub(super) fn line(teller: Teller<'_>, line: &Line) -> SafeText {
    let key = match line.what {
        Public::Began => "narrative-line-began",
        Public::Held => "narrative-line-held",
        Public::Confirmed => "narrative-line-confirmed",
        Public::Denied => "narrative-line-denied",
        Public::Corrected => "narrative-line-corrected",
        Public::Answered => "narrative-line-answered",
        Public::DidNotRespond => "narrative-line-no-response",
        Public::FoundOut => "narrative-line-found-out",
        Public::Revealed => "narrative-line-revealed",
    };
    let seat = line.seat.map(|seat| teller.seat(seat).clone());
    let teller_of = teller.scenario.book.narrative.stories[line.story.index()].teller;
    let others = teller_of.filter(|actor| {
        use crate::model::roster::ActorKind;
        teller.scenario.actors[actor.index()].kind != ActorKind::Adversary
    });
    let others = others.map_or_else(
        || teller.words.say("narrative-others"),
        |actor| teller.actor(actor).clone(),
    );
    teller
        .words
        .fill(key, &[("seat", seat.unwrap_or(others).into())])
}

pub(super) fn name(teller: Teller<'_>, act: Act) -> SafeText {
    match act {
        Act::HoldLine { story } => of(teller, "act-narrative-hold", story),
        Act::Brief {
            story,
            stance,
            podium,
        } => of(
            teller,
            match (stance, podium) {
                (Stance::Confirms, false) => "act-narrative-confirm",
                (Stance::Denies, false) => "act-narrative-deny",
                (Stance::Confirms, true) => "act-narrative-confirm-podium",
                (Stance::Denies, true) => "act-narrative-deny-podium",
            },
            story,
        ),
        Act::Correct { story } => of(teller, "act-narrative-correct", story),
        Act::AnswerPress { story } => of(teller, "act-narrative-answer", story),
        Act::Interview { community } => {
            let args = [("community", teller.community(community).into())];
            teller.words.fill("act-narrative-interview", &args)
        }
    }
}

pub(super) fn explain(teller: Teller<'_>, act: Act) -> SafeText {
    teller.words.say(match act {
        Act::HoldLine { .. } => "explain-narrative-hold",
        Act::Brief { podium: true, .. } => "explain-narrative-podium",
        Act::Brief { .. } => "explain-narrative-brief",
        Act::Correct { .. } => "explain-narrative-correct",
        Act::AnswerPress { .. } => "explain-narrative-answer",
        Act::Interview { .. } => "explain-narrative-interview",
    })
}

pub(super) fn belief(teller: Teller<'_>, belief: i32, silence: u16) -> SafeText {
    let args = [("belief", belief.into()), ("turns", silence.into())];
    let key = if silence == 0 {
        "narrative-belief"
    } else {
        "narrative-belief-silent"
    };
    teller.words.fill(key, &args)
}

pub(super) fn read_name(teller: Teller<'_>, read: Read) -> SafeText {
    let seated = |key: &str, seat: SeatId| {
        teller
            .words
            .fill(key, &[("seat", teller.seat(seat).into())])
    };
    match read {
        Read::Belief(story) => of(teller, "narrative-row", story),
        Read::Told(story) => of(teller, "read-narrative-told", story),
        Read::Silence(story) => of(teller, "read-narrative-silence", story),
        Read::SpokeFirst(story, seat) => by(teller, "read-narrative-first", story, seat),
        Read::FoundOut(seat) => seated("read-narrative-found", seat),
        Read::LeftUnanswered(seat) => seated("read-narrative-unanswered", seat),
    }
}
