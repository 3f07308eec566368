//! Whatever a log has to say is in the catalogue, and shows hostile names as text.

use std::io::ErrorKind;
use std::path::PathBuf;

use demarche::log::Damage;
use demarche::log::Doing;
use demarche::log::LogError;
use demarche::log::Recovered;
use demarche::log::little_space;
use demarche::text::Words;

#[test]
fn everything_a_log_can_say_has_words() {
    let path = || PathBuf::from("a\u{1b}[2Jb\u{202e}.jsonl");
    let json = || serde_json::from_str::<bool>("1").unwrap_err();
    let disk = |doing| LogError::Disk {
        path: path(),
        doing,
        source: ErrorKind::StorageFull.into(),
    };
    let spoilt = |damage| LogError::Damaged {
        path: path(),
        line: 3,
        damage,
    };
    let doings = [
        Doing::MakeFolder,
        Doing::Open,
        Doing::Lock,
        Doing::Read,
        Doing::Write,
        Doing::Sync,
        Doing::Cut,
        Doing::Rename,
        Doing::Remove,
        Doing::List,
        Doing::Measure,
    ];
    let damages = [
        Damage::Checksum,
        Damage::Shape,
        Damage::Order { says: 5 },
        Damage::Chain,
    ];
    let errors = doings
        .into_iter()
        .map(disk)
        .chain(damages.into_iter().map(spoilt))
        .chain([
            LogError::Damaged {
                path: path(),
                line: 1,
                damage: Damage::Checksum,
            },
            LogError::InUse { path: path() },
            LogError::Exists { path: path() },
            LogError::NotALog { path: path() },
            LogError::Newer {
                path: path(),
                format: 2,
                newest: 1,
            },
            LogError::NotUnderstood {
                path: path(),
                line: 3,
                source: json(),
            },
            LogError::Encode {
                path: path(),
                line: 3,
                source: json(),
            },
            LogError::TooLarge {
                path: path(),
                limit: 1 << 26,
            },
            LogError::Replaced { path: path() },
            LogError::ReadOnly { path: path() },
            LogError::NoPackage { path: path() },
            LogError::BadPackage { path: path() },
        ]);
    let words = Words::new("en");
    let mut said: Vec<String> = Vec::new();
    for error in errors {
        let plain = error.to_string();
        assert!(
            !plain.contains('\u{1b}') && !plain.contains('\u{202e}'),
            "{plain:?}"
        );
        said.push(error.words(&words).into_string());
    }
    said.push(Recovered { dropped_bytes: 1 }.words(&words).into_string());
    said.push(little_space(&words, 5 << 20).unwrap().into_string());
    assert_eq!(little_space(&words, 64 << 20), None);
    insta::with_settings!({ snapshot_path => "../snapshots" }, {
        insta::assert_snapshot!("log_words", said.join("\n"));
    });
}
