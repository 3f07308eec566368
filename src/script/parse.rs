//! Author's code to something that runs: every check, in order, and what the interpreter's own complaints mean.

use rhai::AST;
use rhai::Dynamic;
use rhai::LexError;
use rhai::ParseError;
use rhai::ParseErrorType as E;
use rhai::Scope;

use crate::diag::Code;
use crate::diag::has_errors;
use crate::model::FunctionId;
use crate::model::expr::Gives;
use crate::model::expr::Read;
use crate::script::calls;
use crate::script::check;
use crate::script::dropped;
use crate::script::fence::Code as Runnable;
use crate::script::fence::EXPRESSIONS;
use crate::script::fence::SCRIPTS;
use crate::script::lower;
use crate::script::lower::Native;
use crate::script::reads;
use crate::script::reads::Flat;
use crate::script::traps;
use crate::script::unit::LONGEST_EXPRESSION;
use crate::script::unit::LONGEST_SCRIPT;
use crate::script::unit::Unit;
use crate::text::Arg;

/// The name of the function that an expression is compiled as.
pub(super) const EXPRESSION: &str = "expression";
/// The lines of our own that stand before an expression's text in that function.
pub(super) const LINES_BEFORE: u32 = 1;

/// Something that runs, and what it can read.
pub(super) struct Parsed<T> {
    pub(super) form: T,
    /// What each flat name reads.
    pub(super) flat: Vec<Read>,
    /// What it can read.
    pub(super) reads: Vec<Read>,
}

/// An expression that runs.
pub(super) enum Form {
    Native(Native),
    Interpreted(Runnable),
    /// It is a call of a script function.
    Function(FunctionId),
}

/// Reads an expression. Nothing, if anything is wrong with it: the unit then says what.
pub(super) fn expression(
    unit: &mut Unit<'_>,
    gives: Gives,
    is_lowered: bool,
) -> Option<Parsed<Form>> {
    let flat = prepare(unit, LONGEST_EXPRESSION)?;
    let scope = scope(&flat);
    let tree = match EXPRESSIONS.compile_expression_with_scope(&scope, &flat.text) {
        Ok(tree) => tree,
        Err(error) => {
            explain(unit, &error);
            return None;
        }
    };
    check::expression(unit, &tree, &flat.reads, gives);
    if has_errors(&unit.found) {
        return None;
    }
    // As a function, since an expression that is evaluated by itself sees no tag. Compiled even where it is not used, so
    // that nothing is fine in one form and too deep in the other.
    let function = format!("fn {EXPRESSION}() {{ (\n{}\n) }}", flat.text);
    let Ok(function) = EXPRESSIONS.compile_with_scope(&scope, function) else {
        let too_deep = unit.about_all(Code::ScriptTooComplex);
        unit.note(too_deep);
        return None;
    };
    let native = is_lowered
        .then(|| lower::lower(&tree, &flat.reads))
        .flatten();
    let form = native.map_or_else(
        || Form::Interpreted(Runnable::alone(&function)),
        Form::Native,
    );
    Some(Parsed {
        form,
        flat: flat.reads,
        reads: flat.used,
    })
}

/// Reads a script file. Nothing, if anything is wrong with it: the unit then says what.
pub(super) fn script(unit: &mut Unit<'_>) -> Option<Parsed<AST>> {
    let flat = prepare(unit, LONGEST_SCRIPT)?;
    match SCRIPTS.compile_with_scope(&scope(&flat), &flat.text) {
        Ok(tree) => {
            check::script(unit, &tree, &flat.reads);
            dropped::check(unit);
            (!has_errors(&unit.found)).then_some(Parsed {
                form: tree,
                flat: flat.reads,
                reads: flat.used,
            })
        }
        Err(error) => {
            explain(unit, &error);
            None
        }
    }
}

