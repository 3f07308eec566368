//! Numbers as a person reads them.

use crate::lab::figure::figure;
use crate::lab::share::Share;
use crate::lab::whatif::paired::Paired;
use crate::text::SafeText;
use crate::text::Words;

/// One decimal, and a sign.
pub(super) fn signed(number: f64) -> SafeText {
    // What rounds to nothing has no sign.
    let number = if number.abs() < 0.05 { 0.0 } else { number };
    SafeText::line(&format!("{number:+.1}"))
}

/// One decimal.
pub(super) fn plain(number: f64) -> SafeText {
    SafeText::line(&figure(number))
}

/// A difference with its interval: `+8.1 (+5.0 to +11.2)`.
pub(super) fn difference(of: Paired, words: &Words) -> SafeText {
    let (low, high) = of.interval();
    if !of.half.is_finite() {
        return signed(of.mean);
    }
    let args = [
        ("mean", signed(of.mean).into()),
        ("low", signed(low).into()),
        ("high", signed(high).into()),
    ];
    words.fill("whatif-difference", &args)
}

/// A mean with its interval: `62.1 (60.0 to 64.2)`.
pub(super) fn mean(of: Paired, words: &Words) -> SafeText {
    let (low, high) = of.interval();
    if !of.half.is_finite() {
        return plain(of.mean);
    }
    let args = [
        ("mean", plain(of.mean).into()),
        ("low", plain(low).into()),
        ("high", plain(high).into()),
    ];
    words.fill("whatif-mean", &args)
}

/// A share with its interval, in per cent.
pub(super) fn share(of: Share, words: &Words) -> SafeText {
    let (low, high) = of.interval();
    let per_cent = |share: f64| SafeText::line(&format!("{:.0}", share * 100.0));
    let args = [
        ("share", per_cent(of.value()).into()),
        ("low", per_cent(low).into()),
        ("high", per_cent(high).into()),
    ];
    words.fill("whatif-share", &args)
}
