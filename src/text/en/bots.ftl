## Bots: profiles and the sentence that says why they chose.

bot-cautious-committee = Cautious committee
    .about = Moves by agreement: late, quietly, on what has been checked.
bot-assertive-agency = Assertive agency
    .about = Decides at once, says so aloud, and asks afterwards.
bot-compliance-first-vendor = Compliance-first vendor
    .about = Files first, ships the fix, and says what counsel has cleared.
bot-understaffed-cert = Understaffed CERT
    .about = Shares with peers it trusts and contains what burns; paper waits until it hurts.
bot-opportunistic-third-party = Opportunistic third party
    .about = Trades what it knows for standing, and pays little for anybody else's fire.
bot-look-ahead = Look-ahead
    .about = Plays its plans through in its head, as far as it can see, and keeps the one that serves its aims best.
bot-random = Random
    .about = Does whatever the rules allow, without a reason.

# Why a bot sealed what it sealed, one sentence each. $name is an organisation, a zone, a community, a fact, a duty, a decision
# or something the seat wants.
bot-why-share = Others should know what we know, as far as its label lets us say it.
bot-why-condemn = Somebody has to say where they stand, and we would rather say it than wait.
bot-why-escalate = This needs more weight than a quiet word from our desk would give it.
bot-why-contain = Stopping it comes before explaining it.
bot-why-hold = There is more to lose by moving too soon than by asking, or by waiting.
bot-why-due = The clock of “{ $name }” is running, and we keep our deadlines.
bot-why-overdue = “{ $name }” is late already; later would be worse.
bot-why-spread = { $name } is worst hit of all we can see, and what we do first should stop that.
bot-why-spread-told = { $name } is worst hit of all we can see, and others can only do something about what they are told.
bot-why-spread-raised = { $name } is worst hit of all we can see, and our desk alone will not stop that.
bot-why-stops = { $name } is hit, and every hour that it goes on makes it worse.
bot-why-orders = What is put in order now need not be put in order in a hurry.
bot-why-people = { $name }: people are being hurt there, and that outweighs the rest.
bot-why-guards = { $name } could stop something with it that is happening now.
bot-why-warns = “{ $name }” is something every defender should have in hand.
bot-why-unverified = Nobody has checked “{ $name }”, and we will not act on what we have not looked at.
bot-why-audience = { $name } is somebody we work with, and that lives on contact.
bot-why-asks = { $name } may know something that we do not, and whoever asks stays in touch.
bot-why-tells = { $name } is somebody we work with, and should know what we know.
bot-why-answers = “{ $name }” waits on our desk, and whoever reported is owed an answer.
# Where several questions are answered: $title is the question's, $why one of these sentences.
bot-why-of = “{ $title }”: { $why }
bot-why-repair = { $name } has grown distant, and we shall need them.
bot-why-boundary = “{ $name }” is of use to others, but not under the label it came with.
bot-why-want = It serves what we are here for: { $name }.
bot-why-prudence = Our own standing is low, so we keep to what nobody can hold against us.
bot-why-sleeps = “{ $name }” can wait a turn, and it will look clearer then.
bot-why-waits = Nothing on the table is worth its price today.
# $plans plans were tried in each of $worlds imagined courses of events; $name is what the seat wants, $by how many points more of
# it the plan gives than waiting does.
bot-why-look-ahead = We thought { $plans } plans through, each in { $worlds } ways this may go. This one serves us best: “{ $name }” comes out { $by ->
        [0] a little
        [one] a point
       *[other] { $by } points
    } better than if we waited.
bot-why-look-ahead-waits = We thought { $plans } plans through, each in { $worlds } ways this may go, and none serves us better than this one.
bot-why-random = No reason: this seat plays at random.
bot-why-supports = { $name } can do more with more hands.
bot-why-podium = Somebody has to stand there, and { $name } is believed.
bot-why-own-voice = { $name } is worth most as a technical team.
bot-why-process = Whoever sees how we work can trust it.
bot-why-doctrine = A state should know beforehand what it says, and when.
bot-why-threshold = A team should say beforehand how sure it has to be.
bot-why-evident = What is known is enough to go on with: { $name }.
bot-why-procedure = A procedure that has begun should be finished.
bot-why-haste = There is no time for all of this.
bot-why-releases = What cannot be shown convinces nobody.
bot-why-preserves = What is not secured now is gone.
bot-why-briefs = Allies should not read it in the newspaper.
bot-why-names = It should be said who did it: { $name }.
bot-why-quietly = A quiet word does more here: { $name }.
bot-why-doubts = Too little is known to say it: { $name }.
bot-why-contributes = Our own ministry should know what we know: { $name }.
bot-why-peers = Peers should look at it before anybody speaks: { $name }.
bot-why-stays-out = It is not for a team to say who did it: { $name }.
bot-why-court = A court can go where a statement cannot.
