//! `demarche new`: a scenario to begin from, by questions or by options.

use std::fs;
use std::io;
use std::io::BufRead;
use std::io::Read;
use std::path::Path;
use std::path::PathBuf;

use crate::author::disk;
use crate::author::new::Answers;
use crate::author::new::LONGEST as LONGEST_LINE;
use crate::author::new::LONGEST_STATE;
use crate::author::new::MOST_MINUTES;
use crate::author::new::TEMPLATES;
use crate::author::new::Template;
use crate::author::new::Wrong;
use crate::author::new::id_of;
use crate::cli::Code;
use crate::cli::ENVIRONMENT;
use crate::cli::FINE;
use crate::cli::world::World;
use crate::scenario;
use crate::scenario::ENTRY;
use crate::text::Arg;
use crate::text::SafeText;
use crate::text::clip;
use crate::text::wrap;

/// Columns of a line of prose.
const COLUMNS: usize = 80;

/// As much of a wrong answer as is repeated.
const SHOWN: usize = 30;

/// The longest answer that is read, in bytes.
const LONGEST: u64 = 4096;

#[derive(clap::Args, Debug)]
pub(super) struct Options {
    /// The folder to be made; its name becomes the scenario's id
    name: PathBuf,
    /// What to begin from: minimum, course, negotiation, disclosure or blank
    #[arg(long, value_name = "NAME")]
    template: Option<String>,
    /// The title that players read
    #[arg(long)]
    title: Option<String>,
    /// What somebody can do after the exercise
    #[arg(long, value_name = "TEXT")]
    learn: Option<String>,
    /// How long it takes: `45`, or `45-60`
    #[arg(long)]
    minutes: Option<String>,
    /// The invented state that it plays in
    #[arg(long)]
    state: Option<String>,
    /// Ask nothing; what is not given as an option is the template's own
    #[arg(long, short)]
    yes: bool,
}

pub(super) fn run(world: &World, options: &Options) -> Code {
    let shown: Arg = SafeText::line(&options.name.to_string_lossy()).into();
    let last = options.name.file_name().map(|name| name.to_string_lossy());
    let Some(id) = last.and_then(|name| id_of(&name)) else {
        return world.give_up(&world.fill("new-wrong-id", &[("name", shown)]));
    };
    // Every command that takes an id would take the exercise that comes with the program instead.
    if options.name.parent() == Some(Path::new("")) && scenario::load_embedded(&id).is_some() {
        return world.give_up(&world.fill("new-shipped", &[("name", shown)]));
    }
    if !is_free(&options.name) {
        return world.give_up(&world.fill("new-exists", &[("path", shown)]));
    }
    let mut input = std::io::stdin().lock();
    let asked = Asker {
        world,
        input: (!options.yes).then_some(&mut input),
    };
    let answers = match asked.all(options, &id) {
        Ok(answers) => answers,
        Err(code) => return code,
    };
    let path = options.name.join(ENTRY);
    let written = fs::create_dir_all(&options.name)
        .and_then(|()| disk::replace(&path, answers.scenario().as_bytes()));
    if let Err(error) = written {
        let why = SafeText::line(&error.to_string());
        let args = [("path", shown), ("why", why.into())];
        world.complain(&world.fill("cli-fmt-unwritable", &args));
        return ENVIRONMENT;
    }
    for key in [
        "new-written",
        "new-next-check",
        "new-next-play",
        "new-next-edit",
    ] {
        world.print(&world.fill(key, &[("path", shown.clone())]));
    }
    FINE
}

/// Whether nothing of anybody's would be overwritten.
fn is_free(folder: &Path) -> bool {
    match fs::symlink_metadata(folder) {
        Err(error) => error.kind() == io::ErrorKind::NotFound,
        Ok(_) => fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none()),
    }
}

/// What is asked after the template.
#[derive(Clone, Copy)]
enum Field {
    Title,
    Learn,
    Minutes,
    State,
}

impl Field {
    fn question(self) -> &'static str {
        match self {
            Field::Title => "new-ask-title",
            Field::Learn => "new-ask-learn",
            Field::Minutes => "new-ask-minutes",
            Field::State => "new-ask-state",
        }
    }

    fn option(self) -> &'static str {
        match self {
            Field::Title => "--title",
            Field::Learn => "--learn",
            Field::Minutes => "--minutes",
            Field::State => "--state",
        }
    }

    /// The longest answer in characters; the longest exercise in minutes.
    fn most(self) -> usize {
        match self {
            Field::Title | Field::Learn => LONGEST_LINE,
            Field::Minutes => MOST_MINUTES as usize,
            Field::State => LONGEST_STATE,
        }
    }
}

/// Asks what was not given.
struct Asker<'a, R> {
    world: &'a World,
    /// Where answers come from; `None` to ask nothing.
    input: Option<&'a mut R>,
}

