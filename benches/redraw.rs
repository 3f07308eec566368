//! How long a frame takes: the situation room of a real exercise at three sizes, drawn whole, after each key.
#![expect(
    clippy::unwrap_used,
    reason = "a measurement that cannot go on should say so"
)]
#![expect(clippy::print_stdout, reason = "the figures are its output")]

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;
use std::time::Instant;

use demarche::log::Library;
use demarche::log::RealDisk;
use demarche::text::Words;
use demarche::tui::app::App;
use demarche::tui::app::Environment;
use demarche::tui::desk::Desk;
use demarche::tui::desk::Place;
use demarche::tui::key::Key;
use demarche::tui::request::Ask;
use demarche::tui::settings::Settings;
use ratatui::Terminal;
use ratatui::TerminalOptions;
use ratatui::Viewport;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;

const FRAMES: u32 = 2000;

fn main() {
    let home = tempfile::tempdir().unwrap();
    let disk = Arc::new(RealDisk);
    for (columns, rows) in [(80, 24), (120, 36), (200, 60)] {
        let mut desk = Desk::new(Place {
            words: Arc::new(Words::default()),
            disk: disk.clone(),
            library: Some(Library::new(disk.clone(), home.path().join("exercises"))),
            settings: None,
        });
        let mut app = App::new(desk.words(), Environment::default(), Settings::default());
        app.resize(columns, rows);
        perform(&mut app, &mut desk, vec![Ask::Lists]);
        // Past the running exercises of the sizes before, to the last scenario; then to its room.
        for key in [
            Key::End,
            Key::Up,
            Key::Up,
            Key::Enter,
            Key::Enter,
            Key::Enter,
        ] {
            let asks = app.key(key);
            perform(&mut app, &mut desk, asks);
        }
        let area = Rect::new(0, 0, columns, rows);
        let mut bytes: Vec<u8> = Vec::with_capacity(1 << 20);
        let mut longest = Duration::ZERO;
        let began = Instant::now();
        let mut written = 0;
        {
            let mut terminal = Terminal::with_options(
                CrosstermBackend::new(Sink(&mut bytes, &mut written)),
                TerminalOptions {
                    viewport: Viewport::Fixed(area),
                },
            )
            .unwrap();
            for number in 0..FRAMES {
                app.key(if number % 8 < 4 { Key::Tab } else { Key::Down });
                let frame = Instant::now();
                terminal.draw(|frame| app.draw(frame)).unwrap();
                longest = longest.max(frame.elapsed());
            }
        }
        let mean = began.elapsed() / FRAMES;
        println!(
            "{columns}x{rows}: {mean:?} a frame with its key, longest {longest:?}, {} bytes a frame",
            written / u64::from(FRAMES)
        );
    }
}

/// Counts what is written and forgets it.
struct Sink<'a>(&'a mut Vec<u8>, &'a mut u64);

impl std::io::Write for Sink<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.clear();
        self.0.extend_from_slice(bytes);
        *self.1 += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn perform(app: &mut App, desk: &mut Desk, asks: Vec<Ask>) {
    let mut open: VecDeque<Ask> = asks.into();
    while let Some(ask) = open.pop_front() {
        if let Some(reply) = desk.perform(ask) {
            open.extend(app.reply(reply));
        }
    }
}
