//! Real exercises on the screens, without a terminal: the walk of six keys, every scenario to the end, the curtain.

use std::sync::Arc;

use demarche::log::Library;
use demarche::log::RealDisk;
use demarche::model::SeatId;
use demarche::scenario::embedded;
use demarche::text::Words;
use demarche::tui::app::App;
use demarche::tui::app::Environment;
use demarche::tui::desk::Desk;
use demarche::tui::key::Key;
use demarche::tui::lists::Form;
use demarche::tui::msg::Place;
use demarche::tui::request::Ask;
use demarche::tui::settings::Settings;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

/// The application with a real desk under it.
struct Drive {
    app: App,
    desk: Desk,
    size: (u16, u16),
    quit: bool,
    _home: tempfile::TempDir,
}

impl Drive {
    fn new(size: (u16, u16)) -> Self {
        let home = tempfile::tempdir().unwrap();
        let disk = Arc::new(RealDisk);
        let desk = Desk::new(demarche::tui::desk::Place {
            words: Arc::new(Words::default()),
            disk: disk.clone(),
            library: Some(Library::new(disk, home.path().join("exercises"))),
            settings: Some(home.path().join("settings")),
        });
        let mut app = App::new(desk.words(), Environment::default(), Settings::default());
        app.resize(size.0, size.1);
        let mut drive = Self {
            app,
            desk,
            size,
            quit: false,
            _home: home,
        };
        drive.perform(vec![Ask::Lists]);
        drive
    }

    fn perform(&mut self, asks: Vec<Ask>) {
        let mut open: std::collections::VecDeque<Ask> = asks.into();
        while let Some(ask) = open.pop_front() {
            self.quit |= matches!(ask, Ask::Quit);
            if let Some(reply) = self.desk.perform(ask) {
                open.extend(self.app.reply(reply));
            }
        }
    }

    fn key(&mut self, key: Key) {
        let asks = self.app.key(key);
        self.perform(asks);
    }

    fn text(&self) -> String {
        let mut terminal = Terminal::new(TestBackend::new(self.size.0, self.size.1)).unwrap();
        terminal.draw(|frame| self.app.draw(frame)).unwrap();
        terminal.backend().to_string()
    }

    /// Starts a scenario with people in those seats.
    fn start(&mut self, scenario: &str, people: &[u16], table: bool) {
        let card = self.app.scene().lists.scenarios.iter();
        let card = card.clone().find(|card| card.key == scenario).unwrap();
        let people: Vec<SeatId> = people.iter().map(|seat| SeatId(*seat)).collect();
        let bots = card
            .seats
            .iter()
            .filter(|seat| !people.contains(&seat.seat));
        let form = Form {
            scenario: scenario.to_owned(),
            seed: 7,
            bots: bots
                .map(|seat| (seat.seat, seat.profile.clone().unwrap()))
                .collect(),
            people,
            table,
        };
        self.perform(vec![Ask::Start(form)]);
    }

    /// Presses Enter until a place is reached; every frame on the way is drawn.
    fn enter_until(&mut self, wanted: Place) -> Vec<Place> {
        let mut places = Vec::new();
        for _ in 0..400 {
            if self.app.place() == wanted {
                return places;
            }
            places.push(self.app.place());
            let text = self.text();
            assert!(!text.contains('⟨'), "a message is missing:\n{text}");
            self.key(Key::Enter);
        }
        panic!("{wanted:?} was never reached:\n{}", self.text());
    }
}

#[test]
fn six_keys_lead_from_home_to_the_first_sealed_choice_and_each_is_on_the_screen() {
    let mut drive = Drive::new((80, 24));
    let mut keys = 0;
    while !drive.app.scene().has_sealed() {
        let text = drive.text();
        let footer = text.lines().last().unwrap_or_default().to_owned();
        assert!(
            footer.contains("Enter "),
            "key {keys} is not shown:\n{text}"
        );
        drive.key(Key::Enter);
        keys += 1;
        assert!(keys <= 6, "more than six keys:\n{}", drive.text());
    }
    assert!(drive.text().contains("sealed"));
}

