//! Contacts: who can reach whom, by which path, and how fresh the address is.
//!
//! After the point-of-contact directories that regional bodies keep (mechanics A61), the observation that most co-operation
//! stays with few partners (A28), the dead ends that trusted policy contacts are meant to spare one (B23), and the different words
//! and markings in which response teams, diplomats and lawyers say the same thing (B26). Without a directory in a scenario
//! everybody reaches everybody, and without renderings everybody understands everybody.

use crate::model::ActorId;
use crate::model::ContactId;
use crate::model::FactId;
use crate::model::ledger::shape::effects;
use crate::model::ledger::shape::parameters;
use crate::model::ledger::shape::reads;
use crate::model::ledger::shape::words;
use crate::model::roster::ActorKind;
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

words! {
    /// The words of one of the communities that have to understand each other.
    pub enum Register {
        /// Of response teams, vendors and laboratories.
        Technical,
        /// Of ministries, governments and bodies between states.
        Diplomatic,
        /// Of regulators, police and prosecution.
        Legal,
    }
}

impl Register {
    /// The words those of a kind read and write.
    pub fn of(kind: ActorKind) -> Self {
        match kind {
            ActorKind::Cert | ActorKind::Vendor | ActorKind::Academic | ActorKind::Operator => {
                Self::Technical
            }
            ActorKind::Regulator | ActorKind::Police => Self::Legal,
            _ => Self::Diplomatic,
        }
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
            /// Hours of writing a fact in the words of another community.
            render_hours: 2, 0 to 24, "hours";
            /// Hours of asking whoever sent a fact what it means.
            clarify_hours: 1, 0 to 24, "hours";
            /// Hours of agreeing what one's labels are called in the other's registry.
            markings_hours: 1, 0 to 24, "hours";
            /// Odds that a fact in another community's words is taken for what it does not say; four exchanges halve them.
            misread_odds: 400, 0 to 1000, "per mille";
            /// Odds in each turn that a misreading comes to light by itself.
            misread_shows: 300, 0 to 1000, "per mille";
            /// What the two lose in each other's trust when it does.
            misread_cost: 4, 0 to 100, "points";
            /// Odds that a registry which has no TLP files what came under a label as classified.
            filed_odds: 350, 0 to 1000, "per mille";
        }
        rows {
            /// Who has whose address.
            directory: Vec<Entry>,
            /// Who is neutral enough to bring two together.
            conveners: Vec<ActorId>,
            /// Where membership brings contacts with it.
            clubs: Vec<Club>,
            /// Facts that each community says in words of its own.
            renderings: Vec<Rendering>,
            /// Who files what comes in by a scheme of its own, and knows no TLP.
            registries: Vec<ActorId>,
        }
    }
}

/// The same fact in the words of other communities.
#[derive(Clone, Debug)]
pub struct Rendering {
    pub fact: FactId,
    /// The words its text is in.
    pub own: Register,
    /// What it says in each of the others, where it can be said.
    pub texts: Vec<(Register, SafeText)>,
    /// What readers of another community take it for when they misread it.
    pub misread: SafeText,
}

impl Rendering {
    /// What it says in these words; nothing if they are those of its own text, or nobody has found any.
    pub fn text(&self, register: Register) -> Option<&SafeText> {
        let mut texts = self.texts.iter();
        texts.find(|(of, _)| *of == register).map(|(_, text)| text)
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
        /// `misreads.ACTOR.FACT`: it takes the fact for what it does not say, and nobody has noticed.
        Misread "misreads" (ActorId, FactId) -> Truth,
        /// `misunderstandings.ACTOR`: how often it came to light that it misread or was misread.
        Misunderstandings "misunderstandings" (ActorId) -> Number,
        /// `in_words.ACTOR.FACT`: it has the fact in the words of its own community, or has asked what it means.
        InWords "in_words" (ActorId, FactId) -> Truth,
        /// `markings_agreed.FROM.TO`: the two have agreed what a label is called in the other's registry.
        Markings "markings_agreed" (ActorId, ActorId) -> Truth,
    }
}