impl<R: BufRead> Asker<'_, R> {
    fn all(mut self, options: &Options, id: &str) -> Result<Answers, Code> {
        let template = self.template(options.template.as_deref())?;
        let mut answers = Answers::of(template, id);
        self.line(
            Field::Title,
            options.title.as_deref(),
            &mut answers,
            |answers, text| {
                answers.title = text.to_owned();
            },
        )?;
        self.line(
            Field::Learn,
            options.learn.as_deref(),
            &mut answers,
            |answers, text| {
                answers.learn = text.to_owned();
            },
        )?;
        self.line(
            Field::Minutes,
            options.minutes.as_deref(),
            &mut answers,
            |answers, text| {
                answers.minutes = minutes(text);
            },
        )?;
        self.line(
            Field::State,
            options.state.as_deref(),
            &mut answers,
            |answers, text| {
                answers.state = text.to_owned();
            },
        )?;
        Ok(answers)
    }

    fn template(&mut self, given: Option<&str>) -> Result<Template, Code> {
        if let Some(given) = given {
            return Template::named(given).map_err(|near| {
                let near = near.first().map_or(TEMPLATES[0].name, String::as_str);
                let args = [("name", given.into()), ("near", near.into())];
                self.world
                    .give_up(&self.world.fill("new-no-template", &args))
            });
        }
        if self.input.is_none() {
            return Ok(TEMPLATES[0]);
        }
        self.say(&self.world.words.say("new-ask-template"));
        for (place, template) in TEMPLATES.iter().enumerate() {
            let args = [
                ("number", Arg::from(place + 1)),
                ("name", template.name.into()),
                ("about", Arg::Key(template.about)),
            ];
            self.say(&self.world.fill("new-template", &args));
        }
        loop {
            let Some(answer) = self.read()? else {
                return Ok(TEMPLATES[0]);
            };
            let by_number = answer.parse::<usize>().ok();
            let by_number = by_number.and_then(|number| TEMPLATES.get(number.checked_sub(1)?));
            match by_number
                .copied()
                .ok_or(())
                .or_else(|()| Template::named(&answer))
            {
                Ok(template) => return Ok(template),
                Err(_) if answer.is_empty() => return Ok(TEMPLATES[0]),
                Err(_) => {
                    let args = [("count", Arg::from(TEMPLATES.len()))];
                    self.world.print(&self.world.fill("new-number", &args));
                }
            }
        }
    }

    /// One answer: the option's, or the one that is typed, or the one there is already.
    fn line(
        &mut self,
        field: Field,
        given: Option<&str>,
        answers: &mut Answers,
        put: fn(&mut Answers, &str),
    ) -> Result<(), Code> {
        let before = answers.clone();
        if let Some(given) = given {
            put(answers, given.trim());
            return answers.check().map_err(|wrong| {
                let text = self.wrong(wrong, field, given.trim());
                let args = [("option", field.option().into()), ("text", text.into())];
                let told = self.world.fill("new-wrong-option", &args);
                self.world.give_up(&told)
            });
        }
        loop {
            if self.input.is_none() {
                return Ok(());
            }
            let (least, most) = before.minutes;
            let args = [
                ("title", before.title.as_str().into()),
                ("learn", before.learn.as_str().into()),
                ("state", before.state.as_str().into()),
                ("least", Arg::from(least as usize)),
                ("most", Arg::from(most as usize)),
            ];
            self.say(&self.world.fill(field.question(), &args));
            let Some(answer) = self.read()? else {
                return Ok(());
            };
            if answer.is_empty() {
                return Ok(());
            }
            put(answers, &answer);
            match answers.check() {
                Ok(()) => return Ok(()),
                Err(wrong) => self.say(&self.wrong(wrong, field, &answer)),
            }
            *answers = before.clone();
        }
    }

    /// Prints a question or an answer's trouble in lines that fit.
    fn say(&self, text: &SafeText) {
        let lines = wrap(text, COLUMNS);
        self.world.print(&SafeText::joined(&lines, "\n"));
    }

    fn wrong(&self, wrong: Wrong, field: Field, answer: &str) -> SafeText {
        let given = clip(&SafeText::line(answer), SHOWN);
        let args = [
            ("given", given.into()),
            ("count", Arg::from(answer.chars().count())),
            ("most", Arg::from(field.most())),
        ];
        self.world.fill(wrong, &args)
    }

    /// One line; when the input has ended the rest is left as it is.
    fn read(&mut self) -> Result<Option<String>, Code> {
        let Some(input) = self.input.as_mut() else {
            return Ok(None);
        };
        let mut line = String::new();
        match input.by_ref().take(LONGEST).read_line(&mut line) {
            Ok(0) => {
                self.input = None;
                Ok(None)
            }
            Ok(_) => Ok(Some(line.trim().to_owned())),
            Err(error) => {
                let why = SafeText::line(&error.to_string());
                Err(self
                    .world
                    .give_up(&self.world.fill("new-unread", &[("why", why.into())])))
            }
        }
    }
}

/// `45` or `45-60`; anything else is no time at all, which is told.
fn minutes(text: &str) -> (u32, u32) {
    let number = |word: &str| word.trim().parse().unwrap_or(0);
    match text.split_once(['-', '–']) {
        Some((least, most)) => (number(least), number(most)),
        None => (number(text), number(text)),
    }
}
