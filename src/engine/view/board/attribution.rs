//! Who did it: hypotheses against facts, what of them can be shown, where procedures stand, and how teams are seen for it.

use crate::engine::act::Act;
use crate::engine::ledger::attribution;
use crate::engine::ledger::attribution::Act as Deed;
use crate::engine::ledger::attribution::CaseView;
use crate::engine::ledger::attribution::EvidenceView;
use crate::engine::ledger::attribution::GateView;
use crate::engine::ledger::attribution::HypothesisView;
use crate::engine::ledger::attribution::Passed;
use crate::engine::ledger::book::BookAct;
use crate::engine::ledger::politicisation;
use crate::engine::ledger::politicisation::Act as TeamDeed;
use crate::engine::ledger::politicisation::TeamView;
use crate::engine::view::ActionView;
use crate::engine::view::SeatView;
use crate::engine::view::Subject;
use crate::engine::view::board::Board;
use crate::engine::view::board::BoardRow;
use crate::engine::view::board::Tone;
use crate::engine::view::board::acts;
use crate::model::ledger::Ledger;
use crate::model::ledger::attribution::Certainty;
use crate::model::ledger::attribution::Gate;
use crate::text::Arg;
use crate::text::SafeText;
use crate::text::Words;

/// The board of attribution.
pub(super) const BOARD: Board = Board {
    word: "attribution",
    title: "board-attribution",
    about: "board-attribution-about",
    is_there: |view| {
        let book = &view.book;
        !book.attribution.hypotheses.is_empty() || !book.politicisation.teams.is_empty()
    },
    rows,
};

/// The letter a hypothesis goes by on the board.
pub fn letter(place: usize) -> SafeText {
    let letter = u8::try_from(place % 26).unwrap_or(0) + b'A';
    SafeText::line(&char::from(letter).to_string())
}

fn rows(view: &SeatView, words: &Words) -> Vec<BoardRow> {
    let book = &view.book.attribution;
    let group = words.say("board-attribution-hypotheses");
    let hypotheses = book.hypotheses.iter().enumerate();
    let mut rows: Vec<BoardRow> = hypotheses
        .map(|(place, one)| hypothesis(view, words, place, one).under(&group))
        .collect();
    let group = words.say("board-attribution-evidence");
    let evidence = book.evidence.iter();
    rows.extend(evidence.map(|one| fact(view, words, one).under(&group)));
    for case in &book.cases {
        let args = [
            ("of", (&case.name).into()),
            ("hypothesis", (&case.hypothesis).into()),
        ];
        let group = words.fill("board-attribution-procedure", &args);
        let gates = case.gates.iter();
        rows.extend(gates.map(|one| gate(view, words, case, one).under(&group)));
    }
    let group = words.say("board-attribution-stance");
    rows.extend(book.stances.iter().map(|stance| {
        let credence = [("credence", stance.credence.into())];
        BoardRow::new(stance.name.clone(), stance.doctrine.clone())
            .under(&group)
            .bar(stance.credence, stance.credence, 100)
            .tone(if stance.has_doctrine {
                Tone::Plain
            } else {
                Tone::Open
            })
            .say(words.fill("board-attribution-credence", &credence))
            .why(stance.subject)
            .acts(deeds(view, |deed| {
                matches!(deed, Deed::AdoptDoctrine { .. })
            }))
    }));
    let group = words.say("board-attribution-teams");
    let teams = view.book.politicisation.teams.iter();
    rows.extend(teams.map(|one| team(view, words, one).under(&group)));
    rows
}

fn deeds(view: &SeatView, holds: impl Fn(Deed) -> bool) -> Vec<usize> {
    acts(view, |action: &ActionView| match action.act {
        Act::Book(BookAct::Attribution(deed)) => holds(deed),
        _ => false,
    })
}

