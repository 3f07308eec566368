//! Contacts: who can reach whom, by which path, and how fresh the address is.
//!
//! After the point-of-contact directories that regional bodies keep (mechanics A61), the observation that most co-operation
//! stays with few partners (A28), and the dead ends that trusted policy contacts are meant to spare one (B23). Without a
//! directory in a scenario everybody reaches everybody.

use crate::model::ActorId;
use crate::model::ContactId;
use crate::model::ledger::shape::effects;
use crate::model::ledger::shape::parameters;
use crate::model::ledger::shape::reads;
use crate::model::ledger::shape::words;
use crate::text::SafeText;

words! {
    /// What somebody at the other end deals with.
    pub enum Concern {
        /// Incidents: a CERT's duty desk.
        Technical,
        /// Embassies and ministries of foreign affairs.
        Diplomatic,
        /// Whoever makes cyber policy in a capital.
        Policy,
        /// The network of police contact points, open day and night.
        LawEnforcement,
    }
}

words! {
    /// How a message goes.
    pub enum Route {
        /// By note verbale: slow, on the record, and it is owed an answer.
        Formal,
        /// Between people who know each other: in hours, and off the record.
        Personal,
    }
}

parameters! {
    /// How entries age and what it takes to reach somebody abroad.
    pub struct Rules {
        numbers {
            /// Turns for which an entry that was confirmed stays good for certain.
            stays_fresh: 4, 0 to 100, "turns";
            /// Odds in each later turn that it goes stale: the number changes, the officer moves on.
            stale_odds: 120, 0 to 1000, "per mille";
            /// Hours it takes in addition to reach somebody in another region without an entry; one less for each exchange before.
            cold_hours: 2, 0 to 24, "hours";
            /// Odds of getting through without an entry.
            cold_odds: 450, 0 to 1000, "per mille";
            /// Exchanges after which two know each other and need no directory.
            warm_after: 3, 1 to 100, "exchanges";
            /// Hours in addition to get somebody out of bed by a personal route.
            night_hours: 1, 0 to 24, "hours";
            /// Hours in addition where the two have no language in common.
            language_hours: 1, 0 to 24, "hours";
            /// What a request by note verbale adds to the odds of an answer.
            formal_weight: 150, 0 to 1000, "per mille";
            /// Hours of a ping.
            ping_hours: 1, 0 to 24, "hours";
            /// Hours of a note verbale that brings an entry up to date; the answer comes a turn later.
            note_hours: 1, 0 to 24, "hours";
            /// Hours of a search for somebody who can be reached.
            search_hours: 2, 0 to 24, "hours";
            /// Odds that a search ends at a desk and not in a dead end; each dead end before adds a fifth of it.
            search_odds: 500, 0 to 1000, "per mille";
            /// Hours of an arrangement for lawful sharing.
            gateway_hours: 2, 0 to 24, "hours";
            /// Hours of opening a door for one's own ministry.
            door_hours: 1, 0 to 24, "hours";
            /// Hours of joining a forum.
            join_hours: 3, 0 to 24, "hours";
            /// Hours of a meeting in a neutral place.
            convene_hours: 3, 0 to 24, "hours";
            /// Political capital of such a meeting.
            convene_capital: 1, 0 to 100, "capital";
            /// Turns for which the channel of such a meeting stays safe.
            safe_turns: 4, 1 to 100, "turns";
            /// What the two gain in each other's trust by it.
            meeting_trust: 3, 0 to 100, "points";
            /// How much of what is thought of an organisation goes with the officer who leaves.
            personal_part: 250, 0 to 1000, "per mille";
        }
        rows {
            /// Who has whose address.
            directory: Vec<Entry>,
            /// Who is neutral enough to bring two together.
            conveners: Vec<ActorId>,
            /// Where membership brings contacts with it.
            clubs: Vec<Club>,
        }
    }
}

/// An address somebody has.
#[derive(Clone, Debug)]
pub struct Entry {
    pub id: ContactId,
    /// Whose directory it stands in.
    pub holder: ActorId,
    /// Whom it leads to.
    pub reaches: ActorId,
    pub concern: Concern,
    pub route: Route,
    /// A role, never a name: "duty officer, second shift".
    pub officer: SafeText,
    /// Odds, in per mille, that it is stale when the exercise begins.
    pub stale: i32,
    /// How long ago it was last confirmed when the exercise begins, in the author's words.
    pub confirmed: SafeText,
    /// What is spoken at the other end; empty for the languages of its region.
    pub languages: Vec<Box<str>>,
}

/// A forum of response teams: its members have each other's addresses.
#[derive(Clone, Debug)]
pub struct Club {
    /// The body that runs it.
    pub body: ActorId,
    pub members: Vec<ActorId>,
}

effects! {
    /// What an author asks of it.
    pub enum Effect {
        /// Brings a directory entry up to date.
        Refresh "refresh_contact" { contact: ContactId },
        /// An entry goes stale; its holder finds out by using it, or by a ping.
        GoStale "go_stale" { contact: ContactId },
        /// The officer behind an entry moves on: the entry goes stale, and the personal part of trust goes too.
        RotateOfficer "rotate_officer" { contact: ContactId },
        /// An actor's channels close: it is listed, and nothing exempts incident response.
        CloseChannel "close_channel" { actor: ActorId },
        /// An actor's channels open again, as far as this many per mille of messages getting through.
        ReopenChannel "reopen_channel" { actor: ActorId, to: i32 },
        /// A member of a forum is suspended, under export rules say.
        SuspendMember "suspend_member" { body: ActorId, member: ActorId },
    }
}

reads! {
    /// What expressions read of it.
    pub enum Read {
        /// `reachable.CONTACT`: whether the entry would lead to somebody now.
        Reachable "reachable" (ContactId) -> Truth,
        /// `path.FROM.TO`: whether the first has a good path to the second, by whichever way.
        Path "path" (ActorId, ActorId) -> Truth,
        /// `channel.ACTOR`: how many of a thousand messages to and from it get through, 1000 unless it is listed.
        Channel "channel" (ActorId) -> Number,
        /// `dead_ends.ACTOR`: how often it has knocked where nobody answered.
        DeadEnds "dead_ends" (ActorId) -> Number,
        /// `safe_channel.FROM.TO`: whether the two have a safe channel that a neutral convener made.
        Safe "safe_channel" (ActorId, ActorId) -> Truth,
    }
}
