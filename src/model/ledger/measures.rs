//! Measures: what states do in answer, beside words. A menu, not a ladder: alone, in sequence or in parallel.
//!
//! After the cyber diplomacy toolbox of a regional union (five categories that are no rungs) and the practice of listings:
//! proportionate, decided together, reviewed, ended. Nothing here follows from an attribution by itself, listing persons
//! attributes nothing to a state, and what a listing does to people who had no part in anything is shown.

use crate::model::ActorId;
use crate::model::CommunityId;
use crate::model::FactId;
use crate::model::MeasureId;
use crate::model::SeatId;
use crate::model::ZoneId;
use crate::model::decision::Cost;
use crate::model::effect::Amount;
use crate::model::effect::Effect as Asked;
use crate::model::family::Family;
use crate::model::ledger::shape::effects;
use crate::model::ledger::shape::parameters;
use crate::model::ledger::shape::reads;
use crate::model::ledger::shape::words;
use crate::model::roster::Seat;
use crate::model::roster::SeatKind;
use crate::text::SafeText;

parameters! {
    /// The menu, and how measures are prepared, decided, felt and ended.
    pub struct Rules {
        numbers {
            /// What the legal and proportionality check of a measure costs.
            check_hours: 3, 0 to 100, "hours";
            /// What asking the technical teams before a measure is drafted costs.
            consult_hours: 1, 0 to 100, "hours";
            /// What writing the incident-response exemption costs.
            exempt_hours: 1, 0 to 100, "hours";
            /// What issuing guidance on an exemption costs.
            guide_hours: 2, 0 to 100, "hours";
            /// What talking to a member before a vote costs.
            lobby_hours: 1, 0 to 100, "hours";
            /// What a review, or bringing a measure to its end, costs.
            review_hours: 2, 0 to 100, "hours";
            /// Chance that a measure drafted without asking the technical teams is badly drafted.
            bad_draft: 600, 0 to 1000, "per mille";
            /// How far a channel reopens under an exemption that nobody has explained: firms and banks stay away to be safe. Illustrative.
            reopen_first: 330, 1 to 1000, "per mille";
            /// How far it reopens once guidance is out. Illustrative.
            reopen_guided: 850, 1 to 1000, "per mille";
            /// Trust that the listed side's team loses in teams across a closed channel; a third of it across one kept open in part.
            channel_cost: 12, 0 to 100, "points of trust";
            /// How many members must assent, of all: 1000 is unanimity.
            quorum: 1000, 1 to 1000, "per mille";
            /// How many turns a proposal stays on the table.
            vote_turns: 4, 1 to 100, "turns";
            /// What talking to a member adds to the odds that it assents.
            lobby: 200, 0 to 1000, "per mille";
            /// The earliest that a measure may be felt by whoever it is meant to keep from going on.
            deter_after: 2, 1 to 100, "turns";
            /// How much later it may be.
            deter_spread: 2, 0 to 100, "turns";
            /// The most that a measure may slow what it is meant to deter; the effect is drawn between nothing and this. Illustrative.
            deter_most: 120, 0 to 1000, "per mille";
            /// How long that lasts.
            deter_turns: 2, 1 to 100, "turns";
            /// How much the call at home for sanctions grows in a turn without any.
            pressure: 0, 0 to 100, "points a turn";
            /// From here on resisting the call costs approval: a point of capital a turn.
            pressure_high: 60, 1 to 100, "points";
            /// How long it takes owners to put a compendium in place that is adopted once the exercise runs.
            ready_after: 3, 0 to 100, "turns";
            /// What a measure costs whoever has done such a thing before, of its hours.
            versed_share: 500, 0 to 1000, "per mille";
            /// How much a restrictive measure quietens the call.
            pressure_relief: 45, 0 to 100, "points";
        }
        rows {
            /// The menu.
            menu: Vec<Measure>,
        }
    }
}

