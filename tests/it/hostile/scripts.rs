//! Hostile scripts as bodies of a function, and the whole corpus.

use super::files::FILES;
use super::made;

/// Bodies of a function, by what they try.
const BODIES: &[(&str, &str)] = &[
    // Never ending.
    ("loop", "loop { }"),
    ("while true", "while true { }"),
    ("while reading", "while turn == 1 { }"),
    ("do until", "do { } until false;"),
    ("loop in loop", "loop { loop { loop { } } }"),
    ("range to the end", "for i in 0..9223372036854775807 { }"),
    ("range with an end", "for i in 0..=9223372036854775807 { }"),
    (
        "ranges in ranges",
        "for i in 0..100000 { for j in 0..100000 { for k in 0..100000 { } } }",
    ),
    (
        "range downwards",
        "for i in range(9223372036854775807, 0, -1) { }",
    ),
    ("range by nothing", "for i in range(0, 10, 0) { }"),
    (
        "range overflowing",
        "for i in range(9223372036854775806, 9223372036854775807, 3) { }",
    ),
    (
        "range of extremes",
        "for i in range(-9223372036854775807, 9223372036854775807, 9223372036854775807) { }",
    ),
    (
        "reading for ever",
        "loop { if trust.ncert.mfa < 0 { break; } }",
    ),
    (
        "reading by variable for ever",
        "loop { trust_of(\"ncert\", \"mfa\"); }",
    ),
    ("rolling for ever", "loop { roll(6); }"),
    ("continue", "while true { continue; }"),
    // Growing.
    ("doubling text", "let s = \"a\"; loop { s += s; }"),
    (
        "doubling text by plus",
        "let s = \"abcdefgh\"; loop { s = s + s; }",
    ),
    (
        "text at its limit",
        "let s = \"a\"; for i in 0..10 { s += s; } loop { let t = s + \"\"; }",
    ),
    (
        "text at its limit, compared",
        "let s = \"a\"; for i in 0..9 { s += s; } loop { if s == s + \"\" { } }",
    ),
    ("doubling list", "let a = [1]; loop { a += a; }"),
    ("list in itself", "let a = [1]; loop { a.push(a); }"),
    ("list in its element", "let a = [1]; loop { a[0] = a; }"),
    (
        "list in two elements",
        "let a = [1, 2]; loop { a[0] = a; a[1] = a; }",
    ),
    (
        "list of lists of lists",
        "let a = []; loop { a = [a, a, a, a]; }",
    ),
    ("list nested for ever", "let a = []; loop { a = [a]; }"),
    (
        "list nested and copied",
        "let a = []; for i in 0..120 { a = [a]; } loop { let b = a; }",
    ),
    ("list pushed for ever", "let a = []; loop { a.push(1); }"),
    (
        "list of texts",
        "let s = \"a\"; for i in 0..9 { s += s; } let a = []; loop { a.push(s); }",
    ),
    (
        "list at its limit, copied",
        "let a = []; for i in 0..120 { a.push(i); } loop { let b = a; }",
    ),
    (
        "list at its limit, joined",
        "let a = []; for i in 0..120 { a.push(i); } loop { let b = a + a; }",
    ),
    (
        "list at its limit, searched",
        "let a = []; for i in 0..120 { a.push(i); } loop { if -1 in a { } }",
    ),
    (
        "list of texts, searched",
        "let s = \"a\"; for i in 0..9 { s += s; } let a = []; for i in 0..120 { a.push(s + i); } loop { if s in a { } }",
    ),
    (
        "list compared",
        "let a = []; for i in 0..120 { a.push(i); } loop { if a == a { } }",
    ),
    (
        "list walked",
        "let a = []; for i in 0..120 { a.push(i); } loop { for x in a { } }",
    ),
    (
        "list indexed through",
        "let a = [[[[[[[[1]]]]]]]]; loop { a[0][0][0][0][0][0][0] = a; }",
    ),
    (
        "list passed on",
        "let a = []; for i in 0..120 { a.push(i); } fill(a)",
    ),
    (
        "names for ever",
        "let x = 1; { let x = x; { let x = x; { let x = x; loop { let y = x; } } } }",
    ),
    // Effects.
    (
        "flood of effects",
        "let a = []; for i in 0..100000 { a.push(meter(\"alarm\", 1)); } a",
    ),
    (
        "flood of effects, dropped",
        "loop { let e = meter(\"alarm\", 1); }",
    ),
    (
        "flood of lists of effects",
        "let a = [meter(\"alarm\", 1)]; loop { a += a; }",
    ),
    (
        "later of itself",
        "let a = [meter(\"alarm\", 1)]; loop { a = [later(1, a)]; }",
    ),
    (
        "later of itself, doubled",
        "let a = [meter(\"alarm\", 1)]; loop { a = [later(1, a), later(2, a)]; }",
    ),
    (
        "later of itself, returned",
        "let a = [meter(\"alarm\", 1)]; for i in 0..6 { a = [later(1, a), later(2, a)]; } a",
    ),
    (
        "effects copied",
        "let a = []; for i in 0..120 { a.push(meter(\"alarm\", 1)); } loop { let b = a; }",
    ),
    (
        "effects in lists in lists",
        "let e = meter(\"alarm\", 1); [[[[[[[[[[e]]]]]]]]]]",
    ),
    (
        "effect of a seat elsewhere",
        "[capital(\"nobody\", 1000000)]",
    ),
    (
        "effect beyond all numbers",
        "[meter(\"alarm\", 9223372036854775807), meter(\"alarm\", -9223372036854775807)]",
    ),
    ("effect in the past", "[later(-1, [meter(\"alarm\", 1)])]"),
    (
        "effect much later",
        "[later(100000, [meter(\"alarm\", 1)])]",
    ),
    ("number returned", "3"),
    ("text returned", "\"\u{1b}[2J\u{1b}]0;owned\u{7}\""),
    ("lists of anything returned", "[1, \"a\", true, [[]], ()]"),
    ("nothing returned", "()"),
    ("id with escapes", "[deliver(\"\u{1b}[2J\\x1b[31m\\n\")]"),
    (
        "id of ten thousand letters",
        "let s = \"a\"; for i in 0..20 { s += s; } [deliver(s)]",
    ),
    ("id by numbers", "[deliver(3)]"),
    ("id by list", "[deliver([\"leak\"])]"),
    (
        "reading what is secret",
        "let all = [\"ncert\", \"mfa\", \"acme\"]; for a in all { for b in all { trust_of(a, b); } } []",
    ),
    ("rolling nothing", "roll(0); []"),
    ("rolling backwards", "roll(-6); []"),
    ("rolling everything", "roll(9223372036854775807); []"),
    // Arithmetic at its edges.
    ("divided by nothing", "let x = 1 / (turn - 1); []"),
    ("rest of nothing", "let x = 1 % (turn - 1); []"),
    (
        "smallest by minus one",
        "let x = -9223372036854775807 - 1; let y = x / (0 - turn); []",
    ),
    (
        "smallest rest minus one",
        "let x = -9223372036854775807 - 1; let y = x % (0 - turn); []",
    ),
    (
        "smallest negated",
        "let x = -9223372036854775807 - 1; let y = -x; []",
    ),
    (
        "smallest absolute",
        "let x = -9223372036854775807 - 1; let y = abs(x); []",
    ),
    (
        "too large by adding",
        "let x = 9223372036854775807; x += 1; []",
    ),
    ("too large by multiplying", "let x = 3; loop { x *= x; }"),
    ("power", "let x = 9 ** 9 ** 9 ** 9; []"),
    ("power from the right", "2 ** 3 ** 4 ** 5 ** 6 ** 7"),
    ("shift", "let x = 1 << 64; let y = 1 << -1; []"),
    (
        "shift by the largest",
        "let x = 1 >> 9223372036854775807; []",
    ),
    ("bits", "let x = 255; x[0..=63] = 1; x[64] = true; []"),
    (
        "bits from behind",
        "let x = 255; x[-65] = true; x[-1..=9] = 3; []",
    ),
    ("not a number", "let x = 0.0 / 0.0; if x == x { } []"),
    ("infinite", "let x = 1e999; []"),
    ("clamp with its ends crossed", "let x = clamp(5, 9, 1); []"),
    (
        "odd and even",
        "let x = (-9223372036854775807).is_odd(); []",
    ),
    // Lists and texts at their edges.
    ("negative index of an empty list", "let a = []; a[-1]"),
    ("index too far", "let a = [1]; a[9223372036854775807]"),
    (
        "index of the smallest",
        "let a = [1]; a[-9223372036854775807 - 1]",
    ),
    (
        "index by range",
        "let a = [1, 2, 3]; a[0..=9223372036854775807]",
    ),
    (
        "list made by range",
        "let a = [0..=9223372036854775807]; for x in a { for y in x { } }",
    ),
    ("text by index", "let s = \"añb\"; s[1] = \"xyz\"; s[-9]"),
    (
        "text by range",
        "let s = \"añb\"; s[0..=9223372036854775807]",
    ),
    ("text minus text", "let s = \"aaaa\"; loop { s -= \"b\"; }"),
    ("text times", "let s = \"a\" * 1000000000; []"),
    ("padded text", "\"x\".pad(2000000000, \"x\")"),
    ("padded list", "[].pad(500000000, 0)"),
    ("blob", "blob(4000000000, 0)"),
    (
        "list to text",
        "let a = []; for i in 0..120 { a.push(i); } loop { a.to_string(); }",
    ),
    ("list to json", "let a = [1]; loop { a.to_json(); }"),
    (
        "list in text",
        "let a = []; for i in 0..120 { a.push(i); } let s = \"\"; loop { s = \"\" + a; }",
    ),
    (
        "text of a million pieces",
        "let s = `${turn}${turn}${turn}${turn}`; loop { s = `${s}${s}`; }",
    ),
    ("sorted", "let a = [3, 1, 2]; a.sort(|x, y| 1); a"),
    (
        "sorted without order",
        "let a = []; for i in 0..120 { a.push(i); } a.sort(|x, y| if roll(2) == 0 { 1 } else { -1 }); a",
    ),
    (
        "sorted by throwing",
        "let a = [3, 1, 2]; a.sort(|x, y| throw x); a",
    ),
    (
        "sorted by changing",
        "let a = [3, 1, 2]; a.sort(|x, y| { a.push(1); x - y }); a",
    ),
    ("mapped", "let a = [1]; loop { a = a.map(|x| [x, x]); }"),
    ("reduced", "let a = [1]; a.reduce(|sum, v| loop { })"),
    ("retained", "let a = [1]; a.retain(|x| { loop { } })"),
    ("deduplicated", "let a = [1, 1]; loop { a.dedup(); }"),
    ("filtered", "[1, 2, 3].filter(|x| x > 1)"),
    ("index of", "let a = [1]; loop { a.index_of(3); }"),
    (
        "replaced",
        "let s = \"aaaa\"; loop { s.replace(\"a\", \"aa\"); }",
    ),
    ("split", "let s = \"a,b\"; loop { s.split(\",\"); }"),
    ("chars", "for c in \"abc\".chars() { }"),
    ("bytes", "\"abc\".to_blob()"),
    ("drained", "let a = [1]; a.drain(0..=9223372036854775807)"),
    ("spliced", "let a = [1]; a.splice(0..=1, a)"),
    // Maps.
    ("map", "let m = #{}; loop { m.x = m; }"),
    (
        "map growing",
        "let m = #{}; for i in 0..100000 { m[\"k\" + i] = [1, 2, 3]; }",
    ),
    (
        "map in map",
        "let m = #{a: #{b: #{c: 1}}}; loop { m.a.b.c = m; }",
    ),
    ("map with a wrong name", "let m = #{a: 1}; m.b + 1"),
    (
        "map walked",
        "let m = #{a: 1}; for k in m.keys() { m[k + k] = 1; }",
    ),
    // Functions as values.
    ("closure", "let f = || 1; f.call()"),
    ("closure of itself", "let f = |f| f.call(f); f.call(f)"),
    ("closures nested", "let f = || || || || || || 1; f.call()"),
    (
        "closure that captures itself",
        "let f = (); f = || f.call(); f.call()",
    ),
    ("function by name", "Fn(\"test\").call()"),
    (
        "function by a made-up name",
        "Fn(\"ev\" + \"al\").call(\"1\")",
    ),
    (
        "function by its name as a variable",
        "let g = test; g.call()",
    ),
    ("curried", "let f = Fn(\"test\"); loop { f = f.curry(1); }"),
    (
        "many arguments",
        "abs(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20)",
    ),
    ("function of this", "this = 3; this.x"),
    // Out of the fence.
    ("import absolute", "import \"/etc/passwd\" as x;"),
    ("import relative", "import \"../../secret\" as x;"),
    ("import itself", "import \"test\" as x; x::test()"),
    (
        "import by address",
        "import \"https://example.org/x.rhai\" as x;",
    ),
    ("export", "let x = 1; export x as y;"),
    ("eval", "eval(\"loop { }\")"),
    ("eval of eval", "eval(\"eval(\\\"1\\\")\")"),
    ("eval in a variable", "let e = eval; e(\"1\")"),
    ("sleep", "sleep(3)"),
    ("sleep by fraction", "sleep(3.0)"),
    ("sleep as a method", "2.sleep()"),
    ("sleep by name", "Fn(\"sleep\").call(2)"),
    ("sleep without a number", "sleep(0.0 / 0.0)"),
    ("timestamp", "timestamp()"),
    (
        "wall time",
        "let t = timestamp(); while t.elapsed < 10.0 { }",
    ),
    ("exit", "exit(1)"),
    ("print", "print(\"\\x1b[2J\")"),
    ("debug", "debug(\"\\x1b]0;x\\x07\")"),
    ("throw", "throw 1"),
    (
        "throw of much",
        "let a = []; for i in 0..120 { a.push(i); } throw a",
    ),
    ("try around a loop", "try { loop { } } catch { } loop { }"),
    ("try in a loop", "loop { try { roll(0); } catch (e) { } }"),
    ("type of", "type_of(1)"),
    (
        "is it defined",
        "is_def_var(\"x\") || is_def_fn(\"test\", 0)",
    ),
    ("parameters", "let x = 1; x.parse_int()"),
    (
        "another module",
        "global::x + std::fs::read(\"/etc/passwd\")",
    ),
    ("shared values", "let x = 1; x.is_shared()"),
    // Changing what is read only.
    ("reading assigned to", "trust.ncert.mfa = 100; []"),
    ("reading added to", "meter.alarm += 100; []"),
    ("turn assigned to", "turn = 0; []"),
    ("flat name", "let _r0 = 3; _r0"),
    ("flat name read", "if _r1 > 0 { } []"),
    ("flat name beyond", "_r999"),
    ("root passed on", "let t = trust; t.ncert.mfa"),
    ("root indexed", "trust[\"ncert\"][\"mfa\"]"),
    ("shadowed root", "let trust = 3; trust"),
    ("constant assigned to", "const X = 1; X = 2; []"),
    ("parameter changed", "let x = [1]; change(x); x"),
    ("property of a number", "turn.x"),
    ("property set on a number", "let x = 1; x.y = 3; []"),
    (
        "method of a reading",
        "trust.ncert.mfa.abs().abs().abs(); []",
    ),
    // Syntax.
    ("chain in brackets", "(turn.x).y.z"),
    ("question chain", "turn?.x?[3]??4"),
    ("open comment", "/* never closed"),
    ("comments in comments", "/* /* /* */ */"),
    ("open text", "\"never closed"),
    ("open backtick", "`never ${ closed"),
    ("stray bracket", ")"),
    ("stray braces", "}}}}}}"),
    ("emoji", "let \u{1f600} = 1;"),
    ("control characters", "\u{0}\u{1}\u{7f}\u{9b}31m"),
    ("bidirectional", "let \u{202e}x = 1;"),
    ("assigning to a call", "roll(6) = 3; []"),
    ("assigning to a number", "1 = 2; []"),
    ("operators in a row", "1 + + - - ! ! 1"),
    (
        "switch twice",
        "switch turn { 1 => 1, 1 => 2, _ => 3, _ => 4 }",
    ),
    (
        "switch of ranges",
        "switch turn { 0..9223372036854775807 => 1, 0..=9223372036854775807 => 2, _ => 3 }",
    ),
    ("return in an expression", "1 + return 3"),
    ("break nowhere", "break; continue;"),
    ("function in a function", "fn inner() { 1 } inner()"),
    (
        "doc comment",
        "/// \u{e9}\u{e9}\n\t/** \u{e9}\n \u{e9} */ []",
    ),
    ("custom operators", "1 @ 2 # 3 <| 4 |> 5"),
];

/// The whole corpus, by name.
pub(crate) fn all() -> Vec<(String, String)> {
    let bodies = BODIES.iter().map(|(name, body)| {
        (
            (*name).to_owned(),
            format!(
                "fn test() {{ {body} }} fn fill(a) {{ fill(a) }} fn change(x) {{ x.push(1); }}"
            ),
        )
    });
    let files = FILES
        .iter()
        .map(|(name, file)| ((*name).to_owned(), (*file).to_owned()));
    bodies.chain(files).chain(made::all()).collect()
}
