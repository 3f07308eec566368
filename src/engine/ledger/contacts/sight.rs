//! What a seat gets to see of contacts: its own directory as it believes it, who is listed, the paths it has built.

use serde::Serialize;

use crate::engine::dice::Dice;
use crate::engine::dice::Roll;
use crate::engine::ledger::book::News;
use crate::engine::ledger::book::Row;
use crate::engine::ledger::contacts::Bond;
use crate::engine::ledger::contacts::Event;
use crate::engine::ledger::contacts::Grasp;
use crate::engine::ledger::contacts::Link;
use crate::engine::ledger::contacts::WIDE;
use crate::engine::ledger::contacts::fresh_turns;
use crate::engine::ledger::contacts::reach::Way;
use crate::engine::ledger::contacts::state::Reading;
use crate::engine::lens::Lens;
use crate::engine::state::State;
use crate::engine::tell::Teller;
use crate::engine::view::Subject;
use crate::model::ActorId;
use crate::model::ContactId;
use crate::model::calendar;
use crate::model::id::Kind;
use crate::model::ledger::Ledger;
use crate::model::ledger::contacts::Entry;
use crate::text::SafeText;

/// What a seat gets to see of it beside its rows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct View {
    /// Its own directory, in the author's order.
    pub entries: Vec<EntryView>,
    /// The paths it has built, and what it waits for.
    pub links: Vec<LinkView>,
}

/// An entry of the directory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EntryView {
    pub contact: ContactId,
    /// Whose directory it stands in; matters where several seats share a screen.
    pub holder: ActorId,
    pub reaches: ActorId,
    pub whom: SafeText,
    /// A role, never a name.
    pub officer: SafeText,
    pub concern: SafeText,
    pub route: SafeText,
    pub freshness: Freshness,
    /// The same in words.
    pub shown: SafeText,
    /// The clock on the wall there: `Tue 03:12`.
    pub local: SafeText,
    /// Whether that clock shows another time than the holder's.
    pub is_elsewhere: bool,
    /// Whether people are at work there.
    pub is_open: bool,
    /// When they are: `09:00–17:00`.
    pub hours: SafeText,
    /// The names of the languages spoken there, with commas between them.
    pub languages: SafeText,
}

/// How good an entry is, as far as its holder knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Freshness {
    /// Confirmed, and not long ago.
    Fresh,
    /// Nobody has tried it for some time.
    Unproven,
    /// A note verbale is on its way.
    Asked,
    /// Nobody is there.
    Dead,
}

/// A path, or an agreement somebody waits for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LinkView {
    /// Which of one's own it leads from.
    pub own: ActorId,
    pub with: ActorId,
    /// What it is, in words.
    pub shown: SafeText,
    /// Whether it waits for the other side.
    pub is_waiting: bool,
}

impl Lens<'_> {
    /// Whom an entry of one's own directory leads to, and how good it is believed to be.
    pub fn entry(&self, contact: ContactId) -> (ActorId, Freshness) {
        let entry = &self.scenario().book.contacts.directory[contact.index()];
        let known = if self.is_own_actor(entry.holder) {
            freshness(self, entry)
        } else {
            Freshness::Unproven
        };
        (entry.reaches, known)
    }

    /// Whether somebody of one's own believes in a path to another.
    pub(in crate::engine) fn has_way(&self, own: ActorId, to: ActorId) -> bool {
        self.believed_way(own, to) != Way::Cold
    }

    /// Whether that path is known to hold: nobody needs an address, or it answered this turn.
    pub(in crate::engine) fn is_sure_of_way(&self, own: ActorId, to: ActorId) -> bool {
        match self.believed_way(own, to) {
            Way::Known => true,
            Way::By(contact, _) => {
                let entry = &self.book().contacts.entries[contact.index()];
                entry.confirmed == Some(self.turn())
            }
            Way::Cold => false,
        }
    }

    /// The way somebody of one's own would take; where nobody keeps a directory none is needed.
    fn believed_way(&self, own: ActorId, to: ActorId) -> Way {
        if !self.is_own_actor(own) || !self.has(Ledger::Contacts) {
            return Way::Known;
        }
        let exchanges = self.contact(own, to).map_or(0, |(_, exchanges)| exchanges);
        let state = &self.book().contacts;
        state.way(self.scenario(), (own, to), exchanges, self.turn())
    }
}

