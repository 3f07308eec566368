//! What was found, as sections of tables: the same for the command line, a page and a screen.

use crate::engine::tell::Teller;
use crate::lab::share::Share;
use crate::lab::whatif::ask::Answer;
use crate::lab::whatif::figures;
use crate::lab::whatif::findings::Findings;
use crate::lab::whatif::outcome::Outcome;
use crate::lab::whatif::paired::Paired;
use crate::lab::whatif::past::Past;
use crate::model::EndingId;
use crate::text::SafeText;
use crate::text::Words;

/// How many of the choices that mattered are told.
const MOST_CHOICES: usize = 20;
/// How many differences of one turn are told.
const MOST_DIFFERENCES: usize = 14;

/// A part of what was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    pub title: SafeText,
    /// Sentences before the table.
    pub notes: Vec<SafeText>,
    /// The columns' heads; none for a section of sentences only.
    pub head: Vec<SafeText>,
    pub rows: Vec<Row>,
}

/// A row of a table: cells, or a heading over those that follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    Heading(SafeText),
    Cells(Vec<SafeText>),
}

/// What was found, in sections.
pub fn tables(past: &Past, findings: &Findings, words: &Words) -> Vec<Section> {
    let maker = Maker { past, words };
    let mut sections = Vec::new();
    if let Some(answer) = &findings.answer {
        sections.push(maker.question(answer));
        sections.push(maker.side_by_side(answer));
        sections.push(maker.many(answer));
    } else {
        sections.push(maker.mattered(findings));
    }
    sections.push(maker.luck(findings));
    sections.push(maker.beside(findings));
    sections
}

struct Maker<'a> {
    past: &'a Past,
    words: &'a Words,
}

