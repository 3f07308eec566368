//! Prints diagnostics: for a terminal, for a screen reader, for a machine.

use annotate_snippets::Annotation;
use annotate_snippets::AnnotationKind;
use annotate_snippets::Element;
use annotate_snippets::Group;
use annotate_snippets::Level;
use annotate_snippets::Origin;
use annotate_snippets::Renderer;
use annotate_snippets::Snippet;
use serde_json::Value;
use serde_json::json;

use crate::diag::code::Severity;
use crate::diag::diagnostic::Diagnostic;
use crate::diag::excerpt::Excerpt;
use crate::diag::excerpt::excerpt;
use crate::diag::export;
use crate::diag::sources::Sources;
use crate::diag::sources::Span;
use crate::diag::wording::Wording;
use crate::diag::wording::word;
use crate::diag::wording::word_label;
use crate::text::SafeText;
use crate::text::Words;
use crate::text::wrap;

/// As many diagnostics as anybody reads at once.
const SHOWN: usize = 100;
/// Columns of a message.
const COLUMNS: usize = 80;

/// How diagnostics are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Style {
    /// The source line and a caret, without colours.
    #[default]
    Text,
    /// The same with colours, for a terminal that shows them.
    Coloured,
    /// Sentences only, for a screen reader.
    Narrated,
    /// A list of objects, all of them, for other programs.
    Json,
    /// SARIF 2.1.0, all of them: what code hosts and editors read.
    Sarif,
    /// One line each, as GitHub's workflows read them from a job's output.
    GitHub,
}

/// Prints diagnostics in the order of the files, and how many there are. The first hundred; JSON has all.
pub fn render(
    diagnostics: &[Diagnostic],
    sources: &Sources,
    words: &Words,
    style: Style,
) -> String {
    let mut ordered: Vec<&Diagnostic> = diagnostics.iter().collect();
    ordered.sort_by_key(|diagnostic| (diagnostic.span, diagnostic.code));
    let one: fn(&Diagnostic, &Sources, &Words) -> String = match style {
        Style::Json => return as_json(&ordered, sources, words),
        Style::Sarif => return export::sarif(&ordered, sources, words),
        Style::GitHub => return export::github(&ordered, sources, words),
        Style::Narrated => narrated,
        Style::Text => {
            |diagnostic, sources, words| drawn(diagnostic, sources, words, &Renderer::plain())
        }
        Style::Coloured => {
            |diagnostic, sources, words| drawn(diagnostic, sources, words, &Renderer::styled())
        }
    };
    if ordered.is_empty() {
        return String::new();
    }
    let mut out = String::new();
    for diagnostic in ordered.iter().take(SHOWN) {
        out.push_str(&one(diagnostic, sources, words));
        out.push_str("\n\n");
    }
    if let Some(more) = ordered.len().checked_sub(SHOWN).filter(|more| *more > 0) {
        out.push_str(words.fill("diag-more", &[("count", more.into())]).as_str());
        out.push('\n');
    }
    let count = |severity| {
        ordered
            .iter()
            .filter(|diagnostic| diagnostic.severity() == severity)
            .count()
            .into()
    };
    let counts = [
        ("errors", count(Severity::Error)),
        ("warnings", count(Severity::Warning)),
        ("advice", count(Severity::Advice)),
    ];
    out.push_str(words.fill("diag-summary", &counts).as_str());
    out.push('\n');
    out
}

/// The message, the line, the caret and the way out.
fn drawn(diagnostic: &Diagnostic, sources: &Sources, words: &Words, renderer: &Renderer) -> String {
    let Wording { message, help } = word(diagnostic, words);
    let severity = words.say(severity_key(diagnostic.severity()));
    let level = match diagnostic.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Advice => Level::NOTE,
    };
    let level = level.with_name(severity.as_str());
    let title = wrapped(
        &message,
        COLUMNS - severity.width() - diagnostic.code.as_str().len() - 4,
    );
    let mut group = Group::with_title(
        level
            .clone()
            .primary_title(title)
            .id(diagnostic.code.as_str()),
    );

    let labels: Vec<(Span, String)> = diagnostic
        .labels
        .iter()
        .map(|label| {
            (
                label.span,
                word_label(diagnostic, label, words).into_string(),
            )
        })
        .collect();
    let primary = excerpt(sources, diagnostic.span);
    let mut elsewhere = Vec::new();
    let mut marks = Vec::new();
    for (span, text) in labels {
        let place = excerpt(sources, span);
        match (&primary, place) {
            (Some(line), Some(place))
                if span.file == diagnostic.span.file
                    && place.line == line.line
                    && place.text == line.text =>
            {
                marks.push(AnnotationKind::Context.span(place.mark).label(text));
            }
            (_, place) => elsewhere.push((span, place, text)),
        }
    }
    marks.insert(
        0,
        AnnotationKind::Primary.span(primary.as_ref().map_or(0..0, |line| line.mark.clone())),
    );
    group = with_place(group, diagnostic.span, primary, marks, sources);
    for (span, place, text) in elsewhere {
        let mark = AnnotationKind::Context
            .span(place.as_ref().map_or(0..0, |line| line.mark.clone()))
            .label(text);
        group = with_place(group, span, place, vec![mark], sources);
    }
    let name = words.say("diag-help");
    for text in &help {
        let text = wrapped(text, COLUMNS - name.width() - 8);
        group = group.element(Level::HELP.with_name(name.as_str()).message(text));
    }
    let drawn = renderer.render(&[group]);
    // The library marks a gap between a place and its line, in a line of its own; there is none.
    drawn
        .lines()
        .map(str::trim_end)
        .filter(|line| line.trim() != ":::")
        .collect::<Vec<_>>()
        .join("\n")
}

