//! Conditions and numbers in words.

use crate::author::sentences::Speaker;
use crate::engine::ledger::book::read_name;
use crate::model::ExprId;
use crate::model::FunctionId;
use crate::model::expr::Gives;
use crate::model::expr::Read;
use crate::model::id::Kind;
use crate::script::Said;
use crate::text::Arg;
use crate::text::SafeText;

impl Speaker<'_> {
    /// When a condition holds.
    pub(super) fn truth(&self, expr: ExprId) -> SafeText {
        match self.playable.said(expr) {
            Some(said) => self.claim(&said, true),
            None => self.code(
                expr,
                [
                    "sentence-code",
                    "sentence-function",
                    "sentence-function-about",
                ],
            ),
        }
    }

    /// What an expression comes to.
    pub(super) fn figure(&self, expr: ExprId) -> SafeText {
        match self.playable.said(expr) {
            Some(said) => self.number(&said),
            None => self.code(
                expr,
                [
                    "sentence-code-number",
                    "sentence-function-number",
                    "sentence-function-number",
                ],
            ),
        }
    }

    /// What only the interpreter understands: the function's own comment, or else the code.
    fn code(&self, expr: ExprId, [plain, named, about]: [&str; 3]) -> SafeText {
        let source = &self.scenario.exprs[expr.index()];
        match source.called(&self.scenario.names) {
            Some(function) => self.function(function, named, about),
            None => self.fill(plain, &[("code", source.text.as_ref().into())]),
        }
    }

    /// A script function by its name and, if it has one, by the comment above it.
    pub(super) fn function(&self, function: FunctionId, named: &str, about: &str) -> SafeText {
        let name = self.scenario.names.word(Kind::Function, function.0);
        match comment(self.package, name) {
            Some(comment) => {
                let args = [("name", name.into()), ("about", comment.into())];
                self.fill(about, &args)
            }
            None => self.fill(named, &[("name", name.into())]),
        }
    }

    fn claim(&self, said: &Said, so: bool) -> SafeText {
        match said {
            Said::Number(value) => self.words.say(if (*value != 0) == so {
                "sentence-true"
            } else {
                "sentence-false"
            }),
            Said::Read(read) => self.holds(*read, so),
            Said::Not(inner) => self.claim(inner, !so),
            Said::Compare(sides, sign) => match (&sides[0], &sides[1], *sign) {
                (Said::Read(read), Said::Number(value), "==" | "!=")
                    if read.gives() == Gives::Truth =>
                {
                    self.holds(*read, so == ((*value != 0) == (*sign == "==")))
                }
                (left, right, sign) => {
                    let sign = if so { sign } else { turned(sign) };
                    let args = [
                        ("left", self.number(left).into()),
                        ("right", self.number(right).into()),
                    ];
                    self.fill(key_of(sign), &args)
                }
            },
            Said::All(parts) | Said::Any(parts) => self.joined(parts, so, joint(said, so)),
            _ if !so => {
                let inner = self.claim(said, true);
                self.fill("sentence-not", &[("inner", inner.into())])
            }
            Said::If(parts) => {
                let args = [
                    ("condition", self.claim(&parts[0], true).into()),
                    ("then", self.claim(&parts[1], true).into()),
                    ("otherwise", self.claim(&parts[2], true).into()),
                ];
                self.fill("sentence-choose", &args)
            }
            Said::Count(..) | Said::Negate(_) => self.number(said),
        }
    }

    /// Parts of one condition; what is itself joined otherwise stands in parentheses.
    fn joined(&self, parts: &[Said], so: bool, joint_here: Option<Joint>) -> SafeText {
        let key = match joint_here {
            Some(Joint::Or) => "sentence-or",
            _ => "sentence-and",
        };
        let mut parts = parts.iter().map(|part| {
            let own = joint(part, so);
            let is_whole = own.is_none() || own == joint_here;
            let inner = self.claim(part, so);
            if is_whole {
                inner
            } else {
                self.fill("sentence-each", &[("inner", inner.into())])
            }
        });
        let first = parts.next().unwrap_or_default();
        parts.fold(first, |one, other| {
            self.fill(key, &[("one", one.into()), ("other", other.into())])
        })
    }

    fn number(&self, said: &Said) -> SafeText {
        match said {
            Said::Number(value) => SafeText::line(&value.to_string()),
            Said::Read(read) => self.name(*read),
            Said::Count(sides, sign) => {
                let key = match *sign {
                    "+" => "sentence-sum",
                    "-" => "sentence-difference",
                    "*" => "sentence-product",
                    "/" => "sentence-quotient",
                    "%" => "sentence-remainder",
                    "min" => "sentence-least",
                    _ => "sentence-most",
                };
                let args = [
                    ("left", self.part(&sides[0]).into()),
                    ("right", self.part(&sides[1]).into()),
                ];
                self.fill(key, &args)
            }
            Said::Negate(inner) => {
                let inner = self.part(inner);
                self.fill("sentence-negative", &[("inner", inner.into())])
            }
            Said::If(parts) => {
                let args = [
                    ("condition", self.claim(&parts[0], true).into()),
                    ("then", self.number(&parts[1]).into()),
                    ("otherwise", self.number(&parts[2]).into()),
                ];
                self.fill("sentence-choose", &args)
            }
            _ => self.claim(said, true),
        }
    }

    /// A number inside of a larger one.
    fn part(&self, said: &Said) -> SafeText {
        let inner = self.number(said);
        match said {
            Said::Count(_, "+") | Said::Number(_) | Said::Read(_) => inner,
            _ => self.fill("sentence-each", &[("inner", inner.into())]),
        }
    }

    /// A reading that is a number, or a truth as if it were one.
    fn name(&self, read: Read) -> SafeText {
        let named = |key: &str, name: &SafeText| self.fill(key, &[("name", name.into())]);
        let teller = self.teller;
        match read {
            Read::Turn => self.words.say("sentence-read-turn"),
            Read::Time => self.words.say("sentence-read-time"),
            Read::Meter(meter) => self.meter(meter),
            Read::Trust(from, to) => self.trust(from, to),
            Read::Breaches(actor) => named("sentence-read-breaches", teller.actor(actor)),
            Read::Exposed(zone) => named("sentence-read-exposed", teller.zone(zone)),
            Read::Compromised(zone) => named("sentence-read-compromised", teller.zone(zone)),
            Read::Contained(zone) => named("sentence-read-contained", teller.zone(zone)),
            Read::Harm(community) => named("sentence-read-harm", teller.community(community)),
            Read::Upheld(actor, norm) | Read::Strained(actor, norm) => {
                let key = match read {
                    Read::Upheld(..) => "sentence-read-upheld",
                    _ => "sentence-read-strained",
                };
                let args = [
                    ("actor", teller.actor(actor).into()),
                    ("norm", self.words.say(norm.key()).into()),
                ];
                self.fill(key, &args)
            }
            Read::SinceInject(inject) => {
                let title = &self.scenario.injects[inject.index()].title;
                named("sentence-read-since", title)
            }
            Read::Done(action) => {
                let label = &self.scenario.actions[action.index()].label;
                named("sentence-read-done", label)
            }
            Read::Capital(seat) => named("sentence-read-capital", teller.seat(seat)),
            Read::Book(book) if read.gives() == Gives::Number => {
                named("sentence-read-book", &read_name(teller, book))
            }
            _ => self.holds(read, true),
        }
    }

    pub(super) fn meter(&self, meter: crate::model::MeterId) -> SafeText {
        let name = &self.scenario.meters[meter.index()].name;
        self.fill("sentence-read-meter", &[("name", name.into())])
    }

    pub(super) fn trust(&self, from: crate::model::ActorId, to: crate::model::ActorId) -> SafeText {
        let args = [
            ("from", self.teller.actor(from).into()),
            ("to", self.teller.actor(to).into()),
        ];
        self.fill("sentence-read-trust", &args)
    }

    /// A reading that is true or false, as it must be.
    fn holds(&self, read: Read, so: bool) -> SafeText {
        let teller = self.teller;
        let said =
            |yes: &str, no: &str, args: &[(&str, Arg)]| self.fill(if so { yes } else { no }, args);
        match read {
            Read::Holds(actor, fact) | Read::Verified(actor, fact) => {
                let args = [
                    ("actor", teller.actor(actor).into()),
                    ("fact", teller.fact(fact).into()),
                ];
                match read {
                    Read::Holds(..) => said("sentence-holds", "sentence-holds-not", &args),
                    _ => said("sentence-verified", "sentence-verified-not", &args),
                }
            }
            Read::Met(duty)
            | Read::Missed(duty)
            | Read::Running(duty)
            | Read::Determined(duty)
            | Read::Answered(duty) => {
                let (yes, no) = match read {
                    Read::Met(_) => ("sentence-met", "sentence-met-not"),
                    Read::Missed(_) => ("sentence-missed", "sentence-missed-not"),
                    Read::Running(_) => ("sentence-running", "sentence-running-not"),
                    Read::Determined(_) => ("sentence-determined", "sentence-determined-not"),
                    _ => ("sentence-answered", "sentence-answered-not"),
                };
                said(yes, no, &[("name", teller.duty(duty).into())])
            }
            Read::Delivered(inject) => {
                let title = &self.scenario.injects[inject.index()].title;
                let args = [("name", title.into())];
                said("sentence-delivered", "sentence-delivered-not", &args)
            }
            Read::Chose(choice) => {
                let row = &self.scenario.choices[choice.index()];
                let decision = &self.scenario.decisions[row.decision.index()].title;
                let args = [
                    ("choice", (&row.label).into()),
                    ("decision", decision.into()),
                ];
                said("sentence-chose", "sentence-chose-not", &args)
            }
            Read::Book(book) => {
                let args = [("name", read_name(teller, book).into())];
                said("sentence-book", "sentence-book-not", &args)
            }
            _ => self.name(read),
        }
    }
}

