//! The real binary in a real pseudo-terminal: what it shows, and that the terminal is left as it was found.

mod watch;

use std::io::Read;
use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::sync::Condvar;
use std::sync::Mutex;
use std::thread;
use std::time::Duration;
use std::time::Instant;

use portable_pty::Child;
use portable_pty::CommandBuilder;
use portable_pty::MasterPty;
use portable_pty::PtySize;
use portable_pty::native_pty_system;

/// Far above what anything here takes; a machine that is busy must not fail a test.
const WATCHDOG: Duration = Duration::from_secs(60);

/// What has come out of the program, as a terminal understands it.
struct Seen {
    parser: vt100::Parser,
    /// The program's end of the terminal is closed.
    closed: bool,
}

/// The program in a pseudo-terminal.
struct Pty {
    seen: Arc<(Mutex<Seen>, Condvar)>,
    writer: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    /// The terminal's settings before the program ran.
    before: String,
}

impl Pty {
    fn run(home: &Path, arguments: &[&str]) -> Self {
        let size = PtySize {
            rows: 24,
            cols: 80,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size).unwrap();
        let before = format!("{:?}", pair.master.get_termios());
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_demarche"));
        command.args(arguments);
        command.env("DEMARCHE_HOME", home.join("exercises"));
        command.env("TERM", "xterm-256color");
        command.env("LC_ALL", "C.UTF-8");
        command.env_remove("NO_COLOR");
        let child = pair.slave.spawn_command(command).unwrap();
        // The slave stays open here: its settings are looked at after the program has gone.
        let slave = pair.slave;
        let mut reader = pair.master.try_clone_reader().unwrap();
        let seen = Arc::new((
            Mutex::new(Seen {
                parser: vt100::Parser::new(24, 80, 0),
                closed: false,
            }),
            Condvar::new(),
        ));
        let shared = Arc::clone(&seen);
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            loop {
                let count = reader.read(&mut bytes).unwrap_or(0);
                let (seen, changed) = &*shared;
                let mut seen = seen.lock().unwrap();
                seen.parser.process(&bytes[..count]);
                seen.closed = count == 0;
                changed.notify_all();
                if count == 0 {
                    break;
                }
            }
            drop(slave);
        });
        Self {
            seen,
            writer: pair.master.take_writer().unwrap(),
            child,
            master: pair.master,
            before,
        }
    }

    /// Waits until the screen is as `wanted` says.
    #[track_caller]
    fn until(&self, what: &str, wanted: impl Fn(&vt100::Screen) -> bool) {
        let (seen, changed) = &*self.seen;
        let began = Instant::now();
        let mut seen = seen.lock().unwrap();
        while !wanted(seen.parser.screen()) {
            let left = WATCHDOG.checked_sub(began.elapsed());
            let Some(left) = left.filter(|_| !seen.closed) else {
                panic!("{what} never came:\n{}", seen.parser.screen().contents());
            };
            seen = changed.wait_timeout(seen, left).unwrap().0;
        }
    }

    #[track_caller]
    fn until_text(&self, text: &str) {
        self.until(text, |screen| screen.contents().contains(text));
    }

    fn press(&mut self, keys: &str) {
        self.writer.write_all(keys.as_bytes()).unwrap();
        self.writer.flush().unwrap();
    }

    fn resize(&mut self, rows: u16, cols: u16) {
        let (seen, _) = &*self.seen;
        seen.lock()
            .unwrap()
            .parser
            .screen_mut()
            .set_size(rows, cols);
        let size = PtySize {
            rows,
            cols,
            pixel_width: 0,
            pixel_height: 0,
        };
        self.master.resize(size).unwrap();
    }

    fn signal(&self, name: &str) {
        let pid = self.child.process_id().unwrap().to_string();
        let sent = Command::new("kill").args([name, &pid]).status().unwrap();
        assert!(sent.success());
    }

    /// Waits for the end and looks whether the terminal is as it was.
    #[track_caller]
    fn ends_clean(mut self) -> u32 {
        self.until("a clean screen", |screen| {
            !screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste()
        });
        let status = self.child.wait().unwrap();
        let after = format!("{:?}", self.master.get_termios());
        assert_eq!(self.before, after, "the terminal's settings have changed");
        status.exit_code()
    }
}