#[test]
fn enter_alone_plays_every_shipped_scenario_to_its_debrief_and_home_again() {
    for scenario in embedded() {
        for size in [(80, 24), (200, 60)] {
            let mut drive = Drive::new(size);
            drive.start(scenario, &[0], false);
            let places = drive.enter_until(Place::Debrief);
            for place in [
                Place::Briefing,
                Place::Room,
                Place::Decision,
                Place::Plan,
                Place::Reveal,
            ] {
                assert!(places.contains(&place), "{scenario}: no {place:?}");
            }
            drive.enter_until(Place::Home);
            assert!(
                drive.app.scene().lists.unfinished.is_empty(),
                "it is finished"
            );
        }
    }
}

#[test]
fn an_exercise_left_half_way_is_gone_on_with_where_it_was() {
    let mut drive = Drive::new((80, 24));
    drive.start("first-call", &[0], false);
    drive.enter_until(Place::Reveal);
    drive.key(Key::Enter);
    let turn = drive.app.scene().view.turn;
    drive.key(Key::Esc);
    drive.key(Key::Enter);
    assert_eq!(drive.app.place(), Place::Home);
    assert_eq!(drive.app.scene().lists.unfinished.len(), 1);
    drive.key(Key::Home);
    drive.key(Key::Enter);
    assert_eq!(drive.app.place(), Place::Room);
    assert_eq!(drive.app.scene().view.turn, turn);
}

#[test]
fn between_two_people_the_curtain_falls_and_shows_nothing() {
    let mut drive = Drive::new((120, 36));
    drive.start("common-voice", &[0, 1], false);
    drive.enter_until(Place::Curtain);
    let first = drive.app.scene();
    let titles: Vec<String> = first
        .view
        .inbox
        .iter()
        .map(|letter| letter.title.to_string())
        .collect();
    let text = drive.text();
    assert!(!titles.is_empty(), "nobody has written to the first");
    for title in titles {
        assert!(!text.contains(&title), "{title}:\n{text}");
    }
    drive.key(Key::Enter);
    assert_eq!(drive.app.scene().view.roles[0].seat, SeatId(1));
    // Both see the Reveal, and the one who sees it last begins the next turn.
    drive.enter_until(Place::Reveal);
    drive.enter_until(Place::Curtain);
    drive.key(Key::Enter);
    assert_eq!(drive.app.place(), Place::Reveal);
    let turn = drive.app.scene().view.turn;
    drive.enter_until(Place::Room);
    assert_eq!(drive.app.scene().view.turn, turn + 1);
}

#[test]
fn a_table_plays_on_one_screen() {
    let mut drive = Drive::new((120, 36));
    drive.start("common-voice", &[0, 1, 2], true);
    let places = drive.enter_until(Place::Debrief);
    assert!(!places.contains(&Place::Curtain));
}

#[test]
fn every_screen_of_a_real_turn_opens_and_asks_why() {
    let mut drive = Drive::new((80, 24));
    drive.start("common-voice", &[0], false);
    drive.enter_until(Place::Reveal);
    drive.enter_until(Place::Room);
    for keys in [
        &[Key::Char('3'), Key::Char('w')][..],
        &[Key::Char('4'), Key::Char('w')],
        &[Key::Char('a'), Key::Down, Key::Enter],
        &[Key::Char('s'), Key::Enter, Key::Enter],
        &[Key::Char('p'), Key::Char('r'), Key::Char('x')],
        &[Key::Char('c'), Key::Down],
        &[Key::Char('b'), Key::Down, Key::Enter, Key::Enter],
        &[Key::Char('b'), Key::Char('v'), Key::Char('w')],
        &[Key::Char('b'), Key::Right, Key::Tab, Key::Down],
        &[Key::Char('?'), Key::Tab, Key::Char('t')],
        &[Key::Char('F'), Key::Tab, Key::Down],
        &[Key::Char(':'), Key::Char('p')],
    ] {
        for key in keys {
            drive.key(*key);
            let text = drive.text();
            assert!(!text.contains('⟨'), "a message is missing:\n{text}");
        }
        for _ in 0..4 {
            if drive.app.place() != Place::Room {
                drive.key(Key::Esc);
            }
        }
        assert_eq!(drive.app.place(), Place::Room, "{keys:?}");
    }
}