impl Maker<'_> {
    fn teller(&self) -> Teller<'_> {
        let scenario = self.past.playable().scenario();
        Teller {
            scenario,
            words: self.words,
        }
    }

    fn head(&self, keys: &[&str]) -> Vec<SafeText> {
        keys.iter().map(|key| self.words.say(key)).collect()
    }

    fn ending(&self, ending: Option<EndingId>) -> SafeText {
        let scenario = self.past.playable().scenario();
        ending.map_or_else(
            || self.words.say("whatif-no-ending"),
            |ending| scenario.endings[ending.index()].title.clone(),
        )
    }

    fn question(&self, answer: &Answer) -> Section {
        let mut notes = vec![
            answer.change.say(self.past, self.words),
            self.words.say(answer.others.key()),
        ];
        let scenario = self.past.playable().scenario();
        let stands: Vec<SafeText> = scenario
            .seats
            .iter()
            .zip(self.past.casts())
            .filter(|(seat, _)| answer.change.seat() != Some(seat.id))
            .map(|(seat, cast)| {
                let args = [
                    ("seat", (&seat.title).into()),
                    ("bot", self.teller().bot(cast).into()),
                ];
                self.words.fill("whatif-stands-for", &args)
            })
            .collect();
        if !stands.is_empty() {
            let stands = SafeText::joined(&stands, ", ");
            notes.push(
                self.words
                    .fill("whatif-profiles", &[("stands", stands.into())]),
            );
        }
        if answer.asides.is_empty() {
            notes.push(self.words.say("whatif-the-same"));
        }
        Section {
            title: self.words.say("whatif-question"),
            notes,
            ..Section::default()
        }
    }

    fn side_by_side(&self, answer: &Answer) -> Section {
        let mut rows = Vec::new();
        for aside in &answer.asides {
            rows.push(Row::Heading(self.turn(aside.turn)));
            for difference in aside.differences.iter().take(MOST_DIFFERENCES) {
                let none = || self.words.say("whatif-none");
                let cell = |text: &SafeText| {
                    if text.is_empty() {
                        none()
                    } else {
                        text.clone()
                    }
                };
                rows.push(Row::Cells(vec![
                    difference.what.clone(),
                    cell(&difference.one),
                    cell(&difference.other),
                ]));
            }
            let more = aside.differences.len().saturating_sub(MOST_DIFFERENCES);
            if more > 0 {
                let more = self.words.fill("whatif-more", &[("n", more.into())]);
                rows.push(Row::Cells(vec![more, SafeText::empty(), SafeText::empty()]));
            }
        }
        rows.push(Row::Heading(self.words.say("whatif-at-the-end")));
        rows.push(Row::Cells(vec![
            self.words.say("whatif-ending"),
            self.ending(answer.played.outcome.ending),
            self.ending(answer.changed.outcome.ending),
        ]));
        for seat in &self.past.playable().scenario().seats {
            let cell = |of: &Outcome| SafeText::from(of.points_of(seat.id));
            rows.push(Row::Cells(vec![
                self.points(&seat.title),
                cell(&answer.played.outcome),
                cell(&answer.changed.outcome),
            ]));
        }
        Section {
            title: self.words.say("whatif-side-by-side"),
            notes: vec![self.words.say("whatif-side-by-side-note")],
            head: self.head(&["whatif-what", "whatif-played", "whatif-changed"]),
            rows,
        }
    }

    fn many(&self, answer: &Answer) -> Section {
        let many = &answer.many;
        let args = [
            ("plays", many.plays.into()),
            ("turn", self.turn(many.from).into()),
        ];
        let row = |what: SafeText, of: &dyn Fn(&Outcome) -> i64| {
            let numbers = |outcomes: &[Outcome]| -> Vec<i64> { outcomes.iter().map(of).collect() };
            Row::Cells(vec![
                what,
                figures::plain(Paired::of(&numbers(&many.played)).mean),
                figures::plain(Paired::of(&numbers(&many.changed)).mean),
                figures::difference(many.more(of), self.words),
            ])
        };
        let mut rows = Vec::new();
        for seat in &self.past.playable().scenario().seats {
            rows.push(Row::Heading(seat.title.clone()));
            let all = self.words.say("whatif-all-points");
            rows.push(row(all, &|outcome| outcome.points_of(seat.id)));
            for (place, want) in seat.wants.iter().enumerate() {
                let at = seat.id.index();
                rows.push(row(want.text.clone(), &|outcome| outcome.wants[at][place]));
            }
        }
        rows.push(Row::Heading(self.words.say("whatif-endings")));
        for ending in &self.past.playable().scenario().endings {
            let is_it = |outcome: &Outcome| i64::from(outcome.ending == Some(ending.id));
            let share = |outcomes: &[Outcome]| Share {
                count: outcomes
                    .iter()
                    .filter(|outcome| is_it(outcome) == 1)
                    .count() as u64,
                of: outcomes.len() as u64,
            };
            let (played, changed) = (share(&many.played), share(&many.changed));
            if played.count + changed.count > 0 {
                let times = |outcome: &Outcome| 100 * is_it(outcome);
                rows.push(Row::Cells(vec![
                    ending.title.clone(),
                    figures::share(played, self.words),
                    figures::share(changed, self.words),
                    figures::difference(many.more(times), self.words),
                ]));
            }
        }
        Section {
            title: self.words.fill("whatif-many", &args),
            notes: vec![self.words.say("whatif-many-note")],
            head: self.head(&[
                "whatif-what",
                "whatif-played",
                "whatif-changed",
                "whatif-more-by",
            ]),
            rows,
        }
    }

    fn mattered(&self, findings: &Findings) -> Section {
        let scenario = self.past.playable().scenario();
        let label = |choice: crate::model::ChoiceId| scenario.choices[choice.index()].label.clone();
        let rows = findings.mattered.iter().take(MOST_CHOICES).map(|one| {
            let where_ = [
                ("turn", self.turn(one.turn).into()),
                ("seat", self.teller().seat(one.seat).into()),
            ];
            let taken = one
                .taken
                .map_or_else(|| self.words.say("whatif-unanswered"), label);
            let otherwise = Share {
                count: one.other_ending.0,
                of: one.other_ending.1,
            };
            Row::Cells(vec![
                self.words.fill("whatif-where", &where_),
                taken,
                label(one.instead),
                figures::difference(one.effect, self.words),
                figures::share(otherwise, self.words),
            ])
        });
        let rows: Vec<Row> = rows.collect();
        let mut notes = vec![self.words.say("whatif-mattered-note")];
        if findings.mattered.len() > MOST_CHOICES {
            let more = findings.mattered.len() - MOST_CHOICES;
            notes.push(
                self.words
                    .fill("whatif-mattered-more", &[("n", more.into())]),
            );
        }
        if rows.is_empty() {
            notes = vec![self.words.say("whatif-no-alternatives")];
        }
        Section {
            title: self.words.say("whatif-mattered"),
            notes,
            head: self.head(&[
                "whatif-when",
                "whatif-taken",
                "whatif-instead",
                "whatif-effect",
                "whatif-otherwise",
            ]),
            rows,
        }
    }

    fn luck(&self, findings: &Findings) -> Section {
        let luck = &findings.luck;
        let mut rows = Vec::new();
        for seat in &self.past.playable().scenario().seats {
            let standing = luck.standing(|outcome| outcome.points_of(seat.id));
            rows.push(Row::Cells(vec![
                self.points(&seat.title),
                SafeText::from(standing.own),
                figures::mean(standing.usual, self.words),
                self.percentile(standing.percentile),
            ]));
            for (place, want) in seat.wants.iter().enumerate() {
                let standing = luck.standing(|outcome| outcome.wants[seat.id.index()][place]);
                rows.push(Row::Cells(vec![
                    self.words
                        .fill("whatif-want", &[("text", (&want.text).into())]),
                    SafeText::from(standing.own),
                    figures::mean(standing.usual, self.words),
                    self.percentile(standing.percentile),
                ]));
            }
        }
        let ending = [
            ("ending", self.ending(luck.own.ending).into()),
            (
                "share",
                figures::share(luck.same_ending(), self.words).into(),
            ),
        ];
        let plays = [("plays", luck.others.len().into())];
        Section {
            title: self.words.say("whatif-luck"),
            notes: vec![
                self.words.fill("whatif-luck-note", &plays),
                self.words.fill("whatif-luck-ending", &ending),
            ],
            head: self.head(&[
                "whatif-what",
                "whatif-own",
                "whatif-usual",
                "whatif-percentile",
            ]),
            rows,
        }
    }

    fn beside(&self, findings: &Findings) -> Section {
        let mut rows = Vec::new();
        let mut path = |name: SafeText, own: &Outcome, many: &[Outcome]| {
            rows.push(Row::Heading(name));
            rows.push(Row::Cells(vec![
                self.words.say("whatif-ending"),
                self.ending(own.ending),
                self.most_often(many),
            ]));
            for seat in &self.past.playable().scenario().seats {
                let numbers: Vec<i64> = many.iter().map(|one| one.points_of(seat.id)).collect();
                rows.push(Row::Cells(vec![
                    self.points(&seat.title),
                    SafeText::from(own.points_of(seat.id)),
                    figures::mean(Paired::of(&numbers), self.words),
                ]));
            }
        };
        let luck = &findings.luck;
        path(self.words.say("whatif-played"), &luck.own, &luck.others);
        for reference in &findings.references {
            let name = reference.change.say(self.past, self.words);
            path(name, &reference.path.outcome, &reference.many);
        }
        let plays = [("plays", luck.others.len().into())];
        Section {
            title: self.words.say("whatif-beside"),
            notes: vec![self.words.fill("whatif-beside-note", &plays)],
            head: self.head(&["whatif-what", "whatif-this-luck", "whatif-other-lucks"]),
            rows,
        }
    }

    /// The ending that most courses came to, and its share.
    fn most_often(&self, many: &[Outcome]) -> SafeText {
        let endings = self.past.playable().scenario().endings.iter();
        let count = |ending: Option<EndingId>| {
            let fitting = many.iter().filter(|one| one.ending == ending);
            fitting.count() as u64
        };
        let all = endings.map(|ending| Some(ending.id)).chain([None]);
        let most = all.max_by_key(|ending| count(*ending)).flatten();
        let share = Share {
            count: count(most),
            of: many.len() as u64,
        };
        let args = [
            ("ending", self.ending(most).into()),
            ("share", figures::share(share, self.words).into()),
        ];
        self.words.fill("whatif-most-often", &args)
    }

    fn points(&self, seat: &SafeText) -> SafeText {
        self.words.fill("whatif-points", &[("seat", seat.into())])
    }

    fn percentile(&self, percentile: f64) -> SafeText {
        let number = SafeText::line(&format!("{percentile:.0}"));
        self.words.fill("whatif-standing", &[("n", number.into())])
    }

    fn turn(&self, turn: u16) -> SafeText {
        if turn == 0 {
            self.words.say("play-preparation")
        } else {
            self.words.fill("play-turn", &[("n", turn.into())])
        }
    }
}
