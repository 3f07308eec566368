//! Harm: what happens to people. Everybody sees a range until evidence narrows it.

use serde::Deserialize;
use serde::Serialize;

use crate::engine::decide::Play;
use crate::engine::dice::Die;
use crate::engine::dice::Roll;
use crate::engine::event::Cause;
use crate::engine::event::EngineRule;
use crate::engine::event::What;
use crate::engine::imagined::Draw;
use crate::engine::lens::Lens;
use crate::engine::state::State;
use crate::engine::world::Readable;
use crate::model::CommunityId;
use crate::model::ZoneId;
use crate::model::effect::HarmKind;
use crate::model::id::Kind;
use crate::model::ledger::Ledger;

/// What happens to communities.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum HarmEvent {
    /// `zone` is the service whose failure caused it.
    Harmed {
        community: CommunityId,
        kind: HarmKind,
        by: i32,
        zone: Option<ZoneId>,
    },
    /// What is known about the harm changed.
    Evidenced {
        community: CommunityId,
        by: i32,
        now: i32,
    },
    /// The people concerned were told.
    Notified { community: CommunityId },
}

/// A community's numbers, in points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HarmState {
    pub direct: i32,
    pub secondary: i32,
    pub latent: i32,
    /// Direct harm since the last Resolve began, and in the turn before: secondary harm follows that.
    pub fresh: i32,
    pub last: i32,
    /// 0 (nobody knows) to 100 (documented).
    pub evidence: i32,
    /// Turn of the last notification.
    pub notified: Option<u16>,
}

impl HarmState {
    /// Direct and secondary harm.
    pub fn felt(&self) -> i32 {
        self.direct.saturating_add(self.secondary)
    }
}

pub(in crate::engine) fn apply(world: &mut Readable, event: &HarmEvent) {
    match *event {
        HarmEvent::Harmed {
            community,
            kind,
            by,
            ..
        } => {
            let community = &mut world.communities[community.index()];
            match kind {
                HarmKind::Direct => {
                    community.direct = community.direct.saturating_add(by).max(0);
                    community.fresh = community.fresh.saturating_add(by).max(0);
                }
                HarmKind::Secondary => {
                    community.secondary = community.secondary.saturating_add(by).max(0);
                }
                HarmKind::Latent => community.latent = community.latent.saturating_add(by).max(0),
            }
        }
        HarmEvent::Evidenced { community, now, .. } => {
            world.communities[community.index()].evidence = now;
        }
        HarmEvent::Notified { community } => {
            let turn = world.turn;
            world.communities[community.index()].notified = Some(turn);
        }
    }
}

/// Harm to a community; `by` may be negative for relief, which never goes below nothing.
pub(in crate::engine) fn harm(
    play: &mut Play<'_>,
    community: CommunityId,
    kind: HarmKind,
    by: i32,
    zone: Option<ZoneId>,
    cause: Cause,
) {
    let now = play.state.world.communities[community.index()];
    let has = match kind {
        HarmKind::Direct => now.direct,
        HarmKind::Secondary => now.secondary,
        HarmKind::Latent => now.latent,
    };
    let by = by.max(has.saturating_neg());
    if by != 0 && play.has(Ledger::Harm) {
        play.emit(
            cause,
            What::Harm(HarmEvent::Harmed {
                community,
                kind,
                by,
                zone,
            }),
        );
    }
}

/// Evidence about a community's harm.
pub(in crate::engine) fn evidence(
    play: &mut Play<'_>,
    community: CommunityId,
    by: i32,
    cause: Cause,
) {
    let was = play.state.world.communities[community.index()].evidence;
    let now = was.saturating_add(by).clamp(0, 100);
    if now != was && play.has(Ledger::Harm) {
        play.emit(
            cause,
            What::Harm(HarmEvent::Evidenced {
                community,
                by: now.saturating_sub(was),
                now,
            }),
        );
    }
}

/// The people are told: evidence comes in, and part of what would still have hit them does not.
pub(in crate::engine) fn notify(play: &mut Play<'_>, community: CommunityId, cause: Cause) {
    let rules = &play.scenario().harm;
    let (brings, relief) = (rules.notify_evidence, rules.notify_relief);
    let latent = play.state.world.communities[community.index()].latent;
    play.emit(cause, What::Harm(HarmEvent::Notified { community }));
    evidence(play, community, brings, cause);
    let averted = i64::from(latent) * i64::from(relief) / 1000;
    harm(
        play,
        community,
        HarmKind::Latent,
        -i32::try_from(averted).unwrap_or(i32::MAX),
        None,
        cause,
    );
}

