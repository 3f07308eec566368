## Statements: texts agreed on together.

text-of = Text { $number } of { $actor }
text-of-in = { $forum } · text { $number } of { $actor }
text-drafting = being drafted
text-stopped = back at the table: no agreement yet
text-silence = under silence until the end of turn { $until }
text-adopted = adopted in turn { $turn }
text-chair = out in turn { $turn } as the chair's own text
text-alone = put out by its sponsor alone in turn { $turn }
text-withdrawn = withdrawn
text-leaked = leaked; where it stands is not known

clause-condemn = condemns the act
clause-cite = cites a norm
clause-characterise = says what it is in law
clause-name = names an actor
clause-measure = announces a measure
clause-offer = offers help
clause-dialogue = calls for dialogue

forum-unanimity = { $silence ->
    [0] unanimity of those who have answered
    [one] unanimity, after one turn of silence
   *[other] unanimity, after { $silence } turns of silence
}
forum-majority = { $silence ->
    [0] { $share } in a hundred of those at the table must sign
    [one] { $share } in a hundred of those at the table, after one turn of silence
   *[other] { $share } in a hundred of those at the table, after { $silence } turns of silence
}
forum-committee = { $silence ->
    [0] { $many } signatures
    [one] { $many } signatures, after one turn of silence
   *[other] { $many } signatures, after { $silence } turns of silence
}
forum-agency = { $silence ->
    [0] whoever signs, signs
    [one] whoever does not object, after one turn of silence
   *[other] whoever does not object, after { $silence } turns of silence
}

line-plain = { $about }
line-absolute = { $about }: not at any price
line-above = { $about }, where its strength is above { $above }

standing-invited = has not answered
standing-adviser = advises, and signs nothing
standing-approving = would sign, and waits for approvals at home
standing-signed = signs
standing-asks = would sign if { $changes }
standing-abstains = stands aside
standing-refuses = refuses
change-soften = “{ $clause }” were softer
change-drop = “{ $clause }” were left out
change-add = “{ $clause }” were added
change-and = and

tell-relations = Working relations in { $forum }: { $by }, now { $now }
tell-forum-opened = { $forum } takes up texts
tell-forum-closed = { $forum } takes up no more texts
tell-text-opened = { $actor } put a text before { $forum }
tell-clause-added = { $actor } put “{ $clause }” into { $text }
tell-clause-hardened = { $actor } made “{ $clause }” stronger in { $text }
tell-clause-softened = { $actor } softened “{ $clause }” in { $text }
tell-clause-bracketed = { $actor } put “{ $clause }” in brackets in { $text }
tell-clause-cleared = { $actor } took “{ $clause }” out of its brackets in { $text }
tell-clause-dropped = { $actor } dropped “{ $clause }” from { $text }
tell-invited = { $actor } was invited to { $text }
tell-adviser-invited = { $actor } was asked to advise on { $text }
tell-consulted = States, firms, researchers and civil society were consulted on { $text }
tell-translated = A translation was paid for: { $text }
tell-annexed = { $actor } wrote a technical annex to { $text }
tell-annexed-unquoted = { $actor } wrote a technical annex to { $text } and is not to be quoted
tell-circulated = { $text } is under silence until the end of turn { $until }
tell-extended = An approval is missing somewhere: silence on { $text } goes on until the end of turn { $until }
tell-mistranslated = A translation came out wrong: “{ $clause }” is open again in { $text }
tell-signed = { $actor } signs { $text }
tell-approving = { $actor } would sign { $text } and asks those at home who must approve
tell-asks = { $actor } would sign { $text } if { $changes }
tell-abstains = { $actor } stands aside from { $text }
tell-refuses = { $actor } refuses { $text }
tell-approved = { $now } of { $of } have approved at { $actor }: { $text }
tell-silence-broken = { $actor } broke silence on { $text }
tell-silence-broken-over = { $actor } broke silence on { $text }, over “{ $clause }”
tell-stopped = No agreement on { $text }
tell-leaked = { $text } was leaked
tell-leaked-by = { $actor } leaked { $text }
tell-leak-found = It came out that { $actor } had leaked { $text }
tell-withdrawn = { $text } was withdrawn
tell-text-adopted = { $forum } adopted a statement, signed by { $who }; its weight is { $weight }
tell-text-chair = No common text in { $forum }: { $who } put out one of the chair's own; its weight is { $weight }
tell-text-alone = { $who } put out a statement alone; its weight is { $weight }
tell-retaliated = { $by } answered the statement: it { $what }, and it fell on { $on } ({ $odds } in 100)
somebody = Somebody

