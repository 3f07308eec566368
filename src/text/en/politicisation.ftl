## Politicisation: how far a response team is seen as an instrument of its state's politics.

what-team = a CERT with a history

shown-politicised = { $level } · { $repute }
repute-technical = a technical team
repute-close = close to its government
repute-instrument = taken for an instrument

line-independent = nobody but its own statute
line-regulator = the regulator
line-ministry = a ministry
line-service = a security service

order-support = operational support
order-podium = a place on the podium
order-tasking = collection for others

read-politicised = How politicised { $cert } is
read-political-orders = Political instructions to { $cert }
read-operational-orders = Operational instructions to { $cert }

tell-politicised = { $cert } is politicised by { $by }, now { $now }: { $why }
tell-instructed = { $by } instructs { $cert }: { $order }
tell-instructed-told = { $cert } is instructed: { $order }
tell-refuses-quote = { $cert } refuses to be quoted
tell-process-paper = { $cert } publishes how it works
tell-put-under = { $cert } answers to { $line } from now on

politicised-told = the story moved it
politicised-podium = it stood on a podium
politicised-tasking = it was tasked to collect for others
politicised-offensive = it was used against others
politicised-quoted = its work was quoted in an attribution
politicised-confided = it contributed to an attribution in confidence
politicised-panel = its peers saw what it contributed
politicised-declined = it declined to contribute
politicised-held = an order held its work
politicised-quiet = it was left to its work
politicised-own-voice = it was let to speak for itself
politicised-refused = it refused to be quoted
politicised-process = it showed how it works

cause-held-by-order = A political order holds the team's work
cause-quiet-work = A team that is left to its work is seen as a technical one again
cause-chill = Teams of other regions keep away from one they take for an instrument

act-instruct-support = Give { $cert } hands and hours for its own work
act-instruct-podium = Put { $cert } on the podium
act-instruct-tasking = Task { $cert } to collect for the services
act-own-voice = Take { $cert } off the podium and let it speak for itself
act-put-under = Put { $cert } under { $line }
act-refuse-quote = Refuse to be quoted
act-process-paper = Publish how the team works

about-instruct-support = An operational instruction, logged as such. It gives the team hours in its next turn and politicises nothing.
about-instruct-podium = A political instruction, logged as such. It calms the public and gains capital; the team is politicised, and teams abroad notice.
about-instruct-tasking = A political instruction, logged as such. It politicises the team and may be read as misuse of a response team (norm k, contested).
about-own-voice = Says in public that the team's work is the team's. Costs a little capital and lets it be a technical team again.
about-put-under = Changes the team's line in the organigram. The further a line is from politics, the less of what is political reaches the team.
about-refuse-quote = The team's words stay the team's for some turns. Its ministry likes it less, its peers understand it.
about-process-paper = A paper on how the team decides and what it passes to whom. Two turns later everybody who reads such papers trusts it a little more. Once an exercise.

obstacle-not-your-team = { $actor } is no team of yours to instruct
obstacle-refuses-podium = { $actor } refuses to be quoted until turn { $turn }
obstacle-not-politicised = { $actor } speaks for itself already
obstacle-same-line = { $actor } answers there already
obstacle-process-published = it is published already
obstacle-refuses-already = you refuse already, until turn { $turn }
