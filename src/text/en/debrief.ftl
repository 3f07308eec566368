## The debrief.
