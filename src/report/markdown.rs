//! The after-action report as Markdown with tables, every text escaped.

mod closing;
mod ledgers;
mod page;
mod states;
mod story;

use crate::report::debrief::Debrief;
use crate::report::debrief::Moment;
use crate::report::markdown::page::Page;
use crate::text::Arg;
use crate::text::SafeText;
use crate::text::Words;

/// The after-action report of a debrief as Markdown. The same debrief gives the same bytes.
pub fn markdown(debrief: &Debrief, words: &Words) -> String {
    let mut writer = Writer {
        page: Page::default(),
        words,
        debrief,
    };
    writer.banner();
    writer.overview();
    writer.ending();
    writer.points();
    writer.timeline();
    writer.decisions();
    writer.standing();
    writer.fog();
    writer.sharing();
    writer.duties();
    writer.people();
    writer.norms();
    writer.states();
    writer.course();
    writer.objectives();
    writer.plan();
    writer.motions();
    writer.conduct();
    writer.facts();
    writer.beneath();
    writer.sources();
    writer.banner();
    writer.page.finish()
}

/// Writes the parts of one report.
struct Writer<'a> {
    page: Page,
    words: &'a Words,
    debrief: &'a Debrief,
}

impl Writer<'_> {
    fn say(&self, key: &str) -> SafeText {
        self.words.say(key)
    }

    fn fill(&self, key: &str, args: &[(&str, Arg)]) -> SafeText {
        self.words.fill(key, args)
    }

    fn banner(&mut self) {
        self.page.strong(&self.words.say("report-banner"));
    }

    fn section(&mut self, key: &str, about: Option<&str>) {
        self.page.rule();
        self.page.heading(2, &self.words.say(key));
        if let Some(about) = about {
            self.page.quiet(&self.words.say(about));
        }
    }

    fn none(&mut self) {
        self.page.quiet(&self.words.say("report-none"));
    }

    fn heads(&self, keys: &[&str]) -> Vec<SafeText> {
        keys.iter()
            .map(|key| {
                if key.is_empty() {
                    SafeText::empty()
                } else {
                    self.words.say(key)
                }
            })
            .collect()
    }

    fn table(&mut self, heads: &[&str], rows: &[Vec<SafeText>]) {
        if rows.is_empty() {
            self.none();
        } else {
            let heads = self.heads(heads);
            self.page.table(&heads, rows);
        }
    }

    fn at(&self, moment: &Moment) -> SafeText {
        let turn = self.fill("report-turn-short", &[("turn", moment.turn.into())]);
        together([&turn, &moment.story, &moment.time], ", ")
    }

    /// A name, marked if it is one's own where others are there too.
    fn owned(&self, name: &SafeText, is_own: bool) -> SafeText {
        let is_alone = self.debrief.seats.iter().all(|seat| seat.is_own);
        if is_own && !is_alone {
            together([name, &self.say("report-own")], " · ")
        } else {
            name.clone()
        }
    }
}

/// Those of some texts that say something, with a separator between them.
fn together<'a>(texts: impl IntoIterator<Item = &'a SafeText>, separator: &str) -> SafeText {
    SafeText::joined(texts.into_iter().filter(|text| !text.is_empty()), separator)
}

/// Lines as the lines of one cell.
fn lines(of: &[SafeText]) -> SafeText {
    SafeText::joined(of, "\n")
}

fn number(value: impl Into<i64>) -> SafeText {
    SafeText::from(value.into())
}
