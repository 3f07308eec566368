//! A small scenario written in Rust: two regions, three seats, a bit of every ledger. Tests change what they are about.

mod rows;

use std::sync::Arc;

use demarche::model::ActorId;
use demarche::model::ExprId;
use demarche::model::MeterId;
use demarche::model::RegionId;
use demarche::model::SeatId;
use demarche::model::effect::Amount;
use demarche::model::effect::Effect;
use demarche::model::expr::Gives;
use demarche::model::id::Kind;
use demarche::model::id::Names;
use demarche::model::ledger::Ledger;
use demarche::model::ledger::duties::DutyRules;
use demarche::model::ledger::facts::FactRules;
use demarche::model::ledger::harm::HarmRules;
use demarche::model::ledger::norms::NormRules;
use demarche::model::ledger::spread::SpreadRules;
use demarche::model::ledger::trust::TrustRules;
use demarche::model::region::Region;
use demarche::model::roster::Actor;
use demarche::model::roster::ActorKind;
use demarche::model::roster::Seat;
use demarche::model::roster::SeatKind;
use demarche::model::scenario::About;
use demarche::model::scenario::CommitMode;
use demarche::model::scenario::Difficulty;
use demarche::model::scenario::Scenario;
use demarche::model::scenario::ScriptSource;
use demarche::model::scenario::Turn;
use demarche::model::time::ExerciseTime;
use demarche::model::time::StoryClock;
use demarche::script;
use demarche::text::SafeText;

use crate::support::table::source;

/// A scenario in the making. Every name in it is its id with a capital and a full stop, so that a text says where it is from.
#[derive(Clone)]
pub(crate) struct Story {
    pub(crate) scenario: Scenario,
}

fn line(text: &str) -> SafeText {
    SafeText::line(text)
}

impl Story {
    /// Nothing but turns of four hours; every ledger is on.
    pub(crate) fn empty(turns: i32) -> Self {
        let turn = |number: i32| Turn {
            from: ExerciseTime((number - 1) * 240),
            to: ExerciseTime(number * 240),
            title: line(&format!("Turn {number}")),
            phase: None,
            hours: 1000,
        };
        Self {
            scenario: Scenario {
                about: About {
                    id: "border".into(),
                    title: line("Border"),
                    tagline: line("Two regions."),
                    summary: line("A story for tests."),
                    learn: Vec::new(),
                    minutes: (1, 1),
                    difficulty: Difficulty::Introductory,
                    content_note: SafeText::empty(),
                    modelled_on: SafeText::empty(),
                    language: "en".into(),
                    is_tutorial: false,
                },
                names: Arc::new(Names::default()),
                clock: StoryClock::default(),
                commit: CommitMode::Sealed,
                turns: (0..=turns).map(turn).collect(),
                has_prep: false,
                phases: Vec::new(),
                regions: Vec::new(),
                actors: Vec::new(),
                seats: Vec::new(),
                injects: Vec::new(),
                decisions: Vec::new(),
                choices: Vec::new(),
                actions: Vec::new(),
                rules: Vec::new(),
                endings: Vec::new(),
                objectives: Vec::new(),
                tasks: Vec::new(),
                exprs: Vec::new(),
                scripts: Vec::new(),
                ledgers: Ledger::ALL.into_iter().collect(),
                meters: Vec::new(),
                facts: Vec::new(),
                fact_rules: FactRules::default(),
                trust: TrustRules::default(),
                spread: SpreadRules::default(),
                harm: HarmRules::default(),
                duties: Vec::new(),
                duty_rules: DutyRules::default(),
                book: demarche::model::ledger::book::BookRules::default(),
                adversary: demarche::model::adversary::AdversaryRules::default(),
                expert: Vec::new(),
                norms: NormRules::default(),
            },
        }
    }

    /// The scenario, with the ending that comes otherwise.
    pub(crate) fn finished(mut self) -> Scenario {
        self.ending("otherwise", None, false);
        self.scenario
    }

