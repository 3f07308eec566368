//! Scenarios too large or too strange to keep as fixtures.

use std::fs;
use std::fs::File;
use std::path::Path;

use demarche::diag::Code;
use demarche::scenario;
use demarche::scenario::ENTRY;
use demarche::scenario::Package;
use tempfile::TempDir;

/// A made-up scenario and what must be told of it, if it matters which.
pub(super) struct Case {
    pub(super) name: String,
    pub(super) package: Package,
    pub(super) code: Option<Code>,
}

fn case(name: &str, package: Package, code: impl Into<Option<Code>>) -> Case {
    Case {
        name: name.to_owned(),
        package,
        code: code.into(),
    }
}

/// The scenario that has no mistake, to be broken.
pub(super) fn good() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/good.ron"))
        .unwrap()
}

fn text(name: &str, source: impl Into<String>, code: impl Into<Option<Code>>) -> Case {
    let source: Box<[u8]> = source.into().into_bytes().into();
    case(
        name,
        Package::from_files([(ENTRY.to_owned(), source)]),
        code,
    )
}

/// The good scenario with one piece replaced.
fn broken(name: &str, from: &str, to: &str, code: impl Into<Option<Code>>) -> Case {
    let good = good();
    assert_eq!(good.matches(from).count(), 1, "{from}");
    text(name, good.replace(from, to), code)
}

/// Texts: nested, endless, huge.
pub(super) fn texts() -> Vec<Case> {
    let n = 100_000;
    let deep = |open: &str, close: &str| {
        broken(
            "deep",
            "effects: [Meter(",
            &format!(
                "effects: {}[Meter(",
                open.repeat(n.min(900_000 / open.len()))
            ),
            Code::NestedTooDeep,
        )
        .renamed(close)
    };
    let mut cases = vec![
        text("10,000 brackets", "[".repeat(10_000), Code::NestedTooDeep),
        text(
            "10,000 pairs",
            format!("{}{}", "(".repeat(10_000), ")".repeat(10_000)),
            Code::NestedTooDeep,
        ),
        text("maps in rows", "{(".repeat(n), Code::NestedTooDeep),
        text("Some in Some", "Some(".repeat(n), Code::NestedTooDeep),
        text("rows in rows", "A(a:".repeat(n), Code::NestedTooDeep),
        deep("[", "lists in a row"),
        deep("Later(turns: 1, effects: [", "effects in effects"),
        text(
            "comments in comments",
            "/*".repeat(n),
            Code::UnterminatedComment,
        ),
        text("100,000 hashes", format!("r{}", "#".repeat(n)), None),
        text("quotes", "\"\n".repeat(n), None),
        text(
            "an endless text",
            format!("(title: \"{}", "a".repeat(900_000)),
            Code::UnterminatedString,
        ),
        broken(
            "escapes",
            "\"Odd mail\"",
            &format!("\"{}\"", "\\n".repeat(400_000)),
            Code::TextTooLong,
        ),
        broken(
            "many wrong escapes",
            "\"Odd mail\"",
            &format!("\"{}\"", "\\q".repeat(400_000)),
            Code::BadEscape,
        ),
        broken(
            "floats",
            "minutes: (20, 30)",
            &format!("minutes: ({})", "1.5, ".repeat(n)),
            Code::WrongLength,
        ),
        broken(
            "a long list of numbers",
            "to: [\"mfa\"]",
            &format!("to: [{}]", "1,".repeat(n)),
            Code::WrongType,
        ),
        broken(
            "a long list of nobodies",
            "to: [\"mfa\"]",
            &format!("to: [{}]", "\"x\",".repeat(n)),
            Code::UnknownId,
        ),
        broken(
            "unknown fields",
            "title: \"Odd mail\"",
            &"x: 1, ".repeat(n),
            Code::UnknownField,
        ),
        broken(
            "one field 100,000 times",
            "turn: 1, to",
            &format!("{}to", "turn: 1, ".repeat(n)),
            Code::DuplicateField,
        ),
        broken(
            "no-break spaces",
            "turn: 1, to",
            &format!("turn: 1,{}to", "\u{A0}".repeat(n)),
            Code::NonBreakingSpace,
        ),
        broken(
            "an id of a mebibyte",
            "\"finding\"",
            &format!("\"{}\"", "a".repeat(900_000)),
            Code::BadId,
        ),
        broken(
            "a long expression",
            "\"meter.alarm < 50\"",
            &format!("\"{}1 < 50\"", "1 + ".repeat(n)),
            None,
        ),
        broken(
            "many regions",
            "[(id: \"coast\"",
            &format!("[{}(id: \"coast\"", rows(5000)),
            Code::TooMany,
        ),
        broken(
            "many turns",
            "(lasts: \"4h\", title: \"Morning\"),",
            &"(lasts: \"4h\", title: \"T\"),".repeat(101),
            Code::TooMany,
        ),
        broken(
            "injects in a ring",
            "    injects: [",
            &format!("    injects: [{}", ring(1500)),
            Code::AfterCycle,
        ),
        text("a byte order mark", format!("\u{FEFF}{}", good()), None),
        text(
            "lines as Windows ends them",
            good().replace('\n', "\r\n"),
            None,
        ),
        text("tabs", good().replace("    ", "\t"), None),
    ];
    for piece in ["(", "[", "{", ")", "]", "}", "\"", ",", ":", "/*", "r#\""] {
        cases.push(text(&format!("only {piece}"), piece, None));
    }
    cases
}