fn home() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

#[test]
fn two_turns_a_small_terminal_and_coming_back() {
    let home = home();
    let mut pty = Pty::run(home.path(), &[]);
    pty.until_text("First Call");
    pty.press("\r");
    pty.until_text("begin as");
    pty.press("\r");
    pty.until_text("to the situation room");
    pty.press("\r");
    pty.until_text("1 Inbox");
    for turn in 1..=2 {
        pty.press("p");
        pty.until_text("Enter seal");
        pty.press("\r");
        pty.until_text("Enter resolve the turn");
        pty.press("\r");
        pty.until_text(&format!("Enter on to turn {}", turn + 1));
        pty.press("\r");
        pty.until_text(&format!("Turn {} of", turn + 1));
    }
    pty.resize(5, 20);
    pty.until_text("This terminal");
    pty.resize(36, 120);
    pty.until_text("3 Situation");
    pty.until_text("Turn 3 of");
    pty.press("\x1b");
    pty.until_text("Leave the exercise?");
    pty.press("\r");
    pty.until_text("Go on with");
    pty.press("q");
    assert_eq!(pty.ends_clean(), 0);

    let mut again = Pty::run(home.path(), &["resume"]);
    again.until_text("Turn 3 of");
    again.press("\x03");
    assert_eq!(again.ends_clean(), 0);
}

#[test]
fn signals_end_it_and_leave_the_terminal_clean() {
    for signal in ["-TERM", "-HUP", "-INT", "-QUIT"] {
        let home = home();
        let pty = Pty::run(home.path(), &[]);
        pty.until_text("First Call");
        pty.signal(signal);
        assert_ne!(pty.ends_clean(), 0, "{signal}");
    }
}

#[test]
fn stopped_and_gone_on_with_the_screen_comes_back() {
    let home = home();
    for by_key in [false, true] {
        let mut pty = Pty::run(home.path(), &[]);
        pty.until_text("First Call");
        if by_key {
            pty.press("\x1a");
        } else {
            pty.signal("-TSTP");
        }
        pty.until("the shell's screen", |screen| {
            !screen.alternate_screen() && !screen.hide_cursor()
        });
        let pid = pty.child.process_id().unwrap();
        let began = Instant::now();
        while !is_stopped(pid) {
            assert!(began.elapsed() < WATCHDOG, "it never stopped");
            thread::yield_now();
        }
        pty.signal("-CONT");
        pty.until("our screen", |screen| {
            screen.alternate_screen() && screen.contents().contains("First Call")
        });
        pty.press("\x03");
        assert_eq!(pty.ends_clean(), 0);
    }
}

fn is_stopped(pid: u32) -> bool {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap();
    stat.rsplit(')')
        .next()
        .unwrap()
        .trim_start()
        .starts_with('T')
}

#[test]
fn what_is_pasted_into_the_rationale_cannot_command_the_terminal() {
    let home = home();
    let mut pty = Pty::run(home.path(), &["play", "first-call", "--seed", "7"]);
    pty.until_text("to the situation room");
    pty.press("\r");
    pty.until_text("1 Inbox");
    pty.press("p");
    pty.until_text("What it takes");
    pty.press("r");
    pty.until_text("For the record");
    pty.press("\x1b[200~first\u{9b}2J\u{202e}second\r\nthird\x1b[201~");
    pty.until_text("third");
    pty.until_text("U+202E");
    pty.press("\r");
    pty.until_text("What it takes");
    pty.press("\x03");
    assert_eq!(pty.ends_clean(), 0);
}

