//! Volunteers: people who give their time to those who have no contract with anybody.
//!
//! They are few. Somebody writes down what they are to do, or they may do the wrong thing; somebody answers for what they break,
//! or most of them stay at home. Where they work, harm that nobody counted is counted, and some of it is averted.

use serde::Deserialize;
use serde::Serialize;

use crate::engine::decide::Origin;
use crate::engine::decide::Play;
use crate::engine::dice::Roll;
use crate::engine::event::Cause;
use crate::engine::event::EngineRule;
use crate::engine::event::EventNo;
use crate::engine::forecast::Forecast;
use crate::engine::ledger::capacity::Act;
use crate::engine::ledger::capacity::Event;
use crate::engine::ledger::capacity::acts::rule;
use crate::engine::ledger::capacity::emit;
use crate::engine::ledger::harm;
use crate::engine::ledger::trust;
use crate::engine::lens::Lens;
use crate::engine::rejection::Obstacle;
use crate::engine::rejection::Rejection;
use crate::engine::tell::Teller;
use crate::model::ActorId;
use crate::model::CommunityId;
use crate::model::SeatId;
use crate::model::effect::Amount;
use crate::model::effect::Effect as Any;
use crate::model::effect::HarmKind;
use crate::model::id::Kind;
use crate::model::ledger::capacity::Corps;
use crate::model::ledger::capacity::Read;
use crate::model::ledger::capacity::Site;
use crate::model::scenario::Scenario;
use crate::text::SafeText;

/// What hosts think of who sent help that helped, and of who sent help that did not.
const THANKS: i32 = 4;

/// What happens to volunteers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Volunteers {
    /// Somebody wrote down what they are to do there.
    Briefed { community: CommunityId, by: ActorId },
    /// Somebody answers for what they break.
    Covered { from: ActorId, by: ActorId },
    /// They go.
    Went {
        community: CommunityId,
        by: ActorId,
        until: u16,
    },
    /// Nobody answers for them, and nobody goes.
    StayedHome { community: CommunityId, by: ActorId },
    /// Nobody had told them what to do, and they did something else.
    WentWrong { community: CommunityId, by: ActorId },
    /// They are back.
    CameHome { community: CommunityId },
}

/// Where a corps stands.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct CorpsState {
    from: ActorId,
    free: i32,
    covered: bool,
    wrong: u16,
    sites: Vec<SiteState>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct SiteState {
    community: CommunityId,
    people: i32,
    briefed: bool,
    /// They are at work there, and come home in this turn.
    until: Option<u16>,
}

/// Where volunteers can be sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SiteView {
    pub community: CommunityId,
    pub from: ActorId,
    pub name: SafeText,
    pub shown: SafeText,
    /// Whose volunteers they are, how many are free, and who has said what.
    pub about: Vec<SafeText>,
    pub at_work: bool,
}

pub(super) fn start(scenario: &Scenario) -> Vec<CorpsState> {
    let site = |site: &Site| SiteState {
        community: site.community,
        people: site.people,
        briefed: false,
        until: None,
    };
    let corps = scenario.book.capacity.corps.iter();
    corps
        .map(|row| CorpsState {
            from: row.from,
            free: row.people,
            covered: false,
            wrong: 0,
            sites: row.sites.iter().map(site).collect(),
        })
        .collect()
}

pub(super) fn fold(all: &mut [CorpsState], event: &Volunteers) {
    let community = match *event {
        Volunteers::Covered { from, .. } => {
            for corps in all.iter_mut().filter(|corps| corps.from == from) {
                corps.covered = true;
            }
            return;
        }
        Volunteers::Briefed { community, .. }
        | Volunteers::Went { community, .. }
        | Volunteers::StayedHome { community, .. }
        | Volunteers::WentWrong { community, .. }
        | Volunteers::CameHome { community } => community,
    };
    for corps in all {
        let mut sites = corps.sites.iter_mut();
        let Some(site) = sites.find(|site| site.community == community) else {
            continue;
        };
        match *event {
            Volunteers::Briefed { .. } => site.briefed = true,
            Volunteers::Went { until, .. } => {
                site.until = Some(until);
                corps.free = corps.free.saturating_sub(site.people);
            }
            Volunteers::WentWrong { .. } => corps.wrong = corps.wrong.saturating_add(1),
            Volunteers::CameHome { .. } => {
                site.until = None;
                corps.free = corps.free.saturating_add(site.people);
            }
            Volunteers::Covered { .. } | Volunteers::StayedHome { .. } => {}
        }
        return;
    }
}

