//! The picture in a terminal: a strip of who has what when, then turn by turn what comes and what is decided.

use crate::author::graph::Comes;
use crate::author::graph::DecisionNode;
use crate::author::graph::Graph;
use crate::author::graph::InjectNode;
use crate::author::graph::Leads;
use crate::author::graph::Node;
use crate::author::graph::dot::family_key;
use crate::author::graph::dot::first;
use crate::model::family::Family;
use crate::text::SafeText;
use crate::text::Words;
use crate::text::clip;
use crate::text::wrap;

/// Columns of a line.
const COLUMNS: usize = 80;
/// Columns of a lane's name in the strip.
const LANE: usize = 20;

/// Whether colours may be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    Plain,
    /// The sixteen colours that every terminal has; nothing is told by colour alone.
    Colour,
}

/// What a stretch of text is painted as.
#[derive(Clone, Copy)]
enum Tone {
    Text,
    Heading,
    Dim,
    Family(Family),
}

impl Tone {
    fn code(self) -> &'static str {
        match self {
            Tone::Text => "",
            Tone::Heading => "1",
            Tone::Dim => "2",
            Tone::Family(Family::Share) => "32",
            Tone::Family(Family::Condemn) => "35",
            Tone::Family(Family::Escalate) => "31",
            Tone::Family(Family::Contain) => "34",
            Tone::Family(Family::Hold) => "33",
        }
    }
}

/// The picture for a terminal of eighty columns.
pub fn text(graph: &Graph, words: &Words, ink: Ink) -> String {
    let mut page = Page {
        out: String::new(),
        ink,
    };
    page.line(0, &graph.title, Tone::Heading);
    let counts = [
        ("turns", graph.turns.len().into()),
        ("seats", graph.seats.len().into()),
        ("injects", graph.injects.len().into()),
        ("decisions", graph.decisions.len().into()),
        ("endings", graph.endings.len().into()),
    ];
    page.line(0, &words.fill("graph-counts", &counts), Tone::Text);
    page.gap();
    strip(&mut page, graph, words);
    for turn in &graph.turns {
        page.gap();
        let args = [
            ("number", turn.number.into()),
            ("title", turn.title.clone().into()),
            ("from", turn.from.clone().into()),
        ];
        let key = if turn.number == 0 {
            "graph-preparation"
        } else {
            "graph-turn"
        };
        page.line(0, &words.fill(key, &args), Tone::Heading);
        for lane in 0..=graph.seats.len() {
            lane_of(&mut page, graph, words, turn.number, lane);
        }
    }
    endings(&mut page, graph, words);
    objectives(&mut page, graph, words);
    page.out
}

/// The sign of an inject.
pub(super) fn sign(inject: &InjectNode) -> char {
    match inject.comes {
        Comes::Surely => '●',
        Comes::Perhaps => '○',
        Comes::Contingency => '◌',
        Comes::ByHand => '☞',
    }
}

/// Whether an inject belongs to a lane: a seat's, or behind the last seat that of everybody else.
pub(super) fn is_in(inject: &InjectNode, lane: usize, seats: usize) -> bool {
    if lane == seats {
        inject.seats.is_empty()
    } else {
        inject.seats.contains(&lane)
    }
}

/// One row a seat, one column a turn, one sign for each inject and decision.
fn strip(page: &mut Page, graph: &Graph, words: &Words) {
    let turns = graph.turns.len().max(1);
    let cell = ((COLUMNS - LANE) / turns).clamp(3, 12);
    let mut head = " ".repeat(LANE);
    for turn in &graph.turns {
        head.push_str(&format!("{:<cell$}", format!("T{}", turn.number)));
    }
    page.raw(0, head.trim_end(), Tone::Dim);
    for lane in 0..=graph.seats.len() {
        let name = graph
            .seats
            .get(lane)
            .cloned()
            .unwrap_or_else(|| words.say("graph-others"));
        let in_lane = |inject: &&InjectNode| is_in(inject, lane, graph.seats.len());
        if lane == graph.seats.len() && !graph.injects.iter().any(|inject| in_lane(&inject)) {
            continue;
        }
        let name = clip(&name, LANE - 2);
        let mut row = format!("{name}{}", " ".repeat(LANE - name.width()));
        for turn in &graph.turns {
            let here = |at: u16| at.max(first(graph)) == turn.number;
            let injects = graph
                .injects
                .iter()
                .filter(in_lane)
                .filter(|inject| here(inject.turns.0));
            let mut signs: String = injects.map(sign).collect();
            let decisions = graph
                .decisions
                .iter()
                .filter(|one| one.seat == lane && here(one.turn));
            signs.extend(decisions.map(|_| '◆'));
            let count = signs.chars().count();
            if count >= cell {
                let decisions = signs.chars().filter(|sign| *sign == '◆').count();
                signs = if cell >= 6 && decisions > 0 {
                    format!("{}●{decisions}◆", count - decisions)
                } else {
                    format!("{count}")
                };
            }
            row.push_str(&signs);
            row.push_str(&" ".repeat(cell.saturating_sub(crate::text::width(&signs))));
        }
        page.raw(0, row.trim_end(), Tone::Text);
    }
    page.raw(0, "", Tone::Text);
    page.line(0, &words.say("graph-legend"), Tone::Dim);
    let mut families = String::new();
    for family in Family::ALL {
        families.push_str(&page.painted(
            &format!("{} {}   ", letter(family), words.say(family_key(family))),
            Tone::Family(family),
        ));
    }
    page.out.push_str(families.trim_end());
    page.out.push('\n');
}

