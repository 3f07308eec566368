//! Disclosure: who knows of a flaw, and how it comes to be mended.
//!
//! A case is told in the terms of the Vultron protocol (CERT/CC): each vendor is aware of the flaw (V) and has a fix ready (F),
//! each zone that runs the product has deployed it (D); the flaw is public (P), an exploit is public (X), attacks are seen (A).
//! None of these ever goes back. An embargo holds among those who agreed to it; no new one begins once P, X or A.

use crate::model::ActorId;
use crate::model::CaseId;
use crate::model::DutyId;
use crate::model::FactId;
use crate::model::RegionId;
use crate::model::ZoneId;
use crate::model::ledger::shape::effects;
use crate::model::ledger::shape::parameters;
use crate::model::ledger::shape::reads;
use crate::model::ledger::shape::words;
use crate::model::time::Span;
use crate::text::SafeText;

parameters! {
    /// How it starts and moves.
    pub struct Rules {
        numbers {
            /// Chance that a flaw leaks in a turn, for each party that knows of it; an authority counts twice.
            leak: 6, 0 to 1000, "per mille a party and turn";
            /// Chance that an adversary finds a flaw that nobody has published by itself.
            finds: 5, 0 to 1000, "per mille a turn";
            /// The same once a broker has bought it.
            sold: 120, 0 to 1000, "per mille a turn";
            /// Chance that an exploit is published once a fix can be compared with what it mends; half of it after bare words.
            race: 250, 0 to 1000, "per mille a turn";
            /// Chance that attacks begin once the flaw is public.
            attacks: 120, 0 to 1000, "per mille a turn";
            /// The same once an exploit is public.
            attacks_exploit: 450, 0 to 1000, "per mille a turn";
            /// Chance that attacks that have begun are noticed; certain once an exploit is public.
            noticed: 350, 0 to 1000, "per mille a turn";
            /// Of the organisations that run the product unmended, how many attacks compromise, at the highest severity.
            hit: 60, 0 to 1000, "per mille a turn";
            /// What a published mitigation leaves of that: it is no fix.
            mitigated: 500, 0 to 1000, "per mille";
            /// What a mitigation leaves of the spread's own rate in the zones that run the product, for two turns.
            slowed: 700, 0 to 1000, "per mille";
            /// Of those who have not deployed a fix and ever will, how many do so in a turn.
            rollout: 220, 0 to 1000, "per mille a turn";
            /// Added to that while a zone is urged.
            urged: 200, 0 to 1000, "per mille a turn";
            /// Added to that for each point of the coalition's strength, where the vendor is in it: they warn together.
            joint: 8, 0 to 1000, "per mille a turn";
            /// Of the organisations that run the product, how many never deploy: embedded devices, end of life.
            tail: 150, 0 to 1000, "per mille";
            /// Work a large vendor does in one go at a fix.
            large: 4, 0 to 100, "units";
            /// Work a medium vendor does in one go at a fix.
            medium: 3, 0 to 100, "units";
            /// Work a small vendor does in one go at a fix: it has no team for this until it asks for help.
            small: 1, 0 to 100, "units";
            /// Added once a small vendor is helped, and for who ships on what the maintainer has ready.
            helped: 2, 0 to 100, "units";
            /// Chance that a fix that was not tested breaks something.
            regress: 300, 0 to 1000, "per mille";
            /// Chance that a fix that was tested breaks something.
            regress_tested: 40, 0 to 1000, "per mille";
            /// How many more never deploy after a fix that broke something.
            wary: 80, 0 to 1000, "per mille";
            /// The most that reporting falls in a region when the law has sent a report to the state; how much is drawn.
            chill: 120, 0 to 1000, "per mille";
            /// The most it recovers when a finder is credited, or safe harbour is promised; how much is drawn.
            thaw: 80, 0 to 1000, "per mille";
            /// Trust that an embargo broken without a word costs with every partner.
            breach_cost: 12, 0 to 100, "points";
            /// Trust that leaving one with a word costs.
            leave_cost: 2, 0 to 100, "points";
            /// Trust that credit earns with the finder; what it costs to owe it.
            credit: 6, 0 to 100, "points";
            /// Turns until silence on an embargo is read as a no.
            answers: 1, 0 to 100, "turns";
            /// Turns a finder waits for an answer before publishing; 0 for ever.
            patience: 8, 0 to 1000, "turns";
            /// Turns in which a case may stay without credit to its finder once it is public.
            owed: 2, 0 to 1000, "turns";
            /// Chance in each turn that a region copies a law of report-to-the-state-first that is in force elsewhere.
            copied: 60, 0 to 1000, "per mille a turn";
            /// Hours of telling somebody of a flaw, and of every word about an embargo.
            inform_hours: 1, 0 to 100, "hours";
            /// Hours of checking a report.
            validate_hours: 2, 0 to 100, "hours";
            /// Hours of one go at a fix.
            build_hours: 3, 0 to 100, "hours";
            /// Hours of testing it.
            test_hours: 2, 0 to 100, "hours";
            /// Hours of shipping it.
            ship_hours: 1, 0 to 100, "hours";
            /// Hours of an advisory, a mitigation, a threat report.
            publish_hours: 2, 0 to 100, "hours";
            /// Hours of urging operators to deploy.
            urge_hours: 1, 0 to 100, "hours";
            /// Hours of what is written once: a policy, a gateway, a pledge.
            prepare_hours: 2, 0 to 100, "hours";
        }
        rows {
            /// The flaws.
            cases: Vec<Case>,
            /// The regions whose law sends reports to the state, or may come to.
            laws: Vec<Law>,
            /// Who has published a policy for coordinated disclosure from the start.
            policies: Vec<ActorId>,
            /// Who has a lawful way to share across borders from the start.
            gateways: Vec<ActorId>,
            /// Who is in the industry's coalition or may join it, and what each can do.
            coalition: Vec<Member>,
        }
    }
}

