//! A seat's view made by hand: a national CERT in the third turn of a regional crisis.

use demarche::engine::act::Act;
use demarche::engine::event::EventNo;
use demarche::engine::event::Step;
use demarche::engine::view::ActionView;
use demarche::engine::view::ChoiceView;
use demarche::engine::view::DecisionView;
use demarche::engine::view::DutyStatus;
use demarche::engine::view::DutyView;
use demarche::engine::view::EndingView;
use demarche::engine::view::FactView;
use demarche::engine::view::HolderView;
use demarche::engine::view::LetterView;
use demarche::engine::view::PanelView;
use demarche::engine::view::PurseView;
use demarche::engine::view::RevealLine;
use demarche::engine::view::RoleView;
use demarche::engine::view::RowView;
use demarche::engine::view::SealedView;
use demarche::engine::view::SeatView;
use demarche::engine::view::ShareView;
use demarche::engine::view::Subject;
use demarche::engine::view::WhyChange;
use demarche::engine::view::WhyView;
use demarche::model::ActionId;
use demarche::model::ActorId;
use demarche::model::ChoiceId;
use demarche::model::CommunityId;
use demarche::model::DecisionId;
use demarche::model::DutyId;
use demarche::model::FactId;
use demarche::model::InjectId;
use demarche::model::MeterId;
use demarche::model::SeatId;
use demarche::model::ZoneId;
use demarche::model::family::Family;
use demarche::model::ledger::Ledger;
use demarche::model::ledger::duties::Payload;
use demarche::model::marking::Marking;
use demarche::model::marking::Tlp;
use demarche::model::msel::Channel;
use demarche::model::scenario::Difficulty;
use demarche::model::time::ExerciseTime;
use demarche::text::SafeText;
use demarche::tui::lists::ExerciseCard;
use demarche::tui::lists::Lists;
use demarche::tui::lists::ProfileCard;
use demarche::tui::lists::ScenarioCard;
use demarche::tui::lists::SeatCard;

use crate::screens::ledgers;

fn line(text: &str) -> SafeText {
    SafeText::line(text)
}

fn block(text: &str) -> SafeText {
    SafeText::block(text)
}

fn lines(texts: &[&str]) -> Vec<SafeText> {
    texts.iter().map(|text| line(text)).collect()
}

pub(crate) const CERT: SeatId = SeatId(0);
pub(crate) const MINISTRY: SeatId = SeatId(1);

pub(crate) fn view() -> SeatView {
    SeatView {
        title: line("A common voice"),
        is_tutorial: false,
        roles: vec![role()],
        table: table(),
        turn: 3,
        last_turn: 9,
        turn_title: line("The second ministry"),
        phase: line("Response"),
        step: Step::Commit,
        paused: false,
        from: ExerciseTime(16 * 60),
        to: ExerciseTime(24 * 60),
        story_zone: SafeText::empty(),
        story_own: SafeText::empty(),
        story_from: line("Wed 08:00"),
        story_to: line("Wed 16:00"),
        inbox: inbox(),
        decisions: decisions(),
        actions: actions(),
        shares: shares(),
        purses: vec![purse(CERT, "National CERT of Solana")],
        book: demarche::engine::ledger::book::BookView::default(),
        panels: panels(),
        facts: facts(),
        duties: duties(),
        ledgers: ledgers::ledgers(),
        reveal: reveal(),
        ending: None,
    }
}

pub(crate) fn sealed() -> SeatView {
    let mut view = view();
    view.purses[0].has_sealed = true;
    view.purses[0].sealed = vec![SealedView {
        act: Act::Answer {
            choice: ChoiceId(1),
        },
        label: line("Tell the regional network first"),
        family: Family::Share,
        hours: 3,
        capital: 0,
    }];
    view.table[0].has_sealed = true;
    view
}

pub(crate) fn revealed() -> SeatView {
    let mut view = view();
    view.step = Step::Reveal;
    view
}

pub(crate) fn ended() -> SeatView {
    let mut view = revealed();
    view.ending = Some(EndingView {
        title: line("Together, and in time"),
        text: block("The five states spoke with one voice before the second wave."),
    });
    view
}

