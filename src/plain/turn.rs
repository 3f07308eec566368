//! One seat's turn, or one table's: read, decide, act, seal.

use std::io;

use crate::engine::act::Act;
use crate::engine::command::Command;
use crate::engine::view::DecisionView;
use crate::engine::view::SeatView;
use crate::model::SeatId;
use crate::plain::acts;
use crate::plain::boards;
use crate::plain::plan::Plan;
use crate::plain::prompt::Answer;
use crate::plain::prompt::Prompt;
use crate::plain::read;
use crate::session::Refusal;
use crate::session::Session;
use crate::text::SafeText;
use crate::text::clip;

/// As much of a rationale as is said again.
const ECHO: usize = 200;

/// Plays one view's turn up to its seals: `seats` is who looks, `acting` which of them have still to seal.
pub(super) fn play(
    session: &mut Session,
    seats: &[SeatId],
    acting: &[SeatId],
    prompt: &mut Prompt<'_>,
) -> io::Result<Answer> {
    let words = session.shared_words();
    let mut view = session.view(seats);
    view.decisions.retain(|row| acting.contains(&row.seat));
    view.actions.retain(|row| acting.contains(&row.seat));
    view.shares.retain(|row| acting.contains(&row.seat));
    view.purses.retain(|row| acting.contains(&row.seat));
    brief(&view, prompt)?;
    let mut plan = Plan::default();
    for decision in &view.decisions {
        if decide(session, decision, &mut plan, prompt)? == Answer::End {
            return Ok(Answer::End);
        }
    }
    loop {
        if prompt.has_stopped() {
            return Ok(Answer::End);
        }
        purse(session, &view, &plan, prompt)?;
        let menu = [
            "plain-menu-seal",
            "plain-menu-act",
            "plain-menu-share",
            "plain-menu-inbox",
            "plain-menu-facts",
            "plain-menu-numbers",
            "plain-menu-why",
            "plain-menu-role",
            "plain-menu-rationale",
            "plain-menu-boards",
            "plain-menu-again",
            "plain-menu-pause",
            "plain-menu-quit",
        ];
        let options: Vec<SafeText> = menu.iter().map(|key| words.say(key)).collect();
        match prompt.ask(&words.say("plain-menu"), &options)? {
            Answer::Pick(0) => {
                if seal(session, acting, &plan, prompt)? {
                    return Ok(Answer::Pick(0));
                }
            }
            Answer::Pick(1) => acts::act(session, &view, &mut plan, prompt)?,
            Answer::Pick(2) => acts::share(session, &view, &mut plan, prompt)?,
            Answer::Pick(3) => {
                acts::nothing(view.inbox.is_empty(), "plain-no-letters", prompt)?;
                for letter in &view.inbox {
                    read::letter(letter, prompt)?;
                }
            }
            Answer::Pick(4) => {
                acts::nothing(view.facts.is_empty(), "plain-no-facts", prompt)?;
                for fact in &view.facts {
                    read::fact(fact, prompt)?;
                }
            }
            Answer::Pick(5) => read::numbers(&view, false, prompt)?,
            Answer::Pick(6) => read::why(session, seats, prompt)?,
            Answer::Pick(7) => {
                for role in &view.roles {
                    read::role(role, prompt)?;
                }
            }
            Answer::Pick(8) => rationale(&mut plan, prompt)?,
            Answer::Pick(9) => boards::choose(&view, prompt)?,
            Answer::Pick(10) => {
                plan.clear();
                for decision in &view.decisions {
                    if decide(session, decision, &mut plan, prompt)? == Answer::End {
                        return Ok(Answer::End);
                    }
                }
            }
            Answer::Pick(11) => {
                if pause(session, prompt)? == Answer::End {
                    return Ok(Answer::End);
                }
            }
            Answer::Pick(_) | Answer::End => return Ok(Answer::End),
        }
    }
}

fn brief(view: &SeatView, prompt: &mut Prompt<'_>) -> io::Result<()> {
    let words = prompt.words();
    let ends = SafeText::joined(
        [&view.story_to, &view.story_zone]
            .into_iter()
            .filter(|text| !text.is_empty()),
        " ",
    );
    let args = [
        ("turn", view.turn.into()),
        ("last", view.last_turn.into()),
        ("title", (&view.turn_title).into()),
        ("from", (&view.story_from).into()),
        (
            "to",
            SafeText::joined(
                [&ends, &view.story_own]
                    .into_iter()
                    .filter(|text| !text.is_empty()),
                ", ",
            )
            .into(),
        ),
        ("time", view.from.to_string().into()),
    ];
    prompt.heading(&words.fill(
        if view.turn == 0 {
            "plain-turn-zero"
        } else {
            "plain-turn"
        },
        &args,
    ))?;
    for letter in view.inbox.iter().filter(|letter| letter.is_new) {
        read::letter(letter, prompt)?;
    }
    read::numbers(view, true, prompt)
}

