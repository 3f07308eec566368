//! The regions and their zones: how far an incident has spread, and along which dependencies it can cross.

use crate::engine::act::Act;
use crate::engine::view::SeatView;
use crate::engine::view::Subject;
use crate::engine::view::board::Board;
use crate::engine::view::board::BoardRow;
use crate::engine::view::board::Tone;
use crate::engine::view::board::acts;
use crate::engine::view::ledgers::ZoneView;
use crate::model::RegionId;
use crate::model::ZoneId;
use crate::text::SafeText;
use crate::text::Words;

/// The board of spread.
pub(super) const BOARD: Board = Board {
    word: "map",
    title: "board-map",
    about: "board-map-about",
    is_there: |view| !view.ledgers.zones.is_empty(),
    rows,
};

/// The zones in the order of the rows: region by region.
pub fn zones(view: &SeatView) -> Vec<&ZoneView> {
    let place = |region: Option<RegionId>| {
        let mut regions = view.ledgers.regions.iter();
        regions.position(|one| Some(one.region) == region)
    };
    let mut zones: Vec<&ZoneView> = view.ledgers.zones.iter().collect();
    zones.sort_by_key(|zone| place(zone.region).unwrap_or(usize::MAX));
    zones
}

/// The catalogue's key for how close a dependency is.
pub fn strength_word(strength: u8) -> &'static str {
    match strength {
        ..=1 => "board-map-loose",
        2 => "board-map-near",
        _ => "board-map-close",
    }
}

fn rows(view: &SeatView, words: &Words) -> Vec<BoardRow> {
    zones(view)
        .into_iter()
        .map(|zone| row(zone, view, words))
        .collect()
}

fn row(zone: &ZoneView, view: &SeatView, words: &Words) -> BoardRow {
    let args = [
        ("name", (&zone.name).into()),
        ("compromised", zone.compromised.into()),
        ("exposed", zone.exposed.into()),
        ("contained", zone.contained.into()),
        ("total", zone.total().into()),
        ("owner", (&zone.owner).into()),
        ("cert", (&zone.cert).into()),
        ("held", zone.held.into()),
    ];
    let shown = match (zone.frozen, zone.contained) {
        (true, _) => "shown-zone-frozen",
        (false, 0) => "shown-zone",
        (false, _) => "shown-zone-contained",
    };
    let says = |holds: bool, key: &str| {
        if holds {
            words.fill(key, &args)
        } else {
            SafeText::empty()
        }
    };
    BoardRow::new(zone.name.clone(), words.fill(shown, &args))
        .under(&zone.region_name)
        .bar(zone.compromised, zone.compromised, zone.total())
        .change(zone.change, zone.better)
        .tone(match zone.severity() {
            0 => Tone::Good,
            1 => Tone::Plain,
            2 => Tone::Open,
            _ => Tone::Bad,
        })
        .say(words.fill("board-map-zone", &args))
        .say(says(zone.frozen, "board-map-frozen"))
        .say(says(zone.held > 0, "board-map-held"))
        .say(ways(zone.zone, false, view, words))
        .say(ways(zone.zone, true, view, words))
        .say(says(!zone.owner.is_empty(), "board-map-owner"))
        .say(says(!zone.cert.is_empty(), "board-map-cert"))
        .why(Subject::Zone(zone.zone))
        .acts(acts(view, |action| {
            matches!(action.act, Act::RequestContainment { zone: about } if about == zone.zone)
        }))
}

/// Where it can cross to from a zone, or from where to it, in one sentence; empty if nowhere in sight.
fn ways(zone: ZoneId, inward: bool, view: &SeatView, words: &Words) -> SafeText {
    let links = view.ledgers.links.iter();
    let links = links.filter(|link| zone == if inward { link.to } else { link.from });
    let names: Vec<SafeText> = links
        .filter_map(|link| {
            let end = if inward { link.from } else { link.to };
            let other = view.ledgers.zones.iter().find(|one| one.zone == end)?;
            let args = [
                ("name", (&other.name).into()),
                ("strength", words.say(strength_word(link.strength)).into()),
            ];
            Some(words.fill(
                if link.crossed {
                    "board-map-way-crossed"
                } else {
                    "board-map-way"
                },
                &args,
            ))
        })
        .collect();
    if names.is_empty() {
        return SafeText::empty();
    }
    let key = if inward {
        "board-map-from"
    } else {
        "board-map-to"
    };
    let names = SafeText::joined(&names, ", ");
    words.fill(key, &[("names", names.into())])
}
