## Seat choice and briefing.
