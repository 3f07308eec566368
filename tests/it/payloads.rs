//! Text that tries to command a terminal, and the proof that some output does not.

/// One hostile text.
pub(crate) struct Payload {
    pub(crate) name: String,
    pub(crate) text: String,
    /// What must be left of it between two honest words, if that is known; otherwise it may swallow what follows.
    pub(crate) leaves: Option<&'static str>,
}

const CSI: &[&str] = &[
    "2J",
    "3J",
    "H",
    "6n",
    "c",
    ">c",
    "=c",
    "?1049h",
    "?1000h",
    "?1006h",
    "?2004l",
    "?25l",
    "?5h",
    "?69h",
    "?996n",
    "20t",
    "21t",
    "8;9999;9999t",
    "38:2:255:0:0m",
    "38;5;1m",
    "31m",
    "<0;1;1M",
    "!p",
    "0K",
    "999A",
    "999C",
    "1;1r",
    "s",
    "u",
    "4h",
    "5i",
    "\"p",
    " q",
    "1;1;9;9$x",
    "200~",
    "99999999999999999999m",
    ">4;2m",
    "?u",
];

const OSC: &[&str] = &[
    "0;title",
    "1;icon",
    "2;title",
    "4;1;rgb:ff/00/00",
    "7;file://host/",
    "8;;http://evil.example/",
    "9;hello",
    "9;4;1;50",
    "10;#fff",
    "11;?",
    "12;red",
    "22;crosshair",
    "50;font",
    "52;c;aGVsbG8=",
    "52;c;?",
    "104",
    "112",
    "133;A",
    "633;E;ls",
    "777;notify;t;b",
    "1337;File=inline=1:AAAA",
    "1337;SetUserVar=a=Yg==",
    "5113;ac=send",
    "l\u{301}title",
];

const DCS: &[&str] = &[
    "$qm",
    "+q544e",
    "0;0;0q#0;2;0;0;0~~",
    "tmux;\x1b\x1b]0;t",
    "=1s",
    "1000p",
    "1;1|17/6c730d",
];

const ESC: &[&str] = &[
    "c", "7", "8", "D", "E", "H", "M", "N", "O", "Z", "=", ">", "\\", "n", "o", "|", "}", "~", "F",
    "l", "m", "6", "9", "#8", "#3", "%G", "%@", "(0", ")0", "*B", " F", "$(A",
];

/// Characters that hide, reorder or pass for nothing.
pub(crate) const HIDING: &[char] = &[
    '\u{ad}',
    '\u{34f}',
    '\u{61c}',
    '\u{115f}',
    '\u{1160}',
    '\u{17b4}',
    '\u{180b}',
    '\u{180e}',
    '\u{200b}',
    '\u{200c}',
    '\u{200d}',
    '\u{200e}',
    '\u{200f}',
    '\u{2028}',
    '\u{2029}',
    '\u{202a}',
    '\u{202b}',
    '\u{202c}',
    '\u{202d}',
    '\u{202e}',
    '\u{2060}',
    '\u{2061}',
    '\u{2064}',
    '\u{2066}',
    '\u{2067}',
    '\u{2068}',
    '\u{2069}',
    '\u{206a}',
    '\u{206f}',
    '\u{2800}',
    '\u{3164}',
    '\u{e000}',
    '\u{f8ff}',
    '\u{fdd0}',
    '\u{fe00}',
    '\u{fe0e}',
    '\u{fe0f}',
    '\u{feff}',
    '\u{ffa0}',
    '\u{fff9}',
    '\u{fffa}',
    '\u{fffb}',
    '\u{fffc}',
    '\u{ffff}',
    '\u{13430}',
    '\u{1bca0}',
    '\u{1d173}',
    '\u{e0001}',
    '\u{e0041}',
    '\u{e007f}',
    '\u{e0100}',
    '\u{f0000}',
    '\u{10fffd}',
    '\u{1ffff}',
];

/// Texts that only look like trouble, or are honest in other scripts, and must come out as they are.
pub(crate) const HONEST: &[&str] = &[
    "السلام عليكم، هذا تمرين",
    "می\u{200c}خواهم",
    "שלום לכולם",
    "สวัสดีครับ ผู้เชี่ยวชาญ",
    "क्षत्रिय र्त्स्न्य",
    "क\u{94d}\u{200d}ष",
    "한국어 문장",
    "日本語の文章、約物。",
    "Ñandú, façade, Ångström, đường, Kraków",
    "👩\u{200d}👩\u{200d}👧\u{200d}👦 🇨🇷 👍🏽",
    "☎\u{fe0f} 1\u{fe0f}\u{20e3}",
    "葛\u{e0100}城",
    "x̂ ŷ",
    "TLP:AMBER+STRICT → “quoted” – ½ ≤ 3 €",
    "Facilitator",
    "FаcіIitator",
    "Decision recorded #12",
    "=HYPERLINK(\"http://evil.example\")",
    "@SUM(A1)",
    "+cmd|' /C calc'!A0",
    "-1+1",
    "<script>alert(1)</script>",
    "![](http://evil.example/x.png)",
    "[a](javascript:alert(1))",
    "--- title: x ---",
    "```",
    "{{ 7 * 7 }}",
    "%s%n$(id)`id`",
    "../../etc/passwd",
    "'; DROP TABLE seats; --",
];

