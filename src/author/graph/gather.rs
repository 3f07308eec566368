//! What there is in a scenario and what leads to what.

use std::collections::BTreeSet;

use crate::author::graph::ChoiceNode;
use crate::author::graph::Comes;
use crate::author::graph::DecisionNode;
use crate::author::graph::Edge;
use crate::author::graph::EndingNode;
use crate::author::graph::Graph;
use crate::author::graph::InjectNode;
use crate::author::graph::Leads;
use crate::author::graph::Node;
use crate::author::graph::ObjectiveNode;
use crate::author::graph::TurnColumn;
use crate::model::ExprId;
use crate::model::effect::Effect;
use crate::model::expr::Read;
use crate::model::msel::Inject;
use crate::model::msel::Status;
use crate::model::scenario::Scenario;
use crate::script::Playable;
use crate::text::SafeText;

impl Graph {
    /// What a scenario is made of.
    pub fn of(playable: &Playable) -> Self {
        let scenario = playable.scenario();
        let firsts = firsts(scenario);
        let injects = scenario.injects.iter().zip(&firsts);
        let decisions: Vec<DecisionNode> = decisions(scenario, &firsts);
        Graph {
            title: scenario.about.title.clone(),
            turns: turns(scenario),
            seats: scenario
                .seats
                .iter()
                .map(|seat| seat.title.clone())
                .collect(),
            injects: injects
                .map(|(inject, first)| inject_node(scenario, inject, *first))
                .collect(),
            decisions,
            endings: scenario
                .endings
                .iter()
                .map(|ending| EndingNode {
                    id: word(scenario, crate::model::id::Kind::Ending, ending.id.0),
                    title: ending.title.clone(),
                    is_early: ending.early,
                })
                .collect(),
            objectives: objectives(scenario),
            edges: edges(playable),
        }
    }
}

fn word(scenario: &Scenario, kind: crate::model::id::Kind, place: u16) -> String {
    scenario.names.word(kind, place).to_owned()
}

fn turns(scenario: &Scenario) -> Vec<TurnColumn> {
    let from = usize::from(!scenario.has_prep);
    let numbered = scenario.turns.iter().enumerate().skip(from);
    numbered
        .map(|(number, turn)| TurnColumn {
            number: u16::try_from(number).unwrap_or(u16::MAX),
            title: turn.title.clone(),
            from: SafeText::line(&turn.from.to_string()),
        })
        .collect()
}