pub(super) fn may_see(lens: &Lens<'_>, event: &Event) -> bool {
    let holds = |contact: ContactId| {
        lens.is_own_actor(lens.scenario().book.contacts.directory[contact.index()].holder)
    };
    match *event {
        Event::WentStale { .. } => false,
        Event::Found { contact, .. }
        | Event::NoteSent { contact, .. }
        | Event::Refreshed { contact } => holds(contact),
        Event::DeadEnd { from, .. } => lens.is_own_actor(from),
        Event::Agreed { by, with, .. } => lens.is_own_actor(by) || lens.is_own_actor(with),
        Event::NotAgreed { by, .. } => lens.is_own_actor(by),
        Event::Linked { a, b, .. } => lens.is_own_actor(a) || lens.is_own_actor(b),
        // Who is a member, and who is listed, is public.
        Event::Joined { .. } | Event::Suspended { .. } => true,
        Event::ChannelMoved { actor, .. } => lens.is_known(actor),
        Event::Rendered { by, .. } => lens.is_own_actor(by),
        Event::Taken { reader, grasp, .. } => grasp != Grasp::Wrong && lens.is_own_actor(reader),
        Event::PutRight { reader, from, .. } | Event::CameApart { reader, from, .. } => {
            lens.is_own_actor(reader) || lens.is_own_actor(from)
        }
        Event::Filed { reader, .. } => lens.is_own_actor(reader),
    }
}

/// How the Reveal tells of it.
pub(super) fn news(event: &Event) -> News {
    let better = match *event {
        Event::WentStale { .. } => return News::Quiet,
        Event::Found { alive, .. } => Some(alive),
        Event::Refreshed { .. } | Event::Linked { .. } => Some(true),
        Event::DeadEnd { .. } | Event::NotAgreed { .. } | Event::Suspended { .. } => Some(false),
        Event::ChannelMoved { by, .. } => Some(by > 0),
        Event::Taken { .. } => return News::Quiet,
        Event::PutRight { .. } => Some(true),
        Event::CameApart { .. } => Some(false),
        Event::Filed { on, .. } => Some(!on),
        Event::NoteSent { .. }
        | Event::Agreed { .. }
        | Event::Joined { .. }
        | Event::Rendered { .. } => None,
    };
    News::Told { better }
}

fn freshness(lens: &Lens<'_>, entry: &Entry) -> Freshness {
    let now = &lens.book().contacts.entries[entry.id.index()];
    let stays = fresh_turns(lens.scenario().book.contacts.stays_fresh);
    if now.note_due.is_some() {
        Freshness::Asked
    } else if now.is_dead {
        Freshness::Dead
    } else if now
        .confirmed
        .is_some_and(|turn| lens.turn() <= turn.saturating_add(stays))
    {
        Freshness::Fresh
    } else {
        Freshness::Unproven
    }
}

