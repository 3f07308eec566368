## Standing actions: names and one-line descriptions.

act-share = Share “{ $fact }” with { $to } under { $tlp }
act-share-derived = Share a version of “{ $fact }” without its source with { $to } under { $tlp }
act-derive = Make a version of “{ $fact }” without its source
act-relabel = Ask the source to put “{ $fact }” under { $tlp }
act-advise = Publish an advisory: “{ $fact }”
act-advise-derived = Publish an advisory from “{ $fact }” without its source
act-analyse = Verify “{ $fact }”
act-ask = Ask { $of } what it knows
act-contain = Request containment: { $zone }
act-notify = Notify the victims: { $community }
act-report = Report: { $duty }
act-contact = Keep in touch with { $with }
act-hold = Hold

act-share-text = Passing a fact on builds trust and helps those who can act on it. Its label says how far it may go.
act-derive-text = Indicators only, the source stripped. A version you made can go out under its own label.
act-relabel-text = The source decides how far its fact may go; how much it trusts you decides what it answers.
act-advise-text = Everybody in the technical community who reads advisories will know, and so may the adversary.
act-analyse-text = Your analysts look whether it holds. What nobody verified can misfire.
act-ask-text = Who trusts you answers with something it may pass on.
act-contain-text = The owner of the systems acts, not you. Trust and a request that names what to look for raise the odds.
act-mitigate-text = You ship a mitigation to those who run your product. Whether they apply it is theirs to decide.
act-notify-text = People learn what happened to them: the harm is better known, and part of what was still to come is averted.
act-report-text = File the report the law asks for, before its deadline.
act-contact-text = Trust fades between those who never talk.
act-hold-text = Wait, on purpose.

forecast-about = about { $percent } in 100
forecast-odds-from-to = { $low ->
    [0] at most { $high } in 100
   *[other] { $high ->
        [100] at least { $low } in 100
       *[other] { $low } to { $high } in 100
    }
}
forecast-certain = certain
forecast-never = none
forecast-one = { $number }
forecast-from-to = { $low } to { $high }
forecast-work-does = Units of work it does: { $range }.
forecast-work-lacks = Units of work the fix lacks: { $range }.
forecast-agrees = Chance that they agree: { $range }.
forecast-answers = Chance of an answer: { $range }.
forecast-acts = Chance that the owner acts: { $range }.
forecast-frees = What it may contain: { $range } { $most ->
    [one] organisation
   *[other] organisations
}.
forecast-finds = Chance to find somebody who answers: { $range }.
forecast-gets-through = Chance that it gets through without an address: { $range }.
forecast-adopted = Chance that it is adopted as it stands: { $range }.
forecast-traced = Chance that it is traced to you: { $range }.
forecast-assents = Chance, each turn, that they assent: { $range }.
forecast-badly-drafted = Chance that it does more than it should, since no technical team was consulted: { $range }.
forecast-hours = Hours until the answer: { $range }.
forecast-fix-holds = Chance that the fix breaks nothing: { $range }.
forecast-approved = Chance of approval: { $range }.
forecast-turns = Turns it waits for approval: { $range }.
forecast-copies = Chance that the copies can be restored: { $range }.
forecast-report-leaks = Chance that the report gets out: { $range }.
forecast-stay-home = Chance that they stay at home, since nobody answers for them: { $range }.
forecast-goes-wrong = Chance that they break something, since nobody wrote down what they are for: { $range }.
