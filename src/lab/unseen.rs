//! Coverage: what a batch did not show. Not "unreachable": not seen in so many plays.

use std::collections::BTreeSet;

use crate::lab::casting::Casting;
use crate::lab::seen::ACTS;
use crate::lab::tally::Tally;
use crate::model::ActionId;
use crate::model::ChoiceId;
use crate::model::EndingId;
use crate::model::ExprId;
use crate::model::FunctionId;
use crate::model::InjectId;
use crate::model::RuleId;
use crate::model::expr::Gives;
use crate::model::id::Kind;
use crate::model::msel::Status;
use crate::model::scenario::Scenario;

/// What was not seen, in the scenario's order. Injects that only a facilitator fires, and rows that are not approved, cannot
/// come in a batch and are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unseen {
    pub endings: Vec<EndingId>,
    pub injects: Vec<InjectId>,
    /// Choices that could be taken in no play, and those that could be and never were.
    pub never_offered: Vec<ChoiceId>,
    pub never_taken: Vec<ChoiceId>,
    /// Choices that nobody took but who plays at random, and that the author does not mean as traps.
    pub only_at_random: Vec<ChoiceId>,
    pub actions: Vec<ActionId>,
    pub rules: Vec<RuleId>,
    pub functions: Vec<FunctionId>,
    /// Conditions that were false whenever they were judged, and those that were true.
    pub never_true: Vec<ExprId>,
    pub never_false: Vec<ExprId>,
    /// Acts of the ledgers that are switched on, by the words of [`ACTS`].
    pub acts: Vec<&'static str>,
}

impl Unseen {
    /// What a batch with that casting did not show.
    pub fn of(tally: &Tally, scenario: &Scenario, casting: &Casting) -> Self {
        let mut unseen = Self::default();
        let ends = scenario.endings.iter().map(|ending| ending.id);
        unseen.endings = ends
            .filter(|ending| tally.endings[ending.index()].plays == 0)
            .collect();
        unseen.injects = injects(scenario)
            .filter(|inject| tally.injects[inject.index()].plays == 0)
            .collect();
        let random = casting.names().position(|name| name == "random");
        for choice in &scenario.choices {
            let seen = &tally.choices[choice.id.index()];
            let sensible = seen.bots.iter().enumerate();
            let sensible: u64 = sensible
                .filter(|(bot, _)| Some(*bot) != random)
                .map(|(_, (_, taken))| taken)
                .sum();
            if seen.offered == 0 {
                unseen.never_offered.push(choice.id);
            } else if seen.taken.plays == 0 {
                unseen.never_taken.push(choice.id);
            } else if sensible == 0
                && random.is_some()
                && casting.len() > 1
                && !choice.intended_trap
            {
                unseen.only_at_random.push(choice.id);
            }
        }
        let actions = scenario.actions.iter().map(|action| action.id);
        unseen.actions = actions
            .filter(|action| tally.actions[action.index()].taken.plays == 0)
            .collect();
        let rules = scenario.rules.iter().map(|rule| rule.id);
        unseen.rules = rules
            .filter(|rule| tally.rules[rule.index()].plays == 0)
            .collect();
        let functions = (0..scenario.names.all(Kind::Function).count()).map(FunctionId::at);
        // One that is a condition is asked whenever its row could come; it asks for nothing.
        let conditions = scenario.exprs.iter();
        let asked: BTreeSet<FunctionId> = conditions
            .filter_map(|source| source.called(&scenario.names))
            .collect();
        unseen.functions = functions
            .filter(|function| tally.called[function.index()].plays == 0)
            .filter(|function| !asked.contains(function))
            .collect();
        for (place, source) in scenario.exprs.iter().enumerate() {
            let [no, yes] = tally.sides[place];
            let expr = ExprId::at(place);
            if source.gives == Gives::Truth && no + yes > 0 {
                if yes == 0 {
                    unseen.never_true.push(expr);
                } else if no == 0 {
                    unseen.never_false.push(expr);
                }
            }
        }
        unseen.acts = given(scenario, tally)
            .filter(|act| tally.acts[*act].plays == 0)
            .map(|act| ACTS[act].as_str())
            .collect();
        unseen
    }

    /// Whether everything was seen.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The injects that can come in a batch.
pub(super) fn injects(scenario: &Scenario) -> impl Iterator<Item = InjectId> {
    let rows = scenario.injects.iter();
    rows.filter(|inject| !inject.when.by_hand && inject.status == Status::Approved)
        .map(|inject| inject.id)
}

/// The kinds of acts that the ledgers which are switched on give to seats, by place.
fn given<'t>(scenario: &'t Scenario, tally: &'t Tally) -> impl Iterator<Item = usize> + 't {
    use crate::model::ledger::Ledger;
    let has = |ledger| scenario.ledgers.contains(&ledger);
    let facts = has(Ledger::Facts) && !scenario.facts.is_empty();
    let zones = has(Ledger::Spread) && !scenario.spread.zones.is_empty();
    let communities = has(Ledger::Harm) && !scenario.harm.communities.is_empty();
    let duties = has(Ledger::Duties) && !scenario.duties.is_empty();
    let trust = has(Ledger::Trust);
    (0..ACTS.len()).filter(move |act| match ACTS[*act].as_str() {
        "share" | "derive" | "ask_relabel" | "advise" | "analyse" | "ask" => facts,
        "request_containment" => zones,
        "notify" => communities,
        "report" => duties,
        "determine" => duties && scenario.duties.iter().any(|duty| duty.determined),
        "ask_extension" => duties && scenario.duties.iter().any(|duty| duty.extension.is_some()),
        "respond" => duties && scenario.duties.iter().any(|duty| awaits(scenario, duty)),
        "keep_in_touch" => trust,
        // A ledger of the book gives seats what its section says; one of which nothing was taken is not in play.
        word => word
            .split_once('.')
            .is_some_and(|(ledger, _)| in_play(ledger, tally)),
    })
}

/// Whether any act of a ledger of the book was taken in a batch.
fn in_play(ledger: &str, tally: &Tally) -> bool {
    ACTS.iter().zip(&tally.acts).any(|(word, count)| {
        let of = word.split_once('.').map(|(of, _)| of);
        of == Some(ledger) && count.plays > 0
    })
}

/// Whether a seat would have to answer a duty's report.
fn awaits(scenario: &Scenario, duty: &crate::model::ledger::duties::Duty) -> bool {
    let mut seats = scenario.seats.iter();
    duty.answer.is_some() && seats.any(|seat| seat.actor == duty.recipient)
}
