//! A scenario made ready to play: expressions and script functions, lowered or compiled.

mod functions;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use rhai::Dynamic;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::FileId;
use crate::diag::Span;
use crate::diag::has_errors;
use crate::model::ExprId;
use crate::model::FunctionId;
use crate::model::agenda::Agenda;
use crate::model::effect::Effect;
use crate::model::expr::ExprSource;
use crate::model::expr::Gives;
use crate::model::expr::Read;
use crate::model::id;
use crate::model::id::Kind;
use crate::model::id::Names;
use crate::model::scenario::Scenario;
use crate::script::body::Body;
use crate::script::fence;
use crate::script::gap::Gap;
use crate::script::host;
use crate::script::host::Inside;
use crate::script::lower::Bounds;
use crate::script::lower::Known;
use crate::script::lower::Native;
use crate::script::lower::Said;
use crate::script::parse;
use crate::script::parse::Form;
use crate::script::trouble::Trouble;
use crate::script::trouble::Why;
use crate::script::unit::Unit;
use crate::script::uses::Use;
use crate::script::world::Call;
use crate::script::world::Lent;
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
    pub lowering: Lowering,
}

/// What runs natively. What does not goes through the interpreter, to the same results.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lowering {
    /// All that is simple enough.
    #[default]
    All,
    /// Expressions in the scenario's files, but no function of a script.
    Expressions,
    Nothing,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            lowering: Lowering::All,
        }
    }
}

/// A [`Scenario`] with its compiled scripts and lowered expressions, made once at load.
pub struct Playable {
    scenario: Arc<Scenario>,
    exprs: Vec<Arc<Expression>>,
    functions: Vec<Option<Function>>,
    agenda: Agenda,
    /// Whether anything needs the interpreter.
    interprets: bool,
}

struct Expression {
    gives: Gives,
    /// What each flat name reads.
    flat: Arc<[Read]>,
    reads: Box<[Read]>,
    /// The hash of its text, for the dice.
    word: u64,
    form: Form,
}

/// A function of a script file that takes no argument.
#[derive(Clone)]
struct Function {
    /// The function, and what it calls.
    code: fence::Code,
    /// What each flat name reads.
    flat: Arc<[Read]>,
    reads: Box<[Read]>,
    name: Box<str>,
    /// Where it begins in its file.
    line: u32,
    /// Its native form, if it is simple enough.
    body: Option<Arc<Body>>,
    /// What it asks for whatever the world is like, however it runs.
    certain: Arc<[Effect]>,
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

    /// Whether anything in it needs the interpreter.
    pub fn interprets(&self) -> bool {
        self.interprets
    }

    /// What can come in each turn.
    pub fn agenda(&self) -> &Agenda {
        &self.agenda
    }

    /// What the expression can read, whatever way it takes.
    pub fn reads(&self, expr: ExprId) -> &[Read] {
        let Some(expr) = self.exprs.get(expr.index()) else {
            return &[];
        };
        match &expr.form {
            Form::Function(function) => {
                let function = self.function(*function);
                function.map_or(&[], |function| &function.reads)
            }
            _ => &expr.reads,
        }
    }

    /// The hash of an expression's text, for the dice.
    pub fn word(&self, expr: ExprId) -> u64 {
        self.exprs.get(expr.index()).map_or(0, |expr| expr.word)
    }

    /// Whether the expression runs without the interpreter.
    pub fn is_native(&self, expr: ExprId) -> bool {
        self.exprs
            .get(expr.index())
            .is_some_and(|expr| match &expr.form {
                Form::Native(_) => true,
                Form::Interpreted(_) => false,
                Form::Function(function) => self.is_native_function(*function),
            })
    }

    /// Whether the function runs without the interpreter.
    pub fn is_native_function(&self, function: FunctionId) -> bool {
        self.function(function)
            .is_some_and(|function| function.body.is_some())
    }

    /// The value of an expression that runs natively; `None` for one that does not.
    pub fn natively<W: World>(&self, expr: ExprId, world: &W) -> Option<Result<i64, Trouble>> {
        self.native(expr).map(|native| native.value(world))
    }

    /// The least and the most the expression can give, if it runs without the interpreter: nothing outside is possible.
    pub fn bounds(&self, expr: ExprId, known: &dyn Known) -> Option<Bounds> {
        self.native(expr).map(|native| native.bounds(known))
    }

    /// What the expression asks of single readings, if it asks only that all of them lie within bounds.
    pub fn limits(&self, expr: ExprId) -> Option<Vec<(Read, Bounds)>> {
        self.native(expr)?.limits()
    }

    /// What the expression says, if it runs without the interpreter.
    pub fn said(&self, expr: ExprId) -> Option<Said> {
        self.native(expr).map(Native::said)
    }

    fn native(&self, expr: ExprId) -> Option<&Native> {
        match &self.exprs.get(expr.index())?.form {
            Form::Native(native) => Some(native),
            Form::Interpreted(_) => None,
            Form::Function(function) => match self.function(*function)?.body.as_deref()? {
                Body::Value(native, _) => Some(native),
                // That it gives a value is checked at load.
                Body::Effects(_) => None,
            },
        }
    }

