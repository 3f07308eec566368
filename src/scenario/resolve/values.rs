//! Single values: numbers, texts, times, windows, expressions.

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Span;
use crate::model::ActorId;
use crate::model::ExprId;
use crate::model::FactId;
use crate::model::InjectId;
use crate::model::ObjectiveId;
use crate::model::RegionId;
use crate::model::SeatId;
use crate::model::ZoneId;
use crate::model::expr::ExprSource;
use crate::model::expr::Gives;
use crate::model::id::Kind;
use crate::model::ledger::meters::SeenBy;
use crate::model::ledger::shape::Parameters;
use crate::model::marking::Marking;
use crate::model::marking::Tlp;
use crate::model::norm::Norm;
use crate::model::time;
use crate::scenario::file;
use crate::scenario::file::Number;
use crate::scenario::file::Text;
use crate::scenario::file::Window;
use crate::scenario::read::Spanned;
use crate::scenario::read::out_of_range;
use crate::scenario::resolve::Resolver;
use crate::text::Arg;
use crate::text::SafeText;

/// The longest line, in characters, and the longest block, in bytes: what is longer would be cut.
const LINE: usize = 400;
const BLOCK: usize = 16 * 1024;

impl Resolver<'_> {
    pub(in crate::scenario) fn actor(&mut self, id: &Text) -> ActorId {
        ActorId(self.find(Kind::Actor, id))
    }

    pub(in crate::scenario) fn seat(&mut self, id: &Text) -> SeatId {
        SeatId(self.find(Kind::Seat, id))
    }

    pub(in crate::scenario) fn inject(&mut self, id: &Text) -> InjectId {
        InjectId(self.find(Kind::Inject, id))
    }

    pub(in crate::scenario) fn fact(&mut self, id: &Text) -> FactId {
        FactId(self.find(Kind::Fact, id))
    }

    pub(in crate::scenario) fn zone(&mut self, id: &Text) -> ZoneId {
        ZoneId(self.find(Kind::Zone, id))
    }

    pub(in crate::scenario) fn region(&mut self, id: Option<&Text>) -> Option<RegionId> {
        id.map(|id| RegionId(self.find(Kind::Region, id)))
    }

    pub(in crate::scenario) fn objectives_named(&mut self, ids: &[Text]) -> Vec<ObjectiveId> {
        ids.iter()
            .map(|id| ObjectiveId(self.find(Kind::Objective, id)))
            .collect()
    }

    /// The number of the row with this id, which is in the list it is found in.
    pub(in crate::scenario) fn own(&self, kind: Kind, id: &Text) -> u16 {
        self.ids.names.find(kind, &id.value).unwrap_or_default()
    }

    /// A number from `min` to `max`, or the default if there is none.
    pub(in crate::scenario) fn number(
        &mut self,
        number: Option<&Number>,
        default: i32,
        min: i32,
        max: i32,
    ) -> i32 {
        let Some(number) = number else { return default };
        let (low, high) = (i64::from(min), i64::from(max));
        if !(low..=high).contains(&number.value) {
            self.tell(out_of_range(
                &number.value.to_string(),
                low,
                high,
                number.span,
            ));
        }
        i32::try_from(number.value.clamp(low, high)).unwrap_or(default)
    }

    /// The same for what is counted in small numbers.
    pub(in crate::scenario) fn count(
        &mut self,
        number: Option<&Number>,
        default: u16,
        min: u16,
        max: u16,
    ) -> u16 {
        let number = self.number(number, i32::from(default), i32::from(min), i32::from(max));
        u16::try_from(number).unwrap_or(default)
    }

    /// Odds in per mille; certain if there are none.
    pub(in crate::scenario) fn chance(&mut self, number: Option<&Number>, default: u16) -> u16 {
        let Some(number) = number else { return default };
        let odds = u16::try_from(number.value)
            .ok()
            .filter(|odds| *odds <= 1000);
        if odds.is_none() {
            let wrong = Diagnostic::new(Code::ProbabilityOutOfRange, number.span);
            self.tell(wrong.with("value", self.sources.slice(number.span)));
        }
        odds.unwrap_or(default)
    }

    /// A ledger's rules: their defaults, the numbers the author set, and what `rows` makes of the rest.
    pub(in crate::scenario) fn section<P: Parameters, R>(
        &mut self,
        section: Option<&file::Section<P, R>>,
        rows: fn(&mut Self, &R, &mut P),
    ) -> P {
        let mut rules = P::default();
        let Some(section) = section else { return rules };
        for (name, number) in &section.numbers {
            if let Some(known) = P::PARAMETERS.iter().find(|known| known.name == *name) {
                let value = self.number(Some(number), known.default, known.min, known.max);
                rules.set(name, value);
            }
        }
        rows(self, &section.rows, &mut rules);
        rules
    }

    /// One line that must say something.
    pub(in crate::scenario) fn line(&mut self, text: &Text, field: &'static str) -> SafeText {
        self.must_say(text, field);
        self.line_or_none(Some(text))
    }

    /// One line, empty if there is none.
    pub(in crate::scenario) fn line_or_none(&mut self, text: Option<&Text>) -> SafeText {
        let Some(text) = text else {
            return SafeText::default();
        };
        self.at_most(text, text.value.chars().count(), LINE);
        SafeText::line(&text.value)
    }

    /// A block of text that must say something.
    pub(in crate::scenario) fn block(&mut self, text: &Text, field: &'static str) -> SafeText {
        self.must_say(text, field);
        self.block_or_none(Some(text))
    }

    /// A block of text, empty if there is none.
    pub(in crate::scenario) fn block_or_none(&mut self, text: Option<&Text>) -> SafeText {
        let Some(text) = text else {
            return SafeText::default();
        };
        self.at_most(text, text.value.len(), BLOCK);
        SafeText::block(&outdented(&text.value))
    }

    pub(in crate::scenario) fn lines(
        &mut self,
        texts: &[Text],
        field: &'static str,
    ) -> Vec<SafeText> {
        texts.iter().map(|text| self.line(text, field)).collect()
    }

    fn must_say(&mut self, text: &Text, field: &'static str) {
        if text.value.trim().is_empty() {
            self.tell(Diagnostic::new(Code::EmptyText, text.span).with("name", field));
        }
    }

    fn at_most(&mut self, text: &Text, count: usize, limit: usize) {
        if count > limit {
            let wrong = Diagnostic::new(Code::TextTooLong, text.span).with("count", count);
            self.tell(wrong.with("limit", limit));
        }
    }

    /// An expression; row `script` judges it.
    pub(in crate::scenario) fn expr(&mut self, text: &Text, gives: Gives) -> ExprId {
        self.expr_at(&text.value, text.span, gives)
    }

    /// An expression that stands in quotes at `span`.
    pub(in crate::scenario) fn expr_at(&mut self, text: &str, span: Span, gives: Gives) -> ExprId {
        let written = self.sources.slice(span);
        let opening = written.len() - written.trim_start_matches(['r', '#']).len();
        // Behind the opening quote, as far as the closing one.
        let inner = if written.len() >= 2 * opening + 2 {
            opening + 1..written.len() - opening
        } else {
            0..0
        };
        let hashes = opening.saturating_sub(1);
        let end = written.len().saturating_sub(hashes + 1).max(inner.start);
        let place = span.inner(inner.start..end);
        self.exprs.push(ExprSource {
            text: text.into(),
            gives,
            file: place.file.0,
            start: place.start,
            end: place.end,
        });
        ExprId::at(self.exprs.len() - 1)
    }

    pub(in crate::scenario) fn condition(&mut self, text: Option<&Text>) -> Option<ExprId> {
        text.map(|text| self.expr(text, Gives::Truth))
    }

    /// A length of time, more than none.
    pub(in crate::scenario) fn span(&mut self, text: &Text, default: i32) -> time::Span {
        let Some(span) = time::Span::parse(text.value.trim()) else {
            self.bad_form(text, "expects-span");
            return time::Span(default);
        };
        span
    }

    pub(in crate::scenario) fn bad_form(&mut self, text: &Text, expected: &'static str) {
        let wrong = Diagnostic::new(Code::BadForm, text.span).with("found", &text.value);
        self.tell(wrong.with("expected", Arg::Key(expected)));
    }

    /// The first and the last turn of a window, both of which the exercise has.
    pub(in crate::scenario) fn window(&mut self, window: &Spanned<Window>) -> (u16, u16) {
        let Window { from, to } = window.value;
        let last = i64::from(self.last_turn());
        if from > to {
            let wrong = Diagnostic::new(Code::WindowReversed, window.span);
            self.tell(
                wrong
                    .with("from", from.to_string())
                    .with("to", to.to_string()),
            );
        } else if from < 0 || to > i64::from(u16::MAX) {
            let out = if from < 0 { from } else { to };
            self.tell(out_of_range(&out.to_string(), 0, last, window.span));
        }
        let turn = |turn: i64| u16::try_from(turn.max(0)).unwrap_or(u16::MAX);
        (turn(from), turn(to.max(from)))
    }

    pub(in crate::scenario) fn seen_by(&mut self, seen_by: Option<&file::SeenBy>) -> SeenBy {
        match seen_by {
            None | Some(file::SeenBy::All) => SeenBy::All,
            Some(file::SeenBy::Nobody) => SeenBy::Nobody,
            Some(file::SeenBy::Only(seats)) => {
                SeenBy::Only(seats.iter().map(|seat| self.seat(seat)).collect())
            }
        }
    }

    /// A norm by its word: `h`, `tlp`, `no_hack_back`.
    pub(in crate::scenario) fn norm(&mut self, text: &Text) -> Norm {
        let word = |norm: Norm| norm.key().trim_start_matches("norm-").replace('-', "_");
        let wanted = text.value.replace('-', "_");
        let found = Norm::ALL.into_iter().find(|norm| word(*norm) == wanted);
        found.unwrap_or_else(|| {
            let wrong =
                Diagnostic::new(Code::UnknownId, text.span).with("kind", Arg::Key("kind-norm"));
            self.tell(wrong.with("name", &text.value).near(Norm::ALL.map(word)));
            Norm::A
        })
    }

    pub(in crate::scenario) fn norms_named(&mut self, norms: &[Text]) -> Vec<Norm> {
        norms.iter().map(|norm| self.norm(norm)).collect()
    }

    /// Tells that something refers to itself, if it does.
    pub(in crate::scenario) fn not_itself(&mut self, own: &Text, other: &Text, kind: Kind) {
        if own.value == other.value {
            let kind = Arg::Key(crate::scenario::ids::kind_key(kind));
            let wrong = Diagnostic::new(Code::SelfReference, other.span).with("kind", kind);
            self.tell(wrong.with("name", &other.value));
        }
    }
}

