//! What a seat can say in public, and what it may suppose.

use crate::engine::decide::Play;
use crate::engine::dice::Dice;
use crate::engine::dice::Roll;
use crate::engine::event::Cause;
use crate::engine::ledger::narrative::Act;
use crate::engine::ledger::narrative::Event;
use crate::engine::ledger::narrative::Speech;
use crate::engine::ledger::narrative::rules;
use crate::engine::ledger::politicisation;
use crate::engine::lens::Lens;
use crate::engine::rejection::Obstacle;
use crate::engine::state::State;
use crate::engine::world::Readable;
use crate::model::ActorId;
use crate::model::SeatId;
use crate::model::StoryId;
use crate::model::id::Kind;
use crate::model::ledger::Ledger;
use crate::model::ledger::facts::Truth;
use crate::model::ledger::narrative::Read;
use crate::model::ledger::narrative::Stance;
use crate::model::ledger::narrative::Story;
use crate::model::roster::ActorKind;
use crate::model::roster::SeatKind;
use crate::model::scenario::Scenario;

pub(super) fn conceivable(lens: &Lens<'_>, seat: SeatId, acts: &mut Vec<Act>) {
    let book = &lens.book().narrative;
    let scenario = lens.scenario();
    let has_team = podium(scenario, seat).is_some();
    for row in &scenario.book.narrative.stories {
        let (story, tale) = (row.id, &book.tales[row.id.index()]);
        if tale.since.is_none() || tale.revealed {
            continue;
        }
        acts.push(Act::HoldLine { story });
        let has_said = book
            .said
            .iter()
            .any(|said| (said.story, said.seat) == (story, seat));
        if has_said {
            acts.push(Act::Correct { story });
        } else {
            for &stance in Stance::ALL {
                for podium in [false, true] {
                    if !podium || has_team {
                        acts.push(Act::Brief {
                            story,
                            stance,
                            podium,
                        });
                    }
                }
            }
        }
        let is_asked = book
            .questions
            .iter()
            .any(|asked| (asked.story, asked.seat) == (story, seat));
        if is_asked {
            acts.push(Act::AnswerPress { story });
        }
    }
    let studies = scenario
        .actors
        .iter()
        .any(|actor| actor.kind == ActorKind::Academic);
    if studies && !scenario.book.narrative.stories.is_empty() {
        for (community, _, evidence) in lens.communities() {
            if evidence < 100 {
                acts.push(Act::Interview {
                    community: community.id,
                });
            }
        }
    }
}

pub(super) fn can(lens: &Lens<'_>, seat: SeatId, act: Act) -> Result<(), Obstacle> {
    let mut acts = Vec::new();
    conceivable(lens, seat, &mut acts);
    if !acts.contains(&act) {
        return Err(Obstacle::NotYours);
    }
    if let Act::Brief { podium: true, .. } = act
        && let Some(team) = podium(lens.scenario(), seat)
        && let Some(until) = politicisation::refuses(lens, team)
    {
        return Err(Obstacle::Rule {
            key: "obstacle-refuses-podium",
            actor: Some(team),
            until: Some(until),
        });
    }
    Ok(())
}

/// The team that a ministry can put beside itself.
fn podium(scenario: &Scenario, seat: SeatId) -> Option<ActorId> {
    let card = &scenario.seats[seat.index()];
    let state = scenario.actors[card.actor.index()].acts_for;
    let mut actors = scenario.actors.iter();
    let team = actors
        .find(|actor| actor.kind == ActorKind::Cert && state.is_some() && actor.acts_for == state);
    team.filter(|_| card.kind == SeatKind::Ministry)
        .map(|team| team.id)
}

/// Whether something an actor has verified bears on a story.
fn is_grounded(scenario: &Scenario, world: &Readable, actor: ActorId, story: &Story) -> bool {
    story.facts.is_empty()
        || !scenario.ledgers.contains(&Ledger::Facts)
        || story.facts.iter().any(|fact| {
            let held = world.holding(actor, *fact);
            held.is_some_and(|held| held.finding.is_some())
        })
}

/// What one's own verified facts say of a story: `None` if one has none, or if they say that it holds in part.
pub(super) fn knows(lens: &Lens<'_>, story: &Story) -> Option<Stance> {
    if story.facts.is_empty() || !has_looked(lens, story) {
        return None;
    }
    match lens.book().narrative.truths[story.id.index()] {
        Truth::True => Some(Stance::Confirms),
        Truth::False => Some(Stance::Denies),
        Truth::Partly => None,
    }
}

/// Whether one of these seats has verified something that bears on a story.
pub(super) fn has_looked(lens: &Lens<'_>, story: &Story) -> bool {
    lens.own_actors().any(|own| {
        story.facts.iter().any(|fact| {
            let held = lens.held(own, *fact);
            held.is_some_and(|held| held.finding.is_some())
        })
    })
}

