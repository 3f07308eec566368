//! A scenario's rows in plain sentences: when each takes effect, under what condition, and what comes of it.

mod effects;
mod phrases;

use crate::engine::tell::Teller;
use crate::model::EndingId;
use crate::model::ExprId;
use crate::model::FactId;
use crate::model::decision::Action;
use crate::model::decision::Choice;
use crate::model::decision::Cost;
use crate::model::decision::Decision;
use crate::model::effect::Effect;
use crate::model::id::Kind;
use crate::model::msel::Inject;
use crate::model::scenario::Rule;
use crate::model::scenario::Scenario;
use crate::scenario::Package;
use crate::script::Playable;
use crate::text::Arg;
use crate::text::SafeText;
use crate::text::Words;

/// Who puts rows into words.
struct Speaker<'a> {
    playable: &'a Playable,
    scenario: &'a Scenario,
    /// Its scripts, for what their authors say of a function.
    package: &'a Package,
    teller: Teller<'a>,
    words: &'a Words,
}

/// A paragraph for every row that takes effect at some time, in the scenario's order: injects, decisions with their choices,
/// standing actions, rules, endings. With an id, only what bears it, and the choices below it; none if nothing does.
pub fn sentences(
    playable: &Playable,
    package: &Package,
    words: &Words,
    only: Option<&str>,
) -> Vec<SafeText> {
    let scenario = playable.scenario();
    let speaker = Speaker {
        playable,
        scenario,
        package,
        teller: Teller { scenario, words },
        words,
    };
    let mut out = Vec::new();
    let mut put = |word: &str, tell: &dyn Fn() -> SafeText| {
        let is_below = |id: &str| {
            word.strip_prefix(id)
                .is_some_and(|rest| rest.starts_with('.'))
        };
        if only.is_none_or(|id| id == word || is_below(id)) {
            out.push(tell());
        }
    };
    let names = &scenario.names;
    for row in &scenario.injects {
        let word = names.word(Kind::Inject, row.id.0);
        put(word, &|| speaker.inject(word, row));
    }
    for row in &scenario.decisions {
        let word = names.word(Kind::Decision, row.id.0);
        put(word, &|| speaker.decision(word, row));
        for choice in &row.choices {
            let word = names.word(Kind::Choice, choice.0);
            put(word, &|| {
                speaker.choice(word, &scenario.choices[choice.index()])
            });
        }
    }
    for row in &scenario.actions {
        let word = names.word(Kind::Action, row.id.0);
        put(word, &|| speaker.action(word, row));
    }
    for row in &scenario.rules {
        let word = names.word(Kind::Rule, row.id.0);
        put(word, &|| speaker.rule(word, row));
    }
    for place in 0..scenario.endings.len() {
        let id = EndingId::at(place);
        let word = names.word(Kind::Ending, id.0);
        put(word, &|| speaker.ending(word, id));
    }
    out
}

