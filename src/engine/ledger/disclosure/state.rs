//! Where cases stand, and what happens to them.

use serde::Deserialize;
use serde::Serialize;

use crate::model::ActorId;
use crate::model::CaseId;
use crate::model::RegionId;
use crate::model::ZoneId;
use crate::model::ledger::disclosure;
use crate::model::ledger::shape::Few;
use crate::model::scenario::Scenario;
use crate::model::time::ExerciseTime;

/// What is in the world for it.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::engine) struct State {
    pub(in crate::engine) cases: Vec<Case>,
    /// Per actor.
    pub(in crate::engine) policies: Vec<bool>,
    pub(in crate::engine) gateways: Vec<bool>,
    pub(in crate::engine) pledged: Vec<bool>,
    pub(in crate::engine) members: Vec<bool>,
    /// Per region, how much less is reported there, in per mille.
    pub(in crate::engine) chill: Vec<i32>,
    /// Per region: reporters are promised that reporting brings no liability.
    pub(in crate::engine) harbours: Vec<bool>,
    /// Per law of the scenario: its region, and whether it is in force.
    pub(in crate::engine) law_regions: Vec<RegionId>,
    pub(in crate::engine) laws: Vec<bool>,
}

/// Where a case stands. **Invariant:** of its parties' V and F, its zones' D and its own P, X and A nothing ever goes back.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::engine) struct Case {
    /// The turn in which it was found.
    pub(in crate::engine) found: Option<u16>,
    /// Whoever knows of it, in the order in which they learned.
    pub(in crate::engine) parties: Vec<Party>,
    pub(in crate::engine) embargo: Embargo,
    /// The turns in which P, X and A came true.
    pub(in crate::engine) public: Option<u16>,
    pub(in crate::engine) exploit: Option<u16>,
    pub(in crate::engine) attacked: Option<u16>,
    /// An adversary uses it, seen or not.
    pub(in crate::engine) preyed: bool,
    /// A broker bought it.
    pub(in crate::engine) sold: bool,
    pub(in crate::engine) leaked: bool,
    /// When the report is due that a law asks for, and in which region.
    pub(in crate::engine) due: Option<(ExerciseTime, RegionId)>,
    pub(in crate::engine) law_missed: bool,
    /// Per zone that runs the product: how many have deployed a fix, in per mille; and until which turn it is urged.
    pub(in crate::engine) zones: Vec<ZoneId>,
    pub(in crate::engine) deployed: Vec<i32>,
    pub(in crate::engine) urged: Vec<u16>,
    /// More never deploy, in per mille, and nobody does before this turn is over: a fix broke something.
    pub(in crate::engine) wary: i32,
    pub(in crate::engine) paused: u16,
    pub(in crate::engine) mitigated: bool,
    pub(in crate::engine) credited: bool,
    /// It has been noticed that the finder was not credited.
    pub(in crate::engine) slighted: bool,
    pub(in crate::engine) threat_reported: bool,
    /// How often an embargo was broken without a word.
    pub(in crate::engine) broken: u16,
}

/// Somebody who knows of a flaw (V).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::engine) struct Party {
    pub(in crate::engine) actor: ActorId,
    /// It learned before the flaw was public.
    pub(in crate::engine) forewarned: bool,
    pub(in crate::engine) report: Report,
    /// Units of work done at a fix.
    pub(in crate::engine) work: i32,
    /// The turn in which its fix was ready (F).
    pub(in crate::engine) ready: Option<u16>,
    pub(in crate::engine) tested: bool,
    pub(in crate::engine) shipped: Option<u16>,
    /// A small vendor that somebody helps.
    pub(in crate::engine) helped: bool,
    pub(in crate::engine) stance: Stance,
    /// The turn in which it last told its partners what it does.
    pub(in crate::engine) told: Option<u16>,
    /// Its partners know that its fix is ready.
    pub(in crate::engine) said: bool,
    /// The places of the parties that know that it knows.
    pub(in crate::engine) seen_by: Few,
}

/// Where a report stands with who received it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Report {
    #[default]
    Received,
    /// Checked, and worked at.
    Accepted,
    /// It will wait.
    Deferred,
    /// Shipped.
    Closed,
}

/// What somebody has to do with an embargo.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stance {
    /// It was not asked.
    #[default]
    Outside,
    Asked,
    Partner,
    /// A partner that is asked about a new end.
    Reviewing,
    /// A partner that does not want the new end.
    Objecting,
    Declined,
    Left,
}

impl Stance {
    /// Whether it is bound by an embargo that is in force.
    pub(in crate::engine) fn is_partner(self) -> bool {
        matches!(
            self,
            Stance::Partner | Stance::Reviewing | Stance::Objecting
        )
    }
}

