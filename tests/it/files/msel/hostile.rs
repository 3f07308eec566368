//! Spreadsheets that nobody should open: bombs, lies, locks, rubble. Each is refused in words, none hangs.

use std::io::Write;

use demarche::author::msel::Cells;
use demarche::author::msel::sheet;
use demarche::author::msel::sheet::Unreadable;
use flate2::Compression;
use flate2::write::DeflateEncoder;
use proptest::prelude::*;

fn key(bytes: &[u8]) -> &'static str {
    match sheet::read(bytes) {
        Ok(_) => "",
        Err(Unreadable { key, .. }) => key,
    }
}

/// A good workbook of one row.
fn good() -> Vec<u8> {
    let mut cells = Cells::default();
    cells[0] = "a".to_owned();
    sheet::xlsx(&[cells]).unwrap()
}

/// An archive of these parts: name, claimed size, content.
fn archive(parts: &[(&str, u32, Vec<u8>)]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, claimed, content) in parts {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(content).unwrap();
        let packed = encoder.finish().unwrap();
        let offset = u32::try_from(out.len()).unwrap();
        let mut head = vec![20, 0, 0, 0, 8, 0, 0, 0, 0x21, 0];
        head.extend(crc32fast::hash(content).to_le_bytes());
        head.extend(u32::try_from(packed.len()).unwrap().to_le_bytes());
        head.extend(claimed.to_le_bytes());
        head.extend(u16::try_from(name.len()).unwrap().to_le_bytes());
        head.extend([0, 0]);
        out.extend(b"PK\x03\x04");
        out.extend(&head);
        out.extend(name.as_bytes());
        out.extend(&packed);
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&head);
        directory.extend([0; 10]);
        directory.extend(offset.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let start = u32::try_from(out.len()).unwrap();
    let size = u32::try_from(directory.len()).unwrap();
    let count = u16::try_from(parts.len()).unwrap().to_le_bytes();
    out.extend(directory);
    out.extend(b"PK\x05\x06\x00\x00\x00\x00");
    out.extend(count);
    out.extend(count);
    out.extend(size.to_le_bytes());
    out.extend(start.to_le_bytes());
    out.extend([0, 0]);
    out
}

/// A workbook whose one sheet has this inside `<sheetData>`.
fn workbook(rows: &str) -> Vec<u8> {
    let sheet = format!(
        "<?xml version=\"1.0\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><dimension ref=\"A1:XFD1048576\"/><sheetData>{rows}</sheetData></worksheet>"
    );
    let relations = "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>";
    let book = "<?xml version=\"1.0\"?><workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
    let root = "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
    archive(&[
        ("_rels/.rels", 1, root.as_bytes().to_vec()),
        ("xl/workbook.xml", 1, book.as_bytes().to_vec()),
        (
            "xl/_rels/workbook.xml.rels",
            1,
            relations.as_bytes().to_vec(),
        ),
        ("xl/worksheets/sheet1.xml", 1, sheet.into_bytes()),
    ])
}

fn text_cell(place: &str, text: &str) -> String {
    format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

#[test]
fn bombs_and_lies_are_refused() {
    let head = format!("<row r=\"1\">{}</row>", text_cell("A1", "control_no"));
    assert!(
        sheet::read(&workbook(&head)).is_ok(),
        "{:?}: sizes that lie do no harm",
        sheet::read(&workbook(&head))
    );
    // A cell in the last corner makes no table of seventeen thousand million cells.
    let corner = format!(
        "{head}<row r=\"1048576\">{}</row>",
        text_cell("XFD1048576", "x")
    );
    assert_eq!(key(&workbook(&corner)), "");
    let rows: String = (2..6000)
        .map(|row| {
            format!(
                "<row r=\"{row}\">{}</row>",
                text_cell(&format!("A{row}"), "x")
            )
        })
        .collect();
    assert_eq!(key(&workbook(&format!("{head}{rows}"))), "msel-many-rows");
    let long = "x".repeat(1 << 20);
    let much: String = (2..20)
        .map(|row| {
            format!(
                "<row r=\"{row}\">{}</row>",
                text_cell(&format!("A{row}"), &long)
            )
        })
        .collect();
    assert_eq!(key(&workbook(&format!("{head}{much}"))), "msel-bomb");
    let zeros = vec![b' '; 80 << 20];
    assert_eq!(
        key(&archive(&[("xl/workbook.xml", 10, zeros)])),
        "msel-bomb"
    );
    let many: Vec<_> = (0..600).map(|_| ("a.xml", 0, Vec::new())).collect();
    assert_eq!(key(&archive(&many)), "msel-bomb");
    let twice = [
        ("xl/workbook.xml", 1, b"<a/>".to_vec()),
        ("xl/workbook.xml", 1, b"<b/>".to_vec()),
    ];
    assert_eq!(key(&archive(&twice)), "msel-bad-zip");
    let mut locked = good();
    let start = locked
        .windows(4)
        .position(|four| four == b"PK\x01\x02")
        .unwrap();
    locked[start + 8] |= 1;
    assert_eq!(key(&locked), "msel-locked");
    assert_eq!(key(b"PK\x03\x04"), "msel-bad-zip");
    assert_eq!(key(&[0xD0, 0xCF, 0x11, 0xE0, 0]), "msel-old-excel");
    assert_eq!(key(&[0xFF, 0xFE, 0x41, 0]), "msel-not-utf8");
    assert_eq!(key(b"a,b\n"), "msel-no-head");
    assert_eq!(key(b""), "msel-no-head");
    assert_eq!(key(b"control_no,title,title\n"), "msel-head-twice");
    assert_eq!(key(&vec![b','; (16 << 20) + 1]), "msel-large");
    let lines = format!("control_no\n{}", "x\n".repeat(6000));
    assert_eq!(key(lines.as_bytes()), "msel-many-rows");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn rubble_never_panics(flips in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8), cut in any::<prop::sample::Index>()) {
        let mut bytes = good();
        for (place, byte) in flips {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        let _ = sheet::read(&bytes);
        bytes.truncate(cut.index(bytes.len()));
        let _ = sheet::read(&bytes);
    }
}
