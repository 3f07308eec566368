//! Effects in words.

use serde_json::Value;

use crate::author::rulebook;
use crate::author::sentences::Speaker;
use crate::model::effect::Amount;
use crate::model::effect::Effect;
use crate::model::effect::HarmKind;
use crate::model::ledger::book::BookEffect;
use crate::model::norm::Bearing;
use crate::text::Arg;
use crate::text::SafeText;

impl Speaker<'_> {
    /// Effects in their order.
    pub(super) fn effects(&self, effects: &[Effect]) -> SafeText {
        if effects.is_empty() {
            return self.words.say("sentence-no-effect");
        }
        let each: Vec<SafeText> = effects.iter().map(|effect| self.effect(effect)).collect();
        SafeText::joined(&each, "; ")
    }

    fn effect(&self, effect: &Effect) -> SafeText {
        let teller = self.teller;
        let named = |key: &str, name: &SafeText| self.fill(key, &[("name", name.into())]);
        let inject = |id: crate::model::InjectId| &self.scenario.injects[id.index()].title;
        match effect {
            Effect::Meter { meter, by } => self.moves(self.meter(*meter), *by),
            Effect::Trust { from, to, by } => self.moves(self.trust(*from, *to), *by),
            Effect::Tell { fact, to, tlp } => {
                let mut args = vec![
                    ("actor", Arg::from(teller.actor(*to))),
                    ("fact", teller.fact(*fact).into()),
                ];
                match tlp {
                    Some(tlp) => {
                        args.push(("tlp", tlp.label().into()));
                        self.fill("sentence-tell-under", &args)
                    }
                    None => self.fill("sentence-tell", &args),
                }
            }
            Effect::Relabel { fact, tlp } => {
                let args = [
                    ("fact", teller.fact(*fact).into()),
                    ("tlp", tlp.label().into()),
                ];
                self.fill("sentence-relabel", &args)
            }
            Effect::Infect { zone, by } => {
                let name = named("sentence-read-compromised", teller.zone(*zone));
                self.moves(name, *by)
            }
            Effect::Contain { zone, by } => {
                let name = named("sentence-read-contained", teller.zone(*zone));
                self.moves(name, *by)
            }
            Effect::Slow { zone, to, turns } => {
                let args = [
                    ("zone", teller.zone(*zone).into()),
                    ("to", (*to).into()),
                    ("turns", u16::from(*turns).into()),
                ];
                self.fill("sentence-slow", &args)
            }
            Effect::Freeze { zone, on } => {
                let key = if *on {
                    "sentence-freeze"
                } else {
                    "sentence-unfreeze"
                };
                self.fill(key, &[("zone", teller.zone(*zone).into())])
            }
            Effect::Harm {
                community,
                kind,
                by,
            } => {
                let key = match kind {
                    HarmKind::Direct | HarmKind::Secondary => "sentence-read-harm",
                    HarmKind::Latent => "sentence-latent",
                };
                self.moves(named(key, teller.community(*community)), *by)
            }
            Effect::Evidence { community, by } => {
                let name = named("sentence-evidence", teller.community(*community));
                self.moves(name, *by)
            }
            Effect::Norm {
                actor,
                norm,
                bearing,
                ..
            } => {
                let key = match bearing {
                    Bearing::Upheld => "sentence-upholds",
                    Bearing::Strained => "sentence-strains",
                };
                let args = [
                    ("actor", teller.actor(*actor).into()),
                    ("norm", self.words.say(norm.key()).into()),
                ];
                self.fill(key, &args)
            }
            Effect::StartDuty { duty } => named("sentence-start-duty", teller.duty(*duty)),
            Effect::MeetDuty { duty } => named("sentence-meet-duty", teller.duty(*duty)),
            Effect::StopDuty { duty } => named("sentence-stop-duty", teller.duty(*duty)),
            Effect::SafeHarbour { on: true } => self.words.say("sentence-harbour"),
            Effect::SafeHarbour { on: false } => self.words.say("sentence-no-harbour"),
            Effect::Capital { seat, by } => {
                let name = named("sentence-read-capital", teller.seat(*seat));
                self.moves(name, *by)
            }
            Effect::Hours { seat, by } => {
                let name = named("sentence-hours", teller.seat(*seat));
                self.moves(name, *by)
            }
            Effect::Deliver { inject: id } => named("sentence-deliver", inject(*id)),
            Effect::Cancel { inject: id } => named("sentence-cancel", inject(*id)),
            Effect::End { ending } => {
                let title = &self.scenario.endings[ending.index()].title;
                named("sentence-end", title)
            }
            Effect::Book(effect) => self.book(effect),
            Effect::Later { turns, effects } => {
                let args = [
                    ("turns", u16::from(*turns).max(1).into()),
                    ("effects", self.effects(effects).into()),
                ];
                self.fill("sentence-later", &args)
            }
            Effect::If {
                when,
                then,
                otherwise,
            } if otherwise.is_empty() => {
                let args = [
                    ("condition", self.truth(*when).into()),
                    ("effects", self.effects(then).into()),
                ];
                self.fill("sentence-if-effects", &args)
            }
            Effect::If {
                when,
                then,
                otherwise,
            } => {
                let args = [
                    ("condition", self.truth(*when).into()),
                    ("then", self.effects(then).into()),
                    ("otherwise", self.effects(otherwise).into()),
                ];
                self.fill("sentence-if-else", &args)
            }
            Effect::Draw { branches } => {
                let all: u32 = branches.iter().map(|branch| u32::from(branch.weight)).sum();
                let each = branches.iter().map(|branch| {
                    let args = [
                        ("effects", self.effects(&branch.effects).into()),
                        ("weight", branch.weight.into()),
                        ("all", all.into()),
                    ];
                    self.fill("sentence-branch", &args)
                });
                let each = SafeText::joined(&each.collect::<Vec<_>>(), "; ");
                self.fill("sentence-draw", &[("branches", each.into())])
            }
            Effect::Call { function } => {
                self.function(*function, "sentence-call", "sentence-call-about")
            }
        }
    }

    /// A number that moves.
    fn moves(&self, name: SafeText, by: Amount) -> SafeText {
        let (key, by) = match by {
            Amount::Fixed(by) if by < 0 => ("sentence-falls", Arg::from(by.saturating_neg())),
            Amount::Fixed(by) => ("sentence-rises", by.into()),
            Amount::Computed(expr) => ("sentence-moves", self.figure(expr).into()),
        };
        self.fill(key, &[("name", name.into()), ("by", by)])
    }

    /// A ledger's own effect: its name with its fields as the author writes them, and what the rule book says of it.
    fn book(&self, effect: &BookEffect) -> SafeText {
        let names = &self.scenario.names;
        let value = names.scope(|| serde_json::to_value(effect).unwrap_or_default());
        // A ledger, then an effect of it, each an object with one name.
        let inner = value.as_object().and_then(|ledger| ledger.values().next());
        let (name, fields) = match inner {
            Some(Value::Object(one)) => one
                .iter()
                .next()
                .map_or((String::new(), String::new()), |(name, fields)| {
                    (name.clone(), listed(fields))
                }),
            Some(Value::String(name)) => (name.clone(), String::new()),
            _ => (String::new(), String::new()),
        };
        let about = rulebook::effect(&name).map(|entry| entry.about);
        let about = about.map(|about| first_sentence(about.as_str()).to_owned());
        let args = [
            ("name", name.as_str().into()),
            ("fields", fields.into()),
            ("about", about.unwrap_or_default().into()),
        ];
        self.fill("sentence-book-effect", &args)
    }
}

/// Fields and their values on one line.
fn listed(fields: &Value) -> String {
    let Value::Object(fields) = fields else {
        return String::new();
    };
    let each = fields.iter().map(|(name, value)| match value {
        Value::String(word) => format!("{name} {word}"),
        Value::Null => format!("{name} —"),
        Value::Object(amount) => {
            let fixed = amount.values().next();
            format!("{name} {}", fixed.map(Value::to_string).unwrap_or_default())
        }
        other => format!("{name} {other}"),
    });
    each.collect::<Vec<_>>().join(", ")
}

fn first_sentence(text: &str) -> &str {
    text.split(". ")
        .next()
        .unwrap_or(text)
        .trim_end_matches('.')
}
