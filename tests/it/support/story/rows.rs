//! The rows of a story: whatever a test wants one of, with the plainest values.

use crate::support::story::Story;
use crate::support::story::line;
use demarche::model::ActionId;
use demarche::model::ChoiceId;
use demarche::model::CommunityId;
use demarche::model::DecisionId;
use demarche::model::DutyId;
use demarche::model::EndingId;
use demarche::model::FactId;
use demarche::model::InjectId;
use demarche::model::MeterId;
use demarche::model::RegionId;
use demarche::model::RuleId;
use demarche::model::ZoneId;
use demarche::model::calendar::Term;
use demarche::model::decision::Action;
use demarche::model::decision::Advisers;
use demarche::model::decision::Choice;
use demarche::model::decision::Cost;
use demarche::model::decision::Decision;
use demarche::model::decision::Opens;
use demarche::model::effect::Effect;
use demarche::model::family::Family;
use demarche::model::id::Kind;
use demarche::model::ledger::duties::Duty;
use demarche::model::ledger::duties::Trigger;
use demarche::model::ledger::facts::Fact;
use demarche::model::ledger::facts::FactKind;
use demarche::model::ledger::facts::Truth;
use demarche::model::ledger::harm::Community;
use demarche::model::ledger::meters::Meter;
use demarche::model::ledger::meters::SeenBy;
use demarche::model::ledger::spread::Zone;
use demarche::model::marking::Marking;
use demarche::model::marking::Tlp;
use demarche::model::msel::Channel;
use demarche::model::msel::Inject;
use demarche::model::msel::Sender;
use demarche::model::msel::Status;
use demarche::model::msel::When;
use demarche::model::scenario::Ending;
use demarche::model::scenario::Rule;
use demarche::model::time::Span;
use demarche::text::SafeText;

impl Story {
    /// A meter from 0 to 100 that starts in the middle.
    pub(crate) fn meter(&mut self, word: &str, seen_by: SeenBy) -> MeterId {
        let id = MeterId(self.name(Kind::Meter, word));
        self.scenario.meters.push(Meter {
            id,
            name: line(word),
            about: SafeText::empty(),
            min: 0,
            max: 100,
            start: 50,
            seen_by,
            settles: None,
            more_is_better: true,
        });
        id
    }

    /// A true report of an actor's, which nobody else holds.
    pub(crate) fn fact(&mut self, word: &str, source: &str, tlp: Tlp) -> &mut Fact {
        let id = FactId(self.name(Kind::Fact, word));
        let source = self.actor(source);
        self.scenario.facts.push(Fact {
            id,
            kind: FactKind::Report,
            title: line(&format!("Title of {word}")),
            body: line(&format!("Body of {word}.")),
            source,
            owner: None,
            marking: Marking::Tlp(tlp),
            machine: false,
            truth: Truth::True,
            reality: line(&format!("Reality of {word}.")),
            holders: vec![source],
            half_life: 0,
            guards: Vec::new(),
            derived: None,
        });
        self.scenario.facts.last_mut().unwrap()
    }

    /// A zone that everybody sees and nothing happens in.
    pub(crate) fn zone(&mut self, word: &str, owner: &str, cert: &str) -> &mut Zone {
        let id = ZoneId(self.name(Kind::Zone, word));
        let (owner, cert) = (self.actor(owner), self.actor(cert));
        self.scenario.spread.zones.push(Zone {
            id,
            name: line(word),
            region: None,
            owner: Some(owner),
            cert: Some(cert),
            no_contract: false,
            watched_by: None,
            exposed: 90,
            compromised: 10,
            contained: 0,
            rate: 0,
            seen_by: SeenBy::All,
        });
        self.scenario.spread.zones.last_mut().unwrap()
    }

    /// A community of the first region that depends on nothing.
    pub(crate) fn community(&mut self, word: &str) -> &mut Community {
        let id = CommunityId(self.name(Kind::Community, word));
        self.scenario.harm.communities.push(Community {
            id,
            name: line(word),
            about: SafeText::empty(),
            region: Some(RegionId(0)),
            depends_on: Vec::new(),
            context: 1000,
            surges: Vec::new(),
            secondary: 0,
            evidence: 0,
            seen_by: SeenBy::All,
        });
        self.scenario.harm.communities.last_mut().unwrap()
    }

    /// A duty of a seat to the regulator, of one hour's work within six hours.
    pub(crate) fn duty(&mut self, word: &str, holder: &str) -> &mut Duty {
        let id = DutyId(self.name(Kind::Duty, word));
        let (holder, recipient) = (self.seat_id(holder), self.actor("watchdog"));
        self.scenario.duties.push(Duty {
            id,
            name: line(&format!("Duty {word}")),
            about: line(&format!("About duty {word}.")),
            holder,
            recipient,
            trigger: Trigger::Aware,
            starts: None,
            determined: false,
            known_since: None,
            grace: Span(24 * 60),
            follows: None,
            lacks: None,
            within: Term::Span(Span(360)),
            calendar: None,
            stops: None,
            stops_note: SafeText::empty(),
            extension: None,
            answer: None,
            hours: 1,
            accepts_minimal: true,
            tells: Vec::new(),
            tells_in_full: Vec::new(),
            leak: 0,
            on_met: Vec::new(),
            on_missed: Vec::new(),
            on_full: Vec::new(),
            on_leak: Vec::new(),
            on_answer: Vec::new(),
            pack: None,
            source: SafeText::empty(),
            valid_from: None,
            modelled_on: line(&format!("Model of {word}.")),
        });
        self.scenario.duties.last_mut().unwrap()
    }

