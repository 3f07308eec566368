//! Finds out what other choices would have changed, beside the screens: on a thread of its own, which can be given up.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering;
use std::sync::mpsc::Receiver;
use std::sync::mpsc::TryRecvError;
use std::sync::mpsc::channel;
use std::thread;

use crate::lab::whatif::Change;
use crate::lab::whatif::Effort;
use crate::lab::whatif::Findings;
use crate::lab::whatif::Past;
use crate::lab::whatif::Question;
use crate::lab::whatif::Section;
use crate::lab::whatif::tables;
use crate::text::Words;
use crate::tui::desk::Desk;
use crate::tui::request::Inquiry as Standing;
use crate::tui::request::Reply;

/// The stack a decision runs on.
const STACK: usize = 16 << 20;

/// An inquiry under way. Dropping it gives it up.
pub(super) struct Inquiry {
    stop: Arc<AtomicBool>,
    done: Arc<(AtomicUsize, AtomicUsize)>,
    found: Receiver<Found>,
}

/// What an inquiry found, in words, and what of it can be asked about next.
struct Found {
    sections: Vec<Section>,
    changes: Vec<Change>,
}

impl Drop for Inquiry {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

impl Inquiry {
    fn begin(past: Past, question: Question, words: Arc<Words>) -> std::io::Result<Self> {
        let stop = Arc::new(AtomicBool::new(false));
        let done = Arc::new((AtomicUsize::new(0), AtomicUsize::new(0)));
        let (sender, found) = channel();
        let (stopped, told) = (Arc::clone(&stop), Arc::clone(&done));
        let thread = thread::Builder::new().stack_size(STACK);
        thread.name("inquiry".to_owned()).spawn(move || {
            let threads = thread::available_parallelism().map_or(1, usize::from);
            let effort = Effort {
                plays: 1,
                threads,
                told: &|done, all| {
                    told.0.store(done, Ordering::Relaxed);
                    told.1.store(all, Ordering::Relaxed);
                },
                stop: &stopped,
            };
            if let Some(findings) = Findings::of(&past, &question, &words, &effort) {
                let changes = findings.mattered.iter().map(|one| one.change.clone());
                // Nobody listens any more if this fails, which is as good.
                let _ = sender.send(Found {
                    changes: changes.collect(),
                    sections: tables(&past, &findings, &words),
                });
            }
        })?;
        Ok(Self { stop, done, found })
    }
}

impl Desk {
    /// Begins to look for the choices that mattered, or into one of those that were found.
    pub(super) fn inquire(&mut self, which: Option<usize>) -> Option<Reply> {
        let words = Arc::clone(&self.place.words);
        let session = match (&self.replay, &self.session) {
            (Some((replay, _)), _) => replay.session(),
            (None, Some(session)) => session,
            (None, None) => return None,
        };
        let past = Past::of(session);
        if past.turns().next().is_none() {
            return Some(Reply::Failed(words.say("whatif-no-commit")));
        }
        let change = match which {
            Some(which) => Some(self.found.get(which)?.clone()),
            None => None,
        };
        let question = Question {
            change,
            ..Question::default()
        };
        match Inquiry::begin(past, question, words) {
            Ok(inquiry) => self.inquiry = Some(inquiry),
            Err(error) => {
                let why = crate::text::SafeText::line(&error.to_string());
                return Some(Reply::Failed(why));
            }
        }
        Some(Reply::Inquiry(Standing::Working { done: 0, all: 0 }))
    }

    /// How far it is.
    pub(super) fn inquired(&mut self) -> Option<Reply> {
        let inquiry = self.inquiry.as_ref()?;
        match inquiry.found.try_recv() {
            Ok(found) => {
                if !found.changes.is_empty() {
                    self.found = found.changes;
                }
                self.inquiry = None;
                Some(Reply::Inquiry(Standing::Found(found.sections)))
            }
            Err(TryRecvError::Empty) => Some(Reply::Inquiry(Standing::Working {
                done: inquiry.done.0.load(Ordering::Relaxed),
                all: inquiry.done.1.load(Ordering::Relaxed),
            })),
            Err(TryRecvError::Disconnected) => {
                self.inquiry = None;
                Some(Reply::Failed(self.place.words.say("whatif-given-up")))
            }
        }
    }
}
