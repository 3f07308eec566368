//! Disclosure: who is told, what a law and an embargo make of it, and how a flaw is mended, used and paid for.
//!
//! Each test names the row of the source texts it carries, where there is one.

use std::collections::BTreeSet;
use std::sync::Arc;

use demarche::bots;
use demarche::diag::Style;
use demarche::diag::render;
use demarche::engine::act::Act as Any;
use demarche::engine::command::Command;
use demarche::engine::dice::Dice;
use demarche::engine::dice::Roll;
use demarche::engine::event::Step;
use demarche::engine::event::What;
use demarche::engine::ledger::book::BookAct;
use demarche::engine::ledger::book::BookEvent;
use demarche::engine::ledger::disclosure::Act;
use demarche::engine::ledger::disclosure::End;
use demarche::engine::ledger::disclosure::Event;
use demarche::engine::ledger::disclosure::How;
use demarche::engine::lens::Lens;
use demarche::model::ActorId;
use demarche::model::CaseId;
use demarche::model::SeatId;
use demarche::model::ZoneId;
use demarche::model::expr::Gives;
use demarche::model::id::Kind;
use demarche::model::scenario::Scenario;
use demarche::scenario::Package;
use demarche::script::Playable;
use demarche::session;
use demarche::text::Words;

use crate::contract::driver::chosen;
use crate::support::table::Table;

const RON: &str = include_str!("disclosure.ron");
const KNOT: CaseId = CaseId(0);

/// The scenario with some of its lines changed.
#[track_caller]
fn table(seed: u64, changes: &[(&str, &str)]) -> Table {
    let mut text = RON.to_owned();
    for (from, to) in changes {
        assert!(text.contains(from), "no `{from}`");
        text = text.replace(from, to);
    }
    let (ready, found, _) = session::ready(Package::from_files([(
        "scenario.ron".to_owned(),
        text.as_bytes(),
    )]));
    let ready = ready.unwrap_or_else(|| panic!("{found:#?}"));
    Table::at(ready.playable, seed)
}

/// The scenario in which all that can happen to a flaw is likely to, for whoever plays it at random.
pub(crate) fn wild() -> Arc<Playable> {
    let mut text = RON.to_owned();
    for (from, to) in WILD {
        text = text.replace(from, to);
    }
    let (ready, found, _) = session::ready(Package::from_files([(
        "scenario.ron".to_owned(),
        text.as_bytes(),
    )]));
    ready.unwrap_or_else(|| panic!("{found:#?}")).playable
}

const WILD: &[(&str, &str)] = &[
    ("leak: 0", "leak: 10"),
    ("finds: 0", "finds: 30"),
    ("race: 0", "race: 300"),
    ("attacks: 0", "attacks: 100"),
    ("attacks_exploit: 0", "attacks_exploit: 400"),
    ("patience: 0", "patience: 6"),
    ("sold: 0", "sold: 200"),
];

fn actor(scenario: &Scenario, word: &str) -> ActorId {
    ActorId(scenario.names.find(Kind::Actor, word).unwrap())
}

/// `inform centre`, `build`, `urge eastern`.
fn act(scenario: &Scenario, deed: &str) -> Any {
    let words: Vec<&str> = deed.split(' ').collect();
    let case = KNOT;
    let act = match words[..] {
        ["inform", who] => Act::Inform {
            case,
            who: actor(scenario, who),
        },
        ["help", of] => Act::AskHelp {
            case,
            of: actor(scenario, of),
        },
        ["urge", zone] => Act::UrgeDeployment {
            case,
            zone: ZoneId(scenario.names.find(Kind::Zone, zone).unwrap()),
        },
        ["state"] => Act::ReportToState { case },
        ["validate"] => Act::Validate { case },
        ["defer"] => Act::Defer { case },
        ["propose"] => Act::ProposeEmbargo { case },
        ["accept"] => Act::AcceptEmbargo { case },
        ["reject"] => Act::RejectEmbargo { case },
        ["revise"] => Act::ReviseEmbargo { case },
        ["leave"] => Act::LeaveEmbargo { case },
        ["tell"] => Act::TellPartners { case },
        ["build"] => Act::BuildFix { case },
        ["test"] => Act::TestFix { case },
        ["ship"] => Act::ShipFix { case },
        ["advise"] => Act::PublishAdvisory { case },
        ["mitigate"] => Act::Mitigate { case },
        ["credit"] => Act::CreditFinder { case },
        ["threat"] => Act::ThreatReport { case },
        ["policy"] => Act::PublishPolicy,
        ["gateway"] => Act::OpenGateway,
        ["harbour"] => Act::PromiseSafeHarbour,
        ["join"] => Act::JoinCoalition,
        ["pledge"] => Act::Pledge,
        ["report", "notice"] => {
            return Any::Report {
                duty: demarche::model::DutyId(0),
                payload: demarche::model::ledger::duties::Payload::Minimal,
            };
        }
        _ => panic!("what is `{deed}`?"),
    };
    Any::Book(BookAct::Disclosure(act))
}

