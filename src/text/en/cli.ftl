## The command line: usage, messages, errors.

cli-no-home = There is no place for your exercises on this system. Set the environment variable DEMARCHE_HOME to a folder.
cli-no-scenario = There is no scenario `{ $name }`, neither shipped (see `demarche list`) nor as a folder.
cli-no-scenario-near = There is no scenario `{ $name }`, neither shipped (see `demarche list`) nor as a folder. Did you mean `{ $near }`?
cli-broken-scenario = This scenario cannot be played yet:
cli-no-exercise = You have no exercises yet. Start one with `demarche play`.
cli-no-terminal = This needs a terminal at both ends. Use `demarche play SCENARIO --plain` for pipes and screen readers.
cli-which-scenario = Which scenario? `demarche list` shows what can be played.
cli-no-seat = The scenario has no seat `{ $name }`. Its seats: { $seats }
cli-no-profile = There is no profile `{ $name }`. There are: standard, { $all }
cli-streams = Reading or writing failed: { $why }. The exercise is kept.
cli-list-title = { $id }: { $title }
cli-list-card = { "  " }{ $from } to { $to } minutes, { $difficulty }, seats: { $seats }
cli-list-card-one = { "  " }{ $from } minutes, { $difficulty }, seats: { $seats }
cli-list-tagline = { "  " }{ $tagline }
cli-list-learn = { "  " }- { $line }
cli-list-own = Play one with `demarche play ID`, or a scenario of your own with `demarche play PATH`.
difficulty-introductory = introductory
difficulty-intermediate = intermediate
difficulty-advanced = advanced
cli-logs-none = You have no exercises yet.
cli-logs-title = { $name } ({ $state }, seed { $seed })
cli-logs-forked = { "  " }forked from { $name } after line { $line }
cli-logs-path = { "  " }{ $path }
cli-logs-ended = ended
cli-logs-turn = in turn { $turn }
cli-verified = Verified: { $commands } commands, { $events } events, each as the rules decide it.
cli-verify-torn = The last line is torn ({ $bytes } bytes); it had never been acknowledged. `demarche resume` repairs it.
cli-left-out = The log is damaged: line { $line } { $damage }. What follows leaves out that line and everything after it.
cli-verify-damaged = Line { $line } is damaged: { $damage }
cli-verify-refused = Line { $line }: the rules refuse this command.
cli-verify-events = Line { $line }: the rules decide this command otherwise.
cli-replay-turn = Turn { $turn }
cli-replay-line = { "  " }{ $text }
cli-check-clean = Nothing is wrong with this scenario.
cli-no-code = There is no code `{ $code }`. Did you mean `{ $near }`?
cli-code-unused = No code is called `{ $code }`. `demarche check` prints the code of each thing it tells: S304.
cli-no-such-code = There is no code `{ $code }`. A code is a letter and three digits, as `demarche check` prints it: S304.
cli-explain-title = { $code }: { $title }
cli-explain-before = Before:
cli-explain-after = After:
cli-report-written = Written: { $path }
cli-report-failed = The report could not be written to { $path }: { $why }
cli-no-theme = There are no colours `{ $name }`. There are: { $all }

## check --fix

cli-fix-added = { $file }:{ $line }: added `{ $after }` ({ $code })
cli-fix-deleted = { $file }:{ $line }: deleted `{ $before }` ({ $code })
cli-fix-replaced = { $file }:{ $line }: replaced `{ $before }` by `{ $after }` ({ $code })
cli-fix-done = { $count ->
    [0] Nothing could be mended without knowing what you mean.
    [one] Mended 1 mistake.
   *[other] Mended { $count } mistakes.
}
cli-fix-shipped = --fix changes files: give the path of a folder, not the id of a shipped scenario
cli-fix-not-written = `{ $path }` cannot be written: { $why }

translate-no-language = `{ $name }` is no language tag this can use: two letters, such as `es`, perhaps with a region, `pt-br`
cli-no-folder = { $path } is no folder; give the path of a scenario's folder
translate-no-texts = { $path } is there and has no list `texts: [ … ]` that rows could be added to; `demarche check` says what is wrong with it
translate-stale = changed since it was translated: { $name } (compare, then set lock: "{ $lock }")
translate-standing = { $done } of { $all } lines translated, { $missing } missing, { $stale } changed since
translate-written = { $count ->
    [one] One row
   *[other] { $count } rows
} to be filled in: { $path }
## Laying out an author's files.

