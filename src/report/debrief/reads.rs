//! Says what a condition looked at, and what it found.

use crate::engine::act::Act;
use crate::engine::event::What;
use crate::engine::ledger::book::read_name;
use crate::model::expr::Gives;
use crate::model::expr::Read;
use crate::report::debrief::build::Maker;
use crate::report::debrief::graph::is_flag;
use crate::text::Arg;
use crate::text::SafeText;

impl Maker<'_> {
    /// Something a condition reads with its value at the end; `None` for what says nothing to a reader, such as the turn.
    #[expect(clippy::too_many_lines, reason = "one arm for each kind of reading")]
    pub(super) fn reading(&self, read: Read) -> Option<SafeText> {
        let truth = self.truth_at_end();
        let teller = self.teller;
        let number = |key: &str, name: &SafeText, now: i32| {
            Some(self.fill(key, &[("name", name.into()), ("now", now.into())]))
        };
        let claim = |key: &str, name: SafeText, holds: bool| {
            let now = self
                .words
                .say(if holds { "debrief-yes" } else { "debrief-no" });
            Some(self.fill(key, &[("name", name.into()), ("now", now.into())]))
        };
        match read {
            Read::Turn | Read::Time => None,
            Read::Book(read) => {
                let (name, now) = (read_name(teller, read), truth.book(read));
                match read.gives() {
                    Gives::Truth => claim("debrief-read-claim", name, now != 0),
                    Gives::Number => {
                        let now = i32::try_from(now).unwrap_or(i32::MAX);
                        number("debrief-read-number", &name, now)
                    }
                }
            }
            Read::Meter(meter) => {
                let row = &self.scenario.meters[meter.index()];
                if is_flag(row) {
                    let holds = truth.meter(meter) > 0;
                    claim("debrief-read-claim", row.name.clone(), holds)
                } else {
                    number("debrief-read-number", &row.name, truth.meter(meter))
                }
            }
            Read::Trust(from, to) => Some(self.fill(
                "debrief-read-trust",
                &[
                    ("from", teller.actor(from).into()),
                    ("to", teller.actor(to).into()),
                    ("now", truth.trust(from, to).into()),
                ],
            )),
            Read::Holds(actor, fact) => {
                let args = [
                    ("actor", Arg::from(teller.actor(actor))),
                    ("fact", teller.fact(fact).into()),
                ];
                let name = self.fill("debrief-read-holds", &args);
                claim(
                    "debrief-read-claim",
                    name,
                    truth.holding(actor, fact).is_some(),
                )
            }
            Read::Verified(actor, fact) => {
                let args = [
                    ("actor", Arg::from(teller.actor(actor))),
                    ("fact", teller.fact(fact).into()),
                ];
                let name = self.fill("debrief-read-verified", &args);
                let holding = truth.holding(actor, fact);
                let verified = holding.is_some_and(|holding| holding.finding.is_some());
                claim("debrief-read-claim", name, verified)
            }
            Read::Breaches(actor) => {
                let count = truth.breaches().iter().filter(|b| b.by == actor).count();
                let now = i32::try_from(count).unwrap_or(i32::MAX);
                number("debrief-read-breaches", teller.actor(actor), now)
            }
            Read::Exposed(zone) => number(
                "debrief-read-exposed",
                teller.zone(zone),
                truth.zone(zone).exposed,
            ),
            Read::Compromised(zone) => {
                let now = truth.zone(zone).compromised;
                number("debrief-read-compromised", teller.zone(zone), now)
            }
            Read::Contained(zone) => {
                let now = truth.zone(zone).contained;
                number("debrief-read-contained", teller.zone(zone), now)
            }
            Read::Harm(community) => {
                let now = truth.harm(community).felt();
                number("debrief-read-harm", teller.community(community), now)
            }
            Read::Met(duty)
            | Read::Missed(duty)
            | Read::Running(duty)
            | Read::Determined(duty)
            | Read::Answered(duty) => {
                let now = self.duty_word(crate::report::debrief::duties::status(truth.duty(duty)));
                let args = [("name", teller.duty(duty).into()), ("now", now.into())];
                Some(self.fill("debrief-read-claim", &args))
            }
            Read::Upheld(actor, norm) | Read::Strained(actor, norm) => {
                use crate::model::norm::Bearing;
                let count = |bearing| i32::from(truth.norm(actor, norm, bearing));
                let args = [
                    ("actor", teller.actor(actor).into()),
                    ("norm", self.words.say(norm.key()).into()),
                    ("upheld", count(Bearing::Upheld).into()),
                    ("strained", count(Bearing::Strained).into()),
                ];
                Some(self.fill("debrief-read-norm", &args))
            }
            Read::Delivered(inject) | Read::SinceInject(inject) => claim(
                "debrief-read-claim",
                self.scenario.injects[inject.index()].title.clone(),
                truth.delivered(inject).is_some(),
            ),
            Read::Chose(choice) => {
                let row = &self.scenario.choices[choice.index()];
                let decision = &self.scenario.decisions[row.decision.index()];
                let args = [
                    ("decision", (&decision.title).into()),
                    ("choice", (&row.label).into()),
                ];
                let name = self.fill("tell-decided", &args);
                claim("debrief-read-claim", name, truth.chose(choice))
            }
            Read::Done(action) => {
                let took = |what: &What| matches!(what, What::Acted { act: Act::Take { action: taken }, .. } if *taken == action);
                let count = self.events.iter().filter(|event| took(&event.what)).count();
                let now = i32::try_from(count).unwrap_or(i32::MAX);
                let label = &self.scenario.actions[action.index()].label;
                number("debrief-read-number", label, now)
            }
            Read::Capital(seat) => number(
                "debrief-read-capital",
                teller.seat(seat),
                truth.capital(seat),
            ),
        }
    }
}
