## Measures: the response menu.

measures-checked = Legality and proportionality of “{ $measure }” were checked
measures-consulted = The technical teams were asked about “{ $measure }” before it was drafted
measures-exempted = The text of “{ $measure }” exempts incident response
measures-guided = Guidance says what the exemption in “{ $measure }” allows
measures-dropped = “{ $measure }” did not find the assent it needs and is off the table
measures-bad = “{ $measure }” turns out to say more than it should: nobody had asked those who work with it
measures-deterrence = What “{ $measure }” may deter was settled
measures-proposed = { $seat } put “{ $measure }” to the members
measures-lobbied = { $member } was talked to about “{ $measure }”
measures-assented = { $member } assents to “{ $measure }”
measures-taken = “{ $measure }” is in force
measures-taken-by = { $seat } took “{ $measure }”
measures-taken-unchecked = { $seat } took “{ $measure }” without a legal and proportionality check
measures-reviewed = “{ $measure }” was reviewed and goes on until turn { $turn }
measures-sunset = “{ $measure }” came to the date at which it ends by itself
measures-ended = “{ $measure }” was brought to an end
measures-deterred = What “{ $measure }” was meant to deter slowed by { $percent } in 100 for a while
measures-held-back = What { $from } sent to { $to } was held back: nobody would risk a conflict with “{ $measure }”
measures-pressed = The call for an answer at home of { $seat } { $by } to { $now }

measures-row-channel = Channels under “{ $measure }”
measures-row-pressure = Call at home for sanctions ({ $seat })
measures-stage-open = on the menu
measures-stage-proposed = before the members since turn { $turn }
measures-stage-taken = in force since turn { $turn }
measures-stage-until = in force, ends in turn { $turn } unless reviewed
measures-stage-ended = ended in turn { $turn }
measures-pressure = { $points }
measures-pressure-loud = { $points } · loud: resisting it costs approval

obstacle-measures-closed = a measure in force leaves no channel to { $actor }: its text does not exempt incident response
obstacle-measures-evidence = it needs evidence that was kept: one of the facts it stands on, or what law enforcement has preserved
obstacle-measures-call = a countermeasure comes after a call to comply: say something to that state first
obstacle-measures-reviewed = it has been reviewed in this turn

act-measures-check = Have “{ $measure }” checked for law and proportion
explain-measures-check = Counsel writes down what it rests on, whom it meets and how it ends. Taken without this, the measure is remarked upon, and where rights are concerned the norm counts as strained, contested. Done at the end of the turn.
act-measures-consult = Ask the technical teams about “{ $measure }”
explain-measures-consult = They know whom a text cuts off. Not asking is quick, and more often than not the text then says more than it should. Done at the end of the turn.
act-measures-exempt = Exempt incident response in “{ $measure }”
explain-measures-exempt = One sentence. Without it every channel to the teams and firms concerned closes. With it they reopen in part, about a third, since nobody wants to be the one who is wrong (an illustrative figure).
act-measures-guide = Issue guidance on the exemption in “{ $measure }”
explain-measures-guide = Says in plain words what firms and teams may go on doing. Most of the channel comes back; not all of it.
act-measures-take = { $measure }
act-measures-propose = Propose to the members: { $measure }
act-measures-lobby = Talk to { $member } about “{ $measure }”
explain-measures-lobby = Before the vote. A prepared text and somebody who explains it raise the odds of an assent.
act-measures-assent = Assent to “{ $measure }”
explain-measures-assent = One of the members whose assent it needs is you.
act-measures-review = Review “{ $measure }”
explain-measures-review = Those concerned are heard, and it goes on for another term. What is not reviewed ends by itself.
act-measures-end = End “{ $measure }”
explain-measures-end = Delisting, or lifting. Channels reopen, and what it did to people stops.
explain-measures-listing = Listing persons or entities attributes nothing to a state. Those listed have a right to be heard and to a review. If it deters, then late and little; that is drawn, and may be nothing.
explain-measures-countermeasure = Within the law only against whoever is responsible, after a call to comply, in proportion, to be undone, and never by force. Whether others may join is contested.
explain-measures-legal = Slow, needs evidence that was kept, and raises no tension to speak of. Holds to account somebody who can answer in court.
explain-measures-diary = An entry in public of how a norm is put into practice. Everybody trusts you a little more.
explain-measures-pledge = Said in public, it binds: what you are asked to do later is measured by it.
explain-measures-restrictive = Wants a check and asking the technical teams first. If it deters, then late and little; that is drawn, and may be nothing.
explain-measures-quiet = Needs no attribution, and attributes nothing.

read-measures-taken = “{ $measure }” is in force
read-measures-proposed = “{ $measure }” is before the members
read-measures-exempted = “{ $measure }” exempts incident response
read-measures-checked = “{ $measure }” has been checked
read-measures-bad = “{ $measure }” is badly drafted
read-measures-assents = assents to “{ $measure }”

bot-why-called = There are calls at home for “{ $name }”, and resisting them costs more every week.
bot-why-menu = “{ $name }” is what the menu has for this.
bot-why-homework = “{ $name }”: better to ask and to check before than to explain after.
bot-why-channel = “{ $name }” cuts off people who put out fires; that has to be put right in writing.
