## `demarche watch`: a scenario in play while it is written.

watch-cannot-watch = The folder cannot be watched for changes: { $why }
watch-is-over = The exercise is over. Step back, or choose an inject.
watch-never-comes = "{ $title }" does not come from here on, with this luck and these choices. `f` sends it now.
watch-reseeded = Other luck from the beginning: seed { $seed }.
watch-lost-place = The preview was in turn { $turn } and is now in turn { $now }: the changed scenario does not get there, or not the same way.
watch-stuck = Turn { $turn }: it does not go on here: { $why }
watch-names-gone = something it named is gone
watch-facilitator = the facilitator
watch-chose-anew = Turn { $turn }: { $who } cannot do what was done before ({ $why }). The bot chose anew.
watch-comes-no-more = `{ $inject }` came in turn { $turn } and comes no more.
watch-comes-now = `{ $inject }` now comes in turn { $turn }.
watch-more-differences = { $count } more differences.
watch-reveal = What the last turn brought
watch-decides = To decide: { $title }
watch-choice = - { $label } ({ $hours } h, { $capital } capital)
watch-obstacle = not now: { $why }
watch-knows = What it knows
watch-happened = This turn, and why
watch-sealed = { $seat } has chosen: { $acts }
watch-zone = { $zone }: { $compromised } compromised, { $contained } contained, { $exposed } exposed
watch-harm = { $community }: { $direct } direct, { $secondary } secondary, { $latent } latent
watch-facts = Facts, and who holds them
watch-fact = { $fact }: { $held }
watch-nobody = nobody
watch-seat = What { $seat } sees
watch-preview = Preview
watch-truth = The whole truth
watch-msel = Injects
watch-problems = Problems
watch-no-problems = Nothing is wrong.
watch-nothing-yet = Nothing can be played yet. Mend what is below and save.
watch-stale = Last good version above
watch-fresh = as saved
watch-errors = { $n ->
        [one] 1 error
       *[other] { $n } errors
    }
watch-warnings = { $n ->
        [one] 1 warning
       *[other] { $n } warnings
    }
watch-advice = { $n } advice
watch-came = turn { $turn }
watch-cancelled = cancelled
watch-window = { $from }–{ $to }
watch-window-one = { $from }
watch-next-step = step on
watch-jump = go to this inject
watch-plain-start = Watching { $path }. Stop with Ctrl-C.
watch-plain-saved = Saved.
watch-plain-clean = It plays: { $title }: { $turns } turns, { $injects } injects.
watch-embedded = `{ $name }` is part of the program and cannot be edited. Give the path of a folder.
keys-watch = Preview
keys-do-other-seat = other seat
keys-do-jump = step, or go to the inject
keys-do-send-inject = send the inject now
keys-do-other-luck = other luck
