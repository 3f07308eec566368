## The after-action report.

report-title = After-action report
report-banner = EXERCISE · EXERCISE · EXERCISE
report-banner-said = Everything in this document is part of an exercise.
report-for = Seen from: { $seats }
report-unfinished = The exercise has not ended. This is how far it has come.
report-contents = Contents
report-own = yours
report-none = Nothing to report.
report-turn = Turn
report-turn-short = Turn { $turn }

report-overview = Overview
report-scenario = Scenario
report-played = Played
report-played-turns = { $turns ->
    [one] one turn, to { $length }
   *[other] { $turns } turns, to { $length }
}
report-date = Date
report-place = Place
report-director = Exercise director
report-evaluators = Evaluators
report-content-note = Content note
report-participants = Participants
report-seat = Seat
report-organisation = Organisation
report-holder = Held by
report-wanted = What it wanted, at the beginning → at the end

report-ending = How it ended
report-early = before the last turn
report-decided-by = What decided it, as it stood at the end:
report-other-endings = How else it could have ended
report-other-endings-about = No ending is the right one. What each of the others would have taken:
report-it-looked-at = At the end:

report-points = Turning points
report-points-about = The choices, messages and pieces of chance that most came of, by what can be traced from cause to cause. Changes are measured against the range of what they changed, so that trust, harm and spread can stand side by side. What nobody did leaves no trace, and weighs nothing here.
report-point-share = { $percent } % of the change that can be traced

report-timeline = Timeline
report-timeline-text = { $turns } turns, { $injects } injects, { $acts } acts. The table below says the same in words.
report-lane-injects = Injects
report-rimmed = with a rim: an answer to a decision
report-turn-by-turn = Turn by turn
report-arrived = What arrived
report-done = What the seats did
report-happened = What else happened
report-by-hand = by hand

report-decisions = Decision record
report-decisions-about = Every decision with who put it, what could be chosen, who decided, why, and what came of it. No choice is marked right or wrong.
report-put-by = Put by
report-options = Options
report-technical = Technical advice
report-legal = Legal advice
report-political = Political advice
report-taken = taken
report-by-default = by default
report-lapsed = lapsed
report-rationale = Rationale
report-rationale-plan = Rationale given with the plan
report-no-rationale = none given
report-note = Note
report-followed = What followed
report-nothing-followed = Nothing that can be traced.
report-standing = Standing actions
report-time = Time
report-owner = Owner
report-did = Action
report-cost = Cost
report-hours = { $hours } h
report-capital = { $capital } capital

report-fog = What was known, and by whom
report-fog-about = For each turn in which a seat decided: what had newly been shown to it, what was true, and who held the missing piece since when, under which marking.
report-shown = What had been shown
report-was-true = What was true
report-missing = Who held the missing piece
report-not-shown = not shown
report-from = from { $name }
report-derived = without its source
report-verified = verified
report-held-by = { $actor } since turn { $turn }, { $label }
report-and-others = { $count ->
    [one] and one other
   *[other] and { $count } others
}
report-reached = reached the seat in turn { $turn }
report-never-reached = never reached the seat
report-still-held = Still at hand:
report-still-missing = Still missing:

report-sharing = Sharing ledger
report-from-col = From
report-to-col = To
report-what = What
report-label = Label
report-way = How
report-breach = outside its label
report-breaches = Labels left, and where it leaked
report-no-breach = Nothing was logged as shared outside the boundary of its label.
report-found = It came out in turn { $turn }, { $time }.
report-not-found = It never came out.
report-kept = What stayed with those who had it

report-duties = Duties
report-duty = Duty
report-started = Clock started
report-due = Due
report-reported = Reported
report-outcome = Outcome
report-to = to { $name }

report-people = Harm to people
report-people-about = The true numbers, in points. In play everybody saw a range, as wide as the evidence was thin.
report-community = Community
report-direct = Direct
report-secondary = Secondary
report-latent = Latent
report-evidence = Known
report-told = Last told
report-never = never
report-came-from = What it came from, in points
report-borders = At home and abroad
report-borders-about = An exercise is judged at home; the damage is not. In play each seat saw mostly its own side.
report-home-of = Home of
report-organisations = Organisations
report-worst = Compromised at worst
report-at-end = Compromised at the end
report-contained = Contained
report-harm = Harm to people
report-home = at home
report-abroad = elsewhere
report-went-out = Compromised elsewhere by way of here: { $count }
report-came-in = Compromised here by way of elsewhere: { $count }

report-norms = Responsibility profiles
report-norms-about = A baseline and the acts that bore on it, each with its evidence. Profiles are not scores and are not added up. The eleven norms (a) to (k) are voluntary and speak to states; firms, CERTs and NGOs answer to the norms of their communities. “Strained” is a description, not a finding of law.
report-state = organ of a state
report-norm = Norm
report-baseline = What was expected
report-acts = Acts
report-no-deviation = no act noted
report-diplomacy = What technical work meant between states
report-diplomacy-about = CERTs and vendors seldom see themselves as diplomats. This is how organs of states and organisations of other regions came to see them by what they shared, contained or waited with.
report-diplomacy-none = Nothing that can be traced.

