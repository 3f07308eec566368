//! A scenario with a bit of everything: every way an inject comes, every effect, every ledger, hidden and seen.

use demarche::model::FunctionId;
use demarche::model::MeterId;
use demarche::model::ZoneId;
use demarche::model::decision::Cost;
use demarche::model::effect::Amount;
use demarche::model::effect::Branch;
use demarche::model::effect::Effect;
use demarche::model::effect::HarmKind;
use demarche::model::expr::Gives;
use demarche::model::family::Family;
use demarche::model::ledger::facts::Derived;
use demarche::model::ledger::facts::FactKind;
use demarche::model::ledger::facts::Truth;
use demarche::model::ledger::meters::SeenBy;
use demarche::model::ledger::spread::Link;
use demarche::model::marking::Marking;
use demarche::model::marking::Tlp;
use demarche::model::msel::Sender;
use demarche::model::norm::Bearing;
use demarche::model::norm::Norm;
use demarche::model::roster::Want;
use demarche::text::SafeText;

use crate::support::story::Story;
use crate::support::story::moves;

/// The scenario, without its last ending.
pub(super) fn border() -> Story {
    let mut story = Story::border(6);
    story.scenario.has_prep = true;
    ledgers(&mut story);
    facts(&mut story);
    msel(&mut story);
    decisions(&mut story);
    adversary(&mut story);
    wants(&mut story);
    story.ending("collapse", Some("compromised.health > 80"), true);
    story.ending("quiet", Some("meter.pressure < 30"), false);
    story
}

fn ledgers(story: &mut Story) {
    let (ncert, mfa) = (story.seat_id("ncert"), story.seat_id("mfa"));
    story.meter("pressure", SeenBy::All);
    story.meter("cabinet", SeenBy::Only(vec![mfa]));
    story.meter("backlog", SeenBy::Only(vec![ncert]));
    story.meter("stealth", SeenBy::Nobody);
    let health = story.zone("health", "clinic", "ncert");
    (health.compromised, health.rate) = (4, 400);
    let power = story.zone("power", "utility", "scert");
    (power.compromised, power.rate) = (0, 300);
    power.seen_by = SeenBy::Nobody;
    story.scenario.spread.links = vec![Link {
        from: ZoneId(0),
        to: ZoneId(1),
        rate: 150,
    }];
    let patients = story.community("patients");
    patients.depends_on = vec![(ZoneId(0), 300)];
    patients.secondary = 400;
    let households = story.community("households");
    households.depends_on = vec![(ZoneId(1), 300)];
    households.seen_by = SeenBy::Only(vec![mfa]);
    let early = story.truth("holds.ncert.beacon");
    let pressure = MeterId(0);
    let duty = story.duty("early_warning", "ncert");
    duty.starts = Some(early);
    duty.on_missed = vec![moves(pressure, 8)];
    let backlog = MeterId(2);
    let duty = story.duty("filing", "acme");
    duty.on_met = vec![moves(backlog, -2)];
}

fn facts(story: &mut Story) {
    let (scert, clinic) = (story.actor("scert"), story.actor("clinic"));
    let beacon = story.fact("beacon", "scert", Tlp::Amber);
    beacon.kind = FactKind::Indicator;
    beacon.half_life = 3;
    beacon.guards = vec![(ZoneId(0), 400), (ZoneId(1), 400)];
    beacon.derived = Some(Derived {
        body: SafeText::line("Something to look for."),
        tlp: Tlp::Green,
        exposes: 200,
    });
    let rumour = story.fact("rumour", "acme", Tlp::Clear);
    (rumour.kind, rumour.truth) = (FactKind::Indicator, Truth::False);
    let victim = story.fact("victim", "ncert", Tlp::Amber);
    (victim.kind, victim.owner) = (FactKind::Victim, Some(clinic));
    let intercept = story.fact("intercept", "mfa", Tlp::Red);
    intercept.marking = Marking::National;
    story.fact("telemetry", "acme", Tlp::AmberStrict);
    story.fact("hearsay", "scert", Tlp::Green).holders = vec![scert, clinic];
}

fn msel(story: &mut Story) {
    let (filing, beacon) = (demarche::model::DutyId(1), demarche::model::FactId(0));
    let rumour = demarche::model::FactId(1);
    let households = demarche::model::CommunityId(1);
    let ring = story.inject("ring", "ncert", 1);
    ring.facts = vec![beacon];
    ring.marking = Marking::Tlp(Tlp::Amber);
    let ring = ring.id;
    let scert = story.actor("scert");
    story.scenario.injects[0].from = Sender::Actor(scert);
    story.inject("notice", "acme", 2).effects = vec![
        Effect::StartDuty { duty: filing },
        Effect::Harm {
            community: households,
            kind: HarmKind::Latent,
            by: Amount::Fixed(30),
        },
    ];
    let hot = story.truth("compromised.health > 10");
    let column = story.inject("column", "mfa", 2);
    column.when.to = 6;
    column.when.condition = Some(hot);
    let again = story.inject("again", "mfa", 1);
    (
        again.when.to,
        again.when.once,
        again.when.cooldown,
        again.when.chance,
    ) = (6, false, 2, 500);
    let nudge = story.inject("nudge", "ncert", 1);
    (nudge.when.to, nudge.contingency_of) = (6, Some(ring));
    let leak = story.inject("leak", "herald", 1);
    leak.when.after = Some((ring, 2));
    leak.when.to = 6;
    leak.facts = vec![rumour];
    story.inject("spare", "acme", 1).when.by_hand = true;
    story.inject("summons", "mfa", 6).effects = vec![Effect::Norm {
        actor: scert,
        norm: Norm::Inform,
        bearing: Bearing::Upheld,
        contested: true,
    }];
}

