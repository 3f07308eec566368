//! The ledgers that plug into the engine through one shape, and what they are together.

use serde::Deserialize;
use serde::Serialize;

use crate::model::expr::Gives;
use crate::model::ledger::Ledger;
use crate::model::ledger::attribution;
use crate::model::ledger::capacity;
use crate::model::ledger::contacts;
use crate::model::ledger::disclosure;
use crate::model::ledger::mandate;
use crate::model::ledger::measures;
use crate::model::ledger::narrative;
use crate::model::ledger::politicisation;
use crate::model::ledger::shape::Root;
use crate::model::ledger::shape::Value;
use crate::model::ledger::shape::Verb;
use crate::model::ledger::statements;
use crate::model::ledger::tension;

/// Calls a macro with the chapters of the book: a variant and a module each, in the order of [`Ledger::ALL`].
macro_rules! chapters {
    ($go:ident) => {
        $go! {
            Politicisation politicisation,
            Contacts contacts,
            Attribution attribution,
            Statements statements,
            Measures measures,
            Tension tension,
            Disclosure disclosure,
            Mandate mandate,
            Capacity capacity,
            Narrative narrative,
        }
    };
}
pub(crate) use chapters;

macro_rules! book {
    ($($variant:ident $module:ident,)*) => {
        /// What an author asks of one of these ledgers.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub enum BookEffect {
            $($variant($module::Effect),)*
        }

        /// What expressions read of one of these ledgers.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum BookRead {
            $($variant($module::Read),)*
        }

        /// The parameters of these ledgers.
        #[derive(Clone, Debug, Default)]
        pub struct BookRules {
            $(pub $module: $module::Rules,)*
        }

        impl BookEffect {
            /// Every effect of these ledgers, with the ledger it is of.
            pub fn verbs() -> impl Iterator<Item = (Ledger, &'static Verb)> {
                std::iter::empty()
                    $(.chain($module::Effect::VERBS.iter().map(|verb| (Ledger::$variant, verb))))*
            }

            /// The effect RON calls by this name, with these values.
            pub fn make(name: &str, values: &[Value]) -> Option<Self> {
                None
                    $(.or_else(|| $module::Effect::make(name, values).map(Self::$variant)))*
            }

            /// The ledger it is of.
            pub fn ledger(&self) -> Ledger {
                match self {
                    $(Self::$variant(_) => Ledger::$variant,)*
                }
            }
        }

        impl BookRead {
            /// Every reading of these ledgers.
            pub fn roots() -> impl Iterator<Item = &'static Root> {
                std::iter::empty()$(.chain($module::Read::ROOTS.iter()))*
            }

            /// The ledger that declares a root.
            pub fn ledger_of(root: &str) -> Option<Ledger> {
                None
                    $(.or_else(|| {
                        let known = $module::Read::ROOTS.iter().any(|known| known.name == root);
                        known.then_some(Ledger::$variant)
                    }))*
            }

            /// The reading that begins with this word.
            pub fn make(root: &str, values: &[Value]) -> Option<Self> {
                None
                    $(.or_else(|| $module::Read::make(root, values).map(Self::$variant)))*
            }

            /// What it gives.
            pub fn gives(self) -> Gives {
                match self {
                    $(Self::$variant(read) => read.gives(),)*
                }
            }

            /// The ledger it is of.
            pub fn ledger(self) -> Ledger {
                match self {
                    $(Self::$variant(_) => Ledger::$variant,)*
                }
            }
        }
    };
}
chapters!(book);