row-relations = Working relations in { $forum }
row-relations-short = Relations, { $forum }
row-weight-short = Weight, { $forum }
row-weight = Weight of what { $forum } has said
read-adopted = Statements of { $forum }
read-signed = Statements of { $forum } signed by { $actor }
read-drafts = Texts being negotiated in { $forum }
read-chair-texts = Texts of the chair's own in { $forum }
read-named = Statements that name { $actor }
read-answered = Answers that fell on { $actor }

act-text-open = “{ $outline }”: put it before { $forum }
act-text-open-empty = Begin a text in { $forum }
act-text-add = Put “{ $clause }” into { $text }
act-text-harden = Make “{ $clause }” stronger in { $text }
act-text-soften = Soften “{ $clause }” in { $text }
act-text-bracket = Put “{ $clause }” in brackets in { $text }
act-text-clear = Take “{ $clause }” out of its brackets in { $text }
act-text-drop = Drop “{ $clause }” from { $text }
act-text-invite = Invite { $actor } to { $text }
act-text-consult = Consult widely on { $text }
act-text-translate = Pay for a translation of { $text }
act-text-annex = Write a technical annex to { $text }
act-text-annex-unquoted = Write an annex to { $text } and decline to be quoted
act-text-ask-soften = Ask for “{ $clause }” to be softer in { $text }
act-text-ask-drop = Ask for “{ $clause }” to be left out of { $text }
act-text-ask-add = Ask for “{ $clause }” to be added to { $text }
act-text-circulate = Circulate { $text } under silence
act-text-sign = Sign { $text }
act-text-abstain = Stand aside from { $text }
act-text-refuse = Refuse { $text }
act-text-break = Break silence on { $text } over “{ $clause }”
act-text-leak = Leak { $text }
act-text-withdraw = Withdraw { $text }
act-text-publish = Put out { $text } in your own name

explain-text-open = Those in the room read it tonight and answer from next turn on: they sign, stand aside, refuse, or say what would make them sign.
explain-text-open-empty = An empty sheet: clauses go in from next turn on.
explain-text-add = Agreed language is cheap and nobody stumbles over it. New language takes hours, and makes everybody a little slower to sign. Who has signed must sign again.
explain-text-harden = Stronger words weigh more and lose signatories. Who has signed must sign again.
explain-text-soften = Softer words weigh less. They may be what somebody's red line needs.
explain-text-bracket = What is in brackets binds nobody, and falls out when the text is adopted.
explain-text-clear = The clause binds again; who has signed must sign again.
explain-text-drop = The clause is gone from the text.
explain-text-invite = Whoever is in the room reads the text and sees who asks for what. A CERT of your own state comes as an adviser and signs nothing.
explain-text-consult = Takes the turn: the text cannot be circulated in it. Afterwards more can sign it, and it weighs more.
explain-text-translate = Without it, new language that goes through several languages may come out wrong and open a clause again.
explain-text-annex = Indicators, timeline, what was seen: it makes the text weigh more, most of all beside the ministry of the same state. Your name is on it, in public.
explain-text-annex-unquoted = The text weighs as much, and nobody outside the room learns who wrote the annex.
explain-text-ask-soften = Says what would make you sign. It stays your answer until you give another.
explain-text-ask-drop = Says what would make you sign. It stays your answer until you give another.
explain-text-ask-add = Says what would make you sign. It stays your answer until you give another.
explain-text-circulate = Silence is assent: whoever says nothing until it ends has signed. One break puts a clause in brackets and the text back on the table.
explain-text-sign = Your name is under it once it comes out. Where approvals are needed at home, it waits for them.
explain-text-abstain = You do not sign and do not stop the others. It costs no working relations.
explain-text-refuse = Where unanimity decides, a refusal stops the text; and working relations pay for it.
explain-text-break = The clause is open again. Only those in the room learn who it was; working relations pay for it.
explain-text-leak = Everybody reads the text before it is agreed. Working relations suffer, and it may come out that it was you.
explain-text-withdraw = The text is off the table.
explain-text-publish = Quick, and in words of your own. You stand alone behind it, and alone before whoever answers. As chair you put it out in the chair's name, signed by nobody.