pub(super) fn read(all: &[CorpsState], read: Read) -> i64 {
    let of = |from: ActorId| all.iter().find(|corps| corps.from == from);
    match read {
        Read::Free(from) => of(from).map_or(0, |corps| i64::from(corps.free)),
        Read::Covered(from) => i64::from(of(from).is_some_and(|corps| corps.covered)),
        Read::Wrong(from) => of(from).map_or(0, |corps| i64::from(corps.wrong)),
        Read::With(community) => {
            let mut sites = all.iter().flat_map(|corps| &corps.sites);
            let at_work = |site: &SiteState| site.community == community && site.until.is_some();
            i64::from(sites.any(at_work))
        }
        _ => 0,
    }
}

/// The corps that can go to a community, its place, and the site.
fn site(scenario: &Scenario, community: CommunityId) -> Option<(usize, &Corps, &Site)> {
    let all = scenario.book.capacity.corps.iter().enumerate();
    all.flat_map(|(place, corps)| corps.sites.iter().map(move |site| (place, corps, site)))
        .find(|(_, _, site)| site.community == community)
}

fn stands(all: &[CorpsState], community: CommunityId) -> Option<(&CorpsState, SiteState)> {
    all.iter().find_map(|corps| {
        let mut sites = corps.sites.iter();
        let site = sites.find(|site| site.community == community)?;
        Some((corps, *site))
    })
}

fn tells(play: &mut Play<'_>, cause: Cause, event: Volunteers) -> EventNo {
    emit(play, cause, Event::Volunteers(event))
}

pub(super) fn conceivable(lens: &Lens<'_>, seat: SeatId, found: &mut Vec<Act>) {
    let corps = lens.scenario().book.capacity.corps.iter();
    for row in corps.filter(|row| row.seats.contains(&seat)) {
        found.push(Act::AnswerFor { from: row.from });
        let sites = row.sites.iter().map(|site| site.community);
        for community in sites.filter(|community| lens.sees_community(*community)) {
            found.push(Act::BriefVolunteers { community });
            found.push(Act::SendVolunteers { community });
        }
    }
}

pub(super) fn can(lens: &Lens<'_>, act: Act) -> Result<(), Obstacle> {
    let all = &lens.book().capacity.corps;
    match act {
        Act::AnswerFor { from } => {
            let mut corps = all.iter();
            if corps.any(|corps| corps.from == from && corps.covered) {
                return Err(rule("obstacle-volunteers-covered", Some(from)));
            }
        }
        Act::BriefVolunteers { community }
            if stands(all, community).is_some_and(|(_, site)| site.briefed) =>
        {
            return Err(rule("obstacle-volunteers-briefed", None));
        }
        Act::SendVolunteers { community } => {
            let Some((corps, site)) = stands(all, community) else {
                return Ok(());
            };
            if site.until.is_some() {
                return Err(rule("obstacle-volunteers-there", Some(corps.from)));
            }
            if corps.free < site.people {
                return Err(rule("obstacle-volunteers-out", Some(corps.from)));
            }
        }
        _ => {}
    }
    Ok(())
}

/// Somebody answers for them, once.
pub(super) fn cover(play: &mut Play<'_>, from: ActorId, by: ActorId, cause: Cause) {
    let mut corps = play.state.world.book.capacity.corps.iter();
    if corps.any(|corps| corps.from == from && !corps.covered) {
        tells(play, cause, Volunteers::Covered { from, by });
    }
}

/// Volunteers whom nobody covers may stay at home, and without a scope they may break something.
pub(super) fn forecasts(lens: &Lens<'_>, community: CommunityId) -> Vec<Forecast> {
    let rules = &lens.scenario().book.capacity;
    let Some((corps, site)) = stands(&lens.book().capacity.corps, community) else {
        return Vec::new();
    };
    let stays = (!corps.covered && rules.uncovered_odds > 0)
        .then(|| Forecast::odds("forecast-stay-home", rules.uncovered_odds));
    let breaks = (!site.briefed && rules.unscoped_odds > 0)
        .then(|| Forecast::odds("forecast-goes-wrong", rules.unscoped_odds));
    stays.into_iter().chain(breaks).collect()
}

