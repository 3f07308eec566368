//! The nouns: ids, time, markings, norms, families, the roster, the MSEL, decisions, the checked scenario, and each
//! ledger's parameters and effects. Data only: nothing here decides anything.

pub mod adversary;
pub mod calendar;
pub mod decision;
pub mod effect;
pub mod expr;
pub mod family;
pub mod id;
pub mod ledger;
pub mod marking;
pub mod msel;
pub mod norm;
pub mod region;
pub mod roster;
pub mod scenario;
pub mod time;

pub use id::ActionId;
pub use id::ActorId;
pub use id::BlocId;
pub use id::CaseId;
pub use id::ChoiceId;
pub use id::ClauseId;
pub use id::CommunityId;
pub use id::ContactId;
pub use id::DecisionId;
pub use id::DutyId;
pub use id::EndingId;
pub use id::ExprId;
pub use id::FactId;
pub use id::ForumId;
pub use id::FunctionId;
pub use id::HypothesisId;
pub use id::InjectId;
pub use id::MeasureId;
pub use id::MeterId;
pub use id::ObjectiveId;
pub use id::OfferId;
pub use id::PermitId;
pub use id::PhaseId;
pub use id::RegionId;
pub use id::RuleId;
pub use id::SeatId;
pub use id::StoryId;
pub use id::TaskId;
pub use id::ZoneId;