words! {
    /// How much a vendor can do.
    pub enum Size {
        /// One or two people, often unpaid.
        Small,
        /// A team that also does other things.
        Medium,
        /// A team for nothing else.
        Large,
    }
}

words! {
    /// What a vendor has to do with the product.
    pub enum VendorRole {
        /// Keeps the component itself.
        Maintainer,
        /// Ships products that contain it.
        Downstream,
        /// Runs it for others, and deploys its own fix.
        Hosted,
    }
}

/// A flaw, with everybody it concerns.
#[derive(Clone, Debug)]
pub struct Case {
    pub id: CaseId,
    pub title: SafeText,
    /// What is known of it to who knows of it, a block of text.
    pub about: SafeText,
    pub product: SafeText,
    pub finder: ActorId,
    pub coordinator: Option<ActorId>,
    /// 1 to 10.
    pub severity: i32,
    /// Units of work in a fix.
    pub work: i32,
    /// The turn in whose Brief it is found; `None` if only an effect finds it.
    pub found: Option<u16>,
    /// Turns an embargo lasts if nobody says otherwise.
    pub embargo: u16,
    /// The report itself, where it is a fact that travels.
    pub fact: Option<FactId>,
    pub vendors: Vec<Vendor>,
    pub runs: Vec<Runs>,
    /// Reporting duties that tell their recipient of the flaw when they are met.
    pub duties: Vec<DutyId>,
}

/// A vendor in a case.
#[derive(Clone, Copy, Debug)]
pub struct Vendor {
    pub actor: ActorId,
    pub size: Size,
    pub role: VendorRole,
}

/// A zone that runs the product.
#[derive(Clone, Copy, Debug)]
pub struct Runs {
    pub zone: ZoneId,
    /// Of its organisations, how many run it, in per mille.
    pub share: i32,
    /// Of those, how many never deploy a fix, in per mille.
    pub tail: i32,
    /// Whose fix they wait for.
    pub vendor: ActorId,
}

/// A law by which a report goes to the state.
#[derive(Clone, Copy, Debug)]
pub struct Law {
    pub region: RegionId,
    /// Who receives it.
    pub state: ActorId,
    pub in_force: bool,
    /// From when a finder or a vendor of the region learns of it.
    pub within: Span,
    /// Chance that somebody without a seat keeps it, in per mille.
    pub complies: i32,
    /// The clock of a seat it binds.
    pub duty: Option<DutyId>,
}

/// A firm that is in the coalition or may join it.
#[derive(Clone, Copy, Debug)]
pub struct Member {
    pub actor: ActorId,
    /// What it brings, 1 to 10.
    pub capacity: i32,
    pub joined: bool,
}

