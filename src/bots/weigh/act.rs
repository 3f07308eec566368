//! What a profile makes of one act.

use crate::bots::Profile;
use crate::bots::weigh::sight;
use crate::bots::weigh::sight::Sight;
use crate::bots::weigh::why::Why;
use crate::engine::act::Act;
use crate::engine::dice::Dice;
use crate::engine::dice::Roll;
use crate::engine::ledger::politicisation::Repute;
use crate::engine::lens::Lens;
use crate::engine::lens::Openness;
use crate::model::ActorId;
use crate::model::CommunityId;
use crate::model::FactId;
use crate::model::SeatId;
use crate::model::ZoneId;
use crate::model::family::Family;
use crate::model::ledger::facts::Fact;
use crate::model::ledger::facts::FactKind;
use crate::model::ledger::facts::Truth;
use crate::model::roster::Actor;
use crate::model::roster::ActorKind;
use crate::text::SafeText;

/// The most that what the seat wants may add to a score, or take from it.
const MOST_WANTED: i64 = 60;
/// Taken off for passing on what one knows to be wrong.
const KNOWN_WRONG: i32 = 60;
/// Taken off for handing around who was hit.
const NAMES_VICTIM: i32 = 18;
/// Taken off where nobody listens.
const UNHEARD: i32 = 20;
/// Taken off a derived version where the whole would do.
const LESS_IS_LESS: i32 = 3;

/// An act, what it scored, and what spoke most for it.
pub(super) struct Scored<'a> {
    pub(super) act: Act,
    pub(super) points: i32,
    pub(super) why: Why<'a>,
    /// A report that falls due before the turn is over.
    pub(super) is_due: bool,
    most: i32,
}

impl<'a> Scored<'a> {
    /// Adds points; the largest part so far is the reason.
    pub(super) fn add(&mut self, points: i32, why: Why<'a>) {
        self.points = self.points.saturating_add(points);
        if points > self.most {
            self.most = points;
            self.why = why;
        }
    }

    pub(super) fn take(&mut self, points: i32) {
        self.points = self.points.saturating_sub(points);
    }
}

/// What a profile makes of an act that is possible.
pub(super) fn score<'a>(
    profile: &Profile,
    lens: &Lens<'a>,
    seat: SeatId,
    sight: &Sight<'a>,
    dice: Dice,
    act: Act,
) -> Scored<'a> {
    let family = lens.family(&act);
    let leaning = profile.families.of(family);
    let mut scored = Scored {
        act,
        points: leaning,
        why: habit(lens, sight, family),
        is_due: false,
        // Something that can be pointed at is a better reason than a habit, even where the habit weighs more.
        most: leaning / 4,
    };
    let weigh = Weigh {
        profile,
        lens,
        seat,
        own: lens.seat(seat).actor,
        sight,
    };
    weigh.the(&mut scored, family);
    for (want, moved) in lens.foresee(seat, &act) {
        let moved = (moved * i64::from(profile.wants) / 1000).clamp(-MOST_WANTED, MOST_WANTED);
        scored.add(i32::try_from(moved).unwrap_or(0), Why::Want(&want.text));
    }
    let cost = lens.price(seat, &act);
    scored.take(cost.hours.saturating_mul(profile.hours));
    scored.take(cost.capital.saturating_mul(profile.capital));
    // An answer keeps its luck while it is thought over, so that sleeping on it changes no mind.
    let turn = if matches!(act, Act::Answer { .. }) {
        0
    } else {
        lens.turn()
    };
    let words = [lens.word(seat), lens.act_word(&act)];
    let sides = u64::try_from(profile.noise + 1).unwrap_or(1);
    let luck = dice.of(Roll::TieBreak, &words, 0, turn, 0).below(sides);
    scored.points += i32::try_from(luck).unwrap_or(0);
    scored
}

/// What a leaning towards a family sounds like at this moment: nothing is stopped where nothing burns.
fn habit<'a>(lens: &Lens<'_>, sight: &Sight<'_>, family: Family) -> Why<'a> {
    match family {
        Family::Contain if lens.turn() == 0 => Why::Prepares,
        Family::Contain if sight.alarm() == 0 => Why::Orders,
        family => Why::Family(family),
    }
}

pub(super) struct Weigh<'p, 'a> {
    pub(super) profile: &'p Profile,
    pub(super) lens: &'p Lens<'a>,
    pub(super) seat: SeatId,
    pub(super) own: ActorId,
    pub(super) sight: &'p Sight<'a>,
}

