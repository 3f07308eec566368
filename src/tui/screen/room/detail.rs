//! The reading pane of the room: whatever is selected, in full.

use ratatui::style::Style;

use crate::engine::view::DecisionView;
use crate::engine::view::DutyView;
use crate::engine::view::FactView;
use crate::engine::view::LetterView;
use crate::engine::view::RowView;
use crate::text::Arg;
use crate::text::SafeText;
use crate::tui::piece::bar;
use crate::tui::piece::blanks;
use crate::tui::piece::glyph;
use crate::tui::piece::ink;
use crate::tui::piece::mark;
use crate::tui::piece::page::Page;
use crate::tui::scene::Scene;
use crate::tui::screen::decision::family_spans;
use crate::tui::screen::room::Part;
use crate::tui::screen::room::Room;
use crate::tui::screen::room::parts;

impl Room {
    /// What kind of thing is selected.
    pub(super) fn detail_title(&self, scene: &Scene<'_>) -> SafeText {
        let place = self.selected(self.focus, scene);
        let view = scene.view;
        match self.focus {
            Part::Inbox => parts::letters(view)
                .get(place)
                .map(|letter| letter.channel_word.clone()),
            Part::Decisions => Some(scene.say("play-decision")),
            Part::Situation => parts::panel_title(view, place),
            Part::Facts => view.facts.get(place).map(|fact| fact.kind.clone()),
            Part::Duties => Some(scene.say("play-duty")),
        }
        .unwrap_or_else(|| scene.say(parts::title(self.focus)))
    }

    /// When it came, for a letter.
    pub(super) fn detail_badge(&self, scene: &Scene<'_>) -> SafeText {
        let place = self.selected(self.focus, scene);
        match self.focus {
            Part::Inbox => parts::letters(scene.view)
                .get(place)
                .map(|letter| letter.story_time.clone()),
            _ => None,
        }
        .unwrap_or_default()
    }

    /// What is selected, in full.
    pub(super) fn detail(&self, width: u16, scene: &Scene<'_>) -> Page {
        let place = self.selected(self.focus, scene);
        let view = scene.view;
        // The last column is where the page says that there is more.
        let mut page = Page::new(width.saturating_sub(2));
        let told = match self.focus {
            Part::Inbox => parts::letters(view)
                .get(place)
                .map(|letter| tell_letter(&mut page, letter, scene)),
            Part::Decisions => view
                .decisions
                .get(place)
                .map(|decision| tell_decision(&mut page, decision, scene)),
            Part::Situation => parts::numbers(view)
                .nth(place)
                .map(|row| tell_number(&mut page, row, scene)),
            Part::Facts => view
                .facts
                .get(place)
                .map(|fact| tell_fact(&mut page, fact, scene)),
            Part::Duties => view
                .duties
                .get(place)
                .map(|duty| tell_duty(&mut page, duty, scene)),
        };
        if told.is_none() {
            page.say(&scene.say(none_yet(self.focus)), scene.theme.dim);
        }
        page
    }
}

fn none_yet(part: Part) -> &'static str {
    match part {
        Part::Inbox => "play-none-inbox",
        Part::Decisions => "play-none-decisions",
        Part::Situation => "play-none-situation",
        Part::Facts => "play-none-facts",
        Part::Duties => "play-none-duties",
    }
}

/// Columns of the labels in front of a letter's or a fact's particulars.
const LABEL: usize = 9;

fn tell_letter(page: &mut Page, letter: &LetterView, scene: &Scene<'_>) {
    let theme = scene.theme;
    page.say(&letter.title, theme.strong);
    page.row(vec![
        ink(&letter.label, theme.marking(letter.marking)),
        blanks(2),
        mark(glyph::channel(letter.channel), theme.accent),
        blanks(1),
        ink(&letter.channel_word, Style::new()),
    ]);
    page.pair(&scene.say("play-from"), LABEL, &letter.from, theme);
    page.pair(&scene.say("play-to"), LABEL, &letter.to, theme);
    page.gap();
    page.say(&letter.body, Style::new());
    if !letter.facts.is_empty() {
        page.heading(&scene.say("play-brought"), theme);
        for fact in &letter.facts {
            page.bullet(fact, theme);
        }
    }
    if !letter.number.is_empty() {
        page.gap();
        let time = SafeText::line(&letter.time.to_string());
        let number = [Arg::from(&letter.number), Arg::from(time)];
        let [number, time] = number;
        page.say(
            &scene.fill("play-inject", &[("number", number), ("time", time)]),
            theme.dim,
        );
    }
}

