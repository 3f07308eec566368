//! ink stories, from their source: knots, stitches, choices, gathers and diverts.
//!
//! What ink computes (variables, conditions, functions, tunnels, threads) is not carried; it is named.

use crate::author::convert::story::Link;
use crate::author::convert::story::Passage;
use crate::author::convert::story::Story;
use crate::author::convert::twine::tidy;

/// Whether a text is JSON that an ink compiler has written, which names its version first. Its jumps are offsets into a
/// machine's program, so a draft is made of the source and never of this.
pub fn is_compiled(text: &str) -> bool {
    text.trim_start()
        .strip_prefix('{')
        .is_some_and(|inside| inside.trim_start().starts_with("\"inkVersion\""))
}

/// Whether a text is an ink story's source.
pub fn is_ink(text: &str) -> bool {
    text.lines()
        .map(str::trim_start)
        .any(|line| line.starts_with("==") || line.starts_with("->"))
}

/// Reads an ink story.
pub fn ink(text: &str) -> Story {
    let mut reader = Reader::default();
    reader.story.start = START.to_owned();
    reader.open(START);
    for line in without_comments(text).lines() {
        reader.line(line.trim());
    }
    reader.finish()
}

/// The passage before the first knot.
const START: &str = "start";

/// The story so far, and where in it the next line belongs.
#[derive(Default)]
struct Reader {
    story: Story,
    knot: String,
    /// The passage that text goes to.
    at: usize,
    /// For each level of choices the passage that has them.
    owners: Vec<usize>,
    /// Passages below choices that have not gone anywhere yet, with their level.
    loose: Vec<(usize, usize)>,
    made: usize,
}

impl Reader {
    fn open(&mut self, name: &str) {
        self.at = self.passage(name);
        self.owners = vec![self.at];
        self.loose.clear();
    }

    fn passage(&mut self, name: &str) -> usize {
        self.story.passages.push(Passage {
            name: name.to_owned(),
            ..Passage::default()
        });
        self.story.passages.len() - 1
    }

    fn line(&mut self, line: &str) {
        if line.is_empty() {
            self.text("");
        } else if let Some(name) = line.strip_prefix("==") {
            let name = name.trim_matches(['=', ' ']);
            let name = name.split(['(', ' ']).next().unwrap_or_default();
            if line.contains("function") {
                self.story.lose("lost-logic", line);
            }
            name.clone_into(&mut self.knot);
            self.open(name);
        } else if let Some(name) = line.strip_prefix('=') {
            let name = name.trim().split('(').next().unwrap_or_default().trim();
            let whole = format!("{}.{name}", self.knot);
            // A knot with nothing of its own begins with its first stitch.
            let holder = &mut self.story.passages[self.at];
            let is_bare = holder.name == self.knot
                && holder.text.trim().is_empty()
                && holder.links.is_empty()
                && holder.next.is_none();
            if is_bare {
                holder.next = Some(whole.clone());
            }
            self.open(&whole);
        } else if [
            "VAR ",
            "CONST ",
            "LIST ",
            "INCLUDE ",
            "EXTERNAL ",
            concat!("TO", "DO"),
        ]
        .iter()
        .any(|word| line.starts_with(word))
            || line.starts_with('~')
        {
            self.story.lose("lost-logic", line);
        } else if line.starts_with(['*', '+']) {
            self.choice(line);
        } else if line.starts_with('-') && !line.starts_with("->") {
            self.gather(line);
        } else {
            self.text_and_divert(line);
        }
    }

    /// A choice: its label on the page, and a passage for what follows it.
    fn choice(&mut self, line: &str) {
        let bullets = line
            .split(|letter| !matches!(letter, '*' | '+' | ' '))
            .next()
            .unwrap_or_default();
        let level = bullets.matches(['*', '+']).count();
        let (label, rest) = labelled(line[bullets.len()..].trim());
        let rest = self.plain(rest);
        let (shown, divert) = diverted(&rest);
        let (before, inside, after) = match shown.split_once('[') {
            Some((before, rest)) => {
                let (inside, after) = rest.split_once(']').unwrap_or((rest, ""));
                (before, inside, after)
            }
            None => (shown, "", ""),
        };
        self.owners.truncate(level);
        while self.owners.len() < level {
            self.owners.push(self.at);
        }
        let owner = self.owners[level - 1];
        let words = format!("{before}{inside}").trim().to_owned();
        if words.is_empty() {
            // What happens if nothing else can be chosen.
            self.story.passages[owner].next = divert.map(str::to_owned);
            return;
        }
        self.made += 1;
        let name = match label {
            Some(label) => format!("{}.{label}", self.knot)
                .trim_start_matches('.')
                .to_owned(),
            None => format!("{words} ({})", self.made),
        };
        let place = self.passage(&name);
        self.story.passages[owner].links.push(Link {
            label: words,
            to: name,
        });
        self.at = place;
        self.text(format!("{before}{after}").trim());
        match divert {
            Some(to) => self.divert(to),
            None => self.loose.push((level, place)),
        }
    }

