## Ledgers: names of what is kept and of its values.
