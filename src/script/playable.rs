//! A scenario made ready to play: expressions lowered or compiled, scripts compiled.

use std::collections::BTreeMap;
use std::fmt;
use std::mem;
use std::sync::Arc;

use rhai::AST;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::FileId;
use crate::diag::Span;
use crate::diag::has_errors;
use crate::model::ExprId;
use crate::model::FunctionId;
use crate::model::effect::Effect;
use crate::model::expr::ExprSource;
use crate::model::expr::Gives;
use crate::model::expr::Read;
use crate::model::id::Kind;
use crate::model::id::Names;
use crate::model::scenario::Scenario;
use crate::script::fence;
use crate::script::gap::Gap;
use crate::script::host;
use crate::script::host::Inside;
use crate::script::lower::Bounds;
use crate::script::lower::Known;
use crate::script::lower::Native;
use crate::script::parse;
use crate::script::parse::Form;
use crate::script::trouble::Trouble;
use crate::script::trouble::Why;
use crate::script::unit;
use crate::script::unit::Unit;
use crate::script::uses::Use;
use crate::script::world::Call;
use crate::script::world::World;

/// Where expressions and scripts name something by its id.
#[derive(Debug, Default)]
pub struct Noted {
    pub used: Vec<Use>,
    /// Where each function that rows can call is defined.
    pub functions: Vec<Use>,
}

/// How a scenario is made ready.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Whether simple expressions run natively. Without it everything goes through the interpreter, to the same results.
    pub lowering: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { lowering: true }
    }
}

/// A [`Scenario`] with its compiled scripts and lowered expressions, made once at load.
pub struct Playable {
    scenario: Arc<Scenario>,
    exprs: Vec<Arc<Expression>>,
    functions: Vec<Option<Function>>,
    scripts: Vec<Script>,
}

struct Expression {
    gives: Gives,
    /// What each flat name reads.
    flat: Arc<[Read]>,
    reads: Box<[Read]>,
    form: Form,
}

struct Script {
    ast: AST,
    /// What each flat name reads.
    flat: Arc<[Read]>,
}

#[derive(Clone)]
struct Function {
    script: usize,
    name: Box<str>,
    /// Where it begins in its file.
    line: u32,
}

impl Playable {
    /// The scenario it was made from.
    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// The scenario it was made from, to be kept.
    pub fn shared_scenario(&self) -> Arc<Scenario> {
        Arc::clone(&self.scenario)
    }

    /// What the expression can read, whatever way it takes.
    pub fn reads(&self, expr: ExprId) -> &[Read] {
        self.exprs.get(expr.index()).map_or(&[], |expr| &expr.reads)
    }

    /// Whether the expression runs without the interpreter.
    pub fn is_native(&self, expr: ExprId) -> bool {
        self.exprs
            .get(expr.index())
            .is_some_and(|expr| matches!(expr.form, Form::Native(_)))
    }

    /// The least and the most the expression can give, if it runs without the interpreter: nothing outside is possible.
    pub fn bounds(&self, expr: ExprId, known: &dyn Known) -> Option<Bounds> {
        self.native(expr).map(|native| native.bounds(known))
    }

    /// What the expression asks of single readings, if it asks only that all of them lie within bounds.
    pub fn limits(&self, expr: ExprId) -> Option<Vec<(Read, Bounds)>> {
        self.native(expr)?.limits()
    }

    fn native(&self, expr: ExprId) -> Option<&Native> {
        match &self.exprs.get(expr.index())?.form {
            Form::Native(native) => Some(native),
            Form::Interpreted(_) => None,
        }
    }