/// Everything that can be said without the interpreter. It is not asked about code that is wrong already: it would say
/// the same in worse words.
fn prepare(unit: &mut Unit<'_>, longest: usize) -> Option<Flat> {
    if unit.text.len() > longest {
        let too_long = unit
            .about_all(Code::ScriptTooLong)
            .with("size", unit.text.len().div_ceil(1024));
        unit.note(too_long.with("limit", longest / 1024));
        return None;
    }
    if unit.tokens.is_empty() && unit.is_expression {
        let empty = unit
            .about_all(Code::ExpressionDoesNotCompile)
            .with("why", Arg::Key("script-why-empty"));
        unit.note(empty);
        return None;
    }
    traps::check(unit);
    calls::check(unit);
    let flat = reads::flatten(unit);
    (!has_errors(&unit.found)).then_some(flat)
}

/// What strict variables count as known: the flat names, resolved when they are read.
fn scope(flat: &Flat) -> Scope<'static> {
    let mut scope = Scope::new();
    for place in 0..flat.reads.len() {
        scope.push_dynamic(reads::flat_name(place), Dynamic::UNIT);
    }
    scope
}

/// Says what an error of the interpreter's parser means.
fn explain(unit: &mut Unit<'_>, error: &ParseError) {
    let offset = match (error.1.line(), error.1.position()) {
        (Some(line), Some(column)) => unit.offset(line, column),
        (Some(line), None) => unit.offset(line, 1),
        _ => unit.text.len(),
    };
    let at = unit
        .token_at(offset)
        .unwrap_or(unit.tokens.len().saturating_sub(1));
    let word = unit.word(at);
    let (code, why) = match error.0.as_ref() {
        E::VariableUndefined(_) => (Code::UnknownName, ""),
        E::Reserved(_) | E::ForbiddenVariable(_) if unit.is_word(at) => (Code::ReservedName, ""),
        E::MissingToken(token, _) if token == ";" => (Code::MissingSemicolon, ""),
        E::AssignmentToConstant(_) | E::AssignmentToInvalidLHS(_) => (Code::ReadOnlyName, ""),
        E::FnDuplicatedDefinition(..) => (Code::DuplicateFunction, ""),
        E::ExprTooDeep | E::TooManyFunctions => (Code::ScriptTooComplex, ""),
        other => {
            let code = if unit.is_expression {
                Code::ExpressionDoesNotCompile
            } else {
                Code::ScriptDoesNotCompile
            };
            (code, why(other))
        }
    };
    let mut diagnostic = unit.about(code, at);
    diagnostic = match code {
        Code::UnknownName => diagnostic.with("name", word).near(calls::words(unit)),
        Code::ReservedName | Code::ReadOnlyName | Code::DuplicateFunction => {
            diagnostic.with("name", word)
        }
        _ if why.is_empty() => diagnostic,
        _ => diagnostic.with("why", Arg::Key(why)),
    };
    unit.note(diagnostic);
}

/// The catalogue's key for what the parser says.
fn why(error: &E) -> &'static str {
    match error {
        E::UnexpectedEOF => "script-why-ends",
        E::MissingToken(token, _) => match token.as_str() {
            "," => "script-why-comma",
            ")" | "]" => "script-why-operator",
            "{" => "script-why-brace",
            "}" => "script-why-semicolon",
            "=>" => "script-why-arrow",
            "in" => "script-why-in",
            _ => "script-why-unexpected",
        },
        E::ExprExpected(_) => "script-why-value",
        E::MismatchedType(..) => "script-why-type",
        E::VariableExpected | E::PropertyExpected | E::FnMissingName => "script-why-name",
        E::FnMissingParams(_) => "script-why-parameters",
        E::FnMissingBody(_) => "script-why-brace",
        E::FnDuplicatedParam(..) | E::DuplicatedVariable(_) | E::VariableExists(_) => {
            "script-why-twice"
        }
        E::WrongFnDefinition => "script-why-function-inside",
        E::LoopBreak => "script-why-break",
        E::WrongSwitchDefaultCase | E::WrongSwitchIntegerCase | E::WrongSwitchCaseCondition => {
            "script-why-switch"
        }
        E::LiteralTooLarge(..) => "script-why-too-large",
        E::BadInput(LexError::MalformedNumber(_)) => "script-why-number",
        E::BadInput(LexError::MalformedEscapeSequence(_) | LexError::MalformedChar(_)) => {
            "script-why-escape"
        }
        _ => "script-why-unexpected",
    }
}