#[test]
fn a_replay_says_that_its_log_is_damaged() {
    let home = home();
    let log = home.path().join("damaged.jsonl");
    let mut played = Command::new(env!("CARGO_BIN_EXE_demarche"))
        .args(["play", "first-call", "--plain", "--log"])
        .arg(&log)
        .env("DEMARCHE_HOME", home.path().join("exercises"))
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let mut stdin = played.stdin.take().unwrap();
    stdin.write_all("1\n".repeat(200).as_bytes()).unwrap();
    drop(stdin);
    assert!(played.wait().unwrap().success());
    let text = std::fs::read_to_string(&log).unwrap();
    let line = text.lines().count() - 1;
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    lines[line - 1] = lines[line - 1].replacen(':', ";", 1);
    std::fs::write(&log, lines.join("\n") + "\n").unwrap();

    let mut pty = Pty::run(home.path(), &["replay", log.to_str().unwrap()]);
    pty.until_text("What happened");
    pty.until_text(&format!(
        "The log is damaged: line {line} and what follows are not shown."
    ));
    pty.press("\x03");
    assert_eq!(pty.ends_clean(), 0);
}

#[test]
fn what_is_printed_breaks_between_words_at_the_edge_of_a_terminal() {
    let home = home();
    let folder = home.path().join("a-folder-with-a-name-that-is-long");
    let folder = folder.to_str().unwrap();
    let new = ["new", folder, "--yes", "--minutes", "never"];
    let missing = ["msel", "import", folder, "no-table.csv"];
    for (args, words) in [
        (&new[..], "or two with a hyphen between: 45-60"),
        (&["explain", "nothing-that-is-a-code"], "prints it: S304."),
        (&missing[..], "says what they are."),
        (&["test", folder], "nor as a folder."),
    ] {
        let mut pty = Pty::run(home.path(), args);
        pty.child.wait().unwrap();
        // What the terminal broke itself is one line here.
        let flat = |screen: &vt100::Screen| {
            let text = screen.contents();
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        pty.until(words, |screen| flat(screen).contains(words));
        let screen = pty.seen.0.lock().unwrap().parser.screen().contents();
        assert!(screen.lines().count() > 1, "{screen}");
        for line in screen.lines() {
            assert!(line.chars().count() <= 80, "{line}");
        }
    }
}

#[test]
fn without_a_terminal_it_says_what_to_do_instead() {
    let home = home();
    let output = Command::new(env!("CARGO_BIN_EXE_demarche"))
        .env("DEMARCHE_HOME", home.path())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(
        String::from_utf8(output.stderr)
            .unwrap()
            .contains("--plain")
    );
    assert!(output.stdout.is_empty());
}

#[test]
fn a_log_is_replayed_on_its_timeline_and_forked_into_an_exercise() {
    let home = home();
    let out = home.path().join("plays");
    let played = Command::new(env!("CARGO_BIN_EXE_demarche"))
        .args([
            "lab",
            "first-call",
            "--plays",
            "4",
            "--threads",
            "1",
            "--out",
        ])
        .arg(&out)
        .output()
        .unwrap();
    assert!(played.status.success());
    let mut logs = std::fs::read_dir(&out)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let log = logs
        .find(|path| path.extension().is_some_and(|ending| ending == "jsonl"))
        .unwrap();
    let log = log.to_str().unwrap();

    let mut pty = Pty::run(home.path(), &["replay", log]);
    pty.until_text("What happened");
    pty.press("]]");
    pty.until_text("Turn 2 of 4");
    pty.press(" ");
    pty.until_text("playing");
    pty.press(" ");
    pty.until_text("still");
    pty.press("f");
    pty.until_text("Fork here?");
    pty.press("\r");
    pty.until_text("1 Inbox");
    pty.press("\x03");
    assert_eq!(pty.ends_clean(), 0);

    let listed = Command::new(env!("CARGO_BIN_EXE_demarche"))
        .env("DEMARCHE_HOME", home.path().join("exercises"))
        .arg("logs")
        .output()
        .unwrap();
    let listed = String::from_utf8(listed.stdout).unwrap();
    assert!(listed.contains("forked from"), "{listed}");
}