/// Rows of the rule book, as a person at the table would say them.
trait Desk: Sized {
    fn doing(self, seat: &str, deeds: &str) -> Self;
    fn bars(self, seat: &str, deed: &str, because: &str) -> Self;
    fn sees(&self, is: impl Fn(&Event) -> bool) -> usize;
}

impl Desk for Table {
    /// In Commit: seals these acts.
    #[track_caller]
    fn doing(self, seat: &str, deeds: &str) -> Self {
        let acts = deeds
            .split("; ")
            .map(|deed| act(self.scenario(), deed))
            .collect();
        let command = Command::Seal {
            seat: self.seat(seat),
            acts,
        };
        self.accepts(&command)
    }

    #[track_caller]
    fn bars(self, seat: &str, deed: &str, because: &str) -> Self {
        let command = Command::Seal {
            seat: self.seat(seat),
            acts: vec![act(self.scenario(), deed)],
        };
        self.rejects(&command, because)
    }

    fn sees(&self, is: impl Fn(&Event) -> bool) -> usize {
        self.count(|what| matches!(what, What::Book(BookEvent::Disclosure(event)) if is(event)))
    }
}

/// The flaw has been reported to the Guild, an embargo is proposed to all three vendors, and everybody agreed.
fn embargoed(changes: &[(&str, &str)]) -> Table {
    let changes = [&[("coordinator: \"centre\", ", "")], changes].concat();
    table(3, &changes)
        .turn(1)
        .doing("guild", "inform acme; propose")
        .turn(2)
        .doing("acme", "accept")
        .turn(3)
        .holds(&["embargo.knot"])
}

#[test]
fn a16_a_published_policy_brings_the_report_to_the_vendor() {
    for seed in 0..20 {
        table(seed, &[]).turn(1).holds(&[
            "aware.knot.guild",
            "aware.knot.scholar",
            "!disclosed.knot",
        ]);
    }
}

#[test]
fn a16_without_one_it_goes_to_a_coordinator_a_broker_or_the_press() {
    let mut ways = BTreeSet::new();
    for seed in 0..40 {
        let table = table(seed, &[("policies: [\"guild\"]", "policies: []")]).turn(1);
        let sold = table.sees(|event| matches!(event, Event::Sold { .. }));
        let way = (
            table.number("if aware.knot.centre { 1 } else { 0 }"),
            sold,
            table.number("if leaked.knot { 1 } else { 0 }"),
        );
        assert!([(1, 0, 0), (0, 1, 0), (0, 0, 1)].contains(&way), "{way:?}");
        ways.insert(way);
    }
    assert_eq!(ways.len(), 3);
}

#[test]
fn a16_a_policy_published_in_the_preparation_is_there_when_it_starts() {
    for seed in 0..10 {
        table(seed, &[("policies: [\"guild\"]", "policies: []")])
            .turn(0)
            .doing("guild", "policy")
            .turn(1)
            .holds(&["aware.knot.guild", "cvd_policy.guild"])
            .bars("guild", "policy", "has been done");
    }
}

#[test]
fn a29_the_law_sends_it_to_the_state_in_two_days() {
    let table = table(1, &[]).turn(2).holds(&["!aware.knot.bureau"]).turn(3);
    // Found with turn 1, due at its end plus one day: at the latest in the Brief of turn 3.
    let table = table.holds(&["aware.knot.bureau", "!law_missed.knot"]);
    assert_eq!(table.sees(|event| matches!(event, Event::LawRan { .. })), 1);
}

#[test]
fn a29_who_does_not_keep_it_is_late_and_the_vendor_was_told_all_the_same() {
    table(1, &[("complies: 1000", "complies: 0")])
        .turn(4)
        .holds(&["!aware.knot.bureau", "law_missed.knot", "aware.knot.guild"]);
}

#[test]
fn a30_the_chill_is_drawn_and_not_fixed() {
    let drawn: BTreeSet<i64> = (0..30)
        .map(|seed| table(seed, &[]).turn(4).number("chill.west"))
        .collect();
    assert!(drawn.len() > 10, "{drawn:?}");
    assert!(
        drawn.iter().all(|chill| (0..=120).contains(chill)),
        "{drawn:?}"
    );
}

