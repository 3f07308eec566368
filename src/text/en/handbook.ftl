## The handbook: `demarche help`, and the reference that is made from the code.

handbook-title = The handbook. `demarche help TOPIC` shows a page, `demarche help TOPIC SECTION` a part of it, `demarche help --search WORD` finds a word.
handbook-topic = { $topic }: { $title }
handbook-sections = { $count ->
        [one] 1 section
       *[other] { $count } sections
    }
handbook-also = What the ledgers model: `demarche rules`. What a code of `check` means: `demarche explain CODE`. The options of a command: `demarche COMMAND --help`.
handbook-no-topic = There is no page `{ $name }`. There are: { $all }
handbook-no-section = No section of `{ $topic }` has `{ $name }` in its heading. Its sections: { $all }
handbook-hit = { $topic }, { $section }
handbook-no-hit = `{ $word }` stands nowhere in the handbook.
handbook-more = { $count } more. Look for something longer.
handbook-entry = Handbook
handbook-entry-about = The tutorial, everything that can stand in a scenario, recipes, what makes a good exercise, the regional packs and their clocks, and the reference. Typing searches it.
handbook-next = read the handbook
handbook-type = type to search
handbook-search = search: { $word }
handbook-beginning = To begin with
handbook-nothing = Nothing has this word.
handbook-packs = Regional packs
handbook-packs-about = What parts of the world have in common, modelled on real institutions and laws, simplified, and no legal advice. Scenarios borrow these clocks under names of their own, and a duty says on its board what it is modelled on.
handbook-pack = { $name }
handbook-pack-about = `{ $id }`, after: { $source }. Checked { $checked }. { $disclaimer }
handbook-pack-no-clock = It lends no clocks.
handbook-pack-clock = **{ $name }** (`{ $id }`): { $term }, { $start }. { $about } Modelled on: { $source }; in force { $since }.
handbook-pack-trigger = { $trigger }
handbook-pack-after = from the report “{ $first }”
handbook-pack-with = from the start of “{ $first }”
handbook-pack-days = { $count ->
    [one] one business day
   *[other] { $count } business days
}
handbook-pack-months = { $count ->
    [one] one month
   *[other] { $count } months
}
keys-handbook = Handbook
keys-do-handbook = handbook
reference-title = Reference
reference-about = Made from the code: what the loader reads, with what holds when a field is left out. The tutorial (`demarche help tutorial`) comes first; this is for looking things up.
reference-entry = `scenario.ron` alone
reference-any-file = Any file of a scenario
reference-parameters = Numbers of { $ledger } (`{ $word }`)
reference-adversary = Numbers of the adversary
reference-effects = Effects
reference-readings = What expressions read
reference-functions = Functions of scripts
reference-example = Example: { $example }.
reference-reads = reads what `{ $root }` reads.
function-abs = the number without its sign.
function-clamp = the first number, not below the second and not above the third.
function-contains = whether a list has a value, or a text a part.
function-is-empty = whether a list or a text has nothing in it.
function-len = how long a list or a text is.
function-max = the larger of two numbers.
function-min = the smaller of two numbers.
function-push = adds a value to the end of a list.
function-range = the numbers from the first up to, not including, the second; a third is the step.
function-sign = -1, 0 or 1.
function-roll = a number from 0 up to, not including, the value, by the exercise's dice.
