//! Standing actions and what is shared, chosen from lists.

use std::io;

use crate::engine::act::Act;
use crate::engine::view::ActionView;
use crate::engine::view::SeatView;
use crate::engine::view::ShareView;
use crate::model::SeatId;
use crate::model::family::Family;
use crate::plain::plan::Plan;
use crate::plain::prompt::Answer;
use crate::plain::prompt::Prompt;
use crate::session::Session;
use crate::text::SafeText;

/// Asks for a standing action.
pub(super) fn act(
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
            plan.obstacle(action).is_none()
                && action.act != Act::Hold
                && plan.allows(session, action.seat, action.act)
        })
        .collect();
    let mut options = vec![words.say("plain-back")];
    let mut told: Option<&SafeText> = None;
    for action in &possible {
        // Of several alike, such as one act with each of many others, what it is is said once.
        let key = match (told == Some(&action.text), action.forecasts.is_empty()) {
            (false, true) => "plain-action",
            (false, false) => "plain-action-forecast",
            (true, true) => "plain-action-again",
            (true, false) => "plain-action-again-forecast",
        };
        told = Some(&action.text);
        let forecast = SafeText::joined(&action.forecasts, " ");
        let args = [
            ("label", (&action.label).into()),
            ("family", words.say(family_key(action.family)).into()),
            ("hours", action.hours.into()),
            ("capital", action.capital.into()),
            ("text", (&action.text).into()),
            ("forecast", forecast.into()),
        ];
        options.push(words.fill(key, &args));
    }
    impossible(view, plan, prompt)?;
    if let Answer::Pick(place @ 1..) = prompt.ask(&words.say("plain-which-action"), &options)? {
        let action = possible[place - 1];
        add(session, action.seat, action.act, plan, prompt)?;
    }
    Ok(())
}

/// Asks what is shared, with whom and under which label.
pub(super) fn share(
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
    if facts.is_empty() {
        return nothing(true, "plain-no-shares", prompt);
    }
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

/// What is not possible, under each reason once.
fn impossible(view: &SeatView, plan: &Plan, prompt: &mut Prompt<'_>) -> io::Result<()> {
    let mut barred: Vec<(&SafeText, Vec<&SafeText>)> = Vec::new();
    for action in &view.actions {
        let Some(why) = plan.obstacle(action) else {
            continue;
        };
        match barred.iter_mut().find(|(known, _)| *known == why) {
            Some((_, labels)) => labels.push(&action.label),
            None => barred.push((why, vec![&action.label])),
        }
    }
    for (why, labels) in barred {
        if let [label] = labels[..] {
            let args = [("label", label.into()), ("why", why.into())];
            prompt.say(&prompt.words().fill("plain-impossible", &args))?;
            continue;
        }
        let args = [("why", why.into())];
        prompt.say(&prompt.words().fill("plain-impossible-all", &args))?;
        for label in labels {
            let args = [("text", label.into())];
            prompt.say(&prompt.words().fill("plain-item", &args))?;
        }
    }
    Ok(())
}

/// Plans an act; what is planned is said before the next question.
fn add(
    session: &Session,
    seat: SeatId,
    act: Act,
    plan: &mut Plan,
    prompt: &mut Prompt<'_>,
) -> io::Result<()> {
    match plan.add(session, seat, act) {
        Ok(()) => Ok(()),
        Err(why) => prompt.say(&why),
    }
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

/// Says that there is nothing, where there is nothing.
pub(super) fn nothing(is_so: bool, key: &str, prompt: &mut Prompt<'_>) -> io::Result<()> {
    if is_so {
        prompt.say(&prompt.words().say(key))?;
    }
    Ok(())
}

/// The word of a family.
pub(super) fn family_key(family: Family) -> &'static str {
    match family {
        Family::Share => "family-share",
        Family::Condemn => "family-condemn",
        Family::Escalate => "family-escalate",
        Family::Contain => "family-contain",
        Family::Hold => "family-hold",
    }
}
