//! Attribution: who did it: what the evidence says, and how far the national procedure has come.
//!
//! Two dials stand side by side and are never one: what the evidence says, computed from the facts an actor holds, and what
//! politics decides. Levels need evidence of their own, and words are fixed: low, moderate, high. The idea is that of the
//! texts on national procedures: request, agencies' input, a confidence paper, legal review, a decision; and a choice among
//! naming in public, condemning without a name, a private démarche and deferring. Nothing follows from it by itself.

use crate::model::ActorId;
use crate::model::FactId;
use crate::model::HypothesisId;
use crate::model::effect::Amount;
use crate::model::ledger::shape::effects;
use crate::model::ledger::shape::parameters;
use crate::model::ledger::shape::reads;
use crate::model::ledger::shape::words;
use crate::model::norm::Norm;
use crate::text::SafeText;

words! {
    /// What a hypothesis is about. Each level needs evidence of its own.
    pub enum Level {
        /// The same tools and infrastructure: an activity without a face.
        Cluster,
        /// A group or persona.
        Group,
        /// A state's responsibility: its organ, or its direction and control.
        State,
    }
}

words! {
    /// What somebody calls a group; labels overlap and are uncertain.
    pub enum Label {
        Hacktivist,
        Criminal,
        State,
        Unclear,
    }
}

words! {
    /// A state's policy on attribution. Not naming is a doctrine, not a deficit.
    pub enum Doctrine {
        /// There is none: nothing can be named until one is adopted.
        Missing,
        /// Names in public when its procedure says so.
        Names,
        /// Speaks together with others, and seldom alone.
        Together,
        /// Does not name; writes and talks in private.
        Reserves,
    }
}

words! {
    /// A gate of the national procedure.
    pub enum Gate {
        /// Somebody asks for an attribution.
        Request,
        /// Agencies say what they know: the CERT among them.
        Input,
        /// The paper on confidence.
        Paper,
        /// Legal review.
        Legal,
        /// The political decision.
        Decision,
    }
}

words! {
    /// How a CERT contributes to an attribution.
    pub enum Contribution {
        /// In public, under its own name.
        Public,
        /// In confidence, to its own ministry.
        Confidential,
        /// To a panel of peers, who review it.
        Panel,
        /// Not at all.
        Nothing,
    }
}

words! {
    /// The fixed words of confidence.
    pub enum Certainty {
        Low,
        Moderate,
        High,
    }
}

/// One answer to who did it.
#[derive(Clone, Debug)]
pub struct Hypothesis {
    pub id: HypothesisId,
    pub name: SafeText,
    pub about: SafeText,
    pub level: Level,
    /// Who is accused if it is named; nobody for an accident or a crew without a country.
    pub accused: Option<ActorId>,
    /// The lower level it stands on: it is never more certain than that.
    pub builds_on: Option<HypothesisId>,
    /// How it really is. No seat ever sees this before `EndEx`.
    pub is_true: bool,
    /// What the debrief says about it.
    pub reality: SafeText,
    /// Everybody knows of it from the start; otherwise only who holds evidence on it, and everybody once it is named.
    pub is_open: bool,
    /// Norms that can be cited, each with the fact that supports it.
    pub norms: Vec<(Norm, FactId)>,
    /// What others call who is behind it, and what they take it for.
    pub aliases: Vec<(SafeText, Label)>,
}

/// What a fact says about a hypothesis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Evidence {
    pub fact: FactId,
    pub hypothesis: HypothesisId,
    /// Points for it, or against it if negative, once verified.
    pub weight: i32,
    /// Laid as a false trail: once an analysis finds the fact false, it speaks the other way.
    pub planted: bool,
}

/// One gate of a state's procedure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    pub gate: Gate,
    pub owner: ActorId,
    pub hours: i32,
    /// Turns an owner without a seat takes.
    pub turns: u16,
}

/// A state's procedure.
#[derive(Clone, Debug, PartialEq)]
pub struct Procedure {
    /// The ministry that coordinates it and speaks for it.
    pub of: ActorId,
    pub doctrine: Doctrine,
    /// Its gates that are not as usual.
    pub steps: Vec<Step>,
}

