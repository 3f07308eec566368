## The lab: what a study showed.

lab-title = { $title }: { $plays } plays, seed { $seed }, bots: { $bots }
lab-broken = { $plays ->
    [one] One play could not be played to its end and is left out; it is play { $first }.
   *[other] { $plays } plays could not be played to their end and are left out; the first is play { $first }.
}
lab-script-failed = `{ $word }` failed to run in { $plays } plays, first in play { $first }.

lab-endings = Endings (share of plays, 95 % interval)
lab-ending = { "  " }{ $share } %  ({ $low } to { $high })  { $word }: { $title }
lab-ending-none = { "  " }{ $share } %  ({ $low } to { $high })  { $word }: { $title }

lab-trouble = What failed
lab-unseen = Not seen
lab-balance = Balance
lab-remark = { "  " }{ $kind }: { $text }

lab-coverage = Coverage
lab-cover-endings = { "  " }endings: { $seen } of { $all } seen
lab-cover-injects = { "  " }injects that are not by hand: { $seen } of { $all } seen
lab-cover-choices = { "  " }choices: { $seen } of { $all } taken
lab-cover-actions = { "  " }standing actions: { $seen } of { $all } taken
lab-cover-rules = { "  " }rules: { $seen } of { $all } fired
lab-cover-functions = { "  " }script functions: { $seen } of { $all } asked for something
lab-cover-conditions = { "  " }conditions: { $seen } of { $all } seen both to hold and not to
lab-unseen-ending = ending `{ $word }`: not seen in { $plays } plays.
lab-unseen-inject = inject `{ $word }`: not seen in { $plays } plays.
lab-never-offered = choice `{ $word }`: never possible in { $plays } plays; its decision opened in { $opened }.
lab-never-taken = choice `{ $word }`: taken by nobody in { $plays } plays; possible in { $offered }.
lab-only-random = choice `{ $word }`: taken by nobody but random ({ $taken } of { $offered } plays).
lab-unseen-action = action `{ $word }`: not seen in { $plays } plays.
lab-unseen-rule = rule `{ $word }`: not seen in { $plays } plays.
lab-unseen-function = function `{ $word }`: not seen to ask for anything in { $plays } plays.
lab-called-by = It is called by `{ $word }`.
lab-unseen-act = act `{ $word }`: not seen in { $plays } plays.
lab-never-true = condition `{ $word }`: not seen to hold in the { $plays } plays in which conditions were judged.
lab-never-false = condition `{ $word }`: seen to hold whenever it was judged, in { $plays } plays.

lab-miss = The nearest of { $plays } plays (seed { $seed }, turn { $turn }) lacked: { $lacks }.
lab-miss-met = In one of { $plays } plays (seed { $seed }, turn { $turn }) all that it asks for held; chance, or what comes before it, kept it away.
lab-miss-dark = None of { $plays } plays that were looked at met its condition, which is too intricate to say what was lacking.
lab-miss-raised = What brings it nearest is `{ $word }`: by { $by } on average, next to the plays without it.
lab-miss-closed = its decision was not open
lab-lack = { $name } { $sign } { $wanted } (it was { $is })
lab-lack-true = { $name }
lab-lack-false = not { $name }

lab-dominated = choice `{ $word }` is dominated by `{ $by }`, which costs no more and serves its seat better by { $gain } ({ $low } to { $high }) in { $trials } trials with the same luck; in { $exceptions } of them it was the other way round. Give it something of its own, or mark it `trap: true`.
lab-no-trap = choice `{ $word }` is marked as a trap, but no other choice of its decision is surely better for its seat.
lab-no-effect = decision `{ $word }` changes nothing that is measured, whatever is answered, in { $trials } trials.
lab-deadlock = decision `{ $word }` was open in { $stuck } of { $plays } plays while nothing it offers could be taken.
lab-idle = seat `{ $word }` was without a live decision for more than { $most } turns in a row in { $share } % of the plays: usually for { $usual } at the longest, at worst for { $worst }.
lab-impossible-duty = duty `{ $word }` began in { $started } plays and was met in none.
lab-unused-hours = seat `{ $word }` uses { $share } % of its hours.

