//! One file to hand over: it verifies, it plays, it keeps the controller's part to the controller, and it unpacks nothing
//! anywhere but into its own new folder.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;

use demarche::author::bundle::Bundle;
use demarche::author::bundle::Refusal;
use demarche::author::bundle::make;
use demarche::author::bundle::unpack;
use demarche::scenario;
use demarche::scenario::Package;
use demarche::session::ready;
use demarche::text::Words;
use flate2::Compression;
use flate2::write::GzEncoder;
use proptest::prelude::*;
use tar::Builder;
use tar::EntryType;
use tar::Header;
use tempfile::TempDir;

use crate::cli::err;
use crate::cli::feed;
use crate::cli::ones;
use crate::cli::out;
use crate::cli::run;

type Files = Vec<(String, Vec<u8>)>;

fn files(package: &Package) -> Files {
    package
        .files()
        .map(|(name, bytes)| (name.to_owned(), bytes.to_vec()))
        .collect()
}

/// A shipped scenario as a bundle.
fn bundled(id: &str, passphrase: Option<&str>) -> (Files, Vec<u8>) {
    let package = scenario::load_embedded(id).unwrap();
    let files = files(&package);
    let ready = ready(package).0.unwrap();
    let (_, bytes) = make(
        ready.playable.scenario(),
        &files,
        passphrase,
        &Words::default(),
    )
    .unwrap();
    (files, bytes)
}

/// Everything below a folder.
fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(path) = open.pop() {
        for entry in fs::read_dir(path).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path
                    .strip_prefix(folder)
                    .unwrap()
                    .to_str()
                    .unwrap()
                    .to_owned();
                found.insert(name, fs::read(path).unwrap());
            }
        }
    }
    found
}

#[test]
fn what_goes_in_comes_out() {
    for id in scenario::embedded() {
        let (files, bytes) = bundled(id, None);
        assert_eq!(
            bundled(id, None).1,
            bytes,
            "{id}: equal files are equal bundles"
        );
        let bundle = Bundle::read(&bytes).unwrap();
        assert_eq!(bundle.files(None).unwrap(), files, "{id}");
        let played = bundle.package(None).unwrap();
        assert_eq!(
            played.hash(),
            scenario::load_embedded(id).unwrap().hash(),
            "{id}"
        );
        let home = TempDir::new().unwrap();
        let to = home.path().join("new");
        unpack(&files, &to).unwrap();
        assert_eq!(tree(&to), files.into_iter().collect(), "{id}");
        assert!(unpack(&[], &to).is_err(), "nothing is overwritten");
    }
}

/// A participant with a text editor, `strings` and `tar` finds no word of an inject, a note, a choice or an ending.
#[test]
fn a_sealed_bundle_shows_only_title_and_role_cards() {
    let (files, bytes) = bundled("first-call", Some("a long winded passphrase"));
    let bundle = Bundle::read(&bytes).unwrap();
    assert!(bundle.about.contains("# First Call") && bundle.about.contains("Duty officer"));
    assert_eq!(bundle.files(None), Err(Refusal::Sealed));
    assert_eq!(bundle.files(Some("another")), Err(Refusal::WrongPassphrase));
    assert_eq!(
        bundle.files(Some("a long winded passphrase")).unwrap(),
        files
    );
    let mut tar = Vec::new();
    std::io::Read::read_to_end(
        &mut flate2::read::GzDecoder::new(bytes.as_slice()),
        &mut tar,
    )
    .unwrap();
    let open = String::from_utf8_lossy(&tar);
    let scenario = scenario::load_embedded("first-call").unwrap();
    let scenario = ready(scenario).0.unwrap();
    let scenario = scenario.playable.scenario();
    let mut secrets: Vec<&str> = Vec::new();
    for inject in &scenario.injects {
        secrets.extend([
            inject.title.as_str(),
            inject.body.as_str(),
            inject.note.as_str(),
        ]);
        secrets.extend(
            inject
                .expected
                .iter()
                .map(|expected| expected.text.as_str()),
        );
    }
    secrets.extend(
        scenario
            .choices
            .iter()
            .flat_map(|choice| [choice.label.as_str(), choice.note.as_str()]),
    );
    secrets.extend(
        scenario
            .endings
            .iter()
            .flat_map(|ending| [ending.title.as_str(), ending.text.as_str()]),
    );
    for secret in secrets.into_iter().filter(|secret| secret.len() > 8) {
        assert!(!open.contains(secret), "{secret}");
    }
    for (name, _) in files {
        assert!(!open.contains(&name), "{name}");
    }
}

