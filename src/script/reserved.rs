//! The words an author cannot give to anything.

/// Words of the language that mean something in scripts.
pub(super) const KEYWORDS: &[&str] = &[
    "break", "const", "continue", "do", "else", "false", "fn", "for", "if", "in", "let", "loop",
    "return", "switch", "true", "until", "while",
];

/// Words of the language that scenarios have no use for, or that reach out of the fence.
pub(super) const FORBIDDEN: &[&str] = &[
    "Fn",
    "as",
    "call",
    "catch",
    "curry",
    "debug",
    "eval",
    "exit",
    "export",
    "global",
    "import",
    "is_def_fn",
    "is_def_var",
    "is_shared",
    "print",
    "private",
    "sleep",
    "this",
    "throw",
    "timestamp",
    "try",
    "type_of",
];

/// Words the language keeps for itself.
pub(super) const KEPT: &[&str] = &[
    "async",
    "await",
    "case",
    "default",
    "go",
    "goto",
    "is",
    "match",
    "module",
    "new",
    "nil",
    "null",
    "package",
    "protected",
    "public",
    "shared",
    "spawn",
    "static",
    "super",
    "sync",
    "thread",
    "use",
    "var",
    "void",
    "with",
    "yield",
];

/// Whether a word can be no id and no name in a script, since the expression language has a use for it.
pub fn is_reserved(word: &str) -> bool {
    [KEYWORDS, FORBIDDEN, KEPT]
        .iter()
        .any(|words| words.contains(&word))
}