parameters! {
    /// How it starts and moves.
    pub struct Rules {
        numbers {
            /// The confidence anybody begins with: a suspicion.
            prior: 10, 0 to 100, "points";
            /// Of a fact's weight, how much counts while nobody has verified it.
            unverified: 500, 0 to 1000, "per mille";
            /// Of a fact's weight, how much counts in a version without its source.
            sourceless: 700, 0 to 1000, "per mille";
            /// Of a planted fact's weight, how much speaks the other way once it is found false.
            unplanted: 500, 0 to 1000, "per mille";
            /// Of what has been published on a hypothesis, how much counts for everybody.
            public_share: 400, 0 to 1000, "per mille";
            /// Points of evidence from which on confidence is moderate.
            moderate: 40, 1 to 100, "points";
            /// Points of evidence from which on confidence is high.
            high: 75, 1 to 100, "points";
            /// The soonest a release is answered, in exercise time.
            release_from: 24, 0 to 1000, "hours";
            /// The latest a release is answered, in exercise time.
            release_to: 72, 0 to 1000, "hours";
            /// Base odds that a release is granted.
            release_odds: 300, 0 to 1000, "per mille";
            /// Odds added for each point of the source's trust in who asks.
            release_trust: 6, 0 to 100, "per mille";
            /// Hours to ask for a release.
            release_hours: 1, 0 to 100, "hours";
            /// Hours of the request that opens a procedure.
            request_hours: 1, 0 to 100, "hours";
            /// Hours of the agencies' input, the first gate.
            input_hours: 2, 0 to 100, "hours";
            /// Hours to contribute through a panel of peers.
            panel_hours: 4, 0 to 100, "hours";
            /// Hours of the confidence paper, the second gate.
            paper_hours: 3, 0 to 100, "hours";
            /// Hours of the legal review, the third gate.
            legal_hours: 2, 0 to 100, "hours";
            /// Hours of the decision itself: to name, condemn, write or defer.
            decision_hours: 1, 0 to 100, "hours";
            /// Hours to brief allies.
            brief_hours: 2, 0 to 100, "hours";
            /// Hours to adopt a doctrine, or a threshold of one's own.
            doctrine_hours: 4, 0 to 100, "hours";
            /// Hours to preserve a fact as evidence.
            preserve_hours: 3, 0 to 100, "hours";
            /// Hours to publish a report on who did it.
            report_hours: 3, 0 to 100, "hours";
            /// Hours to go to court.
            court_hours: 4, 0 to 100, "hours";
            /// Political capital to adopt a doctrine.
            doctrine_capital: 2, 0 to 100, "capital";
            /// Political capital to skip a gate.
            skip_capital: 1, 0 to 100, "capital";
            /// Political capital to name in public.
            name_capital: 3, 0 to 100, "capital";
            /// Political capital to condemn without a name.
            unnamed_capital: 1, 0 to 100, "capital";
            /// Political capital to write to the accused in private.
            demarche_capital: 1, 0 to 100, "capital";
            /// Political capital to defer where much is public.
            defer_capital: 1, 0 to 100, "capital";
            /// What others believe a state's word is worth at the start.
            credence: 60, 0 to 100, "points";
            /// Credence lost for each gate skipped.
            skip_cost: 3, 0 to 100, "points";
            /// Credence lost for each norm cited that the evidence does not support; twice that without legal review.
            citation_cost: 6, 0 to 100, "points";
            /// Credence lost for having nothing to show when asked for proof.
            proof_cost: 12, 0 to 100, "points";
            /// Credence lost for acting against one's own doctrine or threshold.
            doctrine_cost: 6, 0 to 100, "points";
            /// Credence gained when a complete procedure ends in what the evidence supports.
            procedure_gain: 4, 0 to 100, "points";
            /// Trust lost with allies who read it in the newspaper.
            surprise: 6, 0 to 100, "points";
            /// Trust gained with allies who were briefed.
            briefed: 2, 0 to 100, "points";
            /// Trust the accused loses in who names it.
            anger: 18, 0 to 100, "points";
            /// Trust the accused loses in who writes to it in private.
            displeasure: 4, 0 to 100, "points";
            /// Trust that others gain in who condemns without a name.
            shared_line: 2, 0 to 100, "points";
            /// Trust that teams of other regions lose in a CERT that contributes in public.
            peer_cost: 6, 0 to 100, "points";
            /// Trust a ministry loses in a CERT that contributes nothing, unless that is the CERT's own threshold.
            refusal_cost: 4, 0 to 100, "points";
            /// Turns until the accused answers.
            answer_after: 1, 1 to 100, "turns";
            /// Turns after which being named may deter.
            deter_after: 2, 1 to 100, "turns";
            /// Odds that being named deters, for two turns.
            deter: 120, 0 to 1000, "per mille";
            /// The rate of spread while it does.
            deterred: 850, 0 to 1000, "per mille";
            /// Odds, each turn, that a wrong attribution comes to light.
            found_wrong: 80, 0 to 1000, "per mille";
            /// Credence lost when it does.
            found_cost: 30, 0 to 100, "points";
            /// Trust lost when it does.
            found_trust: 8, 0 to 100, "points";
            /// Turns after which what is not preserved has been written over by the restoration.
            preserve_within: 3, 1 to 1000, "turns";
            /// Preserved facts that a court wants.
            court_needs: 2, 1 to 100, "facts";
            /// Turns that a court takes.
            court_turns: 4, 1 to 1000, "turns";
            /// Odds that it finds so, for each preserved fact.
            court_odds: 200, 0 to 1000, "per mille";
            /// Trust that operators abroad lose in a firm that reports on an actor of their region.
            report_cost: 5, 0 to 100, "points";
            /// Trust that peers at home gain in such a firm.
            report_gain: 2, 0 to 100, "points";
            /// Political capital lost by a state whose open procedure is overtaken by a public report.
            overtaken: 1, 0 to 100, "capital";
        }
        rows {
            /// The answers somebody could give to who did it; without any there is nothing to do in this ledger.
            hypotheses: Vec<Hypothesis>,
            evidence: Vec<Evidence>,
            /// What is not as usual in a state's procedure.
            procedures: Vec<Procedure>,
        }
    }
}

