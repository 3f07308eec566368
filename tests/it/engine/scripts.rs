//! Scripts in play: effects whole or not at all, failures that are events, and the fuse.

use demarche::engine::command::Command;
use demarche::engine::decide;
use demarche::engine::event::What;
use demarche::engine::rejection::Rejection;
use demarche::model::FunctionId;
use demarche::model::effect::Effect;
use demarche::model::ledger::meters::SeenBy;
use demarche::script::Fuse;

use crate::support::story::Story;
use crate::support::story::moves;
use crate::support::table::Table;

fn scripted(body: &str) -> Story {
    let mut story = Story::border(3);
    let pressure = story.meter("pressure", SeenBy::All);
    story.script(&format!("fn storm() {{ {body} }}"));
    story.inject("plea", "ncert", 1).effects = vec![
        Effect::Call {
            function: FunctionId(0),
        },
        moves(pressure, 1),
    ];
    story
}

#[test]
fn a_function_reads_the_world_and_gives_effects() {
    Table::new(
        scripted(r#"[meter("pressure", meter.pressure / 10), meter("pressure", 100)]"#),
        7,
    )
    .turn(1)
    .holds(&["meter.pressure == 100"])
    .saw(1, |what| matches!(what, What::Called { .. }));
}

#[test]
fn a_function_that_fails_leaves_nothing_and_the_exercise_goes_on() {
    Table::new(scripted(r#"let effects = [meter("pressure", 9)]; if 1 / (turn - 1) == 0 { effects } else { [] }"#), 7)
        .turn(2)
        .holds(&["meter.pressure == 51"])
        .saw(1, |what| matches!(what, What::ScriptFailed { .. }))
        .saw(0, |what| matches!(what, What::Called { .. }));
}

#[test]
fn a_call_whose_fuse_blows_is_left_out_on_request() {
    let mut table = Table::new(
        scripted(r#"let n = 0; for i in range(0, 900) { n += i; } [meter("pressure", roll(6))]"#),
        7,
    );
    let mut worthless = table.state.clone();
    let mut out = Vec::new();
    let answer = decide(
        &table.playable,
        &mut worthless,
        &Command::Advance,
        &Fuse::new(|| true),
        &mut out,
    );
    let Err(Rejection::Blown { call }) = answer else {
        panic!("{answer:?}");
    };
    table = table.accepts(&Command::SkipScript { call }).advance();
    table
        .holds(&["meter.pressure == 51"])
        .saw(1, |what| matches!(what, What::ScriptSkipped { .. }))
        .saw(0, |what| matches!(what, What::Called { .. }));
}
