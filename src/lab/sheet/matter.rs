//! What a sheet says of decisions: whether they matter, how few reach an ending, and which plays to look at.

use crate::engine::act::Act;
use crate::lab::case::written;
use crate::lab::matter::Estimate;
use crate::lab::sheet::Sheet;
use crate::lab::sheet::text;
use crate::model::id::Kind;
use crate::text::Arg;

/// Decisions named beside each outcome.
const FOREMOST: usize = 3;

impl Sheet<'_> {
    /// What each main outcome comes from.
    pub(super) fn matter(&mut self) {
        let findings = self.findings;
        if findings.movers.is_empty() {
            return;
        }
        self.head("lab-matter");
        self.say(
            "lab-matter-from",
            &[("twins", findings.part.twins.plays.into())],
        );
        for mover in &findings.movers {
            let name = match &mover.outcome {
                Some(name) => text(name.clone()),
                None => self.words.say("lab-which-ending").into(),
            };
            let args = [
                ("word", name),
                ("choices", share(mover.choices)),
                ("low", whole(mover.choices.low)),
                ("high", whole(mover.choices.high)),
                ("luck", share(mover.luck)),
                ("lucklow", whole(mover.luck.low)),
                ("luckhigh", whole(mover.luck.high)),
            ];
            self.say("lab-mover", &args);
            let seats = mover.seats.iter().map(|(seat, of)| {
                let word = self.scenario.names.word(Kind::Seat, seat.0);
                format!("{word} {}", plain(*of))
            });
            let seats = seats.collect::<Vec<_>>().join(", ");
            self.say("lab-mover-seats", &[("seats", text(seats))]);
            let foremost = mover.decisions.iter().take(FOREMOST);
            let decisions = foremost
                .filter(|(_, of)| of.share > 0.0)
                .map(|(decision, of)| {
                    let word = self.scenario.names.word(Kind::Decision, decision.0);
                    format!("{word} {}", plain(*of))
                });
            let decisions = decisions.collect::<Vec<_>>().join(", ");
            if !decisions.is_empty() {
                self.say("lab-mover-decisions", &[("decisions", text(decisions))]);
            }
        }
    }

    /// The fewest choices that reach each ending.
    pub(super) fn witnesses(&mut self) {
        let findings = self.findings;
        if findings.deep.witnesses.is_empty() {
            return;
        }
        self.head("lab-witnesses");
        let scenario = self.scenario;
        let names = &scenario.names;
        for witness in &findings.deep.witnesses {
            let given = witness.case.given.iter().flat_map(|given| {
                given.acts.iter().map(move |act| match act {
                    Act::Answer { choice } => names.word(Kind::Choice, choice.0).to_owned(),
                    Act::Take { action } => names.word(Kind::Action, action.0).to_owned(),
                    other => format!(
                        "{} {}",
                        names.word(Kind::Seat, given.seat.0),
                        written(other, scenario)
                    ),
                })
            });
            let acts = given.collect::<Vec<_>>().join(", ");
            let args = [
                ("word", self.word(Kind::Ending, witness.ending.index())),
                ("acts", text(acts)),
                ("count", witness.acts.into()),
                ("seed", text(witness.case.seed.to_string())),
            ];
            let key = if witness.acts == 0 {
                "lab-witness-none"
            } else {
                "lab-witness"
            };
            self.say(key, &args);
        }
    }

    /// The plays worth looking at.
    pub(super) fn notable(&mut self) {
        let tally = self.tally;
        if tally.best.is_empty() {
            return;
        }
        self.head("lab-notable");
        for (key, plays) in [("lab-best", &tally.best), ("lab-worst", &tally.worst)] {
            let shown = plays
                .iter()
                .map(|(score, play)| format!("{play} ({score})"));
            let shown = shown.collect::<Vec<_>>().join(", ");
            self.say(key, &[("plays", text(shown))]);
        }
        if let Some((play, _)) = self.findings.deep.strangest {
            self.say("lab-strangest", &[("play", play.into())]);
        }
    }
}

fn share(of: Estimate) -> Arg {
    text(format!("{:3.0}", of.share * 100.0))
}

fn whole(share: f64) -> Arg {
    text(format!("{:.0}", share * 100.0))
}

fn plain(of: Estimate) -> String {
    format!("{:.0} %", of.share * 100.0)
}
