## What authors do with a scenario's files.

new-about-minimum = three injects, one seat, one decision: the least that is an exercise
new-about-course = an hour for a course: a CERT, a ministry and a vendor, four turns
new-about-negotiation = ministries agree on a common text, or do not
new-about-disclosure = a flaw, its maker, its finder and those who run it
new-about-roster = six stakeholders at one table, each with a role card and a bot to take over
new-about-blank = every section with nothing in it yet
new-ask-template = What do you want to begin from? Type a number; Enter takes the first.
new-template = { "  " }{ $number }  { $name }: { $about }
new-number = Type a number from 1 to { $count }.
new-no-template = There is no template `{ $name }`. Did you mean `{ $near }`? There are: minimum, course, negotiation, disclosure, roster, blank
new-ask-title = What is it called? Enter keeps "{ $title }".
new-ask-learn = What can somebody do afterwards? Enter keeps "{ $learn }".
new-ask-minutes = How many minutes does it take, at least and at most? Enter keeps { $least }-{ $most }.
new-ask-state = In which state does it play? Invent one; Enter keeps "{ $state }".
new-wrong-id = A scenario needs a name with letters from a to z in it, such as `night-buoy`.
new-wrong-empty = It has to say something.
new-wrong-letters = It may hold no line breaks and no control characters.
new-wrong-long = That has { $count } characters, and at most { $most } fit its place on the screen. Say it shorter.
new-wrong-name = A name has letters, spaces, hyphens and apostrophes.
new-wrong-minutes = “{ $given }” is no length for an exercise. Give a number of minutes from 1 to { $most }, or two with a hyphen between: 45-60
new-wrong-option = { $option }: { $text }
new-shipped = An exercise called `{ $name }` comes with the program, and commands would take that one. Choose another name.
new-exists = { $path } is there already, and nothing in it is overwritten. Choose another name.
new-unread = The answer could not be read: { $why }
new-written = Written: { $path }/scenario.ron
new-next-check = { "  " }demarche check { $path }   says everything that is wrong with it
new-next-play = { "  " }demarche play { $path }    plays it
new-next-edit = Open the file in any editor: its comments say what each part is for.

## The MSEL as a spreadsheet.

msel-exported = { $count ->
    [one] One inject
   *[other] { $count } injects
} written to { $path }
msel-ending = The file's name has to end in .xlsx or .csv.
msel-unwritable = { $path } cannot be made: { $why }
msel-broken = { $path } has errors, so it has no table yet. `demarche check` says what they are.
msel-large = { $path } is larger than any list of injects (16 MiB).
msel-old-excel = { $path } is in the format of old Excel (.xls). Save it as .xlsx or .csv.
msel-not-utf8 = { $path } is not UTF-8. Save it as "CSV UTF-8", or as .xlsx.
msel-bad-csv = { $path } cannot be read as CSV: { $why }
msel-bad-xlsx = { $path } cannot be read as a workbook: { $why }
msel-bad-zip = { $path } is no workbook that can be read. Save it again as .xlsx, or as .csv.
msel-locked = { $path } is protected by a password. Save it without one.
msel-bomb = { $path } holds far more than any list of injects. It was not read to the end.
msel-many-rows = { $path } has more rows than { $why }.
msel-no-head = { $path } has no column `control_no`. `demarche msel export` writes a table with all columns.
msel-head-twice = { $path } has two columns `{ $why }`.
msel-unknown-column = The column `{ $name }` is not one of the seventeen; it is not read.
msel-change = { $cell }  { $inject }, { $column }: { $before } -> { $after }
msel-add = { $cell }  { $inject } is new: { $after }
msel-remove = { $inject } goes: { $before }
msel-in-cell = { $file }, cell { $cell } ({ $column }): { "" }
msel-in-file = { $file }: { "" }
msel-near = Did you mean `{ $near }`?
msel-twice = there is another row with control number `{ $found }`.
msel-time = `{ $found }` is no time. Write T+01:30, D+2 H+3 M+45, 13:20, Thu 13:20 or day 2 13:20; also `after ID`, `chance 500`, `by hand`, `when …` with a semicolon between.
msel-move = `{ $found }` is no turn. Write 2, or 2-4.
msel-method = `{ $found }` is no channel.
msel-tlp = `{ $found }` is no label.
msel-status = `{ $found }` is no status: Draft, Approved, Deferred or Obsolete.
msel-actor = `{ $found }` is nobody in the cast. Put a semicolon between several.
msel-nobody = an inject has to reach somebody.
msel-objective = there is no objective `{ $found }`.
msel-norm = there is no norm `{ $found }`.
msel-inject = there is no inject `{ $found }`.
msel-empty = an inject needs this.
msel-no-list = { $found } has no inject yet, behind which a new one could go.
msel-overlap = two cells change the same words. Import them one after the other.
msel-check = with this change the scenario has a mistake:
msel-note-group = follows from to_org; not read.
msel-note-move = follows from delivery_time; not read.
msel-note-story = says another time than delivery_time, which counts.
msel-missing = { $count ->
    [one] One inject is
   *[other] { $count } injects are
} not in the table and stay as they are (--remove-missing takes them out): { $names }
msel-same = Nothing would change.
msel-not-written = Nothing has been written.
msel-nothing-written = Nothing has been written. Mend the table and import it again.
msel-written = Written: { $path }
msel-ask = Write these changes? Type y for yes.