#[test]
fn a30_where_reporting_is_chilled_a_finder_keeps_it_for_now() {
    let chilled = [(
        "injects: [],",
        "injects: [(id: \"raid\", turn: 0, to: [\"wcert\"], from_other: \"News\", channel: Wire, title: \"A raid\", \
         body: \"Somebody was questioned.\", effects: [ChillReports(region: \"west\", most: 1000)])],",
    )];
    let kept = (0..40)
        .filter(|seed| {
            table(*seed, &chilled)
                .turn(1)
                .number("if aware.knot.guild { 1 } else { 0 }")
                == 0
        })
        .count();
    // Half of a thousand on average, drawn anew each time.
    assert!((8..32).contains(&kept), "{kept}");
    // Sooner or later it is reported all the same.
    let late = (0..40).filter(|seed| {
        table(*seed, &chilled)
            .turn(10)
            .number("if aware.knot.guild { 1 } else { 0 }")
            == 0
    });
    assert!(late.count() < 12);
}

#[test]
fn a21_a_law_is_copied_and_silences_some() {
    let copies = (0..20).filter(|seed| {
        let table = table(*seed, &[("copied: 0", "copied: 200")]).turn(9);
        table.number("if state_first.east { 1 } else { 0 }") == 1
    });
    assert!(copies.count() > 10);
    table(3, &[])
        .turn(9)
        .holds(&["!state_first.east", "chill.east == 0"]);
}

#[test]
fn a31_abroad_goes_only_through_a_gateway() {
    let west = [
        ("found: 1", "found: None"),
        (
            "injects: [],",
            "injects: [(id: \"hint\", turn: 1, to: [\"wcert\"], from_other: \"A friend\", channel: Phone, title: \"A hint\", \
         body: \"Look at it.\", effects: [LearnOfCase(case: \"knot\", who: \"wcert\")])],",
        ),
    ];
    table(3, &west)
        .turn(1)
        .bars("wcert", "inform centre", "no lawful gateway")
        // The product's own vendor may always be told.
        .doing("wcert", "inform guild")
        .turn(2)
        .holds(&["aware.knot.guild"]);
    table(3, &west)
        .turn(0)
        .doing("wcert", "gateway")
        .turn(1)
        .doing("wcert", "inform centre")
        .turn(2)
        .holds(&["gateway.wcert", "aware.knot.centre"]);
}

#[test]
fn b10_safe_harbour_brings_some_reports_back() {
    let east = [
        ("in_force: false", "in_force: true"),
        ("copied: 0", "copied: 1"),
    ];
    let chill = [(
        "injects: [],",
        "injects: [(id: \"raid\", turn: 0, to: [\"watch\"], from_other: \"News\", channel: Wire, title: \"A raid\", \
         body: \"Somebody was questioned.\", effects: [ChillReports(region: \"east\", most: 1000)])],",
    )];
    let changes = [&east[..], &chill[..]].concat();
    let (mut before, mut after) = (0, 0);
    for seed in 0..10 {
        let at = table(seed, &changes).turn(1);
        before += at.number("chill.east");
        after += at.doing("watch", "harbour").turn(2).number("chill.east");
    }
    assert!(after < before - 100, "{before} {after}");
}

#[test]
fn an_embargo_is_proposed_agreed_and_ends_with_its_time() {
    let table = embargoed(&[]);
    assert_eq!(
        table.sees(|event| matches!(event, Event::Began { until: 7, .. })),
        1
    );
    let table = table.turn(8).holds(&["!embargo.knot"]);
    assert_eq!(
        table.sees(|event| matches!(event, Event::Ended { why: End::Term, .. })),
        1
    );
    table.bars("guild", "propose", "the embargo is over");
}

#[test]
fn silence_on_an_embargo_is_a_no() {
    // Acme has a seat and says nothing: after two turns that is a no, and nobody else was asked.
    let table = table(3, &[("coordinator: \"centre\", ", "")])
        .turn(1)
        .doing("guild", "inform acme; propose")
        .turn(4)
        .holds(&["aware.knot.acme", "!embargo.knot"]);
    let is_nothing = |event: &Event| matches!(event, Event::CameToNothing { .. });
    assert_eq!(table.sees(is_nothing), 1);
    assert_eq!(table.sees(|event| matches!(event, Event::Began { .. })), 0);
}