    /// Two regions with a CERT each, a ministry, a vendor, two operators, a regulator, a newspaper and an adversary; the first
    /// CERT, the ministry and the vendor are seats. Nothing has happened yet.
    pub(crate) fn border(turns: i32) -> Self {
        let mut story = Self::empty(turns);
        for region in ["north", "south"] {
            let id = RegionId(story.name(Kind::Region, region));
            story.scenario.regions.push(Region::named(id, line(region)));
        }
        let norland = story.cast("norland", ActorKind::Government, 0, None);
        story.cast("ncert", ActorKind::Cert, 0, Some(norland));
        story.cast("mfa", ActorKind::Ministry, 0, Some(norland));
        story.cast("watchdog", ActorKind::Regulator, 0, Some(norland));
        story.cast("clinic", ActorKind::Operator, 0, None);
        story.cast("acme", ActorKind::Vendor, 1, None);
        story.cast("scert", ActorKind::Cert, 1, None);
        story.cast("utility", ActorKind::Operator, 1, None);
        story.cast("herald", ActorKind::Press, 0, None);
        story.cast("ghost", ActorKind::Adversary, 1, None);
        story.seat("ncert", SeatKind::Cert);
        story.seat("mfa", SeatKind::Ministry);
        story.seat("acme", SeatKind::Vendor);
        story
    }

    pub(crate) fn name(&mut self, kind: Kind, word: &str) -> u16 {
        Arc::make_mut(&mut self.scenario.names)
            .add(kind, word)
            .unwrap()
    }

    #[track_caller]
    pub(crate) fn find(&self, kind: Kind, word: &str) -> u16 {
        let found = self.scenario.names.find(kind, word);
        found.unwrap_or_else(|| panic!("no {} `{word}`", kind.word()))
    }

    #[track_caller]
    pub(crate) fn actor(&self, word: &str) -> ActorId {
        ActorId(self.find(Kind::Actor, word))
    }

    #[track_caller]
    pub(crate) fn seat_id(&self, word: &str) -> SeatId {
        SeatId(self.find(Kind::Seat, word))
    }

    pub(crate) fn truth(&mut self, text: &str) -> ExprId {
        self.expr(text, Gives::Truth)
    }

    pub(crate) fn expr(&mut self, text: &str, gives: Gives) -> ExprId {
        self.scenario.exprs.push(source(text, gives));
        ExprId::at(self.scenario.exprs.len() - 1)
    }

    pub(crate) fn script(&mut self, text: &str) {
        for (function, _) in script::functions(text) {
            self.name(Kind::Function, function);
        }
        self.scenario.scripts.push(ScriptSource {
            file: 0,
            name: "story.rhai".into(),
            text: text.into(),
        });
    }

    fn cast(
        &mut self,
        word: &str,
        kind: ActorKind,
        region: u16,
        acts_for: Option<ActorId>,
    ) -> ActorId {
        let id = ActorId(self.name(Kind::Actor, word));
        self.scenario.actors.push(Actor {
            id,
            name: line(word),
            short: line(word),
            kind,
            region: Some(RegionId(region)),
            about: line(&format!("About {word}.")),
            acts_for,
            utc_offset: None,
            calendar: None,
        });
        id
    }

    fn seat(&mut self, word: &str, kind: SeatKind) {
        let actor = self.actor(word);
        let id = SeatId(self.name(Kind::Seat, word));
        self.scenario.seats.push(Seat {
            id,
            actor,
            kind,
            title: line(&format!("Desk of {word}")),
            brief: line(&format!("Brief of {word}.")),
            aims: vec![line(&format!("Aim of {word}."))],
            authority: Vec::new(),
            limits: Vec::new(),
            contacts: Vec::new(),
            hours: 8,
            capital: 10,
            capital_regain: 1,
            wants: Vec::new(),
            bot: None,
        });
    }
}

/// An effect that moves a meter by so much.
pub(crate) fn moves(meter: MeterId, by: i32) -> Effect {
    Effect::Meter {
        meter,
        by: Amount::Fixed(by),
    }
}
