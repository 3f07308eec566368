## The debrief: headings, ratings, profiles, charts.

debrief-participant = Participant { $number }
debrief-holder-bot = bot ({ $name })
debrief-yes = yes
debrief-no = no

debrief-point-choice = choice
debrief-point-default = nobody decided
debrief-point-inject = inject
debrief-point-rule = a move by others
debrief-point-luck = chance
debrief-point-deadline = deadline
debrief-point-override = by hand

debrief-followed-meter = { $name } { $by }
debrief-followed-flag = { $name }
debrief-followed-flag-gone = No longer: { $name }
debrief-followed-trust = Trust of { $from } in { $to } { $by }
debrief-followed-compromised = { $name }: { $by } more compromised
debrief-followed-contained = { $name }: { $by } contained
debrief-followed-harm = { $name }: harm { $by }
debrief-followed-latent = { $name }: harm not yet felt { $by }
debrief-followed-capital = Political capital of { $name } { $by }
debrief-followed-hours = Hours of { $name } { $by }

debrief-read-number = { $name }: { $now }
debrief-read-claim = { $name }: { $now }
debrief-read-trust = Trust of { $from } in { $to }: { $now }
debrief-read-holds = { $actor } holds “{ $fact }”
debrief-read-verified = { $actor } has verified “{ $fact }”
debrief-read-breaches = Times { $name } left the boundary of a label: { $now }
debrief-read-exposed = { $name }, exposed: { $now }
debrief-read-compromised = { $name }, compromised: { $now }
debrief-read-contained = { $name }, contained: { $now }
debrief-read-harm = Harm to “{ $name }”: { $now }
debrief-read-norm = { $actor }, { $norm }: { $upheld } upheld, { $strained } strained
debrief-read-capital = Political capital of { $name }: { $now }

debrief-put-by = { $number } “{ $title }”
debrief-put-by-agenda = the agenda

debrief-story = a story
debrief-truth-true = true
debrief-truth-partly = true in part
debrief-truth-false = not true

debrief-way-shared = shared
debrief-way-request = on request
debrief-way-advisory = advisory
debrief-way-choice = by a decision
debrief-way-inject = inject
debrief-way-rule = by a move of its own
debrief-way-other = otherwise

debrief-upheld = upheld
debrief-strained = strained
debrief-contested = strained, contested
debrief-diplomacy-upheld = { $times ->
    [one] Through this work { $actor } upheld { $norm }
   *[other] Through this work { $actor } upheld { $norm }, { $times } times
}
debrief-diplomacy-strained = { $times ->
    [one] Through this work { $actor } strained { $norm }
   *[other] Through this work { $actor } strained { $norm }, { $times } times
}

debrief-duty-idle = never began
debrief-duty-running = still running
debrief-duty-met = met
debrief-duty-missed = missed
debrief-duty-stopped = stopped

debrief-harm-zone = Services down: { $name }
debrief-harm-from = { $origin }: { $points }

debrief-chart-start = start
debrief-chart-compromised = compromised
debrief-chart-contained = contained
debrief-chart-direct = direct
debrief-chart-secondary = secondary
debrief-chart-latent = latent
debrief-chart-trust-in = What others think of { $name }
debrief-chart-trust-out = What { $name } thinks of others

debrief-rating-p = P, Performed without Challenges
debrief-rating-s = S, Performed with Some Challenges
debrief-rating-m = M, Performed with Major Challenges
debrief-rating-u = U, Unable to be Performed
debrief-for-the-evaluator = for the evaluator

debrief-role-player = player
debrief-role-facilitator = facilitator
debrief-role-controller = controller
debrief-role-evaluator = evaluator
debrief-role-observer = observer

debrief-override-why = { $text } ({ $why })

## The debrief's screen.

debrief-screen = Debrief
debrief-screen-empty = Nothing to tell here.
debrief-screen-more = read on
debrief-screen-next = next page
debrief-screen-home = back to the home screen

# What somebody wrote about a plan of several acts, beside one of them.
debrief-of-plan = Given with the plan: { $text }
debrief-deviation = Deviation note: { $text }
debrief-deviation-none = No deviation note was written.

debrief-pillar-implement = Implement
debrief-pillar-monitor = Monitor
debrief-pillar-capacitate = Build capacity
debrief-pillar-attribute = Attribute
debrief-pillar-act = Turn { $turn }: { $act }
