//! Trust: slow to earn, fast to lose, faded by silence, insulated from politics where people do technical work together.

use demarche::model::effect::Amount;
use demarche::model::effect::Effect;
use demarche::model::family::Family;
use demarche::model::marking::Tlp;

use crate::support::story::Story;
use crate::support::table::Table;

#[test]
fn exchange_across_regions_earns_more_the_second_time() {
    let mut story = Story::border(3);
    for fact in ["one", "two"] {
        story.fact(fact, "ncert", Tlp::Green);
    }
    Table::new(story, 7)
        .turn(1)
        .does(
            "ncert",
            "share one with acme as green; share one with mfa as green",
        )
        .holds(&[
            "trust.acme.ncert == 53",
            "trust.mfa.ncert == 53",
            "trust.ncert.acme == 50",
        ])
        .turn(2)
        .does(
            "ncert",
            "share two with acme as green; share two with mfa as green",
        )
        .holds(&[
            "trust.acme.ncert == 53 + 3 + 2",
            "trust.mfa.ncert == 53 + 3",
        ]);
}

#[test]
fn what_is_known_already_earns_nothing() {
    let mut story = Story::border(3);
    let holders = vec![story.actor("ncert"), story.actor("scert")];
    story.fact("one", "ncert", Tlp::Green).holders = holders;
    Table::new(story, 7)
        .turn(1)
        // The sender cannot know that the other side has it, so it may try.
        .does("ncert", "share one with scert as green")
        .holds(&["trust.scert.ncert == 50"]);
}

#[test]
fn silence_fades_down_to_the_floor_and_contact_keeps() {
    let mut story = Story::border(12);
    story.scenario.trust.floor = 48;
    story.scenario.trust.fades_after = 4;
    let mut table = Table::new(story, 7);
    for turn in 1..=10 {
        table = table.turn(turn);
        table = match turn {
            1 | 5 | 9 => table.does("ncert", "ring scert"),
            _ => table.advance(),
        };
    }
    table.holds(&[
        "trust.scert.ncert == 56",
        "trust.ncert.scert == 53",
        "trust.mfa.scert == 48",
        "trust.scert.mfa == 48",
        // Nobody plays either of these two.
        "trust.scert.utility == 50",
    ]);
}

#[test]
fn trust_between_technical_people_is_insulated_from_politics() {
    let mut story = Story::border(2);
    let (ncert, scert, mfa) = (
        story.actor("ncert"),
        story.actor("scert"),
        story.actor("mfa"),
    );
    let loses = |from, to| Effect::Trust {
        from,
        to,
        by: Amount::Fixed(-20),
    };
    let effects = vec![loses(scert, ncert), loses(scert, mfa)];
    story.action("blame", &["mfa"], Family::Condemn).effects = effects.clone();
    story.action("botch", &["ncert"], Family::Contain).effects = effects;
    Table::new(story.clone(), 7)
        .turn(1)
        .does("mfa", "take blame")
        .holds(&["trust.scert.ncert == 50 - 6", "trust.scert.mfa == 30"]);
    Table::new(story, 7)
        .turn(1)
        .does("ncert", "take botch")
        .holds(&["trust.scert.ncert == 30", "trust.scert.mfa == 30"]);
}

#[test]
fn trust_stays_between_nothing_and_a_hundred() {
    let mut story = Story::border(2);
    let (ncert, scert) = (story.actor("ncert"), story.actor("scert"));
    let by = |from, to, by| Effect::Trust {
        from,
        to,
        by: Amount::Fixed(by),
    };
    story.inject("quarrel", "ncert", 1).effects = vec![
        by(ncert, scert, 900_000),
        by(scert, ncert, -900_000),
        by(ncert, ncert, 5),
    ];
    Table::new(story, 7)
        .turn(1)
        .holds(&["trust.ncert.scert == 100", "trust.scert.ncert == 0"])
        .refuses("ncert", "ask scert", "closed");
}
