//! Mandate: what an organisation may do of its own accord, whom it answers to, and what its state has declared.
//!
//! After the response team that had its authorisations ready (mechanics A20), states that decide in committees (A7), national
//! policies that name their priorities (A1), teams whose role drifts towards enforcement (A26), diplomats who come in late and
//! need a briefing (B12), the authorised team as a first responder (B18), and charters between teams (B29). Whether a victim may
//! pay a ransom, who advises it and who hears of it is a matter of mandate too. Without a section nobody needs leave for anything.

use crate::model::ActorId;
use crate::model::CommunityId;
use crate::model::ExprId;
use crate::model::FactId;
use crate::model::PermitId;
use crate::model::SeatId;
use crate::model::ZoneId;
use crate::model::effect::Amount;
use crate::model::effect::Effect as Any;
use crate::model::family::Family;
use crate::model::ledger::shape::effects;
use crate::model::ledger::shape::parameters;
use crate::model::ledger::shape::reads;
use crate::model::ledger::shape::words;
use crate::text::SafeText;

words! {
    /// What a pre-authorisation is for.
    pub enum Power {
        /// Asking owners to contain what is compromised.
        Contain,
        /// Publishing an advisory.
        Publish,
        /// Passing facts on to other regions.
        ShareAbroad,
        /// Telling those concerned what happened to them.
        Notify,
        /// Contributing to an attribution.
        Attribute,
    }
}

words! {
    /// What kind of response team an organisation is, if it is one.
    pub enum Type {
        /// The team of a state.
        National,
        /// The team of a sector, finance say.
        Sectoral,
        /// The team of universities, often the oldest of a country.
        Academic,
        /// The team of a firm, for its customers.
        Commercial,
        /// The team of a network provider.
        Provider,
        /// No response team.
        Office,
    }
}

impl Type {
    /// What the name on the letterhead adds to the odds that an owner acts on a request, in per mille. A network provider can
    /// pull the plug by itself, a state's team can make itself heard; a university's has to convince. Illustrative.
    pub fn authority(self) -> i32 {
        match self {
            Type::Provider => 80,
            Type::National => 50,
            Type::Sectoral => 30,
            Type::Commercial | Type::Office => 0,
            Type::Academic => -40,
        }
    }

    /// What it adds to the odds that somebody abroad tells it what it knows, in per mille: the oldest teams are those of
    /// universities, and nobody wonders whom they report to. Illustrative.
    pub fn reach(self) -> i32 {
        match self {
            Type::Academic => 80,
            Type::Sectoral => 30,
            Type::National | Type::Provider | Type::Office => 0,
            Type::Commercial => -50,
        }
    }
}

words! {
    /// Whom an organisation reports to.
    pub enum Line {
        /// To nobody but its own board: the most independent, and the slowest to be approved.
        Board,
        /// To a technical agency.
        Agency,
        /// To a ministry.
        Ministry,
        /// To an intelligence service: approvals are quick, and peers draw their conclusions.
        Service,
    }
}

words! {
    /// What a response team may be asked to become beside what it is.
    pub enum Role {
        /// To enforce rules on those who report to it.
        Enforce,
        /// To supervise them.
        Supervise,
        /// To collect for a service.
        Collect,
    }
}

words! {
    /// What a victim of extortion is advised.
    pub enum Advice {
        /// Not to pay, with reasons.
        Against,
        /// What is known of the tool, the law and the odds, and no recommendation.
        Facts,
        /// To go on talking and not to pay.
        Stall,
    }
}

words! {
    /// What a state says about ransoms.
    pub enum PayLine {
        /// None may be paid.
        Forbid,
        /// What is paid must be reported.
        Report,
    }
}

