## Logs: what is wrong with one, what was repaired.
