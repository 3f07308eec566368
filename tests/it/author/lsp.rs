//! The language server from outside: what it says to an editor, and that nothing brings it down.

mod editor;

use std::fs;
use std::io::Read;
use std::io::Write;

use serde_json::Value;
use serde_json::json;

use demarche::diag::has_errors;
use demarche::scenario;

use crate::author::lsp::editor::Editor;
use crate::author::lsp::editor::covered;
use crate::author::lsp::editor::offset;

#[test]
fn what_is_wrong_is_told_while_one_types() {
    let mut editor = Editor::start();
    editor.open("scenario.ron");
    assert!(editor.told("scenario.ron", <[Value]>::is_empty).is_empty());
    editor.type_over(
        "scenario.ron",
        "😀 */ delivered.finding",
        "😀 */ delivered.findimg",
    );
    let wrong = editor.told("scenario.ron", |all| !all.is_empty());
    let text = editor.texts[&editor.path("scenario.ron")].clone();
    assert_eq!(wrong.len(), 1, "{wrong:?}");
    assert_eq!(covered(&text, &wrong[0]["range"]), "findimg");
    assert!(
        wrong[0]["message"].as_str().unwrap().contains("finding"),
        "{wrong:?}"
    );
    let range = wrong[0]["range"].clone();
    let params = json!({ "textDocument": { "uri": editor.uri("scenario.ron") }, "range": range, "context": { "diagnostics": [] } });
    let actions = editor.request("textDocument/codeAction", &params);
    let uri = editor.uri("scenario.ron");
    let edits = actions.as_array().unwrap().iter();
    let mut edits = edits.map(|action| &action["edit"]["changes"][&uri][0]);
    let mends =
        |edit: &&Value| edit["newText"] == "finding" && covered(&text, &edit["range"]) == "findimg";
    assert!(edits.any(|edit| mends(&edit)), "{actions}");
    // A file that is not open is told of too, by what is typed in another.
    editor.type_over("scenario.ron", "findimg", "finding");
    assert!(editor.told("scenario.ron", <[Value]>::is_empty).is_empty());
    editor.type_over("scenario.ron", "id: \"pass_on\"", "id: \"passed_on\"");
    assert!(!editor.told("injects.ron", |all| !all.is_empty()).is_empty());
    editor.close();
}

#[test]
fn what_can_stand_at_a_place_is_offered() {
    let mut editor = Editor::start();
    editor.open("scenario.ron");
    editor.open("injects.ron");
    let seats = editor.labels("scenario.ron", "seat: \"", "ilcert\",");
    assert_eq!(seats, ["ilcert"]);
    let injects = editor.labels("scenario.ron", "after: \"", "finding\"");
    assert!(
        injects.contains(&"finding".to_owned()) && injects.contains(&"phone_call".to_owned()),
        "{injects:?}"
    );
    let choices = editor.labels("injects.ron", "when: \"chose.pass_on.", "whole\"");
    assert_eq!(choices, ["ask", "derived", "hold", "whole"]);
    // An expression that is not finished yet.
    editor.type_over(
        "injects.ron",
        "when: \"chose.pass_on.whole\"",
        "when: \"trust.ilcert. > 5 && \"",
    );
    let actors = editor.labels("injects.ron", "when: \"trust.ilcert.", " > 5");
    assert!(actors.contains(&"corrand_cert".to_owned()), "{actors:?}");
    let roots = editor.labels("injects.ron", "> 5 && ", "\"");
    assert!(
        roots.contains(&"delivered".to_owned()) && roots.contains(&"trust_of".to_owned()),
        "{roots:?}"
    );
    assert!(
        !roots.contains(&"deliver".to_owned()),
        "expressions make no effects: {roots:?}"
    );
    // A field, an effect, and the fields of an effect.
    editor.type_over("injects.ron", "id: \"finding\",", "id: \"finding\",  ");
    let fields = editor.labels("injects.ron", "id: \"finding\", ", " ");
    assert!(
        fields.contains(&"contingency_of".to_owned()) && fields.contains(&"channel".to_owned()),
        "{fields:?}"
    );
    let effects = editor.labels("injects.ron", "effects: [", "Capital(");
    assert!(
        effects.contains(&"Trust".to_owned()) && effects.contains(&"OpenForum".to_owned()),
        "{effects:?}"
    );
    let of_effect = editor.labels("injects.ron", "Capital(", "seat:");
    assert_eq!(of_effect, ["by", "seat"]);
    let words = editor.labels("injects.ron", "channel: ", "EncryptedEmail");
    assert!(words.contains(&"Phone".to_owned()), "{words:?}");
    editor.open("scripts/queue.rhai");
    let ids = editor.labels("scripts/queue.rhai", "delivered_of(\"", "finding");
    assert!(ids.contains(&"phone_call".to_owned()), "{ids:?}");
    editor.close();
}

