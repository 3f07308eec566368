//! Duties, and how reporting works.

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::model::DutyId;
use crate::model::FactId;
use crate::model::RegionId;
use crate::model::SeatId;
use crate::model::calendar::Term;
use crate::model::id::Kind;
use crate::model::ledger::Ledger;
use crate::model::ledger::duties::Duty;
use crate::model::ledger::duties::DutyRules;
use crate::model::ledger::duties::Follows;
use crate::model::ledger::duties::Trigger;
use crate::model::ledger::shape::Parameter;
use crate::model::ledger::shape::Parameters as _;
use crate::model::time::Span;
use crate::model::time::StoryClock;
use crate::scenario::file;
use crate::scenario::file::Sheet;
use crate::scenario::file::Text;
use crate::scenario::resolve::Resolver;
use crate::scenario::resolve::packs::Lent;
use crate::scenario::resolve::packs::filled;
use crate::text::Arg;
use crate::text::SafeText;

/// A day, in minutes: how long a determination counts as prompt if the author says nothing.
const DAY: i32 = 24 * 60;

impl Resolver<'_> {
    pub(super) fn duties(&mut self, duties: &[file::Duty], clock: StoryClock) -> Vec<Duty> {
        duties
            .iter()
            .map(|duty| self.one_duty(duty, duties, clock))
            .collect()
    }

    fn one_duty(&mut self, duty: &file::Duty, duties: &[file::Duty], clock: StoryClock) -> Duty {
        let template = duty
            .from_pack
            .as_ref()
            .and_then(|named| self.template(&named.value.0, &named.value.1));
        let lent = template.map(|(_, template)| self.lent(duty, template, duties));
        let (lent, lacks_first) = match lent {
            Some(Lent::Follows(follows)) => (Some(follows), None),
            Some(Lent::Lacks(first)) => (None, Some(first)),
            Some(Lent::Nothing) | None => (None, None),
        };
        let duty = &template.map_or_else(|| duty.clone(), |(_, template)| filled(duty, template));
        self.needs(Ledger::Duties, duty.id.span);
        let is_known = duty.from_pack.is_none() || template.is_some();
        let lacks = |resolver: &mut Self, name: &'static str| {
            // What a pack that there is not would have said, nobody knows.
            if !is_known {
                return;
            }
            let wrong = Diagnostic::new(Code::MissingField, duty.id.span);
            resolver.tell(wrong.with("what", Arg::Key("what-duty")).with("name", name));
        };
        let name = if let Some(name) = &duty.name {
            self.line(name, "name")
        } else {
            lacks(self, "name");
            SafeText::default()
        };
        let trigger = duty.trigger.unwrap_or_else(|| {
            lacks(self, "trigger");
            Trigger::Aware
        });
        let within = if let Some(within) = &duty.within {
            self.term(within, clock)
        } else {
            lacks(self, "within");
            Term::default()
        };
        if let Some(text) = duty.within.as_ref().filter(|_| within.is_empty()) {
            let wrong = Diagnostic::new(Code::DeadlineBeforeTrigger, text.span);
            self.tell(wrong.with("name", &duty.id.value));
        }
        Duty {
            id: DutyId(self.own(Kind::Duty, &duty.id)),
            name,
            about: self.block_or_none(duty.about.as_ref()),
            holder: SeatId(self.find(Kind::Seat, &duty.holder)),
            recipient: self.actor(&duty.recipient),
            trigger,
            starts: self.condition(duty.starts.as_ref()),
            determined: duty.determined.unwrap_or_default(),
            known_since: self.condition(duty.known_since.as_ref()),
            grace: duty
                .grace
                .as_ref()
                .map_or(Span(DAY), |grace| self.span(grace, DAY)),
            follows: self.follows(duty).or(lent),
            lacks: lacks_first,
            within,
            calendar: duty
                .calendar
                .as_ref()
                .map(|region| RegionId(self.find(Kind::Region, region))),
            stops: self.condition(duty.stops.as_ref()),
            stops_note: self.line_or_none(duty.stops_note.as_ref()),
            extension: duty.extension.as_ref().map(|term| self.term(term, clock)),
            answer: duty.answer.as_ref().map(|within| self.span(within, DAY)),
            hours: self.number(duty.hours.as_ref(), 1, 0, 1000),
            accepts_minimal: duty.accepts_minimal.unwrap_or(true),
            tells: self.told_facts(&duty.tells),
            tells_in_full: self.told_facts(&duty.tells_in_full),
            leak: self.number(duty.leak.as_ref(), 0, 0, 1000),
            on_met: self.effects(&duty.on_met),
            on_missed: self.effects(&duty.on_missed),
            on_full: self.effects(&duty.on_full),
            on_leak: self.effects(&duty.on_leak),
            on_answer: self.effects(&duty.on_answer),
            modelled_on: self.line_or_none(duty.modelled_on.as_ref()),
            pack: template.map(|(pack, template)| self.template_note(pack, template)),
            source: self.line_or_none(duty.source.as_ref()),
            valid_from: duty
                .valid_from
                .as_ref()
                .and_then(|from| self.valid_from(from)),
        }
    }

    fn told_facts(&mut self, facts: &[Text]) -> Vec<FactId> {
        facts
            .iter()
            .map(|fact| {
                self.told_facts.insert(fact.value.clone());
                self.fact(fact)
            })
            .collect()
    }

    /// What another clock's start or report starts.
    fn follows(&mut self, duty: &file::Duty) -> Option<Follows> {
        if let (Some(_), Some(after)) = (&duty.with, &duty.after) {
            let wrong = Diagnostic::new(Code::DuplicateField, after.span);
            self.tell(wrong.with("name", "after"));
        }
        let other = duty.with.as_ref().or(duty.after.as_ref())?;
        self.not_itself(&duty.id, other, Kind::Duty);
        let id = DutyId(self.find(Kind::Duty, other));
        Some(if duty.with.is_some() {
            Follows::Start(id)
        } else {
            Follows::Report(id)
        })
    }

    /// How long a law gives. Months need a story with a date.
    fn term(&mut self, text: &Text, clock: StoryClock) -> Term {
        let Some(term) = Term::parse(text.value.trim()) else {
            self.bad_form(text, "expects-term");
            return Term::Span(Span(60));
        };
        if matches!(term, Term::Months(_)) && clock.date.is_none() {
            let wrong = Diagnostic::new(Code::StoryWithoutDate, text.span);
            self.tell(wrong.with("found", &text.value));
        }
        term
    }

    pub(super) fn duty_rules(&mut self, sheet: &Sheet) -> DutyRules {
        let mut rules = DutyRules::default();
        let Some(reporting) = &sheet.reporting else {
            return rules;
        };
        if let Some(place) = sheet.place("reporting") {
            self.needs(Ledger::Duties, place);
        }
        // In the order in which the rules declare them.
        let written = [
            &reporting.determine_hours,
            &reporting.extension_hours,
            &reporting.extension_odds,
            &reporting.exposure,
            &reporting.exposure_cost,
            &reporting.noise_cost,
            &reporting.answer_odds,
            &reporting.answer_load,
            &reporting.answer_gain,
            &reporting.silence_cost,
            &reporting.hours_per_report,
            &reporting.answer_hours,
            &reporting.chill,
        ];
        for (parameter, number) in DutyRules::PARAMETERS.iter().zip(written) {
            let Parameter {
                name,
                default,
                min,
                max,
                ..
            } = *parameter;
            rules.set(name, self.number(number.as_ref(), default, min, max));
        }
        rules
    }
}
