//! A value that is owned outright until somebody outside must be able to keep it for a while.

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

use crate::script::Lent;
use crate::script::World;

/// A value that interpreted scripts can be lent. As long as nobody may ask, changing it asks no other core either.
#[derive(Clone)]
pub(super) enum Lendable<T> {
    Own(Box<T>),
    Lent(Arc<T>),
}

impl<T: Clone> Lendable<T> {
    pub(super) fn new(value: T) -> Self {
        Self::Own(Box::new(value))
    }

    /// Makes lending cost nothing from now on.
    pub(super) fn be_ready(&mut self) {
        if let Self::Own(value) = self {
            *self = Self::Lent(Arc::new((**value).clone()));
        }
    }

    /// The value, to be changed; it is copied if somebody keeps what they were lent.
    pub(super) fn change(&mut self) -> &mut T {
        match self {
            Self::Own(value) => value,
            Self::Lent(value) => Arc::make_mut(value),
        }
    }
}

impl<T> Deref for Lendable<T> {
    type Target = T;

    fn deref(&self) -> &T {
        match self {
            Self::Own(value) => value,
            Self::Lent(value) => value,
        }
    }
}

impl<T: World + Clone> Lent for Lendable<T> {
    type World = T;

    fn lent(&self) -> Arc<T> {
        match self {
            Self::Own(value) => Arc::new((**value).clone()),
            Self::Lent(value) => Arc::clone(value),
        }
    }
}

impl<T: PartialEq> PartialEq for Lendable<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: fmt::Debug> fmt::Debug for Lendable<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}