/// A gzipped tar archive of these entries, whatever they are.
fn archive(entries: &[(&[u8], EntryType, &[u8])]) -> Vec<u8> {
    let mut builder = Builder::new(GzEncoder::new(Vec::new(), Compression::fast()));
    for (name, kind, content) in entries {
        let mut header = Header::new_ustar();
        header.set_entry_type(*kind);
        header.set_size(content.len() as u64);
        header.set_mode(0o644);
        header.as_old_mut().name[..name.len()].copy_from_slice(name);
        header.as_old_mut().linkname[..11].copy_from_slice(b"/etc/passwd");
        header.set_cksum();
        builder.append(&header, *content).unwrap();
    }
    builder.into_inner().unwrap().finish().unwrap()
}

const MANIFEST: &[u8] =
    br#"{"demarche_bundle": 1, "id": "x", "title": "X", "hash": "00", "sealed": false}"#;

/// A bundle with one more entry.
fn with(name: &[u8], kind: EntryType, content: &[u8]) -> Result<Bundle, Refusal> {
    let file = EntryType::Regular;
    Bundle::read(&archive(&[
        (b"bundle.json", file, MANIFEST),
        (b"about.md", file, b"# X\n"),
        (name, kind, content),
    ]))
}

#[test]
fn hostile_archives_are_refused() {
    let long = [b'a'; 97];
    let deep = b"scenario/a/b/c/d/e/f/g/h/i/j";
    let names: &[&[u8]] = &[
        b"../x.ron",
        b"scenario/../../x.ron",
        b"scenario/..",
        b"scenario/./x.ron",
        b"/etc/cron.d/x",
        b"scenario//x.ron",
        b"scenario/C:x",
        b"C:\\x",
        b"scenario\\x.ron",
        b"\\\\host\\share",
        b"scenario/~root",
        b"~/x",
        b"scenario/.hidden",
        b"x.ron",
        b"scenario",
        b"scenario/",
        b"scenario/x.",
        b"scenario/con",
        b"scenario/aux.ron",
        b"scenario/com1.ron",
        b"scenario/A.ron",
        b"scenario/x y",
        b"scenario/x\n.ron",
        b"scenario/\x1b[2J",
        b"scenario/\xC3\xA9.ron",
        b"scenario/\xFF",
        b"scenario/x:ads",
        b"",
        b"bundle.json/x",
        &long,
        deep,
        b"scenario/e\xCC\x81",
        b"SCENARIO/x.ron",
        b"scenario/x?",
        b"scenario/*",
        b"scenario/|x",
    ];
    for name in names {
        let refused = with(name, EntryType::Regular, b"()").unwrap_err();
        assert!(
            matches!(refused, Refusal::Name(_) | Refusal::NotABundle),
            "{:?}: {refused:?}",
            String::from_utf8_lossy(name)
        );
    }
    for kind in [
        EntryType::Symlink,
        EntryType::Link,
        EntryType::Directory,
        EntryType::Char,
        EntryType::Block,
        EntryType::Fifo,
        EntryType::GNULongName,
        EntryType::GNULongLink,
        EntryType::GNUSparse,
        EntryType::XHeader,
        EntryType::XGlobalHeader,
        EntryType::Continuous,
        EntryType::new(b'!'),
    ] {
        let refused = with(b"scenario/x.ron", kind, b"").unwrap_err();
        assert!(
            matches!(refused, Refusal::NotAFile(_)),
            "{kind:?}: {refused:?}"
        );
    }
    let file = EntryType::Regular;
    let head: [(&[u8], EntryType, &[u8]); 2] = [
        (b"bundle.json", file, MANIFEST),
        (b"about.md", file, b"# X\n"),
    ];
    let twice = [
        head[0],
        head[1],
        (b"scenario/x.ron", file, b"()"),
        (b"scenario/x.ron", file, b"( )"),
    ];
    assert_eq!(
        Bundle::read(&archive(&twice)).unwrap_err(),
        Refusal::Twice("scenario/x.ron".to_owned())
    );
    let inside = [
        head[0],
        head[1],
        (b"scenario/x", file, b"()"),
        (b"scenario/x/y", file, b"()"),
    ];
    assert!(matches!(
        Bundle::read(&archive(&inside)).unwrap_err(),
        Refusal::Twice(_)
    ));
    let names: Vec<String> = (0..400)
        .map(|number| format!("scenario/f{number}.ron"))
        .collect();
    let many: Vec<(&[u8], EntryType, &[u8])> = names
        .iter()
        .map(|name| (name.as_bytes(), file, &b"()"[..]))
        .collect();
    assert_eq!(Bundle::read(&archive(&many)).unwrap_err(), Refusal::TooMuch);
    // A file larger than a scenario's, and a bomb: a hundred megabytes of nothing in a hundred kilobytes.
    let large = vec![b' '; (1 << 20) + 1];
    assert_eq!(
        with(b"scenario/x.ron", file, &large).unwrap_err(),
        Refusal::TooMuch
    );
    let bomb = vec![0; 100 << 20];
    let bomb = archive(&[head[0], head[1], (b"scenario/x.ron", file, &bomb)]);
    assert!(bomb.len() < 1 << 20);
    assert_eq!(Bundle::read(&bomb).unwrap_err(), Refusal::TooMuch);
    // A bomb below the archive: gzip in gzip is just a file that is none of ours.
    let mut outer = GzEncoder::new(Vec::new(), Compression::fast());
    outer.write_all(&bomb).unwrap();
    assert_eq!(
        Bundle::read(&outer.finish().unwrap()).unwrap_err(),
        Refusal::NotABundle
    );
    let newer = br#"{"demarche_bundle": 2}"#;
    assert_eq!(
        Bundle::read(&archive(&[(b"bundle.json", file, newer)])).unwrap_err(),
        Refusal::Newer
    );
    assert_eq!(
        Bundle::read(&archive(&head)).unwrap_err(),
        Refusal::Changed,
        "the hash is not that of nothing"
    );
    assert_eq!(
        Bundle::read(&archive(&head[..1])).unwrap_err(),
        Refusal::NotABundle
    );
    assert_eq!(Bundle::read(b"").unwrap_err(), Refusal::NotABundle);
    let (_, mut appended) = bundled("first-call", None);
    appended.extend_from_slice(&archive(&head));
    assert_eq!(Bundle::read(&appended).unwrap_err(), Refusal::NotABundle);
}

