//! Facts: labels and their boundaries, lawful ways around them, breaches and how they come to light.

use demarche::engine::event::What;
use demarche::engine::ledger::facts::FactEvent;
use demarche::model::effect::Effect;
use demarche::model::expr::Gives;
use demarche::model::ledger::facts::Derived;
use demarche::model::ledger::facts::FactKind;
use demarche::model::ledger::facts::Truth;
use demarche::model::marking::Marking;
use demarche::model::marking::Tlp;
use demarche::text::SafeText;

use crate::support::story::Story;
use crate::support::table::Table;

fn breached(what: &What) -> bool {
    matches!(what, What::Facts(FactEvent::Breached { .. }))
}

fn found(what: &What) -> bool {
    matches!(what, What::Facts(FactEvent::BreachFound { .. }))
}

/// The southern CERT's finding, which the northern one holds under a label.
fn lent(tlp: Tlp) -> Story {
    let mut story = Story::border(4);
    let holders = vec![story.actor("scert"), story.actor("ncert")];
    story.scenario.fact_rules.discovery = 0;
    story.fact("finding", "scert", tlp).holders = holders;
    story
}

/// Whether the northern CERT breaches the label by passing the finding on to an actor under a label.
fn breaches(held: Tlp, to: &str, label: &str) -> bool {
    let table = Table::new(lent(held), 7)
        .turn(1)
        .does("ncert", &format!("share finding with {to} as {label}"));
    let table = table.holds(&[&format!("holds.{to}.finding")]);
    table.count(breached) > 0
}

#[test]
fn each_label_has_its_boundary() {
    // Rows: who is told. Columns: CLEAR, GREEN, AMBER, AMBER+STRICT, RED as it was received, and passed on the same.
    let labels = [
        (Tlp::Clear, "clear"),
        (Tlp::Green, "green"),
        (Tlp::Amber, "amber"),
        (Tlp::AmberStrict, "strict"),
        (Tlp::Red, "red"),
    ];
    let rows = [
        ("herald", [false, true, true, true, true]),
        ("acme", [false, false, true, true, true]),
        ("utility", [false, false, true, true, true]),
        ("clinic", [false, false, false, true, true]),
        ("watchdog", [false, false, false, true, true]),
        ("norland", [false, false, false, true, true]),
    ];
    for (to, leaves) in rows {
        for ((tlp, label), leaves) in labels.into_iter().zip(leaves) {
            assert_eq!(breaches(tlp, to, label), leaves, "{tlp} to {to}");
        }
    }
}

#[test]
fn nobody_widens_anothers_label_and_anybody_narrows_it() {
    assert!(breaches(Tlp::Amber, "clinic", "green"));
    assert!(!breaches(Tlp::Amber, "clinic", "red"));
    assert!(breaches(Tlp::Green, "acme", "clear"));
}

#[test]
fn the_source_chooses_and_is_never_told_too_much() {
    let mut story = Story::border(2);
    story.fact("own", "ncert", Tlp::Red);
    Table::new(story, 7)
        .turn(1)
        .does("ncert", "share own with herald as clear")
        .saw(0, breached);
    let mut story = lent(Tlp::Red);
    story.fact("other", "ncert", Tlp::Red);
    Table::new(story, 7).turn(1).refuses(
        "ncert",
        "share finding with scert as red",
        "has it already",
    );
}

#[test]
fn the_sources_leave_widens_the_label_for_everybody() {
    let mut story = lent(Tlp::Red);
    story.scenario.fact_rules.relabel_odds = 2000;
    story.scenario.trust.start = 100;
    let agreed = (0..200).filter(|seed| {
        let table = Table::new(story.clone(), *seed)
            .turn(1)
            .does("ncert", "relabel finding as green")
            .turn(2);
        let widened = table.count(|what| {
            matches!(
                what,
                What::Facts(FactEvent::Relabelled {
                    tlp: Tlp::Green,
                    ..
                })
            )
        });
        let table = table.does("ncert", "share finding with acme as green");
        assert_eq!(table.count(breached), 1 - widened);
        widened == 1
    });
    // Never quite certain: 950 in a thousand at best.
    let agreed = agreed.count();
    assert!(
        (180..=199).contains(&agreed),
        "{agreed} of 200, 190 expected"
    );
}

#[test]
fn a_closed_source_says_no() {
    let mut story = lent(Tlp::Red);
    story.scenario.fact_rules.relabel_odds = 0;
    story.scenario.trust.start = 0;
    Table::new(story, 7)
        .turn(1)
        .does("ncert", "relabel finding as green")
        .saw(1, |what| {
            matches!(what, What::Facts(FactEvent::RelabelRefused { .. }))
        })
        .turn(2)
        .refuses("ncert", "relabel finding as red", "as wide already")
        .refuses("ncert", "ask scert", "the channel to scert is closed");
}

