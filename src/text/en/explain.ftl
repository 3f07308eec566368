## Explanations of every diagnostic code: explain-CODE is the title, .text says what is wrong and why it hurts,
## .before and .after are an example with the mistake and without it.

explain-S001 = A file that is not there
    .text = The scenario names a file, or you did on the command line, and there is none of that name. Nothing can be read from it, so whatever it holds is missing from the exercise. On Linux capital letters count: `Injects.ron` and `injects.ron` are two files.
    .before =
        files: ["inject.ron"],      // the folder has injects.ron
    .after =
        files: ["injects.ron"],

explain-S002 = A file that cannot be read
    .text = The file is there but the system does not let it be read: it belongs to somebody else, a program holds it, or the disk has a fault. The exercise would start without what it holds, so it does not start.
    .before =
        injects.ron   may be read by: nobody
    .after =
        injects.ron   may be read by: you

explain-S003 = A file that is too large
    .text = A file may have 1 MiB, which is about five hundred pages. Above that a file is nearly always the wrong one, or has a picture pasted in. The limit keeps a bad file from stopping the machine it is checked on.
    .before =
        files: ["everything.ron"],                  // 3 MiB
    .after =
        files: ["cast.ron", "day1.ron", "day2.ron"],

explain-S004 = A scenario that is too large
    .text = All files of a scenario together may have 16 MiB. A saved exercise keeps the scenario it was played with, so a larger one would make every log heavy.
    .before =
        files: ["part01.ron", "part02.ron", … "part40.ron"],
    .after =
        files: ["cast.ron", "injects.ron", "decisions.ron"],

explain-S005 = A file in another encoding
    .text = Texts are read as UTF-8, so that names and places in every script come out right on every machine. This file was saved in another encoding; its accented letters would turn into rubbish in front of the players.
    .before =
        Save as … Encoding: ANSI
    .after =
        Save as … Encoding: UTF-8

explain-S006 = A file that is not text
    .text = The file holds bytes that no text has. Usually it is a document, a spreadsheet or a picture under the wrong name. Texts from a word processor have to be pasted into a plain text file.
    .before =
        files: ["injects.docx"],
    .after =
        files: ["injects.ron"],

explain-S007 = An empty file
    .text = The file has nothing in it, or nothing but comments. If it is the scenario itself, there is nothing to play; if it is one of its parts, something was probably not saved.
    .before =
        // to be written
    .after =
        (
            injects: [ (id: "ring", turn: 1, to: ["ncert"], from: "press", channel: Phone, title: "A call", body: "…") ],
        )

explain-S008 = A line that switches the language
    .text = A line of the form `#![enable(…)]` changes how the file itself is read. Which form a scenario has is settled for all of them, so that a row copied from one file means the same in another. The line is refused; what it switches on is on already.
    .before =
        #![enable(implicit_some)]
        ( format: 1, … )
    .after =
        ( format: 1, … )