/// Every payload: each sequence in 7 and 8 bits, with each end, unended, nested, interrupted; every control; every hiding
/// character; bytes that are no text; floods.
pub(crate) fn payloads() -> Vec<Payload> {
    let mut all = Vec::new();
    control_sequences(&mut all);
    control_strings(&mut all);
    escapes_and_controls(&mut all);
    floods_and_forgeries(&mut all);
    all
}

fn add(all: &mut Vec<Payload>, name: String, text: String, leaves: Option<&'static str>) {
    all.push(Payload { name, text, leaves });
}

fn control_sequences(all: &mut Vec<Payload>) {
    for body in CSI {
        for (bits, start) in [(7, "\x1b["), (8, "\u{9b}")] {
            let unended = &body[..body.len() - 1];
            for (form, text, leaves) in [
                ("", format!("{start}{body}"), Some("")),
                ("twice", format!("{start}{start}{body}"), Some("")),
                (
                    "with a control inside",
                    format!("{start}\x08{body}"),
                    Some(""),
                ),
                ("unended", format!("{start}{unended}"), None),
                ("cancelled", format!("{start}{unended}\x18"), Some("")),
                (
                    "in a link",
                    format!("\x1b]8;;http://a/{start}{body}\x1b\\"),
                    None,
                ),
                ("before a mark", format!("{start}{unended}\u{301}"), None),
            ] {
                add(all, format!("csi{bits} {body} {form}"), text, leaves);
            }
        }
    }
}

fn control_strings(all: &mut Vec<Payload>) {
    let kinds = [
        ("osc", "]", '\u{9d}', OSC),
        ("dcs", "P", '\u{90}', DCS),
        ("apc", "_", '\u{9f}', &["Gf=100;AAAA", "x"]),
        ("pm", "^", '\u{9e}', &["x"]),
        ("sos", "X", '\u{98}', &["x"]),
    ];
    for (kind, short, long, bodies) in kinds {
        for body in bodies {
            for (bits, start) in [(7, format!("\x1b{short}")), (8, long.to_string())] {
                let leaves = (!body.contains('\x1b')).then_some("");
                for (form, text, leaves) in [
                    ("bel", format!("{start}{body}\x07"), leaves),
                    ("st", format!("{start}{body}\x1b\\"), leaves),
                    ("st in 8 bits", format!("{start}{body}\u{9c}"), leaves),
                    ("cancelled", format!("{start}{body}\x18"), leaves),
                    ("substituted", format!("{start}{body}\x1a"), leaves),
                    (
                        "ended by a sequence",
                        format!("{start}{body}\x1b[2J"),
                        leaves,
                    ),
                    ("unended", format!("{start}{body}"), None),
                    (
                        "in a link",
                        format!("\x1b]8;;http://a/{start}{body}\x07\x1b\\"),
                        None,
                    ),
                ] {
                    add(all, format!("{kind}{bits} {body:?} {form}"), text, leaves);
                }
            }
        }
    }
}

fn escapes_and_controls(all: &mut Vec<Payload>) {
    for body in ESC {
        add(all, format!("esc {body}"), format!("\x1b{body}"), Some(""));
        add(
            all,
            format!("esc twice {body}"),
            format!("\x1b\x1b{body}"),
            Some(""),
        );
    }
    for (name, text, leaves) in [
        ("esc GQ", "\x1bGQ", Some("Q")),
        ("esc k", "\x1bktitle\x1b\\", Some("")),
        ("esc before a mark", "\x1b\u{301}[2J", None),
        ("esc alone", "\x1b", None),
    ] {
        add(all, name.to_owned(), text.to_owned(), leaves);
    }
    let opens = [
        '\x1b', '\u{90}', '\u{98}', '\u{9b}', '\u{9d}', '\u{9e}', '\u{9f}',
    ];
    let breaks = ['\t', '\n', '\x0b', '\x0c', '\r'];
    for control in ('\0'..='\x1f').chain('\x7f'..='\u{9f}') {
        let leaves = (!opens.contains(&control) && !breaks.contains(&control)).then_some("");
        add(
            all,
            format!("control {:02x}", u32::from(control)),
            control.to_string(),
            leaves,
        );
    }
    for hiding in HIDING {
        add(
            all,
            format!("hiding {:04x}", u32::from(*hiding)),
            hiding.to_string(),
            None,
        );
    }
    for bytes in [
        &b"\xc0\x9b31m"[..],
        b"\xe0\x80\x9b2J",
        b"\x9b2J",
        b"\xff\xfe",
        b"\xed\xa0\x80",
        b"\x1b\x9b2J",
        b"\xc2",
    ] {
        add(
            all,
            format!("bytes {bytes:02x?}"),
            String::from_utf8_lossy(bytes).into_owned(),
            None,
        );
    }
}

