//! Questions and answers over two streams.

use std::io;
use std::io::BufRead;
use std::io::Read;
use std::io::Write;

use crate::text::SafeText;
use crate::text::Words;
use crate::text::wrap;

/// How wide lines are: short enough to be read aloud and on any terminal.
const COLUMNS: usize = 76;
/// The longest line that is taken in, in bytes; what is longer is cut.
const LONGEST: u64 = 64 * 1024;
/// After so many wrong answers in a row the question is asked anew: it may be far away by then.
const LOST: usize = 5;

/// What was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// One of the options, counted from 0.
    Pick(usize),
    /// The input ended, or whoever answered wants to stop.
    End,
}

/// Asks and listens.
pub(super) struct Prompt<'a> {
    input: &'a mut dyn BufRead,
    out: &'a mut dyn Write,
    words: &'a Words,
    /// Whoever answers has stopped, or the input has ended: nothing is asked any more.
    has_stopped: bool,
}

impl<'a> Prompt<'a> {
    pub(super) fn new(
        input: &'a mut dyn BufRead,
        out: &'a mut dyn Write,
        words: &'a Words,
    ) -> Self {
        Self {
            input,
            out,
            words,
            has_stopped: false,
        }
    }

    pub(super) fn words(&self) -> &'a Words {
        self.words
    }

    /// Says one sentence of the catalogue, wrapped. What was filled in may end with a stop of its own.
    pub(super) fn say(&mut self, text: &SafeText) -> io::Result<()> {
        self.lines(&text.with_single_stops())
    }

    /// Says a line with something in it to be copied: it is not wrapped.
    pub(super) fn copyable(&mut self, text: &SafeText) -> io::Result<()> {
        writeln!(self.out, "{text}")
    }

    fn lines(&mut self, text: &SafeText) -> io::Result<()> {
        for line in wrap(text, COLUMNS) {
            writeln!(self.out, "{line}")?;
        }
        Ok(())
    }

    /// Says a block of paragraphs and an empty line after it.
    pub(super) fn block(&mut self, text: &SafeText) -> io::Result<()> {
        if text.is_empty() {
            return Ok(());
        }
        self.lines(text)?;
        writeln!(self.out)
    }

    /// Says a heading: a line of its own with empty lines around.
    pub(super) fn heading(&mut self, text: &SafeText) -> io::Result<()> {
        writeln!(self.out)?;
        self.say(text)?;
        writeln!(self.out)
    }

    /// Whoever answers has stopped, at whatever question.
    pub(super) fn has_stopped(&self) -> bool {
        self.has_stopped
    }

    /// Asks a question with numbered answers until one of the numbers comes, or the input ends. `q` stops.
    pub(super) fn ask(&mut self, question: &SafeText, options: &[SafeText]) -> io::Result<Answer> {
        if self.has_stopped {
            return Ok(Answer::End);
        }
        self.options(question, options)?;
        let mut wrong = 0;
        loop {
            let Some(line) = self.line()? else {
                self.has_stopped = true;
                return Ok(Answer::End);
            };
            // Some write the number with the stop that it has in the list.
            let line = line.trim().trim_end_matches(['.', ')']);
            if stops(line) {
                self.has_stopped = true;
                return Ok(Answer::End);
            }
            if let Ok(number) = line.parse::<usize>()
                && (1..=options.len()).contains(&number)
            {
                writeln!(self.out)?;
                return Ok(Answer::Pick(number - 1));
            }
            wrong += 1;
            if wrong % LOST == 0 {
                self.options(question, options)?;
            }
            let key = if options.len() == 1 {
                "plain-again-one"
            } else {
                "plain-again"
            };
            let args = [("most", options.len().into())];
            self.say(&self.words.fill(key, &args))?;
        }
    }

    fn options(&mut self, question: &SafeText, options: &[SafeText]) -> io::Result<()> {
        self.say(question)?;
        for (place, option) in options.iter().enumerate() {
            let number = SafeText::from(i64::try_from(place + 1).unwrap_or(0));
            self.say(&self.words.fill(
                "plain-option",
                &[("number", number.into()), ("option", option.into())],
            ))?;
        }
        Ok(())
    }

    /// Asks for a line of text; `None` if the input ended, or `q` stands for stopping here too.
    pub(super) fn text(&mut self, question: &SafeText) -> io::Result<Option<String>> {
        if self.has_stopped {
            return Ok(None);
        }
        self.say(question)?;
        let line = self.line()?.map(|line| line.trim().to_owned());
        let line = line.filter(|line| !stops(line));
        self.has_stopped = line.is_none();
        Ok(line)
    }

    fn line(&mut self) -> io::Result<Option<String>> {
        write!(self.out, "> ")?;
        self.out.flush()?;
        let mut bytes = Vec::new();
        let read = (&mut *self.input)
            .take(LONGEST)
            .read_until(b'\n', &mut bytes)?;
        if read == 0 {
            writeln!(self.out)?;
            return Ok(None);
        }
        if !bytes.ends_with(b"\n") {
            self.skip_line()?;
        }
        Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
    }

    /// Passes over what is left of a line that was too long.
    fn skip_line(&mut self) -> io::Result<()> {
        loop {
            let (used, done) = {
                let chunk = self.input.fill_buf()?;
                match chunk.iter().position(|byte| *byte == b'\n') {
                    Some(place) => (place + 1, true),
                    None => (chunk.len(), chunk.is_empty()),
                }
            };
            self.input.consume(used);
            if done {
                return Ok(());
            }
        }
    }
}

/// Whether somebody who types this wants to stop.
fn stops(line: &str) -> bool {
    ["q", "quit", "exit"].contains(&line.to_lowercase().as_str())
}
