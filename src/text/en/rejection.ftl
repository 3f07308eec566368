## Refused moves.
