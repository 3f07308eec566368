//! The picture as Mermaid, which repositories and wikis draw by themselves.

use std::fmt::Write;

use crate::author::graph::Comes;
use crate::author::graph::Graph;
use crate::author::graph::Leads;
use crate::author::graph::Node;
use crate::author::graph::dot::family_key;
use crate::author::graph::dot::fill;
use crate::author::graph::dot::first;
use crate::author::graph::dot::name;
use crate::model::family::Family;
use crate::text::Words;

/// The picture as a Mermaid flow chart.
pub fn mermaid(graph: &Graph, words: &Words) -> String {
    let mut out = String::from("flowchart LR\n");
    for turn in &graph.turns {
        let label = format!("{} {} ({})", turn.number, turn.title, turn.from);
        // Writing to a string does not fail.
        let _ = writeln!(out, "  subgraph turn_{}[{}]", turn.number, quoted(&label));
        for (place, inject) in graph.injects.iter().enumerate() {
            if inject.turns.0.max(first(graph)) == turn.number {
                let to: Vec<&str> = inject
                    .seats
                    .iter()
                    .map(|seat| graph.seats[*seat].as_str())
                    .collect();
                let label = format!("{}\n{}\n{}", inject.id, inject.title, to.join(", "));
                let class = if inject.comes == Comes::Surely {
                    "inject"
                } else {
                    "perhaps"
                };
                let _ = writeln!(
                    out,
                    "    {}({}):::{class}",
                    name(Node::Inject(place)),
                    quoted(&label)
                );
            }
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
                "    {}{{{{{}}}}}:::decision",
                name(Node::Decision(place)),
                quoted(&label)
            );
            for (at, choice) in decision.choices.iter().enumerate() {
                let family = words.say(family_key(choice.family));
                let label = format!("{}\n{}\n({family})", choice.id, choice.label);
                let class = class(choice.family);
                let _ = writeln!(
                    out,
                    "    {}[{}]:::{class}",
                    name(Node::Choice(place, at)),
                    quoted(&label)
                );
            }
        }
        out.push_str("  end\n");
    }
    for (place, ending) in graph.endings.iter().enumerate() {
        let label = format!("{}\n{}", ending.id, ending.title);
        let _ = writeln!(
            out,
            "  {}([{}]):::ending",
            name(Node::Ending(place)),
            quoted(&label)
        );
    }
    for (place, objective) in graph.objectives.iter().enumerate() {
        let label = format!("{}\n{}", objective.id, objective.text);
        let _ = writeln!(out, "  objective_{place}[/{}/]:::objective", quoted(&label));
        let covered = objective.injects.iter().map(|at| Node::Inject(*at));
        for node in covered.chain(objective.decisions.iter().map(|at| Node::Decision(*at))) {
            let _ = writeln!(out, "  {} -.- objective_{place}", name(node));
        }
    }
    for (place, decision) in graph.decisions.iter().enumerate() {
        for at in 0..decision.choices.len() {
            let _ = writeln!(
                out,
                "  {} --- {}",
                name(Node::Decision(place)),
                name(Node::Choice(place, at))
            );
        }
    }
    for edge in &graph.edges {
        let label = words.say(edge.leads.key());
        let arrow = match edge.leads {
            Leads::After | Leads::Brings => "-->",
            Leads::Asks | Leads::FallsBack => "-.->",
            Leads::Stops => "--x",
        };
        let _ = writeln!(
            out,
            "  {} {arrow}|{}| {}",
            name(edge.from),
            quoted(label.as_str()),
            name(edge.to)
        );
    }
    out.push_str("  classDef inject fill:#eef3f8,stroke:#5b6b7b,color:#111\n");
    out.push_str(
        "  classDef perhaps fill:#eef3f8,stroke:#5b6b7b,color:#111,stroke-dasharray:4 3\n",
    );
    out.push_str("  classDef decision fill:#fff6df,stroke:#8a6d1f,color:#111\n");
    out.push_str("  classDef ending fill:#f3eefa,stroke:#6b4b8a,color:#111\n");
    out.push_str("  classDef objective fill:#ffffff,stroke:#888888,color:#111\n");
    for family in Family::ALL {
        let _ = writeln!(
            out,
            "  classDef {} fill:{},stroke:#555555,color:#111",
            class(family),
            fill(family)
        );
    }
    out
}

fn class(family: Family) -> &'static str {
    match family {
        Family::Share => "share",
        Family::Condemn => "condemn",
        Family::Escalate => "escalate",
        Family::Contain => "contain",
        Family::Hold => "hold",
    }
}

/// A text in quotation marks, with what would mean something to Mermaid written as an entity.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for letter in text.chars() {
        match letter {
            '\n' => out.push_str("<br/>"),
            '"' => out.push_str("#quot;"),
            '#' => out.push_str("#35;"),
            '<' => out.push_str("#lt;"),
            '>' => out.push_str("#gt;"),
            '&' => out.push_str("#amp;"),
            '`' => out.push_str("#96;"),
            letter => out.push(letter),
        }
    }
    out.push('"');
    out
}