#[test]
fn an_embargo_ends_at_once_when_the_flaw_or_an_exploit_is_public() {
    // What is said of a new one differs: what is public, by an exploit too, is nobody's to keep; what is used is too late; what was left is over.
    let (nobodys, late, over) = (
        "not yours to do",
        "no new embargo begins",
        "the embargo is over",
    );
    for (effect, why, new_one) in [
        ("PublishFlaw(case: \"knot\")", End::Public, nobodys),
        ("PublishExploit(case: \"knot\")", End::Exploit, nobodys),
        ("AttackFlaw(case: \"knot\")", End::Attacks, late),
        ("LeakCase(case: \"knot\")", End::Public, nobodys),
        ("ExitEmbargo(case: \"knot\")", End::Story, over),
    ] {
        let inject = format!(
            "injects: [(id: \"turning\", turn: 4, to: [\"guild\"], from_other: \"News\", channel: Wire, title: \"News\", \
             body: \"It happened.\", effects: [{effect}])],"
        );
        let table = embargoed(&[("injects: [],", &inject)])
            .turn(4)
            .holds(&["!embargo.knot"]);
        assert_eq!(
            table.sees(|event| matches!(event, Event::Ended { why: end, .. } if *end == why)),
            1,
            "{effect}"
        );
        table.bars("guild", "propose", new_one);
    }
}

#[test]
fn no_embargo_begins_once_it_is_public() {
    let inject = "injects: [(id: \"turning\", turn: 1, to: [\"guild\"], from_other: \"News\", channel: Wire, title: \"News\", \
                  body: \"It happened.\", effects: [AttackFlaw(case: \"knot\")])],";
    let table = table(3, &[("injects: [],", inject)])
        .turn(1)
        .holds(&["attacked.knot"]);
    table
        .bars("guild", "propose", "no new embargo begins")
        .turn(9)
        .holds(&["!embargo.knot"]);
}

#[test]
fn every_partner_must_agree_to_a_new_end() {
    let yes = embargoed(&[])
        .doing("guild", "revise")
        .turn(4)
        .doing("acme", "accept")
        .turn(6);
    let no = embargoed(&[])
        .doing("guild", "revise")
        .turn(4)
        .doing("acme", "reject")
        .turn(6);
    let revised = |table: &Table, is: bool| {
        table.sees(|event| matches!(event, Event::Revised { agreed, .. } if *agreed == is))
    };
    assert!(revised(&no, false) == 1 && revised(&no, true) == 0);
    // The cloud has no seat and answers for itself.
    assert_eq!(revised(&yes, true) + revised(&yes, false), 1);
}

#[test]
fn who_breaks_an_embargo_without_a_word_pays_with_every_partner() {
    let quiet = embargoed(&[]);
    let before = quiet.number("trust.guild.acme");
    let quiet = quiet.doing("acme", "advise").turn(4);
    let loud = embargoed(&[]).doing("acme", "tell; advise").turn(4);
    assert_eq!(quiet.number("embargo_broken.knot"), 1);
    assert_eq!(loud.number("embargo_broken.knot"), 0);
    assert_eq!(quiet.number("trust.guild.acme"), before - 12);
    assert_eq!(loud.number("trust.guild.acme"), before);
    quiet.holds(&[
        "strained.acme.disclosure == 1",
        "!embargo.knot",
        "disclosed.knot",
    ]);
}

#[test]
fn a_legal_duty_beats_an_embargo_if_the_partners_are_told() {
    // Reporting tells the regulator, as the law has it; the partners read of it first, or hear of it later.
    let quiet = embargoed(&[]).doing("acme", "report notice").turn(4);
    quiet.holds(&["met.notice", "aware.knot.watch", "embargo_broken.knot == 1"]);
    let loud = embargoed(&[]).doing("acme", "tell; report notice").turn(4);
    loud.holds(&[
        "met.notice",
        "aware.knot.watch",
        "embargo_broken.knot == 0",
        "embargo.knot",
    ]);
}

/// The Guild has validated the report and works at a fix for so many turns, and then tests it where that is asked.
fn mended(seed: u64, changes: &[(&str, &str)]) -> Table {
    let changes = [&[("work: 6", "work: 1")], changes].concat();
    table(seed, &changes)
        .turn(1)
        .doing("guild", "validate")
        .turn(2)
        .doing("guild", "build")
        .turn(3)
}

#[test]
fn a15_a_small_vendor_is_slow_until_it_asks_for_help() {
    let built = |help: bool| {
        let mut at = table(3, &[]).turn(1).doing(
            "guild",
            if help {
                "validate; help centre"
            } else {
                "validate"
            },
        );
        for turn in 2..=10 {
            at = at.turn(turn);
            if at.number("if fix_ready.knot.guild { 1 } else { 0 }") == 1 {
                return turn;
            }
            at = at.doing("guild", "build");
        }
        99
    };
    // Six units of work: one a turn alone, three with help.
    assert_eq!((built(false), built(true)), (8, 4));
}

