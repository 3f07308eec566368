//! A story as the first draft of a scenario: passages become injects, links decisions, last passages endings.
//!
//! One seat, an hour a turn. It loads and plays; what makes it an exercise (other seats, facts, duties) is still to be
//! written, and the draft says where.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::collections::VecDeque;

use crate::author::convert::Draft;
use crate::author::convert::Unconvertible;
use crate::author::convert::json::string;
use crate::author::convert::story::Lost;
use crate::author::convert::story::Passage;
use crate::author::convert::story::Story;
use crate::author::fmt::format;
use crate::author::ids::free_id;

/// The most turns a draft has, and the most passages, choices and bytes of a text.
const MOST_TURNS: usize = 40;
pub(super) const MOST_PASSAGES: usize = 400;
const MOST_CHOICES: usize = 12;
const LONGEST: usize = 12_000;
/// The longest line, in characters.
const LONGEST_LINE: usize = 200;

/// Makes a draft; `id` is the scenario's.
pub fn draft(mut story: Story, id: &str) -> Result<Draft, Unconvertible> {
    if story.passages.is_empty() {
        return Err(Unconvertible::new("convert-no-story", ""));
    }
    if story.passages.len() > MOST_PASSAGES {
        return Err(Unconvertible::new("convert-long-story", MOST_PASSAGES));
    }
    for passage in &mut story.passages {
        // One way on is no decision.
        if passage.next.is_none() && passage.links.len() == 1 {
            passage.next = passage.links.pop().map(|link| link.to);
        }
    }
    let plan = Plan::of(&mut story);
    let lost: Vec<Lost> = story.lost.iter().cloned().collect();
    let text = Writer {
        story: &story,
        plan,
    }
    .scenario(id);
    let scenario = format(&text).map_err(|_| Unconvertible::new("convert-no-story", ""))?;
    Ok(Draft { scenario, lost })
}

/// What becomes of each passage.
struct Plan {
    ids: Vec<String>,
    /// The passages that can be reached, the nearest first.
    order: Vec<usize>,
    /// For each passage the conditions under which it is reached.
    ways: BTreeMap<usize, Vec<String>>,
    turns: usize,
}

impl Plan {
    fn of(story: &mut Story) -> Self {
        let mut taken: BTreeSet<String> = BTreeSet::new();
        let mut ids = Vec::new();
        for passage in &story.passages {
            let id = free_id(&passage.name, "passage", |id| taken.contains(id));
            taken.insert(id.clone());
            ids.push(id);
        }
        let start = story.passage(&story.start).unwrap_or(0);
        let mut plan = Self {
            ids,
            order: Vec::new(),
            ways: BTreeMap::new(),
            turns: 1,
        };
        let mut depths = BTreeMap::from([(start, 0_usize)]);
        let mut queue = VecDeque::from([start]);
        while let Some(place) = queue.pop_front() {
            plan.order.push(place);
            let depth = depths[&place];
            plan.turns = plan.turns.max(depth + 2);
            for (way, to, step) in plan.leads(story, place) {
                let Some(to) = story.passage(&to) else {
                    story.lose("lost-target", to);
                    continue;
                };
                if depth + step >= MOST_TURNS {
                    story.lose("lost-deep", story.passages[to].name.clone());
                    continue;
                }
                plan.ways.entry(to).or_default().push(way);
                if depths.contains_key(&to) {
                    if reaches(story, to, place) {
                        story.lose("lost-loop", story.passages[to].name.clone());
                    }
                    continue;
                }
                depths.insert(to, depth + step);
                queue.push_back(to);
            }
        }
        for place in 0..story.passages.len() {
            if !plan.order.contains(&place) {
                story.lose("lost-unreachable", story.passages[place].name.clone());
            }
        }
        plan
    }

