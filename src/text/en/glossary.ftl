## The glossary: a term, .also other names, .text, .source.
## In our own words; numbers and dates as in the named source. TLP labels are never translated.

glossary-aar = AAR
    .also = after-action report
    .text = The written account of an exercise: what was meant to happen, what did, the strengths, and the areas for improvement with what will be done about them. It looks at plans and arrangements, not at persons.
    .source = HSEEP 2020

glossary-agency-state = agency state
    .text = A state in which one authority can decide on cyber matters within its mandate. Faster than a committee, and more exposed when it errs.

glossary-attribution = attribution
    .text = Saying who is responsible for an attack. Two things with one name: the technical finding, which has a confidence and can be wrong, and the political decision to say so, which each state takes for itself. Nothing follows from it automatically, and waiting is a legitimate decision.

glossary-aware = becoming aware
    .also = trigger word
    .text = The moment that starts a reporting clock. Regimes choose different words for it: one counts from being aware, another from knowing, a third from determining that the matter is material. The same incident can therefore start several clocks hours or days apart.

glossary-budapest-convention = Budapest Convention
    .also = 24/7 network
    .text = The Council of Europe's convention on cybercrime. Its Article 35 has each party keep a contact point that answers around the clock, to preserve data and to help with evidence.
    .source = Convention on Cybercrime, Article 35

glossary-cbm = CBM
    .also = confidence-building measure
    .text = An arrangement between states that makes a crisis less likely to be misread: known contact points, shared terminology, consultations, joint drills. Voluntary, cheap before an incident and nearly impossible to improvise during one.
    .source = OSCE decisions PC.DEC/1106 and PC.DEC/1202; OAS resolution CICTE/RES.1/18

glossary-cert = CERT
    .also = computer emergency response team
    .text = A team that receives reports of incidents, warns those concerned and helps them recover. A national CERT does so for a country and is the address other countries write to. It lives on the trust of its peers.
    .source = FIRST

glossary-chatham-house = Chatham House Rule
    .text = What was said may be used; who said it, and who was there, may not be revealed. It can be combined with a TLP label.

glossary-collective-countermeasures = collective countermeasures
    .text = Countermeasures by states that were not themselves injured, in support of one that was. Whether the law allows them is contested: some states say so, many do not.
    .source = contested among states

glossary-committee-state = committee state
    .text = A state in which several ministries must agree before anything is done abroad or said in public. Slower than an agency state, and steadier once it has decided.

glossary-contingency = contingency inject
    .also = contingency
    .text = An inject held back and used only if an expected action did not happen, so that the exercise still reaches what it is meant to exercise.
    .source = HSEEP 2020

glossary-countermeasure = countermeasure
    .text = An act that would break an obligation and is lawful only as an answer to another state's breach: aimed at that state alone, after calling on it to stop unless the matter is urgent, proportionate, reversible where possible, never force, never at the cost of fundamental human rights, and ending when the wrong ends.
    .source = Articles on State Responsibility (2001), Articles 49-53

glossary-cra = CRA
    .also = Cyber Resilience Act
    .text = The European Union's law on products with digital elements. From 11 September 2026 a manufacturer that becomes aware of an actively exploited vulnerability or a severe incident warns within 24 hours and notifies within 72.
    .source = Regulation (EU) 2024/2847, Article 14

glossary-csirt = CSIRT
    .also = computer security incident response team
    .text = The same as a CERT, under the name that standards and laws prefer. Many older teams keep CERT in their names.
    .source = FIRST

glossary-cvd = CVD
    .also = coordinated vulnerability disclosure
    .text = Telling the maker of a flawed product first, agreeing on a date, and publishing when a fix can be had. With several makers a coordinator keeps them in step.
    .source = ISO/IEC 29147; FIRST Multi-Party Guidelines v1.1

glossary-cyber-diplomacy-toolbox = cyber diplomacy toolbox
    .also = toolbox
    .text = The European Union's framework for joint diplomatic answers: preventive, cooperative, stability and restrictive measures, and support to a member's own lawful response. A menu and not a ladder; many of its measures need no attribution.
    .source = Council conclusions of 19 June 2017; revised guidelines 10289/23

