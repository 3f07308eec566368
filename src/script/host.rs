//! The functions scripts can call, as the interpreter calls them, and what one call carries.

use std::sync::Arc;
use std::sync::OnceLock;
use std::sync::atomic::AtomicU32;
use std::sync::atomic::Ordering;

use rhai::Array;
use rhai::Dynamic;
use rhai::Engine;
use rhai::EvalAltResult;
use rhai::ImmutableString;
use rhai::NativeCallContext;
use rhai::Position;

use crate::model::effect::Effect;
use crate::model::expr::Gives;
use crate::model::expr::Read;
use crate::model::id::Names;
use crate::script::functions::Does;
use crate::script::functions::FUNCTIONS;
use crate::script::functions::HostFunction;
use crate::script::make::Args;
use crate::script::make::make;
use crate::script::make::text;
use crate::script::make::verb;
use crate::script::reads;
use crate::script::trouble::Why;
use crate::script::world::Roll;
use crate::script::world::World;

/// The most calls of these functions within one call of a script: they do more than one operation's work.
const MOST_HOST_CALLS: u32 = 10_000;
/// The most effects one call of a script may make, whether it returns them or not.
const MOST_EFFECTS: u32 = 512;

/// The most levels of effects that come later than effects that come later.
const MOST_LEVELS: u32 = 8;

/// An effect as a value of the script.
#[derive(Clone, Debug)]
pub(super) struct Made {
    effect: Arc<Effect>,
    /// The effect and all that are inside it.
    size: u32,
    /// Effects inside effects inside effects.
    levels: u32,
}

/// What one call carries through the interpreter. Holds the world until the call is over and no longer.
pub(super) struct Inside {
    world: Arc<dyn World>,
    /// What each flat name reads.
    flat: Arc<[Read]>,
    names: Arc<Names>,
    roll: Roll,
    rolls: AtomicU32,
    host_calls: AtomicU32,
    effects: AtomicU32,
    /// Why one of our own functions failed; the interpreter's error cannot carry it.
    told: OnceLock<Why>,
}

/// [`Inside`] as the interpreter keeps it; nothing between calls.
#[derive(Clone, Default)]
pub(super) struct Tag(Option<Arc<Inside>>);

impl Tag {
    pub(super) fn of(inside: &Arc<Inside>) -> Self {
        Self(Some(Arc::clone(inside)))
    }

    /// What the call carries that runs now.
    pub(super) fn inside(&self) -> Option<&Inside> {
        self.0.as_deref()
    }
}

impl Inside {
    /// What a new call carries.
    pub(super) fn new(
        world: Arc<dyn World>,
        flat: Arc<[Read]>,
        names: Arc<Names>,
        roll: Roll,
    ) -> Self {
        let none = || AtomicU32::new(0);
        Self {
            world,
            flat,
            names,
            roll,
            rolls: none(),
            host_calls: none(),
            effects: none(),
            told: OnceLock::new(),
        }
    }

    /// Why one of our own functions failed, if one did.
    pub(super) fn told(&self) -> Option<Why> {
        self.told.get().copied()
    }

    /// What a flat name reads.
    pub(super) fn flat(&self, place: usize) -> Option<Dynamic> {
        self.flat.get(place).map(|read| self.value(*read))
    }

    fn value(&self, read: Read) -> Dynamic {
        let value = self.world.read(read);
        match read.gives() {
            Gives::Truth => Dynamic::from_bool(value != 0),
            Gives::Number => Dynamic::from_int(value),
        }
    }

    fn count(counter: &AtomicU32, by: u32, most: u32, why: Why) -> Result<(), Why> {
        let before = counter.fetch_add(by, Ordering::Relaxed);
        if before.saturating_add(by) <= most {
            Ok(())
        } else {
            Err(why)
        }
    }

    fn run(&self, function: &HostFunction, args: &[Dynamic]) -> Result<Dynamic, Why> {
        Self::count(&self.host_calls, 1, MOST_HOST_CALLS, Why::TooLong)?;
        match function.does {
            Does::Effect => {
                let inside = if function.name == "later" {
                    gather(&args[1])?
                } else {
                    Gathered::default()
                };
                let (size, levels) = (inside.size + 1, inside.levels + 1);
                if levels > MOST_LEVELS {
                    return Err(Why::TooDeep);
                }
                Self::count(&self.effects, size, MOST_EFFECTS, Why::TooManyEffects)?;
                let effect = Arc::new(make(
                    function.name,
                    &Args {
                        names: &self.names,
                        args,
                    },
                    inside.effects,
                )?);
                Ok(Dynamic::from(Made {
                    effect,
                    size,
                    levels,
                }))
            }
            Does::Verb(declared) => {
                Self::count(&self.effects, 1, MOST_EFFECTS, Why::TooManyEffects)?;
                let names = &self.names;
                let effect = Arc::new(verb(declared, &Args { names, args })?);
                Ok(Dynamic::from(Made {
                    effect,
                    size: 1,
                    levels: 1,
                }))
            }
            Does::Read(root) => {
                let words: Vec<ImmutableString> =
                    args.iter().map(text).collect::<Result<_, _>>()?;
                let words: Vec<&str> = words.iter().map(ImmutableString::as_str).collect();
                reads::read(root, &words, &self.names)
                    .map(|read| self.value(read))
                    .ok_or(Why::UnknownId)
            }
            Does::Roll => {
                let sides = args[0].as_int().map_err(|_| Why::WrongType)?;
                let sides = u64::try_from(sides)
                    .ok()
                    .filter(|sides| *sides > 0)
                    .ok_or(Why::OutOfRange)?;
                let index = self.rolls.fetch_add(1, Ordering::Relaxed);
                let drawn = self.roll.roll(index, sides).min(sides - 1);
                Ok(Dynamic::from_int(i64::try_from(drawn).unwrap_or(i64::MAX)))
            }
        }
    }
}

