## The lab: what a batch of plays showed.

lab-title = { $title }: { $plays } plays, seed { $seed }, bots: { $bots }
lab-broken = { $plays } plays could not be played to their end and are left out; the first is play { $first }.
lab-function-failed = Script function `{ $word }` failed in { $plays } plays, first in play { $first }.
lab-expression-failed = Expression `{ $word }` failed in { $plays } plays, first in play { $first }.

lab-endings = Endings (share of plays, 95 % interval)
lab-ending = { "  " }{ $share } %  ({ $low } to { $high })  { $word }: { $title }  [first: play { $first }]
lab-ending-none = { "  " }{ $share } %  ({ $low } to { $high })  { $word }: { $title }

lab-coverage = Coverage
lab-cover-endings = { "  " }endings: { $seen } of { $all } seen
lab-cover-injects = { "  " }injects that are not by hand: { $seen } of { $all } seen
lab-cover-choices = { "  " }choices: { $seen } of { $all } taken
lab-cover-actions = { "  " }standing actions: { $seen } of { $all } taken
lab-cover-rules = { "  " }rules: { $seen } of { $all } fired
lab-cover-functions = { "  " }script functions: { $seen } of { $all } asked for something
lab-unseen-ending = { "  " }ending `{ $word }`: not seen in { $plays } plays
lab-unseen-inject = { "  " }inject `{ $word }`: not seen in { $plays } plays
lab-never-offered = { "  " }choice `{ $word }`: never possible in { $plays } plays; its decision opened in { $opened }
lab-never-taken = { "  " }choice `{ $word }`: taken by nobody in { $plays } plays; possible in { $offered }
lab-only-random = { "  " }choice `{ $word }`: taken by nobody but random ({ $taken } of { $offered } plays)
lab-unseen-action = { "  " }action `{ $word }`: not seen in { $plays } plays
lab-unseen-rule = { "  " }rule `{ $word }`: not seen in { $plays } plays
lab-unseen-function = { "  " }function `{ $word }`: not seen to ask for anything in { $plays } plays
lab-unseen-act = { "  " }act `{ $word }`: not seen in { $plays } plays

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
lab-meters = Meters at the end (mean, standard deviation, least and most)
lab-zones = Organisations compromised at the end (mean, standard deviation, least and most)
lab-harm = Harm at the end, in points (mean, standard deviation, least and most)
lab-number = { "  " }{ $word }: { $mean } ± { $deviation }, { $least } to { $most }

lab-speed = { $plays } plays in { $seconds } s on { $threads } threads: { $rate } plays a second
lab-progress = { $done } of { $all } plays, about { $left } s left
lab-no-plays = There is nothing to play: give at least one play.
lab-written = Written: { $path }
lab-not-written = { $path } could not be written: { $why }
