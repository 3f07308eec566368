//! The authority over one exercise.
