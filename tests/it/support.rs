//! What tests of several areas share.

pub(crate) mod deed;
pub(crate) mod story;
pub(crate) mod table;

/// How hard to try: 1 by default, more from `DEMARCHE_EFFORT`. Counts of seeds, kills and flips are multiples of it.
pub(crate) fn effort() -> u64 {
    let wanted = std::env::var("DEMARCHE_EFFORT").ok();
    wanted
        .and_then(|effort| effort.parse().ok())
        .unwrap_or(1)
        .max(1)
}