/// Effects taken out of what a script made.
#[derive(Default)]
struct Gathered {
    effects: Vec<Effect>,
    /// They and all that are inside them.
    size: u32,
    levels: u32,
}

/// The effects a script returned: a list, one alone, or nothing.
pub(super) fn effects(returned: &Dynamic) -> Result<Vec<Effect>, Why> {
    gather(returned).map(|gathered| gathered.effects)
}

fn gather(returned: &Dynamic) -> Result<Gathered, Why> {
    let mut gathered = Gathered::default();
    gathered.add(returned)?;
    Ok(gathered)
}

impl Gathered {
    fn add(&mut self, returned: &Dynamic) -> Result<(), Why> {
        if returned.is_unit() {
            return Ok(());
        }
        if let Some(list) = returned.read_lock::<Array>() {
            return list.iter().try_for_each(|element| self.add(element));
        }
        let made = returned.read_lock::<Made>().ok_or(Why::NotEffects)?;
        self.size = self.size.saturating_add(made.size);
        self.levels = self.levels.max(made.levels);
        if self.size > MOST_EFFECTS {
            return Err(Why::TooManyEffects);
        }
        self.effects.push(Effect::clone(&made.effect));
        Ok(())
    }
}

type Answer = Result<Dynamic, Box<EvalAltResult>>;

/// Calls one of our functions from within the interpreter.
fn call(context: &NativeCallContext<'_>, function: &HostFunction, args: &[Dynamic]) -> Answer {
    let tag = context.tag().and_then(rhai::Dynamic::read_lock::<Tag>);
    let Some(inside) = tag.as_deref().and_then(Tag::inside) else {
        return Err(failed(context.call_position()).into());
    };
    inside.run(function, args).map_err(|why| {
        // Only the first counts; there is no second, since a script cannot catch errors.
        let _ = inside.told.set(why);
        failed(context.call_position()).into()
    })
}

/// An error that keeps its place; those that the interpreter takes for its own are moved to where the call began. A script
/// has no words to catch it.
fn failed(position: Position) -> EvalAltResult {
    EvalAltResult::ErrorRuntime(Dynamic::UNIT, position)
}

/// Gives the interpreter our functions.
pub(super) fn register(engine: &mut Engine) {
    for function in FUNCTIONS.iter() {
        for arity in function.params.len() - function.optional..=function.params.len() {
            match arity {
                1 => engine.register_fn(
                    function.name,
                    move |context: NativeCallContext<'_>, a: Dynamic| -> Answer {
                        call(&context, function, &[a])
                    },
                ),
                2 => engine.register_fn(
                    function.name,
                    move |context: NativeCallContext<'_>, a: Dynamic, b: Dynamic| -> Answer {
                        call(&context, function, &[a, b])
                    },
                ),
                3 => engine.register_fn(
                    function.name,
                    move |context: NativeCallContext<'_>,
                          a: Dynamic,
                          b: Dynamic,
                          c: Dynamic|
                          -> Answer { call(&context, function, &[a, b, c]) },
                ),
                4 => engine.register_fn(
                    function.name,
                    move |context: NativeCallContext<'_>,
                          a: Dynamic,
                          b: Dynamic,
                          c: Dynamic,
                          d: Dynamic|
                          -> Answer { call(&context, function, &[a, b, c, d]) },
                ),
                _ => engine.register_fn(
                    function.name,
                    move |context: NativeCallContext<'_>,
                          a: Dynamic,
                          b: Dynamic,
                          c: Dynamic,
                          d: Dynamic,
                          e: Dynamic|
                          -> Answer {
                        call(&context, function, &[a, b, c, d, e])
                    },
                ),
            };
        }
    }
    engine.register_fn("clamp", |value: i64, low: i64, high: i64| {
        value.max(low).min(high)
    });
    engine.register_fn("len", |list: &mut Array| {
        i64::try_from(list.len()).unwrap_or(i64::MAX)
    });
    engine.register_fn("is_empty", |list: &mut Array| list.is_empty());
    engine.register_fn("push", |list: &mut Array, element: Dynamic| {
        list.push(element);
    });
    engine.register_fn("contains", |list: &mut Array, wanted: Dynamic| {
        list.iter().any(|element| is_same(element, &wanted))
    });
    engine.register_fn("+", |list: Array, other: Array| [list, other].concat());
    engine.register_iterator::<Array>();
}

/// Whether two numbers, truths or texts are the same.
fn is_same(one: &Dynamic, other: &Dynamic) -> bool {
    match (one.as_int(), other.as_int()) {
        (Ok(one), Ok(other)) => return one == other,
        (Err(_), Err(_)) => {}
        _ => return false,
    }
    match (one.as_bool(), other.as_bool()) {
        (Ok(one), Ok(other)) => one == other,
        (Err(_), Err(_)) => {
            matches!((text(one), text(other)), (Ok(one), Ok(other)) if one == other)
        }
        _ => false,
    }
}
