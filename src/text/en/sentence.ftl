## Scenarios in plain sentences: `demarche check --sentences`, and what the language server shows of a row.

sentence-none = There is nothing in it with the id “{ $id }”. Ids are those of injects, decisions, choices, actions, rules and endings, as `check` and `graph` name them.
sentence-inject = { $id } · “{ $title }” comes to { $to } { $when }.
sentence-facts = With it comes what they then know: { $facts }.
sentence-decision = { $id } · “{ $title }” is put to { $seat } { $when }.
sentence-choice = { $id } · “{ $title }” can be taken { $when }.
sentence-action = { $id } · “{ $title }” can be done by { $seats } { $when }.
sentence-rule = { $id } · This rule takes effect { $when }.
sentence-ending = { $id } · It ends with “{ $title }” { $when }.
sentence-then = Then { $effects }.
sentence-nothing = Nothing else comes of it.
sentence-default = If nobody answers in time, “{ $choice }” is taken.

## When: parts of a list

sentence-turn = in turn { $from }
sentence-turns = in turns { $from } to { $to }
sentence-from-turn = from turn { $from } on
sentence-any-turn = in any turn
sentence-by-hand = only when the facilitator releases it
sentence-after = at least { $turns ->
        [one] one turn
       *[other] { $turns } turns
    } after “{ $inject }”
sentence-once-delivered = once “{ $inject }” has come
sentence-unless-done = only if nothing that “{ $inject }” asks for has been done
sentence-chance = with a chance of { $chance } in 100
sentence-chance-fine = with a chance of { $chance } in 1,000
sentence-again = again after { $turns ->
        [one] one turn
       *[other] { $turns } turns
    } at the earliest
sentence-once = once at most
sentence-if = if { $condition }
sentence-stays = for { $turns ->
        [one] one turn
       *[other] { $turns } turns
    }
sentence-hours-cost = for { $hours ->
        [one] one hour
       *[other] { $hours } hours
    }
sentence-capital-cost = for { $capital ->
        [one] one point
       *[other] { $capital } points
    } of political capital
sentence-always = whenever its decision is open
sentence-otherwise = in all other cases
sentence-early = after any turn
sentence-at-end = after the last turn

## Conditions

sentence-and = { $one } and { $other }
sentence-or = { $one }, or { $other }
sentence-each = ({ $inner })
sentence-not = it is not so that { $inner }
sentence-equal = { $left } is { $right }
sentence-unequal = { $left } is not { $right }
sentence-less = { $left } is below { $right }
sentence-at-most = { $left } is at most { $right }
sentence-more = { $left } is above { $right }
sentence-at-least = { $left } is at least { $right }
sentence-sum = { $left } plus { $right }
sentence-difference = { $left } minus { $right }
sentence-product = { $left } times { $right }
sentence-quotient = { $left } divided by { $right }, rounded towards nothing
sentence-remainder = what is left of { $left } after dividing by { $right }
sentence-least = the smaller of { $left } and { $right }
sentence-most = the larger of { $left } and { $right }
sentence-negative = minus { $inner }
sentence-choose = { $then } if { $condition }, else { $otherwise }
sentence-function = the script function `{ $name }` says so
sentence-function-about = the script function `{ $name }` says so ({ $about })
sentence-function-number = what the script function `{ $name }` gives
sentence-code = this holds: `{ $code }`
sentence-code-number = what `{ $code }` gives
sentence-true = at any time
sentence-false = never

## What is read

