//! One thing that is wrong with authored content, and the builder that makes it.

use crate::diag::code::Code;
use crate::diag::code::Severity;
use crate::diag::sources::Span;
use crate::text::Arg;

/// A word that names nothing, in any scenario: what is told of it lists everything that could stand in its place.
pub const PROBE: &str = "zzz_what_can_stand_here_zzz";

/// A code, a place, and what fills its sentence. Carries no words: the catalogue does.
///
/// ```text
/// Diagnostic::new(Code::UnknownId, span).with("kind", Arg::Key("kind-actor")).with("name", name).near(actors)
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct Diagnostic {
    pub code: Code,
    pub span: Span,
    pub args: Vec<(&'static str, Arg)>,
    /// What the author may have meant, likeliest first.
    pub near: Vec<String>,
    /// What there is to choose from, if nothing is near and the list is short.
    pub known: Vec<String>,
    /// Other places that belong to it.
    pub labels: Vec<Label>,
    /// A change that repairs it without changing what the author meant.
    pub fix: Option<Fix>,
}

/// Another place that belongs to a diagnostic, and the catalogue key of what it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    pub span: Span,
    pub key: &'static str,
}

/// Text to put in the place of a span.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    pub span: Span,
    pub text: String,
}

impl Diagnostic {
    /// The longest list of alternatives that helps more than it tires.
    const KNOWN: usize = 12;

    /// Something of this kind is wrong here.
    pub fn new(code: Code, span: Span) -> Self {
        Self {
            code,
            span,
            args: Vec::new(),
            near: Vec::new(),
            known: Vec::new(),
            labels: Vec::new(),
            fix: None,
        }
    }

    /// Fills a place in the sentence.
    pub fn with(mut self, name: &'static str, arg: impl Into<Arg>) -> Self {
        self.args.push((name, arg.into()));
        self
    }

    /// What could have been meant by the argument `name`: the nearest are suggested, a short list is shown whole.
    pub fn near(mut self, candidates: impl IntoIterator<Item = impl AsRef<str>>) -> Self {
        let candidates: Vec<_> = candidates.into_iter().collect();
        if let Some((_, Arg::Text(name))) = self.args.iter().find(|(name, _)| *name == "name") {
            self.near = super::near::near(name.as_str(), candidates.iter().map(AsRef::as_ref));
        }
        let is_asked = |(name, arg): &(&str, Arg)| {
            *name == "name" && matches!(arg, Arg::Text(text) if text.as_str() == PROBE)
        };
        let all = self.args.iter().any(is_asked);
        if all {
            self.near.clear();
        }
        if self.near.is_empty() && (all || candidates.len() <= Self::KNOWN) {
            self.known = candidates
                .iter()
                .map(|candidate| candidate.as_ref().to_owned())
                .collect();
        }
        self
    }

    /// Points at another place as well; `key` is in the catalogue: `diag-label-first`.
    pub fn label(mut self, span: Span, key: &'static str) -> Self {
        self.labels.push(Label { span, key });
        self
    }

    /// A replacement that `check --fix` may make.
    pub fn fix(mut self, span: Span, text: impl Into<String>) -> Self {
        self.fix = Some(Fix {
            span,
            text: text.into(),
        });
        self
    }

    /// How much it matters.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

/// Whether any of these keeps the scenario from being played.
pub fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics
        .iter()
        .any(|diagnostic| diagnostic.severity() == Severity::Error)
}