/// The same moment at a table of two seats.
pub(crate) fn table_view() -> SeatView {
    let mut view = view();
    let mut other = role();
    other.seat = MINISTRY;
    other.actor = ActorId(1);
    other.title = line("Foreign ministry");
    other.organisation = line("Ministry of Foreign Affairs of Solana");
    view.roles.push(other);
    view.purses.push(purse(MINISTRY, "Foreign ministry"));
    view.ledgers = ledgers::of_table();
    view.decisions[1].seat = MINISTRY;
    view.decisions[1].seat_title = line("Foreign ministry");
    view
}

fn role() -> RoleView {
    RoleView {
        seat: CERT,
        title: line("National CERT"),
        actor: ActorId(0),
        organisation: line("SOL-CERT, national CERT of Solana"),
        brief: block(
            "You lead a team of eleven in the basement of the Ministry of Science. Since Monday night the tax portal of your \
             country does not answer, and yesterday evening the customs declarations stopped too.\n\nYou answer to a committee of \
             four ministries which meets at noon and decides by three approvals of four. Your colleagues abroad call you before \
             they call any minister; that is worth more than your budget, and it goes when you break a label.",
        ),
        aims: lines(&[
            "Services that people depend on come back within the week.",
            "Partners abroad keep telling you what they see.",
            "Your team is not made a witness in a quarrel between states.",
        ]),
        authority: lines(&[
            "Ask operators and CERTs abroad for containment; you may not touch their systems.",
            "Pass on what you hold, under its label.",
            "Publish an advisory at TLP:GREEN or TLP:CLEAR.",
        ]),
        limits: lines(&[
            "You do not name a state. That is the cabinet’s, on the committee’s paper.",
            "You pay no ransom and negotiate none.",
        ]),
        contacts: vec![
            (
                line("CERT-VN, Verania"),
                line("national CERT of the neighbour"),
                line("You worked the 2024 phishing wave together."),
            ),
            (
                line("Regional CSIRT network"),
                line("convener of twelve teams"),
                line("The on-call address was last tested in spring."),
            ),
        ],
    }
}

fn table() -> Vec<HolderView> {
    vec![
        holder(CERT, "National CERT", "Player", false),
        holder(MINISTRY, "Foreign ministry", "cautious committee", true),
        holder(SeatId(2), "Vendor", "compliance first", true),
    ]
}

fn holder(seat: SeatId, title: &str, name: &str, is_bot: bool) -> HolderView {
    HolderView {
        seat,
        title: line(title),
        holder: line(name),
        is_bot,
        has_sealed: is_bot,
    }
}

fn inbox() -> Vec<LetterView> {
    vec![
        letter(
            1,
            2,
            Channel::Ticket,
            Tlp::AmberStrict,
            "Service desk, Tax Administration",
            "Portal down since 02:10; files end in .velo",
            "Night shift reports that the portal answers with an error page. On two file servers every document now ends in \
             .velo.\n\nWe have pulled the network cables of both. Nobody has paid anything.",
            "Tue 06:40",
        ),
        letter(
            2,
            2,
            Channel::EncryptedEmail,
            Tlp::Amber,
            "CERT-VN",
            "Same loader seen in Verania",
            "Dear colleagues, the hash you asked about sits in our telemetry since Sunday.",
            "Tue 15:05",
        ),
        letter(
            3,
            3,
            Channel::Phone,
            Tlp::Red,
            "Head of IT, Customs",
            "Customs is next: declarations stopped at 23:50",
            "I’m calling from my own phone since our mail is gone. Trucks stand at both bridges. The note names the ministry, \
             not us, so whoever wrote it does not know what they hit.",
            "Wed 08:05",
        ),
        letter(
            4,
            3,
            Channel::NoteVerbale,
            Tlp::Green,
            "Embassy of Verania",
            "Note verbale no. 117/26",
            "The Embassy of the Republic of Verania presents its compliments to the Ministry and has the honour to refer to the \
             interruption of public services in Solana, and to convey the readiness of its authorities to assist within the \
             framework of the regional memorandum of 2023.\n\nThe Embassy would appreciate receiving, through the competent \
             technical point of contact, such indicators as may serve to protect the customs systems which both states share, \
             and avails itself of this opportunity to renew to the Ministry the assurances of its highest consideration.",
            "Wed 09:30",
        ),
    ]
}