    /// The value of an expression; 0 or 1 for one that gives true or false.
    pub fn eval<W: World>(
        &self,
        expr: ExprId,
        world: &Arc<W>,
        call: &Call<'_>,
    ) -> Result<i64, Trouble> {
        let Some(expr) = self.exprs.get(expr.index()) else {
            return Err(Trouble::Failed {
                line: 1,
                why: Why::Other,
            });
        };
        let ast = match &expr.form {
            Form::Native(native) => {
                return native.value(&**world);
            }
            Form::Interpreted(ast) => ast,
        };
        let function = fence::Function {
            ast,
            name: parse::EXPRESSION,
            before: parse::LINES_BEFORE,
            line: 1,
        };
        let inside = self.inside(world, &expr.flat, call);
        let answer = fence::call(&fence::EXPRESSIONS, &function, inside, call.fuse)?;
        let value = match expr.gives {
            Gives::Truth => answer.as_bool().map(i64::from),
            Gives::Number => answer.as_int(),
        };
        value.map_err(|_| Trouble::Failed {
            line: 1,
            why: Why::WrongType,
        })
    }

    /// How far a condition is from holding.
    pub fn gap<W: World>(&self, expr: ExprId, world: &Arc<W>, call: &Call<'_>) -> Gap {
        match self.exprs.get(expr.index()).map(|expr| &expr.form) {
            Some(Form::Native(native)) => native.gap(&**world),
            _ => Gap::of(self.holds(expr, world, call).unwrap_or(false)),
        }
    }

    /// Whether a condition holds.
    pub fn holds<W: World>(
        &self,
        expr: ExprId,
        world: &Arc<W>,
        call: &Call<'_>,
    ) -> Result<bool, Trouble> {
        self.eval(expr, world, call).map(|value| value != 0)
    }

    /// The effects a script function asks for: all that it returned, or none if it failed.
    pub fn call<W: World>(
        &self,
        function: FunctionId,
        world: &Arc<W>,
        call: &Call<'_>,
    ) -> Result<Vec<Effect>, Trouble> {
        let Some(Some(function)) = self.functions.get(function.index()) else {
            return Err(Trouble::Failed {
                line: 1,
                why: Why::UnknownName,
            });
        };
        let script = &self.scripts[function.script];
        let inside = self.inside(world, &script.flat, call);
        let called = fence::Function {
            ast: &script.ast,
            name: &function.name,
            before: 0,
            line: function.line,
        };
        let answer = fence::call(&fence::SCRIPTS, &called, inside, call.fuse)?;
        host::effects(&answer).map_err(|why| Trouble::Failed {
            line: function.line,
            why,
        })
    }

    fn inside<W: World>(&self, world: &Arc<W>, flat: &Arc<[Read]>, call: &Call<'_>) -> Inside {
        Inside::new(
            Arc::<W>::clone(world),
            Arc::clone(flat),
            Arc::clone(&self.scenario.names),
            call.roll,
        )
    }
}

impl fmt::Debug for Playable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Playable")
            .field("scenario", &self.scenario.about.id)
            .finish_non_exhaustive()
    }
}

/// Makes a scenario ready to play, or says everything that is wrong with its expressions and scripts.
pub fn compile(scenario: Scenario) -> (Option<Playable>, Vec<Diagnostic>) {
    compile_with(scenario, Options::default())
}

/// [`compile`] with a choice of how.
pub fn compile_with(scenario: Scenario, options: Options) -> (Option<Playable>, Vec<Diagnostic>) {
    let (playable, found, _) = compile_noting(scenario, options);
    (playable, found)
}

/// [`compile_with`], and where expressions and scripts name something by its id; functions stand there as declared.
pub fn compile_noting(
    scenario: Scenario,
    options: Options,
) -> (Option<Playable>, Vec<Diagnostic>, Noted) {
    let mut found = Vec::new();
    let mut noted = Noted::default();
    let exprs = expressions(&scenario, options, &mut found, &mut noted);
    let (scripts, functions) = compile_scripts(&scenario, &mut found, &mut noted);
    if has_errors(&found) {
        return (None, found, noted);
    }
    let exprs = exprs.into_iter().flatten().collect();
    (
        Some(Playable {
            scenario: Arc::new(scenario),
            exprs,
            functions,
            scripts,
        }),
        found,
        noted,
    )
}