/// The letter that stands for a family beside its colour.
fn letter(family: Family) -> char {
    match family {
        Family::Share => 'S',
        Family::Condemn => 'C',
        Family::Escalate => 'E',
        Family::Contain => 'K',
        Family::Hold => 'H',
    }
}

/// What one seat, or nobody at the table, has in one turn. An inject for several seats stands with the first of them.
fn lane_of(page: &mut Page, graph: &Graph, words: &Words, turn: u16, lane: usize) {
    let here = |at: u16| at.max(first(graph)) == turn;
    let is_mine = |inject: &InjectNode| match inject.seats.first() {
        Some(first) => *first == lane,
        None => lane == graph.seats.len(),
    };
    let injects = graph.injects.iter().enumerate();
    let injects: Vec<_> = injects
        .filter(|(_, one)| is_mine(one) && here(one.turns.0))
        .collect();
    let decisions = graph.decisions.iter().enumerate();
    let decisions: Vec<_> = decisions
        .filter(|(_, one)| one.seat == lane && here(one.turn))
        .collect();
    if injects.is_empty() && decisions.is_empty() {
        return;
    }
    let name = graph
        .seats
        .get(lane)
        .cloned()
        .unwrap_or_else(|| words.say("graph-nobody"));
    page.line(2, &name, Tone::Dim);
    for (place, inject) in injects {
        inject_lines(page, graph, words, place, inject);
    }
    for (place, decision) in decisions {
        decision_lines(page, graph, words, place, decision);
    }
}

fn inject_lines(page: &mut Page, graph: &Graph, words: &Words, place: usize, inject: &InjectNode) {
    let node = Node::Inject(place);
    let others = inject.seats.iter().skip(1).map(|seat| &graph.seats[*seat]);
    let others = SafeText::joined(others, ", ");
    let mut head = format!("{} {}  {}", sign(inject), inject.id, inject.title);
    if !others.is_empty() {
        head.push_str(&format!(" (+ {others})"));
    }
    page.hang(4, 2, &SafeText::line(&head), Tone::Text);
    let mut notes = Vec::new();
    if !inject.at.is_empty() {
        notes.push(inject.at.clone());
    }
    notes.extend(came_by(graph, words, node));
    let is_told = |leads: Leads| graph.to(node).any(|edge| edge.leads == leads);
    match inject.comes {
        Comes::ByHand if !is_told(Leads::Brings) => notes.push(words.say("graph-comes-hand")),
        Comes::Perhaps if !is_told(Leads::Asks) && !is_told(Leads::After) => {
            notes.push(words.say("graph-comes-condition"));
        }
        _ => {}
    }
    if inject.is_out {
        notes.push(words.say("graph-out"));
    }
    notes.extend(leads_to(graph, words, node));
    page.hang(6, 0, &SafeText::joined(&notes, " · "), Tone::Dim);
}

fn decision_lines(
    page: &mut Page,
    graph: &Graph,
    words: &Words,
    place: usize,
    decision: &DecisionNode,
) {
    let node = Node::Decision(place);
    let head = format!("◆ {}  {}", decision.id, decision.title);
    page.hang(4, 2, &SafeText::line(&head), Tone::Heading);
    let notes: Vec<SafeText> = came_by(graph, words, node).collect();
    page.hang(6, 0, &SafeText::joined(&notes, " · "), Tone::Dim);
    for (at, choice) in decision.choices.iter().enumerate() {
        let line = format!("{} {}  {}", letter(choice.family), choice.id, choice.label);
        page.hang(6, 2, &SafeText::line(&line), Tone::Family(choice.family));
        let leads: Vec<SafeText> = leads_to(graph, words, Node::Choice(place, at)).collect();
        page.hang(8, 0, &SafeText::joined(&leads, " · "), Tone::Dim);
    }
}

/// What a node comes by, in words.
fn came_by<'g>(
    graph: &'g Graph,
    words: &'g Words,
    node: Node,
) -> impl Iterator<Item = SafeText> + 'g {
    let kinds = [
        (Leads::After, "graph-comes-after"),
        (Leads::FallsBack, "graph-comes-missed"),
        (Leads::Asks, "graph-comes-if"),
        (Leads::Brings, "graph-comes-sent"),
        (Leads::Stops, "graph-stopped"),
    ];
    kinds.into_iter().filter_map(move |(leads, key)| {
        let ids = graph.to(node).filter(|edge| edge.leads == leads);
        listed(ids.map(|edge| graph.id(edge.from)), words, key)
    })
}

