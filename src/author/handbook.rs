//! The handbook: the pages of `docs/`, kept in the program, and two that are made: of the
//! regional packs, and the reference, of the code. Read offline, in a
//! terminal of any width.

mod markdown;
mod packs;
mod reference;

pub use markdown::Kind;
pub use markdown::Line;
pub use markdown::lines;
pub use reference::reference;
pub(in crate::author) use reference::shape;

use include_dir::Dir;
use include_dir::include_dir;

use crate::text::SafeText;
use crate::text::Words;

static PAGES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/docs");

/// The pages in the order in which one reads them; others follow by name.
const ORDER: [&str; 8] = [
    "tutorial",
    "authoring",
    "cookbook",
    "good-exercises",
    "editors",
    "mechanics",
    PACKS,
    REFERENCE,
];

/// The page that is made from the packs in the binary.
const PACKS: &str = "packs";
/// The page that is made from the code.
const REFERENCE: &str = "reference";

/// A page of the handbook.
#[derive(Clone, Debug)]
pub struct Page {
    /// What `demarche help` calls it.
    pub topic: String,
    /// Its first heading.
    pub title: SafeText,
    /// In Markdown.
    pub text: String,
}

/// What stands between two headings of the first or second order.
#[derive(Clone, Debug)]
pub struct Section {
    pub topic: String,
    pub title: SafeText,
    /// In Markdown, without its heading.
    pub text: String,
}

/// Something that was looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    pub topic: String,
    pub section: SafeText,
    pub line: SafeText,
}

/// Every page, in the order in which one reads them.
pub fn pages(words: &Words) -> Vec<Page> {
    let mut pages: Vec<Page> = PAGES
        .files()
        .filter_map(|file| {
            let name = file.path().file_name()?.to_str()?;
            let topic = name
                .strip_suffix(".md")
                .filter(|topic| *topic != REFERENCE)?;
            page(topic, file.contents_utf8()?.to_owned())
        })
        .collect();
    pages.extend(page(PACKS, packs::packs(words)));
    // In `docs/` it lies too, for whoever reads there.
    pages.extend(page(REFERENCE, reference(words)));
    let place = |page: &Page| {
        let known = ORDER.iter().position(|topic| *topic == page.topic);
        (known.unwrap_or(ORDER.len()), page.topic.clone())
    };
    pages.sort_by_key(place);
    pages
}

fn page(topic: &str, text: String) -> Option<Page> {
    let title = text.lines().find_map(|line| line.strip_prefix("# "))?;
    Some(Page {
        topic: topic.to_owned(),
        title: SafeText::line(title),
        text,
    })
}

/// The sections of a page, in its order.
pub fn sections(page: &Page) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    let mut in_code = false;
    for line in page.text.lines() {
        in_code ^= line.trim_start().starts_with("```");
        let heading = line.strip_prefix("# ").or_else(|| line.strip_prefix("## "));
        match heading.filter(|_| !in_code) {
            Some(title) => sections.push(Section {
                topic: page.topic.clone(),
                title: markdown::inline(title),
                text: String::new(),
            }),
            None => {
                if let Some(section) = sections.last_mut() {
                    section.text.push_str(line);
                    section.text.push('\n');
                }
            }
        }
    }
    sections
}

/// Everywhere a word stands, headings before lines, page by page.
pub fn search(words: &Words, wanted: &str) -> Vec<Hit> {
    let wanted = wanted.trim().to_lowercase();
    let mut hits = Vec::new();
    if wanted.is_empty() {
        return hits;
    }
    let has = |text: &SafeText| text.as_str().to_lowercase().contains(&wanted);
    for page in pages(words) {
        for section in sections(&page) {
            let mut lines: Vec<SafeText> = lines(&section.text, usize::MAX)
                .into_iter()
                .map(|line| line.text)
                .filter(has)
                .collect();
            if lines.is_empty() && has(&section.title) {
                lines.push(SafeText::empty());
            }
            hits.extend(lines.into_iter().map(|line| Hit {
                topic: section.topic.clone(),
                section: section.title.clone(),
                line,
            }));
        }
    }
    let in_heading = |hit: &Hit| !has(&hit.section);
    hits.sort_by_key(in_heading);
    hits
}
