//! Effects that are made and then lost: a script asks for an effect by returning it, and by nothing else.

use crate::diag::Code;
use crate::script::functions::FUNCTIONS;
use crate::script::lex::Kind;
use crate::script::unit::Unit;

/// Notes every effect, or list that begins with one, that stands as a statement whose value nobody returns.
pub(super) fn check(unit: &mut Unit<'_>) {
    let pairs = pairs(unit);
    for at in 0..unit.tokens.len() {
        if !matches!(unit.word_before(at), "{" | "}" | ";") {
            continue;
        }
        let call = if unit.word(at) == "[" { at + 1 } else { at };
        let is_effect = FUNCTIONS
            .iter()
            .any(|function| function.is_effect() && function.name == unit.word(call));
        if !is_effect || unit.word(call + 1) != "(" {
            continue;
        }
        let open = if call == at { at + 1 } else { at };
        if let Some(close) = pairs[open]
            && matches!(
                unit.word(close + 1),
                ";" | "}" | "if" | "for" | "let" | "while" | "return" | "switch"
            )
            && !is_returned(unit, &pairs, close)
        {
            let dropped = unit
                .about(Code::EffectDropped, call)
                .with("name", unit.word(call));
            unit.note(dropped);
        }
    }
}

/// For each bracket the one that belongs to it; every bracket has one, or the unit would not have come this far.
fn pairs(unit: &Unit<'_>) -> Vec<Option<usize>> {
    let mut pairs = vec![None; unit.tokens.len()];
    let mut open = Vec::new();
    for at in 0..unit.tokens.len() {
        match unit.word(at) {
            "(" | "[" | "{" => open.push(at),
            ")" | "]" | "}" if unit.kind(at) == Some(Kind::Sign) => {
                if let Some(other) = open.pop() {
                    (pairs[other], pairs[at]) = (Some(at), Some(other));
                }
            }
            _ => {}
        }
    }
    pairs
}

/// Whether a function returns the value of the statement that ends with this token.
fn is_returned(unit: &Unit<'_>, pairs: &[Option<usize>], end: usize) -> bool {
    let mut end = end;
    loop {
        let mut next = end + 1;
        while unit.word(next) == ";" {
            next += 1;
        }
        // The rest of a chain of `if … else if … else …` belongs to the statement.
        while unit.word(end) == "}" && unit.word(next) == "else" {
            let Some(open) = (next..unit.tokens.len()).find(|at| unit.word(*at) == "{") else {
                return true;
            };
            let Some(close) = pairs[open] else {
                return true;
            };
            (end, next) = (close, close + 1);
            while unit.word(next) == ";" {
                next += 1;
            }
        }
        if unit.word(next) != "}" {
            return false;
        }
        let Some(open) = pairs[next] else { return true };
        match owner(unit, open) {
            Owner::Function | Owner::Other => return true,
            Owner::Loop => return false,
            Owner::Branch => end = next,
        }
    }
}

/// What a block belongs to.
enum Owner {
    Function,
    Loop,
    /// Of an `if` that is a statement itself.
    Branch,
    /// Something whose value is used, for all that can be told.
    Other,
}

fn owner(unit: &Unit<'_>, open: usize) -> Owner {
    let is_first = |at: &usize| {
        matches!(
            unit.word(*at),
            "fn" | "if"
                | "else"
                | "while"
                | "for"
                | "loop"
                | "do"
                | "switch"
                | "=>"
                | "{"
                | "}"
                | ";"
        )
    };
    let Some(first) = (0..open).rev().find(is_first) else {
        return Owner::Other;
    };
    match unit.word(first) {
        "fn" => Owner::Function,
        "while" | "for" | "loop" | "do" => Owner::Loop,
        "else" => Owner::Branch,
        "if" if matches!(unit.word_before(first), "{" | "}" | ";" | "else") => Owner::Branch,
        _ => Owner::Other,
    }
}
