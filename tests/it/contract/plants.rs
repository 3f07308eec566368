//! Plants a token of its own in every text of a scenario, and knows who may come to read each.

use demarche::model::ActorId;
use demarche::model::ChoiceId;
use demarche::model::CommunityId;
use demarche::model::DecisionId;
use demarche::model::DutyId;
use demarche::model::FactId;
use demarche::model::InjectId;
use demarche::model::MeterId;
use demarche::model::RuleId;
use demarche::model::SeatId;
use demarche::model::ZoneId;
use demarche::model::msel::Sender;
use demarche::model::scenario::Scenario;
use demarche::text::SafeText;

/// Who may come to read a text before the end.
#[derive(Clone, Debug)]
pub(super) enum Readers {
    /// Nobody: it is for the facilitator or the debrief.
    Nobody,
    /// Whoever holds the fact, in full or at all.
    HoldersInFull(FactId),
    HoldersOfVersion(FactId),
    Holders(FactId),
    /// Whom the inject reached.
    Recipients(InjectId),
    Seat(SeatId),
    /// The seat it is put to, once it is open.
    Asked(DecisionId),
    /// Everybody once the choice or action is taken.
    AfterChoice(ChoiceId),
    AfterAction(demarche::model::ActionId),
    Actors(demarche::model::ActionId),
    AfterRule(RuleId),
    /// The holder, and the recipient of the report once it has one.
    Reporters(DutyId),
    Meter(MeterId),
    Zone(ZoneId),
    Community(CommunityId),
    /// Everybody from that turn on.
    FromTurn(u16),
    /// Whoever sits for the actor, or acts for it.
    Profile(ActorId),
    /// Whoever got an inject from the adversary.
    Threatened(ActorId),
}

/// A scenario with tokens: token number `n` is written `Qx<n>xQ`.
pub(super) struct Plants {
    pub(super) scenario: Scenario,
    /// Where each token is, and who may read it.
    pub(super) tokens: Vec<(String, Readers)>,
}

impl Plants {
    fn put(&mut self, text: &mut SafeText, place: String, readers: Readers) {
        let number = self.tokens.len();
        *text = SafeText::block(&format!("Qx{number}xQ {}", text.as_str()));
        self.tokens.push((place, readers));
    }

    fn all<'t>(
        &mut self,
        texts: impl IntoIterator<Item = &'t mut SafeText>,
        place: &str,
        readers: &Readers,
    ) {
        for text in texts {
            self.put(text, place.to_owned(), readers.clone());
        }
    }

    pub(super) fn of(scenario: &Scenario) -> Self {
        let mut plants = Self {
            scenario: scenario.clone(),
            tokens: Vec::new(),
        };
        let mut scenario = scenario.clone();
        facts(&mut plants, &mut scenario);
        msel(&mut plants, &mut scenario);
        seats(&mut plants, &mut scenario);
        choices(&mut plants, &mut scenario);
        numbers(&mut plants, &mut scenario);
        story(&mut plants, &mut scenario);
        plants.scenario = scenario;
        plants
    }
}

fn facts(plants: &mut Plants, scenario: &mut Scenario) {
    for fact in &mut scenario.facts {
        let id = fact.id;
        let place = format!("{id:?}");
        plants.put(
            &mut fact.title,
            format!("{place} title"),
            Readers::Holders(id),
        );
        plants.put(
            &mut fact.body,
            format!("{place} body"),
            Readers::HoldersInFull(id),
        );
        plants.put(
            &mut fact.reality,
            format!("{place} reality"),
            Readers::Nobody,
        );
        if let Some(derived) = &mut fact.derived {
            let readers = Readers::HoldersOfVersion(id);
            plants.put(&mut derived.body, format!("{place} derived"), readers);
        }
    }
}

fn msel(plants: &mut Plants, scenario: &mut Scenario) {
    for inject in &mut scenario.injects {
        let readers = Readers::Recipients(inject.id);
        let place = format!("{:?}", inject.id);
        plants.all([&mut inject.title, &mut inject.body], &place, &readers);
        if let Sender::Other(sender) = &mut inject.from {
            plants.put(sender, format!("{place} sender"), readers);
        }
        plants.put(&mut inject.note, format!("{place} note"), Readers::Nobody);
        for expected in &mut inject.expected {
            plants.put(
                &mut expected.text,
                format!("{place} expected"),
                Readers::Nobody,
            );
        }
    }
}

fn seats(plants: &mut Plants, scenario: &mut Scenario) {
    for seat in &mut scenario.seats {
        let readers = Readers::Seat(seat.id);
        let place = format!("{:?}", seat.id);
        plants.put(&mut seat.brief, place.clone(), readers.clone());
        plants.all(&mut seat.aims, &place, &readers);
        plants.all(&mut seat.authority, &place, &readers);
        plants.all(&mut seat.limits, &place, &readers);
        plants.all(
            seat.contacts.iter_mut().map(|contact| &mut contact.remark),
            &place,
            &readers,
        );
        plants.all(
            seat.wants.iter_mut().map(|want| &mut want.text),
            &place,
            &readers,
        );
    }
}

