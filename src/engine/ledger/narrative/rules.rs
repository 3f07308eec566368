//! What moves the narrative.

use crate::engine::decide::Play;
use crate::engine::dice::Roll;
use crate::engine::event::Cause;
use crate::engine::event::EngineRule;
use crate::engine::event::EventNo;
use crate::engine::event::What;
use crate::engine::ledger::book::BookEvent;
use crate::engine::ledger::harm;
use crate::engine::ledger::narrative::Event;
use crate::engine::ledger::narrative::Interview;
use crate::engine::ledger::narrative::Line;
use crate::engine::ledger::narrative::Public;
use crate::engine::ledger::narrative::Question;
use crate::engine::ledger::narrative::Said;
use crate::engine::ledger::narrative::Speech;
use crate::engine::ledger::narrative::State;
use crate::engine::ledger::narrative::Tale;
use crate::engine::ledger::trust;
use crate::model::SeatId;
use crate::model::StoryId;
use crate::model::effect::HarmKind;
use crate::model::id::Kind;
use crate::model::ledger::Ledger;
use crate::model::ledger::facts::Truth;
use crate::model::ledger::narrative::Stance;
use crate::model::ledger::narrative::Story;
use crate::model::roster::ActorKind;
use crate::model::roster::SeatKind;
use crate::model::scenario::Scenario;

/// Chance that a newspaper asks in a turn in which it could.
const ASKS: i32 = 600;

pub(super) fn apply(book: &mut State, event: &Event, turn: u16, no: EventNo) {
    let mut line = |story, seat, what| {
        book.timeline.push(Line {
            turn,
            story,
            seat,
            what,
        });
    };
    match *event {
        Event::Began { story } => {
            line(story, None, Public::Began);
            book.tales[story.index()].since = Some(turn);
        }
        Event::Moved { story, now, .. } => book.tales[story.index()].belief = now,
        Event::Spoke {
            story,
            seat,
            speech,
            grounded,
            ..
        } => {
            let what = match speech {
                Speech::HoldingLine => Public::Held,
                Speech::Briefing(Stance::Confirms) => Public::Confirmed,
                Speech::Briefing(Stance::Denies) => Public::Denied,
                Speech::Answer => Public::Answered,
            };
            line(story, Some(seat), what);
            let tale = &mut book.tales[story.index()];
            tale.first = tale.first.or(Some(seat));
            tale.spoke = Some(turn);
            tale.silence = 0;
            if let Speech::Briefing(stance) = speech {
                book.said.push(Said {
                    story,
                    seat,
                    stance,
                    grounded,
                    no,
                });
            }
            // Whoever speaks to the public on it has answered who asked about it.
            book.questions
                .retain(|asked| (asked.story, asked.seat) != (story, seat));
        }
        Event::Corrected { story, seat } => {
            line(story, Some(seat), Public::Corrected);
            book.tales[story.index()].spoke = Some(turn);
            book.tales[story.index()].silence = 0;
            book.said
                .retain(|said| (said.story, said.seat) != (story, seat));
        }
        Event::Silent { story } => {
            let silence = &mut book.tales[story.index()].silence;
            *silence = silence.saturating_add(1);
        }
        Event::Asked { story, seat, due } => book.questions.push(Question {
            story,
            seat,
            due,
            no,
        }),
        Event::Unanswered { story, seat } => {
            line(story, Some(seat), Public::DidNotRespond);
            let many = &mut book.unanswered[seat.index()];
            *many = many.saturating_add(1);
            book.questions
                .retain(|asked| (asked.story, asked.seat) != (story, seat));
        }
        Event::FoundOut { story, seat } => {
            line(story, Some(seat), Public::FoundOut);
            let many = &mut book.found[seat.index()];
            *many = many.saturating_add(1);
            book.said
                .retain(|said| (said.story, said.seat) != (story, seat));
        }
        Event::Revealed { story } => {
            line(story, None, Public::Revealed);
            book.tales[story.index()].revealed = true;
        }
        Event::Interviewed { community, due, .. } => {
            book.interviews.push(Interview { community, due, no });
        }
        Event::Printed { community } => {
            let printed = book
                .interviews
                .iter()
                .position(|interview| interview.community == community);
            if let Some(at) = printed {
                book.interviews.remove(at);
            }
        }
    }
}

/// Moves how far the public believes a story that is being told.
pub(super) fn believe(play: &mut Play<'_>, story: StoryId, by: i32, cause: Cause) {
    if !play.has(Ledger::Narrative) || tale(play, story).since.is_none() {
        return;
    }
    let was = tale(play, story).belief;
    let now = was.saturating_add(by).clamp(0, 100);
    if now != was {
        let by = now - was;
        emit(play, cause, Event::Moved { story, by, now });
    }
}

