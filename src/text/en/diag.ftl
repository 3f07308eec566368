## Diagnostics: diag-CODE is the message, diag-CODE-help says what to do next.
## In the author's words: no names of types or libraries; one concrete next step.

diag-error = error
diag-warning = warning
diag-advice = advice
diag-help = help
diag-did-you-mean = did you mean { $names }?
diag-known = there is only { $names }
diag-or = { $rest } or { $last }
diag-more = … and { $count ->
    [one] one more
   *[other] { $count } more
}.
diag-summary = { $errors ->
    [0] No errors
    [one] 1 error
   *[other] { $errors } errors
}{ $warnings ->
    [0] {""}
    [one] , 1 warning
   *[other] , { $warnings } warnings
}{ $advice ->
    [0] {""}
    [one] , 1 piece of advice
   *[other] , { $advice } pieces of advice
}.

diag-narrated-place = { $severity } { $code } in file { $file }, line { $line }, column { $column }: { $message }.
diag-narrated-file = { $severity } { $code } in file { $file }: { $message }.
diag-narrated-line = The line reads: { $text }
diag-narrated-label = See line { $line }: { $text }.
diag-narrated-help = Help: { $text }

## What a second place shows.

diag-label-first = first here
diag-label-opened = opened here
diag-label-declared = declared here
diag-label-trigger = this comes first
diag-label-earlier = this one is asked first and always holds
diag-label-through = through here
diag-label-perhaps = this one, perhaps

## Kinds of things that have an id.

kind-action = standing action
kind-actor = actor
kind-advice = adviser's line
kind-channel = channel
kind-choice = choice
kind-community = community
kind-decision = decision
kind-duty = duty
kind-ending = ending
kind-expression = expression
kind-fact = fact
kind-file = file
kind-function = script function
kind-inject = inject
kind-ledger = ledger
kind-meter = meter
kind-norm = norm
kind-objective = objective
kind-case = case
kind-hypothesis = hypothesis
kind-forum = forum
kind-clause = clause
kind-measure = measure
kind-contact = contact
kind-bloc = bloc
kind-permit = pre-authorisation
kind-offer = offer
kind-story = story
kind-phase = phase
kind-pack = pack
kind-region = region
kind-row = row
kind-scenario = scenario
kind-script = script
kind-seat = seat
kind-rule = rule
kind-turn = turn
kind-zone = zone
kind-task = critical task
kind-term = glossary term

## What a place in a file can hold.

expects-text = a text in double quotes
expects-number = a whole number
expects-yes-no = true or false
expects-list = a list in square brackets
expects-row = fields in round brackets
expects-id = an id in double quotes
expects-choice = a known word without quotation marks
expects-time = a time such as "T+01:30"
expects-expression = an expression in double quotes
expects-nothing = nothing more
expects-something-else = something else

## S0: files.

diag-S001 = there is no file `{ $name }`
diag-S001-help = check the spelling; `demarche list` shows what can be played, `demarche new` makes a scenario to start from
diag-S002 = `{ $name }` cannot be read: { $why }
diag-S002-help = check that you may read it and that no other program holds it
diag-S003 = `{ $name }` is too large: { $size } KiB, and a file may have { $limit }
diag-S003-help = move some of it to a second file (injects, decisions, cast …) and name that file in `scenario.ron`
diag-S004 = the scenario is too large: { $size } KiB in all its files, and { $limit } are allowed
diag-S004-help = shorten the longest texts, or make two scenarios of it
diag-S005 = this is not plain text in UTF-8
diag-S005-help = save the file again with the encoding "UTF-8" (in Windows Notepad: Save as, Encoding)
diag-S006 = this is not a text file
diag-S006-help = a scenario is written in plain text; a document, spreadsheet or picture cannot be read here
diag-S007 = the file is empty
diag-S007-help = `demarche new` writes a scenario to start from
diag-S008 = a scenario file may not switch the language it is written in (`{ $name }`)
diag-S008-help = delete this line; nothing else has to change
diag-S009 = brackets are nested too deeply: more than { $limit } inside one another
diag-S009-help = look for a bracket that is opened again and again and never closed
diag-S010 = `{ $name }` lies outside the scenario's folder
diag-S010-help = copy the file into the folder and name it by its path from there, such as `injects/day1.ron`
diag-S011 = there is no `scenario.ron` in `{ $name }`
diag-S011-help = a scenario is a folder with a file `scenario.ron`; `demarche new` makes one
diag-S012 = the file says `format: { $found }`, and this program reads format { $known }
diag-S012-help = write `format: { $known }`, or use the newer program the scenario was made with
diag-S013 = `{ $name }` is not a file
diag-S013-help = name a plain file, not a folder or a device
diag-S014 = the scenario has too many files: { $count }, and { $limit } are allowed
diag-S014-help = put several short files together into one
diag-S015 = `{ $name }` cannot be a file's name here
diag-S015-help = rename the file: small letters, digits, `_`, `-` and `.` only, such as `injects/day1.ron`
diag-S016 = two versions of these lines were never made into one
diag-S016-help = keep what is meant of what stands between the lines of `<`, `=` and `>`, and delete those lines