#[expect(
    clippy::too_many_arguments,
    reason = "a row of a table reads best in one line"
)]
fn letter(
    no: u32,
    turn: u16,
    channel: Channel,
    tlp: Tlp,
    from: &str,
    title: &str,
    body: &str,
    time: &str,
) -> LetterView {
    LetterView {
        no: EventNo(no),
        inject: Some(InjectId(u16::try_from(no).unwrap())),
        number: line(&format!("3.{no:02}")),
        turn,
        time: ExerciseTime(16 * 60 + 5),
        story_time: line(time),
        from: line(from),
        to: line("National CERT"),
        channel,
        channel_word: line(match channel {
            Channel::Ticket => "Ticket",
            Channel::EncryptedEmail => "Encrypted e-mail",
            Channel::Phone => "Phone",
            _ => "Note verbale",
        }),
        marking: Marking::Tlp(tlp),
        label: line(tlp.label()),
        title: line(title),
        body: block(body),
        facts: if no == 3 {
            lines(&["Customs was hit by the same loader"])
        } else {
            Vec::new()
        },
        is_new: turn == 3,
    }
}

fn decisions() -> Vec<DecisionView> {
    vec![
        DecisionView {
            decision: DecisionId(0),
            seat: CERT,
            seat_title: line("National CERT"),
            title: line("Whom do you tell about the loader?"),
            text: block(
                "You hold the loader’s configuration, received from CERT-VN under TLP:AMBER. The customs systems of both countries \
                 share a data exchange. The committee meets at noon and has asked you to “keep it in the house”.",
            ),
            until: 3,
            default: Some(line("Keep it in the house until the committee has met")),
            choices: vec![
                choice(
                    0,
                    Family::Hold,
                    "Keep it in the house until the committee has met",
                    "You write a two-page paper for noon and answer nobody before.",
                    0,
                    0,
                    None,
                ),
                choice(
                    1,
                    Family::Share,
                    "Tell the regional network first, under the label it came with",
                    "Twelve teams get the configuration under TLP:AMBER, with the note that the source agreed to no wider use.",
                    3,
                    1,
                    None,
                ),
                choice(
                    2,
                    Family::Share,
                    "Publish an advisory now",
                    "Everybody can look for the loader within the hour, the attackers among them.",
                    4,
                    2,
                    Some("the source has not agreed to TLP:GREEN"),
                ),
                choice(
                    3,
                    Family::Escalate,
                    "Hand the matter over to the ministry",
                    "The foreign ministry takes the lead; you answer its questions and nobody else’s.",
                    2,
                    0,
                    None,
                ),
            ],
        },
        DecisionView {
            decision: DecisionId(1),
            seat: CERT,
            seat_title: line("National CERT"),
            title: line("Who speaks to the press?"),
            text: block("A newspaper runs the story at six, with or without you."),
            until: 4,
            default: None,
            choices: vec![
                choice(
                    4,
                    Family::Hold,
                    "Nobody",
                    "They print “no comment”.",
                    0,
                    0,
                    None,
                ),
                choice(
                    5,
                    Family::Share,
                    "A holding line: what is known, what is not, when there will be more",
                    "Three sentences, agreed with the ministry’s spokesman.",
                    1,
                    1,
                    None,
                ),
            ],
        },
    ]
}

fn choice(
    id: u16,
    family: Family,
    label: &str,
    text: &str,
    hours: i32,
    capital: i32,
    obstacle: Option<&str>,
) -> ChoiceView {
    ChoiceView {
        choice: ChoiceId(id),
        family,
        label: line(label),
        text: block(text),
        hours,
        capital,
        obstacle: obstacle.map(line),
        technical: line(
            "Every hour counts: the loader calls home at night, and two of the twelve teams can block it today.",
        ),
        legal: line(
            "TLP:AMBER allows clients and partners who need to know. Nothing in the committee’s order is law yet.",
        ),
        political: line(
            "The minister will not forgive reading of it abroad first. Tell her office at the same minute.",
        ),
    }
}