fn hypothesis(view: &SeatView, words: &Words, place: usize, one: &HypothesisView) -> BoardRow {
    let args = [
        ("word", Arg::from(&one.word)),
        ("low", one.found.low.into()),
        ("high", one.found.high.into()),
        ("showable", one.showable.into()),
        ("held", one.found.held.into()),
        ("level", (&one.level).into()),
        ("about", (&one.about).into()),
        ("shown", one.shown.into()),
        ("public", one.public.into()),
        ("names", SafeText::joined(&one.named_by, ", ").into()),
    ];
    let shown = if one.found.held == 0 {
        words.say("board-attribution-nothing")
    } else {
        words.fill("board-attribution-shown", &args)
    };
    let name = SafeText::joined([&letter(place), &one.name], "  ");
    let mut row = BoardRow::new(name, shown)
        .bar(one.found.low, one.found.high, 100)
        .tone(match one.certainty {
            _ if one.found.held == 0 => Tone::Quiet,
            Certainty::Low => Tone::Plain,
            Certainty::Moderate => Tone::Open,
            Certainty::High => Tone::Good,
        })
        .say(words.fill("board-attribution-points", &args))
        .say(words.fill("board-attribution-carries", &args))
        .say(if one.named_by.is_empty() {
            words.say("board-attribution-unnamed")
        } else {
            words.fill("board-attribution-named", &args)
        })
        .say(if one.public > 0 {
            words.fill("board-attribution-public", &args)
        } else {
            SafeText::empty()
        })
        .say(words.fill("board-attribution-level", &args));
    for (name, label) in &one.aliases {
        let args = [("name", name.into()), ("label", label.into())];
        row = row.say(words.fill("board-attribution-alias", &args));
    }
    if let Some(role) = view.roles.first() {
        let (id, own) = (one.hypothesis.0, role.actor.0);
        row = row.why(Subject::Row(Ledger::Attribution, id, own));
    }
    row.acts(deeds(view, |deed| match deed {
        Deed::OpenCase { hypothesis }
        | Deed::Contribute { hypothesis, .. }
        | Deed::PublishReport { hypothesis }
        | Deed::GoToCourt { hypothesis } => hypothesis == one.hypothesis,
        Deed::SetThreshold { .. } => place == 0,
        _ => false,
    }))
}

/// Whether a fact has been looked at, in words.
pub fn verified(words: &Words, one: &EvidenceView) -> SafeText {
    words.say(match (one.is_verified, one.is_false) {
        (_, true) => "board-attribution-false",
        (true, false) => "board-attribution-verified",
        (false, false) => "board-attribution-unverified",
    })
}

/// Whether it can be shown, in words.
pub fn shows(words: &Words, one: &EvidenceView) -> SafeText {
    words.say(if one.is_showable {
        "board-attribution-may-show"
    } else {
        "board-attribution-held"
    })
}

fn fact(view: &SeatView, words: &Words, one: &EvidenceView) -> BoardRow {
    let marks = one.marks.iter().enumerate();
    let marks: Vec<SafeText> = marks
        .filter(|(_, mark)| !mark.is_empty())
        .map(|(place, mark)| {
            let args = [("letter", letter(place).into()), ("mark", (*mark).into())];
            words.fill("board-attribution-mark", &args)
        })
        .collect();
    let marks = if marks.is_empty() {
        words.say("board-attribution-none")
    } else {
        SafeText::joined(&marks, ", ")
    };
    let args = [
        ("marks", marks.into()),
        ("verified", verified(words, one).into()),
        ("shows", shows(words, one).into()),
    ];
    let release = match one.release {
        Some(None) => words.say("board-attribution-says-asked"),
        Some(Some(false)) => words.say("board-attribution-says-refused"),
        _ => SafeText::empty(),
    };
    BoardRow::new(
        one.title.clone(),
        words.fill("board-attribution-marks", &args),
    )
    .tone(match (one.is_false, one.is_verified) {
        (true, _) => Tone::Bad,
        (false, true) => Tone::Good,
        (false, false) => Tone::Open,
    })
    .say(words.say(match (one.is_false, one.is_verified) {
        (true, _) => "board-attribution-says-false",
        (false, true) => "board-attribution-says-verified",
        (false, false) => "board-attribution-says-unverified",
    }))
    .say(words.say(if one.is_showable {
        "board-attribution-says-showable"
    } else {
        "board-attribution-says-held"
    }))
    .say(release)
    .say(if one.is_preserved {
        words.say("board-attribution-says-preserved")
    } else {
        SafeText::empty()
    })
    .why(Subject::Fact(one.fact))
    .acts(acts(view, |action| match action.act {
        Act::Analyse { fact } | Act::AskRelabel { fact, .. } | Act::Derive { fact } => {
            fact == one.fact
        }
        Act::Book(BookAct::Attribution(Deed::AskRelease { fact } | Deed::Preserve { fact })) => {
            fact == one.fact
        }
        _ => false,
    }))
}

