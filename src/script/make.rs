//! From the arguments of a script's function to the effect it asks for.

use rhai::Dynamic;
use rhai::ImmutableString;

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
use crate::model::id::Kind as K;
use crate::model::id::Names;
use crate::model::ledger::book::BookEffect;
use crate::model::ledger::shape::Form;
use crate::model::ledger::shape::Value;
use crate::model::ledger::shape::Verb;
use crate::model::marking::Tlp;
use crate::model::norm::Bearing;
use crate::script::reads;
use crate::script::trouble::Why;

/// The farthest a number moves anything.
const FARTHEST: i64 = 1_000_000;

/// A value that must be text.
pub(super) fn text(value: &Dynamic) -> Result<ImmutableString, Why> {
    value
        .clone()
        .into_immutable_string()
        .map_err(|_| Why::WrongType)
}

/// The arguments of a function that makes an effect.
pub(super) struct Args<'a> {
    pub(super) names: &'a Names,
    pub(super) args: &'a [Dynamic],
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

/// The effect a function makes of its arguments, and of the effects inside it if it is for later.
pub(super) fn make(name: &str, args: &Args<'_>, inside: Vec<Effect>) -> Result<Effect, Why> {
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
        "safe_harbour" => Effect::SafeHarbour {
            on: args.args[0].as_bool().map_err(|_| Why::WrongType)?,
        },
        "upheld" => norm(Bearing::Upheld)?,
        "strained" => norm(Bearing::Strained)?,
        "later" => Effect::Later {
            turns: args.turns(0)?,
            effects: inside,
        },
        "end" => Effect::End {
            ending: EndingId(args.place(K::Ending, 0)?),
        },
        _ => return Err(Why::UnknownName),
    })
}

/// The effect the book declares, made of a function's arguments.
pub(super) fn verb(verb: &Verb, args: &Args<'_>) -> Result<Effect, Why> {
    let mut values = Vec::with_capacity(verb.forms.len());
    for (at, form) in verb.forms.iter().enumerate() {
        values.push(match (args.args.get(at), form) {
            (Some(arg), form) => args.value(arg, *form)?,
            (None, _) => Value::Nothing,
        });
    }
    BookEffect::make(verb.name, &values)
        .map(Effect::Book)
        .ok_or(Why::WrongType)
}

impl Args<'_> {
    /// The value of an argument of some form.
    fn value(&self, arg: &Dynamic, form: Form) -> Result<Value, Why> {
        Ok(match form {
            Form::Id(kind) => {
                let place = self.names.find(kind, &text(arg)?);
                Value::Id(place.ok_or(Why::UnknownId)?)
            }
            Form::Norm => Value::Norm(reads::norm(&text(arg)?).ok_or(Why::UnknownId)?),
            Form::Amount => Value::Amount(Amount::Fixed(whole(arg)?)),
            Form::Number => Value::Number(whole(arg)?),
            Form::Truth => Value::Truth(arg.as_bool().map_err(|_| Why::WrongType)?),
            Form::Tlp => Value::Tlp(label(&text(arg)?).ok_or(Why::UnknownId)?),
            Form::Word(words) => {
                let word = text(arg)?;
                let place = words
                    .iter()
                    .position(|known| known.eq_ignore_ascii_case(&word));
                Value::Word(place.ok_or(Why::UnknownId)?)
            }
            Form::List(of) => {
                let list = arg.read_lock::<rhai::Array>().ok_or(Why::WrongType)?;
                let values = list.iter().map(|arg| self.value(arg, *of));
                Value::List(values.collect::<Result<_, _>>()?)
            }
            Form::Optional(of) => self.value(arg, *of)?,
        })
    }
}

/// A whole number, cut where nothing moves any farther.
fn whole(arg: &Dynamic) -> Result<i32, Why> {
    let number = arg.as_int().map_err(|_| Why::WrongType)?;
    i32::try_from(number.clamp(-FARTHEST, FARTHEST)).map_err(|_| Why::OutOfRange)
}