parameters! {
    /// What leave takes, and what it costs to act against what one has declared.
    pub struct Rules {
        numbers {
            /// Hours it takes to ask for a pre-authorisation.
            permit_hours: 1, 0 to 24, "hours";
            /// Odds that an act without its pre-authorisation is approved in the crisis.
            approval_odds: 800, 0 to 1000, "per mille";
            /// The most turns that one approval takes in the crisis; at least one.
            approval_turns: 2, 1 to 20, "turns";
            /// Odds that each further member of a committee takes a turn more.
            committee_odds: 350, 0 to 1000, "per mille";
            /// What an act that matches a declared priority costs less, in hours or else in capital.
            policy_gain: 1, 0 to 24, "hours";
            /// What others' trust loses when an act contradicts a declared policy.
            policy_cost: 3, 0 to 100, "points";
            /// Hours of an instruction, a handover, a signature and the like.
            paper_hours: 1, 0 to 24, "hours";
            /// Political capital of putting a hold on a response team.
            hold_capital: 1, 0 to 100, "capital";
            /// What a hold takes of the team's independence and of its trust in who ordered it.
            hold_cost: 6, 0 to 100, "points";
            /// What accepting a role takes of the trust of those who report to the team.
            drift_cost: 8, 0 to 100, "points";
            /// What refusing one takes of the trust of who asked.
            refusal_cost: 4, 0 to 100, "points";
            /// What a signatory's breach of the charter costs with each other signatory.
            charter_cost: 8, 0 to 100, "points";
            /// What a handover before its criteria are met costs in political capital.
            early_capital: 2, 0 to 100, "capital";
            /// What a paper on one's own process brings with everybody, two turns later.
            openness_gain: 2, 0 to 100, "points";
            /// Hours of advising a victim of extortion in writing.
            advice_hours: 1, 0 to 24, "hours";
            /// Hours of trying to restore a victim from what copies it has.
            restore_hours: 3, 0 to 24, "hours";
            /// Political capital of a state's line on ransoms.
            line_capital: 1, 0 to 100, "capital";
            /// What advice against paying takes off the odds in each turn that a victim pays; half of it if only facts are given.
            advice_weight: 160, 0 to 1000, "per mille";
            /// What a state that forbids payment takes off them.
            forbid_weight: 100, 0 to 1000, "per mille";
            /// What one that only asks for a report adds to them.
            report_weight: 50, 0 to 1000, "per mille";
            /// Odds that what is paid for works.
            works_odds: 600, 0 to 1000, "per mille";
            /// Odds that a payment is reported to who must hear of it.
            reported_odds: 800, 0 to 1000, "per mille";
            /// The same where payment is forbidden.
            hidden_odds: 150, 0 to 1000, "per mille";
            /// Odds that a second bill follows the first.
            again_odds: 300, 0 to 1000, "per mille";
            /// Turns until what was stolen may be published.
            leak_after: 3, 0 to 100, "turns";
            /// Odds in each turn after that.
            leak_odds: 350, 0 to 1000, "per mille";
            /// Latent harm that it does.
            leak_harm: 6, 0 to 1000, "points";
        }
        rows {
            /// Organisations whose mandate matters.
            houses: Vec<House>,
            /// What needs leave.
            permits: Vec<Permit>,
            /// What has been declared.
            policies: Vec<Policy>,
            /// Who may sign the charter of response teams; empty if there is none.
            charter: Vec<ActorId>,
            /// What lets a ministry come in: the criteria of escalation.
            handovers: Vec<Handover>,
            /// Who may be asked for a ransom.
            demands: Vec<Demand>,
        }
    }
}

/// A demand for ransom on one victim.
#[derive(Clone, Debug)]
pub struct Demand {
    pub victim: ActorId,
    /// The fact that says so: who holds it knows of the demand. Without one everybody does.
    pub fact: Option<FactId>,
    /// The turn it is made in; `None` if an effect makes it.
    pub opens: Option<u16>,
    /// Odds in each turn that the victim pays, before advice and what its state says.
    pub pays: i32,
    /// Odds that it can be restored from what copies there are.
    pub copies: i32,
    /// Where its systems are, and how many organisations run again once they are restored or paid for.
    pub zone: Option<ZoneId>,
    pub units: i32,
    /// Whose data was stolen.
    pub community: Option<CommunityId>,
    /// Who must hear of a payment.
    pub reports_to: Option<ActorId>,
    pub on_paid: Vec<Any>,
    pub on_leaked: Vec<Any>,
}

/// An organisation whose mandate matters.
#[derive(Clone, Debug)]
pub struct House {
    pub actor: ActorId,
    pub kind: Type,
    /// 0 to 100.
    pub independence: i32,
    /// Whom it answers to; that one may put it on hold.
    pub answers_to: Option<ActorId>,
    pub line: Line,
    /// How many must approve each public act: none for an agency that acts alone.
    pub approvals: i32,
    /// Designated and published as the authorised response team before the exercise.
    pub designated: bool,
}