#[expect(clippy::too_many_lines, reason = "a table of rows")]
fn actions() -> Vec<ActionView> {
    let action = |id: u16,
                  act: Option<Act>,
                  family,
                  label: &str,
                  hours,
                  obstacle: Option<&str>,
                  forecast: &str| ActionView {
        seat: CERT,
        act: act.unwrap_or(Act::Take {
            action: ActionId(id),
        }),
        family,
        label: line(label),
        text: block(
            "What it means in practice, in a sentence or two, so that nobody has to guess what the team will do.",
        ),
        hours,
        capital: i32::from(id.is_multiple_of(3)),
        obstacle: obstacle.map(line),
        beside: Vec::new(),
        forecasts: (!forecast.is_empty())
            .then(|| line(forecast))
            .into_iter()
            .collect(),
    };
    vec![
        action(
            1,
            Some(Act::Derive { fact: FactId(0) }),
            Family::Share,
            "Make a derived version: Loader configuration",
            2,
            None,
            "",
        ),
        action(
            2,
            Some(Act::AskRelabel {
                fact: FactId(0),
                tlp: Tlp::Green,
            }),
            Family::Share,
            "Ask CERT-VN for TLP:GREEN",
            1,
            None,
            "They agree in about 6 of 10 such cases.",
        ),
        action(
            3,
            None,
            Family::Condemn,
            "Write a technical annex to the statement",
            3,
            None,
            "",
        ),
        action(
            4,
            Some(Act::Report {
                duty: DutyId(0),
                payload: Payload::Full,
            }),
            Family::Escalate,
            "File the report: Early warning to the regulator",
            2,
            None,
            "",
        ),
        action(
            5,
            None,
            Family::Escalate,
            "Raise to the crisis cell",
            1,
            Some("the crisis cell is sitting already"),
            "",
        ),
        action(
            6,
            Some(Act::RequestContainment { zone: ZoneId(0) }),
            Family::Contain,
            "Ask for containment: Tax and customs",
            2,
            None,
            "4 to 6 organisations.",
        ),
        action(
            7,
            Some(Act::Analyse { fact: FactId(0) }),
            Family::Contain,
            "Analyse: Loader configuration",
            3,
            None,
            "Tells true from false in 8 of 10 cases.",
        ),
        action(
            8,
            Some(Act::Ask { of: ActorId(3) }),
            Family::Hold,
            "Ask CERT-VN what they know",
            1,
            None,
            "",
        ),
        action(
            9,
            Some(Act::KeepInTouch { with: ActorId(3) }),
            Family::Hold,
            "Keep in touch with the regional network",
            1,
            None,
            "",
        ),
        action(10, Some(Act::Hold), Family::Hold, "Hold", 0, None, ""),
    ]
}

fn shares() -> Vec<ShareView> {
    let share = |fact: u16, title: &str, to: u16, name: &str, obstacle: Option<&str>| ShareView {
        seat: CERT,
        fact: FactId(fact),
        fact_title: line(title),
        derived: false,
        to: ActorId(to),
        to_name: line(name),
        hours: 1,
        obstacle: obstacle.map(line),
        usual: Tlp::Amber,
        labels: vec![
            (Tlp::Clear, true),
            (Tlp::Green, true),
            (Tlp::Amber, false),
            (Tlp::AmberStrict, false),
            (Tlp::Red, false),
        ],
    };
    vec![
        share(
            0,
            "Loader configuration",
            3,
            "CERT-VN, Verania",
            Some("CERT-VN knows it already"),
        ),
        share(0, "Loader configuration", 4, "Regional CSIRT network", None),
        share(
            0,
            "Loader configuration",
            1,
            "Ministry of Foreign Affairs",
            None,
        ),
        share(
            1,
            "Customs was hit by the same loader",
            3,
            "CERT-VN, Verania",
            None,
        ),
        share(
            1,
            "Customs was hit by the same loader",
            4,
            "Regional CSIRT network",
            None,
        ),
    ]
}

fn purse(seat: SeatId, title: &str) -> PurseView {
    PurseView {
        seat,
        title: line(title),
        hours: 8,
        hours_left: 8,
        capital: 4,
        capital_left: 4,
        has_sealed: false,
        sealed: Vec::new(),
    }
}

