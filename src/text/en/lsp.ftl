## `demarche lsp`: what the language server says by itself.

lsp-not-the-protocol = What came in is no message of the language server protocol: { $why }. `demarche lsp` is started by an editor; `demarche help editors` tells how.
lsp-connection = The connection to the editor ended: { $why }
lsp-replace = Replace with `{ $text }`
lsp-uses = { $count ->
        [0] Used nowhere.
        [one] Used once.
       *[other] Used { $count } times.
    }
lsp-needed = needed
lsp-optional = may be left out
lsp-nothing-to-rename = Nothing stands here that has a name of its own.
lsp-bad-name = `{ $name }` cannot be an id: a small letter, then small letters, digits and underscores, 48 at most, and no word that expressions keep for themselves.
lsp-name-taken = `{ $name }` is taken: something of this kind has that id already.
lsp-not-yours = `{ $name }` is not declared in this scenario, so that it cannot be renamed here.
lsp-cannot-rename-in = It stands in { $file }, line { $line }, in a text with escapes. Change that by hand first.
schema-text = a text
schema-number = a whole number
schema-truth = true or false
schema-amount = a whole number or an expression
schema-window = a turn, or (first, last)
schema-after = an inject's id, or ("id", turns)
schema-seen-by = All, Nobody or Only([seats])
schema-valid-from = Since("2026-09-11") or AsEnacted("in words")
schema-effect = an effect
schema-parameters = parameters in round brackets
