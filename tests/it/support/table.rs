//! The table at which tests sit down: a story, a seed, and what the seats do.

use std::sync::Arc;

use demarche::engine::State;
use demarche::engine::apply;
use demarche::engine::command::Command;
use demarche::engine::decide;
use demarche::engine::event::Event;
use demarche::engine::event::Step;
use demarche::engine::event::What;
use demarche::engine::lens::Lens;
use demarche::engine::rejection::Rejection;
use demarche::engine::tell::Teller;
use demarche::engine::truth::Truth;
use demarche::engine::view::SeatView;
use demarche::model::ExprId;
use demarche::model::InjectId;
use demarche::model::SeatId;
use demarche::model::expr::ExprSource;
use demarche::model::expr::Gives;
use demarche::model::id::Kind;
use demarche::model::scenario::Scenario;
use demarche::script;
use demarche::script::Fuse;
use demarche::script::Playable;
use demarche::text::Words;

use crate::support::deed;
use crate::support::story::Story;

/// An exercise at which a test sits; panics wherever something is not as the test says.
pub(crate) struct Table {
    pub(crate) playable: Arc<Playable>,
    pub(crate) state: State,
    /// All events so far.
    pub(crate) events: Vec<Event>,
    /// All accepted commands so far, each with the number of events it caused.
    pub(crate) log: Vec<(Command, usize)>,
    words: Words,
}

/// Makes a scenario ready to play.
#[track_caller]
pub(crate) fn playable(scenario: Scenario) -> Playable {
    let (playable, found) = script::compile(scenario);
    playable.unwrap_or_else(|| panic!("{found:#?}"))
}

impl Table {
    #[track_caller]
    pub(crate) fn new(story: Story, seed: u64) -> Self {
        Self::at(Arc::new(playable(story.finished())), seed)
    }

    pub(crate) fn at(playable: Arc<Playable>, seed: u64) -> Self {
        let state = State::new(playable.scenario(), seed);
        Self {
            playable,
            state,
            events: Vec::new(),
            log: Vec::new(),
            words: Words::default(),
        }
    }

    pub(crate) fn scenario(&self) -> &Scenario {
        self.playable.scenario()
    }

    #[track_caller]
    pub(crate) fn seat(&self, word: &str) -> SeatId {
        SeatId(self.find(Kind::Seat, word))
    }

    #[track_caller]
    fn find(&self, kind: Kind, word: &str) -> u16 {
        let found = self.scenario().names.find(kind, word);
        found.unwrap_or_else(|| panic!("no {} `{word}`", kind.word()))
    }

