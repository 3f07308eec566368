//! What a seat means to seal, before it does. Lives in the screens; the engine hears of it when it is sealed.

use std::collections::BTreeMap;

use crate::engine::act::Act;
use crate::engine::view::ActionView;
use crate::engine::view::DecisionView;
use crate::engine::view::PurseView;
use crate::engine::view::SeatView;
use crate::engine::view::ShareView;
use crate::model::ChoiceId;
use crate::model::SeatId;
use crate::model::family::Family;
use crate::text::Arg;
use crate::text::SafeText;
use crate::text::Words;

/// What each seat at this screen means to seal this turn.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    turn: u16,
    acts: BTreeMap<SeatId, Vec<Act>>,
    rationale: BTreeMap<SeatId, String>,
    /// Why the rules would refuse it, as far as they were asked.
    pub refusal: Option<SafeText>,
}

impl Draft {
    /// Takes over what is sealed; a new turn begins empty.
    pub fn meet(&mut self, view: &SeatView) {
        if self.turn != view.turn {
            *self = Self {
                turn: view.turn,
                ..Self::default()
            };
        }
        for purse in view.purses.iter().filter(|purse| purse.has_sealed) {
            let acts = purse.sealed.iter().map(|sealed| sealed.act).collect();
            self.acts.insert(purse.seat, acts);
        }
    }

    /// What a seat means to seal, in the order of choosing.
    pub fn acts(&self, seat: SeatId) -> &[Act] {
        self.acts.get(&seat).map_or(&[], Vec::as_slice)
    }

    /// Whether the act is in the seat's plan.
    pub fn has(&self, seat: SeatId, act: Act) -> bool {
        self.acts(seat).contains(&act)
    }

    /// Puts the act into the plan, or takes it out.
    pub fn toggle(&mut self, seat: SeatId, act: Act) {
        let acts = self.acts.entry(seat).or_default();
        match acts.iter().position(|one| *one == act) {
            Some(place) => {
                acts.remove(place);
            }
            None => acts.push(act),
        }
    }

    /// Why an action is not possible now, unless something in its seat's plan makes it so.
    pub fn obstacle<'a>(&self, action: &'a ActionView) -> Option<&'a SafeText> {
        action.obstacle_in(self.acts(action.seat))
    }

    /// Leaves out of a seat's plan what was possible only beside an act that is no longer in it.
    pub fn leave_orphans(&mut self, view: &SeatView, seat: SeatId) {
        let actions = view.actions.iter().filter(|action| action.seat == seat);
        let orphans: Vec<Act> = actions
            .filter(|action| !action.beside.is_empty() && self.obstacle(action).is_some())
            .map(|action| action.act)
            .collect();
        if let Some(acts) = self.acts.get_mut(&seat) {
            acts.retain(|act| !orphans.contains(act));
        }
    }

    /// Takes `choice` in place of any of `others`.
    pub fn answer(&mut self, seat: SeatId, others: &[ChoiceId], choice: Option<ChoiceId>) {
        let acts = self.acts.entry(seat).or_default();
        acts.retain(|act| !matches!(act, Act::Answer { choice } if others.contains(choice)));
        acts.extend(choice.map(|choice| Act::Answer { choice }));
    }

    /// The choice a decision has in the plan.
    pub fn answered(&self, decision: &DecisionView) -> Option<ChoiceId> {
        decision
            .choices
            .iter()
            .map(|choice| choice.choice)
            .find(|choice| self.has(decision.seat, Act::Answer { choice: *choice }))
    }

    /// Why the seat decides as it does, in its own words.
    pub fn rationale(&self, seat: SeatId) -> &str {
        self.rationale.get(&seat).map_or("", String::as_str)
    }

    /// Keeps why the seat decides as it does.
    pub fn explain(&mut self, seat: SeatId, rationale: String) {
        self.rationale.insert(seat, rationale);
    }
}