/// The marking a label stands for.
pub(in crate::scenario) fn marking(label: file::Label) -> Marking {
    match label {
        file::Label::Clear => Marking::Tlp(Tlp::Clear),
        file::Label::Green => Marking::Tlp(Tlp::Green),
        file::Label::Amber => Marking::Tlp(Tlp::Amber),
        file::Label::AmberStrict => Marking::Tlp(Tlp::AmberStrict),
        file::Label::Red => Marking::Tlp(Tlp::Red),
        file::Label::National => Marking::National,
    }
}

/// A block without the indentation all its lines share and without blank first and last lines. The first
/// line, which begins behind the quote, says nothing about indentation.
pub(in crate::scenario) fn outdented(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let (first, rest) = text.split_once('\n').unwrap_or((&text, ""));
    let spaces = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
    let shared = rest
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(spaces)
        .min()
        .unwrap_or(0);
    let mut lines = vec![first.trim()];
    lines.extend(
        rest.lines()
            .map(|line| line.get(shared..).unwrap_or("").trim_end()),
    );
    let is_blank = |line: &&str| line.is_empty();
    let begin = lines.iter().take_while(|line| is_blank(line)).count();
    let end = lines.len() - lines.iter().rev().take_while(|line| is_blank(line)).count();
    lines
        .get(begin..end.max(begin))
        .unwrap_or_default()
        .join("\n")
}
