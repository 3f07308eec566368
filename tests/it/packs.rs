//! Regional packs: every one loads, every duty of every one can be made one's own, and old ones are warned about.

use std::sync::Arc;

use demarche::diag::Code;
use demarche::engine::view::Subject;
use demarche::engine::view::board;
use demarche::model::DutyId;
use demarche::model::calendar::Term;
use demarche::model::calendar::UtcOffset;
use demarche::model::date::Date;
use demarche::model::id::Kind;
use demarche::model::ledger::duties::Follows;
use demarche::model::region::DecisionRule;
use demarche::model::time::ExerciseTime;
use demarche::scenario;
use demarche::scenario::Opened;
use demarche::scenario::Package;
use demarche::text::Words;

use crate::support::table::Table;

/// A playable scenario whose region is of a pack, with these duties.
fn with(pack: &str, duties: &str, more: &str) -> String {
    include_str!("../fixtures/good.ron")
        .replacen(
            "regions: [",
            &format!("regions: [(id: \"place\", name: \"A place\", pack: \"{pack}\"), "),
            1,
        )
        .replacen("duties: [", &format!("duties: [{duties}"), 1)
        .replacen(
            "clock: (weekday: Tue, time: \"09:00\"",
            "clock: (weekday: Fri, time: \"17:00\", utc: \"UTC-3\", date: \"6 Mar\"",
            1,
        )
        .replacen("format: 1,", &format!("format: 1, {more}"), 1)
}

#[track_caller]
fn plays(text: &str) -> Opened {
    let opened = scenario::check_source("scenario.ron", text);
    let told: Vec<_> = opened.diagnostics.iter().map(|found| found.code).collect();
    assert!(opened.playable.is_some(), "{told:?}");
    opened
}

/// The ids of the duties in a pack's file.
fn duties_of(pack: &str) -> Vec<String> {
    let path = format!("{}/scenarios/packs/{pack}.ron", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap();
    let rows = text.split("duties: [").nth(1).unwrap_or_default();
    let ids = rows.split("id: \"").skip(1);
    ids.map(|rest| rest.split('"').next().unwrap().to_owned())
        .collect()
}

#[test]
fn every_pack_lends_its_region_and_all_its_duties() {
    let packs = scenario::embedded_packs();
    for needed in [
        "africa",
        "asia-pacific",
        "europe",
        "latin-america-caribbean",
    ] {
        assert!(packs.contains(&needed), "{packs:?}");
    }
    let mut clocks = 0;
    for pack in packs {
        let ids = duties_of(pack);
        let rows: Vec<String> = ids
            .iter()
            .map(|id| format!("(id: \"own_{id}\", from_pack: (\"{pack}\", \"{id}\"), holder: \"ncert\", recipient: \"mfa\"),"))
            .collect();
        let rows = rows.concat();
        let opened = plays(&with(pack, &rows, ""));
        let playable = opened.playable.unwrap();
        let scenario = playable.scenario();
        let region = &scenario.regions[0];
        let note = region.pack.as_ref().unwrap();
        assert_eq!(&*note.pack, pack);
        assert!(Date::parse(&note.checked_on).is_some());
        assert!(!note.source.is_empty() && note.disclaimer.as_str().contains("no legal advice"));
        assert!(!region.languages.is_empty() && !region.calendar.days.is_empty());
        for id in &ids {
            let duty = scenario
                .names
                .find(demarche::model::id::Kind::Duty, &format!("own_{id}"))
                .unwrap();
            let duty = &scenario.duties[usize::from(duty)];
            let note = duty.pack.as_ref().unwrap();
            assert!(
                !note.source.is_empty()
                    && !duty.source.is_empty()
                    && duty.valid_from.is_some()
                    && !duty.modelled_on.is_empty()
            );
            assert!(!duty.within.is_empty(), "{id}");
            clocks += 1;
        }
    }
    assert!(clocks >= 12, "{clocks}");
}

/// What the pack says holds unless the scenario says otherwise.
#[test]
fn a_scenario_overrides_what_a_pack_lends() {
    let row = "(id: \"own\", from_pack: (\"north-america\", \"market_filing\"), holder: \"ncert\", recipient: \"mfa\", name: \"Filing, Rule 12\", within: \"2bd\", calendar: \"place\"),";
    let opened = plays(&with("europe", row, ""));
    let playable = opened.playable.unwrap();
    let scenario = playable.scenario();
    let own = &scenario.duties[0];
    assert_eq!(own.name.as_str(), "Filing, Rule 12");
    assert_eq!(own.within, Term::BusinessDays(2));
    assert!(own.determined, "that is still the pack's");
    assert_eq!(scenario.regions[0].decision_rule, DecisionRule::Unanimity);
    assert_eq!(scenario.regions[0].utc_offset, UtcOffset(60));
    // Friday 17:00 at UTC-3 is 21:00 at UTC+1; two business days end on Tuesday at 17:00 there.
    let due = scenario
        .local_in(own.calendar.unwrap())
        .end_of(own.within, ExerciseTime(0));
    assert_eq!(due, Some(ExerciseTime(4 * 24 * 60 - 4 * 60)));
}

/// A pack of the scenario's own whose second duty starts with the first, and whose third comes after the second.
const DELTA: &str = r#"(
    format: 1, id: "delta", name: "The Delta", checked_on: "2026-11-20", source: "Its statutes", disclaimer: "Invented, and no legal advice.",
    duties: [
        (id: "alarm", name: "Alarm", about: "At once.", trigger: Knows, within: "6h", modelled_on: "A statute.", valid_from: Since("2026-01-01"), source: "Section 1"),
        (id: "word", name: "Word", about: "Soon.", trigger: Knows, with: "alarm", within: "2d", modelled_on: "A statute.", valid_from: Since("2026-01-01"), source: "Section 2"),
        (id: "account", name: "Account", about: "In the end.", trigger: Knows, after: "word", within: "9d", modelled_on: "A statute.", valid_from: Since("2026-01-01"), source: "Section 3"),
    ],
)"#;

