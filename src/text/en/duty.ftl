# Reporting duties: clocks, payloads, determinations, extensions, answers.
# $duty is a duty's name, $holder and $recipient are organisations, $trigger is the law's word, $due and $at are times.

trigger-word-aware = is aware
trigger-word-determines = determines
trigger-word-detects = detects
trigger-word-knows = knows
trigger-word-learns = learns
trigger-word-reasonably-believes = reasonably believes

payload-minimal = minimal
payload-full = full
payload-flagged = flagged as sensitive

act-report-minimal = Report, the minimum: { $duty }
act-report-flagged = Report, flagged as sensitive: { $duty }
act-report-full-text = { $about } Everything we have: it helps the recipient most, and whoever reads over its shoulder.
act-report-minimal-text = { $about } What the law needs and no more, for about half the work. An embargo is no excuse for silence; this much its partners can live with, if they are told.
act-report-flagged-text = { $about } Everything we have, marked as sensitive: an hour more to prepare, passed on to fewer.
act-determine = Determine that the clock starts (“{ $trigger }”): { $duty }
act-determine-text = Counsel looks at the facts, and we put on record that the law's word is met: the clock starts. Too early is noise. Too late can be found out, and then somebody counts the days we knew.
act-extension = Ask for more time: { $duty }
act-extension-text = Once, before the deadline, with reasons. Asking does not stop the clock; how it ends depends on what they think of us.
act-respond = Answer the report: { $duty }
act-respond-text = Whoever reports wants to know that somebody read it: what it changed, and what to look for.

obstacle-not-determined = no clock is running; put your determination for “{ $duty }” into the plan, and the report can go with it
obstacle-nothing-to-determine = there is nothing to determine
obstacle-no-extension = no further extension is possible
obstacle-minimal-not-enough = this law asks for more than the minimum
obstacle-nothing-to-answer = no such report waits for an answer

tell-duty-met-minimal = Reported in time, the minimum, at { $at }: { $duty }
tell-duty-met-flagged = Reported in time, flagged as sensitive, at { $at }: { $duty }
tell-duty-determined = { $holder } put on record that it { $trigger }: { $duty }
tell-duty-knowable = From { $at } { $holder } held the facts that start the clock, whatever it called them: { $duty }
tell-duty-found-out = It came to light that { $holder } held the facts since { $at }: { $duty }
tell-duty-noise = A report of something nobody could know yet: { $duty }
tell-duty-extended = { $recipient } granted more time, until { $due }: { $duty }
tell-duty-extension-refused = { $recipient } granted no more time: { $duty }
tell-duty-leaked = The report got out: { $duty }
tell-duty-answer-owed = { $recipient } owes an answer until { $until }: { $duty }
tell-duty-answered = { $recipient } answered the report: { $duty }
tell-duty-unanswered = { $recipient } has not answered the report: { $duty }
tell-safe-harbour = A safe harbour is in force: who reports is not held to account for what the report says
tell-safe-harbour-over = The safe harbour is over

cause-desk = What lay on the desk

letter-answer = Your report was read: { $duty }
letter-answer-body = { $from } has read the report “{ $duty }”, says what it changed there, and what to look for.
letter-extension = More time for “{ $duty }”
letter-extension-body = { $from } has moved the deadline of “{ $duty }” to { $due }. It will not be moved again.
letter-extension-refused = No more time for “{ $duty }”
letter-extension-refused-body = { $from } sees no reason to move the deadline of “{ $duty }”. The clock runs on.
letter-report-minimal-body = { $from } has filed the report “{ $duty }”: the minimum that the law needs.
letter-report-flagged-body = { $from } has filed the report “{ $duty }” and flagged it as sensitive: it is not to be passed on.

duty-place-here = Here
duty-place-recipient = At { $recipient }
duty-local = { $place }: { $time } ({ $offset })
duty-terms-span = { $length } from the start, day and night
duty-terms-days = { $count ->
    [one] one business day
   *[other] { $count } business days
} of { $place }, ending { $closes }
duty-terms-months = { $count ->
    [one] one month
   *[other] { $count } months
}, to the same hour
duty-stops = Stops when { $what }
duty-determine = Runs from your own determination; the report can go into the same plan.
duty-extendable = One extension can be asked for, before the deadline.
duty-extended = An extension was granted.
duty-extension-refused = An extension was refused.
duty-answer-owed = { $recipient } owes you an answer until { $until }.
duty-answer-overdue = { $recipient } owes you an answer, and is late.
duty-answer-given = { $recipient } has answered.
duty-found-out = It is known that you held the facts since { $at }.
duty-filed = Filed: { $payload }
duty-since = since { $day }
duty-law-since = { $source }; in force { $since }
duty-in-force = in force { $since }
duty-modelled = Modelled on { $law }.
duty-modelled-in-force = Modelled on a law { $law }.

debrief-duty-filed = What was filed: { $payload }
debrief-duty-known = An outsider would say that the facts were known from { $at }
debrief-duty-determined = Put on record at { $at }
debrief-duty-undetermined = Never put on record
debrief-duty-found-out = That it was known long before came to light
debrief-duty-no-answer = { $recipient } never answered
debrief-duty-elsewhere = By the calendar of { $region } it would have been due { $due }
debrief-pack = After the regional pack “{ $pack }”: { $source }. Checked { $checked }. { $disclaimer }
