//! Safe text commands nothing, hides nothing, and leaves honest text alone.

use std::time::Duration;
use std::time::Instant;

use demarche::text::SafeText;
use demarche::text::Words;
use demarche::text::clip;
use demarche::text::width;
use demarche::text::wrap;
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use crate::payloads::HIDING;
use crate::payloads::HONEST;
use crate::payloads::assert_shows_text_only;
use crate::payloads::payloads;
use crate::support::effort;

#[test]
fn no_payload_reaches_the_terminal() {
    let all = payloads();
    assert!(all.len() >= 400, "{}", all.len());
    let words = Words::default();
    for payload in &all {
        let raw = format!("left {} right", payload.text);
        let line = SafeText::line(&raw);
        let block = SafeText::block(&raw);
        let filled = words.fill("diag-S301", &[("name", raw.as_str().into())]);
        let read: SafeText = serde_json::from_str(&serde_json::to_string(&raw).unwrap()).unwrap();
        for text in [&line, &block, &filled, &read] {
            assert_shows_text_only(text.as_str());
        }
        assert!(!line.as_str().contains('\n'), "{}", payload.name);
        assert!(
            line.as_str().starts_with("left "),
            "{}: {line}",
            payload.name
        );
        if let Some(leaves) = payload.leaves {
            assert_eq!(
                line,
                SafeText::line(&format!("left {leaves} right")),
                "{}",
                payload.name
            );
            assert_eq!(
                line.as_str(),
                format!("left {leaves} right"),
                "{}",
                payload.name
            );
        }
        assert_holds_its_promises(&raw);
    }
}

#[test]
fn what_hides_is_shown() {
    for hiding in HIDING {
        let shown = SafeText::line(&format!("a{hiding}b"));
        assert_eq!(shown.as_str(), format!("a⟨U+{:04X}⟩b", u32::from(*hiding)));
    }
    assert_eq!(
        SafeText::line("pay\u{202e}rats").as_str(),
        "pay⟨U+202E⟩rats"
    );
    assert_eq!(
        SafeText::line("☎\u{fe0f}\u{fe0f}").as_str(),
        "☎\u{fe0f}⟨U+FE0F⟩"
    );
}

#[test]
fn honest_text_survives() {
    for honest in HONEST {
        let composed: String = honest.nfc().collect();
        assert_eq!(SafeText::line(honest).as_str(), composed);
        assert_eq!(SafeText::block(honest).as_str(), composed);
    }
    assert_eq!(
        SafeText::block("one\r\ntwo\n\tthree\n").as_str(),
        "one\ntwo\n    three\n"
    );
    assert_eq!(
        SafeText::line("one\r\ntwo\tthree").as_str(),
        "one two three"
    );
    assert_eq!(SafeText::line("e\u{301}").as_str(), "é");
}

#[test]
fn lengths_are_capped_with_a_sign() {
    let line = SafeText::line(&"é".repeat(500));
    assert_eq!(line.as_str().chars().count(), 400);
    assert!(line.as_str().ends_with('…'));
    assert_eq!(SafeText::line(&"a".repeat(400)).as_str(), "a".repeat(400));
    let block = SafeText::block(&"日本 ".repeat(10_000));
    assert!(
        block.as_str().len() <= 16 * 1024
            && block.as_str().len() > 16 * 1024 - 16
            && block.as_str().ends_with('…')
    );
    let marks = SafeText::line(&format!("a{}b", "\u{323}".repeat(1000)));
    assert_eq!(marks.as_str().chars().count(), 9);
}

#[test]
fn joined_pieces_and_padding() {
    let pieces = [SafeText::line("a"), SafeText::line("b")];
    assert_eq!(SafeText::joined(&pieces, "\x1b[31m, "), "a, b");
    assert_eq!(format!("{:<4}|{:>4}", pieces[0], pieces[1]), "a   |   b");
    assert_eq!(SafeText::block("ab\n日本").width(), 4);
}