/// One turn of harm: what follows from last turn's, then what compromised services do to those who depend on them.
pub(in crate::engine) fn accrue(play: &mut Play<'_>) {
    if !play.has(Ledger::Harm) {
        return;
    }
    let scenario = play.scenario();
    let turn = play.state.turn();
    for community in &scenario.harm.communities {
        let word = scenario.names.hash(Kind::Community, community.id.0);
        let last = play.state.world.communities[community.id.index()].last;
        let mut die = play.state.dice.of(Roll::Dependence, &[word], 1, turn, 0);
        let after = die.thousandths(i64::from(last) * i64::from(community.secondary));
        harm(
            play,
            community.id,
            HarmKind::Secondary,
            after,
            None,
            Cause::Engine(EngineRule::Aftermath),
        );
        surface(play, community.id);
        let surge = community
            .surges
            .iter()
            .filter(|(from, to, _)| (*from..=*to).contains(&turn));
        let surge = surge
            .map(|(_, _, more)| i64::from(*more))
            .max()
            .unwrap_or(1000);
        for &(zone, rate) in &community.depends_on {
            let compromised = play
                .state
                .world
                .zones
                .get(zone.index())
                .map_or(0, |zone| zone.compromised);
            let amount = i64::from(compromised) * i64::from(rate) * i64::from(community.context)
                / 1000
                * surge
                / 1000;
            let words = [word, scenario.names.hash(Kind::Zone, zone.0)];
            let by = play
                .state
                .dice
                .of(Roll::Dependence, &words, 0, turn, 0)
                .thousandths(amount);
            harm(
                play,
                community.id,
                HarmKind::Direct,
                by,
                Some(zone),
                Cause::Engine(EngineRule::Dependence),
            );
        }
    }
}

/// Latent harm surfaces little by little: what was stolen is used, what was put off is felt.
fn surface(play: &mut Play<'_>, community: CommunityId) {
    let scenario = play.scenario();
    let latent = play.state.world.communities[community.index()].latent;
    let word = scenario.names.hash(Kind::Community, community.0);
    let turn = play.state.turn();
    let mut die = play.state.dice.of(Roll::Dependence, &[word], 3, turn, 0);
    let by = die
        .thousandths(i64::from(latent) * i64::from(scenario.harm.surfaces))
        .min(latent);
    if by > 0 {
        let cause = Cause::Engine(EngineRule::Surfacing);
        harm(play, community, HarmKind::Latent, -by, None, cause);
        harm(play, community, HarmKind::Direct, by, None, cause);
    }
}

/// How far a range reaches below and above the truth, in per mille of the widest: drawn for each side by itself and the same
/// for a community all through, so that neither its middle nor its width gives the truth away to who knows the parameters.
pub(in crate::engine) fn sides(die: &mut Die) -> (i32, i32) {
    let below = die.between(300, 1000);
    (below, die.between(300, 1000))
}

/// The range of felt harm that evidence allows: exact at 100, and at most `widest` per mille to each side at 0.
pub(in crate::engine) fn range(
    state: &HarmState,
    widest: i32,
    (below, above): (i32, i32),
) -> (i32, i32) {
    let felt = i64::from(state.felt());
    // Rounded up, so that small harm is not exact before it is documented.
    let unknown = felt * i64::from(widest) * i64::from(100 - state.evidence.clamp(0, 100));
    let width = |side: i32| (unknown * i64::from(side) / 1000 + 99_999) / 100_000;
    let at = |value: i64| i32::try_from(value.max(0)).unwrap_or(i32::MAX);
    (at(felt - width(below)), at(felt + width(above)))
}

/// Harm in sight lies somewhere in the range that shows; of the other nobody has heard yet.
pub(in crate::engine) fn imagine(lens: &Lens<'_>, state: &mut State, draw: &Draw) {
    let scenario = lens.scenario();
    let turns = i32::from(lens.turn().max(1));
    for community in &scenario.harm.communities {
        let Some(((low, high), evidence)) = lens.harm(community.id) else {
            continue;
        };
        let word = scenario.names.hash(Kind::Community, community.id.0);
        let mut die = draw.die(&[word]);
        let direct = die.between(low, high);
        state.world_mut().communities[community.id.index()] = HarmState {
            direct,
            secondary: 0,
            latent: die.between(0, high.saturating_sub(low)),
            fresh: direct / turns,
            last: 0,
            evidence,
            notified: lens.notified(community.id),
        };
    }
}