#[test]
fn a_changed_byte_is_noticed() {
    let (files, bytes) = bundled("first-call", None);
    let manifest = Bundle::read(&bytes).unwrap().manifest;
    let text = serde_json::to_vec(&manifest).unwrap();
    let about = Bundle::read(&bytes).unwrap().about;
    let pack = |files: &Files, about: &str| {
        let names: Vec<String> = files
            .iter()
            .map(|(name, _)| format!("scenario/{name}"))
            .collect();
        let mut entries: Vec<(&[u8], EntryType, &[u8])> = vec![
            (b"bundle.json", EntryType::Regular, &text),
            (b"about.md", EntryType::Regular, about.as_bytes()),
        ];
        entries.extend(
            names
                .iter()
                .zip(files)
                .map(|(name, (_, bytes))| (name.as_bytes(), EntryType::Regular, bytes.as_slice())),
        );
        archive(&entries)
    };
    assert!(Bundle::read(&pack(&files, &about)).is_ok());
    let mut changed = files.clone();
    changed[0].1[10] ^= 1;
    assert_eq!(
        Bundle::read(&pack(&changed, &about)).unwrap_err(),
        Refusal::Changed
    );
    let mut renamed = files.clone();
    renamed[0].0 = "other.ron".to_owned();
    assert_eq!(
        Bundle::read(&pack(&renamed, &about)).unwrap_err(),
        Refusal::Changed
    );
    assert_eq!(
        Bundle::read(&pack(&files, "# Another")).unwrap_err(),
        Refusal::Changed
    );
    assert_eq!(
        Bundle::read(&pack(&files[1..].to_vec(), &about)).unwrap_err(),
        Refusal::Changed
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn rubble_is_refused_and_never_panics(flips in proptest::collection::vec((any::<prop::sample::Index>(), 1_u8..), 1..6), cut in any::<prop::sample::Index>()) {
        let (files, bytes) = (vec![("scenario.ron".to_owned(), b"()".to_vec())], archive(&[(b"bundle.json", EntryType::Regular, MANIFEST)]));
        prop_assert!(!files.is_empty());
        let mut broken = bytes.clone();
        for (place, by) in flips {
            let place = place.index(broken.len());
            broken[place] ^= by;
        }
        prop_assert!(Bundle::read(&broken).is_err());
        broken.truncate(cut.index(broken.len()));
        prop_assert!(Bundle::read(&broken).is_err());
    }
}

#[test]
fn made_shown_opened_and_played_from_the_command_line() {
    let home = TempDir::new().unwrap();
    let path = |name: &str| home.path().join(name).to_str().unwrap().to_owned();
    let (open, sealed) = (path("x.demarche"), path("s.demarche"));
    let made = run(home.path(), &["bundle", "first-call", "--out", &open]);
    assert_eq!(made.status.code(), Some(0), "{}", err(&made));
    let hash = out(&made)
        .lines()
        .find_map(|line| line.strip_prefix("Hash: ").map(str::to_owned))
        .unwrap();
    assert_eq!(
        run(home.path(), &["bundle", "first-call", "--out", &open])
            .status
            .code(),
        Some(2),
        "nothing is overwritten"
    );
    let logs = ["b.jsonl", "s.jsonl"].map(&path);
    for (what, log) in [open.as_str(), "first-call"].into_iter().zip(&logs) {
        let args = ["play", what, "--plain", "--seed", "7", "--log", log];
        let played = feed(home.path(), &args, &ones(400));
        assert_eq!(played.status.code(), Some(0), "{}", err(&played));
    }
    assert_eq!(
        fs::read(&logs[0]).unwrap(),
        fs::read(&logs[1]).unwrap(),
        "it plays as what it was made from"
    );
    let other = run(
        home.path(),
        &["bundle", "open", &open, "--out", &path("o"), "--hash", "ab"],
    );
    assert_eq!(other.status.code(), Some(1));
    let opened = run(
        home.path(),
        &[
            "bundle",
            "open",
            &open,
            "--out",
            &path("o"),
            "--hash",
            &hash,
        ],
    );
    assert_eq!(opened.status.code(), Some(0), "{}", err(&opened));
    assert!(out(&opened).contains(&hash));
    assert_eq!(
        run(home.path(), &["check", &path("o")]).status.code(),
        Some(0)
    );
    assert_eq!(
        run(home.path(), &["bundle", "open", &open, "--out", &path("o")])
            .status
            .code(),
        Some(2)
    );

    let made = feed(
        home.path(),
        &["bundle", &path("o"), "--seal", "--out", &sealed],
        "open sesame\n",
    );
    assert_eq!(made.status.code(), Some(0), "{}", err(&made));
    let shown = run(home.path(), &["bundle", "show", &sealed]);
    assert!(
        out(&shown).contains("sealed") && out(&shown).contains("Duty officer"),
        "{}",
        out(&shown)
    );
    let wrong = feed(
        home.path(),
        &["bundle", "open", &sealed, "--out", &path("w")],
        "open barley\n",
    );
    assert_eq!(wrong.status.code(), Some(1));
    assert!(!Path::new(&path("w")).exists());
    let right = feed(
        home.path(),
        &["bundle", "open", &sealed, "--out", &path("w")],
        "open sesame\n",
    );
    assert_eq!(right.status.code(), Some(0), "{}", err(&right));
    assert_eq!(tree(Path::new(&path("w"))), tree(Path::new(&path("o"))));
    let played = feed(
        home.path(),
        &["play", &sealed, "--plain"],
        &format!("open sesame\n{}", ones(400)),
    );
    assert_eq!(played.status.code(), Some(0), "{}", err(&played));
    fs::write(path("no.demarche"), b"PK").unwrap();
    assert_eq!(
        run(home.path(), &["play", &path("no.demarche"), "--plain"])
            .status
            .code(),
        Some(1)
    );
}
