## Ledgers: names of what is kept and of its values.

ledger-meters = Situation
ledger-facts = Facts
ledger-trust = Trust
ledger-spread = Spread
ledger-harm = People
ledger-duties = Duties
ledger-norms = Norms
ledger-politicisation = Politicisation
ledger-contacts = Contacts
ledger-attribution = Attribution
ledger-statements = Statements
ledger-measures = Measures
ledger-tension = Tension
ledger-disclosure = Disclosure
ledger-mandate = Mandate
ledger-capacity = Capacity
ledger-narrative = Public narrative

marking-national = NATIONAL - release required

openness-closed = shut
openness-guarded = guarded
openness-open = open
openness-close = warm

shown-trust = { $trust } · { $openness }
shown-zone = { $compromised } of { $total } down
shown-zone-contained = { $compromised } of { $total } down, { $contained } safe
shown-zone-frozen = { $compromised } of { $total } down, ON HOLD
shown-range = { $low } to { $high }
shown-norm = { $upheld } upheld, { $strained } strained
shown-capital = { $now } of { $most }

fact-indicator = indicator
fact-report = report
fact-claim = claim
fact-assessment = assessment
fact-victim = victim
fact-machine = { $kind }, machine-written
finding-true = verified: it holds
finding-partly = verified: holds in part
finding-false = verified: does not hold

trigger-aware = from when you are aware
trigger-determines = from when you determine it
trigger-detects = from when you detect it
trigger-knows = from when you know
trigger-learns = from when you learn of it
trigger-reasonably-believes = from when you reasonably believe it

channel-email = E-mail
channel-encrypted-email = Encrypted e-mail
channel-phone = Telephone
channel-chat = Chat
channel-portal = Portal
channel-ticket = Ticket
channel-feed = Feed
channel-meeting = Meeting
channel-note-verbale = Note verbale
channel-letter = Letter
channel-wire = Wire
channel-broadcast = Broadcast
channel-social = Social media
channel-advisory = Advisory

family-share = share
family-condemn = condemn
family-escalate = escalate
family-contain = contain
family-hold = hold / ask

weekday-mon = Mon
weekday-tue = Tue
weekday-wed = Wed
weekday-thu = Thu
weekday-fri = Fri
weekday-sat = Sat
weekday-sun = Sun
story-time = { $weekday } { $time }
story-time-later = { $weekday } { $time }, day { $day }
story-time-own = { $weekday } { $time } with you
turn-title-prep = Preparation

norm-a = norm (a), cooperate for stability and security
norm-b = norm (b), weigh all relevant information
norm-c = norm (c), do not let your territory be used for wrongful acts
norm-d = norm (d), exchange information and assist prosecution
norm-e = norm (e), respect human rights online
norm-f = norm (f), do not damage critical infrastructure
norm-g = norm (g), protect your critical infrastructure
norm-h = norm (h), respond to requests for help
norm-i = norm (i), integrity of the supply chain
norm-j = norm (j), responsible reporting of vulnerabilities
norm-k = norm (k), do not harm emergency response teams or misuse your own
norm-tlp = honouring the label
norm-credit = credit where it is due
norm-disclosure = coordinated disclosure
norm-no-hack-back = no hack-back
norm-inform = informing those affected
norm-evidence = reasoning from evidence

letter-shared = { $from } shares: { $fact }
letter-shared-derived = { $from } shares, without its source: { $fact }
letter-advisory = Advisory by { $from }: { $fact }
letter-asked = { $from } asks what you know
letter-asked-body = { $from } would like to know what you can tell about the incident. You can share a fact with them under its label, or hold.
letter-declined = { $from } answers your request
letter-declined-body = Thank you for asking. There is nothing we can pass on at this point.
letter-refused = { $from } on your request to relabel
letter-refused-body = We have considered your request about “{ $fact }”. The label stays as it is for now.
letter-relabelled = Relabelled: { $fact }
letter-relabelled-body = The source has put “{ $fact }” under { $tlp }. You may pass it on within that boundary.
letter-report = Report received: { $duty }
letter-report-body = { $from } has filed the report “{ $duty }”. It owes you nothing more for now; you owe it an answer.

reveal-learned = You learned “{ $fact }”
reveal-zone = { $name }: compromised { $by } to { $now }
reveal-harm-known = { $name }: harm now { $low }
reveal-harm = { $name }: harm now estimated at { $low } to { $high }