fn derivable(exposes: u16) -> Story {
    let mut story = lent(Tlp::Red);
    story.scenario.facts[0].derived = Some(Derived {
        body: SafeText::line("The gist."),
        tlp: Tlp::Green,
        exposes,
    });
    story
}

#[test]
fn a_derived_version_travels_under_its_own_label() {
    Table::new(derivable(0), 7)
        .turn(1)
        .refuses(
            "ncert",
            "share derived finding with acme as green",
            "make a version",
        )
        .does("ncert", "derive finding")
        .turn(2)
        .refuses("ncert", "derive finding", "you have such a version")
        .does("ncert", "share derived finding with acme as green")
        .holds(&["holds.acme.finding", "breaches.ncert == 0"])
        .turn(3)
        .refuses(
            "acme",
            "share finding with mfa as green",
            "you do not hold it in full",
        )
        .does("ncert", "share derived finding with herald as clear")
        .saw(1, breached);
}

#[test]
fn a_weak_derivation_gives_its_source_away_once() {
    Table::new(derivable(1000), 7)
        .turn(1)
        .does("ncert", "derive finding")
        .turn(2)
        .does(
            "ncert",
            "share derived finding with acme as green; share derived finding with mfa as green",
        )
        .saw(1, |what| {
            matches!(what, What::Facts(FactEvent::SourceExposed { .. }))
        })
        .holds(&["trust.scert.ncert == 50 - 25 / 2"]);
}

#[test]
fn intelligence_moves_only_after_a_release() {
    let mut story = Story::border(3);
    let mfa = story.actor("mfa");
    let fact = story.fact("secret", "mfa", Tlp::Red);
    fact.marking = Marking::National;
    let secret = fact.id;
    story.fact("other", "mfa", Tlp::Red).holders = vec![mfa];
    story.inject("release", "mfa", 2).effects = vec![Effect::Relabel {
        fact: secret,
        tlp: Tlp::Amber,
    }];
    Table::new(story, 7)
        .turn(1)
        .refuses("mfa", "share secret with ncert as red", "needs a release")
        .refuses("mfa", "advise secret", "needs a release")
        .turn(2)
        .does("mfa", "share secret with ncert as red")
        .holds(&["holds.ncert.secret"]);
}

#[test]
fn a_victims_name_needs_the_victims_leave() {
    let mut story = Story::border(3);
    let clinic = story.actor("clinic");
    let fact = story.fact("victim", "ncert", Tlp::Amber);
    fact.kind = FactKind::Victim;
    fact.owner = Some(clinic);
    story.scenario.fact_rules.discovery = 0;
    story.scenario.fact_rules.relabel_odds = 2000;
    Table::new(story.clone(), 7)
        .turn(1)
        .does("ncert", "share victim with clinic as amber")
        .saw(0, breached)
        .turn(2)
        .does("ncert", "share victim with watchdog as amber")
        .saw(1, breached);
    let table = Table::new(story, 7)
        .turn(1)
        .does("ncert", "relabel victim as green");
    let table = table
        .turn(2)
        .does("ncert", "share victim with watchdog as green");
    assert_eq!(table.count(breached), 0);
}

#[test]
fn a_breach_comes_to_light_sooner_with_a_wider_audience() {
    let mut story = lent(Tlp::Red);
    story.scenario.fact_rules.discovery = 120;
    let share = |seed: u64, deeds: &str| {
        let table = Table::new(story.clone(), seed).turn(1).does("ncert", deeds);
        let known = table.count(found);
        if known > 0 {
            assert!(table.number("trust.scert.ncert") <= 50 - 25);
        }
        usize::from(known > 0)
    };
    let one = "share finding with mfa as red";
    let four = "share finding with mfa as red; share finding with acme as red; \
                share finding with clinic as red; share finding with utility as red";
    let narrow: usize = (0..200).map(|seed| share(seed, one)).sum();
    let wide: usize = (0..200).map(|seed| share(seed, four)).sum();
    assert!((10..=40).contains(&narrow), "{narrow} of 200, 24 expected");
    assert!(wide > 130, "{wide} of 200");
}

#[test]
fn a_found_breach_costs_the_source_and_a_little_with_every_cert() {
    let mut story = lent(Tlp::Red);
    story.scenario.fact_rules.discovery = 900;
    let seed = (0..50)
        .find(|seed| {
            let table = Table::new(story.clone(), *seed)
                .turn(1)
                .does("ncert", "share finding with mfa as red");
            table.count(found) == 1
        })
        .unwrap();
    Table::new(story, seed)
        .turn(1)
        .does("ncert", "share finding with mfa as red")
        .holds(&[
            "trust.scert.ncert == 25",
            "breaches.ncert == 1",
            "strained.ncert.tlp == 1",
            // The ministry got something useful.
            "trust.mfa.ncert == 53",
        ])
        .until(demarche::engine::event::Step::Note)
        .saw(1, found);
}

