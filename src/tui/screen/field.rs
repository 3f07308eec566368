//! A text field in a dialog: a rationale, or a facilitator's note with its rating.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui_textarea::CursorMove;
use ratatui_textarea::Input;
use ratatui_textarea::Key as InputKey;
use ratatui_textarea::TextArea;
use ratatui_textarea::WrapMode;

use crate::engine::command::Command;
use crate::engine::command::Rating;
use crate::engine::command::Role;
use crate::model::SeatId;
use crate::model::TaskId;
use crate::text::SafeText;
use crate::tui::msg::Msg;
use crate::tui::msg::Place;
use crate::tui::piece::blanks;
use crate::tui::piece::ink;
use crate::tui::piece::page::Page;
use crate::tui::piece::pane;
use crate::tui::request::Ask;
use crate::tui::request::Request;
use crate::tui::scene::Scene;
use crate::tui::screen::Layer;
use crate::tui::screen::Typing;

/// Characters a text may have; more is not taken in.
const LONGEST: usize = 2000;

/// What the text is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum For {
    Rationale(SeatId),
    Note {
        about: Option<TaskId>,
        rating: Option<Rating>,
    },
}

/// A text field.
#[derive(Debug)]
pub struct Field {
    purpose: For,
    text: Box<TextArea<'static>>,
}

impl Field {
    /// Why a seat decides as it does.
    pub fn rationale(seat: SeatId, scene: &Scene<'_>) -> Self {
        Self::new(For::Rationale(seat), scene.draft.rationale(seat))
    }

    /// A facilitator's note, about a critical task or about the exercise.
    pub fn note(about: Option<TaskId>) -> Self {
        Self::new(
            For::Note {
                about,
                rating: None,
            },
            "",
        )
    }

    fn new(purpose: For, text: &str) -> Self {
        let lines = SafeText::block(text)
            .lines()
            .map(SafeText::into_string)
            .collect();
        let mut text = TextArea::new(lines);
        text.set_wrap_mode(WrapMode::WordOrGlyph);
        text.set_cursor_line_style(Style::new());
        text.set_cursor_style(Style::new());
        text.move_cursor(CursorMove::Bottom);
        text.move_cursor(CursorMove::End);
        Self {
            purpose,
            text: Box::new(text),
        }
    }

    fn written(&self) -> String {
        self.text.lines().join("\n")
    }

    /// Takes in as much as there is room for, cleaned.
    fn take(&mut self, raw: &str) {
        let room = LONGEST.saturating_sub(self.written().chars().count());
        // A paste may be huge; what cannot fit is not even looked at.
        let raw: String = raw.chars().take(4 * LONGEST).collect();
        let clean = SafeText::block(&raw).into_string();
        let cut: String = clean.chars().take(room).collect();
        self.text.insert_str(cut);
    }

    fn press(&mut self, key: InputKey) {
        self.text.input(Input {
            key,
            ctrl: false,
            alt: false,
            shift: false,
        });
    }

    fn keep(&self) -> Request {
        let written = SafeText::block(&self.written()).into_string();
        match self.purpose {
            For::Rationale(seat) => Request::Rationale(seat, written.trim().to_owned()),
            For::Note { about, rating } => Request::Ask(Ask::Control(Command::Note {
                by: Role::Facilitator,
                about,
                rating,
                text: written.trim().to_owned(),
            })),
        }
    }
}

impl Layer for Field {
    fn place(&self) -> Place {
        Place::Field
    }

    fn typing(&self) -> Typing {
        Typing::Text
    }

    fn is_dialog(&self) -> bool {
        true
    }

    fn update(&mut self, msg: Msg, _scene: &Scene<'_>) -> Option<Request> {
        match msg {
            Msg::Type(letter) => self.take(letter.encode_utf8(&mut [0; 4])),
            Msg::Paste(text) => self.take(&text),
            Msg::Erase => self.press(InputKey::Backspace),
            Msg::EraseNext => self.press(InputKey::Delete),
            Msg::Left => self.press(InputKey::Left),
            Msg::Right => self.press(InputKey::Right),
            Msg::Up => self.press(InputKey::Up),
            Msg::Down => self.press(InputKey::Down),
            Msg::First => self.press(InputKey::Home),
            Msg::Last => self.press(InputKey::End),
            Msg::Next => {
                if let For::Note { rating, .. } = &mut self.purpose {
                    *rating = match rating {
                        None => Some(Rating::P),
                        Some(Rating::P) => Some(Rating::S),
                        Some(Rating::S) => Some(Rating::M),
                        Some(Rating::M) => Some(Rating::U),
                        Some(Rating::U) => None,
                    };
                }
            }
            Msg::Enter => return Some(self.keep()),
            // What was written is kept in either case: Esc loses nothing.
            Msg::Back if matches!(self.purpose, For::Rationale(_)) => return Some(self.keep()),
            Msg::Back => return Some(Request::Back),
            _ => {}
        }
        None
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
        let theme = scene.theme;
        let key = match self.purpose {
            For::Rationale(_) => "play-rationale",
            For::Note { .. } => "seat-note",
        };
        let inner = pane::dialog(frame, area, 78, 13, &scene.say(key), theme);
        let mut page = Page::new(inner.width);
        match self.purpose {
            For::Rationale(_) => page.say(&scene.say("play-rationale-about"), theme.dim),
            For::Note { rating, .. } => {
                page.row(vec![
                    ink(&scene.say("seat-rating"), theme.dim),
                    blanks(1),
                    ink(&scene.say(rating_word(rating)), theme.strong),
                ]);
                page.say(&scene.say("seat-note-about"), theme.dim);
            }
        }
        let lines = u16::try_from(page.len() + 1).unwrap_or(0).min(inner.height);
        page.draw(frame, inner, 0, theme);
        let field = pane::below(inner, lines);
        frame.render_widget(&*self.text, field);
        let cursor = self.text.screen_cursor();
        let (top, left) = self.text.scroll_offset();
        let row = u16::try_from(cursor.row).unwrap_or(0).saturating_sub(top);
        let column = u16::try_from(cursor.col).unwrap_or(0).saturating_sub(left);
        frame.set_cursor_position((
            field.x + column.min(field.width.saturating_sub(1)),
            field.y + row.min(field.height.saturating_sub(1)),
        ));
    }
}

/// The catalogue's key for a rating, in HSEEP's words.
fn rating_word(rating: Option<Rating>) -> &'static str {
    match rating {
        None => "seat-rating-none",
        Some(Rating::P) => "seat-rating-p",
        Some(Rating::S) => "seat-rating-s",
        Some(Rating::M) => "seat-rating-m",
        Some(Rating::U) => "seat-rating-u",
    }
}
