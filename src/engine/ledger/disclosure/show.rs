//! What a seat gets to see of cases: the case board, and numbers for the panel.

use serde::Serialize;

use crate::engine::ledger::book::Row;
use crate::engine::ledger::disclosure::COALITION;
use crate::engine::ledger::disclosure::REGIONS;
use crate::engine::ledger::disclosure::sight;
use crate::engine::ledger::disclosure::state::Case;
use crate::engine::ledger::disclosure::state::Party;
use crate::engine::ledger::disclosure::state::Report;
use crate::engine::ledger::disclosure::state::Stance;
use crate::engine::ledger::disclosure::words;
use crate::engine::lens::Lens;
use crate::engine::tell::Teller;
use crate::engine::view::Subject;
use crate::model::ActorId;
use crate::model::CaseId;
use crate::model::ZoneId;
use crate::model::ledger::Ledger;
use crate::model::ledger::disclosure;
use crate::model::time::ExerciseTime;
use crate::text::SafeText;

/// What a seat gets to see of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct View {
    /// The cases it knows of.
    pub cases: Vec<CaseView>,
    /// Per region in sight, how much less is reported there, in per mille.
    pub chills: Vec<(SafeText, i32, Subject)>,
}

/// A case as a seat knows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CaseView {
    pub case: CaseId,
    pub title: SafeText,
    pub about: SafeText,
    pub product: SafeText,
    pub severity: i32,
    /// P, X and A.
    pub lights: Vec<Light>,
    /// What stands between those who know, in words.
    pub embargo: SafeText,
    pub embargo_is_in_force: bool,
    /// The turn with whose end it ends, if it is proposed or in force.
    pub embargo_until: Option<u16>,
    pub parties: Vec<PartyView>,
    pub runs: Vec<RunsView>,
    /// When the report is due that the law of a region asks for.
    pub due: Option<(ExerciseTime, SafeText)>,
    /// What else there is to say, a sentence each.
    pub notes: Vec<SafeText>,
}

/// One of the things that are so or not, with its letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Light {
    pub letter: char,
    pub name: SafeText,
    /// The turn since which it is so.
    pub since: Option<u16>,
}

/// Somebody who knows, as far as the seat knows of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PartyView {
    pub actor: ActorId,
    pub name: SafeText,
    pub role: SafeText,
    pub is_own: bool,
    pub is_vendor: bool,
    /// `Vf` aware, no fix known · `VF` a fix ready · `VF▸` shipped; `V` for who makes none.
    pub letters: SafeText,
    pub shown: SafeText,
    pub stance: SafeText,
    pub is_ready: bool,
    pub has_shipped: bool,
    /// One's own work at a fix, of all there is.
    pub work: Option<(i32, i32)>,
}

/// A zone that runs the product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RunsView {
    pub zone: ZoneId,
    pub name: SafeText,
    /// Of its organisations that run it, how many are mended, in per mille; `None` where the seat does not see.
    pub deployed: Option<i32>,
    /// How many never will be, in per mille.
    pub tail: i32,
    pub is_urged: bool,
    pub has_fix: bool,
    pub subject: Subject,
}

pub(super) fn view(lens: &Lens<'_>, teller: Teller<'_>) -> View {
    let scenario = lens.scenario();
    let rows = scenario.book.disclosure.cases.iter();
    let cases = rows.filter_map(|row| Some(case(lens, teller, row, &sight::known(lens, row.id)?)));
    let cases: Vec<CaseView> = cases.collect();
    let regions = scenario.regions.iter().filter(|_| !cases.is_empty());
    let chills = regions
        .filter(|region| sight::sees_chill(lens, region.id))
        .map(|region| {
            let chill = lens.book().disclosure.chill[region.id.index()];
            let subject = Subject::Row(Ledger::Disclosure, REGIONS.saturating_add(region.id.0), 0);
            (region.name.clone(), chill, subject)
        })
        .collect();
    View { cases, chills }
}

fn case(lens: &Lens<'_>, teller: Teller<'_>, row: &disclosure::Case, known: &Case) -> CaseView {
    let say = |key: &str| teller.words.say(key);
    let light = |letter: char, key: &str, since: Option<u16>| Light {
        letter,
        name: say(key),
        since,
    };
    let lights = vec![
        light('P', "disclosure-light-public", known.public),
        light('X', "disclosure-light-exploit", known.exploit),
        light('A', "disclosure-light-attacks", known.attacked),
    ];
    let is_party = known
        .parties
        .iter()
        .any(|party| lens.is_own_actor(party.actor));
    let about = if is_party {
        row.about.clone()
    } else {
        SafeText::empty()
    };
    let parties = known
        .parties
        .iter()
        .map(|party| self::party(lens, teller, row, party));
    // Of a zone out of sight not even the name is shown.
    let runs = row.runs.iter().enumerate();
    let runs = runs.filter(|(_, runs)| sight::sees_zone(lens, runs.zone));
    let runs = runs.map(|(place, runs)| RunsView {
        zone: runs.zone,
        name: teller.zone(runs.zone).clone(),
        deployed: Some(known.deployed[place]),
        tail: runs.tail.saturating_add(known.wary).min(1000),
        is_urged: known.urged[place] > 0 && known.urged[place] >= lens.turn(),
        has_fix: known.has_shipped(runs.vendor),
        subject: Subject::Row(
            Ledger::Disclosure,
            row.id.0,
            u16::try_from(place).unwrap_or(u16::MAX),
        ),
    });
    let due = known
        .due
        .map(|(at, region)| (at, scenario_region(lens, region)));
    CaseView {
        case: row.id,
        title: row.title.clone(),
        about,
        product: row.product.clone(),
        severity: row.severity,
        lights,
        embargo: words::embargo(teller, known.embargo),
        embargo_is_in_force: known.embargo.is_in_force(),
        embargo_until: sight::end_of(known.embargo),
        parties: parties.collect(),
        runs: runs.collect(),
        due: due.filter(|_| !known.law_missed),
        notes: notes(teller, row, known),
    }
}