fn decide(
    session: &Session,
    decision: &DecisionView,
    plan: &mut Plan,
    prompt: &mut Prompt<'_>,
) -> io::Result<Answer> {
    let words = prompt.words();
    let args = [
        ("title", (&decision.title).into()),
        ("seat", (&decision.seat_title).into()),
    ];
    prompt.heading(&words.fill("plain-decision", &args))?;
    prompt.block(&decision.text)?;
    let mut options = Vec::new();
    let mut acts = Vec::new();
    for choice in &decision.choices {
        let args = [
            ("label", (&choice.label).into()),
            ("family", words.say(acts::family_key(choice.family)).into()),
            ("hours", choice.hours.into()),
            ("capital", choice.capital.into()),
        ];
        let line = words.fill("plain-choice", &args);
        let act = Act::Answer {
            choice: choice.choice,
        };
        let obstacle = match &choice.obstacle {
            Some(obstacle) => Some(obstacle.clone()),
            None => session
                .check(decision.seat, &[plan.of(decision.seat), &[act]].concat())
                .err(),
        };
        if let Some(obstacle) = &obstacle {
            let args = [("label", (&choice.label).into()), ("why", obstacle.into())];
            prompt.say(&words.fill("plain-impossible", &args))?;
        } else {
            options.push(line.clone());
            acts.push(act);
            prompt.say(&line)?;
        }
        prompt.block(&choice.text)?;
        let advice = [
            ("plain-technical", &choice.technical),
            ("plain-legal", &choice.legal),
            ("plain-political", &choice.political),
        ];
        for (key, said) in advice.into_iter().filter(|(_, said)| !said.is_empty()) {
            prompt.say(&words.fill(key, &[("text", said.into())]))?;
        }
    }
    let later = match (&decision.default, decision.until) {
        (Some(default), _) => words.fill("plain-leave-default", &[("label", default.into())]),
        (None, until) => words.fill("plain-leave", &[("turn", until.into())]),
    };
    options.push(later);
    match prompt.ask(&words.say("plain-choose"), &options)? {
        Answer::Pick(place) => {
            if let Some(act) = acts.get(place)
                && let Err(why) = plan.add(session, decision.seat, *act)
            {
                prompt.say(&why)?;
            }
            Ok(Answer::Pick(place))
        }
        Answer::End => Ok(Answer::End),
    }
}

fn purse(
    session: &Session,
    view: &SeatView,
    plan: &Plan,
    prompt: &mut Prompt<'_>,
) -> io::Result<()> {
    let words = prompt.words();
    let teller = session.teller();
    for purse in &view.purses {
        let (mut hours, mut capital) = (0, 0);
        for act in plan.of(purse.seat) {
            let cost = session.cost(purse.seat, act);
            hours += cost.hours;
            capital += cost.capital;
            prompt.say(&words.fill("plain-planned", &[("act", teller.act(act).into())]))?;
        }
        let args = [
            ("seat", (&purse.title).into()),
            ("hours", (purse.hours - hours).into()),
            ("of", purse.hours.into()),
            ("capital", (purse.capital - capital).into()),
        ];
        prompt.say(&words.fill("plain-purse", &args))?;
    }
    Ok(())
}

/// Takes in why, and says what was taken in: of something pasted that may be less than all.
fn rationale(plan: &mut Plan, prompt: &mut Prompt<'_>) -> io::Result<()> {
    let words = prompt.words();
    let Some(said) = prompt.text(&words.say("plain-rationale"))? else {
        return Ok(());
    };
    let said = Some(said).filter(|said| !said.is_empty());
    let told = match &said {
        Some(said) => {
            let text = clip(&SafeText::line(said), ECHO);
            words.fill("plain-rationale-kept", &[("text", text.into())])
        }
        None => words.say("plain-rationale-none"),
    };
    plan.rationale = said;
    prompt.say(&told)
}

/// Seals for every seat of the view; whether all seals were taken.
fn seal(
    session: &mut Session,
    seats: &[SeatId],
    plan: &Plan,
    prompt: &mut Prompt<'_>,
) -> io::Result<bool> {
    for &seat in seats {
        let mut rationale = plan.rationale.clone();
        let command = Command::Seal {
            seat,
            acts: plan.of(seat).to_vec(),
        };
        if let Some(norm) = session.owes_note(&command, rationale.as_deref()) {
            let norm = prompt.words().say(norm.key());
            let question = prompt
                .words()
                .fill("plain-deviation", &[("norm", norm.into())]);
            let Some(note) = prompt.text(&question)? else {
                return Ok(false);
            };
            rationale = Some(note);
        }
        if let Err(refusal) = session.submit(&command, rationale.as_deref()) {
            prompt.say(refusal.words())?;
            return Ok(matches!(refusal, Refusal::Broken(..)));
        }
    }
    prompt.say(&prompt.words().say("plain-sealed"))?;
    Ok(true)
}

/// `PauseEx`: nothing is lost while paused.
fn pause(session: &mut Session, prompt: &mut Prompt<'_>) -> io::Result<Answer> {
    let words = session.shared_words();
    for command in [Command::Pause, Command::Resume] {
        if let Err(refusal) = session.submit(&command, None) {
            prompt.say(refusal.words())?;
            return Ok(Answer::Pick(0));
        }
        if command == Command::Pause {
            let options = [words.say("plain-resume-play")];
            if prompt.ask(&words.say("plain-paused"), &options)? == Answer::End {
                return Ok(Answer::End);
            }
        }
    }
    Ok(Answer::Pick(0))
}