#[test]
fn what_stands_at_a_place_is_explained() {
    let mut editor = Editor::start();
    editor.open("scenario.ron");
    editor.open("injects.ron");
    editor.open("scripts/queue.rhai");
    let id = editor.hover("scenario.ron", "after: \"find", "ing\"");
    assert!(
        id.contains("inject") && id.contains("altered booking script"),
        "{id}"
    );
    assert!(id.contains("finding · “"), "{id}");
    let word = editor.hover("scenario.ron", "😀 */ deliv", "ered.finding");
    assert!(word.contains("delivered.INJECT"), "{word}");
    let field = editor.hover("injects.ron", "chan", "nel: EncryptedEmail");
    assert!(
        field.contains("How it arrives") && field.contains("`Phone`"),
        "{field}"
    );
    let number = editor.hover("scenario.ron", "hou", "rs: ");
    assert!(number.contains("Default"), "{number}");
    let effect = editor.hover("injects.ron", "Cap", "ital(");
    assert!(effect.contains("political capital"), "{effect}");
    let function = editor.hover("scripts/queue.rhai", "delivered", "_of(");
    assert!(function.contains("delivered_of(inject)"), "{function}");
    // Nothing is said of what says nothing.
    let nothing = editor.at(
        "textDocument/hover",
        "scenario.ron",
        "// First ",
        "Call",
        &json!({}),
    );
    assert_eq!(nothing["result"], Value::Null);
    editor.close();
}

#[test]
fn an_id_is_followed_and_renamed_in_every_file() {
    let mut editor = Editor::start();
    for name in ["scenario.ron", "injects.ron", "scripts/queue.rhai"] {
        editor.open(name);
    }
    let at = editor.at(
        "textDocument/definition",
        "scripts/queue.rhai",
        "delivered_of(\"fin",
        "ding",
        &json!({}),
    );
    let injects = editor.texts[&editor.path("injects.ron")].clone();
    assert_eq!(at["result"]["uri"], json!(editor.uri("injects.ron")));
    assert_eq!(covered(&injects, &at["result"]["range"]), "\"finding\"");
    let file = editor.at(
        "textDocument/definition",
        "scenario.ron",
        "files: [\"inj",
        "ects.ron",
        &json!({}),
    );
    assert_eq!(file["result"]["uri"], json!(editor.uri("injects.ron")));
    let all = editor.at(
        "textDocument/references",
        "scenario.ron",
        "😀 */ delivered.find",
        "ing",
        &json!({ "context": { "includeDeclaration": true } }),
    );
    let places = all["result"].as_array().unwrap();
    assert!(places.len() >= 5, "{places:?}");
    let prepared = editor.at(
        "textDocument/prepareRename",
        "scenario.ron",
        "after: \"fin",
        "ding\"",
        &json!({}),
    );
    assert_eq!(prepared["result"]["placeholder"], "finding");
    for bad in ["Finding", "phone_call", "switch", ""] {
        let answer = editor.at(
            "textDocument/rename",
            "scenario.ron",
            "after: \"fin",
            "ding\"",
            &json!({ "newName": bad }),
        );
        assert!(answer["error"]["message"].is_string(), "{bad}: {answer}");
    }
    let answer = editor.at(
        "textDocument/rename",
        "scenario.ron",
        "after: \"fin",
        "ding\"",
        &json!({ "newName": "altered_script" }),
    );
    let changes = answer["result"]["changes"]
        .as_object()
        .unwrap_or_else(|| panic!("{answer}"))
        .clone();
    assert_eq!(changes.len(), 3, "{changes:?}");
    for name in ["scenario.ron", "injects.ron", "scripts/queue.rhai"] {
        let mut text = editor.texts[&editor.path(name)].clone();
        let mut edits = changes[&editor.uri(name)].as_array().unwrap().clone();
        edits.sort_by_key(|edit| std::cmp::Reverse(offset(&text, &edit["range"]["start"])));
        for edit in edits {
            assert_eq!(covered(&text, &edit["range"]), "finding");
            let (start, end) = (
                offset(&text, &edit["range"]["start"]),
                offset(&text, &edit["range"]["end"]),
            );
            text.replace_range(start..end, edit["newText"].as_str().unwrap());
        }
        fs::write(editor.path(name), text).unwrap();
    }
    let opened = scenario::open(&scenario::load(&editor.folder));
    assert!(!has_errors(&opened.diagnostics), "{:?}", opened.diagnostics);
    let names = &opened.playable.unwrap().scenario().names.clone();
    // The fact of the same name is something else and keeps it.
    assert!(
        names
            .find(demarche::model::id::Kind::Inject, "altered_script")
            .is_some()
    );
    assert!(
        names
            .find(demarche::model::id::Kind::Fact, "finding")
            .is_some()
    );
    editor.close();
}