glossary-demarche = démarche
    .text = A formal approach by one government to another: a diplomat calls, says what the government wishes to say and usually leaves a paper. It can be friendly or sharp, public or private. Quiet ones can be repeated; loud ones cannot be taken back.

glossary-due-diligence = due diligence
    .text = Taking reasonable, feasible steps when one's territory is used to harm another state. It asks for no general monitoring, and being told does not prove being responsible. Whether it binds as law in this field is contested.
    .source = contested among states; cf. A/70/174, paragraph 13 (c)

glossary-embargo = embargo
    .text = An agreement to say nothing about a vulnerability until a date. It ends at once when the flaw becomes public or an exploit does, and should end when attacks are seen. The more parties know, the likelier a leak.
    .source = CERT/CC Vultron; FIRST Multi-Party Guidelines v1.1

glossary-endex = EndEx
    .text = The call that ends an exercise. From then on nothing said is play, and everything may be shown.
    .source = HSEEP 2020

glossary-ethicsfirst = EthicsfIRST
    .text = The code of ethics of the response teams' own forum: twelve duties, among them trustworthiness, confidentiality, informing those concerned, and recognising where one's jurisdiction ends.
    .source = ethicsfirst.org

glossary-expected-action = expected action
    .text = What the plan says the players should do about an inject. Controllers watch for it; players never see it. Not doing it can be wise, and the debrief asks why.
    .source = HSEEP 2020

glossary-false-flag = false flag
    .text = Traces laid on purpose so that an attack looks like somebody else's work. A reason to open other hypotheses before naming anybody.

glossary-first = FIRST
    .text = The Forum of Incident Response and Security Teams, founded in 1990: the association in which response teams of the whole world know one another. It keeps the Traffic Light Protocol.
    .source = first.org

glossary-harm = harm
    .text = What an attack does to people: patients turned away, wages unpaid, aid not delivered. Counted by community, direct and indirect, and never in money alone. Unverified harm has a range; evidence narrows it.
    .source = CyberPeace Institute, harms methodology

glossary-hot-wash = hot wash
    .also = hotwash, hot debrief
    .text = The talk right after the end, while memory is fresh: what went well, what was hard, what surprised. The report comes later.
    .source = HSEEP 2020; NIST SP 800-84

glossary-incident-response-exemption = incident-response exemption
    .text = A clause in sanctions or export rules that lets response teams go on exchanging what is needed to stop an attack. Where it was forgotten, channels close at the worst moment.
    .source = FIRST, release of 18 September 2019

glossary-indicator = indicator
    .also = IOC, indicator of compromise
    .text = A trace that shows an intrusion: an address, a file's fingerprint, a pattern of behaviour. It ages within days, because attackers change what is known about them. Shared early it protects others; shared carelessly it warns the attacker.

glossary-inject = inject
    .text = One piece of information put to the players at a time and through a channel: a call, a report, a headline. The exercise moves by injects.
    .source = HSEEP 2020

glossary-joint-statement = joint statement
    .text = A text several states publish together. Its weight is how strong it is, times how many regions carry it, less the time it took. Naming an actor narrows the circle that signs.

glossary-listing = listing
    .also = sanctions listing, restrictive measures
    .text = Putting persons or bodies on a sanctions list: their assets are frozen, nobody may pay them, persons may not travel in. In the European Union it takes unanimity, and it does not amount to attributing responsibility to a state.
    .source = Decision (CFSP) 2019/797; Regulation (EU) 2019/796

glossary-mandate = mandate
    .text = What a team may do without asking. What was not authorised beforehand shows as delay at the worst moment.

glossary-mlat = MLAT
    .also = mutual legal assistance
    .text = The formal way to get evidence from another country: slow, and the only way that holds in court. Preservation can be asked for at once and separately.

glossary-msel = MSEL
    .also = master scenario events list
    .text = The ordered list of an exercise's injects: number, time, from, to, channel, text, expected action. The staff run the exercise by it; players do not see it.
    .source = HSEEP 2020

glossary-naming = naming
    .also = public attribution
    .text = Saying in public which state or group did it. It cannot be taken back, it invites an answer, and it costs the CERT whose work is quoted some of its peers' trust.

