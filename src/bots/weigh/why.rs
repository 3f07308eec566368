//! What spoke most for an act.

use crate::bots::Reason;
use crate::model::family::Family;
use crate::text::SafeText;

/// What spoke most for an act; the name is of what it is about.
#[derive(Clone, Copy, Debug)]
pub(super) enum Why<'a> {
    /// The profile's own leaning.
    Family(Family),
    Due(&'a SafeText),
    Overdue(&'a SafeText),
    Spread(&'a SafeText),
    People(&'a SafeText),
    /// Somebody can defend something with it.
    Guards(&'a SafeText),
    /// Everybody who defends something should have it.
    Warns(&'a SafeText),
    Unverified(&'a SafeText),
    Audience(&'a SafeText),
    Repair(&'a SafeText),
    /// The label stands between the fact and those who need it.
    Boundary(&'a SafeText),
    Want(&'a SafeText),
    Prudence,
    /// A team is given hands for its own work.
    Supports(&'a SafeText),
    Podium(&'a SafeText),
    /// A team is let be a technical one.
    OwnVoice(&'a SafeText),
    Process,
    Doctrine,
    Threshold,
    /// What is known of who did it.
    Knows(&'a SafeText),
    Procedure,
    Haste,
    Releases,
    Preserves,
    Briefs,
    Names(&'a SafeText),
    Quietly(&'a SafeText),
    Doubts(&'a SafeText),
    Contributes(&'a SafeText),
    Peers(&'a SafeText),
    StaysOut(&'a SafeText),
    Court,
    Sleeps(&'a SafeText),
    Waits,
}

impl Why<'_> {
    /// The sentence.
    pub(super) fn reason(self) -> Reason {
        match self {
            Why::Family(Family::Share) => Reason::plain("bot-why-share"),
            Why::Family(Family::Condemn) => Reason::plain("bot-why-condemn"),
            Why::Family(Family::Escalate) => Reason::plain("bot-why-escalate"),
            Why::Family(Family::Contain) => Reason::plain("bot-why-contain"),
            Why::Family(Family::Hold) => Reason::plain("bot-why-hold"),
            Why::Due(name) => Reason::about("bot-why-due", name),
            Why::Overdue(name) => Reason::about("bot-why-overdue", name),
            Why::Spread(name) => Reason::about("bot-why-spread", name),
            Why::People(name) => Reason::about("bot-why-people", name),
            Why::Guards(name) => Reason::about("bot-why-guards", name),
            Why::Warns(name) => Reason::about("bot-why-warns", name),
            Why::Unverified(name) => Reason::about("bot-why-unverified", name),
            Why::Audience(name) => Reason::about("bot-why-audience", name),
            Why::Repair(name) => Reason::about("bot-why-repair", name),
            Why::Boundary(name) => Reason::about("bot-why-boundary", name),
            Why::Want(name) => Reason::about("bot-why-want", name),
            Why::Prudence => Reason::plain("bot-why-prudence"),
            Why::Supports(name) => Reason::about("bot-why-supports", name),
            Why::Podium(name) => Reason::about("bot-why-podium", name),
            Why::OwnVoice(name) => Reason::about("bot-why-own-voice", name),
            Why::Process => Reason::plain("bot-why-process"),
            Why::Doctrine => Reason::plain("bot-why-doctrine"),
            Why::Threshold => Reason::plain("bot-why-threshold"),
            Why::Knows(name) => Reason::about("bot-why-knows", name),
            Why::Procedure => Reason::plain("bot-why-procedure"),
            Why::Haste => Reason::plain("bot-why-haste"),
            Why::Releases => Reason::plain("bot-why-releases"),
            Why::Preserves => Reason::plain("bot-why-preserves"),
            Why::Briefs => Reason::plain("bot-why-briefs"),
            Why::Names(name) => Reason::about("bot-why-names", name),
            Why::Quietly(name) => Reason::about("bot-why-quietly", name),
            Why::Doubts(name) => Reason::about("bot-why-doubts", name),
            Why::Contributes(name) => Reason::about("bot-why-contributes", name),
            Why::Peers(name) => Reason::about("bot-why-peers", name),
            Why::StaysOut(name) => Reason::about("bot-why-stays-out", name),
            Why::Court => Reason::plain("bot-why-court"),
            Why::Sleeps(name) => Reason::about("bot-why-sleeps", name),
            Why::Waits => Reason::plain("bot-why-waits"),
        }
    }
}
