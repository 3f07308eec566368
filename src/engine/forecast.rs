//! What a professional would expect of an act beforehand: odds and amounts, as wide as what the seat cannot know.
//!
//! A seat feels how open another's channel is and does not know the number behind it, so whatever hangs on trust is a range
//! over all the trust that feels so. What a rule's own numbers settle is said as one number.

use crate::engine::act::Act;
use crate::engine::ledger::contacts;
use crate::engine::ledger::duties::extension_odds;
use crate::engine::ledger::facts::answer_odds;
use crate::engine::ledger::facts::answers_for;
use crate::engine::ledger::facts::relabel_odds;
use crate::engine::ledger::mandate;
use crate::engine::ledger::spread;
use crate::engine::lens::Lens;
use crate::model::ActorId;
use crate::model::SeatId;
use crate::model::ZoneId;
use crate::model::ledger::Ledger;
use crate::model::time::ExerciseTime;
use crate::text::SafeText;
use crate::text::Words;

/// The trust of somebody whose channel nothing is known of: neither hostile nor close.
const UNFELT: (i32, i32) = (25, 69);

/// One thing to expect of an act, between two numbers; the same twice where a rule settles it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Forecast {
    /// The message that says of what: it takes `$range`.
    pub key: &'static str,
    pub low: i32,
    pub high: i32,
    /// Whether the numbers are odds per mille.
    pub is_odds: bool,
}

impl Forecast {
    /// Odds per mille that a rule settles.
    pub(in crate::engine) fn odds(key: &'static str, odds: i32) -> Self {
        Self::between(key, odds, odds)
    }

    /// Odds per mille between two that are possible.
    pub(in crate::engine) fn between(key: &'static str, a: i32, b: i32) -> Self {
        let (a, b) = (a.clamp(0, 1000), b.clamp(0, 1000));
        Forecast {
            key,
            low: a.min(b),
            high: a.max(b),
            is_odds: true,
        }
    }

    /// Odds per mille over a range of trust; what is more trusted is never less likely.
    pub(in crate::engine) fn felt(
        key: &'static str,
        (low, high): (i32, i32),
        odds: impl Fn(i32) -> i32,
    ) -> Self {
        Self::between(key, odds(low), odds(high))
    }

    /// An amount between two that are possible, in the unit its message names.
    pub(in crate::engine) fn amount(key: &'static str, low: i32, high: i32) -> Self {
        Forecast {
            key,
            low,
            high,
            is_odds: false,
        }
    }

    /// In words: odds are rounded outwards to five in a hundred, as people give them.
    pub(in crate::engine) fn tell(self, words: &Words) -> SafeText {
        let (low, high) = if self.is_odds {
            (self.low / 50 * 5, (self.high + 49) / 50 * 5)
        } else {
            (self.low, self.high)
        };
        let is_one = if self.is_odds {
            high - low <= 5
        } else {
            low == high
        };
        let range = match (self.is_odds, is_one) {
            (false, true) => words.fill("forecast-one", &[("number", low.into())]),
            (false, false) => words.fill(
                "forecast-from-to",
                &[("low", low.into()), ("high", high.into())],
            ),
            (true, _) if self.high <= 0 => words.say("forecast-never"),
            (true, _) if self.low >= 1000 => words.say("forecast-certain"),
            (true, true) => {
                let middle = (i32::midpoint(self.low, self.high) + 25) / 50 * 5;
                let percent = middle.clamp(5, 95);
                words.fill("forecast-about", &[("percent", percent.into())])
            }
            (true, false) => words.fill(
                "forecast-odds-from-to",
                &[("low", low.into()), ("high", high.into())],
            ),
        };
        words.fill(self.key, &[("range", range.into()), ("most", high.into())])
    }
}