/// Where an embargo stands. What is in force obliges; what is proposed does not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Embargo {
    #[default]
    None,
    Proposed {
        by: ActorId,
        at: u16,
        until: u16,
    },
    Active {
        until: u16,
    },
    /// In force, while a new end is talked about.
    Revise {
        by: ActorId,
        at: u16,
        until: u16,
        new: u16,
    },
    Exited,
}

impl Embargo {
    pub(in crate::engine) fn is_in_force(self) -> bool {
        matches!(self, Embargo::Active { .. } | Embargo::Revise { .. })
    }
}

/// How a flaw became public.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum How {
    Advisory,
    Fix,
    ThreatReport,
    /// Its finder lost patience.
    Finder,
    Press,
    Leak,
    /// Attacks or an exploit gave it away.
    Attacks,
    /// As the author has it.
    Story,
}

/// Why an embargo ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum End {
    /// Its time had come.
    Term,
    /// Most vendors had a fix.
    Quorum,
    Public,
    Exploit,
    Attacks,
    /// Too few were left.
    Left,
    Story,
}

impl State {
    pub(super) fn start(scenario: &Scenario) -> Self {
        let rules = &scenario.book.disclosure;
        let listed = |list: &[ActorId]| {
            let actors = scenario.actors.iter();
            actors.map(|actor| list.contains(&actor.id)).collect()
        };
        let members: Vec<ActorId> = rules
            .coalition
            .iter()
            .filter(|member| member.joined)
            .map(|member| member.actor)
            .collect();
        Self {
            cases: rules.cases.iter().map(Case::start).collect(),
            policies: listed(&rules.policies),
            gateways: listed(&rules.gateways),
            pledged: vec![false; scenario.actors.len()],
            members: listed(&members),
            chill: vec![0; scenario.regions.len()],
            harbours: vec![false; scenario.regions.len()],
            law_regions: rules.laws.iter().map(|law| law.region).collect(),
            laws: rules.laws.iter().map(|law| law.in_force).collect(),
        }
    }

    pub(super) fn case(&self, case: CaseId) -> &Case {
        &self.cases[case.index()]
    }

    /// The law in force in a region.
    pub(super) fn law<'s>(
        &self,
        scenario: &'s Scenario,
        region: Option<RegionId>,
    ) -> Option<&'s disclosure::Law> {
        let laws = scenario.book.disclosure.laws.iter().zip(&self.laws);
        let mut found = laws.filter(|(law, in_force)| **in_force && Some(law.region) == region);
        found.next().map(|(law, _)| law)
    }

    /// The coalition's strength: its members' capacities together.
    pub(super) fn strength(&self, scenario: &Scenario) -> i32 {
        let members = scenario.book.disclosure.coalition.iter();
        members
            .filter(|member| self.members[member.actor.index()])
            .map(|member| member.capacity)
            .sum()
    }
}

impl Case {
    pub(super) fn start(row: &disclosure::Case) -> Self {
        Self {
            found: None,
            parties: Vec::new(),
            embargo: Embargo::None,
            public: None,
            exploit: None,
            attacked: None,
            preyed: false,
            sold: false,
            leaked: false,
            due: None,
            law_missed: false,
            zones: row.runs.iter().map(|runs| runs.zone).collect(),
            deployed: vec![0; row.runs.len()],
            urged: vec![0; row.runs.len()],
            wary: 0,
            paused: 0,
            mitigated: false,
            credited: false,
            slighted: false,
            threat_reported: false,
            broken: 0,
        }
    }

    pub(super) fn place(&self, actor: ActorId) -> Option<usize> {
        self.parties.iter().position(|party| party.actor == actor)
    }

    pub(super) fn party(&self, actor: ActorId) -> Option<&Party> {
        self.parties.iter().find(|party| party.actor == actor)
    }

    /// P, X or A: no new embargo begins, and one in force has no reason any more.
    pub(super) fn is_out(&self) -> bool {
        self.public.is_some() || self.exploit.is_some() || self.attacked.is_some()
    }

    pub(super) fn partners(&self) -> impl Iterator<Item = ActorId> + '_ {
        let parties = self.parties.iter();
        parties
            .filter(|party| party.stance.is_partner())
            .map(|party| party.actor)
    }

    pub(super) fn has_shipped(&self, vendor: ActorId) -> bool {
        self.party(vendor)
            .is_some_and(|party| party.shipped.is_some())
    }
}

impl Party {
    pub(super) fn new(actor: ActorId) -> Self {
        Self {
            actor,
            forewarned: false,
            report: Report::Received,
            work: 0,
            ready: None,
            tested: false,
            shipped: None,
            helped: false,
            stance: Stance::Outside,
            told: None,
            said: false,
            seen_by: Few::default(),
        }
    }
}
