//! An example for each field, out of the scenarios that come with the program.

use std::collections::BTreeMap;

use crate::author::schema::FieldDoc;
use crate::author::schema::Shape;
use crate::author::schema::rows;
use crate::author::schema::sheet;
use crate::scenario;
use crate::scenario::tree::Node;
use crate::scenario::tree::NodeKind;
use crate::scenario::tree::Tree;

/// The longest example, in characters.
const LONGEST: usize = 60;

/// An example of each field that a shipped scenario has on one line: by the row's place in [`rows`] (`None` for the file
/// itself) and the field's name.
pub fn examples() -> BTreeMap<(Option<usize>, String), String> {
    let mut found = BTreeMap::new();
    for id in scenario::embedded() {
        let Some(package) = scenario::load_embedded(id) else {
            continue;
        };
        for (name, bytes) in package.files() {
            let (true, Ok(text)) = (name.ends_with(".ron"), std::str::from_utf8(bytes)) else {
                continue;
            };
            let tree = Tree::parse(text);
            let Some(value) = tree.value() else { continue };
            if name.starts_with("packs/") {
                let pack = rows().iter().position(|row| row.what == "what-pack");
                row(value, pack, &mut found);
            } else {
                fields(
                    value,
                    None,
                    sheet().iter().map(|(field, _)| field),
                    &mut found,
                );
            }
        }
    }
    found
}

type Found = BTreeMap<(Option<usize>, String), String>;

fn row(node: Node<'_>, place: Option<usize>, found: &mut Found) {
    if let Some(doc) = place.and_then(|place| rows().get(place)) {
        fields(node, place, doc.fields.iter(), found);
    }
}

fn fields<'d>(
    node: Node<'_>,
    place: Option<usize>,
    docs: impl Iterator<Item = &'d FieldDoc>,
    found: &mut Found,
) {
    for doc in docs {
        let Some(value) = node.field(&doc.name) else {
            continue;
        };
        let written = value.text();
        let key = (place, doc.name.clone());
        let is_shown = written.chars().count() <= LONGEST && !written.contains('\n');
        if is_shown && (written != "[]" || !found.contains_key(&key)) {
            found.entry(key).or_insert_with(|| written.to_owned());
        }
        inside(value, &doc.shape, found);
    }
}

/// Goes on into the rows that a value holds.
fn inside(value: Node<'_>, shape: &Shape, found: &mut Found) {
    match shape {
        Shape::List(of) if value.kind() == NodeKind::List => {
            for kid in value.kids() {
                inside(kid, of, found);
            }
        }
        Shape::Row(place) => {
            // Where a row has a word before its bracket, the word says which of its kind it is.
            let what = &rows()[*place].what;
            let word = value.name();
            let named = rows().iter().position(|row| {
                row.what == *what && row.word.is_some() && row.word.as_deref() == word
            });
            row(value, named.or(Some(*place)), found);
        }
        Shape::Words(words) if value.kind() == NodeKind::Struct => {
            let is_meant = |word: &String| value.name() == Some(word) && words.contains(word);
            let place = rows()
                .iter()
                .position(|row| row.word.as_ref().is_some_and(is_meant));
            row(value, place, found);
        }
        _ => {}
    }
}
