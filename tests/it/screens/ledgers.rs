//! What the boards of the hand-made view are drawn from: a neighbourhood of three regions in the third turn.

use demarche::engine::lens::Openness;
use demarche::engine::view::ledgers::ActorView;
use demarche::engine::view::ledgers::ClockView;
use demarche::engine::view::ledgers::CommunityView;
use demarche::engine::view::ledgers::LedgerViews;
use demarche::engine::view::ledgers::LinkView;
use demarche::engine::view::ledgers::NormView;
use demarche::engine::view::ledgers::NoteView;
use demarche::engine::view::ledgers::ProfileView;
use demarche::engine::view::ledgers::RegionView;
use demarche::engine::view::ledgers::TrustView;
use demarche::engine::view::ledgers::ZoneView;
use demarche::model::ActorId;
use demarche::model::CommunityId;
use demarche::model::DutyId;
use demarche::model::RegionId;
use demarche::model::ZoneId;
use demarche::model::norm::Norm;
use demarche::model::roster::ActorKind;
use demarche::model::time::ExerciseTime;
use demarche::text::SafeText;

const REGIONS: [&str; 3] = ["Bay of Solana", "Northern Isles", "Karan Valley"];

fn line(text: &str) -> SafeText {
    SafeText::line(text)
}

pub(crate) fn ledgers() -> LedgerViews {
    LedgerViews {
        actors: actors(&[0]),
        regions: REGIONS
            .iter()
            .enumerate()
            .map(|(place, name)| RegionView {
                region: RegionId::at(place),
                name: line(name),
            })
            .collect(),
        trust: trust(0),
        zones: zones(),
        links: links(),
        communities: communities(),
        clocks: clocks(),
        profiles: profiles(),
    }
}

/// The same for a table of the CERT and the ministry.
pub(crate) fn of_table() -> LedgerViews {
    let mut ledgers = ledgers();
    ledgers.actors = actors(&[0, 1]);
    ledgers.trust.extend(trust(1));
    ledgers
}

fn actors(owns: &[u16]) -> Vec<ActorView> {
    let actor = |id: u16, name: &str, short: &str, kind, region: usize| ActorView {
        actor: ActorId(id),
        name: line(name),
        short: line(short),
        kind,
        region: Some(RegionId::at(region)),
        region_name: line(REGIONS[region]),
        about: line("What everybody may know of it, in a sentence."),
        remark: if id == 3 {
            line("You worked the 2024 phishing wave together.")
        } else {
            SafeText::empty()
        },
        is_own: owns.contains(&id),
    };
    vec![
        actor(
            0,
            "SOL-CERT, national CERT of Solana",
            "SOL-CERT",
            ActorKind::Cert,
            0,
        ),
        actor(
            1,
            "Ministry of Foreign Affairs of Solana",
            "Foreign Min.",
            ActorKind::Ministry,
            0,
        ),
        actor(
            2,
            "Digital Services Authority",
            "Dig. Auth.",
            ActorKind::Regulator,
            0,
        ),
        actor(3, "CERT-VN, Verania", "CERT-VN", ActorKind::Cert, 1),
        actor(4, "Regional CSIRT network", "CSIRT net", ActorKind::Body, 1),
        actor(
            5,
            "Chancery of Verania",
            "Verania",
            ActorKind::Government,
            1,
        ),
        actor(6, "Karan Response Team", "Karan RT", ActorKind::Cert, 2),
    ]
}

fn trust(own: u16) -> Vec<TrustView> {
    [
        (0, 62, 0, Openness::Open),
        (1, 48, -3, Openness::Guarded),
        (2, 52, 0, Openness::Open),
        (3, 71, 4, Openness::Close),
        (4, 60, 0, Openness::Open),
        (5, 44, 0, Openness::Open),
        (6, 30, -12, Openness::Closed),
    ]
    .into_iter()
    .filter(|(other, ..)| *other != own)
    .map(|(other, trust, change, openness)| TrustView {
        own: ActorId(own),
        other: ActorId(other),
        trust: trust - i32::from(own) * 7,
        change,
        better: (change != 0).then_some(change > 0),
        openness,
    })
    .collect()
}

