//! The functions scripts can call: those that make effects, those that read by variable, and the dice.

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

use crate::model::ActorId;
use crate::model::CommunityId;
use crate::model::DutyId;
use crate::model::EndingId;
use crate::model::FactId;
use crate::model::InjectId;
use crate::model::MeterId;
use crate::model::SeatId;
use crate::model::ZoneId;
use crate::model::effect::Amount;
use crate::model::effect::Effect;
use crate::model::effect::HarmKind;
use crate::model::expr::Gives;
use crate::model::expr::Read;
use crate::model::id::Kind as K;
use crate::model::id::Names;
use crate::model::marking::Tlp;
use crate::model::norm::Bearing;
use crate::script::reads;
use crate::script::reads::Part;
use crate::script::trouble::Why;
use crate::script::world::Roll;
use crate::script::world::World;

/// The most calls of these functions within one call of a script: they do more than one operation's work.
const MOST_HOST_CALLS: u32 = 10_000;
/// The most effects one call of a script may make, whether it returns them or not.
const MOST_EFFECTS: u32 = 512;
/// The farthest a number moves anything.
const FARTHEST: i64 = 1_000_000;

/// What an argument must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Param {
    /// A text that names something of the scenario.
    Part(Part),
    Number,
    Truth,
    /// A text that is a TLP label.
    Label,
    /// A list of effects.
    Effects,
}

/// What a function does.
#[derive(Clone, Copy, Debug)]
enum Does {
    Effect,
    /// Reads what the root of this name reads.
    Read(&'static str),
    Roll,
}

/// One function of ours.
#[derive(Debug)]
pub(super) struct HostFunction {
    pub(super) name: &'static str,
    pub(super) params: &'static [Param],
    /// How many of the last arguments may be left out.
    pub(super) optional: usize,
    does: Does,
}

impl HostFunction {
    /// What a root of dotted reads is read by, if this is a function that reads.
    pub(super) fn root(&self) -> Option<&'static str> {
        match self.does {
            Does::Read(root) => Some(root),
            Does::Effect | Does::Roll => None,
        }
    }

    /// Whether it makes an effect.
    pub(super) fn is_effect(&self) -> bool {
        matches!(self.does, Does::Effect)
    }
}

const fn id(kind: K) -> Param {
    Param::Part(Part::Id(kind))
}

const fn effect(name: &'static str, params: &'static [Param]) -> HostFunction {
    HostFunction {
        name,
        params,
        optional: 0,
        does: Does::Effect,
    }
}

const fn reader(name: &'static str, root: &'static str, params: &'static [Param]) -> HostFunction {
    HostFunction {
        name,
        params,
        optional: 0,
        does: Does::Read(root),
    }
}

const NORM: Param = Param::Part(Part::Norm);

/// Every function of ours.
pub(super) static FUNCTIONS: &[HostFunction] = &[
    effect("meter", &[id(K::Meter), Param::Number]),
    effect("trust", &[id(K::Actor), id(K::Actor), Param::Number]),
    HostFunction {
        name: "tell",
        params: &[id(K::Fact), id(K::Actor), Param::Label],
        optional: 1,
        does: Does::Effect,
    },
    effect("relabel", &[id(K::Fact), Param::Label]),
    effect("infect", &[id(K::Zone), Param::Number]),
    effect("contain", &[id(K::Zone), Param::Number]),
    effect("slow", &[id(K::Zone), Param::Number, Param::Number]),
    effect("freeze", &[id(K::Zone), Param::Truth]),
    effect("harm", &[id(K::Community), Param::Number]),
    effect("secondary_harm", &[id(K::Community), Param::Number]),
    effect("latent_harm", &[id(K::Community), Param::Number]),
    effect("evidence", &[id(K::Community), Param::Number]),
    effect("capital", &[id(K::Seat), Param::Number]),
    effect("hours", &[id(K::Seat), Param::Number]),
    effect("deliver", &[id(K::Inject)]),
    effect("cancel", &[id(K::Inject)]),
    effect("start_duty", &[id(K::Duty)]),
    effect("meet_duty", &[id(K::Duty)]),
    effect("stop_duty", &[id(K::Duty)]),
    effect("upheld", &[id(K::Actor), NORM]),
    effect("strained", &[id(K::Actor), NORM]),
    effect("later", &[Param::Number, Param::Effects]),
    effect("end", &[id(K::Ending)]),
    reader("meter_of", "meter", &[id(K::Meter)]),
    reader("trust_of", "trust", &[id(K::Actor), id(K::Actor)]),
    reader("holds_fact", "holds", &[id(K::Actor), id(K::Fact)]),
    reader("verified_fact", "verified", &[id(K::Actor), id(K::Fact)]),
    reader("breaches_of", "breaches", &[id(K::Actor)]),
    reader("exposed_of", "exposed", &[id(K::Zone)]),
    reader("compromised_of", "compromised", &[id(K::Zone)]),
    reader("contained_of", "contained", &[id(K::Zone)]),
    reader("harm_of", "harm", &[id(K::Community)]),
    reader("met_of", "met", &[id(K::Duty)]),
    reader("missed_of", "missed", &[id(K::Duty)]),
    reader("running_of", "running", &[id(K::Duty)]),
    reader("upheld_of", "upheld", &[id(K::Actor), NORM]),
    reader("strained_of", "strained", &[id(K::Actor), NORM]),
    reader("delivered_of", "delivered", &[id(K::Inject)]),
    reader("since_of", "since", &[id(K::Inject)]),
    reader("done_of", "done", &[id(K::Action)]),
    reader("capital_of", "capital", &[id(K::Seat)]),
    HostFunction {
        name: "roll",
        params: &[Param::Number],
        optional: 0,
        does: Does::Roll,
    },
];

