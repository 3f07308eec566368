//! What happens to mandates, in words.

use crate::engine::ledger::mandate::Act;
use crate::engine::ledger::mandate::Event;
use crate::engine::ledger::mandate::ransom;
use crate::engine::tell::Teller;
use crate::engine::tell::signed;
use crate::model::ActorId;
use crate::model::PermitId;
use crate::model::family::Family;
use crate::model::ledger::mandate::Line;
use crate::model::ledger::mandate::Read;
use crate::model::ledger::mandate::Role;
use crate::model::ledger::mandate::Type;
use crate::text::Arg;
use crate::text::SafeText;

pub(super) fn line_key(line: Line) -> &'static str {
    match line {
        Line::Board => "mandate-line-board",
        Line::Agency => "mandate-line-agency",
        Line::Ministry => "mandate-line-ministry",
        Line::Service => "mandate-line-service",
    }
}

pub(super) fn kind_key(kind: Type) -> &'static str {
    match kind {
        Type::National => "mandate-kind-national",
        Type::Sectoral => "mandate-kind-sectoral",
        Type::Academic => "mandate-kind-academic",
        Type::Commercial => "mandate-kind-commercial",
        Type::Provider => "mandate-kind-provider",
        Type::Office => "mandate-kind-office",
    }
}

pub(super) fn role_key(role: Role) -> &'static str {
    match role {
        Role::Enforce => "mandate-role-enforce",
        Role::Supervise => "mandate-role-supervise",
        Role::Collect => "mandate-role-collect",
    }
}

fn permit(teller: Teller<'_>, permit: PermitId) -> [(&'static str, Arg); 3] {
    let row = &teller.scenario.book.mandate.permits[permit.index()];
    [
        ("permit", (&row.name).into()),
        ("actor", teller.actor(row.by).into()),
        ("seat", teller.seat(row.holder).into()),
    ]
}

pub(super) fn tell(teller: Teller<'_>, event: &Event) -> SafeText {
    let words = teller.words;
    let one = |key: &str, actor: ActorId| words.fill(key, &[("actor", teller.actor(actor).into())]);
    match *event {
        Event::PermitAsked { permit: row, .. } => {
            words.fill("tell-permit-asked", &permit(teller, row))
        }
        Event::PermitGranted { permit: row } => {
            words.fill("tell-permit-granted", &permit(teller, row))
        }
        Event::PermitRefused { permit: row } => {
            words.fill("tell-permit-refused", &permit(teller, row))
        }
        Event::PermitRevoked { permit: row } => {
            words.fill("tell-permit-revoked", &permit(teller, row))
        }
        Event::IndependenceMoved { actor, by, now } => {
            let args = [
                ("actor", teller.actor(actor).into()),
                ("by", signed(by).into()),
                ("now", now.into()),
            ];
            words.fill("tell-independence", &args)
        }
        Event::LineMoved { actor, line } => {
            let args = [
                ("actor", teller.actor(actor).into()),
                ("line", words.say(line_key(line)).into()),
            ];
            words.fill("tell-line-moved", &args)
        }
        Event::HeldUp { cert, on: true, .. } => one("tell-held-up", cert),
        Event::HeldUp { cert, .. } => one("tell-hold-lifted", cert),
        Event::Designated { actor } => one("tell-designated", actor),
        Event::Signed { actor } => one("tell-charter-signed", actor),
        Event::CharterBroken { actor } => one("tell-charter-broken", actor),
        Event::RoleAsked { cert, by, role } => {
            words.fill("tell-role-asked", &asked(teller, cert, by, role))
        }
        Event::RoleAnswered {
            cert,
            by,
            role,
            accepted,
        } => {
            let key = if accepted {
                "tell-role-accepted"
            } else {
                "tell-role-refused"
            };
            words.fill(key, &asked(teller, cert, by, role))
        }
        Event::HandedOver {
            cert,
            ministry,
            briefed,
            early,
        } => {
            let args = [
                ("cert", teller.actor(cert).into()),
                ("ministry", teller.actor(ministry).into()),
                ("briefed", briefed.into()),
            ];
            let key = if early {
                "tell-handed-over-early"
            } else {
                "tell-handed-over"
            };
            words.fill(key, &args)
        }
        Event::Contradicted { actor, family } => {
            let key = match family {
                Family::Share => "tell-contradicted-share",
                Family::Condemn => "tell-contradicted-condemn",
                Family::Escalate => "tell-contradicted-escalate",
                Family::Contain => "tell-contradicted-contain",
                Family::Hold => "tell-contradicted-hold",
            };
            one(key, actor)
        }
        Event::PaperPublished { actor } => one("tell-paper-published", actor),
        Event::Ransom(ref event) => ransom::tell(teller, event),
    }
}

