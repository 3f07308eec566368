//! Numbers that some seats may not see.

use crate::author::check::study::Row;
use crate::author::check::study::Study;
use crate::model::expr::Read;
use crate::model::id::Kind;
use crate::model::ledger::meters::SeenBy;

/// The number behind a reading and who sees it, if its author says who does.
pub(super) fn number<'a>(study: &Study<'a>, read: Read) -> Option<(Row, &'a SeenBy)> {
    let scenario = study.scenario;
    match read {
        Read::Meter(meter) => {
            let seen = &scenario.meters[meter.index()].seen_by;
            Some(((Kind::Meter, meter.0), seen))
        }
        Read::Exposed(zone) | Read::Compromised(zone) | Read::Contained(zone) => {
            let seen = &scenario.spread.zones[zone.index()].seen_by;
            Some(((Kind::Zone, zone.0), seen))
        }
        Read::Harm(community) => {
            let seen = &scenario.harm.communities[community.index()].seen_by;
            Some(((Kind::Community, community.0), seen))
        }
        _ => None,
    }
}
