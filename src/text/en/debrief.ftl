## The debrief.

debrief-title = Debrief
debrief-empty = Nothing to tell here.
debrief-next-more = read on
debrief-next-tab = next page
debrief-next-home = back to the home screen