impl Case {
    fn renamed(mut self, name: &str) -> Self {
        name.clone_into(&mut self.name);
        self
    }
}

/// What `one` makes of each number below `count`, one after another.
fn each(count: usize, one: impl Fn(usize) -> String) -> String {
    (0..count).map(one).collect::<Vec<_>>().concat()
}

fn rows(count: usize) -> String {
    each(count, |row| {
        format!("(id: \"r{row}\", name: \"Region\"),\n")
    })
}

/// Injects that each wait for the one before, the first for the last.
fn ring(count: usize) -> String {
    let inject = |at: usize| {
        let before = (at + count - 1) % count;
        format!(
            "(id: \"i{at}\", after: \"i{before}\", to: [\"mfa\"], from: \"ncert\", channel: Phone, title: \"R\", body: \"R\"),\n"
        )
    };
    each(count, inject)
}

/// One after another, 16 files of a mebibyte each, as dense as can be: the memory they take must not be many times their size.
pub(super) fn dense() -> impl Iterator<Item = Case> {
    let mebibyte = |piece: &str| {
        format!(
            "(learn: [{}])",
            piece.repeat(((1 << 20) - 20) / piece.len())
        )
    };
    let names = each(15, |file| format!("\"f{file}.ron\", "));
    let entry = good().replace("    clock:", &format!("    files: [{names}],\n    clock:"));
    let whole = move |piece: &str| {
        let files = (0..15).map(|file| {
            (
                format!("f{file}.ron"),
                mebibyte(piece).replace("learn", "facts").into_bytes(),
            )
        });
        Package::from_files(
            std::iter::once((ENTRY.to_owned(), entry.clone().into_bytes())).chain(files),
        )
    };
    [
        "1,",
        "\"\",",
        "(),",
        "(id:1),",
        "a,",
        ",",
        "'",
        "\"a\"\n",
        "(id:\"a\"),",
        "x:[],",
    ]
    .into_iter()
    .map(move |piece| case(&format!("16 MiB of {piece}"), whole(piece), None))
}

/// Every prefix of the good scenario, in steps, and each of its tokens left out.
pub(super) fn cut() -> Vec<Case> {
    let good = good();
    let mut cases = Vec::new();
    for end in (0..good.len()).step_by(37) {
        cases.push(text(&format!("the first {end} bytes"), &good[..end], None));
    }
    for (at, sign) in good
        .match_indices(['(', ')', '[', ']', '"', ',', ':'])
        .step_by(3)
    {
        let mut source = good.clone();
        source.replace_range(at..at + sign.len(), "");
        cases.push(text(&format!("without byte {at}"), source, None));
    }
    cases
}