fn gate(view: &SeatView, words: &Words, case: &CaseView, one: &GateView) -> BoardRow {
    let passed = words.say(match one.passed {
        Passed::Waiting => "board-attribution-waiting",
        Passed::Done => "board-attribution-done",
        Passed::Skipped => "board-attribution-skipped",
    });
    let args = [("passed", passed.into()), ("owner", (&one.owner).into())];
    let mut row = BoardRow::new(
        one.name.clone(),
        words.fill("board-attribution-gate", &args),
    )
    .tone(match one.passed {
        Passed::Waiting => Tone::Open,
        Passed::Done => Tone::Good,
        Passed::Skipped => Tone::Bad,
    });
    if let (Gate::Paper, Some((points, shown))) = (one.gate, case.paper) {
        let args = [("points", points.into()), ("shown", shown.into())];
        row = row.say(words.fill("board-attribution-paper", &args));
    }
    if one.gate == Gate::Decision {
        row = row.say(words.say(if case.has_briefed {
            "board-attribution-briefed"
        } else {
            "board-attribution-not-briefed"
        }));
        let args = [("credence", case.credence.into())];
        row = row.say(words.fill("board-attribution-credence", &args));
    }
    let row = row.why(attribution::gate(case.of, one.gate));
    row.acts(deeds(view, |deed| match deed {
        Deed::PassGate { of, gate } => of == case.of && gate == one.gate,
        Deed::SkipGate { gate } => gate == one.gate,
        Deed::Contribute { .. } => one.gate == Gate::Input,
        Deed::BriefAllies
        | Deed::Name { .. }
        | Deed::Unnamed { .. }
        | Deed::Demarche
        | Deed::Defer => one.gate == Gate::Decision,
        _ => false,
    }))
}

fn team(view: &SeatView, words: &Words, one: &TeamView) -> BoardRow {
    let line = [("line", (&one.line).into())];
    let mut row = match one.level {
        Some(level) => {
            let args = [("level", level.into()), ("repute", (&one.repute).into())];
            BoardRow::new(one.name.clone(), words.fill("shown-politicised", &args))
                .bar(level, level, 100)
                .why(Subject::Row(Ledger::Politicisation, one.cert.0, 0))
        }
        None => BoardRow::new(one.name.clone(), one.repute.clone())
            .why(politicisation::reputation(one.cert)),
    };
    row = row.say(words.fill("board-attribution-line", &line));
    if let Some((political, operational)) = one.orders {
        let args = [
            ("political", i32::from(political).into()),
            ("operational", i32::from(operational).into()),
        ];
        row = row.say(words.fill("board-attribution-orders", &args));
    }
    row.acts(acts(view, |action| match action.act {
        Act::Book(BookAct::Politicisation(deed)) => match deed {
            TeamDeed::Instruct { cert, .. }
            | TeamDeed::OwnVoice { cert }
            | TeamDeed::PutUnder { cert, .. } => cert == one.cert,
            TeamDeed::Refuse | TeamDeed::Process => view
                .roles
                .iter()
                .any(|role| role.seat == action.seat && role.actor == one.cert),
        },
        _ => false,
    }))
}
