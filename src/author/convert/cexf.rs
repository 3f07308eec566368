//! Exercises in the Common Exercise Format (CEXF): its flow of injects, their texts, and what is expected after each.
//!
//! The format is described at github.com/MISP/cexf. What it scores by looking into other tools is not carried.

use crate::author::convert::Unconvertible;
use crate::author::convert::draft::MOST_PASSAGES;
use crate::author::convert::story::Passage;
use crate::author::convert::story::Story;
use crate::author::convert::value::Value;

/// Whether a JSON text is an exercise of this format.
pub fn is_cexf(text: &str) -> bool {
    serde_json::from_str::<Value>(text)
        .is_ok_and(|whole| whole.get("exercise").is_some() && whole.get("injects").is_some())
}

/// Reads an exercise.
pub fn cexf(text: &str) -> Result<Story, Unconvertible> {
    let whole: Value = serde_json::from_str(text)
        .map_err(|error| Unconvertible::new("convert-bad-json", error))?;
    let mut story = Story::default();
    if let Some(exercise) = whole.get("exercise") {
        exercise.text("name").clone_into(&mut story.title);
        exercise.text("description").clone_into(&mut story.summary);
        let carried = ["name", "description", "uuid"];
        lose_fields(&mut story, "exercise", exercise, &carried);
    }
    let (injects, steps) = (whole.list("injects"), whole.list("inject_flow"));
    if injects.len().max(steps.len()) > MOST_PASSAGES {
        return Err(Unconvertible::new("convert-long-story", MOST_PASSAGES));
    }
    let find = |uuid: &str| injects.iter().find(|inject| inject.text("uuid") == uuid);
    let mut order: Vec<(&Value, &str)> = Vec::new();
    for step in in_turn(steps) {
        let uuid = step.text("inject_uuid");
        let Some(inject) = find(uuid) else {
            story.lose("lost-target", uuid);
            continue;
        };
        order.push((inject, step.text("description")));
        if followers(step).len() > 1 {
            story.lose("lost-branches", name_of(inject));
        }
        let needs = step.get("requirements");
        if needs.is_some_and(|needs| !needs.text("inject_uuid").is_empty()) {
            story.lose("lost-requirement", name_of(inject));
        }
        let carried = ["description", "inject_uuid", "requirements", "sequence"];
        lose_fields(&mut story, "inject_flow", step, &carried);
    }
    for inject in injects {
        let uuid = inject.text("uuid");
        if order.iter().all(|(known, _)| known.text("uuid") != uuid) {
            order.push((inject, ""));
        }
    }
    for (inject, description) in order {
        let name = name_of(inject);
        let wanted = inject.text("action_payload_resource_uuid");
        let mut payloads = whole.list("inject_payloads").iter();
        let payload = payloads.find(|known| known.text("uuid") == wanted);
        let text = match payload {
            Some(payload) => content(&mut story, payload),
            None if wanted.is_empty() => None,
            None => {
                story.lose("lost-payload-gone", wanted);
                None
            }
        };
        let parts = [description.to_owned(), text.unwrap_or_default()];
        let parts: Vec<String> = parts
            .into_iter()
            .filter(|part| !part.trim().is_empty())
            .collect();
        let results = inject
            .list("inject_evaluation")
            .iter()
            .map(|one| one.text("result").to_owned());
        let expected: Vec<String> = results.filter(|result| !result.trim().is_empty()).collect();
        for result in &expected {
            story.lose("lost-evaluation", format!("{name}: {result}"));
        }
        let carried = [
            "name",
            "uuid",
            "action_payload_resource_uuid",
            "inject_evaluation",
        ];
        lose_fields(&mut story, "injects", inject, &carried);
        story.passages.push(Passage {
            name: name.to_owned(),
            text: parts.join("\n\n"),
            expected,
            ..Passage::default()
        });
    }
    let names: Vec<String> = numbered(&mut story.passages);
    for (passage, next) in story.passages.iter_mut().zip(names.iter().skip(1)) {
        passage.next = Some(next.clone());
    }
    // The last inject arrives like the others; the story stops a turn later.
    if let Some(last) = story.passages.last_mut() {
        last.next = Some("The end of the flow".to_owned());
        story.passages.push(Passage {
            name: "The end of the flow".to_owned(),
            text: "Draft: how it ends when all injects have been played.".to_owned(),
            ..Passage::default()
        });
    }
    story.start = names.into_iter().next().unwrap_or_default();
    Ok(story)
}