/// The functions that are not about the scenario, with the fewest and most values they take in brackets. Those that
/// change a list are written behind it: `effects.push(meter("alarm", 3))`.
pub(super) const PLAIN: &[(&str, usize, usize)] = &[
    ("abs", 1, 1),
    ("clamp", 3, 3),
    ("contains", 2, 2),
    ("is_empty", 1, 1),
    ("len", 1, 1),
    ("max", 2, 2),
    ("min", 2, 2),
    ("push", 2, 2),
    ("range", 2, 3),
    ("sign", 1, 1),
];

/// An effect as a value of the script.
#[derive(Clone, Debug)]
struct Made(Arc<Effect>);

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

/// [`Inside`] as the interpreter keeps it.
#[derive(Clone)]
pub(super) struct Tag(pub(super) Arc<Inside>);

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

    fn count(counter: &AtomicU32, most: u32, why: Why) -> Result<u32, Why> {
        let before = counter.fetch_add(1, Ordering::Relaxed);
        if before < most { Ok(before) } else { Err(why) }
    }

    fn run(&self, function: &HostFunction, args: &[Dynamic]) -> Result<Dynamic, Why> {
        Self::count(&self.host_calls, MOST_HOST_CALLS, Why::TooLong)?;
        match function.does {
            Does::Effect => {
                Self::count(&self.effects, MOST_EFFECTS, Why::TooManyEffects)?;
                make(
                    function.name,
                    &Args {
                        names: &self.names,
                        args,
                    },
                )
                .map(|effect| Dynamic::from(Made(Arc::new(effect))))
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

fn text(value: &Dynamic) -> Result<ImmutableString, Why> {
    value
        .clone()
        .into_immutable_string()
        .map_err(|_| Why::WrongType)
}

/// The arguments of a function that makes an effect.
struct Args<'a> {
    names: &'a Names,
    args: &'a [Dynamic],
}

impl Args<'_> {
    fn place(&self, kind: K, at: usize) -> Result<u16, Why> {
        self.names
            .find(kind, &text(&self.args[at])?)
            .ok_or(Why::UnknownId)
    }

    fn actor(&self, at: usize) -> Result<ActorId, Why> {
        self.place(K::Actor, at).map(ActorId)
    }

    fn zone(&self) -> Result<ZoneId, Why> {
        self.place(K::Zone, 0).map(ZoneId)
    }

    fn number(&self, at: usize) -> Result<i64, Why> {
        self.args[at].as_int().map_err(|_| Why::WrongType)
    }

    fn by(&self, at: usize) -> Result<Amount, Why> {
        let by = self.number(at)?.clamp(-FARTHEST, FARTHEST);
        i32::try_from(by)
            .map(Amount::Fixed)
            .map_err(|_| Why::OutOfRange)
    }

    fn turns(&self, at: usize) -> Result<u8, Why> {
        u8::try_from(self.number(at)?).map_err(|_| Why::OutOfRange)
    }

    fn label(&self, at: usize) -> Result<Tlp, Why> {
        label(&text(&self.args[at])?).ok_or(Why::UnknownId)
    }
}

/// The label a word means: `Green`, `green`, `TLP:GREEN`, `TLP:AMBER+STRICT`.
pub(super) fn label(word: &str) -> Option<Tlp> {
    let word = word.to_ascii_lowercase();
    let word = word.strip_prefix("tlp:").unwrap_or(&word);
    Some(match word.replace(['+', '_', '-'], "").as_str() {
        "clear" => Tlp::Clear,
        "green" => Tlp::Green,
        "amber" => Tlp::Amber,
        "amberstrict" => Tlp::AmberStrict,
        "red" => Tlp::Red,
        _ => return None,
    })
}

/// The effect a function makes of its arguments.
fn make(name: &str, args: &Args<'_>) -> Result<Effect, Why> {
    let harm = |kind| {
        Ok(Effect::Harm {
            community: CommunityId(args.place(K::Community, 0)?),
            kind,
            by: args.by(1)?,
        })
    };
    let norm = |bearing| {
        let norm = reads::norm(&text(&args.args[1])?).ok_or(Why::UnknownId)?;
        Ok(Effect::Norm {
            actor: args.actor(0)?,
            norm,
            bearing,
            contested: false,
        })
    };
    let duty = || args.place(K::Duty, 0).map(DutyId);
    let inject = || args.place(K::Inject, 0).map(InjectId);
    let seat = || args.place(K::Seat, 0).map(SeatId);
    let fact = || args.place(K::Fact, 0).map(FactId);
    Ok(match name {
        "meter" => Effect::Meter {
            meter: MeterId(args.place(K::Meter, 0)?),
            by: args.by(1)?,
        },
        "trust" => Effect::Trust {
            from: args.actor(0)?,
            to: args.actor(1)?,
            by: args.by(2)?,
        },
        "tell" => {
            let tlp = if args.args.len() > 2 {
                Some(args.label(2)?)
            } else {
                None
            };
            Effect::Tell {
                fact: fact()?,
                to: args.actor(1)?,
                tlp,
            }
        }
        "relabel" => Effect::Relabel {
            fact: fact()?,
            tlp: args.label(1)?,
        },
        "infect" => Effect::Infect {
            zone: args.zone()?,
            by: args.by(1)?,
        },
        "contain" => Effect::Contain {
            zone: args.zone()?,
            by: args.by(1)?,
        },
        "slow" => {
            let to =
                i32::try_from(args.number(1)?.clamp(0, FARTHEST)).map_err(|_| Why::OutOfRange)?;
            Effect::Slow {
                zone: args.zone()?,
                to,
                turns: args.turns(2)?,
            }
        }
        "freeze" => Effect::Freeze {
            zone: args.zone()?,
            on: args.args[1].as_bool().map_err(|_| Why::WrongType)?,
        },
        "harm" => harm(HarmKind::Direct)?,
        "secondary_harm" => harm(HarmKind::Secondary)?,
        "latent_harm" => harm(HarmKind::Latent)?,
        "evidence" => Effect::Evidence {
            community: CommunityId(args.place(K::Community, 0)?),
            by: args.by(1)?,
        },
        "capital" => Effect::Capital {
            seat: seat()?,
            by: args.by(1)?,
        },
        "hours" => Effect::Hours {
            seat: seat()?,
            by: args.by(1)?,
        },
        "deliver" => Effect::Deliver { inject: inject()? },
        "cancel" => Effect::Cancel { inject: inject()? },
        "start_duty" => Effect::StartDuty { duty: duty()? },
        "meet_duty" => Effect::MeetDuty { duty: duty()? },
        "stop_duty" => Effect::StopDuty { duty: duty()? },
        "upheld" => norm(Bearing::Upheld)?,
        "strained" => norm(Bearing::Strained)?,
        "later" => Effect::Later {
            turns: args.turns(0)?,
            effects: effects(&args.args[1])?,
        },
        "end" => Effect::End {
            ending: EndingId(args.place(K::Ending, 0)?),
        },
        _ => return Err(Why::UnknownName),
    })
}

/// The effects a script returned: a list, one alone, or nothing.
pub(super) fn effects(returned: &Dynamic) -> Result<Vec<Effect>, Why> {
    let mut made = Vec::new();
    gather(returned, &mut made)?;
    Ok(made)
}

fn gather(returned: &Dynamic, made: &mut Vec<Effect>) -> Result<(), Why> {
    if returned.is_unit() {
        return Ok(());
    }
    if let Some(list) = returned.read_lock::<Array>() {
        return list.iter().try_for_each(|element| gather(element, made));
    }
    let effect = returned.read_lock::<Made>().ok_or(Why::NotEffects)?;
    if made.len() >= MOST_EFFECTS as usize {
        return Err(Why::TooManyEffects);
    }
    made.push(Effect::clone(&effect.0));
    Ok(())
}

type Answer = Result<Dynamic, Box<EvalAltResult>>;

/// Calls one of our functions from within the interpreter.
fn call(context: &NativeCallContext<'_>, function: &HostFunction, args: &[Dynamic]) -> Answer {
    let tag = context.tag().and_then(rhai::Dynamic::read_lock::<Tag>);
    let Some(tag) = tag else {
        return Err(failed());
    };
    tag.0.run(function, args).map_err(|why| {
        // Only the first counts; there is no second, since a script cannot catch errors.
        let _ = tag.0.told.set(why);
        failed()
    })
}

/// An error that a script could not catch even if it had the words for it.
fn failed() -> Box<EvalAltResult> {
    EvalAltResult::ErrorTooManyOperations(Position::NONE).into()
}

/// Gives the interpreter our functions.
pub(super) fn register(engine: &mut Engine) {
    for function in FUNCTIONS {
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
                _ => engine.register_fn(
                    function.name,
                    move |context: NativeCallContext<'_>,
                          a: Dynamic,
                          b: Dynamic,
                          c: Dynamic|
                          -> Answer { call(&context, function, &[a, b, c]) },
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
        list.push(element)
    });
    engine.register_fn("contains", |list: &mut Array, wanted: Dynamic| {
        list.iter().any(|element| is_same(element, &wanted))
    });
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