glossary-necessity = necessity
    .text = The plea that an otherwise unlawful act was the only way to protect an essential interest against a grave and imminent peril. It needs no attribution and has a very high threshold.
    .source = Articles on State Responsibility (2001), Article 25

glossary-nis2 = NIS2
    .text = The European Union's directive on the security of essential and important entities. On becoming aware of a significant incident: an early warning within 24 hours, a notification within 72, a final report one month after the notification. The receiving team owes an answer, where possible within 24 hours of the early warning.
    .source = Directive (EU) 2022/2555, Article 23

glossary-norm-a = norm (a)
    .also = norm a, 13a
    .text = States work together, in line with the purposes of the United Nations, on measures that keep the use of ICT stable and secure, and prevent practices known to be harmful.
    .source = A/70/174, paragraph 13 (a); voluntary, addressed to states

glossary-norm-b = norm (b)
    .also = norm b, 13b
    .text = When something happens, weigh all that is relevant: the wider context, how hard attribution is, the nature and extent of the consequences.
    .source = A/70/174, paragraph 13 (b); voluntary, addressed to states

glossary-norm-c = norm (c)
    .also = norm c, 13c
    .text = Do not knowingly let your territory be used for internationally wrongful acts by means of ICT. On a credible notice, take reasonable and feasible steps. There is no duty to monitor everything, and a notice proves no responsibility.
    .source = A/70/174, paragraph 13 (c); voluntary, addressed to states

glossary-norm-d = norm (d)
    .also = norm d, 13d
    .text = Consider how best to exchange information, assist one another and prosecute terrorist and criminal use of ICT.
    .source = A/70/174, paragraph 13 (d); voluntary, addressed to states

glossary-norm-e = norm (e)
    .also = norm e, 13e
    .text = Respect human rights on the internet, privacy and free expression among them, also when security presses.
    .source = A/70/174, paragraph 13 (e); voluntary, addressed to states

glossary-norm-f = norm (f)
    .also = norm f, 13f
    .text = Do not conduct or knowingly support ICT activity, contrary to obligations under international law, that intentionally damages critical infrastructure serving the public or impairs its use.
    .source = A/70/174, paragraph 13 (f); voluntary, addressed to states

glossary-norm-g = norm (g)
    .also = norm g, 13g
    .text = Take measures to protect your own critical infrastructure from ICT threats.
    .source = A/70/174, paragraph 13 (g); voluntary, addressed to states

glossary-norm-h = norm (h)
    .also = norm h, 13h
    .text = Answer appropriate requests for help from a state whose critical infrastructure is under malicious ICT attack, and appropriate requests to mitigate such activity coming from your territory, with regard for sovereignty.
    .source = A/70/174, paragraph 13 (h); voluntary, addressed to states

glossary-norm-i = norm (i)
    .also = norm i, 13i
    .text = Take reasonable steps for the integrity of the supply chain, so that users can have confidence in products; seek to prevent the spread of malicious tools and of hidden harmful functions.
    .source = A/70/174, paragraph 13 (i); voluntary, addressed to states

glossary-norm-j = norm (j)
    .also = norm j, 13j
    .text = Encourage responsible reporting of vulnerabilities and share the remedies that are available, to limit or remove threats.
    .source = A/70/174, paragraph 13 (j); voluntary, addressed to states

glossary-norm-k = norm (k)
    .also = norm k, 13k
    .text = Do not conduct or knowingly support activity that harms the systems of another state's authorised emergency response teams, and do not use your own teams for malicious international activity. Read since as: keep response teams out of politics.
    .source = A/70/174, paragraph 13 (k); A/76/135; voluntary, addressed to states

glossary-note-of-concern = note of concern
    .text = A written message that something is being watched with worry, without an accusation. It can be sent the same day and leaves every door open.

glossary-note-verbale = note verbale
    .text = A formal letter between a ministry and an embassy, written in the third person and not signed. Heavier and slower than a telephone call, and it stays in the files.

glossary-objective = objective
    .text = What an exercise is meant to exercise, in words that can be observed. Each rests on critical tasks, and each task on evidence from the play.
    .source = HSEEP 2020

