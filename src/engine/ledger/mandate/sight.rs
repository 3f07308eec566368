//! What a seat gets to see of mandates: its own house, those that answer to it, and what is public.

use serde::Serialize;

use crate::engine::ledger::book::News;
use crate::engine::ledger::book::Row;
use crate::engine::ledger::mandate::Event;
use crate::engine::ledger::mandate::Leave;
use crate::engine::ledger::mandate::ransom;
use crate::engine::ledger::mandate::ransom::DemandView;
use crate::engine::ledger::mandate::words;
use crate::engine::lens::Lens;
use crate::engine::state::State;
use crate::engine::tell::Teller;
use crate::engine::view::Subject;
use crate::model::ActorId;
use crate::model::PermitId;
use crate::model::SeatId;
use crate::model::ledger::Ledger;
use crate::model::ledger::mandate::Permit;
use crate::model::ledger::mandate::Read;
use crate::text::SafeText;

/// What a seat gets to see of it beside its rows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct View {
    /// Its own house, and those that answer to it.
    pub houses: Vec<HouseView>,
    /// The pre-authorisations it needs, and those it can give.
    pub permits: Vec<PermitView>,
    /// What binds it by its own declaration or its state's.
    pub policies: Vec<SafeText>,
    /// Who may sign the charter, and whether it has.
    pub charter: Vec<(ActorId, SafeText, bool)>,
    /// Demands for ransom it knows of.
    pub demands: Vec<DemandView>,
}

/// An organisation's mandate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HouseView {
    pub actor: ActorId,
    pub name: SafeText,
    pub kind: SafeText,
    /// Whom it reports to, and whom it answers to.
    pub line: SafeText,
    /// 0 to 100.
    pub independence: i32,
    /// How many must approve a public act.
    pub approvals: i32,
    pub on_hold: bool,
    pub designated: bool,
    /// What it is asked to become, and by whom; empty if nothing.
    pub asked: SafeText,
    /// How the handover to the ministry went; empty if there was none.
    pub handed: SafeText,
}

/// A pre-authorisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PermitView {
    pub permit: PermitId,
    pub holder: SeatId,
    pub name: SafeText,
    pub about: SafeText,
    pub by: SafeText,
    pub status: Status,
    pub shown: SafeText,
}

/// Where a pre-authorisation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Status {
    Granted,
    Asked,
    Missing,
    Refused,
}

impl<'a> Lens<'a> {
    /// What a pre-authorisation is called, and where it stands if it concerns one of these seats.
    pub fn permit(&self, permit: PermitId) -> (&'a SafeText, Status) {
        let row = &self.scenario().book.mandate.permits[permit.index()];
        let known = if is_concerned(self, permit) {
            status(self.book().mandate.permits[permit.index()])
        } else {
            Status::Missing
        };
        (&row.name, known)
    }
}

/// Whether the house is one's own, or answers to one.
fn is_near(lens: &Lens<'_>, actor: ActorId) -> bool {
    let mut houses = lens.scenario().book.mandate.houses.iter();
    lens.is_own_actor(actor)
        || houses.any(|house| {
            house.actor == actor && house.answers_to.is_some_and(|to| lens.is_own_actor(to))
        })
}

fn is_concerned(lens: &Lens<'_>, permit: PermitId) -> bool {
    let row = &lens.scenario().book.mandate.permits[permit.index()];
    lens.is_own(row.holder) || lens.is_own_actor(row.by)
}

fn handles(lens: &Lens<'_>, cert: ActorId) -> bool {
    let mut rows = lens.scenario().book.mandate.handovers.iter();
    lens.is_own_actor(cert) || rows.any(|row| row.cert == cert && lens.is_own_actor(row.ministry))
}

pub(super) fn may_read(lens: &Lens<'_>, read: Read) -> bool {
    match read {
        Read::Granted(permit) => is_concerned(lens, permit),
        Read::Independence(actor) | Read::OnHold(actor) | Read::Drifted(actor) => {
            is_near(lens, actor)
        }
        Read::Designated(actor) | Read::Signed(actor) | Read::Papers(actor) => lens.is_known(actor),
        Read::CharterBreaches(actor) | Read::Contradictions(actor) => lens.is_own_actor(actor),
        Read::HandedOver(cert) | Read::Briefing(cert) => handles(lens, cert),
        _ => ransom::may_read(lens, read),
    }
}