fn asked(teller: Teller<'_>, cert: ActorId, by: ActorId, role: Role) -> [(&'static str, Arg); 3] {
    [
        ("cert", teller.actor(cert).into()),
        ("by", teller.actor(by).into()),
        ("role", teller.words.say(role_key(role)).into()),
    ]
}

fn said(teller: Teller<'_>, act: Act, keys: [&'static str; 14]) -> SafeText {
    let words = teller.words;
    let one = |key: &str, actor: ActorId| words.fill(key, &[("actor", teller.actor(actor).into())]);
    match act {
        Act::AskPermit { permit: row } => words.fill(keys[0], &permit(teller, row)),
        Act::GivePermit { permit: row } => words.fill(keys[1], &permit(teller, row)),
        Act::PutHold { cert } => one(keys[2], cert),
        Act::LiftHold { cert } => one(keys[3], cert),
        Act::Designate { cert } => one(keys[4], cert),
        Act::SignCharter => words.say(keys[5]),
        Act::AcceptRole => words.say(keys[6]),
        Act::RefuseRole => words.say(keys[7]),
        Act::BringIn { ministry } => one(keys[8], ministry),
        Act::PublishProcess => words.say(keys[9]),
        Act::ReportTo { line } => {
            let line = words.say(line_key(line));
            words.fill(keys[10], &[("line", line.into())])
        }
        Act::AdviseVictim { victim, advice } => {
            let args = [
                ("actor", teller.actor(victim).into()),
                ("advice", words.say(ransom::advice_key(advice)).into()),
            ];
            words.fill(keys[11], &args)
        }
        Act::TryCopies { victim } => one(keys[12], victim),
        Act::PaymentLine { line } => {
            let line = words.say(ransom::line_key(line));
            words.fill(keys[13], &[("line", line.into())])
        }
    }
}

pub(super) fn name(teller: Teller<'_>, act: Act) -> SafeText {
    let keys = [
        "act-ask-permit",
        "act-give-permit",
        "act-put-hold",
        "act-lift-hold",
        "act-designate",
        "act-sign-charter",
        "act-accept-role",
        "act-refuse-role",
        "act-bring-in",
        "act-publish-process",
        "act-report-to",
        "act-advise-victim",
        "act-try-copies",
        "act-payment-line",
    ];
    said(teller, act, keys)
}

pub(super) fn explain(teller: Teller<'_>, act: Act) -> SafeText {
    let keys = [
        "explain-ask-permit",
        "explain-give-permit",
        "explain-put-hold",
        "explain-lift-hold",
        "explain-designate",
        "explain-sign-charter",
        "explain-accept-role",
        "explain-refuse-role",
        "explain-bring-in",
        "explain-publish-process",
        "explain-report-to",
        "explain-advise-victim",
        "explain-try-copies",
        "explain-payment-line",
    ];
    said(teller, act, keys)
}

pub(super) fn row_name(teller: Teller<'_>, row: u16, column: u16) -> SafeText {
    let args = [("actor", teller.actor(ActorId(row)).into())];
    let key = match column {
        0 => "mandate-row-independence",
        1 => "mandate-row-contradictions",
        _ => "mandate-row-briefing",
    };
    teller.words.fill(key, &args)
}

pub(super) fn read_name(teller: Teller<'_>, read: Read) -> SafeText {
    let words = teller.words;
    let one = |key: &str, actor: ActorId| words.fill(key, &[("actor", teller.actor(actor).into())]);
    match read {
        Read::Granted(row) => words.fill("read-granted", &permit(teller, row)),
        Read::Independence(actor) => row_name(teller, actor.0, 0),
        Read::OnHold(actor) => one("read-on-hold", actor),
        Read::Designated(actor) => one("read-designated", actor),
        Read::Signed(actor) => one("read-charter", actor),
        Read::CharterBreaches(actor) => one("read-charter-breaches", actor),
        Read::HandedOver(actor) => one("read-handed-over", actor),
        Read::Briefing(actor) => row_name(teller, actor.0, 2),
        Read::Drifted(actor) => one("read-drifted", actor),
        Read::Contradictions(actor) => row_name(teller, actor.0, 1),
        Read::Papers(actor) => one("read-papers", actor),
        Read::Demanded(actor) => one("read-ransom-demanded", actor),
        Read::Advised(actor) => one("read-ransom-advised", actor),
        Read::Paid(actor) => one("read-ransom-paid", actor),
        Read::Reported(actor) => one("read-ransom-reported", actor),
        Read::Restored(actor) => one("read-ransom-restored", actor),
        Read::Leaked(actor) => one("read-ransom-leaked", actor),
        Read::Line(actor) => one("read-ransom-line", actor),
    }
}
