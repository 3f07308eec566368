//! The tree's faults as diagnostics, and which rows they spoil.

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::FileId;
use crate::diag::Span;
use crate::scenario::tree::Fault;
use crate::scenario::tree::FaultKind;
use crate::scenario::tree::MAX_DEPTH;
use crate::scenario::tree::NodeKind;
use crate::scenario::tree::TextRange;
use crate::scenario::tree::Token;
use crate::scenario::tree::TokenKind;
use crate::scenario::tree::Tree;
use crate::text::Arg;

/// What is wrong with the form of a file.
pub(super) fn diagnostics(tree: &Tree, file: FileId) -> Vec<Diagnostic> {
    let attributes = tree
        .root()
        .kids()
        .filter(|node| node.kind() == NodeKind::Attribute)
        .map(|node| {
            let inner = node.text().trim_start_matches(['#', '!', '[', ' ']);
            let inner = inner
                .strip_prefix("enable")
                .map_or(inner, |list| list.trim_start_matches(['(', ' ']));
            let name = inner
                .split(|c: char| !(c.is_alphanumeric() || c == '_'))
                .next()
                .unwrap_or_default();
            let range = node.range();
            Diagnostic::new(
                Code::EnableAttribute,
                Span::new(file, range.start, range.end),
            )
            .with("name", name)
        });
    let faults = tree
        .faults()
        .iter()
        .map(|fault| diagnostic(tree, *fault, file));
    attributes.chain(faults).collect()
}

/// Whether a fault in this stretch may have swallowed or misplaced what belongs to it, so that what reading
/// says about it is worth nothing.
pub(super) fn is_spoilt(tree: &Tree, range: TextRange) -> bool {
    let faults = tree.faults();
    let first = faults.partition_point(|fault| fault.range.start < range.start);
    faults[first..]
        .iter()
        .take_while(|fault| fault.range.start <= range.end)
        .any(|fault| spoils(fault.kind))
}

/// Whether there is any fault in this stretch.
pub(super) fn has_fault(tree: &Tree, range: TextRange) -> bool {
    let faults = tree.faults();
    let first = faults.partition_point(|fault| fault.range.start < range.start);
    faults
        .get(first)
        .is_some_and(|fault| fault.range.start <= range.end)
}

/// Whether any fault of the file can have moved rows to where they don't belong.
pub(super) fn is_shaken(tree: &Tree) -> bool {
    tree.faults().iter().any(|fault| spoils(fault.kind))
}

fn spoils(kind: FaultKind) -> bool {
    !matches!(
        kind,
        FaultKind::SmartQuotes
            | FaultKind::SingleQuotes
            | FaultKind::OddSpace(_)
            | FaultKind::WrongComment
            | FaultKind::MissingComma
            | FaultKind::ExtraComma
            | FaultKind::Semicolon
            | FaultKind::MissingColon
            | FaultKind::EqualsSign
            | FaultKind::QuotedFieldName
            | FaultKind::MissingValue
    )
}

fn diagnostic(tree: &Tree, fault: Fault, file: FileId) -> Diagnostic {
    let span = Span::new(file, fault.range.start, fault.range.end);
    let new = |code| Diagnostic::new(code, span);
    let text = tree.text(fault.range);
    match fault.kind {
        FaultKind::Empty => new(Code::EmptyFile),
        FaultKind::UnterminatedString => new(Code::UnterminatedString),
        FaultKind::UnterminatedComment => new(Code::UnterminatedComment),
        FaultKind::SmartQuotes => {
            let first = text.chars().next().unwrap_or('“');
            let inner = text.trim_matches(|c| matches!(c, '\u{2018}'..='\u{201F}' | '"'));
            new(Code::SmartQuote)
                .with("found", first.to_string())
                .fix(span, format!("\"{inner}\""))
        }
        FaultKind::SingleQuotes => {
            new(Code::SingleQuotes).fix(span, format!("\"{}\"", text.trim_matches('\'')))
        }
        FaultKind::OddSpace(c) if c.is_whitespace() => new(Code::NonBreakingSpace).fix(span, " "),
        FaultKind::OddSpace(c) => new(Code::UnexpectedCharacter)
            .with("found", c.to_string())
            .fix(span, ""),
        FaultKind::WrongComment => new(Code::WrongComment).with("found", text).fix(span, "//"),
        FaultKind::UnknownChar(c) => new(Code::UnexpectedCharacter).with("found", c.to_string()),
        FaultKind::MissingComma | FaultKind::Semicolon => new(Code::MissingComma).fix(span, ","),
        FaultKind::ExtraComma => new(Code::UnexpectedCharacter)
            .with("found", ",")
            .fix(span, ""),
        FaultKind::MissingColon => new(Code::MissingColon)
            .with("name", name_before(tree, fault.range))
            .fix(span, ":"),
        FaultKind::EqualsSign => {
            // A colon stands right behind its name.
            let before = tree.source()[..fault.range.bytes().start].trim_end_matches([' ', '\t']);
            new(Code::EqualsInsteadOfColon)
                .with("name", name_before(tree, fault.range))
                .fix(Span::of(file, before.len()..fault.range.bytes().end), ":")
        }
        FaultKind::MissingValue => {
            new(Code::MissingValue).with("name", text.split(':').next().unwrap_or_default().trim())
        }
        FaultKind::QuotedFieldName => {
            let name = text.trim_matches(|c| matches!(c, '"' | '\'' | '\u{2018}'..='\u{201F}'));
            new(Code::QuotedFieldName)
                .with("name", name)
                .fix(span, name)
        }
        FaultKind::ExpectedField => {
            new(Code::NotUnderstood).with("expected", Arg::Key("expects-field"))
        }
        FaultKind::FieldInList => {
            new(Code::NotUnderstood).with("expected", Arg::Key("expects-row"))
        }
        FaultKind::Unexpected => {
            new(Code::NotUnderstood).with("expected", Arg::Key("expects-field-or-end"))
        }
        FaultKind::Unclosed(bracket) => {
            new(Code::UnclosedBracket).with("bracket", bracket.open().to_string())
        }
        FaultKind::StrayCloser(bracket) => {
            new(Code::UnexpectedClosing).with("bracket", bracket.close().to_string())
        }
        FaultKind::WrongCloser { expected, found } => new(Code::WrongBracket)
            .with("found", found.close().to_string())
            .with("expected", expected.close().to_string())
            .fix(span, expected.close().to_string()),
        FaultKind::TrailingText => new(Code::TrailingText),
        FaultKind::TooDeep => new(Code::NestedTooDeep).with("limit", MAX_DEPTH),
    }
}

/// The word before a place.
fn name_before(tree: &Tree, range: TextRange) -> &str {
    let tokens = tree.tokens();
    let before = tokens.partition_point(|token| token.range.end <= range.start);
    let is_name = |token: &&Token| matches!(token.kind, TokenKind::Ident | TokenKind::RawIdent);
    tokens[..before]
        .iter()
        .rev()
        .take(4)
        .find(is_name)
        .map_or("", |token| tree.text(token.range))
}