lab-matter = Do decisions matter? (share of the variance that each has a hand in)
lab-which-ending = which ending
lab-matter-from = From { $twins ->
    [one] one play that was
   *[other] { $twins } plays that were
} repeated once with other choices and once with other luck. Where the interval is wide, `--twins N` asks for more.
lab-mover = { "  " }{ $word }: choices { $choices } % ({ $low } to { $high }), luck { $luck } % ({ $lucklow } to { $luckhigh })
lab-mover-seats = { "      " }seats: { $seats }
lab-mover-decisions = { "      " }decisions: { $decisions }

lab-witnesses = The fewest choices found that reach each ending; all else held
lab-witness = { "  " }{ $word } ({ $count }, seed { $seed }): { $acts }
lab-witness-none = { "  " }{ $word } (seed { $seed }): nobody does anything

lab-notable = Plays worth looking at (with the score of all seats)
lab-best = { "  " }best: { $plays }
lab-worst = { "  " }worst: { $plays }
lab-strangest = { "  " }strangest: { $play }

lab-seats = Seats
lab-seat = { "  " }{ $word }: a live decision in { $live } % of turns, at the longest without one for { $idle } (at worst { $worst }); { $used } % of hours used

lab-decisions = Decisions (share of plays in which they opened; of those, what was answered)
lab-decision = { "  " }{ $opened } %  { $word }  (nobody answered in time: { $unanswered } %)
lab-choice = { "          " }{ $taken } %  { $word }  (possible in { $offered } %)
lab-actions = Standing actions (share of plays in which they were taken)
lab-action = { "  " }{ $taken } %  { $word }  (possible in { $offered } %)
lab-acts = Acts (a play)
lab-act = { "  " }{ $times }  { $word }  (lapsed: { $lapsed })
lab-breaches = { "  " }{ $made }  sharings outside a boundary, of which { $found } came to light
lab-duties = Duties (share of plays in which the clock started; of those decided, how many were met)
lab-duty = { "  " }{ $started } %  { $word }  met { $met } %, reported late { $late } % of plays
lab-duty-none = { "  " }{ $started } %  { $word }
lab-tasks = Critical tasks (share of plays in which the evidence held at the end)
lab-task = { "  " }{ $held } %  { $word }
lab-numbers-outcomes = Outcomes at the end (mean with its 95 % interval; nine plays in ten within; then the median of each turn, with nine in ten)
lab-numbers = { $ledger } at the end
lab-number = { "  " }{ $word } { $mean } ({ $low } to { $high }); { $from } to { $to }; all { $least } to { $most }
lab-course = { "    " }by turn: { $turns }