pub(super) fn take(play: &mut Play<'_>, seat: SeatId, act: Act, cause: Cause) {
    let scenario = play.scenario();
    let rules = &scenario.book.narrative;
    match act {
        Act::HoldLine { story } => {
            let no = speak(play, seat, story, Speech::HoldingLine, None, cause);
            rules::believe(play, story, -rules.holding, no);
        }
        Act::AnswerPress { story } => {
            let no = speak(play, seat, story, Speech::Answer, None, cause);
            rules::believe(play, story, -rules.holding, no);
        }
        Act::Brief {
            story,
            stance,
            podium: beside,
        } => {
            let is_first = rules::tale(play, story).first.is_none();
            let team = podium(scenario, seat).filter(|_| beside);
            let by = weight(scenario, is_first, team.is_some());
            let no = speak(play, seat, story, Speech::Briefing(stance), team, cause);
            let by = if stance == Stance::Confirms { by } else { -by };
            rules::believe(play, story, by, no);
            if let Some(team) = team {
                // It is seen there by everybody abroad who shares with it.
                let by = scenario.book.politicisation.podium;
                politicisation::politicise(play, team, by, politicisation::Why::Podium, no);
            }
        }
        Act::Correct { story } => {
            let stood = play.state.world.book.narrative.said.iter();
            let stance = stood
                .filter(|said| (said.story, said.seat) == (story, seat))
                .map(|said| said.stance)
                .next();
            let no = rules::emit(play, cause, Event::Corrected { story, seat });
            let by = match stance {
                Some(Stance::Confirms) => -rules.correction,
                Some(Stance::Denies) => rules.correction,
                None => 0,
            };
            rules::believe(play, story, by, Cause::Event(no));
        }
        Act::Interview { community } => {
            let later = u16::try_from(rules.interview_after).unwrap_or(u16::MAX);
            let due = play.state.turn().saturating_add(later);
            let given = Event::Interviewed {
                community,
                seat,
                due,
            };
            rules::emit(play, cause, given);
        }
    }
}

/// How far a briefing moves belief.
fn weight(scenario: &Scenario, is_first: bool, beside: bool) -> i32 {
    let rules = &scenario.book.narrative;
    let by = rules.briefing + if is_first { rules.first } else { 0 };
    // A team is believed where a ministry is heard.
    if beside { by * 3 / 2 } else { by }
}

fn speak(
    play: &mut Play<'_>,
    seat: SeatId,
    story: StoryId,
    speech: Speech,
    podium: Option<ActorId>,
    cause: Cause,
) -> Cause {
    let scenario = play.scenario();
    let row = &scenario.book.narrative.stories[story.index()];
    let actor = scenario.seats[seat.index()].actor;
    let grounded = is_grounded(scenario, &play.state.world, actor, row);
    let spoke = Event::Spoke {
        story,
        seat,
        speech,
        grounded,
        podium,
    };
    Cause::Event(rules::emit(play, cause, spoke))
}

pub(super) fn shifts(lens: &Lens<'_>, _: SeatId, act: Act) -> Vec<(Read, i64)> {
    let rules = &lens.scenario().book.narrative;
    let first = |story: StoryId| lens.book().narrative.tales[story.index()].first.is_none();
    match act {
        Act::HoldLine { story } | Act::AnswerPress { story } => {
            vec![(Read::Belief(story), -i64::from(rules.holding))]
        }
        Act::Brief {
            story,
            stance,
            podium,
        } => {
            let by = i64::from(weight(lens.scenario(), first(story), podium));
            let by = if stance == Stance::Confirms { by } else { -by };
            vec![(Read::Belief(story), by)]
        }
        Act::Correct { .. } | Act::Interview { .. } => Vec::new(),
    }
}

/// What is said in public is known; what stands behind others' words, and what a story is worth, is drawn.
pub(super) fn imagine(lens: &Lens<'_>, state: &mut State, dice: Dice) {
    let scenario = lens.scenario();
    let mut known = lens.book().narrative.clone();
    for row in &scenario.book.narrative.stories {
        let word = scenario.names.hash(Kind::Story, row.id.0);
        let is_known = known.tales[row.id.index()].revealed || has_looked(lens, row);
        if !is_known {
            let drawn = dice.of(Roll::Imagine, &[word], 2, 0, 0).below(10);
            known.truths[row.id.index()] = match drawn {
                0..5 => Truth::False,
                5..7 => Truth::Partly,
                _ => Truth::True,
            };
        }
    }
    for said in known.said.iter_mut().filter(|said| !lens.is_own(said.seat)) {
        let words = [
            scenario.names.hash(Kind::Story, said.story.0),
            scenario.names.hash(Kind::Seat, said.seat.0),
        ];
        said.grounded = dice.of(Roll::Imagine, &words, 3, 0, 0).below(2) == 0;
    }
    known.questions.retain(|asked| lens.is_own(asked.seat));
    // One knows of one's own interviews; which of the others' a study waits for nobody else does.
    known.interviews.clear();
    state.world_mut().book.narrative = known;
}