/// A pre-authorisation.
#[derive(Clone, Debug)]
pub struct Permit {
    pub id: PermitId,
    pub name: SafeText,
    pub about: SafeText,
    /// Who needs it.
    pub holder: SeatId,
    pub power: Power,
    /// Who grants it.
    pub by: ActorId,
    /// It is in force when the exercise begins.
    pub granted: bool,
    /// Without it the act is refused and not only late.
    pub strict: bool,
}

/// What a state or organisation has declared about a family of acts.
#[derive(Clone, Debug)]
pub struct Policy {
    pub actor: ActorId,
    pub family: Family,
    /// For it, or against it.
    pub favours: bool,
    pub text: SafeText,
}

/// When a ministry comes in.
#[derive(Clone, Debug)]
pub struct Handover {
    pub cert: ActorId,
    pub ministry: ActorId,
    /// The criteria of escalation; without one it is the response team's call alone.
    pub condition: Option<ExprId>,
}

effects! {
    /// What an author asks of it.
    pub enum Effect {
        /// A pre-authorisation is granted.
        Grant "grant_permit" { permit: PermitId },
        /// A pre-authorisation is taken back.
        Revoke "revoke_permit" { permit: PermitId },
        /// Moves how independent an organisation is.
        Independence "move_independence" { actor: ActorId, by: Amount },
        /// Puts a response team on hold, or lifts the hold.
        HoldOrder "hold_order" { cert: ActorId, on: bool },
        /// A response team is asked to take on a role beside its own.
        AskRole "ask_role" { cert: ActorId, by: ActorId, role: Role },
        /// The ministry comes in now.
        HandOver "hand_over" { cert: ActorId },
        /// A victim is asked for a ransom.
        Demand "demand_ransom" { victim: ActorId },
        /// A victim pays its extortionists.
        PayRansom "pay_ransom" { victim: ActorId },
        /// A breach of the charter that its signatories get to see.
        BreakCharter "break_charter" { actor: ActorId },
    }
}

reads! {
    /// What expressions read of it.
    pub enum Read {
        /// `granted.PERMIT`: the pre-authorisation is in force.
        Granted "granted" (PermitId) -> Truth,
        /// `independence.ACTOR`: 0 to 100.
        Independence "independence" (ActorId) -> Number,
        /// `on_hold.ACTOR`: a hold order is in force.
        OnHold "on_hold" (ActorId) -> Truth,
        /// `designated.ACTOR`: it is designated and published as an authorised response team.
        Designated "designated" (ActorId) -> Truth,
        /// `charter.ACTOR`: it has signed the charter.
        Signed "charter" (ActorId) -> Truth,
        /// `charter_breaches.ACTOR`: how often it broke the charter it signed.
        CharterBreaches "charter_breaches" (ActorId) -> Number,
        /// `handed_over.ACTOR`: the ministry has come in on the response team's matter.
        HandedOver "handed_over" (ActorId) -> Truth,
        /// `briefing.ACTOR`: how well the ministry was briefed when it came in, 0 to 100.
        Briefing "briefing" (ActorId) -> Number,
        /// `drifted.ACTOR`: it has taken on a role beside its own.
        Drifted "drifted" (ActorId) -> Truth,
        /// `contradictions.ACTOR`: how often it has acted against its declared policy.
        Contradictions "contradictions" (ActorId) -> Number,
        /// `ransom_demanded.VICTIM`: it has been asked for a ransom.
        Demanded "ransom_demanded" (ActorId) -> Truth,
        /// `ransom_advised.VICTIM`: somebody advised it.
        Advised "ransom_advised" (ActorId) -> Truth,
        /// `ransom_paid.VICTIM`: it has paid.
        Paid "ransom_paid" (ActorId) -> Truth,
        /// `ransom_reported.VICTIM`: it has reported that.
        Reported "ransom_reported" (ActorId) -> Truth,
        /// `ransom_restored.VICTIM`: it runs again without having paid.
        Restored "ransom_restored" (ActorId) -> Truth,
        /// `ransom_leaked.VICTIM`: what was stolen from it has been published.
        Leaked "ransom_leaked" (ActorId) -> Truth,
        /// `ransom_line.ACTOR`: this ministry has said whether ransoms may be paid.
        Line "ransom_line" (ActorId) -> Truth,
        /// `papers.ACTOR`: how often it has published how it works.
        Papers "papers" (ActorId) -> Number,
    }
}
