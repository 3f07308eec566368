//! What is in the world for mandates, and how events change it.

use crate::engine::ledger::mandate::Event;
use crate::engine::ledger::mandate::ransom::Ransoms;
use crate::model::ActorId;
use crate::model::ledger::mandate::Line;
use crate::model::ledger::mandate::Role;

/// What is in the world for it.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::engine) struct State {
    /// Per actor.
    pub(super) houses: Vec<HouseState>,
    /// Per pre-authorisation.
    pub(super) permits: Vec<Leave>,
    /// Response teams whose ministry has come in, and how well it was briefed.
    pub(super) handed: Vec<(ActorId, i32)>,
    /// Per demand for ransom, and what ministries have said of payments.
    pub(super) ransoms: Ransoms,
}

/// An organisation.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct HouseState {
    /// The author gave it a row.
    pub(super) has_row: bool,
    pub(super) independence: i32,
    pub(super) line: Line,
    pub(super) on_hold: bool,
    pub(super) designated: bool,
    pub(super) signed: bool,
    pub(super) breaches: u16,
    pub(super) papers: u16,
    pub(super) last_paper: Option<u16>,
    /// Who asks it to become something beside what it is.
    pub(super) asked: Option<(ActorId, Role)>,
    pub(super) drifted: bool,
    pub(super) contradictions: u16,
}

/// Where a pre-authorisation stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Leave {
    Missing,
    /// `grants` nobody knows before the time has come.
    Asked {
        until: u16,
        grants: bool,
    },
    /// Asked of somebody at the table.
    Waiting,
    Granted,
    Refused,
}

impl State {
    pub(super) fn has_handed(&self, cert: ActorId) -> bool {
        self.handed.iter().any(|(of, _)| *of == cert)
    }

    pub(super) fn fold(&mut self, event: &Event, turn: u16) {
        match *event {
            Event::PermitAsked {
                permit,
                until,
                grants,
            } => {
                self.permits[permit.index()] = match until {
                    Some(until) => Leave::Asked { until, grants },
                    None => Leave::Waiting,
                };
            }
            Event::PermitGranted { permit } => self.permits[permit.index()] = Leave::Granted,
            Event::PermitRefused { permit } => self.permits[permit.index()] = Leave::Refused,
            Event::PermitRevoked { permit } => self.permits[permit.index()] = Leave::Missing,
            Event::IndependenceMoved { actor, now, .. } => {
                self.houses[actor.index()].independence = now;
            }
            Event::LineMoved { actor, line } => self.houses[actor.index()].line = line,
            Event::HeldUp { cert, on, .. } => self.houses[cert.index()].on_hold = on,
            Event::Designated { actor } => self.houses[actor.index()].designated = true,
            Event::Signed { actor } => self.houses[actor.index()].signed = true,
            Event::CharterBroken { actor } => {
                let breaches = &mut self.houses[actor.index()].breaches;
                *breaches = breaches.saturating_add(1);
            }
            Event::RoleAsked { cert, by, role } => {
                self.houses[cert.index()].asked = Some((by, role));
            }
            Event::RoleAnswered { cert, accepted, .. } => {
                let house = &mut self.houses[cert.index()];
                house.asked = None;
                house.drifted |= accepted;
            }
            Event::HandedOver { cert, briefed, .. } => {
                self.handed.push((cert, briefed));
            }
            Event::Contradicted { actor, .. } => {
                let count = &mut self.houses[actor.index()].contradictions;
                *count = count.saturating_add(1);
            }
            Event::Ransom(ref event) => self.ransoms.fold(event, turn),
            Event::PaperPublished { actor } => {
                let house = &mut self.houses[actor.index()];
                house.papers = house.papers.saturating_add(1);
                house.last_paper = Some(turn);
            }
        }
    }
}