/// A playable scenario with duties of that pack: each is `(its id, the pack's, holder, recipient, what else it says)`.
fn of_delta(rows: &[(&str, &str, &str, &str, &str)]) -> Opened {
    let rows = rows.iter().map(|(id, of, holder, recipient, more)| {
        format!("(id: \"{id}\", from_pack: (\"delta\", \"{of}\"), holder: \"{holder}\", recipient: \"{recipient}\", {more}),")
    });
    let text = with("europe", &rows.collect::<String>(), "");
    scenario::open(&Package::from_files([
        (scenario::ENTRY.to_owned(), text.into_bytes()),
        ("packs/delta.ron".to_owned(), DELTA.as_bytes().to_vec()),
    ]))
}

/// What the last duty but the fixture's own follows, in words.
#[track_caller]
fn followed(rows: &[(&str, &str, &str, &str, &str)]) -> String {
    let opened = of_delta(rows);
    let told: Vec<_> = opened.diagnostics.iter().map(|found| found.code).collect();
    assert_eq!(told, []);
    let playable = opened.playable.unwrap();
    let scenario = playable.scenario();
    let word = |id: DutyId| scenario.names.word(Kind::Duty, id.0);
    let duty = &scenario.duties[rows.len() - 1];
    match (duty.follows, duty.lacks.as_deref()) {
        (Some(Follows::Start(first)), None) => format!("with {}", word(first)),
        (Some(Follows::Report(first)), None) => format!("after {}", word(first)),
        (None, Some(first)) => format!("lacks {first}"),
        (None, None) => String::from("nothing"),
        both => panic!("{both:?}"),
    }
}

#[test]
fn a_duty_of_a_pack_follows_what_the_scenario_made_of_the_one_before() {
    let starts = "starts: \"delivered.phish\"";
    let alarm = ("bell", "alarm", "ncert", "mfa", starts);
    let word = ("letter", "word", "ncert", "mfa", "");
    let account = ("book", "account", "ncert", "mfa", "");
    assert_eq!(followed(&[alarm, word]), "with bell");
    assert_eq!(followed(&[alarm, word, account]), "after letter");
    assert_eq!(followed(&[alarm, account]), "lacks word");
    // What the scenario says holds instead.
    for (own, expected) in [
        ("after: \"bell\"", "after bell"),
        ("with: \"letter\"", "with letter"),
        (starts, "nothing"),
        ("determined: true", "nothing"),
        ("determined: false", "after letter"),
    ] {
        let account = ("book", "account", "ncert", "mfa", own);
        assert_eq!(followed(&[alarm, word, account]), expected, "{own}");
    }
    // Another holder's is another matter; of two of one's own the recipient tells which.
    let theirs = ("theirs", "alarm", "mfa", "ncert", starts);
    assert_eq!(followed(&[theirs, word]), "lacks alarm");
    assert_eq!(followed(&[theirs, alarm, word]), "with bell");
    let home = ("home", "alarm", "ncert", "ncert", starts);
    assert_eq!(followed(&[home, alarm, word]), "with bell");
}

