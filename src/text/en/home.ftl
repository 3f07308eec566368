## The home screen and the settings.

home-name = Demarche
home-tagline = Exercises for cross-regional cyber crises
home-choose = Choose
home-continue = Go on with
home-scenarios = Scenarios
home-settings = Settings
home-quit = Quit
home-loading = Looking for scenarios …

home-minutes = { $n } minutes
home-minutes-range = { $from }–{ $to } minutes
home-introductory = introductory
home-intermediate = intermediate
home-advanced = advanced
home-seats = { $n ->
    [one] 1 seat
   *[other] { $n } seats
}
home-turns = { $n ->
    [one] 1 turn
   *[other] { $n } turns
}
home-learn = What you will practise
home-table = Who sits at the table
home-content-note = Before you begin

home-continue-about = Everything you sealed is kept. You go on at the turn where you left.
home-settings-about = Colours and characters of these screens.
home-quit-about = Leaves Demarche. Exercises that are not finished are kept.

home-next-continue = go on
home-next-play = choose a seat
home-next-settings = open the settings
home-next-quit = quit

home-theme = Colours
home-theme-auto = as the terminal asks
home-theme-dark = dark
home-theme-light = light
home-theme-contrast = high contrast
home-theme-mono = none
home-theme-about = Nothing is told by colour alone: whatever is coloured also has a sign or a word.
home-borders = Characters
home-borders-auto = as the locale allows
home-borders-ascii = ASCII only
home-borders-about = ASCII only is for terminals and fonts without lines and arrows, and for some braille displays.
home-sample-good = ▲3 better
home-sample-bad = ▼3! worse
home-sample-warn = ○ open

home-just-now = just now
home-minutes-ago = { $n ->
    [one] a minute ago
   *[other] { $n } minutes ago
}
home-hours-ago = { $n ->
    [one] an hour ago
   *[other] { $n } hours ago
}
home-days-ago = { $n ->
    [one] yesterday
   *[other] { $n } days ago
}
home-gone = This is not there any more: go back and choose again.
home-not-saved = The settings hold for now but could not be kept: { $why }
