## Capacity: people, tickets, offers of help.

what-crew = a crew
what-offer = an offer of help
what-signal = a fact among the tickets
what-help = a kind of help

capacity-help-volunteers = volunteers
capacity-help-peers = people of another team
capacity-help-course = a course
capacity-help-equipment = equipment
capacity-help-funding = money
capacity-tier-0 = tier 0: nobody in particular
capacity-tier-1 = tier 1: in working hours
capacity-tier-2 = tier 2: somebody on call
capacity-tier-3 = tier 3: in shifts
capacity-tier-4 = tier 4: in shifts, and analysts of its own
capacity-fresh = fresh
capacity-working = at work
capacity-tired = tired: fewer hours, more mistakes
capacity-exhausted = at the end of their strength
capacity-shown-fatigue = { $now } - { $word }
capacity-row-fatigue = Fatigue of { $seat }
capacity-row-tickets = Tickets nobody has gone through: { $actor }
capacity-row-tier = Capacity of { $seat }
capacity-row-slips = Routine work { $seat } got wrong
capacity-offer-open = open until turn { $turn }
capacity-offer-accepted = accepted; it lasts until turn { $turn }
capacity-offer-spent = accepted; it has helped
capacity-offer-declined = declined
capacity-offer-over = withdrawn

tell-tired = Fatigue of { $seat } { $by } to { $now }
tell-worked = { $seat } has been at work for { $now } hours since its last rest
tell-tickets = Tickets of { $seat } { $by } to { $now }
tell-tier = Capacity of { $seat } { $by } to tier { $now }
tell-buried = “{ $fact }” came in among the tickets of { $seat }
tell-unearthed = Among the tickets { $seat } found “{ $fact }”
tell-slipped = { $seat } was too tired: “{ $act }” went wrong and has to be done again
tell-rota = { $seat } works by a rota from now on
tell-norms-read = { $seat } read what the norms say about response teams
tell-norms-asked = { $seat } heard from { $actor } what the norms say about response teams
tell-offered = { $actor } offers { $seat }: { $offer }
tell-offer-accepted = { $seat } accepted from { $actor }: { $offer }
tell-offer-declined = { $seat } declined: { $offer }
tell-offer-over = The offer of { $actor } is over: { $offer }
tell-no-help = { $actor } had nobody to spare for { $seat }

act-triage = Go through the tickets
act-rest = Send people home
act-surge = Call in an extra shift
act-rota = Draw up a rota
act-read-norms = Read what the norms say about you
act-ask-norms = Ask { $actor } what the norms say about you
act-accept-offer = Accept: { $offer }
act-decline-offer = Decline: { $offer }
act-plead = Ask { $actor } for help

explain-triage = Nearly all of it is routine. What is not lies among it, and is found by going through it; what lies too long costs hours.
explain-rest = Half a turn without them now; they come back fresh. Beyond two shifts people make mistakes, and nobody notices who makes them.
explain-surge = More hours in the next turn, and more fatigue from now on.
explain-rota = Who relieves whom, and when. One lasts half as long again before one tires.
explain-read-norms = Eleven norms speak to states, and two of them are about you: others are not to harm your systems, and nobody is to use you for attacks.
explain-ask-norms = Diplomats have negotiated them and are seldom asked. { $actor } learns that you want to know.
explain-accept-offer = { $about }
explain-decline-offer = Without it. Whoever offered may remember. What was offered: { $about }
explain-plead = It depends on what { $actor } thinks of you, and on what it can spare. Read the strings before you accept.

obstacle-no-tickets = there are no tickets to go through
obstacle-rested = your people are rested
obstacle-exhausted = nobody can be asked for another shift
obstacle-rota = you work by a rota

read-knows-norms = { $seat } knows what the norms say
read-accepted = the offer “{ $offer }” was accepted
read-declined = the offer “{ $offer }” was declined

cause-fatigue = Long hours tire people, and rest restores them
cause-routine = Routine work comes in and piles up
cause-helping = The help that was accepted

bot-why-tickets = Something that matters may lie among the tickets.
bot-why-tired = Tired people make mistakes.
bot-why-surge = It burns, and we are too few.
bot-why-norms = We should know what has been agreed about us.
bot-why-helped = We cannot do it alone, and { $name } can help.
bot-why-strings = What { $name } offers comes with more than help.

## Volunteers: few, for a while, for those who have no contract with anybody.

what-corps = volunteers
what-site = where volunteers can be sent
volunteers-about = Volunteers of { $actor }, who work with { $host }. { $free } { $free ->
    [one] person is
   *[other] people are
} free, and it takes { $people }.
volunteers-shown-free = nobody is there
volunteers-shown-out = all are elsewhere
volunteers-shown-there = at work until turn { $turn }
volunteers-are-covered = Somebody answers for what they break.
volunteers-not-covered = Nobody answers for what they break: most of them will stay at home.
volunteers-are-briefed = What they are to do there is written down.
volunteers-not-briefed = Nobody has written down what they are to do there.

act-brief-volunteers = Write down what volunteers are to do for: { $community }
act-answer-for = Answer for what the volunteers of { $actor } break
act-send-volunteers = Send volunteers to: { $community }
explain-brief-volunteers = A page: which systems, with whose leave, what to leave alone, whom to ring. Without it good people do the wrong thing in a hurry.
explain-answer-for = A signature under somebody else's mistakes. It costs political capital, and most volunteers don't go without it.
explain-send-volunteers = Hands for people who have no contract with anybody. They are few, stay for some turns, avert some of what would still come, and write down what has happened to whom.

tell-volunteers-briefed = { $by } wrote down what volunteers are to do for: { $community }
tell-volunteers-covered = { $by } answers for what the volunteers of { $actor } break
tell-volunteers-went = { $by } sent volunteers to: { $community }
tell-volunteers-stayed = The volunteers { $by } would have sent stayed at home, since nobody answers for what they break: { $community }
tell-volunteers-wrong = The volunteers { $by } sent did the wrong thing, since nobody had written down the right one: { $community }
tell-volunteers-home = Volunteers went home: { $community }

obstacle-volunteers-covered = somebody answers for the volunteers of { $actor }
obstacle-volunteers-briefed = what they are to do there is written down
obstacle-volunteers-there = the volunteers of { $actor } are there
obstacle-volunteers-out = not enough volunteers of { $actor } are free

read-volunteers-free = how many volunteers of { $actor } are free
read-volunteers-covered = somebody answers for the volunteers of { $actor }
read-volunteers-wrong = how often the volunteers of { $actor } did the wrong thing
read-volunteers-with = volunteers are at work: { $community }

bot-why-volunteers = Those who have no contract with anybody have nobody else.
bot-why-answers-for = Nobody comes unless somebody answers for { $name }.
board-house-volunteers = Volunteers