    pub(crate) fn truth(&self) -> Truth<'_> {
        Truth::new(&self.playable, &self.state)
    }

    /// Has a command decided. What comes of it is what folding the events gives; a refusal leaves no trace.
    pub(crate) fn send(&mut self, command: &Command) -> Result<(), Rejection> {
        let before = self.state.clone();
        let mut out = Vec::new();
        let answer = decide(
            &self.playable,
            &mut self.state,
            command,
            &Fuse::never(),
            &mut out,
        );
        if answer.is_err() {
            assert!(out.is_empty(), "a refusal left events: {out:#?}");
            assert!(self.state == before, "a refusal changed the state");
            return answer;
        }
        let mut folded = before;
        for event in &out {
            apply(&mut folded, event);
        }
        assert!(
            folded == self.state,
            "folding the events gives another state"
        );
        self.log.push((command.clone(), out.len()));
        self.events.append(&mut out);
        Ok(())
    }

    #[track_caller]
    pub(crate) fn accepts(mut self, command: &Command) -> Self {
        if let Err(rejection) = self.send(command) {
            panic!("{command:?}: {}", self.said(&rejection));
        }
        self
    }

    pub(crate) fn said(&self, rejection: &Rejection) -> String {
        rejection
            .words(Teller {
                scenario: self.scenario(),
                words: &self.words,
            })
            .to_string()
    }

    #[track_caller]
    pub(crate) fn advance(self) -> Self {
        self.accepts(&Command::Advance)
    }

    /// Goes on until that step of the present turn, or of the next where the present one is past it.
    #[track_caller]
    pub(crate) fn until(mut self, step: Step) -> Self {
        loop {
            self = self.advance();
            if self.truth().step() == step {
                return self;
            }
        }
    }

    /// Goes on until the Commit of a turn.
    #[track_caller]
    pub(crate) fn turn(mut self, turn: u16) -> Self {
        while self.truth().turn() != turn || self.truth().step() != Step::Commit {
            self = self.advance();
        }
        self
    }

    /// In Commit: these acts are sealed by the seat.
    #[track_caller]
    pub(crate) fn seals(self, seat: &str, deeds: &str) -> Self {
        let command = self.sealing(seat, deeds);
        self.accepts(&command)
    }

    /// In Commit: these acts are sealed by the seat, and take effect.
    #[track_caller]
    pub(crate) fn does(self, seat: &str, deeds: &str) -> Self {
        self.seals(seat, deeds).advance()
    }

    #[track_caller]
    fn sealing(&self, seat: &str, deeds: &str) -> Command {
        Command::Seal {
            seat: self.seat(seat),
            acts: deed::acts(self.scenario(), deeds),
        }
    }

    /// These acts are refused to the seat, with words in which `because` occurs.
    #[track_caller]
    pub(crate) fn refuses(self, seat: &str, deeds: &str, because: &str) -> Self {
        let command = self.sealing(seat, deeds);
        self.rejects(&command, because)
    }

    #[track_caller]
    pub(crate) fn rejects(mut self, command: &Command, because: &str) -> Self {
        let Err(rejection) = self.send(command) else {
            panic!("{command:?} was accepted");
        };
        let said = self.said(&rejection);
        assert!(!because.is_empty(), "say why; it was refused since {said}");
        assert!(said.contains(because), "it was refused since {said}");
        self
    }

    #[track_caller]
    pub(crate) fn fires(self, inject: &str) -> Self {
        let inject = InjectId(self.find(Kind::Inject, inject));
        self.accepts(&Command::Fire { inject })
    }

    #[track_caller]
    pub(crate) fn skips(self, inject: &str) -> Self {
        let inject = InjectId(self.find(Kind::Inject, inject));
        self.accepts(&Command::Skip { inject })
    }

    /// The value of an expression in the author's words, on the whole truth.
    #[track_caller]
    pub(crate) fn value(&self, text: &str, gives: Gives) -> i64 {
        let mut scenario = self.scenario().clone();
        let expr = ExprId::at(scenario.exprs.len());
        scenario.exprs.push(source(text, gives));
        let playable = playable(scenario);
        Truth::new(&playable, &self.state).eval(expr).unwrap()
    }

    /// Each of these holds, in the author's words.
    #[track_caller]
    pub(crate) fn holds(self, texts: &[&str]) -> Self {
        for text in texts {
            assert_eq!(self.value(text, Gives::Truth), 1, "{text}");
        }
        self
    }

    pub(crate) fn number(&self, text: &str) -> i64 {
        self.value(text, Gives::Number)
    }

    /// How many of all events so far are of this kind.
    pub(crate) fn count(&self, is: impl Fn(&What) -> bool) -> usize {
        self.events.iter().filter(|event| is(&event.what)).count()
    }

    /// There are exactly so many events of this kind so far.
    #[track_caller]
    pub(crate) fn saw(self, count: usize, is: impl Fn(&What) -> bool) -> Self {
        assert_eq!(self.count(is), count);
        self
    }

    /// What one seat sees.
    pub(crate) fn view(&self, seat: SeatId) -> SeatView {
        let lens = Lens::new(&self.playable, &self.state, std::slice::from_ref(&seat));
        SeatView::of(&lens, &self.events, &self.words)
    }

    /// The same as bytes.
    pub(crate) fn bytes(&self, view: &SeatView) -> String {
        self.scenario()
            .names
            .scope(|| serde_json::to_string(view).unwrap())
    }
}

/// An expression that stands in no file.
pub(crate) fn source(text: &str, gives: Gives) -> ExprSource {
    ExprSource {
        text: text.into(),
        gives,
        file: 0,
        start: 0,
        end: u32::try_from(text.len()).unwrap(),
    }
}