cli-fmt-nothing = There are no `.ron` files in { $path }.
cli-fmt-unreadable = { $path } cannot be read: { $why }
cli-fmt-unwritable = { $path } cannot be written: { $why }
cli-print-failed = Not everything could be printed: { $why }. What was written is not whole.
cli-fmt-other = { $path } is no `.ron` file, and only those are laid out. It is left as it is.
cli-fmt-broken = { $path } is left as it is: a bracket, quote or comma in it is out of place. `demarche check` says which.
cli-fmt-empty = { $path } has nothing in it that could be laid out.
cli-fmt-empty-input = Nothing came on standard input, so there is nothing to lay out. Pipe a file into it, or name the file instead of `-`.
cli-fmt-broken-input = What came on standard input has a bracket, quote or comma out of place, so nothing was printed. `demarche check` on its file says which.
cli-fmt-would = { $path } is not laid out. `demarche fmt` without `--check` does it.
cli-fmt-done = Laid out: { $path }
cli-fmt-clean = { $count ->
    [one] The file is laid out.
   *[other] All { $count } files are laid out.
}

## An author's own tests.

test-none = There are no tests in { $path }: write `tests/NAME.ron`, or make one of an exercise with `--record LOG --name NAME`.
test-unreadable = The tests of { $path } cannot be read: { $why }
test-passed = passed  { $name }: { $about }
test-failed = FAILED  { $name }: { $about }
test-passed-untitled = passed  { $name }
test-failed-untitled = FAILED  { $name }
test-unread = FAILED  { $name }: { $path } cannot be read: { $why }
test-shipped = { $name } comes with the program, so nothing can be kept beside it. Write it to a folder with `demarche bundle { $name }` and `demarche bundle open { $name }.demarche --out FOLDER`, and test that.
test-unreadable-at = { "  " }line { $line }: { $why }
test-refused = { "  " }turn { $turn }: { $seat } may not: { $act }
test-ending = { "  " }it should end with `{ $expected }`, and ended with `{ $got }`
test-expectation = { "  " }does not hold at the end: { $text }
test-read = { "    " }it read: { $read }
test-golden = { "  " }the exercise goes otherwise from line { $line } of its .golden file on; `--golden` keeps the new one
test-golden-was = { "    " }was: { $was }
test-golden-is = { "    " }is:  { $is }
test-stuck = { "  " }it cannot be played
test-sum = { $all ->
    [one] One test
   *[other] { $all } tests
  }, { $failed ->
    [0] all passed.
    [one] one failed.
   *[other] { $failed } failed.
  }
test-recorded-about = As it was played: { $title }
test-recorded = Written: { $path }. Say in `about` what it shows, and in `expect` what must hold at the end.
test-exists = { $path } is there already; give the test another name
test-mutant-flip = not noticed  { $place }  condition turned round: { $was }
test-mutant-drop = not noticed  { $place }  effect dropped: { $was }
test-mutant-reverse = not noticed  { $place }  sign turned round: by { $was }
test-mutant-swap = not noticed  { $place }  effects swapped with the next choice's: { $was }
test-mutant-deadline = not noticed  { $place }  deadline moved: { $was }
test-mutants = The tests notice { $share } % of the faults: { $noticed } of { $played } tried ({ $possible } possible; { $refused } more would not have loaded).

## Two versions of a scenario.

diff-written = { $count ->
    [0] Nothing is written otherwise.
    [one] One row is written otherwise:
   *[other] { $count } rows are written otherwise:
  }
diff-new = { "  " }new       { $name }
diff-gone = { "  " }gone      { $name }
diff-reworded = { "  " }reworded  { $name } ({ $fields })
diff-changed = { "  " }changed   { $name } ({ $fields })
diff-played = { $changes ->
    [0] In { $plays } plays of each nothing differs beyond chance, of { $compared } numbers.
    [one] In { $plays } plays of each one number differs beyond chance, of { $compared }:
   *[other] In { $plays } plays of each { $changes } numbers differ beyond chance, of { $compared }:
  }
diff-play-new = { "  " }{ $what }: only in the new one
diff-play-gone = { "  " }{ $what }: only in the old one
diff-ending = { "  " }ending { $name } (“{ $title }”): { $from } % of plays before, { $to } % now
diff-inject = { "  " }inject { $name } (“{ $title }”) came in { $from } % of plays, comes in { $to } % now
diff-inject-lost = { "  " }inject { $name } (“{ $title }”) came in { $from } % of plays, and is not seen in { $plays } now
diff-choice = { "  " }{ $name } was taken in { $from } % of plays, is taken in { $to } % now
diff-choice-lost = { "  " }{ $name } was taken in { $from } % of plays, and by nobody in { $plays } now
diff-decision = { "  " }decision { $name } (“{ $title }”) opened in { $from } % of plays, opens in { $to } % now
diff-decision-lost = { "  " }decision { $name } (“{ $title }”) opened in { $from } % of plays, and in none of { $plays } now
diff-rule = { "  " }rule { $name } fired in { $from } % of plays, fires in { $to } % now
diff-function = { "  " }function { $name } asked for something in { $from } % of plays, does in { $to } % now
diff-duty = { "  " }duty { $name } was met in { $from } % of plays, is met in { $to } % now
diff-task = { "  " }task { $name } was shown in { $from } % of plays, is shown in { $to } % now
diff-course = { "  " }{ $name }: { $from } on average at the end before, { $to } now
