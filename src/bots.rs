//! Who plays an empty seat.
