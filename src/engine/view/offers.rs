//! What a seat can do: open decisions, standing actions, sharing, and what it has to spend.

use crate::engine::act::Act;
use crate::engine::rejection::Obstacle;
use crate::engine::view::ActionView;
use crate::engine::view::ChoiceView;
use crate::engine::view::DecisionView;
use crate::engine::view::PurseView;
use crate::engine::view::SealedView;
use crate::engine::view::ShareView;
use crate::engine::view::build::Maker;
use crate::model::SeatId;
use crate::model::marking::Marking;
use crate::model::marking::Tlp;
use crate::model::roster::SeatKind;
use crate::text::SafeText;

impl Maker<'_> {
    pub(super) fn decisions(&self) -> Vec<DecisionView> {
        self.lens
            .open_decisions()
            .map(|(decision, until)| DecisionView {
                decision: decision.id,
                seat: decision.seat,
                seat_title: self.teller.seat(decision.seat).clone(),
                title: decision.title.clone(),
                text: decision.text.clone(),
                until,
                default: decision
                    .default
                    .map(|choice| self.lens.scenario().choices[choice.index()].label.clone()),
                choices: self
                    .lens
                    .choices(decision)
                    .map(|choice| ChoiceView {
                        choice: choice.id,
                        family: choice.family,
                        label: choice.label.clone(),
                        text: choice.text.clone(),
                        hours: choice.cost.hours,
                        capital: choice.cost.capital,
                        obstacle: self.obstacle(decision.seat, &Act::Answer { choice: choice.id }),
                        technical: choice.advisers.technical.clone(),
                        legal: choice.advisers.legal.clone(),
                        political: choice.advisers.political.clone(),
                    })
                    .collect(),
            })
            .collect()
    }

    pub(super) fn actions(&self) -> Vec<ActionView> {
        let mut actions = Vec::new();
        for &seat in self.lens.seats() {
            for act in self.lens.conceivable(seat) {
                if matches!(act, Act::Answer { .. } | Act::Share { .. }) {
                    continue;
                }
                let mut can = self.lens.can(seat, &act);
                if let Err(Obstacle::NotDetermined { duty }) = can {
                    // Where the determination alone would not help, what else is in the way is told.
                    let determines = [Act::Determine { duty }];
                    let beside = self.lens.can_beside(seat, &act, &determines);
                    can = beside.and(can);
                }
                // What makes no sense at all is left out; what is merely not possible now is shown with the reason.
                if matches!(
                    can,
                    Err(Obstacle::NotDerived { .. }
                        | Obstacle::DerivedAlready { .. }
                        | Obstacle::CannotDerive { .. }
                        | Obstacle::YourOwn { .. }
                        | Obstacle::WideEnough { .. }
                        | Obstacle::VerifiedAlready { .. }
                        | Obstacle::NotYourZone { .. }
                        | Obstacle::NotHeld
                        | Obstacle::NothingToDetermine { .. }
                        | Obstacle::NoExtension { .. }
                        | Obstacle::NothingToContain { .. })
                ) {
                    continue;
                }
                let beside = self.lens.openers(seat, &act);
                let cost = self.lens.price(seat, &act);
                let forecasts = self.lens.forecasts(seat, &act).into_iter();
                actions.push(ActionView {
                    seat,
                    act,
                    family: act.family(self.lens.scenario()),
                    label: self.teller.act(&act),
                    text: self.text(seat, &act),
                    hours: cost.hours,
                    capital: cost.capital,
                    obstacle: can.err().map(|why| why.words(self.teller)),
                    beside,
                    forecasts: forecasts.map(|each| each.tell(self.words)).collect(),
                });
            }
        }
        actions.sort_by_key(|action| {
            (
                action.seat,
                action.family,
                // What can be done stands before what cannot.
                action.obstacle.is_some(),
                !matches!(action.act, Act::Take { .. }),
            )
        });
        actions
    }

    fn obstacle(&self, seat: SeatId, act: &Act) -> Option<SafeText> {
        self.lens
            .can(seat, act)
            .err()
            .map(|why| why.words(self.teller))
    }

    fn text(&self, seat: SeatId, act: &Act) -> SafeText {
        let scenario = self.lens.scenario();
        match act {
            Act::Take { action } => scenario.actions[action.index()].text.clone(),
            Act::Answer { choice } => scenario.choices[choice.index()].text.clone(),
            Act::Report { .. }
            | Act::Determine { .. }
            | Act::AskExtension { .. }
            | Act::Respond { .. } => self.teller.duty_act_text(act),
            Act::Share { .. } => self.words.say("act-share-text"),
            Act::Derive { .. } => self.words.say("act-derive-text"),
            Act::AskRelabel { .. } => self.words.say("act-relabel-text"),
            Act::Advise { .. } => self.words.say("act-advise-text"),
            Act::Analyse { .. } => self.words.say("act-analyse-text"),
            Act::Ask { .. } => self.words.say("act-ask-text"),
            Act::RequestContainment { .. } if self.lens.seat(seat).kind == SeatKind::Vendor => {
                self.words.say("act-mitigate-text")
            }
            Act::RequestContainment { .. } => self.words.say("act-contain-text"),
            Act::Notify { .. } => self.words.say("act-notify-text"),
            Act::KeepInTouch { .. } => self.words.say("act-contact-text"),
            Act::Book(act) => act.explain(self.teller),
            Act::Hold => self.words.say("act-hold-text"),
        }
    }

    pub(super) fn shares(&self) -> Vec<ShareView> {
        let mut shares = Vec::new();
        for &seat in self.lens.seats() {
            let own = self.lens.seat(seat).actor;
            for (fact, holding) in self.lens.facts_of(own) {
                for derived in [false, true] {
                    let has_version = if derived {
                        holding.derived || holding.can_derive
                    } else {
                        !holding.derived
                    };
                    if !has_version {
                        continue;
                    }
                    let usual = self.lens.usual_label(fact.id, holding, derived);
                    for actor in self.lens.actors().filter(|actor| actor.id != own) {
                        let act = Act::Share {
                            fact: fact.id,
                            to: actor.id,
                            tlp: usual,
                            derived,
                        };
                        let labels = Tlp::ALL.iter().map(|&tlp| {
                            (
                                tlp,
                                self.lens
                                    .leaves_boundary(own, fact.id, actor.id, tlp, derived),
                            )
                        });
                        shares.push(ShareView {
                            seat,
                            fact: fact.id,
                            fact_title: fact.title.clone(),
                            derived,
                            to: actor.id,
                            to_name: actor.name.clone(),
                            hours: self.lens.price(seat, &act).hours,
                            obstacle: self.obstacle(seat, &act),
                            usual,
                            labels: if holding.marking == Marking::National && !derived {
                                Vec::new()
                            } else {
                                labels.collect()
                            },
                        });
                    }
                }
            }
        }
        shares
    }

    pub(super) fn purses(&self) -> Vec<PurseView> {
        let seats = self.lens.seats().iter();
        seats
            .map(|&seat| {
                let sealed: Vec<SealedView> = self
                    .lens
                    .sealed(seat)
                    .iter()
                    .map(|act| {
                        let cost = self.lens.price(seat, act);
                        SealedView {
                            act: *act,
                            label: self.teller.act(act),
                            family: act.family(self.lens.scenario()),
                            hours: cost.hours,
                            capital: cost.capital,
                        }
                    })
                    .collect();
                let (hours, capital) = (self.lens.hours(seat), self.lens.capital(seat));
                PurseView {
                    seat,
                    title: self.teller.seat(seat).clone(),
                    hours,
                    hours_left: hours - sealed.iter().map(|act| act.hours).sum::<i32>(),
                    capital,
                    capital_left: capital - sealed.iter().map(|act| act.capital).sum::<i32>(),
                    has_sealed: self.lens.has_sealed(seat),
                    sealed,
                }
            })
            .collect()
    }
}