#[test]
fn analysis_finds_out_and_a_false_indicator_misfires_unchecked() {
    let mut story = Story::border(3);
    story.zone("health", "clinic", "ncert");
    let fact = story.fact("beacon", "ncert", Tlp::Green);
    fact.kind = FactKind::Indicator;
    fact.truth = Truth::False;
    story.scenario.fact_rules.misfire = 1000;
    let misfired = |what: &What| matches!(what, What::Facts(FactEvent::Misfired { .. }));
    Table::new(story.clone(), 7)
        .turn(1)
        .does("ncert", "share beacon with clinic as green")
        .saw(1, misfired);
    Table::new(story, 7)
        .turn(1)
        .does("ncert", "analyse beacon")
        .holds(&["verified.ncert.beacon", "!verified.scert.beacon"])
        .turn(2)
        .refuses("ncert", "analyse beacon", "you have verified")
        .does("ncert", "share beacon with clinic as green")
        .saw(0, misfired);
}

#[test]
fn an_advisory_needs_a_wide_label_and_reaches_the_community_once() {
    let mut story = Story::border(3);
    story.zone("power", "utility", "scert");
    story.fact("narrow", "ncert", Tlp::Amber);
    story.fact("wide", "ncert", Tlp::Green);
    Table::new(story, 7)
        .turn(1)
        .refuses(
            "ncert",
            "advise narrow",
            "TLP:AMBER does not allow an advisory",
        )
        .does("ncert", "advise wide")
        .holds(&[
            "holds.scert.wide && holds.acme.wide && holds.utility.wide",
            "!holds.mfa.wide && !holds.herald.wide && !holds.clinic.wide",
        ])
        .turn(2)
        .refuses("ncert", "advise wide", "has been published");
}

#[test]
fn who_is_asked_gives_what_it_may() {
    let mut story = Story::border(2);
    story.fact("open", "scert", Tlp::Clear);
    let utility = story.actor("utility");
    story.fact("closed", "acme", Tlp::Red).holders = vec![utility];
    story.scenario.trust.start = 100;
    let answers = (0..40).filter(|seed| {
        let table = Table::new(story.clone(), *seed)
            .turn(1)
            .does("ncert", "ask scert; ask utility; ask mfa")
            // A seat that is asked reads the request and decides for itself.
            .holds(&["!holds.ncert.closed"]);
        let declined = table.count(|what| matches!(what, What::Declined { .. }));
        let got = table.number("if holds.ncert.open { 1 } else { 0 }");
        assert_eq!(declined, if got == 1 { 1 } else { 2 });
        got == 1
    });
    let answers = answers.count();
    assert!((30..=40).contains(&answers), "{answers}");
}

#[test]
fn naming_a_victim_in_an_advisory_is_a_breach_and_its_kind_says_less_from_then_on() {
    let story = |silence: i32, named: bool| {
        let mut story = Story::border(4);
        let clinic = story.actor("clinic");
        let fact = story.fact("victim", "ncert", Tlp::Green);
        fact.kind = FactKind::Victim;
        fact.owner = Some(clinic);
        if !named {
            fact.kind = FactKind::Report;
        }
        story.fact("log", "clinic", Tlp::Green);
        story.scenario.trust.start = 80;
        story.scenario.fact_rules.discovery = 1000;
        story.scenario.fact_rules.breach_cost = 0;
        story.scenario.fact_rules.gossip_cost = 0;
        story.scenario.fact_rules.victim_silence = silence;
        story
    };
    let answers = |story: &Story| {
        let one = |seed| {
            Table::new(story.clone(), seed)
                .turn(1)
                .does("ncert", "advise victim")
                .turn(2)
                .does("ncert", "ask clinic")
                .value("holds.ncert.log", Gives::Truth)
        };
        (0..30).map(one).sum::<i64>()
    };
    let table = Table::new(story(0, true), 7)
        .turn(1)
        .does("ncert", "advise victim");
    assert_eq!(table.count(breached), 1);
    let table = Table::new(story(0, false), 7)
        .turn(1)
        .does("ncert", "advise victim");
    assert_eq!(table.count(breached), 0);
    assert!(answers(&story(0, true)) > 15);
    // Nine breaches in ten come to light at once.
    assert!(answers(&story(1000, true)) < 8);
    assert!(answers(&story(1000, false)) > 15);
}

#[test]
fn a63_what_a_machine_wrote_says_so_and_an_analysis_finds_what_it_made_up() {
    let mut story = Story::border(2);
    let fact = story.fact("digest", "ncert", Tlp::Green);
    fact.machine = true;
    fact.truth = Truth::Partly;
    let table = Table::new(story, 7).turn(1);
    let shown = |table: &Table| table.view(table.seat("ncert")).facts[0].clone();
    assert_eq!(shown(&table).kind.as_str(), "report, machine-written");
    assert!(shown(&table).finding.is_none());
    let table = table.does("ncert", "analyse digest");
    assert!(shown(&table).finding.unwrap().as_str().contains("in part"));
}