impl Speaker<'_> {
    fn fill(&self, key: &str, args: &[(&str, Arg)]) -> SafeText {
        self.words.fill(key, args)
    }

    fn inject(&self, word: &str, row: &Inject) -> SafeText {
        let when = &row.when;
        let title = |id: crate::model::InjectId| (&self.scenario.injects[id.index()].title).into();
        let mut parts = Vec::new();
        if when.by_hand {
            parts.push(self.words.say("sentence-by-hand"));
        } else {
            parts.push(self.turns(when.from, when.to));
        }
        if let Some((earlier, turns)) = when.after {
            let args = [("turns", turns.max(1).into()), ("inject", title(earlier))];
            parts.push(self.fill("sentence-after", &args));
        }
        if let Some(first) = row.contingency_of {
            parts.push(self.fill("sentence-unless-done", &[("inject", title(first))]));
        }
        parts.extend(self.condition(when.condition));
        parts.extend(self.chance(when.chance));
        if !when.once {
            parts.push(self.again(when.cooldown));
        }
        let to: Vec<SafeText> = row
            .to
            .iter()
            .map(|actor| self.teller.actor(*actor).clone())
            .collect();
        let args = [
            ("id", word.into()),
            ("title", (&row.title).into()),
            ("to", self.list(&to).into()),
            ("when", self.list(&parts).into()),
        ];
        let head = self.fill("sentence-inject", &args);
        if row.facts.is_empty() {
            return self.with_effects(&head, &row.effects);
        }
        let quoted = |fact: &FactId| {
            let name = self.teller.fact(*fact);
            self.fill("sentence-read-meter", &[("name", name.into())])
        };
        let facts: Vec<SafeText> = row.facts.iter().map(quoted).collect();
        let facts = self.fill("sentence-facts", &[("facts", self.list(&facts).into())]);
        let head = SafeText::joined(&[head, facts], " ");
        if row.effects.is_empty() {
            return head;
        }
        self.with_effects(&head, &row.effects)
    }

    fn decision(&self, word: &str, row: &Decision) -> SafeText {
        let mut parts = vec![self.turns(row.opens.from, row.opens.to)];
        if let Some(after) = row.opens.after {
            let title = &self.scenario.injects[after.index()].title;
            parts.push(self.fill("sentence-once-delivered", &[("inject", title.into())]));
        }
        parts.extend(self.condition(row.opens.condition));
        parts.push(self.fill("sentence-stays", &[("turns", row.stays.max(1).into())]));
        let args = [
            ("id", word.into()),
            ("title", (&row.title).into()),
            ("seat", self.teller.seat(row.seat).into()),
            ("when", self.list(&parts).into()),
        ];
        let mut said = vec![self.fill("sentence-decision", &args)];
        if let Some(default) = row.default {
            let label = &self.scenario.choices[default.index()].label;
            said.push(self.fill("sentence-default", &[("choice", label.into())]));
        }
        SafeText::joined(&said, " ")
    }

    fn choice(&self, word: &str, row: &Choice) -> SafeText {
        let mut parts = vec![
            self.condition(row.condition)
                .unwrap_or_else(|| self.words.say("sentence-always")),
        ];
        parts.extend(self.cost(row.cost));
        let args = [
            ("id", word.into()),
            ("title", (&row.label).into()),
            ("when", self.list(&parts).into()),
        ];
        self.with_effects(&self.fill("sentence-choice", &args), &row.effects)
    }

    fn action(&self, word: &str, row: &Action) -> SafeText {
        let seats: Vec<SafeText> = row
            .seats
            .iter()
            .map(|seat| self.teller.seat(*seat).clone())
            .collect();
        let mut parts = vec![self.words.say("sentence-any-turn")];
        parts.extend(self.condition(row.condition));
        parts.extend(self.cost(row.cost));
        parts.extend((row.cooldown > 0).then(|| self.again(row.cooldown)));
        let args = [
            ("id", word.into()),
            ("title", (&row.label).into()),
            ("seats", self.list(&seats).into()),
            ("when", self.list(&parts).into()),
        ];
        self.with_effects(&self.fill("sentence-action", &args), &row.effects)
    }

    fn rule(&self, word: &str, row: &Rule) -> SafeText {
        let mut parts = vec![self.turns(row.from, row.to)];
        parts.extend(self.condition(row.condition));
        parts.extend(self.chance(row.chance));
        parts.push(if row.once {
            self.words.say("sentence-once")
        } else {
            self.again(row.cooldown)
        });
        let args = [("id", word.into()), ("when", self.list(&parts).into())];
        self.with_effects(&self.fill("sentence-rule", &args), &row.effects)
    }

    fn ending(&self, word: &str, id: EndingId) -> SafeText {
        let row = &self.scenario.endings[id.index()];
        let moment = if row.early {
            "sentence-early"
        } else {
            "sentence-at-end"
        };
        let parts = [
            self.words.say(moment),
            self.condition(row.condition)
                .unwrap_or_else(|| self.words.say("sentence-otherwise")),
        ];
        let args = [
            ("id", word.into()),
            ("title", (&row.title).into()),
            ("when", self.list(&parts).into()),
        ];
        self.fill("sentence-ending", &args)
    }

    /// A sentence, and what then happens.
    fn with_effects(&self, head: &SafeText, effects: &[Effect]) -> SafeText {
        let then = if effects.is_empty() {
            self.words.say("sentence-nothing")
        } else {
            let effects = self.effects(effects);
            self.fill("sentence-then", &[("effects", effects.into())])
        };
        SafeText::joined(&[head.clone(), then], " ")
    }

    fn list(&self, parts: &[SafeText]) -> SafeText {
        SafeText::joined(parts, ", ")
    }

    fn turns(&self, from: u16, to: u16) -> SafeText {
        let last = u16::try_from(self.scenario.turns.len().saturating_sub(1)).unwrap_or(u16::MAX);
        let args = [("from", from.into()), ("to", to.into())];
        match (from, to) {
            (0 | 1, to) if to >= last => self.words.say("sentence-any-turn"),
            (_, to) if to >= last && from < last => self.fill("sentence-from-turn", &args),
            (from, to) if from == to || from >= last => self.fill("sentence-turn", &args),
            _ => self.fill("sentence-turns", &args),
        }
    }

    fn condition(&self, condition: Option<ExprId>) -> Option<SafeText> {
        let condition = self.truth(condition?);
        Some(self.fill("sentence-if", &[("condition", condition.into())]))
    }

    fn chance(&self, per_mille: u16) -> Option<SafeText> {
        (per_mille < 1000).then(|| {
            if per_mille.is_multiple_of(10) {
                self.fill("sentence-chance", &[("chance", (per_mille / 10).into())])
            } else {
                self.fill("sentence-chance-fine", &[("chance", per_mille.into())])
            }
        })
    }

    fn again(&self, cooldown: u16) -> SafeText {
        if cooldown == u16::MAX {
            return self.words.say("sentence-once");
        }
        self.fill("sentence-again", &[("turns", cooldown.max(1).into())])
    }

    fn cost(&self, cost: Cost) -> impl Iterator<Item = SafeText> {
        let hours = || self.fill("sentence-hours-cost", &[("hours", cost.hours.into())]);
        let capital = || self.fill("sentence-capital-cost", &[("capital", cost.capital.into())]);
        let hours = (cost.hours != 0).then(hours);
        hours.into_iter().chain((cost.capital != 0).then(capital))
    }
}