pub(super) fn view(lens: &Lens<'_>, teller: Teller<'_>) -> View {
    let scenario = lens.scenario();
    let own = |actor: ActorId| lens.is_own_actor(actor);
    let directory = scenario.book.contacts.directory.iter();
    let entries = directory
        .filter(|entry| own(entry.holder))
        .map(|entry| entry_view(lens, teller, entry));
    let state = &lens.book().contacts;
    let mut links = Vec::new();
    for link in state.links.iter().filter(|link| link.holds(lens.turn())) {
        for (here, there) in [(link.a, link.b), (link.b, link.a)] {
            if own(here) {
                links.push(LinkView {
                    own: here,
                    with: there,
                    shown: bond(teller, link.bond, there, link.until),
                    is_waiting: false,
                });
            }
        }
    }
    for &(by, with, of) in &state.consents {
        let (key, here, other) = if own(by) {
            ("contacts-waits-for", by, with)
        } else if own(with) {
            ("contacts-asked-by", with, by)
        } else {
            continue;
        };
        let args = [
            ("actor", teller.actor(other).into()),
            ("what", bond(teller, of, other, None).into()),
        ];
        links.push(LinkView {
            own: here,
            with: other,
            shown: teller.words.fill(key, &args),
            is_waiting: true,
        });
    }
    View {
        entries: entries.collect(),
        links,
    }
}

fn bond(teller: Teller<'_>, bond: Bond, with: ActorId, until: Option<u16>) -> SafeText {
    let key = match bond {
        Bond::Found => "contacts-bond-found",
        Bond::Door => "contacts-bond-door",
        Bond::Forum => "contacts-bond-forum",
        Bond::Gateway => "contacts-bond-gateway",
        Bond::Markings => "contacts-bond-markings",
        Bond::Meeting if until.is_none() => "contacts-bond-meeting-to-be",
        Bond::Meeting => "contacts-bond-meeting",
    };
    let args = [
        ("actor", teller.actor(with).into()),
        ("turn", until.unwrap_or_default().into()),
    ];
    teller.words.fill(key, &args)
}

fn entry_view(lens: &Lens<'_>, teller: Teller<'_>, entry: &Entry) -> EntryView {
    let scenario = lens.scenario();
    let words = teller.words;
    let local = scenario.local(entry.reaches);
    let from = lens.turn_card().from;
    let clock = local.at(from);
    let day = words.say(&format!("weekday-{:?}", clock.weekday).to_lowercase());
    let freshness = freshness(lens, entry);
    let now = &lens.book().contacts.entries[entry.id.index()];
    let shown = match (freshness, now.confirmed) {
        (Freshness::Asked, _) => {
            let due = now.note_due.unwrap_or_default();
            words.fill("contacts-shown-asked", &[("turn", due.into())])
        }
        (Freshness::Dead, _) => words.say("contacts-shown-dead"),
        (Freshness::Fresh, confirmed) => {
            let turn = confirmed.unwrap_or_default();
            words.fill("contacts-shown-fresh", &[("turn", turn.into())])
        }
        (Freshness::Unproven, Some(turn)) => {
            words.fill("contacts-shown-aged", &[("turn", turn.into())])
        }
        (Freshness::Unproven, None) if !entry.confirmed.is_empty() => words.fill(
            "contacts-shown-noted",
            &[("when", (&entry.confirmed).into())],
        ),
        (Freshness::Unproven, None) => words.say("contacts-shown-unproven"),
    };
    let region = scenario.actors[entry.reaches.index()].region;
    let spoken = if entry.languages.is_empty() {
        region.map_or(&[][..], |region| {
            scenario.regions[region.index()].languages.as_slice()
        })
    } else {
        entry.languages.as_slice()
    };
    let calendar = local.calendar;
    EntryView {
        contact: entry.id,
        holder: entry.holder,
        reaches: entry.reaches,
        whom: teller.actor(entry.reaches).clone(),
        officer: entry.officer.clone(),
        concern: words.say(super::words::concern_key(entry.concern)),
        route: words.say(super::words::route_key(entry.route)),
        freshness,
        shown,
        local: SafeText::line(&format!("{day} {}", calendar::face(clock.minute))),
        is_elsewhere: local.offset != scenario.local(entry.holder).offset,
        is_open: local.is_open(from),
        hours: SafeText::line(&format!(
            "{}–{}",
            calendar::face(calendar.opens),
            calendar::face(calendar.closes)
        )),
        languages: SafeText::joined(
            &spoken
                .iter()
                .map(|tag| super::words::language(words, tag))
                .collect::<Vec<_>>(),
            ", ",
        ),
    }
}

