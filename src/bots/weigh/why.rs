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
            Why::Sleeps(name) => Reason::about("bot-why-sleeps", name),
            Why::Waits => Reason::plain("bot-why-waits"),
        }
    }
}
