//! Twine stories: Twee 3 sources, and published HTML of any story format.
//!
//! Passages and links are carried. What a story format computes (variables, conditions, macros) is not: it is named, and the
//! words that macros stand around are kept.

use crate::author::convert::story::Link;
use crate::author::convert::story::Passage;
use crate::author::convert::story::Story;

/// Whether a text is Twee.
pub fn is_twee(text: &str) -> bool {
    text.lines().any(|line| line.starts_with("::"))
}

/// Whether a text is a published Twine story.
pub fn is_html(text: &str) -> bool {
    text.contains("<tw-storydata")
}

/// Reads Twee 3.
pub fn twee(text: &str) -> Story {
    let mut story = Story::default();
    let mut raw: Vec<(String, String, String)> = Vec::new();
    for line in text.lines() {
        if let Some(head) = line.strip_prefix("::") {
            let (name, tags) = heading(head);
            raw.push((name, tags, String::new()));
        } else if let Some((_, _, body)) = raw.last_mut() {
            body.push_str(line.strip_prefix('\\').unwrap_or(line));
            body.push('\n');
        }
    }
    for (name, tags, body) in raw {
        match name.as_str() {
            "StoryTitle" => story.title = body.trim().to_owned(),
            "StoryData" => story.start = field(&body, "start"),
            _ => take(&mut story, &name, &tags, &body),
        }
    }
    finish(&mut story);
    story
}

/// Reads a published story.
pub fn html(text: &str) -> Story {
    let mut story = Story::default();
    let data = text
        .find("<tw-storydata")
        .map_or("", |start| &text[start..]);
    let head = data.split_once('>').map_or("", |(head, _)| head);
    story.title = attribute(head, "name");
    let start = attribute(head, "startnode");
    for piece in data.split("<tw-passagedata").skip(1) {
        let (head, rest) = piece.split_once('>').unwrap_or((piece, ""));
        let body = rest.split("</tw-passagedata>").next().unwrap_or_default();
        let name = attribute(head, "name");
        if attribute(head, "pid") == start {
            story.start.clone_from(&name);
        }
        let tags = attribute(head, "tags");
        take(&mut story, &name, &tags, &unescaped(body));
    }
    finish(&mut story);
    story
}

/// ` Name [tags] {"position": …}`.
fn heading(head: &str) -> (String, String) {
    let head = head.trim();
    let head = head
        .rfind(" {")
        .filter(|_| head.ends_with('}'))
        .map_or(head, |at| head[..at].trim());
    let (name, tags) = match head.rfind(" [").filter(|_| head.ends_with(']')) {
        Some(at) => (&head[..at], &head[at + 2..head.len() - 1]),
        None => (head, ""),
    };
    (name.trim().replace('\\', ""), tags.to_owned())
}

/// The text of a field in a small JSON object.
fn field(json: &str, name: &str) -> String {
    let value: Option<serde_json::Value> = serde_json::from_str(json).ok();
    let text = value.and_then(|value| Some(value.get(name)?.as_str()?.to_owned()));
    text.unwrap_or_default()
}

/// The value of an attribute.
fn attribute(head: &str, name: &str) -> String {
    let marked = format!(" {name}=\"");
    let value = head
        .find(&marked)
        .map_or("", |start| &head[start + marked.len()..]);
    unescaped(value.split('"').next().unwrap_or_default())
}

fn unescaped(text: &str) -> String {
    let text = text
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"");
    text.replace("&#39;", "'").replace("&amp;", "&")
}