fn decisions(story: &mut Story) {
    let (pressure, cabinet) = (MeterId(0), MeterId(1));
    let (ncert, scert) = (story.actor("ncert"), story.actor("scert"));
    story.decision(
        "plea",
        "ncert",
        1,
        &[
            ("help", Family::Share),
            ("wait", Family::Hold),
            ("raise", Family::Escalate),
        ],
    );
    let wait = story.scenario.decisions[0].choices[1];
    (
        story.scenario.decisions[0].stays,
        story.scenario.decisions[0].default,
    ) = (2, Some(wait));
    story.choice("plea.help").effects = vec![Effect::Trust {
        from: scert,
        to: ncert,
        by: Amount::Fixed(6),
    }];
    let raise = story.choice("plea.raise");
    raise.cost = Cost {
        hours: 2,
        capital: 3,
    };
    raise.seen = SafeText::line("The CERT has raised the matter.");
    raise.effects = vec![Effect::Later {
        turns: 2,
        effects: vec![moves(cabinet, -5)],
    }];
    story.decision(
        "name",
        "mfa",
        3,
        &[("naming", Family::Condemn), ("unnamed", Family::Condemn)],
    );
    let ready = story.truth("meter.cabinet > 40");
    let naming = story.choice("name.naming");
    naming.condition = Some(ready);
    naming.unless = SafeText::line("The cabinet is against it.");
    naming.effects = vec![
        moves(pressure, 10),
        Effect::Trust {
            from: scert,
            to: ncert,
            by: Amount::Fixed(-20),
        },
    ];
    naming.norms = vec![(Norm::B, Bearing::Strained)];
    story.decision(
        "ship",
        "acme",
        2,
        &[("fast", Family::Contain), ("tested", Family::Contain)],
    );
    story.choice("ship.fast").effects = vec![Effect::Draw {
        branches: vec![
            Branch {
                weight: 3,
                effects: vec![Effect::Contain {
                    zone: ZoneId(0),
                    by: Amount::Fixed(5),
                }],
            },
            Branch {
                weight: 1,
                effects: vec![moves(pressure, 5)],
            },
        ],
    }];
    let hold = story.action("hold_order", &["mfa"], Family::Contain);
    (hold.cost.capital, hold.cooldown) = (2, 2);
    hold.effects = vec![Effect::Freeze {
        zone: ZoneId(0),
        on: true,
    }];
    let lift = story.action("lift_order", &["mfa"], Family::Contain);
    lift.effects = vec![
        Effect::Freeze {
            zone: ZoneId(0),
            on: false,
        },
        Effect::Relabel {
            fact: demarche::model::FactId(3),
            tlp: Tlp::Red,
        },
    ];
    let line = story.action("press_line", &["ncert", "mfa", "acme"], Family::Hold);
    line.in_prep = true;
    line.seen = SafeText::line("Somebody has spoken to the press.");
    line.effects = vec![moves(pressure, -3)];
}

/// What the adversary does: rows, and a script.
fn adversary(story: &mut Story) {
    story.script(
        r#"
        fn probe() {
            let effects = [meter("stealth", roll(6))];
            if meter.stealth > 60 { effects.push(infect("power", roll(3))); }
            effects
        }
        fn broken() { [meter("stealth", 1 / (turn - turn))] }
        "#,
    );
    let call = |number| Effect::Call {
        function: FunctionId(number),
    };
    let ghost = story.actor("ghost");
    story.rule("probes", vec![call(0)]).actor = Some(ghost);
    let trips = story.rule("trips", vec![call(1)]);
    (trips.chance, trips.cooldown) = (300, 2);
    let far = story.truth("compromised.power > 2 && turn >= 2");
    let double = story.expr("compromised.power / 2", Gives::Number);
    let spills = story.rule(
        "spills",
        vec![Effect::Meter {
            meter: MeterId(0),
            by: Amount::Computed(double),
        }],
    );
    spills.condition = Some(far);
    spills.once = true;
    spills.why = SafeText::line("The lights went out across the border.");
}

fn wants(story: &mut Story) {
    let texts = [
        ("0 - compromised.health", 3),
        ("meter.cabinet", 1),
        ("0 - meter.pressure", 2),
    ];
    for (place, (text, weight)) in texts.into_iter().enumerate() {
        let value = story.expr(text, Gives::Number);
        story.scenario.seats[place].wants = vec![Want {
            text: SafeText::line(&format!("Want {place}")),
            value,
            weight,
        }];
    }
}