/// How the parts of a condition belong together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    And,
    Or,
    /// One of two, by a third.
    Choice,
}

/// How a condition's parts belong together once it must be so, or not so; `None` if it is one part.
fn joint(said: &Said, so: bool) -> Option<Joint> {
    match said {
        Said::All(_) if so => Some(Joint::And),
        Said::All(_) => Some(Joint::Or),
        Said::Any(_) if so => Some(Joint::Or),
        Said::Any(_) => Some(Joint::And),
        Said::If(_) => Some(Joint::Choice),
        Said::Not(inner) => joint(inner, !so),
        _ => None,
    }
}

fn key_of(sign: &str) -> &'static str {
    match sign {
        "==" => "sentence-equal",
        "!=" => "sentence-unequal",
        "<" => "sentence-less",
        "<=" => "sentence-at-most",
        ">" => "sentence-more",
        _ => "sentence-at-least",
    }
}

fn turned(sign: &str) -> &'static str {
    match sign {
        "==" => "!=",
        "!=" => "==",
        "<" => ">=",
        "<=" => ">",
        ">" => "<=",
        _ => "<",
    }
}

/// The comment right above a script function, on one line.
fn comment(package: &crate::scenario::Package, name: &str) -> Option<String> {
    let head = format!("fn {name}(");
    let scripts = package.files().filter(|(path, _)| path.ends_with(".rhai"));
    let texts = scripts.filter_map(|(_, bytes)| std::str::from_utf8(bytes).ok());
    for text in texts {
        let lines: Vec<&str> = text.lines().collect();
        let Some(at) = lines.iter().position(|line| line.trim().starts_with(&head)) else {
            continue;
        };
        let above = lines[..at].iter().rev();
        let above = above.map_while(|line| line.trim().strip_prefix("//"));
        let mut said: Vec<&str> = above
            .map(|line| line.trim_start_matches('/').trim())
            .collect();
        said.reverse();
        let said = said.join(" ");
        return (!said.is_empty()).then(|| said.trim_end_matches('.').to_owned());
    }
    None
}