/// The pack's own words about its follow-ons, in what the program brings.
#[test]
fn the_packs_know_which_report_comes_after_which() {
    let lent = |pack: &str, ids: [&str; 2]| {
        let rows = ids.map(|id| {
            format!("(id: \"own_{id}\", from_pack: (\"{pack}\", \"{id}\"), holder: \"ncert\", recipient: \"mfa\"),")
        });
        let opened = plays(&with(pack, &rows.concat(), ""));
        opened.playable.unwrap().scenario().duties[1].follows
    };
    for (pack, first, second) in [
        ("europe", "incident_notification", "incident_final_report"),
        (
            "europe",
            "product_incident_notification",
            "product_incident_report",
        ),
        ("latin-america-caribbean", "early_alert", "final_report"),
    ] {
        let after = lent(pack, [first, second]);
        assert_eq!(after, Some(Follows::Report(DutyId(0))), "{second}");
    }
    // A fix is out when a scenario says so: no report starts that clock.
    let fix = lent("europe", ["product_notification", "product_final_report"]);
    assert_eq!(fix, None);
}

/// Clocks that a pack lets follow one another can go round in a circle with a scenario's own, by starts and effects alike.
#[test]
fn a_circle_through_a_pack_is_told() {
    let told = |rows: &[(&str, &str, &str, &str, &str)]| {
        let opened = of_delta(rows);
        let codes = opened.diagnostics.iter().map(|found| found.code);
        codes.collect::<Vec<_>>()
    };
    let word = ("letter", "word", "ncert", "mfa", "");
    let round = ("bell", "alarm", "ncert", "mfa", "after: \"letter\"");
    assert_eq!(told(&[round, word]), [Code::DutyCycle]);
    let open = (
        "bell",
        "alarm",
        "ncert",
        "mfa",
        "starts: \"delivered.phish\"",
    );
    assert_eq!(told(&[open, word]), []);
}

/// A law is still to come on the days before the one since which it applies.
#[test]
fn a_law_that_is_still_to_come_is_warned_about() {
    let warned = |written: &str, more: &str| {
        let row = format!(
            "(id: \"own\", from_pack: (\"europe\", \"product_early_warning\"), holder: \"ncert\", recipient: \"mfa\", {more}),"
        );
        let opened = plays(&with("europe", &row, written));
        let codes = opened.diagnostics.iter().map(|found| found.code);
        codes.filter(|code| *code == Code::LawToCome).count()
    };
    for (written, more, expected) in [
        ("written_on: \"2026-09-10\",", "", 1),
        ("written_on: \"2026-09-11\",", "", 0),
        ("", "", 0),
        (
            "written_on: \"2026-09-11\",",
            "valid_from: Since(\"2027-12-11\")",
            1,
        ),
        (
            "written_on: \"2026-09-10\",",
            "valid_from: AsEnacted(\"as the story has it\")",
            0,
        ),
    ] {
        assert_eq!(warned(written, more), expected, "{written} {more}");
    }
}

/// What the debrief says of a duty's law: the pack's, or the scenario's own.
#[test]
fn a_law_is_told_with_the_day_since_which_it_applies() {
    let law = |row: &str| {
        let opened = plays(&with("europe", row, ""));
        let playable = opened.playable.unwrap();
        let law = playable.scenario().duties[0].law(&Words::default());
        law.into_string()
    };
    let lent = |id: &str, more: &str| {
        law(&format!(
            "(id: \"own\", from_pack: (\"europe\", \"{id}\"), holder: \"ncert\", recipient: \"mfa\", {more}),"
        ))
    };
    assert_eq!(
        lent("product_early_warning", ""),
        "Regulation (EU) 2024/2847, Articles 14 and 64; in force since 2026-09-11"
    );
    assert_eq!(
        lent("incident_early_warning", ""),
        "Directive (EU) 2022/2555, Article 23; in force as each member state has made it law"
    );
    assert_eq!(
        lent(
            "incident_early_warning",
            "source: \"Estermark's Act\", valid_from: Since(\"2025-02-03\")"
        ),
        "Estermark's Act; in force since 2025-02-03"
    );
    let own = |more: &str| {
        law(&format!(
            "(id: \"own\", name: \"Own\", holder: \"ncert\", recipient: \"mfa\", trigger: Aware, within: \"6h\", starts: \"delivered.phish\", {more}),"
        ))
    };
    assert_eq!(own(""), "");
    assert_eq!(own("source: \"An Act\""), "An Act");
    assert_eq!(
        own("valid_from: Since(\"2025-02-03\")"),
        "in force since 2025-02-03"
    );
}

