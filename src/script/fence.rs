//! The interpreter in its fence: what it can do, how much of it, and how a call is made.

use std::cell::RefCell;
use std::sync::Arc;
use std::sync::LazyLock;

use rhai::AST;
use rhai::CallFnOptions;
use rhai::Dynamic;
use rhai::Engine;
use rhai::EvalAltResult;
use rhai::OptimizationLevel;
use rhai::Scope;
use rhai::packages::ArithmeticPackage;
use rhai::packages::BasicIteratorPackage;
use rhai::packages::LogicPackage;
use rhai::packages::Package;

use crate::script::host;
use crate::script::host::Inside;
use crate::script::host::Tag;
use crate::script::reads;
use crate::script::reserved;
use crate::script::trouble::Trouble;
use crate::script::world::Fuse;

/// The most operations of one call. They bound what a script does, not how long it takes: that is the fuse's part.
const MOST_OPERATIONS: u64 = 50_000;
/// How often the fuse is asked: every so many operations.
const FUSE_EVERY: u64 = 32;

/// The interpreter of script files; what belongs to a call is in its tag. Deep code and deep calls multiply on the stack.
pub(super) static SCRIPTS: LazyLock<Engine> = LazyLock::new(|| engine(32, 32));
/// The interpreter of expressions, which define no functions: they may nest deeper instead.
pub(super) static EXPRESSIONS: LazyLock<Engine> = LazyLock::new(|| engine(96, 2));

thread_local! {
    /// The fuse of the call that runs on this thread: `on_progress` is given nothing else to find it by.
    static FUSE: RefCell<Option<Fuse>> = const { RefCell::new(None) };
}

fn engine(depth: usize, call_levels: usize) -> Engine {
    // Nothing is in a raw engine; `CorePackage` and `StandardPackage` would bring `sleep`, files and clocks.
    let mut engine = Engine::new_raw();
    ArithmeticPackage::new().register_into_engine(&mut engine);
    LogicPackage::new().register_into_engine(&mut engine);
    BasicIteratorPackage::new().register_into_engine(&mut engine);
    host::register(&mut engine);

    for symbol in reserved::FORBIDDEN {
        engine.disable_symbol(*symbol);
    }
    for symbol in [
        "#{", "**", "**=", "<<", "<<=", ">>", ">>=", "??", "?.", "?[",
    ] {
        engine.disable_symbol(symbol);
    }
    engine.set_allow_anonymous_fn(false);
    engine.set_strict_variables(true);
    engine.set_fail_on_invalid_map_property(true);
    // Compiling has no deadline, and the optimiser takes time with the square of a `switch`.
    engine.set_optimization_level(OptimizationLevel::None);

    engine.set_max_operations(MOST_OPERATIONS);
    engine.set_max_call_levels(call_levels);
    engine.set_max_expr_depths(depth, depth);
    engine.set_max_string_size(1024);
    engine.set_max_array_size(128);
    engine.set_max_map_size(16);
    engine.set_max_variables(128);
    engine.set_max_functions(64);

    engine.on_progress(|operations| {
        let has_blown = operations % FUSE_EVERY == 0
            && FUSE.with_borrow(|fuse| fuse.as_ref().is_some_and(Fuse::has_blown));
        has_blown.then_some(Dynamic::UNIT)
    });
    #[expect(
        deprecated,
        reason = "it is marked as volatile, not as going away, and nothing else resolves a name at run time"
    )]
    engine.on_var(|name, _, context| {
        let Some(place) = reads::flat_place(name) else {
            return Ok(None);
        };
        let tag = context.tag().read_lock::<Tag>();
        Ok(tag.and_then(|tag| tag.0.flat(place)))
    });
    engine
}

/// A function of compiled code.
pub(super) struct Function<'a> {
    pub(super) ast: &'a AST,
    pub(super) name: &'a str,
    /// Lines that stand before the author's text.
    pub(super) before: u32,
    /// The author's line where it begins.
    pub(super) line: u32,
}

/// Calls a function of compiled code.
pub(super) fn call(
    engine: &Engine,
    function: &Function<'_>,
    inside: Inside,
    fuse: &Fuse,
) -> Result<Dynamic, Trouble> {
    let inside = Arc::new(inside);
    let options = CallFnOptions::new()
        .eval_ast(false)
        .with_tag(Tag(Arc::clone(&inside)));
    let _burning = Burning::new(fuse);
    let answer: Result<Dynamic, Box<EvalAltResult>> =
        engine.call_fn_with_options(options, &mut Scope::new(), function.ast, function.name, ());
    answer.map_err(|error| Trouble::of(&error, inside.told(), function.before, function.line))
}

/// Keeps a fuse where `on_progress` finds it for as long as it lives.
struct Burning(Option<Fuse>);

impl Burning {
    fn new(fuse: &Fuse) -> Self {
        Self(FUSE.replace(Some(fuse.clone())))
    }
}

impl Drop for Burning {
    fn drop(&mut self) {
        FUSE.set(self.0.take());
    }
}
