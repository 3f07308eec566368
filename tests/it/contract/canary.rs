//! Tokens planted in every text, and the watch over what each seat is shown before the end.

use std::sync::Arc;

use demarche::engine::act::Act;
use demarche::engine::event::Step;
use demarche::engine::event::What;
use demarche::engine::ledger::duties::DutyEvent;
use demarche::engine::lens::Lens;
use demarche::engine::tell::Teller;
use demarche::engine::view::Subject;
use demarche::engine::view::board;
use demarche::engine::why;
use demarche::engine::why::Asker;
use demarche::model::SeatId;
use demarche::model::msel::Sender;
use demarche::model::scenario::Scenario;
use demarche::script::Playable;
use demarche::text::Words;

use crate::contract::driver::Check;
use crate::contract::driver::chosen;
use crate::contract::plants::Plants;
use crate::contract::plants::Readers;
use crate::support::table::Table;
use crate::support::table::playable;

/// A scenario full of tokens, ready to play.
pub(super) struct Planted {
    pub(super) playable: Arc<Playable>,
    tokens: Vec<(String, Readers)>,
}

pub(super) fn plant(scenario: &Scenario) -> Planted {
    let plants = Plants::of(scenario);
    Planted {
        playable: Arc::new(playable(plants.scenario)),
        tokens: plants.tokens,
    }
}

/// Looks for tokens where they may not be.
pub(super) struct Watch<'a> {
    planted: &'a Planted,
    words: Words,
    /// How many tokens were seen, rightly, over all seats and steps.
    pub(super) shown: usize,
}

impl<'a> Watch<'a> {
    pub(super) fn new(planted: &'a Planted) -> Self {
        Self {
            planted,
            words: Words::default(),
            shown: 0,
        }
    }

    /// Everything a seat can be shown now, one thing after another.
    fn shown_to(&self, table: &Table, seat: SeatId) -> String {
        let view = table.view(seat);
        let mut shown = table.bytes(&view);
        let lens = Lens::new(&table.playable, &table.state, std::slice::from_ref(&seat));
        let teller = Teller {
            scenario: table.scenario(),
            words: &self.words,
        };
        if !matches!(table.truth().step(), Step::Commit | Step::Reveal) {
            return shown;
        }
        let mut asked: Vec<Subject> = Vec::new();
        for row in view.panels.iter().flat_map(|panel| &panel.rows) {
            asked.push(row.subject);
        }
        asked.extend(view.facts.iter().map(|fact| Subject::Fact(fact.fact)));
        asked.extend(view.duties.iter().map(|duty| Subject::Duty(duty.duty)));
        asked.extend([Subject::Capital(seat), Subject::Hours(seat)]);
        for row in board::there(&view).flat_map(|board| (board.rows)(&view, &self.words)) {
            asked.extend(row.subject.filter(|about| !asked.contains(about)));
        }
        for about in asked {
            for change in why::changes(Asker::Seat(lens), &table.events, about, teller).0 {
                shown.push_str(change.text.as_str());
                for line in &change.chain {
                    shown.push_str(line.as_str());
                }
            }
        }
        for name in demarche::bots::standard() {
            let bot = demarche::bots::named(name).unwrap();
            let sealed = chosen(table, bot, seat, 7);
            shown.push_str(sealed.reason.unwrap().say(&self.words).as_str());
        }
        shown
    }
}

impl Check for Watch<'_> {
    fn look(&mut self, table: &Table, what: &str) {
        if table.truth().ending().is_some() {
            return;
        }
        for seat in table.scenario().seats.iter().map(|seat| seat.id) {
            let shown = self.shown_to(table, seat);
            for (place, _) in shown.match_indices("Qx") {
                let rest = &shown[place + 2..];
                let Some(number) = rest
                    .split("xQ")
                    .next()
                    .and_then(|n| n.parse::<usize>().ok())
                else {
                    continue;
                };
                let (token, readers) = &self.planted.tokens[number];
                let near: String = rest.chars().take(160).collect();
                assert!(
                    may_read(table, seat, readers),
                    "{what}, turn {}, {:?}: {} reads {token}: {near}",
                    table.truth().turn(),
                    table.truth().step(),
                    table.scenario().seats[seat.index()].title,
                );
                self.shown += 1;
            }
        }
    }
}

fn may_read(table: &Table, seat: SeatId, readers: &Readers) -> bool {
    let (scenario, truth) = (table.scenario(), table.truth());
    let own = scenario.seats[seat.index()].actor;
    let happened = |is: &dyn Fn(&What) -> bool| table.events.iter().any(|event| is(&event.what));
    let got = |inject: &demarche::model::InjectId| {
        scenario.injects[inject.index()].to.contains(&own)
            && happened(&|what| matches!(what, What::Delivered { inject: it, .. } if it == inject))
    };
    match readers {
        Readers::Nobody => false,
        Readers::HoldersInFull(fact) => truth.holding(own, *fact).is_some_and(|held| !held.derived),
        Readers::HoldersOfVersion(fact) => {
            let held = truth.holding(own, *fact);
            // Who got the gist first keeps the letter that brought it.
            held.is_some_and(|held| held.derived || held.can_derive || held.from.is_some())
        }
        Readers::Holders(fact) => truth.holding(own, *fact).is_some(),
        Readers::Recipients(inject) => got(inject),
        Readers::Seat(reader) => *reader == seat,
        Readers::Profile(actor) => {
            own == *actor || scenario.actors[own.index()].acts_for == Some(*actor)
        }
        Readers::Asked(decision) => {
            scenario.decisions[decision.index()].seat == seat
                && happened(
                    &|what| matches!(what, What::Opened { decision: it, .. } if it == decision),
                )
        }
        Readers::AfterChoice(choice) => {
            happened(&|what| matches!(what, What::Closed { choice: Some(it), .. } if it == choice))
        }
        Readers::AfterAction(action) => happened(
            &|what| matches!(what, What::Acted { act: Act::Take { action: it }, .. } if it == action),
        ),
        Readers::Actors(action) => scenario.actions[action.index()].seats.contains(&seat),
        Readers::AfterRule(rule) => {
            happened(&|what| matches!(what, What::RuleFired { rule: it, .. } if it == rule))
        }
        Readers::Reporters(duty) => {
            let row = &scenario.duties[duty.index()];
            let told = happened(
                &|what| matches!(what, What::Duties(DutyEvent::Met { duty: it, .. } | DutyEvent::Late { duty: it, .. } | DutyEvent::FoundOut { duty: it, .. }) if it == duty),
            );
            // A report that got out is everybody's.
            let leaked = happened(
                &|what| matches!(what, What::Duties(DutyEvent::Leaked { duty: it, .. }) if it == duty),
            );
            row.holder == seat || (told && row.recipient == own) || leaked
        }
        Readers::Meter(meter) => scenario.meters[meter.index()].seen_by.includes(seat),
        Readers::Zone(zone) => scenario.spread.zones[zone.index()].seen_by.includes(seat),
        Readers::Community(community) => {
            let row = &scenario.harm.communities[community.index()];
            row.seen_by.includes(seat)
        }
        Readers::FromTurn(turn) => truth.turn() >= *turn,
        Readers::Threatened(actor) => scenario.injects.iter().any(|inject| {
            matches!(inject.from, Sender::Actor(from) if from == *actor) && got(&inject.id)
        }),
    }
}