pub(super) fn take(
    play: &mut Play<'_>,
    by: ActorId,
    act: Act,
    cause: Cause,
) -> Result<(), Rejection> {
    match act {
        Act::AnswerFor { from } => cover(play, from, by, cause),
        Act::BriefVolunteers { community } => {
            tells(play, cause, Volunteers::Briefed { community, by });
        }
        Act::SendVolunteers { community } => return send(play, community, by, cause),
        _ => {}
    }
    Ok(())
}

fn send(
    play: &mut Play<'_>,
    community: CommunityId,
    by: ActorId,
    cause: Cause,
) -> Result<(), Rejection> {
    let scenario = play.scenario();
    let rules = &scenario.book.capacity;
    let all = &play.state.world.book.capacity.corps;
    let (Some((_, corps, row)), Some((now, here))) =
        (site(scenario, community), stands(all, community))
    else {
        return Ok(());
    };
    let turn = play.state.turn();
    // Two seats may have sent the last of them.
    if here.until.is_some() || now.free < here.people {
        return Ok(());
    }
    let word = scenario.names.hash(Kind::Community, community.0);
    let roll = |play: &Play<'_>, question: u64| {
        let dice = play.state.dice;
        dice.of(Roll::Volunteers, &[word], question, turn, 0)
    };
    if !now.covered && roll(play, 0).per_mille(rules.uncovered_odds) {
        tells(play, cause, Volunteers::StayedHome { community, by });
        return Ok(());
    }
    let until = turn.saturating_add(corps.lasts);
    let no = tells(
        play,
        cause,
        Volunteers::Went {
            community,
            by,
            until,
        },
    );
    let cause = Cause::Event(no);
    if !here.briefed && roll(play, 1).per_mille(rules.unscoped_odds) {
        let no = tells(play, cause, Volunteers::WentWrong { community, by });
        let cause = Cause::Event(no);
        trust::shift(play, row.host, by, -THANKS, cause);
        tells(play, cause, Volunteers::CameHome { community });
        let harm = Any::Harm {
            community,
            kind: HarmKind::Direct,
            by: Amount::Fixed(rules.wrong_harm),
        };
        return play.effects(&[harm], Origin::new(no, word));
    }
    trust::shift(play, row.host, by, THANKS, cause);
    Ok(())
}

/// A turn of their work.
pub(super) fn work(play: &mut Play<'_>) {
    let (scenario, turn) = (play.scenario(), play.state.turn());
    for row in scenario
        .book
        .capacity
        .corps
        .iter()
        .flat_map(|corps| &corps.sites)
    {
        let community = row.community;
        let all = &play.state.world.book.capacity.corps;
        let until = stands(all, community).and_then(|(_, site)| site.until);
        let Some(until) = until else { continue };
        let cause = Cause::Engine(EngineRule::Helping);
        if until <= turn {
            tells(play, cause, Volunteers::CameHome { community });
            continue;
        }
        harm::harm(play, community, HarmKind::Latent, -row.relief, None, cause);
        harm::evidence(play, community, row.evidence, cause);
    }
}

/// Whether these seats may send them to a community that they know of, or work with them.
fn is_concerned(lens: &Lens<'_>, community: CommunityId) -> bool {
    site(lens.scenario(), community).is_some_and(|(_, corps, site)| {
        (lens.sees_community(community) && corps.seats.iter().any(|seat| lens.is_own(*seat)))
            || lens.is_own_actor(corps.from)
            || lens.is_own_actor(site.host)
    })
}

/// Whether these seats may send a corps, are it, or work with it.
fn is_near(lens: &Lens<'_>, corps: &Corps) -> bool {
    let mut sites = corps.sites.iter();
    sites.any(|site| is_concerned(lens, site.community))
}

pub(super) fn may_read(lens: &Lens<'_>, read: Read) -> bool {
    let mut all = lens.scenario().book.capacity.corps.iter();
    match read {
        Read::Covered(_) => true,
        Read::With(community) => is_concerned(lens, community),
        Read::Free(from) | Read::Wrong(from) => {
            all.any(|corps| corps.from == from && is_near(lens, corps))
        }
        _ => false,
    }
}