/// The first turn in which each inject can come: its own window, and whatever must have come before it.
fn firsts(scenario: &Scenario) -> Vec<u16> {
    let last = u16::try_from(scenario.turns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    let mut firsts: Vec<u16> = scenario
        .injects
        .iter()
        .map(|inject| inject.when.from.min(last))
        .collect();
    // Each pass settles one more link of the longest chain; chains in a circle are no longer than the list.
    for _ in 0..scenario.injects.len() {
        let mut moved = false;
        for (place, inject) in scenario.injects.iter().enumerate() {
            let after = inject
                .when
                .after
                .map(|(inject, turns)| firsts[inject.index()].saturating_add(turns));
            let missed = inject
                .contingency_of
                .map(|inject| firsts[inject.index()].saturating_add(1));
            let first = firsts[place]
                .max(after.unwrap_or(0))
                .max(missed.unwrap_or(0))
                .min(last);
            moved |= first != firsts[place];
            firsts[place] = first;
        }
        if !moved {
            break;
        }
    }
    firsts
}

fn inject_node(scenario: &Scenario, inject: &Inject, first: u16) -> InjectNode {
    let when = &inject.when;
    let comes = if inject.contingency_of.is_some() {
        Comes::Contingency
    } else if when.by_hand {
        Comes::ByHand
    } else if when.condition.is_some() || when.after.is_some() || when.chance < 1000 {
        Comes::Perhaps
    } else {
        Comes::Surely
    };
    let reached = |seat: &crate::model::roster::Seat| inject.to.contains(&seat.actor);
    let seats = scenario
        .seats
        .iter()
        .enumerate()
        .filter(|(_, seat)| reached(seat));
    let last = u16::try_from(scenario.turns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    InjectNode {
        id: word(scenario, crate::model::id::Kind::Inject, inject.id.0),
        title: inject.title.clone(),
        seats: seats.map(|(place, _)| place).collect(),
        turns: (first, when.to.min(last).max(first)),
        comes,
        at: when
            .at
            .map(|at| SafeText::line(&at.to_string()))
            .unwrap_or_default(),
        is_out: inject.status != Status::Approved,
    }
}

fn decisions(scenario: &Scenario, firsts: &[u16]) -> Vec<DecisionNode> {
    let last = u16::try_from(scenario.turns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    let node = |decision: &crate::model::decision::Decision| {
        let after = decision
            .opens
            .after
            .map_or(0, |inject| firsts[inject.index()]);
        let choices = decision.choices.iter().map(|choice| {
            let choice = &scenario.choices[choice.index()];
            let whole = word(scenario, crate::model::id::Kind::Choice, choice.id.0);
            ChoiceNode {
                id: whole
                    .split_once('.')
                    .map_or(whole.clone(), |(_, own)| own.to_owned()),
                label: choice.label.clone(),
                family: choice.family,
            }
        });
        DecisionNode {
            id: word(scenario, crate::model::id::Kind::Decision, decision.id.0),
            title: decision.title.clone(),
            seat: decision.seat.index(),
            turn: decision
                .opens
                .from
                .max(after)
                .min(last)
                .max(u16::from(!scenario.has_prep)),
            choices: choices.collect(),
        }
    };
    scenario.decisions.iter().map(node).collect()
}

fn objectives(scenario: &Scenario) -> Vec<ObjectiveNode> {
    let node = |objective: &crate::model::scenario::Objective| {
        let injects = scenario.injects.iter().enumerate();
        let injects = injects.filter(|(_, inject)| inject.objectives.contains(&objective.id));
        let decisions = scenario.decisions.iter().enumerate();
        let decisions =
            decisions.filter(|(_, decision)| decision.objectives.contains(&objective.id));
        let tasks = objective
            .tasks
            .iter()
            .map(|task| &scenario.tasks[task.index()]);
        ObjectiveNode {
            id: word(scenario, crate::model::id::Kind::Objective, objective.id.0),
            text: objective.text.clone(),
            injects: injects.map(|(place, _)| place).collect(),
            decisions: decisions.map(|(place, _)| place).collect(),
            tasks: objective.tasks.len(),
            evidenced: tasks.filter(|task| task.evidence.is_some()).count(),
        }
    };
    scenario.objectives.iter().map(node).collect()
}

/// Everything that leads to something else, each once, in the order of what it leads from.
fn edges(playable: &Playable) -> Vec<Edge> {
    let scenario = playable.scenario();
    let mut all = Edges {
        playable,
        found: BTreeSet::new(),
    };
    for (place, inject) in scenario.injects.iter().enumerate() {
        let node = Node::Inject(place);
        if let Some((after, _)) = inject.when.after {
            all.add(Node::Inject(after.index()), node, Leads::After);
        }
        if let Some(of) = inject.contingency_of {
            all.add(Node::Inject(of.index()), node, Leads::FallsBack);
        }
        all.asks(inject.when.condition, node);
        all.brings(node, &inject.effects);
    }
    for (place, decision) in scenario.decisions.iter().enumerate() {
        let node = Node::Decision(place);
        if let Some(after) = decision.opens.after {
            all.add(Node::Inject(after.index()), node, Leads::After);
        }
        all.asks(decision.opens.condition, node);
        for (at, choice) in decision.choices.iter().enumerate() {
            let choice = &scenario.choices[choice.index()];
            let node = Node::Choice(place, at);
            all.asks(choice.condition, node);
            all.brings(node, &choice.effects);
        }
    }
    for (place, ending) in scenario.endings.iter().enumerate() {
        all.asks(ending.condition, Node::Ending(place));
    }
    all.found.into_iter().collect()
}

struct Edges<'p> {
    playable: &'p Playable,
    found: BTreeSet<Edge>,
}

impl Edges<'_> {
    fn add(&mut self, from: Node, to: Node, leads: Leads) {
        if from != to {
            self.found.insert(Edge { from, to, leads });
        }
    }

    /// What a condition asks about leads to what stands under it.
    fn asks(&mut self, condition: Option<ExprId>, node: Node) {
        let Some(condition) = condition else { return };
        for read in self.playable.reads(condition).to_vec() {
            match read {
                Read::Chose(choice) => {
                    let scenario = self.playable.scenario();
                    let of = scenario.choices[choice.index()].decision;
                    let choices = &scenario.decisions[of.index()].choices;
                    if let Some(at) = choices.iter().position(|one| *one == choice) {
                        self.add(Node::Choice(of.index(), at), node, Leads::Asks);
                    }
                }
                Read::Delivered(inject) | Read::SinceInject(inject) => {
                    self.add(Node::Inject(inject.index()), node, Leads::Asks);
                }
                _ => {}
            }
        }
    }

    fn brings(&mut self, node: Node, effects: &[Effect]) {
        for effect in effects {
            match effect {
                Effect::Deliver { inject } => {
                    self.add(node, Node::Inject(inject.index()), Leads::Brings)
                }
                Effect::Cancel { inject } => {
                    self.add(node, Node::Inject(inject.index()), Leads::Stops)
                }
                Effect::End { ending } => {
                    self.add(node, Node::Ending(ending.index()), Leads::Brings)
                }
                Effect::Later { effects, .. } => self.brings(node, effects),
                Effect::If {
                    then, otherwise, ..
                } => {
                    self.brings(node, then);
                    self.brings(node, otherwise);
                }
                Effect::Draw { branches } => {
                    for branch in branches {
                        self.brings(node, &branch.effects);
                    }
                }
                _ => {}
            }
        }
    }
}