fn take(story: &mut Story, name: &str, tags: &str, body: &str) {
    let is_code = |tag: &str| {
        matches!(
            tag.to_lowercase().as_str(),
            "script" | "stylesheet" | "twine.private"
        )
    };
    if tags.split_whitespace().any(is_code)
        || matches!(
            name,
            "StoryInit" | "StoryCaption" | "StoryMenu" | "PassageHeader"
        )
    {
        story.lose("lost-code", name);
        return;
    }
    if story.start.is_empty() && name == "Start" {
        story.start = name.to_owned();
    }
    let mut passage = Passage {
        name: name.to_owned(),
        ..Passage::default()
    };
    let body = without_macros(story, name, body);
    let mut rest = body.as_str();
    while let Some(open) = rest.find("[[") {
        passage.text.push_str(&rest[..open]);
        let inside = &rest[open + 2..];
        let Some(close) = inside.find("]]") else {
            rest = inside;
            continue;
        };
        let link = link(&inside[..close]);
        // A link within a sentence leaves its words there.
        let alone = rest[..open]
            .lines()
            .last()
            .is_none_or(|line| line.trim_matches([' ', '*', '-', '>']).is_empty())
            || rest[..open].ends_with('\n');
        if !alone {
            passage.text.push_str(&link.label);
        }
        passage.links.push(link);
        rest = &inside[close + 2..];
    }
    passage.text.push_str(rest);
    passage.text = tidy(&passage.text);
    story.passages.push(passage);
}

/// `label|to`, `label->to`, `to<-label` or `to`; what SugarCube sets behind it is left out.
fn link(inside: &str) -> Link {
    let inside = inside.split("][").next().unwrap_or_default();
    let (label, to) = if let Some((label, to)) = inside.rsplit_once("->") {
        (label, to)
    } else if let Some((to, label)) = inside.split_once("<-") {
        (label, to)
    } else if let Some((label, to)) = inside.split_once('|') {
        (label, to)
    } else {
        (inside, inside)
    };
    Link {
        label: label.trim().to_owned(),
        to: to.trim().to_owned(),
    }
}

/// The text without `<<macros>>`, `(macros:)`, HTML and comments; each is named among what was lost.
fn without_macros(story: &mut Story, name: &str, body: &str) -> String {
    let mut out = String::new();
    let mut rest = body;
    while let Some(first) = rest.chars().next() {
        let cut = if rest.starts_with("<<") {
            rest.find(">>").map(|end| end + 2)
        } else if rest.starts_with("<!--") {
            rest.find("-->").map(|end| end + 3)
        } else if rest.starts_with("/*") {
            rest.find("*/").map(|end| end + 2)
        } else if first == '<'
            && rest[1..].starts_with(|letter: char| letter.is_ascii_alphabetic() || letter == '/')
        {
            rest.find('>').map(|end| end + 1)
        } else if first == '(' && is_macro(&rest[1..]) {
            closed(rest)
        } else {
            None
        };
        match cut {
            Some(end) => {
                let piece = &rest[..end];
                if !piece.starts_with("<!--") && !piece.starts_with("/*") {
                    story.lose("lost-macro", format!("{name}: {piece}"));
                }
                rest = &rest[end..];
            }
            None => {
                out.push(first);
                rest = &rest[first.len_utf8()..];
            }
        }
    }
    // What remains of a Harlowe hook are its brackets.
    let lines = out.lines().map(|line| match line.trim() {
        "[" | "]" => "",
        line => match line
            .strip_prefix('[')
            .and_then(|line| line.strip_suffix(']'))
        {
            Some(inner) if !inner.starts_with('[') => inner,
            _ => line,
        },
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// `word:` or `word-word:`, as Harlowe's macros begin.
fn is_macro(text: &str) -> bool {
    let end = text
        .find(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '-' || letter == '_'));
    end.is_some_and(|end| end > 0 && text[end..].starts_with(':'))
}

/// The length of a stretch in round brackets.
fn closed(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, letter) in text.char_indices() {
        match letter {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at + 1);
        }
    }
    None
}

/// Without spaces at the ends of lines and more than one blank line.
pub(super) fn tidy(text: &str) -> String {
    let mut out: Vec<&str> = Vec::new();
    for line in text.lines().map(str::trim_end) {
        let is_blank = line.trim_matches([' ', '*', '-', '>']).is_empty();
        if is_blank && out.last().is_none_or(|last| last.is_empty()) {
            continue;
        }
        out.push(if is_blank { "" } else { line.trim_start() });
    }
    out.join("\n").trim().to_owned()
}

fn finish(story: &mut Story) {
    if story.passage(&story.start).is_none() {
        story.start = story
            .passages
            .first()
            .map(|passage| passage.name.clone())
            .unwrap_or_default();
    }
}