fn tell_decision(page: &mut Page, decision: &DecisionView, scene: &Scene<'_>) {
    let theme = scene.theme;
    page.say(&decision.title, theme.strong);
    page.say(&parts::until(decision.until, scene), theme.warn);
    if let Some(default) = &decision.default {
        let text = scene.fill("play-default", &[("choice", Arg::from(default))]);
        page.say(&text, theme.dim);
    }
    page.gap();
    page.say(&decision.text, Style::new());
    page.gap();
    let answer = scene.draft.answered(decision);
    for choice in &decision.choices {
        let chosen = answer == Some(choice.choice);
        let (sign, style) = match (&choice.obstacle, chosen) {
            (_, true) => (glyph::PLANNED, theme.good),
            (Some(_), _) => (glyph::BARRED, theme.dim),
            (None, _) => (glyph::OPEN, theme.dim),
        };
        page.hang(
            vec![mark(sign, style), blanks(1)],
            &choice.label,
            Style::new(),
        );
        let mut line = vec![blanks(2)];
        line.extend(family_spans(choice.family, scene));
        line.push(blanks(2));
        line.push(ink(&scene.cost(choice.hours, choice.capital), theme.dim));
        page.row(line);
    }
}

fn tell_number(page: &mut Page, row: &RowView, scene: &Scene<'_>) {
    let theme = scene.theme;
    page.say(&row.label, theme.strong);
    let mut line = vec![ink(&row.shown, theme.accent), blanks(2)];
    if let Some(range) = row.bar {
        let columns = page.width().saturating_sub(row.shown.width() + 10).min(40);
        line.extend(bar::bar(range, columns, theme));
        line.push(blanks(2));
    }
    line.extend(bar::change(row.change, row.better, theme));
    page.row(line);
    let word = match (row.change, row.better) {
        (0, _) => "play-unchanged",
        (_, Some(true)) => "play-better",
        (_, Some(false)) => "play-worse",
        (_, None) => "play-changed",
    };
    page.say(&scene.say(word), theme.change(row.better));
    let lines = scene.view.reveal.iter();
    let mut lines = lines
        .filter(|line| line.subject == Some(row.subject))
        .peekable();
    if lines.peek().is_some() {
        page.heading(&scene.say("play-last-turn"), theme);
    }
    for line in lines {
        page.bullet(&line.text, theme);
        page.hang(vec![blanks(2)], &line.reason, theme.dim);
    }
    page.gap();
    page.say(&scene.say("play-ask-why"), theme.dim);
}

fn tell_fact(page: &mut Page, fact: &FactView, scene: &Scene<'_>) {
    let theme = scene.theme;
    page.say(&fact.title, theme.strong);
    page.row(vec![ink(&fact.label, theme.marking(fact.marking))]);
    page.pair(&scene.say("play-source"), LABEL, &fact.source, theme);
    if let Some(from) = &fact.from {
        page.pair(&scene.say("play-from"), LABEL, from, theme);
    }
    if let Some(owner) = &fact.owner {
        page.pair(&scene.say("play-about"), LABEL, owner, theme);
    }
    let since = scene.count("play-turn", usize::from(fact.since));
    page.pair(&scene.say("play-since"), LABEL, &since, theme);
    let others = SafeText::joined(&fact.also_held_by, ", ");
    page.pair(&scene.say("play-also"), LABEL, &others, theme);
    page.gap();
    page.say(&fact.body, Style::new());
    if fact.derived {
        page.gap();
        page.say(&scene.say("play-derived"), theme.dim);
    }
    if fact.fresh < 1000 {
        page.gap();
        let worth = fact.fresh / 10;
        page.say(
            &scene.fill("play-fresh", &[("n", Arg::from(worth))]),
            theme.warn,
        );
    }
    if let Some(finding) = &fact.finding {
        page.heading(&scene.say("play-finding"), theme);
        page.say(finding, Style::new());
    }
    page.gap();
    page.say(&scene.say("play-can-share"), theme.dim);
}

fn tell_duty(page: &mut Page, duty: &DutyView, scene: &Scene<'_>) {
    let theme = scene.theme;
    page.say(&duty.name, theme.strong);
    page.say(&parts::duty_state(duty, scene), theme.warn);
    page.gap();
    page.pair(&scene.say("play-to"), LABEL, &duty.recipient, theme);
    page.pair(&scene.say("play-trigger"), LABEL, &duty.trigger, theme);
    page.pair(&scene.say("play-due"), LABEL, &duty.story_due, theme);
    page.pair(&scene.say("play-terms"), LABEL, &duty.terms, theme);
    for wall in &duty.local_due {
        page.bullet(wall, theme);
    }
    page.gap();
    page.say(&duty.about, Style::new());
    if !duty.payloads.is_empty() {
        page.heading(&scene.say("play-payloads"), theme);
    }
    for payload in &duty.payloads {
        let args = [
            ("payload", Arg::from(&payload.label)),
            ("cost", Arg::from(scene.cost(payload.hours, 0))),
        ];
        page.bullet(&scene.fill("play-payload", &args), theme);
    }
    if !duty.notes.is_empty() {
        page.heading(&scene.say("play-duty-notes"), theme);
    }
    for note in &duty.notes {
        page.bullet(note, theme);
    }
    page.gap();
    page.say(&scene.say("play-can-report"), theme.dim);
    if !duty.modelled.is_empty() {
        page.gap();
        page.say(&duty.modelled, theme.dim);
    }
}