report-states = Where each state stands at the end
report-states-about = Two indicators, and four pillars: implementing norms, monitoring, building capacity, attributing. Each act feeds one pillar at most, by what it moved. The numbers count acts, not their worth; a state may have good reasons to leave a pillar empty.
report-continuity = Infrastructure that goes on: of a hundred organisations at home { $start } were whole at the start, { $worst } at worst, { $end } at the end.
report-institutions = Institutions that are believed: of those abroad and in other organisations whose mind changed, the average trust in the state's organs was { $start } at the start, { $worst } at worst, { $end } at the end.
report-pillar = Pillar
report-pillar-count = How many

report-course = The course of things
report-charts-situation = Situation
report-charts-spread = Spread
report-charts-people = Harm to people, in points
report-charts-trust-in = Trust in those at the table
report-charts-trust-out = Trust of those at the table

report-objectives = Analysis of objectives
report-objectives-about = What the log shows proposes a rating; a person disposes of it. Strengths and areas for improvement are for you to write.
report-task = Critical task
report-evidence-log = In the log
report-proposed = Proposed
report-rated = Rating
report-no-evidence-rule = not to be seen in the log
report-holds = shown
report-holds-since = shown from turn { $turn } on
report-does-not-hold = not shown
report-exercised-by = Exercised by:
report-strengths = Strengths
report-areas = Areas for improvement
report-ratings-legend = P, Performed without Challenges: the objective was met, at no cost to other activities and according to plan. S, Performed with Some Challenges: met likewise, but room to do it better was found. M, Performed with Major Challenges: met, but it hurt other activities, raised risk or departed from plan. U, Unable to be Performed: the objective was not met. Ratings are optional in discussion-based exercises.

report-plan = Improvement plan
report-plan-about = Corrective actions without an owner and a retest do not happen.
report-plan-area = Area for improvement
report-plan-action = Corrective action
report-plan-element = Capability element
report-plan-owner = Owner
report-plan-start = Start
report-plan-due = Due
report-plan-retest = Retest

report-unprepared = What could be ready next time
report-unprepared-about = All of this was possible in the quiet turn before the incident, and was not done then. Whoever plays again can begin with it.
report-unprepared-line = { $seat }: { $act } ({ $hours } h; { $when })
report-unprepared-act = Preparation
report-unprepared-hours = Hours
report-unprepared-when = This time
report-unprepared-late = done in turn { $turn }, when it was needed
report-unprepared-never = not done

report-motions = Motions for the discussion
report-motions-about = Vote by show of hands before the debrief is read, and again after it; write down those for, those against and those undecided. What counts is the shift, and who can say why. Each motion has a probing question from policy and one from technicians: ask the other side's.
report-motion = Motion
report-motion-probing = Probing questions
report-motion-before = Before
report-motion-after = After
report-motion-shift = Shift
report-motion-diplomacy = What response teams do across borders is diplomacy.
report-motion-diplomacy-policy = Policy: which thing that a team did here committed its state to something, and who had agreed to that?
report-motion-diplomacy-technical = Technical: what would you not have been told if those who told you had thought they were speaking to a ministry?
report-motion-help = Co-operation between response teams can help when states quarrel.
report-motion-help-policy = Policy: where did a channel between teams hold when that between ministries did not, and what did keeping it cost?
report-motion-help-technical = Technical: which part of this incident could no team have ended, however well teams got on?
report-motion-formal = The norms that protect response teams should be made formal.
report-motion-formal-policy = Policy: which act in this exercise would have been forbidden, and who would have found that it was done?
report-motion-formal-technical = Technical: what did you do for another team that a formal text would have made you ask leave for?

report-conduct = How the exercise was run
report-overrides = Interventions
report-no-overrides = Nobody intervened.
report-troubles = Scripts that failed
report-no-troubles = None.
report-notes = Ratings and remarks
report-no-notes = None.
report-by = By
report-about = About
report-remark = Remark

report-facts = What was true
report-facts-about = Every fact of the story. In play nobody saw this column.
report-fact = Fact
report-held-at-end = Who held it at the end

report-beneath = What lay beneath
report-beneath-about = Who did it, what stories were worth, and what each state would have signed. In play nobody saw this.
report-said = What could be said
report-said-by = Who said it in public
report-state-reads = State, and how it reads responsibility
report-wishes = What it wished for
report-red-lines = What it would not sign

report-sources = Modelled on
report-no-advice = States, organisations and persons of the story are invented. Nothing here is legal advice.
report-tlp = Labels (TLP 2.0)
report-terms = Terms
report-provenance = Where this report comes from
report-log = Log
report-forked-from = Forked after line (hash, number)
report-log-lines = { $lines } lines
report-no-log = not kept
report-package = Scenario as played
report-seed = Seed
report-version = Version
report-rederive = The same log gives the same report, byte for byte. “demarche replay LOG --verify” decides the whole exercise again and compares; “demarche report LOG” writes this report again.