/// What a node leads to, in words.
fn leads_to<'g>(
    graph: &'g Graph,
    words: &'g Words,
    node: Node,
) -> impl Iterator<Item = SafeText> + 'g {
    let kinds = [
        (Leads::Brings, "graph-leads"),
        (Leads::Stops, "graph-leads-stop"),
        (Leads::Asks, "graph-leads-asked"),
    ];
    kinds.into_iter().filter_map(move |(leads, key)| {
        let ids = graph.from(node).filter(|edge| edge.leads == leads);
        listed(ids.map(|edge| graph.id(edge.to)), words, key)
    })
}

fn listed(ids: impl Iterator<Item = String>, words: &Words, key: &str) -> Option<SafeText> {
    let ids: Vec<SafeText> = ids.map(|id| SafeText::line(&id)).collect();
    (!ids.is_empty()).then(|| words.fill(key, &[("ids", SafeText::joined(&ids, ", ").into())]))
}

fn endings(page: &mut Page, graph: &Graph, words: &Words) {
    page.gap();
    page.line(0, &words.say("graph-endings"), Tone::Heading);
    let last = graph.endings.len().saturating_sub(1);
    for (place, ending) in graph.endings.iter().enumerate() {
        let line = format!("{}  {}", ending.id, ending.title);
        page.hang(2, 2, &SafeText::line(&line), Tone::Text);
        let node = Node::Ending(place);
        let mut notes: Vec<SafeText> = Vec::new();
        for (leads, key) in [
            (Leads::Brings, "graph-comes-sent"),
            (Leads::Asks, "graph-ending-asks"),
        ] {
            let ids = graph.to(node).filter(|edge| edge.leads == leads);
            notes.extend(listed(ids.map(|edge| graph.id(edge.from)), words, key));
        }
        if ending.is_early {
            notes.push(words.say("graph-ending-early"));
        }
        if place == last {
            notes.push(words.say("graph-ending-else"));
        }
        page.hang(4, 0, &SafeText::joined(&notes, " · "), Tone::Dim);
    }
}

fn objectives(page: &mut Page, graph: &Graph, words: &Words) {
    if graph.objectives.is_empty() {
        return;
    }
    page.gap();
    page.line(0, &words.say("graph-objectives"), Tone::Heading);
    for objective in &graph.objectives {
        let line = format!("{}  {}", objective.id, objective.text);
        page.hang(2, 2, &SafeText::line(&line), Tone::Text);
        let injects = objective
            .injects
            .iter()
            .map(|at| format!("● {}", graph.injects[*at].id));
        let decisions = objective
            .decisions
            .iter()
            .map(|at| format!("◆ {}", graph.decisions[*at].id));
        let mut notes: Vec<SafeText> = injects
            .chain(decisions)
            .map(|id| SafeText::line(&id))
            .collect();
        if notes.is_empty() {
            notes.push(words.say("graph-objective-none"));
        }
        let counts = [
            ("tasks", objective.tasks.into()),
            ("evidenced", objective.evidenced.into()),
        ];
        notes.push(words.fill("graph-objective-tasks", &counts));
        page.hang(4, 0, &SafeText::joined(&notes, " · "), Tone::Dim);
    }
}

/// Lines for a terminal.
struct Page {
    out: String,
    ink: Ink,
}

impl Page {
    fn painted(&self, text: &str, tone: Tone) -> String {
        match (self.ink, tone.code()) {
            (Ink::Plain, _) | (_, "") => text.to_owned(),
            (Ink::Colour, code) => format!("\u{1b}[{code}m{text}\u{1b}[0m"),
        }
    }

    fn raw(&mut self, indent: usize, text: &str, tone: Tone) {
        let painted = self.painted(text, tone);
        if !text.is_empty() {
            self.out.push_str(&" ".repeat(indent));
            self.out.push_str(&painted);
        }
        self.out.push('\n');
    }

    fn gap(&mut self) {
        self.out.push('\n');
    }

    fn line(&mut self, indent: usize, text: &SafeText, tone: Tone) {
        self.hang(indent, 0, text, tone);
    }

    /// A text wrapped to the width, its later lines moved in by `hang` more; nothing if it is empty.
    fn hang(&mut self, indent: usize, hang: usize, text: &SafeText, tone: Tone) {
        if text.is_empty() {
            return;
        }
        for (place, line) in wrap(text, COLUMNS - indent - hang).into_iter().enumerate() {
            let indent = if place == 0 { indent } else { indent + hang };
            self.raw(indent, line.as_str(), tone);
        }
    }
}