#[test]
fn the_debrief_leads_to_the_timeline_and_a_fork_of_it_is_played() {
    for size in [(60, 18), (80, 24), (120, 36), (200, 60)] {
        let mut drive = Drive::new(size);
        drive.start("first-call", &[0], false);
        drive.enter_until(Place::Debrief);
        drive.key(Key::Char('p'));
        assert_eq!(drive.app.place(), Place::Replay);
        let first = drive.text();
        assert!(
            first.contains("What happened") && first.contains("1 of "),
            "{first}"
        );
        drive.key(Key::Char(']'));
        drive.key(Key::Char(']'));
        let there = drive.text();
        assert!(there.contains("Turn 2 of 4"), "{there}");
        assert!(
            there.lines().last().unwrap().contains("Space play"),
            "{there}"
        );
        drive.key(Key::Char('['));
        assert!(drive.text().contains("Turn 1 of 4"));
        drive.key(Key::Char('i'));
        assert!(drive.text().contains("Inject 1"));
        drive.key(Key::Char('w'));
        assert_eq!(drive.app.place(), Place::Why);
        drive.key(Key::Esc);
        drive.key(Key::Char('v'));
        assert!(drive.text().contains("Duty officer · "), "{}", drive.text());

        // It plays by itself, and stops when somebody takes a step.
        assert!(drive.app.pulse().is_none());
        drive.key(Key::Char(' '));
        assert!(drive.app.pulse().is_some());
        let before = drive.text();
        let asks = drive.app.tick();
        drive.perform(asks);
        assert_ne!(drive.text(), before);
        drive.key(Key::Left);
        assert!(drive.app.pulse().is_none());

        drive.key(Key::Char('/'));
        for letter in "early notice".chars() {
            drive.key(Key::Char(letter));
        }
        drive.key(Key::Enter);
        assert_eq!(drive.app.place(), Place::Replay);
        drive.key(Key::Home);
        drive.key(Key::Char(']'));
        drive.key(Key::Char('f'));
        assert_eq!(drive.app.place(), Place::Fork);
        drive.key(Key::Enter);
        assert!(matches!(drive.app.place(), Place::Room), "{}", drive.text());
        drive.enter_until(Place::Debrief);
    }
}

#[test]
fn what_if_is_found_out_beside_the_screen_and_can_be_given_up() {
    let mut drive = Drive::new((80, 24));
    drive.start("first-call", &[0], false);
    drive.enter_until(Place::Debrief);
    drive.key(Key::Char('x'));
    assert_eq!(drive.app.place(), Place::WhatIf);
    assert!(drive.text().contains("Finding out"));
    drive.key(Key::Esc);
    assert_eq!(drive.app.place(), Place::Debrief);
    drive.key(Key::Char('x'));
    while drive.app.pulse().is_some() {
        std::thread::yield_now();
        let asks = drive.app.tick();
        drive.perform(asks);
    }
    let found = drive.text();
    assert!(found.contains("The choices that mattered most"), "{found}");
    // The header gives way in a narrow terminal, as it does in play; nothing of the answer does.
    let answer: Vec<&str> = found.lines().skip(3).collect();
    let answer = answer.join("\n");
    assert!(
        answer.contains("Instead") && !answer.contains('…'),
        "{found}"
    );
    drive.key(Key::Tab);
    assert!(drive.text().contains("Luck stood at"), "{}", drive.text());
    drive.key(Key::Esc);
    assert_eq!(drive.app.place(), Place::Debrief);
}
