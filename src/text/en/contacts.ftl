## Contacts: the directory, what becomes of addresses, and what one can do about them.

what-club = a forum of response teams
what-concern = what a contact deals with
what-route = a route
what-rendering = the same fact in other words
what-register = the words of a community

contacts-technical = technical
contacts-diplomatic = diplomatic
contacts-policy = policy
contacts-law-enforcement = law enforcement
language-ar = Arabic
language-de = German
language-en = English
language-es = Spanish
language-fr = French
language-id = Indonesian
language-ja = Japanese
language-pt = Portuguese
language-sw = Swahili
language-th = Thai
language-vi = Vietnamese
language-zh = Chinese

contacts-formal = note verbale
contacts-personal = personal

contacts-shown-fresh = confirmed in turn { $turn }
contacts-shown-aged = last confirmed in turn { $turn }
contacts-shown-noted = { $when ->
    [never] never confirmed
   *[other] confirmed { $when }
}
contacts-shown-unproven = never tried
contacts-shown-asked = asked, answer in turn { $turn }
contacts-shown-dead = nobody is there
contacts-shown-open = { $percent } % gets through
contacts-row-channel = Channel to { $actor }
contacts-row-dead-ends = Dead ends met by { $actor }
contacts-row-misreadings = Misunderstandings of { $actor }
contacts-words-technical = for response teams
contacts-words-diplomatic = for diplomats
contacts-words-legal = for lawyers and police
contacts-bond-markings = { $actor }: a table of what labels and markings are called
contacts-bond-found = { $actor }: a desk that answers was found
contacts-bond-door = { $actor }: the door that the response teams opened
contacts-bond-forum = { $actor }: member of the same forum
contacts-bond-gateway = { $actor }: an arrangement for lawful sharing
contacts-bond-meeting = { $actor }: a safe channel until turn { $turn }
contacts-bond-meeting-to-be = { $actor }: a meeting in a neutral place
contacts-waits-for = waits for { $actor } - { $what }
contacts-asked-by = { $actor } has offered it and waits for you - { $what }

tell-contact-stale = The { $concern } address of { $actor } in the directory of { $holder } went stale
tell-contact-answers = { $actor } answered at the { $concern } address in the directory of { $holder }
tell-contact-dead = Nobody is at the { $concern } address of { $actor } any more
tell-contact-note = { $holder } asked { $actor } by note verbale for the present { $concern } address
tell-contact-refreshed = The { $concern } address of { $actor } is up to date
tell-dead-end = { $by } did not get through to { $with }
tell-search-dead-end = { $by } looked for somebody at { $with } and came to a dead end
tell-path-found = { $by } found a desk at { $with } that answers
tell-forum-path = { $by } and { $with } know each other from a forum
tell-door-offered = { $by } would open a door between the ministries if { $with } agrees
tell-door-refused = { $with } would not open a door for the ministry of { $by }
tell-door-open = The response teams opened a door between { $by } and { $with }
tell-gateway-offered = { $by } proposed an arrangement for lawful sharing to { $with }
tell-gateway-refused = { $with } would not enter an arrangement for lawful sharing with { $by }
tell-gateway-made = { $by } and { $with } have an arrangement for lawful sharing
tell-meeting-offered = { $by } would meet { $with } in a neutral place
tell-meeting-refused = { $with } would not meet { $by }, not even in a neutral place
tell-meeting-held = { $by } and { $with } met in a neutral place; nobody committed to anything, and the channel is safe for a while
tell-club-joined = { $by } joined the forum of { $with }
tell-club-suspended = { $by } was suspended from the forum of { $with }
tell-channel-closed = The channels of { $actor } closed: it is listed
tell-channel-moved = Of what is sent to and from { $actor }, { $percent } % gets through

tell-rendered = { $by } wrote “{ $fact }” { $words }
tell-misread = { $by } took “{ $fact }” from { $with } for what it does not say
tell-read-in-words = { $by } had “{ $fact }” from { $with } in words of its own
tell-clarified = { $by } asked { $with } what “{ $fact }” means, and had understood it
tell-put-right = { $by } had misunderstood “{ $fact }” from { $with }; the two put it right
tell-came-apart = { $by } had misunderstood “{ $fact }” from { $with }, and it came out in front of others
tell-filed = The registry of { $by } has no drawer for the label of “{ $fact }” and filed it as classified
tell-unfiled = “{ $fact }” came out of the registry of { $by } under the label { $with } had given it
tell-markings-offered = { $by } would agree a table of labels and markings with { $with }
tell-markings-refused = { $with } would not agree a table of labels and markings with { $by }
tell-markings-agreed = { $by } and { $with } agreed what their labels and markings are called at the other's