pub(super) fn may_see(lens: &Lens<'_>, event: &Event) -> bool {
    let signed = |actor: ActorId| lens.book().mandate.houses[actor.index()].signed;
    match *event {
        Event::PermitAsked { permit, .. }
        | Event::PermitGranted { permit }
        | Event::PermitRefused { permit }
        | Event::PermitRevoked { permit } => is_concerned(lens, permit),
        Event::IndependenceMoved { actor, .. } | Event::LineMoved { actor, .. } => {
            is_near(lens, actor)
        }
        Event::HeldUp { cert, by, .. } => {
            is_near(lens, cert) || by.is_some_and(|by| lens.is_own_actor(by))
        }
        Event::Designated { .. } | Event::Signed { .. } | Event::PaperPublished { .. } => true,
        Event::CharterBroken { actor } => lens.is_own_actor(actor) || lens.own_actors().any(signed),
        Event::RoleAsked { cert, by, .. } | Event::RoleAnswered { cert, by, .. } => {
            lens.is_own_actor(cert) || lens.is_own_actor(by)
        }
        Event::HandedOver { cert, ministry, .. } => {
            lens.is_own_actor(cert) || lens.is_own_actor(ministry)
        }
        Event::Contradicted { actor, .. } => lens.is_own_actor(actor),
        Event::Ransom(ref event) => ransom::may_see(lens, event),
    }
}

/// How the Reveal tells of it.
pub(super) fn news(event: &Event) -> News {
    let better = match *event {
        Event::IndependenceMoved { .. } => return News::Quiet,
        Event::PermitGranted { .. } | Event::Designated { .. } => Some(true),
        Event::PermitRefused { .. }
        | Event::PermitRevoked { .. }
        | Event::CharterBroken { .. }
        | Event::Contradicted { .. } => Some(false),
        Event::HeldUp { on, .. } => Some(!on),
        Event::Ransom(ref event) => ransom::is_better(event),
        _ => None,
    };
    News::Told { better }
}

fn status(leave: Leave) -> Status {
    match leave {
        Leave::Granted => Status::Granted,
        Leave::Asked { .. } | Leave::Waiting => Status::Asked,
        Leave::Missing => Status::Missing,
        Leave::Refused => Status::Refused,
    }
}

pub(super) fn view(lens: &Lens<'_>, teller: Teller<'_>) -> View {
    let scenario = lens.scenario();
    let rules = &scenario.book.mandate;
    let state = &lens.book().mandate;
    let houses = rules.houses.iter().filter(|row| is_near(lens, row.actor));
    let permits = rules
        .permits
        .iter()
        .filter(|row| is_concerned(lens, row.id));
    let binds = |actor: ActorId| {
        let mut own = lens.own_actors();
        own.any(|own| own == actor || scenario.actors[own.index()].acts_for == Some(actor))
    };
    let policies = rules.policies.iter().filter(|row| binds(row.actor));
    let signatory = |actor: &ActorId| {
        let signed = state.houses[actor.index()].signed;
        (*actor, teller.actor(*actor).clone(), signed)
    };
    View {
        houses: houses.map(|row| house(lens, teller, row)).collect(),
        permits: permits.map(|row| permit(lens, teller, row)).collect(),
        policies: policies.map(|row| row.text.clone()).collect(),
        charter: rules.charter.iter().map(signatory).collect(),
        demands: ransom::views(lens, teller),
    }
}

fn house(
    lens: &Lens<'_>,
    teller: Teller<'_>,
    row: &crate::model::ledger::mandate::House,
) -> HouseView {
    let state = &lens.book().mandate;
    let now = &state.houses[row.actor.index()];
    let say = teller.words;
    let line = match row.answers_to {
        Some(to) => say.fill(
            "mandate-line-answers",
            &[
                ("line", say.say(words::line_key(now.line)).into()),
                ("actor", teller.actor(to).into()),
            ],
        ),
        None => say.say(words::line_key(now.line)),
    };
    let asked = now.asked.filter(|_| lens.is_own_actor(row.actor));
    let asked = asked.map(|(by, role)| {
        let args = [
            ("actor", teller.actor(by).into()),
            ("role", say.say(words::role_key(role)).into()),
        ];
        say.fill("mandate-asked", &args)
    });
    let mut handed = state.handed.iter().filter(|_| handles(lens, row.actor));
    let handed = handed.find(|(cert, _)| *cert == row.actor);
    let handed =
        handed.map(|(_, briefed)| say.fill("mandate-handed", &[("briefed", (*briefed).into())]));
    HouseView {
        actor: row.actor,
        name: teller.actor(row.actor).clone(),
        kind: say.say(words::kind_key(row.kind)),
        line,
        independence: now.independence,
        approvals: row.approvals,
        on_hold: now.on_hold,
        designated: now.designated,
        asked: asked.unwrap_or_default(),
        handed: handed.unwrap_or_default(),
    }
}

