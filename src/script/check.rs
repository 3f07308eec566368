//! Numbers, truths and texts: whether each stands where it can.

use rhai::AST;
use rhai::ASTNode;
use rhai::Expr;
use rhai::FnCallExpr;
use rhai::Position;
use rhai::Stmt;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::model::expr::Gives;
use crate::model::expr::Read;
use crate::script::functions::FUNCTIONS;
use crate::script::reads;
use crate::script::unit::Unit;

/// What a value is, as far as it can be told without running anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Type {
    Truth,
    Number,
    Text,
    List,
    Effect,
    Nothing,
    /// Only running it would tell.
    Any,
}

impl From<Gives> for Type {
    fn from(gives: Gives) -> Self {
        match gives {
            Gives::Truth => Type::Truth,
            Gives::Number => Type::Number,
        }
    }
}

/// Checks an expression, and that it gives what it must.
pub(super) fn expression(unit: &mut Unit<'_>, tree: &AST, flat: &[Read], gives: Gives) {
    let mut types = Types { unit, flat };
    types.everywhere(tree);
    let found = types.of_block(tree.statements());
    if types.unit.found.is_empty() && found != Type::Any && found != gives.into() {
        let code = match gives {
            Gives::Truth => Code::NotTrueOrFalse,
            Gives::Number => Code::NotANumber,
        };
        let last = types.unit.tokens.len() - 1;
        let span = types.unit.token_span(0, last);
        types.unit.note(Diagnostic::new(code, span));
    }
}

/// Checks a script file.
pub(super) fn script(unit: &mut Unit<'_>, tree: &AST, flat: &[Read]) {
    let mut types = Types { unit, flat };
    types.everywhere(tree);
    if let Some(statement) = tree
        .statements()
        .iter()
        .find(|statement| !matches!(statement, Stmt::Noop(_)))
    {
        let outside = types.about(Code::ScriptDoesNotCompile, statement.position());
        types
            .unit
            .note(outside.with("why", crate::text::Arg::Key("script-why-outside")));
    }
}

struct Types<'u, 'a, 'r> {
    unit: &'u mut Unit<'a>,
    /// What each flat name reads.
    flat: &'r [Read],
}