/// The steps as they follow each other: from those that begin with the exercise along what each is followed by, then the
/// others as they stand in the file.
fn in_turn(steps: &[Value]) -> Vec<&Value> {
    let starts = |step: &&Value| {
        let trigger = step
            .get("sequence")
            .and_then(|sequence| sequence.get("trigger"));
        match trigger {
            Some(Value::Text(one)) => one == "startex",
            Some(Value::List(all)) => all.contains(&Value::Text("startex".to_owned())),
            _ => false,
        }
    };
    let mut order: Vec<&Value> = Vec::new();
    let mut taken = vec![false; steps.len()];
    let firsts = (0..steps.len()).filter(|place| starts(&&steps[*place]));
    for first in firsts.chain(0..steps.len()) {
        let mut open = vec![first];
        while let Some(place) = open.pop() {
            if std::mem::replace(&mut taken[place], true) {
                continue;
            }
            order.push(&steps[place]);
            // The first of several comes next.
            for uuid in followers(&steps[place]).iter().rev() {
                let next = steps.iter().enumerate().find(|(next, step)| {
                    !taken[*next] && Value::Text(step.text("inject_uuid").to_owned()) == *uuid
                });
                open.extend(next.map(|(next, _)| next));
            }
        }
    }
    order
}

/// The injects that a step is followed by.
fn followers(step: &Value) -> &[Value] {
    let sequence = step.get("sequence");
    sequence.map_or(&[], |sequence| sequence.list("followed_by"))
}

/// An inject's name, or its number if it has none.
fn name_of(inject: &Value) -> &str {
    let (name, uuid) = (inject.text("name"), inject.text("uuid"));
    match (name.trim().is_empty(), uuid.trim().is_empty()) {
        (false, _) => name,
        (true, false) => uuid,
        (true, true) => "Inject",
    }
}

/// Notes every field that says something and is not carried.
fn lose_fields(story: &mut Story, of: &str, value: &Value, carried: &[&str]) {
    let Value::Object(fields) = value else {
        return;
    };
    for (name, value) in fields {
        if says(value) && !carried.contains(&name.as_str()) {
            story.lose("lost-field", format!("{of}.{name}"));
        }
    }
}

/// Whether there is anything in a value.
fn says(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Text(text) => !text.trim().is_empty(),
        Value::List(values) => values.iter().any(says),
        Value::Object(fields) => fields.iter().any(|(_, value)| says(value)),
        Value::Bool(_) | Value::Int(_) | Value::Float(_) => true,
    }
}

/// Names that no two have.
fn numbered(passages: &mut [Passage]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for passage in passages {
        let mut number = 2;
        let own = passage.name.clone();
        while names.contains(&passage.name) {
            passage.name = format!("{own} {number}");
            number += 1;
        }
        names.push(passage.name.clone());
    }
    names
}

/// The text of a payload, if it is text.
fn content(story: &mut Story, payload: &Value) -> Option<String> {
    let parameters = payload.get("parameters")?;
    let content = parameters.text("content");
    let text = if parameters.text("content-type") == "base64" {
        decoded(content).and_then(|bytes| String::from_utf8(bytes).ok())
    } else {
        Some(content.to_owned()).filter(|text| !text.is_empty())
    };
    if text.is_none() {
        story.lose("lost-payload", payload.text("name"));
    }
    text
}

/// Base64, as RFC 4648 has it.
fn decoded(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let (mut bits, mut count) = (0_u32, 0_u32);
    for byte in text
        .bytes()
        .filter(|byte| !byte.is_ascii_whitespace() && *byte != b'=')
    {
        let six = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        bits = (bits << 6) | u32::from(six);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from((bits >> count) & 0xFF).ok()?);
        }
    }
    Some(bytes)
}
