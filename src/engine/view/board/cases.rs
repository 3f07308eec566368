//! Cases: flaws these seats know of. Who knows, how far each is, what is public, who has deployed a fix, and what can be done.

use crate::engine::act::Act;
use crate::engine::ledger::book::BookAct;
use crate::engine::ledger::disclosure::Act as Deed;
use crate::engine::ledger::disclosure::CaseView;
use crate::engine::ledger::disclosure::Light;
use crate::engine::ledger::disclosure::PartyView;
use crate::engine::ledger::disclosure::RunsView;
use crate::engine::ledger::disclosure::history;
use crate::engine::view::ActionView;
use crate::engine::view::SeatView;
use crate::engine::view::board::Board;
use crate::engine::view::board::BoardRow;
use crate::engine::view::board::Tone;
use crate::engine::view::board::acts;
use crate::model::CaseId;
use crate::text::SafeText;
use crate::text::Words;

/// The board of cases.
pub(super) const BOARD: Board = Board {
    word: "cases",
    title: "board-cases",
    about: "board-cases-about",
    is_there: |view| !view.book.disclosure.cases.is_empty(),
    rows,
};

/// What a deed is about, for the row it stands beside.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    /// The case as a whole.
    Whole,
    Embargo,
    Public,
    Party,
    Zone,
}

fn side(deed: Deed) -> Side {
    match deed {
        Deed::ProposeEmbargo { .. }
        | Deed::AcceptEmbargo { .. }
        | Deed::RejectEmbargo { .. }
        | Deed::ReviseEmbargo { .. }
        | Deed::LeaveEmbargo { .. }
        | Deed::TellPartners { .. } => Side::Embargo,
        Deed::PublishAdvisory { .. } | Deed::ThreatReport { .. } | Deed::CreditFinder { .. } => {
            Side::Public
        }
        Deed::Inform { .. } | Deed::ReportToState { .. } | Deed::AskHelp { .. } => Side::Party,
        Deed::UrgeDeployment { .. } | Deed::Mitigate { .. } => Side::Zone,
        _ => Side::Whole,
    }
}

/// The places of the acts on one side of a case.
fn beside(view: &SeatView, case: CaseId, on: impl Fn(Deed) -> bool) -> Vec<usize> {
    acts(view, |action| {
        deed(action).is_some_and(|deed| deed.case() == Some(case) && on(deed))
    })
}

fn deed(action: &ActionView) -> Option<Deed> {
    match action.act {
        Act::Book(BookAct::Disclosure(deed)) => Some(deed),
        _ => None,
    }
}

fn rows(view: &SeatView, words: &Words) -> Vec<BoardRow> {
    let mut rows = Vec::new();
    for case in &view.book.disclosure.cases {
        let group = words.fill(
            "board-cases-group",
            &[
                ("case", (&case.title).into()),
                ("product", (&case.product).into()),
            ],
        );
        let mut all = vec![whole(view, case, words), embargo(view, case, words)];
        let lights = case.lights.iter();
        all.extend(lights.map(|light| self::light(view, case, light, words)));
        all.push(knowers(view, case, words));
        all.extend(
            case.parties
                .iter()
                .map(|party| self::party(party, case, words)),
        );
        let runs = case.runs.iter();
        all.extend(runs.map(|runs| self::runs(view, case, runs, words)));
        rows.extend(all.into_iter().map(|row| row.under(&group)));
    }
    let prepares = acts(view, |action| {
        deed(action).is_some_and(|deed| deed.case().is_none())
    });
    let group = words.say("board-cases-reports");
    for (region, chill, subject) in &view.book.disclosure.chills {
        let percent = chill / 10;
        let shown = words.fill("board-cases-chill", &[("percent", percent.into())]);
        let row = BoardRow::new(region.clone(), shown)
            .tone(if percent > 0 { Tone::Open } else { Tone::Plain })
            .say(words.say("board-cases-chill-about"))
            .why(*subject)
            .acts(prepares.clone());
        rows.push(row.under(&group));
    }
    if view.book.disclosure.chills.is_empty() && !prepares.is_empty() {
        let row = BoardRow::new(words.say("board-cases-prepare"), SafeText::empty()).acts(prepares);
        rows.push(row.under(&group));
    }
    rows
}

/// What one's own part is: the work at a fix, or what is known.
fn whole(view: &SeatView, case: &CaseView, words: &Words) -> BoardRow {
    let own = case.parties.iter().find(|party| party.is_own);
    let shown = match own.and_then(|party| party.work) {
        Some((done, all)) => words.fill(
            "board-cases-work",
            &[("done", done.into()), ("all", all.into())],
        ),
        None => own.map_or_else(
            || words.say("board-cases-reader"),
            |party| party.shown.clone(),
        ),
    };
    let severity = words.fill(
        "board-cases-severity",
        &[("severity", case.severity.into())],
    );
    let mut row = BoardRow::new(words.say("board-cases-own"), shown)
        .say(severity)
        .say(case.about.clone());
    if let Some((done, all)) = own.and_then(|party| party.work) {
        row = row.bar(done.min(all), done.min(all), all);
    }
    for note in &case.notes {
        row = row.say(note.clone());
    }
    if let Some((due, region)) = &case.due {
        let args = [("due", due.to_string().into()), ("region", region.into())];
        row = row.say(words.fill("board-cases-due", &args));
    }
    let about = own.map_or_else(
        || history::whole(case.case),
        |party| history::party(case.case, party.actor),
    );
    row.why(about)
        .acts(beside(view, case.case, |deed| side(deed) == Side::Whole))
}

