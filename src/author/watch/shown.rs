//! What a preview shows: what one seat sees, the whole truth, the MSEL, and what is wrong with the files.

use crate::author::watch::Playing;
use crate::author::watch::Preview;
use crate::diag;
use crate::diag::Severity;
use crate::engine::event::Step;
use crate::engine::event::What;
use crate::engine::view::SeatView;
use crate::model::InjectId;
use crate::model::ledger::Ledger;
use crate::session::InjectStatus;
use crate::text::SafeText;
use crate::text::Words;

/// A line of text and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    Heading(SafeText),
    Line(SafeText),
    /// What is said in passing.
    Aside(SafeText),
}

/// One thing that is wrong with the files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub severity: Severity,
    /// `injects.ron:48`.
    pub place: SafeText,
    pub code: SafeText,
    pub message: SafeText,
    /// What to do about it, the most useful first.
    pub help: Vec<SafeText>,
}

/// One row of the MSEL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InjectLine {
    pub inject: InjectId,
    /// The author's id.
    pub word: SafeText,
    pub title: SafeText,
    pub status: InjectStatus,
    /// The first and the last turn it may come in.
    pub window: (u16, u16),
    /// It came at this stop's turn.
    pub is_now: bool,
}

/// Everything that screens show of a preview.
#[derive(Clone, Debug)]
pub struct Shown {
    /// What one seat knows; nothing before any scenario could be played.
    pub view: Option<Box<SeatView>>,
    /// The same in lines.
    pub seen: Vec<Told>,
    /// What is so, and what happened in this turn, in lines.
    pub truth: Vec<Told>,
    pub injects: Vec<InjectLine>,
    pub problems: Vec<Problem>,
    /// What could not be kept or done.
    pub notes: Vec<SafeText>,
    /// The files have mistakes that keep them from being played; this is the scenario before these.
    pub is_stale: bool,
    /// How often the files have been read.
    pub reloads: usize,
    /// How many seats there are to look through.
    pub seats: usize,
}

impl Shown {
    pub(super) fn of(preview: &Preview) -> Self {
        let words = &*preview.words;
        let mut shown = Self {
            view: None,
            seen: Vec::new(),
            truth: Vec::new(),
            injects: Vec::new(),
            problems: problems(preview, words),
            notes: preview.notes.clone(),
            is_stale: preview.is_broken,
            reloads: preview.reloads,
            seats: 0,
        };
        let Some(playing) = &preview.playing else {
            return shown;
        };
        let seats = &playing.session.scenario().seats;
        shown.seats = seats.len();
        if let Some(seat) = seats.get(preview.seat) {
            let view = playing.session.view(&[seat.id]);
            shown.seen = seen(&view, words);
            shown.view = Some(Box::new(view));
        }
        shown.truth = truth(playing, words);
        shown.injects = injects(playing);
        shown
    }
}

fn problems(preview: &Preview, words: &Words) -> Vec<Problem> {
    let mut ordered: Vec<_> = preview.diagnostics.iter().collect();
    ordered.sort_by_key(|wrong| (wrong.severity(), wrong.span, wrong.code));
    let problem = |wrong: &&diag::Diagnostic| {
        let wording = diag::word(wrong, words);
        let name = preview.sources.name(wrong.span.file);
        let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
        let line = preview.sources.place(wrong.span).line;
        Problem {
            severity: wrong.severity(),
            place: SafeText::line(&format!("{name}:{line}")),
            code: SafeText::line(wrong.code.as_str()),
            message: wording.message,
            help: wording.help,
        }
    };
    ordered.iter().map(problem).collect()
}

/// What a seat sees now: what is new, what is to be decided, its numbers, and what the Reveal tells.
fn seen(view: &SeatView, words: &Words) -> Vec<Told> {
    let mut told = Vec::new();
    if let Some(ending) = &view.ending {
        told.push(Told::Heading(ending.title.clone()));
        told.extend(ending.text.lines().map(Told::Line));
    }
    // A Reveal tells what the turn brought; later that is what the turn before did.
    if view.step == Step::Reveal {
        reveal(view, words, &mut told);
    }
    let new = view.inbox.iter().filter(|letter| letter.is_new);
    for letter in new {
        let head = [
            &letter.story_time,
            &letter.from,
            &letter.channel_word,
            &letter.label,
        ];
        told.push(Told::Heading(letter.title.clone()));
        told.push(Told::Aside(SafeText::joined(head, " · ")));
        told.extend(letter.body.lines().map(Told::Line));
    }
    for decision in &view.decisions {
        told.push(Told::Heading(words.fill(
            "watch-decides",
            &[("title", decision.title.clone().into())],
        )));
        told.extend(decision.text.lines().map(Told::Line));
        for choice in &decision.choices {
            let args = [
                ("label", choice.label.clone().into()),
                ("hours", choice.hours.into()),
                ("capital", choice.capital.into()),
            ];
            told.push(Told::Line(words.fill("watch-choice", &args)));
            if let Some(obstacle) = &choice.obstacle {
                told.push(Told::Aside(
                    words.fill("watch-obstacle", &[("why", obstacle.clone().into())]),
                ));
            }
        }
    }
    if view.step != Step::Reveal {
        reveal(view, words, &mut told);
    }
    for panel in &view.panels {
        if panel.rows.is_empty() {
            continue;
        }
        told.push(Told::Heading(panel.title.clone()));
        for row in &panel.rows {
            told.push(Told::Line(SafeText::joined([&row.label, &row.shown], ": ")));
        }
    }
    if !view.facts.is_empty() {
        told.push(Told::Heading(words.say("watch-knows")));
        for fact in &view.facts {
            told.push(Told::Line(SafeText::joined(
                [&fact.title, &fact.label],
                " · ",
            )));
        }
    }
    told
}