    /// Where a passage leads: the condition, the passage's name, and how many turns later.
    fn leads(&self, story: &mut Story, place: usize) -> Vec<(String, String, usize)> {
        let passage = &story.passages[place];
        let id = &self.ids[place];
        let mut leads: Vec<_> = passage
            .next
            .iter()
            .map(|next| (format!("delivered.{id}"), next.clone(), 1))
            .collect();
        let links = passage.links.iter().take(MOST_CHOICES).enumerate();
        leads.extend(links.map(|(number, link)| {
            (
                format!("chose.on_{id}.{}", choice(number)),
                link.to.clone(),
                1,
            )
        }));
        if passage.links.len() > MOST_CHOICES {
            let name = passage.name.clone();
            story.lose("lost-choices", name);
        }
        leads
    }
}

/// Whether one passage leads to another, by any way.
fn reaches(story: &Story, from: usize, to: usize) -> bool {
    let mut seen = BTreeSet::from([from]);
    let mut open = vec![from];
    while let Some(place) = open.pop() {
        if place == to {
            return true;
        }
        let passage = &story.passages[place];
        let names = passage
            .next
            .iter()
            .chain(passage.links.iter().map(|link| &link.to));
        open.extend(
            names
                .filter_map(|name| story.passage(name))
                .filter(|next| seen.insert(*next)),
        );
    }
    false
}

fn choice(number: usize) -> String {
    format!("choice_{}", number + 1)
}

fn is_last(passage: &Passage) -> bool {
    passage.links.is_empty() && passage.next.is_none()
}

struct Writer<'a> {
    story: &'a Story,
    plan: Plan,
}