/// An expression that is sound: where it was first written, what it became, and the ids it uses.
type Compiled<'a> = (&'a ExprSource, Arc<Expression>, Vec<Use>);

/// All expressions. Those that are written alike are compiled once: a long scenario asks the same few things over and over.
fn expressions(
    scenario: &Scenario,
    options: Options,
    found: &mut Vec<Diagnostic>,
    noted: &mut Noted,
) -> Vec<Option<Arc<Expression>>> {
    let mut sound: BTreeMap<(&str, bool), Compiled<'_>> = BTreeMap::new();
    let mut exprs = Vec::with_capacity(scenario.exprs.len());
    for source in &scenario.exprs {
        let key = (&*source.text, source.gives == Gives::Truth);
        let length = |source: &ExprSource| source.end - source.start;
        let known = sound
            .get(&key)
            .filter(|(first, ..)| length(first) == length(source));
        if let Some((first, expression, uses)) = known {
            let moved = |place: u32| place - first.start + source.start;
            let file = FileId(source.file);
            noted.used.extend(uses.iter().map(|used| Use {
                span: Span::new(file, moved(used.span.start), moved(used.span.end)),
                ..*used
            }));
            exprs.push(Some(Arc::clone(expression)));
            continue;
        }
        let (wrong, uses) = (found.len(), noted.used.len());
        let expression = expression(source, &scenario.names, options, found, noted).map(Arc::new);
        if let Some(expression) = expression.as_ref().filter(|_| found.len() == wrong) {
            let uses = noted.used[uses..].to_vec();
            sound.insert(key, (source, Arc::clone(expression), uses));
        }
        exprs.push(expression);
    }
    exprs
}

fn expression(
    source: &ExprSource,
    names: &Names,
    options: Options,
    found: &mut Vec<Diagnostic>,
    noted: &mut Noted,
) -> Option<Expression> {
    let mut unit = Unit::expression(source, names);
    let parsed = parse::expression(&mut unit, source.gives, options.lowering);
    found.append(&mut unit.found);
    noted.used.append(&mut unit.uses);
    parsed.map(|parsed| Expression {
        gives: source.gives,
        flat: parsed.flat.into(),
        reads: parsed.reads.into(),
        form: parsed.form,
    })
}

/// Compiles the script files, each alone, and finds the function behind every name the scenario calls.
fn compile_scripts(
    scenario: &Scenario,
    found: &mut Vec<Diagnostic>,
    noted: &mut Noted,
) -> (Vec<Script>, Vec<Option<Function>>) {
    let mut scripts = Vec::new();
    let mut places: BTreeMap<&str, Function> = BTreeMap::new();
    if scenario.scripts.len() > unit::MOST_SCRIPTS {
        let place = scenario.scripts.first().map_or(0, |script| script.file);
        let too_many = Diagnostic::new(Code::TooManyScripts, Span::whole(FileId(place)));
        found.push(
            too_many
                .with("count", scenario.scripts.len())
                .with("limit", unit::MOST_SCRIPTS),
        );
        return (scripts, Vec::new());
    }
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
        for defined in mem::take(&mut unit.defined) {
            if defined.parameters > 0 {
                continue;
            }
            let before = unit.text[..defined.offset].matches('\n').count();
            let function = Function {
                script: scripts.len(),
                name: defined.name.into(),
                line: u32::try_from(before + 1).unwrap_or(u32::MAX),
            };
            if places.insert(defined.name, function).is_some() {
                let duplicate = unit
                    .about(Code::DuplicateFunction, defined.at)
                    .with("name", defined.name);
                unit.note(duplicate);
            }
        }
        found.append(&mut unit.found);
        scripts.push(Script {
            ast: parsed.form,
            flat: parsed.flat.into(),
        });
    }
    let functions = scenario
        .names
        .all(Kind::Function)
        .map(|name| places.get(name).cloned())
        .collect();
    (scripts, functions)
}
