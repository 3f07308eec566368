//! The line mode: an exercise as questions and answers.