impl Writer<'_> {
    fn scenario(&self, id: &str) -> String {
        let title = line(&self.story.title);
        let title = if title.is_empty() {
            "A first draft".to_owned()
        } else {
            title
        };
        let summary = line(&self.story.summary);
        let summary = if summary.is_empty() {
            "Draft: what has happened before it begins.".to_owned()
        } else {
            summary
        };
        let turns: Vec<String> = (1..=self.plan.turns)
            .map(|turn| format!("(lasts: \"1h\", title: \"Hour {turn}\"),\n"))
            .collect();
        let inner: Vec<usize> = self
            .plan
            .order
            .iter()
            .copied()
            .filter(|place| !self.is_ending(*place))
            .collect();
        let injects: String = inner.iter().map(|place| self.inject(*place)).collect();
        let mut decisions: String = inner.iter().map(|place| self.decision(*place)).collect();
        if decisions.is_empty() {
            decisions = self.only_decision(inner.first().copied().unwrap_or(0));
        }
        let endings: String = self
            .plan
            .order
            .iter()
            .filter(|place| self.is_ending(**place))
            .map(|place| self.ending(*place))
            .collect();
        format!(
            r#"// A first draft, made from a story that was written for another tool. It plays; it is not an exercise yet.
//
// Next: name who is in it and who plays, say what is trained, and give each choice its cost, its effects and its advisers.
(
format: 1,
id: {id},
title: {title},
tagline: "Draft: one line that makes somebody want to play it.",
summary: {summary},
learn: ["Draft: what somebody can do afterwards"],
minutes: (10, 60),
difficulty: Introductory,

turns: [
{turns}],

actors: [
(id: "desk", name: "The desk", kind: Cert, about: "Draft: whoever plays."),
(id: "others", name: "Everybody else", kind: Operator, about: "Draft: whoever writes to the desk."),
],
seats: [(
id: "desk", actor: "desk", kind: Cert,
title: "Whoever plays",
brief: "Draft: what this seat may do, what it may not, and what it brings along.",
aims: ["Draft: what the seat wants"],
hours: 8,
)],

injects: [
{injects}],

decisions: [
{decisions}],

endings: [
{endings}(id: "stops_here", title: "The story stops here", text: "Draft: how it ends if it comes to no other end."),
],
)
"#,
            id = string(id),
            title = string(&title),
            summary = string(&summary),
            turns = turns.concat(),
        )
    }

    /// Last passages are endings, unless there is nothing before them.
    fn is_ending(&self, place: usize) -> bool {
        is_last(&self.story.passages[place]) && self.plan.order.first() != Some(&place)
    }

    fn inject(&self, place: usize) -> String {
        let passage = &self.story.passages[place];
        let id = &self.plan.ids[place];
        let is_first = self.plan.order.first() == Some(&place);
        let when = if is_first {
            "turn: 1".to_owned()
        } else {
            format!("when: {}", string(&self.way(place)))
        };
        let next = passage
            .next
            .as_ref()
            .and_then(|next| self.story.passage(next));
        let ends = next.filter(|next| self.is_ending(*next));
        let effects =
            ends.map(|next| format!("effects: [End(ending: \"{}\")],\n", self.plan.ids[next]));
        let expected = passage
            .expected
            .iter()
            .map(|text| format!("(text: {}),\n", string(&line(text))));
        let expected: String = expected.collect();
        let expected = if expected.is_empty() {
            String::new()
        } else {
            format!("expected: [\n{expected}],\n")
        };
        format!(
            "(\nid: \"{id}\", {when}, to: [\"desk\"], from: \"others\", channel: Email,\ntitle: {},\nbody: {},\n{}{expected}),\n",
            string(&line(&passage.name)),
            string(&body(passage)),
            effects.unwrap_or_default(),
        )
    }

    /// The condition under which a passage is reached.
    fn way(&self, place: usize) -> String {
        let ways = self
            .plan
            .ways
            .get(&place)
            .map(Vec::as_slice)
            .unwrap_or_default();
        let mut ways: Vec<&str> = ways.iter().map(String::as_str).collect();
        ways.dedup();
        ways.join(" || ")
    }

    fn decision(&self, place: usize) -> String {
        let passage = &self.story.passages[place];
        if passage.links.is_empty() {
            return String::new();
        }
        let id = &self.plan.ids[place];
        let choices = passage
            .links
            .iter()
            .take(MOST_CHOICES)
            .enumerate()
            .map(|(number, link)| {
                let to = self
                    .story
                    .passage(&link.to)
                    .filter(|to| self.is_ending(*to));
                let effects =
                    to.map(|to| format!(" effects: [End(ending: \"{}\")],", self.plan.ids[to]));
                let label = line(&link.label);
                let label = if label.is_empty() {
                    line(&link.to)
                } else {
                    label
                };
                let label = if label.is_empty() {
                    choice(number)
                } else {
                    label
                };
                format!(
                    "(id: \"{}\", family: Hold, hours: 1, label: {},{}),\n",
                    choice(number),
                    string(&label),
                    effects.unwrap_or_default()
                )
            });
        format!(
            "(\nid: \"on_{id}\", seat: \"desk\", after: \"{id}\", default: \"choice_1\",\ntitle: {},\ntext: \"Draft: what has to be decided.\",\nchoices: [\n{}],\n),\n",
            string(&line(&passage.name)),
            choices.collect::<String>(),
        )
    }

    /// A story in which nothing is chosen gets one decision to begin with.
    fn only_decision(&self, place: usize) -> String {
        format!(
            r#"(
id: "what_now", seat: "desk", after: "{}", default: "wait",
title: "What now",
text: "Draft: what has to be decided.",
choices: [
(id: "act", family: Share, hours: 1, label: "Draft: one way"),
(id: "wait", family: Hold, hours: 1, label: "Draft: the other way"),
],
),
"#,
            self.plan.ids[place]
        )
    }

    fn ending(&self, place: usize) -> String {
        let passage = &self.story.passages[place];
        format!(
            "(id: \"{}\", title: {}, when: {}, text: {}),\n",
            self.plan.ids[place],
            string(&line(&passage.name)),
            string(&self.way(place)),
            string(&body(passage)),
        )
    }
}

/// A text on one line that fits where lines are shown.
fn line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let whole = words.join(" ");
    let kept = whole
        .chars()
        .filter(|letter| !letter.is_control())
        .take(LONGEST_LINE);
    kept.collect()
}

/// The text of a passage, or its name if it has none.
fn body(passage: &Passage) -> String {
    let text: String = passage
        .text
        .chars()
        .filter(|letter| !letter.is_control() || *letter == '\n')
        .collect();
    let mut end = text.len().min(LONGEST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let text = text[..end].trim();
    if text.is_empty() {
        line(&passage.name)
    } else {
        text.to_owned()
    }
}
