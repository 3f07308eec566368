## Mandate: leave, lines of reporting, policies, holds, charters.

what-house = an organisation's mandate
what-permit = a pre-authorisation
what-policy = a declared policy
what-handover = a handover to a ministry
what-power = what leave is for
what-type = a kind of organisation
what-role = a role

mandate-line-board = its own board
mandate-line-agency = a technical agency
mandate-line-ministry = a ministry
mandate-line-service = an intelligence service
mandate-line-answers = { $line }; answers to { $actor }
mandate-kind-national = national response team
mandate-kind-sectoral = response team of a sector
mandate-kind-academic = response team of universities
mandate-kind-commercial = response team of a firm
mandate-kind-provider = response team of a network provider
mandate-kind-office = office
mandate-role-enforce = to enforce rules
mandate-role-supervise = to supervise
mandate-role-collect = to collect for a service
mandate-asked = { $actor } asks it { $role }
mandate-handed = the ministry came in, { $briefed } % briefed
mandate-permit-granted = in force
mandate-permit-missing = missing
mandate-permit-asked = asked for, answer by turn { $turn }
mandate-permit-waiting = asked for, { $actor } decides
mandate-permit-refused = refused; one may ask again
mandate-row-independence = Independence of { $actor }
mandate-row-contradictions = Acts of { $actor } against its declared policy
mandate-row-briefing = How well { $actor } briefed the ministry

tell-permit-asked = { $seat } asked { $actor } for a pre-authorisation: { $permit }
tell-permit-granted = { $actor } gave { $seat } a pre-authorisation: { $permit }
tell-permit-refused = { $actor } refused { $seat } a pre-authorisation: { $permit }
tell-permit-revoked = { $actor } took a pre-authorisation of { $seat } back: { $permit }
tell-independence = Independence of { $actor } { $by } to { $now }
tell-line-moved = { $actor } reports to { $line } from now on
tell-held-up = { $actor } was put on hold
tell-hold-lifted = The hold on { $actor } was lifted
tell-designated = { $actor } was designated, and published, as an authorised response team
tell-charter-signed = { $actor } signed the charter of response teams
tell-charter-broken = { $actor } broke the charter of response teams it had signed
tell-role-asked = { $by } asked { $cert } { $role }
tell-role-accepted = { $cert } agreed { $role }, as { $by } had asked
tell-role-refused = { $cert } would not agree { $role }, as { $by } had asked
tell-handed-over = { $ministry } came in on the matter of { $cert }, { $briefed } % briefed
tell-handed-over-early = { $cert } brought { $ministry } in before its own criteria were met, { $briefed } % briefed
tell-contradicted-share = { $actor } shared against its declared policy
tell-contradicted-condemn = { $actor } condemned against its declared policy
tell-contradicted-escalate = { $actor } escalated against its declared policy
tell-contradicted-contain = { $actor } contained against its declared policy
tell-contradicted-hold = { $actor } waited against its declared policy
tell-paper-published = { $actor } published how it works

act-ask-permit = Ask for leave: { $permit }
act-give-permit = Give leave: { $permit }
act-put-hold = Put { $actor } on hold
act-lift-hold = Lift the hold on { $actor }
act-designate = Designate and publish { $actor } as the authorised response team
act-sign-charter = Sign the charter of response teams
act-accept-role = Accept the further role
act-refuse-role = Refuse the further role
act-bring-in = Bring { $actor } in
act-publish-process = Publish how you work
act-report-to = Report to { $line } from now on

explain-ask-permit = { $actor } decides. In the preparation it is given; in the crisis it takes a turn or more, and may be refused. Without it every such act waits for its own approval.
explain-give-permit = { $seat } may act at once from then on, without asking each time.
explain-put-hold = Nothing is contained, published or shared abroad by { $actor } while the hold lasts. The incident does not hold.
explain-lift-hold = { $actor } may work again.
explain-designate = States know from then on whom a norm protects: emergency teams are first responders, not targets, and are not to be used for attacks.
explain-sign-charter = To stay independent and never to harm another response team. The other signatories see a breach.
explain-accept-role = Who asks will be pleased. Those who report to you will think twice.
explain-refuse-role = You stay what you are. Who asked will not be pleased.
explain-bring-in = From technical work to diplomacy. The ministry is as well briefed as you have told it what you know; brought in before the criteria of escalation are met, it costs political capital.
explain-publish-process = A paper, or an entry in a diary of how norms are put to work: what you do with what you are told, whom you tell, who decides. Two turns later everybody trusts you a little more.
explain-report-to = Closer to power approvals are quicker; further from it peers speak more freely. Only before the exercise begins.

obstacle-held-up = a hold order keeps you from it
obstacle-needs-permit = it needs a pre-authorisation by { $actor }
obstacle-permit-granted = the pre-authorisation is in force
obstacle-permit-asked = { $actor } has been asked
obstacle-held-already = { $actor } is on hold
obstacle-not-held-up = { $actor } is not on hold
obstacle-designated = { $actor } is designated
obstacle-signed = you have signed it
obstacle-handed-over = { $actor } has come in
obstacle-line-already = you report there