fn panels() -> Vec<PanelView> {
    let row = |subject, label: &str, shown: &str, bar, change, better| RowView {
        subject,
        label: line(label),
        shown: line(shown),
        bar: Some(bar),
        change,
        better,
    };
    vec![
        PanelView {
            ledger: Ledger::Meters,
            title: line("Indicators"),
            rows: vec![row(
                Subject::Meter(MeterId(0)),
                "Public confidence",
                "54",
                (54, 54, 100),
                -6,
                Some(false),
            )],
        },
        PanelView {
            ledger: Ledger::Trust,
            title: line("Trust in you"),
            rows: vec![
                row(
                    Subject::Trust(ActorId(3), ActorId(0)),
                    "CERT-VN",
                    "71",
                    (71, 71, 100),
                    4,
                    Some(true),
                ),
                row(
                    Subject::Trust(ActorId(1), ActorId(0)),
                    "Foreign ministry",
                    "48",
                    (48, 48, 100),
                    -3,
                    Some(false),
                ),
                row(
                    Subject::Trust(ActorId(4), ActorId(0)),
                    "Regional network",
                    "60",
                    (60, 60, 100),
                    0,
                    None,
                ),
            ],
        },
        PanelView {
            ledger: Ledger::Spread,
            title: line("Where it spreads"),
            rows: vec![
                row(
                    Subject::Zone(ZoneId(0)),
                    "Tax and customs",
                    "14 of 40",
                    (14, 14, 40),
                    5,
                    Some(false),
                ),
                row(
                    Subject::Zone(ZoneId(1)),
                    "Hospitals",
                    "2 of 25",
                    (2, 2, 25),
                    0,
                    None,
                ),
            ],
        },
        PanelView {
            ledger: Ledger::Harm,
            title: line("People harmed"),
            rows: vec![row(
                Subject::Community(CommunityId(0)),
                "Small importers",
                "30–55",
                (30, 55, 200),
                12,
                Some(false),
            )],
        },
    ]
}

fn facts() -> Vec<FactView> {
    let fact =
        |id: u16, kind: &str, title: &str, body: &str, tlp: Tlp, from: Option<&str>| FactView {
            fact: FactId(id),
            holder: ActorId(0),
            kind: line(kind),
            title: line(title),
            body: block(body),
            source: line("CERT-VN, Verania"),
            owner: (id == 1).then(|| line("Customs Administration")),
            marking: Marking::Tlp(tlp),
            label: line(tlp.label()),
            since: 2,
            from: from.map(line),
            derived: false,
            finding: (id == 0).then(|| line("Matches what runs on both file servers.")),
            fresh: if id == 0 { 710 } else { 1000 },
            also_held_by: lines(&["CERT-VN, Verania"]),
        };
    vec![
        fact(
            0,
            "Indicator",
            "Loader configuration",
            "Three command servers, a mutex and the time at which it calls home.",
            Tlp::Amber,
            Some("CERT-VN, Verania"),
        ),
        fact(
            1,
            "Victim",
            "Customs was hit by the same loader",
            "Declarations stopped at 23:50 on Tuesday.",
            Tlp::Red,
            None,
        ),
    ]
}

fn duties() -> Vec<DutyView> {
    vec![
        DutyView {
            duty: DutyId(0),
            seat: CERT,
            name: line("Early warning to the regulator"),
            about: line(
                "A first notice within 24 hours of becoming aware, without blame and without details that are not known yet.",
            ),
            recipient: line("Digital Services Authority"),
            trigger: line("becoming aware"),
            status: DutyStatus::Running,
            due: Some(ExerciseTime(16 * 60 + 380)),
            story_due: line("Wed 14:20"),
            minutes_left: Some(380),
            terms: line("24 h from the start, day and night"),
            modelled: line(
                "Modelled on Directive 2022/2555, Article 23; in force as each state has made it law.",
            ),
            local_due: Vec::new(),
            payloads: Vec::new(),
            notes: Vec::new(),
        },
        DutyView {
            duty: DutyId(1),
            seat: CERT,
            name: line("Notice to the data protection board"),
            about: line("Within 72 hours of knowing that personal data left."),
            recipient: line("Data Protection Board"),
            trigger: line("knowing"),
            status: DutyStatus::Idle,
            due: None,
            story_due: SafeText::empty(),
            minutes_left: None,
            terms: line("72 h from the start, day and night"),
            modelled: SafeText::empty(),
            local_due: Vec::new(),
            payloads: Vec::new(),
            notes: Vec::new(),
        },
    ]
}

