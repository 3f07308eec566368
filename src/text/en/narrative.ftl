## The public narrative.

narrative-row = Belief in “{ $story }”
narrative-belief = believed by { $belief } %
narrative-belief-silent = believed by { $belief } %, { $turns ->
    [one] unanswered 1 turn
   *[other] unanswered { $turns } turns
}
narrative-others = Others
narrative-began = “{ $story }” is being told
narrative-moved = Belief in “{ $story }” { $by } to { $now }
narrative-held = { $seat } issued a holding line on “{ $story }”
narrative-answered = { $seat } answered a journalist about “{ $story }”
narrative-confirmed = { $seat } briefed the public: “{ $story }” is so
narrative-denied = { $seat } briefed the public: “{ $story }” is not so
narrative-podium = { $seat } briefed the public about “{ $story }” with { $team } on the podium
narrative-corrected = { $seat } corrected what it had said about “{ $story }”
narrative-silent = Nobody spoke about “{ $story }”, and others did
narrative-silent-on = Nobody spoke about { $stories }, and others did
narrative-quoted = “{ $story }”
narrative-asked = A journalist asks { $seat } about “{ $story }”; the deadline is turn { $turn }
narrative-unanswered = “{ $seat } did not respond”, it said in print about “{ $story }”
narrative-found-out = What { $seat } had said about “{ $story }” did not hold
narrative-revealed = It came out what “{ $story }” is worth
narrative-interviewed = { $seat } gave an interview for a study that is due in turn { $turn }: { $community }
narrative-printed = A study was printed: { $community }

narrative-line-began = { $seat } began to tell it
narrative-line-held = { $seat }: “We know of it and will say more.”
narrative-line-confirmed = { $seat }: “It is so.”
narrative-line-denied = { $seat }: “It is not so.”
narrative-line-corrected = { $seat }: “We said something that does not hold.”
narrative-line-answered = { $seat } answered a journalist
narrative-line-no-response = “{ $seat } did not respond.”
narrative-line-found-out = What { $seat } said did not hold
narrative-line-revealed = It came out what it is worth

act-narrative-hold = Holding line: { $story }
explain-narrative-hold = You know of it and will say more, when. Silence is not filled by others for a turn, and nothing can be held against you.
act-narrative-confirm = Confirm in public: { $story }
act-narrative-deny = Deny in public: { $story }
act-narrative-confirm-podium = Confirm with the team on the podium: { $story }
act-narrative-deny-podium = Deny with the team on the podium: { $story }
explain-narrative-brief = Moves what people believe, more so if you are the first to speak. What you say may be tried: if it is wrong it will be found out sooner or later, and even what is right is asked for its grounds if you have verified nothing.
explain-narrative-podium = A team is believed where a ministry is only heard. It is also seen there, by everybody abroad who shares with it.
act-narrative-correct = Correct yourself: { $story }
explain-narrative-correct = Costs a little standing now. Being found out costs more, with everybody.
act-narrative-answer = Answer the journalist: { $story }
explain-narrative-answer = No more than you know. Otherwise it says in print that you did not respond.
act-narrative-interview = Interview for a study: { $community }
explain-narrative-interview = Costs hours now; two turns later the study narrows the range of what is known about the harm.

read-narrative-told = “{ $story }” is being told
read-narrative-silence = turns of silence about “{ $story }”
read-narrative-first = { $seat } spoke first about “{ $story }”
read-narrative-found = how often { $seat } was found out
read-narrative-unanswered = questions { $seat } left unanswered

cause-silence = By itself: silence is filled by others
cause-rumour = By itself: people act on what is told

bot-why-silence = If we say nothing about “{ $name }”, others will.
bot-why-pressed = A journalist has a deadline on “{ $name }”, and “did not respond” is an answer too.
bot-why-knows = We have looked at what “{ $name }” rests on, so we can say what is so.
bot-why-study = What happened to people should be known better than it is.

board-narrative = Public
board-narrative-about = What people hear and believe. Silence is filled by others; who speaks first shapes it; a correction costs less than being found out.
board-narrative-questions = Open questions from the press
board-narrative-due = answer by turn { $turn }
board-narrative-question = Unanswered at the end of that turn it will say in print that you did not respond.
board-narrative-stories = What is told
board-narrative-line = Turn { $turn }: { $text }
board-narrative-true = It has come out: it is so.
board-narrative-partly = It has come out: it is so in part.
board-narrative-false = It has come out: it is not so.
board-narrative-knows-true = What you have verified says that it is so.
board-narrative-knows-false = What you have verified says that it is not so.
board-narrative-knows-partly = What you have verified says that it holds in part: neither yes nor no will do.
board-narrative-knows-nothing = You have verified nothing that bears on it. Whatever you say of it rests on hope.
