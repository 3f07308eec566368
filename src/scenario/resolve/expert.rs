//! The author's expert path.

use crate::model::ActionId;
use crate::model::ChoiceId;
use crate::model::CommunityId;
use crate::model::DutyId;
use crate::model::expert::Deed;
use crate::model::expert::ExpertRow;
use crate::model::expert::WrittenAct;
use crate::model::id::Kind;
use crate::model::marking::Tlp;
use crate::scenario::file;
use crate::scenario::file::Text;
use crate::scenario::resolve::Resolver;

impl Resolver<'_> {
    pub(super) fn expert(&mut self, rows: &[file::Expert]) -> Vec<ExpertRow> {
        rows.iter().map(|row| self.expert_row(row)).collect()
    }

    fn expert_row(&mut self, row: &file::Expert) -> ExpertRow {
        let last = self.last_turn();
        let mut deeds = Vec::new();
        for answer in &row.answers {
            deeds.push(Deed::Answer(ChoiceId(self.find(Kind::Choice, answer))));
        }
        for action in &row.actions {
            deeds.push(Deed::Take(ActionId(self.find(Kind::Action, action))));
        }
        let duty = |resolver: &mut Self, duty: &Text| DutyId(resolver.find(Kind::Duty, duty));
        deeds.extend(row.report.iter().map(|text| Deed::Report(duty(self, text))));
        deeds.extend(
            row.determine
                .iter()
                .map(|text| Deed::Determine(duty(self, text))),
        );
        deeds.extend(
            row.respond
                .iter()
                .map(|text| Deed::Respond(duty(self, text))),
        );
        deeds.extend(
            row.analyse
                .iter()
                .map(|text| Deed::Analyse(self.fact(text))),
        );
        deeds.extend(row.derive.iter().map(|text| Deed::Derive(self.fact(text))));
        for (shares, derived) in [(&row.share, false), (&row.share_derived, true)] {
            deeds.extend(shares.iter().map(|share| self.passing(share, derived)));
        }
        deeds.extend(row.advise.iter().map(|text| Deed::Advise(self.fact(text))));
        let zones = row.contain.iter();
        deeds.extend(zones.map(|text| Deed::RequestContainment(self.zone(text))));
        for community in &row.notify {
            let community = CommunityId(self.find(Kind::Community, community));
            deeds.push(Deed::Notify(community));
        }
        deeds.extend(row.ask.iter().map(|text| Deed::Ask(self.actor(text))));
        let kept = row.keep_in_touch.iter();
        deeds.extend(kept.map(|text| Deed::KeepInTouch(self.actor(text))));
        let acts = row.acts.iter();
        deeds.extend(acts.map(|text| Deed::Written(Box::new(written(text)))));
        ExpertRow {
            seat: self.seat(&row.seat),
            turn: self.count(Some(&row.turn), 1, 0, last),
            deeds,
        }
    }

    fn passing(&mut self, (fact, to, tlp): &(Text, Text, Tlp), derived: bool) -> Deed {
        Deed::Share {
            fact: self.fact(fact),
            to: self.actor(to),
            tlp: *tlp,
            derived,
        }
    }
}

fn written(Text { value, span }: &Text) -> WrittenAct {
    WrittenAct {
        text: value.as_str().into(),
        file: span.file.0,
        start: span.start,
        end: span.end,
    }
}