/// Folders with something in them that must not be read.
#[expect(clippy::too_many_lines, reason = "a list of cases")]
pub(super) fn folders(temp: &TempDir) -> Vec<Case> {
    let mut cases = vec![
        case(
            "no folder",
            scenario::load(&temp.path().join("nowhere")),
            Code::FileNotFound,
        ),
        case(
            "an empty folder",
            scenario::load(&folder(temp, "empty", &[])),
            Code::NoScenarioFile,
        ),
    ];
    let naming = |file: &str| {
        good().replace(
            "    clock:",
            &format!("    files: [\"{file}\"],\n    clock:"),
        )
    };
    let huge = folder(temp, "huge", &[]);
    File::create(huge.join(ENTRY))
        .unwrap()
        .set_len(200 << 20)
        .unwrap();
    cases.push(case("200 MiB", scenario::load(&huge), Code::FileTooLarge));
    let huge = folder(temp, "huge-part", &[(ENTRY, &naming("more.ron"))]);
    File::create(huge.join("more.ron"))
        .unwrap()
        .set_len(200 << 20)
        .unwrap();
    cases.push(case(
        "200 MiB beside it",
        scenario::load(&huge),
        Code::FileTooLarge,
    ));
    let over = folder(
        temp,
        "over",
        &[(ENTRY, &format!("{}{}", good(), " ".repeat(1 << 20)))],
    );
    cases.push(case(
        "a byte over a mebibyte",
        scenario::load(&over),
        Code::FileTooLarge,
    ));
    let long = folder(
        temp,
        "long-script",
        &[(ENTRY, &good()), ("scripts/a.rhai", &"// \n".repeat(9000))],
    );
    cases.push(case(
        "a long script",
        scenario::load(&long),
        Code::ScriptTooLong,
    ));
    let many = folder(temp, "many-scripts", &[(ENTRY, &good())]);
    fs::create_dir(many.join("scripts")).unwrap();
    for script in 0..70 {
        fs::write(many.join(format!("scripts/s{script}.rhai")), "").unwrap();
    }
    cases.push(case(
        "many scripts",
        scenario::load(&many),
        Code::TooManyScripts,
    ));
    let names = each(20, |file| format!("\"f{file}.ron\", "));
    let full = folder(
        temp,
        "full",
        &[(
            ENTRY,
            &good().replace("    clock:", &format!("    files: [{names}],\n    clock:")),
        )],
    );
    for file in 0..20 {
        fs::write(
            full.join(format!("f{file}.ron")),
            format!("(){}", " ".repeat((1 << 20) - 2)),
        )
        .unwrap();
    }
    cases.push(case(
        "20 files of a mebibyte",
        scenario::load(&full),
        Code::ScenarioTooLarge,
    ));
    let names = each(300, |file| format!("\"f{file}.ron\", "));
    let lots = folder(
        temp,
        "lots",
        &[(
            ENTRY,
            &good().replace("    clock:", &format!("    files: [{names}],\n    clock:")),
        )],
    );
    for file in 0..300 {
        fs::write(lots.join(format!("f{file}.ron")), "()").unwrap();
    }
    cases.push(case("300 files", scenario::load(&lots), Code::TooManyFiles));
    let nested = folder(temp, "nested", &[(ENTRY, &naming("more.ron"))]);
    fs::create_dir(nested.join("more.ron")).unwrap();
    cases.push(case(
        "a folder as a file",
        scenario::load(&nested),
        Code::NotAFile,
    ));
    #[cfg(unix)]
    cases.extend(links(temp, &naming("more.ron")));
    cases
}

#[cfg(unix)]
fn links(temp: &TempDir, naming: &str) -> Vec<Case> {
    use std::os::unix::fs::symlink;

    let secret = temp.path().join("secret.ron");
    fs::write(
        &secret,
        "(actors: [(id: \"secret\", name: \"Secret\", kind: Ngo)])",
    )
    .unwrap();
    let file = folder(temp, "link", &[(ENTRY, naming)]);
    symlink(&secret, file.join("more.ron")).unwrap();
    let device = folder(temp, "device", &[(ENTRY, naming)]);
    symlink("/dev/zero", device.join("more.ron")).unwrap();
    let way = folder(
        temp,
        "way",
        &[(ENTRY, &naming.replace("more.ron", "cast/more.ron"))],
    );
    symlink(temp.path(), way.join("cast")).unwrap();
    let scripts = folder(
        temp,
        "linked-script",
        &[(ENTRY, naming), ("more.ron", "()")],
    );
    fs::create_dir(scripts.join("scripts")).unwrap();
    symlink(&secret, scripts.join("scripts/a.rhai")).unwrap();
    let entry = folder(temp, "linked-entry", &[]);
    symlink("/dev/zero", entry.join(ENTRY)).unwrap();
    vec![
        case(
            "a link to a file outside",
            scenario::load(&file),
            Code::PathOutside,
        ),
        case(
            "a link to a device",
            scenario::load(&device),
            Code::PathOutside,
        ),
        case("a link on the way", scenario::load(&way), Code::PathOutside),
        case(
            "a link among the scripts",
            scenario::load(&scripts),
            Code::PathOutside,
        ),
        case(
            "a link as the entry",
            scenario::load(&entry),
            Code::PathOutside,
        ),
    ]
}

fn folder(temp: &TempDir, name: &str, files: &[(&str, &str)]) -> std::path::PathBuf {
    let folder = temp.path().join(name);
    fs::create_dir(&folder).unwrap();
    for (name, text) in files {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}