## S1: syntax.

diag-S101 = a comma is missing here
diag-S101-help = put a comma after what comes before
diag-S102 = `{ $bracket }` is opened and never closed
diag-S102-help = add the closing bracket at the end of this row or list
diag-S103 = `{ $bracket }` closes nothing that is open
diag-S103-help = delete it, or add the opening bracket it belongs to
diag-S104 = `{ $found }` means nothing here
diag-S104-help = delete it; if it is part of a text, the text needs double quotes around it
diag-S105 = `{ $found }` is a typographic quotation mark
diag-S105-help = type a straight one (") on both sides; word processors replace them while you type
diag-S106 = there is a non-breaking space here, which looks like a space and is none
diag-S106-help = replace it by an ordinary space; it often comes along when text is pasted from a web page
diag-S107 = the text that begins here has no closing quotation mark
diag-S107-help = add a double quote (") at its end; a double quote inside a text is written \"
diag-S108 = the comment that begins here is never closed
diag-S108-help = end it with */, or use // for a comment of one line
diag-S109 = there is something after the end of the scenario
diag-S109-help = a file holds one list or one pair of round brackets; look for one that was closed too early
diag-S110 = a colon is missing after `{ $name }`
diag-S110-help = write `{ $name }: …`
diag-S111 = `{ $name }` has no value
diag-S111-help = write a value after the colon, or delete the field
diag-S112 = `\{ $found }` means nothing in a text
diag-S112-help = write \\ for a backslash, \" for a quotation mark, \n for a new line
diag-S113 = `{ $found }` is not a number
diag-S113-help = write digits only, with a minus in front if need be
diag-S114 = `{ $found }` closes what was opened with another bracket; `{ $expected }` is due here
diag-S114-help = a ( is closed by ), a [ by ]
diag-S115 = `{ $name }` is followed by an equals sign
diag-S115-help = a field takes a colon: `{ $name }: …`
diag-S116 = the text `{ $found }` has no quotation marks
diag-S116-help = write it in double quotes: "{ $found }"
diag-S117 = a comment does not begin with `{ $found }`
diag-S117-help = begin it with `//`
diag-S118 = the name of a field has no quotation marks: `{ $name }`
diag-S118-help = write `{ $name }: …`
diag-S199 = this cannot be understood; { $expected } should be here
diag-S199-help = compare it with a row that works; often a comma, a colon or a quotation mark is missing just before

## S2: shape.

diag-S201 = { $what } has no field `{ $name }`
diag-S201-help = correct the name or delete the field
diag-S202 = { $what } needs a field `{ $name }`
diag-S202-help = add `{ $name }: …` to it
diag-S203 = the field `{ $name }` is there twice
diag-S203-help = keep the one you mean and delete the other
diag-S204 = { $expected } should be here{ $found ->
    [none] {""}
   *[other] , not { $found }
}
diag-S204-help = change the value; the name of the field is right
diag-S205 = `{ $name }` is not a known word for { $what }
diag-S205-help = upper and lower case count; docs/authoring.md lists the words
diag-S206 = { $value } is not between { $min } and { $max }
diag-S206-help = choose a number from { $min } to { $max }
diag-S207 = `{ $value }` is not a number that can be counted with
diag-S207-help = write a whole number
diag-S208 = this is a map in curly brackets; a list is needed
diag-S208-help = write a list of rows that each have an id: [(id: "…", …), (id: "…", …)]
diag-S209 = { $expected } values belong here, and there are { $found }
diag-S209-help = add or delete values until there are { $expected }
diag-S210 = `{ $name }` needs { $expected } in round brackets
diag-S210-help = write `{ $name }(…)`
diag-S211 = `{ $found }` does not have the form of { $expected }
diag-S211-help = write { $expected }

## S3: meaning.

diag-S301 = `{ $name }` cannot be an id
diag-S301-help = an id begins with a small letter and goes on with small letters, digits and _, 48 at most: `gov_cert_2`
diag-S302 = `{ $name }` cannot be an id: it is a word of the expression language
diag-S302-help = add something to it: `{ $name }_1`, or a better name
diag-S303 = the { $kind } `{ $name }` is there twice
diag-S303-help = give one of the two another id
diag-S304 = there is no { $kind } `{ $name }`
diag-S304-help = correct the id, or add the { $kind }
diag-S305 = these injects are each the contingency of the next, round in a circle: { $path }
diag-S305-help = a contingency falls back on an inject that does not depend on it; take one link out
diag-S306 = these injects each wait for the next, round in a circle: { $path }
diag-S306-help = give one of them a time of its own
diag-S307 = the inject `{ $name }` can never be due: { $when } is after the last turn ({ $last })
diag-S307-help = move it earlier, or add turns
diag-S308 = nobody can take the decision `{ $name }`
diag-S308-help = give it to one of the seats, and open it in a turn of the exercise
diag-S309 = the decision `{ $name }` has { $count ->
    [0] no choices
    [one] only one choice
   *[other] { $count } choices
}
diag-S309-help = a decision needs at least two choices; a single one is an inject
diag-S310 = `{ $name }` is due before it can begin
diag-S310-help = move the deadline behind the moment that starts it
diag-S311 = `{ $name }` is not a TLP label
diag-S311-help = write Clear, Green, Amber, AmberStrict or Red (White became Clear), or National for a national marking
diag-S312 = a chance of { $value } is not possible
diag-S312-help = chances are per mille: write a whole number from 0 (never) to 1000 (always)
diag-S313 = too many rows of the kind { $kind }: { $count }, and { $limit } are allowed
diag-S313-help = delete some, or make two scenarios of it
diag-S314 = the scenario has no seats
diag-S314-help = add at least one seat, so that somebody can play
diag-S315 = the scenario has no turns
diag-S315-help = add at least one: `turns: [(lasts: "6h", title: "…")]`
diag-S316 = the scenario has no endings
diag-S316-help = add at least one ending; one without a condition is reached whenever no other is
diag-S317 = the ending `{ $name }` can never be reached: `{ $earlier }` is asked first and has no condition
diag-S317-help = put the ending without a condition last
diag-S318 = this text is too long: { $count } characters, and { $limit } are allowed
diag-S318-help = shorten it, or split it into two injects
diag-S319 = the choice `{ $name }` changes nothing
diag-S319-help = give it an effect or a cost, or write in its note why doing this has no consequence
diag-S320 = the secret `{ $name }` is shown to every seat
diag-S320-help = list the seats that hold it at the start, or leave the marking out if everybody may know
diag-S321 = the text of `{ $name }` is empty
diag-S321-help = write it, or delete the field
diag-S801 = lines without a translation into `{ $name }`: { $count } of { $all }
diag-S801-help = players read them in the scenario's own language; `demarche translate` adds a row for each, to be filled in
diag-S802 = `{ $name }` has changed since it was translated
diag-S802-help = compare the two, mend the translation, and set lock: "{ $lock }"; until then players read the scenario's own text
diag-S803 = the scenario has no line `{ $name }`
diag-S803-help = rename the row, or delete it if the line is gone
diag-S804 = this file is the translation into `{ $name }`, and says that it is in `{ $found }`
diag-S804-help = rename the file or change `language`
diag-S322 = the scenario has no decisions
diag-S322-help = add a decision with two choices; standing actions alone make a thin exercise
diag-S323 = the { $kind } `{ $name }` refers to itself
diag-S323-help = name another one, or delete the field
diag-S324 = `{ $name }` starts at { $value }, outside its range of { $min } to { $max }
diag-S324-help = change the start or widen the range
diag-S325 = this window ends ({ $to }) before it begins ({ $from })
diag-S325-help = exchange the two
diag-S326 = `{ $name }` is the id of another kind of thing: { $found }; { $expected } is needed here
diag-S326-help = name one of the right kind
diag-S327 = no ending is without a condition, so an exercise may end without any
diag-S327-help = add a last ending without `when`
diag-S328 = the { $kind } `{ $name }` is never used
diag-S328-help = use it or delete it
diag-S329 = this needs the ledger `{ $name }`, which is switched off
diag-S329-help = switch the ledger on, or delete this
diag-S330 = nothing says when the inject `{ $name }` is due
diag-S330-help = give it `turn`, `at`, `when` or `after`, or write `by_hand: true`
diag-S331 = the list `{ $name }` is empty
diag-S331-help = put at least one into it
diag-S332 = the inject `{ $name }` is due at { $when }, outside its turns ({ $from } to { $to })
diag-S332-help = change the time or the turn; a turn's times begin where the turn before ends
diag-S340 = `{ $found }` needs a date, and the story's clock has none
diag-S341 = the pack `{ $name }` was last checked on { $checked }, more than twelve months before { $now }
diag-S341-help = compare it with its sources and change `checked_on`, or say in the scenario's texts that the law may have moved
diag-S342 = in its pack the clock of `{ $name }` follows `{ $first }`, and more than one duty of its holder is made of that
diag-S342-help = say which: give it `after: "…"`, or `with: "…"`, with the id of one of them
diag-S343 = the law behind the duty `{ $name }` applies since { $since }, and the scenario was written on { $written }
diag-S343-help = say in its texts that the law is still to come, take one that applies already, or correct the day that is wrong
diag-S390 = these clocks each start with the next, round in a circle, and by nothing else: { $path }
diag-S390-help = give one of them a `starts` of its own, or let its holder determine it; as they stand only an effect could start one
diag-S340-help = give the clock a date, such as clock: (weekday: Fri, time: "17:00", date: "6 Mar")

## S4: expressions and scripts.

diag-S401 = the script cannot be read from here on: { $why }
diag-S401-help = compare it with a function that works; often a semicolon, a bracket or a quotation mark is missing just before
diag-S402 = the expression cannot be read: { $why }
diag-S402-help = an expression compares things, such as `trust.ncert.mfa >= 60 && turn <= 4`
diag-S403 = nothing is called `{ $name }` here
diag-S403-help = correct the name; a text needs double quotes around it
diag-S404 = `=` puts a value into a name; to compare, write `==`
diag-S404-help = replace `=` by `==`
diag-S405 = `{ $name }` is a reserved word and cannot be a name
diag-S405-help = call it something else, such as `{ $name }_value`
diag-S406 = `{ $word }` is not a word of the expression language
diag-S406-help = write `{ $sign }` instead
diag-S407 = `{ $sign }` does not exist here
diag-S407-help = write `{ $instead }`
diag-S408 = a semicolon is missing before this
diag-S408-help = end each statement with a semicolon
diag-S409 = there is a typographic quotation mark in this code
diag-S409-help = type straight ones (") on both sides; word processors replace them while you type
diag-S410 = this does not say yes or no
diag-S410-help = a condition compares: `meter.alarm >= 50`, not `meter.alarm`
diag-S411 = there is no function `{ $name }`
diag-S411-help = correct the name; docs/authoring.md lists the functions a scenario may call
diag-S412 = the script is too long: { $size } KiB, and { $limit } are allowed
diag-S412-help = split it into several files; each function stands alone
diag-S413 = the scenario has too many scripts: { $count }, and { $limit } are allowed
diag-S413-help = put small functions together in one file, or use when/then rows
diag-S414 = `{ $name }` takes { $expected ->
    [0] nothing
    [one] one value
   *[other] { $expected } values
} in its brackets, and here { $found ->
    [0] are none
    [one] is one
   *[other] are { $found }
}
diag-S414-help = docs/authoring.md shows what each function takes
diag-S415 = this does not give a number
diag-S415-help = an amount is a whole number, or an expression such as `meter.alarm / 2`
diag-S416 = `{ $bracket }` is opened in this code and never closed
diag-S416-help = add the closing bracket
diag-S417 = this is nested too deeply to be read
diag-S417-help = split it: name parts of it with `let`, or make a second function
diag-S418 = `{ $name }` is not allowed in a scenario
diag-S418-help = scripts read the state they are shown and return effects; files, clocks and other programs are out of reach
diag-S419 = single quotes hold one character only
diag-S419-help = write texts in double quotes: "…"
diag-S420 = the function `{ $name }` is there twice
diag-S420-help = give one of the two another name
diag-S421 = `{ $name }` can be read but not changed
diag-S421-help = return an effect that changes it
diag-S422 = only whole numbers are counted with
diag-S422-help = write per cent or tenths as whole numbers: 25 instead of 0.25
diag-S423 = `{ $name }` is not how this language says it
diag-S423-help = conditions are `if … {"{"} … {"}"} else if … {"{"} … {"}"}`, functions begin with `fn`, names with `let`
diag-S424 = this case is there twice; the second is never reached
diag-S424-help = delete one of the two
diag-S425 = the effect that `{ $name }` makes is thrown away here
diag-S425-help = a function asks for effects by returning them: put all of them in one list at its end, `[meter("alarm", 3), …]`

## The loader: what a place in a file holds, what should be there, and what a row is to its author.

expects-after = an inject's id, or an inject's id and a number of turns: ("call", 2),
expects-amount = a whole number, or an expression in double quotes
expects-clock = a time of day such as "09:00"
expects-full-date = a date such as "2026-11-01"
expects-date = a day of the year such as "6 Mar"
expects-field = a field such as `title: "…"`
expects-field-or-end = a field, a value or a closing bracket
expects-fields = fields, such as `name: …`,
expects-holiday = a day of the year such as "25 Dec", or a day of the story such as "day 3"
expects-offset = an offset from UTC such as "UTC-3" or "UTC+5:45"
expects-span = a length of time such as "90m", "24h" or "3d"
expects-term = a length of time such as "72h", "3d", "4bd" (business days) or "1mo" (months)
expects-value = a value
expects-values = values in round brackets
expects-window = a turn, or the first and last turn in round brackets such as (2, 4),

found-letter = a single letter
found-list = a list
found-map = a map in curly brackets
found-none = None
found-nothing = nothing
found-number = a number
found-range = a range
found-row = fields in round brackets
found-text = a text in quotation marks
found-values = values in round brackets
found-word = a word without quotation marks
found-yes-no = true or false

kind-seat-actor = seat of the actor
kind-value = value

what-action = a standing action
what-expert = a row of the expert path
what-actor = an actor
what-actor-kind = a kind of actor
what-bearing = how an act stands to a norm
what-branch = a branch
what-channel = a channel
what-choice = a choice
what-clock = the clock
what-commit = how choices are committed
what-community = a community
what-contact = a contact
what-decides = how a region decides
what-decision = a decision
what-derived = a derived version
what-difficulty = a difficulty
what-duty = a duty
what-effect = an effect
what-ending = an ending
what-expected = an expected action
what-extra-file = a file named in `files`
what-fact = a fact
what-fact-kind = a kind of fact
what-family = a family of choices
what-field = this
what-word = choice
what-section = section
what-harm = the harm ledger
what-harm-kind = a kind of harm
what-inject = an inject
what-meter = a meter
what-settles = what a meter does by itself
what-norms = the norms ledger
what-objective = an objective
what-pack = a regional pack
what-template = a duty of a regional pack
what-overlay = a translation
what-translation = a line of a translation
what-phase = a phase
what-prep = the preparation
what-region = a region
what-reporting = how reporting works
what-rule = a rule
what-scenario = the scenario
what-seat = a seat
what-seat-kind = a kind of seat
what-seen-by = who sees a number
what-valid-from = since when a law applies
what-sharing = the sharing rules
what-spread = the spread ledger
what-status = where an inject stands
what-task = a critical task
what-tlp = a marking
what-trigger = a duty's trigger word
what-trust = the trust ledger
what-truth = how true a fact is
what-turn = a turn
what-want = something a seat wants
what-weekday = a day of the week
what-working = when a place works
what-zone = a zone
what-politicisation = section of politicisation
what-contacts = section of contacts
what-attribution = section of attribution
what-statements = section of statements
what-measure = an entry of the response menu
what-measure-form = a form of measure
what-bloc = a bloc
what-story = a story
what-adversary = section of the adversary
what-move = a move of the adversary
kind-move = move
what-measures = section of measures
what-tension = section of tension
what-disclosure = the disclosure ledger
what-case = a case
what-case-vendor = a vendor in a case
what-case-runs = a zone that runs the product
what-law = a law
what-member = a member of the coalition
what-vendor-size = a vendor's size
what-vendor-role = a vendor's role
what-mandate = section of mandate
what-capacity = section of capacity
what-narrative = section of narrative
what-forum = a forum
what-clause = a clause
what-version = a way to say a clause
what-outline = an outline of a text
what-position = what an actor would sign
what-line = a red line or a wish
what-retaliator = who answers a text

## S5: what makes a good exercise.

diag-S501 = this condition of `{ $name }` never holds
diag-S501-help = compare with the ranges of what it reads and the turns in which it is asked
diag-S502 = this condition of `{ $name }` always holds
diag-S502-help = delete it, or ask for what you mean
diag-S503 = the inject `{ $name }` can never be due
diag-S503-help = look at what it waits for, its turns and its chance
diag-S504 = the decision `{ $name }` can never open
diag-S504-help = give it later turns, or name an inject that comes in time
diag-S505 = `{ $name }` comes whatever the players did
diag-S505-help = give an expected action of the inject it stands in for a condition: `done: "…"`
diag-S506 = `{ $name }` waits for the inject `{ $other }`, which is not approved
diag-S506-help = approve it, or take the link out
diag-S507 = `{ $name }` has an effect { $turns ->
    [one] one turn
   *[other] { $turns } turns
} later, when the exercise is over
diag-S507-help = shorten the delay, or open it in an earlier turn
diag-S508 = `{ $name }` costs { $hours } hours, and its seat never has more than { $has }
diag-S508-help = make it cheaper, or give the seat more hours
diag-S509 = in the decision `{ $name }` at most one choice can ever be taken
diag-S509-help = mend the conditions or the costs of the others, or make it an inject
diag-S510 = the choices `{ $name }` and `{ $other }` cost the same and do the same
diag-S510-help = let them differ in what follows, or keep one
diag-S511 = `{ $name }` is not always possible, and players are not told why
diag-S511-help = add `unless: "…"`: one line that the seat may read when the condition fails
diag-S512 = `{ $name }` has a reason in `unless`, and no condition in `when`
diag-S512-help = add the condition, or delete the reason
diag-S513 = `{ $name }` depends on `{ $other }`, which `{ $seat }` may not see
diag-S513-help = let it depend on something the seat can see, or let the seat see the number
diag-S514 = the seat `{ $name }` wants something of `{ $other }`, which it may not see
diag-S514-help = name only what the seat can see
diag-S515 = `{ $name }` hangs on `{ $other }`, which no seat ever sees
diag-S515-help = let somebody see the number, or say in the debrief's note how it moved
diag-S516 = whether `{ $name }` is possible tells `{ $seat }` what it may not see: { $field }
diag-S516-help = let the condition ask for something that the seat can see
diag-S517 = nothing reaches `{ $name }` and nothing is asked of it in turns { $from } to { $to }
diag-S517-help = send it an inject or open a decision in between
diag-S518 = the seat `{ $name }` has no decision in the whole exercise
diag-S518-help = give it a decision, or make it an actor without a seat
diag-S519 = no inject and no decision serves the objective `{ $name }`
diag-S519-help = name it under `objectives` of what trains it, or drop it
diag-S520 = nothing says what meeting the objective `{ $name }` takes
diag-S520-help = add `tasks: [(id: "…", text: "…", evidence: "…")]`
diag-S521 = the program can tell none of the tasks of `{ $name }` to be done
diag-S521-help = give one of them `evidence`: a condition that proposes a rating
diag-S522 = `{ $name }` is about the norm `{ $norm }`, and no choice bears on it
diag-S522-help = note the norm at a choice or an action, or leave it out here
diag-S523 = `{ $name }` passes on `{ $fact }`, which is { $label } and somebody else's
diag-S523-help = note `("tlp", Strained)` at the choice, relabel the fact first, or tell a derived one
diag-S525 = nothing ever starts the clock of the duty `{ $name }`
diag-S525-help = give it `starts`, `determined: true`, or an effect StartDuty somewhere
diag-S526 = the duty `{ $name }` is stopped by the time it starts
diag-S526-help = compare `starts` and `stops`
diag-S527 = the duty `{ $name }` cannot fall due before the exercise ends
diag-S527-help = start it earlier, lengthen the exercise, or say in `about` why it is there
diag-S528 = only an adversary holds the fact `{ $name }`, and nothing ever reveals it
diag-S528-help = let an inject, an effect or a trace tell it, or give it to somebody who can be asked
diag-S529 = the endings `{ $name }` and `{ $other }` cannot be told apart
diag-S529-help = give each a title and a text of its own
diag-S530 = the ending `{ $name }` is never reached: `{ $other }` is asked first and takes all of it
diag-S530-help = put the narrower condition first
diag-S531 = `{ $name }` puts the real state `{ $word }` in the part of the wrongdoer
diag-S531-help = invent a state, with a name that sounds like nobody's
diag-S532 = `{ $name }` names `{ $word }`, which is real
diag-S532-help = invent a name; the debrief may say what it is modelled on
diag-S533 = `{ $name }` has `{ $word }`, which may exist in the world
diag-S533-help = use 192.0.2.x, 198.51.100.x, 203.0.113.x, 2001:db8::, .example, .invalid or .test
diag-S534 = `{ $word }` in `{ $name }` is spelled out nowhere
diag-S534-help = write it out once, with the acronym in round brackets
diag-S535 = in turn { $turn } `{ $name }` gets { $words } words to read, and there is time for { $has }
diag-S535-help = shorten the texts, move some to another turn, or raise `minutes`
diag-S536 = this is { $columns } columns wide; on a narrow screen { $limit } fit
diag-S536-help = shorten it; the rest belongs in the text
diag-S537 = the body of `{ $name }` takes { $lines } lines of a narrow screen, where { $limit } fit
diag-S537-help = shorten it, or split it into two injects
diag-S539 = people are harmed in this exercise, and no `content_note` says so before it begins
diag-S539-help = add `content_note: "…"`: one sentence is enough
diag-S540 = nothing says what the duty `{ $name }` is modelled on
diag-S540-help = add `modelled_on: "…"`; the debrief shows it
diag-S541 = `{ $word }` in `{ $name }` judges where it could describe
diag-S541-help = say what is there: a capacity, a rule of decision, a priority
diag-S542 = the debrief has nothing to say about the choice `{ $name }`
diag-S542-help = add `note: "…"`: what choosing it shows
diag-S543 = the expert path of `{ $name }` in turn { $turn } has an act that there is not: { $act }
diag-S543-help = correct the act's name, its fields or the ids in it; docs/authoring.md lists the acts of each ledger
diag-S544 = nothing happens if nobody answers the decision `{ $name }` in time
diag-S544-help = add `default: "…"`: what not deciding comes down to
diag-S545 = on the choice `{ $name }` fewer advisers speak than on others of its decision
diag-S545-help = let the same advisers speak on each choice, and disagree for good reasons
diag-S546 = the inject `{ $name }` is not approved and will not be delivered
diag-S546-help = approve it before the exercise, or delete it
diag-S547 = `{ $name }` has the same title as `{ $other }` and reaches the same seat
diag-S547-help = give it a title that says what is new
diag-S548 = `{ $name }` takes a measure because somebody was named, and nobody chooses to
diag-S548-help = put it to a seat as a decision or an action that takes the measure, or let the row do something else
diag-S549 = nothing ever moves the meter `{ $name }`
diag-S549-help = let an effect move it, or say its value in a text
diag-S550 = nobody sees the meter `{ $name }` and nothing asks for it
diag-S550-help = show it to somebody, let something depend on it, or delete it
diag-S551 = in its pack the clock of `{ $name }` follows `{ $first }`, of which its holder has none here
diag-S551-help = add a duty of the same holder with `{ $first }` as its `from_pack`, or say what starts this one: `starts`, `after` or `with`
