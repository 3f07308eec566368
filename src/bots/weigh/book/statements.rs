//! Statements: who begins one, who gives way to win a signature, and who stops one over a red line.

use crate::bots::weigh::act::Scored;
use crate::bots::weigh::act::Weigh;
use crate::bots::weigh::why::Why;
use crate::engine::ledger::statements::Act;
use crate::engine::ledger::statements::Change;
use crate::engine::ledger::statements::DraftSight;
use crate::engine::ledger::statements::Edit;
use crate::engine::ledger::statements::Stance;
use crate::engine::ledger::statements::Standing;
use crate::model::ActorId;
use crate::model::ClauseId;
use crate::model::ForumId;
use crate::model::ledger::statements::DraftNo;
use crate::text::SafeText;

/// Taken off what makes no sense to somebody who reads the text.
const SENSELESS: i32 = 80;
/// Turns a sponsor negotiates before it circulates what it has.
const PATIENCE: u16 = 3;
/// The most that readiness to sign counts for or against.
const READY: i32 = 16;

impl<'a> Weigh<'_, 'a> {
    pub(super) fn statements(&self, scored: &mut Scored<'a>, act: Act) {
        // A habit of condemning begins texts and signs them; what is in them is judged by itself.
        let habit = scored.points;
        scored.take(habit);
        match act {
            Act::OpenDraft { forum, outline } => self.open(scored, forum, outline, habit),
            Act::AddClause { draft, clause } => self.edit(scored, draft, Change::Add(clause)),
            Act::Soften { draft, clause } => self.edit(scored, draft, Change::Soften(clause)),
            Act::DropClause { draft, clause } => self.edit(scored, draft, Change::Drop(clause)),
            Act::AskFor { draft, change } => self.ask(scored, draft, change),
            Act::Invite { draft, actor } => {
                let near = self.profile.gathers + self.profile.yields / 2;
                scored.add(near, Why::Together(self.name(actor)));
                let late = self.text(draft).is_some_and(|text| text.is_silent);
                scored.take(if late { SENSELESS } else { 0 });
            }
            Act::Consult { draft } | Act::Translate { draft } => self.prepare(scored, draft),
            Act::Annex { draft, quoted } => {
                let public = self.profile.audiences.public - self.profile.insulates / 2;
                scored.add(habit / 2 + 24, Why::Annexes(self.holder(draft)));
                scored.add(
                    if quoted { public } else { 0 },
                    Why::Annexes(self.holder(draft)),
                );
            }
            Act::Circulate { draft } => self.circulate(scored, draft),
            Act::Sign { draft } | Act::Abstain { draft } | Act::Refuse { draft } => {
                self.stand(scored, draft, act, habit);
            }
            Act::BreakSilence { draft, clause } => {
                let over = [Change::Soften(clause), Change::Drop(clause)];
                let why = Why::RedLine(self.holder(draft));
                match self.text(draft).map(|text| text.stance) {
                    Some(Stance::Refuses) => scored.add(SENSELESS / 2, why),
                    Some(Stance::Asks(asked)) if asked.iter().any(|one| over.contains(one)) => {
                        // Whoever said beforehand what it needs need not break silence over a trifle.
                        scored.add(30 - self.profile.yields, why);
                    }
                    _ => scored.take(SENSELESS),
                }
            }
            Act::Withdraw { draft } => {
                let unloved = self
                    .text(draft)
                    .is_some_and(|text| text.readiness < 0 && !text.is_silent);
                scored.take(if unloved { 0 } else { SENSELESS });
            }
            Act::Publish { draft } => self.publish(scored, draft, habit),
            Act::Harden { draft, clause } => self.harden(scored, draft, clause, habit),
            Act::Bracket { draft, clause } => self.bracket(scored, draft, clause),
            Act::Clear { draft, clause } => self.clear(scored, draft, clause),
            Act::Leak { .. } => scored.take(SENSELESS),
        }
    }

    fn text(&self, draft: DraftNo) -> Option<DraftSight> {
        self.lens.draft(self.seat, draft)
    }

    fn holder(&self, draft: DraftNo) -> &'a SafeText {
        self.name(draft.sponsor())
    }

    fn open(&self, scored: &mut Scored<'a>, forum: ForumId, outline: Option<u16>, habit: i32) {
        let Some(sight) = self.lens.forum(self.seat, forum) else {
            return;
        };
        let begun = outline.and_then(|outline| self.lens.outline(self.seat, forum, outline));
        let Some((readiness, names)) = begun.filter(|(readiness, _)| *readiness >= 0) else {
            // An empty sheet is for people.
            scored.take(SENSELESS);
            return;
        };
        scored.add(habit + self.profile.gathers, Why::Together(sight.name));
        scored.add(readiness.min(READY) / 2, Why::Together(sight.name));
        if names {
            scored.add(self.profile.names, Why::Together(sight.name));
        }
        // One text at a time, and one that was agreed on is enough for a while.
        scored.take(sight.live * 40 + sight.adopted * 25);
        if sight.turns_left < 3 {
            scored.take(SENSELESS);
        }
    }

    /// A change in one's own text: worth it where it wins somebody and one can live with it.
    fn edit(&self, scored: &mut Scored<'a>, draft: DraftNo, change: Change) {
        let Some(text) = self.text(draft) else {
            return;
        };
        let mut asked = text.asked.iter().filter(|(_, asked)| *asked == change);
        let first: Option<ActorId> = asked.next().map(|(actor, _)| *actor);
        let more = i32::try_from(asked.count()).unwrap_or(0);
        match first {
            Some(first) if self.lens.lives_with(self.seat, draft, change.into()) => {
                let drops = matches!(change, Change::Drop(_));
                scored.add(
                    self.profile.yields + more * 8 + 12,
                    Why::Yields(self.name(first)),
                );
                scored.take(if drops { 10 } else { 0 });
            }
            _ => scored.take(SENSELESS),
        }
    }

    /// Back to stronger words, where nobody asks for anything: giving way has won whoever it could.
    fn harden(&self, scored: &mut Scored<'a>, draft: DraftNo, clause: ClauseId, habit: i32) {
        let Some(text) = self.text(draft) else {
            return;
        };
        let minds = text.minds(clause);
        if minds
            || text.asking > 0
            || !self
                .lens
                .lives_with(self.seat, draft, Edit::Hardened(clause))
        {
            scored.take(SENSELESS);
            return;
        }
        scored.add(habit / 2 + 16, Why::Firm(self.holder(draft)));
        scored.take(self.profile.yields / 2);
    }

    /// What somebody wants out and one would rather keep is put aside until the rest is agreed.
    fn bracket(&self, scored: &mut Scored<'a>, draft: DraftNo, clause: ClauseId) {
        let Some(text) = self.text(draft) else {
            return;
        };
        let asked = text.asked.iter();
        let mut asked = asked.filter(|(_, asked)| *asked == Change::Drop(clause));
        let first = asked.next().map(|(actor, _)| *actor);
        let more = i32::try_from(asked.count()).unwrap_or(0);
        match first {
            Some(first)
                if text.is_mine
                    && self
                        .lens
                        .lives_with(self.seat, draft, Edit::Bracketed(clause)) =>
            {
                let worth = self.profile.gathers / 2 + 14 + more * 8;
                scored.add(worth, Why::Yields(self.name(first)));
                scored.take(self.profile.yields / 3);
            }
            _ => scored.take(SENSELESS),
        }
    }

    /// Out of the brackets again, once nobody asks for anything else.
    fn clear(&self, scored: &mut Scored<'a>, draft: DraftNo, clause: ClauseId) {
        let Some(text) = self.text(draft) else {
            return;
        };
        if text.minds(clause)
            || !self
                .lens
                .lives_with(self.seat, draft, Edit::Cleared(clause))
        {
            scored.take(SENSELESS);
            return;
        }
        scored.add(self.profile.gathers + 16, Why::Settled(self.holder(draft)));
        scored.take(text.refusing * 8);
    }

    fn ask(&self, scored: &mut Scored<'a>, draft: DraftNo, change: Change) {
        let Some(text) = self.text(draft) else {
            return;
        };
        let said = matches!(&text.standing, Standing::Asks(said) if said.contains(&change));
        match text.stance {
            Stance::Asks(asked) if asked.contains(&change) && !said => {
                scored.add(36, Why::WouldSign(self.holder(draft)));
            }
            _ => scored.take(SENSELESS),
        }
    }

    fn prepare(&self, scored: &mut Scored<'a>, draft: DraftNo) {
        let Some(text) = self.text(draft) else {
            return;
        };
        let early = self.lens.turn() < text.opened.saturating_add(PATIENCE);
        scored.add(
            self.profile.evidence + self.profile.gathers / 2 + 6,
            Why::Careful(self.holder(draft)),
        );
        // A table that is of several minds is worth a round of calls.
        let minds = (text.asking + text.refusing).min(4);
        scored.add(minds * 4, Why::Careful(self.holder(draft)));
        // Late in a negotiation it only takes time.
        scored.take(if early { 0 } else { SENSELESS });
    }

    fn circulate(&self, scored: &mut Scored<'a>, draft: DraftNo) {
        let Some(text) = self.text(draft) else {
            return;
        };
        let waited = self.lens.turn().saturating_sub(text.opened);
        let left = self.lens.last_turn().saturating_sub(self.lens.turn());
        let share = text.signed * 40 / text.table.max(1);
        let why = Why::Circulates(self.holder(draft));
        scored.add(share + 10, why);
        if waited < 2 {
            scored.take(SENSELESS);
        }
        if waited >= PATIENCE || left < 3 {
            scored.add(30, why);
        } else {
            scored.take(text.asking * 20);
        }
        if text.is_unanimous && text.refusing > 0 && left >= 2 {
            scored.take(30);
        }
    }

    fn stand(&self, scored: &mut Scored<'a>, draft: DraftNo, act: Act, habit: i32) {
        let Some(text) = self.text(draft) else {
            return;
        };
        let sponsor = self.holder(draft);
        match (act, text.stance) {
            (Act::Sign { .. }, Stance::Signs) => {
                let ready = text.readiness.min(READY);
                scored.add(
                    habit / 2 + self.profile.gathers + ready,
                    Why::Signs(sponsor),
                );
            }
            (Act::Abstain { .. }, Stance::Abstains) => scored.add(24, Why::Aside(sponsor)),
            (Act::Refuse { .. }, Stance::Refuses) => scored.add(30, Why::RedLine(sponsor)),
            _ => scored.take(SENSELESS),
        }
    }

    /// Alone, or as the chair: where the forum has failed, or never will agree in time.
    fn publish(&self, scored: &mut Scored<'a>, draft: DraftNo, habit: i32) {
        let Some(text) = self.text(draft) else {
            return;
        };
        let left = self.lens.last_turn().saturating_sub(self.lens.turn());
        let why = Why::Alone(self.holder(draft));
        if !text.is_mine {
            scored.add(self.profile.gathers + 20, why);
        } else if text.readiness >= 0 && (text.stopped > 0 || left < 2) {
            scored.add(habit - self.profile.gathers, why);
        } else {
            scored.take(SENSELESS);
        }
    }
}