act-ping = Ping the { $concern } contact at { $actor } ({ $route })
act-send-note = Ask { $actor } by note verbale for its { $concern } contact
act-search-contact = Look for somebody at { $actor } who answers
act-arrange-gateway = Make an arrangement for lawful sharing with { $actor }
act-open-door = Open a door for the ministry through { $actor }
act-join-club = Join the forum of { $actor }
act-convene = Ask { $by } to host a meeting with { $with }

act-render = Write “{ $fact }” { $words }
act-clarify = Ask what “{ $fact }” means
act-agree-markings = Agree a table of labels and markings with { $actor }

explain-ping = A short message that asks for nothing but an answer. You learn whether the address still leads to somebody; if it does, it counts as confirmed.
explain-send-note = The formal way: it works even where the address is dead, and names the officer in charge. The answer comes a turn later; in the preparation at once.
explain-search-contact = From desk to desk. It may end in a dead end; each one makes the next search a little better.
explain-arrange-gateway = A memorandum with { $actor } that names what may pass, to whom and on what basis. What is sent needs no address any more, and part of it gets through even if one of you is listed. Both have to agree.
explain-open-door = Response teams know each other where ministries do not. If { $actor } agrees, the two ministries have a path to each other. No response team has to.
explain-join-club = A forum of response teams: its members have each other's addresses.
explain-convene = Nobody commits to anything and nobody has said anything. It costs time; if { $with } comes, both have a safe channel for some turns.

explain-render = The same fact in the words of those who will read it: what it says, what it doesn't, and how sure one is. Whoever has it from you from now on reads it right, and whoever took it wrong is put right.
explain-clarify = An hour on the telephone with whoever sent it. If you took it for what it doesn't say, you learn that now, and not in front of others.
explain-agree-markings = TLP means nothing in a registry that knows grades of secrecy, and the other way round. With a table of both, what is sent keeps its label; what was filed as classified comes out again.

obstacle-rendered = you have written it in those words
obstacle-clarified = you know what it means
obstacle-listed = the channels of { $actor } are closed: it is listed, and nothing exempts incident response
obstacle-contact-dead = nobody is at that address of { $actor } any more; a note verbale or a search would help
obstacle-contact-fresh = the address of { $actor } was confirmed this turn
obstacle-note-underway = a note verbale to { $actor } is under way
obstacle-has-path = you have a path to { $actor }
obstacle-member = you are a member of the forum of { $actor }
obstacle-suspended = you are suspended from the forum of { $actor }
obstacle-agreed = that has been agreed with { $actor }
obstacle-waits-for = it waits for { $actor }

read-reachable = { $actor } can be reached at its { $concern } address
read-path = { $by } has a path to { $with }
read-misread = { $actor } takes “{ $fact }” for what it does not say
read-in-words = { $actor } has “{ $fact }” in words it understands
read-markings-agreed = { $by } and { $with } have a table of labels and markings
read-safe-channel = { $by } and { $with } have a safe channel

cause-staleness = Addresses age: people move on
cause-correspondence = A note verbale was answered
cause-misunderstanding = Two communities had not meant the same

tell-postponed-route = { $seat }: “{ $act }” went by note verbale and arrives in turn { $turn }
tell-postponed-approval = { $seat }: “{ $act }” waits for approval until turn { $turn }
tell-carried-out = { $seat }: “{ $act }” took effect at last
tell-refused = { $seat }: “{ $act }” was not approved
tell-lapsed-later = { $seat }: “{ $act }” was no longer possible when its time came

bot-why-prepares = What is settled before it begins need not be settled while it burns.
bot-why-words = Those who read this should understand what it says: { $name }.
bot-why-means = We should ask what “{ $name }” means before we build on it.
bot-why-reach = We should know that { $name } answers before we need an answer.

board-contacts = Contacts
board-contacts-about = An address is good until somebody finds nobody there. A personal route takes hours; a note verbale takes a turn, is on the record, and is owed an answer.
board-contacts-directory = Directory
board-contacts-paths = Paths you have built
board-contacts-channels = Channels
board-contacts-beyond = Beyond the directory
board-contacts-beyond-about = Across regions hardly anybody knows anybody, until somebody goes looking. Each exchange makes the next one cheaper.
board-contacts-others = Those you have no address of
board-contacts-none = to be found
board-contacts-name = { $whom }: { $concern }
board-contacts-shown = { $fresh } · { $local }
board-contacts-open = There it is { $local }, within working hours ({ $hours }).
board-contacts-shut = There it is { $local }, outside working hours ({ $hours }).
board-contacts-officer = Officer: { $officer }.
board-contacts-formal = By note verbale: it takes a turn, it is on the record, and it is owed an answer.
board-contacts-personal = Between people who know each other: in hours, out of hours for one hour more.
board-contacts-languages = Languages: { $languages }.
board-contacts-words = In whose words
board-contacts-words-about = Response teams, diplomats and lawyers don't mean the same by the same word. What comes in another community's words may be taken for what it doesn't say, and nobody notices at first.
board-contacts-path = good
board-contacts-waiting = not yet agreed
