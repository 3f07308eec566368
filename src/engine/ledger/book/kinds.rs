//! The kinds of acts that the ledgers of the book give to seats, for whoever counts them.

use crate::engine::ledger::attribution;
use crate::engine::ledger::book::BookAct;
use crate::engine::ledger::capacity;
use crate::engine::ledger::contacts;
use crate::engine::ledger::disclosure;
use crate::engine::ledger::mandate;
use crate::engine::ledger::measures;
use crate::engine::ledger::narrative;
use crate::engine::ledger::politicisation;
use crate::engine::ledger::statements;
use crate::engine::ledger::tension;
use crate::model::ledger::Ledger;

macro_rules! kinds {
    ($($ledger:ident $module:ident { $($act:ident $word:literal,)* })*) => {
        impl BookAct {
            /// Every kind of act: its ledger, and its own word.
            pub const KINDS: &'static [(Ledger, &'static str)] = &[
                $($((Ledger::$ledger, $word),)*)*
            ];

            /// Its kind, one of [`BookAct::KINDS`].
            pub fn kind(self) -> (Ledger, &'static str) {
                match self {
                    $($(BookAct::$ledger($module::Act::$act { .. }) => (Ledger::$ledger, $word),)*)*
                }
            }
        }
    };
}

kinds! {
    Politicisation politicisation {
        Instruct "instruct",
        OwnVoice "own_voice",
        PutUnder "put_under",
        Refuse "refuse",
        Process "process",
    }
    Contacts contacts {
        Ping "ping",
        SendNote "send_note",
        Search "search",
        Arrange "arrange",
        OpenDoor "open_door",
        Join "join",
        Convene "convene",
        Render "render",
        Clarify "clarify",
        AgreeMarkings "agree_markings",
    }
    Attribution attribution {
        AdoptDoctrine "adopt_doctrine",
        SetThreshold "set_threshold",
        OpenCase "open_case",
        PassGate "pass_gate",
        SkipGate "skip_gate",
        Contribute "contribute",
        AskRelease "ask_release",
        Preserve "preserve",
        BriefAllies "brief_allies",
        Name "name",
        Unnamed "unnamed",
        Demarche "demarche",
        Defer "defer",
        PublishReport "publish_report",
        GoToCourt "go_to_court",
    }
    Statements statements {
        OpenDraft "open_draft",
        AddClause "add_clause",
        Harden "harden",
        Soften "soften",
        Bracket "bracket",
        Clear "clear",
        DropClause "drop_clause",
        Invite "invite",
        Consult "consult",
        Translate "translate",
        Annex "annex",
        AskFor "ask_for",
        Circulate "circulate",
        Sign "sign",
        Abstain "abstain",
        Refuse "refuse",
        BreakSilence "break_silence",
        Leak "leak",
        Withdraw "withdraw",
        Publish "publish",
    }
    Measures measures {
        Check "check",
        Consult "consult",
        Exempt "exempt",
        Guide "guide",
        Take "take",
        Lobby "lobby",
        Assent "assent",
        Review "review",
        End "end",
    }
    Tension tension {
        Consult "consult",
        Allies "allies",
    }
    Disclosure disclosure {
        Inform "inform",
        ReportToState "report_to_state",
        Validate "validate",
        Defer "defer",
        ProposeEmbargo "propose_embargo",
        AcceptEmbargo "accept_embargo",
        RejectEmbargo "reject_embargo",
        ReviseEmbargo "revise_embargo",
        LeaveEmbargo "leave_embargo",
        TellPartners "tell_partners",
        AskHelp "ask_help",
        BuildFix "build_fix",
        TestFix "test_fix",
        ShipFix "ship_fix",
        PublishAdvisory "publish_advisory",
        Mitigate "mitigate",
        UrgeDeployment "urge_deployment",
        CreditFinder "credit_finder",
        ThreatReport "threat_report",
        PublishPolicy "publish_policy",
        OpenGateway "open_gateway",
        PromiseSafeHarbour "promise_safe_harbour",
        JoinCoalition "join_coalition",
        Pledge "pledge",
    }
    Mandate mandate {
        AskPermit "ask_permit",
        GivePermit "give_permit",
        PutHold "put_hold",
        LiftHold "lift_hold",
        Designate "designate",
        SignCharter "sign_charter",
        AcceptRole "accept_role",
        RefuseRole "refuse_role",
        BringIn "bring_in",
        PublishProcess "publish_process",
        ReportTo "report_to",
        AdviseVictim "advise_victim",
        TryCopies "try_copies",
        PaymentLine "payment_line",
    }
    Capacity capacity {
        Triage "triage",
        Rest "rest",
        Surge "surge",
        Rota "rota",
        ReadNorms "read_norms",
        AskNorms "ask_norms",
        Accept "accept",
        Decline "decline",
        Plead "plead",
        BriefVolunteers "brief_volunteers",
        AnswerFor "answer_for",
        SendVolunteers "send_volunteers",
    }
    Narrative narrative {
        HoldLine "hold_line",
        Brief "brief",
        Correct "correct",
        AnswerPress "answer_press",
        Interview "interview",
    }
}