#[test]
fn a_mebibyte_is_cleaned_in_linear_time() {
    let fillers = [
        "a",
        "é",
        "\u{301}",
        "\x1b",
        "\x1b[",
        "\x1b]0;",
        "\u{9b}1m",
        "\u{202e}",
        "👩\u{200d}",
        "\u{1100}",
        "日",
        "\n",
        "क\u{94d}",
        "\u{e0067}",
        "🇨",
        "\u{344}",
    ];
    for filler in fillers {
        let raw = filler.repeat((1 << 20) / filler.len());
        let start = Instant::now();
        let _ = SafeText::block(&raw);
        let _ = SafeText::line(&raw);
        let took = start.elapsed();
        assert!(took < Duration::from_secs(1), "{filler:?} took {took:?}");
    }
}

/// What holds of every text, whatever it was made from.
#[track_caller]
fn assert_holds_its_promises(raw: &str) {
    for (text, again) in [
        (SafeText::line(raw), SafeText::line as fn(&str) -> SafeText),
        (
            SafeText::block(raw),
            SafeText::block as fn(&str) -> SafeText,
        ),
    ] {
        let shown = text.as_str();
        assert!(shown.len() <= 16 * 1024);
        assert_eq!(again(shown), text, "cleaning twice differs: {raw:?}");
        assert!(unicode_normalization::is_nfc(shown), "{shown:?}");
        assert!(
            shown
                .graphemes(true)
                .all(|cluster| cluster.chars().count() <= 16),
            "{shown:?}"
        );
        for columns in [1, 7, 40] {
            let lines = wrap(&text, columns);
            for line in &lines {
                let too_wide = line.width() > columns
                    && line.as_str().trim_start().graphemes(true).count() > 1;
                assert!(!too_wide, "{line:?} is wider than {columns}");
            }
            let letters = |text: &str| -> String { text.split_whitespace().collect() };
            let wrapped: String = lines.iter().map(|line| letters(line.as_str())).collect();
            assert_eq!(
                wrapped,
                letters(shown),
                "wrapping at {columns} lost something"
            );
            let clipped = clip(&text, columns);
            assert!(
                width(clipped.as_str()) <= columns,
                "{clipped:?} is wider than {columns}"
            );
        }
    }
}

/// Characters that matter here, more often than chance would have them.
fn nasty() -> impl Strategy<Value = String> {
    let marks = prop::sample::select(vec![
        '\u{301}',
        '\u{323}',
        '\u{344}',
        '\u{93c}',
        '\u{94d}',
        '\u{200d}',
        '\u{200c}',
        '\u{fe0f}',
        '\u{1161}',
        '\u{11a8}',
        '\u{e0100}',
        '\u{20e3}',
    ]);
    let bases = prop::sample::select(vec![
        'a',
        'é',
        ' ',
        '\n',
        'ن',
        'क',
        'ष',
        '\u{958}',
        '\u{1100}',
        '한',
        '日',
        '👩',
        '☎',
        '🇨',
        '1',
        '\u{600}',
        '\u{110bd}',
        '\u{f900}',
        '\u{212b}',
    ]);
    let controls = prop::sample::select(vec![
        '\x1b', '[', ']', 'P', '\\', 'm', ';', '\x07', '\r', '\t', '\u{9b}', '\u{9c}', '\u{9d}',
        '\x18', '\0', '\u{85}',
    ]);
    let hiding = prop::sample::select(HIDING.to_vec());
    let one = prop_oneof![3 => any::<char>(), 4 => marks, 4 => bases, 4 => controls, 1 => hiding];
    prop::collection::vec(one, 0..80).prop_map(String::from_iter)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: u32::try_from(2000 * effort()).unwrap(), failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn any_text_holds_the_promises(raw in nasty()) {
        assert_holds_its_promises(&raw);
        assert_shows_text_only(SafeText::line(&raw).as_str());
        assert_shows_text_only(SafeText::block(&raw).as_str());
    }
}
