## The replay: an exercise on a timeline.

replay-turn-titled = { $turn }: { $title }
replay-title = Replay
replay-truth = The whole truth
replay-view-of = Seen by { $seat }
replay-at = { $turn } · { $step } · { $story }
replay-count = { $n } of { $of }
replay-playing = playing, { $speed } events a second
replay-still = still, { $speed } events a second
replay-legend = ◆ inject  ○ question  ● act  ■ end
replay-events = What happened
replay-numbers = Where things stand
replay-no-numbers = Nothing to see yet.
replay-no-change = no change
replay-nothing-seen = From this seat nothing could be seen.
replay-search = Find:
replay-search-hint = Words of what happened; Enter goes to the next place they stand.
replay-not-found = "{ $text }" is not said after this.
replay-no-more = There is none after this.
replay-fork-ended = The exercise was over here. Go back to before its end, then fork.
replay-fork-started = Another exercise: the same past, your choices from here on.
replay-fork = Fork here?
replay-fork-text = A new exercise begins with everything up to this point and goes its own way from here. The one you are looking at stays as it is. The new one's log remembers where it came from.
replay-fork-at = From { $turn }, { $step }
replay-fork-seat = You would hold: { $seat }
replay-fork-same = The seats are held as they were.
replay-no-file = This exercise is kept nowhere, so nothing can be forked from it.