fn zones() -> Vec<ZoneView> {
    let zone = |id: u16, name: &str, region: usize, numbers: [i32; 3], change: i32| ZoneView {
        zone: ZoneId(id),
        name: line(name),
        region: Some(RegionId::at(region)),
        region_name: line(REGIONS[region]),
        owner: line("Customs Administration"),
        cert: line("SOL-CERT, national CERT of Solana"),
        exposed: numbers[0],
        compromised: numbers[1],
        contained: numbers[2],
        change,
        better: (change != 0).then_some(change < 0),
        frozen: id == 2,
        held: 0,
    };
    vec![
        zone(0, "Tax and customs", 0, [20, 14, 6], 5),
        zone(1, "Hospitals", 0, [23, 2, 0], 0),
        zone(2, "Pension funds", 0, [2, 6, 1], 0),
        zone(3, "Harbours, Verania", 1, [12, 0, 4], -2),
    ]
}

fn links() -> Vec<LinkView> {
    let link = |from, to, strength, crossed| LinkView {
        from: ZoneId(from),
        to: ZoneId(to),
        strength,
        crossed,
    };
    vec![
        link(0, 1, 1, false),
        link(0, 2, 3, true),
        link(0, 3, 2, false),
        link(3, 0, 1, false),
    ]
}

fn communities() -> Vec<CommunityView> {
    let community = |id: u16, name: &str, range: (i32, i32), evidence, better| CommunityView {
        community: CommunityId(id),
        name: line(name),
        about: line("Six hundred firms, most of two people, with a lorry in a queue."),
        region_name: line(REGIONS[0]),
        low: range.0,
        high: range.1,
        evidence,
        better,
        services: vec![line("Tax and customs")],
    };
    vec![
        community(0, "Small importers", (30, 55), 30, Some(false)),
        community(1, "Pensioners", (12, 12), 100, None),
    ]
}

fn clocks() -> Vec<ClockView> {
    let clock = |duty, started: Option<i32>, recipient_due: &str| ClockView {
        duty: DutyId(duty),
        started: started.map(ExerciseTime),
        holder: line("SOL-CERT, national CERT of Solana"),
        holder_now: line("Wed 08:00 UTC-3"),
        holder_due: line(if started.is_some() {
            "Wed 14:20 UTC-3"
        } else {
            ""
        }),
        recipient_now: line("Wed 20:00 UTC+9"),
        recipient_due: line(recipient_due),
        recipient_open: false,
        notes: started
            .map(|_| (2, line("The clock “Early warning” started")))
            .into_iter()
            .collect(),
    };
    vec![clock(0, Some(-60), "Thu 02:20 UTC+9"), clock(1, None, "")]
}

fn profiles() -> Vec<ProfileView> {
    let note = |turn, upheld, contested, text: &str| NoteView {
        turn,
        upheld,
        contested,
        text: line(text),
    };
    let norm = |norm, name: &str, evidence: Vec<NoteView>| {
        let count = |wanted: &dyn Fn(&NoteView) -> bool| {
            u16::try_from(evidence.iter().filter(|note| wanted(note)).count()).unwrap()
        };
        NormView {
            norm,
            name: line(name),
            baseline: line("Shares under the label it received."),
            upheld: count(&|note| note.upheld),
            strained: count(&|note| !note.upheld),
            contested: count(&|note| note.contested),
            evidence,
        }
    };
    vec![
        ProfileView {
            actor: ActorId(0),
            name: line("SOL-CERT, national CERT of Solana"),
            norms: vec![
                norm(
                    Norm::Tlp,
                    "honouring the label",
                    vec![
                        note(1, true, false, "You asked before you passed it on"),
                        note(2, false, true, "You sent the report as it stood"),
                    ],
                ),
                norm(Norm::Credit, "credit where it is due", Vec::new()),
            ],
        },
        ProfileView {
            actor: ActorId(7),
            name: line("Solana"),
            norms: vec![
                norm(
                    Norm::G,
                    "norm (g), protect your critical infrastructure",
                    vec![note(2, true, false, "The committee met the same day")],
                ),
                norm(
                    Norm::H,
                    "norm (h), respond to requests for help",
                    Vec::new(),
                ),
            ],
        },
    ]
}
