//! Hostile script files, whole.

/// By what they try.
pub(crate) const FILES: &[(&str, &str)] = &[
    ("fn recursion", "fn test() { test() }"),
    (
        "fn recursion by two",
        "fn test() { other() } fn other() { test() }",
    ),
    (
        "fn recursion by many",
        "fn test() { a(1) } fn a(x) { b(x) + b(x) } fn b(x) { c(x) + c(x) } fn c(x) { a(x) + a(x) }",
    ),
    (
        "fn recursion that branches",
        "fn test() { f(30) } fn f(n) { if n < 1 { 1 } else { f(n - 1) + f(n - 1) } }",
    ),
    (
        "fn recursion with a list",
        "fn test() { f([1, 2, 3, 4, 5, 6, 7, 8]) } fn f(a) { f(a) }",
    ),
    (
        "fn recursion in arguments",
        "fn test() { f(f(f(f(f(f(f(f(f(f(f(f(1)))))))))))) } fn f(x) { f(f(f(f(f(f(f(f(f(f(f(f(x)))))))))))) }",
    ),
    (
        "fn recursion in an index",
        "fn test() { let a = [1]; a[test()] }",
    ),
    ("fn recursion in a condition", "fn test() { if test() { } }"),
    (
        "fn recursion in a switch",
        "fn test() { switch test() { 1 => test(), _ => test() } }",
    ),
    ("fn recursion in a for", "fn test() { for x in test() { } }"),
    (
        "fn of the name of ours",
        "fn test() { meter(\"alarm\", 1) } fn meter(a, b) { loop { } }",
    ),
    (
        "fn of the name of an operator",
        "fn test() { 1 + 1 } fn +(a, b) { loop { } }",
    ),
    (
        "fn of the name of abs",
        "fn test() { abs(1) } fn abs(x) { abs(x) }",
    ),
    (
        "fn shadowing push",
        "fn test() { let a = []; a.push(1); a } fn push(a, b) { loop { a.push(b); } }",
    ),
    ("fn twice", "fn test() { 1 } fn test() { 2 }"),
    (
        "fn with its parameter twice",
        "fn test() { f(1, 2) } fn f(a, a) { a }",
    ),
    ("fn without a name", "fn () { } fn test() { 1 }"),
    ("fn without an end", "fn test() {"),
    ("fn private", "private fn test() { 1 }"),
    ("fn typed", "fn int.test() { this }"),
    ("fn outside", "loop { } fn test() { 1 }"),
    (
        "fn constants outside",
        "const X = 1; let y = 2; fn test() { X + y }",
    ),
    ("fn none", "1 + 1"),
    ("fn empty", ""),
    ("fn comment", "// nothing"),
    ("fn mark", "\u{feff}fn test() { [] }"),
];
