//! What cases, acts and events are called.

use crate::engine::ledger::disclosure::COALITION;
use crate::engine::ledger::disclosure::REGIONS;
use crate::engine::ledger::disclosure::acts::Act;
use crate::engine::ledger::disclosure::event::Event;
use crate::engine::ledger::disclosure::state::Embargo;
use crate::engine::ledger::disclosure::state::End;
use crate::engine::ledger::disclosure::state::How;
use crate::engine::ledger::disclosure::state::Report;
use crate::engine::tell::Teller;
use crate::engine::tell::signed;
use crate::model::ActorId;
use crate::model::CaseId;
use crate::model::RegionId;
use crate::model::ZoneId;
use crate::model::ledger::disclosure;
use crate::model::ledger::disclosure::Read;
use crate::model::ledger::disclosure::VendorRole;
use crate::text::Arg;
use crate::text::SafeText;

type Args = Vec<(&'static str, Arg)>;

fn case(teller: Teller<'_>, case: CaseId) -> (&'static str, Arg) {
    (
        "case",
        (&teller.scenario.book.disclosure.cases[case.index()].title).into(),
    )
}

fn actor(teller: Teller<'_>, actor: ActorId) -> (&'static str, Arg) {
    ("actor", teller.actor(actor).into())
}

fn zone(teller: Teller<'_>, zone: ZoneId) -> (&'static str, Arg) {
    ("zone", teller.zone(zone).into())
}

fn region(teller: Teller<'_>, region: RegionId) -> (&'static str, Arg) {
    (
        "region",
        (&teller.scenario.regions[region.index()].name).into(),
    )
}

/// What somebody has to do with a case.
pub(super) fn role(teller: Teller<'_>, row: &disclosure::Case, actor: ActorId) -> SafeText {
    let vendor = row.vendors.iter().find(|vendor| vendor.actor == actor);
    let key = match vendor.map(|vendor| vendor.role) {
        Some(VendorRole::Maintainer) => "disclosure-role-maintainer",
        Some(VendorRole::Downstream) => "disclosure-role-downstream",
        Some(VendorRole::Hosted) => "disclosure-role-hosted",
        None if row.finder == actor => "disclosure-role-finder",
        None if row.coordinator == Some(actor) => "disclosure-role-coordinator",
        None if teller.scenario.actors[actor.index()].kind.is_state() => {
            "disclosure-role-authority"
        }
        None => "disclosure-role-other",
    };
    teller.words.say(key)
}

/// Where an embargo stands.
pub(super) fn embargo(teller: Teller<'_>, embargo: Embargo) -> SafeText {
    let words = teller.words;
    match embargo {
        Embargo::None => words.say("disclosure-embargo-none"),
        Embargo::Exited => words.say("disclosure-embargo-exited"),
        Embargo::Proposed { by, until, .. } => words.fill(
            "disclosure-embargo-proposed",
            &[actor(teller, by), ("turn", until.into())],
        ),
        Embargo::Active { until } => {
            words.fill("disclosure-embargo-active", &[("turn", until.into())])
        }
        Embargo::Revise { by, until, new, .. } => words.fill(
            "disclosure-embargo-revise",
            &[
                actor(teller, by),
                ("turn", until.into()),
                ("new", new.into()),
            ],
        ),
    }
}

fn act_key(act: Act) -> &'static str {
    match act {
        Act::Inform { .. } => "act-case-inform",
        Act::ReportToState { .. } => "act-case-state",
        Act::Validate { .. } => "act-case-validate",
        Act::Defer { .. } => "act-case-defer",
        Act::ProposeEmbargo { .. } => "act-case-propose",
        Act::AcceptEmbargo { .. } => "act-case-accept",
        Act::RejectEmbargo { .. } => "act-case-reject",
        Act::ReviseEmbargo { .. } => "act-case-revise",
        Act::LeaveEmbargo { .. } => "act-case-leave",
        Act::TellPartners { .. } => "act-case-tell",
        Act::AskHelp { .. } => "act-case-help",
        Act::BuildFix { .. } => "act-case-build",
        Act::TestFix { .. } => "act-case-test",
        Act::ShipFix { .. } => "act-case-ship",
        Act::PublishAdvisory { .. } => "act-case-advise",
        Act::Mitigate { .. } => "act-case-mitigate",
        Act::UrgeDeployment { .. } => "act-case-urge",
        Act::CreditFinder { .. } => "act-case-credit",
        Act::ThreatReport { .. } => "act-case-threat",
        Act::PublishPolicy => "act-case-policy",
        Act::OpenGateway => "act-case-gateway",
        Act::PromiseSafeHarbour => "act-case-harbour",
        Act::JoinCoalition => "act-case-join",
        Act::Pledge => "act-case-pledge",
    }
}

/// An act in the imperative.
pub(super) fn name(teller: Teller<'_>, act: Act) -> SafeText {
    teller.words.fill(act_key(act), &act_args(teller, act))
}