/// Units of work a round does and the fix lacks, as the rules have it.
#[test]
fn work_at_a_fix_is_foreseen_as_it_comes() {
    let foreseen = |at: &Table| {
        let seats = [at.seat("guild")];
        let lens = Lens::new(&at.playable, &at.state, &seats);
        let act = Any::Book(BookAct::Disclosure(Act::BuildFix { case: KNOT }));
        let forecasts = lens.forecasts(seats[0], &act).into_iter();
        let work = forecasts.filter(|one| one.key.starts_with("forecast-work"));
        work.map(|one| (one.low, one.high)).collect::<Vec<_>>()
    };
    let at = table(3, &[]).turn(1).doing("guild", "validate").turn(2);
    assert_eq!(foreseen(&at), [(1, 1), (6, 6)]);
    let at = at.doing("guild", "build").turn(3);
    assert_eq!(foreseen(&at), [(1, 1), (5, 5)]);
}

#[test]
fn a_fix_needs_who_took_the_report_on_and_shipping_needs_a_fix() {
    table(3, &[])
        .turn(1)
        .bars("guild", "build", "not taken the report on")
        .bars("guild", "ship", "no fix yet")
        .bars("acme", "build", "not yours")
        .doing("guild", "validate")
        .turn(2)
        .bars("guild", "validate", "judged the report already");
    mended(3, &[])
        .holds(&["fix_ready.knot.guild", "!disclosed.knot"])
        .bars("guild", "build", "your fix is ready");
}

#[test]
fn shipping_a_fix_makes_it_public_and_starts_the_race() {
    let mut shipped = mended(3, &[("race: 0", "race: 1000")])
        .holds(&["!exploited.knot"])
        .doing("guild", "ship")
        .turn(4);
    shipped = shipped.holds(&[
        "disclosed.knot",
        "exploited.knot",
        "aware.knot.acme",
        "aware.knot.cloud",
    ]);
    assert_eq!(
        shipped.sees(|event| matches!(event, Event::Publicised { how: How::Fix, .. })),
        1
    );
    // Nobody makes an exploit of what nobody has published.
    mended(3, &[("race: 0", "race: 1000")])
        .turn(10)
        .holds(&["!exploited.knot"]);
}

#[test]
fn a15_who_is_told_in_time_was_forewarned_and_who_reads_of_it_was_not() {
    mended(3, &[])
        .doing("guild", "inform acme; ship")
        .turn(4)
        .holds(&[
            "forewarned.knot.acme",
            "aware.knot.cloud",
            "!forewarned.knot.cloud",
        ]);
}

/// Whom the keepers tell on the first day, before anybody else knows of the flaw.
fn told(profile: &str, changes: &[(&str, &str)]) -> Vec<ActorId> {
    let at = table(3, changes).turn(1);
    let sealed = chosen(&at, bots::named(profile).unwrap(), at.seat("guild"), 0);
    let whom = sealed.acts.iter().filter_map(|act| match act {
        Any::Book(BookAct::Disclosure(Act::Inform { who, .. })) => Some(*who),
        _ => None,
    });
    whom.collect()
}

#[test]
fn a15_keepers_leave_it_to_the_coordinator_whom_to_call_in() {
    let alone = ("coordinator: \"centre\", ", "");
    for profile in [
        "assertive_agency",
        "compliance_first_vendor",
        "understaffed_cert",
    ] {
        let (with, without) = (told(profile, &[]), told(profile, &[alone]));
        let acme = actor(table(3, &[]).scenario(), "acme");
        assert!(without.contains(&acme), "{profile}: {without:?}");
        assert!(!with.contains(&acme), "{profile}: {with:?}");
    }
}

#[test]
fn a_fix_is_deployed_slowly_with_a_tail_that_never_does() {
    let mut at = mended(3, &[])
        .holds(&["deployed.knot.eastern == 0"])
        .doing("guild", "ship")
        .turn(4);
    let mut curve = vec![at.number("deployed.knot.eastern")];
    for turn in 5..=10 {
        at = at.turn(turn);
        curve.push(at.number("deployed.knot.eastern"));
    }
    assert!(curve.windows(2).all(|two| two[0] <= two[1]), "{curve:?}");
    assert!(
        *curve.first().unwrap() < 300 && *curve.last().unwrap() > 600,
        "{curve:?}"
    );
    let all = mended(3, &[]).doing("guild", "ship").turn(10);
    // Guild's fix leaves a tenth of the eastern shops as they are, for ever.
    assert!(all.number("deployed.knot.eastern") <= 900);
    // Who runs it for others deploys for all of them at once.
    let mut cloud = mended(3, &[]).doing("guild", "ship");
    let mut before = 0;
    for turn in 3..=10 {
        cloud = cloud.turn(turn);
        let now = cloud.number("deployed.knot.western");
        assert!(
            now == 0 || now == 1000,
            "{now} of a thousand in turn {turn}"
        );
        before = before.max(now);
    }
    cloud.holds(&["fix_shipped.knot.cloud"]);
    assert_eq!(before, 1000);
}