lab-speed = { $plays } plays, { $trials } with trials and { $twins } with twins, in { $seconds } s on { $threads ->
    [one] one thread
   *[other] { $threads } threads
}
lab-stretch-plays = Plays
lab-stretch-trials = Trials
lab-stretch-twins = Twins
lab-stretch-deep = Looking for witnesses and near misses
lab-test-about = Reaches the ending `{ $word }`, with the fewest choices that were found.
lab-no-plays = There is nothing to play: give at least one play.
lab-written = Written: { $path }
lab-not-written = { $path } could not be written: { $why }
lab-not-read = { $path } could not be read as the lab's: { $why }
lab-failed = Not as `--fail-on` asks ({ $rule }): { $what }
lab-lacks-baseline = `--fail-on { $rule }` compares with an earlier run: name its JSON with `--baseline FILE`.
lab-lacks-twins = `--fail-on { $rule }` needs plays that are repeated with other choices: leave out `--counts`, and ask for `--twins N` if the plays are few.
lab-lacks-trials = `--fail-on { $rule }` needs plays in which every answer is tried: leave out `--counts`, and ask for `--trials N` if the plays are few.
lab-no-rule = `{ $rule }` is no rule of `--fail-on`. Rules are: { $known }
lab-baseline-scenario = { $path } is of the scenario `{ $other }`, and this is `{ $scenario }`. Compare with an earlier run of the same one.
lab-damaged = { $path } is not JSON that the lab wrote, or it is damaged or cut short: line { $line }, column { $column }. Run the lab again for a new one.
lab-foreign = { $path } is not a file that the lab wrote: a shard is written with `--shard K/M`, a baseline is the `lab.json` of `--out` or what `--format json` prints.
lab-format = { $path } is of format { $format }, which this program does not read. Run the lab that wrote it again.
lab-too-many-trials = { $trials } plays cannot be tried out of { $plays }: ask for at most as many with `--trials`, or for more with `--plays`.
lab-changes = { $changes ->
    [0] Of { $compared } numbers, none has changed beyond chance.
    [one] Of { $compared } numbers, one has changed beyond chance, or is new or gone:
   *[other] Of { $compared } numbers, { $changes } have changed beyond chance, or are new or gone:
}
lab-change-new = { "  " }{ $what }: new
lab-change-gone = { "  " }{ $what }: gone
lab-change-moved = { "  " }{ $what }: from { $from } to { $to } ({ $errors } standard errors)
lab-merge-strangers = { $one } and { $other } are not of the same study: scenario, seed, bots, plan and number of shards must agree.
lab-merge-twice = { $one } and { $other } are the same shard. Give each shard once.
lab-merge-missing = Not all of the { $of } shards are there. Missing: { $numbers }
lab-merge-changed = The scenario is not the one that was played, or this is another release of the program. Point `--scenario` at the one that was played.

## The page.

lab-page-title = Lab report
lab-page-plays = { $plays } plays, of which { $trials } with trials of every decision; { $twins } plays with twins; seed { $seed }
lab-page-bots = Played by: { $bots }
lab-page-endings = Endings
lab-page-endings-about = Share of plays, with the interval in which the true share lies 95 times in a hundred.
lab-page-coverage = What was seen
lab-page-seen = { $seen } of { $all }
lab-page-nothing = Nothing to remark.
lab-page-cover-endings = Endings
lab-page-cover-injects = Injects that are not by hand
lab-page-cover-choices = Choices taken
lab-page-cover-actions = Standing actions taken
lab-page-cover-rules = Rules fired
lab-page-cover-functions = Script functions that asked for something
lab-page-cover-conditions = Conditions seen both to hold and not to
lab-page-notable = Worth looking at: the best play is number { $best }, the worst number { $worst }.
lab-page-strangest = The strangest is number { $play }.
lab-page-matter = Do decisions matter?
lab-page-matter-about = The share of each outcome's variance that a thing has a hand in, alone or with others; so the shares add up to more than all. Where the interval is wide, `--twins N` asks for more plays. Choices are who plays the seats and what they draw; luck is the exercise's own dice. Decisions: what answering one of them at random would move.
lab-page-choices = All choices
lab-page-luck = Luck
lab-page-foremost = The decisions that move it most
lab-page-witnesses = How to get there
lab-page-witnesses-about = The fewest choices that were found to reach each ending with that seed, when nobody does anything else.
lab-page-seed = seed { $seed }
lab-page-nobody = Nobody does anything.
lab-page-act = Turn { $turn }, { $seat }: { $act }
lab-page-live = Turns with a live decision, in per cent of the plays that reached them
lab-page-hours = Hours used, in per cent of those at hand
lab-page-idle = { $seat }: turns in a row without a live decision, at the longest: usually { $usual }, at worst { $worst }.
lab-page-decisions = Decisions
lab-page-opened = { $seat }. It opened in { $opened } % of plays; nobody answered in time in { $unanswered } % of those.
lab-page-choice = Choice
lab-page-taken = Taken
lab-page-possible = Possible
lab-page-trap = meant as a trap
lab-page-duty = Duty
lab-page-started = Began
lab-page-met = Met in time
lab-page-late = Reported late
lab-page-outcomes = Outcomes
lab-page-courses = How it went, turn by turn
lab-page-courses-about = Nine plays in ten lie in the wide band, every second in the narrow one; the line is the middle.
lab-page-mean = mean at the end { $mean } ({ $low } to { $high })
