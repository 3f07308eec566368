//! What politicisation is called and how it is told.

use crate::engine::ledger::book::Row;
use crate::engine::ledger::politicisation::Act;
use crate::engine::ledger::politicisation::Event;
use crate::engine::ledger::politicisation::Repute;
use crate::engine::ledger::politicisation::TeamView;
use crate::engine::ledger::politicisation::View;
use crate::engine::ledger::politicisation::Why;
use crate::engine::ledger::politicisation::is_of_own_state;
use crate::engine::lens::Lens;
use crate::engine::tell::Teller;
use crate::engine::tell::signed;
use crate::engine::view::Subject;
use crate::model::ActorId;
use crate::model::ledger::Ledger;
use crate::model::ledger::politicisation::Line;
use crate::model::ledger::politicisation::Order;
use crate::model::ledger::politicisation::Read;
use crate::text::Arg;
use crate::text::SafeText;

pub(super) fn tell(teller: Teller<'_>, event: &Event) -> SafeText {
    let cert = |cert: ActorId| ("cert", Arg::from(teller.actor(cert)));
    match *event {
        Event::Moved {
            cert: of,
            by,
            now,
            why,
        } => {
            let args = [
                cert(of),
                ("by", signed(by).into()),
                ("now", now.into()),
                ("why", teller.words.say(why_key(why)).into()),
            ];
            teller.words.fill("tell-politicised", &args)
        }
        Event::Instructed {
            cert: of,
            by: Some(by),
            order,
        } => {
            let args = [
                cert(of),
                ("by", teller.actor(by).into()),
                ("order", teller.words.say(order_key(order)).into()),
            ];
            teller.words.fill("tell-instructed", &args)
        }
        Event::Instructed {
            cert: of,
            by: None,
            order,
        } => {
            let order = ("order", teller.words.say(order_key(order)).into());
            teller
                .words
                .fill("tell-instructed-told", &[cert(of), order])
        }
        Event::Refuses { cert: of, .. } => teller.words.fill("tell-refuses-quote", &[cert(of)]),
        Event::Process { cert: of } => teller.words.fill("tell-process-paper", &[cert(of)]),
        Event::PutUnder { cert: of, line } => {
            let line = ("line", teller.words.say(line_key(line)).into());
            teller.words.fill("tell-put-under", &[cert(of), line])
        }
    }
}

pub(super) fn name(teller: Teller<'_>, act: Act) -> SafeText {
    let (key, cert, other) = parts(teller, act);
    let mut args: Vec<(&str, Arg)> = Vec::new();
    args.extend(cert.map(|cert| ("cert", Arg::from(teller.actor(cert)))));
    args.extend(other);
    teller.words.fill(key.0, &args)
}

pub(super) fn explain(teller: Teller<'_>, act: Act) -> SafeText {
    let (key, cert, other) = parts(teller, act);
    let mut args: Vec<(&str, Arg)> = Vec::new();
    args.extend(cert.map(|cert| ("cert", Arg::from(teller.actor(cert)))));
    args.extend(other);
    teller.words.fill(key.1, &args)
}

type Parts = (
    (&'static str, &'static str),
    Option<ActorId>,
    Option<(&'static str, Arg)>,
);

fn parts(teller: Teller<'_>, act: Act) -> Parts {
    match act {
        Act::Instruct { cert, order } => {
            let keys = match order {
                Order::Support => ("act-instruct-support", "about-instruct-support"),
                Order::Podium => ("act-instruct-podium", "about-instruct-podium"),
                Order::Tasking => ("act-instruct-tasking", "about-instruct-tasking"),
            };
            (keys, Some(cert), None)
        }
        Act::OwnVoice { cert } => (("act-own-voice", "about-own-voice"), Some(cert), None),
        Act::PutUnder { cert, line } => {
            let line = ("line", teller.words.say(line_key(line)).into());
            let keys = ("act-put-under", "about-put-under");
            (keys, Some(cert), Some(line))
        }
        Act::Refuse => (("act-refuse-quote", "about-refuse-quote"), None, None),
        Act::Process => (("act-process-paper", "about-process-paper"), None, None),
    }
}

pub(super) fn read_name(teller: Teller<'_>, read: Read) -> SafeText {
    let (key, cert) = match read {
        Read::Politicised(cert) => ("read-politicised", cert),
        Read::PoliticalOrders(cert) => ("read-political-orders", cert),
        Read::OperationalOrders(cert) => ("read-operational-orders", cert),
    };
    teller
        .words
        .fill(key, &[("cert", teller.actor(cert).into())])
}

pub(super) fn rows(lens: &Lens<'_>, teller: Teller<'_>) -> Vec<Row> {
    let teams = lens.scenario().book.politicisation.teams.iter();
    teams
        .filter_map(|team| {
            let level = lens.politicised(team.cert)?;
            let repute = teller.words.say(repute_key(lens.repute(team.cert)?));
            let args = [("level", level.into()), ("repute", repute.into())];
            Some(Row {
                subject: Subject::Row(Ledger::Politicisation, team.cert.0, 0),
                label: teller.actor(team.cert).clone(),
                shown: teller.words.fill("shown-politicised", &args),
                bar: Some((level, level, 100)),
            })
        })
        .collect()
}

pub(super) fn view(lens: &Lens<'_>, teller: Teller<'_>) -> View {
    let teams = lens.scenario().book.politicisation.teams.iter();
    let teams = teams.filter_map(|team| {
        let state = lens.book().politicisation.team(team.cert);
        Some(TeamView {
            cert: team.cert,
            name: teller.actor(team.cert).clone(),
            level: lens.politicised(team.cert),
            repute: teller.words.say(repute_key(lens.repute(team.cert)?)),
            line: teller.words.say(line_key(state.line)),
            orders: is_of_own_state(lens, team.cert).then_some(state.orders),
        })
    });
    View {
        teams: teams.collect(),
    }
}

fn repute_key(repute: Repute) -> &'static str {
    match repute {
        Repute::Technical => "repute-technical",
        Repute::Close => "repute-close",
        Repute::Instrument => "repute-instrument",
    }
}

fn order_key(order: Order) -> &'static str {
    match order {
        Order::Support => "order-support",
        Order::Podium => "order-podium",
        Order::Tasking => "order-tasking",
    }
}

fn line_key(line: Line) -> &'static str {
    match line {
        Line::Independent => "line-independent",
        Line::Regulator => "line-regulator",
        Line::Ministry => "line-ministry",
        Line::Service => "line-service",
    }
}

fn why_key(why: Why) -> &'static str {
    match why {
        Why::Told => "politicised-told",
        Why::Podium => "politicised-podium",
        Why::Tasking => "politicised-tasking",
        Why::Offensive => "politicised-offensive",
        Why::Quoted => "politicised-quoted",
        Why::Confided => "politicised-confided",
        Why::Panel => "politicised-panel",
        Why::Declined => "politicised-declined",
        Why::Held => "politicised-held",
        Why::Quiet => "politicised-quiet",
        Why::OwnVoice => "politicised-own-voice",
        Why::Refused => "politicised-refused",
        Why::Process => "politicised-process",
    }
}