#[test]
fn urging_and_warning_together_make_it_quicker() {
    let deployed = |change: &[(&str, &str)], urges: bool| {
        let sum: i64 = (0..8)
            .map(|seed| {
                let at = mended(seed, change).doing("guild", "ship").turn(4);
                let at = if urges {
                    at.doing("watch", "urge eastern")
                } else {
                    at
                };
                at.turn(5).number("deployed.knot.eastern")
            })
            .sum();
        sum / 8
    };
    let plain = deployed(&[], false);
    assert!(deployed(&[], true) > plain + 60);
    // A13: the vendor's coalition warns with it.
    let joint = [(
        "(actor: \"acme\", capacity: 2, joined: false)",
        "(actor: \"guild\", capacity: 10)",
    )];
    assert!(deployed(&joint, false) > plain + 60);
}

#[test]
fn a_rushed_fix_may_break_something_and_some_never_come_back() {
    let broke = |tests: bool| {
        (0..60).filter(move |seed| {
            let at = mended(*seed, &[]);
            let at = if tests {
                at.doing("guild", "test; ship")
            } else {
                at.doing("guild", "ship")
            };
            at.turn(4)
                .sees(|event| matches!(event, Event::Shipped { wary: Some(_), .. }))
                > 0
        })
    };
    let (rushed, tested) = (broke(false).count(), broke(true).count());
    assert!((8..30).contains(&rushed) && tested < 8, "{rushed} {tested}");
    let seed = broke(false).next().unwrap();
    let at = mended(seed, &[]).doing("guild", "ship").turn(5);
    at.holds(&["deployed.knot.eastern == 0"])
        .turn(10)
        .holds(&["deployed.knot.eastern <= 820"]);
}

#[test]
fn attacks_hit_who_runs_it_and_has_not_mended_it() {
    let attack = [(
        "injects: [],",
        "injects: [(id: \"turning\", turn: 4, to: [\"guild\"], from_other: \"News\", channel: Wire, title: \"News\", \
         body: \"It happened.\", effects: [AttackFlaw(case: \"knot\")])],",
    )];
    let open = mended(3, &attack).turn(6);
    let mended_in_time = mended(3, &attack).doing("guild", "test; ship").turn(6);
    let slowed = mended(3, &attack).doing("guild", "mitigate").turn(6);
    let hit = |table: &Table| table.number("compromised.eastern");
    assert!(hit(&open) > 80, "{}", hit(&open));
    assert!(hit(&mended_in_time) < hit(&open));
    // A mitigation halves it, and mends nothing.
    assert!(hit(&slowed) < hit(&open) * 2 / 3 && slowed.number("deployed.knot.eastern") == 0);
    // Half of the western offices run it.
    let west = open.number("compromised.western");
    assert!(west > 20 && west < hit(&open), "{west}");
}

#[test]
fn the_more_know_the_likelier_it_leaks() {
    let leaks = |told: &str| {
        let inject = format!(
            "injects: [(id: \"many\", turn: 1, to: [\"guild\"], from_other: \"News\", channel: Wire, title: \"Many\", \
             body: \"They know.\", effects: [{told}])],"
        );
        let changes = [
            ("leak: 0", "leak: 40"),
            ("injects: [],", &*inject),
            ("coordinator: \"centre\", ", ""),
        ];
        (0..60)
            .filter(|seed| {
                table(*seed, &changes)
                    .turn(3)
                    .number("if leaked.knot { 1 } else { 0 }")
                    == 1
            })
            .count()
    };
    let many = ["acme", "cloud", "wcert", "watch", "shops", "office"];
    let many: Vec<String> = many
        .iter()
        .map(|who| format!("LearnOfCase(case: \"knot\", who: \"{who}\")"))
        .collect();
    let (few, many) = (leaks(""), leaks(&many.join(", ")));
    assert!(few + 10 < many, "{few} {many}");
}

#[test]
fn b2_the_finder_is_owed_credit_and_the_next_report_with_it() {
    let shipped = || mended(3, &[]).doing("guild", "test; ship").turn(4);
    let owed = shipped().turn(8);
    assert_eq!(
        owed.sees(|event| matches!(event, Event::Slighted { .. })),
        1
    );
    let thanked = shipped()
        .doing("guild", "credit")
        .turn(8)
        .holds(&["credited.knot", "upheld.guild.credit == 1"]);
    assert!(thanked.number("trust.scholar.guild") >= owed.number("trust.scholar.guild") + 10);
    assert!(thanked.number("chill.west") <= owed.number("chill.west"));
    owed.holds(&["strained.guild.credit == 1"]);
}

