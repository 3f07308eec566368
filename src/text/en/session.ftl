## The authority over one exercise.

session-scenario = The scenario kept beside { $path } cannot be played by this release of Demarche. Use the release the log names in its first line.
why-capital = Political capital
why-hours = Hours
session-unfit = { $path } speaks of a turn that its scenario does not have: somebody has changed it.
session-deviation = this departs from the baseline of your seat ({ $norm }). Say why: the debrief prints your deviation note, or that there is none.
