//! The language server from outside: the real binary, spoken to over its standard input and output.

use std::collections::BTreeMap;
use std::fs;
use std::io::BufRead;
use std::io::BufReader;
use std::io::Read;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;
use std::process::Child;
use std::process::ChildStdin;
use std::process::Command;
use std::process::Stdio;
use std::sync::mpsc::Receiver;
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use serde_json::Value;
use serde_json::json;
use tempfile::TempDir;

use demarche::diag::has_errors;
use demarche::scenario;

/// Far above what an answer takes, even on a machine that is busy.
const WATCHDOG: Duration = Duration::from_secs(120);

/// A scenario in a folder with spaces and an umlaut in its name, and a server that knows it.
struct Editor {
    folder: PathBuf,
    child: Child,
    stdin: ChildStdin,
    messages: Receiver<Value>,
    next: i64,
    /// The texts as the editor has them.
    texts: BTreeMap<PathBuf, String>,
    _home: TempDir,
}

impl Editor {
    /// Starts the server over a copy of the tutorial that has a script too.
    fn start() -> Self {
        let home = TempDir::new().unwrap();
        let folder = home.path().join("meine Übung");
        fs::create_dir_all(folder.join("scripts")).unwrap();
        for (name, bytes) in scenario::load_embedded("first-call").unwrap().files() {
            if !name.contains('/') {
                fs::write(folder.join(name), bytes).unwrap();
            }
        }
        let script = "// Ärger 😀 in the queue.\nfn queue() {\n    if delivered_of(\"finding\") { [meter(\"queue\", 1)] } else { [] }\n}\n";
        fs::write(folder.join("scripts/queue.rhai"), script).unwrap();
        let entry = folder.join("scenario.ron");
        let text = fs::read_to_string(&entry).unwrap();
        let rule = "rules: [\n        (id: \"noise\", when: \"/* é😀 */ delivered.finding && meter.queue > 30\", effects: [Call(\"queue\")], why: \"Calls.\"),";
        fs::write(&entry, text.replacen("rules: [", rule, 1)).unwrap();
        let mut child = Command::new(env!("CARGO_BIN_EXE_demarche"))
            .arg("lsp")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let stdin = child.stdin.take().unwrap();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let (sender, messages) = channel();
        thread::spawn(move || {
            while let Some(message) = read(&mut stdout) {
                if sender.send(message).is_err() {
                    break;
                }
            }
        });
        let mut editor = Self {
            folder,
            child,
            stdin,
            messages,
            next: 0,
            texts: BTreeMap::new(),
            _home: home,
        };
        let about = editor.request(
            "initialize",
            &json!({ "capabilities": {}, "processId": null, "rootUri": null }),
        );
        assert_eq!(about["capabilities"]["positionEncoding"], "utf-16");
        editor.notify("initialized", &json!({}));
        editor
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    fn uri(&self, name: &str) -> String {
        uri(&self.path(name))
    }

    fn send(&mut self, message: &Value) {
        let body = message.to_string();
        write!(self.stdin, "Content-Length: {}\r\n\r\n{body}", body.len()).unwrap();
        self.stdin.flush().unwrap();
    }

    fn notify(&mut self, method: &str, params: &Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// Sends a request and waits for its answer, whatever is told meanwhile.
    fn ask(&mut self, method: &str, params: &Value) -> Value {
        self.next += 1;
        let id = self.next;
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
        loop {
            let message = self
                .messages
                .recv_timeout(WATCHDOG)
                .expect("the server answers");
            if message["id"] == json!(id) && message.get("method").is_none() {
                return message;
            }
        }
    }

    fn request(&mut self, method: &str, params: &Value) -> Value {
        let answer = self.ask(method, params);
        assert!(answer.get("error").is_none(), "{method}: {answer}");
        answer["result"].clone()
    }

    fn open(&mut self, name: &str) {
        let path = self.path(name);
        let text = fs::read_to_string(&path).unwrap();
        let document =
            json!({ "uri": uri(&path), "languageId": "ron", "version": 1, "text": text });
        self.notify("textDocument/didOpen", &json!({ "textDocument": document }));
        self.texts.insert(path, text);
    }

    /// Types over the first place where some text stands, without saving.
    fn type_over(&mut self, name: &str, old: &str, new: &str) {
        let path = self.path(name);
        let text = self.texts[&path].clone();
        let at = text
            .find(old)
            .unwrap_or_else(|| panic!("{old} is in {name}"));
        let range = json!({ "start": position(&text, at), "end": position(&text, at + old.len()) });
        let changes = json!([{ "range": range, "text": new }]);
        let document = json!({ "uri": uri(&path), "version": 2 });
        self.notify(
            "textDocument/didChange",
            &json!({ "textDocument": document, "contentChanges": changes }),
        );
        self.texts.insert(path, text.replacen(old, new, 1));
    }

    /// Waits until the file's diagnostics are as wanted, and gives them.
    fn told(&mut self, name: &str, is_wanted: impl Fn(&[Value]) -> bool) -> Vec<Value> {
        let uri = self.uri(name);
        // What would only be better otherwise is not what is waited for.
        let is_error = |wrong: &&Value| wrong["severity"] == 1;
        loop {
            let message = self
                .messages
                .recv_timeout(WATCHDOG)
                .expect("diagnostics come");
            let params = &message["params"];
            if message["method"] == "textDocument/publishDiagnostics" && params["uri"] == json!(uri)
            {
                let all = params["diagnostics"].as_array().unwrap();
                let all: Vec<Value> = all.iter().filter(is_error).cloned().collect();
                if is_wanted(&all) {
                    return all;
                }
            }
        }
    }

    /// Asks about the place behind `before` in the first stretch that reads `before` and then `behind`.
    fn at(&mut self, method: &str, name: &str, before: &str, behind: &str, more: &Value) -> Value {
        let path = self.path(name);
        let text = &self.texts[&path];
        let at = text
            .find(&format!("{before}{behind}"))
            .unwrap_or_else(|| panic!("{before}|{behind}"));
        let mut params = json!({
            "textDocument": { "uri": uri(&path) },
            "position": position(text, at + before.len()),
        });
        for (key, value) in more.as_object().into_iter().flatten() {
            params[key] = value.clone();
        }
        self.ask(method, &params)
    }

    fn labels(&mut self, name: &str, before: &str, behind: &str) -> Vec<String> {
        let answer = self.at("textDocument/completion", name, before, behind, &json!({}));
        let items = answer["result"]["items"]
            .as_array()
            .unwrap_or_else(|| panic!("{answer}"));
        items
            .iter()
            .map(|item| item["label"].as_str().unwrap().to_owned())
            .collect()
    }

    fn hover(&mut self, name: &str, before: &str, behind: &str) -> String {
        let answer = self.at("textDocument/hover", name, before, behind, &json!({}));
        let said = answer["result"]["contents"]["value"].as_str();
        said.unwrap_or_else(|| panic!("{before}|{behind}: {answer}"))
            .to_owned()
    }

    /// Says goodbye; the server ends by itself and well.
    fn close(mut self) {
        assert_eq!(self.request("shutdown", &Value::Null), Value::Null);
        self.notify("exit", &Value::Null);
        drop(self.stdin);
        assert!(self.child.wait().unwrap().success());
        let mut said = String::new();
        self.child
            .stderr
            .take()
            .unwrap()
            .read_to_string(&mut said)
            .unwrap();
        assert_eq!(said, "");
    }
}

fn read(from: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if from.read_line(&mut line).ok()? == 0 {
            return None;
        }
        if let Some(number) = line.strip_prefix("Content-Length: ") {
            length = number.trim().parse().ok()?;
        }
        if line == "\r\n" {
            break;
        }
    }
    let mut body = vec![0; length];
    from.read_exact(&mut body).ok()?;
    serde_json::from_slice(&body).ok()
}

fn uri(path: &Path) -> String {
    let text = path
        .to_str()
        .unwrap()
        .replace(' ', "%20")
        .replace('Ü', "%C3%9C");
    format!("file://{text}")
}

/// The place of a byte as the protocol has it: lines, and UTF-16 units within the line.
fn position(text: &str, at: usize) -> Value {
    let start = text[..at].rfind('\n').map_or(0, |at| at + 1);
    json!({ "line": text[..at].matches('\n').count(), "character": text[start..at].encode_utf16().count() })
}

/// The byte of a place.
fn offset(text: &str, position: &Value) -> usize {
    let line = usize::try_from(position["line"].as_u64().unwrap()).unwrap();
    let units = usize::try_from(position["character"].as_u64().unwrap()).unwrap();
    let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
    let mut left = units;
    let before = text[start..].chars().take_while(|letter| {
        let fits = left >= letter.len_utf16();
        left = left.saturating_sub(letter.len_utf16());
        fits
    });
    start + before.map(char::len_utf8).sum::<usize>()
}

/// What a stretch covers.
fn covered(text: &str, range: &Value) -> String {
    text[offset(text, &range["start"])..offset(text, &range["end"])].to_owned()
}

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
