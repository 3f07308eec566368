//! One seat's turn, or one table's: read, decide, act, seal.

use std::io;

use crate::engine::act::Act;
use crate::engine::command::Command;
use crate::engine::view::ActionView;
use crate::engine::view::DecisionView;
use crate::engine::view::SeatView;
use crate::engine::view::ShareView;
use crate::model::SeatId;
use crate::plain::boards;
use crate::plain::plan::Plan;
use crate::plain::prompt::Answer;
use crate::plain::prompt::Prompt;
use crate::plain::read;
use crate::session::Refusal;
use crate::session::Session;
use crate::text::SafeText;

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
            Answer::Pick(1) => act(session, &view, &mut plan, prompt)?,
            Answer::Pick(2) => share(session, &view, &mut plan, prompt)?,
            Answer::Pick(3) => {
                for letter in &view.inbox {
                    read::letter(letter, prompt)?;
                }
            }
            Answer::Pick(4) => {
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
            Answer::Pick(8) => plan.rationale = prompt.text(&words.say("plain-rationale"))?,
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
    let args = [
        ("turn", view.turn.into()),
        ("last", view.last_turn.into()),
        ("title", (&view.turn_title).into()),
        ("from", (&view.story_from).into()),
        (
            "to",
            SafeText::joined(
                [&view.story_to, &view.story_zone]
                    .into_iter()
                    .filter(|text| !text.is_empty()),
                " ",
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
            ("family", words.say(family_key(choice.family)).into()),
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

fn act(
    session: &Session,
    view: &SeatView,
    plan: &mut Plan,
    prompt: &mut Prompt<'_>,
) -> io::Result<()> {
    let words = prompt.words();
    let possible: Vec<&ActionView> = view
        .actions
        .iter()
        .filter(|action| {
            action.obstacle.is_none()
                && action.act != Act::Hold
                && plan.allows(session, action.seat, action.act)
        })
        .collect();
    let mut options = vec![words.say("plain-back")];
    for action in &possible {
        let args = [
            ("label", (&action.label).into()),
            ("family", words.say(family_key(action.family)).into()),
            ("hours", action.hours.into()),
            ("capital", action.capital.into()),
            ("text", (&action.text).into()),
            ("forecast", (&action.forecast).into()),
        ];
        let key = if action.forecast.is_empty() {
            "plain-action"
        } else {
            "plain-action-forecast"
        };
        options.push(words.fill(key, &args));
    }
    for action in view
        .actions
        .iter()
        .filter(|action| action.obstacle.is_some())
    {
        let why = action.obstacle.clone().unwrap_or_default();
        let args = [("label", (&action.label).into()), ("why", why.into())];
        prompt.say(&words.fill("plain-impossible", &args))?;
    }
    if let Answer::Pick(place @ 1..) = prompt.ask(&words.say("plain-which-action"), &options)? {
        let action = possible[place - 1];
        add(session, action.seat, action.act, plan, prompt)?;
    }
    Ok(())
}

fn add(
    session: &Session,
    seat: SeatId,
    act: Act,
    plan: &mut Plan,
    prompt: &mut Prompt<'_>,
) -> io::Result<()> {
    match plan.add(session, seat, act) {
        Ok(()) => {
            let said = session.teller().act(&act);
            prompt.say(
                &prompt
                    .words()
                    .fill("plain-planned", &[("act", said.into())]),
            )
        }
        Err(why) => prompt.say(&why),
    }
}

fn share(
    session: &Session,
    view: &SeatView,
    plan: &mut Plan,
    prompt: &mut Prompt<'_>,
) -> io::Result<()> {
    let words = prompt.words();
    let open: Vec<&ShareView> = view
        .shares
        .iter()
        .filter(|share| share.obstacle.is_none())
        .collect();
    let mut facts: Vec<&ShareView> = Vec::new();
    for share in &open {
        if !facts.iter().any(|known| {
            (known.seat, known.fact, known.derived) == (share.seat, share.fact, share.derived)
        }) {
            facts.push(share);
        }
    }
    let name = |share: &&ShareView| {
        let args = [
            ("title", (&share.fact_title).into()),
            ("label", share.usual.label().into()),
        ];
        words.fill(
            if share.derived {
                "plain-share-derived"
            } else {
                "plain-share-fact"
            },
            &args,
        )
    };
    let Some(fact) = pick(&words.say("plain-which-fact"), &facts, name, prompt)? else {
        return Ok(());
    };
    let audience: Vec<&ShareView> = open
        .into_iter()
        .filter(|share| {
            (share.seat, share.fact, share.derived) == (fact.seat, fact.fact, fact.derived)
        })
        .collect();
    let to = pick(
        &words.say("plain-which-audience"),
        &audience,
        |share| share.to_name.clone(),
        prompt,
    )?;
    let Some(to) = to else { return Ok(()) };
    let labels: Vec<_> = to.labels.iter().collect();
    let label = |(tlp, leaves): &&(crate::model::marking::Tlp, bool)| {
        let args = [("tlp", tlp.label().into())];
        words.fill(
            if *leaves {
                "plain-label-breach"
            } else {
                "plain-label"
            },
            &args,
        )
    };
    let Some(&(tlp, _)) = pick(&words.say("plain-which-label"), &labels, label, prompt)? else {
        return Ok(());
    };
    let act = Act::Share {
        fact: to.fact,
        to: to.to,
        tlp,
        derived: to.derived,
    };
    add(session, to.seat, act, plan, prompt)
}

/// Asks for one of several things; `None` if none is wanted.
fn pick<'a, T: ?Sized>(
    question: &SafeText,
    things: &[&'a T],
    name: impl Fn(&&'a T) -> SafeText,
    prompt: &mut Prompt<'_>,
) -> io::Result<Option<&'a T>> {
    let mut options = vec![prompt.words().say("plain-back")];
    options.extend(things.iter().map(name));
    Ok(match prompt.ask(question, &options)? {
        Answer::Pick(place @ 1..) => Some(things[place - 1]),
        _ => None,
    })
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
            let note = prompt.text(&question)?;
            rationale = Some(note.unwrap_or_default());
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

fn family_key(family: crate::model::family::Family) -> &'static str {
    use crate::model::family::Family;
    match family {
        Family::Share => "family-share",
        Family::Condemn => "family-condemn",
        Family::Escalate => "family-escalate",
        Family::Contain => "family-contain",
        Family::Hold => "family-hold",
    }
}