sentence-read-turn = the turn
sentence-read-time = the number of minutes since the start
sentence-read-meter = “{ $name }”
sentence-read-trust = the trust of { $from } in { $to }
sentence-read-breaches = the number of breaches by { $name }
sentence-read-exposed = the number of organisations exposed in { $name }
sentence-read-compromised = the number of organisations compromised in { $name }
sentence-read-contained = the number of organisations contained in { $name }
sentence-read-harm = the harm to “{ $name }”
sentence-read-upheld = the number of acts by which { $actor } upheld “{ $norm }”
sentence-read-strained = the number of acts by which { $actor } strained “{ $norm }”
sentence-read-since = the number of turns since “{ $name }”
sentence-read-done = the number of times that “{ $name }” has been done
sentence-read-capital = the political capital of { $name }
sentence-read-book = the figure “{ $name }”
sentence-holds = { $actor } holds “{ $fact }”
sentence-holds-not = { $actor } does not hold “{ $fact }”
sentence-verified = { $actor } has analysed “{ $fact }”
sentence-verified-not = { $actor } has not analysed “{ $fact }”
sentence-met = the duty “{ $name }” has been met
sentence-met-not = the duty “{ $name }” has not been met
sentence-missed = the duty “{ $name }” has been missed
sentence-missed-not = the duty “{ $name }” has not been missed
sentence-running = the clock of the duty “{ $name }” runs
sentence-running-not = the clock of the duty “{ $name }” does not run
sentence-determined = the trigger of the duty “{ $name }” has been determined
sentence-determined-not = the trigger of the duty “{ $name }” has not been determined
sentence-answered = the report under the duty “{ $name }” has been answered
sentence-answered-not = the report under the duty “{ $name }” has not been answered
sentence-delivered = “{ $name }” has come
sentence-delivered-not = “{ $name }” has not come
sentence-chose = “{ $choice }” was chosen in “{ $decision }”
sentence-chose-not = “{ $choice }” was not chosen in “{ $decision }”
sentence-book = this is so: { $name }
sentence-book-not = this is not so: { $name }

## Effects

sentence-rises = { $name } rises by { $by }
sentence-falls = { $name } falls by { $by }
sentence-moves = { $name } changes by { $by }
sentence-tell = { $actor } learns “{ $fact }”
sentence-tell-under = { $actor } learns “{ $fact }” under { $tlp }
sentence-relabel = the source widens “{ $fact }” to { $tlp }
sentence-slow = the spread in { $zone } goes on at { $to } per mille of its own rate for { $turns } turns
sentence-freeze = nobody's requests are acted on in { $zone }
sentence-unfreeze = requests are acted on in { $zone } again
sentence-evidence = the evidence on the harm to “{ $name }”
sentence-latent = the harm to “{ $name }” that is not yet felt
sentence-upholds = { $actor } upholds “{ $norm }”
sentence-strains = { $actor } strains “{ $norm }”
sentence-start-duty = the clock of the duty “{ $name }” starts
sentence-meet-duty = the duty “{ $name }” counts as met
sentence-stop-duty = the clock of the duty “{ $name }” stops
sentence-harbour = who reports is not held to account for it
sentence-no-harbour = who reports may be held to account for it again
sentence-hours = the number of hours of { $name } in the next turn
sentence-deliver = “{ $name }” comes in the next turn
sentence-cancel = “{ $name }” never comes
sentence-end = the exercise ends after this turn with “{ $name }”
sentence-book-effect = `{ $name }` ({ $fields }): { $about }
sentence-later = { $turns ->
        [one] one turn
       *[other] { $turns } turns
    } later: { $effects }
sentence-if-effects = if { $condition }: { $effects }
sentence-if-else = if { $condition }: { $then }; otherwise: { $otherwise }
sentence-draw = by lot, one of these: { $branches }
sentence-branch = { $effects } ({ $weight } in { $all })
sentence-call = whatever the script function `{ $name }` asks for happens
sentence-call-about = whatever the script function `{ $name }` asks for happens ({ $about })
sentence-no-effect = nothing happens

## `demarche promote`

promote-unknown = There is no condition under the id “{ $id }”. Name an inject, a decision, a choice, an action, a rule or an ending that has one.
promote-no-effects = Nothing comes of “{ $id }” by itself. Name an inject, a choice, an action or a rule that has effects.
promote-no-form = One of the effects of “{ $id }” cannot be said in a script without a change in play: `{ $name }`. Lots, calls, amounts that are
    computed, and conditions beside other effects stay in the row. Nothing was changed.
promote-no-room = The scripts of this scenario are as large as they may be. Move some functions to a new file in `scripts/`, and try again.
promote-already = “{ $id }” is left to a function already: `{ $code }`.
promote-shipped = Only a scenario in a folder of your own can be changed. `demarche new` makes one.
promote-would = In { $file }, the condition of “{ $id }” would become:
promote-would-effects = In { $file }, what comes of “{ $id }” would become:
promote-function = In { $file }, this function would say the same:
promote-dry = Nothing was changed. With `--yes` it is done.
promote-done = Done: “{ $id }” asks { $name }() in { $file }. It plays as it did.
promote-not-written = { $path } could not be written: { $why }. Nothing else was changed.
