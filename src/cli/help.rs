//! `demarche help`: the handbook, offline.

use crate::author::handbook;
use crate::author::handbook::Kind;
use crate::author::handbook::Page;
use crate::author::handbook::Section;
use crate::cli::Code;
use crate::cli::FINE;
use crate::cli::world::World;
use crate::text::SafeText;

/// How wide the pages are.
const COLUMNS: usize = 80;
/// The most places that a search shows.
const MOST_HITS: usize = 40;

#[derive(clap::Args, Debug)]
pub(super) struct Options {
    /// A page; without it, all of them
    topic: Option<String>,
    /// Words of a heading, to show that part of the page only
    section: Vec<String>,
    /// Where a word stands, in all pages
    #[arg(long, value_name = "WORD")]
    search: Option<String>,
}

pub(super) fn run(world: &World, options: &Options) -> Code {
    if let Some(wanted) = &options.search {
        return search(world, wanted);
    }
    let pages = handbook::pages(&world.words);
    let Some(topic) = &options.topic else {
        contents(world, &pages);
        return FINE;
    };
    let topic = topic.to_lowercase();
    let Some(page) = pages.iter().find(|page| page.topic == topic) else {
        let all: Vec<&str> = pages.iter().map(|page| page.topic.as_str()).collect();
        let args = [("name", topic.into()), ("all", all.join(", ").into())];
        return world.give_up(&world.fill("handbook-no-topic", &args));
    };
    if options.section.is_empty() {
        print(world, &page.text);
        return FINE;
    }
    let wanted = options.section.join(" ").to_lowercase();
    let sections = handbook::sections(page);
    let is_wanted = |section: &&Section| section.title.as_str().to_lowercase().contains(&wanted);
    let found: Vec<&Section> = sections.iter().filter(is_wanted).collect();
    if found.is_empty() {
        let all = SafeText::joined(sections.iter().map(|section| &section.title), "; ");
        let args = [
            ("topic", page.topic.as_str().into()),
            ("name", wanted.into()),
            ("all", all.into()),
        ];
        return world.give_up(&world.fill("handbook-no-section", &args));
    }
    for section in found {
        print(
            world,
            &format!("## {}\n\n{}\n", section.title, section.text),
        );
    }
    FINE
}

fn contents(world: &World, pages: &[Page]) {
    wrapped(world, &world.words.say("handbook-title"));
    for page in pages {
        let args = [
            ("topic", page.topic.as_str().into()),
            ("title", page.title.clone().into()),
        ];
        world.print(&SafeText::line("  ").then(&world.fill("handbook-topic", &args)));
    }
    wrapped(world, &world.words.say("handbook-also"));
}

fn wrapped(world: &World, text: &SafeText) {
    for line in crate::text::wrap(text, COLUMNS) {
        world.print(&line);
    }
}

fn print(world: &World, markdown: &str) {
    for line in handbook::lines(markdown, COLUMNS) {
        let indent = " ".repeat(line.indent);
        let under = match line.kind {
            Kind::Heading(1) => Some('='),
            Kind::Heading(2) => Some('-'),
            _ => None,
        };
        world.print_raw(&format!("{indent}{}\n", line.text));
        if let Some(under) = under {
            world.print_raw(&format!(
                "{}\n",
                under.to_string().repeat(line.text.width())
            ));
        }
    }
}

fn search(world: &World, wanted: &str) -> Code {
    let hits = handbook::search(&world.words, wanted);
    if hits.is_empty() {
        return world.give_up(&world.fill("handbook-no-hit", &[("word", wanted.into())]));
    }
    let mut last = SafeText::empty();
    for hit in hits.iter().take(MOST_HITS) {
        let args = [
            ("topic", hit.topic.as_str().into()),
            ("section", hit.section.clone().into()),
        ];
        let head = world.fill("handbook-hit", &args);
        if head != last {
            world.print(&head);
            last = head;
        }
        for line in crate::text::wrap(&hit.line, COLUMNS - 4) {
            world.print_raw(&format!("    {line}\n"));
        }
    }
    let more = hits.len().saturating_sub(MOST_HITS);
    if more > 0 {
        world.print(&world.fill("handbook-more", &[("count", more.into())]));
    }
    FINE
}
