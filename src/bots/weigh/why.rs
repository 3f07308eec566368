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
    /// What others do about it depends on what they are told.
    SpreadTold(&'a SafeText),
    /// It has outgrown the desk.
    SpreadRaised(&'a SafeText),
    /// A zone that burns, whether or not another burns more.
    Stops(&'a SafeText),
    /// Nothing burns: what is put in order now is in order then.
    Orders,
    /// Somebody may know something.
    Asks(&'a SafeText),
    /// Somebody should know what one knows oneself.
    Tells(&'a SafeText),
    /// A report that waits for an answer.
    Answers(&'a SafeText),
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
    /// What is done before it begins need not be done when it burns.
    Prepares,
    /// Somebody should be within reach when it matters.
    Reach(&'a SafeText),
    /// Others should understand what is said.
    Words(&'a SafeText),
    /// One should know what was meant before one builds on it.
    Means(&'a SafeText),
    /// What needs leave should have it before it is needed.
    Leave(&'a SafeText),
    /// A victim should not decide alone.
    Ransom(&'a SafeText),
    /// Who runs again need not pay.
    Copies(&'a SafeText),
    PaymentLine,
    /// Those who have no contract with anybody have nobody else.
    Volunteers,
    AnswersFor(&'a SafeText),
    Holds(&'a SafeText),
    Lifts(&'a SafeText),
    Designates(&'a SafeText),
    Charter,
    Role,
    Independent,
    BringsIn(&'a SafeText),
    Open,
    Tickets,
    Tired,
    Surge,
    Norms,
    Helped(&'a SafeText),
    Strings(&'a SafeText),
    /// A fix has to come before somebody else works it out.
    Flaw(&'a SafeText),
    Embargo(&'a SafeText),
    Free(&'a SafeText),
    Word(&'a SafeText),
    Tests(&'a SafeText),
    Race(&'a SafeText),
    Finder(&'a SafeText),
    Law(&'a SafeText),
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
    Evident(&'a SafeText),
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
    /// What is called for at home.
    Called(&'a SafeText),
    /// An entry of the response menu.
    Menu(&'a SafeText),
    /// What wants to be prepared before it is done.
    Homework(&'a SafeText),
    /// A measure that closes a channel.
    Channel(&'a SafeText),
    Tension(&'a SafeText),
    /// Something a bloc noticed that may be misread.
    Misread(&'a SafeText),
    Allies(&'a SafeText),
    /// Nobody speaks, and others do.
    Silence(&'a SafeText),
    /// A journalist has a deadline.
    Pressed(&'a SafeText),
    /// One's own verified facts say something.
    Knows(&'a SafeText),
    Study,
    /// A text several can stand behind.
    Together(&'a SafeText),
    /// A change that wins somebody.
    Yields(&'a SafeText),
    /// Giving way wins nobody.
    Firm(&'a SafeText),
    /// Nobody minds a clause any more.
    Settled(&'a SafeText),
    WouldSign(&'a SafeText),
    Signs(&'a SafeText),
    Aside(&'a SafeText),
    /// A text that crosses a line of one's own.
    RedLine(&'a SafeText),
    Circulates(&'a SafeText),
    Careful(&'a SafeText),
    Annexes(&'a SafeText),
    Alone(&'a SafeText),
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
            Why::SpreadTold(name) => Reason::about("bot-why-spread-told", name),
            Why::SpreadRaised(name) => Reason::about("bot-why-spread-raised", name),
            Why::Stops(name) => Reason::about("bot-why-stops", name),
            Why::Orders => Reason::plain("bot-why-orders"),
            Why::Asks(name) => Reason::about("bot-why-asks", name),
            Why::Tells(name) => Reason::about("bot-why-tells", name),
            Why::Answers(name) => Reason::about("bot-why-answers", name),
            Why::People(name) => Reason::about("bot-why-people", name),
            Why::Guards(name) => Reason::about("bot-why-guards", name),
            Why::Warns(name) => Reason::about("bot-why-warns", name),
            Why::Unverified(name) => Reason::about("bot-why-unverified", name),
            Why::Audience(name) => Reason::about("bot-why-audience", name),
            Why::Repair(name) => Reason::about("bot-why-repair", name),
            Why::Boundary(name) => Reason::about("bot-why-boundary", name),
            Why::Prepares => Reason::plain("bot-why-prepares"),
            Why::Reach(name) => Reason::about("bot-why-reach", name),
            Why::Volunteers => Reason::plain("bot-why-volunteers"),
            Why::AnswersFor(name) => Reason::about("bot-why-answers-for", name),
            Why::Ransom(name) => Reason::about("bot-why-ransom", name),
            Why::Copies(name) => Reason::about("bot-why-copies", name),
            Why::PaymentLine => Reason::plain("bot-why-payment-line"),
            Why::Words(name) => Reason::about("bot-why-words", name),
            Why::Means(name) => Reason::about("bot-why-means", name),
            Why::Leave(name) => Reason::about("bot-why-leave", name),
            Why::Holds(name) => Reason::about("bot-why-holds", name),
            Why::Lifts(name) => Reason::about("bot-why-lifts", name),
            Why::Designates(name) => Reason::about("bot-why-designates", name),
            Why::Charter => Reason::plain("bot-why-charter"),
            Why::Role => Reason::plain("bot-why-role"),
            Why::Independent => Reason::plain("bot-why-independent"),
            Why::BringsIn(name) => Reason::about("bot-why-brings-in", name),
            Why::Open => Reason::plain("bot-why-open"),
            Why::Tickets => Reason::plain("bot-why-tickets"),
            Why::Tired => Reason::plain("bot-why-tired"),
            Why::Surge => Reason::plain("bot-why-surge"),
            Why::Norms => Reason::plain("bot-why-norms"),
            Why::Helped(name) => Reason::about("bot-why-helped", name),
            Why::Strings(name) => Reason::about("bot-why-strings", name),
            Why::Want(name) => Reason::about("bot-why-want", name),
            Why::Flaw(name) => Reason::about("bot-why-flaw", name),
            Why::Embargo(name) => Reason::about("bot-why-embargo", name),
            Why::Free(name) => Reason::about("bot-why-free", name),
            Why::Word(name) => Reason::about("bot-why-word", name),
            Why::Tests(name) => Reason::about("bot-why-tests", name),
            Why::Race(name) => Reason::about("bot-why-race", name),
            Why::Finder(name) => Reason::about("bot-why-finder", name),
            Why::Law(name) => Reason::about("bot-why-law", name),
            Why::Prudence => Reason::plain("bot-why-prudence"),
            Why::Supports(name) => Reason::about("bot-why-supports", name),
            Why::Podium(name) => Reason::about("bot-why-podium", name),
            Why::OwnVoice(name) => Reason::about("bot-why-own-voice", name),
            Why::Process => Reason::plain("bot-why-process"),
            Why::Doctrine => Reason::plain("bot-why-doctrine"),
            Why::Threshold => Reason::plain("bot-why-threshold"),
            Why::Evident(name) => Reason::about("bot-why-evident", name),
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
            Why::Called(name) => Reason::about("bot-why-called", name),
            Why::Menu(name) => Reason::about("bot-why-menu", name),
            Why::Homework(name) => Reason::about("bot-why-homework", name),
            Why::Channel(name) => Reason::about("bot-why-channel", name),
            Why::Tension(name) => Reason::about("bot-why-tension", name),
            Why::Misread(name) => Reason::about("bot-why-misread", name),
            Why::Allies(name) => Reason::about("bot-why-allies", name),
            Why::Silence(name) => Reason::about("bot-why-silence", name),
            Why::Pressed(name) => Reason::about("bot-why-pressed", name),
            Why::Knows(name) => Reason::about("bot-why-knows", name),
            Why::Study => Reason::plain("bot-why-study"),
            Why::Together(name) => Reason::about("bot-why-together", name),
            Why::Firm(name) => Reason::about("bot-why-firm", name),
            Why::Settled(name) => Reason::about("bot-why-settled", name),
            Why::Yields(name) => Reason::about("bot-why-yields", name),
            Why::WouldSign(name) => Reason::about("bot-why-would-sign", name),
            Why::Signs(name) => Reason::about("bot-why-signs", name),
            Why::Aside(name) => Reason::about("bot-why-aside", name),
            Why::RedLine(name) => Reason::about("bot-why-red-line", name),
            Why::Circulates(name) => Reason::about("bot-why-circulates", name),
            Why::Careful(name) => Reason::about("bot-why-careful", name),
            Why::Annexes(name) => Reason::about("bot-why-annexes", name),
            Why::Alone(name) => Reason::about("bot-why-alone", name),
            Why::Waits => Reason::plain("bot-why-waits"),
        }
    }
}