#[test]
fn an_id_is_renamed_within_an_experts_acts_and_answers() {
    let mut editor = Editor::start();
    editor.open("scenario.ron");
    editor.open("injects.ron");
    editor.type_over(
        "scenario.ron",
        "expert: [",
        r##"expert: [
        (seat: "ilcert", turn: 1, answers: ["first_hour.split"], acts: [r#"Take(action: "tickets")"#, "Report(duty: \"early_notice\")"]),
        (seat: "ilcert", turn: 2, acts: [r#"Answer(choice: "pass_on.derived")"#]),"##,
    );
    for (before, after, old, count) in [
        ("id: \"tick", "ets\"", "tickets", 2),
        ("Take(action: \"tick", "ets\"", "tickets", 2),
        ("id: \"early_", "notice\"", "early_notice", 2),
        ("Answer(choice: \"pass", "_on.derived", "pass_on", 2),
        ("Answer(choice: \"pass_on.der", "ived", "derived", 2),
        ("answers: [\"first_hour.sp", "lit", "split", 2),
        ("answers: [\"first", "_hour.split", "first_hour", 2),
    ] {
        let answer = editor.at(
            "textDocument/rename",
            "scenario.ron",
            before,
            after,
            &json!({ "newName": "renamed" }),
        );
        let changes = &answer["result"]["changes"];
        let text = &editor.texts[&editor.path("scenario.ron")];
        let edits = changes[&editor.uri("scenario.ron")].as_array();
        let edits = edits.unwrap_or_else(|| panic!("{old}: {answer}"));
        assert!(edits.len() >= count, "{old}: {answer}");
        for edit in edits {
            assert_eq!(covered(text, &edit["range"]), old);
        }
        let lines = edits
            .iter()
            .map(|edit| edit["range"]["start"]["line"].as_u64());
        let expert = text
            .lines()
            .position(|line| line.contains("expert: ["))
            .unwrap() as u64;
        let is_reached =
            |line: Option<u64>| line.is_some_and(|line| (expert + 1..=expert + 2).contains(&line));
        assert!(lines.clone().any(is_reached), "{old}: {answer}");
    }
    editor.close();
}

#[test]
fn a_file_has_an_outline_and_a_layout() {
    let mut editor = Editor::start();
    editor.open("scenario.ron");
    editor.open("scripts/queue.rhai");
    let of = |uri: String| json!({ "textDocument": { "uri": uri }, "options": { "tabSize": 4, "insertSpaces": true } });
    let outline = editor.request(
        "textDocument/documentSymbol",
        &of(editor.uri("scenario.ron")),
    );
    let find = |all: &Value, name: &str| {
        let found = all
            .as_array()
            .unwrap()
            .iter()
            .find(|symbol| symbol["name"] == json!(name));
        found.unwrap_or_else(|| panic!("{name} in {all}")).clone()
    };
    let decision = find(&find(&outline, "decisions")["children"], "pass_on");
    assert_eq!(decision["children"].as_array().unwrap().len(), 4);
    let functions = editor.request(
        "textDocument/documentSymbol",
        &of(editor.uri("scripts/queue.rhai")),
    );
    assert_eq!(functions[0]["name"], "queue");
    editor.type_over("scenario.ron", "    format: 1,", "  format:1,");
    let edits = editor.request("textDocument/formatting", &of(editor.uri("scenario.ron")));
    assert!(
        edits[0]["newText"]
            .as_str()
            .unwrap()
            .contains("\n    format: 1,\n")
    );
    editor.close();
}

#[test]
fn nonsense_is_answered_or_ends_it_and_never_in_a_panic() {
    let mut editor = Editor::start();
    editor.open("scenario.ron");
    let error = editor.ask("textDocument/inventTheWheel", &json!({}));
    assert_eq!(error["error"]["code"], -32601);
    for method in [
        "textDocument/hover",
        "textDocument/rename",
        "textDocument/completion",
        "textDocument/documentSymbol",
    ] {
        let error = editor.ask(method, &json!({ "position": "here" }));
        assert_eq!(error["error"]["code"], -32602, "{error}");
        let error = editor.ask(method, &json!({ "textDocument": { "uri": "untitled:1" }, "position": { "line": 0, "character": 0 } }));
        assert_eq!(error["error"]["code"], -32602, "{error}");
    }
    // Places that are nowhere, files that are not there, texts that are none.
    let far = json!({ "line": 4_000_000, "character": 4_000_000 });
    let nowhere =
        json!({ "textDocument": { "uri": "file:///nowhere/at/all.ron" }, "position": far });
    editor.request("textDocument/hover", &nowhere);
    editor.request("textDocument/completion", &nowhere);
    editor.notify("textDocument/didChange", &json!({ "nothing": [] }));
    editor.type_over("scenario.ron", "(", "((((([[[\"");
    editor.told("scenario.ron", |all| !all.is_empty());
    let labels = json!({ "textDocument": { "uri": editor.uri("scenario.ron") }, "position": { "line": 40, "character": 12 } });
    editor.request("textDocument/completion", &labels);
    editor.request("textDocument/definition", &labels);
    // What is no message ends the conversation.
    editor
        .stdin
        .write_all(b"Content-Length: 12\r\n\r\nthis is none")
        .unwrap();
    let _ = editor.stdin.flush();
    drop(editor.stdin);
    assert_eq!(editor.child.wait().unwrap().code(), Some(2));
    let mut said = String::new();
    editor
        .child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut said)
        .unwrap();
    assert!(!said.contains("panicked") && !said.is_empty(), "{said}");
}
