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
use crate::scenario::file;
use crate::scenario::file::Text;
use crate::scenario::read::Spanned;
use crate::scenario::read::out_of_range;
use crate::scenario::resolve::Resolver;

/// An amount moves a number by at most this much.
const MOST: i64 = 1_000_000;

impl Resolver<'_> {
    pub(super) fn effects(&mut self, effects: &[Spanned<file::Effect>]) -> Vec<Effect> {
        effects
            .iter()
            .map(|effect| self.effect(&effect.value, effect.span))
            .collect()
    }

    #[expect(clippy::too_many_lines, reason = "a table: one short arm an effect")]
    fn effect(&mut self, effect: &file::Effect, span: Span) -> Effect {
        if let Some(ledger) = ledger(effect) {
            self.needs(ledger, span);
        }
        match effect {
            file::Effect::Meter { meter, by } => Effect::Meter {
                meter: MeterId(self.find(Kind::Meter, meter)),
                by: self.amount(by),
            },
            file::Effect::Trust { from, to, by } => {
                self.not_itself(from, to, Kind::Actor);
                Effect::Trust {
                    from: self.actor(from),
                    to: self.actor(to),
                    by: self.amount(by),
                }
            }
            file::Effect::Tell { fact, to, tlp } => {
                self.told_facts.insert(fact.value.clone());
                Effect::Tell {
                    fact: self.fact(fact),
                    to: self.actor(to),
                    tlp: *tlp,
                }
            }
            file::Effect::Relabel { fact, tlp } => Effect::Relabel {
                fact: self.fact(fact),
                tlp: *tlp,
            },
            file::Effect::Infect { zone, by } => Effect::Infect {
                zone: self.zone(zone),
                by: self.amount(by),
            },
            file::Effect::Contain { zone, by } => Effect::Contain {
                zone: self.zone(zone),
                by: self.amount(by),
            },
            file::Effect::Slow { zone, to, turns } => Effect::Slow {
                zone: self.zone(zone),
                to: self.number(Some(to), 1000, 0, 10_000),
                turns: self.turns_of(turns),
            },
            file::Effect::Freeze { zone, on } => Effect::Freeze {
                zone: self.zone(zone),
                on: *on,
            },
            file::Effect::Harm {
                community,
                kind,
                by,
            } => Effect::Harm {
                community: CommunityId(self.find(Kind::Community, community)),
                kind: kind.unwrap_or(HarmKind::Direct),
                by: self.amount(by),
            },
            file::Effect::Evidence { community, by } => Effect::Evidence {
                community: CommunityId(self.find(Kind::Community, community)),
                by: self.amount(by),
            },
            file::Effect::Norm {
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
            file::Effect::StartDuty { duty } => Effect::StartDuty {
                duty: self.duty(duty),
            },
            file::Effect::MeetDuty { duty } => Effect::MeetDuty {
                duty: self.duty(duty),
            },
            file::Effect::StopDuty { duty } => Effect::StopDuty {
                duty: self.duty(duty),
            },
            file::Effect::SafeHarbour { on } => Effect::SafeHarbour { on: *on },
            file::Effect::Capital { seat, by } => Effect::Capital {
                seat: self.seat(seat),
                by: self.amount(by),
            },
            file::Effect::Hours { seat, by } => Effect::Hours {
                seat: self.seat(seat),
                by: self.amount(by),
            },
            file::Effect::Deliver { inject } => Effect::Deliver {
                inject: self.inject(inject),
            },
            file::Effect::Cancel { inject } => Effect::Cancel {
                inject: self.inject(inject),
            },
            file::Effect::End { ending } => Effect::End {
                ending: EndingId(self.find(Kind::Ending, ending)),
            },
            file::Effect::Later { turns, effects } => Effect::Later {
                turns: self.turns_of(turns),
                effects: self.effects(effects),
            },
            file::Effect::If {
                when,
                then,
                otherwise,
            } => Effect::If {
                when: self.expr(when, Gives::Truth),
                then: self.effects(then),
                otherwise: self.effects(otherwise),
            },
            file::Effect::Draw { branches } => {
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
            file::Effect::Call(function) => Effect::Call {
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
fn ledger(effect: &file::Effect) -> Option<Ledger> {
    match effect {
        file::Effect::Meter { .. } => Some(Ledger::Meters),
        file::Effect::Trust { .. } => Some(Ledger::Trust),
        file::Effect::Tell { .. } | file::Effect::Relabel { .. } => Some(Ledger::Facts),
        file::Effect::Infect { .. }
        | file::Effect::Contain { .. }
        | file::Effect::Slow { .. }
        | file::Effect::Freeze { .. } => Some(Ledger::Spread),
        file::Effect::Harm { .. } | file::Effect::Evidence { .. } => Some(Ledger::Harm),
        file::Effect::Norm { .. } => Some(Ledger::Norms),
        file::Effect::StartDuty { .. }
        | file::Effect::MeetDuty { .. }
        | file::Effect::StopDuty { .. }
        | file::Effect::SafeHarbour { .. } => Some(Ledger::Duties),
        _ => None,
    }
}