#[test]
fn a18_a_threat_report_says_aloud_what_is_being_done() {
    let attack = [(
        "injects: [],",
        "injects: [(id: \"turning\", turn: 2, to: [\"guild\"], from_other: \"News\", channel: Wire, title: \"News\", \
         body: \"It happened.\", effects: [AttackFlaw(case: \"knot\")])],",
    )];
    table(3, &attack)
        .turn(1)
        .bars("guild", "threat", "nobody has seen it used")
        .turn(2)
        .holds(&["!disclosed.knot", "attacked.knot", "aware.knot.acme"])
        .doing("acme", "threat")
        .turn(3)
        .holds(&["disclosed.knot"]);
}

#[test]
fn a14_a_pledge_is_published_once() {
    table(3, &[])
        .turn(1)
        .doing("guild", "pledge")
        .turn(2)
        .holds(&["pledged.guild"])
        .bars("guild", "pledge", "has been done");
}

#[test]
fn only_what_happened_can_be_seen_of_it() {
    let at = embargoed(&[]);
    let acme = at.seat("acme");
    let before = at.view(acme);
    // What an adversary or a partner does in silence changes nothing for the others.
    let guild = actor(at.scenario(), "guild");
    let mut twin = Table::at(std::sync::Arc::clone(&at.playable), 3);
    (twin.state, twin.events) = (at.state.clone(), at.events.clone());
    for event in [
        Event::Preyed { case: KNOT },
        Event::Sold { case: KNOT },
        Event::Worked {
            case: KNOT,
            by: guild,
            units: 5,
        },
        Event::Ready {
            case: KNOT,
            by: guild,
        },
        Event::Tested {
            case: KNOT,
            by: guild,
        },
        Event::GatewayOpened { by: guild },
    ] {
        let event = demarche::engine::event::Event {
            cause: demarche::engine::event::Cause::StartEx,
            what: What::Book(BookEvent::Disclosure(event)),
        };
        let seats = [acme];
        assert!(
            !Lens::new(&twin.playable, &twin.state, &seats).may_see(&event),
            "{event:?}"
        );
        demarche::engine::apply(&mut twin.state, &event);
        twin.events.push(event);
    }
    assert!(twin.view(acme) == before);
    // Told, it is known.
    let told = at.doing("guild", "tell").turn(4);
    let view = told.view(acme);
    let parties = &view.book.disclosure.cases[0].parties;
    assert!(parties.iter().any(|party| party.actor == guild));
}

/// What never goes back: a number for each thing of a case that is so.
fn stands(table: &Table) -> Vec<i64> {
    let actors = ["guild", "acme", "cloud"];
    let mut texts: Vec<String> = ["disclosed.knot", "exploited.knot", "attacked.knot"]
        .map(str::to_owned)
        .into();
    for actor in actors {
        for root in ["aware", "fix_ready", "fix_shipped"] {
            texts.push(format!("{root}.knot.{actor}"));
        }
    }
    let mut all: Vec<i64> = texts
        .iter()
        .map(|text| table.value(text, Gives::Truth))
        .collect();
    all.extend(["eastern", "western"].map(|zone| table.number(&format!("deployed.knot.{zone}"))));
    all
}

#[test]
fn a_case_never_goes_back_whatever_is_done() {
    let mut shipped = 0;
    let mut agreed = 0;
    for seed in 0..24 {
        let policies = ("policies: [\"guild\"]", "policies: []");
        let changes = if seed % 3 == 0 {
            [WILD, &[policies]].concat()
        } else {
            WILD.to_vec()
        };
        let mut at = table(seed, &changes).turn(0);
        let mut before = stands(&at);
        loop {
            for place in 0..at.scenario().seats.len() {
                at = at_random(at, seed, place);
            }
            let events = at.events.len();
            at = at.advance();
            embargo_holds(&at, events);
            let now = stands(&at);
            assert!(
                before.iter().zip(&now).all(|(before, now)| before <= now),
                "{seed}: {before:?} {now:?}"
            );
            let [aware, ready, out] = [3, 4, 5].map(|at| now[at] + now[at + 3] + now[at + 6]);
            assert!(ready <= aware && out <= ready, "F needs V: {now:?}");
            assert!(now[5] == 1 || now[12] == 0, "D needs F: {now:?}");
            before = now;
            if at.truth().turn() == 10 {
                shipped += out;
                agreed += at.sees(|event| matches!(event, Event::Began { .. }));
                break;
            }
            let next = at.truth().turn() + 1;
            at = at.turn(next);
        }
    }
    assert!(shipped > 12 && agreed > 0, "{shipped} {agreed}");
}

