## The Reveal, and "why?".

reveal-title = What happened in turn { $n }
reveal-moved = What moved
reveal-nothing = As far as you can see, nothing changed.
reveal-ending = The exercise is over: { $title }
reveal-next-turn = on to turn { $n }
reveal-next-debrief = to the debrief
reveal-no-number = this line is about no number: select another for w
reveal-why = Why?
reveal-why-nothing = It has not changed since the exercise began.
reveal-because = because { $cause }
reveal-hidden = It goes on where you may not look; the debrief shows the rest.