impl<'a> Weigh<'_, 'a> {
    fn the(&self, scored: &mut Scored<'a>, family: Family) {
        match scored.act {
            Act::Answer { .. } | Act::Take { .. } => self.authored(scored, family),
            Act::Share {
                fact, to, derived, ..
            } => self.share(scored, fact, to, derived),
            Act::Advise { fact, derived } => self.advise(scored, fact, derived),
            Act::Derive { fact } | Act::AskRelabel { fact, .. } => self.widen(scored, fact),
            Act::Analyse { fact } => self.analyse(scored, fact),
            Act::Ask { of } => {
                scored.take(scored.points / 2);
                scored.add(self.profile.evidence / 2, Why::Asks(self.name(of)));
                scored.add(self.audience(of) / 2, Why::Asks(self.name(of)));
                self.tone(scored, of);
            }
            Act::KeepInTouch { with } => self.keep_in_touch(scored, with),
            Act::RequestContainment { zone } => {
                let burning = sight::burning(self.lens, zone);
                let name = self.lens.zones().find(|(row, _)| row.id == zone);
                if let Some((row, _)) = name {
                    scored.add(
                        self.profile.alarm * burning * 3 / 2000,
                        Why::Stops(&row.name),
                    );
                }
            }
            Act::Notify { community } => self.notify(scored, community),
            Act::Report { duty, payload } => self.report(scored, duty, payload),
            Act::Determine { duty } => self.determine(scored, duty),
            Act::AskExtension { duty } => self.ask_extension(scored, duty),
            Act::Respond { duty } => self.respond(scored, duty),
            Act::Hold => {}
            Act::Book(act) => self.book(scored, act),
        }
    }

    /// What the author wrote is read by its family: what the moment asks of each.
    fn authored(&self, scored: &mut Scored<'a>, family: Family) {
        let profile = self.profile;
        let part = |points: i32, share: i32| points * share / 1000;
        let (alarm, people) = (
            part(profile.alarm, self.sight.alarm()),
            part(profile.people, self.sight.suffering()),
        );
        let (alarm, people) = match family {
            Family::Contain => (alarm, people),
            Family::Share => (alarm / 2, people / 3),
            Family::Escalate => (alarm / 3, people / 2),
            Family::Condemn => (0, people / 2),
            Family::Hold => (-alarm / 3, -people / 3),
        };
        if let Some((name, _)) = self.sight.worst {
            let why = match family {
                Family::Share => Why::SpreadTold(name),
                Family::Escalate => Why::SpreadRaised(name),
                _ => Why::Spread(name),
            };
            scored.add(alarm, why);
        }
        if let Some((name, _)) = self.sight.hurt {
            scored.add(people, Why::People(name));
        }
        let prudence = part(profile.prudence, self.sight.low);
        match family {
            Family::Hold | Family::Share => scored.add(prudence, Why::Prudence),
            Family::Condemn | Family::Escalate => scored.take(prudence),
            Family::Contain => {}
        }
    }

    fn share(&self, scored: &mut Scored<'a>, fact: FactId, to: ActorId, derived: bool) {
        let Some(row) = self.lens.fact(fact) else {
            return;
        };
        scored.add(self.audience(to), Why::Tells(self.name(to)));
        let trust = self.lens.trust(self.own, to).unwrap_or(50);
        scored.add((trust - 50) / 3, Why::Tells(self.name(to)));
        self.tone(scored, to);
        self.repute(scored, to);
        let helps = self
            .lens
            .zones()
            .filter(|(zone, _)| zone.cert == Some(to) || zone.owner == Some(to));
        let helps = helps.map(|(zone, _)| self.guard(row, zone.id)).max();
        scored.add(helps.unwrap_or(0), Why::Guards(self.name(to)));
        self.doubt(scored, row);
        if row.kind == FactKind::Victim && row.owner != Some(to) {
            scored.take(NAMES_VICTIM);
        }
        if let Act::Share { tlp, .. } = scored.act
            && self.lens.leaves_boundary(self.own, fact, to, tlp, derived)
        {
            scored.take(self.profile.breach);
        }
        scored.take(if derived { LESS_IS_LESS } else { 0 });
    }

    fn advise(&self, scored: &mut Scored<'a>, fact: FactId, derived: bool) {
        let Some(row) = self.lens.fact(fact) else {
            return;
        };
        let readers = &self.profile.audiences;
        scored.add(
            (readers.peers + readers.abroad + readers.operators + readers.public) / 3,
            Why::Family(Family::Share),
        );
        let helps = row
            .guards
            .iter()
            .map(|(zone, _)| self.guard(row, *zone))
            .max();
        scored.add(helps.unwrap_or(0), Why::Warns(&row.title));
        self.doubt(scored, row);
        if row.kind == FactKind::Victim {
            scored.take(NAMES_VICTIM * 2);
        }
        scored.take(if derived { LESS_IS_LESS } else { 0 });
    }

    /// Deriving and asking for a wider label: worth it where others could use the fact.
    fn widen(&self, scored: &mut Scored<'a>, fact: FactId) {
        let Some(row) = self.lens.fact(fact) else {
            return;
        };
        scored.take(scored.points / 2);
        let guards = row.guards.iter().map(|(zone, _)| self.guard(row, *zone));
        let helps = guards.max().unwrap_or(0);
        scored.add(
            self.profile.breach / 4 + helps / 2,
            Why::Boundary(&row.title),
        );
        let mut held = self.lens.facts_of(self.own);
        // Who holds only a version without the source does not know whom it asks.
        let knows = held.any(|(held, holding)| held.id == fact && !holding.derived);
        if knows && matches!(scored.act, Act::AskRelabel { .. }) {
            self.tone(scored, row.source);
        }
    }

    fn analyse(&self, scored: &mut Scored<'a>, fact: FactId) {
        let Some(row) = self.lens.fact(fact) else {
            return;
        };
        scored.take(scored.points / 2);
        let doubtful = match row.kind {
            FactKind::Indicator | FactKind::Claim => 2,
            FactKind::Report | FactKind::Assessment => 1,
            FactKind::Victim => 0,
        };
        scored.add(
            self.profile.evidence * doubtful / 2,
            Why::Unverified(&row.title),
        );
    }

    fn keep_in_touch(&self, scored: &mut Scored<'a>, with: ActorId) {
        scored.take(scored.points / 2);
        scored.add(self.audience(with) / 2, Why::Audience(self.name(with)));
        let felt = self.lens.openness(with, self.own);
        let hurt = match felt {
            Some(Openness::Closed) => 2,
            Some(Openness::Guarded) => 1,
            _ => 0,
        };
        scored.add(self.profile.repair * hurt, Why::Repair(self.name(with)));
        if felt == Some(Openness::Close) {
            scored.take(self.profile.repair / 2);
        }
    }

    fn notify(&self, scored: &mut Scored<'a>, community: CommunityId) {
        scored.take(scored.points / 2);
        let found = self
            .lens
            .communities()
            .find(|(row, ..)| row.id == community);
        if let Some((row, (low, high), evidence)) = found {
            let people = self.profile.people * sight::severity(low, high) / 1000;
            scored.add(people, Why::People(&row.name));
            scored.add(
                self.profile.evidence * (100 - evidence) / 300,
                Why::People(&row.name),
            );
        }
    }

    /// What a fact is worth to who defends a zone.
    fn guard(&self, row: &Fact, zone: ZoneId) -> i32 {
        let Some(&(_, worth)) = row.guards.iter().find(|(guarded, _)| *guarded == zone) else {
            return 0;
        };
        let burning = sight::burning(self.lens, zone).max(100);
        let held = self.lens.held(self.own, row.id);
        let fresh = held.map_or(0, |held| self.lens.freshness(row.id, held.since));
        self.profile.alarm * burning.min(500) / 500 * worth.clamp(0, 1000) / 1000 * fresh / 1000
    }

    /// Whether what is passed on has been looked at.
    fn doubt(&self, scored: &mut Scored<'a>, row: &Fact) {
        let held = self.lens.held(self.own, row.id);
        scored.take(match held.and_then(|held| held.finding) {
            Some(Truth::True) => 0,
            Some(Truth::Partly) => KNOWN_WRONG / 4,
            Some(Truth::False) => KNOWN_WRONG,
            None => self.profile.evidence / 2,
        });
    }

    /// How willing the other side is to listen, by its tone.
    pub(super) fn tone(&self, scored: &mut Scored<'a>, who: ActorId) {
        match self.lens.openness(who, self.own) {
            Some(Openness::Closed) => scored.take(UNHEARD),
            Some(Openness::Close) => scored.add(UNHEARD / 4, Why::Audience(self.name(who))),
            _ => {}
        }
    }

    pub(super) fn audience(&self, to: ActorId) -> i32 {
        let (own, other) = (self.lens.actor_card(self.own), self.lens.actor_card(to));
        let state = |actor: &Actor| actor.acts_for.unwrap_or(actor.id);
        let likes = &self.profile.audiences;
        if state(own) == state(other) {
            return likes.state;
        }
        match other.kind {
            ActorKind::Cert | ActorKind::Vendor | ActorKind::Academic => {
                if own.region == other.region {
                    likes.peers
                } else {
                    likes.abroad
                }
            }
            ActorKind::Operator => likes.operators,
            ActorKind::Press | ActorKind::Ngo => likes.public,
            ActorKind::Ministry | ActorKind::Body => likes.abroad,
            ActorKind::Government
            | ActorKind::Regulator
            | ActorKind::Police
            | ActorKind::Service
            | ActorKind::Adversary => likes.authorities,
        }
    }

    /// Whom one takes for an instrument of its state one tells less, across a border.
    fn repute(&self, scored: &mut Scored<'a>, to: ActorId) {
        let (own, other) = (self.lens.actor_card(self.own), self.lens.actor_card(to));
        if own.region != other.region {
            scored.take(match self.lens.repute(to) {
                Some(Repute::Instrument) => UNHEARD * 2,
                Some(Repute::Close) => UNHEARD / 2,
                _ => 0,
            });
        }
    }

    pub(super) fn name(&self, actor: ActorId) -> &'a SafeText {
        &self.lens.actor_card(actor).name
    }
}