words! {
    /// What a measure is.
    pub enum Form {
        /// Building capacity, raising awareness, confidence-building.
        CapacityBuilding,
        /// An entry in a public diary of how a norm is put into practice.
        Diary,
        /// A compendium of good practice that a sector adopts: it slows what comes for as long as it stands.
        Compendium,
        /// A reading of international law on one point, in public: sovereignty, due diligence, countermeasures.
        Position,
        /// A public pledge not to make weapons of products.
        Pledge,
        /// An advisory together with others.
        JointAdvisory,
        /// An offer of help.
        Help,
        /// A fund for those who were harmed; only people who have been told can claim.
        Redress,
        /// Talks with the other side.
        Dialogue,
        /// A démarche by non-paper.
        NonPaper,
        /// An item proposed for the agenda of a standing body.
        AgendaItem,
        /// A signal sent through missions, or conclusions of a council.
        Signal,
        /// The ambassador is asked to come.
        Summon,
        /// Members of a mission are asked to leave.
        Expulsion,
        /// Visa restrictions.
        Visa,
        /// Export controls.
        ExportControl,
        /// Persons or entities are listed. Attributes nothing to a state.
        Listing,
        /// An indictment.
        Indictment,
        /// A case in court against intermediaries and financiers: slow, and without escalation.
        LegalCase,
        /// Support to a member's own lawful answer.
        Assistance,
        /// A countermeasure within the law: after a call to comply, proportionate, to be undone.
        Countermeasure,
    }
}

words! {
    /// The five categories; not rungs.
    pub enum Category {
        Preventive,
        Cooperative,
        Stability,
        Restrictive,
        LawfulResponse,
    }
}

words! {
    /// The point of law that a position is about.
    pub enum Point {
        /// Whether sovereignty is a rule that can be broken, or a principle behind rules.
        Sovereignty,
        /// What a state owes others about what happens on its territory.
        DueDiligence,
        /// What a state may do in answer to a wrongful act, and for whom.
        Countermeasures,
    }
}

words! {
    /// Where a measure holds somebody to account, if anywhere.
    pub enum Lane {
        /// In the open, by name or without.
        Naming,
        /// In court.
        Legal,
        /// By restrictions.
        Sanctions,
        /// In the record of who did what with the norms.
        Reputation,
    }
}

impl Form {
    pub fn category(self) -> Category {
        match self {
            Form::CapacityBuilding
            | Form::Diary
            | Form::Compendium
            | Form::Position
            | Form::Pledge
            | Form::JointAdvisory => Category::Preventive,
            Form::Help | Form::Redress | Form::Dialogue | Form::NonPaper | Form::AgendaItem => {
                Category::Cooperative
            }
            Form::Signal | Form::Summon => Category::Stability,
            Form::Expulsion | Form::Visa | Form::ExportControl | Form::Listing => {
                Category::Restrictive
            }
            Form::Indictment | Form::LegalCase | Form::Assistance | Form::Countermeasure => {
                Category::LawfulResponse
            }
        }
    }

    /// The lane of accountability it is in.
    pub fn lane(self) -> Option<Lane> {
        match self {
            Form::Signal | Form::Summon | Form::NonPaper => Some(Lane::Naming),
            Form::Indictment | Form::LegalCase => Some(Lane::Legal),
            Form::Expulsion | Form::Visa | Form::ExportControl | Form::Listing => {
                Some(Lane::Sanctions)
            }
            Form::Diary | Form::Position | Form::Pledge | Form::AgendaItem => {
                Some(Lane::Reputation)
            }
            _ => None,
        }
    }

    pub fn family(self) -> Family {
        match self {
            Form::CapacityBuilding
            | Form::Diary
            | Form::Pledge
            | Form::Compendium
            | Form::Position
            | Form::JointAdvisory
            | Form::Help
            | Form::Redress
            | Form::Assistance => Family::Share,
            Form::Signal => Family::Condemn,
            _ => Family::Escalate,
        }
    }

    /// Whether it touches rights or another state's interests so that it wants a check and asking the technical teams.
    pub fn is_weighty(self) -> bool {
        matches!(
            self,
            Form::Expulsion
                | Form::Visa
                | Form::ExportControl
                | Form::Listing
                | Form::Indictment
                | Form::Countermeasure
        )
    }

    /// Whether it may keep somebody from going on: late, and little.
    pub fn may_deter(self) -> bool {
        self.is_weighty() || self == Form::LegalCase
    }

    /// What it costs an author who names no price: hours and capital.
    pub fn price(self) -> Cost {
        let (hours, capital) = match self {
            Form::Diary | Form::Compendium | Form::Pledge | Form::JointAdvisory | Form::Help => {
                (2, 0)
            }
            Form::CapacityBuilding | Form::AgendaItem | Form::Dialogue => (3, 0),
            Form::Position => (3, 1),
            Form::Redress => (2, 2),
            Form::NonPaper | Form::Signal | Form::Assistance => (2, 1),
            Form::Summon => (1, 2),
            Form::Visa | Form::Expulsion | Form::LegalCase => (2, 2),
            Form::ExportControl | Form::Listing | Form::Indictment => (3, 3),
            Form::Countermeasure => (3, 4),
        };
        Cost { hours, capital }
    }