effects! {
    /// What an author asks of it.
    pub enum Effect {
        /// The finder finds the flaw now, whatever turn it was to be.
        FindFlaw "find_flaw" { case: CaseId },
        /// An actor learns of the flaw.
        LearnOfCase "learn_of_case" { case: CaseId, who: ActorId },
        /// An actor proposes an embargo for so many turns.
        ProposeEmbargo "propose_embargo" { case: CaseId, by: ActorId, turns: i32 },
        /// The embargo ends.
        ExitEmbargo "exit_embargo" { case: CaseId },
        /// The flaw becomes public knowledge.
        PublishFlaw "publish_flaw" { case: CaseId },
        /// An exploit becomes public.
        PublishExploit "publish_exploit" { case: CaseId },
        /// Attacks are seen.
        AttackFlaw "attack_flaw" { case: CaseId },
        /// A vendor has a fix ready.
        ReadyFix "ready_fix" { case: CaseId, vendor: ActorId },
        /// A vendor ships its fix, which makes the flaw public.
        ShipFix "ship_fix" { case: CaseId, vendor: ActorId },
        /// So many per mille more of a zone's organisations deploy a fix that has been shipped.
        DeployFix "deploy_fix" { case: CaseId, zone: ZoneId, by: i32 },
        /// The flaw leaks to the press.
        LeakCase "leak_case" { case: CaseId },
        /// Reporting falls in a region by a drawn amount, up to so many per mille; a negative number lets it recover.
        ChillReports "chill_reports" { region: RegionId, most: i32 },
        /// A law of report-to-the-state-first comes into force in a region.
        AdoptLaw "adopt_law" { region: RegionId },
        /// A vendor publishes its policy for coordinated disclosure.
        PublishPolicy "publish_policy" { vendor: ActorId },
        /// An actor has a lawful way to share flaws across borders.
        OpenGateway "open_gateway" { actor: ActorId },
    }
}

reads! {
    /// What expressions read of it.
    pub enum Read {
        /// `disclosed.CASE`: the flaw is public knowledge (P).
        Disclosed "disclosed" (CaseId) -> Truth,
        /// `exploited.CASE`: an exploit is public (X).
        Exploited "exploited" (CaseId) -> Truth,
        /// `attacked.CASE`: attacks have been seen (A).
        Attacked "attacked" (CaseId) -> Truth,
        /// `embargo.CASE`: an embargo is in force.
        Embargo "embargo" (CaseId) -> Truth,
        /// `aware.CASE.ACTOR`: the actor knows of the flaw (V).
        Aware "aware" (CaseId, ActorId) -> Truth,
        /// `forewarned.CASE.ACTOR`: the actor knew of the flaw before it was public.
        Forewarned "forewarned" (CaseId, ActorId) -> Truth,
        /// `fix_ready.CASE.ACTOR`: the vendor has a fix ready (F).
        FixReady "fix_ready" (CaseId, ActorId) -> Truth,
        /// `fix_shipped.CASE.ACTOR`: the vendor has shipped it.
        FixShipped "fix_shipped" (CaseId, ActorId) -> Truth,
        /// `deployed.CASE.ZONE`: of the zone's organisations that run the product, how many are mended (D), per mille.
        Deployed "deployed" (CaseId, ZoneId) -> Number,
        /// `knowers.CASE`: how many parties know of it.
        Knowers "knowers" (CaseId) -> Number,
        /// `leaked.CASE`: it became public by a leak.
        Leaked "leaked" (CaseId) -> Truth,
        /// `embargo_broken.CASE`: how often an embargo was broken without a word.
        Broken "embargo_broken" (CaseId) -> Number,
        /// `law_missed.CASE`: the report that the law asks for did not come in time.
        LawMissed "law_missed" (CaseId) -> Truth,
        /// `credited.CASE`: the finder was credited.
        Credited "credited" (CaseId) -> Truth,
        /// `chill.REGION`: how much less is reported there, per mille.
        Chill "chill" (RegionId) -> Number,
        /// `state_first.REGION`: a law of report-to-the-state-first is in force there.
        StateFirst "state_first" (RegionId) -> Truth,
        /// `cvd_policy.ACTOR`: it has published a policy for coordinated disclosure.
        Policy "cvd_policy" (ActorId) -> Truth,
        /// `gateway.ACTOR`: it has a lawful way to share flaws across borders.
        Gateway "gateway" (ActorId) -> Truth,
        /// `coalition.ACTOR`: it is in the industry's coalition.
        Coalition "coalition" (ActorId) -> Truth,
        /// `pledged.ACTOR`: it has published that it does not weaponise its products.
        Pledged "pledged" (ActorId) -> Truth,
    }
}
