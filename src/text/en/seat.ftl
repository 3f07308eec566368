## Seat choice, briefing, the curtain, and the facilitator's console.

seat-you = you
seat-person = a person here
seat-bot = bot: { $profile }
seat-content-skip = Esc picks another scenario.
seat-hint-more-people = Several people here? Mark their seats with Space.
seat-curtain-on = Each seat has the screen to itself; a curtain falls in between.
seat-table-on = Table: everybody looks at this screen together and shares what they know.
seat-seed = Seed { $seed } (r draws another)
seat-seed-about = The same seed and the same choices give the same exercise. A course can give everybody one seed.
seat-next-one = begin as { $seat }
seat-next-many = begin with { $n } people

seat-aims = What you want
seat-authority = What you may do
seat-limits = What you may not do
seat-contacts = Whom you know

seat-curtain = Curtain
seat-hand-over = Hand the screen over to: { $seat }.
seat-hand-over-about = Nobody else looks. When you sit here, press Enter.
seat-next-curtain = I am { $seat }

seat-console-injects = Injects (MSEL)
seat-console-seats = Seats
seat-console-tasks = Critical tasks
seat-console-note = For the facilitator
seat-console-troubles = Scripts that failed
seat-inject-delivered = came in turn { $n }
seat-inject-window = turns { $from }–{ $to }
seat-inject-cancelled = will not come
seat-inject-by-hand = by hand
seat-next-pause = pause (PauseEx)
seat-next-resume = resume
seat-next-fill = give the seat to the next holder
seat-next-note = write a note
seat-note = Facilitator’s note
seat-note-about = Logged with this moment; no rule reads it. Tab changes the rating.
seat-rating = Rating:
seat-rating-none = none
seat-rating-p = P, performed without challenges
seat-rating-s = S, performed with some challenges
seat-rating-m = M, performed with major challenges
seat-rating-u = U, unable to be performed
