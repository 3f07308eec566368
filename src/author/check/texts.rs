//! Every text of a scenario that somebody reads in play.

use crate::author::check::study::Row;
use crate::author::check::study::Study;
use crate::model::id::Kind;
use crate::model::msel::Sender;
use crate::text::SafeText;

/// Looks at every text that players read: its row, its field, the text.
pub(super) fn each(study: &Study<'_>, look: &mut dyn FnMut(Row, &'static str, &SafeText)) {
    let scenario = study.scenario;
    for inject in &scenario.injects {
        let row = (Kind::Inject, inject.id.0);
        look(row, "title", &inject.title);
        look(row, "body", &inject.body);
        if let Sender::Other(name) = &inject.from {
            look(row, "from_other", name);
        }
    }
    for decision in &scenario.decisions {
        let row = (Kind::Decision, decision.id.0);
        look(row, "title", &decision.title);
        look(row, "text", &decision.text);
    }
    for choice in &scenario.choices {
        let row = (Kind::Choice, choice.id.0);
        look(row, "label", &choice.label);
        look(row, "text", &choice.text);
        look(row, "technical", &choice.advisers.technical);
        look(row, "legal", &choice.advisers.legal);
        look(row, "political", &choice.advisers.political);
        look(row, "seen", &choice.seen);
    }
    for action in &scenario.actions {
        let row = (Kind::Action, action.id.0);
        look(row, "label", &action.label);
        look(row, "text", &action.text);
        look(row, "seen", &action.seen);
    }
    for fact in &scenario.facts {
        let row = (Kind::Fact, fact.id.0);
        look(row, "title", &fact.title);
        look(row, "body", &fact.body);
    }
    for actor in &scenario.actors {
        let row = (Kind::Actor, actor.id.0);
        look(row, "name", &actor.name);
        look(row, "about", &actor.about);
    }
    for seat in &scenario.seats {
        let row = (Kind::Seat, seat.id.0);
        look(row, "title", &seat.title);
        look(row, "brief", &seat.brief);
    }
    for ending in &scenario.endings {
        let row = (Kind::Ending, ending.id.0);
        look(row, "title", &ending.title);
        look(row, "text", &ending.text);
    }
}

/// How many words a text has.
pub(super) fn words(text: &SafeText) -> usize {
    text.as_str().split_whitespace().count()
}