fn act_args(teller: Teller<'_>, act: Act) -> Args {
    let mut args: Args = act.case().map(|id| case(teller, id)).into_iter().collect();
    match act {
        Act::Inform { who, .. } => args.push(actor(teller, who)),
        Act::AskHelp { of, .. } => args.push(actor(teller, of)),
        Act::UrgeDeployment { zone: at, .. } => args.push(zone(teller, at)),
        _ => {}
    }
    args
}

/// What an act is and does.
pub(super) fn explain(teller: Teller<'_>, act: Act) -> SafeText {
    let key = format!("{}-about", act_key(act));
    teller.words.fill(&key, &act_args(teller, act))
}

/// What happened, in one line.
pub(super) fn tell(teller: Teller<'_>, event: &Event) -> SafeText {
    let (key, mut args) = event_words(teller, event);
    args.extend(event.case().map(|id| case(teller, id)));
    teller.words.fill(key, &args)
}

fn event_words(teller: Teller<'_>, event: &Event) -> (&'static str, Args) {
    let by = |key: &'static str, who: ActorId| (key, vec![actor(teller, who)]);
    let bare = |key: &'static str| (key, Vec::new());
    match *event {
        Event::Found { .. } => bare("tell-case-found"),
        Event::Withheld { .. } => bare("tell-case-withheld"),
        Event::Sold { .. } => bare("tell-case-sold"),
        Event::Informed { who, by: None, .. } => by("tell-case-learned", who),
        Event::Informed {
            who,
            by: Some(from),
            ..
        } => (
            "tell-case-informed",
            vec![actor(teller, who), ("from", teller.actor(from).into())],
        ),
        Event::LawRan {
            region: at, due, ..
        } => (
            "tell-case-law-ran",
            vec![region(teller, at), ("due", due.to_string().into())],
        ),
        Event::LawMissed { .. } => bare("tell-case-law-missed"),
        Event::Judged {
            by: who,
            report: Report::Deferred,
            ..
        } => by("tell-case-deferred", who),
        Event::Judged { by: who, .. } => by("tell-case-accepted", who),
        Event::Proposed { by: who, until, .. } => (
            "tell-embargo-proposed",
            vec![actor(teller, who), ("turn", until.into())],
        ),
        Event::Answered {
            by: who, yes: true, ..
        } => by("tell-embargo-yes", who),
        Event::Answered {
            by: who,
            yes: false,
            ..
        } => by("tell-embargo-no", who),
        Event::Began { until, .. } => ("tell-embargo-began", vec![("turn", until.into())]),
        Event::CameToNothing { .. } => bare("tell-embargo-nothing"),
        Event::Revising { by: who, new, .. } => (
            "tell-embargo-revising",
            vec![actor(teller, who), ("turn", new.into())],
        ),
        Event::Revised {
            until,
            agreed: true,
            ..
        } => ("tell-embargo-revised", vec![("turn", until.into())]),
        Event::Revised {
            until,
            agreed: false,
            ..
        } => ("tell-embargo-kept", vec![("turn", until.into())]),
        Event::Left { by: who, .. } => by("tell-embargo-left", who),
        Event::Ended { why, .. } => bare(end_key(why)),
        Event::PartnersTold {
            by: who,
            ready: true,
            ..
        } => by("tell-embargo-told-ready", who),
        Event::PartnersTold {
            by: who,
            ready: false,
            ..
        } => by("tell-embargo-told", who),
        Event::Broken { by: who, .. } => by("tell-embargo-broken", who),
        Event::Helped {
            who, by: helper, ..
        } => (
            "tell-case-helped",
            vec![actor(teller, who), ("by", teller.actor(helper).into())],
        ),
        Event::Worked { by: who, units, .. } => (
            "tell-case-worked",
            vec![actor(teller, who), ("units", units.into())],
        ),
        Event::Ready { by: who, .. } => by("tell-case-ready", who),
        Event::Tested { by: who, .. } => by("tell-case-tested", who),
        Event::Shipped {
            by: who,
            wary: None,
            ..
        } => by("tell-case-shipped", who),
        Event::Shipped {
            by: who,
            wary: Some(_),
            ..
        } => by("tell-case-regressed", who),
        Event::Publicised { by: who, how, .. } => {
            let args = who.map(|who| actor(teller, who)).into_iter().collect();
            (how_key(how), args)
        }
        Event::ExploitPublished { .. } => bare("tell-case-exploit"),
        Event::Preyed { .. } => bare("tell-case-preyed"),
        Event::AttacksSeen { .. } => bare("tell-case-attacks"),
        Event::Deployed {
            zone: at, by: more, ..
        } => (
            "tell-case-deployed",
            vec![zone(teller, at), ("by", signed(more / 10).into())],
        ),
        Event::Mitigated { by: who, .. } => by("tell-case-mitigated", who),
        Event::Urged {
            zone: at, by: who, ..
        } => (
            "tell-case-urged",
            vec![zone(teller, at), actor(teller, who)],
        ),
        Event::Credited { by: who, .. } => by("tell-case-credited", who),
        Event::Slighted { .. } => bare("tell-case-slighted"),
        Event::ThreatReported { by: who, .. } => by("tell-case-threat", who),
        Event::PolicyPublished { by: who } => by("tell-case-policy", who),
        Event::GatewayOpened { by: who } => by("tell-case-gateway", who),
        Event::SafeHarbour {
            region: at,
            by: who,
        } => (
            "tell-case-harbour",
            vec![region(teller, at), actor(teller, who)],
        ),
        Event::Joined { by: who, .. } => by("tell-case-joined", who),
        Event::Pledged { by: who } => by("tell-case-pledged", who),
        Event::Chilled {
            region: at,
            by: more,
        } => {
            let key = if more > 0 {
                "tell-case-chilled"
            } else {
                "tell-case-thawed"
            };
            (key, vec![region(teller, at), ("by", signed(more).into())])
        }
        Event::LawAdopted { region: at, .. } => ("tell-case-law", vec![region(teller, at)]),
    }
}