pub(super) fn rows(lens: &Lens<'_>, teller: Teller<'_>) -> Vec<Row> {
    let state = &lens.book().contacts;
    let mut rows = Vec::new();
    for actor in lens.actors() {
        let open = state.open[actor.id.index()];
        if open < WIDE {
            rows.push(Row {
                subject: Subject::Row(Ledger::Contacts, actor.id.0, 0),
                label: super::words::row_name(teller, actor.id.0, 0),
                shown: teller
                    .words
                    .fill("contacts-shown-open", &[("percent", (open / 10).into())]),
                bar: Some((open, open, WIDE)),
            });
        }
        let counts = [(1, &state.dead_ends), (2, &state.misreadings)];
        for (row, counts) in counts {
            let count = counts[actor.id.index()];
            if lens.is_own_actor(actor.id) && count > 0 {
                rows.push(Row {
                    subject: Subject::Row(Ledger::Contacts, actor.id.0, row),
                    label: super::words::row_name(teller, actor.id.0, row),
                    shown: SafeText::line(&count.to_string()),
                    bar: None,
                });
            }
        }
    }
    rows
}

/// What one believes of one's own directory is so; whether the addresses nobody has tried still answer is drawn.
pub(super) fn imagine(lens: &Lens<'_>, state: &mut State, dice: Dice) {
    let scenario = lens.scenario();
    let known = &lens.book().contacts;
    let own = |actor: ActorId| lens.is_own_actor(actor);
    let imagined = &mut state.world_mut().book.contacts;
    imagined.open.clone_from(&known.open);
    imagined.members.clone_from(&known.members);
    imagined.suspended.clone_from(&known.suspended);
    for entry in &scenario.book.contacts.directory {
        if !own(entry.holder) {
            continue;
        }
        let word = scenario.names.hash(Kind::Contact, entry.id.0);
        let mut die = dice.of(Roll::Imagine, &[word], 1, 0, 0);
        let seen = known.entries[entry.id.index()];
        let is_proven = seen.confirmed == Some(lens.turn());
        imagined.entries[entry.id.index()] = super::Address {
            stale: seen.is_dead || (!is_proven && die.per_mille(entry.stale)),
            ..seen
        };
    }
    // A door is open between ministries; a team knows of those of its own.
    let ministries: Vec<ActorId> = lens
        .own_actors()
        .filter_map(|actor| super::acts::ministry_of(scenario, actor))
        .collect();
    let near = |link: &&Link| {
        let is_door = link.bond == Bond::Door;
        [link.a, link.b]
            .into_iter()
            .any(|end| own(end) || (is_door && ministries.contains(&end)))
    };
    for link in known.links.iter().filter(near) {
        imagined.links.push(*link);
    }
    for &(by, with, bond) in &known.consents {
        if own(by) || own(with) {
            imagined.consents.push((by, with, bond));
        }
    }
    for &(from, to, count) in known.searches.iter().filter(|search| own(search.0)) {
        imagined.searches.push((from, to, count));
    }
    for actor in lens.own_actors() {
        imagined.dead_ends[actor.index()] = known.dead_ends[actor.index()];
        imagined.misreadings[actor.index()] = known.misreadings[actor.index()];
    }
    // What one takes wrong one does not know.
    let sure = |row: &&Reading| own(row.reader) && row.grasp != Grasp::Wrong;
    imagined
        .readings
        .extend(known.readings.iter().filter(sure).copied());
    let filed = known.filed.iter().filter(|row| own(row.0));
    imagined.filed.extend(filed.copied());
    let rendered = known.rendered.iter().filter(|row| own(row.0));
    imagined.rendered.extend(rendered.copied());
}
