//! Exercises in the Common Exercise Format (CEXF): its flow of injects, their texts, and what is expected after each.
//!
//! The format is described at github.com/MISP/cexf. What it scores by looking into other tools is not carried.

use crate::author::convert::Unconvertible;
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
        for name in [
            "meta",
            "tags",
            "valid_until",
            "total_duration",
            "expanded",
            "description",
        ] {
            if exercise
                .get(name)
                .is_some_and(|value| *value != Value::Text(String::new()))
            {
                story.lose("lost-field", format!("exercise.{name}"));
            }
        }
    }
    let injects = whole.list("injects");
    let find = |uuid: &str| injects.iter().find(|inject| inject.text("uuid") == uuid);
    let mut order: Vec<(&Value, &str)> = Vec::new();
    for step in whole.list("inject_flow") {
        let uuid = step.text("inject_uuid");
        match find(uuid) {
            Some(inject) => order.push((inject, step.text("description"))),
            None => story.lose("lost-target", uuid),
        }
        let branches = step
            .get("sequence")
            .map_or(0, |sequence| sequence.list("followed_by").len());
        if branches > 1 {
            story.lose("lost-branches", uuid);
        }
        if step
            .get("requirements")
            .is_some_and(|needs| needs.get("inject_uuid").is_some())
        {
            story.lose("lost-requirement", uuid);
        }
    }
    for inject in injects {
        if order
            .iter()
            .all(|(known, _)| known.text("uuid") != inject.text("uuid"))
        {
            order.push((inject, ""));
        }
    }
    for (inject, description) in order {
        let name = inject.text("name");
        let name = if name.is_empty() {
            inject.text("uuid")
        } else {
            name
        };
        let payload = inject.text("action_payload_resource_uuid");
        let payload = whole
            .list("inject_payloads")
            .iter()
            .find(|known| known.text("uuid") == payload);
        let text = payload.and_then(|payload| content(&mut story, payload));
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