    /// A gather: where the loose ends above it come together.
    fn gather(&mut self, line: &str) {
        let dashes = line
            .split(|letter| !matches!(letter, '-' | ' '))
            .next()
            .unwrap_or_default();
        let mut level = dashes.matches('-').count();
        let mut rest = &line[dashes.len()..];
        if rest.starts_with('>') {
            level -= 1;
            rest = &line[dashes.len() - 1..];
        }
        let (label, rest) = labelled(rest.trim());
        self.made += 1;
        let name = label.map_or_else(
            || format!("{} {}", self.knot, self.made).trim().to_owned(),
            |label| format!("{}.{label}", self.knot),
        );
        let from = self.at;
        let place = self.passage(&name);
        let ends: Vec<(usize, usize)> = self
            .loose
            .extract_if(.., |(other, _)| *other >= level.max(1))
            .collect();
        for (_, end) in &ends {
            let end = &mut self.story.passages[*end];
            if end.next.is_none() && end.links.is_empty() {
                end.next = Some(name.clone());
            }
        }
        let before = &mut self.story.passages[from];
        if ends.is_empty() && before.next.is_none() && before.links.is_empty() {
            before.next = Some(name);
        }
        self.at = place;
        self.owners.truncate(level.max(1));
        self.owners.pop();
        self.owners.push(place);
        if level > 1 {
            self.loose.push((level - 1, place));
        }
        self.text_and_divert(rest);
    }

    fn text_and_divert(&mut self, line: &str) {
        let line = self.plain(line);
        let (text, divert) = diverted(&line);
        self.text(text);
        if let Some(to) = divert {
            self.divert(to);
        }
    }

    fn text(&mut self, text: &str) {
        let passage = &mut self.story.passages[self.at];
        // What stands behind a way on is never reached.
        if passage.next.is_none() {
            passage.text.push_str(text);
            passage.text.push('\n');
        }
    }

    fn divert(&mut self, to: &str) {
        let passage = &mut self.story.passages[self.at];
        if passage.next.is_none() {
            passage.next = Some(to.to_owned());
        }
        let at = self.at;
        self.loose.retain(|(_, place)| *place != at);
    }

    /// A line without tags, glue and what is computed.
    fn plain(&mut self, line: &str) -> String {
        let line = line.replace("<>", "").replace('\\', "");
        let (line, tag) = line
            .split_once('#')
            .map_or((line.as_str(), None), |(line, tag)| (line, Some(tag)));
        if let Some(tag) = tag {
            self.story.lose("lost-tag", format!("#{tag}"));
        }
        let mut out = String::new();
        let mut rest = line;
        while let Some(open) = rest.find('{') {
            out.push_str(&rest[..open]);
            let Some(close) = rest[open..].find('}') else {
                self.story.lose("lost-logic", &rest[open..]);
                rest = "";
                break;
            };
            let inside = &rest[open + 1..open + close];
            self.story.lose("lost-logic", format!("{{{inside}}}"));
            // Of alternatives the first is kept.
            if inside.contains('|') && !inside.contains(':') {
                let first = inside.split('|').next().unwrap_or_default();
                out.push_str(first.trim_start_matches(['&', '!', '~']));
            }
            rest = &rest[open + close + 1..];
        }
        out.push_str(rest);
        out.replace('}', "").trim().to_owned()
    }

    /// Turns the names of diverts into names of passages.
    fn finish(mut self) -> Story {
        let names: Vec<String> = self
            .story
            .passages
            .iter()
            .map(|passage| passage.name.clone())
            .collect();
        let find = |to: &str, from: &str| {
            let knot = from.split('.').next().unwrap_or_default();
            [to.to_owned(), format!("{knot}.{to}")]
                .into_iter()
                .find(|name| names.contains(name))
        };
        let mut knot = String::new();
        let mut lost = Vec::new();
        for passage in &mut self.story.passages {
            if !passage.name.contains(' ') {
                passage.name.clone_into(&mut knot);
            }
            passage.text = tidy(&passage.text);
            passage.next = passage.next.take().and_then(|to| match to.as_str() {
                "END" | "DONE" | "->" | "" => None,
                to => {
                    if let Some(name) = find(to, &knot) {
                        Some(name)
                    } else {
                        lost.push(to.to_owned());
                        None
                    }
                }
            });
        }
        for to in lost {
            self.story.lose("lost-target", to);
        }
        let first = &self.story.passages[0];
        if first.text.is_empty() && first.links.is_empty() {
            // Nothing stands before the first knot.
            let begins = first.next.clone().or_else(|| names.get(1).cloned());
            if let Some(begins) = begins {
                self.story.start = begins;
                self.story.passages.remove(0);
            }
        }
        self.story
    }
}

/// `(label) rest`.
fn labelled(text: &str) -> (Option<&str>, &str) {
    let inside = text.strip_prefix('(').and_then(|rest| rest.split_once(')'));
    inside.map_or((None, text), |(label, rest)| {
        (Some(label.trim()), rest.trim())
    })
}

/// A line's text, and where it goes on.
fn diverted(line: &str) -> (&str, Option<&str>) {
    let Some((text, to)) = line.split_once("->") else {
        return (line, None);
    };
    let to = to.split("->").next().unwrap_or_default().trim();
    (
        text.trim(),
        Some(to.split('(').next().unwrap_or_default().trim()),
    )
}

fn without_comments(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(open) = rest.find("/*") {
        out.push_str(&rest[..open]);
        rest = rest[open..]
            .find("*/")
            .map_or("", |close| &rest[open + close + 2..]);
    }
    out.push_str(rest);
    let lines = out
        .lines()
        .map(|line| line.split_once("//").map_or(line, |(line, _)| line));
    lines.collect::<Vec<_>>().join("\n")
}