    /// An inject that reaches an actor in a turn.
    pub(crate) fn inject(&mut self, word: &str, to: &str, turn: u16) -> &mut Inject {
        let id = InjectId(self.name(Kind::Inject, word));
        let to = self.actor(to);
        self.scenario.injects.push(Inject {
            id,
            number: line(&format!("{:03}", id.0 + 1)),
            when: When {
                from: turn,
                to: turn,
                at: None,
                condition: None,
                after: None,
                chance: 1000,
                once: true,
                cooldown: 0,
                by_hand: false,
            },
            to: vec![to],
            from: Sender::Other(line("Exercise control")),
            channel: Channel::Email,
            marking: Marking::Tlp(Tlp::Clear),
            title: line(&format!("Subject of {word}")),
            body: line(&format!("Letter of {word}.")),
            facts: Vec::new(),
            effects: Vec::new(),
            expected: Vec::new(),
            objectives: Vec::new(),
            norms: Vec::new(),
            note: line(&format!("Note on {word}.")),
            contingency_of: None,
            status: Status::Approved,
        });
        self.scenario.injects.last_mut().unwrap()
    }

    /// A decision of a seat's that opens in a turn and stays for that turn, with these choices, which cost an hour each.
    pub(crate) fn decision(
        &mut self,
        word: &str,
        seat: &str,
        turn: u16,
        choices: &[(&str, Family)],
    ) -> &mut Decision {
        let id = DecisionId(self.name(Kind::Decision, word));
        let seat = self.seat_id(seat);
        let mut rows = Vec::new();
        for (choice, family) in choices {
            let choice_id = ChoiceId(self.name(Kind::Choice, &format!("{word}.{choice}")));
            rows.push(choice_id);
            self.scenario.choices.push(Choice {
                id: choice_id,
                decision: id,
                family: *family,
                label: line(&format!("Choose {word} {choice}")),
                text: line(&format!("Choosing {word} {choice}.")),
                cost: Cost {
                    hours: 1,
                    capital: 0,
                },
                condition: None,
                unless: SafeText::empty(),
                effects: Vec::new(),
                norms: Vec::new(),
                advisers: Advisers::default(),
                note: line(&format!("Debrief of {word} {choice}.")),
                seen: SafeText::empty(),
                intended_trap: false,
            });
        }
        self.scenario.decisions.push(Decision {
            id,
            seat,
            title: line(&format!("Question {word}")),
            text: line(&format!("What about {word}?")),
            opens: Opens {
                from: turn,
                to: turn,
                after: None,
                condition: None,
            },
            stays: 1,
            choices: rows,
            default: None,
            objectives: Vec::new(),
        });
        self.scenario.decisions.last_mut().unwrap()
    }

    /// The row of a choice, by its word `decision.choice`.
    #[track_caller]
    pub(crate) fn choice(&mut self, word: &str) -> &mut Choice {
        let place = self.find(Kind::Choice, word);
        &mut self.scenario.choices[usize::from(place)]
    }

    /// A standing action of some seats, for one hour.
    pub(crate) fn action(&mut self, word: &str, seats: &[&str], family: Family) -> &mut Action {
        let id = ActionId(self.name(Kind::Action, word));
        let seats = seats.iter().map(|seat| self.seat_id(seat)).collect();
        self.scenario.actions.push(Action {
            id,
            family,
            seats,
            label: line(&format!("Do {word}")),
            text: line(&format!("Doing {word}.")),
            cost: Cost {
                hours: 1,
                capital: 0,
            },
            condition: None,
            unless: SafeText::empty(),
            cooldown: 0,
            in_prep: false,
            effects: Vec::new(),
            norms: Vec::new(),
            note: line(&format!("Debrief of {word}.")),
            seen: SafeText::empty(),
        });
        self.scenario.actions.last_mut().unwrap()
    }

    /// A when/then row that fires in every turn from the first.
    pub(crate) fn rule(&mut self, word: &str, effects: Vec<Effect>) -> &mut Rule {
        let id = RuleId(self.name(Kind::Rule, word));
        self.scenario.rules.push(Rule {
            id,
            actor: None,
            condition: None,
            from: 1,
            to: u16::MAX,
            chance: 1000,
            once: false,
            cooldown: 0,
            effects,
            why: SafeText::empty(),
        });
        self.scenario.rules.last_mut().unwrap()
    }

    /// An ending; the first in the list that holds is taken.
    pub(crate) fn ending(&mut self, word: &str, condition: Option<&str>, early: bool) -> EndingId {
        let condition = condition.map(|text| self.truth(text));
        let id = EndingId(self.name(Kind::Ending, word));
        self.scenario.endings.push(Ending {
            id,
            title: line(&format!("Ending {word}")),
            text: line(&format!("It ended {word}.")),
            note: line(&format!("How to get {word}.")),
            condition,
            early,
        });
        id
    }
}
