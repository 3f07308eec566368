//! Slips of the hand over the shipped scenarios: each is told, with the right suggestion, or changes what play-testing shows.

use std::collections::BTreeSet;
use std::num::Wrapping;
use std::thread;

use demarche::author;
use demarche::diag::has_errors;
use demarche::lab::Batch;
use demarche::lab::Casting;
use demarche::scenario;
use demarche::scenario::Package;
use demarche::scenario::tree::Node;
use demarche::scenario::tree::NodeKind;
use demarche::scenario::tree::TokenKind;
use demarche::scenario::tree::Tree;
use demarche::script::Playable;

use crate::support::effort;

/// A small generator with a golden value, so that a sample is the same on every machine.
struct Draw(Wrapping<u64>);

impl Draw {
    fn below(&mut self, end: usize) -> usize {
        self.0 += Wrapping(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)) * Wrapping(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)) * Wrapping(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)).0 % u64::try_from(end.max(1)).unwrap()).unwrap()
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}

/// A place in a file of a package: the file's name and the bytes.
type Spot = (String, std::ops::Range<usize>);

/// A shipped scenario with the trees of its files.
struct Shipped {
    package: Package,
    trees: Vec<(String, Tree)>,
}

fn shipped() -> Vec<Shipped> {
    let one = |id| {
        let package = scenario::load_embedded(id).unwrap();
        let texts = package
            .files()
            .filter(|(name, _)| name.ends_with(".ron") && !name.starts_with("packs"));
        let trees = texts.map(|(name, bytes)| {
            (
                name.to_owned(),
                Tree::parse(String::from_utf8(bytes.to_vec()).unwrap()),
            )
        });
        let trees = trees.collect();
        Shipped { package, trees }
    };
    scenario::embedded().into_iter().map(one).collect()
}

impl Shipped {
    /// The same with other text at a place.
    fn with(&self, (name, range): &Spot, text: &str) -> Package {
        let (_, tree) = self.trees.iter().find(|(known, _)| known == name).unwrap();
        let mut source = tree.source().to_owned();
        source.replace_range(range.clone(), text);
        self.package.clone().with(name, source.into_bytes())
    }

    fn text(&self, (name, range): &Spot) -> &str {
        let (_, tree) = self.trees.iter().find(|(known, _)| known == name).unwrap();
        &tree.source()[range.clone()]
    }