explain-S009 = Brackets inside brackets inside brackets
    .text = No scenario needs brackets more than 64 deep. When they are, a bracket was opened many times over and never closed, or the file was made to stop the program that reads it.
    .before =
        effects: [If(when: "…", then: [If(when: "…", then: [If(…
    .after =
        effects: [Call("settle")],      // and a function in scripts/

explain-S010 = A path that leaves the folder
    .text = A scenario may only name files inside its own folder. A path with `..`, a path from the root of the disk or an address on another machine would break as soon as the folder is copied, and could read what is not meant to be read.
    .before =
        files: ["../shared/cast.ron"],
    .after =
        files: ["cast.ron"],        // copied into the folder

explain-S011 = A folder without a scenario
    .text = A scenario is a folder whose entry is called `scenario.ron`. Without it there is no telling which of the files comes first.
    .before =
        strait/injects.ron
        strait/cast.ron
    .after =
        strait/scenario.ron
        strait/injects.ron
        strait/cast.ron

explain-S012 = A format this program does not know
    .text = The number after `format` says which version of the file format the scenario is written in. This program reads another one; guessing would show something else than its author meant.
    .before =
        format: 7,
    .after =
        format: 1,

explain-S013 = Something that is not a file
    .text = The name belongs to a folder or to a device. Reading a device may never end, so only plain files are read.
    .before =
        files: ["injects"],             // a folder
    .after =
        files: ["injects/day1.ron", "injects/day2.ron"],

explain-S014 = Too many files
    .text = There is a limit to the number of files of one scenario. Hundreds of small files are slow to read and hard to find anything in.
    .before =
        files: ["inject001.ron", "inject002.ron", …],
    .after =
        files: ["injects.ron"],

explain-S015 = A file name that cannot be used
    .text = A scenario is copied between systems that disagree about capitals, spaces and letters with accents. So the names of its files have small letters, digits, `_`, `-` and `.` only.
    .before =
        files: ["Injects Day 1.ron"],
    .after =
        files: ["injects_day1.ron"],

explain-S016 = Two versions of the same lines
    .text = Two people changed the same lines, and the version control system left both in the file for somebody to choose from: yours behind the line of `<`, the other behind the line of `=`. Until one of them is chosen, nobody knows which exercise is meant, so the file is not read at all. What else may be wrong in it is told afterwards.
    .before =
        <<<<<<< HEAD
        title: "A quiet call",
        =======
        title: "The call at noon",
        >>>>>>> review
    .after =
        title: "The call at noon",

explain-S101 = A missing comma
    .text = Fields and rows are separated by commas. Without one, what comes next cannot be told from what came before. A comma after the last one does no harm, so the simplest habit is to end every field with a comma.
    .before =
        (id: "ring" turn: 1)
    .after =
        (id: "ring", turn: 1)

explain-S102 = A bracket that is never closed
    .text = Each `(` and `[` needs its closing partner. When one is missing, everything after it seems to belong to the row that was left open, which is why a single forgotten bracket can make a whole file unreadable. The message points at the bracket that was opened.
    .before =
        to: ["ncert", "mfa",
        title: "A call",
    .after =
        to: ["ncert", "mfa"],
        title: "A call",

explain-S103 = A closing bracket too many
    .text = This bracket closes nothing. Either it is left over from a row that was deleted, or the opening one was deleted by mistake.
    .before =
        (id: "ring", turn: 1)),
    .after =
        (id: "ring", turn: 1),

explain-S104 = A character that means nothing here
    .text = Outside of texts only names, numbers, brackets, commas and colons have a meaning. Something else stands here; often it is part of a text whose quotation mark was forgotten.
    .before =
        title: A call at 9 % of the desks,
    .after =
        title: "A call at 9 % of the desks",

explain-S105 = A typographic quotation mark
    .text = Word processors turn straight quotation marks into curly ones. They look right and are other characters; here they neither open nor close a text.
    .before =
        title: “A call”,
    .after =
        title: "A call",

explain-S106 = A space that is none
    .text = A non-breaking space looks exactly like a space. It arrives with text pasted from web pages and documents. Inside a text it does no harm; between fields it is an unknown character.
    .before =
        turn:⍽3,            // ⍽ stands for the non-breaking space
    .after =
        turn: 3,

explain-S107 = A text that is never closed
    .text = The text that begins at this quotation mark goes on to the end of the file, and swallows everything after it. A quotation mark inside a text has to be written \", or the whole text as r#"…"#, in which quotation marks are free.
    .before =
        body: "She said "later" and hung up",
    .after =
        body: r#"She said "later" and hung up"#,

explain-S108 = A comment that is never closed
    .text = A comment that begins with /* goes on until */. This one never ends, so the rest of the file is a comment too.
    .before =
        /* ask the ministry first
        (id: "ring", turn: 1),
    .after =
        // ask the ministry first
        (id: "ring", turn: 1),

explain-S109 = Something after the end
    .text = The file is complete, and then there is more. Usually a bracket in the middle closes the whole, and the rest is left outside; sometimes two files were pasted into one.
    .before =
        ( injects: [ … ] )
        decisions: [ … ]
    .after =
        ( injects: [ … ],
          decisions: [ … ] )

explain-S110 = A missing colon
    .text = A field is a name, a colon and a value. Without the colon the name cannot be told from the value.
    .before =
        turn 3,
    .after =
        turn: 3,

explain-S111 = A field without a value
    .text = There is a name and a colon, and then nothing. A field that should keep its usual value is left out altogether.
    .before =
        marking: ,
    .after =
        marking: Amber,

explain-S112 = A backslash that means nothing
    .text = In a text a backslash begins a special character: \n is a new line, \" a quotation mark, \\ a backslash. This one is followed by something else. In r#"…"# a backslash is only a backslash.
    .before =
        body: "the share \\files\incoming",
    .after =
        body: r"the share \\files\incoming",

explain-S113 = A number that is none
    .text = A number is written with digits, without units, spaces or a decimal comma. This one has something else in it.
    .before =
        hours: 2h,
    .after =
        hours: 2,

explain-S114 = The wrong closing bracket
    .text = A round bracket is closed by a round one and a square bracket by a square one. Here one kind was opened and the other closed.
    .before =
        to: ["ncert", "mfa"),
    .after =
        to: ["ncert", "mfa"],

explain-S115 = An equals sign instead of a colon
    .text = Other languages write `turn = 3`. Here the name of a field is followed by a colon, as in `turn: 3`.
    .before =
        turn = 3,
    .after =
        turn: 3,

explain-S116 = A text without quotation marks
    .text = Words without quotation marks are names of fields or known words such as `Amber`. A text, and an id, has double quotes.
    .before =
        to: [ncert],
    .after =
        to: ["ncert"],

explain-S117 = A comment of another language
    .text = Other tools begin a comment with `#` or `--`. Here it begins with two slashes and goes to the end of the line.
    .before =
        # Day one
    .after =
        // Day one

explain-S118 = A field name in quotation marks
    .text = Texts have quotation marks, the names of fields have none. Files of other tools often have both in quotation marks.
    .before =
        (id: "phish", "title": "Odd mail")
    .after =
        (id: "phish", title: "Odd mail")

explain-S199 = Something that cannot be understood
    .text = The row could not be read from this place on. The cause is often just before: a comma, a colon or a quotation mark that is missing. The rest of the file was still checked.
    .before =
        (id: "ring", turn: , title "A call")
    .after =
        (id: "ring", turn: 1, title: "A call")

explain-S201 = A field nobody reads
    .text = There is no field of this name here. It could be ignored; but then a misspelt `chance` would quietly mean "always". So every unknown field is reported.
    .before =
        (id: "ring", turn: 1, chanse: 250)
    .after =
        (id: "ring", turn: 1, chance: 250)

explain-S202 = A field that is missing
    .text = Some fields have a usual value and can be left out; this one has none, and the row means nothing without it.
    .before =
        (id: "ring", turn: 1, from: "press", channel: Phone, title: "A call", body: "…")
    .after =
        (id: "ring", turn: 1, to: ["ncert"], from: "press", channel: Phone, title: "A call", body: "…")

explain-S203 = A field that is there twice
    .text = One of the two would win and the other be forgotten, and a reader could not tell which. Most often a row was copied and half edited.
    .before =
        (id: "ring", turn: 1, turn: 2)
    .after =
        (id: "ring", turn: 2)

explain-S204 = A value of the wrong kind
    .text = Each field takes one kind of value: a text, a whole number, true or false, a list, an id. The name of the field is right; the value is of another kind.
    .before =
        to: "ncert",
        turn: "3",
    .after =
        to: ["ncert"],
        turn: 3,

explain-S205 = An unknown word
    .text = Some fields take one of a few known words: a channel, a family, a TLP label. They are written without quotation marks and exactly as the handbook lists them; capital letters count.
    .before =
        channel: email,
    .after =
        channel: Email,

explain-S206 = A number out of range
    .text = The number is one, but not between the smallest and the largest that make sense here. A chance goes from 0 to 1000, a trust from 0 to 100, hours cannot be negative.
    .before =
        hours: -2,
    .after =
        hours: 2,

explain-S207 = A number one cannot count with
    .text = Infinity and "not a number" can be written in this format, but nothing can be decided with them: two machines might not agree on the outcome.
    .before =
        start: inf,
    .after =
        start: 100,

explain-S208 = A map where a list belongs
    .text = Curly brackets make a map, in which the order is lost and a name can silently replace an earlier one. Everything in a scenario is a list of rows that each carry their id.
    .before =
        meters: {"{"} "alarm": (start: 20) {"}"},
    .after =
        meters: [ (id: "alarm", name: "Alarm", start: 20) ],

explain-S209 = The wrong number of values
    .text = This takes a fixed number of values in its round brackets, and there are more or fewer.
    .before =
        pairs: [("ncert", "mfa")],
    .after =
        pairs: [("ncert", "mfa", 60)],

explain-S210 = A word that needs more
    .text = This word is complete only with what belongs to it in round brackets.
    .before =
        seen_by: Only,
    .after =
        seen_by: Only(["ncert"]),

explain-S211 = A text of the wrong form
    .text = The text is read as a time, a span or another thing with a fixed form, and does not have it.
    .before =
        at: "half past seven",
    .after =
        at: "T+07:30",

explain-S301 = A name that cannot be an id
    .text = Ids stand bare in expressions, as in `trust.ncert.mfa >= 60`. So they are made of small letters, digits and _, begin with a letter and have at most 48 characters. Only the scenario's own id may have hyphens. What people read is the title, which is free.
    .before =
        (id: "National CERT", …)
    .after =
        (id: "ncert", name: "National CERT", …)

explain-S302 = An id that is a word of the language
    .text = Ids stand bare in expressions. A word that already means something there, such as `shared`, `public`, `new`, `case` or `is`, could not be told from the id.
    .before =
        (id: "public", name: "The public", …)
    .after =
        (id: "citizens", name: "The public", …)

explain-S303 = An id that is there twice
    .text = Whatever refers to this id could mean either of the two. One of them would never be used, and nobody would notice until the exercise.
    .before =
        (id: "ring", turn: 1, …),
        (id: "ring", turn: 4, …),
    .after =
        (id: "ring", turn: 1, …),
        (id: "second_call", turn: 4, …),

explain-S304 = An id that nothing has
    .text = The row refers to something that is not in the scenario. Usually it is a slip of the keyboard, or the other row was renamed. In play the inject would reach nobody, the effect change nothing.
    .before =
        actors: [(id: "ncert", …)],
        injects: [(id: "ring", to: ["ncret"], …)],
    .after =
        actors: [(id: "ncert", …)],
        injects: [(id: "ring", to: ["ncert"], …)],

explain-S305 = Contingencies in a circle
    .text = A contingency is used when the inject before it brought no reaction. If each of them waits for the other, none is ever used.
    .before =
        (id: "reminder", contingency_of: "headline", …),
        (id: "headline", contingency_of: "reminder", …),
    .after =
        (id: "reminder", contingency_of: "first_call", …),
        (id: "headline", contingency_of: "reminder", …),

explain-S306 = Injects that wait for one another
    .text = Each of these injects comes after the next, and the last after the first. None can ever be the first, so none is ever delivered.
    .before =
        (id: "demand", after: "proof", …),
        (id: "proof", after: "demand", …),
    .after =
        (id: "demand", turn: 2, …),
        (id: "proof", after: "demand", …),

explain-S307 = An inject that is never due
    .text = The inject's time lies behind the last turn, or its window is empty. Nobody will ever see it, and what depends on it does not happen either.
    .before =
        turns: [(lasts: "6h", title: "Morning"), (lasts: "6h", title: "Evening")],
        injects: [(id: "headline", turn: 5, …)],
    .after =
        turns: [(lasts: "6h", title: "Morning"), (lasts: "6h", title: "Evening")],
        injects: [(id: "headline", turn: 2, …)],

explain-S308 = A decision nobody can take
    .text = A decision belongs to a seat that somebody holds. This one belongs to none, or opens when there is no turn left to answer it in. It would stand open to nobody and its consequences never come.
    .before =
        decisions: [(id: "pay", seat: "police", …)],      // police is an actor without a seat
    .after =
        decisions: [(id: "pay", seat: "mfa", …)],

explain-S309 = A decision without a choice
    .text = With fewer than two choices there is nothing to decide, and nothing to talk about in the debrief. A thing that simply happens is an inject.
    .before =
        choices: [(id: "agree", family: Share, label: "Agree")],
    .after =
        choices: [
            (id: "agree", family: Share, label: "Agree"),
            (id: "refuse", family: Hold, label: "Ask for a week"),
        ],

explain-S310 = A deadline before its beginning
    .text = The time by which this must be done lies before the moment that starts it. Every seat would miss it without a chance, which teaches nothing.
    .before =
        (id: "notice", starts: "turn >= 3", within: "0h", …)
    .after =
        (id: "notice", starts: "turn >= 3", within: "24h", …)

explain-S311 = A label that TLP does not have
    .text = The Traffic Light Protocol has four labels, CLEAR, GREEN, AMBER and RED, and the stricter AMBER+STRICT. In a file they are written Clear, Green, Amber, AmberStrict and Red. WHITE was renamed CLEAR in 2022; words such as CONFIDENTIAL belong to other systems, for which there is National.
    .before =
        marking: White,
    .after =
        marking: Clear,

explain-S312 = A chance that is not possible
    .text = Chances are written per mille, as whole numbers: 0 never happens, 1000 always, 250 one time in four. So they count the same on every machine.
    .before =
        chance: 1200,
    .after =
        chance: 1000,

explain-S313 = Too many of them
    .text = There is a limit to the number of rows of each kind, far above what an exercise can use. Above it the file was probably made by a program that went wrong.
    .before =
        meters: [(id: "m1", …), … (id: "m9000", …)],
    .after =
        meters: [(id: "alarm", …), (id: "pressure", …)],

explain-S314 = A scenario without seats
    .text = A seat is a position somebody can take. Without one, nobody can play.
    .before =
        seats: [],
    .after =
        seats: [(id: "ncert", actor: "ncert", kind: Cert, title: "National CERT", brief: "…")],

explain-S315 = A scenario without turns
    .text = The exercise would end before it begins. Each turn says how much exercise time it covers.
    .before =
        turns: [],
    .after =
        turns: [(lasts: "6h", title: "Morning"), (lasts: "6h", title: "Evening")],

explain-S316 = A scenario without an ending
    .text = After the last turn the first ending whose condition holds is told. There is none, so the players would not learn what became of it all.
    .before =
        endings: [],
    .after =
        endings: [(id: "over", title: "The week after", text: "…")],

explain-S317 = An ending that is never reached
    .text = Endings are asked in order, and the first that holds is told. One without a condition always holds; what stands after it is never asked.
    .before =
        endings: [(id: "over", …), (id: "calm", when: "meter.alarm < 20", …)],
    .after =
        endings: [(id: "calm", when: "meter.alarm < 20", …), (id: "over", …)],

explain-S318 = A text that is too long
    .text = Nobody reads more than a few screens while the clock runs, and the text has to fit into a terminal of 80 columns. Long documents are better cut into several injects, or told in the briefing.
    .before =
        body: "… forty pages of a report …",
    .after =
        body: "The report's summary: …",

explain-S319 = A choice that changes nothing
    .text = The players talk for ten minutes, choose this, and nothing follows: no effect, no cost, nothing anybody sees. Sometimes that is the point; then say so in the note, for the debrief.
    .before =
        (id: "wait", family: Hold, label: "Wait")
    .after =
        (id: "wait", family: Hold, label: "Wait", effects: [Meter(meter: "pressure", by: 4)])

explain-S320 = A secret for everybody
    .text = This is marked as secret, and everybody holds it from the start. Either it is no secret, or the list of those who hold it is too long. A secret that somebody must decide to share is what an exercise lives on.
    .before =
        (id: "leak_source", marking: Red, holders: ["ncert", "mfa", "vendor"], …)
    .after =
        (id: "leak_source", marking: Red, holders: ["vendor"], …)

explain-S321 = An empty text
    .text = The field is there and has nothing in it; the players would see a blank space. A text that is not needed is left out.
    .before =
        body: "",
    .after =
        body: "The call was cut off after a minute.",

explain-S322 = A scenario without decisions
    .text = Seats can still share, ask and report, so the scenario can be played. But the questions that make a scenario worth talking about are authored decisions.
    .before =
        decisions: [],
    .after =
        decisions: [(id: "name_them", seat: "mfa", turn: 3, title: "Say who it was?", text: "…", choices: [ … ])],

explain-S323 = Something that refers to itself
    .text = A row names its own id where another one belongs. It would wait for itself, or answer itself, and never happen.
    .before =
        (id: "proof", after: "proof", …)
    .after =
        (id: "proof", after: "demand", …)

explain-S324 = A start outside the range
    .text = The number begins below its smallest or above its largest value, and would jump the first time anything touches it.
    .before =
        (id: "alarm", range: (0, 100), start: 120, …)
    .after =
        (id: "alarm", range: (0, 100), start: 80, …)

explain-S325 = A window that ends before it begins
    .text = The second number of a window is its last turn. Here it comes before the first, so the window is empty.
    .before =
        turn: (4, 2),
    .after =
        turn: (2, 4),

explain-S326 = An id of another kind
    .text = The id exists, but it belongs to another kind of thing than is needed here: an actor where a seat is due, a zone where a community is due.
    .before =
        decisions: [(id: "pay", seat: "press", …)],          // press is an actor
    .after =
        decisions: [(id: "pay", seat: "mfa", …)],

explain-S327 = No ending for all the rest
    .text = Every ending has a condition. If none of them holds in the end, the exercise stops without telling what became of it.
    .before =
        endings: [(id: "calm", when: "meter.alarm < 20", …)],
    .after =
        endings: [(id: "calm", when: "meter.alarm < 20", …), (id: "over", …)],

explain-S328 = Something that is never used
    .text = Nothing refers to this row, so it changes nothing and nobody sees it. Perhaps the row that used it was deleted, or names another id.
    .before =
        meters: [(id: "alarm", …), (id: "alram", …)],
    .after =
        meters: [(id: "alarm", …)],

explain-S329 = A part that is switched off
    .text = The scenario lists the ledgers it plays with, and this one is not among them. What is written here would have no effect.
    .before =
        ledgers: ["meters", "facts"],
        rules: [(id: "drift", effects: [Trust(from: "ncert", to: "mfa", by: -1)])],
    .after =
        ledgers: ["meters", "facts", "trust"],
        rules: [(id: "drift", effects: [Trust(from: "ncert", to: "mfa", by: -1)])],

explain-S330 = An inject that nothing makes due
    .text = An inject is delivered in a turn or at a time, when a condition holds, after another inject, or by the facilitator's hand. This one has none of them, so it could come at once or never.
    .before =
        injects: [(id: "leak", title: "A leak", …)],
    .after =
        injects: [(id: "leak", turn: 3, title: "A leak", …)],

explain-S331 = An empty list
    .text = An inject that reaches nobody, an action that nobody may take and a draw without branches do nothing. The list is there and empty.
    .before =
        to: [],
    .after =
        to: ["ncert"],

explain-S332 = A time outside its turns
    .text = Turns follow one another from T+00:00, each as long as it lasts. This time falls in another turn than those the inject may come in, or in none at all.
    .before =
        turns: [(lasts: "4h", …), (lasts: "4h", …)],
        injects: [(id: "leak", turn: 1, at: "T+05:00", …)],
    .after =
        turns: [(lasts: "4h", …), (lasts: "4h", …)],
        injects: [(id: "leak", turn: 2, at: "T+05:00", …)],

explain-S340 = A month or a date without a date to begin from
    .text = How long a month is, and when a holiday falls, depends on the day the story begins. The story's clock names a weekday and a time but no date. Nothing is guessed: a deadline that might be three days off would teach the wrong thing.
    .before =
        clock: (weekday: Fri, time: "17:00"),
        duties: [(id: "final_report", within: "1mo", …)],
    .after =
        clock: (weekday: Fri, time: "17:00", date: "6 Mar"),
        duties: [(id: "final_report", within: "1mo", …)],

explain-S341 = A regional pack that is old
    .text = A pack carries deadlines, holidays and ways of deciding as somebody found them on a day. Laws move. More than twelve months later it may still be right, but nobody has looked.
    .before =
        checked_on: "2024-03-01",
    .after =
        checked_on: "2026-11-01",

explain-S342 = A report that could follow several
    .text = In the pack this clock starts with, or after, another duty. Its holder has several duties made of that one, and their recipients do not tell which is meant. Which report counts decides when this one is due, so nothing is guessed.
    .before =
        duties: [
            (id: "river_alert", from_pack: ("latin-america-caribbean", "early_alert"), …),
            (id: "grid_alert", from_pack: ("latin-america-caribbean", "early_alert"), …),
            (id: "everything", from_pack: ("latin-america-caribbean", "final_report"), …),
        ],
    .after =
        duties: [
            (id: "river_alert", from_pack: ("latin-america-caribbean", "early_alert"), …),
            (id: "grid_alert", from_pack: ("latin-america-caribbean", "early_alert"), …),
            (id: "everything", from_pack: ("latin-america-caribbean", "final_report"), after: "grid_alert", …),
        ],

explain-S343 = A law that is still to come
    .text = A scenario says on which day it was written, and a duty since when the law behind it applies. This law applies only later: whoever plays now would learn a duty that nobody has yet. A scenario about the time to come says so in its texts; otherwise one of the days is wrong.
    .before =
        written_on: "2026-11-20",
        duties: [(id: "notice", valid_from: Since("2027-12-11"), …)],
    .after =
        written_on: "2027-12-20",
        duties: [(id: "notice", valid_from: Since("2027-12-11"), …)],

explain-S390 = Clocks that wait for one another
    .text = Each of these clocks starts with the next, or after its report, and the last with the first. None has anything else that starts it, so none of them ever runs, and nobody can miss it.
    .before =
        duties: [
            (id: "notice", after: "report", …),
            (id: "report", after: "notice", …),
        ],
    .after =
        duties: [
            (id: "notice", starts: "delivered.alarm", …),
            (id: "report", after: "notice", …),
        ],

explain-S801 = Lines without a translation
    .text = A translation may be incomplete: what is missing is shown in the scenario's own language. A player who meets two languages on one screen is slower and wonders which of them counts, so it is better complete.
    .before =
        (id: "injects.nurse.title", text: ""),
    .after =
        (id: "injects.nurse.title", lock: "5f0c21aa", text: "La página dice cuatro grados"),

explain-S802 = A line that changed since it was translated
    .text = The lock is a short hash of the text that was translated. It no longer fits, so the translation may say something that the scenario does not say any more: another hour, another name. Players read the scenario's own text until somebody has looked.
    .before =
        (id: "injects.nurse.title", lock: "00000000", text: "La página dice tres grados"),
    .after =
        (id: "injects.nurse.title", lock: "5f0c21aa", text: "La página dice cuatro grados"),

explain-S803 = A translation of nothing
    .text = A row of a translation is named by where the line stands in the scenario. There is no such line: its row was renamed or deleted, or the name is misspelt.
    .before =
        (id: "injects.nurs.title", text: "…"),
    .after =
        (id: "injects.nurse.title", text: "…"),

explain-S804 = A translation under another language's name
    .text = The name of the file is the language it is used for. If the file says another one, players of the first would read the second.
    .before =
        (language: "pt", texts: []),   // in es.ron
    .after =
        (language: "es", texts: []),

explain-S401 = A script that cannot be read
    .text = From this place on the script makes no sense to the program. The cause is often just before: a semicolon, a bracket or a quotation mark that is missing. A script with a fault is found now, not in the middle of an exercise.
    .before =
        fn settle() {"{"}
            let change = meter.alarm / ;
            {"["}meter("pressure", change)]
        {"}"}
    .after =
        fn settle() {"{"}
            let change = meter.alarm / 4;
            {"["}meter("pressure", change)]
        {"}"}

explain-S402 = An expression that cannot be read
    .text = An expression is a short question about the state of the exercise. This one breaks off, or has something in it that is no part of the language.
    .before =
        when: "trust.ncert.mfa >=",
    .after =
        when: "trust.ncert.mfa >= 60",

explain-S403 = A name that nothing has
    .text = Nothing in the scenario is called this way: no meter, actor, inject or decision has this id, or the word before the dot is misspelt. In play the condition could never be judged.
    .before =
        when: "meter.alram > 50",
    .after =
        when: "meter.alarm > 50",

explain-S404 = One equals sign where two are meant
    .text = A single equals sign puts a value into a name. In a condition two are needed: they ask whether both sides are the same. The mistake is so common that it is reported even where it would be harmless.
    .before =
        when: "turn = 3",
    .after =
        when: "turn == 3",

explain-S405 = A reserved word as a name
    .text = Some words are kept by the language of expressions, for now or for later: shared, public, private, case, new, match, with, is, go, package, sync, null, static, async and others. They cannot name anything.
    .before =
        let shared = holds.mfa.sample;
    .after =
        let is_shared = holds.mfa.sample;

explain-S406 = A word where a sign is needed
    .text = This language writes && for "and", || for "or" and ! for "not".
    .before =
        when: "turn > 2 and not met.notice",
    .after =
        when: "turn > 2 && !met.notice",

explain-S407 = A sign that does not exist here
    .text = Counting up by one is written x += 1 in this language; x++ belongs to others.
    .before =
        count++;
    .after =
        count += 1;

explain-S408 = A missing semicolon
    .text = In a script each statement ends with a semicolon; only the last one of a function, whose value it gives back, has none.
    .before =
        let before = meter.alarm
        let after = before + 2;
    .after =
        let before = meter.alarm;
        let after = before + 2;

explain-S409 = A typographic quotation mark in code
    .text = Word processors turn straight quotation marks into curly ones. In an expression or script they are unknown characters.
    .before =
        end(“calm”)
    .after =
        end("calm")

explain-S410 = A condition that does not say yes or no
    .text = Conditions are judged as true or false. This one gives a number, a text or nothing. Compare it with something.
    .before =
        when: "meter.alarm",
    .after =
        when: "meter.alarm >= 50",

explain-S411 = A function that is not there
    .text = The scenario has no script function of this name and the program has none either. Functions of other languages are not at hand.
    .before =
        {"["}metre("alarm", 3)]
    .after =
        {"["}meter("alarm", 3)]

explain-S412 = A script that is too long
    .text = A script file may have 32 KiB, some eight hundred lines. Longer ones take noticeably long to read at every start.
    .before =
        scripts/everything.rhai         // 90 KiB
    .after =
        scripts/spread.rhai
        scripts/press.rhai

explain-S413 = Too many scripts
    .text = A scenario may have 64 script files. Most need none: a when/then row or an expression does it.
    .before =
        scripts/rule_001.rhai … scripts/rule_090.rhai
    .after =
        rules: [(id: "drift", when: "turn > 2", effects: [Meter(meter: "alarm", by: 1)])],

explain-S414 = The wrong number of values
    .text = Each function takes a fixed number of values in its brackets. With another number it is another function, and there is none.
    .before =
        {"["}trust("ncert", -2)]
    .after =
        {"["}trust("ncert", "mfa", -2)]

explain-S415 = An amount that is not a number
    .text = Here a whole number is needed, or an expression that gives one. This one gives true, false or a text.
    .before =
        by: "meter.alarm > 50",
    .after =
        by: "meter.alarm / 10",

explain-S416 = A bracket in code that is never closed
    .text = Each bracket needs its partner. The rest of the code seems to belong to the one that was left open.
    .before =
        when: "(turn > 2 && meter.alarm > 50",
    .after =
        when: "turn > 2 && meter.alarm > 50",

explain-S417 = Code nested too deeply
    .text = Brackets inside brackets inside brackets: more than the program is willing to follow, since each level costs memory on the machine it is played on.
    .before =
        by: "((((((((((… meter.alarm …))))))))))",
    .after =
        by: "meter.alarm / 10",

explain-S418 = Something a scenario may not do
    .text = Scenarios come from anywhere, so their scripts are fenced in: they read the state they are shown and return effects. They cannot read files, load other code, look at the clock or wait. That is also what makes an exercise repeat exactly.
    .before =
        import "helpers";
    .after =
        fn helper() {"{"} … {"}"}       // in the same file

explain-S419 = Single quotes around a text
    .text = In this language single quotes hold one single character. A text takes double quotes. Inside a text of the scenario file, write the expression as r#"…"# so that double quotes are free.
    .before =
        {"["}meter('alarm', 3)]
    .after =
        {"["}meter("alarm", 3)]

explain-S420 = A function that is there twice
    .text = Two functions have the same name and take as many values. The second would replace the first without a word.
    .before =
        fn settle() {"{"} [] {"}"}
        fn settle() {"{"} [meter("alarm", 1)] {"}"}
    .after =
        fn settle() {"{"} [] {"}"}
        fn settle_late() {"{"} [meter("alarm", 1)] {"}"}

explain-S421 = Something that can only be read
    .text = What a script sees of the exercise is a copy to read. It changes something by returning an effect, which is then logged with its cause.
    .before =
        meter.alarm = 30;
    .after =
        {"["}meter("alarm", 30 - meter.alarm)]

explain-S422 = A number with a decimal point
    .text = Everything that is decided is decided with whole numbers, so that the same exercise runs alike on every machine. Parts are written per mille, or by multiplying first and dividing after.
    .before =
        by: "meter.alarm * 0.25",
    .after =
        by: "meter.alarm * 25 / 100",

explain-S423 = A word of another language
    .text = Each language has its own words for the same thing. Here conditions are written with `if` and curly brackets, functions with `fn`, names with `let`.
    .before =
        def settle():
    .after =
        fn settle() {"{"} … {"}"}

explain-S424 = A case that is there twice
    .text = The first of two equal cases is always taken, so the second is never reached. Usually one was copied and not changed.
    .before =
        switch turn {"{"} 1 => 5, 1 => 8, _ => 0 {"}"}
    .after =
        switch turn {"{"} 1 => 5, 2 => 8, _ => 0 {"}"}
explain-S425 = An effect that is thrown away
    .text = Calling `meter("alarm", 3)` changes nothing by itself: it makes an effect, and the effects a function returns are what happens. The value of a statement in the middle of a function, or inside a loop, is returned by nobody. Collect effects in a list and end the function with it.
    .before =
        fn storm() {"{"}
            meter("alarm", 3);
            trust("ncert", "mfa", -2)
        {"}"}
    .after =
        fn storm() {"{"}
            {"["}meter("alarm", 3), trust("ncert", "mfa", -2)]
        {"}"}

## S5: what makes a good exercise. The examples stand beside each rule.

explain-S501 = A condition that never holds
    .text = What stands behind the condition is written and never seen: an inject that nobody gets, a choice that nobody can take. Usually a number is outside its meter's range, two comparisons contradict each other, or the turn of the row and the turn in the condition don't meet.

explain-S502 = A condition that always holds
    .text = Whoever reads the scenario believes that something depends on the condition, and nothing does. Either it is left over, or the comparison is the wrong way round and the exercise runs as nobody planned it.

explain-S503 = An inject that cannot come
    .text = The inject is written, translated and never delivered. It waits for another that comes too late, is a contingency of one that comes in the same turn or later, or has no chance at all.

explain-S504 = A decision that cannot open
    .text = The decision waits for an inject that is delivered after the last turn in which the decision may open, or never. Nobody is ever asked.

explain-S505 = A contingency that always comes
    .text = A contingency is for the case that the players did not do what was expected. The inject it belongs to has no expected action whose being done the program can tell, so the contingency always comes, and those who acted well are told that they did not.

explain-S506 = Something that waits for a draft
    .text = Only approved injects are delivered. Whatever waits for one that is a draft, deferred or obsolete waits for ever, and nothing on the screen says why.

explain-S507 = An effect that comes after the end
    .text = The exercise ends before the effect comes. Players are promised a consequence, advisers argue about it, and it never happens.

explain-S508 = A choice that nobody can pay for
    .text = The choice is on the screen and can never be taken. Players read it, weigh it, and find out at the last moment.

explain-S509 = A decision with one way out
    .text = A question with one possible answer is no question. Players feel it, and stop weighing the others.

explain-S510 = Two choices that do the same
    .text = The players argue about a difference that the exercise does not know. In the debrief it turns out that it did not matter, and the next decision is taken less seriously.

explain-S511 = No reason for what is impossible
    .text = A choice that is greyed out without a word looks like a fault of the program. One line in the story's words teaches what would have been needed.

explain-S512 = A reason that nobody reads
    .text = The reason is shown when the condition fails, and there is none: the choice is always possible although its author meant it not to be.

explain-S513 = A condition on what the seat cannot see
    .text = Whether a choice is possible is on the screen. If that hangs on a number the seat may not see, looking at the list of choices tells the secret; and a player who does not guess it cannot know how to make the choice possible.

explain-S514 = A want on what the seat cannot see
    .text = What a seat wants is read through its own eyes, by bots and in the debrief. Of a number it may not see it always reads the same, so the want moves nobody.

explain-S515 = What nobody could know decides
    .text = The players are judged by a number that none of them could look at. That can be meant; then the debrief has to explain it, or the ending feels drawn by lot.

explain-S516 = A secret that leaks
    .text = The exercise was played twice, and the two plays differ only in something that the seat may not see. Still its screen is not the same: what is possible depends on the secret. Whoever knows the scenario reads it off the list of choices. The field of the view that differs is named.

explain-S517 = A seat with nothing to do
    .text = A participant who waits for three turns has left the exercise in thought, and often the room. Standing actions alone do not hold anybody.

explain-S518 = A seat that decides nothing
    .text = A seat is for somebody who has to choose. One that is only informed can be played by the program, and the person who would have sat there observes or joins another seat.

explain-S519 = An objective without an inject
    .text = Objectives come first in planning: the exercise is there to show whether they are met. One that nothing serves is reported on without having been exercised.

explain-S520 = An objective without a task
    .text = An evaluator rates tasks, not wishes. Without one the report can only say that the objective was there.

explain-S521 = Tasks without evidence
    .text = Evidence proposes a rating that a person confirms or corrects. Without any, the evaluator has to remember, after hours of play, who did what and when.

explain-S522 = A norm that no act cites
    .text = The inject says that a norm is at stake. If no choice upholds or strains it, the profile at the end is empty where the players expect something, and the debrief cannot speak of it.

explain-S523 = A share that the label forbids
    .text = Under TLP:AMBER+STRICT and TLP:RED a recipient may not pass something on without its source's leave, and what is of intelligence origin needs a release. A choice that does it all the same can be the best dilemma of an exercise, but then it has to be shown as a strain; otherwise the exercise teaches that labels don't matter.

explain-S525 = A duty that never starts
    .text = A reporting clock that never runs teaches nobody that it exists. The role card mentions the duty, the exercise does not. Two duties that start each other, and that nothing else starts, both never run.

explain-S526 = A duty that ends before it starts
    .text = The clock is stopped in the same moment or earlier than it starts, so the duty is never due. Usually the two conditions are exchanged.

explain-S527 = A duty that is due after the end
    .text = The clock starts and the exercise ends before it runs out, so nobody can miss it. As a shadow over the last turns that may be meant; as an objective it cannot be assessed.

explain-S528 = A fact that is never revealed
    .text = Facts move by being told, asked for or found. An adversary tells nobody, so the fact stays where it is, and with it whatever the author thought its discovery would change.

explain-S529 = Two endings that cannot be told apart
    .text = Two endings have the same title or the same text. Whoever reaches one of them cannot know which, and the report counts them as two.

explain-S530 = An ending behind another
    .text = Endings are tried from the first to the last, and the first whose condition holds is taken. Wherever this one would hold, an earlier one holds too.

explain-S531 = A real state as the villain
    .text = An exercise that makes a real state the wrongdoer offends some of its participants, teaches the others what they thought before, and cannot be played abroad. What really happened belongs in the debrief: who attributed what on which date, and that the accused denies it.

explain-S532 = A real name in play
    .text = A real firm, group or organisation in an invented crisis is blamed for what it never did. Emblems of relief organisations are protected by law. Invented names keep the argument on the decision.

explain-S533 = An address that may be real
    .text = Artefacts get out of exercises. An address that exists gets blocked, a domain gets visited, a flaw's number gets looked up. Ranges for documentation belong to nobody.

explain-S534 = An acronym that nobody explains
    .text = Every community has its own acronyms, and an exercise brings communities together. One unknown word at the wrong moment costs more time than the spelling out would have.

explain-S535 = More than can be read in a turn
    .text = People read some two hundred words a minute, and then they have to talk. A turn that is all reading is a turn in which nobody decides; the fast readers decide for the others.

explain-S536 = A line that is too wide for its screen
    .text = Titles and labels stand in lists, one line each. On a terminal of eighty columns the end is cut off, and with it often the word that matters.

explain-S537 = A text that is longer than its screen
    .text = Whatever is below the edge is read by some and missed by others. An artefact that fits on one screen is read to its end by everybody.

explain-S539 = No word before harm
    .text = Some participants have been where the exercise is set. A sentence beforehand lets them decide how they take part; found out in the third turn it costs their trust.

explain-S540 = A duty without a source
    .text = Clocks in an exercise are no legal advice. In the debrief somebody will ask whether it is really like that, and the answer should stand there.

explain-S541 = A word that judges
    .text = Regions differ in means, rules and priorities. A word that ranks them ends the conversation with half of the room, and it is seldom what the author meant.

explain-S542 = A choice without a note
    .text = The debrief is where people learn. Without a note it repeats what was chosen and stops.

explain-S543 = An act of the expert path that there is not
    .text = What cannot be read is left out of the path, and every "what if" then compares with something other than what was meant.

explain-S544 = A decision without a default
    .text = In a crisis not deciding is a decision, with consequences. A decision that just closes teaches the opposite.

explain-S545 = An adviser who falls silent
    .text = If the lawyer speaks on two choices of three, everybody asks what is wrong with the third. Silence gives the answer away.

explain-S546 = An inject that is still a draft
    .text = Drafts are kept in the file so that planning can be seen. On the day nobody remembers which rows were meant to be sent.

explain-S547 = Two injects with one title
    .text = An inbox is a list of titles. Of two that are alike the second is taken for the first, and not opened.

explain-S548 = A measure that follows by itself
    .text = Saying who did it is one decision, and what to do about it is another, with its own legal and political weighing. A row that takes a measure as soon as somebody has been named teaches that the second comes with the first, which those who have to take it know to be wrong.

explain-S549 = A number that never moves
    .text = A number on the screen is a promise that it can change. One that stands still for the whole exercise is looked at in every turn for nothing.

explain-S550 = A number that is for nobody
    .text = The number is counted, logged and changes nothing. The next author keeps it in order for ever, not daring to delete it.

explain-S551 = A report without the one it follows
    .text = Packs know which report comes after which: the final report a month after the notification, not a month after the alarm. Borrowed alone, the later one waits for a report that nobody here owes, and its clock never runs. If something else is meant to start it, the scenario says so.