glossary-oewg = OEWG
    .also = open-ended working group
    .text = The United Nations group, open to all states, that discussed security in the use of ICT from 2021 to 2025. Its final report led to a permanent Global Mechanism.
    .source = A/80/257; A/RES/80/16

glossary-pap = PAP
    .also = permissible actions protocol
    .text = A community convention that says what may be done with information, while TLP says who may see it. It is not part of the Traffic Light Protocol.

glossary-poc-directory = PoC directory
    .also = global points of contact directory, contact directory
    .text = The United Nations' list of diplomatic and technical contact points, in operation since 9 May 2024. A ping finds out whether an entry is still alive; many a crisis finds out the other way.
    .source = A/RES/78/237; UNODA

glossary-politicisation = politicisation
    .text = What happens to a CERT whose work is used for politics: it is quoted in accusations, put on a podium, tasked for intelligence. Its peers abroad then share less, whatever it does.

glossary-psirt = PSIRT
    .also = product security incident response team
    .text = A maker's own team for flaws in what it makes: it receives reports, has the fix built and tells customers.

glossary-qualified-majority = qualified majority
    .text = A decision that needs more than half but not everybody. Where a region decides by unanimity or consensus instead, one voice can hold a text.

glossary-ransomware = ransomware
    .text = Malicious software that locks data, and often copies it first, to demand money. Paying buys neither certainty nor silence, and in some places has to be reported.

glossary-retorsion = retorsion
    .text = An unfriendly but lawful act: recalling a diplomat, ending a programme, refusing a visit. It needs no breach by the other side.

glossary-rfi = RFI
    .also = request for information
    .text = A formal question to another team or to control. Asking costs little and shows what one is worried about.

glossary-seat = seat
    .text = A position at the table: a national CERT, a ministry, a vendor. A person or a bot holds it and knows only what that seat knows.

glossary-silence-procedure = silence procedure
    .text = A draft is circulated with a deadline; whoever does not break silence by then has agreed. Fast, and unkind to those in another time zone.

glossary-simcell = SimCell
    .also = simulation cell, white cell
    .text = The staff who play everybody outside the table: journalists, partners, the public.
    .source = HSEEP 2020

glossary-startex = StartEx
    .text = The call that starts an exercise. Exercise time counts from here: T+01:30 is an hour and a half later.
    .source = HSEEP 2020

glossary-takedown = takedown
    .text = Having a server or a domain switched off, usually by its host or registry on request. It stops the harm there, and it can destroy evidence, alert the attacker or be misread abroad.

glossary-threshold = armed-attack threshold
    .also = self-defence
    .text = The scale and effects above which the Charter's right of self-defence applies. Nearly everything in this field stays below it.
    .source = Charter of the United Nations, Article 51

glossary-tlp = TLP
    .also = traffic light protocol
    .text = Four labels with which the source of information says how far it may go: TLP:RED, TLP:AMBER, TLP:GREEN and TLP:CLEAR; TLP:AMBER+STRICT is a stricter AMBER. Going further needs the source's leave. A convention among those who share, not a legal classification.
    .source = FIRST, TLP 2.0 (August 2022)

glossary-tlp-amber = TLP:AMBER
    .also = amber
    .text = For those in the recipient's organisation and among its clients who need to know it. For a national team, clients include its constituents.
    .source = FIRST, TLP 2.0

glossary-tlp-amber-strict = TLP:AMBER+STRICT
    .also = amber+strict, amber strict
    .text = For those in the recipient's organisation who need to know it, and nobody else.
    .source = FIRST, TLP 2.0

glossary-tlp-clear = TLP:CLEAR
    .also = clear, TLP:WHITE
    .text = No limit on sharing. Until August 2022 it was called TLP:WHITE.
    .source = FIRST, TLP 2.0

glossary-tlp-green = TLP:GREEN
    .also = green
    .text = For the recipient's community, but not through channels the public can reach.
    .source = FIRST, TLP 2.0

glossary-tlp-red = TLP:RED
    .also = red
    .text = For the named recipients only; in a meeting, for those present. Not even for a colleague.
    .source = FIRST, TLP 2.0

glossary-trust = trust
    .text = What makes one team share with another before it has to. Slow to earn, quick to lose, fading without contact. Part of it belongs to persons and leaves with them.
