//! The debrief and the after-action report.

mod page;
mod play;
mod states;

use demarche::report;
use demarche::report::Debrief;
use demarche::report::Viewer;
use demarche::scenario;
use demarche::session::Session;
use demarche::text::SafeText;
use demarche::text::Words;
use demarche::tui::debrief::Block;
use demarche::tui::debrief::DebriefView;

use crate::payloads::HONEST;
use crate::payloads::assert_shows_text_only;
use crate::payloads::payloads;
use page::assert_well_formed;
use page::text_of;
use play::SEAT;
use play::play;

/// The debrief of the first seat.
fn debrief(session: &Session) -> Debrief {
    let viewer = Viewer {
        seats: vec![SEAT],
        anonymous: false,
    };
    Debrief::of_session(session, &viewer)
}

/// The report in its three formats.
fn formats(debrief: &Debrief) -> [(&'static str, String); 3] {
    let words = Words::new("en");
    [
        ("html", report::html(debrief, &words)),
        ("md", report::markdown(debrief, &words)),
        ("json", report::json(debrief)),
    ]
}

#[test]
fn every_shipped_scenario_gives_a_whole_report() {
    for id in scenario::embedded() {
        let session = play(id, 7, "Ana Ruiz", "The clinics need it now.");
        let debrief = debrief(&session);
        let [(_, html), (_, markdown), (_, json)] = formats(&debrief);
        assert_well_formed(&html);
        // Section by section: each is there, and says something.
        for section in [
            "overview",
            "ending",
            "points",
            "timeline",
            "decisions",
            "knowledge",
            "sharing",
            "duties",
            "people",
            "norms",
            "states",
            "course",
            "objectives",
            "plan",
            "motions",
            "conduct",
            "truth",
            "sources",
        ] {
            let start = html.find(&format!("<section id=\"{section}\">"));
            let rest = &html[start.unwrap_or_else(|| panic!("{id}: no section {section}"))..];
            let section_text = text_of(&rest[..rest.find("</section>").unwrap()]);
            assert!(
                section_text.len() > 60,
                "{id}: {section} says only {section_text:?}"
            );
        }
        for format in [&html, &markdown, &json] {
            assert!(format.contains("EXERCISE"));
            assert!(format.contains("Ana Ruiz"));
            assert!(!format.contains('⟨'), "{id}: a message is missing");
        }
        assert!(text_of(&html).contains("The clinics need it now."));
        let ending = debrief.ending.as_ref().unwrap();
        assert!(!ending.note.is_empty(), "{id}");
        assert!(!ending.others.is_empty(), "{id}");
        let rows = debrief.profiles.iter().flat_map(|profile| &profile.rows);
        for act in rows.flat_map(|row| &row.acts) {
            let (word, turn) = (&act.bearing_word, act.at.turn);
            assert!(
                !act.evidence.is_empty(),
                "{id}: {word} in turn {turn} by what?"
            );
        }
        let points = &debrief.turning_points;
        assert!((3..=6).contains(&points.len()), "{id}: {}", points.len());
        assert!(points.is_sorted_by(|a, b| a.weight >= b.weight), "{id}");
        assert!(points.iter().all(|point| point.followed.len() <= 4), "{id}");
        assert!(!debrief.charts.is_empty(), "{id}");
        for chart in &debrief.charts {
            for series in &chart.series {
                assert_eq!(
                    series.values.len(),
                    chart.ticks.len(),
                    "{id}: {}",
                    chart.title
                );
            }
        }
    }
}

#[test]
fn the_same_exercise_gives_the_same_bytes() {
    let one = play("first-call", 11, "Ana", "Because.");
    let two = play("first-call", 11, "Ana", "Because.");
    assert_eq!(formats(&debrief(&one)), formats(&debrief(&two)));
}

/// The whole report of a small exercise, as a reader would check it by hand.
#[test]
fn a_small_exercise_reads_as_its_golden_file() {
    let debrief = debrief(&play::harbour());
    let [_, (_, markdown), _] = formats(&debrief);
    insta::assert_snapshot!("report_harbour", markdown);
}

#[test]
fn the_page_fetches_and_runs_nothing() {
    let session = play("first-call", 3, "Ana", "Because.");
    let html = report::html(&debrief(&session), &Words::new("en"));
    for forbidden in [
        "<script", "<link", "<img", "<iframe", "<object", "<embed", "<form", "@import", "url(",
        "http:", "https:", " on", "src=", "srcset",
    ] {
        let tags: Vec<&str> = html
            .split('<')
            .skip(1)
            .map(|tag| tag.split('>').next().unwrap())
            .collect();
        let inside = format!("<{}", tags.join("<"));
        // Words may say such things; tags and the style sheet may not.
        assert!(!inside.contains(forbidden), "a tag has {forbidden}");
    }
    let style = html.split("<style>").nth(1).unwrap();
    let style = style.split("</style>").next().unwrap();
    assert!(!style.contains("url(") && !style.contains("@import"));
}

#[test]
fn what_people_write_stays_text_in_every_format() {
    let mut all: Vec<String> = payloads()
        .into_iter()
        .map(|payload| payload.text)
        .filter(|text| text.len() < 300)
        .step_by(4)
        .collect();
    all.extend(MARKUP.iter().map(|text| (*text).to_owned()));
    let session = play::play_saying("first-call", 5, &all);
    for (format, text) in formats(&debrief(&session)) {
        assert_shows_text_only(&text);
        match format {
            "html" => {
                assert_well_formed(&text);
                for tag in [
                    "<script",
                    "<img",
                    "<b onmouse",
                    "<a href=\"j",
                    "<a href=\"h",
                    "<!--",
                    "<![CDATA",
                ] {
                    assert!(!text.contains(tag), "{tag} came through");
                }
                let shown = text_of(&text);
                assert!(shown.contains("<script>alert(1)</script>"));
            }
            "md" => page::assert_plain_markdown(&text),
            _ => {
                let value: serde_json::Value = serde_json::from_str(&text).unwrap();
                assert_eq!(value["marking"], "EXERCISE");
            }
        }
    }
}

#[test]
fn honest_text_in_other_scripts_survives() {
    let said: Vec<String> = HONEST.iter().map(|text| (*text).to_owned()).collect();
    let session = play::play_saying("first-call", 5, &said);
    let debrief = debrief(&session);
    let [(_, html), _, (_, json)] = formats(&debrief);
    let shown = text_of(&html);
    for note in &debrief.notes {
        assert!(shown.contains(note.text.as_str()), "{}", note.text);
        let quoted = serde_json::to_string(&note.text).unwrap();
        assert!(json.contains(&quoted));
    }
    assert!(debrief.notes.len() >= HONEST.len());
}

#[test]
fn anonymous_reports_name_no_participant() {
    let session = play(
        "first-call",
        5,
        "Ximena Quirós",
        "I, Ximena Quirós, decided so.",
    );
    let viewer = Viewer {
        seats: vec![SEAT],
        anonymous: true,
    };
    let debrief = Debrief::of_session(&session, &viewer);
    for (format, text) in formats(&debrief) {
        assert!(!text.contains("Quir"), "{format} names a participant");
        assert!(text.contains("Participant 1"), "{format}");
    }
}

#[test]
fn a_facilitators_debrief_belongs_to_nobody_and_shows_what_was_done_by_hand() {
    let session = play::with_overrides("first-call", 5);
    let debrief = Debrief::of_session(&session, &Viewer::default());
    assert!(debrief.seats.iter().all(|seat| !seat.is_own));
    assert!(debrief.decisions.iter().all(|record| !record.is_own));
    let said: Vec<&str> = debrief
        .overrides
        .iter()
        .map(|line| line.text.as_str())
        .collect();
    assert!(said.iter().any(|line| line.contains("PauseEx")), "{said:?}");
    let by_hand = debrief
        .turns
        .iter()
        .flat_map(|turn| &turn.injects)
        .filter(|inject| inject.by_hand);
    assert_eq!(by_hand.count(), 1);
}

#[test]
fn a_leak_is_told_from_its_source_to_where_it_went() {
    let session = play::leaking();
    let debrief = debrief(&session);
    let breach = &debrief.sharing.breaches[0];
    let path: Vec<&str> = breach.path.iter().map(SafeText::as_str).collect();
    assert_eq!(
        path,
        [
            "National CERT of Corrand",
            "National CERT of Ilvane",
            "Network Safety Office"
        ]
    );
    let passing = debrief.sharing.passed.iter().find(|passing| passing.breach);
    assert_eq!(passing.unwrap().to.as_str(), "Network Safety Office");
    let strained = debrief
        .profiles
        .iter()
        .flat_map(|profile| &profile.rows)
        .flat_map(|row| &row.acts)
        .find(|act| act.bearing_word.as_str() == "strained")
        .unwrap();
    assert!(strained.evidence.as_str().contains("Network Safety Office"));
    assert_eq!(
        strained.rationale.as_str(),
        "Deviation note: They have to know."
    );
    // What the seat had not been shown when it decided, and when it reached it.
    let record = debrief
        .decisions
        .iter()
        .find(|record| record.choice.as_str().contains("Network Safety Office"))
        .unwrap();
    assert_eq!(record.rationale.as_str(), "They have to know.");
}

/// What was said of a plan of several acts is not put into the mouth of one of them.
#[test]
fn what_is_said_of_a_whole_plan_is_told_once_and_of_the_plan() {
    let words = Words::new("en");
    let told = |session: &Session| {
        let debrief = debrief(session);
        let said = debrief.decisions.iter();
        let said = said.filter(|record| record.rationale.as_str() == "They have to know.");
        let of_plan: Vec<bool> = said.map(|record| record.is_of_plan).collect();
        let view = DebriefView::of(&debrief, &words);
        let own = view
            .tabs
            .iter()
            .find(|tab| tab.title.as_str() == "Your choices");
        let blocks = own.unwrap().blocks.iter();
        let blocks: Vec<_> = blocks
            .filter_map(|block| match block {
                Block::Heading(text) | Block::Note(text) | Block::Point(_, text) => {
                    Some(text.to_string())
                }
                _ => None,
            })
            .collect();
        let markdown = report::markdown(&debrief, &words);
        let html = report::html(&debrief, &words);
        let in_reports = [markdown, html].map(|text| text.contains("Given with the plan: They"));
        (of_plan, blocks, in_reports)
    };
    let (of_plan, blocks, in_reports) = told(&play::leaking());
    assert_eq!(of_plan, [false]);
    assert_eq!(in_reports, [false; 2]);
    assert!(!blocks.iter().any(|text| text.contains("The whole plan")));
    let (of_plan, blocks, in_reports) = told(&play::leaking_among_others());
    assert_eq!(of_plan, [true, true]);
    assert_eq!(in_reports, [true; 2]);
    let said = "You said: They have to know.";
    let places: Vec<usize> = (0..blocks.len())
        .filter(|place| blocks[*place] == said)
        .collect();
    assert_eq!(places.len(), 1, "{blocks:?}");
    assert!(
        blocks[places[0] - 1].contains("The whole plan"),
        "{blocks:?}"
    );
}

/// Text that tries to be markup.
const MARKUP: &[&str] = &[
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"><b onmouseover=alert(1)>",
    "</style></svg></title><script>x</script>",
    "<!-- -->",
    "<![CDATA[x]]>",
    "{{ 7 * 7 }}{% include 'x' %}",
    "[click](javascript:alert(1))",
    "![x](http://evil.example/x.png)",
    "[a]: http://evil.example",
    "http://evil.example and www.evil.example",
    "`code` ```\nfence\n```",
    "~~~\nfence\n~~~",
    "# heading\n## another",
    "setext\n===\nsetext\n---",
    "- item\n+ item\n* item\n1. item\n2) item",
    "| a | b |\n| --- | --- |",
    "    indented\n\tindented",
    "> quote",
    "**bold** __bold__ *em* _em_ ~~gone~~",
    "&lt;b&gt; &#60;b&#62; &amp;",
    "---\ntitle: x\n---",
    "a\\",
    "***",
    "<javascript:alert(1)>",
    "=HYPERLINK(\"http://evil.example\")",
];