impl Lens<'_> {
    /// The least and the most an actor can trust one of one's own, as its channel feels.
    pub(in crate::engine) fn felt_trust(&self, from: ActorId, own: ActorId) -> (i32, i32) {
        let closed_below = self.scenario().trust.closed_below;
        self.openness(from, own)
            .map_or(UNFELT, |felt| felt.range(closed_below))
    }

    /// What to expect of an act of one of one's own seats, most telling first; empty where a professional would not guess.
    pub fn forecasts(&self, seat: SeatId, act: &Act) -> Vec<Forecast> {
        let scenario = self.scenario();
        let own = self.seat(seat).actor;
        let mut found = match *act {
            Act::AskRelabel { fact, .. } => {
                let asked = answers_for(&scenario.facts[fact.index()]);
                let left = self.still_answered(own, asked);
                let base = scenario.fact_rules.relabel_odds;
                let odds = |trust| relabel_odds(base, trust) * left / 1000;
                let felt = self.felt_trust(asked, own);
                vec![Forecast::felt("forecast-agrees", felt, odds)]
            }
            Act::Ask { of } => self.of_asking(own, of).into_iter().collect(),
            Act::RequestContainment { zone } => self.of_containment(own, zone),
            Act::AskExtension { duty } => {
                let asked = scenario.duties[duty.index()].recipient;
                let base = scenario.duty_rules.extension_odds;
                let odds = |trust| extension_odds(base, trust);
                let felt = self.felt_trust(asked, own);
                vec![Forecast::felt("forecast-agrees", felt, odds)]
            }
            Act::Report { duty, payload } => {
                let odds = scenario.duties[duty.index()].leak_of(payload);
                let leak = (odds > 0).then(|| Forecast::odds("forecast-report-leaks", odds));
                leak.into_iter().collect()
            }
            Act::Book(act) => act.forecasts(&self.alone(seat), seat),
            _ => Vec::new(),
        };
        found.extend(contacts::forecast_of_reach(self, own, act));
        found.extend(mandate::forecast_of_leave(self, seat, act));
        found
    }

    /// Somebody without a seat answers by trust; what else it weighs is its own affair, so the least is nothing.
    fn of_asking(&self, own: ActorId, of: ActorId) -> Option<Forecast> {
        let scenario = self.scenario();
        if scenario.is_seated(of) {
            return None;
        }
        let (_, trust) = self.felt_trust(of, own);
        let weight = contacts::most_formal_weight(scenario, own, of)
            + mandate::standing(scenario, self.book(), own)
            + mandate::reach(scenario, own, of);
        let most = answer_odds(trust, weight) * self.still_answered(own, of) / 1000;
        Some(Forecast::between("forecast-answers", 0, most))
    }

    /// Moments an hour apart, from the turn's beginning to its end.
    fn hours_of_turn(&self) -> Vec<ExerciseTime> {
        let card = self.turn_card();
        let hours = (0..card.to.since(card.from)).step_by(60);
        hours.map(|minutes| card.from.plus(minutes)).collect()
    }

    fn of_containment(&self, own: ActorId, zone: ZoneId) -> Vec<Forecast> {
        let scenario = self.scenario();
        let rules = &scenario.spread;
        let owner = rules.zones[zone.index()].owner;
        let felt = match owner {
            None => (60, 60),
            Some(owner) if owner == own => (100, 100),
            Some(owner) => self.felt_trust(owner, own),
        };
        let other = owner.filter(|owner| *owner != own);
        let asked = |trust, awake, path| {
            let asking = spread::Asking {
                trust,
                complete: self.names_what(zone, own),
                awake,
                path,
                authority: mandate::authority(scenario, own),
            };
            spread::odds(rules, asking)
        };
        // They may have gone home when it reaches them, and the address may be an old one.
        let hours = self.hours_of_turn();
        let open = |at: &ExerciseTime| other.is_none_or(|owner| scenario.local(owner).is_open(*at));
        let (always, ever) = (hours.iter().all(open), hours.iter().any(open));
        let sure = other.is_none_or(|owner| self.is_sure_of_way(own, owner));
        let hopes = other.is_none_or(|owner| self.has_way(own, owner));
        let odds = (asked(felt.0, always, sure), asked(felt.1, ever, hopes));
        let full = |communities| spread::broader(scenario, rules.contain_units, communities);
        let (mut low, mut high) = ((full(1) + 1) / 2, full(3));
        if let Some(seen) = self.zone(zone) {
            (low, high) = (low.min(seen.compromised), high.min(seen.compromised));
        }
        let mut found = vec![Forecast::between("forecast-acts", odds.0, odds.1)];
        if self.has(Ledger::Spread) && high > 0 {
            found.push(Forecast::amount("forecast-frees", low, high));
        }
        found
    }
}