/// Seals what chance picks among what is possible.
fn at_random(at: Table, seed: u64, place: usize) -> Table {
    let seat = at.scenario().seats[place].id;
    let seats = [seat];
    let lens = Lens::new(&at.playable, &at.state, &seats);
    let mut die = Dice::new(seed).of(Roll::Bot, &[lens.word(seat)], 0, lens.turn(), 0);
    let mut acts: Vec<Any> = Vec::new();
    for act in lens.possible(seat) {
        let is_ours = matches!(act, Any::Book(BookAct::Disclosure(_)) | Any::Report { .. });
        if is_ours && die.per_mille(450) {
            acts.push(act);
            if lens.judge(seat, &acts).is_err() {
                acts.pop();
            }
        }
    }
    at.accepts(&Command::Seal { seat, acts })
}

/// No embargo begins or is proposed once P, X or A, and none is in force once P or X.
#[track_caller]
fn embargo_holds(at: &Table, since: usize) {
    let mut is_out = at.events[..since].iter().any(|event| is_out(&event.what));
    for event in &at.events[since..] {
        is_out |= self::is_out(&event.what);
        if let What::Book(BookEvent::Disclosure(event)) = &event.what {
            assert!(
                !is_out || !matches!(event, Event::Proposed { .. } | Event::Began { .. }),
                "{event:?}"
            );
        }
    }
    if is_out && at.truth().step() == Step::Resolve {
        assert_eq!(
            at.value(
                "embargo.knot && (disclosed.knot || exploited.knot)",
                Gives::Truth
            ),
            0
        );
    }
}

fn is_out(what: &What) -> bool {
    matches!(
        what,
        What::Book(BookEvent::Disclosure(
            Event::Publicised { .. } | Event::ExploitPublished { .. } | Event::AttacksSeen { .. }
        ))
    )
}

#[test]
fn a_flaw_that_nobody_told_a_seat_of_is_not_on_its_board() {
    let table = table(3, &[]).turn(1);
    assert_eq!(
        table.view(table.seat("guild")).book.disclosure.cases.len(),
        1
    );
    for seat in ["acme", "wcert", "watch"] {
        assert!(
            table
                .view(table.seat(seat))
                .book
                .disclosure
                .cases
                .is_empty(),
            "{seat}"
        );
    }
    table.bars("acme", "ship", "not yours");
}

#[test]
fn bots_of_all_tempers_use_every_act_and_a_flaw_is_mended_more_often_than_not() {
    let playable = wild();
    let mut used = BTreeSet::new();
    let mut shipped = 0;
    let plays = 60;
    for seed in 0..plays {
        let names = bots::standard();
        let bot = |seat: SeatId| {
            let place = usize::try_from(seed).unwrap() + seat.index();
            bots::named(names[place % names.len()]).unwrap()
        };
        let what = format!("seed {seed}");
        let table = crate::contract::driver::play(&playable, seed, bot, &what, &mut []);
        for event in &table.events {
            if let What::Acted {
                act: Any::Book(BookAct::Disclosure(act)),
                ..
            } = event.what
            {
                let word = format!("{act:?}");
                used.insert(word.split([' ', '{']).next().unwrap().to_owned());
            }
        }
        shipped += i32::from(table.number("if fix_shipped.knot.guild { 1 } else { 0 }") == 1);
    }
    assert_eq!(used.len(), 24, "{used:?}");
    assert!(shipped * 2 > i32::try_from(plays).unwrap(), "{shipped}");
}

#[test]
fn a_name_that_is_nobodys_is_told_with_the_nearest() {
    for (from, to, meant) in [
        (
            "actor: \"cloud\", size: Large",
            "actor: \"clod\", size: Large",
            "cloud",
        ),
        ("size: Large", "size: Larg", "Large"),
        ("zone: \"eastern\"", "zone: \"easterm\"", "eastern"),
        ("tail: 100", "tial: 100", "tail"),
        (
            "starts: \"aware.knot.acme\"",
            "starts: \"aware.knott.acme\"",
            "knot",
        ),
    ] {
        let text = RON.replace(from, to);
        let package = Package::from_files([("scenario.ron".to_owned(), text.as_bytes())]);
        let (ready, found, sources) = session::ready(package);
        assert!(ready.is_none(), "{to}");
        let told = render(&found, &sources, &Words::default(), Style::Text);
        assert!(told.contains(&format!("`{meant}`")), "{to}: {told}");
    }
}