    /// The value of an expression; 0 or 1 for one that gives true or false.
    pub fn eval(&self, expr: ExprId, world: &impl Lent, call: &Call<'_>) -> Result<i64, Trouble> {
        if let Some(value) = self.natively(expr, &**world) {
            return value;
        }
        let failed = |line, why| Trouble::Failed { line, why };
        let Some(expr) = self.exprs.get(expr.index()) else {
            return Err(failed(1, Why::Other));
        };
        let (answer, line) = match &expr.form {
            Form::Interpreted(code) => {
                let function = fence::Function {
                    code,
                    name: parse::EXPRESSION,
                    before: parse::LINES_BEFORE,
                    line: 1,
                };
                let inside = self.inside(world, &expr.flat, call);
                let answer = fence::call(&fence::EXPRESSIONS, &function, inside, call.fuse)?;
                (answer, 1)
            }
            Form::Function(function) => {
                let function = self.function(*function);
                let function = function.ok_or(failed(1, Why::UnknownName))?;
                (self.interpret(function, world, call)?, function.line)
            }
            Form::Native(_) => return Err(failed(1, Why::Other)),
        };
        let value = match expr.gives {
            Gives::Truth => answer.as_bool().map(i64::from),
            Gives::Number => answer.as_int(),
        };
        value.map_err(|_| failed(line, Why::WrongType))
    }

    /// How far a condition is from holding.
    pub fn gap(&self, expr: ExprId, world: &impl Lent, call: &Call<'_>) -> Gap {
        match self.native(expr) {
            Some(native) => native.gap(&**world),
            None => Gap::of(self.holds(expr, world, call).unwrap_or(false)),
        }
    }

    /// Whether a condition holds.
    pub fn holds(&self, expr: ExprId, world: &impl Lent, call: &Call<'_>) -> Result<bool, Trouble> {
        self.eval(expr, world, call).map(|value| value != 0)
    }

    /// The effects a script function asks for: all that it returned, or none if it failed.
    pub fn call(
        &self,
        function: FunctionId,
        world: &impl Lent,
        call: &Call<'_>,
    ) -> Result<Cow<'_, [Effect]>, Trouble> {
        let failed = |line, why| Trouble::Failed { line, why };
        let Some(function) = self.function(function) else {
            return Err(failed(1, Why::UnknownName));
        };
        match function.body.as_deref() {
            Some(Body::Effects(effects)) => return effects.of(&**world).map(Cow::Borrowed),
            Some(Body::Value(..)) => return Err(failed(function.line, Why::NotEffects)),
            None => {}
        }
        let answer = self.interpret(function, world, call)?;
        let effects = host::effects(&answer);
        effects
            .map(Cow::Owned)
            .map_err(|why| failed(function.line, why))
    }

    /// The effects a script function asks for whatever the world is like; none if they depend on it.
    pub fn certain(&self, function: FunctionId) -> &[Effect] {
        self.function(function)
            .map_or(&[], |function| &function.certain)
    }

    fn function(&self, function: FunctionId) -> Option<&Function> {
        self.functions.get(function.index())?.as_ref()
    }

    fn interpret(
        &self,
        function: &Function,
        world: &impl Lent,
        call: &Call<'_>,
    ) -> Result<Dynamic, Trouble> {
        let called = fence::Function {
            code: &function.code,
            name: &function.name,
            before: 0,
            line: function.line,
        };
        let inside = self.inside(world, &function.flat, call);
        fence::call(&fence::SCRIPTS, &called, inside, call.fuse)
    }

    fn inside(&self, world: &impl Lent, flat: &Arc<[Read]>, call: &Call<'_>) -> Inside {
        Inside::new(
            world.lent(),
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
    let mut functions = functions::compile(&scenario, options, &mut found, &mut noted);
    for (source, expr) in scenario.exprs.iter().zip(exprs.iter().flatten()) {
        if let Form::Function(function) = expr.form
            && let Some(Some(function)) = functions.get(function.index())
            && let Some(body) = &function.body
            && body.gives() != Some(source.gives)
        {
            let code = match source.gives {
                Gives::Truth => Code::NotTrueOrFalse,
                Gives::Number => Code::NotANumber,
            };
            let place = Span::new(FileId(source.file), source.start, source.end);
            found.push(Diagnostic::new(code, place));
        }
    }
    if options.lowering != Lowering::All {
        for function in functions.iter_mut().flatten() {
            function.body = None;
        }
    }
    if has_errors(&found) {
        return (None, found, noted);
    }
    let exprs: Vec<_> = exprs.into_iter().flatten().collect();
    let is_code = |expr: &Arc<Expression>| matches!(expr.form, Form::Interpreted(_));
    let mut bodies = functions.iter().flatten().map(|function| &function.body);
    let playable = Playable {
        agenda: Agenda::new(&scenario),
        interprets: exprs.iter().any(is_code) || bodies.any(Option::is_none),
        scenario: Arc::new(scenario),
        exprs,
        functions,
    };
    (Some(playable), found, noted)
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
    let word = id::hash(&source.text);
    if let Some(function) = source.called(names) {
        noted.used.push(Use {
            span: Span::new(FileId(source.file), source.start, source.end),
            kind: Kind::Function,
            place: function.0,
        });
        return Some(Expression {
            gives: source.gives,
            flat: Arc::new([]),
            reads: Box::new([]),
            word,
            form: Form::Function(function),
        });
    }
    let mut unit = Unit::expression(source, names);
    let parsed = parse::expression(
        &mut unit,
        source.gives,
        options.lowering != Lowering::Nothing,
    );
    found.append(&mut unit.found);
    noted.used.append(&mut unit.uses);
    parsed.map(|parsed| Expression {
        gives: source.gives,
        flat: parsed.flat.into(),
        reads: parsed.reads.into(),
        word,
        form: parsed.form,
    })
}