fn embargo(view: &SeatView, case: &CaseView, words: &Words) -> BoardRow {
    let left = case
        .embargo_until
        .map(|until| until.saturating_sub(view.turn));
    let tone = match (case.embargo_is_in_force, left) {
        (true, Some(left)) if left > 1 => Tone::Good,
        (true, _) | (false, Some(_)) => Tone::Open,
        (false, None) => Tone::Quiet,
    };
    let mut row = BoardRow::new(words.say("board-cases-embargo"), case.embargo.clone()).tone(tone);
    if let Some(left) = left {
        row = row.say(words.fill("board-cases-left", &[("turns", left.into())]));
    }
    for party in case.parties.iter().filter(|party| !party.stance.is_empty()) {
        let args = [
            ("actor", (&party.name).into()),
            ("stance", (&party.stance).into()),
        ];
        row = row.say(words.fill("board-cases-stance", &args));
    }
    row.say(words.say("board-cases-embargo-about"))
        .why(history::embargo(case.case))
        .acts(beside(view, case.case, |deed| side(deed) == Side::Embargo))
}

fn knowers(view: &SeatView, case: &CaseView, words: &Words) -> BoardRow {
    let count = words.fill("board-cases-known", &[("count", case.parties.len().into())]);
    let row = BoardRow::new(words.say("board-cases-knowers"), count);
    row.say(words.say("board-cases-knowers-about"))
        .why(history::knowers(case.case))
        .acts(beside(view, case.case, |deed| side(deed) == Side::Party))
}

fn light(view: &SeatView, case: &CaseView, light: &Light, words: &Words) -> BoardRow {
    let letter = SafeText::line(&light.letter.to_string());
    let name = SafeText::joined([&letter, &light.name], " ");
    let shown = match light.since {
        Some(turn) => words.fill("board-cases-since", &[("turn", turn.into())]),
        None => words.say("board-cases-not"),
    };
    let about = match light.letter {
        'P' => "board-cases-public-about",
        'X' => "board-cases-exploit-about",
        _ => "board-cases-attacks-about",
    };
    let tone = match (light.since, light.letter) {
        (None, _) => Tone::Quiet,
        (Some(_), 'P') => Tone::Open,
        (Some(_), _) => Tone::Bad,
    };
    BoardRow::new(name, shown)
        .tone(tone)
        .say(words.say(about))
        .why(history::light(case.case, light.letter))
        .acts(beside(view, case.case, |deed| side(deed) == Side::Public))
}

fn party(party: &PartyView, case: &CaseView, words: &Words) -> BoardRow {
    let tone = match (party.is_vendor, party.has_shipped, party.is_ready) {
        (_, true, _) => Tone::Good,
        (true, false, false) => Tone::Open,
        _ => Tone::Plain,
    };
    let shown = SafeText::joined([&party.letters, &party.shown], "  ");
    BoardRow::new(party.name.clone(), shown)
        .tone(tone)
        .say(words.fill("board-cases-role", &[("role", (&party.role).into())]))
        .say(party.stance.clone())
        .say(words.say("board-cases-letters"))
        .why(history::party(case.case, party.actor))
}

fn runs(view: &SeatView, case: &CaseView, runs: &RunsView, words: &Words) -> BoardRow {
    let shown = match (runs.has_fix, runs.deployed) {
        (_, None) => words.say("board-cases-unseen"),
        (false, Some(_)) => words.say("board-cases-no-fix"),
        (true, Some(deployed)) => words.fill(
            "board-cases-deployed",
            &[("percent", (deployed / 10).into())],
        ),
    };
    let letter = SafeText::line("D");
    let mut row = BoardRow::new(SafeText::joined([&letter, &runs.name], " "), shown)
        .tone(match (runs.has_fix, runs.deployed) {
            (true, Some(deployed)) if deployed >= 800 => Tone::Good,
            (true, _) => Tone::Open,
            (false, _) => Tone::Quiet,
        })
        .say(words.fill("board-cases-tail", &[("percent", (runs.tail / 10).into())]))
        .why(runs.subject);
    if let Some(deployed) = runs.deployed {
        row = row.bar(deployed, deployed, 1000);
    }
    if runs.is_urged {
        row = row.say(words.say("board-cases-urged"));
    }
    let zone = runs.zone;
    row.acts(beside(view, case.case, |deed| match deed {
        Deed::UrgeDeployment { zone: urged, .. } => urged == zone,
        _ => side(deed) == Side::Zone,
    }))
}
