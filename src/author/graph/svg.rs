//! The picture as SVG, complete in itself: a column a turn, a lane a seat, arrows for what leads to what.
//!
//! Whole pixels only, so that the same scenario gives the same bytes everywhere. Nothing is told by colour alone: what comes
//! under a condition has a dashed edge, a choice names its family, an arrow differs by its dashes and its head.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::author::graph::Comes;
use crate::author::graph::Graph;
use crate::author::graph::Leads;
use crate::author::graph::Node;
use crate::author::graph::dot::family_key;
use crate::author::graph::dot::first;
use crate::author::graph::text::is_in;
use crate::author::graph::text::sign;
use crate::model::family::Family;
use crate::text::SafeText;
use crate::text::Words;
use crate::text::clip;
use crate::text::escape;
use crate::text::wrap;

/// Room for the lanes' names.
const LEFT: i64 = 150;
const HEAD: i64 = 84;
/// The width of a turn, and of a box in it.
const COLUMN: i64 = 250;
const BOX: i64 = 200;
const LINE: i64 = 15;
const PAD: i64 = 7;
const GAP: i64 = 12;
/// Letters that fit in a box, by their average width.
const LETTERS: usize = 28;
/// The same in the narrower box of a choice.
const CHOICE_LETTERS: usize = 25;

/// A stretch of the drawing.
#[derive(Clone, Copy)]
struct Place {
    x: i64,
    y: i64,
    width: i64,
    height: i64,
}

/// The picture as one SVG file.
pub fn svg(graph: &Graph, words: &Words) -> String {
    let mut drawing = Drawing {
        out: String::new(),
        places: BTreeMap::new(),
    };
    let mut top = HEAD;
    let mut body = String::new();
    let turns = i64::try_from(graph.turns.len()).unwrap_or(1).max(1);
    let endings_at = LEFT + turns * COLUMN;
    let width = endings_at + COLUMN + 20;
    for lane in 0..=graph.seats.len() {
        let height = drawing.lane(graph, words, lane, top);
        if height == 0 {
            continue;
        }
        let name = graph
            .seats
            .get(lane)
            .cloned()
            .unwrap_or_else(|| words.say("graph-others"));
        let _ = write!(
            body,
            "<line class=\"rule\" x1=\"0\" y1=\"{top}\" x2=\"{width}\" y2=\"{top}\"/>"
        );
        for (row, line) in wrap(&name, 18).iter().take(4).enumerate() {
            let y = top + 24 + LINE * i64::try_from(row).unwrap_or(0);
            let _ = write!(
                body,
                "<text class=\"lane\" x=\"10\" y=\"{y}\">{}</text>",
                escape(line.as_str())
            );
        }
        top += height;
    }
    let mut ending_top = HEAD + GAP;
    for (place, ending) in graph.endings.iter().enumerate() {
        let lines = lines(
            &[(&ending.id, "id"), (ending.title.as_str(), "text")],
            LETTERS,
        );
        ending_top += drawing.boxed(
            Node::Ending(place),
            "ending",
            (endings_at + 20, ending_top),
            &lines,
        ) + GAP;
    }
    let bottom = top.max(ending_top);
    let mut under = String::new();
    let height = objectives(&mut under, graph, words, bottom, width);
    let mut out = String::new();
    let title = escape(graph.title.as_str());
    let about = escape(words.say("graph-svg-about").as_str());
    let _ = write!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" \
         height=\"{height}\" role=\"img\" aria-labelledby=\"title about\"><title id=\"title\">{title}</title>\
         <desc id=\"about\">{about}</desc><style>{STYLE}</style>{MARKERS}\
         <rect class=\"ground\" width=\"{width}\" height=\"{height}\"/>\
         <text class=\"title\" x=\"10\" y=\"26\">{title}</text>"
    );
    legend(&mut out, words, width);
    heads(&mut out, graph, words, bottom, endings_at);
    out.push_str(&body);
    drawing.arrows(graph, words, &mut out);
    out.push_str(&drawing.out);
    out.push_str(&under);
    out.push_str("</svg>\n");
    out
}

