//! What a lens can list: the numbers in sight, and the words that dice are keyed by.

use crate::engine::act::Act;
use crate::engine::ledger::spread::ZoneState;
use crate::engine::lens::Lens;
use crate::model::ActorId;
use crate::model::ChoiceId;
use crate::model::DecisionId;
use crate::model::DutyId;
use crate::model::FactId;
use crate::model::SeatId;
use crate::model::decision::Action;
use crate::model::family::Family;
use crate::model::id::Kind;
use crate::model::ledger::facts::Fact;
use crate::model::ledger::harm::Community;
use crate::model::ledger::meters::Meter;
use crate::model::ledger::spread::Link;
use crate::model::ledger::spread::Zone;
use crate::model::marking::Tlp;
use crate::model::roster::Actor;

impl<'a> Lens<'a> {
    /// The meters one may see, with their values.
    pub fn meters(&self) -> impl Iterator<Item = (&'a Meter, i32)> + use<'a> {
        let lens = *self;
        let meters = self.scenario().meters.iter();
        meters.filter_map(move |meter| lens.meter(meter.id).map(|value| (meter, value)))
    }

    /// The zones one may see, with their numbers.
    pub fn zones(&self) -> impl Iterator<Item = (&'a Zone, &'a ZoneState)> + use<'a> {
        let lens = *self;
        let zones = self.scenario().spread.zones.iter();
        zones.filter_map(move |zone| lens.zone(zone.id).map(|state| (zone, state)))
    }

    /// The dependencies between zones that one may both see.
    pub fn links(&self) -> impl Iterator<Item = &'a Link> + use<'a> {
        let lens = *self;
        let links = self.scenario().spread.links.iter();
        links.filter(move |link| lens.zone(link.from).is_some() && lens.zone(link.to).is_some())
    }

    /// The communities one may see, with the range of harm that the evidence allows, and the evidence.
    pub fn communities(&self) -> impl Iterator<Item = (&'a Community, (i32, i32), i32)> + use<'a> {
        let lens = *self;
        let communities = self.scenario().harm.communities.iter();
        communities.filter_map(move |community| {
            let (range, evidence) = lens.harm(community.id)?;
            Some((community, range, evidence))
        })
    }

    /// The standing actions of the author's that are a seat's own, possible now or not.
    pub fn actions_of(&self, seat: SeatId) -> impl Iterator<Item = &'a Action> + use<'a> {
        let own = self.is_own(seat);
        let actions = self.scenario().actions.iter();
        actions.filter(move |action| own && action.seats.contains(&seat))
    }

    /// Every seat of the exercise; who sits at the table is no secret.
    pub fn table(&self) -> impl Iterator<Item = SeatId> + use<'a> {
        self.scenario().seats.iter().map(|seat| seat.id)
    }

    /// The decision a choice answers.
    pub fn decision_of(&self, choice: ChoiceId) -> DecisionId {
        self.scenario().choices[choice.index()].decision
    }

    /// Whether a choice answers a decision of one's own that closes with this turn, and for which no default stands in.
    pub fn is_now_or_never(&self, choice: ChoiceId) -> bool {
        let decision = &self.scenario().decisions[self.decision_of(choice).index()];
        let closes = self.open_until(decision);
        decision.default.is_none() && closes.is_some_and(|until| until <= self.turn())
    }

    /// The family an act belongs to.
    pub fn family(&self, act: &Act) -> Family {
        act.family(self.scenario())
    }

    /// An actor, as everybody may know it.
    pub fn actor_card(&self, actor: ActorId) -> &'a Actor {
        &self.scenario().actors[actor.index()]
    }

    /// A fact that one of one's own seats holds.
    pub fn fact(&self, fact: FactId) -> Option<&'a Fact> {
        self.marking(fact)
            .map(|_| &self.scenario().facts[fact.index()])
    }

    /// The hash of a decision's word, for the dice of whoever plays the seat.
    pub fn decision_word(&self, decision: DecisionId) -> u64 {
        self.scenario().names.hash(Kind::Decision, decision.0)
    }

    /// A hash of an act's words, for dice and tie-breaks: it doesn't depend on where things stand in the scenario's lists.
    pub fn act_word(&self, act: &Act) -> u64 {
        let names = &self.scenario().names;
        let mix = |words: &[u64]| {
            words.iter().fold(0_u64, |sum, word| {
                (sum.rotate_left(13) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15)
            })
        };
        let fact = |fact: FactId| names.hash(Kind::Fact, fact.0);
        let actor = |actor: ActorId| names.hash(Kind::Actor, actor.0);
        let of_duty = |duty: DutyId| names.hash(Kind::Duty, duty.0);
        let place = |tlp: Tlp| tlp as u64;
        match *act {
            Act::Answer { choice } => mix(&[1, names.hash(Kind::Choice, choice.0)]),
            Act::Take { action } => mix(&[2, names.hash(Kind::Action, action.0)]),
            Act::Share {
                fact: what,
                to,
                tlp,
                derived,
            } => mix(&[3, fact(what), actor(to), place(tlp), u64::from(derived)]),
            Act::Derive { fact: what } => mix(&[4, fact(what)]),
            Act::AskRelabel { fact: what, tlp } => mix(&[5, fact(what), place(tlp)]),
            Act::Advise {
                fact: what,
                derived,
            } => mix(&[6, fact(what), u64::from(derived)]),
            Act::Analyse { fact: what } => mix(&[7, fact(what)]),
            Act::Ask { of } => mix(&[8, actor(of)]),
            Act::RequestContainment { zone } => mix(&[9, names.hash(Kind::Zone, zone.0)]),
            Act::Notify { community } => mix(&[10, names.hash(Kind::Community, community.0)]),
            // A full report keeps the word it always had.
            Act::Report { duty, payload } if payload.is_usual() => mix(&[11, of_duty(duty)]),
            Act::Report { duty, payload } => mix(&[11, of_duty(duty), payload as u64]),
            Act::Determine { duty } => mix(&[40, of_duty(duty)]),
            Act::AskExtension { duty } => mix(&[41, of_duty(duty)]),
            Act::Respond { duty } => mix(&[42, of_duty(duty)]),
            Act::KeepInTouch { with } => mix(&[12, actor(with)]),
            Act::Hold => mix(&[13]),
            Act::Book(act) => mix(&act.key(names)),
        }
    }
}