fn choices(plants: &mut Plants, scenario: &mut Scenario) {
    for decision in &mut scenario.decisions {
        let readers = Readers::Asked(decision.id);
        let place = format!("{:?}", decision.id);
        plants.all([&mut decision.title, &mut decision.text], &place, &readers);
    }
    for choice in &mut scenario.choices {
        let readers = Readers::Asked(choice.decision);
        let place = format!("{:?}", choice.id);
        let advisers = &mut choice.advisers;
        let texts = [
            &mut choice.label,
            &mut choice.text,
            &mut choice.unless,
            &mut advisers.technical,
            &mut advisers.legal,
            &mut advisers.political,
        ];
        plants.all(texts, &place, &readers);
        plants.put(&mut choice.note, format!("{place} note"), Readers::Nobody);
        if !choice.seen.is_empty() {
            let readers = Readers::AfterChoice(choice.id);
            plants.put(&mut choice.seen, format!("{place} seen"), readers);
        }
    }
    for action in &mut scenario.actions {
        let readers = Readers::Actors(action.id);
        let place = format!("{:?}", action.id);
        let texts = [&mut action.label, &mut action.text, &mut action.unless];
        plants.all(texts, &place, &readers);
        plants.put(&mut action.note, format!("{place} note"), Readers::Nobody);
        if !action.seen.is_empty() {
            let readers = Readers::AfterAction(action.id);
            plants.put(&mut action.seen, format!("{place} seen"), readers);
        }
    }
}

fn numbers(plants: &mut Plants, scenario: &mut Scenario) {
    for duty in &mut scenario.duties {
        let readers = Readers::Reporters(duty.id);
        let place = format!("{:?}", duty.id);
        plants.all([&mut duty.name, &mut duty.about], &place, &readers);
        plants.put(
            &mut duty.modelled_on,
            format!("{place} model"),
            Readers::Nobody,
        );
    }
    for meter in &mut scenario.meters {
        let readers = Readers::Meter(meter.id);
        let texts = [&mut meter.name, &mut meter.about];
        plants.all(texts, &format!("{:?}", meter.id), &readers);
    }
    for zone in &mut scenario.spread.zones {
        let readers = Readers::Zone(zone.id);
        plants.put(&mut zone.name, format!("{:?}", zone.id), readers);
    }
    for community in &mut scenario.harm.communities {
        let readers = Readers::Community(community.id);
        let texts = [&mut community.name, &mut community.about];
        plants.all(texts, &format!("{:?}", community.id), &readers);
    }
}

fn story(plants: &mut Plants, scenario: &mut Scenario) {
    for rule in &mut scenario.rules {
        if !rule.why.is_empty() {
            let readers = Readers::AfterRule(rule.id);
            plants.put(&mut rule.why, format!("{:?}", rule.id), readers);
        }
    }
    for ending in &mut scenario.endings {
        let texts = [&mut ending.title, &mut ending.text, &mut ending.note];
        plants.all(texts, &format!("{:?}", ending.id), &Readers::Nobody);
    }
    for objective in &mut scenario.objectives {
        let place = format!("{:?}", objective.id);
        plants.put(&mut objective.text, place, Readers::Nobody);
    }
    for task in &mut scenario.tasks {
        plants.put(&mut task.text, format!("{:?}", task.id), Readers::Nobody);
    }
    for baseline in &mut scenario.norms.baselines {
        let readers = Readers::Profile(baseline.actor);
        plants.put(&mut baseline.text, "baseline".into(), readers);
    }
    plants.put(
        &mut scenario.about.modelled_on,
        "models".into(),
        Readers::Nobody,
    );
    for (place, turn) in scenario.turns.iter_mut().enumerate() {
        let number = u16::try_from(place).unwrap();
        plants.put(
            &mut turn.title,
            format!("turn {number}"),
            Readers::FromTurn(number),
        );
    }
    for phase in &mut scenario.phases {
        let first = scenario
            .turns
            .iter()
            .position(|turn| turn.phase == Some(phase.id));
        let first = u16::try_from(first.unwrap_or(usize::from(u16::MAX))).unwrap();
        let texts = [&mut phase.title, &mut phase.text];
        plants.all(texts, &format!("{:?}", phase.id), &Readers::FromTurn(first));
    }
    for actor in &mut scenario.actors {
        if actor.kind == demarche::model::roster::ActorKind::Adversary {
            let readers = Readers::Threatened(actor.id);
            let texts = [&mut actor.name, &mut actor.short, &mut actor.about];
            plants.all(texts, &format!("{:?}", actor.id), &readers);
        }
    }
}