/// The turns' titles and the lines between them.
fn heads(out: &mut String, graph: &Graph, words: &Words, bottom: i64, endings_at: i64) {
    let mut x = LEFT;
    for turn in &graph.turns {
        let title = clip(
            &SafeText::line(&format!("{} {}", turn.number, turn.title)),
            34,
        );
        let (title, from) = (escape(title.as_str()), escape(turn.from.as_str()));
        let _ = write!(
            out,
            "<line class=\"rule\" x1=\"{x}\" y1=\"44\" x2=\"{x}\" y2=\"{bottom}\"/>\
             <text class=\"turn\" x=\"{}\" y=\"60\">{title}</text><text class=\"small\" x=\"{}\" y=\"76\">{from}</text>",
            x + 10,
            x + 10
        );
        x += COLUMN;
    }
    let endings = escape(words.say("graph-endings").as_str());
    let _ = write!(
        out,
        "<line class=\"rule\" x1=\"{x}\" y1=\"44\" x2=\"{x}\" y2=\"{bottom}\"/>\
         <text class=\"turn\" x=\"{}\" y=\"60\">{endings}</text>",
        endings_at + 20
    );
}

/// What the families and the arrows mean, at the right end of the first line.
fn legend(out: &mut String, words: &Words, width: i64) {
    let mut x = width - 20;
    for family in Family::ALL.into_iter().rev() {
        let name = words.say(family_key(family));
        let wide = i64::try_from(name.width()).unwrap_or(0) * 7 + 26;
        x -= wide;
        let class = class(family);
        let name = escape(name.as_str());
        let _ = write!(
            out,
            "<rect class=\"{class}\" x=\"{x}\" y=\"15\" width=\"12\" height=\"12\" rx=\"2\"/>\
             <text class=\"small\" x=\"{}\" y=\"25\">{name}</text>",
            x + 16
        );
    }
    for leads in [
        Leads::Stops,
        Leads::Brings,
        Leads::FallsBack,
        Leads::Asks,
        Leads::After,
    ] {
        let name = words.say(leads.key());
        let wide = i64::try_from(name.width()).unwrap_or(0) * 7 + 48;
        x -= wide;
        let (class, marker) = stroke(leads);
        let name = escape(name.as_str());
        let _ = write!(
            out,
            "<path class=\"{class}\" marker-end=\"url(#{marker})\" d=\"M{x} 21 h26\"/>\
             <text class=\"small\" x=\"{}\" y=\"25\">{name}</text>",
            x + 34
        );
    }
}

/// The objectives and what trains each, below everything else; answers where the drawing ends.
fn objectives(out: &mut String, graph: &Graph, words: &Words, top: i64, width: i64) -> i64 {
    if graph.objectives.is_empty() {
        return top + GAP;
    }
    let mut y = top + 28;
    let heading = escape(words.say("graph-objectives").as_str());
    let _ = write!(
        out,
        "<line class=\"rule\" x1=\"0\" y1=\"{top}\" x2=\"{width}\" y2=\"{top}\"/>\
         <text class=\"turn\" x=\"10\" y=\"{y}\">{heading}</text>"
    );
    y += 22;
    let columns = usize::try_from(width / 8).unwrap_or(80).max(40);
    for objective in &graph.objectives {
        let injects = objective
            .injects
            .iter()
            .map(|at| format!("● {}", graph.injects[*at].id));
        let decisions = objective
            .decisions
            .iter()
            .map(|at| format!("◆ {}", graph.decisions[*at].id));
        let mut by: Vec<String> = injects.chain(decisions).collect();
        if by.is_empty() {
            by.push(words.say("graph-objective-none").into_string());
        }
        let said = SafeText::line(&format!("{}: {}", objective.id, objective.text));
        for (text, class) in [(said, "text"), (SafeText::line(&by.join("   ")), "small")] {
            for line in wrap(&text, columns) {
                let _ = write!(
                    out,
                    "<text class=\"{class}\" x=\"10\" y=\"{y}\">{}</text>",
                    escape(line.as_str())
                );
                y += LINE + 2;
            }
        }
        y += 6;
    }
    y + GAP
}

