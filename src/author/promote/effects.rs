//! A list of effects of a row, as a function of a script writes it.

use crate::model::ledger::book::BookEffect;
use crate::scenario::tree::Node;
use crate::scenario::tree::NodeKind;
use crate::scenario::tree::TokenKind;

/// The effects of the first ledgers and of the exercise itself: what a row calls each, what a script does, and the values in
/// the order of the script's. Those that have another form still are told apart below.
const PLAIN: &[(&str, &str, &[&str])] = &[
    ("Meter", "meter", &["meter", "by"]),
    ("Trust", "trust", &["from", "to", "by"]),
    ("Tell", "tell", &["fact", "to", "tlp"]),
    ("Relabel", "relabel", &["fact", "tlp"]),
    ("Infect", "infect", &["zone", "by"]),
    ("Contain", "contain", &["zone", "by"]),
    ("Slow", "slow", &["zone", "to", "turns"]),
    ("Freeze", "freeze", &["zone", "on"]),
    ("Evidence", "evidence", &["community", "by"]),
    ("StartDuty", "start_duty", &["duty"]),
    ("MeetDuty", "meet_duty", &["duty"]),
    ("StopDuty", "stop_duty", &["duty"]),
    ("SafeHarbour", "safe_harbour", &["on"]),
    ("Capital", "capital", &["seat", "by"]),
    ("Hours", "hours", &["seat", "by"]),
    ("Deliver", "deliver", &["inject"]),
    ("Cancel", "cancel", &["inject"]),
    ("End", "end", &["ending"]),
];

/// Effects of the book whose luck depends on the place they stand at, so that elsewhere they would come out otherwise.
const LUCKY: [&str; 1] = ["ChillReports"];
/// One level of indentation.
const STEP: &str = "    ";

/// The body of a function that asks for the effects of this list, with their comments; the name of what no script can say,
/// or not without a change in play.
pub(super) fn body(list: Node<'_>) -> Result<String, String> {
    let mut kids = list.kids();
    // Under a condition of its own, everything is decided before anything moves; behind other effects it is not.
    if let (Some(only), None) = (kids.next(), kids.next())
        && only.name() == Some("If")
    {
        let name = || "If".to_owned();
        let when = only.field("when").and_then(written).ok_or_else(name)?;
        let then = only.field("then").ok_or_else(name)?;
        let otherwise = only.field("otherwise");
        let otherwise =
            otherwise.map_or_else(|| Ok(format!("{STEP}{STEP}[]\n")), |list| effects(list, 2))?;
        let then = effects(then, 2)?;
        return Ok(format!(
            "{STEP}if {when} {{\n{then}{STEP}}} else {{\n{otherwise}{STEP}}}\n"
        ));
    }
    effects(list, 1)
}

/// The effects as a list, so many levels in.
fn effects(list: Node<'_>, level: usize) -> Result<String, String> {
    let (outer, inner) = (STEP.repeat(level), STEP.repeat(level + 1));
    let mut out = format!("{outer}[\n");
    let mut seen = list.range().start;
    for kid in list.kids() {
        for comment in comments(list, seen, kid.range().end) {
            out.push_str(&format!("{inner}{comment}\n"));
        }
        seen = kid.range().end;
        out.push_str(&format!("{inner}{},\n", effect(kid)?));
    }
    for comment in comments(list, seen, list.range().end) {
        out.push_str(&format!("{inner}{comment}\n"));
    }
    out.push_str(&format!("{outer}]\n"));
    Ok(out)
}

/// The comments of a stretch.
fn comments(list: Node<'_>, from: u32, to: u32) -> impl Iterator<Item = &str> {
    let tree = list.tree();
    let is_comment = |kind| matches!(kind, TokenKind::LineComment | TokenKind::BlockComment);
    tree.tokens()
        .iter()
        .filter(move |token| {
            is_comment(token.kind) && token.range.start >= from && token.range.end <= to
        })
        .map(|token| tree.text(token.range).trim_end())
}

/// One effect as the call of a function.
fn effect(node: Node<'_>) -> Result<String, String> {
    let name = node.name().unwrap_or_default();
    let no_form = || name.to_owned();
    let word = |field: &str| node.field(field).map(Node::text);
    if let Some((_, function, fields)) = PLAIN.iter().find(|(known, ..)| *known == name) {
        return call(node, function, fields).ok_or_else(no_form);
    }
    match name {
        "Harm" => {
            let function = match word("kind").map(inside_some) {
                None | Some("Direct") => "harm",
                Some("Secondary") => "secondary_harm",
                Some("Latent") => "latent_harm",
                Some(_) => return Err(no_form()),
            };
            call(node, function, &["community", "by"]).ok_or_else(no_form)
        }
        "Norm"
            if word("contested")
                .map(inside_some)
                .is_none_or(|so| so == "false") =>
        {
            let function = match word("bearing") {
                Some("Upheld") => "upheld",
                Some("Strained") => "strained",
                _ => return Err(no_form()),
            };
            call(node, function, &["actor", "norm"]).ok_or_else(no_form)
        }
        "Later" => {
            let turns = word("turns").ok_or_else(no_form)?;
            let list = node.field("effects").ok_or_else(no_form)?;
            let inner: Result<Vec<String>, String> = list.kids().map(effect).collect();
            Ok(format!("later({turns}, [{}])", inner?.join(", ")))
        }
        _ => {
            let mut verbs = BookEffect::verbs().map(|(_, verb)| verb);
            let verb = verbs
                .find(|verb| verb.name == name && !LUCKY.contains(&name))
                .ok_or_else(no_form)?;
            call(node, verb.function, verb.fields).ok_or_else(no_form)
        }
    }
}

/// A call with the values of these fields; nothing if one is computed, or left out before another.
fn call(node: Node<'_>, function: &str, fields: &[&str]) -> Option<String> {
    let mut values = Vec::new();
    for (place, field) in fields.iter().enumerate() {
        match node.field(field) {
            Some(_) if values.len() < place => return None,
            // What is computed is computed after what comes before it, which a list made all at once does not do.
            Some(found) if *field == "by" && found.kind() == NodeKind::Literal => {
                values.push(
                    Some(found.text())
                        .filter(|text| !text.contains('"'))?
                        .to_owned(),
                );
            }
            Some(found) => values.push(value(found)?),
            None => {}
        }
    }
    Some(format!("{function}({})", values.join(", ")))
}

/// A value as a script writes it: words stand in quotation marks there.
fn value(node: Node<'_>) -> Option<String> {
    let text = node.text();
    match node.kind() {
        NodeKind::Literal => Some(text.to_owned()).filter(|text| !text.starts_with('r')),
        NodeKind::Word if matches!(text, "true" | "false") => Some(text.to_owned()),
        NodeKind::Word => Some(format!("\"{text}\"")),
        NodeKind::List => {
            let inner: Option<Vec<String>> = node.kids().map(value).collect();
            Some(format!("[{}]", inner?.join(", ")))
        }
        _ if node.name() == Some("Some") => value(node.kids().next()?),
        _ => None,
    }
}

/// What stands inside `Some(…)`, where that is written.
fn inside_some(text: &str) -> &str {
    let inner = text
        .strip_prefix("Some(")
        .and_then(|rest| rest.strip_suffix(')'));
    inner.unwrap_or(text).trim()
}

/// The text in quotation marks, if it has none of the signs that mean another there.
fn written(node: Node<'_>) -> Option<&str> {
    let inner = node.text().strip_prefix('"')?.strip_suffix('"')?;
    (!inner.contains('\\')).then_some(inner)
}