    /// Every node of every file, with the name of the field or list it stands in.
    fn each(&self, look: &mut dyn FnMut(&str, Node<'_>, &str)) {
        for (file, tree) in &self.trees {
            let mut left: Vec<(Node<'_>, String)> = vec![(tree.root(), String::new())];
            while let Some((node, list)) = left.pop() {
                look(file, node, &list);
                let inner = match (node.kind(), node.name()) {
                    (NodeKind::Field, Some(name)) => name.to_owned(),
                    _ => list,
                };
                left.extend(node.kids().map(|kid| (kid, inner.clone())));
            }
        }
    }

    /// Where ids are declared elsewhere and named here.
    fn references(&self) -> Vec<Spot> {
        let mut ids = BTreeSet::new();
        self.each(&mut |_, node, list| {
            if list == "id" && node.kind() == NodeKind::Literal {
                ids.insert(node.text().to_owned());
            }
        });
        // These hold whatever their author likes, among it what is an id elsewhere.
        let free = [
            "id", "title", "name", "short", "text", "label", "files", "language", "packs",
            "number", "bot",
        ];
        let mut spots = Vec::new();
        self.each(&mut |file, node, list| {
            let is_named = node.kind() == NodeKind::Literal
                && ids.contains(node.text())
                && !free.contains(&list);
            if is_named {
                spots.push((file.to_owned(), node.range().bytes()));
            }
        });
        spots
    }
}

/// What is tried of all that could be: as many as are asked for, or all when that is as many.
fn some<T: Clone>(all: Vec<T>, count: u64, draw: &mut Draw) -> Vec<T> {
    let count = usize::try_from(count).unwrap();
    if count >= all.len() {
        return all;
    }
    (0..count).map(|_| draw.of(&all).clone()).collect()
}

/// Does this with each of them on both processors, and gathers what is said.
fn both<T: Sync, S: Send>(all: &[T], each: &(dyn Fn(&T) -> S + Sync)) -> Vec<S> {
    let half = all.len().div_ceil(2).max(1);
    thread::scope(|scope| {
        let parts: Vec<_> = all
            .chunks(half)
            .map(|part| {
                let work = move || part.iter().map(each).collect::<Vec<_>>();
                thread::Builder::new()
                    .stack_size(16 << 20)
                    .spawn_scoped(scope, work)
                    .unwrap()
            })
            .collect();
        parts
            .into_iter()
            .flat_map(|part| part.join().unwrap())
            .collect()
    })
}

/// One letter more, less or another.
fn slip(word: &str, draw: &mut Draw) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let at = draw.below(letters.len());
    let letter = char::from(b'a' + u8::try_from(draw.below(26)).unwrap());
    match draw.below(4) {
        0 if letters.len() > 2 => drop(letters.remove(at)),
        1 => letters.insert(at, letter),
        2 if at + 1 < letters.len() && letters[at] != letters[at + 1] => letters.swap(at, at + 1),
        _ => letters[at] = if letters[at] == letter { 'q' } else { letter },
    }
    letters.into_iter().collect()
}

#[test]
fn a_slip_in_an_id_is_told_with_the_right_suggestion_first() {
    let mut draw = Draw(Wrapping(11));
    let (mut right, mut all) = (0, 0);
    for shipped in shipped() {
        let spots = shipped.references();
        assert!(spots.len() > 100);
        for _ in 0..15 * effort() {
            let spot = draw.of(&spots);
            let word = shipped.text(spot).trim_matches('"').to_owned();
            let typo = slip(&word, &mut draw);
            let quoted = format!("\"{typo}\"");
            if shipped
                .trees
                .iter()
                .any(|(_, tree)| tree.source().contains(&quoted))
            {
                continue;
            }
            let checked = scenario::check(&shipped.with(spot, &quoted));
            let told = checked.diagnostics.iter().find(|wrong| {
                let place = checked.sources.slice(wrong.span).trim_matches('"') == typo;
                place
                    && checked
                        .sources
                        .name(wrong.span.file)
                        .ends_with(spot.0.as_str())
            });
            let Some(told) = told else {
                panic!(
                    "{typo} for {word} in {spot:?} is not told: {:?}",
                    checked.diagnostics
                );
            };
            all += 1;
            right += usize::from(told.near.first() == Some(&word));
        }
    }
    assert!(all > 30, "{all}");
    assert!(right * 10 >= all * 9, "{right} of {all}");
}

#[test]
fn a_bracket_too_few_or_of_another_kind_is_told() {
    let mut draw = Draw(Wrapping(12));
    let (mut all, mut silent) = (0, Vec::new());
    for shipped in shipped() {
        let mut edits = Vec::new();
        for (file, tree) in &shipped.trees {
            let is_bracket =
                |kind: TokenKind| matches!(kind, TokenKind::Open(_) | TokenKind::Close(_));
            let brackets = tree.tokens().iter().filter(|token| is_bracket(token.kind));
            for token in brackets {
                let others = ["", "{", "]", ")"]
                    .into_iter()
                    .filter(|other| *other != tree.text(token.range));
                edits.extend(others.map(|other| ((file.clone(), token.range.bytes()), other)));
            }
        }
        let edits = some(edits, 6 * effort(), &mut draw);
        let told = both(&edits, &|(spot, other)| {
            has_errors(&scenario::check(&shipped.with(spot, other)).diagnostics)
        });
        all += edits.len();
        let missed = edits.iter().zip(told).filter(|(_, told)| !told);
        silent.extend(missed.map(|(edit, _)| format!("{edit:?}")));
    }
    assert!(
        silent.is_empty(),
        "of {all} not told:\n{}",
        silent.join("\n")
    );
}

/// What each kind of row cannot do without.
const NEEDED: &[(&str, &[&str])] = &[
    ("actors", &["id", "name", "kind"]),
    ("choices", &["id", "family", "label"]),
    ("decisions", &["id", "seat", "title", "text", "choices"]),
    ("endings", &["id", "title", "text"]),
    ("facts", &["id", "kind", "title", "body", "source"]),
    ("injects", &["id", "to", "channel", "title", "body"]),
    ("meters", &["id", "name"]),
    ("seats", &["id", "actor", "kind", "title", "brief"]),
    ("turns", &["lasts", "title"]),
];

#[test]
fn a_row_without_what_it_needs_is_told() {
    let mut draw = Draw(Wrapping(13));
    let (mut all, mut silent) = (0, Vec::new());
    for shipped in shipped() {
        let mut spots = Vec::new();
        shipped.each(&mut |file, node, list| {
            let needed = NEEDED.iter().find(|(name, _)| *name == list);
            let (Some((_, needed)), NodeKind::Struct) = (needed, node.kind()) else {
                return;
            };
            let fields = node
                .kids()
                .filter(|kid| kid.name().is_some_and(|name| needed.contains(&name)));
            spots.extend(fields.map(|field| (file.to_owned(), field.range().bytes())));
        });
        assert!(spots.len() > 100);
        let spots = some(spots, 8 * effort(), &mut draw);
        let told = both(&spots, &|(file, range)| {
            let (_, tree) = shipped
                .trees
                .iter()
                .find(|(known, _)| known == file)
                .unwrap();
            let mut range = range.clone();
            range.end += usize::from(tree.source()[range.end..].starts_with(','));
            has_errors(&scenario::check(&shipped.with(&(file.clone(), range), "")).diagnostics)
        });
        all += spots.len();
        let missed = spots.iter().zip(told).filter(|(_, told)| !told);
        silent.extend(missed.map(|(spot, _)| format!("{spot:?}: {}", shipped.text(spot))));
    }
    assert!(
        silent.is_empty(),
        "of {all} not told:\n{}",
        silent.join("\n")
    );
}

/// Effects left out, and numbers with the other sign.
fn changed(shipped: &Shipped) -> Vec<(Spot, String)> {
    let mut changes = Vec::new();
    shipped.each(&mut |file, node, list| {
        if list == "effects" && node.kind() == NodeKind::List {
            for effect in node.kids() {
                let mut range = effect.range().bytes();
                let (_, tree) = shipped
                    .trees
                    .iter()
                    .find(|(known, _)| known == file)
                    .unwrap();
                range.end += usize::from(tree.source()[range.end..].starts_with(','));
                changes.push(((file.to_owned(), range), String::new()));
            }
        }
        if list == "by" && node.kind() == NodeKind::Literal {
            let other = match node.text().strip_prefix('-') {
                Some(number) => number.to_owned(),
                None => format!("-{}", node.text()),
            };
            changes.push(((file.to_owned(), node.range().bytes()), other));
        }
    });
    changes
}

/// What play-testing shows of a scenario.
struct Summary {
    codes: Vec<&'static str>,
    /// Of the first plays and of more and more of them, as many as a difference is looked for in; nothing if it cannot play.
    played: Vec<String>,
}

/// So many plays are looked at one after another: most differences show in the first few.
fn steps() -> [u64; 3] {
    [6, 40, 120 + 8 * effort()]
}

fn codes_of(checked: &author::Checked) -> Vec<&'static str> {
    let codes = checked.diagnostics.iter().map(|wrong| wrong.code.as_str());
    let mut codes: Vec<_> = codes.collect();
    codes.sort_unstable();
    codes
}

