//! The author's checks: rules beyond form, fixes, exports.

mod edit;