fn with_place<'a>(
    group: Group<'a>,
    span: Span,
    line: Option<Excerpt>,
    marks: Vec<Annotation<'a>>,
    sources: &Sources,
) -> Group<'a> {
    let name = SafeText::line(sources.name(span.file)).into_string();
    if name.is_empty() {
        return group;
    }
    let origin = Origin::path(name);
    let Some(line) = line else {
        return group.element(Element::from(origin));
    };
    let place = sources.place(span);
    let snippet = Snippet::source(line.text)
        .line_start(line.line)
        .annotations(marks);
    group
        .element(Element::from(
            origin.line(place.line).char_column(place.column),
        ))
        .element(snippet)
}

fn wrapped(text: &SafeText, columns: usize) -> String {
    SafeText::joined(&wrap(text, columns), "\n").into_string()
}

/// Sentences without drawing characters: what, where, the line, the way out.
fn narrated(diagnostic: &Diagnostic, sources: &Sources, words: &Words) -> String {
    let Wording { message, help } = word(diagnostic, words);
    let file = SafeText::line(sources.name(diagnostic.span.file));
    let severity = words.say(severity_key(diagnostic.severity()));
    let line = excerpt(sources, diagnostic.span);
    let mut args = vec![
        ("severity", severity.into()),
        ("code", diagnostic.code.as_str().into()),
        ("file", file.into()),
        ("message", message.into()),
    ];
    let mut sentences = Vec::new();
    match line {
        None => sentences.push(words.fill("diag-narrated-file", &args)),
        Some(line) => {
            let place = sources.place(diagnostic.span);
            args.extend([
                ("line", place.line.into()),
                ("column", place.column.into()),
                ("text", line.text.trim().into()),
            ]);
            sentences.push(words.fill("diag-narrated-place", &args));
            sentences.push(words.fill("diag-narrated-line", &args));
        }
    }
    for label in &diagnostic.labels {
        let place = sources.place(label.span);
        let text = word_label(diagnostic, label, words);
        sentences.push(words.fill(
            "diag-narrated-label",
            &[("line", place.line.into()), ("text", text.into())],
        ));
    }
    sentences.extend(
        help.iter()
            .map(|text| words.fill("diag-narrated-help", &[("text", text.into())])),
    );
    SafeText::joined(&sentences, "\n").into_string()
}

fn as_json(diagnostics: &[&Diagnostic], sources: &Sources, words: &Words) -> String {
    let list: Vec<Value> = diagnostics
        .iter()
        .map(|diagnostic| object(diagnostic, sources, words))
        .collect();
    // A value of our own making always prints.
    serde_json::to_string_pretty(&list).unwrap_or_default() + "\n"
}

fn object(diagnostic: &Diagnostic, sources: &Sources, words: &Words) -> Value {
    let Wording { message, help } = word(diagnostic, words);
    let labels: Vec<Value> = diagnostic
        .labels
        .iter()
        .map(|label| json!({ "at": place(label.span, sources), "text": word_label(diagnostic, label, words) }))
        .collect();
    let fix = diagnostic
        .fix
        .as_ref()
        .map(|fix| json!({ "at": place(fix.span, sources), "text": SafeText::block(&fix.text) }));
    json!({
        "code": diagnostic.code.as_str(),
        "severity": diagnostic.severity().as_str(),
        "message": message,
        "at": place(diagnostic.span, sources),
        "help": help,
        "labels": labels,
        "fix": fix,
    })
}

fn place(span: Span, sources: &Sources) -> Value {
    let (start, end) = (sources.place(span), sources.end(span));
    json!({
        "file": SafeText::line(sources.name(span.file)),
        "line": start.line, "column": start.column,
        "end_line": end.line, "end_column": end.column,
        "start": span.start, "end": span.end,
    })
}

fn severity_key(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "diag-error",
        Severity::Warning => "diag-warning",
        Severity::Advice => "diag-advice",
    }
}