/// What so many plays come to.
fn played(playable: &Playable, plays: u64) -> String {
    let batch = Batch {
        playable,
        plays: 0..plays,
        seed: 5,
        bots: Casting::standard(),
        threads: 1,
    };
    format!("{:?}", batch.run(&|_| ()))
}

impl Summary {
    fn of(package: &Package) -> Self {
        let checked = author::check(package);
        let playable = checked.playable.as_ref().expect("what is shipped plays");
        Self {
            played: both(&steps(), &|plays| played(playable, *plays)),
            codes: codes_of(&checked),
        }
    }

    /// Whether an edited scenario is told to be wrong in another way, or plays otherwise.
    fn differs(&self, package: &Package) -> bool {
        let checked = author::check(package);
        if codes_of(&checked) != self.codes {
            return true;
        }
        let Some(playable) = checked.playable else {
            return true;
        };
        let mut steps = steps().into_iter().zip(&self.played);
        steps.any(|(plays, before)| played(&playable, plays) != *before)
    }
}

#[test]
fn a_lost_effect_or_a_wrong_sign_shows() {
    // At the smallest effort the smallest scenario stands for the others.
    let few = if effort() == 1 { 1 } else { usize::MAX };
    let mut draw = Draw(Wrapping(14));
    let (mut caught, mut all, mut missed) = (0, 0, Vec::new());
    let mut scenarios = shipped();
    scenarios.sort_by_key(|shipped| {
        shipped
            .trees
            .iter()
            .map(|(_, tree)| tree.size())
            .sum::<usize>()
    });
    for shipped in scenarios.into_iter().take(few) {
        let before = Summary::of(&shipped.package);
        let changes = some(changed(&shipped), 8 * effort(), &mut draw);
        let shows = both(&changes, &|(spot, text)| {
            before.differs(&shipped.with(spot, text))
        });
        all += changes.len();
        for ((spot, text), shows) in changes.iter().zip(shows) {
            if shows {
                caught += 1;
            } else {
                missed.push(format!("{spot:?}: {} as {text:?}", shipped.text(spot)));
            }
        }
    }
    assert!(
        caught * 10 >= all * 9,
        "{caught} of {all}:\n{}",
        missed.join("\n")
    );
}
