//! What authors ask the ledgers for.

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Span;
use crate::model::CommunityId;
use crate::model::DutyId;
use crate::model::EndingId;
use crate::model::FunctionId;
use crate::model::MeterId;
use crate::model::effect::Amount;
use crate::model::effect::Branch;
use crate::model::effect::Effect;
use crate::model::effect::HarmKind;
use crate::model::expr::Gives;
use crate::model::id::Kind;
use crate::model::ledger::Ledger;
use crate::model::ledger::book::BookEffect;
use crate::model::ledger::shape::Form;
use crate::model::ledger::shape::Value;
use crate::scenario::file;
use crate::scenario::file::Text;
use crate::scenario::read::Spanned;
use crate::scenario::read::out_of_range;
use crate::scenario::resolve::Resolver;
use crate::script::Use;

/// An amount moves a number by at most this much.
const MOST: i64 = 1_000_000;
/// As far as a plain number of an effect may go either way.
const FARTHEST: i32 = 1_000_000;

impl Resolver<'_> {
    pub(in crate::scenario) fn effects(
        &mut self,
        effects: &[Spanned<file::Effect>],
    ) -> Vec<Effect> {
        effects
            .iter()
            .map(|effect| self.effect(&effect.value, effect.span))
            .collect()
    }

    fn effect(&mut self, effect: &file::Effect, span: Span) -> Effect {
        match effect {
            file::Effect::Plain(plain) => self.plain(plain, span),
            file::Effect::Book(row) => self.verb(row, span),
        }
    }

    /// An effect that a ledger of the book declares.
    fn verb(&mut self, row: &file::RawRow, span: Span) -> Effect {
        let values: Vec<Value> = row
            .values
            .iter()
            .zip(row.verb.forms)
            .map(|(raw, form)| self.value(raw, *form))
            .collect();
        match BookEffect::make(row.verb.name, &values) {
            Some(effect) => {
                self.needs(effect.ledger(), span);
                Effect::Book(effect)
            }
            // The values were read by the forms the effect declares.
            None => Effect::Later {
                turns: 1,
                effects: Vec::new(),
            },
        }
    }

    fn value(&mut self, raw: &file::Raw, form: Form) -> Value {
        match (raw, form) {
            (file::Raw::Nothing, Form::List(_)) => Value::List(Vec::new()),
            (raw, Form::Optional(of)) if *raw != file::Raw::Nothing => self.value(raw, *of),
            (file::Raw::Text(text), Form::Id(kind)) => Value::Id(self.find(kind, text)),
            (file::Raw::Text(text), _) => Value::Norm(self.norm(text)),
            (file::Raw::Amount(amount), _) => Value::Amount(self.amount(amount)),
            (file::Raw::Number(number), _) => {
                Value::Number(self.number(Some(number), 0, -FARTHEST, FARTHEST))
            }
            (file::Raw::Truth(truth), _) => Value::Truth(*truth),
            (file::Raw::Tlp(tlp), _) => Value::Tlp(*tlp),
            (file::Raw::Word(place), _) => Value::Word(*place),
            (file::Raw::List(list), Form::List(of)) => {
                Value::List(list.iter().map(|raw| self.value(raw, *of)).collect())
            }
            (file::Raw::List(_) | file::Raw::Nothing, _) => Value::Nothing,
        }
    }

    #[expect(clippy::too_many_lines, reason = "a table: one short arm an effect")]
    fn plain(&mut self, effect: &file::Plain, span: Span) -> Effect {
        if let Some(ledger) = ledger(effect) {
            self.needs(ledger, span);
        }
        match effect {
            file::Plain::Meter { meter, by } => Effect::Meter {
                meter: MeterId(self.find(Kind::Meter, meter)),
                by: self.amount(by),
            },
            file::Plain::Trust { from, to, by } => {
                self.not_itself(from, to, Kind::Actor);
                Effect::Trust {
                    from: self.actor(from),
                    to: self.actor(to),
                    by: self.amount(by),
                }
            }
            file::Plain::Tell { fact, to, tlp } => {
                self.told_facts.insert(fact.value.clone());
                Effect::Tell {
                    fact: self.fact(fact),
                    to: self.actor(to),
                    tlp: *tlp,
                }
            }
            file::Plain::Relabel { fact, tlp } => Effect::Relabel {
                fact: self.fact(fact),
                tlp: *tlp,
            },
            file::Plain::Infect { zone, by } => Effect::Infect {
                zone: self.zone(zone),
                by: self.amount(by),
            },
            file::Plain::Contain { zone, by } => Effect::Contain {
                zone: self.zone(zone),
                by: self.amount(by),
            },
            file::Plain::Slow { zone, to, turns } => Effect::Slow {
                zone: self.zone(zone),
                to: self.number(Some(to), 1000, 0, 10_000),
                turns: self.turns_of(turns),
            },
            file::Plain::Freeze { zone, on } => Effect::Freeze {
                zone: self.zone(zone),
                on: *on,
            },
            file::Plain::Harm {
                community,
                kind,
                by,
            } => Effect::Harm {
                community: CommunityId(self.find(Kind::Community, community)),
                kind: kind.unwrap_or(HarmKind::Direct),
                by: self.amount(by),
            },
            file::Plain::Evidence { community, by } => Effect::Evidence {
                community: CommunityId(self.find(Kind::Community, community)),
                by: self.amount(by),
            },
            file::Plain::Norm {
                actor,
                norm,
                bearing,
                contested,
            } => Effect::Norm {
                actor: self.actor(actor),
                norm: self.norm(norm),
                bearing: *bearing,
                contested: contested.unwrap_or_default(),
            },
            file::Plain::StartDuty { duty } => Effect::StartDuty {
                duty: self.duty(duty),
            },
            file::Plain::MeetDuty { duty } => Effect::MeetDuty {
                duty: self.duty(duty),
            },
            file::Plain::StopDuty { duty } => Effect::StopDuty {
                duty: self.duty(duty),
            },
            file::Plain::SafeHarbour { on } => Effect::SafeHarbour { on: *on },
            file::Plain::Capital { seat, by } => Effect::Capital {
                seat: self.seat(seat),
                by: self.amount(by),
            },
            file::Plain::Hours { seat, by } => Effect::Hours {
                seat: self.seat(seat),
                by: self.amount(by),
            },
            file::Plain::Deliver { inject } => Effect::Deliver {
                inject: self.inject(inject),
            },
            file::Plain::Cancel { inject } => Effect::Cancel {
                inject: self.inject(inject),
            },
            file::Plain::End { ending } => Effect::End {
                ending: EndingId(self.find(Kind::Ending, ending)),
            },
            file::Plain::Later { turns, effects } => Effect::Later {
                turns: self.turns_of(turns),
                effects: self.effects(effects),
            },
            file::Plain::If {
                when,
                then,
                otherwise,
            } => Effect::If {
                when: self.expr(when, Gives::Truth),
                then: self.effects(then),
                otherwise: self.effects(otherwise),
            },
            file::Plain::Draw { branches } => {
                let branch = |resolver: &mut Self, branch: &file::Branch| Branch {
                    weight: resolver.count(branch.weight.as_ref(), 1, 1, 1000),
                    effects: resolver.effects(&branch.effects),
                };
                if branches.is_empty() {
                    self.tell(Diagnostic::new(Code::EmptyList, span).with("name", "branches"));
                }
                Effect::Draw {
                    branches: branches.iter().map(|row| branch(self, row)).collect(),
                }
            }
            file::Plain::Call(function) => Effect::Call {
                function: self.function(function),
            },
        }
    }

    fn duty(&mut self, duty: &Text) -> DutyId {
        DutyId(self.find(Kind::Duty, duty))
    }

    fn turns_of(&mut self, turns: &file::Number) -> u8 {
        u8::try_from(self.count(Some(turns), 1, 1, 100)).unwrap_or(1)
    }

    fn function(&mut self, name: &Text) -> FunctionId {
        if let Some(place) = self.ids.names.find(Kind::Function, &name.value) {
            let (span, kind) = (name.span, Kind::Function);
            self.used.push(Use { span, kind, place });
            return FunctionId(place);
        }
        if self.ids.nameless.contains(&Kind::Function) {
            return FunctionId(0);
        }
        let known: Vec<String> = self
            .ids
            .names
            .all(Kind::Function)
            .map(str::to_owned)
            .collect();
        let wrong = Diagnostic::new(Code::UnknownFunction, name.span).with("name", &name.value);
        self.tell(wrong.near(known));
        FunctionId(0)
    }

    fn amount(&mut self, amount: &Spanned<file::Amount>) -> Amount {
        match &amount.value {
            file::Amount::Fixed(number) => {
                if !(-MOST..=MOST).contains(number) {
                    let written = self.sources.slice(amount.span).to_owned();
                    self.tell(out_of_range(&written, -MOST, MOST, amount.span));
                }
                Amount::Fixed(i32::try_from(*number).unwrap_or_default())
            }
            file::Amount::Computed(text) => {
                Amount::Computed(self.expr_at(text, amount.span, Gives::Number))
            }
        }
    }
}

/// The ledger an effect asks.
fn ledger(effect: &file::Plain) -> Option<Ledger> {
    match effect {
        file::Plain::Meter { .. } => Some(Ledger::Meters),
        file::Plain::Trust { .. } => Some(Ledger::Trust),
        file::Plain::Tell { .. } | file::Plain::Relabel { .. } => Some(Ledger::Facts),
        file::Plain::Infect { .. }
        | file::Plain::Contain { .. }
        | file::Plain::Slow { .. }
        | file::Plain::Freeze { .. } => Some(Ledger::Spread),
        file::Plain::Harm { .. } | file::Plain::Evidence { .. } => Some(Ledger::Harm),
        file::Plain::Norm { .. } => Some(Ledger::Norms),
        file::Plain::StartDuty { .. }
        | file::Plain::MeetDuty { .. }
        | file::Plain::StopDuty { .. }
        | file::Plain::SafeHarbour { .. } => Some(Ledger::Duties),
        _ => None,
    }
}
