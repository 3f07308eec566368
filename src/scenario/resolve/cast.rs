//! Who is in the story.

use std::collections::BTreeMap;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Span;
use crate::model::ActorId;
use crate::model::SeatId;
use crate::model::expr::Gives;
use crate::model::id::Kind;
use crate::model::roster::Actor;
use crate::model::roster::Contact;
use crate::model::roster::Seat;
use crate::model::roster::Want;
use crate::model::time::StoryClock;
use crate::scenario::file;
use crate::scenario::resolve::Resolver;
use crate::text::Arg;

/// The longest short name, in characters: it goes into tables.
const SHORT: usize = 12;

impl Resolver<'_> {
    pub(super) fn actors(&mut self, actors: &[file::Actor], clock: StoryClock) -> Vec<Actor> {
        actors
            .iter()
            .map(|actor| self.one_actor(actor, clock))
            .collect()
    }

    fn one_actor(&mut self, actor: &file::Actor, clock: StoryClock) -> Actor {
        let name = self.line(&actor.name, "name");
        let short = match &actor.short {
            Some(short) => {
                let count = short.value.chars().count();
                if count > SHORT {
                    let wrong = Diagnostic::new(Code::TextTooLong, short.span).with("count", count);
                    self.tell(wrong.with("limit", SHORT));
                }
                self.line(short, "short")
            }
            None => name.clone(),
        };
        if let Some(state) = &actor.acts_for {
            self.not_itself(&actor.id, state, Kind::Actor);
        }
        Actor {
            id: ActorId(self.own(Kind::Actor, &actor.id)),
            name,
            short,
            kind: actor.kind,
            region: self.region(actor.region.as_ref()),
            about: self.block_or_none(actor.about.as_ref()),
            acts_for: actor.acts_for.as_ref().map(|state| self.actor(state)),
            utc_offset: self.offset(actor.utc.as_ref()),
            calendar: self.calendar(actor.working.as_ref(), clock),
        }
    }

    pub(super) fn seats(&mut self, seats: &[file::Seat]) -> Vec<Seat> {
        let mut taken: BTreeMap<&str, Span> = BTreeMap::new();
        for seat in seats {
            if let Some(first) = taken.insert(&seat.actor.value, seat.actor.span) {
                let wrong = Diagnostic::new(Code::DuplicateId, seat.actor.span)
                    .with("kind", Arg::Key("kind-seat-actor"))
                    .with("name", &seat.actor.value);
                self.tell(wrong.label(first, "diag-label-first"));
            }
        }
        seats.iter().map(|seat| self.one_seat(seat)).collect()
    }

    fn one_seat(&mut self, seat: &file::Seat) -> Seat {
        let wants = seat.wants.iter().map(|want| Want {
            text: self.line(&want.text, "text"),
            value: self.expr(&want.value, Gives::Number),
            weight: self.number(want.weight.as_ref(), 1, -1000, 1000),
        });
        let wants = wants.collect();
        let contacts = seat.contacts.iter().map(|contact| Contact {
            actor: self.actor(&contact.actor),
            remark: self.line_or_none(contact.remark.as_ref()),
        });
        let contacts = contacts.collect();
        Seat {
            id: SeatId(self.own(Kind::Seat, &seat.id)),
            actor: self.actor(&seat.actor),
            kind: seat.kind,
            title: self.line(&seat.title, "title"),
            brief: self.block(&seat.brief, "brief"),
            aims: self.lines(&seat.aims, "aims"),
            authority: self.lines(&seat.authority, "authority"),
            limits: self.lines(&seat.limits, "limits"),
            contacts,
            hours: self.number(seat.hours.as_ref(), 8, 0, 1000),
            capital: self.number(seat.capital.as_ref(), 10, 0, 1000),
            capital_regain: self.number(seat.capital_regain.as_ref(), 1, 0, 1000),
            wants,
            bot: seat.bot.as_ref().map(|bot| bot.value.as_str().into()),
        }
    }
}
