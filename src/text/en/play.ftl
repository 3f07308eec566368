## The situation room, the plan, standing actions and sharing.

play-exercise = EXERCISE
play-safe-word = Something real happens? Say “NO DUFF”: play stops at once.
play-safe-word-short = Real incident? Say “NO DUFF”
play-too-small = This terminal has { $columns } columns and { $rows } rows. Demarche needs { $least-columns } by { $least-rows }: make it larger and the screen comes back. Nothing is lost. Ctrl-C quits.
play-paused = PAUSED · Nothing is lost and no clock runs. P goes on.

play-preparation = Preparation
play-turn = Turn { $n }
play-turn-of = Turn { $n } of { $of }
play-this-turn = This turn
play-step-setup = set-up
play-step-brief = brief
play-step-discuss = discuss
play-step-commit = decide and seal
play-step-resolve = resolve
play-step-reveal = what happened
play-step-note = notes

play-inbox = Inbox
play-decisions = Decisions
play-situation = Situation
play-facts = What you hold
play-duties = Duties
play-plan = Plan
play-actions = Standing actions
play-means = What it takes
play-count = { $n }
play-new = { $n } unread
play-open = { $n } open
play-running = { $n ->
    [one] 1 clock runs
   *[other] { $n } clocks run
}
play-all-answered = all answered
play-none = nothing
play-none-inbox = Nothing has reached you yet.
play-none-decisions = Nothing has to be decided now. Standing actions (a) are always there.
play-none-situation = You see no numbers here.
play-none-facts = You hold nothing that could be passed on.
play-none-duties = No duty binds you in this exercise.

play-from = From
play-to = To
play-brought = What you now hold from it
play-inject = Inject { $number } · { $time }
play-source = Source
play-about = About
play-since = Since
play-also = Known to
play-derived = This is the derived version: without what the source must protect.
play-derived-short = derived
play-fresh = As an indicator it is worth { $n } % of what it was: indicators age.
play-finding = What your own analysis found
play-can-share = s passes it on · w tells how you came to hold it
play-can-report = The report is a standing action: a, then type “report”.
play-trigger = Starts
play-due = Due

play-until-now = answer this turn
play-until = open until turn { $n }
play-default = Without an answer: { $choice }.
play-duty-idle = runs { $trigger }
play-duty-running = { $left } left, due { $due }
play-duty-late = { $left } late, was due { $due }
play-duty-met = met
play-duty-missed = missed
play-duty-stopped = stopped

play-unchanged = Unchanged since last turn.
play-better = Better than last turn.
play-worse = Worse than last turn.
play-changed = Changed since last turn.
play-last-turn = Last turn
play-ask-why = w asks why.
play-why-of-what = select a number, a fact or a duty first, then w

play-family-share = share
play-family-condemn = condemn
play-family-escalate = escalate
play-family-contain = contain
play-family-hold = hold or ask

play-cost = { $hours }{"\u00A0"}h, { $capital } capital
play-cost-hours = { $hours }{"\u00A0"}h
play-cost-capital = { $capital } capital
play-cost-none = no cost
play-hours-left = { $left } of { $has } hours
play-capital-left = { $left } of { $has } capital
play-hours-spent = Hours used: { $used } of { $has }
play-capital-spent = Political capital used: { $used } of { $has }
play-state-empty = nothing planned
play-state-planned = { $n } planned, not sealed
play-state-sealed = ✓ sealed ({ $n })

play-share = Share “{ $fact }” with { $to } under { $label }
play-hold = Hold
play-plan-empty = Nothing yet: sealing this is a Hold.
play-sealed = ✓ sealed
play-not-sealed = not sealed
play-sealed-about = Sealed and kept. u withdraws it until the turn is resolved.
play-is-sealed = Sealed and kept on disk. u withdraws it until the turn is resolved.
play-is-withdrawn = Withdrawn: plan again.
play-would-refuse = This would be refused: { $why }.
play-unanswered = Not answered
play-stays-open = stays open until turn { $turn }
play-default-taken = will be answered for you: { $choice }
play-closes = closes unanswered
play-rationale = Why
play-deviation = r says why, Enter seals without: this departs from your baseline ({ $norm }).
play-rationale-about = For the record and the debrief; no rule reads it. One or two sentences are plenty.
play-at-the-table = At the table

play-next-decide = decide: { $title }
play-next-plan = look over the plan and seal
play-next-seal = seal
play-next-seal-hold = seal a Hold
play-next-resolve = resolve the turn
play-next-seat = hand over to { $seat }
play-next-on = go on
play-next-add = add to the plan
play-next-remove = take out of the plan
play-next-open = show each
play-next-close = fold together
play-several = { $n }
play-several-differ = Each does something of its own and is told in its own row.
play-several-reports = The reports that clocks of yours ask for. A full one tells the recipient everything, the minimum what the law needs, and what is flagged as sensitive is passed on to fewer. Each is told in its own row.
play-in-plan = ● In the plan.
play-withdraw-first = your choices are sealed: u withdraws them first
play-nothing-sealed = nothing is sealed
play-not-now = choices are planned while the turn is open
play-refused = { $why }

play-type-to-filter = type to narrow the list
play-filter = /
play-no-match = Nothing matches. Backspace widens the search.
play-forecast = What to expect

play-share-what = What
play-share-whom = To whom
play-share-label = Under which label
play-share-means = What that means
play-share-nothing = You hold nothing that could be passed on.
play-share-next-to = choose to whom
play-share-next-label = choose the label
play-share-says = { $to } gets “{ $fact }” under { $label }. Takes { $hours }{"\u00A0"}h.
play-share-breach = This leaves the boundary you received it under. Without the source’s leave it is a breach: it may come to light, and costs trust with the source and with all who learn of it. Relabelling and a derived version are the lawful ways.
play-tlp-clear = TLP:CLEAR: no limit on disclosure.
play-tlp-green = TLP:GREEN: for their community, not for public channels.
play-tlp-amber = TLP:AMBER: need-to-know in their organisation and its clients.
play-tlp-amber-strict = TLP:AMBER+STRICT: need-to-know in their organisation only.
play-tlp-red = TLP:RED: for the eyes of the named recipients only.

play-leave = Leave the exercise?
play-leave-kept = Everything sealed is kept: “Go on with” on the home screen brings you back to this turn.
play-leave-unsealed = What is planned but not sealed is not kept.

play-decision = Decision
play-duty = Duty
play-terms = Term
play-payloads = Kinds of report
play-payload = { $payload }: { $cost }
play-duty-notes = What else counts
play-terminal-failed = The terminal failed: { $why }. The exercise is kept.
play-duty-left = { $left } left
play-duty-late-short = { $left } late
play-plan-hint = a lists what you can do in any turn, s passes on what you hold. What a turn’s hours are not spent on is gone with the turn.
