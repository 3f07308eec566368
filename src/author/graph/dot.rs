//! The picture as DOT, for Graphviz.

use std::fmt::Write;

use crate::author::graph::Comes;
use crate::author::graph::Graph;
use crate::author::graph::Leads;
use crate::author::graph::Node;
use crate::model::family::Family;
use crate::text::Words;

/// The picture in the DOT language: a cluster a turn, decisions with their choices, arrows for what leads to what.
pub fn dot(graph: &Graph, words: &Words) -> String {
    let mut out = String::new();
    // Writing to a string does not fail.
    let _ = write!(
        out,
        "digraph scenario {{\n  label={};\n",
        quoted(graph.title.as_str())
    );
    out.push_str("  labelloc=t; rankdir=LR; compound=true; newrank=true;\n");
    out.push_str("  node [shape=box, style=\"rounded,filled\", fillcolor=white, fontname=\"sans-serif\", fontsize=10];\n");
    out.push_str("  edge [fontname=\"sans-serif\", fontsize=9];\n");
    for turn in &graph.turns {
        let label = format!("{} {} ({})", turn.number, turn.title, turn.from);
        let _ = write!(
            out,
            "  subgraph cluster_turn_{} {{\n    label={}; color=gray;\n",
            turn.number,
            quoted(&label)
        );
        for (place, inject) in graph.injects.iter().enumerate() {
            if inject.turns.0.max(first(graph)) != turn.number {
                continue;
            }
            let style = match inject.comes {
                Comes::Surely => "rounded,filled",
                _ => "rounded,filled,dashed",
            };
            let to: Vec<&str> = inject
                .seats
                .iter()
                .map(|seat| graph.seats[*seat].as_str())
                .collect();
            let label = format!("{}\n{}\n{}", inject.id, inject.title, to.join(", "));
            let _ = writeln!(
                out,
                "    {} [label={}, style={}, fillcolor=\"#eef3f8\"];",
                name(Node::Inject(place)),
                quoted(&label),
                quoted(style)
            );
        }
        for (place, decision) in graph.decisions.iter().enumerate() {
            if decision.turn != turn.number {
                continue;
            }
            let label = format!(
                "{}\n{}\n{}",
                decision.id, decision.title, graph.seats[decision.seat]
            );
            let _ = writeln!(
                out,
                "    {} [label={}, shape=diamond, style=filled, fillcolor=\"#fff6df\"];",
                name(Node::Decision(place)),
                quoted(&label)
            );
            for (at, choice) in decision.choices.iter().enumerate() {
                let family = words.say(family_key(choice.family));
                let label = format!("{}\n{}\n({family})", choice.id, choice.label);
                let _ = writeln!(
                    out,
                    "    {} [label={}, fillcolor={}];",
                    name(Node::Choice(place, at)),
                    quoted(&label),
                    quoted(fill(choice.family))
                );
            }
        }
        out.push_str("  }\n");
    }
    for (place, ending) in graph.endings.iter().enumerate() {
        let label = format!("{}\n{}", ending.id, ending.title);
        let _ = writeln!(
            out,
            "  {} [label={}, shape=doubleoctagon, style=filled, fillcolor=\"#f3eefa\"];",
            name(Node::Ending(place)),
            quoted(&label)
        );
    }
    for (place, objective) in graph.objectives.iter().enumerate() {
        let label = format!("{}\n{}", objective.id, objective.text);
        let _ = writeln!(
            out,
            "  objective_{place} [label={}, shape=note];",
            quoted(&label)
        );
        let covered = objective.injects.iter().map(|at| Node::Inject(*at));
        let covered = covered.chain(objective.decisions.iter().map(|at| Node::Decision(*at)));
        for node in covered {
            let _ = writeln!(
                out,
                "  {} -> objective_{place} [style=dotted, color=gray, arrowhead=none];",
                name(node)
            );
        }
    }
    for (place, decision) in graph.decisions.iter().enumerate() {
        for at in 0..decision.choices.len() {
            let _ = writeln!(
                out,
                "  {} -> {};",
                name(Node::Decision(place)),
                name(Node::Choice(place, at))
            );
        }
    }
    for edge in &graph.edges {
        let label = words.say(edge.leads.key());
        let style = match edge.leads {
            Leads::After => "color=gray30",
            Leads::Asks => "style=dashed, color=gray40",
            Leads::FallsBack => "style=dashed, color=darkorange",
            Leads::Brings => "color=darkgreen",
            Leads::Stops => "color=firebrick, arrowhead=tee",
        };
        let _ = writeln!(
            out,
            "  {} -> {} [label={}, {style}];",
            name(edge.from),
            name(edge.to),
            quoted(label.as_str())
        );
    }
    out.push_str("}\n");
    out
}

/// The number of the first turn that is shown.
pub(super) fn first(graph: &Graph) -> u16 {
    graph.turns.first().map_or(0, |turn| turn.number)
}

/// A node's name, which no other node has.
pub(super) fn name(node: Node) -> String {
    match node {
        Node::Inject(at) => format!("inject_{at}"),
        Node::Decision(at) => format!("decision_{at}"),
        Node::Choice(of, at) => format!("choice_{of}_{at}"),
        Node::Ending(at) => format!("ending_{at}"),
    }
}

/// The catalogue's word for a family.
pub(super) fn family_key(family: Family) -> &'static str {
    match family {
        Family::Share => "family-share",
        Family::Condemn => "family-condemn",
        Family::Escalate => "family-escalate",
        Family::Contain => "family-contain",
        Family::Hold => "family-hold",
    }
}

/// A pale colour for a family, on which black text is easy to read.
pub(super) fn fill(family: Family) -> &'static str {
    match family {
        Family::Share => "#cdeee7",
        Family::Condemn => "#f6d9ef",
        Family::Escalate => "#fbdcc6",
        Family::Contain => "#d5e3fb",
        Family::Hold => "#e3e6ea",
    }
}

/// A text in DOT's quotation marks, its line breaks as DOT writes them.
fn quoted(text: &str) -> String {
    let text = text
        .replace('\\', "\\\\")
        .replace('"', "\\\"")
        .replace('\n', "\\n");
    format!("\"{text}\"")
}
