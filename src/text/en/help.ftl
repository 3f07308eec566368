## The handbook and the help screens.
