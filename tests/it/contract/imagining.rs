//! What a seat imagines: as good as what it knows, and playable to the end.

use demarche::bots;
use demarche::bots::Sealed;
use demarche::engine::dice::Dice;
use demarche::engine::event::Step;
use demarche::engine::imagined::Imagined;
use demarche::engine::lens::Lens;
use demarche::engine::rejection::Rejection;
use demarche::model::SeatId;
use demarche::model::scenario::CommitMode;
use demarche::model::scenario::Scenario;

use crate::contract::driver::Check;
use crate::support::table::Table;

/// At every step each seat imagines how it may go on; and in Commit some of them play it out.
#[derive(Default)]
pub(super) struct Imagines {
    /// How many imagined exercises were played to their ends.
    pub(super) played: usize,
    /// How many of their turns went otherwise under other dice.
    pub(super) differed: usize,
}

impl Check for Imagines {
    fn look(&mut self, table: &Table, what: &str) {
        for seat in table.scenario().seats.iter().map(|seat| seat.id) {
            let seats = [seat];
            let lens = Lens::new(&table.playable, &table.state, &seats);
            let [one, same, other] = [1, 1, 2].map(|seed| lens.imagine(Dice::new(seed)));
            assert!(one == same, "{what}: the same dice imagine two things");
            assert!(one != other, "{what}: other dice imagine the same");
            knows_as_much(&lens, &one, seat, what);
            if table.truth().step() == Step::Commit
                && table.truth().ending().is_none()
                && seat.index() == usize::from(table.truth().turn()) % table.scenario().seats.len()
            {
                let ends = [one, other].map(|imagined| self.play(imagined, table.scenario(), what));
                self.differed += usize::from(ends[0] != ends[1]);
            }
        }
    }
}

/// What one knows is the same in the imagined world: what one may do there, and what one's wants come to.
fn knows_as_much(lens: &Lens<'_>, imagined: &Imagined<'_>, seat: SeatId, what: &str) {
    let seats = [seat];
    let there = imagined.lens(&seats);
    assert_eq!(lens.step(), there.step(), "{what}");
    assert_eq!(lens.turn(), there.turn(), "{what}");
    let (here, imagined_acts) = (lens.possible(seat), there.possible(seat));
    for act in &here {
        let ledger = act.ledger();
        assert!(
            imagined_acts.contains(act),
            "{what}: {act:?} is possible and not imagined so: does {ledger:?} imagine all that its seats see?"
        );
    }
    for act in &imagined_acts {
        let ledger = act.ledger();
        assert!(
            here.contains(act),
            "{what}: {act:?} is only imagined to be possible: does {ledger:?} imagine all that its seats see?"
        );
    }
    for want in &lens.seat(seat).wants {
        if let Some(value) = lens.want(want.value) {
            assert_eq!(Some(value), there.want(want.value), "{what}: {}", want.text);
        }
    }
}

impl Imagines {
    /// Plays an imagined exercise to its end at random.
    fn play<'a>(
        &mut self,
        mut imagined: Imagined<'a>,
        scenario: &Scenario,
        what: &str,
    ) -> Imagined<'a> {
        for _ in 0..scenario.turns.len() * (7 + scenario.seats.len()) {
            let seats: Vec<SeatId> = scenario.seats.iter().map(|seat| seat.id).collect();
            if imagined.lens(&seats).step() == Step::Commit && !imagined.lens(&seats).has_ended() {
                for seat in &seats {
                    let mut sealed = Sealed::default();
                    let own = [*seat];
                    let bot = bots::named("random").unwrap();
                    bot.choose(&imagined.lens(&own), *seat, &Dice::new(5), &mut sealed);
                    match imagined.seal(*seat, &sealed.acts) {
                        Err(Rejection::NotYourTurn { .. })
                            if scenario.commit == CommitMode::InTurn => {}
                        answer => assert_eq!(answer, Ok(()), "{what}: {sealed:?}"),
                    }
                }
            }
            match imagined.advance() {
                Ok(()) => {}
                Err(Rejection::Over) => {
                    self.played += 1;
                    return imagined;
                }
                Err(rejection) => panic!("{what}: {rejection:?}"),
            }
        }
        panic!("{what}: it does not end");
    }
}
