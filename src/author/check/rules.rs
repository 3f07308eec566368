//! Every rule beyond form and meaning, one file each with a bad and a good example beside it.

mod acronym;
mod adviser_missing;
mod after_the_end;
mod always_follows;
mod always_holds;
mod choice_note;
mod choices_alike;
mod content_note;
mod duty_due_late;
mod duty_never_starts;
mod duty_source;
mod duty_stops_first;
mod ending_covered;
mod endings_alike;
mod evidence_missing;
mod expert_act;
mod first_missing;
mod judging_word;
mod label_forbids;
mod measure_by_itself;
mod meter_still;
mod meter_unused;
mod never_comes;
mod never_holds;
mod never_opens;
mod no_default;
mod norm_without_act;
mod not_approved;
mod one_way;
mod out_of_reach;
mod out_of_sight;
mod real_name;
mod real_state;
mod same_title;
mod seat_idle;
mod seat_undecided;
mod taskless;
mod too_long;
mod too_much_to_read;
mod too_wide;
mod unaffordable;
mod unless_alone;
mod unless_missing;
mod unsafe_artefact;
mod unseen_decides;
mod untrained;
mod waits_for_draft;
mod want_out_of_sight;

use crate::author::check::rule::Rule;

/// The rules in the order of their codes.
pub(super) const RULES: &[Rule] = &[
    never_holds::RULE,
    always_holds::RULE,
    never_comes::RULE,
    never_opens::RULE,
    always_follows::RULE,
    waits_for_draft::RULE,
    after_the_end::RULE,
    unaffordable::RULE,
    one_way::RULE,
    choices_alike::RULE,
    unless_missing::RULE,
    unless_alone::RULE,
    out_of_sight::RULE,
    want_out_of_sight::RULE,
    unseen_decides::RULE,
    seat_idle::RULE,
    seat_undecided::RULE,
    untrained::RULE,
    taskless::RULE,
    evidence_missing::RULE,
    norm_without_act::RULE,
    label_forbids::RULE,
    duty_never_starts::RULE,
    duty_stops_first::RULE,
    duty_due_late::RULE,
    out_of_reach::RULE,
    endings_alike::RULE,
    ending_covered::RULE,
    real_state::RULE,
    real_name::RULE,
    unsafe_artefact::RULE,
    acronym::RULE,
    too_much_to_read::RULE,
    too_wide::RULE,
    too_long::RULE,
    content_note::RULE,
    duty_source::RULE,
    judging_word::RULE,
    choice_note::RULE,
    expert_act::RULE,
    no_default::RULE,
    adviser_missing::RULE,
    not_approved::RULE,
    same_title::RULE,
    measure_by_itself::RULE,
    meter_still::RULE,
    meter_unused::RULE,
    first_missing::RULE,
];
