//! The interpreter in its fence: what it can do, how much of it, and how a call is made.

use std::cell::RefCell;
use std::sync::Arc;
use std::sync::LazyLock;

use rhai::AST;
use rhai::ASTNode;
use rhai::Caches;
use rhai::CallFnOptions;
use rhai::Dynamic;
use rhai::Engine;
use rhai::EvalAltResult;
use rhai::GlobalRuntimeState;
use rhai::OptimizationLevel;
use rhai::Position;
use rhai::Scope;
use rhai::Stmt;
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
    static WARM: RefCell<Option<Warm>> = const { RefCell::new(None) };
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
        Ok(tag.and_then(|tag| tag.inside()?.flat(place)))
    });
    engine
}

/// A function of compiled code.
pub(super) struct Function<'a> {
    pub(super) code: &'a Code,
    pub(super) name: &'a str,
    /// Lines that stand before the author's text.
    pub(super) before: u32,
    /// The author's line where it begins.
    pub(super) line: u32,
}

/// What the interpreter runs.
#[derive(Clone)]
pub(super) enum Code {
    /// The statements of a function that calls no other of its file.
    Alone(Arc<[Stmt]>),
    /// All functions of a file, of which some call others.
    File(AST),
}

impl Code {
    /// The one function of a tree, which calls no function but ours.
    pub(super) fn alone(tree: &AST) -> Self {
        let mut statements = Vec::new();
        tree.walk(&mut |path: &[ASTNode<'_>]| {
            if let [ASTNode::Stmt(statement)] = path {
                statements.push(Stmt::clone(statement));
            }
            true
        });
        Self::Alone(statements.into())
    }
}

/// Calls a function of compiled code.
pub(super) fn call(
    engine: &Engine,
    function: &Function<'_>,
    inside: Inside,
    fuse: &Fuse,
) -> Result<Dynamic, Trouble> {
    let inside = Arc::new(inside);
    let tag = Tag::of(&inside);
    let _burning = Burning::new(fuse);
    let answer: Result<Dynamic, Box<EvalAltResult>> = match function.code {
        Code::Alone(statements) => WARM.with_borrow_mut(|warm| {
            warm.get_or_insert_with(|| Warm::new(engine))
                .run(engine, statements, tag)
        }),
        Code::File(tree) => {
            let options = CallFnOptions::new().eval_ast(false).with_tag(tag);
            engine.call_fn_with_options(options, &mut Scope::new(), tree, function.name, ())
        }
    };
    answer.map_err(|error| Trouble::of(&error, inside.told(), function.before, function.line))
}

/// What the interpreter builds up before it can run anything and finds out while it runs: which of our functions a name means
/// for which types. Kept from call to call, since that costs more than most functions do. Nothing of a call stays in it: our
/// functions are the same for both interpreters, and a function that calls others of its file never comes here.
struct Warm {
    global: GlobalRuntimeState,
    caches: Caches,
}

impl Warm {
    fn new(engine: &Engine) -> Self {
        let mut global = engine.new_global_runtime_state();
        // As within a function.
        global.level = 1;
        global.tag = Dynamic::from(Tag::default());
        Self {
            global,
            caches: Caches::new(),
        }
    }

    fn run(
        &mut self,
        engine: &Engine,
        statements: &[Stmt],
        tag: Tag,
    ) -> Result<Dynamic, Box<EvalAltResult>> {
        self.global.num_operations = 0;
        self.global.always_search_scope = false;
        self.tag(tag);
        #[expect(
            deprecated,
            reason = "the only way to run a function's statements with what was found out before"
        )]
        let answer = engine.eval_statements_raw(
            &mut self.global,
            &mut self.caches,
            &mut Scope::new(),
            statements,
        );
        self.tag(Tag::default());
        answer.map_err(|mut error| {
            // A limit belongs to the function as a whole.
            if error.is_system_exception() {
                error.set_position(Position::NONE);
            }
            error
        })
    }

    fn tag(&mut self, tag: Tag) {
        if let Some(mut place) = self.global.tag.write_lock::<Tag>() {
            *place = tag;
        }
    }
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