/// Texts with their classes, wrapped to a box; each at most three lines.
fn lines(texts: &[(&str, &'static str)], letters: usize) -> Vec<(SafeText, &'static str)> {
    let mut all = Vec::new();
    for (text, class) in texts {
        let wrapped = wrap(&SafeText::line(text), letters);
        let count = wrapped.len();
        for (row, line) in wrapped.into_iter().take(3).enumerate() {
            let line = if row == 2 && count > 3 {
                clip(&line, letters - 2).then(&SafeText::line(" …"))
            } else {
                line
            };
            all.push((line, *class));
        }
    }
    all
}

/// Boxes that were drawn, and where.
struct Drawing {
    out: String,
    places: BTreeMap<Node, Place>,
}

impl Drawing {
    /// Draws what a lane holds, turn by turn; answers how high it is.
    fn lane(&mut self, graph: &Graph, words: &Words, lane: usize, top: i64) -> i64 {
        let mut highest = 0;
        let mut x = LEFT + 20;
        for turn in &graph.turns {
            let here = |at: u16| at.max(first(graph)) == turn.number;
            let mut y = top + GAP;
            for (place, inject) in graph.injects.iter().enumerate() {
                let is_first = inject.seats.first().is_none_or(|seat| *seat == lane);
                if !is_in(inject, lane, graph.seats.len()) || !is_first || !here(inject.turns.0) {
                    continue;
                }
                let class = if inject.comes == Comes::Surely {
                    "inject"
                } else {
                    "inject perhaps"
                };
                let class = if inject.is_out { "inject out" } else { class };
                let others = inject
                    .seats
                    .iter()
                    .skip(1)
                    .map(|seat| format!("+ {}", graph.seats[*seat]));
                let others: Vec<String> = others.collect();
                let head = format!("{} {} {}", sign(inject), inject.id, inject.at);
                let mut texts = vec![(head.as_str(), "id"), (inject.title.as_str(), "text")];
                texts.extend(others.iter().map(|other| (other.as_str(), "small")));
                y += self.boxed(Node::Inject(place), class, (x, y), &lines(&texts, LETTERS)) + GAP;
            }
            for (place, decision) in graph.decisions.iter().enumerate() {
                if decision.seat != lane || !here(decision.turn) {
                    continue;
                }
                let head = format!("◆ {}", decision.id);
                let texts = lines(&[(&head, "id"), (decision.title.as_str(), "text")], LETTERS);
                y += self.boxed(Node::Decision(place), "decision", (x, y), &texts);
                for (at, choice) in decision.choices.iter().enumerate() {
                    let head = format!("{} ({})", choice.id, words.say(family_key(choice.family)));
                    let texts = lines(
                        &[(&head, "id"), (choice.label.as_str(), "text")],
                        CHOICE_LETTERS,
                    );
                    let node = Node::Choice(place, at);
                    y += self.boxed(node, class(choice.family), (x + 12, y), &texts);
                }
                y += GAP;
            }
            highest = highest.max(y - top);
            x += COLUMN;
        }
        if highest <= GAP { 0 } else { highest + GAP }
    }

    /// Draws a box with its lines and answers how high it is.
    fn boxed(
        &mut self,
        node: Node,
        class: &str,
        (x, y): (i64, i64),
        lines: &[(SafeText, &str)],
    ) -> i64 {
        let height = i64::try_from(lines.len()).unwrap_or(1) * LINE + 2 * PAD;
        let width = if matches!(node, Node::Choice(..)) {
            BOX - 12
        } else {
            BOX
        };
        self.places.insert(
            node,
            Place {
                x,
                y,
                width,
                height,
            },
        );
        let _ = write!(
            self.out,
            "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"5\"/>"
        );
        let mut line_y = y + PAD + 11;
        for (line, class) in lines {
            let _ = write!(
                self.out,
                "<text class=\"{class}\" x=\"{}\" y=\"{line_y}\">{}</text>",
                x + PAD,
                escape(line.as_str())
            );
            line_y += LINE;
        }
        height
    }

    /// Draws an arrow for each edge; they go below the boxes, so that no text is crossed out.
    fn arrows(&self, graph: &Graph, words: &Words, out: &mut String) {
        for edge in &graph.edges {
            let (Some(from), Some(to)) = (self.places.get(&edge.from), self.places.get(&edge.to))
            else {
                continue;
            };
            let (class, marker) = stroke(edge.leads);
            let (y1, y2) = (from.y + from.height / 2, to.y + to.height / 2);
            let (x1, x2) = if to.x > from.x + from.width {
                (from.x + from.width, to.x)
            } else if to.x + to.width < from.x {
                (from.x, to.x + to.width)
            } else {
                (from.x + from.width, to.x + to.width)
            };
            let bend = if to.x > from.x + from.width {
                ((x2 - x1) / 2).clamp(18, 90)
            } else if to.x + to.width < from.x {
                -((x1 - x2) / 2).clamp(18, 90)
            } else {
                26
            };
            let back = if to.x > from.x + from.width || to.x + to.width < from.x {
                -bend
            } else {
                bend
            };
            let what = format!(
                "{} {} {}",
                graph.id(edge.from),
                words.say(edge.leads.key()),
                graph.id(edge.to)
            );
            let _ = write!(
                out,
                "<path class=\"{class}\" marker-end=\"url(#{marker})\" d=\"M{x1} {y1} C{} {y1} {} {y2} {x2} {y2}\">\
                 <title>{}</title></path>",
                x1 + bend,
                x2 + back,
                escape(&what)
            );
        }
    }
}

/// The class of an arrow and the marker at its end.
fn stroke(leads: Leads) -> (&'static str, &'static str) {
    match leads {
        Leads::After => ("edge after", "head"),
        Leads::Asks => ("edge asks", "head"),
        Leads::FallsBack => ("edge missed", "head-missed"),
        Leads::Brings => ("edge brings", "head-brings"),
        Leads::Stops => ("edge stops", "bar"),
    }
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

const MARKERS: &str = "<defs>\
<marker id=\"head\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" orient=\"auto\">\
<path d=\"M0 0 L8 4 L0 8 z\" fill=\"#6b7783\"/></marker>\
<marker id=\"head-missed\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" orient=\"auto\">\
<path d=\"M0 0 L8 4 L0 8 z\" fill=\"#b45f06\"/></marker>\
<marker id=\"head-brings\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" orient=\"auto\">\
<path d=\"M0 0 L8 4 L0 8 z\" fill=\"#1d7a3c\"/></marker>\
<marker id=\"bar\" viewBox=\"0 0 8 8\" refX=\"4\" refY=\"4\" markerWidth=\"9\" markerHeight=\"9\" orient=\"auto\">\
<path d=\"M3 0 h2 v8 h-2 z\" fill=\"#a32420\"/></marker></defs>";

const STYLE: &str = "text{font-family:system-ui,'Segoe UI',Roboto,'DejaVu Sans',sans-serif;fill:#1b232c;font-size:12px}\
.ground{fill:#fbfaf7}.title{font-size:18px;font-weight:700}.turn{font-size:13px;font-weight:700}\
.lane{font-weight:700}.small{font-size:11px;fill:#4c5864}.id{font-size:11px;font-weight:700;fill:#27394a}\
.rule{stroke:#cfd4d9;stroke-width:1}rect{stroke:#5b6b7b;stroke-width:1}.ground{stroke:none}\
.inject{fill:#eef3f8}.perhaps{stroke-dasharray:5 3}.out{stroke-dasharray:1 3;fill:#f4f4f4}\
.decision{fill:#fff3d1}.ending{fill:#efe7f9}.share{fill:#cdeee7}.condemn{fill:#f6d9ef}.escalate{fill:#fbdcc6}\
.contain{fill:#d5e3fb}.hold{fill:#e3e6ea}.edge{fill:none;stroke:#6b7783;stroke-width:1.3}\
.asks{stroke-dasharray:4 3}.missed{stroke:#b45f06;stroke-dasharray:7 3}.brings{stroke:#1d7a3c}\
.stops{stroke:#a32420}.edge:hover{stroke-width:4}";