fn reveal(view: &SeatView, words: &Words, told: &mut Vec<Told>) {
    if view.reveal.is_empty() {
        return;
    }
    told.push(Told::Heading(words.say("watch-reveal")));
    for line in &view.reveal {
        told.push(Told::Line(line.text.clone()));
        if !line.reason.is_empty() {
            told.push(Told::Aside(line.reason.clone()));
        }
    }
}

/// What is so: what happened in this turn and why, whoever sees it, and every number as it is.
fn truth(playing: &Playing, words: &Words) -> Vec<Told> {
    let session = &playing.session;
    let (truth, scenario, teller) = (session.truth(), session.scenario(), session.teller());
    let mut told = vec![Told::Heading(words.say("watch-happened"))];
    let began = session.events().iter().rposition(|event| {
        matches!(
            event.what,
            What::Entered {
                step: Step::Brief,
                ..
            } | What::Started
        )
    });
    for event in session.events().iter().skip(began.unwrap_or(0)) {
        if matches!(event.what, What::Entered { .. } | What::Started) {
            continue;
        }
        let line = teller.event(event, true);
        if !line.is_empty() {
            told.push(Told::Line(line));
            if let Some(root) = teller.root(&event.cause) {
                told.push(Told::Aside(root));
            }
        }
    }
    for seat in &scenario.seats {
        let view = session.view(&[seat.id]);
        let sealed: Vec<&SafeText> = view
            .purses
            .iter()
            .flat_map(|purse| &purse.sealed)
            .map(|act| &act.label)
            .collect();
        if !sealed.is_empty() {
            let args = [
                ("seat", seat.title.clone().into()),
                ("acts", SafeText::joined(sealed, "; ").into()),
            ];
            told.push(Told::Line(words.fill("watch-sealed", &args)));
        }
    }
    let heading = |ledger: Ledger| Told::Heading(words.say(&format!("ledger-{}", ledger.word())));
    if !scenario.meters.is_empty() {
        told.push(heading(Ledger::Meters));
        for meter in &scenario.meters {
            let value = SafeText::from(i64::from(truth.meter(meter.id)));
            told.push(Told::Line(SafeText::joined([&meter.name, &value], ": ")));
        }
    }
    if !scenario.spread.zones.is_empty() {
        told.push(heading(Ledger::Spread));
        for zone in &scenario.spread.zones {
            let state = truth.zone(zone.id);
            let args = [
                ("zone", zone.name.clone().into()),
                ("exposed", state.exposed.into()),
                ("compromised", state.compromised.into()),
                ("contained", state.contained.into()),
            ];
            told.push(Told::Line(words.fill("watch-zone", &args)));
        }
    }
    if !scenario.harm.communities.is_empty() {
        told.push(heading(Ledger::Harm));
        for community in &scenario.harm.communities {
            let state = truth.harm(community.id);
            let args = [
                ("community", community.name.clone().into()),
                ("direct", state.direct.into()),
                ("secondary", state.secondary.into()),
                ("latent", state.latent.into()),
            ];
            told.push(Told::Line(words.fill("watch-harm", &args)));
        }
    }
    told.extend(holders(playing, words));
    told
}

/// Every fact, who holds it, and what is really so.
fn holders(playing: &Playing, words: &Words) -> Vec<Told> {
    let (truth, scenario) = (playing.session.truth(), playing.session.scenario());
    if scenario.facts.is_empty() {
        return Vec::new();
    }
    let mut told = vec![Told::Heading(words.say("watch-facts"))];
    for fact in &scenario.facts {
        let held = scenario
            .actors
            .iter()
            .filter(|actor| truth.holding(actor.id, fact.id).is_some());
        let held = SafeText::joined(held.map(|actor| &actor.short), ", ");
        let held = if held.is_empty() {
            words.say("watch-nobody")
        } else {
            held
        };
        let args = [("fact", fact.title.clone().into()), ("held", held.into())];
        told.push(Told::Line(words.fill("watch-fact", &args)));
        if !fact.reality.is_empty() {
            told.push(Told::Aside(fact.reality.clone()));
        }
    }
    told
}

fn injects(playing: &Playing) -> Vec<InjectLine> {
    let scenario = playing.session.scenario();
    let turn = playing.session.truth().turn();
    let control = playing.session.control().injects.into_iter();
    control
        .map(|row| InjectLine {
            inject: row.inject,
            word: SafeText::line(scenario.names.word(InjectId::KIND, row.inject.0)),
            title: row.title,
            status: row.status,
            window: row.window,
            is_now: row.status == InjectStatus::Delivered { turn },
        })
        .collect()
}