/// Those who deal with volunteers know where they are; of others' it is known that somebody answers for them.
pub(super) fn imagine(lens: &Lens<'_>, known: &[CorpsState], imagined: &mut [CorpsState]) {
    let rows = lens.scenario().book.capacity.corps.iter();
    for ((row, known), imagined) in rows.zip(known).zip(imagined) {
        if is_near(lens, row) {
            imagined.clone_from(known);
        } else {
            imagined.covered = known.covered;
        }
    }
}

pub(super) fn may_see(lens: &Lens<'_>, event: &Volunteers) -> bool {
    match *event {
        Volunteers::Covered { .. } => true,
        Volunteers::Briefed { community, .. }
        | Volunteers::Went { community, .. }
        | Volunteers::StayedHome { community, .. }
        | Volunteers::WentWrong { community, .. }
        | Volunteers::CameHome { community } => is_concerned(lens, community),
    }
}

pub(super) fn is_better(event: &Volunteers) -> Option<bool> {
    match event {
        Volunteers::Went { .. } => Some(true),
        Volunteers::StayedHome { .. } | Volunteers::WentWrong { .. } => Some(false),
        _ => None,
    }
}

pub(super) fn tell(teller: Teller<'_>, event: &Volunteers) -> SafeText {
    let words = teller.words;
    let (key, community, by) = match *event {
        Volunteers::Covered { from, by } => {
            let args = [
                ("actor", teller.actor(from).into()),
                ("by", teller.actor(by).into()),
            ];
            return words.fill("tell-volunteers-covered", &args);
        }
        Volunteers::CameHome { community } => {
            let args = [("community", teller.community(community).into())];
            return words.fill("tell-volunteers-home", &args);
        }
        Volunteers::Briefed { community, by } => ("tell-volunteers-briefed", community, by),
        Volunteers::Went { community, by, .. } => ("tell-volunteers-went", community, by),
        Volunteers::StayedHome { community, by } => ("tell-volunteers-stayed", community, by),
        Volunteers::WentWrong { community, by } => ("tell-volunteers-wrong", community, by),
    };
    let args = [
        ("community", teller.community(community).into()),
        ("by", teller.actor(by).into()),
    ];
    words.fill(key, &args)
}

pub(super) fn read_name(teller: Teller<'_>, read: Read) -> SafeText {
    let words = teller.words;
    let one = |key: &str, actor: ActorId| words.fill(key, &[("actor", teller.actor(actor).into())]);
    match read {
        Read::Free(from) => one("read-volunteers-free", from),
        Read::Covered(from) => one("read-volunteers-covered", from),
        Read::Wrong(from) => one("read-volunteers-wrong", from),
        Read::With(community) => {
            let args = [("community", teller.community(community).into())];
            words.fill("read-volunteers-with", &args)
        }
        _ => SafeText::empty(),
    }
}

/// Where these seats can send them, for the board.
pub(super) fn views(lens: &Lens<'_>, teller: Teller<'_>) -> Vec<SiteView> {
    let scenario = lens.scenario();
    let words = teller.words;
    let mut views = Vec::new();
    for (row, now) in scenario
        .book
        .capacity
        .corps
        .iter()
        .zip(&lens.book().capacity.corps)
    {
        if !row.seats.iter().any(|seat| lens.is_own(*seat)) {
            continue;
        }
        let sites = row.sites.iter().zip(&now.sites);
        for (site, state) in sites.filter(|(site, _)| lens.sees_community(site.community)) {
            let args = [
                ("actor", teller.actor(row.from).into()),
                ("host", teller.actor(site.host).into()),
                ("free", now.free.into()),
                ("people", site.people.into()),
                ("turn", state.until.unwrap_or_default().into()),
            ];
            let shown = match state.until {
                Some(_) => words.fill("volunteers-shown-there", &args),
                None if now.free < site.people => words.say("volunteers-shown-out"),
                None => words.fill("volunteers-shown-free", &args),
            };
            let covered = if now.covered {
                "volunteers-are-covered"
            } else {
                "volunteers-not-covered"
            };
            let briefed = if state.briefed {
                "volunteers-are-briefed"
            } else {
                "volunteers-not-briefed"
            };
            views.push(SiteView {
                community: site.community,
                from: row.from,
                name: teller.community(site.community).clone(),
                shown,
                about: vec![
                    words.fill("volunteers-about", &args),
                    words.say(covered),
                    words.say(briefed),
                ],
                at_work: state.until.is_some(),
            });
        }
    }
    views
}