/// An act with what it is called and costs.
#[derive(Clone, Debug)]
pub struct Planned {
    pub act: Act,
    pub label: SafeText,
    /// The decision it answers; empty for a standing action.
    pub about: SafeText,
    pub family: Family,
    pub hours: i32,
    pub capital: i32,
}

/// A seat's plan with names and costs, in the order of choosing.
pub fn planned(view: &SeatView, draft: &Draft, seat: SeatId, words: &Words) -> Vec<Planned> {
    draft
        .acts(seat)
        .iter()
        .map(|act| named(view, seat, *act, words))
        .collect()
}

/// Hours and capital that a seat's plan takes.
pub fn spent(view: &SeatView, draft: &Draft, seat: SeatId) -> (i32, i32) {
    draft
        .acts(seat)
        .iter()
        .fold((0, 0), |(hours, capital), act| {
            let (more_hours, more_capital) = cost(view, seat, *act);
            (hours + more_hours, capital + more_capital)
        })
}

/// Hours and capital a seat has now, before what it plans.
pub fn means(purse: &PurseView) -> (i32, i32) {
    // What is sealed is counted in the plan, so the purse's own remainder is not used here.
    (purse.hours, purse.capital)
}

fn cost(view: &SeatView, seat: SeatId, act: Act) -> (i32, i32) {
    if let Some((_, choice)) = choice_of(view, act) {
        return (choice.hours, choice.capital);
    }
    if let Some(action) = action_of(view, seat, act) {
        return (action.hours, action.capital);
    }
    if let Some(share) = share_of(view, seat, act) {
        return (share.hours, 0);
    }
    sealed_of(view, seat, act).map_or((0, 0), |sealed| (sealed.hours, sealed.capital))
}

fn named(view: &SeatView, seat: SeatId, act: Act, words: &Words) -> Planned {
    let (hours, capital) = cost(view, seat, act);
    let mut about = SafeText::empty();
    let (label, family) = if let Some((decision, choice)) = choice_of(view, act) {
        about = decision.title.clone();
        (choice.label.clone(), choice.family)
    } else if let Some(action) = action_of(view, seat, act) {
        (action.label.clone(), action.family)
    } else if let (Some(share), Act::Share { tlp, .. }) = (share_of(view, seat, act), act) {
        let label = words.fill(
            "play-share",
            &[
                ("fact", Arg::from(&share.fact_title)),
                ("to", Arg::from(&share.to_name)),
                ("label", Arg::from(tlp.label())),
            ],
        );
        (label, Family::Share)
    } else if let Some(sealed) = sealed_of(view, seat, act) {
        (sealed.label.clone(), sealed.family)
    } else {
        (words.say("play-hold"), Family::Hold)
    };
    Planned {
        act,
        label,
        about,
        family,
        hours,
        capital,
    }
}

fn choice_of(
    view: &SeatView,
    act: Act,
) -> Option<(&DecisionView, &crate::engine::view::ChoiceView)> {
    let Act::Answer { choice } = act else {
        return None;
    };
    view.decisions.iter().find_map(|decision| {
        let found = decision.choices.iter().find(|one| one.choice == choice)?;
        Some((decision, found))
    })
}

fn action_of(view: &SeatView, seat: SeatId, act: Act) -> Option<&ActionView> {
    view.actions
        .iter()
        .find(|action| action.seat == seat && action.act == act)
}

fn share_of(view: &SeatView, seat: SeatId, act: Act) -> Option<&ShareView> {
    let Act::Share {
        fact, to, derived, ..
    } = act
    else {
        return None;
    };
    view.shares.iter().find(|share| {
        share.seat == seat && share.fact == fact && share.to == to && share.derived == derived
    })
}

fn sealed_of(view: &SeatView, seat: SeatId, act: Act) -> Option<&crate::engine::view::SealedView> {
    let purse = view.purses.iter().find(|purse| purse.seat == seat)?;
    purse.sealed.iter().find(|sealed| sealed.act == act)
}