fn scenario_region(lens: &Lens<'_>, region: crate::model::RegionId) -> SafeText {
    lens.scenario().regions[region.index()].name.clone()
}

fn party(lens: &Lens<'_>, teller: Teller<'_>, row: &disclosure::Case, party: &Party) -> PartyView {
    let vendor = row
        .vendors
        .iter()
        .find(|vendor| vendor.actor == party.actor);
    let is_own = lens.is_own_actor(party.actor);
    let letters = match (vendor, party.shipped, party.ready) {
        (None, ..) => "disclosure-letters-v",
        (Some(_), Some(_), _) => "disclosure-letters-shipped",
        (Some(_), None, Some(_)) => "disclosure-letters-ready",
        (Some(_), None, None) => "disclosure-letters-aware",
    };
    let shown = match (vendor, party.shipped, party.ready, party.report) {
        (None, ..) => "disclosure-knows",
        (Some(_), Some(_), ..) => "disclosure-shipped",
        (Some(_), None, Some(_), _) if party.tested => "disclosure-tested",
        (Some(_), None, Some(_), _) => "disclosure-ready",
        (Some(_), None, None, Report::Accepted | Report::Closed) => "disclosure-accepted",
        (Some(_), None, None, Report::Deferred) => "disclosure-deferred",
        (Some(_), None, None, Report::Received) => "disclosure-received",
    };
    let stance = match party.stance {
        Stance::Outside => None,
        Stance::Asked => Some("disclosure-stance-asked"),
        Stance::Partner => Some("disclosure-stance-partner"),
        Stance::Reviewing => Some("disclosure-stance-reviewing"),
        Stance::Objecting => Some("disclosure-stance-objecting"),
        Stance::Declined => Some("disclosure-stance-declined"),
        Stance::Left => Some("disclosure-stance-left"),
    };
    PartyView {
        actor: party.actor,
        name: teller.actor(party.actor).clone(),
        role: words::role(teller, row, party.actor),
        is_own,
        is_vendor: vendor.is_some(),
        letters: teller.words.say(letters),
        shown: teller.words.say(shown),
        stance: stance.map_or_else(SafeText::empty, |key| teller.words.say(key)),
        is_ready: party.ready.is_some(),
        has_shipped: party.shipped.is_some(),
        work: (is_own && vendor.is_some() && party.ready.is_none())
            .then_some((party.work, row.work)),
    }
}

fn notes(teller: Teller<'_>, row: &disclosure::Case, known: &Case) -> Vec<SafeText> {
    let finder = [("actor", teller.actor(row.finder).into())];
    let mut notes = Vec::new();
    let mut note = |is: bool, key: &str| {
        if is {
            notes.push(teller.words.fill(key, &finder));
        }
    };
    note(known.leaked, "disclosure-note-leaked");
    note(known.mitigated, "disclosure-note-mitigated");
    note(known.wary > 0, "disclosure-note-wary");
    note(known.credited, "disclosure-note-credited");
    note(
        known.public.is_some() && !known.credited,
        "disclosure-note-uncredited",
    );
    note(known.law_missed, "disclosure-note-law-missed");
    note(known.broken > 0, "disclosure-note-broken");
    notes
}

/// The numbers for the panel: how far fixes are deployed, how much less is reported, how strong the coalition is.
pub(super) fn rows(lens: &Lens<'_>, teller: Teller<'_>) -> Vec<Row> {
    let shown = view(lens, teller);
    let mut rows = Vec::new();
    for case in &shown.cases {
        for runs in case.runs.iter().filter(|runs| runs.has_fix) {
            let Some(deployed) = runs.deployed else {
                continue;
            };
            let args = [
                ("case", (&case.title).into()),
                ("zone", (&runs.name).into()),
            ];
            rows.push(Row {
                subject: runs.subject,
                label: teller.words.fill("disclosure-row-deployed", &args),
                shown: percent(teller, deployed),
                bar: Some((deployed, deployed, 1000)),
            });
        }
    }
    for (region, chill, subject) in &shown.chills {
        if *chill > 0 {
            rows.push(Row {
                subject: *subject,
                label: teller
                    .words
                    .fill("disclosure-row-chill", &[("region", region.into())]),
                shown: percent(teller, *chill),
                bar: Some((*chill, *chill, 1000)),
            });
        }
    }
    let strength = lens.book().disclosure.strength(lens.scenario());
    if strength > 0 && !shown.cases.is_empty() {
        rows.push(Row {
            subject: Subject::Row(Ledger::Disclosure, COALITION, 0),
            label: teller.words.say("disclosure-row-coalition"),
            shown: SafeText::line(&strength.to_string()),
            bar: None,
        });
    }
    rows
}

fn percent(teller: Teller<'_>, per_mille: i32) -> SafeText {
    teller.words.fill(
        "disclosure-percent",
        &[("percent", (per_mille / 10).into())],
    )
}
