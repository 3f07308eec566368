//! The functions of the script files, each made ready by itself.

use std::collections::BTreeMap;
use std::mem;
use std::sync::Arc;

use rhai::AST;
use rhai::ASTNode;
use rhai::Expr;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::FileId;
use crate::diag::Span;
use crate::model::expr::Read;
use crate::model::id::Kind;
use crate::model::scenario::Scenario;
use crate::script::body;
use crate::script::body::Body;
use crate::script::fence::Code as Runnable;
use crate::script::parse;
use crate::script::playable::Function;
use crate::script::playable::Lowering;
use crate::script::playable::Noted;
use crate::script::playable::Options;
use crate::script::reads;
use crate::script::unit;
use crate::script::unit::Unit;
use crate::script::uses::Use;

/// With more functions than these none is looked at by itself, which takes time and room.
const MOST_ALONE: usize = 2048;

/// Compiles the script files, each alone, and finds the function behind every name the scenario knows.
pub(super) fn compile(
    scenario: &Scenario,
    options: Options,
    found: &mut Vec<Diagnostic>,
    noted: &mut Noted,
) -> Vec<Option<Function>> {
    let mut places: BTreeMap<&str, Function> = BTreeMap::new();
    if scenario.scripts.len() > unit::MOST_SCRIPTS {
        let place = scenario.scripts.first().map_or(0, |script| script.file);
        let too_many = Diagnostic::new(Code::TooManyScripts, Span::whole(FileId(place)));
        found.push(
            too_many
                .with("count", scenario.scripts.len())
                .with("limit", unit::MOST_SCRIPTS),
        );
        return Vec::new();
    }
    let are_many = scenario.names.all(Kind::Function).count() > MOST_ALONE;
    for source in &scenario.scripts {
        let mut unit = Unit::script(source, &scenario.names);
        let parsed = parse::script(&mut unit);
        noted.used.append(&mut unit.uses);
        for defined in &unit.defined {
            if let Some(place) = scenario.names.find(Kind::Function, defined.name) {
                let span = unit.token_span(defined.at, defined.at);
                let kind = Kind::Function;
                noted.functions.push(Use { span, kind, place });
            }
        }
        let Some(parsed) = parsed else {
            found.append(&mut unit.found);
            continue;
        };
        let flat: Arc<[Read]> = parsed.flat.into();
        let defined = mem::take(&mut unit.defined);
        let names: Vec<&str> = defined.iter().map(|defined| defined.name).collect();
        for defined in defined.iter().filter(|defined| defined.parameters == 0) {
            let before = unit.text[..defined.offset].matches('\n').count();
            let own = if are_many {
                None
            } else {
                alone(&parsed.form, defined.name, &names)
            };
            let (body, reads) = if are_many {
                (None, parsed.reads.clone())
            } else {
                let tree = own.as_ref().unwrap_or(&parsed.form);
                let body = body::lower(tree, &flat, &scenario.names);
                (body, read_by(tree, &flat))
            };
            // The interpreter never sees what runs natively.
            let code = match own {
                Some(own) if body.is_none() || options.lowering != Lowering::All => {
                    Runnable::alone(&own)
                }
                _ => Runnable::File(parsed.form.clone()),
            };
            let certain = match &body {
                Some(Body::Effects(effects)) => effects.certain().into(),
                _ => Arc::default(),
            };
            let function = Function {
                certain,
                reads: reads.into(),
                code,
                flat: Arc::clone(&flat),
                name: defined.name.into(),
                line: u32::try_from(before + 1).unwrap_or(u32::MAX),
                body: body.map(Arc::new),
            };
            if places.insert(defined.name, function).is_some() {
                let duplicate = unit
                    .about(Code::DuplicateFunction, defined.at)
                    .with("name", defined.name);
                unit.note(duplicate);
            }
        }
        found.append(&mut unit.found);
    }
    scenario
        .names
        .all(Kind::Function)
        .map(|name| places.get(name).cloned())
        .collect()
}

/// A function by itself, if it calls none of its file: the interpreter looks for a function by going through all that there
/// are.
fn alone(file: &AST, name: &str, names: &[&str]) -> Option<AST> {
    let mut own = file.clone();
    own.retain_functions(|_, _, other, parameters| other == name && parameters == 0);
    let mut calls = false;
    own.walk(&mut |path: &[ASTNode<'_>]| {
        let called = match path.last() {
            Some(ASTNode::Expr(Expr::FnCall(call, _) | Expr::MethodCall(call, _))) => {
                Some(call.name.as_str())
            }
            Some(ASTNode::Stmt(rhai::Stmt::FnCall(call, _))) => Some(call.name.as_str()),
            _ => None,
        };
        calls |= called.is_some_and(|called| names.contains(&called));
        true
    });
    (!calls).then_some(own)
}

/// What a function reads by dotted names, each once, in the order of its text.
fn read_by(tree: &AST, flat: &[Read]) -> Vec<Read> {
    let mut used = Vec::new();
    tree.walk(&mut |path: &[ASTNode<'_>]| {
        if let Some(ASTNode::Expr(Expr::Variable(variable, ..))) = path.last() {
            let read = reads::flat_place(&variable.1).and_then(|place| flat.get(place));
            if let Some(read) = read.filter(|read| !used.contains(*read)) {
                used.push(*read);
            }
        }
        true
    });
    used
}
