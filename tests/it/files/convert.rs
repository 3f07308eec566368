//! JSON and back is the same scenario; stories of other tools become drafts that play, and what is lost is named.

use demarche::author::convert::Draft;
use demarche::author::convert::cexf::cexf;
use demarche::author::convert::draft::draft;
use demarche::author::convert::ink::ink;
use demarche::author::convert::json;
use demarche::author::convert::twine::html;
use demarche::author::convert::twine::twee;
use demarche::author::fmt::format;
use demarche::lab::Batch;
use demarche::lab::Casting;
use demarche::lab::Tally;
use demarche::scenario;
use demarche::scenario::ENTRY;
use demarche::scenario::Package;
use proptest::prelude::*;
use tempfile::TempDir;

use crate::cli::err;
use crate::cli::out;
use crate::cli::run;
use crate::files::meaning::meaning;
use crate::tree::arbitrary;

#[test]
fn json_and_back_is_the_same_scenario() {
    for id in scenario::embedded() {
        let package = scenario::load_embedded(id).unwrap();
        let text = json::of_package(&package).unwrap();
        serde_json::from_str::<serde_json::Value>(&text).unwrap();
        let files = json::to_files(&text).unwrap();
        for (name, text) in &files {
            if name.rsplit('.').next() == Some("ron") {
                assert!(
                    format(text).as_ref() == Ok(text),
                    "{id}: {name} is laid out"
                );
            } else {
                assert_eq!(Some(text.as_bytes()), package.file(name), "{id}: {name}");
            }
        }
        let back: Vec<_> = files
            .into_iter()
            .map(|(name, text)| (name, text.into_bytes()))
            .collect();
        let back = Package::from_files(back);
        assert_eq!(meaning(&back), meaning(&package), "{id}");
        let again = json::to_files(&json::of_package(&back).unwrap()).unwrap();
        let again = again
            .into_iter()
            .map(|(name, text)| (name, text.into_bytes()));
        assert_eq!(
            Package::from_files(again.collect::<Vec<_>>()).hash(),
            back.hash(),
            "{id} again"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    /// Any RON at all: what it is in JSON is what its JSON's RON is in JSON.
    #[test]
    fn any_value_survives(value in arbitrary::value(), style in arbitrary::style()) {
        let source = style.write(&value);
        let package = |text: &str| Package::from_files([(ENTRY.to_owned(), text.as_bytes().to_vec())]);
        let first = json::of_package(&package(&source)).unwrap();
        let back = json::to_files(&first).unwrap();
        // Laying out moves the indentation of blocks, and white space and closing commas where RON stands as it is.
        let bare = |text: &str| {
            let gone = ["\\n", "\\r", "\\t", " ", ","];
            gone.iter().fold(text.to_owned(), |text, gone| text.replace(gone, ""))
        };
        let second = json::of_package(&package(&back[0].1)).unwrap();
        prop_assert_eq!(bare(&second), bare(&first), "in {}", source);
    }

    #[test]
    fn any_text_is_a_story_or_none(text in "(:: [A-Za-z ]{1,8}\n|\\[\\[[a-z>|-]{0,9}\\]\\]|<<[a-z]{0,4}|\\* \\[x\\]|-> [a-z]{0,4}|=== [a-z]{0,3}|- |\\{|\\}|[^\u{0}]|\n){0,40}") {
        for story in [twee(&text), html(&format!("<tw-storydata>{text}")), ink(&text)] {
            if let Ok(draft) = draft(story, "any") {
                loads(&draft);
            }
        }
    }
}

/// The draft as a scenario.
#[track_caller]
fn loads(draft: &Draft) -> demarche::script::Playable {
    let opened = scenario::check_source("draft.ron", &draft.scenario);
    opened
        .playable
        .unwrap_or_else(|| panic!("{:#?}\n{}", opened.diagnostics, draft.scenario))
}

/// Plays it with bots that try everything.
#[track_caller]
fn plays(draft: &Draft) -> Tally {
    let playable = loads(draft);
    let batch = Batch {
        playable: &playable,
        plays: 0..60,
        seed: 1,
        bots: Casting::named("random").unwrap(),
        threads: 2,
    };
    batch.run(&|_| {})
}

fn lost(draft: &Draft) -> Vec<&str> {
    draft.lost.iter().map(|lost| lost.key).collect()
}

const TWEE: &str = r#":: StoryTitle
The Ferry

:: StoryData
{"ifid": "A", "format": "Harlowe", "start": "Quay"}

:: Quay [start] {"position":"1,1"}
The ferry does not answer. (set: $hour to 3)
It had [[fourteen people|Deck]] on board.

* [[Ring the coastguard->Call]]
* [[Deck<-Go and look]]

:: Call
"Say again?"
[[Wait->Quay]]
[[Tell them everything->Deck]]

:: Deck
<<if $lamp>>A lamp is lit.<</if>>
[[Down below]]

:: Down below
Fourteen people, playing cards.

:: Attic
Nobody comes here.

:: Style [stylesheet]
body { color: red }
"#;

#[test]
fn a_twine_story_becomes_a_draft() {
    let story = twee(TWEE);
    assert_eq!(
        (story.title.as_str(), story.start.as_str()),
        ("The Ferry", "Quay")
    );
    let quay = &story.passages[story
        .passages
        .iter()
        .position(|passage| passage.name == "Quay")
        .unwrap()];
    assert_eq!(
        quay.text,
        "The ferry does not answer.\nIt had fourteen people on board."
    );
    let links: Vec<_> = quay
        .links
        .iter()
        .map(|link| (link.label.as_str(), link.to.as_str()))
        .collect();
    assert_eq!(
        links,
        [
            ("fourteen people", "Deck"),
            ("Ring the coastguard", "Call"),
            ("Go and look", "Deck")
        ]
    );
    let published = html(
        r#"<html><tw-storydata name="The Ferry" startnode="2" format="SugarCube"><tw-passagedata pid="1" name="Call" tags="">&quot;Say again?&quot;
[[Deck]]</tw-passagedata><tw-passagedata pid="2" name="Quay" tags="">It&#39;s late.
[[Call]] [[Deck]]</tw-passagedata><tw-passagedata pid="3" name="Deck" tags="">Cards.</tw-passagedata></tw-storydata></html>"#,
    );
    assert_eq!(
        (
            published.start.as_str(),
            published.passages[1].text.as_str()
        ),
        ("Quay", "It's late.")
    );
    assert_eq!(published.passages[0].text, "\"Say again?\"");
    plays(&draft(published, "ferry").unwrap());
    let draft = draft(story, "ferry").unwrap();
    assert_eq!(
        lost(&draft),
        [
            "lost-code",
            "lost-loop",
            "lost-macro",
            "lost-macro",
            "lost-macro",
            "lost-unreachable"
        ]
    );
    let tally = plays(&draft);
    assert_eq!(tally.plays, 60);
    let playable = loads(&draft);
    let scenario = playable.scenario();
    assert_eq!(
        scenario.endings[0].text.as_str(),
        "Fourteen people, playing cards."
    );
    assert_eq!(scenario.decisions[0].choices.len(), 3);
}

const INK: &str = r"
VAR trust = 3
// The first page.
Two o'clock. The line rings. # sound
-> desk

=== desk ===
The caller says it is urgent.{trust > 2: You believe her.}
* [Ask who she is] You ask.
  ** She says[ her name], slowly.
  ** Nothing.
  - - It goes on for a while.
* (hang) Hang up -> night
+ Put her through
  ~ trust = trust - 1
- The tone changes.
-> night.quiet

=== night
= quiet
It is quiet again.
-> END
= loud
-> nowhere
";

#[test]
fn an_ink_story_becomes_a_draft() {
    let story = ink(INK);
    let names: Vec<_> = story
        .passages
        .iter()
        .map(|passage| passage.name.as_str())
        .collect();
    assert!(names.starts_with(&["start", "desk"]), "{names:?}");
    let desk = &story.passages[1];
    assert_eq!(desk.text, "The caller says it is urgent.");
    let labels: Vec<_> = desk.links.iter().map(|link| link.label.as_str()).collect();
    assert_eq!(labels, ["Ask who she is", "Hang up", "Put her through"]);
    let ask = story
        .passages
        .iter()
        .find(|passage| passage.name == desk.links[0].to)
        .unwrap();
    assert_eq!((ask.text.as_str(), ask.links.len()), ("You ask.", 2));
    assert_eq!(ask.links[0].label, "She says her name");
    let draft = draft(story, "night").unwrap();
    for key in ["lost-logic", "lost-tag", "lost-target", "lost-unreachable"] {
        assert!(lost(&draft).contains(&key), "{key}: {:?}", draft.lost);
    }
    let tally = plays(&draft);
    assert_eq!(tally.plays, 60);
    let playable = loads(&draft);
    assert!(
        playable
            .scenario()
            .endings
            .iter()
            .any(|ending| ending.text.as_str() == "It is quiet again.")
    );
}

const CEXF: &str = r#"{
  "exercise": {"name": "A letter", "uuid": "0", "tags": ["x"], "total_duration": "7200"},
  "inject_flow": [
    {"description": "It begins.", "inject_uuid": "a", "sequence": {"followed_by": ["b"]}},
    {"description": "It goes on.", "inject_uuid": "b", "requirements": {"inject_uuid": "a"}}
  ],
  "inject_payloads": [
    {"name": "letter", "uuid": "p", "type": "file", "parameters": {"content": "RGVhciBkZXNrLAoKd2UgYXJlIG9wZW4u", "content-type": "base64"}},
    {"name": "flow", "uuid": "q", "type": "tcp_connection", "parameters": {"port": "25"}}
  ],
  "injects": [
    {"name": "A letter comes", "uuid": "a", "action": "email_to_participants", "action_payload_resource_uuid": "p",
     "inject_evaluation": [{"result": "It is filed", "parameters": [], "score_range": [0, 10]}]},
    {"name": "A connection", "uuid": "b", "action": "network_connection", "action_payload_resource_uuid": "q", "inject_evaluation": []}
  ]
}"#;

#[test]
fn a_cexf_exercise_becomes_a_draft() {
    let draft = draft(cexf(CEXF).unwrap(), "letter").unwrap();
    let playable = loads(&draft);
    let scenario = playable.scenario();
    assert_eq!(scenario.about.title.as_str(), "A letter");
    assert_eq!(scenario.injects.len(), 2);
    assert_eq!(
        scenario.injects[0].body.as_str(),
        "It begins.\n\nDear desk,\n\nwe are open."
    );
    assert_eq!(scenario.injects[0].expected[0].text.as_str(), "It is filed");
    assert_eq!(
        lost(&draft),
        [
            "lost-evaluation",
            "lost-field",
            "lost-field",
            "lost-field",
            "lost-payload",
            "lost-requirement"
        ]
    );
    plays(&draft);
}

#[test]
fn a_cexf_exercise_follows_its_flow_and_says_what_it_leaves_out() {
    let text = r#"{
      "exercise": {"name": "Night", "description": "A query nobody asked.", "meta": {}, "tags": [], "valid_until": null, "version": "3"},
      "inject_flow": [
        {"inject_uuid": "c", "description": "", "sequence": {"followed_by": [], "trigger": []}, "timing": {"triggered_at": 3600}},
        {"inject_uuid": "b", "description": "", "sequence": {"followed_by": ["c", "a"], "trigger": []}, "timing": {"triggered_at": null}},
        {"inject_uuid": "a", "description": "", "sequence": {"followed_by": ["b"], "trigger": ["startex"]}, "requirements": {}},
        {"inject_uuid": "gone", "description": "", "sequence": {"followed_by": ["gone"]}}
      ],
      "inject_payloads": [],
      "injects": [
        {"uuid": "a", "name": "First", "target_tool": "MISP", "inject_evaluation": []},
        {"uuid": "b", "name": "Second", "action_payload_resource_uuid": "p", "inject_evaluation": []},
        {"uuid": "c", "name": " ", "inject_evaluation": []}
      ]
    }"#;
    let draft = draft(cexf(text).unwrap(), "night").unwrap();
    let playable = loads(&draft);
    let scenario = playable.scenario();
    let titles: Vec<&str> = scenario
        .injects
        .iter()
        .map(|inject| inject.title.as_str())
        .collect();
    assert_eq!(titles, ["First", "Second", "c"]);
    assert_eq!(scenario.about.summary.as_str(), "A query nobody asked.");
    let what: Vec<_> = draft
        .lost
        .iter()
        .map(|lost| (lost.key, lost.what.as_str()))
        .collect();
    assert_eq!(
        what,
        [
            ("lost-branches", "Second"),
            ("lost-field", "exercise.version"),
            ("lost-field", "inject_flow.timing"),
            ("lost-field", "injects.target_tool"),
            ("lost-payload-gone", "p"),
            ("lost-target", "gone"),
        ]
    );
    plays(&draft);
    // More injects than a draft can have are refused at once, however alike their names.
    let many = vec![r#"{"name": "again"}"#; 100_000].join(",");
    let refused = cexf(&format!("{{\"exercise\": {{}}, \"injects\": [{many}]}}"));
    assert_eq!(refused.unwrap_err().key, "convert-long-story");
}

#[test]
fn from_the_command_line() {
    let home = TempDir::new().unwrap();
    let path = |name: &str| home.path().join(name).to_str().unwrap().to_owned();
    let to = run(
        home.path(),
        &["convert", "first-call", "--out", &path("f.json")],
    );
    assert_eq!(to.status.code(), Some(0), "{}", err(&to));
    assert!(err(&to).contains("no comments"), "{}", err(&to));
    let from = run(
        home.path(),
        &["convert", &path("f.json"), "--out", &path("first")],
    );
    assert_eq!(from.status.code(), Some(0), "{}", err(&from));
    assert_eq!(
        run(home.path(), &["check", &path("first")]).status.code(),
        Some(0)
    );
    assert_eq!(
        run(
            home.path(),
            &["convert", &path("f.json"), "--out", &path("first")]
        )
        .status
        .code(),
        Some(2)
    );
    std::fs::write(path("ferry.twee"), TWEE).unwrap();
    let draft = run(
        home.path(),
        &["convert", &path("ferry.twee"), "--out", &path("ferry")],
    );
    assert_eq!(draft.status.code(), Some(0), "{}", err(&draft));
    assert!(
        out(&draft).contains("6 things could not be carried"),
        "{}",
        out(&draft)
    );
    for (name, text) in [
        (
            "climbs",
            r#"{"demarche": 1, "files": {"../x.ron": {"a": 1}}}"#,
        ),
        (
            "rubble",
            r#"{"demarche": 1, "files": {"scenario.ron": {"a b": 1}}}"#,
        ),
        (
            "raw",
            r#"{"demarche": 1, "files": {"scenario.ron": {"ron()": "1) (2"}}}"#,
        ),
        ("other", r#"{"some": "thing"}"#),
        ("deep", &"[".repeat(5000)),
    ] {
        std::fs::write(path("bad.json"), text).unwrap();
        let bad = run(
            home.path(),
            &["convert", &path("bad.json"), "--out", &path(name)],
        );
        assert_eq!(bad.status.code(), Some(1), "{name}: {}", err(&bad));
        assert!(!home.path().join(name).exists(), "{name}");
    }
}

#[test]
fn compiled_ink_is_told_from_its_source() {
    let home = TempDir::new().unwrap();
    let path = |name: &str| home.path().join(name).to_str().unwrap().to_owned();
    let compiled = r#"{"inkVersion":21,"root":[["^Two o'clock.","\n","done",null],"done",null],"listDefs":{}}"#;
    for (name, text) in [
        ("night.ink.json", compiled.to_owned()),
        ("night.json", format!("\u{feff}{compiled}")),
        ("night.txt", format!(" {{ {}", &compiled[1..])),
    ] {
        std::fs::write(path(name), text).unwrap();
        let refused = run(
            home.path(),
            &["convert", &path(name), "--out", &path("night")],
        );
        assert_eq!(refused.status.code(), Some(1), "{name}");
        assert!(
            err(&refused).contains("Give the .ink file"),
            "{name}: {}",
            err(&refused)
        );
        assert!(!home.path().join("night").exists(), "{name}");
    }
    std::fs::write(path("night.ink"), format!("\u{feff}{INK}")).unwrap();
    let draft = run(
        home.path(),
        &["convert", &path("night.ink"), "--out", &path("night")],
    );
    assert_eq!(draft.status.code(), Some(0), "{}", err(&draft));
}