/// A story begins to be told.
pub(super) fn begin(play: &mut Play<'_>, story: StoryId, cause: Cause) {
    if tale(play, story).since.is_none() {
        let no = emit(play, cause, Event::Began { story });
        let by = row(play, story).belief;
        believe(play, story, by, Cause::Event(no));
    }
}

/// A journalist asks a seat and gives it so many turns. Before Resolve the present turn is the first of them.
pub(super) fn ask(play: &mut Play<'_>, seat: SeatId, story: StoryId, turns: i32, cause: Cause) {
    use crate::engine::event::Step;
    let asked = &play.state.world.book.narrative.questions;
    if asked
        .iter()
        .any(|asked| (asked.story, asked.seat) == (story, seat))
    {
        return;
    }
    let turns = u16::try_from(turns.max(1)).unwrap_or(u16::MAX);
    let is_late = play.state.step >= Step::Resolve;
    let due = play
        .state
        .turn()
        .saturating_add(if is_late { turns } else { turns - 1 });
    emit(play, cause, Event::Asked { story, seat, due });
}

/// It comes out what a story is worth; whoever said otherwise is found out.
pub(super) fn reveal(play: &mut Play<'_>, story: StoryId, cause: Cause) {
    if tale(play, story).revealed || !play.has(Ledger::Narrative) {
        return;
    }
    let no = emit(play, cause, Event::Revealed { story });
    let truth = play.state.world.book.narrative.truths[story.index()];
    let towards = match truth {
        Truth::True => 100,
        Truth::Partly => 50,
        Truth::False => 0,
    };
    let by = (towards - tale(play, story).belief) / 2;
    believe(play, story, by, Cause::Event(no));
    let wrong: Vec<Said> = play
        .state
        .world
        .book
        .narrative
        .said
        .iter()
        .filter(|said| said.story == story && is_wrong(said.stance, truth))
        .copied()
        .collect();
    for said in wrong {
        find_out(play, said, Cause::Event(no));
    }
}

fn is_wrong(stance: Stance, truth: Truth) -> bool {
    matches!(
        (stance, truth),
        (Stance::Confirms, Truth::False) | (Stance::Denies, Truth::True)
    )
}

/// Somebody's words turn out not to hold: dearer than having corrected them.
fn find_out(play: &mut Play<'_>, said: Said, cause: Cause) {
    let scenario = play.scenario();
    let rules = &scenario.book.narrative;
    let (story, seat) = (said.story, said.seat);
    let truth = play.state.world.book.narrative.truths[story.index()];
    let no = emit(play, cause, Event::FoundOut { story, seat });
    let cause = Cause::Event(no);
    if is_wrong(said.stance, truth) {
        let back = rules.briefing + rules.first;
        let by = if said.stance == Stance::Denies {
            back
        } else {
            -back
        };
        believe(play, story, by, cause);
    }
    play.capital(seat, -rules.found_cost, cause);
    let own = scenario.seats[seat.index()].actor;
    for other in scenario.actors.iter().map(|actor| actor.id) {
        trust::shift(play, other, own, -rules.found_trust, cause);
    }
}

/// The beginning of a turn: stories begin, and newspapers ask.
pub(super) fn open(play: &mut Play<'_>) {
    let scenario = play.scenario();
    let rules = &scenario.book.narrative;
    let turn = play.state.turn();
    let has_press = scenario
        .actors
        .iter()
        .any(|actor| actor.kind == ActorKind::Press);
    for story in &rules.stories {
        if story.from == Some(turn) {
            begin(play, story.id, Cause::Engine(EngineRule::Agenda));
        }
        let told = tale(play, story.id);
        let questions = &play.state.world.book.narrative.questions;
        let asks = has_press
            && told.since.is_some_and(|since| since < turn)
            && !told.revealed
            && told.silence > 0
            && told.belief >= rules.asked_from
            && !questions.iter().any(|asked| asked.story == story.id);
        let word = scenario.names.hash(Kind::Story, story.id.0);
        let mut die = play.state.dice.of(Roll::PressAsks, &[word], 0, turn, 0);
        if asks && die.per_mille(ASKS) {
            let asked = asked(scenario, story);
            let many = u64::try_from(asked.len()).unwrap_or(0);
            let at = usize::try_from(die.below(many)).unwrap_or(0);
            if let Some(seat) = asked.get(at) {
                let cause = Cause::Engine(EngineRule::Silence);
                ask(play, *seat, story.id, rules.deadline, cause);
            }
        }
    }
}

/// Whom newspapers ask about a story.
fn asked(scenario: &Scenario, story: &Story) -> Vec<SeatId> {
    if !story.asked.is_empty() {
        return story.asked.clone();
    }
    let all = scenario.seats.iter();
    let ministries: Vec<SeatId> = all
        .clone()
        .filter(|seat| seat.kind == SeatKind::Ministry)
        .map(|seat| seat.id)
        .collect();
    if ministries.is_empty() {
        all.map(|seat| seat.id).collect()
    } else {
        ministries
    }
}