fn reveal() -> Vec<RevealLine> {
    let reveal = |ledger, text: &str, reason: &str, better, subject| RevealLine {
        ledger,
        text: line(text),
        reason: line(reason),
        better,
        subject,
    };
    vec![
        reveal(
            None,
            "You asked CERT-VN what they know; they sent the loader’s configuration under TLP:AMBER.",
            "your choice in turn 2",
            None,
            None,
        ),
        reveal(
            Some(Ledger::Trust),
            "CERT-VN trusts you more: 67 → 71.",
            "a second exchange across the border",
            Some(true),
            Some(Subject::Trust(ActorId(3), ActorId(0))),
        ),
        reveal(
            Some(Ledger::Spread),
            "Tax and customs: 14 of 40 organisations compromised, 5 more than before.",
            "it grows by itself where nobody contains it; the hold of the committee kept you from asking",
            Some(false),
            Some(Subject::Zone(ZoneId(0))),
        ),
        reveal(
            Some(Ledger::Harm),
            "Small importers: harm rose to somewhere between 30 and 55.",
            "customs declarations stopped, and nobody counts those who turned back at the bridge",
            Some(false),
            Some(Subject::Community(CommunityId(0))),
        ),
    ]
}

pub(crate) fn why() -> WhyView {
    WhyView {
        label: line("Tax and customs"),
        shown: line("14 of 40"),
        earlier: 3,
        changes: vec![
            WhyChange {
                turn: 2,
                text: line("9 → 14 organisations compromised"),
                chain: lines(&[
                    "the loader spread inside the zone (rule: growth)",
                    "nobody asked the owner for containment",
                    "the committee’s hold of Tuesday noon",
                ]),
                hidden: true,
            },
            WhyChange {
                turn: 1,
                text: line("6 → 9 organisations compromised"),
                chain: lines(&[
                    "the loader crossed the data exchange (rule: crossing)",
                    "inject 1.02",
                ]),
                hidden: false,
            },
        ],
    }
}

#[expect(clippy::too_many_lines, reason = "a table of rows")]
pub(crate) fn lists() -> Lists {
    let seat = |id: u16, title: &str, organisation: &str, profile: &str| SeatCard {
        seat: SeatId(id),
        title: line(title),
        organisation: line(organisation),
        brief: role().brief,
        profile: Some(profile.to_owned()),
    };
    let scenario = |key: &str,
                    title: &str,
                    minutes,
                    difficulty,
                    seats: Vec<SeatCard>,
                    turns,
                    note: &str| ScenarioCard {
        key: key.to_owned(),
        title: line(title),
        tagline: line("Five states, one ransom note, and a committee that meets at noon."),
        summary: block(
            "A ransomware crew locks the tax portal of a small state, and within a day it is a matter of five capitals. Whom do \
             you tell, under which label, and who says what aloud?",
        ),
        learn: lines(&[
            "Pass on what partners need without breaking a label.",
            "Tell a technical finding from a political decision.",
            "Meet a deadline whose clock somebody else started.",
        ]),
        minutes,
        difficulty,
        turns,
        seats,
        content_note: line(note),
        is_tutorial: key == "first-call",
    };
    let profile = |key: &str, name: &str, about: &str| ProfileCard {
        key: key.to_owned(),
        name: line(name),
        about: line(about),
    };
    Lists {
        scenarios: vec![
            scenario(
                "first-call",
                "First call",
                (15, 15),
                Difficulty::Introductory,
                vec![seat(
                    0,
                    "National CERT",
                    "SOL-CERT, national CERT of Solana",
                    "understaffed",
                )],
                4,
                "",
            ),
            scenario(
                "common-voice",
                "A common voice",
                (60, 90),
                Difficulty::Advanced,
                vec![
                    seat(
                        0,
                        "National CERT",
                        "SOL-CERT, national CERT of Solana",
                        "understaffed",
                    ),
                    seat(
                        1,
                        "Foreign ministry",
                        "Ministry of Foreign Affairs of Solana",
                        "committee",
                    ),
                    seat(2, "Vendor", "Velora Systems", "compliance"),
                ],
                9,
                "Hospitals lose systems in this story, and a patient’s death is discussed.",
            ),
        ],
        unfinished: vec![ExerciseCard {
            path: "/tmp/x.jsonl".into(),
            title: line("A common voice"),
            state: line("Turn 3 of 9 · National CERT"),
            when: line("yesterday 17:40"),
        }],
        profiles: vec![
            profile(
                "committee",
                "cautious committee",
                "Waits for the third approval, shares late, rarely regrets.",
            ),
            profile(
                "compliance",
                "compliance first",
                "Meets every deadline, tells no more than it must.",
            ),
            profile(
                "understaffed",
                "understaffed CERT",
                "Does one thing a turn, and that one well.",
            ),
        ],
        seed: 7,
        troubles: Vec::new(),
    }
}
