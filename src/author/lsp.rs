//! The language server: what an editor asks about scenario files and scripts, and what it is told.
//!
//! It keeps the texts of open files, which count instead of what is on the disk, and asks the loader about them: there is no
//! second opinion on what is right. What can stand at a place is found by putting a word there that names nothing
//! ([`crate::diag::PROBE`]) and reading what the loader says about it. Positions are UTF-16, as the protocol has them.

mod complete;
mod describe;
mod hover;
mod names;
mod outline;
mod place;
mod project;
mod publish;
mod uri;
mod within;

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use lsp_server::Connection;
use lsp_server::ErrorCode;
use lsp_server::Message;
use lsp_server::Notification;
use lsp_server::Request;
use lsp_server::Response;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_json::json;
use thiserror::Error;

use crate::author::fmt;
use crate::author::lsp::place::Position;
use crate::author::lsp::project::Project;
use crate::text::SafeText;
use crate::text::Words;

/// How long typing must pause before everything is checked again.
const PAUSE: Duration = Duration::from_millis(120);
/// The most messages that are taken in before one pause: an editor that never stops gets its answers all the same.
const MOST_AT_ONCE: usize = 256;

/// Why the server stopped before it was asked to.
#[derive(Debug, Error)]
pub enum LspError {
    /// What came in was no message of the protocol.
    #[error("the editor does not speak the language server protocol")]
    Protocol(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// Reading or writing failed.
    #[error("the connection to the editor failed")]
    Connection(#[source] std::io::Error),
}

impl LspError {
    /// What the operator reads.
    pub fn words(&self, words: &Words) -> SafeText {
        let (key, why) = match self {
            LspError::Protocol(why) => ("lsp-not-the-protocol", why.to_string()),
            LspError::Connection(why) => ("lsp-connection", why.to_string()),
        };
        words.fill(key, &[("why", why.into())])
    }
}

/// Speaks the protocol on standard input and output until the editor says goodbye.
///
/// # Errors
/// If the editor goes away without a word, or says something that is no message of the protocol.
pub fn serve(words: Arc<Words>) -> Result<(), LspError> {
    let (connection, threads) = Connection::stdio();
    let served = talk(&connection, words);
    // The writer ends when nobody can send any more.
    drop(connection);
    let joined = threads.join().map_err(LspError::Connection);
    served.and(joined)
}

/// Speaks the protocol over a connection.
fn talk(connection: &Connection, words: Arc<Words>) -> Result<(), LspError> {
    let protocol = |error: lsp_server::ProtocolError| LspError::Protocol(Box::new(error));
    let (id, _) = connection.initialize_start().map_err(protocol)?;
    let about = json!({
        "capabilities": capabilities(),
        "serverInfo": { "name": "demarche", "version": env!("CARGO_PKG_VERSION") },
    });
    connection.initialize_finish(id, about).map_err(protocol)?;
    let mut server = Server {
        connection,
        words,
        open: BTreeMap::new(),
        projects: BTreeMap::new(),
        dirty: BTreeSet::new(),
        told: BTreeMap::new(),
    };
    let mut at_once = 0;
    loop {
        let waits = !server.dirty.is_empty();
        let message = if waits && at_once < MOST_AT_ONCE {
            connection.receiver.recv_timeout(PAUSE).ok()
        } else if waits {
            None
        } else {
            match connection.receiver.recv() {
                Ok(message) => Some(message),
                // The editor has gone away, or said something that is no message; joining the threads tells which.
                Err(_) => return Ok(()),
            }
        };
        at_once += 1;
        match message {
            None => {
                server.publish();
                at_once = 0;
            }
            Some(Message::Request(request)) => {
                if connection.handle_shutdown(&request).map_err(protocol)? {
                    return Ok(());
                }
                let answer = server.answer(request);
                server.send(Message::Response(answer));
            }
            Some(Message::Notification(note)) => {
                if note.method == "exit" {
                    return Ok(());
                }
                server.note(&note);
            }
            Some(Message::Response(_)) => {}
        }
    }
}

/// What the server can do.
fn capabilities() -> Value {
    json!({
        "positionEncoding": "utf-16",
        "textDocumentSync": { "openClose": true, "change": 2, "save": true },
        "completionProvider": { "triggerCharacters": ["\"", ".", "(", ":", " "] },
        "hoverProvider": true,
        "definitionProvider": true,
        "referencesProvider": true,
        "renameProvider": { "prepareProvider": true },
        "documentSymbolProvider": true,
        "documentFormattingProvider": true,
        "codeActionProvider": { "codeActionKinds": ["quickfix"] },
    })
}

/// A text and a place in it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct At {
    text_document: Document,
    position: Position,
    new_name: Option<String>,
}

#[derive(Deserialize)]
struct Document {
    uri: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Of {
    text_document: Document,
    range: Option<place::Range>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Changed {
    text_document: Document,
    content_changes: Vec<Change>,
}

#[derive(Deserialize)]
struct Change {
    range: Option<place::Range>,
    text: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Opened {
    text_document: OpenedDocument,
}

#[derive(Deserialize)]
struct OpenedDocument {
    uri: String,
    text: String,
}

struct Server<'c> {
    connection: &'c Connection,
    words: Arc<Words>,
    /// The texts of open files.
    open: BTreeMap<PathBuf, String>,
    /// Scenarios as they were last read, by where each begins.
    projects: BTreeMap<PathBuf, Arc<Project>>,
    /// Where something changed since it was last told what is wrong.
    dirty: BTreeSet<PathBuf>,
    /// The files that something was told of, by where their scenario begins.
    told: BTreeMap<PathBuf, BTreeSet<PathBuf>>,
}

/// Why a request is not answered with a result.
enum Refused {
    /// In the author's words.
    Said(SafeText),
    /// The request makes no sense.
    Parameters(String),
    UnknownMethod,
}

impl Server<'_> {
    fn send(&self, message: Message) {
        // If nobody listens any more, the loop ends with the next message it does not get.
        let _ = self.connection.sender.send(message);
    }

    fn answer(&mut self, request: Request) -> Response {
        let id = request.id.clone();
        match self.result(&request) {
            Ok(result) => Response::new_ok(id, result),
            Err(Refused::Said(text)) => {
                Response::new_err(id, ErrorCode::RequestFailed as i32, text.into_string())
            }
            Err(Refused::Parameters(why)) => {
                Response::new_err(id, ErrorCode::InvalidParams as i32, why)
            }
            Err(Refused::UnknownMethod) => {
                Response::new_err(id, ErrorCode::MethodNotFound as i32, request.method)
            }
        }
    }

    fn result(&mut self, request: &Request) -> Result<Value, Refused> {
        match request.method.as_str() {
            "textDocument/completion" => {
                let (path, at) = self.at(request)?;
                let text = self.text(&path);
                let asked = complete::Asked {
                    unsaved: &self.open,
                    path: &path,
                    text: &text,
                    offset: place::offset(&text, at.position),
                };
                Ok(complete::items(&asked, &self.words))
            }
            "textDocument/hover" => {
                let (path, at) = self.at(request)?;
                let project = self.project(&path);
                let text = self.text(&path);
                let asked = complete::Asked {
                    unsaved: &self.open,
                    path: &path,
                    text: &text,
                    offset: place::offset(&text, at.position),
                };
                Ok(hover::hover(&project, &asked, &self.words))
            }
            "textDocument/definition" => {
                let (path, at) = self.at(request)?;
                Ok(names::definition(&self.project(&path), &path, at.position))
            }
            "textDocument/references" => {
                let (path, at) = self.at(request)?;
                Ok(names::references(&self.project(&path), &path, at.position))
            }
            "textDocument/prepareRename" => {
                let (path, at) = self.at(request)?;
                Ok(names::prepare(&self.project(&path), &path, at.position))
            }
            "textDocument/rename" => {
                let (path, at) = self.at(request)?;
                let name = at.new_name.unwrap_or_default();
                names::rename(&self.project(&path), &path, at.position, &name, &self.words)
                    .map_err(Refused::Said)
            }
            "textDocument/documentSymbol" => {
                let of: Of = parameters(request.params.clone())?;
                let path = self.path(&of.text_document.uri)?;
                Ok(outline::symbols(&path, &self.text(&path)))
            }
            "textDocument/formatting" => {
                let of: Of = parameters(request.params.clone())?;
                let path = self.path(&of.text_document.uri)?;
                Ok(self.format(&path))
            }
            "textDocument/codeAction" => {
                let of: Of = parameters(request.params.clone())?;
                let path = self.path(&of.text_document.uri)?;
                Ok(publish::actions(
                    &self.project(&path),
                    &path,
                    of.range,
                    &self.words,
                ))
            }
            _ => Err(Refused::UnknownMethod),
        }
    }

    fn at(&self, request: &Request) -> Result<(PathBuf, At), Refused> {
        let at: At = parameters(request.params.clone())?;
        Ok((self.path(&at.text_document.uri)?, at))
    }

    fn path(&self, uri: &str) -> Result<PathBuf, Refused> {
        uri::path(uri).ok_or_else(|| Refused::Parameters(format!("no path in {uri}")))
    }

    /// The text of a file: as it is open, or as it is on the disk.
    fn text(&self, path: &Path) -> String {
        let open = self.open.get(path).cloned();
        open.or_else(|| std::fs::read_to_string(path).ok())
            .unwrap_or_default()
    }

    /// The scenario that a file belongs to, read again if anything in it changed.
    fn project(&mut self, path: &Path) -> Arc<Project> {
        let root = project::root(path, &self.open);
        if let Some(project) = self.projects.get(&root) {
            return Arc::clone(project);
        }
        let project = Arc::new(Project::load(&root, &self.open));
        self.projects.insert(root, Arc::clone(&project));
        project
    }

    fn note(&mut self, note: &Notification) {
        let params = note.params.clone();
        match note.method.as_str() {
            "textDocument/didOpen" => {
                if let Ok(opened) = serde_json::from_value::<Opened>(params)
                    && let Some(path) = uri::path(&opened.text_document.uri)
                {
                    self.open.insert(path.clone(), opened.text_document.text);
                    self.changed(&path);
                }
            }
            "textDocument/didChange" => {
                if let Ok(changed) = serde_json::from_value::<Changed>(params)
                    && let Some(path) = uri::path(&changed.text_document.uri)
                {
                    let mut text = self.text(&path);
                    for change in changed.content_changes {
                        text = place::changed(text, change.range, &change.text);
                    }
                    self.open.insert(path.clone(), text);
                    self.changed(&path);
                }
            }
            "textDocument/didClose" => {
                if let Ok(of) = serde_json::from_value::<Of>(params)
                    && let Some(path) = uri::path(&of.text_document.uri)
                {
                    self.open.remove(&path);
                    self.changed(&path);
                }
            }
            "textDocument/didSave" => {
                if let Ok(of) = serde_json::from_value::<Of>(params)
                    && let Some(path) = uri::path(&of.text_document.uri)
                {
                    self.changed(&path);
                }
            }
            "workspace/didChangeWatchedFiles" => {
                let roots: Vec<PathBuf> = self.projects.keys().cloned().collect();
                for root in roots {
                    self.changed(&root);
                }
            }
            _ => {}
        }
    }

    /// Something in a file changed: what was read of its scenario is old.
    fn changed(&mut self, path: &Path) {
        let root = project::root(path, &self.open);
        self.projects.remove(&root);
        self.dirty.insert(root);
    }

    /// Tells what is wrong wherever something changed.
    fn publish(&mut self) {
        for root in std::mem::take(&mut self.dirty) {
            let project = self.project(&root);
            let mut by_file = publish::diagnostics(&project, &self.words);
            // Of an open file it is also told that nothing is wrong.
            for path in self.open.keys().filter(|path| project.file(path).is_some()) {
                by_file.entry(path.clone()).or_insert_with(|| json!([]));
            }
            let before = self.told.remove(&root).unwrap_or_default();
            let now: BTreeSet<PathBuf> = by_file.keys().cloned().collect();
            for gone in before.difference(&now) {
                self.tell(gone, &Value::Array(Vec::new()));
            }
            for (path, diagnostics) in &by_file {
                self.tell(path, diagnostics);
            }
            self.told.insert(root, now);
        }
    }

    fn tell(&self, path: &Path, diagnostics: &Value) {
        let params = json!({ "uri": uri::of(path), "diagnostics": diagnostics });
        let method = "textDocument/publishDiagnostics".to_owned();
        self.send(Message::Notification(Notification { method, params }));
    }

    /// One edit that replaces the whole text with its layout; none if there is nothing to change, or no layout yet.
    fn format(&self, path: &Path) -> Value {
        let text = self.text(path);
        let is_ron = path.extension().is_some_and(|kind| kind == "ron");
        match fmt::format(&text) {
            Ok(formatted) if is_ron && formatted != text => {
                let range = place::range(&text, 0..text.len());
                json!([{ "range": range, "newText": formatted }])
            }
            _ => json!([]),
        }
    }
}

fn parameters<T: DeserializeOwned>(params: Value) -> Result<T, Refused> {
    serde_json::from_value(params).map_err(|error| Refused::Parameters(error.to_string()))
}
