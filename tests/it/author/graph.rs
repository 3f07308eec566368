//! `demarche graph`: everything of a scenario is in its picture, and each form of it is well formed.

use std::collections::BTreeSet;

use demarche::author::graph;
use demarche::author::graph::Graph;
use demarche::author::graph::Ink;
use demarche::author::graph::Leads;
use demarche::author::graph::Node;
use demarche::scenario;
use demarche::text::Words;
use demarche::text::width;

fn graph_of(id: &str) -> Graph {
    let opened = scenario::open(&scenario::load_embedded(id).unwrap());
    Graph::of(&opened.playable.unwrap())
}

/// Every id of a scenario that has a place in the picture.
fn ids(graph: &Graph) -> Vec<String> {
    let injects = graph.injects.iter().map(|inject| inject.id.clone());
    let decisions = graph.decisions.iter().map(|decision| decision.id.clone());
    let choices = graph
        .decisions
        .iter()
        .flat_map(|decision| &decision.choices);
    let endings = graph.endings.iter().map(|ending| ending.id.clone());
    let objectives = graph
        .objectives
        .iter()
        .map(|objective| objective.id.clone());
    injects
        .chain(decisions)
        .chain(choices.map(|choice| choice.id.clone()))
        .chain(endings)
        .chain(objectives)
        .collect()
}

#[test]
fn every_form_of_the_picture_has_everything_and_fits() {
    let words = Words::new("en");
    for id in scenario::embedded() {
        let graph = graph_of(id);
        let text = graph::text(&graph, &words, Ink::Plain);
        for line in text.lines() {
            assert!(width(line) <= 80, "{id}: {line}");
        }
        let coloured = graph::text(&graph, &words, Ink::Colour);
        assert!(
            coloured.contains("\u{1b}[32m"),
            "{id}: no colour for what is shared"
        );
        let (svg, dot, mermaid) = (
            graph::svg(&graph, &words),
            graph::dot(&graph, &words),
            graph::mermaid(&graph, &words),
        );
        for word in ids(&graph) {
            for (form, picture) in [
                ("text", &text),
                ("svg", &svg),
                ("dot", &dot),
                ("mermaid", &mermaid),
            ] {
                assert!(
                    picture.contains(&word),
                    "{id}: `{word}` is missing in {form}"
                );
            }
        }
        is_balanced_xml(&svg);
        is_dot(&dot);
        is_mermaid(&mermaid);
    }
}

#[test]
fn what_leads_to_what_is_found() {
    let graph = graph_of("first-call");
    let edge = |from: &str, to: &str, leads: Leads| {
        graph.edges.iter().any(|edge| {
            graph.id(edge.from) == from && graph.id(edge.to) == to && edge.leads == leads
        })
    };
    assert!(edge("finding", "pass_on", Leads::After));
    assert!(edge("pass_on.ask", "leave_given", Leads::Asks));
    assert!(edge("duty_explained", "office_asks", Leads::FallsBack));
    assert!(edge("warn.digest", "wrong_range", Leads::Brings));
    let ending = graph
        .endings
        .iter()
        .position(|ending| ending.id == "filed")
        .unwrap();
    assert_eq!(graph.to(Node::Ending(ending)).count(), 0);
}

/// Every element that is opened is closed, in order, and nothing in a text would open another.
fn is_balanced_xml(svg: &str) {
    let mut open = Vec::new();
    let mut rest = svg;
    while let Some(start) = rest.find('<') {
        let end = start + rest[start..].find('>').expect("a tag ends");
        let tag = &rest[start + 1..end];
        assert!(!tag.contains('<'), "{tag}");
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name));
        } else if !tag.ends_with('/') {
            open.push(tag.split(' ').next().unwrap());
        }
        rest = &rest[end + 1..];
    }
    assert!(open.is_empty(), "{open:?}");
}

/// What stands outside of quotation marks, with every quoted text as one `"`.
fn unquoted(text: &str) -> String {
    let (mut out, mut inside, mut escaped) = (String::new(), false, false);
    for letter in text.chars() {
        match (inside, escaped, letter) {
            (true, true, _) => escaped = false,
            (true, false, '\\') => escaped = true,
            (_, _, '"') => {
                inside = !inside;
                if inside {
                    out.push('"');
                }
            }
            (true, ..) => {}
            (false, _, letter) => out.push(letter),
        }
    }
    assert!(!inside, "a quoted text has no end");
    out
}

fn is_dot(dot: &str) {
    let code = unquoted(dot);
    assert_eq!(code.matches('{').count(), code.matches('}').count());
    let name = |line: &str| line.trim().split(' ').next().unwrap_or_default().to_owned();
    let declared: BTreeSet<String> = code
        .lines()
        .filter(|line| line.contains(" [label"))
        .map(name)
        .collect();
    for line in code.lines().filter(|line| line.contains(" -> ")) {
        let (from, to) = line.split_once(" -> ").unwrap();
        let to = to.split([' ', ';']).next().unwrap();
        assert!(declared.contains(from.trim()), "{line}");
        assert!(declared.contains(to), "{line}");
        assert!(line.trim_end().ends_with(';'), "{line}");
    }
}

fn is_mermaid(mermaid: &str) {
    assert!(mermaid.starts_with("flowchart LR\n"));
    let lines: Vec<String> = mermaid
        .lines()
        .map(|line| unquoted(line).trim().to_owned())
        .collect();
    let opened = lines
        .iter()
        .filter(|line| line.starts_with("subgraph "))
        .count();
    assert_eq!(opened, lines.iter().filter(|line| *line == "end").count());
    let end = |line: &str| line.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_'));
    let is_edge = |line: &&String| {
        [" -->|", " -.->|", " --x|", " --- ", " -.- "]
            .iter()
            .any(|arrow| line.contains(arrow))
    };
    let declared: BTreeSet<&str> = lines
        .iter()
        .filter(|line| !is_edge(line))
        .filter_map(|line| end(line).map(|end| &line[..end]))
        .collect();
    for line in lines.iter().filter(is_edge) {
        let from = line.split(' ').next().unwrap();
        let to = line.rsplit(' ').next().unwrap();
        assert!(declared.contains(from) && declared.contains(to), "{line}");
    }
}
