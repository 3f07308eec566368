## The Reveal, and "why?".

reveal-title = What happened in turn { $n }
reveal-title-preparation = What came of the preparation
reveal-moved = What moved
reveal-nothing = As far as you can see, nothing changed.
reveal-ending = The exercise is over: { $title }
reveal-next-turn = on to turn { $n }
reveal-next-debrief = to the debrief
reveal-no-number = this line is about no number: select another for w
reveal-why = Why?
reveal-why-nothing = It has not changed since the exercise began.
reveal-why-earlier = { $n ->
        [one] One earlier change is not listed.
       *[other] { $n } earlier changes are not listed.
    }
reveal-because = because { $cause }
reveal-hidden = It goes on where you may not look; the debrief shows the rest.

## The debrief's pages on the screen.

reveal-tab-ending = Ending
reveal-tab-points = Turning points
reveal-tab-choices = Your choices
reveal-tab-others = The others
reveal-tab-known = What you knew
reveal-tab-sharing = Who told whom
reveal-tab-norms = Norms
reveal-tab-duties = Duties
reveal-tab-harm = People and borders
reveal-tab-numbers = Numbers
reveal-tab-objectives = Objectives
reveal-tab-facts = What was true
reveal-tab-notes = Notes
reveal-decided-by = What decided it
reveal-other-endings = How else it could have ended
reveal-chosen = { $choice } ({ $family })
reveal-chosen-default = { $choice } ({ $family }): nobody answered, so this was taken
reveal-chosen-lapsed = { $choice } ({ $family }): no longer possible when its time came
reveal-whole-plan = The whole plan
reveal-you-said = You said: { $why }
reveal-held-by = { $actor } since turn { $turn } ({ $label })
reveal-was-wrong = You held “{ $fact }”: { $truth }
reveal-not-held = You did not hold “{ $fact }”
reveal-reached = It reached you in turn { $n }.
reveal-breaches = Labels that were broken
reveal-breach = { $by } told { $to } “{ $fact }” outside { $label }
reveal-breach-found = It came to light in turn { $n }.
reveal-breach-unseen = It never came to light.
reveal-passed = { $from } told { $to }: “{ $fact }” ({ $label })
reveal-kept = What nobody passed on
reveal-norms-about = A profile, not a score: what was expected, and the acts that bore on it.
reveal-started = Started
reveal-reported = Reported
reveal-direct = direct
reveal-secondary = secondary
reveal-latent = latent
reveal-evidence = Evidence at the end: { $n } of 100.
reveal-border = At its worst { $home } of { $of } organisations here and { $abroad } abroad; { $out } abroad by way of here, { $in } here by way of others.
reveal-numbers-about = From the start to the end, turn by turn, with the last value.
reveal-objectives-about = For each task the log proposes a rating; a human disposes.
reveal-proposed = Proposed: { $rating }.
reveal-rated = Rated: { $rating }
reveal-truth = { $fact }: { $truth }
reveal-truths = Who did it, and what stories were worth
reveal-said-by = Said in public by { $who }.
reveal-readings = What each state would have signed
reveal-wishes = It wished for: { $lines }.
reveal-red-lines = It would not sign: { $lines }.
reveal-overrides = What the facilitator changed
reveal-notes = Notes and ratings
reveal-modelled-on = What the fiction is modelled on
reveal-faded = Trust faded with { $count } others you have not spoken to for a while
reveal-row = { $name }: { $by }
