//! Reads reports back, to see that they are what they should be.

/// Elements that have no end tag.
const VOID: &[&str] = &["meta", "br", "!DOCTYPE"];

/// Every tag is closed in its place, attributes are quoted, ids are unique, links inside the page lead somewhere, and every
/// drawing has a title and a description.
#[track_caller]
pub(super) fn assert_well_formed(html: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut ids: Vec<&str> = Vec::new();
    let mut wanted: Vec<&str> = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        assert!(
            !rest[..start].contains('>') || open.last() == Some(&"style"),
            "a stray >: {:?}",
            &rest[..start]
        );
        rest = &rest[start + 1..];
        let end = rest.find('>').expect("a tag ends");
        let tag = &rest[..end];
        rest = &rest[end + 1..];
        assert!(!tag.contains('<'), "a tag in a tag: {tag}");
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "closed out of place");
            continue;
        }
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        let closed = attributes.ends_with('/');
        for (key, value) in quoted(attributes.trim_end_matches('/')) {
            match key {
                "id" => ids.push(value),
                "href" => wanted.push(value.strip_prefix('#').expect("links stay in the page")),
                "aria-labelledby" => wanted.extend(value.split(' ')),
                _ => assert!(!key.starts_with("on"), "{tag}"),
            }
        }
        if !closed && !VOID.contains(&name) {
            open.push(name);
            if name == "style" {
                let end = rest.find("</style>").expect("the style sheet ends");
                rest = &rest[end..];
            }
        }
    }
    assert!(open.is_empty(), "never closed: {open:?}");
    let mut once = ids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), ids.len(), "an id is there twice");
    for id in wanted {
        assert!(ids.contains(&id), "nothing has the id {id}");
    }
    for drawing in html.split("<svg ").skip(1) {
        assert!(drawing.starts_with("class="), "{}", &drawing[..60]);
        assert!(drawing.contains("role=\"img\""));
        assert!(drawing.contains("<title id=") && drawing.contains("<desc id="));
    }
}

/// The attributes of a tag: each has a quoted value, or none.
#[track_caller]
fn quoted(attributes: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    let mut rest = attributes.trim();
    while !rest.is_empty() {
        let (key, later) = match rest.split_once('=') {
            Some((key, later)) if !key.contains(' ') => (key, later),
            _ => {
                let (key, later) = rest.split_once(' ').unwrap_or((rest, ""));
                assert!(!key.contains('"'), "{attributes}");
                rest = later.trim();
                continue;
            }
        };
        let value = later
            .strip_prefix('"')
            .unwrap_or_else(|| panic!("not quoted: {attributes}"));
        let (value, later) = value.split_once('"').expect("a quote ends");
        found.push((key, value));
        rest = later.trim();
    }
    found
}

/// What a reader sees of a page.
pub(super) fn text_of(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    if let (Some(start), Some(end)) = (rest.find("<style>"), rest.find("</style>")) {
        text.push_str(&text_of(&rest[..start]));
        rest = &rest[end..];
    }
    let mut inside = false;
    for letter in rest.chars() {
        match letter {
            '<' => inside = true,
            '>' if inside => inside = false,
            letter if !inside => text.push(letter),
            _ => {}
        }
    }
    let entities = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&#39;", "'"),
        ("&#x2f;", "/"),
        ("&nbsp;", " "),
        ("&amp;", "&"),
    ];
    entities
        .into_iter()
        .fold(text, |text, (entity, letter)| text.replace(entity, letter))
}

/// Markdown in which nothing anybody wrote means anything: outside of what the report itself writes, every mark is escaped.
#[track_caller]
pub(super) fn assert_plain_markdown(markdown: &str) {
    for line in markdown.lines() {
        // What the report writes itself: headings, list items, quotes, rules, tables, emphasis of whole lines.
        let body = line.trim_start_matches("> ");
        let body = body.strip_prefix("- ").unwrap_or(body);
        let body = body.trim_start_matches('#').trim_start();
        if body == "---" || body.trim_matches(['|', ' ', '-']).is_empty() {
            continue;
        }
        let is_table = body.starts_with("| ");
        let emphasis = if body.starts_with("**") { "**" } else { "*" };
        let inner = body.strip_prefix(emphasis);
        let body = inner
            .and_then(|inner| inner.strip_suffix(emphasis))
            .unwrap_or(body);
        let mut escaped = false;
        let mut letters = body.char_indices().peekable();
        while let Some((place, letter)) = letters.next() {
            if escaped {
                escaped = false;
                continue;
            }
            match letter {
                '\\' => {
                    escaped = true;
                    assert!(letters.peek().is_some(), "ends in a backslash: {line}");
                }
                '`' | '*' | '_' | '[' | ']' | '<' | '>' | '~' | '&' => {
                    panic!("`{letter}` means something in {line}")
                }
                '|' => assert!(is_table, "a bar in {line}"),
                ':' => assert!(!body[place..].starts_with("://"), "an address in {line}"),
                _ => {}
            }
        }
        assert!(
            !line.starts_with("    ") && !line.starts_with('\t'),
            "code: {line}"
        );
        assert!(
            !body.starts_with("==") && !body.starts_with("--"),
            "a heading's rule: {line}"
        );
    }
}
