## What if: one exercise played again with one thing changed.

whatif-title = What if: { $title }
whatif-question = The question
whatif-change-same = Nothing is changed: what was played is played again.
whatif-change-acts = In turn { $turn }, { $seat } does otherwise: { $what }.
whatif-nothing = nothing at all
whatif-change-conduct = From turn { $turn } on, { $seat } is played by { $bot }.
whatif-change-hold = { $seat } does nothing from beginning to end.
whatif-nobody = Nobody acted
whatif-expert = The author's expert path
whatif-others-frozen = The others do what they sealed then; what is no longer possible lapses.
whatif-others-profiles = Once things come differently, the others decide again by their profiles.
whatif-others-matching = The others do what they did where the state matches that of the log, as far as they can see it, and decide by profile where it does not.
whatif-stands-for = { $seat } by { $bot }
whatif-profiles = Profiles: { $stands }. A person's is the profile that most resembles what that person did.
whatif-the-same = Nothing comes out differently.

whatif-side-by-side = Side by side, on this exercise's own luck
whatif-side-by-side-note = Luck that has nothing to do with the change is the same on both sides. Turns that are not shown are the same; a number is shown again when it has moved.
whatif-what = What
whatif-played = As played
whatif-changed = Changed
whatif-none = —
whatif-more = and { $n } more (all of them in --format json)
whatif-at-the-end = At the end
whatif-ending = Ending
whatif-no-ending = not ended
whatif-points = { $seat }: points
whatif-number = { $panel }: { $label }
whatif-arrived = Arrived

whatif-many = On { $plays } other lucks from { $turn } on
whatif-many-note = Both sides have the same luck, pair by pair. Means; the difference has its 95 % interval. Points are what the seat wants, each times its weight in the scenario.
whatif-more-by = Difference
whatif-all-points = Points
whatif-endings = Endings
whatif-difference = { $mean } ({ $low } to { $high })
whatif-mean = { $mean } ({ $low } to { $high })
whatif-share = { $share } % ({ $low } to { $high })

whatif-mattered = The choices that mattered most
whatif-mattered-note = Every alternative that was possible, tried from its turn on with the same luck on both sides. The effect is on the points of the seat that decides, with its 95 % interval; below 0, the choice that was taken was better. What is clearly more than chance comes first.
whatif-mattered-more = { $n } more alternatives changed less; --format json has them all.
whatif-no-alternatives = No seat that was asked about had an alternative.
whatif-when = When, who
whatif-where = { $turn }, { $seat }
whatif-taken = Taken
whatif-instead = Instead
whatif-effect = Effect
whatif-otherwise = Ends otherwise
whatif-unanswered = nobody answered in time

whatif-luck = Luck or judgement
whatif-luck-note = The same choices, by everybody, on { $plays } other lucks. The standing says how many lucks in a hundred did worse than this one: near 50, the result is that of the choices; near 0 or 100, luck had much to do with it.
whatif-luck-ending = This exercise ended with "{ $ending }"; the same choices do in { $share } of lucks.
whatif-own = This one
whatif-usual = Usually
whatif-percentile = Luck stood at
whatif-standing = { $n } of 100
whatif-want = { "· " }{ $text }

whatif-beside = Beside it
whatif-beside-note = From the beginning: on this exercise's own luck, and on { $plays } others (means with 95 % intervals; the ending is the one that came most often).
whatif-this-luck = This luck
whatif-other-lucks = Other lucks
whatif-most-often = { $ending }: { $share }

whatif-no-turn = The exercise has no Commit in turn { $turn }; it can be changed in turns { $first } to { $last }.
whatif-no-choice = There is no `{ $choice }` to choose. Possible: { $could }
whatif-or-bots = or `hold`, or a bot for the seat: { $bots }
whatif-not-possible = In turn { $turn } that could not be done: { $why }.
whatif-needs-choice = Say what would have been done instead with `--choice`: a choice's id, a standing action's, `hold`, or a bot's name.
whatif-no-commit = Nothing can be changed in an exercise that has not come to its first Commit.
whatif-progress = { $done } of { $all } courses
whatif-not-written = { $path } could not be written: { $why }

whatif-screen = What if
whatif-working = Finding out
whatif-working-text = The exercise is played over and over with other choices and the same luck on both sides. This goes on beside the screen; Esc gives it up.
whatif-given-up = It could not be found out.
