//! Capacity: how much people can do, how tired they are, what comes in beside the crisis, and who offers help.
//!
//! After the twenty thousand incidents a year among which the signal hides (mechanics A27), the duties that all land on one
//! desk (A62), courses and equipment that come with an alignment (A8), volunteers who need scoping (A34), response teams that
//! have never seen the norms that speak of them (B20), and tiers of capacity in place of rankings (B8). Without a row for a seat
//! nothing tires it.

use crate::model::ActorId;
use crate::model::CommunityId;
use crate::model::FactId;
use crate::model::OfferId;
use crate::model::SeatId;
use crate::model::effect::Amount;
use crate::model::effect::Effect as Any;
use crate::model::ledger::shape::effects;
use crate::model::ledger::shape::parameters;
use crate::model::ledger::shape::reads;
use crate::model::ledger::shape::words;
use crate::text::SafeText;

words! {
    /// What is offered.
    pub enum Help {
        /// People who give their time.
        Volunteers,
        /// Another team's people for a while.
        Peers,
        /// A course, on international law say.
        Course,
        /// Equipment or licences.
        Equipment,
        /// Money.
        Funding,
    }
}

parameters! {
    /// How people tire and recover, what comes in, and what it does.
    pub struct Rules {
        numbers {
            /// Hours one can work without a rest before it tires: two shifts.
            fresh_hours: 16, 0 to 200, "hours";
            /// Points of fatigue for each hour beyond them.
            tire_points: 3, 0 to 100, "points";
            /// A turn in which one works less than this share of one's hours is a rest.
            rest_share: 300, 0 to 1000, "per mille";
            /// Points of fatigue a rest takes away.
            rest_points: 15, 0 to 100, "points";
            /// The fatigue from which it costs hours and makes mistakes.
            tired_from: 40, 0 to 100, "points";
            /// What share of its hours a team loses at the end of its strength.
            hours_lost: 400, 0 to 1000, "per mille";
            /// Odds that a routine act goes wrong at the end of one's strength.
            slip_odds: 350, 0 to 1000, "per mille";
            /// Hours of an extra shift, and what it tires.
            surge_hours: 4, 0 to 24, "hours";
            /// Points of fatigue of an extra shift.
            surge_points: 15, 0 to 100, "points";
            /// Hours of drawing up a rota, which makes the fresh hours half as many again.
            rota_hours: 2, 0 to 24, "hours";
            /// Hours of going through the tickets.
            triage_hours: 2, 0 to 24, "hours";
            /// Tickets a team goes through in that time, and as many again for each tier.
            triage_units: 4, 0 to 1000, "tickets";
            /// Tickets that may lie about before they cost anything.
            queue_room: 12, 0 to 1000, "tickets";
            /// Tickets beyond these that cost an hour in the next turn.
            queue_weight: 8, 1 to 1000, "tickets";
            /// Odds in each turn that somebody stumbles over what lies among the tickets without going through them.
            stumble_odds: 60, 0 to 1000, "per mille";
            /// Hours of reading what the norms say, or of asking somebody who knows.
            learn_hours: 1, 0 to 24, "hours";
            /// Hours of scoping an offer before one accepts it.
            scope_hours: 1, 0 to 24, "hours";
            /// Hours of asking somebody for help.
            plead_hours: 1, 0 to 24, "hours";
            /// What accepting brings in trust between who helps and who is helped.
            help_gain: 3, 0 to 100, "points";
            /// Hours of writing down what volunteers are to do, where and with whose leave.
            brief_hours: 1, 0 to 24, "hours";
            /// Political capital of signing that one answers for what volunteers break.
            cover_capital: 1, 0 to 100, "capital";
            /// Hours of sending them.
            send_hours: 1, 0 to 24, "hours";
            /// Odds that nobody goes where nobody answers for what they break.
            uncovered_odds: 600, 0 to 1000, "per mille";
            /// Odds that a team goes wrong to whom nobody has written down what it is to do.
            unscoped_odds: 450, 0 to 1000, "per mille";
            /// Harm it does then.
            wrong_harm: 3, 0 to 1000, "points";
        }
        rows {
            /// Teams that tire.
            crews: Vec<Crew>,
            /// Help that somebody may offer.
            offers: Vec<Offer>,
            /// What lies among the tickets.
            signals: Vec<Signal>,
            /// People who give their time, and can be sent where nobody has a contract.
            corps: Vec<Corps>,
        }
    }
}

/// Volunteers: few, and for a while.
#[derive(Clone, Debug)]
pub struct Corps {
    /// Whose they are.
    pub from: ActorId,
    /// How many can be out at the same time.
    pub people: i32,
    /// Turns they stay.
    pub lasts: u16,
    /// Who may brief them, answer for them and send them.
    pub seats: Vec<SeatId>,
    pub sites: Vec<Site>,
}

