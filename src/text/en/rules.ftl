# The rule book (`demarche rules`). $about and the like come from the code's own documentation.

rules-title = The rule book: seventeen ledgers. `demarche rules LEDGER` opens one.
rules-also = Also: `demarche rules adversary`, for whoever is behind it.
rules-adversary = The adversary
rules-heading = { $title } ({ $word })
rules-parameter = { $about } Default { $default }, from { $min } to { $max } { $unit }.
rules-parameters = PARAMETERS an author may set
rules-rules = RULES: what moves, and when
rules-acts = ACTS a seat can seal
rules-effects = EFFECTS an author can ask for (RON, then Rhai)
rules-readings = READINGS for conditions and amounts
rules-unknown = there is no ledger `{ $name }`; { $near ->
    [none] `demarche rules` lists them
   *[other] did you mean `{ $near }`?
}
