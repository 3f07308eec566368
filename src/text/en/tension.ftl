## Tension between blocs.

tension-row = Tension { $a } – { $b }
tension-shown = { $points } · { $level }
tension-calm = calm
tension-uneasy = uneasy
tension-high = high
tension-moved = Tension between { $a } and { $b } { $by } to { $now }
tension-noticed-scan = { $a } noticed that its systems were looked at from outside, and wonders about { $b }
tension-noticed-takedown = { $a } noticed that something was taken down on its ground at the request of { $b }
tension-noticed-outage = { $a } had something fail that came over from { $b }, and nobody has said why
tension-misread = { $a } read it as an act of { $b } against it ({ $percent } in 100 that it would)
tension-understood = { $a } took it for what it was and not for an act of { $b }
tension-told-hotline = { $a } and { $b } spoke over the hotline
tension-told-contact = { $a } put a question to { $b } through the political points of contact
tension-told-police = { $a } and { $b } had evidence kept through the 24/7 network
tension-answered = The points of contact of { $a } and { $b } exchanged answers
tension-allied = { $a } consulted among its own about { $b }

act-tension-hotline = Hotline: call { $bloc }
explain-tension-hotline = At once, on the record, and binds nobody. Takes a little off the tension, and what has been noticed and not yet read is less likely to be misread.
act-tension-contact = Points of contact: ask { $bloc }
explain-tension-contact = Slower: the answer comes a turn later, on paper. It weighs more than a call, and whatever was noticed counts as explained meanwhile.
act-tension-police = Police, 24/7: evidence kept by { $bloc }
explain-tension-police = Law enforcement to law enforcement. Hardly calms anybody, but what is kept can be used in court, and a misunderstanding weighs half when there is paper.
act-tension-allies = Allies: consult about { $bloc }
explain-tension-allies = Solidarity comes fast: your own side thinks better of you. The other side hears of it and grows more tense.

read-tension-misread = acts misread between { $a } and { $b }
read-tension-consulted = { $a } and { $b } have spoken
read-tension-kept = evidence kept between { $a } and { $b }

cause-calming = By itself: tension eases with time
cause-pressure = By itself: calls at home for an answer

bot-why-tension = Things are tense with { $name }; a call is cheap.
bot-why-misread = { $name } may misread what happened; it should hear of it from us.
bot-why-allies = It is time to stand together about { $name }.

board-tension = Tension
board-tension-about = How near blocs are to a quarrel nobody wants. Most of it comes of acts that can be read in two ways; asking first is cheap.
board-tension-own = Your bloc and others
board-tension-others = Others among themselves
board-tension-doubt = Waiting to be read at the end of the turn: { $text }.
board-tension-odds = An ambiguous act would be misread { $percent } times in 100 as things stand.
board-tension-spoke = You have spoken lately: what happens now is more likely to be taken for what it is.
board-tension-silent = You have not spoken in this turn or the last.
board-tension-misread = Misread so far: { $many }.
board-tension-members = { $bloc }: { $names }.