read-granted = the pre-authorisation “{ $permit }” is in force
read-on-hold = { $actor } is on hold
read-designated = { $actor } is designated as an authorised response team
read-charter = { $actor } has signed the charter
read-charter-breaches = how often { $actor } broke the charter
read-handed-over = the ministry has come in on the matter of { $actor }
read-drifted = { $actor } has taken on a further role
read-papers = how often { $actor } published how it works

cause-approval = An approval takes its time
cause-threshold = The criteria of escalation were met

bot-why-leave = { $name }: leave is given in days, and it will be needed in minutes.
bot-why-holds = Before { $name } does anything more, somebody should look at it.
bot-why-lifts = { $name } has to be able to work.
bot-why-designates = Everybody should know that { $name } is a first responder, and no target.
bot-why-charter = It says what we hold anyway.
bot-why-role = Those who ask have a right to ask.
bot-why-independent = Nobody reports to a supervisor who need not.
bot-why-brings-in = This is becoming a matter for { $name }.
bot-why-open = Who shows how it works need not be believed.

board-house = House
board-house-about = What you have not cleared beforehand is cleared when there is least time. Tired people get routine work wrong; what matters lies among what does not.
board-house-people = People
board-house-fatigue = Fatigue
board-house-tickets = Tickets
board-house-tier = Capacity
board-house-norms = Norms
board-house-worked = { $worked } hours at work since the last rest; { $fresh } leave nobody tired.
board-house-rota = You work by a rota.
board-house-no-rota = There is no rota.
board-house-heap = { $tickets } waiting
board-house-room = Up to { $room } may wait; more than that costs hours in the next turn.
board-house-signal = Nearly all of it is routine. What is not is found by going through it.
board-house-aware = read
board-house-unaware = nobody here has read them
board-house-unaware-about = Diplomats have agreed on something that speaks of response teams. You can read it, or ask somebody who was there.
board-house-leave = Leave
board-house-permit = { $actor } gives it.
board-house-houses = Mandates
board-house-independence = independence { $independence }
board-house-on-hold = ON HOLD
board-house-line = Kind of house: { $kind }. Reports to { $line }.
board-house-approvals = A public act needs { $approvals } approvals; each may take a turn.
board-house-designated = Designated and published as an authorised response team.
board-house-offers = Offers of help
board-house-offer = From { $actor }: { $help }.
board-house-declared = Declared policy
board-house-policy = What matches it is cheaper; what contradicts it costs credibility.
board-house-charter = Charter of response teams
board-house-signed = signed
board-house-unsigned = not signed

## Ransom: what victims of extortion are advised, and what becomes of it.

what-demand = a demand for ransom
what-advice = what a victim is advised
what-pay-line = what a state says about ransoms
ransom-against = not to pay
ransom-facts = with the facts and no recommendation
ransom-stall = to go on talking and not to pay
ransom-forbid = no ransom may be paid
ransom-report = what is paid must be reported
ransom-shown-open = asked for money, nobody has advised it
ransom-shown-advised = asked for money, advised
ransom-shown-restored = runs again, and has not paid
ransom-shown-paid = has paid
ransom-shown-leaked = what was stolen is public

act-advise-victim = Advise { $actor } { $advice }
act-try-copies = Try to restore { $actor } from what copies there are
act-payment-line = Say in public: { $line }
explain-advise-victim = A letter that will be read in every inquiry. { $actor } decides; advice moves what it does, and words without hands are remembered as such.
explain-try-copies = Somebody's old disks, a bank's return files, a table in a drawer at { $actor }. Nobody knows whether it is enough before trying; if it is, there is nothing left to pay for.
explain-payment-line = The line of a whole state. Where payment is forbidden fewer pay, and hardly any who do report it; where it is only to be reported more pay, and somebody sees the account.

tell-ransom-demanded = { $actor } was asked for a ransom
tell-ransom-advised = { $by } advised { $actor } { $advice }
tell-copies-restored = { $by } restored { $actor } from copies: it need not pay
tell-copies-useless = { $by } tried the copies of { $actor }, and they were not enough
tell-ransom-line = { $actor } said in public that { $line }
tell-ransom-paid = { $actor } paid the ransom, and what it got works
tell-ransom-paid-in-vain = { $actor } paid the ransom, and what it got does not work
tell-ransom-reported = { $actor } reported that it paid
tell-ransom-again = A second bill came to { $actor }
tell-ransom-leaked = What was stolen from { $actor } is on the extortionists' page

obstacle-ransom-settled = the matter of { $actor } is settled
obstacle-ransom-advised = { $actor } has been advised
obstacle-copies-tried = the copies of { $actor } have been tried
obstacle-line-taken = that is your line already

read-ransom-demanded = { $actor } was asked for a ransom
read-ransom-advised = { $actor } was advised on the ransom
read-ransom-paid = { $actor } paid the ransom
read-ransom-reported = { $actor } reported that it paid
read-ransom-restored = { $actor } runs again without having paid
read-ransom-leaked = what was stolen from { $actor } is public
read-ransom-line = { $actor } has a line on ransoms

cause-extortion = Victims of extortion decide, and extortionists publish
bot-why-ransom = { $name } should not decide alone.
bot-why-copies = If { $name } runs again it need not pay.
bot-why-payment-line = Somebody has to say whether ransoms are paid.

board-house-ransom = Ransom
board-house-ransom-about = The victim decides, and owns the fact. Advice moves it, copies may end it, and paying may not.
board-house-line-on-ransom = Our line on ransoms