obstacle-text-not-there = there is no such text in front of you
obstacle-text-not-yours = only its sponsor can do that
obstacle-text-is-yours = it is your own text
obstacle-text-circulates = it is under silence
obstacle-text-full = the text has as many clauses as anybody reads
obstacle-text-empty = nothing in it is out of brackets
obstacle-text-open = you have a text open there already
obstacle-texts-enough = you have begun enough texts for one exercise
obstacle-clause-in-it = the clause is in the text already
obstacle-clause-not-in-it = the clause is not in the text
obstacle-strongest = these are the strongest words there are for it
obstacle-softest = these are the softest words there are for it
obstacle-bracketed = it is in brackets already
obstacle-not-bracketed = it is not in brackets
obstacle-last-clause = it is the only clause there is
obstacle-in-the-room = they are in the room already
obstacle-not-to-invite = they have no place in that room
obstacle-consulted = it has been consulted on
obstacle-consulting = it is being consulted on in this turn
obstacle-one-language = there is one language only
obstacle-translated = the translation is paid for
obstacle-annex-is-technical = a technical annex is for a CERT to write
obstacle-annexed = you have written an annex to it
obstacle-nobody-else = nobody else is at the table
obstacle-only-adviser = you are there to advise
obstacle-stands-so = that is where you stand already
obstacle-no-abstention = nobody can stand aside there
obstacle-no-silence = it is not under silence
obstacle-leaked = everybody has read it
obstacle-not-chair = only its sponsor can, or the chair once the forum has failed to agree
obstacle-crosses-own-line = it crosses a line of your own; bracket or soften what does
obstacle-not-member = that is not yours to put before them
obstacle-forum-closed = no texts are taken up there now
obstacle-relations-low = working relations are too low there for a new text

## The board.

board-statements = Statements
board-statements-about = Texts in the making, clause by clause. What stands in [brackets] is not agreed. Weight is strength times breadth, over the time it took; breadth is also what shields those who sign.
board-text-group = { $title } · { $status }
board-text-whole = The text
board-text-weighs = weight { $weight }, signed by { $signed }
board-text-would-weigh = { $signed } signed, weight { $weight }
board-text-leaked = leaked
board-text-consulted = It was widely consulted on.
board-text-is-leaked = It was leaked: everybody has read it.
board-text-annex = With a technical annex by { $actor }.
board-text-more = Other clauses
board-text-more-shown = { $count } to choose from
board-text-more-about = Clauses that are not in the text.
board-text-invite = Others
board-text-invite-shown = { $count } could be invited
board-clause-bracketed = [{ $text }]
board-clause-crosses = { $strength } · crosses your line
board-clause-brackets = { $strength } · in brackets
board-clause-bare = { $strength } · no evidence held
board-clause-wished = { $strength } · you wish for it
board-clause-agreed = { $strength } · agreed words
board-clause-new = { $strength } · new words
board-clause-about = It { $kind }: version { $version } of { $versions }, the first being the strongest; strength { $strength }.
board-clause-is-agreed = Agreed language: nobody stumbles over it.
board-clause-is-new = New language: everybody is a little slower to sign it, and a translation can go wrong.
board-clause-red = It crosses a red line of your own.
board-clause-unsupported = You hold no evidence for it. To put it forward costs credibility once the text is out.
board-party-sponsor = holds the pen
board-party-invited = no answer yet
board-party-adviser = advises
board-party-approving = asks at home
board-party-signed = signs
board-party-abstains = stands aside
board-party-refuses = refuses
board-forums = Where texts are agreed on
board-forum-shown = relations { $relations }
board-forum-rule = It decides by { $rule }.
board-forum-members = In speaking order: { $members }.
board-forum-adopted = Statements so far: { $adopted }. The weightiest weighs { $weight }.
board-own-lines = What you would sign, for your eyes only
board-own-lines-about = Others learn of it only by what you say.
board-red-line = red line
board-wish = wish

## Why a bot does so.

bot-why-together = One voice of several says more than each of us alone: { $name }.
bot-why-firm = Softer words have won us nobody in { $name }'s text; it may as well say what it means.
bot-why-settled = Nobody minds the paragraph in { $name }'s text any more: out of the brackets with it.
bot-why-yields = We can live with what { $name } asks for, and it brings a signature.
bot-why-would-sign = We would sign the text of { $name }, if one thing were otherwise; better to say so now.
bot-why-signs = The text of { $name } says what we can stand behind.
bot-why-aside = The text of { $name } is not ours, and not worth stopping.
bot-why-red-line = The text of { $name } crosses a line of ours.
bot-why-circulates = The text of { $name } is as ready as it will be; silence will tell.
bot-why-careful = A text of { $name } that many were asked about, and that reads the same in every language, lasts longer.
bot-why-annexes = What we saw makes the text of { $name } worth more than its adjectives.
bot-why-alone = No common text comes of what { $name } put forward, and somebody has to say something.