/// Where they can be sent.
#[derive(Clone, Debug)]
pub struct Site {
    /// Whose harm they make less.
    pub community: CommunityId,
    /// Whom they work with there.
    pub host: ActorId,
    /// How many it takes.
    pub people: i32,
    /// Latent harm they take away each turn, and evidence they bring.
    pub relief: i32,
    pub evidence: i32,
}

/// The people of a seat.
#[derive(Clone, Debug)]
pub struct Crew {
    pub seat: SeatId,
    /// 0 to 4.
    pub tier: i32,
    /// Routine tickets a turn, on average.
    pub tickets: i32,
    /// Points of fatigue when the exercise begins.
    pub fatigue: i32,
    /// The team has read what the norms say about it.
    pub knows_norms: bool,
}

/// Help that somebody may offer.
#[derive(Clone, Debug)]
pub struct Offer {
    pub id: OfferId,
    pub name: SafeText,
    /// What it is and what is attached to it: everybody reads the strings before accepting.
    pub about: SafeText,
    pub from: ActorId,
    pub to: SeatId,
    pub help: Help,
    /// The turn it is made in; `None` if it has to be asked for, or is made by an effect.
    pub opens: Option<u16>,
    /// Turns it stays open, and turns the help lasts.
    pub stays: u16,
    pub lasts: u16,
    /// Hours a turn it brings.
    pub hours: i32,
    /// Tickets a turn it goes through.
    pub tickets: i32,
    /// Tiers it brings for good.
    pub tier: i32,
    /// Those who note whose help was taken, and what that costs with each.
    pub wary: Vec<ActorId>,
    pub wary_cost: i32,
    pub accept: Vec<Any>,
    pub decline: Vec<Any>,
}

/// Something that matters and lies among the tickets.
#[derive(Clone, Debug)]
pub struct Signal {
    pub seat: SeatId,
    pub fact: FactId,
    /// The turn in which it comes in.
    pub from: u16,
}

effects! {
    /// What an author asks of it.
    pub enum Effect {
        /// Moves a seat's fatigue, in points from 0 to 100.
        Tire "tire" { seat: SeatId, by: Amount },
        /// Routine tickets come in, or are taken away.
        Flood "flood_tickets" { seat: SeatId, by: Amount },
        /// A fact comes in among a seat's tickets: it is found when somebody goes through them.
        Bury "bury_fact" { seat: SeatId, fact: FactId },
        /// Moves a seat's tier of capacity.
        Tier "move_tier" { seat: SeatId, by: i32 },
        /// An offer is made.
        MakeOffer "make_offer" { offer: OfferId },
        /// An offer, or the help that came of it, is withdrawn.
        WithdrawOffer "withdraw_offer" { offer: OfferId },
        /// An organisation answers for what volunteers break.
        CoverVolunteers "cover_volunteers" { from: ActorId, by: ActorId },
        /// A seat learns what the norms say.
        LearnNorms "learn_norms" { seat: SeatId },
    }
}

reads! {
    /// What expressions read of it.
    pub enum Read {
        /// `fatigue.SEAT`: 0 to 100.
        Fatigue "fatigue" (SeatId) -> Number,
        /// `tickets.SEAT`: routine tickets that nobody has gone through.
        Tickets "tickets" (SeatId) -> Number,
        /// `tier.SEAT`: capacity from 0 to 4.
        Tier "tier" (SeatId) -> Number,
        /// `knows_norms.SEAT`: whether it knows what the norms say.
        Aware "knows_norms" (SeatId) -> Truth,
        /// `accepted.OFFER`: the help was accepted.
        Accepted "accepted" (OfferId) -> Truth,
        /// `declined.OFFER`: it was turned down.
        Declined "declined" (OfferId) -> Truth,
        /// `volunteers_free.ACTOR`: how many of an organisation's volunteers can be sent.
        Free "volunteers_free" (ActorId) -> Number,
        /// `volunteers_covered.ACTOR`: somebody answers for what they break.
        Covered "volunteers_covered" (ActorId) -> Truth,
        /// `volunteers_with.COMMUNITY`: volunteers are at work for it.
        With "volunteers_with" (CommunityId) -> Truth,
        /// `volunteers_wrong.ACTOR`: how often they did more harm than good.
        Wrong "volunteers_wrong" (ActorId) -> Number,
        /// `slips.SEAT`: how often it got routine work wrong.
        Slips "slips" (SeatId) -> Number,
    }
}
