//! An editor that talks to the language server: the real binary, over its standard input and output.

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

use demarche::scenario;

/// Far above what an answer takes, even on a machine that is busy.
const WATCHDOG: Duration = Duration::from_secs(120);

/// A scenario in a folder with spaces and an umlaut in its name, and a server that knows it.
pub(super) struct Editor {
    pub(super) folder: PathBuf,
    pub(super) child: Child,
    pub(super) stdin: ChildStdin,
    messages: Receiver<Value>,
    next: i64,
    /// The texts as the editor has them.
    pub(super) texts: BTreeMap<PathBuf, String>,
    _home: TempDir,
}

impl Editor {
    /// Starts the server over a copy of the tutorial that has a script too.
    pub(super) fn start() -> Self {
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

    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    pub(super) fn uri(&self, name: &str) -> String {
        uri(&self.path(name))
    }

    pub(super) fn send(&mut self, message: &Value) {
        let body = message.to_string();
        write!(self.stdin, "Content-Length: {}\r\n\r\n{body}", body.len()).unwrap();
        self.stdin.flush().unwrap();
    }

    pub(super) fn notify(&mut self, method: &str, params: &Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// Sends a request and waits for its answer, whatever is told meanwhile.
    pub(super) fn ask(&mut self, method: &str, params: &Value) -> Value {
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

    pub(super) fn request(&mut self, method: &str, params: &Value) -> Value {
        let answer = self.ask(method, params);
        assert!(answer.get("error").is_none(), "{method}: {answer}");
        answer["result"].clone()
    }

    pub(super) fn open(&mut self, name: &str) {
        let path = self.path(name);
        let text = fs::read_to_string(&path).unwrap();
        let document =
            json!({ "uri": uri(&path), "languageId": "ron", "version": 1, "text": text });
        self.notify("textDocument/didOpen", &json!({ "textDocument": document }));
        self.texts.insert(path, text);
    }

    /// Types over the first place where some text stands, without saving.
    pub(super) fn type_over(&mut self, name: &str, old: &str, new: &str) {
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
    pub(super) fn told(&mut self, name: &str, is_wanted: impl Fn(&[Value]) -> bool) -> Vec<Value> {
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
    pub(super) fn at(
        &mut self,
        method: &str,
        name: &str,
        before: &str,
        behind: &str,
        more: &Value,
    ) -> Value {
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

    pub(super) fn labels(&mut self, name: &str, before: &str, behind: &str) -> Vec<String> {
        let answer = self.at("textDocument/completion", name, before, behind, &json!({}));
        let items = answer["result"]["items"]
            .as_array()
            .unwrap_or_else(|| panic!("{answer}"));
        items
            .iter()
            .map(|item| item["label"].as_str().unwrap().to_owned())
            .collect()
    }

    pub(super) fn hover(&mut self, name: &str, before: &str, behind: &str) -> String {
        let answer = self.at("textDocument/hover", name, before, behind, &json!({}));
        let said = answer["result"]["contents"]["value"].as_str();
        said.unwrap_or_else(|| panic!("{before}|{behind}: {answer}"))
            .to_owned()
    }

    /// Says goodbye; the server ends by itself and well.
    pub(super) fn close(mut self) {
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
pub(super) fn offset(text: &str, position: &Value) -> usize {
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
pub(super) fn covered(text: &str, range: &Value) -> String {
    text[offset(text, &range["start"])..offset(text, &range["end"])].to_owned()
}