fn end_key(why: End) -> &'static str {
    match why {
        End::Term => "tell-embargo-end-term",
        End::Quorum => "tell-embargo-end-quorum",
        End::Public => "tell-embargo-end-public",
        End::Exploit => "tell-embargo-end-exploit",
        End::Attacks => "tell-embargo-end-attacks",
        End::Left => "tell-embargo-end-left",
        End::Story => "tell-embargo-end",
    }
}

fn how_key(how: How) -> &'static str {
    match how {
        How::Advisory => "tell-public-advisory",
        How::Fix => "tell-public-fix",
        How::ThreatReport => "tell-public-threat",
        How::Finder => "tell-public-finder",
        How::Press => "tell-public-press",
        How::Leak => "tell-public-leak",
        How::Attacks => "tell-public-attacks",
        How::Story => "tell-public",
    }
}

/// What a row is called in a sentence.
pub(super) fn row_name(teller: Teller<'_>, row: u16, column: u16) -> SafeText {
    let rules = &teller.scenario.book.disclosure;
    if row >= COALITION {
        return teller.words.say("disclosure-row-coalition");
    }
    if row >= REGIONS {
        return teller.words.fill(
            "disclosure-row-chill",
            &[region(teller, RegionId(row - REGIONS))],
        );
    }
    let Some(found) = rules.cases.get(usize::from(row)) else {
        return SafeText::empty();
    };
    let Some(runs) = found.runs.get(usize::from(column)) else {
        return found.title.clone();
    };
    teller.words.fill(
        "disclosure-mended",
        &[case(teller, found.id), zone(teller, runs.zone)],
    )
}

/// What expressions read, in words.
pub(super) fn read_name(teller: Teller<'_>, read: Read) -> SafeText {
    let (key, args) = match read {
        Read::Disclosed(id) => ("read-disclosed", vec![case(teller, id)]),
        Read::Exploited(id) => ("read-exploited", vec![case(teller, id)]),
        Read::Attacked(id) => ("read-attacked", vec![case(teller, id)]),
        Read::Embargo(id) => ("read-embargo", vec![case(teller, id)]),
        Read::Aware(id, who) => ("read-aware", vec![case(teller, id), actor(teller, who)]),
        Read::Forewarned(id, who) => (
            "read-forewarned",
            vec![case(teller, id), actor(teller, who)],
        ),
        Read::FixReady(id, who) => ("read-fix-ready", vec![case(teller, id), actor(teller, who)]),
        Read::FixShipped(id, who) => (
            "read-fix-shipped",
            vec![case(teller, id), actor(teller, who)],
        ),
        Read::Deployed(id, at) => (
            "disclosure-mended",
            vec![case(teller, id), zone(teller, at)],
        ),
        Read::Knowers(id) => ("read-knowers", vec![case(teller, id)]),
        Read::Leaked(id) => ("read-leaked", vec![case(teller, id)]),
        Read::Broken(id) => ("read-embargo-broken", vec![case(teller, id)]),
        Read::LawMissed(id) => ("read-law-missed", vec![case(teller, id)]),
        Read::Credited(id) => ("read-credited", vec![case(teller, id)]),
        Read::Chill(at) => ("disclosure-row-chill", vec![region(teller, at)]),
        Read::StateFirst(at) => ("read-state-first", vec![region(teller, at)]),
        Read::Policy(who) => ("read-cvd-policy", vec![actor(teller, who)]),
        Read::Gateway(who) => ("read-gateway", vec![actor(teller, who)]),
        Read::Coalition(who) => ("read-coalition", vec![actor(teller, who)]),
        Read::Pledged(who) => ("read-pledged", vec![actor(teller, who)]),
    };
    teller.words.fill(key, &args)
}