effects! {
    /// What an author asks of it.
    pub enum Effect {
        /// Moves what an actor makes of a hypothesis beyond the facts it holds, in points.
        MoveConfidence "move_confidence" { actor: ActorId, hypothesis: HypothesisId, by: Amount },
        /// A temptation: certainty at once, bought at the price of human rights (norm e); each turn it may come to light, with
        /// these odds in per mille.
        BuyCertainty "buy_certainty" { actor: ActorId, hypothesis: HypothesisId, by: Amount, leaks: i32 },
        /// Moves what the public knows that speaks for a hypothesis, from 0 to 100.
        MovePublicEvidence "move_public_evidence" { hypothesis: HypothesisId, by: Amount },
        /// Moves what others believe a state's word is worth, from 0 to 100.
        MoveCredence "move_credence" { actor: ActorId, by: Amount },
        /// A state adopts a doctrine on attribution.
        AdoptDoctrine "adopt_doctrine" { actor: ActorId, doctrine: Doctrine },
        /// A state's procedure begins on a hypothesis.
        OpenProcedure "open_procedure" { actor: ActorId, hypothesis: HypothesisId },
        /// A gate of a state's procedure is passed.
        PassGate "pass_gate" { actor: ActorId, gate: Gate },
        /// A fact is released to an actor for public use.
        GrantRelease "grant_release" { actor: ActorId, fact: FactId },
        /// An actor secures a fact with its chain of custody.
        PreserveFact "preserve_fact" { actor: ActorId, fact: FactId },
        /// Somebody, an ally say, names a hypothesis in public.
        AttributePublicly "attribute_publicly" { actor: ActorId, hypothesis: HypothesisId },
    }
}

reads! {
    /// What expressions read of it.
    pub enum Read {
        /// `confidence.ACTOR.HYPOTHESIS`: what the facts that it holds say, 0 to 100.
        Confidence "confidence" (ActorId, HypothesisId) -> Number,
        /// `showable.ACTOR.HYPOTHESIS`: the same of what it may show in public.
        Showable "showable" (ActorId, HypothesisId) -> Number,
        /// `public_evidence.HYPOTHESIS`: what the public knows that speaks for it, 0 to 100.
        PublicEvidence "public_evidence" (HypothesisId) -> Number,
        /// `attributed.HYPOTHESIS`: somebody has named it in public.
        Attributed "attributed" (HypothesisId) -> Truth,
        /// `attributed_by.ACTOR.HYPOTHESIS`: this actor has named it in public.
        AttributedBy "attributed_by" (ActorId, HypothesisId) -> Truth,
        /// `condemned_unnamed.ACTOR`: it condemned the act without a name.
        Condemned "condemned_unnamed" (ActorId) -> Truth,
        /// `demarched.ACTOR`: it wrote in private to whom it holds responsible.
        Demarched "demarched" (ActorId) -> Truth,
        /// `gates.ACTOR`: gates of its open procedure that are passed or skipped, 0 to 5.
        Gates "gates" (ActorId) -> Number,
        /// `has_doctrine.ACTOR`: it has adopted a doctrine on attribution.
        HasDoctrine "has_doctrine" (ActorId) -> Truth,
        /// `credence.ACTOR`: what others believe its word is worth, 0 to 100.
        Credence "credence" (ActorId) -> Number,
        /// `released.ACTOR.FACT`: it may use the fact in public.
        Released "released" (ActorId, FactId) -> Truth,
        /// `preserved.FACT`: somebody has secured it with its chain of custody.
        Preserved "preserved" (FactId) -> Truth,
        /// `court_ready.HYPOTHESIS`: enough is preserved for a court.
        CourtReady "court_ready" (HypothesisId) -> Truth,
        /// `found_wrong.ACTOR`: something it named was found wrong.
        FoundWrong "found_wrong" (ActorId) -> Truth,
    }
}

impl Rules {
    /// Hours a gate takes where nothing else is written.
    pub fn hours(&self, gate: Gate) -> i32 {
        match gate {
            Gate::Request => self.request_hours,
            Gate::Input => self.input_hours,
            Gate::Paper => self.paper_hours,
            Gate::Legal => self.legal_hours,
            Gate::Decision => self.decision_hours,
        }
    }

    /// The word for so many points.
    pub fn certainty(&self, points: i32) -> Certainty {
        match points {
            points if points >= self.high => Certainty::High,
            points if points >= self.moderate => Certainty::Moderate,
            _ => Certainty::Low,
        }
    }
}