## A scenario as one file.

bundle-exercise = **EXERCISE.** States, organisations and persons are invented.
bundle-minutes = { $least } to { $most } minutes.
bundle-made = Bundled { $count ->
    [one] one file
   *[other] { $count } files
} into { $path }. Whoever has it has the whole scenario.
bundle-made-sealed = Bundled { $count ->
    [one] one file
   *[other] { $count } files
} into { $path }. Without the passphrase it shows the title and the role cards, nothing else.
bundle-hash = Hash: { $hash }
bundle-is = { $title } ({ $id }), open
bundle-is-sealed = { $title } ({ $id }), sealed: the controller has the passphrase
bundle-opened = Verified, and unpacked { $count ->
    [one] one file
   *[other] { $count } files
} into { $path }
bundle-broken = { $path } has errors and cannot be played, so it is not bundled. `demarche check` says what they are.
bundle-not-one = { $path } is no bundle, or not a whole one.
bundle-newer = { $path } was made by a later version of this program.
bundle-bad-name = { $path } holds a file named `{ $name }`, which is no name for a file of a scenario. Nothing was unpacked.
bundle-not-a-file = { $path } holds `{ $name }`, which is a link or no plain file. Nothing was unpacked.
bundle-twice = { $path } holds `{ $name }` twice. Nothing was unpacked.
bundle-too-much = { $path } holds more than a scenario may: 256 files, 1 MiB each, 16 MiB together.
bundle-changed = { $path } is not what its hash names: it was changed after it was made. Nothing was unpacked.
bundle-sealed = { $path } is sealed and needs its passphrase.
bundle-wrong-passphrase = The passphrase does not open { $path }, or the file was changed.
bundle-other-hash = { $path } has another hash: { $hash }
bundle-passphrase = Passphrase (it is not shown):
bundle-passphrase-again = The same again:
bundle-passphrase-differs = The two are not the same. Nothing was written.
bundle-no-passphrase = A passphrase is needed. Give one on standard input or with --passphrase-file.

## Scenarios and stories in other forms.

convert-comments = JSON has no comments: those of the scenario are left out. Keep the RON files if you need them.
convert-no-scenario = There is no scenario in { $path }: it has no file `scenario.ron`. `demarche new` makes one.
convert-not-text = { $path }: the file { $found } is no text.
convert-broken = { $path }: brackets or quotes in { $found } do not match. `demarche check` says where.
convert-bad-json = { $path } is not JSON: { $found }
convert-compiled-ink = { $path } is ink that a compiler has already turned into JSON. Give the .ink file it was made of: `demarche convert STORY.ink`.
convert-other-json = { $path } is JSON of another kind. A scenario begins with "demarche": 1, a CEXF exercise has "exercise" and "injects".
convert-fraction = { $path }: { $found } is no whole number, and a scenario has no others.
convert-bad-round = { $path }: under "{ $found }" there has to be a list or an object.
convert-bad-word = { $path }: `{ $found }` is no name for a field or a word.
convert-bad-ron = { $path }: what stands under "ron()" is not one RON value: { $found }
convert-unknown = { $path } is neither Twee, Twine's HTML, ink, CEXF nor JSON of a scenario.
convert-empty = { $path } is empty: there is nothing to convert. Was it saved?
convert-no-story = There is no passage in { $path }.
convert-long-story = { $path } has more than { $found } passages.
convert-done = Written { $count ->
    [one] one file
   *[other] { $count } files
} into { $path }
convert-draft = Written a first draft: { $path }/scenario.ron. It plays; `demarche check { $path }` says what it lacks.
convert-lost = { $count ->
    [one] One thing
   *[other] { $count } things
} could not be carried:
lost-code = { "  " }code and style of the passage { $what }
lost-macro = { "  " }a macro or a tag, { $what }
lost-logic = { "  " }something computed, { $what }
lost-tag = { "  " }a tag, { $what }
lost-target = { "  " }a way to { $what }, which is not there
lost-deep = { "  " }a way to { $what }: it lies more than forty steps from the beginning
lost-loop = { "  " }a way back to { $what }: an inject comes once
lost-unreachable = { "  " }{ $what }: no way leads there
lost-choices = { "  " }choices beyond the twelfth of { $what }
lost-field = { "  " }the field { $what }
lost-branches = { "  " }the branches after the inject { $what }: injects follow each other
lost-requirement = { "  " }what the inject { $what } waits for: injects follow each other
lost-evaluation = { "  " }how it is scored, { $what }
lost-payload-gone = { "  " }the payload { $what }, which is not there
lost-payload = { "  " }the payload { $what }, which is no text
