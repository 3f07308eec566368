//! Hostile scripts that have to be made, because nobody would write them out.

/// All of them, by name.
pub(crate) fn all() -> Vec<(String, String)> {
    let mut made = Made(Vec::new());
    made.repeated();
    made.nested();
    made.listed();
    made.wrong();
    made.0
}

struct Made(Vec<(String, String)>);

/// The text as the body of a function.
fn body(text: impl AsRef<str>) -> String {
    format!("fn test() {{ {} }}", text.as_ref())
}

/// So many lines of a kind.
fn lines(count: usize, line: fn(usize) -> String) -> String {
    (0..count).map(line).collect()
}

impl Made {
    fn add(&mut self, name: &str, source: String) {
        self.0.push((format!("made: {name}"), source));
    }

    fn repeated(&mut self) {
        for (name, piece) in [
            ("(", "("),
            ("[", "["),
            ("{", "{"),
            ("!", "!"),
            ("-", "-"),
            ("if", "if "),
            ("#{", "#{"),
            ("+1", "1+"),
        ] {
            self.add(&format!("{name} too often"), body(piece.repeat(200_000)));
            self.add(
                &format!("{name} as often as fits"),
                body(piece.repeat(32_000 / piece.len())),
            );
            self.add(&format!("{name} as deep as goes"), body(piece.repeat(20)));
        }
    }

    fn nested(&mut self) {
        let nested = |open: &str, close: &str, times: usize| {
            format!("{}turn{}", open.repeat(times), close.repeat(times))
        };
        for (name, open, close) in [
            ("brackets", "(", ")"),
            ("lists", "[", "]"),
            ("blocks", "{", "}"),
            ("calls", "abs(", ")"),
            ("calls of two", "max(1,", ")"),
            ("conditions", "if turn == 1 { ", " }"),
            ("loops", "loop { ", " }"),
            ("indices", "[1][", "]"),
            ("switches", "switch turn { 1 => ", " }"),
        ] {
            for times in [8, 16, 30, 32, 100, 1000] {
                self.add(
                    &format!("{times} {name} nested"),
                    body(nested(open, close, times)),
                );
            }
        }
    }

    fn listed(&mut self) {
        self.add("names", body(lines(2_500, |at| format!("let v{at}=1;"))));
        self.add("the same name", body("let v=1;".repeat(4_000)));
        self.add(
            "names in lists",
            body(format!("let v=[{}];", "1,".repeat(15_000))),
        );
        self.add(
            "functions",
            format!(
                "fn test() {{ 1 }}{}",
                lines(2_000, |at| format!("fn f{at}(){{}}"))
            ),
        );
        self.add(
            "functions of one name",
            format!("fn test() {{ 1 }}{}", "fn f(){}".repeat(4_000)),
        );
        self.add(
            "parameters",
            format!(
                "fn test() {{ 1 }} fn f({}) {{ }}",
                lines(3_000, |at| format!("p{at},"))
            ),
        );
        self.add(
            "switch arms",
            body(format!(
                "switch turn {{ {} _ => 0 }}",
                lines(3_000, |at| format!("{at}=>1,"))
            )),
        );
        self.add(
            "switch ranges",
            body(format!(
                "switch turn {{ {} _ => 0 }}",
                lines(2_000, |at| format!("{at}..9=>1,"))
            )),
        );
        self.add(
            "switch conditions",
            body(format!(
                "switch turn {{ {} _ => 0 }}",
                "1 if true=>1,".repeat(2_000)
            )),
        );
        self.add(
            "else if",
            body(format!(
                "if turn==0 {{ 0 }} {}",
                "else if turn==0 { 0 } ".repeat(1_400)
            )),
        );
        self.add(
            "operators",
            body(format!("let x=turn{};", "+turn".repeat(6_000))),
        );
        self.add(
            "operators of one kind",
            body(format!("let x=true{};", "&&true".repeat(5_000))),
        );
        self.add(
            "comparisons",
            body(format!("let x=1{};", "==1".repeat(9_000))),
        );
        self.add("dots", body(format!("let x=turn{};", ".a".repeat(15_000))));
        self.add(
            "indices",
            body(format!("let x=[1]; x{};", "[0]".repeat(10_000))),
        );
        self.add(
            "assignments",
            body(format!("let a=1; {}1;", "a=".repeat(15_000))),
        );
        self.add("semicolons", body(";".repeat(30_000)));
        self.add("commas", body(",".repeat(30_000)));
        self.add("open comments", body("/*".repeat(15_000)));
        self.add("empty comments", body("/**/".repeat(7_500)));
        self.add("open texts", body("\"\n".repeat(15_000)));
    }

    fn wrong(&mut self) {
        self.add(
            "reads",
            body(lines(900, |_| "trust.ncert.mfa+trust.mfa.ncert+".to_owned()) + "1"),
        );
        self.add(
            "wrong reads",
            body(lines(1_500, |at| format!("trust.n{at}.mfa;"))),
        );
        self.add("wrong names", body(lines(4_000, |at| format!("n{at};"))));
        self.add("wrong calls", body(lines(3_500, |at| format!("c{at}();"))));
        self.add(
            "wrong ids",
            body(lines(1_200, |at| format!("meter(\"p{at}\",1);"))),
        );
        self.add(
            "wrong everything",
            body("and or not ' \u{201c} ++ = null new 1.5 ".repeat(700)),
        );
        self.add(
            "effects dropped",
            body("if turn>1{meter(\"alarm\",1)}else ".repeat(900) + "{1}"),
        );
        self.add("a long number", body("9".repeat(30_000)));
        self.add(
            "a long name",
            body(format!("let {} = 1;", "x".repeat(30_000))),
        );
        self.add(
            "a long text",
            body(format!("let x = \"{}\";", "x".repeat(30_000))),
        );
        self.add(
            "a long text of escapes",
            body(format!("let x = \"{}\";", "\\n".repeat(15_000))),
        );
        self.add("a long line of spaces", body(" ".repeat(32_000)));
        self.add(
            "a million names",
            body(lines(60_000, |at| format!("let v{at}=1;"))),
        );
        self.add(
            "a number of five million digits",
            body("9".repeat(5_000_000)),
        );
        self.add(
            "effects written out",
            body(format!("[{}]", "meter(\"alarm\",1),".repeat(1_700))),
        );
        self.add("copies through calls", "fn test() { let a = []; for i in 0..120 { a.push(i); } f(a, 25) } fn f(a, n) { if n > 0 { f(a, n - 1); f(a, n - 1); } }".into());
    }
}
