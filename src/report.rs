//! From a log to an after-action report.
