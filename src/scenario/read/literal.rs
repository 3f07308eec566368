//! Numbers and texts: what `ron` makes of a literal, and what is wrong with it if nothing.

use ron::Options;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::scenario::read::Context;
use crate::scenario::read::wrong::Wrong;
use crate::scenario::read::wrong::found_key;
use crate::scenario::tree::Node;
use crate::scenario::tree::NodeKind;
use crate::scenario::tree::TextRange;
use crate::scenario::tree::TokenKind;
use crate::text::Arg;

/// Something else than the wanted thing is there.
pub(super) fn wrong_type(node: Node<'_>, context: &Context, expected: &'static str) -> Diagnostic {
    Diagnostic::new(Code::WrongType, context.span(node.range()))
        .with("expected", Arg::Key(expected))
        .with("found", Arg::Key(found_key(node)))
}

/// Says what the author seems to have meant, and how to write it.
pub(super) fn meaning(mut wrong: Diagnostic, span: crate::diag::Span, meant: &str) -> Diagnostic {
    wrong.near = vec![meant.to_owned()];
    wrong.fix(span, meant)
}

/// A whole number between `min` and `max`.
pub(super) fn integer(node: Node<'_>, context: &Context, min: i64, max: i64) -> Result<i64, Wrong> {
    let text = node.text();
    let span = context.span(node.range());
    let is_number =
        node.kind() == NodeKind::Literal && node.first_token().kind == TokenKind::Number;
    if !is_number {
        if matches!(text, "inf" | "NaN" | "Infinity" | "nan") {
            return Err(context.tell(
                node,
                Diagnostic::new(Code::NonFiniteNumber, span).with("value", text),
            ));
        }
        let mut wrong = wrong_type(node, context, "expects-number");
        if let Some(inner) = quoted_number(text) {
            wrong = meaning(wrong, span, inner);
        }
        return Err(context.tell(node, wrong));
    }
    let options = Options::default();
    let beyond = if text.starts_with('-') {
        i64::MIN
    } else {
        i64::MAX
    };
    let number = match options.from_str::<i64>(text) {
        Ok(number) => Some(number),
        // Whoever resolves it knows which numbers make sense here.
        Err(error) if error.code == ron::Error::IntegerOutOfBounds => Some(beyond),
        Err(_) => return Err(context.tell(node, not_whole(node, context))),
    };
    match number.filter(|number| (min..=max).contains(number)) {
        Some(number) => Ok(number),
        None => Err(context.tell(node, out_of_range(text, min, max, span))),
    }
}

/// A number that is not among those allowed here.
pub(in crate::scenario) fn out_of_range(
    value: &str,
    min: i64,
    max: i64,
    span: crate::diag::Span,
) -> Diagnostic {
    Diagnostic::new(Code::NumberOutOfRange, span)
        .with("value", value)
        .with("min", min.to_string())
        .with("max", max.to_string())
}

fn quoted_number(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('"')?.strip_suffix('"')?;
    inner.parse::<i64>().is_ok().then_some(inner)
}

/// What is wrong with a number that is no whole one.
fn not_whole(node: Node<'_>, context: &Context) -> Diagnostic {
    let text = node.text();
    let span = context.span(node.range());
    match Options::default().from_str::<f64>(text) {
        Ok(number) if number.is_finite() => Diagnostic::new(Code::WholeNumbersOnly, span),
        Ok(_) => Diagnostic::new(Code::NonFiniteNumber, span).with("value", text),
        Err(_) => Diagnostic::new(Code::BadNumber, span).with("found", text),
    }
}

/// A text in quotes. `expected` is the catalogue's key for what kind of text.
pub(super) fn text(
    node: Node<'_>,
    context: &Context,
    expected: &'static str,
) -> Result<String, Wrong> {
    let source = node.text();
    match node.first_token().kind {
        TokenKind::Str | TokenKind::RawStr if node.kind() == NodeKind::Literal => {
            match Options::default().from_str::<String>(source) {
                Ok(text) => Ok(text),
                Err(_) => match bad_escape(node) {
                    Some(range) => {
                        let found = node.tree().text(range).trim_start_matches('\\');
                        let wrong = Diagnostic::new(Code::BadEscape, context.span(range))
                            .with("found", found);
                        Err(context.tell(node, wrong))
                    }
                    // Its end is missing, which the tree has told.
                    None => Ok(source.trim_start_matches(['r', '#', '"']).to_owned()),
                },
            }
        }
        TokenKind::WrongQuotes => {
            let inner = source.strip_prefix(|_| true).unwrap_or(source);
            Ok(inner.strip_suffix(|_| true).unwrap_or(inner).to_owned())
        }
        TokenKind::Ident
            if node.kind() == NodeKind::Word && !matches!(source, "None" | "true" | "false") =>
        {
            let span = context.span(node.range());
            let wrong = Diagnostic::new(Code::UnquotedText, span)
                .with("found", source)
                .fix(span, format!("\"{source}\""));
            Err(context.tell(node, wrong))
        }
        _ => Err(context.tell(node, wrong_type(node, context, expected))),
    }
}

/// The first escape in a string that means nothing.
fn bad_escape(node: Node<'_>) -> Option<TextRange> {
    let source = node.text();
    if source.starts_with('r') {
        return None;
    }
    let mut rest = 1;
    while let Some(found) = source[rest..].find('\\') {
        let escape = rest + found;
        let after = &source[escape + 1..];
        let first = after.chars().next()?;
        let length = match first {
            'x' => 2 + 1,
            'u' => after.find('}').map_or(1, |end| end + 1),
            '\r' => 2,
            other => other.len_utf8(),
        };
        let whole = source
            .get(escape..escape + 1 + length)
            .unwrap_or(&source[escape..]);
        let known = matches!(first, '\'' | '"' | '\\' | 'n' | 'r' | 't' | '0' | '\n')
            || Options::default()
                .from_str::<String>(&format!("\"{whole}\""))
                .is_ok();
        if !known {
            let start = node.range().start as usize + escape;
            return Some(TextRange::new(start, start + whole.len()));
        }
        rest = escape + 1 + length;
    }
    None
}