fn permit(lens: &Lens<'_>, teller: Teller<'_>, row: &Permit) -> PermitView {
    let leave = lens.book().mandate.permits[row.id.index()];
    let by = teller.actor(row.by);
    let shown = match leave {
        Leave::Asked { until, .. } => teller
            .words
            .fill("mandate-permit-asked", &[("turn", until.into())]),
        Leave::Waiting => teller
            .words
            .fill("mandate-permit-waiting", &[("actor", by.into())]),
        Leave::Granted => teller.words.say("mandate-permit-granted"),
        Leave::Missing => teller.words.say("mandate-permit-missing"),
        Leave::Refused => teller.words.say("mandate-permit-refused"),
    };
    PermitView {
        permit: row.id,
        holder: row.holder,
        name: row.name.clone(),
        about: row.about.clone(),
        by: by.clone(),
        status: status(leave),
        shown,
    }
}

pub(super) fn rows(lens: &Lens<'_>, teller: Teller<'_>) -> Vec<Row> {
    let state = &lens.book().mandate;
    let mut rows = Vec::new();
    for house in &lens.scenario().book.mandate.houses {
        let actor = house.actor;
        if !is_near(lens, actor) {
            continue;
        }
        let now = &state.houses[actor.index()];
        let number = |column: u16, value: i32, bar| Row {
            subject: Subject::Row(Ledger::Mandate, actor.0, column),
            label: words::row_name(teller, actor.0, column),
            shown: SafeText::line(&value.to_string()),
            bar,
        };
        let independence = now.independence;
        let bar = Some((independence, independence, 100));
        rows.push(number(0, independence, bar));
        if lens.is_own_actor(actor) && now.contradictions > 0 {
            rows.push(number(1, i32::from(now.contradictions), None));
        }
    }
    for &(cert, briefed) in state.handed.iter().filter(|(cert, _)| handles(lens, *cert)) {
        rows.push(Row {
            subject: Subject::Row(Ledger::Mandate, cert.0, 2),
            label: words::row_name(teller, cert.0, 2),
            shown: SafeText::line(&briefed.to_string()),
            bar: Some((briefed, briefed, 100)),
        });
    }
    rows
}

/// One's own house and what is public is known; whether an approval comes is hoped for.
pub(super) fn imagine(lens: &Lens<'_>, state: &mut State) {
    let rules = &lens.scenario().book.mandate;
    let known = &lens.book().mandate;
    let imagined = &mut state.world_mut().book.mandate;
    for actor in lens.actors().map(|actor| actor.id) {
        let (now, house) = (
            &known.houses[actor.index()],
            &mut imagined.houses[actor.index()],
        );
        if lens.is_own_actor(actor) {
            *house = now.clone();
            continue;
        }
        if is_near(lens, actor) {
            house.independence = now.independence;
            house.line = now.line;
            house.on_hold = now.on_hold;
        }
        house.designated = now.designated;
        house.signed = now.signed;
        house.papers = now.papers;
        house.last_paper = now.last_paper;
    }
    for permit in rules
        .permits
        .iter()
        .filter(|row| is_concerned(lens, row.id))
    {
        imagined.permits[permit.id.index()] = match known.permits[permit.id.index()] {
            Leave::Asked { until, .. } => Leave::Asked {
                until,
                grants: true,
            },
            leave => leave,
        };
    }
    for &(cert, briefed) in known.handed.iter().filter(|(cert, _)| handles(lens, *cert)) {
        imagined.handed.push((cert, briefed));
    }
    ransom::imagine(lens, &known.ransoms, &mut imagined.ransoms);
}
