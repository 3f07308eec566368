//! What a seat sees of the response menu.

use serde::Serialize;

use crate::engine::ledger::book::Row;
use crate::engine::ledger::measures::PRESSURE;
use crate::engine::ledger::measures::desk;
use crate::engine::ledger::measures::of_measure;
use crate::engine::ledger::measures::rules;
use crate::engine::ledger::measures::words;
use crate::engine::lens::Lens;
use crate::engine::tell::Teller;
use crate::engine::view::Subject;
use crate::model::MeasureId;
use crate::model::SeatId;
use crate::model::ledger::Ledger;
use crate::model::ledger::measures::Category;
use crate::model::ledger::measures::Form;
use crate::model::ledger::measures::Lane;
use crate::model::ledger::measures::Measure;
use crate::model::scenario::Scenario;
use crate::text::SafeText;

/// What a seat gets to see of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct View {
    /// The entries on one's desk, and whatever is in force or was.
    pub menu: Vec<MeasureView>,
    /// The calls at home of one's own seats, where there are any.
    pub pressed: Vec<PressureView>,
}

/// An entry of the menu.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MeasureView {
    pub measure: MeasureId,
    pub name: SafeText,
    pub about: SafeText,
    pub form: Form,
    pub category: Category,
    pub lane: Option<Lane>,
    pub target: Option<SafeText>,
    pub stage: Stage,
    /// Whether one may take it, or assents to it.
    pub is_own: bool,
    /// Whether it wants a check and asking the technical teams.
    pub is_weighty: bool,
    pub checked: bool,
    pub consulted: bool,
    pub exempt: bool,
    pub guided: bool,
    pub badly_drafted: bool,
    /// With whom one may have nothing to do under it.
    pub cuts: Vec<SafeText>,
    /// What is left of those channels, in per mille; before it is taken, what would be.
    pub channel: i32,
    /// Members, and whether they have assented.
    pub members: Vec<(SafeText, bool)>,
    /// Whom it hurts who had no part in anything, and by how much a turn.
    pub hurts: Vec<(SafeText, i32)>,
    /// Where it slows what spreads and by how much of the rate, in per mille; of zones in sight.
    pub readies: Vec<(SafeText, i32)>,
    /// Whom it relieves and by how much a turn, and whether they have been told that they can claim.
    pub relieves: Vec<(SafeText, i32, bool)>,
    /// How far it may deter, in per mille, and between which turns after it is taken it may do so.
    pub deters: Option<(i32, i32, i32)>,
    pub deterred: bool,
}

/// How far along a measure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Stage {
    /// On the menu.
    Open,
    /// Put to the members in a turn.
    Proposed(u16),
    /// In force since a turn, until the beginning of another.
    Taken(u16, Option<u16>),
    Ended(u16),
}

/// The call at a seat's home for sanctions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PressureView {
    pub seat: SeatId,
    pub points: i32,
    pub is_loud: bool,
}

pub(super) fn view(lens: &Lens<'_>, teller: Teller<'_>) -> View {
    let rules = &lens.scenario().book.measures;
    let menu = rules.menu.iter().filter(|row| shows(lens, row.id));
    let menu = menu.map(|row| {
        let now = &lens.book().measures.menu[row.id.index()];
        let is_own = desk::is_inside(lens, row.id);
        let knows = desk::knows(lens, row.id);
        let deters = row.form.may_deter() && !row.deters.is_empty();
        let mut then = now.clone();
        then.taken = then.taken.or(Some(0));
        MeasureView {
            measure: row.id,
            name: row.name.clone(),
            about: row.about.clone(),
            form: row.form,
            category: row.form.category(),
            lane: row.form.lane(),
            target: row
                .target
                .filter(|target| lens.is_known(*target))
                .map(|target| teller.actor(target).clone()),
            stage: match (now.taken, now.proposed, now.ended) {
                (Some(turn), ..) => Stage::Taken(turn, now.until),
                (None, Some((turn, _)), _) if is_own => Stage::Proposed(turn),
                (None, _, Some(turn)) => Stage::Ended(turn),
                _ => Stage::Open,
            },
            is_own,
            is_weighty: row.form.is_weighty(),
            checked: is_own && now.checked,
            consulted: is_own && now.consulted,
            exempt: knows && now.exempt,
            guided: knows && now.guided,
            badly_drafted: now.bad,
            cuts: row
                .cuts
                .iter()
                .filter(|cut| lens.is_known(**cut))
                .map(|cut| teller.actor(*cut).clone())
                .collect(),
            channel: if knows {
                rules::openness(rules, row, &then)
            } else {
                rules::OPEN
            },
            members: row
                .members
                .iter()
                .filter(|_| is_own)
                .map(|(member, _)| {
                    let assents = now.assents.contains(member);
                    (teller.actor(*member).clone(), assents)
                })
                .collect(),
            hurts: row
                .hurts
                .iter()
                .map(|(community, by)| (teller.community(*community).clone(), *by))
                .collect(),
            readies: row
                .readies
                .iter()
                .filter(|(zone, _)| lens.zone(*zone).is_some())
                .map(|(zone, by)| (teller.zone(*zone).clone(), *by))
                .collect(),
            relieves: row
                .relieves
                .iter()
                .filter(|(community, _)| lens.harm(*community).is_some())
                .map(|(community, by)| {
                    let was_told = lens.notified(*community).is_some();
                    (teller.community(*community).clone(), *by, was_told)
                })
                .collect(),
            deters: deters.then_some((
                rules.deter_most,
                rules.deter_after,
                rules.deter_after + rules.deter_spread,
            )),
            deterred: now.deterred,
        }
    });
    let pressed = lens
        .seats()
        .iter()
        .filter(|seat| is_called_on(lens.scenario(), **seat))
        .map(|seat| {
            let points = lens.book().measures.pressed[seat.index()];
            PressureView {
                seat: *seat,
                points,
                is_loud: points >= rules.pressure_high,
            }
        });
    View {
        menu: menu.collect(),
        pressed: pressed.collect(),
    }
}