/// Who has to keep a clock reads what it is modelled on while it runs, on the seat's own duties and on their board.
#[test]
fn a_holder_reads_what_a_duty_is_modelled_on() {
    let mut kept = 0;
    for id in ["common-voice", "open-fix"] {
        let opened = scenario::open(&scenario::load_embedded(id).unwrap());
        let table = Table::at(Arc::new(opened.playable.unwrap()), 1);
        let scenario = table.scenario();
        for seat in &scenario.seats {
            let view = table.view(seat.id);
            for duty in &view.duties {
                let law = scenario.duties[duty.duty.index()].law(&Words::default());
                assert_eq!(law.is_empty(), duty.modelled.is_empty());
                assert!(duty.modelled.as_str().contains(law.as_str()));
                let rows =
                    board::there(&view).flat_map(|board| (board.rows)(&view, &Words::default()));
                let mut rows = rows.filter(|row| row.subject == Some(Subject::Duty(duty.duty)));
                let said = rows.next().unwrap().says;
                kept += usize::from(said.contains(&duty.modelled));
            }
        }
    }
    assert!(kept >= 10, "{kept}");
}

/// Older than twelve months gives a warning, by the scenario's own day or by today's.
#[test]
fn an_old_pack_is_warned_about() {
    let warns = |written: &str| {
        let opened = plays(&with("africa", "", &format!("written_on: \"{written}\",")));
        opened
            .diagnostics
            .iter()
            .any(|found| found.code == Code::PackOutdated)
    };
    for (written, expected) in [
        ("2026-12-01", false),
        ("2027-11-20", false),
        ("2027-11-21", true),
        ("2030-01-01", true),
    ] {
        assert_eq!(warns(written), expected, "{written}");
    }
    let package = Package::from_files([(
        scenario::ENTRY.to_owned(),
        with("africa", "", "").into_bytes(),
    )]);
    let on = |text: &str| scenario::outdated_packs(&package, Date::parse(text).unwrap()).len();
    assert_eq!((on("2027-11-20"), on("2027-11-21")), (0, 1));
    for (days, date) in [
        (0, "1970-01-01"),
        (19_782, "2024-02-29"),
        (20_779, "2026-11-22"),
        (20_818, "2026-12-31"),
    ] {
        assert_eq!(Date::of_unix_day(days).to_string(), date);
    }
    for wrong in [
        "2026-13-01",
        "2026-1-1",
        "26-01-01",
        "2026-01-01-01",
        "tomorrow",
    ] {
        assert!(Date::parse(wrong).is_none(), "{wrong}");
    }
}

/// A folder may bring a pack of its own; the package that is kept with a log holds what was played, the program's packs too.
#[test]
fn a_package_holds_the_packs_it_names() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("packs")).unwrap();
    let own = "(format: 1, id: \"europe\", name: \"Ours\", checked_on: \"2026-01-01\", source: \"Us\", disclaimer: \"None, and no legal advice.\", utc: \"UTC+2\")";
    std::fs::write(folder.path().join("packs/europe.ron"), own).unwrap();
    std::fs::write(folder.path().join("scenario.ron"), with("europe", "", "")).unwrap();
    let opened = scenario::open(&scenario::load(folder.path()));
    let playable = opened.playable.unwrap();
    assert_eq!(playable.scenario().regions[0].utc_offset, UtcOffset(120));
    std::fs::write(folder.path().join("scenario.ron"), with("africa", "", "")).unwrap();
    let package = scenario::load(folder.path());
    assert!(package.file("packs/africa.ron").is_some());
    assert!(package.file("packs/europe.ron").is_none());
}
