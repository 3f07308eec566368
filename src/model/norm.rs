//! The norms that acts uphold or strain.

use serde::Deserialize;
use serde::Serialize;

/// A norm of responsible behaviour.
///
/// `A` to `K` are the eleven voluntary norms of A/70/174 (2015), paragraph 13: they are addressed to **states**. The rest
/// are norms of the technical and business communities, which firms, CERTs and NGOs answer to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Norm {
    /// Cooperate for stability and security in the use of ICTs.
    A,
    /// Weigh all relevant information when an incident happens.
    B,
    /// Do not knowingly let your territory be used for wrongful acts.
    C,
    /// Consider how best to exchange information and assist in prosecution.
    D,
    /// Respect human rights online.
    E,
    /// Do not damage critical infrastructure that serves the public.
    F,
    /// Protect your own critical infrastructure.
    G,
    /// Respond to appropriate requests for help.
    H,
    /// Take reasonable steps for the integrity of the supply chain.
    I,
    /// Encourage responsible reporting of vulnerabilities and share remedies.
    J,
    /// Do not harm another state's authorised emergency response teams, nor misuse your own.
    K,
    /// Honour the label under which information was received.
    Tlp,
    /// Give credit to who found or helped.
    Credit,
    /// Disclose vulnerabilities in coordination.
    Disclosure,
    /// Do not hack back.
    NoHackBack,
    /// Inform those who are affected.
    Inform,
    /// Reason from evidence.
    Evidence,
}

impl Norm {
    /// Every norm, the eleven first.
    pub const ALL: [Norm; 17] = [
        Norm::A,
        Norm::B,
        Norm::C,
        Norm::D,
        Norm::E,
        Norm::F,
        Norm::G,
        Norm::H,
        Norm::I,
        Norm::J,
        Norm::K,
        Norm::Tlp,
        Norm::Credit,
        Norm::Disclosure,
        Norm::NoHackBack,
        Norm::Inform,
        Norm::Evidence,
    ];

    /// Whether the norm is one of the eleven that speak to states.
    pub fn speaks_to_states(self) -> bool {
        self <= Norm::K
    }

    /// The catalogue's key for it: `norm-a`, `norm-tlp`.
    pub fn key(self) -> &'static str {
        match self {
            Norm::A => "norm-a",
            Norm::B => "norm-b",
            Norm::C => "norm-c",
            Norm::D => "norm-d",
            Norm::E => "norm-e",
            Norm::F => "norm-f",
            Norm::G => "norm-g",
            Norm::H => "norm-h",
            Norm::I => "norm-i",
            Norm::J => "norm-j",
            Norm::K => "norm-k",
            Norm::Tlp => "norm-tlp",
            Norm::Credit => "norm-credit",
            Norm::Disclosure => "norm-disclosure",
            Norm::NoHackBack => "norm-no-hack-back",
            Norm::Inform => "norm-inform",
            Norm::Evidence => "norm-evidence",
        }
    }
}

/// How an act stood to a norm. Never "violated": the engine judges nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Bearing {
    Upheld,
    Strained,
}