fn floods_and_forgeries(all: &mut Vec<Payload>) {
    for (name, text) in [
        ("overwriting a name", "\rFacilitator: ".to_owned()),
        (
            "overprinting",
            "secret\x08\x08\x08\x08\x08\x08public".to_owned(),
        ),
        (
            "a forged log line",
            "ok\n12:00 Decision recorded #12\r\n".to_owned(),
        ),
        (
            "a flood of payload",
            format!("\x1b]52;c;{}\x07", "A".repeat(1 << 20)),
        ),
        (
            "a flood of payload without end",
            format!("\u{90}{}", "A".repeat(1 << 20)),
        ),
        (
            "a flood of parameters",
            format!("\x1b[{}m", "1;".repeat(1 << 19)),
        ),
        ("a flood of marks", "\u{301}".repeat(1 << 20)),
        ("a flood of joined pictures", "👩\u{200d}".repeat(10_000)),
        ("a flood of initials", "\u{1100}".repeat(10_000)),
        ("a flood of spaces", " ".repeat(10_000)),
        ("a flood of flags", "🇨".repeat(10_000)),
        (
            "a flood of tags",
            format!("🏴{}", "\u{e0067}".repeat(10_000)),
        ),
        ("a flood of escapes", "\x1b".repeat(1 << 20)),
        (
            "unbalanced isolates",
            "\u{2067}\u{2067}a\u{2069}\u{202e}b".to_owned(),
        ),
    ] {
        add(all, name.to_owned(), text, None);
    }
}

/// Fails if `output` does anything to a terminal but show characters and break lines.
#[track_caller]
pub(crate) fn assert_shows_text_only(output: &str) {
    let stray = output
        .chars()
        .find(|character| character.is_control() && *character != '\n');
    assert_eq!(stray, None, "{output:?}");
    let (rows, columns) = (40, 200);
    let mut terminal = vt100::Parser::new_with_callbacks(rows, columns, 0, Recorder::default());
    let fresh = vt100::Parser::new(1, 1, 0);
    let fresh = fresh.screen();
    terminal.process(output.replace('\n', "\r\n").as_bytes());
    assert_eq!(
        terminal.callbacks().seen,
        Vec::<String>::new(),
        "{output:?}"
    );
    let screen = terminal.screen();
    assert_eq!(
        screen.attributes_formatted(),
        fresh.attributes_formatted(),
        "{output:?}"
    );
    assert_eq!(
        screen.input_mode_formatted(),
        fresh.input_mode_formatted(),
        "{output:?}"
    );
    assert!(
        !screen.alternate_screen() && !screen.hide_cursor(),
        "{output:?}"
    );
    // What fits on the screen is all there, in its order: nothing moved the cursor back.
    let fits = |line: &str| demarche::text::width(line) < usize::from(columns);
    if output.lines().count() < usize::from(rows) && output.lines().all(fits) {
        let letters =
            |text: &str| -> String { text.chars().filter(char::is_ascii_graphic).collect() };
        assert_eq!(letters(&screen.contents()), letters(output));
    }
}

/// Writes down everything a terminal is asked beyond printing.
#[derive(Default)]
struct Recorder {
    seen: Vec<String>,
}

impl vt100::Callbacks for Recorder {
    fn audible_bell(&mut self, _: &mut vt100::Screen) {
        self.seen.push("bell".into());
    }
    fn visual_bell(&mut self, _: &mut vt100::Screen) {
        self.seen.push("visual bell".into());
    }
    fn resize(&mut self, _: &mut vt100::Screen, request: (u16, u16)) {
        self.seen.push(format!("resize {request:?}"));
    }
    fn set_window_icon_name(&mut self, _: &mut vt100::Screen, name: &[u8]) {
        self.seen.push(format!("icon {name:?}"));
    }
    fn set_window_title(&mut self, _: &mut vt100::Screen, title: &[u8]) {
        self.seen.push(format!("title {title:?}"));
    }
    fn copy_to_clipboard(&mut self, _: &mut vt100::Screen, _: &[u8], data: &[u8]) {
        self.seen.push(format!("copy {data:?}"));
    }
    fn paste_from_clipboard(&mut self, _: &mut vt100::Screen, kind: &[u8]) {
        self.seen.push(format!("paste {kind:?}"));
    }
    fn unhandled_char(&mut self, _: &mut vt100::Screen, character: char) {
        // The replacement character is what invalid bytes became before they reached us.
        if character != '\u{fffd}' {
            self.seen.push(format!("character {character:?}"));
        }
    }
    fn unhandled_control(&mut self, _: &mut vt100::Screen, control: u8) {
        self.seen.push(format!("control {control}"));
    }
    fn unhandled_escape(&mut self, _: &mut vt100::Screen, _: Option<u8>, _: Option<u8>, last: u8) {
        self.seen.push(format!("escape {last}"));
    }
    fn unhandled_csi(
        &mut self,
        _: &mut vt100::Screen,
        _: Option<u8>,
        _: Option<u8>,
        _: &[&[u16]],
        last: char,
    ) {
        self.seen.push(format!("control sequence {last}"));
    }
    fn unhandled_osc(&mut self, _: &mut vt100::Screen, params: &[&[u8]]) {
        self.seen.push(format!("system command {params:?}"));
    }
}