    /// How it moves the tension between the bloc of whoever takes it and that of whom it is aimed at, in points.
    pub fn tension(self) -> i32 {
        match self {
            Form::Help | Form::Dialogue => -3,
            Form::CapacityBuilding | Form::JointAdvisory => -1,
            Form::Diary
            | Form::Compendium
            | Form::Position
            | Form::Pledge
            | Form::Redress
            | Form::AgendaItem
            | Form::LegalCase => 0,
            Form::NonPaper => 1,
            Form::Assistance => 2,
            Form::Signal | Form::Visa => 3,
            Form::Summon | Form::Indictment => 4,
            Form::ExportControl | Form::Listing => 6,
            Form::Expulsion => 8,
            Form::Countermeasure => 12,
        }
    }
}

/// An entry of the response menu.
#[derive(Clone, Debug)]
pub struct Measure {
    pub id: MeasureId,
    pub name: SafeText,
    pub about: SafeText,
    pub form: Form,
    /// The seats that may take or propose it; if empty every ministry, and for a pledge every vendor.
    pub by: Vec<SeatId>,
    pub target: Option<ActorId>,
    pub cost: Cost,
    /// Who must assent before it is taken, each with the odds in per mille that it does in a turn.
    pub members: Vec<(ActorId, i32)>,
    /// It ends so many turns after it is taken or last reviewed; 0 for no end.
    pub turns: u16,
    /// Teams and firms with which the side that takes it may have nothing to do any more, unless the text exempts incident response.
    pub cuts: Vec<ActorId>,
    /// What it does to people who had no part in anything, in points of harm a turn.
    pub hurts: Vec<(CommunityId, i32)>,
    /// Where a compendium slows what spreads, and by how much, in per mille of the rate.
    pub readies: Vec<(ZoneId, i32)>,
    /// Whom a fund reaches once they have been told, in points a turn of what follows from their harm.
    pub relieves: Vec<(CommunityId, i32)>,
    /// Who has done such a thing before and needs fewer hours for it.
    pub versed: Vec<ActorId>,
    /// The point of law a position is about; a state has one position on each.
    pub point: Option<Point>,
    /// Where the activity shows that it may deter.
    pub deters: Vec<ZoneId>,
    /// Facts of which whoever takes it must hold one: evidence that was kept.
    pub needs: Vec<FactId>,
    pub on_taken: Vec<Asked>,
    pub on_ended: Vec<Asked>,
}

impl Measure {
    /// Whether it is a seat's to take or propose.
    pub fn is_for(&self, seat: &Seat) -> bool {
        if self.by.is_empty() {
            let kind = if self.form == Form::Pledge {
                SeatKind::Vendor
            } else {
                SeatKind::Ministry
            };
            seat.kind == kind
        } else {
            self.by.contains(&seat.id)
        }
    }
}

effects! {
    /// What an author asks of it.
    pub enum Effect {
        /// A measure is taken, by whomever the menu names, without a vote.
        TakeMeasure "take_measure" { measure: MeasureId },
        /// A measure is ended.
        EndMeasure "end_measure" { measure: MeasureId },
        /// The text of a measure exempts incident response.
        ExemptResponse "exempt_response" { measure: MeasureId },
        /// Guidance says what an exemption allows.
        IssueGuidance "issue_guidance" { measure: MeasureId },
        /// Moves the call at a seat's home for sanctions, in points from 0 to 100.
        PressForMeasures "press_for_measures" { seat: SeatId, by: Amount },
    }
}

reads! {
    /// What expressions read of it.
    pub enum Read {
        /// `taken.MEASURE`: whether it has been taken and not ended.
        Taken "taken" (MeasureId) -> Truth,
        /// `proposed.MEASURE`: whether it is on the table.
        Proposed "proposed" (MeasureId) -> Truth,
        /// `exempted.MEASURE`: whether its text exempts incident response.
        Exempted "exempted" (MeasureId) -> Truth,
        /// `checked.MEASURE`: whether its legality and proportionality have been checked.
        Checked "checked" (MeasureId) -> Truth,
        /// `badly_drafted.MEASURE`: whether it was taken in a text that does more than it should.
        BadlyDrafted "badly_drafted" (MeasureId) -> Truth,
        /// `assents.MEASURE`: how many members have assented.
        Assents "assents" (MeasureId) -> Number,
        /// `pressed.SEAT`: the call at a seat's home for sanctions, 0 to 100.
        Pressed "pressed" (SeatId) -> Number,
    }
}