pub(super) fn rows(lens: &Lens<'_>, teller: Teller<'_>) -> Vec<Row> {
    let view = view(lens, teller);
    let mut rows = Vec::new();
    for measure in &view.menu {
        if matches!(measure.stage, Stage::Open) {
            continue;
        }
        let percent = measure.channel / 10;
        rows.push(Row {
            subject: of_measure(measure.measure),
            label: measure.name.clone(),
            shown: words::stage(teller, measure),
            bar: (!measure.cuts.is_empty() && matches!(measure.stage, Stage::Taken(..)))
                .then_some((percent, percent, 100)),
        });
    }
    for call in &view.pressed {
        rows.push(Row {
            subject: Subject::Row(Ledger::Measures, call.seat.0, PRESSURE),
            label: words::row_name(teller, call.seat.0, PRESSURE),
            shown: words::pressure(teller, call),
            bar: Some((call.points, call.points, 100)),
        });
    }
    rows
}

/// Whether an entry is in sight: on one's desk, in force, or over.
fn shows(lens: &Lens<'_>, measure: MeasureId) -> bool {
    desk::knows(lens, measure) || lens.book().measures.menu[measure.index()].ended.is_some()
}

/// Whether a seat has restrictive measures on its menu, and so somebody who calls for them.
fn is_called_on(scenario: &Scenario, seat: SeatId) -> bool {
    let seat = &scenario.seats[seat.index()];
    scenario
        .book
        .measures
        .menu
        .iter()
        .any(|row| row.form.category() == Category::Restrictive && row.is_for(seat))
}

/// An entry of the menu at a glance, for whoever weighs what to do.
#[derive(Clone, Copy, Debug)]
pub struct MeasureGlance<'a> {
    pub row: &'a Measure,
    pub taken: bool,
    pub checked: bool,
    pub consulted: bool,
    pub exempt: bool,
    /// What it leaves, or would leave, of the channels it cuts, in per mille.
    pub channel: i32,
    /// The loudest call for sanctions at the homes of one's own seats.
    pub pressed: i32,
}

impl<'a> Lens<'a> {
    /// An entry of the response menu that one knows of.
    pub fn measure(&self, measure: MeasureId) -> Option<MeasureGlance<'a>> {
        if !self.has(Ledger::Measures) || !desk::knows(self, measure) {
            return None;
        }
        let is_inside = desk::is_inside(self, measure);
        let rules = &self.scenario().book.measures;
        let row = &rules.menu[measure.index()];
        let book = &self.book().measures;
        let now = &book.menu[measure.index()];
        let mut then = now.clone();
        then.taken = then.taken.or(Some(0));
        let pressed = self.seats().iter().map(|seat| book.pressed[seat.index()]);
        Some(MeasureGlance {
            row,
            taken: now.taken.is_some(),
            // How a measure that is in force came about is for those who made it.
            checked: is_inside && now.checked,
            consulted: is_inside && now.consulted,
            exempt: now.exempt,
            channel: rules::openness(rules, row, &then),
            pressed: pressed.max().unwrap_or(0),
        })
    }
}