/// Resolve: silence is filled, deadlines pass, words are tried, and people act on what is told.
pub(super) fn pass(play: &mut Play<'_>) {
    let scenario = play.scenario();
    let turn = play.state.turn();
    if turn == 0 {
        return;
    }
    for story in &scenario.book.narrative.stories {
        if tale(play, story.id).since.is_some() {
            fill(play, story, turn);
            act_on(play, story, turn);
        }
    }
    deadlines(play, turn);
    try_words(play, turn);
    print(play, turn);
}

/// What nobody says somebody else does. A word holds for the turn after it.
fn fill(play: &mut Play<'_>, story: &Story, turn: u16) {
    let rules = &play.scenario().book.narrative;
    let told = tale(play, story.id);
    let has_just_begun = told.since == Some(turn);
    let is_silent = told.spoke.is_none_or(|last| last.saturating_add(1) < turn);
    if told.revealed || has_just_begun {
        return;
    }
    let cause = Cause::Engine(EngineRule::Silence);
    if is_silent {
        let no = emit(play, cause, Event::Silent { story: story.id });
        believe(play, story.id, rules.silence, Cause::Event(no));
    } else {
        believe(play, story.id, -rules.fading, cause);
    }
}

fn act_on(play: &mut Play<'_>, story: &Story, turn: u16) {
    let scenario = play.scenario();
    let belief = tale(play, story.id).belief;
    if belief < scenario.book.narrative.acted_on_from || !play.has(Ledger::Harm) {
        return;
    }
    for &(community, rate) in &story.hurts {
        let words = [
            scenario.names.hash(Kind::Story, story.id.0),
            scenario.names.hash(Kind::Community, community.0),
        ];
        let amount = i64::from(belief) * i64::from(rate);
        let mut die = play.state.dice.of(Roll::Rumour, &words, 0, turn, 0);
        let by = die.thousandths(amount);
        let cause = Cause::Engine(EngineRule::Rumour);
        harm::harm(play, community, HarmKind::Secondary, by, None, cause);
    }
}

fn deadlines(play: &mut Play<'_>, turn: u16) {
    let rules = &play.scenario().book.narrative;
    let over: Vec<Question> = play
        .state
        .world
        .book
        .narrative
        .questions
        .iter()
        .filter(|asked| asked.due <= turn)
        .copied()
        .collect();
    for asked in over {
        let (story, seat) = (asked.story, asked.seat);
        let no = emit(
            play,
            Cause::Event(asked.no),
            Event::Unanswered { story, seat },
        );
        believe(play, story, rules.no_answer, Cause::Event(no));
        play.capital(seat, -rules.no_answer_cost, Cause::Event(no));
    }
}

/// The chance, in per mille, that what was said is found out in a turn.
pub(super) fn risk(found_out: i32, stance: Stance, truth: Truth, grounded: bool) -> i32 {
    match (is_wrong(stance, truth), truth, grounded) {
        (true, ..) => found_out,
        (false, Truth::Partly, _) => found_out / 2,
        // Right, and lucky: it is asked where one has it from.
        (false, _, false) => found_out / 3,
        (false, _, true) => 0,
    }
}

fn try_words(play: &mut Play<'_>, turn: u16) {
    let scenario = play.scenario();
    let found_out = scenario.book.narrative.found_out;
    for said in play.state.world.book.narrative.said.clone() {
        let truth = play.state.world.book.narrative.truths[said.story.index()];
        let odds = risk(found_out, said.stance, truth, said.grounded);
        let words = [
            scenario.names.hash(Kind::Story, said.story.0),
            scenario.names.hash(Kind::Seat, said.seat.0),
        ];
        let mut die = play.state.dice.of(Roll::FoundOut, &words, 0, turn, 0);
        if die.per_mille(odds) {
            find_out(play, said, Cause::Event(said.no));
        }
    }
}

/// Studies are printed.
fn print(play: &mut Play<'_>, turn: u16) {
    let brings = play.scenario().book.narrative.interview_evidence;
    let due: Vec<Interview> = play
        .state
        .world
        .book
        .narrative
        .interviews
        .iter()
        .filter(|interview| interview.due <= turn)
        .copied()
        .collect();
    for interview in due {
        let community = interview.community;
        let no = emit(
            play,
            Cause::Event(interview.no),
            Event::Printed { community },
        );
        if play.has(Ledger::Harm) {
            harm::evidence(play, community, brings, Cause::Event(no));
        }
    }
}

fn row<'a>(play: &Play<'a>, story: StoryId) -> &'a Story {
    &play.scenario().book.narrative.stories[story.index()]
}

pub(super) fn tale<'p>(play: &'p Play<'_>, story: StoryId) -> &'p Tale {
    &play.state.world.book.narrative.tales[story.index()]
}

pub(super) fn emit(play: &mut Play<'_>, cause: Cause, event: Event) -> EventNo {
    play.emit(cause, What::Book(BookEvent::Narrative(event)))
}
