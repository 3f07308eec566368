## The decision screen.