impl Types<'_, '_, '_> {
    fn everywhere(&mut self, tree: &AST) {
        tree.walk(&mut |path: &[ASTNode<'_>]| {
            match path.last() {
                Some(ASTNode::Expr(expr)) => self.at_expr(expr),
                Some(ASTNode::Stmt(statement)) => self.at_statement(statement),
                _ => {}
            }
            true
        });
    }

    fn at_statement(&mut self, statement: &Stmt) {
        match statement {
            Stmt::If(flow, _) | Stmt::Do(flow, ..) => self.needs(Type::Truth, &flow.expr),
            Stmt::While(flow, _) if !matches!(flow.expr, Expr::Unit(_)) => {
                self.needs(Type::Truth, &flow.expr);
            }
            Stmt::FnCall(call, _) => self.at_call(call),
            _ => {}
        }
    }

    fn at_expr(&mut self, expr: &Expr) {
        match expr {
            Expr::And(parts, _) | Expr::Or(parts, _) => {
                parts.iter().for_each(|part| self.needs(Type::Truth, part));
            }
            Expr::FnCall(call, _) => self.at_call(call),
            _ => {}
        }
    }

    fn at_call(&mut self, call: &FnCallExpr) {
        match (call.name.as_str(), call.args.as_slice()) {
            ("!", [only]) => self.needs(Type::Truth, only),
            ("-" | "+", [only]) => self.needs(Type::Number, only),
            ("-" | "*" | "/" | "%" | "<" | "<=" | ">" | ">=", [left, right])
                if self.of(left) != Type::Text || self.of(right) != Type::Text =>
            {
                self.needs(Type::Number, left);
                self.needs(Type::Number, right);
            }
            ("+", [left, right]) => match (self.of(left), self.of(right)) {
                (Type::List | Type::Any, _)
                | (_, Type::List | Type::Any)
                | (Type::Text, Type::Text) => {}
                _ => {
                    self.needs(Type::Number, left);
                    self.needs(Type::Number, right);
                }
            },
            ("==" | "!=", [left, right]) => match (self.of(left), self.of(right)) {
                (Type::Any, _) | (_, Type::Any) => {}
                (one, other) if one == other => {}
                (_, Type::Number) => self.needs(Type::Number, left),
                (Type::Number, _) => self.needs(Type::Number, right),
                (Type::Truth, _) => self.needs(Type::Truth, right),
                (_, _) => self.needs(Type::Truth, left),
            },
            _ => {}
        }
    }

    /// Notes it if an expression is certainly of another type than it must be.
    fn needs(&mut self, wanted: Type, expr: &Expr) {
        let found = self.of(expr);
        if found == Type::Any || found == wanted {
            return;
        }
        let code = if wanted == Type::Truth {
            Code::NotTrueOrFalse
        } else {
            Code::NotANumber
        };
        let diagnostic = self.about(code, start(expr));
        if !self.unit.found.contains(&diagnostic) {
            self.unit.note(diagnostic);
        }
    }

    /// A diagnostic about the name, dotted or not, or the sign at a position.
    fn about(&self, code: Code, position: Position) -> Diagnostic {
        let offset = self.unit.offset(
            position.line().unwrap_or(1),
            position.position().unwrap_or(1),
        );
        let first = self.unit.token_at(offset).unwrap_or(0);
        let mut last = first;
        while self.unit.is_word(first) && self.unit.word(last + 1) == "." {
            last += 2;
        }
        Diagnostic::new(code, self.unit.token_span(first, last))
    }

    fn of_block(&self, statements: &[Stmt]) -> Type {
        statements
            .last()
            .map_or(Type::Nothing, |last| self.of_statement(last))
    }

    fn of_statement(&self, statement: &Stmt) -> Type {
        match statement {
            Stmt::Expr(expr) => self.of(expr),
            Stmt::FnCall(call, _) => self.of_call(call),
            Stmt::Block(block) => self.of_block(block.statements()),
            Stmt::If(flow, _) => match (
                self.of_block(flow.body.statements()),
                self.of_block(flow.branch.statements()),
            ) {
                (Type::Any, other) | (other, Type::Any) if other != Type::Nothing => Type::Any,
                (one, other) if one == other => one,
                (Type::Nothing, _) | (_, Type::Nothing) => Type::Nothing,
                _ => Type::Any,
            },
            Stmt::Noop(_) => Type::Nothing,
            _ => Type::Any,
        }
    }

    fn of(&self, expr: &Expr) -> Type {
        match expr {
            Expr::BoolConstant(..) | Expr::And(..) | Expr::Or(..) => Type::Truth,
            Expr::IntegerConstant(..) => Type::Number,
            Expr::StringConstant(..) => Type::Text,
            Expr::Array(..) => Type::List,
            Expr::Unit(_) => Type::Nothing,
            Expr::Variable(variable, ..) => {
                let read = reads::flat_place(&variable.1).and_then(|place| self.flat.get(place));
                read.map_or(Type::Any, |read| read.gives().into())
            }
            Expr::FnCall(call, _) => self.of_call(call),
            Expr::Stmt(block) => self.of_block(block.statements()),
            _ => Type::Any,
        }
    }

    fn of_call(&self, call: &FnCallExpr) -> Type {
        match (call.name.as_str(), call.args.as_slice()) {
            ("!" | "==" | "!=" | "<" | "<=" | ">" | ">=" | "contains" | "is_empty", _) => {
                Type::Truth
            }
            ("-" | "*" | "/" | "%" | "abs" | "min" | "max" | "clamp" | "len" | "sign", _) => {
                Type::Number
            }
            ("+", [left, right]) => match (self.of(left), self.of(right)) {
                (one, other) if one == other => one,
                (Type::List, _) | (_, Type::List) => Type::List,
                _ => Type::Any,
            },
            ("&" | "|" | "^", [left, right]) if self.of(left) == self.of(right) => self.of(left),
            (name, _) => match FUNCTIONS.iter().find(|function| function.name == name) {
                Some(function) if function.is_effect() => Type::Effect,
                Some(function) if function.root().is_some_and(reads::is_truth) => Type::Truth,
                Some(function) => match function.root() {
                    Some("holds" | "verified" | "met" | "missed" | "running" | "delivered") => {
                        Type::Truth
                    }
                    _ => Type::Number,
                },
                None => Type::Any,
            },
        }
    }
}

/// Where an expression begins: the interpreter's own answer is the sign of an operation.
fn start(expr: &Expr) -> Position {
    match expr {
        Expr::FnCall(call, _) if call.op_token.is_some() && call.args.len() == 2 => {
            start(&call.args[0])
        }
        Expr::And(parts, _) | Expr::Or(parts, _) if !parts.is_empty() => start(&parts[0]),
        _ => expr.start_position(),
    }
}
