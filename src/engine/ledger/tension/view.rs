//! What a seat sees of how blocs stand.

use serde::Serialize;

use crate::engine::ledger::book::Row;
use crate::engine::ledger::tension::Doubt;
use crate::engine::ledger::tension::bloc_of;
use crate::engine::ledger::tension::is_in;
use crate::engine::ledger::tension::rules;
use crate::engine::ledger::tension::subject;
use crate::engine::ledger::tension::words;
use crate::engine::lens::Lens;
use crate::engine::tell::Teller;
use crate::model::ActorId;
use crate::model::BlocId;
use crate::model::ledger::Ledger;
use crate::model::ledger::tension::Ambiguous;
use crate::model::scenario::Scenario;
use crate::text::SafeText;

/// What a seat gets to see of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct View {
    pub blocs: Vec<BlocView>,
    /// Every pair, the smaller bloc first.
    pub pairs: Vec<PairView>,
}

/// A bloc.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BlocView {
    pub bloc: BlocId,
    pub name: SafeText,
    pub members: Vec<SafeText>,
    pub is_own: bool,
}

/// How two blocs stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PairView {
    pub a: BlocId,
    pub b: BlocId,
    pub points: i32,
    pub level: Level,
    /// How likely, in per mille, an ambiguous act would be misread now.
    pub odds: i32,
    /// How often one has been.
    pub misread: u16,
    /// Whether one of one's own blocs is in it.
    pub is_own: bool,
    /// Whether they have spoken in this turn or the last; of other blocs one does not know.
    pub spoke: bool,
    /// What has been noticed and not read yet, in words.
    pub doubts: Vec<SafeText>,
}

/// How tense it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Level {
    Calm,
    Uneasy,
    High,
}

pub(super) fn rows(lens: &Lens<'_>, teller: Teller<'_>) -> Vec<Row> {
    pairs(lens)
        .map(|(a, b)| {
            let points = lens.book().tension.points[lens.book().tension.pair(a, b)];
            Row {
                subject: subject(a, b),
                label: words::pair(teller, "tension-row", a, b),
                shown: words::shown(teller, points, level(lens.scenario(), points)),
                bar: Some((points, points, 100)),
            }
        })
        .collect()
}

pub(super) fn view(lens: &Lens<'_>, teller: Teller<'_>) -> View {
    let scenario = lens.scenario();
    let book = &lens.book().tension;
    let blocs = scenario.book.tension.blocs.iter().map(|bloc| BlocView {
        bloc: bloc.id,
        name: bloc.name.clone(),
        members: bloc
            .members
            .iter()
            .filter(|member| lens.is_known(**member))
            .map(|member| teller.actor(*member).clone())
            .collect(),
        is_own: is_in(lens, bloc.id),
    });
    let pairs = pairs(lens).map(|(a, b)| {
        let points = book.points[book.pair(a, b)];
        let is_own = is_in(lens, a) || is_in(lens, b);
        let spoke = is_own && book.spoke_since(a, b, lens.turn().saturating_sub(1));
        let mine = |doubt: &&Doubt| {
            [(a, b), (b, a)].contains(&(doubt.by, doubt.seen_by))
                && (is_in(lens, doubt.seen_by)
                    || (doubt.act == Ambiguous::Takedown && is_in(lens, doubt.by)))
        };
        PairView {
            a,
            b,
            points,
            level: level(scenario, points),
            odds: rules::odds(&scenario.book.tension, points, spoke),
            misread: book.misread[book.pair(a, b)],
            is_own,
            spoke,
            doubts: book
                .doubts
                .iter()
                .filter(mine)
                .map(|doubt| words::noticed(teller, doubt.by, doubt.seen_by, doubt.act))
                .collect(),
        }
    });
    View {
        blocs: blocs.collect(),
        pairs: pairs.collect(),
    }
}

fn pairs<'a>(lens: &Lens<'a>) -> impl Iterator<Item = (BlocId, BlocId)> + use<'a> {
    let blocs = lens.scenario().book.tension.blocs.len();
    (0..blocs).flat_map(move |a| (a + 1..blocs).map(move |b| (BlocId::at(a), BlocId::at(b))))
}

fn level(scenario: &Scenario, points: i32) -> Level {
    let high = scenario.book.tension.high;
    if points >= high {
        Level::High
    } else if points * 2 >= high {
        Level::Uneasy
    } else {
        Level::Calm
    }
}

/// Another bloc at a glance, for whoever weighs what to do.
#[derive(Clone, Copy, Debug)]
pub struct BlocGlance<'a> {
    pub name: &'a SafeText,
    pub points: i32,
    /// Whether the two have spoken in this turn or the last.
    pub spoke: bool,
    /// Whether something has been noticed and not been read yet, as far as one knows.
    pub doubted: bool,
}

impl<'a> Lens<'a> {
    /// How the bloc of one of one's own actors stands with another.
    pub fn bloc(&self, own: ActorId, other: BlocId) -> Option<BlocGlance<'a>> {
        let scenario = self.scenario();
        let own = bloc_of(scenario, own)
            .filter(|own| *own != other && is_in(self, *own) && self.has(Ledger::Tension))?;
        let book = &self.book().tension;
        let mut doubts = book.doubts.iter();
        Some(BlocGlance {
            name: &scenario.book.tension.blocs[other.index()].name,
            points: book.points[book.pair(own, other)],
            spoke: book.spoke_since(own, other, self.turn().saturating_sub(1)),
            doubted: doubts.any(|doubt| {
                (doubt.by, doubt.seen_by) == (other, own)
                    || ((doubt.by, doubt.seen_by) == (own, other)
                        && doubt.act == Ambiguous::Takedown)
            }),
        })
    }
}
